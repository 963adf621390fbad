//! Matches of the memory as they are offered: with the codes of the unit they are for.
//!
//! A memory keeps texts as they are written, markup and all. Beside a unit whose markup is codes such
//! a text is of little use: a tool that puts it in loses every code. So the match is taken apart as the
//! unit was, and its codes get the numbers of the unit's: those written alike first, then those of the
//! same style in their order. The target's codes are those of its own source, and so the unit's.
//!
//! **What the percent of an offer says** is how like its source is to the *whole unit*, and never more
//! than can be put in as it is: 100 % are only those whose codes are all there. A target that lacks
//! some has one percent less for each and keeps the others; one with codes that the unit has not, twice
//! or crossed is given as words alone, without codes, at 99 % at most.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{Apart, BETWEEN, joined, numbered};
use super::{Offer, Reach};
use crate::domain::document::BlockKind;
use crate::domain::inline::{Broken, Code, Inline, Pieces, Style, broken, codes};

/// What a memory has for a unit.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'h> {
    /// Its source, as written in a file.
    pub source: &'h str,
    /// Its target, likewise.
    pub target: &'h str,
    /// Where it is from.
    pub origin: &'h str,
    /// How like its source is to the whole unit, in percent.
    pub percent: u8,
    /// What of the unit it is for.
    pub reach: Reach,
}

/// The match as it is offered for a unit with those pieces, whose blocks are of those kinds. Time
/// n log n in the codes.
pub fn offer(unit: &[Inline], kinds: &[BlockKind], hit: &Hit<'_>, apart: &Apart<'_>) -> Offer {
    let taken = |text: &str| {
        let kind = |at: usize| kinds.get(at).or(kinds.last()).copied().unwrap_or(BlockKind::Paragraph);
        joined(text.split(BETWEEN).enumerate().map(|(at, block)| (kind(at), block)), apart)
    };
    let (source, target) = (taken(hit.source), taken(hit.target));
    let own: BTreeSet<u32> = codes(unit).map(|code| code.id).collect();
    // The codes of the match's source by the numbers they have in the unit.
    let placed = numbered(unit, &source, &source);
    let numbers: BTreeMap<u32, u32> = codes(&source)
        .zip(codes(&placed))
        .filter(|(_, placed)| own.contains(&placed.id))
        .map(|(code, placed)| (code.id, placed.id))
        .collect();
    let strange = codes(unit).map(|code| code.id).max().unwrap_or(0).saturating_add(1);
    let renumbered: Vec<Inline> = numbered(&source, &[], &target)
        .into_iter()
        .map(|piece| match piece {
            Inline::Code(code) => {
                let id = numbers.get(&code.id).copied().unwrap_or(strange);
                Inline::Code(Code { id, ..code })
            }
            text => text,
        })
        .collect();
    let wrong = broken(unit, &renumbered);
    let there: BTreeSet<u32> = codes(&renumbered).map(|code| code.id).collect();
    let only_lacks = wrong.iter().all(|one| matches!(one, Broken::Missing(id) if !there.contains(id)));
    let lost = u8::try_from(wrong.len()).unwrap_or(u8::MAX);
    let most = 100_u8.saturating_sub(lost);
    let reach = match hit.reach {
        Reach::Context if lost > 0 => Reach::Whole,
        reach => reach,
    };
    let (source, target) = if only_lacks {
        (known(&placed, &own), written_as(unit, &renumbered))
    } else {
        (words(&source), words(&target))
    };
    Offer { percent: hit.percent.min(most), reach, source, target, origin: hit.origin.to_owned() }
}

/// The pieces with the markup that the unit has for each code.
fn written_as(unit: &[Inline], pieces: &[Inline]) -> Vec<Inline> {
    crate::domain::inline::restored(unit, pieces)
}

/// The pieces, codes that the unit has not as words.
fn known(pieces: &[Inline], own: &BTreeSet<u32>) -> Vec<Inline> {
    let mut out = Pieces::default();
    for piece in pieces {
        match piece {
            Inline::Code(code) if own.contains(&code.id) => out.code(code.clone()),
            piece => out.text(word(piece)),
        }
    }
    out.finish()
}

/// The words alone: no codes, but what a code says itself.
fn words(pieces: &[Inline]) -> Vec<Inline> {
    let mut out = Pieces::default();
    pieces.iter().for_each(|piece| out.text(word(piece)));
    out.finish()
}

/// What a reader sees of a piece.
fn word(piece: &Inline) -> &str {
    match piece {
        Inline::Text(text) => text,
        Inline::Code(code) => match code.style {
            Style::Code => code.written.trim_matches('`'),
            Style::Placeholder => &code.written,
            Style::Break => " ",
            _ => "",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::inline::{Side, written};

    /// `*` and `*` are a pair, `{x}` stands alone.
    fn apart(_: BlockKind, text: &str) -> Vec<Inline> {
        let (mut out, mut id, mut open) = (Pieces::default(), 0, None);
        let mut rest = text;
        while let Some(at) = rest.find(['*', '{']) {
            let (before, tail) = rest.split_at(at);
            out.text(before);
            let length = if tail.starts_with('{') { tail.find('}').map_or(1, |end| end + 1) } else { 1 };
            let (mark, tail) = tail.split_at(length);
            let (side, style) = match (mark, open) {
                ("*", None) => (Side::Open, Style::Bold),
                ("*", Some(_)) => (Side::Close, Style::Bold),
                _ => (Side::Alone, Style::Placeholder),
            };
            let number = match side {
                Side::Close => open.take().unwrap_or(0),
                _ => {
                    id += 1;
                    id
                }
            };
            if side == Side::Open {
                open = Some(number);
            }
            out.code(Code { id: number, side, style, written: mark.to_owned() });
            rest = tail;
        }
        out.text(rest);
        out.finish()
    }

    fn of(unit: &str, source: &str, target: &str, percent: u8) -> (u8, Reach, Vec<u32>, String) {
        let hit = Hit { source, target, origin: "a", percent, reach: Reach::Context };
        let unit = apart(BlockKind::Paragraph, unit);
        let offer = offer(&unit, &[BlockKind::Paragraph], &hit, &apart);
        let ids = codes(&offer.target).map(|code| code.id).collect();
        (offer.percent, offer.reach, ids, written(&offer.target))
    }

    #[test]
    fn a_match_has_the_codes_of_the_unit_or_says_less() {
        let text = "See *the* page of {n} and {m}";
        for (unit, source, target, expected) in [
            // In another order.
            (text, text, "De {m} y {n} vea *la* página", (100, vec![3, 2, 1, 1], None)),
            // Other placeholders at the same places: the unit's are put in, each for its own.
            ("{x} of {y}", "{n} of {m}", "De {m}, {n}", (100, vec![2, 1], Some("De {y}, {x}"))),
            // One was lost in translation.
            (text, text, "De {m} vea *la* página", (99, vec![3, 1, 1], None)),
            // The unit has one of two.
            ("See {n}", "See {n} and {m}", "Vea {n} y {m}", (99, vec![], Some("Vea {n} y {m}"))),
            // One that stands twice in the translation.
            ("See *a*", "See *a*", "Vea *a* o *b*", (99, vec![], Some("Vea a o b"))),
            ("See it", "See it", "Vea *eso*", (99, vec![], Some("Vea eso"))),
        ] {
            let (percent, reach, ids, says) = of(unit, source, target, 100);
            let (most, numbers, text) = expected;
            assert!(percent <= most && (most < 100 || percent == 100), "{target}: {percent}");
            assert_eq!(reach == Reach::Context, percent == 100, "{target}");
            assert_eq!((ids, says.as_str()), (numbers, text.unwrap_or(target)), "{target}");
        }
    }

    #[test]
    fn several_blocks_are_offered_as_several() {
        let blocks = [(BlockKind::Paragraph, "One {n}"), (BlockKind::ListItem, "Two")];
        let unit = joined(blocks, &apart);
        let kinds = [BlockKind::Paragraph, BlockKind::ListItem];
        let hit = Hit {
            source: "One {n}\n\nTwo",
            target: "Uno {n}\n\nDos",
            origin: "a",
            percent: 100,
            reach: Reach::Whole,
        };
        let found = offer(&unit, &kinds, &hit, &apart);
        assert_eq!((found.percent, broken(&unit, &found.target)), (100, Vec::new()));
        assert_eq!(written(&found.target), "Uno {n}\n\nDos");
        let one = offer(&unit, &kinds, &Hit { target: "Uno {n} y dos", ..hit }, &apart);
        assert_eq!(one.percent, 99);
    }
}
