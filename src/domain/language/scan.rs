//! One pass over a text: what its words, endings, letters and scripts say for each language,
//! sentence by sentence.
//!
//! Addresses, e-mails, inline code, tags and link targets are passed over. Text in quotation
//! marks comes as pieces of its own, since a quotation may be in another language than what
//! stands around it. Nothing is allocated, and no byte is looked at more than a few times.

use std::ops::Range;

use memchr::memchr;

use super::han::{Han, han};
use super::lexicon::{Lexicon, WordKey, lexicon};
use super::quote::{Quotes, ends_sentence};
use super::script::{CharClass, Script, classify, dense};
use super::tally::{Sums, Tally, add_row};
use super::word::{Word, ascii_word, other_word, tail_of};

/// After so many words a piece ends whatever stands there, so that its sums can't overflow.
const MAX_WORDS: u32 = 3000;
/// An HTML tag is at most that long; a `<` with no `>` so near is a less-than sign.
const MAX_TAG: usize = 400;

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
        closing: usize::MAX,
        quotes: Quotes::default(),
        last: Last { letters: 0, capital: false, acronym: false },
        emit,
    }
    .run();
}

/// What is remembered of the word before.
#[derive(Clone, Copy)]
struct Last {
    letters: u32,
    capital: bool,
    acronym: bool,
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
    /// Where the mark stands that closes the quotation which is open.
    closing: usize,
    quotes: Quotes,
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
                if class.letter { self.letter(at, c, class) } else { self.mark(at, c) }
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
    /// is part of. In line at its one caller's: a call a word costs a thirtieth of the whole.
    #[inline(always)]
    fn word(&mut self, start: usize) -> usize {
        match ascii_word(self.bytes, start) {
            Some((word, at)) => self.read(&word, at, || tail_of(self.bytes, at)),
            None => self.other_word(start),
        }
    }

    /// Reads a word that has letters beyond ASCII.
    #[inline(never)]
    fn other_word(&mut self, start: usize) -> usize {
        let ((word, tail), at) = other_word(self.text, self.dense, start);
        self.read(&word, at, || tail)
    }

    /// Takes in a word that ends at `at`; gives where to go on.
    #[inline(always)]
    fn read(&mut self, word: &Word, at: usize, tail: impl Fn() -> u64) -> usize {
        if word.script == Script::Latin
            && let Some(end) = self.address_end(at, word)
        {
            return self.landed(end);
        }
        self.commit(word, at, tail);
        at
    }

    /// Where the address ends of which a word that ends at `at` is a part.
    #[inline]
    fn address_end(&self, at: usize, word: &Word) -> Option<usize> {
        let next = *self.bytes.get(at)?;
        let after = || self.bytes.get(at + 1).copied().unwrap_or(b' ');
        let is_address = match next {
            b':' => after() == b'/' && self.bytes.get(at + 2) == Some(&b'/'),
            b'@' | b'_' => after().is_ascii_alphanumeric(),
            b'.' => word.letters > 1 && after().is_ascii_lowercase(),
            _ => return None,
        };
        is_address.then(|| self.blank_from(at))
    }

    /// Where the next blank or closing mark stands.
    #[inline(never)]
    fn blank_from(&self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or(&[]);
        let len = rest.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b')' | b'>' | b'"' | b']'));
        at + len.unwrap_or(rest.len())
    }

    #[inline(always)]
    fn commit(&mut self, word: &Word, end: usize, tail: impl Fn() -> u64) {
        let sums = &mut self.sums[usize::from(self.quoted)];
        sums.letters[word.script as usize] += word.letters;
        // A lone acronym (WHO, IT) is no word, a headline in capitals is of words.
        let acronym = word.acronym;
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
                    add_parts(word, tail, add);
                }
                false
            }
        } else {
            let table = &self.lexicon.other;
            let mut add = |key: u64| table.get(key).map(|row| add_row(&mut sums.other, *row)).is_some();
            add(word.key) || {
                if !word.capital {
                    add_parts(word, tail, add);
                }
                false
            }
        };
        sums.words += u32::from(known || !word.capital);
        sums.running += u32::from(word.letters > 1 && (!word.capital || acronym && known));
        sums.names += u32::from(word.capital && !acronym);
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
                self.quote(at, next, '"');
                next
            }
            b'`' => self.passed(next, b'`', usize::MAX),
            b'<' => self.passed(next, b'>', MAX_TAG),
            b']' if self.bytes.get(next) == Some(&b'(') => self.passed(next, b')', MAX_TAG * 4),
            // What a template is filled in with.
            b'{' if matches!(self.bytes.get(next), Some(b'%' | b'{')) => self.passed(next, b'}', MAX_TAG),
            b'\n' | b'|' => {
                self.line_or_cell_end(at, byte);
                next
            }
            _ => next,
        }
    }

    /// Where to go on behind the next `byte`, or right here where it is not so near.
    fn passed(&mut self, from: usize, byte: u8, within: usize) -> usize {
        let end = self.find(from, byte, within).unwrap_or(from);
        self.landed(end)
    }

    /// Closes the quotation whose end was leapt over.
    #[inline]
    fn landed(&mut self, at: usize) -> usize {
        if at > self.closing {
            self.close(at);
        }
        at
    }

    /// A line that ends with its sentence is read for itself, and so is a cell of a table.
    #[inline(never)]
    fn line_or_cell_end(&mut self, at: usize, byte: u8) {
        let is_end = if byte == b'|' {
            let blank = |at: usize| self.bytes.get(at).is_none_or(u8::is_ascii_whitespace);
            blank(at.wrapping_sub(1)) && blank(at + 1)
        } else {
            self.text.get(..at).is_some_and(ends_sentence)
        };
        if is_end {
            self.sentence_end(at + 1);
        }
    }

    /// What another character that is no letter does; gives where to go on.
    fn mark(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        match c {
            '。' | '！' | '？' | '।' | '۔' | '؟' | '…' | '．' => self.sentence_end(end),
            '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' => self.quote(at, end, c),
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

    /// What a quotation mark does: it closes what is open if it is the one that does, and opens
    /// where none is open if another closes it.
    #[inline(never)]
    fn quote(&mut self, at: usize, end: usize, mark: char) {
        if self.quoted {
            if at >= self.closing {
                self.close(end);
            }
            return;
        }
        if let Some(closing) = self.quotes.closing(self.text, at, end, mark) {
            self.starts[1] = end;
            self.quoted = true;
            self.closing = closing;
        }
    }

    fn close(&mut self, end: usize) {
        self.flush(true, end);
        self.quoted = false;
        self.closing = usize::MAX;
    }

    #[inline(never)]
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
fn add_parts(word: &Word, tail: impl Fn() -> u64, mut add: impl FnMut(u64) -> bool) {
    if word.chars >= 5 {
        add(WordKey::ending(tail()));
    }
    for sign in word.signs {
        if sign != 0 {
            add(WordKey::letter(sign));
        }
    }
}
