//! Every format there and back: what it can hold comes back, and into the termbase it was written
//! from it brings nothing.

use std::collections::BTreeMap;

use encoding_rs::UTF_8;
use proptest::prelude::*;

use super::entry::{self, Chosen, Entry, Intake, Unheld};
use super::merge::{Coarse, How, Merger, Options, Plan, concept_cells, term_cells};
use super::tbx::Version;
use super::terms_tsv::{self, File, Problem};
use super::{csv, deepl, omegat, tbx, terms_write};
use crate::domain::locale::Locale;
use crate::domain::termbase::{Concept, Enforce, Gender, Kind, PartOfSpeech, Status, Term, Termbase};

pub(super) fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

/// Reads bytes of any format into a plan for a termbase.
pub(super) fn planned(
    base: &Termbase,
    options: Options,
    read: impl FnOnce(&mut Intake<'_>) -> Result<(), Problem>,
) -> Result<Plan, Problem> {
    let mut merger = Merger::new(base, "a", options);
    let mut take = |entry: Entry| {
        merger.add(entry);
        None
    };
    let mut intake = Intake::new("a", &mut take);
    read(&mut intake)?;
    let found = intake.findings;
    let mut plan = merger.finish();
    plan.findings.extend(found);
    Ok(plan)
}

/// The termbase that a plan makes of nothing.
pub(super) fn made(plan: &Plan) -> Termbase {
    let (concepts, terms) = terms_write::empty();
    let (concepts, terms) = terms_write::apply(&concepts, &terms, &Termbase::default(), plan);
    reread(&concepts, &terms)
}

pub(super) fn reread(concepts: &str, terms: &str) -> Termbase {
    let file = |text: &str| File { name: "a".to_owned(), bytes: text.as_bytes().to_vec() };
    terms_tsv::read(Some(&file(concepts)), &file(terms)).expect("what was written can be read")
}

type Cells = BTreeMap<(String, String, String), Vec<String>>;

/// All cells of a termbase, in no order.
fn cells(termbase: &Termbase) -> Cells {
    let mut all = Cells::new();
    for (at, concept) in termbase.concepts().iter().enumerate() {
        all.insert((concept.id.clone(), String::new(), String::new()), concept_cells(concept).to_vec());
        for term in termbase.terms_of(at) {
            let key = (concept.id.clone(), term.locale.to_string(), term.text.clone());
            all.insert(key, term_cells(term).to_vec());
        }
    }
    all
}

#[derive(Clone, Copy, Debug)]
enum Format {
    Tbx(Version),
    Csv(u8),
    Pair,
}

impl Format {
    fn coarse(self) -> Coarse {
        match self {
            Format::Tbx(_) => Coarse { status: true, pos: true, region: false },
            Format::Csv(_) => Coarse::default(),
            Format::Pair => Coarse { region: true, ..Coarse::default() },
        }
    }

    fn options(self) -> Options {
        Options { coarse: self.coarse(), ..Options::default() }
    }
}

/// What is left of a termbase in TBX.
fn in_tbx(termbase: &Termbase, version: Version) -> Cells {
    let mut all = Cells::new();
    for (at, concept) in termbase.concepts().iter().enumerate() {
        if termbase.terms_of(at).next().is_none() {
            continue;
        }
        let concept = Concept { keep: false, enforce: None, ..concept.clone() };
        all.insert((concept.id.clone(), String::new(), String::new()), concept_cells(&concept).to_vec());
        for term in termbase.terms_of(at) {
            let pos = match term.pos {
                Some(PartOfSpeech::Proper) if version != Version::Martif => Some(PartOfSpeech::Noun),
                Some(PartOfSpeech::Phrase) if term.kind == Kind::Acronym => None,
                pos => pos,
            };
            let held = Term {
                status: if term.status == Status::Forbidden { Status::Deprecated } else { term.status },
                gender: term.gender.filter(|gender| !matches!(gender, Gender::Common | Gender::Pair)),
                pos,
                exact: term.kind == Kind::Acronym,
                enforce: None,
                renders: Vec::new(),
                ..term.clone()
            };
            let key = (concept.id.clone(), term.locale.to_string(), term.text.clone());
            all.insert(key, term_cells(&held).to_vec());
        }
    }
    all
}

/// How many cells a format did not hold, by what came back.
fn lost(before: &Cells, after: &Cells) -> usize {
    let empty = Vec::new();
    before
        .iter()
        .map(|(key, cells)| {
            let after = after.get(key).unwrap_or(&empty);
            cells
                .iter()
                .enumerate()
                .filter(|(at, cell)| !cell.is_empty() && after.get(*at) != Some(*cell))
                .count()
        })
        .sum()
}

fn text() -> impl Strategy<Value = String> {
    let plain = "[a-zA-Z0-9 áñ«»\u{a0}–\"'&<>|=+#,;.()/@-]{0,16}";
    prop_oneof![3 => plain, 1 => "(x | y|\\[context\\] z|\"q\"|_x0041_|]]>|&amp;|#a|'=1)"]
        .prop_map(|text| entry::clean(&text))
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(proptest::sample::select(all))
}

fn term(number: usize) -> impl Strategy<Value = (Term, usize)> {
    let tags = proptest::sample::select(vec!["en", "es", "es-AR", "fr", "pt-BR", "zh-Hant"]);
    let words = (text(), proptest::bool::ANY, proptest::collection::vec(text(), 0..3));
    let kinds = (
        proptest::sample::select(Status::ALL),
        proptest::sample::select(Kind::ALL),
        any_of(PartOfSpeech::ALL),
        any_of(Gender::ALL),
        any_of(Enforce::ALL),
    );
    (0..4_usize, tags, words, kinds, proptest::bool::ANY, text(), text()).prop_map(
        move |(
            concept,
            tag,
            (word, capitals, forms),
            (status, kind, pos, gender, enforce),
            exact,
            note,
            source,
        )| {
            let text = if capitals { format!("WCO{number}") } else { format!("{word}w{number}") };
            let mut variants: Vec<String> = Vec::new();
            for (at, form) in forms.iter().enumerate() {
                variants.push(format!("{}v{number}-{at}", form.replace(" | ", " ")));
            }
            let text = entry::clean(&text);
            // What the first form stands for as well as any other words.
            let renders: Vec<String> = variants.iter().take(1).map(|form| format!("for {form}")).collect();
            let built = Term {
                renders,
                status,
                kind,
                pos,
                gender,
                exact,
                variants,
                enforce,
                note,
                source,
                ..Term::new(concept, locale(tag), text)
            };
            (built, concept)
        },
    )
}

fn termbase() -> impl Strategy<Value = Termbase> {
    let concept =
        (text(), any_of(Enforce::ALL), proptest::bool::ANY, text(), text(), text(), "[a-z_. é1-9]{0,5}");
    let terms: Vec<_> = (0..8).map(|number| term(number).boxed()).collect();
    (proptest::collection::vec(concept, 4), terms, 0..9_usize).prop_map(|(concepts, terms, count)| {
        let concepts: Vec<Concept> = concepts
            .into_iter()
            .enumerate()
            .map(|(at, (subject, enforce, keep, definition, note, source, id))| Concept {
                id: entry::clean(&format!("{}{at}{id}", if at % 2 == 0 { "c_x0041_" } else { "" })),
                subject,
                keep,
                enforce,
                definition,
                note,
                source,
            })
            .collect();
        let mut preferred = Vec::new();
        let mut list: Vec<Term> = Vec::new();
        for (mut term, _) in terms.into_iter().take(count) {
            let place = (term.concept, term.locale.clone(), term.kind);
            if term.status == Status::Preferred {
                if preferred.contains(&place) {
                    term.status = Status::Admitted;
                } else {
                    preferred.push(place);
                }
            }
            list.push(term);
        }
        Termbase::new(concepts, list).expect("it is well made")
    })
}

fn write(termbase: &Termbase, format: Format) -> (Vec<u8>, Unheld) {
    let mut out = Vec::new();
    let chosen = Chosen::default();
    let unheld = match format {
        Format::Tbx(version) => tbx::write(termbase, &chosen, version, &mut out),
        Format::Csv(between) => csv::write(termbase, &chosen, between, &mut out),
        Format::Pair => omegat::write(termbase, &(locale("en"), locale("es")), &mut out),
    };
    (out, unheld.expect("memory takes it"))
}

fn read(bytes: &[u8], format: Format, intake: &mut Intake<'_>) -> Result<(), Problem> {
    match format {
        Format::Tbx(_) => tbx::read(bytes, intake),
        Format::Csv(_) => csv::read(bytes, UTF_8, intake),
        Format::Pair => omegat::read(bytes, UTF_8, &(locale("en"), locale("es")), intake),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn tbx_gives_back_what_it_can_hold_and_counts_the_rest(base in termbase()) {
        for version in [Version::Dca, Version::Dct, Version::Martif] {
            let format = Format::Tbx(version);
            let (bytes, unheld) = write(&base, format);
            let empty = Termbase::default();
            let plan = planned(&empty, format.options(), |intake| read(&bytes, format, intake)).expect("it is TBX");
            prop_assert!(plan.findings.is_empty(), "{:?}", plan.findings);
            let after = cells(&made(&plan));
            prop_assert_eq!(&after, &in_tbx(&base, version), "{}", String::from_utf8_lossy(&bytes));
            let counted: usize = unheld.0.values().sum();
            let gone = lost(&cells(&base), &after);
            prop_assert!((gone == 0) == (counted == 0) || !base.concepts().is_empty(), "{gone} lost, {counted} counted");
        }
    }

    #[test]
    fn a_table_gives_back_everything(base in termbase()) {
        for between in [b',', b'\t'] {
            let format = Format::Csv(between);
            let (bytes, unheld) = write(&base, format);
            prop_assert_eq!(unheld, Unheld::default());
            let empty = Termbase::default();
            let plan = planned(&empty, format.options(), |intake| read(&bytes, format, intake)).expect("it is a table");
            prop_assert_eq!(cells(&made(&plan)), cells(&base), "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn the_two_tables_give_back_everything(base in termbase()) {
        let (mut concepts, mut terms) = (Vec::new(), Vec::new());
        terms_write::concepts(&base, &mut concepts).expect("memory takes it");
        terms_write::terms(&base, &|_| true, &mut terms).expect("memory takes it");
        let again = reread(&String::from_utf8_lossy(&concepts), &String::from_utf8_lossy(&terms));
        prop_assert_eq!(cells(&again), cells(&base));
        // Entry by entry too.
        let empty = Termbase::default();
        let plan = planned(&empty, Options::default(), |intake| {
            entry::of_termbase(&base).try_for_each(|entry| intake.entry(entry))
        });
        prop_assert_eq!(cells(&made(&plan.expect("it is taken"))), cells(&base));
    }

    #[test]
    fn what_came_from_a_termbase_brings_it_nothing(base in termbase()) {
        let tbx = [Version::Dca, Version::Dct, Version::Martif].map(Format::Tbx);
        for format in tbx.into_iter().chain([Format::Csv(b','), Format::Csv(b'\t'), Format::Pair]) {
            let (bytes, _) = write(&base, format);
            let plan = planned(&base, format.options(), |intake| read(&bytes, format, intake)).expect("it is read");
            prop_assert!(plan.items.is_empty(), "{:?}: {:#?}\n{}", format, plan.items, String::from_utf8_lossy(&bytes));
        }
        for between in [b',', b'\t'] {
            let pair = (locale("en"), locale("es"));
            let mut bytes = Vec::new();
            deepl::write(&base, &pair, between, &mut bytes).expect("memory takes it");
            let options = Format::Pair.options();
            let plan = planned(&base, options, |intake| deepl::read(bytes.as_slice(), encoding_rs::UTF_8, Some(between), Some(&pair), intake));
            let plan = plan.expect("it is read");
            prop_assert!(plan.items.is_empty(), "{:#?}\n{}", plan.items, String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn pairs_come_back_as_pairs(base in termbase()) {
        let pair = (locale("en"), locale("es"));
        let (bytes, _) = write(&base, Format::Pair);
        let empty = Termbase::default();
        let plan = planned(&empty, Format::Pair.options(), |intake| read(&bytes, Format::Pair, intake));
        let again = made(&plan.expect("it is read"));
        let texts = |of: &Termbase, wanted: &Locale| -> Vec<String> {
            let mut texts: Vec<String> = of.terms().iter().filter(|term| term.locale == *wanted).map(|term| term.text.clone()).collect();
            texts.sort();
            texts
        };
        let lines = String::from_utf8(bytes).expect("UTF-8");
        for (at, wanted) in [&pair.0, &pair.1].into_iter().enumerate() {
            let mut written: Vec<String> = lines.lines().filter_map(|line| line.split('\t').nth(at)).map(str::to_owned).collect();
            written.sort();
            written.dedup();
            prop_assert_eq!(texts(&again, wanted), written);
        }
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_and_never_makes_tables_that_can_not_be_read(
        base in termbase(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_u8, any::<u8>()), 1..6),
    ) {
        let tbx = [Version::Dca, Version::Dct, Version::Martif].map(Format::Tbx);
        for format in tbx.into_iter().chain([Format::Csv(b','), Format::Csv(b'\t'), Format::Pair]) {
            let (mut bytes, _) = write(&base, format);
            for (at, how, byte) in &damage {
                if bytes.is_empty() {
                    break;
                }
                let at = at.index(bytes.len());
                match how {
                    0 => bytes[at] = *byte,
                    1 => drop(bytes.remove(at)),
                    2 => bytes.insert(at, b"<>\"\t\n,#|&;"[usize::from(*byte) % 10]),
                    _ => bytes.truncate(at),
                }
            }
            for base in [&Termbase::default(), &base] {
                let (mut concepts, mut terms) = (Vec::new(), Vec::new());
                terms_write::concepts(base, &mut concepts).expect("memory takes it");
                terms_write::terms(base, &|_| true, &mut terms).expect("memory takes it");
                let (concepts, terms) = (String::from_utf8_lossy(&concepts), String::from_utf8_lossy(&terms));
                let base = &reread(&concepts, &terms);
                for how in [How::Keep, How::Update] {
                    let options = Options { how, ..format.options() };
                    let Ok(plan) = planned(base, options, |intake| read(&bytes, format, intake)) else { continue };
                    if plan.counts().clashes > 0 {
                        continue;
                    }
                    let (concepts, terms) = terms_write::apply(&concepts, &terms, base, &plan);
                    let after = cells(&reread(&concepts, &terms));
                    // Nothing that stood is gone.
                    prop_assert!(cells(base).keys().all(|key| after.contains_key(key)));
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let empty = Termbase::default();
        for format in [Format::Tbx(Version::Dca), Format::Csv(b','), Format::Pair] {
            let plan = planned(&empty, format.options(), |intake| read(&bytes, format, intake));
            if let Ok(plan) = plan {
                made(&plan);
            }
        }
        if let Ok(plan) = planned(&empty, Options::default(), |intake| super::xlsx::read(&bytes, intake)) {
            made(&plan);
        }
    }
}
