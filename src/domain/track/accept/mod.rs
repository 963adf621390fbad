//! Accepting: a target is in step with today's source, for all links or for some.
//!
//! Only what was selected changes; every other link keeps its baseline, its state and its place,
//! so of three changed units two can be accepted and the third alone is pending. Accepting what is
//! in step already changes nothing, not even who and when. What is accepted in several steps, in
//! whatever order, gives the record that accepting it at once gives, also where targets were edited
//! by hand: the order of the links (`arrange`) does not depend on it, equal units stay told apart
//! (`standing`), and what is left pending keeps its blocks, its state and its name (`interim`). Links
//! that share a block, in the source or in the target, are accepted together.
//!
//! That holds as long as neither file is edited meanwhile, and for what [`accept`] finds itself: after
//! pairs that somebody told ([`accept_told`]) the texts decide anew. A record of before levels were
//! written down gains them by an accept of all, and not by one of units.
//!
//! `choose` finds what a selection names, `decide` what becomes of each group of links.

mod arrange;
mod choose;
mod decide;
mod told;

pub use choose::{Selection, UnitRef};
pub use told::Told;

use super::{LinkWhere, Side, Tracking, anchors, interim, standing, track_units};
use crate::domain::change::{Change, TermSpotter};
use crate::domain::document::{Block, Document};
use crate::domain::record::{InterimPlace, Link, LinkId, LinkState, Record, Timestamp};
use choose::Chosen;
use decide::Work;

/// How it is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The state of links that are new or changed; links in step are raised to it, never lowered.
    pub state: LinkState,
    /// Why, where the target did not follow.
    pub reason: Option<String>,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What becomes of units whose target is no translation.
    pub untranslated: Untranslated,
}

/// What is known of units whose target is no translation, and what becomes of them. A target of
/// four words or more (two where they stay pending) that is the same text as its source is none,
/// whatever else is known.
///
/// In a version that is translated these are quotations, names and captions kept on purpose: they
/// are recorded `as-is`. In a version that is half done they are the other half.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untranslated {
    /// Target blocks that are in another language than the target's, as indexes, sorted.
    pub blocks: Vec<usize>,
    /// Whether such units stay pending (where no reason is given) instead of being recorded.
    pub pending: bool,
}

/// The record after accepting, and what happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The record; equal to the old one where nothing changed.
    pub record: Record,
    /// Links that are new.
    pub added: Vec<LinkId>,
    /// Links that changed, moved ones among them.
    pub changed: Vec<LinkId>,
    /// Links that are gone: their unit was removed, or merged into another.
    pub removed: Vec<LinkId>,
    /// Source blocks that were left pending: nothing in the target seems to translate them, and at
    /// the first accept that is not taken for a decision; or the target is half done, and theirs
    /// is no translation.
    pub left: Vec<usize>,
    /// Source blocks of new links whose pairing is unsure.
    pub doubtful: Vec<usize>,
    /// Source blocks of links recorded `as-is` because their target is the same text.
    pub copies: Vec<usize>,
}

/// Why nothing was accepted.
#[derive(Clone, Debug, PartialEq)]
pub enum AcceptError {
    /// The target of these did not follow a `major` change, or is not there, or is no translation:
    /// a reason is asked.
    NeedsReason(Vec<Unfollowed>),
    /// No such unit.
    UnknownUnit(UnitRef),
}

/// A unit whose target did not follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfollowed {
    /// Its link, if it has one.
    pub link: Option<LinkId>,
    /// Its source blocks; empty for a removed unit.
    pub source: Vec<usize>,
    /// Its target blocks.
    pub target: Vec<usize>,
    /// What changed; `None` where the target is gone and the source is as it was.
    pub change: Option<Change>,
}

/// What becomes of a group of links, of added blocks or of an extra target block.
struct Node {
    /// The link to be.
    link: Option<Link>,
    /// Today's blocks, as indexes.
    source: Vec<usize>,
    target: Vec<usize>,
    /// For each unit of its baseline the places among the article's blocks.
    units: Vec<Vec<usize>>,
    /// It stands for its blocks: of a group that was not chosen, only one link does.
    anchor: bool,
    /// It stands in the record as its first block stands in the text, so others can be put after it.
    in_order: bool,
    /// It keeps its place in the record.
    placed: bool,
    /// Its baseline is what its source blocks say.
    in_step: bool,
    /// Its target is not as it was accepted.
    edited: bool,
}

/// Accepts `selection`: the target is in step with the source as both are today. For a pair that
/// has no record yet, `record` is one without links ([`Record::new`]).
pub fn accept(
    record: &Record,
    source: &Document,
    target: &Document,
    selection: &Selection,
    how: &Acceptance,
    terms: &(impl TermSpotter + ?Sized),
) -> Result<Accepted, AcceptError> {
    let (tracking, whereabouts) = track_units(record, source, Some(target), terms);
    let chosen = Chosen::of(selection, record, &tracking, source, target)?;
    let all = *selection == Selection::All;
    let ids = whereabouts.ids.unwrap_or_else(|| names(record, (source, target), &tracking));
    settled(
        record,
        (source, target),
        (&tracking, &whereabouts.links, &ids),
        (&chosen, Manner { all, told: false }),
        how,
    )
}

/// The names of the links that what no link knows will have.
fn names(record: &Record, (source, target): (&Document, &Document), tracking: &Tracking) -> Vec<LinkId> {
    fn blocks<'d>(document: &'d Document, list: &[usize]) -> Vec<&'d Block> {
        list.iter().filter_map(|at| document.blocks.get(*at)).collect()
    }
    let added =
        tracking.added.iter().map(|added| (blocks(source, &added.source), blocks(target, &added.target)));
    let extra = tracking.extra.iter().map(|at| (Vec::new(), blocks(target, &[*at])));
    interim::names(&record.links, added.chain(extra))
}

/// What was selected.
#[derive(Clone, Copy)]
struct Manner {
    /// Everything was.
    all: bool,
    /// Pairs were told.
    told: bool,
}

/// Accepts pairs that are known to say the same, whatever alignment would make of them: each of
/// source blocks and target blocks, by their indexes. All else stays as it is.
pub fn accept_told(
    record: &Record,
    source: &Document,
    target: &Document,
    pairs: &[Told],
    how: &Acceptance,
    terms: &(impl TermSpotter + ?Sized),
) -> Result<Accepted, AcceptError> {
    let (mut tracking, whereabouts) = track_units(record, source, Some(target), terms);
    let chosen = told::tell(&mut tracking, record, target, pairs);
    let ids = names(record, (source, target), &tracking);
    let manner = Manner { all: false, told: true };
    settled(record, (source, target), (&tracking, &whereabouts.links, &ids), (&chosen, manner), how)
}

fn settled(
    record: &Record,
    (source, target): (&Document, &Document),
    (tracking, whereabouts, ids): (&Tracking, &[LinkWhere], &[LinkId]),
    (chosen, manner): (&Chosen, Manner),
    how: &Acceptance,
) -> Result<Accepted, AcceptError> {
    let (side, target_side) = (Side::of(Some(source)), Side::of(Some(target)));
    let mut work = Work::new(record, tracking, whereabouts, (source, target), (&side, &target_side), how);
    work.all = manner.all;

    let mut members: Vec<Vec<usize>> = vec![Vec::new(); record.links.len()];
    for (number, tracked) in tracking.links.iter().enumerate() {
        members[tracked.group].push(number);
    }
    let anchors = anchors(tracking.links.iter().map(|link| (link.group, link.source.first().copied())));
    let accepted: Vec<bool> = members
        .iter()
        .map(|group| group.iter().any(|member| chosen.links[*member]) && !work.leaves_waiting(group))
        .collect();
    for (number, tracked) in tracking.links.iter().enumerate() {
        if !accepted[tracked.group] {
            work.keep(number);
        } else if anchors[tracked.group] == Some(number) {
            work.accept_group(&members[tracked.group], number);
        }
    }
    let mut ids = ids.iter().copied();
    for ((added, chosen), id) in tracking.added.iter().zip(&chosen.added).zip(ids.by_ref()) {
        work.accept_added(added, id, *chosen);
    }
    for ((at, chosen), id) in tracking.extra.iter().zip(&chosen.extra).zip(ids) {
        work.accept_extra(*at, id, *chosen);
    }
    if !work.unfollowed.is_empty() {
        return Err(AcceptError::NeedsReason(work.unfollowed));
    }
    let Work { mut nodes, mut out, open: mut places, .. } = work;
    if out.added.is_empty() && out.changed.is_empty() && out.removed.is_empty() {
        out.record.links.clone_from(&record.links);
        return Ok(out);
    }
    arrange::mark_places(&mut nodes, source);
    let mut units: Vec<Vec<Vec<usize>>> = Vec::with_capacity(nodes.len());
    for number in arrange::order(&nodes, source, target) {
        let node = &mut nodes[number];
        if let Some(link) = node.link.take() {
            places.push(InterimPlace {
                id: link.id,
                source: interim::of_units(&node.units, &side.places(&node.source)),
                target: interim::numbers(&target_side.places(&node.target)),
                moved: !node.in_order,
                edited: node.edited,
            });
            out.record.links.push(link);
            units.push(std::mem::take(&mut node.units));
        }
    }
    standing::settle(&mut out.record.links, &units, &side);
    out.record.interim = None;
    // What somebody told to belong together goes before what was found: the texts decide of the rest.
    if !manner.told {
        out.record.interim = interim::settle(&out.record, &side, &target_side, places);
    }
    out.record.settle_notes();
    Ok(out)
}
