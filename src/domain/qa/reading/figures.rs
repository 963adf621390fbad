//! Numbers in figures that are no digits: Roman ones and Han ones.

use std::ops::Range;

use super::value::Value;

/// The value of Roman figures, and whether they can be nothing else.
pub(super) fn roman(word: &str, language: &str) -> Option<(u64, bool)> {
    let capitals = word.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C')).count();
    if capitals == 0 || capitals > 8 {
        return None;
    }
    let (figures, ending) = word.split_at_checked(capitals)?;
    let ordinal = language == "fr" && matches!(ending, "e" | "er" | "ème" | "ᵉ" | "è");
    if !ending.is_empty() && !ordinal {
        return None;
    }
    let worth = |b: u8| match b {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        _ => 100,
    };
    let bytes = figures.as_bytes();
    let mut sum = 0i64;
    for (at, b) in bytes.iter().enumerate() {
        let own = worth(*b);
        let next = bytes.get(at + 1).map_or(0, |b| worth(*b));
        sum += if own < next { -own } else { own };
    }
    let value = u64::try_from(sum).ok()?;
    if to_roman(value) != figures {
        return None;
    }
    // "I" is a pronoun, "V" and "X" are letters, "C" and "L" more often so.
    let sure = figures.len() >= 2 && figures.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let single = figures.len() == 1 && matches!(figures, "C" | "L");
    (!single).then_some((value, sure || ordinal && figures.len() >= 2))
}

fn to_roman(mut value: u64) -> String {
    let mut out = String::new();
    if value == 0 || value > 399 {
        return out;
    }
    for (worth, figures) in
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    {
        while value >= worth {
            out.push_str(figures);
            value -= worth;
        }
    }
    out
}

/// The exponent of the Han scales that a word begins with, a `多` or `余` ("and more") before them.
pub(super) fn han_scale(word: &str) -> Option<i16> {
    let word = word.trim_start_matches(['多', '余']);
    let scale = |c: char| {
        Some(match c {
            '十' => 1,
            '百' => 2,
            '千' => 3,
            '万' | '萬' => 4,
            '亿' | '億' => 8,
            _ => return None,
        })
    };
    let exponents: Vec<i16> = word.chars().map_while(scale).take(3).collect();
    // 百分 is a percentage.
    (!exponents.is_empty() && !word.starts_with("百分")).then(|| exponents.iter().sum())
}

/// The numbers in Han figures inside a run of characters: 三, 十五, 二十, 百.
pub(super) fn han_numerals(written: &str) -> Vec<(Range<usize>, Value)> {
    let mut out = Vec::new();
    let figure = |c: char| {
        Some(match c {
            '零' | '〇' => 0,
            '一' => 1,
            '二' | '两' | '兩' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            _ => return None,
        })
    };
    let scale = |c: char| {
        Some(match c {
            '十' => 10u64,
            '百' => 100,
            '千' => 1_000,
            '万' | '萬' => 10_000,
            '亿' | '億' => 100_000_000,
            _ => return None,
        })
    };
    let is_part = |c: char| figure(c).is_some() || scale(c).is_some();
    let mut chars = written.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_part(c) {
            continue;
        }
        let (mut total, mut section, mut current, mut end) = (0u64, 0u64, 0u64, at);
        let mut next = Some((at, c));
        while let Some((place, c)) = next {
            end = place + c.len_utf8();
            if let Some(value) = figure(c) {
                current = value;
            } else if let Some(by) = scale(c) {
                if by >= 10_000 {
                    let own = section.saturating_add(current.max(u64::from(section == 0)));
                    total = total.saturating_add(own.saturating_mul(by));
                    section = 0;
                } else {
                    section = section.saturating_add(current.max(1).saturating_mul(by));
                }
                current = 0;
            }
            next = chars.next_if(|(_, c)| is_part(*c));
        }
        let value = total.saturating_add(section).saturating_add(current);
        out.push((at..end, Value::whole(value)));
    }
    out
}
