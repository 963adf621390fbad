//! XML from strangers: a stream of tags and texts with their places, and nothing else.
//!
//! The parser is quick-xml's, which checks that tags match and never looks outside the input. What
//! is ours is to be hard on what XML may do to its reader: entities are not declared (a document
//! that declares one is refused where it does so, so there is nothing to expand and no bomb to go
//! off), nothing is fetched, a document type without declarations is passed over, no tag, text or
//! comment is longer than [`LONGEST`], and tags nest no deeper than [`DEEPEST`].

use std::io::Read;

use quick_xml::errors::IllFormedError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader};

use super::decode::{Declared, Fault, Text};
use super::entry::{LARGEST, Place, cut};
use super::terms_tsv::Problem;

/// The longest tag, text or comment, in bytes.
pub const LONGEST: usize = 16 << 20;
/// How deep tags nest.
pub const DEEPEST: usize = 100;
/// So many attributes are read of one tag.
const MOST_ATTRIBUTES: usize = 100;

/// A tag with its attributes, names without their prefixes, except `xml:`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// The name without a prefix.
    pub name: String,
    /// Whether there was a prefix.
    pub prefixed: bool,
    /// Where it begins.
    pub place: Place,
    attributes: Vec<Attribute>,
}

/// The name without its prefix, the value, and whether the prefix is that of another's namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Attribute {
    name: String,
    value: String,
    foreign: bool,
}

impl Tag {
    /// The value of an attribute; `lang` is that of `xml:lang`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|own| own.name == name).map(|own| own.value.as_str())
    }

    /// The same, but never that of an attribute with another's prefix.
    pub fn own(&self, name: &str) -> Option<&str> {
        let mut found = self.attributes.iter().filter(|own| own.name == name && !own.foreign);
        found.next().map(|own| own.value.as_str())
    }

    /// The attributes that were kept, in order.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|own| (own.name.as_str(), own.value.as_str()))
    }
}

/// What stands in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A tag is opened. An empty one is opened and closed.
    Open(Tag),
    /// The innermost tag is closed.
    Close,
    /// Text, its references resolved; a run of text may come in several.
    Text(String),
}

/// A document, read token by token.
pub struct Xml<'n, R: Read> {
    reader: Reader<Text<R>>,
    file: &'n str,
    buffer: Vec<u8>,
    depth: usize,
    close: bool,
    over: bool,
    /// Whether every attribute is kept.
    all: bool,
}

/// The attributes that the formats of termbases and workbooks have a use for.
const KEPT: [&str; 10] = ["id", "lang", "type", "style", "target", "r", "t", "name", "Id", "Target"];

impl<'n, R: Read> Xml<'n, R> {
    /// A document of that name, for problems.
    pub fn new(input: R, file: &'n str) -> Self {
        let mut reader = Reader::from_reader(Text::new(input, Declared::Xml));
        reader.config_mut().check_end_names = true;
        Xml { reader, file, buffer: Vec::new(), depth: 0, close: false, over: false, all: false }
    }

    /// The same, every attribute of a tag kept.
    pub fn with_all_attributes(mut self) -> Self {
        self.all = true;
        self
    }

    /// The place of what comes next.
    pub fn place(&self) -> Place {
        self.reader.get_ref().place()
    }

    fn problem(&self, place: Place, code: &'static str, found: &str, known: impl ToString) -> Problem {
        let (file, found, known) = (self.file.to_owned(), cut(found), known.to_string());
        Problem { file, line: place.line, column: place.column, code, found, known }
    }

    /// Passes over the rest of the element that was opened last, with all that stands in it.
    pub fn pass(&mut self) -> Result<(), Problem> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Some(Token::Open(_)) => depth += 1,
                Some(Token::Close) => depth -= 1,
                Some(Token::Text(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// The next token; `None` where the document is at its end.
    pub fn next(&mut self) -> Result<Option<Token>, Problem> {
        if self.close {
            self.close = false;
            self.depth -= 1;
            return Ok(Some(Token::Close));
        }
        while !self.over {
            self.buffer.clear();
            let place = self.place();
            self.reader.get_mut().allow(LONGEST);
            let mut buffer = std::mem::take(&mut self.buffer);
            let token = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => self.token(place, event),
                Err(error) => Err(self.refusal(place, &error)),
            };
            self.buffer = buffer;
            if let Some(token) = token? {
                return Ok(Some(token));
            }
        }
        Ok(None)
    }

    fn token(&mut self, place: Place, event: Event<'_>) -> Result<Option<Token>, Problem> {
        Ok(match event {
            Event::Start(start) => Some(self.open(place, &start)?),
            Event::Empty(start) => {
                let token = self.open(place, &start)?;
                self.close = true;
                Some(token)
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Some(Token::Close)
            }
            Event::Text(text) => Some(Token::Text(text.xml10_content().into_owned())),
            Event::CData(text) => Some(Token::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(name) => {
                let name = name.into_inner();
                match character(&name) {
                    Some(character) => Some(Token::Text(character.to_string())),
                    None => return Err(self.problem(place, "entity", &name, "")),
                }
            }
            Event::DocType(text) => {
                let text = text.into_inner();
                if let Some(at) = text.find("<!ENTITY") {
                    // `<!DOCTYPE` and the blank behind it are not part of the text.
                    let before = text.get(..at).unwrap_or_default();
                    let (line, column) = match before.rfind('\n') {
                        Some(last) => {
                            let column = before.get(last + 1..).unwrap_or_default().chars().count() + 1;
                            (place.line + before.matches('\n').count(), column)
                        }
                        None => (place.line, place.column + "<!DOCTYPE ".len() + before.chars().count()),
                    };
                    let name = text.get(at..).unwrap_or_default().split_whitespace().nth(1);
                    let name = name.unwrap_or_default();
                    return Err(self.problem(Place { line, column }, "entity-declared", name, ""));
                }
                None
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => None,
            Event::Eof => {
                self.over = true;
                if self.depth > 0 {
                    return Err(self.problem(place, "xml-cut", "", self.depth));
                }
                None
            }
        })
    }

    fn open(&mut self, place: Place, start: &BytesStart<'_>) -> Result<Token, Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.problem(place, "too-deep", "", DEEPEST));
        }
        let name = start.name();
        let mut tag = Tag {
            name: name.local_name().as_ref().to_owned(),
            prefixed: name.prefix().is_some(),
            place,
            attributes: Vec::new(),
        };
        for attribute in start.attributes().with_checks(false).take(MOST_ATTRIBUTES) {
            let Ok(attribute) = attribute else {
                return Err(self.problem(place, "xml-syntax", name.as_ref(), ""));
            };
            let key = attribute.key.as_ref();
            let foreign = key.contains(':') && !key.starts_with("xml:");
            let key = key.rsplit(':').next().unwrap_or(key);
            if !self.all && !KEPT.contains(&key) {
                continue;
            }
            match unescaped(&attribute.value) {
                Ok(value) => tag.attributes.push(Attribute { name: key.to_owned(), value, foreign }),
                Err(reference) => return Err(self.problem(place, "entity", &reference, "")),
            }
        }
        Ok(Token::Open(tag))
    }

    fn refusal(&self, begun: Place, error: &Error) -> Problem {
        let here = self.place();
        match error {
            Error::Io(error) => match Fault::of(error) {
                Some(Fault::Encoding) => self.problem(here, "bad-encoding", "", ""),
                Some(Fault::Unknown) => self.problem(here, "unknown-encoding", "", ""),
                Some(Fault::TooMuch) => self.problem(begun, "xml-token", "", LONGEST >> 20),
                Some(Fault::TooLarge) => self.problem(here, "too-large", "", LARGEST >> 20),
                None => self.problem(here, "unreadable", &error.to_string(), ""),
            },
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                self.problem(begun, "xml-end-tag", found, cut(expected))
            }
            Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
                self.problem(begun, "xml-end-tag", found, "")
            }
            _ => self.problem(begun, "xml-syntax", "", ""),
        }
    }
}

/// What a reference stands for: a character's number, or one of the five names that XML has.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(number.ok()?).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// An attribute's value; the error is the reference that stands for nothing.
fn unescaped(value: &str) -> Result<String, String> {
    let mut parts = value.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap_or((part, ""));
        match character(name) {
            Some(character) => out.push(character),
            None => return Err(cut(name)),
        }
        out.push_str(rest);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Result<Vec<Token>, (usize, usize, &'static str)> {
        let mut xml = Xml::new(text, "a.xml");
        let mut tokens = Vec::new();
        loop {
            match xml.next() {
                Ok(Some(token)) => tokens.push(token),
                Ok(None) => return Ok(tokens),
                Err(problem) => return Err((problem.line, problem.column, problem.code)),
            }
        }
    }

    #[test]
    fn bombs_and_reads_of_other_files_are_refused_where_they_are_declared() {
        let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE martif [\n <!ENTITY a \"aaaa\">\n <!ENTITY b \"&a;&a;\">\n]>\n<martif>&b;</martif>";
        assert_eq!(read(bomb.as_bytes()), Err((3, 2, "entity-declared")));
        let outer = "<!DOCTYPE tbx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tbx>&x;</tbx>";
        assert_eq!(read(outer.as_bytes()), Err((1, 16, "entity-declared")));
        // One that the DTD outside may declare: it is not fetched, so the entity stays unknown.
        let dtd = "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n<martif>a &nbsp; b</martif>";
        assert_eq!(read(dtd.as_bytes()), Err((2, 11, "entity")));
        assert_eq!(read(b"<a id='&x;'/>"), Err((1, 1, "entity")));
        assert!(read(b"<!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'><martif/>").is_ok());
    }

    #[test]
    fn what_is_broken_is_told_at_its_place() {
        for (text, expected) in [
            ("<a>\n <b>\n</a>", (3, 1, "xml-end-tag")),
            ("<a>\n <b>", (2, 5, "xml-cut")),
            ("<a></a></b>", (1, 8, "xml-end-tag")),
            ("<a", (1, 1, "xml-syntax")),
            ("<a>\n<!-- x", (2, 1, "xml-syntax")),
            ("<a b=\"1></a>", (1, 1, "xml-syntax")),
            ("<a>&#0;</a>", (1, 4, "entity")),
            ("<a>&#x110000;</a>", (1, 4, "entity")),
        ] {
            assert_eq!(read(text.as_bytes()), Err(expected), "{text}");
        }
        assert_eq!(read(b"<a>\n \xff</a>"), Err((2, 2, "bad-encoding")));
        let deep = "<a>".repeat(DEEPEST + 1);
        assert_eq!(read(deep.as_bytes()), Err((1, 1 + 3 * DEEPEST, "too-deep")));
    }

    #[test]
    fn a_text_without_end_is_not_gathered() {
        let mut long = b"<a>\n".to_vec();
        long.resize(LONGEST + 100, b'x');
        assert_eq!(read(&long), Err((1, 4, "xml-token")));
    }

    #[test]
    fn references_names_and_empty_tags_are_read() {
        let tokens = read("<x:a xml:lang='es' id='1&amp;2'>a &lt;&#233;<![CDATA[<&]]></x:a>".as_bytes());
        let tokens = tokens.expect("it is well-formed");
        let Some(Token::Open(tag)) = tokens.first() else { panic!("{tokens:?}") };
        assert_eq!((tag.name.as_str(), tag.prefixed, tag.get("lang")), ("a", true, Some("es")));
        assert_eq!(tag.get("id"), Some("1&2"));
        let text: String = tokens
            .iter()
            .filter_map(|token| if let Token::Text(text) = token { Some(text.as_str()) } else { None })
            .collect();
        assert_eq!(text, "a <é<&");
        assert_eq!(read(b"<a/>").map(|tokens| tokens.len()), Ok(2));
    }
}
