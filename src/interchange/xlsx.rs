//! Excel workbooks (ECMA-376, Office Open XML), read as the tables on their sheets.
//!
//! A workbook is a ZIP of XML parts. Of these the workbook, its relations, the shared strings and
//! the sheets are read; nothing of looks, formulas (their last values are) or macros. The parts go
//! through the same hardened XML reader as TBX, one after the other and never whole in memory, and
//! all of them together may inflate to [`MOST_INFLATED`] bytes, counted as they come out and not as
//! the archive claims: a bomb ends there. The readers of spreadsheets that were looked at reserve
//! memory by numbers in the file, or lay a sheet out as a rectangle as wide and long as its
//! outermost cells; here a cell costs what it is long.

use std::io::{self, Cursor, Read};

use rustc_hash::FxHashMap;
use zip::ZipArchive;

use super::decode::Fault;
use super::entry::{Intake, Place, cut};
use super::rows::{Cell, Row};
use super::table::Table;
use super::tbx::id_of_xml;
use super::terms_tsv::Problem;
use super::xml::{Token, Xml};

/// So many bytes may the parts of a workbook inflate to.
pub const MOST_INFLATED: u64 = 512 << 20;
/// So many shared strings and sheets are read.
const MOST_STRINGS: usize = 4_000_000;
const MOST_SHEETS: usize = 1000;
/// The widest row that is looked at, in cells.
const WIDEST: usize = 400;
/// So much text may a cell hold, in bytes (Excel holds 32767 characters).
const LONGEST: usize = 256 << 10;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Reads a workbook.
pub fn read(bytes: &[u8], intake: &mut Intake<'_>) -> Result<(), Problem> {
    read_within(bytes, MOST_INFLATED, intake)
}

/// Reads a workbook whose parts inflate to no more than `most` bytes.
fn read_within(bytes: &[u8], most: u64, intake: &mut Intake<'_>) -> Result<(), Problem> {
    let start = Place { line: 1, column: 1 };
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Err(intake.problem(start, "not-xlsx", String::new(), String::new()));
    };
    let mut left = most;
    let file = intake.file.clone();
    let workbook = related(&mut archive, "_rels/.rels", &mut left, intake)?
        .into_values()
        .find(|target| target.ends_with("workbook.xml"))
        .unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let sheets = sheets(&mut archive, &workbook, &mut left, intake)?;
    if sheets.is_empty() {
        return Err(intake.problem(start, "not-xlsx", String::new(), String::new()));
    }
    let relations = related(&mut archive, &join(folder, &format!("_rels/{name}.rels")), &mut left, intake)?;
    let strings = strings(&mut archive, &join(folder, "sharedStrings.xml"), &mut left, intake)?;
    let (mut read, mut unread) = (0, Vec::new());
    for (sheet, id) in sheets {
        let target = relations.get(&id).map(String::as_str).unwrap_or_default();
        let part = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => join(folder, target),
        };
        intake.file = format!("{file} [{}]", cut(&sheet));
        match one(&mut archive, &part, &strings, &mut left, intake)? {
            true => read += 1,
            false => unread.push(start),
        }
        intake.file.clone_from(&file);
    }
    if read == 0 {
        return Err(intake.problem(start, "no-known-column", String::new(), String::new()));
    }
    unread.into_iter().for_each(|place| intake.leave_out("sheet", place));
    Ok(())
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// A stream that ends in an error where all parts together are too large.
struct Bounded<'l, R> {
    input: R,
    left: &'l mut u64,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(out)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => *self.left = left,
            None => return Err(Fault::TooLarge.into()),
        }
        Ok(read)
    }
}

/// Reads a part token by token; a part that is not there has none.
fn part(
    archive: &mut Archive<'_>,
    name: &str,
    left: &mut u64,
    intake: &mut Intake<'_>,
    mut take: impl FnMut(Token, Place, &mut Intake<'_>) -> Result<(), Problem>,
) -> Result<bool, Problem> {
    let Ok(input) = archive.by_name(name) else { return Ok(false) };
    let file = format!("{} [{}]", intake.file, cut(name));
    let mut xml = Xml::new(Bounded { input, left }, &file);
    loop {
        let place = xml.place();
        match xml.next() {
            Ok(Some(token)) => take(token, place, intake)?,
            Ok(None) => return Ok(true),
            Err(mut problem) => {
                match problem.code {
                    "too-large" => {
                        problem.code = "xlsx-too-large";
                        problem.known = (MOST_INFLATED >> 20).to_string();
                    }
                    // An archive that is damaged says so in its own words.
                    "unreadable" => problem.code = "xlsx-part",
                    _ => {}
                }
                return Err(problem);
            }
        }
    }
}

/// The targets of a part's relations, by id.
fn related(
    archive: &mut Archive<'_>,
    name: &str,
    left: &mut u64,
    intake: &mut Intake<'_>,
) -> Result<FxHashMap<String, String>, Problem> {
    let mut targets = FxHashMap::default();
    part(archive, name, left, intake, |token, _, _| {
        if let Token::Open(tag) = &token
            && let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target"))
            && targets.len() < 2 * MOST_SHEETS
        {
            targets.insert(id.to_owned(), target.trim_start_matches("./").to_owned());
        }
        Ok(())
    })?;
    Ok(targets)
}

/// The sheets' names with the ids of their relations.
fn sheets(
    archive: &mut Archive<'_>,
    name: &str,
    left: &mut u64,
    intake: &mut Intake<'_>,
) -> Result<Vec<(String, String)>, Problem> {
    let mut sheets = Vec::new();
    part(archive, name.trim_start_matches('/'), left, intake, |token, _, _| {
        if let Token::Open(tag) = &token
            && tag.name == "sheet"
            && let (Some(name), Some(id)) = (tag.get("name"), tag.get("id"))
            && sheets.len() < MOST_SHEETS
        {
            sheets.push((name.to_owned(), id.to_owned()));
        }
        Ok(())
    })?;
    Ok(sheets)
}

/// Gathers the text of a cell or a shared string: that of `t`, not of the readings beside it.
#[derive(Default)]
struct Texts {
    text: String,
    in_text: bool,
    reading: usize,
}

impl Texts {
    fn take(&mut self, token: &Token, open: &[String]) {
        match token {
            Token::Open(tag) if tag.name == "rPh" => self.reading += 1,
            Token::Open(tag) => self.in_text = tag.name == "t" && self.reading == 0,
            Token::Close => {
                self.in_text = false;
                if open.last().is_some_and(|name| name == "rPh") {
                    self.reading = self.reading.saturating_sub(1);
                }
            }
            Token::Text(text) if self.in_text && self.text.len() < LONGEST => self.text.push_str(text),
            Token::Text(_) => {}
        }
    }

    fn finish(&mut self) -> String {
        self.in_text = false;
        // Control characters are written by their number.
        id_of_xml(&std::mem::take(&mut self.text))
    }
}

fn strings(
    archive: &mut Archive<'_>,
    name: &str,
    left: &mut u64,
    intake: &mut Intake<'_>,
) -> Result<Vec<String>, Problem> {
    let mut strings = Vec::new();
    let mut texts = Texts::default();
    let mut open: Vec<String> = Vec::new();
    part(archive, name, left, intake, |token, place, intake| {
        texts.take(&token, &open);
        match token {
            Token::Open(tag) => open.push(tag.name),
            Token::Close => {
                if open.pop().is_some_and(|name| name == "si") {
                    strings.push(texts.finish());
                    if strings.len() > MOST_STRINGS {
                        let most = MOST_STRINGS.to_string();
                        return Err(intake.problem(place, "too-many", String::new(), most));
                    }
                }
            }
            Token::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(strings)
}

/// A cell on its way.
#[derive(Default)]
struct Open {
    column: usize,
    kind: String,
    value: String,
    texts: Texts,
}

/// Reads a sheet; whether there is a table on it.
fn one(
    archive: &mut Archive<'_>,
    name: &str,
    strings: &[String],
    left: &mut u64,
    intake: &mut Intake<'_>,
) -> Result<bool, Problem> {
    let mut table: Option<Table> = None;
    let mut headless = false;
    let mut row = Row::default();
    let mut next_row = 1_usize;
    let mut cell = Open::default();
    let mut open: Vec<String> = Vec::new();
    let is_there = part(archive, name, left, intake, |token, _, intake| {
        let inside = |name: &str| open.last().is_some_and(|own| own == name);
        cell.texts.take(&token, &open);
        match token {
            Token::Open(tag) => {
                match tag.name.as_str() {
                    "row" => {
                        let line = tag.get("r").and_then(|r| r.parse::<usize>().ok()).unwrap_or(next_row);
                        next_row = line.saturating_add(1);
                        row = Row { place: Place { line, column: 1 }, cells: Vec::new() };
                    }
                    "c" => {
                        let column = tag.get("r").and_then(column).unwrap_or(row.cells.len());
                        let kind = tag.get("t").unwrap_or_default().to_owned();
                        cell = Open { column, kind, ..Open::default() };
                    }
                    _ => {}
                }
                open.push(tag.name);
            }
            Token::Text(text) => {
                if inside("v") && cell.value.len() < LONGEST {
                    cell.value.push_str(&text);
                }
            }
            Token::Close => match open.pop().as_deref() {
                Some("c") => {
                    let text = match cell.kind.as_str() {
                        "s" => {
                            let at = cell.value.trim().parse().ok();
                            at.and_then(|at: usize| strings.get(at)).cloned().unwrap_or_default()
                        }
                        "inlineStr" => cell.texts.finish(),
                        _ => id_of_xml(&cell.value),
                    };
                    let text = text.trim().to_owned();
                    let place = Place { line: row.place.line, column: cell.column.saturating_add(1) };
                    if cell.column >= WIDEST {
                        if !text.is_empty() && !headless {
                            intake.leave_out("foreign-cell", place);
                        }
                    } else {
                        while row.cells.len() <= cell.column {
                            let column = row.cells.len() + 1;
                            let place = Place { line: row.place.line, column };
                            row.cells.push(Cell { place, text: String::new() });
                        }
                        if let Some(own) = row.cells.get_mut(cell.column) {
                            own.text = text;
                        }
                    }
                }
                Some("row") if row.filled() > 0 && !headless => match &mut table {
                    Some(table) => table.row(&row, intake)?,
                    None => {
                        table = Table::of(&row);
                        headless = table.is_none();
                    }
                },
                _ => {}
            },
        }
        Ok(())
    })?;
    if !is_there {
        return Err(intake.problem(Place { line: 1, column: 1 }, "xlsx-part", cut(name), String::new()));
    }
    match table {
        Some(table) => table.finish(intake).map(|()| true),
        None => Ok(false),
    }
}

/// The column of a cell's name, from 0: 27 of `AB12`.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    let mut number: usize = 0;
    for letter in letters {
        number = number.checked_mul(26)?.checked_add(usize::from(letter - b'A') + 1)?;
    }
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::interchange::entry::Entry;

    fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        for (name, bytes) in parts {
            archive.start_file(*name, options).expect("a part");
            archive.write_all(bytes).expect("a part");
        }
        archive.finish().expect("an archive").into_inner()
    }

    fn book(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
        zipped(&[
            ("xl/workbook.xml", b"<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                b"<Relationships><Relationship Id=\"r\" Target=\"a.xml\"/></Relationships>",
            ),
            ("xl/sharedStrings.xml", strings),
            ("xl/a.xml", sheet),
        ])
    }

    fn read_all(bytes: &[u8], most: u64) -> Result<(Vec<Entry>, usize), Problem> {
        let mut all = Vec::new();
        let mut take = |entry: Entry| {
            all.push(entry);
            None
        };
        let mut intake = Intake::new("a.xlsx", &mut take);
        let done = read_within(bytes, most, &mut intake);
        let left = intake.left_out.values().map(|left| left.count).sum();
        done.map(|()| (all, left))
    }

    const HEAD: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>concept</t></is></c>\
        <c r=\"B1\" t=\"inlineStr\"><is><t>en</t></is></c></row>";

    #[test]
    fn a_bomb_ends_where_the_parts_are_too_large_whichever_part_it_is() {
        let blanks = " ".repeat(3 << 20);
        let sheet = format!("{HEAD}{blanks}</sheetData></worksheet>");
        let strings = format!("<sst><si><t>{blanks}</t></si></sst>");
        for bytes in [book(sheet.as_bytes(), b"<sst/>"), book(HEAD.as_bytes(), strings.as_bytes())] {
            assert!(bytes.len() < 20_000, "{}", bytes.len());
            let problem = read_all(&bytes, 1 << 20).expect_err("it is a bomb");
            assert_eq!(problem.code, "xlsx-too-large");
        }
    }

    #[test]
    fn numbers_in_the_file_reserve_nothing() {
        // The cells' names would make a sheet of 17 thousand million cells.
        let sheet = format!(
            "{HEAD}<row r=\"1048576\"><c r=\"A1048576\" t=\"s\"><v>0</v></c><c r=\"B1048576\"><v>12</v></c>\
             <c r=\"XFD1048576\"><v>1</v></c><c r=\"ZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>9999999999</v></c>\
             </row></sheetData></worksheet>"
        );
        let strings = b"<sst count=\"9999999999999\" uniqueCount=\"9999999999999\"><si><t>aeo</t></si></sst>";
        let (entries, left) =
            read_all(&book(sheet.as_bytes(), strings), MOST_INFLATED).expect("it is a workbook");
        let [entry] = entries.as_slice() else { panic!("{entries:?}") };
        assert_eq!((entry.id.as_deref(), entry.place.line), (Some("aeo"), 1_048_576));
        assert_eq!((entry.names[0].text.as_str(), entry.names[0].place.column), ("12", 2));
        assert_eq!(left, 1, "the cell far out is counted");
    }

    #[test]
    fn what_is_no_workbook_is_told_so() {
        for (bytes, code) in [
            (b"PK\x03\x04".to_vec(), "not-xlsx"),
            (zipped(&[("a.txt", b"x")]), "not-xlsx"),
            (book(b"<worksheet><sheetData>", b"<sst/>"), "xml-cut"),
            (book(b"<worksheet/>", b"<!DOCTYPE a [<!ENTITY b \"c\">]><sst/>"), "entity-declared"),
            (book(b"<worksheet/>", b"<sst/>"), "no-known-column"),
        ] {
            assert_eq!(read_all(&bytes, MOST_INFLATED).expect_err("it is refused").code, code);
        }
    }
}
