//! What becomes of a file that is merged into a termbase, as values.

use super::{CONCEPT, TERM};
use crate::domain::locale::Locale;
use crate::interchange::entry::Place;
use crate::interchange::terms_tsv::Problem;

/// One cell of the file beside that of the termbase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The column.
    pub column: &'static str,
    /// What stands; empty for nothing.
    pub from: String,
    /// What the file says.
    pub to: String,
    /// Whether it is written; else what stands is kept.
    pub taken: bool,
}

/// A concept that is new, or of which something is new or different.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where the file tells it.
    pub place: Place,
    /// Its id.
    pub id: String,
    /// Its place in the termbase; `None` for a new one.
    pub standing: Option<usize>,
    /// It has the id of a concept with which it shares no term: nothing of it is taken.
    pub clash: bool,
    /// Its cells as they will be, by [`CONCEPT`].
    pub cells: [String; CONCEPT.len()],
    /// What changes or differs; nothing for a new one.
    pub changes: Vec<Change>,
    /// Its terms that are new or of which something changes or differs.
    pub terms: Vec<TermItem>,
}

/// A term that is new, or of which something is new or different.
#[derive(Clone, Debug)]
pub struct TermItem {
    /// Where the file tells it.
    pub place: Place,
    /// Its place in the termbase; `None` for a new one.
    pub standing: Option<usize>,
    /// Its locale.
    pub locale: Locale,
    /// Its text.
    pub text: String,
    /// Its cells as they will be, by [`TERM`].
    pub cells: [String; TERM.len()],
    /// What changes or differs.
    pub changes: Vec<Change>,
}

/// What becomes of a file.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The concepts of which something is new or different, in the order of the file.
    pub items: Vec<Item>,
    /// How many concepts of the file are as they stand.
    pub same_concepts: usize,
    /// How many terms of the file are as they stand.
    pub same_terms: usize,
    /// What is doubtful but was taken.
    pub findings: Vec<Problem>,
    /// How many findings there were, those that are not told included.
    pub found: usize,
    /// Entries that may be either of several concepts and are left out.
    pub ambiguous: Vec<Place>,
}

/// How many of each there are in a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Concepts the termbase lacks.
    pub new_concepts: usize,
    /// Concepts of which something changes, a term more included.
    pub changed_concepts: usize,
    /// Terms the termbase lacks.
    pub new_terms: usize,
    /// Terms of which something changes.
    pub changed_terms: usize,
    /// Cells in which the file says something else and what stands is kept.
    pub kept: usize,
    /// Concepts left out because they share an id and no term.
    pub clashes: usize,
}

impl Item {
    /// Whether something of it is written.
    pub fn writes(&self) -> bool {
        let terms = self.terms.iter().any(TermItem::writes);
        !self.clash && (self.standing.is_none() || terms || self.changes.iter().any(|change| change.taken))
    }
}

impl TermItem {
    /// Whether something of it is written.
    pub fn writes(&self) -> bool {
        self.standing.is_none() || self.changes.iter().any(|change| change.taken)
    }
}

impl Plan {
    /// How many of each there are.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for item in &self.items {
            if item.clash {
                counts.clashes += 1;
                continue;
            }
            match item.standing {
                None => counts.new_concepts += 1,
                Some(_) if item.writes() => counts.changed_concepts += 1,
                Some(_) => {}
            }
            counts.kept += item.changes.iter().filter(|change| !change.taken).count();
            for term in &item.terms {
                counts.kept += term.changes.iter().filter(|change| !change.taken).count();
                match term.standing {
                    None => counts.new_terms += 1,
                    Some(_) if term.writes() => counts.changed_terms += 1,
                    Some(_) => {}
                }
            }
        }
        counts
    }

    /// Whether anything is written.
    pub fn writes(&self) -> bool {
        self.items.iter().any(Item::writes)
    }
}
