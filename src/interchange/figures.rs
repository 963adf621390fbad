//! How often pages are read: a table as web statistics and spreadsheets write it, a page and a number in
//! each row.
//!
//! Cells stand between commas, semicolons (as Excel and LibreOffice write in most of Europe) or tabs:
//! whichever the first line has most of. The first cell names the page, the last that is a number says
//! how often it was read; a first row without one is the head. A page that stands twice counts with the
//! sum. Numbers may have groups of three (`1 234`, and `1,234` or `1.234` where the mark is not that of
//! decimals in such a file) and decimals behind a point, or behind a comma where commas part no cells.
//!
//! A row that can't be understood is an error: an order of work that silently counts for nothing is worse
//! than none.

use std::collections::BTreeMap;

/// The most rows that are read.
const MOST: usize = 1_000_000;

/// A row that can't be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its line, from 1.
    pub line: u64,
    /// What is wrong: `quote` (a quotation mark that is never closed), `number` (no cell that is a number
    /// from 0 on) or `syntax`.
    pub code: &'static str,
    /// What stands there, cut.
    pub found: String,
}

/// The figures by the page's name. Linear.
pub fn read(bytes: &[u8]) -> Result<BTreeMap<String, f64>, Problem> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let mark = separator(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut figures = BTreeMap::new();
    for (at, row) in reader.records().take(MOST).enumerate() {
        let problem = |line: u64, code: &'static str, found: &str| Problem {
            line,
            code,
            found: found.chars().take(60).collect(),
        };
        let row = row.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            problem(line, "syntax", "")
        })?;
        let line = row.position().map_or(1, csv::Position::line);
        if row.iter().all(str::is_empty) {
            continue;
        }
        let mut cells = row.iter();
        let name = cells.next().unwrap_or_default();
        // No page and no figure has a line end in it: the quotation mark before it was left open.
        if let Some(cell) = row.iter().find(|cell| cell.contains('\n')) {
            return Err(problem(line, "quote", cell.lines().next().unwrap_or_default()));
        }
        match cells.rev().find_map(|cell| number(cell, mark)) {
            Some(number) => *figures.entry(name.to_owned()).or_insert(0.0) += number,
            None if at == 0 => {}
            None => {
                let found = row.iter().skip(1).find(|cell| !cell.is_empty()).unwrap_or(name);
                return Err(problem(line, "number", found));
            }
        }
    }
    if text.matches('"').count() % 2 == 1 {
        let line = text.lines().count() as u64;
        let last = text.lines().last().unwrap_or_default();
        return Err(Problem { line, code: "quote", found: last.chars().take(60).collect() });
    }
    Ok(figures)
}

/// What parts the cells: what the first line has most of, outside of quotes.
fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        counts.iter_mut().filter(|(mark, _)| !quoted && *mark == byte).for_each(|(_, count)| *count += 1);
    }
    // Of equals the last: a comma is likelier to stand within a cell.
    counts.iter().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

/// A figure from 0 on in a file whose cells stand between `mark`s.
fn number(cell: &str, mark: u8) -> Option<f64> {
    let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'');
    let cell: String = cell.chars().filter(|c| !blank(*c)).collect();
    let of_decimals = if mark == b',' { '.' } else { ',' };
    let of_groups = if mark == b',' { ',' } else { '.' };
    let plain = match cell.split_once(of_decimals) {
        Some((whole, rest)) => format!("{}.{rest}", ungrouped(whole, of_groups)?),
        None => ungrouped(&cell, of_groups)?,
    };
    let digits = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.parse::<f64>().ok().filter(|number| digits && number.is_finite())
}

/// Whole figures without the marks between groups of three; where these are no groups, the mark is that
/// of decimals after all.
fn ungrouped(text: &str, mark: char) -> Option<String> {
    let mut parts = text.split(mark);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    match rest.as_slice() {
        [] => Some(first.to_owned()),
        groups if (1..=3).contains(&first.len()) && groups.iter().all(|group| group.len() == 3) => {
            Some([&[first][..], groups].concat().concat())
        }
        [one] if mark == '.' => Some(format!("{first}.{one}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Vec<(String, f64)>, (u64, &'static str)> {
        read(text.as_bytes())
            .map(|found| found.into_iter().collect())
            .map_err(|problem| (problem.line, problem.code))
    }

    #[test]
    fn a_page_and_how_often_it_was_read() {
        let text =
            "\u{feff}page,visits,share\n/en/news/a.aspx,120,n/a\n\"docs/b, c\",7\n/en/news/a.aspx,3\n\n,\n";
        let expected = vec![("/en/news/a.aspx".to_owned(), 123.0), ("docs/b, c".to_owned(), 7.0)];
        assert_eq!(of(text), Ok(expected));
        for (text, figure) in [
            ("página;visitas\r\na;1234\r\n", 1234.0),
            ("a;1.234\n", 1234.0),
            ("a;12,5\n", 12.5),
            ("a;1.234,5\n", 1234.5),
            ("a;0.5\n", 0.5),
            ("a\t1\u{202f}234\n", 1234.0),
            ("a\t12,5\n", 12.5),
            ("page,visits\na,\"1,234\"\n", 1234.0),
            ("a,12.5\n", 12.5),
        ] {
            assert_eq!(of(text), Ok(vec![("a".to_owned(), figure)]), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_figure_is_told_with_its_line() {
        for (text, expected) in [
            ("page,visits\na,1\nb,abc\n", (3, "number")),
            ("a,1\nb,-5\n", (2, "number")),
            ("a,1\nb,NaN\n", (2, "number")),
            ("a,1\nb,inf\n", (2, "number")),
            ("a,1\nb\n", (2, "number")),
            ("a,1\n\"b,2\nc,3\n", (2, "quote")),
            ("a,1\nb,\"2", (2, "quote")),
        ] {
            assert_eq!(of(text), Err(expected), "{text:?}");
        }
        assert_eq!(of(""), Ok(Vec::new()));
    }
}
