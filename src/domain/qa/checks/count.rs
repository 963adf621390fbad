//! `units-differ`: a paragraph, heading or item of the source without a counterpart, or one of the
//! target that the source has not.
//!
//! Two units made one, or one made two, lose nothing and are not told here. The lengths tell a
//! merger from a loss, whichever of the two the alignment shows: a lone unit beside a pair whose
//! other side is long enough to hold it as well is held by it, and two units beside one that is
//! long enough for one of them alone have lost the other. A paragraph that lacks here and one of its
//! kind, length and figures that is too many elsewhere are one that a translator moved.
//!
//! An alignment by lengths may leave the wrong one alone of several in a row, where one of them was
//! cut short: then what the units have in common tells which of them is not said. Items of a list
//! that together are as long as the source's were joined, which [`super::list`] tells.

use crate::domain::document::BlockKind;
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Kind;
use crate::domain::qa::{ArgName, Check, Problem, shown};
use crate::domain::text::letters;

use super::evidence::shared;

/// Pairs shorter than this, in characters, tell nothing by their length.
const SHORTEST: f64 = 80.0;

/// Looks at all pairs.
pub fn look(bitext: &Bitext<'_>, out: &mut Vec<Problem>) {
    let sizes: Vec<(f64, f64)> = bitext
        .pairs
        .iter()
        .map(|pair| {
            let sum = |list: &mut dyn Iterator<Item = usize>| list.sum::<usize>() as f64;
            (
                sum(&mut bitext.sources(pair).map(|unit| unit.characters())),
                sum(&mut bitext.targets(pair).map(|unit| unit.characters())),
            )
        })
        .collect();
    let (mut source, mut target) = (100.0, 100.0);
    for (pair, (a, b)) in bitext.pairs.iter().zip(&sizes) {
        if pair.source.len() == 1 && pair.target.len() == 1 {
            source += a;
            target += b;
        }
    }
    let ratio = target / source;
    let reordered = is_reordered(bitext);
    let moved = moved(bitext, &sizes, ratio);
    // What was told of one side where the order differs, and the pair before.
    let (mut told, mut before) = ([false; 2], None);
    for (number, pair) in bitext.pairs.iter().enumerate() {
        if pair.as_is || pair.pending && pair.target.is_empty() || moved.contains(&number) {
            continue;
        }
        let lost = match (pair.source.is_empty(), pair.target.is_empty()) {
            (false, true) => true,
            (true, false) => false,
            _ if pair.source.len() != pair.target.len() => {
                let Some((a, b)) = sizes.get(number) else { continue };
                let share = b / ratio / a.max(1.0);
                let (a, b) = (*a, *b / ratio);
                if a.max(b) < SHORTEST || (0.72..1.4).contains(&share) {
                    continue;
                }
                // One side has more units, and no more text than fewer units have.
                match pair.source.len() > pair.target.len() {
                    true if share < 1.0 => true,
                    false if share > 1.0 => false,
                    _ => continue,
                }
            }
            _ => continue,
        };
        if pair.source.is_empty() != pair.target.is_empty()
            && (is_held_by_a_neighbour(&sizes, number, lost, ratio)
                || is_held_by_its_list(bitext, &sizes, number, lost, ratio))
        {
            continue;
        }
        let pair = not_said(bitext, number, lost);
        let units: Vec<&Unit<'_>> =
            if lost { bitext.sources(pair).collect() } else { bitext.targets(pair).collect() };
        // A rule of signs or a number alone is furniture.
        let says = |unit: &&&Unit<'_>| letters(unit.text) >= 3 && unit.kind != BlockKind::Meta;
        let Some(first) = units.iter().find(says) else { continue };
        // A table that is gone is one loss, whatever its cells.
        let cell = (first.kind == BlockKind::TableCell).then_some((lost, number));
        let goes_on = cell.is_some_and(|(lost, number)| before == Some((lost, number.wrapping_sub(1))));
        before = cell;
        if goes_on || reordered && std::mem::replace(&mut told[usize::from(lost)], true) {
            continue;
        }
        let kind = match (lost, first.kind) {
            (true, BlockKind::Title | BlockKind::Heading) => "heading-lost",
            (true, BlockKind::ListItem) => "item-lost",
            (true, _) => "lost",
            (false, BlockKind::Title | BlockKind::Heading) => "heading-come",
            (false, BlockKind::ListItem) => "item-come",
            (false, _) => "come",
        };
        let args = vec![(ArgName::Kind, kind.to_owned()), (ArgName::Source, shown(first.text))];
        out.push(Problem::new(Check::UnitsDiffer, bitext, pair, None, kind, args));
    }
}

/// So many pairs on either side of a unit that is alone may be shifted against each other.
const SHIFTED: usize = 4;
/// What a unit has in common with another's translation by chance, at most.
const BY_CHANCE: f64 = 0.15;

/// The pair whose unit is not said: that one, or another to which the pairs between are shifted,
/// each of them having more in common with its neighbour's translation than with its own.
fn not_said<'b>(bitext: &'b Bitext<'_>, number: usize, lost: bool) -> &'b Pair {
    let lone = &bitext.pairs[number];
    let sides = |pair: &'b Pair| match lost {
        true => (bitext.sources(pair).next(), bitext.targets(pair).next()),
        false => (bitext.targets(pair).next(), bitext.sources(pair).next()),
    };
    if pair_is_full(lone) {
        return lone;
    }
    let Some(first) = sides(lone).0 else { return lone };
    for step in [1isize, -1] {
        let (mut at, mut own, mut moved) = (number, first, None);
        for _ in 0..SHIFTED {
            let Some(next) = at.checked_add_signed(step) else { break };
            let Some(pair) = bitext.pairs.get(next).filter(|pair| is_plain(pair)) else { break };
            let (Some(theirs), Some(other)) = sides(pair) else { break };
            let better = shared(own, other);
            let same =
                theirs.kind == own.kind && matches!(own.kind, BlockKind::Paragraph | BlockKind::ListItem);
            if !same || better <= BY_CHANCE || better <= shared(theirs, other) * 2.0 {
                break;
            }
            (at, own, moved) = (next, theirs, Some(pair));
        }
        if let Some(pair) = moved {
            return pair;
        }
    }
    lone
}

fn pair_is_full(pair: &Pair) -> bool {
    !pair.source.is_empty() && !pair.target.is_empty()
}

/// Whether one unit stands beside one.
fn is_plain(pair: &Pair) -> bool {
    pair.source.len() == 1 && pair.target.len() == 1 && !pair.as_is && !pair.pending
}

/// So many items of a list around an item are taken together with it.
const ITEMS: usize = 12;

/// Whether the item stands in a short list that is as long on the other side with one item less.
fn is_held_by_its_list(
    bitext: &Bitext<'_>,
    sizes: &[(f64, f64)],
    number: usize,
    lost: bool,
    ratio: f64,
) -> bool {
    let is_item = |at: &usize| {
        bitext.pairs.get(*at).is_some_and(|pair| {
            let mut units = bitext.sources(pair).chain(bitext.targets(pair));
            units.all(|unit| unit.kind == BlockKind::ListItem)
        })
    };
    if !is_item(&number) {
        return false;
    }
    let before = (0..number).rev().take(ITEMS).take_while(is_item);
    let after = (number + 1..sizes.len()).take(ITEMS).take_while(is_item);
    let (mut own, mut other, mut alone) = (0.0, 0.0, 0);
    for at in before.chain(after).chain([number]) {
        let (Some((a, b)), Some(pair)) = (sizes.get(at), bitext.pairs.get(at)) else { continue };
        let (a, b) = if lost { (*a, b / ratio) } else { (b / ratio, *a) };
        own += a;
        other += b;
        alone += usize::from(!pair_is_full(pair));
    }
    let Some((a, b)) = sizes.get(number) else { return false };
    let lone = if lost { *a } else { b / ratio };
    // Nearer to all of them than to those without this one.
    alone == 1 && lone >= 0.15 * own && (own - other).abs() < (own - lone - other).abs()
}

/// Units shorter than this, in characters, are of one length by chance.
const SHORTEST_MOVED: f64 = 50.0;
/// So many units of a side are held against those of the other.
const MOST_MOVED: usize = 40;

/// The units of one side that are alone, with the number of their pair and their length.
fn lone<'b, 'd>(
    bitext: &'b Bitext<'d>,
    sizes: &[(f64, f64)],
    ratio: f64,
    lost: bool,
) -> Vec<(usize, &'b Unit<'d>, f64)> {
    let of = |(number, pair): (usize, &'b Pair)| -> Option<(usize, &'b Unit<'d>, f64)> {
        if pair.pending || pair.as_is {
            return None;
        }
        let (unit, length) = match (pair.source.as_slice(), pair.target.as_slice(), lost) {
            ([_], [], true) => (bitext.sources(pair).next()?, sizes.get(number)?.0),
            ([], [_], false) => (bitext.targets(pair).next()?, sizes.get(number)?.1 / ratio),
            _ => return None,
        };
        (length >= SHORTEST_MOVED).then_some((number, unit, length))
    };
    bitext.pairs.iter().enumerate().filter_map(of).take(MOST_MOVED).collect()
}

/// The pairs of one side alone that are a unit and its translation elsewhere: of one kind, of one
/// length, with the same figures, and with a name in common where both have names.
fn moved(bitext: &Bitext<'_>, sizes: &[(f64, f64)], ratio: f64) -> Vec<usize> {
    let (lost, mut come) = (lone(bitext, sizes, ratio, true), lone(bitext, sizes, ratio, false));
    let figures = |unit: &Unit<'_>| -> Vec<String> {
        let figures = unit.pieces.iter().filter(|piece| piece.kind == Kind::Figure);
        let mut all: Vec<String> =
            figures.map(|piece| piece.of(unit.text).chars().filter(char::is_ascii_digit).collect()).collect();
        all.sort_unstable();
        all
    };
    let mut out = Vec::new();
    for (number, unit, length) in lost {
        let fits = |other: &&(usize, &Unit<'_>, f64)| {
            let names = unit.names().iter().filter(|name| !name.leads);
            let others: Vec<u64> =
                other.1.names().iter().filter(|name| !name.leads).map(|name| name.key).collect();
            let mut names = names.peekable();
            let named =
                names.peek().is_none() || others.is_empty() || names.any(|name| others.contains(&name.key));
            unit.kind == other.1.kind
                && (0.75..1.33).contains(&(other.2 / length))
                && named
                && figures(unit) == figures(other.1)
        };
        let far = |other: &(usize, &Unit<'_>, f64)| (other.2 / length).ln().abs();
        let nearest = come.iter().filter(fits).min_by(|a, b| far(a).total_cmp(&far(b))).map(|other| other.0);
        if let Some(nearest) = nearest {
            come.retain(|other| other.0 != nearest);
            out.extend([number, nearest]);
        }
    }
    out
}

/// So many units without a counterpart on either side are units in another order.
const REORDERED: usize = 4;

/// Whether the target has the units of the source in another order, as an alphabetic list of terms
/// has in each language: then one of each side is told, not all.
fn is_reordered(bitext: &Bitext<'_>) -> bool {
    let lone = |lost: bool| {
        let pairs = bitext.pairs.iter().filter(|pair| !pair.pending && !pair.as_is);
        pairs.filter(|pair| pair.source.is_empty() != lost && pair.target.is_empty() == lost).count()
    };
    lone(true) >= REORDERED && lone(false) >= REORDERED
}

/// Whether the pair before or after is so long on the other side that it holds this unit as well.
fn is_held_by_a_neighbour(sizes: &[(f64, f64)], number: usize, lost: bool, ratio: f64) -> bool {
    // Both sides in the length of the lone unit's side.
    let sides = |at: usize| sizes.get(at).map(|(a, b)| if lost { (*a, b / ratio) } else { (b / ratio, *a) });
    let Some((lone, _)) = sides(number) else { return false };
    [number.checked_sub(1), number.checked_add(1)].into_iter().flatten().any(|at| {
        let Some((own, other)) = sides(at) else { return false };
        if own == 0.0 || other == 0.0 {
            return false;
        }
        // Nearer to both than to the one alone, and by more than chance would have it.
        let alone = other - own;
        let both = (other - own - lone).abs();
        both < alone.abs() && alone > 0.35 * own.max(40.0) && both < 0.5 * lone
    })
}
