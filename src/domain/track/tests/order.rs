//! In whatever order the pending units are accepted, and over however many rounds of editing.

use super::parts::{CAPTION, Case, Edit, HEADING, Text, bare, document, edit, edited};
use super::*;
use crate::domain::text::UnitHash;

/// One thing that is pending, as a person names it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Pending {
    /// A link, by its number.
    Link(usize),
    Added(usize),
    Extra(usize),
}

/// What is pending, the one after another: a link whose source or target is not as it was accepted,
/// new blocks, a target block that is in no link.
fn pending(tracking: &Tracking) -> Vec<Pending> {
    let open =
        |link: &Tracked| link.source_state != SourceState::Same || link.target_state != TargetState::Same;
    let links = tracking.links.iter().enumerate().filter(|(_, link)| open(link));
    let mut all: Vec<Pending> = links.map(|(number, _)| Pending::Link(number)).collect();
    all.extend((0..tracking.added.len()).map(Pending::Added));
    all.extend((0..tracking.extra.len()).map(Pending::Extra));
    all
}

/// How it is named: by its number where the source has it, else by the link or the target's text.
fn name(pending: Pending, record: &Record, tracking: &Tracking, case: &Case) -> UnitRef {
    let number = |source: &[usize]| source.first().map(|at| UnitRef::Number(at + 1));
    match pending {
        Pending::Link(at) => number(&tracking.links[at].source).unwrap_or(UnitRef::Link(record.links[at].id)),
        Pending::Added(at) => number(&tracking.added[at].source).unwrap(),
        Pending::Extra(at) => UnitRef::Hash(case.target.blocks[tracking.extra[at]].hash()),
    }
}

/// What the name takes along: the numbers of links, by their groups; of added blocks; of extra ones.
fn named(unit: UnitRef, record: &Record, tracking: &Tracking, case: &Case) -> [Vec<usize>; 3] {
    let is = |document: &Document, at: &usize| UnitRef::Hash(document.blocks[*at].hash()) == unit;
    let source =
        |list: &[usize]| list.iter().any(|at| unit == UnitRef::Number(at + 1) || is(&case.source, at));
    let target = |list: &[usize]| list.iter().any(|at| is(&case.target, at));
    let link = |at: usize| {
        let (link, tracked) = (&record.links[at], &tracking.links[at]);
        let hash = |hash: UnitHash| UnitRef::Hash(hash) == unit;
        UnitRef::Link(link.id) == unit
            || source(&tracked.source)
            || target(&tracked.target)
            || link.target.iter().any(|known| hash(*known))
            || link.baseline.iter().any(|unit| hash(UnitHash::of(&unit.text)))
    };
    let groups: Vec<usize> =
        (0..record.links.len()).filter(|at| link(*at)).map(|at| tracking.links[at].group).collect();
    let links = (0..record.links.len()).filter(|at| groups.contains(&tracking.links[*at].group));
    let added = (0..tracking.added.len())
        .filter(|at| source(&tracking.added[*at].source) || target(&tracking.added[*at].target));
    let extra = (0..tracking.extra.len()).filter(|at| target(&[tracking.extra[*at]]));
    [links.collect(), added.collect(), extra.collect()]
}

fn told(tracking: &Tracking) -> String {
    picture(tracking)
}

/// Links in their order; those of the target alone, which stand where the target has them, by name.
pub(super) fn in_order(links: Vec<Link>) -> (Vec<Link>, Vec<Link>) {
    let (rest, mut alone): (Vec<Link>, Vec<Link>) =
        links.into_iter().partition(|link| !link.baseline.is_empty());
    alone.sort_by_key(|link| link.id);
    (rest, alone)
}

/// Accepts `unit`: it is in step then, all else is what it was, and once more changes nothing.
fn accept_one(case: &Case, record: &Record, unit: UnitRef) -> Result<Record, TestCaseError> {
    let before = case.track(record);
    let [links, added, extra] = named(unit, record, &before, case);
    let one = Selection::Units(vec![unit]);
    let new = case.accept(record, &one);
    let after = case.track(&new);
    let story = || format!("{unit:?}: {} then {}", told(&before), told(&after));
    let mut kept = Vec::new();
    for (number, (link, was)) in record.links.iter().zip(&before.links).enumerate() {
        if links.contains(&number) {
            continue;
        }
        kept.push(bare(link));
        let at = new.links.iter().position(|other| other.id == link.id);
        prop_assert!(at.is_some(), "{} is gone: {}", link.id, story());
        let is = &after.links[at.unwrap()];
        prop_assert_eq!((&is.source, &is.target), (&was.source, &was.target), "{}", story());
        prop_assert_eq!(&is.source_state, &was.source_state, "{}", story());
        prop_assert_eq!(is.target_state, was.target_state, "{}", story());
    }
    let of_kept = new.links.iter().map(bare).filter(|link| kept.iter().any(|other| other.id == link.id));
    prop_assert_eq!(in_order(of_kept.collect()), in_order(kept), "{}", story());
    let added_left = |tracking: &Tracking, gone: &[usize]| -> Vec<(Vec<usize>, Vec<usize>)> {
        let left = tracking.added.iter().enumerate().filter(|(at, _)| !gone.contains(at));
        left.map(|(_, added)| (added.source.clone(), added.target.clone())).collect()
    };
    prop_assert_eq!(added_left(&after, &[]), added_left(&before, &added), "{}", story());
    let extra_left: Vec<usize> =
        (0..before.extra.len()).filter(|at| !extra.contains(at)).map(|at| before.extra[at]).collect();
    prop_assert_eq!(&after.extra, &extra_left, "{}", story());
    // What was named is in step: nothing of it is pending.
    let blocks = |list: &[usize], of: fn(&Tracked) -> &[usize]| -> Vec<usize> {
        list.iter().flat_map(|at| of(&before.links[*at]).to_vec()).collect()
    };
    let mut source = blocks(&links, |link| &link.source);
    source.extend(added.iter().flat_map(|at| before.added[*at].source.clone()));
    for link in &after.links {
        let is_named = link.source.iter().any(|at| source.contains(at));
        let current = link.source_state == SourceState::Same && link.target_state == TargetState::Same;
        prop_assert!(!is_named || current, "{}", story());
    }
    // A removed unit can't be named any more.
    if let Ok(again) = accept(&new, &case.source, &case.target, &one, &because("so"), &NoTerms) {
        prop_assert_eq!(&again.record, &new, "twice: {}", story());
    }
    Ok(new)
}

/// One round of editing: what is done to the source, whether the translator starts from the source's
/// new order or from what stood there, and what is done to the target.
#[derive(Clone, Debug)]
struct Round {
    source: Vec<Edit>,
    follows: bool,
    target: Vec<Edit>,
    /// In this order what is pending is accepted.
    order: Vec<u8>,
    /// So many are accepted before the next round.
    kept: usize,
}

fn round() -> impl Strategy<Value = Round> {
    let edits = |most: usize| prop::collection::vec(edit(), 0..most);
    (edits(5), prop::bool::weighted(0.3), edits(4), prop::collection::vec(any::<u8>(), 12), 0_usize..6)
        .prop_map(|(source, follows, target, order, kept)| Round { source, follows, target, order, kept })
}

/// Units that repeat: sentences out of four, captions, headings.
fn text() -> impl Strategy<Value = Text> {
    let unit = prop_oneof![
        3 => super::parts::unit(),
        1 => Just(vec![CAPTION]),
        1 => Just(vec![HEADING]),
    ];
    prop::collection::vec(unit, 1..9)
}

fn any_order_is_all_at_once(text: &Text, rounds: &[Round]) -> Result<(), TestCaseError> {
    let mut record = first(&document(text, "word"), &document(text, "palabra"));
    let (mut source, mut target) = (text.clone(), text.clone());
    for round in rounds {
        source = edited(&source, &round.source);
        target = edited(if round.follows { &source } else { &target }, &round.target);
        let case = Case { source: document(&source, "word"), target: document(&target, "palabra") };
        let all = case.accept(&record, &Selection::All);
        let tracking = case.track(&all);
        prop_assert!(tracking.is_in_step() && tracking.is_target_as_accepted(), "{}", told(&tracking));
        prop_assert_eq!(&case.accept(&all, &Selection::All), &all);
        let mut part = record;
        let mut next = None;
        for step in 0.. {
            if step == round.kept {
                next = Some(part.clone());
            }
            let tracking = case.track(&part);
            let left = pending(&tracking);
            if left.is_empty() {
                break;
            }
            prop_assert!(step < 60, "{}", told(&tracking));
            let at = usize::from(round.order[step % round.order.len()]) % left.len();
            part = accept_one(&case, &part, name(left[at], &part, &tracking, &case))?;
        }
        prop_assert_eq!(&part, &all);
        record = next.unwrap_or(part);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, max_shrink_iters: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn units_accepted_one_by_one_in_any_order_are_the_article_accepted_at_once(
        text in text(),
        rounds in prop::collection::vec(round(), 1..3),
    ) {
        any_order_is_all_at_once(&text, &rounds)?;
    }
}
