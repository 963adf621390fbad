//! How much two units of two languages have in common: what tells which of two a translation is of,
//! where their lengths don't.

use std::collections::BTreeSet;

use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

use crate::domain::notice::fold;
use crate::domain::qa::bitext::Unit;

/// So many words and numbers of a unit are looked at.
const MOST: usize = 300;
/// So many first letters of a word are compared: "lentils", "lentejas".
const HEAD: usize = 4;

/// The numbers of two units and the heads of their longer words that both have: 0 where nothing is,
/// 1 where all is. Words of unlike languages share their heads where they share a root or are names.
pub fn shared(one: &Unit<'_>, other: &Unit<'_>) -> f64 {
    let (a, b) = (marks(one), marks(other));
    let least = a.len().min(b.len());
    if least == 0 {
        return 0.0;
    }
    // One alone is in common by chance.
    match a.intersection(&b).count() {
        0 | 1 => 0.0,
        common => common as f64 / least as f64,
    }
}

fn marks(unit: &Unit<'_>) -> BTreeSet<u64> {
    let hash = |what: &dyn Fn(&mut FxHasher)| {
        let mut hasher = FxHasher::default();
        what(&mut hasher);
        hasher.finish()
    };
    let words = unit.words().map(|piece| piece.of(unit.text)).filter(|word| word.chars().count() > HEAD);
    let heads = words.take(MOST).map(|word| {
        let head: String = fold(word).chars().take(HEAD).collect();
        hash(&|hasher| head.hash(hasher))
    });
    let asking =
        unit.quantities().iter().filter(|quantity| quantity.form != crate::domain::qa::reading::Form::Soft);
    let numbers = asking.take(MOST).map(|quantity| hash(&|hasher| (1u8, quantity.value()).hash(hasher)));
    heads.chain(numbers).collect()
}
