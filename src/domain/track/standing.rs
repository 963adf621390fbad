//! Where units stand in one revision of the source, for records whose texts alone do not tell.
//!
//! After an accept that leaves something pending, the record is followed into the same source
//! again. Links that would be found elsewhere than they are get a [`Standing`], which holds as
//! long as the source stays as it is. So what was accepted is in step at the next look, and what
//! was not is what it was: also among equal units, and where a rule looks at what is left over.

use super::Side;
use super::order::UnitAt;
use super::source::follow_source;
use crate::domain::record::{Link, Standing};
use crate::domain::text::UnitHash;

/// The hash of a revision of one side: of the kinds and texts of its blocks.
pub(super) fn revision(side: &Side<'_>) -> UnitHash {
    let mut all = String::with_capacity(side.blocks.len() * 24);
    for block in &side.blocks {
        all.push_str(block.kind.name());
        all.push(' ');
        all.push_str(&block.hash().to_string());
        all.push('\n');
    }
    UnitHash::of(&all)
}

/// What the links tell of today's source: for each unit of `order` its places, if they are known.
/// Empty where no link tells anything. Linear.
pub(super) fn known(links: &[Link], order: &[UnitAt], source: &Side<'_>) -> Vec<Option<Vec<usize>>> {
    if links.iter().all(|link| link.stands.is_none()) {
        return Vec::new();
    }
    let revision = revision(source);
    let place = |number: &u32| usize::try_from(*number).ok()?.checked_sub(1);
    let of_unit = |at: &UnitAt| -> Option<Vec<usize>> {
        let link = links.get(at.link)?;
        let standing = link.stands.as_ref().filter(|standing| standing.revision == revision)?;
        // Edited by hand, or of another baseline.
        if standing.units.len() != link.baseline.len() {
            return None;
        }
        let mut places: Vec<usize> = standing.units.get(at.unit)?.iter().filter_map(place).collect();
        places.sort_unstable();
        places.dedup();
        places.iter().all(|at| *at < source.blocks.len()).then_some(places)
    };
    order.iter().map(of_unit).collect()
}

/// Makes sure that each link is found again in `source` where `units` has it: for each link the
/// places of each unit. Standings of before are dropped.
pub(super) fn settle(links: &mut [Link], units: &[Vec<Vec<usize>>], source: &Side<'_>) {
    links.iter_mut().for_each(|link| link.stands = None);
    // First what is found elsewhere is told; where that puts others out, all that is known is.
    for round in 0..3 {
        let found = follow_source(links, source, None);
        let strayed: Vec<bool> =
            found.iter().zip(units).map(|(place, units)| place.units != *units).collect();
        if !strayed.contains(&true) {
            return;
        }
        let revision = revision(source);
        for ((link, units), strayed) in links.iter_mut().zip(units).zip(&strayed) {
            if *strayed || round == 2 {
                let number = |at: &usize| u32::try_from(at + 1).ok();
                let units = units.iter().map(|unit| unit.iter().filter_map(number).collect()).collect();
                link.stands = Some(Standing { revision, units });
            }
        }
    }
}
