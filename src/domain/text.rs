//! Measures of a text: its normal form, its hash, its letters, words and characters.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::locale::Locale;

/// The form in which two texts are compared: NFC, every run of white space (line ends and
/// non-breaking blanks included) one plain space, none at either end.
///
/// An end-of-file fixer, `autocrlf` or a reflowed paragraph changes nothing in this form.
pub fn normalised(text: &str) -> Cow<'_, str> {
    let composed: Cow<'_, str> = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    };
    if is_plain(&composed) {
        return composed;
    }
    let mut out = String::with_capacity(composed.len());
    for word in composed.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Whether the text has single plain spaces only, and none at either end.
fn is_plain(text: &str) -> bool {
    let mut after_space = true;
    for c in text.chars() {
        if c == ' ' {
            if after_space {
                return false;
            }
            after_space = true;
        } else if c.is_whitespace() {
            return false;
        } else {
            after_space = false;
        }
    }
    text.is_empty() || !after_space
}

/// The hash of a unit's normalised text: the first 64 bits of BLAKE3, written as 16 hex digits.
///
/// Units are told apart within one document, so 64 bits leave no practical room for a collision.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitHash([u8; 8]);

impl UnitHash {
    /// The hash of `text`, whatever its line ends, blanks and Unicode composition.
    pub fn of(text: &str) -> Self {
        let digest = blake3::hash(normalised(text).as_bytes());
        let mut short = [0; 8];
        short.copy_from_slice(&digest.as_bytes()[..8]);
        UnitHash(short)
    }
}

impl fmt::Display for UnitHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for UnitHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A text that is not 16 lower-case hex digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadHash;

impl FromStr for UnitHash {
    type Err = BadHash;

    fn from_str(text: &str) -> Result<Self, BadHash> {
        if text.len() != 16 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(BadHash);
        }
        u64::from_str_radix(text, 16).map(|value| UnitHash(value.to_be_bytes())).map_err(|_| BadHash)
    }
}

/// How many letters (Unicode alphabetic characters) the text has.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// How many words the text has by the word boundaries of UAX #29; for Chinese, Japanese and
/// Thai, which write no blanks between words, see [`characters`].
pub fn words(text: &str) -> usize {
    text.unicode_words().count()
}

/// How many characters that are not blank the text has: the measure of length for locales
/// without blanks between words.
pub fn characters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Whether work in this locale is counted in characters rather than in words.
pub fn counts_characters(locale: &Locale) -> bool {
    matches!(locale.language(), "zh" | "ja" | "th")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_line_ends_and_composition_do_not_change_a_hash() {
        let plain = UnitHash::of("Dirección General de Aduanas: 25 %");
        for other in [
            "Direccio\u{301}n General de Aduanas: 25 %",
            "Dirección General\r\nde  Aduanas: 25\u{a0}%\n",
            "\tDirección General de Aduanas: 25\u{202f}%",
        ] {
            assert_eq!(UnitHash::of(other), plain, "{other:?}");
        }
        assert_ne!(UnitHash::of("Direccion General de Aduanas: 25 %"), plain);
    }

    #[test]
    fn a_hash_reads_back_what_it_writes() {
        let hash = UnitHash::of("aduana");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for bad in ["", "0123", "0123456789ABCDEF", "+123456789abcdef", "0123456789abcdef0"] {
            assert_eq!(bad.parse::<UnitHash>(), Err(BadHash), "{bad:?}");
        }
    }

    #[test]
    fn words_are_counted_as_a_translator_would() {
        assert_eq!(words("The WCO’s 2018 report, in short: 1.5 million."), 8);
        assert_eq!(words("  — • \n"), 0);
        assert_eq!(characters("世界海关组织 2018"), 10);
    }
}
