//! Following links, accepting, aligning and reading records, on texts made up for it.

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

use cotejo::domain::align::align;
use cotejo::domain::article::{ArticleId, TreePath};
use cotejo::domain::change::NoTerms;
use cotejo::domain::document::{Block, BlockKind, Document, Encoding, Meta};
use cotejo::domain::record::{Endpoint, LinkState, Record, Timestamp};
use cotejo::domain::track::{Acceptance, Selection, Untranslated, accept, track};
use cotejo::sources::ledger::syntax::{parse, write};

fn main() {
    divan::main();
}

/// A text of `units` paragraphs of some 60 words with names and figures; `seed` makes the words.
fn document(units: usize, seed: usize, edited: usize) -> Document {
    let block = |n: usize| {
        let word = |k: usize| match (n * 31 + k * 7) % 17 {
            0 => format!("Name{}", (n * 7 + k) % 211),
            1 => format!("{}", (n * 13 + k) % 2_000),
            _ => format!("{}{}", ["trade", "haus", "mesa", "ville"][seed % 4], (n * seed + k * k) % 4_001),
        };
        let extra = if n < edited { " and more" } else { "" };
        let text = (0..60).map(word).collect::<Vec<_>>().join(" ") + extra + ".";
        Block { kind: BlockKind::Paragraph, level: None, text, fragments: Vec::new(), line: n + 1 }
    };
    Document::new(Vec::new(), Encoding::Utf8, (0..units).map(block).collect(), Meta::default(), Vec::new())
}

fn empty() -> Record {
    let endpoint = |tag: &str| Endpoint {
        locale: tag.parse().unwrap_or_else(|_| unreachable!("a tag")),
        path: TreePath::new(format!("{tag}/lima.txt")),
    };
    Record::new(ArticleId::new("news", "lima"), endpoint("en"), endpoint("es"))
}

fn recorded(source: &Document, target: &Document) -> Record {
    let at = Timestamp::from_seconds(1_000).unwrap_or_else(|| unreachable!("a moment"));
    let how = Acceptance {
        state: LinkState::Translated,
        reason: Some("so".into()),
        by: "Ana".into(),
        at,
        untranslated: Untranslated::default(),
    };
    match accept(&empty(), source, target, &Selection::All, &how, &NoTerms) {
        Ok(accepted) => accepted.record,
        Err(error) => unreachable!("a reason was given: {error:?}"),
    }
}

const SIZES: [usize; 3] = [12, 1_000, 10_000];

#[divan::bench(args = SIZES)]
fn align_unrecorded(bencher: divan::Bencher<'_, '_>, units: usize) {
    let (source, target) = (document(units, 1, 0), document(units, 2, 0));
    let refs = |document: &Document| document.blocks.clone();
    let (source, target) = (refs(&source), refs(&target));
    let (source, target): (Vec<&Block>, Vec<&Block>) = (source.iter().collect(), target.iter().collect());
    bencher.bench_local(|| align(&source, &target));
}

#[divan::bench(args = SIZES)]
fn accept_unrecorded(bencher: divan::Bencher<'_, '_>, units: usize) {
    let (source, target) = (document(units, 1, 0), document(units, 2, 0));
    bencher.bench_local(|| recorded(&source, &target));
}

#[divan::bench(args = SIZES)]
fn track_unchanged(bencher: divan::Bencher<'_, '_>, units: usize) {
    let (source, target) = (document(units, 1, 0), document(units, 2, 0));
    let record = recorded(&source, &target);
    bencher.bench_local(|| track(&record, &source, Some(&target), &NoTerms));
}

#[divan::bench(args = SIZES)]
fn track_three_edits(bencher: divan::Bencher<'_, '_>, units: usize) {
    let (source, target) = (document(units, 1, 0), document(units, 2, 0));
    let record = recorded(&source, &target);
    let edited = document(units, 1, 3);
    bencher.bench_local(|| track(&record, &edited, Some(&target), &NoTerms));
}

#[divan::bench(args = SIZES)]
fn track_all_rewritten(bencher: divan::Bencher<'_, '_>, units: usize) {
    let (source, target) = (document(units, 1, 0), document(units, 2, 0));
    let record = recorded(&source, &target);
    let edited = document(units, 3, 0);
    bencher.bench_local(|| track(&record, &edited, Some(&target), &NoTerms));
}

#[divan::bench(args = SIZES)]
fn read_and_write_a_record(bencher: divan::Bencher<'_, '_>, units: usize) {
    let text = write(&recorded(&document(units, 1, 0), &document(units, 2, 0)));
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench_local(|| parse(&text).map(|record| write(&record)));
}
