//! Where each link of a record stands today: in the source, and in the target.
//!
//! The recorded links come first: a link's baseline is followed into today's source and its hashes
//! into today's target. What is left in the target is then aligned, between neighbours that still
//! match, with the links that lost their target and with the source units that are new, all at
//! once: so a target edited by hand is told from the translation of a new unit beside it.
//!
//! Every link, every source block of the article and every target block is in exactly one place of
//! a [`Tracking`].

mod accept;
mod interim;
mod order;
mod recalled;
mod retarget;
mod source;
mod standing;
mod state;
mod target;

pub use accept::{
    AcceptError, Acceptance, Accepted, Selection, Told, Unfollowed, UnitRef, Untranslated, accept,
    accept_told,
};

pub use recalled::recalled;
pub use retarget::retarget;

use rustc_hash::FxHashSet;

use super::change::{Cause, Change, ChangeClass, DiffOp, TermSpotter};
use super::document::{Block, BlockKind, Document};
use super::locale::Locale;
use super::record::{LinkId, Record};
use super::text;
use source::{anchors, follow_source, groups, mark_moved};
use state::{Merged, tracked};
use target::NewBlocks;

/// Where the links of a record stand. Indexes of blocks are those of [`Document::blocks`].
#[derive(Clone, Debug, PartialEq)]
pub struct Tracking {
    /// For each link of the record, in its order.
    pub links: Vec<Tracked>,
    /// The source blocks that no link knows, in order; blocks that one target unit seems to
    /// translate together are one entry.
    pub added: Vec<Added>,
    /// The target blocks that no link knows and no added source block is paired with.
    pub extra: Vec<usize>,
}

/// Where one link stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracked {
    /// The source blocks it has today.
    pub source: Vec<usize>,
    /// The target blocks it has today: those that a change of the source touches.
    pub target: Vec<usize>,
    /// What became of the source.
    pub source_state: SourceState,
    /// What became of the target.
    pub target_state: TargetState,
    /// The number (in the record) of the first link that shares a block with it; its own, where
    /// none does. Links of one group can only be accepted together.
    pub group: usize,
}

/// What became of a link's source since its target was in step with it. Where several things
/// happened, the causes of the change tell all.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceState {
    /// Nothing.
    Same,
    /// It stands elsewhere; its text may have changed too.
    Moved(Change),
    /// Its text or its kind changed.
    Changed(Change),
    /// One unit became several.
    Split(Change),
    /// Several units, perhaps of several links, became one.
    Merged(Change),
    /// It is gone.
    Removed(Change),
}

/// What became of a link's target since it was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetState {
    /// Nothing (or there never was one).
    Same,
    /// Somebody changed it by hand.
    Edited,
    /// It is gone.
    Removed,
}

/// Source blocks that no link knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// The blocks.
    pub source: Vec<usize>,
    /// Target blocks without a link that seem to translate them.
    pub target: Vec<usize>,
    /// How sure that is, 0 to 1; 0 without target.
    pub confidence: f32,
    /// The target block after which their translation belongs; `None` for the beginning.
    pub after: Option<usize>,
    /// The change that they are.
    pub change: Change,
}

/// A change that waits for its translation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pending<'t> {
    /// The number of the link in the record; `None` for added blocks.
    pub link: Option<usize>,
    /// The source blocks today; empty for a removed unit.
    pub source: &'t [usize],
    /// The target blocks that are touched.
    pub target: &'t [usize],
    /// For added blocks: the target block after which they belong.
    pub after: Option<usize>,
    /// What changed.
    pub change: &'t Change,
}

/// How many pending changes there are of each class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ClassCounts {
    /// See [`ChangeClass::Cosmetic`].
    pub cosmetic: usize,
    /// See [`ChangeClass::Minor`].
    pub minor: usize,
    /// See [`ChangeClass::Mirror`].
    pub mirror: usize,
    /// See [`ChangeClass::Major`].
    pub major: usize,
}

impl ClassCounts {
    /// How many there are of that class or a graver one.
    pub fn from_class(&self, class: ChangeClass) -> usize {
        match class {
            ChangeClass::Cosmetic => self.major + self.mirror + self.minor + self.cosmetic,
            ChangeClass::Minor => self.major + self.mirror + self.minor,
            ChangeClass::Mirror => self.major + self.mirror,
            ChangeClass::Major => self.major,
        }
    }
}

impl Tracked {
    /// The change of its source, if there is one.
    pub fn change(&self) -> Option<&Change> {
        match &self.source_state {
            SourceState::Same => None,
            SourceState::Moved(change)
            | SourceState::Changed(change)
            | SourceState::Split(change)
            | SourceState::Merged(change)
            | SourceState::Removed(change) => Some(change),
        }
    }
}

impl Tracking {
    /// The pending changes from `threshold` on, in the order of today's source; a removed unit
    /// stands after the link before it in the record. Links whose sources were merged are one change.
    pub fn pending(&self, threshold: ChangeClass) -> Vec<Pending<'_>> {
        let mut found: Vec<((usize, usize), Pending<'_>)> = Vec::new();
        let mut place = 0;
        let mut merged = FxHashSet::default();
        for (number, tracked) in self.links.iter().enumerate() {
            place = tracked.source.first().map_or(place, |at| *at);
            if let Some(change) = tracked.change().filter(|change| change.class >= threshold)
                && (!matches!(tracked.source_state, SourceState::Merged(_))
                    || merged.insert(tracked.source.first()))
            {
                let pending = Pending {
                    link: Some(number),
                    source: &tracked.source,
                    target: &tracked.target,
                    after: None,
                    change,
                };
                found.push(((place, if tracked.source.is_empty() { number + 1 } else { 0 }), pending));
            }
        }
        for added in self.added.iter().filter(|added| added.change.class >= threshold) {
            let pending = Pending {
                link: None,
                source: &added.source,
                target: &added.target,
                after: added.after,
                change: &added.change,
            };
            found.push(((added.source.first().copied().unwrap_or(0), 0), pending));
        }
        found.sort_by_key(|(place, _)| *place);
        found.into_iter().map(|(_, pending)| pending).collect()
    }

    /// How many changes of each class are pending.
    pub fn counts(&self) -> ClassCounts {
        let mut counts = ClassCounts::default();
        for pending in self.pending(ChangeClass::Cosmetic) {
            match pending.change.class {
                ChangeClass::Cosmetic => counts.cosmetic += 1,
                ChangeClass::Minor => counts.minor += 1,
                ChangeClass::Mirror => counts.mirror += 1,
                ChangeClass::Major => counts.major += 1,
            }
        }
        counts
    }

    /// Whether the target is in step with the source: no change of whatever class is pending.
    pub fn is_in_step(&self) -> bool {
        self.added.is_empty() && self.links.iter().all(|tracked| tracked.source_state == SourceState::Same)
    }

    /// Whether the target is as it was accepted, nothing edited, removed or put in by hand.
    pub fn is_target_as_accepted(&self) -> bool {
        self.extra.is_empty()
            && self.added.iter().all(|added| added.target.is_empty())
            && self.links.iter().all(|tracked| tracked.target_state == TargetState::Same)
    }

    /// The amount of source text that the pending changes from `threshold` on touch, in words, or
    /// in characters where the source's locale is counted so; what is copied across left out.
    pub fn to_do(&self, source: &Document, locale: &Locale, threshold: ChangeClass) -> usize {
        let measure = if text::counts_characters(locale) { text::characters } else { text::words };
        let pending = self.pending(threshold);
        let blocks =
            pending.iter().flat_map(|pending| pending.source).filter_map(|at| source.blocks.get(*at));
        blocks.filter(|block| block.kind.is_unit()).map(|block| measure(&block.text)).sum()
    }
}

/// The blocks of an article with their indexes in the document.
struct Side<'d> {
    blocks: Vec<&'d Block>,
    indexes: Vec<usize>,
}

impl<'d> Side<'d> {
    fn of(document: Option<&'d Document>) -> Self {
        let (indexes, blocks) = document.into_iter().flat_map(Document::article_blocks).unzip();
        Side { blocks, indexes }
    }

    fn of_places(&self, places: &[usize]) -> Vec<&'d Block> {
        places.iter().filter_map(|at| self.blocks.get(*at).copied()).collect()
    }

    /// The places of blocks that are given by their indexes.
    fn places(&self, indexes: &[usize]) -> Vec<usize> {
        indexes.iter().filter_map(|at| self.indexes.binary_search(at).ok()).collect()
    }

    fn indexes(&self, places: &[usize]) -> Vec<usize> {
        places.iter().filter_map(|place| self.indexes.get(*place).copied()).collect()
    }
}

/// One link while it is followed; places count the article's blocks.
#[derive(Clone, Debug, Default)]
struct Place {
    /// For each unit of the baseline its blocks.
    units: Vec<Vec<usize>>,
    source: Vec<usize>,
    target: Vec<usize>,
    moved: bool,
    same: bool,
    split: bool,
    merged: bool,
    lost_unit: bool,
    /// A link of the target alone, to which a new source block was offered.
    returned: bool,
    target_same: bool,
    group: usize,
    /// Of the links that share source blocks with it, it has the first.
    anchor: bool,
    /// Those links do not keep their order among the others.
    out_of_order: bool,
}

/// Where everything stands, in places that count the article's blocks.
struct Outlook {
    places: Vec<Place>,
    added: Vec<NewBlocks>,
    extra: Vec<usize>,
    /// The names that links of the added blocks will have, and those of the extra ones behind them,
    /// where the record tells them.
    ids: Option<Vec<LinkId>>,
}

/// What accepting needs to know beyond [`Tracking`].
struct Whereabouts {
    links: Vec<LinkWhere>,
    /// See [`Outlook::ids`].
    ids: Option<Vec<LinkId>>,
}

/// What accepting needs to know of a link.
struct LinkWhere {
    /// For each unit of its baseline the places among the article's blocks.
    units: Vec<Vec<usize>>,
    /// Of the links that share source blocks with it, it stands for all.
    anchor: bool,
    /// Those links keep their order among the others.
    in_order: bool,
}

/// Follows the links of `record` into today's source and target. `target` is `None` where there is
/// no such file. `terms` knows the glossary's terms in the source. Time n log n in the blocks.
pub fn track(
    record: &Record,
    source: &Document,
    target: Option<&Document>,
    terms: &(impl TermSpotter + ?Sized),
) -> Tracking {
    track_units(record, source, target, terms).0
}

/// Follows the links into both sides.
fn look(record: &Record, source: &Side<'_>, target: &Side<'_>) -> Outlook {
    let held = interim::held(record, source, target);
    let mut places = follow_source(&record.links, source, held.as_ref());
    let mut linked = vec![false; source.blocks.len()];
    places.iter().flat_map(|place| &place.source).for_each(|at| linked[*at] = true);
    let new: Vec<usize> = (0..linked.len()).filter(|at| !linked[*at]).collect();
    let mut ids = None;
    let target::Found { added, extra } = match &held {
        Some(held) => {
            ids = Some(held.ids.clone());
            target::as_held(held, &mut places, &new)
        }
        None => target::follow_target(&record.links, &mut places, source, target, &new),
    };
    mark_moved(&mut places, source, held.as_ref().map(|held| held.moved.as_slice()));
    let len = source.blocks.len();
    let all = |place: &Place| -> Vec<usize> {
        place.source.iter().copied().chain(place.target.iter().map(|at| len + at)).collect()
    };
    let groups = groups(&places, len + target.blocks.len(), |place| all(place).into_iter());
    places.iter_mut().zip(groups).for_each(|(place, group)| place.group = group);
    Outlook { places, added, extra, ids }
}

/// As [`track`], with what accepting needs to know.
fn track_units(
    record: &Record,
    source: &Document,
    target: Option<&Document>,
    terms: &(impl TermSpotter + ?Sized),
) -> (Tracking, Whereabouts) {
    let (source, target) = (Side::of(Some(source)), Side::of(target));
    let Outlook { places, added, extra, ids } = look(record, &source, &target);
    let merged = Merged::of(&places);
    let links =
        (0..places.len()).map(|number| tracked(number, record, &places, &merged, (&source, &target), terms));
    let added = added.into_iter().map(|added| {
        let blocks: Vec<&Block> = source.of_places(&added.source);
        let text = blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n");
        let cause = match blocks.first().map(|block| block.kind) {
            Some(BlockKind::Code) => Cause::Code,
            Some(BlockKind::Data) => Cause::Data,
            _ => Cause::Added,
        };
        Added {
            source: source.indexes(&added.source),
            target: target.indexes(&added.target),
            confidence: added.confidence,
            after: added.after.and_then(|at| target.indexes.get(at).copied()),
            change: Change::new(vec![cause], vec![DiffOp::Insert(text)]),
        }
    });
    let tracking = Tracking { links: links.collect(), added: added.collect(), extra: target.indexes(&extra) };
    let link =
        |place: Place| LinkWhere { units: place.units, anchor: place.anchor, in_order: !place.out_of_order };
    (tracking, Whereabouts { links: places.into_iter().map(link).collect(), ids })
}

#[cfg(test)]
mod tests;
