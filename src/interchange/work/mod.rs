//! Packages of work in the formats of translators' tools, out and back.
//!
//! [`write()`] makes one file of a [`Package`]; [`read()`] makes a [`Returned`] of whatever came back. The
//! format of a file is found by what stands in it, since files get renamed, and so is its encoding.
//!
//! **What every format carries**: for each unit its article, its key, its source and its target with
//! the inline markup as codes; beside it, for the reader, where it stands, what the source said before
//! with the change, matches, terms, remarks and notes. What is for the reader is in the words of
//! [`Labels`], which the caller gives in the user's language, and is never read back.
//!
//! **Codes.** XLIFF has elements for them. Where a format has none (PO, tables, JSON) they stand as
//! `<1>…</1>` and `<2/>`, as [`token`] says. What comes back has codes with a number and a side and
//! nothing more: [`crate::domain::inline::broken`] tells whether all are there, and
//! [`crate::domain::inline::restored`] puts the markup back.
//!
//! **States.** [`crate::domain::package::Done::No`] is given where the tool says that a unit needs work (PO's `fuzzy`, XLIFF's
//! `needs-…`) and nobody touched it; where the state is still the one that was sent and the target is
//! not, it is [`crate::domain::package::Done::Unsaid`]: OmegaT, for one, never changes a state.
//!
//! | format | name | codes | state | target as sent |
//! |---|---|---|---|---|
//! | XLIFF 1.2 ([`xliff12`]) | `xliff` | `g`, `x`, `bx`, `ex` | `state`, `approved` | `alt-trans` |
//! | XLIFF 2.1 ([`xliff21`]) | `xliff2` | `pc`, `ph`, `sc`, `ec` | `state` | metadata |
//! | gettext PO ([`po`]) | `po` | `<1>` | `fuzzy` | no |
//! | HTML table ([`html`]) | `html` | `<1>` | none | no |
//! | Markdown table ([`markdown`]) | `markdown` | `<1>` | none | no |
//! | JSON ([`json`]) | `json` | `<1>` | `state` | yes |
//!
//! **Strangers.** A file is at most [`LARGEST`] bytes and [`MOST_UNITS`] units; nothing is unpacked and
//! nothing fetched; XML is read by `xml`, which knows no entities. Work is linear in the file but for
//! the sorting of what belongs together. What is wrong is a [`Problem`] at its line.

mod decode;
mod gather;
pub mod html;
mod html_read;
pub mod json;
pub mod labels;
pub mod markdown;
pub mod omegat;
pub mod po;
mod po_read;
mod table;
pub mod token;
pub mod xliff12;
pub mod xliff21;
mod xliff_content;
mod xliff_read;
mod xml_write;

#[cfg(test)]
mod tests;

use super::entry::cut;
use super::terms_tsv;
use crate::domain::article::ArticleId;
use crate::domain::package::{Package, Returned, UnitKey};

pub use labels::Labels;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 256 << 20;
/// So many units are read of one file.
pub const MOST_UNITS: usize = 1_000_000;

/// A format of packages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkFormat {
    /// XLIFF 1.2 (OASIS, 2008): what nearly every tool reads.
    #[default]
    Xliff,
    /// XLIFF 2.1 (OASIS, 2018; ISO 21720 is 2.0).
    Xliff2,
    /// The message catalogues of gettext.
    Po,
    /// A table on a page, for people without a tool.
    Html,
    /// A table in Markdown.
    Markdown,
    /// For programs.
    Json,
}

impl WorkFormat {
    /// Every format, in the order of declaration.
    pub const ALL: [WorkFormat; 6] = [
        WorkFormat::Xliff,
        WorkFormat::Xliff2,
        WorkFormat::Po,
        WorkFormat::Html,
        WorkFormat::Markdown,
        WorkFormat::Json,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            WorkFormat::Xliff => "xliff",
            WorkFormat::Xliff2 => "xliff2",
            WorkFormat::Po => "po",
            WorkFormat::Html => "html",
            WorkFormat::Markdown => "markdown",
            WorkFormat::Json => "json",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<WorkFormat> {
        WorkFormat::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The usual end of a file's name, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            WorkFormat::Xliff | WorkFormat::Xliff2 => "xlf",
            WorkFormat::Po => "po",
            WorkFormat::Html => "html",
            WorkFormat::Markdown => "md",
            WorkFormat::Json => "json",
        }
    }
}

/// What is wrong at one place of a file that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, in characters counted from 1; 0 where it is not known.
    pub column: usize,
    /// What is wrong: one of [`CODES`].
    pub code: &'static str,
    /// What stands there.
    pub found: String,
    /// What should, or the other line that it is about.
    pub known: String,
}

/// The codes that a [`Problem`] may have.
pub const CODES: [&str; 24] = [
    "archive",
    "bad-encoding",
    "bad-locale",
    "bad-state",
    "cells",
    "cut",
    "empty-file",
    "entity",
    "entity-declared",
    "json-syntax",
    "no-units",
    "not-work",
    "office",
    "po-syntax",
    "same-unit",
    "too-deep",
    "too-large",
    "too-many",
    "unit-too-long",
    "unknown-encoding",
    "xml-cut",
    "xml-end-tag",
    "xml-syntax",
    "xml-token",
];

impl Problem {
    fn new(line: usize, code: &'static str, found: &str, known: impl ToString) -> Self {
        Problem { line, column: 0, code, found: cut(found), known: known.to_string() }
    }
}

impl From<terms_tsv::Problem> for Problem {
    fn from(problem: terms_tsv::Problem) -> Self {
        let terms_tsv::Problem { line, column, code, found, known, .. } = problem;
        Problem { line, column, code, found, known }
    }
}

/// The package as a file of that format. The same package and labels give the same bytes.
pub fn write(package: &Package, format: WorkFormat, labels: &Labels) -> Vec<u8> {
    let text = match format {
        WorkFormat::Xliff => xliff12::write(package, labels),
        WorkFormat::Xliff2 => xliff21::write(package, labels),
        WorkFormat::Po => po::write(package, labels),
        WorkFormat::Html => html::write(package, labels),
        WorkFormat::Markdown => markdown::write(package, labels),
        WorkFormat::Json => json::write(package, labels),
    };
    text.into_bytes()
}

/// The package as XLIFF 1.2 for an OmegaT project's `source` folder; see [`xliff12::write_for_omegat`].
pub fn write_for_omegat(package: &Package, labels: &Labels) -> Vec<u8> {
    xliff12::write_for_omegat(package, labels).into_bytes()
}

/// What stands in a file that came back, whatever tool wrote it.
pub fn read(bytes: &[u8]) -> Result<Returned, Problem> {
    if bytes.len() > LARGEST {
        return Err(Problem::new(1, "too-large", "", LARGEST >> 20));
    }
    if let Some((_, code, name)) = OTHERS.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(match (*name, office(bytes)) {
            ("zip", Some(name)) => Problem::new(1, "office", name, ""),
            _ => Problem::new(1, code, name, ""),
        });
    }
    let head = decode::head(bytes);
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    match kind(start) {
        Kind::Empty => Err(Problem::new(1, "empty-file", "", "")),
        Kind::Xliff => xliff_read::read(bytes),
        Kind::Html => html_read::read(&decode::text(bytes, &["charset", "encoding"])?),
        Kind::Json => json::read(&decode::text(bytes, &[])?),
        Kind::Other(name) => Err(Problem::new(1, "not-work", &name, "")),
        Kind::Text if po_read::is_po(start) => po_read::read(&decode::text(bytes, &["charset"])?),
        Kind::Text => {
            let text = decode::text(bytes, &[])?;
            match (po_read::is_po(&text), markdown::is_table(&text)) {
                (true, _) => po_read::read(&decode::text(bytes, &["charset"])?),
                (false, true) => markdown::read(&text),
                (false, false) => {
                    Err(Problem::new(1, "not-work", start.lines().next().unwrap_or_default(), ""))
                }
            }
        }
    }
}

/// How files begin that are no text, with the code of the problem and a name for each. None of them is
/// unpacked.
const OTHERS: [(&[u8], &str, &str); 6] = [
    (b"PK\x03\x04", "archive", "zip"),
    (b"PK\x05\x06", "archive", "zip"),
    (b"\x1f\x8b", "archive", "gzip"),
    (b"\xd0\xcf\x11\xe0", "office", "DOC"),
    (b"%PDF", "office", "PDF"),
    (b"{\\rtf", "office", "RTF"),
];

/// How the name of the first file begins in a zip that is an office document. OpenDocument demands its
/// name; Office Open XML has no order, and these are what its writers put first.
const PARTS: [(&[u8], &str); 6] = [
    (b"mimetype", "ODT"),
    (b"[Content_Types].xml", "DOCX"),
    (b"_rels/", "DOCX"),
    (b"docProps/", "DOCX"),
    (b"word/", "DOCX"),
    (b"customXml/", "DOCX"),
];

/// What the office document is that a zip is, if it is one. The name of the first file stands behind 30
/// bytes (APPNOTE 6.3, 4.3.7).
fn office(zip: &[u8]) -> Option<&'static str> {
    let name = zip.get(30..)?;
    PARTS.iter().find(|(begin, _)| name.starts_with(begin)).map(|(_, kind)| *kind)
}

/// What a text is, by its beginning.
enum Kind {
    Empty,
    Xliff,
    Html,
    Json,
    /// XML of another kind; the name of its root.
    Other(String),
    /// A text whose lines will tell.
    Text,
}

fn kind(start: &str) -> Kind {
    if start.starts_with('{') {
        return Kind::Json;
    }
    let mut rest = start;
    let mut xml = false;
    // Declarations and comments stand before the first tag.
    while let Some(inner) = rest.strip_prefix('<') {
        let end = match inner.as_bytes().first() {
            Some(b'!') if inner.starts_with("!--") => "-->",
            Some(b'!') if inner.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype")) => {
                let name = inner.get(8..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
                if name.trim_end_matches('>').eq_ignore_ascii_case("html") {
                    return Kind::Html;
                }
                xml = true;
                if inner.split('>').next().is_some_and(|own| own.contains('[')) { "]>" } else { ">" }
            }
            Some(b'!') => ">",
            Some(b'?') => {
                xml = true;
                ">"
            }
            _ => {
                let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
                let name = inner.split(ends).next().unwrap_or_default();
                let local = name.rsplit(':').next().unwrap_or_default();
                let html = ["html", "head", "body", "meta", "table", "title", "style", "p", "div", "center"];
                return match local {
                    "xliff" => Kind::Xliff,
                    _ if html.iter().any(|own| own.eq_ignore_ascii_case(local)) => Kind::Html,
                    _ if xml || inner.contains("xmlns") => Kind::Other(local.to_owned()),
                    _ => Kind::Text,
                };
            }
        };
        let Some(at) = inner.find(end) else {
            // Longer than what was looked at: let the reader of XML say what is wrong with it.
            return if xml { Kind::Xliff } else { Kind::Text };
        };
        rest = inner.get(at + end.len()..).unwrap_or_default().trim_start();
    }
    match (start.is_empty(), xml && rest.is_empty()) {
        (true, _) => Kind::Empty,
        (false, true) => Kind::Xliff,
        (false, false) => Kind::Text,
    }
}

/// The id of a unit with its article, as it stands where an id has to do for both.
fn id_of(article: &ArticleId, key: UnitKey, keeps: &dyn token::Keeps) -> String {
    format!("{}#{key}", token::plain(article.as_str(), keeps))
}
