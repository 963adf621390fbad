//! `cotejo init`: what it writes fits the tree, can be read, and makes `status` work.

use std::path::Path;

use serde_json::Value;

use crate::harness::Project;

/// A tree, the options for it, and what `status` then tells: articles, and current or unrecorded
/// versions by locale.
struct Tree {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
    args: &'static [&'static str],
    source: &'static str,
    articles: u64,
    versions: &'static [(&'static str, u64)],
    says: &'static [&'static str],
}

const EN: &str =
    "# The house\n\nThe quick brown fox jumps over the lazy dog, and the house is on the hill.\n";
const ES: &str = "# La casa\n\nEl zorro marrón salta sobre el perro perezoso, y la casa está en la colina.\n";

const TREES: &[Tree] = &[
    Tree {
        name: "Hugo by folders",
        files: &[
            ("hugo.toml", "defaultContentLanguage = 'en'\n"),
            ("content/en/blog/a.md", EN),
            ("content/en/_index.md", EN),
            ("content/es/blog/a.md", ES),
            ("themes/x/README.md", EN),
        ],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 1)],
        says: &[
            "hugo.toml tells of Hugo",
            "hugo.toml says that the source is \"en\"",
            "1 text file fits no collection: themes/x/README.md",
        ],
    },
    Tree {
        name: "Hugo by name",
        files: &[
            ("hugo.yaml", "title: x\n"),
            ("content/a.md", EN),
            ("content/a.es.md", ES),
            ("content/b/c.md", EN),
            ("content/b/c.es.md", ES),
        ],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 2)],
        says: &["names end in the locale, as content/….es.md: es"],
    },
    Tree {
        name: "Docusaurus",
        files: &[
            (
                "docusaurus.config.js",
                "module.exports = { i18n: {\n defaultLocale: 'en',\n locales: ['en', 'es'] } };\n",
            ),
            ("docs/intro.md", EN),
            ("docs/deep/a.md", EN),
            ("i18n/es/docusaurus-plugin-content-docs/current/intro.md", ES),
            ("node_modules/pkg/es/a.md", ES),
            ("node_modules/pkg/en/a.md", EN),
        ],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 1)],
        says: &["docusaurus.config.js tells of Docusaurus"],
    },
    Tree {
        name: "Jekyll",
        files: &[
            ("_config.yml", "lang: en\n"),
            ("_posts/2020-01-01-a.md", EN),
            ("es/_posts/2020-01-01-a.md", ES),
        ],
        args: &[],
        source: "en",
        articles: 1,
        versions: &[("es", 1)],
        says: &["_config.yml tells of Jekyll"],
    },
    Tree {
        name: "mdBook",
        files: &[
            ("book.toml", "[book]\nlanguage = \"en\"\n"),
            ("src/SUMMARY.md", EN),
            ("src/a.md", EN),
            ("es/src/a.md", ES),
            ("po/fr.po", "msgid \"\"\n"),
        ],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 1), ("fr", 0)],
        says: &["book.toml tells of mdBook", "translations in .po files, which cotejo does not read: fr"],
    },
    Tree {
        name: "Starlight",
        files: &[
            ("astro.config.mjs", "starlight({ locales: { root: { lang: 'en' } } })\n"),
            ("src/content/docs/index.mdx", EN),
            ("src/content/docs/guides/a.mdx", EN),
            ("src/content/docs/es/guides/a.mdx", ES),
        ],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 1)],
        says: &["astro.config.mjs tells of Astro"],
    },
    Tree {
        name: "VitePress",
        files: &[
            ("docs/.vitepress/config.mts", "export default {}\n"),
            ("docs/index.md", EN),
            ("docs/es/index.md", ES),
        ],
        args: &[],
        source: "en",
        articles: 1,
        versions: &[("es", 1)],
        says: &["docs/.vitepress/config.mts tells of VitePress"],
    },
    Tree {
        name: "name.es.md",
        files: &[("README.md", EN), ("README.es.md", ES), ("CHANGELOG.md", EN)],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 1)],
        says: &["the sources stand without a locale in their path, as README.md"],
    },
    Tree {
        name: "es/name.md",
        files: &[("en/a.md", EN), ("en/b.md", EN), ("es/a.md", ES)],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 1)],
        says: &["\"en\" is taken for the source: it has the most files, 2"],
    },
    Tree {
        name: "name_es.txt",
        files: &[("t/a_en.txt", EN), ("t/a_es.txt", ES), ("t/b_en.txt", EN)],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 1)],
        says: &["names end in the locale, as t/…_en.txt: en, es"],
    },
    Tree {
        name: "sources with and without their locale, read for their language",
        files: &[("guide_en.txt", EN), ("guide_es.txt", ES), ("notes.txt", EN), ("notes_es.txt", ES)],
        args: &[],
        source: "en",
        articles: 2,
        versions: &[("es", 2)],
        says: &["\"en\" is taken for the source: notes.txt is written in it"],
    },
    Tree {
        name: "sources that mostly have no locale",
        files: &[
            ("a.txt", EN),
            ("a_es.txt", ES),
            ("b.txt", EN),
            ("b_es.txt", ES),
            ("c_en.txt", EN),
            ("c_es.txt", ES),
        ],
        args: &[],
        source: "en",
        articles: 3,
        versions: &[("es", 3)],
        says: &["\"en\" is taken for the source: a.txt is written in it"],
    },
    Tree {
        name: "sources in another language than English",
        files: &[("a.md", ES), ("a.en.md", EN)],
        args: &[],
        source: "es",
        articles: 1,
        versions: &[("en", 1)],
        says: &["\"es\" is taken for the source: a.md is written in it"],
    },
    Tree {
        name: "names of locales that are not their tags",
        files: &[("site/en/a.md", EN), ("site/cn/a.md", EN), ("site/jp/a.md", EN)],
        args: &[],
        source: "en",
        articles: 1,
        versions: &[("ja", 1), ("zh-Hans", 1)],
        says: &["site/…/ has a folder for each locale: en, ja, zh-Hans"],
    },
    Tree {
        name: "told by hand",
        files: &[("en/a.md", EN), ("en/b.md", EN), ("es/a.md", ES), ("fr/a.md", EN)],
        args: &["--source", "es", "--targets", "en,de"],
        source: "es",
        articles: 2,
        versions: &[("en", 2), ("de", 0)],
        says: &["\"es\" is the source, as told by --source", "the targets are as told by --targets: en, de"],
    },
    Tree {
        name: "an empty folder",
        files: &[],
        args: &[],
        source: "en",
        articles: 0,
        versions: &[],
        says: &[
            "no file was found in",
            "targets: none was found; \"es\" stands there to be changed",
            "write a [[collection]] by hand",
        ],
    },
    Tree {
        name: "a tree without locales",
        files: &[("notes/a.md", EN), ("notes/it/hardware.md", EN), ("src/main.rs", "fn main() {}\n")],
        args: &[],
        source: "en",
        articles: 0,
        versions: &[],
        says: &["2 text files fit no collection, as notes/a.md"],
    },
];

#[test]
fn what_it_writes_fits_the_tree_and_status_works_with_it() {
    for tree in TREES {
        let project = Project::with(tree.files);
        let run = project.run(&[&["init"], tree.args].concat());
        let said = run.expect(0);
        for words in tree.says {
            assert!(said.contains(words), "{}: {words:?} is not in\n{said}", tree.name);
        }
        assert_eq!(run.err, "", "{}", tree.name);
        let config = project.read("cotejo.toml");
        assert!(config.contains(&format!("\nsource = \"{}\"\n", tree.source)), "{}:\n{config}", tree.name);
        // An orphan counts as an article: the one that only the target locale has.
        let status: Value = project.run(&["pair", "--format", "json"]).json();
        assert_eq!(status["articles"], tree.articles, "{}: {status:#}\n{config}", tree.name);
        for (locale, count) in tree.versions {
            let sums = status["locales"].as_array().unwrap().iter().find(|sums| sums["locale"] == *locale);
            let paired = sums.map_or(0, |s| s["paired"].as_u64().unwrap() + s["orphan"].as_u64().unwrap());
            assert_eq!(paired, *count, "{}: {locale}\n{status:#}", tree.name);
        }
        project.run(&["status"]).expect(0);
    }
}

#[test]
fn the_comments_are_in_the_language_of_the_interface_and_can_be_read_back() {
    let files = [("docs/en/a.md", EN), ("docs/es/a.md", ES)];
    for (lang, words) in [
        ("en", "# The locales that articles are translated to."),
        ("es", "# Los idiomas a los que se traducen los artículos."),
        ("fr", "# Les langues dans lesquelles sont traduits les articles."),
        ("en-XA", "# Ţĥé ĺóćáĺéś"),
    ] {
        let project = Project::with(&files);
        project.run(&["--lang", lang, "init"]).expect(0);
        let text = project.read("cotejo.toml");
        assert!(text.contains(words), "{lang}:\n{text}");
        assert!(!text.contains("config-"), "a message is lacking:\n{text}");
        assert!(!text.contains('\u{2068}'), "an isolation mark");
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{lang}:\n{text}");
        project.run(&["status"]).expect(0);
    }
}

#[test]
fn a_block_without_its_comment_marks_is_what_the_file_takes() {
    let project = Project::with(&[("docs/en/a.md", EN), ("docs/es/a.md", ES)]);
    project.run(&["init"]).expect(0);
    let text = project.read("cotejo.toml");
    let blocks: Vec<&str> = text.split("\n\n").filter(|block| block.contains("\n# [")).collect();
    assert!(blocks.len() >= 5, "{text}");
    for block in blocks {
        let from = block.find("\n# [").unwrap();
        let bare: Vec<&str> =
            block[from + 1..].lines().map(|line| line.strip_prefix("# ").unwrap()).collect();
        project.write("cotejo.toml", format!("{text}\n{}\n", bare.join("\n")));
        project.run(&["status"]).expect(0);
    }
    // And each single key at its default.
    let defaults: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("# ledger = ")).collect();
    assert_eq!(defaults, ["\".cotejo/ledger\""]);
}

#[test]
fn a_dry_run_prints_the_file_and_writes_nothing() {
    let project = Project::with(&[("docs/en/a.md", EN), ("docs/es/a.md", ES)]);
    let before = project.tree();
    let run = project.run(&["init", "--dry-run"]);
    let printed = run.expect(0).to_owned();
    assert_eq!(project.tree(), before);
    assert!(run.err.contains("docs/…/ has a folder for each locale"), "{}", run.err);
    assert!(run.err.contains("nothing was written"), "{}", run.err);
    project.run(&["init"]).expect(0);
    assert_eq!(project.read("cotejo.toml"), printed, "what was shown is what is written");
}

#[test]
fn it_never_overwrites() {
    for there in ["source = \"en\"\n", "", "broken ["] {
        let project = Project::with(&[("cotejo.toml", there), ("en/a.md", EN), ("es/a.md", ES)]);
        let before = project.tree();
        let run = project.run(&["init"]);
        run.expect(2);
        assert!(run.err.contains("there is a cotejo.toml already"), "{}", run.err);
        assert!(run.err.contains("init --dry-run"), "the mend is said: {}", run.err);
        assert_eq!(project.tree(), before);
        let dry = project.run(&["init", "--dry-run"]);
        assert!(dry.expect(0).contains("[[collection]]"));
        assert!(dry.err.contains("is there already"), "{}", dry.err);
    }
}

#[cfg(unix)]
#[test]
fn a_link_or_a_folder_of_that_name_is_in_the_way_too() {
    let project = Project::empty();
    std::os::unix::fs::symlink("/nowhere/at/all", project.path("cotejo.toml")).unwrap();
    project.run(&["init"]).expect(2);
    assert!(!Path::new("/nowhere/at/all").exists());
    let project = Project::empty();
    std::fs::create_dir(project.path("cotejo.toml")).unwrap();
    let run = project.run(&["init"]);
    run.expect(2);
    assert!(run.err.contains("already"), "{}", run.err);
}

#[test]
fn inside_another_project_it_says_so() {
    let project = Project::with(&[
        ("cotejo.toml", "source = \"en\"\ntargets = [\"es\"]\n"),
        ("sub/docs/en/a.md", EN),
        ("sub/docs/es/a.md", ES),
    ]);
    let run = project.run(&["-C", "sub", "init"]);
    run.expect(0);
    assert!(run.err.contains("belongs to the project of") && run.err.contains("cotejo.toml"), "{}", run.err);
    assert!(project.read("sub/cotejo.toml").contains("docs/{locale}/{path}.md"));
}

#[test]
fn wrong_words_are_refused_in_the_users_language() {
    let project = Project::empty();
    for (args, words) in [
        (&["init", "--source", "español"][..], "write a BCP 47 tag"),
        (&["init", "--targets", "es,e"], "write a BCP 47 tag"),
        (&["init", "--source", "es", "--targets", "fr,es"], "\"es\" is both --source and in --targets"),
        (&["-C", "nowhere", "init"], "nowhere: it does not exist"),
        (&["--lang", "es", "init", "--source", "es", "--targets", "es"], "«es» está a la vez"),
        (&["--lang", "fr", "init", "--source", "es", "--targets", "es"], "«\u{a0}es\u{a0}» est à la fois"),
    ] {
        let run = project.run(args);
        run.expect(2);
        assert!(run.err.contains(words), "{args:?}: {}", run.err);
        assert!(project.tree().is_empty(), "{args:?}");
    }
}

#[test]
fn hidden_and_made_folders_are_not_looked_at() {
    let project = Project::with(&[
        ("docs/en/a.md", EN),
        ("docs/es/a.md", ES),
        (".venv/lib/fr/a.md", EN),
        ("target/doc/fr/a.md", EN),
        ("vendor/x/fr/a.md", EN),
        (".git/fr/a.md", EN),
    ]);
    let run = project.run(&["init"]);
    assert!(run.expect(0).contains("looked at 2 files"), "{}", run.out);
    assert!(!run.out.contains("fr"), "{}", run.out);
}

#[test]
fn the_file_shows_every_key_with_its_comment() {
    use cotejo::config::keys::{Kind, tables};
    use cotejo::messages::{Language, Messages};

    for files in [&[("docs/en/a.md", EN), ("docs/es/a.md", ES)][..], &[]] {
        let project = Project::with(files);
        for language in [Language::ALL[0], Language::ALL[1]] {
            let messages = Messages::new(language);
            let run = project.run(&["--lang", language.tag(), "init", "--dry-run"]);
            let file = run.expect(0);
            let said = |text: &str| {
                text.split(|c: char| c == '#' || c.is_whitespace())
                    .filter(|w| !w.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let words = said(file);
            let bare: Vec<&str> = file.lines().map(|line| line.trim_start_matches("# ")).collect();
            for table in tables() {
                for key in table.keys {
                    let comment = match key.kind {
                        Kind::Table(table) | Kind::Tables(table) if table.name != "collection.page" => {
                            format!("config-table-{}", table.name)
                        }
                        _ => key.message(table),
                    };
                    let there = match key.kind {
                        Kind::Table(table) => bare.contains(&format!("[{}]", table.name).as_str()),
                        Kind::Tables(table) => bare.contains(&format!("[[{}]]", table.name).as_str()),
                        Kind::Segments if table.name.is_empty() => bare.contains(&"[segments]"),
                        _ => bare.iter().any(|line| line.starts_with(&format!("{} = ", key.name))),
                    };
                    assert!(there, "{}.{} is not in\n{file}", table.name, key.name);
                    let comment = said(&messages.text(&comment));
                    let place = format!("{}.{}", table.name, key.name);
                    assert!(words.contains(&comment), "{place}: {comment:?} is not in\n{file}");
                }
            }
        }
    }
}

/// An article's source, a locale, and the target in it.
type Pairs = &'static [(&'static str, &'static str, &'static str)];

/// Layouts beside each other: files, and the pairs (article's source, locale, target) that `pair`
/// has to find with what `init` wrote.
const MIXTURES: &[(&[&str], Pairs)] = &[
    (
        &["README.md", "README.es.md", "README.zh-CN.md", "docs/a.md", "docs/a.es.md"],
        &[
            ("README.md", "es", "README.es.md"),
            ("README.md", "zh-CN", "README.zh-CN.md"),
            ("docs/a.md", "es", "docs/a.es.md"),
        ],
    ),
    (
        &[
            "README.md",
            "README.es.md",
            "website/docs/intro.md",
            "website/docs/deep/x.md",
            "website/i18n/es/docusaurus-plugin-content-docs/current/intro.md",
            "website/i18n/es/docusaurus-plugin-content-docs/current/deep/x.md",
            "website/README.md",
            "website/README.es.md",
        ],
        &[
            ("README.md", "es", "README.es.md"),
            ("website/README.md", "es", "website/README.es.md"),
            (
                "website/docs/intro.md",
                "es",
                "website/i18n/es/docusaurus-plugin-content-docs/current/intro.md",
            ),
            (
                "website/docs/deep/x.md",
                "es",
                "website/i18n/es/docusaurus-plugin-content-docs/current/deep/x.md",
            ),
        ],
    ),
    (
        &[
            "README.md",
            "README.es.md",
            "content/en/_index.md",
            "content/es/_index.md",
            "content/en/b.md",
            "content/es/b.md",
        ],
        &[
            ("README.md", "es", "README.es.md"),
            ("content/en/_index.md", "es", "content/es/_index.md"),
            ("content/en/b.md", "es", "content/es/b.md"),
        ],
    ),
    (
        &[
            "README.md",
            "es/README.md",
            "docs/a.md",
            "docs/es/a.md",
            "guide/x_en.md",
            "guide/x_es.md",
            "website/content/en/c.md",
            "website/content/es/c.md",
        ],
        &[
            ("README.md", "es", "es/README.md"),
            ("docs/a.md", "es", "docs/es/a.md"),
            ("guide/x_en.md", "es", "guide/x_es.md"),
            ("website/content/en/c.md", "es", "website/content/es/c.md"),
        ],
    ),
    (
        // The same folder in two ways: the translations of both are found, by their own collections.
        &[
            "docs/a.md",
            "docs/a.es.md",
            "docs/b/c.md",
            "docs/b/c.es.md",
            "docs/api/en/m.md",
            "docs/api/es/m.md",
        ],
        &[
            ("docs/a.md", "es", "docs/a.es.md"),
            ("docs/b/c.md", "es", "docs/b/c.es.md"),
            ("docs/api/en/m.md", "es", "docs/api/es/m.md"),
        ],
    ),
];

#[test]
fn layouts_beside_each_other_are_all_paired_by_what_it_writes() {
    for (files, pairs) in MIXTURES {
        let project = Project::empty();
        for path in *files {
            let es = path.contains("es/") || path.contains(".es.") || path.contains("_es.");
            project.write(path, if es { ES } else { EN });
        }
        project.run(&["init"]).expect(0);
        let config = project.read("cotejo.toml");
        let run = project.run(&["pair", "--format", "json"]);
        assert_eq!(run.err, "", "{files:?}\n{config}");
        let json = run.json();
        assert_eq!(json["unplaced"].as_array().unwrap().len(), 0, "{json:#}\n{config}");
        assert_eq!(json["total"]["orphan"], 0, "{json:#}\n{config}");
        assert_eq!(json["files"]["files"].as_u64().unwrap(), files.len() as u64, "{json:#}\n{config}");
        for (source, locale, target) in *pairs {
            let rows = json["rows"].as_array().unwrap();
            let row = rows
                .iter()
                .find(|row| row["source"] == *source)
                .unwrap_or_else(|| panic!("{source}: {json:#}\n{config}"));
            let place =
                row["locales"].as_array().unwrap().iter().find(|place| place["locale"] == *locale).unwrap();
            assert_eq!(place["path"], *target, "{json:#}\n{config}");
        }
    }
}
