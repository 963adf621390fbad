//! Sources that moved: to one place, to one of several, edited on the way; what `accept --moved` makes of
//! them, and how old a version is whose source was renamed.

use std::fs;

use serde_json::json;

use crate::harness::{Project, Ran};
use crate::news::{CONFIG, EN, ES, newsroom, record_path, recorded};

const DAY: i64 = 86_400;

#[track_caller]
fn says(ran: &Ran, code: u8, words: &[&str]) {
    assert_eq!(ran.code, code, "\n--- out\n{}\n--- err\n{}", ran.out, ran.err);
    for word in words {
        assert!(ran.out.contains(word) || ran.err.contains(word), "{word:?} in\n{}\n{}", ran.out, ran.err);
    }
}

fn verdict(project: &Project, article: &str, locale: &str) -> String {
    let status = project.run(&["status", "--rows", "--format", "json"]).json();
    let rows = status["rows"].as_array().expect("rows").clone();
    let row = rows.into_iter().find(|row| row["article"] == article && row["locale"] == locale);
    row.unwrap_or_else(|| panic!("{article} {locale}"))["verdict"].as_str().expect("a verdict").to_owned()
}

/// A newsroom whose article `a` is gone in all its locales, and stands now as `p` and as `q`.
fn in_two_places() -> Project {
    let project = recorded(&[("a", &["es"]), ("other", &[])]);
    project
        .write("news/en/other.txt", "Another page\n\nIt has a text of its own, which nobody has recorded.\n");
    for (locale, text) in [("en", EN), ("es", ES)] {
        fs::remove_file(project.path(&format!("news/{locale}/a.txt"))).expect("a file to remove");
        for name in ["p", "q"] {
            project.write(&format!("news/{locale}/{name}.txt"), text);
        }
    }
    project
}

#[test]
fn a_source_whose_text_stands_in_two_places_is_told_with_both_and_settled_by_hand() {
    let project = in_two_places();
    let before = project.tree();
    let told = [
        "news/en/a.txt is gone and its text stands in 2 places: news/en/p.txt, news/en/q.txt",
        "`cotejo accept --moved news/en/a.txt news/en/p.txt`",
    ];
    for args in [&["status"][..], &["pair"], &["diff"], &["accept", "--moved"], &["accept", "--all"]] {
        says(&project.run(args), 0, &told);
    }
    // Neither place is taken for a new article meanwhile, and no move is made that nobody decided.
    assert_eq!(project.tree(), before);
    says(
        &project.run(&["accept", "--all"]),
        0,
        &["2 that seem to have moved", "news/q  es  was news/en/a.txt"],
    );
    for names in [&["news/en/a.txt"][..], &["news/a"], &["news/q"]] {
        says(&project.run(&[&["accept", "--moved"], names].concat()), 2, &told);
    }
    says(&project.run(&["accept", "news/q"]), 2, &["`cotejo accept --moved news/en/a.txt news/en/q.txt`"]);
    let undecided = project.run(&["accept", "--moved", "--format", "json"]).json();
    assert_eq!(
        undecided["undecided"],
        json!([{ "article": "news/a", "from": "news/en/a.txt", "places": ["news/en/p.txt", "news/en/q.txt"] }])
    );
    // A check tells it at each of them, in every language.
    says(
        &project.run(&["check", "--fail-on", "outdated"]),
        0,
        &[
            "news/es/p.txt: warning: news/en/a.txt is gone",
            "news/es/q.txt: warning: news/en/a.txt is gone",
            "it may be any of these: news/en/p.txt, news/en/q.txt",
            "`cotejo accept --moved news/en/a.txt news/en/q.txt` if it is this one",
        ],
    );
    says(
        &project.run(&["check", "--lang", "fr", "--fail-on", "none"]),
        0,
        &["ce peut être n’importe lequel"],
    );
    says(&project.run(&["status", "--lang", "es"]), 0, &["su texto se encuentra en 2 lugares"]);

    let moved = project.run(&["accept", "--moved", "news/en/a.txt", "news/en/q.txt"]);
    says(&moved, 0, &["1 record follows its source", "news/a  es  news/en/a.txt → news/en/q.txt"]);
    let record = project.read(&record_path("a", "es"));
    assert!(record.contains("source en news/en/q.txt\ntarget es news/es/q.txt\n"), "{record}");
    assert_eq!(
        (verdict(&project, "news/a", "es"), verdict(&project, "news/p", "es")),
        ("current".into(), "unrecorded".into())
    );
    // The other one is an article like any now.
    project.run(&["accept", "--all"]).expect(0);
    assert_eq!(verdict(&project, "news/p", "es"), "current");
    assert!(!project.run(&["status"]).err.contains("is gone"));
}

#[test]
fn two_sources_that_said_the_same_are_not_both_one_new_page_nor_is_one_of_them_guessed() {
    let project = recorded(&[("a", &["es"]), ("b", &["es"])]);
    for file in ["news/en/a.txt", "news/es/a.txt", "news/en/b.txt", "news/es/b.txt"] {
        fs::remove_file(project.path(file)).expect("a file to remove");
    }
    project.write("news/en/new.txt", EN);
    project.write("news/es/new.txt", ES);
    let ran = project.run(&["status"]);
    says(&ran, 0, &["news/en/a.txt is gone and news/en/new.txt looks like it, but like another source"]);
    says(&ran, 0, &["`cotejo accept --moved news/en/b.txt news/en/new.txt`"]);
    project.run(&["accept", "--moved", "news/b", "news/new"]).expect(0);
    assert_eq!(verdict(&project, "news/b", "es"), "current");
    // The other one is what is left over.
    says(&project.run(&["status"]), 0, &["1 record belongs to no article", &record_path("a", "es")]);
}

#[test]
fn a_source_rewritten_as_it_moved_follows_by_hand_and_shows_what_changed() {
    let project = recorded(&[("a", &["es", "fr"])]);
    for locale in ["en", "es", "fr"] {
        let (from, to) = (format!("news/{locale}/a.txt"), format!("news/{locale}/harbour/gate.txt"));
        fs::create_dir_all(project.path(&format!("news/{locale}/harbour"))).expect("a folder");
        fs::rename(project.path(&from), project.path(&to)).expect("a file to move");
    }
    // Hardly more than a paragraph of it is left.
    let text = project.read("news/en/harbour/gate.txt");
    let kept = text.split("\n\n").nth(3).expect("a paragraph").to_owned();
    let new =
        format!("Lorries pass\n\n14 May 2021\n\nThe customs office moved into the old mill.\n\n{kept}\n");
    project.write("news/en/harbour/gate.txt", new);
    says(
        &project.run(&["status"]),
        0,
        &["2 records belong to no article", "`cotejo accept --moved FROM TO`"],
    );
    says(
        &project.run(&["accept", "--moved", "news/en/a.txt"]),
        2,
        &["nothing looks like it", "`cotejo accept --moved news/en/a.txt TO`"],
    );
    let before = project.tree();
    let args = ["accept", "--moved", "news/en/a.txt", "news/en/harbour/gate.txt"];
    says(&project.run(&[&args[..], &["--dry-run"]].concat()), 0, &["2 records would follow"]);
    assert_eq!(project.tree(), before);
    // In one locale, then by the record's own path and the version's.
    let one = [&args[..], &["--locale", "es", "--format", "json"]].concat();
    let moved = project.run(&one).json();
    assert_eq!(moved["moved"].as_array().map(Vec::len), Some(1), "{moved:#}");
    let share = moved["moved"][0]["share"].as_f64().expect("a share");
    assert!((0.2..0.8).contains(&share), "{share}");
    assert_eq!(verdict(&project, "news/a", "es"), "outdated");
    says(&project.run(&["diff", "news/a", "--locale", "es"]), 0, &["old mill"]);
    project.run(&["accept", "--undo"]).expect(0);
    assert_eq!(project.tree(), before);
    let record = record_path("a", "fr");
    says(&project.run(&["accept", "--moved", &record, "news/fr/harbour/gate.txt"]), 0, &["2 records follow"]);
    assert_eq!(verdict(&project, "news/a", "fr"), "outdated");
}

#[test]
fn a_wrong_from_or_to_is_told_with_what_to_do() {
    let project = recorded(&[("a", &["es"]), ("b", &["es"])]);
    fs::remove_file(project.path("news/en/a.txt")).expect("a file to remove");
    project.write("news/en/c.txt", "A page\n\nIt says something else altogether, in a few words.\n");
    project.write("news/fr/orphan.txt", "Une page\n\nElle n’a pas de source.\n");
    let before = project.tree();
    let cases: [(&[&str], &[&str]); 9] = [
        (
            &["news/en/z.txt", "news/en/c.txt"],
            &["no record has a source that stood at news/en/z.txt", "these are gone: news/en/a.txt"],
        ),
        (
            &["news/en/b.txt", "news/en/c.txt"],
            &["news/en/b.txt has not moved", "`cotejo accept news/en/c.txt`"],
        ),
        (&["news/en/a.txt", "news/en/nowhere.txt"], &["no article is called \"news/en/nowhere.txt\""]),
        (
            &["news/en/a.txt", "news/en/b.txt"],
            &["a record of its own", "git rm .cotejo/ledger/es/news/b.record"],
        ),
        (&["news/en/a.txt", "news/fr/orphan.txt"], &["news/fr/orphan.txt has no source", "`cotejo pair`"]),
        (&["news/en/a.txt", "news/en/"], &["news/en/ names 2 articles"]),
        (&["news/en/a.txt", "news/en/c.txt", "--locale", "de"], &["de", "es, fr"]),
        (&["news/en/a.txt"], &["nothing looks like it", "--moved news/en/a.txt TO"]),
        (&["nowhere"], &["no article is called \"nowhere\""]),
    ];
    for (names, words) in cases {
        says(&project.run(&[&["accept", "--moved"], names].concat()), 2, words);
    }
    assert_eq!(project.tree(), before);
    let whole = recorded(&[("a", &["es"])]);
    says(
        &whole.run(&["accept", "--moved", "x", "news/a"]),
        2,
        &["no record has a source that stood at x", "no record has lost its source"],
    );
}

#[test]
fn a_record_that_stands_elsewhere_than_its_head_says_is_an_error() {
    // Copied under another name, into the folder of another locale, of a locale that nobody has.
    for place in ["es/news/zzz.record", "fr/news/zzz.record", "xx/a.record", "zzz.record"] {
        let project = recorded(&[("a", &["es", "fr"])]);
        let path = format!(".cotejo/ledger/{place}");
        project.write(&path, project.read(&record_path("a", "es")));
        for args in [&["status"][..], &["check"], &["pair"], &["accept", "--all"], &["diff"]] {
            says(&project.run(args), 2, &[&path, "names another article or locale"]);
        }
        assert!(!project.run(&["status"]).err.contains("belongs to no article"), "{place}: told once");
        // The article it names is not touched by it.
        let status = project.run(&["status", "--rows", "--format", "json"]).json_with(2);
        assert_eq!(status["rows"][0]["verdict"], "current", "{place}");
    }
}

// How old.

fn commit(project: &Project, message: &str) {
    if !project.path(".git").exists() {
        project.git(&["init", "-q"]);
    }
    project.git(&["add", "-A"]);
    project.git(&["commit", "-qm", message]);
}

fn fails_within(project: &Project, days: &str) -> bool {
    let ran = project.run(&["check", "--grace-days", days, "--fail-on", "missing,outdated"]);
    assert!(ran.code < 2, "{}{}", ran.out, ran.err);
    ran.code == 1
}

#[test]
fn a_rename_does_not_make_a_missing_version_young() {
    let mut project = newsroom(&[("a", &["es"])]);
    let now = project.now;
    project.now = now - 20 * DAY;
    commit(&project, "a new article");
    project.now = now - 2 * DAY;
    project.git(&["mv", "news/en/a.txt", "news/en/b.txt"]);
    project.git(&["mv", "news/es/a.txt", "news/es/b.txt"]);
    commit(&project, "moved");
    project.now = now;
    assert!(fails_within(&project, "20") && !fails_within(&project, "21"), "it has waited for 20 days");
    // Moved once more, with a word changed in the same commit.
    project.now = now - DAY;
    project.git(&["mv", "news/en/b.txt", "news/en/c.txt"]);
    project.edit("news/en/c.txt", "on Thursday", "on Friday");
    project.git(&["mv", "news/es/b.txt", "news/es/c.txt"]);
    commit(&project, "moved again");
    project.now = now;
    assert!(fails_within(&project, "20") && !fails_within(&project, "21"));
    // And once more, not committed yet.
    project.git(&["mv", "news/en/c.txt", "news/en/d.txt"]);
    assert!(fails_within(&project, "20") && !fails_within(&project, "21"));
    // The report knows it too.
    let report = project.run(&["report", "--format", "json"]);
    assert!(report.expect(0).contains("2025-12-26"), "{}", report.out);
    // A page of its own that comes as another one goes is new.
    project.git(&["mv", "news/en/d.txt", "news/en/c.txt"]);
    project.git(&["rm", "-qf", "news/en/c.txt", "news/es/c.txt"]);
    project.write(
        "news/en/new.txt",
        "Another page\n\nThe mill was sold.\n\nNobody knows yet to whom it went.\n",
    );
    commit(&project, "another");
    assert!(!fails_within(&project, "1"));
}

#[test]
fn a_rename_does_not_make_an_outdated_version_young() {
    let mut project = recorded(&[("a", &["es"])]);
    project.write("cotejo.toml", CONFIG.replace("\"es\", \"fr\"", "\"es\""));
    let now = project.now;
    project.now = now - 50 * DAY;
    crate::news::record(&project, "a", "es");
    commit(&project, "translated");
    project.now = now - 20 * DAY;
    project.edit("news/en/a.txt", "two years", "three years");
    commit(&project, "changed");
    project.now = now - 2 * DAY;
    project.git(&["mv", "news/en/a.txt", "news/en/b.txt"]);
    project.git(&["mv", "news/es/a.txt", "news/es/b.txt"]);
    project.run(&["accept", "--moved"]).expect(0);
    commit(&project, "moved");
    project.now = now;
    assert_eq!(verdict(&project, "news/a", "es"), "outdated");
    assert!(fails_within(&project, "20") && !fails_within(&project, "21"));
}
