//! Mending: a deprecated or forbidden term replaced by the preferred one, where that is safe.
//!
//! **What is safe.** A mend changes a term and the words that go with it, and leaves the sentence
//! right. So the number is taken over (told by the term's form and by the words before it); the words
//! before it are put into the new gender (*la clasificación* → *el despacho*, *de la* → *du*), as are
//! the adjectives behind it whose forms are known; elision and contraction follow from the new term's
//! first sound (*la WCO* → *l’OMD*, *y cambio* → *e intercambio*, *a* → *an*). Where the gender
//! changes and anything in the sentence may agree with the old one, and it is not known how it would
//! read then, nothing is touched: that is told with its reason ([`Why`]). The same where the plural is
//! not known, and in code, links' targets, quotations and names, whatever their grammar.
//!
//! **Why not more.** A wrong mend costs more than one that is left: who has to read them all
//! again gains nothing. A parser of the sentence would mend more, and be wrong now and then; small
//! closed tables (`grammar/`) are either right or silent. Terminology tools that replace (the
//! CAT tools' "replace all", search and replace by pattern) change the term's words alone and leave
//! the article to its user.
//!
//! **Bounds.** A place is looked at together with its sentence and, for quotations, its unit: at most
//! [`MOST_PLACES`] places of a unit are, so that time is linear in the text for any text.

mod around;
mod forms;
mod grammar;
mod guard;
mod plan;

use std::ops::Range;
use std::sync::Arc;

pub use crate::domain::document::Edit;
use around::{Cut, Gap, Item, Left, like};
use forms::{GENDERS, GenderOf, NUMBERS, Number};
use grammar::{Cell, Grammar};
use guard::Place;
pub use plan::{Left as LeftAlone, Mended, Plan, Unit, plan};

use super::{Gender, Kind, PartOfSpeech, Status, Term, Termbase, distance};
use crate::domain::locale::Locale;
use crate::domain::qa::reading::{pieces, sentences};

/// In one unit no more places are looked at.
pub const MOST_PLACES: usize = 200;

/// Why a term is left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The termbase has no preferred term of that kind in the locale.
    NoPreferred,
    /// It has several of the same rank.
    Several,
    /// The termbase calls it a hint: only worth a look.
    Hint,
    /// The words are right for another concept, and the source may mean that one.
    Shared,
    /// No rules are known for the language.
    Language,
    /// The new term's form in that number is not known, or the number can't be told.
    Number,
    /// The gender to write can't be told.
    Gender,
    /// Something near may agree with the old term, and it is not known how it would read.
    Agreement,
    /// How the new term sounds, which the word before it follows, can't be told.
    Sound,
    /// A line break stands where words would have to be joined.
    LineBreak,
    /// Emphasis, a link or a tag begins or ends between words that would have to change together.
    Markup,
    /// It stands in code, in an address or in a reference's name.
    Code,
    /// It stands in a quotation.
    Quote,
    /// A hyphen or a slash ties it to another word.
    Compound,
    /// It is a part of a proper name.
    Name,
    /// The text gives it in another language.
    Foreign,
    /// The new term stands beside it already.
    Beside,
    /// An editor left the unit as it is on purpose.
    AsIs,
    /// The file can't hold the new words in that place as they are.
    File,
    /// The unit has more such places than are looked at.
    Many,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 20] = [
        Why::NoPreferred,
        Why::Several,
        Why::Hint,
        Why::Shared,
        Why::Language,
        Why::Number,
        Why::Gender,
        Why::Agreement,
        Why::Sound,
        Why::LineBreak,
        Why::Markup,
        Why::Code,
        Why::Quote,
        Why::Compound,
        Why::Name,
        Why::Foreign,
        Why::Beside,
        Why::AsIs,
        Why::File,
        Why::Many,
    ];

    /// Its name in JSON; the message's id is `apply-why-` and the name.
    pub fn name(self) -> &'static str {
        match self {
            Why::NoPreferred => "no-preferred",
            Why::Several => "several",
            Why::Hint => "hint",
            Why::Shared => "shared",
            Why::Language => "language",
            Why::Number => "number",
            Why::Gender => "gender",
            Why::Agreement => "agreement",
            Why::Sound => "sound",
            Why::LineBreak => "line-break",
            Why::Markup => "markup",
            Why::Code => "code",
            Why::Quote => "quote",
            Why::Compound => "compound",
            Why::Name => "name",
            Why::Foreign => "foreign",
            Why::Beside => "beside",
            Why::AsIs => "as-is",
            Why::File => "file",
            Why::Many => "many",
        }
    }
}

/// The text with those edits, which are apart from each other and in order.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.range.start).unwrap_or_default());
        out.push_str(&edit.text);
        at = edit.range.end.max(at);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// How a term is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What changes, in order: the term, and the words that agree with it.
    pub edits: Vec<Edit>,
    /// The place of the preferred term.
    pub better: usize,
}

/// Mends the terms of one locale.
#[derive(Debug)]
pub struct Mender {
    termbase: Arc<Termbase>,
    locale: Locale,
    grammar: Option<Grammar>,
}

impl Mender {
    /// Makes ready the rules of a locale.
    pub fn new(termbase: &Arc<Termbase>, locale: &Locale) -> Self {
        let grammar = Grammar::of(locale.language());
        Mender { termbase: Arc::clone(termbase), locale: locale.clone(), grammar }
    }

    /// The preferred term of a term's concept and kind, nearest to the locale.
    fn preferred(&self, old: &Term) -> Result<(usize, &Term), Why> {
        let mut good: Vec<(u8, usize, &Term)> = self
            .termbase
            .terms()
            .iter()
            .enumerate()
            .filter(|(_, term)| {
                term.concept == old.concept && term.kind == old.kind && term.status == Status::Preferred
            })
            .filter_map(|(at, term)| Some((distance(&term.locale, &self.locale)?, at, term)))
            .collect();
        good.sort_by_key(|(far, at, _)| (*far, *at));
        match good.as_slice() {
            [] => Err(Why::NoPreferred),
            [(one, ..), (other, ..), ..] if one == other => Err(Why::Several),
            [(_, at, term), ..] => Ok((*at, term)),
        }
    }

    /// The genders that a term has, or that its ending or its full name tells.
    fn genders(&self, grammar: &Grammar, term: &Term) -> Vec<GenderOf> {
        let own = forms::genders(term);
        if !own.is_empty() {
            return own;
        }
        if term.kind == Kind::Term {
            return grammar.guess(term).into_iter().collect();
        }
        let named = self.termbase.terms_of(term.concept).filter(|other| {
            other.kind == Kind::Term
                && other.status == Status::Preferred
                && distance(&other.locale, &self.locale).is_some()
        });
        let mut all: Vec<GenderOf> = Vec::new();
        for name in named {
            let own = forms::genders(name);
            let guessed = grammar.guess(name).into_iter().collect();
            all.extend(if own.is_empty() { guessed } else { own });
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How the term that stands at those bytes of the text is mended, `term` being its place in the
    /// termbase; why it is left alone, where that is not safe.
    pub fn mend(&self, text: &str, term: usize, range: Range<usize>) -> Result<Mend, Why> {
        let old = self.termbase.terms().get(term).ok_or(Why::NoPreferred)?;
        let (better, new) = self.preferred(old)?;
        let grammar = self.grammar.as_ref().ok_or(Why::Language)?;
        let pieces = pieces(text);
        let cut = Cut { text, pieces: &pieces };
        let sentence = sentences(text, &pieces)
            .into_iter()
            .find(|sentence| sentence.contains(&range.start))
            .unwrap_or(0..text.len());
        let place = Place { cut, pieces: cut.at(range.start)..cut.at(range.end), range, sentence };
        guard::look(grammar, &place, old, &new.text)?;
        let found = place.words();
        let job = Job { grammar, old, new, place: &place };
        let edits = job.edits(found, self.genders(grammar, old), self.genders(grammar, new))?;
        Ok(Mend { edits, better })
    }
}

/// One term to be mended at one place.
struct Job<'j, 't> {
    grammar: &'j Grammar,
    old: &'j Term,
    new: &'j Term,
    place: &'j Place<'t>,
}

impl Job<'_, '_> {
    fn edits(
        &self,
        found: &str,
        old_genders: Vec<GenderOf>,
        new_genders: Vec<GenderOf>,
    ) -> Result<Vec<Edit>, Why> {
        let (grammar, place) = (self.grammar, self.place);
        // In Portuguese *a* is a preposition as well.
        let is_own =
            |form: &str| !(grammar.language == "pt" && form == "a" && old_genders == [GenderOf::Masculine]);
        let left = grammar.left(place.cut, place.pieces.start, is_own);
        let was_vowel = grammar.is_vowel(found, true);
        let (genders_said, numbers_said) = said(grammar, &left, was_vowel);

        // The number.
        let of_form = grammar.numbers_found(self.old, found);
        let numbers: Vec<Number> = NUMBERS
            .into_iter()
            .filter(|number| of_form.contains(number) && numbers_said.contains(number))
            .collect();
        let plural_s = forms::is_initials(&self.new.text)
            && matches!(grammar.language, "en" | "pt")
            && found.ends_with('s')
            && !self.old.text.ends_with('s');

        // The gender.
        let (used, gender) = match grammar.has_gender() {
            true => self.gender(&genders_said, &old_genders, &new_genders, &numbers, &left)?,
            false => (vec![GenderOf::Masculine], Some(GenderOf::Masculine)),
        };
        let form = |number: Number| grammar.form(self.new, number, gender, plural_s);
        let (number, new) = match numbers.as_slice() {
            [] => return Err(Why::Number),
            [one] => (*one, form(*one).ok_or(Why::Number)?),
            [one, ..] => {
                // What can't be told makes no difference where both forms are one.
                let both: Vec<Option<String>> = numbers.iter().map(|number| form(*number)).collect();
                match both.as_slice() {
                    [Some(a), Some(b)] if a == b => (*one, a.clone()),
                    _ => return Err(Why::Number),
                }
            }
        };
        let new = self.capitals(found, &new, &left);
        if grammar.is_unsure(&new) && (!left.items.is_empty() || left.before.is_some()) {
            let sounds = |item: &Item<'_>| {
                grammar.minds_sounds(&item.form)
                    || item.agrees.iter().any(|agree| !agree.cells(&item.form, true).is_empty())
            };
            if left.items.first().or(left.before.as_ref()).is_some_and(sounds) {
                return Err(Why::Sound);
            }
        }

        // A word before it that is a link's or code may go with it, and can't be changed.
        let changes = used.iter().any(|old| gender.is_some_and(|new| new != *old))
            || was_vowel != grammar.is_vowel(&new, true);
        if changes && left.items.is_empty() && place.cut.is_hidden_before(place.pieces.start) {
            return Err(Why::Markup);
        }

        // What is around it.
        let mut edits = self.before(&left, found, &new, gender, number, &numbers)?;
        let begin = left.items.last().map_or(place.range.start, |item| item.range.start);
        let last = place.pieces.end.saturating_sub(1);
        if grammar.has_gender() {
            if let Some(gender) = gender {
                let cells: Vec<Cell> = used
                    .iter()
                    .filter(|old| **old != gender)
                    .flat_map(|old| numbers.iter().map(move |number| (*old, *number)))
                    .collect();
                if !cells.is_empty() && left.partitive {
                    return Err(Why::Agreement);
                }
                if !cells.is_empty() {
                    self.adjective_before(&left, &cells)?;
                    let whole = begin..place.range.end;
                    let behind = grammar.right(
                        place.cut,
                        last,
                        &place.sentence,
                        &whole,
                        (&cells, (gender, number)),
                    )?;
                    // "la construcción de capacidad técnica": it may go with the noun within the term.
                    let mut inner = found.split_whitespace().skip(1);
                    if !behind.is_empty() && inner.any(|word| grammar.is_small(&word.to_lowercase())) {
                        return Err(Why::Agreement);
                    }
                    edits.extend(behind);
                }
            }
            if grammar.ends_otherwise(found, &new)
                && let Some(next) = place.cut.word_behind(last)
                && !edits.iter().any(|edit| edit.range.start > place.range.end)
            {
                let word = place.cut.word(next);
                if !word.starts_with(char::is_uppercase) && !grammar.is_small(&word.to_lowercase()) {
                    return Err(Why::Agreement);
                }
            }
        }
        edits.extend(over_lines(place.cut.text, &place.range, &new)?);
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        edits.retain(|edit| place.cut.text.get(edit.range.clone()) != Some(edit.text.as_str()));
        Ok(edits)
    }

    /// In which genders the term may be used here, and in which the new one is to be; `None` where no
    /// word depends on it.
    fn gender(
        &self,
        said: &[GenderOf],
        old: &[GenderOf],
        new: &[GenderOf],
        numbers: &[Number],
        left: &Left<'_>,
    ) -> Result<(Vec<GenderOf>, Option<GenderOf>), Why> {
        let both = |list: &[GenderOf]| if list.is_empty() { GENDERS.to_vec() } else { list.to_vec() };
        let used: Vec<GenderOf> = match said {
            [one] => vec![*one],
            // What the words before don't tell, the termbase may.
            _ => both(old),
        };
        match new {
            [one] => Ok((used, Some(*one))),
            [] => {
                // Not known: no word may depend on it.
                let told = said.len() == 1 || left.items.iter().any(|item| !item.agrees.is_empty());
                if told
                    || self.place.cut.word_behind(self.place.pieces.end.saturating_sub(1)).is_some_and(
                        |next| {
                            let word = self.place.cut.word(next).to_lowercase();
                            !self.grammar.is_small(&word)
                        },
                    )
                {
                    return Err(Why::Gender);
                }
                Ok((used, None))
            }
            _ => {
                // A person's. What is no person's word tells nothing of the person.
                if matches!(self.old.gender, Some(Gender::Feminine)) {
                    return Err(Why::Gender);
                }
                let forms_differ =
                    self.new.gender == Some(Gender::Pair) && !forms::is_initials(&self.new.text);
                match used.as_slice() {
                    [one] => Ok((vec![*one], Some(*one))),
                    _ if numbers == [Number::Many] && self.grammar.language != "en" => {
                        Ok((used, Some(GenderOf::Masculine)))
                    }
                    _ if !forms_differ => Ok((used, None)),
                    _ => Err(Why::Gender),
                }
            }
        }
    }

    /// An unknown word right before the term that may be an adjective in the old gender.
    fn adjective_before(&self, left: &Left<'_>, cells: &[Cell]) -> Result<(), Why> {
        let Some(item) =
            left.before.as_ref().filter(|_| left.items.iter().all(|item| item.agrees.is_empty()))
        else {
            return Ok(());
        };
        let word = item.form.trim_end_matches('’');
        if self.grammar.is_small(word) {
            return Ok(());
        }
        // "un reciente informe": the word is an adjective, and what stands before it agrees as well.
        let cut = self.place.cut;
        let before = cut.word_before(cut.at(item.range.start)).map(|(word, _)| cut.word(word).to_lowercase());
        let determined = before.is_some_and(|word| {
            let elided = format!("{word}’");
            [word, elided].iter().any(|form| !self.grammar.agreeing(form).is_empty())
        });
        match determined || self.grammar.may_agree(word, cells) {
            true => Err(Why::Agreement),
            false => Ok(()),
        }
    }

    /// The words before the term, made to agree with it and with its first sound.
    fn before(
        &self,
        left: &Left<'_>,
        found: &str,
        new: &str,
        gender: Option<GenderOf>,
        number: Number,
        numbers: &[Number],
    ) -> Result<Vec<Edit>, Why> {
        let grammar = self.grammar;
        let mut edits = Vec::new();
        let (mut was, mut next, mut noun) = (found.to_owned(), new.to_owned(), true);
        let mut parts = false;
        for item in &left.items {
            let (old_vowel, new_vowel) = (grammar.is_vowel(&was, noun), grammar.is_vowel(&next, noun));
            let mut form = item.form.clone();
            if !item.agrees.is_empty() {
                // A part of several is of a number of its own: "l’une des".
                let own = if parts { NUMBERS.as_slice() } else { numbers };
                let stands = item.agrees.iter().find(|agree| {
                    agree.cells(&item.form, old_vowel).iter().any(|(_, number)| own.contains(number))
                });
                let Some(agree) = stands else { return Err(Why::Number) };
                let cells = agree.cells(&item.form, old_vowel);
                let gender = match gender {
                    Some(gender) => gender,
                    None => cells.first().map(|(gender, _)| *gender).ok_or(Why::Gender)?,
                };
                // "les", "des": the number may be the form's own where the term doesn't tell it.
                let number = match cells.iter().any(|(_, own)| *own == number) {
                    true => number,
                    false => cells.first().map(|(_, number)| *number).ok_or(Why::Number)?,
                };
                form = agree.form(gender, number, new_vowel).ok_or(Why::Gender)?.to_owned();
            }
            edits.extend(self.replaced(item, &form)?);
            parts |= grammar.has_preposition(&item.form);
            (was, next, noun) = (item.form.clone(), form, false);
        }
        // "de", "que", "y": by sound alone.
        if let Some(item) = &left.before {
            let form = grammar.before(&item.form, &next);
            if grammar.before(&item.form, &was) == item.form && form != item.form {
                edits.extend(self.replaced(item, form)?);
            }
        }
        Ok(edits)
    }

    /// The item in another form: joined by an apostrophe or by a blank, as that form is.
    fn replaced(&self, item: &Item<'_>, form: &str) -> Result<Option<Edit>, Why> {
        if form == item.form {
            return Ok(None);
        }
        let text = self.place.cut.text;
        let old = text.get(item.range.clone()).unwrap_or_default();
        if old.contains('\n') {
            return Err(Why::LineBreak);
        }
        if self.place.cut.has_markup(item.range.clone()) {
            return Err(Why::Markup);
        }
        let bare = form.trim_end_matches('’');
        let written = if bare.is_empty() { String::new() } else { like(old, bare) };
        // "EL" is in capitals because its line is, "A" is not: one letter tells nothing.
        let elided = form.ends_with('’');
        Ok(Some(match (&item.gap, elided) {
            (Gap::Blank(gap), true) => {
                if text.get(gap.clone()).is_some_and(|gap| gap.contains('\n')) {
                    return Err(Why::LineBreak);
                }
                // Emphasis can't end behind an apostrophe and before a letter.
                if self.place.cut.has_markup(item.range.end..gap.end) {
                    return Err(Why::Markup);
                }
                Edit { range: item.range.start..gap.end, text: format!("{written}{}", apostrophe(text)) }
            }
            (Gap::Apostrophe(gap), false) => {
                // Nor can it begin or end beside the blank that would come.
                if self.place.cut.has_markup(gap.end..gap.end + 1) {
                    return Err(Why::Markup);
                }
                Edit { range: item.range.start..gap.end, text: format!("{written} ") }
            }
            _ => Edit { range: item.range.clone(), text: written },
        }))
    }

    /// The new term with the capitals that belong here.
    fn capitals(&self, found: &str, new: &str, left: &Left<'_>) -> String {
        let place = self.place;
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let upper = |text: &str| letters(text) > 1 && !text.chars().any(char::is_lowercase);
        let line = place.cut.text.get(place.sentence.clone()).unwrap_or_default();
        let shouts =
            upper(found) && (!upper(&self.old.text) || upper(line) && letters(line) > letters(found) + 2);
        if shouts {
            return new.to_uppercase();
        }
        let begins = left.items.is_empty() && place.begins_sentence(place.range.start);
        let first = |text: &str| text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
        if forms::is_initials(new) {
            return new.to_owned();
        }
        let fixed = self.new.exact || self.new.pos == Some(PartOfSpeech::Proper);
        let low = |text: &str| !text.chars().any(char::is_uppercase);
        if low(found) && !low(&self.old.text) && !fixed {
            return new.to_lowercase();
        }
        // Capitals throughout, as titles in English have them.
        let content: Vec<&str> =
            found.split_whitespace().filter(|word| !self.grammar.is_small(&word.to_lowercase())).collect();
        let titled = content.len() > 1 && content.iter().all(|word| first(word));
        let titled_in_dictionary = self.old.text.split_whitespace().filter(|word| first(word)).count() > 1;
        if titled && !titled_in_dictionary {
            let word = |word: &str| match self.grammar.is_small(&word.to_lowercase()) {
                true => word.to_owned(),
                false => forms::capital(word),
            };
            return new.split(' ').map(word).collect::<Vec<_>>().join(" ");
        }
        if first(found) && (begins || !first(&self.old.text)) { forms::capital(new) } else { new.to_owned() }
    }
}

/// Which genders and numbers the words before a term tell.
fn said(grammar: &Grammar, left: &Left<'_>, vowel: bool) -> (Vec<GenderOf>, Vec<Number>) {
    let (mut genders, mut numbers) = (GENDERS.to_vec(), NUMBERS.to_vec());
    let (mut nearest, mut parts) = (true, false);
    for item in &left.items {
        if grammar.one.contains(item.form.as_str()) {
            numbers.retain(|number| *number == Number::One);
        } else if grammar.many.contains(item.form.as_str()) {
            numbers.retain(|number| *number == Number::Many);
        }
        let cells: Vec<Cell> = item
            .agrees
            .iter()
            .flat_map(|agree| agree.cells(&item.form, vowel || !nearest || item.form.ends_with('’')))
            .collect();
        if !cells.is_empty() {
            genders.retain(|gender| cells.iter().any(|(own, _)| own == gender));
            numbers.retain(|number| parts || cells.iter().any(|(_, own)| own == number));
        }
        parts |= grammar.has_preposition(&item.form);
        nearest = false;
    }
    // Words that contradict each other tell nothing.
    if genders.is_empty() {
        genders = GENDERS.to_vec();
    }
    (genders, numbers)
}

/// The apostrophe that a text writes: the one it has more of.
fn apostrophe(text: &str) -> char {
    let count = |mark: char| text.chars().filter(|c| *c == mark).count();
    if count('\'') > count('’') { '\'' } else { '’' }
}

/// The edits that put `new` in the place of a stretch that may go over a line break, which stays where
/// it is among the blanks.
fn over_lines(text: &str, range: &Range<usize>, new: &str) -> Result<Vec<Edit>, Why> {
    let old = text.get(range.clone()).unwrap_or_default();
    let Some(at) = old.find('\n') else {
        return Ok(vec![Edit { range: range.clone(), text: new.to_owned() }]);
    };
    if old.get(at + 1..).is_some_and(|rest| rest.contains('\n')) {
        return Err(Why::LineBreak);
    }
    let (head, tail) = (old.get(..at).unwrap_or_default(), old.get(at + 1..).unwrap_or_default());
    let (head_end, tail_start) = (head.trim_end().len(), tail.len() - tail.trim_start().len());
    let before = head.split_whitespace().count();
    let words: Vec<&str> = new.split(' ').collect();
    if words.len() < 2 {
        return Err(Why::LineBreak);
    }
    let first = before.clamp(1, words.len() - 1);
    let (first, second) = (words.get(..first).unwrap_or_default(), words.get(first..).unwrap_or_default());
    let start = range.start;
    Ok(vec![
        Edit { range: start..start + head_end, text: first.join(" ") },
        Edit { range: start + at + 1 + tail_start..range.end, text: second.join(" ") },
    ])
}
