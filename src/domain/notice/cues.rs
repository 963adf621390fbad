//! The general cue rule: notices that no list knows.
//!
//! A notice says three things at once, in a breath: *this page* + *is not there* + *in a
//! language*. Each of the three alone is everywhere ("El servicio no está disponible en domingo",
//! "this page", "in English"); the three within one short sentence hardly ever are, unless the
//! site speaks of itself. So a sentence is a notice only by one of a few combinations of cue
//! classes, close enough to each other to be one clause (`Shape`); words that turn the meaning
//! (if, permission, country, cookies …) block it, and so does a question mark.
//!
//! Why cue combinations and not a classifier: a notice is six to twenty words long, there are no
//! thousands of them to learn from in each of sixty languages, and the editor must be shown *why*
//! something was taken for one.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::fold::{Folded, begins_word, ends_word, fold, is_glued_at, is_inside_hangul};
use super::names::{NAMES, Named, same_language};

/// The cue words; the head of the file says how it is written.
const LIST: &str = include_str!("cues.txt");

/// What a cue word says; the letters are the list's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
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
    Shown,
    Version,
    Pending,
    Blocks,
}

const CLASSES: usize = 16;

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
        "W" => Class::Shown,
        "B" => Class::Version,
        "Q" => Class::Pending,
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

/// The list, read: the languages' tags, and the words.
fn words() -> (Vec<&'static str>, Vec<Word>) {
    let (mut languages, mut words) = (Vec::new(), Vec::new());
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        if let Some(tag) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            languages.push(tag);
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
    languages: Vec<&'static str>,
    automaton: Option<AhoCorasick>,
    /// For each pattern: class, languages (one bit each) where it is a whole word, and where it
    /// is a stem.
    patterns: Vec<Vec<(Class, u128, u128)>>,
    /// The languages that write prepositions and articles as part of the word.
    gluing: u128,
}

pub(crate) static CUES: LazyLock<Cues> = LazyLock::new(Cues::compile);

/// A cue found in a folded text.
#[derive(Clone, Copy, Debug)]
struct Hit {
    start: usize,
    end: usize,
    class: Class,
    languages: u128,
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
        let (texts, patterns): (Vec<String>, Vec<_>) = index.into_iter().unzip();
        let gluing = languages
            .iter()
            .enumerate()
            .filter(|(_, tag)| matches!(**tag, "ar" | "he"))
            .fold(0, |all, (index, _)| all | 1u128.checked_shl(index as u32).unwrap_or(0));
        Cues { languages, automaton: AhoCorasick::new(&texts).ok(), patterns, gluing }
    }

    fn hits(&self, text: &str) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut hits = Vec::new();
        for hit in automaton.find_overlapping_iter(text) {
            let Some(classes) = self.patterns.get(hit.pattern().as_usize()) else { continue };
            if !begins_word(text, hit.start()) {
                continue;
            }
            let glued = is_glued_at(text, hit.start());
            let whole_word = ends_word(text, hit.end());
            for &(class, whole, stem) in classes {
                let mut languages = if whole_word { whole | stem } else { stem };
                if glued {
                    languages &= self.gluing;
                }
                // Korean glues endings to words; only its nouns and pronouns need a beginning.
                let inside =
                    matches!(class, Class::This | Class::Page) && is_inside_hangul(text, hit.start());
                if languages != 0 && !inside {
                    hits.push(Hit { start: hit.start(), end: hit.end(), class, languages });
                }
            }
        }
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
        let said = mask(&[
            Class::Not,
            Class::No,
            Class::Unavailable,
            Class::Untranslated,
            Class::Only,
            Class::Shown,
            Class::Pending,
        ]);
        let about = mask(&[
            Class::Page,
            Class::Translation,
            Class::Translated,
            Class::Untranslated,
            Class::Language,
            Class::Version,
            Class::This,
        ]);
        let candidates = said & about;
        if candidates == 0 {
            return None;
        }
        let sentences = sentences(text);
        let mut best: Option<(usize, Cue)> = None;
        let mut twins: Vec<&'static str> = Vec::new();
        for (index, tag) in self.languages.iter().enumerate() {
            let bit = 1u128.checked_shl(index as u32).unwrap_or(0);
            if candidates & bit == 0 {
                continue;
            }
            let own: Vec<Hit> = hits.iter().filter(|hit| hit.languages & bit != 0).copied().collect();
            let primary = tag.split('-').next().unwrap_or(tag);
            let Some(cue) = judge(text, &sentences, &own, tag, primary, place) else { continue };
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
        best.map(|(_, mut cue)| {
            cue.twins = twins;
            cue
        })
    }
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

/// The sentences of a folded text.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut out, mut start) = (Vec::new(), 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = match c {
            '!' | '?' => true,
            '.' => {
                let before = text.get(..at).and_then(|head| head.chars().next_back());
                chars.peek().is_none_or(|(_, next)| {
                    matches!(next, ' ' | '"' | ')' | '<' | '*' | '_')
                        || before.is_some_and(super::fold::is_unspaced)
                })
            }
            _ => false,
        };
        if ends {
            out.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    if start < text.len() {
        out.push(start..text.len());
    }
    out
}

/// How long a text is, in characters; those of scripts that write a syllable or a word with each
/// count twice, so that one limit fits all languages.
fn width(text: &str) -> usize {
    text.chars().map(|c| if super::fold::is_unspaced(c) { 2 } else { 1 }).sum()
}

/// The hits of one sentence, and the questions the shapes ask of them.
struct Sentence<'a> {
    text: &'a str,
    range: Range<usize>,
    by_class: [Vec<Range<usize>>; CLASSES],
    names: Vec<Named>,
    chars: usize,
    /// How far a "not" may stand from its verb.
    reach: usize,
    /// Whether a "not" may follow what it denies.
    verb_last: bool,
}

impl<'a> Sentence<'a> {
    fn new(text: &'a str, range: Range<usize>, hits: &[Hit], names: &[Named], primary: &str) -> Self {
        let within = |start: usize, end: usize| start >= range.start && end <= range.end;
        let mut by_class: [Vec<Range<usize>>; CLASSES] = Default::default();
        for hit in hits.iter().filter(|hit| within(hit.start, hit.end)) {
            if let Some(list) = by_class.get_mut(hit.class as usize) {
                list.push(hit.start..hit.end);
            }
        }
        let names = names.iter().filter(|name| within(name.start, name.end)).copied().collect();
        let chars = text.get(range.clone()).map_or(0, width);
        // Chinese "not" and "have" are single signs that stand everywhere.
        let reach = if matches!(primary, "zh" | "ja" | "th") { 8 } else { 34 };
        let verb_last = matches!(
            primary,
            "ja" | "ko"
                | "tr"
                | "az"
                | "kk"
                | "hi"
                | "bn"
                | "ta"
                | "ur"
                | "fa"
                | "eu"
                | "ka"
                | "hu"
                | "de"
                | "nl"
                | "hy"
        );
        Sentence { text, range, by_class, names, chars, reach, verb_last }
    }

    fn all(&self, class: Class) -> &[Range<usize>] {
        self.by_class.get(class as usize).map_or(&[], Vec::as_slice)
    }

    fn has(&self, class: Class) -> bool {
        !self.all(class).is_empty()
    }

    /// How many characters lie between two ranges; 0 where they touch or overlap.
    fn gap(&self, a: &Range<usize>, b: &Range<usize>) -> usize {
        let (from, to) = if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) };
        self.text.get(from..to).map_or(0, |between| between.chars().count())
    }

    /// The first pair of the two classes no farther apart than `limit` characters.
    fn near(&self, a: Class, b: Class, limit: usize) -> Option<Range<usize>> {
        self.all(a).iter().find_map(|x| {
            self.all(b)
                .iter()
                .find(|y| *x != **y && self.gap(x, y) <= limit)
                .map(|y| x.start.min(y.start)..x.end.max(y.end))
        })
    }

    /// "this page", "halaman ini", "the requested page".
    fn this_page(&self) -> bool {
        self.near(Class::This, Class::Page, 9).is_some()
    }

    /// "your language", "idioma seleccionado"; or one word that says both.
    fn your_language(&self) -> bool {
        self.all(Class::Selected)
            .iter()
            .any(|s| self.all(Class::Language).iter().any(|g| s == g || self.gap(s, g) <= 14))
    }

    /// Where the sentence says that something is not there or not translated.
    fn denied(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for n in self.all(Class::Not) {
            for verb in [Class::Available, Class::Translated] {
                out.extend(
                    self.all(verb)
                        .iter()
                        .filter(|v| *v != n && self.gap(n, v) <= self.reach)
                        .map(|v| n.start.min(v.start)..n.end.max(v.end)),
                );
            }
        }
        out.extend(self.all(Class::Unavailable).iter().cloned());
        out.extend(self.all(Class::Untranslated).iter().cloned());
        if let Some(pair) = self.near(Class::No, Class::Translation, 24) {
            out.push(pair);
        }
        out
    }

    /// "no French version", "kein deutsche Fassung": a denial before a named version.
    fn no_named_version(&self) -> Option<Range<usize>> {
        let version = self
            .all(Class::Version)
            .iter()
            .find(|b| self.names.iter().any(|name| self.gap(b, &name.range()) <= 12))?;
        [Class::No, Class::Not]
            .iter()
            .flat_map(|class| self.all(*class))
            .find(|n| (self.verb_last || n.start < version.start) && self.gap(n, version) <= 40)
            .map(|n| n.start.min(version.start)..n.end.max(version.end))
    }

    /// "only in English", "английском языке" after "только".
    fn only_named(&self, limit: usize) -> bool {
        self.all(Class::Only)
            .iter()
            .any(|o| self.names.iter().any(|name| self.gap(o, &name.range()) <= limit))
    }

    fn asks(&self) -> bool {
        self.text.get(self.range.clone()).is_some_and(|s| s.trim_end().ends_with('?'))
    }
}

/// Whether the language's cue words make the block a notice, and what it then says.
fn judge(
    text: &str,
    sentences: &[Range<usize>],
    hits: &[Hit],
    tag: &'static str,
    primary: &str,
    place: Place,
) -> Option<Cue> {
    let names = NAMES.find(text, Some(primary));
    let parts: Vec<Sentence<'_>> =
        sentences.iter().map(|range| Sentence::new(text, range.clone(), hits, &names, primary)).collect();
    let block_chars: usize = parts.iter().map(|part| part.chars).sum();
    let at = parts.iter().position(|part| is_notice(part, &parts, primary, block_chars, place))?;
    let last = (at + 1..parts.len())
        .take_while(|i| parts.get(*i).is_some_and(|part| offers(part) && !part.has(Class::Blocks)))
        .last()
        .unwrap_or(at);
    let first = match at.checked_sub(1) {
        Some(before) if parts.get(before).is_some_and(|p| offers(p) && !p.has(Class::Blocks)) => before,
        _ => at,
    };
    let (target, served) = roles(parts.get(first..=last)?, primary);
    let range = parts.get(first)?.range.start..parts.get(last)?.range.end;
    let blank = text.get(range.clone())?.chars().take_while(|c| *c == ' ').count();
    Some(Cue { range: range.start + blank..range.end, language: tag, target, served, twins: Vec::new() })
}

/// Whether a sentence beside a notice says what is offered instead.
fn offers(part: &Sentence<'_>) -> bool {
    !part.names.is_empty()
        && [Class::Shown, Class::Only, Class::Version, Class::Pending].iter().any(|class| part.has(*class))
}

/// The shapes of a notice.
fn is_notice(
    part: &Sentence<'_>,
    all: &[Sentence<'_>],
    primary: &str,
    block_chars: usize,
    place: Place,
) -> bool {
    if part.has(Class::Blocks) || part.asks() || part.chars > 300 {
        return false;
    }
    let denied = !part.denied().is_empty();
    let named = !part.names.is_empty();
    let about_translation =
        part.has(Class::Translated) || part.has(Class::Translation) || part.has(Class::Untranslated);
    let about_language = named || part.has(Class::Language) || about_translation;
    let this_page = part.this_page();
    if place == Place::Inside && (block_chars > 320 || !this_page) {
        return false;
    }
    // "This page is not available in French", "… has not been translated yet".
    if this_page && denied && about_language {
        return true;
    }
    // "There is no French version of this page".
    if this_page && part.no_named_version().is_some() {
        return true;
    }
    // "This page is only available in English".
    let says_where = part.has(Class::Available) || part.has(Class::Shown) || part.has(Class::Translated);
    if this_page && ((part.only_named(40) && says_where) || part.only_named(8)) {
        return true;
    }
    // What follows leaves "this page" out, so it must be prose, and little of it.
    let marked_up = part.text.contains(['`', '{', '=', '[', '<', '#', '|']);
    if place == Place::Inside || marked_up {
        return false;
    }
    // "Content not available in your language".
    if denied && part.your_language() && part.chars <= 180 {
        return true;
    }
    // "The French version is not available. Showing English instead."
    let offered =
        all.iter().any(|other| offers(other) && (!std::ptr::eq(other, part) || part.names.len() > 1));
    if denied && about_language && offered && block_chars <= 320 {
        return true;
    }
    if part.no_named_version().is_some() && offered && block_chars <= 320 {
        return true;
    }
    // "No translation available": all that the block says.
    if all.len() <= 2 && block_chars <= 90 && denied && part.has(Class::Translation) {
        return true;
    }
    let this = part.has(Class::This);
    let brief = block_chars <= 170 && all.len() <= 3;
    // "The French translation is on its way".
    if brief
        && part.chars <= 110
        && (part.near(Class::Pending, Class::Translation, 40).is_some() && part.chars <= 90
            || (part.has(Class::Pending) && named && (part.has(Class::Version) || part.has(Class::Page))))
    {
        return true;
    }
    // "The terms below are published in German only".
    if brief && this && (part.only_named(26) && part.chars <= 130) {
        return true;
    }
    // "Nobody has translated this guide yet".
    let of_own = !named || part.names.iter().any(|name| same_language(name.tag, primary));
    if brief
        && (this || (part.has(Class::Page) && part.chars <= 60))
        && denied
        && part.has(Class::Translated)
        && of_own
    {
        return true;
    }
    // "The Dutch version of the article does not exist yet": about the page, in its own language.
    let about_page = this || part.has(Class::Page) || part.has(Class::Version);
    if brief
        && about_page
        && part.chars <= 120
        && (denied || part.no_named_version().is_some())
        && (part.your_language() || part.has(Class::Translation) || named)
        && of_own
    {
        return true;
    }
    // "Page shown in English for want of a translation".
    if brief
        && part.has(Class::Page)
        && part.has(Class::Shown)
        && part.chars <= 80
        && named
        && !part.names.iter().any(|name| same_language(name.tag, primary))
        && !part.has(Class::Not)
        && about_translation
    {
        return true;
    }
    // "We are translating this section".
    if brief && this && part.has(Class::Pending) && part.has(Class::Translated) && of_own {
        return true;
    }
    // "The terms of this fare are shown in English".
    let foreign = named && !part.names.iter().any(|name| same_language(name.tag, primary));
    if brief && this && foreign && part.has(Class::Shown) && part.chars <= 100 && !part.has(Class::Not) {
        return true;
    }
    // "There is no Dutch page of that name; you were taken to the French one".
    let two_names =
        part.names.iter().any(|name| part.names.first().is_some_and(|first| first.tag != name.tag));
    let negative =
        [Class::Not, Class::No, Class::Unavailable, Class::Untranslated].iter().any(|c| part.has(*c));
    let subject = [Class::Page, Class::Translation, Class::Version].iter().any(|c| part.has(*c));
    if brief && negative && two_names && subject && part.has(Class::Shown) {
        return true;
    }
    // "No page was found in the language you chose".
    if brief && negative && part.your_language() && subject && part.chars <= 90 && primary != "zh" {
        return true;
    }
    // "Only available in English": all that the block says.
    all.len() == 1 && block_chars <= 42 && part.only_named(30) && part.has(Class::Available)
}

/// Who is missing and who is offered: each name goes to the cue it stands nearest to, a clause
/// mark between them counting as a long way.
fn roles(parts: &[Sentence<'_>], primary: &str) -> (Option<&'static str>, Option<&'static str>) {
    let (mut target, mut served): (Option<&'static str>, Option<&'static str>) = (None, None);
    let mut spare = None;
    for part in parts {
        let mut missing = part.denied();
        missing.extend(part.no_named_version());
        missing.extend(part.all(Class::Pending).iter().cloned());
        let mut offering: Vec<Range<usize>> = part.all(Class::Only).to_vec();
        offering.extend(part.all(Class::Shown).iter().cloned());
        for name in &part.names {
            let nearest = |cues: &[Range<usize>]| {
                cues.iter().map(|cue| distance(part.text, cue, &name.range())).min().unwrap_or(usize::MAX)
            };
            let (to_missing, to_offering) = (nearest(&missing), nearest(&offering));
            let told = to_missing != usize::MAX || to_offering != usize::MAX;
            let is_target = if told { to_missing <= to_offering } else { served.is_some() };
            let (slot, other) = if is_target { (&mut target, &served) } else { (&mut served, &target) };
            match slot {
                None if *other != Some(name.tag) => *slot = Some(name.tag),
                Some(known) if *known != name.tag => spare = spare.or(Some(name.tag)),
                _ => {}
            }
        }
    }
    // Two names on one side: the first is the one missing.
    match (target, served, spare) {
        (Some(first), None, Some(name)) if name == primary => {
            target = Some(name);
            served = Some(first);
        }
        (Some(_), None, Some(name)) => served = Some(name),
        (None, Some(_), Some(name)) if name == primary => target = Some(name),
        (None, Some(_), Some(name)) if served != Some(name) => {
            target = served;
            served = Some(name);
        }
        _ => {}
    }
    (target, served)
}

/// The characters between two ranges, a clause mark counting 25.
fn distance(text: &str, a: &Range<usize>, b: &Range<usize>) -> usize {
    let (from, to) = if a.end <= b.start { (a.end, b.start) } else { (b.end, a.start) };
    text.get(from..to).map_or(0, |between| {
        between.chars().map(|c| if matches!(c, ',' | ';' | ':' | '-' | '.' | '(') { 25 } else { 1 }).sum()
    })
}
