//! The target side: hashes followed, then what is left aligned between what still matches.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{Place, Side};
use crate::domain::align::{align, equal_pairs};
use crate::domain::document::Block;
use crate::domain::record::{BaselineUnit, Link};
use crate::domain::text::UnitHash;

/// Least confidence to pair blocks that stand in the same place between matched neighbours.
const IN_PLACE: f32 = 0.2;
/// Least confidence to pair blocks that do not.
const ELSEWHERE: f32 = 0.7;

/// What the links do not know.
pub(super) struct Found {
    pub added: Vec<NewBlocks>,
    pub extra: Vec<usize>,
}

/// New source blocks with the target blocks that seem to translate them; places, not indexes.
pub(super) struct NewBlocks {
    pub source: Vec<usize>,
    pub target: Vec<usize>,
    pub confidence: f32,
    pub after: Option<usize>,
}

/// One thing on the source side that may lack a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Link(usize),
    New(usize),
}

/// Finds each link's target blocks, and pairs `new` source blocks with what no link claims.
pub(super) fn follow_target(
    links: &[Link],
    places: &mut [Place],
    source: &Side<'_>,
    target: &Side<'_>,
    new: &[usize],
) -> Found {
    let owners: Vec<usize> =
        links.iter().enumerate().flat_map(|(number, link)| link.target.iter().map(move |_| number)).collect();
    let recorded: Vec<UnitHash> = links.iter().flat_map(|link| link.target.iter().copied()).collect();
    let today: Vec<UnitHash> = if recorded.is_empty() {
        Vec::new()
    } else {
        target.blocks.iter().map(|block| block.hash()).collect()
    };
    let mut used = vec![false; target.blocks.len()];
    places.iter_mut().for_each(|place| place.target_same = true);
    for (owner, at) in owners.iter().zip(equal_pairs(&recorded, &today)) {
        match at {
            Some(at) => {
                places[*owner].target.push(at);
                used[at] = true;
            }
            None => places[*owner].target_same = false,
        }
    }
    let items = in_source_order(places, new);
    let mut found: Vec<NewBlocks> = Vec::new();
    let mut paired = vec![false; source.blocks.len()];
    if used.iter().any(|used| !used) {
        let gaps = gaps(&items, places, &used);
        let mut left = (Vec::new(), Vec::new());
        for (items, free) in gaps {
            let lone = items.len() == 1 && free.len() == 1;
            let least = if lone { 0.0 } else { IN_PLACE };
            pair(&items, &free, least, (links, source, target), places, &mut used, &mut paired, &mut found);
        }
        let lacks = |item: &Item| match item {
            Item::Link(number) => !places[*number].target_same && places[*number].target.is_empty(),
            Item::New(at) => !paired[*at],
        };
        left.0.extend(items.iter().copied().filter(lacks));
        left.1.extend((0..used.len()).filter(|at| !used[*at]));
        if !left.0.is_empty() && !left.1.is_empty() {
            let (items, free) = left;
            pair(
                &items,
                &free,
                ELSEWHERE,
                (links, source, target),
                places,
                &mut used,
                &mut paired,
                &mut found,
            );
        }
    }
    places.iter_mut().for_each(|place| {
        place.target.sort_unstable();
        place.target.dedup();
    });
    for at in new.iter().filter(|at| !paired[**at]) {
        found.push(NewBlocks { source: vec![*at], target: Vec::new(), confidence: 0.0, after: None });
    }
    found.sort_by_key(|new| new.source.first().copied());
    set_after(&items, places, &mut found);
    Found { added: found, extra: (0..used.len()).filter(|at| !used[*at]).collect() }
}

/// Links and new blocks in the order of today's source; a link whose source is gone, or that never
/// had one, stands after the link before it in the record.
fn in_source_order(places: &[Place], new: &[usize]) -> Vec<Item> {
    let mut keyed: Vec<((usize, usize), Item)> = Vec::with_capacity(places.len() + new.len());
    let mut last = (0, 0);
    for (number, place) in places.iter().enumerate() {
        last = place.source.first().map_or((last.0, number + 1), |at| (at + 1, 0));
        keyed.push((last, Item::Link(number)));
    }
    keyed.extend(new.iter().map(|at| ((at + 1, 0), Item::New(*at))));
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, item)| item).collect()
}

/// What lacks a target, with the target blocks that no link has, by the matched target block that
/// stands before either.
fn gaps(items: &[Item], places: &[Place], used: &[bool]) -> Vec<(Vec<Item>, Vec<usize>)> {
    let mut free: FxHashMap<Option<usize>, Vec<usize>> = FxHashMap::default();
    let mut before = None;
    for (at, used) in used.iter().enumerate() {
        if *used {
            before = Some(at);
        } else {
            free.entry(before).or_default().push(at);
        }
    }
    let mut out: Vec<(Option<usize>, Vec<Item>)> = Vec::new();
    let mut anchor = None;
    for item in items {
        let lacks = match item {
            Item::New(_) => true,
            Item::Link(number) => !places[*number].target_same,
        };
        if lacks {
            match out.last_mut().filter(|(key, _)| *key == anchor) {
                Some((_, list)) => list.push(*item),
                None => out.push((anchor, vec![*item])),
            }
        }
        if let Item::Link(number) = item {
            anchor = places[*number].target.iter().max().copied().or(anchor);
        }
    }
    out.into_iter().filter_map(|(key, items)| Some((items, free.remove(&key)?))).collect()
}

/// Aligns the items with the free target blocks and writes down who got which.
#[expect(clippy::too_many_arguments, reason = "one step of follow_target, which owns all of them")]
fn pair(
    items: &[Item],
    free: &[usize],
    least: f32,
    (links, source, target): (&[Link], &Side<'_>, &Side<'_>),
    places: &mut [Place],
    used: &mut [bool],
    paired: &mut [bool],
    found: &mut Vec<NewBlocks>,
) {
    let mut owners: Vec<Item> = Vec::new();
    let mut texts: Vec<Cow<'_, Block>> = Vec::new();
    for item in items {
        match item {
            Item::New(at) => texts.extend(source.blocks.get(*at).map(|block| Cow::Borrowed(*block))),
            Item::Link(number) if places[*number].source.is_empty() => {
                texts.extend(links[*number].baseline.iter().map(|unit| Cow::Owned(block_of(unit))));
            }
            Item::Link(number) => {
                let blocks = places[*number].source.iter().filter_map(|at| source.blocks.get(*at));
                texts.extend(blocks.map(|block| Cow::Borrowed(*block)));
            }
        }
        owners.resize(texts.len(), *item);
    }
    let source_blocks: Vec<&Block> = texts.iter().map(AsRef::as_ref).collect();
    let target_blocks: Vec<&Block> = free.iter().filter_map(|at| target.blocks.get(*at).copied()).collect();
    for pairing in align(&source_blocks, &target_blocks) {
        if pairing.source.is_empty() || pairing.target.is_empty() || pairing.confidence < least {
            continue;
        }
        let targets: Vec<usize> = pairing.target.iter().map(|at| free[*at]).collect();
        let mut new = Vec::new();
        let mut owned = false;
        for at in &pairing.source {
            match owners[*at] {
                Item::Link(number) => {
                    places[number].target.extend(&targets);
                    owned = true;
                }
                Item::New(place) => new.push(place),
            }
        }
        targets.iter().for_each(|at| used[*at] = true);
        if !owned {
            // Units with a linked one between them stay apart: a link whose units stand around
            // another's could not be told from a moved one where texts repeat.
            let together = new.windows(2).take_while(|pair| pair[0] + 1 == pair[1]).count() + 1;
            new.truncate(together);
            new.iter().for_each(|at| paired[*at] = true);
            found.push(NewBlocks {
                source: new,
                target: targets,
                confidence: pairing.confidence,
                after: None,
            });
        }
    }
}

fn block_of(unit: &BaselineUnit) -> Block {
    Block { kind: unit.kind, text: unit.text.clone(), fragments: Vec::new(), line: 0 }
}

/// For new blocks the target block before the place where they belong.
fn set_after(items: &[Item], places: &[Place], found: &mut [NewBlocks]) {
    let mut numbers: FxHashMap<usize, usize> = FxHashMap::default();
    for (number, new) in found.iter().enumerate() {
        numbers.extend(new.source.first().map(|at| (*at, number)));
    }
    let mut before = None;
    for item in items {
        match item {
            Item::Link(number) => before = places[*number].target.last().copied().or(before),
            Item::New(at) => {
                if let Some(new) = numbers.get(at).and_then(|number| found.get_mut(*number)) {
                    new.after = before;
                    before = new.target.last().copied().or(before);
                }
            }
        }
    }
}
