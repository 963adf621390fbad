//! The entries of a memory, packed: every text once, everything else by number.

use serde::{Deserialize, Serialize};

use rustc_hash::FxHashMap;

use super::entry::{Entry, Grain, View};
use crate::domain::locale::Locale;
use crate::domain::record::{LinkId, LinkState, Timestamp};

/// No text.
const NONE: u32 = u32::MAX;

/// All that a memory is made of, as a cache keeps it; [`super::Memory::new`] makes it ready. Takes the
/// bytes of its texts, each once, and about 50 bytes an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// The locale of the sources.
    source: Locale,
    /// The locale of the targets.
    target: Locale,
    text: String,
    ends: Vec<u64>,
    entries: Vec<Packed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Packed {
    source: u32,
    target: u32,
    before: u32,
    after: u32,
    by: u32,
    article: u32,
    link: Option<u32>,
    at: Option<i64>,
    grain: Grain,
    state: LinkState,
    penalty: u8,
}

impl Stored {
    /// The entries, packed. Of entries that are equal in all, one is kept.
    pub fn new(source: Locale, target: Locale, entries: impl IntoIterator<Item = Entry>) -> Stored {
        let mut stored =
            Stored { source, target, text: String::new(), ends: Vec::new(), entries: Vec::new() };
        // By 128 bits of BLAKE3: nobody finds two texts with the same.
        let mut known: FxHashMap<[u8; 16], u32> = FxHashMap::default();
        for entry in entries {
            let mut number = |text: &str| stored.number(text, &mut known);
            let numbers = [
                number(&entry.source),
                number(&entry.target),
                entry.before.as_deref().map_or(NONE, &mut number),
                entry.after.as_deref().map_or(NONE, &mut number),
                number(&entry.by),
                entry.origin.as_ref().map_or(NONE, |origin| number(origin.article.as_str())),
            ];
            let [source, target, before, after, by, article] = numbers;
            let link = entry.origin.and_then(|origin| origin.link).map(LinkId::number);
            let at = entry.at.map(Timestamp::seconds);
            let (grain, state) = (entry.grain, entry.state);
            stored.entries.push(Packed {
                source,
                target,
                before,
                after,
                by,
                article,
                link,
                at,
                grain,
                state,
                penalty: entry.penalty,
            });
        }
        stored
    }

    fn number(&mut self, text: &str, known: &mut FxHashMap<[u8; 16], u32>) -> u32 {
        let mut short = [0; 16];
        short.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
        *known.entry(short).or_insert_with(|| {
            self.text.push_str(text);
            self.ends.push(self.text.len() as u64);
            (self.ends.len() - 1) as u32
        })
    }

    /// The locale of the sources.
    pub fn source_locale(&self) -> &Locale {
        &self.source
    }

    /// The locale of the targets.
    pub fn target_locale(&self) -> &Locale {
        &self.target
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The text of that number; an empty one for a number that a broken cache made up.
    pub(super) fn text(&self, number: u32) -> &str {
        let end = |number: u32| self.ends.get(number as usize).map(|end| *end as usize);
        let from = number.checked_sub(1).and_then(end).unwrap_or(0);
        end(number).and_then(|to| self.text.get(from..to)).unwrap_or_default()
    }

    /// How many texts there are.
    pub(super) fn texts(&self) -> usize {
        self.ends.len()
    }

    /// The number of the source text of an entry.
    pub(super) fn source_of(&self, at: usize) -> u32 {
        self.entries.get(at).map_or(NONE, |entry| entry.source)
    }

    /// The entry of that number.
    pub fn get(&self, at: usize) -> Option<View<'_>> {
        let entry = self.entries.get(at)?;
        let maybe = |number: u32| (number != NONE).then(|| self.text(number));
        Some(View {
            source: self.text(entry.source),
            target: self.text(entry.target),
            before: maybe(entry.before),
            after: maybe(entry.after),
            grain: entry.grain,
            state: entry.state,
            by: self.text(entry.by),
            at: entry.at.and_then(Timestamp::from_seconds),
            article: maybe(entry.article),
            link: entry.link.map(LinkId::from_number),
            penalty: entry.penalty,
        })
    }

    /// The bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * 8 + self.entries.capacity() * size_of::<Packed>()
    }
}
