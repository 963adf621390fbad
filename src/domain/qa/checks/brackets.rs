//! `bracket-open`: a bracket or a quotation mark of the target without its fellow.
//!
//! Told only where the source's own are in order: a quotation over several paragraphs opens each
//! of them and is closed once. The bracket behind the mark of an item (`a)`, `1)`) has no fellow.
//! Square brackets are markup, and counted: as many close as open.

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{ArgName, Check, Problem};

/// No text has more brackets open at once.
const DEEPEST: usize = 64;

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    square(bitext, pair, out);
    let Some((unit, at, mark)) = open_in(bitext.targets(pair)) else { return };
    if !pair.source.is_empty() && open_in(bitext.sources(pair)).is_some() {
        return;
    }
    if !matches!(mark, '(' | ')' | '（' | '）') && is_quoted_on(bitext, pair) {
        return;
    }
    out.push(Problem::new(
        Check::BracketOpen,
        bitext,
        pair,
        Some((unit, at)),
        &mark.to_string(),
        vec![(ArgName::Target, mark.to_string())],
    ));
}

/// Tells a square bracket without its fellow, where the source's are in order.
fn square(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    let Some((unit, at, mark)) = square_in(bitext.targets(pair)) else { return };
    if pair.source.is_empty() || square_in(bitext.sources(pair)).is_some() {
        return;
    }
    out.push(Problem::new(
        Check::BracketOpen,
        bitext,
        pair,
        Some((unit, at)),
        mark,
        vec![(ArgName::Target, mark.to_owned())],
    ));
}

/// The first square bracket without its fellow in some units taken together. Half-open intervals
/// (`[0, 1)`) have one each.
fn square_in<'b, 'd>(units: impl Iterator<Item = &'b Unit<'d>>) -> Option<(&'b Unit<'d>, usize, &'static str)>
where
    'd: 'b,
{
    let mut open: Vec<(&Unit<'d>, usize)> = Vec::new();
    for unit in units {
        for piece in &unit.pieces {
            match piece.of(unit.text) {
                "[" if open.len() < DEEPEST => open.push((unit, piece.start)),
                "]" if open.pop().is_none() => return Some((unit, piece.start, "]")),
                _ => {}
            }
        }
    }
    open.last().map(|(unit, at)| (*unit, *at, "["))
}

/// Whether a quotation may go on from or into a neighbour: one of the units around has an open mark
/// as well, or the source quotes with single marks, which are apostrophes too.
fn is_quoted_on(bitext: &Bitext<'_>, pair: &Pair) -> bool {
    let single = |unit: &Unit<'_>| {
        unit.text.contains(['‘', '`', '‹', '‚'])
            || unit.text.starts_with('\'')
            || [" '", "('", "' "].iter().any(|mark| unit.text.contains(mark))
            || unit.text.ends_with('\'')
    };
    if bitext.sources(pair).any(single) {
        return true;
    }
    let (Some(first), Some(last)) = (pair.target.first(), pair.target.last()) else { return false };
    let around = (first.saturating_sub(3)..*first).chain(last + 1..last + 4);
    around.filter_map(|at| bitext.target.get(at)).any(|unit| {
        open_in(std::iter::once(unit.as_ref()))
            .is_some_and(|(_, _, mark)| !matches!(mark, '(' | ')' | '（' | '）'))
    })
}

/// The first mark without its fellow in some units taken together.
fn open_in<'b, 'd>(units: impl Iterator<Item = &'b Unit<'d>>) -> Option<(&'b Unit<'d>, usize, char)>
where
    'd: 'b,
{
    let mut open: Vec<(char, &Unit<'d>, usize)> = Vec::new();
    let mut straight: Option<(&Unit<'d>, usize)> = None;
    // „…“ and »…« turn the marks round: then any of them closes.
    let mut turned = false;
    let mut stray = None;
    for unit in units {
        for (number, piece) in unit.pieces.iter().enumerate() {
            let Kind::Mark(mark) = piece.kind else { continue };
            if open.len() > DEEPEST {
                return None;
            }
            match mark {
                '(' | '（' | '«' | '“' | '「' | '『' | '《' => {
                    if mark == '“' && open.iter().any(|(open, _, _)| *open == '„') {
                        open.retain(|(open, _, _)| *open != '„');
                        continue;
                    }
                    if mark == '«' && turned && open.iter().any(|(open, _, _)| *open == '»') {
                        open.retain(|(open, _, _)| *open != '»');
                        continue;
                    }
                    open.push((mark, unit, piece.start));
                }
                '„' => open.push((mark, unit, piece.start)),
                '"' => {
                    let inch = number
                        .checked_sub(1)
                        .and_then(|before| unit.pieces.get(before))
                        .is_some_and(|before| before.kind == Kind::Figure);
                    straight = match straight {
                        None if !inch => Some((unit, piece.start)),
                        None => None,
                        Some(_) => None,
                    };
                }
                ')' | '）' | '»' | '”' | '」' | '』' | '》' => {
                    let fellows: &[char] = match mark {
                        ')' | '）' => &['(', '（'],
                        '»' => &['«'],
                        '”' => &['“', '„'],
                        '」' => &['「'],
                        '』' => &['『'],
                        _ => &['《'],
                    };
                    match open.iter().rposition(|(open, _, _)| fellows.contains(open)) {
                        Some(at) => drop(open.remove(at)),
                        None if matches!(mark, ')' | '）') && is_item_mark(unit, number) => {}
                        None if mark == '»' => {
                            turned = true;
                            open.push((mark, unit, piece.start));
                        }
                        // ”so” in Swedish and Finnish.
                        None if mark == '”'
                            && matches!(unit.locale().language(), "sv" | "fi" | "nb" | "da") => {}
                        None => stray = stray.or(Some((unit, piece.start, mark))),
                    }
                }
                _ => {}
            }
        }
    }
    stray
        .or_else(|| open.first().map(|(mark, unit, at)| (*unit, *at, *mark)))
        .or_else(|| straight.map(|(unit, at)| (unit, at, '"')))
}

/// Whether the closing bracket stands behind the short mark of an item: `a)`, `iv)`, `12)`, or is
/// part of a smile.
fn is_item_mark(unit: &Unit<'_>, number: usize) -> bool {
    let before = |back: usize| number.checked_sub(back).and_then(|at| unit.pieces.get(at));
    match before(1).map(|piece| (piece.kind, piece.of(unit.text))) {
        Some((Kind::Word, word)) => {
            word.chars().count() <= 4
                && before(2).is_none_or(|piece| !matches!(piece.kind, Kind::Word | Kind::Figure))
        }
        Some((Kind::Figure, _)) => true,
        Some((Kind::Mark(':' | ';' | '-' | '.' | 'º' | 'ª'), _)) => true,
        _ => false,
    }
}
