//! Which articles are handed out, and in which order.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Run;
use super::Args;
use crate::cli::error::{Failure, Message};
use crate::cli::input::{cannot_read, read};
use crate::cli::selection;
use crate::cli::trouble;
use crate::cli::workspace::{self, Workspace};
use crate::domain::article::{Article, ArticleId};
use crate::domain::date::Date;
use crate::domain::locale::Locale;
use crate::domain::package::urgency::{Facts, urgency};
use crate::domain::verdict::{Row, Verdict};
use crate::interchange::figures;
use crate::messages::Value;
use crate::sources::files::{self, Limits};

/// The rows that are asked for and wait, the most urgent first.
///
/// With them the pages of the figures that are no article.
pub fn rows(
    workspace: &Workspace,
    run: &Run<'_>,
    args: &Args,
    locale: &Locale,
) -> Result<(Vec<Row>, Vec<String>), Failure> {
    let filter = args.filter.for_project(workspace)?;
    let named: Option<BTreeSet<ArticleId>> = match args.articles.is_empty() {
        true => None,
        false => {
            let locales = [locale.clone()];
            let picks = selection::named(workspace, &run.folder, &args.articles, &locales)?;
            Some(picks.into_iter().map(|pick| pick.article.id.clone()).collect())
        }
    };
    let figures = figures(workspace, run, args)?;
    let takes = |row: &Row| {
        row.locale == *locale
            && filter.takes(row)
            && row.wish.is_none()
            && named.as_ref().is_none_or(|named| named.contains(&row.article))
            && args.since.is_none_or(|since| row.date.is_some_and(|date| date >= since))
            && match args.verdict.is_empty() {
                false => args.verdict.contains(&row.verdict),
                true => waits(row) || row.verdict == Verdict::Unreadable,
            }
    };
    let rows: Vec<Row> = workspace::rows(workspace).into_iter().filter(takes).collect();
    let read: BTreeMap<ArticleId, f64> = match &figures {
        None => BTreeMap::new(),
        Some(figures) => rows
            .iter()
            .filter_map(|row| {
                let article = workspace.pairing.article(&row.article)?;
                Some((row.article.clone(), of_article(article, figures)))
            })
            .collect(),
    };
    let most = read.values().copied().fold(0.0, f64::max);
    let weights = &workspace.config.urgency.weights;
    let score = |row: &Row| {
        let share = |count: &f64| if most > 0.0 { count / most } else { 0.0 };
        let facts = Facts {
            days: row.date.and_then(|date| age(date, run.now)),
            to_do: row.words_to_do,
            words: row.size.words,
            traffic: read.get(&row.article).map(share),
        };
        urgency(&facts, weights)
    };
    let mut scored: Vec<(f64, Row)> = rows.into_iter().map(|row| (score(&row), row)).collect();
    scored.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.article.cmp(&b.article)));
    let strange = match figures {
        None => Vec::new(),
        Some(mut figures) => {
            for name in workspace.pairing.articles.iter().flat_map(names_of) {
                figures.remove(&name);
            }
            figures.into_keys().collect()
        }
    };
    Ok((scored.into_iter().map(|(_, row)| row).collect(), strange))
}

/// Whether there is something for a translator to do.
fn waits(row: &Row) -> bool {
    match row.verdict {
        Verdict::Missing | Verdict::Untranslated | Verdict::Partial | Verdict::Outdated => true,
        Verdict::Current => row.lost > 0 || row.review.draft_mt > 0,
        _ => false,
    }
}

/// How many days old a page of that date is.
fn age(date: Date, now: i64) -> Option<i64> {
    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
    let then = jiff::civil::Date::new(date.year, month, day).ok()?;
    let today = jiff::Timestamp::from_second(now).ok()?.to_zoned(jiff::tz::TimeZone::UTC).date();
    Some(i64::from(then.until(today).ok()?.get_days()))
}

/// How often pages are read: the file that is named, or the project's.
fn figures(
    workspace: &Workspace,
    run: &Run<'_>,
    args: &Args,
) -> Result<Option<BTreeMap<String, f64>>, Failure> {
    if let Some(path) = &args.traffic {
        let bytes = read(&run.folder.join(path)).map_err(|error| cannot_read(path, &error))?;
        let shown = path.display().to_string();
        return figures::read(&bytes).map(Some).map_err(|problem| bad_figures(&shown, &problem));
    }
    let Some(path) = &workspace.config.urgency.figures else { return Ok(None) };
    let contents = files::read(&workspace.root, path, Limits::default())
        .map_err(|error| trouble::failure_of_read(&error))?;
    figures::read(&contents.bytes).map(Some).map_err(|problem| bad_figures(path.as_str(), &problem))
}

/// A row of the figures that can't be understood.
fn bad_figures(path: &str, problem: &figures::Problem) -> Failure {
    let what =
        Message::new(format!("figures-problem-{}", problem.code)).with("found", problem.found.as_str());
    Failure::new(
        Message::new("error-config")
            .with("path", path)
            .with("line", problem.line.to_string())
            .with("column", "1")
            .with("problem", Value::Nested(Box::new(what))),
    )
    .hint(Message::new("figures-hint"))
}

/// How often an article was read: by its id, its paths or its addresses, whole or from the root on.
fn of_article(article: &Article, figures: &BTreeMap<String, f64>) -> f64 {
    names_of(article).iter().filter_map(|name| figures.get(name)).sum()
}

/// What figures may call an article.
fn names_of(article: &Article) -> BTreeSet<String> {
    let files = || article.source.iter().chain(&article.pages).chain(&article.targets);
    let mut names: BTreeSet<String> = BTreeSet::from([article.id.to_string()]);
    names.extend(files().map(|file| file.path.to_string()));
    for url in files().filter_map(|file| file.url.as_deref()) {
        names.insert(url.to_owned());
        let path = url.split_once("://").and_then(|(_, rest)| rest.find('/').and_then(|at| rest.get(at..)));
        names.extend(path.map(str::to_owned));
    }
    names
}
