//! Real git merges of accepts, as they happen to two people on two branches.

use crate::accept::{EN, ES, FR, recorded};
use crate::harness::Project;

/// A recorded project in git, its source changed in three units and a second article beside it.
fn shared() -> Project {
    let project = recorded();
    project.write("en/other.md", EN);
    project.write("es/other.md", ES);
    project.write("fr/other.md", FR);
    project.write(".gitignore", ".cotejo/local/\n");
    project.run(&["accept", "--all"]).expect(0);
    for article in ["lab", "other"] {
        let path = format!("en/{article}.md");
        for (from, to) in
            [("24 chemists", "30 chemists"), ("two days", "three days"), ("every month", "every week")]
        {
            project.edit(&path, from, to);
        }
    }
    project.git(&["init", "-q"]);
    project.git(&["add", "."]);
    project.git(&["commit", "-qm", "the source changed"]);
    project
}

/// On a branch of its own: an edit of a target, and its accept.
fn on_branch(project: &Project, branch: &str, edit: (&str, &str, &str), args: &[&str]) {
    project.git(&["checkout", "-q", "-b", branch, "main"]);
    let (path, from, to) = edit;
    project.edit(path, from, to);
    let mut line = vec!["accept"];
    line.extend(args);
    line.extend(["--by", branch]);
    project.run(&line).expect(0);
    project.git(&["add", "."]);
    project.git(&["commit", "-qm", branch]);
}

fn eva_follows_unit_2(project: &Project) {
    let args = ["docs/lab", "--locale", "es", "--unit", "2"];
    on_branch(project, "eva", ("es/lab.md", "24 químicos", "30 químicos"), &args);
}

fn pending(project: &Project, article: &str, locale: &str) -> Vec<u64> {
    let diff = project.run(&["diff", article, "--locale", locale, "--format", "json"]).json();
    let changes = diff["versions"][0]["changes"].as_array().unwrap().clone();
    changes
        .iter()
        .flat_map(|change| change["units"].as_array().unwrap().clone())
        .filter_map(|unit| unit.as_u64())
        .collect()
}

fn merged(project: &Project, ours: &str, theirs: &str) {
    project.git(&["checkout", "-q", ours]);
    project.git(&["merge", "-q", "--no-edit", theirs]);
}

#[test]
fn accepts_of_two_articles_merge() {
    let project = shared();
    eva_follows_unit_2(&project);
    on_branch(
        &project,
        "joe",
        ("es/other.md", "24 químicos", "30 químicos"),
        &["docs/other", "--locale", "es", "--unit", "2"],
    );
    merged(&project, "eva", "joe");
    assert_eq!(pending(&project, "docs/lab", "es"), [3, 4]);
    assert_eq!(pending(&project, "docs/other", "es"), [3, 4]);
}

#[test]
fn accepts_of_one_article_in_two_locales_merge() {
    let project = shared();
    eva_follows_unit_2(&project);
    on_branch(
        &project,
        "joe",
        ("fr/lab.md", "24 chimistes", "30 chimistes"),
        &["docs/lab", "--locale", "fr", "--unit", "2"],
    );
    merged(&project, "eva", "joe");
    assert_eq!(pending(&project, "docs/lab", "es"), [3, 4]);
    assert_eq!(pending(&project, "docs/lab", "fr"), [3, 4]);
}

#[test]
fn accepts_of_two_neighbouring_units_of_one_record_merge() {
    let project = shared();
    eva_follows_unit_2(&project);
    on_branch(
        &project,
        "joe",
        ("es/lab.md", "cada mes", "cada semana"),
        &["docs/lab", "--locale", "es", "--unit", "4"],
    );
    merged(&project, "eva", "joe");
    assert_eq!(pending(&project, "docs/lab", "es"), [3]);
    let record = project.read(".cotejo/ledger/es/docs/lab.record");
    assert!(record.contains("by eva") && record.contains("by joe"), "{record}");
}

#[test]
fn the_same_unit_accepted_twice_is_a_conflict_that_the_next_command_explains() {
    let mut project = shared();
    // Wide enough that `status` cuts nothing off.
    project.vars.insert("COLUMNS".to_owned(), "300".to_owned());
    eva_follows_unit_2(&project);
    let args = ["docs/lab", "--locale", "es", "--unit", "2"];
    on_branch(&project, "joe", ("es/lab.md", "24 químicos", "treinta químicos"), &args);
    project.git(&["checkout", "-q", "eva"]);
    assert!(!project.try_git(&["merge", "--no-edit", "joe"]).0);
    project.git(&["checkout", "--ours", "es/lab.md"]);
    let record = ".cotejo/ledger/es/docs/lab.record";
    let text = project.read(record);
    let line = 1 + text.lines().position(|line| line.starts_with("<<<<<<<")).expect("git marks the conflict");
    for command in [&["status"][..], &["diff", "docs/lab"], &["accept", "docs/lab", "--locale", "es"]] {
        let ran = project.run(command);
        let said = format!("{}{}", ran.out, ran.err);
        assert!(
            said.contains(&format!("{record}:{line}: ")) && said.contains("merge conflict"),
            "{command:?}: {said}"
        );
        // To leave it out is no mend of a record.
        assert!(!said.contains("exclude"), "{command:?}: {said}");
    }
    assert_eq!(project.read(record), text, "no command writes over a conflict");
    // The other articles go on.
    project.edit("es/other.md", "24 químicos", "30 químicos");
    project.run(&["accept", "docs/other", "--locale", "es", "--unit", "2"]).expect(0);
    assert_eq!(pending(&project, "docs/other", "es"), [3, 4]);

    project.git(&["checkout", "--ours", record]);
    assert_eq!(pending(&project, "docs/lab", "es"), [3, 4]);
}

/// The same sentence put in behind the block that begins so, on both sides, and accepted.
fn adds_a_note(project: &Project, branch: &str, behind: [&str; 2]) {
    project.git(&["checkout", "-q", "-b", branch, "start"]);
    let notes = ["See also the annex.", "Véase también el anexo."];
    for ((path, behind), note) in ["en/lab.md", "es/lab.md"].into_iter().zip(behind).zip(notes) {
        let text = project.read(path);
        let line = text.lines().find(|line| line.starts_with(behind)).expect("the block is there");
        project.edit(path, line, &format!("{line}\n\n{note}"));
    }
    project.run(&["accept", "docs/lab", "--locale", "es", "--by", branch]).expect(0);
    project.git(&["commit", "-qam", branch]);
}

#[test]
fn the_same_text_put_in_at_two_places_is_two_links_whichever_branch_is_merged_into_which() {
    let project = recorded();
    project.write(".gitignore", ".cotejo/local/\n");
    project.git(&["init", "-q"]);
    project.git(&["add", "."]);
    project.git(&["commit", "-qm", "start"]);
    project.git(&["tag", "start"]);
    adds_a_note(&project, "eva", ["# ", "# "]);
    adds_a_note(&project, "joe", ["Samples", "Las muestras"]);
    let record = ".cotejo/ledger/es/docs/lab.record";
    let mut written = Vec::new();
    for (number, (ours, theirs)) in [("eva", "joe"), ("joe", "eva")].into_iter().enumerate() {
        let branch = format!("merge-{number}");
        project.git(&["checkout", "-q", "-b", &branch, ours]);
        project.git(&["merge", "-q", "--no-edit", theirs]);
        let stanzas: Vec<String> = project
            .read(record)
            .lines()
            .filter(|line| line.starts_with("link "))
            .map(str::to_owned)
            .collect();
        let mut names = stanzas.clone();
        names.sort();
        names.dedup();
        assert_eq!((stanzas.len(), names.len()), (6, 5), "git kept both stanzas, of one name");
        // Both are read, in step, and accepting finds nothing to do.
        assert_eq!(pending(&project, "docs/lab", "es"), [] as [u64; 0]);
        project.run(&["check", "--locale", "es"]).expect(0);
        project
            .run(&["accept", "docs/lab", "--locale", "es", "--state", "reviewed", "--by", "ana"])
            .expect(0);
        let text = project.read(record);
        let mut names: Vec<&str> = text.lines().filter(|line| line.starts_with("link ")).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 6, "written back with a name each: {text}");
        assert_eq!(pending(&project, "docs/lab", "es"), [] as [u64; 0]);
        written.push(text);
        project.git(&["checkout", "-q", "-f", ours]);
    }
    assert_eq!(written[0], written[1]);
}
