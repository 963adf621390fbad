//! Front matter: the YAML (`---`) or TOML (`+++`) that stands before a page's text.
//!
//! Values that readers see (title, description and their like) become units, every other entry a
//! piece of data with its key, so that a changed date or address shows. A value that cannot be
//! written back with certainty (one with an anchor, with escapes over several lines, inside
//! brackets) is data too. Writing a new value follows the quotes that stand there, and quotes a
//! bare YAML value that would no longer read as that text.
//!
//! The YAML is read by `saphyr-parser` and the TOML by `toml`, both for the places they give;
//! aliases are never followed, so nothing multiplies.

use std::ops::Range;

use super::decode::Found;
use super::line::{lines, trim};
use super::text::join;
use crate::domain::date::{self, Date};
use crate::domain::document::{BlockKind, Document, Meta};

mod toml;
mod yaml;

/// Front matter longer than this is copied across unread: no page has it, and an attacker might.
const SIZE_LIMIT: usize = 1 << 20;

/// The language of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Between `---` and `---` or `...`.
    Yaml,
    /// Between `+++` and `+++`.
    Toml,
}

/// Where front matter stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its language.
    pub syntax: Syntax,
    /// What is between the fences.
    pub inner: Range<usize>,
    /// Where the page's own text begins.
    pub end: usize,
}

/// Finds front matter at the start of `text`: a fence alone on the first line, and one that
/// closes it.
pub fn locate(text: &str) -> Option<Place> {
    let syntax = opened(text)?;
    let mut lines = lines(text, 0..text.len());
    let start = next_line(text, lines.next()?.end);
    for line in lines {
        let closes = match (syntax, text.get(line.clone())?.trim_end()) {
            (Syntax::Yaml, "---" | "...") | (Syntax::Toml, "+++") => true,
            (_, _) => false,
        };
        if closes {
            return Some(Place { syntax, inner: start..line.start, end: next_line(text, line.end) });
        }
    }
    None
}

/// The language of the front matter that the first line opens.
fn opened(text: &str) -> Option<Syntax> {
    let first = lines(text, 0..text.len()).next()?;
    match text.get(first)?.trim_end() {
        "---" => Some(Syntax::Yaml),
        "+++" => Some(Syntax::Toml),
        _ => None,
    }
}

fn next_line(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    end + rest.find('\n').map_or(rest.len(), |at| at + 1)
}

/// A scalar value with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// The keys down to it, dotted; a list's members share the list's.
    key: String,
    /// What it says, quotes and escapes read.
    value: String,
    /// From the key (a list's member: from the value) to the end of the value, in the text.
    whole: Range<usize>,
    /// What a new value is to be written over; `None` where that could not be done safely.
    place: Option<Range<usize>>,
}

/// What front matter says.
#[derive(Debug, Default)]
pub struct Front {
    /// Its blocks.
    pub found: Vec<Found>,
    /// Its entries.
    pub meta: Meta,
    /// Where it is not well-formed.
    pub problem: Option<usize>,
}

/// Reads front matter; `None` where what stands between the fences is neither YAML or TOML nor an
/// attempt at it (two thematic breaks around a sentence).
pub fn read(text: &str, place: &Place) -> Option<Front> {
    let inner = text.get(place.inner.clone())?;
    let entries = if inner.len() > SIZE_LIMIT {
        Err(0)
    } else {
        match place.syntax {
            Syntax::Yaml => yaml::entries(inner),
            Syntax::Toml => toml::entries(inner).map(Some),
        }
    };
    let mut front = Front::default();
    match entries {
        Ok(entries) => {
            for mut entry in entries? {
                entry.whole = shifted(entry.whole, place.inner.start);
                entry.place = entry.place.map(|range| shifted(range, place.inner.start));
                front.found.extend(block(text, &entry));
                front.meta.entries.push((entry.key, entry.value));
            }
            front.meta.date = date(&front.meta);
        }
        Err(at) => {
            front.problem = Some(place.inner.start + at);
            front.found.extend(data(text, place.inner.clone()));
        }
    }
    Some(front)
}

fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// What an entry is to a reader.
fn kind(key: &str) -> BlockKind {
    let own = key.strip_prefix("params.").or_else(|| key.strip_prefix("seo.")).unwrap_or(key);
    match own {
        "title" if own == key => BlockKind::Title,
        "title" | "description" | "summary" | "subtitle" | "lead" | "lede" | "excerpt" | "tagline"
        | "linkTitle" | "link_title" | "linktitle" | "sidebar_label" | "sidebarTitle" | "short-title"
        | "short_title" | "shortTitle" | "pagination_label" | "intro" | "headline" => BlockKind::Meta,
        _ => BlockKind::Data,
    }
}

fn block(text: &str, entry: &Entry) -> Option<Found> {
    let kind = kind(&entry.key);
    let place = entry.place.clone().filter(|_| kind != BlockKind::Data && !entry.value.trim().is_empty());
    if let Some(found) = place.and_then(|place| unit(text, kind, entry, place)) {
        return Some(found);
    }
    data(text, entry.whole.clone())
}

/// The unit over `place`, if what stands there is sure to be the value.
fn unit(text: &str, kind: BlockKind, entry: &Entry, place: Range<usize>) -> Option<Found> {
    let fragments = trimmed_lines(text, place);
    let unread = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if fragments.is_empty() || entry.value.contains(unread) {
        return None;
    }
    let says: Vec<&str> = entry.value.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let raw = join(text, &fragments);
    let text = if says.len() == fragments.len() {
        says.join("\n")
    } else if raw.split_whitespace().eq(entry.value.split_whitespace()) {
        raw
    } else {
        return None;
    };
    Some(Found { kind, level: None, text, fragments })
}

fn data(text: &str, range: Range<usize>) -> Option<Found> {
    let fragments = trimmed_lines(text, range);
    (!fragments.is_empty()).then(|| Found {
        kind: BlockKind::Data,
        level: None,
        text: join(text, &fragments),
        fragments,
    })
}

fn trimmed_lines(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    lines(text, range).map(|line| trim(text, line)).filter(|line| !line.is_empty()).collect()
}

/// The day the page was published, by the keys the common site generators read.
fn date(meta: &Meta) -> Option<Date> {
    let value = ["date", "publishDate", "published", "pubDate"].iter().find_map(|key| meta.get(key))?;
    iso_date(value).or_else(|| date::read_line(value).map(|line| line.date))
}

/// The day of `2020-08-31` or `2020-08-31T10:00:00Z`.
fn iso_date(value: &str) -> Option<Date> {
    let (day, rest) = value.split_at_checked(10)?;
    if rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || month.len() != 2 || parts.next().is_some() {
        return None;
    }
    let date = Date { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
    let length = match date.month {
        2 if date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=length).contains(&date.day).then_some(date)
}

/// The lines for a new value in the place where `head` (the file up to there) ends and `old`
/// stands; `None` where that place is not in front matter.
pub fn spell(document: &Document, start: usize, old: &str, new: &[String]) -> Option<Vec<String>> {
    let head = document.text_of(0..start);
    let head = head.trim_start_matches('\u{feff}');
    let syntax = opened(head)?;
    if locate(head).is_some() {
        return None;
    }
    let one = || new.join(" ");
    Some(match syntax {
        Syntax::Toml if head.trim_end().ends_with("\"\"\"") => new.iter().map(|line| escaped(line)).collect(),
        Syntax::Toml if head.trim_end().ends_with("'''") => {
            new.iter().map(|line| line.replace("'''", "’’’")).collect()
        }
        Syntax::Toml if old.starts_with('\'') && !one().contains('\'') => vec![format!("'{}'", one())],
        Syntax::Toml if old.starts_with('\'') => vec![format!("\"{}\"", escaped(&one()))],
        Syntax::Toml => vec![escaped(&one())],
        Syntax::Yaml if head.ends_with('"') => new.iter().map(|line| escaped(line)).collect(),
        Syntax::Yaml if head.ends_with('\'') => new.iter().map(|line| line.replace('\'', "''")).collect(),
        Syntax::Yaml if yaml::is_block_scalar(head) => new.to_vec(),
        Syntax::Yaml if yaml::is_plain(&one()) => new.to_vec(),
        Syntax::Yaml => vec![format!("\"{}\"", escaped(&one()))],
    })
}

/// The text as both YAML and TOML write it between double quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
