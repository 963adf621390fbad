//! Labels: "English only", "Nur auf Englisch", "(solo en inglés)" as all that a block says.
//!
//! Two words are too few for the cue rule: they head a list of links, a column, a film's showings.
//! A label is looked for only where nothing else on the page is a notice, at the top of the page,
//! and whoever judges the page holds it against what was asked for and what is there.

use super::cues::{Class, Cues};
use super::fold::Folded;
use super::names::NAMES;

/// How many blocks at the top of a page may be a label.
pub(super) const WITHIN: usize = 5;
/// How long a label is at most, in bytes as folded.
const LONGEST: usize = 48;
/// The same with the marks around it.
pub(super) const LONGEST_TYPED: usize = 120;
/// How many characters a word may have that is neither "only" nor the language's name: "in", "het".
const SMALL: usize = 3;
/// How many such words there may be.
const SMALL_WORDS: usize = 2;

/// What a label says.
pub(super) struct Label {
    /// The tag of the language it is written in.
    pub language: &'static str,
    /// The tag of the language it names.
    pub served: &'static str,
}

/// Whether a folded block is a label; of languages that fit alike the first that is preferred.
pub(super) fn find(folded: &Folded, cues: &Cues, prefer: impl Fn(&str) -> bool) -> Option<Label> {
    let text = folded.text.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    if text.len() > LONGEST || text.contains(['.', ':', '?', ',', '|', '`']) {
        return None;
    }
    let hits = cues.hits(&folded.text);
    let mut best: Option<Label> = None;
    for (bit, language) in cues.languages() {
        let own = || hits.iter().filter(move |hit| hit.is_in(bit));
        if !own().any(|hit| hit.class == Class::Only) {
            continue;
        }
        let names = NAMES.find(&folded.text, Some(language.primary()));
        let [name] = names.as_slice() else { continue };
        let told = |hit: &&super::cues::Hit| {
            matches!(hit.class, Class::Only | Class::Language | Class::Version | Class::Available)
        };
        let mut covered: Vec<(usize, usize)> = own().filter(told).map(|hit| (hit.start, hit.end)).collect();
        covered.push((name.start, name.end));
        let better = |known: &Label| !prefer(known.language) && prefer(language.tag);
        if is_small(&folded.text, &covered) && best.as_ref().is_none_or(better) {
            best = Some(Label { language: language.tag, served: name.tag });
        }
    }
    best
}

/// Whether what `covered` leaves of the text is at most a few small words.
fn is_small(text: &str, covered: &[(usize, usize)]) -> bool {
    let (mut words, mut signs) = (0, 0);
    for (at, c) in text.char_indices() {
        let is_left = c.is_alphanumeric() && !covered.iter().any(|(start, end)| (*start..*end).contains(&at));
        if is_left {
            words += usize::from(signs == 0);
            signs += 1;
        } else {
            signs = 0;
        }
        if signs > SMALL || words > SMALL_WORDS {
            return false;
        }
    }
    true
}
