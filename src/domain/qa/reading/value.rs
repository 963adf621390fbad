//! A decimal number in the one form that is compared.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// The number `digits` × 10^`exponent`, no zero at the end of `digits`; a number too long for that
/// is known by its digits alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Value {
    digits: u64,
    exponent: i16,
}

impl Value {
    /// A whole number.
    pub fn whole(number: u64) -> Value {
        Value { digits: number, exponent: 0 }.trimmed()
    }

    /// Reads digits with at most one point.
    pub fn of(text: &str) -> Option<Value> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let all = whole.bytes().chain(fraction.bytes());
        if whole.is_empty() || !all.clone().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let leading = all.clone().take_while(|b| *b == b'0').count();
        if whole.len() + fraction.len() - leading > 18 {
            let mut hasher = FxHasher::default();
            all.skip(leading).for_each(|b| b.hash(&mut hasher));
            return Some(Value { digits: hasher.finish(), exponent: i16::MAX });
        }
        let digits = all.fold(0u64, |sum, b| sum * 10 + u64::from(b - b'0'));
        let exponent = i16::try_from(fraction.len()).unwrap_or(i16::MAX - 1);
        Some(Value { digits, exponent: -exponent }.trimmed())
    }

    fn trimmed(mut self) -> Value {
        if self.digits == 0 {
            return Value { digits: 0, exponent: 0 };
        }
        while self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.exponent += 1;
        }
        self
    }

    /// The number times ten to that power.
    pub fn scaled(self, exponent: i16) -> Value {
        if self.digits == 0 || self.exponent == i16::MAX {
            return self;
        }
        Value { digits: self.digits, exponent: self.exponent.saturating_add(exponent).min(i16::MAX - 1) }
    }

    /// The whole number it is, if it is one below 10^15.
    pub fn as_whole(self) -> Option<u64> {
        let exponent = u32::try_from(self.exponent).ok().filter(|exponent| *exponent <= 15)?;
        let whole = self.digits.checked_mul(10u64.checked_pow(exponent)?)?;
        (whole < 1_000_000_000_000_000).then_some(whole)
    }

    /// The sum, where both are whole.
    pub fn plus(self, other: Value) -> Option<Value> {
        Some(Value::whole(self.as_whole()?.checked_add(other.as_whole()?)?))
    }

    /// Its whole part; the largest number where it has none that fits.
    pub fn floor(self) -> u64 {
        match u32::try_from(-i32::from(self.exponent)) {
            Ok(places) if places > 0 => self.digits / 10u64.checked_pow(places).unwrap_or(u64::MAX),
            _ => self.as_whole().unwrap_or(u64::MAX),
        }
    }

    /// Twelve more: the hour after noon as others count it.
    pub fn plus_twelve(self) -> Value {
        let places = u32::try_from(-i32::from(self.exponent)).unwrap_or(0);
        let unit = 10u64.checked_pow(places).unwrap_or(0);
        let own = if self.exponent > 0 { self.as_whole().unwrap_or(0) } else { self.digits };
        Value { digits: own.saturating_add(12u64.saturating_mul(unit)), exponent: self.exponent.min(0) }
            .trimmed()
    }

    /// The number as near as a floating one comes.
    pub fn approximate(self) -> f64 {
        self.digits as f64 * 10f64.powi(i32::from(self.exponent))
    }

    /// Whether it has figures behind the point.
    pub fn is_fraction(self) -> bool {
        self.exponent < 0
    }

    /// The figures without the zeros at their end, however large the number.
    pub fn figures(self) -> u64 {
        self.digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_are_equal_however_written() {
        for (one, other) in [
            ("1.50", "1.5"),
            ("007", "7"),
            ("1500", "1500.0"),
            ("0", "000"),
            ("0.0", "0"),
            ("0.25", "00.250"),
        ] {
            assert_eq!(Value::of(one), Value::of(other), "{one} {other}");
        }
        assert_ne!(Value::of("15"), Value::of("1.5"));
        assert_ne!(Value::of("123456789012345678901"), Value::of("123456789012345678902"));
        assert_eq!(Value::of(""), None);
        assert_eq!(Value::of("1.2.3"), None);
        assert_eq!(Value::of("1.2").unwrap().scaled(6), Value::whole(1_200_000));
        assert_eq!(Value::of("2000").unwrap().as_whole(), Some(2000));
        assert_eq!(Value::of("2.5").unwrap().as_whole(), None);
    }
}
