//! The language of each block, and the letters of each language on the page.

use super::super::date;
use super::super::document::{Block, BlockKind};
use super::super::language::{Candidates, Identification, Piece, Script, Tally, scan};
use super::super::text::letters;
use super::code::{self, Fences};
use super::{PageInput, SCRAPS_SHARE, Site, within};

/// A scrap has fewer letters (Han characters counted as three); longer text is running text.
const SCRAP_LETTERS: usize = 130;
/// An item of a list is often a sentence without its full stop: it is a scrap below this.
const SCRAP_ITEM_LETTERS: usize = 60;
/// With a full stop at its end, a block is running text from so many letters on.
const SENTENCE_LETTERS: usize = 30;
/// A sentence is judged for itself from so many letters on.
const PIECE_LETTERS: usize = 24;
/// A quotation is a block's whole text where less than this share stands outside of it.
const OUTSIDE_QUOTES: f64 = 0.12;
/// Scraps that alone may make a page partial: so many at least.
const SCRAPS_COUNT: usize = 3;
/// Bits of lead that give a sentence nothing settled to one of two languages.
const LEANING: f32 = 3.0;
/// A relative's bits times this are what the requested locale must have at least.
const TWIN_SHARE: f32 = 0.97;
/// The same where at least a tenth of what is in either was taken for the requested one by itself.
const MIXED_SHARE: f32 = 0.9;
/// Bits of lead, and how many times the source's own, that give one to a locale nobody asked for.
const AWAY: f32 = 6.0;
const AWAY_TIMES: f32 = 1.15;

/// Why a block does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// It is the site's notice.
    Notice,
    /// It is code, an address or other data.
    Mirror,
    /// It is a date line.
    DateLine,
    /// It has no letters.
    NoLetters,
    /// It holds names and no running words.
    Names,
    /// It is a quotation in another language than the page.
    Quotation,
    /// It is too short to tell, or to count against the rest.
    Scrap,
}

/// What was found of one block.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct BlockJudgement {
    /// Its index in the document.
    pub block: usize,
    /// What it is.
    pub kind: BlockKind,
    /// Its line, counted from 1.
    pub line: usize,
    /// Its letters.
    pub letters: usize,
    /// The site's locale, or the primary subtag of a stranger, that most of it is in.
    pub language: Option<String>,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// Whether its letters count.
    pub counts: bool,
    /// Why they don't.
    pub left_out: Option<LeftOut>,
    /// Its letters that count as the source's language.
    pub source_letters: usize,
    /// Whether each of its sentences speaks for no language more than for the requested one:
    /// nothing for a reader, but it spares others the same look.
    #[serde(skip)]
    pub spoken: bool,
}

/// A language as the verdict sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// The source's.
    Source,
    /// The requested locale's.
    Target,
    /// Of another locale of the site, by index.
    Other(usize),
    /// Of none of the site's locales.
    Stranger(&'static str),
}

/// The letters of each language that count.
#[derive(Clone, Debug, Default)]
pub struct Shares {
    letters: Vec<(Tongue, usize)>,
    /// Letters whose own words tell the source from a regional twin that was asked for.
    told_apart: usize,
}

impl Shares {
    fn add(&mut self, tongue: Tongue, letters: usize) {
        if letters == 0 {
            return;
        }
        match self.letters.iter_mut().find(|(t, _)| *t == tongue) {
            Some((_, sum)) => *sum += letters,
            None => self.letters.push((tongue, letters)),
        }
    }

    /// All letters that count.
    pub fn total(&self) -> usize {
        self.letters.iter().map(|(_, n)| n).sum()
    }

    fn of(&self, tongue: Tongue) -> usize {
        self.letters.iter().find(|(t, _)| *t == tongue).map_or(0, |(_, n)| *n)
    }

    /// The part in the source's language, 0 to 1.
    pub fn source_share(&self) -> f64 {
        self.of(Tongue::Source) as f64 / self.total().max(1) as f64
    }

    /// The languages, the most letters first.
    pub fn ranked(&self) -> Vec<(Tongue, usize)> {
        let mut ranked = self.letters.clone();
        ranked.sort_by_key(|(tongue, n)| (std::cmp::Reverse(*n), *tongue));
        ranked
    }

    /// The language with the most letters.
    pub fn leader(&self) -> Option<Tongue> {
        self.ranked().first().map(|(tongue, _)| *tongue)
    }

    /// Whether most of the page is in a language neither asked for nor the source's.
    pub fn is_third(&self) -> bool {
        match self.leader() {
            Some(leader @ Tongue::Other(_)) => self.of(leader) * 2 > self.total(),
            // A language that the site has not is believed only when it is nearly all there is.
            Some(leader @ Tongue::Stranger(_)) => self.of(leader) * 5 > self.total() * 4,
            _ => false,
        }
    }

    /// Whether the source's variant was told from the requested one by its own words.
    pub fn told_apart(&self) -> bool {
        self.told_apart > 0
    }
}

/// The blocks as judged, and the page's letters by language.
pub struct Read {
    pub blocks: Vec<BlockJudgement>,
    pub shares: Shares,
}

/// A block between reading and counting.
struct Reading {
    tongues: Vec<(Tongue, usize)>,
    /// Letters that nothing settled, and what they lean to.
    open: usize,
    leaning: Option<Tongue>,
    /// What is quoted within text that nothing settled.
    quoted: Vec<(Tongue, usize)>,
    scrap: bool,
    all_quoted: bool,
}

/// Whether a block is short enough, and has a figure, to be worth reading as a date line.
pub fn may_be_date(text: &str) -> bool {
    text.len() <= 80 && text.bytes().any(|b| b.is_ascii_digit())
}

struct Reader<'a> {
    candidates: &'a Candidates,
    source: usize,
    target: Option<usize>,
    fences: Fences,
}

/// Reads every block of the page.
pub fn read(site: &Site, source: usize, target: Option<usize>, input: &PageInput<'_>) -> Read {
    let fences = Fences::of(&input.document.blocks);
    let reader = Reader { candidates: site.candidates(), source, target, fences };
    let mut blocks = Vec::with_capacity(input.document.blocks.len());
    let mut readings: Vec<Option<Reading>> = Vec::with_capacity(input.document.blocks.len());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut page = Tally::default();
    for (index, block) in input.document.blocks.iter().enumerate() {
        let (judged, reading) = reader.block(index, block, input, &mut pieces, &mut page);
        blocks.push(judged);
        readings.push(reading);
    }
    pass_over_code(input, &mut blocks, &mut readings);
    let shares = reader.count(site, &mut blocks, readings, &page);
    Read { blocks, shares }
}

impl Reader<'_> {
    fn block(
        &self,
        index: usize,
        block: &Block,
        input: &PageInput<'_>,
        pieces: &mut Vec<Piece>,
        page: &mut Tally,
    ) -> (BlockJudgement, Option<Reading>) {
        let mut judged = BlockJudgement {
            block: index,
            kind: block.kind,
            line: block.line,
            letters: 0,
            language: None,
            confidence: 0.0,
            counts: false,
            left_out: None,
            source_letters: 0,
            spoken: false,
        };
        let left_out = |mut judged: BlockJudgement, why| {
            judged.left_out = Some(why);
            (judged, None)
        };
        if block.kind.is_mirror() {
            return left_out(judged, LeftOut::Mirror);
        }
        pieces.clear();
        let text = block.text.as_str();
        let notice = input.notice.filter(|n| n.block == index).map(|n| n.range.clone());
        // What stands beside the notice, or beside code, in its block is the page's.
        let mut at = 0;
        let hidden: Vec<_> = match &notice {
            Some(range) => vec![range.clone()],
            None => self.fences.in_block(index).collect(),
        };
        for hidden in hidden {
            scan(text.get(at..hidden.start).unwrap_or(""), |piece| pieces.push(piece));
            at = hidden.end.min(text.len());
        }
        let is_code = at == text.len() && at > 0 && notice.is_none() && pieces.is_empty();
        if is_code {
            return left_out(judged, LeftOut::Mirror);
        }
        scan(text.get(at..).unwrap_or(""), |piece| pieces.push(piece));
        judged.spoken = notice.is_none()
            && self.target.is_some_and(|target| {
                pieces.iter().all(|piece| piece.quoted || self.candidates.leads(&piece.tally, target))
            });
        let (mut outside, mut inside) = (Tally::default(), Tally::default());
        for piece in pieces.iter() {
            if piece.quoted { &mut inside } else { &mut outside }.add(&piece.tally);
        }
        let letters_outside = outside.letters();
        judged.letters = letters_outside + inside.letters();
        // A sentence or two beside the notice belong to it: "You are reading the English version."
        let told = notice.clone().and_then(|range| text.get(range)).map_or(0, letters);
        if block.kind == BlockKind::Notice || told > 0 && judged.letters < PIECE_LETTERS.max(2 * told) {
            return left_out(judged, LeftOut::Notice);
        }
        if judged.letters == 0 {
            return left_out(judged, LeftOut::NoLetters);
        }
        if block.kind == BlockKind::DateLine || may_be_date(text) && date::read_line(text).is_some() {
            return left_out(judged, LeftOut::DateLine);
        }
        let all_quoted = (letters_outside as f64) < judged.letters as f64 * OUTSIDE_QUOTES;
        let weight = outside.weight() + inside.weight();
        if all_quoted {
            outside.add(&inside);
        }
        let body = &outside;
        let main = self.candidates.second_opinion(text, self.candidates.weigh(body));
        judged.language = self.name(&main);
        judged.confidence = main.confidence;
        if body.is_names() {
            return left_out(judged, LeftOut::Names);
        }
        page.add(body);
        let longest = if block.kind == BlockKind::ListItem { SCRAP_ITEM_LETTERS } else { SCRAP_LETTERS };
        let scrap = block.kind == BlockKind::Caption
            || weight < SENTENCE_LETTERS
            || weight < longest && !ends_as_sentence(text);
        let mut reading =
            Reading { tongues: Vec::new(), open: 0, leaning: None, quoted: Vec::new(), scrap, all_quoted };
        let main_tongue = main.settled().then(|| self.tongue(&main)).flatten();
        reading.leaning = main_tongue.or_else(|| self.leaning(body));
        let unfinished = !ends_as_sentence(text);
        // Where nothing was passed over, pieces say where in the block they stand.
        let at_start = at == 0;
        for (at, piece) in pieces.iter().enumerate() {
            let letters = piece.tally.letters();
            // A block of one sentence has been weighed.
            let alone = pieces.len() == 1;
            let agrees =
                || main.best.is_some_and(|i| main_tongue.is_some() && self.candidates.leads(&piece.tally, i));
            let says = !alone && (letters >= PIECE_LETTERS || self.is_dense(&piece.tally));
            let own = (says && !agrees() && !piece.tally.is_names())
                .then(|| self.candidates.weigh(&piece.tally))
                .filter(Identification::settled)
                .and_then(|found| self.tongue(&found));
            // What one sentence says against its block is believed of the site's languages only.
            let own = own.filter(|t| !matches!(t, Tongue::Stranger(_)) || main_tongue.is_none());
            let tongue = match (own, main_tongue) {
                (Some(own), main) if piece.quoted && !all_quoted && main.is_some_and(|m| m != own) => {
                    continue;
                }
                // The title of what is cited, at the end and without a full stop.
                (Some(own), Some(main))
                    if unfinished && own != main && at + 1 == pieces.len() && letters < SCRAP_LETTERS =>
                {
                    continue;
                }
                (Some(Tongue::Source), Some(main_tongue))
                    if main_tongue != Tongue::Source && self.is_cited(text, piece, &main, at_start) =>
                {
                    continue;
                }
                (Some(own), None) if piece.quoted && !all_quoted => {
                    reading.quoted.push((own, letters));
                    continue;
                }
                (Some(own), _) => own,
                (None, Some(main)) => main,
                (None, None) => {
                    reading.open += letters;
                    continue;
                }
            };
            match reading.tongues.iter_mut().find(|(t, _)| *t == tongue) {
                Some((_, sum)) => *sum += letters,
                None => reading.tongues.push((tongue, letters)),
            }
        }
        (judged, Some(reading))
    }

    /// Whether a sentence in the source's words is one that a paragraph in another language cites.
    fn is_cited(&self, text: &str, piece: &Piece, main: &Identification, is_placed: bool) -> bool {
        let sentence = text.get(piece.range.clone()).filter(|_| is_placed).unwrap_or_default();
        within::is_post(sentence)
            || main.best.is_some_and(|best| within::is_framed(self.candidates, sentence, self.source, best))
    }

    /// A few Han characters say what takes a Latin sentence.
    fn is_dense(&self, tally: &Tally) -> bool {
        tally.of(Script::Han) >= 6
    }

    fn tongue(&self, found: &Identification) -> Option<Tongue> {
        if let Some(tag) = found.stranger {
            return Some(Tongue::Stranger(tag));
        }
        let best = found.best?;
        // Where twins tie, the text may be either; the requested one is asked first, so that
        // only own words, a notice or a copy can speak against it.
        let is = |i: usize| best == i || found.tied && self.candidates.same_language(best, i);
        Some(match self.target {
            _ if best == self.source => Tongue::Source,
            Some(target) if best == target => Tongue::Target,
            _ if is(self.source) => Tongue::Source,
            Some(target) if is(target) => Tongue::Target,
            _ if self.candidates.same_language(best, self.source) => Tongue::Source,
            Some(target) if self.candidates.same_language(best, target) => Tongue::Target,
            _ => Tongue::Other(best),
        })
    }

    /// What a text leans to that is not settled to be in one language: the source's, or not.
    fn leaning(&self, tally: &Tally) -> Option<Tongue> {
        let source = self.candidates.score(tally, self.source);
        let Some(target) = self.target else { return self.leaning_away(tally, source) };
        let target = self.candidates.score(tally, target);
        if source >= target + LEANING {
            Some(Tongue::Source)
        } else if target >= source + LEANING {
            Some(Tongue::Target)
        } else {
            None
        }
    }

    /// Where it is not known what was asked for: the locale that most speaks for, if that is far
    /// more than what speaks for the source. Which of two close relatives it is does not matter.
    fn leaning_away(&self, tally: &Tally, source: f32) -> Option<Tongue> {
        let others = (0..self.candidates.locales().len())
            .filter(|i| *i != self.source && !self.candidates.same_language(*i, self.source));
        let (best, bits) = others
            .map(|i| (i, self.candidates.score(tally, i)))
            .reduce(|most, next| if next.1 > most.1 { next } else { most })?;
        if bits >= source * AWAY_TIMES + AWAY {
            Some(Tongue::Other(best))
        } else if source >= bits + LEANING {
            Some(Tongue::Source)
        } else {
            None
        }
    }

    fn name(&self, found: &Identification) -> Option<String> {
        match (found.best, found.stranger) {
            (_, Some(tag)) => Some(tag.to_owned()),
            (Some(best), _) => self.candidates.locales().get(best).map(ToString::to_string),
            _ => None,
        }
    }

    /// Gives what was taken for a close relative of the requested locale to that one, unless the page
    /// as a whole speaks clearly for the relative: a paragraph alone often can't tell.
    fn settle_twins(&self, readings: &mut [Option<Reading>], page: &Tally) {
        let Some(target) = self.target else { return };
        let all: Vec<(Tongue, usize)> = readings
            .iter()
            .flatten()
            .flat_map(|r| r.tongues.iter().copied().chain(r.leaning.map(|leaning| (leaning, r.open))))
            .collect();
        let letters = |of: Tongue| -> usize {
            all.iter().filter(|(tongue, _)| *tongue == of).map(|(_, letters)| letters).sum()
        };
        let mut relatives: Vec<usize> = all
            .iter()
            .filter_map(|(tongue, _)| match tongue {
                Tongue::Other(other) if self.candidates.are_twins(target, *other) => Some(*other),
                _ => None,
            })
            .collect();
        relatives.sort_unstable();
        relatives.dedup();
        let own = self.candidates.score(page, target);
        relatives.retain(|other| {
            let mixed = letters(Tongue::Target) * 10 > letters(Tongue::Other(*other));
            own >= self.candidates.score(page, *other) * if mixed { MIXED_SHARE } else { TWIN_SHARE }
        });
        for (tongue, _) in readings.iter_mut().flatten().flat_map(|reading| &mut reading.tongues) {
            if matches!(tongue, Tongue::Other(other) if relatives.contains(other)) {
                *tongue = Tongue::Target;
            }
        }
    }

    /// Sums the letters over the page, once it is known what may count.
    fn count(
        &self,
        site: &Site,
        blocks: &mut [BlockJudgement],
        mut readings: Vec<Option<Reading>>,
        page: &Tally,
    ) -> Shares {
        self.settle_twins(&mut readings, page);
        let mut prose = Shares::default();
        let mut scraps = Shares::default();
        let mut source_scraps = 0;
        for reading in readings.iter().flatten() {
            let sum = if reading.scrap { &mut scraps } else { &mut prose };
            if reading.all_quoted {
                continue;
            }
            for (tongue, letters) in &reading.tongues {
                sum.add(*tongue, *letters);
            }
            source_scraps +=
                usize::from(reading.scrap && reading.tongues.iter().any(|(t, _)| *t == Tongue::Source));
        }
        let leader = prose.leader().or_else(|| scraps.leader()).or_else(|| {
            let found = site.candidates().weigh(page);
            found.settled().then(|| self.tongue(&found)).flatten()
        });
        let every = prose.total() + scraps.total();
        let source_prose = prose.of(Tongue::Source) > 0;
        let many =
            source_scraps >= SCRAPS_COUNT && scraps.of(Tongue::Source) as f64 >= every as f64 * SCRAPS_SHARE;
        let only_scraps = prose.total() == 0;
        let source_counts = source_prose || many || only_scraps;

        let mut shares = Shares::default();
        for (judged, reading) in blocks.iter_mut().zip(readings) {
            let Some(reading) = reading else { continue };
            let mut counted: Vec<(Tongue, usize)> = reading.tongues;
            // A quotation counts where it is in the page's language.
            counted.extend(reading.quoted.into_iter().filter(|(t, _)| Some(*t) == leader));
            if reading.open > 0
                && !reading.scrap
                && let Some(tongue) = reading.leaning.or(leader)
            {
                counted.push((tongue, reading.open));
            } else if reading.open > 0
                && only_scraps
                && let Some(tongue) = leader
            {
                counted.push((tongue, reading.open));
            }
            let against = |t: &Tongue| Some(*t) != leader;
            if reading.all_quoted && counted.iter().any(|(t, _)| against(t)) {
                judged.left_out = Some(LeftOut::Quotation);
                continue;
            }
            if reading.scrap {
                counted.retain(|(t, _)| match t {
                    Tongue::Source => source_counts,
                    Tongue::Target => true,
                    Tongue::Other(_) | Tongue::Stranger(_) => !against(t),
                });
            }
            if counted.is_empty() {
                judged.left_out = Some(LeftOut::Scrap);
                continue;
            }
            judged.counts = true;
            for (tongue, letters) in counted {
                shares.add(tongue, letters);
                if tongue == Tongue::Source {
                    judged.source_letters += letters;
                }
            }
        }
        // Twins: the page's own words, all taken together, tell the source from the one asked for.
        if let Some(target) = self.target
            && target != self.source
            && self.candidates.same_language(target, self.source)
        {
            let found = site.candidates().weigh(page);
            shares.told_apart = usize::from(found.best == Some(self.source) && !found.tied);
        }
        shares
    }
}

/// Leaves out, on a page that is not in the source's language alone, the blocks that were taken for
/// it and are code.
fn pass_over_code(input: &PageInput<'_>, blocks: &mut [BlockJudgement], readings: &mut [Option<Reading>]) {
    let any = |of: fn(&Tongue) -> bool| {
        readings.iter().flatten().flat_map(|reading| &reading.tongues).any(|(tongue, _)| of(tongue))
    };
    if !any(|tongue| *tongue == Tongue::Source) || !any(|tongue| *tongue != Tongue::Source) {
        return;
    }
    for ((judged, reading), block) in blocks.iter_mut().zip(readings).zip(&input.document.blocks) {
        let is_source = |r: &Reading| {
            r.leaning == Some(Tongue::Source) || r.tongues.iter().any(|(t, _)| *t == Tongue::Source)
        };
        if reading.as_ref().is_some_and(is_source) && code::is_code(&block.text) {
            judged.left_out = Some(LeftOut::Mirror);
            *reading = None;
        }
    }
}

/// Whether the text ends as a sentence does, marks of quotation and brackets aside.
fn ends_as_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '”' | '“' | '»' | '«' | '’' | ')' | '）' | '」' | '』' | '*' | '_')
    });
    end.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '：', '；', '।', '۔', '؟', '．'])
}
