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

    /// The common words and the words of either side, as far as both sketches reach.
    fn counts(&self, other: &Sketch) -> (usize, usize, usize) {
        let reach = |sketch: &Sketch| if sketch.cut { sketch.words.last().copied() } else { None };
        let limit = reach(self).into_iter().chain(reach(other)).min().unwrap_or(u32::MAX);
        let within = |sketch: &Sketch| sketch.words.partition_point(|word| *word <= limit);
        let (a, b) = (&self.words[..within(self)], &other.words[..within(other)]);
        let (mut i, mut j, mut common) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    common += 1;
                    i += 1;
                    j += 1;
                }
            }
        }
        (common, a.len(), b.len())
    }

    pub fn alike(&self, other: &Sketch) -> f32 {
        let (common, a, b) = self.counts(other);
        if a + b == 0 { 0.0 } else { 2.0 * common as f32 / (a + b) as f32 }
    }

    /// The share of these words that the other has too.
    pub fn share_in(&self, other: &Sketch) -> f32 {
        let (common, own, _) = self.counts(other);
        if own == 0 { 0.0 } else { common as f32 / own as f32 }
    }
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

    pub fn alike(&self, old: usize, new: usize) -> f32 {
        match (self.old.get(&old), self.new.get(&new)) {
            (Some(a), Some(b)) => a.alike(b),
            _ => 0.0,
        }
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
