//! The table of known words: one look for a word that is none, which most words of a text are.
//!
//! Open addressing at half load over the hash that reading a word makes anyway; a place holds half
//! of the hash beside the word's number, so that a word's bytes are compared only where it is found:
//! its first eight at once, which is all of most words.

use super::words::{Key, first_eight};

/// From words to their numbers.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The upper half of the hash and the number + 1; 0 where the place is free.
    places: Vec<(u32, u32)>,
    /// Each word, by its number.
    words: Vec<Word>,
    /// What of words goes beyond the first eight bytes.
    bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Word {
    first: u64,
    length: u32,
    /// Where the rest stands.
    rest: u32,
}

impl Table {
    /// The table of those words with their numbers, which are below `count`.
    pub(super) fn new<'w>(words: impl Iterator<Item = (&'w [u8], u32)>, count: usize) -> Self {
        let size = (count * 2).next_power_of_two().max(16);
        let mut table =
            Table { places: vec![(0, 0); size], words: vec![Word::default(); count], bytes: Vec::new() };
        for (word, number) in words {
            let (Ok(rest), Ok(length)) = (u32::try_from(table.bytes.len()), u32::try_from(word.len())) else {
                continue;
            };
            let Some(place) = table.words.get_mut(number as usize) else { continue };
            *place = Word { first: first_eight(word), length, rest };
            table.bytes.extend_from_slice(word.get(8..).unwrap_or_default());
            let hash = Key::of(word).hash;
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

    /// The number of the word.
    #[inline]
    pub(super) fn get(&self, word: Key<'_>) -> Option<u32> {
        let size = self.places.len();
        let mut at = slot(word.hash, size);
        loop {
            let (half, number) = *self.places.get(at)?;
            if number == 0 {
                return None;
            }
            if half == upper(word.hash) {
                let known = self.words.get(number as usize - 1)?;
                if known.first == word.first
                    && known.length as usize == word.bytes.len()
                    && (known.length <= 8 || self.rest(known) == word.bytes.get(8..))
                {
                    return Some(number - 1);
                }
            }
            at = (at + 1) & (size - 1);
        }
    }

    fn rest(&self, word: &Word) -> Option<&[u8]> {
        self.bytes.get(word.rest as usize..word.rest as usize + word.length as usize - 8)
    }

    /// The number of a word that was not read from a text.
    pub(super) fn find(&self, word: &[u8]) -> Option<u32> {
        self.get(Key::of(word))
    }
}

fn upper(hash: u64) -> u32 {
    (hash >> 32) as u32
}

fn slot(hash: u64, size: usize) -> usize {
    // The product's upper bits are the mixed ones.
    (hash >> 20) as usize & size.saturating_sub(1)
}
