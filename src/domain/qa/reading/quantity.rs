//! The numbers of a text: in figures with whatever separators, in letters, in Roman figures.
//!
//! A number is read as leniently as its language can be written: "1.234" is 1234 to a Spaniard and
//! to a Mexican 1.234, and which of the two an author is cannot be seen. So a quantity has
//! readings, and two quantities are one where any two of these are. What a checker loses by this
//! is a decimal separator mistaken for another; what it gains is the trust of its reader.

mod beside;
mod in_figures;
mod in_letters;

use super::numerals::Numerals;
use super::pieces::{Kind, Piece};
use super::value::Value;
use crate::domain::locale::Locale;

pub use in_figures::decimals_of;

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
    /// Which of the readings its language does not write so, a bit each.
    foreign: u8,
    /// The digits as they stand, a 1 before them; 0 where they are too many.
    digits: u64,
    /// Whether nothing parts the digits.
    plain: bool,
    /// Whether it is a decimal in a language that writes decimals so, and a thousand elsewhere.
    point: bool,
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
            foreign: 0,
            digits: 0,
            plain: false,
            point: false,
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

    /// Whether both may say the same number. A reading that the language of the text does not write
    /// so counts only where the digits are the same: "12,500" is no "12,5", though either may be
    /// 12.5, and "1.234" in English no "1234".
    pub fn may_equal(&self, other: &Quantity) -> bool {
        let same_digits = self.digits != 0 && self.digits == other.digits;
        let as_written = same_digits && !(self.point && other.plain) && !(other.point && self.plain);
        let mut pairs = self.readings().iter().enumerate().flat_map(|(at, value)| {
            let others = other.readings().iter().enumerate();
            others.filter(move |(_, also)| *also == value).map(move |(place, _)| (at, place))
        });
        pairs.any(|(at, place)| as_written || self.foreign >> at & 1 == 0 && other.foreign >> place & 1 == 0)
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
    /// Whether a word stands there that begins with one of those small letters, or with none of ASCII:
    /// most words are not looked at twice.
    fn may_be(&self, at: usize, firsts: &[u8]) -> bool {
        let word = self.piece(at).filter(|piece| piece.kind == Kind::Word);
        let first = word.and_then(|piece| self.text.as_bytes().get(piece.start)).map(u8::to_ascii_lowercase);
        first.is_some_and(|first| first >= 0x80 || firsts.contains(&first))
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

    fn fold_is(&self, at: usize, is: impl Fn(&str) -> bool) -> bool {
        let mut word = String::new();
        self.fold(at, &mut word);
        is(&word)
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
