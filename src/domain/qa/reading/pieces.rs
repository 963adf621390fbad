//! A unit's text cut into words, figures, blanks, marks, addresses, code and tags, in one pass.
//!
//! Simpler than the word boundaries of UAX #29 and several times as fast: a word is a run of
//! letters, a figure a run of digits with the separators inside it. What stands in an address, in
//! code or in a tag is neither a word nor a number of the text.

use std::ops::Range;

use memchr::memchr;

use crate::domain::change::{Special, special};
use crate::domain::language::{eight_bytes, letters_ahead};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// Digits, with separators between digits.
    Figure,
    /// White space.
    Blank,
    /// Any other sign, one by one.
    Mark(char),
    /// A web or mail address, a link's target, a tag that holds one.
    Address,
    /// A code span or a placeholder.
    Code,
    /// A mark of emphasis or of a link, a tag.
    Markup,
}

/// A piece of a text; all pieces together are the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// The byte it begins at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

impl Piece {
    /// The bytes it takes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Its text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }
}

/// The value of a decimal digit of the scripts that news sites write.
pub fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    const ZEROS: [u32; 6] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
    let code = u32::from(c);
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
}

/// Letters, and the marks that stand on them.
fn is_letter(c: char) -> bool {
    // Of general punctuation none is, but for the two that join letters.
    !matches!(c, '\u{a0}' | '«' | '»' | '\u{2000}'..='\u{206f}') && c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Whether a separator between two digits is part of a number.
fn joins_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '٫' | '٬')
}

/// Cuts the text into pieces. Linear.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut out = Vec::with_capacity(text.len() / 3 + 2);
    each_piece(text, |piece| out.push(piece));
    out
}

/// Calls `take` for each piece of the text, in order. Linear.
pub fn each_piece(text: &str, mut take: impl FnMut(Piece)) {
    let bytes = text.as_bytes();
    let mut signs = Signs { at: memchr(b'@', bytes), colon: memchr(b':', bytes).is_some() };
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic) {
            take(Piece { kind: Kind::Blank, start: at, end: at + 1 });
            at += 1;
            continue;
        }
        if byte.is_ascii_alphanumeric() {
            let may_begin = signs.at.is_some()
                || matches!(byte | 0x20, b'h' | b'f' | b'm') && signs.colon
                || byte | 0x20 == b'w';
            if may_begin && let Some(length) = address(text, at, &mut signs) {
                take(Piece { kind: Kind::Address, start: at, end: at + length });
                at += length;
                continue;
            }
            let (kind, end) = match byte.is_ascii_digit() {
                true => (Kind::Figure, figure_end(text, at)),
                false => (Kind::Word, word_end(text, at)),
            };
            take(Piece { kind, start: at, end });
            at = end;
            continue;
        }
        let may_be_special =
            matches!(byte, b'`' | b'{' | b'(' | b'<' | b'*' | b'[' | b']' | b'~' | b'_' | b'!' | b'%' | b'$');
        if may_be_special && let Some((kind, length)) = other(text, at) {
            take(Piece { kind, start: at, end: at + length });
            at += length;
            continue;
        }
        // Letters of Western Europe, as below.
        if byte == 0xC3 && is_western(bytes, at) {
            let end = word_end(text, at);
            take(Piece { kind: Kind::Word, start: at, end });
            at = end;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let (kind, end) = if digit(c).is_some() {
            (Kind::Figure, figure_end(text, at))
        } else if is_letter(c) {
            (Kind::Word, word_end(text, at))
        } else if c.is_whitespace() {
            (Kind::Blank, run_end(text, at, char::is_whitespace))
        } else {
            (Kind::Mark(c), at + c.len_utf8())
        };
        take(Piece { kind, start: at, end });
        at = end;
    }
}

/// Signs of addresses in a text.
struct Signs {
    /// Where the next `@` stands, from the place on that was read last.
    at: Option<usize>,
    /// Whether there is a colon.
    colon: bool,
}

/// The longest name before the `@` of a mail address, and the sign.
const NAME_OF_MAIL: usize = 65;

/// The length of the web or mail address that begins at a letter or figure.
fn address(text: &str, at: usize, signs: &mut Signs) -> Option<usize> {
    let bytes = text.as_bytes();
    // Only the head of a word begins one.
    if at.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80)
    {
        return None;
    }
    if signs.at.is_some_and(|sign| sign < at) {
        signs.at = bytes.get(at..).and_then(|rest| memchr(b'@', rest)).map(|sign| at + sign);
    }
    let mail = signs.at.is_some_and(|sign| sign - at <= NAME_OF_MAIL);
    let web = match bytes.get(at..at + 2) {
        Some([b'h' | b'H', b't' | b'T'] | [b'f' | b'F', b't' | b'T'] | [b'm' | b'M', b'a' | b'A']) => {
            signs.colon
        }
        Some([b'w' | b'W', b'w' | b'W']) => true,
        _ => false,
    };
    if !mail && !web {
        return None;
    }
    match special(text, at)? {
        (Special::Address, length) => Some(length),
        _ => None,
    }
}

/// A piece that is no plain text and begins with a mark there.
fn other(text: &str, at: usize) -> Option<(Kind, usize)> {
    if let Some(length) = placeholder(text, at) {
        return Some((Kind::Code, length));
    }
    let (class, length) = special(text, at)?;
    let kind = match class {
        Special::Address => Kind::Address,
        Special::Code => Kind::Code,
        Special::Markup => Kind::Markup,
    };
    Some((kind, length))
}

/// Whether a letter from U+00C0 to U+00FF stands there, where a byte 0xC3 does: not the signs of
/// multiplication and division.
fn is_western(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1).is_some_and(|low| low | 0x20 != 0xB7)
}

/// Where the run of letters ends that begins at `at`.
fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        let letters = letters_ahead(eight_bytes(bytes, at)) as usize;
        at += letters;
        if letters == 8 {
            continue;
        }
        match bytes.get(at) {
            Some(0xC3) if is_western(bytes, at) => at += 2,
            Some(byte) if *byte >= 0x80 => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_letter(c) => at += c.len_utf8(),
                _ => return at,
            },
            _ => return at,
        }
    }
}

/// The length of a placeholder: `{name}`, `{0}`, `${name}`, `%s`, `%1$s`, `%(name)s`. A percent sign
/// after a figure is none.
fn placeholder(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.get(at)? {
        b'$' if bytes.get(at + 1) == Some(&b'{') => braced(bytes, at + 1).map(|length| length + 1),
        b'{' if bytes.get(at + 1) != Some(&b'{') => braced(bytes, at),
        b'%' => {
            // "50 %", "50% de": a percent sign.
            let before = |back: usize| at.checked_sub(back).and_then(|at| bytes.get(at));
            let figure = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_digit() || *b >= 0x80);
            if figure(before(1)) || before(1) == Some(&b' ') && figure(before(2)) {
                return None;
            }
            let rest = bytes.get(at + 1..)?;
            let name = if rest.first() == Some(&b'(') {
                let close = rest.iter().take(64).position(|b| *b == b')')?;
                close + 1
            } else {
                let digits = rest.iter().take(3).take_while(|b| b.is_ascii_digit()).count();
                if digits > 0 && rest.get(digits) == Some(&b'$') { digits + 1 } else { 0 }
            };
            let conversion = matches!(rest.get(name), Some(b's' | b'd' | b'f' | b'@' | b'i' | b'u'));
            let ends = !rest.get(name + 1).is_some_and(u8::is_ascii_alphanumeric);
            (conversion && ends).then_some(name + 2)
        }
        _ => None,
    }
}

fn braced(bytes: &[u8], at: usize) -> Option<usize> {
    let inner = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
    let name = bytes.get(at + 1..)?.iter().take(64).take_while(|b| inner(b)).count();
    (name > 0 && bytes.get(at + 1 + name) == Some(&b'}')).then_some(name + 2)
}

fn run_end(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

fn figure_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((place, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| digit(*next).is_some());
        if digit(c).is_some() || joins_digits(c) && next_is_digit {
            end = place + c.len_utf8();
        } else {
            break;
        }
    }
    at + end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, Kind)> {
        pieces(text)
            .iter()
            .filter(|piece| piece.kind != Kind::Blank)
            .map(|piece| (piece.of(text), piece.kind))
            .collect()
    }

    #[test]
    fn pieces_are_the_text() {
        for text in ["l’OMA a reçu 1 234,5 € (50 %) de `x` — {name} %s, 50%.", "", "2020年8月31日", "a@b.org"]
        {
            let whole: String = pieces(text).iter().map(|piece| piece.of(text)).collect();
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn percent_signs_are_told_from_placeholders() {
        use Kind::*;
        assert_eq!(cut("50% so"), [("50", Figure), ("%", Mark('%')), ("so", Word)]);
        assert_eq!(cut("50 % s"), [("50", Figure), ("%", Mark('%')), ("s", Word)]);
        assert_eq!(cut("of %s, %1$s"), [("of", Word), ("%s", Code), (",", Mark(',')), ("%1$s", Code)]);
        assert_eq!(cut("{0} and {{x}}"), [("{0}", Code), ("and", Word), ("{{x}}", Code)]);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
        #[test]
        fn any_text_is_its_pieces(text in "[a-cé1-2.,'’ %${}()<>`\\[\\]!*_@:/\u{202f}年]{0,40}") {
            let whole: String = pieces(&text).iter().map(|piece| piece.of(&text)).collect();
            proptest::prop_assert_eq!(whole, text);
        }
    }
}
