//! The cue words of the general rule and where they stand in a block. The words are data
//! (`cues.txt`, language by language, with the few traits of grammar the rule asks for); what
//! makes a notice of them is in [`super::shapes`].

use std::ops::Range;
use std::sync::LazyLock;

use super::fold::{Folded, ends_word, fold, is_glued_at, is_inside_hangul};
use super::heads::Heads;
use super::sentence::sentences;
use super::shapes::judge;

/// The cue words; the head of the file says how it is written.
const LIST: &str = include_str!("cues.txt");

/// What a cue word says; the letters are the list's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    This,
    Page,
    Not,
    No,
    Available,
    Translated,
    Translation,
    Unavailable,
    Untranslated,
    Language,
    Selected,
    Only,
    Also,
    Shown,
    Version,
    Pending,
    ForNow,
    If,
    Thing,
    Blocks,
}

pub(super) const CLASSES: usize = 20;

fn class(letter: &str) -> Option<Class> {
    Some(match letter {
        "D" => Class::This,
        "P" => Class::Page,
        "N" => Class::Not,
        "Z" => Class::No,
        "V" => Class::Available,
        "T" => Class::Translated,
        "R" => Class::Translation,
        "U" => Class::Unavailable,
        "M" => Class::Untranslated,
        "G" => Class::Language,
        "S" => Class::Selected,
        "O" => Class::Only,
        "L" => Class::Also,
        "W" => Class::Shown,
        "B" => Class::Version,
        "Q" => Class::Pending,
        "F" => Class::ForNow,
        "I" => Class::If,
        "K" => Class::Thing,
        "X" => Class::Blocks,
        _ => return None,
    })
}

/// A cue word of the list: language, class, the word without its marks, whether any ending fits.
struct Word {
    language: usize,
    class: Class,
    text: String,
    open: bool,
}

/// A language that notices are written in, and what its grammar asks of the rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct Language {
    /// The list's tag (`zh-Hant` too).
    pub(super) tag: &'static str,
    /// A "not" may follow what it denies.
    pub(super) verb_last: bool,
    /// A condition stands after its clause ("翻訳されていない場合は").
    pub(super) if_last: bool,
    /// Words are not parted by blanks, "not" and "have" are signs that stand everywhere: only
    /// cues that stand close belong together.
    pub(super) near: bool,
    /// Prepositions and articles are written as part of the word.
    gluing: bool,
}

impl Language {
    /// `tag] traits`, as the list has it after the bracket.
    fn read(line: &'static str) -> Option<Language> {
        let (tag, traits) = line.split_once(']')?;
        let has = |name: &str| traits.split_whitespace().any(|given| given == name);
        Some(Language {
            tag,
            verb_last: has("verb-last"),
            if_last: has("if-last"),
            near: has("near"),
            gluing: has("gluing"),
        })
    }

    /// The primary subtag.
    pub(super) fn primary(&self) -> &'static str {
        self.tag.split('-').next().unwrap_or(self.tag)
    }
}

/// The list, read: the languages, and the words.
fn words() -> (Vec<Language>, Vec<Word>) {
    let (mut languages, mut words) = (Vec::new(), Vec::new());
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        if let Some(language) = line.strip_prefix('[').and_then(Language::read) {
            languages.push(language);
        } else if let Some((letter, list)) = line.split_once(' ')
            && let (Some(class), Some(language)) = (class(letter), languages.len().checked_sub(1))
        {
            words.extend(list.split_whitespace().map(|word| Word {
                language,
                class,
                text: word.trim_end_matches('*').replace('_', " "),
                open: word.ends_with('*'),
            }));
        }
    }
    (languages, words)
}

/// The words that every notice has one of: translated, translation, language. Names of languages
/// are the other half of the filter, see [`super::names`].
pub(crate) fn filter_words() -> impl Iterator<Item = (String, bool)> {
    words().1.into_iter().filter_map(|word| {
        let needed = matches!(
            word.class,
            Class::Translated | Class::Translation | Class::Untranslated | Class::Language
        );
        needed.then_some((word.text, word.open))
    })
}

/// The cue words, compiled once.
pub(crate) struct Cues {
    languages: Vec<Language>,
    heads: Heads,
    /// For each word: class, languages (one bit each) where it is a whole word, and where it
    /// is a stem.
    meanings: Vec<Vec<(Class, u128, u128)>>,
    /// The languages that write prepositions and articles as part of the word.
    gluing: u128,
}

pub(crate) static CUES: LazyLock<Cues> = LazyLock::new(Cues::compile);

/// A cue found in a folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) class: Class,
    languages: u128,
}

impl Hit {
    /// Whether it is a word of the language with that bit.
    pub(super) fn is_in(&self, bit: u128) -> bool {
        self.languages & bit != 0
    }
}

/// What the rule found in a block.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cue {
    /// The byte range in the folded text.
    pub(crate) range: Range<usize>,
    /// The list's tag of the language it is written in (`zh-Hant` too).
    pub(crate) language: &'static str,
    /// The tag it names as missing.
    pub(crate) target: Option<&'static str>,
    /// The tag it names as offered.
    pub(crate) served: Option<&'static str>,
    /// Other languages whose cue words fit as well.
    pub(crate) twins: Vec<&'static str>,
}

/// Where on the page the block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Deep inside: only the plainest of notices count.
    Inside,
    /// Among the first or last blocks.
    Edge,
}

impl Cues {
    fn compile() -> Self {
        let (languages, words) = words();
        let mut index = std::collections::BTreeMap::<String, Vec<(Class, u128, u128)>>::new();
        for word in words {
            let text = fold(&word.text);
            if text.is_empty() {
                continue;
            }
            let entry = index.entry(text).or_default();
            let place = match entry.iter().position(|known| known.0 == word.class) {
                Some(place) => place,
                None => {
                    entry.push((word.class, 0, 0));
                    entry.len() - 1
                }
            };
            let bit = 1u128.checked_shl(word.language as u32).unwrap_or(0);
            if let Some((_, whole, stem)) = entry.get_mut(place) {
                if word.open { *stem |= bit } else { *whole |= bit }
            }
        }
        let (heads, meanings) = Heads::new(index);
        let gluing = languages
            .iter()
            .enumerate()
            .filter(|(_, language)| language.gluing)
            .fold(0, |all, (index, _)| all | 1u128.checked_shl(index as u32).unwrap_or(0));
        Cues { languages, heads, meanings, gluing }
    }

    /// The languages, each with its bit.
    pub(super) fn languages(&self) -> impl Iterator<Item = (u128, &Language)> {
        self.languages
            .iter()
            .enumerate()
            .map(|(index, language)| (1u128.checked_shl(index as u32).unwrap_or(0), language))
    }

    pub(super) fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.heads.find(text, |head| {
            let Some(classes) = self.meanings.get(head.word) else { return };
            let glued = is_glued_at(text, head.start);
            let whole_word = ends_word(text, head.end);
            for &(class, whole, stem) in classes {
                let mut languages = if whole_word { whole | stem } else { stem };
                if glued {
                    languages &= self.gluing;
                }
                // Korean glues endings to words; only its nouns and pronouns need a beginning.
                let inside = matches!(class, Class::This | Class::Page) && is_inside_hangul(text, head.start);
                if languages != 0 && !inside {
                    hits.push(Hit { start: head.start, end: head.end, class, languages });
                }
            }
        });
        hits.sort_by_key(|hit| (hit.start, hit.end, hit.class));
        hits
    }

    /// Looks for a notice in a folded block.
    pub(crate) fn find(&self, folded: &Folded, place: Place, prefer: impl Fn(&str) -> bool) -> Option<Cue> {
        let text = folded.text.as_str();
        let hits = self.hits(text);
        let mask = |classes: &[Class]| {
            hits.iter().filter(|hit| classes.contains(&hit.class)).fold(0u128, |all, hit| all | hit.languages)
        };
        let (said, about) = (mask(&SAID), mask(&ABOUT));
        // "Only available in English" has no word for what is.
        let about = about | mask(&[Class::Only]) & mask(&[Class::Available]);
        let candidates = said & about;
        if candidates == 0 {
            return None;
        }
        let sentences = sentences(text);
        let mut best: Option<(usize, Cue)> = None;
        let mut twins: Vec<&'static str> = Vec::new();
        // What a language has against a sentence, and how much of it its words cover.
        let mut against: Vec<(usize, Range<usize>)> = Vec::new();
        for (index, language) in self.languages.iter().enumerate() {
            let tag = language.tag;
            let bit = 1u128.checked_shl(index as u32).unwrap_or(0);
            if candidates & bit == 0 {
                continue;
            }
            let own: Vec<Hit> = hits.iter().filter(|hit| hit.languages & bit != 0).copied().collect();
            if !sentences.iter().any(|range| may_tell(&own, range)) {
                continue;
            }
            let cue = match judge(text, &sentences, &own, language, place) {
                Ok(cue) => cue,
                Err(ranges) => {
                    against.extend(ranges.into_iter().map(|range| (covered(&own, &range), range)));
                    continue;
                }
            };
            let weight = covered(&own, &cue.range);
            match &best {
                Some((known, _)) if *known > weight => {}
                Some((known, kept)) if *known == weight && (prefer(kept.language) || !prefer(tag)) => {
                    twins.push(tag);
                }
                Some((known, kept)) if *known == weight => {
                    twins.push(kept.language);
                    best = Some((weight, cue));
                }
                _ => {
                    twins.clear();
                    best = Some((weight, cue));
                }
            }
        }
        // A neighbour's words may fit a sentence whose own language knows better: "Si la página no
        // está traducida, …" has no "if" that a Galician would see.
        let (weight, mut cue) = best?;
        let known_better = |(more, range): &(usize, Range<usize>)| {
            *more > weight && range.start <= cue.range.start && cue.range.start < range.end
        };
        if against.iter().any(known_better) {
            return None;
        }
        cue.twins = twins;
        Some(cue)
    }
}

/// What a notice says: one of these …
const SAID: [Class; 8] = [
    Class::Not,
    Class::No,
    Class::Unavailable,
    Class::Untranslated,
    Class::Only,
    Class::Shown,
    Class::Pending,
    Class::ForNow,
];

/// … about one of these.
const ABOUT: [Class; 7] = [
    Class::Page,
    Class::Translation,
    Class::Translated,
    Class::Untranslated,
    Class::Language,
    Class::Version,
    Class::This,
];

/// Whether a sentence says something about something at all: a cheap look before the names.
fn may_tell(hits: &[Hit], range: &Range<usize>) -> bool {
    let within = |hit: &&Hit| hit.start >= range.start && hit.end <= range.end;
    let any = |fits: &dyn Fn(Class) -> bool| hits.iter().filter(within).any(|hit| fits(hit.class));
    any(&|class| SAID.contains(&class)) && any(&|class| ABOUT.contains(&class) || class == Class::Available)
}

/// How many bytes of `range` the hits cover.
fn covered(hits: &[Hit], range: &Range<usize>) -> usize {
    let (mut sum, mut at) = (0, range.start);
    for hit in hits.iter().filter(|hit| hit.start >= range.start && hit.end <= range.end) {
        let start = hit.start.max(at);
        if hit.end > start {
            sum += hit.end - start;
            at = hit.end;
        }
    }
    sum
}
