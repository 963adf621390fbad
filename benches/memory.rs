//! How fast a translation memory is built and asked, and how that grows; how fast text is cut into
//! segments and TMX read.
//!
//! The sentences are made up: subjects, verbs and objects of a newsroom in many orders, with names and
//! figures, one in four a variation of another. Where a memory is asked, half of the questions are
//! sentences that it has not, half are sentences it has with a word or two changed.

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
use cotejo::domain::memory::{Entry, Memory, Query, Stored};
use cotejo::domain::segment::segments;
use cotejo::interchange::tmx::{Header, Reader, Writer, unit_of};
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// Numbers that look like chance and are the same at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    /// A word that few sentences have: four of forty syllables.
    fn rare(&mut self) -> String {
        const SYLLABLES: [&str; 40] = [
            "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "ka", "lo",
            "mi", "nu", "pe", "ra", "so", "tu", "va", "xe", "bri", "cla", "dro", "fle", "gra", "pli", "ster",
            "tion", "ment", "ber", "ton", "wick", "ford", "land", "burg", "ville",
        ];
        // Low numbers are common, as among words.
        let mut at = self.below(40_000) * self.below(1_000) / 1_000;
        let mut word = String::new();
        for _ in 0..3 {
            word.push_str(SYLLABLES[at % 40]);
            at /= 40;
        }
        word
    }
}

fn sentence(chance: &mut Chance) -> String {
    const WHO: [&str; 12] = [
        "The Council",
        "Customs officers",
        "The Secretary General",
        "Mr. Gil Leyva",
        "Delegates from 40 countries",
        "The U.S. agency",
        "Experts",
        "The Members",
        "A new report",
        "The police",
        "Nobody",
        "The Director",
    ];
    const DID: [&str; 12] = [
        "met",
        "seized",
        "announced that it had seen",
        "thanked",
        "called for",
        "will take part in",
        "has adopted",
        "were told of",
        "presented",
        "spoke with",
        "decided on",
        "asked about",
    ];
    const WHAT: [&str; 12] = [
        "the instruments",
        "a workshop on",
        "new rules for",
        "the trade in",
        "a convention against",
        "training for",
        "the risks of",
        "two tonnes of",
        "the experience of",
        "cooperation with",
        "an operation in",
        "the future of",
    ];
    const LINK: [&str; 8] =
        [" and ", ", in ", " of ", ", while ", " for ", ", with ", " because of ", " at the "];
    let mut text = format!("{} {} {}", chance.of(&WHO), chance.of(&DID), chance.of(&WHAT));
    for _ in 0..1 + chance.below(9) {
        text.push(' ');
        text.push_str(&chance.rare());
        if chance.below(3) == 0 {
            text.push_str(chance.of(&LINK));
            text.push_str(chance.of(&WHAT));
        }
        if chance.below(8) == 0 {
            text.push_str(&format!(" {}", 1900 + chance.below(130)));
        }
    }
    text.push('.');
    text
}

/// A sentence with a word or two changed.
fn varied(text: &str, chance: &mut Chance) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for _ in 0..1 + chance.below(2) {
        let at = chance.below(words.len());
        words[at] = chance.rare();
    }
    words.join(" ")
}

fn sentences(count: usize) -> Vec<String> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut out: Vec<String> = Vec::with_capacity(count);
    for at in 0..count {
        let next = match at > 0 && chance.below(4) == 0 {
            true => varied(&out[chance.below(at)].clone(), &mut chance),
            false => sentence(&mut chance),
        };
        out.push(next);
    }
    out
}

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a locale")
}

fn stored(count: usize) -> Stored {
    let entries = sentences(count).into_iter().map(|text| Entry::new(text, ""));
    Stored::new(locale("en"), locale("es"), entries)
}

fn questions(count: usize) -> Vec<String> {
    let known = sentences(count);
    let mut chance = Chance(77);
    (0..200)
        .map(|at| match at % 2 {
            0 => sentence(&mut chance),
            _ => varied(&known[chance.below(known.len())], &mut chance),
        })
        .collect()
}

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

#[divan::bench(args = SIZES, sample_count = 3)]
fn building(bencher: divan::Bencher<'_, '_>, count: usize) {
    let bytes: usize = sentences(count).iter().map(String::len).sum();
    let stored = stored(count);
    bencher.counter(BytesCount::new(bytes)).with_inputs(|| stored.clone()).bench_values(Memory::new);
}

/// 200 questions a round, the best match of 50 % and more.
#[divan::bench(args = SIZES, sample_count = 10)]
fn asking(bencher: divan::Bencher<'_, '_>, count: usize) {
    let memory = Memory::new(stored(count));
    let questions = questions(count);
    let mut searcher = memory.searcher();
    bencher
        .counter(ItemsCount::new(questions.len()))
        .bench_local(|| questions.iter().map(|text| searcher.best(&Query::new(text)).len()).sum::<usize>());
}

/// Ten of the same questions, every text looked at: what the index saves.
#[divan::bench(args = SIZES, sample_count = 3)]
fn scanning(bencher: divan::Bencher<'_, '_>, count: usize) {
    let memory = Memory::new(stored(count));
    let questions = questions(count);
    bencher
        .counter(ItemsCount::new(10_usize))
        .bench_local(|| questions.iter().take(10).map(|text| usize::from(memory.scan(text))).sum::<usize>());
}

#[divan::bench(sample_count = 20)]
fn segmenting(bencher: divan::Bencher<'_, '_>) {
    let pages = [
        include_str!("../translations/es/000_a993cfb2819e14f5.txt"),
        include_str!("../translations/es/002_7f3a001c53b3cd7e.txt"),
        include_str!("../translations/es/004_9924008ce1039be1.txt"),
    ];
    let units: Vec<&str> = pages.iter().flat_map(|page| page.split("\n\n")).collect();
    let bytes: usize = units.iter().map(|unit| unit.len()).sum();
    let es = locale("es");
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| units.iter().map(|unit| segments(unit, &es).len()).sum::<usize>());
}

#[divan::bench(sample_count = 10)]
fn reading_tmx(bencher: divan::Bencher<'_, '_>) {
    let memory = Memory::new(stored(10_000));
    let (en, es) = (locale("en"), locale("es"));
    let mut file = Vec::new();
    let mut writer = Writer::new(&mut file, &Header::new(&en, None)).expect("it is written");
    memory.entries().for_each(|entry| writer.unit(&unit_of(&entry, &en, &es)).expect("it is written"));
    writer.finish().expect("it is written");
    bencher.counter(BytesCount::new(file.len())).bench(|| {
        let mut reader = Reader::open(file.as_slice(), "a.tmx").expect("it is TMX");
        let mut units = 0;
        while reader.next_unit().expect("it is TMX").is_some() {
            units += 1;
        }
        units
    });
}
