//! What formats need to know of single lines.

use std::ops::Range;

/// The lines of `text` from `range`: each without its line end (`\n` or `\r\n`), as ranges of
/// `text`.
pub fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = range.end.min(text.len());
    let bytes = text.as_bytes();
    let mut at = range.start;
    std::iter::from_fn(move || {
        if at >= end {
            return None;
        }
        let rest = bytes.get(at..end).unwrap_or_default();
        let (mut stop, next) = match memchr::memchr(b'\n', rest) {
            Some(n) => (at + n, at + n + 1),
            None => (end, end),
        };
        if stop > at && bytes.get(stop - 1) == Some(&b'\r') && next > stop {
            stop -= 1;
        }
        let line = at..stop;
        at = next;
        Some(line)
    })
}

/// Whether a character shows nothing and parts nothing: blanks of every width, and the marks of
/// zero width that page editors leave behind (a soft hyphen belongs to its word and is none).
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// `range` of `text` without the blanks at either end.
pub fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(part) = text.get(range.clone()) else { return range.end..range.end };
    // Most lines begin and end with a printable ASCII character.
    if let (Some(b'!'..=b'~'), Some(b'!'..=b'~')) = (part.as_bytes().first(), part.as_bytes().last()) {
        return range;
    }
    let kept = part.trim_start_matches(is_blank);
    let start = range.end - kept.len();
    start..start + kept.trim_end_matches(is_blank).len()
}

/// Whether a line is nothing but an address: a web or mail address without a word beside it.
pub fn is_address(line: &str) -> bool {
    // Told first, as nearly every line has a blank within its first few words.
    if line.contains(is_blank) {
        return false;
    }
    let line = line.strip_prefix('<').and_then(|line| line.strip_suffix('>')).unwrap_or(line);
    let web =
        ["http://", "https://", "ftp://", "www.", "mailto:"].iter().any(|start| line.starts_with(start));
    let mail = || {
        line.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
        })
    };
    web || mail()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_before_its_line_end_and_the_last_one_may_have_none() {
        let text = "a\r\nb\n\nc\r";
        let parts: Vec<_> = lines(text, 0..text.len()).map(|line| &text[line]).collect();
        assert_eq!(parts, ["a", "b", "", "c\r"]);
    }

    #[test]
    fn an_address_alone_is_told_from_a_sentence_with_one() {
        for address in
            ["https://www.wcoomd.org/en.aspx", "www.wcoomd.org", "<mailto:a@b.org>", "press@wcoomd.org"]
        {
            assert!(is_address(address), "{address}");
        }
        for text in ["See https://www.wcoomd.org", "@wcoomd", "a@b", "wcoomd.org", "", "https: yes"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
