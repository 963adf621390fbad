//! Candidate terms: what a termbase may lack, found in texts and ranked.
//!
//! **Method.** Words between punctuation and function words are joined to sequences; a preposition,
//! with its article, may stand within one ("despacho de mercancías"), never at its ends. Sequences
//! are ranked by the *C-value* (K. Frantzi, S. Ananiadou, H. Mima: "Automatic recognition of
//! multi-word terms: the C-value/NC-value method", Int. J. on Digital Libraries 3, 2000): the longer
//! and the more frequent a sequence, the higher; occurrences inside of longer candidates count
//! against it. With the summand of A. Barrón-Cedeño, G. Sierra, P. Drouin and S. Ananiadou ("An
//! improved automatic term recognition method for Spanish", CICLing 2009) single words have a value
//! as well, but of those only names (written with a capital within a sentence) and acronyms are
//! taken: of plain words nearly all are general language.
//!
//! What acronyms stand for is in [`acronyms`], how candidates are said in another language in
//! [`equivalents`].

pub mod acronyms;
pub mod equivalents;

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::date::month_named;

/// The longest candidate, in words, those between included.
const LONGEST: usize = 7;
/// How many words of its own a candidate may have.
const MOST_CONTENT: usize = 5;
/// The longest word, in bytes: a longer one is no word.
const LONGEST_WORD: usize = 60;
/// An acronym has from so many to so many characters.
const ACRONYM: std::ops::RangeInclusive<usize> = 2..=8;

/// What is known of the words of a language: which stand in no term, and which may only join the
/// words of one.
#[derive(Clone, Debug, Default)]
pub struct Words {
    stop: FxHashSet<String>,
    prepositions: &'static [&'static str],
    articles: &'static [&'static str],
    language: String,
}

/// Language, prepositions that stand within terms, articles that stand behind them.
const LINKS: [(&str, &[&str], &[&str]); 6] = [
    ("en", &["of", "for", "on"], &["the"]),
    ("es", &["de", "del", "para", "en", "a", "al"], &["la", "las", "los", "el"]),
    ("fr", &["de", "des", "du", "d", "à", "en", "au", "aux"], &["la", "le", "les", "l"]),
    ("pt", &["de", "do", "da", "dos", "das", "para", "em"], &["a", "as", "o", "os"]),
    (
        "it",
        &["di", "del", "della", "dei", "delle", "degli", "dell", "da"],
        &["la", "le", "il", "i", "gli", "l"],
    ),
    ("ca", &["de", "del", "d", "dels", "per", "a"], &["la", "les", "els", "el", "l"]),
];

impl Words {
    /// Those of a language, by its primary subtag; `stop` are its function words, in lower case.
    pub fn new(language: &str, stop: impl IntoIterator<Item = String>) -> Self {
        let links = LINKS.iter().find(|(tag, ..)| *tag == language);
        Words {
            stop: stop.into_iter().collect(),
            prepositions: links.map_or(&[], |(_, prepositions, _)| prepositions),
            articles: links.map_or(&[], |(.., articles)| articles),
            language: language.to_owned(),
        }
    }
}

/// A place in the texts that were looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text, by its place in the list.
    pub text: usize,
    /// The bytes in it.
    pub range: Range<usize>,
}

/// A sequence of words that may be a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// As it is written most often.
    pub words: String,
    /// Its C-value: how much of a term it is.
    pub value: f64,
    /// How often it stands in the texts.
    pub count: usize,
    /// The texts it stands in, ascending, each once.
    pub texts: Vec<usize>,
    /// Where it stands first.
    pub first: Place,
    /// Whether it is an acronym.
    pub acronym: bool,
    key: String,
}

/// What a word is to a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Content,
    Preposition,
    Article,
}

/// A word of a sequence.
struct Token {
    range: Range<usize>,
    role: Role,
    key: String,
    /// Whether it begins a sentence, where capitals tell nothing.
    starts: bool,
}

/// What was counted of one sequence.
#[derive(Default)]
struct Count {
    count: usize,
    texts: BTreeSet<usize>,
    first: Option<Place>,
    written: FxHashMap<String, usize>,
    words: usize,
    content: usize,
    acronym: bool,
    /// Of a single word: how often it is written as names are, and how often small.
    as_name: usize,
    small: usize,
    /// Of the longer candidates it stands in: how many, and how often they stand.
    within: (usize, usize),
}

/// The candidates among `texts` that stand there `least` times or more, best first; equal ones by
/// their words. Linear in the texts' length but for the sorting.
pub fn candidates<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    words: &Words,
    least: usize,
) -> Vec<Candidate> {
    let mut counts: FxHashMap<String, Count> = FxHashMap::default();
    for (at, text) in texts.into_iter().enumerate() {
        for_each(text, words, |found| {
            let count = counts.entry(found.key).or_default();
            count.count += 1;
            count.texts.insert(at);
            let place = Place { text: at, range: found.range.clone() };
            count.first.get_or_insert(place);
            *count.written.entry(spaced(text.get(found.range).unwrap_or_default())).or_default() += 1;
            (count.words, count.content) = (found.words, found.content);
            count.acronym |= found.acronym;
            count.as_name += usize::from(found.writing == Writing::Name);
            count.small += usize::from(found.writing == Writing::Small);
        });
    }
    // The name of a month is written as names are, and no term.
    let is_month = |key: &str| month_named(key, &words.language).is_some();
    counts.retain(|key, count| {
        count.count >= least.max(1)
            && !is_month(key)
            && (count.content > 1 || count.acronym || count.as_name > 0 && count.small == 0)
    });
    let within: Vec<(String, usize)> = counts
        .iter()
        .filter(|(_, count)| count.words > 1)
        .map(|(key, count)| (key.clone(), count.count))
        .collect();
    for (key, times) in within {
        let parts: Vec<&str> = key.split(' ').collect();
        let mut seen = FxHashSet::default();
        for from in 0..parts.len() {
            for to in from + 1..=parts.len() {
                let inner = parts.get(from..to).unwrap_or_default().join(" ");
                if inner.len() < key.len()
                    && let Some(count) = counts.get_mut(&inner)
                    && seen.insert(inner)
                {
                    count.within.0 += 1;
                    count.within.1 += times;
                }
            }
        }
    }
    let mut all: Vec<Candidate> =
        counts.into_iter().filter_map(|(key, count)| count.candidate(key)).collect();
    all.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.words.cmp(&b.words)));
    all
}

impl Count {
    fn candidate(self, key: String) -> Option<Candidate> {
        let (longer, times) = self.within;
        let own = self.count as f64 - if longer == 0 { 0.0 } else { times as f64 / longer as f64 };
        let value = (1.0 + (self.words.max(1) as f64).log2()) * own;
        let written = self.written.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        // What stands nearly only inside of others is no term of its own.
        (value > 0.0).then_some(())?;
        Some(Candidate {
            words: written?.0,
            value,
            count: self.count,
            texts: self.texts.into_iter().collect(),
            first: self.first?,
            acronym: self.acronym,
            key,
        })
    }
}

/// A sequence at one place.
struct Found {
    key: String,
    range: Range<usize>,
    words: usize,
    content: usize,
    acronym: bool,
    writing: Writing,
}

/// How a single word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    /// With a capital that neither a sentence's beginning nor a capital beside it calls for.
    Name,
    Small,
    Other,
}

/// Hands over each sequence of a text that has the shape of a term.
fn for_each(text: &str, words: &Words, mut take: impl FnMut(Found)) {
    for run in runs(text, words) {
        for from in 0..run.len() {
            let (mut content, mut key) = (0, String::new());
            for to in from..run.len().min(from + LONGEST) {
                let Some(token) = run.get(to) else { break };
                if to > from {
                    key.push(' ');
                } else if token.role != Role::Content {
                    break;
                }
                key.push_str(&token.key);
                if token.role != Role::Content {
                    continue;
                }
                content += 1;
                if content > MOST_CONTENT {
                    break;
                }
                let Some(first) = run.get(from) else { break };
                let single = from == to;
                let written = text.get(token.range.clone()).unwrap_or_default();
                take(Found {
                    key: key.clone(),
                    range: first.range.start..token.range.end,
                    words: to - from + 1,
                    content,
                    acronym: single && is_acronym(written),
                    writing: if single { writing(text, &run, to) } else { Writing::Other },
                });
            }
        }
    }
}

/// How the word at a place of a run is written.
fn writing(text: &str, run: &[Token], at: usize) -> Writing {
    let is_capital = |token: &Token| {
        text.get(token.range.clone()).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
    };
    match run.get(at) {
        Some(token) if !is_capital(token) => Writing::Small,
        Some(token) if !token.starts => {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            match beside.filter_map(|place| run.get(place)).any(is_capital) {
                true => Writing::Other,
                false => Writing::Name,
            }
        }
        _ => Writing::Other,
    }
}

/// The words of a text in runs that nothing parts but blanks, hyphens and apostrophes.
fn runs(text: &str, words: &Words) -> Vec<Vec<Token>> {
    let mut runs: Vec<Vec<Token>> = Vec::new();
    let mut run: Vec<Token> = Vec::new();
    let (mut end, mut starts) = (0, true);
    for (start, word) in text.unicode_word_indices() {
        let between = text.get(end..start).unwrap_or_default();
        // "Vice-Chair" is one word.
        if matches!(between, "-" | "‑" | "\u{2010}")
            && let Some(last) = run.last_mut().filter(|last| last.range.end == end)
            && word.len() + last.key.len() < LONGEST_WORD
        {
            end = start + word.len();
            last.range.end = end;
            last.key.push('-');
            last.key.push_str(&word.to_lowercase());
            last.role = Role::Content;
            continue;
        }
        let parted = between.chars().any(|c| !c.is_whitespace());
        starts |= between.contains(['.', '!', '?', '\n', '。', ':']) || end == 0;
        if parted || between.contains("\n\n") {
            runs.push(std::mem::take(&mut run));
        }
        end = start + word.len();
        for (offset, part) in elided(word) {
            let key = part.to_lowercase();
            let role = role(&key, part, words, run.last().map(|token| token.role));
            match role {
                Some(role) => {
                    run.push(Token { range: start + offset..start + offset + part.len(), role, key, starts })
                }
                None => runs.push(std::mem::take(&mut run)),
            }
            starts = false;
        }
    }
    runs.push(run);
    runs.retain(|run| !run.is_empty());
    runs
}

/// A word with what is elided before it ("d'origine") in two.
fn elided(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let cut = word.find(['\'', '’']).filter(|cut| (1..=4).contains(cut));
    let (head, tail) = match cut.and_then(|cut| Some((word.get(..cut)?, cut))) {
        Some((head, cut)) => {
            let mark = word.get(cut..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            (Some((0, head)), word.get(cut + mark..).map(|tail| (cut + mark, tail)))
        }
        None => (None, Some((0, word))),
    };
    head.into_iter().chain(tail).filter(|(_, part)| !part.is_empty())
}

/// What the word is to a term; `None` for what stands in none.
fn role(key: &str, written: &str, words: &Words, before: Option<Role>) -> Option<Role> {
    if words.prepositions.contains(&key) {
        return Some(Role::Preposition);
    }
    if words.articles.contains(&key) {
        // "de la aduana", but not "controla la aduana".
        return (before == Some(Role::Preposition)).then_some(Role::Article);
    }
    let is_word = written.len() <= LONGEST_WORD
        && written.chars().next().is_some_and(char::is_alphabetic)
        && (written.chars().nth(1).is_some());
    // "IT" is no "it".
    let stops = words.stop.contains(key) && !(is_acronym(written) && written.len() > 2);
    (is_word && !stops).then_some(Role::Content)
}

/// Whether the word is written as acronyms are: capitals, perhaps with figures or a plural's s.
pub(super) fn is_acronym(word: &str) -> bool {
    let stem = word.strip_suffix('s').filter(|stem| stem.chars().count() > 1).unwrap_or(word);
    ACRONYM.contains(&stem.chars().count())
        && stem.chars().all(|c| c.is_uppercase() || c.is_numeric())
        && stem.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// The text with each stretch of blanks made one.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
