//! What of a target is the source's own text, word for word: whole units, sentences, long runs.
//!
//! The source is at hand, so a sentence that stands in both to the letter needs no model of a language,
//! however short: only what translators copy on purpose has to be told apart (titles, names, commands,
//! what is cited), by capitals, marks and the lists of words of both languages.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::domain::date::month_named;
use crate::domain::language::{Candidates, Tally, eight_bytes, scan};
use crate::domain::notice::fold;
use crate::domain::qa::bitext::Unit;
use crate::domain::qa::reading::{Kind, Piece};

/// So many words that tell make a unit that is a copy of the source's …
pub(super) const COPIED_WORDS: u32 = 2;
/// … so many of which have to be written small.
pub(super) const COPIED_SMALL: usize = 2;

/// How many words in those bytes are written small; of a script without capitals every two letters
/// count as one. A word that a hyphen, a stop, a slash or the like joins to another without a blank is
/// part of an identifier (`protoc-gen-go`, `src/main.rs`, `#a-heading`) and none of the text's.
pub(super) fn small_words(unit: &Unit<'_>, range: &Range<usize>) -> usize {
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
pub(super) const SMALL: usize = 4;

/// The first long run of words that stands in the source as well, small words among them. A
/// sentence may be left in a paragraph whose other sentences outweigh it.
pub(super) fn copied_run(source: &Unit<'_>, target: &Unit<'_>) -> Option<Range<usize>> {
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
        // A sentence of those that were left begins within; it holds a run of its own.
        let begins = target
            .sentences()
            .iter()
            .any(|sentence| range.contains(&sentence.start) && range.start < sentence.start);
        (!begins && small_words(target, &range) >= SMALL && !is_set_apart(target, &range)).then_some(range)
    })
}

/// Whether those bytes stand within quotation marks, in emphasis (a title) or in a link out of the
/// site, with words of the unit around it: translators leave what is cited as it is.
pub(super) fn is_set_apart(unit: &Unit<'_>, range: &Range<usize>) -> bool {
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
pub(super) fn is_link_elsewhere(unit: &Unit<'_>) -> bool {
    let mut pieces = unit.pieces.iter();
    let opens = pieces.next().is_some_and(|piece| piece.of(unit.text) == "[");
    let closes = pieces
        .next_back()
        .is_some_and(|piece| piece.kind == Kind::Address && piece.of(unit.text).starts_with("(http"));
    opens && closes && pieces.all(|piece| piece.kind != Kind::Address)
}

/// Whether a unit that is its source word for word is one that ought to have been translated: not
/// a name, a number, a word that both languages have.
pub(super) fn is_copied(
    candidates: &Candidates,
    tally: &Tally,
    source: usize,
    target: usize,
    unit: &Unit<'_>,
) -> bool {
    let small = small_words(unit, &(0..unit.text.len()));
    small >= COPIED_SMALL
        && tally.words >= COPIED_WORDS
        && candidates.score(tally, source) > candidates.score(tally, target) + 3.0
}

/// So many words make a sentence within a unit that is held against the source's …
const SENTENCE: usize = 3;
/// … and so many one that is a unit of its own.
const SENTENCE_ALONE: usize = 2;
/// So many pairs of sentences are compared in one pair of units.
const MOST: usize = 4_096;
/// So many words and marks of each.
const LONGEST_SENTENCE: usize = 400;

/// The first sentence of the target that is one of the source's, to the letter, and that ought to have been
/// translated.
pub(super) fn copied_sentence(
    candidates: &Candidates,
    (source_language, target_language): (usize, usize),
    source: &Unit<'_>,
    target: &Unit<'_>,
) -> Option<Range<usize>> {
    let mut looks = MOST;
    let mut first: Vec<(usize, &str)> = Vec::with_capacity(4);
    for sentence in source.sentences() {
        let at = source.pieces.partition_point(|piece| piece.start < sentence.start);
        first.push((at, source.pieces.get(at)?.of(source.text)));
    }
    target.sentences().iter().find_map(|sentence| {
        let at = target.pieces.partition_point(|piece| piece.start < sentence.start);
        let begins = target.pieces.get(at)?.of(target.text);
        let of_source = first.iter().find_map(|(ours, word)| {
            looks = looks.checked_sub(1)?;
            if *word != begins {
                return None;
            }
            same_sentence((source, *ours), (target, at))
        })?;
        let range = sentence.start..of_source.end;
        let whole =
            range.start == 0 && target.text.get(range.end..).is_some_and(|rest| rest.trim().is_empty());
        let least = if whole { SENTENCE_ALONE } else { SENTENCE };
        (of_source.words >= least
            && (!whole || of_source.stops)
            && is_prose(candidates, (source_language, target_language), target, &range)
            && !is_set_apart(target, &words_of(target, &range)))
        .then_some(range)
    })
}

/// From the first word in those bytes to the last.
pub(super) fn words_of(unit: &Unit<'_>, range: &Range<usize>) -> Range<usize> {
    let mut words = unit.words().filter(|piece| range.start <= piece.start && piece.end <= range.end);
    let first = words.next();
    let last = words.last().or(first);
    first.zip(last).map_or_else(|| range.clone(), |(first, last)| first.start..last.end)
}

/// What two units have in common from the beginning of a sentence of each on.
struct Common {
    /// The byte after it, in the target.
    end: usize,
    words: usize,
    /// Whether a mark ends it.
    stops: bool,
}

/// What stands in both from those pieces on, up to the last mark that ends a sentence in both.
fn same_sentence((source, ours): (&Unit<'_>, usize), (target, theirs): (&Unit<'_>, usize)) -> Option<Common> {
    let filled = |piece: &&Piece| piece.kind != Kind::Blank;
    let mut ours = source.pieces.get(ours..)?.iter().filter(filled).peekable();
    let mut theirs = target.pieces.get(theirs..)?.iter().filter(filled).peekable();
    let (mut words, mut found) = (0, None);
    // What is longer is found by its runs of words.
    for _ in 0..LONGEST_SENTENCE {
        let (Some(one), Some(other)) = (ours.next(), theirs.next()) else { return found };
        let same = one.of(source.text) == other.of(target.text)
            || matches!((one.kind, other.kind), (Kind::Mark('\'' | '’'), Kind::Mark('\'' | '’')));
        if !same {
            return found;
        }
        words += usize::from(one.kind == Kind::Word);
        let apart = |piece: &Piece, next: Option<&&Piece>| next.is_none_or(|next| piece.end < next.start);
        let ends = apart(one, ours.peek()) && apart(other, theirs.peek());
        let stops = matches!(one.kind, Kind::Mark('.' | '!' | '?' | '…'));
        if ends && (stops || ours.peek().is_none() && theirs.peek().is_none()) {
            found = Some(Common { end: other.end, words, stops });
        }
    }
    found
}

/// Whether what stands there is a sentence of the source's language rather than a title, a list of
/// names or words that both languages have.
fn is_prose(
    candidates: &Candidates,
    (source, target): (usize, usize),
    unit: &Unit<'_>,
    range: &Range<usize>,
) -> bool {
    let language = candidates.locales().get(source).map_or("", |locale| locale.language());
    let words = unit.words().filter(|piece| range.start <= piece.start && piece.end <= range.end);
    let (mut dated, mut names, mut content) = (0, 0, 0);
    for (number, piece) in words.enumerate() {
        let word = piece.of(unit.text);
        if word.starts_with(char::is_lowercase) {
            content += usize::from(word.chars().count() >= 4 && !is_of_titles(word));
        } else if number > 0 {
            let folded = fold(word);
            if month_named(&folded, language).is_some() || is_weekday(&folded, language) {
                dated += 1;
            } else {
                names += 1;
            }
        }
    }
    let small = small_words(unit, range);
    if small == 0 || names > 0 && content + dated == 0 || names > small + dated {
        return false;
    }
    let mut tally = Tally::default();
    scan(unit.text.get(range.clone()).unwrap_or_default(), |piece| tally.add(&piece.tally));
    let (ours, theirs) = (candidates.score(&tally, source), candidates.score(&tally, target));
    ours > theirs && candidates.weigh(&tally).stranger.is_none()
}

/// Whether the word is one of the longer ones that stay small in English titles.
fn is_of_titles(word: &str) -> bool {
    matches!(
        word,
        "with" | "from" | "into" | "upon" | "over" | "under" | "after" | "before" | "between" | "through"
    )
}

/// Whether the folded word is a day of the week in English, which writes it with a capital.
fn is_weekday(folded: &str, language: &str) -> bool {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    language == "en" && days.contains(&folded.strip_suffix('s').unwrap_or(folded))
}
