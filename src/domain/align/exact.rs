//! Equal elements of two revisions of one sequence, each with its counterpart.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::path::{NEVER, cheapest, heaviest_rising};

/// How many places of the table are looked at between two fixed points, about.
const CELLS: usize = 60_000;

/// For each element of `old` the place of its equal in `new`, each used once.
///
/// First the common head and tail; then what occurs once on either side, wherever it stands; then
/// neighbours of what is matched, which tells repeated captions apart by what stands around them;
/// then, between those that kept their order, as many as keep it too (the longest common
/// subsequence, in a band); at last, among equals that are left, the first with the first.
/// Time n log n, but for a bounded table.
pub(crate) fn equal_pairs<K: Eq + Hash>(old: &[K], new: &[K]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; old.len()];
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    for (at, place) in found.iter_mut().enumerate().take(head) {
        *place = Some(at);
    }
    for back in 1..=tail {
        found[old.len() - back] = Some(new.len() - back);
    }
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    if head == old_end || head == new_end {
        return found;
    }
    let mut used = vec![false; new.len()];
    found.iter().flatten().for_each(|at| used[*at] = true);

    let mut places: FxHashMap<&K, (Vec<usize>, Vec<usize>)> = FxHashMap::default();
    for (at, key) in old.iter().enumerate().take(old_end).skip(head) {
        places.entry(key).or_default().0.push(at);
    }
    for (at, key) in new.iter().enumerate().take(new_end).skip(head) {
        if let Some((_, in_new)) = places.get_mut(key) {
            in_new.push(at);
        }
    }
    for (in_old, in_new) in places.values() {
        if let ([i], [j]) = (in_old.as_slice(), in_new.as_slice()) {
            found[*i] = Some(*j);
            used[*j] = true;
        }
    }
    for i in 1..old.len() {
        let next = found[i - 1].map(|j| j + 1).filter(|j| *j < new.len() && !used[*j] && new[*j] == old[i]);
        if let (None, Some(j)) = (found[i], next) {
            found[i] = Some(j);
            used[j] = true;
        }
    }
    for i in (0..old.len().saturating_sub(1)).rev() {
        let next = found[i + 1].and_then(|j| j.checked_sub(1)).filter(|j| !used[*j] && new[*j] == old[i]);
        if let (None, Some(j)) = (found[i], next) {
            found[i] = Some(j);
            used[j] = true;
        }
    }
    keep_order(old, new, &mut found, &mut used);
    // The order in which the map gives its entries does not matter: no two share an element.
    for (in_old, in_new) in places.values() {
        let mut free = in_new.iter().filter(|j| !used[**j]);
        for i in in_old {
            if found[*i].is_none() {
                found[*i] = free.next().copied();
            }
        }
    }
    found
}

/// Matches what is left between two matched ones that kept their order, in order.
fn keep_order<K: Eq>(old: &[K], new: &[K], found: &mut [Option<usize>], used: &mut [bool]) {
    let matched: Vec<(usize, usize)> =
        found.iter().enumerate().filter_map(|(i, place)| Some((i, (*place)?))).collect();
    let points: Vec<(usize, u64)> = matched.iter().map(|(_, j)| (*j, 1)).collect();
    let fixed = matched.into_iter().zip(heaviest_rising(&points)).filter(|(_, kept)| *kept);
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in fixed.map(|(pair, _)| pair).chain([(old.len(), new.len())]) {
        let left: Vec<usize> = (i..next_i).filter(|i| found[*i].is_none()).collect();
        let right: Vec<usize> = (j..next_j).filter(|j| !used[*j]).collect();
        (i, j) = (next_i + 1, next_j + 1);
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let cost = |a: std::ops::Range<usize>, b: std::ops::Range<usize>, _| match (left.get(a), right.get(b))
        {
            (Some([i]), Some([j])) if old[*i] == new[*j] => 0,
            (Some([_]), Some([_])) => NEVER,
            _ => 1,
        };
        for (a, b) in cheapest(left.len(), right.len(), &[(1, 1), (1, 0), (0, 1)], CELLS, cost) {
            if let (Some([i]), Some([j])) = (left.get(a), right.get(b)) {
                found[*i] = Some(*j);
                used[*j] = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn repeated_captions_keep_to_their_neighbours() {
        let pairs = |old: &str, new: &str| equal_pairs(old.as_bytes(), new.as_bytes());
        assert_eq!(pairs("aCbCd", "abCd"), [Some(0), None, Some(1), Some(2), Some(3)]);
        assert_eq!(pairs("aCbCd", "aCbd"), [Some(0), Some(1), Some(2), None, Some(3)]);
        assert_eq!(pairs("aCbCd", "dbCaC"), [Some(3), Some(4), Some(1), Some(2), Some(0)]);
        assert_eq!(pairs("CCx", "xCyCz"), [Some(1), Some(3), Some(0)]);
        assert_eq!(pairs("abc", ""), [None, None, None]);
        // As many as can keep their order do, though others come first.
        assert_eq!(pairs("1121000", "0221"), [None, None, Some(2), Some(3), Some(0), None, None]);
    }

    proptest! {
        #[test]
        fn as_many_equals_are_matched_as_there_are(old in "[a-d]{0,20}", new in "[a-d]{0,20}") {
            let (old, new) = (old.as_bytes(), new.as_bytes());
            let found = equal_pairs(old, new);
            let mut places: Vec<usize> = found.iter().flatten().copied().collect();
            prop_assert!(found.iter().enumerate().all(|(i, j)| j.is_none_or(|j| old[i] == new[j])));
            let count = |text: &[u8], c: u8| text.iter().filter(|b| **b == c).count();
            let expected: usize = (b'a'..=b'd').map(|c| count(old, c).min(count(new, c))).sum();
            prop_assert_eq!(places.len(), expected);
            places.sort_unstable();
            places.dedup();
            prop_assert_eq!(places.len(), expected);
        }
    }
}
