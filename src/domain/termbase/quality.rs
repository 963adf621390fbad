//! The termbase's part of the quality checks of a bitext: `forbidden-term` and `keep-broken`.
//!
//! Both are errors, so only what is certain is one. A *forbidden term* is what the termbase itself
//! calls an error, either beside its concept or wherever it stands; what it only warns of, or what
//! is merely deprecated or missing, is for `glossary check`. The *keep-list* is broken where
//! initials of a concept that keeps its own in every language (PNR, SAFE, ATA; a name where it has
//! no initials) stand in the source, and the target has neither these nor any good term of the
//! concept; nor, where the pairing is unsure, a unit beside it: sentences are moved now and
//! then. A target that says the name in full is in order, unless the source introduces the
//! initials beside the name.

use std::rc::Rc;

use super::super::finding::Severity;
use super::super::qa::bitext::{Bitext, Pair, Unit};
use super::super::qa::{ArgName, Check, Extra, Problem};
use super::usage::{Checker, Fault, Pair as Texts};

/// From here on it is sure that units say the same.
const SURE: f32 = 0.5;
/// What parts the units of one side: no term goes across it.
const BETWEEN: &str = "\n\n";

/// The termbase's checks of one pair of locales.
#[derive(Clone, Debug)]
pub struct TermChecks<'c> {
    checker: &'c Checker,
    /// The concepts of the keep-list with the words that stay.
    kept: Vec<(usize, Vec<String>)>,
}

impl<'c> TermChecks<'c> {
    /// The checks by that termbase.
    pub fn new(checker: &'c Checker) -> Self {
        TermChecks { checker, kept: checker.kept() }
    }

    /// What of the keep-list is lost in a pair: the concept and the words of the source.
    fn lost(&self, bitext: &Bitext<'_>, pair: &Pair, texts: &Texts<'_>) -> Vec<(usize, String)> {
        let stands = |units: &[Rc<Unit<'_>>], word: &str| -> usize {
            units.iter().map(|unit| times(unit.text, word)).sum()
        };
        let mut lost = Vec::new();
        for (concept, words) in &self.kept {
            let said =
                words.iter().find(|word| times(texts.source, word) > 0 && times(texts.target, word) == 0);
            let Some(said) = said else { continue };
            let (used, by_name, named) = self.checker.named(texts, *concept, said);
            // The name in full, where the source has the initials alone, says the same.
            if !used || named && !by_name {
                continue;
            }
            // Where the pairing is not sure: moved over the edge of a unit, it stands beside it in the
            // place of nothing of its own.
            let source = stands(around(&bitext.source, &pair.source), said);
            let target = stands(around(&bitext.target, &pair.target), said);
            let sure = pair.source.len() == pair.target.len() && pair.confidence >= SURE;
            if sure || target < source {
                lost.push((*concept, said.clone()));
            }
        }
        lost
    }
}

/// The units of those numbers, with one before and one behind.
fn around<'b, 'd>(units: &'b [Rc<Unit<'d>>], numbers: &[usize]) -> &'b [Rc<Unit<'d>>] {
    let (first, last) = (numbers.iter().min().copied(), numbers.iter().max().copied());
    let range = first.unwrap_or(0).saturating_sub(1)..last.map_or(0, |last| last + 2).min(units.len());
    units.get(range).unwrap_or_default()
}

impl Extra for TermChecks<'_> {
    fn look(&self, bitext: &Bitext<'_>, pairs: &[&Pair], out: &mut Vec<Problem>) {
        if self.checker.is_idle() {
            return;
        }
        let both: Vec<&&Pair> =
            pairs.iter().filter(|pair| !pair.source.is_empty() && !pair.target.is_empty()).collect();
        let texts: Vec<(String, String)> =
            both.iter().map(|pair| (joined(bitext.sources(pair)), joined(bitext.targets(pair)))).collect();
        let held: Vec<Texts<'_>> = texts.iter().map(|(source, target)| Texts { source, target }).collect();
        let found = self.checker.check(&held).found;
        for one in &found {
            let Some(pair) = both.get(one.pair) else { continue };
            if one.fault == Fault::Forbidden && one.severity == Severity::Error {
                let args =
                    vec![(ArgName::Target, one.words.clone()), (ArgName::Source, one.better.join(", "))];
                let place = place(bitext.targets(pair), one.at);
                out.push(Problem::new(Check::ForbiddenTerm, bitext, pair, place, &one.words, args));
            }
        }
        for (number, (pair, texts)) in both.iter().zip(&held).enumerate() {
            for (concept, said) in self.lost(bitext, pair, texts) {
                // How grave the termbase's own finding of the same thing is: it is told once only.
                let same = found.iter().find(|one| {
                    one.pair == number
                        && one.concept == concept
                        && matches!(one.fault, Fault::Missing | Fault::NoAcronym)
                });
                let kind = match same.map(|one| one.severity) {
                    Some(Severity::Error) => "error",
                    Some(Severity::Warning) => "warning",
                    Some(Severity::Hint) => "hint",
                    None => "none",
                };
                let args = vec![(ArgName::Source, said.clone()), (ArgName::Kind, kind.to_owned())];
                out.push(Problem::new(Check::KeepBroken, bitext, pair, None, &said, args));
            }
        }
    }
}

/// The unit and the place in it of a place in the joined text.
fn place<'b, 'd>(units: impl Iterator<Item = &'b Unit<'d>>, mut at: usize) -> Option<(&'b Unit<'d>, usize)> {
    for unit in units {
        if at <= unit.text.len() {
            return Some((unit, at));
        }
        at = at.checked_sub(unit.text.len() + BETWEEN.len())?;
    }
    None
}

fn joined<'b, 'd: 'b>(units: impl Iterator<Item = &'b Unit<'d>>) -> String {
    units.map(|unit| unit.text).collect::<Vec<_>>().join(BETWEEN)
}

/// How often the word stands in the text with its capitals, no letter or digit beside it; whatever
/// hyphen and blank it has.
fn times(text: &str, word: &str) -> usize {
    let folded = |text: &str| -> String {
        let plain = |c: char| match c {
            '\u{2010}' | '\u{2011}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}')).map(plain).collect()
    };
    let (text, word) = (folded(text), folded(word));
    let alone = |at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(word.as_str()).filter(|(at, _)| alone(*at)).count()
}
