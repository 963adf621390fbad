//! Whole configurations, right and wrong.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;

use super::*;

/// Every key that there is, with a value that may stand.
const FULL: &str = r#"
source = "en"
targets = ["es", "fr", "zh-Hans"]
ledger = ".cotejo/ledger"

[segments]
"es-es" = "es"
"zh-cn" = "zh-Hans"

[[collection]]
name = "docs"
files = "docs/{locale}/{path}.md"
locale_from = "path"
format = "markdown"
source_locale = "fr"
segments = { "cn" = "zh-Hans" }
exclude = ["docs/*/drafts/**"]

[[collection]]
name = "blog"
source = "content/{path}.md"
target = "content/{path}.{locale}.md"

[[collection]]
name = "newsroom"
pages = "seeds/{name}.txt"
target = "translations/{locale}/{name}.txt"
requested = "es"
base_url = "https://www.wcoomd.org"

[[collection.page]]
file = "seeds/003.txt"
requested = "en"
url = "https://www.wcoomd.org/en/media/newsroom/2020/august/x.aspx"
article = "august"

[[keep]]
path = "docs/*/legal/**"
article = "docs/**"
reason = "Binding in French only."
locales = ["es"]

[[local]]
path = "content/madrid-*"
article = "blog/madrid-*"
locales = ["es"]
reason = "Of Madrid only."

[[local]]
article = "blog/lima-*"

[[pair]]
source = "docs/en/a.md"
target = "docs/es/b.md"
locale = "es"

[front_matter]
translation_key = ["translationKey"]
locale = ["lang"]
source_locale = ["from"]
url = ["permalink"]

[urgency]
fresh = 1
change = 2
traffic = 0
half_life = 90
figures = "visits.csv"

[policy]
outdated_from = "major"
unrecorded = "fail"
quality = "warn"
fail_on = ["outdated", "untranslated", "major"]
grace_days = 7
coverage = { es = 80, fr = 50 }

[termbase]
path = "terms/customs"

[memory]
files = ["tm/*.tmx"]
penalty = 5

[[notice]]
name = "ours"
text = "{target} : sorry, here is {served}"
locale = "es"
"#;

const SMALL: &str = "source = \"en\"\ntargets = [\"es\"]\n";

fn wrong(text: &str) -> Vec<Problem> {
    match read(text) {
        Ok(_) => panic!("nothing wrong was found in:\n{text}"),
        Err(problems) => problems,
    }
}

fn codes(text: &str) -> Vec<&'static str> {
    wrong(text).iter().map(|problem| problem.code).collect()
}

#[test]
fn a_full_file_means_what_it_says() {
    let config = read(FULL).expect("a good file");
    assert_eq!(config.warnings, []);
    let [docs, blog, newsroom] = config.collections.as_slice() else { panic!("three collections") };
    assert_eq!((docs.source_locale.as_str(), blog.source_locale.as_str()), ("fr", "en"));
    assert_eq!(config.folders(), ["content/", "docs/", "seeds/", "translations/"]);

    let seen = |path: &str| {
        let mut seen = config.seen(path);
        assert!(seen.len() < 2, "{path} is in several collections");
        seen.pop().map(|s| (s.collection, s.role, s.locale.map(|l| l.to_string()), s.stem))
    };
    let of = |collection: &str, role, locale: &str, stem: &str| {
        Some((collection.to_owned(), role, Some(locale.to_owned()), stem.to_owned()))
    };
    assert_eq!(seen("docs/zh-cn/a/b.md"), of("docs", Role::Version, "zh-Hans", "a/b"));
    assert_eq!(seen("docs/es/drafts/b.md"), None);
    assert_eq!(seen("content/a.md"), of("blog", Role::Version, "en", "a"));
    assert_eq!(seen("content/a.es.md"), of("blog", Role::Version, "es", "a"));
    assert_eq!(seen("seeds/000.txt"), of("newsroom", Role::Page, "es", "000"));
    assert_eq!(seen("seeds/003.txt"), of("newsroom", Role::Page, "en", "003"));
    assert_eq!(seen("translations/ES-es/000.txt"), of("newsroom", Role::Version, "es", "000"));
    assert_eq!(seen("README.md"), None);

    let zh: Locale = "zh-Hans".parse().expect("a tag");
    let path = |c: &Collection, segment| c.path_for(&zh, "a", segment).map(|p| p.to_string());
    assert_eq!(path(docs, None).as_deref(), Some("docs/cn/a.md"));
    assert_eq!(path(blog, None).as_deref(), Some("content/a.zh-Hans.md"));
    assert_eq!(path(newsroom, Some("zh-cn")).as_deref(), Some("translations/zh-cn/a.txt"));

    assert_eq!(config.policy.fail_on, ["untranslated", "outdated", "major"]);
    assert_eq!(config.policy.coverage.values().sum::<u8>(), 130);
    let page = newsroom.pages.values().next().expect("a page");
    assert_eq!(page.article.as_deref(), Some("august"));
}

#[test]
fn a_small_file_gets_the_defaults() {
    let config = read(SMALL).expect("a good file");
    assert_eq!(config.ledger.as_str(), ".cotejo/ledger");
    assert_eq!(config.policy.outdated_from, "minor");
    assert_eq!(config.policy.fail_on, ["missing", "untranslated", "partial", "outdated"]);
    assert_eq!(config.front_matter.locale, ["locale", "lang", "language"]);
    assert_eq!(config.warnings.iter().map(|w| w.code).collect::<Vec<_>>(), ["no-collection"]);
}

#[test]
fn wishes_are_about_articles_by_path_or_id_and_locale() {
    let config = read(FULL).expect("a good file");
    let [en, es, fr] = ["en", "es", "fr"].map(|tag| tag.parse::<Locale>().expect(tag));
    let article = |id: &str, path: &str| Article {
        id: ArticleId::from_text(id),
        collection: String::new(),
        source_locale: en.clone(),
        source: Some(crate::domain::article::File { path: TreePath::new(path), locale: None, url: None }),
        targets: Vec::new(),
        pages: Vec::new(),
        wish: None,
    };
    let wish = |article: &Article, locale: &Locale| config.wish(article, locale).map(|rule| rule.wish);
    let legal = article("docs/legal/a", "docs/en/legal/a.md");
    assert_eq!((wish(&legal, &es), wish(&legal, &fr), wish(&legal, &en)), (Some(Wish::Keep), None, None));
    let madrid = article("blog/madrid-2020", "content/madrid-2020.md");
    assert_eq!((wish(&madrid, &es), wish(&madrid, &en)), (Some(Wish::Local), None));
    let lima = article("blog/lima-2020", "content/lima-2020.md");
    assert_eq!((wish(&lima, &es), wish(&lima, &en)), (Some(Wish::Local), Some(Wish::Local)));
    assert_eq!(wish(&article("blog/a", "content/a.md"), &es), None);
}

#[test]
fn stored_pages_pair_with_the_translations_beside_them() {
    use crate::domain::pairing::{How, PairingInput, Status, pair};
    let text = format!(
        "{SMALL}[[collection]]\nname = \"news\"\npages = \"seeds/{{name}}.txt\"\n\
         target = \"translations/{{locale}}/{{name}}.txt\"\nrequested = \"es\"\n\
         [[collection.page]]\nfile = \"seeds/c.txt\"\nrequested = \"en\"\n\
         [[keep]]\narticle = \"news/d\"\n"
    );
    let config = read(&text).expect("a good file");
    let files =
        ["seeds/a.txt", "seeds/b.txt", "seeds/c.txt", "seeds/d.txt", "translations/es/a.txt", "seeds/x.md"];
    let seen: Vec<Seen> = files.iter().flat_map(|path| config.seen(path)).collect();
    assert_eq!(seen.len(), files.len() - 1);
    let result = pair(PairingInput {
        collections: &config.rules(),
        seen: &seen,
        by_hand: &config.pairs,
        known: &[],
        names: &config.names,
        wish: &|article, locale| config.wish(article, locale).map(|rule| rule.wish),
    });
    let es = "es".parse().expect("a tag");
    let status = |id: &str| result.status(&ArticleId::from_text(id), &es).cloned();
    assert_eq!(status("news/a"), Some(Status::Paired { by: How::Template }));
    assert_eq!(status("news/b"), Some(Status::Paired { by: How::Page }));
    assert_eq!(status("news/c"), Some(Status::Missing));
    assert_eq!(result.article(&ArticleId::from_text("news/d")).and_then(|a| a.wish), Some(Wish::Keep));
}

/// Files that are wrong in a way a schema can see as well: text after [`SMALL`], and the codes.
const WRONG: &[(&str, &[&str])] = &[
    ("colour = 1", &["unknown-key"]),
    ("ledgr = \"x\"", &["unknown-key-near"]),
    ("ledger = 1", &["wrong-type"]),
    ("ledger = \"\"", &["empty-value"]),
    ("ledger = \"../x\"", &["path-climbs"]),
    ("ledger = \"/var/x\"", &["path-absolute"]),
    ("ledger = 'a\\b'", &["path-backslash"]),
    ("segments = { \"a/b\" = \"es\" }", &["bad-segment"]),
    ("segments = [\"es\"]", &["wrong-type"]),
    ("segments = { x = \"español\" }", &["bad-locale"]),
    ("collection = 3", &["wrong-type"]),
    ("[[collection]]\nfiles = \"{locale}/{path}\"", &["missing-key"]),
    ("[[collection]]\nname = \"a\"", &["collection-no-files"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"docs/{path}.md\"", &["template-no-locale"]),
    (
        "[[collection]]\nname = \"a\"\nlocale_from = \"front-matter\"\nfiles = \"{locale}/{path}.md\"",
        &["template-locale-apart"],
    ),
    (
        "[[collection]]\nname = \"a\"\nlocale_from = \"front-matter\"\npages = \"p/{name}\"",
        &["locale-from-sides"],
    ),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}/{name}.md\"\nlocale_from = \"file\"", &["bad-choice"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}/{name}/{path}\"", &["template-name-and-path"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}/{name}/{name}\"", &["template-stem-twice"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}/x.md\"", &["template-no-stem"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}/{path\"", &["template-brace"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"{lang}/{path}\"", &["template-placeholder-near"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}{path}\"", &["template-adjacent"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"/x/{locale}/{path}\"", &["path-absolute"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"../{locale}/{path}\"", &["path-climbs"]),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}/*/{path}\"", &["template-star"]),
    ("[[collection]]\nname = \"a\"\nfiles = \".cotejo/{locale}/{path}\"", &["template-reserved"]),
    ("[[collection]]\nname = \"a\"\nsource = \"{path}.md\"", &["collection-half"]),
    ("[[collection]]\nname = \"a\"\ntarget = \"{locale}/{path}.md\"", &["collection-half"]),
    (
        "[[collection]]\nname = \"a\"\nfiles = \"{locale}/{path}\"\npages = \"p/{name}\"",
        &["collection-mixed"],
    ),
    (
        "[[collection]]\nname = \"a\"\nsource = \"s/{locale}/{path}\"\ntarget = \"{locale}/{path}\"",
        &["template-locale"],
    ),
    ("[[collection]]\nname = \"a\"\nfiles = \"{locale}/{path}\"\nformat = \"docx\"", &["bad-choice"]),
    ("[[collection]]\nname = \"a\"\npages = \"p/{name}\"\nbase_url = \"wcoomd.org\"", &["bad-url"]),
    ("[[collection]]\nname = \"a\"\npages = \"p/{name}\"\nrequested = \"en-\"", &["bad-locale"]),
    (
        "[[collection]]\nname = \"a\"\npages = \"p/{name}\"\n[[collection.page]]\nurl = \"http://x.org\"",
        &["missing-key"],
    ),
    ("[[keep]]\nreason = \"x\"", &["wish-of-nothing"]),
    ("[[keep]]\npath = [\"x\"]", &["wrong-type"]),
    ("[[pair]]\nsource = \"a\"", &["missing-key"]),
    ("[[pair]]\nsource = \"a\"\ntarget = \"b/../../c\"", &["path-climbs"]),
    ("[front_matter]\nlocale = \"lang\"", &["wrong-type"]),
    ("[policy]\noutdated_from = \"minr\"", &["bad-choice-near"]),
    ("[policy]\nfail_on = [\"outdated\", \"stale\"]", &["bad-choice"]),
    ("[policy]\nfail_on = [\"outdated\", \"outdated\"]", &["duplicate-value"]),
    ("[policy]\ngrace_days = -1", &["out-of-range"]),
    ("[policy]\ngrace_days = 1.5", &["wrong-type"]),
    ("[policy]\ncoverage = { es = 101 }", &["out-of-range"]),
    ("[policy]\ncoverage = { es = \"80\" }", &["wrong-type"]),
    ("[[notice]]\nname = \"x\"", &["missing-key"]),
    ("[[notice]]\ntext = \" \"", &["empty-value"]),
];

#[test]
fn wrong_values_are_refused_by_the_reader_and_by_the_schema() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    for (text, expected) in WRONG {
        let text = format!("{SMALL}{text}");
        assert_eq!(codes(&text), *expected, "{text}");
        let json: Value = toml::from_str(&text).expect(&text);
        assert!(!validator.is_valid(&json), "the schema takes:\n{text}");
    }
}

#[test]
fn what_only_the_meaning_tells() {
    let docs = "[[collection]]\nname = \"docs\"\nfiles = \"docs/{locale}/{path}.md\"\n";
    for (text, expected) in [
        ("source = \"en\"\ntargets = [\"es\", \"en\"]", vec!["source-is-target"]),
        ("source = \"en\"\ntargets = []", vec!["empty-value"]),
        ("source = \"en\"\ntargets = [\"pt-BR\", \"pt_br\"]", vec!["duplicate-value"]),
        ("source = \"en\"", vec!["missing-key"]),
        ("", vec!["missing-key", "missing-key"]),
        (&format!("{SMALL}segments = {{ \"fr-fr\" = \"fr\" }}"), vec!["unknown-locale"]),
        (&format!("{SMALL}[policy.coverage]\nes = 1\nfr = 1"), vec!["unknown-locale"]),
        (&format!("{SMALL}[[keep]]\npath = \"a[b\"\nlocales = [\"fr\"]"), vec!["bad-glob", "unknown-locale"]),
        (&format!("{SMALL}{docs}{docs}"), vec!["collections-overlap", "duplicate-value"]),
        (
            &format!("{SMALL}{docs}[[collection]]\nname = \"all\"\nfiles = \"{{path}}/{{locale}}/b.md\""),
            vec![],
        ),
        (
            &format!("{SMALL}{docs}[[collection]]\nname = \"all\"\nfiles = \"docs/{{locale}}/{{path}}.md\""),
            vec!["collections-overlap"],
        ),
        (
            &format!(
                "{SMALL}{docs}[[collection]]\nname = \"x\"\nsource = \"{{path}}.md\"\ntarget = \"t/{{locale}}/{{path}}\""
            ),
            vec!["collections-overlap"],
        ),
        (&format!("ledger = \"docs\"\n{SMALL}{docs}"), vec!["template-in-ledger"]),
        (&format!("{SMALL}{docs}requested = \"es\""), vec!["key-for-pages"]),
        (&format!("{SMALL}[[pair]]\nsource = \"a\"\ntarget = \"a\""), vec!["pair-one-file"]),
        (
            &format!(
                "{SMALL}[[pair]]\nsource = \"a\"\ntarget = \"c\"\n[[pair]]\nsource = \"b\"\ntarget = \"c\""
            ),
            vec!["pair-target-twice"],
        ),
        (&format!("{SMALL}[[notice]]\ntext = \"{{targt}} is not here\""), vec!["notice-slot"]),
        (&format!("{SMALL}source = \"fr\""), vec!["duplicate-key"]),
        (&format!("{SMALL}ledger = \"x"), vec!["syntax-string"]),
        (&format!("{SMALL}ledger ="), vec!["syntax-no-value"]),
        (&format!("{SMALL}[[collection]"), vec!["syntax-heading"]),
    ] {
        match read(text) {
            Ok(_) => assert_eq!(expected, Vec::<&str>::new(), "{text}"),
            Err(problems) => {
                assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), expected, "{text}")
            }
        }
    }
}

#[test]
fn all_problems_are_told_at_once_with_line_column_and_mend() {
    let text = "# «ñ»\nsorce = \"en\"\ntargets = [\"es\", \"español\", 3]\n\n[policy]\ncoverage = { es = 180 }\n\n\
                [[collection]]\nname = \"a\"\nfiles = \"docs/é/{lcale}/{path}.md\"\n";
    let found: Vec<_> = wrong(text).into_iter().map(|p| (p.line, p.column, p.code)).collect();
    assert_eq!(
        found,
        [
            (1, 1, "missing-key"),
            (2, 1, "unknown-key-near"),
            (3, 18, "bad-locale"),
            (3, 29, "wrong-type"),
            (6, 19, "out-of-range"),
            (10, 17, "template-placeholder-near"),
        ]
    );
    let near = wrong(text).into_iter().find(|p| p.code == "unknown-key-near").expect("a slip");
    let args = [("key", "sorce"), ("table", ""), ("nearest", "source")];
    assert_eq!(near.args, args.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn several_slips_of_syntax_are_told_at_once() {
    let found = wrong("source = \ntargets = [\"es\"\nledger = \"a\" b\n");
    let lines: BTreeSet<usize> = found.iter().map(|problem| problem.line).collect();
    assert!(lines.len() >= 2, "{found:?}");
    assert!(found.iter().all(|problem| problem.code.starts_with("syntax")), "{found:?}");
}

#[test]
fn a_slip_of_syntax_is_told_where_it_is_and_once() {
    for (text, expected) in [
        ("targets = [\"es\"\n", vec![(1, 11, "syntax-list")]),
        // What follows an open bracket is read as it was meant, and its own slips are told.
        (
            "targets = [\"es\" # the first\nledger = 3\n\n[[collection]]\nname = \"a\"\n[[collection]]\nname = \"a\"\n",
            vec![
                (1, 11, "syntax-list"),
                (2, 10, "wrong-type"),
                (4, 1, "collection-no-files"),
                (6, 1, "collection-no-files"),
                (7, 8, "duplicate-value"),
            ],
        ),
        (
            "targets = [\n  \"es\",\n  \"]\",\n\n[policy]\ngrace_days = 1\n",
            vec![(1, 11, "syntax-list"), (3, 3, "bad-locale")],
        ),
        ("targets = [\"es\"]\n[policy]\ncoverage = { es = 1\ngrace_days = 1\n", vec![(3, 12, "syntax-list")]),
        (
            "targets = [\"es\"]\n[policy]\nfail_on = [\"missing\",\nunrecorded = \"warn\"\nquality = \"allow\"\n",
            vec![(3, 11, "syntax-list")],
        ),
        ("targets = [\"es\" \"fr\"]\n", vec![(1, 17, "syntax-comma")]),
        ("targets = [\"es\",,\"fr\"]\n", vec![(1, 17, "syntax-comma-extra")]),
        ("targets = \"es\", \"fr\"\n", vec![(1, 15, "syntax-rest")]),
        ("targets = [es]\n", vec![(1, 12, "syntax-value")]),
        ("targets = [\"es\"]\nledger = \"a\n", vec![(2, 10, "syntax-string")]),
        ("targets = [\"es\"]\nledger = \"\"\"a\nb\n", vec![(2, 10, "syntax-string")]),
        ("targets = [\"es\"]\nledger = \"a\\d\"\n", vec![(2, 13, "syntax-escape")]),
        ("targets: [\"es\"]\n", vec![(1, 8, "syntax-colon")]),
        ("targets [\"es\"]\n", vec![(1, 1, "syntax-no-equals")]),
        ("= 3\n", vec![(1, 1, "syntax-key-empty")]),
        (
            "targets = [\"es\"]\n[policy # what counts\ngrace_days = 1\n[[collection]\nname = 3\n",
            vec![(2, 1, "syntax-heading"), (4, 1, "syntax-heading"), (5, 8, "wrong-type")],
        ),
        ("[collection]]\nname = \"a\"\n", vec![(1, 13, "syntax-rest")]),
        ("targets = [\"es\"]\n[policy]\ngrace_days = 01\n", vec![(3, 14, "syntax-number")]),
        ("targets = [\"es\"]\nledger = “x”\n", vec![(2, 10, "syntax-value")]),
        (
            "<<<<<<< HEAD\ntargets = [\"es\"]\n=======\ntargets = [\"fr\"]\n>>>>>>> other\n",
            vec![(1, 1, "syntax-conflict"), (3, 1, "syntax-conflict"), (5, 1, "syntax-conflict")],
        ),
    ] {
        let found = wrong(&format!("source = \"en\"\n{text}"));
        let found: Vec<_> = found.into_iter().map(|p| (p.line - 1, p.column, p.code)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_schema_in_the_repository_is_that_of_the_reader() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/cotejo.schema.json");
    let mut made = serde_json::to_string_pretty(&schema()).expect("a schema");
    made.push('\n');
    #[allow(clippy::disallowed_methods, reason = "a test keeps the file in the repository true")]
    if std::env::var_os("COTEJO_WRITE_SCHEMA").is_some() {
        std::fs::write(path, &made).expect("the schema is written");
    }
    let stored = include_str!("../../schema/cotejo.schema.json");
    assert_eq!(stored, made, "run COTEJO_WRITE_SCHEMA=1 cargo test schema, then build again");
    jsonschema::meta::validate(&schema()).expect("a valid schema");
}

#[test]
fn good_files_are_good_for_reader_and_schema_and_show_every_key() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    for text in [FULL, SMALL] {
        let json: Value = toml::from_str(text).expect("toml");
        let errors: Vec<String> = validator.iter_errors(&json).map(|e| e.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        assert!(read(text).is_ok());
    }
    let json: Value = toml::from_str(FULL).expect("toml");
    for table in keys::tables() {
        for key in table.keys {
            let mut tables = vec![&json];
            for part in table.name.split('.').filter(|part| !part.is_empty()) {
                let below = tables.into_iter().filter_map(|table| table.get(part));
                tables =
                    below.flat_map(|v| v.as_array().map_or(vec![v], |list| list.iter().collect())).collect();
            }
            let there = tables.iter().any(|table| table.get(key.name).is_some());
            assert!(there, "the full file lacks {}.{}", table.name, key.name);
        }
    }
}

#[test]
fn a_huge_or_deep_file_is_refused_and_not_endured() {
    assert_eq!(codes(&"#".repeat((1 << 20) + 1)), ["too-large"]);
    assert!(!codes(&format!("{SMALL}ledger = {}", "[".repeat(100_000))).is_empty());
    assert!(!codes(&"a b\n".repeat(100_000)).is_empty());
    let many: String = (0..2000)
        .map(|n| format!("[[collection]]\nname = \"{n}\"\nfiles = \"{{locale}}/{{path}}\"\n"))
        .collect();
    assert!(codes(&format!("{SMALL}{many}")).contains(&"collections-overlap"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]
    #[test]
    fn no_text_breaks_the_reader(text in "(\\PC|\n){0,200}", line in 0..60_usize, column in 0..40_usize) {
        let _ = read(&text);
        // The full file with something odd in its midst.
        let at = FULL.lines().take(line).map(|l| l.len() + 1).sum::<usize>() + column;
        let at = (at.min(FULL.len())..=FULL.len()).find(|at| FULL.is_char_boundary(*at)).unwrap_or(0);
        let (before, after) = FULL.split_at(at);
        if let Err(problems) = read(&format!("{before}{text}{after}")) {
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|p| p.line >= 1 && p.column >= 1));
            prop_assert!(problems.is_sorted());
        }
    }
}
