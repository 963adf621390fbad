//! Calendar dates as articles write them, in a hundred languages.
//!
//! One scan over the tokens of a text (numbers, words, marks) finds the names of months; the
//! numbers beside a name are read by their size and place: day–month–year, month–day–year,
//! year–month–day, month and year alone, a range of days. Names come from a table (`months.txt`),
//! not from a locale library: a page's date line may be in any language whatever the page's, and
//! the point is to learn *which* languages the words fit. All-figure dates are read only where
//! day and month can't be mistaken for each other.

mod months;
mod scan;
mod tokens;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

pub use self::scan::find_dates;

/// The month, 1 to 12, that the word names in that language (a primary subtag), alone and without
/// its stop.
pub fn month_named(word: &str, language: &str) -> Option<u8> {
    let language = current(language);
    months::named(word).iter().find(|named| named.language == language).map(|named| named.month)
}

/// The names of months of one language, to be sought among many words.
#[derive(Clone, Copy, Debug)]
pub struct MonthNames<'l> {
    language: &'l str,
    begins: &'static [u64],
}

impl<'l> MonthNames<'l> {
    /// Those of a language (a primary subtag); `None` where none are known.
    pub fn of(language: &'l str) -> Option<Self> {
        let language = current(language);
        Some(MonthNames { language, begins: months::beginnings(language)? })
    }

    /// As [`month_named`]. Most words are told off by how they begin.
    #[inline]
    pub fn find(&self, word: &str) -> Option<u8> {
        if months::may_begin_in(self.begins, word) { month_named(word, self.language) } else { None }
    }
}

/// A day of the Gregorian calendar. Ordered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, if the calendar has it.
    pub fn checked(year: i16, month: u8, day: u8) -> Option<Date> {
        (1..=days_in(year, month)).contains(&day).then_some(Date { year, month, day })
    }
}

/// How many days the month has; 0 for no month.
fn days_in(year: i16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2018-04-19`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A text that is no day in the form `2018-04-19`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDate(pub String);

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a date like 2018-04-19", self.0)
    }
}

impl std::error::Error for BadDate {}

impl FromStr for Date {
    type Err = BadDate;

    /// Reads ISO 8601 (`2018-04-19`), checked against the calendar.
    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(text.chars().take(40).collect());
        let shape = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return Err(bad());
        }
        let mut parts = text.splitn(3, '-');
        let mut next = || parts.next().and_then(|part| part.parse::<u16>().ok());
        let (Some(year), Some(month), Some(day)) = (next(), next(), next()) else { return Err(bad()) };
        let checked = Date::checked(
            i16::try_from(year).map_err(|_| bad())?,
            u8::try_from(month).map_err(|_| bad())?,
            u8::try_from(day).map_err(|_| bad())?,
        );
        checked.ok_or_else(bad)
    }
}

/// What a text says of a date: a month at least, perhaps without day or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, if it is said.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, if it is said.
    pub day: Option<u8>,
}

impl PartialDate {
    /// The whole date, if year and day are said.
    pub fn date(self) -> Option<Date> {
        Date::checked(self.year?, self.month, self.day?)
    }
}

/// A date inside running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// The bytes it takes in the text, words like "on" or "le" left outside.
    pub range: Range<usize>,
    /// The date, or the first day of a range ("24-25 April 2014").
    pub first: PartialDate,
    /// The last day; the same as `first` where it is no range.
    pub last: PartialDate,
    /// The primary language subtags that the words fit, sorted; empty for figures alone.
    pub languages: Vec<&'static str>,
}

/// A line that holds a date and hardly anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// The date it gives.
    pub date: Date,
    /// The primary language subtags whose names of months and weekdays and whose word order fit the
    /// line, sorted; empty where the line is all figures and tells no language.
    pub languages: Vec<&'static str>,
    /// Those of them that also write it so: a month with a small letter (no English, no German),
    /// "de" elided (Catalan). All of them where that leaves none.
    pub as_written: Vec<&'static str>,
}

/// Whether dates in that language (a primary subtag) are read by its names of months.
pub fn has_names(language: &str) -> bool {
    language == "sh" || months::has_names(current(language))
}

/// Whether a date that the `languages` fit may be one in that language (a primary subtag).
pub fn may_be_in(language: &str, languages: &[&str]) -> bool {
    let has = |tag| languages.contains(&tag);
    match current(language) {
        "sh" => ["bs", "hr", "sr"].into_iter().any(has),
        "nb" if language == "no" => has("nb") || has("nn"),
        tag => has(tag),
    }
}

/// The code under which the tables hold a language.
fn current(language: &str) -> &str {
    match language {
        "fil" => "tl",
        "no" => "nb",
        "iw" => "he",
        "in" => "id",
        "mo" => "ro",
        "cmn" | "yue" | "wuu" | "lzh" | "nan" | "hak" => "zh",
        "arb" => "ar",
        "pes" | "prs" => "fa",
        "zsm" => "ms",
        other => other,
    }
}

/// Languages that write the names of months with a capital.
const CAPITAL_MONTHS: [&str; 28] = [
    "af", "cy", "de", "el", "en", "fy", "ga", "ha", "id", "ig", "jv", "lb", "mg", "mi", "ms", "mt", "om",
    "rw", "so", "sw", "tg", "tk", "tl", "tr", "wo", "xh", "yo", "zu",
];
/// Languages that elide "de" before a month that begins with a vowel: "9 d'octubre de 2017".
const ELIDED_DE: [&str; 1] = ["ca"];
/// Languages that put a hyphen between day and month: "14-may, 2014".
const HYPHENED_DAY: [&str; 3] = ["ky", "ug", "uz"];

/// Those of `languages` whose spelling a date has.
fn as_written(date: &str, languages: &[&'static str]) -> Vec<&'static str> {
    let small = date.chars().any(char::is_lowercase) && !date.chars().any(char::is_uppercase);
    let elided = date.split(char::is_whitespace).any(|word| word.starts_with("d'") || word.starts_with("d’"));
    let hyphened = date.matches('-').count() == 1 && languages.iter().any(|l| HYPHENED_DAY.contains(l));
    let fits = |language: &&&str| {
        !(small && CAPITAL_MONTHS.contains(*language))
            && (!elided || ELIDED_DE.contains(*language))
            && (!hyphened || HYPHENED_DAY.contains(*language))
    };
    let fitting: Vec<_> = languages.iter().filter(fits).copied().collect();
    if fitting.is_empty() { languages.to_vec() } else { fitting }
}

/// The longest line, in bytes, that is read as a date line …
const LONGEST_LINE: usize = 120;
/// … and that a page is searched for; in scripts whose letters take three bytes it may have as
/// many characters.
const USUAL_LINE: usize = 80;

/// Whether a text is short enough, and has a figure in the digits of any script, to be worth
/// reading as a date line.
pub fn may_be_line(text: &str) -> bool {
    is_at_most(USUAL_LINE, text) && tokens::has_figure(text)
}

/// Whether a text has at most so many bytes, or so many characters of three bytes.
fn is_at_most(longest: usize, text: &str) -> bool {
    text.len() <= longest || text.len() <= 3 * longest && text.chars().count() <= longest
}

/// Reads `text` as a date line: `25 abril 2014`, `19 avril 2018`, `16 ноября 2020`, `2020年8月31日`.
/// `None` where it is none or where day and month can't be told apart.
///
/// A weekday, a time of day and the marks that go with a year in some languages may stand beside
/// the date; a place or a word like "Published" may not.
pub fn read_line(text: &str) -> Option<DateLine> {
    let text = text.trim();
    if text.is_empty() || !is_at_most(LONGEST_LINE, text) || !tokens::has_figure(text) {
        return None;
    }
    let mut found = find_dates(text).into_iter();
    let (mut only, None) = (found.next()?, found.next()) else { return None };
    if only.first != only.last {
        return None;
    }
    let (before, after) = (text.get(..only.range.start)?, text.get(only.range.end..)?);
    if !scan::is_beside_a_date(before, &mut only.languages)
        || !scan::is_beside_a_date(after, &mut only.languages)
    {
        return None;
    }
    let as_written = as_written(text.get(only.range)?, &only.languages);
    Some(DateLine { date: only.first.date()?, languages: only.languages, as_written })
}

#[cfg(test)]
mod tests;
