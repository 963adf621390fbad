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
