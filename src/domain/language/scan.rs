//! One pass over a text: what its words, endings, letters and scripts say for each language,
//! sentence by sentence.
//!
//! Addresses, e-mails, inline code, tags and link targets are passed over. Text in quotation
//! marks comes as pieces of its own, since a quotation may be in another language than what
//! stands around it. Nothing is allocated, and no byte is looked at more than a few times.

use std::ops::Range;

use memchr::memchr;

use super::han::{Han, han};
use super::lexicon::{LANES, LANES_A_WORD, LATIN_LANES, Lexicon, OTHER_LANES, WordKey, lexicon, push_tail};
use super::script::{CharClass, SCRIPTS, Script, classify, dense};

/// After so many words a piece ends whatever stands there, so that its sums can't overflow.
const MAX_WORDS: u32 = 3000;
/// An HTML tag is at most that long; a `<` with no `>` so near is a less-than sign.
const MAX_TAG: usize = 400;

/// What a stretch of text says for each language.
#[derive(Clone, Debug)]
pub struct Tally {
    latin: [u32; LATIN_LANES],
    other: [u32; OTHER_LANES],
    /// Letters by script (by [`Script`] number).
    pub letters: [u32; SCRIPTS],
    /// Words that could tell something: written small, or found in a list.
    pub words: u32,
    /// Words in a list of some language.
    pub known: u32,
    /// Characters that only simplified Chinese writes.
    pub simplified: u32,
    /// Characters that only traditional Chinese writes.
    pub traditional: u32,
}

impl Default for Tally {
    fn default() -> Self {
        Tally {
            latin: [0; LATIN_LANES],
            other: [0; OTHER_LANES],
            letters: [0; SCRIPTS],
            words: 0,
            known: 0,
            simplified: 0,
            traditional: 0,
        }
    }
}

impl Tally {
    /// The bits that speak for the language of a lane.
    pub fn lane(&self, lane: usize) -> u32 {
        debug_assert!(lane < LANES);
        match lane.checked_sub(LATIN_LANES) {
            None => self.latin.get(lane).copied().unwrap_or(0),
            Some(other) => self.other.get(other).copied().unwrap_or(0),
        }
    }

    /// The bits for every lane of a script's table, the Latin one or the other.
    pub(super) fn lanes(&self, script: Script) -> &[u32] {
        if script == Script::Latin { &self.latin } else { &self.other }
    }

    /// All letters, each counted once.
    pub fn letters(&self) -> usize {
        self.letters.iter().map(|n| *n as usize).sum()
    }

    /// Letters of one script.
    pub fn of(&self, script: Script) -> u32 {
        self.letters.get(script as usize).copied().unwrap_or(0)
    }

    /// All letters, each counted by what it weighs beside a Latin one.
    pub fn weight(&self) -> usize {
        let latin = self.of(Script::Latin) as usize;
        if latin == self.letters() {
            return latin;
        }
        Script::ALL.iter().map(|script| (self.of(*script) * script.weight()) as usize).sum()
    }

    /// Adds what another stretch says.
    pub fn add(&mut self, other: &Tally) {
        add_each(&mut self.latin, &other.latin);
        // Most text has nothing but Latin letters.
        if other.letters() != other.of(Script::Latin) as usize {
            add_each(&mut self.other, &other.other);
        }
        add_each(&mut self.letters, &other.letters);
        self.words = self.words.saturating_add(other.words);
        self.known = self.known.saturating_add(other.known);
        self.simplified = self.simplified.saturating_add(other.simplified);
        self.traditional = self.traditional.saturating_add(other.traditional);
    }
}

fn add_each<const N: usize>(sums: &mut [u32; N], more: &[u32; N]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum = sum.saturating_add(*more);
    }
}

/// The tally of a piece while it is being read: narrow sums that add up fast.
struct Sums {
    latin: [u64; LATIN_LANES / LANES_A_WORD],
    other: [u64; OTHER_LANES / LANES_A_WORD],
    letters: [u32; SCRIPTS],
    words: u32,
    known: u32,
    simplified: u32,
    traditional: u32,
}

impl Sums {
    const NONE: Sums = Sums {
        latin: [0; LATIN_LANES / LANES_A_WORD],
        other: [0; OTHER_LANES / LANES_A_WORD],
        letters: [0; SCRIPTS],
        words: 0,
        known: 0,
        simplified: 0,
        traditional: 0,
    };

    fn tally(&self) -> Tally {
        Tally {
            latin: unpack(&self.latin),
            other: unpack(&self.other),
            letters: self.letters,
            words: self.words,
            known: self.known,
            simplified: self.simplified,
            traditional: self.traditional,
        }
    }

    fn is_empty(&self) -> bool {
        self.letters == [0; SCRIPTS]
    }
}

/// A sentence, or what stands of it outside or inside quotation marks.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The bytes from its first to its last; what is quoted within stands in a piece of its own.
    pub range: Range<usize>,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// What it says.
    pub tally: Tally,
}

/// Reads `text` and hands each piece that has letters to `emit`, in the order they end.
pub fn scan(text: &str, emit: impl FnMut(Piece)) {
    Scanner {
        text,
        bytes: text.as_bytes(),
        lexicon: lexicon(),
        dense: dense(),
        han: han(),
        sums: [Sums::NONE, Sums::NONE],
        starts: [0, 0],
        quoted: false,
        last: Last { letters: 0, capital: false, acronym: false },
        emit,
    }
    .run();
}

/// A word as read.
struct Word {
    key: u64,
    tail: u64,
    /// Its characters, marks included.
    chars: u32,
    letters: u32,
    script: Script,
    /// Whether its first letter is a capital.
    capital: bool,
    /// How many of its letters are capitals.
    capitals: u32,
    /// Its last two letters that only some languages of the script write.
    signs: [u32; 2],
}

/// What is remembered of the word before.
#[derive(Clone, Copy)]
struct Last {
    letters: u32,
    capital: bool,
    acronym: bool,
}

/// The longest word, in bytes, that could stand in a list.
const LONGEST_WORD: usize = 64;

/// A word whose characters are read one by one.
struct Spelled {
    word: Word,
    /// Its lower-case UTF-8.
    bytes: [u8; LONGEST_WORD],
    length: usize,
}

impl Spelled {
    fn new() -> Self {
        let word = Word {
            key: 0,
            tail: 0,
            chars: 0,
            letters: 0,
            script: Script::Latin,
            capital: false,
            capitals: 0,
            signs: [0; 2],
        };
        Spelled { word, bytes: [0; LONGEST_WORD], length: 0 }
    }

    #[inline]
    fn push_ascii(&mut self, byte: u8) {
        let lower = byte | 0x20;
        let word = &mut self.word;
        if byte & 0x20 == 0 {
            word.capital |= word.chars == 0;
            word.capitals += 1;
        }
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = lower;
        }
        self.length += 1;
        word.tail = push_tail(word.tail, u32::from(lower));
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
                word.capitals += 1;
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
        word.tail = push_tail(word.tail, lower);
        word.chars += 1;
    }

    fn finish(self) -> Word {
        let key = self.bytes.get(..self.length).map_or(0, WordKey::of);
        Word { key, ..self.word }
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

struct Scanner<'t, F> {
    text: &'t str,
    bytes: &'t [u8],
    lexicon: &'static Lexicon,
    dense: &'static [CharClass],
    han: &'static Han,
    /// Of the text outside and of the text inside quotation marks.
    sums: [Sums; 2],
    starts: [usize; 2],
    quoted: bool,
    last: Last,
    emit: F,
}

impl<F: FnMut(Piece)> Scanner<'_, F> {
    fn run(mut self) {
        let mut at = 0;
        while let Some(&byte) = self.bytes.get(at) {
            at = if byte.is_ascii_alphabetic() {
                self.word(at)
            } else if byte < 0x80 {
                self.ascii_mark(at, byte)
            } else {
                let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                let class = classify(self.dense, c);
                if class.letter { self.letter(at, c, class) } else { self.mark(at + c.len_utf8(), c) }
            };
        }
        self.flush(true, self.bytes.len());
        self.flush(false, self.bytes.len());
    }

    fn letter(&mut self, at: usize, c: char, class: CharClass) -> usize {
        match class.script {
            Script::Latin | Script::Cyrillic | Script::Arabic | Script::Devanagari => self.word(at),
            script => {
                let sums = &mut self.sums[usize::from(self.quoted)];
                sums.letters[script as usize] += 1;
                if script == Script::Han {
                    let (simplified, traditional) = self.han.kind(c);
                    sums.simplified += u32::from(simplified);
                    sums.traditional += u32::from(traditional);
                }
                at + c.len_utf8()
            }
        }
    }

    /// Reads the word that begins at `at`; gives where it ends, or where the address ends that it
    /// is part of.
    #[inline]
    fn word(&mut self, start: usize) -> usize {
        let (word, at) = match self.ascii_word(start) {
            Some(read) => read,
            None => self.spelled_word(start),
        };
        if word.script == Script::Latin
            && let Some(end) = self.address_end(at, &word)
        {
            return end;
        }
        self.commit(&word, at);
        at
    }

    /// Reads a word of ASCII letters, eight bytes at a time; `None` where it has others.
    #[inline]
    fn ascii_word(&self, start: usize) -> Option<(Word, usize)> {
        const CASE: u64 = 0x2020_2020_2020_2020;
        const EACH: u64 = 0x0101_0101_0101_0101;
        let (mut key, mut at, mut capitals) = (WordKey::START, start, 0);
        loop {
            let bytes = eight_bytes(self.bytes, at);
            let length = letters_ahead(bytes);
            let kept = if length == 8 { !0 } else { (1 << (length * 8)) - 1 };
            // A sum of one bit a byte: shorter than counting ones where the machine can't.
            capitals += (((!bytes & CASE & kept) >> 5).wrapping_mul(EACH) >> 56) as u32;
            at += length as usize;
            if length > 0 {
                key.push((bytes | CASE) & kept);
            }
            if length < 8 {
                break;
            }
        }
        let letters = (at - start) as u32;
        if letters == 0 || self.bytes.get(at).is_some_and(|byte| *byte >= 0x80) {
            return None;
        }
        let capital = self.bytes.get(start).is_some_and(|byte| byte & 0x20 == 0);
        let tail = match self.bytes.get(at.saturating_sub(3)..at) {
            Some([a, b, c]) if letters >= 3 => {
                push_tail(push_tail(u64::from(a | 0x20), u32::from(b | 0x20)), u32::from(c | 0x20))
            }
            _ => 0,
        };
        let (key, script) = (key.key(), Script::Latin);
        Some((Word { key, tail, chars: letters, letters, script, capital, capitals, signs: [0; 2] }, at))
    }

    /// Reads a word character by character.
    fn spelled_word(&self, start: usize) -> (Word, usize) {
        let mut spelled = Spelled::new();
        let mut at = start;
        loop {
            match self.bytes.get(at) {
                Some(byte) if byte.is_ascii_alphabetic() => {
                    if spelled.word.script != Script::Latin {
                        break;
                    }
                    spelled.push_ascii(*byte);
                    at += 1;
                }
                Some(byte) if *byte >= 0x80 => {
                    let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                    let class = classify(self.dense, c);
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

    /// Where the address ends of which a word that ends at `at` is a part.
    fn address_end(&self, at: usize, word: &Word) -> Option<usize> {
        let next = *self.bytes.get(at)?;
        let after = self.bytes.get(at + 1).copied().unwrap_or(b' ');
        let is_address = match next {
            b':' => after == b'/' && self.bytes.get(at + 2) == Some(&b'/'),
            b'@' => after.is_ascii_alphanumeric(),
            b'.' => word.letters > 1 && after.is_ascii_lowercase(),
            b'_' => after.is_ascii_alphanumeric(),
            _ => false,
        };
        is_address.then(|| {
            let rest = self.bytes.get(at..).unwrap_or(&[]);
            let len =
                rest.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b')' | b'>' | b'"' | b']'));
            at + len.unwrap_or(rest.len())
        })
    }

    #[inline]
    fn commit(&mut self, word: &Word, end: usize) {
        let sums = &mut self.sums[usize::from(self.quoted)];
        sums.letters[word.script as usize] += word.letters;
        // A lone acronym (WHO, IT) is no word, a headline in capitals is of words.
        let acronym = word.letters > 1 && word.capitals == word.letters;
        let lone = acronym && word.letters <= 5 && !self.last.acronym;
        self.last = Last { letters: word.letters, capital: word.capital, acronym };
        if lone {
            return;
        }
        let known = if word.script == Script::Latin {
            let table = &self.lexicon.latin;
            let mut add = |key: u64| table.get(key).map(|row| add_row(&mut sums.latin, *row)).is_some();
            add(word.key) || {
                if !word.capital {
                    add_parts(word, add);
                }
                false
            }
        } else {
            let table = &self.lexicon.other;
            let mut add = |key: u64| table.get(key).map(|row| add_row(&mut sums.other, *row)).is_some();
            add(word.key) || {
                if !word.capital {
                    add_parts(word, add);
                }
                false
            }
        };
        sums.known += u32::from(known);
        sums.words += u32::from(known || !word.capital);
        if sums.words >= MAX_WORDS {
            self.flush(self.quoted, end);
        }
    }

    /// What an ASCII character that is no letter does; gives where to go on.
    #[inline]
    fn ascii_mark(&mut self, at: usize, byte: u8) -> usize {
        let next = at + 1;
        match byte {
            b'.' | b'!' | b'?' => {
                let abbreviation =
                    byte == b'.' && (self.last.letters <= 2 || self.last.capital && self.last.letters <= 4);
                if !abbreviation && self.bytes.get(next).is_none_or(|b| b.is_ascii_whitespace()) {
                    self.sentence_end(next);
                }
                next
            }
            b'"' => {
                self.quote(next);
                next
            }
            b'`' => self.find(next, b'`', usize::MAX).unwrap_or(next),
            b'<' => self.find(next, b'>', MAX_TAG).unwrap_or(next),
            b']' if self.bytes.get(next) == Some(&b'(') => self.find(next, b')', MAX_TAG * 4).unwrap_or(next),
            _ => next,
        }
    }

    /// What another character that is no letter does; `end` is where it ends.
    fn mark(&mut self, end: usize, c: char) -> usize {
        match c {
            '。' | '！' | '？' | '।' | '۔' | '؟' | '…' | '．' => self.sentence_end(end),
            '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' => self.quote(end),
            _ => {}
        }
        end
    }

    /// The end of the next `byte` after `from`, if it is at most `within` away.
    fn find(&self, from: usize, byte: u8, within: usize) -> Option<usize> {
        let to = from.saturating_add(within).min(self.bytes.len());
        memchr(byte, self.bytes.get(from..to)?).map(|at| from + at + 1)
    }

    fn sentence_end(&mut self, end: usize) {
        self.flush(self.quoted, end);
    }

    /// Any quotation mark opens where none is open and closes where one is: languages disagree
    /// on which of them does what, and nested ones are rare.
    fn quote(&mut self, end: usize) {
        if self.quoted {
            self.flush(true, end);
        } else {
            self.starts[1] = end;
        }
        self.quoted = !self.quoted;
    }

    fn flush(&mut self, quoted: bool, end: usize) {
        let which = usize::from(quoted);
        let start = self.starts[which];
        self.starts[which] = end;
        if self.sums[which].is_empty() {
            return;
        }
        let piece = Piece { range: start..end, quoted, tally: self.sums[which].tally() };
        self.sums[which] = Sums::NONE;
        (self.emit)(piece);
    }
}

/// The ending of a word and its telling letters.
#[inline]
fn add_parts(word: &Word, mut add: impl FnMut(u64) -> bool) {
    if word.chars >= 5 {
        add(WordKey::ending(word.tail));
    }
    for sign in word.signs {
        if sign != 0 {
            add(WordKey::letter(sign));
        }
    }
}

/// Adds a row, four lanes at a time.
#[inline]
fn add_row<const N: usize>(sums: &mut [u64; N], row: [u64; N]) {
    for (sum, weights) in sums.iter_mut().zip(row) {
        *sum = sum.wrapping_add(weights);
    }
}

/// The sums of the lanes, each for itself.
fn unpack<const N: usize>(packed: &[u64]) -> [u32; N] {
    let mut lanes = [0; N];
    for (four, sum) in lanes.chunks_exact_mut(LANES_A_WORD).zip(packed) {
        let mut sum = *sum;
        for lane in four {
            *lane = (sum & 0xffff) as u32;
            sum >>= 16;
        }
    }
    lanes
}
