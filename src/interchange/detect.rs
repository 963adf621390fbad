//! Which format a file is in, by its first bytes and its name.

use encoding_rs::Encoding;

use super::csv;
use super::terms_tsv;

/// How many of a file's first bytes tell its format.
pub const HEAD: usize = 16 << 10;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// TBX of any version and style.
    Tbx,
    /// A tab-separated list of pairs with comments.
    Omegat,
    /// A list of pairs.
    Deepl,
    /// A table with column names.
    Table,
    /// An Excel workbook.
    Xlsx,
    /// The repository's own two tables.
    Cotejo,
}

/// The format of a file with that name and those first bytes, in that encoding if no mark says
/// another. A list without column names is
/// OmegaT's where tabs part it and DeepL's else.
pub fn detect(name: &str, head: &[u8], encoding: &'static Encoding) -> Format {
    if head.starts_with(b"PK\x03\x04") {
        return Format::Xlsx;
    }
    // A byte order mark, the other halves of UTF-16's bytes and blanks aside.
    let first = head
        .iter()
        .find(|byte| !matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF | b' ' | b'\t' | b'\r' | b'\n'));
    if first == Some(&b'<') {
        return Format::Tbx;
    }
    let plain = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if plain.starts_with(terms_tsv::HEAD.as_bytes()) {
        return Format::Cotejo;
    }
    if csv::has_head(head, encoding) {
        return Format::Table;
    }
    let name = name.to_ascii_lowercase();
    let tabs = head.split(|byte| *byte == b'\n').find(|line| !line.starts_with(b"#"));
    let tabs = tabs.is_some_and(|line| line.contains(&b'\t'));
    match name.rsplit_once('.').map(|(_, end)| end) {
        Some("tbx" | "tbxm" | "xml") => Format::Tbx,
        Some("xlsx" | "xlsm") => Format::Xlsx,
        Some("tab" | "utf8") => Format::Omegat,
        Some("csv") => Format::Deepl,
        _ if tabs => Format::Omegat,
        _ => Format::Deepl,
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{UTF_8, WINDOWS_1252};

    use super::*;

    #[test]
    fn a_format_is_known_by_what_stands_in_the_file_first() {
        for (name, head, expected) in [
            ("a.csv", b"PK\x03\x04..".as_slice(), Format::Xlsx),
            ("a.txt", b"\xef\xbb\xbf\n<?xml", Format::Tbx),
            ("a.txt", b"\xff\xfe<\0?\0", Format::Tbx),
            ("a.txt", b"# cotejo termbase 1\nconcept", Format::Cotejo),
            ("a.txt", b"# facts\nconcept\ten\tes\n", Format::Table),
            ("a.csv", b"English;Spanish;Notes\n", Format::Table),
            ("a.csv", b"customs,aduana\n", Format::Deepl),
            ("a.csv", b"customs,aduana,en,es\n", Format::Deepl),
            ("a.txt", b"customs\taduana\ta remark\n", Format::Omegat),
            ("a.utf8", b"", Format::Omegat),
            ("a.tbx", b"", Format::Tbx),
        ] {
            assert_eq!(detect(name, head, UTF_8), expected, "{name} {head:?}");
        }
        let latin = b"concepto;ingl\xe9s;espa\xf1ol\nuno;ship;buque\n";
        assert_eq!(detect("a.csv", latin, WINDOWS_1252), Format::Table);
    }
}
