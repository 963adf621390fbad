//! `cotejo check`: what fails, what is passed over, and what each format makes of it.

use std::collections::BTreeSet;

use cotejo::domain::gate::RULES;
use cotejo::messages::{Language, Messages};
use cotejo::sources::ledger;
use serde_json::Value;

use crate::harness::{Project, Ran};
use crate::news::{CONFIG, ES, newsroom, record, record_path, recorded};

const DAY: i64 = 86_400;

/// The findings of a run as `code severity place`, sorted as reported.
#[track_caller]
fn found(project: &Project, args: &[&str], code: u8) -> Vec<String> {
    findings(&check_json(project, args, code))
}

#[track_caller]
fn check_json(project: &Project, args: &[&str], code: u8) -> Value {
    let mut all = vec!["check", "--format", "json"];
    all.extend(args);
    let ran = project.run(&all);
    assert_eq!(ran.code, code, "\n--- out\n{}\n--- err\n{}", ran.out, ran.err);
    serde_json::from_str(&ran.out).expect("JSON")
}

fn findings(check: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let all = check["findings"].as_array().expect("a list");
    all.iter()
        .map(|finding| {
            let line = finding["line"].as_u64().map(|line| format!(":{line}")).unwrap_or_default();
            let (code, severity) = (text(&finding["code"]), text(&finding["severity"]));
            format!("{code} {severity} {}{line}", text(&finding["path"]))
        })
        .collect()
}

/// Fails with what was printed unless it says all of `words`.
#[track_caller]
fn says(ran: &Ran, code: u8, words: &[&str]) {
    assert_eq!(ran.code, code, "\n--- out\n{}\n--- err\n{}", ran.out, ran.err);
    for word in words {
        assert!(ran.out.contains(word) || ran.err.contains(word), "{word:?} in\n{}\n{}", ran.out, ran.err);
    }
}

#[test]
fn every_code_has_its_words_in_every_language() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        for rule in RULES {
            for id in [format!("rule-{}", rule.code), format!("finding-{}", rule.code)] {
                assert!(messages.has(&id), "{} lacks {id}", language.tag());
            }
        }
    }
}

#[test]
fn every_code_is_in_the_schema() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/check.schema.json");
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let codes = schema["$defs"]["finding"]["properties"]["code"]["enum"].as_array().unwrap();
    let known: BTreeSet<&str> = codes.iter().map(|code| code.as_str().unwrap()).collect();
    assert_eq!(known, RULES.iter().map(|rule| rule.code).collect());
}

#[test]
fn what_is_in_order_passes() {
    let project = recorded(&[("a", &["es", "fr"]), ("b", &["es", "fr"])]);
    assert_eq!(found(&project, &[], 0), Vec::<String>::new());
}

#[test]
fn a_missing_version_stands_at_its_source_and_an_outdated_one_at_the_unit_to_change() {
    let project = recorded(&[("a", &["es"])]);
    project.edit("news/en/a.txt", "after two years", "after three years");
    assert_eq!(found(&project, &[], 1), ["missing error news/en/a.txt:1", "outdated error news/es/a.txt:5"]);
    let ran = project.run(&["check"]);
    says(&ran, 1, &["news/es/a.txt:5: error:", "1 change of the source waits (major)", "2 errors"]);
}

#[test]
fn the_list_of_what_fails_decides_and_the_command_line_outranks_the_policy() {
    let project = recorded(&[("a", &["es"])]);
    project.edit("news/en/a.txt", "would be a second bridge", "would be another bridge");
    for (fail_on, code) in [
        ("missing", 1),
        ("outdated", 1),
        ("minor", 1),
        ("cosmetic", 1),
        ("major", 0),
        ("mirror,partial", 0),
        ("none", 0),
    ] {
        assert_eq!(project.run(&["check", "--fail-on", fail_on]).code, code, "{fail_on}");
    }
    project.write("cotejo.toml", format!("{CONFIG}\n[policy]\nfail_on = [\"major\"]\n"));
    assert_eq!(
        found(&project, &[], 0),
        ["missing warning news/en/a.txt:1", "outdated warning news/es/a.txt:9"]
    );
    project.edit("news/en/a.txt", "12 March 2020", "13 March 2020");
    assert_eq!(
        found(&project, &["--locale", "es"], 1),
        ["outdated error news/es/a.txt:3"],
        "the gravest change comes first"
    );
    says(
        &project.run(&["check", "--fail-on", "late"]),
        2,
        &["late", "these may fail a check: missing, untranslated"],
    );
}

#[test]
fn a_class_below_the_one_that_makes_outdated_can_fail_too() {
    let project = recorded(&[("a", &["es", "fr"])]);
    project.edit("news/en/a.txt", "on Thursday, after", "on Thursday after");
    assert_eq!(found(&project, &[], 0), Vec::<String>::new());
    assert_eq!(
        found(&project, &["--fail-on", "cosmetic"], 1),
        ["outdated error news/es/a.txt:5", "outdated error news/fr/a.txt:5"]
    );
}

#[test]
fn texts_in_the_wrong_language_are_told_from_those_that_are_half_done() {
    let project = recorded(&[("a", &["es", "fr"]), ("b", &["es", "fr"])]);
    project.write("news/es/a.txt", project.read("news/en/a.txt"));
    let tail = "The minister said that the next step would be a second bridge over the river.";
    project.edit(
        "news/fr/b.txt",
        "Le ministre a dit que la prochaine étape serait un second pont sur le fleuve.",
        tail,
    );
    assert_eq!(
        found(&project, &[], 1),
        ["untranslated error news/es/a.txt:1", "partial error news/fr/b.txt:9"]
    );
}

#[test]
fn the_first_day_gets_one_kind_word_and_passes() {
    let project = newsroom(&[("a", &["es", "fr"]), ("b", &["es", "fr"])]);
    assert_eq!(found(&project, &[], 0), ["nothing-recorded hint cotejo.toml"]);
    says(&project.run(&["check"]), 0, &["4 translated versions", "cotejo accept --all"]);
    record(&project, "a", "es");
    let one_is = found(&project, &[], 0);
    assert_eq!(one_is.len(), 3, "{one_is:?}");
    assert!(one_is.iter().all(|finding| finding.starts_with("unrecorded warning news/")), "{one_is:?}");
    for (policy, code, count) in [("allow", 0, 0), ("warn", 0, 3), ("fail", 1, 3)] {
        project.write("cotejo.toml", format!("{CONFIG}\n[policy]\nunrecorded = \"{policy}\"\n"));
        assert_eq!(found(&project, &[], code).len(), count, "{policy}");
    }
    assert_eq!(found(&project, &["--fail-on", "missing"], 0).len(), 3, "a list of one's own outranks it");
    assert_eq!(found(&project, &["--fail-on", "unrecorded"], 1).len(), 3);
}

#[test]
fn coverage_is_compared_exactly_and_by_locale() {
    let project = recorded(&[("a", &["es"]), ("b", &["es"]), ("c", &["fr"])]);
    for (least, code) in [("es=66", 0), ("es=67", 1), ("fr=33", 0), ("fr=34", 1), ("es=60,fr=40", 1)] {
        let ran = project.run(&["check", "--fail-on", "none", "--min-coverage", least]);
        assert_eq!(ran.code, code, "{least}\n{}", ran.out);
        assert_eq!(ran.out.contains("[coverage-low]"), code == 1, "{}", ran.out);
    }
    project.write("cotejo.toml", format!("{CONFIG}\n[policy]\nfail_on = []\ncoverage = {{ es = 90 }}\n"));
    says(&project.run(&["check"]), 1, &["es: 66%", "(2 of 3)", "90%"]);
    says(&project.run(&["check", "--min-coverage", "es=50"]), 0, &["passed"]);
    says(&project.run(&["check", "--min-coverage", "de=50"]), 2, &["de", "en, es, fr"]);
    // What the run does not look at can't be said to be covered.
    says(&project.run(&["check", "--locale", "es", "--min-coverage", "fr=99"]), 2, &["names fr", "--locale"]);
    for bad in ["es", "es=101", "es=x", "=5"] {
        assert_eq!(project.run(&["check", "--min-coverage", bad]).code, 2, "{bad}");
    }
}

#[test]
fn wishes_are_no_findings() {
    let project = recorded(&[("a", &[])]);
    assert_eq!(found(&project, &[], 1).len(), 2);
    project.write("cotejo.toml", format!("{CONFIG}\n[[keep]]\npath = \"news/en/a.txt\"\n"));
    let check = check_json(&project, &[], 0);
    assert_eq!(findings(&check), Vec::<String>::new());
    assert_eq!(check["cases"], serde_json::json!([]));
}

#[test]
fn what_can_not_be_read_ends_with_2_and_the_rest_is_checked() {
    let project = recorded(&[("a", &["es", "fr"]), ("b", &["es"])]);
    let path = record_path("a", "es");
    let text = project.read(&path);
    let line = 1 + text.lines().position(|line| line.starts_with("link")).expect("a link");
    project.write(&path, text.replacen("link ", "<<<<<<< ours\nlink ", 1));
    assert_eq!(
        found(&project, &[], 2),
        [format!("unreadable error {path}:{line}"), "missing error news/en/b.txt:1".to_owned()]
    );
    for format in ["text", "json", "github", "sarif", "junit"] {
        assert_eq!(project.run(&["check", "--format", format]).code, 2, "{format}");
    }
    assert_eq!(project.run(&["check", "--fail-on", "unreadable"]).code, 1, "asked for, it is a finding");
    assert_eq!(project.run(&["check", "--fail-on", "missing", "--path", "news/en/b.txt"]).code, 1);
}

// Debts.

#[test]
fn recorded_debts_do_not_fail_and_new_ones_do() {
    let project = recorded(&[("a", &["es"]), ("b", &["es"])]);
    let ran = project.run(&["check", "--record-debts"]);
    says(&ran, 0, &["2 debts", "passed over: 2 recorded debts"]);
    assert_eq!(project.read(".cotejo/debts"), "missing\tnews/a\tfr\nmissing\tnews/b\tfr\n");
    assert_eq!(found(&project, &[], 0), Vec::<String>::new());
    project.edit("news/en/a.txt", "two years", "three years");
    assert_eq!(found(&project, &[], 1), ["outdated error news/es/a.txt:5"], "another debt is not recorded");
    // A list that grows says so.
    says(&project.run(&["check", "--record-debts"]), 0, &["3 debts", "1 of these debts is new"]);
}

#[test]
fn a_debt_that_was_paid_is_told_and_taken_out() {
    let project = recorded(&[("a", &["es"]), ("b", &["es"])]);
    project.run(&["check", "--record-debts"]).expect(0);
    project.write("news/fr/a.txt", crate::news::FR);
    record(&project, "a", "fr");
    assert_eq!(found(&project, &[], 0), ["debt-paid hint .cotejo/debts:1"]);
    assert_eq!(found(&project, &["--locale", "es"], 0), Vec::<String>::new(), "not looked at, not paid");
    project.run(&["check", "--record-debts", "--locale", "es"]).expect(0);
    assert_eq!(project.read(".cotejo/debts").lines().count(), 2, "what was not looked at is owed still");
    project.run(&["check", "--record-debts"]).expect(0);
    assert_eq!(project.read(".cotejo/debts"), "missing\tnews/b\tfr\n");
    std::fs::remove_file(project.path("news/en/b.txt")).unwrap();
    std::fs::remove_file(project.path("news/es/b.txt")).unwrap();
    std::fs::remove_file(project.path(&record_path("b", "es"))).unwrap();
    assert_eq!(
        found(&project, &[], 0),
        ["debt-paid hint .cotejo/debts:1"],
        "an article that is gone owes nothing"
    );
}

#[test]
fn a_malformed_list_is_told_line_by_line() {
    let project = recorded(&[("a", &["es"])]);
    project.write(
        ".cotejo/debts",
        "missing\tnews/a\tfr\nmissing news/a es\nlate\tnews/a\tes\nmissing\tnews/a\tno tag\n\n<<<<<<< HEAD\n",
    );
    let ran = project.run(&["check"]);
    says(
        &ran,
        2,
        &[".cotejo/debts:2:", ".cotejo/debts:3:", ".cotejo/debts:4:", ".cotejo/debts:6:", "--record-debts"],
    );
    assert!(!ran.err.contains("debts:1:") && !ran.err.contains("debts:5:"), "{}", ran.err);
    says(&project.run(&["check", "--debts", "no/such"]), 2, &["no/such"]);
    says(&project.run(&["check", "--debts", "../outside"]), 2, &["../outside", "not in the project"]);
}

#[test]
fn the_list_may_only_shrink() {
    let project = recorded(&[("a", &["es"]), ("b", &["es"])]);
    project.write("own/debts", "missing\tnews/a\tfr\nmissing\tnews/b\tfr\n");
    commit(&project, "all");
    project.git(&["checkout", "-qb", "work"]);
    let args = ["--debts", "own/debts", "--only-changed-since", "main"];
    project.write("own/debts", "missing\tnews/b\tfr\n");
    assert_eq!(found(&project, &args, 0), Vec::<String>::new(), "one less, and another line number");
    project.write("own/debts", "missing\tnews/a\tfr\noutdated\tnews/a\tes\nmissing\tnews/b\tfr\n");
    project.edit("news/en/a.txt", "two years", "three years");
    commit(&project, "grown");
    assert_eq!(found(&project, &args, 1), ["debt-grown error own/debts:2"]);
}

// Branches.

fn commit(project: &Project, message: &str) {
    if !project.path(".git").is_dir() {
        project.git(&["init", "-q", "-b", "main"]);
    }
    project.git(&["add", "-A"]);
    project.git(&["commit", "-qm", message]);
}

#[test]
fn every_kind_of_change_on_a_branch_counts_and_no_other() {
    let project = recorded(&[("a", &["es"]), ("b", &["es"]), ("c", &["es", "fr"])]);
    commit(&project, "all");
    project.git(&["checkout", "-qb", "work"]);
    let args = ["--only-changed-since", "main"];
    let check = check_json(&project, &args, 0);
    assert_eq!(findings(&check), Vec::<String>::new());
    assert_eq!(check["passed_over"]["unchanged"], 6);
    says(&project.run(&["check", "--only-changed-since", "main"]), 0, &["6 versions", "did not touch"]);

    let reset = || drop(project.git(&["reset", "-q", "--hard", "work"]));
    // The source, in the working tree alone: both of its locales count.
    project.edit("news/en/a.txt", "two years", "three years");
    assert_eq!(
        found(&project, &args, 1),
        ["missing error news/en/a.txt:1", "outdated error news/es/a.txt:5"]
    );
    // Staged, then committed.
    project.git(&["add", "-A"]);
    assert_eq!(found(&project, &args, 1).len(), 2);
    project.git(&["commit", "-qm", "source"]);
    assert_eq!(found(&project, &args, 1).len(), 2);
    project.git(&["reset", "-q", "--hard", "main"]);
    // The target.
    project.write("news/es/b.txt", project.read("news/en/b.txt"));
    assert_eq!(found(&project, &args, 1), ["untranslated error news/es/b.txt:1"]);
    reset();
    // A target that went.
    std::fs::remove_file(project.path("news/fr/c.txt")).unwrap();
    assert_eq!(found(&project, &args, 1), ["missing error news/en/c.txt:1"]);
    reset();
    // A source that went: the versions that are left are orphans.
    std::fs::remove_file(project.path("news/en/c.txt")).unwrap();
    let orphans = found(&project, &["--only-changed-since", "main", "--fail-on", "orphan"], 1);
    assert_eq!(orphans, ["orphan error news/es/c.txt", "orphan error news/fr/c.txt"]);
    reset();
    // The record.
    std::fs::remove_file(project.path(&record_path("b", "es"))).unwrap();
    assert_eq!(found(&project, &args, 0), ["unrecorded warning news/es/b.txt"]);
    reset();
    // The configuration: everything counts.
    project.write("cotejo.toml", format!("{CONFIG}\n[policy]\ngrace_days = 0\n"));
    assert_eq!(found(&project, &args, 1).len(), 2);
    reset();
    // What main did meanwhile is not the branch's.
    project.git(&["checkout", "-q", "main"]);
    project.edit("news/en/b.txt", "two years", "four years");
    commit(&project, "on main");
    project.git(&["checkout", "-q", "work"]);
    assert_eq!(found(&project, &args, 0), Vec::<String>::new());
}

#[test]
fn a_page_that_changed_counts_too() {
    let project = Project::empty();
    // The number that changes below is a fault of the version as well; this is about the page.
    let config = format!("{}\n[policy]\nquality = \"allow\"\n", crate::news::PAGES);
    project.write("cotejo.toml", config);
    for name in ["a", "b"] {
        project.write(&format!("pages/{name}.txt"), crate::news::EN);
        project.write(&format!("es/{name}.txt"), ES);
    }
    commit(&project, "all");
    let args = ["--only-changed-since", "HEAD", "--fail-on", "none"];
    assert_eq!(check_json(&project, &args, 0)["cases"], serde_json::json!([]));
    project.edit("pages/b.txt", "two years", "three years");
    assert_eq!(
        check_json(&project, &args, 0)["cases"],
        serde_json::json!([{"article": "news/b", "locale": "es", "findings": []}])
    );
}

#[test]
fn a_version_in_order_that_the_site_does_not_serve_is_told() {
    let project = Project::empty();
    project.write("cotejo.toml", crate::news::PAGES);
    project.write("pages/a.txt", crate::news::EN);
    project.write("es/a.txt", ES);
    crate::news::record_files(&project, "a", "es", "pages/a.txt", "es/a.txt", |_| {
        (cotejo::domain::record::LinkState::Translated, None)
    });
    assert_eq!(found(&project, &[], 0), ["not-published hint es/a.txt"]);
    assert_eq!(found(&project, &["--fail-on", "not-published"], 1), ["not-published error es/a.txt"]);
    says(&project.run(&["check"]), 0, &["in order in Spanish, but the site serves it in English"]);
    // With no file of its own, what the site served is the version.
    std::fs::remove_file(project.path("es/a.txt")).unwrap();
    assert_eq!(found(&project, &[], 1), ["untranslated error pages/a.txt:1"]);
    // A notice that was left over a translated text.
    let notice = "Esta página no está disponible en el idioma seleccionado Spanish : Español y la proponemos por consiguiente en English : English.";
    project.write("es/a.txt", format!("{notice}\n\n{ES}"));
    assert_eq!(found(&project, &[], 0), ["not-published hint es/a.txt:1", "stale-notice warning es/a.txt:1"]);
}

#[test]
fn a_ref_that_leads_nowhere_ends_with_2_and_the_mend() {
    let project = recorded(&[("a", &["es"])]);
    says(&project.run(&["check", "--only-changed-since", "main"]), 2, &["in no git checkout"]);
    commit(&project, "one");
    says(&project.run(&["check", "--only-changed-since", "nowhere"]), 2, &["nowhere", "git fetch origin"]);
    says(&project.run(&["check", "--only-changed-since", "--upload-pack=x"]), 2, &[]);
    project.edit("news/en/a.txt", "two years", "three years");
    commit(&project, "two");
    let shallow = clone(&project, 1);
    for format in ["text", "json", "github", "sarif", "junit"] {
        let ran = shallow.run(&["check", "--only-changed-since", "HEAD~1", "--format", format]);
        says(&ran, 2, &["shallow", "git fetch --unshallow"]);
    }
    project.git(&["checkout", "-q", "--orphan", "other"]);
    commit(&project, "unrelated");
    says(&project.run(&["check", "--only-changed-since", "main"]), 2, &["no history in common"]);
}

#[test]
fn a_merge_base_beyond_a_shallow_clone_ends_with_2() {
    let project = recorded(&[("a", &["es"])]);
    commit(&project, "one");
    project.git(&["checkout", "-qb", "work"]);
    project.edit("news/en/a.txt", "two years", "three years");
    commit(&project, "two");
    let shallow = Project::empty();
    let from = format!("file://{}", project.path("").display());
    shallow.git(&["clone", "-q", "--depth", "1", "--no-single-branch", &from, "."]);
    shallow.git(&["rev-parse", "--verify", "origin/main"]);
    says(&shallow.run(&["check", "--only-changed-since", "origin/main"]), 2, &["shallow", "fetch-depth: 0"]);
}

/// A shallow clone of the project.
fn clone(project: &Project, depth: usize) -> Project {
    let shallow = Project::empty();
    let from = format!("file://{}", project.path("").display());
    shallow.git(&["clone", "-q", "--depth", &depth.to_string(), &from, "."]);
    shallow
}

// Days of grace.

/// A project whose source changed `ages` days ago, in that order, once its version was recorded.
fn aged(ages: &[i64]) -> Project {
    let mut project = recorded(&[("a", &["es", "fr"])]);
    let now = project.now;
    project.now = now - 100 * DAY;
    record(&project, "a", "es");
    record(&project, "a", "fr");
    // People accept first and commit source and record together, a little later.
    project.now += 600;
    commit(&project, "translated");
    let mut before = "two years".to_owned();
    for age in ages {
        project.now = now - age * DAY;
        let after = format!("{age} years");
        project.edit("news/en/a.txt", &before, &after);
        commit(&project, "changed");
        before = after;
    }
    project.now = now;
    project
}

#[test]
fn what_is_younger_than_the_days_of_grace_is_a_hint() {
    let project = aged(&[10]);
    for (days, code) in [("0", 1), ("9", 1), ("10", 1), ("11", 0), ("100", 0)] {
        let ran = project.run(&["check", "--grace-days", days]);
        assert_eq!(ran.code, code, "{days}: {}", ran.out);
    }
    assert_eq!(
        found(&project, &["--grace-days", "30"], 0),
        ["outdated hint news/es/a.txt:5", "outdated hint news/fr/a.txt:5"]
    );
    says(&project.run(&["check", "--grace-days", "30"]), 0, &["in their days of grace: 2"]);
    // It is the first change that counts, not the last.
    assert_eq!(aged(&[20, 3]).run(&["check", "--grace-days", "10"]).code, 1);
    // The accept and its own commit are no change.
    assert_eq!(aged(&[3]).run(&["check", "--grace-days", "10"]).code, 0);
    // The policy's days, when the command line gives none.
    project.write("cotejo.toml", format!("{CONFIG}\n[policy]\ngrace_days = 30\n"));
    assert_eq!(project.run(&["check"]).code, 0);
}

#[test]
fn only_a_commit_that_left_the_version_behind_begins_its_days() {
    // A change of punctuation leaves nothing behind; the change of a number does.
    let mut project = aged(&[]);
    let now = project.now;
    let change = |project: &mut Project, age: i64, before: &str, after: &str| {
        project.now = now - age * DAY;
        project.edit("news/en/a.txt", before, after);
        commit(project, "changed");
        project.now = now;
    };
    change(&mut project, 30, "lorries on Thursday, after", "lorries on Thursday after");
    change(&mut project, 4, "two years", "three years");
    assert_eq!(project.run(&["check", "--grace-days", "5"]).code, 0);
    assert_eq!(project.run(&["check", "--grace-days", "4"]).code, 1);
    // What comes after does not make it younger.
    change(&mut project, 1, "three years of", "three years  of");
    assert_eq!(project.run(&["check", "--grace-days", "4"]).code, 1);
    // A change that was taken back, and came again.
    let mut project = aged(&[]);
    change(&mut project, 30, "two years", "three years");
    change(&mut project, 20, "three years", "two years");
    change(&mut project, 6, "two years", "three years");
    assert_eq!(project.run(&["check", "--grace-days", "7"]).code, 0);
    assert_eq!(project.run(&["check", "--grace-days", "6"]).code, 1);
    // Committed is only what is cosmetic.
    let mut project = aged(&[]);
    change(&mut project, 30, "lorries on Thursday, after", "lorries on Thursday after");
    project.edit("news/en/a.txt", "two years", "three years");
    assert_eq!(project.run(&["check", "--grace-days", "1"]).code, 0);
}

#[test]
fn accepting_one_unit_does_not_make_another_one_young() {
    let mut project = aged(&[20]);
    let now = project.now;
    project.now = now - 10 * DAY;
    project.edit("news/en/a.txt", "a second bridge", "a third bridge");
    commit(&project, "another unit");
    // Five days ago, that unit alone was accepted in both locales.
    project.now = now - 5 * DAY;
    for locale in ["es", "fr"] {
        let path = record_path("a", locale);
        let mut record = ledger::syntax::parse(&project.read(&path)).unwrap();
        let link = record.links.iter_mut().find(|link| link.baseline[0].text.contains("bridge")).unwrap();
        link.baseline[0].text = link.baseline[0].text.replace("a second bridge", "a third bridge");
        link.at = cotejo::domain::record::Timestamp::from_seconds(project.now).unwrap();
        project.write(&path, ledger::syntax::write(&record));
    }
    commit(&project, "accepted");
    project.now = now;
    assert_eq!(found(&project, &["--grace-days", "15"], 1).len(), 2, "the first one waits for 20 days");
    assert_eq!(found(&project, &["--grace-days", "21"], 0).len(), 2);
}

#[test]
fn a_branch_squashed_with_its_accept_is_as_old_as_the_squash() {
    let mut project = aged(&[]);
    let now = project.now;
    project.now = now - 40 * DAY;
    record(&project, "a", "es");
    project.edit("news/en/a.txt", "two years", "three years");
    project.now = now - 8 * DAY;
    commit(&project, "squashed");
    project.now = now;
    assert_eq!(project.run(&["check", "--locale", "es", "--grace-days", "8"]).code, 1);
    assert_eq!(project.run(&["check", "--locale", "es", "--grace-days", "9"]).code, 0);
}

#[test]
fn what_is_not_committed_yet_is_young() {
    let project = aged(&[]);
    project.edit("news/en/a.txt", "two years", "three years");
    assert_eq!(project.run(&["check", "--grace-days", "1"]).code, 0);
    project.write("news/en/new.txt", crate::news::EN);
    assert_eq!(project.run(&["check", "--grace-days", "1"]).code, 0);
}

#[test]
fn a_version_that_never_was_is_as_old_as_its_article() {
    let mut project = recorded(&[("a", &["es"])]);
    let now = project.now;
    project.now = now - 20 * DAY;
    commit(&project, "written");
    project.now = now - 2 * DAY;
    project.edit("news/en/a.txt", "over the river", "over the canal");
    record(&project, "a", "es");
    commit(&project, "edited");
    project.now = now;
    assert_eq!(found(&project, &["--grace-days", "10"], 1), ["missing error news/en/a.txt:1"]);
    assert_eq!(found(&project, &["--grace-days", "30"], 0), ["missing hint news/en/a.txt:1"]);
}

#[test]
fn a_history_that_is_too_short_to_tell_ends_with_2() {
    let project = aged(&[10, 5]);
    let mut shallow = clone(&project, 1);
    says(&shallow.run(&["check", "--grace-days", "30"]), 2, &["too short", "git fetch --unshallow"]);
    assert_eq!(shallow.run(&["check", "--grace-days", "0"]).code, 1, "no history is needed");
    // What is known to be old is old, whatever the history lacks.
    shallow = clone(&project, 2);
    assert_eq!(shallow.run(&["check", "--grace-days", "3"]).code, 1);
}

#[test]
fn without_git_the_record_tells_the_age_and_without_a_record_nothing_does() {
    let mut project = recorded(&[("a", &["es", "fr"])]);
    project.edit("news/en/a.txt", "two years", "three years");
    project.now += 5 * DAY;
    assert_eq!(project.run(&["check", "--grace-days", "4"]).code, 1);
    assert_eq!(project.run(&["check", "--grace-days", "6"]).code, 0);
    project.write("news/en/b.txt", crate::news::EN);
    says(
        &project.run(&["check", "--grace-days", "6"]),
        2,
        &["news/en/b.txt", "not in git", "--grace-days 0"],
    );
}

// Formats.

/// A project with names and titles that would break a careless format, and every kind of finding
/// that files alone can make.
fn hostile() -> Project {
    let names = [
        "plain",
        "a]]>b",
        "::error::x",
        "q\"<&'>",
        "tab\there",
        "new\nline\n::error::forged",
        "esc\u{1b}[31m",
    ];
    let project = recorded(&names.map(|name| (name, ["es"].as_slice())));
    for name in names {
        let path = format!("news/en/{name}.txt");
        let title = "Breaking ]]> <b>&amp; \u{1b}[31m \"quoted\"\u{202e} ::error::title %0A ##[error]x\n\n";
        project.write(&path, format!("{title}{}", project.read(&path)));
    }
    project.write("news/es/a]]>b.txt", project.read("news/en/a]]>b.txt"));
    project.write("news/es/stray.txt", ES);
    project.write(&record_path("plain", "es"), "nonsense\n");
    project.write(".cotejo/debts", "missing\tnews/gone\tes\n");
    project
}

const ALL: [&str; 6] = ["check", "--min-coverage", "fr=10", "--fail-on", "missing,outdated", "--format"];

#[test]
fn the_formats_hold_the_same_findings_and_no_name_or_title_breaks_them() {
    let project = hostile();
    let run = |format: &str| {
        let ran = project.run(&[ALL.as_slice(), &[format]].concat());
        assert_eq!(ran.code, 2, "{format}: {}", ran.err);
        assert!(
            !ran.out.contains(['\u{1b}', '\u{202e}']) || format == "json" || format == "sarif",
            "{format} steers a terminal"
        );
        ran.out
    };
    let json: Value = serde_json::from_str(&run("json")).unwrap();
    let all = json["findings"].as_array().unwrap();
    let text_of = |value: &Value| value.as_str().unwrap().to_owned();
    let codes: BTreeSet<String> = all.iter().map(|finding| text_of(&finding["code"])).collect();
    let wanted = ["coverage-low", "debt-paid", "missing", "orphan", "outdated", "unreadable", "untranslated"];
    assert_eq!(codes.iter().map(String::as_str).collect::<Vec<_>>(), wanted);
    let prints: Vec<String> = all.iter().map(|finding| text_of(&finding["fingerprint"])).collect();
    assert_eq!(prints.iter().collect::<BTreeSet<_>>().len(), prints.len(), "each finding is itself");
    let of_code = |finding: &Value| text_of(&finding["code"]);
    let in_order: Vec<String> = all.iter().map(of_code).collect();

    let sarif: Value = serde_json::from_str(&run("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let in_sarif: Vec<String> =
        results.iter().map(|result| text_of(&result["partialFingerprints"]["cotejoIdentity/v1"])).collect();
    assert_eq!(in_sarif, prints);

    // Every line of the text is a finding or the sum: no name made a line of its own.
    let text = run("text");
    let last = |line: &str| line.rsplit_once('[').map(|(_, code)| code.trim_end_matches(']').to_owned());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..in_order.len()].iter().filter_map(|line| last(line)).collect::<Vec<_>>(), in_order);
    assert_eq!(lines.len(), in_order.len() + 2, "{text}");
    // So many findings are summed up by their code, and the sums add up.
    let sums = lines[in_order.len()].strip_prefix("by code: ").expect("a line of sums");
    let counted: Vec<(String, usize)> = sums
        .split(" · ")
        .map(|one| one.rsplit_once(' ').expect("a code and its number"))
        .map(|(code, count)| (code.to_owned(), count.parse().expect("a number")))
        .collect();
    let count = |code: &String| (code.clone(), in_order.iter().filter(|other| *other == code).count());
    assert_eq!(counted, codes.iter().map(count).collect::<Vec<_>>());
    assert_eq!(json["counts"]["by_code"]["missing"], count(&"missing".to_owned()).1);
    assert!(!lines.iter().any(|line| line.trim_start().starts_with("::")), "{text}");

    // GitHub: ten of a kind at most, and the log, fenced, is the text.
    let github = run("github");
    let (annotations, log) = github.split_once("::stop-commands::").unwrap();
    let (token, log) = log.split_once('\n').unwrap();
    assert_eq!(log.strip_suffix(&format!("::{token}::\n")), Some(text.as_str()));
    let commands: Vec<&str> = annotations.lines().collect();
    assert!(
        commands
            .iter()
            .all(|line| ["::error ", "::warning ", "::notice "].iter().any(|c| line.starts_with(c))
                || line.starts_with("::error::")),
        "{annotations}"
    );
    let told = commands.iter().filter(|line| line.contains(",title=")).count();
    let errors = all.iter().filter(|finding| finding["severity"] == "error").count();
    assert!(errors > 10, "enough to meet the limit");
    assert_eq!(commands.iter().filter(|line| line.starts_with("::error")).count(), 10);
    assert_eq!(told, in_order.len() - errors + 9);

    // JUnit: each finding in one case.
    let junit = run("junit");
    let mut reader = quick_xml::Reader::from_str(&junit);
    let (mut found, mut text_so_far) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Text(part) => text_so_far.push_str(&part.xml10_content()),
            quick_xml::events::Event::GeneralRef(_) => text_so_far.push('?'),
            quick_xml::events::Event::End(_) => {
                found.extend(text_so_far.lines().filter_map(|line| last(line.trim())));
                text_so_far.clear();
            }
            _ => {}
        }
    }
    found.sort();
    let mut sorted = in_order.clone();
    sorted.sort();
    assert_eq!(found, sorted, "{junit}");
}

#[test]
fn json_and_sarif_are_as_their_schemas_say() {
    let project = hostile();
    for (format, path) in
        [("json", "schema/check.schema.json"), ("sarif", "schema/published/sarif-schema-2.1.0.json")]
    {
        let ran = project.run(&[ALL.as_slice(), &[format]].concat());
        let value: Value = serde_json::from_str(&ran.out).unwrap();
        crate::schema::holds(path, &value);
    }
    let value = check_json(&recorded(&[("a", &["es", "fr"])]), &[], 0);
    crate::schema::holds("schema/check.schema.json", &value);
}

#[test]
fn junit_is_as_its_schema_says() {
    let Some(junit) = Some(hostile().run(&[ALL.as_slice(), &["junit"]].concat()).out) else { return };
    crate::schema::junit_holds(&junit);
}

#[test]
fn a_finding_is_the_same_when_lines_move() {
    let project = recorded(&[("a", &["es"])]);
    project.edit("news/en/a.txt", "two years", "three years");
    let prints = |project: &Project| -> Vec<(Value, Value)> {
        let check = check_json(project, &[], 1);
        let all = check["findings"].as_array().unwrap();
        all.iter().map(|one| (one["fingerprint"].clone(), one["line"].clone())).collect()
    };
    let before = prints(&project);
    for path in ["news/en/a.txt", "news/es/a.txt"] {
        project.write(path, format!("\n\n\n{}", project.read(path)));
    }
    let after = prints(&project);
    assert_eq!(
        before.iter().map(|(print, _)| print).collect::<Vec<_>>(),
        after.iter().map(|(print, _)| print).collect::<Vec<_>>()
    );
    assert!(before.iter().zip(&after).all(|((_, one), (_, other))| one != other), "{before:?} {after:?}");
}

#[test]
fn paths_in_a_project_below_the_repository_count_from_the_repository() {
    let project = Project::empty();
    project.write("site/cotejo.toml", CONFIG);
    project.write("site/news/en/a.txt", crate::news::EN);
    commit(&project, "all");
    says(
        &project.run(&["check", "-C", "site", "--format", "github"]),
        1,
        &["::error file=site/news/en/a.txt,line=1,"],
    );
    says(
        &project.run(&["check", "-C", "site", "--format", "sarif"]),
        1,
        &["\"uri\": \"site/news/en/a.txt\""],
    );
    says(&project.run(&["check", "-C", "site"]), 1, &["\nnews/en/a.txt:1:"]);
}
