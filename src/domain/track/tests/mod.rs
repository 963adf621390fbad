mod followed;
mod guide;
mod hostile;
mod links;
mod order;
mod parts;
mod tables;

use proptest::prelude::*;

use super::*;
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::change::NoTerms;
use crate::domain::document::{Encoding, Meta};
use crate::domain::record::{Endpoint, Link, LinkId, LinkState, Timestamp};

/// A document of the blocks that stand between empty lines; `=` begins a title, `#` a heading and `-`
/// an item (with a figure behind it, of that level), `^` a caption, `$` code, `|` the first cell of a row
/// and `&` the others, `@` a value of the front matter, `%` data.
fn page(text: &str) -> Document {
    let mut blocks: Vec<Block> = Vec::new();
    for (number, part) in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).enumerate() {
        let (kind, text) = match part.chars().next() {
            Some('=') => (BlockKind::Title, &part[1..]),
            Some('#') => (BlockKind::Heading, &part[1..]),
            Some('^') => (BlockKind::Caption, &part[1..]),
            Some('$') => (BlockKind::Code, &part[1..]),
            Some('-') => (BlockKind::ListItem, &part[1..]),
            Some('|' | '&') => (BlockKind::TableCell, &part[1..]),
            Some('@') => (BlockKind::Meta, &part[1..]),
            Some('%') => (BlockKind::Data, &part[1..]),
            _ => (BlockKind::Paragraph, part),
        };
        let level = text.chars().next().and_then(|c| c.to_digit(10));
        let level = level.filter(|_| matches!(kind, BlockKind::Heading | BlockKind::ListItem));
        let text = if level.is_some() { &text[1..] } else { text };
        let line = match blocks.last() {
            Some(before) if part.starts_with('&') => before.line,
            _ => number + 1,
        };
        let (level, text) = (level.map(|level| level as u8), text.trim().to_owned());
        blocks.push(Block { kind, level, text, fragments: Vec::new(), line });
    }
    Document::new(Vec::new(), Encoding::Utf8, blocks, Meta::default(), Vec::new())
}

fn pages(parts: &[&str]) -> Document {
    page(&parts.join("\n\n"))
}

fn no_record() -> Record {
    let endpoint =
        |tag: &str, path: &str| Endpoint { locale: tag.parse().unwrap(), path: TreePath::new(path) };
    Record::new(ArticleId::new("news", "lima"), endpoint("en", "en/lima.txt"), endpoint("es", "es/lima.txt"))
}

fn by(name: &str, seconds: i64) -> Acceptance {
    Acceptance {
        state: LinkState::Translated,
        reason: None,
        by: name.to_owned(),
        at: Timestamp::from_seconds(seconds).unwrap(),
        untranslated: Untranslated::default(),
    }
}

fn because(reason: &str) -> Acceptance {
    Acceptance { reason: Some(reason.to_owned()), ..by("Eva", 2_000) }
}

fn first(source: &Document, target: &Document) -> Record {
    accept(&no_record(), source, target, &Selection::All, &by("Ana", 1_000), &NoTerms).unwrap().record
}

const EN: [&str; 7] = [
    "= Customs directors meet in Lima",
    "Lima, 24 April 2014",
    "At the invitation of Ms. Tania Quispe, the directors of Customs met in Lima to discuss trade.",
    "^ Photo: WCO",
    "The opening ceremony was chaired by Mr. Rafael García and included several remarks on transit.",
    "^ Photo: WCO",
    "On the second day of the meeting, panel sessions were held on risk management. The role of brokers was discussed at length.",
];
const ES: [&str; 7] = [
    "= Los directores de aduanas se reúnen en Lima",
    "Lima, 24 de abril de 2014",
    "Por invitación de la Sra. Tania Quispe, los directores de aduanas se reunieron en Lima para tratar del comercio.",
    "^ Foto: OMA",
    "La ceremonia de apertura, presidida por el Sr. Rafael García, incluyó varias observaciones sobre el tránsito.",
    "^ Foto: OMA",
    "El segundo día de la reunión hubo sesiones sobre gestión de riesgos. Se debatió con detenimiento el papel de los agentes.",
];

/// The links as "source numbers>target numbers:state of the source/state of the target".
fn picture(tracking: &Tracking) -> String {
    let numbers = |list: &[usize]| list.iter().map(|at| at.to_string()).collect::<Vec<_>>().join("+");
    let mut out: Vec<String> = tracking
        .links
        .iter()
        .map(|tracked| {
            let source = match &tracked.source_state {
                SourceState::Same => "",
                SourceState::Moved(_) => ":moved",
                SourceState::Changed(_) => ":changed",
                SourceState::Split(_) => ":split",
                SourceState::Merged(_) => ":merged",
                SourceState::Removed(_) => ":removed",
            };
            let target = match tracked.target_state {
                TargetState::Same => "",
                TargetState::Edited => "/edited",
                TargetState::Removed => "/removed",
            };
            format!("{}>{}{source}{target}", numbers(&tracked.source), numbers(&tracked.target))
        })
        .collect();
    for added in &tracking.added {
        let after = added.after.map_or("-".to_owned(), |at| at.to_string());
        out.push(format!("+{}>{}@{after}", numbers(&added.source), numbers(&added.target)));
    }
    out.extend(tracking.extra.iter().map(|at| format!("?{at}")));
    out.join(" ")
}

fn tracked(record: &Record, source: &Document, target: &Document) -> String {
    picture(&track(record, source, Some(target), &NoTerms))
}

fn edit<'t>(from: &[&'t str], change: impl FnOnce(&mut Vec<&'t str>)) -> Document {
    let mut parts = from.to_vec();
    change(&mut parts);
    pages(&parts)
}

const SPLIT: [&str; 2] = [
    "On the second day of the meeting, panel sessions were held on risk management.",
    "The role of brokers was discussed at length.",
];
const MERGED: &str = "At the invitation of Ms. Tania Quispe, the directors of Customs met in Lima to discuss trade. The opening ceremony was chaired by Mr. Rafael García and included several remarks on transit.";
const EDITED: &str =
    "At the invitation of Ms. Tania Quispe, the directors of Customs met in Lima to talk about trade.";
const NEW: &str = "The next meeting will take place in Asunción, Paraguay, in 2015.";
const NUEVO: &str = "La próxima reunión se celebrará en Asunción (Paraguay) en 2015.";

#[test]
fn links_follow_what_people_do_to_a_text() {
    let (source, target) = (pages(&EN), pages(&ES));
    let record = first(&source, &target);
    assert_eq!(tracked(&record, &source, &target), "0>0 1>1 2>2 3>3 4>4 5>5 6>6");
    type Edit = fn(&mut Vec<&'static str>);
    let nothing: Edit = |_| {};
    let cases: Vec<(&str, Edit, Edit, &str)> = vec![
        ("edit", |s| s[2] = EDITED, nothing, "0>0 1>1 2>2:changed 3>3 4>4 5>5 6>6"),
        (
            "move up",
            |s| {
                let p = s.remove(6);
                s.insert(2, p)
            },
            nothing,
            "0>0 1>1 3>2 4>3 5>4 6>5 2>6:moved",
        ),
        (
            "move and edit",
            |s| {
                s.remove(2);
                s.push(EDITED)
            },
            nothing,
            "0>0 1>1 6>2:moved 2>3 3>4 4>5 5>6",
        ),
        (
            "split",
            |s| {
                s.pop();
                s.extend(SPLIT)
            },
            nothing,
            "0>0 1>1 2>2 3>3 4>4 5>5 6+7>6:split",
        ),
        (
            "merge",
            |s| {
                s[2] = MERGED;
                s.remove(4);
            },
            nothing,
            "0>0 1>1 2>2:merged 3>3 2>4:merged 4>5 5>6",
        ),
        (
            "delete",
            |s| {
                s.remove(4);
            },
            nothing,
            "0>0 1>1 2>2 3>3 >4:removed 4>5 5>6",
        ),
        (
            "delete a caption",
            |s| {
                s.remove(3);
            },
            nothing,
            "0>0 1>1 2>2 >3:removed 3>4 4>5 5>6",
        ),
        (
            "delete the other",
            |s| {
                s.remove(5);
            },
            nothing,
            "0>0 1>1 2>2 3>3 4>4 >5:removed 5>6",
        ),
        ("add", |s| s.insert(5, NEW), nothing, "0>0 1>1 2>2 3>3 4>4 6>5 7>6 +5>@4"),
        ("add at the beginning", |s| s.insert(0, NEW), nothing, "1>0 2>1 3>2 4>3 5>4 6>5 7>6 +0>@-"),
        (
            "add and translate",
            |s| s.insert(5, NEW),
            |t| t.insert(5, NUEVO),
            "0>0 1>1 2>2 3>3 4>4 6>6 7>7 +5>5@4",
        ),
        ("reorder the target", nothing, |t| t.swap(2, 4), "0>0 1>1 2>4 3>3 4>2 5>5 6>6"),
        (
            "edit the target",
            nothing,
            |t| t[4] = "La ceremonia de apertura la presidió Rafael García.",
            "0>0 1>1 2>2 3>3 4>4/edited 5>5 6>6",
        ),
        (
            "edit both",
            |s| s[2] = EDITED,
            |t| t[2] = "Invitados por la Sra. Tania Quispe, los directores hablaron del comercio en Lima.",
            "0>0 1>1 2>2:changed/edited 3>3 4>4 5>5 6>6",
        ),
        (
            "delete in the target",
            nothing,
            |t| {
                t.remove(4);
            },
            "0>0 1>1 2>2 3>3 4>/removed 5>4 6>5",
        ),
        (
            "delete on both sides",
            |s| {
                s.remove(4);
            },
            |t| {
                t.remove(4);
            },
            "0>0 1>1 2>2 3>3 >:removed/removed 4>4 5>5",
        ),
        (
            "put something in the target",
            nothing,
            |t| t.insert(1, "Nota de la redacción."),
            "0>0 1>2 2>3 3>4 4>5 5>6 6>7 ?1",
        ),
        (
            "split in the target",
            nothing,
            |t| {
                t.pop();
                t.push("El segundo día de la reunión hubo sesiones sobre gestión de riesgos.");
                t.push("Se debatió con detenimiento el papel de los agentes.");
            },
            "0>0 1>1 2>2 3>3 4>4 5>5 6>6+7/edited",
        ),
        (
            "edit in the target beside a new unit",
            |s| s.insert(3, NEW),
            |t| {
                t[2] = "Invitados por la Sra. Tania Quispe, los directores hablaron del comercio en Lima.";
                t.insert(3, NUEVO)
            },
            "0>0 1>1 2>2/edited 4>4 5>5 6>6 7>7 +3>3@2",
        ),
        (
            "new title",
            |s| s[0] = "= Latin American meeting opens",
            nothing,
            "0>0:changed 1>1 2>2 3>3 4>4 5>5 6>6",
        ),
    ];
    for (name, source_edit, target_edit, expected) in cases {
        let (source, target) = (edit(&EN, source_edit), edit(&ES, target_edit));
        assert_eq!(tracked(&record, &source, &target), expected, "{name}");
    }
}

#[test]
fn half_accepted_work_leaves_the_other_half() {
    let record = first(&pages(&EN), &pages(&ES));
    let target = edit(&ES, |t| {
        t[0] = "= Los directores se reúnen en Quito";
        t[4] = "La ceremonia de apertura la presidió Rafael Gómez.";
    });
    let source = edit(&EN, |s| {
        s[0] = "= Customs directors meet in Quito";
        s[2] = EDITED;
        s[4] =
            "The opening ceremony was chaired by Mr. Rafael Gómez and included several remarks on transit.";
    });
    let units = Selection::Units(vec![UnitRef::Number(1), UnitRef::Number(5)]);
    let accepted = accept(&record, &source, &target, &units, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!(tracked(&accepted.record, &source, &target), "0>0 1>1 2>2:changed 3>3 4>4 5>5 6>6");
    assert_eq!(accepted.changed.len(), 2);
    let people: Vec<&str> = accepted.record.links.iter().map(|link| link.by.as_str()).collect();
    assert_eq!(people, ["Eva", "Ana", "Ana", "Ana", "Eva", "Ana", "Ana"]);
    let pending = track(&accepted.record, &source, Some(&target), &NoTerms);
    assert_eq!(pending.counts(), ClassCounts { minor: 1, ..ClassCounts::default() });
    let touched: Vec<_> = pending.pending(ChangeClass::Minor).iter().map(|p| p.target.to_vec()).collect();
    assert_eq!(touched, [[2]]);
}

#[test]
fn each_kind_of_change_can_be_accepted_alone() {
    let record = first(&pages(&EN), &pages(&ES));
    // The title changed too, and stays pending through each.
    type Edit = fn(&mut Vec<&'static str>);
    let cases: Vec<(&str, Edit, UnitRef, &str)> = vec![
        (
            "move",
            |s| {
                let p = s.remove(6);
                s.insert(2, p)
            },
            UnitRef::Number(3),
            "0>0:changed 1>1 2>6 3>2 4>3 5>4 6>5",
        ),
        (
            "split",
            |s| {
                s.pop();
                s.extend(SPLIT)
            },
            UnitRef::Number(8),
            "0>0:changed 1>1 2>2 3>3 4>4 5>5 6+7>6",
        ),
        (
            "merge",
            |s| {
                s[2] = MERGED;
                s.remove(4);
            },
            UnitRef::Number(3),
            "0>0:changed 1>1 2>2+4 3>3 4>5 5>6",
        ),
        (
            "delete",
            |s| {
                s.remove(4);
            },
            UnitRef::Hash(crate::domain::text::UnitHash::of(EN[4])),
            "0>0:changed 1>1 2>2 3>3 >4 4>5 5>6",
        ),
        ("add", |s| s.insert(5, NEW), UnitRef::Number(6), "0>0:changed 1>1 2>2 3>3 4>4 5> 6>5 7>6"),
    ];
    for (name, change, unit, expected) in cases {
        let source = edit(&EN, |s| {
            change(s);
            s[0] = "= Customs directors meet in Quito"
        });
        let target = pages(&ES);
        let accepted =
            accept(&record, &source, &target, &Selection::Units(vec![unit]), &because("so"), &NoTerms)
                .unwrap();
        assert_eq!(tracked(&accepted.record, &source, &target), expected, "{name}");
        let all =
            accept(&accepted.record, &source, &target, &Selection::All, &because("so"), &NoTerms).unwrap();
        assert!(track(&all.record, &source, Some(&target), &NoTerms).is_in_step(), "{name}");
    }
}

#[test]
fn a_paragraph_deleted_and_restored_keeps_its_link_and_state() {
    let record = first(&pages(&EN), &pages(&ES));
    let without = edit(&EN, |s| {
        s.remove(4);
    });
    // Something else is accepted while the paragraph is away.
    let changed = edit(&EN, |s| {
        s[2] = EDITED;
        s.remove(4);
    });
    let target = pages(&ES);
    let units = Selection::Units(vec![UnitRef::Number(3)]);
    let accepted = accept(&record, &changed, &target, &units, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!(accepted.record.links[4], record.links[4]);
    let restored = edit(&EN, |s| s[2] = EDITED);
    assert!(track(&accepted.record, &restored, Some(&target), &NoTerms).is_in_step());
    // Accepted, it goes; with its translation still there, only for a reason.
    let refused = accept(&record, &without, &target, &Selection::All, &by("Eva", 2_000), &NoTerms);
    let Err(AcceptError::NeedsReason(units)) = refused else { panic!("{refused:?}") };
    assert_eq!(units.iter().map(|unit| unit.link).collect::<Vec<_>>(), [Some(record.links[4].id)]);
    let both = edit(&ES, |t| {
        t.remove(4);
    });
    let gone = accept(&record, &without, &both, &Selection::All, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!((gone.removed, gone.record.links.len()), (vec![record.links[4].id], 6));
}

#[test]
fn a_target_left_alone_after_a_major_change_needs_a_reason() {
    let record = first(&pages(&EN), &pages(&ES));
    let source = edit(&EN, |s| s[1] = "Lima, 25 April 2014");
    let target = pages(&ES);
    let refused = accept(&record, &source, &target, &Selection::All, &by("Eva", 2_000), &NoTerms);
    let Err(AcceptError::NeedsReason(units)) = refused else { panic!("{refused:?}") };
    assert_eq!(
        (units.len(), units[0].source.as_slice(), units[0].target.as_slice()),
        (1, &[1][..], &[1][..])
    );
    let given =
        accept(&record, &source, &target, &Selection::All, &because("wrong in English"), &NoTerms).unwrap();
    let link = &given.record.links[1];
    assert_eq!(
        (link.state, link.reason.as_deref(), link.by.as_str()),
        (LinkState::AsIs, Some("wrong in English"), "Eva")
    );
    assert!(given.record.links.iter().enumerate().all(|(at, other)| at == 1 || *other == record.links[at]));
    // A change of wording asks for none.
    let minor = edit(&EN, |s| s[2] = EDITED);
    assert!(accept(&record, &minor, &target, &Selection::All, &by("Eva", 2_000), &NoTerms).is_ok());
}

#[test]
fn accepting_what_is_in_step_changes_nothing() {
    let (source, target) = (pages(&EN), pages(&ES));
    let record = first(&source, &target);
    let again = accept(&record, &source, &target, &Selection::All, &by("Eva", 2_000), &NoTerms).unwrap();
    assert_eq!((&again.record, again.changed.len()), (&record, 0));
    let review = Acceptance { state: LinkState::Reviewed, ..by("Eva", 2_000) };
    let reviewed = accept(&record, &source, &target, &Selection::All, &review, &NoTerms).unwrap();
    assert!(reviewed.record.links.iter().all(|link| link.state == LinkState::Reviewed && link.by == "Eva"));
    let later =
        accept(&reviewed.record, &source, &target, &Selection::All, &by("Ana", 3_000), &NoTerms).unwrap();
    assert_eq!(later.record, reviewed.record);
}

#[test]
fn the_first_accept_leaves_what_nobody_translated() {
    let source = edit(&EN, |s| s.push(NEW));
    let accepted =
        accept(&no_record(), &source, &pages(&ES), &Selection::All, &by("Ana", 1_000), &NoTerms).unwrap();
    assert_eq!((accepted.left.as_slice(), accepted.record.links.len()), (&[7][..], 7));
    assert_eq!(tracked(&accepted.record, &source, &pages(&ES)), "0>0 1>1 2>2 3>3 4>4 5>5 6>6 +7>@6");
    let copy = accept(&no_record(), &source, &source, &Selection::All, &by("Ana", 1_000), &NoTerms).unwrap();
    assert_eq!(copy.copies, [0, 1, 2, 4, 6, 7]);
}

#[test]
fn what_is_the_same_text_as_the_source_is_never_called_translated() {
    let copied = edit(&ES, |es| es[4] = EN[4]);
    let state = |accepted: &Accepted| accepted.record.links[4].state;
    let how = by("Ana", 1_000);
    let whole = accept(&no_record(), &pages(&EN), &copied, &Selection::All, &how, &NoTerms).unwrap();
    assert_eq!((whole.record.links.len(), state(&whole)), (7, LinkState::AsIs));
    let draft = Acceptance { state: LinkState::DraftMt, ..by("Ana", 1_000) };
    let draft = accept(&no_record(), &pages(&EN), &copied, &Selection::All, &draft, &NoTerms).unwrap();
    assert_eq!(state(&draft), LinkState::DraftMt);
}

#[test]
fn the_untranslated_half_of_a_version_stays_pending_unless_a_reason_is_given() {
    // Unit 5 is a copy; unit 7 is known to be in the source's language, though no copy.
    let half = edit(&ES, |es| {
        es[4] = EN[4];
        es[6] = "Something in English that the source does not say in these words.";
    });
    let untranslated = Untranslated { blocks: vec![6], pending: true };
    let how = Acceptance { untranslated, ..by("Ana", 1_000) };
    let all = |record: &Record, how: &Acceptance| {
        accept(record, &pages(&EN), &half, &Selection::All, how, &NoTerms).unwrap()
    };
    let first = all(&no_record(), &how);
    assert_eq!((first.left.as_slice(), first.record.links.len()), (&[4, 6][..], 5));
    let again = all(&first.record, &how);
    assert_eq!((&again.record, again.left.as_slice()), (&first.record, &[4, 6][..]));

    let one = Selection::Units(vec![UnitRef::Number(5)]);
    let refused = accept(&first.record, &pages(&EN), &half, &one, &how, &NoTerms);
    assert!(matches!(refused, Err(AcceptError::NeedsReason(units)) if units[0].target == [4]));
    let because = Acceptance { reason: Some("a name".into()), ..how.clone() };
    let named = accept(&first.record, &pages(&EN), &half, &one, &because, &NoTerms).unwrap();
    assert_eq!(named.record.links[4].state, LinkState::AsIs);
    assert_eq!(all(&named.record, &how).left, [6]);

    // A unit that was translated and is now the new source's own text is as little a translation.
    let source = edit(&EN, |en| en[1] = "Lima, 26 and 27 April 2014, at the seat of the Customs");
    let target = edit(&ES, |es| es[1] = "Lima, 26 and 27 April 2014, at the seat of the Customs");
    let record = first_record();
    let kept = accept(&record, &source, &target, &Selection::All, &how, &NoTerms).unwrap();
    assert_eq!((kept.left.as_slice(), &kept.record), (&[1][..], &record));
}

#[test]
fn links_that_wait_together_keep_their_places() {
    // Units 3 and 5 were merged, and the one target that is left of them is a copy; unit 1 changed.
    let source = edit(&EN, |s| {
        s[0] = "= Customs directors meet in Quito";
        s[2] = MERGED;
        s.remove(4);
    });
    let target = edit(&ES, |t| {
        t[0] = "= Los directores se reúnen en Quito";
        t[2] = MERGED;
        t.remove(4);
    });
    let record = first_record();
    let how = Acceptance { untranslated: Untranslated { blocks: vec![], pending: true }, ..by("Eva", 2_000) };
    let accepted = accept(&record, &source, &target, &Selection::All, &how, &NoTerms).unwrap();
    assert_eq!((accepted.left.as_slice(), accepted.changed.len()), (&[2][..], 1));
    assert_eq!(accepted.record.links[1..], record.links[1..]);
}

fn first_record() -> Record {
    first(&pages(&EN), &pages(&ES))
}

#[test]
fn a_selection_that_names_nothing_is_told() {
    let (source, target) = (pages(&EN), pages(&ES));
    let record = first(&source, &target);
    for unit in ["8", "kkkkkkkk", "0123456789abcdef"] {
        let unit: UnitRef = unit.parse().unwrap();
        let refused =
            accept(&record, &source, &target, &Selection::Units(vec![unit]), &by("Eva", 1), &NoTerms);
        assert_eq!(refused, Err(AcceptError::UnknownUnit(unit)));
    }
    for bad in ["0", "-1", "", "third", "1.5"] {
        assert!(bad.parse::<UnitRef>().is_err(), "{bad:?}");
    }
    let id = record.links[2].id;
    assert_eq!(id.to_string().parse(), Ok(UnitRef::Link(id)));
}

#[test]
fn code_is_followed_too_and_asks_for_no_reason() {
    let with = |code: &'static str| edit(&EN, |s| s.insert(3, code));
    let source = with("$ cotejo status");
    let target = edit(&ES, |t| t.insert(3, "$ cotejo status"));
    let record = first(&source, &target);
    let tracking = track(&record, &with("$ cotejo status --all"), Some(&target), &NoTerms);
    assert_eq!(tracking.counts(), ClassCounts { mirror: 1, ..ClassCounts::default() });
    let accepted =
        accept(&record, &with("$ cotejo check"), &target, &Selection::All, &by("Eva", 2_000), &NoTerms);
    assert!(accepted.is_ok());
}

#[test]
fn without_a_target_file_every_target_is_gone() {
    let source = pages(&EN);
    let record = first(&source, &pages(&ES));
    let tracking = track(&record, &source, None, &NoTerms);
    assert!(tracking.links.iter().all(|tracked| tracked.target_state == TargetState::Removed));
    assert!(tracking.is_in_step());
}

#[test]
fn what_is_to_do_is_counted_in_words_or_characters() {
    let record = first(&pages(&EN), &pages(&ES));
    let source = edit(&EN, |s| {
        s[2] = EDITED;
        s.push(NEW);
        s.push("$ some code here")
    });
    let tracking = track(&record, &source, Some(&pages(&ES)), &NoTerms);
    let count = |tag: &str, class| tracking.to_do(&source, &tag.parse().unwrap(), class);
    assert_eq!(count("en", ChangeClass::Major), 11);
    assert_eq!(count("en", ChangeClass::Minor), 11 + 18);
    assert!(count("zh", ChangeClass::Major) > 40);
}

/// Source and target of some of 14 unlike units, in an order.
fn units(order: &[usize]) -> (Document, Document) {
    let unit = |word: &str, n: usize| {
        let noise: Vec<String> = (0..8).map(|k| format!("{word}{}", n * 37 + k * 5)).collect();
        format!("{} {}.", noise.join(" "), 100 + n)
    };
    let side = |word: &str| page(&order.iter().map(|n| unit(word, *n)).collect::<Vec<_>>().join("\n\n"));
    (side("word"), side("palabra"))
}

/// From `before` with its target to `after` with its own, given as the units of [`units`]: every
/// block is in one place, what is chosen (by number) is in step then, and accepting the rest leaves nothing.
fn all_in_one_place_and_accepting_leaves_nothing(
    [before, before_target, after, after_target]: [&[usize]; 4],
    some: &[usize],
) -> Result<(), TestCaseError> {
    let old = (units(before).0, units(before_target).1);
    let new = (units(after).0, units(after_target).1);
    let start =
        accept(&no_record(), &old.0, &old.1, &Selection::All, &because("so"), &NoTerms).unwrap().record;
    prop_assert!(track(&start, &old.0, Some(&old.1), &NoTerms).is_in_step());
    let chosen: Vec<UnitRef> =
        some.iter().filter(|n| **n <= after.len()).map(|n| UnitRef::Number(*n)).collect();
    let half = accept(&start, &new.0, &new.1, &Selection::Units(chosen.clone()), &because("so"), &NoTerms)
        .unwrap()
        .record;
    for record in [&start, &half] {
        let tracking = track(record, &new.0, Some(&new.1), &NoTerms);
        prop_assert_eq!(tracking.links.len(), record.links.len());
        let mut source: Vec<usize> = tracking.added.iter().flat_map(|added| &added.source).copied().collect();
        let mut target: Vec<usize> = tracking.added.iter().flat_map(|added| &added.target).copied().collect();
        target.extend(&tracking.extra);
        let fresh = (source.len(), target.len());
        for tracked in &tracking.links {
            source.extend(&tracked.source);
            target.extend(&tracked.target);
        }
        // A block of several links is theirs alone, and they are one group.
        source.sort_unstable();
        source.dedup();
        target.sort_unstable();
        target.dedup();
        prop_assert_eq!(source, (0..after.len()).collect::<Vec<_>>());
        prop_assert_eq!(target, (0..after_target.len()).collect::<Vec<_>>());
        prop_assert!(fresh.0 <= after.len() && fresh.1 <= after_target.len());
    }
    // What was chosen is in step now.
    let tracking = track(&half, &new.0, Some(&new.1), &NoTerms);
    let pending: Vec<usize> = tracking
        .pending(ChangeClass::Minor)
        .iter()
        .filter(|p| p.change.causes.iter().any(|cause| *cause != Cause::Moved))
        .flat_map(|p| p.source.to_vec())
        .collect();
    for unit in &chosen {
        let UnitRef::Number(number) = unit else { continue };
        prop_assert!(!pending.contains(&(number - 1)), "{number} is pending in {}", picture(&tracking));
    }
    let all = accept(&half, &new.0, &new.1, &Selection::All, &because("so"), &NoTerms).unwrap().record;
    let tracking = track(&all, &new.0, Some(&new.1), &NoTerms);
    prop_assert!(
        tracking.is_in_step() && tracking.is_target_as_accepted(),
        "{} / {} {:?}",
        picture(&track(&half, &new.0, Some(&new.1), &NoTerms)),
        picture(&tracking),
        all.links
            .iter()
            .map(|l| l.baseline.iter().map(|u| u.text.clone()).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    );
    let again = accept(&all, &new.0, &new.1, &Selection::All, &because("other"), &NoTerms).unwrap().record;
    prop_assert_eq!(all, again);
    Ok(())
}

#[test]
fn links_around_others_stay_in_step_where_texts_repeat() {
    // Found by the property below; each left something pending after all was accepted.
    for (texts, some) in [
        ([&[5, 6, 0, 0, 0, 6, 4][..], &[4, 2], &[4, 6, 7, 6], &[0]], &[][..]),
        ([&[3, 12, 7, 4, 13, 10, 0], &[0, 7, 0, 0, 10], &[4, 1, 13, 3], &[12, 1]], &[]),
        ([&[1, 1, 1, 2, 0, 0, 0], &[0, 2, 2, 1], &[0, 2, 2, 1], &[0]], &[4]),
    ] {
        all_in_one_place_and_accepting_leaves_nothing(texts, some).unwrap();
    }
}

proptest! {
    #[test]
    fn a_permutation_keeps_every_link(order in Just((0..12).collect::<Vec<usize>>()).prop_shuffle()) {
        let start: Vec<usize> = (0..12).collect();
        let (source, target) = units(&start);
        let record = first(&source, &target);
        let (shuffled, _) = units(&order);
        let tracking = track(&record, &shuffled, Some(&target), &NoTerms);
        prop_assert!(tracking.added.is_empty() && tracking.extra.is_empty());
        for (number, tracked) in tracking.links.iter().enumerate() {
            prop_assert_eq!(tracked.source.iter().map(|at| order[*at]).collect::<Vec<_>>(), vec![number]);
            prop_assert!(matches!(tracked.source_state, SourceState::Same | SourceState::Moved(_)));
        }
        // All but one may have moved; never all.
        prop_assert!(tracking.links.iter().any(|tracked| tracked.source_state == SourceState::Same));
        let accepted = accept(&record, &shuffled, &target, &Selection::All, &by("Eva", 9), &NoTerms).unwrap();
        prop_assert!(track(&accepted.record, &shuffled, Some(&target), &NoTerms).is_in_step());
        let ids = |record: &Record| { let mut ids: Vec<LinkId> = record.links.iter().map(|l| l.id).collect(); ids.sort(); ids };
        prop_assert_eq!(ids(&accepted.record), ids(&record));
    }

    #[test]
    fn whatever_changed_all_is_in_one_place_and_accepting_all_leaves_nothing(
        before in prop::collection::vec(0_usize..14, 1..10),
        before_target in prop::collection::vec(0_usize..14, 1..10),
        after in prop::collection::vec(0_usize..14, 1..10),
        after_target in prop::collection::vec(0_usize..14, 1..10),
        some in prop::collection::vec(1_usize..9, 0..4),
    ) {
        all_in_one_place_and_accepting_leaves_nothing([&before, &before_target, &after, &after_target], &some)?;
    }

    #[test]
    fn few_texts_that_repeat_are_told_apart_too(
        texts in prop::array::uniform4(prop::collection::vec(0_usize..4, 1..9)),
        some in prop::collection::vec(1_usize..9, 0..4),
    ) {
        all_in_one_place_and_accepting_leaves_nothing(texts.each_ref().map(Vec::as_slice), &some)?;
    }

    #[test]
    fn what_was_not_chosen_stays_as_it_was_and_in_its_order(
        texts in prop::array::uniform4(prop::collection::vec(0_usize..14, 1..10)),
        some in 1_usize..9,
    ) {
        let old = (units(&texts[0]).0, units(&texts[1]).1);
        let new = (units(&texts[2]).0, units(&texts[3]).1);
        let start = accept(&no_record(), &old.0, &old.1, &Selection::All, &because("so"), &NoTerms).unwrap().record;
        let tracking = track(&start, &new.0, Some(&new.1), &NoTerms);
        let chosen = (some - 1) % texts[2].len();
        let groups: Vec<usize> =
            tracking.links.iter().filter(|tracked| tracked.source.contains(&chosen)).map(|tracked| tracked.group).collect();
        let one = Selection::Units(vec![UnitRef::Number(chosen + 1)]);
        let half = accept(&start, &new.0, &new.1, &one, &because("so"), &NoTerms).unwrap().record;
        let others: Vec<Link> = start.links.iter().zip(&tracking.links)
            .filter(|(_, tracked)| !groups.contains(&tracked.group)).map(|(link, _)| parts::bare(link)).collect();
        let kept: Vec<Link> =
            half.links.iter().map(parts::bare).filter(|link| others.iter().any(|other| other.id == link.id)).collect();
        prop_assert_eq!(order::in_order(kept), order::in_order(others));
    }
}
