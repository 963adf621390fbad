//! The translator did to the target what was done to the source: nothing is refused, and every
//! link is that of the edit. And what is left, where only half was done.

use super::*;

const SAYS: [(&str, &str); 8] = [
    (
        "Ships wait outside the harbour until the pilot comes on board.",
        "Los barcos esperan fuera del puerto hasta que el práctico sube a bordo.",
    ),
    (
        "The judge asked for further documents about the inheritance.",
        "El juez pidió más documentos sobre la herencia.",
    ),
    (
        "Our library lends books and old newspapers to the neighbours. It opens on Mondays.",
        "Nuestra biblioteca presta libros y periódicos antiguos a los vecinos. Abre los lunes.",
    ),
    (
        "Coffee tastes better if the water is not too hot.",
        "El café sabe mejor si el agua no está demasiado caliente.",
    ),
    (
        "Heavy rain flooded the cellars of the quarter near the river.",
        "Una fuerte lluvia inundó los sótanos del barrio cercano al río.",
    ),
    (
        "Wine merchants complain about the new tax on bottles.",
        "Los comerciantes de vino se quejan del nuevo impuesto sobre las botellas.",
    ),
    (
        "Nobody knows why the doors stayed open during the whole night of the storm.",
        "Nadie sabe por qué las puertas permanecieron abiertas durante toda la noche de la tormenta.",
    ),
    (
        "Trains will run every hour between both cities.",
        "Los trenes circularán cada hora entre ambas ciudades.",
    ),
];

type Pair = (String, String);

fn said(numbers: &[usize]) -> Vec<Pair> {
    numbers.iter().map(|at| (SAYS[*at].0.to_owned(), SAYS[*at].1.to_owned())).collect()
}

fn sides(pairs: &[Pair]) -> (Document, Document) {
    let join = |side: fn(&Pair) -> &str| page(&pairs.iter().map(side).collect::<Vec<_>>().join("\n\n"));
    (join(|pair| &pair.0), join(|pair| &pair.1))
}

fn longer(pair: &Pair) -> Pair {
    (format!("{} And a friend.", pair.0), format!("{} Y un amigo.", pair.1))
}

fn joined(a: &Pair, b: &Pair) -> Pair {
    (format!("{} {}", a.0, b.0), format!("{} {}", a.1, b.1))
}

/// The links of a record as pairs of texts, in its order.
fn links(record: &Record, target: &Document) -> Vec<Pair> {
    let text = |hash: &crate::domain::text::UnitHash| {
        target.blocks.iter().find(|block| block.hash() == *hash).map_or("?", |block| block.text.as_str())
    };
    let side = |link: &Link| {
        let source: Vec<&str> = link.baseline.iter().map(|unit| unit.text.as_str()).collect();
        let target: Vec<&str> = link.target.iter().map(text).collect();
        (source.join(" | "), target.join(" | "))
    };
    record.links.iter().map(side).collect()
}

/// Accepts what became of `before` on both sides without a reason; the links must be those of
/// `after`, and a second look finds all in step.
fn follows(name: &str, before: &[Pair], after: &[Pair]) {
    let (source, target) = sides(before);
    let record = first(&source, &target);
    let (source, target) = sides(after);
    let accepted = accept(&record, &source, &target, &Selection::All, &by("Eva", 2_000), &NoTerms);
    let shown = tracked(&record, &source, &target);
    let Ok(accepted) = accepted else { panic!("{name}: {shown}: {accepted:?}") };
    assert_eq!(links(&accepted.record, &target), after, "{name}: {shown}");
    assert!(accepted.record.links.iter().all(|link| link.state == LinkState::Translated), "{name}");
    let again = track(&accepted.record, &source, Some(&target), &NoTerms);
    assert!(again.is_in_step() && again.is_target_as_accepted(), "{name}: {}", picture(&again));
}

#[test]
fn what_is_done_to_both_sides_is_followed_on_both() {
    let start = said(&[0, 1, 2, 3, 4, 5]);
    type Edit = fn(&mut Vec<Pair>);
    let cases: [(&str, Edit); 14] = [
        ("replaced by another", |p| p[3] = said(&[7]).remove(0)),
        ("the first replaced", |p| p[0] = said(&[6]).remove(0)),
        ("two replaced", |p| p.splice(2..4, said(&[6, 7])).for_each(drop)),
        ("one replaced by two", |p| p.splice(3..4, said(&[6, 7])).for_each(drop)),
        ("two replaced by one", |p| p.splice(3..5, said(&[6])).for_each(drop)),
        ("one edited, the next deleted", |p| {
            p[2] = longer(&p[2]);
            p.remove(3);
        }),
        ("one edited, the one before deleted", |p| {
            p[3] = longer(&p[3]);
            p.remove(2);
        }),
        ("one edited, a new one behind it", |p| {
            p[2] = longer(&p[2]);
            p.insert(3, said(&[7]).remove(0));
        }),
        ("two merged, one of them of two sentences", |p| {
            p[2] = joined(&p[2], &p[3]);
            p.remove(3);
        }),
        ("three merged", |p| {
            p[1] = joined(&joined(&p[1], &p[2]), &p[3]);
            p.drain(2..4);
        }),
        ("merged, and the next replaced", |p| {
            p[1] = joined(&p[1], &p[2]);
            p[3] = said(&[7]).remove(0);
            p.remove(2);
        }),
        ("two that changed places, both edited", |p| {
            p.swap(1, 3);
            p[1] = longer(&p[1]);
            p[3] = longer(&p[3]);
        }),
        ("moved and edited", |p| {
            let x = p.remove(1);
            p.push(longer(&x));
        }),
        ("two put in", |p| p.splice(3..3, said(&[6, 7])).for_each(drop)),
    ];
    for (name, edit) in cases {
        let mut after = start.clone();
        edit(&mut after);
        follows(name, &start, &after);
    }
}

#[test]
fn half_of_it_done_leaves_the_other_half() {
    let start = said(&[0, 1, 2, 3]);
    let (source, target) = sides(&start);
    let record = first(&source, &target);
    let edited = longer(&start[1]);
    // Unit 2 is edited and unit 3 new; the translator has done only the one, or only the other.
    let mut new = start.clone();
    new[1] = edited.clone();
    new.insert(2, said(&[7]).remove(0));
    let (source, _) = sides(&new);
    let mut one = start.clone();
    one[1] = edited;
    let mut other = new.clone();
    other[1] = start[1].clone();
    for (name, done, expected, unit, left) in [
        ("the edited one", one, "0>0 1>1:changed/edited 3>2 4>3 +2>@1", 2, "0>0 1>1 3>2 4>3 +2>@1"),
        ("the new one", other, "0>0 1>1:changed 3>3 4>4 +2>2@1", 3, "0>0 1>1:changed 2>2 3>3 4>4"),
    ] {
        let (_, target) = sides(&done);
        assert_eq!(tracked(&record, &source, &target), expected, "{name}");
        let units = Selection::Units(vec![UnitRef::Number(unit)]);
        let half = accept(&record, &source, &target, &units, &by("Eva", 2_000), &NoTerms).unwrap().record;
        assert_eq!(tracked(&half, &source, &target), left, "{name}");
    }
}

#[test]
fn the_target_of_a_removed_unit_that_was_edited_is_never_the_new_ones_where_figures_tell() {
    let start = [
        ("Ships wait outside the harbour.", "Los barcos esperan fuera del puerto."),
        ("The fee is 4,250 dollars for each ship.", "La tasa es de 4250 dólares por cada barco."),
        ("The judge asked for documents.", "El juez pidió documentos."),
    ];
    let start: Vec<Pair> = start.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let (source, target) = sides(&start);
    let record = first(&source, &target);
    let mut new = start.clone();
    new[1] = ("Trains run 17 times a day.".into(), "La tasa es ahora de 4250 dólares por barco.".into());
    let (source, target) = sides(&new);
    let refused = accept(&record, &source, &target, &Selection::All, &by("Eva", 2_000), &NoTerms);
    let Err(AcceptError::NeedsReason(units)) = refused else { panic!("{refused:?}") };
    // True on both counts: nothing translates the new unit, and a target has no source any more.
    let told: Vec<(&[usize], &[usize])> =
        units.iter().map(|unit| (&unit.source[..], &unit.target[..])).collect();
    assert_eq!(told, [(&[][..], &[1][..]), (&[1][..], &[][..])]);
    // The mend: translated, it goes through, and the links are right.
    new[1].1 = "Los trenes circulan 17 veces al día.".into();
    follows("translated", &start, &new);
}

#[test]
fn what_was_kept_without_a_source_is_the_target_of_what_comes_back() {
    let start = said(&[0, 1, 2, 3]);
    let (source, target) = sides(&start);
    let record = first(&source, &target);
    let mut without = start.clone();
    without.remove(1);
    let (shorter, _) = sides(&without);
    let kept =
        accept(&record, &shorter, &target, &Selection::All, &because("kept"), &NoTerms).unwrap().record;
    assert_eq!(tracked(&kept, &shorter, &target), "0>0 >1 1>2 2>3");
    // Restored: it is pending, beside its translation, and accepted without a reason.
    assert_eq!(tracked(&kept, &source, &target), "0>0 1>1:changed 2>2 3>3");
    let back = accept(&kept, &source, &target, &Selection::All, &by("Eva", 3_000), &NoTerms).unwrap();
    assert_eq!(links(&back.record, &target), start);
    assert_eq!(
        (back.record.links[1].id, back.record.links[1].state),
        (record.links[1].id, LinkState::Translated)
    );
    assert!(back.doubtful.is_empty());
    // Restored with other words: offered, and said to be unsure.
    let mut other = start.clone();
    other[1].0 = "A judge wanted more papers about the inheritance of the old farm.".into();
    let (other, _) = sides(&other);
    let back = accept(&kept, &other, &target, &Selection::All, &by("Eva", 3_000), &NoTerms).unwrap();
    assert_eq!((back.doubtful.as_slice(), back.record.links.len()), (&[1][..], 4));
    // What was accepted untranslated and is translated now goes with its translation too.
    let bare = accept(&record, &source, &sides(&without).1, &Selection::All, &because("later"), &NoTerms)
        .unwrap()
        .record;
    assert_eq!(tracked(&bare, &source, &target), "0>0 1>1/edited 2>2 3>3");
    let whole = accept(&bare, &source, &target, &Selection::All, &by("Eva", 4_000), &NoTerms).unwrap().record;
    assert_eq!(links(&whole, &target), start);
}

#[test]
fn list_items_that_changed_places_and_were_edited_keep_their_links() {
    let items = |texts: [&str; 4]| page(&texts.map(|text| format!("- {text}")).join("\n\n"));
    let before = items([
        "The director of the harbour explained that the workers would receive new uniforms.",
        "The director of the railway explained that the workers would receive new uniforms.",
        "The director of the museum explained that the workers would receive new uniforms.",
        "Nobody came.",
    ]);
    let target = items(["Puerto uniformes.", "Ferrocarril uniformes.", "Museo uniformes.", "Nadie vino."]);
    let record = first(&before, &target);
    let swapped = items([
        "The director of the museum explained quickly that the workers would receive new uniforms.",
        "The director of the railway explained that the workers would receive new uniforms.",
        "The director of the harbour explained that the workers would soon receive new uniforms.",
        "Nobody came.",
    ]);
    let tracking = track(&record, &swapped, Some(&target), &NoTerms);
    let sources: Vec<_> = tracking.links.iter().map(|link| link.source.clone()).collect();
    assert_eq!(sources, [[2], [1], [0], [3]]);
    // Where nothing tells, they stand where they stood.
    let fees = |a: &str, b: &str| items([a, b, "x", "Nobody came."]);
    let record = first(&fees("Peru: 10 dollars", "Chile: 20 dollars"), &target);
    let source = fees("Peru: 20 dollars", "Chile: 10 dollars");
    let tracking = track(&record, &source, Some(&target), &NoTerms);
    assert_eq!(
        tracking.links.iter().map(|link| link.source.clone()).collect::<Vec<_>>(),
        [[0], [1], [2], [3]]
    );
}

/// Words that no other sentence has, on both sides; about as long.
fn fresh(seed: usize) -> Pair {
    let length = 7 + seed * 5 % 9;
    let word = |side: &str, k: usize| {
        let n = (seed * 31 + k) * 2_654_435_761 % 999_983;
        let letters: String =
            (0..3 + n % 5).map(|at| char::from(b'a' + ((n >> (at * 3)) % 26) as u8)).collect();
        format!("{side}{letters}")
    };
    let side = |side: &str| format!("{}.", (0..length).map(|k| word(side, k)).collect::<Vec<_>>().join(" "));
    (side("s"), side("tu"))
}

fn edits() -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    prop::collection::vec((0_usize..6, 0_usize..12, 0_usize..12), 1..5)
}

proptest! {
    #[test]
    fn a_random_edit_of_both_sides_is_accepted_and_gives_its_links(len in 3_usize..9, edits in edits()) {
        let start: Vec<Pair> = (0..len).map(fresh).collect();
        let mut after: Vec<Pair> = start.clone();
        let mut touched = std::collections::BTreeSet::new();
        for (number, (kind, at, to)) in edits.into_iter().enumerate() {
            let at = at % after.len();
            let new = fresh(100 + number);
            match kind {
                0 => after[at] = new,
                1 => after.insert(at, new),
                2 if after.len() > 2 => { after.remove(at); }
                3 if touched.insert(after[at].0.clone()) => {
                    after[at] = longer(&after[at]);
                    touched.insert(after[at].0.clone());
                }
                4 if after.len() > 2 => { let moved = after.remove(at); after.insert(to % (after.len() + 1), moved); }
                5 if at + 1 < after.len() && touched.insert(after[at].0.clone()) && touched.insert(after[at + 1].0.clone()) => {
                    let next = after.remove(at + 1);
                    after[at] = joined(&after[at], &next);
                    touched.insert(after[at].0.clone());
                }
                _ => {}
            }
        }
        follows("random", &start, &after);
    }
}
