//! `cotejo glossary check`, `suggest` and `lint`: the termbase applied to translations and to itself.

use serde_json::{Value, json};

use super::harness::{Project, Ran};

const TOML: &str =
    "source = \"en\"\ntargets = [\"es\"]\n[[collection]]\nname = \"docs\"\nfiles = \"{locale}/{name}.md\"\n";
const CONCEPTS: &str = "# cotejo termbase 1\nconcept\tsubject\tkeep\tenforce\tdefinition\tnote\tsource\n\
    wco\torganisations\t\t\tThe body in Brussels that sets customs standards.\t\thttps://www.wcoomd.org/\n\
    clearance\tprocedures\t\t\t\t\t\n\
    release\tprocedures\t\t\t\t\t\n\
    security\tprocedures\t\thint\t\t\t\n\
    plan\tgeneral\t\t\t\t\t\n\
    pnr\tinstruments\tyes\t\t\t\t\n";
const TERMS: &str = "# cotejo termbase 1\n\
    concept\tlocale\tterm\tstatus\tkind\tpos\tgender\tcase\tvariants\tenforce\tnote\tsource\n\
    wco\ten\tWorld Customs Organization\tpreferred\tterm\n\
    wco\ten\tWCO\tpreferred\tacronym\t\t\texact\n\
    wco\tes\tOrganización Mundial de Aduanas\tpreferred\tterm\n\
    wco\tes\tOMA\tpreferred\tacronym\t\t\texact\n\
    wco\tes\tWCO\tforbidden\tacronym\t\t\texact\t\terror\n\
    clearance\ten\tclearance\tpreferred\tterm\n\
    clearance\tes\tdespacho\tpreferred\tterm\n\
    clearance\tes\tlevante\tforbidden\tterm\t\t\t\t\twarn\n\
    release\ten\trelease\tpreferred\tterm\n\
    release\tes\tlevante\tpreferred\tterm\n\
    release\tes\tliberación\tadmitted\tterm\n\
    release\tes\tdespacho\tforbidden\tterm\t\t\t\t\twarn\n\
    security\ten\tsecurity\tpreferred\tterm\n\
    security\tes\tgarantía\tpreferred\tterm\n\
    plan\ten\tstrategic plan\tpreferred\tterm\n\
    plan\tes\tplan estratégico\tpreferred\tterm\n\
    plan\tes\tplano estratégico\tdeprecated\tterm\n\
    pnr\ten\tPNR\tpreferred\tacronym\t\t\texact\n\
    pnr\tes\tPNR\tpreferred\tacronym\t\t\texact\n";

fn project(source: &str, target: &str) -> Project {
    Project::with(&[
        ("cotejo.toml", TOML),
        ("glossary/concepts.tsv", CONCEPTS),
        ("glossary/terms.tsv", TERMS),
        ("en/a.md", source),
        ("es/a.md", target),
    ])
}

const HEAD_EN: &str = "# A day at the port of the capital\n\n";
const HEAD_ES: &str = "# Un día en el puerto de la capital\n\n";

/// What is found in one paragraph and its translation: code, severity, words, and what is better.
fn found(source: &str, target: &str) -> Vec<(String, String, String, String)> {
    let project = project(&format!("{HEAD_EN}{source}\n"), &format!("{HEAD_ES}{target}\n"));
    let ran = project.run(&["glossary", "check", "--format", "json", "--fail-on", "none"]);
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let version = ran.json()["versions"][0].clone();
    let list = version["findings"].as_array().expect("findings").iter();
    list.map(|one| {
        let args = &one["args"];
        (text(&one["code"]), text(&one["severity"]), text(&args["words"]), text(&args["better"]))
    })
    .collect()
}

#[test]
fn what_a_translation_did_with_each_concept_is_told() {
    type Told = &'static [(&'static str, &'static str, &'static str, &'static str)];
    let table: [(&str, &str, Told); 14] = [
        ("The clearance took an hour.", "El despacho duró una hora entera.", &[]),
        (
            "The clearances took an hour.",
            "Todo aquello duró una hora entera.",
            &[("term-missing", "warning", "clearances", "despacho")],
        ),
        (
            "Security was asked for by all.",
            "Se pidió a todos que pagaran antes.",
            &[("term-missing", "hint", "Security", "garantía")],
        ),
        (
            "The clearance took an hour.",
            "El levante duró una hora entera.",
            &[("term-forbidden", "warning", "levante", "despacho")],
        ),
        // Right for the one, so it is not held against the other.
        ("Clearance and release took an hour.", "El despacho y el levante duraron una hora.", &[]),
        ("The release took an hour.", "El levante duró una hora entera.", &[]),
        (
            "The new strategic plan is here.",
            "Aquí está el nuevo plano estratégico.",
            &[("term-deprecated", "warning", "plano estratégico", "plan estratégico")],
        ),
        (
            "The WCO met yesterday in Lima.",
            "La WCO se reunió ayer en Lima.",
            &[("term-forbidden", "error", "WCO", "OMA")],
        ),
        // Wrong whatever the source says.
        (
            "The body met yesterday in Lima.",
            "La WCO se reunió ayer en Lima.",
            &[("term-forbidden", "error", "WCO", "OMA")],
        ),
        ("The WCO met yesterday in Lima.", "La Organización Mundial de Aduanas se reunió ayer.", &[]),
        (
            "The World Customs Organization (WCO) met.",
            "La Organización Mundial de Aduanas se reunió.",
            &[("term-acronym", "warning", "Organización Mundial de Aduanas", "OMA")],
        ),
        (
            "The World Customs Organization (WCO) met.",
            "La Organización Mundial de Aduanas (OMA) se reunió.",
            &[],
        ),
        ("PNR data are sent within an hour.", "Los datos PNR se envían en una hora.", &[]),
        (
            "Release is near. Release is here. The release of it.",
            "El levante se acerca. El levante está aquí. La liberación de ello.",
            &[("term-inconsistent", "hint", "liberación", "levante")],
        ),
    ];
    for (source, target, expected) in table {
        let found = found(source, target);
        let found: Vec<(&str, &str, &str, &str)> =
            found.iter().map(|(a, b, c, d)| (a.as_str(), b.as_str(), c.as_str(), d.as_str())).collect();
        assert_eq!(found, expected, "{source} | {target}");
    }
}

/// An Arrangement is no Agreement: the word of the source decides, either way round.
#[test]
fn a_term_that_stands_for_one_wording_of_the_source_is_not_right_for_another() {
    let home = env!("CARGO_MANIFEST_DIR");
    let table = |name: &str| std::fs::read_to_string(format!("{home}/glossary/{name}")).expect("a table");
    let (concepts, terms) = (table("concepts.tsv"), table("terms.tsv"));
    let arrangement = "They signed a Mutual Recognition Arrangement (MRA) in Lima.";
    let agreement = "They signed a Mutual Recognition Agreement in Lima.";
    for (source, locale, target, better) in [
        (arrangement, "es", "Firmaron un Arreglo de Reconocimiento Mutuo (ARM) en Lima.", None),
        (agreement, "es", "Firmaron un Acuerdo de Reconocimiento Mutuo en Lima.", None),
        (
            "They signed a Mutual Recognition Arrangement in Lima.",
            "es",
            "Firmaron un Acuerdo de Reconocimiento Mutuo en Lima.",
            Some("Arreglo de Reconocimiento Mutuo"),
        ),
        (
            agreement,
            "es",
            "Firmaron un Arreglo de Reconocimiento Mutuo en Lima.",
            Some("Acuerdo de Reconocimiento Mutuo"),
        ),
        (
            agreement,
            "fr",
            "Ils ont signé un arrangement de reconnaissance mutuelle à Lima.",
            Some("accord de reconnaissance mutuelle"),
        ),
        (agreement, "fr", "Ils ont signé un accord de reconnaissance mutuelle à Lima.", None),
        (
            "A Mutual Recognition Arrangement and a Mutual Recognition Agreement.",
            "es",
            "Un Arreglo de Reconocimiento Mutuo y un Acuerdo de Reconocimiento Mutuo.",
            None,
        ),
        ("The MRA was signed.", "es", "Se firmó el Acuerdo de Reconocimiento Mutuo.", None),
    ] {
        let config = TOML.replace("\"es\"", &format!("\"{locale}\""));
        let page = format!("{locale}/a.md");
        let (source, target) = (format!("{HEAD_EN}{source}\n"), format!("{HEAD_ES}{target}\n"));
        let project = Project::with(&[
            ("cotejo.toml", config.as_str()),
            ("glossary/concepts.tsv", &concepts),
            ("glossary/terms.tsv", &terms),
            ("en/a.md", &source),
            (&page, &target),
        ]);
        let told = project.run(&["glossary", "check", "--format", "json", "--fail-on", "none"]).json();
        let found = told["versions"][0]["findings"].as_array().expect("findings").clone();
        let found: Vec<&str> = found.iter().filter_map(|one| one["args"]["better"].as_str()).collect();
        let found: Vec<&str> = found.iter().filter_map(|better| better.split(", ").next()).collect();
        assert_eq!(found, better.into_iter().collect::<Vec<_>>(), "{source} {target}");
    }
}

#[test]
fn findings_stand_at_their_lines_and_the_gate_fails_from_the_severity_that_is_asked_for() {
    let project = project(
        &format!(
            "{HEAD_EN}The clearance took\nan hour.\n\nThe WCO met in Lima, and the [WCO](https://www.wcoomd.org/) left.\n"
        ),
        &format!("{HEAD_ES}El asunto duró\nuna hora.\n\nEl organismo se reunió en Lima,\ny la WCO se fue.\n"),
    );
    let ran = project.run(&["glossary", "check"]);
    let out = ran.expect(1).to_owned();
    assert!(
        out.contains("es/a.md:3: warning: “clearance” (clearance) of the source has no term here"),
        "{out}"
    );
    assert!(out.contains("es/a.md:7: error: “WCO” is wrong for wco; write OMA [term-forbidden]"), "{out}");
    assert!(out.contains("failed: 1 version looked at, 1 error, 1 warning, 0 hints"), "{out}");
    for (fail_on, code) in [("error", 1), ("warning", 1), ("hint", 1), ("none", 0)] {
        project.run(&["glossary", "check", "--fail-on", fail_on]).expect(code);
    }
    project.edit("es/a.md", "la WCO", "la OMA");
    for (fail_on, code) in [("error", 0), ("warning", 1), ("hint", 1), ("none", 0)] {
        project.run(&["glossary", "check", "docs/a", "--fail-on", fail_on]).expect(code);
    }
    // Links of a record tell the pairs as alignment does.
    project.run(&["accept", "--all"]).expect(0);
    let recorded = project.run(&["glossary", "check", "--format", "json"]).json();
    assert_eq!(recorded["versions"][0]["findings"][0]["code"], json!("term-missing"));
    assert_eq!(recorded["versions"][0]["right"], json!(1));
    for (lang, says) in [("es", "se esperaba: despacho"), ("fr", "attendu\u{a0}: despacho")] {
        let ran = project.run(&["glossary", "check", "--lang", lang]);
        assert!(ran.expect(0).contains(says), "{}", ran.out);
    }
}

/// A project whose findings have every code and severity, with names that could break a format.
fn faulty() -> Project {
    let project = project(
        &format!(
            "{HEAD_EN}The clearance took a while.\n\nThe WCO met in Lima ]]> & \"so\".\n\nA new strategic plan.\n"
        ),
        &format!(
            "{HEAD_ES}El asunto duró un rato.\n\nLa WCO se reunió en Lima ]]> & \"tal\".\n\nUn plano estratégico nuevo.\n"
        ),
    );
    project.write(
        "glossary/terms.tsv",
        format!("{TERMS}plan\ten\t<plan>::error::\tpreferred\nx\ten\ty\tbest\n"),
    );
    project
}

#[test]
fn the_formats_of_ci_hold_the_same_findings_and_are_as_their_schemas_say() {
    use quick_xml::events::Event;
    for verb in ["check", "lint"] {
        let project = faulty();
        if verb == "check" {
            project.write("glossary/terms.tsv", TERMS);
        }
        let run = |format: &str| {
            let ran = project.run(&["glossary", verb, "--fail-on", "warning", "--format", format]);
            ran.expect(1);
            ran.out
        };
        let json: Value = serde_json::from_str(&run("json")).expect("JSON");
        let list = if verb == "check" { &json["versions"][0]["findings"] } else { &json["findings"] };
        let all = list.as_array().expect("findings");
        assert!(all.len() >= 2, "{json}");
        let texts = |key: &str| -> Vec<String> {
            all.iter().map(|one| one[key].as_str().expect("a text").to_owned()).collect()
        };
        let sarif: Value = serde_json::from_str(&run("sarif")).expect("JSON");
        crate::schema::holds("schema/published/sarif-schema-2.1.0.json", &sarif);
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        let prints: Vec<String> = results
            .iter()
            .map(|one| one["partialFingerprints"]["cotejoIdentity/v1"].as_str().expect("a print").to_owned())
            .collect();
        assert_eq!(prints, texts("fingerprint"));
        let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
        assert!(
            rules.iter().all(|rule| !rule["shortDescription"]["text"]
                .as_str()
                .unwrap_or("rule-")
                .starts_with("rule-")),
            "{rules:?}"
        );
        let github = run("github");
        let (annotations, log) = github.split_once("::stop-commands::").expect("the log is fenced");
        assert_eq!(annotations.lines().filter(|line| line.contains(",title=")).count(), all.len());
        assert!(log.contains(&run("text").lines().next().expect("a line").to_owned()), "{log}");
        let junit = run("junit");
        let mut reader = quick_xml::Reader::from_str(&junit);
        let mut failures = 0;
        loop {
            match reader.read_event().expect("XML") {
                Event::Eof => break,
                Event::Start(tag) if tag.name().as_ref() == "failure" => failures += 1,
                _ => {}
            }
        }
        let failing = all.iter().filter(|one| one["severity"] != "hint").count();
        assert_eq!(failures, failing, "{junit}");
        crate::schema::junit_holds(&junit);
    }
}

#[test]
fn every_code_has_words_for_what_it_is_about() {
    use cotejo::domain::termbase::{lint, usage};
    for language in cotejo::messages::Language::ALL {
        let messages = cotejo::messages::Messages::new(language);
        let codes = usage::Fault::ALL.map(usage::Fault::code).into_iter();
        for code in codes.chain(lint::Fault::ALL.map(lint::Fault::code)).chain(["lint-table"]) {
            for id in [format!("rule-{code}"), format!("finding-{code}")] {
                assert!(messages.has(&id), "{} lacks {id}", language.tag());
            }
        }
    }
}

#[test]
fn a_table_that_can_not_be_read_is_no_finding() {
    let project = project("# One\n", "# Uno\n");
    project.write(
        "glossary/terms.tsv",
        b"# cotejo termbase 1\nconcept\tlocale\tterm\tstatus\nwco\tes\tAduan\xe1\tadmitted\n",
    );
    for (lang, says) in [
        ("en", "glossary/terms.tsv:3:13: the file is not UTF-8 text; save it as UTF-8"),
        ("es", "guardarlo como UTF-8"),
        ("fr", "l’enregistrer en UTF-8"),
    ] {
        for format in ["text", "json", "sarif"] {
            let ran = project.run(&["glossary", "lint", "--lang", lang, "--format", format]);
            ran.expect(2);
            assert!(ran.err.contains(says) && ran.out.is_empty(), "{}", ran.err);
        }
    }
}

#[test]
fn what_can_not_be_checked_is_said() {
    let project = project("# One\n\nText of the page.\n", "# Uno\n\nTexto de la página.\n");
    for (args, says) in [
        (vec!["glossary", "check", "nothing"], "nothing"),
        (vec!["glossary", "check", "--locale", "de"], "de"),
        (vec!["glossary", "check", "--glossary", "gone"], "can't read gone"),
        (vec!["glossary", "suggest", "docs/a"], "LOCALE"),
        (vec!["glossary", "suggest", "docs/x", "es"], "docs/x"),
        (vec!["glossary", "lint", "--glossary", "gone"], "can't read gone"),
    ] {
        let ran = project.run(&args);
        ran.expect(2);
        assert!(ran.err.contains(says), "{args:?}: {}", ran.err);
    }
    std::fs::remove_dir_all(project.path("glossary")).expect("the folder");
    let ran = project.run(&["glossary", "check"]);
    ran.expect(2);
    assert!(ran.err.contains("no folder glossary"), "{}", ran.err);
}

#[test]
fn terms_are_suggested_in_the_order_in_which_a_translator_meets_them() {
    let project = project(
        &format!(
            "{HEAD_EN}The strategic plan of the World Customs Organization.\n\nRelease, PNR and strategic plans.\n"
        ),
        &format!("{HEAD_ES}Nada.\n"),
    );
    let ran = project.run(&["glossary", "suggest", "docs/a", "es", "--format", "json"]);
    let article = ran.json()["articles"][0].clone();
    let list: Vec<(String, u64, u64)> = article["terms"]
        .as_array()
        .expect("terms")
        .iter()
        .map(|one| {
            (
                one["concept"].as_str().unwrap().to_owned(),
                one["line"].as_u64().unwrap(),
                one["count"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        list,
        [
            ("plan".to_owned(), 3, 2),
            ("wco".to_owned(), 3, 1),
            ("release".to_owned(), 5, 1),
            ("pnr".to_owned(), 5, 1)
        ]
    );
    let wco = &article["terms"][1];
    let terms: Vec<&str> =
        wco["terms"].as_array().unwrap().iter().map(|term| term["term"].as_str().unwrap()).collect();
    assert_eq!(terms, ["Organización Mundial de Aduanas", "OMA", "WCO"]);
    assert_eq!(wco["definition"], json!("The body in Brussels that sets customs standards."));
    let ran = project.run(&["glossary", "suggest", "en/a.md", "es"]);
    let out = ran.expect(0);
    for part in [
        "4 concepts",
        "preferred: levante",
        "forbidden: despacho",
        "https://www.wcoomd.org/",
        "stays as it is",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
}

/// Lints tables with those lines more.
fn linted(concepts: &str, terms: &str) -> Ran {
    let project = project("# One\n", "# Uno\n");
    project.write("glossary/concepts.tsv", format!("{CONCEPTS}{concepts}"));
    project.write("glossary/terms.tsv", format!("{TERMS}{terms}"));
    project.run(&["glossary", "lint"])
}

#[test]
fn a_termbases_own_faults_are_told_with_file_line_and_column() {
    let ran = linted("", "");
    assert!(ran.expect(0).contains("passed: 19 terms, 0 errors, 0 warnings, 0 hints"), "{}", ran.out);
    let (concepts, terms) =
        ("a\n".to_owned() + "b\nc\n", "a\ten\tone thing\tpreferred\nb\ten\tother thing\tpreferred\n");
    let cases: [(&str, u8, &str, &str); 12] = [
        (
            "a\tes\tuno\tpreferred\nb\tes\tuno\tpreferred\n",
            0,
            "terms.tsv:24:6: hint:",
            "uno is right for a and for b (line 25)",
        ),
        (
            "a\tes\tuno\tpreferred\nb\tes\tuno\tforbidden\n",
            0,
            "terms.tsv:25:6: warning:",
            "set enforce to warn",
        ),
        (
            "a\tes\tuno\tpreferred\nb\tes\tuno\tforbidden\t\t\t\t\t\twarn\n",
            0,
            "",
            "0 errors, 1 warning, 1 hint",
        ),
        (
            "a\tes\tuno\tpreferred\na\tes\tdos\tforbidden\nb\tes\tdos\tpreferred\nb\tes\tuno\tforbidden\n",
            1,
            "terms.tsv:25:6: error:",
            "mending would never end",
        ),
        (
            "a\tes\tfacilitación del comercio\tpreferred\na\tes\tfacilitación de comercios\tforbidden\n",
            0,
            "",
            "0 errors",
        ),
        (
            "a\tes\tuna cosa\tpreferred\na\tes\tUDC\tpreferred\tacronym\n",
            0,
            "terms.tsv:25:6: hint:",
            "UDC is no acronym",
        ),
        ("a\tes\tuna vez cosa\tpreferred\na\tes\tUVC\tpreferred\tacronym\n", 0, "", "0 errors"),
        ("", 0, "concepts.tsv:11:1: warning:", "c has no term"),
        ("", 0, "concepts.tsv:9:1: hint:", "a has no preferred or admitted term in Spanish"),
        (
            "a\tes\tuno\tpreferred\na\tes\tdos\tpreferred\n",
            1,
            "terms.tsv:25:6: error:",
            "dos is preferred beside that of line 24",
        ),
        ("a\tes\tuno\tbest\n", 1, "terms.tsv:24:10: error:", "best may not stand here"),
        ("x\tes\tuno\tpreferred\n", 1, "terms.tsv:24:1: error:", "there is no concept x"),
    ];
    for (more, code, place, says) in cases {
        let ran = linted(&concepts, &format!("{terms}{more}"));
        let out = ran.expect(code);
        let told = out.lines().any(|line| line.contains(place) && line.contains(says));
        assert!(told, "{more:?} {place} {says}\n{out}");
    }
    let ran = linted("wco\n", "");
    assert!(
        ran.expect(1).contains("concepts.tsv:9:1: error: the concept wco stands in line 3"),
        "{}",
        ran.out
    );
}

#[test]
fn this_repositorys_termbase_has_no_fault_but_hints() {
    let project = Project::own();
    let ran = project.run(&["glossary", "lint", "--fail-on", "warning"]);
    ran.expect(0);
    let ran = project.run(&["glossary", "check", "--format", "json", "--fail-on", "none"]);
    let whole = ran.json();
    let versions = whole["versions"].as_array().expect("versions");
    let right: u64 = versions.iter().map(|one| one["right"].as_u64().unwrap()).sum();
    let errors: Vec<&Value> = versions
        .iter()
        .flat_map(|one| one["findings"].as_array().unwrap())
        .filter(|finding| finding["severity"] == json!("error"))
        .collect();
    assert!(versions.len() >= 8 && right > 200, "{right} right in {} versions", versions.len());
    assert_eq!(errors, Vec::<&Value>::new());
}
