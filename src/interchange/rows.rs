//! Text as rows of cells: comma- and otherwise separated values, read strictly.
//!
//! RFC 4180, with any of `,` `;` tab `|` between cells. A quotation mark opens a quoted cell only
//! at the cell's beginning. Between commas a quoted cell may run over lines, and one that is never
//! closed is a problem at its place; most readers swallow the rest of the file there. Between tabs
//! a cell ends with its line, whatever its quotes (tables of terms hold quotation marks): it is
//! unquoted where it is quoted whole.

use std::io::{self, BufRead, Read};

use super::decode::{Declared, Fault, Text};
use super::entry::{Intake, LARGEST, Place};
use super::terms_tsv::Problem;

/// The longest row, in bytes.
const LONGEST: usize = 4 << 20;
/// The most cells of a row.
const MOST_CELLS: usize = 10_000;

/// A cell with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Where it begins.
    pub place: Place,
    /// What stands in it, without the blanks around it.
    pub text: String,
}

/// A row that is not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where it begins.
    pub place: Place,
    /// Its cells.
    pub cells: Vec<Cell>,
}

impl Row {
    /// What stands in that cell; nothing where there is none.
    pub fn get(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.text.as_str())
    }

    /// The place of that cell; that of the row where there is none.
    pub fn place_of(&self, at: usize) -> Place {
        self.cells.get(at).map_or(self.place, |cell| cell.place)
    }

    /// The cells without the empty ones at the end.
    pub fn filled(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1)
    }
}

/// Rows, read one by one.
pub struct Rows<R: Read> {
    text: Text<R>,
    line: Vec<u8>,
    /// The byte between cells, once it is known.
    between: Option<u8>,
    comments: bool,
    verbatim: bool,
}

impl<R: Read> Rows<R> {
    /// The rows of a text; lines that begin with `#` are comments where `comments`. What stands
    /// between cells is seen in the first row unless it is given.
    pub fn new(input: R, declared: Declared, between: Option<u8>, comments: bool) -> Self {
        Rows { text: Text::new(input, declared), line: Vec::new(), between, comments, verbatim: false }
    }

    /// The same rows, quotation marks between tabs being nothing but that.
    pub fn verbatim(mut self) -> Self {
        self.verbatim = true;
        self
    }

    /// The next row that is not empty.
    pub fn next(&mut self, intake: &Intake<'_>) -> Result<Option<Row>, Problem> {
        loop {
            let place = self.text.place();
            self.text.allow(LONGEST);
            self.line.clear();
            if !self.more(place, intake)? {
                return Ok(None);
            }
            let is_comment = self.comments && self.line.first() == Some(&b'#');
            if is_comment || self.line.trim_ascii().is_empty() {
                continue;
            }
            let between = *self.between.get_or_insert_with(|| between(&self.line));
            let row = match between {
                b'\t' => self.plain(place),
                _ => self.quoted(place, between, intake)?,
            };
            if row.cells.len() > MOST_CELLS {
                return Err(intake.problem(place, "cell-too-long", String::new(), MOST_CELLS.to_string()));
            }
            if row.filled() > 0 {
                return Ok(Some(row));
            }
        }
    }

    /// Reads another line behind what is there; whether there was one.
    fn more(&mut self, place: Place, intake: &Intake<'_>) -> Result<bool, Problem> {
        match self.text.read_until(b'\n', &mut self.line) {
            Ok(count) => Ok(count > 0),
            Err(error) => Err(refusal(&error, place, self.text.place(), intake)),
        }
    }

    fn plain(&self, place: Place) -> Row {
        let line = String::from_utf8_lossy(&self.line);
        let line = line.trim_end_matches(['\n', '\r']);
        let mut at = place;
        let cells = line.split('\t').map(|cell| {
            let place = Place { column: at.column, ..at };
            at.column += cell.chars().count() + 1;
            let trimmed = cell.trim();
            let whole = trimmed.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
            let whole = whole.filter(|inner| !self.verbatim && !inner.replace("\"\"", "").contains('"'));
            let text = whole
                .map_or_else(|| trimmed.to_owned(), |inner| inner.replace("\"\"", "\"").trim().to_owned());
            Cell { place, text }
        });
        Row { place, cells: cells.collect() }
    }

    fn quoted(&mut self, place: Place, between: u8, intake: &Intake<'_>) -> Result<Row, Problem> {
        let mut row = Row { place, cells: Vec::new() };
        let (mut at, mut here) = (0, place);
        loop {
            let mut cell: Vec<u8> = Vec::new();
            let begun = here;
            let blanks =
                self.line.get(at..).unwrap_or_default().iter().take_while(|byte| **byte == b' ').count();
            let is_quoted = self.line.get(at + blanks) == Some(&b'"');
            if is_quoted {
                at += blanks + 1;
                here.column += blanks + 1;
                loop {
                    match self.line.get(at).copied() {
                        None => {
                            // The line ends within the cell.
                            if !self.more(place, intake)? {
                                return Err(intake.problem(begun, "quote", String::new(), String::new()));
                            }
                        }
                        Some(b'"') if self.line.get(at + 1) == Some(&b'"') => {
                            cell.push(b'"');
                            at += 2;
                            here.column += 2;
                        }
                        Some(b'"') => {
                            at += 1;
                            here.column += 1;
                            break;
                        }
                        Some(byte) => {
                            cell.push(byte);
                            at += 1;
                            step(&mut here, byte);
                        }
                    }
                }
            }
            // What stands behind a closing quotation mark belongs to the cell too.
            while let Some(byte) =
                self.line.get(at).copied().filter(|byte| *byte != between && *byte != b'\n')
            {
                cell.push(byte);
                at += 1;
                step(&mut here, byte);
            }
            let text = String::from_utf8_lossy(&cell).trim().to_owned();
            row.cells.push(Cell { place: begun, text });
            if self.line.get(at) != Some(&between) {
                return Ok(row);
            }
            at += 1;
            here.column += 1;
        }
    }
}

fn step(place: &mut Place, byte: u8) {
    if byte == b'\n' {
        place.line += 1;
        place.column = 1;
    } else if byte & 0xC0 != 0x80 {
        place.column += 1;
    }
}

/// What stands between the cells of a row: what is there most often outside of quotation marks,
/// of as many the first of tab, semicolon, comma, bar.
fn between(line: &[u8]) -> u8 {
    let mut counts = [0_usize; 4];
    let kinds = [b'\t', b';', b',', b'|'];
    let mut is_quoted = false;
    for byte in line {
        is_quoted ^= *byte == b'"';
        if let Some(count) =
            kinds.iter().position(|kind| kind == byte && !is_quoted).and_then(|at| counts.get_mut(at))
        {
            *count += 1;
        }
    }
    let best = counts.iter().max().copied().unwrap_or(0);
    match counts.iter().position(|count| *count == best && best > 0) {
        Some(at) => kinds.get(at).copied().unwrap_or(b','),
        None => b',',
    }
}

fn refusal(error: &io::Error, begun: Place, here: Place, intake: &Intake<'_>) -> Problem {
    let known = |number: u64| number.to_string();
    let none = String::new;
    match Fault::of(error) {
        Some(Fault::Encoding) => intake.problem(here, "bad-encoding", none(), none()),
        Some(Fault::Unknown) => intake.problem(here, "unknown-encoding", none(), none()),
        Some(Fault::TooMuch) => intake.problem(begun, "cell-too-long", none(), known(LONGEST as u64 >> 20)),
        Some(Fault::TooLarge) => intake.problem(here, "too-large", none(), known(LARGEST >> 20)),
        None => intake.problem(here, "unreadable", error.to_string(), none()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::entry::Entry;

    fn read(text: &str, between: Option<u8>) -> Result<Vec<Vec<String>>, (usize, usize, &'static str)> {
        let mut take = |_: Entry| None;
        let intake = Intake::new("a.csv", &mut take);
        let mut rows = Rows::new(text.as_bytes(), Declared::As(encoding_rs::UTF_8), between, true);
        let mut all = Vec::new();
        loop {
            match rows.next(&intake) {
                Ok(Some(row)) => all.push(row.cells.into_iter().map(|cell| cell.text).collect()),
                Ok(None) => return Ok(all),
                Err(problem) => return Err((problem.line, problem.column, problem.code)),
            }
        }
    }

    #[test]
    fn rows_are_read_as_spreadsheets_write_them() {
        for (text, expected) in [
            ("a,b\n1,\"x, \"\"y\"\"\"\n", vec![vec!["a", "b"], vec!["1", "x, \"y\""]]),
            ("a;b\r\n\"1\r\n2\";3\r\n", vec![vec!["a", "b"], vec!["1\r\n2", "3"]]),
            (
                "# no\n\na\tb\n\"x\" y\t\"say \"\"so\"\"\"\n",
                vec![vec!["a", "b"], vec!["\"x\" y", "say \"so\""]],
            ),
            ("a|b\n,|;\n,,\n", vec![vec!["a", "b"], vec![",", ";"], vec![",,"]]),
            ("a,b\n,,\n 1 , 2", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a,b,\n\"1\" ,\"\"", vec![vec!["a", "b", ""], vec!["1", ""]]),
        ] {
            assert_eq!(
                read(text, None),
                Ok(expected.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
        assert_eq!(read("a,b\nx,\"y\nz,w\n", None), Err((2, 3, "quote")));
        // Between tabs it is only a mark.
        assert_eq!(read("a\tb\nx\t\"y\nz\tw\n", None).map(|rows| rows.len()), Ok(3));
    }

    #[test]
    fn a_line_without_end_is_not_gathered() {
        let long = format!("a,b\n{}", "x".repeat(LONGEST + 1));
        assert_eq!(read(&long, None), Err((2, 1, "cell-too-long")));
        assert_eq!(read(&",".repeat(MOST_CELLS + 1), None), Err((1, 1, "cell-too-long")));
    }
}
