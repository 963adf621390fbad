//! The facts a unit states: its dates, numbers and names, and its words without their looks.
//! Numbers are read by [`super::numbers`].

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::lexicon;
use super::numbers::{Numbers, is_figure};
use super::tokens::{Class, Token};
use crate::domain::date::{PartialDate, find_dates};
use crate::domain::document::BlockKind;
use crate::domain::locale::Locale;

/// A fact in the form that is compared and in the form the text has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub value: String,
    pub shown: String,
}

/// What a unit states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// The dates, in order, as ISO 8601; a range has both days.
    pub dates: Vec<Fact>,
    /// How the dates are written.
    pub date_forms: Vec<String>,
    /// The numbers, in order, with signs and units; none of those inside a date.
    pub numbers: Vec<Fact>,
    /// The names in the form that is compared, in order, without repeats.
    names: Vec<Fact>,
    /// Every word in the form in which names are compared.
    stems: FxHashSet<String>,
    /// The words in small letters; a number in figures is `#` and a date `@`, whatever they say.
    pub wording: Vec<String>,
    /// The words as written.
    pub cased: Vec<String>,
}

impl Facts {
    /// The facts of `text`, cut into `tokens`, of a unit of `kind` written in `locale`.
    pub fn of(text: &str, tokens: &[Token<'_>], kind: BlockKind, locale: &Locale) -> Facts {
        let mut facts = Facts::default();
        let mut dates = dates_in(text).into_iter().peekable();
        let naming = Naming::of(tokens, kind, locale);
        let mut numbers = Numbers::new(locale);
        let mut sentence_start = true;
        let mut seen = usize::MAX;
        let mut before: Option<&Token<'_>> = None;
        for (index, token) in tokens.iter().enumerate() {
            while dates.next_if(|(range, _)| range.end <= token.at).is_some() {}
            if let Some((range, date)) = dates.peek()
                && range.start < token.at + token.text.len()
                && token.at < range.end
            {
                // A token that the date begins in the middle of ("19th") is the date's too.
                if seen != range.start {
                    seen = range.start;
                    let shown = text.get(range.clone()).unwrap_or_default().to_owned();
                    numbers.pause(&mut facts.numbers);
                    facts.dates.push(Fact { value: date.clone(), shown: shown.clone() });
                    facts.date_forms.push(shown);
                    facts.wording.push("@".to_owned());
                }
                sentence_start = false;
                before = Some(token);
                continue;
            }
            match token.class {
                Class::Word => {
                    let read = numbers.word(tokens, index, before, &mut facts.numbers);
                    let folded = fold(token.text);
                    if !naming.passes(token.text)
                        && (lexicon::is_acronym(token.text) && !naming.all_capitals
                            || naming.is_name(tokens, index, sentence_start))
                    {
                        facts.name(token.text, locale);
                    }
                    facts.stems.extend(parts(&folded).map(stem));
                    if read.continues {
                        // Still the same number.
                    } else {
                        if read.value.is_none() {
                            facts.cased.push(token.text.replace('’', "'"));
                        }
                        facts.wording.push(if read.value.is_some() { "#".to_owned() } else { folded });
                    }
                    sentence_start = false;
                }
                Class::Punctuation => {
                    numbers.sign(tokens, index, &mut facts.numbers);
                    sentence_start = match token.text.chars().next() {
                        Some('.') => !before.is_some_and(|word| lexicon::is_abbreviation(word.text)),
                        Some('!' | '?' | '…' | ':' | ';' | '。' | '！' | '？' | '：' | '•' | '–' | '—') => {
                            true
                        }
                        _ => sentence_start,
                    };
                }
                Class::Space => {
                    sentence_start |= token.text.contains('\n');
                }
                Class::Address | Class::Code => {
                    numbers.pause(&mut facts.numbers);
                    sentence_start = false;
                }
                Class::Markup | Class::Tag => {}
            }
            before = Some(token);
        }
        numbers.finish(&mut facts.numbers);
        facts
    }

    fn name(&mut self, word: &str, locale: &Locale) {
        // "l'OMA" and "WCO's" name the OMA and the WCO.
        for part in word.split(['\'', '’']) {
            let capital = part.chars().any(char::is_uppercase);
            let value = stem(&part.to_lowercase());
            if capital && !lexicon::is_function_word(&value, locale) {
                self.names.push(Fact { value, shown: part.to_owned() });
            }
        }
    }

    /// Whether the dates are the same, however written.
    pub fn has_the_dates_of(&self, other: &Facts) -> bool {
        self.dates.iter().map(|date| &date.value).eq(other.dates.iter().map(|date| &date.value))
    }

    /// The letters and figures of the wording in one piece: "co-operation" and "cooperation".
    pub fn letters(&self) -> String {
        self.wording.concat().replace('\'', "")
    }
}

pub(super) fn fold(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded.split('\'')
}

/// The word without a plural's ending, so that "Member" and "Members" are one name.
fn stem(folded: &str) -> String {
    let cut = folded.strip_suffix("es").filter(|cut| cut.chars().count() > 3);
    let cut = cut.or_else(|| folded.strip_suffix('s').filter(|cut| cut.chars().count() > 2));
    cut.unwrap_or(folded).trim_end_matches('e').to_owned()
}

/// How names are told in one text.
struct Naming<'l> {
    locale: &'l Locale,
    /// All letters are capitals: capitals tell nothing.
    all_capitals: bool,
    /// Only acronyms are told: every noun has a capital (German), or every word of the heading.
    capitals_are_usual: bool,
}

impl<'l> Naming<'l> {
    fn of(tokens: &[Token<'_>], kind: BlockKind, locale: &'l Locale) -> Self {
        let words = || tokens.iter().filter(|token| token.class == Class::Word);
        let long = || words().skip(1).filter(|token| token.text.chars().count() >= 4);
        let capital = long().filter(|token| starts_capital(token.text)).count();
        let heading =
            matches!(kind, BlockKind::Title | BlockKind::Heading | BlockKind::TableCell | BlockKind::Meta);
        let title_case = heading && capital >= 2 && capital * 10 > long().count() * 6;
        let letters = || words().flat_map(|token| token.text.chars()).filter(|c| c.is_alphabetic());
        let all_capitals = words().count() > 2 && !letters().any(char::is_lowercase);
        Naming { locale, all_capitals, capitals_are_usual: title_case }
    }

    /// Whether the word is one that has a capital for another reason.
    fn passes(&self, word: &str) -> bool {
        let folded = fold(word);
        lexicon::is_abbreviation(word)
            || lexicon::is_function_word(&folded, self.locale)
            || lexicon::number_word(&folded, self.locale).is_some()
    }

    fn is_name(&self, tokens: &[Token<'_>], index: usize, sentence_start: bool) -> bool {
        let Some(token) = tokens.get(index) else { return false };
        if self.all_capitals || self.capitals_are_usual || !has_capital_part(token.text) {
            return false;
        }
        let neighbour = |word: Option<&Token<'_>>| {
            word.is_some_and(|word| starts_capital(word.text) && !self.passes(word.text))
        };
        let next = || neighbour(tokens.get(index + 2).filter(|_| is_blank(tokens.get(index + 1))));
        let previous = || index >= 2 && is_blank(tokens.get(index - 1)) && neighbour(tokens.get(index - 2));
        if matches!(self.locale.language(), "de" | "lb") {
            // Nouns have capitals; two such words in a row are most often a name.
            return next() || previous();
        }
        !sentence_start || next()
    }
}

pub(super) fn is_blank(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| token.class == Class::Space)
}

fn starts_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A capital at the head, or after an elision ("d'Haïti", "l'OMA").
fn has_capital_part(word: &str) -> bool {
    word.split(['\'', '’']).any(starts_capital)
}

/// How many facts after the first difference are compared in order.
const MOST_FACTS: usize = 1_000;

/// The values that one ordered list has and the other has not, by their diff.
pub(super) fn lost_and_new_in_order(old: &[Fact], new: &[Fact]) -> (Vec<String>, Vec<String>) {
    let (mut lost, mut come) = (Vec::new(), Vec::new());
    if old.iter().map(|fact| &fact.value).eq(new.iter().map(|fact| &fact.value)) {
        return (lost, come);
    }
    let head = old.iter().zip(new).take_while(|(a, b)| a.value == b.value).count();
    let (old, new) = (&old[head..], &new[head..]);
    // Only the first causes are shown, and the rest of a long list needs no exact diff.
    let (old, new) = (&old[..old.len().min(MOST_FACTS)], &new[..new.len().min(MOST_FACTS)]);
    let values = |list: &[Fact]| list.iter().map(|fact| fact.value.clone()).collect::<Vec<_>>();
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &values(old), &values(new)) {
        let (tag, old_range, new_range) = op.as_tag_tuple();
        if tag != similar::DiffTag::Equal {
            lost.extend(old.get(old_range).unwrap_or(&[]).iter().map(|fact| fact.shown.clone()));
            come.extend(new.get(new_range).unwrap_or(&[]).iter().map(|fact| fact.shown.clone()));
        }
    }
    (lost, come)
}

/// The names that the other side does not have, in whatever case or number.
pub(super) fn lost_and_new_names(old: &Facts, new: &Facts) -> (Vec<String>, Vec<String>) {
    let missing = |from: &Facts, other: &Facts| {
        let mut seen = FxHashSet::default();
        let names = from.names.iter().filter(|name| !other.stems.contains(&name.value));
        names.filter(|name| seen.insert(name.value.clone())).map(|name| name.shown.clone()).collect()
    };
    (missing(old, new), missing(new, old))
}

/// The texts that only one of two lists has, without repeats.
pub(super) fn lost_and_new(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let missing = |from: &[String], other: &[String]| {
        let other: FxHashSet<&String> = other.iter().collect();
        let mut seen = FxHashSet::default();
        from.iter().filter(|text| !other.contains(text) && seen.insert(*text)).cloned().collect()
    };
    (missing(old, new), missing(new, old))
}

/// As [`lost_and_new`], but a change of order or of number counts too.
pub(super) fn lost_and_new_lists(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let (lost, come) = lost_and_new(old, new);
    if lost.is_empty() && come.is_empty() && old != new {
        return (old.to_vec(), new.to_vec());
    }
    (lost, come)
}

/// The dates in the text, in order and apart, in the form that is compared.
fn dates_in(text: &str) -> Vec<(Range<usize>, String)> {
    if !text.chars().any(is_figure) {
        return Vec::new();
    }
    let value = |date: PartialDate| {
        // As ISO 8601 has dates with a part left out: `2018-04-19`, `--04-19`, `2018-04`.
        let year = date.year.map_or("-".to_owned(), |year| format!("{year:04}"));
        let day = date.day.map_or(String::new(), |day| format!("-{day:02}"));
        format!("{year}-{:02}{day}", date.month)
    };
    find_dates(text)
        .into_iter()
        .map(|found| {
            let (first, last) = (value(found.first), value(found.last));
            (found.range, if first == last { first } else { format!("{first}/{last}") })
        })
        .collect()
}
