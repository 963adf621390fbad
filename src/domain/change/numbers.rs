//! The numbers of a text: figures with their separators and signs, and numbers in letters, over
//! several words ("1 234", "twenty-five", "1.5 million").

use std::ops::Range;

use super::facts::{Fact, fold, is_blank};
use super::lexicon;
use super::tokens::{Class, Token};
use crate::domain::locale::Locale;

/// What a word in figures is to the wording.
pub(super) struct NumberRead {
    /// Its value, in the form that is compared.
    pub value: Option<String>,
    /// It goes on with the figures before ("1 234").
    pub continues: bool,
}

/// Reads numbers over several tokens.
pub(super) struct Numbers<'l> {
    locale: &'l Locale,
    open: Option<Open>,
    /// Signs that stood before the number that comes or is open.
    sign: Vec<Fact>,
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
    /// Reads numbers as the locale writes them.
    pub fn new(locale: &'l Locale) -> Self {
        Numbers { locale, open: None, sign: Vec::new() }
    }

    /// Ends the text: what is open, and signs without a number.
    pub fn finish(mut self, out: &mut Vec<Fact>) {
        self.pause(out);
        out.append(&mut self.sign);
    }

    /// Ends the number that is open.
    pub fn pause(&mut self, out: &mut Vec<Fact>) {
        if let Some(open) = self.open.take() {
            out.push(open.fact);
            out.append(&mut self.sign);
        }
    }

    /// Reads the word at `index`; closed numbers go to `out`.
    pub fn word(
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

    /// Reads a sign: `%`, a currency. A hyphen leaves "twenty-five" open; all else ends a number. A
    /// sign before its number counts as if it stood behind: "€5" is "5 €".
    pub fn sign(&mut self, tokens: &[Token<'_>], index: usize, out: &mut Vec<Fact>) {
        let Some(token) = tokens.get(index) else { return };
        if matches!(token.text, "-" | "\u{2010}" | "\u{2011}")
            && self.open.as_ref().is_some_and(|open| open.tens)
        {
            return;
        }
        self.pause(out);
        let figures =
            |word: &Token<'_>, end: Option<char>| word.class == Class::Word && end.is_some_and(is_figure);
        let before = index.checked_sub(1 + usize::from(index > 0 && is_blank(tokens.get(index - 1))));
        let after = tokens.get(index + 1 + usize::from(is_blank(tokens.get(index + 1))));
        let leads = after.is_some_and(|word| figures(word, word.text.chars().next()))
            && !before
                .and_then(|at| tokens.get(at))
                .is_some_and(|word| figures(word, word.text.chars().next_back()));
        for c in token.text.chars().filter(|c| is_unit_sign(*c)) {
            let value = if c == '％' { '%' } else { c };
            let fact = Fact { value: value.to_string(), shown: c.to_string() };
            if leads {
                self.sign.push(fact);
            } else {
                out.push(fact);
            }
        }
    }
}

pub(super) fn is_unit_sign(c: char) -> bool {
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

pub(super) fn is_figure(c: char) -> bool {
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
