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
fn a_target_edited_by_hand_stands_beside_the_source_it_is_to_be_held_against() {
    let project = recorded();
    project.edit("es/lab.md", "24 químicos", "veinticuatro químicos");
    let source = "with a staff of 24 chemists.";
    for (args, mark) in [
        (&["--format", "html"][..], "<div class=\"words\" lang=\"en\""),
        (&["--format", "markdown"], "> "),
        (&["--side-by-side", "never"], "en  en/lab.md:3"),
    ] {
        let ran = project.run(&[&["diff", "docs/lab", "--locale", "es"], args].concat());
        let out = ran.expect(0);
        let at = |part: &str| out.find(part).unwrap_or_else(|| panic!("{part:?} is not in\n{out}"));
        assert!(at(source) < at("veinticuatro"), "{args:?}\n{out}");
        at(mark);
        // It did not change: there is nothing to mark in it.
        assert!(!["<ins>", "<del>", "[-", "{+"].iter().any(|mark| out.contains(mark)), "{args:?}\n{out}");
    }
    let html = project.run(&["diff", "docs/lab", "--locale", "es", "--format", "html"]);
    assert!(!html.expect(0).contains("dir=\"ltr\"></div>"), "an empty side:\n{}", html.out);
    let wide = project.run(&["diff", "docs/lab", "--locale", "es", "--side-by-side", "always"]);
    let row = |out: &str, left: &str, right: &str| {
        out.lines()
            .filter_map(|line| line.split_once('│'))
            .any(|(l, r)| l.contains(left) && r.contains(right))
    };
    assert!(row(wide.expect(0), "en  en/lab.md:3", "es  es/lab.md:3"), "{}", wide.out);
    assert!(row(&wide.out, "laboratory", "laborator"), "{}", wide.out);
    let json = project.run(&["diff", "docs/lab", "--locale", "es", "--format", "json"]).json();
    let change = &json["versions"][0]["changes"][0];
    assert_eq!((&change["what"], &change["words"][0]["op"]), (&"target".into(), &"equal".into()));
    assert!(change["words"][0]["text"].as_str().is_some_and(|text| text.ends_with(source)), "{change}");
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

#[test]
fn the_json_is_as_its_schema_says() {
    const SCHEMA: &str = "schema/diff.schema.json";
    let mut whats = std::collections::BTreeSet::new();
    let mut causes = std::collections::BTreeSet::new();
    let mut states = std::collections::BTreeSet::new();
    let mut look = |project: &Project, code: u8, args: &[&str]| {
        let json = project.run(&[&["diff", "--format", "json"], args].concat()).json_with(code);
        crate::schema::holds(SCHEMA, &json);
        let name = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        for change in
            json["versions"].as_array().unwrap().iter().flat_map(|v| v["changes"].as_array().unwrap())
        {
            whats.insert(name(&change["what"]));
            states.insert(name(&change["target_state"]));
            causes.extend(change["causes"].as_array().unwrap().iter().map(|cause| name(&cause["cause"])));
        }
        json
    };
    // Nothing recorded, nothing changed.
    look(&crate::accept::project(), 0, &["docs/lab"]);
    look(&recorded(), 0, &["docs/lab"]);
    // Units changed, added and removed, a target edited and one that is gone, one too many.
    let project = changed();
    project.edit("en/lab.md", "# Customs laboratories", "## Customs laboratories");
    project.edit("es/lab.md", "24 químicos", "veinticuatro químicos");
    project.edit("fr/lab.md", "Les résultats sont publiés chaque mois par l’administration nationale.\n", "");
    project.edit(
        "fr/lab.md",
        "dans les deux jours.",
        "dans les deux jours.\n\nUne phrase que personne ne connaît encore ici.",
    );
    look(&project, 0, &[]);
    look(&project, 0, &["docs/lab", "--class", "major"]);
    project.edit(
        "en/lab.md",
        "Samples are taken at the border and sent to the laboratory within two days.\n\n",
        "",
    );
    look(&project, 0, &["docs/lab"]);
    let left = project.run(&["accept", "docs/lab", "--locale", "es", "--unit", "2", "--reason", "as agreed"]);
    left.expect(0);
    project.edit("en/lab.md", "30 chemists", "31 chemists");
    let json = look(&project, 0, &["docs/lab", "--locale", "es"]);
    assert!(json.to_string().contains("as agreed"), "{json:#}");
    let project = recorded();
    project.edit("es/lab.md", "dos días.", "dos días.\n\nUna frase que nadie más conoce.");
    look(&project, 0, &["docs/lab"]);
    // Moved, split and merged.
    let project = recorded();
    let [head, opened, samples, results] = crate::accept::EN.trim_end().split("\n\n").collect::<Vec<_>>()[..]
    else {
        panic!("four units");
    };
    project.write("en/lab.md", format!("{head}\n\n{results}\n\n{opened}\n\n{samples}\n"));
    look(&project, 0, &[]);
    let (one, other) =
        (samples.replace(" and sent", ", all of them."), "They are sent to the laboratory within two days.");
    let (one, _) = one.split_once(" to the").unwrap();
    project.write("en/lab.md", format!("{head}\n\n{opened}\n\n{one}\n\n{other}\n\n{results}\n"));
    look(&project, 0, &[]);
    project.write("en/lab.md", format!("{head}\n\n{opened} {samples}\n\n{results}\n"));
    look(&project, 0, &[]);
    // A version that nobody wants, one that is missing, and a record that can't be read.
    let project = changed();
    project.edit("cotejo.toml", "\n[[collection]]", "keep = [{ article = \"docs/kept\" }]\n\n[[collection]]");
    project.write("en/kept.md", crate::accept::EN);
    look(&project, 0, &["docs/kept"]);
    std::fs::remove_file(project.path("fr/lab.md")).unwrap();
    look(&project, 0, &["docs/lab"]);
    project.edit(".cotejo/ledger/es/docs/lab.record", "state translated", "state splendid");
    look(&project, 2, &[]);
    let has = |set: &std::collections::BTreeSet<String>, names: &[&str]| {
        let missing: Vec<&&str> = names.iter().filter(|name| !set.contains(**name)).collect();
        assert!(missing.is_empty(), "{missing:?} is not among {set:?}");
    };
    has(&whats, &["changed", "added", "removed", "target", "extra"]);
    has(&states, &["same", "edited", "removed"]);
    has(&causes, &["number", "added", "removed", "kind", "moved", "split", "wording"]);
}

/// Those too that no project above brings about.
#[test]
fn every_cause_and_class_is_in_the_schema() {
    use cotejo::domain::change::{Cause, ChangeClass};
    use cotejo::domain::document::BlockKind;
    use serde_json::{Value, json};
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/diff.schema.json");
    let mut schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let definitions = schema["$defs"].take();
    let holds = |name: &str, value: Value| {
        let schema = json!({ "$ref": format!("#/$defs/{name}"), "$defs": &definitions });
        assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&value), "{name}: {value}");
    };
    let two = || (Some("24".to_owned()), None::<String>);
    let text = || "not".to_owned();
    for cause in [
        Cause::Added,
        Cause::Removed,
        Cause::Rewritten,
        Cause::Code,
        Cause::Data,
        Cause::Wording,
        Cause::Moved,
        Cause::Split,
        Cause::Merged,
        Cause::DateForm,
        Cause::Markup,
        Cause::Case,
        Cause::Punctuation,
        Cause::Space,
        Cause::Level { before: 1, after: 2 },
        Cause::Depth { before: 2, after: 1 },
        Cause::Negation { before: text(), after: String::new() },
    ] {
        holds("cause", json!(cause));
    }
    let (before, after) = two();
    for make in [
        (|before, after| Cause::Number { before, after }) as fn(Option<String>, Option<String>) -> Cause,
        |before, after| Cause::Date { before, after },
        |before, after| Cause::Name { before, after },
        |before, after| Cause::Term { before, after },
        |before, after| Cause::Address { before, after },
    ] {
        holds("cause", json!(make(before.clone(), after.clone())));
        holds("cause", json!(make(after.clone(), before.clone())));
    }
    for before in BlockKind::ALL {
        holds("cause", json!(Cause::Kind { before, after: BlockKind::Paragraph }));
    }
    for class in ChangeClass::ALL {
        holds("class", json!(class));
    }
}
