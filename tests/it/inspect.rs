//! `cotejo inspect`: the five seeds, pages that can't be read, and the lines of a pipe.

use std::fs::File;
use std::path::Path;

use serde_json::{Value, json};

use super::harness::{Project, Ran};

const SEEDS: [&str; 5] = [
    "000_a993cfb2819e14f5.txt",
    "001_f82248b1379ea873.txt",
    "002_7f3a001c53b3cd7e.txt",
    "003_8f369ce769463c9a.txt",
    "004_9924008ce1039be1.txt",
];
const ENGLISH: &str = "The harbour office has published new rules for small boats that enter the port after dark. \
    Every skipper must now report by radio before passing the outer wall, and wait for an answer.";
const SPANISH: &str = "La capitanía del puerto ha publicado nuevas normas para las embarcaciones pequeñas que entran de noche. \
    Todos los patrones deben avisar por radio antes de pasar el muelle exterior y esperar la respuesta.";

/// The five seeds alone, in a folder without a project.
fn seeds() -> Project {
    let project = Project::empty();
    for name in SEEDS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
        project.write(name, std::fs::read(path).expect("a seed"));
    }
    project
}

fn inspect(project: &Project, more: &[&str]) -> Ran {
    let mut args = vec!["inspect", "--locales", "en,es,fr"];
    args.extend(SEEDS);
    args.extend(more);
    project.run(&args)
}

#[test]
fn the_five_seeds_get_their_verdicts_without_a_project() {
    let pages = inspect(&seeds(), &["--format", "json"]).json();
    let pages = pages["pages"].as_array().expect("pages").clone();
    let found: Vec<Value> =
        pages.iter().map(|p| json!([p["verdict"], p["how"], p["requested"], p["served"]])).collect();
    assert_eq!(
        found,
        [
            json!(["untranslated", "silent", "es", "en"]),
            json!(["untranslated", "silent", "es", "en"]),
            json!(["untranslated", "notice", "es", "en"]),
            json!(["source", null, "en", "en"]),
            json!(["untranslated", "notice", "es", "en"]),
        ]
    );
    for page in &pages {
        assert!(!page["evidence"].as_array().expect("evidence").is_empty(), "{page}");
        assert!(page["source_share"].as_f64().expect("a share") > 0.85, "{page}");
    }
}

#[test]
fn the_verdicts_are_told_in_the_language_of_the_interface() {
    let mut told = Vec::new();
    for language in ["en", "es", "fr"] {
        let ran = inspect(&seeds(), &["--lang", language]);
        let out = ran.expect(0).to_owned();
        for name in SEEDS {
            assert!(out.contains(name), "{language}: {name}");
        }
        assert!(!out.contains('\u{2068}') && !out.contains("inspect-"), "{out}");
        told.push(out);
    }
    assert!(told[0] != told[1] && told[1] != told[2] && told[0] != told[2]);
}

#[test]
fn a_page_that_cannot_be_read_is_named_and_the_others_are_shown() {
    let project = seeds();
    std::fs::create_dir(project.path("folder")).expect("a folder");
    File::create(project.path("huge.txt")).and_then(|file| file.set_len(100 << 20)).expect("a sparse file");
    for bad in ["missing.txt", "folder", "huge.txt"] {
        let ran = project.run(&["inspect", "--locales", "en,es", bad, SEEDS[3]]);
        assert_eq!(ran.code, 2, "{bad}: {}", ran.err);
        assert!(ran.err.contains(bad), "{bad}: {}", ran.err);
        assert!(ran.out.contains(SEEDS[3]), "{bad}: {}", ran.out);
    }
}

#[test]
fn broken_utf_8_and_latin_1_are_read_and_reported() {
    let project = Project::empty();
    let latin: Vec<u8> =
        SPANISH.chars().map(|c| u8::try_from(u32::from(c)).expect("a Latin-1 text")).collect();
    project.write("latin.txt", &latin);
    project.write("broken.txt", [SPANISH.as_bytes(), b" \xff\xfe. ", SPANISH.as_bytes()].concat());
    for (name, kind) in [("latin.txt", "not-utf8"), ("broken.txt", "broken-utf8")] {
        let ran =
            project.run(&["inspect", "--locales", "en,es", "--requested", "es", "--format", "json", name]);
        let page = ran.json()["pages"][0].clone();
        assert_eq!(
            (&page["verdict"], &page["problems"][0]["kind"]),
            (&json!("translated"), &json!(kind)),
            "{page}"
        );
    }
}

/// Runs the pipe over those bytes; the answers, and the run.
fn pipe(args: &[&str], input: &[u8]) -> Vec<Value> {
    let mut all = vec!["inspect", "--jsonl", "--locales", "en,es,fr"];
    all.extend(args);
    let ran = Project::empty().run_with(&all, input);
    ran.expect(0).lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect()
}

#[test]
fn an_answer_has_the_keys_that_were_promised_in_their_order() {
    let line = format!("{}\n", json!({"id": "p", "text": ENGLISH, "requested": "es"}));
    let ran = Project::empty().run_with(&["inspect", "--jsonl", "--locales", "en,es"], line.as_bytes());
    let out = ran.expect(0);
    let mut at = 0;
    for key in ["id", "verdict", "how", "requested", "served", "source_share", "evidence", "stale_notice"] {
        let found = out[at..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key}: {out}"));
        at += found;
    }
    let answer: Value = serde_json::from_str(out).expect("JSON");
    assert_eq!(answer["source_share"], json!(1.0));
    assert_eq!((&answer["verdict"], &answer["how"]), (&json!("untranslated"), &json!("silent")));
}

#[test]
fn a_bad_line_is_answered_and_the_pipe_goes_on_in_order() {
    let good = |id: Value| json!({"id": id, "text": SPANISH, "requested": "es"}).to_string();
    let lines: Vec<Vec<u8>> = vec![
        [b"\xef\xbb\xbf".to_vec(), good(json!("bom")).into_bytes()].concat(),
        b"not json".to_vec(),
        b"".to_vec(),
        b"   \t".to_vec(),
        [good(json!(7)).into_bytes(), b"\r".to_vec()].concat(),
        b"{\"id\":\"no text\"}".to_vec(),
        b"{\"id\":\"\xff\",\"text\":\"a\"}".to_vec(),
        good(json!({"deep": [1, null]})).into_bytes(),
        b"{\"id\":\"lone\",\"text\":\"\\ud800\"}".to_vec(),
        b"{\"id\":\"tag\",\"text\":\"a\",\"requested\":\"no tag at all\"}".to_vec(),
        b"{\"id\":\"type\",\"text\":5}".to_vec(),
        b"[1,2]".to_vec(),
        b"[\"at\",\"The text of a page\",\"es\"]".to_vec(),
        json!({"id": "other", "text": ENGLISH, "requested": "de"}).to_string().into_bytes(),
        good(Value::Null).into_bytes(),
    ];
    let answers = pipe(&[], &lines.join(&b'\n'));
    let ids: Vec<&Value> = answers.iter().map(|a| &a["id"]).collect();
    let deep = json!({"deep": [1, null]});
    let null = Value::Null;
    let told: Vec<(Value, bool)> =
        ids.iter().zip(&answers).map(|(id, a)| ((*id).clone(), a["error"].is_string())).collect();
    assert_eq!(
        told,
        [
            (json!("bom"), false),
            (null.clone(), true),
            (json!(7), false),
            (json!("no text"), true),
            (null.clone(), true),
            (deep, false),
            (json!("lone"), true),
            (json!("tag"), true),
            (json!("type"), true),
            (null.clone(), true),
            (null.clone(), true),
            (json!("other"), false),
            (null, false),
        ],
        "{answers:#?}"
    );
    assert_eq!(answers[1]["line"], json!(2));
    // Asked for in a locale that the site was not said to have.
    let other = &answers[11];
    assert_eq!((&other["verdict"], &other["requested"]), (&json!("untranslated"), &json!("de")), "{other}");
}

#[test]
fn a_copy_of_the_given_source_wins_over_silent() {
    let line = json!({"id": 1, "text": ENGLISH, "requested": "es", "source": ENGLISH}).to_string();
    assert_eq!(pipe(&[], line.as_bytes())[0]["how"], json!("copy"));
}

#[test]
fn the_requested_and_the_source_locale_can_be_said_for_all_lines() {
    let line = json!({"id": 1, "text": ENGLISH}).to_string();
    let verdict = |args: &[&str]| {
        let answer = pipe(args, line.as_bytes()).remove(0);
        (answer["verdict"].clone(), answer["requested"].clone())
    };
    assert_eq!(verdict(&[]), (json!("source"), Value::Null));
    assert_eq!(verdict(&["--requested", "es"]), (json!("untranslated"), json!("es")));
    assert_eq!(verdict(&["--requested", "en", "--source-locale", "es"]).0, json!("translated"));
}

#[test]
fn many_lines_come_out_in_the_order_they_went_in() {
    let input: String = (0..5000)
        .map(|n| {
            format!(
                "{}\n",
                json!({"id": n, "text": if n % 3 == 0 { ENGLISH } else { SPANISH }, "requested": "es"})
            )
        })
        .collect();
    let answers = pipe(&[], input.as_bytes());
    assert_eq!(answers.len(), 5000);
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], json!(n));
        let expected = if n % 3 == 0 { "untranslated" } else { "translated" };
        assert_eq!(answer["verdict"], json!(expected));
    }
}

#[test]
fn an_endless_line_is_refused_without_being_kept() {
    let mut input = b"{\"id\":1,\"text\":\"".to_vec();
    input.resize(70 << 20, b'a');
    input.extend_from_slice(b"\n");
    input.extend_from_slice(json!({"id": 2, "text": ENGLISH}).to_string().as_bytes());
    let answers = pipe(&[], &input);
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["error"], json!("line-too-long"));
    assert_eq!(answers[1]["id"], json!(2));
}

#[test]
fn a_missing_file_among_those_of_a_pipe_is_named_and_the_next_is_read() {
    let project = Project::empty();
    let line = |id: &str| format!("{}\n", json!({"id": id, "text": ENGLISH, "requested": "es"}));
    project.write("a.jsonl", line("a"));
    project.write("b.jsonl", line("b"));
    let ran = project.run(&["inspect", "--jsonl", "--locales", "en,es", "a.jsonl", "none.jsonl", "b.jsonl"]);
    let ids: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("an answer is JSON")["id"].clone())
        .collect();
    assert_eq!((ran.code, ids), (2, vec![json!("a"), json!("b")]), "{}", ran.err);
    assert!(ran.err.contains("none.jsonl"), "{}", ran.err);
}

/// An id is somebody's key: it goes out as it came in.
#[test]
fn an_id_is_given_back_as_it_was_typed() {
    let ids = ["12345678901234567890123", "1.50", "-0", "1e400", "\"a\\u00e9\"", "{\"b\": [1, 2.0]}", "null"];
    let input: String =
        ids.iter().map(|id| format!("{{\"id\": {id}, \"text\": \"Good morning\"}}\n")).collect();
    let ran = Project::empty().run_with(&["inspect", "--jsonl", "--locales", "en,es"], input.as_bytes());
    let out: Vec<&str> = ran.expect(0).lines().collect();
    assert_eq!(out.len(), ids.len());
    for (line, id) in out.iter().zip(ids) {
        assert!(line.starts_with(&format!("{{\"id\":{id},")), "{id}: {line}");
    }
}

#[test]
fn a_source_that_is_named_holds_for_every_line_without_its_own() {
    let source = "The harbour office has published new rules for small boats that enter the port after dark.";
    let project = Project::with(&[("en.txt", source)]);
    let line = |more: &str| format!("{{\"id\":1,\"text\":\"{source}\",\"requested\":\"es\"{more}}}\n");
    let input = line("") + &line(",\"source\":\"Another text, of which this page has not a word to show.\"");
    let args = ["inspect", "--jsonl", "--locales", "en,es", "--source", "en.txt"];
    let ran = project.run_with(&args, input.as_bytes());
    let how: Vec<Value> = ran
        .expect(0)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON")["how"].clone())
        .collect();
    assert_eq!(how, ["copy", "silent"]);
}

/// What is told of a line can be found again where several files are read.
#[test]
fn a_bad_line_among_several_files_is_told_with_its_file() {
    let good = json!({"id": 1, "text": ENGLISH}).to_string();
    let project = Project::with(&[("a.jsonl", &format!("{good}\n")), ("b.jsonl", &format!("{good}\nno\n"))]);
    for (lang, told) in
        [("en", "b.jsonl: line 2"), ("es", "b.jsonl: línea 2"), ("fr", "b.jsonl\u{a0}: ligne 2")]
    {
        let args = ["inspect", "--jsonl", "--locales", "en,es", "a.jsonl", "b.jsonl", "--lang", lang];
        let ran = project.run(&args);
        ran.expect(0);
        assert!(ran.err.contains(told), "{}", ran.err);
    }
    let alone = project.run(&["inspect", "--jsonl", "--locales", "en,es", "b.jsonl"]);
    assert!(!alone.err.contains("b.jsonl"), "{}", alone.err);
}

#[test]
fn a_file_too_large_and_a_folder_are_told_with_the_limit_and_the_mend() {
    let project = seeds();
    std::fs::create_dir(project.path("folder")).expect("a folder");
    File::create(project.path("huge.txt")).and_then(|file| file.set_len(100 << 20)).expect("a sparse file");
    for (args, told) in [
        (&["huge.txt"][..], &["huge.txt", "64 MiB", "--jsonl"][..]),
        (&["folder"], &["folder", "it is a folder", "name the files in it"]),
        (&["folder", "--jsonl"], &["folder", "it is a folder", "name the files in it"]),
    ] {
        let ran = project.run(&[&["inspect", "--locales", "en,es"], args].concat());
        assert_eq!(ran.code, 2, "{}", ran.err);
        for part in told {
            assert!(ran.err.contains(part), "{part}: {}", ran.err);
        }
    }
}

/// `und` is a tag, and so is `x-private`: what is wrong with them is something else.
#[test]
fn a_tag_that_names_no_language_is_refused_with_its_reason() {
    for (tag, told) in [
        ("und", "names no language"),
        ("x-private", "private tag without a language"),
        ("de-x-leicht", "private"),
    ] {
        let ran = seeds().run(&["inspect", "--locales", &format!("en,{tag}"), SEEDS[0]]);
        assert_eq!(ran.code, 2, "{}", ran.out);
        assert!(ran.err.contains(told) && ran.err.contains(tag), "{}", ran.err);
        let project = Project::with(&[(
            "cotejo.toml",
            &format!(
                "source = \"en\"\ntargets = [\"es\", \"{tag}\"]\n\n[[collection]]\nname = \"a\"\nfiles = \"{{locale}}/{{path}}.md\"\n"
            ),
        )]);
        let ran = project.run(&["status"]);
        assert_eq!(ran.code, 2, "{}", ran.out);
        assert!(ran.err.contains("cotejo.toml:2:18:") && ran.err.contains(told), "{}", ran.err);
    }
}

/// What `status` would say of a page with that verdict, but for what its record adds.
fn agrees(row: &Value, page: &Value) -> bool {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match text(&page["verdict"]).as_str() {
        "translated" => ["current", "outdated", "unrecorded"].contains(&text(&row["verdict"]).as_str()),
        "source" => text(&row["verdict"]) == "untranslated",
        verdict => verdict == text(&row["verdict"]) && row["how"] == page["how"],
    }
}

fn codes(page: &Value) -> Vec<String> {
    let evidence = page["evidence"].as_array().expect("evidence");
    evidence.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect()
}

/// In its project a file has the verdict that `status` gives it.
#[test]
fn in_this_repository_s_own_project_a_file_has_the_verdict_of_status() {
    let project = Project::own();
    let status = project.run(&["status", "--rows", "--format", "json"]).json();
    let mut compared = 0;
    for row in status["rows"].as_array().expect("rows") {
        let Some(target) = row["target"].as_str().filter(|path| project.path(path).is_file()) else {
            continue;
        };
        let page = project.run(&["inspect", target, "--format", "json"]).json()["pages"][0].clone();
        assert!(agrees(row, &page), "{row} {page}");
        assert_eq!(page["requested_by"], "project", "{page}");
        assert_eq!(page["requested"], row["locale"], "{page}");
        for code in ["requested-from-project", "source-from-project"] {
            assert!(codes(&page).contains(&code.to_owned()), "{page}");
        }
        compared += 1;
    }
    assert!(compared >= 8, "{compared} versions");
    let mut args = vec!["inspect", "--format", "json"];
    let seeds: Vec<String> = SEEDS.iter().map(|name| format!("seeds/{name}")).collect();
    args.extend(seeds.iter().map(String::as_str));
    let found: Vec<Value> = project.run(&args).json()["pages"]
        .as_array()
        .expect("pages")
        .iter()
        .map(|page| {
            let evidence = page["evidence"].as_array().expect("evidence");
            let by =
                evidence.iter().find(|one| one["code"] == "requested-from-project").expect("the project's");
            json!([page["verdict"], page["how"], page["requested"], by["by"]])
        })
        .collect();
    assert_eq!(
        found,
        [
            json!(["untranslated", "silent", "es", "collection"]),
            json!(["untranslated", "silent", "es", "collection"]),
            json!(["untranslated", "notice", "es", "collection"]),
            json!(["source", null, "en", "page"]),
            json!(["untranslated", "notice", "es", "collection"]),
        ]
    );
}

/// What `cotejo.toml` knows of a page holds unless the command line says otherwise.
#[test]
fn what_the_project_knows_of_a_file_is_used_and_a_flag_outranks_it() {
    let config = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n[segments]\n\"es-es\" = \"es\"\n\n\
        [[collection]]\nname = \"site\"\npages = \"pages/{name}.txt\"\n\n\
        [[collection.page]]\nfile = \"pages/2.txt\"\nurl = \"https://x.org/es-es/port.aspx\"\n\n\
        [[collection]]\nname = \"docs\"\nfiles = \"docs/{path}.md\"\nlocale_from = \"front-matter\"\n\n\
        [[collection]]\nname = \"news\"\nfiles = \"news/{locale}/{name}.txt\"\n";
    let project = Project::with(&[
        ("cotejo.toml", config),
        ("pages/2.txt", ENGLISH),
        ("news/en/a.txt", ENGLISH),
        ("news/es/a.txt", ENGLISH),
        ("news/en/b.txt", ENGLISH),
        ("news/es/b.txt", SPANISH),
        ("docs/port.md", &format!("---\nlang: es\n---\n{SPANISH}\n")),
        ("notes.txt", ENGLISH),
    ]);
    let page = |args: &[&str]| {
        let all = [&["inspect", "--format", "json"], args].concat();
        project.run(&all).json()["pages"][0].clone()
    };
    let told = |page: &Value| {
        let evidence = page["evidence"].as_array().expect("evidence");
        let by = evidence.iter().find(|one| one["code"] == "requested-from-project");
        json!([page["verdict"], page["how"], page["requested"], by.map(|by| by["by"].clone())])
    };
    for (args, expected) in [
        (&["pages/2.txt"][..], json!(["untranslated", "silent", "es", "url"])),
        (&["news/es/a.txt"], json!(["untranslated", "copy", "es", "path"])),
        (&["news/es/b.txt"], json!(["translated", null, "es", "path"])),
        (&["news/en/b.txt"], json!(["source", null, "en", "path"])),
        (&["docs/port.md"], json!(["translated", null, "es", "front-matter"])),
        (&["notes.txt"], json!(["source", null, null, null])),
        // Flags win.
        (&["pages/2.txt", "--requested", "en"], json!(["source", null, "en", null])),
        (&["news/es/a.txt", "--source", "news/es/b.txt"], json!(["untranslated", "silent", "es", "path"])),
        (&["news/es/a.txt", "--locales", "fr,en"], json!(["untranslated", "copy", null, null])),
    ] {
        let page = page(args);
        assert_eq!(told(&page), expected, "{args:?}: {page}");
    }
    let status = project.run(&["status", "--rows", "--format", "json"]).json();
    let row = |article: &str| {
        let rows = status["rows"].as_array().expect("rows");
        rows.iter().find(|row| row["article"] == article && row["locale"] == "es").expect("a row").clone()
    };
    assert!(agrees(&row("news/a"), &page(&["news/es/a.txt"])));
    assert!(agrees(&row("news/b"), &page(&["news/es/b.txt"])));
    for (lang, said) in [
        ("en", "asked for in Spanish: by its address"),
        ("es", "se pide en español: por su dirección"),
        ("fr", "demandée en espagnol\u{a0}: par son adresse"),
    ] {
        let ran = project.run(&["inspect", "pages/2.txt", "--lang", lang]);
        assert!(ran.expect(0).contains(said), "{}", ran.out);
    }
}
