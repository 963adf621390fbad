//! `cotejo diff`: what changed, where the target stands, and in which format.

use crate::accept::recorded;
use crate::harness::Project;

const NEW: &str = "A second laboratory will open in Cusco in 2027 with room for twelve chemists.";

fn changed() -> Project {
    let project = recorded();
    project.edit("en/lab.md", "24 chemists", "30 chemists");
    project.edit("en/lab.md", "\n\nThe results", &format!("\n\n{NEW}\n\nThe results"));
    project
}

#[test]
fn a_change_stands_beside_the_target_it_concerns() {
    let project = changed();
    let text = project.run(&["diff", "docs/lab", "--locale", "es"]);
    let out = text.expect(0);
    for part in [
        "unit 2  major  number 24 → 30",
        "with a staff of [-24-]{+30+} chemists.",
        "es  es/lab.md:3",
        "con una plantilla de 24 químicos.",
        "unit 4  major  added",
        &format!("{{+{NEW}+}}"),
        "es  es/lab.md:5",
        "its translation belongs after “Las muestras se toman",
    ] {
        assert!(out.contains(part), "{part:?} is not in\n{out}");
    }
    assert!(!out.contains('\u{1b}'), "{out}");
    let coloured = project.run(&["diff", "docs/lab", "--locale", "es", "--color", "always"]);
    assert!(coloured.expect(0).contains('\u{1b}') && !coloured.out.contains("[-24"), "{}", coloured.out);
}

#[test]
fn a_removed_unit_names_the_target_that_lost_its_source_and_can_be_accepted_by_its_name() {
    let project = recorded();
    project.edit(
        "en/lab.md",
        "Samples are taken at the border and sent to the laboratory within two days.\n\n",
        "",
    );
    let diff = project.run(&["diff", "docs/lab", "--locale", "es", "--format", "json"]).json();
    let change = &diff["versions"][0]["changes"][0];
    assert_eq!(
        (change["what"].as_str(), change["units"].as_array().map(Vec::len)),
        (Some("removed"), Some(0))
    );
    assert_eq!(change["target"][0]["line"], 5);
    let text = project.run(&["diff", "docs/lab", "--locale", "es"]);
    assert!(text.expect(0).contains("now without a source"), "{}", text.out);
    project.edit(
        "es/lab.md",
        "Las muestras se toman en la frontera y se envían al laboratorio en un plazo de dos días.\n\n",
        "",
    );
    let link = change["link"].as_str().unwrap();
    project.run(&["accept", "docs/lab", "--locale", "es", "--unit", link]).expect(0);
    let after = project.run(&["diff", "docs/lab", "--locale", "es"]);
    assert!(after.expect(0).contains("Nothing has changed"), "{}", after.out);
}

#[test]
fn a_target_edited_by_hand_is_shown_as_such() {
    let project = recorded();
    project.edit("es/lab.md", "24 químicos", "veinticuatro químicos");
    let text = project.run(&["diff", "docs/lab", "--locale", "es"]);
    let out = text.expect(0);
    assert!(out.contains("unit 2  the target was edited since it was accepted"), "{out}");
    assert!(out.contains("veinticuatro químicos"), "{out}");
}

#[test]
fn versions_with_nothing_to_show_are_one_line() {
    let project = recorded();
    std::fs::remove_file(project.path(".cotejo/ledger/fr/docs/lab.record")).unwrap();
    let text = project.run(&["diff", "docs/lab"]);
    let out = text.expect(0);
    assert!(out.contains("Nothing has changed since it was accepted."), "{out}");
    assert!(out.contains("No baseline is known"), "{out}");
    let all = project.run(&["diff"]);
    assert!(
        all.expect(0).contains("No source has changed") && all.out.contains("1 version has no baseline"),
        "{}",
        all.out
    );
}

#[test]
fn classes_and_locales_choose_what_is_shown() {
    let project = changed();
    project.edit("en/lab.md", "every month", "each month");
    let count = |args: &[&str]| {
        let args: Vec<&str> = ["diff", "--format", "json"].iter().chain(args).copied().collect();
        let diff = project.run(&args).json();
        assert_eq!((diff["cotejo"].as_str(), diff["version"].as_u64()), (Some("diff"), Some(1)));
        let versions = diff["versions"].as_array().unwrap().clone();
        versions.iter().map(|version| version["changes"].as_array().unwrap().len()).collect::<Vec<_>>()
    };
    assert_eq!(count(&[]), [3, 3]);
    assert_eq!(count(&["--locale", "fr"]), [3]);
    assert_eq!(count(&["--class", "major"]), [2, 2]);
    assert_eq!(count(&["docs/lab", "--class", "minor", "--locale", "es"]), [3]);
}

#[test]
fn a_heading_that_goes_deeper_is_shown_accepted_and_then_asked_of_the_target() {
    let project = recorded();
    for locale in ["en", "es", "fr"] {
        let text = project.read(&format!("{locale}/lab.md"));
        project.write(&format!("{locale}/lab.md"), format!("{text}\n## PH 7\n"));
    }
    project.run(&["accept", "docs/lab"]).expect(0);
    assert!(project.read(".cotejo/ledger/es/docs/lab.record").contains("\nsource heading-2 PH 7\n"));
    project.edit("en/lab.md", "## PH 7", "### PH 7");
    let diff = project.run(&["diff", "docs/lab", "--locale", "es"]);
    assert!(diff.expect(0).contains("cosmetic  heading level 2 → 3"), "{}", diff.out);
    let french = project.run(&["diff", "docs/lab", "--locale", "fr", "--lang", "fr"]);
    assert!(french.expect(0).contains("niveau du titre 2 → 3"), "{}", french.out);
    let qa = |code: u8, found: bool| {
        let ran = project.run(&["qa", "docs/lab", "--locale", "es"]);
        assert_eq!(
            ran.expect(code).contains("a heading of level 2; the source’s has level 3"),
            found,
            "{}",
            ran.out
        );
    };
    qa(0, false);
    project.run(&["accept", "docs/lab", "--locale", "es"]).expect(0);
    let after = project.run(&["diff", "docs/lab", "--locale", "es"]);
    assert!(after.expect(0).contains("Nothing has changed"), "{}", after.out);
    qa(0, true);
    project.edit("es/lab.md", "## PH 7", "### PH 7");
    qa(0, false);
}

#[test]
fn every_format_exits_with_0_and_speaks_of_the_same_change() {
    let project = changed();
    for (format, part) in [
        ("text", "[-24-]{+30+}"),
        ("json", "\"delete\""),
        ("html", "<del>24</del><ins>30</ins>"),
        ("markdown", "<del>24</del><ins>30</ins>"),
    ] {
        let ran = project.run(&["diff", "--format", format]);
        assert!(ran.expect(0).contains(part), "{format}: {}", ran.out);
    }
    let wide = project.run(&["diff", "docs/lab", "--side-by-side", "always"]);
    assert!(
        wide.expect(0).lines().any(|line| line.contains("chemists") && line.contains('│')),
        "{}",
        wide.out
    );
}

#[test]
fn a_record_that_can_not_be_read_is_told_and_the_rest_is_shown() {
    let project = changed();
    project.edit(".cotejo/ledger/es/docs/lab.record", "state translated", "state splendid");
    let all = project.run(&["diff"]);
    assert!(all.expect(2).contains("  fr  outdated"), "{}", all.out);
    assert!(all.err.contains("es/docs/lab.record:9"), "{}", all.err);
    let named = project.run(&["diff", "docs/lab"]);
    named.expect(2);
    assert!(
        named.out.contains("es/docs/lab.record:9") && named.out.contains("[-24-]{+30+}"),
        "{}",
        named.out
    );
}

#[test]
fn of_a_damaged_record_the_other_stanzas_are_shown_and_nothing_is_written() {
    let project = changed();
    let path = ".cotejo/ledger/es/docs/lab.record";
    let damaged = project.read(path).replacen("state translated", "state splendid", 1);
    project.write(path, &damaged);
    let lines: Vec<&str> = damaged.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("link ")).unwrap();
    let last = lines.iter().position(|line| *line == "end").unwrap();
    let place = format!("can't read lines {}–{} of the record", first + 1, last + 1);
    let at = format!("{path}:9: ");
    for args in [
        &["diff"][..],
        &["diff", "docs/lab", "--locale", "es"],
        &["status"],
        &["check"],
        &["accept", "--all"],
        &["accept", "docs/lab", "--locale", "es", "--reason", "so"],
    ] {
        let ran = project.run(args);
        ran.expect(2);
        let all = format!("{}{}", ran.out, ran.err);
        for part in [at.as_str(), &place, "the other links (3) were read"] {
            assert!(all.contains(part), "{args:?}: {part:?} is not in {all}");
        }
        assert_eq!(project.read(path), damaged, "{args:?}");
    }
    for args in [&["diff", "--locale", "es"][..], &["diff", "docs/lab", "--locale", "es"]] {
        let ran = project.run(args);
        assert!(ran.expect(2).contains("unit 2  major  number 24 → 30"), "{args:?}: {}", ran.out);
    }
    // The last mend: without these lines the record is read, and what the others wait for is kept.
    let rest: Vec<&str> = lines
        .iter()
        .enumerate()
        .filter(|(at, _)| !(first..=last).contains(at))
        .map(|(_, line)| *line)
        .collect();
    project.write(path, rest.join("\n") + "\n");
    let diff = project.run(&["diff", "docs/lab", "--locale", "es"]);
    let out = diff.expect(0);
    assert!(out.contains("unit 1  major  added") && out.contains("unit 2  major  number 24 → 30"), "{out}");
}
