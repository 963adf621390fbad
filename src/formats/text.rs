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
        self.found.push(Found { kind, level: None, text, fragments });
    }

    fn is_date_line(&mut self, text: &str) -> bool {
        if self.count > DATE_LINES || self.found.len() >= DATE_BLOCKS || !date::may_be_line(text) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Caption, Data, ListItem, Paragraph, Title};

    fn parse(text: &str) -> Document {
        Text.parse(text.as_bytes().to_vec())
    }

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        parse(text).blocks.into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[track_caller]
    fn assert_blocks(text: &str, expected: &[(BlockKind, &str)]) {
        let found = blocks(text);
        let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_page_is_title_paragraphs_and_items() {
        assert_blocks(
            "Title of the page\n\nFirst line\nsecond line.\n \u{a0}\u{200b}\t\nThe priorities:\n\n  • trade\u{a0}facilitation;\n    gone on\n  • e-commerce\n\nEnd.",
            &[
                (Title, "Title of the page"),
                (Paragraph, "First line\nsecond line."),
                (Paragraph, "The priorities:"),
                (ListItem, "trade\u{a0}facilitation;\ngone on"),
                (ListItem, "e-commerce"),
                (Paragraph, "End."),
            ],
        );
    }

    #[test]
    fn every_mark_is_left_outside_its_item() {
        for mark in
            ["•", "‣", "·", "▪", "◦", "-", "*", "–", "1.", "1)", "(1)", "(i)", "i)", "a)", "(a)", "A)"]
        {
            assert_blocks(
                &format!("Title\n\n{mark} one\n\nEnd"),
                &[(Title, "Title"), (ListItem, "one"), (Paragraph, "End")],
            );
        }
    }

    #[test]
    fn counting_marks_go_on_and_a_number_in_a_sentence_is_none() {
        let items = |marks: [&str; 3]| {
            let text = marks.map(|mark| format!("{mark} x")).join("\n");
            blocks(&format!("Title\n\n{text}\n")).iter().filter(|(kind, _)| *kind == ListItem).count()
        };
        for marks in [["1.", "2.", "3."], ["(i)", "(ii)", "(iii)"], ["a)", "b)", "c)"], ["I)", "II)", "III)"]]
        {
            assert_eq!(items(marks), 3, "{marks:?}");
        }
        assert_eq!(items(["1.", "7.", "2018."]), 1);
        for text in [
            "19. Sitzung des Ausschusses",
            "2018. was a good year",
            "(WCO) members met",
            "A. Smith spoke",
            "-5 degrees",
            "*bold* words",
            "1.5 million",
        ] {
            assert_blocks(&format!("Title\n\n{text}"), &[(Title, "Title"), (Paragraph, text)]);
        }
    }

    #[test]
    fn the_ninth_letter_and_the_roman_one_are_told_by_what_stands_before() {
        let text: Vec<_> = ('a'..='j').map(|letter| format!("({letter}) x")).collect();
        assert_eq!(blocks(&text.join("\n")).len(), 10);
        let romans =
            ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xix", "xx", "xxxix"];
        let values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 19, 20, 39];
        assert_eq!(romans.map(roman), values);
        assert_eq!(["iiii", "vx", "xxxx", "mix", ""].map(roman), [0; 5]);
    }

    #[test]
    fn an_item_ends_at_a_blank_line_and_at_a_line_that_is_not_indented() {
        assert_blocks(
            "T\n\n• one\nNot of it\n\n  • two\n\n    Not of it either",
            &[
                (Title, "T"),
                (ListItem, "one"),
                (Paragraph, "Not of it"),
                (ListItem, "two"),
                (Paragraph, "Not of it either"),
            ],
        );
    }

    #[test]
    fn a_picture_text_said_twice_is_a_caption_the_second_time() {
        assert_blocks(
            "T\n\n  • The Directors in Lima\n\n    The Directors in Lima\n\n    Download full size image",
            &[
                (Title, "T"),
                (ListItem, "The Directors in Lima"),
                (Caption, "The Directors in Lima"),
                (Paragraph, "Download full size image"),
            ],
        );
    }

    #[test]
    fn rules_and_addresses_are_copied_across() {
        assert_blocks(
            "T\n=====\nText.\n\n* * *\n\nhttps://www.wcoomd.org/en.aspx\n\nSee https://a.b",
            &[
                (Title, "T"),
                (Data, "====="),
                (Paragraph, "Text."),
                (Data, "* * *"),
                (Data, "https://www.wcoomd.org/en.aspx"),
                (Paragraph, "See https://a.b"),
            ],
        );
    }

    #[test]
    fn the_title_moves_on_when_the_first_block_turns_out_a_notice() {
        let mut document = parse("This page is not available.\n\nThe title\n\nText.");
        assert_eq!(document.title(), Some("This page is not available."));
        document.blocks[0].kind = BlockKind::Notice;
        document.retitle();
        assert_eq!(document.title(), Some("The title"));
        assert_eq!(document.blocks[2].kind, Paragraph);
    }

    #[test]
    fn a_long_a_broken_or_a_lone_first_line_is_no_title() {
        for text in [
            "Only line.",
            "Two\nlines\n\nText.",
            &format!("{}\n\nText.", "word ".repeat(80)),
            "• item\n\nText.",
        ] {
            assert_eq!(parse(text).title(), None, "{text}");
        }
    }

    #[test]
    fn new_lines_keep_the_indentation_and_blank_ones_are_left_out() {
        let document = parse("T\r\n\r\n  • one\r\n\r\nA\r\nB\r\n");
        let rebuilt = document.rebuild(|index, _| match index {
            1 => Some("uno\n\ndos".into()),
            2 => Some("solo".into()),
            _ => None,
        });
        assert_eq!(String::from_utf8(rebuilt).unwrap(), "T\r\n\r\n  • uno\r\n    dos\r\n\r\nsolo\r\n");
    }

    #[test]
    fn positions_are_bytes_and_lines_of_the_file() {
        let document = parse("\u{feff}Títle\r\n\r\n– ñandú\r\n");
        let item = &document.blocks[1];
        assert_eq!((item.line, item.text.as_str()), (3, "ñandú"));
        assert_eq!(&document.bytes()[item.fragments[0].clone()], "ñandú".as_bytes());
    }
}
