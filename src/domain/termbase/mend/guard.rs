//! Where a term is not touched whatever its grammar: in code, in a quotation, in a name.

use std::ops::Range;

use super::around::Cut;
use super::grammar::Grammar;
use super::{Why, forms};
use crate::domain::qa::reading::Kind;
use crate::domain::termbase::Term;

/// So far from a term words tell that it is given in another language, in bytes.
const NEAR: usize = 60;
/// A name that initials stand for is looked for so far before them, in bytes.
const REACH: usize = 160;

/// A term in a text.
pub(super) struct Place<'t> {
    pub(super) cut: Cut<'t>,
    /// The bytes of the term.
    pub(super) range: Range<usize>,
    /// The numbers of its pieces.
    pub(super) pieces: Range<usize>,
    /// The bytes of its sentence.
    pub(super) sentence: Range<usize>,
}

impl Place<'_> {
    pub(super) fn words(&self) -> &str {
        self.cut.text.get(self.range.clone()).unwrap_or_default()
    }

    fn before(&self) -> &str {
        self.cut.text.get(..self.range.start).unwrap_or_default()
    }

    fn behind(&self) -> &str {
        self.cut.text.get(self.range.end..).unwrap_or_default()
    }

    /// Whether nothing but words that agree, quotation marks and the like stand before it in its sentence;
    /// `from` is where these words begin.
    pub(super) fn begins_sentence(&self, from: usize) -> bool {
        let before = self.cut.text.get(self.sentence.start..from).unwrap_or_default();
        !before.chars().any(char::is_alphanumeric)
    }
}

/// Why the term at that place is left alone, `new` being what would stand there; `Ok` where nothing
/// speaks against it.
pub(super) fn look(grammar: &Grammar, place: &Place<'_>, old: &Term, new: &str) -> Result<(), Why> {
    let pieces = place.cut.pieces.get(place.pieces.clone()).unwrap_or_default();
    let is_text = |kind: Kind| matches!(kind, Kind::Word | Kind::Figure | Kind::Blank | Kind::Mark(_));
    let whole = pieces.first().is_some_and(|piece| piece.start == place.range.start)
        && pieces.last().is_some_and(|piece| piece.end == place.range.end);
    if !whole || !pieces.iter().all(|piece| is_text(piece.kind)) || in_reference(place) {
        return Err(Why::Code);
    }
    if in_quotes(place.cut.text, place.range.start) {
        return Err(Why::Quote);
    }
    if in_compound(place) {
        return Err(Why::Compound);
    }
    if is_beside(place, new) {
        return Err(Why::Beside);
    }
    if is_foreign(grammar, place) || is_elsewhere(grammar, place) || is_spelled(place, old, new) {
        return Err(Why::Foreign);
    }
    if in_name(grammar, place, old) {
        return Err(Why::Name);
    }
    Ok(())
}

/// Whether it stands between square brackets that are no link's text: the name of a reference.
fn in_reference(place: &Place<'_>) -> bool {
    let (before, behind) = (place.before(), place.behind());
    let (Some(open), Some(close)) = (before.rfind('['), behind.find(']')) else { return false };
    if before.get(open..).is_some_and(|text| text.contains(']'))
        || behind.get(..close).is_some_and(|text| text.contains('['))
    {
        return false;
    }
    let is_second = before.get(..open).is_some_and(|text| text.ends_with(']'));
    is_second || !behind.get(close + 1..).is_some_and(|text| text.starts_with(['(', '[']))
}

/// Whether a quotation is open at that byte of the text.
fn in_quotes(text: &str, at: usize) -> bool {
    let mut open: Vec<char> = Vec::new();
    let mut straight = false;
    let mut before: Option<char> = None;
    let mut rest_closes = 0_i32;
    for (byte, c) in text.char_indices() {
        if byte >= at {
            // A mark that closes what was never opened here: the text is the end of a quotation.
            match c {
                '«' | '“' | '„' => rest_closes += 1,
                '»' | '”' => rest_closes -= 1,
                _ => {}
            }
            if rest_closes < 0 && open.is_empty() {
                return true;
            }
            continue;
        }
        match c {
            '«' | '‹' | '„' | '「' | '『' | '《' => open.push(c),
            '“' if open.last() != Some(&'„') => open.push(c),
            '‘' if !before.is_some_and(char::is_alphanumeric) => open.push(c),
            '“' | '»' | '”' | '›' | '」' | '』' | '》' => {
                open.pop();
            }
            '’' if open.last() == Some(&'‘') && before.is_some_and(|c| !c.is_whitespace()) => {
                open.pop();
            }
            '"' if before.is_some_and(|c| c.is_ascii_digit()) && !straight => {}
            '"' => straight = !straight,
            _ => {}
        }
        before = Some(c);
    }
    straight || !open.is_empty()
}

/// Whether a hyphen, a slash or the like ties it to another word.
fn in_compound(place: &Place<'_>) -> bool {
    let tie = |c: char| matches!(c, '-' | '‐' | '‑' | '–' | '/' | '_' | '@' | '#' | '&' | '=' | '\\' | '+');
    let mut before = place.before().chars().rev();
    let (one, two) = (before.next(), before.next());
    let mut behind = place.behind().chars();
    let (three, four) = (behind.next(), behind.next());
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    one.is_some_and(|c| matches!(c, '@' | '#' | '_') || (tie(c) && word(two)))
        || three.is_some_and(|c| c == '_' || (tie(c) || matches!(c, '.' | ':')) && word(four))
        || one == Some('.') && word(two)
}

/// Whether the new term stands right beside it already: "WCO (OMA)".
fn is_beside(place: &Place<'_>, new: &str) -> bool {
    let joint =
        |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | '/' | '–' | '-' | '*' | '_' | ':');
    let behind = place.behind().trim_start_matches(joint);
    let before = place.before().trim_end_matches(joint);
    let (lower, new) = (|text: &str| text.to_lowercase(), new.to_lowercase());
    let next: String = behind.chars().take(new.chars().count()).collect();
    let last: Vec<char> = before.chars().rev().take(new.chars().count()).collect();
    let last: String = last.into_iter().rev().collect();
    let apart = |rest: Option<char>| !rest.is_some_and(char::is_alphanumeric);
    (lower(&next) == new && apart(behind.chars().nth(next.chars().count())))
        || (lower(&last) == new && apart(before.chars().rev().nth(last.chars().count())))
}

/// Whether a small word of another language stands right beside it.
fn is_foreign(grammar: &Grammar, place: &Place<'_>) -> bool {
    let is = |at: Option<usize>| {
        at.is_some_and(|at| grammar.foreign.contains(place.cut.word(at).to_lowercase().as_str()))
    };
    let before = place.cut.word_before(place.pieces.start).map(|(word, _)| word);
    let behind = place.pieces.end.checked_sub(1).and_then(|last| place.cut.word_behind(last));
    let possessive =
        grammar.language != "en" && (place.behind().starts_with("'s") || place.behind().starts_with("’s"));
    possessive || is(before) || is(behind)
}

/// Whether the text says that it is given in another language: "por sus siglas en inglés".
fn is_elsewhere(grammar: &Grammar, place: &Place<'_>) -> bool {
    let text = place.cut.text;
    let mut start = place.range.start.saturating_sub(NEAR).max(place.sentence.start);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = (place.range.end + NEAR).min(place.sentence.end).max(place.range.end);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let near = text.get(start..end).unwrap_or_default().to_lowercase();
    near.split(|c: char| !c.is_alphabetic()).any(|word| grammar.elsewhere.contains(word))
}

/// Whether the initials stand beside a name that spells them and not the new ones: "World Customs
/// Organization (WCO)".
fn is_spelled(place: &Place<'_>, old: &Term, new: &str) -> bool {
    if !forms::is_initials(&old.text) {
        return false;
    }
    let (before, behind) = (place.before(), place.behind());
    let named = match before.trim_end().strip_suffix('(') {
        Some(name) => {
            let mut from = name.len().saturating_sub(REACH);
            while !name.is_char_boundary(from) {
                from += 1;
            }
            name.get(from..).unwrap_or_default()
        }
        None => match behind.trim_start().strip_prefix('(') {
            Some(name) => name.split(')').next().unwrap_or_default(),
            None => return false,
        },
    };
    let capitals: String = named
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    let spells = |initials: &str| {
        let initials: String = initials.chars().filter(|c| c.is_uppercase()).collect();
        !initials.is_empty() && (capitals.ends_with(&initials) || capitals.starts_with(&initials))
    };
    spells(&old.text) && !spells(new)
}

/// Whether it is a part of a proper name: it has a capital that the termbase doesn't have and nothing
/// but a name gives, or a word with a capital stands right beside it.
fn in_name(grammar: &Grammar, place: &Place<'_>, old: &Term) -> bool {
    let cut = place.cut;
    let capital = |at: usize| {
        let word = cut.word(at);
        let first = cut.pieces.get(at).map_or(0, |piece| piece.start);
        let begins =
            !cut.text.get(place.sentence.start..first).unwrap_or_default().chars().any(char::is_alphanumeric);
        word.starts_with(char::is_uppercase) && !begins && !grammar.is_small(&word.to_lowercase())
    };
    let last = place.pieces.end.saturating_sub(1);
    let words = place.words();
    let all_capitals = |text: &str| !text.chars().any(char::is_lowercase);
    let line = cut.text.get(place.sentence.clone()).unwrap_or_default();
    if all_capitals(line) {
        return false;
    }
    let next = cut.word_behind(last).filter(|at| capital(*at));
    let before = match cut.word_before(place.pieces.start) {
        Some((word, super::around::Gap::Blank(_))) if capital(word) => Some(word),
        _ => None,
    };
    let lower_in_dictionary = old.text.starts_with(char::is_lowercase);
    if next.is_some() || before.is_some() {
        // Initials beside a word with a capital are a part of a name; so is a word with one.
        return !lower_in_dictionary || words.starts_with(char::is_uppercase);
    }
    if !lower_in_dictionary || !words.starts_with(char::is_uppercase) {
        return false;
    }
    let begins = place.begins_sentence(place.range.start);
    if begins {
        return false;
    }
    // Over small words: "Comité de Facilitación de Comercio".
    let mut at = place.pieces.start;
    for _ in 0..3 {
        let Some((word, _)) = cut.word_before(at) else { break };
        if capital(word) {
            return true;
        }
        if !grammar.is_small(&cut.word(word).to_lowercase()) {
            break;
        }
        at = word;
    }
    let mut at = last;
    for _ in 0..3 {
        let Some(word) = cut.word_behind(at) else { break };
        if capital(word) {
            return true;
        }
        if !grammar.is_small(&cut.word(word).to_lowercase()) {
            break;
        }
        at = word;
    }
    !words.contains(char::is_whitespace)
}
