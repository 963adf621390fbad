//! A table's lines and cells, with the place of each in the file.

use std::borrow::Cow;

use super::{File, HEAD, LARGEST, MOST_PROBLEMS, Place, Problem, cut};

/// A file cut into lines and its head into columns.
pub(super) struct Table<'f> {
    pub(super) file: &'f File,
    text: &'f str,
    /// The line of the column names, counted from 1.
    pub(super) head: usize,
    pub(super) names: Vec<String>,
    /// What parts cells.
    separator: char,
}

/// One line of a table.
pub(super) struct Row<'t, 'f> {
    table: &'t Table<'f>,
    line: usize,
    cells: Vec<Cow<'f, str>>,
    /// The line as it stands in the file, with its quotation marks.
    raw: &'f str,
}

impl<'f> Table<'f> {
    /// The table in that file if it has the needed columns; `own`: it has to begin with [`HEAD`],
    /// and tabs part its cells.
    pub(super) fn of(
        file: &'f File,
        needed: &[&str],
        own: bool,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let tell = |line, column, code, found: String, known: String| Problem {
            file: file.name.clone(),
            line,
            column,
            code,
            found,
            known,
        };
        if file.bytes.len() > LARGEST {
            problems.push(tell(1, 1, "too-large", String::new(), (LARGEST >> 20).to_string()));
            return None;
        }
        let text = match std::str::from_utf8(&file.bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
            Err(error) => {
                let good = file.bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
                let start = good.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
                let before = String::from_utf8_lossy(good.get(start..).unwrap_or_default()).chars().count();
                problems.push(tell(line, before + 1, "not-utf8", String::new(), String::new()));
                return None;
            }
        };
        if let Some(at) = text.find('\0') {
            let before = text.get(..at).unwrap_or_default();
            let line = 1 + before.matches('\n').count();
            let column = 1 + before.rsplit('\n').next().map_or(0, |last| last.chars().count());
            problems.push(tell(line, column, "nul", String::new(), String::new()));
            return None;
        }
        let mut lines = text.lines().enumerate();
        if own && lines.next().map(|(_, line)| line.trim_end()) != Some(HEAD) {
            problems.push(tell(1, 1, "bad-head", String::new(), HEAD.to_owned()));
            return None;
        }
        let head = lines.find(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
        let (at, line) = head.map_or((0, ""), |(at, line)| (at, line));
        let separator = if own { '\t' } else { separator(line) };
        let names: Vec<String> =
            cells(line, separator).iter().map(|name| name.trim().to_lowercase()).collect();
        let head = at + 1;
        let count = problems.len();
        for name in needed.iter().filter(|name| !names.iter().any(|own| own == *name)) {
            problems.push(tell(head, 1, "no-column", (*name).to_owned(), String::new()));
        }
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if names.iter().take(at).any(|other| other == name) {
                let (_, column) = start_of(line, separator, at);
                problems.push(tell(head, column, "same-column", cut(name), String::new()));
            }
        }
        (problems.len() == count).then_some(Table { file, text, head, names, separator })
    }

    /// The lines below the head, empty ones and comments left out. A line with more cells than the
    /// head is told and left out.
    pub(super) fn rows(&self, problems: &mut Vec<Problem>) -> Vec<Row<'_, 'f>> {
        let mut rows = Vec::new();
        for (at, raw) in self.records() {
            if raw.starts_with('#') || raw.trim().is_empty() {
                continue;
            }
            let cells = cells(raw, self.separator);
            if cells.len() > self.names.len() {
                if problems.len() < MOST_PROBLEMS {
                    let (found, known) = (cells.len().to_string(), self.names.len().to_string());
                    problems.push(self.problem(at + 1, 1, "cells", found, known));
                }
                continue;
            }
            rows.push(Row { table: self, line: at + 1, cells, raw });
        }
        rows
    }

    /// The lines below the head with their numbers from 0; where there is quoting, a line goes on
    /// while a quotation mark is open.
    fn records(&self) -> Vec<(usize, &'f str)> {
        let lines = self.text.lines().enumerate().skip(self.head);
        if self.separator == '\t' {
            return lines.collect();
        }
        let mut records = Vec::new();
        let mut rest = self.text.split_inclusive('\n').skip(self.head).map(str::len);
        let mut start: usize = self.text.split_inclusive('\n').take(self.head).map(str::len).sum();
        let (mut first, mut line, mut end) = (self.head, self.head, start);
        let mut open = false;
        while let Some(length) = rest.next() {
            let piece = self.text.get(end..end + length).unwrap_or_default();
            open ^= piece.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
            end += length;
            line += 1;
            if !open {
                let record = self.text.get(start..end).unwrap_or_default();
                records.push((first, record.trim_end_matches(['\r', '\n'])));
                (start, first) = (end, line);
            }
        }
        if start < end {
            records.push((first, self.text.get(start..end).unwrap_or_default()));
        }
        records
    }

    pub(super) fn problem(
        &self,
        line: usize,
        column: usize,
        code: &'static str,
        found: String,
        known: String,
    ) -> Problem {
        Problem { file: self.file.name.clone(), line, column, code, found, known }
    }
}

/// What parts the cells of a table with that first line: a tab if it has one, else whichever of
/// comma and semicolon it has more of.
fn separator(head: &str) -> char {
    let count = |c: char| head.matches(c).count();
    match (head.contains('\t'), count(','), count(';')) {
        (false, commas, semicolons) if commas > 0 && commas >= semicolons => ',',
        (false, _, semicolons) if semicolons > 0 => ';',
        _ => '\t',
    }
}

/// The cells of a line.
fn cells(line: &str, separator: char) -> Vec<Cow<'_, str>> {
    if separator == '\t' {
        return line.split('\t').map(Cow::Borrowed).collect();
    }
    let byte = u8::try_from(separator).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(byte)
        .from_reader(line.as_bytes());
    let mut record = csv::StringRecord::new();
    // The bytes are UTF-8 and in memory, and lengths are free: there is nothing to fail.
    if !reader.read_record(&mut record).unwrap_or(false) {
        return Vec::new();
    }
    record.iter().map(|cell| Cow::Owned(cell.to_owned())).collect()
}

/// Where a cell of that line begins: how many lines further down, and its column from 1.
fn start_of(raw: &str, separator: char, cell: usize) -> (usize, usize) {
    let (mut at, mut line, mut column, mut open) = (0, 0, 1, false);
    for c in raw.chars() {
        if at == cell {
            break;
        }
        column += 1;
        match c {
            '"' if separator != '\t' => open = !open,
            '\n' => (line, column) = (line + 1, 1),
            c if c == separator && !open => at += 1,
            _ => {}
        }
    }
    (line, column)
}

impl<'f> Row<'_, 'f> {
    fn at(&self, name: &str) -> Option<usize> {
        self.table.names.iter().position(|own| own == name)
    }

    pub(super) fn cell(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
    }

    /// The cell of that column; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.cell(self.at(name))
    }

    pub(super) fn place_at(&self, at: usize) -> Place<'f> {
        let (down, column) = start_of(self.raw, self.table.separator, at);
        (&self.table.file.name, self.line + down, column)
    }

    pub(super) fn place(&self, name: &str) -> Place<'f> {
        self.place_at(self.at(name).unwrap_or(0))
    }

    pub(super) fn tell(&self, name: &str, code: &'static str, known: String, problems: &mut Vec<Problem>) {
        if problems.len() < MOST_PROBLEMS {
            let (_, line, column) = self.place(name);
            problems.push(self.table.problem(line, column, code, cut(self.get(name)), known));
        }
    }

    /// The cell of that column if it is one of those words; another word is told.
    pub(super) fn word(&self, name: &str, known: &[&str], problems: &mut Vec<Problem>) -> Option<&str> {
        let found = self.get(name);
        if found.is_empty() {
            return None;
        }
        if known.contains(&found) {
            return Some(found);
        }
        self.tell(name, "bad-word", known.join(", "), problems);
        None
    }
}
