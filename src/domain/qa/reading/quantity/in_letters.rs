//! Numbers in letters, in Roman and in Han figures.

use super::super::figures::{han_numerals, roman};
use super::super::numerals::{self, Numeral, Numerals};
use super::super::pieces::Kind;
use super::super::value::Value;
use super::{Form, Quantity, Scan};

impl Scan<'_> {
    /// Reads a number in letters or in Roman figures; the place after it.
    pub(super) fn letters(&self, from: usize, word: &mut String, out: &mut Vec<Quantity>) -> usize {
        let Some(piece) = self.piece(from) else { return from + 1 };
        let written = piece.of(self.text);
        if let Some((value, sure)) = roman(written, self.language) {
            let form = if sure { Form::Roman } else { Form::Soft };
            let mut quantity = Quantity::new(form, piece.start, piece.end);
            quantity.add(Value::whole(value));
            out.push(quantity);
            return from + 1;
        }
        let Some(numerals) = self.numerals else {
            for (range, value) in han_numerals(written) {
                let mut quantity =
                    Quantity::new(Form::Soft, piece.start + range.start, piece.start + range.end);
                quantity.add(value);
                out.push(quantity);
            }
            return from + 1;
        };
        self.fold(from, word);
        if matches!(word.as_str(), "cent" | "ciento" | "cento" | "cents") && self.follows_per(from) {
            return from + 1;
        }
        let soft = numerals.soft(word);
        let numeral = numerals.word(word);
        if numeral.is_none() && soft.is_empty() {
            if let Some(value) = numerals.compound(word, self.language) {
                let mut quantity = Quantity::new(Form::Letters, piece.start, piece.end);
                quantity.add(Value::whole(value));
                quantity.percent = self.percent(from + 1);
                out.push(quantity);
            }
            return from + 1;
        }
        if numeral.is_some()
            && let Some((mut quantity, next)) = self.compose(from, numerals)
        {
            if quantity.form != Form::Soft {
                quantity.percent = self.percent(next);
                self.noon(next, &mut quantity);
            }
            for value in soft {
                quantity.add(*value);
            }
            out.push(quantity);
            return next;
        }
        let mut quantity = Quantity::new(Form::Soft, piece.start, piece.end);
        soft.iter().for_each(|value| quantity.add(*value));
        if quantity.count > 0 {
            out.push(quantity);
        }
        from + 1
    }

    /// Whether the word before is the "per" of "per cent".
    fn follows_per(&self, at: usize) -> bool {
        let before = at.checked_sub(2).filter(|_| self.kind(at.wrapping_sub(1)) == Some(Kind::Blank));
        before
            .is_some_and(|before| self.fold_is(before, |word| matches!(word, "per" | "por" | "pour" | "par")))
    }
    /// Puts together a number of several words.
    fn compose(&self, from: usize, numerals: &Numerals) -> Option<(Quantity, usize)> {
        #[derive(Clone, Copy, PartialEq)]
        enum Last {
            None,
            Card(u64),
            Hundred,
            Scale(i16),
        }
        const LARGEST: u64 = 1_000_000_000_000_000;
        let start = self.piece(from)?.start;
        let (mut total, mut current, mut last) = (0u64, 0u64, Last::None);
        let (mut at, mut end) = (from, from);
        let mut word = String::new();
        let mut form = Form::Letters;
        let mut joined = false;
        loop {
            self.fold(at, &mut word);
            let Some(numeral) = numerals.word(&word) else { break };
            match (numeral, last) {
                (Numeral::Card(value), Last::None | Last::Scale(_)) => {
                    current = *value;
                    last = Last::Card(*value);
                }
                (Numeral::Card(value), Last::Hundred) => {
                    current += value;
                    last = Last::Card(*value);
                }
                (Numeral::Card(20), Last::Card(4)) if self.language == "fr" && !joined => {
                    current += 76;
                    last = Last::Card(80);
                }
                (Numeral::Card(value), Last::Card(tens @ 20..=90))
                    if tens % 10 == 0
                        && ((1..10).contains(value)
                            || self.language == "fr" && matches!(tens, 60 | 80) && *value < 20) =>
                {
                    current += value;
                    last = Last::Card(tens + value);
                }
                // "dix-sept"
                (Numeral::Card(value @ 7..=9), Last::Card(10 | 70 | 90))
                    if self.language == "fr" && !joined =>
                {
                    current += value;
                    last = Last::Card(1);
                }
                (Numeral::Hundreds(value), Last::None | Last::Scale(_)) => {
                    current += value;
                    last = Last::Hundred;
                }
                (Numeral::Hundred, Last::None | Last::Scale(_)) => {
                    current = 100;
                    last = Last::Hundred;
                }
                (Numeral::Hundred, Last::Card(1..=99)) if !joined => {
                    current = current.saturating_mul(100);
                    last = Last::Hundred;
                }
                (Numeral::Scale(exponent), last_) if !joined => {
                    let by =
                        u32::try_from(*exponent).ok().and_then(|exponent| 10u64.checked_pow(exponent))?;
                    match last_ {
                        Last::None => total = by,
                        Last::Scale(before) if before < *exponent => total = total.checked_mul(by)?,
                        Last::Scale(_) => break,
                        _ if total > 0 && total < by => {
                            total = total.checked_add(current)?.checked_mul(by)?;
                        }
                        _ => total = total.checked_add(current.max(1).checked_mul(by)?)?,
                    }
                    current = 0;
                    last = Last::Scale(*exponent);
                    if total > LARGEST {
                        return None;
                    }
                }
                (Numeral::Ordinal(value), Last::Hundred) if !joined => {
                    current += value;
                    form = Form::Soft;
                }
                (Numeral::Ordinal(value), Last::None) => {
                    current = *value;
                    form = Form::Soft;
                }
                (Numeral::Ordinal(value), Last::Card(tens @ 20..=90))
                    if tens % 10 == 0 && *value < 10 && !joined =>
                {
                    current += value;
                    form = Form::Soft;
                }
                _ => break,
            }
            at += 1;
            end = at;
            joined = false;
            if form == Form::Soft {
                break;
            }
            // What stands before the next part.
            let next = if self.is_hyphen(at) { at + 1 } else { self.over_blank(at) };
            if next == at {
                break;
            }
            self.fold(next, &mut word);
            let tens = matches!(last, Last::Card(20..=90) | Last::Hundred | Last::Scale(_));
            if numerals::joins(&word) && tens {
                let after = if self.is_hyphen(next + 1) { next + 2 } else { self.over_blank(next + 1) };
                joined = true;
                at = after;
            } else {
                at = next;
            }
        }
        if end == from {
            return None;
        }
        let value = total.checked_add(current)?;
        // "Half a million", "un quart de million": a scale alone is a part of what is said.
        let bare = end == from + 1
            && self.fold_is(from, |word| {
                matches!(numerals.word(word), Some(Numeral::Scale(_) | Numeral::Hundred))
            });
        let last_piece = self.piece(end.checked_sub(1)?)?;
        if (value <= 1 || bare) && form == Form::Letters {
            form = Form::Soft;
        }
        if self.half_follows(end) || self.dozen_follows(end) {
            form = Form::Soft;
        }
        let mut quantity = Quantity::new(form, start, last_piece.end);
        quantity.add(Value::whole(value));
        if self.dozen_follows(end) {
            quantity.add(Value::whole(value.saturating_mul(12)));
        }
        Some((quantity, end))
    }
}
