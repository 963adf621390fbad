//! The words of a unit, for telling how like another it is.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::{SHORT, Work, hash};

/// The longest sketch.
const MOST_WORDS: usize = 512;

/// The words of a unit by hash, sorted, with their repeats.
#[derive(Clone, Debug, Default)]
pub(super) struct Sketch {
    pub words: Vec<u32>,
    /// Only the smallest hashes are here.
    cut: bool,
}

impl Sketch {
    pub fn of(text: &str) -> Sketch {
        let mut words = Vec::new();
        let mut open: Option<FxHasher> = None;
        for c in text.chars() {
            // Scripts without blanks between words, by their blocks.
            let single =
                matches!(u32::from(c), 0xe00..=0xeff | 0x2e80..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff);
            if c.is_alphanumeric() && !single {
                let hasher = open.get_or_insert_default();
                c.to_lowercase().for_each(|c| hasher.write_u32(u32::from(c)));
                continue;
            }
            words.extend(open.take().map(|hasher| hasher.finish() as u32));
            if single {
                let mut hasher = FxHasher::default();
                hasher.write_u32(u32::from(c));
                words.push(hasher.finish() as u32);
            }
        }
        words.extend(open.map(|hasher| hasher.finish() as u32));
        // Code and data may hold no word at all; then the text as a whole is one.
        if words.is_empty() {
            words.push(hash(text) as u32);
        }
        Sketch { words, cut: false }.sorted()
    }

    pub fn joined(parts: &[&Sketch]) -> Sketch {
        let words = parts.iter().flat_map(|part| part.words.iter().copied()).collect();
        Sketch { words, cut: parts.iter().any(|part| part.cut) }.sorted()
    }

    fn sorted(mut self) -> Sketch {
        self.words.sort_unstable();
        if self.words.len() > MOST_WORDS {
            self.words.truncate(MOST_WORDS);
            self.cut = true;
        }
        self
    }

    /// What it has in common with another, as far as both sketches reach.
    pub fn overlap(&self, other: &Sketch) -> Overlap {
        let reach = |sketch: &Sketch| if sketch.cut { sketch.words.last().copied() } else { None };
        let limit = reach(self).into_iter().chain(reach(other)).min().unwrap_or(u32::MAX);
        let within = |sketch: &Sketch| sketch.words.partition_point(|word| *word <= limit);
        let (a, b) = (&self.words[..within(self)], &other.words[..within(other)]);
        let (mut i, mut j, mut common) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            // Without a branch that nobody can foresee.
            common += u32::from(x == y);
            (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
        }
        Overlap { common, old: a.len() as u32, new: b.len() as u32 }
    }

    pub fn alike(&self, other: &Sketch) -> f32 {
        self.overlap(other).alike()
    }

    /// The share of these words that the other has too.
    pub fn share_in(&self, other: &Sketch) -> f32 {
        self.overlap(other).share_of_old()
    }
}

/// The common words of two units and the words of either.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overlap {
    common: u32,
    old: u32,
    new: u32,
}

impl Overlap {
    /// Dice's coefficient.
    pub fn alike(self) -> f32 {
        ratio(2 * self.common, self.old + self.new)
    }

    /// The share of the old unit's words that the new one has too.
    pub fn share_of_old(self) -> f32 {
        ratio(self.common, self.old)
    }

    /// The share of the new unit's words that the old one has too.
    pub fn share_of_new(self) -> f32 {
        ratio(self.common, self.new)
    }
}

fn ratio(part: u32, whole: u32) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// The sketches of the units that are not matched by equality.
pub(super) struct Sketches {
    pub old: FxHashMap<usize, Sketch>,
    pub new: FxHashMap<usize, Sketch>,
}

impl Sketches {
    pub fn of(work: &Work<'_>) -> Sketches {
        Sketches {
            old: work.free_old().into_iter().map(|i| (i, Sketch::of(&work.old[i].text))).collect(),
            new: work.free_new().into_iter().map(|j| (j, Sketch::of(&work.new[j].text))).collect(),
        }
    }

    pub fn of_old(&self, list: &[usize]) -> Vec<&Sketch> {
        list.iter().filter_map(|i| self.old.get(i)).collect()
    }

    pub fn of_new(&self, list: &[usize]) -> Vec<&Sketch> {
        list.iter().filter_map(|j| self.new.get(j)).collect()
    }

    /// Whether neither was matched by equality.
    pub fn holds(&self, old: usize, new: usize) -> bool {
        self.old.contains_key(&old) && self.new.contains_key(&new)
    }

    /// What two units have in common; nothing where either is matched by equality.
    pub fn overlap(&self, old: usize, new: usize) -> Overlap {
        match (self.old.get(&old), self.new.get(&new)) {
            (Some(a), Some(b)) => a.overlap(b),
            _ => Overlap::default(),
        }
    }

    pub fn alike(&self, old: usize, new: usize) -> f32 {
        self.overlap(old, new).alike()
    }

    pub fn is_short(&self, old: usize, new: usize) -> bool {
        let words = |sketch: Option<&Sketch>| sketch.map_or(0, |sketch| sketch.words.len());
        words(self.old.get(&old)).max(words(self.new.get(&new))) <= SHORT
    }

    pub fn old_words(&self, old: usize) -> impl Iterator<Item = u32> {
        self.old.get(&old).into_iter().flat_map(|sketch| sketch.words.iter().copied())
    }

    pub fn new_words(&self, new: usize) -> impl Iterator<Item = u32> {
        self.new.get(&new).into_iter().flat_map(|sketch| sketch.words.iter().copied())
    }
}
