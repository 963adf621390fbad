//! `cotejo pair`: every file in one bucket, every ambiguity with its candidates and its mend.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::harness::Project;

const CONFIG: &str = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n[[collection]]\nname = \"docs\"\n\
                      files = \"docs/{locale}/{path}.md\"\n\n[[collection]]\nname = \"news\"\n\
                      files = \"news/{path}.{locale}.txt\"\n";

/// A project in which every kind of pairing occurs.
fn everything() -> Project {
    Project::with(&[
        ("cotejo.toml", &format!("{CONFIG}\n[[keep]]\narticle = \"docs/legal\"\nlocales = [\"fr\"]\n")),
        ("docs/en/a.md", "# A\n"),
        ("docs/es/a.md", "# A\n"),
        ("docs/en/legal.md", "# Legal\n"),
        ("docs/fr/gone.md", "# Parti\n"),
        ("docs/en/guide.md", "---\ntranslationKey: guide\n---\n# Guide\n"),
        ("docs/es/guia.md", "---\ntranslationKey: guide\n---\n# Guía\n"),
        ("docs/es/guia-vieja.md", "---\ntranslationKey: guide\n---\n# Guía vieja\n"),
        ("docs/fr/le-guide.md", "---\ntranslationKey: guide\n---\n# Guide\n"),
        ("news/x.en.txt", "News\n"),
        ("README.md", "of no collection\n"),
    ])
}

#[test]
fn posts_may_tell_their_locale_in_their_front_matter_alone() {
    let config = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n\n[[collection]]\nname = \"posts\"\n\
                  files = \"_posts/{path}.md\"\nlocale_from = \"front-matter\"\n";
    let project = Project::with(&[
        ("cotejo.toml", config),
        ("_posts/2020-01-01-bridge.md", "---\nref: bridge\n---\n# The bridge\n"),
        ("_posts/2020-01-02-puente.md", "---\nlang: es\nref: bridge\n---\n# El puente\n"),
        ("_posts/2020-01-02-pont.md", "---\nlang: fr\nref: bridge\n---\n# Le pont\n"),
        ("_posts/2020-02-01-port.md", "---\nlang: en\nref: port\n---\n# The port\n"),
        ("_posts/2020-02-02-muelle.md", "---\nlang: es\n---\n# El muelle\n"),
        ("_posts/2020-03-01-hafen.md", "---\nlang: de\nref: port\n---\n# Der Hafen\n"),
        ("_posts/2020-04-01-x.md", "---\nlang: español\n---\n# El río\n"),
    ]);
    let json = project.run(&["pair", "--format", "json"]).json();
    let bridge = "posts/2020-01-01-bridge";
    for (locale, file) in [("es", "_posts/2020-01-02-puente.md"), ("fr", "_posts/2020-01-02-pont.md")] {
        let place = place(&json, bridge, locale);
        assert_eq!((place["status"].as_str(), place["path"].as_str()), (Some("paired"), Some(file)));
    }
    // Nobody can say where the missing one would stand, so it is not said.
    let missing = place(&json, "posts/2020-02-01-port", "es");
    assert_eq!(missing["status"], "missing");
    assert!(missing.get("path").is_none_or(Value::is_null), "{missing}");
    assert!(json.to_string().contains("2020-02-02-muelle"), "an orphan is told");
    let text = project.run(&["pair"]).out;
    assert!(text.contains("2020-03-01-hafen.md: its locale \"de\" is none of the project's"), "{text}");
    assert!(
        text.contains("2020-04-01-x.md: no locale can be read in its path or its front matter"),
        "{text}"
    );
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../../schema/pair.schema.json")).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// What stands in a locale of an article, from the JSON.
fn place<'v>(json: &'v Value, article: &str, locale: &str) -> &'v Value {
    let rows = json["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["article"] == article).unwrap_or_else(|| panic!("no {article}"));
    let places = row["locales"].as_array().unwrap();
    places
        .iter()
        .find(|place| place["locale"] == locale)
        .unwrap_or_else(|| panic!("no {locale} of {article}"))
}

#[test]
fn every_kind_of_pairing_is_told_with_its_evidence() {
    let json = everything().run(&["pair", "--format", "json"]).json();
    let errors: Vec<String> = validator().iter_errors(&json).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());

    let paired = place(&json, "docs/a", "es");
    assert_eq!(
        (&paired["status"], &paired["by"], &paired["path"]),
        (&"paired".into(), &"template".into(), &"docs/es/a.md".into())
    );
    assert_eq!(place(&json, "docs/a", "fr")["status"], "missing");
    assert_eq!(place(&json, "docs/legal", "fr")["wish"], "keep");
    assert_eq!(place(&json, "docs/legal", "es")["status"], "missing");
    assert_eq!(place(&json, "docs/gone", "fr")["path"], "docs/fr/gone.md");
    assert_eq!(place(&json, "docs/guide", "fr")["by"], "key");
    let ambiguous = place(&json, "docs/guide", "es");
    let candidates: Vec<&str> =
        ambiguous["candidates"].as_array().unwrap().iter().map(|c| c["path"].as_str().unwrap()).collect();
    assert_eq!(candidates, ["docs/es/guia-vieja.md", "docs/es/guia.md"]);
    assert_eq!(ambiguous["candidates"][0]["shared"], "translationKey: guide");
}

#[test]
fn sums_add_up_to_the_files_and_places_there_are() {
    let project = everything();
    for args in [&["pair", "--format", "json"][..], &["pair", "--format", "json", "--locale", "es"]] {
        let json = project.run(args).json();
        let part = |object: &Value, names: &[&str]| -> u64 {
            names.iter().map(|name| object[*name].as_u64().unwrap()).sum()
        };
        let kinds = ["paired", "missing", "unwanted", "orphan", "ambiguous"];
        let listed: usize =
            json["rows"].as_array().unwrap().iter().map(|r| r["locales"].as_array().unwrap().len()).sum();
        assert!(listed > 3);
        assert_eq!(part(&json["total"], &kinds), json["total"]["places"].as_u64().unwrap());
        assert_eq!(json["total"]["places"].as_u64().unwrap() as usize, listed);
        let by_locale: u64 = json["locales"].as_array().unwrap().iter().map(|l| part(l, &kinds)).sum();
        assert_eq!(by_locale as usize, listed);
        let buckets = ["source", "target", "page", "orphan", "ambiguous", "unplaced"];
        assert_eq!(part(&json["files"], &buckets), json["files"]["files"].as_u64().unwrap());
        // All files but the configuration and the one that no template takes.
        let files =
            project.tree().into_keys().filter(|path| path.starts_with("docs/") || path.starts_with("news/"));
        assert_eq!(json["files"]["files"].as_u64().unwrap() as usize, files.count());
    }
}

#[test]
fn the_snippet_that_is_shown_settles_the_place() {
    let project = everything();
    let shown = project.run(&["pair", "--pairing", "ambiguous"]);
    let text = shown.expect(0);
    assert!(text.contains("docs/es/guia.md") && !text.contains("docs/es/a.md"), "{text}");
    let from = text.find("[[pair]]").unwrap_or_else(|| panic!("no snippet in\n{text}"));
    let snippet: Vec<&str> = text[from..].lines().take(3).map(str::trim).collect();
    project.write("cotejo.toml", format!("{CONFIG}\n{}\n", snippet.join("\n")));
    let json = project.run(&["pair", "--format", "json"]).json();
    let settled = place(&json, "docs/guide", "es");
    assert_eq!((&settled["status"], &settled["by"]), (&"paired".into(), &"hand".into()));
    assert_eq!(settled["path"], "docs/es/guia-vieja.md");
    assert_eq!(json["total"]["ambiguous"], 0);
    assert_eq!(place(&json, "docs/guia", "es")["status"], "orphan", "what was not meant stays in sight");
}

#[test]
fn a_file_that_fits_two_articles_names_both() {
    let project = Project::with(&[
        ("cotejo.toml", CONFIG),
        ("docs/en/one.md", "---\nref: x\n---\nOne\n"),
        ("docs/en/two.md", "---\nref: x\n---\nTwo\n"),
        ("docs/es/uno.md", "---\nref: x\n---\nUno\n"),
    ]);
    let run = project.run(&["pair"]);
    let text = run.expect(0);
    let in_one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(in_one_line.contains("it fits several articles: docs/en/one.md, docs/en/two.md"), "{text}");
    assert!(text.contains("1 remark:"), "the shared key is told as well:\n{text}");
    project.write(
        "cotejo.toml",
        format!("{CONFIG}\n[[pair]]\nsource = \"docs/en/two.md\"\ntarget = \"docs/es/uno.md\"\n"),
    );
    let json = project.run(&["pair", "--format", "json"]).json();
    assert_eq!(place(&json, "docs/two", "es")["by"], "hand");
    assert_eq!(place(&json, "docs/one", "es")["status"], "missing");
}

#[test]
fn a_stored_page_that_nobody_claims_stands_for_its_article() {
    let config = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n[[collection]]\nname = \"news\"\n\
                  pages = \"seeds/{name}.txt\"\ntarget = \"translations/{locale}/{name}.txt\"\nrequested = \"es\"\n\
                  [[collection.page]]\nfile = \"seeds/c.txt\"\nrequested = \"en\"\n";
    let project = Project::with(&[
        ("cotejo.toml", config),
        ("seeds/a.txt", "A\n"),
        ("seeds/b.txt", "B\n"),
        ("seeds/c.txt", "C\n"),
        ("translations/es/a.txt", "A\n"),
    ]);
    let json = project.run(&["pair", "--format", "json"]).json();
    assert_eq!((&json["articles"], &json["files"]["page"]), (&3.into(), &3.into()));
    let pages = json["rows"][0]["pages"].as_array().unwrap();
    assert_eq!(pages[0]["requested"], "es");
    assert_eq!(place(&json, "news/a", "es")["path"], "translations/es/a.txt");
    let page = place(&json, "news/b", "es");
    assert_eq!((&page["by"], &page["path"]), (&"page".into(), &"seeds/b.txt".into()));
    assert_eq!(place(&json, "news/c", "es")["status"], "missing");
    let errors: Vec<String> = validator().iter_errors(&json).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn files_that_fit_no_article_are_listed_with_the_reason() {
    let pages = "source = \"en\"\ntargets = [\"es\"]\n[[collection]]\nname = \"a\"\nfiles = \"{locale}/{path}.md\"\n\
                 exclude = [\"en/x.md\"]\n[[collection]]\nname = \"b\"\nsource = \"en/{name}.md\"\ntarget = \"t/{locale}/{name}.md\"\n";
    let project = Project::with(&[("cotejo.toml", pages), ("en/a.md", "A\n"), ("en/x.md", "X\n")]);
    let run = project.run(&["pair", "--pairing", "unplaced"]);
    let text = run.expect(0);
    assert!(text.contains("1 file belongs to no article:"), "{text}");
    assert!(text.contains("en/a.md: several collections claim it (a, b)"), "{text}");
    assert!(!text.contains("en/x.md"), "{text}");
    let json = project.run(&["pair", "--format", "json"]).json();
    assert_eq!(json["unplaced"][0]["why"]["kind"], "seen-twice");
    assert_eq!(json["files"]["unplaced"], 1);
}

#[test]
fn filters_choose_and_a_filter_that_can_match_nothing_is_an_error() {
    let project = everything();
    let articles = |args: &[&str]| -> Vec<String> {
        let json = project.run(&[&["pair", "--format", "json"], args].concat()).json();
        json["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["article"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(articles(&["--collection", "news"]), ["news/x"]);
    assert_eq!(articles(&["--path", "docs/es/guia*"]), ["docs/guide"]);
    assert_eq!(articles(&["--pairing", "orphan"]), ["docs/gone"]);
    assert_eq!(articles(&["--pairing", "orphan,ambiguous"]), ["docs/gone", "docs/guide"]);
    assert_eq!(articles(&["--pairing", "unwanted"]), ["docs/legal"]);
    for (args, words) in [
        (&["--locale", "de"][..], "\"de\" is not one of"),
        (&["--collection", "blog"], "there is no collection blog"),
        (&["--path", "a[b"], "a[b is no path pattern"),
        (&["--pairing", "pared"], "did you mean paired?"),
        (&["--format", "xml"], "text, json"),
        (&["--locale", "español"], "write a BCP 47 tag"),
    ] {
        let run = project.run(&[&["pair"], args].concat());
        run.expect(2);
        assert!(run.err.contains(words), "{args:?}: {}", run.err);
        assert_eq!(run.out, "");
    }
}

#[test]
fn a_filter_that_leaves_nothing_says_so_and_what_there_is() {
    let project = everything();
    for command in ["pair", "status"] {
        for (args, words) in [
            (
                &["--locale", "en"][..],
                "the articles asked for are written in en, so no version of them stands there; their versions are in: es, fr",
            ),
            (&["--path", "nada/**"], "no article of the project matches --path nada/**"),
            (&["--path", "docs/en/a.md", "--locale", "en"], "are written in en"),
        ] {
            let run = project.run(&[&[command], args].concat());
            run.expect(0);
            assert!(run.err.contains(words), "{command} {args:?}: {}", run.err);
        }
        let run = project.run(&[command]);
        run.expect(0);
        assert_eq!(run.err, "", "{command}");
    }
    let run = project.run(&["status", "--verdict", "unreadable"]);
    assert!(run.err.contains("no version fits all that was asked for"), "{}", run.err);
    let run = project.run(&["status", "--path", "nada/**"]);
    assert!(run.expect(0).starts_with("no article to be counted\n"), "{}", run.out);
    // A project without files.
    let project = Project::with(&[("cotejo.toml", CONFIG)]);
    let run = project.run(&["pair"]);
    assert!(run.expect(0).contains("no file of the project is in a collection\n"), "{}", run.out);
}

#[test]
fn one_file_that_may_be_the_version_is_not_called_several() {
    let project = Project::with(&[
        ("cotejo.toml", CONFIG),
        ("docs/en/one.md", "---\nref: x\n---\nOne\n"),
        ("docs/en/two.md", "---\nref: x\n---\nTwo\n"),
        ("docs/es/uno.md", "---\nref: x\n---\nUno\n"),
    ]);
    for (command, code) in [("status", 0), ("check", 1)] {
        let run = project.run(&[command]);
        let text = run.expect(code);
        assert!(text.contains("is not settled: docs/es/uno.md"), "{text}");
        assert!(!text.contains("several files"), "{text}");
    }
}

#[test]
fn many_articles_are_summed_up_and_listed_on_request() {
    let project = Project::with(&[("cotejo.toml", CONFIG)]);
    for n in 0..60 {
        project.write(&format!("docs/en/{n}.md"), "x\n");
        project.write(&format!("docs/fr/only-{n}.md"), "x\n");
    }
    let run = project.run(&["pair"]);
    let text = run.expect(0);
    assert!(text.lines().count() < 12, "{text}");
    assert!(text.contains("180 places; list them with --rows"), "{text}");
    let run = project.run(&["pair", "--rows"]);
    assert!(run.expect(0).lines().count() > 240);
}

#[test]
fn no_line_but_a_snippet_is_wider_than_the_terminal_in_any_language() {
    let mut project = everything();
    let long = "very-long-name-of-a-page-".repeat(6);
    project.write(&format!("docs/en/{long}.md"), "x\n");
    project.write(&format!("docs/es/{long}.md"), "x\n");
    project
        .write("docs/fr/世界海关组织世界海关组织世界海关组织世界海关组织世界海关组织世界海关组织.md", "x\n");
    project.width = Some(80);
    for lang in ["en", "es", "fr"] {
        let run = project.run(&["--lang", lang, "pair", "--rows"]);
        let wide: Vec<&str> =
            run.expect(0).lines().filter(|line| line.width() > 80 && !line.contains(" = \"")).collect();
        assert_eq!(wide, Vec::<&str>::new(), "{lang}");
        assert!(run.out.contains("[[pair]]"));
    }
}

#[test]
fn a_file_name_can_not_steer_the_terminal() {
    let project = Project::with(&[("cotejo.toml", CONFIG), ("docs/en/a\u{1b}[31m\nb.md", "x\n")]);
    let run = project.run(&["pair"]);
    assert!(!run.expect(0).contains('\u{1b}'), "{}", run.out);
    let json = project.run(&["pair", "--format", "json"]).json();
    assert_eq!(json["rows"][0]["source"], "docs/en/a\u{1b}[31m\nb.md");
}
