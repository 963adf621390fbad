//! A list of words, asked which of them begin at the places of a text where words begin.
//!
//! The words lie sorted; those that share their first three bytes are found at one look, and a step
//! for each further byte narrows them down. An automaton (Aho–Corasick) over the same words steps
//! as fast through a text, but has to be built at each start of the program: for the cue words and
//! names of 68 languages that took as long as to judge 200 pages.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::fold::begins_word;

/// The words; each goes by its place in the sorted list.
pub(super) struct Heads {
    words: Vec<String>,
    /// The words that share a start of so many bytes.
    by_start: FxHashMap<[u8; START], Range<usize>>,
    /// The words that are shorter than that, filled up with zeros, and their lengths.
    short: FxHashMap<[u8; START], usize>,
}

const START: usize = 3;

/// A word that begins at `start` of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The word's place in the list.
    pub(super) word: usize,
}

impl Heads {
    /// Takes a map from words to whatever goes with them; gives that in the words' order. An
    /// empty word is never found.
    pub(super) fn new<T>(map: BTreeMap<String, T>) -> (Heads, Vec<T>) {
        let (words, with): (Vec<String>, Vec<T>) = map.into_iter().unzip();
        let mut heads = Heads { words, by_start: FxHashMap::default(), short: FxHashMap::default() };
        for (index, word) in heads.words.iter().enumerate() {
            match word.as_bytes().first_chunk() {
                Some(start) => heads.by_start.entry(*start).or_insert(index..index).end = index + 1,
                None => {
                    heads.short.insert(padded(word.as_bytes(), word.len()), index);
                }
            }
        }
        (heads, with)
    }

    /// Hands `take` each word that begins where a word of the folded text can begin, in the order
    /// of the places, the shorter first.
    pub(super) fn find(&self, text: &str, mut take: impl FnMut(Head)) {
        let bytes = text.as_bytes();
        let mut within = false;
        for (start, byte) in bytes.iter().enumerate() {
            let goes_on = within && byte.is_ascii_alphanumeric();
            within = byte.is_ascii_alphanumeric();
            if goes_on || !text.is_char_boundary(start) {
                continue;
            }
            let mut begins = None;
            self.at(bytes.get(start..).unwrap_or_default(), |word, length| {
                if *begins.get_or_insert_with(|| begins_word(text, start)) {
                    take(Head { start, end: start + length, word });
                }
            });
        }
    }

    /// Hands `take` the words that `rest` begins with, and their lengths.
    fn at(&self, rest: &[u8], mut take: impl FnMut(usize, usize)) {
        for length in 1..START.min(rest.len() + 1) {
            if let Some(&word) = self.short.get(&padded(rest, length)) {
                take(word, length);
            }
        }
        let Some(start) = rest.first_chunk() else { return };
        let Some(Range { start: mut from, end: mut to }) = self.by_start.get(start).cloned() else { return };
        let mut depth = START;
        while let Some(list) = self.words.get(from..to).filter(|list| !list.is_empty()) {
            // The shortest of those that share a head is the first.
            let ends_here = list.first().is_some_and(|word| word.len() == depth);
            if ends_here {
                take(from, depth);
            }
            let Some(&next) = rest.get(depth) else { return };
            let list = list.get(usize::from(ends_here)..).unwrap_or_default();
            from += usize::from(ends_here);
            let byte = |word: &String| word.as_bytes().get(depth).copied().unwrap_or(0);
            let below = list.partition_point(|word| byte(word) < next);
            let upto = list.partition_point(|word| byte(word) <= next);
            (from, to) = (from + below, from + upto);
            depth += 1;
        }
    }
}

/// The first `length` bytes, filled up with zeros.
fn padded(bytes: &[u8], length: usize) -> [u8; START] {
    let mut out = [0; START];
    for (to, from) in out.iter_mut().zip(bytes.iter().take(length)) {
        *to = *from;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(words: &[String], text: &str) -> Vec<(usize, String)> {
        let (heads, names) = Heads::new(words.iter().map(|word| (word.clone(), word.clone())).collect());
        let mut out = Vec::new();
        heads.find(text, |head| {
            assert_eq!(text.get(head.start..head.end), names.get(head.word).map(String::as_str));
            out.push((head.start, names[head.word].clone()));
        });
        out
    }

    #[test]
    fn a_word_is_found_where_words_begin_only() {
        let words: Vec<String> = ["a", "an", "ana", "page", "语", "no page"].map(String::from).to_vec();
        let all = found(&words, "banana ana: no page, 英语");
        let wanted = [(7, "a"), (7, "an"), (7, "ana"), (12, "no page"), (15, "page"), (24, "语")];
        assert_eq!(all, wanted.map(|(at, word)| (at, word.to_owned())));
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_comparing_each_word_finds(
            words in proptest::collection::vec("[abé语 ]{0,5}", 0..12),
            text in "[abé语 .1]{0,24}",
        ) {
            let mut plain = Vec::new();
            for (start, _) in text.char_indices().filter(|(start, _)| begins_word(&text, *start)) {
                let mut here: Vec<&String> =
                    words.iter().filter(|w| !w.is_empty() && text[start..].starts_with(*w)).collect();
                here.sort();
                here.dedup();
                plain.extend(here.into_iter().map(|word| (start, word.clone())));
            }
            prop_assert_eq!(found(&words, &text), plain);
        }
    }
}
