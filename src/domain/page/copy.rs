//! How much of a page is the source's own text.
//!
//! Blocks are compared first, by a hash of their letters and digits. What is left is compared
//! by runs of [`RUN`] words: a word counts as copied when it stands in a run that stands in the
//! source too. Both are sets of hashes, so the time is linear in both texts; a diff would find
//! the same letters for a page that is a copy and cost more. For scripts without blanks between
//! words every character is a word.

use rustc_hash::FxHashSet;

use super::super::document::{Block, BlockKind};
use super::super::language::Script;
use super::super::language::script_of;
use super::{PageInput, SourceText};

/// Words in a run.
const RUN: usize = 5;
/// A page with fewer letters is no copy of anything.
const MIN_LETTERS: usize = 20;

/// The share of the body's letters, 0 to 1, that equal the source's; `None` for a body or a source
/// with hardly any text.
pub fn share(input: &PageInput<'_>, source: SourceText<'_>) -> Option<f64> {
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

fn is_body(block: &Block) -> bool {
    block.kind.is_unit() && block.kind != BlockKind::DateLine
}

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
    let mut word = Word { hash: SEED, letters: 0 };
    let mut end = |word: &mut Word| {
        if word.hash != SEED {
            words.push(*word);
        }
        *word = Word { hash: SEED, letters: 0 };
    };
    for c in text.chars() {
        if c.is_alphanumeric() {
            let alone = matches!(
                script_of(c),
                Script::Han | Script::Kana | Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar
            );
            if alone {
                end(&mut word);
            }
            word.hash = mix(word.hash, u64::from(u32::from(c)));
            word.letters += usize::from(c.is_alphabetic());
            if alone {
                end(&mut word);
            }
        } else {
            end(&mut word);
        }
    }
    end(&mut word);
}
