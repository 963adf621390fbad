//! Translation memory: what was translated before, and what of it serves for a text.
//!
//! A memory is made of [`Entry`]s for one pair of locales: from the links of the repository's records
//! ([`gather`]), or from elsewhere. [`Memory::new`] indexes them; a [`Searcher`] answers with the best
//! [`Match`]es of a unit or segment: in context (the text and both of its neighbours are equal), exact
//! (equal) or fuzzy ([`score()`] says what a percent is). [`leverage`] counts what of a job is how well
//! covered.
//!
//! **Which texts are found.** Those that a scan of all entries finds: `index` says how they are found
//! without one, and where the only bound is. Measured in CPU time of one core (of a busy machine) on a
//! million distinct sentences of web pages, 133 MB, most of them English; of the questions, half were
//! sentences that the memory has not, half were sentences it has with up to two fifths of their words
//! changed:
//!
//! | | 50 % and more | 70 % and more |
//! |---|---|---|
//! | median, 95th percentile of a question | 0.13 ms, 2.5 ms | 0.06 ms, 0.3 ms |
//! | a scan of all | 200 ms | |
//!
//! Of 600 such questions to 300,000 sentences, all 201 with a match of 70 % and more got the score that
//! the scan gives. The index took some 380 bytes a sentence (of 133 bytes) besides the texts themselves, and was built
//! at 10 to 15 MB/s. A test holds that index and scan find the same; `benches/memory.rs` measures both.
//!
//! **Texts from elsewhere** may have a penalty: so many percent are taken off the score of each of their
//! matches, so that none is exact and none is in context while nobody here vouched for it.
//!
//! **Order.** Nothing depends on the order in which entries come. Of matches with the same score come
//! first: those of the article that asks; those reviewed before translated before left as is before a
//! machine's; the newest; then by their texts.

mod distance;
mod entry;
pub mod gather;
mod index;
pub mod leverage;
mod score;
mod store;
mod tokens;
mod vocabulary;

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::locale::Locale;
use super::text::{UnitHash, normalised};
pub use entry::{Entry, Grain, Origin, View, serves};
pub use index::FLOOR;
use index::{Index, Lists, Scratch, Search};
pub use score::score;
pub use store::Stored;
use vocabulary::{Coded, Vocabulary};

/// A translation memory, ready to be asked.
#[derive(Debug)]
pub struct Memory {
    stored: Stored,
    /// The entries, those with equal source texts (in normal form) one behind the other.
    entries: Vec<u32>,
    /// For each source text, where its entries end.
    ends: Vec<u32>,
    /// Their hashes, rising.
    hashes: Vec<UnitHash>,
    vocabulary: Vocabulary,
    words: Lists,
    written: Lists,
    index: Index,
}

/// What is asked of a memory.
#[derive(Clone, Copy, Debug)]
pub struct Query<'q> {
    /// The text to be translated.
    pub text: &'q str,
    /// The texts right before and behind it, empty at the ends of the article, if they are known.
    pub context: Option<(&'q str, &'q str)>,
    /// The article it stands in.
    pub article: Option<&'q str>,
    /// Only entries of that grain.
    pub grain: Option<Grain>,
    /// The least score, in percent; below [`FLOOR`] nothing is found.
    pub least: u8,
    /// So many matches at most.
    pub most: usize,
}

impl<'q> Query<'q> {
    /// The best match of a text, of [`FLOOR`] % or more, whatever stands around it.
    pub fn new(text: &'q str) -> Self {
        Query { text, context: None, article: None, grain: None, least: FLOOR, most: 1 }
    }
}

/// What a memory has for a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match<'m> {
    /// How like the texts are, in percent: [`score()`].
    pub score: u8,
    /// Whether they are equal and so are the texts before and behind.
    pub in_context: bool,
    /// The entry.
    pub entry: View<'m>,
}

impl Memory {
    /// The memory of those entries. Takes time in proportion to their text.
    pub fn new(stored: Stored) -> Memory {
        let mut groups: Vec<(UnitHash, u32)> = Vec::new();
        // The group of each text that is a source.
        let mut group_of: Vec<Option<UnitHash>> = vec![None; stored.texts()];
        let mut entries: Vec<(UnitHash, u32)> = Vec::with_capacity(stored.len());
        for at in 0..stored.len() {
            let source = stored.source_of(at);
            let Some(slot) = group_of.get_mut(source as usize) else { continue };
            let hash = *slot.get_or_insert_with(|| {
                let hash = UnitHash::of(stored.text(source));
                groups.push((hash, source));
                hash
            });
            entries.push((hash, at as u32));
        }
        drop(group_of);
        // By hash: the same order whichever entry came first.
        groups.sort_unstable_by_key(|(hash, source)| (*hash, *source));
        groups.dedup_by_key(|(hash, _)| *hash);
        entries.sort_unstable();
        let mut memory = Memory {
            entries: entries.iter().map(|(_, at)| *at).collect(),
            ends: Vec::with_capacity(groups.len()),
            hashes: Vec::with_capacity(groups.len()),
            vocabulary: Vocabulary::default(),
            words: Lists::default(),
            written: Lists::default(),
            index: Index::default(),
            stored,
        };
        let mut coded = Coded::default();
        let mut end = 0;
        for (hash, source) in &groups {
            while entries.get(end).is_some_and(|(own, _)| own == hash) {
                end += 1;
            }
            memory.vocabulary.learn(&normalised(memory.stored.text(*source)), &mut coded);
            if !coded.has_word {
                // Only ever found as a whole.
                coded.words.clear();
            }
            if !(memory.words.push(&coded.words) && memory.written.push(&coded.written)) {
                break;
            }
            memory.ends.push(end as u32);
            memory.hashes.push(*hash);
        }
        memory.index = Index::new(&memory.words, memory.vocabulary.len());
        memory
    }

    /// What the memory is made of, for a cache.
    pub fn stored(&self) -> &Stored {
        &self.stored
    }

    /// The locale of the sources.
    pub fn source_locale(&self) -> &Locale {
        self.stored.source_locale()
    }

    /// The locale of the targets.
    pub fn target_locale(&self) -> &Locale {
        self.stored.target_locale()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.stored.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.stored.is_empty()
    }

    /// How many different source texts there are.
    pub fn sources(&self) -> usize {
        self.ends.len()
    }

    /// Every entry, in the order of its source's hash.
    pub fn entries(&self) -> impl Iterator<Item = View<'_>> {
        self.entries.iter().filter_map(|at| self.stored.get(*at as usize))
    }

    /// About how many bytes the texts and the entries take, and how many the index.
    pub fn bytes(&self) -> (usize, usize) {
        let index = self.index.bytes()
            + self.words.bytes()
            + self.written.bytes()
            + self.vocabulary.bytes()
            + (self.entries.capacity() + self.ends.capacity()) * 4
            + self.hashes.capacity() * 8;
        (self.stored.bytes(), index)
    }

    /// One who asks; keeps what it needs from one question to the next.
    pub fn searcher(&self) -> Searcher<'_> {
        Searcher { memory: self, scratch: Scratch::default() }
    }

    /// The best score of all source texts, found by looking at each: what the index is held against in
    /// tests and benchmarks. Texts below [`FLOOR`] give 0.
    pub fn scan(&self, text: &str) -> u8 {
        if self.number_of(text).is_some() {
            return 100;
        }
        let (coded, strange) = self.vocabulary.read(text);
        if !coded.has_word {
            return 0;
        }
        let mut pattern = distance::Pattern::default();
        pattern.set(&coded.words);
        let mut best = 0;
        for at in 0..self.words.len() {
            let words = self.words.get(at);
            let percent = score::by_words(&mut pattern, &coded.words, words);
            if percent >= FLOOR && percent.min(99) > best && score::shares_word(&coded.words, words) {
                let deduction = self.vocabulary.deduction(&coded.written, self.written.get(at), &strange);
                best = score::finished(percent, deduction).max(best);
            }
        }
        if best < FLOOR { 0 } else { best }
    }

    /// The number of the source text that is equal.
    fn number_of(&self, text: &str) -> Option<u32> {
        self.hashes.binary_search(&UnitHash::of(text)).ok().map(|number| number as u32)
    }

    /// The entries of a source text.
    fn group(&self, number: u32) -> impl Iterator<Item = View<'_>> {
        let from =
            (number as usize).checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(number as usize).copied().unwrap_or(from);
        let entries = self.entries.get(from as usize..to as usize).unwrap_or_default();
        entries.iter().filter_map(|at| self.stored.get(*at as usize))
    }
}

/// Asks a memory. Not shared between threads: each makes its own.
#[derive(Debug)]
pub struct Searcher<'m> {
    memory: &'m Memory,
    scratch: Scratch,
}

impl<'m> Searcher<'m> {
    /// The best matches of a text, best first: matches in context, exact ones, then by score. Of
    /// entries with the same source and target one is given.
    pub fn best(&mut self, query: &Query<'_>) -> Vec<Match<'m>> {
        let memory = self.memory;
        let mut out = Vec::new();
        let wanted = normalised(query.text);
        let equal = memory.number_of(query.text);
        if let Some(number) = equal {
            take(memory, number, 100, query, &mut out);
            // Two texts may have one hash, if hardly ever.
            out.retain(|found: &Match<'_>| normalised(found.entry.source) == wanted);
        }
        if out.len() < query.most && query.least < 100 {
            let (coded, strange) = memory.vocabulary.read(query.text);
            let search = Search {
                index: &memory.index,
                texts: &memory.words,
                words: if coded.has_word { &coded.words } else { &[] },
                least: query.least,
                // Where entries are chosen among, some texts may have none.
                most: if query.grain.is_some() { query.most.saturating_mul(4) } else { query.most },
                but: equal,
            };
            let found = search.run(&mut self.scratch, |text, words| {
                let written = memory.written.get(text as usize);
                score::finished(words, memory.vocabulary.deduction(&coded.written, written, &strange))
            });
            for (score, text) in found {
                take(memory, text, score, query, &mut out);
            }
        }
        out.sort_by(|one, other| order(one, other, query.article));
        out.truncate(query.most);
        out
    }
}

/// Takes the entries of a source text among the matches, one for each target.
fn take<'m>(memory: &'m Memory, number: u32, score: u8, query: &Query<'_>, out: &mut Vec<Match<'m>>) {
    let context = query.context.map(|(before, after)| (normalised(before), normalised(after)));
    let mut own: FxHashMap<&str, Match<'m>> = FxHashMap::default();
    for entry in memory.group(number) {
        if query.grain.is_some_and(|grain| grain != entry.grain) {
            continue;
        }
        let score = score.saturating_sub(entry.penalty);
        if score < query.least {
            continue;
        }
        let in_context = score == 100
            && match (&context, entry.before, entry.after) {
                (Some((before, after)), Some(own_before), Some(own_after)) => {
                    normalised(own_before) == *before && normalised(own_after) == *after
                }
                _ => false,
            };
        let found = Match { score, in_context, entry };
        let best = own.entry(entry.target).or_insert(found);
        if order(&found, best, query.article) == Ordering::Less {
            *best = found;
        }
    }
    out.extend(own.into_values());
}

/// The better match first.
fn order(one: &Match<'_>, other: &Match<'_>, article: Option<&str>) -> Ordering {
    let key = |found: &Match<'_>| {
        let own = article.is_some() && found.entry.article == article;
        (found.in_context, found.score, own, found.entry.trust(), found.entry.at)
    };
    let rest = |found: &Match<'_>| {
        let entry = found.entry;
        (entry.grain, entry.article.map(str::to_owned), entry.link, entry.by.to_owned())
    };
    key(other)
        .cmp(&key(one))
        .then_with(|| one.entry.source.cmp(other.entry.source))
        .then_with(|| one.entry.target.cmp(other.entry.target))
        .then_with(|| rest(one).cmp(&rest(other)))
        .then_with(|| (one.entry.before, one.entry.after).cmp(&(other.entry.before, other.entry.after)))
}

#[cfg(test)]
mod tests;
