//! What the text as a whole decides about initials.
//!
//! Initials that stand for several concepts are those whose full name is nearest; doubtful ones
//! need the full name somewhere. Where a text says itself what its initials stand for, as
//! *Organización de los Estados Americanos (OEA)* does, and it is no name of the concept, they are
//! none of the concept's in that text. The definition is read as Schwartz and Hearst do (*A simple
//! algorithm for identifying abbreviation definitions in biomedical text*, 2003), on initials of
//! words only: a letter a word, function words stepped over.

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

use super::{Match, Matcher, Weight};

/// How many places with initials are looked at for a definition.
const MOST_DEFINITIONS: usize = 1000;
/// How far a definition may reach, in bytes.
const REACH: usize = 160;

/// The hits that stand.
pub(super) fn settled(matcher: &Matcher, text: &str, mut found: Vec<Match>) -> Vec<Match> {
    let weight = |term: usize| -> Option<&Weight> { matcher.weights.get(term)?.as_ref() };
    let is_acronym = |hit: &Match| weight(hit.term).is_some_and(|w| w.acronym);
    if !found.iter().any(is_acronym) {
        return found;
    }
    let mut names: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for hit in &found {
        if let Some(w) = weight(hit.term).filter(|w| !w.acronym) {
            names.entry(w.concept).or_default().push(hit.start);
        }
    }
    let nearest = |concept: u32, start: usize| {
        let starts = names.get(&concept)?;
        let next = starts.partition_point(|at| *at < start);
        let sides = [next.checked_sub(1).and_then(|at| starts.get(at)), starts.get(next)];
        sides.into_iter().flatten().map(|at| at.abs_diff(start)).min()
    };
    let mut defined: Vec<(&str, u32, Vec<&str>)> = Vec::new();
    for hit in found.iter().filter(|hit| is_acronym(hit)).take(MOST_DEFINITIONS) {
        let all = || std::iter::once(&hit.term).chain(&hit.others).filter_map(|term| weight(*term));
        // Beside a name of its own there is nothing to ask.
        let own = all().filter_map(|w| nearest(w.concept, hit.start)).min();
        if own.is_none_or(|near| near > REACH)
            && let (Some(name), Some(words)) = (definition(text, hit), text.get(hit.start..hit.end))
        {
            defined.extend(all().map(|w| (words, w.concept, name.clone())));
        }
    }
    let foreign = without_own(matcher, defined);
    found.retain_mut(|hit| {
        let Some(first) = weight(hit.term) else { return false };
        if !first.acronym {
            return true;
        }
        let Some(words) = text.get(hit.start..hit.end) else { return false };
        let is_foreign = |concept: u32| foreign.contains(&(words, concept));
        if !(first.doubtful || is_foreign(first.concept) || !hit.others.is_empty()) {
            return true;
        }
        let mut all: Vec<(usize, bool, usize, usize)> = std::iter::once(&hit.term)
            .chain(&hit.others)
            .enumerate()
            .filter_map(|(rank, term)| {
                let w = weight(*term)?;
                let near = nearest(w.concept, hit.start);
                let stands = near.is_some() || !(w.doubtful || is_foreign(w.concept));
                stands.then_some((near.unwrap_or(usize::MAX), w.doubtful, rank, *term))
            })
            .collect();
        all.sort_unstable();
        let mut terms = all.into_iter().map(|(.., term)| term);
        let Some(term) = terms.next() else { return false };
        (hit.term, hit.others) = (term, terms.collect());
        true
    });
    found
}

/// The initials whose definition has fewer than half its words from names of their concept: another
/// wording of the same thing (*operador económico acreditado*) takes nothing away.
fn without_own<'t>(matcher: &Matcher, defined: Vec<(&'t str, u32, Vec<&str>)>) -> FxHashSet<(&'t str, u32)> {
    let mut own: FxHashMap<u32, FxHashSet<u32>> =
        defined.iter().map(|(_, concept, _)| (*concept, FxHashSet::default())).collect();
    if own.is_empty() {
        return FxHashSet::default();
    }
    for pattern in &matcher.patterns {
        let concept = matcher.weight(pattern.term).map(|w| w.concept);
        let Some(classes) = concept.and_then(|concept| own.get_mut(&concept)) else { continue };
        let slots = pattern.slots.iter().filter_map(|slot| matcher.slots.get(*slot as usize));
        let first = slots.filter_map(|slot| matcher.symbols.get(*slot.forms.first()? as usize));
        classes.extend(first.map(|symbol| symbol.class));
    }
    let is_known = |concept: u32, word: &str| {
        let lower: String = word.nfc().flat_map(char::to_lowercase).collect();
        let symbol = matcher.words.find(lower.as_bytes()).and_then(|at| matcher.symbols.get(at as usize));
        symbol.is_some_and(|symbol| own.get(&concept).is_some_and(|classes| classes.contains(&symbol.class)))
    };
    let mut foreign = FxHashSet::default();
    let mut kept = FxHashSet::default();
    for (words, concept, name) in &defined {
        let shared = name.iter().filter(|word| is_known(*concept, word)).count();
        match shared * 2 >= name.len() {
            true => kept.insert((*words, *concept)),
            false => foreign.insert((*words, *concept)),
        };
    }
    foreign.retain(|one| !kept.contains(one));
    foreign
}

/// What the text says beside these initials that they stand for, in words.
fn definition<'t>(text: &'t str, hit: &Match) -> Option<Vec<&'t str>> {
    let initials: Vec<char> =
        text.get(hit.start..hit.end).unwrap_or_default().chars().filter(|c| c.is_uppercase()).collect();
    if initials.len() < 2 {
        return None;
    }
    let before = text.get(..hit.start).unwrap_or_default();
    let after = text.get(hit.end..).unwrap_or_default();
    // "Full Name (FN)".
    if let Some(name) = before.trim_end().strip_suffix('(') {
        let mut from = name.len().saturating_sub(REACH);
        while !name.is_char_boundary(from) {
            from += 1;
        }
        let words = words(name.get(from..).unwrap_or_default());
        return spelled(words.into_iter().rev(), initials.iter().rev());
    }
    // "FN (Full Name)", "FN, es decir, la Full Name".
    let mut to = after.len().min(REACH);
    while !after.is_char_boundary(to) {
        to -= 1;
    }
    let after = after.get(..to).unwrap_or_default();
    let rest = after.trim_start();
    if let Some(name) = rest.strip_prefix('(') {
        return spelled(words(name).into_iter(), initials.iter());
    }
    match rest.strip_prefix(',') {
        // Words in lower case lead to the name: "o sea, la", "c’est-à-dire l’", "that is, the".
        Some(rest) if initials.len() > 2 => {
            let words = words(rest);
            let lead = words.iter().take_while(|word| !is_capital(word)).count();
            spelled(words.into_iter().skip(lead), initials.iter()).filter(|_| lead <= 5)
        }
        _ => None,
    }
}

/// The words up to the end of a sentence or a bracket; elided articles are words of their own.
fn words(text: &str) -> Vec<&str> {
    let cut =
        |c: char| c.is_whitespace() || matches!(c, '’' | '\'' | '-' | ',' | '«' | '»' | '"' | '“' | '”');
    text.split(cut).filter(|word| !word.is_empty()).collect()
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The words that begin with those letters, one a letter, short words in lower case stepped over;
/// `None` if a letter has no word.
fn spelled<'t, 'l>(
    words: impl Iterator<Item = &'t str>,
    letters: impl Iterator<Item = &'l char>,
) -> Option<Vec<&'t str>> {
    let mut letters = letters.peekable();
    let mut name = Vec::new();
    for word in words {
        let Some(letter) = letters.peek() else { break };
        let first = word.nfd().next().and_then(|c| c.to_uppercase().next());
        if first == Some(**letter) {
            name.push(word);
            letters.next();
        } else if is_capital(word) || word.chars().count() > 4 {
            return None;
        }
    }
    // A name has capitals; words in lower case that happen to begin so are none.
    (letters.peek().is_none() && name.iter().any(|word| is_capital(word))).then_some(name)
}
