//! Free target blocks given to what lacks one.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::NewBlocks;
use crate::domain::align::{Costs, align_with, one_with_one, row_with_row};
use crate::domain::document::Block;
use crate::domain::record::{BaselineUnit, Link};
use crate::domain::track::{Place, Side};

/// Least confidence to pair blocks that stand in the same place between settled neighbours, where
/// there are more or fewer than are asked for.
const IN_PLACE: f32 = 0.2;
/// Least confidence to take a block for the translation of a unit that was recorded without one.
const LATE: f32 = 0.5;
/// Least confidence to pair blocks that do not stand in the same place.
const ELSEWHERE: f32 = 0.7;

/// Who is served when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    /// Its source stands, and its target is lost or was never there.
    Living,
    /// Its source is gone, and so is its target as it was.
    Gone,
    /// It was recorded without a target.
    Late,
    /// It has what it had.
    Settled,
}

/// What may lack a target: links that share their source blocks, or a new block.
pub(super) struct Want {
    links: Vec<usize>,
    /// Source blocks.
    source: Vec<usize>,
    rank: Rank,
    /// Some of its targets are where they were.
    partly: bool,
    /// It has a target and its source stands: a neighbour of others. The first and last block.
    fixed: Option<(usize, usize)>,
    /// What it was given.
    given: Vec<usize>,
    confidence: f32,
}

impl Want {
    pub fn new_block(at: usize) -> Want {
        let (links, source) = (Vec::new(), vec![at]);
        Want {
            links,
            source,
            rank: Rank::Living,
            partly: false,
            fixed: None,
            given: Vec::new(),
            confidence: 0.0,
        }
    }

    pub fn of_link(number: usize, links: &[Link], places: &[Place]) -> Want {
        let mut want = Want { links: Vec::new(), source: Vec::new(), ..Want::new_block(0) };
        want.source.clear();
        want.rank = Rank::Settled;
        want.join(number, links, places);
        want
    }

    /// Takes another link in that shares source blocks with it.
    pub fn join(&mut self, number: usize, links: &[Link], places: &[Place]) {
        let (link, place) = (&links[number], &places[number]);
        self.links.push(number);
        if self.links.len() == 1 {
            self.source.clone_from(&place.source);
        } else {
            self.source.extend(&place.source);
            self.source.sort_unstable();
            self.source.dedup();
        }
        let stands = !place.source.is_empty();
        let rank = match (place.target_same, stands) {
            (false, true) => Rank::Living,
            (false, false) => Rank::Gone,
            // Nobody had translated it; edited, it may have been by now.
            (true, true) if link.target.is_empty() => {
                if place.same {
                    Rank::Late
                } else {
                    Rank::Living
                }
            }
            (true, _) => Rank::Settled,
        };
        // Of links that were merged each may have lost its own.
        if self.links.len() == 1 || rank == Rank::Living || self.rank == Rank::Settled {
            self.rank = rank;
        }
        if let (Some(first), Some(last)) = (place.target.iter().min(), place.target.iter().max()) {
            self.partly = true;
            if stands {
                let (low, high) = self.fixed.unwrap_or((*first, *last));
                self.fixed = Some((low.min(*first), high.max(*last)));
            }
        }
    }

    pub fn first_link(&self) -> Option<usize> {
        self.links.first().copied()
    }

    fn lacks(&self) -> bool {
        self.rank != Rank::Settled && self.given.is_empty()
    }
}

/// A run of what lacks a target, with the free blocks that stand in the same place.
struct Gap {
    wants: Vec<usize>,
    free: Vec<usize>,
}

/// By which neighbours places are compared.
#[derive(Clone, Copy)]
enum By {
    Both,
    Before,
    After,
}

type Neighbours = (Option<usize>, Option<usize>);

pub(super) struct Server<'a, 'd> {
    links: &'a [Link],
    places: &'a mut [Place],
    source: &'a Side<'d>,
    target: &'a Side<'d>,
    wants: Vec<Want>,
    /// The numbers of `wants` in the order of the record; empty where it is no other.
    order: Vec<usize>,
    /// Which target blocks are taken.
    pub used: Vec<bool>,
    /// For each target block its nearest settled neighbours.
    around: Vec<Neighbours>,
}

impl<'a, 'd> Server<'a, 'd> {
    pub fn new(
        links: &'a [Link],
        places: &'a mut [Place],
        source: &'a Side<'d>,
        target: &'a Side<'d>,
        wants: Vec<Want>,
        order: Vec<usize>,
        used: Vec<bool>,
    ) -> Self {
        // Only what stands on both sides says where a place is.
        let mut fixed = vec![false; used.len()];
        for want in wants.iter().filter(|want| want.fixed.is_some()) {
            want.links.iter().flat_map(|number| &places[*number].target).for_each(|at| fixed[*at] = true);
        }
        let mut around: Vec<Neighbours> = vec![(None, None); used.len()];
        let mut near = None;
        for at in 0..used.len() {
            around[at].0 = near;
            near = if fixed[at] { Some(at) } else { near };
        }
        near = None;
        for at in (0..used.len()).rev() {
            around[at].1 = near;
            near = if fixed[at] { Some(at) } else { near };
        }
        Server { links, places, source, target, wants, order, used, around }
    }

    /// Serves all of them, in the order that the module's doc gives.
    pub fn serve(&mut self) {
        let in_source: Vec<usize> = (0..self.wants.len()).collect();
        let in_record = std::mem::take(&mut self.order);
        for by in [By::Both, By::Before, By::After] {
            for (order, rank) in [(&in_source, Rank::Living), (&in_record, Rank::Living)] {
                self.in_gaps(order, rank, by);
            }
        }
        for rank in [Rank::Gone, Rank::Late] {
            for order in [&in_source, &in_record] {
                self.in_gaps(order, rank, By::Both);
            }
        }
        let free: Vec<usize> = self.free().collect();
        let wants: Vec<usize> = in_source
            .into_iter()
            .filter(|at| self.wants[*at].lacks() && self.wants[*at].rank != Rank::Late)
            .collect();
        if !wants.is_empty() && !free.is_empty() {
            self.align(&wants, &free, |_| ELSEWHERE);
        }
    }

    fn free(&self) -> impl Iterator<Item = usize> {
        (0..self.used.len()).filter(|at| !self.used[*at])
    }

    /// What is free and what lacks a target in the same place.
    fn in_gaps(&mut self, order: &[usize], rank: Rank, by: By) {
        let asks = |want: &Want| want.lacks() && want.rank == rank;
        if order.is_empty() || !self.used.contains(&false) || !self.wants.iter().any(asks) {
            return;
        }
        let key = |(before, after): Neighbours| match by {
            By::Both => (before, after),
            By::Before => (before, None),
            By::After => (None, after),
        };
        let mut free: FxHashMap<Neighbours, Vec<usize>> = FxHashMap::default();
        for at in self.free() {
            free.entry(key(self.around[at])).or_default().push(at);
        }
        let mut gaps: Vec<Gap> = Vec::new();
        let (mut run, mut before): (Vec<usize>, Option<usize>) = (Vec::new(), None);
        let ends = order.iter().map(|at| Some(*at)).chain([None]);
        for at in ends {
            let want = at.and_then(|at| self.wants.get(at));
            let asks = |want: &&Want| {
                want.lacks() && (want.rank == rank || (rank == Rank::Living && want.rank == Rank::Gone))
            };
            let asking = at.filter(|_| want.as_ref().is_some_and(asks));
            run.extend(asking);
            let fixed = want.and_then(|want| want.fixed);
            if fixed.is_none() && at.is_some() {
                continue;
            }
            let after = fixed.map(|(first, _)| first);
            let wants = std::mem::take(&mut run);
            if wants.iter().any(|at| self.wants[*at].rank == rank)
                && let Some(free) = free.remove(&key((before, after)))
            {
                gaps.push(Gap { wants, free });
            }
            before = fixed.map(|(_, last)| last).or(before);
            // Half of its target stands; the other half stood before or behind.
            run.extend(asking);
        }
        for gap in gaps {
            self.fill(&gap, rank);
        }
    }

    /// Serves one place.
    fn fill(&mut self, gap: &Gap, rank: Rank) {
        let lacking: Vec<usize> = gap.wants.iter().copied().filter(|at| self.wants[*at].lacks()).collect();
        let gap = &Gap { wants: lacking, free: gap.free.clone() };
        if rank != Rank::Living {
            let least = if rank == Rank::Late { LATE } else { IN_PLACE };
            let lone = gap.wants.len() == 1 && gap.free.len() == 1 && rank == Rank::Gone;
            self.align(&gap.wants, &gap.free, |_| if lone { 0.0 } else { least });
            return;
        }
        let living: Vec<usize> =
            gap.wants.iter().copied().filter(|at| self.wants[*at].rank == Rank::Living).collect();
        if let ([want], [free]) = (living.as_slice(), gap.free.as_slice()) {
            let whole = self.blocks_of(*want);
            let pair = whole.first().copied().zip(self.target.blocks.get(*free).copied());
            let pair = pair.filter(|(a, b)| a.kind.is_mirror() == b.kind.is_mirror());
            if let Some((a, b)) = pair
                && !self.is_of_the_gone(gap, a, b)
            {
                let confidence = one_with_one(a, b, (&self.source.blocks, &self.target.blocks));
                self.give(*want, &[*free], confidence.unwrap_or(0.0));
            }
            return;
        }
        let slots: usize = living.iter().map(|at| self.wants[*at].source.len()).sum();
        if slots == gap.free.len() && !living.iter().any(|at| self.wants[*at].partly) {
            let owners: Vec<usize> =
                living.iter().flat_map(|at| std::iter::repeat_n(*at, self.wants[*at].source.len())).collect();
            let blocks: Vec<&Block> = living.iter().flat_map(|at| self.blocks_of(*at)).collect();
            let free: Vec<&Block> =
                gap.free.iter().filter_map(|at| self.target.blocks.get(*at).copied()).collect();
            if let Some(pairs) = row_with_row(&blocks, &free) {
                for (slot, (at, confidence)) in pairs.into_iter().enumerate() {
                    self.give(owners[slot], &[gap.free[at]], confidence);
                }
                return;
            }
        }
        // With room to spare the ones that are gone may still have theirs.
        let all = if gap.free.len() > slots { &gap.wants } else { &living };
        self.align(all, &gap.free, |want| if want.links.is_empty() { IN_PLACE } else { 0.0 });
    }

    /// Whether the one free block says what one of the units said that are gone, and not what is
    /// there now: the figures tell. Then it was edited and should have gone.
    fn is_of_the_gone(&self, gap: &Gap, living: &Block, free: &Block) -> bool {
        let shares = |other: &Block| crate::domain::align::common_figures(other, free);
        let gone = gap.wants.iter().filter(|at| self.wants[**at].rank == Rank::Gone);
        let baselines = gone.flat_map(|at| &self.wants[*at].links).flat_map(|at| &self.links[*at].baseline);
        let most = baselines.map(|unit| shares(&block_of(unit))).max().unwrap_or(0);
        most > 0 && shares(living) == 0 && crate::domain::align::has_figures(living)
    }

    /// The source blocks of a want.
    fn blocks_of(&self, want: usize) -> Vec<&'d Block> {
        self.wants[want].source.iter().filter_map(|at| self.source.blocks.get(*at).copied()).collect()
    }

    /// Aligns them with the free blocks, and gives what is at least that sure.
    fn align(&mut self, wants: &[usize], free: &[usize], least: impl Fn(&Want) -> f32) {
        let mut owners: Vec<usize> = Vec::new();
        let mut texts: Vec<Cow<'_, Block>> = Vec::new();
        for at in wants {
            let want = &self.wants[*at];
            if want.source.is_empty() {
                let baselines = want.links.iter().flat_map(|number| &self.links[*number].baseline);
                texts.extend(baselines.map(|unit| Cow::Owned(block_of(unit))));
            } else {
                texts.extend(self.blocks_of(*at).into_iter().map(Cow::Borrowed));
            }
            owners.resize(texts.len(), *at);
        }
        let source: Vec<&Block> = texts.iter().map(AsRef::as_ref).collect();
        let target: Vec<&Block> = free.iter().filter_map(|at| self.target.blocks.get(*at).copied()).collect();
        let rank = |at: usize| owners.get(at).and_then(|at| self.wants.get(*at));
        let alone = |at: usize| match rank(at) {
            Some(want) if want.rank == Rank::Gone => -GONE,
            Some(want) if !want.links.is_empty() => LOST,
            _ => 0,
        };
        let joint = |at: usize| {
            let same = owners.get(at) == owners.get(at + 1);
            let is_link = |at: usize| rank(at).is_some_and(|want| !want.links.is_empty());
            match same {
                true => -WITHIN,
                false if is_link(at) || is_link(at + 1) => LOST,
                false => 0,
            }
        };
        let pairings = align_with(&source, &target, &Costs { alone: &alone, joint: &joint });
        for pairing in pairings {
            let Some(first) = pairing.source.first().map(|at| owners[*at]) else { continue };
            if pairing.target.is_empty() || pairing.confidence < least(&self.wants[first]) {
                continue;
            }
            let targets: Vec<usize> = pairing.target.iter().map(|at| free[*at]).collect();
            let mut takers: Vec<usize> = pairing.source.iter().map(|at| owners[*at]).collect();
            takers.dedup();
            // A new unit beside a link in one pairing is the link's neighbour, not its own.
            let linked = takers.iter().any(|at| !self.wants[*at].links.is_empty());
            takers.retain(|at| !linked || !self.wants[*at].links.is_empty());
            if !linked && takers.len() > 1 {
                // Units with a linked one between them stay apart: a link whose units stand around
                // another's could not be told from a moved one where texts repeat.
                let next = |pair: &[usize]| {
                    self.wants[pair[0]].source.last().map(|at| at + 1)
                        == self.wants[pair[1]].source.first().copied()
                };
                let together = takers.windows(2).take_while(|pair| next(pair)).count() + 1;
                takers.truncate(together);
                let rest: Vec<usize> = takers.drain(1..).collect();
                for at in rest {
                    let more = std::mem::take(&mut self.wants[at].source);
                    self.wants[at].rank = Rank::Settled;
                    self.wants[first].source.extend(more);
                }
            }
            for at in takers {
                self.give(at, &targets, pairing.confidence);
            }
        }
    }

    fn give(&mut self, want: usize, targets: &[usize], confidence: f32) {
        targets.iter().for_each(|at| self.used[*at] = true);
        let want = &mut self.wants[want];
        want.confidence = if want.given.is_empty() { confidence } else { want.confidence.min(confidence) };
        want.given.extend(targets);
    }

    /// Writes down who got which.
    pub fn finish(&mut self, paired: &mut [bool], found: &mut Vec<NewBlocks>) {
        for want in self.wants.iter_mut().filter(|want| !want.given.is_empty()) {
            want.given.sort_unstable();
            want.given.dedup();
            if want.links.is_empty() {
                want.source.iter().for_each(|at| paired[*at] = true);
                found.push(NewBlocks {
                    source: std::mem::take(&mut want.source),
                    target: std::mem::take(&mut want.given),
                    confidence: want.confidence,
                    after: None,
                });
                continue;
            }
            // Of links that were merged those take it that lack one.
            let lost = |at: &&usize| !self.places[**at].target_same || want.rank != Rank::Living;
            let mut takers: Vec<usize> = want.links.iter().filter(lost).copied().collect();
            if takers.is_empty() {
                takers.clone_from(&want.links);
            }
            for number in takers {
                self.places[number].target.extend(&want.given);
                self.places[number].target_same = false;
            }
        }
    }
}

/// What it costs more to leave a link without the target that it lost than a new unit without one:
/// somebody would have to have deleted it.
const LOST: i32 = 300;
/// What it costs less to leave a link whose source is gone.
const GONE: i32 = 300;
/// What it costs less to pair two units of one link with one block.
const WITHIN: i32 = 370;

fn block_of(unit: &BaselineUnit) -> Block {
    Block { kind: unit.kind, level: unit.level, text: unit.text.clone(), fragments: Vec::new(), line: 0 }
}
