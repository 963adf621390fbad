//! The words of a unit with a capital, as names are told by.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::pieces::{Kind, Piece};
use crate::domain::change::is_abbreviation;
use crate::domain::notice::fold;

/// A word of at least three letters with a capital.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The word in small letters without accents.
    pub folded: String,
    /// A hash of that, which tells names apart for all that a text can hold.
    pub key: u64,
    /// Which of the letters from a to z are in it, a bit each.
    pub letters: u32,
    /// The byte it begins at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Its number among the unit's words.
    pub word: usize,
    /// Whether a form of address or an initial stands before it.
    pub titled: bool,
    /// Whether the words right before and after it have a capital too, by their place in the list
    /// of names: see [`names`].
    pub follows: bool,
    /// Whether it is the first word of a sentence.
    pub leads: bool,
    /// Whether all its letters are capitals.
    pub all_capitals: bool,
}

/// The words with a capital in order; one that stands right behind the one before it (a blank, a
/// hyphen, an initial between) `follows` it. Nothing in a text all in capitals.
pub fn names(text: &str, pieces: &[Piece]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::with_capacity(pieces.len() / 16);
    let (mut word, mut leads, mut titled) = (0, true, false);
    // Whether nothing but a blank, a hyphen or an initial stood since the last name.
    let mut near = false;
    let mut small = false;
    let bytes = text.as_bytes();
    for (at, piece) in pieces.iter().enumerate() {
        match piece.kind {
            Kind::Word => {
                word += 1;
                let first = bytes.get(piece.start).copied().unwrap_or(0);
                if first.is_ascii_lowercase() {
                    small |= piece.end - piece.start > 3;
                    near = false;
                    titled = matches!(first, b's' | b'd' | b'm' | b'p' | b'e' | b'a' | b'g')
                        && is_title(piece.of(text));
                    leads = false;
                    continue;
                }
                let written = piece.of(text);
                let capital = written.starts_with(char::is_uppercase);
                small |= !capital && written.len() > 3;
                if capital {
                    let letters = if written.is_ascii() { written.len() } else { written.chars().count() };
                    let stop = pieces.get(at + 1).is_some_and(|next| next.kind == Kind::Mark('.'));
                    // The longest form of address has eight letters.
                    if letters <= 8 && (stop || letters > 1) && is_abbreviation(written) {
                        // "Mr.", "J.": the name after it is near to the one before.
                        titled = true;
                        continue;
                    }
                    if letters >= 3 {
                        let folded = fold(written);
                        out.push(Name {
                            key: key(&folded),
                            letters: letters_of(&folded),
                            folded,
                            start: piece.start,
                            end: piece.end,
                            word,
                            titled,
                            follows: near,
                            leads,
                            all_capitals: !written.chars().any(char::is_lowercase),
                        });
                        near = true;
                    } else {
                        near = false;
                    }
                } else {
                    near = false;
                    titled = is_title(written);
                    leads = false;
                    continue;
                }
                leads = false;
                titled = false;
            }
            Kind::Blank => {}
            Kind::Mark('-' | '\u{2010}' | '\u{2011}' | '.' | '\'' | '’') => {
                if piece.kind == Kind::Mark('.') && !titled {
                    leads = true;
                    near = false;
                }
                // "O’Brien"
                let before = at.checked_sub(1).and_then(|before| pieces.get(before));
                titled |= matches!(piece.kind, Kind::Mark('\'' | '’'))
                    && before.is_some_and(|before| before.kind == Kind::Word && before.of(text) == "O");
            }
            Kind::Mark(mark) => {
                leads |= matches!(mark, '!' | '?' | ':' | '•' | '–' | '—' | '"' | '“' | '«' | '(');
                near = false;
                titled = false;
            }
            _ => {
                near = false;
                titled = false;
            }
        }
    }
    if !small {
        out.clear();
    }
    out
}

/// The key of a folded word.
pub fn key(folded: &str) -> u64 {
    let mut hasher = FxHasher::default();
    folded.hash(&mut hasher);
    hasher.finish()
}

/// Which of the letters from a to z are in a folded word, a bit each.
fn letters_of(folded: &str) -> u32 {
    let letters = folded.bytes().filter(u8::is_ascii_lowercase);
    letters.fold(0, |bits, letter| bits | 1 << (letter - b'a'))
}

/// Words before a name that say that a person's name follows, in small letters.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "señor"
            | "señora"
            | "doctor"
            | "doctora"
            | "monsieur"
            | "madame"
            | "senhor"
            | "senhora"
            | "signor"
            | "presidente"
            | "presidenta"
            | "président"
            | "présidente"
            | "ministro"
            | "ministra"
            | "ministre"
            | "embajador"
            | "ambassadeur"
            | "senador"
            | "sénateur"
            | "general"
            | "général"
            | "don"
            | "doña"
    )
}

#[cfg(test)]
mod tests {
    use super::super::pieces::pieces;
    use super::*;

    #[test]
    fn names_know_their_neighbours() {
        let text = "The meeting was chaired by Mr. Fabián Villarroel Ríos, of Chile; Dr. K. Mikuriya came.";
        let found = names(text, &pieces(text));
        let shown: Vec<(&str, bool, bool)> =
            found.iter().map(|name| (name.folded.as_str(), name.follows, name.titled)).collect();
        assert_eq!(
            shown,
            [
                ("the", false, false),
                ("fabian", false, true),
                ("villarroel", true, false),
                ("rios", true, false),
                ("chile", false, false),
                ("mikuriya", false, true),
            ]
        );
        assert!(names("CUSTOMS BULLETIN OF 2019", &pieces("CUSTOMS BULLETIN OF 2019")).is_empty());
    }
}
