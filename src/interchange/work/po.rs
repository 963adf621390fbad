//! Message catalogues of gettext, written.
//!
//! The context of a message (`msgctxt`) is the unit's article and key, so that equal sources stay
//! apart and `msgmerge` finds each again. Codes stand as `<1>`. A unit with a target that needs work is
//! `fuzzy`, and what its source said before is the previous message (`#|`). Context is left unmarked:
//! the format has no lock.

use std::fmt::Write;

use super::labels::Labels;
use super::token::{Keeps, written as tokens};
use crate::domain::package::{Job, Package, WorkUnit};

/// The fields of the header that are ours.
pub(super) const PACKAGE: &str = "X-Cotejo-Package";
pub(super) const SOURCE: &str = "X-Source-Language";

/// What a catalogue keeps: `msgfmt` ends a text at a NUL, and takes `\r` for a mistake.
pub(super) struct Po;

impl Keeps for Po {
    fn keeps(&self, c: char, before: Option<char>, after: Option<char>) -> bool {
        // A message and its translation have to begin and end with line ends alike.
        !(matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}')
            || c == '\n' && (before.is_none() || after.is_none()))
    }
}

/// Writes a package.
pub fn write(package: &Package, labels: &Labels) -> String {
    let mut out = String::new();
    for text in &labels.instructions {
        comment(&mut out, "#", text);
    }
    let language = package.target.as_str().replace('-', "_");
    let head = [
        ("Project-Id-Version", package.name.as_str()),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
        ("Language-Team", "LANGUAGE <LL@li.org>"),
        ("Language", &language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        (SOURCE, package.source.as_str()),
        (PACKAGE, package.name.as_str()),
    ];
    let head: String = head.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    out.push_str("msgid \"\"\n");
    field(&mut out, "msgstr", &head);
    for job in &package.jobs {
        for (number, unit) in job.units.iter().enumerate() {
            out.push('\n');
            if number == 0 {
                comment(&mut out, "#.", &labels.labelled(&labels.file, job.source.as_str()));
                if let Some(note) = &job.note {
                    comment(&mut out, "#.", &labels.labelled(&labels.note, note));
                }
            }
            write_unit(&mut out, job, unit, labels);
        }
    }
    out
}

fn write_unit(out: &mut String, job: &Job, unit: &WorkUnit, labels: &Labels) {
    for (_, line) in labels.lines(unit, true) {
        comment(out, "#.", &line);
    }
    for code in crate::domain::inline::codes(&unit.source) {
        let shown = tokens(&[crate::domain::inline::Inline::Code(code.clone())], &Po);
        comment(out, "#.", &format!("{shown} {}", code.written));
    }
    // A blank in a file's name would end the reference.
    let path = job.source.as_str();
    if unit.line > 0 && !path.contains(|c: char| c.is_whitespace() || c.is_control()) {
        let _ = writeln!(out, "#: {path}:{}", unit.line);
    }
    let target = unit.target.as_ref().map(|target| tokens(target, &Po)).unwrap_or_default();
    let fuzzy = unit.todo.is_open() && !target.is_empty();
    if fuzzy {
        out.push_str("#, fuzzy\n");
        if let Some(before) = &unit.before {
            field(out, "#| msgid", &tokens(before, &Po));
        }
    }
    field(out, "msgctxt", &super::id_of(&job.article, unit.key, &Po));
    field(out, "msgid", &tokens(&unit.source, &Po));
    field(out, "msgstr", &target);
}

/// Writes a comment; a line of its text is a line of it.
fn comment(out: &mut String, mark: &str, text: &str) {
    for line in text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let line = line.trim_end();
        out.push_str(mark);
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// Writes a keyword and its text; a text of several lines begins on the next.
fn field(out: &mut String, keyword: &str, text: &str) {
    let previous = if keyword.starts_with("#|") { "#| " } else { "" };
    out.push_str(keyword);
    let several = text.trim_end_matches('\n').contains('\n');
    let mut lines = text.split_inclusive('\n').peekable();
    if several || lines.peek().is_none() {
        out.push_str(" \"\"\n");
    } else {
        out.push(' ');
    }
    for line in lines {
        if several {
            out.push_str(previous);
        }
        out.push('"');
        for c in line.chars() {
            match c {
                '\n' => out.push_str("\\n"),
                '\t' => out.push_str("\\t"),
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                c => out.push(c),
            }
        }
        out.push_str("\"\n");
    }
}
