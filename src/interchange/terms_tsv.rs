//! Reads a termbase from tables of tab-separated text.
//!
//! Two shapes: the repository's own two files, `concepts.tsv` and `terms.tsv` (their first line is
//! `# cotejo termbase 1`; `glossary/README.md` describes them), and a plain table with a line a
//! concept and a column a locale (`concept`, `en`, `en_acronym`, `es` …), as people keep them in
//! spreadsheets. There is no quoting: a tab parts cells, whatever else stands in them. All problems
//! are told at once, each with file, line and column.

use rustc_hash::FxHashMap;

use crate::domain::locale::Locale;
use crate::domain::termbase::{Concept, Enforce, Fault, Kind, Status, Term, Termbase};

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
                enforce: enforce.and_then(|word| word.parse().ok()),
                note: row.get("note").to_owned(),
                source: row.get("source").to_owned(),
            });
            places.terms.push(row.place("term"));
        }
    }
    finish(known, list, &places, problems)
}

/// Reads a plain table. Columns whose name is a locale hold preferred terms, ` / ` between several
/// (the others are admitted); those named `<locale>_acronym` acronyms; one whose name has `note` in
/// it, notes. What stands in brackets is optional where it begins or ends with a preposition
/// (*release (of goods)*), a region's own term where it is a region (*(BR)*), an acronym where it is
/// in capitals, and left out else.
pub fn read_plain(file: &File) -> Result<Termbase, Vec<Problem>> {
    let mut problems = Vec::new();
    let (mut concepts, mut terms, mut places) = (Vec::new(), Vec::new(), Places::default());
    let Some(table) = Table::of(file, &["concept"], false, &mut problems) else {
        return finish(concepts, terms, &places, problems);
    };
    let mut columns: Vec<(usize, Locale, Kind)> = Vec::new();
    for (at, name) in table.names.iter().enumerate() {
        let (tag, kind) = match name.strip_suffix("_acronym").or_else(|| name.strip_suffix("_acronyms")) {
            Some(tag) => (tag, Kind::Acronym),
            None => (name.as_str(), Kind::Term),
        };
        // "concept" and "source" would pass for language tags of the old long kind.
        let short = tag.split(['-', '_']).next().is_some_and(|language| (2..=3).contains(&language.len()));
        if let Some(locale) = tag.parse().ok().filter(|_| short) {
            columns.push((at, locale, kind));
        }
    }
    if columns.is_empty() {
        problems.push(table.problem(table.head, 1, "no-locales", String::new(), String::new()));
    }
    let note = table.names.iter().position(|name| name.contains("note"));
    for row in table.rows(&mut problems) {
        let concept = concepts.len();
        let note = row.cell(note);
        let exact = note.contains("case-sensitive") || note.trim_start().starts_with("capitalised");
        concepts.push(Concept {
            id: row.get("concept").to_owned(),
            note: note.to_owned(),
            source: row.get("source").to_owned(),
            ..Concept::default()
        });
        places.concepts.push(row.place("concept"));
        for (at, locale, kind) in &columns {
            let place = row.place_at(*at);
            let cell = row.cell(Some(*at));
            for (order, name) in wordings(cell, *kind, locale).into_iter().enumerate() {
                let mut term = Term::new(concept, name.locale, name.text);
                term.kind = name.kind;
                term.variants = name.variants;
                term.exact = name.kind == Kind::Acronym || (exact && *kind == Kind::Term);
                if order == 0 {
                    term.status = Status::Preferred;
                }
                // One cell may say a thing twice; that is no fault of it.
                let again = terms.iter().rev().take_while(|other: &&Term| other.concept == concept);
                let again = again.clone().any(|other| other.locale == term.locale && other.text == term.text);
                if !again {
                    terms.push(term);
                    places.terms.push(place);
                }
            }
        }
    }
    finish(concepts, terms, &places, problems)
}

/// One name out of a cell of a plain table.
pub(super) struct Name {
    pub(super) locale: Locale,
    pub(super) text: String,
    pub(super) kind: Kind,
    pub(super) variants: Vec<String>,
}

/// The names in a cell of a plain table.
pub(super) fn wordings(cell: &str, kind: Kind, locale: &Locale) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut first = String::new();
    for part in cell.split(" / ") {
        let (mut text, mut own, mut variants, mut acronyms) =
            (part.trim().to_owned(), locale.clone(), Vec::new(), Vec::new());
        while let (Some(open), Some(close)) = (text.find('('), text.find(')')) {
            if close < open {
                break;
            }
            let inside = text.get(open + 1..close).unwrap_or_default().trim().to_owned();
            let before = text.get(..open).unwrap_or_default().trim().to_owned();
            let after = text.get(close + 1..).unwrap_or_default().trim().to_owned();
            let letters = inside.chars().all(|c| c.is_uppercase() || c.is_numeric());
            let region = letters && inside.len() == 2 && locale.region().is_none();
            if let Some(regional) = format!("{}-{inside}", locale.language()).parse().ok().filter(|_| region)
            {
                own = regional;
            } else if letters && inside.chars().count() > 2 {
                acronyms.push(inside.clone());
            } else if is_light(inside.split(' ').next()) {
                variants.push(format!("{before} {inside} {after}").trim().to_owned());
            } else if is_light(inside.split(' ').next_back()) {
                variants.push(format!("{inside} {before} {after}").trim().to_owned());
            }
            text = format!("{before} {after}").trim().to_owned();
        }
        // "declaración de mercancías / de las mercancías": the second goes on from the first.
        let lead = text.split(' ').next().unwrap_or_default();
        let opens_lower = lead.chars().next().is_some_and(char::is_lowercase);
        if opens_lower && is_light(Some(lead)) && !first.is_empty() {
            if let Some(at) = first.rfind(&format!(" {lead} ")) {
                text = format!("{} {text}", first.get(..at).unwrap_or_default());
            }
        } else if first.is_empty() {
            first.clone_from(&text);
        }
        if text.chars().any(char::is_alphanumeric) {
            names.push(Name { locale: own.clone(), text, kind, variants });
        }
        for acronym in acronyms {
            names.push(Name {
                locale: own.clone(),
                text: acronym,
                kind: Kind::Acronym,
                variants: Vec::new(),
            });
        }
    }
    names
}

/// Prepositions that begin or end an optional part of a term.
fn is_light(word: Option<&str>) -> bool {
    const LIGHT: [&str; 22] = [
        "of", "for", "on", "in", "to", "from", "by", "de", "del", "en", "a", "para", "por", "du", "des", "à",
        "pour", "do", "da", "di", "von", "sobre",
    ];
    word.is_some_and(|word| LIGHT.contains(&word))
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

/// Where things stand: file, line, column.
type Place<'f> = (&'f str, usize, usize);

#[derive(Default)]
struct Places<'f> {
    concepts: Vec<Place<'f>>,
    terms: Vec<Place<'f>>,
}

fn finish(
    concepts: Vec<Concept>,
    terms: Vec<Term>,
    places: &Places<'_>,
    mut problems: Vec<Problem>,
) -> Result<Termbase, Vec<Problem>> {
    let texts: Vec<String> = terms.iter().map(|term| term.text.clone()).collect();
    let ids: Vec<String> = concepts.iter().map(|concept| concept.id.clone()).collect();
    match Termbase::new(concepts, terms) {
        Ok(termbase) if problems.is_empty() => return Ok(termbase),
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

/// A file cut into lines and its head into columns.
struct Table<'f> {
    file: &'f File,
    text: &'f str,
    /// The line of the column names, counted from 1.
    head: usize,
    names: Vec<String>,
}

/// One line of a table.
struct Row<'t, 'f> {
    table: &'t Table<'f>,
    line: usize,
    cells: Vec<&'f str>,
}

impl<'f> Table<'f> {
    fn of(file: &'f File, needed: &[&str], own: bool, problems: &mut Vec<Problem>) -> Option<Self> {
        let tell = |line, column, code, found: String, known: String| Problem {
            file: file.name.clone(),
            line,
            column,
            code,
            found,
            known,
        };
        if file.bytes.len() > LARGEST {
            problems.push(tell(1, 1, "too-large", String::new(), (LARGEST >> 20).to_string()));
            return None;
        }
        let text = match std::str::from_utf8(&file.bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
            Err(error) => {
                let good = file.bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
                let start = good.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
                let before = String::from_utf8_lossy(good.get(start..).unwrap_or_default()).chars().count();
                problems.push(tell(line, before + 1, "not-utf8", String::new(), String::new()));
                return None;
            }
        };
        if let Some(at) = text.find('\0') {
            let before = text.get(..at).unwrap_or_default();
            let line = 1 + before.matches('\n').count();
            let column = 1 + before.rsplit('\n').next().map_or(0, |last| last.chars().count());
            problems.push(tell(line, column, "nul", String::new(), String::new()));
            return None;
        }
        let mut lines = text.lines().enumerate();
        if own && lines.next().map(|(_, line)| line.trim_end()) != Some(HEAD) {
            problems.push(tell(1, 1, "bad-head", String::new(), HEAD.to_owned()));
            return None;
        }
        let head = lines.find(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
        let (head, names) = match head {
            Some((at, line)) => (at + 1, line.split('\t').map(|name| name.trim().to_lowercase()).collect()),
            None => (1, Vec::new()),
        };
        let names: Vec<String> = names;
        let count = problems.len();
        for name in needed.iter().filter(|name| !names.iter().any(|own| own == *name)) {
            problems.push(tell(head, 1, "no-column", (*name).to_owned(), String::new()));
        }
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if names.iter().take(at).any(|other| other == name) {
                let column = 1 + names.iter().take(at).map(|name| name.chars().count() + 1).sum::<usize>();
                problems.push(tell(head, column, "same-column", cut(name), String::new()));
            }
        }
        (problems.len() == count).then_some(Table { file, text, head, names })
    }

    /// The lines below the head, empty ones and comments left out. A line with more cells than the
    /// head is told and left out.
    fn rows(&self, problems: &mut Vec<Problem>) -> Vec<Row<'_, 'f>> {
        let mut rows = Vec::new();
        for (at, line) in self.text.lines().enumerate().skip(self.head) {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let count = line.split('\t').count();
            if count > self.names.len() {
                if problems.len() < MOST_PROBLEMS {
                    let (found, known) = (count.to_string(), self.names.len().to_string());
                    problems.push(self.problem(at + 1, 1, "cells", found, known));
                }
                continue;
            }
            let cells = line.split('\t').collect();
            rows.push(Row { table: self, line: at + 1, cells });
        }
        rows
    }

    fn problem(
        &self,
        line: usize,
        column: usize,
        code: &'static str,
        found: String,
        known: String,
    ) -> Problem {
        Problem { file: self.file.name.clone(), line, column, code, found, known }
    }
}

impl<'f> Row<'_, 'f> {
    fn at(&self, name: &str) -> Option<usize> {
        self.table.names.iter().position(|own| own == name)
    }

    fn cell(&self, at: Option<usize>) -> &'f str {
        at.and_then(|at| self.cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
    }

    /// The cell of that column; empty where there is none.
    fn get(&self, name: &str) -> &'f str {
        self.cell(self.at(name))
    }

    fn place_at(&self, at: usize) -> Place<'f> {
        let before: usize = self.cells.iter().take(at).map(|cell| cell.chars().count() + 1).sum();
        (&self.table.file.name, self.line, before + 1)
    }

    fn place(&self, name: &str) -> Place<'f> {
        self.place_at(self.at(name).unwrap_or(0))
    }

    fn tell(&self, name: &str, code: &'static str, known: String, problems: &mut Vec<Problem>) {
        if problems.len() < MOST_PROBLEMS {
            let (_, line, column) = self.place(name);
            problems.push(self.table.problem(line, column, code, cut(self.get(name)), known));
        }
    }

    /// The cell of that column if it is one of those words; another word is told.
    fn word(&self, name: &str, known: &[&str], problems: &mut Vec<Problem>) -> Option<&'f str> {
        let found = self.get(name);
        if found.is_empty() {
            return None;
        }
        if known.contains(&found) {
            return Some(found);
        }
        self.tell(name, "bad-word", known.join(", "), problems);
        None
    }
}
