//! What digits with separators between may say.

use super::pieces::digit;
use super::value::Value;

/// Whether the text is a point or a comma and one or two digits.
pub(super) fn is_decimals(text: &str) -> bool {
    text.strip_prefix(['.', ','])
        .is_some_and(|rest| (1..=2).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit()))
}

/// Digits of any script as ASCII, Arabic separators as ours.
pub(super) fn plain(figures: &str) -> String {
    if figures.is_ascii() {
        return figures.to_owned();
    }
    figures
        .chars()
        .map(|c| match c {
            '٫' => ',',
            '٬' => '.',
            '’' => '\'',
            c => digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c),
        })
        .collect()
}

pub(super) enum Readings {
    /// The values and how many they are.
    One([Value; 2], usize),
    /// Several numbers with separators between.
    Parts,
}

/// What digits with `.`, `,` and `'` between may say.
pub(super) fn readings(digits: &str) -> Readings {
    let value = |text: &str| Value::of(text).unwrap_or_default();
    let is_separator = |c: char| matches!(c, '.' | ',' | '\'');
    let separators: Vec<char> = digits.chars().filter(|c| is_separator(*c)).collect();
    let groups_fit = |text: &str, separator: char| {
        let mut parts = text.split(separator);
        let head = parts.next().unwrap_or_default();
        (1..=3).contains(&head.len()) && !head.starts_with('0') && parts.all(|part| part.len() == 3)
    };
    let bare = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let one = |value: Value| Readings::One([value, value], 1);
    match separators.as_slice() {
        [] => one(value(digits)),
        [separator] => {
            let decimal = value(&digits.replace([',', '\''], "."));
            if groups_fit(digits, *separator) {
                Readings::One([value(&bare(digits)), decimal], 2)
            } else if *separator == '\'' {
                Readings::Parts
            } else {
                one(decimal)
            }
        }
        [first, rest @ ..] => {
            let last = rest.last().copied().unwrap_or(*first);
            if rest.iter().all(|other| other == first) {
                if groups_fit(digits, *first) {
                    return one(value(&bare(digits)));
                }
                // Indian groups: 12,34,567.
                let parts: Vec<&str> = digits.split(',').collect();
                let indian = *first == ','
                    && parts.last().is_some_and(|part| part.len() == 3)
                    && parts
                        .get(1..parts.len() - 1)
                        .is_some_and(|inner| inner.iter().all(|part| part.len() == 2));
                return if indian { one(value(&bare(digits))) } else { Readings::Parts };
            }
            let Some((whole, fraction)) = digits.rsplit_once(last) else { return Readings::Parts };
            if groups_fit(whole, *first) && !fraction.contains(is_separator) {
                one(value(&format!("{}.{fraction}", bare(whole))))
            } else {
                Readings::Parts
            }
        }
    }
}
