//! How much of a job a memory covers: words per match band, as translators are paid.
//!
//! Each unit is held against the memory as a whole; where it has no equal there, segment by segment. A
//! segment is counted once, in the first of these that holds: in context, exact, a repetition of a
//! segment counted before in the same job, the band of its best match, new. Repetitions are told by
//! the normal form of the text; of a text that stands three times and is new, one is new and two are
//! repetitions. The sums of the bands are the sums of the job.

use rustc_hash::FxHashSet;

use super::{Match, Memory, Query, Searcher};
use crate::domain::locale::Locale;
use crate::domain::segment::{core, segments};
use crate::domain::text::{UnitHash, characters, counts_characters, words};

/// A band of matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Equal, and so are both neighbours.
    InContext,
    /// Equal.
    Exact,
    /// Equal to a segment that was counted before in the job.
    Repetition,
    /// 95 to 99 %.
    From95,
    /// 85 to 94 %.
    From85,
    /// 75 to 84 %.
    From75,
    /// 50 to 74 %.
    From50,
    /// Nothing of use.
    New,
}

impl Band {
    /// Every band, what costs least first.
    pub const ALL: [Band; 8] = [
        Band::InContext,
        Band::Exact,
        Band::Repetition,
        Band::From95,
        Band::From85,
        Band::From75,
        Band::From50,
        Band::New,
    ];

    /// The name in tables and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Band::InContext => "in-context",
            Band::Exact => "exact",
            Band::Repetition => "repetition",
            Band::From95 => "95-99",
            Band::From85 => "85-94",
            Band::From75 => "75-84",
            Band::From50 => "50-74",
            Band::New => "new",
        }
    }

    /// The band of a match; of none, new.
    pub fn of(found: Option<&Match<'_>>) -> Band {
        match found {
            Some(found) if found.in_context => Band::InContext,
            Some(found) => match found.score {
                100.. => Band::Exact,
                95.. => Band::From95,
                85.. => Band::From85,
                75.. => Band::From75,
                50.. => Band::From50,
                _ => Band::New,
            },
            None => Band::New,
        }
    }
}

/// How much text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Count {
    /// Segments; a unit that matches as a whole counts as many as it has.
    pub segments: usize,
    /// Words by UAX #29; in Chinese, Japanese and Thai, characters.
    pub words: usize,
    /// Characters that are not blank.
    pub characters: usize,
}

impl Count {
    fn of(text: &str, segments: usize, locale: &Locale) -> Count {
        let characters = characters(text);
        let words = if counts_characters(locale) { characters } else { words(text) };
        Count { segments, words, characters }
    }

    fn add(&mut self, other: Count) {
        self.segments += other.segments;
        self.words += other.words;
        self.characters += other.characters;
    }
}

/// The table of a job.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Leverage {
    bands: [Count; 8],
    /// What of the matches, exact and fuzzy, comes from other articles than the unit's own.
    pub across: Count,
}

impl Leverage {
    /// What is in a band.
    pub fn of(&self, band: Band) -> Count {
        self.bands.get(band as usize).copied().unwrap_or_default()
    }

    /// The whole job.
    pub fn total(&self) -> Count {
        let mut total = Count::default();
        self.bands.iter().for_each(|count| total.add(*count));
        total
    }

    fn count(&mut self, band: Band, count: Count) {
        if let Some(own) = self.bands.get_mut(band as usize) {
            own.add(count);
        }
    }
}

/// A unit of a job.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'u> {
    /// Its text.
    pub text: &'u str,
    /// The units right before and behind it, empty at the ends of the article.
    pub context: Option<(&'u str, &'u str)>,
    /// The article it stands in.
    pub article: Option<&'u str>,
}

/// The best match of a unit as a whole and, where that is not equal to it, of each of its segments:
/// what a translator is shown. `Search` is asked for one match each.
pub fn matches<'m>(searcher: &mut Searcher<'m>, unit: &Unit<'_>, locale: &Locale) -> Vec<Part<'m>> {
    let whole = Query { context: unit.context, article: unit.article, ..Query::new(unit.text) };
    let cut = segments(unit.text, locale);
    let best = searcher.best(&whole).first().copied();
    if cut.len() <= 1 || best.is_some_and(|best| best.score == 100) {
        let range = core(unit.text, &(0..unit.text.len()));
        return vec![Part { range, segments: cut.len(), best }];
    }
    let texts: Vec<&str> =
        cut.iter().map(|range| unit.text.get(core(unit.text, range)).unwrap_or_default()).collect();
    cut.iter()
        .enumerate()
        .map(|(at, range)| {
            // At its ends a unit leads to what its neighbours end and begin with.
            let before = match at.checked_sub(1).and_then(|before| texts.get(before)) {
                Some(text) => Some(*text),
                None => unit.context.map(|(before, _)| last_segment(before, locale)),
            };
            let after = match texts.get(at + 1) {
                Some(text) => Some(*text),
                None => unit.context.map(|(_, after)| first_segment(after, locale)),
            };
            let text = texts.get(at).copied().unwrap_or_default();
            let query = Query { context: before.zip(after), article: unit.article, ..Query::new(text) };
            Part { range: core(unit.text, range), segments: 1, best: searcher.best(&query).first().copied() }
        })
        .collect()
}

/// A part of a unit with the best that a memory has for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'m> {
    /// The bytes of the unit's text, without blanks around them.
    pub range: std::ops::Range<usize>,
    /// How many segments it has.
    pub segments: usize,
    /// The best match.
    pub best: Option<Match<'m>>,
}

pub(super) fn first_segment<'t>(text: &'t str, locale: &Locale) -> &'t str {
    let cut = segments(text, locale);
    cut.first().and_then(|range| text.get(core(text, range))).unwrap_or_default()
}

pub(super) fn last_segment<'t>(text: &'t str, locale: &Locale) -> &'t str {
    let cut = segments(text, locale);
    cut.last().and_then(|range| text.get(core(text, range))).unwrap_or_default()
}

/// Counts a job against a memory; with none, all is new or a repetition.
pub fn leverage(memory: Option<&Memory>, locale: &Locale, units: &[Unit<'_>]) -> Leverage {
    let empty = Memory::empty(locale);
    let memory = memory.unwrap_or(&empty);
    let mut searcher = memory.searcher();
    let mut table = Leverage::default();
    let mut seen: FxHashSet<UnitHash> = FxHashSet::default();
    for unit in units {
        for part in matches(&mut searcher, unit, locale) {
            let text = unit.text.get(part.range.clone()).unwrap_or_default();
            let count = Count::of(text, part.segments, locale);
            let repeated = !seen.insert(UnitHash::of(text));
            let band = match Band::of(part.best.as_ref()) {
                band @ (Band::InContext | Band::Exact) => band,
                _ if repeated => Band::Repetition,
                band => band,
            };
            table.count(band, count);
            let other =
                |found: &Match<'_>| found.entry.article.is_some() && found.entry.article != unit.article;
            if !matches!(band, Band::New | Band::Repetition) && part.best.as_ref().is_some_and(other) {
                table.across.add(count);
            }
        }
    }
    table
}

impl Memory {
    fn empty(locale: &Locale) -> Memory {
        Memory::new(super::Stored::new(locale.clone(), locale.clone(), []))
    }
}
