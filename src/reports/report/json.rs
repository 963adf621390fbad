//! The report as JSON: stable and language-neutral; described by `schema/report.schema.json`.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Kept, MOST, Report, Waiting, file, title};
use crate::domain::locale::Locale;
use crate::domain::verdict::{Row, Totals};
use crate::reports::status::totals;

/// Writes one JSON object and a line end.
pub fn json(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let years: Vec<Value> = report
        .years
        .iter()
        .map(|(year, sums)| {
            let locales: Vec<Value> = sums.iter().map(|(locale, sums)| of_locale(locale, sums)).collect();
            json!({"year": year, "locales": locales})
        })
        .collect();
    let to_do: Vec<Value> = report
        .to_do
        .iter()
        .map(|(verdict, count, words)| json!({"verdict": verdict, "versions": count, "words": words}))
        .collect();
    let object = json!({
        "cotejo": "report",
        "version": 1,
        "date": report.date.to_string(),
        "articles": report.articles,
        "locales": report.locales.iter().map(|(locale, sums)| of_locale(locale, sums)).collect::<Vec<_>>(),
        "total": totals(&report.total),
        "years": years,
        "waiting": list(&report.waiting, of_waiting),
        "to_do": to_do,
        "touched": list(&report.touched, |row| of_touched(row)),
        "kept": list(&report.kept, of_kept),
        "unread": list(&report.unread, |trouble| json!(trouble)),
    });
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn of_locale(locale: &Locale, sums: &Totals) -> Value {
    let mut object = totals(sums);
    object["locale"] = json!(locale);
    object
}

/// The first entries, and how many more there are.
fn list<T>(all: &[T], each: impl Fn(&T) -> Value) -> Value {
    let shown: Vec<Value> = all.iter().take(MOST).map(each).collect();
    json!({"first": shown, "more": all.len().saturating_sub(MOST)})
}

fn of_touched(row: &Row) -> Value {
    json!({
        "article": row.article,
        "title": title(row),
        "locale": row.locale,
        "path": row.target,
        "lost": row.lost,
        "edited": row.edited,
    })
}

fn of_waiting(waiting: &Waiting<'_>) -> Value {
    let row = waiting.row;
    json!({
        "article": row.article,
        "title": title(row),
        "locale": row.locale,
        "date": row.date.map(|date| date.to_string()),
        "waiting_since": waiting.since.day().map(|day| day.to_string()),
        "waiting_by": waiting.since.name(),
        "verdict": row.verdict,
        "how": row.how,
        "words_to_do": row.words_to_do,
        "path": file(row),
    })
}

fn of_kept(kept: &Kept) -> Value {
    json!({
        "article": kept.article,
        "title": kept.title,
        "locale": kept.locale,
        "path": kept.path,
        "reason": kept.reason,
        "by": kept.by,
        "at": kept.at.to_string(),
        "units": kept.units,
    })
}
