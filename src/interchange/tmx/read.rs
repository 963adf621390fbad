//! Reads TMX, a unit at a time.

use std::collections::BTreeMap;
use std::io::Read;

use super::{
    Attributes, Code, CodeKind, ENCODING, HEADER, Header, MAP, Piece, REMARK, Remark, UNIT, Unit,
    UserEncoding, VARIANT, Variant,
};
use crate::interchange::entry::{Place, cut};
use crate::interchange::terms_tsv::Problem;
use crate::interchange::xml::{Tag, Token, Xml};

/// The codes of problems that only TMX has; the others are those of [`crate::interchange::entry`].
pub const CODES: [&str; 2] = ["not-tmx", "unit-too-long"];

/// So much text is read of one unit, in bytes, and so many elements.
const MOST_TEXT: usize = 16 << 20;
const MOST_NODES: usize = 200_000;
/// So many kinds of strange things are told apart.
const MOST_KINDS: usize = 100;

/// A TMX file that is being read.
pub struct Reader<'n, R: Read> {
    xml: Xml<'n, R>,
    file: &'n str,
    header: Header,
    /// What was passed over: the name of an element, or `@` and that of an attribute.
    left_out: BTreeMap<String, (usize, Place)>,
    text: usize,
    nodes: usize,
    over: bool,
}

impl<'n, R: Read> Reader<'n, R> {
    /// Reads the head of a file of that name, up to its first unit.
    pub fn open(input: R, file: &'n str) -> Result<Self, Problem> {
        let mut reader = Reader {
            xml: Xml::new(input, file).with_all_attributes(),
            file,
            header: Header::default(),
            left_out: BTreeMap::new(),
            text: 0,
            nodes: 0,
            over: false,
        };
        let root = loop {
            match reader.xml.next()? {
                Some(Token::Open(tag)) => break tag,
                Some(Token::Close | Token::Text(_)) => {}
                None => return Err(reader.problem(Place { line: 1, column: 1 }, "not-tmx", "")),
            }
        };
        if root.name != "tmx" {
            return Err(reader.problem(root.place, "not-tmx", &root.name));
        }
        while let Some(token) = reader.xml.next()? {
            match token {
                Token::Open(tag) if tag.name == "header" => reader.read_header(&tag)?,
                Token::Open(tag) if tag.name == "body" => return Ok(reader),
                Token::Open(tag) => reader.pass(&tag)?,
                Token::Close => break,
                Token::Text(_) => {}
            }
        }
        reader.over = true;
        Ok(reader)
    }

    /// What the file says of itself.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// What was passed over so far, because TMX does not know it: the name of an element, or `@` and
    /// that of an attribute, with how many there were and where the first one stands.
    pub fn left_out(&self) -> &BTreeMap<String, (usize, Place)> {
        &self.left_out
    }

    /// The next unit, with its place; `None` at the end.
    pub fn next_unit(&mut self) -> Result<Option<(Place, Unit)>, Problem> {
        while !self.over {
            match self.xml.next()? {
                Some(Token::Open(tag)) if tag.name == "tu" => {
                    (self.text, self.nodes) = (0, 0);
                    return Ok(Some((tag.place, self.unit(&tag)?)));
                }
                Some(Token::Open(tag)) => self.pass(&tag)?,
                Some(Token::Text(_)) => {}
                Some(Token::Close) | None => {
                    self.over = true;
                    // What stands behind the body has to be well-formed, too.
                    while self.xml.next()?.is_some() {}
                }
            }
        }
        Ok(None)
    }

    fn problem(&self, place: Place, code: &'static str, found: &str) -> Problem {
        let (file, found) = (self.file.to_owned(), cut(found));
        Problem { file, line: place.line, column: place.column, code, found, known: String::new() }
    }

    fn leave_out(&mut self, what: String, place: Place) {
        if self.left_out.len() < MOST_KINDS || self.left_out.contains_key(&what) {
            self.left_out.entry(what).or_insert((0, place)).0 += 1;
        }
    }

    /// Passes over an element that TMX does not know, with all that stands in it.
    fn pass(&mut self, tag: &Tag) -> Result<(), Problem> {
        self.leave_out(cut(&tag.name), tag.place);
        self.xml.pass()
    }

    /// The attributes of a tag that TMX knows for it.
    fn attributes(&mut self, tag: &Tag, known: &'static [&'static str]) -> Attributes {
        let mut out = Attributes::default();
        for (name, value) in tag.attributes() {
            match known.iter().find(|own| **own == name) {
                Some(own) if out.get(own).is_none() => out.set(own, value),
                Some(_) => {}
                None => self.leave_out(format!("@{}", cut(name)), tag.place),
            }
        }
        out
    }

    /// Counts what a unit holds; one that never ends is refused.
    fn grow(&mut self, place: Place, text: usize) -> Result<(), Problem> {
        self.text += text;
        self.nodes += 1;
        match self.text > MOST_TEXT || self.nodes > MOST_NODES {
            true => Err(self.problem(place, "unit-too-long", "")),
            false => Ok(()),
        }
    }

    /// The text of an element without elements in it.
    fn text(&mut self, tag: &Tag) -> Result<String, Problem> {
        let mut out = String::new();
        loop {
            match self.xml.next()? {
                Some(Token::Text(text)) => {
                    self.grow(tag.place, text.len())?;
                    out.push_str(&text);
                }
                Some(Token::Open(inner)) => self.pass(&inner)?,
                Some(Token::Close) | None => return Ok(out),
            }
        }
    }

    fn remark(&mut self, tag: &Tag) -> Result<Remark, Problem> {
        let attributes = self.attributes(tag, REMARK);
        Ok(Remark { is_prop: tag.name == "prop", attributes, text: self.text(tag)? })
    }

    fn read_header(&mut self, tag: &Tag) -> Result<(), Problem> {
        self.header.attributes = self.attributes(tag, HEADER);
        loop {
            match self.xml.next()? {
                Some(Token::Open(tag)) if ["note", "prop"].contains(&tag.name.as_str()) => {
                    self.grow(tag.place, 0)?;
                    let remark = self.remark(&tag)?;
                    self.header.remarks.push(remark);
                }
                Some(Token::Open(tag)) if tag.name == "ude" => {
                    let mut encoding =
                        UserEncoding { attributes: self.attributes(&tag, ENCODING), maps: Vec::new() };
                    loop {
                        match self.xml.next()? {
                            Some(Token::Open(map)) if map.name == "map" => {
                                self.grow(map.place, 0)?;
                                encoding.maps.push(self.attributes(&map, MAP));
                                self.text(&map)?;
                            }
                            Some(Token::Open(inner)) => self.pass(&inner)?,
                            Some(Token::Text(_)) => {}
                            Some(Token::Close) | None => break,
                        }
                    }
                    self.header.encodings.push(encoding);
                }
                Some(Token::Open(tag)) => self.pass(&tag)?,
                Some(Token::Text(_)) => {}
                Some(Token::Close) | None => return Ok(()),
            }
        }
    }

    fn unit(&mut self, tag: &Tag) -> Result<Unit, Problem> {
        let mut unit = Unit { attributes: self.attributes(tag, UNIT), ..Unit::default() };
        loop {
            match self.xml.next()? {
                Some(Token::Open(tag)) if ["note", "prop"].contains(&tag.name.as_str()) => {
                    self.grow(tag.place, 0)?;
                    unit.remarks.push(self.remark(&tag)?);
                }
                Some(Token::Open(tag)) if tag.name == "tuv" => {
                    self.grow(tag.place, 0)?;
                    unit.variants.push(self.variant(&tag)?);
                }
                Some(Token::Open(tag)) => self.pass(&tag)?,
                Some(Token::Text(_)) => {}
                Some(Token::Close) | None => return Ok(unit),
            }
        }
    }

    fn variant(&mut self, tag: &Tag) -> Result<Variant, Problem> {
        let mut variant = Variant { attributes: self.attributes(tag, VARIANT), ..Variant::default() };
        loop {
            match self.xml.next()? {
                Some(Token::Open(tag)) if ["note", "prop"].contains(&tag.name.as_str()) => {
                    self.grow(tag.place, 0)?;
                    variant.remarks.push(self.remark(&tag)?);
                }
                Some(Token::Open(tag)) if tag.name == "seg" => {
                    let pieces = self.segment()?;
                    variant.segment.extend(pieces);
                }
                Some(Token::Open(tag)) => self.pass(&tag)?,
                Some(Token::Text(_)) => {}
                Some(Token::Close) | None => return Ok(variant),
            }
        }
    }

    /// What stands in a segment, without recursion: an element that TMX does not know leaves its text.
    fn segment(&mut self) -> Result<Vec<Piece>, Problem> {
        let mut open: Vec<Option<Code>> = Vec::new();
        let mut out = Vec::new();
        loop {
            let place = self.xml.place();
            match self.xml.next()? {
                Some(Token::Text(text)) => {
                    self.grow(place, text.len())?;
                    push_text(innermost(&mut open, &mut out), &text);
                }
                Some(Token::Open(tag)) => {
                    self.grow(tag.place, 0)?;
                    open.push(match CodeKind::of(&tag.name) {
                        Some(kind) => {
                            let attributes = self.attributes(&tag, kind.attributes());
                            Some(Code { kind, attributes, pieces: Vec::new() })
                        }
                        None => {
                            self.leave_out(cut(&tag.name), tag.place);
                            None
                        }
                    });
                }
                Some(Token::Close) => match open.pop() {
                    Some(Some(code)) => innermost(&mut open, &mut out).push(Piece::Code(code)),
                    Some(None) => {}
                    None => return Ok(out),
                },
                None => return Ok(out),
            }
        }
    }
}

/// Where what comes next belongs.
fn innermost<'o>(open: &'o mut [Option<Code>], out: &'o mut Vec<Piece>) -> &'o mut Vec<Piece> {
    open.iter_mut().rev().flatten().next().map_or(out, |code| &mut code.pieces)
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}
