//! The numbers of a text: in figures with whatever separators, in letters, in Roman figures.
//!
//! A number is read as leniently as its language can be written: "1.234" is 1234 to a Spaniard and
//! to a Mexican 1.234, and which of the two an author is cannot be seen. So a quantity has
//! readings, and two quantities are one where any two of these are. What a checker loses by this
//! is a decimal separator mistaken for another; what it gains is the trust of its reader.

use super::digits::{Readings, is_decimals, plain, readings};
use super::figures::{han_numerals, han_scale, roman};
use super::numerals::{self, Numeral, Numerals};
use super::pieces::{Kind, Piece};
use super::value::Value;
use crate::domain::locale::Locale;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In figures.
    Figures,
    /// In letters, 2 or more.
    Letters,
    /// In Roman figures, two or more of I, V and X.
    Roman,
    /// A word or sign that a number may be said with: ordinals, "half", "dozen", "one".
    Soft,
}

/// How many readings one quantity has at most.
const READINGS: usize = 4;

/// A number in a text.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    readings: [Value; READINGS],
    count: u8,
    /// How it is written.
    pub form: Form,
    /// The byte it begins at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Whether a percent sign or word follows.
    pub percent: bool,
    /// Whether the figures are of a time of day after noon.
    pub after_noon: bool,
    /// Whether letters stand at the figures without a blank: "G20", "5km".
    pub glued: bool,
}

impl Quantity {
    fn new(form: Form, start: usize, end: usize) -> Self {
        Quantity {
            readings: [Value::default(); READINGS],
            count: 0,
            form,
            start,
            end,
            percent: false,
            after_noon: false,
            glued: false,
        }
    }

    fn add(&mut self, value: Value) {
        if self.readings().contains(&value) {
            return;
        }
        if let Some(slot) = self.readings.get_mut(usize::from(self.count)) {
            *slot = value;
            self.count += 1;
        }
    }

    /// What it may say; never empty.
    pub fn readings(&self) -> &[Value] {
        self.readings.get(..usize::from(self.count)).unwrap_or_default()
    }

    /// The likeliest reading.
    pub fn value(&self) -> Value {
        self.readings().first().copied().unwrap_or_default()
    }

    /// Whether both may say the same number.
    pub fn may_equal(&self, other: &Quantity) -> bool {
        self.readings().iter().any(|value| other.readings().contains(value))
    }
}

/// Reads the numbers of a text that was cut into `pieces`, in order. Linear.
pub fn quantities(text: &str, pieces: &[Piece], locale: &Locale) -> Vec<Quantity> {
    let numerals = Numerals::of(locale.language());
    let scan = Scan { text, pieces, language: locale.language(), numerals };
    let mut out = Vec::new();
    let mut at = 0;
    let mut word = String::new();
    while let Some(piece) = pieces.get(at) {
        at = match piece.kind {
            Kind::Figure => scan.figures(at, &mut out),
            Kind::Word if scan.may_be_number(piece) => scan.letters(at, &mut word, &mut out),
            _ => at + 1,
        };
    }
    out
}

struct Scan<'t> {
    text: &'t str,
    pieces: &'t [Piece],
    language: &'t str,
    numerals: Option<&'static Numerals>,
}

/// The word in small letters; empty for one too long to be in any list.
fn fold(word: &str, into: &mut String) {
    into.clear();
    if word.len() <= 40 {
        if word.is_ascii() {
            into.push_str(word);
            into.make_ascii_lowercase();
        } else {
            into.extend(word.chars().filter(|c| *c != '\u{ad}').flat_map(char::to_lowercase));
        }
    }
}

/// Letters at the end of an ordinal in figures.
fn is_ordinal_ending(folded: &str) -> bool {
    matches!(
        folded,
        "st" | "nd"
            | "rd"
            | "th"
            | "º"
            | "ª"
            | "o"
            | "a"
            | "os"
            | "as"
            | "er"
            | "re"
            | "ère"
            | "e"
            | "è"
            | "ème"
            | "eme"
            | "ième"
            | "nde"
            | "ro"
            | "ra"
            | "do"
            | "da"
            | "to"
            | "ta"
            | "mo"
            | "ma"
            | "vo"
            | "va"
            | "no"
            | "na"
            | "te"
            | "ten"
            | "ter"
            | "й"
            | "я"
            | "е"
            | "го"
            | "му"
            | "м"
            | "х"
            | "ый"
    )
}

/// The exponent of a scale that is written at the figures.
fn short_scale(word: &str) -> Option<i16> {
    Some(match word {
        "k" | "K" => 3,
        "m" | "M" | "mn" | "mio" | "Mio" | "mln" | "MM" => 6,
        "bn" | "Bn" | "BN" | "B" | "b" | "md" | "Md" | "mds" | "Mds" | "Mrd" | "mrd" | "G" => 9,
        "tn" | "trn" | "T" => 12,
        "万" | "萬" => 4,
        "亿" | "億" => 8,
        _ => return None,
    })
}

impl<'t> Scan<'t> {
    fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at)
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.piece(at).map(|piece| piece.kind)
    }

    fn str(&self, at: usize) -> &'t str {
        self.piece(at).map_or("", |piece| piece.of(self.text))
    }

    fn fold(&self, at: usize, into: &mut String) {
        into.clear();
        if self.kind(at) == Some(Kind::Word) {
            fold(self.str(at), into);
        }
    }

    /// The place after one blank, or after nothing.
    fn over_blank(&self, at: usize) -> usize {
        at + usize::from(self.kind(at) == Some(Kind::Blank))
    }

    fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Mark('-' | '\u{2010}' | '\u{2011}')))
    }

    /// Reads a number in figures; the place after it.
    fn figures(&self, from: usize, out: &mut Vec<Quantity>) -> usize {
        let Some(first) = self.piece(from) else { return from + 1 };
        let mut digits = plain(first.of(self.text));
        let mut next = from + 1;
        let mut end = first.end;
        // Groups of three with blanks between.
        while digits.len() <= 18
            && digits.bytes().all(|b| b.is_ascii_digit())
            && (next > from + 1 || (1..=3).contains(&digits.len()) && !digits.starts_with('0'))
            && let Some(blank) = self.piece(next).filter(|piece| piece.kind == Kind::Blank)
            && let Some(group) = self.piece(next + 1).filter(|piece| piece.kind == Kind::Figure)
        {
            let gap = blank.of(self.text);
            let tight = matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}");
            let loose = gap == " " && !matches!(self.language, "en" | "zh" | "ja" | "ko" | "ar" | "th");
            let more = plain(group.of(self.text));
            let head = more.find(|c: char| !c.is_ascii_digit()).unwrap_or(more.len());
            // English writes no such groups, save where a text came from elsewhere.
            let round = gap == " "
                && (more == "000" || more.len() > head && more.get(head..).is_some_and(is_decimals));
            if head != 3 || !(tight || loose || round) {
                break;
            }
            digits.push_str(&more);
            end = group.end;
            next += 2;
        }
        let glued_before = from.checked_sub(1).is_some_and(|before| self.kind(before) == Some(Kind::Word));
        let mut quantity = Quantity::new(Form::Figures, first.start, end);
        quantity.glued = glued_before;
        match readings(&digits) {
            Readings::One(values, count) => {
                values.iter().take(count).for_each(|value| quantity.add(*value));
            }
            Readings::Parts => {
                // 25.4.2014, 1.2.3: each for itself.
                let mut start = first.start;
                for part in digits.split(['.', ',', '\'']) {
                    let mut quantity = Quantity::new(Form::Figures, start, start + part.len());
                    quantity.glued = glued_before;
                    if let Some(value) = Value::of(part) {
                        quantity.add(value);
                        out.push(quantity);
                    }
                    start += part.len() + 1;
                }
                return next;
            }
        }
        if self.is_bare_fraction(from)
            && let Some(value) = Value::of(&format!("0.{digits}"))
        {
            quantity.add(value);
        }
        next = self.suffix(next, &mut quantity);
        out.push(quantity);
        next
    }

    /// Whether a point stands right before the figures and nothing before it: ".08".
    fn is_bare_fraction(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.kind(at));
        before(1) == Some(Kind::Mark('.'))
            && matches!(before(2), None | Some(Kind::Blank | Kind::Mark('(' | '$')))
    }

    /// What follows the figures and belongs to them; the place after it.
    fn suffix(&self, mut next: usize, quantity: &mut Quantity) -> usize {
        let mut word = String::new();
        let base: Vec<Value> = quantity.readings().to_vec();
        // 5.5亿, 20 多万
        if let Some(exponent) = han_scale(self.str(self.over_blank(next))) {
            quantity.count = 0;
            base.iter().for_each(|value| quantity.add(value.scaled(exponent)));
            return next;
        }
        if self.kind(next) == Some(Kind::Word) {
            self.fold(next, &mut word);
            let written = self.str(next);
            if word == "pm" {
                quantity.after_noon = true;
            } else if is_ordinal_ending(&word) || word == "s" {
                next += 1;
            } else if let Some(Numeral::Scale(exponent)) =
                self.numerals.and_then(|numerals| numerals.word(&word))
            {
                // "10,8millones": a blank was forgotten.
                quantity.count = 0;
                base.iter().for_each(|value| quantity.add(value.scaled(*exponent)));
                return next + 1;
            } else if let Some(exponent) = short_scale(written) {
                quantity.glued = true;
                base.iter().for_each(|value| quantity.add(value.scaled(exponent)));
                next += 1;
            } else {
                quantity.glued = true;
            }
        }
        // "1.2 million", "3 mil millones", "2.5-million", "€5 bn".
        let mut scale: i16 = 0;
        let mut end = next;
        loop {
            // "$300+ billion"
            let end_ = end + usize::from(self.kind(end) == Some(Kind::Mark('+')));
            let mut skip = if self.is_hyphen(end_) { end_ + 1 } else { self.over_blank(end_) };
            if skip == end {
                break;
            }
            self.fold(skip, &mut word);
            // "100 autres milliards"
            if matches!(word.as_str(), "autres" | "otros" | "outros" | "altri" | "more" | "other" | "weitere")
            {
                skip = self.over_blank(skip + 1);
                self.fold(skip, &mut word);
            }
            let found = match self.numerals.and_then(|numerals| numerals.word(&word)) {
                Some(Numeral::Scale(exponent)) => Some(*exponent),
                Some(Numeral::Hundred) if self.language != "fr" => Some(2),
                _ if scale == 0 => match self.str(skip) {
                    short @ ("bn" | "Bn" | "mn" | "mln" | "Mio" | "Mrd" | "Md" | "Mds" | "M" | "MM"
                    | "tn") => short_scale(short),
                    "mill" | "Mill" => Some(6),
                    _ => None,
                },
                _ => None,
            };
            let Some(exponent) = found else { break };
            scale += exponent;
            end = skip + 1;
            if scale > 30 {
                break;
            }
        }
        if scale > 0 {
            quantity.count = 0;
            base.iter().for_each(|value| quantity.add(value.scaled(scale)));
            if let Some(last) = end.checked_sub(1).and_then(|last| self.piece(last)) {
                quantity.end = last.end;
            }
            next = end;
        }
        quantity.percent = self.percent(next);
        self.noon(next, quantity);
        if self.half_follows(next) {
            quantity.form = Form::Soft;
        }
        next
    }

    /// Whether dozens follow: "two dozen", "dos docenas".
    fn dozen_follows(&self, at: usize) -> bool {
        self.fold_is(self.over_blank(at), |word| {
            matches!(
                word,
                "dozen" | "dozens" | "docenas" | "docena" | "douzaines" | "dúzias" | "dozzine" | "dutzend"
            )
        })
    }

    /// Whether a half follows: "three and a half million", "trois millions et demi".
    fn half_follows(&self, at: usize) -> bool {
        let at = self.over_blank(at);
        if !self.fold_is(at, numerals::joins) {
            return false;
        }
        let mut at = self.over_blank(at + 1);
        if self.fold_is(at, |word| word == "a") {
            at = self.over_blank(at + 1);
        }
        self.fold_is(at, |word| {
            matches!(
                word,
                "half"
                    | "demi"
                    | "demie"
                    | "medio"
                    | "media"
                    | "meio"
                    | "meia"
                    | "mezzo"
                    | "mezza"
                    | "quarter"
            )
        })
    }

    /// Whether a sign or a word for percent stands there.
    fn percent(&self, at: usize) -> bool {
        let at = self.over_blank(at);
        if matches!(self.kind(at), Some(Kind::Mark('%' | '％' | '‰' | '٪'))) {
            return true;
        }
        let (mut one, mut two) = (String::new(), String::new());
        self.fold(at, &mut one);
        self.fold(self.over_blank(at + 1), &mut two);
        numerals::is_percent("", &one) || numerals::is_percent(&one, &two)
    }

    /// Marks a time of day after noon.
    fn noon(&self, at: usize, quantity: &mut Quantity) {
        if quantity.value().floor() > 12 {
            return;
        }
        let mut at = at;
        if matches!(self.kind(at), Some(Kind::Mark(':') | Kind::Word))
            && self.kind(at + 1) == Some(Kind::Figure)
        {
            at += 2;
        }
        let mut word = String::new();
        for _ in 0..9 {
            match self.kind(at) {
                Some(Kind::Word) => {
                    self.fold(at, &mut word);
                    if matches!(
                        word.as_str(),
                        "pm" | "p"
                            | "tarde"
                            | "noche"
                            | "soir"
                            | "midi"
                            | "noite"
                            | "pomeriggio"
                            | "sera"
                            | "abends"
                            | "nachmittags"
                            | "afternoon"
                            | "evening"
                            | "night"
                    ) {
                        quantity.after_noon = true;
                        for value in quantity.readings().to_vec() {
                            quantity.add(value.plus_twelve());
                        }
                        return;
                    }
                }
                Some(Kind::Blank | Kind::Mark('.' | '\'' | '’' | '-')) => {}
                _ => return,
            }
            at += 1;
        }
    }

    /// Whether a word may be a number; most can't by how they begin.
    fn may_be_number(&self, piece: &Piece) -> bool {
        let bytes = self.text.as_bytes().get(piece.start..piece.end).unwrap_or_default();
        if matches!(bytes.first(), Some(b'I' | b'V' | b'X' | b'L' | b'C')) {
            return true;
        }
        match self.numerals {
            // Only compounds of German hold another word in front of the tens.
            Some(numerals) => numerals.may_have(bytes) || self.language == "de" && bytes.len() >= 13,
            // Han figures
            None => bytes.iter().any(|byte| *byte >= 0xe3),
        }
    }

    /// Reads a number in letters or in Roman figures; the place after it.
    fn letters(&self, from: usize, word: &mut String, out: &mut Vec<Quantity>) -> usize {
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

    fn fold_is(&self, at: usize, is: impl Fn(&str) -> bool) -> bool {
        let mut word = String::new();
        self.fold(at, &mut word);
        is(&word)
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

#[cfg(test)]
mod tests {
    use super::super::pieces::pieces;
    use super::*;

    fn read(text: &str, locale: &str) -> Vec<(String, Vec<u64>, Form)> {
        let locale: Locale = locale.parse().unwrap();
        quantities(text, &pieces(text), &locale)
            .iter()
            .filter(|quantity| quantity.form != Form::Soft)
            .map(|quantity| {
                let values = quantity.readings().iter().filter_map(|value| value.as_whole()).collect();
                (text[quantity.start..quantity.end].to_owned(), values, quantity.form)
            })
            .collect()
    }

    /// The first whole reading of each number that is not soft.
    fn firsts(text: &str, locale: &str) -> Vec<u64> {
        read(text, locale).iter().filter_map(|(_, values, _)| values.first().copied()).collect()
    }

    #[test]
    fn numbers_in_letters_are_read_in_each_language() {
        for (locale, text, values) in [
            ("en", "twenty-five members, one hundred and five ports", vec![25, 105]),
            ("en", "two thousand three hundred, nineteen", vec![2_300, 19]),
            ("en", "between twenty and thirty", vec![20, 30]),
            ("en", "three million five hundred thousand", vec![3_500_000]),
            ("es", "veinticinco miembros y treinta y dos puertos", vec![25, 32]),
            ("es", "tres mil millones, cinco mil doscientos millones", vec![3_000_000_000, 5_200_000_000]),
            ("es", "dos millones quinientos mil", vec![2_500_000]),
            ("es", "ciento veinte, mil novecientos", vec![120, 1_900]),
            ("fr", "soixante-dix, quatre-vingts, quatre-vingt-dix-sept", vec![70, 80, 97]),
            ("fr", "dix-sept, vingt et un, deux cents, cent vingt", vec![17, 21, 200, 120]),
            ("fr", "soixante et onze, mille deux cents", vec![71, 1_200]),
            ("pt", "vinte e cinco, cento e vinte, dois mil e trezentos", vec![25, 120, 2_300]),
            ("de", "fünfundzwanzig, zwölf, dreihundert", vec![25, 12]),
            ("it", "ventuno, tre milioni, duemila", vec![21, 3_000_000]),
            ("ru", "двадцать пять, три миллиона", vec![25, 3_000_000]),
        ] {
            assert_eq!(firsts(text, locale), values, "{locale} {text}");
        }
    }

    #[test]
    fn figures_are_read_with_the_separators_of_each_language() {
        for (locale, text, values) in [
            ("en", "1,234 and 1,234,567.50", vec![1_234]),
            ("es", "1.234.567 y 1 234 567", vec![1_234_567, 1_234_567]),
            ("fr", "12 500 et 12\u{202f}500 et 3\u{a0}000", vec![12_500, 12_500, 3_000]),
            ("de", "1.200 und 1'200'000", vec![1_200, 1_200_000]),
            ("en", "in 2010 345 people", vec![2_010, 345]),
            ("es", "en 2010 345 personas", vec![2_010, 345]),
            ("en", "1.2 million, $3bn, 15k, 2.5-million", vec![1_200_000, 3, 15, 2_500_000]),
            ("es", "3.000 millones, 20 mil, 5 mil millones", vec![3_000_000_000, 20_000, 5_000_000_000]),
            ("fr", "1,5 milliard, 3 millions", vec![1_500_000_000, 3_000_000]),
            ("en", "21st, 1990s, G20, COVID-19", vec![21, 1_990, 20, 19]),
            ("en", "25.4.2014", vec![25, 4, 2_014]),
            ("zh", "1.5亿美元, 2万人", vec![150_000_000, 20_000]),
            ("ar", "١٢٣", vec![123]),
        ] {
            assert_eq!(firsts(text, locale), values, "{locale} {text}");
        }
    }

    #[test]
    fn roman_figures_are_numbers_and_words_are_not() {
        assert_eq!(firsts("XXI Conferencia, siglo XIX, II", "es"), [21, 19, 2]);
        assert_eq!(firsts("le XXIe siècle et le XXème", "fr"), [21, 20]);
        assert_eq!(firsts("I think CIVIL LIVI MIX VX IIII", "en"), Vec::<u64>::new());
    }

    #[test]
    fn a_number_with_one_separator_is_read_both_ways() {
        let value = |text: &str| Value::of(text).unwrap();
        let both = |text: &str, locale: &str| {
            let locale: Locale = locale.parse().unwrap();
            quantities(text, &pieces(text), &locale)[0].readings().to_vec()
        };
        assert_eq!(both("1.234", "es"), [value("1234"), value("1.234")]);
        assert_eq!(both("0,125", "fr"), [value("0.125")]);
        assert_eq!(both("3,5", "fr"), [value("3.5")]);
        assert_eq!(both("half of it", "en")[..2], [value("0.5"), value("50")]);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
        #[test]
        fn any_text_is_read(text in "((one|mil|cent|quatre|vingt|XX|[0-9]{1,22}|million|y|und|half|九千万)[ .,'-]?){0,12}",
            locale in "en|es|fr|pt|de|it|ru|zh") {
            let locale: Locale = locale.parse().unwrap();
            for quantity in quantities(&text, &pieces(&text), &locale) {
                proptest::prop_assert!(!quantity.readings().is_empty());
                proptest::prop_assert!(text.get(quantity.start..quantity.end).is_some());
            }
        }
    }
}
