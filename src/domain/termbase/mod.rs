//! The termbase: concepts, their terms in each locale, and finding them in text.
//!
//! A [`Concept`] is something meant, whatever it is called; a [`Term`] is one of its names in one
//! locale, with a [`Status`]. A [`Termbase`] holds both, checked. [`Matcher`] finds all terms of
//! one locale in a text, whatever their number and gender.

pub mod lint;
mod matching;
pub mod mend;
pub mod quality;
pub mod usage;

use std::fmt;
use std::str::FromStr;

use rustc_hash::FxHashMap;

use super::locale::Locale;
pub use matching::{Match, Matcher, Rules};

/// A closed set of words as they stand in the tables.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$of])* $variant),+
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it in the tables and in JSON.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl FromStr for $name {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($word => Ok($name::$variant),)+ _ => Err(()) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

words! {
    /// What a term's use is worth, best first.
    Status {
        /// Write this one.
        Preferred = "preferred",
        /// Right too.
        Admitted = "admitted",
        /// Better not.
        Deprecated = "deprecated",
        /// Wrong.
        Forbidden = "forbidden",
    }
}

words! {
    /// Whether a term is written out.
    Kind {
        /// A word or several.
        Term = "term",
        /// Initials.
        Acronym = "acronym",
    }
}

words! {
    /// A term's part of speech.
    PartOfSpeech {
        /// A common noun, or a phrase around one.
        Noun = "noun",
        /// A proper name.
        Proper = "proper",
        /// A verb.
        Verb = "verb",
        /// An adjective.
        Adjective = "adjective",
        /// Anything longer.
        Phrase = "phrase",
    }
}

words! {
    /// A term's grammatical gender.
    Gender {
        /// Masculine.
        Masculine = "m",
        /// Feminine.
        Feminine = "f",
        /// Neuter.
        Neuter = "n",
        /// Both, in one form: *agente*.
        Common = "mf",
        /// Both, in a form each: *operador*, *operadora*.
        Pair = "m|f",
    }
}

words! {
    /// What it is worth that a term is missing or wrong, gravest first.
    Enforce {
        /// An error.
        Error = "error",
        /// A warning.
        Warn = "warn",
        /// Only worth a look.
        Hint = "hint",
    }
}

/// Something meant, whatever it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concept {
    /// Its id: never changed once used.
    pub id: String,
    /// The field it belongs to; empty where none is named.
    pub subject: String,
    /// Whether its acronym, or its name where it has none, stays as it is in every language.
    pub keep: bool,
    /// What a missing term is worth; a warning where nothing is said.
    pub enforce: Option<Enforce>,
    /// What it is, in a sentence.
    pub definition: String,
    /// Usage and look-alikes.
    pub note: String,
    /// Where it is described.
    pub source: String,
}

/// One name of one concept in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The place of its concept in [`Termbase::concepts`].
    pub concept: usize,
    /// Where it is used.
    pub locale: Locale,
    /// The name in the form a dictionary would list.
    pub text: String,
    /// What its use is worth.
    pub status: Status,
    /// Whether it is written out.
    pub kind: Kind,
    /// Its part of speech, if it is named.
    pub pos: Option<PartOfSpeech>,
    /// Its gender, if it is named.
    pub gender: Option<Gender>,
    /// Whether only these capitals count (`Member` is not `member`).
    pub exact: bool,
    /// Other forms that rules would not find.
    pub variants: Vec<String>,
    /// The terms of other locales that it stands for, where it does not for all of its concept's: an
    /// *acuerdo* is an Agreement and no Arrangement. None: for all.
    pub renders: Vec<String>,
    /// What it is worth for this term alone; that of the concept where nothing is said.
    pub enforce: Option<Enforce>,
    /// Where it is said, or why not.
    pub note: String,
    /// Where it was read.
    pub source: String,
}

impl Term {
    /// Whether it is a rendering of what another language says with one of these words; with nothing
    /// said, it is.
    pub fn renders_any(&self, said: &[&str]) -> bool {
        self.renders.is_empty()
            || said.is_empty()
            || said.iter().any(|said| self.renders.iter().any(|own| own == said))
    }

    /// An admitted term of that concept, with nothing else said of it.
    pub fn new(concept: usize, locale: Locale, text: impl Into<String>) -> Self {
        Term {
            concept,
            locale,
            text: text.into(),
            status: Status::Admitted,
            kind: Kind::Term,
            pos: None,
            gender: None,
            exact: false,
            variants: Vec::new(),
            renders: Vec::new(),
            enforce: None,
            note: String::new(),
            source: String::new(),
        }
    }
}

/// What is wrong with a termbase: the faults that make it useless, not those of style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A concept without an id, by its place.
    NoId(usize),
    /// A concept whose id another has; the places of both.
    SameId(usize, usize),
    /// A term of a concept that is not there, by its place.
    NoConcept(usize),
    /// A term, or a variant of it, without a letter or a digit, by its place.
    Empty(usize),
    /// A term, or a variant of it, that is longer than [`LONGEST`], by its place.
    TooLong(usize),
    /// A second preferred term of one kind for one concept and locale; the places of both.
    TwoPreferred(usize, usize),
    /// The same term with another status for one concept and locale; the places of both.
    SameTerm(usize, usize),
}

/// The longest term, in bytes.
pub const LONGEST: usize = 1000;

/// Concepts and their terms, checked: ids are unique, every term has its concept, and there is at
/// most one preferred term of a kind for a concept and locale.
#[derive(Clone, Debug, Default)]
pub struct Termbase {
    concepts: Vec<Concept>,
    terms: Vec<Term>,
    ids: FxHashMap<String, usize>,
    of_concept: Vec<Vec<usize>>,
}

impl Termbase {
    /// Checks concepts and terms and joins them; all faults at once, in the order of their places.
    pub fn new(concepts: Vec<Concept>, terms: Vec<Term>) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut ids: FxHashMap<String, usize> = FxHashMap::default();
        for (at, concept) in concepts.iter().enumerate() {
            if concept.id.trim().is_empty() {
                faults.push(Fault::NoId(at));
            } else if let Some(first) = ids.get(&concept.id) {
                faults.push(Fault::SameId(*first, at));
            } else {
                ids.insert(concept.id.clone(), at);
            }
        }
        let mut of_concept = vec![Vec::new(); concepts.len()];
        let mut preferred: FxHashMap<(usize, &Locale, Kind), usize> = FxHashMap::default();
        let mut same: FxHashMap<(usize, &Locale, &str), usize> = FxHashMap::default();
        for (at, term) in terms.iter().enumerate() {
            match of_concept.get_mut(term.concept) {
                Some(list) => list.push(at),
                None => faults.push(Fault::NoConcept(at)),
            }
            let mut forms = std::iter::once(&term.text).chain(&term.variants);
            if forms.clone().any(|form| !form.chars().any(char::is_alphanumeric)) {
                faults.push(Fault::Empty(at));
            } else if forms.any(|form| form.len() > LONGEST) {
                faults.push(Fault::TooLong(at));
            }
            if let Some(first) = same.get(&(term.concept, &term.locale, term.text.as_str())) {
                faults.push(Fault::SameTerm(*first, at));
                continue;
            }
            same.insert((term.concept, &term.locale, &term.text), at);
            if term.status == Status::Preferred {
                match preferred.get(&(term.concept, &term.locale, term.kind)) {
                    Some(first) => faults.push(Fault::TwoPreferred(*first, at)),
                    None => drop(preferred.insert((term.concept, &term.locale, term.kind), at)),
                }
            }
        }
        if faults.is_empty() { Ok(Termbase { concepts, terms, ids, of_concept }) } else { Err(faults) }
    }

    /// The concepts, in the order given.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The terms, in the order given.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The concept of that id.
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.get(*self.ids.get(id)?)
    }

    /// The concept of a term of this termbase.
    pub fn concept_of(&self, term: &Term) -> Option<&Concept> {
        self.concepts.get(term.concept)
    }

    /// The terms of the concept at that place, in any locale.
    pub fn terms_of(&self, concept: usize) -> impl Iterator<Item = &Term> {
        self.of_concept.get(concept).into_iter().flatten().filter_map(|at| self.terms.get(*at))
    }

    /// The places of the terms that a text in `locale` may use, in their order: those of the same
    /// language, of whatever region, unless they name another script.
    pub fn places_for(&self, locale: &Locale) -> impl Iterator<Item = usize> {
        self.terms
            .iter()
            .enumerate()
            .filter(|(_, term)| distance(&term.locale, locale).is_some())
            .map(|(at, _)| at)
    }

    /// What a missing term of that concept is worth.
    pub fn enforce(&self, term: &Term) -> Enforce {
        let concept = self.concept_of(term).and_then(|concept| concept.enforce);
        term.enforce.or(concept).unwrap_or(Enforce::Warn)
    }
}

/// How far a term's locale is from a text's: 0 the same, 1 the language without a region (or a
/// region's term in a text without one), 2 another region; `None` for another language or script.
pub fn distance(term: &Locale, text: &Locale) -> Option<u8> {
    if term == text {
        return Some(0);
    }
    let other_script = matches!((term.script(), text.script()), (Some(a), Some(b)) if a != b);
    if term.language() != text.language() || other_script {
        return None;
    }
    Some(match (term.region(), text.region()) {
        (Some(a), Some(b)) if a != b => 2,
        _ => 1,
    })
}

#[cfg(test)]
mod tests;
