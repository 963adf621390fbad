//! Plain text, as articles are stored by a crawler's extractor or written by hand.
//!
//! The rules, each by line, so that one pass does:
//!
//! - A line of blanks only (non-breaking and zero-width ones too) ends a block.
//! - Lines without a blank line between them are one paragraph, a fragment each.
//! - A line that begins with a list mark begins a list item, blank line or not. Marks are
//!   `• ‣ · ▪ ◦ ● ○ ■ □ - * + –` with a blank after them, and `1.` `1)` `(1)` `a)` `(a)` `i)` `(i)`. A
//!   counting mark counts as one only where it starts a list (1, a, i), goes on from the one
//!   before, or is indented: `19. April 2018` begins a German sentence, not a list. An indented
//!   line right after an item belongs to it; one that is not indented begins a paragraph.
//! - The title is the first short line before the rest ([`Document::retitle`]).
//! - Among the first lines, one that reads as a date is a date line.
//! - An indented line alone that says the same as the block before is a caption: extractors give
//!   a picture's text twice, as its alternative text and as its caption.
//! - Lines that are nothing but a rule (`-----`) or an address are copied across.

use std::ops::Range;

use super::Format;
use super::decode::{Found, decode};
use super::line::{is_address, is_blank, lines, trim};
use crate::domain::date;
use crate::domain::document::{BlockKind, Document, Meta};

/// The format `text`.
#[derive(Clone, Copy, Debug)]
pub struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn parse(&self, bytes: Vec<u8>) -> Document {
        let decoded = decode(&bytes);
        let mut parser = Parser::new(&decoded.text);
        for line in lines(&decoded.text, 0..decoded.text.len()) {
            parser.line(line);
        }
        parser.close();
        let meta = parser.meta;
        let blocks = decoded.blocks(parser.found);
        let (encoding, problems) = (decoded.encoding, decoded.problems);
        let mut document = Document::new(bytes, encoding, blocks, meta, problems.kept).titled_by_place();
        document.more_problems = problems.more;
        document
    }
}

/// A date line stands among the first blocks and lines, or it is none; and it is short.
const DATE_BLOCKS: usize = 5;
const DATE_LINES: usize = 12;
const DATE_LENGTH: usize = 80;

struct Parser<'t> {
    text: &'t str,
    found: Vec<Found>,
    meta: Meta,
    /// The block that goes on, if a line may still be added to it.
    open: Option<Open>,
    /// How many lines that are not blank were read.
    count: usize,
    /// The counting mark of the item before.
    counter: Option<Counter>,
}

struct Open {
    kind: BlockKind,
    indent: usize,
    fragments: Vec<Range<usize>>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        // News text has a block in 300 bytes or so.
        let found = Vec::with_capacity(text.len() / 256 + 4);
        Parser { text, found, meta: Meta::default(), open: None, count: 0, counter: None }
    }

    fn line(&mut self, line: Range<usize>) {
        let content = trim(self.text, line.clone());
        if content.is_empty() {
            self.close();
            return;
        }
        self.count += 1;
        let indent = content.start - line.start;
        let text = &self.text[content.clone()];
        if is_rule(text) {
            self.close();
            self.push(BlockKind::Data, vec![content]);
            return;
        }
        if self.is_date_line(text) {
            self.close();
            self.push(BlockKind::DateLine, vec![content]);
            return;
        }
        if let Some(mark) = self.mark(text, indent) {
            let start = content.end - text[mark..].trim_start_matches(is_blank).len();
            self.open_block(BlockKind::ListItem, indent, start..content.end);
            return;
        }
        match &mut self.open {
            Some(open) if open.kind != BlockKind::ListItem || indent > open.indent => {
                open.fragments.push(content);
            }
            _ => self.open_block(BlockKind::Paragraph, indent, content),
        }
    }

    fn open_block(&mut self, kind: BlockKind, indent: usize, fragment: Range<usize>) {
        self.close();
        if kind != BlockKind::ListItem {
            self.counter = None;
        }
        self.open = Some(Open { kind, indent, fragments: vec![fragment] });
    }

    fn close(&mut self) {
        let Some(Open { mut kind, indent, fragments }) = self.open.take() else { return };
        if let ([only], BlockKind::Paragraph) = (fragments.as_slice(), kind) {
            let text = &self.text[only.clone()];
            if is_address(text) {
                kind = BlockKind::Data;
            } else if indent > 0 && self.found.last().is_some_and(|before| before.text == text) {
                kind = BlockKind::Caption;
            }
        }
        self.push(kind, fragments);
    }

    fn push(&mut self, kind: BlockKind, fragments: Vec<Range<usize>>) {
        let text = join(self.text, &fragments);
        self.found.push(Found { kind, text, fragments });
    }

    fn is_date_line(&mut self, text: &str) -> bool {
        if self.count > DATE_LINES || self.found.len() >= DATE_BLOCKS || text.len() > DATE_LENGTH {
            return false;
        }
        let Some(line) = date::read_line(text) else { return false };
        self.meta.date.get_or_insert(line.date);
        true
    }

    /// The length of the list mark at the start of `text`, without the blanks after it.
    fn mark(&mut self, text: &str, indent: usize) -> Option<usize> {
        let first = text.chars().next()?;
        if first.is_alphabetic() && !first.is_ascii() {
            return None;
        }
        let length = first.len_utf8();
        if is_bullet(first) {
            self.counter = None;
            return text[length..]
                .starts_with(is_blank)
                .then_some(length)
                .filter(|_| text[length..].len() > 1);
        }
        if !matches!(first, '(' | '0'..='9' | 'a'..='z' | 'A'..='Z') {
            return None;
        }
        let (counter, length) = Counter::read(text)?;
        if !(indent > 0 || counter.starts() || self.counter.is_some_and(|before| counter.follows(before))) {
            return None;
        }
        self.counter = Some(counter);
        Some(length)
    }
}

/// The texts of the ranges, joined by `\n`.
pub(super) fn join(text: &str, fragments: &[Range<usize>]) -> String {
    let length = fragments.iter().map(|fragment| fragment.len() + 1).sum();
    let mut joined = String::with_capacity(length);
    for (n, fragment) in fragments.iter().enumerate() {
        if n > 0 {
            joined.push('\n');
        }
        joined.push_str(text.get(fragment.clone()).unwrap_or_default());
    }
    joined
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '+' | '•' | '‣' | '·' | '▪' | '◦' | '●' | '○' | '■' | '□' | '–')
}

/// Whether a line is drawn: three or more of `- = * _ ~ #`, blanks between them or not.
fn is_rule(line: &str) -> bool {
    if !matches!(line.as_bytes().first(), Some(b'-' | b'=' | b'*' | b'_' | b'~' | b'#')) {
        return false;
    }
    let mut drawn = 0;
    line.chars().all(|c| {
        drawn += usize::from(!is_blank(c));
        is_blank(c) || matches!(c, '-' | '=' | '*' | '_' | '~' | '#')
    }) && drawn >= 3
}

/// A counting list mark: how it is written and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Counter {
    open: bool,
    close: u8,
    /// As a number, as a letter and as a Roman numeral; 0 where it is none.
    values: [u32; 3],
}

impl Counter {
    /// Reads `1.`, `1)`, `(1)`, `a)`, `(a)`, `i)`, `(i)` before a blank, and its length.
    fn read(text: &str) -> Option<(Counter, usize)> {
        let open = text.starts_with('(');
        let rest = text.get(usize::from(open)..)?;
        let length = rest.bytes().take(6).take_while(u8::is_ascii_alphanumeric).count();
        let (word, rest) = rest.split_at_checked(length)?;
        let close = rest.bytes().next().filter(|c| *c == b')' || (*c == b'.' && !open))?;
        let number = if word.len() <= 3 { word.parse().unwrap_or(0) } else { 0 };
        let after = rest.get(1..)?;
        if !after.starts_with(is_blank) || word.is_empty() {
            return None;
        }
        let (letter, roman) = if close == b')' { (letter(word), roman(word)) } else { (0, 0) };
        let values = [number, letter, roman];
        let counter = Counter { open, close, values };
        (values != [0; 3]).then_some((counter, usize::from(open) + length + 1))
    }

    fn starts(self) -> bool {
        self.values.contains(&1)
    }

    fn follows(self, before: Counter) -> bool {
        let next = |(now, then): (u32, u32)| now > 0 && then > 0 && now == then + 1;
        (self.open, self.close) == (before.open, before.close)
            && self.values.into_iter().zip(before.values).any(next)
    }
}

fn letter(word: &str) -> u32 {
    match word.as_bytes() {
        [c @ b'a'..=b'z'] => u32::from(c - b'a') + 1,
        [c @ b'A'..=b'Z'] => u32::from(c - b'A') + 1,
        _ => 0,
    }
}

/// The value of a Roman numeral up to 39, either case; 0 if it is none.
fn roman(word: &str) -> u32 {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let lower = word.to_ascii_lowercase();
    let tens = lower.bytes().take(3).take_while(|c| *c == b'x').count();
    // `ix` must not be taken apart, so the tens are tried as they stand only.
    let value = |tens: usize| {
        let units = UNITS.iter().position(|unit| lower.get(tens..) == Some(*unit))?;
        u32::try_from(tens * 10 + units).ok()
    };
    value(tens).unwrap_or(0)
}
