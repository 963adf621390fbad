//! `cotejo push`: what is taken back, what is not, and that nothing is lost or marked done by itself.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::accept::{ES, recorded};
use crate::harness::{Project, Ran};
use crate::pull::{outdated, package};

const NEW: &str = "Nadie paga por una **muestra**.";
const CHANGED: &str =
    "El laboratorio abrió sus puertas en Lima el 19 de abril de 2018 con una plantilla de 30 químicos.";

/// A package as JSON, each unit's target set by `work`: a new target and a state, or nothing.
fn worked(file: &Value, work: impl Fn(&str, Option<&str>) -> Option<(String, &'static str)>) -> String {
    let mut file = file.clone();
    for job in file["articles"].as_array_mut().unwrap() {
        for unit in job["units"].as_array_mut().unwrap() {
            let source = unit["source"].as_str().unwrap().to_owned();
            let target = unit["target"].as_str().map(str::to_owned);
            if let Some((text, state)) = work(&source, target.as_deref()) {
                unit["target"] = Value::from(text);
                unit["state"] = Value::from(state);
            }
        }
    }
    file.to_string()
}

/// What a translator makes of the two open units of [`outdated`].
fn both(source: &str, _: Option<&str>) -> Option<(String, &'static str)> {
    if source.contains("30 chemists") {
        return Some((CHANGED.to_owned(), "translated"));
    }
    let code = source.contains("Nobody pays");
    code.then(|| ("Nadie paga por una <1>muestra</1>.".to_owned(), "translated"))
}

fn push(project: &Project, text: &str) -> Ran {
    project.write("back.json", text);
    project.run(&["push", "back.json"])
}

fn outcomes(ran: &Value) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for unit in ran["articles"].as_array().unwrap().iter().flat_map(|one| one["units"].as_array().unwrap()) {
        *counts.entry(unit["outcome"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    counts
}

fn pending(project: &Project) -> Vec<String> {
    let diff = project.run(&["diff", "docs/lab", "--locale", "es", "--format", "json"]).json();
    let changes = diff["versions"][0]["changes"].as_array().cloned().unwrap_or_default();
    changes.iter().map(|change| change["words"].to_string()).collect()
}

#[test]
fn finished_work_goes_into_the_file_and_the_record() {
    let project = outdated();
    let (name, file) = package(&project, &["--for", "Berta"]);
    push(&project, &worked(&file, both)).expect(0);
    let es = project.read("es/lab.md");
    let expected = ES
        .replace("24 químicos", "30 químicos")
        .replace("Los resultados", &format!("{NEW}\n\nLos resultados"));
    assert_eq!(es, expected);
    assert_eq!(pending(&project), Vec::<String>::new());
    let record = project.read(".cotejo/ledger/es/docs/lab.record");
    assert!(record.contains("30 chemists") && record.contains("by Berta"), "{record}");
    let out = project.read(&format!(".cotejo/out/es/{name}.package"));
    assert_eq!(out.matches("\ntaken ").count(), 2, "{out}");
    // The same once more changes nothing.
    let before = project.tree();
    let text = project.read("back.json");
    push(&project, &text).expect(0);
    assert_eq!(project.tree(), before);
    project.run(&["accept", "--undo"]).expect(0);
    assert_eq!(project.read("es/lab.md"), ES);
    assert_eq!(pending(&project).len(), 2);
}

#[test]
fn a_package_pushed_as_it_was_pulled_changes_nothing_in_any_format() {
    for format in ["xliff", "xliff2", "po", "html", "markdown", "json"] {
        let project = outdated();
        let ran = project.run(&["pull", "--locale", "es", "--format", format, "--counts", "json"]).json();
        let before = project.tree();
        let file = ran["packages"][0]["files"][0].as_str().unwrap().to_owned();
        let ran = project.run(&["push", &file, "--format", "json"]).json();
        let counts = outcomes(&ran);
        assert!(
            counts.keys().all(|outcome| outcome == "open" || outcome == "context"),
            "{format} {counts:?}"
        );
        assert_eq!(counts.get("open"), Some(&2), "{format}");
        assert_eq!(project.tree(), before, "{format}");
    }
}

#[test]
fn half_done_work_leaves_the_other_half_pending() {
    let project = outdated();
    let (_, file) = package(&project, &[]);
    let half =
        |source: &str, target: Option<&str>| both(source, target).filter(|_| source.contains("chemists"));
    push(&project, &worked(&file, half)).expect(0);
    assert!(project.read("es/lab.md").contains("30 químicos"));
    let left = pending(&project);
    assert!(left.len() == 1 && left[0].contains("Nobody pays"), "{left:?}");
}

#[test]
fn a_version_that_is_not_there_yet_is_made_after_the_source() {
    let project = recorded();
    project.write("en/two.md", "---\ntitle: Two\n---\n\n# A **second** page\n\nThe first paragraph of it.\n\n- one item of a list\n- another item\n\n```\ncode\n```\n");
    let (_, file) = package(&project, &["docs/two"]);
    let work = |source: &str, _: Option<&str>| {
        source.contains("first paragraph").then(|| ("Su primer párrafo.".to_owned(), "translated"))
    };
    let ran = push(&project, &worked(&file, work));
    assert!(ran.expect(0).contains("new: es/two.md"), "{}", ran.out);
    let es = project.read("es/two.md");
    assert!(es.contains("\nSu primer párrafo.\n\n- one item of a list\n"), "{es}");
    assert!(es.contains("```\ncode\n```\n") && es.contains("# A **second** page"), "{es}");
    // What nobody translated is still to be done, and looks it.
    let rows = project.run(&["status", "--rows", "--format", "json", "--locale", "es"]).json();
    let row =
        rows["rows"].as_array().unwrap().iter().find(|row| row["article"] == "docs/two").unwrap().clone();
    assert!(["partial", "outdated", "untranslated"].contains(&row["verdict"].as_str().unwrap()), "{row:#}");
    // The rest is out still.
    let (_, again) = package(&project, &["docs/two", "--again"]);
    let text = again.to_string();
    assert!(text.contains("another item"), "{text}");
    let rest = |source: &str, _: Option<&str>| match source {
        source if source.contains("another") => Some(("otro punto".to_owned(), "translated")),
        source if source.contains("second") => Some(("Una <1>segunda</1> página".to_owned(), "translated")),
        _ => None,
    };
    push(&project, &worked(&again, rest)).expect(0);
    let es = project.read("es/two.md");
    assert!(
        es.contains("- one item of a list\n- otro punto\n") && es.contains("# Una **segunda** página\n"),
        "{es}"
    );
}

/// A page with all that a version copies: dates, tags, code.
const FRESH: &str = "---\ntitle: The week of the port\ndate: 2024-05-06\ntags: [port]\n---\n\n\
    The first ship came in the morning.\n\nNobody knew its flag yet.\n\n```\nls -l\n```\n\n\
    - one box of old tools\n- 12 %\n";

/// A translator of [`FRESH`].
fn fresh(source: &str, _: Option<&str>) -> Option<(String, &'static str)> {
    let target = match source {
        "The week of the port" => "La semana del puerto_viejo, 5 * 3",
        "The first ship came in the morning." => "El primer barco llegó por la mañana.",
        "Nobody knew its flag yet." => "Nadie conocía aún su bandera.",
        "one box of old tools" => "una caja de herramientas viejas",
        "12 %" => "12 %",
        _ => return None,
    };
    Some((target.to_owned(), "translated"))
}

fn verdict(project: &Project, article: &str) -> String {
    let rows = project.run(&["status", "--rows", "--format", "json", "--locale", "es"]).json();
    let rows = rows["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["article"] == article).unwrap();
    row["verdict"].as_str().unwrap().to_owned()
}

#[test]
fn a_new_version_that_is_wholly_translated_is_in_step() {
    let project = recorded();
    project.write("en/two.md", FRESH);
    let (_, file) = package(&project, &["docs/two"]);
    push(&project, &worked(&file, fresh)).expect(0);
    assert_eq!(verdict(&project, "docs/two"), "current");
    let ran = project.run(&["check"]);
    assert!(!ran.out.contains("es/two.md"), "{}", ran.out);
    // A value of the front matter is no Markdown.
    let es = project.read("es/two.md");
    assert!(es.contains("\ntitle: La semana del puerto_viejo, 5 * 3\n"), "{es}");
    // What was copied is followed from now on.
    project.edit("en/two.md", "ls -l", "ls -la");
    assert_eq!(verdict(&project, "docs/two"), "outdated");
}

#[test]
fn the_rest_of_a_package_goes_in_after_its_first_half() {
    let whole = recorded();
    whole.write("en/two.md", FRESH);
    let (_, file) = package(&whole, &["docs/two"]);
    push(&whole, &worked(&file, fresh)).expect(0);
    for first in ["title", "paragraph", "item", "a copy of the page"] {
        let project = recorded();
        project.write("en/two.md", FRESH);
        let (_, file) = package(&project, &["docs/two"]);
        let half = |source: &str, target: Option<&str>| {
            let wanted = match first {
                "title" => "The week of the port",
                "paragraph" => "Nobody knew its flag yet.",
                _ => "one box of old tools",
            };
            fresh(source, target).filter(|_| source == wanted)
        };
        match first {
            "a copy of the page" => project.write("es/two.md", FRESH),
            _ => drop(push(&project, &worked(&file, half)).expect(0).to_owned()),
        }
        assert_ne!(verdict(&project, "docs/two"), "current", "{first}");
        push(&project, &worked(&file, fresh)).expect(0);
        assert_eq!(project.read("es/two.md"), whole.read("es/two.md"), "{first}");
        assert_eq!(outcomes(&project.run(&["push", "back.json", "--format", "json"]).json())["already"], 5);
    }
}

#[test]
fn words_of_the_source_are_no_translation_by_their_state_alone() {
    let project = recorded();
    project.write("en/two.md", "# Chile\n\nThe first ship came in the morning.\n\nMuseo del Prado\n");
    let (_, file) = package(&project, &["docs/two"]);
    let all = |state| move |source: &str, _: Option<&str>| Some((source.to_owned(), state));
    project.write("back.json", worked(&file, all("translated")));
    let ran = project.run(&["push", "back.json", "--format", "json"]);
    let counts = outcomes(&ran.json());
    assert_eq!((counts.get("translated"), counts.get("source")), (Some(&2), Some(&1)), "{counts:?}");
    let ran = project.run(&["push", "back.json"]);
    assert!(ran.expect(0).contains("1 not taken: called translated"), "{}", ran.out);
    let waits = project.run(&["diff", "docs/two", "--locale", "es", "--format", "json"]).json();
    assert!(waits["versions"][0].to_string().contains("first ship"), "{waits:#}");
}

#[test]
fn figures_put_into_an_empty_place_are_done_without_a_word_of_a_state() {
    for format in ["json", "html", "markdown", "xliff2"] {
        let project = recorded();
        project.write("en/two.md", "# Prices\n\n| a | b |\n|---|---|\n| the rate of the day | 12 % |\n");
        let ran =
            project.run(&["pull", "docs/two", "--locale", "es", "--format", format, "--counts", "json"]);
        let file = ran.json()["packages"][0]["files"][0].as_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let text = match format {
            "json" => {
                let mut value: Value = serde_json::from_str(&text).unwrap();
                for unit in value["articles"][0]["units"].as_array_mut().unwrap() {
                    if unit["source"] == "12 %" {
                        unit["target"] = Value::from("12 %");
                    }
                }
                value.to_string()
            }
            "xliff2" => {
                let text = text.replace(" state=\"initial\"", "");
                let (head, tail) = text.split_once("12 %</source>").unwrap();
                format!("{head}12 %</source><target>12 %</target>{tail}")
            }
            "html" => {
                let at = text.find(">12 %</td>").unwrap();
                let (head, tail) = text.split_at(at + 10);
                let cell = tail.find("</td>").unwrap();
                format!("{head}{}12 %{}", &tail[..cell], &tail[cell..])
            }
            _ => {
                let line = text.lines().find(|line| line.contains("| 12 % |")).unwrap().to_owned();
                let cells: Vec<&str> = line.split('|').collect();
                let at = cells.iter().position(|cell| cell.trim() == "12 %").unwrap();
                let mut cells: Vec<String> = cells.into_iter().map(str::to_owned).collect();
                cells[at + 1] = " 12 % ".to_owned();
                text.replace(&line, &cells.join("|"))
            }
        };
        std::fs::write(&file, text).unwrap();
        let counts = outcomes(&project.run(&["push", &file, "--format", "json"]).json());
        assert_eq!(counts.get("translated"), Some(&1), "{format} {counts:?}");
    }
}

#[test]
fn what_is_found_in_units_that_are_taken_is_told_and_so_are_units_that_did_not_come_back() {
    let project = recorded();
    project.write("en/two.md", FRESH);
    let (_, file) = package(&project, &["docs/two"]);
    let odd = |source: &str, target: Option<&str>| match source {
        "The first ship came in the morning." => {
            Some(("El primer barco llegó llegó por la mañana.".to_owned(), "translated"))
        }
        _ => fresh(source, target),
    };
    let mut part: Value = serde_json::from_str(&worked(&file, odd)).unwrap();
    part["articles"][0]["units"].as_array_mut().unwrap().pop();
    project.write("back.json", part.to_string());
    let ran = project.run(&["push", "back.json", "--dry-run"]);
    assert!(ran.expect(0).contains("1 of the package is not in the file"), "{}", ran.out);
    assert!(ran.err.contains("warning: ") && ran.err.contains("llegó"), "{}", ran.err);
    let told = project.run(&["push", "back.json", "--dry-run", "--format", "json"]).json();
    let article = &told["articles"][0];
    assert_eq!(article["findings"][0]["severity"], "warning", "{told:#}");
    assert_eq!((&article["absent"], &told["problems"]), (&Value::from(1), &Value::from(Vec::<Value>::new())));
    // A gate that takes warnings leaves all of it, and says so to a program too.
    let ran = project.run(&["push", "back.json", "--fail-on", "warning", "--format", "json"]);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(ran.code == 2 && told["problems"][0].as_str().unwrap().contains("llegó"), "{told:#}");
    assert_eq!(told["articles"], Value::from(Vec::<Value>::new()));
}

#[test]
fn words_that_begin_as_marks_do_are_written_as_words() {
    let project = recorded();
    project.write(
        "en/two.md",
        "# Prices\n\nOne more.\n\n- two of it\n\n| a | b c |\n|---|---|\n| of the day | d e |\n",
    );
    let (_, file) = package(&project, &["docs/two"]);
    let work = |source: &str, _: Option<&str>| {
        let text = match source {
            "Prices" => "Precios",
            "One more." => "2019. Uno más.",
            "two of it" => "- dos de ello",
            "of the day" => "del | día",
            _ => return None,
        };
        Some((text.to_owned(), "translated"))
    };
    push(&project, &worked(&file, work)).expect(0);
    let es = project.read("es/two.md");
    for part in ["# Precios\n", "\n2019\\. Uno más.\n", "\n- \\- dos de ello\n", "| del \\| día |"] {
        assert!(es.contains(part), "{part}: {es}");
    }
    push(&project, &worked(&file, work)).expect(0);
    assert_eq!(project.read("es/two.md"), es);
}

#[test]
fn work_on_a_source_that_changed_meanwhile_is_taken_and_goes_on_waiting() {
    let project = outdated();
    let (_, file) = package(&project, &[]);
    project.edit("en/lab.md", "30 chemists", "35 chemists");
    project.edit("en/lab.md", "Nobody pays for", "Nobody ever pays twice for");
    push(&project, &worked(&file, both)).expect(0);
    let es = project.read("es/lab.md");
    assert!(es.contains("30 químicos") && es.contains(NEW), "{es}");
    let left = pending(&project);
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left.iter().any(|words| words.contains("35") && words.contains("30")), "{left:?}");
    assert!(left.iter().any(|words| words.contains("twice")), "{left:?}");
    let before = project.tree();
    let text = project.read("back.json");
    push(&project, &text).expect(0);
    assert_eq!(project.tree(), before);
}

#[test]
fn what_two_changed_is_a_conflict_and_both_texts_are_kept() {
    let project = outdated();
    let (name, file) = package(&project, &[]);
    project.edit("es/lab.md", "24 químicos", "veinticuatro químicos");
    project.edit("es/lab.md", "cada mes", "cada semana");
    let ran = push(&project, &worked(&file, both));
    ran.expect(2);
    for part in ["veinticuatro", "30 químicos", &format!("{name}.conflicts")] {
        assert!(ran.err.contains(part), "{part}: {}", ran.err);
    }
    let es = project.read("es/lab.md");
    // The rest is taken; what somebody edited elsewhere in the file stays.
    assert!(es.contains("veinticuatro") && es.contains(NEW) && es.contains("cada semana"), "{es}");
    let kept = project.read(&format!(".cotejo/out/es/{name}.conflicts"));
    assert!(
        kept.contains("theirs ") && kept.contains("30 químicos") && kept.contains("veinticuatro"),
        "{kept}"
    );
    let before = project.tree();
    let text = project.read("back.json");
    push(&project, &text).expect(2);
    assert_eq!(project.tree(), before);
}

#[test]
fn the_same_edit_on_both_sides_is_none() {
    let project = outdated();
    let (_, file) = package(&project, &[]);
    project.edit("es/lab.md", "24 químicos", "30 químicos");
    push(&project, &worked(&file, both)).expect(0);
    assert_eq!(pending(&project), Vec::<String>::new());
}

#[test]
fn a_target_that_the_translator_finds_right_as_it_is_is_recorded_so() {
    let project = outdated();
    let (_, file) = package(&project, &[]);
    let kept = |source: &str, target: Option<&str>| {
        source.contains("chemists").then(|| (target.unwrap().to_owned(), "reviewed"))
    };
    push(&project, &worked(&file, kept)).expect(0);
    assert_eq!(project.read("es/lab.md"), ES);
    assert_eq!(pending(&project).len(), 1);
    let record = project.read(".cotejo/ledger/es/docs/lab.record");
    assert!(record.contains("state as-is\nreason left as it was by the translator"), "{record}");
}

#[test]
fn what_is_wrong_with_a_unit_is_told_with_its_line_and_nothing_is_written() {
    let project = outdated();
    let (_, file) = package(&project, &[]);
    let before = project.tree();
    let lost = |source: &str, _: Option<&str>| {
        let text = if source.contains("chemists") { CHANGED } else { "Nadie paga por una muestra." };
        both(source, None).map(|_| (text.to_owned(), "translated"))
    };
    let ran = push(&project, &worked(&file, lost));
    ran.expect(2);
    assert!(ran.err.contains("back.json:") && ran.err.contains("code"), "{}", ran.err);
    std::fs::remove_file(project.path("back.json")).unwrap();
    assert_eq!(project.tree(), before);
    // The rest is taken where it is asked for.
    project.write("back.json", worked(&file, lost));
    project.run(&["push", "back.json", "--partial"]).expect(2);
    let es = project.read("es/lab.md");
    assert!(es.contains("30 químicos") && !es.contains("Nadie paga"), "{es}");
}

#[test]
fn findings_keep_work_from_being_taken_until_they_may_pass() {
    let project = outdated();
    project.write(
        "glossary/concepts.tsv",
        "# cotejo termbase 1\nconcept\tsubject\tkeep\tenforce\tdefinition\tnote\tsource\nlab\t\t\terror\tA place.\t\t\n",
    );
    project.write(
        "glossary/terms.tsv",
        "# cotejo termbase 1\nconcept\tlocale\tterm\tstatus\tkind\tpos\tgender\tcase\tvariants\tenforce\tnote\tsource\nlab\ten\tlaboratory\tpreferred\tterm\tnoun\t\t\t\t\t\t\nlab\tes\tlaboratorio\tpreferred\tterm\tnoun\tm\t\t\t\t\t\nlab\tes\tgabinete\tforbidden\tterm\tnoun\tm\t\t\t\t\t\n",
    );
    let lint = project.run(&["glossary", "lint"]);
    assert_ne!(lint.code, 2, "{}", lint.err);
    let (_, file) = package(&project, &[]);
    let wrong = |source: &str, _: Option<&str>| {
        source.contains("chemists").then(|| (CHANGED.replace("laboratorio", "gabinete"), "translated"))
    };
    let ran = push(&project, &worked(&file, wrong));
    ran.expect(2);
    assert!(ran.err.contains("gabinete") && ran.err.contains("--fail-on none"), "{}", ran.err);
    assert_eq!(project.read("es/lab.md"), ES);
    project.run(&["push", "back.json", "--fail-on", "none"]).expect(0);
    assert!(project.read("es/lab.md").contains("gabinete"));
}

#[test]
fn what_is_none_of_ours_is_refused_and_nothing_is_written() {
    let project = outdated();
    let (name, file) = package(&project, &[]);
    let whole = worked(&file, both);
    let other = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}: {whole}");
        whole.replace(from, to)
    };
    let unit = whole.split("link-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let half = whole.get(..whole.len() / 2).unwrap().to_owned();
    for (text, part) in [
        (other(&name, "es-20010101-0000"), "es-20010101-0000"),
        (other(&format!("link-{unit}"), "link-zzzzzzzz"), "zzzzzzzz"),
        (other(&format!("link-{unit}"), "../../etc/passwd"), "passwd"),
        (other("docs/lab", "../../../etc/passwd"), "passwd"),
        (half, "back.json:"),
        (String::new(), "back.json:"),
        ("{\"a\": 1}".to_owned(), "back.json:"),
        ("PK\u{3}\u{4} not really".to_owned(), "back.json:"),
        (
            "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<xliff>&b;</xliff>".to_owned(),
            "back.json:",
        ),
    ] {
        project.write("back.json", &text);
        let before = project.tree();
        let ran = project.run(&["push", "back.json"]);
        ran.expect(2);
        assert!(ran.err.contains(part), "{part}: {}", ran.err);
        assert_eq!(project.tree(), before, "{part}");
    }
    for (args, part) in [
        (&["push"][..], "FILE"),
        (&["push", "nowhere.xlf"], "nowhere.xlf"),
        (&["push", "es"], "es"),
        (&["push", "cotejo.toml"], "cotejo.toml:1"),
    ] {
        let ran = project.run(args);
        ran.expect(2);
        assert!(ran.err.contains(part), "{args:?}: {}", ran.err);
    }
}

#[test]
fn what_an_office_or_an_archiver_made_of_it_is_refused_with_the_mend() {
    let project = outdated();
    let (_, file) = package(&project, &[]);
    let zip = |name: &str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes()].concat();
    let html = ["save it as HTML", "guardarlo como HTML", "l’enregistrer en HTML"];
    let unpack = ["unpack it", "descomprimirlo", "la décompresser"];
    for (name, bytes, mends) in [
        ("a.odt", zip("mimetypeapplication/vnd.oasis.opendocument.text"), html),
        ("a.docx", zip("[Content_Types].xml"), html),
        ("b.docx", zip("word/document.xml"), html),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), html),
        ("a.rtf", b"{\\rtf1 a}".to_vec(), html),
        ("a.pdf", b"%PDF-1.7".to_vec(), html),
        ("a.zip", zip("es-20260115.xlf"), unpack),
        ("a.gz", b"\x1f\x8b\x08".to_vec(), unpack),
    ] {
        project.write(&format!("back/{name}"), bytes);
        let before = project.tree();
        for (lang, mend) in ["en", "es", "fr"].iter().zip(mends) {
            let ran = project.run(&["push", &format!("back/{name}"), "--lang", lang]);
            ran.expect(2);
            assert!(ran.err.contains(mend) && ran.err.contains(&format!("{name}:1")), "{name}: {}", ran.err);
        }
        assert_eq!(project.tree(), before, "{name}");
    }
    // In a folder they are no reason to leave the rest, and are told.
    let ran = project.run(&["push", "back"]);
    ran.expect(2);
    assert!(ran.err.contains("office documents alone") && ran.err.contains("HTML"), "{}", ran.err);
    project.write("back/b.json", worked(&file, both));
    let ran = project.run(&["push", "back"]);
    ran.expect(0);
    for name in ["a.odt", "a.docx", "b.docx", "a.doc", "a.rtf"] {
        assert!(ran.err.contains(&format!("back/{name}: passed over")), "{name}: {}", ran.err);
    }
    assert_eq!(pending(&project), Vec::<String>::new());
}

#[test]
fn of_an_omegat_project_what_omegat_wrote_is_taken() {
    let project = outdated();
    project.run(&["pull", "--locale", "es", "--format", "omegat", "--out", "to"]).expect(0);
    let source = project.tree().into_keys().find(|path| path.ends_with(".xlf")).unwrap();
    let root = source.split("/source/").next().unwrap().to_owned();
    for folder in [root.as_str(), "to"] {
        let ran = project.run(&["push", folder]);
        ran.expect(2);
        assert!(ran.err.contains(&format!("{root}: OmegaT")) && ran.err.contains("target"), "{}", ran.err);
    }
    let text = project.read(&source);
    let from = "x-source\">The laboratory opened in Lima on 19 April 2018 with a staff of 30 chemists.";
    assert!(text.contains(from), "{text}");
    let done = text.replace(from, &format!("x-source\">{CHANGED}"));
    project.write(&source.replace("/source/", "/target/"), done);
    // The folder above it will do, too.
    project.run(&["push", "to"]).expect(0);
    assert!(project.read("es/lab.md").contains("30 químicos"));
    assert_eq!(pending(&project).len(), 1);
    let before = project.tree();
    project.run(&["push", &root]).expect(0);
    assert_eq!(project.tree(), before);
}

/// OmegaT has no states: what it wrote over the source is what somebody chose.
#[test]
fn the_old_translation_put_in_by_hand_is_done_where_the_source_had_been_filled_in() {
    let project = recorded();
    project.edit("en/lab.md", "are published", "are issued");
    project.run(&["pull", "--locale", "es", "--format", "omegat", "--out", "to"]).expect(0);
    let source = project.tree().into_keys().find(|path| path.ends_with(".xlf")).unwrap();
    let text = project.read(&source);
    let from = "x-source\">The results are issued every month by the national administration.";
    assert!(text.contains(from), "{text}");
    let old = "Los resultados los publica cada mes la administración nacional.";
    let before = project.tree();
    project.write("back.xlf", &text);
    project.run(&["push", "back.xlf"]).expect(0);
    assert_eq!(pending(&project).len(), 1);
    project.write("back.xlf", text.replace(from, &format!("x-source\">{old}")));
    let ran = project.run(&["push", "back.xlf", "--format", "json"]).json();
    assert_eq!(outcomes(&ran).get("translated"), Some(&1), "{ran:#}");
    assert_eq!(pending(&project), Vec::<String>::new());
    assert_eq!(project.read("es/lab.md").as_bytes(), before["es/lab.md"]);
    assert!(project.read(".cotejo/ledger/es/docs/lab.record").contains("are issued"));
}

#[test]
fn a_dry_run_writes_nothing() {
    let project = outdated();
    let (_, file) = package(&project, &[]);
    project.write("back.json", worked(&file, both));
    let before = project.tree();
    let text = project.run(&["push", "back.json", "--dry-run"]).expect(0).to_owned();
    assert!(text.contains("2 units taken") && text.contains("es/lab.md"), "{text}");
    assert_eq!(project.tree(), before);
}

#[test]
fn what_is_locked_and_changed_all_the_same_is_kept() {
    let project = outdated();
    let (name, file) = package(&project, &[]);
    let locked = |source: &str, _: Option<&str>| {
        source.contains("two days").then(|| ("Otra cosa dicha de las muestras.".to_owned(), "translated"))
    };
    let ran = push(&project, &worked(&file, locked));
    ran.expect(2);
    assert!(ran.err.contains("Otra cosa dicha"), "{}", ran.err);
    assert_eq!(project.read("es/lab.md"), ES);
    assert!(project.read(&format!(".cotejo/out/es/{name}.conflicts")).contains("Otra cosa dicha"));
}

#[test]
fn a_unit_that_was_split_or_merged_comes_back_as_many_blocks() {
    let project = recorded();
    let (two, one) = (
        "The laboratory opened in Lima on 19 April 2018.\n\nIt had a staff of 24 chemists.",
        "The laboratory opened in Lima on 19 April 2018 with a staff of 24 chemists.",
    );
    project.edit("en/lab.md", one, two);
    let round = |texts: &str, mark: &str| {
        let (_, file) = package(&project, &["--again"]);
        let work = |source: &str, _: Option<&str>| {
            if !source.contains("chemists") {
                return None;
            }
            // The code between two blocks, whatever its number is.
            let code =
                source.find("/>").map(|end| source[source[..end].rfind('<').unwrap()..end + 2].to_owned());
            Some((texts.replace('|', &code.unwrap_or_default()), "translated"))
        };
        push(&project, &worked(&file, work)).expect(0);
        assert_eq!(pending(&project), Vec::<String>::new(), "{mark}: {}", project.read("es/lab.md"));
        project.read("es/lab.md")
    };
    let es = round(
        "El laboratorio abrió en Lima el 19 de abril de 2018.|Tenía una plantilla de 24 químicos.",
        "split",
    );
    let split = "El laboratorio abrió en Lima el 19 de abril de 2018.\n\nTenía una plantilla de 24 químicos.\n\nLas muestras";
    assert!(es.contains(split), "{es}");
    project.edit("en/lab.md", two, one);
    let es = round("El laboratorio abrió en Lima el 19 de abril de 2018 con 24 químicos.", "merged");
    assert!(es.contains("de 2018 con 24 químicos.\n\nLas muestras") && !es.contains("Tenía"), "{es}");
}

#[test]
fn the_file_keeps_its_line_ends_and_an_old_encoding_becomes_utf_8() {
    let project = recorded();
    project.write("es/lab.md", ES.replace('\n', "\r\n"));
    project.edit("en/lab.md", "The results", "Nobody pays for a **sample**.\n\nThe results");
    let (_, file) = package(&project, &[]);
    push(&project, &worked(&file, both)).expect(0);
    let expected = ES.replace("Los resultados", &format!("{NEW}\n\nLos resultados")).replace('\n', "\r\n");
    assert_eq!(project.read("es/lab.md"), expected);

    // A source in Windows-1252: its translation may need more than that has.
    let source =
        b"# The caf\xe9 of Lima\n\nThe caf\xe9 opened on 19 April 2018 and is full every day.\n".to_vec();
    project.write("en/cafe.md", source);
    let (_, file) = package(&project, &["docs/cafe"]);
    let work = |source: &str, _: Option<&str>| {
        source.contains("opened").then(|| {
            ("El café abrió el 19 de abril de 2018 – Łódź – y se llena cada día.".to_owned(), "translated")
        })
    };
    push(&project, &worked(&file, work)).expect(0);
    let es = project.read("es/cafe.md");
    assert!(es.contains("# The café of Lima\n\nEl café abrió") && es.contains("Łódź"), "{es}");
}

/// A page of `blocks` of this kind: headings, paragraphs with codes, items, repeated ones.
fn page(kinds: &[u8], salt: &str) -> String {
    let mut text = format!("# The page of {salt}\n");
    for (number, kind) in kinds.iter().enumerate() {
        text.push_str(&match kind % 5 {
            0 => format!("\n## Part {number} of {salt}\n"),
            1 => format!("\nParagraph {number} says **much** of {salt}.\n"),
            2 => format!("\n- item {number} with [a link](/{salt}/{number})\n- second item of {number}\n"),
            3 => "\nThis sentence stands here more than once.\n".to_owned(),
            _ => format!("\nPlain words number {number}, and `code` of {salt}.\n"),
        });
    }
    text
}

/// The Spanish of a source text, codes where they were.
fn spanish(source: &str) -> String {
    let words = [
        ("This sentence stands here more than once.", "Esta frase aparece aquí más de una vez."),
        ("Plain words number", "Las palabras sencillas con el número"),
        ("Paragraph", "El párrafo número"),
        ("The page of", "La página del"),
        ("second item of", "el segundo punto de la lista"),
        ("item", "el punto"),
        ("a link", "un enlace"),
        ("Part", "Parte"),
        ("says", "dice"),
        ("much", "mucho"),
        (" with ", " con "),
        (" and ", " y "),
        (" of ", " del "),
        ("one", "primero"),
        ("two", "segundo"),
    ];
    words.iter().fold(source.to_owned(), |text, (from, to)| text.replace(from, to))
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, ..Default::default() })]

    /// Pulled and pushed as it is: nothing changes. Translated in part: what was left, and only that, is
    /// handed out the next time, and what was done stands in the file.
    #[test]
    fn what_was_left_is_what_waits(
        kinds in proptest::collection::vec(0u8..5, 1..9),
        more in proptest::collection::vec(0u8..5, 0..3),
        done in proptest::collection::vec(proptest::bool::ANY, 40),
    ) {
        let project = Project::with(&[
            ("cotejo.toml", "source = \"en\"\ntargets = [\"es\"]\n\n[[collection]]\nname = \"docs\"\nfiles = \"{locale}/{path}.md\"\n"),
            ("en/a.md", &page(&kinds, "one")),
        ]);
        let round = |skip: &dyn Fn(usize) -> bool| -> (usize, usize) {
            let ran = project.run(&["pull", "--locale", "es", "--format", "json", "--counts", "json", "--again"]).json();
            let Some(file) = ran["packages"][0]["files"][0].as_str() else { return (0, 0) };
            let package: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
            std::fs::remove_file(file).unwrap();
            project.write("back.json", package.to_string());
            let before = project.tree();
            project.run(&["push", "back.json"]).expect(0);
            assert_eq!(project.tree(), before);
            let number = std::cell::Cell::new(0);
            let open = std::cell::Cell::new(0);
            let mut package = package;
            for unit in package["articles"][0]["units"].as_array_mut().unwrap() {
                if unit["todo"] == "nothing" {
                    continue;
                }
                open.set(open.get() + 1);
                if skip(number.replace(number.get() + 1)) {
                    continue;
                }
                unit["target"] = Value::from(spanish(unit["source"].as_str().unwrap()));
                unit["state"] = Value::from("translated");
            }
            project.write("back.json", package.to_string());
            let ran = project.run(&["push", "back.json", "--fail-on", "none", "--format", "json"]).json();
            let counts = outcomes(&ran);
            let taken = counts.get("translated").copied().unwrap_or_default();
            let before = project.tree();
            project.run(&["push", "back.json", "--fail-on", "none"]).expect(0);
            assert_eq!(project.tree(), before);
            (open.get(), taken)
        };
        let (open, taken) = round(&|at| !done[at % done.len()]);
        let wanted = (0..open).filter(|at| done[at % done.len()]).count();
        assert_eq!(taken, wanted);
        let (left, _) = round(&|_| true);
        assert_eq!(left, open - taken, "{}\n{}", project.read("en/a.md"), project.read("back.json"));
        // More of the source, some of it in the middle; then all of it is done.
        let text = project.read("en/a.md");
        let (head, tail) = text.split_at(text.find("\n\n").map_or(text.len(), |at| at + 1));
        project.write("en/a.md", format!("{head}{}{tail}", page(&more, "two").split_once('\n').unwrap().1));
        let (open, taken) = round(&|_| false);
        assert_eq!(open, taken, "{}", project.read("es/a.md"));
        assert_eq!(round(&|_| true).0, 0, "{}\n{}", project.read("en/a.md"), project.read("es/a.md"));
    }
}
