//! The source's language within a paragraph of another: what it cites rather than what was left
//! untranslated.
//!
//! A sentence that begins or ends in the language of its paragraph was written in that language,
//! however long the title, the menu entry or the speech is that it names in the middle: nobody
//! translates half a sentence. A sentence that bears `@name` or `#tag` is somebody's post, which
//! is shown as it was posted. Both are asked only of sentences that their words give to the source
//! in a paragraph that is not in its language, so that a paragraph in the source's language keeps
//! its weight whatever it holds.

use crate::domain::language::{Candidates, Tally, scan};

/// So many bits must a sentence's beginning or end have for the paragraph's language before what
/// speaks for the source: some two or three of its commonest words.
const FRAME_BITS: f32 = 8.0;
/// From so many words.
const FRAME_WORDS: usize = 2;
/// What a sentence cites is hardly ever longer, in letters; what is may be a text of its own.
const LONGEST: usize = 240;

/// Whether a sentence in the `source`'s words begins or ends in the `paragraph`'s language.
pub(super) fn is_framed(candidates: &Candidates, sentence: &str, source: usize, paragraph: usize) -> bool {
    let mut words: Vec<f32> = Vec::new();
    // Whether a line ends between this word and the one before, or a sentence may: "it." passes for
    // an abbreviation.
    let mut breaks: Vec<bool> = Vec::new();
    let (mut letters, mut broken) = (0, false);
    for word in sentence.split_inclusive(char::is_whitespace) {
        let mut tally = Tally::default();
        scan(word, |piece| tally.add(&piece.tally));
        letters += tally.letters();
        if letters > LONGEST {
            return false;
        }
        words.push(candidates.score(&tally, paragraph) - candidates.score(&tally, source));
        breaks.push(broken);
        broken = is_break(word) || broken && word.trim().is_empty();
    }
    let forward = words.iter().copied().zip(breaks.iter().copied());
    // Seen from the end, a break stands before the word that it follows.
    let after = std::iter::once(false).chain(breaks.iter().rev().copied());
    let backward = words.iter().rev().copied().zip(after);
    begins(forward) || begins(backward)
}

/// Whether a line ends with the word, or a sentence may.
fn is_break(word: &str) -> bool {
    let closing = |c: char| c.is_whitespace() || matches!(c, '"' | '”' | '“' | '»' | '«' | '’' | ')');
    word.contains('\n') || word.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ';'])
}

/// Whether the words, each with what it has for the paragraph's language more than for the source
/// and whether there is a break before it, begin in the paragraph's language and go over into the
/// other without a break: lines of two languages are no sentence.
fn begins(words: impl Iterator<Item = (f32, bool)>) -> bool {
    let (mut sum, mut telling, mut turned) = (0.0, 0, false);
    for (lead, is_break) in words {
        if is_break {
            if turned {
                return false;
            }
            (sum, telling) = (0.0, 0);
        }
        if lead < 0.0 {
            if telling >= FRAME_WORDS && sum >= FRAME_BITS {
                return true;
            }
            turned = true;
        }
        sum += lead;
        telling += usize::from(lead > 0.0);
    }
    false
}

/// Whether a sentence addresses or tags as posts do: `@name`, `#tag`.
pub(super) fn is_post(sentence: &str) -> bool {
    sentence.split_whitespace().any(|word| {
        let mut chars = word.trim_start_matches(['(', '.', '"', '“', '„', '«']).chars();
        matches!(chars.next(), Some('@' | '#'))
            && chars.next().is_some_and(char::is_alphanumeric)
            && chars.next().is_some_and(|c| c.is_alphanumeric() || c == '_')
            && word.chars().any(char::is_alphabetic)
    })
}
