//! What became of a link, told from where its units stand.

use rustc_hash::FxHashMap;

use super::{Place, Side, SourceState, TargetState, Tracked};
use crate::domain::change::{Cause, Change, ChangeClass, DiffOp, TermSpotter, classify, word_diff};
use crate::domain::document::{Block, BlockKind};
use crate::domain::record::{BaselineUnit, Link, Record};
use crate::domain::text;

/// The link of that number as it stands today.
pub(super) fn tracked(
    number: usize,
    record: &Record,
    places: &[Place],
    merged: &Merged,
    (source, target): (&Side<'_>, &Side<'_>),
    terms: &(impl TermSpotter + ?Sized),
) -> Tracked {
    let place = &places[number];
    let target_state = match (place.target_same, place.target.is_empty()) {
        (true, _) => TargetState::Same,
        (false, false) => TargetState::Edited,
        (false, true) => TargetState::Removed,
    };
    Tracked {
        source: source.indexes(&place.source),
        target: target.indexes(&place.target),
        source_state: source_state(number, record, places, merged, source, terms),
        target_state,
        group: place.group,
    }
}

fn source_state(
    number: usize,
    record: &Record,
    places: &[Place],
    merged: &Merged,
    source: &Side<'_>,
    terms: &(impl TermSpotter + ?Sized),
) -> SourceState {
    let (place, link) = (&places[number], &record.links[number]);
    if place.returned {
        let texts =
            place.source.iter().filter_map(|at| source.blocks.get(*at)).map(|block| block.text.as_str());
        let text = texts.collect::<Vec<_>>().join("\n");
        return SourceState::Changed(Change::new(vec![Cause::Added], vec![DiffOp::Insert(text)]));
    }
    if link.baseline.is_empty() || (place.same && !place.moved) {
        return SourceState::Same;
    }
    if place.source.is_empty() {
        return SourceState::Removed(removed(link));
    }
    // Links merged in the source are compared together: their baselines with the one text.
    let merged_with = merged.with(number, place);
    let before: Vec<&BaselineUnit> = merged_with.iter().flat_map(|at| &record.links[*at].baseline).collect();
    let mut at: Vec<usize> = merged_with.iter().flat_map(|at| &places[*at].source).copied().collect();
    at.sort_unstable();
    at.dedup();
    let after: Vec<&Block> = at.iter().filter_map(|at| source.blocks.get(*at).copied()).collect();
    let before_texts: Vec<&str> = before.iter().map(|unit| unit.text.as_str()).collect();
    let after_texts: Vec<&str> = after.iter().map(|block| block.text.as_str()).collect();
    let (old_kind, new_kind) =
        (kind(&before), after.first().map_or(BlockKind::Paragraph, |block| block.kind));

    let mut change = if place.same || texts_equal(&before_texts, &after_texts) {
        None
    } else {
        Some(classify(&before_texts, &after_texts, old_kind, &record.source.locale, terms))
    };
    let mut add = |cause: Cause| match &mut change {
        Some(change) => change.add(cause),
        None => {
            let (old, new) = (before_texts.join("\n"), after_texts.join("\n"));
            change = Some(Change::new(vec![cause], word_diff(&old, &new)));
        }
    };
    if old_kind != new_kind {
        add(Cause::Kind { before: old_kind, after: new_kind });
    }
    if let ([unit], [block]) = (before.as_slice(), after.as_slice())
        && old_kind == new_kind
        && let Some((before, after)) = unit.level.zip(block.level).filter(|(was, is)| was != is)
    {
        add(match old_kind {
            BlockKind::ListItem => Cause::Depth { before, after },
            _ => Cause::Level { before, after },
        });
    }
    if place.moved {
        add(Cause::Moved);
    }
    if place.lost_unit {
        add(Cause::Removed);
    }
    let change = change.unwrap_or_else(|| Change::new(vec![Cause::Space], Vec::new()));
    if place.merged {
        SourceState::Merged(change)
    } else if place.split {
        SourceState::Split(change)
    } else if place.moved {
        SourceState::Moved(change)
    } else {
        SourceState::Changed(change)
    }
}

/// The links of each source block that several units were merged into.
pub(super) struct Merged(FxHashMap<usize, Vec<usize>>);

impl Merged {
    pub fn of(places: &[Place]) -> Merged {
        let mut links: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (number, place) in places.iter().enumerate().filter(|(_, place)| place.merged) {
            place.source.iter().for_each(|at| links.entry(*at).or_default().push(number));
        }
        Merged(links)
    }

    /// The links that were merged into a block with this one, itself among them. Of more than could
    /// have been, which is a record that somebody damaged, it is alone.
    fn with(&self, number: usize, place: &Place) -> Vec<usize> {
        let all = || place.source.iter().filter_map(|at| self.0.get(at)).flatten().copied();
        if !place.merged || all().take(MOST_MERGED + 1).count() > MOST_MERGED {
            return vec![number];
        }
        let mut links: Vec<usize> = all().collect();
        links.sort_unstable();
        links.dedup();
        links
    }
}

/// So many links at most were merged with one, each counted at each block.
const MOST_MERGED: usize = 32;

fn kind(units: &[&BaselineUnit]) -> BlockKind {
    units.first().map_or(BlockKind::Paragraph, |unit| unit.kind)
}

fn texts_equal(before: &[&str], after: &[&str]) -> bool {
    before.len() == after.len()
        && before.iter().zip(after).all(|(a, b)| a == b || text::normalised(a) == text::normalised(b))
}

/// A unit that is gone. Where it had no target there is nothing to do, and it asks for no more
/// than a look.
fn removed(link: &Link) -> Change {
    let units: Vec<&BaselineUnit> = link.baseline.iter().collect();
    let cause = match kind(&units) {
        BlockKind::Code => Cause::Code,
        BlockKind::Data => Cause::Data,
        _ => Cause::Removed,
    };
    let texts: Vec<&str> = units.iter().map(|unit| unit.text.as_str()).collect();
    let mut change = Change::new(vec![cause], vec![DiffOp::Delete(texts.join("\n"))]);
    if link.target.is_empty() {
        change.class = ChangeClass::Cosmetic;
    }
    change
}
