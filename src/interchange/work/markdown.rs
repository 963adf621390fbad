//! A table in Markdown for each article, written and read.
//!
//! The tables are those of GitHub's Markdown: a row a line, `\|` for a bar, `<br>` for a line end. Codes
//! stand as `<1>`, which no Markdown takes for a tag. Editors that pad cells or drop the blanks around
//! bars change nothing.

use super::Problem;
use super::decode::Lines;
use super::gather::Gather;
use super::labels::{About, Labels};
use super::table::{Row, head, is_head, is_id, take};
use super::token::{Keeps, is_xml, written as tokens};
use crate::domain::package::{Job, Package, Returned, WorkUnit};

/// What a cell keeps.
struct Cell;

impl Keeps for Cell {
    fn keeps(&self, c: char, before: Option<char>, after: Option<char>) -> bool {
        match c {
            ' ' | '\u{a0}' => before.is_some() && after.is_some(),
            '\n' => before.is_some() && after.is_some(),
            // Before a bar it would be taken for one that guards it.
            '\\' => !matches!(after, Some('|') | None),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => false,
            c => is_xml(c) && !c.is_control(),
        }
    }
}

/// Writes a package.
pub fn write(package: &Package, labels: &Labels) -> String {
    let mut out = format!("# {}\n", package.name);
    for text in &labels.instructions {
        out.push_str(&format!("\n{}\n", line(text)));
    }
    for job in &package.jobs {
        write_job(&mut out, package, job, labels);
    }
    out
}

/// A text outside of tables, on one line that can't be taken for a row.
fn line(text: &str) -> String {
    let flat = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
    text.chars().map(flat).collect::<String>().replace('|', "\\|")
}

fn write_job(out: &mut String, package: &Package, job: &Job, labels: &Labels) {
    out.push_str(&format!("\n## {}\n", line(job.article.as_str())));
    out.push_str(&format!("\n{}\n", line(&labels.labelled(&labels.file, job.source.as_str()))));
    if let Some(note) = &job.note {
        out.push_str(&format!("\n{}\n", line(&labels.labelled(&labels.note, note))));
    }
    out.push('\n');
    let first = format!("{} {}", head(package), labels.id);
    row(out, [&first, &labels.source, &labels.target, &labels.notes].map(|text| cell(text)));
    out.push_str("| --- | --- | --- | --- |\n");
    job.units.iter().for_each(|unit| write_unit(out, job, unit, labels));
}

fn write_unit(out: &mut String, job: &Job, unit: &WorkUnit, labels: &Labels) {
    let note = |(about, line): (About, String)| match about {
        // Its codes are to be copied as they stand.
        About::Offer => escaped(&line.replace(|c: char| c.is_control(), " ")),
        _ => cell(&line),
    };
    let notes: Vec<String> = labels.lines(unit, true).into_iter().map(note).collect();
    let cells = [
        escaped(&super::id_of(&job.article, unit.key, &Cell)),
        escaped(&tokens(&unit.source, &Cell)),
        escaped(&tokens(unit.target.as_deref().unwrap_or_default(), &Cell)),
        notes.join("<br>"),
    ];
    row(out, cells);
}

/// A text of ours as a cell.
fn cell(text: &str) -> String {
    escaped(&super::token::plain(text, &Cell))
}

/// Tokens as a cell.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match c {
            '|' => out.push_str("\\|"),
            '\n' => out.push_str("<br>"),
            '<' if line_end(rest).is_some() => out.push_str("<\\"),
            c => out.push(c),
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// The length of what is written for a line end, or would be but for the backslashes in it; and how many
/// of these there are.
fn line_end(text: &str) -> Option<(usize, usize)> {
    let inner = text.strip_prefix('<')?;
    let bare = inner.trim_start_matches('\\');
    let slashes = inner.len() - bare.len();
    let word = bare.get(..2).filter(|word| word.eq_ignore_ascii_case("br"))?;
    let rest = bare.get(word.len()..)?;
    let end =
        rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>")).or_else(|| rest.strip_prefix(" />"))?;
    Some((text.len() - end.len(), slashes))
}

fn row(out: &mut String, cells: [String; 4]) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(&cell);
        if !cell.is_empty() {
            out.push(' ');
        }
    }
    out.push_str("|\n");
}

/// Whether a text has a row of ours in it.
pub(super) fn is_table(text: &str) -> bool {
    let mut rows = text.lines().map(str::trim).filter(|line| line.starts_with('|') || line.contains(" | "));
    let has_head = |line: &str| cells(line).is_some_and(|cells| cells.iter().any(|cell| is_head(cell)));
    rows.any(|line| line.contains("#link-") || line.contains("#new-") || has_head(line))
}

/// The cells of a row, trimmed; `None` for a line that is none.
fn cells(line: &str) -> Option<Vec<String>> {
    let blank = |c: char| c == ' ' || c == '\t';
    let line = line.trim_matches(blank);
    let (guarded, line) = line.strip_prefix('|').map_or((false, line), |line| (true, line));
    let mut out = Vec::new();
    let mut cell = String::new();
    let mut chars = line.chars().peekable();
    let mut ended = false;
    while let Some(c) = chars.next() {
        ended = false;
        match c {
            '\\' if chars.peek() == Some(&'|') => {
                chars.next();
                cell.push('|');
            }
            '|' => {
                out.push(read_cell(cell.trim_matches(blank)));
                cell.clear();
                ended = true;
            }
            c => cell.push(c),
        }
    }
    if out.is_empty() && !guarded {
        return None;
    }
    if !ended {
        out.push(read_cell(cell.trim_matches(blank)));
    }
    Some(out)
}

/// A cell with its line ends; what is left are tokens.
fn read_cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let length = match line_end(tail) {
            Some((length, 0)) => {
                out.push('\n');
                length
            }
            Some((length, _)) => {
                out.push('<');
                out.push_str(tail.get(2..length).unwrap_or_default());
                length
            }
            None => {
                out.push('<');
                1
            }
        };
        rest = tail.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Returned, Problem> {
    let mut gather = Gather::default();
    // The end of a file that was cut off looks like a row without its last bar.
    if let Some((number, last)) = Lines::new(text).filter(|(_, line)| !line.trim().is_empty()).last() {
        let last = last.trim();
        if last.starts_with('|') && (!last.ends_with('|') || last.ends_with("\\|")) {
            return Err(Problem::new(number, "cut", last, "|"));
        }
    }
    let mut last: Option<Row> = None;
    for (line, row) in Lines::new(text) {
        let Some(cells) = cells(row) else { continue };
        let rule = |cell: &String| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':'));
        if cells.iter().all(rule) {
            last.iter_mut().for_each(|row| row.head = true);
            continue;
        }
        // Text outside of tables may have bars, too.
        if !row.trim_start().starts_with('|') && !cells.iter().any(|cell| is_id(cell) || is_head(cell)) {
            continue;
        }
        last.replace(Row { line, head: false, cells }).map_or(Ok(()), |row| take(&mut gather, row))?;
    }
    last.map_or(Ok(()), |row| take(&mut gather, row))?;
    gather.finish()
}
