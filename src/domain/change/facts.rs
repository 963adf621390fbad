//! The facts a unit states: its dates, numbers and names, and its words without their looks.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::lexicon;
use super::tokens::{Class, Token};
use crate::domain::date::Date;
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
    /// The dates, in order, as ISO 8601.
    pub dates: Vec<Fact>,
    /// How the dates are written.
    pub date_forms: Vec<String>,
    /// The numbers, in order, with signs and units; none of those inside a date.
    pub numbers: Vec<Fact>,
    /// The names in the form that is compared, in order, without repeats.
    names: Vec<Fact>,
    /// Every word in the form in which names are compared.
    stems: FxHashSet<String>,
    /// The words in small letters, numbers by value, a date as one word.
    pub wording: Vec<String>,
    /// The words as written.
    pub cased: Vec<String>,
}

impl Facts {
    /// The facts of `text`, cut into `tokens`, of a unit of `kind` written in `locale`.
    pub fn of(text: &str, tokens: &[Token<'_>], kind: BlockKind, locale: &Locale) -> Facts {
        let mut facts = Facts::default();
        let mut dates = dates_in(text, locale).into_iter().peekable();
        let naming = Naming::of(tokens, kind, locale);
        let mut numbers = Numbers::new(locale);
        let mut sentence_start = true;
        let mut before: Option<&Token<'_>> = None;
        for (index, token) in tokens.iter().enumerate() {
            while dates.next_if(|(range, _)| range.end <= token.at).is_some() {}
            if let Some((range, date)) = dates.peek()
                && range.contains(&token.at)
            {
                if range.start == token.at || facts.wording.last() != Some(&date.to_string()) {
                    let shown = text.get(range.clone()).unwrap_or_default().to_owned();
                    numbers.pause(&mut facts.numbers);
                    facts.dates.push(Fact { value: date.to_string(), shown: shown.clone() });
                    facts.date_forms.push(shown);
                    facts.wording.push(date.to_string());
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
                        if let (Some(last), Some(value)) = (facts.wording.last_mut(), read.value) {
                            *last = value;
                        }
                    } else {
                        if read.value.is_none() {
                            facts.cased.push(token.text.replace('’', "'"));
                        }
                        facts.wording.push(read.value.unwrap_or(folded));
                    }
                    sentence_start = false;
                }
                Class::Punctuation => {
                    numbers.sign(token, before, &mut facts.numbers);
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
                Class::Markup => {}
            }
            before = Some(token);
        }
        numbers.pause(&mut facts.numbers);
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

    /// The letters and figures of the wording in one piece: "co-operation" and "cooperation".
    pub fn letters(&self) -> String {
        self.wording.concat().replace('\'', "")
    }
}

fn fold(word: &str) -> String {
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

fn is_blank(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| token.class == Class::Space)
}

fn starts_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A capital at the head, or after an elision ("d'Haïti", "l'OMA").
fn has_capital_part(word: &str) -> bool {
    word.split(['\'', '’']).any(starts_capital)
}

/// What a word in figures is to the wording.
struct NumberRead {
    /// Its value, in the form that is compared.
    value: Option<String>,
    /// It goes on with the figures before ("1 234").
    continues: bool,
}

/// Reads numbers over several tokens.
struct Numbers<'l> {
    locale: &'l Locale,
    open: Option<Open>,
}

/// A number that the next words may go on with.
struct Open {
    fact: Fact,
    /// Ends in figures of which three more may follow after a blank.
    grouped: bool,
    /// A word for 20, 30 … 90, which a unit may follow.
    tens: bool,
}

impl<'l> Numbers<'l> {
    fn new(locale: &'l Locale) -> Self {
        Numbers { locale, open: None }
    }

    fn pause(&mut self, out: &mut Vec<Fact>) {
        out.extend(self.open.take().map(|open| open.fact));
    }

    /// Reads the word at `index`; closed numbers go to `out`.
    fn word(
        &mut self,
        tokens: &[Token<'_>],
        index: usize,
        before: Option<&Token<'_>>,
        out: &mut Vec<Fact>,
    ) -> NumberRead {
        let none = NumberRead { value: None, continues: false };
        let Some(token) = tokens.get(index) else { return none };
        let word = token.text;
        if !word.chars().any(is_figure) {
            let folded = fold(word);
            if lexicon::is_percent_word(&folded) && self.open.is_some() {
                self.pause(out);
                out.push(Fact { value: "%".into(), shown: word.to_owned() });
                return none;
            }
            return match lexicon::number_word(&folded, self.locale) {
                Some(value) => self.number_word(word, value, out),
                None => {
                    // "per cent", "veinte y cinco", "5 de millones": a small word lets a number be.
                    if !lexicon::joins_numbers(&folded) {
                        self.pause(out);
                    }
                    none
                }
            };
        }
        let figures: String = word.chars().map(figure).collect();
        if let Some(open) = &mut self.open
            && open.grouped
            && word.len() == 3
            && figures.bytes().all(|b| b.is_ascii_digit())
            && before.is_some_and(|blank| matches!(blank.text, " " | "\u{a0}" | "\u{202f}" | "\u{2009}"))
        {
            open.fact.value.push_str(&figures);
            open.fact.shown.push(' ');
            open.fact.shown.push_str(word);
            return NumberRead { value: Some(open.fact.value.clone()), continues: true };
        }
        self.pause(out);
        let negative = before.is_some_and(|sign| matches!(sign.text, "-" | "−"))
            && (index < 2 || is_blank(tokens.get(index - 2)));
        let mut runs = runs(&figures).peekable();
        while let Some(run) = runs.next() {
            let mut value = plain_number(&figures[run.clone()], self.locale);
            if negative && run.start == 0 {
                value.insert(0, '-');
            }
            let whole = run == (0..figures.len());
            let grouped = whole && value.bytes().all(|b| b.is_ascii_digit()) && value.len() <= 3;
            let open = Open { fact: Fact { value, shown: word.to_owned() }, grouped, tens: false };
            if runs.peek().is_none() && whole {
                self.open = Some(open);
            } else {
                out.push(open.fact);
            }
        }
        let value = self.open.as_ref().map(|open| open.fact.value.clone());
        NumberRead { value, continues: false }
    }

    /// Reads a number in letters. To the wording it stays the word it is.
    fn number_word(&mut self, word: &str, value: u64, out: &mut Vec<Fact>) -> NumberRead {
        let none = NumberRead { value: None, continues: false };
        if let Some(open) = &mut self.open {
            if open.tens && (1..=9).contains(&value) {
                let sum = open.fact.value.parse::<u64>().unwrap_or(0) + value;
                open.fact.value = sum.to_string();
                open.tens = false;
                return none;
            }
            if value >= 100 {
                open.fact.value = scaled(&open.fact.value, value);
                open.grouped = false;
                return none;
            }
        }
        self.pause(out);
        // "one" is an article in most languages and counts only after a word for tens.
        if value == 1 {
            return none;
        }
        let tens = (20..=90).contains(&value);
        let fact = Fact { value: value.to_string(), shown: word.to_owned() };
        self.open = Some(Open { fact, grouped: false, tens });
        none
    }

    /// Reads a sign: `%`, a currency. A hyphen leaves "twenty-five" open; all else ends a number.
    fn sign(&mut self, token: &Token<'_>, before: Option<&Token<'_>>, out: &mut Vec<Fact>) {
        let _ = before;
        if matches!(token.text, "-" | "\u{2010}" | "\u{2011}")
            && self.open.as_ref().is_some_and(|open| open.tens)
        {
            return;
        }
        self.pause(out);
        for c in token.text.chars().filter(|c| is_unit_sign(*c)) {
            let value = if c == '％' { '%' } else { c };
            out.push(Fact { value: value.to_string(), shown: c.to_string() });
        }
    }
}

fn is_unit_sign(c: char) -> bool {
    matches!(
        c,
        '%' | '％' | '‰' | '$' | '¢' | '£' | '¤' | '¥' | '\u{20a0}'..='\u{20c0}' | '°' | '±' | '＄' | '￥'
    )
}

/// The ASCII figure for a decimal figure of the scripts news sites use; other characters as they are.
fn figure(c: char) -> char {
    let zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
    let code = u32::from(c);
    zeros
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))
        .and_then(|zero| char::from_digit(code - zero, 10))
        .unwrap_or(c)
}

fn is_figure(c: char) -> bool {
    figure(c).is_ascii_digit()
}

/// The runs of figures with their inner separators.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !bytes[at].is_ascii_digit() {
            at += 1;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || (matches!(bytes[at], b'.' | b',' | b'\'')
                    && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)))
        {
            at += 1;
        }
        (start < at).then_some(start..at)
    })
}

/// The number without group separators and with a decimal point. Separators are read as the locale
/// has them; where a number does not fit its ways, the last separator is the decimal one.
fn plain_number(run: &str, locale: &Locale) -> String {
    let point_is_decimal = matches!(
        locale.language(),
        "en" | "zh" | "ja" | "ko" | "th" | "he" | "hi" | "ga" | "cy" | "ms" | "fil"
    );
    let group = if point_is_decimal { ',' } else { '.' };
    let grouped = |separator: char| {
        let whole = run.rsplit_once(if separator == ',' { '.' } else { ',' }).map_or(run, |(whole, _)| whole);
        whole.contains(separator) && whole.split(separator).skip(1).all(|part| part.len() == 3)
    };
    let other = if group == ',' { '.' } else { ',' };
    let swiss = run.replace('\'', "");
    let text = if run.contains('\'') {
        swiss
    } else if grouped(group) {
        run.replace(group, "")
    } else if run.matches(other).count() > 1 && grouped(other) {
        run.replace(other, "")
    } else {
        run.to_owned()
    };
    text.replace(',', ".")
}

/// The decimal number times a word's value (100, 1000, 1 000 000 …).
fn scaled(number: &str, by: u64) -> String {
    let zeros = by.to_string().len() - 1;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if fraction.len() > zeros || !by.to_string()[1..].bytes().all(|b| b == b'0') {
        return format!("{number}×{by}");
    }
    let digits = format!("{whole}{fraction}{}", "0".repeat(zeros - fraction.len()));
    digits.trim_start_matches('0').to_owned()
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

/// The dates in the text, in order and apart.
///
/// Dates in figures only: ISO 8601 and the Chinese and Japanese form with 年, 月 and 日.
fn dates_in(text: &str, _locale: &Locale) -> Vec<(Range<usize>, Date)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let number = |at: usize, most: usize| -> Option<(usize, u32)> {
        let len = bytes.get(at..)?.iter().take(most + 1).take_while(|b| b.is_ascii_digit()).count();
        (1..=most)
            .contains(&len)
            .then(|| text[at..at + len].parse().ok().map(|value| (at + len, value)))
            .flatten()
    };
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let read = || {
            let (end, year) = number(at, 4).filter(|(end, _)| *end == at + 4)?;
            let signs = [("-", "-", ""), ("年", "月", "日")];
            signs.iter().find_map(|(first, second, last)| {
                let from = end + text[end..].starts_with(first).then_some(first.len())?;
                let (month_end, month) = number(from, 2)?;
                let from = month_end + text[month_end..].starts_with(second).then_some(second.len())?;
                let (day_end, day) = number(from, 2)?;
                let end = day_end + text[day_end..].starts_with(last).then_some(last.len())?;
                let date = Date { year: year as i16, month: month as u8, day: day as u8 };
                ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((at..end, date))
            })
        };
        match (run > 0).then(read).flatten() {
            Some((range, date)) => {
                at = range.end;
                found.push((range, date));
            }
            None => at += run.max(1),
        }
    }
    found
}
