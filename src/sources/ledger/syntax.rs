//! The text form of a record, version 1.
//!
//! ```text
//! cotejo-record 1
//! article newsroom/000_a993cfb2819e14f5
//! source en seeds/000_a993cfb2819e14f5.txt
//! target es translations/es/000_a993cfb2819e14f5.txt
//!
//! link krvqsltp
//! source paragraph Lima, 24-25 April 2014
//! target 0123456789abcdef
//! state translated
//! by Ana
//! at 2018-04-19T08:00:00Z
//! end
//!
//! end of record
//! ```
//!
//! The form is made for `git merge`, which joins two changes when at least one line between them
//! is the same on all sides. A stanza begins with the link's id and ends with `end` and an empty
//! line; none of them changes when the link is accepted anew, so neighbouring stanzas never touch.
//! The id makes the first line unlike any other, so a diff does not take one stanza for the next.
//! The header changes only when a file moves. The last line shows that the file was not cut off.
//!
//! Two stanzas of one name are two links, unless they are the same in all: two branches put the same
//! text in at two places, and git joined them (see [`Record::tell_apart`]).
//!
//! Where a unit stood behind a unit of another link although it is not the first of its own, the
//! line `after LINK N` before its `source` names that one, the N-th of the link (see
//! [`BaselineUnit::after`]).
//!
//! The kind of a heading has its level behind it (`source heading-2 Fees`), and that of an item its
//! depth in lists within lists (`source list-item-1 Bring the invoice.`), unless it was accepted before
//! these were written down or by way of a format that has none.
//!
//! `stands HASH NUMBERS…` after the targets says where the units of the link stand in the revision
//! of the source with that hash: a number for each unit, `3+4` for a unit in two blocks, `-` for one
//! that is gone. It is rare: see [`Standing`].
//!
//! `interim HASH HASH` before the links says where everything stands in the revisions of source and
//! target with those hashes, after a part of what was pending was accepted: for each link, and for each
//! block that is in none, `of LINK` and `at UNITS TARGETS`, with a comma between the units, and
//! `moved` and `edited` behind it. It is rare too: see [`Interim`]. Two lines each, so that branches
//! which accept neighbours change lines that do not touch.
//!
//! Between the header and the links stand the notes that an editor wrote for the translator, a stanza
//! each: `note article`, `note LINK` or `note HASH` (a source unit without a link), then `text`, `by`,
//! `at` and `end`. Records of before have none and are read as they are.
//!
//! A value is one line. `\` is written `\\`, a line end `\n`, `\r`, a tab `\t`, a blank at either
//! end of the value `\s`; other control characters, line separators, marks that turn the writing
//! direction, and other white space at either end `\u{…}`. All else stands as it is.

use std::fmt::Write as _;
use std::str::FromStr;

use crate::domain::article::{ArticleId, TreePath};
use crate::domain::document::BlockKind;
use crate::domain::locale::Locale;
use crate::domain::record::{
    About, BaselineUnit, Endpoint, Interim, InterimPlace, Link, LinkId, LinkState, Note, Record, Standing,
    Timestamp, UnitPlace,
};

/// The version of the form that is written and read.
pub const VERSION: u32 = 1;

pub(super) const MAGIC: &str = "cotejo-record";
pub(super) const LAST: &str = "end of record";

/// Why a text is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub kind: SyntaxErrorKind,
}

/// The kinds of [`SyntaxError`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// The first line is not that of a record.
    NotARecord,
    /// A record of a version that this program does not know.
    UnknownVersion(String),
    /// Merge conflicts that nobody has settled, all of them, in order; see [`side`].
    Conflict(Vec<Conflict>),
    /// A key that does not belong here.
    UnknownKey(String),
    /// A key that may stand once stands again; with the line of the first.
    DuplicateKey(&'static str, usize),
    /// A key is missing in the header or in the link that ends here.
    MissingKey(&'static str),
    /// A link without source and target.
    EmptyLink,
    /// A name that is no link id, or after `after` none with a number.
    BadLinkId(String),
    /// No BCP 47 tag.
    BadLocale(String),
    /// No path follows the locale.
    MissingPath,
    /// A path leads out of the project, or is none.
    BadPath(String),
    /// The record names another article or locale than the one in whose place it stands.
    Misplaced,
    /// No kind of block.
    BadKind(String),
    /// No hash of a unit.
    BadHash(String),
    /// After `stands` no hash of a revision with the numbers of blocks.
    BadStanding(String),
    /// Nothing that a note can be about.
    BadNote(String),
    /// No state of a link.
    BadState(String),
    /// No moment in RFC 3339, UTC, whole seconds.
    BadTimestamp(String),
    /// An escape that is none; its text.
    BadEscape(String),
    /// The file ends before its last line.
    Truncated,
    /// Something stands after the last line.
    AfterEnd,
}

/// A merge conflict in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The line of `<<<<<<<`, counted from 1.
    pub begin: usize,
    /// The line of `=======`, if there is one.
    pub separator: Option<usize>,
    /// The line of `>>>>>>>`; `None` where it is missing.
    pub end: Option<usize>,
    /// The link it stands in, if it stands inside of one.
    pub link: Option<LinkId>,
}

/// Which side of the conflicts to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What stood on the branch that was merged into.
    Ours,
    /// What the merged branch brought.
    Theirs,
}

/// The text of a record. Deterministic: equal records are equal texts.
pub fn write(record: &Record) -> String {
    let text: usize = record.links.iter().flat_map(|link| &link.baseline).map(|unit| unit.text.len()).sum();
    let mut out = String::with_capacity(200 + text + record.links.len() * 160);
    let _ = writeln!(out, "{MAGIC} {VERSION}");
    line(&mut out, "article", "", record.article.as_str());
    line(&mut out, "source", record.source.locale.as_str(), record.source.path.as_str());
    line(&mut out, "target", record.target.locale.as_str(), record.target.path.as_str());
    out.push('\n');
    for note in &record.notes {
        let _ = writeln!(out, "note {}", note.about);
        line(&mut out, "text", "", &note.text);
        if !note.by.is_empty() {
            line(&mut out, "by", "", &note.by);
        }
        let _ = writeln!(out, "at {}\nend\n", note.at);
    }
    if let Some(interim) = &record.interim {
        write_interim(&mut out, interim);
    }
    for link in &record.links {
        let _ = writeln!(out, "link {}", link.id);
        for unit in &link.baseline {
            if let Some(place) = unit.after {
                let _ = writeln!(out, "after {} {}", place.link, place.unit);
            }
            match unit.level.filter(|_| matches!(unit.kind, BlockKind::Heading | BlockKind::ListItem)) {
                Some(level) => line(&mut out, "source", &format!("{}-{level}", unit.kind.name()), &unit.text),
                None => line(&mut out, "source", unit.kind.name(), &unit.text),
            }
        }
        for hash in &link.target {
            let _ = writeln!(out, "target {hash}");
        }
        if let Some(standing) = &link.stands {
            let _ = write!(out, "stands {}", standing.revision);
            standing.units.iter().for_each(|unit| write_numbers(&mut out, ' ', unit));
            out.push('\n');
        }
        let _ = writeln!(out, "state {}", link.state.name());
        if let Some(reason) = &link.reason {
            line(&mut out, "reason", "", reason);
        }
        if !link.by.is_empty() {
            line(&mut out, "by", "", &link.by);
        }
        let _ = writeln!(out, "at {}", link.at);
        out.push_str("end\n\n");
    }
    out.push_str(LAST);
    out.push('\n');
    out
}

fn write_interim(out: &mut String, interim: &Interim) {
    let _ = writeln!(out, "interim {} {}", interim.source, interim.target);
    for place in &interim.places {
        let _ = write!(out, "of {}\nat", place.id);
        for (number, unit) in place.source.iter().enumerate() {
            write_numbers(out, if number == 0 { ' ' } else { ',' }, unit);
        }
        write_numbers(out, ' ', &place.target);
        out.push_str(if place.moved { " moved" } else { "" });
        out.push_str(if place.edited { " edited" } else { "" });
        out.push('\n');
    }
    out.push_str("end\n\n");
}

/// Writes `3+4`, or `-` for none, after that character.
fn write_numbers(out: &mut String, before: char, numbers: &[u32]) {
    out.push(before);
    for (at, number) in numbers.iter().enumerate() {
        let _ = write!(out, "{}{number}", if at == 0 { "" } else { "+" });
    }
    if numbers.is_empty() {
        out.push('-');
    }
}

/// Writes `key word value`, each blank only where something follows it.
pub(in crate::sources) fn line(out: &mut String, key: &str, word: &str, value: &str) {
    out.push_str(key);
    if !word.is_empty() {
        out.push(' ');
        out.push_str(word);
    }
    if !value.is_empty() {
        out.push(' ');
        escape(out, value);
    }
    out.push('\n');
}

fn escape(out: &mut String, value: &str) {
    let last = value.char_indices().next_back().map_or(0, |(at, _)| at);
    for (at, c) in value.char_indices() {
        let edge = at == 0 || at == last;
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' ' if edge => out.push_str("\\s"),
            c if is_unsafe(c) || (edge && c != ' ' && c.is_whitespace()) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// Whether the character ends a line for some editor, turns the writing direction, or is not seen.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text of a value.
pub(in crate::sources) fn unescape(value: &str) -> Result<String, SyntaxErrorKind> {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let (c, used) = match tail.as_bytes().first() {
            Some(b'\\') => ('\\', 1),
            Some(b'n') => ('\n', 1),
            Some(b'r') => ('\r', 1),
            Some(b't') => ('\t', 1),
            Some(b's') => (' ', 1),
            Some(b'u') => {
                let code = tail.strip_prefix("u{").and_then(|hex| hex.split_once('}')).map(|(hex, _)| hex);
                let found = code
                    .filter(|hex| (1..=6).contains(&hex.len()) && hex.bytes().all(|b| b.is_ascii_hexdigit()))
                    .and_then(|hex| {
                        Some((char::from_u32(u32::from_str_radix(hex, 16).ok()?)?, hex.len() + 3))
                    });
                found.ok_or_else(|| bad_escape(tail))?
            }
            _ => return Err(bad_escape(tail)),
        };
        out.push(c);
        rest = &tail[used..];
    }
    out.push_str(rest);
    Ok(out)
}

fn bad_escape(tail: &str) -> SyntaxErrorKind {
    SyntaxErrorKind::BadEscape(format!("\\{}", tail.chars().take(9).collect::<String>()))
}

/// Reads the text of a record. A byte order mark, CRLF and blanks at line ends are passed over;
/// anything else that [`write()`] would not write is an error, the first one in the file, except
/// that merge conflicts come before all and are all told. Linear in the text.
pub fn parse(text: &str) -> Result<Record, SyntaxError> {
    let found = conflicts(text);
    if let Some(first) = found.first() {
        return Err(SyntaxError { line: first.begin, kind: SyntaxErrorKind::Conflict(found) });
    }
    let mut lines = Lines::new(text);
    let Some((number, first)) = lines.next() else {
        return Err(SyntaxError { line: 1, kind: SyntaxErrorKind::NotARecord });
    };
    match first.split_once(' ') {
        Some((MAGIC, version)) if version.parse() == Ok(VERSION) => {}
        Some((MAGIC, version)) => {
            return Err(error(number, SyntaxErrorKind::UnknownVersion(version.to_owned())));
        }
        _ => return Err(error(number, SyntaxErrorKind::NotARecord)),
    }
    let mut record = parse_header(&mut lines)?;
    let mut interims = 0;
    loop {
        match lines.next() {
            None => return Err(error(lines.number, SyntaxErrorKind::Truncated)),
            Some((_, "")) => {}
            Some((_, LAST)) => break,
            Some((number, text)) => {
                let (key, value) = text.split_once(' ').unwrap_or((text, ""));
                if key == "note" {
                    let about = value
                        .parse()
                        .map_err(|_| error(number, SyntaxErrorKind::BadNote(value.to_owned())))?;
                    let note = parse_note(about, &mut lines)?;
                    // Two branches wrote of one thing: both are kept, as one note.
                    match record.notes.iter_mut().find(|other| other.about == about) {
                        Some(other) if other.text == note.text => {}
                        Some(other) => other.text = format!("{}\n{}", other.text, note.text),
                        None => record.notes.push(note),
                    }
                    continue;
                }
                if key == "interim" {
                    // Of two that two branches put in, neither tells of both.
                    let read = parse_interim(number, value, &mut lines)?;
                    record.interim = if interims == 0 { Some(read) } else { None };
                    interims += 1;
                    continue;
                }
                if key != "link" {
                    return Err(error(number, SyntaxErrorKind::UnknownKey(key.to_owned())));
                }
                let id: LinkId =
                    value.parse().map_err(|_| error(number, SyntaxErrorKind::BadLinkId(value.to_owned())))?;
                record.links.push(parse_link(id, &mut lines)?);
            }
        }
    }
    match lines.find(|(_, text)| !text.is_empty()) {
        Some((number, _)) => Err(error(number, SyntaxErrorKind::AfterEnd)),
        None => {
            record.tell_apart();
            Ok(record)
        }
    }
}

fn error(line: usize, kind: SyntaxErrorKind) -> SyntaxError {
    SyntaxError { line: line.max(1), kind }
}

/// The lines with their numbers, a byte order mark and blanks at the ends off.
#[derive(Clone)]
pub(super) struct Lines<'t> {
    /// What was not read yet; `None` after the last line.
    rest: Option<&'t str>,
    /// The number of the line that was read last.
    pub number: usize,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Self {
        Lines { rest: Some(text.strip_prefix('\u{feff}').unwrap_or(text)), number: 0 }
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        let end = memchr::memchr(b'\n', rest.as_bytes());
        let (line, rest) = match end {
            Some(at) => (&rest[..at], Some(&rest[at + 1..])),
            None => (rest, None),
        };
        self.rest = rest;
        self.number += 1;
        Some((self.number, line.trim_end_matches([' ', '\t', '\r'])))
    }
}

/// A record that stands in another's place, as [`path`](super::path::path) gives it: copied by hand, or
/// its head was edited. `path` is where it stands in the folder `ledger`.
pub fn misplaced(record: &Record, text: &str, ledger: &TreePath, path: &TreePath) -> Option<SyntaxError> {
    let own = super::path::path(ledger, &record.article, &record.target.locale);
    if own == *path {
        return None;
    }
    let same_locale = locale_folder(ledger, &own) == locale_folder(ledger, path);
    let key = if same_locale { "article " } else { "target " };
    let line = Lines::new(text).find(|(_, line)| line.starts_with(key)).map_or(1, |(number, _)| number);
    Some(error(line, SyntaxErrorKind::Misplaced))
}

fn locale_folder<'p>(ledger: &TreePath, path: &'p TreePath) -> Option<&'p str> {
    path.as_str().strip_prefix(ledger.as_str())?.split('/').nth(1)
}

/// Puts a value that may stand once.
fn once<T>(
    slot: &mut Option<(usize, T)>,
    key: &'static str,
    number: usize,
    value: T,
) -> Result<(), SyntaxError> {
    match slot {
        Some((first, _)) => Err(error(number, SyntaxErrorKind::DuplicateKey(key, *first))),
        None => {
            *slot = Some((number, value));
            Ok(())
        }
    }
}

fn taken<T>(slot: Option<(usize, T)>, key: &'static str, number: usize) -> Result<T, SyntaxError> {
    slot.map(|(_, value)| value).ok_or_else(|| error(number, SyntaxErrorKind::MissingKey(key)))
}

pub(super) fn parse_header(lines: &mut Lines<'_>) -> Result<Record, SyntaxError> {
    let (mut article, mut source, mut target) = (None, None, None);
    for (number, text) in lines.by_ref() {
        let (key, value) = text.split_once(' ').unwrap_or((text, ""));
        let at = |kind| error(number, kind);
        match key {
            "article" => {
                once(&mut article, "article", number, unescape(value).map_err(at)?)?;
            }
            "source" => once(&mut source, "source", number, parse_endpoint(value).map_err(at)?)?,
            "target" => once(&mut target, "target", number, parse_endpoint(value).map_err(at)?)?,
            "" => {
                let article = taken(article, "article", number)?;
                return Ok(Record::new(
                    ArticleId::from_text(&article),
                    taken(source, "source", number)?,
                    taken(target, "target", number)?,
                ));
            }
            _ => return Err(at(SyntaxErrorKind::UnknownKey(key.to_owned()))),
        }
    }
    Err(error(lines.number, SyntaxErrorKind::Truncated))
}

fn parse_endpoint(value: &str) -> Result<Endpoint, SyntaxErrorKind> {
    let (tag, path) = value.split_once(' ').unwrap_or((value, ""));
    let locale = Locale::from_str(tag).map_err(|_| SyntaxErrorKind::BadLocale(tag.to_owned()))?;
    if path.is_empty() {
        return Err(SyntaxErrorKind::MissingPath);
    }
    let path = unescape(path)?;
    if path.starts_with('/') || path.split('/').any(|part| part == "..") {
        return Err(SyntaxErrorKind::BadPath(path));
    }
    Ok(Endpoint { locale, path: TreePath::new(path) })
}

pub(super) fn parse_link(id: LinkId, lines: &mut Lines<'_>) -> Result<Link, SyntaxError> {
    let (mut baseline, mut target) = (Vec::new(), Vec::new());
    let (mut state, mut reason, mut by, mut moment) = (None, None, None, None);
    let (mut after, mut stands) = (None, None);
    for (number, text) in lines.by_ref() {
        let (key, value) = text.split_once(' ').unwrap_or((text, ""));
        let at = |kind| error(number, kind);
        if after.is_some() && key != "source" {
            return Err(at(SyntaxErrorKind::MissingKey("source")));
        }
        match key {
            "source" => baseline.push(parse_unit(value, after.take()).map_err(at)?),
            "after" => after = Some(parse_place(value).map_err(at)?),
            "target" => {
                target.push(value.parse().map_err(|_| at(SyntaxErrorKind::BadHash(value.to_owned())))?);
            }
            "stands" => once(&mut stands, "stands", number, parse_standing(value).map_err(at)?)?,
            "state" => {
                let read = LinkState::from_name(value);
                let read = read.ok_or_else(|| at(SyntaxErrorKind::BadState(value.to_owned())))?;
                once(&mut state, "state", number, read)?;
            }
            "reason" => once(&mut reason, "reason", number, unescape(value).map_err(at)?)?,
            "by" => once(&mut by, "by", number, unescape(value).map_err(at)?)?,
            "at" => once(&mut moment, "at", number, timestamp(value).map_err(at)?)?,
            "end" if value.is_empty() => {
                if baseline.is_empty() && target.is_empty() {
                    return Err(at(SyntaxErrorKind::EmptyLink));
                }
                return Ok(Link {
                    id,
                    baseline,
                    target,
                    state: taken(state, "state", number)?,
                    reason: reason.map(|(_, text)| text),
                    by: by.map(|(_, text)| text).unwrap_or_default(),
                    at: taken(moment, "at", number)?,
                    stands: stands.map(|(_, standing)| standing),
                });
            }
            "" | "link" => return Err(at(SyntaxErrorKind::MissingKey("end"))),
            _ => return Err(at(SyntaxErrorKind::UnknownKey(key.to_owned()))),
        }
    }
    Err(error(lines.number, SyntaxErrorKind::Truncated))
}

fn timestamp(value: &str) -> Result<Timestamp, SyntaxErrorKind> {
    value.parse().map_err(|_| SyntaxErrorKind::BadTimestamp(value.to_owned()))
}

pub(super) fn parse_interim(
    number: usize,
    value: &str,
    lines: &mut Lines<'_>,
) -> Result<Interim, SyntaxError> {
    let bad = |value: &str| SyntaxErrorKind::BadStanding(value.to_owned());
    let hashes = value.split_once(' ').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    let (source, target) = hashes.ok_or_else(|| error(number, bad(value)))?;
    let mut places: Vec<InterimPlace> = Vec::new();
    let mut id = None;
    for (number, text) in lines.by_ref() {
        let (key, value) = text.split_once(' ').unwrap_or((text, ""));
        let at = |kind| error(number, kind);
        match (key, id) {
            ("of", None) => {
                let read = value.parse().map_err(|_| at(SyntaxErrorKind::BadLinkId(value.to_owned())))?;
                id = Some(read);
            }
            ("at", Some(of)) => {
                places.push(parse_interim_place(of, value).ok_or_else(|| at(bad(value)))?);
                id = None;
            }
            ("end", None) if value.is_empty() => return Ok(Interim { source, target, places }),
            ("of" | "end", Some(_)) => return Err(at(SyntaxErrorKind::MissingKey("at"))),
            ("at", None) => return Err(at(SyntaxErrorKind::MissingKey("of"))),
            ("" | "link" | "note", _) => return Err(at(SyntaxErrorKind::MissingKey("end"))),
            _ => return Err(at(SyntaxErrorKind::UnknownKey(key.to_owned()))),
        }
    }
    Err(error(lines.number, SyntaxErrorKind::Truncated))
}

fn parse_interim_place(id: LinkId, value: &str) -> Option<InterimPlace> {
    let mut words = value.split(' ').peekable();
    let source = words.next()?.split(',').map(parse_numbers).collect::<Option<Vec<_>>>()?;
    let target = parse_numbers(words.next()?)?;
    let moved = words.next_if_eq(&"moved").is_some();
    let edited = words.next_if_eq(&"edited").is_some();
    words.next().is_none().then_some(InterimPlace { id, source, target, moved, edited })
}

/// Reads `3+4` or `-`; one form only: no zero, no sign, no leading zeros.
fn parse_numbers(word: &str) -> Option<Vec<u32>> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|n| *n > 0 && text == n.to_string());
    if word == "-" { Some(Vec::new()) } else { word.split('+').map(number).collect() }
}

pub(super) fn parse_note(about: About, lines: &mut Lines<'_>) -> Result<Note, SyntaxError> {
    let (mut words, mut by, mut moment) = (None, None, None);
    for (number, text) in lines.by_ref() {
        let (key, value) = text.split_once(' ').unwrap_or((text, ""));
        let at = |kind| error(number, kind);
        match key {
            "text" => once(&mut words, "text", number, unescape(value).map_err(at)?)?,
            "by" => once(&mut by, "by", number, unescape(value).map_err(at)?)?,
            "at" => once(&mut moment, "at", number, timestamp(value).map_err(at)?)?,
            "end" if value.is_empty() => {
                return Ok(Note {
                    about,
                    text: taken(words, "text", number)?,
                    by: by.map(|(_, text)| text).unwrap_or_default(),
                    at: taken(moment, "at", number)?,
                });
            }
            "" | "link" | "note" => return Err(at(SyntaxErrorKind::MissingKey("end"))),
            _ => return Err(at(SyntaxErrorKind::UnknownKey(key.to_owned()))),
        }
    }
    Err(error(lines.number, SyntaxErrorKind::Truncated))
}

fn parse_place(value: &str) -> Result<UnitPlace, SyntaxErrorKind> {
    let read = || {
        let (link, unit) = value.split_once(' ')?;
        let place = UnitPlace { link: link.parse().ok()?, unit: unit.parse().ok()? };
        // One form only: no zero, no sign, no leading zeros.
        (place.unit > 0 && unit == place.unit.to_string()).then_some(place)
    };
    read().ok_or_else(|| SyntaxErrorKind::BadLinkId(value.to_owned()))
}

fn parse_standing(value: &str) -> Result<Standing, SyntaxErrorKind> {
    let bad = || SyntaxErrorKind::BadStanding(value.to_owned());
    let mut words = value.split(' ');
    let revision = words.next().and_then(|word| word.parse().ok()).ok_or_else(bad)?;
    let units: Option<Vec<Vec<u32>>> = words.map(parse_numbers).collect();
    Ok(Standing { revision, units: units.ok_or_else(bad)? })
}

fn parse_unit(value: &str, after: Option<UnitPlace>) -> Result<BaselineUnit, SyntaxErrorKind> {
    let (name, text) = value.split_once(' ').unwrap_or((value, ""));
    // One form only: no sign, no leading zeros.
    let level = |text: &str| text.parse().ok().filter(|level: &u8| *level > 0 && text == level.to_string());
    let heading = name.strip_prefix("heading-").and_then(level).filter(|level| *level <= 6);
    let item = name.strip_prefix("list-item-").and_then(level);
    let (kind, level) = match (heading, item) {
        (Some(level), _) => (Some(BlockKind::Heading), Some(level)),
        (_, Some(level)) => (Some(BlockKind::ListItem), Some(level)),
        _ => (BlockKind::from_name(name), None),
    };
    let kind = kind.ok_or_else(|| SyntaxErrorKind::BadKind(name.to_owned()))?;
    Ok(BaselineUnit { kind, level, text: unescape(text)?, after })
}

/// What each mark of a conflict begins with.
const MARKS: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];

/// The marks of a conflict, by git's rule: seven of one character, then a blank or the line's end.
fn marker(line: &str) -> Option<char> {
    let first = line.chars().next().filter(|c| matches!(c, '<' | '=' | '>' | '|'))?;
    let rest = line.get(7..)?;
    (line.bytes().take(7).all(|b| char::from(b) == first) && (rest.is_empty() || rest.starts_with(' ')))
        .then_some(first)
}

/// The merge conflicts that stand in the text, in order. No line of a record looks like a mark.
pub fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found: Vec<Conflict> = Vec::new();
    if !MARKS.iter().any(|mark| memchr::memmem::find(text.as_bytes(), mark).is_some()) {
        return found;
    }
    let mut link = None;
    let mut open = false;
    for (number, line) in Lines::new(text) {
        match marker(line) {
            Some('<') => {
                found.push(Conflict { begin: number, separator: None, end: None, link });
                open = true;
            }
            Some(mark) if open => {
                if let Some(last) = found.last_mut() {
                    match mark {
                        '=' => last.separator = last.separator.or(Some(number)),
                        '>' => {
                            last.end = Some(number);
                            open = false;
                        }
                        _ => {}
                    }
                }
            }
            // A mark whose begin was deleted by hand is a conflict all the same.
            Some(_) => found.push(Conflict { begin: number, separator: None, end: None, link }),
            None => {
                if let Some(id) = line.strip_prefix("link ") {
                    link = id.parse().ok();
                } else if line == "end" && !open {
                    link = None;
                }
            }
        }
    }
    found
}

/// The text as one side has it: every conflict replaced by that side's lines. A command that
/// explains a conflict reads both sides and says what each accepted.
pub fn side(text: &str, which: Side) -> String {
    let mut out = String::with_capacity(text.len());
    // '<' our lines, '|' the common ancestor's (diff3 style), '=' theirs, '>' outside.
    let mut part = '>';
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r', ' ', '\t']);
        match marker(bare) {
            Some(mark) => part = mark,
            None => {
                let wanted = match part {
                    '<' => which == Side::Ours,
                    '=' => which == Side::Theirs,
                    '|' => false,
                    _ => true,
                };
                if wanted {
                    out.push_str(line);
                }
            }
        }
    }
    out
}

#[cfg(test)]
#[path = "syntax_tests.rs"]
mod tests;
