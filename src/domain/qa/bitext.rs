//! A source and its translation as the checks take them: units that were read, and which of them
//! belong together.

use std::sync::OnceLock;

use super::reading::{Name, Piece, Quantity, names, pieces, quantities, sentences};
use crate::domain::align::align;
use crate::domain::date::{FoundDate, find_dates};
use crate::domain::document::{Block, BlockKind, Document};
use crate::domain::locale::Locale;
use crate::domain::record::{LinkState, Record};
use crate::domain::text::UnitHash;
use crate::domain::track::{SourceState, TargetState, Tracking};

/// No more of a unit is read: what is longer was never written by hand.
const LONGEST: usize = 60_000;

/// A unit that was read.
#[derive(Debug)]
pub struct Unit<'d> {
    /// What it is.
    pub kind: BlockKind,
    /// Its text.
    pub text: &'d str,
    /// The line of its file it begins on; 0 for a baseline, which stands in no file.
    pub line: usize,
    /// The text cut into pieces.
    pub pieces: Vec<Piece>,
    locale: &'d Locale,
    quantities: OnceLock<Vec<Quantity>>,
    dates: OnceLock<Vec<FoundDate>>,
    names: OnceLock<Vec<Name>>,
}

impl<'d> Unit<'d> {
    fn new(kind: BlockKind, text: &'d str, line: usize, locale: &'d Locale) -> Self {
        let mut end = text.len().min(LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or(text);
        Unit {
            kind,
            text,
            line,
            pieces: pieces(text),
            locale,
            quantities: OnceLock::new(),
            dates: OnceLock::new(),
            names: OnceLock::new(),
        }
    }

    fn of(block: &'d Block, locale: &'d Locale) -> Self {
        Unit::new(block.kind, &block.text, block.line, locale)
    }

    /// The locale it is written in.
    pub fn locale(&self) -> &'d Locale {
        self.locale
    }

    /// Its numbers.
    pub fn quantities(&self) -> &[Quantity] {
        self.quantities.get_or_init(|| quantities(self.text, &self.pieces, self.locale))
    }

    /// Its dates.
    pub fn dates(&self) -> &[FoundDate] {
        self.dates.get_or_init(|| find_dates(self.text))
    }

    /// Its words with a capital.
    pub fn names(&self) -> &[Name] {
        self.names.get_or_init(|| names(self.text, &self.pieces))
    }

    /// Its sentences.
    pub fn sentences(&self) -> Vec<std::ops::Range<usize>> {
        sentences(self.text, &self.pieces)
    }

    /// The hash of its text.
    pub fn hash(&self) -> UnitHash {
        UnitHash::of(self.text)
    }

    /// The line that the byte `at` of its text stands on, and the column in characters where that
    /// can be told: not on the unit's first line, which may begin with a mark.
    pub fn line_of(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        self.line + before.bytes().filter(|b| *b == b'\n').count()
    }
}

/// Source and target units that say the same; one side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The source units, as indexes of [`Bitext::source`].
    pub source: Vec<usize>,
    /// The target units, likewise.
    pub target: Vec<usize>,
    /// How sure it is that they belong together, 0 to 1.
    pub confidence: f32,
    /// The source side waits for its translation: a change that `status` tells.
    pub pending: bool,
    /// An editor left the target as it is on purpose.
    pub as_is: bool,
}

/// A source and its translation.
#[derive(Debug)]
pub struct Bitext<'d> {
    /// The locale of the source.
    pub source_locale: &'d Locale,
    /// The locale of the target.
    pub target_locale: &'d Locale,
    /// The source's units.
    pub source: Vec<Unit<'d>>,
    /// The target's units.
    pub target: Vec<Unit<'d>>,
    /// What belongs together, in the order of the target as far as there is one.
    pub pairs: Vec<Pair>,
}

impl<'d> Bitext<'d> {
    /// Pairs the units of two documents by aligning them.
    pub fn aligned(source: (&'d Document, &'d Locale), target: (&'d Document, &'d Locale)) -> Self {
        let (source_blocks, target_blocks): (Vec<&Block>, Vec<&Block>) = (
            source.0.article_blocks().map(|(_, block)| block).collect(),
            target.0.article_blocks().map(|(_, block)| block).collect(),
        );
        let mut bitext = Bitext::empty(source.1, target.1);
        let of_source = bitext.read(&source_blocks, true);
        let of_target = bitext.read(&target_blocks, false);
        for pairing in align(&source_blocks, &target_blocks) {
            let place = |list: &[usize], of: &[Option<usize>]| -> Vec<usize> {
                list.iter().filter_map(|at| of.get(*at).copied().flatten()).collect()
            };
            let pair = Pair {
                source: place(&pairing.source, &of_source),
                target: place(&pairing.target, &of_target),
                confidence: pairing.confidence,
                pending: false,
                as_is: false,
            };
            if !pair.source.is_empty() || !pair.target.is_empty() {
                bitext.pairs.push(pair);
            }
        }
        bitext
    }

    /// Pairs the units of two documents by the links of their record. Of a link whose source
    /// changed and whose target has not been touched since, the target is held against what it was
    /// translated from.
    pub fn tracked(
        source: (&'d Document, &'d Locale),
        target: (&'d Document, &'d Locale),
        record: &'d Record,
        tracking: &Tracking,
    ) -> Self {
        let mut bitext = Bitext::empty(source.1, target.1);
        let of_source = bitext.read(&source.0.blocks.iter().collect::<Vec<_>>(), true);
        let of_target = bitext.read(&target.0.blocks.iter().collect::<Vec<_>>(), false);
        let place = |list: &[usize], of: &[Option<usize>]| -> Vec<usize> {
            list.iter().filter_map(|at| of.get(*at).copied().flatten()).collect()
        };
        let mut size = vec![0u32; tracking.links.len()];
        tracking.links.iter().for_each(|link| size.get_mut(link.group).into_iter().for_each(|n| *n += 1));
        let mut at_group: Vec<Option<usize>> = vec![None; tracking.links.len()];
        for (number, link) in tracking.links.iter().enumerate() {
            let Some(known) = record.links.get(number) else { continue };
            let alone = size.get(link.group) == Some(&1);
            let changed = !matches!(link.source_state, SourceState::Same);
            let mut pair = Pair {
                source: place(&link.source, &of_source),
                target: place(&link.target, &of_target),
                confidence: 1.0,
                pending: changed && link.target_state == TargetState::Same,
                as_is: known.state == LinkState::AsIs && link.target_state == TargetState::Same,
            };
            if pair.pending && alone {
                pair.source = known
                    .baseline
                    .iter()
                    .filter(|unit| unit.kind.is_unit())
                    .map(|unit| {
                        bitext.source.push(Unit::new(unit.kind, &unit.text, 0, source.1));
                        bitext.source.len() - 1
                    })
                    .collect();
            }
            match at_group.get_mut(link.group) {
                Some(Some(first)) if !alone => {
                    if let Some(first) = bitext.pairs.get_mut(*first) {
                        first.source.extend(pair.source);
                        first.target.extend(pair.target);
                        first.pending |= pair.pending;
                        first.as_is &= pair.as_is;
                    }
                }
                slot => {
                    if let Some(slot) = slot {
                        *slot = Some(bitext.pairs.len());
                    }
                    bitext.pairs.push(pair);
                }
            }
        }
        for added in &tracking.added {
            bitext.pairs.push(Pair {
                source: place(&added.source, &of_source),
                target: place(&added.target, &of_target),
                confidence: added.confidence,
                pending: true,
                as_is: false,
            });
        }
        for extra in &tracking.extra {
            bitext.pairs.push(Pair {
                source: Vec::new(),
                target: place(&[*extra], &of_target),
                confidence: 0.0,
                pending: false,
                as_is: false,
            });
        }
        for pair in &mut bitext.pairs {
            pair.source.sort_unstable();
            pair.source.dedup();
            pair.target.sort_unstable();
            pair.target.dedup();
        }
        bitext.pairs.retain(|pair| !pair.source.is_empty() || !pair.target.is_empty());
        bitext.pairs.sort_by_key(|pair| (pair.target.first().copied(), pair.source.first().copied()));
        bitext
    }

    /// Pairs texts line by line: the first source with the first target and so on.
    pub fn of_lines(
        lines: &'d [(String, String)],
        source_locale: &'d Locale,
        target_locale: &'d Locale,
    ) -> Self {
        let mut bitext = Bitext::empty(source_locale, target_locale);
        for (at, (source, target)) in lines.iter().enumerate() {
            bitext.source.push(Unit::new(BlockKind::Paragraph, source, at + 1, source_locale));
            bitext.target.push(Unit::new(BlockKind::Paragraph, target, at + 1, target_locale));
            bitext.pairs.push(Pair {
                source: vec![at],
                target: vec![at],
                confidence: 1.0,
                pending: false,
                as_is: false,
            });
        }
        bitext
    }

    fn empty(source_locale: &'d Locale, target_locale: &'d Locale) -> Self {
        Bitext { source_locale, target_locale, source: Vec::new(), target: Vec::new(), pairs: Vec::new() }
    }

    /// Reads the units among the blocks of one side; for each block the unit's number.
    fn read(&mut self, blocks: &[&'d Block], source: bool) -> Vec<Option<usize>> {
        let (list, locale) = match source {
            true => (&mut self.source, self.source_locale),
            false => (&mut self.target, self.target_locale),
        };
        blocks
            .iter()
            .map(|block| {
                block.kind.is_unit().then(|| {
                    list.push(Unit::of(block, locale));
                    list.len() - 1
                })
            })
            .collect()
    }

    /// The source units of a pair.
    pub fn sources<'b>(&'b self, pair: &'b Pair) -> impl Iterator<Item = &'b Unit<'d>> + Clone {
        pair.source.iter().filter_map(|at| self.source.get(*at))
    }

    /// The target units of a pair.
    pub fn targets<'b>(&'b self, pair: &'b Pair) -> impl Iterator<Item = &'b Unit<'d>> + Clone {
        pair.target.iter().filter_map(|at| self.target.get(*at))
    }
}
