//! `number-differs`: a number of the target that is not the source's.
//!
//! One that is lost and one that came in its stead are enough. One that is merely lost, or merely
//! came, is what good translators do too ("50 %" → "la mitad", "last year" → "en 2010"), and is
//! told only where the number is too particular to be said in another way.

use super::facts::{Facts, Lone};
use crate::domain::qa::bitext::{Bitext, Pair};
use crate::domain::qa::reading::Form;
use crate::domain::qa::{ArgName, Check, Problem, shown};

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
    if !tells(&lost, &come) {
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

fn tells(lost: &[&Lone<'_, '_>], come: &[&Lone<'_, '_>]) -> bool {
    let figures = |list: &[&Lone<'_, '_>]| list.iter().any(|lone| lone.in_figures());
    match (lost.is_empty(), come.is_empty()) {
        (true, true) => false,
        (false, false) => {
            figures(lost) && figures(come)
                || figures(lost) != figures(come)
                || lost.len() == 1 && come.len() == 1
        }
        (false, true) => lost.iter().any(|lone| particular(lone)),
        (true, false) => come.iter().any(|lone| particular(lone)),
    }
}

/// Whether a number is too particular to be said in another way.
fn particular(lone: &Lone<'_, '_>) -> bool {
    let value = lone.quantity.value();
    // "Last year" and the year that it was are one.
    let year = value.as_whole().is_some_and(|value| (1_900..2_100).contains(&value));
    lone.quantity.form == Form::Figures
        && !year
        && !lone.quantity.glued
        && (value.figures() >= 100 || value.is_fraction() && value.figures() >= 10)
}
