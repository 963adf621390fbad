//! The faults of a termbase that can be read: what a terminologist would want to know before others
//! rely on it. What makes one useless (an id twice, two preferred terms) is refused where it is read.

use std::collections::{BTreeMap, BTreeSet};

use super::{Enforce, Kind, Matcher, Rules, Status, Term, Termbase};
use crate::domain::finding::Severity;
use crate::domain::locale::Locale;

/// What is wrong with one term or concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// What is wrong.
    pub fault: Fault,
    /// What it is about.
    pub place: Place,
    /// The other term that it is about, by its place.
    pub other: Option<usize>,
    /// The locale that is missing.
    pub locale: Option<Locale>,
}

/// What a fault is about, by its place in the termbase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A concept.
    Concept(usize),
    /// A term.
    Term(usize),
}

/// What may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Two concepts whose forbidden terms send to each other: mending would never end.
    Cycle,
    /// A term forbidden here is preferred there, and nothing says that only the source decides.
    ForbiddenElsewhere,
    /// A term that is never told, since another is found in its words.
    Hidden,
    /// A term that is right for two concepts alike.
    Shared,
    /// An acronym whose letters are no beginnings of words of its name in any locale.
    Acronym,
    /// A concept without a term.
    NoTerm,
    /// A concept without a good term in a locale of the project.
    NoLocale,
}

impl Fault {
    /// All of them.
    pub const ALL: [Fault; 7] = [
        Fault::Cycle,
        Fault::ForbiddenElsewhere,
        Fault::Hidden,
        Fault::Shared,
        Fault::Acronym,
        Fault::NoTerm,
        Fault::NoLocale,
    ];

    /// The code of its finding.
    pub fn code(self) -> &'static str {
        match self {
            Fault::Cycle => "lint-cycle",
            Fault::ForbiddenElsewhere => "lint-forbidden-elsewhere",
            Fault::Hidden => "lint-hidden",
            Fault::Shared => "lint-shared",
            Fault::Acronym => "lint-acronym",
            Fault::NoTerm => "lint-no-term",
            Fault::NoLocale => "lint-no-locale",
        }
    }

    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            Fault::Cycle => Severity::Error,
            Fault::ForbiddenElsewhere | Fault::Hidden | Fault::NoTerm => Severity::Warning,
            Fault::Shared | Fault::Acronym | Fault::NoLocale => Severity::Hint,
        }
    }
}

/// All faults, by place. `locales` are those that every concept should have a term in.
pub fn lint(termbase: &Termbase, locales: &[Locale]) -> Vec<Lint> {
    let mut found = Vec::new();
    wordings(termbase, &mut found);
    cycles(termbase, &mut found);
    for concept in 0..termbase.concepts().len() {
        let of = |place, fault| Lint { fault, place, other: None, locale: None };
        if termbase.terms_of(concept).next().is_none() {
            found.push(of(Place::Concept(concept), Fault::NoTerm));
            continue;
        }
        for locale in locales {
            let good = termbase.terms_of(concept).any(|term| {
                term.status <= Status::Admitted && super::distance(&term.locale, locale).is_some()
            });
            if !good {
                let lint = of(Place::Concept(concept), Fault::NoLocale);
                found.push(Lint { locale: Some(locale.clone()), ..lint });
            }
        }
    }
    acronyms(termbase, &mut found);
    found.sort_by_key(|lint| (lint.place, lint.fault));
    found
}

/// Terms that another is found instead of, or that two concepts have.
fn wordings(termbase: &Termbase, found: &mut Vec<Lint>) {
    let terms = termbase.terms();
    let mut locales: Vec<&Locale> = terms.iter().map(|term| &term.locale).collect();
    locales.sort();
    locales.dedup();
    for locale in locales {
        let matcher = Matcher::new(termbase, locale);
        let is_exact = matcher.rules() == Rules::Exact;
        for (at, term) in terms.iter().enumerate().filter(|(_, term)| term.locale == *locale) {
            // Initials are told apart by what stands beside them.
            if term.kind == Kind::Acronym || (is_exact && term.text.is_empty()) {
                continue;
            }
            let hits = matcher.find(&term.text);
            let whole = hits.iter().find(|hit| hit.end >= term.text.trim_end().len() && hits.len() == 1);
            let Some(other) = whole.and_then(|hit| Some((hit, terms.get(hit.term)?))) else { continue };
            let (hit, winner) = other;
            let lint =
                |fault, other| Lint { fault, place: Place::Term(at), other: Some(other), locale: None };
            let good = |term: &Term| term.status <= Status::Admitted;
            if hit.term == at {
                let rival = hit.others.iter().find(|other| terms.get(**other).is_some_and(good));
                if let Some(rival) = rival.filter(|_| good(term)) {
                    found.push(lint(Fault::Shared, *rival));
                }
            } else if winner.concept == term.concept {
                // Regions may have the same wording with another worth.
                if good(winner) != good(term) && winner.locale == term.locale {
                    found.push(lint(Fault::Hidden, hit.term));
                }
            } else if hit.others.contains(&at) || same_words(&winner.text, &term.text) {
                match (good(winner), good(term)) {
                    (true, false) if term.enforce.is_none() || term.enforce == Some(Enforce::Error) => {
                        found.push(lint(Fault::ForbiddenElsewhere, hit.term));
                    }
                    _ => {}
                }
            } else {
                found.push(lint(Fault::Hidden, hit.term));
            }
        }
    }
}

fn same_words(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Forbidden terms that send from concept to concept in a ring: mending one calls for the next.
/// Those that only judge a translation beside its source (their worth says so) send nowhere.
fn cycles(termbase: &Termbase, found: &mut Vec<Lint>) {
    type Key<'t> = (&'t Locale, String);
    let mut right: BTreeMap<Key<'_>, BTreeSet<usize>> = BTreeMap::new();
    for term in termbase.terms().iter().filter(|term| term.status == Status::Preferred) {
        right.entry((&term.locale, term.text.to_lowercase())).or_default().insert(term.concept);
    }
    // From a concept, by one of its forbidden terms, to the concepts that prefer it.
    let mut ways: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, term) in termbase.terms().iter().enumerate() {
        let binding = term.enforce.is_none() || term.enforce == Some(Enforce::Error);
        if term.status != Status::Forbidden || !binding {
            continue;
        }
        for other in right.get(&(&term.locale, term.text.to_lowercase())).into_iter().flatten() {
            if *other != term.concept {
                ways.entry(term.concept).or_default().push((at, *other));
            }
        }
    }
    for (start, list) in &ways {
        for (at, next) in list {
            // Each way is told once, at its first concept.
            let mut seen = BTreeSet::from([*next]);
            let mut open = vec![*next];
            while let Some(concept) = open.pop() {
                for (_, further) in ways.get(&concept).into_iter().flatten() {
                    if seen.insert(*further) {
                        open.push(*further);
                    }
                }
            }
            if seen.contains(start) {
                let place = Place::Term(*at);
                found.push(Lint { fault: Fault::Cycle, place, other: None, locale: None });
                break;
            }
        }
    }
}

/// Acronyms whose letters do not begin the words of their concept's name in any locale, so that
/// none was kept from another.
fn acronyms(termbase: &Termbase, found: &mut Vec<Lint>) {
    for (at, term) in termbase.terms().iter().enumerate() {
        let is_good = term.kind == Kind::Acronym && term.status <= Status::Admitted;
        let keep = termbase.concept_of(term).is_none_or(|concept| concept.keep);
        if !is_good || keep || term.text.chars().count() < 2 {
            continue;
        }
        let mut names = termbase.terms_of(term.concept).filter(|other| other.kind == Kind::Term).peekable();
        if names.peek().is_some() && !names.any(|name| spells(&term.text, &name.text)) {
            found.push(Lint { fault: Fault::Acronym, place: Place::Term(at), other: None, locale: None });
        }
    }
}

/// Whether the letters stand in the name in their order, the first one at the beginning of a word,
/// and each at one or within a word that one begins.
fn spells(acronym: &str, name: &str) -> bool {
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphabetic()).flat_map(plain).collect();
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut at = 0;
    let mut word: Vec<char> = Vec::new();
    // Each letter begins the next word that has it so, or goes on within the present one.
    while let Some(letter) = letters.get(at) {
        if let Some(inside) = word.iter().position(|c| c == letter).filter(|_| at > 0) {
            let rest_begins = words.clone().any(|next| next.chars().flat_map(plain).next() == Some(*letter));
            if !rest_begins {
                word.drain(..=inside);
                at += 1;
                continue;
            }
        }
        let Some(next) = words.find(|next| next.chars().flat_map(plain).next() == Some(*letter)) else {
            return false;
        };
        word = next.chars().flat_map(plain).skip(1).collect();
        at += 1;
    }
    !letters.is_empty()
}

/// A letter in lower case without its accent.
fn plain(c: char) -> impl Iterator<Item = char> {
    use unicode_normalization::UnicodeNormalization;
    let lower: Vec<char> = c.to_lowercase().nfd().filter(|c| c.is_alphanumeric()).collect();
    lower.into_iter()
}
