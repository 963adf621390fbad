//! `cotejo note`: an editor's words, kept in the record, shown with the work.

use crate::accept::{project, recorded};
use crate::pull::{outdated, package};

const RECORD: &str = ".cotejo/ledger/es/docs/lab.record";

#[test]
fn a_note_goes_out_with_its_unit_and_stays_with_it() {
    let project = outdated();
    project.run(&["note", "docs/lab", "Keep it short.", "--locale", "es"]).expect(0);
    project.run(&["note", "docs/lab", "Thirty is right.", "--unit", "2", "--locale", "es"]).expect(0);
    project.run(&["note", "docs/lab", "A joke, mind.", "--unit", "4", "--locale", "es"]).expect(0);
    let diff = project.run(&["diff", "docs/lab", "--locale", "es"]).expect(0).to_owned();
    for part in ["Note: Keep it short.", "Note: Thirty is right.", "Note: A joke, mind."] {
        assert!(diff.contains(part), "{part}: {diff}");
    }
    let (_, file) = package(&project, &[]);
    let units = file["articles"][0]["units"].as_array().unwrap();
    assert_eq!(file["articles"][0]["note"], "Keep it short.");
    assert_eq!(units[1]["note"], "Thirty is right.");
    assert_eq!(units[3]["note"], "A joke, mind.");
    // A unit that gets its link keeps its note.
    project.edit("es/lab.md", "Los resultados", "Nadie paga por una **muestra**.\n\nLos resultados");
    project.run(&["accept", "docs/lab", "--locale", "es", "--unit", "4"]).expect(0);
    project.edit("en/lab.md", "Nobody pays", "Nobody ever pays");
    let diff = project.run(&["diff", "docs/lab", "--locale", "es"]).expect(0).to_owned();
    assert!(diff.contains("Note: A joke, mind."), "{diff}");
}

#[test]
fn notes_are_listed_replaced_taken_away_and_undone() {
    let project = recorded();
    let before = project.tree();
    project.run(&["note", "docs/lab", "One.", "--locale", "es"]).expect(0);
    project.run(&["note", "docs/lab", "Two.", "--locale", "es"]).expect(0);
    let text = project.run(&["note", "docs/lab"]).expect(0).to_owned();
    assert!(text.contains("Two.") && !text.contains("One."), "{text}");
    assert!(
        project.read(RECORD).contains("note article\ntext Two.\nby Ana\nat "),
        "{}",
        project.read(RECORD)
    );
    project.run(&["note", "docs/lab", "--remove"]).expect(0);
    assert_eq!(project.tree(), before);
    assert!(project.run(&["note", "docs/lab"]).expect(0).contains("no notes"));
    project.run(&["accept", "--undo"]).expect(0);
    assert!(project.read(RECORD).contains("Two."));
}

#[test]
fn a_note_on_what_was_never_accepted_vouches_for_nothing() {
    let project = project();
    let verdict = |project: &crate::harness::Project| {
        let status = project.run(&["status", "--rows", "--format", "json", "--locale", "es"]).json();
        status["rows"][0]["verdict"].clone()
    };
    let before = verdict(&project);
    project.run(&["note", "docs/lab", "Read it twice.", "--locale", "es"]).expect(0);
    assert_eq!(verdict(&project), before);
    project.run(&["accept", "docs/lab", "--locale", "es"]).expect(0);
    assert!(project.read(RECORD).contains("Read it twice."));
    assert_eq!(verdict(&project), "current");
}

#[test]
fn wrong_input_says_what_to_do() {
    let project = recorded();
    for (args, part) in [
        (&["note"][..], "ARTICLE"),
        (&["note", "docs/none", "x"], "docs/none"),
        (&["note", "docs/lab", " "], "--remove"),
        (&["note", "docs/lab", "x", "--unit", "99"], "99"),
        (&["note", "docs/lab", "x", "--unit", "a b"], "a b"),
        (&["note", "docs/lab", "x", "--locale", "de"], "de"),
    ] {
        let ran = project.run(args);
        ran.expect(2);
        assert!(ran.err.contains(part), "{args:?}: {}", ran.err);
    }
}
