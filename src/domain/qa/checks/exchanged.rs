//! `number-differs`, where two numbers changed places: "25 of 11" for "11 of 25".
//!
//! The order of numbers alone tells little, since languages order their phrases otherwise. Flagged
//! are two numbers that each have one place on either side, in the other order, and whose
//! neighbours say that they were exchanged: the words beside a number (by their first letters,
//! which translations share more often than not), a percent sign, a currency; or the sentences,
//! where both sides have as many.

use crate::domain::notice::fold;
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::{Form, Kind, Piece, Quantity};
use crate::domain::qa::{ArgName, Check, Problem, shown};

/// So many numbers of a unit are compared, each with each.
const MOST: usize = 24;
/// So many words before and after a number are its neighbours.
const BEFORE: usize = 2;
const AFTER: usize = 3;
/// So many words stand between two numbers that are a pair.
const MOST_BETWEEN: usize = 4;

/// A number with its one place on each side.
struct Placed<'t> {
    text: &'t str,
    source: usize,
    target: usize,
    source_beside: Vec<String>,
    target_beside: Vec<String>,
    sentences: (usize, usize),
    in_letters: bool,
}

/// Looks at one pair; `told` tells that a number was flagged there already.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, told: bool, out: &mut Vec<Problem>) {
    let (Some(source), Some(target)) = (bitext.sources(pair).next(), bitext.targets(pair).next()) else {
        return;
    };
    if told || pair.source.len() != 1 || pair.target.len() != 1 {
        return;
    }
    let (were, are) = (told_numbers(source), told_numbers(target));
    let figures = |list: &[Quantity]| list.iter().filter(|one| one.form == Form::Figures).count();
    let written = |list: &[Quantity]| (2..=MOST).contains(&list.len());
    if !written(&were) || !written(&are) || were.len() != are.len() && figures(&were) != figures(&are) {
        return;
    }
    let once =
        |list: &[Quantity], of: &Quantity| list.iter().filter(|other| other.may_equal(of)).count() == 1;
    let (of_source, of_target) = (source.sentences(), target.sentences());
    let as_many = of_source.len() == of_target.len() && of_source.len() > 1;
    let sentence = |list: &[std::ops::Range<usize>], at: usize| {
        list.iter().position(|range| range.contains(&at)).unwrap_or(0)
    };
    let mut places = Vec::new();
    for (at, was) in were.iter().enumerate() {
        let Some(place) = are.iter().position(|is| is.may_equal(was)) else {
            match was.form {
                Form::Figures => return,
                _ => continue,
            }
        };
        if once(&were, was) && once(&are, was) {
            places.push((at, place));
        }
    }
    // In most units all kept their order.
    if places.is_sorted_by_key(|(_, place)| *place) {
        return;
    }
    let placed: Vec<Placed<'_>> = places
        .into_iter()
        .map(|(at, place)| Placed {
            text: target.text.get(are[place].start..are[place].end).unwrap_or_default(),
            source: at,
            target: place,
            in_letters: were[at].form != Form::Figures || are[place].form != Form::Figures,
            source_beside: beside(source, &were[at]),
            target_beside: beside(target, &are[place]),
            sentences: match as_many {
                true => (sentence(of_source, were[at].start), sentence(of_target, are[place].start)),
                false => (0, 0),
            },
        })
        .collect();
    for (at, one) in placed.iter().enumerate() {
        for other in placed.iter().skip(at + 1) {
            if (one.source < other.source) == (one.target < other.target) {
                continue;
            }
            let kept = common(&one.source_beside, &one.target_beside)
                + common(&other.source_beside, &other.target_beside);
            let crossed = common(&one.source_beside, &other.target_beside)
                + common(&other.source_beside, &one.target_beside);
            let sentences = one.sentences.0 == other.sentences.1
                && other.sentences.0 == one.sentences.1
                && one.sentences.0 != one.sentences.1;
            let joined = were
                .get(one.source)
                .zip(were.get(other.source))
                .is_some_and(|(a, b)| are_joined(source, a, b))
                && are
                    .get(one.target)
                    .zip(are.get(other.target))
                    .is_some_and(|(a, b)| are_joined(target, a, b));
            // In letters a number is too often something else.
            if !joined && (one.in_letters || other.in_letters) {
                continue;
            }
            if joined || crossed > kept + usize::from(!sentences) || sentences && crossed >= kept {
                let text = shown(&format!("{}; {}", one.text, other.text));
                let place = are.get(one.target).map(|quantity| (target, quantity.start));
                out.push(Problem::new(
                    Check::NumberDiffers,
                    bitext,
                    pair,
                    place,
                    &format!("exchanged {text}"),
                    vec![
                        (ArgName::Source, text.clone()),
                        (ArgName::Target, text),
                        (ArgName::Kind, "exchanged".to_owned()),
                    ],
                ));
                return;
            }
        }
    }
}

/// The numbers in figures and in letters, these from two on.
fn told_numbers(unit: &Unit<'_>) -> Vec<Quantity> {
    let told = |quantity: &&Quantity| matches!(quantity.form, Form::Figures | Form::Letters);
    unit.quantities().iter().filter(told).take(MOST + 1).copied().collect()
}

/// What stands beside a number, in the form that is compared: on which side, and the first letters
/// of a long word or a sign.
fn beside(unit: &Unit<'_>, quantity: &Quantity) -> Vec<String> {
    let first = unit.pieces.partition_point(|piece| piece.end <= quantity.start);
    let after = unit.pieces.partition_point(|piece| piece.start < quantity.end);
    let mut out = Vec::new();
    let mut walk = |pieces: &mut dyn Iterator<Item = &Piece>, side: char, most: usize| {
        let mut words = 0;
        for piece in pieces {
            match piece.kind {
                Kind::Word => {
                    let word = piece.of(unit.text);
                    if word.chars().count() >= 4 {
                        words += 1;
                        let head: String = fold(word).chars().take(4).collect();
                        out.push(format!("{side}{head}"));
                    }
                }
                Kind::Figure | Kind::Mark('.' | ';' | '!' | '?') => return,
                Kind::Mark(c @ ('$' | '€' | '£' | '¥' | '°')) => out.push(c.to_string()),
                _ => {}
            }
            if words >= most {
                return;
            }
        }
    };
    walk(&mut unit.pieces.get(after..).unwrap_or_default().iter(), '>', AFTER);
    walk(&mut unit.pieces.get(..first).unwrap_or_default().iter().rev(), '<', BEFORE);
    if quantity.percent {
        out.push("%".to_owned());
    }
    out
}

fn common(one: &[String], other: &[String]) -> usize {
    one.iter().filter(|word| other.contains(word)).count()
}

/// The words that join two numbers to a pair: "from 96 to 61", "340 pupils and 12 teachers".
fn joins(word: &str, language: &str) -> bool {
    let words: &[&str] = match language {
        "en" => &["to", "and", "or", "against"],
        "es" | "pt" | "it" | "gl" | "ast" | "ca" => {
            &["a", "al", "y", "e", "o", "u", "i", "ou", "contra", "ed", "contro", "ao"]
        }
        "fr" => &["à", "au", "et", "ou", "contre"],
        "de" => &["und", "oder", "bis", "auf", "gegen"],
        "ru" => &["до", "и", "или", "против"],
        _ => &[],
    };
    words.contains(&word)
}

/// Whether nothing but a dash, a short word, or a few words with one that joins stands between two
/// numbers.
fn are_joined(unit: &Unit<'_>, one: &Quantity, other: &Quantity) -> bool {
    let (one, other) = if one.start < other.start { (one, other) } else { (other, one) };
    // "To 1.9 percent in 2009" is said in either order.
    let is_year = |quantity: &Quantity| {
        quantity.value().as_whole().is_some_and(|value| (1_900..2_100).contains(&value))
    };
    if one.percent != other.percent || is_year(one) != is_year(other) {
        return false;
    }
    let first = unit.pieces.partition_point(|piece| piece.start < one.end);
    let last = unit.pieces.partition_point(|piece| piece.start < other.start);
    let (mut words, mut short, mut joining) = (0, true, 0);
    let near = unit.pieces.get(first..last).unwrap_or_default().iter().all(|piece| match piece.kind {
        Kind::Word => {
            let word = piece.of(unit.text);
            words += 1;
            short &= word.chars().count() <= 4;
            joining += usize::from(joins(word, unit.locale().language()));
            words <= MOST_BETWEEN
        }
        Kind::Blank | Kind::Markup => true,
        Kind::Mark(mark) => matches!(mark, '-' | '–' | '—' | '%' | '°' | '$' | '€' | '£' | '’' | '\''),
        _ => false,
    });
    near && (words <= 1 && short || joining > 0)
}
