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
    /// The versions that wait for a translator, those of the oldest articles first, undated last.
    pub waiting: Vec<&'r Row>,
    /// How many versions of each verdict but `current` there are, and the words to do in them.
    pub to_do: Vec<(Verdict, u32, u64)>,
    /// What was left as it is with a reason, newest first.
    pub kept: Vec<Kept>,
    /// What could not be read, sorted.
    pub unread: Vec<&'r Trouble>,
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
}

impl<'r> Report<'r> {
    /// The report over those rows, made on that day. `kept` is what their records say of units
    /// left as they are, `problems` what could not be read besides the rows' own files.
    pub fn new(rows: &[&'r Row], mut kept: Vec<Kept>, problems: &'r [Trouble], date: Date) -> Self {
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
        let mut waiting: Vec<&Row> =
            wanted.iter().copied().filter(|row| WORK.contains(&row.verdict)).collect();
        // The rows come sorted by article and locale, and the sort is stable.
        waiting.sort_by_key(|row| (row.date.is_none(), row.date));
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
