//! What must not be passed over in silence: merge conflicts in articles, moves, lost units, places
//! that can't be read, damaged records, filters that match nothing.

use std::fs;

use serde_json::Value;

use crate::harness::{Project, Ran};
use crate::news::{CONFIG, EN, ES, newsroom, record, record_path, recorded};
use crate::schema::holds;

#[track_caller]
fn says(ran: &Ran, code: u8, words: &[&str]) {
    assert_eq!(ran.code, code, "\n--- out\n{}\n--- err\n{}", ran.out, ran.err);
    for word in words {
        assert!(ran.out.contains(word) || ran.err.contains(word), "{word:?} in\n{}\n{}", ran.out, ran.err);
    }
}

fn codes(project: &Project, args: &[&str], code: u8) -> Vec<String> {
    let args: Vec<&str> = ["check", "--format", "json"].iter().chain(args).copied().collect();
    let json = project.run(&args).json_with(code);
    holds("schema/check.schema.json", &json);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = json["findings"].as_array().expect("findings");
    all.iter().map(|one| format!("{} {}", text(&one["code"]), text(&one["severity"]))).collect()
}

/// The findings about moves alone.
fn of_moves(project: &Project, args: &[&str], code: u8) -> Vec<String> {
    codes(project, args, code).into_iter().filter(|found| found.starts_with("moved ")).collect()
}

fn row(project: &Project, locale: &str, code: u8) -> Value {
    let json = project.run(&["status", "--rows", "--format", "json"]).json_with(code);
    holds("schema/status.schema.json", &json);
    let rows = json["rows"].as_array().expect("rows");
    rows.iter().find(|row| row["locale"] == locale).expect("a row of that locale").clone()
}

const CONFLICT: &str =
    "<<<<<<< HEAD\nThe minister said so.\n=======\nThe minister denied it.\n>>>>>>> theirs\n";

#[test]
fn a_merge_conflict_in_a_version_or_its_source_is_no_text() {
    for (file, text, line, others) in
        [("news/es/a.txt", ES, 11, "current"), ("news/en/a.txt", EN, 11, "unreadable")]
    {
        let project = recorded(&[("a", &["es", "fr"])]);
        project.write(file, format!("{text}\n{CONFLICT}"));
        let place = format!("{file}:{line}");
        for args in
            [&["status"][..], &["check"], &["accept", "news/a"], &["accept", "--all"], &["diff", "news/a"]]
        {
            says(&project.run(args), 2, &[&place, "merge conflict", "keep one side"]);
        }
        assert_eq!(row(&project, "es", 2)["verdict"], "unreadable");
        assert_eq!(row(&project, "fr", 2)["verdict"], others, "{file}");
        // Nothing of it was recorded.
        let before = project.read(&record_path("a", "es"));
        project.run(&["accept", "--all", "--locale", "es"]).expect(2);
        assert_eq!(project.read(&record_path("a", "es")), before);
        let page = project.run(&["inspect", file, "--format", "json"]).json();
        holds("schema/inspect.schema.json", &page);
        assert_eq!(page["pages"][0]["problems"][0]["kind"], "merge-conflict");
        says(
            &project.run(&["inspect", file, "--lang", "es"]),
            0,
            &["línea 11: aquí empieza un conflicto de fusión"],
        );
        // The mend.
        project.write(file, text);
        assert_eq!(row(&project, "es", 0)["verdict"], "current");
    }
}

#[test]
fn a_damaged_record_is_to_be_brought_back_before_it_is_made_anew() {
    let project = recorded(&[("a", &["es"])]);
    project.edit(&record_path("a", "es"), "state translated", "state tranlated");
    let path = record_path("a", "es");
    let ran = project.run(&["status"]);
    says(&ran, 2, &[&format!("{path}:"), &format!("git checkout -- {path}"), &format!("git log -- {path}")]);
    let (first, last) = (ran.err.find("git checkout"), ran.err.find("accept anew"));
    assert!(first.is_some() && first < last, "{}", ran.err);
    says(&ran, 2, &["count as done", "reasons"]);
}

/// A newsroom whose article moved in all its locales, with a major change on the way.
fn moved() -> Project {
    let project = recorded(&[("a", &["es", "fr"])]);
    for locale in ["en", "es", "fr"] {
        fs::rename(
            project.path(&format!("news/{locale}/a.txt")),
            project.path(&format!("news/{locale}/q.txt")),
        )
        .expect("the file can be moved");
    }
    project.edit("news/en/q.txt", "12 March", "14 March");
    project
}

#[test]
fn a_move_is_not_accepted_away() {
    let project = moved();
    let before = project.tree();
    says(
        &project.run(&["accept", "--all"]),
        0,
        &["2 that seem to have moved", "news/q  es  was news/en/a.txt", "cotejo accept --moved"],
    );
    says(&project.run(&["accept", "news/q"]), 2, &["news/en/a.txt", "`cotejo accept --moved`"]);
    assert_eq!(project.tree(), before, "nothing was recorded");
    let json = project.run(&["accept", "--all", "--format", "json"]).json();
    assert_eq!(
        (&json["left_out"][0]["why"], &json["left_out"][0]["from"]),
        (&"moved".into(), &"news/en/a.txt".into())
    );
    // The way it names works, and shows what the move would have hidden.
    project.run(&["accept", "--moved"]).expect(0);
    assert_eq!(row(&project, "es", 0)["verdict"], "outdated");
    says(&project.run(&["diff"]), 0, &["14 March"]);
}

#[test]
fn a_move_hides_no_change_from_a_check() {
    let project = moved();
    assert_eq!(of_moves(&project, &[], 1), ["moved error", "moved error"]);
    says(&project.run(&["check"]), 1, &["news/en/a.txt is gone", "1 change of the source waits", "(major)"]);
    assert_eq!(of_moves(&project, &["--fail-on", "missing"], 0), ["moved warning", "moved warning"]);
    // Without a change it is a word, and no more.
    project.edit("news/en/q.txt", "14 March", "12 March");
    assert_eq!(of_moves(&project, &[], 0), ["moved warning", "moved warning"]);
    assert_eq!(of_moves(&project, &["--locale", "fr"], 0), ["moved warning"]);
    project.run(&["accept", "--moved"]).expect(0);
    assert_eq!(of_moves(&project, &[], 0), Vec::<String>::new());
}

#[test]
fn a_version_that_lost_a_unit_is_marked_and_counted() {
    let project = recorded(&[("a", &["es", "fr"]), ("b", &["es"])]);
    let paragraph = "Los conductores que llevan alimentos frescos podrán pasar sin esperar, porque sus papeles se leen ahora antes de que lleguen.\n\n";
    project.edit("news/es/a.txt", paragraph, "");
    let json = project.run(&["status", "--format", "json"]).json();
    holds("schema/status.schema.json", &json);
    let lost: Vec<_> =
        json["rows"].as_array().unwrap().iter().map(|row| row["lost"].as_u64().unwrap()).collect();
    assert_eq!(lost, [1, 0, 0, 0]);
    assert_eq!((&json["total"]["lost"], &json["total"]["edited"]), (&1.into(), &0.into()));
    let ran = project.run(&["status"]);
    says(&ran, 0, &["1 unit lost since it was accepted", "1 version has lost units since it was accepted"]);
    assert!(!ran.out.contains("edited"), "{}", ran.out);
    says(&project.run(&["status", "--format", "csv"]), 0, &[",edited,lost,"]);
    says(&project.run(&["diff"]), 0, &["news/a", "news/es/a.txt"]);
    let report = project.run(&["report", "--format", "json"]).json();
    holds("schema/report.schema.json", &report);
    assert_eq!(report["touched"]["first"].as_array().map(Vec::len), Some(1), "{report:#}");
    assert_eq!(report["touched"]["first"][0]["lost"], 1);
    says(
        &project.run(&["report"]),
        0,
        &["## Changed since it was accepted", "- es · 1 unit lost since it was accepted · [The harbour"],
    );
    // A version that is not there has lost nothing that could be told: it is missing.
    fs::remove_file(project.path("news/es/b.txt")).unwrap();
    let json = project.run(&["status", "--format", "json"]).json();
    assert_eq!((&json["total"]["lost"], &json["total"]["verdicts"]["missing"]), (&1.into(), &2.into()));
}

#[cfg(unix)]
#[test]
fn what_can_not_be_listed_ends_an_accept_with_2_and_exclude_leaves_it_out() {
    use std::os::unix::fs::symlink;
    let project = newsroom(&[("a", &["es", "fr"])]);
    symlink("nowhere", project.path("news/en/d.txt")).unwrap();
    symlink("loop", project.path("news/en/loop")).unwrap();
    for args in [&["accept", "--all", "--dry-run"][..], &["accept", "news/en", "--dry-run"]] {
        says(&project.run(args), 2, &["news/en/d.txt: a link leads nowhere", "exclude", "[[collection]]"]);
    }
    says(&project.run(&["accept", "news/en/d.txt"]), 2, &["a link leads nowhere"]);
    // Whoever names an article is not held up by another.
    says(&project.run(&["accept", "news/a", "--locale", "es"]), 0, &["1 new"]);
    let all = project.run(&["accept", "--all"]);
    says(&all, 2, &["1 new", "news/en/loop"]);
    // The mend that the hint names.
    project.write("cotejo.toml", format!("{CONFIG}exclude = [\"news/*/d.txt\", \"news/en/loop/\"]\n"));
    for args in [&["accept", "--all"][..], &["status"], &["pair"], &["check"]] {
        let ran = project.run(args);
        assert_eq!((ran.code, ran.err.contains("link")), (0, false), "{args:?} {}{}", ran.out, ran.err);
    }
    // Another collection that wants the folder still hears of it.
    let other = "\n[[collection]]\nname = \"more\"\nfiles = \"news/{locale}/{path}.md\"\n";
    project.write("cotejo.toml", format!("{CONFIG}exclude = [\"news/*/d.txt\", \"news/en/loop/\"]\n{other}"));
    says(&project.run(&["status"]), 2, &["news/en/d.txt"]);
}

#[test]
fn a_check_of_nothing_does_not_pass() {
    let project = recorded(&[("a", &["es", "fr"])]);
    says(&project.run(&["check", "--path", "typo/**"]), 2, &["typo/**", "no article", "cotejo pair"]);
    says(
        &project.run(&["check", "--path", "news/en/a.txt", "--path", "b"]),
        0,
        &["warning:", "--path b", "2 versions"],
    );
    says(&project.run(&["check", "--path", "news/fr"]), 0, &["1 version looked at"]);
    says(&project.run(&["check", "--path", "news/fr", "--locale", "es"]), 0, &["0 versions"]);
}

#[test]
fn a_list_of_debts_that_is_not_there_is_told_as_such() {
    let project = recorded(&[("a", &["es"])]);
    let ran = project.run(&["check", "--debts", "nope"]);
    says(&ran, 2, &["there is no list of debts at nope", "--record-debts"]);
    assert!(!ran.err.contains("is gone"), "{}", ran.err);
}

#[test]
fn the_branch_that_brings_the_list_of_debts_has_not_made_it_grow() {
    let project = recorded(&[("a", &["es"])]);
    let commit = |message: &str| {
        project.git(&["add", "-A"]);
        project.git(&["commit", "-qm", message]);
    };
    project.git(&["init", "-q"]);
    commit("one");
    project.git(&["checkout", "-qb", "topic"]);
    project.run(&["check", "--record-debts"]).expect(0);
    commit("debts");
    let args = ["check", "--only-changed-since", "main"];
    says(&project.run(&args), 0, &[".cotejo/debts is new with this branch", "\"main\""]);
    // From then on it may only shrink.
    project.git(&["checkout", "-q", "main"]);
    project.git(&["merge", "-q", "topic"]);
    project.git(&["checkout", "-qb", "next"]);
    project.write("news/en/b.txt", EN);
    project.write("news/es/b.txt", ES);
    record(&project, "b", "es");
    project.run(&["check", "--record-debts"]).expect(0);
    commit("more debts");
    says(&project.run(&args), 1, &["the list of debts grew"]);
}

#[test]
fn the_head_of_status_counts_what_the_table_counts() {
    let project = recorded(&[("a", &["es", "fr"]), ("b", &[]), ("c", &[])]);
    let keep = "\n[[keep]]\npath = \"news/en/b.txt\"\n\n[[local]]\narticle = \"news/c\"\n";
    project.write("cotejo.toml", format!("{CONFIG}{keep}"));
    let ran = project.run(&["status"]);
    says(&ran, 0, &["1 article in 2 target locales", "4 left out of the sums"]);
}

/// What a format could not read as meant is told where people look, with its place.
#[test]
fn a_file_that_is_read_in_part_is_told_with_its_place() {
    let project = recorded(&[("a", &["es", "fr"])]);
    let broken = |text: &str, word: &str, column: usize, file: &str, what: &str| {
        let at = text.find(word).expect("the word");
        let line = text[..at].lines().count();
        let bytes = [&text.as_bytes()[..at], b"\xff", &text.as_bytes()[at..]].concat();
        project.write(file, bytes);
        let told = project.run(&["check"]);
        let place = format!("{file}:{line}:{column}: warning: {what}");
        assert!(told.out.contains(&place), "{place}\n{}", told.out);
        assert_eq!(told.out.matches("[flawed]").count(), 1, "{}", told.out);
        let json = project.run(&["check", "--format", "json"]);
        let json: Value = serde_json::from_str(&json.out).expect("JSON");
        holds("schema/check.schema.json", &json);
        assert!(json["counts"]["by_code"]["flawed"].as_u64() > Some(0));
        let prints: Vec<&Value> =
            json["findings"].as_array().expect("findings").iter().map(|one| &one["fingerprint"]).collect();
        assert!((1..prints.len()).all(|at| !prints[..at].contains(&prints[at])), "each finding is itself");
        project.write(file, text);
    };
    broken(ES, "un segundo", 46, "news/es/a.txt", "broken UTF-8");
    // One fault of a source is one finding, however many versions wait for it.
    broken(EN, "would be", 38, "news/en/a.txt", "the file is not UTF-8 and was read as Windows-1252");
    project.write("news/es/a.txt", [ES.as_bytes(), b"\xff\n"].concat());
    says(&project.run(&["status"]), 0, &["1 version or its source is unreadable in parts"]);
    assert_eq!(row(&project, "es", 0)["flaw"]["kind"], "broken-utf8");
}

#[test]
fn a_file_that_is_no_text_is_no_article() {
    let project = recorded(&[("a", &["es"])]);
    let noise: Vec<u8> = (0..4000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    project.write("news/es/a.txt", noise);
    for args in [&["status"][..], &["check"], &["accept", "--all"]] {
        says(&project.run(args), 2, &["news/es/a.txt", "it is no text", "exclude"]);
    }
}

/// A record whose head names another article, locale or place is as damaged as one with a bad link.
#[test]
fn a_record_with_a_false_head_is_refused_and_left_alone() {
    for (from, to, what) in [
        ("article news/a", "article news/b", "names another article or locale"),
        ("article news/a", "article ../../x", "names another article or locale"),
        ("target es ", "target fr ", "names another article or locale"),
        ("source en news/en/a.txt", "source en /etc/passwd", "leads out of the project"),
        ("target es news/es/a.txt", "target es ../../a.txt", "leads out of the project"),
    ] {
        let project = recorded(&[("a", &["es", "fr"])]);
        let path = record_path("a", "es");
        project.edit(&path, from, to);
        let before = project.read(&path);
        for args in [&["status"][..], &["check"], &["accept", "--all"], &["diff", "news/a"]] {
            says(&project.run(args), 2, &[&path, what]);
        }
        assert_eq!(project.read(&path), before, "{to}");
    }
    let project = recorded(&[("a", &["es", "fr"])]);
    project.write(&record_path("a", "es"), project.read(&record_path("a", "fr")));
    says(&project.run(&["check"]), 2, &[&record_path("a", "es"), "names another article or locale"]);
}

#[test]
fn a_record_of_an_article_that_is_gone_is_named() {
    let both: &[&str] = &["es", "fr"];
    let project = recorded(&[("a", both), ("b", both)]);
    for file in ["news/en/b.txt", "news/es/b.txt", "news/fr/b.txt"] {
        fs::remove_file(project.path(file)).expect("a file to remove");
    }
    let stray = record_path("b", "es");
    for command in ["status", "check", "pair"] {
        // A run that finds all as the last one left it says it again.
        project.run(&[command]).expect(0);
        says(&project.run(&[command]), 0, &["2 records belong to no article", &format!("git rm {stray}")]);
    }
    for locale in both {
        fs::remove_file(project.path(&record_path("b", locale))).expect("a record to remove");
    }
    let told = project.run(&["status"]);
    assert!(!told.err.contains("to no article"), "{}", told.err);
}

/// The day the site shows the translation, the page that was the source's text is gone; what it said
/// stands in the record.
#[test]
fn a_translation_that_the_site_publishes_keeps_its_article() {
    let project =
        Project::with(&[("cotejo.toml", crate::news::PAGES), ("pages/a.txt", EN), ("es/a.txt", ES)]);
    project.run(&["accept", "--all"]).expect(0);
    let before = row(&project, "es", 0);
    assert_eq!((&before["verdict"], &before["published"]["state"]), (&"current".into(), &"no".into()));
    project.write("pages/a.txt", ES);
    let after = row(&project, "es", 0);
    assert_eq!((&after["verdict"], &after["published"]["state"]), (&"current".into(), &"yes".into()));
    for same in ["title", "date", "units", "words", "article"] {
        assert_eq!(after[same], before[same], "{same}");
    }
    says(&project.run(&["check"]), 0, &["passed: 1 version looked at, 0 errors"]);
    says(&project.run(&["diff", "news/a"]), 0, &["changed"]);
    let record = project.read(&record_path("a", "es"));
    project.run(&["accept", "--all"]).expect(0);
    assert_eq!(project.read(&record_path("a", "es")), record);
    // The version is still held against what the source said.
    project.write("es/a.txt", ES.replace("12 de marzo", "13 de marzo"));
    assert_eq!(row(&project, "es", 0)["edited"], 1);
}
