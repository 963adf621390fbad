//! The cheapest monotone path through two sequences, within a band around the diagonal.

use std::ops::Range;

/// A cost that no path takes.
pub(super) const NEVER: i32 = i32::MAX / 4;

/// A step of the path: the ranges of the two sequences that it puts together.
pub(super) type Step = (Range<usize>, Range<usize>);

/// The places of one row that are looked at: those of `low..=high`, from `start` on.
struct Band {
    start: usize,
    low: usize,
    high: usize,
}

impl Band {
    fn place(&self, j: usize) -> Option<usize> {
        (self.low <= j && j <= self.high).then(|| self.start + j - self.low)
    }
}

/// The cheapest way to cut `0..n` and `0..m` into the same number of pieces, in order, where each
/// pair of pieces has the lengths of one of `moves`, which must hold (1, 0) and (0, 1). `cost` is
/// asked for each, with the most that it may be to matter: what costs more need not be told exactly.
/// Among equal costs the earlier move wins, so the answer is the same everywhere.
///
/// About `cells` places are looked at, 1,000 at least and a few for each element: a band around
/// the diagonal, the full table where it fits. Time and memory are linear in `cells + n + m`.
pub(super) fn cheapest(
    n: usize,
    m: usize,
    moves: &[(usize, usize)],
    cells: usize,
    mut cost: impl FnMut(Range<usize>, Range<usize>, i32) -> i32,
) -> Vec<Step> {
    if n == 0 || m == 0 {
        return (0..n).map(|i| (i..i + 1, 0..0)).chain((0..m).map(|j| (n..n, j..j + 1))).collect();
    }
    let width = (cells / (2 * (n + 1))).max(m / n + 4);
    // Where the places of each row begin, and the first and last of them.
    let mut rows: Vec<Band> = Vec::with_capacity(n + 1);
    let mut total = 0;
    for i in 0..=n {
        let middle = i * m / n;
        let band = Band { start: total, low: middle.saturating_sub(width), high: (middle + width).min(m) };
        total += band.high - band.low + 1;
        rows.push(band);
    }
    let mut best = vec![NEVER; total];
    let mut chosen = vec![0_u8; total];
    let place = |i: usize, j: usize| -> Option<usize> { rows.get(i)?.place(j) };
    for (i, row) in rows.iter().enumerate() {
        for j in row.low..=row.high {
            let here = row.start + j - row.low;
            if i == 0 && j == 0 {
                best[here] = 0;
                continue;
            }
            let mut least = (NEVER, 0);
            for (number, (di, dj)) in moves.iter().enumerate() {
                if *di > i || *dj > j {
                    continue;
                }
                let (i0, j0) = (i - di, j - dj);
                let Some(before) = place(i0, j0).and_then(|at| best.get(at)).copied() else { continue };
                // No step makes up for so much.
                if before >= NEVER {
                    continue;
                }
                let sum = before.saturating_add(cost(i0..i, j0..j, least.0 - before)).min(NEVER);
                if sum < least.0 {
                    least = (sum, number as u8);
                }
            }
            (best[here], chosen[here]) = least;
        }
    }
    let mut steps = Vec::with_capacity(n.max(m));
    let (mut i, mut j) = (n, m);
    while i > 0 || j > 0 {
        let (di, dj) = place(i, j)
            .filter(|at| best[*at] < NEVER)
            .and_then(|at| moves.get(usize::from(chosen[at])).copied())
            .unwrap_or(if i > 0 { (1, 0) } else { (0, 1) });
        steps.push((i - di..i, j - dj..j));
        i -= di;
        j -= dj;
    }
    steps.reverse();
    steps
}

/// The heaviest rising sequence: of points given in the order of one text, with their place in
/// the other and a weight, the ones that keep their order. Of equally heavy ones it is the one that
/// has the first point on which they differ; so points that are taken from elsewhere and put in
/// order join what was kept and change nothing else. Time n log n.
pub(crate) fn heaviest_rising(points: &[(usize, u64)]) -> Vec<bool> {
    let mut places: Vec<usize> = points.iter().map(|(place, _)| *place).collect();
    places.sort_unstable();
    places.dedup();
    // From the end: how heavy the heaviest sequence is that begins with each point. The Fenwick
    // tree holds the best over the places above each.
    let mut tree = vec![0_u64; places.len() + 1];
    let mut best = vec![0_u64; points.len()];
    for (index, (place, weight)) in points.iter().enumerate().rev() {
        let rank = places.len() - places.partition_point(|other| other <= place);
        let (mut at, mut above) = (rank, 0);
        while at > 0 {
            above = above.max(tree[at]);
            at -= at & at.wrapping_neg();
        }
        best[index] = above.saturating_add(*weight.max(&1));
        let mut at = rank + 1;
        while at < tree.len() {
            tree[at] = tree[at].max(best[index]);
            at += at & at.wrapping_neg();
        }
    }
    let mut kept = vec![false; points.len()];
    let mut left = best.iter().max().copied().unwrap_or(0);
    let mut last = None;
    for (index, (place, weight)) in points.iter().enumerate() {
        if left > 0 && best[index] == left && last < Some(*place) {
            kept[index] = true;
            left -= weight.max(&1);
            last = Some(*place);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MOVES: [(usize, usize); 3] = [(1, 1), (1, 0), (0, 1)];

    proptest! {
        #[test]
        fn every_element_is_in_one_step_however_narrow_the_band(n in 0_usize..200, m in 0_usize..200, cells in 0_usize..3_000) {
            let steps = cheapest(n, m, &MOVES, cells, |a, b, _| if a.len() == b.len() { 1 } else { 2 });
            let (mut i, mut j) = (0, 0);
            for (a, b) in steps {
                prop_assert_eq!((a.start, b.start), (i, j));
                prop_assert!(a.len() + b.len() > 0);
                (i, j) = (a.end, b.end);
            }
            prop_assert_eq!((i, j), (n, m));
        }

        #[test]
        fn the_heaviest_rising_sequence_is_the_heaviest(points in prop::collection::vec((0_usize..12, 1_u64..6), 0..9)) {
            let weight = |kept: &dyn Fn(usize) -> bool| -> Option<u64> {
                let mut last = None;
                let mut sum = 0;
                for (index, (place, weight)) in points.iter().enumerate().filter(|(index, _)| kept(*index)) {
                    let _ = index;
                    if last >= Some(*place) { return None; }
                    last = Some(*place);
                    sum += weight;
                }
                Some(sum)
            };
            let best = (0..1_u32 << points.len()).filter_map(|mask| weight(&|index| mask >> index & 1 == 1)).max();
            let kept = heaviest_rising(&points);
            prop_assert_eq!(weight(&|index| kept[index]), best);
            let first = (0..1_u32 << points.len())
                .filter(|mask| weight(&|index| mask >> index & 1 == 1) == best)
                .max_by_key(|mask| mask.reverse_bits());
            let mask = kept.iter().enumerate().map(|(index, kept)| u32::from(*kept) << index).sum();
            prop_assert_eq!(Some(mask), first);
        }
    }
}
