//! Pairs of blocks that somebody knows to say the same: they go before what alignment found.

use rustc_hash::FxHashMap;

use super::choose::Chosen;
use crate::domain::document::{Block, Document};
use crate::domain::record::Record;
use crate::domain::track::{Added, TargetState, Tracking};

/// Source blocks and target blocks that say the same, as indexes, each list sorted and not empty. No
/// block is in two pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The source blocks.
    pub source: Vec<usize>,
    /// The target blocks.
    pub target: Vec<usize>,
}

/// Puts the pairs into the tracking, and chooses them. Links that share a source block with a pair
/// get its target; other links and new blocks lose what of it they had. Linear but for the sorting.
pub(super) fn tell(tracking: &mut Tracking, record: &Record, target: &Document, pairs: &[Told]) -> Chosen {
    let mut sources: FxHashMap<usize, usize> = FxHashMap::default();
    let mut targets: FxHashMap<usize, usize> = FxHashMap::default();
    for (number, pair) in pairs.iter().enumerate() {
        sources.extend(pair.source.iter().map(|at| (*at, number)));
        targets.extend(pair.target.iter().map(|at| (*at, number)));
    }
    let mut chosen = vec![false; tracking.links.len()];
    // The links of each pair.
    let mut links: Vec<Vec<usize>> = vec![Vec::new(); pairs.len()];
    for (number, link) in tracking.links.iter().enumerate() {
        if let Some(pair) = link.source.iter().find_map(|at| sources.get(at)) {
            links[*pair].push(number);
            chosen[number] = true;
        }
    }
    let mut right = vec![false; tracking.links.len()];
    for (pair, links) in pairs.iter().zip(&links) {
        let mut has: Vec<usize> = links.iter().flat_map(|at| &tracking.links[*at].target).copied().collect();
        has.sort_unstable();
        has.dedup();
        if has == pair.target {
            links.iter().for_each(|at| right[*at] = true);
            continue;
        }
        for (place, at) in links.iter().enumerate() {
            let link = &mut tracking.links[*at];
            link.target = if place == 0 { pair.target.clone() } else { Vec::new() };
            let hashes: Vec<_> =
                link.target.iter().filter_map(|at| target.blocks.get(*at)).map(Block::hash).collect();
            let same = record.links.get(*at).is_some_and(|link| link.target == hashes);
            link.target_state = if same { TargetState::Same } else { TargetState::Edited };
            right[*at] = true;
        }
    }
    for (link, right) in tracking.links.iter_mut().zip(right) {
        if !right {
            link.target.retain(|at| !targets.contains_key(at));
        }
    }
    regroup(tracking);

    let mut left = Vec::new();
    let mut new: FxHashMap<usize, Added> = FxHashMap::default();
    for mut added in std::mem::take(&mut tracking.added) {
        for at in &added.source {
            let Some(number) = sources.get(at).filter(|number| links[**number].is_empty()) else { continue };
            new.entry(*number).or_insert_with(|| Added {
                source: pairs[*number].source.clone(),
                target: pairs[*number].target.clone(),
                confidence: 1.0,
                ..added.clone()
            });
        }
        added.source.retain(|at| !sources.contains_key(at));
        added.target.retain(|at| !targets.contains_key(at));
        match added.source.is_empty() {
            true => tracking.extra.append(&mut added.target),
            false => left.push((added, false)),
        }
    }
    left.extend(new.into_values().map(|added| (added, true)));
    left.sort_by_key(|(added, _)| added.source.first().copied());
    let added = left.iter().map(|(_, chosen)| *chosen).collect();
    tracking.added = left.into_iter().map(|(added, _)| added).collect();
    tracking.extra.retain(|at| !targets.contains_key(at));
    tracking.extra.sort_unstable();
    Chosen { links: chosen, added, extra: vec![false; tracking.extra.len()] }
}

/// Names the groups of links that share a block anew.
fn regroup(tracking: &mut Tracking) {
    fn root(parents: &mut [usize], mut at: usize) -> usize {
        while parents[at] != at {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        at
    }
    let mut parents: Vec<usize> = (0..tracking.links.len()).collect();
    let mut owners: FxHashMap<(bool, usize), usize> = FxHashMap::default();
    for (number, link) in tracking.links.iter().enumerate() {
        let blocks =
            link.source.iter().map(|at| (true, *at)).chain(link.target.iter().map(|at| (false, *at)));
        for block in blocks {
            if let Some(other) = owners.insert(block, number) {
                let (one, two) = (root(&mut parents, number), root(&mut parents, other));
                parents[one.max(two)] = one.min(two);
            }
        }
    }
    for number in 0..tracking.links.len() {
        tracking.links[number].group = root(&mut parents, number);
    }
}
