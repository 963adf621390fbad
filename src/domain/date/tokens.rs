//! A text cut into what the scan for dates reads: words, numbers and marks.

use crate::domain::language::{eight_bytes, letters_ahead};
use crate::domain::notice::is_word;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Number { value: u32, digits: u8 },
    Word,
    Mark(char),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// The value of a decimal digit of the scripts that dates are written in.
fn digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 18] = [
        0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
        0x1040, 0x17e0, 0x1810, 0xff10,
    ];
    if c < '\u{660}' {
        return c.to_digit(10);
    }
    let code = c as u32;
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
}

/// Whether the text has a figure, without which it has no date.
pub(super) fn has_figure(text: &str) -> bool {
    first_ascii_digit(text.as_bytes()).is_some()
        // So the digits of the other scripts begin.
        || has_other_digits(text)
            && text.chars().any(|c| digit(c).is_some())
}

/// Whether the digits of other scripts may begin with that byte.
fn begins_other_digit(byte: u8) -> bool {
    matches!(byte, 0xd9 | 0xdb | 0xe0 | 0xe1 | 0xef)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Stops of Indic and Burmese writing, in the blocks of their letters; the last cuts a word short.
fn is_stop(c: char) -> bool {
    matches!(c, '\u{964}' | '\u{965}' | '\u{104a}' | '\u{104b}' | CUT)
}

/// The Devanagari sign of a shortened word, as the stop is in Latin writing: "जन॰".
const CUT: char = '\u{970}';

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    tokens_of(text, 0, usize::MAX)
}

/// No date takes more tokens before one of its numbers than this, nor more behind one. (The most are
/// 24 and 32: a month stands within eight of a number, and a day, a range, an era and a
/// year within a few of the month.)
const REACH: usize = 36;

/// The tokens that dates may be made of: of a text with ASCII figures alone, those around the first
/// and the last of them and all between.
pub(super) fn tokens_near_figures(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let last = || bytes.iter().rposition(u8::is_ascii_digit);
    let (Some(first), Some(last)) = (first_ascii_digit(bytes), last()) else { return tokens(text) };
    if has_other_digits(text) {
        return tokens(text);
    }
    // A letter behind a blank begins a token, whatever stands before.
    let (mut start, mut begun) = (0, 0);
    let mut next = 0;
    // Of a short text all of it is read sooner.
    let passed = if first > 8 * REACH { first } else { 0 };
    for (at, byte) in bytes.iter().enumerate().take(passed).rev() {
        if *byte == b' ' && u8::is_ascii_alphabetic(&next) {
            begun += 1;
            if begun > REACH {
                start = at + 1;
                break;
            }
        }
        next = *byte;
    }
    tokens_of(text, start, last)
}

/// Where the first ASCII digit stands.
fn first_ascii_digit(bytes: &[u8]) -> Option<usize> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let eight = u64::from_le_bytes(*eight);
        // A digit less its zero is below ten, in a byte without its high bit.
        let value = (eight ^ (EACH * 0x30)) & (EACH * 0x7f);
        let digits = !(value + EACH * (0x80 - 10)) & !eight & (EACH * 0x80);
        if digits != 0 {
            return Some(at + digits.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().position(u8::is_ascii_digit).map(|place| at + place)
}

/// Whether bytes are there with which digits of other scripts begin.
fn has_other_digits(text: &str) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let bytes = text.as_bytes();
    let mut chunks = bytes.chunks_exact(8);
    // Most of most texts is ASCII.
    let is_ascii =
        |chunk: &[u8]| chunk.first_chunk::<8>().is_some_and(|c| u64::from_le_bytes(*c) & HIGH == 0);
    chunks.by_ref().any(|chunk| !is_ascii(chunk) && chunk.iter().any(|byte| begins_other_digit(*byte)))
        || chunks.remainder().iter().any(|byte| begins_other_digit(*byte))
}

/// The tokens from the byte `start` on, where one begins, to [`REACH`] behind the byte `last`; what
/// stands there last may be cut short.
fn tokens_of(text: &str, start: usize, last_figure: usize) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut out: Vec<Token> = Vec::with_capacity((text.len() - start) / 5 + 2);
    let mut open = false;
    let mut start = start;
    let mut most = usize::MAX;
    while let Some(&byte) = bytes.get(start) {
        if byte == b' ' {
            open = false;
            start += 1;
            continue;
        }
        if start > last_figure {
            if most == usize::MAX {
                most = out.len() + REACH;
            } else if out.len() > most {
                break;
            }
        }
        let last = if open { out.last_mut() } else { None };
        let letters = letters_ahead(eight_bytes(bytes, start)) as usize;
        if letters > 0 {
            let end = start + letters;
            match last {
                Some(Token { end: at, kind: Kind::Word, .. }) => *at = end,
                _ => out.push(Token { start, end, kind: Kind::Word }),
            }
            open = true;
            start = end;
            continue;
        }
        let Some(c) = text.get(start..).and_then(|rest| rest.chars().next()) else { break };
        let end = start + c.len_utf8();
        open = true;
        if let Some(value) = digit(c) {
            match last {
                Some(Token { end: at, kind: Kind::Number { value: sum, digits }, .. }) => {
                    *at = end;
                    *digits = digits.saturating_add(1);
                    *sum = sum.saturating_mul(10).saturating_add(value);
                }
                _ => out.push(Token { start, end, kind: Kind::Number { value, digits: 1 } }),
            }
        } else if !c.is_ascii() && is_word(c) && !is_stop(c) || matches!(c, '\u{200c}' | '\u{200d}') {
            match last {
                Some(Token { end: at, kind: Kind::Word, .. }) if !is_ideograph(c) => *at = end,
                _ => out.push(Token { start, end, kind: Kind::Word }),
            }
            open = !is_ideograph(c);
        } else {
            open = false;
            let invisible =
                matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            if !c.is_whitespace() && !invisible {
                out.push(Token { start, end, kind: Kind::Mark(if c == CUT { '.' } else { c }) });
            }
        }
        start = end;
    }
    out
}
