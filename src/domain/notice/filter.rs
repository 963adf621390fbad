//! The first look at a block: does it have any word that a notice can't do without?
//!
//! Every notice names a language or has a word for "language" or "translate". Those words, in the
//! shapes they are typed in, are told by their first bytes: a small set of bits over the first
//! five (three or two of a short word) is asked at each place where a word can begin, after a
//! smaller one over the first three has let the word pass, and only where both say yes are the
//! words that begin so compared. Some thousand words cost no more than
//! one, and nothing is looked at within a word of the Latin, Greek or Cyrillic script; an
//! automaton over the same words steps through every byte.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::fold::{begins_word, ends_word, fold};
use super::{cues, names};
use crate::domain::language::{eight_bytes, letters_ahead};

const BITS: u32 = 17;
/// How many bytes of a long word tell it from most others.
const LONG: usize = 5;
const CASE: u64 = 0x2020_2020_2020_2020;

/// The bits of the first sieve: small enough to stay at hand while a text is read.
const FIRST_BITS: u32 = 15;

pub(super) struct Filter {
    /// One bit for each three bytes that a word may begin with, what follows a word of two
    /// bytes included: turns most words of a text away at one look.
    first: Vec<u64>,
    /// One bit for each key of a word's first bytes.
    sieve: Vec<u64>,
    /// The words, ASCII in lower case, by the key of their first bytes; and whether any ending fits.
    words: FxHashMap<u64, Vec<(String, bool)>>,
}

pub(super) static FILTER: LazyLock<Filter> = LazyLock::new(Filter::compile);

/// The key of the first `length` of eight bytes, whatever the case of ASCII letters.
#[inline]
fn key(eight: u64, length: usize) -> u64 {
    (eight | CASE) & ((1 << (length * 8)) - 1) | (length as u64) << 56
}

/// Where the first three of eight bytes stand in the first sieve.
#[inline]
fn first_place(eight: u64) -> usize {
    ((((eight | CASE) & 0xff_ffff) as u32).wrapping_mul(0x9e37_79b1) >> (32 - FIRST_BITS)) as usize
}

#[inline]
fn place(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

impl Filter {
    fn compile() -> Self {
        let mut filter = Filter {
            first: vec![0; 1 << (FIRST_BITS - 6)],
            sieve: vec![0; 1 << (BITS - 6)],
            words: FxHashMap::default(),
        };
        for (mut shape, open) in shapes() {
            shape.make_ascii_lowercase();
            let length = match shape.len() {
                0 | 1 => continue,
                2 => 2,
                3 | 4 => 3,
                _ => LONG,
            };
            let start = eight_bytes(shape.as_bytes(), 0);
            let third = if length == 2 { 0..=0xff } else { start >> 16 & 0xff..=start >> 16 & 0xff };
            for third in third {
                // A short word that takes no ending has no letter after it.
                let goes_on = |byte: u8| byte.is_ascii_alphanumeric();
                let closed = length == 2 && !open && shape.bytes().all(goes_on);
                if closed && u8::try_from(third).is_ok_and(goes_on) {
                    continue;
                }
                let at = first_place(start & 0xffff | third << 16);
                if let Some(word) = filter.first.get_mut(at / 64) {
                    *word |= 1 << (at % 64);
                }
            }
            let key = key(start, length);
            let at = place(key);
            if let Some(word) = filter.sieve.get_mut(at / 64) {
                *word |= 1 << (at % 64);
            }
            let list = filter.words.entry(key).or_default();
            match list.iter_mut().find(|(known, _)| *known == shape) {
                Some((_, known)) => *known |= open,
                None => list.push((shape, open)),
            }
        }
        filter
    }

    /// Whether the text may hold a notice.
    pub(super) fn passes(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut in_word = false;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphabetic() {
                let eight = eight_bytes(bytes, at);
                if !in_word && self.begins(text, at, eight) {
                    return true;
                }
                at += letters_ahead(eight).max(1) as usize;
                in_word = true;
            } else if byte < 0x80 {
                in_word = byte.is_ascii_digit();
                at += 1;
            } else {
                // Accents typed as marks of their own: U+0300 to U+036F begin so.
                if matches!(byte, 0xcc | 0xcd) {
                    return true;
                }
                // Scripts that part all words by blanks: Latin, Greek, Cyrillic, Armenian.
                let parted = matches!(byte, 0xc3..=0xd5);
                if byte >= 0xc3 && !(parted && in_word) && self.begins(text, at, eight_bytes(bytes, at)) {
                    return true;
                }
                // Typographic marks (U+2000 and on) and U+0080 to U+00BF part words.
                in_word = !matches!(byte, 0xe2 | 0xc2);
                at += match byte {
                    0xf0.. => 4,
                    0xe0.. => 3,
                    _ => 2,
                };
            }
        }
        false
    }

    /// Whether one of the words stands at `at`, where those eight bytes stand.
    #[inline]
    fn begins(&self, text: &str, at: usize, eight: u64) -> bool {
        let first = first_place(eight);
        if self.first.get(first / 64).is_none_or(|word| word >> (first % 64) & 1 == 0) {
            return false;
        }
        self.begins_so(text, at, eight)
    }

    #[inline(never)]
    fn begins_so(&self, text: &str, at: usize, eight: u64) -> bool {
        [LONG, 3, 2].into_iter().any(|length| {
            let key = key(eight, length);
            let bit = place(key);
            self.sieve.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
                && self.stands(text, at, key)
        })
    }

    fn stands(&self, text: &str, at: usize, key: u64) -> bool {
        let Some(rest) = text.as_bytes().get(at..) else { return false };
        let stands = |(word, open): &(String, bool)| {
            rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
                && (*open || ends_word(text, at + word.len()))
        };
        self.words.get(&key).is_some_and(|words| words.iter().any(stands)) && begins_word(text, at)
    }
}

/// Hungarian for Portuguese, typed without its accent, is a country in most languages, and far more
/// often so.
const ELSEWHERE: &str = "portugal";

/// The words in the shapes in which they are typed, and whether any ending fits.
fn shapes() -> BTreeSet<(String, bool)> {
    let mut shapes = BTreeSet::new();
    let mut add = |word: &str, open: bool| {
        let lower = word.to_lowercase();
        let mut chars = lower.chars();
        let capital: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
        // The Turkish capital of i.
        let dotted = fold(word).strip_prefix('i').map_or_else(String::new, |rest| format!("İ{rest}"));
        for shape in [dotted, fold(word), word.to_uppercase(), word.to_owned(), lower, capital] {
            // Blanks and joiners may be of any kind: the longest part does.
            let parts = shape.split([' ', '\u{200c}', '\'']);
            let Some(part) = parts.max_by_key(|part| part.len()) else { continue };
            if part.len() >= 2 && !part.eq_ignore_ascii_case(ELSEWHERE) {
                // Arabic adjectives end otherwise beside a masculine noun.
                let (part, open) = match part.strip_suffix('ة') {
                    Some(stem) if stem.len() > 4 => (stem, true),
                    _ => (part, open && shape.ends_with(part)),
                };
                shapes.insert((part.to_owned(), open));
            }
        }
    };
    for (word, open) in cues::filter_words() {
        add(&word, open);
    }
    for (tag, form) in names::forms() {
        // "Latin America" is said more often than Latin is translated into.
        if tag == "la" || tag == names::NO_NAME {
            continue;
        }
        let form = form.split_once('/').map_or(form, |(_, form)| form);
        let head = form.split('*').next().unwrap_or_default();
        add(head.replace('_', " ").trim(), head.len() < form.len());
    }
    shapes
}
