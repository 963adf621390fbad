use proptest::prelude::*;

use super::*;
use crate::domain::text::UnitHash;

fn sample() -> Record {
    let endpoint =
        |tag: &str, path: &str| Endpoint { locale: tag.parse().unwrap(), path: TreePath::new(path) };
    let mut record = Record::new(
        ArticleId::new("newsroom", "lima"),
        endpoint("en", "seeds/lima.txt"),
        endpoint("es", "translations/es/lima.txt"),
    );
    for (number, text) in
        ["Lima, 24-25 April 2014", "Two lines\nof \\ one unit ", "\u{a0}\u{202e}hidden"].iter().enumerate()
    {
        record.links.push(Link {
            id: LinkId::from_number(number as u32),
            baseline: vec![BaselineUnit {
                kind: BlockKind::Paragraph,
                level: None,
                text: (*text).to_owned(),
                after: None,
            }],
            target: vec![UnitHash::of(text)],
            state: LinkState::Translated,
            reason: None,
            by: String::new(),
            at: Timestamp::from_seconds(1_524_124_800).unwrap(),
            stands: None,
        });
    }
    record.links[1].reason = Some(String::new());
    record.links[2].by = "Ana".into();
    record
}

#[test]
fn the_form_is_what_the_manual_shows() {
    let text = write(&sample());
    assert!(text.starts_with("cotejo-record 1\narticle newsroom/lima\nsource en seeds/lima.txt\ntarget es translations/es/lima.txt\n\nlink kkkkkkkk\nsource paragraph Lima, 24-25 April 2014\ntarget "));
    assert!(text.contains("\nsource paragraph Two lines\\nof \\\\ one unit\\s\n"));
    assert!(text.contains("\nsource paragraph \\u{a0}\\u{202e}hidden\n"));
    assert!(text.contains("\nstate translated\nat 2018-04-19T08:00:00Z\nend\n\nlink kkkkkkkl\n"));
    assert!(text.contains("\nreason\nat "));
    assert!(text.ends_with("\nend\n\nend of record\n"));
}

#[test]
fn a_heading_has_its_level_unless_it_was_recorded_before_levels_were() {
    let mut record = sample();
    record.links[0].baseline[0].kind = BlockKind::Heading;
    let old = write(&record);
    assert!(old.contains("\nsource heading Lima"));
    assert_eq!(parse(&old), Ok(record.clone()));
    record.links[0].baseline[0].level = Some(2);
    let new = write(&record);
    assert_eq!(new, old.replace("source heading Lima", "source heading-2 Lima"));
    assert_eq!(parse(&new), Ok(record));
    let item = new.replace("heading-2", "list-item-12");
    assert_eq!(write(&parse(&item).unwrap()), item);
    for bad in ["list-item-0", "list-item-256", "list-item-02", "list-item-"] {
        let text = new.replace("heading-2", bad);
        assert_eq!(parse(&text).unwrap_err().kind, SyntaxErrorKind::BadKind(bad.to_owned()));
    }
    for bad in ["heading-0", "heading-7", "heading-02", "heading-", "heading-+2", "paragraph-2"] {
        let text = new.replace("heading-2", bad);
        assert!(matches!(parse(&text), Err(SyntaxError { kind: SyntaxErrorKind::BadKind(_), .. })), "{bad}");
    }
}

#[test]
fn what_an_editor_or_a_checkout_adds_is_passed_over() {
    let text = write(&sample());
    let crlf = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let blanks = text.replace('\n', " \t\n");
    for other in [crlf, blanks, text.trim_end().to_owned(), format!("{text}\n\n")] {
        assert_eq!(parse(&other), Ok(sample()));
    }
}

#[test]
fn nonsense_is_told_with_its_line() {
    use SyntaxErrorKind as K;
    let good = write(&sample());
    let edit = |from: &str, to: &str| {
        assert!(good.contains(from), "{from:?} is not in the record");
        good.replacen(from, to, 1)
    };
    let hash = UnitHash::of("Lima, 24-25 April 2014").to_string();
    let cases: Vec<(String, usize, K)> = vec![
        (String::new(), 1, K::NotARecord),
        ("<html>".into(), 1, K::NotARecord),
        (edit("record 1", "record 2"), 1, K::UnknownVersion("2".into())),
        (edit("article newsroom/lima\n", ""), 4, K::MissingKey("article")),
        (edit("source en", "source e"), 3, K::BadLocale("e".into())),
        (edit("source en seeds/lima.txt", "source en"), 3, K::MissingPath),
        (
            edit("article newsroom/lima\n", "article newsroom/lima\narticle other\n"),
            3,
            K::DuplicateKey("article", 2),
        ),
        (edit("target es", "fingerprint"), 4, K::UnknownKey("fingerprint".into())),
        (edit("link kkkkkkkk", "link one"), 6, K::BadLinkId("one".into())),
        (edit("source paragraph Lima", "source verse Lima"), 7, K::BadKind("verse".into())),
        (
            edit("source paragraph Lima", "after kkkkkkkz\nsource paragraph Lima"),
            7,
            K::BadLinkId("kkkkkkkz".into()),
        ),
        (
            edit("source paragraph Lima", "after kkkkkkkz 0\nsource paragraph Lima"),
            7,
            K::BadLinkId("kkkkkkkz 0".into()),
        ),
        (
            edit("source paragraph Lima", "after kkkkkkkz 01\nsource paragraph Lima"),
            7,
            K::BadLinkId("kkkkkkkz 01".into()),
        ),
        (edit("source paragraph Lima", "after kkkkkkkz 1\nstate paragraph Lima"), 8, K::MissingKey("source")),
        (edit(&hash, "0123"), 8, K::BadHash("0123".into())),
        (edit(&hash, &hash.to_uppercase()), 8, K::BadHash(hash.to_uppercase())),
        (edit("state translated", &format!("stands {hash} 3 x")), 9, K::BadStanding(format!("{hash} 3 x"))),
        (edit("state translated", "stands 3 4"), 9, K::BadStanding("3 4".into())),
        (edit("state translated", &format!("stands {hash} 3+0")), 9, K::BadStanding(format!("{hash} 3+0"))),
        (edit("state translated", "state done"), 9, K::BadState("done".into())),
        (edit("state translated\n", ""), 10, K::MissingKey("state")),
        (edit("state translated", "state translated\nstate reviewed"), 10, K::DuplicateKey("state", 9)),
        (edit("at 2018-04-19T08:00:00Z", "at yesterday"), 10, K::BadTimestamp("yesterday".into())),
        (edit("at 2018-04-19T08:00:00Z\n", ""), 10, K::MissingKey("at")),
        (edit("end\n\nlink", "\nlink"), 11, K::MissingKey("end")),
        (edit("Two lines\\n", "Two lines\\q"), 14, K::BadEscape("\\qof \\\\ on".into())),
        (edit("\\u{202e}", "\\u{d800}"), 22, K::BadEscape("\\u{d800}hi".into())),
        (edit("end of record\n", ""), 29, K::Truncated),
        (edit("end of record\n", "end of record\nlink kkkkkkkz\n"), 30, K::AfterEnd),
        (edit("link kkkkkkkk", "interim 12\nend"), 6, K::BadStanding("12".into())),
        (edit("link kkkkkkkk", &format!("interim {hash} {hash}\nof kkkkkkkk\nend")), 8, K::MissingKey("at")),
        (edit("link kkkkkkkk", &format!("interim {hash} {hash}\nat 1 1\nend")), 7, K::MissingKey("of")),
        (
            edit("link kkkkkkkk", &format!("interim {hash} {hash}\nof kkkkkkkk\nat 1,0 2\nend")),
            8,
            K::BadStanding("1,0 2".into()),
        ),
        (
            edit("link kkkkkkkk", &format!("interim {hash} {hash}\nof kkkkkkkk\nat 1 2 edited moved\nend")),
            8,
            K::BadStanding("1 2 edited moved".into()),
        ),
        (edit("link kkkkkkkk", &format!("interim {hash} {hash}\nlink kkkkkkkk")), 7, K::MissingKey("end")),
        (edit("state translated", "note to self"), 9, K::UnknownKey("note".into())),
        (edit("\nlink kkkkkkkl", "\nunlinked"), 13, K::UnknownKey("unlinked".into())),
    ];
    for (text, line, kind) in cases {
        assert_eq!(parse(&text), Err(SyntaxError { line, kind }), "in\n{text}");
    }
    let empty = edit(&format!("source paragraph Lima, 24-25 April 2014\ntarget {hash}\n"), "");
    assert_eq!(parse(&empty), Err(SyntaxError { line: 9, kind: K::EmptyLink }));
}

#[test]
fn a_record_cut_off_anywhere_is_never_taken_for_whole() {
    let text = write(&sample());
    let last = text.trim_end().len();
    for at in (0..last).filter(|at| text.is_char_boundary(*at)) {
        assert!(parse(&text[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn conflicts_are_named_with_their_lines_and_links() {
    let text = write(&sample());
    let conflicted = text.replacen(
        "state translated\n",
        "<<<<<<< HEAD\nstate translated\n||||||| base\nstate draft-mt\n=======\nstate reviewed\n>>>>>>> other\n",
        2,
    );
    let expected = vec![
        Conflict { begin: 9, separator: Some(13), end: Some(15), link: Some(LinkId::from_number(0)) },
        Conflict { begin: 22, separator: Some(26), end: Some(28), link: Some(LinkId::from_number(1)) },
    ];
    assert_eq!(parse(&conflicted), Err(SyntaxError { line: 9, kind: SyntaxErrorKind::Conflict(expected) }));
    assert_eq!(parse(&side(&conflicted, Side::Ours)), Ok(sample()));
    let theirs = parse(&side(&conflicted, Side::Theirs)).unwrap();
    let states: Vec<_> = theirs.links.iter().map(|link| link.state).collect();
    assert_eq!(states, [LinkState::Reviewed, LinkState::Reviewed, LinkState::Translated]);
}

#[test]
fn a_conflict_half_settled_by_hand_is_still_one() {
    let text = write(&sample());
    for (mark, kept) in [("<<<<<<< HEAD\n", 1), ("=======\n", 1), (">>>>>>> other\n", 1)] {
        let left = text.replacen("state translated\n", &format!("{mark}state translated\n"), 1);
        match parse(&left) {
            Err(SyntaxError { line: 9, kind: SyntaxErrorKind::Conflict(found) }) => {
                assert_eq!(found.len(), kept);
                assert_eq!(found[0].end, None);
            }
            other => panic!("{mark:?} gave {other:?}"),
        }
    }
}

#[test]
fn text_that_looks_like_syntax_stays_text() {
    let mut record = sample();
    for text in ["<<<<<<< HEAD", "end", "end of record", "", "=======", "link kkkkkkkk", "\n\n", " ", "\\"] {
        record.links[0].baseline[0].text = text.to_owned();
        record.links[0].reason = Some(text.to_owned());
        record.links[0].by = text.to_owned();
        assert_eq!(parse(&write(&record)), Ok(record.clone()), "{text:?}");
    }
}

#[test]
fn an_endless_line_is_read_in_linear_time() {
    let mut record = sample();
    record.links[0].baseline[0].text = "\\u{".repeat(2_000_000);
    assert_eq!(parse(&write(&record)), Ok(record));
}

prop_compose! {
    fn any_link()(
        units in prop::collection::vec((0..BlockKind::ALL.len(), any_text(), prop::option::of((any::<u32>(), 1..=u32::MAX))), 0..3),
        hashes in prop::collection::vec(any_text(), 0..3),
        own in any_text(),
        state in 0..LinkState::ALL.len(),
        reason in prop::option::of(any_text()),
        by in any_text(),
        at in -60_000_000_000_i64..250_000_000_000,
        stands in prop::option::of(prop::collection::vec(prop::collection::vec(1..=u32::MAX, 0..3), 0..3)),
    ) -> Link {
        let mut target: Vec<UnitHash> = hashes.iter().map(|text| UnitHash::of(text)).collect();
        if units.is_empty() && target.is_empty() {
            target.push(UnitHash::of(&own));
        }
        Link {
            id: LinkId::from_number(0),
            baseline: units.into_iter().map(|(kind, text, after)| BaselineUnit {
                kind: BlockKind::ALL[kind],
                level: match BlockKind::ALL[kind] {
                    BlockKind::Heading => Some((text.len() % 7) as u8).filter(|level| *level > 0),
                    BlockKind::ListItem => Some((text.len() * 37 % 256) as u8).filter(|level| *level > 0),
                    _ => None,
                },
                text,
                after: after.map(|(link, unit)| UnitPlace { link: LinkId::from_number(link), unit }),
            }).collect(),
            target,
            state: LinkState::ALL[state],
            reason,
            by,
            at: Timestamp::from_seconds(at).unwrap(),
            stands: stands.map(|units| Standing { revision: UnitHash::of(&own), units }),
        }
    }
}

prop_compose! {
    fn any_interim()(
        hashes in (any_text(), any_text()),
        places in prop::collection::vec((
            any::<u32>(),
            prop::collection::vec(prop::collection::vec(1..=u32::MAX, 0..3), 1..3),
            prop::collection::vec(1..=u32::MAX, 0..3),
            any::<(bool, bool)>(),
        ), 0..5),
    ) -> Interim {
        let place = |(id, source, target, (moved, edited))| InterimPlace {
            id: LinkId::from_number(id), source, target, moved, edited,
        };
        Interim {
            source: UnitHash::of(&hashes.0),
            target: UnitHash::of(&hashes.1),
            places: places.into_iter().map(place).collect(),
        }
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ \\t\\n\\\\\u{a0}\u{85}\u{2028}\u{202e}\u{feff}a<=>|{}us]{0,12}",
        "[A-Z][a-z]{1,8}( [a-zñé]{1,8}){0,9}[.?]",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_record_reads_back(
        links in prop::collection::vec(any_link(), 0..6),
        article in any_text(),
        path in any_text().prop_filter("a path of the project", |path| {
            !path.is_empty() && !path.starts_with('/') && path.split('/').all(|part| part != "..")
        }),
        start in any::<u32>(),
        interim in prop::option::of(any_interim()),
    ) {
        let endpoint = |tag: &str| Endpoint { locale: tag.parse().unwrap(), path: TreePath::new(path.clone()) };
        let mut record = Record::new(ArticleId::from_text(&article), endpoint("en"), endpoint("zh-Hant"));
        record.links = links;
        record.interim = interim;
        for (number, link) in record.links.iter_mut().enumerate() {
            link.id = LinkId::from_number(start.wrapping_add(number as u32));
        }
        let text = write(&record);
        let read = parse(&text);
        prop_assert_eq!(read.as_ref(), Ok(&record));
        prop_assert_eq!(write(&record), write(&read.unwrap()));
        // One line for each thing, whatever editor shows it, and none with blanks at its end.
        prop_assert!(text.lines().all(|line| line.trim_end() == line));
        let hidden = ['\u{2028}', '\u{85}', '\u{202e}', '\r', '\t'];
        prop_assert!(!text.contains(hidden));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), cut in 0_usize..400, put in any_text()) {
        let _ = parse(&text);
        let mut record = write(&sample());
        let at = (0..=cut.min(record.len())).rev().find(|at| record.is_char_boundary(*at)).unwrap_or(0);
        record.insert_str(at, &put);
        if let Ok(read) = parse(&record) {
            prop_assert_eq!(parse(&write(&read)), Ok(read));
        }
    }
}

#[test]
fn notes_stand_before_the_links_and_records_of_before_have_none() {
    use crate::domain::record::{About, Note};
    let before = sample();
    assert!(before.notes.is_empty());
    let at = Timestamp::from_seconds(1_524_124_800).unwrap();
    let note = |about, text: &str| Note { about, text: text.to_owned(), by: "Ana".to_owned(), at };
    let mut record = before.clone();
    for (about, text) in [
        (About::Unit(UnitHash::of("x")), "of a unit\nin two lines"),
        (About::Article, "of all"),
        (About::Link(before.links[0].id), " of a link "),
    ] {
        assert!(record.set_note(note(about, text)));
        assert!(!record.set_note(note(about, text)), "the same once more changes nothing");
    }
    let text = write(&record);
    assert!(
        text.contains("\n\nnote article\ntext of all\nby Ana\nat 2018-04-19T08:00:00Z\nend\n\nnote "),
        "{text}"
    );
    assert_eq!(parse(&text), Ok(record.clone()));
    // Two branches wrote of one thing.
    let twice = text.replacen(
        "note article\n",
        "note article\ntext other\nat 2018-04-19T08:00:00Z\nend\n\nnote article\n",
        1,
    );
    assert_eq!(parse(&twice).unwrap().note(About::Article), Some("other\nof all"));
    for (from, to, kind) in [
        ("note article", "note nothing", SyntaxErrorKind::BadNote("nothing".to_owned())),
        ("text of all\n", "", SyntaxErrorKind::MissingKey("text")),
        ("text of all\n", "link of all\n", SyntaxErrorKind::MissingKey("end")),
        ("text of all\n", "state of all\n", SyntaxErrorKind::UnknownKey("state".to_owned())),
    ] {
        assert_eq!(parse(&text.replacen(from, to, 1)).unwrap_err().kind, kind, "{from}");
    }
    // A note about a unit follows it into its link.
    let unit = before.links[0].baseline[0].text.clone();
    let mut record = before;
    assert!(record.set_note(note(About::Unit(UnitHash::of(&unit)), "mind it")));
    record.settle_notes();
    assert_eq!(record.note(About::Link(record.links[0].id)), Some("mind it"));
    assert!(record.set_note(note(About::Link(record.links[0].id), "")));
    assert!(record.notes.is_empty());
}
