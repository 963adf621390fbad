//! Numbers for the tokens of a memory.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hasher};

use super::tokens::{Kind, tokens};
use crate::domain::text::normalised;

/// What all figures are in the sequence that is compared.
const FIGURE: u32 = 0;
/// What all codes are in it.
const CODE: u32 = 1;
/// The first number of a token.
const FIRST: u32 = 2;

/// A token as written: its kind, and its number in the sequence that is compared.
#[derive(Clone, Copy, Debug)]
struct Written {
    kind: Kind,
    folded: u32,
}

/// A hash that is used as it is.
#[derive(Debug, Default)]
struct Kept(u64);

impl Hasher for Kept {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

type Numbers = HashMap<u64, u32, BuildHasherDefault<Kept>>;

/// The hash of a token, 64 bits of SipHash. One text may be tokens of two kinds: `!` is a mark, and
/// markup before a picture.
fn hash(kind: Kind, part: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write_u8(kind as u8);
    hasher.write(part.as_bytes());
    hasher.finish()
}

/// The place of a sign of one byte among those that need no hash.
fn sign(kind: Kind, part: &str) -> Option<usize> {
    match (kind, part.as_bytes()) {
        (Kind::Mark, [byte]) => Some(usize::from(*byte)),
        (Kind::Markup, [byte]) => Some(128 + usize::from(*byte)),
        _ => None,
    }
}

/// Every token that was seen, with a number. Tokens are known by their hashes alone, which spares the
/// memory of a million words and a look at it for each word that is read: two words with one hash,
/// which a million have once in ten million times, would count as one word in a score. That texts are
/// equal is never told by this.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: Numbers,
    written: Vec<Written>,
    /// The numbers of signs of one byte, 0 where there is none.
    signs: Vec<u32>,
}

/// A text as numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Coded {
    /// What stands for words, in order: small letters, all figures alike, all codes alike.
    pub words: Vec<u32>,
    /// Every token as written.
    pub written: Vec<u32>,
    /// How many of `words` no text of the vocabulary has.
    pub unknown: usize,
    /// Whether there is a real word among the words.
    pub has_word: bool,
}

/// Whether a number of the sequence is that of a real word.
pub(super) fn is_word(number: u32) -> bool {
    number >= FIRST
}

impl Vocabulary {
    /// How many numbers there are: each is below that.
    pub fn len(&self) -> usize {
        self.written.len()
    }

    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.numbers.capacity() * 17 + self.written.capacity() * size_of::<Written>()
    }

    /// The text, in its normal form, as numbers, new ones for new tokens.
    pub fn learn(&mut self, normal: &str, out: &mut Coded) {
        if self.written.is_empty() {
            self.written.resize(FIRST as usize, Written { kind: Kind::Mark, folded: 0 });
            self.signs = vec![0; 256];
        }
        (out.unknown, out.has_word) = (0, false);
        out.words.clear();
        out.written.clear();
        tokens(normal, |kind, part| {
            let number = self.number(kind, part);
            out.written.push(number);
            if kind.is_counted() {
                out.words.push(self.written.get(number as usize).map_or(0, |written| written.folded));
                out.has_word |= kind == Kind::Word;
            }
        });
    }

    fn number(&mut self, kind: Kind, part: &str) -> u32 {
        let sign = sign(kind, part);
        if let Some(number) = sign.and_then(|sign| self.signs.get(sign)).filter(|number| **number != 0) {
            return *number;
        }
        let key = hash(kind, part);
        if let (None, Some(number)) = (sign, self.numbers.get(&key)) {
            return *number;
        }
        let number = self.written.len() as u32;
        let folded = match kind {
            Kind::Figure => FIGURE,
            Kind::Code => CODE,
            _ => number,
        };
        self.written.push(Written { kind, folded });
        match sign.and_then(|sign| self.signs.get_mut(sign)) {
            Some(slot) => *slot = number,
            None => drop(self.numbers.insert(key, number)),
        }
        if kind == Kind::Word && !part.chars().all(char::is_lowercase) {
            let lower = part.to_lowercase();
            if lower != part {
                let folded = self.number(kind, &lower);
                if let Some(own) = self.written.get_mut(number as usize) {
                    own.folded = folded;
                }
            }
        }
        number
    }

    /// The text as numbers; what the vocabulary lacks gets numbers beyond it.
    pub fn read(&self, text: &str) -> (Coded, Strange) {
        let from = self.len().max(FIRST as usize) as u32;
        let mut strange = Strange { from, written: Vec::new() };
        let mut new = Numbers::default();
        let mut number = |kind: Kind, part: &str, folded: Option<u32>| {
            let key = hash(kind, part);
            let known = match sign(kind, part) {
                Some(sign) => self.signs.get(sign).copied().filter(|number| *number != 0),
                None => self.numbers.get(&key).copied(),
            };
            known.unwrap_or_else(|| {
                *new.entry(key).or_insert_with(|| {
                    let own = from + strange.written.len() as u32;
                    strange.written.push(Written { kind, folded: folded.unwrap_or(own) });
                    own
                })
            })
        };
        let mut out = Coded::default();
        tokens(&normalised(text), |kind, part| {
            let folded = match kind {
                Kind::Figure => Some(FIGURE),
                Kind::Code => Some(CODE),
                Kind::Word if part.chars().all(char::is_lowercase) => Some(number(kind, part, None)),
                Kind::Word => Some(number(kind, &part.to_lowercase(), None)),
                Kind::Markup | Kind::Mark => None,
            };
            out.written.push(number(kind, part, folded));
            out.unknown += usize::from(folded.is_some_and(|folded| folded >= from));
            out.has_word |= kind == Kind::Word;
            out.words.extend(folded);
        });
        (out, strange)
    }

    /// What a translator has to change besides words, in points: one for each figure and each code,
    /// tag or address that differs, one if capitals differ, one if other signs do. The same from
    /// either side.
    pub fn deduction(&self, one: &[u32], other: &[u32], strange: &Strange) -> usize {
        let known = |number: &u32| match number.checked_sub(strange.from) {
            Some(at) => strange.written.get(at as usize).copied(),
            None => self.written.get(*number as usize).copied(),
        };
        let kind = |number: &u32| known(number).map_or(Kind::Mark, |written| written.kind);
        let pick = |list: &[u32], wanted: &[Kind]| -> Vec<u32> {
            let mut picked: Vec<u32> =
                list.iter().copied().filter(|number| wanted.contains(&kind(number))).collect();
            picked.sort_unstable();
            picked
        };
        let differing = |wanted: &[Kind]| {
            let (one, other) = (pick(one, wanted), pick(other, wanted));
            one.len().max(other.len()) - common(&one, &other)
        };
        let marks = |list: &[u32]| -> Vec<u32> {
            list.iter().copied().filter(|number| kind(number) == Kind::Mark).collect()
        };
        let words = |list: &[u32]| pick(list, &[Kind::Word]);
        let (cased, other_cased) = (words(one), words(other));
        let folded = |list: &[u32]| -> Vec<u32> {
            let mut list: Vec<u32> =
                list.iter().map(|number| known(number).map_or(*number, |written| written.folded)).collect();
            list.sort_unstable();
            list
        };
        let alike = common(&folded(&cased), &folded(&other_cased));
        differing(&[Kind::Figure])
            + differing(&[Kind::Code, Kind::Markup])
            + usize::from(common(&cased, &other_cased) < alike)
            + usize::from(marks(one) != marks(other))
    }
}

/// The tokens of one text that a vocabulary lacks.
#[derive(Clone, Debug)]
pub(super) struct Strange {
    from: u32,
    written: Vec<Written>,
}

impl Strange {
    /// None: the vocabulary knows all.
    pub fn none() -> Strange {
        Strange { from: u32::MAX, written: Vec::new() }
    }
}

/// How many members two sorted lists share, each counted as often as both have it.
fn common(one: &[u32], other: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        count += usize::from(a == b);
        (i, j) = (i + usize::from(a <= b), j + usize::from(b <= a));
    }
    count
}
