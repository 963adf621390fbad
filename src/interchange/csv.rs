//! Comma- or tab-separated tables of terms: read as [`table`](super::table) has it, written a line
//! a term, with a column for all that the termbase knows.

use std::io::{self, Read, Write};

use encoding_rs::Encoding;

use super::decode::Declared;
use super::entry::{Chosen, Intake, Place, Unheld};
use super::merge::{concept_cells, term_cells};
use super::rows::{Cell, Rows};
use super::table::Table;
use super::terms_tsv::Problem;
use crate::domain::termbase::Termbase;

/// The columns that are written.
pub const COLUMNS: [&str; 19] = [
    "concept",
    "subject",
    "keep",
    "concept_enforce",
    "definition",
    "concept_note",
    "concept_source",
    "locale",
    "term",
    "status",
    "kind",
    "pos",
    "gender",
    "case",
    "variants",
    "for",
    "enforce",
    "note",
    "source",
];

/// Reads a table in that encoding, unless a byte order mark says another.
pub fn read(input: impl Read, encoding: &'static Encoding, intake: &mut Intake<'_>) -> Result<(), Problem> {
    let mut rows = Rows::new(input, Declared::As(encoding), None, true);
    let Some(head) = rows.next(intake)? else {
        let place = Place { line: 1, column: 1 };
        return Err(intake.problem(place, "no-known-column", String::new(), String::new()));
    };
    let Some(mut table) = Table::of(&head) else {
        let names: Vec<&str> = head.cells.iter().map(|cell| cell.text.as_str()).take(4).collect();
        let names = super::entry::cut(&names.join(", "));
        return Err(intake.problem(head.place, "no-known-column", names, String::new()));
    };
    while let Some(mut row) = rows.next(intake)? {
        row.cells.iter_mut().for_each(bare);
        table.row(&row, intake)?;
    }
    table.finish(intake)
}

/// Whether a file in that encoding that begins so has column names that are known.
pub fn has_head(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let mut take = |_| None;
    let intake = Intake::new("", &mut take);
    let mut rows = Rows::new(bytes, Declared::As(encoding), None, true);
    rows.next(&intake).is_ok_and(|row| row.is_some_and(|row| Table::of(&row).is_some()))
}

/// Takes off the apostrophe of [`plain`].
fn bare(cell: &mut Cell) {
    let guarded = cell.text.strip_prefix('\'').is_some_and(|rest| rest.starts_with(STARTS));
    if guarded {
        cell.text.remove(0);
    }
}

/// What a formula begins with, and the apostrophe itself.
const STARTS: [char; 5] = ['=', '+', '-', '@', '\''];

/// A text that a spreadsheet will not run as a formula (OWASP, "CSV Injection"): an apostrophe goes
/// before it where it begins as one, or as one that has an apostrophe already.
fn plain(text: &str, unheld: &mut Unheld) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with(STARTS) {
        out.push('\'');
    }
    if text.contains(char::is_control) {
        unheld.count("control");
        out.push_str(&text.replace(char::is_control, " "));
    } else {
        out.push_str(text);
    }
    out
}

/// Writes the termbase, `between` between cells: a comma, or a tab. Everything is held but control
/// characters.
pub fn write(termbase: &Termbase, chosen: &Chosen, between: u8, out: &mut dyn Write) -> io::Result<Unheld> {
    let mut unheld = Unheld::default();
    if between == b'\t' {
        writeln!(out, "{}", COLUMNS.join("\t"))?;
        rows(termbase, chosen, &mut |cells| {
            let cells: Vec<String> = cells.iter().map(|cell| tabbed(&plain(cell, &mut unheld))).collect();
            writeln!(out, "{}", cells.join("\t"))
        })?;
        out.flush()?;
        return Ok(unheld);
    }
    let mut writer = csv::WriterBuilder::new().delimiter(between).from_writer(out);
    writer.write_record(COLUMNS)?;
    rows(termbase, chosen, &mut |cells| {
        writer.write_record(cells.iter().map(|cell| plain(cell, &mut unheld)))?;
        Ok(())
    })?;
    writer.flush()?;
    Ok(unheld)
}

/// A cell between tabs: one that would be taken for a quoted one is quoted.
fn tabbed(text: &str) -> String {
    match text.len() > 1 && text.starts_with('"') && text.ends_with('"') {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

/// The rows, a term each; what is the concept's stands in its first.
fn rows(
    termbase: &Termbase,
    chosen: &Chosen,
    write: &mut dyn FnMut(&[&str]) -> io::Result<()>,
) -> io::Result<()> {
    for (at, concept) in termbase.concepts().iter().enumerate() {
        let [subject, keep, enforce, definition, note, source] = concept_cells(concept);
        let own = [&subject, &keep, &enforce, &definition, &note, &source].map(String::as_str);
        let (mut is_first, mut has_any) = (true, false);
        for term in termbase.terms_of(at) {
            has_any = true;
            if !chosen.has(&term.locale) {
                continue;
            }
            let cells = term_cells(term);
            let mut row = vec![concept.id.as_str()];
            row.extend(if is_first { own } else { [""; 6] });
            row.extend([term.locale.as_str(), term.text.as_str()]);
            row.extend(cells.iter().map(String::as_str));
            write(&row)?;
            is_first = false;
        }
        if !has_any {
            let mut row = vec![concept.id.as_str()];
            row.extend(own);
            row.resize(COLUMNS.len(), "");
            write(&row)?;
        }
    }
    Ok(())
}
