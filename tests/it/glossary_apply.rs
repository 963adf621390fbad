//! `cotejo glossary apply`: what is mended and how it reads, what is left and why, and that nothing
//! else changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use cotejo::domain::locale::Locale;
use cotejo::domain::termbase::Termbase;
use cotejo::domain::termbase::mend::{Mender, Plan, Unit, Why, edited, plan};
use cotejo::domain::termbase::usage::{Checker, Fault, Pair};
use cotejo::interchange::terms_tsv::{self, File};
use cotejo::messages::{Language, Messages};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::harness::Project;

fn home(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/mend").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The termbase that the cases are about.
fn termbase() -> Arc<Termbase> {
    let terms = File { name: "terms.tsv".to_owned(), bytes: home("terms.tsv").into_bytes() };
    Arc::new(terms_tsv::read(None, &terms).expect("a termbase"))
}

/// A source, a translation, and the translation as mended, or why it is left.
struct Case {
    source: String,
    target: String,
    expected: Result<String, String>,
}

fn cases(locale: &str) -> Vec<Case> {
    let text = home(&format!("{locale}.txt"));
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<String> = line.split('\t').map(|cell| cell.replace('⏎', "\n")).collect();
            let [source, target, expected] = cells.as_slice() else { panic!("{line}") };
            Case {
                source: source.clone(),
                target: target.clone(),
                expected: match expected.strip_prefix('=') {
                    Some(why) => Err(why.trim().to_owned()),
                    None => Ok(expected.clone()),
                },
            }
        })
        .collect()
}

struct Mending {
    checker: Checker,
    mender: Mender,
}

impl Mending {
    fn new(locale: &str) -> Self {
        let source: Locale = if locale == "en" { "fr" } else { "en" }.parse().expect("a tag");
        let target: Locale = locale.parse().expect("a tag");
        let termbase = termbase();
        Mending {
            checker: Checker::new(&termbase, &source, &target),
            mender: Mender::new(&termbase, &target),
        }
    }

    /// What is mended in paragraphs, each with its translation.
    fn plan(&self, pairs: &[(String, String)]) -> Plan {
        let units: Vec<Unit> = pairs
            .iter()
            .enumerate()
            .map(|(at, (source, _))| Unit { source: source.clone(), targets: vec![at], as_is: false })
            .collect();
        let texts = pairs.iter().enumerate().map(|(at, (_, target))| (at, target.as_str())).collect();
        plan((&self.checker, &self.mender), &units, &texts, &|_| Some(false), &BTreeMap::new())
    }

    /// How many terms are wrong or better not used in those paragraphs.
    fn wrong(&self, pairs: &[(String, String)]) -> usize {
        let pairs: Vec<Pair<'_>> = pairs.iter().map(|(source, target)| Pair { source, target }).collect();
        let found = self.checker.check(&pairs).found;
        found.iter().filter(|found| matches!(found.fault, Fault::Forbidden | Fault::Deprecated)).count()
    }
}

#[test]
fn each_case_reads_as_an_editor_would_write_it_or_is_left_for_the_reason_given() {
    let (mut wrong, mut counts) = (Vec::new(), BTreeMap::new());
    for locale in ["es", "fr", "pt", "en"] {
        let mending = Mending::new(locale);
        for case in cases(locale) {
            let plan = mending.plan(&[(case.source.clone(), case.target.clone())]);
            let text = plan.texts.get(&0).cloned().unwrap_or_else(|| case.target.clone());
            let why: Vec<&str> = plan.left.iter().map(|left| left.why.name()).collect();
            let right = match &case.expected {
                Ok(expected) => text == *expected && why.is_empty(),
                Err(expected) => text == case.target && why.join(" ") == *expected,
            };
            if !right {
                wrong.push(format!("{locale}: {} → {text} {why:?}", case.target));
            }
            *counts.entry((locale, case.expected.is_ok())).or_insert(0) += 1;
        }
    }
    println!("{counts:?}");
    assert_eq!(wrong, Vec::<String>::new());
    assert!(counts.values().sum::<usize>() >= 250, "{counts:?}");
    assert!(counts.len() == 8 && counts.values().all(|count| *count >= 5), "{counts:?}");
}

/// Paragraphs put together from the cases, with what hostile texts have around them.
fn paragraphs(locale: &'static str) -> impl Strategy<Value = Vec<(String, String)>> {
    let all: Vec<(String, String)> =
        cases(locale).into_iter().map(|case| (case.source, case.target)).collect();
    let glue = prop::sample::select(vec![
        " ", "\n", " – ", "; ", " (", ") ", "\u{a0}", " **", "** ", "’", " «", "» ", "\"", "`", "\u{301}",
        "…", "[", "](",
    ]);
    let one = prop::collection::vec((prop::sample::select(all), glue), 1..4).prop_map(|parts| {
        let mut pair = (String::new(), String::new());
        for ((source, target), glue) in parts {
            pair.0.push_str(&source);
            pair.0.push(' ');
            pair.1.push_str(&target);
            pair.1.push_str(glue);
        }
        pair
    });
    prop::collection::vec(one, 1..4)
}

fn holds(locale: &'static str, pairs: &[(String, String)]) -> Result<(), TestCaseError> {
    let mending = Mending::new(locale);
    let plan = mending.plan(pairs);
    let mut after = pairs.to_vec();
    for (at, text) in &plan.texts {
        let before = &pairs[*at].1;
        // The edits are all that changes, and none has a line break.
        let edits = &plan.edits[at];
        prop_assert_eq!(&edited(before, edits), text);
        prop_assert!(edits.windows(2).all(|two| two[0].range.end <= two[1].range.start));
        prop_assert!(
            edits.iter().all(|edit| !edit.text.contains('\n') && !before[edit.range.clone()].contains('\n'))
        );
        prop_assert_eq!(before.matches('\n').count(), text.matches('\n').count());
        after[*at].1.clone_from(text);
    }
    prop_assert_eq!(plan.texts.is_empty(), plan.mended.is_empty());
    // Each that is mended is found no more.
    prop_assert!(mending.wrong(&after) + plan.mended.len() <= mending.wrong(pairs), "{:?}", plan);
    // Twice is once.
    let again = mending.plan(&after);
    prop_assert!(again.mended.is_empty() && again.texts.is_empty(), "{:?}", again);
    prop_assert_eq!(again.left.len(), plan.left.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn mending_keeps_all_else_holds_and_ends_es(pairs in paragraphs("es")) {
        holds("es", &pairs)?;
    }

    #[test]
    fn mending_keeps_all_else_holds_and_ends_fr(pairs in paragraphs("fr")) {
        holds("fr", &pairs)?;
    }

    #[test]
    fn mending_keeps_all_else_holds_and_ends_pt(pairs in paragraphs("pt")) {
        holds("pt", &pairs)?;
    }
}

/// Any characters, with terms and the words around them strewn in.
fn strewn() -> impl Strategy<Value = (String, String)> {
    let words = prop::sample::select(vec![
        "la WCO",
        "WCO",
        "l’AEO",
        "de la liberación",
        "du",
        "mainlevée",
        "edificio de capacidad",
        "de",
        "y",
        "«",
        "”",
        "`",
        "[",
        "](x)",
        "\n",
        " ",
        "Los",
        "agentes de aduanas",
        "é",
        "\u{301}",
        "\u{ad}",
        "-",
        "’",
        "classification tarifaire",
    ]);
    let part = prop_oneof![3 => words.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let text = prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat());
    let source =
        Just("WCO AEO clearance capacity building customs officers tariff classification".to_owned());
    (source, text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_is_mended_once_or_left(pair in strewn(), locale in prop::sample::select(vec!["es", "fr", "pt"])) {
        holds(locale, &[pair])?;
    }
}

const TOML: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n[[collection]]\nname = \"docs\"\nfiles = \"{locale}/{name}.md\"\n";

fn project(files: &[(&str, &str)]) -> Project {
    let project = Project::with(files);
    project.write("cotejo.toml", TOML);
    project.write("glossary/terms.tsv", home("terms.tsv"));
    let mut ids: Vec<String> = home("terms.tsv")
        .lines()
        .skip(2)
        .filter_map(|line| Some(line.split('\t').next()?.to_owned()))
        .collect();
    ids.dedup();
    let concepts: String = ids.iter().map(|id| format!("{id}\t\t\n")).collect();
    project
        .write("glossary/concepts.tsv", format!("# cotejo termbase 1\nconcept\tsubject\tkeep\n{concepts}"));
    project
}

const EN: &str = "---\ntitle: \"The WCO in Lima\"\n---\n\n# The WCO in Lima\n\nThe WCO met in Lima on 19 April and spoke of clearance.\n\nBefore clearance the goods are weighed by the\ncustoms officers, as `WCO` tells in its rules.\n\n> The WCO said so in its report of the year.\n\n- Information exchange helps all of the countries.\n- The clearance was granted after many hours.\n";
const ES: &str = "---\r\ntitle: \"La WCO en Lima\"\r\n---\r\n\r\n# La WCO en Lima\r\n\r\nLa WCO se reunió en Lima el 19 de abril  \r\ny habló de la liberación.\r\n\r\nAntes de la liberación, los\r\nagentes de aduanas pesan la carga, como dice `WCO`.\r\n\r\n> La WCO lo dijo así en su informe del año.\r\n\r\n- El *cambio de información* ayuda a todos los países.\r\n- La liberación fue concedida tras muchas horas.\r\n";

fn spanish() -> Project {
    project(&[("en/a.md", EN), ("es/a.md", ES)])
}

#[test]
fn a_plan_is_shown_and_nothing_is_written_without_being_told() {
    let mut project = spanish();
    let before = project.tree();
    for args in [vec![], vec!["--dry-run"], vec!["docs/a"], vec!["es/a.md"]] {
        let ran = project.run(&[["glossary", "apply"].as_slice(), args.as_slice()].concat());
        let out = ran.expect(0);
        for part in [
            "docs/a  es  es/a.md",
            "    7  La [-WCO-]{+OMA+} se reunió",
            "de [-la liberación-]",
            "left: “WCO” (wco): it stands in a quotation",
            "left: “WCO” (wco): it stands in code",
            "left: “liberación” (clearance): other words may agree with it",
            "to be mended: 7 terms in 1 file; left: 3; nothing is written without --write",
        ] {
            let part = part.replace("de [-la liberación-]", "[-la liberación-]{+");
            let told = out.contains(&part) || part.starts_with("[-la") && out.contains("liberación");
            assert!(told, "{part}: {out}");
        }
    }
    project.width = Some(80);
    for (lang, says) in [("en", "left: "), ("es", "sin tocar: "), ("fr", "laissé\u{a0}: ")] {
        let ran = project.run(&["glossary", "apply", "--lang", lang]);
        assert!(ran.expect(0).contains(says), "{}", ran.out);
        assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    }
    assert_eq!(project.tree(), before, "a plan writes nothing");
}

#[test]
fn what_is_written_is_the_plan_byte_for_byte_and_a_second_run_does_nothing() {
    let project = spanish();
    let json = project.run(&["glossary", "apply", "--write", "--format", "json"]).json();
    crate::schema::holds("schema/apply.schema.json", &json);
    assert_eq!(json["written"], json!(true));
    let expected = ES
        .replace("title: \"La WCO", "title: \"La OMA")
        .replace("# La WCO", "# La OMA")
        .replace("La WCO se", "La OMA se")
        .replace("de la liberación.", "del despacho.")
        .replace("Antes de la liberación, los\r\nagentes", "Antes del despacho, los\r\nfuncionarios")
        .replace("*cambio de", "*intercambio de");
    assert_eq!(project.read("es/a.md"), expected);
    let whole = project.tree();
    let ran = project.run(&["glossary", "apply", "--write"]);
    assert!(ran.expect(0).contains("nothing to mend; left: 3"), "{}", ran.out);
    assert_eq!(project.tree(), whole);
    // What is said to be mended is found no more.
    let check = project.run(&["glossary", "check", "--format", "json", "--fail-on", "none"]).json();
    let found = check["versions"][0]["findings"].as_array().expect("findings").clone();
    let wrong =
        found.iter().filter(|one| one["code"] == "term-forbidden" || one["code"] == "term-deprecated");
    assert_eq!(wrong.count(), 3, "{found:?}");
    project.run(&["accept", "--undo"]).expect(0);
    assert_eq!(project.read("es/a.md"), ES);
}

#[test]
fn only_what_was_asked_for_is_mended() {
    let project = spanish();
    let count = |args: &[&str]| {
        let line = [["glossary", "apply", "--format", "json"].as_slice(), args].concat();
        let json = project.run(&line).json();
        let versions = json["versions"].as_array().expect("versions").clone();
        versions.iter().map(|one| one["mended"].as_array().expect("a list").len()).sum::<usize>()
    };
    assert_eq!(count(&["--concept", "exchange"]), 1);
    assert_eq!(count(&["--concept", "exchange,officer"]), 2);
    assert_eq!(count(&["--locale", "fr"]), 0);
    for (args, says) in [
        (vec!["--concept", "nothing"], "no concept nothing"),
        (vec!["--write", "--dry-run"], "--dry-run"),
        (vec!["--locale", "de"], "de"),
        (vec!["docs/x"], "docs/x"),
        (vec!["--glossary", "gone"], "gone"),
    ] {
        let ran = project.run(&[["glossary", "apply"].as_slice(), args.as_slice()].concat());
        ran.expect(2);
        assert!(ran.err.contains(says), "{args:?}: {}", ran.err);
    }
    // A hint is mended where its concept is named.
    project
        .write("en/b.md", "# On appeals of all sorts\n\nThe appeal is lodged at the court of the capital.\n");
    project.write(
        "es/b.md",
        "# Sobre los trámites de todo tipo\n\nSe presenta la apelación en el juzgado de la capital.\n",
    );
    assert_eq!(count(&["docs/b"]), 0);
    assert_eq!(count(&["docs/b", "--concept", "appeal"]), 1);
}

/// The state of a version as `status` tells it: verdict, units edited, changes that wait.
fn state(project: &Project) -> Value {
    let status = project.run(&["status", "--rows", "--format", "json"]).json();
    let rows = status["rows"].as_array().expect("rows").clone();
    let row = rows.into_iter().find(|row| row["locale"] == "es").expect("a row");
    json!([row["verdict"], row["edited"], row["pending"], row["review"], row["recorded_at"]])
}

#[test]
fn the_ledger_shows_what_is_true_after_a_mend() {
    // In step, and reviewed: so it stays, and nobody seems to have edited it.
    let project = spanish();
    project.run(&["accept", "docs/a", "--state", "reviewed", "--locale", "es"]).expect(0);
    let before = state(&project);
    assert_eq!(before[0], "current");
    project.run(&["glossary", "apply", "--write"]).expect(0);
    assert_eq!(state(&project), before);
    assert!(project.run(&["diff", "docs/a", "es"]).code != 1);
    let record = project.read(".cotejo/ledger/es/docs/a.record");
    project.run(&["accept", "docs/a", "--locale", "es"]).expect(0);
    assert_eq!(project.read(".cotejo/ledger/es/docs/a.record"), record, "there is nothing to accept");

    // A change of the source that waits goes on waiting.
    let project = spanish();
    project.run(&["accept", "--all"]).expect(0);
    project.edit("en/a.md", "19 April", "20 April");
    let before = state(&project);
    assert_eq!(before[0], "outdated");
    project.run(&["glossary", "apply", "--write"]).expect(0);
    assert!(project.read("es/a.md").contains("La OMA se"));
    assert_eq!(state(&project), before);

    // What somebody edited since it was accepted is still told to be edited.
    let project = spanish();
    project.run(&["accept", "--all"]).expect(0);
    project.edit("es/a.md", "La WCO se reunió en Lima", "La WCO se reunió en la ciudad de Lima");
    let before = state(&project);
    assert_eq!(before[1], json!(1));
    project.run(&["glossary", "apply", "--write"]).expect(0);
    assert_eq!(state(&project), before);

    // What was left as it is on purpose is left.
    let project = project_as_is();
    let ran = project.run(&["glossary", "apply", "--write"]);
    assert!(ran.expect(0).contains("the unit was left as it is on purpose"), "{}", ran.out);

    // Without a record there is still none.
    let project = spanish();
    project.run(&["glossary", "apply", "--write"]).expect(0);
    assert_eq!(state(&project)[0], "unrecorded");
}

/// A version whose paragraph an editor left as it is although its source changed.
fn project_as_is() -> Project {
    let project = project(&[
        ("en/a.md", "# A day of the office in Lima\n\nThe WCO met in Lima on 19 April with all of them.\n"),
        (
            "es/a.md",
            "# Un día de la oficina en Lima\n\nLa WCO se reunió en Lima el 19 de abril con todos ellos.\n",
        ),
    ]);
    project.run(&["accept", "--all"]).expect(0);
    project.edit("en/a.md", "19 April", "20 April");
    project.run(&["accept", "docs/a", "--locale", "es", "--reason", "the date was ours"]).expect(0);
    project
}

#[test]
fn other_encodings_and_what_a_file_can_not_hold() {
    // Windows-1252 keeps its bytes.
    let project = project(&[(
        "en/a.md",
        "# A day at the port\n\nThe WCO met in Lima, and the information exchange helps.\n",
    )]);
    let (spanish, _, _) = encoding_rs::WINDOWS_1252
        .encode("# Un día en el puerto\n\nLa WCO se reunió en Lima, y el cambio de información ayuda.\n");
    project.write("es/a.md", &spanish);
    project.run(&["glossary", "apply", "--write"]).expect(0);
    let bytes = project.tree()["es/a.md"].clone();
    let (expected, _, _) = encoding_rs::WINDOWS_1252.encode(
        "# Un día en el puerto\n\nLa OMA se reunió en Lima, y el intercambio de información ayuda.\n",
    );
    assert_eq!(bytes, expected.into_owned());
    // A pipe in a table's cell would end it.
    project.edit("glossary/terms.tsv", "es\tOMA\tpreferred", "es\tO|MA\tpreferred");
    project.write(
        "en/t.md",
        "# The table of the port\n\n| Body | Place of the meeting |\n|---|---|\n| The WCO | met in Lima |\n",
    );
    let table = "# La tabla del puerto\n\n| Organismo | Lugar de la reunión |\n|---|---|\n| La WCO | se reunió en Lima |\n";
    project.write("es/t.md", table);
    let ran = project.run(&["glossary", "apply", "docs/t", "--write"]);
    assert!(ran.expect(0).contains("left: “WCO” (wco)"), "{}", ran.out);
    assert_eq!(project.read("es/t.md"), table);
}

#[test]
fn a_file_that_can_not_be_read_is_told_and_the_rest_is_done() {
    let project = spanish();
    project.write("en/b.md", EN);
    fs::create_dir_all(project.path("es/b.md")).expect("a folder");
    let ran = project.run(&["glossary", "apply", "--write"]);
    assert!(project.read("es/a.md").contains("OMA"), "{}{}", ran.out, ran.err);
}

#[test]
fn this_repositorys_translations_have_nothing_to_mend() {
    let project = Project::own();
    let json = project.run(&["glossary", "apply", "--format", "json"]).json();
    let mended = json["versions"].as_array().expect("versions").iter().map(|one| one["mended"].clone());
    assert!(mended.clone().all(|list| list == json!([])), "{:?}", mended.collect::<Vec<_>>());
}

#[test]
fn every_reason_has_words_in_every_language() {
    for language in Language::ALL {
        let messages = Messages::new(language);
        for why in Why::ALL {
            assert!(messages.has(&format!("apply-why-{}", why.name())), "{} {}", language.tag(), why.name());
        }
    }
    let schema: Value = serde_json::from_str(
        &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/apply.schema.json"))
            .expect("it is there"),
    )
    .expect("JSON");
    let listed = &schema["properties"]["versions"]["items"]["properties"]["left"]["items"]["properties"]["why"]
        ["enum"];
    assert_eq!(*listed, json!(Why::ALL.map(Why::name)));
}
