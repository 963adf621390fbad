//! The names of months and weekdays, by their text.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::domain::notice::fold;

const MONTHS: &str = include_str!("months.txt");
const WEEKDAYS: &str = include_str!("weekdays.txt");

/// A month by one of its names in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) language: &'static str,
    pub(super) month: u8,
}

struct Table {
    exact: FxHashMap<String, Vec<Named>>,
    /// The same without accents, for texts typed without.
    folded: FxHashMap<String, Vec<Named>>,
    /// How names begin, see [`beginning`]: one bit each.
    begins: Vec<u64>,
    /// The same for each language.
    begins_in: FxHashMap<&'static str, Vec<u64>>,
}

/// So many ways of beginning are told apart.
const BEGINNINGS: usize = 1 << 14;

/// The first four letters as a number below [`BEGINNINGS`], whatever their case; a word of three has
/// an end for its fourth. `None` where one of them is no ASCII letter.
fn beginning(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let letters = bytes.first_chunk::<3>()?;
    let three = letters
        .iter()
        .try_fold(0, |sum, letter| letter.is_ascii_alphabetic().then(|| sum << 5 | u32::from(letter & 31)))?;
    let fourth = match bytes.get(3) {
        Some(letter) if letter.is_ascii_alphabetic() => u32::from(letter & 31),
        Some(byte) if *byte >= 0x80 => return None,
        _ => 0,
    };
    let mixed = (three << 5 | fourth).wrapping_mul(0x9e37_79b1);
    Some((mixed >> 18) as usize % BEGINNINGS)
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        exact: FxHashMap::default(),
        folded: FxHashMap::default(),
        begins: vec![0; BEGINNINGS / 64],
        begins_in: FxHashMap::default(),
    };
    for (language, fields) in
        MONTHS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
    {
        for (month, names) in (1u8..).zip(fields.split_whitespace()) {
            for name in names.split('/') {
                let (name, named) = (name.replace('_', " "), Named { language, month });
                for (map, key) in [(&mut table.exact, name.clone()), (&mut table.folded, fold(&name))] {
                    let own = table.begins_in.entry(language).or_insert_with(|| vec![0; BEGINNINGS / 64]);
                    if let Some(begin) = beginning(&key) {
                        table.begins[begin / 64] |= 1 << (begin % 64);
                        own[begin / 64] |= 1 << (begin % 64);
                    }
                    let list = map.entry(key).or_default();
                    if !list.contains(&named) {
                        list.push(named);
                    }
                }
            }
        }
    }
    table
});

static BESIDE: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    WEEKDAYS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).map(fold).collect()
});

/// Whether a month's name may begin as the word does; the cheap half of [`named`].
pub(super) fn may_begin(word: &str) -> bool {
    beginning(word).is_none_or(|begin| TABLE.begins[begin / 64] >> (begin % 64) & 1 == 1)
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

/// Whether the word may stand beside a date without making the line something else.
pub(super) fn is_beside(word: &str) -> bool {
    word.len() <= 64 && BESIDE.contains(&fold(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_however_it_is_written() {
        for line in MONTHS.lines().filter(|line| !line.starts_with('#')) {
            let (language, fields) = line.split_once(": ").unwrap();
            for (month, names) in (1u8..).zip(fields.split_whitespace()) {
                for name in names.split('/').map(|name| name.replace('_', " ")) {
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
        for line in MONTHS.lines().filter(|line| !line.starts_with('#')) {
            let (language, fields) = line.split_once(": ").unwrap();
            assert_eq!(fields.split_whitespace().count(), 12, "{language}");
            languages += 1;
        }
        assert!(languages >= 50);
    }
}
