//! A source and its translation as the checks take them: units that were read, and which of them
//! belong together.

use std::cell::{Cell, OnceCell};
use std::ops::Range;
use std::rc::Rc;

use super::reading::{Kind, Name, Piece, Quantity, names, pieces, quantities, sentences};
use crate::domain::align::{Features, align_read};
use crate::domain::date::{FoundDate, find_dates};
use crate::domain::document::{Block, BlockKind, Document};
use crate::domain::locale::Locale;
use crate::domain::record::{LinkState, Record};
use crate::domain::text::{Look, UnitHash, look, normalised};
use crate::domain::track::{SourceState, TargetState, Tracking};

/// No more of a unit is read: what is longer was never written by hand.
const LONGEST: usize = 60_000;

/// A unit that was read. What checks ask of it is worked out once, when the first asks: a source is
/// held against its translations into all locales.
#[derive(Debug)]
pub struct Unit<'d> {
    /// What it is.
    pub kind: BlockKind,
    /// The level of a heading; see [`Block::level`].
    pub level: Option<u8>,
    /// Its text.
    pub text: &'d str,
    /// The line of its file it begins on; 0 for a baseline, which stands in no file.
    pub line: usize,
    /// The text cut into pieces.
    pub pieces: Vec<Piece>,
    locale: &'d Locale,
    spoken: Cell<bool>,
    quantities: OnceCell<Vec<Quantity>>,
    dates: OnceCell<Vec<FoundDate>>,
    names: OnceCell<Vec<Name>>,
    sentences: OnceCell<Vec<Range<usize>>>,
    runs: OnceCell<Vec<u64>>,
    look: OnceCell<Look>,
    said: OnceCell<Vec<Option<u64>>>,
    folded: OnceCell<Vec<u64>>,
    months: OnceCell<Vec<(u8, Range<usize>)>>,
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
            level: None,
            text,
            line,
            pieces: pieces(text),
            locale,
            spoken: Cell::new(false),
            quantities: OnceCell::new(),
            dates: OnceCell::new(),
            names: OnceCell::new(),
            sentences: OnceCell::new(),
            runs: OnceCell::new(),
            look: OnceCell::new(),
            said: OnceCell::new(),
            folded: OnceCell::new(),
            months: OnceCell::new(),
        }
    }

    fn of(block: &'d Block, locale: &'d Locale) -> Self {
        let level = block.level.filter(|_| block.kind == BlockKind::Heading);
        Unit { level, ..Unit::new(block.kind, &block.text, block.line, locale) }
    }

    /// The locale it is written in.
    pub fn locale(&self) -> &'d Locale {
        self.locale
    }

    /// Whether it is known that each of its sentences speaks for no language more than for its own.
    pub fn is_spoken(&self) -> bool {
        self.spoken.get()
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
    pub fn sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| sentences(self.text, &self.pieces))
    }

    /// Its characters that are not blank.
    pub fn characters(&self) -> usize {
        self.look().characters
    }

    /// Whether it says the same as another, letter by letter.
    pub fn is_same_text(&self, other: &Unit<'_>) -> bool {
        let (one, two) = (self.look(), other.look());
        let may_be = !one.composed || !two.composed || one.characters == two.characters;
        may_be && normalised(self.text) == normalised(other.text)
    }

    fn look(&self) -> &Look {
        self.look.get_or_init(|| look(self.text))
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.kind == Kind::Word)
    }

    /// Something that is worked out of it for runs of its words.
    pub(super) fn runs(&self, read: impl FnOnce(&Self) -> Vec<u64>) -> &[u64] {
        self.runs.get_or_init(|| read(self))
    }

    /// Something that is worked out of it for each sentence.
    pub(super) fn said(&self, read: impl FnOnce(&Self) -> Vec<Option<u64>>) -> &[Option<u64>] {
        self.said.get_or_init(|| read(self))
    }

    /// Something that is worked out of it for its words, sorted.
    pub(super) fn folded(&self, read: impl FnOnce(&Self) -> Vec<u64>) -> &[u64] {
        self.folded.get_or_init(|| read(self))
    }

    /// Months that it names outside of dates.
    pub(super) fn months(
        &self,
        read: impl FnOnce(&Self) -> Vec<(u8, Range<usize>)>,
    ) -> &[(u8, Range<usize>)] {
        self.months.get_or_init(|| read(self))
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

/// A document as one side of bitexts: its units, read once for all of them.
#[derive(Debug)]
pub struct Side<'d> {
    document: &'d Document,
    locale: &'d Locale,
    /// For each block its unit, where it has one.
    units: Vec<Option<Rc<Unit<'d>>>>,
    features: OnceCell<Vec<Features>>,
}

impl<'d> Side<'d> {
    /// Reads a document in that locale.
    pub fn read(document: &'d Document, locale: &'d Locale) -> Self {
        let unit = |block: &'d Block| block.kind.is_unit().then(|| Rc::new(Unit::of(block, locale)));
        let units = document.blocks.iter().map(unit).collect();
        Side { document, locale, units, features: OnceCell::new() }
    }

    /// Notes of a block that all of its sentences are known to speak for its own language.
    pub fn is_spoken_in(&self, block: usize) {
        let text = self.document.blocks.get(block).map_or(0, |block| block.text.len());
        if let Some(Some(unit)) = self.units.get(block)
            && unit.text.len() == text
        {
            unit.spoken.set(true);
        }
    }

    /// The article's blocks, by their numbers.
    fn article(&self) -> Vec<usize> {
        self.document.article_blocks().map(|(number, _)| number).collect()
    }

    /// What the article's blocks are aligned by.
    fn features(&self) -> &[Features] {
        let features = |(number, block): (usize, &Block)| match self.units.get(number) {
            // Dates and characters are read once.
            Some(Some(unit)) if block.text.len() <= Features::DATED => {
                Features::read(block, unit.dates(), unit.look())
            }
            _ => Features::of(block),
        };
        self.features.get_or_init(|| self.document.article_blocks().map(features).collect())
    }

    /// The units in order, and for each block the number of its unit among them.
    fn listed(&self, of_article: bool) -> (Vec<Rc<Unit<'d>>>, Vec<Option<usize>>) {
        let mut list = Vec::with_capacity(self.units.len());
        let places = self.units.iter().zip(&self.document.blocks).map(|(unit, block)| {
            let unit = unit.as_ref().filter(|_| !of_article || block.kind.is_article())?;
            list.push(Rc::clone(unit));
            Some(list.len() - 1)
        });
        let places = places.collect();
        (list, places)
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
    pub source: Vec<Rc<Unit<'d>>>,
    /// The target's units.
    pub target: Vec<Rc<Unit<'d>>>,
    /// What belongs together, in the order of the target as far as there is one.
    pub pairs: Vec<Pair>,
}

impl<'d> Bitext<'d> {
    /// Pairs the units of two documents by aligning them.
    pub fn aligned(source: (&'d Document, &'d Locale), target: (&'d Document, &'d Locale)) -> Self {
        Bitext::of_sides(&Side::read(source.0, source.1), &Side::read(target.0, target.1))
    }

    /// As [`Bitext::aligned`], of documents that were read.
    pub fn of_sides(source: &Side<'d>, target: &Side<'d>) -> Self {
        let mut bitext = Bitext::empty(source.locale, target.locale);
        let (units, of_source) = source.listed(true);
        bitext.source = units;
        let (units, of_target) = target.listed(true);
        bitext.target = units;
        let (source_blocks, target_blocks) = (source.article(), target.article());
        for pairing in align_read(source.features(), target.features()) {
            let place = |list: &[usize], blocks: &[usize], of: &[Option<usize>]| -> Vec<usize> {
                list.iter().filter_map(|at| of.get(*blocks.get(*at)?).copied().flatten()).collect()
            };
            let pair = Pair {
                source: place(&pairing.source, &source_blocks, &of_source),
                target: place(&pairing.target, &target_blocks, &of_target),
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
    pub fn tracked(source: &Side<'d>, target: &Side<'d>, record: &'d Record, tracking: &Tracking) -> Self {
        let mut bitext = Bitext::empty(source.locale, target.locale);
        let (units, of_source) = source.listed(false);
        bitext.source = units;
        let (units, of_target) = target.listed(false);
        bitext.target = units;
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
                        bitext.source.push(Rc::new(Unit::new(unit.kind, &unit.text, 0, source.locale)));
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
            bitext.source.push(Rc::new(Unit::new(BlockKind::Paragraph, source, at + 1, source_locale)));
            bitext.target.push(Rc::new(Unit::new(BlockKind::Paragraph, target, at + 1, target_locale)));
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

    /// The source units of a pair.
    pub fn sources<'b>(&'b self, pair: &'b Pair) -> impl Iterator<Item = &'b Unit<'d>> + Clone {
        pair.source.iter().filter_map(|at| self.source.get(*at)).map(Rc::as_ref)
    }

    /// The target units of a pair.
    pub fn targets<'b>(&'b self, pair: &'b Pair) -> impl Iterator<Item = &'b Unit<'d>> + Clone {
        pair.target.iter().filter_map(|at| self.target.get(*at)).map(Rc::as_ref)
    }
}
