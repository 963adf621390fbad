//! The inline markup of an HTML unit as codes.
//!
//! Tags that pair up are a pair of codes, all others stand alone; an element whose words are no
//! words (`code`, `translate="no"`) is one code with all that it holds. A picture's alternative text
//! stands between two codes, as in Markdown. What a template engine fills in (`{{ … }}`,
//! `{% … %}`) is a code too.

use std::ops::Range;

use super::elements::{Role, is_void, role, style};
use super::refs::Habit;
use super::tokens::{Key, Token, TokenKind, tokens};
use crate::domain::inline::{Code, Inline, Pieces, Side, Style, codes, written};

/// Beyond that many codes the rest of a unit is one text: nobody writes such.
const MOST_CODES: usize = 2000;

/// How far back an end tag is looked for: nobody nests so deep in a line.
const DEEPEST: usize = 64;

/// For each token the number of the one that it pairs with.
pub(super) fn pairs(text: &str, tokens: &[Token]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; tokens.len()];
    let mut open: Vec<usize> = Vec::new();
    let name_of = |at: usize| tokens.get(at).map_or("", |token| token.name(text));
    for (at, token) in tokens.iter().enumerate() {
        let name = token.name(text);
        match token.kind {
            TokenKind::Start if !is_void(&name.to_ascii_lowercase()) => open.push(at),
            TokenKind::End => {
                let deep = open.iter().rev().take(DEEPEST);
                let found = deep.copied().position(|one| name_of(one).eq_ignore_ascii_case(name));
                if let Some(back) = found {
                    open.truncate(open.len() - back);
                    if let Some(start) = open.pop() {
                        for (one, other) in [(start, at), (at, start)] {
                            pairs.get_mut(one).into_iter().for_each(|pair| *pair = Some(other));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Whether what that start tag's element holds is no words of the unit.
pub(super) fn is_kept(text: &str, token: &Token) -> bool {
    matches!(role(&token.name(text).to_ascii_lowercase()), Role::Kept | Role::Hidden)
        || is_untranslated(text, token)
}

/// Whether the element says that it is not to be translated.
pub(super) fn is_untranslated(text: &str, token: &Token) -> bool {
    token.kind != TokenKind::End
        && (token.value(text, Key::Translate).is_some_and(|value| value.trim().eq_ignore_ascii_case("no"))
            || token
                .value(text, Key::Class)
                .is_some_and(|value| value.split_ascii_whitespace().any(|class| class == "notranslate")))
}

/// The text of a unit, its markup as codes. What is written for the pieces is the text.
pub(super) fn pieces(text: &str) -> Vec<Inline> {
    if !text.contains(['<', '{']) {
        return vec![Inline::Text(text.to_owned())];
    }
    let tokens = tokens(text);
    let pairs = pairs(text, &tokens);
    let mut out = Marked { text, pieces: Pieces::default(), at: 0, number: 0 };
    let mut numbers = vec![0; tokens.len()];
    let mut skip_to = 0;
    for (at, token) in tokens.iter().enumerate() {
        if at < skip_to {
            continue;
        }
        if out.number as usize >= MOST_CODES {
            break;
        }
        let name = token.name(text).to_ascii_lowercase();
        let range = token.range.clone();
        let pair = pairs.get(at).copied().flatten();
        out.words(range.start);
        match (token.kind, pair) {
            (TokenKind::Start, Some(end)) if is_kept(text, token) => {
                let style = if is_untranslated(text, token) { Style::Placeholder } else { style(&name) };
                let stop = tokens.get(end).map_or(range.end, |token| token.range.end);
                let number = out.next();
                out.code(range.start..stop, number, Side::Alone, style);
                skip_to = end + 1;
            }
            (TokenKind::Start, Some(end)) => {
                let number = out.next();
                if let Some(other) = numbers.get_mut(end) {
                    *other = number;
                }
                out.code(range, number, Side::Open, style(&name));
            }
            (TokenKind::End, Some(_)) => {
                let own = numbers.get(at).copied().unwrap_or(0);
                out.code(range, own, Side::Close, style(&name));
            }
            _ => {
                let number = out.next();
                match alternative(text, token) {
                    Some(words) if name == "img" => {
                        out.code(range.start..words.start, number, Side::Open, Style::Image);
                        out.pieces.text(text.get(words.clone()).unwrap_or_default());
                        out.code(words.end..range.end, number, Side::Close, Style::Image);
                    }
                    _ => out.code(range, number, Side::Alone, style(&name)),
                }
            }
        }
    }
    out.words(text.len());
    let done = out.pieces.finish();
    if crate::domain::inline::broken(&done, &done).is_empty() {
        return done;
    }
    // Halves whose other half was left out: each stands alone, and nothing is lost.
    let mut next = 0;
    let alone = |piece: Inline| match piece {
        Inline::Code(code) => {
            next += 1;
            Inline::Code(Code { id: next, side: Side::Alone, ..code })
        }
        words => words,
    };
    done.into_iter().map(alone).collect()
}

/// Where a picture's alternative text stands, if it stands between quotes.
fn alternative(text: &str, token: &Token) -> Option<Range<usize>> {
    let attribute = token.attributes.iter().find(|attribute| attribute.key == Key::Alt)?;
    let before = text.get(..attribute.value.start)?;
    (before.ends_with(['"', '\'']) && token.kind != TokenKind::End).then(|| attribute.value.clone())
}

/// Puts codes and the words between them together.
struct Marked<'t> {
    text: &'t str,
    pieces: Pieces,
    at: usize,
    /// The number of the last code.
    number: u32,
}

impl Marked<'_> {
    fn next(&mut self) -> u32 {
        self.number += 1;
        self.number
    }

    fn code(&mut self, range: Range<usize>, id: u32, side: Side, style: Style) {
        let written = self.text.get(range.clone()).unwrap_or_default().to_owned();
        self.pieces.code(Code { id, side, style, written });
        self.at = range.end;
    }

    /// The words up to a place, with what a template engine fills in as codes.
    fn words(&mut self, end: usize) {
        while let Some(range) = template(self.text, self.at..end) {
            self.pieces.text(self.text.get(self.at..range.start).unwrap_or_default());
            let number = self.next();
            self.code(range, number, Side::Alone, Style::Placeholder);
        }
        self.pieces.text(self.text.get(self.at..end).unwrap_or_default());
        self.at = end;
    }
}

/// The first `{{ … }}` or `{% … %}` within a range.
fn template(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let start = match (part.find("{{"), part.find("{%")) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other)?,
    };
    let rest = part.get(start..)?;
    let close = if rest.starts_with("{{") { "}}" } else { "%}" };
    let end = rest.find(close)? + close.len();
    Some(range.start + start..range.start + start + end)
}

/// The text to be written for pieces that came back, so that what is markup in it is what the codes
/// say and nothing else. `None` where that can't be: a code stands where it is none.
pub(super) fn respelled(back: &[Inline]) -> Option<String> {
    let said = |pieces: &[Inline]| -> Vec<(Side, String)> {
        codes(pieces).map(|code| (code.side, code.written.clone())).collect()
    };
    let wanted = said(back);
    let reads_so = |text: &String| said(&pieces(text)) == wanted;
    let plain = written(back);
    if reads_so(&plain) {
        return Some(plain);
    }
    let habit = Habit::default();
    let mut quote = None;
    let mut careful = String::with_capacity(plain.len() + 16);
    for piece in back {
        match piece {
            Inline::Text(text) => match quote {
                Some(quote) => careful.push_str(&habit.spell_value(text, quote)),
                None => careful.push_str(&habit.spell_value(text, '\0')),
            },
            Inline::Code(code) => {
                careful.push_str(&code.written);
                quote = code.written.chars().next_back().filter(|last| matches!(last, '"' | '\''));
            }
        }
    }
    Some(careful).filter(reads_so)
}
