//! Records under real `git merge`, with no driver and no attributes.

use std::path::Path;
use std::process::{Command, Output};

use super::syntax::{Side, SyntaxErrorKind, parse, side, write};
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::change::NoTerms;
use crate::domain::document::{Block, BlockKind, Document, Encoding, Meta};
use crate::domain::record::{Endpoint, LinkState, Record, Timestamp};
use crate::domain::track::{Acceptance, Selection, UnitRef, Untranslated, accept, track};

/// A repository in a directory of its own, deaf to the machine's own settings.
struct Repo(tempfile::TempDir);

impl Repo {
    fn new() -> Repo {
        let repo = Repo(tempfile::tempdir().unwrap());
        repo.git(&["init", "--quiet", "--initial-branch=main"]);
        repo
    }

    fn try_git(&self, args: &[&str]) -> Output {
        Command::new("git")
            .current_dir(self.0.path())
            .args(["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "core.autocrlf=false"])
            .args(args)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .unwrap()
    }

    fn git(&self, args: &[&str]) {
        let output = self.try_git(args);
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn get(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "--quiet", "-m", "work"]);
    }

    /// Does `ours` on main and `theirs` on a branch, both from here, and merges; whether cleanly.
    fn merge(&self, ours: impl Fn(&Repo), theirs: impl Fn(&Repo)) -> bool {
        self.commit();
        self.git(&["checkout", "--quiet", "-b", "theirs"]);
        theirs(self);
        self.commit();
        self.git(&["checkout", "--quiet", "main"]);
        ours(self);
        self.commit();
        self.try_git(&["merge", "--quiet", "-m", "merge", "theirs"]).status.success()
    }
}

fn page(text: &str) -> Document {
    let block = |part: &str| Block {
        kind: BlockKind::Paragraph,
        level: None,
        text: part.trim().to_owned(),
        fragments: Vec::new(),
        line: 1,
    };
    let blocks = text.split("\n\n").filter(|part| !part.trim().is_empty()).map(block).collect();
    Document::new(Vec::new(), Encoding::Utf8, blocks, Meta::default(), Vec::new())
}

fn paths(name: &str, locale: &str) -> [String; 3] {
    [format!("en/{name}.txt"), format!("{locale}/{name}.txt"), format!("ledger/{locale}/{name}")]
}

fn read(repo: &Repo, name: &str, locale: &str) -> (Record, Document, Document) {
    let [source, target, record] = paths(name, locale);
    (parse(&repo.get(&record)).unwrap(), page(&repo.get(&source)), page(&repo.get(&target)))
}

/// Accepts as the command would, in the files.
fn accept_in(repo: &Repo, name: &str, locale: &str, selection: &Selection, by: &str, at: i64) {
    let (record, source, target) = read(repo, name, locale);
    let how = Acceptance {
        state: LinkState::Translated,
        reason: None,
        by: by.to_owned(),
        at: Timestamp::from_seconds(at).unwrap(),
        untranslated: Untranslated::default(),
    };
    let accepted = accept(&record, &source, &target, selection, &how, &NoTerms).unwrap();
    repo.put(&paths(name, locale)[2], &write(&accepted.record));
}

/// An article of five units with its translation, recorded.
fn article(repo: &Repo, name: &str, locale: &str) {
    let [source, target, record] = paths(name, locale);
    let endpoint =
        |tag: &str, path: &str| Endpoint { locale: tag.parse().unwrap(), path: TreePath::new(path) };
    let empty = Record::new(ArticleId::new("news", name), endpoint("en", &source), endpoint(locale, &target));
    let text = |word: &str| -> String {
        (1..6)
            .map(|n| format!("{word} number {n} of {name} says that {n}{n} things were done.\n\n"))
            .collect()
    };
    repo.put(&source, &text("Paragraph"));
    repo.put(&target, &text(&format!("Absatz-{locale}")));
    repo.put(&record, &write(&empty));
    accept_in(repo, name, locale, &Selection::All, "Ana", 1_000);
}

/// Changes a unit of the source and of the target, and accepts it.
fn retranslate(repo: &Repo, name: &str, locale: &str, unit: usize, things: usize, by: &str) {
    let [source, target, _] = paths(name, locale);
    for path in [&source, &target] {
        let text = repo.get(path);
        let changed = text.replace(&format!("{unit}{unit} things"), &format!("{things} things"));
        assert_ne!(text, changed);
        repo.put(path, &changed);
    }
    accept_in(repo, name, locale, &Selection::Units(vec![UnitRef::Number(unit)]), by, 2_000 + things as i64);
}

fn assert_in_step(repo: &Repo, name: &str, locale: &str) {
    let (record, source, target) = read(repo, name, locale);
    let tracking = track(&record, &source, Some(&target), &NoTerms);
    assert_eq!(record.links.len(), 5);
    assert!(tracking.is_in_step() && tracking.is_target_as_accepted(), "{tracking:?}");
}

#[test]
fn two_articles_merge() {
    let repo = Repo::new();
    article(&repo, "lima", "de");
    article(&repo, "quito", "de");
    assert!(repo.merge(
        |repo| retranslate(repo, "lima", "de", 2, 77, "Eva"),
        |repo| retranslate(repo, "quito", "de", 2, 88, "Leo")
    ));
    assert_in_step(&repo, "lima", "de");
    assert_in_step(&repo, "quito", "de");
}

#[test]
fn one_article_in_two_locales_merges() {
    let repo = Repo::new();
    article(&repo, "lima", "de");
    article(&repo, "lima", "fr");
    let target_only = |repo: &Repo, locale: &str, by: &str| {
        let target = &paths("lima", locale)[1];
        repo.put(target, &repo.get(target).replace("33 things", "33 good things"));
        accept_in(repo, "lima", locale, &Selection::All, by, 3_000);
    };
    assert!(repo.merge(|repo| target_only(repo, "de", "Eva"), |repo| target_only(repo, "fr", "Leo")));
    assert_in_step(&repo, "lima", "de");
    assert_in_step(&repo, "lima", "fr");
}

#[test]
fn different_units_of_one_record_merge_neighbours_too() {
    for (ours, theirs) in [(1, 5), (2, 4), (2, 3), (3, 2), (4, 5), (1, 2)] {
        let repo = Repo::new();
        article(&repo, "lima", "de");
        let clean = repo.merge(
            |repo| retranslate(repo, "lima", "de", ours, 777, "Eva"),
            |repo| retranslate(repo, "lima", "de", theirs, 888, "Leo"),
        );
        assert!(clean, "units {ours} and {theirs}:\n{}", repo.get("ledger/de/lima"));
        assert_in_step(&repo, "lima", "de");
        let (record, _, _) = read(&repo, "lima", "de");
        let by = |unit: usize| record.links[unit - 1].by.clone();
        assert_eq!((by(ours), by(theirs)), ("Eva".into(), "Leo".into()));
    }
}

#[test]
fn a_unit_removed_beside_one_that_is_accepted_merges() {
    let repo = Repo::new();
    article(&repo, "lima", "de");
    let remove = |repo: &Repo| {
        for path in &paths("lima", "de")[..2] {
            let kept: String =
                repo.get(path).split_inclusive("\n\n").filter(|unit| !unit.contains("33 things")).collect();
            repo.put(path, &kept);
        }
        accept_in(repo, "lima", "de", &Selection::All, "Leo", 3_000);
    };
    assert!(repo.merge(|repo| retranslate(repo, "lima", "de", 1, 77, "Eva"), remove));
    let (record, source, target) = read(&repo, "lima", "de");
    assert_eq!(record.links.len(), 4);
    assert!(track(&record, &source, Some(&target), &NoTerms).is_in_step());
}

#[test]
fn the_same_unit_twice_is_a_conflict_that_is_named() {
    let repo = Repo::new();
    article(&repo, "lima", "de");
    let (before, _, _) = read(&repo, "lima", "de");
    let clean = repo.merge(
        |repo| retranslate(repo, "lima", "de", 3, 777, "Eva"),
        |repo| retranslate(repo, "lima", "de", 3, 888, "Leo"),
    );
    assert!(!clean);
    let text = repo.get("ledger/de/lima");
    let error = parse(&text).unwrap_err();
    let SyntaxErrorKind::Conflict(found) = error.kind else { panic!("{error:?}") };
    assert!(!found.is_empty());
    for conflict in &found {
        assert_eq!(conflict.link, Some(before.links[2].id));
        let line = |number: Option<usize>| text.lines().nth(number.unwrap() - 1).unwrap();
        assert!(line(Some(conflict.begin)).starts_with("<<<<<<<"));
        assert!(line(conflict.separator).starts_with("======="));
        assert!(line(conflict.end).starts_with(">>>>>>>"));
    }
    for (which, by, things) in [(Side::Ours, "Eva", "777 things"), (Side::Theirs, "Leo", "888 things")] {
        let record = parse(&side(&text, which)).unwrap();
        assert_eq!(record.links[2].by, by);
        assert!(record.links[2].baseline[0].text.contains(things));
    }
}

/// Why the header holds no fingerprint of the files and no "last accepted": with one line of that
/// kind, two branches that accept different units could never be merged.
#[test]
fn a_fingerprint_in_the_header_would_be_a_conflict() {
    let repo = Repo::new();
    article(&repo, "lima", "de");
    let stamped = |repo: &Repo, unit: usize, things: usize| {
        retranslate(repo, "lima", "de", unit, things, "Eva");
        let text = repo.get("ledger/de/lima");
        repo.put("ledger/de/lima", &text.replacen("\n\n", &format!("\nfingerprint {things}\n\n"), 1));
    };
    let clean = repo.merge(|repo| stamped(repo, 1, 777), |repo| stamped(repo, 5, 888));
    assert!(!clean);
    assert!(matches!(parse(&repo.get("ledger/de/lima")).unwrap_err().kind, SyntaxErrorKind::Conflict(_)));
}

#[test]
fn half_accepted_units_that_texts_cannot_tell_apart_are_all_there_on_either_side_of_a_merge() {
    // The source says its last paragraph twice; the translator deleted its translation and put
    // something in at the top.
    let repo = Repo::new();
    let say = |word: &str, list: &[usize]| -> String {
        let one = |n: &usize| {
            let words: Vec<String> = (0..6).map(|k| format!("{word}{}", n * 37 + k * 5)).collect();
            format!("{} {}.\n\n", words.join(" "), 100 + n)
        };
        list.iter().map(one).collect()
    };
    let (source, target) = (say("word", &[0, 1]), say("palabra", &[0, 1]));
    let [source_path, target_path, record_path] = paths("twice", "es");
    let endpoint =
        |tag: &str, path: &str| Endpoint { locale: tag.parse().unwrap(), path: TreePath::new(path) };
    let ends = (endpoint("en", &source_path), endpoint("es", &target_path));
    let accepted = |record: &Record, units: Selection, by: &str, [source, target]: [&str; 2]| {
        let how = Acceptance {
            state: LinkState::Translated,
            reason: Some("so".into()),
            by: by.into(),
            at: Timestamp::from_seconds(1_000).unwrap(),
            untranslated: Untranslated::default(),
        };
        accept(record, &page(source), &page(target), &units, &how, &NoTerms).unwrap().record
    };
    let empty = Record::new(ArticleId::new("news", "twice"), ends.0, ends.1);
    let start = accepted(&empty, Selection::All, "Ana", [source.as_str(), target.as_str()]);
    let (twice, edited) = (say("word", &[0, 1, 1]), say("palabra", &[3, 0]));
    let now = [twice.as_str(), edited.as_str()];
    let unit = |number| Selection::Units(vec![UnitRef::Number(number)]);
    let before = track(&start, &page(now[0]), Some(&page(now[1])), &NoTerms);
    assert_eq!((before.added.len(), before.extra.as_slice()), (1, &[0][..]));
    repo.put(&source_path, now[0]);
    repo.put(&target_path, now[1]);
    repo.put(&record_path, &write(&start));
    let put = |repo: &Repo, number: usize, by: &str| {
        let record = accepted(&parse(&repo.get(&record_path)).unwrap(), unit(number), by, now);
        assert!(record.interim.is_some(), "{number}");
        repo.put(&record_path, &write(&record));
    };
    // Both wrote down how the rest stands; git can't join that, and the links it has joined.
    assert!(!repo.merge(|repo| put(repo, 2, "Eva"), |repo| put(repo, 3, "Joe")));
    let text = repo.get(&record_path);
    assert!(matches!(parse(&text).unwrap_err().kind, SyntaxErrorKind::Conflict(found) if found.len() == 1));
    for which in [Side::Ours, Side::Theirs] {
        let merged = parse(&side(&text, which)).unwrap();
        let people: Vec<&str> = merged.links.iter().map(|link| link.by.as_str()).collect();
        assert_eq!(people, ["Ana", "Eva", "Joe"], "either side has what both accepted");
        let after = track(&merged, &page(now[0]), Some(&page(now[1])), &NoTerms);
        assert!(after.is_in_step() && after.added.is_empty(), "{after:?}");
        assert_eq!(after.extra, before.extra, "what nobody accepted is as it was");
        // Accepted once more, it is what one of them would have written.
        let again = accepted(&merged, unit(2), "Eva", now);
        let alone = accepted(&accepted(&start, unit(3), "Joe", now), unit(2), "Eva", now);
        assert_eq!(again.links, alone.links);
        assert_eq!(
            track(&again, &page(now[0]), Some(&page(now[1])), &NoTerms),
            track(&alone, &page(now[0]), Some(&page(now[1])), &NoTerms)
        );
    }
}
