//! What only all bitexts of a project together can tell: `length-unusual` and `two-ways`.
//!
//! **Length.** How many characters a translation has for one of its source is learnt for each pair
//! of locales from all paired units of the project: the logarithms of the ratios are near to
//! normally distributed (Gale and Church 1993 hold it of lengths). Mean and variance are drawn
//! towards common ones where there are few units. A unit is unusual from so many standard
//! deviations on that one in a hundred thousand would be so by chance.
//!
//! **Two ways.** A sentence of the source that occurs again, and is translated otherwise there.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::domain::language::{eight_bytes, letters_ahead};
use crate::domain::locale::Locale;
use crate::domain::qa::bitext::{Bitext, Pair};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{ArgName, Check, Looked, Problem};

/// Units shorter than this, in characters, tell nothing by their length.
const SHORTEST: usize = 80;
/// From this distance of the logarithms on a unit may turn out to be unusual.
const PERHAPS: f64 = 0.45;
/// From so many standard deviations on it is.
const UNUSUAL: f64 = 5.0;
/// Never below this distance of the logarithms, however even a project's translations are: a
/// target two thirds as long as expected.
const LEAST: f64 = 0.55;
/// The common standard deviation, and how many units it counts for.
const COMMON: (f64, f64) = (0.14, 30.0);
/// A sentence with fewer words may be said in two ways.
const FEWEST_WORDS: usize = 6;
/// So many sentences of one bitext are kept.
const MOST_SAID: usize = 4_000;

/// How long the sides of a bitext's units are.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Lengths {
    /// How many units were measured.
    pub count: u32,
    /// The sum of the logarithms of their ratios.
    pub sum: f64,
    /// The sum of their squares.
    pub squares: f64,
    /// Those that may turn out to be unusual: the logarithm of the ratio, the source's length, and
    /// the problem that it would be.
    pub perhaps: Vec<(f64, u32, Problem)>,
}

/// A sentence with its translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Said {
    /// The hash of the source's sentence.
    pub source: u64,
    /// The hash of the target's.
    pub target: u64,
    /// The line of the target's file it stands on.
    pub line: u32,
}

/// The hash of a text's letters and figures alone, so that marks, blanks and capitals make no other
/// sentence.
fn bare_hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let mut word = 0u64;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            let eight = eight_bytes(bytes, at);
            let letters = letters_ahead(eight);
            // Each letter turns the word by a byte and is put in: all of them at once.
            let small = (eight | 0x2020_2020_2020_2020).swap_bytes() >> (64 - 8 * letters);
            word = word.rotate_left(8 * letters) ^ small;
            at += letters as usize;
            continue;
        }
        at += 1;
        if byte.is_ascii_digit() {
            word = word.rotate_left(8) ^ u64::from(byte);
            continue;
        }
        if byte >= 0x80 {
            let Some(c) = text.get(at - 1..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8() - 1;
            if c.is_alphanumeric() {
                c.to_lowercase().for_each(|c| word = word.rotate_left(8) ^ u64::from(u32::from(c)));
                continue;
            }
        }
        if word != 0 {
            word.hash(&mut hasher);
            word = 0;
        }
    }
    word.hash(&mut hasher);
    hasher.finish()
}

/// Measures one bitext.
pub fn gather(bitext: &Bitext<'_>) -> Looked {
    let mut looked = Looked::default();
    let mut measured: Vec<(f64, u32, &Pair)> = Vec::new();
    for pair in &bitext.pairs {
        looked.words = looked.words.saturating_add(words(bitext, pair));
        if pair.pending || pair.as_is || pair.source.is_empty() || pair.target.is_empty() {
            continue;
        }
        let length = |list: &mut dyn Iterator<Item = usize>| list.sum::<usize>();
        let source = length(&mut bitext.sources(pair).map(|unit| unit.characters()));
        let target = length(&mut bitext.targets(pair).map(|unit| unit.characters()));
        if source >= SHORTEST && target > 0 {
            let ratio = (target as f64 / source as f64).ln();
            measured.push((ratio, u32::try_from(source).unwrap_or(u32::MAX), pair));
        }
        if pair.source.len() == 1 && pair.target.len() == 1 {
            say(bitext, pair, &mut looked.said);
        }
    }
    // Where most of a short text was left out its own mean would follow; the middle does not.
    let mut sorted: Vec<f64> = measured.iter().map(|(ratio, _, _)| *ratio).collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    let usual = usual_ratio((bitext.source_locale, bitext.target_locale));
    for (ratio, length, pair) in measured {
        let far = (ratio - middle).abs() > PERHAPS || (ratio - usual).abs() > PERHAPS;
        if (ratio - middle).abs() <= PERHAPS && (ratio - usual).abs() <= 2.0 * PERHAPS {
            looked.lengths.count += 1;
            looked.lengths.sum += ratio;
            looked.lengths.squares += ratio * ratio;
        }
        if far {
            let percent = (ratio.exp() * 100.0).round().clamp(0.0, 100_000.0).to_string();
            let kind = if ratio < usual { "short" } else { "long" };
            let args = vec![(ArgName::Percent, percent), (ArgName::Kind, kind.to_owned())];
            let problem = Problem::new(Check::LengthUnusual, bitext, pair, None, kind, args);
            looked.lengths.perhaps.push((ratio, length, problem));
        }
    }
    looked
}

/// The words of a pair's target.
fn words(bitext: &Bitext<'_>, pair: &Pair) -> u32 {
    let count: usize = bitext
        .targets(pair)
        .map(|unit| {
            unit.pieces.iter().filter(|piece| matches!(piece.kind, Kind::Word | Kind::Figure)).count()
        })
        .sum();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Pairs the sentences of a pair of units that have as many of them.
fn say(bitext: &Bitext<'_>, pair: &Pair, said: &mut Vec<Said>) {
    let (Some(source), Some(target)) = (bitext.sources(pair).next(), bitext.targets(pair).next()) else {
        return;
    };
    let (sources, targets) = (source.sentences(), target.sentences());
    if sources.len() != targets.len() || said.len() >= MOST_SAID {
        return;
    }
    // Short sentences may be said in two ways.
    let hashes = source.said(|unit| {
        let sentences = unit.sentences().iter().map(|range| unit.text.get(range.clone()).unwrap_or_default());
        let hash = |text: &str| has_words(text, FEWEST_WORDS).then(|| bare_hash(text));
        sentences.map(hash).collect()
    });
    for (own, other) in hashes.iter().zip(targets) {
        let Some(own) = *own else { continue };
        let line = target.line_of(other.start);
        let bare = bare_hash(target.text.get(other.clone()).unwrap_or_default());
        if own == bare {
            // Left untranslated, which is told elsewhere.
            continue;
        }
        said.push(Said { source: own, target: bare, line: u32::try_from(line).unwrap_or(u32::MAX) });
    }
}

/// Whether the text has so many words by its blanks.
fn has_words(text: &str, count: usize) -> bool {
    // What begins with such a character behind a plain blank is a word of its own, whatever follows.
    let mut before = b' ';
    let begin = text.bytes().filter(|byte| {
        let begins = before == b' ' && byte.is_ascii_graphic();
        before = *byte;
        begins
    });
    begin.take(count).count() == count || text.split_whitespace().nth(count - 1).is_some()
}

/// One bitext of the project.
pub struct Place<'p> {
    /// Its locales.
    pub locales: (&'p Locale, &'p Locale),
    /// The target's file.
    pub path: &'p str,
    /// What was found in it.
    pub looked: &'p Looked,
}

/// What all bitexts together tell: problems, each with the number of its bitext.
pub fn across(places: &[Place<'_>]) -> Vec<(usize, Problem)> {
    let mut out = lengths(places);
    out.extend(two_ways(places));
    out
}

fn lengths(places: &[Place<'_>]) -> Vec<(usize, Problem)> {
    let mut learnt: BTreeMap<(&Locale, &Locale), (f64, f64, f64)> = BTreeMap::new();
    for place in places {
        let lengths = &place.looked.lengths;
        let sums = learnt.entry(place.locales).or_default();
        sums.0 += f64::from(lengths.count);
        sums.1 += lengths.sum;
        sums.2 += lengths.squares;
    }
    let mut out = Vec::new();
    for (number, place) in places.iter().enumerate() {
        if place.looked.lengths.perhaps.is_empty() {
            continue;
        }
        let (count, sum, squares) = learnt.get(&place.locales).copied().unwrap_or_default();
        let usual = usual_ratio(place.locales);
        let (deviation, weight) = COMMON;
        let mean = (sum + usual * 5.0) / (count + 5.0);
        let variance = (squares - 2.0 * mean * sum + count * mean * mean + weight * deviation * deviation)
            / (count + weight);
        for (ratio, length, problem) in &place.looked.lengths.perhaps {
            // Short units vary more: a word more or less.
            let own = variance + 1.2 / f64::from((*length).max(1));
            let distance = (ratio - mean).abs();
            if distance > LEAST && distance > UNUSUAL * own.sqrt() {
                out.push((number, problem.clone()));
            }
        }
    }
    out
}

/// The logarithm of the usual ratio of characters, by how dense the scripts are.
fn usual_ratio((source, target): (&Locale, &Locale)) -> f64 {
    let density = |locale: &Locale| -> f64 {
        match locale.language() {
            "zh" => -1.15,
            "ja" => -0.75,
            "ko" => -0.65,
            "ar" | "he" | "fa" => -0.15,
            "es" | "fr" | "it" | "pt" | "de" | "ru" | "el" => 0.12,
            _ => 0.0,
        }
    };
    density(target) - density(source)
}

fn two_ways(places: &[Place<'_>]) -> Vec<(usize, Problem)> {
    // For each sentence of the source that is said more than once, how often in which way.
    let mut first: FxHashMap<(u64, &str), (u64, bool)> = FxHashMap::default();
    for place in places {
        for said in &place.looked.said {
            let entry = first.entry((said.source, place.locales.1.as_str())).or_insert((said.target, false));
            entry.1 |= entry.0 != said.target;
        }
    }
    first.retain(|_, (_, differs)| *differs);
    if first.is_empty() {
        return Vec::new();
    }
    type Ways = BTreeMap<u64, Vec<(usize, u32)>>;
    let mut ways: BTreeMap<(u64, &str), Ways> = BTreeMap::new();
    for (number, place) in places.iter().enumerate() {
        for said in &place.looked.said {
            let key = (said.source, place.locales.1.as_str());
            if first.contains_key(&key) {
                ways.entry(key).or_default().entry(said.target).or_default().push((number, said.line));
            }
        }
    }
    let mut out = Vec::new();
    for ((source, _), ways) in ways {
        // The commonest way is the right one; of ways as common, the first.
        let key = |list: &Vec<(usize, u32)>| (std::cmp::Reverse(list.len()), list.first().copied());
        let Some(right) = ways.values().min_by_key(|list| key(list)) else { continue };
        let Some(&(model, line)) = right.first() else { continue };
        let other = places.get(model).map_or("", |place| place.path);
        for (target, list) in ways.iter().filter(|(_, list)| *list != right) {
            for (number, own) in list {
                let id = blake3::hash(format!("two-ways {source} {target}").as_bytes());
                out.push((
                    *number,
                    Problem {
                        line: *own,
                        check: Check::TwoWays,
                        id: id.to_hex().chars().take(16).collect(),
                        in_source: false,
                        args: vec![(ArgName::Place, format!("{other}:{line}"))],
                    },
                ));
            }
        }
    }
    out.sort();
    out
}
