//! The words, endings and letters of all languages with data of ours, in two hash tables: one
//! for the Latin script, one for Cyrillic, Arabic and Devanagari.
//!
//! An entry is a row of small weights, one a language, in bits: how much likelier the word is in
//! that language than a word that stands in no list. Adding rows is all the scanner does with
//! them, so a word costs one hash look-up whatever the number of languages.

use std::sync::LazyLock;

use super::script::Script;

/// Languages with rows in the Latin table (some are spare).
pub const LATIN_LANES: usize = 48;
/// Languages with rows in the other table (some are spare).
pub const OTHER_LANES: usize = 16;
/// All lanes, the Latin ones first.
pub const LANES: usize = LATIN_LANES + OTHER_LANES;

/// A word that stands in no list is taken for one in 2^13.
const FLOOR: u8 = 13;
/// What a letter may weigh at most, in bits: letters are many, and not independent.
const LETTER_CAP: u8 = 3;

/// A language with data of ours.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// Its tag; with a script where it is written in two, with a region for a variant.
    pub tag: &'static str,
    /// Its script.
    pub script: Script,
    /// Whether it holds only what tells a variant from its language (`pt-BR` beside `pt`); a
    /// variant is no language of its own.
    pub variant: bool,
    text: &'static str,
}

macro_rules! profiles {
    ($($script:ident: $($tag:literal)*;)*) => {
        &[$($(Profile {
            tag: $tag,
            script: Script::$script,
            variant: is_variant($tag),
            text: include_str!(concat!("data/", $tag, ".txt")),
        },)*)*]
    };
}

const fn is_variant(tag: &str) -> bool {
    let tag = tag.as_bytes();
    tag.len() == 5 && tag[2] == b'-'
}

/// The languages of the Latin table, in the order of its lanes.
pub const LATIN: &[Profile] = profiles! {
    Latin: "en" "es" "fr" "pt" "it" "ro" "ca" "gl" "eu" "de" "nl" "af" "sv" "da" "nb" "nn" "is" "fi" "et" "lv" "lt"
        "pl" "cs" "sk" "sl" "hr" "bs" "sr-Latn" "hu" "tr" "az" "sq" "ga" "cy" "mt" "id" "ms" "tl" "sw" "vi" "eo"
        "la" "so" "yo" "zu" "mi" "pt-BR" "pt-PT";
};

/// The languages of the other table, in the order of its lanes.
pub const OTHER: &[Profile] = profiles! {
    Cyrillic: "ru" "uk" "be" "bg" "mk" "sr-Cyrl" "kk" "mn";
    Arabic: "ar" "fa" "ur";
    Devanagari: "hi" "mr" "ne";
};

/// The profile of a lane; `None` for a spare one.
pub fn profile(lane: usize) -> Option<&'static Profile> {
    match lane.checked_sub(LATIN_LANES) {
        None => LATIN.get(lane),
        Some(other) => OTHER.get(other),
    }
}

/// The lane of a tag as the profiles write it.
pub fn lane_of(tag: &str) -> Option<usize> {
    LATIN
        .iter()
        .position(|p| p.tag == tag)
        .or_else(|| OTHER.iter().position(|p| p.tag == tag).map(|at| at + LATIN_LANES))
}

/// What words, endings and letters are looked up by.
///
/// A word is taken as its lower-case UTF-8, eight bytes at a time: most words are one step.
#[derive(Clone, Copy)]
pub struct WordKey(u64);

impl WordKey {
    /// Of no word yet.
    pub const START: WordKey = WordKey(0x243f_6a88_85a3_08d3);
    const ENDING: u64 = 0x1319_8a2e_0370_7344;
    const LETTER: u64 = 0xa409_3822_299f_31d0;
    const K: u64 = 0x9e37_79b9_7f4a_7c15;

    /// Takes in the next eight bytes, the last ones filled up with zeros; little-endian.
    #[inline]
    pub fn push(&mut self, bytes: u64) {
        let mixed = (self.0 ^ bytes).wrapping_mul(Self::K);
        self.0 = mixed ^ (mixed >> 29);
    }

    /// The key of the word so far.
    #[inline]
    pub fn key(self) -> u64 {
        self.0
    }

    /// The key of a word in lower case.
    pub fn of(word: &[u8]) -> u64 {
        let mut key = WordKey::START;
        for chunk in word.chunks(8) {
            let mut bytes = [0; 8];
            for (to, from) in bytes.iter_mut().zip(chunk) {
                *to = *from;
            }
            key.push(u64::from_le_bytes(bytes));
        }
        key.key()
    }

    /// The key of the lower-case word that the first `length` bytes are, zeros following; 0 of a
    /// word that is longer than that.
    #[inline]
    pub fn of_padded<const N: usize>(bytes: &[u8; N], length: usize) -> u64 {
        let mut key = WordKey::START;
        let (eights, _) = bytes.as_chunks::<8>();
        let Some(used) = eights.get(..length.div_ceil(8)) else { return 0 };
        for eight in used {
            key.push(u64::from_le_bytes(*eight));
        }
        key.key()
    }

    /// The key of an ending: three characters of 21 bits.
    #[inline]
    pub fn ending(tail: u64) -> u64 {
        let mixed = (tail ^ Self::ENDING).wrapping_mul(Self::K);
        mixed ^ (mixed >> 29)
    }

    /// The key of a single letter as a sign of its own.
    #[inline]
    pub fn letter(c: u32) -> u64 {
        let mixed = (u64::from(c) ^ Self::LETTER).wrapping_mul(Self::K);
        mixed ^ (mixed >> 29)
    }
}

/// The last three characters of a word, 21 bits each.
#[inline]
pub fn push_tail(tail: u64, c: u32) -> u64 {
    ((tail << 21) | u64::from(c)) & ((1 << 63) - 1)
}

/// How many lanes share a word of 64 bits: weights and sums take 16 bits each, so that a row is
/// added four lanes at a time, whatever the compiler makes of loops.
pub const LANES_A_WORD: usize = 4;

/// A hash table from keys to rows of `N` times four weights: open addressing, with a small set of bits in
/// front that turns most unknown words away before a cache line of the table is touched.
pub struct Table<const N: usize> {
    sieve: Vec<u64>,
    /// The row's number in the low bits, high bits of the key above it; 0 is free.
    slots: Vec<u32>,
    rows: Vec<[u64; N]>,
}

const ROW_BITS: u32 = (1 << 14) - 1;
const SIEVE_BITS: u32 = 17;

impl<const N: usize> Table<N> {
    fn new(slots: usize) -> Self {
        // Row 0 stands for a free slot.
        let sieve = vec![0; 1 << (SIEVE_BITS - 6)];
        Table { sieve, slots: vec![0; slots.next_power_of_two()], rows: vec![[0; N]] }
    }

    /// The row of a key.
    #[inline]
    pub fn get(&self, key: u64) -> Option<&[u64; N]> {
        let bit = key >> (64 - SIEVE_BITS);
        if self.sieve.get((bit / 64) as usize)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let mask = self.slots.len() - 1;
        let sign = key as u32 & !ROW_BITS;
        let mut at = (key >> 32) as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                return None;
            }
            if slot & !ROW_BITS == sign {
                return self.rows.get((slot & ROW_BITS) as usize);
            }
            at = (at + 1) & mask;
        }
    }

    /// The row of a key, made if need be. `None` when the table is full, which a test rules out.
    fn row(&mut self, key: u64) -> Option<&mut [u64; N]> {
        if self.is_full() {
            return None;
        }
        let bit = key >> (64 - SIEVE_BITS);
        *self.sieve.get_mut((bit / 64) as usize)? |= 1 << (bit % 64);
        let mask = self.slots.len() - 1;
        let sign = key as u32 & !ROW_BITS;
        let mut at = (key >> 32) as usize & mask;
        loop {
            let slot = self.slots.get_mut(at)?;
            if *slot == 0 {
                *slot = sign | self.rows.len() as u32;
                self.rows.push([0; N]);
                return self.rows.last_mut();
            }
            if *slot & !ROW_BITS == sign {
                return self.rows.get_mut((*slot & ROW_BITS) as usize);
            }
            at = (at + 1) & mask;
        }
    }

    fn is_full(&self) -> bool {
        self.rows.len() > ROW_BITS as usize || self.rows.len() * 2 > self.slots.len()
    }

    fn fill(&mut self, profiles: &[Profile]) {
        for (lane, profile) in profiles.iter().enumerate() {
            for (sign, weight) in signs(profile) {
                let place = self.row(sign).and_then(|row| row.get_mut(lane / LANES_A_WORD));
                let Some(four) = place else { continue };
                let shift = lane % LANES_A_WORD * 16;
                let known = *four >> shift & 0xffff;
                *four = *four & !(0xffff << shift) | u64::from(weight).max(known) << shift;
            }
        }
    }
}

/// A word, ending or letter of a list.
#[derive(Clone, Copy)]
struct Sign {
    key: u64,
    /// One running word in 2^class is it, ends in it or has it.
    class: u8,
}

/// The keys and weights of a profile's text.
fn signs(profile: &Profile) -> impl Iterator<Item = (u64, u8)> {
    classed(profile).map(|(sign, weight)| (sign.key, weight))
}

/// The signs of a profile's text and their weights. Lines that are no data are passed over; the
/// tests see to it that there are none.
fn classed(profile: &Profile) -> impl Iterator<Item = (Sign, u8)> {
    let mut section = "";
    profile.text.lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let mut parts = line.split(' ');
        let first = parts.next().unwrap_or("");
        let class = first.parse::<u8>().ok();
        if class.is_none() {
            section = match first {
                "words" => "words",
                "endings" => "endings",
                "letters" => "letters",
                _ => "",
            };
        }
        let here = section;
        parts.map(move |sign| {
            let class = class.unwrap_or(FLOOR);
            let mut chars = sign.chars().map(u32::from);
            let (key, weight) = match here {
                "words" => (WordKey::of(sign.as_bytes()), FLOOR.saturating_sub(class)),
                "endings" => (WordKey::ending(chars.fold(0, push_tail)), FLOOR.saturating_sub(class + 1)),
                _ => (
                    WordKey::letter(chars.next_back().unwrap_or(0)),
                    (10u8.saturating_sub(class) / 2).min(LETTER_CAP),
                ),
            };
            (Sign { key, class }, weight)
        })
    })
}

/// The most bits a word that a list can be relied on for: lists of few words and many letters
/// promise more than their text holds.
const MOST_USUAL_BITS: f32 = 4.0;

/// For each lane the bits that a word of running text in its language gives, as its own list has
/// it: the sum over its signs of how often they stand times what they weigh. Measured on news text
/// of 60 languages it is 0.9 to 1.4 times that; on text in a relative without a list, 0.4 to 0.8.
static USUAL: LazyLock<Vec<f32>> = LazyLock::new(|| {
    let usual = |lane| {
        let bits = |(sign, weight): (Sign, u8)| f32::from(weight) * (-f32::from(sign.class)).exp2();
        profile(lane).map_or(0.0, |profile| classed(profile).map(bits).sum())
    };
    (0..LANES).map(usual).map(|bits: f32| bits.min(MOST_USUAL_BITS)).collect()
});

/// The bits that a word of running text in the language of a lane usually gives; 0 for a spare one.
pub fn usual_bits(lane: usize) -> f32 {
    USUAL.get(lane).copied().unwrap_or(0.0)
}

/// Both tables.
pub struct Lexicon {
    /// Words of the Latin script.
    pub latin: Table<{ LATIN_LANES / LANES_A_WORD }>,
    /// Words of Cyrillic, Arabic and Devanagari.
    pub other: Table<{ OTHER_LANES / LANES_A_WORD }>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut latin = Table::new(1 << 15);
    latin.fill(LATIN);
    let mut other = Table::new(1 << 13);
    other.fill(OTHER);
    Lexicon { latin, other }
});

/// The tables, built at the first call.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The row of a word, as (tag, weight).
    fn row(word: &str) -> Vec<(&'static str, u8)> {
        let key = WordKey::of(word.as_bytes());
        let lanes = |row: &[u64]| -> Vec<u8> {
            row.iter().flat_map(|four| (0..4).map(move |at| (four >> (at * 16)) as u8)).collect()
        };
        let latin = lexicon().latin.get(key).map(|row| lanes(row)).unwrap_or_default();
        let other = lexicon().other.get(key).map(|row| lanes(row)).unwrap_or_default();
        let named = |profiles: &'static [Profile], row: Vec<u8>| {
            profiles.iter().zip(row).filter(|(_, weight)| *weight > 0).map(|(p, weight)| (p.tag, weight))
        };
        named(LATIN, latin).chain(named(OTHER, other)).collect()
    }

    #[test]
    fn every_line_of_the_data_is_read() {
        for profile in LATIN.iter().chain(OTHER) {
            let mut section = None;
            for (number, line) in profile.text.lines().enumerate() {
                match line.split_once(' ') {
                    _ if line.starts_with('#') => assert_eq!(number, 0, "{}", profile.tag),
                    None => {
                        assert!(["words", "endings", "letters"].contains(&line), "{}: {line}", profile.tag);
                        section = Some(line);
                    }
                    Some((class, signs)) => {
                        assert!(class.parse::<u8>().is_ok_and(|c| c < FLOOR), "{}: {line}", profile.tag);
                        for sign in signs.split(' ') {
                            let length = sign.chars().count();
                            let right = match section {
                                Some("endings") => length == 3,
                                Some("letters") => length == 1,
                                other => other.is_some() && length > 0,
                            };
                            assert!(right, "{}: {sign:?} in {line}", profile.tag);
                            assert_eq!(sign.to_lowercase(), sign, "{}", profile.tag);
                        }
                    }
                }
            }
            let words = signs(profile).count();
            assert!(
                words >= if profile.variant { 30 } else { 150 },
                "{} has only {words} signs",
                profile.tag
            );
        }
    }

    #[test]
    fn the_tables_have_room_for_all_of_it() {
        assert!(!lexicon().latin.is_full() && !lexicon().other.is_full());
        assert!(LATIN.len() <= LATIN_LANES && OTHER.len() <= OTHER_LANES);
    }

    #[test]
    fn a_word_speaks_for_the_languages_that_use_it() {
        for (word, for_it, against) in [
            ("the", "en", "fr"),
            ("une", "fr", "es"),
            ("não", "pt", "es"),
            ("это", "ru", "uk"),
            ("що", "uk", "ru"),
            ("और", "hi", "ne"),
            ("che", "it", "en"),
        ] {
            let row = row(word);
            assert!(row.iter().any(|(tag, _)| *tag == for_it), "{word}: {row:?}");
            assert!(!row.iter().any(|(tag, _)| *tag == against), "{word}: {row:?}");
        }
    }
}
