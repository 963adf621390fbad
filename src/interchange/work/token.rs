//! Codes in formats that have none: `<1>`…`</1>` for a pair, `<2/>` for one that stands alone.
//!
//! Angle brackets around a number are no markup anywhere else (a tag's name begins with a letter),
//! tools show them as tags, and nobody types them by chance. `<u+9>` stands for a character that a
//! format would lose: a control, a blank at an end. Text that looks like any of these gets a backslash
//! behind its bracket (`<\1>`), and what has one gets one more, so that every text can be written and
//! comes back as it was.

use crate::domain::inline::{Code, Inline, Pieces, Side, Style};

/// Which characters a format keeps.
pub trait Keeps {
    /// Whether `c` comes back as it is between its neighbours; `None` is an end of the text. Codes are
    /// neighbours, too.
    fn keeps(&self, c: char, before: Option<char>, after: Option<char>) -> bool;
}

/// Every character is kept.
pub struct All;

impl Keeps for All {
    fn keeps(&self, _: char, _: Option<char>, _: Option<char>) -> bool {
        true
    }
}

/// All but what XML 1.0 can't write.
pub struct Xml;

impl Keeps for Xml {
    fn keeps(&self, c: char, _: Option<char>, _: Option<char>) -> bool {
        is_xml(c)
    }
}

/// What XML 1.0 can write, on one line.
pub struct XmlLine;

impl Keeps for XmlLine {
    fn keeps(&self, c: char, _: Option<char>, _: Option<char>) -> bool {
        is_xml(c) && !matches!(c, '\n' | '\r')
    }
}

/// Whether XML 1.0 has a way to write `c`.
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// The pieces as one text.
pub fn written(pieces: &[Inline], keeps: &dyn Keeps) -> String {
    let mut out = String::new();
    let pieces = joined(pieces);
    let last = pieces.len().saturating_sub(1);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Inline::Text(text) => {
                push_text(&mut out, text, (at > 0).then_some('>'), (at < last).then_some('<'), keeps);
            }
            Inline::Code(code) => {
                let id = code.id.to_string();
                let (before, after) = match code.side {
                    Side::Open => ("<", ">"),
                    Side::Close => ("</", ">"),
                    Side::Alone => ("<", "/>"),
                };
                [before, &id, after].into_iter().for_each(|part| out.push_str(part));
            }
        }
    }
    out
}

/// A text without codes.
pub fn plain(text: &str, keeps: &dyn Keeps) -> String {
    let mut out = String::with_capacity(text.len());
    push_text(&mut out, text, None, None, keeps);
    out
}

fn push_text(out: &mut String, text: &str, first: Option<char>, last: Option<char>, keeps: &dyn Keeps) {
    let (mut rest, mut before) = (text, first);
    while let Some(c) = rest.chars().next() {
        let next = rest.get(c.len_utf8()..).unwrap_or_default();
        if !keeps.keeps(c, before, next.chars().next().or(last)) {
            out.push_str(&format!("<u+{:X}>", u32::from(c)));
            before = Some('>');
        } else if c == '<' && token(rest).is_some() {
            out.push_str("<\\");
            before = Some(c);
        } else {
            out.push(c);
            before = Some(c);
        }
        rest = next;
    }
}

/// What a token says.
enum Token {
    /// A code.
    Code(u32, Side),
    /// A character.
    Character(char),
    /// Text that looks like a token, one backslash too many.
    Text,
}

/// The longest token, in bytes, its backslashes aside.
const LONGEST: usize = 16;

/// The token that `text`, which begins with `<`, begins with, and its length in bytes.
fn token(text: &str) -> Option<(Token, usize)> {
    let inner = text.strip_prefix('<')?;
    let bare = inner.trim_start_matches('\\');
    let slashes = inner.len() - bare.len();
    let end = bare.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let body = bare.get(..end)?;
    let token = match body.strip_prefix("u+").or_else(|| body.strip_prefix("U+")) {
        Some(digits) if (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit()) => {
            Token::Character(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?)
        }
        Some(_) => return None,
        None => {
            let (side, digits) = match (body.strip_prefix('/'), body.strip_suffix('/')) {
                (Some(digits), _) => (Side::Close, digits),
                (_, Some(digits)) => (Side::Alone, digits.trim_end_matches(' ')),
                _ => (Side::Open, body),
            };
            let digits =
                Some(digits).filter(|own| !own.is_empty() && own.bytes().all(|b| b.is_ascii_digit()))?;
            Token::Code(digits.parse().ok()?, side)
        }
    };
    Some((if slashes > 0 { Token::Text } else { token }, 1 + slashes + end + 1))
}

/// The text as pieces.
pub fn pieces(text: &str) -> Vec<Inline> {
    let mut out = Pieces::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        out.text(before);
        rest = match token(tail) {
            Some((Token::Code(id, side), length)) => {
                out.code(code(id, side));
                tail.get(length..).unwrap_or_default()
            }
            Some((Token::Character(c), length)) => {
                out.text(c.encode_utf8(&mut [0; 4]));
                tail.get(length..).unwrap_or_default()
            }
            Some((Token::Text, length)) => {
                out.text("<");
                out.text(tail.get(2..length).unwrap_or_default());
                tail.get(length..).unwrap_or_default()
            }
            None => {
                out.text("<");
                tail.get(1..).unwrap_or_default()
            }
        };
    }
    out.text(rest);
    out.finish()
}

/// The text with the characters that tokens stand for; codes are left as they are written.
pub fn plain_of(text: &str) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => text.clone(),
        Inline::Code(_) => written(std::slice::from_ref(piece), &All),
    };
    pieces(text).iter().map(piece).collect()
}

/// The pieces with neighbouring texts joined and empty ones left out, as every reader gives them.
pub fn joined(pieces: &[Inline]) -> Vec<Inline> {
    let mut out = Pieces::default();
    for piece in pieces {
        match piece {
            Inline::Text(text) => out.text(text),
            Inline::Code(code) => out.code(code.clone()),
        }
    }
    out.finish()
}

/// A code of which only the number and the side are known.
pub(super) fn code(id: u32, side: Side) -> Code {
    Code { id, side, style: Style::Other, written: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_like_a_code_is_told_from_one() {
        for (text, written) in [
            ("a <1> b </2> c <3/>", "a <\\1> b <\\/2> c <\\3/>"),
            ("<\\1>", "<\\\\1>"),
            ("<u+41> <u+x>", "<\\u+41> <u+x>"),
            ("a < b > 1 <b>x</b> <1b> <99999999999>", "a < b > 1 <b>x</b> <1b> <99999999999>"),
            ("<<1>>", "<<\\1>>"),
        ] {
            assert_eq!(plain(text, &All), written);
            assert_eq!(pieces(written), [Inline::Text(text.to_owned())], "{text}");
        }
        let typed = pieces("<1>a</1><2 />");
        assert_eq!(super::written(&typed, &All), "<1>a</1><2/>");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn any_text_comes_back(text in "(<|>|\\\\|/|[0-9u+a ]|\u{1}|\t|é){0,24}") {
            let back: String = pieces(&plain(&text, &Xml)).into_iter().map(|piece| match piece {
                Inline::Text(text) => text,
                Inline::Code(code) => panic!("{code:?}"),
            }).collect();
            prop_assert_eq!(&back, &text);
            prop_assert_eq!(plain_of(&plain(&text, &Xml)), text);
        }
    }
}
