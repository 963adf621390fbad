//! Formats: bytes to a document, and new texts back into the bytes.
//!
//! A format joins by a file of its own and one line in `FORMATS`. It says which parts of the
//! bytes are blocks; all the rest is the document's skeleton and stays as it is
//! ([`crate::domain::document`]). So every format gives its bytes back by the same code, and a
//! parser can miss something but not lose it. Nothing here reads a file.

use std::path::Path;

use crate::domain::document::{BlockKind, Document};
use crate::domain::inline::{Inline, written};
use crate::domain::locale::Locale;

pub mod conflict;
mod decode;
mod front_matter;
mod html;
mod line;
mod markdown;
mod text;

#[cfg(test)]
mod properties;

/// A way of writing an article in bytes.
pub trait Format: Sync {
    /// Its name in the configuration (`text`, `markdown`).
    fn name(&self) -> &'static str;

    /// The file name extensions it is known by, in lower case, without the dot.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether its files may say of themselves what pairing has to know.
    fn has_front_matter(&self) -> bool {
        false
    }

    /// A unit's text with its inline markup as codes. What is written for the pieces, put together,
    /// is the text.
    fn inline(&self, _kind: BlockKind, text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.to_owned())]
    }

    /// The text of a unit to be written for pieces that came back, such that it is read as these
    /// pieces; `None` where the format can't say that.
    fn written(&self, _kind: BlockKind, pieces: &[Inline]) -> Option<String> {
        Some(written(pieces))
    }

    /// The file of a translation that begins as a copy of its source, with what the format says of
    /// its language as `locale` has it; most formats say nothing.
    fn in_locale(&self, bytes: Vec<u8>, _locale: &Locale) -> Vec<u8> {
        bytes
    }

    /// Reads the bytes of a file. Never fails: what cannot be read as meant is kept as it is and
    /// told in [`Document::problems`]. Linear in the length, whatever the bytes.
    fn parse(&self, bytes: Vec<u8>) -> Document;
}

/// Every format there is.
const FORMATS: [&dyn Format; 3] = [&text::Text, &markdown::Markdown, &html::Html];

/// The format of that name.
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.into_iter().find(|format| format.name() == name)
}

/// The format of a file, told by its extension in either case; `None` for an unknown one.
pub fn by_path(path: &Path) -> Option<&'static dyn Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS.into_iter().find(|format| format.extensions().contains(&extension.as_str()))
}

/// Plain text: the format of what has no other.
pub fn plain_text() -> &'static dyn Format {
    &text::Text
}

/// The names of all formats, sorted.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<_> = FORMATS.iter().map(|format| format.name()).collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_found_by_name_and_by_extension_and_no_two_share_one() {
        assert_eq!(names(), ["html", "markdown", "text"]);
        for name in names() {
            assert_eq!(by_name(name).map(|format| format.name()), Some(name));
        }
        for (path, name) in [
            ("docs/intro.md", Some("markdown")),
            ("INTRO.MD", Some("markdown")),
            ("a/b.es.mdx", Some("markdown")),
            ("seeds/000.txt", Some("text")),
            ("page.html", Some("html")),
            ("PAGE.HTM", Some("html")),
            ("page.pdf", None),
            ("md", None),
        ] {
            assert_eq!(by_path(Path::new(path)).map(|format| format.name()), name, "{path}");
        }
        let mut extensions: Vec<_> = FORMATS.iter().flat_map(|format| format.extensions()).collect();
        let all = extensions.len();
        extensions.sort_unstable();
        extensions.dedup();
        assert_eq!(extensions.len(), all);
    }
}
