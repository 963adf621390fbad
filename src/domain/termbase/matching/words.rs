//! Cuts a text into words in the form in which they are compared.
//!
//! A word is a run of letters, digits and `_`. It is compared in lower case and NFC, without soft
//! hyphens and other characters that don't show. Blanks of every kind, one line break, hyphens and
//! apostrophes before a letter only join, and so does a possessive 's; a blank line and any other
//! mark part. Web and mail
//! addresses and file names hold no words. Scripts without blanks between
//! words (Han, kana, Thai and its neighbours) give a word a character.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word that is compared, in bytes of its lower-case form; a longer one is no term's.
pub(super) const LONGEST_WORD: usize = 120;

/// What was read from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A word; its key stands in the buffer.
    Word {
        /// Where it begins, in bytes.
        start: usize,
        /// Where it ends, in bytes.
        end: usize,
        /// Whether it begins with a capital.
        capital: bool,
        /// Whether it has two letters or more, all of them capitals.
        capitals: bool,
        /// Whether an apostrophe follows.
        elided: bool,
    },
    /// A mark that parts; the byte where it stands and the mark.
    Mark(usize, char),
    /// An address: what stands before it from that byte on is no word of the text's.
    Drop(usize),
    /// A blank line.
    Break,
}

/// Reads pieces one by one.
pub(super) struct Pieces<'t> {
    text: &'t str,
    at: usize,
    /// Where the stretch without blanks began.
    stretch: usize,
    /// The key of the last word.
    key: Vec<u8>,
}

/// Lower case for ASCII letters, the byte itself for digits and `_`, 0 for all else.
const LOWER: [u8; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            table[at] = byte.to_ascii_lowercase();
        }
        at += 1;
    }
    table
};

impl<'t> Pieces<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Pieces { text, at: 0, stretch: 0, key: Vec::with_capacity(LONGEST_WORD) }
    }

    /// The last word in the form in which it is compared; empty if it was too long.
    pub(super) fn key(&self) -> &[u8] {
        &self.key
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next piece; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Piece> {
        let bytes = self.text.as_bytes();
        let mut lines = 0;
        loop {
            let byte = *bytes.get(self.at)?;
            match byte {
                b' ' | b'\t' | b'\r' => {
                    self.at += 1;
                    self.stretch = self.at;
                }
                b'\n' | 0x0b | 0x0c => {
                    self.at += 1;
                    self.stretch = self.at;
                    lines += 1;
                    if lines == 2 {
                        return Some(Piece::Break);
                    }
                }
                b'-' => self.at += 1,
                b'\'' if self.is_before_letter(1) => self.at += 1 + self.possessive(1),
                _ if LOWER[byte as usize] != 0 => return Some(self.word()),
                b'@' => return Some(self.address()),
                b':' if bytes.get(self.at + 1..self.at + 3) == Some(b"//") => return Some(self.address()),
                b'.' if self.is_inner_dot() => return Some(self.address()),
                byte if byte < 0x80 => {
                    self.at += 1;
                    // An address begins behind these: "[WCO](https://…)" keeps its first word.
                    if matches!(byte, b'(' | b'<' | b'[' | b'"') {
                        self.stretch = self.at;
                    }
                    return Some(Piece::Mark(self.at - 1, char::from(byte)));
                }
                _ => {
                    let c = self.rest().chars().next()?;
                    if starts_word(c) {
                        return Some(self.word());
                    }
                    let start = self.at;
                    self.at += c.len_utf8();
                    if c == '’' && self.is_before_letter(0) {
                        self.at += self.possessive(0);
                        continue;
                    }
                    if c.is_whitespace() {
                        self.stretch = self.at;
                    } else if !(joins(c) && c != '’') && !is_hidden(c) && !is_combining_mark(c) {
                        return Some(Piece::Mark(start, c));
                    }
                }
            }
        }
    }

    /// Whether a letter follows after so many bytes: an apostrophe that joins, and no quotation mark
    /// or the possessive of a plural.
    fn is_before_letter(&self, after: usize) -> bool {
        let rest = self.text.get(self.at + after..).unwrap_or_default();
        rest.chars().next().is_some_and(char::is_alphanumeric)
    }

    /// The length of an s behind initials and an apostrophe: it is no word of its own in *the WCO’s
    /// Data Model*. Behind other words it parts (*the Secretary’s general remarks*).
    fn possessive(&self, after: usize) -> usize {
        let before = self.text.get(..self.at + after).unwrap_or_default();
        let mut before = before.chars().rev().skip_while(|c| matches!(c, '\'' | '’'));
        if !before.next().is_some_and(char::is_uppercase) {
            return 0;
        }
        let mut rest = self.text.get(self.at + after..).unwrap_or_default().chars();
        let is_alone = matches!(rest.next(), Some('s' | 'S')) && !rest.next().is_some_and(starts_word);
        usize::from(is_alone)
    }

    /// A full stop between small letters or digits, as in `sat.gob.gt` and `a.txt`.
    fn is_inner_dot(&self) -> bool {
        let bytes = self.text.as_bytes();
        let small = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_lowercase);
        self.at > 0 && small(bytes.get(self.at - 1)) && small(bytes.get(self.at + 1))
    }

    /// Skips an address to its end.
    fn address(&mut self) -> Piece {
        let from = self.stretch;
        let rest = self.rest();
        self.at += rest.find(char::is_whitespace).unwrap_or(rest.len());
        self.stretch = self.at;
        Piece::Drop(from)
    }

    fn word(&mut self) -> Piece {
        let bytes = self.text.as_bytes();
        let start = self.at;
        self.key.clear();
        let (mut at, mut letters, mut upper, mut capital) = (start, 0_usize, 0_usize, false);
        while let Some(&byte) = bytes.get(at) {
            let low = LOWER[byte as usize];
            if low != 0 {
                let is_upper = low != byte;
                capital |= is_upper && at == start;
                upper += usize::from(is_upper);
                letters += usize::from(low >= b'a');
                self.key.push(low);
                at += 1;
            } else if byte == 0xc3 {
                // Latin letters with accents: U+00C0 to U+00FF, two bytes each, × and ÷ apart.
                let Some(&second) = bytes.get(at + 1) else { break };
                if second == 0x97 || second == 0xb7 {
                    break;
                }
                let is_upper = second < 0x9f;
                capital |= is_upper && at == start;
                upper += usize::from(is_upper);
                letters += 1;
                self.key.push(byte);
                self.key.push(if is_upper { second + 0x20 } else { second });
                at += 2;
            } else if byte < 0x80 {
                break;
            } else {
                let c = self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                if starts_word(c) || is_combining_mark(c) || is_hidden(c) {
                    return self.slow_word();
                }
                break;
            }
        }
        self.done(start, at, letters, upper, capital)
    }

    fn done(&mut self, start: usize, end: usize, letters: usize, upper: usize, capital: bool) -> Piece {
        self.at = end;
        if self.key.len() > LONGEST_WORD {
            self.key.clear();
        }
        let rest = self.text.as_bytes().get(end..).unwrap_or_default();
        let elided = rest.first() == Some(&b'\'') || rest.starts_with("’".as_bytes());
        Piece::Word { start, end, capital, capitals: upper >= 2 && upper == letters, elided }
    }

    /// A word with a letter beyond Latin-1, a combining mark or a soft hyphen.
    fn slow_word(&mut self) -> Piece {
        let start = self.at;
        self.key.clear();
        let (mut end, mut letters, mut upper, mut capital) = (start, 0, 0, false);
        let mut lower = String::new();
        for (at, c) in self.rest().char_indices() {
            let alone = stands_alone(c);
            if alone && at > 0 || !(starts_word(c) || is_combining_mark(c) || is_hidden(c)) {
                break;
            }
            end = start + at + c.len_utf8();
            if is_hidden(c) {
                continue;
            }
            capital |= at == 0 && c.is_uppercase();
            upper += usize::from(c.is_uppercase());
            letters += usize::from(c.is_alphabetic());
            if lower.len() <= LONGEST_WORD {
                lower.extend(c.to_lowercase());
            }
            if alone {
                break;
            }
        }
        self.key.extend(lower.nfc().collect::<String>().as_bytes());
        self.done(start, end, letters, upper, capital)
    }
}

/// Whether the character is part of a word; as [`LOWER`] for ASCII.
fn starts_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric() && !matches!(c, 'ª' | 'º')
}

/// Whether the character is a word of its own: scripts that write no blanks between words.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Soft hyphen, zero-width blanks and joiners, variation selectors: they don't show.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Hyphens and apostrophes beyond ASCII.
fn joins(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2013}' | '’' | '\u{02bc}' | '\u{2212}')
}

/// The word without its accents.
pub(super) fn folded(key: &[u8]) -> Vec<u8> {
    if key.is_ascii() {
        return key.to_vec();
    }
    let text = String::from_utf8_lossy(key);
    text.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().into_bytes()
}

/// The word with the accent of its first letter left out; `None` if that has none.
pub(super) fn first_folded(key: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(key).ok()?;
    let first = text.chars().next().filter(|c| !c.is_ascii())?;
    let rest = text.get(first.len_utf8()..)?;
    let plain: String = first.nfd().filter(|c| !is_combining_mark(*c)).collect();
    Some([plain.as_bytes(), rest.as_bytes()].concat()).filter(|word| word != key)
}
