//! A block without the markup around its words.
//!
//! Extractors leave tags behind, and generators wrap a notice into a box, a heading, a link. All of
//! that is blanked out, byte for byte, so that every place in the bare text is the same place in the
//! block.

use std::borrow::Cow;
use std::ops::Range;

/// A tag or template that is longer is none.
const LONGEST: usize = 300;

/// The text with blanks in the place of tags, templates, marks at the beginning of lines, and what
/// makes a link of words. Of the same length in bytes. Linear.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '{', '[', '#', '>', '!', ':']) {
        return Cow::Borrowed(text);
    }
    let mut marks: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mark = line_mark(line);
        if mark > 0 {
            marks.push(at..at + mark);
        }
        at += line.len();
    }
    inner_marks(text, &mut marks);
    if marks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for place in marks.into_iter().flatten() {
        if let Some(byte) = bytes.get_mut(place) {
            *byte = if *byte == b'\n' { b'\n' } else { b' ' };
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// How many bytes at the beginning of a line are marks of a box, a heading or a quotation.
fn line_mark(line: &str) -> usize {
    let mut rest = line.trim_start_matches([' ', '\t']);
    loop {
        let before = rest.len();
        if let Some(after) = rest.strip_prefix('>') {
            rest = after.trim_start_matches(' ');
        }
        let heading = rest.trim_start_matches('#');
        if rest.len() - heading.len() <= 6 && heading.starts_with(' ') && heading.len() < rest.len() {
            rest = heading.trim_start_matches(' ');
        }
        // `::: note`, `!!! warning`, `??? info`.
        for fence in [":::", "!!!", "???"] {
            if let Some(after) = rest.strip_prefix(fence) {
                let after = after.trim_start_matches([':', ' ', '+']);
                rest = after.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
                rest = rest.trim_start_matches(' ');
            }
        }
        // `[!NOTE]`.
        if let Some((kind, after)) = rest.strip_prefix("[!").and_then(|rest| rest.split_once(']'))
            && kind.len() <= 20
            && kind.bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            rest = after.trim_start_matches(' ');
        }
        if rest.len() == before {
            break;
        }
    }
    // Nothing but blanks is no mark.
    let mark = line.len() - rest.len();
    if line.get(..mark).is_some_and(|head| head.trim().is_empty()) { 0 } else { mark }
}

/// Tags, templates and links.
fn inner_marks(text: &str, marks: &mut Vec<Range<usize>>) {
    let closes = |from: usize, end: &str| {
        let rest = text.get(from..)?;
        let mut limit = LONGEST.min(rest.len());
        while !rest.is_char_boundary(limit) {
            limit -= 1;
        }
        rest.get(..limit)?.find(end).map(|at| from + at + end.len())
    };
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['<', '{', '[', ']'])) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        at = start + 1;
        let next = rest.chars().nth(1);
        let end = match rest.as_bytes().first() {
            Some(b'<') if next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) => {
                closes(start, ">")
            }
            Some(b'{') if next == Some('{') => closes(start, "}}"),
            Some(b'{') if next == Some('%') => closes(start, "%}"),
            Some(b'[') => {
                open.push(start);
                None
            }
            Some(b']') => {
                if let Some(begun) = open.pop() {
                    if next == Some('(')
                        && let Some(end) = closes(start, ")")
                    {
                        marks.push(begun..begun + 1);
                        marks.push(start..end);
                        at = end;
                    } else if text.get(..begun).is_some_and(|head| head.trim().is_empty())
                        && text.get(at..).is_some_and(|tail| tail.trim().is_empty())
                    {
                        // The whole block stands in brackets.
                        marks.push(begun..begun + 1);
                        marks.push(start..at);
                    }
                }
                None
            }
            _ => None,
        };
        if let Some(end) = end {
            marks.push(start..end);
            at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_stands_around_the_words_is_blank() {
        for (text, words) in [
            ("<p class=\"x\">Not <b>here</b>.</p>", "Not here ."),
            ("## Not here", "Not here"),
            ("> [!NOTE]\n> Not here", "Not here"),
            ("!!! warning \"Not here\"\n    Read on", "\"Not here\" Read on"),
            (":::note[Not yet] here", "[Not yet] here"),
            ("{{< alert >}}Not here{{< /alert >}}", "Not here"),
            ("[Not here]", "Not here"),
            ("Not here. [Help us](https://x.org/a_(b)!", "Not here. Help us !"),
            ("a < b, [sic] and #1", "a < b, [sic] and #1"),
            ("Wow! C# and a > b", "Wow! C# and a > b"),
        ] {
            let bared = bare(text);
            assert_eq!(bared.split_whitespace().collect::<Vec<_>>().join(" "), words, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_place_stays_the_same_place(text in "[a-zé <>{}%!\\[\\]()\n:#\"]{0,80}") {
            let bared = bare(&text);
            prop_assert_eq!(bared.len(), text.len());
            for (at, c) in bared.char_indices() {
                prop_assert!(c == ' ' || text.get(at..).is_some_and(|rest| rest.starts_with(c)));
            }
        }
    }
}
