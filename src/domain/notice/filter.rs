//! The first look at a block: does it have any word that a notice can't do without?
//!
//! Every notice names a language or has a word for "language" or "translate". Those words, in the
//! shapes they are typed in, are told by their first three bytes: a small set of bits over three
//! bytes is asked at each place where a word can begin, and only where it says yes are the words
//! that begin so compared. A few thousand words cost no more than one, and nothing is looked at
//! within a word of the Latin, Greek or Cyrillic script. An Aho–Corasick automaton over the same
//! words took ten times as long: it steps through every byte, and its states outgrow the cache.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::fold::{begins_word, ends_word, fold};
use super::{cues, names};
use crate::domain::language::{eight_bytes, letters_ahead};

const BITS: u32 = 16;

pub(super) struct Filter {
    /// One bit for each hash of three bytes that a word begins with.
    sieve: Vec<u64>,
    /// The words, ASCII in lower case, by their first three bytes; and whether any ending fits.
    words: FxHashMap<[u8; 3], Vec<(String, bool)>>,
    /// Words of two bytes.
    pairs: FxHashMap<[u8; 2], ()>,
}

pub(super) static FILTER: LazyLock<Filter> = LazyLock::new(Filter::compile);

#[inline]
fn hash(first: [u8; 3]) -> usize {
    let [a, b, c] = first.map(u32::from);
    ((a | b << 8 | c << 16).wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}

impl Filter {
    fn compile() -> Self {
        let mut filter = Filter {
            sieve: vec![0; 1 << (BITS - 6)],
            words: FxHashMap::default(),
            pairs: FxHashMap::default(),
        };
        for (mut shape, open) in shapes() {
            shape.make_ascii_lowercase();
            let bytes = shape.as_bytes();
            if let Some(first) = bytes.first_chunk::<3>().copied() {
                filter.mark(first);
                let list = filter.words.entry(first).or_default();
                match list.iter_mut().find(|(known, _)| *known == shape) {
                    Some((_, known)) => *known |= open,
                    None => list.push((shape, open)),
                }
            } else if let Some(pair) = bytes.first_chunk::<2>().copied() {
                for third in 0..=u8::MAX {
                    filter.mark([pair[0], pair[1], third]);
                }
                filter.pairs.insert(pair, ());
            }
        }
        filter
    }

    fn mark(&mut self, first: [u8; 3]) {
        let at = hash(first);
        if let Some(word) = self.sieve.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Whether the text may hold a notice.
    pub(super) fn passes(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut in_word = false;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphabetic() {
                let eight = eight_bytes(bytes, at);
                if !in_word && self.may_begin(eight) && self.begins(text, at) {
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
                if byte >= 0xc3
                    && !(parted && in_word)
                    && self.may_begin(eight_bytes(bytes, at))
                    && self.begins(text, at)
                {
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

    #[inline]
    fn may_begin(&self, eight: u64) -> bool {
        let [a, b, c, ..] = eight.to_le_bytes();
        let at = hash([a, b, c].map(|byte| byte.to_ascii_lowercase()));
        self.sieve.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    fn begins(&self, text: &str, at: usize) -> bool {
        let Some(rest) = text.as_bytes().get(at..) else { return false };
        let pair = rest.first_chunk::<2>().map(|pair| pair.map(|byte| byte.to_ascii_lowercase()));
        let three = rest.first_chunk::<3>().map(|first| first.map(|byte| byte.to_ascii_lowercase()));
        let stands = |(word, open): &(String, bool)| {
            rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
                && (*open || ends_word(text, at + word.len()))
        };
        (pair.is_some_and(|pair| self.pairs.contains_key(&pair))
            || three.and_then(|first| self.words.get(&first)).is_some_and(|words| words.iter().any(stands)))
            && begins_word(text, at)
    }
}

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
            if part.len() >= 2 {
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
        if tag == "la" {
            continue;
        }
        let form = form.split_once('/').map_or(form, |(_, form)| form);
        let head = form.split('*').next().unwrap_or_default();
        add(head.replace('_', " ").trim(), head.len() < form.len());
    }
    shapes
}
