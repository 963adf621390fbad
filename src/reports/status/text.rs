//! Status for a terminal: the sums first, then the articles.

use std::io::{self, Write};

use super::Status;
use crate::domain::verdict::{Row, Totals, Verdict};
use crate::messages::{Messages, Value, visible};
use crate::reports::table::{Side, Table, cut};
use crate::reports::wording;

/// Writes the status, no line wider than `width` columns where titles and ids can be cut.
/// `paint` gives a text the looks of the verdict it belongs to.
pub fn text(
    status: &Status<'_>,
    messages: &Messages,
    width: usize,
    paint: &dyn Fn(Verdict, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        out,
        "{}",
        messages.get(
            "status-head",
            &[("articles", Value::from(status.counted)), ("locales", Value::from(status.locales.len()))]
        )
    )?;
    writeln!(out)?;
    for line in sums(status, messages).lines(width, &|_, _, text| text.to_owned()) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    for (locale, totals) in &status.locales {
        for line in buckets(locale.as_str(), totals, messages, width) {
            writeln!(out, "{line}")?;
        }
    }
    if status.total.left_out > 0 {
        let count = Value::from(u64::from(status.total.left_out));
        writeln!(out, "{}", messages.get("status-left-out", &[("count", count)]))?;
    }
    for (id, count) in [
        ("status-lost", status.total.lost),
        ("status-edited", status.total.edited),
        ("status-flawed", status.total.flawed),
    ] {
        if count > 0 {
            writeln!(out, "{}", messages.get(id, &[("count", Value::from(u64::from(count)))]))?;
        }
    }
    for line in wording::work(&status.total, messages) {
        writeln!(out, "{line}")?;
    }
    if !status.total.terms.is_empty() {
        writeln!(out, "{}", wording::terms(&status.total.terms, messages))?;
    }
    if status.list_rows {
        rows(status, messages, width, paint, out)?;
    } else if status.count > 0 {
        writeln!(out)?;
        let count = Value::from(status.count);
        writeln!(out, "{}", messages.get("status-rows-hint", &[("count", count)]))?;
    }
    if status.unplaced_count > 0 {
        writeln!(out)?;
        let count = Value::from(status.unplaced_count);
        writeln!(out, "{}", messages.get("status-unplaced", &[("count", count)]))?;
    }
    Ok(())
}

fn sums(status: &Status<'_>, messages: &Messages) -> Table {
    let mut table = Table::new(vec![
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
    ]);
    let heads = ["locale", "articles", "units", "words", "current", "to-do", "published"];
    table.row(heads.iter().map(|head| messages.text(&format!("status-column-{head}"))).collect());
    let number = |count: u64| messages.get("number", &[("number", Value::from(count))]);
    let row = |name: String, totals: &Totals| {
        vec![
            name,
            number(u64::from(totals.articles)),
            number(totals.units),
            number(totals.words),
            match totals.percent_current() {
                Some(percent) => messages.get("percent", &[("percent", Value::from(u64::from(percent)))]),
                None => "–".to_owned(),
            },
            number(totals.words_to_do),
            match totals.published + totals.not_published {
                0 => "–".to_owned(),
                known => messages.get(
                    "status-published",
                    &[
                        ("published", Value::from(u64::from(totals.published))),
                        ("known", Value::from(u64::from(known))),
                    ],
                ),
            },
        ]
    };
    for (locale, totals) in &status.locales {
        table.row(row(locale.to_string(), totals));
    }
    if status.locales.len() > 1 {
        table.row(row(messages.text("status-all"), &status.total));
    }
    table
}

/// The verdicts that a locale has, with their numbers, wrapped under the locale's name.
fn buckets(locale: &str, totals: &Totals, messages: &Messages, width: usize) -> Vec<String> {
    let parts = Verdict::ALL.into_iter().filter(|verdict| totals.count(*verdict) > 0).map(|verdict| {
        messages.get(
            &format!("bucket-{}", verdict.name()),
            &[("count", Value::from(u64::from(totals.count(verdict))))],
        )
    });
    let indent = "  ".to_owned() + &" ".repeat(locale.len());
    let mut lines = vec![locale.to_owned() + "  "];
    let mut first = true;
    for part in parts {
        let Some(line) = lines.last_mut() else { break };
        let joined = if first { format!("{line}{part}") } else { format!("{line} · {part}") };
        if !first && unicode_width::UnicodeWidthStr::width(joined.as_str()) > width {
            lines.push(format!("{indent}{part}"));
        } else {
            *line = joined;
        }
        first = false;
    }
    if first {
        return Vec::new();
    }
    lines
}

fn rows(
    status: &Status<'_>,
    messages: &Messages,
    width: usize,
    paint: &dyn Fn(Verdict, &str) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    let locale_room = status.rows.iter().map(|row| row.locale.as_str().len()).max().unwrap_or(2);
    let names: Vec<String> = status.rows.iter().map(|row| wording::verdict(row.verdict, messages)).collect();
    let name_room =
        names.iter().map(|name| unicode_width::UnicodeWidthStr::width(name.as_str())).max().unwrap_or(0);
    let mut article: Option<&Row> = None;
    for (row, name) in status.rows.iter().zip(&names) {
        if article.is_none_or(|before| before.article != row.article) {
            writeln!(out)?;
            let id = visible(row.article.as_str());
            let title = match row.title.is_empty() {
                true => id.into_owned(),
                false => format!("{id}  {}", visible(&row.title)),
            };
            writeln!(out, "{}", cut(&title, width))?;
            article = Some(row);
        }
        let blanks =
            " ".repeat(name_room.saturating_sub(unicode_width::UnicodeWidthStr::width(name.as_str())));
        let details = wording::details(row, messages).join(" · ");
        let room = width.saturating_sub(6 + locale_room + name_room).max(20);
        let line = format!(
            "  {:locale_room$}  {}{blanks}  {}",
            row.locale,
            paint(row.verdict, name),
            cut(&details, room)
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
