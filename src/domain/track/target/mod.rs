//! The target side: hashes followed, then what is left served between what still matches.
//!
//! A target block that is as it was belongs to the link that had it (`claims`). What else stands
//! there is free, and is given away in this order:
//!
//! 1. Between two neighbours that are settled on either side, to the links whose source stands and
//!    to new source units, those first that had a target and lost it. One free block and one that
//!    lacks it belong together; so do as many as many, in their order, where figures and names
//!    don't clearly tell that they changed places. Else `align` decides by what survives
//!    translation, with what it costs to leave each of them out.
//! 2. Likewise with the neighbours that the links had in the record, as in a target that has not
//!    followed a move; then with one neighbour only.
//! 3. What is still left goes to links whose source is gone, then to units that were recorded
//!    without a target, then to whatever lacks one, wherever it stands, if content tells so.
//!
//! A block that was kept without a source is offered to a new source unit at last: to the one that
//! the link began with, wherever that stands, and to another one in the same place.
//!
//! Links whose source is gone don't compete: their baselines are about as like any translation as a
//! new unit is, and of 60 paragraphs replaced on both sides 19 were given to what they replaced.

mod claims;
mod serve;

use rustc_hash::{FxHashMap, FxHashSet};

use super::interim::Held;
use super::source::groups;
use super::{Place, Side};
use crate::domain::record::{BaselineUnit, Link, LinkId, TakenIds};
use serve::{Server, Want};

/// Least confidence to take a block that was kept without a source for a new unit's translation.
const KEPT: f32 = 0.5;

/// What the links do not know.
pub(super) struct Found {
    pub added: Vec<NewBlocks>,
    pub extra: Vec<usize>,
}

/// New source blocks with the target blocks that seem to translate them; places, not indexes.
#[derive(Clone)]
pub(super) struct NewBlocks {
    pub source: Vec<usize>,
    pub target: Vec<usize>,
    pub confidence: f32,
    pub after: Option<usize>,
}

/// One thing on the source side that may have a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Link(usize),
    New(usize),
}

/// Finds each link's target blocks, and pairs `new` source blocks with what no link claims.
pub(super) fn follow_target(
    links: &[Link],
    places: &mut [Place],
    source: &Side<'_>,
    target: &Side<'_>,
    new: &[usize],
) -> Found {
    let mut items = in_source_order(places, new);
    let mut used = claims::claim(links, places, &items, target);
    let mut found = Vec::new();
    let mut paired = vec![false; source.blocks.len()];
    let kept: Vec<usize> = (0..links.len())
        .filter(|at| links[*at].baseline.is_empty() && !places[*at].target.is_empty())
        .collect();
    if used.contains(&false) || !(kept.is_empty() || new.is_empty()) {
        let (wants, order) = wants(links, places, source, &items);
        let mut server = Server::new(links, places, source, target, wants, order, used);
        server.serve();
        server.finish(&mut paired, &mut found);
        used = server.used;
        give_kept(links, places, (source, target), &kept, &items, &mut paired);
    }
    places.iter_mut().for_each(|place| {
        place.target.sort_unstable();
        place.target.dedup();
    });
    let returned: FxHashSet<usize> =
        places.iter().filter(|place| place.returned).flat_map(|place| place.source.clone()).collect();
    items.retain(|item| !matches!(item, Item::New(at) if returned.contains(at)));
    for at in new.iter().filter(|at| !paired[**at]) {
        found.push(NewBlocks { source: vec![*at], target: Vec::new(), confidence: 0.0, after: None });
    }
    found.sort_by_key(|new| new.source.first().copied());
    set_after(&items, places, &mut found);
    Found { added: found, extra: (0..used.len()).filter(|at| !used[*at]).collect() }
}

/// What is known of both revisions, for the targets; `new` source blocks are in no link.
pub(super) fn as_held(held: &Held, places: &mut [Place], new: &[usize]) -> Found {
    for (number, place) in places.iter_mut().enumerate() {
        place.target.clone_from(&held.targets[number]);
        place.target_same = !held.edited[number];
    }
    let mut added = held.added.clone();
    set_after(&in_source_order(places, new), places, &mut added);
    Found { added, extra: held.extra.clone() }
}

/// Links and new blocks in the order of today's source; a link whose source is gone, or that never
/// had one, stands after the link before it in the record.
fn in_source_order(places: &[Place], new: &[usize]) -> Vec<Item> {
    let mut keyed: Vec<((usize, usize), Item)> = Vec::with_capacity(places.len() + new.len());
    let mut last = (0, 0);
    for (number, place) in places.iter().enumerate() {
        last = place.source.first().map_or((last.0, number + 1), |at| (at + 1, 0));
        keyed.push((last, Item::Link(number)));
    }
    keyed.extend(new.iter().map(|at| ((at + 1, 0), Item::New(*at))));
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, item)| item).collect()
}

/// What lacks a target and what has one, in the order of the source; links that share source blocks
/// are one. With it, for each in the order of the record, its number; empty where that is the same.
fn wants(links: &[Link], places: &[Place], source: &Side<'_>, items: &[Item]) -> (Vec<Want>, Vec<usize>) {
    let merged: Option<Vec<usize>> = places
        .iter()
        .any(|place| place.merged)
        .then(|| groups(places, source.blocks.len(), |place| place.source.clone().into_iter()));
    let mut wants: Vec<Want> = Vec::with_capacity(items.len());
    let mut of_group: FxHashMap<usize, usize> = FxHashMap::default();
    for item in items {
        match item {
            Item::New(at) => wants.push(Want::new_block(*at)),
            Item::Link(number) => {
                let other = merged.as_ref().filter(|_| places[*number].merged).map(|merged| merged[*number]);
                match other.and_then(|group| of_group.get(&group)).and_then(|at| wants.get_mut(*at)) {
                    Some(want) => want.join(*number, links, places),
                    None => {
                        of_group.extend(other.map(|group| (group, wants.len())));
                        wants.push(Want::of_link(*number, links, places));
                    }
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..wants.len()).filter(|at| wants[*at].first_link().is_some()).collect();
    if order.is_sorted_by_key(|at| wants[*at].first_link()) {
        return (wants, Vec::new());
    }
    order.sort_by_key(|at| wants[*at].first_link());
    (wants, order)
}

/// Gives new units that nothing translates what was kept without a source.
fn give_kept(
    links: &[Link],
    places: &mut [Place],
    (source, target): (&Side<'_>, &Side<'_>),
    kept: &[usize],
    items: &[Item],
    paired: &mut [bool],
) {
    if kept.is_empty() {
        return;
    }
    let lacks: Vec<usize> = items
        .iter()
        .filter_map(|item| match item {
            Item::New(at) if !paired[*at] => Some(*at),
            _ => None,
        })
        .collect();
    let mut by_id: FxHashMap<LinkId, usize> = kept.iter().map(|at| (links[*at].id, *at)).collect();
    for at in &lacks {
        let Some(block) = source.blocks.get(*at) else { continue };
        let id = LinkId::fresh(&[BaselineUnit::from(*block)], &[], &mut TakenIds::default());
        if let Some(number) = by_id.remove(&id) {
            give_back(&mut places[number], *at, paired);
        }
    }
    // In the same place: the only one that lacks a target between two settled links, and the only
    // one that was kept there.
    let (mut alone, mut stays): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut pairs = Vec::new();
    let mut close = |alone: &mut Vec<usize>, stays: &mut Vec<usize>| {
        if let ([new], [number]) = (alone.as_slice(), stays.as_slice()) {
            pairs.push((*new, *number));
        }
        alone.clear();
        stays.clear();
    };
    for item in items {
        match item {
            Item::New(at) if !paired[*at] => alone.push(*at),
            Item::New(_) => {}
            Item::Link(number) if !links[*number].baseline.is_empty() => {
                if !places[*number].source.is_empty() {
                    close(&mut alone, &mut stays);
                }
            }
            Item::Link(number) => {
                if by_id.contains_key(&links[*number].id) {
                    stays.push(*number);
                }
            }
        }
    }
    close(&mut alone, &mut stays);
    for (new, number) in pairs {
        let [own] = places[number].target.as_slice() else { continue };
        let (Some(a), Some(b)) = (source.blocks.get(new), target.blocks.get(*own)) else { continue };
        let alike = crate::domain::align::one_with_one(a, b, (&source.blocks, &target.blocks));
        if alike.is_some_and(|confidence| confidence >= KEPT) {
            give_back(&mut places[number], new, paired);
        }
    }
}

fn give_back(place: &mut Place, new: usize, paired: &mut [bool]) {
    place.source.push(new);
    place.returned = true;
    paired[new] = true;
}

/// For new blocks the target block before the place where they belong.
fn set_after(items: &[Item], places: &[Place], found: &mut [NewBlocks]) {
    let mut numbers: FxHashMap<usize, usize> = FxHashMap::default();
    for (number, new) in found.iter().enumerate() {
        numbers.extend(new.source.first().map(|at| (*at, number)));
    }
    let mut before = None;
    for item in items {
        match item {
            Item::Link(number) => before = places[*number].target.last().copied().or(before),
            Item::New(at) => {
                if let Some(new) = numbers.get(at).and_then(|number| found.get_mut(*number)) {
                    new.after = before;
                    before = new.target.last().copied().or(before);
                }
            }
        }
    }
}
