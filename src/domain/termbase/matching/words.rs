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
    /// The key of the last word, and how long it is.
    key: [u8; BUFFER],
    length: usize,
    hash: u64,
}

/// A word in the form in which it is compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'k> {
    /// Its bytes; none if it was too long.
    pub(super) bytes: &'k [u8],
    /// The first eight of them as a number, what is beyond a shorter word being 0.
    pub(super) first: u64,
    /// See [`hash`].
    pub(super) hash: u64,
}

impl<'k> Key<'k> {
    /// Of a word that was not read from a text.
    pub(super) fn of(bytes: &'k [u8]) -> Self {
        let mut buffer = [0; BUFFER];
        for (place, byte) in buffer.iter_mut().zip(bytes) {
            *place = *byte;
        }
        Key { bytes, first: first_eight(bytes), hash: hash(&buffer, bytes.len().min(LONGEST_WORD)) }
    }
}

/// The first eight bytes as a number, what is missing being 0.
pub(super) fn first_eight(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    for (place, byte) in eight.iter_mut().zip(bytes) {
        *place = *byte;
    }
    u64::from_le_bytes(eight)
}

/// The first `length` bytes of a number of eight, the rest being 0.
#[inline]
fn first_of(value: u64, length: usize) -> u64 {
    if length < 8 { value & ((1 << (length * 8)) - 1) } else { value }
}

/// One step of [`hash`].
#[inline]
fn step(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Room for the longest key and eight bytes more, which are written at once.
const BUFFER: usize = LONGEST_WORD + 8;

/// The hash of the word at the beginning of a buffer, eight bytes at a time: a rotation and a product
/// as in FxHash, whose upper half is well mixed. What stands behind the word makes no difference.
#[inline]
fn hash(buffer: &[u8; BUFFER], length: usize) -> u64 {
    let (mut hash, mut at) = (0, 0);
    while at < length {
        let Some(eight) = buffer.get(at..).and_then(<[u8]>::first_chunk::<8>) else { break };
        hash = step(hash, first_of(u64::from_le_bytes(*eight), length - at));
        at += 8;
    }
    step(hash, length as u64)
}

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x80 * ONES;

/// How many of eight bytes, from the first on, are small ASCII letters: all eight are compared with
/// `a` and `z` in one sum each, whose carries show in the upper bits.
#[inline]
fn small_letters(eight: u64) -> usize {
    let low = eight & !TOPS;
    let from_a = low + (0x80 - 0x61) * ONES;
    let beyond_z = low + (0x80 - 0x7b) * ONES;
    let small = from_a & !beyond_z & !eight & TOPS;
    ((small ^ TOPS).trailing_zeros() / 8) as usize
}

/// Whether a word surely ends before those bytes, and if so whether an apostrophe follows.
#[inline]
fn is_end(rest: &[u8]) -> Option<bool> {
    match rest {
        [b'\'', ..] | [0xe2, 0x80, 0x99, ..] => Some(true),
        [byte, ..] if *byte < 0x80 => (LOWER[*byte as usize] == 0).then_some(false),
        // A blank that does not break, quotation marks.
        [0xc2, 0xa0 | 0xab | 0xbb, ..] => Some(false),
        _ => None,
    }
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
        Pieces { text, at: 0, stretch: 0, key: [0; BUFFER], length: 0, hash: 0 }
    }

    /// The last word in the form in which it is compared; empty if it was too long.
    #[inline]
    pub(super) fn key(&self) -> Key<'_> {
        let first = self.key.first_chunk::<8>().map_or(0, |eight| u64::from_le_bytes(*eight));
        Key {
            bytes: self.key.get(..self.length).unwrap_or_default(),
            first: first_of(first, self.length),
            hash: self.hash,
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next piece; `None` at the end.
    #[inline]
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
                    } else if !(joins(c) || is_hidden(c) || is_combining_mark(c)) {
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

    /// A word as most are: of ASCII letters and those of Latin-1, all small but for the first, and surely
    /// ended. `None` says that it has to be looked at more closely, from its beginning.
    #[inline]
    fn plain_word(&mut self, start: usize) -> Option<Piece> {
        let bytes = self.text.as_bytes();
        let word = bytes.get(start..)?;
        let capital = word.first().is_some_and(u8::is_ascii_uppercase);
        let mut length = usize::from(capital);
        let elided = loop {
            let rest = word.get(length..)?;
            let count = small_letters(u64::from_le_bytes(*rest.first_chunk()?));
            length += count;
            if count == 8 {
                continue;
            }
            match rest.get(count..)? {
                [0xc3, second @ 0xa0..=0xbf, ..] if *second != 0xb7 => length += 2,
                rest => break is_end(rest)?,
            }
        };
        if !(1..=LONGEST_WORD).contains(&length) {
            return None;
        }
        // Read once more from the text, which is quicker than from where the key was just written.
        let (mut at, mut hash) = (0, 0);
        while at < length {
            let mut eight = u64::from_le_bytes(*word.get(at..)?.first_chunk()?);
            if at == 0 {
                eight |= u64::from(capital) << 5;
            }
            *self.key.get_mut(at..)?.first_chunk_mut()? = eight.to_le_bytes();
            hash = step(hash, first_of(eight, length - at));
            at += 8;
        }
        (self.hash, self.length, self.at) = (step(hash, length as u64), length, start + length);
        Some(Piece::Word { start, end: self.at, capital, capitals: false, elided })
    }

    #[inline]
    fn word(&mut self) -> Piece {
        let bytes = self.text.as_bytes();
        let start = self.at;
        if let Some(piece) = self.plain_word(start) {
            return piece;
        }
        let (mut at, mut letters, mut upper) = (start, 0_usize, 0_usize);
        let mut length = 0_usize;
        // The first letter may be a capital, the rest seldom are.
        let capital = match bytes.get(start) {
            Some(0xc3) => bytes.get(start + 1).is_some_and(|second| *second < 0x9f && *second != 0x97),
            Some(byte) => byte.is_ascii_uppercase(),
            None => false,
        };
        loop {
            if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
                let count = small_letters(u64::from_le_bytes(*eight));
                if let Some(places) = self.key.get_mut(length..length + 8) {
                    places.copy_from_slice(eight);
                }
                length += count;
                letters += count;
                at += count;
                if count == 8 {
                    continue;
                }
            }
            let Some(&byte) = bytes.get(at) else { break };
            let low = LOWER[byte as usize];
            if low != 0 {
                upper += usize::from(low != byte);
                letters += usize::from(low >= b'a');
                if let Some(place) = self.key.get_mut(length) {
                    *place = low;
                }
                length += 1;
                at += 1;
            } else if byte == 0xc3 {
                // Latin letters with accents: U+00C0 to U+00FF, two bytes each, × and ÷ apart.
                let Some(&second) = bytes.get(at + 1) else { break };
                if second == 0x97 || second == 0xb7 {
                    break;
                }
                let is_upper = second < 0x9f;
                upper += usize::from(is_upper);
                letters += 1;
                if let Some(places) = self.key.get_mut(length..length + 2) {
                    places.copy_from_slice(&[byte, if is_upper { second + 0x20 } else { second }]);
                }
                length += 2;
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
        self.length = length;
        self.done(start, at, letters, upper, capital)
    }

    fn done(&mut self, start: usize, end: usize, letters: usize, upper: usize, capital: bool) -> Piece {
        self.at = end;
        if self.length > LONGEST_WORD {
            self.length = 0;
        }
        self.hash = hash(&self.key, self.length);
        let rest = self.text.as_bytes().get(end..).unwrap_or_default();
        let elided = match rest.first() {
            Some(b'\'') => true,
            Some(0xe2) => rest.starts_with("’".as_bytes()),
            _ => false,
        };
        Piece::Word { start, end, capital, capitals: upper >= 2 && upper == letters, elided }
    }

    /// A word with a letter beyond Latin-1, a combining mark or a soft hyphen.
    fn slow_word(&mut self) -> Piece {
        let start = self.at;
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
        let key: String = lower.nfc().collect();
        self.length = key.len();
        for (place, byte) in self.key.iter_mut().zip(key.bytes()) {
            *place = byte;
        }
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

/// Hyphens beyond ASCII, and the letter apostrophe.
fn joins(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2013}' | '\u{02bc}' | '\u{2212}')
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
