//! What of a unit's text is no prose, hidden so that its stops end no sentence.

use std::borrow::Cow;
use std::ops::Range;

use crate::domain::change::{Special, special};

/// The text, as long in bytes, with code, addresses and tags overwritten by signs that the rules
/// of sentences pass over, line ends by blanks, and hard breaks by a line end.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let interesting = |byte: &u8| {
        matches!(
            byte,
            b'`' | b'{'
                | b'('
                | b'<'
                | b'*'
                | b'['
                | b']'
                | b'~'
                | b'_'
                | b'!'
                | b'@'
                | b'\n'
                | b'\r'
                | b'\\'
        )
    };
    if !bytes.iter().any(interesting) && memchr::memmem::find(bytes, b"://").is_none() && !has_www(bytes) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut plain = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (fill, length) = match byte {
            b'\n' => (" ", 1),
            b'\r' => (" ", 1),
            b'[' if note(bytes, at) > 0 => ("\"", note(bytes, at)),
            b'\\' if bytes.get(at + 1) == Some(&b'\n') => ("\"\n", 2),
            b'\\' => {
                // An escaped mark is the mark.
                at += 1 + usize::from(bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation));
                continue;
            }
            _ => match may_begin(bytes, at).then(|| special(text, at)).flatten() {
                None => {
                    at += 1;
                    continue;
                }
                Some((Special::Code, length)) => ("X", length),
                Some((Special::Address, length)) if byte == b'(' || byte == b'<' => ("\"", length),
                Some((Special::Address, length)) => ("X", length),
                Some((Special::Markup, length)) if is_break(text, at, length) => ("\"\n", length),
                // `[` and `]` are brackets to the rules as well.
                Some((Special::Markup, length)) if matches!(byte, b'[' | b']' | b'!') => {
                    at += length;
                    continue;
                }
                Some((Special::Markup, length)) => ("\"", length),
            },
        };
        out.push_str(text.get(plain..at).unwrap_or_default());
        if let Some(end) = fill.strip_suffix('\n') {
            end.chars().cycle().take(length - 1).for_each(|c| out.push(c));
            out.push('\n');
        } else {
            fill.chars().cycle().take(length).for_each(|c| out.push(c));
        }
        at += length;
        plain = at;
    }
    out.push_str(text.get(plain..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether a place may begin what is no prose: most letters can't, so they are not looked at twice.
fn may_begin(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(byte) if byte.is_ascii_alphanumeric() => {
            !at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_alphanumeric)
        }
        Some(byte) => matches!(byte, b'`' | b'{' | b'(' | b'<' | b'*' | b'[' | b']' | b'~' | b'_' | b'!'),
        None => false,
    }
}

/// The length of marks of notes (`[1]`, `[^note]`) that stand right behind a stop.
fn note(bytes: &[u8], at: usize) -> usize {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    if !matches!(before, Some(b'.' | b'!' | b'?' | b'"' | b')' | b']')) {
        return 0;
    }
    let Some(rest) = bytes.get(at + 1..) else { return 0 };
    let name =
        rest.iter().take(24).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'^' | b'-')).count();
    let named = rest.starts_with(b"^") || rest.iter().take(name).all(u8::is_ascii_digit);
    if name > 0 && named && rest.get(name) == Some(&b']') { name + 2 } else { 0 }
}

fn has_www(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, b"www.").is_some() || memchr::memmem::find(bytes, b"WWW.").is_some()
}

/// Whether a tag breaks the line.
fn is_break(text: &str, at: usize, length: usize) -> bool {
    let tag = text.get(at..at + length).unwrap_or_default();
    let name = tag.trim_matches(['<', '>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// The inline codes of a unit's text, in order and apart from each other: code spans, addresses, tags,
/// marks of emphasis and of links, the marks of one emphasis (`**`) as one. A translator moves them and
/// leaves them as they are.
pub fn codes(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let Some((_, length)) = may_begin(bytes, at).then(|| special(text, at)).flatten() else {
            // An escaped mark is text.
            let escaped =
                bytes.get(at) == Some(&b'\\') && bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation);
            at += 1 + usize::from(escaped);
            continue;
        };
        match out.last_mut() {
            Some(last) if length == 1 && last.end == at && bytes.get(at - 1) == bytes.get(at) => {
                last.end += 1
            }
            _ => out.push(at..at + length),
        }
        at += length;
    }
    out
}
