//! `number-differs`, where the figures stayed and a sign at them went: the minus of "-5 °C", the half
//! of "1½ hours".
//!
//! Both are said with words as well ("5 grados bajo cero", "una baja del 5 %", "hora y media"), so a
//! sign is missed only where neither it nor such a word is on the other side.

use crate::domain::notice::fold;
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::{Form, Kind, Quantity, decimals_of};
use crate::domain::qa::{ArgName, Check, Problem, shown};

/// So many numbers of a side are looked at.
const MOST: usize = 200;

/// How words begin that say a minus, of all languages together.
const BELOW: [&str; 62] = [
    "minus",
    "below",
    "negativ",
    "sub",
    "under",
    "down",
    "loss",
    "lose",
    "lost",
    "fall",
    "fell",
    "drop",
    "decreas",
    "declin",
    "reduc",
    "shrink",
    "shrank",
    "contract",
    "menos",
    "bajo",
    "baja",
    "bajad",
    "cay",
    "caid",
    "descen",
    "disminu",
    "perd",
    "retro",
    "recort",
    "moins",
    "sous",
    "dessous",
    "baiss",
    "recul",
    "diminu",
    "pert",
    "chut",
    "contrac",
    "abaixo",
    "queda",
    "caiu",
    "recu",
    "perda",
    "unter",
    "gesunk",
    "sank",
    "fiel",
    "ruckg",
    "verlust",
    "verlor",
    "meno",
    "sotto",
    "calo",
    "cala",
    "perdit",
    "минус",
    "ниже",
    "сниз",
    "упа",
    "сокра",
    "отриц",
    "less",
];

/// How words begin that say a part.
const PARTS: [&str; 14] = [
    "hal", "demi", "medi", "mita", "mitad", "meio", "meia", "mezz", "meta", "quart", "cuart", "viert",
    "tier", "пол",
];

/// Looks at one pair; the first sign that is missed is told.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    let (source, target): (Vec<&Unit<'_>>, Vec<&Unit<'_>>) =
        (bitext.sources(pair).collect(), bitext.targets(pair).collect());
    let has_sign = |units: &[&Unit<'_>]| {
        units.iter().any(|unit| {
            unit.pieces.iter().any(|piece| match piece.kind {
                Kind::Mark(mark) => is_minus(mark) || decimals_of(mark).is_some(),
                _ => false,
            })
        })
    };
    if !has_sign(&source) && !has_sign(&target) {
        return;
    }
    let found = minus(&source, &target)
        .or_else(|| minus(&target, &source).map(|(is, was)| (was, is)))
        .or_else(|| fraction(&source, &target).map(|was| (Some(was), None)))
        .or_else(|| fraction(&target, &source).map(|is| (None, Some(is))));
    let Some((was, is)) = found else { return };
    let text = |place: Option<Place<'_, '_>>| {
        place.map_or(String::new(), |(unit, start, end)| shown(unit.text.get(start..end).unwrap_or_default()))
    };
    let kind = match (was, is) {
        (Some(_), None) => "lost",
        (None, _) => "come",
        _ => "both",
    };
    let (source, target) = (text(was), text(is));
    out.push(Problem::new(
        Check::NumberDiffers,
        bitext,
        pair,
        is.map(|(unit, start, _)| (unit, start)),
        &format!("sign {source}>{target}"),
        vec![(ArgName::Source, source), (ArgName::Target, target), (ArgName::Kind, kind.to_owned())],
    ));
}

/// A unit and the bytes of something in it.
type Place<'u, 'd> = (&'u Unit<'d>, usize, usize);

fn is_minus(mark: char) -> bool {
    matches!(mark, '-' | '\u{2212}')
}

fn numbers<'u, 'd>(units: &[&'u Unit<'d>]) -> Vec<(&'u Unit<'d>, Quantity)> {
    let all = units.iter().flat_map(|unit| unit.quantities().iter().map(|quantity| (*unit, *quantity)));
    all.filter(|(_, quantity)| quantity.form == Form::Figures).take(MOST).collect()
}

/// Where the minus of a number stands: behind a blank or a bracket, and no number before it.
fn sign(unit: &Unit<'_>, quantity: &Quantity) -> Option<usize> {
    let head = unit.text.get(..quantity.start)?.trim_end_matches(['$', '€', '£']);
    let before = head.strip_suffix(is_minus)?;
    let free = before.is_empty()
        || before.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '«'));
    let range = before.trim_end().ends_with(|c: char| c.is_numeric() || matches!(c, '%' | '°' | '-' | '–'));
    (free && !range).then_some(before.len())
}

/// A number that has a minus on the one side and on the other side stands without one, or any word
/// that says it.
fn minus<'u, 'd>(
    these: &[&'u Unit<'d>],
    those: &[&'u Unit<'d>],
) -> Option<(Option<Place<'u, 'd>>, Option<Place<'u, 'd>>)> {
    let own = numbers(these);
    let signed: Vec<_> =
        own.iter().filter_map(|(unit, quantity)| Some((*unit, *quantity, sign(unit, quantity)?))).collect();
    if signed.is_empty() {
        return None;
    }
    let says_so = those.iter().any(|unit| {
        unit.text.contains('–')
            || unit.words().any(|word| {
                let word = fold(word.of(unit.text));
                BELOW.iter().any(|head| word.starts_with(head))
            })
    });
    if says_so {
        return None;
    }
    let others = numbers(those);
    signed.into_iter().find_map(|(unit, quantity, start)| {
        let mut same = others.iter().filter(|(_, other)| other.may_equal(&quantity));
        let (there, other) = same.next()?;
        let none = sign(there, other).is_none() && same.all(|(unit, other)| sign(unit, other).is_none());
        // As many stand on this side without it: then it is no minus, but a dash.
        let plain = own.iter().any(|(unit, own)| own.may_equal(&quantity) && sign(unit, own).is_none());
        (none && !plain)
            .then_some((Some((unit, start, quantity.end)), Some((*there, other.start, other.end))))
    })
}

/// A number with a fraction in one sign, where the other side has no fraction of any kind.
fn fraction<'u, 'd>(these: &[&'u Unit<'d>], those: &[&'u Unit<'d>]) -> Option<Place<'u, 'd>> {
    let found = these.iter().find_map(|unit| {
        let at = unit.pieces.iter().position(|piece| match piece.kind {
            Kind::Mark(mark) => decimals_of(mark).is_some(),
            _ => false,
        })?;
        let piece = unit.pieces.get(at)?;
        let number = unit.quantities().iter().find(|quantity| {
            quantity.end <= piece.start
                && unit.text.get(quantity.end..piece.start).is_some_and(|gap| gap.trim().is_empty())
        })?;
        Some((*unit, number.start, piece.end))
    })?;
    let has_part = |unit: &&Unit<'_>| {
        unit.text.contains(|c: char| decimals_of(c).is_some() || c == '/')
            || unit.words().any(|word| {
                let word = fold(word.of(unit.text));
                PARTS.iter().any(|head| word.starts_with(head))
            })
            || unit.quantities().iter().any(|quantity| {
                let minutes = |value: u64| matches!(value, 15 | 20 | 30 | 40 | 45 | 75 | 90);
                quantity.readings().iter().any(|value| {
                    value.is_fraction()
                        || value.as_whole().is_some_and(|whole| {
                            minutes(whole) || quantity.form == Form::Soft && matches!(whole, 3 | 4)
                        })
                })
            })
    };
    (!those.iter().any(has_part)).then_some(found)
}
