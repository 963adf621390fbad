//! Markdown: CommonMark with tables, strikethrough, footnotes, task lists and alerts, and front
//! matter before it.
//!
//! `pulldown-cmark` tells the blocks and where their inline markup begins and ends; the text of a
//! unit is what stands there as written, a fragment a line, with block-quote marks and
//! indentation left in the skeleton. It was chosen for its offsets, and because it is linear: of
//! 28 hostile patterns (nested quotes, lists, brackets, emphasis, unclosed HTML …) only one is
//! not, lazy lines after very deep block quotes (17 s for 240 kB), and [`MARK_LIMIT`] stops that.
//!
//! What is a unit and what is copied across:
//!
//! - The title is the front matter's, or else the first heading of level 1.
//! - The first paragraph of a list item is a list item; further ones are paragraphs.
//! - A paragraph of nothing but images gives a caption (the alternative text) and the address as
//!   data for each. With links around them (badges) it is data.
//! - Lines that are nothing but a shortcode, a directive, an MDX import or export, an HTML tag or a
//!   display formula are data, also in the midst of a paragraph; so are HTML blocks, comments,
//!   link definitions, and paragraphs and cells that are nothing but an address.
//! - A heading's `{#id}` stays in the skeleton.

use super::Format;
use super::decode::{Found, decode};
use super::front_matter;
use super::line::lines;
use crate::domain::document::{BlockKind, Document, Meta, ReadProblemKind};

mod directive;
mod spelling;
mod walk;

/// The format `markdown`.
#[derive(Clone, Copy, Debug)]
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown", "mdx", "mdown", "mkd"]
    }

    fn parse(&self, bytes: Vec<u8>) -> Document {
        let decoded = decode(&bytes);
        let text = decoded.text.as_ref();
        let mut found = Vec::new();
        let mut meta = Meta::default();
        let mut start = 0;
        let mut at_fault = Vec::new();
        if let Some(place) = front_matter::locate(text) {
            if let Some(front) = front_matter::read(text, &place) {
                (found, meta, start) = (front.found, front.meta, place.end);
                at_fault.extend(front.problem.map(|at| (ReadProblemKind::FrontMatter, at)));
            }
        }
        let end = too_deep(text, start);
        let titled = found.iter().any(|block| block.kind == BlockKind::Title);
        found.extend(walk::blocks(text, start..end, titled));
        if end < text.len() {
            at_fault.push((ReadProblemKind::TooDeep, end));
            let fragment = super::line::trim(text, end..text.len());
            let text = text.get(fragment.clone()).unwrap_or_default().to_owned();
            found.push(Found { kind: BlockKind::Data, text, fragments: vec![fragment] });
        }
        keep_in_order(&mut found);
        let mut problems = decoded.problems_with(&at_fault);
        let blocks = decoded.blocks(found);
        let encoding = decoded.encoding;
        let kept = std::mem::take(&mut problems.kept);
        let mut document = Document::new(bytes, encoding, blocks, meta, kept);
        document.more_problems = problems.more;
        document.with_spelling(&spelling::MarkdownSpelling)
    }
}

/// How many block marks (`>`, `-`, `1.` …) a line may begin with. Every line that follows lazily
/// costs the parser a step for each, so an endless nest would make it quadratic.
const MARK_LIMIT: usize = 256;

/// How far a list mark may be indented, for the same reason.
const INDENT_LIMIT: usize = 1024;

/// The start of the first line from `start` on that is nested too deep, or the end.
fn too_deep(text: &str, start: usize) -> usize {
    for line in lines(text, start..text.len()) {
        if line.len() < MARK_LIMIT {
            continue;
        }
        let bytes = text.as_bytes().get(line.clone()).unwrap_or_default();
        let (mut marks, mut blanks) = (0, 0);
        let mut other = false;
        let first = bytes.iter().find(|c| !matches!(c, b' ' | b'\t'));
        for c in bytes {
            match c {
                b' ' | b'\t' => blanks += 1,
                b'>' | b'-' | b'+' | b'*' => {
                    other |= Some(c) != first;
                    marks += 1;
                }
                b'0'..=b'9' | b'.' | b')' => {
                    other = true;
                    marks += usize::from(!c.is_ascii_digit());
                }
                _ => {
                    other = true;
                    break;
                }
            }
        }
        // A line of nothing but one mark is a rule, unless it is a quote's.
        let rule = !other && first != Some(&b'>');
        if (marks > MARK_LIMIT && !rule) || (marks > 0 && marks <= MARK_LIMIT && blanks > INDENT_LIMIT) {
            return line.start;
        }
    }
    text.len()
}

/// Puts the blocks in order of place and leaves out any that would overlap another: the document
/// must give its bytes back whatever the parser said.
fn keep_in_order(found: &mut Vec<Found>) {
    found.retain(|block| !block.fragments.is_empty());
    found.sort_by_key(|block| block.fragments.first().map_or(0, |fragment| fragment.start));
    let mut at = 0;
    found.retain(|block| {
        let mut end = at;
        let apart = block.fragments.iter().all(|fragment| {
            let fits = end <= fragment.start && fragment.start <= fragment.end;
            end = fragment.end;
            fits
        });
        if apart {
            at = end;
        }
        apart
    });
}
