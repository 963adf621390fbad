//! What becomes of each group of links, of added blocks and of target blocks without a link.

use super::{Acceptance, Accepted, LinkWhere, Node, Unfollowed};
use crate::domain::change::{Cause, ChangeClass};
use crate::domain::document::{Block, Document};
use crate::domain::record::{BaselineUnit, InterimPlace, Link, LinkId, LinkState, Record, TakenIds};
use crate::domain::text::{UnitHash, normalised, words};
use crate::domain::track::{Added, Side, SourceState, TargetState, Tracking, interim};

/// From so many words on a target that is the same text as its source is no translation.
const LEAST_COPY: usize = 4;
/// Likewise in a version that is half done, where a heading of two words still waits its turn.
const LEAST_PENDING: usize = 2;

/// The nodes of the record to be, gathered one after another.
pub(super) struct Work<'a> {
    record: &'a Record,
    tracking: &'a Tracking,
    whereabouts: &'a [LinkWhere],
    source: &'a Document,
    target: &'a Document,
    sides: (&'a Side<'a>, &'a Side<'a>),
    how: &'a Acceptance,
    /// Everything was selected, so what can't be accepted is left.
    pub all: bool,
    pub nodes: Vec<Node>,
    /// What no link knows after it either.
    pub open: Vec<InterimPlace>,
    pub unfollowed: Vec<Unfollowed>,
    pub out: Accepted,
}

impl<'a> Work<'a> {
    pub fn new(
        record: &'a Record,
        tracking: &'a Tracking,
        whereabouts: &'a [LinkWhere],
        (source, target): (&'a Document, &'a Document),
        sides: (&'a Side<'a>, &'a Side<'a>),
        how: &'a Acceptance,
    ) -> Self {
        Work {
            record,
            tracking,
            whereabouts,
            source,
            target,
            sides,
            how,
            all: false,
            nodes: Vec::new(),
            open: Vec::new(),
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
        }
    }

    /// A link that was not selected: as it is, where it is.
    pub fn keep(&mut self, number: usize) {
        let tracked = &self.tracking.links[number];
        let whereabouts = &self.whereabouts[number];
        self.nodes.push(Node {
            link: Some(self.record.links[number].clone()),
            source: tracked.source.clone(),
            target: tracked.target.clone(),
            units: whereabouts.units.clone(),
            anchor: whereabouts.anchor,
            in_order: whereabouts.in_order,
            placed: true,
            in_step: tracked.source_state == SourceState::Same,
            edited: tracked.target_state != TargetState::Same,
        });
    }

    /// Whether the group's target is no translation and all was selected, so that it stays pending.
    pub fn leaves_waiting(&mut self, group: &[usize]) -> bool {
        if !self.all || !self.waits() {
            return false;
        }
        let blocks = Blocks::of(group, self.tracking);
        let gone = blocks.source.is_empty() && blocks.target.is_empty();
        let wait = !gone && self.is_untranslated(&blocks);
        if wait {
            self.out.left.extend(blocks.source);
        }
        wait
    }

    fn is_untranslated(&self, blocks: &Blocks) -> bool {
        !blocks.target_same
            && (self.is_copy(&blocks.source, &blocks.target) || self.is_foreign(&blocks.target))
    }

    /// The links of a group become one, which stands where the `anchor` among them stood.
    pub fn accept_group(&mut self, group: &[usize], anchor: usize) {
        let Some(first) = group.first() else { return };
        let old = &self.record.links[*first];
        let blocks = Blocks::of(group, self.tracking);
        let changes = group.iter().filter_map(|number| self.tracking.links[*number].change());
        let change = changes.max_by_key(|change| change.class);
        let moved = group.iter().any(|number| {
            let change = self.tracking.links[*number].change();
            change.is_some_and(|change| change.causes.contains(&Cause::Moved))
        });
        let had_source = group.iter().any(|number| !self.record.links[*number].baseline.is_empty());
        let mirror = old.baseline.first().is_some_and(|unit| unit.kind.is_mirror());

        if had_source && blocks.source.is_empty() && blocks.target.is_empty() {
            self.out.removed.extend(group.iter().map(|number| self.record.links[*number].id));
            return;
        }
        if !had_source && blocks.target.is_empty() {
            self.out.removed.push(old.id);
            return;
        }
        let untranslated = self.is_untranslated(&blocks);
        let wait = untranslated && self.waits();
        let Blocks { source, target, target_same } = blocks;
        let copy = !target_same && self.is_copy(&source, &target);
        // What was kept without a source is the target of what came back.
        let returned = !had_source && !source.is_empty();
        let major =
            change.is_some_and(|change| change.class == ChangeClass::Major) && target_same && !returned;
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
        let mut places = self.places(&source);
        let only_moved = change.is_none_or(|change| change.causes.iter().all(|cause| *cause == Cause::Moved));
        let mut link = old.clone();
        if group.len() == 1 && only_moved && target_same {
            // In step but for its place. Its state may rise; as-is stays what was decided.
            if moved {
                link.baseline = baseline;
            } else {
                places.clone_from(&self.whereabouts[anchor].units);
            }
            if old.state < self.how.state && self.how.state != LinkState::AsIs {
                link.state = self.how.state;
                self.stamp(&mut link);
            }
        } else {
            if returned && LinkId::fresh(&baseline, &[], &mut TakenIds::default()) != old.id {
                self.out.doubtful.extend(&source);
            }
            link.baseline = baseline;
            link.target = hashes;
            let looks_only = change.is_none_or(|change| change.class == ChangeClass::Cosmetic) && target_same;
            // Why it needs no change, said though nobody asked: it is left as it is all the same.
            let left = target_same && !looks_only && !only_moved && !returned && self.how.reason.is_some();
            if unfollowed || left {
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
        if link != *old || moved || !target_same {
            self.out.changed.push(link.id);
        }
        self.tell_levels(&mut link, &source);
        let placed = self.whereabouts[anchor].in_order;
        self.push(link, source, target, places, placed);
    }

    /// Writes down the levels of headings and items in a link of before they were: once the record is written
    /// anew, and by an accept of all. That alone is no change.
    fn tell_levels(&self, link: &mut Link, source: &[usize]) {
        if self.all && link.baseline.len() == source.len() {
            let blocks = source.iter().filter_map(|at| self.source.blocks.get(*at));
            for (unit, block) in
                link.baseline.iter_mut().zip(blocks).filter(|(unit, block)| unit.kind == block.kind)
            {
                unit.level = unit.level.or(block.level);
            }
        }
    }

    /// Blocks that no link knew; `id` is the name of their link.
    pub fn accept_added(&mut self, added: &Added, id: LinkId, chosen: bool) {
        let baseline = units(self.source, &added.source);
        let hashes = hashes(self.target, &added.target);
        if !chosen {
            return self.leave_open(id, &added.source, &added.target);
        }
        let mirror = added.change.class != ChangeClass::Major;
        let copy = self.is_copy(&added.source, &added.target);
        let untranslated = copy || self.is_foreign(&added.target);
        let absent = added.target.is_empty() && !mirror;
        let wait = untranslated && self.waits();
        if (absent && self.how.reason.is_none()) || wait {
            if self.all && (wait || self.record.links.is_empty()) {
                self.out.left.extend(&added.source);
                self.leave_open(id, &added.source, &added.target);
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
        if added.confidence < 0.5 && !added.target.is_empty() {
            self.out.doubtful.extend(&added.source);
        }
        if copy {
            self.out.copies.extend(&added.source);
        }
        let state = if absent { LinkState::AsIs } else { self.state(untranslated) };
        let link = self.new_link(id, baseline, hashes, state);
        let places = self.places(&added.source);
        self.push(link, added.source.clone(), added.target.clone(), places, false);
    }

    /// A target block that no link knew and that translates nothing.
    pub fn accept_extra(&mut self, at: usize, id: LinkId, chosen: bool) {
        if chosen && !(self.is_foreign(&[at]) && self.waits()) {
            let link = self.new_link(id, Vec::new(), hashes(self.target, &[at]), self.how.state);
            self.push(link, Vec::new(), vec![at], Vec::new(), false);
        } else {
            self.leave_open(id, &[], &[at]);
        }
    }

    fn leave_open(&mut self, id: LinkId, source: &[usize], target: &[usize]) {
        let (source, target) = (self.sides.0.places(source), self.sides.1.places(target));
        self.open.push(interim::open(id, &source, &target));
    }

    fn new_link(
        &mut self,
        id: LinkId,
        baseline: Vec<BaselineUnit>,
        target: Vec<UnitHash>,
        state: LinkState,
    ) -> Link {
        self.out.added.push(id);
        let (reason, by, at) = (self.how.reason.clone(), self.how.by.clone(), self.how.at);
        Link { id, baseline, target, state, reason, by, at, stands: None }
    }

    /// A link in step; `placed` where it keeps its place in the record.
    fn push(
        &mut self,
        link: Link,
        source: Vec<usize>,
        target: Vec<usize>,
        units: Vec<Vec<usize>>,
        placed: bool,
    ) {
        self.nodes.push(Node {
            link: Some(link),
            source,
            target,
            units,
            anchor: true,
            in_order: true,
            placed,
            in_step: true,
            edited: false,
        });
    }

    /// The places of the blocks among the article's, each a unit.
    fn places(&self, source: &[usize]) -> Vec<Vec<usize>> {
        source.iter().map(|at| self.sides.0.indexes.binary_search(at).into_iter().collect()).collect()
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
}

/// The blocks of a group of links.
struct Blocks {
    source: Vec<usize>,
    target: Vec<usize>,
    target_same: bool,
}

impl Blocks {
    fn of(group: &[usize], tracking: &Tracking) -> Blocks {
        let links = || group.iter().filter_map(|number| tracking.links.get(*number));
        Blocks {
            source: union(links().map(|link| &link.source)),
            target: union(links().map(|link| &link.target)),
            target_same: links().all(|link| link.target_state == TargetState::Same),
        }
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
