//! The names of months and weekdays, by their text.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::domain::notice::{fold, western_letter};

const MONTHS: &str = include_str!("months.txt");
const WEEKDAYS: &str = include_str!("weekdays.txt");

/// A month by one of its names in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) language: &'static str,
    pub(super) month: u8,
    /// Whether the name is read beside a day and a year only.
    pub(super) whole: bool,
}

struct Table {
    exact: FxHashMap<String, Vec<Named>>,
    /// The same without accents, for texts typed without.
    folded: FxHashMap<String, Vec<Named>>,
    /// How names begin, see [`beginning`]: one bit each.
    begins: Vec<u64>,
    /// The same for each language.
    begins_in: FxHashMap<&'static str, Vec<u64>>,
    /// The characters from [`FILTERED`] that names begin with: one bit each.
    firsts: Vec<u64>,
}

/// The characters, Cyrillic to Khmer, that are looked up in [`Table::firsts`] before a word is.
const FILTERED: std::ops::Range<u32> = 0x400..0x1800;
/// From here on (kana, Han, Hangul) no month is named by a word.
const NAMELESS: char = '\u{3000}';

/// So many ways of beginning are told apart.
const BEGINNINGS: usize = 1 << 14;

/// The first four letters as a number below [`BEGINNINGS`], whatever their case and accents; a word
/// of three has an end for its fourth. `None` where one of them is no Western letter.
fn beginning(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let (mut sum, mut at) = (0u32, 0);
    for number in 0..4 {
        let letter = match bytes.get(at) {
            Some(byte) if byte.is_ascii_alphabetic() => *byte,
            Some(byte) if *byte >= 0x80 => western_letter(bytes, at)?,
            _ if number == 3 => 0,
            _ => return None,
        };
        at += if bytes.get(at).is_some_and(u8::is_ascii) { 1 } else { 2 };
        sum = sum << 5 | u32::from(letter & 31);
    }
    Some((sum.wrapping_mul(0x9e37_79b1) >> 18) as usize % BEGINNINGS)
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        exact: FxHashMap::default(),
        folded: FxHashMap::default(),
        begins: vec![0; BEGINNINGS / 64],
        begins_in: FxHashMap::default(),
        firsts: vec![0; FILTERED.len().div_ceil(64)],
    };
    for (language, fields) in lines(MONTHS) {
        for (month, names) in (1u8..).zip(fields.split_whitespace()) {
            for name in names.split('/') {
                let whole = name.starts_with('*');
                let name = name.trim_start_matches('*').replace('_', " ");
                let named = Named { language, month, whole };
                for (map, key) in [(&mut table.exact, name.clone()), (&mut table.folded, fold(&name))] {
                    let own = table.begins_in.entry(language).or_insert_with(|| vec![0; BEGINNINGS / 64]);
                    if let Some(begin) = beginning(&key) {
                        table.begins[begin / 64] |= 1 << (begin % 64);
                        own[begin / 64] |= 1 << (begin % 64);
                    }
                    let list: &mut Vec<Named> = map.entry(key).or_default();
                    match list.iter_mut().find(|n| (n.language, n.month) == (language, month)) {
                        Some(known) => known.whole &= whole,
                        None => list.push(named),
                    }
                }
            }
        }
    }
    let first = |key: &String| key.chars().next();
    let exact: FxHashSet<char> = table.exact.keys().filter_map(first).collect();
    let folded: FxHashSet<char> = table.folded.keys().filter_map(first).collect();
    for (at, c) in FILTERED.enumerate().filter_map(|(at, code)| Some((at, char::from_u32(code)?))) {
        // What folding drops at the start of a word tells nothing of the rest.
        let may_begin = fold(c.encode_utf8(&mut [0; 4])).chars().next().is_none_or(|c| folded.contains(&c));
        if may_begin || exact.contains(&c) {
            table.firsts[at / 64] |= 1 << (at % 64);
        }
    }
    table
});

/// The lines of a table: a tag and what stands after it.
fn lines(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// Words that stand beside a date, folded, and the languages they do so in; none for what tells
/// no language.
static BESIDE: LazyLock<FxHashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut words: FxHashMap<String, Vec<&'static str>> = FxHashMap::default();
    for (language, word) in lines(WEEKDAYS).flat_map(|(tag, words)| words.split(' ').map(move |w| (tag, w))) {
        let list = words.entry(fold(word)).or_default();
        if !list.contains(&language) {
            list.push(language);
        }
    }
    for list in words.values_mut().filter(|list| list.contains(&ANY)) {
        list.clear();
    }
    words
});

/// The tag of words that stand beside dates of any language.
const ANY: &str = "*";

/// Whether the names of the language's months (a primary subtag) are known here.
pub(super) fn has_names(language: &str) -> bool {
    matches!(language, "ja" | "ko" | "vi" | "zh") || TABLE.begins_in.contains_key(language)
}

/// Whether a name of a month may begin with that character, if it is one of [`FILTERED`].
fn may_begin_with(first: char) -> bool {
    let low = first.to_lowercase().next().unwrap_or(first);
    let Some(at) = (low as u32).checked_sub(FILTERED.start).filter(|_| FILTERED.contains(&(low as u32)))
    else {
        return first < NAMELESS || !first.is_alphabetic();
    };
    let at = at as usize;
    TABLE.firsts.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
}

/// Whether a month's name may begin as the word does; the cheap half of [`named`].
pub(super) fn may_begin(word: &str) -> bool {
    match beginning(word) {
        Some(begin) => TABLE.begins[begin / 64] >> (begin % 64) & 1 == 1,
        None => word.chars().next().is_some_and(may_begin_with),
    }
}

/// The beginnings of the names of one language; `None` for a language without names.
pub(super) fn beginnings(language: &str) -> Option<&'static [u64]> {
    TABLE.begins_in.get(language).map(Vec::as_slice)
}

/// Whether one of those names may begin as the word does.
pub(super) fn may_begin_in(begins: &[u64], word: &str) -> bool {
    beginning(word)
        .is_none_or(|begin| begins.get(begin / 64).is_some_and(|bits| bits >> (begin % 64) & 1 == 1))
}

/// The months that the word names, by language; by its letters as they are, else without accents.
pub(super) fn named(word: &str) -> &'static [Named] {
    // The longest name has 30 letters; a hostile word is not copied.
    if word.len() > 64 {
        return &[];
    }
    // Most words begin as no month does.
    if !may_begin(word) {
        return &[];
    }
    if word.is_ascii() {
        // Folding such a word makes it lower case and no more.
        let lower = word.to_ascii_lowercase();
        return TABLE.exact.get(&lower).or_else(|| TABLE.folded.get(&lower)).map_or(&[], Vec::as_slice);
    }
    let lower = word.to_lowercase();
    if let Some(list) = TABLE.exact.get(&lower) {
        return list;
    }
    TABLE.folded.get(&fold(word)).map_or(&[], Vec::as_slice)
}

/// The languages in which the word may stand beside a date without making the line something
/// else (none where it tells no language); `None` where it may not.
pub(super) fn beside(word: &str) -> Option<&'static [&'static str]> {
    if word.len() > 64 {
        return None;
    }
    BESIDE.get(&fold(word)).map(Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_however_it_is_written() {
        for (language, fields) in lines(MONTHS) {
            for (month, names) in (1u8..).zip(fields.split_whitespace()) {
                for name in names.split('/').map(|name| name.trim_start_matches('*').replace('_', " ")) {
                    for written in [name.clone(), name.to_uppercase(), fold(&name)] {
                        let found = named(&written);
                        assert!(
                            found.iter().any(|named| named.language == language && named.month == month)
                                || written.to_lowercase() != name && fold(&written) != fold(&name)
                                || TABLE.exact.contains_key(&written),
                            "{written}"
                        );
                    }
                }
            }
        }
        assert!(named("trade").is_empty());
    }

    #[test]
    fn every_language_has_twelve_months() {
        let mut languages = 0;
        for (language, fields) in lines(MONTHS) {
            assert_eq!(fields.split_whitespace().count(), 12, "{language}");
            assert!(lines(WEEKDAYS).any(|(tag, _)| tag == language), "no weekdays in {language}");
            languages += 1;
        }
        assert!(languages >= 95);
    }
}
