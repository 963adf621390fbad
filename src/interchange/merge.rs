//! Holds what a file says against a termbase, and plans what becomes of it.
//!
//! A concept is known by its id (a mere number, `c12`, is believed only where a term agrees); where
//! the format has none, by a term that one concept has. A term
//! is known by its concept, locale and text. What the termbase lacks is added, and where it says
//! nothing and the file does, that is filled in. Where both say something and not the same, the
//! termbase keeps its word unless the file is to win ([`How::Update`]), and the difference is told.
//! What the file does not mention stays: nothing is ever taken away.
//!
//! Everything is compared as the cells of the tables ([`CONCEPT`], [`TERM`]), which is what will be
//! written. All look-ups go through ordered maps, so that no file can be made to slow them down:
//! n log n in its terms, and memory for what is new or different besides the termbase itself.

mod plan;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::entry::{Entry, Name, Place, cut};
use super::terms_tsv::Problem;
use crate::domain::locale::Locale;
use crate::domain::termbase::{
    Concept, Enforce, Gender, Kind, PartOfSpeech, Status, Term, Termbase, distance,
};

pub use plan::{Change, Counts, Item, Plan, TermItem};

/// The columns of a concept beside its id.
pub const CONCEPT: [&str; 6] = ["subject", "keep", "enforce", "definition", "note", "source"];
/// The columns of a term beside its concept, locale and text.
pub const TERM: [&str; 10] =
    ["status", "kind", "pos", "gender", "case", "variants", "for", "enforce", "note", "source"];
const STATUS: usize = 0;
const KIND: usize = 1;
const POS: usize = 2;
const CASE: usize = 4;
const VARIANTS: usize = 5;

/// Who wins where the termbase and the file say different things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// The termbase; the difference is told.
    #[default]
    Keep,
    /// The file.
    Update,
}

/// What a format can't tell apart, so that it says nothing against what the termbase says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coarse {
    /// Forbidden from deprecated.
    pub status: bool,
    /// A proper name from a noun.
    pub pos: bool,
    /// A region's terms from those of its language.
    pub region: bool,
}

/// How to merge a file.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Who wins.
    pub how: How,
    /// What the format can't tell apart.
    pub coarse: Coarse,
    /// Put before each id of the file.
    pub prefix: String,
}

/// Where a term is.
#[derive(Clone, Copy, Debug)]
enum At {
    Standing(usize),
    /// A form of a term that stands.
    Form,
    Item(usize, usize),
}

type Key<'b> = (usize, Locale, Cow<'b, str>);

/// Takes the entries of one file.
pub struct Merger<'b> {
    base: &'b Termbase,
    file: String,
    options: Options,
    /// The places of concepts by id: those that stand, then the new ones.
    ids: BTreeMap<Cow<'b, str>, usize>,
    names: BTreeMap<Key<'b>, At>,
    preferred: BTreeMap<(usize, Locale, Kind), At>,
    /// The concepts that have a term, filled when it is first asked for.
    by_name: Option<BTreeMap<(Locale, String), Vec<usize>>>,
    item_of: BTreeMap<usize, usize>,
    term_of: BTreeMap<usize, (usize, usize)>,
    seen: BTreeMap<usize, ()>,
    concepts: usize,
    /// The number that an id made of a term gets next.
    numbers: BTreeMap<String, u64>,
    /// The locales of the termbase.
    locales: BTreeSet<Locale>,
    plan: Plan,
}

const MOST_FINDINGS: usize = 100;

impl<'b> Merger<'b> {
    /// A merger into `base` of the file of that name.
    pub fn new(base: &'b Termbase, file: impl Into<String>, options: Options) -> Self {
        let mut names = BTreeMap::new();
        let mut preferred = BTreeMap::new();
        for (at, term) in base.terms().iter().enumerate() {
            for form in &term.variants {
                names.insert((term.concept, term.locale.clone(), Cow::Borrowed(form.as_str())), At::Form);
            }
            if term.status == Status::Preferred {
                preferred.insert((term.concept, term.locale.clone(), term.kind), At::Standing(at));
            }
        }
        for (at, term) in base.terms().iter().enumerate() {
            let key = (term.concept, term.locale.clone(), Cow::Borrowed(term.text.as_str()));
            names.insert(key, At::Standing(at));
        }
        let ids = base.concepts().iter().enumerate();
        Merger {
            base,
            file: file.into(),
            options,
            ids: ids.map(|(at, concept)| (Cow::Borrowed(concept.id.as_str()), at)).collect(),
            names,
            preferred,
            by_name: None,
            item_of: BTreeMap::new(),
            term_of: BTreeMap::new(),
            seen: BTreeMap::new(),
            concepts: base.concepts().len(),
            numbers: BTreeMap::new(),
            locales: base.terms().iter().map(|term| term.locale.clone()).collect(),
            plan: Plan::default(),
        }
    }

    /// The plan, once all entries were taken.
    pub fn finish(mut self) -> Plan {
        let touched = self.plan.items.iter().filter(|item| item.standing.is_some()).count();
        let standing = self.seen.range(..self.base.concepts().len()).count();
        self.plan.same_concepts = standing.saturating_sub(touched);
        self.plan
    }

    /// Takes an entry.
    pub fn add(&mut self, mut entry: Entry) {
        let mut names = std::mem::take(&mut entry.names);
        let slot = match &entry.id {
            Some(id) => self.by_id(&format!("{}{id}", self.options.prefix), entry.place),
            None => match self.by_terms(&names, entry.place) {
                Some(slot) => slot,
                None => return,
            },
        };
        let first = self.seen.insert(slot, ()).is_none();
        let stands = slot < self.base.concepts().len();
        let is_numbered = entry.id.as_deref().is_some_and(is_numbered);
        if stands && first && is_numbered && self.clashes(slot, &names) {
            let item = self.item(slot, entry.place);
            if let Some(item) = self.plan.items.get_mut(item) {
                item.clash = true;
            }
            return;
        }
        if self.item_of.get(&slot).and_then(|at| self.plan.items.get(*at)).is_some_and(|item| item.clash) {
            return;
        }
        if self.options.coarse.region && stands {
            names.iter_mut().for_each(|name| self.regional(slot, name));
        }
        self.concept(slot, &mut entry);
        // Room for so many: most concepts come once, and a list grows to four by itself.
        if let Some(item) = self.item_of.get(&slot).and_then(|at| self.plan.items.get_mut(*at))
            && item.terms.capacity() == 0
        {
            item.terms.reserve_exact(names.len());
        }
        for name in names {
            self.name(slot, name);
        }
    }

    /// The place of the concept of that id, a new one where there is none.
    fn by_id(&mut self, id: &str, place: Place) -> usize {
        if let Some(slot) = self.ids.get(id) {
            return *slot;
        }
        let slot = self.concepts;
        self.concepts += 1;
        self.ids.insert(Cow::Owned(id.to_owned()), slot);
        self.plan.items.push(Item {
            place,
            id: id.to_owned(),
            standing: None,
            clash: false,
            cells: Default::default(),
            changes: Vec::new(),
            terms: Vec::new(),
        });
        self.item_of.insert(slot, self.plan.items.len() - 1);
        slot
    }

    /// The place of the one concept that has the first of the names, and of several the one that
    /// has another of them too; a new one where none has it. `None` where that can't be told.
    fn by_terms(&mut self, names: &[Name], place: Place) -> Option<usize> {
        let (first, others) = names.split_first()?;
        let base = self.base;
        let by_name = self.by_name.get_or_insert_with(|| {
            let mut map: BTreeMap<(Locale, String), Vec<usize>> = BTreeMap::new();
            for term in base.terms() {
                for text in std::iter::once(&term.text).chain(&term.variants) {
                    let list = map.entry((term.locale.clone(), text.clone())).or_default();
                    if list.last() != Some(&term.concept) {
                        list.push(term.concept);
                    }
                }
            }
            map
        });
        let mut found: Vec<usize> = Vec::new();
        for locale in near(&self.locales, &first.locale) {
            let more = by_name.get(&(locale.clone(), first.text.clone())).into_iter().flatten();
            found.extend(more.copied());
        }
        found.sort_unstable();
        found.dedup();
        let has = |slot: usize| {
            let has = |name: &Name| {
                near(&self.locales, &name.locale).any(|locale| {
                    self.names.contains_key(&(slot, locale.clone(), Cow::Borrowed(name.text.as_str())))
                })
            };
            others.iter().any(has)
        };
        if let Some(both) = found.iter().copied().find(|slot| has(*slot)) {
            return Some(both);
        }
        match found.as_slice() {
            [one] => return Some(*one),
            [] => {}
            _ => {
                self.plan.ambiguous.push(place);
                return None;
            }
        }
        let id = self.free_id(&first.text);
        let slot = self.by_id(&id, place);
        if let Some(by_name) = &mut self.by_name {
            by_name.insert((first.locale.clone(), first.text.clone()), vec![slot]);
            self.locales.insert(first.locale.clone());
        }
        Some(slot)
    }

    /// Where the format knows no regions, a name may be that of a region.
    fn regional(&self, slot: usize, name: &mut Name) {
        let known = |locale: &Locale| {
            self.names.contains_key(&(slot, locale.clone(), Cow::Borrowed(name.text.as_str())))
        };
        if known(&name.locale) {
            return;
        }
        let other = near(&self.locales, &name.locale).find(|locale| known(locale)).cloned();
        if let Some(locale) = other {
            name.locale = locale;
        }
    }

    /// An id after a term, in the manner of the termbase: small letters, digits and `_`.
    fn free_id(&mut self, text: &str) -> String {
        let mut id = String::new();
        for c in text.nfkd().filter(char::is_ascii).take(200) {
            match c {
                c if c.is_ascii_alphanumeric() => id.push(c.to_ascii_lowercase()),
                _ if !id.is_empty() && !id.ends_with('_') => id.push('_'),
                _ => {}
            }
            if id.len() >= 40 {
                break;
            }
        }
        let id = match id.trim_end_matches('_') {
            "" => format!("{}concept", self.options.prefix),
            id => format!("{}{id}", self.options.prefix),
        };
        if !self.ids.contains_key(id.as_str()) {
            return id;
        }
        // Each number is tried once for each id, however many terms come to the same.
        let number = self.numbers.entry(id.clone()).or_insert(1);
        loop {
            *number += 1;
            let free = format!("{id}_{number}");
            if !self.ids.contains_key(free.as_str()) {
                return free;
            }
        }
    }

    /// Whether a concept of the file is another one than that of the same id: both have terms in a
    /// locale and share none in any.
    fn clashes(&self, slot: usize, names: &[Name]) -> bool {
        if self.options.how == How::Update {
            return false;
        }
        let mut common = false;
        for name in names {
            let key = (slot, name.locale.clone(), Cow::Borrowed(name.text.as_str()));
            if self.names.contains_key(&key) {
                return false;
            }
            let from = (slot, name.locale.clone(), Cow::Borrowed(""));
            let next = self.names.range(from..).next();
            common |= next.is_some_and(|((own, locale, _), _)| *own == slot && *locale == name.locale);
        }
        common
    }

    /// The item of a concept, which has one from here on.
    fn item(&mut self, slot: usize, place: Place) -> usize {
        if let Some(at) = self.item_of.get(&slot) {
            return *at;
        }
        let concept = self.base.concepts().get(slot);
        self.plan.items.push(Item {
            place,
            id: concept.map(|concept| concept.id.clone()).unwrap_or_default(),
            standing: Some(slot),
            clash: false,
            cells: concept.map(concept_cells).unwrap_or_default(),
            changes: Vec::new(),
            terms: Vec::new(),
        });
        self.item_of.insert(slot, self.plan.items.len() - 1);
        self.plan.items.len() - 1
    }

    fn concept(&mut self, slot: usize, entry: &mut Entry) {
        let standing = self.base.concepts().get(slot);
        let item = self.item_of.get(&slot).and_then(|at| self.plan.items.get(*at));
        let now =
            item.map(|item| item.cells.clone()).or_else(|| standing.map(concept_cells)).unwrap_or_default();
        let comment = std::mem::take(&mut entry.comment);
        let [_, _, _, definition, note, _] = &now;
        if entry.note.is_empty() && !says(definition, &comment) && !says(note, &comment) {
            entry.note = comment;
        }
        let said = [
            std::mem::take(&mut entry.subject),
            if entry.keep { "yes".to_owned() } else { String::new() },
            entry.enforce.map(Enforce::name).unwrap_or_default().to_owned(),
            std::mem::take(&mut entry.definition),
            std::mem::take(&mut entry.note),
            std::mem::take(&mut entry.source),
        ];
        let mut cells = now.clone();
        let changes = merge(&CONCEPT, &mut cells, &said, self.options.how, |_, _, _| false);
        if changes.is_empty() {
            return;
        }
        let is_new = standing.is_none();
        let at = self.item(slot, entry.place);
        let Some(item) = self.plan.items.get_mut(at) else { return };
        item.cells = cells;
        // What a new concept is given is no change; what is said of it twice may differ.
        item.changes.extend(changes.into_iter().filter(|change| !is_new || !change.from.is_empty()));
    }

    fn name(&mut self, slot: usize, name: Name) {
        let key = (slot, name.locale.clone(), Cow::Borrowed(name.text.as_str()));
        match self.names.get(&key).copied() {
            None => self.new_name(slot, name),
            Some(At::Form) => self.plan.same_terms += 1,
            Some(At::Standing(at)) => self.known_name(slot, at, name),
            Some(At::Item(item, term)) => self.again(item, term, name),
        }
    }

    fn new_name(&mut self, slot: usize, name: Name) {
        let at = self.item(slot, name.place);
        let kind = name.kind();
        let mut cells = name_cells(&name);
        let mut changes = Vec::new();
        let mut status = name.status.unwrap_or(name.usual);
        let place = (slot, name.locale.clone(), kind);
        if status == Status::Preferred {
            match self.preferred.get(&place).copied() {
                Some(At::Standing(other)) if self.options.how == How::Update && name.status.is_some() => {
                    self.demote(slot, other, name.place);
                }
                Some(other) => {
                    status = Status::Admitted;
                    if name.status.is_some() {
                        self.two_preferred(other, &name);
                        changes.push(Change {
                            column: "status",
                            from: Status::Admitted.name().to_owned(),
                            to: Status::Preferred.name().to_owned(),
                            taken: false,
                        });
                    }
                }
                None => {}
            }
        }
        // Demoting may have made an item of the same concept longer.
        let term_at = self.plan.items.get(at).map_or(0, |item| item.terms.len());
        if status == Status::Preferred {
            self.preferred.insert(place, At::Item(at, term_at));
        }
        cells[STATUS] = status.name().to_owned();
        cells[KIND] = kind.name().to_owned();
        if name.usual_exact && kind == Kind::Acronym {
            cells[CASE] = "exact".to_owned();
        }
        let Some(item) = self.plan.items.get_mut(at) else { return };
        let (locale, text) = (name.locale, name.text);
        self.names.insert((slot, locale.clone(), Cow::Owned(text.clone())), At::Item(at, term_at));
        item.terms.push(TermItem { place: name.place, standing: None, locale, text, cells, changes });
    }

    /// Two terms that are preferred: told, where both are the file's.
    fn two_preferred(&mut self, other: At, name: &Name) {
        let At::Item(item, term) = other else { return };
        let other = self.plan.items.get(item).and_then(|item| item.terms.get(term));
        let line = other.map(|other| other.place.line.to_string()).unwrap_or_default();
        self.finding(name.place, "preferred-twice", &name.text, line);
    }

    fn finding(&mut self, place: Place, code: &'static str, found: &str, known: String) {
        self.plan.found += 1;
        if self.plan.findings.len() < MOST_FINDINGS {
            let (file, found) = (self.file.clone(), cut(found));
            self.plan.findings.push(Problem {
                file,
                line: place.line,
                column: place.column,
                code,
                found,
                known,
            });
        }
    }

    /// A term that stands is preferred no more, since the file prefers another one.
    fn demote(&mut self, slot: usize, standing: usize, place: Place) {
        let (item, term) = self.term_item(slot, standing, place);
        let Some(term) = self.plan.items.get_mut(item).and_then(|item| item.terms.get_mut(term)) else {
            return;
        };
        let (from, to) = (term.cells[STATUS].clone(), Status::Admitted.name().to_owned());
        if from != Status::Preferred.name() {
            return;
        }
        term.cells[STATUS].clone_from(&to);
        term.changes.push(Change { column: "status", from, to, taken: true });
    }

    /// The item of a term that stands, which has one from here on.
    fn term_item(&mut self, slot: usize, standing: usize, place: Place) -> (usize, usize) {
        if let Some(at) = self.term_of.get(&standing) {
            return *at;
        }
        let at = self.item(slot, place);
        let (Some(item), Some(term)) = (self.plan.items.get_mut(at), self.base.terms().get(standing)) else {
            return (at, usize::MAX);
        };
        item.terms.push(TermItem {
            place,
            standing: Some(standing),
            locale: term.locale.clone(),
            text: term.text.clone(),
            cells: term_cells(term),
            changes: Vec::new(),
        });
        let found = (at, item.terms.len() - 1);
        self.term_of.insert(standing, found);
        found
    }

    fn known_name(&mut self, slot: usize, standing: usize, name: Name) {
        let Some(term) = self.base.terms().get(standing) else { return };
        let known = self.term_of.get(&standing).copied();
        let known = known.and_then(|(item, at)| self.plan.items.get(item)?.terms.get(at));
        let mut cells = known.map_or_else(|| term_cells(term), |known| known.cells.clone());
        let mut said = name_cells(&name);
        let coarse = self.options.coarse;
        let same = |column: usize, stands: &str, says: &str| match column {
            STATUS => coarse.status && stands == "forbidden" && says == "deprecated",
            POS => coarse.pos && stands == "proper" && says == "noun",
            _ => false,
        };
        // A file that prefers another term than the termbase is told once, at this one.
        let prefers = name.status == Some(Status::Preferred) && cells[STATUS] != Status::Preferred.name();
        if prefers && self.options.how == How::Update {
            let kind = name.kind.unwrap_or(term.kind);
            match self.preferred.get(&(slot, term.locale.clone(), kind)).copied() {
                Some(At::Standing(other)) if other != standing => self.demote(slot, other, name.place),
                Some(other @ At::Item(..)) => {
                    self.two_preferred(other, &name);
                    said[STATUS].clear();
                }
                _ => {}
            }
        }
        let changes = merge(&TERM, &mut cells, &said, self.options.how, same);
        if changes.is_empty() {
            self.plan.same_terms += 1;
            return;
        }
        if cells[STATUS] == "preferred" {
            let kind = cells[KIND].parse().unwrap_or(term.kind);
            self.preferred.insert((slot, term.locale.clone(), kind), At::Standing(standing));
        }
        let (item, at) = self.term_item(slot, standing, name.place);
        let Some(item) = self.plan.items.get_mut(item).and_then(|item| item.terms.get_mut(at)) else {
            return;
        };
        item.cells = cells;
        item.changes.extend(changes);
    }

    /// A new term that the file tells twice: what it says later is filled in.
    fn again(&mut self, item: usize, term: usize, name: Name) {
        let Some(own) = self.plan.items.get_mut(item).and_then(|item| item.terms.get_mut(term)) else {
            return;
        };
        let changes = merge(&TERM, &mut own.cells, &name_cells(&name), How::Keep, |_, _, _| false);
        let line = own.place.line.to_string();
        let differs = changes.iter().any(|change| !change.taken);
        own.changes.extend(changes.into_iter().filter(|change| !change.taken));
        if differs {
            self.finding(name.place, "same-term", &name.text, line);
        }
    }
}

/// Whether an id is a number with a few letters before it, as programs give: two files may well
/// have the same for different things.
fn is_numbered(id: &str) -> bool {
    let before = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = before.trim_end_matches(['-', '_', '.', '/', ':', '#']);
    before.len() < id.len() && letters.len() <= 10 && letters.chars().all(char::is_alphabetic)
}

/// The locale itself and those whose terms its texts use, region or no region.
fn near<'l>(locales: &'l BTreeSet<Locale>, locale: &'l Locale) -> impl Iterator<Item = &'l Locale> {
    let others = locales.iter().filter(move |other| matches!(distance(other, locale), Some(1)));
    std::iter::once(locale).chain(others)
}

/// Whether a text that stands says what a remark says.
fn says(standing: &str, remark: &str) -> bool {
    remark.is_empty() || standing == remark || standing.split(" | ").any(|part| part == remark)
}

/// Brings what is said into the cells. `same` tells of two different words that they are no
/// difference.
fn merge<const N: usize>(
    columns: &[&'static str; N],
    cells: &mut [String; N],
    said: &[String; N],
    how: How,
    same: impl Fn(usize, &str, &str) -> bool,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, ((column, cell), said)) in columns.iter().zip(cells.iter_mut()).zip(said).enumerate() {
        if said.is_empty() || cell == said {
            continue;
        }
        let (to, taken) = if N == TERM.len() && at == VARIANTS {
            let mut all: Vec<&str> = cell.split(" | ").filter(|form| !form.is_empty()).collect();
            let before = all.len();
            all.extend(said.split(" | ").filter(|form| !cell.split(" | ").any(|own| own == *form)));
            if all.len() == before {
                continue;
            }
            (all.join(" | "), true)
        } else if cell.is_empty() {
            (said.clone(), true)
        } else if same(at, cell, said) || (["note", "source"].contains(column) && says(cell, said)) {
            continue;
        } else {
            (said.clone(), how == How::Update)
        };
        let from = cell.clone();
        if taken {
            cell.clone_from(&to);
        }
        changes.push(Change { column, from, to, taken });
    }
    changes
}

fn word<T>(value: Option<T>, name: fn(T) -> &'static str) -> String {
    value.map(name).unwrap_or_default().to_owned()
}

/// A concept's cells, by [`CONCEPT`].
pub fn concept_cells(concept: &Concept) -> [String; CONCEPT.len()] {
    [
        concept.subject.clone(),
        if concept.keep { "yes".to_owned() } else { String::new() },
        word(concept.enforce, Enforce::name),
        concept.definition.clone(),
        concept.note.clone(),
        concept.source.clone(),
    ]
}

/// A term's cells, by [`TERM`].
pub fn term_cells(term: &Term) -> [String; TERM.len()] {
    [
        term.status.name().to_owned(),
        term.kind.name().to_owned(),
        word(term.pos, PartOfSpeech::name),
        word(term.gender, Gender::name),
        if term.exact { "exact".to_owned() } else { String::new() },
        term.variants.join(" | "),
        term.renders.join(" | "),
        word(term.enforce, Enforce::name),
        term.note.clone(),
        term.source.clone(),
    ]
}

/// What is said of a name, by [`TERM`].
fn name_cells(name: &Name) -> [String; TERM.len()] {
    [
        word(name.status, Status::name),
        word(name.kind, Kind::name),
        word(name.pos, PartOfSpeech::name),
        word(name.gender, Gender::name),
        if name.exact { "exact".to_owned() } else { String::new() },
        name.variants.join(" | "),
        name.renders.join(" | "),
        word(name.enforce, Enforce::name),
        name.note.clone(),
        name.source.clone(),
    ]
}

#[cfg(test)]
mod tests;
