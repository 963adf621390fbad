//! A page with a table for each article, written: for people who have a word processor and no tool.
//!
//! The id is a column that can be seen, since a word processor drops what can't. Codes stand as `<1>`, a
//! line end is a `br`, and what HTML would take off (a second blank, a tab) stands as `<u+20>`.

use super::labels::Labels;
use super::table::head;
use super::token::{Keeps, is_xml, written as tokens};
use crate::domain::inline::Inline;
use crate::domain::locale::Locale;
use crate::domain::package::{Job, Package, WorkUnit};

/// What a table keeps.
pub(super) struct Cell;

impl Keeps for Cell {
    fn keeps(&self, c: char, before: Option<char>, after: Option<char>) -> bool {
        match c {
            ' ' => {
                !matches!(before, None | Some(' ' | '\n' | '\u{a0}'))
                    && !matches!(after, None | Some('\n' | '\u{a0}'))
            }
            '\n' => before.is_some() && after.is_some(),
            // A cell that holds nothing else is an empty one.
            '\u{a0}' => before.is_some() && after.is_some(),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffd}' => false,
            c => is_xml(c) && !c.is_control(),
        }
    }
}

/// For browsers; word processors keep what stands as attributes.
const STYLE: &str = "td,th{vertical-align:top;text-align:start}td{unicode-bidi:isolate}";

/// Writes a package.
pub fn write(package: &Package, labels: &Labels) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>");
    escape(&mut out, package.name.as_str());
    out.push_str("</title>\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n");
    for text in &labels.instructions {
        element(&mut out, "p", text);
    }
    for job in &package.jobs {
        write_job(&mut out, package, job, labels);
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&format!("<{name}>"));
    escape(out, text);
    out.push_str(&format!("</{name}>\n"));
}

fn write_job(out: &mut String, package: &Package, job: &Job, labels: &Labels) {
    element(out, "h2", job.article.as_str());
    element(out, "p", &labels.labelled(&labels.file, job.source.as_str()));
    if let Some(note) = &job.note {
        element(out, "p", &labels.labelled(&labels.note, note));
    }
    out.push_str("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n");
    out.push_str("<tr>\n<th width=\"14%\"><font size=\"1\">");
    escape(out, &head(package));
    out.push_str("<br>");
    escape(out, &labels.id);
    out.push_str("</font></th>\n");
    // An empty column has no width of its own, and this is the one to write in.
    for (label, width) in [(&labels.source, "32%"), (&labels.target, "32%"), (&labels.notes, "22%")] {
        out.push_str(&format!("<th width=\"{width}\">"));
        escape(out, label);
        out.push_str("</th>\n");
    }
    out.push_str("</tr>\n");
    job.units.iter().for_each(|unit| write_unit(out, package, job, unit, labels));
    out.push_str("</table>\n");
}

fn write_unit(out: &mut String, package: &Package, job: &Job, unit: &WorkUnit, labels: &Labels) {
    out.push_str(if unit.todo.is_open() { "<tr>\n" } else { "<tr bgcolor=\"#eeeeee\">\n" });
    out.push_str("<td><font size=\"1\" color=\"#666666\">");
    escape(out, &super::id_of(&job.article, unit.key, &Cell));
    out.push_str("</font></td>\n");
    cell(out, &unit.source, &package.source);
    cell(out, unit.target.as_deref().unwrap_or_default(), &package.target);
    out.push_str("<td>\n");
    labels.lines(unit, true).iter().for_each(|(_, line)| element(out, "p", line));
    out.push_str("</td>\n</tr>\n");
}

/// A cell with a text in a locale.
fn cell(out: &mut String, pieces: &[Inline], locale: &Locale) {
    out.push_str("<td lang=\"");
    escape(out, locale.as_str());
    out.push_str("\" dir=\"auto\">");
    escape(out, &tokens(pieces, &Cell));
    out.push_str("</td>\n");
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '\n' => out.push_str("<br>"),
            c if c.is_control() || !is_xml(c) => out.push(' '),
            c => out.push(c),
        }
    }
}
