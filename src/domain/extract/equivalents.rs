//! How a candidate is probably said in another language, from aligned units.
//!
//! A sequence of the target that stands in the same units as a candidate, and hardly elsewhere, is
//! its likely equivalent. The association is the log-likelihood ratio (T. Dunning, "Accurate methods
//! for the statistics of surprise and coincidence", Computational Linguistics 19, 1993), which holds
//! for the few occurrences that an article has, where χ² and mutual information don't; it only
//! orders what a Dice coefficient of at least 0.6 lets through.

use rustc_hash::FxHashMap;

use super::{Candidate, Words, candidates, for_each};

/// Both stand in at least so many units together.
const LEAST_TOGETHER: usize = 2;
/// How much the units of both must be the same: twice the common ones over all of both.
const LEAST_DICE: f64 = 0.6;
/// How many equivalents are told at most.
const MOST: usize = 2;

/// A likely equivalent.
#[derive(Clone, Debug, PartialEq)]
pub struct Equivalent {
    /// As it is written most often.
    pub words: String,
    /// In how many units it stands with the candidate.
    pub together: usize,
    /// Dice's coefficient of the units of both, 0 to 1.
    pub dice: f64,
}

/// A pair of aligned units, by the words of its two languages.
pub struct Bitext<'t> {
    /// Source and target of each pair.
    pub pairs: &'t [(String, String)],
    /// Of the source's language.
    pub source: &'t Words,
    /// Of the target's.
    pub target: &'t Words,
}

/// For each of `of` its likely equivalents in a bitext, the likeliest first.
pub fn equivalents(of: &[Candidate], bitext: &Bitext<'_>) -> Vec<Vec<Equivalent>> {
    let pairs = bitext.pairs;
    let theirs = candidates(pairs.iter().map(|(_, target)| target.as_str()), bitext.target, LEAST_TOGETHER);
    let mut by_pair: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (at, candidate) in theirs.iter().enumerate() {
        for pair in &candidate.texts {
            by_pair.entry(*pair).or_default().push(at);
        }
    }
    let mut places: FxHashMap<&str, Vec<usize>> =
        of.iter().map(|candidate| (candidate.key.as_str(), Vec::new())).collect();
    for (at, (source, _)) in pairs.iter().enumerate() {
        for_each(source, bitext.source, |found| {
            if let Some(list) = places.get_mut(found.key.as_str())
                && list.last() != Some(&at)
            {
                list.push(at);
            }
        });
    }
    of.iter()
        .map(|candidate| {
            let stands_in = places.get(candidate.key.as_str()).map_or(&[][..], Vec::as_slice);
            let units = stands_in.len();
            let mut together: FxHashMap<usize, usize> = FxHashMap::default();
            for at in stands_in.iter().filter_map(|pair| by_pair.get(pair)).flatten() {
                *together.entry(*at).or_default() += 1;
            }
            let mut ranked: Vec<(f64, &Candidate, Equivalent)> = together
                .into_iter()
                .filter(|(_, both)| *both >= LEAST_TOGETHER)
                .filter_map(|(at, both)| {
                    let other = theirs.get(at)?;
                    let dice = 2.0 * both as f64 / (units + other.texts.len()) as f64;
                    // An acronym is translated by an acronym or by what it stands for, a term never
                    // by a bare acronym that happens to be near.
                    (dice >= LEAST_DICE && (candidate.acronym || !other.acronym)).then(|| {
                        let likelihood = likelihood(both, units, other.texts.len(), pairs.len());
                        let equivalent = Equivalent { words: other.words.clone(), together: both, dice };
                        (likelihood, other, equivalent)
                    })
                })
                .collect();
            ranked.sort_by(|(a, one, _), (b, other, _)| {
                b.total_cmp(a)
                    .then_with(|| {
                        (other.acronym == candidate.acronym).cmp(&(one.acronym == candidate.acronym))
                    })
                    .then_with(|| other.value.total_cmp(&one.value))
                    .then_with(|| one.words.cmp(&other.words))
            });
            ranked.truncate(MOST);
            ranked.into_iter().map(|(_, _, equivalent)| equivalent).collect()
        })
        .collect()
}

/// −2 log λ of two things that stand in `both` of `all` units together, in `one` and `other` each.
fn likelihood(both: usize, one: usize, other: usize, all: usize) -> f64 {
    let term = |n: usize| if n == 0 { 0.0 } else { n as f64 * (n as f64).ln() };
    let neither = (all + both).saturating_sub(one + other);
    let rows = [both, one - both, other - both, neither];
    let sums = [one, all.saturating_sub(one), other, all.saturating_sub(other)];
    2.0 * (rows.into_iter().map(term).sum::<f64>() - sums.into_iter().map(term).sum::<f64>() + term(all))
}
