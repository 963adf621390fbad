//! How much of a page is the source's own text.
//!
//! Blocks are compared first, by a hash of their letters and digits. What is left is compared
//! by runs of [`RUN`] words: a word counts as copied when it stands in a run that stands in the
//! source too. Both are sets of hashes, so the time is linear in both texts; a diff would find
//! the same letters for a page that is a copy and cost more. For scripts without blanks between
//! words every character is a word.
//!
//! A page in another language is found to be no copy by its first few sentences: a word that
//! stands nowhere in the source is not copied, and once such words have more than a tenth of all
//! the letters that the page can have, its share can't reach [`COPY_FROM`]. The words of the source
//! are a set of bits for that; one taken for known by chance only costs a closer look.

use rustc_hash::FxHashSet;

use super::super::document::{Block, BlockKind};
use super::super::language::{Script, classify, dense, eight_bytes, letters_ahead};
use super::{COPY_FROM, PageInput, SourceText};

/// Words in a run.
const RUN: usize = 5;
/// A page with fewer letters is no copy of anything.
const MIN_LETTERS: usize = 20;

/// The share of the body's letters, 0 to 1, that equal the source's; `None` for a body or a source
/// with hardly any text, and for a share that is certainly below [`COPY_FROM`].
pub fn share(input: &PageInput<'_>, source: SourceText<'_>) -> Option<f64> {
    if is_no_copy(input, source) {
        return None;
    }
    let mut whole = FxHashSet::default();
    let mut runs = FxHashSet::default();
    let mut words = Vec::new();
    let mut add = |text: &str| {
        words.clear();
        split(text, &mut words);
        whole.insert(hash_of(&words));
        for run in words.windows(RUN) {
            runs.insert(hash_of(run));
        }
    };
    match source {
        SourceText::Text(text) => {
            // A run must not end at a line that one side wraps otherwise.
            add(text);
            text.lines().for_each(&mut add);
        }
        SourceText::Document(document) => {
            for block in document.blocks.iter().filter(|b| is_body(b)) {
                add(&block.text);
            }
        }
    }
    let (mut all, mut equal) = (0, 0);
    let mut words = Vec::new();
    let notice = input.notice.map(|n| n.block);
    for (index, block) in input.document.blocks.iter().enumerate() {
        if !is_body(block) || notice == Some(index) {
            continue;
        }
        words.clear();
        split(&block.text, &mut words);
        let letters: usize = words.iter().map(|w| w.letters).sum();
        all += letters;
        if whole.contains(&hash_of(&words)) {
            equal += letters;
            continue;
        }
        let mut until = 0;
        for (at, run) in words.windows(RUN).enumerate() {
            if runs.contains(&hash_of(run)) {
                let fresh = RUN.min(at + RUN - until.max(at));
                equal += run.iter().rev().take(fresh).map(|w| w.letters).sum::<usize>();
                until = at + RUN;
            }
        }
    }
    (all >= MIN_LETTERS).then(|| equal as f64 / all as f64)
}

/// The most bits that the words of a source are kept in.
const MOST_BITS: usize = 1 << 22;

/// Whether so many words of the page stand nowhere in the source that it can be no copy.
fn is_no_copy(input: &PageInput<'_>, source: SourceText<'_>) -> bool {
    let length = match source {
        SourceText::Text(text) => text.len(),
        SourceText::Document(document) => document.blocks.iter().map(|b| b.text.len()).sum(),
    };
    // Some six bytes a word: two or three bits a byte keep nine bits of ten free.
    let bits = length.saturating_mul(2).next_power_of_two().clamp(1 << 10, MOST_BITS);
    let mut known = vec![0u64; bits / 64];
    let place = |hash: u64| (hash >> 20) as usize & (bits - 1);
    let mut learn = |text: &str| {
        each_word(text, |word| {
            let at = place(word.hash);
            if let Some(slot) = known.get_mut(at / 64) {
                *slot |= 1 << (at % 64);
            }
            true
        });
    };
    match source {
        SourceText::Text(text) => learn(text),
        SourceText::Document(document) => {
            document.blocks.iter().filter(|b| is_body(b)).for_each(|block| learn(&block.text));
        }
    }
    let notice = input.notice.map(|n| n.block);
    let body = || {
        let blocks = input.document.blocks.iter().enumerate();
        blocks.filter(|(at, block)| is_body(block) && notice != Some(*at)).map(|(_, block)| block)
    };
    // No text has more letters than bytes. A little over a tenth, for the rounding of shares.
    let most: usize = body().map(|block| block.text.len()).sum();
    let enough = (most as f64 * (1.01 - COPY_FROM)) as usize + 1;
    let mut own = 0;
    for block in body() {
        each_word(&block.text, |word| {
            let at = place(word.hash);
            if known.get(at / 64).is_some_and(|slot| slot >> (at % 64) & 1 == 0) {
                own += word.letters;
            }
            own < enough
        });
        if own >= enough {
            return true;
        }
    }
    false
}

fn is_body(block: &Block) -> bool {
    block.kind.is_unit() && block.kind != BlockKind::DateLine
}

/// A word, told by its bytes.
#[derive(Clone, Copy)]
struct Word {
    hash: u64,
    letters: usize,
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn hash_of(words: &[Word]) -> u64 {
    words.iter().fold(SEED, |hash, word| mix(hash, word.hash))
}

/// The words of a text: runs of letters and digits, whatever stands between them.
fn split(text: &str, words: &mut Vec<Word>) {
    each_word(text, |word| {
        words.push(word);
        true
    });
}

/// Hands each word of a text to `with`, until that says that it has enough.
fn each_word(text: &str, mut with: impl FnMut(Word) -> bool) {
    let dense = dense();
    let bytes = text.as_bytes();
    let (mut start, mut letters) = (0, 0);
    let mut at = 0;
    let word =
        |start: usize, end: usize, letters: usize| Word { hash: hash_bytes(bytes, start, end), letters };
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            let more = letters_ahead(eight_bytes(bytes, at)).max(1) as usize;
            letters += more;
            at += more;
            continue;
        }
        if byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let (mut inside, mut alone, mut length) = (false, false, 1);
        if byte >= 0x80 {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            length = c.len_utf8();
            let class = classify(dense, c);
            inside = class.letter || c.is_numeric();
            alone = inside
                && matches!(
                    class.script,
                    Script::Han | Script::Kana | Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar
                );
            if inside && !alone {
                letters += usize::from(class.letter);
                at += length;
                continue;
            }
            if alone {
                if at > start && !with(word(start, at, letters)) {
                    return;
                }
                (start, letters) = (at, usize::from(class.letter));
            }
        }
        let end = if alone { at + length } else { at };
        if end > start && !with(word(start, end, letters)) {
            return;
        }
        at += length;
        (start, letters) = (at, 0);
        debug_assert!(!inside || alone);
    }
    if at > start {
        with(word(start, at, letters));
    }
}

/// The hash of the bytes from `start` to `end`, eight at a time.
#[inline]
fn hash_bytes(bytes: &[u8], start: usize, end: usize) -> u64 {
    let mut hash = SEED;
    let mut at = start;
    while at < end {
        let eight = eight_bytes(bytes, at);
        let left = end - at;
        hash = mix(hash, if left < 8 { eight & ((1 << (left * 8)) - 1) } else { eight });
        at += 8;
    }
    hash
}
