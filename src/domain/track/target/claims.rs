//! Target blocks that are as they were belong to the link that had them.
//!
//! Where texts repeat (the cells of a table), hashes alone leave a choice, and it has to be the
//! same on both sides: a row that went took its own cells along. So the targets are claimed in the
//! order of the record and, where the source lost or moved something, in the order of today's
//! source too, what stands there first; the reading counts in which more neighbours stay neighbours.

use rustc_hash::FxHashSet;

use super::Item;
use crate::domain::align::equal_in_tables;
use crate::domain::document::{Block, BlockKind};
use crate::domain::record::Link;
use crate::domain::text::UnitHash;
use crate::domain::track::{Place, Side};

/// Which link claims which target block; with how many claims stand beside their neighbours.
struct Claims {
    pairs: Vec<(usize, Option<usize>)>,
    beside: usize,
}

impl Claims {
    fn of(links: &[Link], claims: &[(usize, UnitHash)], today: &[(UnitHash, &Block)]) -> Claims {
        let is_cell = |number: usize| {
            links[number].baseline.first().is_some_and(|unit| unit.kind == BlockKind::TableCell)
        };
        let recorded: Vec<(UnitHash, bool)> =
            claims.iter().map(|(number, hash)| (*hash, is_cell(*number))).collect();
        let found = equal_in_tables(&recorded, today);
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
    let today: Vec<(UnitHash, &Block)> = target.blocks.iter().map(|block| (block.hash(), *block)).collect();
    let mut claims = Claims::of(links, &recorded, &today);
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
        let mut other = Claims::of(links, &stands, &today);
        let mut free = vec![true; today.len()];
        other.pairs.iter().filter_map(|(_, at)| *at).for_each(|at| free[at] = false);
        let left: Vec<usize> = (0..today.len()).filter(|at| free[*at]).collect();
        let left_blocks: Vec<(UnitHash, &Block)> = left.iter().map(|at| today[*at]).collect();
        let gone: Vec<(usize, UnitHash)> = gone.into_iter().flat_map(of_link).collect();
        let rest = Claims::of(links, &gone, &left_blocks);
        // Of a row that went, its cells claim none of a row that another link's cell begins.
        let mut first_of_row: Vec<usize> = (0..today.len()).collect();
        for at in 1..today.len() {
            let (before, here) = (today[at - 1].1, today[at].1);
            let goes_on = here.kind == BlockKind::TableCell && before.kind == here.kind;
            if goes_on && before.line == here.line {
                first_of_row[at] = first_of_row[at - 1];
            }
        }
        let taken: FxHashSet<usize> =
            rest.pairs.iter().filter_map(|(_, at)| left.get((*at)?).copied()).collect();
        let is_own = |at: &usize| taken.contains(&first_of_row[*at]);
        let place = |at: usize| left.get(at).copied().filter(is_own);
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
