//! Tags and comments with their places, by the tokenizer of the HTML standard (section 13.2.5).
//!
//! `html5gum` runs the standard's state machine and tells where each tag, attribute and comment
//! begins and ends in the bytes. It was chosen because it has no dependencies, is kept up, passes
//! html5lib's tests, and lets the receiver ([`Emitter`]) keep nothing but places: `html5ever` knows
//! lines only, and `lol_html` gives tags but not their attributes' values as ranges. The text between
//! tokens is what lies between their ranges; nothing is copied.
//!
//! The tree of the standard is not built. What a tokenizer has to know of it (script and style hold
//! text, `<![CDATA[` counts in SVG and MathML) is told here.

use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer};

/// A tag, or what is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands, from `<` to `>`.
    pub range: Range<usize>,
    /// The tag's name as written, by its place; empty for what is no tag.
    pub name: Range<usize>,
    /// The values of the attributes that are asked for, in order; of doubles the first.
    pub attributes: Vec<Attribute>,
}

/// The kinds of [`Token`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `<p>`.
    Start,
    /// `<path/>`: written as closed, which counts in SVG, MathML and XHTML only.
    Closed,
    /// `</p>`.
    End,
    /// A comment, a document type, a processing instruction.
    Other,
}

/// An attribute with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// Which it is.
    pub key: Key,
    /// Where its value stands, without quotes.
    pub value: Range<usize>,
}

/// The attributes that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A text for those who read: `alt`.
    Alt,
    /// A text for those who read: `title`, `aria-label`, `placeholder`, `label` …
    Words,
    /// `content` of `meta`.
    Content,
    /// `name`, `property` or `itemprop`.
    Name,
    /// `value` of a button.
    Value,
    /// `type` of an `input`.
    Type,
    /// `src`.
    Address,
    /// `translate`.
    Translate,
    /// `class`: some systems say `notranslate` there.
    Class,
    /// `lang` or `xml:lang`.
    Lang,
    /// `dir`.
    Direction,
    /// `charset`, or `http-equiv`'s.
    Charset,
}

impl Key {
    fn of(name: &[u8]) -> Option<Key> {
        Some(match name {
            b"alt" => Key::Alt,
            b"title"
            | b"aria-label"
            | b"aria-description"
            | b"aria-roledescription"
            | b"placeholder"
            | b"label"
            | b"aria-valuetext"
            | b"aria-placeholder" => Key::Words,
            b"content" => Key::Content,
            b"name" | b"property" | b"itemprop" => Key::Name,
            b"value" => Key::Value,
            b"type" => Key::Type,
            b"src" => Key::Address,
            b"translate" => Key::Translate,
            b"class" => Key::Class,
            b"lang" | b"xml:lang" => Key::Lang,
            b"dir" => Key::Direction,
            b"charset" => Key::Charset,
            _ => return None,
        })
    }
}

impl Token {
    /// The value of the first attribute of that key, as written.
    pub fn value<'t>(&self, text: &'t str, key: Key) -> Option<&'t str> {
        let attribute = self.attributes.iter().find(|attribute| attribute.key == key)?;
        text.get(attribute.value.clone())
    }

    /// The name as written.
    pub fn name<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.name.clone()).unwrap_or_default()
    }
}

/// Whether a document says that it is XML.
pub(super) fn is_xml(text: &str) -> bool {
    text.trim_start().starts_with("<?xml")
}

/// The tokens of `text` in order. Linear.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let places = Places { xml: is_xml(text), ..Places::default() };
    let mut tokenizer = Tokenizer::new_with_emitter(text, places);
    let mut found = Vec::with_capacity(text.len() / 24);
    for token in &mut tokenizer {
        let token: Token = match token {
            Ok(token) => token,
            Err(never) => match never {},
        };
        // What the tokenizer says is held against the text, for the ranges are what a file's bytes
        // hang on.
        let range = token.range.clone();
        let after = found.last().map_or(0, |before: &Token| before.range.end);
        let inside = |part: &Range<usize>| range.start <= part.start && part.end <= range.end;
        let reads = text.get(range.clone()).is_some_and(|written| written.starts_with('<'));
        if reads && after <= range.start && token.attributes.iter().all(|one| inside(&one.value)) {
            found.push(token);
        }
    }
    found
}

/// Takes in what the tokenizer finds and keeps the places.
#[derive(Debug, Default)]
struct Places {
    /// Whether the document says that it is XML: a tag written as closed is closed.
    xml: bool,
    at: usize,
    /// Where the tag or comment at hand begins.
    start: usize,
    is_end: bool,
    is_closed: bool,
    name: Vec<u8>,
    last_start: Vec<u8>,
    attribute: Vec<u8>,
    value: Range<usize>,
    attributes: Vec<Attribute>,
    /// In how many SVG or MathML elements it stands.
    foreign: usize,
    done: Option<Token>,
}

impl Places {
    fn flush_attribute(&mut self) {
        if let Some(key) = Key::of(&self.attribute)
            && self.value.start < self.value.end
            && !self.seen_same()
        {
            self.attributes.push(Attribute { key, value: self.value.clone() });
        }
        self.attribute.clear();
        self.value = 0..0;
    }

    /// Whether an attribute of this key has its value: the first one counts, save that several names
    /// share a key.
    fn seen_same(&self) -> bool {
        let key = Key::of(&self.attribute);
        !matches!(key, Some(Key::Words | Key::Lang)) && self.attributes.iter().any(|one| Some(one.key) == key)
    }

    fn other(&mut self) {
        self.done = Some(Token {
            kind: TokenKind::Other,
            range: self.start..self.at,
            name: 0..0,
            attributes: Vec::new(),
        });
    }
}

impl Emitter for Places {
    type Token = Token;

    fn set_last_start_tag(&mut self, last_start_tag: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(last_start_tag.unwrap_or_default());
    }

    fn emit_eof(&mut self) {}

    fn emit_error(&mut self, _error: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Token> {
        self.done.take()
    }

    fn emit_string(&mut self, _text: &[u8]) {}

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.attributes.clear();
        self.attribute.clear();
        self.value = 0..0;
        self.is_end = false;
        self.is_closed = false;
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.is_end = true;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush_attribute();
        let kind = match (self.is_end, self.is_closed) {
            (true, _) => TokenKind::End,
            (false, true) => TokenKind::Closed,
            (false, false) => TokenKind::Start,
        };
        let name = self.start + if self.is_end { 2 } else { 1 };
        self.done = Some(Token {
            kind,
            range: self.start..self.at,
            name: name..name + self.name.len(),
            attributes: std::mem::take(&mut self.attributes),
        });
        let is_foreign = matches!(self.name.as_slice(), b"svg" | b"math");
        match kind {
            TokenKind::Start if is_foreign => self.foreign += 1,
            TokenKind::End if is_foreign => self.foreign = self.foreign.saturating_sub(1),
            TokenKind::Start if super::elements::leaves_foreign(&self.name) => self.foreign = 0,
            _ => {}
        }
        self.last_start.clear();
        if self.is_end {
            return None;
        }
        self.last_start.extend_from_slice(&self.name);
        if self.foreign > 0 || (self.xml && self.is_closed) {
            return None;
        }
        match self.name.as_slice() {
            b"textarea" | b"title" => Some(State::RcData),
            b"plaintext" => Some(State::PlainText),
            b"script" => Some(State::ScriptData),
            b"style" | b"iframe" | b"xmp" | b"noembed" | b"noframes" => Some(State::RawText),
            _ => None,
        }
    }

    fn emit_current_comment(&mut self) {
        self.other();
    }

    fn emit_current_doctype(&mut self) {
        self.other();
    }

    fn set_self_closing(&mut self) {
        self.is_closed = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn push_comment(&mut self, _text: &[u8]) {}

    fn push_doctype_name(&mut self, _name: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.flush_attribute();
    }

    fn init_attribute_value(&mut self) {
        self.value = self.at..self.at;
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, _value: &[u8]) {
        self.value.end = self.at;
    }

    fn set_doctype_public_identifier(&mut self, _value: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _value: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _value: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _value: &[u8]) {}

    fn start_open_tag(&mut self) {
        self.start = self.at.saturating_sub(1);
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.foreign > 0
    }

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }
}

/// What a character reference (`&name;` and nothing else) stands for, by the tokenizer's table;
/// `None` if it is none.
pub(super) fn referred(written: &str) -> Option<String> {
    /// Two characters at most stand for one reference.
    const MOST: usize = 2;
    decoded(written).filter(|text| !text.is_empty() && text.chars().nth(MOST).is_none())
}

/// The characters that a text without tags stands for.
pub(super) fn decoded(written: &str) -> Option<String> {
    let mut tokenizer = Tokenizer::new_with_emitter(written, Words::default());
    let Some(Ok(bytes)) = tokenizer.next() else { return None };
    String::from_utf8(bytes).ok()
}

/// Takes in the characters of a text without tags.
#[derive(Debug, Default)]
struct Words {
    text: Vec<u8>,
    done: Option<Vec<u8>>,
}

impl Emitter for Words {
    type Token = Vec<u8>;

    fn set_last_start_tag(&mut self, _last_start_tag: Option<&[u8]>) {}

    fn emit_eof(&mut self) {
        self.done = Some(std::mem::take(&mut self.text));
    }

    fn emit_error(&mut self, _error: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Vec<u8>> {
        self.done.take()
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    fn init_start_tag(&mut self) {}
    fn init_end_tag(&mut self) {}
    fn init_comment(&mut self) {}
    fn emit_current_tag(&mut self) -> Option<State> {
        None
    }
    fn emit_current_comment(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_tag_name(&mut self, _name: &[u8]) {}
    fn push_comment(&mut self, _text: &[u8]) {}
    fn push_doctype_name(&mut self, _name: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn init_attribute(&mut self) {}
    fn push_attribute_name(&mut self, _name: &[u8]) {}
    fn push_attribute_value(&mut self, _value: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _value: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _value: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _value: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _value: &[u8]) {}
    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        false
    }
}
