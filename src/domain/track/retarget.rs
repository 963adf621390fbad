//! A record whose target was changed by cotejo itself, in a way that is no editing by hand: the words of
//! some units are others, and they are in step with their sources as much or as little as before.

use std::collections::BTreeMap;

use super::{TargetState, Tracking};
use crate::domain::document::Document;
use crate::domain::record::Record;
use crate::domain::text::UnitHash;

/// The record after the target's blocks of those numbers got those texts; `None` where no link knew
/// them. Only the hashes of targets change, and only in links whose target was as accepted: their
/// baselines, states, reasons, who and when stay, so a change of the source that waits goes on waiting.
/// A target that somebody edited since is still told to be edited.
pub fn retarget(
    record: &Record,
    tracking: &Tracking,
    target: &Document,
    texts: &BTreeMap<usize, String>,
) -> Option<Record> {
    let mut new = record.clone();
    for (link, tracked) in new.links.iter_mut().zip(&tracking.links) {
        if tracked.target_state != TargetState::Same {
            continue;
        }
        let mut blocks: Vec<(usize, UnitHash)> =
            tracked.target.iter().filter_map(|at| Some((*at, target.blocks.get(*at)?.hash()))).collect();
        for hash in &mut link.target {
            let Some(place) = blocks.iter().position(|(_, known)| known == hash) else { continue };
            let (block, _) = blocks.remove(place);
            if let Some(text) = texts.get(&block) {
                *hash = UnitHash::of(text);
            }
        }
    }
    (new != *record).then_some(new)
}
