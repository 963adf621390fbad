//! Out and back in every format, with random pages: what nobody touched changes nothing, and what was
//! left, and only that, is what waits afterwards.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::Project;

/// The formats of `pull`.
pub const FORMATS: [&str; 7] = ["xliff", "xliff2", "po", "html", "markdown", "json", "omegat"];

const CONFIG: &str = "source = \"en\"\ntargets = [\"es\"]\n\n[[collection]]\nname = \"docs\"\nfiles = \"{locale}/{path}.md\"\n";

/// A name for each unit, the same in both languages.
const NAMES: [&str; 8] = ["Lima", "Quito", "Sucre", "Bogotá", "Caracas", "Santiago", "Asunción", "Managua"];

/// A unit of that kind, which says how many things there are in its town.
fn unit(kind: u8, name: &str, count: u32) -> String {
    match kind % 8 {
        0 => format!("## {count} things of {name}"),
        1 => format!("The town of {name} says **much** of its {count} things."),
        2 => format!("- Item {name} with [a link](/x/{name}) and {count} things"),
        3 => format!("In {name} there is `code` & “so” 5\u{a0}% < {count} things."),
        4 => format!("Of {name} is <b>told</b>\nin {count} lines: ![A picture](a.png)"),
        5 => format!("| In {name} \\| {count} things | 7 |\n| --- | --- |\n| a | b |"),
        6 => format!(
            "> In {name}, *“so”*, there is\u{a0}<br>more <1> than {count} \\* things\\\nwith https://example.org/{name}"
        ),
        _ => format!("1. Second *item* {name}, {{0}} and {count} things"),
    }
}

/// The Spanish of a text, codes where they were.
pub fn spanish(text: &str) -> String {
    [
        ("The town of", "La ciudad de"),
        ("of its", "de sus"),
        ("there is", "hay"),
        ("is <", "se <"),
        ("is &lt;", "se &lt;"),
        ("told", "cuenta"),
        ("things", "cosas"),
        (" of ", " de "),
        ("Of ", "De "),
        ("In ", "En "),
        ("in ", "en "),
        ("says", "dice"),
        ("much", "mucho"),
        ("Item", "Punto"),
        ("Second", "Segundo"),
        ("item", "punto"),
        ("with", "con"),
        ("a link", "un enlace"),
        (" and ", " y "),
        ("“so”", "«así»"),
        ("lines", "líneas"),
        ("A picture", "Una foto"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn page(kinds: &[u8], counts: &[u32]) -> String {
    let units = kinds.iter().zip(NAMES).zip(counts).map(|((kind, name), count)| unit(*kind, name, *count));
    let units: Vec<String> = std::iter::once("# The page of 2019".to_owned()).chain(units).collect();
    units.join("\n\n") + "\n"
}

/// The text between two marks, and where it stands.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<(usize, &'t str)> {
    let at = text.find(from)? + from.len();
    let length = text.get(at..)?.find(to)?;
    Some((at, text.get(at..at + length)?))
}

/// The file with the units that `wanted` names by their source translated, as a tool of that format
/// would write them.
pub fn filled(format: &str, text: &str, wanted: &dyn Fn(&str) -> bool) -> String {
    // Writes the translation of a part's source over its target.
    let over = |part: &str, source: (&str, &str), target: (&str, &str)| -> String {
        let Some((_, own)) = between(part, source.0, source.1).filter(|(_, own)| wanted(own)) else {
            return part.to_owned();
        };
        let own = spanish(own);
        let mut part = part.to_owned();
        let (at, old) = between(&part, target.0, target.1).unwrap_or_else(|| panic!("{part}"));
        part.replace_range(at..at + old.len(), &own);
        part
    };
    let parts = |by: &str, work: &dyn Fn(&str) -> String| -> String {
        text.split(by).map(work).collect::<Vec<_>>().join(by)
    };
    match format {
        // OmegaT writes the text and leaves the state.
        "xliff" | "omegat" => parts("<trans-unit ", &|part| {
            let Some((_, tag)) = between(part, "<target xml:lang=\"es\"", ">") else {
                return part.to_owned();
            };
            let tag = format!("<target xml:lang=\"es\"{tag}>");
            let done = over(part, ("<source xml:lang=\"en\">", "</source>"), (&tag, "</target>"));
            if done == part || format == "omegat" {
                return done;
            }
            done.replacen(&tag, "<target xml:lang=\"es\" state=\"translated\">", 1)
        }),
        "xliff2" => parts("<segment ", &|part| {
            let with = if part.contains("<target>") {
                part.to_owned()
            } else {
                part.replacen("</source>", "</source><target></target>", 1)
            };
            let done = over(&with, ("<source>", "</source>"), ("<target>", "</target>"));
            if done == with {
                part.to_owned()
            } else {
                done.replacen("state=\"initial\"", "state=\"translated\"", 1)
            }
        }),
        "po" => parts("\n\n", &|part| {
            // One string a text; its lines are joined as gettext joins them.
            let part = format!("{}\n", part.replace("\"\n\"", ""));
            let done = over(&part, ("\nmsgid \"", "\"\nmsgstr"), ("\nmsgstr \"", "\"\n"));
            if done == part { part } else { done.replace("#, fuzzy\n", "") }
        }),
        "html" => parts("<tr>", &|part| {
            over(part, ("<td lang=\"en\" dir=\"auto\">", "</td>"), ("<td lang=\"es\" dir=\"auto\">", "</td>"))
        }),
        "markdown" => parts("\n", &|line| {
            let mut cells: Vec<String> =
                line.replace(" | | ", " |  | ").split(" | ").map(str::to_owned).collect();
            if cells.len() == 4 && wanted(&cells[1]) {
                cells[2] = spanish(&cells[1]);
            }
            cells.join(" | ")
        }),
        "json" => {
            let mut package: Value = serde_json::from_str(text).unwrap();
            for unit in package["articles"][0]["units"].as_array_mut().unwrap() {
                let source = unit["source"].as_str().unwrap().to_owned();
                if wanted(&source) {
                    unit["target"] = Value::from(spanish(&source));
                    unit["state"] = Value::from("translated");
                }
            }
            package.to_string()
        }
        other => panic!("{other}"),
    }
}

/// Pulls, and gives the file that is to be worked on.
fn pulled(project: &Project, format: &str) -> String {
    let ran = project
        .run(&["pull", "--locale", "es", "--format", format, "--out", "work", "--counts", "json"])
        .json();
    let files = ran["packages"][0]["files"].as_array().unwrap_or_else(|| panic!("{format}: {ran:#}")).clone();
    let file =
        files.iter().filter_map(Value::as_str).find(|file| format != "omegat" || file.contains("/source/"));
    file.unwrap().to_owned()
}

/// The names of the units that `diff` shows.
fn waiting(project: &Project) -> BTreeSet<&'static str> {
    let ran = project.run(&["diff", "--locale", "es", "--format", "json"]).json();
    let empty = Vec::new();
    let changes = ran["versions"][0]["changes"].as_array().unwrap_or(&empty);
    let names = changes.iter().map(|change| {
        let said = change["words"].to_string();
        *NAMES.iter().find(|name| said.contains(*name)).unwrap_or_else(|| panic!("{change:#}"))
    });
    names.collect()
}

fn verdict(project: &Project) -> (String, u64) {
    let ran = project.run(&["status", "--rows", "--format", "json"]).json();
    let row = &ran["rows"][0];
    (row["verdict"].as_str().unwrap().to_owned(), row["words_to_do"].as_u64().unwrap())
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 3, ..Default::default() })]

    #[test]
    fn what_was_left_and_only_that_is_what_waits_in_every_format(
        kinds in proptest::collection::vec(0u8..8, 1..8),
        changed in proptest::collection::vec(proptest::bool::weighted(0.7), 8),
        done in proptest::collection::vec(proptest::bool::ANY, 8),
    ) {
        let before = page(&kinds, &[40; 8]);
        let counts: Vec<u32> = changed.iter().map(|changed| if *changed { 41 } else { 40 }).collect();
        let mut known = BTreeSet::new();
        let mut left = BTreeSet::new();
        for ((name, changed), done) in NAMES.iter().take(kinds.len()).zip(&changed).zip(&done) {
            known.extend(changed.then_some(*name));
            left.extend((*changed && !*done).then_some(*name));
        }
        if known.is_empty() {
            return Ok(());
        }
        for format in FORMATS {
            let project = Project::with(&[
                ("cotejo.toml", CONFIG),
                ("en/a.md", &before),
                ("es/a.md", &spanish(&before)),
            ]);
            project.run(&["accept", "--all"]).expect(0);
            project.write("en/a.md", page(&kinds, &counts));
            assert_eq!(waiting(&project), known);
            let file = pulled(&project, format);
            let text = std::fs::read_to_string(&file).unwrap();

            // As it went out.
            let tree = project.tree();
            project.run(&["push", &file]).expect(0);
            assert_eq!(project.tree(), tree, "{format}\n{text}");

            let wanted = |source: &str| known.difference(&left).any(|name| source.contains(name));
            let back = filled(format, &text, &wanted);
            std::fs::write(&file, &back).unwrap();
            project.run(&["push", &file]).expect(0);
            assert_eq!(waiting(&project), left, "{format}\n{back}");
            let (verdict, words) = verdict(&project);
            let expected = if left.is_empty() { ("current", true) } else { ("outdated", false) };
            assert_eq!((verdict.as_str(), words == 0), expected, "{format}");
            // The file is the translation of what is done, and what it was for the rest.
            let now = counts.iter().zip(&done).map(|(count, done)| if *done { *count } else { 40 });
            let now: Vec<u32> = now.collect();
            assert_eq!(project.read("es/a.md"), spanish(&page(&kinds, &now)), "{format}\n{back}");

            let tree = project.tree();
            project.run(&["push", &file]).expect(0);
            assert_eq!(project.tree(), tree, "{format}");
        }
    }

    #[test]
    fn a_version_that_is_new_has_what_was_done_and_the_rest_waits_in_every_format(
        kinds in proptest::collection::vec(0u8..8, 1..8),
        done in proptest::collection::vec(proptest::bool::ANY, 8),
    ) {
        let named = NAMES.iter().take(kinds.len()).zip(&done);
        let names: Vec<&str> = named.filter_map(|(name, done)| done.then_some(*name)).collect();
        let wanted = |text: &str| names.iter().any(|name| text.contains(name));
        let source = page(&kinds, &[40; 8]);
        let target = source.split("\n\n").map(|unit| if wanted(unit) { spanish(unit) } else { unit.to_owned() });
        let target = target.collect::<Vec<_>>().join("\n\n");
        for format in FORMATS {
            let project = Project::with(&[("cotejo.toml", CONFIG), ("en/a.md", &source)]);
            let open = || {
                let ran = project.run(&["pull", "--locale", "es", "--again", "--count", "--counts", "json"]).json();
                ran["packages"][0]["articles"][0]["open"].as_u64().unwrap_or_default()
            };
            let before = open();
            let file = pulled(&project, format);
            let text = std::fs::read_to_string(&file).unwrap();
            let tree = project.tree();
            project.run(&["push", &file]).expect(0);
            assert_eq!(project.tree(), tree, "{format}\n{text}");

            let back = filled(format, &text, &wanted);
            std::fs::write(&file, &back).unwrap();
            project.run(&["push", &file, "--fail-on", "none"]).expect(0);
            if names.is_empty() {
                assert!(!project.path("es/a.md").exists(), "{format}");
            } else {
                assert_eq!(project.read("es/a.md"), target, "{format}\n{back}");
            }
            assert_eq!(open(), before - names.len() as u64, "{format}\n{back}");
        }
    }
}
