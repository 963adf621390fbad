//! `date-differs`: a day, a month or a year of the target that is not the source's.
//!
//! Days and years are numbers, and compared as these. Months are compared by their names, in
//! whatever language: one that is lost and one that came in its stead.

use super::facts::{Facts, Lone};
use crate::domain::date::{FoundDate, MonthNames};
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::{ArgName, Check, Problem, shown};

/// So many months of a side are compared.
const MOST: usize = 200;

/// A month, and where it stands.
struct Month<'b, 'd> {
    month: u8,
    unit: &'b Unit<'d>,
    start: usize,
    text: &'b str,
}

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, facts: &Facts<'_, '_>, out: &mut Vec<Problem>) {
    let dated = |list: &[Lone<'_, '_>]| list.iter().any(|lone| lone.in_date);
    let lost: Vec<&Lone<'_, '_>> = facts.lost.iter().filter(|lone| lone.in_figures()).collect();
    let come: Vec<&Lone<'_, '_>> = facts.come.iter().filter(|lone| lone.in_figures()).collect();
    if (dated(&facts.lost) || dated(&facts.come)) && !lost.is_empty() && !come.is_empty() {
        let show = |lone: &Lone<'_, '_>| -> String {
            let date =
                lone.unit.dates().iter().find(|date| {
                    date.range.start <= lone.quantity.start && lone.quantity.end <= date.range.end
                });
            let range = date.map_or(lone.quantity.start..lone.quantity.end, |date| date.range.clone());
            lone.unit.text.get(range).unwrap_or_default().to_owned()
        };
        let list = |list: &[&Lone<'_, '_>]| -> String {
            let mut texts: Vec<String> = list.iter().take(4).map(|lone| show(lone)).collect();
            texts.dedup();
            shown(&texts.join("; "))
        };
        let (source, target) = (list(&lost), list(&come));
        let place = come.first().map(|lone| (lone.unit, lone.quantity.start));
        push(bitext, pair, place, source, target, out);
        return;
    }
    if let Some(lost) = day_is_gone(bitext, pair, facts) {
        let around = lone_date(lost);
        let Some(date) = around else { return };
        let (month, source) = (date.first.month, lost.unit.text.get(date.range.clone()).unwrap_or_default());
        let there = bitext.targets(pair).find_map(|unit| {
            let date = unit.dates().iter().find(|date| date.first.month == month)?;
            Some((unit, date.range.start, unit.text.get(date.range.clone())?))
        });
        if let Some((unit, at, target)) = there {
            push(bitext, pair, Some((unit, at)), shown(source), shown(target), out);
            return;
        }
    }
    let was = months(bitext.sources(pair));
    if was.is_empty() {
        return;
    }
    let is = months(bitext.targets(pair));
    let missing = |these: &[Month<'_, '_>], those: &[Month<'_, '_>]| -> Vec<usize> {
        (0..these.len()).filter(|at| !those.iter().any(|month| month.month == these[*at].month)).collect()
    };
    let (lost, come) = (missing(&was, &is), missing(&is, &was));
    if let (Some(lost), Some(come)) = (lost.first(), come.first()) {
        let (lost, come) = (&was[*lost], &is[*come]);
        let place = Some((come.unit, come.start));
        push(bitext, pair, place, shown(lost.text), shown(come.text), out);
    }
}

/// The date that a number is part of.
fn lone_date<'b>(lone: &Lone<'b, '_>) -> Option<&'b FoundDate> {
    let mut dates = lone.unit.dates().iter();
    dates.find(|date| date.range.start <= lone.quantity.start && lone.quantity.end <= date.range.end)
}

/// The day of a date of the source that the target has nowhere, though it has a date in that month.
fn day_is_gone<'f, 'b, 'd>(
    bitext: &Bitext<'_>,
    pair: &Pair,
    facts: &'f Facts<'b, 'd>,
) -> Option<&'f Lone<'b, 'd>> {
    facts.lost.iter().find(|lone| {
        lone.in_date
            && lone.in_figures()
            && lone.quantity.value().as_whole().is_some_and(|day| day <= 31)
            && lone.unit.dates().iter().any(|date| {
                date.range.contains(&lone.quantity.start)
                    && bitext
                        .targets(pair)
                        .flat_map(|unit| unit.dates())
                        .any(|other| other.first.month == date.first.month && other.first.day.is_some())
            })
    })
}

fn push(
    bitext: &Bitext<'_>,
    pair: &Pair,
    place: Option<(&Unit<'_>, usize)>,
    source: String,
    target: String,
    out: &mut Vec<Problem>,
) {
    let what = format!("{source}>{target}");
    let args = vec![(ArgName::Source, source), (ArgName::Target, target)];
    out.push(Problem::new(Check::DateDiffers, bitext, pair, place, &what, args));
}

/// The months of some units: those of dates, and names of months that can be no other word.
fn months<'b, 'd>(units: impl Iterator<Item = &'b Unit<'d>>) -> Vec<Month<'b, 'd>>
where
    'd: 'b,
{
    let mut out = Vec::new();
    for unit in units {
        let dates = unit.dates();
        for date in dates.iter().take(MOST) {
            for part in [date.first, date.last] {
                let text = unit.text.get(date.range.clone()).unwrap_or_default();
                out.push(Month { month: part.month, unit, start: date.range.start, text });
            }
        }
        let rest = MOST.saturating_sub(out.len());
        out.extend(unit.months(named).iter().take(rest).map(|(month, range)| Month {
            month: *month,
            unit,
            start: range.start,
            text: unit.text.get(range.clone()).unwrap_or_default(),
        }));
    }
    out
}

/// The names of months outside of dates that can be no other word.
fn named(unit: &Unit<'_>) -> Vec<(u8, std::ops::Range<usize>)> {
    let language = unit.locale().language();
    let Some(names) = MonthNames::of(language) else { return Vec::new() };
    let long = unit.words().filter(|piece| piece.end - piece.start >= 3);
    long.filter_map(|piece| {
        let word = piece.of(unit.text);
        let month = names.find(word)?;
        let plain = word.chars().count() >= 4 && !doubtful(word, language);
        let sure = (plain || told_by_its_place(unit, piece.start, word, language))
            && !unit.dates().iter().any(|date| date.range.contains(&piece.start));
        sure.then(|| (month, piece.range()))
    })
    .collect()
}

/// Words before which a month stands, and no name, verb or planet: "in early March", "since May".
fn told_by_its_place(unit: &Unit<'_>, at: usize, word: &str, language: &str) -> bool {
    let heads: &[&str] = match (language, word) {
        ("en", "March" | "May" | "August") => &[
            "in", "of", "since", "until", "till", "by", "early", "late", "mid", "last", "next", "this",
            "every", "each", "from", "between", "during", "before", "after", "through", "around",
        ],
        ("fr", "mars" | "mai" | "août") => {
            &["en", "de", "début", "fin", "mi", "depuis", "avant", "après", "dès", "jusqu", "courant", "d"]
        }
        _ => return false,
    };
    let before = unit.text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches([' ', '\u{a0}', '-', '’', '\'']);
    let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |place| {
        place + before.get(place..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
    let head = before.get(start..).unwrap_or_default().to_lowercase();
    heads.contains(&head.as_str())
}

/// Names of months that are other words as well: "march", "mars", "marzo" written so in its place.
fn doubtful(word: &str, language: &str) -> bool {
    match language {
        "en" | "de" => !word.starts_with(char::is_uppercase) || matches!(word, "March" | "August" | "Sept"),
        "fr" => matches!(word, "mars" | "Mars" | "août" | "Août"),
        _ => word.starts_with(char::is_uppercase),
    }
}
