//! The table of known words: one look for a word that is none, which most words of a text are.
//!
//! Open addressing at half load over the hash that reading a word makes anyway; a place holds half
//! of the hash beside the word's number, so that a word's bytes are compared only where it is found.

use super::words::hash_of;

/// From words to their numbers.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The upper half of the hash and the number + 1; 0 where the place is free.
    places: Vec<(u32, u32)>,
    /// Where each word stands in `bytes`, by its number.
    spans: Vec<(u32, u32)>,
    bytes: Vec<u8>,
}

impl Table {
    /// The table of those words with their numbers, which are below `count`.
    pub(super) fn new<'w>(words: impl Iterator<Item = (&'w [u8], u32)>, count: usize) -> Self {
        let size = (count * 2).next_power_of_two().max(16);
        let mut table = Table { places: vec![(0, 0); size], spans: vec![(0, 0); count], bytes: Vec::new() };
        for (word, number) in words {
            let (Ok(start), Ok(length)) = (u32::try_from(table.bytes.len()), u32::try_from(word.len()))
            else {
                continue;
            };
            let Some(span) = table.spans.get_mut(number as usize) else { continue };
            *span = (start, length);
            table.bytes.extend_from_slice(word);
            let hash = hash_of(word);
            let mut at = slot(hash, size);
            while table.places.get(at).is_some_and(|(_, number)| *number != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(place) = table.places.get_mut(at) {
                *place = (upper(hash), number + 1);
            }
        }
        table
    }

    /// The number of the word whose hash is given too.
    #[inline]
    pub(super) fn get(&self, word: &[u8], hash: u64) -> Option<u32> {
        let size = self.places.len();
        let mut at = slot(hash, size);
        loop {
            let (half, number) = *self.places.get(at)?;
            if number == 0 {
                return None;
            }
            if half == upper(hash) {
                let (start, length) = *self.spans.get(number as usize - 1)?;
                if self.bytes.get(start as usize..start as usize + length as usize) == Some(word) {
                    return Some(number - 1);
                }
            }
            at = (at + 1) & (size - 1);
        }
    }

    /// The number of the word.
    pub(super) fn find(&self, word: &[u8]) -> Option<u32> {
        self.get(word, hash_of(word))
    }
}

fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

fn slot(hash: u64, size: usize) -> usize {
    // The product's upper bits are the mixed ones.
    (hash >> 20) as usize & size.saturating_sub(1)
}
