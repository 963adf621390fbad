//! Which of the languages that a notice names is missing, and which is offered.

use std::ops::Range;

use super::cues::Class;
use super::sentence::Sentence;

/// Who is missing and who is offered: each name goes to the cue it stands nearest to, a clause
/// mark between them counting as a long way.
pub(super) fn roles(parts: &[Sentence<'_>], primary: &str) -> (Option<&'static str>, Option<&'static str>) {
    let (mut target, mut served): (Option<&'static str>, Option<&'static str>) = (None, None);
    let mut spare = None;
    let mut names = parts.iter().flat_map(|part| &part.names);
    let lone_and_foreign = names.next().is_some_and(|first| names.all(|name| name.tag == first.tag))
        && !parts.iter().any(Sentence::names_own);
    for part in parts {
        let mut missing = part.denied();
        missing.extend(part.no_named_version());
        missing.extend(part.page_not_in_named());
        missing.extend(part.all(Class::Pending).iter().cloned());
        let mut offering: Vec<Range<usize>> = part.all(Class::Only).to_vec();
        offering.extend(part.all(Class::Shown).iter().cloned());
        for name in &part.names {
            let nearest = |cues: &[Range<usize>]| {
                cues.iter().map(|cue| distance(part.text, cue, &name.range())).min().unwrap_or(usize::MAX)
            };
            let (to_missing, to_offering) = (nearest(&missing), nearest(&offering));
            let told = to_missing != usize::MAX || to_offering != usize::MAX;
            // Where one language is named and it is not the notice's own, it is the one served,
            // unless it stands right beside what is missing.
            let far = if lone_and_foreign { to_missing.saturating_mul(2) } else { to_missing };
            // "Not translated yet - here is the English original": what follows the clause that
            // denies is what there is.
            let behind = |cue: &Range<usize>| cue.end <= name.start && part.clause_ends(cue.end, name.start);
            let apart = (lone_and_foreign || target.is_some_and(|known| known != name.tag))
                && !missing.is_empty()
                && missing.iter().all(behind);
            let is_target = if told { !apart && far <= to_offering } else { served.is_some() };
            let (slot, other) = if is_target { (&mut target, &served) } else { (&mut served, &target) };
            match slot {
                None if *other != Some(name.tag) => *slot = Some(name.tag),
                Some(known) if *known != name.tag => spare = spare.or(Some(name.tag)),
                _ => {}
            }
        }
    }
    // Two names on one side: the one that stands at "only" is what there is, else the first is the
    // one missing.
    let at_only = parts.iter().find_map(|part| {
        let only = part.all(Class::Only);
        let near =
            |name: &Range<usize>| only.iter().map(|o| part.gap(o, name)).min().filter(|gap| *gap <= 30);
        let gaps = part.names.iter().filter_map(|name| Some((near(&name.range())?, name.tag)));
        gaps.min_by_key(|(gap, _)| *gap).map(|(_, tag)| tag)
    });
    match (target, served, spare) {
        (None, Some(first), Some(name)) if at_only == Some(name) => {
            target = Some(first);
            served = Some(name);
        }
        (Some(first), None, Some(name)) if name == primary => {
            target = Some(name);
            served = Some(first);
        }
        (Some(_), None, Some(name)) => served = Some(name),
        (None, Some(_), Some(name)) if name == primary => target = Some(name),
        (None, Some(_), Some(name)) if served != Some(name) => {
            target = served;
            served = Some(name);
        }
        _ => {}
    }
    (target, served)
}

/// The characters between two ranges, a clause mark counting 25.
fn distance(text: &str, a: &Range<usize>, b: &Range<usize>) -> usize {
    let (from, to) = if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) };
    text.get(from..to).map_or(0, |between| {
        between.chars().map(|c| if matches!(c, ',' | ';' | ':' | '-' | '.' | '(') { 25 } else { 1 }).sum()
    })
}
