//! What an acronym stands for, where a text says so: "Authorized Economic Operator (AEO)".
//!
//! After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
//! definitions in biomedical text" (Pacific Symposium on Biocomputing 2003): the letters of the
//! acronym are matched from its last to its first against the words before the bracket, its first
//! one at the beginning of a word. Simpler than learnt methods and as precise (95 % in that paper),
//! and it knows no language.

use std::ops::Range;

use super::is_acronym;

/// The words before the bracket are at most twice as many as the acronym's letters, and so many.
const MORE_WORDS: usize = 5;

/// An acronym and what it stands for, both as they stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition<'t> {
    /// The acronym.
    pub acronym: &'t str,
    /// What it stands for.
    pub long: &'t str,
    /// The bytes of both.
    pub range: Range<usize>,
}

/// The definitions in a text, in order.
pub fn definitions(text: &str) -> Vec<Definition<'_>> {
    let mut out = Vec::new();
    for (open, _) in text.match_indices('(') {
        let Some(rest) = text.get(open + 1..) else { continue };
        let Some(inner) = rest.find([')', ',', ';', '(']).and_then(|end| rest.get(..end)) else { continue };
        let acronym = inner.trim();
        if !is_acronym(acronym) {
            continue;
        }
        let Some(before) = text.get(..open).map(str::trim_end) else { continue };
        if let Some(start) = long_form(before, acronym)
            && let Some(long) = before.get(start..)
        {
            out.push(Definition { acronym, long, range: start..open + 1 + inner.len() });
        }
    }
    out
}

/// Where the long form begins that ends with `before`.
fn long_form(before: &str, acronym: &str) -> Option<usize> {
    let letters: Vec<char> = acronym.chars().flat_map(char::to_lowercase).collect();
    let letters = if acronym.ends_with('s') { letters.split_last()?.1 } else { &letters };
    let most = (letters.len() * 2).min(letters.len() + MORE_WORDS);
    // No sentence or bracket in between.
    let sentence = before.rfind(['.', '(', ')', ';', '\n']).map_or(0, |at| at + 1);
    let words = before.get(sentence..)?.rmatch_indices(|c: char| c.is_whitespace());
    let limit = words.map(|(at, _)| sentence + at + 1).nth(most.saturating_sub(1)).unwrap_or(sentence);
    let mut wanted = letters.len();
    let window: Vec<(usize, char)> = before.get(limit..)?.char_indices().collect();
    for (place, (at, c)) in window.iter().enumerate().rev() {
        let letter = *letters.get(wanted.checked_sub(1)?)?;
        let begins = place == 0 || window.get(place - 1).is_some_and(|(_, before)| !before.is_alphanumeric());
        if !c.to_lowercase().any(|low| plain(low) == plain(letter)) || wanted == 1 && !begins {
            continue;
        }
        wanted -= 1;
        if wanted == 0 {
            let long = before.get(limit + at..)?;
            // An acronym is shorter than what it stands for, which is more than a word or it.
            return (long.split_whitespace().count() > 1 && !long.contains(acronym)).then_some(limit + at);
        }
    }
    None
}

/// A letter without the accents of Western languages: acronyms drop them.
fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    }
}
