//! A page asked for in a locale that there is no word list of.
//!
//! What is written in such a language looks like a stranger, like a relative that has a list, or
//! like nothing; taken as [`super::blocks`] takes it, a good translation into Kyrgyz is Kazakh and
//! one into Xhosa is Zulu. Here text is given to a listed language only where it is *surely* that:
//! it has to give as many bits a word as running text in that language does, block by block and
//! over the page, where a relative's text falls short. What is left is the requested locale's where
//! the script says so (one that the locale is written in and the source is not) or `whatlang` does,
//! which knows some of these languages; else nothing is known of it, and neither is the verdict.

use super::blocks::{BlockJudgement, LeftOut, Tongue};
use super::{PageInput, Site};
use crate::domain::language::{Candidates, Identification, Script, Tally, scan};

/// The share of a language's usual bits from which a block may be in it …
const BLOCK_SHARE: f32 = 0.6;
/// … and from which all such blocks of a page are.
const PAGE_SHARE: f32 = 0.75;
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

/// The site's locales without a word list that what was taken for a stranger (a primary subtag)
/// may be in; none where it is surely that stranger's.
pub(super) fn like(
    site: &Site,
    stranger: &str,
    input: &PageInput<'_>,
    blocks: &[BlockJudgement],
) -> Vec<usize> {
    let mut like: Vec<usize> = site.candidates().unlisted_like(stranger).collect();
    if like.is_empty() {
        return like;
    }
    let mut tally = Tally::default();
    for block in blocks.iter().filter(|block| block.counts && block.language.as_deref() == Some(stranger)) {
        let text = input.document.blocks.get(block.block).map_or("", |block| &block.text);
        scan(text, |piece| tally.add(&piece.tally));
    }
    let share = |beside: usize| site.candidates().usual_share_of_stranger(&tally, stranger, beside);
    like.retain(|index| share(*index).is_none_or(|share| share < PAGE_SHARE));
    like
}

/// A block that counts.
struct Part {
    /// Its index.
    block: usize,
    tally: Tally,
    /// The site's locale that it may be in, by index.
    listed: Option<usize>,
    /// What it is in where that is not so.
    otherwise: Option<Tongue>,
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
    let mut parts = Vec::new();
    for (index, (judged, block)) in blocks.iter_mut().zip(&input.document.blocks).enumerate() {
        let why = judged.left_out;
        if matches!(why, Some(LeftOut::Notice | LeftOut::Mirror | LeftOut::DateLine | LeftOut::NoLetters)) {
            continue;
        }
        let mut tally = Tally::default();
        scan(&block.text, |piece| tally.add(&piece.tally));
        let part = reader.part(index, &block.text, tally);
        // A name, a heading or a cell in the source's language is left in many a translation.
        judged.counts = part.tally.words >= FEW_WORDS || part.otherwise == Some(Tongue::Target);
        judged.left_out = if judged.counts { None } else { why.or(Some(LeftOut::Scrap)) };
        judged.source_letters = 0;
        judged.language = None;
        if judged.counts {
            parts.push(part);
        }
    }
    let sure = reader.sure(&parts);
    let mut reading = Reading::default();
    for part in parts {
        let letters = part.tally.letters();
        reading.total += letters;
        let listed = part.listed.filter(|index| sure.contains(index)).map(|index| reader.name(index));
        let (Some(tongue), Some(judged)) = (listed.or(part.otherwise), blocks.get_mut(part.block)) else {
            continue;
        };
        let index = match tongue {
            Tongue::Source => source,
            Tongue::Target => target,
            Tongue::Other(index) => index,
            Tongue::Stranger(_) => continue,
        };
        judged.language = site.locales().get(index).map(ToString::to_string);
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
    fn part(&self, block: usize, text: &str, tally: Tally) -> Part {
        let script = Script::ALL.into_iter().max_by_key(|s| (tally.of(*s), std::cmp::Reverse(*s)));
        let found = self.candidates.weigh(&tally);
        let able = |index: &usize| {
            found.settled()
                && *index != self.target
                && self.usual_share(&tally, *index).is_none_or(|share| share >= BLOCK_SHARE)
        };
        let listed = found.best.filter(able);
        let otherwise = script
            .filter(|script| self.candidates.writes(self.target, *script))
            .filter(|script| !self.candidates.writes(self.source, *script) || self.seconds(text, found))
            .map(|_| Tongue::Target);
        Part { block, tally, listed, otherwise }
    }

    /// The locales that the blocks which may be in them are surely in.
    fn sure(&self, parts: &[Part]) -> Vec<usize> {
        let mut sums: Vec<(usize, Tally)> = Vec::new();
        for (index, tally) in parts.iter().filter_map(|part| Some((part.listed?, &part.tally))) {
            match sums.iter_mut().find(|(known, _)| *known == index) {
                Some((_, sum)) => sum.add(tally),
                None => sums.push((index, tally.clone())),
            }
        }
        let is_sure = |(index, sum): &(usize, Tally)| {
            self.usual_share(sum, *index).is_none_or(|share| share >= PAGE_SHARE)
        };
        sums.into_iter().filter(is_sure).map(|(index, _)| index).collect()
    }

    /// As [`Candidates::usual_share`]: 0 where the list does not tell, `None` where the script did.
    fn usual_share(&self, tally: &Tally, index: usize) -> Option<f32> {
        let by_words = Script::ALL.into_iter().any(|s| {
            tally.of(s) > 0 && self.candidates.writes(index, s) && self.candidates.writes(self.target, s)
        });
        by_words.then(|| self.candidates.usual_share(tally, index, self.target).unwrap_or(0.0))
    }

    /// Whether `whatlang` takes the text for the requested locale's.
    fn seconds(&self, text: &str, found: Identification) -> bool {
        let second = self.candidates.second_opinion(text, Identification { confidence: 0.0, ..found });
        second.best == Some(self.target) && second.confidence >= SECOND_SURE
    }

    fn name(&self, index: usize) -> Tongue {
        let is_source = index == self.source || self.candidates.same_language(index, self.source);
        if is_source { Tongue::Source } else { Tongue::Other(index) }
    }
}
