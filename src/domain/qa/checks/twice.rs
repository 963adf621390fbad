//! `word-twice`: a word that stands twice in a row ("de de").
//!
//! Lawful where the language has it so ("nous nous", "die die"), where the source has a word twice
//! at that place too ("very very", "ha ha"), and for names ("Duran Duran").

use crate::domain::qa::bitext::{Bitext, Pair, Unit};
use crate::domain::qa::reading::{Kind, Piece};
use crate::domain::qa::{ArgName, Check, Problem};

/// Words that may stand twice in a row.
fn is_lawful(word: &str, language: &str) -> bool {
    match language {
        "fr" => matches!(word, "nous" | "vous" | "en" | "si" | "très" | "tout" | "peu" | "dit" | "là"),
        "de" => matches!(
            word,
            "die"
                | "der"
                | "das"
                | "den"
                | "dem"
                | "sie"
                | "sehr"
                | "nach"
                | "was"
                | "wo"
                | "mit"
                | "zu"
                | "auf"
                | "an"
                | "in"
                | "um"
        ),
        "es" => matches!(word, "poco" | "muy" | "casi" | "ya" | "no" | "sí" | "luego"),
        "pt" => matches!(word, "se" | "que" | "pouco" | "muito" | "quase" | "logo" | "já"),
        "it" => {
            matches!(word, "via" | "man" | "piano" | "appena" | "quasi" | "poco" | "molto" | "ben" | "così")
        }
        "en" => matches!(word, "had" | "that" | "very" | "do" | "so"),
        "nl" => matches!(word, "die" | "dat" | "ze" | "zij"),
        "tr" | "id" | "ms" | "tl" | "vi" | "sw" | "hi" | "zh" | "ja" | "th" | "ko" | "km" | "lo" | "my"
        | "hy" | "ka" | "fa" | "ur" | "bn" | "jv" => true,
        "ru" | "uk" => matches!(word, "еле" | "чуть" | "очень" | "ещё"),
        _ => false,
    }
}

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    let language = bitext.target_locale.language();
    for unit in bitext.targets(pair) {
        let Some((word, at)) = twice(unit, |word| is_lawful(word, language)).into_iter().next() else {
            continue;
        };
        if bitext.sources(pair).any(|source| !twice(source, |_| false).is_empty()) {
            continue;
        }
        let place = Some((unit, at));
        out.push(Problem::new(
            Check::WordTwice,
            bitext,
            pair,
            place,
            &word,
            vec![(ArgName::Target, word.clone())],
        ));
    }
}

/// The words that stand twice with nothing but a blank between, names left out.
fn twice(unit: &Unit<'_>, passes: impl Fn(&str) -> bool) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for three in unit.pieces.windows(3) {
        let [one, blank, two] = three else { continue };
        let as_long = one.end - one.start == two.end - two.start;
        if !as_long || one.kind != Kind::Word || two.kind != Kind::Word || blank.kind != Kind::Blank {
            continue;
        }
        let (a, b) = (one.of(unit.text), two.of(unit.text));
        if a.chars().count() < 2 || !same(a, b) || b.starts_with(char::is_uppercase) {
            continue;
        }
        let word = b.to_lowercase();
        if !passes(&word) && !is_part(unit, two) {
            found.push((word, two.start));
        }
    }
    found
}

fn same(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b
}

/// Whether a hyphen or an apostrophe makes the second word part of another ("que que-riam").
fn is_part(unit: &Unit<'_>, piece: &Piece) -> bool {
    unit.text
        .get(piece.end..)
        .and_then(|rest| rest.chars().next())
        .is_some_and(|c| matches!(c, '-' | '\'' | '’' | '\u{2011}'))
}
