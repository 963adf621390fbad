//! What a stretch of text says for each language, as sums.

use super::lexicon::{LANES, LANES_A_WORD, LATIN_LANES, OTHER_LANES};
use super::script::{SCRIPTS, Script};

/// A list of names has at least so many of them for each running word.
const NAMES_A_WORD: u32 = 7;

/// What a stretch of text says for each language.
#[derive(Clone, Debug)]
pub struct Tally {
    latin: [u32; LATIN_LANES],
    other: [u32; OTHER_LANES],
    /// Letters by script (by [`Script`] number).
    pub letters: [u32; SCRIPTS],
    /// Words that could tell something: written small, or found in a list.
    pub words: u32,
    /// Words of running text: of two letters or more, written small, or known and among capitals.
    pub running: u32,
    /// Words with a capital before small letters, and initials.
    pub names: u32,
    /// Characters that only simplified Chinese writes.
    pub simplified: u32,
    /// Characters that only traditional Chinese writes.
    pub traditional: u32,
}

impl Default for Tally {
    fn default() -> Self {
        Tally {
            latin: [0; LATIN_LANES],
            other: [0; OTHER_LANES],
            letters: [0; SCRIPTS],
            words: 0,
            running: 0,
            names: 0,
            simplified: 0,
            traditional: 0,
        }
    }
}

impl Tally {
    /// The bits that speak for the language of a lane.
    pub fn lane(&self, lane: usize) -> u32 {
        debug_assert!(lane < LANES);
        match lane.checked_sub(LATIN_LANES) {
            None => self.latin.get(lane).copied().unwrap_or(0),
            Some(other) => self.other.get(other).copied().unwrap_or(0),
        }
    }

    /// The bits for every lane of a script's table, the Latin one or the other.
    pub(super) fn lanes(&self, script: Script) -> &[u32] {
        if script == Script::Latin { &self.latin } else { &self.other }
    }

    /// All letters, each counted once.
    pub fn letters(&self) -> usize {
        self.letters.iter().map(|n| *n as usize).sum()
    }

    /// Letters of one script.
    pub fn of(&self, script: Script) -> u32 {
        self.letters.get(script as usize).copied().unwrap_or(0)
    }

    /// All letters, each counted by what it weighs beside a Latin one.
    pub fn weight(&self) -> usize {
        let latin = self.of(Script::Latin) as usize;
        if latin == self.letters() {
            return latin;
        }
        Script::ALL.iter().map(|script| (self.of(*script) * script.weight()) as usize).sum()
    }

    /// Whether it is a list of names: hardly a word that does not begin with a capital.
    pub fn is_names(&self) -> bool {
        let cased = self.of(Script::Latin) + self.of(Script::Cyrillic);
        cased as usize * 2 > self.letters()
            && (self.words == 0 || self.names >= 2 && self.running.saturating_mul(NAMES_A_WORD) <= self.names)
    }

    /// Adds what another stretch says.
    pub fn add(&mut self, other: &Tally) {
        add_each(&mut self.latin, &other.latin);
        // Most text has nothing but Latin letters.
        if other.letters() != other.of(Script::Latin) as usize {
            add_each(&mut self.other, &other.other);
        }
        add_each(&mut self.letters, &other.letters);
        self.words = self.words.saturating_add(other.words);
        self.running = self.running.saturating_add(other.running);
        self.names = self.names.saturating_add(other.names);
        self.simplified = self.simplified.saturating_add(other.simplified);
        self.traditional = self.traditional.saturating_add(other.traditional);
    }
}

fn add_each<const N: usize>(sums: &mut [u32; N], more: &[u32; N]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum = sum.saturating_add(*more);
    }
}

/// The tally of a piece while it is being read: narrow sums that add up fast.
pub(super) struct Sums {
    pub(super) latin: [u64; LATIN_LANES / LANES_A_WORD],
    pub(super) other: [u64; OTHER_LANES / LANES_A_WORD],
    pub(super) letters: [u32; SCRIPTS],
    pub(super) words: u32,
    pub(super) running: u32,
    pub(super) names: u32,
    pub(super) simplified: u32,
    pub(super) traditional: u32,
}

impl Sums {
    pub(super) const NONE: Sums = Sums {
        latin: [0; LATIN_LANES / LANES_A_WORD],
        other: [0; OTHER_LANES / LANES_A_WORD],
        letters: [0; SCRIPTS],
        words: 0,
        running: 0,
        names: 0,
        simplified: 0,
        traditional: 0,
    };

    pub(super) fn tally(&self) -> Tally {
        Tally {
            latin: unpack(&self.latin),
            other: unpack(&self.other),
            letters: self.letters,
            words: self.words,
            running: self.running,
            names: self.names,
            simplified: self.simplified,
            traditional: self.traditional,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.letters == [0; SCRIPTS]
    }
}

/// Adds a row, four lanes at a time.
#[inline]
pub(super) fn add_row<const N: usize>(sums: &mut [u64; N], row: [u64; N]) {
    for (sum, weights) in sums.iter_mut().zip(row) {
        *sum = sum.wrapping_add(weights);
    }
}

/// The sums of the lanes, each for itself.
fn unpack<const N: usize>(packed: &[u64]) -> [u32; N] {
    let mut lanes = [0; N];
    for (four, sum) in lanes.chunks_exact_mut(LANES_A_WORD).zip(packed) {
        let mut sum = *sum;
        for lane in four {
            *lane = (sum & 0xffff) as u32;
            sum >>= 16;
        }
    }
    lanes
}
