//! The diff by words.
//!
//! Myers' algorithm (1986) as the crate `similar` has it, over tokens with their blanks. Its own
//! bound on the search keeps it from being quadratic without a clock, so the same texts give the
//! same diff on every machine. It divides and conquers by recursion, and each step down may cut off
//! a single token: two long texts without much in common use a frame for each, which overflowed a
//! test thread's stack. So a pair whose differing middle is longer than [`MOST_TOKENS`] is cut
//! at sentences that are equal, in n log n and without recursion, and only what lies between two of
//! them goes to it; a stretch that is still longer is shown as one deletion and one insertion.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};
use similar::{Algorithm, capture_diff_slices};

use super::tokens::{Class, Token, tokens};
use crate::domain::align::{equal_pairs, heaviest_rising};

/// The longest differing middle that is compared word by word, both sides together: some ten pages.
/// The search recurses, and a hostile pair must not use up the stack of a worker thread.
const MOST_TOKENS: usize = 8_000;

/// A piece of a word diff.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "op", content = "text")]
pub enum DiffOp {
    /// Text that both have.
    Equal(String),
    /// Text that only the old one has.
    Delete(String),
    /// Text that only the new one has.
    Insert(String),
}

/// The diff by words from `old` to `new`. The equal and deleted texts together are `old`, the
/// equal and inserted ones `new`; a deletion comes before the insertion at the same place.
pub fn word_diff(old: &str, new: &str) -> Vec<DiffOp> {
    let (old, new) = (tokens(old), tokens(new));
    texts(&diff_tokens(&old, &new), &old, &new)
}

/// A stretch that is equal on both sides, or changed; the ranges count tokens.
pub(super) struct Op {
    pub equal: bool,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The tokens of a range.
pub(super) fn slice<'s, 't>(tokens: &'s [Token<'t>], range: &Range<usize>) -> &'s [Token<'t>] {
    tokens.get(range.clone()).unwrap_or(&[])
}

/// Equal and changed stretches by turns, covering both sides.
pub(super) fn diff_tokens(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Op> {
    let head = old.iter().zip(new).take_while(|(a, b)| a.text == b.text).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a.text == b.text);
    let tail = tail.count();
    let (old_middle, new_middle) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut ops = Ops { list: Vec::new(), old, new };
    ops.push(true, head, head);
    if old_middle.len() + new_middle.len() > MOST_TOKENS {
        by_sentences(old_middle, new_middle, &mut ops);
    } else {
        by_words(old_middle, new_middle, &mut ops);
    }
    ops.push(true, tail, tail);
    ops.list
}

fn by_words(old: &[Token<'_>], new: &[Token<'_>], ops: &mut Ops<'_, '_>) {
    let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
    let mut number = |text| {
        let next = ids.len() as u32;
        *ids.entry(text).or_insert(next)
    };
    let old_ids: Vec<u32> = old.iter().map(|token| number(token.text)).collect();
    let new_ids: Vec<u32> = new.iter().map(|token| number(token.text)).collect();
    for op in capture_diff_slices(Algorithm::Myers, &old_ids, &new_ids) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        ops.push(tag == similar::DiffTag::Equal, old_range.len(), new_range.len());
    }
}

/// A long text: sentences that are equal and keep their order are fixed, and between two of them
/// the words are compared, if they are not too many.
fn by_sentences(old: &[Token<'_>], new: &[Token<'_>], ops: &mut Ops<'_, '_>) {
    let (old_ends, new_ends) = (sentences(old), sentences(new));
    let keys = |tokens: &[Token<'_>], list: &[Range<usize>]| -> Vec<u64> {
        list.iter()
            .map(|range| {
                let mut hasher = FxHasher::default();
                slice(tokens, range).iter().for_each(|token| token.text.hash(&mut hasher));
                hasher.finish()
            })
            .collect()
    };
    let found = equal_pairs(&keys(old, &old_ends), &keys(new, &new_ends));
    let pairs: Vec<(usize, usize)> =
        found.into_iter().enumerate().filter_map(|(i, j)| Some((i, j?))).collect();
    let weight = |i: &usize| old_ends.get(*i).map_or(1, |range| range.len() as u64);
    let points: Vec<(usize, u64)> = pairs.iter().map(|(i, j)| (*j, weight(i))).collect();
    let (mut i, mut j) = (0, 0);
    let mut between = |old_range: Range<usize>, new_range: Range<usize>| {
        let (a, b) = (slice(old, &old_range), slice(new, &new_range));
        if a.len() + b.len() > MOST_TOKENS {
            ops.push(false, a.len(), b.len());
        } else {
            by_words(a, b, ops);
        }
    };
    let kept = heaviest_rising(&points);
    for ((at, to), _) in pairs.iter().zip(kept).filter(|(_, kept)| *kept) {
        let (Some(a), Some(b)) = (old_ends.get(*at), new_ends.get(*to)) else { continue };
        between(i..a.start, j..b.start);
        // The hash may lie; the texts do not.
        between(a.clone(), b.clone());
        (i, j) = (a.end, b.end);
    }
    between(i..old.len(), j..new.len());
}

/// The sentences as ranges of tokens, cut after stops and line ends.
fn sentences(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let ends = |token: &Token<'_>| {
        let stop = token.class == Class::Punctuation
            && token.text.starts_with(['.', '!', '?', '。', '！', '？', '…', ';', '।']);
        stop || token.text.contains('\n')
    };
    let mut start = 0;
    let mut out = Vec::new();
    for end in
        tokens.iter().enumerate().filter(|(_, token)| ends(token)).map(|(at, _)| at + 1).chain([tokens.len()])
    {
        if start < end {
            out.push(start..end);
        }
        start = end;
    }
    out
}

/// Puts stretches together, and blanks between two changes to the changes: a rewritten phrase
/// reads as one deletion and one insertion, not as a ladder of words.
struct Ops<'s, 't> {
    list: Vec<Op>,
    old: &'s [Token<'t>],
    new: &'s [Token<'t>],
}

impl Ops<'_, '_> {
    fn push(&mut self, equal: bool, old: usize, new: usize) {
        if old == 0 && new == 0 {
            return;
        }
        if !equal
            && let [.., before, between] = self.list.as_slice()
            && between.equal
            && !before.equal
            && slice(self.old, &between.old).iter().all(|token| token.class == Class::Space)
        {
            let blanks = between.old.len();
            self.list.pop();
            if let Some(last) = self.list.last_mut() {
                last.old.end += blanks;
                last.new.end += blanks;
            }
        }
        let (old_at, new_at) = self.list.last().map_or((0, 0), |last| (last.old.end, last.new.end));
        debug_assert!(old_at + old <= self.old.len() && new_at + new <= self.new.len());
        match self.list.last_mut().filter(|last| last.equal == equal) {
            Some(last) => {
                last.old.end += old;
                last.new.end += new;
            }
            None => self.list.push(Op { equal, old: old_at..old_at + old, new: new_at..new_at + new }),
        }
    }
}

/// The diff as texts.
pub(super) fn texts(ops: &[Op], old: &[Token<'_>], new: &[Token<'_>]) -> Vec<DiffOp> {
    let text = |list: &[Token<'_>]| list.iter().map(|token| token.text).collect::<String>();
    let mut out = Vec::new();
    for op in ops {
        let (gone, come) = (text(slice(old, &op.old)), text(slice(new, &op.new)));
        if op.equal {
            out.push(DiffOp::Equal(gone));
        } else {
            if !gone.is_empty() {
                out.push(DiffOp::Delete(gone));
            }
            if !come.is_empty() {
                out.push(DiffOp::Insert(come));
            }
        }
    }
    out
}

/// Whether hardly a word is left: of units with at least 4 words each, fewer than 3 in 10.
pub(super) fn is_rewritten(ops: &[Op], old: &[Token<'_>], new: &[Token<'_>]) -> bool {
    let words = |list: &[Token<'_>]| list.iter().filter(|token| token.class == Class::Word).count();
    let equal: usize = ops.iter().filter(|op| op.equal).map(|op| words(slice(old, &op.old))).sum();
    let (before, after) = (words(old), words(new));
    before >= 4 && after >= 4 && equal * 2 * 10 < (before + after) * 3
}
