//! `french-space`: in French, `; : ! ?`, `»` and `«` without the unbreakable blank that belongs
//! there (U+00A0, or the narrow U+202F). Canadian French has none before `; ! ?`.
//!
//! Told once a unit, and once a text where the text has it so throughout: that is a manner of writing,
//! and to be changed at one stroke. Times (`12:30`), ratios, addresses and smiles are none.

use std::collections::BTreeMap;

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{ArgName, Check, Problem};

/// In so many units a mark without its blank is a manner of writing, where it has one nowhere.
const THROUGHOUT: usize = 3;

/// Looks at the pairs of a text.
pub fn look(bitext: &Bitext<'_>, pairs: &[&Pair], out: &mut Vec<Problem>) {
    if bitext.target_locale.language() != "fr" {
        return;
    }
    let canadian = bitext.target_locale.region() == Some("CA");
    // For each mark the units that lack its blank, and whether it has one anywhere.
    let mut lacks: BTreeMap<char, Vec<(&Pair, &Unit<'_>, usize)>> = BTreeMap::new();
    let mut well = [false; MARKS.len()];
    for pair in pairs {
        for unit in bitext.targets(pair) {
            if let Some((at, mark)) = lacking(unit, canadian, &mut well) {
                lacks.entry(mark).or_default().push((*pair, unit, at));
            }
        }
    }
    for (mark, places) in lacks {
        let anywhere = MARKS.iter().position(|other| *other == mark).is_some_and(|at| well[at]);
        let throughout = !anywhere && places.len() >= THROUGHOUT;
        let count = places.len().to_string();
        for (pair, unit, at) in places.iter().take(if throughout { 1 } else { places.len() }) {
            let kind = if throughout { "throughout" } else { "one" };
            let mut args = vec![(ArgName::Target, mark.to_string()), (ArgName::Kind, kind.to_owned())];
            args.push((ArgName::Count, if throughout { count.clone() } else { "1".to_owned() }));
            let what = if throughout { format!("{mark} throughout") } else { mark.to_string() };
            out.push(Problem::new(Check::FrenchSpace, bitext, pair, Some((unit, *at)), &what, args));
        }
    }
}

/// The marks that want a blank.
const MARKS: [char; 6] = [';', '!', '?', ':', '«', '»'];

/// The first mark that lacks its blank; those that have one are noted in `well`.
fn lacking(unit: &Unit<'_>, canadian: bool, well: &mut [bool; MARKS.len()]) -> Option<(usize, char)> {
    let blank = |number: Option<usize>| {
        number.and_then(|at| unit.pieces.get(at)).map(|piece| (piece.kind, piece.of(unit.text)))
    };
    let is_tight = |text: &str| matches!(text, "\u{a0}" | "\u{202f}" | "\u{2009}");
    let mut first = None;
    for (number, piece) in unit.pieces.iter().enumerate() {
        let Kind::Mark(mark) = piece.kind else { continue };
        let before = blank(number.checked_sub(1));
        let after = blank(Some(number + 1));
        let good = match mark {
            ';' | '!' | '?' | ':' => {
                if canadian && mark != ':' {
                    continue;
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
            _ => continue,
        };
        let beside = if mark == '«' { after } else { before };
        if let (true, Some((Kind::Blank, _)), Some(at)) =
            (good, beside, MARKS.iter().position(|other| *other == mark))
        {
            well[at] = true;
        }
        // All of them are read, for those that have one.
        if !good && first.is_none() {
            first = Some((piece.start, mark));
        }
    }
    first
}
