//! How fast a text's language is told and a page is judged: `cargo bench --bench language`.
//!
//! Targets, one core: identification 200 MB/s and more among en, es and fr.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a benchmark makes what it measures and may end by panic"
)]

use cotejo::domain::document::{Block, BlockKind, Document, Encoding, Meta};
use cotejo::domain::language::{Candidates, Identify};
use cotejo::domain::locale::Locale;
use cotejo::domain::page::{PageInput, Site, judge};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

const PAGES: [&str; 2] = [
    include_str!("../seeds/000_a993cfb2819e14f5.txt"),
    include_str!("../translations/es/000_a993cfb2819e14f5.txt"),
];

fn main() {
    divan::main();
}

fn locales() -> Vec<Locale> {
    ["en", "es", "fr"].iter().filter_map(|tag| tag.parse().ok()).collect()
}

/// The paragraphs of a page as a document.
fn document(page: &str) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for (number, line) in page.split('\n').enumerate() {
        if !line.trim().is_empty() {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                level: None,
                text: line.to_owned(),
                fragments: std::iter::once(at..at + line.len()).collect(),
                line: number + 1,
            });
        }
        at += line.len() + 1;
    }
    Document::new(page.as_bytes().to_vec(), Encoding::Utf8, blocks, Meta::default(), Vec::new())
}

#[divan::bench(args = [0, 1])]
fn identify(bencher: Bencher<'_, '_>, page: usize) {
    let candidates = Candidates::new(&locales());
    let text = PAGES[page];
    bencher.counter(BytesCount::of_str(text)).bench(|| candidates.identify(black_box(text)));
}

#[divan::bench(args = [0, 1])]
fn judge_page(bencher: Bencher<'_, '_>, page: usize) {
    let site = Site::new("en".parse().unwrap_or_else(|_| unreachable!("a tag")), locales());
    let document = document(PAGES[page]);
    let requested = site.locales().get(1).cloned();
    bencher.counter(BytesCount::of_str(PAGES[page])).bench(|| {
        let input = PageInput {
            document: black_box(&document),
            requested: requested.as_ref(),
            source_text: None,
            notice: None,
        };
        judge(&site, &input)
    });
}
