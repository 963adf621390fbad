//! Where everything stands between two revisions, for records of which a part was accepted.
//!
//! An accept looks at the new record as the next command will. Where that would find anything
//! elsewhere, in another state or under another name than it is now, the record holds how it is
//! ([`Interim`]).

use rustc_hash::{FxHashMap, FxHashSet};

use super::standing::revision;
use super::target::NewBlocks;
use super::{Outlook, Side, look};
use crate::domain::align::one_with_one;
use crate::domain::document::Block;
use crate::domain::record::{BaselineUnit, Interim, InterimPlace, Link, LinkId, Record, TakenIds};

/// What an [`Interim`] tells, by the numbers of the links in the record; places, not indexes.
pub(super) struct Held {
    /// For each unit of each baseline its source blocks.
    pub units: Vec<Vec<Vec<usize>>>,
    /// The source blocks that came back to a link of the target alone.
    pub returned: Vec<Vec<usize>>,
    pub targets: Vec<Vec<usize>>,
    pub moved: Vec<bool>,
    pub edited: Vec<bool>,
    /// What no link knows, first all that has source blocks.
    pub added: Vec<NewBlocks>,
    pub extra: Vec<usize>,
    /// The names of what no link knows, in that order.
    pub ids: Vec<LinkId>,
}

/// What the record tells of these revisions; `None` where it tells nothing, or what cannot be: a
/// record that was merged or edited by hand may.
pub(super) fn held(record: &Record, source: &Side<'_>, target: &Side<'_>) -> Option<Held> {
    let interim = record.interim.as_ref()?;
    if interim.source != revision(source) || interim.target != revision(target) {
        return None;
    }
    let numbers: FxHashMap<LinkId, usize> =
        record.links.iter().enumerate().map(|(number, link)| (link.id, number)).collect();
    let len = record.links.len();
    if numbers.len() != len {
        return None;
    }
    let mut held = Held {
        units: vec![Vec::new(); len],
        returned: vec![Vec::new(); len],
        targets: vec![Vec::new(); len],
        moved: vec![false; len],
        edited: vec![false; len],
        added: Vec::new(),
        extra: Vec::new(),
        ids: Vec::new(),
    };
    let mut told: FxHashSet<LinkId> = FxHashSet::default();
    let (mut added, mut extra) = (Vec::new(), Vec::new());
    let mut owners = (vec![None; source.blocks.len()], vec![None; target.blocks.len()]);
    for place in &interim.places {
        if !told.insert(place.id) {
            return None;
        }
        let number = numbers.get(&place.id).copied();
        let units: Vec<Vec<usize>> =
            place.source.iter().map(|unit| own(unit, number, &mut owners.0)).collect::<Option<_>>()?;
        let blocks = own(&place.target, number, &mut owners.1)?;
        match (number, units.as_slice()) {
            (Some(number), _) => {
                let link = record.links.get(number)?;
                if link.baseline.is_empty() && units.len() == 1 {
                    held.returned[number] = units.into_iter().flatten().collect();
                } else if link.baseline.len() == units.len() {
                    held.units[number] = units;
                } else {
                    return None;
                }
                held.targets[number] = blocks;
                (held.moved[number], held.edited[number]) = (place.moved, place.edited);
            }
            (None, [unit]) if !unit.is_empty() => {
                let confidence = sureness(unit, &blocks, source, target);
                let new = NewBlocks { source: unit.clone(), target: blocks, confidence, after: None };
                added.push((new, place.id));
            }
            (None, _) => extra.push((*blocks.first().filter(|_| blocks.len() == 1)?, place.id)),
        }
    }
    let whole = record.links.iter().all(|link| told.contains(&link.id))
        && owners.0.iter().chain(&owners.1).all(Option::is_some);
    if !whole {
        return None;
    }
    added.sort_by_key(|(new, _)| new.source.first().copied());
    extra.sort_unstable();
    held.ids = added.iter().map(|(_, id)| *id).chain(extra.iter().map(|(_, id)| *id)).collect();
    held.added = added.into_iter().map(|(new, _)| new).collect();
    held.extra = extra.into_iter().map(|(at, _)| at).collect();
    Some(held)
}

/// How sure it is that these belong together, by the first of them.
fn sureness(own: &[usize], others: &[usize], source: &Side<'_>, target: &Side<'_>) -> f32 {
    let pair = own
        .first()
        .and_then(|at| source.blocks.get(*at))
        .zip(others.first().and_then(|at| target.blocks.get(*at)));
    pair.and_then(|(a, b)| one_with_one(a, b, (&source.blocks, &target.blocks))).unwrap_or(0.0)
}

/// The places of these numbers, sorted, if all are there and are no others': links may share a block
/// with links, and nothing else with anything.
fn own(numbers: &[u32], link: Option<usize>, owners: &mut [Option<bool>]) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(numbers.len());
    for number in numbers {
        let place = usize::try_from(*number).ok()?.checked_sub(1)?;
        let owner = owners.get_mut(place)?;
        if owner.is_some_and(|linked| !linked || link.is_none()) {
            return None;
        }
        *owner = Some(link.is_some());
        places.push(place);
    }
    places.sort_unstable();
    places.dedup();
    Some(places)
}

/// The names that links will have of what no link knows: those of equal units are given in the order
/// of the text. Takes the source and the target blocks of each.
pub(super) fn names<'b>(
    links: &[Link],
    free: impl Iterator<Item = (Vec<&'b Block>, Vec<&'b Block>)>,
) -> Vec<LinkId> {
    let mut free = free.peekable();
    if free.peek().is_none() {
        return Vec::new();
    }
    let mut taken: TakenIds = links.iter().map(|link| link.id).collect();
    free.map(|(source, target)| {
        let baseline: Vec<BaselineUnit> = source.into_iter().map(BaselineUnit::from).collect();
        let hashes: Vec<_> = target.into_iter().map(Block::hash).collect();
        LinkId::fresh(&baseline, &hashes, &mut taken)
    })
    .collect()
}

/// What the record has to hold so that all stands where `places` has it, in whatever order that lists
/// it.
pub(super) fn settle(
    record: &Record,
    source: &Side<'_>,
    target: &Side<'_>,
    mut places: Vec<InterimPlace>,
) -> Option<Interim> {
    places.sort_by_key(|place| place.id);
    let mut found = of_outlook(record, &look(record, source, target), source, target);
    found.sort_by_key(|place| place.id);
    (found != places).then(|| Interim { source: revision(source), target: revision(target), places })
}

fn of_outlook(record: &Record, outlook: &Outlook, source: &Side<'_>, target: &Side<'_>) -> Vec<InterimPlace> {
    let mut out = Vec::with_capacity(record.links.len() + outlook.added.len() + outlook.extra.len());
    for (link, place) in record.links.iter().zip(&outlook.places) {
        out.push(InterimPlace {
            id: link.id,
            source: of_units(&place.units, &place.source),
            target: numbers(&place.target),
            moved: place.out_of_order,
            edited: !place.target_same,
        });
    }
    let names = outlook.names(&record.links, source, target);
    let added = outlook.added.iter().map(|new| (&new.source[..], &new.target[..]));
    let extra = outlook.extra.iter().map(|at| (&[][..], std::slice::from_ref(at)));
    out.extend(
        names.into_iter().zip(added.chain(extra)).map(|(id, (source, target))| open(id, source, target)),
    );
    out
}

/// The place of blocks that no link knows.
pub(super) fn open(id: LinkId, source: &[usize], target: &[usize]) -> InterimPlace {
    InterimPlace { id, source: vec![numbers(source)], target: numbers(target), moved: false, edited: false }
}

/// The source of a link by its units; where it has no baseline, all blocks that came back to it.
pub(super) fn of_units(units: &[Vec<usize>], source: &[usize]) -> Vec<Vec<u32>> {
    match units {
        [] => vec![numbers(source)],
        units => units.iter().map(|unit| numbers(unit)).collect(),
    }
}

/// Places as they are written down, from 1.
pub(super) fn numbers(places: &[usize]) -> Vec<u32> {
    places.iter().filter_map(|at| u32::try_from(at + 1).ok()).collect()
}

impl Outlook {
    /// The names of what no link knows, the added blocks before the extra ones.
    fn names(&self, links: &[Link], source: &Side<'_>, target: &Side<'_>) -> Vec<LinkId> {
        if let Some(ids) = &self.ids {
            return ids.clone();
        }
        let added =
            self.added.iter().map(|new| (source.of_places(&new.source), target.of_places(&new.target)));
        let extra = self.extra.iter().map(|at| (Vec::new(), target.of_places(&[*at])));
        names(links, added.chain(extra))
    }
}
