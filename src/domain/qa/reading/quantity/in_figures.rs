//! Numbers in figures, with what is written at them: ordinal endings, scales, letters.

use super::super::digits::{Readings, is_decimals, plain, readings};
use super::super::figures::han_scale;
use super::super::numerals::Numeral;
use super::super::pieces::Kind;
use super::super::value::Value;
use super::{Form, Quantity, Scan};

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

/// The decimals of a fraction that is one sign.
pub fn decimals_of(mark: char) -> Option<&'static str> {
    Some(match mark {
        '½' => "5",
        '¼' => "25",
        '¾' => "75",
        '⅓' => "33",
        '⅔' => "67",
        '⅛' => "125",
        '⅜' => "375",
        '⅝' => "625",
        '⅞' => "875",
        _ => return None,
    })
}

impl<'t> Scan<'t> {
    /// Reads a number in figures; the place after it.
    pub(super) fn figures(&self, from: usize, out: &mut Vec<Quantity>) -> usize {
        let Some(first) = self.piece(from).filter(|_| !self.is_entity(from)) else { return from + 1 };
        let mut digits = plain(first.of(self.text));
        let mut next = from + 1;
        let mut end = first.end;
        // Groups of three with blanks between.
        while digits.len() <= 18
            && digits.bytes().all(|b| b.is_ascii_digit())
            && (next > from + 1 || (1..=3).contains(&digits.len()) && !digits.starts_with('0'))
            && let Some((after, gap)) = self.gap(next)
            && let Some(group) = self.piece(after).filter(|piece| piece.kind == Kind::Figure)
        {
            let tight = matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}" | "&nbsp;");
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
            next = after + 1;
        }
        let glued_before = from.checked_sub(1).is_some_and(|before| self.kind(before) == Some(Kind::Word))
            || self.is_of_a_name(from);
        let mut quantity = Quantity::new(Form::Figures, first.start, end);
        quantity.glued = glued_before;
        match readings(&digits) {
            Readings::One(values, count) => {
                values.iter().take(count).for_each(|value| quantity.add(*value));
                self.note_digits(&digits, end - first.start == digits.len(), &mut quantity);
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
        // "1½ hours" is said in as many ways as "one and a half".
        let fraction = self.sign_of_fraction(next);
        if let Some((decimals, after)) = fraction
            && let Some(value) = Value::of(&format!("{digits}.{decimals}"))
        {
            quantity.add(value);
            next = after;
        }
        next = self.suffix(next, &mut quantity);
        if fraction.is_some() {
            quantity.form = Form::Soft;
        }
        out.push(quantity);
        next
    }

    /// Whether the figures are a character's number: `&#39;`.
    fn is_entity(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.kind(at));
        before(1) == Some(Kind::Mark('#')) && before(2) == Some(Kind::Mark('&'))
    }

    /// The blank that stands there, also as an entity, and the place after it.
    fn gap(&self, at: usize) -> Option<(usize, &'t str)> {
        let piece = self.piece(at)?;
        match piece.kind {
            Kind::Blank => Some((at + 1, piece.of(self.text))),
            Kind::Mark('&') if self.str(at + 1) == "nbsp" && self.str(at + 2) == ";" => {
                Some((at + 3, "&nbsp;"))
            }
            _ => None,
        }
    }

    /// Whether a name with a hyphen stands before the figures: "COVID-19", "F-16".
    fn is_of_a_name(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back);
        before(1).is_some_and(|at| self.is_hyphen(at))
            && before(2).is_some_and(|at| {
                self.kind(at) == Some(Kind::Word) && self.str(at).starts_with(char::is_uppercase)
            })
    }

    /// Notes how the digits are written, and which of two readings is not the language's own.
    fn note_digits(&self, digits: &str, together: bool, quantity: &mut Quantity) {
        let bare: String = digits.chars().filter(char::is_ascii_digit).collect();
        quantity.digits = if bare.len() <= 18 { format!("1{bare}").parse().unwrap_or_default() } else { 0 };
        quantity.plain = together && bare.len() == digits.len();
        // No one writes a decimal so, and "from 50 to 100 thousand" has none of the zeros.
        if quantity.count != 2 || bare.ends_with("000") {
            return;
        }
        let decimal_point = match self.language {
            "en" | "zh" | "ja" | "ko" | "th" => true,
            "es" | "fr" | "pt" | "it" | "de" | "nl" | "ru" | "pl" | "uk" | "cs" | "ca" | "gl" | "ast" => {
                false
            }
            _ => return,
        };
        let separator = digits.chars().find(|c| !c.is_ascii_digit());
        // The first reading is the thousand, the second the decimal.
        quantity.foreign = match (separator, decimal_point) {
            (Some('.'), true) | (Some(','), false) => 0b01,
            _ => 0b10,
        };
        quantity.point = separator == Some('.') && decimal_point;
    }

    /// What the fraction that stands there as one sign adds (`½`), a blank before it or none.
    fn sign_of_fraction(&self, at: usize) -> Option<(&'static str, usize)> {
        let at = if self.kind(at) == Some(Kind::Blank) { at + 1 } else { at };
        let Some(Kind::Mark(mark)) = self.kind(at) else { return None };
        Some((decimals_of(mark)?, at + 1))
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
}
