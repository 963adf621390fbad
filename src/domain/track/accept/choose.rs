//! What of a record a selection names.

use std::str::FromStr;

use rustc_hash::FxHashSet;

use super::AcceptError;
use crate::domain::document::{Block, Document};
use crate::domain::record::{LinkId, Record};
use crate::domain::text::UnitHash;
use crate::domain::track::Tracking;

/// What is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All of the article.
    All,
    /// Some units. A unit that was merged with others brings them along.
    Units(Vec<UnitRef>),
}

/// A unit as a user names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitRef {
    /// The number of the source block among the article's blocks, from 1.
    Number(usize),
    /// The hash of a source block as it is or was, or of a target block.
    Hash(UnitHash),
    /// A recorded link.
    Link(LinkId),
}

/// A text that names no unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadUnitRef(pub String);

impl FromStr for UnitRef {
    type Err = BadUnitRef;

    /// Reads `12`, sixteen hex digits or a link's eight letters.
    fn from_str(text: &str) -> Result<Self, BadUnitRef> {
        if let Ok(hash) = text.parse() {
            return Ok(UnitRef::Hash(hash));
        }
        if let Ok(id) = text.parse() {
            return Ok(UnitRef::Link(id));
        }
        let number =
            text.parse().ok().filter(|number| *number > 0 && text.bytes().all(|b| b.is_ascii_digit()));
        number.map(UnitRef::Number).ok_or_else(|| BadUnitRef(text.to_owned()))
    }
}

/// What the selection names.
pub(super) struct Chosen {
    pub links: Vec<bool>,
    pub added: Vec<bool>,
    pub extra: Vec<bool>,
}

impl Chosen {
    /// Finds what `selection` names; an error where it names nothing.
    pub fn of(
        selection: &Selection,
        record: &Record,
        tracking: &Tracking,
        source: &Document,
        target: &Document,
    ) -> Result<Chosen, AcceptError> {
        let all = *selection == Selection::All;
        let mut chosen = Chosen {
            links: vec![all; tracking.links.len()],
            added: vec![all; tracking.added.len()],
            extra: vec![all; tracking.extra.len()],
        };
        let Selection::Units(units) = selection else { return Ok(chosen) };
        let mut missing: FxHashSet<UnitRef> = units.iter().copied().collect();
        let wanted = missing.clone();
        let by_hash = wanted.iter().any(|unit| matches!(unit, UnitRef::Hash(_)));
        let mut numbers = vec![0; source.blocks.len()];
        for (number, (at, _)) in source.article_blocks().enumerate() {
            numbers[at] = number + 1;
        }
        let mut hit = |unit: UnitRef| {
            missing.remove(&unit);
            wanted.contains(&unit)
        };
        let mut names_block = |document: &Document, at: usize, number: Option<usize>| {
            let by_number = number.is_some_and(|number| hit(UnitRef::Number(number)));
            let hash = by_hash.then(|| document.blocks.get(at).map(Block::hash)).flatten();
            hash.is_some_and(|hash| hit(UnitRef::Hash(hash))) | by_number
        };
        let number = |at: usize| numbers.get(at).copied();
        for (at, tracked) in tracking.links.iter().enumerate() {
            for block in &tracked.source {
                chosen.links[at] |= names_block(source, *block, number(*block));
            }
            for block in &tracked.target {
                chosen.links[at] |= names_block(target, *block, None);
            }
        }
        for (at, added) in tracking.added.iter().enumerate() {
            for block in &added.source {
                chosen.added[at] |= names_block(source, *block, number(*block));
            }
            for block in &added.target {
                chosen.added[at] |= names_block(target, *block, None);
            }
        }
        for (at, block) in tracking.extra.iter().enumerate() {
            chosen.extra[at] |= names_block(target, *block, None);
        }
        for (at, link) in record.links.iter().enumerate() {
            chosen.links[at] |= hit(UnitRef::Link(link.id));
            if by_hash {
                for unit in &link.baseline {
                    chosen.links[at] |= hit(UnitRef::Hash(UnitHash::of(&unit.text)));
                }
                for hash in &link.target {
                    chosen.links[at] |= hit(UnitRef::Hash(*hash));
                }
            }
        }
        match missing.into_iter().min() {
            Some(unit) => Err(AcceptError::UnknownUnit(unit)),
            None => Ok(chosen),
        }
    }
}
