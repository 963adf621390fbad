//! One pass over a text: what its words, endings, letters and scripts say for each language,
//! sentence by sentence.
//!
//! Addresses, e-mails, inline code, tags and link targets are passed over. Text in quotation
//! marks comes as pieces of its own, since a quotation may be in another language than what
//! stands around it. Nothing is allocated, and no byte is looked at more than a few times.

use std::ops::Range;

use memchr::memchr;

use super::han::{Han, han};
use super::lexicon::{LANES, LATIN_LANES, Lexicon, OTHER_LANES, WordHash, lexicon, push_tail};
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

    /// All letters, each counted once.
    pub fn letters(&self) -> usize {
        self.letters.iter().map(|n| *n as usize).sum()
    }

    /// Letters of one script.
    pub fn of(&self, script: Script) -> u32 {
        self.letters.get(script as usize).copied().unwrap_or(0)
    }

    /// Adds what another stretch says.
    pub fn add(&mut self, other: &Tally) {
        let lanes = self.latin.iter_mut().zip(&other.latin).chain(self.other.iter_mut().zip(&other.other));
        for (sum, more) in lanes.chain(self.letters.iter_mut().zip(&other.letters)) {
            *sum = sum.saturating_add(*more);
        }
        self.words = self.words.saturating_add(other.words);
        self.known = self.known.saturating_add(other.known);
        self.simplified = self.simplified.saturating_add(other.simplified);
        self.traditional = self.traditional.saturating_add(other.traditional);
    }
}

/// The tally of a piece while it is being read: narrow sums that add up fast.
struct Sums {
    latin: [u16; LATIN_LANES],
    other: [u16; OTHER_LANES],
    letters: [u32; SCRIPTS],
    words: u32,
    known: u32,
    simplified: u32,
    traditional: u32,
}

impl Sums {
    const NONE: Sums = Sums {
        latin: [0; LATIN_LANES],
        other: [0; OTHER_LANES],
        letters: [0; SCRIPTS],
        words: 0,
        known: 0,
        simplified: 0,
        traditional: 0,
    };

    fn tally(&self) -> Tally {
        Tally {
            latin: self.latin.map(u32::from),
            other: self.other.map(u32::from),
            letters: self.letters,
            words: self.words,
            known: self.known,
            simplified: self.simplified,
            traditional: self.traditional,
        }
    }

    fn is_empty(&self) -> bool {
        self.letters.iter().all(|n| *n == 0)
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
        last: Word::NONE,
        emit,
    }
    .run();
}

/// What the scanner remembers of a word.
#[derive(Clone, Copy)]
struct Word {
    hash: WordHash,
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

impl Word {
    const NONE: Word = Word {
        hash: WordHash::WORD,
        tail: 0,
        chars: 0,
        letters: 0,
        script: Script::Latin,
        capital: false,
        capitals: 0,
        signs: [0; 2],
    };

    #[inline]
    fn push_ascii(&mut self, byte: u8) {
        let lower = u32::from(byte | 0x20);
        if byte & 0x20 == 0 {
            self.capital |= self.chars == 0;
            self.capitals += 1;
        }
        self.hash.push(lower);
        self.tail = push_tail(self.tail, lower);
        self.chars += 1;
        self.letters += 1;
    }

    #[inline]
    fn push(&mut self, c: char, class: CharClass) {
        let lower = class.lower as u32;
        if class.letter {
            if class.lower != c {
                self.capital |= self.chars == 0;
                self.capitals += 1;
            }
            self.letters += 1;
            if is_sign(class.script, lower) {
                self.signs = [lower, self.signs[0]];
            }
        }
        self.hash.push(lower);
        self.tail = push_tail(self.tail, lower);
        self.chars += 1;
    }

    fn is_acronym(&self) -> bool {
        self.letters > 1 && self.capitals == self.letters
    }
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
    last: Word,
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
    fn word(&mut self, start: usize) -> usize {
        let mut word = Word::NONE;
        let mut at = start;
        loop {
            match self.bytes.get(at) {
                Some(byte) if byte.is_ascii_alphabetic() => {
                    word.push_ascii(*byte);
                    at += 1;
                }
                Some(byte) if *byte >= 0x80 => {
                    let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                    let class = classify(self.dense, c);
                    if class.letter {
                        if word.chars == 0 {
                            word.script = class.script;
                        } else if class.script != word.script {
                            break;
                        }
                    } else if !class.joins {
                        break;
                    }
                    word.push(c, class);
                    at += c.len_utf8();
                }
                _ => break,
            }
        }
        if word.script == Script::Latin
            && let Some(end) = self.address_end(at, &word)
        {
            return end;
        }
        self.commit(word, at);
        at
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
    fn commit(&mut self, word: Word, end: usize) {
        let sums = &mut self.sums[usize::from(self.quoted)];
        sums.letters[word.script as usize] += word.letters;
        // A lone acronym (WHO, IT) is no word, a headline in capitals is of words.
        let acronym = word.is_acronym() && word.letters <= 5 && !self.last.is_acronym();
        self.last = word;
        if acronym {
            return;
        }
        let known = if word.script == Script::Latin {
            let table = &self.lexicon.latin;
            let mut add = |key: u64| table.get(key).map(|row| add_row(&mut sums.latin, row)).is_some();
            add(word.hash.key()) || {
                if !word.capital {
                    add_parts(&word, add);
                }
                false
            }
        } else {
            let table = &self.lexicon.other;
            let mut add = |key: u64| table.get(key).map(|row| add_row(&mut sums.other, row)).is_some();
            add(word.hash.key()) || {
                if !word.capital {
                    add_parts(&word, add);
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
        add(WordHash::ending(word.tail));
    }
    for sign in word.signs {
        if sign != 0 {
            add(WordHash::letter(sign));
        }
    }
}

#[inline]
fn add_row<const N: usize>(sums: &mut [u16; N], row: &[u8; N]) {
    for (sum, weight) in sums.iter_mut().zip(row) {
        *sum = sum.wrapping_add(u16::from(*weight));
    }
}
