//! `left-untranslated` and `wrong-language`: what of the target is still the source's text, or in
//! its language, or in a third one.
//!
//! Judged sentence by sentence, with the detector that judges whole versions, but with more
//! evidence asked for: a sentence of a quotation, a title or a name may be in another language.
//! A unit that is word for word its source is flagged from fewer words on than one that is not.

use std::ops::Range;

use super::copied::{
    COPIED_SMALL, COPIED_WORDS, SMALL, copied_run, copied_sentence, is_copied, is_link_elsewhere,
    is_set_apart, small_words, words_of,
};
use crate::domain::language::{Candidates, Script, Tally, scan, script_of};
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::Piece;
use crate::domain::qa::{ArgName, Check, Problem, Site, shown};
use crate::domain::text::normalised;

/// So many words that tell make a sentence that is judged.
const WORDS: u32 = 4;
/// So many make one that is judged to be in a third language.
const FOREIGN_WORDS: u32 = 5;

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, site: &Site<'_>, out: &mut Vec<Problem>) {
    let candidates = site.candidates;
    let (Some(source), Some(target)) =
        (candidates.index(bitext.source_locale), candidates.index(bitext.target_locale))
    else {
        return;
    };
    if candidates.same_language(source, target) {
        return;
    }
    for unit in bitext.targets(pair) {
        let copy = bitext.sources(pair).find(|source| source.is_same_text(unit));
        if let Some((language, range)) = in_foreign_script(candidates, (source, target), bitext, pair, unit)
            && !is_link_elsewhere(unit)
        {
            let text = unit.text.get(range.clone()).unwrap_or_default();
            let verdict = (Check::WrongLanguage, language);
            out.push(problem(verdict, bitext, pair, Some((unit, range.start)), text));
            continue;
        }
        let mut whole = Tally::default();
        let mut found: Option<Problem> = None;
        // Of what is known to speak for its language no sentence is in another.
        let text = if unit.is_spoken() && copy.is_none() { "" } else { unit.text };
        scan(text, |piece| {
            if !piece.quoted {
                whole.add(&piece.tally);
            }
            if found.is_some() || piece.quoted || candidates.leads(&piece.tally, target) {
                return;
            }
            // A name or the words of a link may well be in the source's language.
            if small_words(unit, &piece.range) < if copy.is_some() { COPIED_SMALL } else { SMALL } {
                return;
            }
            let text = unit.text.get(piece.range.clone()).unwrap_or_default();
            let place = Some((unit, piece.range.start));
            found = judge(candidates, &piece.tally, source, target, text, bitext, pair, copy.is_some())
                .filter(|_| !is_set_apart(unit, &words_of(unit, &piece.range)))
                .map(|verdict| problem(verdict, bitext, pair, place, text));
        });
        if found.is_none()
            && let Some(range) = bitext.sources(pair).find_map(|source| copied_run(source, unit))
        {
            let text = unit.text.get(range.clone()).unwrap_or_default();
            let verdict = (Check::LeftUntranslated, bitext.source_locale.language().to_owned());
            found = Some(problem(verdict, bitext, pair, Some((unit, range.start)), text));
        }
        if found.is_none() && !is_link_elsewhere(unit) {
            let mut sources = bitext.sources(pair);
            found = sources.find_map(|one| copied_sentence(candidates, (source, target), one, unit)).map(
                |range| {
                    let text = unit.text.get(range.clone()).unwrap_or_default();
                    let verdict = (Check::LeftUntranslated, bitext.source_locale.language().to_owned());
                    problem(verdict, bitext, pair, Some((unit, range.start)), text)
                },
            );
        }
        if found.is_none() {
            for sentence in unit.sentences().iter().filter(|sentence| is_run_on(unit, sentence)) {
                let text = unit.text.get((*sentence).clone()).unwrap_or_default();
                let mut tally = Tally::default();
                scan(text, |piece| tally.add(&piece.tally));
                if !candidates.leads(&tally, target) && !is_set_apart(unit, &words_of(unit, sentence)) {
                    let place = Some((unit, sentence.start));
                    found = judge(candidates, &tally, source, target, text, bitext, pair, copy.is_some())
                        .map(|verdict| problem(verdict, bitext, pair, place, text));
                }
                if found.is_some() {
                    break;
                }
            }
        }
        if found.is_none()
            && !is_link_elsewhere(unit)
            && let Some(copy) = copy
            && is_copied(candidates, &whole, source, target, copy)
        {
            let verdict = (Check::LeftUntranslated, bitext.source_locale.language().to_owned());
            found = Some(problem(verdict, bitext, pair, Some((unit, 0)), unit.text));
        }
        out.extend(found);
    }
}

fn problem(
    (check, language): (Check, String),
    bitext: &Bitext<'_>,
    pair: &Pair,
    place: Option<(&Unit<'_>, usize)>,
    text: &str,
) -> Problem {
    let what = normalised(text).into_owned();
    let args = vec![(ArgName::Target, shown(text)), (ArgName::Language, language)];
    Problem::new(check, bitext, pair, place, &what, args)
}

/// What a sentence that does not speak for the target's language is.
#[expect(clippy::too_many_arguments, reason = "one step of look, which owns all of them")]
fn judge(
    candidates: &Candidates,
    tally: &Tally,
    source: usize,
    target: usize,
    text: &str,
    bitext: &Bitext<'_>,
    pair: &Pair,
    copied: bool,
) -> Option<(Check, String)> {
    let least = if copied { COPIED_WORDS } else { WORDS };
    if tally.words < least {
        return None;
    }
    let found = candidates.weigh(tally);
    if !found.settled() {
        return None;
    }
    let stands_in_source =
        || bitext.sources(pair).any(|unit| normalised(unit.text).contains(normalised(text).as_ref()));
    match (found.best, found.stranger) {
        (Some(best), _) if best == target || candidates.same_language(best, target) => None,
        (Some(best), _) if best == source || candidates.same_language(best, source) => {
            let copied = copied || stands_in_source();
            (copied || tally.words >= 2 * WORDS || found.confidence >= 0.9)
                .then(|| (Check::LeftUntranslated, bitext.source_locale.language().to_owned()))
        }
        (best, stranger) => {
            // What the source has in that language too is a quotation.
            if tally.words < FOREIGN_WORDS || found.confidence < 0.9 || stands_in_source() {
                return None;
            }
            let language = match best {
                Some(best) => candidates.locales().get(best)?.language().to_owned(),
                None => stranger?.to_owned(),
            };
            Some((Check::WrongLanguage, language))
        }
    }
}

/// Whether a sentence is no piece of its own to the detector, which takes a short word with a capital and a stop
/// for an abbreviation ("… hinter dem Haus."), though another one follows.
fn is_run_on(unit: &Unit<'_>, sentence: &Range<usize>) -> bool {
    let Some(text) = unit.text.get(sentence.clone()).and_then(|text| text.strip_suffix('.')) else {
        return false;
    };
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    sentence.end < unit.text.len()
        && word.starts_with(char::is_uppercase)
        && word.len() > 2
        && word.chars().take(5).count() <= 4
}

/// So many words in a script that the target's language is not written in make a sentence that is judged …
const STRANGE_WORDS: usize = 3;
/// … or so much, in Latin letters' worth, where blanks do not part words.
const STRANGE_LETTERS: u32 = 18;

/// The first sentence of the unit most of which is in a script that neither the target's language nor the
/// source's is written in, and the language that it is most likely in. A name or a word that is given in its own
/// script makes no sentence, and what the source has as well is a quotation.
fn in_foreign_script(
    candidates: &Candidates,
    (source, target): (usize, usize),
    bitext: &Bitext<'_>,
    pair: &Pair,
    unit: &Unit<'_>,
) -> Option<(String, Range<usize>)> {
    let is_strange = |c: char| {
        let script = script_of(c);
        script != Script::Other && !candidates.writes(target, script) && !candidates.writes(source, script)
    };
    // Most units have no such letter at all.
    if unit.text.is_ascii() || !unit.text.chars().any(|c| !c.is_ascii() && is_strange(c)) {
        return None;
    }
    unit.sentences().iter().find_map(|sentence| {
        let (mut words, mut strange, mut usual) = (0, 0, 0);
        let mut known = true;
        let within = |piece: &&Piece| sentence.start <= piece.start && piece.end <= sentence.end;
        for word in unit.words().filter(within).map(|piece| piece.of(unit.text)) {
            let before = strange;
            for c in word.chars().filter(|c| c.is_alphabetic()) {
                *(if is_strange(c) { &mut strange } else { &mut usual }) += script_of(c).weight();
            }
            if strange > before {
                words += 1;
                known = known && bitext.sources(pair).any(|one| one.text.contains(word));
            }
        }
        let enough = words >= STRANGE_WORDS || strange >= STRANGE_LETTERS;
        if !enough || known || strange <= usual || is_set_apart(unit, &words_of(unit, sentence)) {
            return None;
        }
        let mut tally = Tally::default();
        scan(unit.text.get(sentence.clone())?, |piece| tally.add(&piece.tally));
        let found = candidates.weigh(&tally);
        let language = match found.best.and_then(|best| candidates.locales().get(best)) {
            Some(locale) => locale.language(),
            None => found.stranger.unwrap_or_else(|| likely_language(&tally)),
        };
        Some((language.to_owned(), sentence.clone()))
    })
}

/// The language that most texts in a script are in, where words tell none.
fn likely_language(tally: &Tally) -> &'static str {
    match Script::ALL.into_iter().max_by_key(|script| tally.of(*script)) {
        Some(Script::Cyrillic) => "ru",
        Some(Script::Arabic) => "ar",
        Some(Script::Devanagari) => "hi",
        Some(Script::Kana) => "ja",
        Some(Script::Han) => "zh",
        _ => "und",
    }
}
