//! The report as Markdown: rendered by GitHub and mail programs, and readable as it is, so its
//! tables are laid out in columns.

use std::collections::BTreeMap;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{Kept, MOST, Report, Since, Waiting, file, title};
use crate::domain::article::TreePath;
use crate::domain::date::Date;
use crate::domain::locale::Locale;
use crate::domain::verdict::{Row, Totals, Verdict};
use crate::messages::{Messages, Value};
use crate::reports::status::escape;
use crate::reports::wording;

/// Writes the report; a section with nothing to say is left out.
pub fn markdown(report: &Report<'_>, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let day = day(report.date, messages);
    writeln!(out, "# {}", messages.get("report-title", &[("date", Value::from(day))]))?;
    if report.locales.is_empty() {
        writeln!(out)?;
        return writeln!(out, "{}", messages.text("report-nothing"));
    }
    coverage(report, messages, out)?;
    years(report, messages, out)?;
    to_do(report, messages, out)?;
    let note = match &report.waiting {
        _ if !report.has_history => Some("report-waiting-no-git"),
        all if all.iter().any(|one| matches!(one.since, Since::Longer(_))) => Some("report-waiting-short"),
        _ => None,
    };
    section(("report-waiting", note), &report.waiting, messages, out, |one| waiting(one, messages))?;
    section(("report-touched", None), &report.touched, messages, out, |row| touched(row, messages))?;
    section(("report-kept", None), &report.kept, messages, out, |kept| left(kept, messages))?;
    section(("report-unread", None), &report.unread, messages, out, |trouble| {
        escape(&wording::trouble(trouble, messages))
    })
}

fn coverage(report: &Report<'_>, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    head("report-coverage", messages, out)?;
    let names = ["locale", "articles", "current", "percent", "words", "to-do", "published"];
    let mut rows = vec![names.map(|name| messages.text(&format!("report-column-{name}"))).to_vec()];
    let cells = |name: String, totals: &Totals| {
        vec![
            name,
            number(u64::from(totals.articles), messages),
            number(u64::from(totals.count(Verdict::Current)), messages),
            totals.percent_current().map_or("–".to_owned(), |share| percent(share, messages)),
            number(totals.words, messages),
            number(totals.words_to_do, messages),
            published(totals, messages),
        ]
    };
    rows.extend(report.locales.iter().map(|(locale, totals)| cells(locale.to_string(), totals)));
    if report.locales.len() > 1 {
        rows.push(cells(messages.text("report-all"), &report.total));
    }
    table(&rows, out)?;
    if !report.total.terms.is_empty() {
        writeln!(out)?;
        writeln!(out, "{}", escape(&wording::terms(&report.total.terms, messages)))?;
    }
    for line in wording::work(&report.total, messages) {
        writeln!(out, "\n{line}")?;
    }
    if report.total.left_out > 0 {
        writeln!(out)?;
        let count = Value::from(u64::from(report.total.left_out));
        writeln!(out, "{}", messages.get("report-left-out", &[("count", count)]))?;
    }
    Ok(())
}

/// What is known of what the site serves: `3 of 5`, or a dash.
fn published(totals: &Totals, messages: &Messages) -> String {
    match totals.published + totals.not_published {
        0 => "–".to_owned(),
        known => of(totals.published, known, messages),
    }
}

fn of(part: u32, whole: u32, messages: &Messages) -> String {
    let args = [("part", Value::from(u64::from(part))), ("whole", Value::from(u64::from(whole)))];
    messages.get("report-of", &args)
}

fn years(report: &Report<'_>, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    if report.years.iter().all(|(year, _)| year.is_none()) {
        return Ok(());
    }
    head("report-years", messages, out)?;
    let locales: Vec<&Locale> = report.locales.iter().map(|(locale, _)| locale).collect();
    let mut rows = vec![
        std::iter::once(messages.text("report-column-year"))
            .chain(locales.iter().map(ToString::to_string))
            .collect::<Vec<String>>(),
    ];
    let cells = |name: String, sums: &BTreeMap<Locale, (u32, u32)>| {
        let cell = |locale: &&Locale| match sums.get(*locale) {
            Some((current, articles)) => of(*current, *articles, messages),
            None => "–".to_owned(),
        };
        std::iter::once(name).chain(locales.iter().map(cell)).collect::<Vec<String>>()
    };
    let counted = |sums: &BTreeMap<Locale, Totals>| -> BTreeMap<Locale, (u32, u32)> {
        let pair = |totals: &Totals| (totals.count(Verdict::Current), totals.articles);
        sums.iter().map(|(locale, totals)| (locale.clone(), pair(totals))).collect()
    };
    let dated = report.years.iter().filter_map(|(year, sums)| Some(((*year)?, sums)));
    let mut earlier: BTreeMap<Locale, (u32, u32)> = BTreeMap::new();
    for (at, (year, sums)) in dated.enumerate() {
        if at < MOST {
            rows.push(cells(year.to_string(), &counted(sums)));
            continue;
        }
        for (locale, (current, articles)) in counted(sums) {
            let sum = earlier.entry(locale).or_default();
            *sum = (sum.0 + current, sum.1 + articles);
        }
    }
    if !earlier.is_empty() {
        rows.push(cells(messages.text("report-earlier"), &earlier));
    }
    if let Some((_, sums)) = report.years.iter().find(|(year, _)| year.is_none()) {
        rows.push(cells(messages.text("report-undated"), &counted(sums)));
    }
    table(&rows, out)
}

fn to_do(report: &Report<'_>, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    head("report-to-do", messages, out)?;
    if report.to_do.is_empty() {
        return writeln!(out, "{}", messages.text("report-all-done"));
    }
    let names = ["verdict", "versions", "to-do"];
    let mut rows = vec![names.map(|name| messages.text(&format!("report-column-{name}"))).to_vec()];
    rows.extend(report.to_do.iter().map(|(verdict, count, words)| {
        let name = wording::verdict(*verdict, messages);
        vec![name, number(u64::from(*count), messages), number(*words, messages)]
    }));
    table(&rows, out)
}

fn waiting(waiting: &Waiting<'_>, messages: &Messages) -> String {
    let row = waiting.row;
    let id = match waiting.since {
        Since::Commit(_) => "report-since-commit",
        Since::Longer(Some(_)) => "report-since-longer",
        Since::Longer(None) => "report-since-older",
        Since::NotBefore(_) => "report-since-not-before",
        Since::Uncommitted => "report-since-uncommitted",
        Since::Unknown => "report-since-unknown",
    };
    let since = match waiting.since.day() {
        Some(date) => messages.get(id, &[("date", Value::from(day(date, messages)))]),
        None => messages.text(id),
    };
    let mut verdict = wording::verdict(row.verdict, messages);
    if let Some(how) = row.how {
        verdict = format!("{verdict} ({})", wording::how(how, messages));
    }
    let link = link(title(row), file(row));
    let date = row.date.map(|date| format!(" · {date}")).unwrap_or_default();
    format!("{since} · {} · {verdict} · {link}{date}", row.locale)
}

/// What became of a version since it was accepted.
fn touched(row: &Row, messages: &Messages) -> String {
    let counts = [("detail-lost", row.lost), ("detail-edited", row.edited)];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> =
        counts.map(|(id, count)| messages.get(id, &[("count", Value::from(u64::from(count)))])).collect();
    format!("{} · {} · {}", row.locale, parts.join(" · "), link(title(row), row.target.as_ref()))
}

fn left(kept: &Kept, messages: &Messages) -> String {
    let args = [
        ("date", Value::from(kept.at.to_string().chars().take(10).collect::<String>())),
        ("by", Value::from(escape(&kept.by))),
        ("reason", Value::from(escape(&kept.reason))),
    ];
    let id = if kept.by.is_empty() { "report-reason-by-nobody" } else { "report-reason" };
    let title = link(&kept.title, Some(&kept.path));
    let units = match kept.units {
        1 => String::new(),
        many => format!(" · {}", messages.get("report-units", &[("count", Value::from(u64::from(many)))])),
    };
    format!("{} · {title} · {}{units}", kept.locale, messages.get(id, &args))
}

/// A section with a list of at most [`MOST`] entries; the rest is counted. A note may stand before.
fn section<T>(
    (id, note): (&str, Option<&str>),
    all: &[T],
    messages: &Messages,
    out: &mut dyn Write,
    each: impl Fn(&T) -> String,
) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    head(id, messages, out)?;
    if let Some(note) = note {
        writeln!(out, "{}\n", messages.text(note))?;
    }
    for entry in all.iter().take(MOST) {
        writeln!(out, "- {}", each(entry))?;
    }
    if all.len() > MOST {
        writeln!(out, "- {}", messages.get("report-more", &[("count", Value::from(all.len() - MOST))]))?;
    }
    Ok(())
}

fn head(id: &str, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## {}\n", messages.text(id))
}

fn number(number: u64, messages: &Messages) -> String {
    messages.get("number", &[("number", Value::from(number))])
}

fn percent(percent: u32, messages: &Messages) -> String {
    messages.get("percent", &[("percent", Value::from(u64::from(percent)))])
}

/// The day as a person writes it in a letter.
fn day(date: Date, messages: &Messages) -> String {
    let args = [
        ("day", Value::from(u64::from(date.day))),
        ("month", Value::from(u64::from(date.month))),
        ("year", Value::from(date.year.to_string())),
    ];
    messages.get("report-day", &args)
}

/// The title as a link to its file, from the project's root.
fn link(title: &str, path: Option<&TreePath>) -> String {
    let title = escape(title);
    match path {
        Some(path) => format!("[{title}]({})", address(path.as_str())),
        None => title,
    }
}

/// A path as the destination of a link: what could end it, or be read as more than a path, is
/// percent-encoded; letters of all scripts stay as they are, to be read.
fn address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        let plain = c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '~' | '+' | '=' | ',' | '@');
        if plain {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            out.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    out
}

/// A table, the first column to the left and the others to the right, laid out in columns. The
/// first row is its head.
fn table(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0).max(4)
        })
        .collect();
    for (at, row) in rows.iter().enumerate() {
        write!(out, "|")?;
        for (column, width) in widths.iter().enumerate() {
            let cell = row.get(column).map_or("", String::as_str);
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            match column {
                0 => write!(out, " {cell}{blanks} |")?,
                _ => write!(out, " {blanks}{cell} |")?,
            }
        }
        writeln!(out)?;
        if at == 0 {
            write!(out, "|")?;
            for (column, width) in widths.iter().enumerate() {
                match column {
                    0 => write!(out, " {} |", "-".repeat(*width))?,
                    _ => write!(out, " {}: |", "-".repeat(width - 1))?,
                }
            }
            writeln!(out)?;
        }
    }
    Ok(())
}
