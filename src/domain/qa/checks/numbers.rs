//! `number-differs`: a number of the target that is not the source's.
//!
//! One that is lost and one that came in its stead are enough. One that is merely lost, or merely
//! came, is what good translators do too ("50 %" → "la mitad", "last year" → "en 2010"), and is
//! told only where the number is too particular to be said in another way.

use super::facts::{Facts, Lone};
use crate::domain::notice::fold;
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::{Form, Piece, Value};
use crate::domain::qa::{ArgName, Check, Problem, shown};

/// So many numbers without a counterpart are looked at.
const MOST: usize = 24;

/// The units of a pair.
struct Sides<'b, 'd, 's> {
    source: Vec<&'b Unit<'d>>,
    target: Vec<&'b Unit<'s>>,
}

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, facts: &Facts<'_, '_>, out: &mut Vec<Problem>) {
    let plain = |list: &[Lone<'_, '_>]| -> bool { list.iter().any(|lone| !lone.in_date) };
    // Dates have a check of their own.
    if facts.lost.iter().chain(&facts.come).any(|lone| lone.in_date)
        && !(plain(&facts.lost) && plain(&facts.come))
    {
        return;
    }
    let lost: Vec<&Lone<'_, '_>> = facts.lost.iter().filter(|lone| !lone.in_date).collect();
    let come: Vec<&Lone<'_, '_>> = facts.come.iter().filter(|lone| !lone.in_date).collect();
    let sides = Sides { source: bitext.sources(pair).collect(), target: bitext.targets(pair).collect() };
    if !tells(&lost, &come, &sides) {
        return;
    }
    let list = |list: &[&Lone<'_, '_>]| -> String {
        let texts: Vec<&str> = list.iter().take(6).map(|lone| lone.shown()).collect();
        shown(&texts.join("; "))
    };
    let (source, target) = (list(&lost), list(&come));
    let kind = match (lost.is_empty(), come.is_empty()) {
        (false, true) => "lost",
        (true, false) => "come",
        _ => "both",
    };
    let place = come.first().map(|lone| (lone.unit, lone.quantity.start));
    out.push(Problem::new(
        Check::NumberDiffers,
        bitext,
        pair,
        place,
        &format!("{source}>{target}"),
        vec![(ArgName::Source, source), (ArgName::Target, target), (ArgName::Kind, kind.to_owned())],
    ));
}

fn tells(lost: &[&Lone<'_, '_>], come: &[&Lone<'_, '_>], sides: &Sides<'_, '_, '_>) -> bool {
    let figures = |list: &[&Lone<'_, '_>]| list.iter().any(|lone| lone.in_figures());
    let told = |list: &[&Lone<'_, '_>], others: &[&Unit<'_>]| {
        let small = others.iter().all(|unit| stands_apart(unit.locale().language()));
        list.iter().take(MOST).any(|lone| particular(lone, small) && !is_said(lone, others))
    };
    match (lost.is_empty(), come.is_empty()) {
        (true, true) => false,
        (false, false) => {
            figures(lost) && figures(come)
                || figures(lost) != figures(come)
                || lost.len() == 1 && come.len() == 1
        }
        (false, true) => told(lost, &sides.target),
        (true, false) => told(come, &sides.source),
    }
}

/// Languages whose numbers in letters stand apart, so that all of them are read: "18-year-old" is
/// one word in German or Russian ("achtzehnjährig").
fn stands_apart(language: &str) -> bool {
    matches!(language, "en" | "es" | "fr" | "pt" | "ca" | "gl" | "ast")
}

/// Whether a number is too particular to be said in another way or left out; `small` ones too, where
/// the language has no words for them that are not read.
fn particular(lone: &Lone<'_, '_>, small: bool) -> bool {
    let value = lone.quantity.value();
    let whole = value.as_whole();
    // "24 hours" is a day, "100 %" is all.
    let idiom = matches!(whole, Some(24 | 100));
    lone.quantity.form == Form::Figures
        && !idiom
        && !lone.quantity.glued
        && (small || !is_year(lone))
        && (value.figures() >= 100
            || value.is_fraction() && value.figures() >= 10
            || small
                && (value.figures() >= 10 || is_year(lone) || value.is_fraction() || lone.quantity.percent))
}

fn is_year(lone: &Lone<'_, '_>) -> bool {
    lone.quantity.value().as_whole().is_some_and(|value| (1_900..2_100).contains(&value))
}

/// How words begin that a year is said with: "last year" and the year that it was are one.
const TIMES: [&str; 42] = [
    "year",
    "annual",
    "ago",
    "today",
    "now",
    "current",
    "present",
    "recent",
    "then",
    "previous",
    "since",
    "decade",
    "last",
    "next",
    "this",
    "season",
    "ano",
    "anual",
    "hoy",
    "actual",
    "ahora",
    "presente",
    "reciente",
    "entonces",
    "ultim",
    "pasad",
    "proxim",
    "decad",
    "temporada",
    "an",
    "ans",
    "annee",
    "annuel",
    "aujourd",
    "actuel",
    "recemment",
    "dernier",
    "prochain",
    "saison",
    "hoje",
    "passad",
    "century",
];

/// Whether the other side may say the number though it has no such number: in code or in an
/// address, or with a half or a quarter ("18 months", "un año y medio").
fn is_said(lone: &Lone<'_, '_>, others: &[&Unit<'_>]) -> bool {
    let digits = lone.shown();
    others.iter().any(|unit| {
        let stands = |(at, _): (usize, &str)| {
            let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let (before, after) = (unit.text.get(..at), unit.text.get(at + digits.len()..));
            !is_digit(before.and_then(|text| text.chars().next_back()))
                && !is_digit(after.and_then(|text| text.chars().next()))
        };
        let says_time = |piece: &Piece| {
            let word = fold(piece.of(unit.text));
            TIMES.iter().any(|time| {
                if time.len() > 4 {
                    word.starts_with(time)
                } else {
                    word == *time || word.strip_suffix('s') == Some(*time)
                }
            })
        };
        !digits.is_empty() && unit.text.match_indices(digits).any(stands)
            || is_year(lone) && unit.words().any(says_time)
            || unit.quantities().iter().any(|quantity| {
                // "The last 16" are those of the "octavos de final".
                let eighth = lone.quantity.value() == Value::whole(16);
                let part = |value: &Value| value.is_fraction() || eighth && *value == Value::whole(8);
                quantity.form == Form::Soft && quantity.readings().iter().any(part)
            })
    })
}
