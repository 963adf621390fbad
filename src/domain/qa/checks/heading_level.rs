//! `heading-level`: a heading that stands deeper or higher than the source's, so that the version has
//! another outline.
//!
//! Where all headings of a version do so by as much, it has its place in another outline on purpose
//! or by one slip, and is told once.

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::{ArgName, Check, Problem};

/// Looks at all pairs.
pub fn look(bitext: &Bitext<'_>, out: &mut Vec<Problem>) {
    let level = |units: &mut dyn Iterator<Item = &Unit<'_>>| match (units.next(), units.next()) {
        (Some(unit), None) => unit.level,
        _ => None,
    };
    // A change of the source that waits is told as that.
    let compared: Vec<(&Pair, u8, u8)> = bitext
        .pairs
        .iter()
        .filter(|pair| !pair.pending && !pair.as_is)
        .filter_map(|pair| {
            let source = level(&mut bitext.sources(pair))?;
            Some((pair, source, level(&mut bitext.targets(pair))?))
        })
        .collect();
    let shift = |(_, source, target): &(&Pair, u8, u8)| i16::from(*target) - i16::from(*source);
    let all = compared.len() > 1
        && compared.windows(2).all(|two| two.iter().map(shift).is_sorted_by(|a, b| a == b));
    let differ = compared.iter().filter(|one| shift(one) != 0);
    for (pair, source, target) in differ.take(if all { 1 } else { usize::MAX }) {
        let kind = if all { "all" } else { "one" };
        let args = vec![
            (ArgName::Kind, kind.to_owned()),
            (ArgName::Source, source.to_string()),
            (ArgName::Target, target.to_string()),
        ];
        out.push(Problem::new(Check::HeadingLevel, bitext, pair, None, &format!("{source}>{target}"), args));
    }
}
