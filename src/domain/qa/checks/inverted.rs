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
            let Some(at) = lacking(unit, close, bitext, pair) else { continue };
            let place = Some((unit, at));
            let args = vec![(ArgName::Target, open.to_string())];
            out.push(Problem::new(Check::InvertedMark, bitext, pair, place, &open.to_string(), args));
        }
    }
}

/// Where the first mark stands that lacks its fellow.
fn lacking(unit: &Unit<'_>, close: char, bitext: &Bitext<'_>, pair: &Pair) -> Option<usize> {
    // Written as an entity, the mark is no character.
    if !unit.text.contains(close) || unit.text.contains("&iquest;") || unit.text.contains("&iexcl;") {
        return None;
    }
    // How many are open, and whether an opening or a closing mark has just been read ("¡¿", "?!",
    // "!!!"): a run of either is one.
    let (mut opened, mut opening, mut closing) = (0usize, false, false);
    for (at, piece) in unit.pieces.iter().enumerate() {
        let Kind::Mark(mark) = piece.kind else {
            (opening, closing) = (false, false);
            continue;
        };
        match mark {
            '¿' | '¡' => {
                // "¡Qué…?" and "¿…!" are lawful: either opens for either.
                opened += usize::from(!opening);
                (opening, closing) = (true, false);
            }
            '?' | '!' => {
                if !closing && !is_of_no_sentence(unit, at, mark, bitext, pair) {
                    if mark == close && opened == 0 {
                        return Some(piece.start);
                    }
                    opened = opened.saturating_sub(1);
                }
                (opening, closing) = (false, true);
            }
            _ => (opening, closing) = (false, false),
        }
    }
    None
}

/// Whether the mark ends no sentence: alone in brackets, of markup ("[!NOTE]"), or the end of a name.
fn is_of_no_sentence(unit: &Unit<'_>, at: usize, mark: char, bitext: &Bitext<'_>, pair: &Pair) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| unit.pieces.get(at)) else { return false };
    if matches!(before.kind, Kind::Mark('(' | '['))
        || before.kind == Kind::Markup && before.of(unit.text) == "["
    {
        return true;
    }
    let word = before.of(unit.text);
    mark == '!'
        && word.starts_with(char::is_uppercase)
        && bitext.sources(pair).any(|source| source.text.contains(&format!("{word}!")))
}
