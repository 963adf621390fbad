//! The tables of a page, read as browsers, LibreOffice and Word save it.
//!
//! Of HTML only what is needed is read: where rows and cells begin and end, and the text in them with
//! its line ends. The tokenizer is a part of the standard's (13.2.5): tags in any case with any
//! attributes, comments, declarations, references to characters, elements whose text is no text. It is
//! written here since the one of the browsers (html5ever) keeps attributes, and takes quadratic time to
//! tell whether a tag has one twice. Tables may stand in tables; their text belongs to the outer cell.

use pulldown_cmark::{Event, Parser};

use super::Problem;
use super::gather::Gather;
use super::table::{Row, take};
use crate::domain::package::Returned;

/// The longest name of a tag or of a reference that is looked at, in bytes.
const LONGEST_NAME: usize = 40;
/// The widest row, in cells, and the longest cell, in bytes.
const WIDEST: usize = 200;
const LONGEST: usize = 16 << 20;

/// What stands in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    /// The name as it is written.
    Open(&'t str),
    Close(&'t str),
    /// With references.
    Text(&'t str),
}

/// The tags and texts of a page, with the number of lines before each.
struct Tokens<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    counted: usize,
}

impl<'t> Tokens<'t> {
    fn new(text: &'t str) -> Self {
        Tokens { text, at: 0, line: 1, counted: 0 }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The line of the place that was reached.
    fn line(&mut self) -> usize {
        let between = self.text.as_bytes().get(self.counted..self.at).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.counted = self.at;
        self.line
    }

    /// Steps behind the next `end`.
    fn pass(&mut self, end: &str) -> Result<(), Problem> {
        match memchr::memmem::find(self.rest().as_bytes(), end.as_bytes()) {
            Some(at) => {
                self.at += at + end.len();
                Ok(())
            }
            None => Err(Problem::new(self.line(), "cut", "", end)),
        }
    }

    /// The next tag or text.
    fn next(&mut self) -> Result<Option<Piece<'t>>, Problem> {
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return Ok(None);
            }
            let Some(tail) = rest.strip_prefix('<') else {
                let end = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
                self.at += end;
                return Ok(rest.get(..end).map(Piece::Text));
            };
            let begins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            match tail.chars().next() {
                Some('!') if tail.starts_with("!-->") || tail.starts_with("!--->") => self.pass(">")?,
                Some('!') if tail.starts_with("!--") => {
                    self.at += 4;
                    self.pass("-->")?;
                }
                Some('!' | '?') => self.pass(">")?,
                Some('/') if begins(tail.chars().nth(1)) => {
                    let name = self.tag(2)?;
                    return Ok(Some(Piece::Close(name)));
                }
                Some('/') if tail.len() > 1 => self.pass(">")?,
                c if begins(c) => {
                    let name = self.tag(1)?;
                    if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
                        self.raw(name)?;
                    } else {
                        return Ok(Some(Piece::Open(name)));
                    }
                }
                _ => {
                    self.at += 1;
                    return Ok(rest.get(..1).map(Piece::Text));
                }
            }
        }
    }

    /// Reads a tag whose name begins so many bytes from here; gives the name.
    fn tag(&mut self, from: usize) -> Result<&'t str, Problem> {
        let line = self.line();
        self.at += from;
        let rest = self.rest();
        let ends = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or_default();
        let bytes = rest.as_bytes();
        let mut at = end;
        loop {
            let Some(next) = memchr::memchr2(b'>', b'=', bytes.get(at..).unwrap_or_default()) else {
                return Err(Problem::new(line, "cut", name, ">"));
            };
            at += next + 1;
            if bytes.get(at - 1) == Some(&b'>') {
                break;
            }
            // A value: quoted, or up to a blank.
            let value = bytes.get(at..).unwrap_or_default();
            let value = value.trim_ascii_start();
            at = bytes.len() - value.len();
            if let Some(quote) = value.first().filter(|byte| matches!(byte, b'"' | b'\'')) {
                let inner = value.get(1..).unwrap_or_default();
                let Some(end) = memchr::memchr(*quote, inner) else {
                    return Err(Problem::new(line, "cut", name, char::from(*quote)));
                };
                at += end + 2;
            } else {
                let end = value.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>');
                at += end.unwrap_or(value.len());
            }
        }
        self.at += at;
        Ok(name.get(..LONGEST_NAME).unwrap_or(name))
    }

    /// Steps behind the end of an element whose content is no markup.
    fn raw(&mut self, name: &str) -> Result<(), Problem> {
        loop {
            self.pass("</")?;
            let found = self.rest().get(..name.len());
            if found.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
                return self.pass(">");
            }
        }
    }
}

/// Elements whose content is no markup; none of it is part of a table.
const RAW: [&str; 8] = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 14] =
    ["p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr"];

/// The text of a cell, as it would be shown.
#[derive(Default)]
struct Shown {
    text: String,
    /// A block ended, or began; what comes next is on another line.
    broken: bool,
    /// A blank stands before what comes next.
    blank: bool,
}

impl Shown {
    fn push(&mut self, c: char) {
        if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
            self.blank = true;
            return;
        }
        if self.broken && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        } else if self.blank && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        (self.broken, self.blank) = (false, false);
        self.text.push(c);
    }

    fn line_end(&mut self) {
        (self.broken, self.blank) = (false, false);
        self.text.push('\n');
    }

    fn block(&mut self) {
        self.broken = true;
    }

    /// The text without blanks and line ends around it; one of a no-break blank alone is empty.
    fn finish(self) -> String {
        let text = self.text.trim_matches('\n');
        if text.chars().all(|c| matches!(c, ' ' | '\n' | '\u{a0}')) { String::new() } else { text.to_owned() }
    }
}

/// The text that a reference stands for, and the length of the reference, `&` and all.
fn reference(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('&')?;
    if let Some(number) = inner.strip_prefix('#') {
        let (radix, digits) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (16, digits),
            None => (10, number),
        };
        let count = digits.bytes().take(8).take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let value = u32::from_str_radix(digits.get(..count)?, radix).ok()?;
        let length = text.len() - digits.len() + count;
        let length = length + usize::from(text.as_bytes().get(length) == Some(&b';'));
        // In the standard the numbers of the C1 controls are those of Windows' characters.
        let c = match u8::try_from(value) {
            Ok(byte @ 0x80..=0x9f) => {
                let bytes = [byte];
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
                text.into_owned()
            }
            _ => char::from_u32(value).filter(|c| *c != '\0')?.to_string(),
        };
        return Some((c, length));
    }
    let end = inner.bytes().take(LONGEST_NAME).position(|byte| !byte.is_ascii_alphanumeric())?;
    if end == 0 || inner.as_bytes().get(end) != Some(&b';') {
        return None;
    }
    let whole = text.get(..end + 2)?;
    let known = match whole {
        "&amp;" => "&".to_owned(),
        "&lt;" => "<".to_owned(),
        "&gt;" => ">".to_owned(),
        "&quot;" => "\"".to_owned(),
        "&nbsp;" => "\u{a0}".to_owned(),
        // Markdown knows the references of HTML 5, all of them.
        _ => Parser::new(whole)
            .filter_map(|event| if let Event::Text(text) = event { Some(text.into_string()) } else { None })
            .collect(),
    };
    (known != whole && !known.is_empty()).then_some((known, end + 2))
}

/// Reads a page.
pub(super) fn read(text: &str) -> Result<Returned, Problem> {
    let mut tokens = Tokens::new(text);
    let mut gather = Gather::default();
    let mut tables = 0usize;
    let mut deleted = 0usize;
    let mut row: Option<Row> = None;
    let mut cell: Option<Shown> = None;
    while let Some(piece) = tokens.next()? {
        let name = match piece {
            Piece::Open(name) | Piece::Close(name) => name.to_ascii_lowercase(),
            Piece::Text(_) => String::new(),
        };
        let opens = matches!(piece, Piece::Open(_));
        match (piece, name.as_str()) {
            (Piece::Text(text), _) => {
                if let Some(cell) = cell.as_mut().filter(|_| deleted == 0) {
                    show(cell, text);
                    if cell.text.len() > LONGEST {
                        return Err(Problem::new(tokens.line(), "unit-too-long", "", LONGEST >> 20));
                    }
                }
            }
            (_, "table") if opens => tables += 1,
            (_, "table") => {
                if tables == 1 {
                    end(&mut gather, &mut row, &mut cell)?;
                }
                tables = tables.saturating_sub(1);
            }
            (_, "tr") if tables == 1 => {
                end(&mut gather, &mut row, &mut cell)?;
                if opens {
                    row = Some(Row { line: tokens.line(), head: true, cells: Vec::new() });
                }
            }
            (_, "td" | "th") if tables == 1 => {
                end_cell(&mut row, &mut cell);
                let cells = row.as_ref().map_or(0, |row| row.cells.len());
                if cells > WIDEST {
                    return Err(Problem::new(tokens.line(), "cells", "", cells));
                }
                cell = opens.then(Shown::default);
                row.iter_mut().filter(|_| opens).for_each(|row| row.head &= name == "th");
            }
            // What was struck out with changes being tracked is gone.
            (_, "del") => deleted = if opens { deleted + 1 } else { deleted.saturating_sub(1) },
            (_, "br") => cell.iter_mut().filter(|_| deleted == 0).for_each(Shown::line_end),
            (_, name) if BLOCKS.contains(&name) => cell.iter_mut().for_each(Shown::block),
            _ => {}
        }
    }
    if tables > 0 {
        return Err(Problem::new(tokens.line(), "cut", "", "</table>"));
    }
    gather.finish()
}

fn end_cell(row: &mut Option<Row>, cell: &mut Option<Shown>) {
    if let (Some(row), Some(cell)) = (row.as_mut(), cell.take()) {
        row.cells.push(cell.finish());
    }
}

fn end(gather: &mut Gather, row: &mut Option<Row>, cell: &mut Option<Shown>) -> Result<(), Problem> {
    end_cell(row, cell);
    row.take().map_or(Ok(()), |row| take(gather, row))
}

fn show(cell: &mut Shown, text: &str) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match (c, reference(rest)) {
            ('&', Some((known, length))) => {
                known.chars().for_each(|c| cell.push(c));
                length
            }
            _ => {
                cell.push(c);
                c.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
}
