//! Measures of a text: its normal form, its hash, its letters, words and characters.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::language::{eight_bytes, letters_ahead};
use super::locale::Locale;

/// The form in which two texts are compared: NFC, every run of white space (line ends and
/// non-breaking blanks included) one plain space, none at either end.
///
/// An end-of-file fixer, `autocrlf` or a reflowed paragraph changes nothing in this form.
pub fn normalised(text: &str) -> Cow<'_, str> {
    let look = look(text);
    let composed: Cow<'_, str> = match look.composed || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        true if look.plain => return Cow::Borrowed(text),
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    };
    if matches!(composed, Cow::Owned(_)) && self::look(&composed).plain {
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

/// What one look over a text's bytes tells.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Look {
    /// It is certainly in NFC: all of its characters are, of the common ones, such as are in no
    /// decomposed form and compose with nothing before them.
    pub(in crate::domain) composed: bool,
    /// It has single plain spaces only, and none at either end.
    plain: bool,
    /// Its characters that are not blank.
    pub(in crate::domain) characters: usize,
}

impl Look {
    /// Whether the text is certainly its own normal form.
    pub(in crate::domain) fn is_normal(&self) -> bool {
        self.composed && self.plain
    }
}

/// Looks at a text.
pub(in crate::domain) fn look(text: &str) -> Look {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH * 0x80;
    let bytes = text.as_bytes();
    let mut look = Look { composed: true, plain: true, characters: 0 };
    let mut after_space = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            let eight = u64::from_le_bytes(*eight);
            // In each byte the high bit, where it is no graphic ASCII character.
            let low = eight & !HIGH;
            let other = (eight | !(low + EACH * (0x80 - 0x21)) | (low + EACH)) & HIGH;
            let no_spaces = ((eight ^ (EACH * 0x20)) & !HIGH) + !HIGH;
            let spaces = !(no_spaces | eight) & HIGH;
            if other == spaces {
                look.plain &= spaces & ((spaces << 8) | (u64::from(after_space) << 7)) == 0;
                look.characters += 8 - spaces.count_ones() as usize;
                after_space = spaces >> 63 == 1;
                at += 8;
                continue;
            }
        }
        if byte == b' ' {
            look.plain &= !after_space;
            after_space = true;
            at += 1;
        } else if byte.is_ascii_graphic() {
            after_space = false;
            look.characters += 1;
            at += 1;
        } else if byte == 0xC3 {
            // U+00C0 to U+00FF: none is blank, and all are composed.
            after_space = false;
            look.characters += 1;
            at += 2;
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            // Up to U+02FF, and of the general punctuation what is no other's canonical equivalent.
            look.composed &= matches!(c, '\0'..='\u{2ff}' | '\u{2002}'..='\u{203f}');
            if c.is_whitespace() {
                look.plain = false;
            } else {
                after_space = false;
                look.characters += 1;
            }
        }
    }
    look.plain &= text.is_empty() || !after_space;
    look
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
///
/// No word goes across a blank, so each stretch between two blanks is read for itself: one of
/// Latin or Cyrillic letters, figures and common marks by the few rules that concern these, any
/// other by `unicode-segmentation`.
pub fn words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_break(byte) {
            at += 1;
            continue;
        }
        match plain_words(text, at) {
            (Some(words), end) => (count, at) = (count + words, end),
            (None, end) => {
                let end = bytes
                    .get(end..)
                    .and_then(|rest| rest.iter().position(|b| is_break(*b)))
                    .map_or(bytes.len(), |n| end + n);
                count += text.get(at..end).map_or(0, |stretch| stretch.unicode_words().count());
                at = end;
            }
        }
    }
    count
}

/// Blanks that part words whatever stands beside them.
fn is_break(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}

/// What a character is to the rules WB5 to WB12.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Letter,
    Digit,
    /// Joins letters and joins digits: `.`, `'`, `’`.
    Joint,
    /// Joins letters: `:`, `·`.
    LetterJoint,
    /// Joins digits: `,`, `;`.
    DigitJoint,
    /// Parts.
    Mark,
}

/// The words of the stretch from `at` to the next blank, and where it ends; no number where a
/// character was met, at the place given, that has rules of its own.
fn plain_words(text: &str, at: usize) -> (Option<usize>, usize) {
    let bytes = text.as_bytes();
    let mut count = 0;
    // The character before, and the letter or digit that a joint before this one follows.
    let mut before = Part::Mark;
    let mut joined: Option<(Part, Part)> = None;
    let mut at = at;
    while let Some(&byte) = bytes.get(at) {
        let (part, length) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                (Part::Letter, letters_ahead(eight_bytes(bytes, at)).max(1) as usize)
            }
            b'0'..=b'9' => (Part::Digit, 1),
            b'.' | b'\'' => (Part::Joint, 1),
            b':' => (Part::LetterJoint, 1),
            b',' | b';' => (Part::DigitJoint, 1),
            _ if is_break(byte) => break,
            b'!'..=b'~' if byte != b'_' => (Part::Mark, 1),
            _ => {
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return (None, at) };
                let part = match c {
                    '×' | '÷' => Part::Mark,
                    'À'..='ɏ' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Part::Letter,
                    '’' | '‘' => Part::Joint,
                    '·' => Part::LetterJoint,
                    '\u{a0}' | '“' | '”' | '«' | '»' | '–' | '—' | '…' | '•' | '€' | '°' => {
                        Part::Mark
                    }
                    _ => return (None, at),
                };
                (part, c.len_utf8())
            }
        };
        at += length;
        match part {
            Part::Letter | Part::Digit => {
                let goes_on = match (joined, part) {
                    (Some((Part::Letter, Part::Joint | Part::LetterJoint)), Part::Letter)
                    | (Some((Part::Digit, Part::Joint | Part::DigitJoint)), Part::Digit) => true,
                    (None, _) => before != Part::Mark,
                    _ => false,
                };
                count += usize::from(!goes_on);
                (before, joined) = (part, None);
            }
            Part::Mark => (before, joined) = (Part::Mark, None),
            joint => {
                // A second joint in a row joins nothing.
                joined = (joined.is_none() && before != Part::Mark).then_some((before, joint));
                if joined.is_none() {
                    before = Part::Mark;
                }
            }
        }
    }
    (Some(count), at)
}

/// How many characters that are not blank the text has: the measure of length for locales
/// without blanks between words.
pub fn characters(text: &str) -> usize {
    look(text).characters
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

    proptest::proptest! {
        #[test]
        fn a_text_is_normalised_as_the_standard_has_it(text in "([a-cE1é’'\t\n \u{a0}\u{202f}\u{2001}\u{2003}\u{301}\u{200d}一Ⓜé가\u{1100}\u{1161}\u{212b}-]{0,6}[ \n]?){0,4}") {
            let composed: String = text.nfc().collect();
            let words: Vec<&str> = composed.split_whitespace().collect();
            proptest::prop_assert_eq!(normalised(&text), words.join(" "));
            proptest::prop_assert_eq!(characters(&text), text.chars().filter(|c| !c.is_whitespace()).count());
        }

        #[test]
        fn the_short_way_counts_as_the_rules_do(text in "([a-cE1-2é–’'.:,;·_ \u{a0}\u{301}\u{200d}Ⓜ一かЖא\"-]{0,6}[ \n]?){0,4}") {
            proptest::prop_assert_eq!(words(&text), text.unicode_words().count());
        }

        #[test]
        fn the_short_way_counts_any_text_as_the_rules_do(text in "\\PC{0,40}") {
            proptest::prop_assert_eq!(words(&text), text.unicode_words().count());
        }
    }

    #[test]
    fn every_letter_of_the_short_way_is_one_to_the_rules() {
        for c in ('\0'..='\u{2fff}').filter(|c| !c.is_control()) {
            for text in [
                format!("a{c}b"),
                format!("1{c}2"),
                format!("a{c}1"),
                format!("{c}{c}a"),
                format!("a.{c}"),
                format!(" {c}b {c} a{c}"),
            ] {
                assert_eq!(words(&text), text.unicode_words().count(), "{text:?}");
            }
        }
    }
}
