//! What stands in a source or a target of XLIFF: text with inline codes, of 1.x and 2.x alike.
//!
//! A blank end with a line end in it is what an editor puts in that indents files anew; so a line end
//! at an end of a text is written as a code, and a bare one is taken off when the file is read.

use std::io::Read;

use super::token::{code, is_xml, joined};
use super::xml_write::Out;
use super::{Problem, gather::well_made};
use crate::domain::inline::{Code, Inline, Pieces, Side, Style};
use crate::interchange::xml::{Tag, Token, Xml};

/// A unit holds at most so many bytes of text, and so many elements.
const MOST_TEXT: usize = 16 << 20;
const MOST_NODES: usize = 200_000;

/// Which XLIFF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    One,
    Two,
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// A piece of a text: as it is, or a character that needs a code.
fn parts(text: &str, first: bool, last: bool) -> impl Iterator<Item = (usize, char, bool)> {
    let lead = if first { text.len() - text.trim_start_matches(is_blank).len() } else { 0 };
    let trail = if last { text.trim_end_matches(is_blank).len() } else { text.len() };
    text.char_indices().map(move |(at, c)| {
        let at_end = at < lead || at >= trail;
        (at, c, !is_xml(c) || at_end && matches!(c, '\n' | '\r'))
    })
}

/// Writes the pieces.
pub(super) fn write(out: &mut Out, pieces: &[Inline], version: Version) {
    let pieces = joined(pieces);
    let nested = well_made(&pieces);
    let last = pieces.len().saturating_sub(1);
    let mut characters = 0;
    for (number, piece) in pieces.iter().enumerate() {
        match piece {
            Inline::Text(text) => {
                let mut plain = 0;
                for (at, c, coded) in parts(text, number == 0, number == last) {
                    if coded {
                        out.text(text.get(plain..at).unwrap_or_default());
                        plain = at + c.len_utf8();
                        characters += 1;
                        character(out, c, characters, version);
                    }
                }
                out.text(text.get(plain..).unwrap_or_default());
            }
            Inline::Code(code) => match version {
                Version::One => one(out, &pieces, code, nested),
                Version::Two => two(out, code, nested),
            },
        }
    }
}

fn character(out: &mut Out, c: char, number: usize, version: Version) {
    let hex = format!("{:04X}", u32::from(c));
    match version {
        Version::One => {
            let id = format!("char-{number}-{hex}");
            out.point("x", &[("id", &id), ("ctype", "x-char"), ("equiv-text", &format!("U+{hex}"))]);
        }
        Version::Two => out.point("cp", &[("hex", &hex)]),
    }
}

fn one(out: &mut Out, pieces: &[Inline], code: &Code, nested: bool) {
    let id = code.id.to_string();
    let mut attributes = vec![("id", id.as_str())];
    let kind = match (code.style, code.side) {
        (Style::Italic, _) => "italic",
        (Style::Bold, _) => "bold",
        (Style::Link, Side::Open | Side::Close) => "link",
        (Style::Struck, _) => "x-struck",
        (Style::Image, Side::Alone) => "image",
        (Style::Break, Side::Alone) => "lb",
        (Style::Code, _) => "x-code",
        (Style::Placeholder, _) => "x-placeholder",
        _ => "x-other",
    };
    // Of what stands alone the names of pictures and line ends only are XLIFF's own.
    let own = !matches!((kind, code.side), ("italic" | "bold", Side::Alone));
    let named;
    let kind = if own {
        kind
    } else {
        named = format!("x-{kind}");
        &named
    };
    match (code.side, nested) {
        (Side::Open, true) => {
            let end = crate::domain::inline::codes(pieces)
                .find(|other| other.id == code.id && other.side == Side::Close)
                .map_or("", |other| other.written.as_str());
            let shown = format!("{}…{end}", code.written);
            attributes.extend([("ctype", kind), ("equiv-text", &shown)]);
            out.begin("g", &attributes);
        }
        (Side::Close, true) => out.end("g"),
        (Side::Open, false) => {
            attributes.extend([("rid", id.as_str()), ("ctype", kind), ("equiv-text", &code.written)]);
            out.point("bx", &attributes);
        }
        (Side::Close, false) => {
            attributes.extend([("rid", id.as_str()), ("equiv-text", code.written.as_str())]);
            out.point("ex", &attributes);
        }
        (Side::Alone, _) => {
            attributes.extend([("ctype", kind), ("equiv-text", &code.written)]);
            out.point("x", &attributes);
        }
    }
}

/// The id of the original data of a code.
pub(super) fn data_id(code: &Code) -> String {
    let side = match code.side {
        Side::Open => "a",
        Side::Close => "z",
        Side::Alone => "",
    };
    format!("d{}{side}", code.id)
}

fn two(out: &mut Out, code: &Code, nested: bool) {
    let id = code.id.to_string();
    let (kind, sub) = match code.style {
        Style::Italic => ("fmt", Some("xlf:i")),
        Style::Bold => ("fmt", Some("xlf:b")),
        Style::Break => ("fmt", Some("xlf:lb")),
        Style::Placeholder => ("ui", Some("xlf:var")),
        Style::Struck => ("fmt", None),
        Style::Link => ("link", None),
        Style::Image => ("image", None),
        Style::Code | Style::Other => ("other", None),
    };
    let data = data_id(code);
    let mut attributes = vec![("id", id.as_str())];
    let mut rest = vec![("canDelete", "no"), ("canCopy", "no"), ("type", kind)];
    rest.extend(sub.map(|sub| ("subType", sub)));
    match (code.side, nested) {
        (Side::Open, true) => {
            let end = data_id(&Code { side: Side::Close, ..code.clone() });
            attributes.extend(rest);
            attributes.extend([("dataRefStart", data.as_str()), ("dataRefEnd", end.as_str())]);
            out.begin("pc", &attributes);
        }
        (Side::Close, true) => out.end("pc"),
        (Side::Open, false) => {
            attributes.extend(rest);
            attributes.push(("dataRef", &data));
            out.point("sc", &attributes);
        }
        (Side::Close, false) => out.point("ec", &[("startRef", &id), ("dataRef", &data)]),
        (Side::Alone, _) => {
            attributes.extend(rest);
            attributes.push(("dataRef", &data));
            out.point("ph", &attributes);
        }
    }
}

/// What an element that is open does when it is closed.
enum Frame {
    /// Nothing: its content stands in its place.
    Through,
    /// A pair of codes ends.
    Pair(u32),
    /// Its content counts for nothing.
    Passed,
}

/// How much was read of a unit.
#[derive(Default)]
pub(super) struct Measure {
    text: usize,
    nodes: usize,
}

impl Measure {
    /// Counts; a unit that never ends is refused.
    pub(super) fn grow(&mut self, line: usize, text: usize) -> Result<(), Problem> {
        self.text += text;
        self.nodes += 1;
        match self.text > MOST_TEXT || self.nodes > MOST_NODES {
            true => Err(Problem::new(line, "unit-too-long", "", MOST_TEXT >> 20)),
            false => Ok(()),
        }
    }
}

/// A bit of a text as it was read.
#[derive(Clone, Debug)]
enum Bit {
    /// As it stands.
    Text(String),
    /// A character that stands as a code.
    Character(char),
    /// A code.
    Code(u32, Side),
}

/// What stands in an element.
#[derive(Clone, Debug, Default)]
pub(super) struct Content(Vec<Bit>);

impl Content {
    fn text(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Bit::Text(last)) => last.push_str(text),
            _ => self.0.push(Bit::Text(text.to_owned())),
        }
    }

    fn code(&mut self, id: u32, side: Side) {
        self.0.push(Bit::Code(id, side));
    }

    /// Puts another behind it.
    pub(super) fn append(&mut self, other: &Content) {
        for bit in &other.0 {
            match bit {
                Bit::Text(text) => self.text(text),
                bit => self.0.push(bit.clone()),
            }
        }
    }

    /// Whether nothing stands there, or blanks only.
    pub(super) fn is_blank(&self) -> bool {
        self.0.iter().all(|bit| matches!(bit, Bit::Text(text) if text.trim().is_empty()))
    }

    /// The pieces, without what an editor that indents put at the ends.
    pub(super) fn pieces(mut self) -> Vec<Inline> {
        let ends = |blank: &str| blank.contains(['\n', '\r']);
        if let Some(Bit::Text(text)) = self.0.first_mut() {
            let lead = text.len() - text.trim_start_matches(is_blank).len();
            if text.get(..lead).is_some_and(ends) {
                text.drain(..lead);
            }
        }
        if let Some(Bit::Text(text)) = self.0.last_mut() {
            let trail = text.trim_end_matches(is_blank).len();
            if text.get(trail..).is_some_and(ends) {
                text.truncate(trail);
            }
        }
        let mut out = Pieces::default();
        for bit in self.0 {
            match bit {
                Bit::Text(text) => out.text(&text),
                Bit::Character(c) => out.text(c.encode_utf8(&mut [0; 4])),
                Bit::Code(id, side) => out.code(code(id, side)),
            }
        }
        out.finish()
    }
}

/// Reads what stands in an element that was opened, up to its end.
pub(super) fn read<R: Read>(xml: &mut Xml<'_, R>, measure: &mut Measure) -> Result<Content, Problem> {
    let mut out = Content::default();
    let mut frames: Vec<Frame> = Vec::new();
    let mut passed = 0usize;
    loop {
        let line = xml.place().line;
        match xml.next()? {
            Some(Token::Text(text)) => {
                measure.grow(line, text.len())?;
                if passed == 0 {
                    out.text(&text);
                }
            }
            Some(Token::Open(tag)) => {
                measure.grow(line, 0)?;
                let frame = if passed > 0 { Frame::Passed } else { begin(&tag, &mut out) };
                passed += usize::from(matches!(frame, Frame::Passed));
                frames.push(frame);
            }
            Some(Token::Close) => match frames.pop() {
                Some(Frame::Pair(id)) => out.code(id, Side::Close),
                Some(Frame::Passed) => passed -= 1,
                Some(Frame::Through) => {}
                None => return Ok(out),
            },
            None => return Ok(out),
        }
    }
}

/// The number in an id; 0, which is nobody's, where it is none.
fn number(id: Option<&str>) -> u32 {
    id.and_then(|id| id.trim().parse().ok()).unwrap_or(0)
}

fn begin(tag: &Tag, out: &mut Content) -> Frame {
    let id = tag.own("id");
    match tag.name.as_str() {
        "g" | "pc" => {
            out.code(number(id), Side::Open);
            return Frame::Pair(number(id));
        }
        "bx" | "bpt" => out.code(number(tag.own("rid").or(id)), Side::Open),
        "ex" | "ept" => out.code(number(tag.own("rid").or(id)), Side::Close),
        "sc" => out.code(number(id), Side::Open),
        "ec" => out.code(number(tag.own("startRef").or(id)), Side::Close),
        "x" | "ph" => match character_of(id.unwrap_or_default()) {
            Some(c) => out.0.push(Bit::Character(c)),
            None => out.code(number(id), Side::Alone),
        },
        "it" => {
            let side = match tag.own("pos") {
                Some("close" | "end") => Side::Close,
                _ => Side::Open,
            };
            out.code(number(tag.own("rid").or(id)), side);
        }
        "cp" => {
            if let Some(c) = tag.own("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
                out.0.push(Bit::Character(char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
        }
        "sm" | "em" => {}
        _ => return Frame::Through,
    }
    Frame::Passed
}

/// The character of a code that stands for one.
fn character_of(id: &str) -> Option<char> {
    let (_, hex) = id.strip_prefix("char-")?.split_once('-')?;
    char::from_u32(u32::from_str_radix(hex, 16).ok()?)
}
