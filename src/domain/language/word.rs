//! A word as the scan reads it: its key in the word lists, its ending, how it is written.
//!
//! Three ways lead to the same: eight ASCII letters at a time; byte by byte with the letters of
//! Western Europe; character by character with all others. A test holds them against each other.

use super::lexicon::{WordKey, push_tail};
use super::script::{CharClass, Script, classify};

/// A word as read.
pub(super) struct Word {
    pub(super) key: u64,
    /// Its characters, marks included.
    pub(super) chars: u32,
    pub(super) letters: u32,
    pub(super) script: Script,
    /// Whether its first letter is a capital.
    pub(super) capital: bool,
    /// Whether all of its letters are capitals, and there are two at least.
    pub(super) acronym: bool,
    /// Its last two letters that only some languages of the script write.
    pub(super) signs: [u32; 2],
}

/// The longest word, in bytes, that could stand in a list.
const LONGEST_WORD: usize = 64;

/// A word whose characters are read one by one.
struct Spelled {
    word: Word,
    /// Its last three characters.
    tail: u64,
    /// How many of its letters are capitals.
    capitals: u32,
    /// Its lower-case UTF-8.
    bytes: [u8; LONGEST_WORD],
    length: usize,
}

impl Spelled {
    fn new() -> Self {
        let word = Word {
            key: 0,
            chars: 0,
            letters: 0,
            script: Script::Latin,
            capital: false,
            acronym: false,
            signs: [0; 2],
        };
        Spelled { word, tail: 0, capitals: 0, bytes: [0; LONGEST_WORD], length: 0 }
    }

    #[inline]
    fn push_ascii(&mut self, byte: u8) {
        let lower = byte | 0x20;
        let word = &mut self.word;
        if byte & 0x20 == 0 {
            word.capital |= word.chars == 0;
            self.capitals += 1;
        }
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = lower;
        }
        self.length += 1;
        self.tail = push_tail(self.tail, u32::from(lower));
        word.chars += 1;
        word.letters += 1;
    }

    /// Takes in the letter that is written as 0xC3 and `low`.
    #[inline]
    fn push_western(&mut self, low: u8) {
        let word = &mut self.word;
        // The small letters lie 0x20 above the capitals; U+00DF has none.
        let small = if low < 0x9F { low | 0x20 } else { low };
        if small != low {
            word.capital |= word.chars == 0;
            self.capitals += 1;
        }
        if let Some(place) = self.bytes.get_mut(self.length..self.length + 2) {
            place.copy_from_slice(&[0xC3, small]);
        }
        self.length += 2;
        let lower = u32::from(small) + 0x40;
        word.signs = [lower, word.signs[0]];
        self.tail = push_tail(self.tail, lower);
        word.chars += 1;
        word.letters += 1;
    }

    #[inline]
    fn push(&mut self, c: char, class: CharClass) {
        let lower = class.lower as u32;
        let word = &mut self.word;
        if class.letter {
            if class.lower != c {
                word.capital |= word.chars == 0;
                self.capitals += 1;
            }
            word.letters += 1;
            if is_sign(class.script, lower) {
                word.signs = [lower, word.signs[0]];
            }
        }
        let length = class.lower.len_utf8();
        if let Some(place) = self.bytes.get_mut(self.length..self.length + length) {
            class.lower.encode_utf8(place);
        }
        self.length += length;
        self.tail = push_tail(self.tail, lower);
        word.chars += 1;
    }

    /// The word, and the key of its ending.
    fn finish(self) -> (Word, u64) {
        let key = WordKey::of_padded(&self.bytes, self.length);
        let acronym = self.word.letters > 1 && self.capitals == self.word.letters;
        (Word { key, acronym, ..self.word }, self.tail)
    }
}

/// How many of eight bytes are ASCII letters before the first that is none.
#[inline]
pub(in crate::domain) fn letters_ahead(bytes: u64) -> u32 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // Without the case bit and the high bit, a letter is between 'a' and 'z' in its own byte.
    let low = (bytes | (EACH * 0x20)) & (EACH * 0x7f);
    let from_a = low + EACH * (0x80 - b'a' as u64);
    let past_z = low + EACH * (0x80 - b'z' as u64 - 1);
    let letters = from_a & !past_z & !bytes & (EACH * 0x80);
    (letters ^ (EACH * 0x80)).trailing_zeros() / 8
}

/// The eight bytes from `at` on, zeros beyond the end.
#[inline]
pub(in crate::domain) fn eight_bytes(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        return u64::from_le_bytes(*eight);
    }
    let mut eight = [0; 8];
    for (to, from) in eight.iter_mut().zip(bytes.get(at..).unwrap_or(&[])) {
        *to = *from;
    }
    u64::from_le_bytes(eight)
}

/// Whether a letter is one that only some languages of its script write.
#[inline]
fn is_sign(script: Script, lower: u32) -> bool {
    match script {
        Script::Latin => lower > 0x7F,
        // All but а-ш without и and й, which some languages lack.
        Script::Cyrillic => !matches!(lower, 0x430..=0x437 | 0x43A..=0x448),
        Script::Arabic => !matches!(lower, 0x627 | 0x628 | 0x62A..=0x63A | 0x641 | 0x642 | 0x644..=0x648),
        _ => false,
    }
}

/// Reads a word of ASCII letters, eight bytes at a time; `None` where it has others.
#[inline]
pub(super) fn ascii_word(bytes: &[u8], start: usize) -> Option<(Word, usize)> {
    const CASE: u64 = 0x2020_2020_2020_2020;
    let (mut key, mut at, mut small) = (WordKey::START, start, 0);
    loop {
        let eight = eight_bytes(bytes, at);
        let length = letters_ahead(eight);
        let kept = if length == 8 { !0 } else { (1 << (length * 8)) - 1 };
        small |= eight & CASE & kept;
        at += length as usize;
        if length > 0 {
            key.push((eight | CASE) & kept);
        }
        if length < 8 {
            break;
        }
    }
    let letters = (at - start) as u32;
    if letters == 0 || bytes.get(at).is_some_and(|byte| *byte >= 0x80) {
        return None;
    }
    let capital = bytes.get(start).is_some_and(|byte| byte & 0x20 == 0);
    let word = Word {
        key: key.key(),
        chars: letters,
        letters,
        script: Script::Latin,
        capital,
        acronym: letters > 1 && small == 0,
        signs: [0; 2],
    };
    Some((word, at))
}

/// Reads a word that has letters beyond ASCII: the word, the key of its ending, and where it ends.
pub(super) fn other_word(text: &str, dense: &[CharClass], start: usize) -> ((Word, u64), usize) {
    western_word(text, dense, start).unwrap_or_else(|| spelled_word(text, dense, start))
}

/// Reads a word of letters up to U+00FF (most words of Western Europe that are not ASCII alone),
/// byte by byte; `None` where it has others.
fn western_word(text: &str, dense: &[CharClass], start: usize) -> Option<((Word, u64), usize)> {
    let bytes = text.as_bytes();
    let mut spelled = Spelled::new();
    let mut at = start;
    loop {
        match bytes.get(at..)? {
            [byte, ..] if byte.is_ascii_alphabetic() => {
                spelled.push_ascii(*byte);
                at += 1;
            }
            // U+00C0 to U+00FF, without the signs of multiplication and division.
            [0xC3, low, ..] if low | 0x20 != 0xB7 => {
                spelled.push_western(*low);
                at += 2;
            }
            [byte, ..] if *byte >= 0x80 => {
                let class = classify(dense, text.get(at..)?.chars().next()?);
                if class.letter || class.joins {
                    return None;
                }
                break;
            }
            _ => break,
        }
    }
    (spelled.length <= LONGEST_WORD).then(|| (spelled.finish(), at))
}

/// Reads a word character by character.
fn spelled_word(text: &str, dense: &[CharClass], start: usize) -> ((Word, u64), usize) {
    let bytes = text.as_bytes();
    let mut spelled = Spelled::new();
    let mut at = start;
    loop {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_alphabetic() => {
                if spelled.word.script != Script::Latin {
                    break;
                }
                spelled.push_ascii(*byte);
                at += 1;
            }
            Some(byte) if *byte >= 0x80 => {
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                let class = classify(dense, c);
                if class.letter {
                    if spelled.word.chars == 0 {
                        spelled.word.script = class.script;
                    } else if class.script != spelled.word.script {
                        break;
                    }
                } else if !class.joins {
                    break;
                }
                spelled.push(c, class);
                at += c.len_utf8();
            }
            _ => break,
        }
    }
    // A letter always moves on, whatever it is.
    (spelled.finish(), at)
}

/// The last three letters of an ASCII word that ends at `at` and is no shorter.
#[inline]
pub(super) fn tail_of(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at.saturating_sub(3)..at) {
        Some([a, b, c]) => {
            push_tail(push_tail(u64::from(a | 0x20), u32::from(b | 0x20)), u32::from(c | 0x20))
        }
        _ => 0,
    }
}
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::script::dense;
    use super::*;

    proptest! {
        #[test]
        fn a_word_reads_the_same_whichever_way_is_the_quicker(text in "[a-cA-CÀ-ÿßŒĉ×÷'’«»\u{ad} ]{1,12}|[à-ÿa-z]{30,70}") {
            for (at, _) in text.char_indices().filter(|(_, c)| classify(dense(), *c).letter) {
                let ((spelled, tail), end) = spelled_word(&text, dense(), at);
                let ascii = ascii_word(text.as_bytes(), at).map(|(word, end)| ((word, tail_of(text.as_bytes(), end)), end));
                for ((read, its_tail), its_end) in [ascii, western_word(&text, dense(), at)].into_iter().flatten() {
                    prop_assert_eq!((spelled.key, spelled.acronym, spelled.capital), (read.key, read.acronym, read.capital));
                    prop_assert_eq!((spelled.letters, spelled.chars, spelled.signs, end), (read.letters, read.chars, read.signs, its_end));
                    // The ending of a shorter word is never asked for.
                    prop_assert!(read.chars < 5 || tail == its_tail);
                }
            }
        }
    }
}
