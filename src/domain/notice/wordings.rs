//! Wordings with slots for the names of languages: the built-in list and the user's own.

use std::fmt;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::fold::{begins_word, ends_word, fold};
use super::names::NAMES;
use crate::domain::locale::Locale;

/// The built-in list; its head says how it is written.
const LIST: &str = include_str!("wordings.txt");

/// How many bytes a slot may take: "Chinese (Simplified) : 简体中文" and then some.
const SLOT: usize = 72;

/// A wording of the user's, as the configuration gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomNotice {
    /// What reports call it.
    pub name: String,
    /// The text of the notice, with `{target}` and `{served}` where it names the language asked
    /// for and the one served. Blanks, case, accents and the shape of apostrophes do not count.
    pub pattern: String,
    /// The locale it is written in, if that tells what was asked for.
    pub locale: Option<Locale>,
}

/// A wording that can't be searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadNotice {
    /// The name of the wording.
    pub name: String,
    /// What is wrong with it.
    pub reason: BadNoticeReason,
}

/// Why a wording can't be searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadNoticeReason {
    /// Outside its slots it has fewer than eight letters in a row: it would be found everywhere.
    TooShort,
    /// A slot that is neither `{target}` nor `{served}`; its text.
    UnknownSlot(String),
    /// A slot that stands twice; its text.
    SameSlotTwice(String),
    /// Two slots with nothing between them.
    AdjacentSlots,
    /// A `{` that is never closed.
    UnclosedSlot,
}

impl fmt::Display for BadNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "notice {:?}: {:?}", self.name, self.reason)
    }
}

impl std::error::Error for BadNotice {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Target,
    Served,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Slot(Slot),
}

/// A wording ready for the search.
#[derive(Clone, Debug)]
struct Wording {
    pieces: Vec<Piece>,
    /// The index of the longest text: the search begins there.
    anchor: usize,
}

impl Wording {
    fn parse(pattern: &str) -> Result<Self, BadNoticeReason> {
        let mut pieces = Vec::new();
        let mut rest = pattern;
        while let Some(open) = rest.find('{') {
            let (text, tail) = rest.split_at(open);
            let close = tail.find('}').ok_or(BadNoticeReason::UnclosedSlot)?;
            let slot = match tail.get(1..close) {
                Some("target") => Slot::Target,
                Some("served") => Slot::Served,
                other => return Err(BadNoticeReason::UnknownSlot(other.unwrap_or_default().to_owned())),
            };
            let text = fold(text);
            let text = text.trim();
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            } else if matches!(pieces.last(), Some(Piece::Slot(_))) {
                return Err(BadNoticeReason::AdjacentSlots);
            }
            if pieces.contains(&Piece::Slot(slot)) {
                return Err(BadNoticeReason::SameSlotTwice(
                    tail.get(..=close).unwrap_or_default().to_owned(),
                ));
            }
            pieces.push(Piece::Slot(slot));
            rest = tail.get(close + 1..).unwrap_or_default();
        }
        let text = fold(rest);
        // A final stop is the first thing that gets lost.
        let text = text.trim().trim_end_matches(['.', '!']).trim_end();
        if !text.is_empty() {
            pieces.push(Piece::Text(text.to_owned()));
        }
        let length = |piece: &Piece| match piece {
            // Ideographs carry a word each.
            Piece::Text(text) => text
                .chars()
                .map(|c| if super::fold::is_unspaced(c) { 2 } else { usize::from(c.is_alphanumeric()) })
                .sum(),
            Piece::Slot(_) => 0,
        };
        let anchor = (0..pieces.len()).rev().max_by_key(|i| pieces.get(*i).map_or(0, length)).unwrap_or(0);
        if pieces.get(anchor).map_or(0, length) < 8 {
            return Err(BadNoticeReason::TooShort);
        }
        Ok(Wording { pieces, anchor })
    }

    fn anchor(&self) -> &str {
        match self.pieces.get(self.anchor) {
            Some(Piece::Text(text)) => text,
            _ => "",
        }
    }

    /// Fits the wording to `text`, its anchor standing at `at`.
    fn fit(&self, text: &str, at: Range<usize>, language: Option<&str>) -> Option<Fit> {
        if !begins_word(text, at.start) || !ends_word(text, at.end) {
            return None;
        }
        let mut fit = Fit { range: at.clone(), target: None, served: None };
        // Rightwards from the anchor.
        let mut cursor = at.end;
        let mut open: Option<Slot> = None;
        for piece in self.pieces.get(self.anchor + 1..)? {
            match piece {
                Piece::Slot(slot) => open = Some(*slot),
                Piece::Text(wanted) => {
                    let window = window_after(text, cursor);
                    let found = window.find(wanted.as_str())?;
                    if let Some(slot) = open.take() {
                        fit.name(slot, window.get(..found)?, language)?;
                    }
                    cursor += found + wanted.len();
                }
            }
        }
        if let Some(slot) = open {
            let window = window_after(text, cursor);
            let length = fit.name_at_start(slot, window, language)?;
            cursor += length;
        }
        fit.range.end = cursor;
        // Leftwards.
        let mut cursor = at.start;
        let mut open: Option<Slot> = None;
        for piece in self.pieces.get(..self.anchor)?.iter().rev() {
            match piece {
                Piece::Slot(slot) => open = Some(*slot),
                Piece::Text(wanted) => {
                    let window = window_before(text, cursor);
                    let found = window.rfind(wanted.as_str())?;
                    if let Some(slot) = open.take() {
                        fit.name(slot, window.get(found + wanted.len()..)?, language)?;
                    }
                    cursor -= window.len() - found;
                }
            }
        }
        if let Some(slot) = open {
            let window = window_before(text, cursor);
            let length = fit.name_at_end(slot, window, language)?;
            cursor -= length;
        }
        fit.range.start = cursor;
        Some(fit)
    }
}

fn window_after(text: &str, from: usize) -> &str {
    let mut end = (from + SLOT + 80).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(from..end).unwrap_or_default()
}

fn window_before(text: &str, to: usize) -> &str {
    let mut start = to.saturating_sub(SLOT + 80);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..to).unwrap_or_default()
}

/// A wording that fits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fit {
    /// The byte range in the folded text.
    pub(crate) range: Range<usize>,
    /// The tag that stands in `{target}`.
    pub(crate) target: Option<&'static str>,
    /// The tag that stands in `{served}`.
    pub(crate) served: Option<&'static str>,
}

impl Fit {
    fn set(&mut self, slot: Slot, tag: &'static str) {
        match slot {
            Slot::Target => self.target = Some(tag),
            Slot::Served => self.served = Some(tag),
        }
    }

    /// The slot's whole content must be a name, or a pair of names of one language.
    fn name(&mut self, slot: Slot, content: &str, language: Option<&str>) -> Option<()> {
        if content.len() > SLOT {
            return None;
        }
        let names = NAMES.find(content, language);
        self.set(slot, names.first()?.tag);
        Some(())
    }

    /// A name right at the start (an article or quote before it at most); how far it reaches.
    fn name_at_start(&mut self, slot: Slot, window: &str, language: Option<&str>) -> Option<usize> {
        let names = NAMES.find(window, language);
        let first = names.first().filter(|name| name.start <= 16)?;
        self.set(slot, first.tag);
        // "English : English"
        let second = names.get(1).filter(|next| {
            next.tag == first.tag && window.get(first.end..next.start).is_some_and(|s| s.trim() == ":")
        });
        Some(second.unwrap_or(first).end)
    }

    /// A name right at the end of the window; how far before the end it begins.
    fn name_at_end(&mut self, slot: Slot, window: &str, language: Option<&str>) -> Option<usize> {
        let names = NAMES.find(window, language);
        let last = names.last().filter(|name| window.len() - name.end <= 12)?;
        self.set(slot, last.tag);
        Some(window.len() - last.start)
    }
}

/// A list of wordings, searched at once.
#[derive(Clone, Debug)]
pub(crate) struct Wordings {
    wordings: Vec<Wording>,
    languages: Vec<Option<String>>,
    automaton: Option<AhoCorasick>,
}

/// A line of the built-in list.
pub(crate) struct Listed {
    pub(crate) name: &'static str,
    pub(crate) language: &'static str,
    pub(crate) pattern: &'static str,
}

/// The lines of the built-in list.
pub(crate) fn listed() -> impl Iterator<Item = Listed> {
    LIST.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.splitn(3, '|').map(str::trim);
        Some(Listed { name: fields.next()?, language: fields.next()?, pattern: fields.next()? })
    })
}

impl Wordings {
    /// The built-in list. A line that can't be parsed is left out; a test sees to it that there
    /// is none.
    pub(crate) fn builtin() -> Self {
        let (wordings, languages) = listed()
            .filter_map(|line| Some((Wording::parse(line.pattern).ok()?, Some(line.language.to_owned()))))
            .unzip();
        Wordings::compile(wordings, languages)
    }

    /// The user's own.
    pub(crate) fn custom(custom: &[CustomNotice]) -> Result<Self, BadNotice> {
        let mut wordings = Vec::with_capacity(custom.len());
        let mut languages = Vec::with_capacity(custom.len());
        for notice in custom {
            let wording = Wording::parse(&notice.pattern)
                .map_err(|reason| BadNotice { name: notice.name.clone(), reason })?;
            wordings.push(wording);
            languages.push(notice.locale.as_ref().map(|locale| locale.language().to_owned()));
        }
        Ok(Wordings::compile(wordings, languages))
    }

    fn compile(wordings: Vec<Wording>, languages: Vec<Option<String>>) -> Self {
        let automaton = AhoCorasick::new(wordings.iter().map(Wording::anchor)).ok();
        Wordings { wordings, languages, automaton }
    }

    /// An empty list.
    pub(crate) fn none() -> Self {
        Wordings::compile(Vec::new(), Vec::new())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.wordings.is_empty()
    }

    /// The wording that fits best (the longest, then the first of the list), its index, and what
    /// stands in its slots.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, Fit)> {
        let automaton = self.automaton.as_ref().filter(|_| !self.is_empty())?;
        let mut best: Option<(usize, Fit)> = None;
        for hit in automaton.find_overlapping_iter(text) {
            let index = hit.pattern().as_usize();
            let language = self.languages.get(index).and_then(|l| l.as_deref());
            let Some(wording) = self.wordings.get(index) else { continue };
            let Some(fit) = wording.fit(text, hit.range(), language) else { continue };
            if best.as_ref().is_none_or(|(_, known)| fit.range.len() > known.range.len()) {
                best = Some((index, fit));
            }
        }
        best
    }
}
