//! How fast the search for notices runs over a page that has none.

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

use cotejo::domain::locale::Locale;
use cotejo::domain::notice::NoticeRules;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// About 100 kB of news prose, a paragraph a block, made from the seeds' page with no notice.
fn blocks() -> Vec<String> {
    let seed = include_str!("../seeds/003_8f369ce769463c9a.txt");
    let paragraphs: Vec<&str> = seed.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).collect();
    paragraphs.iter().cycle().take(paragraphs.len() * 20).map(|p| (*p).to_owned()).collect()
}

#[divan::bench]
fn page_without_notice(bencher: divan::Bencher<'_, '_>) {
    let owned = blocks();
    let blocks: Vec<&str> = owned.iter().map(String::as_str).collect();
    let bytes: usize = blocks.iter().map(|block| block.len()).sum();
    let locales: Vec<Locale> =
        ["en", "es", "fr", "ru", "zh"].iter().filter_map(|tag| tag.parse().ok()).collect();
    let rules = NoticeRules::builtin();
    bencher.counter(BytesCount::new(bytes)).bench(|| rules.find(&blocks, &locales));
}
