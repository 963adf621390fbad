//! The source side: baselines followed, and which links stand where they stood.

use super::interim::Held;
use super::{Place, Side, order, standing};
use crate::domain::align::{How, follow_with, heaviest_rising};
use crate::domain::record::{BaselineUnit, Link};

/// Finds the source blocks of each link; where all is known of today's revisions, by that.
pub(super) fn follow_source(links: &[Link], source: &Side<'_>, held: Option<&Held>) -> Vec<Place> {
    let place = |(group, link): (usize, &Link)| Place {
        group,
        same: true,
        units: vec![Vec::new(); link.baseline.len()],
        ..Place::default()
    };
    let mut places: Vec<Place> = links.iter().enumerate().map(place).collect();
    let order = order::text_order(links);
    let units: Vec<&BaselineUnit> = order.iter().map(|at| &links[at.link].baseline[at.unit]).collect();
    let unchanged = held.is_none()
        && units.len() == source.blocks.len()
        && links.iter().all(|link| link.stands.is_none())
        && units
            .iter()
            .zip(&source.blocks)
            .all(|(unit, block)| unit.is_like(block) && unit.text == block.text);
    if unchanged {
        for (block, at) in order.iter().enumerate() {
            places[at.link].source.push(block);
            places[at.link].units[at.unit].push(block);
        }
        return places;
    }
    let known = match held {
        Some(held) => order.iter().map(|at| Some(held.units[at.link][at.unit].clone())).collect(),
        None => standing::known(links, &order, source),
    };
    for step in follow_with(&units, &source.blocks, &known) {
        for at in step.old.iter().map(|old| order[*old]) {
            let place = &mut places[at.link];
            place.same &= step.how == How::Same;
            place.split |= step.how == How::Split;
            place.merged |= step.how == How::Merged;
            place.lost_unit |= step.how == How::Removed;
            place.units[at.unit].clone_from(&step.new);
        }
    }
    for place in &mut places {
        place.source = place.units.iter().flatten().copied().collect();
        // Units of one link that changed their order among themselves moved too.
        place.moved = !place.source.is_sorted();
        place.source.sort_unstable();
        place.source.dedup();
    }
    for (place, back) in places.iter_mut().zip(held.into_iter().flat_map(|held| &held.returned)) {
        if !back.is_empty() {
            place.source.clone_from(back);
            place.returned = true;
        }
    }
    places
}

/// Links are moved when they do not keep the record's order, by their first blocks; as little text
/// as can be is called moved. Links that were merged stand at one place, and the one that has the
/// first block stands for all. (The units alone do not tell: a link's units may stand around
/// another link's.) Where that is `known` of each link it is so.
pub(super) fn mark_moved(places: &mut [Place], source: &Side<'_>, known: Option<&[bool]>) {
    let merged = groups(places, source.blocks.len(), |place| place.source.clone().into_iter());
    let firsts = places.iter().map(|place| place.source.first().copied());
    let anchors = anchors(merged.iter().copied().zip(firsts.collect::<Vec<_>>()));
    let mut weights = vec![0_u64; places.len()];
    let mut seen = vec![false; source.blocks.len()];
    for (place, group) in places.iter().zip(&merged) {
        for at in &place.source {
            // What was offered a place is called moved before anything that has one.
            if !std::mem::replace(&mut seen[*at], true) && !place.returned {
                weights[*group] += source.blocks.get(*at).map_or(0, |block| block.text.len() as u64) + 1;
            }
        }
    }
    let (mut at_points, mut points) = (Vec::new(), Vec::new());
    for (number, place) in places.iter_mut().enumerate() {
        place.anchor = anchors[merged[number]] == Some(number);
        if let Some(first) = place.source.first().filter(|_| place.anchor) {
            at_points.push(merged[number]);
            points.push((*first, weights[merged[number]]));
        }
    }
    let mut moved = vec![false; places.len()];
    at_points.iter().zip(heaviest_rising(&points)).for_each(|(group, kept)| moved[*group] = !kept);
    for (number, (place, group)) in places.iter_mut().zip(&merged).enumerate() {
        place.out_of_order = known.map_or(moved[*group], |known| known[number]);
        place.moved |= place.out_of_order;
    }
}

/// For each group, by its number, the member whose block comes first: where the group stands. The
/// others may have stood elsewhere, or be gone. Takes the group and the first block of each link.
pub(super) fn anchors(links: impl ExactSizeIterator<Item = (usize, Option<usize>)>) -> Vec<Option<usize>> {
    let mut best: Vec<Option<(usize, usize)>> = vec![None; links.len()];
    for (number, (group, first)) in links.enumerate() {
        let key = (first.unwrap_or(usize::MAX), number);
        best[group] = Some(best[group].map_or(key, |other| other.min(key)));
    }
    best.into_iter().map(|best| best.map(|(_, number)| number)).collect()
}

/// Puts links that share a block into one group, named by the first of them; `blocks` gives the
/// blocks of a link, below `len`.
pub(super) fn groups<B: Iterator<Item = usize>>(
    places: &[Place],
    len: usize,
    blocks: impl Fn(&Place) -> B,
) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..places.len()).collect();
    fn root(parents: &mut [usize], mut at: usize) -> usize {
        while parents[at] != at {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        at
    }
    let mut owners = vec![None; len];
    for (number, place) in places.iter().enumerate() {
        for other in blocks(place).filter_map(|at| owners[at].replace(number)) {
            let (a, b) = (root(&mut parents, number), root(&mut parents, other));
            parents[a.max(b)] = a.min(b);
        }
    }
    (0..places.len()).map(|number| root(&mut parents, number)).collect()
}
