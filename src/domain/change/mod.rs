//! What kind of change it is that a source unit went through, with the evidence, and the word diff.
//!
//! Two versions of one unit are compared as facts before they are compared as words: dates, then
//! numbers, names, negations and terms. So a date written another way is no change of meaning,
//! "11" written "eleven" is wording, and one figure among a thousand words is still `major`. Only
//! what is left decides between wording and looks.
//!
//! The class is the first in the order `major`, `mirror`, `minor`, `cosmetic` that any cause asks
//! for. (A change of wording and of an address together is therefore `mirror`, not `minor`: a
//! policy that minds addresses must not lose one because words changed beside it. The causes tell
//! that there is wording to do.)
//!
//! The rules err towards `major` where a text cannot be told: a false alarm costs a look, a missed
//! figure costs trust. What they do not see: a name that changes in a script without capitals, at
//! the head of a sentence before a small letter, or in a heading with capitals on every word.

mod diff;
mod facts;
mod lexicon;
mod numbers;
mod tokens;

pub use diff::{DiffOp, word_diff};

use super::date::read_line;
use super::document::BlockKind;
use super::locale::Locale;
use super::text;
use facts::Facts;
use tokens::{Class, Token, tokens};

/// A piece of text that is no plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Special {
    /// A web or mail address, a link's target, a tag that holds one.
    Address,
    /// A code span or a placeholder in double braces.
    Code,
    /// A mark of emphasis or of a link, a tag.
    Markup,
}

/// Whether the word is an abbreviation whose stop ends no sentence, or a form of address.
pub(in crate::domain) fn is_abbreviation(word: &str) -> bool {
    lexicon::is_abbreviation(word)
}

/// What is no plain text and begins at that byte, with its length.
pub(in crate::domain) fn special(text: &str, at: usize) -> Option<(Special, usize)> {
    let (class, length) = tokens::special(text, at)?;
    let special = match class {
        Class::Address => Special::Address,
        Class::Code => Special::Code,
        Class::Markup | Class::Tag => Special::Markup,
        Class::Word | Class::Space | Class::Punctuation => return None,
    };
    Some((special, length))
}

/// How grave a change of the source is for its translations, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeClass {
    /// Space, punctuation, case, markup, and nothing else.
    Cosmetic,
    /// Wording.
    Minor,
    /// What stands outside the words and is copied across: code, addresses, images.
    Mirror,
    /// Numbers, dates, names, negation, a term, a unit added or removed.
    Major,
}

impl ChangeClass {
    /// Every class, in rising order.
    pub const ALL: [ChangeClass; 4] =
        [ChangeClass::Cosmetic, ChangeClass::Minor, ChangeClass::Mirror, ChangeClass::Major];

    /// The class of that name.
    pub fn from_name(name: &str) -> Option<ChangeClass> {
        ChangeClass::ALL.into_iter().find(|class| class.name() == name)
    }

    /// The name in configuration, JSON and reports.
    pub fn name(self) -> &'static str {
        match self {
            ChangeClass::Cosmetic => "cosmetic",
            ChangeClass::Minor => "minor",
            ChangeClass::Mirror => "mirror",
            ChangeClass::Major => "major",
        }
    }
}

/// What made a change what it is: the evidence. `before` and `after` are as the text has them;
/// `None` where it was not there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "cause")]
pub enum Cause {
    /// A unit that was not there.
    Added,
    /// A unit that is gone.
    Removed,
    /// A unit with hardly a word of the old one left: one removed and another put in its place.
    Rewritten,
    /// A number, an amount's sign or its unit (`%`, `€`).
    Number {
        /// As it was.
        before: Option<String>,
        /// As it is.
        after: Option<String>,
    },
    /// Another date.
    Date {
        /// As it was.
        before: Option<String>,
        /// As it is.
        after: Option<String>,
    },
    /// A name or an acronym.
    Name {
        /// As it was.
        before: Option<String>,
        /// As it is.
        after: Option<String>,
    },
    /// A word that turns the meaning round, or an antonym's prefix.
    Negation {
        /// The words that are gone at that place.
        before: String,
        /// The words that came in their stead.
        after: String,
    },
    /// A term of the glossary.
    Term {
        /// The term that is gone.
        before: Option<String>,
        /// The term that came.
        after: Option<String>,
    },
    /// An address, a link's target or an image.
    Address {
        /// As it was.
        before: Option<String>,
        /// As it is.
        after: Option<String>,
    },
    /// Code, in the text or as a block.
    Code,
    /// What else is copied across as a block.
    Data,
    /// Other words.
    Wording,
    /// The unit stands elsewhere in the order.
    Moved,
    /// One unit became several.
    Split,
    /// Several units became one.
    Merged,
    /// The unit is of another kind (a paragraph that became a heading).
    Kind {
        /// The kind it was.
        before: BlockKind,
        /// The kind it is.
        after: BlockKind,
    },
    /// A heading that stands deeper or higher than it did.
    Level {
        /// The level it had, 1 to 6.
        before: u8,
        /// The level it has.
        after: u8,
    },
    /// An item of a list that stands deeper or higher than it did.
    Depth {
        /// How deep it stood, from 1.
        before: u8,
        /// How deep it stands.
        after: u8,
    },
    /// The same date written in another way.
    DateForm,
    /// Inline markup.
    Markup,
    /// Capital and small letters.
    Case,
    /// Punctuation, hyphens, quotation marks.
    Punctuation,
    /// Blanks and line ends.
    Space,
}

impl Cause {
    /// The class that this cause asks for.
    pub fn class(&self) -> ChangeClass {
        match self {
            Cause::Added
            | Cause::Removed
            | Cause::Rewritten
            | Cause::Number { .. }
            | Cause::Date { .. }
            | Cause::Name { .. }
            | Cause::Negation { .. }
            | Cause::Term { .. } => ChangeClass::Major,
            Cause::Address { .. } | Cause::Code | Cause::Data => ChangeClass::Mirror,
            Cause::Wording | Cause::Moved => ChangeClass::Minor,
            Cause::Kind { before, after } if before.is_mirror() != after.is_mirror() => ChangeClass::Mirror,
            Cause::Split
            | Cause::Merged
            | Cause::Kind { .. }
            | Cause::Level { .. }
            | Cause::Depth { .. }
            | Cause::DateForm
            | Cause::Markup
            | Cause::Case
            | Cause::Punctuation
            | Cause::Space => ChangeClass::Cosmetic,
        }
    }
}

/// A change of a source unit (or of the units of one link) since its target was in step with it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// The gravest class that a cause asks for.
    pub class: ChangeClass,
    /// The evidence, gravest first; never empty.
    pub causes: Vec<Cause>,
    /// The diff by words; units of one link joined by a line end.
    pub words: Vec<DiffOp>,
}

impl Change {
    /// A change with those causes (at least one) and that diff.
    pub(crate) fn new(mut causes: Vec<Cause>, words: Vec<DiffOp>) -> Self {
        causes.sort_by_key(|cause| std::cmp::Reverse(cause.class()));
        let class = causes.first().map_or(ChangeClass::Cosmetic, Cause::class);
        Change { class, causes, words }
    }

    /// Adds a cause, which may raise the class.
    pub(crate) fn add(&mut self, cause: Cause) {
        let causes = std::mem::take(&mut self.causes);
        let words = std::mem::take(&mut self.words);
        *self = Change::new(causes.into_iter().chain([cause]).collect(), words);
    }
}

/// What knows the terms of a glossary in a text.
pub trait TermSpotter: Sync {
    /// The terms that occur in `text`, which is written in `locale`, each in the form the glossary
    /// has it, in any order, repeated or not.
    fn terms_in(&self, text: &str, locale: &Locale) -> Vec<String>;
}

/// No glossary.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTerms;

impl TermSpotter for NoTerms {
    fn terms_in(&self, _text: &str, _locale: &Locale) -> Vec<String> {
        Vec::new()
    }
}

/// A plain list of terms, found as whole words without regard to case.
impl TermSpotter for [String] {
    fn terms_in(&self, text: &str, _locale: &Locale) -> Vec<String> {
        let text = text.to_lowercase();
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let found = |term: &&String| {
            let term = term.to_lowercase();
            !term.is_empty()
                && text.match_indices(&term).any(|(at, _)| {
                    edge(text[..at].chars().next_back()) && edge(text[at + term.len()..].chars().next())
                })
        };
        self.iter().filter(found).cloned().collect()
    }
}

/// Classes the change from the texts `before` to the texts `after` of the units of one link, which
/// are of `kind` and written in `locale`. An empty side is a unit added or removed.
///
/// Meant for texts that differ; equal ones give a change of [`Cause::Space`] alone.
pub fn classify(
    before: &[&str],
    after: &[&str],
    kind: BlockKind,
    locale: &Locale,
    terms: &(impl TermSpotter + ?Sized),
) -> Change {
    let (old, new) = (before.join("\n"), after.join("\n"));
    let words = || word_diff(&old, &new);
    if kind.is_mirror() {
        if kind == BlockKind::Code {
            return Change::new(vec![Cause::Code], words());
        }
        // An alternative text is words wherever it stands.
        let ((old_said, old_rest), (new_said, new_rest)) =
            (tokens::said_in_tags(&old), tokens::said_in_tags(&new));
        let mut causes = match old_said == new_said {
            true => Vec::new(),
            false => classify(&[&old_said], &[&new_said], BlockKind::Caption, locale, terms).causes,
        };
        if causes.is_empty() || old_rest != new_rest {
            causes.push(Cause::Data);
        }
        return Change::new(causes, words());
    }
    if before.is_empty() {
        return Change::new(vec![Cause::Added], words());
    }
    if after.is_empty() {
        return Change::new(vec![Cause::Removed], words());
    }
    let mut causes = Vec::new();
    let (old_tokens, new_tokens) = (tokens(&old), tokens(&new));
    let ops = diff::diff_tokens(&old_tokens, &new_tokens);
    let (old_facts, new_facts) =
        (Facts::of(&old, &old_tokens, kind, locale), Facts::of(&new, &new_tokens, kind, locale));

    if let (BlockKind::DateLine, Some(was), Some(is)) = (kind, read_line(&old), read_line(&new)) {
        // A line that is all date says nothing but its date and perhaps a time of day.
        if was.date != is.date {
            let (before, after) = (Some(old.trim().to_owned()), Some(new.trim().to_owned()));
            causes.push(Cause::Date { before, after });
        }
        compare_numbers(&old_facts, &new_facts, &mut causes);
        if causes.is_empty() {
            let looks = text::normalised(&old) == text::normalised(&new);
            causes.push(if looks { Cause::Space } else { Cause::DateForm });
        }
        return Change::new(causes, diff::texts(&ops, &old_tokens, &new_tokens));
    }
    let same_words = old_facts.wording == new_facts.wording;
    let same_letters = same_words || old_facts.letters() == new_facts.letters();
    if !same_letters && diff::is_rewritten(&ops, &old_tokens, &new_tokens) {
        causes.push(Cause::Rewritten);
    }
    pairs(facts::lost_and_new_in_order(&old_facts.dates, &new_facts.dates), &mut causes, |before, after| {
        Cause::Date { before, after }
    });
    compare_numbers(&old_facts, &new_facts, &mut causes);
    pairs(facts::lost_and_new_names(&old_facts, &new_facts), &mut causes, |before, after| Cause::Name {
        before,
        after,
    });
    negations(&ops, &old_tokens, &new_tokens, locale, &mut causes);
    let (old_terms, new_terms) = (terms.terms_in(&old, locale), terms.terms_in(&new, locale));
    pairs(facts::lost_and_new(&old_terms, &new_terms), &mut causes, |before, after| Cause::Term {
        before,
        after,
    });

    let of = |list: &[Token<'_>], class: Class| -> Vec<String> {
        list.iter().filter(|token| token.class == class).map(|token| token.text.to_owned()).collect()
    };
    let addresses =
        facts::lost_and_new_lists(&of(&old_tokens, Class::Address), &of(&new_tokens, Class::Address));
    pairs(addresses, &mut causes, |before, after| Cause::Address { before, after });
    let copied = |list: &[Token<'_>]| (of(list, Class::Code), of(list, Class::Tag));
    if copied(&old_tokens) != copied(&new_tokens) {
        causes.push(Cause::Code);
    }

    if !same_letters {
        causes.push(Cause::Wording);
    } else {
        if old_facts.has_the_dates_of(&new_facts) && old_facts.date_forms != new_facts.date_forms {
            causes.push(Cause::DateForm);
        }
        if same_words && old_facts.cased != new_facts.cased {
            causes.push(Cause::Case);
        }
        // The signs of amounts were compared with the numbers.
        let marks = |list: &[Token<'_>]| -> Vec<String> {
            let mut marks = of(list, Class::Punctuation);
            marks.retain(|mark| !mark.chars().all(numbers::is_unit_sign));
            marks
        };
        if marks(&old_tokens) != marks(&new_tokens) {
            causes.push(Cause::Punctuation);
        }
        if of(&old_tokens, Class::Markup) != of(&new_tokens, Class::Markup) {
            causes.push(Cause::Markup);
        }
    }
    if after.len() > before.len() {
        causes.push(Cause::Split);
    }
    if before.len() > after.len() {
        causes.push(Cause::Merged);
    }
    if causes.is_empty() {
        causes.push(Cause::Space);
    }
    Change::new(causes, diff::texts(&ops, &old_tokens, &new_tokens))
}

fn compare_numbers(old: &Facts, new: &Facts, causes: &mut Vec<Cause>) {
    let numbers = facts::lost_and_new_in_order(&old.numbers, &new.numbers);
    pairs(numbers, causes, |before, after| Cause::Number { before, after });
}

/// How many causes of one sort a change names; the rest of an endless list tells nothing new.
const CAUSES_SHOWN: usize = 20;

fn pairs(
    (lost, new): (Vec<String>, Vec<String>),
    causes: &mut Vec<Cause>,
    cause: impl Fn(Option<String>, Option<String>) -> Cause,
) {
    let (mut lost, mut new) = (lost.into_iter(), new.into_iter());
    for _ in 0..CAUSES_SHOWN {
        match (lost.next(), new.next()) {
            (None, None) => return,
            (before, after) => causes.push(cause(before, after)),
        }
    }
}

/// A stretch of changed words holds more negations on one side than on the other, or swaps a word
/// for its antonym by prefix ("legal", "illegal").
fn negations(
    ops: &[diff::Op],
    old: &[Token<'_>],
    new: &[Token<'_>],
    locale: &Locale,
    causes: &mut Vec<Cause>,
) {
    for op in ops.iter().filter(|op| !op.equal) {
        let (gone, come) = (diff::slice(old, &op.old), diff::slice(new, &op.new));
        let count = |list: &[Token<'_>]| {
            list.iter()
                .filter(|token| token.class == Class::Word)
                .map(|token| lexicon::negations(token.text, locale))
                .sum::<usize>()
        };
        let words = |list: &[Token<'_>]| -> Vec<String> {
            list.iter()
                .filter(|token| token.class == Class::Word)
                .take(64)
                .map(|token| token.text.to_lowercase())
                .collect()
        };
        let turned = || {
            let (gone, come) = (words(gone), words(come));
            gone.iter().zip(&come).any(|(a, b)| lexicon::is_antonym(a, b) || lexicon::is_antonym(b, a))
        };
        if count(gone) != count(come) || turned() {
            let text = |list: &[Token<'_>]| -> String {
                list.iter().take(64).map(|token| token.text).collect::<String>().trim().to_owned()
            };
            causes.push(Cause::Negation { before: text(gone), after: text(come) });
            if causes.len() >= 3 * CAUSES_SHOWN {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests;
