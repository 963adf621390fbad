//! Status as Markdown tables, to be pasted into an issue or a mail.

use std::io::{self, Write};

use super::Status;
use crate::domain::verdict::{Totals, Verdict};
use crate::messages::{Messages, Value};
use crate::reports::wording;

/// Writes the sums, and the rows where they are to be listed.
pub fn markdown(status: &Status<'_>, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let verdicts: Vec<Verdict> =
        Verdict::ALL.into_iter().filter(|verdict| status.total.count(*verdict) > 0).collect();
    let mut head = vec![messages.text("status-column-locale"), messages.text("status-column-articles")];
    head.extend(verdicts.iter().map(|verdict| wording::verdict(*verdict, messages)));
    head.extend(
        ["share", "units", "words", "to-do", "published"]
            .map(|name| messages.text(&format!("status-column-{name}"))),
    );
    line(&head, out)?;
    let rule: Vec<String> =
        (0..head.len()).map(|at| if at == 0 { "---" } else { "---:" }.to_owned()).collect();
    line(&rule, out)?;
    for (locale, totals) in &status.locales {
        line(&cells(locale.as_str(), totals, &verdicts, messages), out)?;
    }
    if status.locales.len() > 1 {
        line(&cells(&messages.text("status-all"), &status.total, &verdicts, messages), out)?;
    }
    if !status.list_rows {
        return Ok(());
    }
    writeln!(out)?;
    let head = ["article", "locale", "verdict", "details"]
        .map(|name| messages.text(&format!("status-column-{name}")));
    line(&head, out)?;
    line(&["---", "---", "---", "---"].map(str::to_owned), out)?;
    for row in &status.rows {
        let title = match row.title.is_empty() {
            true => escape(row.article.as_str()),
            false => format!("{} ({})", escape(&row.title), code(row.article.as_str())),
        };
        line(
            &[
                title,
                row.locale.to_string(),
                wording::verdict(row.verdict, messages),
                escape(&wording::details(row, messages).join(" · ")),
            ],
            out,
        )?;
    }
    Ok(())
}

fn cells(name: &str, totals: &Totals, verdicts: &[Verdict], messages: &Messages) -> Vec<String> {
    let number = |count: u64| messages.get("number", &[("number", Value::from(count))]);
    let mut cells = vec![name.to_owned(), number(u64::from(totals.articles))];
    cells.extend(verdicts.iter().map(|verdict| number(u64::from(totals.count(*verdict)))));
    cells.push(match totals.percent_current() {
        Some(percent) => messages.get("percent", &[("percent", Value::from(u64::from(percent)))]),
        None => "–".to_owned(),
    });
    cells.push(number(totals.units));
    cells.push(number(totals.words));
    cells.push(number(totals.words_to_do));
    cells.push(match totals.published + totals.not_published {
        0 => "–".to_owned(),
        known => messages.get(
            "status-published",
            &[
                ("published", Value::from(u64::from(totals.published))),
                ("known", Value::from(u64::from(known))),
            ],
        ),
    });
    cells
}

fn line(cells: &[String], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", cells.join(" | "))
}

/// An id as code in a table cell, where nothing in it ends that.
fn code(id: &str) -> String {
    match id.contains(['`', '|']) {
        true => escape(id),
        false => format!("`{}`", crate::messages::visible(id)),
    }
}

/// A text as one table cell of GitHub Flavored Markdown, its own markup and HTML made plain.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::messages::visible(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
