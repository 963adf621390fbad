//! How like two texts are, in percent.

use super::distance::Pattern;
use super::index::LONGEST;
use super::vocabulary::{Coded, Strange, Vocabulary, is_word};
use crate::domain::text::normalised;

/// How like two texts are, in whole percent, the same from either side; 100 if and only if they are
/// equal in their normal form ([`normalised`]).
///
/// The measure of the literature and of the tools that say theirs (Koehn and Senellart, "Convergence
/// of Translation Memory and Statistical Machine Translation", JEC 2010; OmegaT's manual, "Matches"):
/// 1 − d / n, where d is how many words have to be inserted, deleted or replaced to make one text the
/// other (Levenshtein 1966) and n the number of words of the longer one. So that a percent means work:
///
/// - a word is a run of letters, whatever its capitals; a Chinese, Japanese or Thai character is one
///   word, as in word counts;
/// - every figure is one and the same word: what is between the figures is what a translator gets for
///   free. So are code spans, placeholders and bare addresses;
/// - then 1 percent is taken off for each figure that differs, for each code, tag or link target that
///   differs, once if capitals differ and once if other signs do;
/// - texts that are not equal have 99 at most; texts that share no real word have 0.
///
/// The percentage is rounded down. Texts of more than 1,000 words have 100 or 0.
pub fn score(one: &str, other: &str) -> u8 {
    let mut vocabulary = Vocabulary::default();
    let (mut a, mut b) = (Coded::default(), Coded::default());
    let (one, other) = (normalised(one), normalised(other));
    if one == other {
        return 100;
    }
    vocabulary.learn(&one, &mut a);
    vocabulary.learn(&other, &mut b);
    if !shares_word(&a.words, &b.words) {
        return 0;
    }
    let mut pattern = Pattern::default();
    pattern.set(&a.words);
    let percent = by_words(&mut pattern, &a.words, &b.words);
    finished(percent, vocabulary.deduction(&a.written, &b.written, &Strange::none()))
}

/// How like two texts are by their words; `pattern` is the first one, made ready.
pub(super) fn by_words(pattern: &mut Pattern, one: &[u32], other: &[u32]) -> u8 {
    let length = one.len().max(other.len());
    if length > LONGEST || length == 0 {
        return 0;
    }
    let alike = length - pattern.distance(other).min(length);
    (alike * 100 / length) as u8
}

/// The score of texts that are not equal: `words` percent by their words, less what else differs.
pub(super) fn finished(words: u8, deduction: usize) -> u8 {
    let left = usize::from(words).saturating_sub(deduction);
    (left as u8).min(99)
}

/// Whether two texts share a real word.
pub(super) fn shares_word(one: &[u32], other: &[u32]) -> bool {
    let mut words: Vec<u32> = one.iter().copied().filter(|word| is_word(*word)).collect();
    words.sort_unstable();
    other.iter().any(|word| is_word(*word) && words.binary_search(word).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_percent_is_what_is_left_to_do() {
        for (one, other, expected) in [
            ("The Council met in Brussels.", "The Council met in Brussels.", 100),
            ("The Council met\n in  Brussels.", "The Council met in Brussels.", 100),
            ("The Council met in Brussels.", "The council met in Brussels.", 99),
            ("The Council met in Brussels.", "The Council met in Brussels!", 99),
            ("The council met in Brussels.", "The Council met in Brussels!", 98),
            ("The Council met in 2018.", "The Council met in 2019.", 99),
            ("From 9 to 5 on 3 days.", "From 8 to 6 on 4 days.", 97),
            ("The **Council** met.", "The Council met.", 96),
            ("Run `a` now.", "Run `b` now.", 99),
            // One word of five.
            ("The Council met in Brussels.", "The Council met in Paris.", 80),
            ("The Council met in Brussels.", "The Council met today in Brussels.", 83),
            ("The Council met in Brussels.", "Nobody knows where they were.", 0),
            ("2018", "2019", 0),
            ("—", "…", 0),
            ("世界海关组织成立", "世界海关组织开会", 75),
            ("", "", 100),
            ("", "a", 0),
        ] {
            assert_eq!(score(one, other), expected, "{one:?} {other:?}");
            assert_eq!(score(other, one), expected, "{other:?} {one:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn it_is_symmetric_and_full_for_equal_texts_only(
            a in "((the|The|council|met|WCO|12|7|`x`|世界|,|\\.|\\*) ?){0,12}",
            b in "((the|The|council|met|WCO|12|7|`x`|世界|,|\\.|\\*) ?){0,12}",
        ) {
            let found = score(&a, &b);
            prop_assert_eq!(found, score(&b, &a));
            prop_assert_eq!(found == 100, normalised(&a) == normalised(&b));
            prop_assert_eq!(score(&a, &a), 100);
        }
    }
}
