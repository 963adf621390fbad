//! `left-untranslated` and `wrong-language`: what of the target is still the source's text, or in
//! its language, or in a third one.
//!
//! Judged sentence by sentence, with the detector that judges whole versions, but with more
//! evidence asked for: a sentence of a quotation, a title or a name may be in another language.
//! A unit that is word for word its source is flagged from fewer words on than one that is not.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::domain::language::{Candidates, Tally, eight_bytes, scan};
use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::{Kind, Piece};
use crate::domain::qa::{ArgName, Check, Problem, Site, shown};
use crate::domain::text::normalised;

/// So many words that tell make a sentence that is judged.
const WORDS: u32 = 4;
/// So many make one that is a copy of the source's.
const COPIED_WORDS: u32 = 2;
/// So many make one that is judged to be in a third language.
const FOREIGN_WORDS: u32 = 8;

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
                .map(|verdict| problem(verdict, bitext, pair, place, text));
        });
        if found.is_none()
            && let Some(range) = bitext.sources(pair).find_map(|source| copied_run(source, unit))
        {
            let text = unit.text.get(range.clone()).unwrap_or_default();
            let verdict = (Check::LeftUntranslated, bitext.source_locale.language().to_owned());
            found = Some(problem(verdict, bitext, pair, Some((unit, range.start)), text));
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

/// So many of its words have to be written small.
const COPIED_SMALL: usize = 2;

/// How many words in those bytes are written small; of a script without capitals every two letters
/// count as one. A word that a hyphen, a stop, a slash or the like joins to another without a blank is
/// part of an identifier (`protoc-gen-go`, `src/main.rs`, `#a-heading`) and none of the text's.
fn small_words(unit: &Unit<'_>, range: &Range<usize>) -> usize {
    let joins = |piece: Option<&Piece>| {
        piece.is_some_and(|piece| {
            matches!(piece.kind, Kind::Mark('-' | '.' | '/' | '\\' | '#' | ':' | '=' | '_'))
                || piece.kind == Kind::Markup && piece.of(unit.text) == "_"
        })
    };
    let is_word =
        |piece: Option<&Piece>| piece.is_some_and(|piece| matches!(piece.kind, Kind::Word | Kind::Figure));
    let at = |place: Option<usize>| place.and_then(|place| unit.pieces.get(place));
    unit.pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| range.start <= piece.start && piece.end <= range.end)
        .filter(|(_, piece)| piece.kind == Kind::Word)
        .filter(|(number, _)| {
            let before = joins(at(number.checked_sub(1))) && is_word(at(number.checked_sub(2)));
            let after = joins(at(Some(number + 1))) && is_word(at(Some(number + 2)));
            !before && !after
        })
        .map(|(_, piece)| {
            let word = piece.of(unit.text);
            match word.chars().next() {
                Some(c) if c.is_lowercase() => 1,
                Some(c) if c.is_uppercase() => 0,
                _ => word.chars().count().div_ceil(2),
            }
        })
        .sum()
}

/// So many words in a row that the source has too make a copy …
const RUN: usize = 6;
/// … if so many of them are written small: titles and names are not.
const SMALL: usize = 4;

/// The first long run of words that stands in the source as well, small words among them. A
/// sentence may be left in a paragraph whose other sentences outweigh it.
fn copied_run(source: &Unit<'_>, target: &Unit<'_>) -> Option<Range<usize>> {
    let (ours, theirs) = (source.runs(runs), target.runs(runs));
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    // Most runs are known by one bit not to be there.
    let mut bits = [0u64; 64];
    let place = |run: u64| ((run >> 58) as usize, (run >> 52) & 63);
    for (at, bit) in ours.iter().map(|run| place(*run)) {
        bits[at] |= 1 << bit;
    }
    let mut known: Option<FxHashSet<u64>> = None;
    let mut is_known = |run: u64| {
        let (at, bit) = place(run);
        bits[at] >> bit & 1 == 1 && known.get_or_insert_with(|| ours.iter().copied().collect()).contains(&run)
    };
    // Of an endless copy of titles not each run is looked at.
    let mut looks = 64;
    theirs.iter().enumerate().find_map(|(at, run)| {
        if looks == 0 || !is_known(*run) {
            return None;
        }
        looks -= 1;
        let mut words = target.words().skip(at);
        let range = words.next()?.start..words.nth(RUN - 2)?.end;
        (small_words(target, &range) >= SMALL && !is_set_apart(target, &range)).then_some(range)
    })
}

/// Whether those bytes stand within quotation marks, in emphasis (a title) or in a link out of the
/// site, with words of the unit around it: translators leave what is cited as it is.
fn is_set_apart(unit: &Unit<'_>, range: &Range<usize>) -> bool {
    let mut around = false;
    let mut within = false;
    // Where what is set apart by each kind of mark began.
    let mut open: [Option<usize>; 4] = [None; 4];
    let mut pieces = unit.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let text = piece.of(unit.text);
        let (which, opens, closes) = match (piece.kind, text) {
            (Kind::Word, _) => {
                let outside = open.iter().all(Option::is_none);
                around |= outside && (piece.end <= range.start || range.end <= piece.start);
                continue;
            }
            (_, "“" | "„" | "«") => (0, true, open[0].is_some()),
            (_, "”" | "»") => (0, false, true),
            (_, "\"") => (1, open[1].is_none(), true),
            // Two of them are bold: a label, no title.
            (Kind::Markup, "*" | "_") => {
                if pieces.next_if(|next| next.of(unit.text) == text).is_some() {
                    continue;
                }
                (2, open[2].is_none(), true)
            }
            (Kind::Markup, "[") => (3, true, false),
            (Kind::Markup, "]") => {
                let elsewhere = pieces.peek().is_some_and(|next| next.of(unit.text).starts_with("(http"));
                (3, false, elsewhere)
            }
            _ => continue,
        };
        if closes && open[which].is_some_and(|start| start <= range.start) && range.end <= piece.start {
            within = true;
        }
        open[which] = if opens { Some(piece.end) } else { None };
    }
    around && within
}

/// The hashes of all runs of words of a unit.
fn runs(unit: &Unit<'_>) -> Vec<u64> {
    let bytes = unit.text.as_bytes();
    let hash = |piece: &Piece| {
        let (mut hash, mut at) = ((piece.end - piece.start) as u64, piece.start);
        while at < piece.end {
            let kept = if piece.end - at < 8 { (1 << (8 * (piece.end - at))) - 1 } else { !0 };
            hash = (hash.rotate_left(5) ^ eight_bytes(bytes, at) & kept).wrapping_mul(0x517c_c1b7_2722_0a95);
            at += 8;
        }
        hash
    };
    let words: Vec<u64> = unit.words().map(hash).collect();
    let mut out = Vec::with_capacity(words.len().saturating_sub(RUN - 1));
    // Each word turns what was joined; the one that leaves the run was turned as often as it has words.
    let mut joined = 0u64;
    for (at, hash) in words.iter().enumerate() {
        let leaves = at.checked_sub(RUN).and_then(|first| words.get(first)).copied().unwrap_or(0);
        joined = (joined ^ leaves.rotate_left(7 * (RUN as u32 - 1))).rotate_left(7) ^ hash;
        if at + 1 >= RUN {
            out.push(joined.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        }
    }
    out
}

/// Whether the unit is nothing but one link out of the site: the title of a page in its own language.
fn is_link_elsewhere(unit: &Unit<'_>) -> bool {
    let mut pieces = unit.pieces.iter();
    let opens = pieces.next().is_some_and(|piece| piece.of(unit.text) == "[");
    let closes = pieces
        .next_back()
        .is_some_and(|piece| piece.kind == Kind::Address && piece.of(unit.text).starts_with("(http"));
    opens && closes && pieces.all(|piece| piece.kind != Kind::Address)
}

/// Whether a unit that is its source word for word is one that ought to have been translated: not
/// a name, a number, a word that both languages have.
fn is_copied(candidates: &Candidates, tally: &Tally, source: usize, target: usize, unit: &Unit<'_>) -> bool {
    let small = small_words(unit, &(0..unit.text.len()));
    small >= COPIED_SMALL
        && tally.words >= COPIED_WORDS
        && candidates.score(tally, source) > candidates.score(tally, target) + 3.0
}
