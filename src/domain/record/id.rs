//! The names of links.

use std::fmt;
use std::str::FromStr;

use rustc_hash::FxHashMap;

use super::BaselineUnit;
use crate::domain::text::UnitHash;

/// The name of a link within its record: eight letters from `k` to `z`, so that it is never taken
/// for a number or for a hash.
///
/// It comes from the text that the link began with, so that two branches which accept the same new
/// unit name it alike, and the merge shows them as one and the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LinkId(pub(super) u32);

impl LinkId {
    /// The id for a new link with that baseline and those targets; one that is not in `taken`,
    /// to which it is added.
    pub fn fresh(baseline: &[BaselineUnit], target: &[UnitHash], taken: &mut TakenIds) -> LinkId {
        let mut seed = blake3::Hasher::new();
        for unit in baseline {
            seed.update(UnitHash::of(&unit.text).to_string().as_bytes());
        }
        if baseline.is_empty() {
            for hash in target {
                seed.update(b"target");
                seed.update(hash.to_string().as_bytes());
            }
        }
        let mut short = [0; 4];
        seed.finalize_xof().fill(&mut short);
        // Equal texts, which repeat on a page, count up from the same number.
        taken.take_from(u32::from_le_bytes(short))
    }

    /// The id with that number; for caches, tests and generators.
    pub fn from_number(number: u32) -> LinkId {
        LinkId(number)
    }

    /// The number of the id; for caches.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// The ids that are taken in a record.
///
/// Each leads to a number behind it that may be free, and the ways are made shorter as they are
/// gone (as in a forest of disjoint sets), so a page that says one thing a hundred thousand times
/// gets its ids in nearly linear time.
#[derive(Clone, Debug, Default)]
pub struct TakenIds {
    next: FxHashMap<u32, u32>,
}

impl TakenIds {
    /// The first free id from that number on, which is taken then.
    pub(super) fn take_from(&mut self, start: u32) -> LinkId {
        let mut free = start;
        let mut way = Vec::new();
        while let Some(next) = self.next.get(&free) {
            way.push(free);
            free = *next;
        }
        let next = free.wrapping_add(1);
        self.next.insert(free, next);
        for at in way {
            self.next.insert(at, next);
        }
        LinkId(free)
    }
}

impl FromIterator<LinkId> for TakenIds {
    fn from_iter<I: IntoIterator<Item = LinkId>>(ids: I) -> Self {
        TakenIds { next: ids.into_iter().map(|id| (id.0, id.0.wrapping_add(1))).collect() }
    }
}

impl fmt::Display for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..8).rev().try_for_each(|digit| {
            let nibble = (self.0 >> (digit * 4)) & 15;
            write!(f, "{}", char::from(b'k' + nibble as u8))
        })
    }
}

/// A text that is not eight letters from `k` to `z`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLinkId;

impl FromStr for LinkId {
    type Err = BadLinkId;

    fn from_str(text: &str) -> Result<Self, BadLinkId> {
        if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_lowercase() && b >= b'k') {
            return Err(BadLinkId);
        }
        Ok(LinkId(text.bytes().fold(0, |id, b| (id << 4) | u32::from(b - b'k'))))
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::BlockKind;

    #[test]
    fn equal_texts_get_the_free_numbers_in_a_row() {
        let mut taken: TakenIds = [5, 6, 9].into_iter().map(LinkId).collect();
        let got: Vec<u32> =
            [5, 9, 5, 7, 4, 5, u32::MAX, u32::MAX].map(|start| taken.take_from(start).0).into();
        assert_eq!(got, [7, 10, 8, 11, 4, 12, u32::MAX, 0]);
    }

    #[test]
    fn link_ids_read_back_and_equal_texts_get_different_ones() {
        let caption =
            [BaselineUnit { kind: BlockKind::Caption, level: None, text: "Photo: WCO".into(), after: None }];
        let mut taken = TakenIds::default();
        let first = LinkId::fresh(&caption, &[], &mut taken);
        let second = LinkId::fresh(&caption, &[], &mut taken);
        assert_ne!(first, second);
        for id in [first, second, LinkId::from_number(0), LinkId::from_number(u32::MAX)] {
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        for bad in ["", "kkkkkkk", "kkkkkkkj", "KKKKKKKK", "12345678", "kkkkkkkkk"] {
            assert_eq!(bad.parse::<LinkId>(), Err(BadLinkId), "{bad:?}");
        }
    }
}
