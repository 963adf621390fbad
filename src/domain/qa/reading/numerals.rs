//! Numbers in letters, from a table of plain words (`numerals.txt`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::value::Value;
use crate::domain::notice::western_letter;

const TABLE: &str = include_str!("numerals.txt");

/// What a word is among numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Numeral {
    /// Below 100, to be added to what stands before.
    Card(u64),
    /// A number of hundreds, to be added.
    Hundreds(u64),
    /// `hundred`, by which what stands before is multiplied.
    Hundred,
    /// A power of ten, by its exponent.
    Scale(i16),
    /// An ordinal.
    Ordinal(u64),
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct Numerals {
    words: FxHashMap<&'static str, Numeral>,
    soft: FxHashMap<&'static str, Vec<Value>>,
    /// The longest word, in bytes.
    longest: usize,
    /// How words begin, a bit for each first three letters by [`beginning`]: most words are not
    /// looked up.
    begins: Vec<u64>,
}

/// The first three letters of a word as one of 2^15 numbers, whatever their case and accents; `None`
/// where one of them is no Western letter.
#[inline]
fn beginning(word: &[u8]) -> Option<usize> {
    let (mut sum, mut at) = (0, 0);
    for place in [10, 5, 0] {
        let Some(byte) = word.get(at) else { break };
        let letter = if byte.is_ascii_alphabetic() { *byte } else { western_letter(word, at)? };
        at += if byte.is_ascii() { 1 } else { 2 };
        sum |= usize::from(letter & 31) << place;
    }
    Some(sum)
}

static ALL: LazyLock<FxHashMap<&'static str, Numerals>> = LazyLock::new(|| {
    let mut all: FxHashMap<&'static str, Numerals> = FxHashMap::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((head, fields)) = line.split_once(": ") else { continue };
        let Some((language, kind)) = head.split_once(' ') else { continue };
        let own = all.entry(language).or_default();
        for (value, words) in fields.split(' ').filter_map(|field| field.split_once('=')) {
            for word in words.split('/') {
                own.longest = own.longest.max(word.len());
                own.begins.resize(512, 0);
                if let Some(begin) = beginning(word.as_bytes())
                    && let Some(bits) = own.begins.get_mut(begin / 64)
                {
                    *bits |= 1 << (begin % 64);
                }
                let number = || value.parse().unwrap_or(0);
                let numeral = match kind {
                    "card" => Numeral::Card(number()),
                    "hundred" if value == "x" => Numeral::Hundred,
                    "hundred" => Numeral::Hundreds(number()),
                    "scale" => Numeral::Scale(value.parse().unwrap_or(0)),
                    "ord" => Numeral::Ordinal(number()),
                    _ => {
                        let values = value.split(',').map(|value| Value::of(value).unwrap_or_default());
                        own.soft.entry(word).or_default().extend(values);
                        continue;
                    }
                };
                own.words.insert(word, numeral);
            }
        }
    }
    all
});

impl Numerals {
    /// The words of a language (its primary subtag); `None` for one without a list.
    pub fn of(language: &str) -> Option<&'static Numerals> {
        ALL.get(language)
    }

    /// Whether a word that is written so may be in the list, or be a compound of Italian, whose
    /// tens are in it too.
    #[inline]
    pub fn may_have(&self, word: &[u8]) -> bool {
        // A capital with an accent begins with other bytes than its small letter.
        beginning(word)
            .is_none_or(|begin| self.begins.get(begin / 64).is_some_and(|bits| bits >> (begin % 64) & 1 == 1))
    }

    /// What the word (small letters) is.
    pub fn word(&self, folded: &str) -> Option<&Numeral> {
        if folded.len() > self.longest {
            return None;
        }
        self.words.get(folded)
    }

    /// The numbers that the word (small letters) may stand for beside what [`Numerals::word`] says.
    pub fn soft(&self, folded: &str) -> &[Value] {
        if folded.len() > self.longest {
            return &[];
        }
        self.soft.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The value of a compound word: `veinticinco` stands in the table, `fünfundzwanzig` and
    /// `trentadue` do not.
    pub fn compound(&self, folded: &str, language: &str) -> Option<u64> {
        if folded.len() > 40 {
            return None;
        }
        let card = |word: &str| match self.words.get(word) {
            Some(Numeral::Card(value)) => Some(*value),
            _ => None,
        };
        match language {
            "de" => {
                let (unit, tens) = folded.split_once("und")?;
                let unit = card(unit).filter(|unit| (1..10).contains(unit))?;
                Some(unit + card(tens).filter(|tens| *tens >= 20)?)
            }
            "it" => [
                ("venti", 20),
                ("trenta", 30),
                ("quaranta", 40),
                ("cinquanta", 50),
                ("sessanta", 60),
                ("settanta", 70),
                ("ottanta", 80),
                ("novanta", 90),
            ]
            .into_iter()
            .find_map(|(tens, value)| {
                let rest = folded.strip_prefix(tens).or_else(|| {
                    // "ventuno", "ventotto": the vowel goes.
                    folded.strip_prefix(tens.get(..tens.len() - 1)?)
                })?;
                let rest = if rest == "tré" { "tre" } else { rest };
                card(rest).filter(|unit| (1..10).contains(unit)).map(|unit| value + unit)
            }),
            _ => None,
        }
    }
}

/// Words that join the parts of a number: "treinta y cinco", "vinte e cinco", "vingt et un".
pub fn joins(folded: &str) -> bool {
    matches!(folded, "y" | "e" | "et" | "and" | "und")
}

/// Words that come between the `per` and the `cent` of a percentage, and end it.
pub fn is_percent(before: &str, folded: &str) -> bool {
    matches!(
        (before, folded),
        (_, "percent" | "prozent" | "percentage")
            | ("per" | "pour" | "por" | "par", "cent" | "ciento" | "cento")
    ) || folded.starts_with("процент")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_knows_its_numbers_up_to_twenty() {
        for language in ["en", "es", "fr", "pt", "de", "it", "ru"] {
            let numerals = Numerals::of(language).unwrap();
            for value in (0..=16).chain([20, 30, 40, 50, 60]) {
                assert!(
                    numerals.words.values().any(|numeral| *numeral == Numeral::Card(value)),
                    "{language} lacks {value}"
                );
            }
            for exponent in [3, 6, 9, 12] {
                assert!(
                    numerals.words.values().any(|numeral| *numeral == Numeral::Scale(exponent)),
                    "{language} lacks 10^{exponent}"
                );
            }
        }
    }

    #[test]
    fn compounds_are_read() {
        let read = |language: &str, word: &str| Numerals::of(language).unwrap().compound(word, language);
        assert_eq!(read("de", "fünfundzwanzig"), Some(25));
        assert_eq!(read("it", "ventuno"), Some(21));
        assert_eq!(read("it", "trentadue"), Some(32));
        assert_eq!(read("it", "ventitré"), Some(23));
        assert_eq!(read("it", "ventilatore"), None);
        assert_eq!(read("de", "hundert"), None);
    }
}
