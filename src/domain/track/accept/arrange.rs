//! The order of the links after an accept.
//!
//! A link that was not chosen keeps its place among the others. One that is new, or moved and
//! accepted, stands right behind the link of the block before its first, as far as that one is in
//! order itself. One of the target alone stands behind the link of the target block before it, wherever
//! that is today. So the order is the same in whatever order links are accepted.

use super::Node;
use crate::domain::document::Document;
use crate::domain::record::UnitPlace;

/// The nodes' numbers in the order of the record.
pub(super) fn order(nodes: &[Node], source: &Document, target: &Document) -> Vec<usize> {
    let mut list = Chain::new(nodes.len());
    let mut last = None;
    // Whatever order they stood in does not tell where the target has them.
    let of_target_alone = |node: &Node| {
        let baseline = node.link.as_ref().is_none_or(|link| link.baseline.is_empty());
        baseline && node.source.is_empty() && !node.target.is_empty()
    };
    let alone: Vec<bool> = nodes.iter().map(of_target_alone).collect();
    let mut placed: Vec<bool> = nodes.iter().zip(&alone).map(|(node, alone)| node.placed && !alone).collect();
    for number in (0..nodes.len()).filter(|number| placed[*number]).collect::<Vec<_>>() {
        list.insert_after(last, number);
        last = Some(number);
    }
    let mut before = None;
    // A link stands where its first block stands, whatever its others stand around.
    let mut seen = vec![false; nodes.len()];
    for number in owners(nodes, source.blocks.len(), |node| &node.source).into_iter().flatten() {
        if std::mem::replace(&mut seen[number], true) {
            continue;
        }
        if !placed[number] {
            list.insert_after(before, number);
            placed[number] = true;
        } else if !nodes[number].in_order {
            continue;
        }
        before = Some(number);
    }
    let mut before = None;
    for number in owners(nodes, target.blocks.len(), |node| &node.target).into_iter().flatten() {
        if alone[number] && !placed[number] {
            list.insert_after(before, number);
            placed[number] = true;
        }
        before = Some(number);
    }
    list.order()
}

/// For each block the node that stands for it.
fn owners(nodes: &[Node], len: usize, blocks: fn(&Node) -> &[usize]) -> Vec<Option<usize>> {
    let mut owners = vec![None; len];
    for (number, node) in nodes.iter().enumerate().filter(|(_, node)| node.anchor) {
        for at in blocks(node) {
            if let Some(slot) = owners.get_mut(*at) {
                *slot = Some(number);
            }
        }
    }
    owners
}

/// Writes down for the units of links in step whether one of another link stands before them.
pub(super) fn mark_places(nodes: &mut [Node], source: &Document) {
    let of_source = owners(nodes, source.blocks.len(), |node| &node.source);
    // The last block before each with a link that stands in the record as it stands in the text.
    let mut last = None;
    let mut before: Vec<Option<usize>> = Vec::with_capacity(of_source.len());
    for (at, owner) in of_source.iter().enumerate() {
        before.push(last);
        last = owner.filter(|number| nodes[*number].in_order).map(|_| at).or(last);
    }
    let place_of = |nodes: &[Node], at: usize| -> Option<UnitPlace> {
        let node = nodes.get((*of_source.get(at)?)?)?;
        let number = node.source.binary_search(&at).ok()?;
        Some(UnitPlace { link: node.link.as_ref()?.id, unit: u32::try_from(number + 1).ok()? })
    };
    for number in 0..nodes.len() {
        let node = &nodes[number];
        if !node.in_step || node.link.as_ref().is_none_or(|link| link.baseline.len() != node.source.len()) {
            continue;
        }
        let mark = |pair: &[usize]| {
            let at = before.get(pair[1]).copied().flatten().filter(|at| *at != pair[0])?;
            place_of(nodes, at)
        };
        let marks: Vec<Option<UnitPlace>> = node.source.windows(2).map(mark).collect();
        if let Some(link) = &mut nodes[number].link {
            for (unit, after) in link.baseline.iter_mut().zip(std::iter::once(None).chain(marks)) {
                unit.after = after;
            }
        }
    }
}

/// Numbers in a row that take another one anywhere at once.
struct Chain {
    head: Option<usize>,
    next: Vec<Option<usize>>,
}

impl Chain {
    fn new(len: usize) -> Self {
        Chain { head: None, next: vec![None; len] }
    }

    fn insert_after(&mut self, before: Option<usize>, number: usize) {
        let slot = match before {
            Some(before) => &mut self.next[before],
            None => &mut self.head,
        };
        let after = slot.replace(number);
        self.next[number] = after;
    }

    fn order(&self) -> Vec<usize> {
        std::iter::successors(self.head, |number| self.next[*number]).collect()
    }
}
