//! What becomes of each unit that came back: done, not done, in conflict, or refused.
//!
//! **Done** is what the tool calls translated or reviewed, and what was touched where the tool says
//! nothing. A unit that came back as it went out, the source's text filled in for it included, is not
//! done unless the tool says so outright; and words in the source's language that the tool only calls
//! translated are not either: somebody who read them may say so (reviewed, final), or another language
//! may. What has no words (5 %) is done where it was put into an empty place.
//!
//! **Three ways.** The target as it was sent is the base; the one in the tree today and the one that
//! came back are the sides. Where only one of them differs from the base, it is taken; where both do and
//! say different things, that is a conflict, and neither is touched. Units are compared by their normal
//! form.
//!
//! **The source as sent** is what a finished unit is in step with, whatever the source says today: so a
//! unit whose source changed while it was out goes on waiting.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::build::Built;
use super::codes::{self, Apart, BETWEEN};
use super::out::{Out, OutUnit, Sent, What};
use super::{Done, ReturnedJob, ReturnedUnit, UnitKey};
use crate::domain::document::BlockKind;
use crate::domain::inline::{Broken, Inline, broken, codes as inline_codes, restored, written};
use crate::domain::record::Record;
use crate::domain::text::{UnitHash, normalised};

/// An article as it stands today.
pub struct Here<'h> {
    /// Its units of work today, closed ones included.
    pub units: &'h [Built],
    /// Its record; one without links where there is none.
    pub record: &'h Record,
    /// How the format takes text apart.
    pub apart: &'h Apart<'h>,
    /// How the format writes a text; `None` where it can't.
    pub spell: &'h (dyn Fn(BlockKind, &[Inline]) -> Option<String> + Sync),
    /// Whether source and target are of one language, which may say things the same way.
    pub one_language: bool,
}

/// A unit that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    /// What it is known by.
    pub key: UnitKey,
    /// The line of the file that came back.
    pub line: usize,
    /// What becomes of it.
    pub what: Outcome,
}

/// What becomes of a unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is taken.
    Taken(Box<Taken>),
    /// The tree and the record say it already.
    Already,
    /// It is not done, or came back as it went out.
    Open,
    /// It is called translated and says what the source says, in its words.
    Source,
    /// It was locked and came back as it went out.
    Context,
    /// It can't be put anywhere and is nobody's fault: the text that came back is kept.
    Kept(Kept, String),
    /// The target was changed in the tree too.
    Conflict(Conflict),
    /// It can't be taken.
    Refused(Refusal),
}

/// A unit that is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The source blocks as they were sent.
    pub sent: Vec<(BlockKind, String)>,
    /// Today's source blocks.
    pub source: Vec<usize>,
    /// Whether today's source says something else than the one that was sent.
    pub source_changed: bool,
    /// Today's target blocks.
    pub target: Vec<usize>,
    /// The new texts, one a block; `None` where the tree has them already.
    pub texts: Option<Vec<String>>,
    /// What the target is to say.
    pub says: Vec<String>,
    /// Whether the translator left the target as it was.
    pub untouched: bool,
    /// Whether a second person read it.
    pub reviewed: bool,
}

/// Why a text is kept beside the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The unit was locked, and somebody changed it all the same.
    Locked,
    /// The source has lost the unit since.
    Gone,
}

/// Two texts for one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The source as it was sent.
    pub source: String,
    /// The target as it was sent; empty where there was none.
    pub base: String,
    /// The target in the tree; empty where it is gone.
    pub ours: String,
    /// The target that came back.
    pub theirs: String,
}

/// Why a unit can't be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The package has no such unit.
    NotOurs,
    /// The unit stands in the file twice and says two things; the other line.
    Twice(usize),
    /// Its codes are not those that were sent.
    Codes(Vec<Broken>),
    /// The format can't say it: words would be read as markup, or the other way round.
    Unwritable,
}

/// Decides about the units of one article that came back, in their order.
pub fn take(here: &Here<'_>, out: &Out, job: &ReturnedJob) -> Vec<Back> {
    let mut seen: BTreeMap<UnitKey, (usize, &ReturnedUnit)> = BTreeMap::new();
    let own: Vec<&OutUnit> = out.units.iter().filter(|unit| unit.article == job.article).collect();
    let known: BTreeMap<UnitKey, &OutUnit> = own.iter().map(|unit| (unit.key, *unit)).collect();
    let places = Places::of(here, &own);
    let mut backs = Vec::with_capacity(job.units.len());
    for unit in &job.units {
        let back = |what| Back { key: unit.key, line: unit.line, what };
        if let Some((line, first)) = seen.get(&unit.key) {
            if first.target != unit.target {
                backs.push(back(Outcome::Refused(Refusal::Twice(*line))));
            }
            continue;
        }
        seen.insert(unit.key, (unit.line, unit));
        let what = match known.get(&unit.key).map(|unit| &unit.what) {
            None => Outcome::Refused(Refusal::NotOurs),
            Some(What::Locked(hash)) => locked(here, &places, unit, *hash),
            Some(What::Open(sent)) => open(here, &places, sent, unit),
        };
        backs.push(back(what));
    }
    backs
}

/// A unit that was locked.
fn locked(here: &Here<'_>, places: &Places, unit: &ReturnedUnit, sent: Option<UnitHash>) -> Outcome {
    let Some(pieces) = unit.target.as_deref().filter(|pieces| !written(pieces).trim().is_empty()) else {
        return Outcome::Context;
    };
    let built = places.of_key(unit.key).and_then(|at| here.units.get(at));
    let restore = |built: &Built| {
        let own = built.unit.target.as_deref().unwrap_or(&built.unit.source);
        written(&restored(own, &restored_or_kept(&built.unit.source, pieces)))
    };
    let text = built.map_or_else(|| written(pieces), restore);
    let is_source = built.is_some_and(|built| same(&text, &written(&built.unit.source)));
    match sent {
        Some(hash) if UnitHash::of(&text) == hash => Outcome::Context,
        _ if is_source => Outcome::Context,
        // The tree has it now: nobody's words are lost.
        _ if built.is_some_and(|built| same(&text, &built.stands.join(BETWEEN))) => Outcome::Context,
        // Only what the package shows can be held against what came back.
        None if built.is_none() => Outcome::Context,
        _ => Outcome::Kept(Kept::Locked, text),
    }
}

/// Pieces with the markup of `sent` where it has their codes, and as they are where not.
fn restored_or_kept(sent: &[Inline], back: &[Inline]) -> Vec<Inline> {
    if broken(sent, back).is_empty() { restored(sent, back) } else { back.to_vec() }
}

/// Of a text that may stay as it is, a name or a title, so many words are written small.
const MOST_KEPT: usize = 1;

/// Whether the text has so many words of two letters or more that begin small; for 1, any letters at all.
fn has_words(text: &str, count: usize) -> bool {
    if count < 2 {
        return text.chars().any(char::is_alphabetic);
    }
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\''));
    let small = |word: &&str| {
        word.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_uppercase())
            && word.chars().nth(1).is_some()
    };
    words.filter(small).nth(count - 1).is_some()
}

fn same(one: &str, other: &str) -> bool {
    normalised(one) == normalised(other)
}

fn open(here: &Here<'_>, places: &Places, sent: &Sent, unit: &ReturnedUnit) -> Outcome {
    let pieces = codes::joined(sent.source.iter().map(|(kind, text)| (*kind, text.as_str())), here.apart);
    let kind = sent.source.first().map_or(BlockKind::Paragraph, |(kind, _)| *kind);
    let shown = shown(here, sent, &pieces, kind);
    let Some(back) = unit.target.as_deref().filter(|back| !written(back).trim().is_empty()) else {
        return Outcome::Open;
    };
    let codes = match fitting(&pieces, shown.as_deref(), back) {
        Ok(codes) => codes,
        // What nobody says is done is not held against anybody.
        Err(_) if unit.state == Done::No => return Outcome::Open,
        Err(wrong) => return Outcome::Refused(Refusal::Codes(wrong)),
    };
    let text = written(&codes);
    let untouched = shown.as_ref().is_some_and(|shown| same(&written(shown), &text));
    let filled = same(&text, &written(&pieces));
    let done = match unit.state {
        Done::No => false,
        Done::Unsaid => !untouched && (!filled || !has_words(&text, 1)),
        Done::Translated if filled && !here.one_language && has_words(&text, MOST_KEPT + 1) => {
            return Outcome::Source;
        }
        Done::Translated | Done::Reviewed => true,
    };
    if !done {
        return Outcome::Open;
    }
    let kinds: Vec<BlockKind> = sent.source.iter().map(|(kind, _)| *kind).collect();
    let parts = codes::parted(&codes);
    let spelt = parts.iter().enumerate().map(|(at, part)| {
        let kind = kinds.get(at).or(kinds.last()).copied().unwrap_or(BlockKind::Paragraph);
        (here.spell)(kind, part).filter(|text| !text.trim().is_empty())
    });
    let Some(says) = spelt.collect::<Option<Vec<String>>>() else {
        return Outcome::Refused(Refusal::Unwritable);
    };
    let reviewed = unit.state == Done::Reviewed;
    let (base, theirs) = (sent.target.join(BETWEEN), says.join(BETWEEN));
    let Some(built) = places.of_key(unit.key).and_then(|at| here.units.get(at)) else {
        return Outcome::Kept(Kept::Gone, theirs);
    };
    let ours = built.stands.join(BETWEEN);
    let changed = built.said.len() != sent.source.len()
        || built.said.iter().zip(&sent.source).any(|((_, one), (_, other))| !same(one, other));
    let mut taken = Taken {
        sent: sent.source.clone(),
        source: built.source.clone(),
        source_changed: changed,
        target: built.target.clone(),
        texts: None,
        says,
        untouched: untouched && sent.shown.is_none(),
        reviewed,
    };
    if same(&ours, &theirs) {
        if is_recorded(here.record, built, &taken) {
            return Outcome::Already;
        }
        return Outcome::Taken(Box::new(taken));
    }
    // The text of another language that stood there is nobody's work; nor is the source's own, which
    // holds the place of what nobody translated yet.
    let nothing_there = built.unit.target.is_none();
    let sent_source = sent.source.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(BETWEEN);
    let todays_source = built.said.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(BETWEEN);
    let holds_place = base.is_empty() && (same(&ours, &sent_source) || same(&ours, &todays_source));
    if same(&ours, &base) || holds_place || (nothing_there && sent.shown.as_deref() == Some("")) {
        taken.texts = Some(taken.says.clone());
        return Outcome::Taken(Box::new(taken));
    }
    if same(&theirs, &base) {
        // Somebody improved the target in the tree, and the translator found the old one good: what
        // stands there is kept, and nobody vouched for it.
        return Outcome::Open;
    }
    Outcome::Conflict(Conflict { source: written(&pieces), base, ours, theirs })
}

/// The target as the translator saw it.
fn shown(here: &Here<'_>, sent: &Sent, source: &[Inline], kind: BlockKind) -> Option<Vec<Inline>> {
    let texts: Vec<&str> = match &sent.shown {
        Some(text) if text.is_empty() => return None,
        Some(text) => text.split(BETWEEN).collect(),
        None if sent.target.is_empty() => return None,
        None => sent.target.iter().map(String::as_str).collect(),
    };
    let own = codes::joined(texts.into_iter().map(|text| (kind, text)), here.apart);
    // What followed the source when it was sent was written so; nothing is stale here.
    Some(codes::numbered(source, &[], &own))
}

/// The pieces that came back with their markup, if they have all codes of the source or all of the
/// target as it was; the markup of the target goes first.
fn fitting(source: &[Inline], shown: Option<&[Inline]>, back: &[Inline]) -> Result<Vec<Inline>, Vec<Broken>> {
    let by_source = broken(source, back);
    if let Some(shown) = shown
        && broken(shown, back).is_empty()
    {
        return Ok(restored(shown, back));
    }
    if !by_source.is_empty() {
        return Err(by_source);
    }
    let own: BTreeSet<u32> = shown.into_iter().flat_map(inline_codes).map(|code| code.id).collect();
    // Codes that the target had are written as there, the others as in the source.
    let by_target = shown.map(|shown| restored(shown, back)).unwrap_or_default();
    let mut by_target = by_target.into_iter().filter(|piece| matches!(piece, Inline::Code(_)));
    let whole = restored(source, back);
    Ok(whole
        .into_iter()
        .map(|piece| match &piece {
            Inline::Code(code) if own.contains(&code.id) => by_target.next().unwrap_or(piece),
            _ => piece,
        })
        .collect())
}

/// Whether the record says of the unit what it would say after it is taken.
fn is_recorded(record: &Record, built: &Built, taken: &Taken) -> bool {
    let mut links = built.links.iter().filter_map(|at| record.links.get(*at));
    let (Some(link), None) = (links.next(), links.next()) else { return false };
    let hashes: Vec<UnitHash> = taken.says.iter().map(|text| UnitHash::of(text)).collect();
    let state = crate::domain::record::LinkState::Reviewed;
    let baseline: Vec<&str> = link.baseline.iter().map(|unit| unit.text.as_str()).collect();
    link.target == hashes
        && baseline.len() == taken.sent.len()
        && baseline.iter().zip(&taken.sent).all(|(one, (_, other))| same(one, other))
        && link.state != crate::domain::record::LinkState::DraftMt
        && (!taken.reviewed || link.state >= state)
}

/// Where units that are out stand today: the numbers of today's units.
struct Places(BTreeMap<UnitKey, usize>);

/// Units with one source text, in order.
type Queues = BTreeMap<UnitHash, VecDeque<usize>>;

impl Places {
    /// Finds each unit: by its link; without one, by what it says, those that wait before those that
    /// were taken; and what changed since, right behind its neighbour. Time n log n.
    fn of(here: &Here<'_>, own: &[&OutUnit]) -> Self {
        let mut places = BTreeMap::new();
        let mut taken = vec![false; here.units.len()];
        let numbers: BTreeMap<_, usize> =
            here.record.links.iter().enumerate().map(|(number, link)| (link.id, number)).collect();
        let (mut of_link, mut new, mut linked) = (BTreeMap::new(), Queues::new(), Queues::new());
        for (at, built) in here.units.iter().enumerate() {
            of_link.extend(built.links.iter().map(|number| (*number, at)));
            if let UnitKey::New { hash, .. } = built.unit.key {
                new.entry(hash).or_default().push_back(at);
            }
            let first = built.links.first().and_then(|number| here.record.links.get(*number));
            if let Some(unit) = first.and_then(|link| link.baseline.first()) {
                linked.entry(UnitHash::of(&unit.text)).or_default().push_back(at);
            }
        }
        let mut put = |key: UnitKey, at: usize, taken: &mut Vec<bool>| {
            if let Some(slot) = taken.get_mut(at) {
                *slot = true;
            }
            places.insert(key, at);
        };
        for unit in own {
            if let UnitKey::Link(id) = unit.key
                && let Some(at) = numbers.get(&id).and_then(|number| of_link.get(number))
            {
                put(unit.key, *at, &mut taken);
            }
        }
        let next = |queues: &mut Queues, hash: UnitHash, taken: &[bool]| -> Option<usize> {
            let queue = queues.get_mut(&hash)?;
            while let Some(at) = queue.pop_front() {
                if taken.get(at) == Some(&false) {
                    return Some(at);
                }
            }
            None
        };
        let waits = own.iter().filter(|unit| !is_taken(unit));
        for unit in waits.chain(own.iter().filter(|unit| is_taken(unit))) {
            let UnitKey::New { hash, .. } = unit.key else { continue };
            let (first, then) = match is_taken(unit) {
                false => (&mut new, &mut linked),
                true => (&mut linked, &mut new),
            };
            let found = next(first, hash, &taken).or_else(|| next(then, hash, &taken));
            if let Some(at) = found {
                put(unit.key, at, &mut taken);
            }
        }
        let mut places = Places(places);
        let mut before: Option<usize> = None;
        for unit in own {
            let found = places.0.get(&unit.key).copied();
            let behind = before.map_or(0, |at| at + 1);
            let is_new = |built: &Built| matches!(built.unit.key, UnitKey::New { .. });
            let fits = found.is_none()
                && matches!(unit.key, UnitKey::New { .. })
                && here.units.get(behind).is_some_and(is_new)
                && taken.get(behind) == Some(&false);
            if fits {
                places.0.insert(unit.key, behind);
                if let Some(slot) = taken.get_mut(behind) {
                    *slot = true;
                }
            }
            before = found.or(fits.then_some(behind)).or(before);
        }
        places
    }

    fn of_key(&self, key: UnitKey) -> Option<usize> {
        self.0.get(&key).copied()
    }
}

fn is_taken(unit: &OutUnit) -> bool {
    matches!(&unit.what, What::Open(sent) if sent.taken.is_some())
}
