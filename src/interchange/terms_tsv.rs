//! Reads a termbase from tables of tab-separated text.
//!
//! Two shapes: the repository's own two files, `concepts.tsv` and `terms.tsv` (their first line is
//! `# cotejo termbase 1`; `glossary/README.md` describes them), and a plain table with a line a
//! concept and a column a locale (`concept`, `en`, `en_acronym`, `es` …), as people keep them in
//! spreadsheets (`plain`). In tab-separated text there is no quoting: a tab parts cells, whatever
//! else stands in them. A plain table may also be parted by commas or semicolons, with quoting as in
//! RFC 4180. All problems are told at once, each with file, line and column.

mod notes;
mod plain;
mod regions;
mod sheet;

use rustc_hash::FxHashMap;

use crate::domain::locale::Locale;
use crate::domain::termbase::{Concept, Enforce, Fault, Kind, Status, Term, Termbase};
pub(super) use plain::wordings;
pub use plain::{read_plain, read_plain_placed};
use sheet::Table;

/// The first line of the repository's own files.
pub const HEAD: &str = "# cotejo termbase 1";
/// The largest file that is read, in bytes.
pub const LARGEST: usize = 256 << 20;
/// No more problems are told than these.
const MOST_PROBLEMS: usize = 100;

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, for problems.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is wrong at one place of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column of the cell's first character, in characters counted from 1.
    pub column: usize,
    /// What is wrong: one of [`CODES`].
    pub code: &'static str,
    /// What stands there.
    pub found: String,
    /// What may stand there, or which other line it is about.
    pub known: String,
}

/// The codes that a [`Problem`] may have.
pub const CODES: [&str; 17] = [
    "bad-head",
    "bad-locale",
    "bad-word",
    "cells",
    "empty",
    "no-column",
    "no-concept",
    "no-id",
    "no-locales",
    "not-utf8",
    "nul",
    "same-column",
    "same-id",
    "same-term",
    "too-large",
    "too-long",
    "two-preferred",
];

/// What a table is, by its first lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `concepts.tsv`.
    Concepts,
    /// `terms.tsv`.
    Terms,
    /// A plain table with a column a locale.
    Plain,
}

/// What the table is. A broken one is taken for a plain table: reading it tells the rest.
pub fn shape(bytes: &[u8]) -> Shape {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end);
    if lines.next() != Some(HEAD.as_bytes()) {
        return Shape::Plain;
    }
    let head = lines.next().unwrap_or_default();
    let has = |name: &[u8]| head.split(|byte| *byte == b'\t').any(|cell| cell == name);
    if has(b"term") { Shape::Terms } else { Shape::Concepts }
}

/// Reads the repository's own two files. Without the first, the concepts are those that the terms
/// name.
pub fn read(concepts: Option<&File>, terms: &File) -> Result<Termbase, Vec<Problem>> {
    read_placed(concepts, terms).map(|(termbase, _)| termbase)
}

/// As [`read`], and tells where concepts and terms stand.
pub fn read_placed<'f>(
    concepts: Option<&'f File>,
    terms: &'f File,
) -> Result<(Termbase, Places<'f>), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut ids: FxHashMap<String, usize> = FxHashMap::default();
    let mut known = Vec::new();
    let mut places = Places::default();
    if let Some(file) = concepts
        && let Some(table) = Table::of(file, &["concept"], true, &mut problems)
    {
        for row in table.rows(&mut problems) {
            let keep = row.word("keep", &["yes"], &mut problems).is_some();
            let enforce = row.word("enforce", &names(Enforce::ALL, Enforce::name), &mut problems);
            ids.entry(row.get("concept").to_owned()).or_insert(known.len());
            known.push(Concept {
                id: row.get("concept").to_owned(),
                subject: row.get("subject").to_owned(),
                keep,
                enforce: enforce.and_then(|word| word.parse().ok()),
                definition: row.get("definition").to_owned(),
                note: row.get("note").to_owned(),
                source: row.get("source").to_owned(),
            });
            places.concepts.push(row.place("concept"));
        }
    }
    let mut list = Vec::new();
    if let Some(table) = Table::of(terms, &["concept", "locale", "term", "status"], true, &mut problems) {
        let mut locales = Locales::default();
        for row in table.rows(&mut problems) {
            let id = row.get("concept");
            let concept = match ids.get(id) {
                Some(at) => *at,
                None if concepts.is_none() && !id.is_empty() => {
                    known.push(Concept { id: id.to_owned(), ..Concept::default() });
                    places.concepts.push(row.place("concept"));
                    ids.insert(id.to_owned(), known.len() - 1);
                    known.len() - 1
                }
                None => {
                    row.tell("concept", "no-concept", String::new(), &mut problems);
                    continue;
                }
            };
            let Some(locale) = locales.get(row.get("locale")) else {
                row.tell("locale", "bad-locale", String::new(), &mut problems);
                continue;
            };
            let status = row.word("status", &names(Status::ALL, Status::name), &mut problems);
            let Some(status) = status.and_then(|word| word.parse().ok()) else {
                if row.get("status").is_empty() {
                    row.tell("status", "empty", String::new(), &mut problems);
                }
                continue;
            };
            let kind = row.word("kind", &names(Kind::ALL, Kind::name), &mut problems);
            let pos = row.word("pos", &["noun", "proper", "verb", "adjective", "phrase"], &mut problems);
            let gender = row.word("gender", &["m", "f", "n", "mf", "m|f"], &mut problems);
            let exact = row.word("case", &["exact"], &mut problems).is_some();
            let enforce = row.word("enforce", &names(Enforce::ALL, Enforce::name), &mut problems);
            list.push(Term {
                concept,
                locale,
                text: row.get("term").to_owned(),
                status,
                kind: kind.and_then(|word| word.parse().ok()).unwrap_or(Kind::Term),
                pos: pos.and_then(|word| word.parse().ok()),
                gender: gender.and_then(|word| word.parse().ok()),
                exact,
                variants: several(row.get("variants"), " | "),
                renders: several(row.get("for"), " | "),
                enforce: enforce.and_then(|word| word.parse().ok()),
                note: row.get("note").to_owned(),
                source: row.get("source").to_owned(),
            });
            places.terms.push(row.place("term"));
        }
    }
    finish(known, list, places, problems)
}

fn several(cell: &str, between: &str) -> Vec<String> {
    cell.split(between).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|of| name(*of)).collect()
}

/// Locales as typed, each read once.
#[derive(Default)]
struct Locales(FxHashMap<String, Option<Locale>>);

impl Locales {
    fn get(&mut self, typed: &str) -> Option<Locale> {
        if let Some(known) = self.0.get(typed) {
            return known.clone();
        }
        let locale = typed.parse().ok();
        // A file of wrong tags alone must not fill memory with them.
        if self.0.len() < 10_000 {
            self.0.insert(typed.to_owned(), locale.clone());
        }
        locale
    }
}

/// Where a thing stands: file, line, column.
pub type Place<'f> = (&'f str, usize, usize);

/// Where concepts and terms stand, in the order of the termbase.
#[derive(Clone, Debug, Default)]
pub struct Places<'f> {
    /// The cells with their ids; where they have no file of their own, those of their first terms.
    pub concepts: Vec<Place<'f>>,
    /// The cells with the terms.
    pub terms: Vec<Place<'f>>,
}

fn finish(
    concepts: Vec<Concept>,
    terms: Vec<Term>,
    places: Places<'_>,
    mut problems: Vec<Problem>,
) -> Result<(Termbase, Places<'_>), Vec<Problem>> {
    let texts: Vec<String> = terms.iter().map(|term| term.text.clone()).collect();
    let ids: Vec<String> = concepts.iter().map(|concept| concept.id.clone()).collect();
    match Termbase::new(concepts, terms) {
        Ok(termbase) if problems.is_empty() => return Ok((termbase, places)),
        Ok(_) => {}
        Err(faults) => {
            for fault in faults.into_iter().take(MOST_PROBLEMS) {
                let (place, code, found, other) = match fault {
                    Fault::NoId(at) => (places.concepts.get(at), "no-id", String::new(), None),
                    Fault::SameId(first, at) => {
                        (places.concepts.get(at), "same-id", shown(&ids, at), places.concepts.get(first))
                    }
                    Fault::NoConcept(at) => (places.terms.get(at), "no-concept", shown(&texts, at), None),
                    Fault::Empty(at) => (places.terms.get(at), "empty", shown(&texts, at), None),
                    Fault::TooLong(at) => (places.terms.get(at), "too-long", String::new(), None),
                    Fault::TwoPreferred(first, at) => {
                        (places.terms.get(at), "two-preferred", shown(&texts, at), places.terms.get(first))
                    }
                    Fault::SameTerm(first, at) => {
                        (places.terms.get(at), "same-term", shown(&texts, at), places.terms.get(first))
                    }
                };
                let (file, line, column) = place.copied().unwrap_or_default();
                let file = file.to_owned();
                let known = other.map(|(_, line, _)| line.to_string()).unwrap_or_default();
                problems.push(Problem { file, line, column, code, found, known });
            }
        }
    }
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    problems.truncate(MOST_PROBLEMS);
    Err(problems)
}

fn shown(texts: &[String], at: usize) -> String {
    texts.get(at).map(|text| cut(text)).unwrap_or_default()
}

/// The beginning of a cell: problems don't repeat megabytes.
fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

        #[test]
        fn whatever_stands_in_a_table_is_read_or_refused_at_places_that_are_there(
            cells in prop::collection::vec(
                prop_oneof![
                    Just("\t"), Just("\n"), Just(","), Just("\""), Just(" / "), Just("("), Just(")"), Just("a"),
                    Just("acuerdo"), Just("de las"), Just("ES \"x/y\" = admitted; "), Just("left in ES"), Just("…"),
                    Just("OEA"), Just("(MX)"), Just("es"), Just("preferred"), Just("\u{301}"), Just("’"),
                ],
                0..60,
            ),
        ) {
            let text = cells.concat();
            let file = |text: String| File { name: "a".to_owned(), bytes: text.into_bytes() };
            let tables = [
                read_plain(&file(format!("concept\tes\tfr\tnotes\n{text}"))),
                read_plain(&file(format!("concept,es,fr,notes\n{text}"))),
                read(None, &file(format!("{HEAD}\nconcept\tlocale\tterm\tstatus\n{text}"))),
            ];
            for problems in tables.into_iter().filter_map(Result::err) {
                let lines = text.matches('\n').count() + 4;
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|p| (1..=lines).contains(&p.line) && p.column >= 1));
            }
        }
    }
}
