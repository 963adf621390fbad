//! The report for editors: how far each locale is, what has waited longest, what is left to do.

mod json;
mod markdown;

pub use json::json;
pub use markdown::markdown;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::article::TreePath;
use crate::domain::date::Date;
use crate::domain::locale::Locale;
use crate::domain::record::Timestamp;
use crate::domain::verdict::{Row, Totals, Trouble, Verdict};

/// A list shows so many entries; of the rest it says how many there are.
pub const MOST: usize = 10;

/// The verdicts that are work for a translator.
const WORK: [Verdict; 4] = [Verdict::Missing, Verdict::Untranslated, Verdict::Partial, Verdict::Outdated];

/// What a report says.
pub struct Report<'r> {
    /// The day it was made.
    pub date: Date,
    /// How many articles it is about.
    pub articles: usize,
    /// The sums of each locale, sorted by locale.
    pub locales: Vec<(Locale, Totals)>,
    /// The sums over all locales.
    pub total: Totals,
    /// The sums of each year of the articles' own dates by locale, newest first, undated last.
    pub years: Vec<(Option<i16>, BTreeMap<Locale, Totals>)>,
    /// The versions that wait for a translator, longest first.
    pub waiting: Vec<Waiting<'r>>,
    /// Whether there is a history to tell since when.
    pub has_history: bool,
    /// How many versions of each verdict but `current` there are, and the words to do in them.
    pub to_do: Vec<(Verdict, u32, u64)>,
    /// The versions that lost units or were edited since they were accepted, those that lost most
    /// first.
    pub touched: Vec<&'r Row>,
    /// What was left as it is with a reason, newest first.
    pub kept: Vec<Kept>,
    /// What could not be read, sorted.
    pub unread: Vec<&'r Trouble>,
}

/// A version that waits for its translator.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'r> {
    /// The version.
    pub row: &'r Row,
    /// Since when.
    pub since: Since,
}

/// Since when a version has waited; moments in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The moment of the commit that left it behind, or that brought the article.
    Commit(i64),
    /// As far back as this clone's history goes, which is too short to tell: since the oldest commit
    /// of it that there is (`None`: there is none), or longer.
    Longer(Option<i64>),
    /// Not before that moment, when it was still in step.
    NotBefore(i64),
    /// What it waits for is not committed yet.
    Uncommitted,
    /// Nothing tells.
    Unknown,
}

impl Since {
    /// The name in JSON.
    fn name(self) -> &'static str {
        match self {
            Since::Commit(_) => "commit",
            Since::Longer(_) => "short-history",
            Since::NotBefore(_) => "not-before",
            Since::Uncommitted => "uncommitted",
            Since::Unknown => "unknown",
        }
    }

    /// The day, in UTC.
    fn day(self) -> Option<Date> {
        match self {
            Since::Commit(at) | Since::NotBefore(at) | Since::Longer(Some(at)) => Some(day(at)),
            Since::Longer(None) | Since::Uncommitted | Since::Unknown => None,
        }
    }
}

/// The day of a moment in seconds since 1970, in UTC.
pub fn day(seconds: i64) -> Date {
    let moment = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    let day = moment.to_zoned(jiff::tz::TimeZone::UTC).date();
    Date { year: day.year(), month: day.month().unsigned_abs(), day: day.day().unsigned_abs() }
}

/// Whether the version is wanted and waits for a translator.
pub fn is_waiting(row: &Row) -> bool {
    row.wish.is_none() && WORK.contains(&row.verdict)
}

/// A unit that was left as it is, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The article's title, or its id where it has none.
    pub title: String,
    /// The article's id.
    pub article: String,
    /// The locale.
    pub locale: Locale,
    /// The file of the version.
    pub path: TreePath,
    /// Why.
    pub reason: String,
    /// Who said so; empty where nobody is named.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// How many units of the version were left in one step, for that reason.
    pub units: u32,
}

impl<'r> Report<'r> {
    /// The report over those rows, made on that day. `waiting` are those that wait, in order, and
    /// whether that rests on a history; `kept` is what their records say of units left as they are,
    /// `problems` what could not be read besides the rows' own files.
    pub fn new(
        rows: &[&'r Row],
        (waiting, has_history): (Vec<Waiting<'r>>, bool),
        mut kept: Vec<Kept>,
        problems: &'r [Trouble],
        date: Date,
    ) -> Self {
        let wanted: Vec<&Row> = rows.iter().copied().filter(|row| row.wish.is_none()).collect();
        let mut by_locale: BTreeMap<&Locale, Vec<&Row>> = BTreeMap::new();
        let mut by_year: BTreeMap<Option<i16>, BTreeMap<&Locale, Vec<&Row>>> = BTreeMap::new();
        for row in rows {
            by_locale.entry(&row.locale).or_default().push(row);
        }
        for row in &wanted {
            let year = row.date.map(|date| date.year);
            by_year.entry(year).or_default().entry(&row.locale).or_default().push(row);
        }
        let sums = |rows: Vec<&Row>| Totals::over(rows);
        let mut touched: Vec<&Row> =
            wanted.iter().copied().filter(|row| row.lost > 0 || row.edited > 0).collect();
        // The rows come sorted by article and locale, and the sort is stable.
        touched.sort_by_key(|row| std::cmp::Reverse((row.lost, row.edited)));
        kept.sort_by(|one, other| {
            (other.at, &one.article, &one.locale, &one.reason).cmp(&(
                one.at,
                &other.article,
                &other.locale,
                &other.reason,
            ))
        });
        let unread: BTreeSet<&Trouble> =
            problems.iter().chain(wanted.iter().filter_map(|row| row.unread())).collect();
        let of = |verdict: Verdict| wanted.iter().filter(move |row| row.verdict == verdict);
        Report {
            date,
            articles: rows.iter().map(|row| &row.article).collect::<BTreeSet<_>>().len(),
            total: Totals::over(rows.iter().copied()),
            locales: by_locale.into_iter().map(|(locale, rows)| (locale.clone(), sums(rows))).collect(),
            years: by_year
                .into_iter()
                .rev()
                .map(|(year, locales)| {
                    let sums = locales.into_iter().map(|(locale, rows)| (locale.clone(), sums(rows)));
                    (year, sums.collect())
                })
                .collect(),
            waiting,
            has_history,
            touched,
            to_do: Verdict::ALL
                .into_iter()
                .filter(|verdict| *verdict != Verdict::Current)
                .map(|verdict| {
                    let words = of(verdict).map(|row| u64::from(row.words_to_do)).sum();
                    (verdict, u32::try_from(of(verdict).count()).unwrap_or(u32::MAX), words)
                })
                .filter(|(_, count, _)| *count > 0)
                .collect(),
            kept,
            unread: unread.into_iter().collect(),
        }
    }
}

/// The title of a row's article, or its id where it has none.
fn title(row: &Row) -> &str {
    if row.title.is_empty() { row.article.as_str() } else { &row.title }
}

/// The file to look at for a row.
fn file(row: &Row) -> Option<&TreePath> {
    row.place.as_ref().map(|place| &place.path).or(row.source.as_ref()).or(row.target.as_ref())
}
