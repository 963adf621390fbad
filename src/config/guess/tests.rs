//! Trees as their generators lay them out, and trees that mislead.

use proptest::prelude::*;

use super::*;

/// A guess in a few lines: source, targets with files, and each collection with its files.
fn shown(guess: &Guess) -> Vec<String> {
    let targets: Vec<String> = guess.targets.iter().map(|(l, n)| format!("{l}:{n}")).collect();
    let mut lines = vec![format!("{} → {} ({})", guess.source, targets.join(" "), guess.source_why.code)];
    for collection in &guess.collections {
        let templates = match (&collection.files, &collection.sides) {
            (Some(files), None) => files.clone(),
            (None, Some((source, target))) => format!("{source} → {target}"),
            other => panic!("{other:?}"),
        };
        lines.push(format!("{}: {templates} ({})", collection.name, collection.files_matched()));
    }
    lines
}

fn check(files: &[&str], texts: &[(&str, &str)], expected: &[&str]) -> Guess {
    let mut all: Vec<&str> = files.to_vec();
    all.extend(texts.iter().map(|(path, _)| *path));
    let peek = |path: &str| texts.iter().find(|(name, _)| *name == path).map(|(_, text)| (*text).to_owned());
    let found = guess(&all, &Told::default(), &peek);
    assert_eq!(shown(&found), expected, "{:#?}", found.evidence);
    all.reverse();
    assert_eq!(guess(&all, &Told::default(), &peek), found, "the order of the files counts");

    // What is written for it is read back, and means the same.
    for comment in ["", "a comment\nwith = \"toml\"\n[in] it", "«é» {locale}"] {
        let text = commented(&found, &|_| comment.to_owned());
        let config = crate::config::read(&text).unwrap_or_else(|problems| panic!("{problems:?} in:\n{text}"));
        assert_eq!(config.source, found.source);
        assert_eq!(config.collections.len(), found.collections.len());
        if !found.targets.is_empty() {
            assert!(config.targets.iter().eq(found.targets.keys()));
        }
    }
    found
}

fn says(guess: &Guess, code: &str) -> bool {
    guess.evidence.iter().any(|evidence| evidence.code == code)
}

#[test]
fn hugo() {
    check(
        &["content/en/_index.md", "content/en/blog/a.md", "content/es/blog/a.md", "content/pt-br/_index.md"],
        &[("hugo.toml", "baseURL = 'https://x.org'\ndefaultContentLanguage = 'es'\n[languages.fr]\n")],
        &["es → en:2 fr:0 pt-BR:1 (source-from-config)", "site: content/{locale}/{path}.md (4)"],
    );
    check(
        &[
            "content/_index.md",
            "content/_index.es.md",
            "content/post/a.md",
            "content/post/a.es.md",
            "content/b.fr.md",
            "content/b.md",
        ],
        &[("config.toml", "languageCode = 'en-us'\n")],
        &["en → es:2 fr:1 (source-english)", "site: content/{path}.md → content/{path}.{locale}.md (6)"],
    );
}

#[test]
fn docusaurus() {
    let current = "website/i18n/zh-Hans/docusaurus-plugin-content-docs/current";
    let guess = check(
        &[
            "website/docs/intro.md",
            "website/docs/guide/a.mdx",
            "website/blog/2020-x.md",
            &format!("{current}/intro.md"),
            &format!("{current}/guide/a.mdx"),
            "website/i18n/es/docusaurus-plugin-content-docs/current/intro.md",
            "website/i18n/es/docusaurus-plugin-content-blog/2020-x.md",
            "website/versioned_docs/version-1/intro.md",
            "README.md",
        ],
        &[(
            "website/docusaurus.config.js",
            "  i18n: {\n    defaultLocale: 'en',\n    locales: ['en', 'es', 'fr', \"zh-Hans\"],\n  },\n",
        )],
        &[
            "en → es:2 fr:0 zh-Hans:2 (source-from-config)",
            "docs: website/docs/{path}.md → website/i18n/{locale}/docusaurus-plugin-content-docs/current/{path}.md (3)",
            "blog: website/blog/{path}.md → website/i18n/{locale}/docusaurus-plugin-content-blog/{path}.md (2)",
            "docs-2: website/docs/{path}.mdx → website/i18n/{locale}/docusaurus-plugin-content-docs/current/{path}.mdx (2)",
        ],
    );
    assert!(says(&guess, "versioned-docs"));
    assert_eq!(guess.unclaimed, 2);
}

#[test]
fn jekyll() {
    check(
        &["_posts/2020-01-01-a.md", "es/_posts/2020-01-01-a.md", "fr/_posts/2020-01-01-a.md", "about.md"],
        &[("_config.yml", "title: x\nlang: en\n")],
        &["en → es:1 fr:1 (source-from-config)", "posts: _posts/{path}.md → {locale}/_posts/{path}.md (3)"],
    );
    check(
        &["_i18n/en/a.md", "_i18n/es/a.md", "_i18n/es/b.md"],
        &[("_config.yml", "languages: [\"en\", \"es\"]\n")],
        &["es → en:1 (source-most-files)", "i18n: _i18n/{locale}/{path}.md (3)"],
    );
    let guess = check(
        &[],
        &[
            ("_config.yml", ""),
            ("_posts/2020-a.md", "---\nlang: en\nref: a\n---\n"),
            ("_posts/2020-b.md", "---\nlang: es\nref: a\n---\n"),
        ],
        &["en → es:1 (source-english)", "posts: _posts/{path}.md (2)"],
    );
    assert!(says(&guess, "front-matter-only") && !says(&guess, "nothing-found"));
}

#[test]
fn mdbook() {
    check(
        &["src/SUMMARY.md", "src/a.md", "es/src/SUMMARY.md", "es/src/a.md"],
        &[("book.toml", "[book]\nlanguage = \"en\"\n")],
        &["en → es:2 (source-from-config)", "site: src/{path}.md → {locale}/src/{path}.md (4)"],
    );
    let guess = check(
        &["src/SUMMARY.md", "src/a.md", "po/es.po", "po/pt-BR.po", "po/messages.pot"],
        &[("book.toml", "[book]\nlanguage = \"en\"\n")],
        &["en → es:0 pt-BR:0 (source-from-config)"],
    );
    assert!(says(&guess, "po-files") && says(&guess, "not-understood"));
}

#[test]
fn starlight_and_vitepress_with_a_root_locale() {
    check(
        &[
            "src/content/docs/index.mdx",
            "src/content/docs/guides/a.mdx",
            "src/content/docs/es/guides/a.mdx",
            "src/content/docs/zh-cn/index.mdx",
        ],
        &[(
            "astro.config.mjs",
            "starlight({ defaultLocale: 'root',\n locales: { root: { label: 'English', lang: 'en' } } })",
        )],
        &[
            "en → es:1 zh-CN:1 (source-english)",
            "docs: src/content/docs/{path}.mdx → src/content/docs/{locale}/{path}.mdx (4)",
        ],
    );
    check(
        &["docs/index.md", "docs/guide/a.md", "docs/ja/guide/a.md", "docs/.vitepress/config.mts"],
        &[],
        &["en → ja:1 (source-english)", "docs: docs/{path}.md → docs/{locale}/{path}.md (3)"],
    );
}

#[test]
fn plain_trees() {
    check(
        &["es/a.md", "en/a.md", "fr/b/c.md", "en/b/c.md"],
        &[],
        &["en → es:1 fr:1 (source-most-files)", "site: {locale}/{path}.md (4)"],
    );
    check(
        &["texts/a_es.txt", "texts/a_en.txt", "texts/b_en.txt", "texts/b_pt_BR.txt"],
        &[],
        &["en → es:1 pt-BR:1 (source-most-files)", "texts: texts/{path}_{locale}.txt (4)"],
    );
    check(
        &["README.es.md", "README.pt-BR.md", "docs/how-to.md", "CHANGELOG.md"],
        &[("README.md", "# A tool\n")],
        &["en → es:1 pt-BR:1 (source-english)", "top: {name}.md → {name}.{locale}.md (4)"],
    );
    check(
        &["README.en.md"],
        &[("README.md", "# 工具\n这是一个用来保持文章和翻译同步的命令行工具，请阅读文档。")],
        &["zh → en:1 (source-from-script)", "top: {name}.md → {name}.{locale}.md (2)"],
    );
    check(
        &["site/cn/a.md", "site/en/a.md", "site/jp/a.md"],
        &[],
        &["en → ja:1 zh-Hans:1 (source-most-files)", "site: site/{locale}/{path}.md (3)"],
    );
}

#[test]
fn what_only_looks_like_a_locale_makes_none() {
    for files in [
        &["docs/it/hardware.md", "docs/hr/holidays.md", "docs/index.md"][..],
        &["docs/how-to.md", "docs/log-in.md", "docs/a.b.md"],
        &["src/lib/a.md", "src/api/b.md", "src/css/c.md"],
        &["node_modules/x/es/a.md", "node_modules/x/en/a.md"],
        &["seeds/000_a993cfb2819e14f5.txt", "seeds/001_f82248b1379ea873.txt"],
        &["a.rs", "es/x.png", "en/x.png"],
        &[],
    ] {
        let guess = guess(files, &Told::default(), &|_| None);
        assert_eq!(guess.collections, [], "{files:?}");
        assert!(says(&guess, "nothing-found"));
    }
}

#[test]
fn a_new_path_is_written_as_the_tree_writes_its_locales() {
    let found = guess(&["docs/en/a.md", "docs/zh-cn/a.md", "docs/jp/a.md"], &Told::default(), &|_| None);
    let config = crate::config::read(&commented(&found, &|_| String::new())).expect("a good file");
    for (tag, path) in [("zh-CN", "docs/zh-cn/b.md"), ("ja", "docs/jp/b.md")] {
        let locale = tag.parse().expect(tag);
        let made = config.collections[0].path_for(&locale, "b", None);
        assert_eq!(made.map(|p| p.to_string()).as_deref(), Some(path));
    }
}

#[test]
fn what_is_told_is_not_guessed() {
    let files = ["docs/en/a.md", "docs/zh-cn/a.md", "docs/jp/a.md", "docs/es/a.md"];
    let locale = |tag: &str| tag.parse::<Locale>().expect(tag);
    let told = Told { source: Some(locale("es")), targets: vec![locale("ja"), locale("de")] };
    let found = guess(&files, &told, &|_| None);
    assert_eq!(
        shown(&found),
        ["es → de:0 ja:1 (source-told)", "docs: docs/{locale}/{path}.md (2)"],
        "{:#?}",
        found.evidence
    );
    assert!(says(&found, "targets-told") && says(&found, "not-understood"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_tree_gets_a_file_that_can_be_read(
        files in prop::collection::vec("((es|en|pt-br|docs|content|i18n|_posts|src|\"|é|~)/){0,3}(a|b|README|\\.)([._-](es|en|fr|zh_Hans))?\\.(md|txt|mdx)", 0..12),
        text in "(---\nlang: (es|en|xx)\n---\n)?.{0,30}",
    ) {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let found = guess(&files, &Told::default(), &|_| Some(text.clone()));
        let file = commented(&found, &|key| format!("{key}: {text}"));
        let config = crate::config::read(&file);
        prop_assert!(config.is_ok(), "{:?}\n{}", config.err(), file);
        let claimed: usize = found.collections.iter().map(GuessedCollection::files_matched).sum();
        let all: BTreeSet<&str> = files.iter().copied().filter(|p| groups::is_text(p) && groups::is_looked_at(p)).collect();
        prop_assert_eq!(claimed + found.unclaimed, all.len());
    }
}

/// Source, target and the target's locale.
type Pairs = &'static [(&'static str, &'static str, &'static str)];

/// Layouts as they stand beside each other in one project: files, and the pairs that they hold,
/// each as source, target and the target's locale, below a folder of the project.
const LAYOUTS: &[(&str, &[&str], Pairs)] = &[
    (
        "",
        &["README.md", "README.es.md", "README.fr.md", "CHANGELOG.md"],
        &[("README.md", "README.es.md", "es"), ("README.md", "README.fr.md", "fr")],
    ),
    (
        "docs/",
        &["a.md", "a.es.md", "b/c.md", "b/c.es.md", "d.md"],
        &[("a.md", "a.es.md", "es"), ("b/c.md", "b/c.es.md", "es")],
    ),
    (
        "manual/",
        &["en/a.md", "en/b.md", "es/a.md", "fr/b.md", "fr/only.md"],
        &[("en/a.md", "es/a.md", "es"), ("en/b.md", "fr/b.md", "fr")],
    ),
    (
        "website/",
        &[
            "docs/intro.md",
            "docs/deep/x.md",
            "i18n/es/docusaurus-plugin-content-docs/current/intro.md",
            "i18n/es/docusaurus-plugin-content-docs/version-1.0/intro.md",
            "versioned_docs/version-1.0/intro.md",
            "blog/p.md",
            "i18n/fr/docusaurus-plugin-content-blog/p.md",
        ],
        &[
            ("docs/intro.md", "i18n/es/docusaurus-plugin-content-docs/current/intro.md", "es"),
            ("blog/p.md", "i18n/fr/docusaurus-plugin-content-blog/p.md", "fr"),
        ],
    ),
    ("website/", &["README.md", "README.es.md", "notes/x.md"], &[("README.md", "README.es.md", "es")]),
    (
        "",
        &["content/en/_index.md", "content/en/p/a.md", "content/es/p/a.md", "content/fr/_index.md"],
        &[
            ("content/en/p/a.md", "content/es/p/a.md", "es"),
            ("content/en/_index.md", "content/fr/_index.md", "fr"),
        ],
    ),
    (
        "hugo/",
        &["content/post/x.md", "content/post/x.es.md", "content/_index.md", "content/_index.es.md"],
        &[
            ("content/post/x.md", "content/post/x.es.md", "es"),
            ("content/_index.md", "content/_index.es.md", "es"),
        ],
    ),
    ("hugo/", &["README.md", "README.fr.md", "themes/t/README.md"], &[("README.md", "README.fr.md", "fr")]),
    (
        "site/",
        &["index.md", "guide/a.md", "es/index.md", "es/guide/a.md"],
        &[("index.md", "es/index.md", "es"), ("guide/a.md", "es/guide/a.md", "es")],
    ),
    ("site/", &["README.md", "README_es.md"], &[("README.md", "README_es.md", "es")]),
    (
        "site/",
        &["api/ref/en/m.md", "api/ref/es/m.md", "api/ref/fr/m.md"],
        &[("api/ref/en/m.md", "api/ref/es/m.md", "es"), ("api/ref/en/m.md", "api/ref/fr/m.md", "fr")],
    ),
    (
        "",
        &["_posts/2020-01-01-a.md", "es/_posts/2020-01-01-a.md", "fr/_posts/2020-01-01-a.md"],
        &[("_posts/2020-01-01-a.md", "es/_posts/2020-01-01-a.md", "es")],
    ),
    ("news/", &["a_en.txt", "a_es.txt", "b_en.txt", "b_fr.txt"], &[("a_en.txt", "a_es.txt", "es")]),
    ("", &["README.txt", "README_es.txt"], &[("README.txt", "README_es.txt", "es")]),
];

/// The pairs of a tree that the configuration guessed for it does not make, and the files that
/// two of its collections take.
fn unmade(files: &BTreeSet<String>, pairs: &[(String, String, &str)]) -> Vec<String> {
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let english =
        "# The house\n\nThe quick brown fox jumps over the lazy dog, and the house is on the hill.\n";
    let found = guess(&names, &Told::default(), &|_| Some(english.to_owned()));
    let text = commented(&found, &|_| String::new());
    let config = crate::config::read(&text).unwrap_or_else(|problems| panic!("{problems:?} in:\n{text}"));
    let mut wrong: Vec<String> =
        names.iter().filter(|path| config.seen(path).len() > 1).map(|path| format!("{path} twice")).collect();
    for (source, target, locale) in pairs {
        let as_seen = |path: &String| config.seen(path).into_iter().next();
        let (Some(from), Some(to)) = (as_seen(source), as_seen(target)) else {
            wrong.push(format!("{source} → {target} not seen"));
            continue;
        };
        let tags = (from.locale.as_ref().map(Locale::as_str), to.locale.as_ref().map(Locale::as_str));
        if (&from.collection, &from.stem) != (&to.collection, &to.stem) || tags != (Some("en"), Some(*locale))
        {
            wrong.push(format!("{source} → {target} ({tags:?}, {} and {})", from.collection, to.collection));
        }
    }
    if !wrong.is_empty() {
        wrong.push(text);
    }
    wrong
}

/// The tree that these layouts make together.
fn together(those: &[usize]) -> (BTreeSet<String>, Vec<(String, String, &'static str)>) {
    let (mut files, mut pairs) = (BTreeSet::new(), Vec::new());
    for (folder, own, held) in those.iter().filter_map(|at| LAYOUTS.get(*at)) {
        files.extend(own.iter().map(|path| format!("{folder}{path}")));
        pairs.extend(
            held.iter().map(|(s, t, locale)| (format!("{folder}{s}"), format!("{folder}{t}"), *locale)),
        );
    }
    (files, pairs)
}

#[test]
fn any_two_layouts_beside_each_other_are_both_found() {
    for one in 0..LAYOUTS.len() {
        for two in one..LAYOUTS.len() {
            let (files, pairs) = together(&[one, two]);
            assert_eq!(unmade(&files, &pairs), [] as [String; 0], "{files:#?}");
        }
    }
}

#[test]
fn a_readme_at_the_root_hides_no_deeper_collection() {
    check(
        &["README.md", "README.es.md", "README.zh-CN.md", "docs/a.md", "docs/a.es.md"],
        &[],
        &[
            "en → es:2 zh-CN:1 (source-english)",
            "top: {name}.md → {name}.{locale}.md (3)",
            "docs: docs/{path}.md → docs/{path}.{locale}.md (2)",
        ],
    );
    check(
        &[
            "website/README.md",
            "website/README.es.md",
            "website/content/en/a.md",
            "website/content/es/a.md",
            "website/content/es/b.md",
        ],
        &[],
        &[
            "en → es:3 (source-left)",
            "website: website/content/{locale}/{path}.md (3)",
            "website-2: website/{name}.md → website/{name}.{locale}.md (2)",
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn layouts_in_any_mixture_are_all_found(those in prop::collection::btree_set(0..LAYOUTS.len(), 1..8)) {
        let those: Vec<usize> = those.into_iter().collect();
        let (files, pairs) = together(&those);
        prop_assert_eq!(unmade(&files, &pairs), Vec::<String>::new());
    }
}
