//! What can still be read of a damaged record, stanza by stanza.
//!
//! A record is read whole or not at all where something is written ([`super::syntax::parse`]). To
//! show what waits, each stanza is read by itself: one that can't be read is passed over to its `end`
//! or to the next `link`, and told with its lines, so that nothing but it is lost. Conflicts of a
//! merge are not guessed at, nor are records of a version that this program does not know.

use super::syntax::{
    LAST, Lines, MAGIC, SyntaxError, SyntaxErrorKind, VERSION, conflicts, parse_header, parse_interim,
    parse_link, parse_note,
};
use crate::domain::record::Record;

/// So much damage is told one by one; the rest of the file is passed over as one more.
const MOST: usize = 100;

/// A damaged record, as far as it can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Salvage {
    /// The links that were read, in order, under the record's header or the one that was given.
    pub record: Record,
    /// What could not be read, in the order of the file; none in a sound record.
    pub damage: Vec<Damage>,
}

/// Lines that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The first line, counted from 1.
    pub first: usize,
    /// The last line.
    pub last: usize,
    /// Why.
    pub error: SyntaxError,
    /// They stand among the links: without them the record can be read.
    pub among_links: bool,
}

/// Reads what can be read. `known` has the header for a record whose own is damaged. `None` where
/// nothing can be: a conflict, another version, not one link. Linear in the text.
pub fn salvage(text: &str, known: Record) -> Option<Salvage> {
    if !conflicts(text).is_empty() {
        return None;
    }
    let mut lines = Lines::new(text);
    let mut damage = Vec::new();
    let mut tell = |first: usize, last: usize, error: SyntaxError, among_links: bool| {
        damage.push(Damage { first, last: last.max(first), error, among_links });
        damage.len() < MOST
    };
    let begins_link =
        |lines: &Lines<'_>| lines.clone().next().is_some_and(|(_, line)| line.starts_with("link "));
    let all = lines.clone();
    let (number, first) = lines.next()?;
    match first.split_once(' ') {
        Some((MAGIC, version)) if version.parse() == Ok(VERSION) => {}
        Some((MAGIC, _)) => return None,
        _ => {
            tell(number, number, SyntaxError { line: number, kind: SyntaxErrorKind::NotARecord }, false);
            lines = if begins_link(&all) { all } else { lines };
        }
    }
    let header = lines.clone();
    let mut record = match parse_header(&mut lines) {
        Ok(record) => record,
        Err(error) if begins_link(&header) => {
            tell(error.line, error.line, error, false);
            lines = header;
            known
        }
        Err(error) => {
            let (first, last) = pass(&mut lines, header, |line| line.is_empty());
            tell(first, last, error, false);
            known
        }
    };
    loop {
        let before = lines.clone();
        let Some((number, line)) = lines.next() else {
            let error = SyntaxError { line: lines.number.max(1), kind: SyntaxErrorKind::Truncated };
            tell(error.line, error.line, error, false);
            break;
        };
        if line.is_empty() {
            continue;
        }
        if line == LAST {
            // Whatever was put behind it may hold links too.
            let Some((number, _)) = lines.clone().find(|(_, text)| !text.is_empty()) else { break };
            if !tell(number, number, SyntaxError { line: number, kind: SyntaxErrorKind::AfterEnd }, false) {
                break;
            }
            if !lines.clone().any(|(_, text)| text.starts_with("link ")) {
                break;
            }
            continue;
        }
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        let bad = |kind| Err(SyntaxError { line: number, kind });
        let read = match key {
            "link" => match value.parse() {
                Ok(id) => parse_link(id, &mut lines).map(Some),
                Err(_) => bad(SyntaxErrorKind::BadLinkId(value.to_owned())),
            },
            "note" => match value.parse() {
                Ok(about) => parse_note(about, &mut lines).map(|note| {
                    record.set_note(note);
                    None
                }),
                Err(_) => bad(SyntaxErrorKind::BadNote(value.to_owned())),
            },
            // It tells of all the links together; where one is lost the texts decide.
            "interim" => parse_interim(number, value, &mut lines).map(|_| None),
            _ => bad(SyntaxErrorKind::UnknownKey(key.to_owned())),
        };
        match read {
            Ok(link) => record.links.extend(link),
            Err(error) => {
                let (first, last) = pass(&mut lines, before, |line| line == "end");
                if !tell(first, last, error, true) {
                    break;
                }
            }
        }
    }
    record.tell_apart();
    (!record.links.is_empty()).then_some(Salvage { record, damage })
}

/// Passes over what begins at `before`, its first line in any case, up to the line that ends it or
/// the one before the next stanza. The answer is the first and the last line of it.
fn pass<'t>(lines: &mut Lines<'t>, before: Lines<'t>, ends: impl Fn(&str) -> bool) -> (usize, usize) {
    *lines = before;
    let (mut first, mut last) = (None, lines.number);
    loop {
        let here = lines.clone();
        let Some((number, line)) = lines.next() else { break };
        if first.is_some() && (line.starts_with("link ") || line == LAST) {
            *lines = here;
            break;
        }
        first = first.or(Some(number));
        // Empty lines behind are no part of it.
        last = if line.is_empty() { last } else { number };
        if ends(line) {
            break;
        }
    }
    (first.unwrap_or(last), last)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::syntax::{parse, write};
    use super::*;
    use crate::domain::article::{ArticleId, TreePath};
    use crate::domain::document::BlockKind;
    use crate::domain::record::{
        About, BaselineUnit, Endpoint, Interim, InterimPlace, Link, LinkId, LinkState, Note, Timestamp,
    };
    use crate::domain::text::UnitHash;

    fn known() -> Record {
        let endpoint =
            |tag: &str, path: &str| Endpoint { locale: tag.parse().unwrap(), path: TreePath::new(path) };
        Record::new(ArticleId::new("docs", "lab"), endpoint("en", "en/lab.md"), endpoint("es", "es/lab.md"))
    }

    /// Ten links of every shape.
    fn sample() -> Record {
        let mut record = known();
        for number in 0..10_u32 {
            let unit = |text: &str| BaselineUnit {
                kind: if number % 3 == 0 { BlockKind::Heading } else { BlockKind::Paragraph },
                level: (number % 3 == 0).then_some(2),
                text: format!("{text} {number}: end, link and source"),
                after: None,
            };
            record.links.push(Link {
                id: LinkId::from_number(number * 77),
                baseline: if number == 4 { Vec::new() } else { vec![unit("One"); 1 + number as usize % 2] },
                target: if number == 5 { Vec::new() } else { vec![UnitHash::of(&number.to_string())] },
                state: LinkState::ALL[number as usize % 4],
                reason: (number % 4 == 3).then(|| "it stays".to_owned()),
                by: if number % 2 == 0 { String::new() } else { "Ana".to_owned() },
                at: Timestamp::from_seconds(1_500_000_000 + i64::from(number)).unwrap(),
                stands: None,
            });
        }
        record
    }

    /// The links of the stanza that line belongs to, if to any.
    fn stanza(lines: &[&str], at: usize) -> Option<LinkId> {
        let from = lines[..=at].iter().rposition(|line| line.starts_with("link "))?;
        let id = lines[from].strip_prefix("link ")?.parse().ok();
        id.filter(|_| !lines[from..at].contains(&"end"))
    }

    #[test]
    fn each_line_damaged_in_turn_costs_its_own_link_at_most() {
        let record = sample();
        let good = write(&record);
        let lines: Vec<&str> = good.lines().collect();
        type Damaging = fn(&str) -> Vec<String>;
        let ways: [(&str, Damaging); 5] = [
            ("garbage", |_| vec!["\u{fffd}\u{1}###".to_owned()]),
            ("gone", |_| Vec::new()),
            ("cut in half", |line| vec![line.chars().take(line.chars().count() / 2).collect()]),
            ("twice", |line| vec![line.to_owned(), line.to_owned()]),
            ("garbage before", |line| vec!["???".to_owned(), line.to_owned()]),
        ];
        let mut damaged = 0;
        for (way, change) in ways {
            for at in 0..lines.len() {
                let mut text: Vec<String> = lines[..at].iter().map(|line| (*line).to_owned()).collect();
                text.extend(change(lines[at]));
                text.extend(lines[at + 1..].iter().map(|line| (*line).to_owned()));
                let text = text.join("\n") + "\n";
                let read = salvage(&text, known()).unwrap_or_else(|| panic!("{way} {at}: nothing"));
                let own = stanza(&lines, at);
                let others: Vec<&Link> = record.links.iter().filter(|link| Some(link.id) != own).collect();
                let kept: Vec<&Link> =
                    read.record.links.iter().filter(|link| others.contains(link)).collect();
                assert_eq!(kept, others, "{way}, line {}: {:?}", at + 1, lines[at]);
                assert_eq!(read.damage.is_empty(), parse(&text).is_ok(), "{way} {at}");
                if let (Err(error), Some(first)) = (parse(&text), read.damage.first()) {
                    assert_eq!(error, first.error, "{way} {at}");
                    damaged += 1;
                }
                // Without these lines it is a record again.
                if read.damage.iter().all(|damage| damage.among_links) {
                    let is_damaged =
                        |line: usize| read.damage.iter().any(|d| (d.first..=d.last).contains(&line));
                    let rest = text.lines().enumerate().filter(|(at, _)| !is_damaged(at + 1));
                    let rest: Vec<&str> = rest.map(|(_, line)| line).collect();
                    assert_eq!(
                        parse(&rest.join("\n")).map(|rest| rest.links),
                        Ok(read.record.links),
                        "{way} {at}"
                    );
                }
            }
        }
        assert!(damaged > 200, "{damaged}");
    }

    #[test]
    fn what_is_no_record_a_conflict_or_another_version_is_not_guessed_at() {
        let good = write(&sample());
        for text in [
            String::new(),
            "<html>\n".to_owned(),
            good.replace("cotejo-record 1", "cotejo-record 2"),
            good.replacen("state ", "<<<<<<< HEAD\nstate ", 1),
            "cotejo-record 1\narticle a/b\n\nend of record\n".to_owned(),
        ] {
            assert_eq!(salvage(&text, known()), None, "{text:.60}");
        }
        // Without its head the links stand under the one that was given.
        let headless = good.split_once("\n\n").map(|(_, links)| links).unwrap();
        let read = salvage(headless, known()).unwrap();
        assert_eq!(read.record, sample());
        // What was put behind the end is read too.
        let (head, links) = good.split_once("\n\n").unwrap();
        let read = salvage(&format!("{head}\n\n{LAST}\n{links}"), known()).unwrap();
        assert_eq!((read.record.links.len(), read.damage.len()), (10, 1));
    }

    #[test]
    fn notes_are_read_and_what_stood_half_accepted_is_no_damage() {
        let mut record = sample();
        let at = Timestamp::from_seconds(1_000).unwrap();
        record.set_note(Note { about: About::Article, text: "mind it".into(), by: "Ana".into(), at });
        let place = |link: &Link| InterimPlace {
            id: link.id,
            source: vec![vec![1]],
            target: vec![1],
            moved: false,
            edited: false,
        };
        record.interim = Some(Interim {
            source: UnitHash::of("a"),
            target: UnitHash::of("b"),
            places: record.links.iter().map(place).collect(),
        });
        let text = write(&record).replacen("state translated", "state splendid", 1);
        let read = salvage(&text, known()).unwrap();
        assert_eq!((read.record.links.len(), read.damage.len()), (9, 1));
        assert_eq!(read.record.note(About::Article), Some("mind it"));
        assert_eq!(read.record.interim, None);
        let text = write(&record).replacen("of ", "off ", 1).replacen("text mind it", "words mind it", 1);
        let read = salvage(&text, known()).unwrap();
        assert_eq!((read.record.links.len(), read.damage.len()), (10, 2));
    }

    proptest! {
        #[test]
        fn damage_and_refusal_are_one(text in "((link k{8}|source paragraph a|target 0123456789abcdef|state translated|at 2018-04-19T08:00:00Z|end|end of record|x|)\n){0,40}") {
            let whole = format!("cotejo-record 1\narticle docs/lab\nsource en a\ntarget es b\n\n{text}");
            if let Some(read) = salvage(&whole, known()) {
                prop_assert_eq!(read.damage.first().map(|damage| damage.error.clone()), parse(&whole).err());
                prop_assert!(read.damage.windows(2).all(|two| two[0].last <= two[1].first));
            }
        }
    }
}
