//! What stands behind a number and says more of it: percent, halves, dozens, a time of day.

use super::super::numerals;
use super::super::pieces::Kind;
use super::{Quantity, Scan};

impl Scan<'_> {
    /// Whether dozens follow: "two dozen", "dos docenas".
    pub(super) fn dozen_follows(&self, at: usize) -> bool {
        let at = self.over_blank(at);
        self.may_be(at, b"d")
            && self.fold_is(at, |word| {
                matches!(
                    word,
                    "dozen"
                        | "dozens"
                        | "docenas"
                        | "docena"
                        | "douzaines"
                        | "dúzias"
                        | "dozzine"
                        | "dutzend"
                )
            })
    }

    /// Whether a half follows: "three and a half million", "trois millions et demi".
    pub(super) fn half_follows(&self, at: usize) -> bool {
        let at = self.over_blank(at);
        if !self.may_be(at, b"yeau") || !self.fold_is(at, numerals::joins) {
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
    pub(super) fn percent(&self, at: usize) -> bool {
        let at = self.over_blank(at);
        if matches!(self.kind(at), Some(Kind::Mark('%' | '％' | '‰' | '٪'))) {
            return true;
        }
        // "percent", "prozent", "por ciento", "процент"
        if !self.may_be(at, b"p") && !self.may_be(self.over_blank(at + 1), b"p") {
            return false;
        }
        let (mut one, mut two) = (String::new(), String::new());
        self.fold(at, &mut one);
        self.fold(self.over_blank(at + 1), &mut two);
        numerals::is_percent("", &one) || numerals::is_percent(&one, &two)
    }

    /// Marks a time of day after noon.
    pub(super) fn noon(&self, at: usize, quantity: &mut Quantity) {
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
}
