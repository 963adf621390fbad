//! Accepting: a target is in step with today's source, for all links or for some.
//!
//! Only what was selected changes; every other link keeps its baseline, its state and its place,
//! so of three changed units two can be accepted and the third alone is pending. Accepting what is
//! in step already changes nothing, not even who and when. What is accepted in several steps, in
//! whatever order, gives the record that accepting it at once gives: the order of the links
//! (`arrange`) and the ids of new ones don't depend on it, and equal units stay told apart
//! (`standing`). Not so where targets were edited by hand too: links whose targets somebody joined are
//! accepted together, and what was out of order beside one of them may be so no longer, or anew; and
//! a target that repeats what another says may be given to another link once its neighbours are
//! accepted. Accepting twice is accepting once there too.
//!
//! `choose` finds what a selection names, `decide` what becomes of each group of links.

mod arrange;
mod choose;
mod decide;
mod told;

pub use choose::{Selection, UnitRef};
pub use told::Told;

use super::{Side, Tracking, Whereabouts, anchors, standing, track_units};
use crate::domain::change::{Change, TermSpotter};
use crate::domain::document::Document;
use crate::domain::record::{Link, LinkId, LinkState, Record, Timestamp};
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
    settled(record, (source, target), (&tracking, &whereabouts), &chosen, all, how)
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
    settled(record, (source, target), (&tracking, &whereabouts), &chosen, false, how)
}

fn settled(
    record: &Record,
    (source, target): (&Document, &Document),
    (tracking, whereabouts): (&Tracking, &[Whereabouts]),
    chosen: &Chosen,
    all: bool,
    how: &Acceptance,
) -> Result<Accepted, AcceptError> {
    let side = Side::of(Some(source));
    let mut work = Work::new(record, tracking, whereabouts, (source, &side, target), how);
    work.all = all;

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
    for (added, chosen) in tracking.added.iter().zip(&chosen.added) {
        work.accept_added(added, *chosen);
    }
    for (at, chosen) in tracking.extra.iter().zip(&chosen.extra) {
        work.accept_extra(*at, *chosen);
    }
    if !work.unfollowed.is_empty() {
        return Err(AcceptError::NeedsReason(work.unfollowed));
    }
    let Work { mut nodes, mut out, .. } = work;
    if out.added.is_empty() && out.changed.is_empty() && out.removed.is_empty() {
        out.record.links.clone_from(&record.links);
        return Ok(out);
    }
    arrange::mark_places(&mut nodes, source);
    let mut units: Vec<Vec<Vec<usize>>> = Vec::with_capacity(nodes.len());
    for number in arrange::order(&nodes, source, target) {
        if let Some(link) = nodes[number].link.take() {
            out.record.links.push(link);
            units.push(std::mem::take(&mut nodes[number].units));
        }
    }
    standing::settle(&mut out.record.links, &units, &side);
    out.record.settle_notes();
    Ok(out)
}
