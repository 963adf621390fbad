//! The numbers of a pair, held against each other: what [`super::numbers`] and [`super::dates`] tell.
//!
//! Every number written in figures (or, with less weight, in letters) wants a counterpart on the
//! other side: the same value in figures, in letters, as an ordinal, in Roman figures, or in one of
//! the words that translators say a number with ("half", "una docena"). Counterparts are sought in
//! a set, not one for one: a translator may say a number twice where the source says it once. But
//! where one number is gone and another stands more often than in the source, the one was put in
//! the other's place ("14% of women and 35% of men", "el 14 % … y el 14 %").

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::{Form, Kind, Numerals, Quantity, Value};

/// A number without a counterpart.
#[derive(Clone, Copy, Debug)]
pub struct Lone<'b, 'd> {
    /// The unit it stands in.
    pub unit: &'b Unit<'d>,
    /// The number.
    pub quantity: Quantity,
    /// Whether it is the day or the year of a date.
    pub in_date: bool,
}

impl Lone<'_, '_> {
    /// As the text has it.
    pub fn shown(&self) -> &str {
        self.unit.text.get(self.quantity.start..self.quantity.end).unwrap_or_default()
    }

    /// Whether it is written so that it asks for a counterpart.
    pub fn in_figures(&self) -> bool {
        self.quantity.form == Form::Figures
    }
}

/// The numbers that only one side has.
#[derive(Debug, Default)]
pub struct Facts<'b, 'd> {
    /// Those of the source alone.
    pub lost: Vec<Lone<'b, 'd>>,
    /// Those of the target alone.
    pub come: Vec<Lone<'b, 'd>>,
}

/// So many numbers of a side are compared; beyond them it is a table of figures.
const MOST: usize = 400;
/// So many are counted where one is gone.
const MOST_REPEATED: usize = 60;

fn all<'b, 'd>(units: impl Iterator<Item = &'b Unit<'d>>) -> Vec<Lone<'b, 'd>>
where
    'd: 'b,
{
    let mut out = Vec::new();
    for unit in units {
        let quantities = unit.quantities();
        if quantities.is_empty() {
            continue;
        }
        let dates = unit.dates();
        out.extend(quantities.iter().take(MOST).map(|quantity| Lone {
            unit,
            quantity: *quantity,
            in_date:
                dates.iter().any(|date| date.range.start <= quantity.start && quantity.end <= date.range.end),
        }));
        if out.len() >= MOST {
            out.truncate(MOST);
            break;
        }
    }
    out
}

/// What two numbers that are written otherwise have to do with each other.
///
/// A year and its last two figures ("1990s", "los años 90") are one only where the year itself is not
/// there as well (`year_is_there`): in "22 and 23 May 2023" no 23 stands for the year.
fn related(one: &Quantity, other: &Quantity, year_is_there: impl Fn(u64) -> bool) -> bool {
    let whole = |quantity: &Quantity| quantity.value().as_whole();
    let (Some(a), Some(b)) = (whole(one), whole(other)) else { return false };
    let short_year = |year: u64, short: u64| {
        (1_000..2_100).contains(&year) && short < 100 && year % 100 == short && !year_is_there(year)
    };
    short_year(a, b)
        || short_year(b, a)
        || (one.after_noon && a + 12 == b)
        || (other.after_noon && b + 12 == a)
}

fn has_counterpart(lone: &Lone<'_, '_>, own: &[Lone<'_, '_>], others: &[Lone<'_, '_>]) -> bool {
    let one = &lone.quantity;
    if others.iter().any(|other| one.may_equal(&other.quantity)) {
        return true;
    }
    let has = |list: &[Lone<'_, '_>], year: u64| {
        list.iter().any(|lone| lone.in_figures() && lone.quantity.value().as_whole() == Some(year))
    };
    let on_both = |year: u64| has(own, year) && has(others, year);
    if others.iter().any(|other| related(one, &other.quantity, on_both) || is_hour_of_both(lone, other)) {
        return true;
    }
    if is_joined(lone, own, others) {
        return true;
    }
    // "10.30" and "10:30", "3,4" and "3 and 4".
    let value = one.value();
    if value.is_fraction() {
        let shown: Vec<&Lone<'_, '_>> = others.iter().filter(|other| other.in_figures()).collect();
        return shown.windows(2).any(|two| {
            let digits = |lone: &Lone<'_, '_>| -> String {
                lone.shown().chars().filter(char::is_ascii_digit).collect()
            };
            let [hour, rest] = two else { return false };
            let joined = Value::of(&format!("{}.{}", digits(hour), digits(rest)));
            joined.is_some_and(|joined| {
                joined == value
                    || hour.quantity.after_noon && joined.plus_twelve() == value
                    || rest.quantity.after_noon && joined.plus_twelve() == value
            })
        });
    }
    is_of_a_time(lone, others)
}

/// Whether both are one hour of the afternoon, of the clock's twelve and of the day's twenty-four,
/// the latter with the sign of an hour: "from 9 to 5", "de 9 h à 17 h".
fn is_hour_of_both(one: &Lone<'_, '_>, other: &Lone<'_, '_>) -> bool {
    let whole = |lone: &Lone<'_, '_>| lone.quantity.value().as_whole();
    let (Some(a), Some(b)) = (whole(one), whole(other)) else { return false };
    let is_hour = |lone: &Lone<'_, '_>| {
        let rest = lone.unit.text.get(lone.quantity.end..).unwrap_or_default();
        let sign = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let after = sign.strip_prefix(['h', 'H']);
        after.is_some_and(|after| !after.starts_with(char::is_alphabetic))
            || ["heures", "horas", "uur", "Uhr"].iter().any(|word| sign.starts_with(word))
            || rest.strip_prefix(':').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
    };
    (1..12).contains(&a) && a + 12 == b && is_hour(other)
        || (1..12).contains(&b) && b + 12 == a && is_hour(one)
}

/// Whether a number in figures is cut by a blank on one side and not on the other: "EN 301 549",
/// where the blank parts words in one language and thousands in the other.
fn is_joined(lone: &Lone<'_, '_>, own: &[Lone<'_, '_>], others: &[Lone<'_, '_>]) -> bool {
    if !lone.in_figures() {
        return false;
    }
    let digits =
        |lone: &Lone<'_, '_>| -> String { lone.shown().chars().filter(char::is_ascii_digit).collect() };
    // Two that stand behind each other, with a blank between.
    let cut = |list: &[Lone<'_, '_>], whole: &str, of: Option<usize>| {
        list.windows(2).any(|two| {
            let [one, other] = two else { return false };
            let between = one.unit.text.get(one.quantity.end..other.quantity.start).unwrap_or_default();
            std::ptr::eq(one.unit, other.unit)
                && one.in_figures()
                && other.in_figures()
                && between.chars().count() == 1
                && between.starts_with(char::is_whitespace)
                && of.is_none_or(|at| at == one.quantity.start || at == other.quantity.start)
                && whole.strip_prefix(digits(one).as_str()) == Some(digits(other).as_str())
        })
    };
    let figures = digits(lone);
    figures.len() > 3 && cut(others, &figures, None)
        || others
            .iter()
            .filter(|other| other.in_figures())
            .map(digits)
            .any(|whole| whole.len() > 3 && cut(own, &whole, Some(lone.quantity.start)))
}

/// Measures that translators turn into others, with what one is in the other.
const MEASURES: [(&[&str], f64); 8] = [
    (&["mile", "miles", "mph", "mi"], 1.609),
    (&["foot", "feet", "ft"], 0.3048),
    (&["inch", "inches"], 2.54),
    (&["pound", "pounds", "lb", "lbs"], 0.4536),
    (&["acre", "acres"], 0.4047),
    (&["yard", "yards"], 0.9144),
    (&["gallon", "gallons"], 3.785),
    (&["ounce", "ounces"], 28.35),
];

/// Takes out numbers that were turned from one measure into another: "58 miles", "93 kilómetros".
fn drop_measures(bitext: &Bitext<'_>, pair: &Pair, facts: &mut Facts<'_, '_>) {
    let has = |words: &[&str]| {
        bitext.sources(pair).chain(bitext.targets(pair)).any(|unit| {
            let mut pieces = unit.pieces.iter().filter(|piece| piece.kind == Kind::Word);
            pieces.any(|piece| words.contains(&piece.of(unit.text)))
        })
    };
    let ratios: Vec<f64> = MEASURES
        .iter()
        .filter(|(words, _)| has(words))
        .flat_map(|(_, ratio)| [*ratio, 1.0 / ratio])
        .collect();
    if ratios.is_empty() {
        return;
    }
    let value = |lone: &Lone<'_, '_>| lone.quantity.value().approximate();
    let fits = |a: f64, b: f64| ratios.iter().any(|ratio| (a * ratio / b.max(1e-9) - 1.0).abs() < 0.06);
    let (were, are): (Vec<f64>, Vec<f64>) =
        (facts.lost.iter().map(value).collect(), facts.come.iter().map(value).collect());
    facts.lost.retain(|lone| !are.iter().any(|other| fits(value(lone), *other)));
    facts.come.retain(|lone| !were.iter().any(|other| fits(value(lone), *other)));
}

/// Whether the number is the hour or the minutes of a time (`10:30`) that the other side has with a
/// point (`10.30`, `22.30`).
fn is_of_a_time(lone: &Lone<'_, '_>, others: &[Lone<'_, '_>]) -> bool {
    let text = lone.unit.text;
    let colon_after = text.get(lone.quantity.end..).is_some_and(|rest| rest.starts_with(':'));
    let colon_before = text.get(..lone.quantity.start).is_some_and(|head| head.ends_with(':'));
    let Some(own) = lone.quantity.value().as_whole().filter(|value| *value < 60) else { return false };
    (colon_after || colon_before)
        && others.iter().filter(|other| other.in_figures()).any(|other| {
            let shown = other.shown();
            let Some((hour, minutes)) = shown.split_once(['.', ',']) else { return false };
            let (hour, minutes) = (hour.parse::<u64>(), minutes.parse::<u64>());
            colon_after && (hour == Ok(own) || hour == Ok(own + 12)) || colon_before && minutes == Ok(own)
        })
}

/// Holds the numbers of a pair against each other.
pub fn compare<'b, 'd>(bitext: &'b Bitext<'d>, pair: &'b Pair) -> Facts<'b, 'd> {
    let source = all(bitext.sources(pair));
    let target = all(bitext.targets(pair));
    // Numbers in letters can be sought only where those of both languages are known.
    let in_letters = Numerals::of(bitext.source_locale.language()).is_some()
        && Numerals::of(bitext.target_locale.language()).is_some();
    let asks = |lone: &&Lone<'_, '_>| match lone.quantity.form {
        Form::Soft => false,
        Form::Figures => true,
        Form::Letters | Form::Roman => in_letters,
    };
    let alone = |these: &[Lone<'b, 'd>], those: &[Lone<'b, 'd>]| -> Vec<Lone<'b, 'd>> {
        these.iter().filter(asks).filter(|one| !has_counterpart(one, these, those)).copied().collect()
    };
    let mut facts = Facts { lost: alone(&source, &target), come: alone(&target, &source) };
    if !facts.lost.is_empty() && !facts.come.is_empty() {
        drop_measures(bitext, pair, &mut facts);
    } else if facts.lost.iter().any(is_whole) {
        facts.come = repeated(&target, &source);
    } else if facts.come.iter().any(is_whole) {
        facts.lost = repeated(&source, &target);
    }
    facts
}

/// A number that `these` say more often than `those`: once each.
fn repeated<'b, 'd>(these: &[Lone<'b, 'd>], those: &[Lone<'b, 'd>]) -> Vec<Lone<'b, 'd>> {
    let count = |list: &[Lone<'b, 'd>], of: &Lone<'b, 'd>| {
        list.iter().filter(|other| other.quantity.may_equal(&of.quantity)).count()
    };
    let own: Vec<Lone<'b, 'd>> = these.iter().filter(|lone| is_whole(lone)).copied().collect();
    let mut out: Vec<Lone<'b, 'd>> = Vec::new();
    // The last of them is the likeliest to be wrong, and one outside of dates.
    let last = own.iter().rev().take(MOST_REPEATED);
    for lone in last.clone().filter(|lone| !lone.in_date).chain(last.filter(|lone| lone.in_date)) {
        let new = !out.iter().any(|other| other.quantity.may_equal(&lone.quantity));
        if new && count(&own, lone) > count(those, lone).max(1) {
            out.push(*lone);
        }
    }
    out
}

/// Whether the number stands for itself and is more than one.
fn is_whole(lone: &Lone<'_, '_>) -> bool {
    matches!(lone.quantity.form, Form::Figures | Form::Letters)
        && !lone.quantity.glued
        && lone.quantity.value().as_whole().is_none_or(|value| value > 1)
        && !is_part(lone)
}

/// Whether the number is part of a version, a time, a score or a span of years: "1.2.0", "10:30",
/// "2019–20".
fn is_part(lone: &Lone<'_, '_>) -> bool {
    let is_joint = |c: char| matches!(c, '.' | ':' | '/' | '-' | '–' | '\'' | '’');
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let text = lone.unit.text;
    let (Some(head), Some(rest)) = (text.get(..lone.quantity.start), text.get(lone.quantity.end..)) else {
        return false;
    };
    let (mut before, mut after) = (head.chars().rev(), rest.chars());
    before.next().is_some_and(is_joint) && is_digit(before.next())
        || after.next().is_some_and(is_joint) && is_digit(after.next())
}
