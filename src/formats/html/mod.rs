//! HTML: pages and trees of them, translated in place.
//!
//! The tokenizer of the standard tells the tags ([`tokens`]); which of them hold blocks and which stand
//! in a line is a table ([`elements`]). A browser's tree is not built: it moves what stands wrong, and
//! a document has to give its bytes back.
//!
//! What is a unit and what is copied across:
//!
//! - The title is the `title` element's, or else the first `h1`; the description, keywords and titles
//!   for social media in `meta` are units too.
//! - What stands between the tags of two blocks is a unit, inline tags in it as codes. Tags at its ends
//!   without their other half, line breaks and blanks there stay in the skeleton.
//! - `alt`, `title`, `aria-label`, `placeholder`, `label` and the value of a button are units, save in
//!   the midst of a unit's text, where they belong to the code (an `alt` is then words between codes).
//! - `pre` and a `code` alone are code; what says `translate="no"` (or the class `notranslate`) is data,
//!   and so is the address of a picture that has a text. Scripts, styles, templates, SVG, MathML and
//!   comments are skeleton. A line without a letter or digit is skeleton.
//! - References are read for the text and written as the place had them ([`refs`]).

use std::ops::Range;

use super::Format;
use super::decode::{Found, decode};
use crate::domain::document::{BlockKind, Document};
use crate::domain::inline::Inline;
use crate::domain::locale::Locale;

mod elements;
mod inline;
mod language;
mod refs;
mod spelling;
mod tokens;
mod walk;

#[cfg(test)]
mod tests;

/// The format `html`.
#[derive(Clone, Copy, Debug)]
pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn inline(&self, _kind: BlockKind, text: &str) -> Vec<Inline> {
        inline::pieces(text)
    }

    fn written(&self, _kind: BlockKind, pieces: &[Inline]) -> Option<String> {
        inline::respelled(pieces)
    }

    fn in_locale(&self, bytes: Vec<u8>, locale: &Locale) -> Vec<u8> {
        language::in_locale(bytes, locale)
    }

    fn parse(&self, bytes: Vec<u8>) -> Document {
        let decoded = decode(&bytes);
        let text = decoded.text.as_ref();
        let tokens = tokens::tokens(text);
        let mut page = walk::page(text, &tokens);
        in_order(&mut page.found, text.len());
        let blocks = decoded.blocks(page.found);
        let (encoding, problems) = (decoded.encoding, decoded.problems);
        let mut document = Document::new(bytes, encoding, blocks, page.meta, problems.kept);
        document.more_problems = problems.more;
        document.with_spelling(&spelling::HtmlSpelling)
    }
}

/// Leaves out what would overlap another block: the document must give its bytes back.
fn in_order(found: &mut Vec<Found>, length: usize) {
    let start = |found: &Found| found.fragments.first().map_or(0, |fragment| fragment.start);
    found.sort_by_key(start);
    let mut at = 0;
    found.retain(|block| {
        let mut end = at;
        let apart = !block.fragments.is_empty()
            && block.fragments.iter().all(|Range { start, end: stop }| {
                let fits = end <= *start && start < stop && *stop <= length;
                end = *stop;
                fits
            });
        if apart {
            at = end;
        }
        apart
    });
}
