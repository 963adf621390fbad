//! The edit distance of two sequences, 64 places at a time.
//!
//! Myers ("A fast bit-vector algorithm for approximate string matching based on dynamic programming",
//! Journal of the ACM 46(3), 1999), in the form of Hyyrö ("A Bit-Vector Algorithm for Computing
//! Levenshtein and Damerau Edit Distances", Nordic Journal of Computing 10(1), 2003), which gives the
//! distance of whole sequences. A column of the table of m rows costs ⌈m/64⌉ steps.

/// A sequence made ready to be held against many others.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    length: usize,
    blocks: usize,
    /// An open hash table: the value, plus one, and where its masks begin.
    slots: Vec<(u64, u32)>,
    masks: Vec<u64>,
    columns: Vec<(u64, u64)>,
}

impl Pattern {
    /// Makes `sequence` ready; what was ready before is forgotten.
    pub fn set(&mut self, sequence: &[u32]) {
        self.length = sequence.len();
        self.blocks = sequence.len().div_ceil(64);
        let size = (sequence.len() * 4).next_power_of_two().max(16);
        self.slots.clear();
        self.slots.resize(size, (0, 0));
        self.masks.clear();
        for (at, value) in sequence.iter().enumerate() {
            let slot = self.slot(*value);
            let Some(entry) = self.slots.get_mut(slot) else { continue };
            if entry.0 == 0 {
                *entry = (u64::from(*value) + 1, self.masks.len() as u32);
                self.masks.resize(self.masks.len() + self.blocks, 0);
            }
            if let Some(mask) = self.masks.get_mut(entry.1 as usize + at / 64) {
                *mask |= 1 << (at % 64);
            }
        }
    }

    /// The slot that holds a value, or the free one where it would be.
    fn slot(&self, value: u32) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (u64::from(value).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        let wanted = u64::from(value) + 1;
        // At most a quarter of the slots is taken.
        while self.slots.get(slot).is_some_and(|(own, _)| *own != 0 && *own != wanted) {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn masks_of(&self, value: u32) -> &[u64] {
        match self.slots.get(self.slot(value)) {
            Some((own, at)) if *own != 0 => {
                self.masks.get(*at as usize..*at as usize + self.blocks).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// How many insertions, deletions and replacements make one sequence the other.
    pub fn distance(&mut self, other: &[u32]) -> usize {
        if self.length == 0 {
            return other.len();
        }
        if self.blocks == 1 { self.short(other) } else { self.long(other) }
    }

    fn short(&self, other: &[u32]) -> usize {
        let (mut more, mut less) = (u64::MAX, 0u64);
        let top = self.length - 1;
        let mut distance = self.length as i64;
        for value in other {
            let equal = self.masks_of(*value).first().copied().unwrap_or(0);
            distance += step(&mut more, &mut less, equal, 1, top);
        }
        distance.max(0) as usize
    }

    fn long(&mut self, other: &[u32]) -> usize {
        let mut columns = std::mem::take(&mut self.columns);
        columns.clear();
        columns.resize(self.blocks, (u64::MAX, 0));
        let mut distance = self.length as i64;
        for value in other {
            let masks = self.masks_of(*value);
            let mut carry = 1;
            for (block, (more, less)) in columns.iter_mut().enumerate() {
                let equal = masks.get(block).copied().unwrap_or(0);
                let top = if block + 1 == self.blocks { (self.length - 1) % 64 } else { 63 };
                carry = step(more, less, equal, carry, top);
            }
            distance += carry;
        }
        self.columns = columns;
        distance.max(0) as usize
    }
}

/// One column of one block: `carry` is the difference that comes in at the top of the block (−1, 0
/// or 1), the result that which goes out at row `top`.
#[inline]
fn step(more: &mut u64, less: &mut u64, equal: u64, carry: i64, top: usize) -> i64 {
    let vertical = equal | *less;
    let equal = equal | u64::from(carry < 0);
    let horizontal = (((equal & *more).wrapping_add(*more)) ^ *more) | equal;
    let up = *less | !(horizontal | *more);
    let down = *more & horizontal;
    let out = ((up >> top) & 1) as i64 - ((down >> top) & 1) as i64;
    let up = (up << 1) | u64::from(carry > 0);
    let down = (down << 1) | u64::from(carry < 0);
    *more = down | !(vertical | up);
    *less = up & vertical;
    out
}

#[cfg(test)]
pub(super) fn plain(a: &[u32], b: &[u32]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let kept = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = kept.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn the_fast_way_tells_what_the_table_tells(
            a in prop::collection::vec(0u32..6, 0..30),
            b in prop::collection::vec(0u32..6, 0..30),
            times in 1usize..8,
        ) {
            // Also across the borders of blocks.
            let (a, b) = (a.repeat(times), b.repeat(times));
            let mut pattern = Pattern::default();
            pattern.set(&a);
            prop_assert_eq!(pattern.distance(&b), plain(&a, &b));
            pattern.set(&b);
            prop_assert_eq!(pattern.distance(&a), plain(&a, &b));
        }
    }
}
