//! Tables whose rows look alike, and headings that change their level.

use super::*;

type Row = [&'static str; 3];

/// A page with a table of these rows, in English or Spanish.
fn table(rows: &[Row], spanish: bool) -> Document {
    let said = |text: &str| match text {
        _ if !spanish => text.to_owned(),
        "yes" => "sí".to_owned(),
        "no" => "no".to_owned(),
        "Service" => "Servicio".to_owned(),
        "Fee" => "Tasa".to_owned(),
        "Paid" => "Pagado".to_owned(),
        _ if text.chars().all(|c| c.is_ascii_digit()) => text.to_owned(),
        _ => format!("{} (traducido)", text.chars().rev().collect::<String>()),
    };
    let mut parts = vec!["= The fees".to_owned()];
    for row in std::iter::once(&["Service", "Fee", "Paid"]).chain(rows) {
        parts.extend(["|", "&", "&"].iter().zip(row).map(|(mark, text)| format!("{mark} {}", said(text))));
    }
    page(&parts.join("\n\n"))
}

const IMPORT: Row = ["Import licence", "20", "yes"];
const EXPORT: Row = ["Export licence", "20", "no"];
const TRANSIT: Row = ["Transit permit", "30", "yes"];
const APPEAL: Row = ["Appeal", "30", "yes"];
const NEW: Row = ["Customs seal", "40", "yes"];

#[test]
fn values_of_a_table_stay_with_their_rows() {
    // What is pending, as "unit>target units:state" with the row and column of each.
    let cases: Vec<(&str, Vec<Row>, Vec<Row>, &str)> = vec![
        (
            "two values changed, each to what the other was",
            vec![IMPORT, EXPORT],
            vec![[IMPORT[0], "20", "no"], [EXPORT[0], "20", "yes"]],
            "1c>1c:changed 2c>2c:changed",
        ),
        (
            "a figure changed, and the next row went",
            vec![IMPORT, TRANSIT, APPEAL],
            vec![[IMPORT[0], "27", "yes"], APPEAL],
            "1b>1b:changed >2a:removed >2b:removed >2c:removed",
        ),
        (
            "a value changed, and the row above went",
            vec![IMPORT, TRANSIT, APPEAL],
            vec![IMPORT, [APPEAL[0], "30", "no"]],
            ">2a:removed >2b:removed >2c:removed 2c>3c:changed",
        ),
        (
            "a row put in at the top, another one gone",
            vec![IMPORT, EXPORT, TRANSIT],
            vec![NEW, IMPORT, EXPORT],
            ">3a:removed >3b:removed >3c:removed +1a +1b +1c",
        ),
        (
            "a value changed, and a row put in above",
            vec![IMPORT, EXPORT],
            vec![NEW, [IMPORT[0], "20", "no"], EXPORT],
            "2c>1c:changed +1a +1b +1c",
        ),
        (
            "a value changed, and two rows put in below that say what it said",
            vec![IMPORT],
            vec![[IMPORT[0], "20", "no"], NEW, ["Health certificate", "40", "yes"]],
            "1c>1c:changed +2a +2b +2c +3a +3b +3c",
        ),
        (
            "rows in another order, a value of one changed",
            vec![IMPORT, EXPORT, TRANSIT, APPEAL],
            vec![APPEAL, IMPORT, EXPORT, [TRANSIT[0], "35", "yes"]],
            "1a>4a:moved 1b>4b:moved 1c>4c:moved 4b>3b:changed",
        ),
        (
            "a row moved, and its value changed",
            vec![IMPORT, EXPORT, TRANSIT, APPEAL],
            vec![[APPEAL[0], "35", "yes"], IMPORT, EXPORT, TRANSIT],
            "1a>4a:moved 1b>4b:moved 1c>4c:moved",
        ),
        (
            "a row gone, one put in below, a value changed to what the gone row said",
            vec![IMPORT, EXPORT, TRANSIT, APPEAL],
            vec![IMPORT, TRANSIT, NEW, [APPEAL[0], "30", "no"]],
            ">2a:removed >2b:removed >2c:removed 4c>4c:changed +3a +3b +3c",
        ),
        (
            "the first and the last row gone, a value changed to what they said",
            vec![IMPORT, EXPORT, TRANSIT, APPEAL],
            vec![[EXPORT[0], "20", "yes"], TRANSIT],
            ">1a:removed >1b:removed >1c:removed 1c>2c:changed >4a:removed >4b:removed >4c:removed",
        ),
        (
            "a row got another name",
            vec![IMPORT, EXPORT],
            vec![IMPORT, ["Deposit at the bonded store", "20", "no"]],
            "2a>2a:changed",
        ),
    ];
    for (name, before, after, expected) in cases {
        let target = table(&before, true);
        let (old, source) = (table(&before, false), table(&after, false));
        let record = first(&old, &target);
        let tracking = track(&record, &source, Some(&target), &NoTerms);
        let cell = |at: &usize| format!("{}{}", (at - 1) / 3, ["a", "b", "c"][(at - 1) % 3]);
        let cells = |list: &[usize]| list.iter().map(cell).collect::<Vec<_>>().join("+");
        let state = |tracked: &Tracked| match tracked.source_state {
            SourceState::Same => None,
            SourceState::Removed(_) => Some("removed"),
            SourceState::Moved(_) => Some("moved"),
            _ => Some("changed"),
        };
        let mut found: Vec<(Option<usize>, String)> = Vec::new();
        let mut last = None;
        for tracked in &tracking.links {
            last = tracked.source.first().copied().or(last);
            if let Some(state) = state(tracked) {
                found.push((last, format!("{}>{}:{state}", cells(&tracked.source), cells(&tracked.target))));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        let mut found: Vec<String> = found.into_iter().map(|(_, text)| text).collect();
        found.extend(tracking.added.iter().map(|added| format!("+{}", cells(&added.source))));
        assert_eq!(found.join(" "), expected, "{name}");
        // Half accepted: a unit alone, and all that is left with the others.
        let unit = |at: usize| Selection::Units(vec![UnitRef::Number(at + 1)]);
        for at in tracking.links.iter().filter(|link| link.change().is_some()).flat_map(|link| &link.source) {
            let half =
                accept(&record, &source, &target, &unit(*at), &because("so"), &NoTerms).unwrap().record;
            let then = track(&half, &source, Some(&target), &NoTerms);
            assert_eq!(
                then.counts().from_class(ChangeClass::Cosmetic) + 1,
                tracking.counts().from_class(ChangeClass::Cosmetic),
                "{name}"
            );
        }
        // Done as the source did, the links are the rows'.
        let done = table(&after, true);
        let accepted = accept(&record, &source, &done, &Selection::All, &by("Eva", 2_000), &NoTerms);
        let all = accepted.unwrap_or_else(|error| panic!("{name}: {error:?}")).record;
        assert!(all.links.iter().all(|link| link.state == LinkState::Translated), "{name}");
        let expected: Vec<String> = (0..source.blocks.len()).map(|at| format!("{at}>{at}")).collect();
        assert_eq!(tracked(&all, &source, &done), expected.join(" "), "{name}");
    }
}

#[test]
fn how_deep_an_item_stands_is_a_cosmetic_change_where_the_record_has_it() {
    let source = page("= Customs\n\n-1 Fees\n\n-1 Duties");
    let target = page("= Aduana\n\n-1 Tasas\n\n-1 Derechos");
    let deeper = page("= Customs\n\n-1 Fees\n\n-2 Duties");
    let record = first(&source, &target);
    let tracking = track(&record, &deeper, Some(&target), &NoTerms);
    assert_eq!(tracking.links[2].change().unwrap().causes, [Cause::Depth { before: 1, after: 2 }]);
    assert_eq!(tracking.counts(), ClassCounts { cosmetic: 1, ..ClassCounts::default() });
    let accepted = accept(&record, &deeper, &target, &Selection::All, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!((accepted.changed.len(), accepted.record.links[2].baseline[0].level), (1, Some(2)));
    // A record of before is current, whatever the depth, and so is one of a format without any.
    let mut old = record.clone();
    old.links.iter_mut().flat_map(|link| &mut link.baseline).for_each(|unit| unit.level = None);
    assert!(track(&old, &deeper, Some(&target), &NoTerms).is_in_step());
    let flat = page("= Customs\n\n- Fees\n\n- Duties");
    assert!(track(&record, &flat, Some(&target), &NoTerms).is_in_step());
}

#[test]
fn the_level_of_a_heading_is_a_change_where_the_record_has_it() {
    let source = page("= Customs\n\n#2 Fees\n\nThe fees are paid in cash.");
    let target = page("= Aduana\n\n#2 Tasas\n\nLas tasas se pagan en efectivo.");
    let deeper = page("= Customs\n\n#3 Fees\n\nThe fees are paid in cash.");
    let record = first(&source, &target);
    let tracking = track(&record, &deeper, Some(&target), &NoTerms);
    let change = tracking.links[1].change().unwrap();
    assert_eq!(change.causes, [Cause::Level { before: 2, after: 3 }]);
    assert_eq!(tracking.counts(), ClassCounts { cosmetic: 1, ..ClassCounts::default() });
    // Accepted, it is over; the target's own state stays.
    let accepted = accept(&record, &deeper, &target, &Selection::All, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!((accepted.changed.len(), accepted.record.links[1].baseline[0].level), (1, Some(3)));
    assert!(track(&accepted.record, &deeper, Some(&target), &NoTerms).is_in_step());
    // With other words it is told beside them.
    let both = page("= Customs\n\n#3 Fees and duties\n\nThe fees are paid in cash.");
    let tracking = track(&record, &both, Some(&target), &NoTerms);
    assert!(tracking.links[1].change().unwrap().causes.contains(&Cause::Level { before: 2, after: 3 }));

    // A record of before levels were written down is current, whatever the level.
    let mut old = record.clone();
    old.links[1].baseline[0].level = None;
    assert!(track(&old, &deeper, Some(&target), &NoTerms).is_in_step());
    let again = accept(&old, &deeper, &target, &Selection::All, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!(again.record, old);
    // Once it is written anew, it has the levels.
    let more = page("= Customs\n\n#3 Fees\n\nThe fees are paid by card.");
    let written = accept(&old, &more, &target, &Selection::All, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!((written.changed.len(), written.record.links[1].baseline[0].level), (1, Some(3)));
    assert_eq!(written.record.links[1].by, "Ana");
    // One unit accepted says nothing of the others.
    let one = Selection::Units(vec![UnitRef::Number(3)]);
    let written = accept(&old, &more, &target, &one, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!(written.record.links[1], old.links[1]);
}
