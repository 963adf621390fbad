//! Finds, among many texts, those whose words are like a query's, without looking at most.
//!
//! **How.** A text whose score is to be T % or more shares at least ⌈T·n/100⌉ words with the query, n
//! being the length of the longer one. Put the words of every text in one order, rarest first: of two
//! texts that share so many, the first l − ⌈T·l/100⌉ + 1 words of either (its *prefix*) hold the
//! rarest word that they share (Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity
//! Joins in Data Cleaning", ICDE 2006; Bayardo, Ma and Srikant, "Scaling Up All Pairs Similarity
//! Search", WWW 2007). So only prefixes are indexed, at [`FLOOR`] %, and only the query's prefix is
//! looked up; T rises to the score of the best text found, and the prefix shrinks. A posting holds the
//! text's length and the word's place, which bound what may be shared (Xiao et al., "Efficient
//! Similarity Joins for Near Duplicate Detection", WWW 2008); 128 bits of each text bound it again
//! (Sandes et al., "Bitmap Filter", 2020); what is left is measured. Nothing in this is a guess: the
//! texts found are those that a scan of all finds, unless more than [`MOST_MEASURED`] are as good by
//! their words as the best.
//!
//! The second "the" of a text is a word of its own to the order, so that lists with repeated words are
//! sets. Figures and codes count as words but lead to no candidates: a text that shares nothing else
//! is not like the query ([`super::score()`]).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::distance::Pattern;
use super::vocabulary::is_word;

/// The lowest score that is looked for, in percent: below it a translator is faster without.
pub const FLOOR: u8 = 50;
/// A text with more words than that is found only if it is equal: far longer than any sentence.
pub const LONGEST: usize = 1_000;
/// After so many texts with the worst score that is still taken, only better ones are looked for.
const MOST_TIES: usize = 100;
/// So many texts are measured to the last figure and sign for one query: of a million captions that
/// differ in their figures alone, all would have to be. The one place where a text may be missed.
const MOST_MEASURED: usize = 4_000;

/// Lists of numbers, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lists {
    numbers: Vec<u32>,
    ends: Vec<u32>,
}

impl Lists {
    /// Adds a list; `false` if there is no room, which is at four thousand million numbers.
    pub fn push(&mut self, list: &[u32]) -> bool {
        let Ok(end) = u32::try_from(self.numbers.len() + list.len()) else { return false };
        self.numbers.extend_from_slice(list);
        self.ends.push(end);
        true
    }

    /// No lists, with room for as many as there are in others.
    fn with_room(others: &Lists) -> Lists {
        Lists {
            numbers: Vec::with_capacity(others.numbers.len()),
            ends: Vec::with_capacity(others.ends.len()),
        }
    }

    /// The list of that number.
    pub fn get(&self, at: usize) -> &[u32] {
        let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(at).copied().unwrap_or(from);
        self.numbers.get(from as usize..to as usize).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        self.numbers.capacity() * 4 + self.ends.capacity() * 4
    }
}

/// A text that has a word in its prefix.
#[derive(Clone, Copy, Debug, Default)]
struct Posting {
    text: u32,
    length: u16,
    /// How many of the text's words are rarer.
    place: u16,
}

/// The index over the words of texts.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Where the postings of each key end, rarest key first.
    ends: Vec<u32>,
    postings: Vec<Posting>,
    /// For each number of a word, the rank of its first occurrence in a text.
    ranks: Vec<u32>,
    /// The same for further occurrences.
    more_ranks: FxHashMap<(u32, u32), u32>,
    bits: Vec<u128>,
}

const NO_RANK: u32 = u32::MAX;

fn bit(number: u32) -> u128 {
    1 << (number.wrapping_mul(0x9e37_79b1) >> 25)
}

/// How many words two texts must share, the longer one having `length`, for `score` %.
fn needed(length: usize, score: u8) -> usize {
    (length * usize::from(score)).div_ceil(100)
}

/// How many words a prefix has.
fn prefix(length: usize, score: u8) -> usize {
    (length + 1).saturating_sub(needed(length, score))
}

/// Calls `take` for each word with the number of its occurrence in the list.
fn occurrences(words: &[u32], sorted: &mut Vec<u32>, mut take: impl FnMut(u32, u32)) {
    sorted.clear();
    sorted.extend(words.iter().copied().filter(|word| is_word(*word)));
    sorted.sort_unstable();
    let (mut last, mut count) = (None, 0);
    for word in sorted.iter() {
        count = if last == Some(*word) { count + 1 } else { 0 };
        last = Some(*word);
        take(*word, count);
    }
}

/// The texts that are indexed, shortest first; of one length in their own order.
fn by_length(texts: &Lists) -> Vec<u32> {
    let mut ends: Vec<usize> = vec![0; LONGEST + 2];
    let lengths = || (0..texts.len()).map(|at| (at, texts.get(at).len()));
    let is_indexed = |length: usize| (1..=LONGEST).contains(&length);
    for (_, length) in lengths().filter(|(_, length)| is_indexed(*length)) {
        if let Some(end) = ends.get_mut(length + 1) {
            *end += 1;
        }
    }
    let mut at = 0;
    for end in &mut ends {
        at += *end;
        *end = at;
    }
    let mut out = vec![0; at];
    for (text, length) in lengths().filter(|(_, length)| is_indexed(*length)) {
        let Some(end) = ends.get_mut(length) else { continue };
        if let Some(place) = out.get_mut(*end) {
            *place = text as u32;
        }
        *end += 1;
    }
    out
}

impl Index {
    /// The index over lists of words, their numbers below `numbers`.
    pub fn new(texts: &Lists, numbers: usize) -> Index {
        let mut more: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        // Each word, and each further occurrence of it in one text, is a key; how many have it?
        let mut counts: Vec<u32> = vec![0; numbers];
        let mut keys = Lists::with_room(texts);
        let (mut sorted, mut own) = (Vec::new(), Vec::new());
        for at in 0..texts.len() {
            let words = texts.get(at);
            own.clear();
            if words.len() <= LONGEST {
                occurrences(words, &mut sorted, |word, nth| {
                    let mut key = word;
                    if nth > 0 {
                        let next = counts.len() as u32;
                        key = *more.entry((word, nth)).or_insert(next);
                        if key == next {
                            counts.push(0);
                        }
                    }
                    if let Some(count) = counts.get_mut(key as usize) {
                        *count += 1;
                    }
                    own.push(key);
                });
            }
            keys.push(&own);
        }
        let mut order: Vec<u32> = (0..counts.len() as u32).collect();
        order.sort_by_key(|key| counts.get(*key as usize).copied().unwrap_or(0));
        let mut ranks: Vec<u32> = vec![NO_RANK; counts.len()];
        for (rank, key) in order.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(*key as usize) {
                *slot = rank as u32;
            }
        }
        drop(order);
        let rank_of = |key: u32| ranks.get(key as usize).copied().unwrap_or(NO_RANK);
        more.values_mut().for_each(|key| *key = rank_of(*key));

        // Shortest texts first, so that every key's postings are in the order of lengths. A prefix
        // takes the place of the list of keys.
        let mut sizes: Vec<u32> = vec![0; counts.len() + 1];
        let mut prefixes = Lists::with_room(texts);
        let by_length = by_length(texts);
        for text in &by_length {
            own.clear();
            own.extend(keys.get(*text as usize).iter().map(|key| rank_of(*key)));
            own.sort_unstable();
            own.truncate(prefix(texts.get(*text as usize).len(), FLOOR));
            for rank in &own {
                if let Some(size) = sizes.get_mut(*rank as usize + 1) {
                    *size += 1;
                }
            }
            prefixes.push(&own);
        }
        drop(keys);
        let mut at = 0;
        for size in &mut sizes {
            at += *size;
            *size = at;
        }
        // What is filled from the front of each key's postings ends as the key's end.
        let mut ends = sizes;
        let mut postings = vec![Posting::default(); at as usize];
        let mut bits = vec![0; texts.len()];
        for (number, text) in by_length.iter().enumerate() {
            let words = texts.get(*text as usize);
            for (place, rank) in prefixes.get(number).iter().enumerate() {
                let Some(end) = ends.get_mut(*rank as usize) else { continue };
                if let Some(slot) = postings.get_mut(*end as usize) {
                    *slot = Posting { text: *text, length: words.len() as u16, place: place as u16 };
                }
                *end += 1;
            }
            if let Some(bits) = bits.get_mut(*text as usize) {
                *bits = words.iter().fold(0, |bits, word| bits | bit(*word));
            }
        }
        ends.pop();
        Index { ends, postings, ranks, more_ranks: more, bits }
    }

    /// The ranks of a text's words, rarest first; those that no text has are left out.
    fn ranks_of(&self, words: &[u32], sorted: &mut Vec<u32>, out: &mut Vec<u32>) {
        out.clear();
        occurrences(words, sorted, |word, nth| {
            let rank = match nth {
                0 => self.ranks.get(word as usize).copied(),
                _ => self.more_ranks.get(&(word, nth)).copied(),
            };
            out.extend(rank.filter(|rank| *rank != NO_RANK));
        });
        out.sort_unstable();
    }

    fn postings(&self, rank: u32) -> &[Posting] {
        let from =
            (rank as usize).checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(rank as usize).copied().unwrap_or(from);
        self.postings.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        self.ends.capacity() * 4
            + self.postings.capacity() * size_of::<Posting>()
            + self.ranks.capacity() * 4
            + self.more_ranks.capacity() * 16
            + self.bits.capacity() * 16
    }
}

/// What a search needs besides the index, kept from one query to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    seen: Vec<u32>,
    round: u32,
    sorted: Vec<u32>,
    ranks: Vec<u32>,
    pattern: Pattern,
}

/// What was found for a query: texts with their scores, best first; equal scores in the order of the
/// texts.
pub(super) type Found = Vec<(u8, u32)>;

/// Looks for the texts that are most like a query, and not equal to it.
pub(super) struct Search<'i> {
    pub index: &'i Index,
    pub texts: &'i Lists,
    /// The query's words.
    pub words: &'i [u32],
    /// No score below it is looked for, and none below [`FLOOR`].
    pub least: u8,
    /// So many texts are looked for.
    pub most: usize,
    /// The text that is equal to the query, which is not looked for.
    pub but: Option<u32>,
}

impl Search<'_> {
    /// The best texts. `exactly` gives the score of a text that is `words` % alike by its words, or
    /// less.
    pub fn run(&self, scratch: &mut Scratch, mut exactly: impl FnMut(u32, u8) -> u8) -> Found {
        let length = self.words.len();
        let mut found = Best::new(self.least.max(FLOOR), self.most);
        if !(1..=LONGEST).contains(&length) || self.most == 0 {
            return found.list;
        }
        let Scratch { seen, round, sorted, ranks, pattern } = scratch;
        seen.resize(self.texts.len(), 0);
        *round = round.wrapping_add(1);
        if *round == 0 {
            seen.fill(0);
            *round = 1;
        }
        self.index.ranks_of(self.words, sorted, ranks);
        pattern.set(self.words);
        let bits = self.words.iter().fold(0, |bits, word| bits | bit(*word));
        // Figures and codes come last in the order; words that no text has come first.
        let counted = self.words.iter().filter(|word| is_word(**word)).count();
        let unknown = counted - ranks.len().min(counted);
        let mut measured = 0;
        if let Some(mark) = self.but.and_then(|but| seen.get_mut(but as usize)) {
            *mark = *round;
        }
        for (at, rank) in ranks.iter().enumerate() {
            // What the query may still share with a text whose rarest shared word is this one.
            let left = length - unknown - at;
            let mut score = found.least();
            if left < needed(length, score) {
                break;
            }
            let postings = self.index.postings(*rank);
            for posting in postings.get(within(postings, length, left, score)).unwrap_or_default() {
                let other = usize::from(posting.length);
                let longer = length.max(other);
                let may_share = left.min(other - usize::from(posting.place).min(other));
                if may_share < needed(longer, score) {
                    continue;
                }
                let Some(mark) = seen.get_mut(posting.text as usize).filter(|mark| **mark != *round) else {
                    continue;
                };
                *mark = *round;
                let own = self.index.bits.get(posting.text as usize).copied().unwrap_or(u128::MAX);
                let shared = (length - ((bits & !own).count_ones() as usize).min(length))
                    .min(other - ((own & !bits).count_ones() as usize).min(other));
                if shared < needed(longer, score) {
                    continue;
                }
                let alike = longer - pattern.distance(self.texts.get(posting.text as usize)).min(longer);
                let percent = (alike * 100 / longer) as u8;
                // What is not equal has 99 at most.
                if percent.min(99) < score || measured >= MOST_MEASURED {
                    continue;
                }
                measured += 1;
                found.add(exactly(posting.text, percent), posting.text);
                score = found.least();
            }
        }
        found.list
    }
}

/// The postings whose length allows `score` % for a query of `length` words that may share `left`.
fn within(postings: &[Posting], length: usize, left: usize, score: u8) -> Range<usize> {
    let score = usize::from(score.max(1));
    let (least, most) = ((length * score).div_ceil(100), left * 100 / score);
    let from = postings.partition_point(|posting| usize::from(posting.length) < least);
    let to = postings.partition_point(|posting| usize::from(posting.length) <= most);
    from..to.max(from)
}

/// The best texts so far.
struct Best {
    list: Found,
    floor: u8,
    most: usize,
    ties: usize,
}

impl Best {
    fn new(floor: u8, most: usize) -> Self {
        Best { list: Vec::new(), floor, most, ties: 0 }
    }

    /// The least score that is of use.
    fn least(&self) -> u8 {
        match self.list.last() {
            Some((score, _)) if self.list.len() >= self.most => {
                score.saturating_add(u8::from(self.ties >= MOST_TIES))
            }
            _ => self.floor,
        }
    }

    fn add(&mut self, score: u8, text: u32) {
        let least = self.least();
        if score < least {
            // Its words are as good as the worst that is taken; the rest is not.
            self.ties += 1;
            return;
        }
        let at = self.list.partition_point(|(other, own)| *other > score || *other == score && *own < text);
        self.list.insert(at, (score, text));
        if self.list.len() > self.most {
            let last = self.list.pop();
            self.ties += usize::from(last.is_some_and(|(score, _)| score == least));
            if self.list.last().is_some_and(|(score, _)| *score > least) {
                self.ties = 0;
            }
        }
    }
}
