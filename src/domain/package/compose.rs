//! The target's file with what was taken, and the source as it was when it was sent.
//!
//! Where there is a target, each unit goes into its own blocks; one that has none goes behind the
//! translation of what stands before it in the source, in the form it has there. Where there is no
//! target yet, the source's file is its skeleton, and **what nobody translated stays in the source's
//! language**: it has its place, everybody sees that it is not translated, cotejo calls the version
//! partial, and the next delivery finds where it belongs.
//!
//! The file is read again, and must say just what was meant: blocks as they were, and the new texts in
//! their places. A unit that the file can't hold so is left out and told.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::take::Taken;
use crate::domain::document::{Block, BlockKind, Document, Insert};
use crate::domain::text::normalised;
use crate::domain::track::{Told, Tracking};

/// So many units are looked at one by one where some can't be held.
const MOST_ALONE: usize = 100;

/// What a file is made of.
pub struct Frame<'f> {
    /// The source today.
    pub source: &'f Document,
    /// The target, or the skeleton of one: the source's file itself.
    pub target: &'f Document,
    /// Whether it is a skeleton: its blocks are the source's.
    pub is_skeleton: bool,
    /// The record's links in source and target.
    pub tracking: &'f Tracking,
    /// Reads the bytes of the target.
    pub read: &'f dyn Fn(Vec<u8>) -> Document,
}

/// A file as it is to be.
pub struct Composed {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is read of them.
    pub document: Document,
    /// The source as it was when the units were sent; for all others, as it is today.
    pub as_sent: Document,
    /// For each unit what says the same: blocks of the source as sent and of the new target; `None`
    /// for one that the file can't hold.
    pub told: Vec<Option<Told>>,
    /// What was copied across with the skeleton (dates, code): in step with the source from the first.
    pub copied: Vec<Told>,
}

/// One attempt.
struct Attempt {
    bytes: Vec<u8>,
    document: Document,
    /// For each unit its target blocks.
    places: Vec<Vec<usize>>,
    /// Where each block of the old target stands.
    kept: BTreeMap<usize, usize>,
}

/// A block put in: behind which block, in the form of which source block, what, for which unit.
type New<'t> = (Option<usize>, usize, &'t str, usize);

impl Frame<'_> {
    /// Puts the units into the file. Time is that of a few readings of it, or of a hundred where it
    /// can't hold some.
    pub fn compose(&self, units: &[&Taken]) -> Composed {
        let mut active = vec![true; units.len()];
        let mut attempt = self.attempt(units, &active);
        if attempt.is_none() {
            let alone = |at: usize| -> bool {
                let only: Vec<bool> = (0..units.len()).map(|other| other == at).collect();
                self.attempt(units, &only).is_some()
            };
            for (at, active) in active.iter_mut().enumerate() {
                *active = at < MOST_ALONE && alone(at);
            }
            attempt = self.attempt(units, &active);
        }
        if attempt.is_none() {
            active.fill(false);
        }
        let attempt = attempt.unwrap_or_else(|| Attempt {
            bytes: self.target.bytes().to_vec(),
            document: self.target.clone(),
            places: vec![Vec::new(); units.len()],
            kept: BTreeMap::new(),
        });
        let (as_sent, sources, stands) = self.as_sent(units, &active);
        let mirrors = self.source.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_mirror());
        let copied = mirrors.filter(|_| self.is_skeleton).filter_map(|(at, _)| {
            Some(Told { source: vec![*stands.get(&at)?], target: vec![*attempt.kept.get(&at)?] })
        });
        let copied = copied.collect();
        let told = sources.into_iter().zip(attempt.places).zip(&active).map(|((source, target), active)| {
            (*active && !source.is_empty() && !target.is_empty()).then_some(Told { source, target })
        });
        Composed { told: told.collect(), copied, bytes: attempt.bytes, document: attempt.document, as_sent }
    }

    /// The blocks that a unit has in the target.
    fn own<'u>(&self, unit: &'u Taken) -> &'u [usize] {
        if self.is_skeleton { &unit.source } else { &unit.target }
    }

    fn attempt(&self, units: &[&Taken], active: &[bool]) -> Option<Attempt> {
        let mut replaced: BTreeMap<usize, &str> = BTreeMap::new();
        let mut new: Vec<New<'_>> = Vec::new();
        let mut gone: BTreeSet<usize> = BTreeSet::new();
        let neighbours = self.neighbours();
        for (number, unit) in
            units.iter().enumerate().filter(|(number, _)| active.get(*number) == Some(&true))
        {
            let Some(texts) = &unit.texts else { continue };
            let own = self.own(unit);
            replaced.extend(own.iter().copied().zip(texts.iter().map(String::as_str)));
            gone.extend(own.iter().skip(texts.len()));
            let behind = own.last().copied().or_else(|| {
                let first = unit.source.first()?;
                neighbours.range(..first).next_back().map(|(_, at)| *at)
            });
            for (part, text) in texts.iter().enumerate().skip(own.len()) {
                let form = unit.source.get(part).or(unit.source.last()).copied()?;
                new.push((behind, form, text, number));
            }
        }
        if self.is_skeleton {
            let notices = self.target.blocks.iter().enumerate();
            gone.extend(notices.filter(|(_, block)| block.kind == BlockKind::Notice).map(|(at, _)| at));
        }
        // Behind one block in the order of the source.
        new.sort_by_key(|(after, form, _, number)| (*after, *form, *number));
        let bytes = self.target.rebuild(|at, _| replaced.get(&at).map(|text| Cow::Borrowed(*text)));
        let middle = (self.read)(bytes.clone());
        let said = |at: usize| -> Option<&str> {
            replaced.get(&at).copied().or_else(|| Some(self.target.blocks.get(at)?.text.as_str()))
        };
        let keeps = |(at, block): (usize, &Block)| {
            let old = self.target.blocks.get(at);
            said(at).is_some_and(|text| same(text, &block.text))
                && old.is_some_and(|old| old.kind.is_mirror() == block.kind.is_mirror())
        };
        if middle.blocks.len() != self.target.blocks.len() || !middle.blocks.iter().enumerate().all(keeps) {
            return None;
        }
        let (bytes, document) = match new.is_empty() && gone.is_empty() {
            true => (bytes, middle),
            false => {
                let inserts: Vec<Insert<'_>> = new
                    .iter()
                    .map(|(after, form, text, _)| Insert {
                        after: *after,
                        form: *form,
                        text: Cow::Borrowed(text),
                    })
                    .collect();
                let removed: Vec<usize> = gone.iter().copied().collect();
                let bytes = middle.woven(self.source, &inserts, &removed);
                (bytes.clone(), (self.read)(bytes))
            }
        };
        // What is to stand there, block by block: an old one or a new one.
        let mut order: Vec<(Option<usize>, usize)> = Vec::with_capacity(document.blocks.len());
        let mut rest = new.iter().enumerate().peekable();
        while let Some((at, _)) = rest.next_if(|(_, (after, ..))| after.is_none()) {
            order.push((None, at));
        }
        for at in 0..self.target.blocks.len() {
            if !gone.contains(&at) {
                order.push((Some(at), 0));
            }
            while let Some((number, _)) = rest.next_if(|(_, (after, ..))| *after == Some(at)) {
                order.push((None, number));
            }
        }
        if order.len() != document.blocks.len() {
            return None;
        }
        let mut place: BTreeMap<usize, usize> = BTreeMap::new();
        let mut added: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
        for (now, ((old, number), block)) in order.into_iter().zip(&document.blocks).enumerate() {
            let text = match old {
                Some(at) => {
                    place.insert(at, now);
                    said(at)?
                }
                None => {
                    let (_, _, text, unit) = new.get(number)?;
                    added.get_mut(*unit)?.push(now);
                    text
                }
            };
            if !same(text, &block.text) || (old.is_none() && !block.kind.is_unit()) {
                return None;
            }
        }
        let places = units.iter().zip(added).map(|(unit, added)| {
            let mut places: Vec<usize> =
                self.own(unit).iter().filter_map(|at| place.get(at)).copied().chain(added).collect();
            places.sort_unstable();
            places
        });
        let places = places.collect();
        Some(Attempt { places, bytes, document, kept: place })
    }

    /// For each source block that is translated, the last block of its translation.
    fn neighbours(&self) -> BTreeMap<usize, usize> {
        let links = self.tracking.links.iter().map(|link| (&link.source, &link.target));
        let added = self.tracking.added.iter().map(|added| (&added.source, &added.target));
        let mut last = BTreeMap::new();
        for (source, target) in links.chain(added) {
            if let Some(target) = target.iter().max() {
                last.extend(source.iter().map(|at| (*at, *target)));
            }
        }
        last
    }

    /// The source as it was sent, where each unit stands in it, and where each block does.
    fn as_sent(
        &self,
        units: &[&Taken],
        active: &[bool],
    ) -> (Document, Vec<Vec<usize>>, BTreeMap<usize, usize>) {
        // The first block of a unit whose source changed gets all that was sent, its others go.
        let mut changed: BTreeMap<usize, usize> = BTreeMap::new();
        let mut gone: BTreeSet<usize> = BTreeSet::new();
        for (number, unit) in units.iter().enumerate() {
            if unit.source_changed && active.get(number) == Some(&true) {
                changed.extend(unit.source.first().map(|at| (*at, number)));
                gone.extend(unit.source.iter().skip(1));
            }
        }
        let mut blocks = Vec::with_capacity(self.source.blocks.len());
        let mut place: BTreeMap<usize, usize> = BTreeMap::new();
        let mut sources: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
        for (at, block) in self.source.blocks.iter().enumerate() {
            if let Some(number) = changed.get(&at) {
                let sent = units.get(*number).map(|unit| unit.sent.as_slice()).unwrap_or_default();
                for (kind, text) in sent {
                    if let Some(places) = sources.get_mut(*number) {
                        places.push(blocks.len());
                    }
                    blocks.push(Block {
                        kind: *kind,
                        // What went out does not say it; where the text changed, it hardly did.
                        level: block.level.filter(|_| block.kind == *kind),
                        text: text.clone(),
                        fragments: Vec::new(),
                        line: block.line,
                    });
                }
            } else if !gone.contains(&at) {
                place.insert(at, blocks.len());
                blocks.push(block.clone());
            }
        }
        for (unit, places) in units.iter().zip(&mut sources) {
            if places.is_empty() {
                *places = unit.source.iter().filter_map(|at| place.get(at)).copied().collect();
            }
        }
        let mut document = self.source.clone();
        document.blocks = blocks;
        (document, sources, place)
    }
}

fn same(one: &str, other: &str) -> bool {
    normalised(one) == normalised(other)
}
