//! `french-space`: in French, `; : ! ?`, `»` and `«` without the unbreakable blank that belongs
//! there (U+00A0, or the narrow U+202F). Canadian French has none before `; ! ?`.
//!
//! Told once a unit. Times (`12:30`), ratios, addresses and smiles are none.

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{ArgName, Check, Problem};

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    if bitext.target_locale.language() != "fr" {
        return;
    }
    let canadian = bitext.target_locale.region() == Some("CA");
    for unit in bitext.targets(pair) {
        let Some((at, mark)) = lacking(unit, canadian) else { continue };
        let args = vec![(ArgName::Target, mark.to_string())];
        let place = Some((unit, at));
        out.push(Problem::new(Check::FrenchSpace, bitext, pair, place, &mark.to_string(), args));
    }
}

fn lacking(unit: &Unit<'_>, canadian: bool) -> Option<(usize, char)> {
    let blank = |number: Option<usize>| {
        number.and_then(|at| unit.pieces.get(at)).map(|piece| (piece.kind, piece.of(unit.text)))
    };
    let is_tight = |text: &str| matches!(text, "\u{a0}" | "\u{202f}" | "\u{2009}");
    unit.pieces.iter().enumerate().find_map(|(number, piece)| {
        let Kind::Mark(mark) = piece.kind else { return None };
        let before = blank(number.checked_sub(1));
        let after = blank(Some(number + 1));
        let good = match mark {
            ';' | '!' | '?' | ':' => {
                if canadian && mark != ':' {
                    return None;
                }
                match before {
                    Some((Kind::Blank, text)) => is_tight(text),
                    // "12:30", "?!", "http:", "(!)".
                    Some((Kind::Figure, _)) if mark == ':' => true,
                    Some((Kind::Mark(other), _)) => {
                        matches!(other, '!' | '?' | '…' | '(' | '.' | '[' | ':' | ';' | '-' | '/' | '&' | '#')
                    }
                    Some((Kind::Word, _)) => {
                        // A smile, a word of code or markup.
                        !after.is_none_or(|(kind, _)| {
                            matches!(kind, Kind::Blank | Kind::Mark('»' | '"' | '”' | ')'))
                        })
                    }
                    _ => true,
                }
            }
            '»' => match before {
                Some((Kind::Blank, text)) => is_tight(text),
                Some((Kind::Markup | Kind::Code | Kind::Address, _)) | None => true,
                _ => false,
            },
            '«' => match after {
                Some((Kind::Blank, text)) => is_tight(text),
                Some((Kind::Markup | Kind::Code | Kind::Address, _)) | None => true,
                _ => false,
            },
            _ => return None,
        };
        (!good).then_some((piece.start, mark))
    })
}
