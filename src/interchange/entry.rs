//! What the readers of foreign formats hand on: a concept at a time, with the place it stood at.
//!
//! A reader never gathers a file: it gives each [`Entry`] to the [`Intake`] as soon as it is read,
//! so that memory holds what the taker keeps and no more. What a format does not say stays unsaid
//! (`None`, or an empty text), which is not the same as saying the opposite: a list of words
//! without a status does not take away that a term is forbidden.
//!
//! Three ends for what stands in a file, and no fourth: it becomes part of an entry (in a note,
//! where the termbase has no field for it); it is *left out* and counted, by kind, with the line of
//! the first; or it is a [`Problem`], and then nothing of the file is taken.

use std::collections::BTreeMap;

use super::terms_tsv::Problem;
use crate::domain::locale::Locale;
use crate::domain::termbase::{Enforce, Gender, Kind, LONGEST, PartOfSpeech, Status, Termbase};

/// The largest file that is read as a stream, in bytes.
pub const LARGEST: u64 = 4 << 30;
/// So many concepts are read of one file.
pub const MOST_ENTRIES: usize = 2_000_000;
/// So many terms are read of one file.
pub const MOST_NAMES: usize = 8_000_000;
/// So many findings are told one by one.
const MOST_FINDINGS: usize = 100;

/// The codes of problems that only foreign formats have; the others are those of the tables.
pub const CODES: [&str; 26] = [
    "bad-encoding",
    "bad-id",
    "cell-too-long",
    "clash",
    "entity",
    "entity-declared",
    "entry-too-long",
    "languages",
    "no-known-column",
    "not-tbx",
    "not-xlsx",
    "preferred-twice",
    "quote",
    "same-entry",
    "too-deep",
    "too-many",
    "two-cells",
    "unknown-encoding",
    "unknown-word",
    "unreadable",
    "xlsx-part",
    "xlsx-too-large",
    "xml-cut",
    "xml-end-tag",
    "xml-syntax",
    "xml-token",
];

/// The kinds of things that a reader may leave out.
pub const LEFT_OUT: [&str; 11] = [
    "ambiguous",
    "back",
    "empty-term",
    "foreign-cell",
    "line",
    "long-term",
    "markup",
    "picture",
    "same-languages",
    "sheet",
    "transaction",
];

/// Where something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line (of a spreadsheet, the row), counted from 1.
    pub line: usize,
    /// The column in characters (of a spreadsheet, in cells), counted from 1.
    pub column: usize,
}

/// A concept as a file tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Where it begins.
    pub place: Place,
    /// Its id, where the format has any.
    pub id: Option<String>,
    /// The field it belongs to.
    pub subject: String,
    /// Whether it is said to stay as it is in every language.
    pub keep: bool,
    /// What a missing term is worth.
    pub enforce: Option<Enforce>,
    /// What it is.
    pub definition: String,
    /// Anything else.
    pub note: String,
    /// Where it is described.
    pub source: String,
    /// A remark in a format that does not say whether it is a definition or a note.
    pub comment: String,
    /// Its names.
    pub names: Vec<Name>,
}

/// A term as a file tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub place: Place,
    /// Where it is used.
    pub locale: Locale,
    /// The name.
    pub text: String,
    /// What its use is worth, where that is said.
    pub status: Option<Status>,
    /// What its use is worth where nothing is said and the termbase does not know it yet.
    pub usual: Status,
    /// Whether it is written out, where that is said.
    pub kind: Option<Kind>,
    /// Its part of speech.
    pub pos: Option<PartOfSpeech>,
    /// Its gender.
    pub gender: Option<Gender>,
    /// Whether it is said that only these capitals count.
    pub exact: bool,
    /// Whether the format can't say that, so that it is taken to be so of new acronyms.
    pub usual_exact: bool,
    /// Other forms.
    pub variants: Vec<String>,
    /// The terms of other locales that it stands for.
    pub renders: Vec<String>,
    /// What it is worth that this term is missing.
    pub enforce: Option<Enforce>,
    /// Anything else.
    pub note: String,
    /// Where it was read.
    pub source: String,
}

impl Name {
    /// A name with nothing else said of it.
    pub fn new(place: Place, locale: Locale, text: impl Into<String>) -> Self {
        Name {
            place,
            locale,
            text: text.into(),
            status: None,
            usual: Status::Admitted,
            kind: None,
            pos: None,
            gender: None,
            exact: false,
            usual_exact: false,
            variants: Vec::new(),
            renders: Vec::new(),
            enforce: None,
            note: String::new(),
            source: String::new(),
        }
    }

    /// Whether it is written out: as said, else by its looks.
    pub fn kind(&self) -> Kind {
        self.kind.unwrap_or_else(|| looks(&self.text))
    }
}

/// Whether a term is written out, by its looks: one word of two capitals or more and no small
/// letter is taken for initials.
pub fn looks(text: &str) -> Kind {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let initials = capitals >= 2
        && text.chars().count() <= 12
        && !text.chars().any(|c| c.is_lowercase() || c.is_whitespace());
    if initials { Kind::Acronym } else { Kind::Term }
}

/// What was left out of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// How many.
    pub count: usize,
    /// Where the first stood.
    pub first: Place,
}

/// Where a reader puts what it reads.
pub struct Intake<'t> {
    /// The file's name, for problems.
    pub file: String,
    /// What was left out, by kind.
    pub left_out: BTreeMap<&'static str, LeftOut>,
    /// What is doubtful but was taken.
    pub findings: Vec<Problem>,
    /// How many findings there were, those that are not told included.
    pub found: usize,
    entries: usize,
    names: usize,
    take: &'t mut dyn FnMut(Entry) -> Option<Problem>,
}

impl<'t> Intake<'t> {
    /// An intake for the file of that name. `take` is given each entry and may refuse it, which
    /// ends the reading.
    pub fn new(file: impl Into<String>, take: &'t mut dyn FnMut(Entry) -> Option<Problem>) -> Self {
        Intake {
            file: file.into(),
            left_out: BTreeMap::new(),
            findings: Vec::new(),
            found: 0,
            entries: 0,
            names: 0,
            take,
        }
    }

    /// Takes an entry. Terms that no termbase can hold are left out and counted.
    pub fn entry(&mut self, mut entry: Entry) -> Result<(), Problem> {
        self.entries += 1;
        self.names += entry.names.len();
        if self.entries > MOST_ENTRIES || self.names > MOST_NAMES {
            let most = if self.entries > MOST_ENTRIES { MOST_ENTRIES } else { MOST_NAMES };
            return Err(self.problem(entry.place, "too-many", String::new(), most.to_string()));
        }
        entry.id = entry.id.map(|id| clean(&id)).filter(|id| !id.is_empty());
        if let Some(id) = entry.id.as_ref().filter(|id| id.starts_with('#') || id.len() > LONGEST) {
            return Err(self.problem(entry.place, "bad-id", cut(id), String::new()));
        }
        for text in [
            &mut entry.subject,
            &mut entry.definition,
            &mut entry.note,
            &mut entry.source,
            &mut entry.comment,
        ] {
            cleaned(text);
        }
        entry.names.retain_mut(|name| {
            cleaned(&mut name.text);
            cleaned(&mut name.note);
            cleaned(&mut name.source);
            name.variants = forms(&name.variants);
            name.renders = forms(&name.renders);
            let (own, place) = (name.text.clone(), name.place);
            let mut out = |kind| {
                let left = self.left_out.entry(kind).or_insert(LeftOut { count: 0, first: place });
                left.count += 1;
            };
            name.variants.retain(|form| {
                let kind = unfit(form);
                kind.into_iter().for_each(&mut out);
                kind.is_none() && *form != own
            });
            let kind = unfit(&name.text);
            kind.into_iter().for_each(&mut out);
            kind.is_none()
        });
        match (self.take)(entry) {
            Some(problem) => Err(problem),
            None => Ok(()),
        }
    }

    /// Counts something that is left out.
    pub fn leave_out(&mut self, kind: &'static str, place: Place) {
        self.left_out.entry(kind).or_insert(LeftOut { count: 0, first: place }).count += 1;
    }

    /// Tells something doubtful.
    pub fn finding(&mut self, problem: Problem) {
        self.found += 1;
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(problem);
        }
    }

    /// A problem of this file.
    pub fn problem(&self, place: Place, code: &'static str, found: String, known: String) -> Problem {
        Problem { file: self.file.clone(), line: place.line, column: place.column, code, found, known }
    }
}

/// What a format could not hold, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unheld(pub BTreeMap<&'static str, usize>);

/// The kinds of things that a format may not hold.
pub const UNHELD: [&str; 21] = [
    "case",
    "concept",
    "control",
    "definition",
    "enforce",
    "forbidden",
    "gender",
    "keep",
    "lone",
    "more-words",
    "no-terms",
    "note",
    "phrase",
    "pos",
    "proper",
    "source",
    "status",
    "subject",
    "synonym",
    "variant",
    "wrong-word",
];

impl Unheld {
    /// Counts one of a kind.
    pub fn count(&mut self, kind: &'static str) {
        *self.0.entry(kind).or_default() += 1;
    }

    /// Counts one of a kind where that is so.
    pub fn count_if(&mut self, is_so: bool, kind: &'static str) {
        if is_so {
            self.count(kind);
        }
    }
}

/// Which terms are written: those of the locales named, of whatever region where none is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(pub Vec<Locale>);

impl Chosen {
    /// Whether a term of that locale is written; all are where no locale was named.
    pub fn has(&self, locale: &Locale) -> bool {
        self.0.is_empty() || self.0.iter().any(|chosen| covers(chosen, locale))
    }
}

/// Whether who asks for `asked` means terms of `locale` too.
pub fn covers(asked: &Locale, locale: &Locale) -> bool {
    asked == locale
        || (asked.language() == locale.language()
            && asked.region().is_none_or(|region| locale.region() == Some(region))
            && asked.script().is_none_or(|script| locale.script() == Some(script)))
}

/// Why no termbase can hold a term or a form of it: the kind under which it is left out.
fn unfit(text: &str) -> Option<&'static str> {
    if !text.chars().any(char::is_alphanumeric) {
        return Some("empty-term");
    }
    (text.len() > LONGEST).then_some("long-term")
}

/// The other forms of a term as a cell can hold them, each once.
fn forms(list: &[String]) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for form in list.iter().flat_map(|form| form.split(" | ")).map(clean) {
        if !form.is_empty() && !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

fn cleaned(text: &mut String) {
    if text.trim().len() != text.len() || text.chars().any(char::is_control) {
        *text = clean(text);
    }
}

/// A text as a cell can hold it: no blanks around it, and each run of blanks with a line break, a
/// tab or another control character in it one blank.
pub fn clean(text: &str) -> String {
    let text = text.trim();
    if !text.chars().any(char::is_control) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let (mut blanks, mut broken) = (0, false);
    for c in text.chars() {
        if c == ' ' || c.is_control() {
            blanks += 1;
            broken |= c != ' ';
            continue;
        }
        let wanted = if broken { 1 } else { blanks };
        out.extend(std::iter::repeat_n(' ', if out.is_empty() { 0 } else { wanted }));
        (blanks, broken) = (0, false);
        out.push(c);
    }
    out.trim().to_owned()
}

/// The beginning of a text: problems don't repeat megabytes.
pub fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Puts a part behind those that stand in a text, ` | ` between them, unless it stands there.
pub fn append(text: &mut String, part: &str) {
    if part.is_empty() || text.split(" | ").any(|own| own == part) {
        return;
    }
    if !text.is_empty() {
        text.push_str(" | ");
    }
    text.push_str(part);
}

/// The concepts of a termbase as entries, all of them said.
pub fn of_termbase(termbase: &Termbase) -> impl Iterator<Item = Entry> + '_ {
    termbase.concepts().iter().enumerate().map(|(at, concept)| Entry {
        place: Place { line: at + 1, column: 1 },
        id: Some(concept.id.clone()),
        subject: concept.subject.clone(),
        keep: concept.keep,
        enforce: concept.enforce,
        definition: concept.definition.clone(),
        note: concept.note.clone(),
        source: concept.source.clone(),
        comment: String::new(),
        names: termbase
            .terms_of(at)
            .map(|term| Name {
                place: Place { line: at + 1, column: 1 },
                locale: term.locale.clone(),
                text: term.text.clone(),
                status: Some(term.status),
                usual: term.status,
                kind: Some(term.kind),
                pos: term.pos,
                gender: term.gender,
                exact: term.exact,
                usual_exact: false,
                variants: term.variants.clone(),
                renders: term.renders.clone(),
                enforce: term.enforce,
                note: term.note.clone(),
                source: term.source.clone(),
            })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_no_line_break_and_keeps_blanks_that_were_meant() {
        for (text, expected) in [
            ("a  b", "a  b"),
            (" a\n   b\tc ", "a b c"),
            ("a\u{a0}b", "a\u{a0}b"),
            ("\u{1}", ""),
            ("a \u{85} b", "a b"),
            ("", ""),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn initials_are_known_by_their_looks() {
        for (text, kind) in [
            ("WCO", Kind::Acronym),
            ("COVID-19", Kind::Acronym),
            ("I", Kind::Term),
            ("Member", Kind::Term),
            ("ATA carnet", Kind::Term),
            ("mRNA", Kind::Term),
        ] {
            assert_eq!(looks(text), kind, "{text}");
        }
    }
}
