//! What is mended in a whole translation, until nothing more can be: so that doing it again does
//! nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Edit, MOST_PLACES, Mender, Why, edited};
use crate::domain::finding::Severity;
use crate::domain::termbase::usage::{Checker, Fault, Found, Pair};

/// What parts the blocks of one side: no term goes across it.
const BETWEEN: &str = "\n\n";
/// A longer unit was never written by hand.
const LONGEST: usize = 60_000;
/// A mend may make the next one possible so many times.
const MOST_ROUNDS: usize = 40;

/// Source and target that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The source's text, its blocks with a blank line between.
    pub source: String,
    /// The target's blocks, by their numbers.
    pub targets: Vec<usize>,
    /// An editor left the target as it is on purpose.
    pub as_is: bool,
}

/// A term that is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The target's block.
    pub block: usize,
    /// Which line of the block, from 0.
    pub line: usize,
    /// The place of the concept.
    pub concept: usize,
    /// What is wrong with the old term.
    pub fault: Fault,
    /// The words that go: the term, with those around it that change.
    pub old: String,
    /// The words that come.
    pub new: String,
    /// The place of the term that is written.
    pub better: usize,
}

/// A term that is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The target's block.
    pub block: usize,
    /// Which line of the block, from 0.
    pub line: usize,
    /// The place of the concept.
    pub concept: usize,
    /// What is wrong with the term.
    pub fault: Fault,
    /// Its words.
    pub words: String,
    /// What to write instead.
    pub better: Vec<String>,
    /// Why it is not mended.
    pub why: Why,
}

/// What is to be mended in a translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is mended, in the order of the blocks and lines.
    pub mended: Vec<Mended>,
    /// What is left, likewise.
    pub left: Vec<Left>,
    /// For each block that changes what is to be changed in its text, in order.
    pub edits: BTreeMap<usize, Vec<Edit>>,
    /// The texts of these blocks as they are to be.
    pub texts: BTreeMap<usize, String>,
}

/// A finding in its block.
struct Hit {
    block: usize,
    range: Range<usize>,
    found: Found,
    as_is: bool,
}

/// Decides what is mended: `texts` are the blocks of the target that the units name, `wanted` tells
/// for a concept whether it is mended at all (`None`), and then whether hints are too. What stands in
/// the blocks of `closed` is left, for the reason given.
pub fn plan(
    (checker, mender): (&Checker, &Mender),
    units: &[Unit],
    texts: &BTreeMap<usize, &str>,
    wanted: &dyn Fn(usize) -> Option<bool>,
    closed: &BTreeMap<usize, Why>,
) -> Plan {
    let mut now: BTreeMap<usize, String> = texts.iter().map(|(at, text)| (*at, (*text).to_owned())).collect();
    let mut closed = closed.clone();
    let mut plan = Plan::default();
    let mut steps: BTreeMap<usize, Vec<Vec<Edit>>> = BTreeMap::new();
    let mut hits = found(checker, units, &now);
    for _ in 0..MOST_ROUNDS {
        let (mends, left) = round(mender, &hits, &now, wanted, &closed);
        plan.left = left;
        if mends.is_empty() {
            break;
        }
        let mut next = now.clone();
        let mut blocks: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
        for (mended, edits) in &mends {
            blocks.entry(mended.block).or_default().extend(edits.iter().cloned());
        }
        for (block, edits) in &mut blocks {
            edits.sort_by_key(|edit| edit.range.start);
            if let Some(text) = next.get_mut(block) {
                *text = edited(text, edits);
            }
        }
        // What says it is mended must be found no more.
        let after = found(checker, units, &next);
        let count = |hits: &[Hit], block: usize| hits.iter().filter(|hit| hit.block == block).count();
        let mut bad: Vec<usize> = Vec::new();
        for block in blocks.keys() {
            let done = mends.iter().filter(|(mended, _)| mended.block == *block).count();
            if count(&after, *block) + done > count(&hits, *block) {
                bad.push(*block);
            }
        }
        if !bad.is_empty() {
            closed.extend(bad.into_iter().map(|block| (block, Why::Shared)));
            continue;
        }
        for (block, edits) in blocks {
            steps.entry(block).or_default().push(edits);
        }
        plan.mended.extend(mends.into_iter().map(|(mended, _)| mended));
        (now, hits) = (next, after);
    }
    plan.mended.sort_by_key(|mended| (mended.block, mended.line));
    for (block, steps) in steps {
        let (Some(old), Some(new)) = (texts.get(&block), now.remove(&block)) else { continue };
        plan.edits.insert(block, joined(old, &steps));
        plan.texts.insert(block, new);
    }
    plan
}

/// What is found of terms that are wrong or better not used, each block once.
fn found(checker: &Checker, units: &[Unit], texts: &BTreeMap<usize, String>) -> Vec<Hit> {
    let joined: Vec<(&Unit, String)> = units
        .iter()
        .map(|unit| {
            let parts: Vec<&str> =
                unit.targets.iter().filter_map(|at| texts.get(at)).map(String::as_str).collect();
            (unit, parts.join(BETWEEN))
        })
        .collect();
    let pairs: Vec<Pair<'_>> =
        joined.iter().map(|(unit, target)| Pair { source: &unit.source, target }).collect();
    let mut hits: Vec<Hit> = Vec::new();
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for found in checker.check(&pairs).found {
        if !matches!(found.fault, Fault::Forbidden | Fault::Deprecated) {
            continue;
        }
        let Some((unit, _)) = joined.get(found.pair) else { continue };
        let mut start = 0;
        for block in &unit.targets {
            let Some(text) = texts.get(block) else { continue };
            let end = start + text.len();
            if (start..=end).contains(&found.at) && found.end <= end {
                let range = found.at - start..found.end - start;
                if seen.insert((*block, range.start)) {
                    hits.push(Hit { block: *block, range, found, as_is: unit.as_is });
                }
                break;
            }
            start = end + BETWEEN.len();
        }
    }
    hits.sort_by_key(|hit| (hit.block, hit.range.start));
    hits
}

type Mends = Vec<(Mended, Vec<Edit>)>;

/// What can be mended at once, and what is left.
fn round(
    mender: &Mender,
    hits: &[Hit],
    texts: &BTreeMap<usize, String>,
    wanted: &dyn Fn(usize) -> Option<bool>,
    closed: &BTreeMap<usize, Why>,
) -> (Mends, Vec<Left>) {
    let (mut mends, mut left): (Mends, Vec<Left>) = (Vec::new(), Vec::new());
    let (mut block, mut places, mut last) = (usize::MAX, 0, 0);
    for hit in hits {
        let Some(text) = texts.get(&hit.block) else { continue };
        let Some(hints) = wanted(hit.found.concept) else { continue };
        if hit.block != block {
            (block, places, last) = (hit.block, 0, 0);
        }
        places += 1;
        let mended = match closed.get(&hit.block) {
            Some(why) => Err(*why),
            None if hit.as_is => Err(Why::AsIs),
            None if hit.found.severity == Severity::Hint && !hints => Err(Why::Hint),
            None if hit.found.doubtful => Err(Why::Shared),
            None if places > MOST_PLACES || text.len() > LONGEST => Err(Why::Many),
            None => mender.mend(text, hit.found.term, hit.range.clone()),
        };
        let line = text.get(..hit.range.start).unwrap_or_default().matches('\n').count();
        match mended {
            Ok(mend) => {
                let first = mend.edits.first().map_or(0, |edit| edit.range.start);
                let end = mend.edits.last().map_or(0, |edit| edit.range.end);
                // What touches the one before waits for the next round.
                if mend.edits.is_empty() || (last > 0 && first < last + 1) {
                    continue;
                }
                last = end;
                let (start, end) = (first.min(hit.range.start), end.max(hit.range.end));
                let shift = |edit: &Edit| Edit {
                    range: edit.range.start - start..edit.range.end - start,
                    text: edit.text.clone(),
                };
                let old = text.get(start..end).unwrap_or_default();
                let new = edited(old, &mend.edits.iter().map(shift).collect::<Vec<_>>());
                let mended = Mended {
                    block: hit.block,
                    line,
                    concept: hit.found.concept,
                    fault: hit.found.fault,
                    old: old.to_owned(),
                    new,
                    better: mend.better,
                };
                mends.push((mended, mend.edits));
            }
            Err(why) => left.push(Left {
                block: hit.block,
                line,
                concept: hit.found.concept,
                fault: hit.found.fault,
                words: hit.found.words.clone(),
                better: hit.found.better.clone(),
                why,
            }),
        }
    }
    (mends, left)
}

/// The edits of several rounds as edits of the first text.
fn joined(old: &str, steps: &[Vec<Edit>]) -> Vec<Edit> {
    // The text in stretches: of the old one, or what came.
    #[derive(Clone)]
    enum Part {
        Kept(Range<usize>),
        Came(Range<usize>, String),
    }
    let mut parts = vec![Part::Kept(0..old.len())];
    for edits in steps {
        let mut next: Vec<Part> = Vec::new();
        let mut at = 0;
        let mut edits = edits.iter().peekable();
        for part in parts {
            let length = match &part {
                Part::Kept(range) => range.len(),
                Part::Came(_, text) => text.len(),
            };
            let (start, end) = (at, at + length);
            at = end;
            let mut from = start;
            let cut = |from: usize, to: usize| match &part {
                Part::Kept(range) => Part::Kept(range.start + from - start..range.start + to - start),
                Part::Came(range, text) => Part::Came(
                    range.clone(),
                    text.get(from - start..to - start).unwrap_or_default().to_owned(),
                ),
            };
            while let Some(edit) = edits
                .peek()
                .filter(|edit| edit.range.start < end || edit.range.is_empty() && edit.range.start == end)
            {
                if edit.range.start >= start {
                    next.push(cut(from, edit.range.start.max(from)));
                    let place = match &part {
                        Part::Kept(range) => range.start + edit.range.start - start,
                        Part::Came(range, _) => range.start,
                    };
                    next.push(Part::Came(place..place, edit.text.clone()));
                }
                from = edit.range.end.clamp(from, end);
                if edit.range.end > end {
                    break;
                }
                edits.next();
            }
            if from < end {
                next.push(cut(from, end));
            }
        }
        parts = next;
    }
    // What is kept tells what went.
    let mut out: Vec<Edit> = Vec::new();
    let (mut at, mut came) = (0, String::new());
    for part in parts {
        match part {
            Part::Kept(range) => {
                if range.is_empty() {
                    continue;
                }
                if at < range.start || !came.is_empty() {
                    out.push(Edit { range: at..range.start, text: std::mem::take(&mut came) });
                }
                at = range.end;
            }
            Part::Came(_, text) => came.push_str(&text),
        }
    }
    if at < old.len() || !came.is_empty() {
        out.push(Edit { range: at..old.len(), text: came });
    }
    out
}
