//! What is wrong in a `cotejo.toml`: values without text, each at its place.

use std::collections::BTreeSet;
use std::ops::Range;

/// A place in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// One problem in the file. Its message is `config-problem-` and the code in the catalogues.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// Its code, one of [`CODES`].
    pub code: &'static str,
    /// The arguments of its message, by name.
    pub args: Vec<(&'static str, String)>,
}

/// Every code with the names of its arguments. Codes that end in `-near` are said where a known
/// word is close to the one that was written.
pub const CODES: &[(&str, &[&str])] = &[
    ("too-large", &["limit"]),
    ("syntax", &["found"]),
    ("syntax-string", &["found"]),
    ("syntax-escape", &["found"]),
    ("syntax-character", &["found"]),
    ("syntax-value", &["found"]),
    ("syntax-no-value", &["found"]),
    ("syntax-number", &["found"]),
    ("syntax-no-equals", &["found"]),
    ("syntax-colon", &["found"]),
    ("syntax-key", &["found"]),
    ("syntax-key-empty", &["found"]),
    ("syntax-rest", &["found"]),
    ("syntax-heading", &["found"]),
    ("syntax-comma", &["found"]),
    ("syntax-comma-extra", &["found"]),
    ("syntax-bracket", &["found"]),
    ("syntax-conflict", &["found"]),
    ("syntax-list", &["key", "close"]),
    ("syntax-unclosed", &["found"]),
    ("too-deep", &["found"]),
    ("duplicate-key", &["key"]),
    ("unknown-key", &["key", "table", "known"]),
    ("unknown-key-near", &["key", "table", "nearest"]),
    ("wrong-type", &["key", "expected", "found"]),
    ("missing-key", &["key", "table"]),
    ("empty-value", &["key"]),
    ("bad-locale", &["value"]),
    ("locale-undetermined", &["value"]),
    ("locale-private", &["value"]),
    ("locale-extended", &["value"]),
    ("unknown-locale", &["value", "known"]),
    ("source-is-target", &["locale"]),
    ("duplicate-value", &["key", "value"]),
    ("bad-choice", &["key", "value", "choices"]),
    ("bad-choice-near", &["key", "value", "choices", "nearest"]),
    ("out-of-range", &["key", "value", "min", "max"]),
    ("bad-segment", &["segment"]),
    ("bad-name", &["value"]),
    ("bad-glob", &["key", "value"]),
    ("bad-url", &["key", "value"]),
    ("path-absolute", &["key", "value"]),
    ("path-climbs", &["key", "value"]),
    ("path-backslash", &["key", "value"]),
    ("template-brace", &["template"]),
    ("template-placeholder", &["template", "placeholder"]),
    ("template-placeholder-near", &["template", "placeholder", "nearest"]),
    ("template-name-and-path", &["template"]),
    ("template-stem-twice", &["template"]),
    ("template-no-stem", &["template"]),
    ("template-no-locale", &["template", "key"]),
    ("template-locale", &["template", "key"]),
    ("template-locale-apart", &["template", "key"]),
    ("locale-from-sides", &["name"]),
    ("template-adjacent", &["template"]),
    ("template-too-long", &["template"]),
    ("template-star", &["template"]),
    ("template-reserved", &["template", "folder"]),
    ("template-in-ledger", &["template", "ledger"]),
    ("collection-no-files", &["name"]),
    ("collection-mixed", &["name"]),
    ("collection-half", &["name", "has", "lacks"]),
    ("collections-overlap", &["name", "other", "example"]),
    ("key-for-pages", &["key", "name"]),
    ("wish-of-nothing", &["table"]),
    ("pair-one-file", &["path"]),
    ("pair-target-twice", &["path", "other"]),
    ("notice-slot", &["slot"]),
    ("no-collection", &[]),
    ("template-folder", &["key", "template", "folder"]),
    ("template-folder-near", &["key", "template", "folder", "nearest"]),
    ("template-excluded", &["key", "template", "example"]),
    ("template-taken", &["key", "template", "example"]),
    ("template-unlike", &["key", "template", "wanted", "found"]),
    ("template-empty", &["key", "template", "wanted"]),
    ("pair-outside", &["key", "path"]),
    ("pair-no-file", &["key", "path"]),
    ("pair-no-file-near", &["key", "path", "nearest"]),
    ("wish-path-idle", &["table", "key", "value"]),
    ("wish-path-is-id", &["table", "key", "value"]),
    ("wish-id-idle", &["table", "key", "value"]),
    ("wish-id-is-path", &["table", "key", "value"]),
    ("wish-both-idle", &["table", "key", "value"]),
];

/// Where each line of a text begins.
pub(super) struct Positions<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Positions<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Positions { text, starts }
    }

    /// Line and column, both from 1, of a byte; the column in characters.
    pub(super) fn at(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.as_bytes().get(start..byte).unwrap_or_default();
        // The bytes that begin a character; exact wherever `byte` stands.
        let column = before.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
        (line, column)
    }
}

/// Problems as they are found; sorted by place in the end.
pub(super) struct Problems<'t> {
    pub(super) text: &'t str,
    positions: Positions<'t>,
    found: Vec<Problem>,
    /// The lines with a slip of syntax: what else is wrong there is its echo.
    broken: BTreeSet<usize>,
}

impl<'t> Problems<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Problems { text, positions: Positions::new(text), found: Vec::new(), broken: BTreeSet::new() }
    }

    /// The place of a byte.
    pub(super) fn spot(&self, byte: usize) -> Spot {
        let (line, column) = self.positions.at(byte);
        Spot { line, column }
    }

    pub(super) fn add(&mut self, code: &'static str, span: Range<usize>, args: Vec<(&'static str, String)>) {
        self.add_at(code, self.spot(span.start), args);
    }

    pub(super) fn add_at(&mut self, code: &'static str, spot: Spot, args: Vec<(&'static str, String)>) {
        let Spot { line, column } = spot;
        debug_assert!(
            CODES.iter().any(|(known, names)| *known == code && names.iter().eq(args.iter().map(|(n, _)| n))),
            "{code} {args:?} is not in the list of codes"
        );
        if !self.broken.contains(&line) {
            self.found.push(Problem { line, column, code, args });
        }
    }

    /// A slip of syntax; one a line is told, and nothing else there.
    pub(super) fn add_syntax(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        args: Vec<(&'static str, String)>,
    ) {
        let (line, _) = self.positions.at(span.start);
        self.add(code, span, args);
        self.broken.insert(line);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn sorted(mut self) -> Vec<Problem> {
        self.found.sort();
        self.found.dedup();
        self.found
    }
}

/// The known word closest to `word`, if it is close enough to have been meant: at most a third of
/// its letters wrong (Damerau-Levenshtein with adjacent swaps), as compilers suggest names.
pub(super) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if word.len() > 64 {
        return None;
    }
    let lower = word.to_lowercase().replace('-', "_");
    known
        .into_iter()
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase().replace('-', "_")), name))
        .filter(|(distance, name)| *distance <= (name.chars().count().max(3)) / 3)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_stands_once() {
        let codes: BTreeSet<&str> = CODES.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes.len(), CODES.len());
    }

    #[test]
    fn a_column_counts_characters() {
        let positions = Positions::new("a = 1\r\n# ñandú: é\nb");
        assert_eq!(positions.at(0), (1, 1));
        assert_eq!(positions.at("a = 1\r\n# ñandú: ".len()), (2, 10));
        assert_eq!(positions.at(1000), (3, 2));
    }

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        let known = ["source", "targets", "ledger", "base_url", "fail_on"];
        for (slip, meant) in [
            ("sorce", Some("source")),
            ("target", Some("targets")),
            ("base-url", Some("base_url")),
            ("failon", Some("fail_on")),
            ("Ledger", Some("ledger")),
            ("colour", None),
            ("x", None),
        ] {
            assert_eq!(nearest(slip, known), meant, "{slip}");
        }
    }
}
