//! The abbreviations of the languages, and the words that begin their sentences.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::domain::locale::Locale;

const TABLE: &str = include_str!("abbreviations.txt");

/// What a stop after an abbreviation may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A name follows: no sentence ends here.
    Never,
    /// No sentence ends here before a figure.
    Number,
    /// A sentence ends here before a word that begins sentences.
    Either,
    /// A sentence ends here before a capital, whatever it looks like.
    Ends,
}

/// What is known of a language.
#[derive(Debug, Default)]
pub(super) struct Language {
    words: FxHashMap<&'static str, Class>,
    starts: FxHashSet<&'static str>,
    /// Whether it writes ordinal numbers with a stop: "19. April".
    pub ordinals: bool,
    /// Whether its question mark is a semicolon.
    pub semicolon_asks: bool,
}

/// Languages that write ordinal numbers with a stop.
const ORDINALS: [&str; 20] = [
    "bs", "cs", "da", "de", "et", "eu", "fi", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no", "pl", "sk",
    "sl", "sr", "tr",
];

impl Language {
    /// The language of a locale; of one that has no list, what holds for all: every language knows
    /// the abbreviations of `[und]`.
    pub fn of(locale: &Locale) -> &'static Language {
        static OTHER: OnceLock<[Language; 3]> = OnceLock::new();
        let tag = locale.language();
        if let Some(language) = all().get(tag) {
            return language;
        }
        let others = OTHER.get_or_init(|| {
            [(false, false), (true, false), (false, true)].map(|(ordinals, semicolon_asks)| Language {
                ordinals,
                semicolon_asks,
                ..Language::default()
            })
        });
        let [plain, ordinals, greek] = others;
        match tag {
            "el" => greek,
            _ if ORDINALS.contains(&tag) => ordinals,
            _ => plain,
        }
    }

    /// What a stop after that word means, the word without the stop.
    pub fn class(&self, word: &str) -> Option<Class> {
        if let Some(class) = self.words.get(word) {
            return Some(*class);
        }
        // A lone capital is an initial, whatever the small letter is short for.
        if word.chars().nth(1).is_none() && word.starts_with(char::is_uppercase) {
            return None;
        }
        let lower = word.to_lowercase();
        self.words.get(lower.as_str()).or_else(|| all().get("und")?.words.get(lower.as_str())).copied()
    }

    /// Whether a word, in small letters, begins sentences.
    pub fn starts(&self, lower: &str) -> bool {
        self.starts.contains(lower)
    }
}

fn all() -> &'static FxHashMap<&'static str, Language> {
    static ALL: OnceLock<FxHashMap<&'static str, Language>> = OnceLock::new();
    ALL.get_or_init(read)
}

fn read() -> FxHashMap<&'static str, Language> {
    let mut all: FxHashMap<&'static str, Language> = FxHashMap::default();
    let mut tag = "";
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            tag = name;
        }
        let mut words = line.split_whitespace();
        let class = match words.next() {
            Some("never") => Some(Class::Never),
            Some("number") => Some(Class::Number),
            Some("either") => Some(Class::Either),
            Some("ends") => Some(Class::Ends),
            Some("starts") => None,
            _ => continue,
        };
        let language = all.entry(tag).or_default();
        language.ordinals = ORDINALS.contains(&tag);
        match class {
            Some(class) => {
                for word in words {
                    language.words.entry(word).or_insert(class);
                }
            }
            None => language.starts.extend(words),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let first = line.split_whitespace().next().unwrap_or_default();
            let known = ["never", "number", "either", "ends", "starts"].contains(&first);
            assert!(known || first.starts_with('[') && first.ends_with(']'), "{line}");
        }
        let all = read();
        assert!(all.len() >= 9, "{}", all.len());
        for (tag, language) in all {
            assert!(language.words.len() >= 5, "{tag}");
            // A word of the list would never be found with a stop or a blank at its end.
            assert!(language.words.keys().all(|word| !word.ends_with('.')), "{tag}");
        }
    }
}
