//! The `cotejo.toml` that `init` writes for a guess.

use std::fmt::Write as _;

use super::{Guess, GuessedCollection};
use crate::config::keys::{
    COLLECTION, FILE, FRONT_MATTER, FRONT_MATTER_TELLS, KEEP, Key, Kind, LOCAL, NOTICE, PAIR, POLICY,
    TERMBASE, Table, URGENCY,
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
const OPTIONAL: [(&Table, &[(&str, &str)]); 7] = [
    (&KEEP, &[("path", "\"legal/**\""), ("locales", TARGETS), ("reason", "\"…\"")]),
    (&LOCAL, &[("article", "\"events/*\""), ("reason", "\"…\"")]),
    (&PAIR, &[("source", "\"en/about.md\""), ("target", "\"es/acerca.md\"")]),
    (&FRONT_MATTER, &[]),
    (&URGENCY, &[("figures", "\"visits.csv\"")]),
    (&TERMBASE, &[]),
    (&NOTICE, &[("text", "\"Not available in {target}; shown in {served}.\"")]),
];

const TARGETS: &str = "…";

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
        let from = self.out.len();
        let one = [FRONT_MATTER.name, TERMBASE.name, URGENCY.name].contains(&table.name);
        self.line(&if one { format!("[{}]", table.name) } else { format!("[[{}]]", table.name) });
        for key in table.keys {
            let example = examples.iter().find(|(name, _)| *name == key.name).map(|(_, example)| *example);
            let value = match example {
                Some(TARGETS) => targets(guess),
                Some(example) => example.to_owned(),
                None if key.default.is_empty() => continue,
                None => key.default.to_owned(),
            };
            self.comment(&key.message(table), "");
            self.line(&format!("{} = {value}", key.name));
        }
        let block = self.out.split_off(from);
        for line in block.lines() {
            self.line(&format!("# {line}"));
        }
        self.gap();
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
