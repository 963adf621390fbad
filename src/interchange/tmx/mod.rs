//! TMX 1.4b, the exchange format of translation memories (LISA OSCAR, 2005), in and out.
//!
//! A [`Reader`] gives one translation unit after the other and keeps none, so that a file of any size
//! is read in the memory of its largest unit; a [`Writer`] writes likewise. What the format can hold
//! goes through both without loss: every attribute of TMX 1.4 and of the versions before, notes,
//! properties, user-defined encodings, and the inline codes `bpt`, `ept`, `it`, `ph`, `hi` and `ut` with
//! what stands in them ([`Piece`]). What TMX does not know (elements and attributes of others) is
//! passed over and counted.
//!
//! XML from strangers is read by `xml`: entities are not declared, nothing is fetched, nothing nests
//! deeper than a hundred tags. A text in an unknown language keeps the tag it has.
//!
//! **Languages.** [`Unit::variant`] takes the variant in just that locale, else the first whose locale
//! serves ([`crate::domain::memory::serves`]): `es-ES` serves `es` and `es` serves `es-MX`, `es-ES` does
//! not serve `es-MX`. `xml:lang` and the `lang` of TMX 1.1 are one; `*all*` is no locale.
//!
//! **Memories.** [`unit_of`] and [`entry_of`] turn an entry of a memory into a unit and back. Neighbours
//! are the properties `prev` and `next`, the article is `file`, as OmegaT names them; state and link are
//! `x-cotejo-state` and `x-cotejo-link`. Inline markup becomes `ph`, numbered alike in both languages.

mod entries;
mod read;
mod write;

pub use entries::{entry_of, unit_of};
pub use read::{CODES, Reader};
pub use write::Writer;

use crate::domain::locale::Locale;
use crate::domain::memory::serves;
use crate::domain::record::Timestamp;

/// The attributes of a header.
const HEADER: &[&str] = &[
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
    "o-encoding",
    "creationdate",
    "creationid",
    "changedate",
    "changeid",
];
/// Those of a unit.
const UNIT: &[&str] = &[
    "tuid",
    "o-encoding",
    "datatype",
    "usagecount",
    "lastusagedate",
    "creationtool",
    "creationtoolversion",
    "creationdate",
    "creationid",
    "changedate",
    "segtype",
    "changeid",
    "o-tmf",
    "srclang",
];
/// Those of a variant.
const VARIANT: &[&str] = &[
    "lang",
    "o-encoding",
    "datatype",
    "usagecount",
    "lastusagedate",
    "creationtool",
    "creationtoolversion",
    "creationdate",
    "creationid",
    "changedate",
    "o-tmf",
    "changeid",
];
/// Those of notes and properties.
const REMARK: &[&str] = &["type", "lang", "o-encoding"];
/// Those of user-defined encodings and what they map.
const ENCODING: &[&str] = &["name", "base"];
const MAP: &[&str] = &["unicode", "code", "ent", "subst"];

/// Attributes by the names that TMX has for them, in their order; `lang` is `xml:lang`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }

    /// Sets an attribute.
    pub fn set(&mut self, name: &'static str, value: impl Into<String>) {
        let value = value.into();
        match self.0.iter_mut().find(|(own, _)| *own == name) {
            Some(own) => own.1 = value,
            None => self.0.push((name, value)),
        }
    }

    /// The moment that an attribute tells (`creationdate`, `changedate`, `lastusagedate`).
    pub fn moment(&self, name: &str) -> Option<Timestamp> {
        moment(self.get(name)?)
    }
}

/// The moment of `20180419T080000Z`; `None` for anything else.
pub fn moment(text: &str) -> Option<Timestamp> {
    let digits = |range: std::ops::Range<usize>| text.get(range);
    if text.len() != 16 {
        return None;
    }
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    if date.len() != 8 || time.len() != 6 {
        return None;
    }
    let written = format!(
        "{}-{}-{}T{}:{}:{}Z",
        digits(0..4)?,
        digits(4..6)?,
        digits(6..8)?,
        digits(9..11)?,
        digits(11..13)?,
        digits(13..15)?
    );
    written.parse().ok()
}

/// A moment as TMX writes it.
pub fn written(moment: Timestamp) -> String {
    moment.to_string().replace(['-', ':'], "")
}

/// A note or a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Whether it is a property, with a type, and no note.
    pub is_prop: bool,
    /// Its attributes: `type`, `lang`, `o-encoding`.
    pub attributes: Attributes,
    /// Its text.
    pub text: String,
}

impl Remark {
    /// A note.
    pub fn note(text: impl Into<String>) -> Self {
        Remark { is_prop: false, attributes: Attributes::default(), text: text.into() }
    }

    /// A property of that type.
    pub fn prop(kind: impl Into<String>, text: impl Into<String>) -> Self {
        let mut attributes = Attributes::default();
        attributes.set("type", kind);
        Remark { is_prop: true, attributes, text: text.into() }
    }
}

/// An encoding of the user's own, in a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserEncoding {
    /// `name` and `base`.
    pub attributes: Attributes,
    /// Its characters: `unicode`, `code`, `ent`, `subst`.
    pub maps: Vec<Attributes>,
}

/// What a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The attributes; where one is missing that TMX wants, the writer puts it in.
    pub attributes: Attributes,
    /// Notes and properties.
    pub remarks: Vec<Remark>,
    /// Encodings of the user's own.
    pub encodings: Vec<UserEncoding>,
}

impl Header {
    /// The header of a file of ours, with sources in that locale.
    pub fn new(source: &Locale, made: Option<Timestamp>) -> Header {
        let mut header = Header::default();
        header.attributes.set("srclang", source.as_str());
        if let Some(made) = made {
            header.attributes.set("creationdate", written(made));
        }
        header
    }

    /// The locale of the sources, if there is one for all.
    pub fn source(&self) -> Option<Locale> {
        self.attributes.get("srclang")?.parse().ok()
    }
}

/// What stands in a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// An inline code.
    Code(Code),
}

/// The kinds of inline codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// `bpt`: the beginning of a pair of codes.
    Begin,
    /// `ept`: its end.
    End,
    /// `it`: one of a pair whose other is not in the segment.
    Isolated,
    /// `ph`: a code that stands alone.
    Placeholder,
    /// `hi`: text that is set off; what stands in it is text.
    Highlight,
    /// `ut`: an unknown code.
    Unknown,
    /// `sub`: text within a code, as a footnote or the title of a picture.
    Sub,
}

impl CodeKind {
    /// Every kind.
    pub const ALL: [CodeKind; 7] = [
        CodeKind::Begin,
        CodeKind::End,
        CodeKind::Isolated,
        CodeKind::Placeholder,
        CodeKind::Highlight,
        CodeKind::Unknown,
        CodeKind::Sub,
    ];

    /// The name of its element.
    pub fn name(self) -> &'static str {
        match self {
            CodeKind::Begin => "bpt",
            CodeKind::End => "ept",
            CodeKind::Isolated => "it",
            CodeKind::Placeholder => "ph",
            CodeKind::Highlight => "hi",
            CodeKind::Unknown => "ut",
            CodeKind::Sub => "sub",
        }
    }

    fn of(name: &str) -> Option<CodeKind> {
        CodeKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether what stands in it is text of the segment.
    fn holds_text(self) -> bool {
        matches!(self, CodeKind::Highlight | CodeKind::Sub)
    }

    fn attributes(self) -> &'static [&'static str] {
        match self {
            CodeKind::Begin => &["i", "x", "type"],
            CodeKind::End => &["i"],
            CodeKind::Isolated => &["pos", "x", "type"],
            CodeKind::Placeholder => &["assoc", "x", "type"],
            CodeKind::Highlight => &["x", "type"],
            CodeKind::Unknown => &["x"],
            CodeKind::Sub => &["datatype", "type"],
        }
    }
}

/// An inline code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What it is.
    pub kind: CodeKind,
    /// Its attributes.
    pub attributes: Attributes,
    /// What stands in it: the code itself, or text.
    pub pieces: Vec<Piece>,
}

/// A unit in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// Its attributes, `lang` among them.
    pub attributes: Attributes,
    /// Notes and properties.
    pub remarks: Vec<Remark>,
    /// Its text.
    pub segment: Vec<Piece>,
}

impl Variant {
    /// A text in a locale.
    pub fn new(locale: &Locale, segment: Vec<Piece>) -> Self {
        let mut attributes = Attributes::default();
        attributes.set("lang", locale.as_str());
        Variant { attributes, remarks: Vec::new(), segment }
    }

    /// Its locale, if its tag is one.
    pub fn locale(&self) -> Option<Locale> {
        self.attributes.get("lang")?.parse().ok()
    }

    /// Its text with what stands in its codes: the text of the file it came from.
    pub fn native(&self) -> String {
        let mut out = String::new();
        gather(&self.segment, true, &mut out);
        out
    }

    /// Its text alone, the codes left out.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        gather(&self.segment, false, &mut out);
        out
    }
}

fn gather(pieces: &[Piece], codes: bool, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Code(code) if codes || code.kind.holds_text() => gather(&code.pieces, codes, out),
            Piece::Code(_) => {}
        }
    }
}

/// A text in several languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its attributes.
    pub attributes: Attributes,
    /// Notes and properties.
    pub remarks: Vec<Remark>,
    /// The text in each language.
    pub variants: Vec<Variant>,
}

impl Unit {
    /// The variant in that locale, or else the first in a locale that serves.
    pub fn variant(&self, locale: &Locale) -> Option<&Variant> {
        let with_locale = || self.variants.iter().filter_map(|one| Some((one, one.locale()?)));
        let exact = with_locale().find(|(_, own)| own == locale);
        exact.or_else(|| with_locale().find(|(_, own)| serves(own, locale))).map(|(one, _)| one)
    }

    /// The text of the first property of that type.
    pub fn prop(&self, kind: &str) -> Option<&str> {
        let is_own = |remark: &&Remark| remark.is_prop && remark.attributes.get("type") == Some(kind);
        self.remarks.iter().find(is_own).map(|remark| remark.text.as_str())
    }
}

#[cfg(test)]
mod tests;
