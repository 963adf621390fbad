//! `inverted-mark`: in Spanish (and Asturian), a question or an exclamation without `¿` or `¡`.
//!
//! Counted over the whole unit, since the opening mark may stand anywhere in the sentence. Marks in
//! addresses and code do not count, nor one in brackets alone (`(?)`), nor the `!` of a name that
//! the source has as well ("Yahoo!").

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{ArgName, Check, Problem};

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    if !matches!(bitext.target_locale.language(), "es" | "ast") {
        return;
    }
    for (close, open) in [('?', '¿'), ('!', '¡')] {
        for unit in bitext.targets(pair) {
            let Some(at) = lacking(unit, close, open, bitext, pair) else { continue };
            let place = Some((unit, at));
            let args = vec![(ArgName::Target, open.to_string())];
            out.push(Problem::new(Check::InvertedMark, bitext, pair, place, &open.to_string(), args));
        }
    }
}

/// Where the first mark stands that lacks its fellow.
fn lacking(unit: &Unit<'_>, close: char, open: char, bitext: &Bitext<'_>, pair: &Pair) -> Option<usize> {
    // Written as an entity, the mark is no character.
    if !unit.text.contains(close) || unit.text.contains("&iquest;") || unit.text.contains("&iexcl;") {
        return None;
    }
    // How many are open, and whether a closing mark has just been read ("?!", "!!!").
    let (mut opened, mut run) = (0usize, false);
    for (at, piece) in unit.pieces.iter().enumerate() {
        let Kind::Mark(mark) = piece.kind else {
            run = false;
            continue;
        };
        if mark == '¿' || mark == '¡' {
            // "¡Qué…?" and "¿…!" are lawful: either opens for either.
            opened += usize::from(mark == open || !unit.text.contains(open));
        } else if mark == close {
            let before = at.checked_sub(1).and_then(|at| unit.pieces.get(at));
            // "[!NOTE]" is markup too.
            let alone = before.is_some_and(|before| {
                matches!(before.kind, Kind::Mark('(' | '[' | '¿' | '¡'))
                    || before.kind == Kind::Markup && before.of(unit.text) == "["
            });
            let name = close == '!'
                && before.is_some_and(|before| {
                    let word = before.of(unit.text);
                    word.starts_with(char::is_uppercase)
                        && bitext.sources(pair).any(|source| source.text.contains(&format!("{word}!")))
                });
            if !run && !alone && !name {
                if opened == 0 {
                    return Some(piece.start);
                }
                opened -= 1;
            }
            run = true;
        } else if !matches!(mark, '?' | '!') {
            run = false;
        }
    }
    None
}
