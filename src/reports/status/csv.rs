//! Status as CSV (RFC 4180), a row an (article, locale), for spreadsheets. The names of columns and
//! verdicts are those of the JSON and in no one's language.

use std::io::{self, Write};

use super::Status;
use crate::domain::verdict::{Published, Row};

const COLUMNS: [&str; 21] = [
    "article",
    "collection",
    "locale",
    "verdict",
    "how",
    "source_share",
    "published",
    "date",
    "units",
    "words",
    "words_to_do",
    "major",
    "mirror",
    "minor",
    "cosmetic",
    "edited",
    "lost",
    "wish",
    "source",
    "target",
    "title",
];

/// Writes the head and the rows.
pub fn csv(status: &Status<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS)?;
    for row in &status.rows {
        writer.write_record(cells(row))?;
    }
    writer.flush()
}

fn cells(row: &Row) -> [String; COLUMNS.len()] {
    let path = |path: &Option<crate::domain::article::TreePath>| {
        path.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    [
        plain(row.article.as_str()),
        plain(&row.collection),
        row.locale.to_string(),
        row.verdict.name().to_owned(),
        row.how.map(|how| how.name().to_owned()).unwrap_or_default(),
        format!("{:.3}", row.source_share),
        match &row.published {
            Published::Unknown => "unknown",
            Published::Yes => "yes",
            Published::No { .. } => "no",
        }
        .to_owned(),
        row.date.map(|date| date.to_string()).unwrap_or_default(),
        row.size.units.to_string(),
        row.size.words.to_string(),
        row.words_to_do.to_string(),
        row.pending.major.to_string(),
        row.pending.mirror.to_string(),
        row.pending.minor.to_string(),
        row.pending.cosmetic.to_string(),
        row.edited.to_string(),
        row.lost.to_string(),
        match row.wish {
            None => "",
            Some(crate::domain::article::Wish::Keep) => "keep",
            Some(crate::domain::article::Wish::Local) => "local",
        }
        .to_owned(),
        plain(&path(&row.source)),
        plain(&path(&row.target)),
        plain(&row.title),
    ]
}

/// A text that a spreadsheet will not run as a formula (OWASP, "CSV Injection"): where it begins
/// with one of the characters that start one, an apostrophe goes before it.
fn plain(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    }
}
