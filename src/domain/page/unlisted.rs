//! A page asked for in a locale that there is no word list of.
//!
//! What is written in such a language looks like a stranger, like a relative that has a list, or
//! like nothing; taken as [`super::blocks`] takes it, a good translation into Kyrgyz is Kazakh and
//! one into Xhosa is Zulu. Here a block is given to a listed language only where it is *surely*
//! that: it has to reach [`SURE_BITS`] a word, which running text in a language does in its own
//! list and hardly ever in a relative's. What is left is the requested locale's where the script
//! says so (one that the locale is written in and the source is not) or `whatlang` does, which
//! knows some of these languages; else nothing is known of it, and neither is the verdict.

use super::blocks::{BlockJudgement, LeftOut, Tongue};
use super::{PageInput, Site};
use crate::domain::language::{Candidates, Identification, Script, Tally, scan};

/// Bits a word from which running text is surely in the language whose list gives them.
const SURE_BITS: f32 = 1.9;
/// How sure `whatlang` has to be.
const SECOND_SURE: f32 = 0.8;
/// A block with fewer words tells nothing.
const FEW_WORDS: u32 = 5;

/// The letters of a page's running text, by what they surely are in.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The most letters first.
    pub(super) tongues: Vec<(Tongue, usize)>,
    /// All letters, those included that nothing is known of.
    pub(super) total: usize,
}

impl Reading {
    /// The part of the letters in a language, 0 to 1.
    pub(super) fn share(&self, tongue: Tongue) -> f64 {
        let letters = self.tongues.iter().find(|(t, _)| *t == tongue).map_or(0, |(_, letters)| *letters);
        letters as f64 / self.total.max(1) as f64
    }

    /// The language of more than half of the letters.
    pub(super) fn most(&self) -> Option<Tongue> {
        self.tongues.first().filter(|(_, letters)| letters * 2 > self.total).map(|(tongue, _)| *tongue)
    }
}

/// Reads a page whose requested locale, `target`, has no word list; what the blocks were judged
/// to be in and to count as is put right. Linear.
pub(super) fn read(
    site: &Site,
    source: usize,
    target: usize,
    input: &PageInput<'_>,
    blocks: &mut [BlockJudgement],
) -> Reading {
    let reader = Reader { candidates: site.candidates(), source, target };
    let mut reading = Reading::default();
    for (judged, block) in blocks.iter_mut().zip(&input.document.blocks) {
        if matches!(
            judged.left_out,
            Some(LeftOut::Notice | LeftOut::Mirror | LeftOut::DateLine | LeftOut::NoLetters)
        ) {
            continue;
        }
        let mut tally = Tally::default();
        scan(&block.text, |piece| tally.add(&piece.tally));
        let found = reader.tongue(&block.text, &tally);
        let letters = tally.letters();
        judged.source_letters = 0;
        judged.language = match found {
            Some(Tongue::Source) => Some(site.source().to_string()),
            Some(Tongue::Target) => site.locales().get(target).map(ToString::to_string),
            Some(Tongue::Other(index)) => site.locales().get(index).map(ToString::to_string),
            Some(Tongue::Stranger(_)) | None => None,
        };
        // A name, a heading or a cell in the source's language is left in many a translation.
        judged.counts = tally.words >= FEW_WORDS || found == Some(Tongue::Target);
        judged.left_out = if judged.counts { None } else { judged.left_out.or(Some(LeftOut::Scrap)) };
        if !judged.counts {
            continue;
        }
        reading.total += letters;
        let Some(tongue) = found else { continue };
        if tongue == Tongue::Source {
            judged.source_letters = letters;
        }
        match reading.tongues.iter_mut().find(|(t, _)| *t == tongue) {
            Some((_, sum)) => *sum += letters,
            None => reading.tongues.push((tongue, letters)),
        }
    }
    reading.tongues.sort_by_key(|(tongue, letters)| (std::cmp::Reverse(*letters), *tongue));
    reading
}

struct Reader<'a> {
    candidates: &'a Candidates,
    source: usize,
    target: usize,
}

impl Reader<'_> {
    /// What a block is surely in; `None` where nothing is known of it.
    fn tongue(&self, text: &str, tally: &Tally) -> Option<Tongue> {
        let script = Script::ALL.into_iter().max_by_key(|s| (tally.of(*s), std::cmp::Reverse(*s)))?;
        let found = self.candidates.weigh(tally);
        if let Some(tongue) = self.listed(tally, &found, script) {
            return Some(tongue);
        }
        if !self.candidates.writes(self.target, script) {
            return None;
        }
        if !self.candidates.writes(self.source, script) {
            return Some(Tongue::Target);
        }
        let second = self.candidates.second_opinion(text, Identification { confidence: 0.0, ..found });
        (second.best == Some(self.target) && second.confidence >= SECOND_SURE).then_some(Tongue::Target)
    }

    /// The language with a list, or with a script of its own, that the text is surely in.
    fn listed(&self, tally: &Tally, found: &Identification, script: Script) -> Option<Tongue> {
        let best = found.best.filter(|_| found.settled() && found.stranger.is_none())?;
        let by_words = self.candidates.writes(self.target, script);
        if best == self.target
            || by_words && self.candidates.score(tally, best) < SURE_BITS * tally.words.max(1) as f32
        {
            return None;
        }
        let is_source = best == self.source || self.candidates.same_language(best, self.source);
        Some(if is_source { Tongue::Source } else { Tongue::Other(best) })
    }
}
