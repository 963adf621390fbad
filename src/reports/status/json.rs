//! Status as JSON: stable and language-neutral; described by `schema/status.schema.json`.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::Status;
use crate::domain::article::TreePath;
use crate::domain::verdict::{Row, Totals, Trouble, Verdict};

/// The object. The rows are written one by one: as values they would take twice the memory of all
/// the rest.
#[derive(serde::Serialize)]
struct Object<'s> {
    cotejo: &'static str,
    version: u32,
    articles: usize,
    locales: Vec<Value>,
    total: Value,
    rows: &'s [&'s Row],
    problems: &'s [Trouble],
    unplaced: &'s [TreePath],
}

/// Writes one JSON object and a line end.
pub fn json(status: &Status<'_>, out: &mut dyn Write) -> io::Result<()> {
    let locales: Vec<Value> = status
        .locales
        .iter()
        .map(|(locale, sums)| {
            let mut object = totals(sums);
            object["locale"] = json!(locale);
            object
        })
        .collect();
    let object = Object {
        cotejo: "status",
        version: 1,
        articles: status.articles,
        locales,
        total: totals(&status.total),
        rows: &status.rows,
        problems: status.problems,
        unplaced: status.unplaced,
    };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

/// Sums as an object; every verdict is there, so that they add up to `articles`.
pub fn totals(totals: &Totals) -> Value {
    let verdicts: serde_json::Map<String, Value> = Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict.name().to_owned(), json!(totals.count(verdict))))
        .collect();
    json!({
        "articles": totals.articles,
        "verdicts": verdicts,
        "percent_current": totals.percent_current(),
        "units": totals.units,
        "words": totals.words,
        "words_to_do": totals.words_to_do,
        "published": totals.published,
        "not_published": totals.not_published,
        "left_out": totals.left_out,
        "terms": totals.terms,
        "edited": totals.edited,
        "lost": totals.lost,
        "flawed": totals.flawed,
        "drafts": totals.drafts,
        "reviewed": totals.reviewed,
    })
}
