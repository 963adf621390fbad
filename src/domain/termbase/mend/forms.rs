//! The forms of a term: in which number and gender it stands, and what it is in another.
//!
//! In Spanish, French and Portuguese the words up to the first preposition change together (*país
//! menos adelantado*, *países menos adelantados*), adverbs among them excepted; in English the last
//! word before a preposition does (*head of Customs*, *heads of Customs*). Where a table of endings
//! gives several plurals or singulars, or none, the form is not known, and nothing is made up.

use super::grammar::Grammar;
use crate::domain::termbase::{Gender, Kind, Term};

/// How many are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Number {
    One,
    Many,
}

/// A gender that words agree with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum GenderOf {
    Masculine,
    Feminine,
}

pub(super) const NUMBERS: [Number; 2] = [Number::One, Number::Many];
pub(super) const GENDERS: [GenderOf; 2] = [GenderOf::Masculine, GenderOf::Feminine];

/// Whether it is written as initials: two capitals in a row, and no blank.
pub(super) fn is_initials(text: &str) -> bool {
    let capitals: Vec<bool> = text.chars().map(char::is_uppercase).collect();
    !text.contains(char::is_whitespace) && capitals.windows(2).any(|two| matches!(two, [true, true]))
}

/// Words between blanks, in lower case.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

impl Grammar {
    fn is_function(&self, word: &str) -> bool {
        let bare = word.split(['’', '\'']).next().unwrap_or(word);
        let known = |word: &str| self.endings.functions.iter().any(|own| own.form == word);
        known(word) || self.conjunctions.contains(word) || bare != word && known(bare)
    }

    /// The words of a term that show its number: the place of the head, and the place behind the last
    /// word that agrees with it.
    fn heads(&self, words: &[String]) -> Option<(usize, usize)> {
        let end =
            words.iter().skip(1).position(|word| self.is_function(word)).map_or(words.len(), |at| at + 1);
        if end == 0 {
            return None;
        }
        Some(if self.language == "en" { (end - 1, end) } else { (0, end) })
    }

    /// In which number a word stands by itself, as a dictionary has it; `None` where it is the same in
    /// both.
    fn number_of(&self, word: &str) -> Option<Number> {
        let word = word.rsplit('-').next().unwrap_or(word);
        if self.both.contains(word) || self.endings.is_fixed(word) {
            return None;
        }
        let vowels = word
            .chars()
            .map(|c| "aeiouáéíóúâêôàèùîûãõäëïöüy".contains(c))
            .fold((0, false), |(count, before), vowel| (count + usize::from(vowel && !before), vowel))
            .0;
        let many = match self.language {
            "en" => word.ends_with('s') && !["ss", "us", "is", "ics"].iter().any(|end| word.ends_with(end)),
            "fr" => word.ends_with(['s', 'x', 'z']),
            _ => {
                let accent =
                    ["ás", "és", "ís", "ós", "ús", "âs", "ês", "ôs"].iter().any(|end| word.ends_with(end));
                // "papéis" and "regiões" are plurals, "país" and "mês" are none.
                word.ends_with('s') && !accent && vowels > 1
            }
        };
        let ends_alike = ["sis", "xis", "us"].iter().any(|end| word.ends_with(end));
        if ends_alike && self.language != "en" {
            return None;
        }
        if many && self.endings.singulars_of(word).is_empty() {
            return Some(Number::One);
        }
        Some(if many { Number::Many } else { Number::One })
    }

    /// The one plural of a word.
    fn plural(&self, word: &str) -> Option<String> {
        if let Some((head, last)) = word.rsplit_once('-') {
            return self.plural(last).map(|plural| format!("{head}-{plural}"));
        }
        if self.both.contains(word) || self.adverbs.contains(word) || is_figure(word) {
            return Some(word.to_owned());
        }
        self.endings.plural_of(word)
    }

    /// The one singular of a word.
    fn singular(&self, word: &str) -> Option<String> {
        if self.both.contains(word) || self.adverbs.contains(word) || is_figure(word) {
            return Some(word.to_owned());
        }
        match self.endings.singulars_of(word).as_slice() {
            [] => Some(word.to_owned()),
            [one] => Some(one.clone()),
            // "acordos" leads back to "acordo" alone by what words of the language end in.
            several => {
                let plain: Vec<&String> =
                    several.iter().filter(|one| self.plural(one).as_deref() == Some(word)).collect();
                match plain.as_slice() {
                    [one] => Some((*one).clone()),
                    _ => None,
                }
            }
        }
    }

    /// In which numbers the words found may stand, being those of that term.
    pub(super) fn numbers_found(&self, term: &Term, found: &str) -> Vec<Number> {
        let found: Vec<String> = words(&found.replace('\u{ad}', ""));
        let Some(head) = self.heads(&found).and_then(|(head, _)| found.get(head)) else {
            return NUMBERS.to_vec();
        };
        if term.kind == Kind::Acronym && is_initials(&term.text) {
            let own = term.text.to_lowercase();
            // "los AEO" and "los AEOs"; initials alone tell nothing.
            return if *head == format!("{own}s") { vec![Number::Many] } else { NUMBERS.to_vec() };
        }
        let wordings = std::iter::once(&term.text).chain(&term.variants);
        for wording in wordings {
            let own = words(wording);
            let Some(dictionary) = self.heads(&own).and_then(|(head, _)| own.get(head)) else { continue };
            // "senders abroad": a word is not in its own form, and it is not the one that tells.
            if head == dictionary && found.len() == own.len() && found != own {
                return NUMBERS.to_vec();
            }
            if head == dictionary {
                return self.number_of(head).map_or(NUMBERS.to_vec(), |number| vec![number]);
            }
            if self.endings.plurals_of(dictionary).contains(head) {
                return vec![Number::Many];
            }
            if self.endings.plurals_of(head).contains(dictionary) {
                return vec![Number::One];
            }
        }
        self.number_of(head).map_or(NUMBERS.to_vec(), |number| vec![number])
    }

    /// The term in that number and gender, with the capitals of the dictionary; `None` where the form
    /// is not known. `plural_s` is whether initials take an s in the plural.
    pub(super) fn form(
        &self,
        term: &Term,
        number: Number,
        gender: Option<GenderOf>,
        plural_s: bool,
    ) -> Option<String> {
        if is_initials(&term.text) {
            return Some(if plural_s { format!("{}s", term.text) } else { term.text.clone() });
        }
        let own: Vec<&str> = term.text.split_whitespace().collect();
        let lower = words(&term.text);
        let (head, end) = self.heads(&lower)?;
        let standing = self.number_of(lower.get(head)?);
        let feminine = gender == Some(GenderOf::Feminine) && matches!(term.gender, Some(Gender::Pair));
        if !feminine && (standing == Some(number) || standing.is_none() && number == Number::One) {
            return Some(term.text.clone());
        }
        // What the termbase itself says is the plural, or the feminine.
        let told = |candidate: &String| {
            let other = words(candidate);
            other.len() == lower.len()
                && other.get(head).is_some_and(|word| {
                    let base = lower.get(head).cloned().unwrap_or_default();
                    let base = if feminine { self.endings.feminines_of(&base) } else { vec![base] };
                    base.iter().any(|base| match number {
                        Number::Many => self.endings.plurals_of(base).contains(word),
                        Number::One => word == base,
                    })
                })
        };
        if let Some(variant) = term.variants.iter().find(|variant| told(variant)) {
            return Some(variant.clone());
        }
        let mut out: Vec<String> = Vec::with_capacity(own.len());
        for (at, (word, low)) in own.iter().zip(&lower).enumerate() {
            let changes = if self.language == "en" { at == head } else { at < end };
            if !changes || is_initials(word) || low.chars().any(char::is_numeric) {
                out.push((*word).to_owned());
                continue;
            }
            let mut form = low.clone();
            if feminine && !self.adverbs.contains(low.as_str()) {
                form = match self.endings.feminines_of(&form).as_slice() {
                    [] => form,
                    [one] => one.clone(),
                    _ => return None,
                };
            }
            form = match (standing, number) {
                (Some(Number::Many), Number::One) => self.singular(&form)?,
                (Some(Number::One) | None, Number::Many) => self.plural(&form)?,
                _ => form,
            };
            out.push(as_written(word, &form));
        }
        Some(out.join(" "))
    }
}

fn is_figure(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// The form with the first letter of the word as written.
fn as_written(word: &str, form: &str) -> String {
    if word.starts_with(char::is_uppercase) { capital(form) } else { form.to_owned() }
}

/// The text with its first letter a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Which genders a term may have; none where nothing is known.
pub(super) fn genders(term: &Term) -> Vec<GenderOf> {
    match term.gender {
        Some(Gender::Masculine) => vec![GenderOf::Masculine],
        Some(Gender::Feminine) => vec![GenderOf::Feminine],
        Some(Gender::Pair | Gender::Common) => GENDERS.to_vec(),
        Some(Gender::Neuter) | None => Vec::new(),
    }
}

impl Grammar {
    /// The gender of a term whose own is not named, by its ending.
    pub(super) fn guess(&self, term: &Term) -> Option<GenderOf> {
        let own = words(&term.text);
        let (head, _) = self.heads(&own)?;
        let head = own.get(head)?;
        let one =
            if self.number_of(head) == Some(Number::Many) { self.singular(head)? } else { head.clone() };
        self.gender_of(&one)
    }

    /// Whether the last words of two wordings, which what follows may agree with, differ in number or
    /// in what they are.
    pub(super) fn ends_otherwise(&self, old: &str, new: &str) -> bool {
        let (old, new) = (words(old), words(new));
        let last = |list: &[String]| list.last().cloned().unwrap_or_default();
        // Where the last word goes with the head, that what follows agrees with it is seen to elsewhere.
        let agrees = |list: &[String]| self.heads(list).is_none_or(|(_, end)| end == list.len());
        !(agrees(&old) && agrees(&new)) && last(&old) != last(&new)
    }
}
