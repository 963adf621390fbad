//! The units of one version as work: what is open, what is there for context.
//!
//! A unit of work is a link of the record with the source and target blocks it has today, or source
//! blocks that no link knows. Links that share a block (units that were merged) are one unit of work,
//! known by the first of them, since they can only be accepted together.
//!
//! What is open is what waits by the tracking, and what a translator can do: a change below the
//! threshold waits for nobody, a unit that only stands elsewhere and one that the source lost are for
//! whoever keeps the file, and so is what is copied across.

use std::collections::BTreeMap;

use super::codes::{self, Apart, BETWEEN};
use super::out::Sent;
use super::{Todo, UnitKey, WorkUnit};
use crate::domain::change::{Cause, ChangeClass};
use crate::domain::document::{BlockKind, Document};
use crate::domain::inline::written;
use crate::domain::record::{LinkState, Record};
use crate::domain::text::{UnitHash, normalised, words};
use crate::domain::track::{SourceState, TargetState, Tracking};

/// From so many words on a target that is the same text as its source is no translation.
const LEAST_COPY: usize = 2;

/// A version with its source, ready to be handed out.
pub struct Version<'v> {
    /// The source.
    pub source: &'v Document,
    /// The target, where there is a file of it.
    pub target: Option<&'v Document>,
    /// The record; one without links where there is none.
    pub record: &'v Record,
    /// The record's links in today's texts.
    pub tracking: &'v Tracking,
    /// The target's blocks that are in another language than the target's, sorted.
    pub foreign: &'v [usize],
    /// What no record knows and what is translated all the same is to be read too.
    pub unrecorded_too: bool,
    /// From which class of change on a unit is open.
    pub threshold: ChangeClass,
    /// How the format takes text apart.
    pub apart: &'v Apart<'v>,
}

/// A unit of work, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Built {
    /// The unit, without matches, terms and remarks.
    pub unit: WorkUnit,
    /// Its source blocks, as indexes.
    pub source: Vec<usize>,
    /// Its target blocks.
    pub target: Vec<usize>,
    /// Its links, by their numbers in the record.
    pub links: Vec<usize>,
    /// The texts of its source blocks.
    pub said: Vec<(BlockKind, String)>,
    /// The texts of its target blocks as they stand in the file.
    pub stands: Vec<String>,
}

impl Built {
    /// The unit as it is kept while it is out.
    pub fn sent(&self) -> Sent {
        let shown = self.unit.target.as_deref().map(written).unwrap_or_default();
        Sent {
            source: self.said.clone(),
            target: self.stands.clone(),
            shown: (shown != self.stands.join(BETWEEN)).then_some(shown),
            taken: None,
        }
    }
}

/// What a version has to do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// Its units in the order of the source.
    pub units: Vec<Built>,
    /// How many units wait that no translator can do: moved ones and those that the source lost.
    pub by_hand: usize,
}

/// Blocks that are handed out together.
struct Bundle {
    links: Vec<usize>,
    source: Vec<usize>,
    target: Vec<usize>,
}

impl Version<'_> {
    /// The work of the version. Time n log n in the blocks.
    pub fn work(&self) -> Work {
        let mut work = Work::default();
        let keys = self.keys();
        for bundle in self.bundles() {
            let mine = |at: &&usize| self.source.blocks.get(**at).is_some_and(|block| block.kind.is_unit());
            let source: Vec<usize> = bundle.source.iter().filter(mine).copied().collect();
            let Some(first) = source.first().copied() else {
                work.by_hand += usize::from(self.is_lost(&bundle));
                continue;
            };
            let key = match bundle.links.first().and_then(|at| self.record.links.get(*at)) {
                Some(link) => UnitKey::Link(link.id),
                None => match keys.get(&first) {
                    Some(key) => *key,
                    None => continue,
                },
            };
            work.units.push(self.built(key, source, &bundle, &mut work.by_hand));
        }
        work.units.sort_by_key(|built| built.source.first().copied());
        work
    }

    fn bundles(&self) -> Vec<Bundle> {
        let mut groups: BTreeMap<usize, Bundle> = BTreeMap::new();
        for (number, tracked) in self.tracking.links.iter().enumerate() {
            let empty = Bundle { links: Vec::new(), source: Vec::new(), target: Vec::new() };
            let bundle = groups.entry(tracked.group).or_insert(empty);
            bundle.links.push(number);
            bundle.source.extend(&tracked.source);
            bundle.target.extend(&tracked.target);
        }
        let mut bundles: Vec<Bundle> = groups.into_values().collect();
        for added in &self.tracking.added {
            // Blocks that nothing translates as one are translated one by one.
            if added.target.is_empty() || self.is_untranslated(&added.source, &added.target) {
                let even = added.source.len() == added.target.len();
                for (at, source) in added.source.iter().enumerate() {
                    let target = match (even, at) {
                        (true, at) => added.target.get(at).copied().into_iter().collect(),
                        (false, 0) => added.target.clone(),
                        (false, _) => Vec::new(),
                    };
                    bundles.push(Bundle { links: Vec::new(), source: vec![*source], target });
                }
            } else {
                let (source, target) = (added.source.clone(), added.target.clone());
                bundles.push(Bundle { links: Vec::new(), source, target });
            }
        }
        for bundle in &mut bundles {
            for list in [&mut bundle.source, &mut bundle.target] {
                list.sort_unstable();
                list.dedup();
            }
        }
        bundles
    }

    /// The names of the source units that no link knows.
    fn keys(&self) -> BTreeMap<usize, UnitKey> {
        keys(self.source, self.tracking)
    }

    /// Whether the source lost what the bundle says, and the target still has it.
    fn is_lost(&self, bundle: &Bundle) -> bool {
        bundle.source.is_empty()
            && bundle.links.iter().any(|at| {
                self.record
                    .links
                    .get(*at)
                    .is_some_and(|link| link.baseline.iter().any(|unit| unit.kind.is_unit()))
            })
    }

    fn built(&self, key: UnitKey, source: Vec<usize>, bundle: &Bundle, by_hand: &mut usize) -> Built {
        let target: Vec<usize> = bundle
            .target
            .iter()
            .filter(|at| self.target_block(**at).is_some_and(|(kind, _)| kind.is_unit()))
            .copied()
            .collect();
        let before: Vec<(BlockKind, &str)> = bundle
            .links
            .iter()
            .filter_map(|at| self.record.links.get(*at))
            .flat_map(|link| &link.baseline)
            .filter(|unit| unit.kind.is_unit())
            .map(|unit| (unit.kind, unit.text.as_str()))
            .collect();
        let untranslated = self.is_untranslated(&source, &target) && !self.is_as_accepted(bundle);
        let (todo, only_moved) = self.todo(bundle, &target, untranslated);
        *by_hand += usize::from(only_moved);
        let block = |at: &usize| {
            let block = self.source.blocks.get(*at)?;
            Some((block.kind, block.text.as_str()))
        };
        let (kind, line) = source
            .first()
            .and_then(|at| self.source.blocks.get(*at))
            .map_or((BlockKind::Paragraph, 0), |block| (block.kind, block.line));
        let pieces = codes::joined(source.iter().filter_map(block), self.apart);
        let old = codes::joined(before.iter().copied(), self.apart);
        let own = codes::joined(target.iter().filter_map(|at| self.target_block(*at)), self.apart);
        let said = before.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(BETWEEN);
        let changed = !said.is_empty() && normalised(&said) != normalised(&written(&pieces));
        Built {
            unit: WorkUnit {
                key,
                kind,
                line,
                before: changed.then(|| codes::numbered(&pieces, &[], &old)),
                target: (!target.is_empty() && !untranslated).then(|| codes::numbered(&pieces, &old, &own)),
                source: pieces,
                todo,
                matches: Vec::new(),
                terms: Vec::new(),
                remarks: Vec::new(),
                note: None,
            },
            said: source.iter().filter_map(block).map(|(kind, text)| (kind, text.to_owned())).collect(),
            stands: target
                .iter()
                .filter_map(|at| self.target_block(*at))
                .map(|(_, t)| t.to_owned())
                .collect(),
            links: bundle.links.clone(),
            source,
            target,
        }
    }

    fn target_block(&self, at: usize) -> Option<(BlockKind, &str)> {
        let block = self.target?.blocks.get(at)?;
        Some((block.kind, block.text.as_str()))
    }

    /// What there is to do, and whether the unit waits only for somebody to move it.
    fn todo(&self, bundle: &Bundle, target: &[usize], untranslated: bool) -> (Todo, bool) {
        let links = || bundle.links.iter().filter_map(|at| self.tracking.links.get(*at));
        if bundle.links.is_empty() {
            return (self.todo_of_new(target, untranslated), false);
        }
        let changes = || links().filter_map(|link| link.change());
        let class = changes().map(|change| change.class).max();
        let waits = class.is_some_and(|class| class >= self.threshold);
        if target.is_empty() || untranslated {
            let gone = links().any(|link| link.target_state == TargetState::Removed);
            let open = gone || waits || untranslated;
            return (if open { Todo::Translate } else { Todo::Nothing }, false);
        }
        let only_moved = || changes().all(|change| change.causes.iter().all(|cause| *cause == Cause::Moved));
        let draft = || {
            let states = bundle.links.iter().filter_map(|at| self.record.links.get(*at));
            states.map(|link| link.state).any(|state| state == LinkState::DraftMt)
        };
        match class {
            Some(_) if waits && only_moved() => (Todo::Nothing, true),
            Some(class) if waits => (Todo::Update(class), false),
            _ if draft() => (Todo::Check, false),
            _ => (Todo::Nothing, false),
        }
    }

    fn todo_of_new(&self, target: &[usize], untranslated: bool) -> Todo {
        match () {
            () if target.is_empty() || untranslated => Todo::Translate,
            // It stands there, and nobody said yet that it is right.
            () if self.unrecorded_too || !self.record.links.is_empty() => Todo::Check,
            () => Todo::Nothing,
        }
    }

    /// Whether somebody accepted the target as it is, and nothing changed since.
    fn is_as_accepted(&self, bundle: &Bundle) -> bool {
        let links = || bundle.links.iter().filter_map(|at| self.tracking.links.get(*at));
        links().next().is_some()
            && links()
                .all(|link| link.target_state == TargetState::Same && link.source_state == SourceState::Same)
    }

    /// Whether the target is the source's own text or in another language.
    fn is_untranslated(&self, source: &[usize], target: &[usize]) -> bool {
        if target.is_empty() {
            return false;
        }
        let foreign = target.iter().all(|at| self.foreign.binary_search(at).is_ok());
        foreign || self.is_copy(source, target)
    }

    fn is_copy(&self, source: &[usize], target: &[usize]) -> bool {
        let join = |texts: Vec<&str>| {
            texts.iter().map(|text| normalised(text).into_owned()).collect::<Vec<_>>().join(" ")
        };
        let own = source.iter().filter_map(|at| self.source.blocks.get(*at)).map(|b| b.text.as_str());
        let own = join(own.collect());
        let there = join(target.iter().filter_map(|at| self.target_block(*at)).map(|(_, t)| t).collect());
        own == there && words(&own) >= LEAST_COPY
    }
}

/// The names of the source units that no link knows, by the index of their block.
pub fn keys(source: &Document, tracking: &Tracking) -> BTreeMap<usize, UnitKey> {
    let mut places: Vec<usize> = tracking.added.iter().flat_map(|added| &added.source).copied().collect();
    places.sort_unstable();
    let mut counts: BTreeMap<UnitHash, u32> = BTreeMap::new();
    let mut keys = BTreeMap::new();
    for at in places {
        let Some(block) = source.blocks.get(at).filter(|block| block.kind.is_unit()) else { continue };
        let hash = block.hash();
        let number = counts.entry(hash).or_insert(0);
        *number += 1;
        keys.insert(at, UnitKey::New { hash, number: *number });
    }
    keys
}
