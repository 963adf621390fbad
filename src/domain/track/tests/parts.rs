//! Accepting some of what changed, then more: what a person sees at each step.

use super::*;

/// A text of few units that repeat; each is a unit of one or two sentences out of four.
pub(super) type Text = Vec<Vec<usize>>;

/// Sentences of so few words are the beginning of a caption or a heading.
pub(super) const CAPTION: usize = 4;
pub(super) const HEADING: usize = 5;

fn sentence(word: &str, n: usize) -> String {
    if n >= CAPTION {
        return format!("{word} {}", ["photo", "fees"][(n - CAPTION) % 2]);
    }
    let words: Vec<String> = (0..6).map(|k| format!("{word}{}", n * 37 + k * 5)).collect();
    format!("{} {}.", words.join(" "), 100 + n)
}

pub(super) fn document(text: &Text, word: &str) -> Document {
    let unit = |unit: &Vec<usize>| -> String {
        let text = unit.iter().map(|n| sentence(word, *n)).collect::<Vec<_>>().join(" ");
        match unit.first() {
            Some(&CAPTION) => format!("^ {text}"),
            Some(&HEADING) => format!("#2 {text}"),
            _ => text,
        }
    };
    page(&text.iter().map(unit).collect::<Vec<_>>().join("\n\n"))
}

/// What somebody does to a text; places are taken modulo its length.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    Move(usize, usize),
    Delete(usize),
    Insert(usize, Vec<usize>),
    Change(usize, usize),
    Split(usize),
    Merge(usize),
    Swap(usize),
}

pub(super) fn edited(text: &Text, edits: &[Edit]) -> Text {
    let mut text = text.clone();
    for edit in edits {
        let len = text.len();
        match edit {
            Edit::Insert(at, unit) => text.insert(at % (len + 1), unit.clone()),
            _ if len == 0 => {}
            Edit::Move(from, to) => {
                let unit = text.remove(from % len);
                text.insert(to % len, unit);
            }
            Edit::Delete(at) => {
                text.remove(at % len);
            }
            Edit::Change(at, n) => {
                if let Some(last) = text[at % len].last_mut() {
                    *last = *n;
                }
            }
            Edit::Split(at) => {
                let at = at % len;
                if text[at].len() > 1 {
                    let rest = text[at].split_off(1);
                    text.insert(at + 1, rest);
                }
            }
            Edit::Merge(at) => {
                let at = at % len;
                if at + 1 < len {
                    let next = text.remove(at + 1);
                    text[at].extend(next);
                }
            }
            Edit::Swap(at) => text.swap(at % len, (at + 1) % len),
        }
    }
    text
}

pub(super) fn unit() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0_usize..4, 1..3)
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0_usize..9;
    prop_oneof![
        (at(), at()).prop_map(|(from, to)| Edit::Move(from, to)),
        at().prop_map(Edit::Delete),
        (at(), unit()).prop_map(|(at, unit)| Edit::Insert(at, unit)),
        (at(), 0_usize..4).prop_map(|(at, n)| Edit::Change(at, n)),
        at().prop_map(Edit::Split),
        at().prop_map(Edit::Merge),
        at().prop_map(Edit::Swap),
    ]
}

/// A text before and after some edits, and numbers of units of the one after.
fn revisions() -> impl Strategy<Value = (Text, Text, Vec<usize>)> {
    let text = prop::collection::vec(unit(), 1..8);
    (text, prop::collection::vec(edit(), 1..6), prop::collection::vec(0_usize..12, 0..4)).prop_map(
        |(before, edits, some)| {
            let after = edited(&before, &edits);
            let mut some: Vec<usize> =
                some.into_iter().filter(|_| !after.is_empty()).map(|n| n % after.len()).collect();
            let mut seen = Vec::new();
            some.retain(|at| {
                !seen.contains(at) && {
                    seen.push(*at);
                    true
                }
            });
            (before, after, some)
        },
    )
}

pub(super) struct Case {
    pub source: Document,
    pub target: Document,
}

impl Case {
    pub fn accept(&self, record: &Record, selection: &Selection) -> Record {
        accept(record, &self.source, &self.target, selection, &because("so"), &NoTerms).unwrap().record
    }

    /// Accepts the units at those places.
    fn units(&self, record: &Record, places: &[usize]) -> Record {
        let units = places.iter().map(|at| UnitRef::Number(at + 1)).collect();
        self.accept(record, &Selection::Units(units))
    }

    pub fn track(&self, record: &Record) -> Tracking {
        track(record, &self.source, Some(&self.target), &NoTerms)
    }
}

/// A link without what is written down only to find it again.
pub(super) fn bare(link: &Link) -> Link {
    let mut link = link.clone();
    link.stands = None;
    link.baseline.iter_mut().for_each(|unit| unit.after = None);
    link
}

/// After `places` are accepted, their links are current, and every other link has the source, the
/// target, the state, the baseline and the order that it had.
fn only_the_chosen_changed(case: &Case, start: &Record, places: &[usize]) -> Result<Record, TestCaseError> {
    let before = case.track(start);
    let half = case.units(start, places);
    let after = case.track(&half);
    let chosen = |links: &[Tracked]| -> Vec<usize> {
        links
            .iter()
            .filter(|link| link.source.iter().any(|at| places.contains(at)))
            .map(|link| link.group)
            .collect()
    };
    let groups = chosen(&before.links);
    let mut others = Vec::new();
    for (link, was) in start.links.iter().zip(&before.links).filter(|(_, was)| !groups.contains(&was.group)) {
        others.push(bare(link));
        let number = half.links.iter().position(|other| other.id == link.id);
        prop_assert!(number.is_some(), "{} is gone", link.id);
        let is = &after.links[number.unwrap()];
        prop_assert_eq!(
            &is.source,
            &was.source,
            "{} moved from {} to {}",
            link.id,
            picture(&before),
            picture(&after)
        );
        let told = || format!("{}: {} then {}", link.id, picture(&before), picture(&after));
        prop_assert_eq!(&is.source_state, &was.source_state, "{}", told());
        prop_assert_eq!(is.target_state, was.target_state, "{}", told());
        prop_assert_eq!(&is.target, &was.target, "{}", told());
    }
    let kept: Vec<Link> =
        half.links.iter().map(bare).filter(|link| others.iter().any(|other| other.id == link.id)).collect();
    prop_assert_eq!(kept, others);
    for at in places {
        let link = after.links.iter().find(|link| link.source.contains(at));
        prop_assert!(link.is_some(), "{} has no link: {}", at, picture(&after));
        let link = link.unwrap();
        let current = link.source_state == SourceState::Same && link.target_state == TargetState::Same;
        prop_assert!(current, "{}: {}", at, picture(&after));
    }
    let left = |tracking: &Tracking| -> Vec<usize> {
        // Blocks that one target unit translates together come along.
        let is_chosen = |added: &Added| added.source.iter().any(|at| places.contains(at));
        let all = tracking.added.iter().filter(|added| !is_chosen(added)).flat_map(|added| &added.source);
        let mut all: Vec<usize> = all.copied().collect();
        all.sort_unstable();
        all
    };
    prop_assert_eq!(left(&before), left(&after));
    Ok(half)
}

fn accepting_in_parts(
    before: &Text,
    (after, after_target): (&Text, &Text),
    some: &[usize],
) -> Result<(), TestCaseError> {
    let start = first(&document(before, "word"), &document(before, "palabra"));
    let case = Case { source: document(after, "word"), target: document(after_target, "palabra") };
    let half = only_the_chosen_changed(&case, &start, some)?;
    // Twice is once, and one after another, in whatever order, is at once.
    prop_assert_eq!(&case.units(&half, some), &half);
    let in_turn = |order: &mut dyn Iterator<Item = &usize>| {
        order.fold(start.clone(), |record, at| case.units(&record, &[*at]))
    };
    prop_assert_eq!(&in_turn(&mut some.iter()), &half);
    prop_assert_eq!(&in_turn(&mut some.iter().rev()), &half);
    let rest = case.accept(&half, &Selection::All);
    prop_assert_eq!(&rest, &case.accept(&start, &Selection::All));
    let tracking = case.track(&rest);
    prop_assert!(tracking.is_in_step() && tracking.is_target_as_accepted(), "{}", picture(&tracking));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, max_shrink_iters: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_is_current_and_nothing_else_changes((before, after, some) in revisions()) {
        accepting_in_parts(&before, (&after, &before), &some)?;
    }

    #[test]
    fn with_its_target_edited_too_the_rest_of_both_stays(
        (before, after, some) in revisions(),
        edits in prop::collection::vec(edit(), 0..4),
    ) {
        accepting_in_parts(&before, (&after, &edited(&before, &edits)), &some)?;
    }

    #[test]
    fn a_translator_who_followed_some_of_it_accepts_some_of_that(
        (before, after, some) in revisions(),
        edits in prop::collection::vec(edit(), 0..3),
    ) {
        accepting_in_parts(&before, (&after, &edited(&after, &edits)), &some)?;
    }
}
