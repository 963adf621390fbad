//! `cotejo glossary find`: terms in texts and pipes, with the project's termbase or any other.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::harness::{Project, Ran};

const CONCEPTS: &str = "# cotejo termbase 1\nconcept\tsubject\tkeep\tenforce\tdefinition\tnote\tsource\n\
    aeo\toperators\t\t\t\t\t\nmember\torganisations\t\t\t\t\t\n";
const TERMS: &str = "# cotejo termbase 1\n\
    concept\tlocale\tterm\tstatus\tkind\tpos\tgender\tcase\tvariants\tenforce\tnote\tsource\n\
    aeo\tes\toperador económico autorizado\tpreferred\tterm\tnoun\tm|f\t\t\t\t\t\n\
    aeo\tes\tOEA\tpreferred\tacronym\tnoun\tm|f\texact\t\t\t\t\n\
    aeo\tes\tAEO\tdeprecated\tacronym\tnoun\t\texact\t\t\t\t\n\
    aeo\tpl\tupoważniony przedsiębiorca\tpreferred\tterm\tnoun\t\t\t\t\t\t\n\
    member\tes\tMiembro\tpreferred\tterm\tnoun\tm\texact\t\t\t\t\n";
const TABLE: &str = "# facts\nconcept\ten\ten_acronym\tes\tes_acronym\tstatus/notes\n\
    aeo\tAuthorized Economic Operator\tAEO\toperador económico autorizado\tOEA\t\n\
    rtc\tRegional Training Centre\tRTC\tCentro Regional de Capacitación / de Formación\tCRC / CRF\t\n\
    release\trelease (of goods)\t\tlevante\t\tpreferred\n";

fn project() -> Project {
    Project::with(&[("g/concepts.tsv", CONCEPTS), ("g/terms.tsv", TERMS), ("table.tsv", TABLE)])
}

/// Finds in one text by `--jsonl`; the words that were hit, with their concepts.
fn find(project: &Project, locale: &str, glossary: &str, text: &str) -> Vec<(String, String)> {
    let line = json!({"id": 1, "text": text}).to_string();
    let args = ["glossary", "find", "--jsonl", "--locale", locale, "--glossary", glossary];
    let answer: Value = serde_json::from_str(project.run_with(&args, line.as_bytes()).expect(0)).unwrap();
    let hits = answer["hits"].as_array().expect("hits").clone();
    let at = |hit: &Value, key: &str| usize::try_from(hit[key].as_u64().expect("a number")).expect("a place");
    hits.iter()
        .map(|hit| {
            let words = text[at(hit, "start")..at(hit, "end")].to_owned();
            (words, hit["concept"].as_str().expect("an id").to_owned())
        })
        .collect()
}

fn words(hits: &[(String, String)]) -> Vec<&str> {
    hits.iter().map(|(words, _)| words.as_str()).collect()
}

#[test]
fn an_answer_has_the_keys_that_were_promised_in_their_order() {
    let line = "{\"id\":\"p1\",\"text\":\"Los OEA son operadores\\u00a0económicos\\nautorizados.\"}\n";
    let args = ["glossary", "find", "--jsonl", "--locale", "es", "--glossary", "g"];
    let ran = project().run_with(&args, line.as_bytes());
    assert_eq!(
        ran.expect(0),
        "{\"id\":\"p1\",\"hits\":[{\"concept\":\"aeo\",\"term\":\"OEA\",\"status\":\"preferred\",\"start\":4,\"end\":7},\
         {\"concept\":\"aeo\",\"term\":\"operador económico autorizado\",\"status\":\"preferred\",\"start\":12,\"end\":47}]}\n"
    );
}

#[test]
fn the_termbase_may_be_a_folder_or_either_file_or_a_table() {
    let project = project();
    for path in ["g", "g/terms.tsv", "g/concepts.tsv", "table.tsv"] {
        let hits = find(&project, "es", path, "Una operadora económica autorizada y diez OEA.");
        assert_eq!(words(&hits), ["operadora económica autorizada", "OEA"], "{path}");
    }
    // Terms alone name their concepts themselves; a folder has both files.
    project.write("alone/terms.tsv", TERMS);
    assert_eq!(words(&find(&project, "es", "alone/terms.tsv", "un AEO")), ["AEO"]);
    let ran = project.run(&["glossary", "find", "--locale", "es", "--glossary", "alone", "-"]);
    assert!(ran.code == 2 && ran.err.contains("alone/concepts.tsv"), "{}", ran.err);
}

#[test]
fn a_plain_table_may_have_several_names_and_optional_parts_in_a_cell() {
    let project = project();
    let hits = find(
        &project,
        "es",
        "table.tsv",
        "Los Centros Regionales de Formación (CRF), el Centro Regional de Capacitación y el CRC",
    );
    assert_eq!(hits.len(), 4, "{hits:?}");
    let hits = find(&project, "en", "table.tsv", "Release of the goods and release.");
    assert_eq!(words(&hits), ["Release of the goods", "release"]);
    // As spreadsheets of other people are: other order, other locales, Windows line ends, a BOM.
    let odd =
        "\u{feff}fr\tconcept\tpt-BR\r\nopérateur économique agréé\taeo\toperador econômico autorizado\r\n";
    project.write("odd.tsv", odd);
    assert_eq!(words(&find(&project, "pt", "odd.tsv", "operadores econômicos autorizados")).len(), 1);
    assert_eq!(words(&find(&project, "fr-CA", "odd.tsv", "l’opératrice économique agréée")).len(), 1);
}

#[test]
fn a_table_may_be_parted_by_commas_or_semicolons_with_quotation_marks() {
    let project = project();
    let comma = "concept,es,es_acronym,notes\n\
        # a remark\n\
        aeo,operador económico autorizado,OEA,\"one, \"\"two\"\"\nthree\"\n\
        trs,\"Estudio de Tiempos, de Despacho y de Levante\",ETD,\r\n";
    project.write("comma.csv", comma);
    let text = "Una OEA, el operador económico autorizado y el ETD.";
    assert_eq!(
        words(&find(&project, "es", "comma.csv", text)),
        ["OEA", "operador económico autorizado", "ETD"]
    );
    project.write("semicolon.csv", comma.replace(',', ";").replace("one;", "one,"));
    assert_eq!(find(&project, "es", "semicolon.csv", text).len(), 3);
    project.write("a.txt", text);
    let long = format!("concept,es,fr\na,\"b,c\",{}\n", "x".repeat(1001));
    for (table, place, says) in [
        ("concept,es\na,\"b\nc\"\na,d\n", "x.csv:4:1:", "the concept a stands in line 2 already"),
        (long.as_str(), "x.csv:2:9:", "longer than 1000 bytes"),
        ("concept,es\na,b,c\n", "x.csv:2:1:", "the line has 3 cells, the table 2 columns"),
    ] {
        project.write("x.csv", table);
        let ran = project.run(&["glossary", "find", "--locale", "es", "--glossary", "x.csv", "a.txt"]);
        let told = ran.err.lines().any(|line| line.contains(place) && line.contains(says));
        assert!(ran.code == 2 && told, "{table}: {}", ran.err);
    }
}

#[test]
fn notes_of_a_table_name_variants_with_their_status() {
    let project = project();
    let table = "concept\ten\ten_acronym\tes\tes_acronym\tfr\tpt\tnotes\n\
        safe\tSAFE Framework\tSAFE\tMarco de Normas SAFE\t\tCadre de normes SAFE\tEstrutura SAFE\tES since 2018; \"Marco Normativo SAFE\" = admitted; \"Marco de Estándares SAFE\" = deprecated\n\
        clearance\tclearance\t\tdespacho\t\tdédouanement\tdespacho aduaneiro\tES \"despacho aduanero/de aduana\" = admitted; \"retiro\" (MX/CL) = different\n\
        rkc\tRevised Kyoto Convention\t\tConvenio de Kyoto Revisado\t\tConvention de Kyoto révisée\t\tES spelling varies: \"Kyoto\" (old) and \"Kioto\" (press)\n\
        wco\tWorld Customs Organization\tWCO\tOrganización Mundial de Aduanas\tOMA\tOrganisation mondiale des douanes\t\tWCO left in ES/FR text is an error\n\
        broker\tCustoms broker\t\tagente de aduanas\t\tcommissionnaire en douane\t\tregional: agente aduanal (MX), despachante de aduana (AR, UY). FR: commissionnaire en douane agréé (Africa)\n\
        officer\tCustoms officer\t\tfuncionario de aduanas\t\tagent des douanes\t\tES \"agente de aduanas\" means broker in most countries: forbidden for officer\n\
        building\tcapacity building\t\tfortalecimiento de capacidades\t\trenforcement des capacités\t\tES: \"creación de capacidad(es)\" = WTO (admitted); \"edificio de capacidad\" = forbidden (MT)\n\
        fta\tfree trade agreement\t\tacuerdo / tratado de libre comercio\t\taccord de libre-échange\t\t\n";
    project.write("noted.tsv", table);
    for (locale, text, expected) in [
        (
            "es",
            "el Marco Normativo SAFE y el Marco de Estándares SAFE",
            vec!["safe:admitted", "safe:deprecated"],
        ),
        (
            "es",
            "despachos de aduana, despacho aduanero, retiro",
            vec!["clearance:admitted", "clearance:admitted"],
        ),
        ("es", "el Convenio de Kioto revisado", vec!["rkc:admitted"]),
        ("es", "la WCO", vec!["wco:forbidden"]),
        ("fr", "la WCO", vec!["wco:forbidden"]),
        ("es", "agentes aduanales y un despachante de aduana", vec!["broker:admitted", "broker:admitted"]),
        ("fr", "un commissionnaire en douane agréé", vec!["broker:admitted"]),
        ("es", "un agente de aduanas", vec!["broker:preferred"]),
        (
            "es",
            "creación de capacidades y edificios de capacidad",
            vec!["building:admitted", "building:forbidden"],
        ),
        ("es", "acuerdos de libre comercio; un acuerdo", vec!["fta:preferred"]),
    ] {
        let line = json!({"id": 1, "text": text}).to_string();
        let args = ["glossary", "find", "--jsonl", "--locale", locale, "--glossary", "noted.tsv"];
        let answer: Value = serde_json::from_str(project.run_with(&args, line.as_bytes()).expect(0)).unwrap();
        let hits = answer["hits"].as_array().expect("hits").iter();
        let hits: Vec<String> = hits
            .map(|hit| format!("{}:{}", hit["concept"].as_str().unwrap(), hit["status"].as_str().unwrap()))
            .collect();
        assert_eq!(hits, expected, "{text}");
    }
}

#[test]
fn the_projects_own_termbase_is_used_where_none_is_named() {
    let project = project();
    let toml = "source = \"en\"\ntargets = [\"es\"]\n[[collection]]\nname = \"a\"\nfiles = \"{locale}/{name}.txt\"\n";
    project.write("cotejo.toml", toml);
    project.write("a.txt", "Los AEO.");
    let ran = project.run(&["glossary", "find", "--locale", "es", "a.txt"]);
    ran.expect(2);
    assert!(ran.err.contains("no folder glossary"), "{}", ran.err);
    project.write("glossary/concepts.tsv", CONCEPTS);
    project.write("glossary/terms.tsv", TERMS);
    project.write("es/one.txt", "Los AEO.");
    let ran = project.run(&["-C", "es", "glossary", "find", "--locale", "es", "--format", "json", "one.txt"]);
    assert_eq!(ran.json()["files"][0]["hits"][0]["status"], json!("deprecated"));
    // The configuration may name another place, from wherever the command is run.
    project.write("cotejo.toml", format!("{toml}[termbase]\npath = \"table.tsv\"\n"));
    let ran = project.run(&["-C", "es", "glossary", "find", "--locale", "es", "--format", "json", "one.txt"]);
    assert_eq!(ran.json()["files"][0]["hits"], json!([]));
    project.write("cotejo.toml", format!("{toml}[termbase]\npath = \"../x\"\n"));
    let ran = project.run(&["glossary", "find", "--locale", "es", "a.txt"]);
    assert!(ran.code == 2 && ran.err.contains("leads out of the project"), "{}", ran.err);
    project.write("cotejo.toml", format!("{toml}[termbase]\npath = \"gone\"\n"));
    let ran = project.run(&["glossary", "find", "--locale", "es", "a.txt"]);
    assert!(ran.code == 2 && ran.err.contains("can't read gone"), "{}", ran.err);
}

#[test]
fn what_is_found_is_shown_with_its_place_and_in_the_users_language() {
    let project = project();
    project.write("a.txt", "Uno.\nLos Miembros y los AEO.\n");
    for (lang, status) in [("en", "deprecated"), ("es", "desaconsejado"), ("fr", "déconseillé")] {
        let ran =
            project.run(&["glossary", "find", "--lang", lang, "--locale", "es", "--glossary", "g", "a.txt"]);
        let out = ran.expect(0);
        assert!(out.contains("2:5") && out.contains("Miembros") && out.contains("2:20"), "{out}");
        assert!(out.contains(status), "{lang}: {out}");
    }
}

#[test]
fn a_language_without_rules_is_searched_exactly_and_it_is_said() {
    let project = project();
    let text = "upoważniony przedsiębiorca, upoważnieni przedsiębiorcy";
    project.write("a.txt", text);
    let ran =
        project.run(&["glossary", "find", "--locale", "pl", "--glossary", "g", "--format", "json", "a.txt"]);
    assert!(ran.err.contains("no rules of number and gender are known for Polish"), "{}", ran.err);
    assert_eq!(ran.json()["rules"], json!("exact"));
    assert_eq!(ran.json()["files"][0]["hits"].as_array().map(Vec::len), Some(1));
    let ran = project.run(&["glossary", "find", "--locale", "fi", "--glossary", "g", "a.txt"]);
    ran.expect(0);
    assert!(ran.err.contains("no terms in Finnish"), "{}", ran.err);
}

#[test]
fn a_bad_line_is_answered_and_the_pipe_goes_on_in_order() {
    let good = json!({"id": "a", "text": "El OEA."}).to_string();
    let lines: Vec<Vec<u8>> = vec![
        good.clone().into_bytes(),
        b"no json".to_vec(),
        b"".to_vec(),
        b"{\"id\":7}".to_vec(),
        b"{\"id\":\"\xff\",\"text\":\"a\"}".to_vec(),
        good.into_bytes(),
    ];
    let args = ["glossary", "find", "--jsonl", "--locale", "es", "--glossary", "g"];
    let ran = project().run_with(&args, &lines.join(&b'\n'));
    let answers: Vec<Value> = ran.expect(0).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<(Value, bool)> =
        answers.iter().map(|answer| (answer["id"].clone(), answer["error"].is_string())).collect();
    let null = Value::Null;
    assert_eq!(
        told,
        [(json!("a"), false), (null.clone(), true), (json!(7), true), (null, true), (json!("a"), false)]
    );
    assert_eq!(answers[1]["line"], json!(2));
    assert_eq!(answers[2]["error"], json!("bad-line"));
    // The answer is in no one's language, the words beside it are in the interface's.
    for (lang, says) in [
        (
            "en",
            "line 1, column 8: the line lacks a field, or has one of the wrong kind; write an object with \"id\", \"text\"",
        ),
        ("es", "línea 1, columna 8: falta un campo"),
        ("fr", "ligne 1, colonne 8\u{a0}: un champ manque"),
    ] {
        let args = [args.as_slice(), &["--lang", lang]].concat();
        let ran = project().run_with(&args, b"{\"id\":7}");
        assert_eq!(ran.json(), json!({"id": 7, "line": 1, "error": "bad-line", "column": 8}));
        assert!(ran.err.contains(says) && !ran.err.contains("missing field"), "{}", ran.err);
    }
}

/// Runs over a termbase that can't be read; what is said.
#[track_caller]
fn refused(files: &[(&str, &[u8])], path: &str) -> Ran {
    let project = project();
    for (name, bytes) in files {
        project.write(name, bytes);
    }
    project.write("a.txt", "OEA");
    let ran = project.run(&["glossary", "find", "--locale", "es", "--glossary", path, "a.txt"]);
    ran.expect(2);
    assert!(ran.out.is_empty(), "{}", ran.out);
    ran
}

#[test]
fn all_faults_of_a_termbase_are_told_at_once_with_line_and_column() {
    let concepts = format!("{CONCEPTS}aeo\t\t\t\t\t\t\nx\t\tnein\tfatal\t\t\t\n");
    let terms = format!(
        "{TERMS}nobody\tes\talgo\tpreferred\n\
         aeo\tespañol\talgo\tpreferred\n\
         aeo\tes\talgo\tbest\n\
         aeo\tes\totro\tpreferred\n\
         aeo\tes\t...\tadmitted\n\
         aeo\tes\tAEO\tadmitted\tacronym\n\
         x{}\n",
        "\t".repeat(20)
    );
    let files: [(&str, &[u8]); 2] =
        [("b/concepts.tsv", concepts.as_bytes()), ("b/terms.tsv", terms.as_bytes())];
    let ran = refused(&files, "b");
    for (place, says) in [
        ("b/concepts.tsv:6:4:", "nein may not stand here"),
        ("b/concepts.tsv:6:9:", "choose one of: error, warn, hint"),
        ("b/concepts.tsv:5:1:", "the concept aeo stands in line 3 already"),
        ("b/terms.tsv:8:1:", "there is no concept nobody"),
        ("b/terms.tsv:9:5:", "español is no language tag"),
        ("b/terms.tsv:10:13:", "preferred, admitted, deprecated, forbidden"),
        ("b/terms.tsv:11:8:", "otro is preferred beside that of line 3"),
        ("b/terms.tsv:12:8:", "has no letters"),
        ("b/terms.tsv:13:8:", "AEO stands in line 5 already"),
        ("b/terms.tsv:14:1:", "the line has 21 cells, the table 12 columns"),
    ] {
        let told = ran.err.lines().any(|line| line.contains(place) && line.contains(says));
        assert!(told, "{place} {says}\n{}", ran.err);
    }
}

#[test]
fn a_table_that_is_none_is_refused_with_what_to_do() {
    let long = [b"concept\tes\na\t".as_slice(), &[b'x'; 1001], b"\n"].concat();
    let cases: [(&[u8], &str); 8] = [
        (b"", "there is no column concept"),
        (b"concept\tkonzept\na\tb\n", "no column has a locale"),
        (b"concept\tes\na\tb\xff\n", ":2:4: the file is not UTF-8"),
        (b"concept\tes\na\tb\0c\n", ":2:4: a NUL byte"),
        (b"concept\tes\tes\na\tb\tc\n", ":1:12: there are two columns es"),
        (b"concept\tes\n\tb\n", "the concept has no id"),
        (b"# cotejo termbase 1\nconcept\tterm\na\tb\n", "there is no column locale"),
        (&long, "longer than 1000 bytes"),
    ];
    for (bytes, says) in cases {
        let ran = refused(&[("x.tsv", bytes)], "x.tsv");
        assert!(ran.err.contains(says), "{says}: {}", ran.err);
    }
    for path in ["missing", "."] {
        let ran = refused(&[], path);
        assert!(ran.err.contains("can't read"), "{path}: {}", ran.err);
    }
}

#[test]
fn a_text_that_cannot_be_read_is_named_and_the_others_are_shown() {
    let project = project();
    project.write("good.txt", "OEA");
    project.write("latin.txt", b"uno\ndos \xf3\n");
    fs::create_dir(project.path("folder")).expect("a folder");
    for (bad, says) in [("missing.txt", "missing.txt"), ("folder", "folder"), ("latin.txt", "latin.txt:2")] {
        let ran = project.run(&["glossary", "find", "--locale", "es", "--glossary", "g", bad, "good.txt"]);
        ran.expect(2);
        assert!(ran.err.contains(says) && ran.out.contains("OEA"), "{bad}: {}{}", ran.out, ran.err);
    }
    let ran = project.run(&["glossary", "find", "--locale", "es", "--glossary", "g"]);
    assert!(ran.code == 2 && ran.err.contains("no text was named"), "{}", ran.err);
    let ran = project.run(&["glossary", "find", "a.txt"]);
    assert!(ran.code == 2 && ran.err.contains("--locale"), "{}", ran.err);
}

#[test]
fn this_repositorys_termbase_is_right_about_its_known_traps() {
    let project = Project::empty();
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary");
    for name in ["concepts.tsv", "terms.tsv"] {
        project.write(&format!("g/{name}"), fs::read(home.join(name)).expect("the termbase"));
    }
    type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);
    let table: [Case; 25] = [
        ("es", "El despacho y el levante.", &[("despacho", "clearance"), ("levante", "release")]),
        (
            "fr",
            "Le dédouanement et la mainlevée.",
            &[("dédouanement", "clearance"), ("mainlevée", "release")],
        ),
        (
            "es",
            "La OEA es la Organización de los Estados Americanos.",
            &[("OEA", "oas"), ("Organización de los Estados Americanos", "oas")],
        ),
        ("es", "Cien OEA más.", &[("OEA", "aeo")]),
        ("en", "Members and members of a choir.", &[("Members", "member")]),
        (
            "fr",
            "agents en douane et agents de la douane",
            &[("agents en douane", "customs_broker"), ("agents de la douane", "customs_officer")],
        ),
        ("es-GT", "un agente aduanal", &[("agente aduanal", "customs_broker")]),
        (
            "es",
            "operador económico, operadores económicos autorizados",
            &[("operadores económicos autorizados", "aeo")],
        ),
        ("es", "El público publicó su valoración.", &[]),
        ("es", "ADMINISTRACION ADUANERA", &[("ADMINISTRACION ADUANERA", "customs_administration")]),
        (
            "es",
            "administracio\u{301}n aduanera",
            &[("administracio\u{301}n aduanera", "customs_administration")],
        ),
        ("es", "gestión y riesgos; gestión. Riesgos; gestión,\nriesgos", &[]),
        ("es", "Véase www.aduana.gob.gt o aduana@sat.gob.gt", &[]),
        ("pt", "operadores econômicos autorizados", &[("operadores econômicos autorizados", "aeo")]),
        ("en", "customs modernization; customs and traditions", &[("customs", "customs")]),
        ("es", "las sesiones del Consejo", &[("Consejo", "council")]),
        ("es", "el Consejo de Seguridad y un buen consejo", &[]),
        ("en", "a Mutual Recognition Arrangement", &[("Mutual Recognition Arrangement", "mra")]),
        ("es", "El OEA; la OEA (Organización de Estudiantes Andinos)", &[]),
        ("es", "operador económico acreditado (OEA)", &[("OEA", "aeo")]),
        ("en", "a press release, a security guard, Security Council", &[]),
        (
            "en",
            "lodge security for duties & taxes",
            &[("security", "security"), ("duties & taxes", "duties_taxes")],
        ),
        ("en", "a safe framework of standards", &[]),
        ("en", "WCO’s and AEO's", &[("WCO", "wco"), ("AEO", "aeo")]),
        (
            "en",
            "landlocked and land-locked developing countries",
            &[("land-locked developing countries", "lldc")],
        ),
    ];
    for (locale, text, expected) in table {
        let hits = find(&project, locale, "g", text);
        let hits: Vec<(&str, &str)> = hits.iter().map(|(w, c)| (w.as_str(), c.as_str())).collect();
        assert_eq!(hits, expected, "{locale}: {text}");
    }
}
