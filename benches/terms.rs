//! How fast terms are found in Spanish text, and how that grows with the termbase.

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
use cotejo::domain::termbase::{Concept, Matcher, Term, Termbase};
use cotejo::interchange::terms_tsv::{self, File};
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

fn locale() -> Locale {
    "es".parse().expect("a locale")
}

/// About 1 MB of Spanish news prose: this repository's own translations, over and over.
fn text() -> String {
    let pages = [
        include_str!("../translations/es/000_a993cfb2819e14f5.txt"),
        include_str!("../translations/es/002_7f3a001c53b3cd7e.txt"),
        include_str!("../translations/es/004_9924008ce1039be1.txt"),
    ];
    let mut text = String::new();
    while text.len() < 1 << 20 {
        pages.iter().for_each(|page| text.push_str(page));
    }
    text
}

fn own() -> Termbase {
    let file = |name: &str| File {
        name: name.to_owned(),
        bytes: std::fs::read(format!("{}/glossary/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a table"),
    };
    terms_tsv::read(Some(&file("concepts.tsv")), &file("terms.tsv")).expect("a termbase")
}

/// So many concepts of two or three words each, made of syllables and of words of the text.
fn made_up(count: usize) -> Termbase {
    const SYLLABLES: [&str; 20] = [
        "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "cha", "lle",
        "pri", "tro", "bla", "cre",
    ];
    const COMMON: [&str; 8] =
        ["aduanero", "regional", "general", "comercio", "trabajo", "plan", "país", "reunión"];
    let word = |mut seed: usize| {
        let mut word = String::new();
        for _ in 0..4 {
            word.push_str(SYLLABLES[seed % SYLLABLES.len()]);
            seed /= SYLLABLES.len();
        }
        word
    };
    let concepts = (0..count).map(|at| Concept { id: format!("c{at}"), ..Concept::default() }).collect();
    let terms = (0..count)
        .map(|at| {
            let common = COMMON[at % COMMON.len()];
            let text = match at % 3 {
                0 => format!("{} {common}", word(at)),
                1 => format!("{common} de {}", word(at)),
                _ => format!("{} de {} {common}", word(at), word(at / 7)),
            };
            Term::new(at, locale(), text)
        })
        .collect();
    Termbase::new(concepts, terms).expect("a termbase")
}

fn run(bencher: divan::Bencher<'_, '_>, termbase: &Termbase) {
    let (text, matcher) = (text(), Matcher::new(termbase, &locale()));
    bencher.counter(BytesCount::new(text.len())).bench(|| matcher.find(&text).len());
}

#[divan::bench(sample_count = 30)]
fn whole_termbase_over_spanish(bencher: divan::Bencher<'_, '_>) {
    run(bencher, &own());
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 30)]
fn growth(bencher: divan::Bencher<'_, '_>, concepts: usize) {
    run(bencher, &made_up(concepts));
}

#[divan::bench(args = [1_000, 100_000], sample_count = 3)]
fn making_ready(bencher: divan::Bencher<'_, '_>, concepts: usize) {
    let termbase = made_up(concepts);
    bencher.bench(|| Matcher::new(&termbase, &locale()).len());
}
