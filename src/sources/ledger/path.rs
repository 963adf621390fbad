//! Where a record stands: a path that any file system takes, made from the article's id.

use crate::domain::article::{ArticleId, TreePath};
use crate::domain::locale::Locale;

/// What the file of a record is called at its end.
pub const SUFFIX: &str = ".record";

/// The longest name that is kept as it is, in bytes; most file systems take 255.
const LONGEST: usize = 180;

/// The path of the record of that article in that locale: `<ledger>/<locale>/<id>.record`.
///
/// Each segment of the id is kept as it is where every file system takes it. Other bytes are
/// percent-encoded, and a name that would be too long is cut and ends in a hash of the whole, so
/// that two ids never share a file and no id leads out of the ledger.
pub fn path(ledger: &TreePath, article: &ArticleId, locale: &Locale) -> TreePath {
    let segments: Vec<String> = article.as_str().split('/').map(segment).collect();
    TreePath::new(format!("{ledger}/{locale}/{}{SUFFIX}", segments.join("/")))
}

/// A part of an id as the name of a file or folder.
pub(in crate::sources) fn segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let plain = match c {
            '%' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => false,
            '.' => at > 0,
            ' ' => at > 0,
            _ => {
                !c.is_control()
                    && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            }
        };
        if plain {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            out.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    if text.is_empty() {
        out.push_str("%00");
    }
    if out.len() > LONGEST {
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let mut end = LONGEST - 33;
        while !out.is_char_boundary(end) {
            end -= 1;
        }
        out.truncate(end);
        out.push('~');
        out.extend(hash.chars().take(32));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str) -> String {
        let locale = "es".parse().expect("a tag");
        path(&TreePath::new(".cotejo/ledger"), &ArticleId::from_text(id), &locale).to_string()
    }

    #[test]
    fn an_id_makes_a_path_that_stays_in_the_ledger() {
        for (id, path) in [
            ("news/000_a993", ".cotejo/ledger/es/news/000_a993.record"),
            ("news/2018/año nuevo", ".cotejo/ledger/es/news/2018/año nuevo.record"),
            ("news/../../x", ".cotejo/ledger/es/news/%2E./%2E./x.record"),
            ("https://a.example/b", ".cotejo/ledger/es/https%3A/%00/a.example/b.record"),
            ("a/b\nc\u{1b}[1m", ".cotejo/ledger/es/a/b%0Ac%1B[1m.record"),
        ] {
            assert_eq!(of(id), path);
        }
    }

    #[test]
    fn long_ids_that_differ_at_the_end_keep_apart() {
        let (one, two) = (of(&format!("n/{}1", "ñ".repeat(300))), of(&format!("n/{}2", "ñ".repeat(300))));
        assert_ne!(one, two);
        assert!(one.split('/').all(|segment| segment.len() <= 255), "{one}");
    }
}
