//! Target blocks that are as they were belong to the link that had them.
//!
//! Where texts repeat (the cells of a table), hashes alone leave a choice, and it has to be the
//! same on both sides: a row that went took its own cells along. So the targets are claimed in the
//! order of the record and, where the source lost or moved something, in the order of today's
//! source too, what stands there first; the reading counts in which more neighbours stay neighbours.

use super::Item;
use crate::domain::align::equal_pairs;
use crate::domain::record::Link;
use crate::domain::text::UnitHash;
use crate::domain::track::{Place, Side};

/// Which link claims which target block; with how many claims stand beside their neighbours.
struct Claims {
    pairs: Vec<(usize, Option<usize>)>,
    beside: usize,
}

impl Claims {
    fn of(claims: &[(usize, UnitHash)], today: &[UnitHash]) -> Claims {
        let recorded: Vec<UnitHash> = claims.iter().map(|(_, hash)| *hash).collect();
        let found = equal_pairs(&recorded, today);
        let beside = found.windows(2).filter(|pair| pair[0].is_some_and(|at| pair[1] == Some(at + 1)));
        let beside = beside.count();
        Claims { pairs: claims.iter().map(|(number, _)| *number).zip(found).collect(), beside }
    }
}

/// Writes down which blocks each link still has; the answer tells of each block whether it is taken.
pub(super) fn claim(links: &[Link], places: &mut [Place], items: &[Item], target: &Side<'_>) -> Vec<bool> {
    let mut used = vec![false; target.blocks.len()];
    places.iter_mut().for_each(|place| place.target_same = true);
    let of_link = |number: usize| links[number].target.iter().map(move |hash| (number, *hash));
    let recorded: Vec<(usize, UnitHash)> = (0..links.len()).flat_map(of_link).collect();
    if recorded.is_empty() {
        return used;
    }
    let today: Vec<UnitHash> = target.blocks.iter().map(|block| block.hash()).collect();
    let mut claims = Claims::of(&recorded, &today);
    let is_gone = |number: usize| places[number].source.is_empty() && !links[number].baseline.is_empty();
    let complete = claims.beside + 1 == recorded.len();
    let firsts = places.iter().filter_map(|place| place.source.first());
    if !complete && ((0..links.len()).any(is_gone) || !firsts.is_sorted()) {
        let order = items.iter().filter_map(|item| match item {
            Item::Link(number) => Some(*number),
            Item::New(_) => None,
        });
        let (gone, stands): (Vec<usize>, Vec<usize>) = order.partition(|number| is_gone(*number));
        let stands: Vec<(usize, UnitHash)> = stands.into_iter().flat_map(of_link).collect();
        let mut other = Claims::of(&stands, &today);
        let mut free = vec![true; today.len()];
        other.pairs.iter().filter_map(|(_, at)| *at).for_each(|at| free[at] = false);
        let left: Vec<usize> = (0..today.len()).filter(|at| free[*at]).collect();
        let left_hashes: Vec<UnitHash> = left.iter().map(|at| today[*at]).collect();
        let gone: Vec<(usize, UnitHash)> = gone.into_iter().flat_map(of_link).collect();
        let rest = Claims::of(&gone, &left_hashes);
        let place = |at: usize| left.get(at).copied();
        other.pairs.extend(rest.pairs.into_iter().map(|(number, at)| (number, at.and_then(place))));
        if other.beside > claims.beside {
            claims = other;
        }
    }
    for (number, at) in claims.pairs {
        match at {
            Some(at) => {
                places[number].target.push(at);
                used[at] = true;
            }
            None => places[number].target_same = false,
        }
    }
    used
}
