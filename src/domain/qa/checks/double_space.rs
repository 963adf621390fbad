//! `double-space`: two plain blanks in a row where the source has none.

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{Check, Problem};

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    for unit in bitext.targets(pair) {
        let Some(at) = double(unit) else { continue };
        if bitext.sources(pair).any(|source| double(source).is_some()) {
            continue;
        }
        out.push(Problem::new(Check::DoubleSpace, bitext, pair, Some((unit, at)), "", Vec::new()));
    }
}

fn double(unit: &Unit<'_>) -> Option<usize> {
    if !unit.text.contains("  ") {
        return None;
    }
    let inner = unit.pieces.get(1..)?;
    inner
        .iter()
        .take(inner.len().saturating_sub(1))
        .find(|piece| {
            let text = piece.of(unit.text);
            piece.kind == Kind::Blank && text.contains("  ") && !text.contains('\n')
        })
        .map(|piece| piece.start)
}
