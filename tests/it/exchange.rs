//! `cotejo glossary import` and `export`: other tools' formats, held against what defines them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::harness::{Project, Ran};
use super::tools::{python, tool, tools};

const TOML: &str =
    "source = \"en\"\ntargets = [\"es\"]\n[[collection]]\nname = \"a\"\nfiles = \"{locale}/{name}.txt\"\n";
const CONCEPTS: &str = "# cotejo termbase 1\nconcept\tsubject\tkeep\tenforce\tdefinition\tnote\tsource\n\
    aeo\toperators\tyes\t\tA trusted firm.\t\t\n";
const TERMS: &str = "# cotejo termbase 1\n\
    concept\tlocale\tterm\tstatus\tkind\tpos\tgender\tcase\tvariants\tenforce\tnote\tsource\n\
    aeo\ten\tauthorized economic operator\tpreferred\tterm\tnoun\t\t\t\t\t\t\n\
    aeo\tes\toperador económico autorizado\tpreferred\tterm\tnoun\tm|f\t\t\t\t\t\n\
    aeo\tes\tagente fiable\tforbidden\tterm\tnoun\tm\t\t\t\t\t\n";

fn project() -> Project {
    Project::with(&[
        ("cotejo.toml", TOML),
        ("glossary/concepts.tsv", CONCEPTS),
        ("glossary/terms.tsv", TERMS),
    ])
}

/// A project with this repository's own termbase.
fn own() -> Project {
    let project = Project::with(&[("cotejo.toml", TOML)]);
    for name in ["concepts.tsv", "terms.tsv"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary").join(name);
        project.write(&format!("glossary/{name}"), fs::read(path).expect("this repository's termbase"));
    }
    project
}

fn export(project: &Project, args: &[&str]) -> Ran {
    let ran = project.run(&[&["glossary", "export"], args].concat());
    ran.expect(0);
    ran
}

#[test]
fn tbx_of_version_two_is_valid_by_the_schema_that_omegat_has() {
    let project = own();
    export(&project, &["--format", "tbx2", "-o", "out.tbx"]);
    let schema = tools().join("schemas/tbx.xsd");
    let Some(schema) = tool(Some(schema).filter(|path| path.exists()), "schema of TBX v2 in target/tools")
    else {
        return;
    };
    let run = |path: &Path| {
        Command::new("xmllint").args(["--noout", "--nonet", "--schema"]).arg(&schema).arg(path).output().ok()
    };
    let Some(output) = tool(run(&project.path("out.tbx")), "xmllint") else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    project.edit("out.tbx", "<tig>", "<tag>");
    project.edit("out.tbx", "</tig>", "</tag>");
    assert!(
        !run(&project.path("out.tbx")).expect("it ran").status.success(),
        "the schema must be able to fail"
    );
}

#[test]
fn the_translate_toolkit_reads_every_term_of_tbx_version_two() {
    let project = own();
    export(&project, &["--format", "tbx2", "-o", "out.tbx"]);
    let script = "import sys\nfrom translate.storage import tbx\n\
        store = tbx.tbxfile.parsefile(sys.argv[1])\n\
        for unit in store.units:\n\
        \x20   for node in unit.getlanguageNodes():\n\
        \x20       lang = node.get('{http://www.w3.org/XML/1998/namespace}lang')\n\
        \x20       for term in unit._get_terms(node) if hasattr(unit, '_get_terms') else []:\n\
        \x20           print(unit.getid(), lang, term.text, sep='\\t')\n";
    let python = python();
    let run =
        |script: &str| Command::new(&python).args(["-c", script]).arg(project.path("out.tbx")).output().ok();
    let has = run("import translate.storage.tbx").filter(|output| output.status.success());
    if tool(has, "translate-toolkit (PyPI)").is_none() {
        return;
    }
    let output = run(script).expect("it ran");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = String::from_utf8(output.stdout).expect("UTF-8");
    let mut read: Vec<&str> = read.lines().collect();
    let terms = project.read("glossary/terms.tsv");
    let mut expected = Vec::new();
    for line in terms.lines().skip(2).filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let variants =
            cells.get(8).into_iter().flat_map(|cell| cell.split(" | ")).filter(|form| !form.is_empty());
        for text in std::iter::once(cells[2]).chain(variants) {
            expected.push(format!("{}\t{}\t{}", cells[0], cells[1], text));
        }
    }
    read.sort_unstable();
    expected.sort();
    assert!(expected.len() > 1000, "{}", expected.len());
    assert_eq!(read, expected);
}

/// A data category of TBX-Basic: its element in the style DCA, its module, the levels it may stand
/// at and its values, where they are a closed list (modules Min 1.1.1 and Basic 1.2.1).
type Category = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const CONCEPT: &str = "conceptEntry";
const LANGUAGE: &str = "langSec";
const TERM: &str = "termSec";
const LOCATIONS: &[&str] = &[
    "checkBox",
    "comboBox",
    "comboBoxElement",
    "dialogBox",
    "groupBox",
    "informativeMessage",
    "interactiveMessage",
    "menuItem",
    "progressBar",
    "pushButton",
    "radioButton",
    "slider",
    "spinBox",
    "tab",
    "tableText",
    "textBox",
    "toolTip",
    "user-definedType",
];
const CATEGORIES: [Category; 17] = [
    (
        "administrativeStatus",
        "termNote",
        "min",
        &[TERM],
        &[
            "admittedTerm-admn-sts",
            "deprecatedTerm-admn-sts",
            "supersededTerm-admn-sts",
            "preferredTerm-admn-sts",
        ],
    ),
    ("customerSubset", "admin", "min", &[CONCEPT, TERM], &[]),
    ("externalCrossReference", "xref", "min", &[CONCEPT, LANGUAGE, TERM], &[]),
    ("partOfSpeech", "termNote", "min", &[TERM], &["adjective", "noun", "other", "verb", "adverb"]),
    ("subjectField", "descrip", "min", &[CONCEPT], &[]),
    ("context", "descrip", "basic", &[TERM], &[]),
    ("crossReference", "ref", "basic", &[CONCEPT, TERM], &[]),
    ("definition", "descrip", "basic", &[CONCEPT, LANGUAGE], &[]),
    ("geographicalUsage", "termNote", "basic", &[TERM], &[]),
    ("grammaticalGender", "termNote", "basic", &[TERM], &["masculine", "feminine", "neuter", "other"]),
    ("projectSubset", "admin", "basic", &[CONCEPT, TERM], &[]),
    ("responsibility", "transacNote", "basic", &[CONCEPT, LANGUAGE, TERM], &[]),
    ("source", "admin", "basic", &[CONCEPT, LANGUAGE, TERM], &[]),
    ("termLocation", "termNote", "basic", &[TERM], LOCATIONS),
    (
        "termType",
        "termNote",
        "basic",
        &[TERM],
        &["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"],
    ),
    ("transactionType", "transac", "basic", &[CONCEPT, LANGUAGE, TERM], &["origination", "modification"]),
    ("xGraphic", "xref", "basic", &[CONCEPT, LANGUAGE], &[]),
];

/// An element that is open: its name, attributes, text so far, and the names of its parts so far.
type Open = (String, BTreeMap<String, String>, String, Vec<String>);

/// What a TBX v3 file has that TBX-Basic does not allow: names, levels, values, the order of parts.
fn faults(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut faults = Vec::new();
    let mut style = String::new();
    let mut open: Vec<Open> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut seen = 0;
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Start(start) => {
                let attributes: BTreeMap<String, String> = start
                    .attributes()
                    .map(|one| one.expect("an attribute"))
                    .map(|one| (one.key.as_ref().to_owned(), one.value.to_string()))
                    .collect();
                open.push((start.name().as_ref().to_owned(), attributes, String::new(), Vec::new()));
            }
            Event::Text(text) => {
                if let Some(last) = open.last_mut() {
                    last.2.push_str(&text);
                }
            }
            Event::End(_) => {
                let (name, attributes, text, parts) = open.pop().expect("it is open");
                let parent = open.last().map(|last| last.0.clone()).unwrap_or_default();
                if let Some(last) = open.last_mut() {
                    last.3.push(name.clone());
                }
                let mut fault = |what: &str| faults.push(format!("{name} in {parent}: {what} ({text})"));
                let known = |module: &str, category: &str| {
                    CATEGORIES.iter().find(|one| one.0 == category && (module.is_empty() || one.2 == module))
                };
                let category = match (name.split_once(':'), attributes.get("type")) {
                    (Some((module, own)), _) => Some((module.to_owned(), own.to_owned())),
                    (None, Some(own)) if name != "tbx" => Some((String::new(), own.clone())),
                    _ => None,
                };
                if let Some((module, own)) = category {
                    seen += 1;
                    let in_style = module.is_empty()
                        == (open.first().map(|root| root.1["style"].as_str()) == Some("dca"));
                    match known(&module, &own) {
                        None => fault("no such data category"),
                        Some(_) if !in_style => fault("the other style"),
                        Some((_, element, _, levels, values)) => {
                            if module.is_empty() && name != *element {
                                fault("in another element");
                            }
                            if !levels.contains(&parent.as_str()) {
                                fault("at another level");
                            }
                            if !values.is_empty() && !values.contains(&text.as_str()) {
                                fault("no such value");
                            }
                        }
                    }
                    continue;
                }
                match name.as_str() {
                    "tbx" => {
                        style = attributes["style"].clone();
                        if attributes["type"] != "TBX-Basic" || !["dca", "dct"].contains(&style.as_str()) {
                            fault("not TBX-Basic");
                        }
                        if attributes["xmlns"] != "urn:iso:std:iso:30042:ed-2"
                            || !attributes.contains_key("xml:lang")
                        {
                            fault("another namespace, or no language");
                        }
                    }
                    "conceptEntry" => {
                        if !attributes.get("id").is_some_and(|id| ids.insert(id.clone())) {
                            fault("no id of its own");
                        }
                        let first = parts.iter().position(|part| part == "langSec");
                        if first.is_none_or(|first| parts[first..].iter().any(|part| part != "langSec")) {
                            fault("languages missing or not last");
                        }
                    }
                    "langSec" => {
                        let first = parts.iter().position(|part| part == "termSec");
                        if first.is_none_or(|first| parts[first..].iter().any(|part| part != "termSec")) {
                            fault("terms missing or not last");
                        }
                        if !attributes.contains_key("xml:lang") {
                            fault("no language");
                        }
                    }
                    "termSec" => {
                        let is_note = |part: &String| {
                            let own = part.rsplit(':').next().unwrap_or(part);
                            part == "termNote" || known("", own).is_some_and(|one| one.1 == "termNote")
                        };
                        let notes = parts.iter().skip(1).take_while(|part| is_note(part)).count();
                        if parts.first().map(String::as_str) != Some("term")
                            || parts[1 + notes..].iter().any(is_note)
                        {
                            fault("parts out of order");
                        }
                    }
                    "term" | "note" | "p" if text.trim().is_empty() => fault("empty"),
                    "term" | "note" | "p" | "tbxHeader" | "fileDesc" | "sourceDesc" | "text" | "body" => {}
                    _ => fault("no such element"),
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(!style.is_empty() && seen > 0, "nothing was checked");
    faults
}

#[test]
fn tbx_of_version_three_has_the_names_levels_and_values_of_tbx_basic() {
    let project = own();
    for format in ["tbx", "tbx-dct"] {
        let ran = export(&project, &["--format", format]);
        assert_eq!(faults(&ran.out), Vec::<String>::new(), "{format}");
        assert!(ran.out.matches("<conceptEntry ").count() > 200, "{format}");
        // The check must be able to fail.
        for (from, to) in [
            ("subjectField", "subject"),
            ("preferredTerm-admn-sts", "preferred"),
            ("<term>", "<term/><term>"),
            ("<langSec xml:lang=\"es\">", "<langSec>"),
            ("definition", "context"),
        ] {
            let wrong = ran.out.replace(from, to);
            assert!(wrong != ran.out && !faults(&wrong).is_empty(), "{format}: {from}");
        }
    }
}

#[test]
fn what_a_format_can_not_hold_is_counted_on_standard_error_and_not_in_the_result() {
    let project = project();
    for (format, said) in [
        ("tbx", vec!["1 concept keeps its name", "the gender of 1 term", "1 term is forbidden"]),
        ("tbx2", vec!["1 concept keeps its name", "the gender of 1 term", "1 term is forbidden"]),
        (
            "omegat",
            vec![
                "the id of 1 concept",
                "1 subject",
                "1 deprecated or forbidden target term",
                "part of speech of 2",
            ],
        ),
        ("deepl-csv", vec!["1 definition", "1 deprecated or forbidden target term"]),
    ] {
        let ran = export(&project, &["--format", format, "--locale", "en,es"]);
        for said in said {
            assert!(ran.err.contains(said), "{format}: {said}\n{}", ran.err);
        }
        assert!(
            !ran.out.contains("keeps") && ran.out.contains("operador económico autorizado"),
            "{}",
            ran.out
        );
    }
    for format in ["csv", "tsv"] {
        assert_eq!(export(&project, &["--format", format]).err, "");
    }
    let pairs = export(&project, &["--format", "omegat"]).out;
    assert_eq!(pairs, "authorized economic operator\toperador económico autorizado\tA trusted firm.\n");
    let pairs = export(&project, &["--format", "deepl-csv"]).out;
    assert_eq!(pairs, "authorized economic operator,operador económico autorizado,en,es\n");
    // Only what was asked for.
    assert!(!export(&project, &["--format", "tbx", "--locale", "en"]).out.contains("operador"));
}

#[test]
fn our_own_termbase_comes_back_from_every_format_as_it_was() {
    let project = own();
    let before = project.tree();
    for (format, name) in [
        ("tbx", "out.tbx"),
        ("tbx-dct", "out-dct.tbx"),
        ("tbx2", "out2.tbx"),
        ("csv", "out.csv"),
        ("tsv", "out.tsv"),
        ("cotejo", "copy"),
    ] {
        export(&project, &["--format", format, "-o", name]);
        let ran = project.run(&["glossary", "import", name]);
        assert!(ran.expect(0).contains("nothing was written"), "{format}\n{}{}", ran.out, ran.err);
        assert!(ran.out.contains("terms: 0 new, 0 changed"), "{format}\n{}", ran.out);
    }
    for format in ["omegat", "deepl-csv", "deepl-tsv"] {
        for pair in ["en,es", "en,fr", "es,pt"] {
            export(&project, &["--format", format, "--locale", pair, "-o", "pairs"]);
            let kind = if format == "omegat" { "omegat" } else { "deepl" };
            let ran = project.run(&["glossary", "import", "pairs", "--format", kind, "--locale", pair]);
            assert!(
                ran.expect(0).contains("terms: 0 new, 0 changed"),
                "{format} {pair}\n{}{}",
                ran.out,
                ran.err
            );
        }
    }
    let after = project.tree();
    for (path, bytes) in &before {
        assert!(after.get(path) == Some(bytes), "{path} changed");
    }
    // Into an empty project: all that the format holds.
    let empty = Project::with(&[("cotejo.toml", TOML)]);
    empty.write("out.csv", project.read("out.csv"));
    empty.run(&["glossary", "import", "out.csv"]).expect(0);
    let sorted = |text: String| {
        let mut lines: Vec<String> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.trim_end().to_owned())
            .collect();
        lines.sort();
        lines
    };
    for name in ["glossary/concepts.tsv", "glossary/terms.tsv"] {
        assert_eq!(sorted(empty.read(name)), sorted(project.read(name)), "{name}");
    }
}

#[test]
fn an_import_is_shown_first_written_whole_and_taken_back() {
    let project = project();
    let before = project.tree();
    project.write(
        "in.csv",
        "Concept;English;Spanish;es gender;Notes;Reviewer\n\
         aeo;authorized economic operator;operador económico autorizado / operador de confianza;m/f;seen;Ana\n\
         broker;customs broker;agente de aduanas;m;;\n",
    );
    let ran = project.run(&["glossary", "import", "in.csv", "--dry-run"]);
    let out = ran.expect(0);
    assert!(out.contains("concepts: 1 new, 1 changed, 0 as they are"), "{out}");
    assert!(out.contains("terms: 3 new, 0 changed"), "{out}");
    assert!(out.contains("+ es  operador de confianza  admitted"), "{out}");
    assert!(out.contains("note: seen | [Reviewer] Ana"), "{out}");
    assert_eq!(project.read("glossary/terms.tsv"), TERMS, "a dry run writes nothing");
    // Where both say something: what stands is kept, or the file's taken; both are shown.
    project.write(
        "other.csv",
        "concept,locale,term,definition\naeo,en,authorized economic operator,A trusted company.\n",
    );
    let both = |update: &[&str], lang: &str| {
        let args = [&["glossary", "import", "other.csv", "--dry-run", "--lang", lang], update].concat();
        project.run(&args).expect(0).to_owned()
    };
    let kept = both(&[], "en");
    assert!(
        kept.contains("definition: kept: A trusted firm.")
            && kept.contains("in the file: A trusted company."),
        "{kept}"
    );
    assert!(kept.contains("1 cell says something else") && kept.contains("0 changed"), "{kept}");
    assert!(both(&["--update"], "en").contains("definition: instead of A trusted firm."));
    assert!(both(&[], "es").contains("en el archivo: A trusted company."));
    assert!(both(&[], "fr").contains("dans le fichier\u{a0}: A trusted company."));
    let ran = project.run(&["glossary", "import", "in.csv"]);
    assert!(ran.expect(0).contains("glossary/concepts.tsv, glossary/terms.tsv"), "{}", ran.out);
    let terms = project.read("glossary/terms.tsv");
    assert!(terms.contains("broker\tes\tagente de aduanas\tpreferred\tterm\t\tm\t"), "{terms}");
    assert!(terms.starts_with(TERMS.lines().take(4).collect::<Vec<_>>().join("\n").as_str()), "{terms}");
    // What is found with it.
    project.write("a.txt", "Los agentes de aduanas.");
    let ran = project.run(&["glossary", "find", "--locale", "es", "a.txt"]);
    assert!(ran.expect(0).contains("broker"), "{}", ran.out);
    assert!(project.run(&["glossary", "import", "in.csv"]).expect(0).contains("nothing was written"));
    project.run(&["accept", "--undo"]).expect(0);
    for (path, bytes) in &before {
        assert_eq!(project.tree().get(path), Some(bytes), "{path}");
    }
}

#[test]
fn the_research_table_is_a_table_like_any_other() {
    let project = Project::with(&[("cotejo.toml", TOML)]);
    let table = "# evidence: V = seen\n\
        concept\ten\ten_acronym\tes\tes_acronym\tfr\tpt\tstatus/notes\tsource\tevidence\n\
        wco\tWorld Customs Organization\tWCO\tOrganización Mundial de Aduanas\tOMA\tOrganisation mondiale des douanes\t\
        Organização Mundial das Aduanas (BR: Aduanas; PT: Alfândegas)\tpreferred. FR lower-case \"mondiale\"\thttps://x.org\tes:V\n\
        rtc\tRegional Training Centre\tRTC\tCentro Regional de Capacitación / de Formación\tCRC\t\t\t\t\t\n";
    project.write("table.tsv", table);
    let ran = project.run(&["glossary", "import", "table.tsv"]);
    ran.expect(0);
    let (concepts, terms) = (project.read("glossary/concepts.tsv"), project.read("glossary/terms.tsv"));
    assert!(
        concepts.contains("preferred. FR lower-case \"mondiale\" | [evidence] es:V\thttps://x.org"),
        "{concepts}"
    );
    assert!(terms.contains("rtc\tes\tCentro Regional de Formación\tadmitted\tterm\t"), "{terms}");
    assert!(terms.contains("wco\tes\tOMA\tpreferred\tacronym\t\t\texact\t"), "{terms}");
    assert!(terms.contains("(BR: Aduanas; PT: Alfândegas)"), "remarks in brackets are kept: {terms}");
}

/// A workbook with those sheets, each a list of rows; the strings shared.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut strings = Vec::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    let (mut names, mut relations) = (String::new(), String::new());
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let mut xml = String::new();
        for (line, cells) in rows.iter().enumerate() {
            xml.push_str(&format!("<row r=\"{}\">", line + 1));
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let letter = char::from(b'A' + u8::try_from(column).expect("few columns"));
                let number = strings.len();
                xml.push_str(&format!("<c r=\"{letter}{}\" t=\"s\"><v>{number}</v></c>", line + 1));
                strings.push((*cell).to_owned());
            }
            xml.push_str("</row>");
        }
        parts.push((
            format!("xl/worksheets/sheet{at}.xml"),
            format!("<worksheet><sheetData>{xml}</sheetData></worksheet>"),
        ));
        names.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"));
        relations.push_str(&format!("<Relationship Id=\"rId{at}\" Target=\"worksheets/sheet{at}.xml\"/>"));
    }
    let shared: String = strings
        .iter()
        .map(|text| {
            let (one, two) = text.split_at(text.char_indices().nth(1).map_or(text.len(), |(at, _)| at));
            format!(
                "<si><r><t>{one}</t></r><r><t xml:space=\"preserve\">{two}</t></r><rPh><t>no</t></rPh></si>"
            )
        })
        .collect();
    parts.push(("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{names}</sheets></workbook>")));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    parts.push((
        "xl/sharedStrings.xml".to_owned(),
        format!("<sst uniqueCount=\"99999999999999\">{shared}</sst>"),
    ));
    zipped(&parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect::<Vec<_>>())
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        archive.start_file(*name, options).expect("a part");
        archive.write_all(bytes).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn a_workbook_is_read_sheet_by_sheet() {
    let project = project();
    let book = workbook(&[
        ("Notes", &[&["Only words"], &["here"]]),
        (
            "Concepts",
            &[&["concept", "subject", "definition"], &["broker", "operators", "Who clears_x000D_\ngoods."]],
        ),
        (
            "Terms",
            &[
                &["concept", "locale", "term", "status"],
                &["broker", "es", "agente de aduanas", "preferido"],
                &["", "en", "customs broker", "odd"],
            ],
        ),
    ]);
    project.write("in.xlsx", &book);
    let ran = project.run(&["glossary", "import", "in.xlsx"]);
    ran.expect(0);
    assert!(ran.err.contains("1 sheet without known column names"), "{}", ran.err);
    assert!(ran.err.contains("in.xlsx [Terms]:3:4: odd is not one of preferred"), "{}", ran.err);
    assert!(project.read("glossary/concepts.tsv").contains("broker\toperators\t\t\tWho clears goods.\t"));
    let terms = project.read("glossary/terms.tsv");
    assert!(terms.contains("broker\tes\tagente de aduanas\tpreferred"), "{terms}");
    assert!(
        terms.contains("broker\ten\tcustoms broker\tpreferred\tterm\t\t\t\t\t\t[status] odd\t"),
        "{terms}"
    );
}

#[test]
fn each_wrong_file_is_refused_with_its_place_and_nothing_is_written() {
    let project = project();
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE martif [\n<!ENTITY a \"ha\">]><martif>&a;</martif>";
    let outer = "<!DOCTYPE tbx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<tbx>&x;</tbx>";
    let entry = "<termEntry id='a'><langSet xml:lang='es'><tig><term>x</term></tig></langSet></termEntry>";
    let twice = format!("<martif><text><body>\n{entry}\n{entry}</body></text></martif>");
    for (name, bytes, place) in [
        ("bomb.tbx", bomb.as_bytes(), "bomb.tbx:3:1:"),
        ("outer.tbx", outer.as_bytes(), "outer.tbx:1:16:"),
        ("cut.tbx", b"<martif>\n<text>", "cut.tbx:2:7:"),
        ("twice.tbx", twice.as_bytes(), "twice.tbx:3:1:"),
        ("html.tbx", b"<html></html>", "html.tbx:1:1:"),
        ("latin.csv", b"concept,en,es\n1,customs,Aduana espa\xf1ola\n", "latin.csv:2:22:"),
        ("quote.csv", b"concept,en,es\n1,\"customs,aduana\n2,a,b\n", "quote.csv:2:3:"),
        ("names.csv", b"x,y,z\n1,2,3\n", "names.csv:1:1:"),
        ("twice.csv", b"concept,en,es\na,x,y\na,z,w\n", "twice.csv:3:1:"),
        ("id.csv", b"concept,en,es\n,x,y\n\"# a\",z,w\n", "id.csv:3:1:"),
        ("noise.xlsx", b"PK\x03\x04 no archive", "noise.xlsx:1:1:"),
        ("pairs.csv", b"customs,aduana\n", "pairs.csv:1:1:"),
        ("pairs.tbx", b"", "pairs.tbx:1:1:"),
        ("locale.csv", b"concept,locale,term\na,es,x\na,no tag,y\n", "locale.csv:3:3:"),
    ] {
        project.write(name, bytes);
        let args = ["glossary", "import", name];
        let format: &[&str] = if name == "names.csv" { &["--format", "csv"] } else { &[] };
        let said: Vec<Ran> = ["en", "es", "fr"]
            .iter()
            .map(|lang| project.run(&[&args, format, &["--lang", lang]].concat()))
            .collect();
        for ran in &said {
            assert_eq!(ran.code, 2, "{name}\n{}{}", ran.out, ran.err);
            assert!(ran.err.contains(place), "{name}: {}", ran.err);
            assert!(!ran.err.contains("glossary-problem") && !ran.err.contains("exchange-"), "{}", ran.err);
        }
        assert!(said[0].err != said[1].err && said[1].err != said[2].err, "{}", said[0].err);
    }
    assert_eq!(project.read("glossary/terms.tsv"), TERMS);
    assert_eq!(project.read("glossary/concepts.tsv"), CONCEPTS);
    // Named with its encoding, the table is read.
    let args = ["glossary", "import", "latin.csv", "--encoding", "windows-1252", "--dry-run"];
    assert!(project.run(&args).expect(0).contains("Aduana española"));
    // What the command itself lacks.
    let outside = tempfile::tempdir().expect("a folder");
    let elsewhere = outside.path().to_string_lossy().into_owned();
    for (args, said) in [
        (vec!["import", "gone.tbx"], "gone.tbx"),
        (vec!["import", "twice.csv", "--glossary", elsewhere.as_str()], "no folder below the project's"),
        (vec!["import", "pairs.csv", "--format", "omegat"], "--locale en,es"),
        (vec!["import", "pairs.csv", "--encoding", "klingon"], "no encoding"),
        (vec!["export", "--format", "cotejo"], "--output"),
        (vec!["export", "--format", "cotejo", "-o", "glossary"], "is the termbase itself"),
        (vec!["export", "--format", "tbx", "-o", "no/folder/out.tbx"], "no/folder/out.tbx"),
        (vec!["export", "--format", "deepl-csv", "--locale", "es"], "--locale en,es"),
    ] {
        let ran = project.run(&[vec!["glossary"], args.clone()].concat());
        assert!(ran.code == 2 && ran.err.contains(said), "{args:?}: {}{}", ran.out, ran.err);
    }
    let nowhere = Project::with(&[("a.csv", "concept,en,es\na,x,y\n")]);
    let ran = nowhere.run(&["glossary", "import", "a.csv"]);
    assert!(ran.code == 2 && ran.err.contains("no project"), "{}", ran.err);
}

#[test]
fn pairs_without_ids_find_their_concepts() {
    let project = project();
    project.write(
        "in.txt",
        "authorized economic operator\toperador fiable\tnew\ncustoms broker\tagente de aduanas\t\n",
    );
    let ran = project.run(&["glossary", "import", "in.txt", "--locale", "en,es"]);
    ran.expect(0);
    let terms = project.read("glossary/terms.tsv");
    assert!(terms.contains("aeo\tes\toperador fiable\tadmitted\tterm"), "{terms}");
    assert!(terms.contains("customs_broker\tes\tagente de aduanas\tpreferred\tterm"), "{terms}");
}
