//! Every key of `cotejo.toml`, in one place.
//!
//! The reader takes from here which keys there are and what type each has, the JSON Schema is made
//! from it, and `init` writes its comments by it: none of the three can know a key that the others
//! don't. `doc` is what the schema says; the comments come from the catalogues by
//! [`Key::message`].

/// What a value has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text that is not empty.
    Text,
    /// A list of texts that are not empty.
    Texts,
    /// A BCP 47 tag.
    Locale,
    /// A list of BCP 47 tags, each once.
    Locales,
    /// A path template; with `{locale}`, without it, or either.
    Template(NeedsLocale),
    /// A path below the project's root.
    Path,
    /// A glob pattern for paths.
    Glob,
    /// A list of glob patterns.
    Globs,
    /// A web address.
    Url,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Some of these words, each once.
    SomeOf(&'static [&'static str]),
    /// A whole number in this range.
    Whole(i64, i64),
    /// A table from locales to percentages.
    Percentages,
    /// A table from path or URL segments to locales.
    Segments,
    /// A table with keys of its own.
    Table(&'static Table),
    /// A list of such tables.
    Tables(&'static Table),
}

/// Whether a template takes a `{locale}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedsLocale {
    /// It must have one.
    Yes,
    /// It must not.
    No,
    /// It may.
    Either,
}

/// One key.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What its value has to be.
    pub kind: Kind,
    /// Whether its table is nothing without it.
    pub required: bool,
    /// The value it has where it is not given, as TOML; empty where there is none.
    pub default: &'static str,
    /// What it is for, in a sentence.
    pub doc: &'static str,
}

/// A table with its keys.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, dotted as in the file; empty for the file itself.
    pub name: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// Its keys, in the order in which `init` writes them.
    pub keys: &'static [Key],
}

impl Table {
    /// The key with that name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Key {
    /// The id of the message that describes the key: `config-key-collection-base_url`.
    pub fn message(&self, table: &Table) -> String {
        let table = table.name.replace('.', "-");
        let between = if table.is_empty() { "" } else { "-" };
        format!("config-key-{table}{between}{}", self.name)
    }
}

const fn key(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, required: false, default: "", doc }
}

const fn needed(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, required: true, default: "", doc }
}

const fn with(name: &'static str, kind: Kind, default: &'static str, doc: &'static str) -> Key {
    Key { name, kind, required: false, default, doc }
}

/// The formats that a collection may name.
pub const FORMATS: &[&str] = &["text", "markdown", "html"];

/// The classes of change, gravest first.
pub const CHANGES: &[&str] = &["major", "mirror", "minor", "cosmetic"];

/// What may tell the locale of a file.
pub const LOCALE_FROM: &[&str] = &["path", FRONT_MATTER_TELLS];

/// The one of [`LOCALE_FROM`] that leaves it to the files.
pub const FRONT_MATTER_TELLS: &str = "front-matter";

/// What `check` does with what the quality checks find.
pub const QUALITY: &[&str] = &["allow", "warn", "errors", "warnings"];

/// What `check` can fail on: verdicts, pairing statuses, and changes of a class or a graver one.
pub const GATES: &[&str] = &[
    "missing",
    "untranslated",
    "partial",
    "outdated",
    "unrecorded",
    "undecided",
    "orphan",
    "ambiguous",
    "not-published",
    "unreadable",
    "major",
    "mirror",
    "minor",
    "cosmetic",
];

/// The whole file.
pub static FILE: Table = Table {
    name: "",
    doc: "The configuration of a cotejo project, cotejo.toml at its root.",
    keys: &[
        needed(
            "source",
            Kind::Locale,
            "The locale that articles are written in, where nothing nearer says otherwise.",
        ),
        needed("targets", Kind::Locales, "The locales that articles are translated to."),
        with(
            "ledger",
            Kind::Path,
            "\".cotejo/ledger\"",
            "The folder of the records, below the project's root.",
        ),
        key(
            "segments",
            Kind::Segments,
            "What stands for a locale in paths and addresses, where that is not its tag: \"zh-cn\" = \"zh-Hans\".",
        ),
        key(
            "collection",
            Kind::Tables(&COLLECTION),
            "The collections: groups of files that one template describes.",
        ),
        key("keep", Kind::Tables(&KEEP), "Articles that are not to be translated."),
        key("local", Kind::Tables(&LOCAL), "Articles that exist in one locale only."),
        key("pair", Kind::Tables(&PAIR), "Pairs settled by hand."),
        key("front_matter", Kind::Table(&FRONT_MATTER), "The front-matter keys that pairing reads."),
        key("policy", Kind::Table(&POLICY), "What counts as a debt, and what fails a check."),
        key("urgency", Kind::Table(&URGENCY), "What makes an article urgent when work is handed out."),
        key("termbase", Kind::Table(&TERMBASE), "The glossary that texts are held against."),
        key(
            "memory",
            Kind::Table(&MEMORY),
            "Translation memories of other tools that matches are offered from.",
        ),
        key(
            "notice",
            Kind::Tables(&NOTICE),
            "The site's own wordings of \"this page is not available in your language\".",
        ),
    ],
};

/// `[[collection]]`.
pub static COLLECTION: Table = Table {
    name: "collection",
    doc: "A group of files: one template in `files` for all locales, or `source` and `target`, or `pages` that a site served with the `target` of their translations.",
    keys: &[
        needed("name", Kind::Text, "Its name, which begins the ids of its articles."),
        key(
            "files",
            Kind::Template(NeedsLocale::Either),
            "One template for all locales: docs/{locale}/{path}.md.",
        ),
        with(
            "locale_from",
            Kind::OneOf(LOCALE_FROM),
            "\"path\"",
            "What tells the locale of files: their path, or their front matter (then files has no {locale}).",
        ),
        key(
            "source",
            Kind::Template(NeedsLocale::No),
            "The template of the sources, where they stand apart: content/{path}.md.",
        ),
        key(
            "target",
            Kind::Template(NeedsLocale::Yes),
            "The template of the targets: content/{path}.{locale}.md.",
        ),
        key(
            "pages",
            Kind::Template(NeedsLocale::Either),
            "The template of stored pages, as a site served them: seeds/{name}.txt.",
        ),
        key(
            "requested",
            Kind::Locale,
            "The locale the pages were asked for in, where neither path nor address tells.",
        ),
        key("base_url", Kind::Url, "The address of the site, for page addresses that are a path only."),
        key(
            "format",
            Kind::OneOf(FORMATS),
            "The format of the files; by their extension where it is not given.",
        ),
        key("source_locale", Kind::Locale, "The locale this collection's articles are written in."),
        key(
            "segments",
            Kind::Segments,
            "What stands for a locale in this collection's paths, read and written.",
        ),
        key("exclude", Kind::Globs, "Files that are not part of it, though they fit."),
        key("page", Kind::Tables(&PAGE), "Single pages, told by hand."),
    ],
};

/// `[[collection.page]]`.
pub static PAGE: Table = Table {
    name: "collection.page",
    doc: "What is known of a single page.",
    keys: &[
        needed("file", Kind::Path, "The page's file."),
        key("requested", Kind::Locale, "The locale it was asked for in."),
        key("url", Kind::Url, "The address it was served at."),
        key("article", Kind::Text, "A name that joins the pages of one article."),
    ],
};

/// `[[keep]]`.
pub static KEEP: Table = Table { name: "keep", doc: "Articles that are not to be translated.", keys: WISH };

/// `[[local]]`.
pub static LOCAL: Table = Table { name: "local", doc: "Articles that exist in one locale only.", keys: WISH };

const WISH: &[Key] = &[
    key("path", Kind::Glob, "A pattern for the paths of their files."),
    key("article", Kind::Glob, "A pattern for their ids."),
    key("locales", Kind::Locales, "The locales this holds for; all where it is not given."),
    key("reason", Kind::Text, "Why, for those who come after."),
];

/// `[[pair]]`.
pub static PAIR: Table = Table {
    name: "pair",
    doc: "A pair settled by hand: it outranks all that cotejo would say.",
    keys: &[
        needed("source", Kind::Path, "The source's file, or a page of the article."),
        needed("target", Kind::Path, "The target's file."),
        key("locale", Kind::Locale, "The target's locale, where its path doesn't tell."),
    ],
};

/// `[front_matter]`.
pub static FRONT_MATTER: Table = Table {
    name: "front_matter",
    doc: "The front-matter keys that pairing reads, each list in order of preference.",
    keys: &[
        with(
            "translation_key",
            Kind::Texts,
            "[\"translationKey\", \"translation_key\", \"translation_id\", \"ref\"]",
            "Keys whose value all versions of an article share.",
        ),
        with(
            "locale",
            Kind::Texts,
            "[\"locale\", \"lang\", \"language\"]",
            "Keys that say which locale a file is in.",
        ),
        with(
            "source_locale",
            Kind::Texts,
            "[\"source_locale\", \"source_lang\", \"original_language\"]",
            "Keys that say which locale the article was written in.",
        ),
        with("url", Kind::Texts, "[\"url\", \"permalink\"]", "Keys with the page's address."),
    ],
};

/// `[policy]`.
pub static POLICY: Table = Table {
    name: "policy",
    doc: "What counts as a debt, and what fails a check.",
    keys: &[
        with(
            "outdated_from",
            Kind::OneOf(CHANGES),
            "\"minor\"",
            "The slightest class of change that makes a version outdated.",
        ),
        with(
            "unrecorded",
            Kind::OneOf(&["allow", "warn", "fail"]),
            "\"warn\"",
            "What check does with versions that no record knows.",
        ),
        with(
            "fail_on",
            Kind::SomeOf(GATES),
            "[\"missing\", \"untranslated\", \"partial\", \"outdated\"]",
            "What fails a check.",
        ),
        with(
            "quality",
            Kind::OneOf(QUALITY),
            "\"errors\"",
            "What check does with what qa finds in translations.",
        ),
        with(
            "grace_days",
            Kind::Whole(0, 36500),
            "0",
            "Days that a version may be behind before a check fails.",
        ),
        key("coverage", Kind::Percentages, "The least share of current versions, in percent, by locale."),
    ],
};

/// `[urgency]`.
pub static URGENCY: Table = Table {
    name: "urgency",
    doc: "What makes an article urgent when work is handed out: weights, of which only the ratios count.",
    keys: &[
        with("fresh", Kind::Whole(0, 1000), "2", "How much it counts that a page is new."),
        with(
            "change",
            Kind::Whole(0, 1000),
            "1",
            "How much it counts that a large part of it is to be done.",
        ),
        with(
            "traffic",
            Kind::Whole(0, 1000),
            "3",
            "How much it counts that it is read often, where figures are given.",
        ),
        with("half_life", Kind::Whole(1, 36500), "30", "After so many days a page is half as new."),
        key(
            "figures",
            Kind::Path,
            "A CSV file below the project's root, an article (its id, a path or an address) and how often it was read in a row.",
        ),
    ],
};

/// `[termbase]`.
pub static TERMBASE: Table = Table {
    name: "termbase",
    doc: "The glossary that texts are held against.",
    keys: &[with(
        "path",
        Kind::Path,
        "\"glossary\"",
        "A folder with concepts.tsv and terms.tsv, or a table, below the project's root.",
    )],
};

/// `[memory]`.
pub static MEMORY: Table = Table {
    name: "memory",
    doc: "Translation memories of other tools that matches are offered from, beside the project's own translations.",
    keys: &[
        key("files", Kind::Globs, "TMX files below the project's root, as patterns."),
        with("penalty", Kind::Whole(0, 30), "1", "So many percent are taken off each match from them."),
    ],
};

/// `[[notice]]`.
pub static NOTICE: Table = Table {
    name: "notice",
    doc: "A wording of the site's own. {target} stands for the name of the language asked for, {served} for that of the one served.",
    keys: &[
        key("name", Kind::Text, "A name for evidence and reports."),
        needed(
            "text",
            Kind::Text,
            "The wording, with {target} and {served} where the site names the languages.",
        ),
        key("locale", Kind::Locale, "The locale the notice is written in."),
    ],
};

/// Every table, each once.
pub fn tables() -> Vec<&'static Table> {
    let mut tables: Vec<&'static Table> = vec![&FILE];
    let mut at = 0;
    while let Some(table) = tables.get(at) {
        let below = table.keys.iter().filter_map(|key| match key.kind {
            Kind::Table(table) | Kind::Tables(table) => Some(table),
            _ => None,
        });
        let below: Vec<_> = below.collect();
        tables.extend(below);
        at += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_key_has_a_message_of_its_own() {
        let mut messages = BTreeSet::new();
        let mut count = 0;
        for table in tables() {
            for key in table.keys {
                count += 1;
                messages.insert(key.message(table));
                assert!(key.doc.ends_with('.') || key.doc.ends_with('"'), "{}: {}", key.name, key.doc);
            }
        }
        assert_eq!(messages.len(), count);
        assert!(count > 40);
    }
}
