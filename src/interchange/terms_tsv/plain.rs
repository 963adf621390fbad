//! A plain table: a line a concept, a column a locale, as people keep glossaries in spreadsheets.
//!
//! Columns whose name is a locale hold preferred terms, ` / ` or a comma between several (the others
//! are admitted); those named `<locale>_acronym` acronyms; one whose name has `note` in it, notes,
//! which may name variants ([`super::notes`]). Cells are read as people write them: what stands in
//! brackets is optional where it begins or ends with a preposition (*release (of goods)*), a
//! region's own term where it is a region (*(BR)*), an acronym where it is in capitals ([`super::regions`]
//! tells the two apart), and left out else; parts that lack their beginning or end take it from their neighbour (*Centro Regional de
//! Capacitación / de Formación*, *acuerdo / tratado de libre comercio*); `/` between two words is a
//! choice. A name that is the same in all columns is a title: its capitals count.

use rustc_hash::FxHashSet;

use super::notes::{self, Vocabulary};
use super::regions::{Bracket, bracket};
use super::{File, Place, Places, Problem, Table, finish};
use crate::domain::locale::Locale;
use crate::domain::termbase::{Concept, Kind, Status, Term, Termbase};

/// Reads a plain table, parted by tabs, commas or semicolons.
pub fn read_plain(file: &File) -> Result<Termbase, Vec<Problem>> {
    read_plain_placed(file).map(|(termbase, _)| termbase)
}

/// As [`read_plain`], and tells where concepts and terms stand.
pub fn read_plain_placed(file: &File) -> Result<(Termbase, Places<'_>), Vec<Problem>> {
    let mut problems = Vec::new();
    let (mut concepts, mut terms, mut places) = (Vec::new(), Vec::new(), Places::default());
    let Some(table) = Table::of(file, &["concept"], false, &mut problems) else {
        return finish(concepts, terms, places, problems);
    };
    let columns = columns(&table.names);
    if columns.is_empty() {
        problems.push(table.problem(table.head, 1, "no-locales", String::new(), String::new()));
    }
    let note = table.names.iter().position(|name| name.contains("note"));
    let rows = table.rows(&mut problems);
    let of_terms = || columns.iter().filter(|(.., kind)| *kind == Kind::Term);
    let mut vocabulary = Vocabulary::default();
    for row in &rows {
        for (at, locale, kind) in of_terms() {
            let names = wordings(row.cell(Some(*at)), *kind, locale, 1);
            names.iter().for_each(|name| vocabulary.learn(locale, &name.text));
        }
    }
    let mut mentioned: Vec<(Term, Place<'_>)> = Vec::new();
    for row in &rows {
        let concept = concepts.len();
        let said = row.cell(note);
        let cells: Vec<&str> = of_terms().map(|(at, ..)| row.cell(Some(*at))).collect();
        let marked = said.contains("case-sensitive") || said.trim_start().starts_with("capitalised");
        let exact = marked || is_title(&cells);
        // A name of one word is whole if another column has one of one word too.
        let shortest = cells.iter().filter_map(|cell| shortest(cell)).min().unwrap_or(1);
        concepts.push(Concept {
            id: row.get("concept").to_owned(),
            note: said.to_owned(),
            source: row.get("source").to_owned(),
            ..Concept::default()
        });
        places.concepts.push(row.place("concept"));
        let from = terms.len();
        for (at, locale, kind) in &columns {
            for (order, name) in
                wordings(row.cell(Some(*at)), *kind, locale, shortest).into_iter().enumerate()
            {
                let mut term = name.term(concept, exact);
                if order == 0 {
                    term.status = Status::Preferred;
                }
                // One line may say a thing twice; that is no fault of it.
                if !terms.iter().skip(from).any(|other| is_same(other, &term)) {
                    terms.push(term);
                    places.terms.push(row.place_at(*at));
                }
            }
        }
        let own = terms.get(from..).unwrap_or_default();
        for variant in notes::variants(said, own, &vocabulary) {
            for name in wordings(&variant.text, variant.kind, &variant.locale, 1) {
                let term = Term { status: variant.status, ..name.term(concept, exact) };
                let mut known = own.iter().chain(mentioned.iter().map(|(term, _)| term));
                if !known.any(|other| other.concept == concept && is_same(other, &term)) {
                    mentioned.push((term, note.map(|at| row.place_at(at)).unwrap_or_default()));
                }
            }
        }
    }
    // What a note only mentions is no name of its concept where it is that of another.
    let key = |term: &Term| (term.locale.clone(), term.text.to_lowercase());
    let sure: FxHashSet<(Locale, String)> = terms.iter().map(key).collect();
    for (term, place) in mentioned {
        if !sure.contains(&key(&term)) {
            terms.push(term);
            places.terms.push(place);
        }
    }
    finish(concepts, terms, places, problems)
}

/// The columns that hold names: their places, locales and kinds.
fn columns(names: &[String]) -> Vec<(usize, Locale, Kind)> {
    let mut columns = Vec::new();
    for (at, name) in names.iter().enumerate() {
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
    columns
}

fn is_same(a: &Term, b: &Term) -> bool {
    a.locale == b.locale && a.text == b.text
}

/// Whether three columns or more say the same in several words with capitals: a title or a name
/// that nobody translates.
fn is_title(cells: &[&str]) -> bool {
    let mut names = cells.iter().map(|cell| cell.split('(').next().unwrap_or_default().trim());
    let Some(first) = names.next() else { return false };
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    cells.len() >= 3
        && first.contains(' ')
        && first.split(' ').all(capital)
        && names.all(|name| name == first)
}

/// How many words the shortest whole name of a cell has that stands first or alone.
fn shortest(cell: &str) -> Option<usize> {
    let name = cell.split('(').next().unwrap_or_default();
    let whole = !name.contains('/');
    let count = name.split_whitespace().count();
    (count > 0 && whole).then_some(count)
}

/// One name out of a cell of a plain table.
pub(in crate::interchange) struct Name {
    pub(in crate::interchange) locale: Locale,
    pub(in crate::interchange) text: String,
    pub(in crate::interchange) kind: Kind,
    pub(in crate::interchange) variants: Vec<String>,
}

impl Name {
    fn term(self, concept: usize, exact: bool) -> Term {
        let exact = self.kind == Kind::Acronym || exact;
        Term { kind: self.kind, variants: self.variants, exact, ..Term::new(concept, self.locale, self.text) }
    }
}

/// The names in a cell; one of fewer words than `shortest` is a part of its neighbour's.
pub(in crate::interchange) fn wordings(
    cell: &str,
    kind: Kind,
    locale: &Locale,
    shortest: usize,
) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let parts = parts(cell);
    for (at, part) in parts.iter().enumerate() {
        let (mut text, mut own, mut variants, mut more) =
            (part.trim().to_owned(), vec![locale.clone()], Vec::new(), Vec::new());
        while let (Some(open), Some(close)) = (text.find('('), text.find(')')) {
            if close < open {
                break;
            }
            let inside = text.get(open + 1..close).unwrap_or_default().trim().to_owned();
            let before = text.get(..open).unwrap_or_default().trim_end().to_owned();
            let glued = !before.is_empty() && before.len() == open && is_suffix(&inside);
            let before = before.trim().to_owned();
            let after = text.get(close + 1..).unwrap_or_default().trim().to_owned();
            let initials = !before.is_empty() && before.chars().all(|c| c.is_uppercase());
            let meaning = bracket(&inside, &before, locale);
            if glued {
                // "capacidad(es)": the rules make the other form.
            } else if let Bracket::Regions(regions) = meaning {
                own = regions;
            } else if meaning == Bracket::Acronym {
                more.push((inside.clone(), Kind::Acronym));
            } else if initials && inside.split_whitespace().count() > 2 {
                more.push((inside.clone(), Kind::Term));
            } else if is_light(inside.split(' ').next()) {
                variants.push(format!("{before} {inside} {after}").trim().to_owned());
            } else if is_light(inside.split([' ', '’', '\'']).rfind(|word| !word.is_empty())) {
                let blank = if inside.ends_with(['’', '\'']) { "" } else { " " };
                variants.push(format!("{inside}{blank}{before} {after}").trim().to_owned());
            }
            text = format!("{before} {after}").trim().to_owned();
        }
        let text = whole(text, at, &parts, names.last(), shortest);
        for text in choices(&text) {
            if text.chars().any(char::is_alphanumeric) {
                let name = |locale: &Locale| Name {
                    locale: locale.clone(),
                    text: text.clone(),
                    kind,
                    variants: variants.clone(),
                };
                names.extend(own.iter().map(name));
            }
        }
        for (text, kind) in more {
            let name = |locale: &Locale| Name {
                locale: locale.clone(),
                text: text.clone(),
                kind,
                variants: Vec::new(),
            };
            names.extend(own.iter().map(name));
        }
    }
    names
}

/// The parts of a cell: between ` / `, and at commas where no conjunction makes them a list that
/// belongs together (*micro, small and medium-sized enterprises*).
fn parts(cell: &str) -> Vec<&str> {
    const AND: [&str; 8] = [" and ", " y ", " e ", " et ", " und ", " or ", " o ", " ou "];
    let mut parts = Vec::new();
    for part in outside_brackets(cell, " / ") {
        match AND.iter().any(|and| part.contains(and)) {
            true => parts.push(part),
            false => parts.extend(outside_brackets(part, ", ")),
        }
    }
    parts
}

/// The text cut at a separator, save where that stands in brackets: *agente (AR, UY)* is one.
fn outside_brackets<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut from, mut open) = (0, false);
    // A bracket that is never closed holds nothing together.
    let last = text.rfind(')');
    for (at, c) in text.char_indices() {
        match c {
            '(' => open = last > Some(at),
            ')' => open = false,
            _ if !open && at >= from && text.get(at..).is_some_and(|rest| rest.starts_with(separator)) => {
                parts.extend(text.get(from..at));
                from = at + separator.len();
            }
            _ => {}
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// A part with what it lacks: *de Formación* has the beginning of its neighbour before, *acuerdo*
/// the end of the one behind.
fn whole(text: String, at: usize, parts: &[&str], before: Option<&Name>, shortest: usize) -> String {
    let lead = text.split(' ').next().unwrap_or_default();
    let opens_lower = lead.chars().next().is_some_and(char::is_lowercase);
    let is_partial = !text.contains(' ') && shortest > 1 && parts.len() > 1;
    if let Some(before) = before {
        if opens_lower && is_light(Some(lead)) {
            // "declaración de mercancías / de las mercancías": the second goes on from the first.
            let other = before.text.split(' ').skip(1).find(|word| is_light(Some(word)));
            let from = other.and_then(|word| before.text.find(&format!(" {word} ")));
            let same = before.text.rfind(&format!(" {lead} ")).or(from);
            if let Some(head) = same.and_then(|at| before.text.get(..at)) {
                return format!("{head} {text}");
            }
        } else if is_partial && let Some((head, _)) = before.text.rsplit_once(' ') {
            return format!("{head} {text}");
        }
    } else if is_partial
        && let Some((_, tail)) = parts.get(at + 1).and_then(|next| next.trim().split_once(' '))
    {
        return format!("{text} {}", tail.split('(').next().unwrap_or_default().trim());
    }
    text
}

/// The wordings of a name with a choice of words in it: *Arranjo/Acordo de Reconhecimento Mútuo*.
fn choices(text: &str) -> Vec<String> {
    let is_choice = |word: &&str| {
        word.contains('/')
            && word.split('/').all(|part| part.chars().filter(|c| c.is_alphabetic()).count() > 2)
    };
    match text.split(' ').find(is_choice) {
        Some(choice) => choice.split('/').map(|word| text.replacen(choice, word, 1)).collect(),
        None => vec![text.to_owned()],
    }
}

/// Whether brackets glued to a word hold the ending of another form: *capacidad(es)*.
fn is_suffix(inside: &str) -> bool {
    inside.chars().count() <= 3 && inside.chars().all(char::is_lowercase)
}

/// Prepositions that begin or end an optional part of a term.
pub(super) fn is_light(word: Option<&str>) -> bool {
    const LIGHT: [&str; 23] = [
        "of", "for", "on", "in", "to", "from", "by", "de", "d", "del", "en", "a", "para", "por", "du", "des",
        "à", "pour", "do", "da", "di", "von", "sobre",
    ];
    word.is_some_and(|word| LIGHT.contains(&word))
}
