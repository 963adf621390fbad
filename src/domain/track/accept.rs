//! Accepting: a target is in step with today's source, for all links or for some.
//!
//! Only what was selected changes; every other link keeps its baseline, its state and its place,
//! so of three changed units two can be accepted and the third alone is pending. Accepting what is
//! in step already changes nothing, not even who and when.

use std::str::FromStr;

use rustc_hash::FxHashSet;

use super::{Added, SourceState, TargetState, Tracked, Tracking, track};
use crate::domain::change::{Cause, Change, ChangeClass, TermSpotter};
use crate::domain::document::{Block, Document};
use crate::domain::record::{BaselineUnit, Link, LinkId, LinkState, Record, Timestamp, UnitPlace};
use crate::domain::text::{UnitHash, normalised, words};

/// What is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All of the article.
    All,
    /// Some units. A unit that was merged with others brings them along.
    Units(Vec<UnitRef>),
}

/// A unit as a user names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitRef {
    /// The number of the source block among the article's blocks, from 1.
    Number(usize),
    /// The hash of a source block as it is or was, or of a target block.
    Hash(UnitHash),
    /// A recorded link.
    Link(LinkId),
}

/// A text that names no unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadUnitRef(pub String);

impl FromStr for UnitRef {
    type Err = BadUnitRef;

    /// Reads `12`, sixteen hex digits or a link's eight letters.
    fn from_str(text: &str) -> Result<Self, BadUnitRef> {
        if let Ok(hash) = text.parse() {
            return Ok(UnitRef::Hash(hash));
        }
        if let Ok(id) = text.parse() {
            return Ok(UnitRef::Link(id));
        }
        let number =
            text.parse().ok().filter(|number| *number > 0 && text.bytes().all(|b| b.is_ascii_digit()));
        number.map(UnitRef::Number).ok_or_else(|| BadUnitRef(text.to_owned()))
    }
}

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

/// From so many words on a target that is the same text as its source is no translation.
const LEAST_COPY: usize = 4;
/// Likewise in a version that is half done, where a heading of two words still waits its turn.
const LEAST_PENDING: usize = 2;

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
    /// The link to be; `None` where it goes.
    link: Option<Link>,
    /// Today's blocks, as indexes.
    source: Vec<usize>,
    target: Vec<usize>,
    /// It stands where it stood in the record, so others can be put after it.
    in_order: bool,
    /// It has its place in the list.
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
    let tracking = track(record, source, Some(target), terms);
    let chosen = Chosen::of(selection, record, &tracking, source, target)?;
    let mut work = Work {
        record,
        tracking: &tracking,
        source,
        target,
        how,
        all: *selection == Selection::All,
        taken: record.links.iter().map(|link| link.id).collect(),
        nodes: Vec::new(),
        unfollowed: Vec::new(),
        out: Accepted {
            record: Record { links: Vec::new(), ..record.clone() },
            added: Vec::new(),
            changed: Vec::new(),
            removed: Vec::new(),
            left: Vec::new(),
            doubtful: Vec::new(),
            copies: Vec::new(),
        },
    };
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); record.links.len()];
    for (number, tracked) in tracking.links.iter().enumerate() {
        members[tracked.group].push(number);
    }
    // A group takes the place of the link whose block comes first: the others may have stood
    // elsewhere, or be gone.
    let first_block =
        |member: &usize| (tracking.links[*member].source.first().map_or(usize::MAX, |at| *at), *member);
    let anchors: Vec<Option<usize>> =
        members.iter().map(|group| group.iter().copied().min_by_key(first_block)).collect();
    let chosen_groups: Vec<bool> =
        members.iter().map(|group| group.iter().any(|member| chosen.links[*member])).collect();
    for (number, tracked) in tracking.links.iter().enumerate() {
        if !chosen_groups[tracked.group] {
            work.keep(number);
        } else if anchors[tracked.group] == Some(number) {
            work.accept_group(&members[tracked.group], number);
        }
    }
    for (added, chosen) in tracking.added.iter().zip(&chosen.added) {
        if *chosen {
            work.accept_added(added);
        }
    }
    for (at, chosen) in tracking.extra.iter().zip(&chosen.extra) {
        if *chosen {
            work.accept_extra(*at);
        }
    }
    if !work.unfollowed.is_empty() {
        return Err(AcceptError::NeedsReason(work.unfollowed));
    }
    Ok(work.finish())
}

/// What the selection names.
struct Chosen {
    links: Vec<bool>,
    added: Vec<bool>,
    extra: Vec<bool>,
}

impl Chosen {
    fn of(
        selection: &Selection,
        record: &Record,
        tracking: &Tracking,
        source: &Document,
        target: &Document,
    ) -> Result<Chosen, AcceptError> {
        let all = *selection == Selection::All;
        let mut chosen = Chosen {
            links: vec![all; tracking.links.len()],
            added: vec![all; tracking.added.len()],
            extra: vec![all; tracking.extra.len()],
        };
        let Selection::Units(units) = selection else { return Ok(chosen) };
        let mut missing: FxHashSet<UnitRef> = units.iter().copied().collect();
        let wanted = missing.clone();
        let by_hash = wanted.iter().any(|unit| matches!(unit, UnitRef::Hash(_)));
        let mut numbers = vec![0; source.blocks.len()];
        for (number, (at, _)) in source.article_blocks().enumerate() {
            numbers[at] = number + 1;
        }
        let mut hit = |unit: UnitRef| {
            missing.remove(&unit);
            wanted.contains(&unit)
        };
        let mut names_block = |document: &Document, at: usize, number: Option<usize>| {
            let by_number = number.is_some_and(|number| hit(UnitRef::Number(number)));
            let hash = by_hash.then(|| document.blocks.get(at).map(Block::hash)).flatten();
            hash.is_some_and(|hash| hit(UnitRef::Hash(hash))) | by_number
        };
        let number = |at: usize| numbers.get(at).copied();
        for (at, tracked) in tracking.links.iter().enumerate() {
            for block in &tracked.source {
                chosen.links[at] |= names_block(source, *block, number(*block));
            }
            for block in &tracked.target {
                chosen.links[at] |= names_block(target, *block, None);
            }
        }
        for (at, added) in tracking.added.iter().enumerate() {
            for block in &added.source {
                chosen.added[at] |= names_block(source, *block, number(*block));
            }
            for block in &added.target {
                chosen.added[at] |= names_block(target, *block, None);
            }
        }
        for (at, block) in tracking.extra.iter().enumerate() {
            chosen.extra[at] |= names_block(target, *block, None);
        }
        for (at, link) in record.links.iter().enumerate() {
            chosen.links[at] |= hit(UnitRef::Link(link.id));
            if by_hash {
                for unit in &link.baseline {
                    chosen.links[at] |= hit(UnitRef::Hash(UnitHash::of(&unit.text)));
                }
                for hash in &link.target {
                    chosen.links[at] |= hit(UnitRef::Hash(*hash));
                }
            }
        }
        match missing.into_iter().min() {
            Some(unit) => Err(AcceptError::UnknownUnit(unit)),
            None => Ok(chosen),
        }
    }
}

struct Work<'a> {
    record: &'a Record,
    tracking: &'a Tracking,
    source: &'a Document,
    target: &'a Document,
    how: &'a Acceptance,
    all: bool,
    taken: FxHashSet<LinkId>,
    nodes: Vec<Node>,
    unfollowed: Vec<Unfollowed>,
    out: Accepted,
}

impl Work<'_> {
    /// A link that was not selected: as it is, where it is.
    fn keep(&mut self, number: usize) {
        let tracked = &self.tracking.links[number];
        self.nodes.push(Node {
            link: Some(self.record.links[number].clone()),
            source: tracked.source.clone(),
            target: tracked.target.clone(),
            in_order: !has_moved(tracked),
            placed: true,
            in_step: tracked.source_state == SourceState::Same,
        });
    }

    /// The links of a group become one, which stands where the `anchor` among them stood.
    fn accept_group(&mut self, group: &[usize], anchor: usize) {
        let Some(first) = group.first() else { return };
        let old = &self.record.links[*first];
        let tracked: Vec<&Tracked> = group.iter().map(|number| &self.tracking.links[*number]).collect();
        let source = union(tracked.iter().map(|tracked| &tracked.source));
        let target = union(tracked.iter().map(|tracked| &tracked.target));
        let moved = tracked.iter().any(|tracked| has_moved(tracked));
        let target_same = tracked.iter().all(|tracked| tracked.target_state == TargetState::Same);
        let changes = tracked.iter().filter_map(|tracked| tracked.change());
        let change = changes.max_by_key(|change| change.class);
        let had_source = group.iter().any(|number| !self.record.links[*number].baseline.is_empty());
        let mirror = old.baseline.first().is_some_and(|unit| unit.kind.is_mirror());

        if had_source && source.is_empty() && target.is_empty() {
            self.out.removed.extend(group.iter().map(|number| self.record.links[*number].id));
            return;
        }
        if !had_source && target.is_empty() {
            self.out.removed.push(old.id);
            return;
        }
        let copy = !target_same && self.is_copy(&source, &target);
        let untranslated = !target_same && (copy || self.is_foreign(&target));
        let wait = untranslated && self.waits();
        if wait && self.all {
            self.out.left.extend(&source);
            group.iter().for_each(|member| self.keep(*member));
            return;
        }
        let major = change.is_some_and(|change| change.class == ChangeClass::Major) && target_same;
        let target_gone = target.is_empty() && !target_same && !mirror;
        // Code that is gone from the source and still stands in the target asks for no reason; the
        // link goes on as one of the target alone, or its block would be in no link.
        let source_gone = had_source && source.is_empty() && !mirror;
        let unfollowed = major || target_gone || source_gone || wait;
        if unfollowed && self.how.reason.is_none() {
            let link = Some(old.id);
            self.unfollowed.push(Unfollowed { link, source, target, change: change.cloned() });
            return;
        }
        let baseline = units(self.source, &source);
        let hashes = hashes(self.target, &target);
        let only_moved = change.is_none_or(|change| change.causes.iter().all(|cause| *cause == Cause::Moved));
        let mut link = old.clone();
        if group.len() == 1 && only_moved && target_same {
            // In step but for its place. Its state may rise; as-is stays what was decided.
            if moved {
                link.baseline = baseline;
            }
            if old.state < self.how.state && self.how.state != LinkState::AsIs {
                link.state = self.how.state;
                self.stamp(&mut link);
            }
        } else {
            link.baseline = baseline;
            link.target = hashes;
            let looks_only = change.is_none_or(|change| change.class == ChangeClass::Cosmetic) && target_same;
            if unfollowed {
                link.state = LinkState::AsIs;
                link.reason.clone_from(&self.how.reason);
            } else if !looks_only {
                link.state = self.state(untranslated);
                link.reason.clone_from(&self.how.reason);
            }
            if copy {
                self.out.copies.extend(&source);
            }
            self.stamp(&mut link);
            let others = group.iter().skip(1).map(|number| self.record.links[*number].id);
            self.out.removed.extend(others);
        }
        if link != *old || moved {
            self.out.changed.push(link.id);
        }
        let in_order = !has_moved(&self.tracking.links[anchor]);
        self.nodes.push(Node { link: Some(link), source, target, in_order, placed: in_order, in_step: true });
    }

    fn accept_added(&mut self, added: &Added) {
        let mirror = added.change.class != ChangeClass::Major;
        let copy = self.is_copy(&added.source, &added.target);
        let untranslated = copy || self.is_foreign(&added.target);
        let absent = added.target.is_empty() && !mirror;
        let wait = untranslated && self.waits();
        if (absent && self.how.reason.is_none()) || wait {
            if self.all && (wait || self.record.links.is_empty()) {
                self.out.left.extend(&added.source);
            } else {
                self.unfollowed.push(Unfollowed {
                    link: None,
                    source: added.source.clone(),
                    target: added.target.clone(),
                    change: Some(added.change.clone()),
                });
            }
            return;
        }
        let baseline = units(self.source, &added.source);
        let target = hashes(self.target, &added.target);
        if added.confidence < 0.5 && !added.target.is_empty() {
            self.out.doubtful.extend(&added.source);
        }
        if copy {
            self.out.copies.extend(&added.source);
        }
        let state = if absent { LinkState::AsIs } else { self.state(untranslated) };
        self.push_new(baseline, target, state, added.source.clone(), added.target.clone());
    }

    fn accept_extra(&mut self, at: usize) {
        if self.is_foreign(&[at]) && self.waits() {
            return;
        }
        let target = hashes(self.target, &[at]);
        self.push_new(Vec::new(), target, self.how.state, Vec::new(), vec![at]);
    }

    fn push_new(
        &mut self,
        baseline: Vec<BaselineUnit>,
        hashes: Vec<UnitHash>,
        state: LinkState,
        source: Vec<usize>,
        target: Vec<usize>,
    ) {
        let id = LinkId::fresh(&baseline, &hashes, &mut self.taken);
        let (reason, by, at) = (self.how.reason.clone(), self.how.by.clone(), self.how.at);
        self.out.added.push(id);
        let link = Link { id, baseline, target: hashes, state, reason, by, at };
        self.nodes.push(Node {
            link: Some(link),
            source,
            target,
            in_order: false,
            placed: false,
            in_step: true,
        });
    }

    fn stamp(&self, link: &mut Link) {
        link.by.clone_from(&self.how.by);
        link.at = self.how.at;
    }

    /// The state of a link that is recorded anew. What a machine left as it was is a draft still.
    fn state(&self, untranslated: bool) -> LinkState {
        match self.how.state {
            LinkState::DraftMt => LinkState::DraftMt,
            _ if untranslated => LinkState::AsIs,
            state => state,
        }
    }

    /// Whether units that are not translated stay pending.
    fn waits(&self) -> bool {
        self.how.untranslated.pending && self.how.reason.is_none()
    }

    /// Whether the target is known to be in another language than the target's.
    fn is_foreign(&self, target: &[usize]) -> bool {
        let foreign = &self.how.untranslated.blocks;
        !foreign.is_empty() && !target.is_empty() && target.iter().all(|at| foreign.binary_search(at).is_ok())
    }

    fn is_copy(&self, source: &[usize], target: &[usize]) -> bool {
        if target.is_empty() {
            return false;
        }
        let text = |document: &Document, list: &[usize]| -> String {
            let blocks =
                list.iter().filter_map(|at| document.blocks.get(*at)).filter(|block| block.kind.is_unit());
            blocks.map(|block| normalised(&block.text).into_owned()).collect::<Vec<_>>().join(" ")
        };
        let source = text(self.source, source);
        let least = if self.how.untranslated.pending { LEAST_PENDING } else { LEAST_COPY };
        source == text(self.target, target) && words(&source) >= least
    }

    /// Writes down for the units of links in step whether one of another link stands before them.
    fn mark_places(&mut self, of_source: &[Option<usize>]) {
        // The last block with a link before each.
        let mut last = None;
        let before: Vec<Option<usize>> = of_source
            .iter()
            .enumerate()
            .map(|(at, owner)| {
                let before = last;
                last = owner.map(|_| at).or(last);
                before
            })
            .collect();
        let place_of = |nodes: &[Node], at: usize| -> Option<UnitPlace> {
            let node = nodes.get((*of_source.get(at)?)?)?;
            let number = node.source.binary_search(&at).ok()?;
            Some(UnitPlace { link: node.link.as_ref()?.id, unit: u32::try_from(number + 1).ok()? })
        };
        for number in 0..self.nodes.len() {
            let node = &self.nodes[number];
            if !node.in_step || node.link.as_ref().is_none_or(|link| link.baseline.len() != node.source.len())
            {
                continue;
            }
            let marks: Vec<Option<UnitPlace>> = node
                .source
                .windows(2)
                .map(|pair| {
                    let at = before.get(pair[1]).copied().flatten().filter(|at| *at != pair[0])?;
                    place_of(&self.nodes, at)
                })
                .collect();
            if let Some(link) = &mut self.nodes[number].link {
                for (unit, after) in link.baseline.iter_mut().zip(std::iter::once(None).chain(marks)) {
                    unit.after = after;
                }
            }
        }
    }

    /// Puts new and moved links behind the link of the block before theirs, and all together.
    fn finish(mut self) -> Accepted {
        let mut list = Chain::new(self.nodes.len());
        let mut last = None;
        for (number, _) in self.nodes.iter().enumerate().filter(|(_, node)| node.placed) {
            list.insert_after(last, number);
            last = Some(number);
        }
        let owners = |len: usize, blocks: fn(&Node) -> &[usize]| -> Vec<Option<usize>> {
            let mut owners = vec![None; len];
            for (number, node) in self.nodes.iter().enumerate() {
                blocks(node)
                    .iter()
                    .filter_map(|at| owners.get_mut(*at).map(|slot| *slot = Some(number)))
                    .count();
            }
            owners
        };
        let of_source = owners(self.source.blocks.len(), |node| &node.source);
        let of_target = owners(self.target.blocks.len(), |node| &node.target);
        self.mark_places(&of_source);
        for owners in [of_source, of_target] {
            let mut before = None;
            // A link stands where its first block stands, whatever its others stand around.
            let mut seen = vec![false; self.nodes.len()];
            for number in owners.into_iter().flatten() {
                if std::mem::replace(&mut seen[number], true) {
                    continue;
                }
                if !self.nodes[number].placed {
                    list.insert_after(before, number);
                    self.nodes[number].placed = true;
                    self.nodes[number].in_order = true;
                }
                if self.nodes[number].in_order {
                    before = Some(number);
                }
            }
        }
        let mut links: Vec<Option<Link>> = self.nodes.into_iter().map(|node| node.link).collect();
        self.out.record.links = list.order().into_iter().filter_map(|number| links[number].take()).collect();
        self.out
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

fn has_moved(tracked: &Tracked) -> bool {
    match &tracked.source_state {
        SourceState::Same | SourceState::Removed(_) => false,
        _ => tracked.change().is_some_and(|change| change.causes.contains(&Cause::Moved)),
    }
}

fn union<'l>(lists: impl Iterator<Item = &'l Vec<usize>>) -> Vec<usize> {
    let mut all: Vec<usize> = lists.flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn units(document: &Document, list: &[usize]) -> Vec<BaselineUnit> {
    list.iter().filter_map(|at| document.blocks.get(*at)).map(BaselineUnit::from).collect()
}

fn hashes(document: &Document, list: &[usize]) -> Vec<UnitHash> {
    list.iter().filter_map(|at| document.blocks.get(*at)).map(Block::hash).collect()
}
