//! `list-items`: a list that has more or fewer items than the source's.
//!
//! Told where the pairing shows two items made one or one made two, and where a run of items
//! between two paired units of other kinds has another number of items on either side.

use std::rc::Rc;

use crate::domain::document::BlockKind;
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::{ArgName, Check, Problem, shown};

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    if pair.source.is_empty() || pair.target.is_empty() || pair.pending {
        return;
    }
    let items = |units: &mut dyn Iterator<Item = BlockKind>| {
        units.filter(|kind| *kind == BlockKind::ListItem).count()
    };
    let source = items(&mut bitext.sources(pair).map(|unit| unit.kind));
    let target = items(&mut bitext.targets(pair).map(|unit| unit.kind));
    if source.max(target) < 2 || source == target {
        return;
    }
    push(bitext, pair, source, target, out);
}

fn push(bitext: &Bitext<'_>, pair: &Pair, source: usize, target: usize, out: &mut Vec<Problem>) {
    let kind = if source > target { "joined" } else { "split" };
    let text = bitext.targets(pair).next().map_or("", |unit| unit.text);
    out.push(Problem::new(
        Check::ListItems,
        bitext,
        pair,
        None,
        &format!("{source}>{target}"),
        vec![(ArgName::Kind, kind.to_owned()), (ArgName::Target, shown(text))],
    ));
}

/// Looks at the lists as wholes, where no pair told it already.
pub fn whole(bitext: &Bitext<'_>, out: &mut Vec<Problem>) {
    let told = |out: &[Problem]| {
        out.iter().any(|problem| {
            problem.check == Check::ListItems
                || problem.check == Check::UnitsDiffer
                    && problem.args.iter().any(|(_, value)| value.starts_with("item-"))
        })
    };
    if told(out) || bitext.pairs.iter().any(|pair| pair.pending) {
        return;
    }
    let runs = |units: &[Rc<Unit<'_>>]| -> Vec<usize> {
        let mut runs: Vec<usize> = Vec::new();
        let mut open = false;
        for unit in units {
            let item = unit.kind == BlockKind::ListItem;
            match (item, open, runs.last_mut()) {
                (true, true, Some(last)) => *last += 1,
                (true, _, _) => runs.push(1),
                _ => {}
            }
            open = item;
        }
        runs
    };
    let (source, target) = (runs(&bitext.source), runs(&bitext.target));
    if source.len() != target.len() {
        return;
    }
    if let Some(at) = (0..source.len()).find(|at| source[*at] != target[*at] && source[*at] > 1) {
        // The pair that holds the list's first item.
        let mut seen = 0;
        let first = bitext.target.iter().enumerate().find(|(number, unit)| {
            let begins = unit.kind == BlockKind::ListItem
                && number
                    .checked_sub(1)
                    .and_then(|before| bitext.target.get(before))
                    .is_none_or(|before| before.kind != BlockKind::ListItem);
            seen += usize::from(begins);
            begins && seen == at + 1
        });
        let pair =
            first.and_then(|(number, _)| bitext.pairs.iter().find(|pair| pair.target.contains(&number)));
        if let Some(pair) = pair {
            push(bitext, pair, source[at], target[at], out);
        }
    }
}
