//! The `cotejo.toml` that `init` writes for a guess.

use std::fmt::Write as _;

use super::groups::free_name;
use super::{Guess, GuessedCollection};
use crate::config::keys::{
    COLLECTION, FILE, FRONT_MATTER, FRONT_MATTER_TELLS, KEEP, Key, Kind, LOCAL, MEMORY, NOTICE, PAGE, PAIR,
    POLICY, TERMBASE, Table, URGENCY,
};

/// Comments are broken at this width.
const WIDTH: usize = 92;

/// The commented file for a guess. `texts` gives the comment for a key of the catalogues: `config-intro`,
/// `config-table-<table>` and [`Key::message`]; an empty text leaves the comment out.
///
/// What it writes is read back by [`crate::config::read`] without problems, whatever the texts are.
pub fn commented(guess: &Guess, texts: &dyn Fn(&str) -> String) -> String {
    let mut out = Writer { out: String::new(), texts };
    out.comment("config-intro", "");
    out.gap();
    for key in FILE.keys {
        match key.name {
            "source" => out.key(&FILE, key, &quoted(guess.source.as_str())),
            "targets" => out.key(&FILE, key, &targets(guess)),
            _ if matches!(key.kind, Kind::Table(_) | Kind::Tables(_) | Kind::Segments) => {}
            _ => out.default(&FILE, key),
        }
    }
    for collection in &guess.collections {
        out.collection(collection);
    }
    if guess.collections.is_empty() {
        out.table_comment(&COLLECTION);
        out.line("# [[collection]]");
        out.line("# name = \"docs\"");
        out.line("# files = \"docs/{locale}/{path}.md\"");
        out.gap();
    }
    out.table_comment(&POLICY);
    out.line("[policy]");
    for key in POLICY.keys {
        out.default(&POLICY, key);
    }
    out.comment("config-optional", "");
    out.gap();
    out.segments(guess);
    let name = free_name("newsroom", &guess.collections);
    out.example("config-example-pages", PAGES_EXAMPLE, &name, guess);
    let name = free_name("posts", &guess.collections);
    out.example("config-example-front-matter", FRONT_MATTER_EXAMPLE, &name, guess);
    for (table, examples) in OPTIONAL {
        out.optional(table, examples, guess);
    }
    let mut text = out.out;
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Tables that a project may do without, with an example for each key (the key's default where
/// there is none), and `TARGETS` for the locales that were guessed.
const OPTIONAL: [(&Table, &[(&str, &str)]); 8] = [
    (
        &KEEP,
        &[
            ("path", "\"docs/en/legal/**\""),
            ("article", "\"docs/legal/**\""),
            ("locales", TARGETS),
            ("reason", "\"…\""),
        ],
    ),
    (
        &LOCAL,
        &[
            ("path", "\"docs/*/events/**\""),
            ("article", "\"docs/events/**\""),
            ("locales", TARGETS),
            ("reason", "\"…\""),
        ],
    ),
    (&PAIR, &[("source", "\"en/about.md\""), ("target", "\"es/acerca.md\""), ("locale", TARGET)]),
    (&FRONT_MATTER, &[]),
    (&URGENCY, &[("figures", "\"visits.csv\"")]),
    (&TERMBASE, &[]),
    (&MEMORY, &[("files", "[\"tm/*.tmx\"]")]),
    (
        &NOTICE,
        &[
            ("name", "\"ours\""),
            ("text", "\"Not available in {target}; shown in {served}.\""),
            ("locale", TARGET),
        ],
    ),
];

/// Collections of which a guess has none, each with the tables below it. What they exclude keeps
/// them apart from the collections of the file.
const PAGES_EXAMPLE: Example = &[
    (
        &COLLECTION,
        &[
            ("name", NAME),
            ("pages", "\"seeds/{name}.txt\""),
            ("source", "\"originals/{name}.txt\""),
            ("target", "\"translations/{locale}/{name}.txt\""),
            ("requested", TARGET),
            ("base_url", "\"https://www.example.org\""),
            ("format", "\"text\""),
            ("source_locale", SOURCE),
            ("segments", SEGMENT),
            ("exclude", "[\"seeds/drafts-*\"]"),
        ],
    ),
    (
        &PAGE,
        &[
            ("file", "\"seeds/about.txt\""),
            ("requested", TARGET),
            ("url", "\"https://www.example.org/es-es/about.aspx\""),
            ("article", "\"about\""),
        ],
    ),
];
const FRONT_MATTER_EXAMPLE: Example = &[(
    &COLLECTION,
    &[
        ("name", NAME),
        ("files", "\"_posts/{path}.md\""),
        ("locale_from", "\"front-matter\""),
        ("exclude", "[\"_posts/drafts/**\"]"),
    ],
)];

type Example = &'static [(&'static Table, &'static [(&'static str, &'static str)])];

/// What stands in an example for what was guessed.
const TARGETS: &str = "{targets}";
const TARGET: &str = "{target}";
const SOURCE: &str = "{source}";
const NAME: &str = "{name}";
const SEGMENT: &str = "{segment}";

/// The file without comments.
pub(super) fn plain(guess: &Guess) -> String {
    commented(guess, &|_| String::new())
}

struct Writer<'t> {
    out: String,
    texts: &'t dyn Fn(&str) -> String,
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// The comment of that message, broken into lines; nothing in it can leave the comment.
    fn comment(&mut self, message: &str, indent: &str) {
        let text = (self.texts)(message);
        let mut line = String::new();
        let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        for word in clean.split_whitespace() {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= WIDTH {
                self.line(&format!("{indent}# {line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            self.line(&format!("{indent}# {line}"));
        }
    }

    fn table_comment(&mut self, table: &Table) {
        self.gap();
        self.comment(&format!("config-table-{}", table.name.replace('.', "-")), "");
    }

    fn key(&mut self, table: &Table, key: &Key, value: &str) {
        self.comment(&key.message(table), "");
        self.line(&format!("{} = {value}", key.name));
        self.gap();
    }

    /// A key at its default, commented out: shown, and free to change with the tool.
    fn default(&mut self, table: &Table, key: &Key) {
        let value = if key.default.is_empty() { "{ }" } else { key.default };
        self.comment(&key.message(table), "");
        self.line(&format!("# {} = {value}", key.name));
        self.gap();
    }

    /// A table that is commented out as a whole; without its `# ` it is a table as it should be.
    fn optional(&mut self, table: &Table, examples: &[(&str, &str)], guess: &Guess) {
        self.comment(&format!("config-table-{}", table.name), "");
        self.commented_out(|this| this.whole(table, examples, guess));
    }

    /// What is written by `write`, behind a `# ` on each line.
    fn commented_out(&mut self, write: impl FnOnce(&mut Self)) {
        let from = self.out.len();
        write(self);
        let block = self.out.split_off(from);
        for line in block.lines() {
            self.line(&format!("# {line}"));
        }
        self.gap();
    }

    /// A collection as an example, with the tables below it.
    fn example(&mut self, comment: &str, tables: Example, name: &str, guess: &Guess) {
        self.comment(comment, "");
        self.commented_out(|this| {
            for (table, examples) in tables {
                let holder = COLLECTION.keys.iter().find(|key| key.kind == Kind::Tables(table));
                if let Some(key) = holder {
                    this.comment(&key.message(&COLLECTION), "");
                }
                this.line(&format!("[[{}]]", table.name));
                for (key, example) in *examples {
                    if let Some(key) = table.key(key) {
                        this.comment(&key.message(table), "");
                    }
                    this.line(&format!("{key} = {}", filled(example, name, guess)));
                }
            }
        });
    }

    /// The names of locales in paths and addresses, for the whole site.
    fn segments(&mut self, guess: &Guess) {
        if let Some(key) = FILE.key("segments") {
            self.comment(&key.message(&FILE), "");
        }
        self.commented_out(|this| {
            this.line("[segments]");
            let (segment, locale) = segment(guess);
            this.line(&format!("{segment} = {locale}"));
        });
    }

    /// A table with its heading and a line for each key that has an example or a default.
    fn whole(&mut self, table: &Table, examples: &[(&str, &str)], guess: &Guess) {
        let one = [FRONT_MATTER.name, MEMORY.name, TERMBASE.name, URGENCY.name].contains(&table.name);
        self.line(&if one { format!("[{}]", table.name) } else { format!("[[{}]]", table.name) });
        for key in table.keys {
            let example = examples.iter().find(|(name, _)| *name == key.name).map(|(_, example)| *example);
            let value = match example {
                Some(example) => filled(example, "", guess),
                None if key.default.is_empty() => continue,
                None => key.default.to_owned(),
            };
            self.comment(&key.message(table), "");
            self.line(&format!("{} = {value}", key.name));
        }
    }

    fn collection(&mut self, collection: &GuessedCollection) {
        self.table_comment(&COLLECTION);
        self.line("[[collection]]");
        let mut entries: Vec<(&str, String)> = vec![("name", quoted(&collection.name))];
        entries.extend(collection.files.iter().map(|files| ("files", quoted(files))));
        if collection.files.as_ref().is_some_and(|files| !files.contains("{locale}")) {
            entries.push(("locale_from", quoted(FRONT_MATTER_TELLS)));
        }
        if let Some((source, target)) = &collection.sides {
            entries.push(("source", quoted(source)));
            entries.push(("target", quoted(target)));
        }
        if !collection.exclude.is_empty() {
            entries.push(("exclude", list(&collection.exclude)));
        }
        if !collection.segments.is_empty() {
            let pairs: Vec<String> = collection
                .segments
                .iter()
                .map(|(name, locale)| format!("{} = {}", quoted(name), quoted(locale.as_str())))
                .collect();
            entries.push(("segments", format!("{{ {} }}", pairs.join(", "))));
        }
        for (name, value) in entries {
            if let Some(key) = COLLECTION.key(name) {
                self.comment(&key.message(&COLLECTION), "");
            }
            self.line(&format!("{name} = {value}"));
        }
        self.gap();
    }
}

/// A text as TOML has it, in quotes.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                // Writing to a String does not fail.
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An example with what was guessed.
fn filled(example: &str, name: &str, guess: &Guess) -> String {
    match example {
        TARGETS => targets(guess),
        TARGET => quoted(target(guess)),
        SOURCE => quoted(guess.source.as_str()),
        NAME => quoted(name),
        SEGMENT => {
            let (segment, locale) = segment(guess);
            format!("{{ {segment} = {locale} }}")
        }
        example => example.to_owned(),
    }
}

/// A segment as sites have it, and the target that it stands for: `"es-es" = "es"`.
fn segment(guess: &Guess) -> (String, String) {
    let tag = target(guess);
    let segment = match tag.split_once('-') {
        Some((language, _)) => language.to_owned(),
        None => format!("{tag}-{tag}"),
    };
    (quoted(&segment), quoted(tag))
}

/// The first target.
fn target(guess: &Guess) -> &str {
    guess.targets.keys().next().map_or(likely_target(guess), |locale| locale.as_str())
}

/// Texts as a TOML list.
fn list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", quoted.join(", "))
}

/// The targets as a TOML list; where none was found, [`likely_target`].
fn targets(guess: &Guess) -> String {
    let tags: Vec<String> = guess.targets.keys().map(|locale| quoted(locale.as_str())).collect();
    if tags.is_empty() {
        format!("[{}]", quoted(likely_target(guess)))
    } else {
        format!("[{}]", tags.join(", "))
    }
}

/// What stands as target where none was found: a file must name one, and this one is there to be
/// changed.
pub fn likely_target(guess: &Guess) -> &'static str {
    if guess.source.language() == "es" { "en" } else { "es" }
}
