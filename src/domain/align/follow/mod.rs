//! The units of one text followed from one revision to the next.
//!
//! In this order: units that are equal, by [`super::exact`], cells by their tables; between those that kept their order,
//! the cheapest monotone path of edits, splits into two or three and merges of two or three, by
//! the share of common words; then units that were both edited and moved; last, the one unit left
//! between two neighbours with the one that stands there now.
//!
//! Likeness is Dice's coefficient over the words with their repeats, 2·common/(a + b); a character
//! of a script without blanks is a word. Of an endless unit the 512 smallest word hashes stand for
//! the whole (a bottom-k sketch, Broder 1997). The limits were set on edits of the kinds that the
//! tests list: below [`EDITED`] two units are more likely another paragraph than a new wording,
//! since function words alone give 0.2 to 0.3.

mod sketch;
mod table;

pub(crate) use table::equal_in_tables;

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use self::sketch::{Overlap, Sketch, Sketches};
use super::exact::equal_pairs;
use super::path::{NEVER, cheapest, heaviest_rising};
use crate::domain::document::{Block, BlockKind};
use crate::domain::record::BaselineUnit;
use crate::domain::text::normalised;

/// Least likeness of a unit and its edited form in the same place.
const EDITED: f32 = 0.35;
/// Least likeness of a unit and its edited form elsewhere.
const MOVED: f32 = 0.6;
/// Least likeness of a unit and the parts it was split into, together.
const SPLIT: f32 = 0.6;
/// Least share of a part's words that come from the whole.
const PART: f32 = 0.5;
/// Least share of a unit's words that the neighbour has which took it in.
const ABSORBED: f32 = 0.8;
/// How many units away that neighbour may stand.
const ABSORB_REACH: usize = 3;
/// Least likeness of the one unit that is left between two neighbours and the one that stands there.
const LEFT_OVER: f32 = 0.15;
/// Up to how many words the one left over needs no likeness at all: captions and headings.
const SHORT: usize = 8;
/// Among how many edited units behind it one is looked for that it changed places with.
const SWAP_REACH: usize = 8;
/// Units no further from each other than this (1 less the likeness) did not change places.
const NEAR: f32 = 0.04;
/// How many places of the table are looked at between two matched neighbours, about.
const CELLS: usize = 60_000;
/// A word that more units than this hold tells nothing about which of them moved.
const MOST_HOLDERS: usize = 8;

/// How a unit went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// The same text, kind and level.
    Same,
    /// Other text, or the same text as another kind of block or a heading of another level.
    Edited,
    /// One unit became several.
    Split,
    /// Several units became one.
    Merged,
    /// It is gone.
    Removed,
    /// It was not there.
    Added,
}

/// Units of the old revision and what became of them in the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Indexes into the old units, in order; empty for an added one.
    pub old: Vec<usize>,
    /// Indexes into the new blocks, in order; empty for a removed one.
    pub new: Vec<usize>,
    /// What happened to the text.
    pub how: How,
}

/// Follows `old` into `new`. Every index of either side is in exactly one [`Followed`]: first those
/// with an old unit in its order, then the added ones. Time n log n, but for a bounded table
/// between matched neighbours.
pub fn follow(old: &[&BaselineUnit], new: &[&Block]) -> Vec<Followed> {
    follow_with(old, new, &[])
}

/// As [`follow`], where it is known of some of the old units which new blocks they have: `known`
/// holds them by the number of the unit, and none for a unit that is gone. Blocks that are not
/// there are passed over.
pub(crate) fn follow_with(
    old: &[&BaselineUnit],
    new: &[&Block],
    known: &[Option<Vec<usize>>],
) -> Vec<Followed> {
    let mut work = Work {
        old,
        new,
        to: vec![Vec::new(); old.len()],
        from: vec![Vec::new(); new.len()],
        gone: vec![false; old.len()],
        fresh: vec![false; new.len()],
    };
    for (i, blocks) in known.iter().enumerate().take(old.len()) {
        let Some(blocks) = blocks else { continue };
        blocks.iter().filter(|j| **j < new.len()).for_each(|j| work.link(i, *j));
        work.gone[i] = work.to[i].is_empty();
    }
    work.match_equal(|kind| kind != BlockKind::TableCell);
    table::follow_cells(&mut work);
    work.match_equal(|_| true);
    work.match_other_kinds();
    let gaps = work.gaps();
    let sketches = Sketches::of(&work);
    let mut single = Vec::new();
    for gap in &gaps {
        work.match_in_gap(gap, &sketches, &mut single);
    }
    untangle(&mut single, &sketches);
    single.into_iter().for_each(|(i, j)| work.link(i, j));
    work.absorb(&sketches);
    work.match_moved(&sketches);
    work.untangle_moved(&sketches);
    for gap in &gaps {
        work.match_left_over(gap, &sketches);
    }
    work.match_titles();
    work.into_steps()
}

struct Work<'u> {
    old: &'u [&'u BaselineUnit],
    new: &'u [&'u Block],
    /// For each old unit the new ones it is matched with.
    to: Vec<Vec<usize>>,
    /// For each new one the old ones.
    from: Vec<Vec<usize>>,
    /// Old units that are known to be gone.
    gone: Vec<bool>,
    /// New blocks that are known to have no old unit.
    fresh: Vec<bool>,
}

/// What is unmatched between two neighbours that are matched and in order.
struct Gap {
    old: Vec<usize>,
    new: Vec<usize>,
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    normalised(text).as_ref().hash(&mut hasher);
    hasher.finish()
}

impl Work<'_> {
    fn link(&mut self, old: usize, new: usize) {
        self.to[old].push(new);
        self.from[new].push(old);
    }

    fn is_free_old(&self, i: usize) -> bool {
        self.to[i].is_empty() && !self.gone[i]
    }

    fn free_old(&self) -> Vec<usize> {
        (0..self.old.len()).filter(|i| self.is_free_old(*i)).collect()
    }

    fn is_free_new(&self, j: usize) -> bool {
        self.from[j].is_empty() && !self.fresh[j]
    }

    fn free_new(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|j| self.is_free_new(*j)).collect()
    }

    /// Units of the same text and kind, of such kinds.
    fn match_equal(&mut self, of: impl Fn(BlockKind) -> bool) {
        let (old, new) = (self.old, self.new);
        let free = (
            self.free_old().into_iter().filter(|i| of(old[*i].kind)).collect(),
            self.free_new().into_iter().filter(|j| of(new[*j].kind)).collect(),
        );
        let key = |i: usize| (old[i].kind, hash(&old[i].text));
        self.match_by(free, key, |j| (new[j].kind, hash(&new[j].text)));
    }

    /// The same text as another kind of block.
    fn match_other_kinds(&mut self) {
        let (old, new) = (self.old, self.new);
        let free = (self.free_old(), self.free_new());
        self.match_by(free, |i| hash(&old[i].text), |j| hash(&new[j].text));
    }

    fn match_by<K: Eq + Hash>(
        &mut self,
        (free_old, free_new): (Vec<usize>, Vec<usize>),
        old: impl Fn(usize) -> K,
        new: impl Fn(usize) -> K,
    ) {
        let old: Vec<K> = free_old.iter().map(|i| old(*i)).collect();
        let new: Vec<K> = free_new.iter().map(|j| new(*j)).collect();
        for (i, j) in free_old.iter().zip(equal_pairs(&old, &new)) {
            if let Some(j) = j {
                self.link(*i, free_new[j]);
            }
        }
    }

    fn gaps(&self) -> Vec<Gap> {
        let matched: Vec<(usize, usize)> =
            self.to.iter().enumerate().filter_map(|(i, to)| Some((i, *to.first()?))).collect();
        let points: Vec<(usize, u64)> =
            matched.iter().map(|(_, j)| (*j, self.new[*j].text.len() as u64 + 1)).collect();
        let kept = heaviest_rising(&points);
        let anchors = matched.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(pair, _)| pair);
        let (mut i, mut j) = (0, 0);
        let mut gaps = Vec::new();
        for (next_i, next_j) in anchors.chain([(self.old.len(), self.new.len())]) {
            let gap = Gap {
                old: (i..next_i).filter(|i| self.is_free_old(*i)).collect(),
                new: (j..next_j).filter(|j| self.is_free_new(*j)).collect(),
            };
            if !gap.old.is_empty() && !gap.new.is_empty() {
                gaps.push(gap);
            }
            (i, j) = (next_i + 1, next_j + 1);
        }
        gaps
    }

    /// Links what was split and merged; puts what stands alone on both sides to `single`.
    fn match_in_gap(&mut self, gap: &Gap, sketches: &Sketches, single: &mut Vec<(usize, usize)>) {
        const MOVES: [(usize, usize); 7] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1)];
        let units = |range: &Range<usize>| gap.old.get(range.clone()).unwrap_or(&[]);
        let blocks = |range: &Range<usize>| gap.new.get(range.clone()).unwrap_or(&[]);
        // Each pair is asked for by several steps.
        let mut known: FxHashMap<(usize, usize), Overlap> = FxHashMap::default();
        let mut overlap = |i: usize, j: usize| *known.entry((i, j)).or_insert_with(|| sketches.overlap(i, j));
        let cost = |a: Range<usize>, b: Range<usize>, most: i32| -> i32 {
            let (a, b) = (units(&a), blocks(&b));
            match (a, b) {
                ([_], []) | ([], [_]) => 100,
                ([i], [j]) => {
                    let alike = overlap(*i, *j).alike();
                    let (x, y) = (self.old[*i].kind, self.new[*j].kind);
                    let least = if x.is_mirror() == y.is_mirror() { EDITED } else { 0.9 };
                    if alike < least { NEVER } else { score(alike, 2) + if x == y { 0 } else { 15 } }
                }
                _ if most <= 20 => NEVER,
                _ => {
                    let mirror = a.iter().any(|i| self.old[*i].kind.is_mirror())
                        || b.iter().any(|j| self.new[*j].kind.is_mirror());
                    let is_part = |overlap: Overlap| match a.len() {
                        1 => overlap.share_of_new() >= PART,
                        _ => overlap.share_of_old() >= PART,
                    };
                    if mirror || !a.iter().all(|i| b.iter().all(|j| is_part(overlap(*i, *j)))) {
                        return NEVER;
                    }
                    let alike = match (sketches.of_old(a).as_slice(), sketches.of_new(b).as_slice()) {
                        ([whole], parts) | (parts, [whole]) => whole.alike(&Sketch::joined(parts)),
                        _ => return NEVER,
                    };
                    if alike < SPLIT { NEVER } else { score(alike, a.len() + b.len()) + 20 }
                }
            }
        };
        let steps = cheapest(gap.old.len(), gap.new.len(), &MOVES, CELLS, cost);
        for (a, b) in steps {
            match (units(&a), blocks(&b)) {
                ([i], [j]) => single.push((*i, *j)),
                (a, b) => a.iter().for_each(|i| b.iter().for_each(|j| self.link(*i, *j))),
            }
        }
    }

    /// Units that were merged, or split, around one that stayed (a caption between two paragraphs):
    /// one left over goes with the edited neighbour that has nearly all of its words.
    fn absorb(&mut self, sketches: &Sketches) {
        for i in self.free_old() {
            let near = (i.saturating_sub(ABSORB_REACH)..(i + ABSORB_REACH + 1).min(self.old.len())).rev();
            let found = near.filter_map(|other| match self.to[other].as_slice() {
                [j] if sketches.new.contains_key(j) && self.from[*j].len() < 3 => Some(*j),
                _ => None,
            });
            let fits = |j: &usize| {
                let (Some(own), Some(whole)) = (sketches.old.get(&i), sketches.new.get(j)) else {
                    return false;
                };
                absorbs(whole, &sketches.of_old(&self.from[*j]), own)
            };
            let fit =
                found.filter(|j| !self.new[*j].kind.is_mirror() && !self.old[i].kind.is_mirror()).find(fits);
            if let Some(j) = fit {
                self.link(i, j);
                self.from[j].sort_unstable();
            }
        }
        for j in self.free_new() {
            let near = (j.saturating_sub(ABSORB_REACH)..(j + ABSORB_REACH + 1).min(self.new.len())).rev();
            let found = near.filter_map(|other| match self.from[other].as_slice() {
                [i] if sketches.old.contains_key(i) && self.to[*i].len() < 3 => Some(*i),
                _ => None,
            });
            let fits = |i: &usize| {
                let (Some(own), Some(whole)) = (sketches.new.get(&j), sketches.old.get(i)) else {
                    return false;
                };
                absorbs(whole, &sketches.of_new(&self.to[*i]), own)
            };
            let fit =
                found.filter(|i| !self.old[*i].kind.is_mirror() && !self.new[j].kind.is_mirror()).find(fits);
            if let Some(i) = fit {
                self.link(i, j);
                self.to[i].sort_unstable();
            }
        }
    }

    fn match_moved(&mut self, sketches: &Sketches) {
        let (free_old, free_new) = (self.free_old(), self.free_new());
        if free_old.is_empty() || free_new.is_empty() {
            return;
        }
        let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for i in &free_old {
            for word in sketches.old_words(*i) {
                let list = holders.entry(word).or_default();
                if list.len() <= MOST_HOLDERS && list.last() != Some(i) {
                    list.push(*i);
                }
            }
        }
        let mut found: Vec<(f32, usize, usize)> = Vec::new();
        for j in &free_new {
            let mut votes: FxHashMap<usize, usize> = FxHashMap::default();
            for word in sketches.new_words(*j) {
                for i in holders.get(&word).into_iter().filter(|list| list.len() <= MOST_HOLDERS).flatten() {
                    *votes.entry(*i).or_default() += 1;
                }
            }
            let mut votes: Vec<(usize, usize)> = votes.into_iter().map(|(i, count)| (count, i)).collect();
            votes.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            for (_, i) in votes.into_iter().take(3) {
                let alike = sketches.alike(i, *j);
                if alike >= MOVED && self.old[i].kind.is_mirror() == self.new[*j].kind.is_mirror() {
                    found.push((alike, i, *j));
                }
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, i, j) in found {
            if self.to[i].is_empty() && self.from[j].is_empty() {
                self.link(i, j);
            }
        }
    }

    /// What was edited and moved may have taken the place of one that was only edited.
    fn untangle_moved(&mut self, sketches: &Sketches) {
        let one_to_one = |i: usize| match self.to[i].as_slice() {
            [j] if self.from[*j].len() == 1 && sketches.holds(i, *j) => Some((i, *j)),
            _ => None,
        };
        let mut pairs: Vec<(usize, usize)> = (0..self.old.len()).filter_map(one_to_one).collect();
        let before = pairs.clone();
        untangle(&mut pairs, sketches);
        for (i, j) in pairs.into_iter().zip(before).filter(|(now, was)| now != was).map(|(now, _)| now) {
            self.to[i] = vec![j];
            self.from[j] = vec![i];
        }
    }

    fn match_left_over(&mut self, gap: &Gap, sketches: &Sketches) {
        let mut old = gap.old.iter().filter(|i| self.is_free_old(**i));
        let mut new = gap.new.iter().filter(|j| self.is_free_new(**j));
        if let (Some(i), None, Some(j), None) = (old.next(), old.next(), new.next(), new.next())
            && self.old[*i].kind == self.new[*j].kind
            && (sketches.alike(*i, *j) >= LEFT_OVER || sketches.is_short(*i, *j))
        {
            self.link(*i, *j);
        }
    }

    /// A document has one title and one date line: what is left of either goes together.
    fn match_titles(&mut self) {
        for kind in [BlockKind::Title, BlockKind::DateLine] {
            let old: Vec<usize> = self.free_old().into_iter().filter(|i| self.old[*i].kind == kind).collect();
            let new: Vec<usize> = self.free_new().into_iter().filter(|j| self.new[*j].kind == kind).collect();
            if let ([i], [j]) = (old.as_slice(), new.as_slice()) {
                self.link(*i, *j);
            }
        }
    }

    fn into_steps(self) -> Vec<Followed> {
        let mut steps: Vec<Followed> = Vec::new();
        for (i, to) in self.to.iter().enumerate() {
            let how = match to.as_slice() {
                [] => How::Removed,
                [j] if self.from[*j].len() > 1 => {
                    // A unit that was split into this block and others is a step of its own.
                    let whole = |i: &&usize| self.to[**i].len() == 1;
                    let old: Vec<usize> = self.from[*j].iter().filter(whole).copied().collect();
                    if old.first() == Some(&i) {
                        steps.push(Followed { old, new: vec![*j], how: How::Merged });
                    }
                    continue;
                }
                [j] => {
                    let (unit, block) = (self.old[i], self.new[*j]);
                    let same = unit.is_like(block)
                        && (unit.text == block.text || normalised(&unit.text) == normalised(&block.text));
                    if same { How::Same } else { How::Edited }
                }
                _ => How::Split,
            };
            steps.push(Followed { old: vec![i], new: to.clone(), how });
        }
        for (j, from) in self.from.iter().enumerate() {
            if from.is_empty() {
                steps.push(Followed { old: Vec::new(), new: vec![j], how: How::Added });
            }
        }
        steps
    }
}

/// Units that stand in the place of each other: two list items that changed places and were edited
/// are still more like themselves than like each other, but no path in order finds them. They are
/// paired by content where one of them is twice as like, and the other no less. Linear: what
/// changed places is looked for within [`SWAP_REACH`] edited units.
fn untangle(pairs: &mut [(usize, usize)], sketches: &Sketches) {
    let far = |i: usize, j: usize| 1.0 - sketches.alike(i, j);
    let apart: Vec<f32> = pairs.iter().map(|(i, j)| far(*i, *j)).collect();
    let open: Vec<usize> = (0..pairs.len()).filter(|at| apart[*at] > NEAR).collect();
    for (number, p) in open.iter().enumerate() {
        for q in open.iter().skip(number + 1).take(SWAP_REACH) {
            let ((i, j), (k, l)) = (pairs[*p], pairs[*q]);
            let (first, second) = (far(i, j), far(k, l));
            let (one, other) = (far(i, l), far(k, j));
            let better = |new: f32, old: f32| 1.0 - new >= MOVED && new * 2.0 <= old;
            let no_worse = |new: f32, old: f32| new <= old + 0.02;
            let clear = (better(one, first) && no_worse(other, second))
                || (better(other, second) && no_worse(one, first));
            if clear {
                (pairs[*p].1, pairs[*q].1) = (l, j);
            }
        }
    }
}

/// Whether `part` is a part of `whole` beside the `parts` already known: most of its words are there,
/// and with it the parts are more like the whole than without.
fn absorbs(whole: &Sketch, parts: &[&Sketch], part: &Sketch) -> bool {
    let with: Vec<&Sketch> = parts.iter().copied().chain([part]).collect();
    part.words.len() >= 4
        && part.share_in(whole) >= ABSORBED
        && whole.alike(&Sketch::joined(&with)) > whole.alike(&Sketch::joined(parts)) + 0.05
}

/// What a match costs, where leaving `units` unmatched costs 100 each.
fn score(alike: f32, units: usize) -> i32 {
    ((1.0 - alike) * 100.0 * units as f32) as i32
}
