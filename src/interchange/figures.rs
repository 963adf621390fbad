//! How often pages are read: a CSV file as web statistics write it, a page and a number in each row.
//!
//! The first cell names the page, the last that is a number says how often it was read; rows without
//! one (a head) are passed over. A page that stands twice counts with the sum.

use std::collections::BTreeMap;

/// The most rows that are read.
const MOST: usize = 1_000_000;

/// The figures by the page's name. Bytes that are no CSV give what could be read; linear.
pub fn read(bytes: &[u8]) -> BTreeMap<String, f64> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let mut figures = BTreeMap::new();
    for row in reader.byte_records().take(MOST).map_while(Result::ok) {
        let cells: Vec<String> = row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let Some((name, rest)) = cells.split_first() else { continue };
        let number = |cell: &String| cell.parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
        if let Some(number) = rest.iter().rev().find_map(number) {
            *figures.entry(name.trim_start_matches('\u{feff}').to_owned()).or_insert(0.0) += number;
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_how_often_it_was_read() {
        let text =
            "\u{feff}page,visits,share\n/en/news/a.aspx,120,n/a\n\"docs/b, c\",7\n/en/news/a.aspx,3\nx\n,\n";
        let found: Vec<(String, f64)> = read(text.as_bytes()).into_iter().collect();
        assert_eq!(found, [("/en/news/a.aspx".to_owned(), 123.0), ("docs/b, c".to_owned(), 7.0)]);
        for bad in [&b"\xff\xfe\x00"[..], b"\"", b"a,NaN\na,-1\na,inf\n"] {
            assert_eq!(read(bad), BTreeMap::new());
        }
    }
}
