//! The scan for dates in running text.

use super::months::{self, Named};
use super::tokens::{Kind, Token, has_figure, tokens, tokens_near_figures};
use super::{Date, FoundDate, PartialDate, days_in};
use crate::domain::notice::fold;

/// Languages that write the month before the day.
const MONTH_FIRST: [&str; 13] =
    ["en", "es", "hy", "ka", "kn", "om", "or", "sd", "so", "sw", "tl", "xh", "zu"];
/// Languages that write the year first.
const YEAR_FIRST: [&str; 21] = [
    "en", "eu", "hu", "hy", "ja", "kk", "ko", "ky", "lt", "lv", "ml", "mn", "my", "ne", "ps", "rw", "si",
    "sv", "ug", "uz", "zh",
];
/// Those of them whose year and month, without a day, may be other languages' words ("in 2018 may").
const YEAR_FIRST_WHOLE: [&str; 6] = ["en", "ky", "ps", "rw", "ug", "uz"];
/// Languages that put a stop after the day.
const DAY_STOP: [&str; 19] = [
    "bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lb", "lv", "nb", "nn", "sk", "sl", "sr",
    "mk", "tr",
];
/// Languages that put "de" or "del" between the parts.
const WITH_DE: [&str; 5] = ["ca", "es", "gl", "pt", "tl"];
/// The language that puts "ta’" between day and month.
const WITH_TA: [&str; 1] = ["mt"];

/// Words that may stand between the parts of a date.
#[rustfmt::skip]
const BETWEEN: [&str; 46] = [
    "de", "del", "d", "di", "do", "da", "of", "the", "al", "l", "ng", "ika", "gada", "m", "г", "р", "года", "року", "жылғы", "ж", "den", "der", "dem", "ko", "eko", "n", "an", "th", "st", "του", "godine", "roku", "il", "thng", "ta", "оны", "թ", "ខែ", "ឆ្នាំ", "ທີ", "ເດືອນ", "ခုနှစ်", "ခု", "နှစ်", "yil", "йил",
];

/// Words and marks between the days of a range.
const UNTIL: [&str; 42] = [
    "and", "to", "through", "until", "y", "al", "a", "e", "et", "au", "und", "bis", "en", "tot", "och",
    "till", "og", "til", "ja", "i", "do", "az", "si", "la", "es", "και", "εωс", "εωσ", "ve", "dan", "hingga",
    "sampai", "den", "va", "и", "по", "до", "та", "და", "و", "至", "ir",
];

struct Scan<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

/// A date found between two tokens (last one included).
struct Read {
    from: usize,
    to: usize,
    first: PartialDate,
    last: PartialDate,
    languages: Vec<&'static str>,
}

/// How many tokens a number may stand from the month at most, and some.
const BESIDE_NUMBER: usize = 8;

/// Finds the dates in a text, in order, none overlapping. Linear.
///
/// Found are: day, month and year in any of the orders that languages use, ranges of days within
/// a month, day and month without a year, month and year without a day, and dates in figures
/// where day and month can't be mistaken (ISO 8601, `25.4.2014`, `25/04/2014`). A month's name
/// alone is none.
pub fn find_dates(text: &str) -> Vec<FoundDate> {
    if !has_figure(text) {
        return Vec::new();
    }
    find_in(text, tokens_near_figures(text))
}

/// As [`find_dates`], every token of the text looked at.
#[cfg(test)]
pub(super) fn find_dates_everywhere(text: &str) -> Vec<FoundDate> {
    find_in(text, tokens(text))
}

fn find_in(text: &str, tokens: Vec<Token>) -> Vec<FoundDate> {
    let scan = Scan { text, tokens };
    let (mut out, mut at, mut free) = (Vec::new(), 0, 0);
    let is_number = |at: &usize| scan.number(*at).is_some();
    let Some(mut number) = (0..scan.tokens.len()).find(is_number) else { return out };
    while at < scan.tokens.len() {
        // A month has a number near by: no other word is looked up.
        if number + BESIDE_NUMBER < at {
            match (at - BESIDE_NUMBER..scan.tokens.len()).find(is_number) {
                Some(next) => number = next,
                None => break,
            }
        }
        if at + BESIDE_NUMBER < number {
            at = number - BESIDE_NUMBER;
        }
        if !scan.may_begin(at) {
            at += 1;
            continue;
        }
        match scan.read(at, free) {
            Some(read) if read.to >= at => {
                let range = |i: usize| scan.tokens.get(i).map_or(0..0, |t| t.start..t.end);
                out.push(FoundDate {
                    range: range(read.from).start..range(read.to).end,
                    first: read.first,
                    last: read.last,
                    languages: read.languages,
                });
                at = read.to + 1;
                free = at;
            }
            _ => at += 1,
        }
    }
    out
}

impl Scan<'_> {
    fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    /// Whether a date may begin, or its month stand, at token `at`; the cheap half of [`Scan::read`].
    fn may_begin(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match token.kind {
            Kind::Number { .. } => true,
            Kind::Mark(_) => false,
            // A shorter word may be the head of a name of two.
            Kind::Word if token.end - token.start < 3 => true,
            Kind::Word => self
                .text
                .get(token.start..token.end)
                .is_some_and(|word| months::may_begin(word) || word.starts_with(['t', 'T'])),
        }
    }

    fn word(&self, at: usize) -> Option<&str> {
        let token = self.token(at)?;
        (token.kind == Kind::Word).then(|| self.text.get(token.start..token.end)).flatten()
    }

    fn number(&self, at: usize) -> Option<(u32, u8)> {
        match self.token(at)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    fn mark(&self, at: usize) -> Option<char> {
        match self.token(at)?.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        }
    }

    fn day(&self, at: usize) -> Option<u8> {
        let (value, digits) = self.number(at)?;
        (digits <= 2 && (1..=31).contains(&value)).then_some(value as u8)
    }

    fn year(&self, at: usize) -> Option<i16> {
        let (value, digits) = self.number(at)?;
        (digits == 4 && (1000..3000).contains(&value)).then_some(value as i16)
    }

    /// Reads a date that begins with, or whose month stands at, token `at`; no token before
    /// `free` is used.
    fn read(&self, at: usize, free: usize) -> Option<Read> {
        match self.token(at)?.kind {
            Kind::Number { .. } => {
                self.east_asian(at, free).or_else(|| self.mongolian(at)).or_else(|| self.figures(at))
            }
            Kind::Word => self.vietnamese(at, free).or_else(|| self.by_name(at, free)),
            Kind::Mark(_) => None,
        }
    }

    /// `2020年8月31日`, `2020년 8월 31일`, `8月31日`, `2020年8月`, `令和2年8月31日`, `民國109年8月31日`.
    fn east_asian(&self, at: usize, free: usize) -> Option<Read> {
        let unit = |at: usize, signs: [char; 2]| self.word(at).is_some_and(|word| word.starts_with(signs));
        let korean = |at: usize| self.word(at).is_some_and(|word| word.starts_with(['년', '월']));
        let reign = self.reign(at, free).filter(|_| unit(at + 1, ['年', '年']));
        let (year, mut next) = match self.year(at).or(reign.map(|(year, _)| year)) {
            Some(year) if unit(at + 1, ['年', '년']) => (Some(year), at + 2),
            Some(_) => return None,
            None => (None, at),
        };
        let month = self.day(next).filter(|month| *month <= 12)?;
        if !unit(next + 1, ['月', '월']) {
            return None;
        }
        let languages = match reign {
            Some((_, language)) => vec![language],
            None if korean(next + 1) => vec!["ko"],
            None => vec!["ja", "zh"],
        };
        next += 2;
        let day = self.day(next).filter(|_| unit(next + 1, ['日', '일']) || unit(next + 1, ['号', '號']));
        let to = if day.is_some() { next + 1 } else { next - 1 };
        if year.is_none() && day.is_none() {
            return None;
        }
        let date = partial(year, month, day)?;
        let from = if reign.is_some() { at - 2 } else { at };
        Some(Read { from, to, first: date, last: date, languages })
    }

    /// The year whose number in a Japanese reign or in the Republic of China stands at token `at`,
    /// the two characters of the era before it; and the language that counts so.
    fn reign(&self, at: usize, free: usize) -> Option<(i16, &'static str)> {
        let (value, digits) = self.number(at).filter(|(value, digits)| *digits <= 3 && *value > 0)?;
        let first = at.checked_sub(2).filter(|first| *first >= free)?;
        let (before, language) = match (self.word(first)?, self.word(first + 1)?) {
            ("明", "治") => (1867, "ja"),
            ("大", "正") => (1911, "ja"),
            ("昭", "和") => (1925, "ja"),
            ("平", "成") => (1988, "ja"),
            ("令", "和") => (2018, "ja"),
            ("民", "國" | "国") => (1911, "zh"),
            _ => return None,
        };
        (digits <= 2 || language == "zh").then_some((before + value as i16, language))
    }

    /// `2018 оны 4-р сарын 19`, `2018 оны 04 дүгээр сарын 19`.
    fn mongolian(&self, at: usize) -> Option<Read> {
        let year = self.year(at)?;
        if self.word(at + 1)? != "оны" {
            return None;
        }
        let month = self.day(at + 2).filter(|month| *month <= 12)?;
        let mut next = at + 3;
        next += usize::from(self.mark(next) == Some('-'));
        next += usize::from(self.word(next).is_some_and(|w| matches!(w, "р" | "дугаар" | "дүгээр")));
        if !self.word(next)?.starts_with("сар") {
            return None;
        }
        let day = self.day(next + 1);
        let date = partial(Some(year), month, day)?;
        let to = if day.is_some() { next + 1 } else { next };
        Some(Read { from: at, to, first: date, last: date, languages: vec!["mn"] })
    }

    /// `31 tháng 8 năm 2020`, `tháng 8/2020`.
    fn vietnamese(&self, at: usize, free: usize) -> Option<Read> {
        // Most words are not looked at twice.
        let word = self.word(at)?;
        if !word.starts_with(['t', 'T']) || word.len() > 32 || fold(word) != "thang" {
            return None;
        }
        let month = self.day(at + 1).filter(|month| *month <= 12)?;
        let mut to = at + 1;
        let day = at.checked_sub(1).filter(|before| *before >= free).and_then(|before| self.day(before));
        let mut after = at + 2;
        if matches!(self.mark(after), Some(',' | '/' | '-'))
            || self.word(after).is_some_and(|w| fold(w) == "nam")
        {
            after += 1;
            if self.word(after).is_some_and(|w| fold(w) == "nam") {
                after += 1;
            }
        }
        let year = self.year(after);
        if year.is_some() {
            to = after;
        }
        if day.is_none() && year.is_none() {
            return None;
        }
        let date = partial(year, month, day)?;
        Some(Read {
            from: if day.is_some() { at - 1 } else { at },
            to,
            first: date,
            last: date,
            languages: vec!["vi"],
        })
    }

    /// `2018-04-19`, `2018/4/19`, `2020. 8. 31.`, `25.4.2014`, `25/04/2014`, `04/25/2014`.
    fn figures(&self, at: usize) -> Option<Read> {
        let mark = self.mark(at + 1).filter(|mark| matches!(mark, '-' | '/' | '.' | '‑'))?;
        if self.mark(at + 3) != Some(mark) {
            return None;
        }
        // Part of a longer number or path: 192.168.2018.4, 1.2.3.2018.
        let (first, last) = (self.token(at)?, self.token(at + 4)?);
        let glued = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '_'));
        let before = self.text.get(..first.start)?.chars().next_back();
        let mut rest = self.text.get(last.end..)?.chars();
        let after = rest.next().filter(|c| *c != 'T');
        let dotted = after == Some('.') && rest.next().is_some_and(|c| c.is_ascii_digit());
        if glued(before) || before == Some('.') || glued(after) || dotted {
            return None;
        }
        let (year, month, day) = if let Some(year) = self.year(at) {
            (year, self.day(at + 2)?, self.day(at + 4)?)
        } else {
            let (a, b, year) = (self.day(at)?, self.day(at + 2)?, self.year(at + 4)?);
            match mark {
                '.' => (year, b, a),
                _ if a > 12 || a == b => (year, b, a),
                _ if b > 12 => (year, a, b),
                _ => return None,
            }
        };
        let date = partial(Some(year), month, Some(day))?;
        Some(Read { from: at, to: at + 4, first: date, last: date, languages: Vec::new() })
    }

    /// A date by the name of its month at token `at`.
    fn by_name(&self, at: usize, free: usize) -> Option<Read> {
        let (names, end) = self.month(at)?;
        // Welsh calls a day and a month by one name: "Dydd Mawrth, 14 Chwefror 2017".
        if at
            .checked_sub(1)
            .and_then(|before| self.word(before))
            .is_some_and(|word| word.eq_ignore_ascii_case("dydd"))
        {
            return None;
        }
        if let Some(read) = self.basque(names, at, end, free) {
            return Some(read);
        }
        let left = self.leftwards(at, free);
        let (era, after_era) = self.era(end + 1);
        let right = self.rightwards(after_era);
        let mut day_stop = false;
        let mut glue: &[&str] = &[];
        if let Some((number, _)) = left {
            day_stop = (number + 1..at).any(|i| self.mark(i) == Some('.'));
            glue = (number + 1..at)
                .find_map(|i| match fold(self.word(i)?).as_str() {
                    "de" | "del" => Some(WITH_DE.as_slice()),
                    "ta" => Some(WITH_TA.as_slice()),
                    _ => None,
                })
                .unwrap_or_default();
        }
        let left_day = left.and_then(|(i, _)| self.day(i).map(|day| (i, day)));
        let left_year = left.and_then(|(i, _)| self.year(i).map(|year| (i, year)));
        let right_day = right.and_then(|(i, _)| self.day(i).map(|day| (i, day)));
        let right_year = right.and_then(|(i, _)| self.year(i).map(|year| (i, year)));
        let after_day = right_day.and_then(|(i, day)| {
            let (last, day_to) = self.range_right(i, day);
            let year = self.rightwards(last + 1).and_then(|(y, _)| self.year(y).map(|year| (y, year)));
            year.map(|(y, year)| (y, year, day, day_to))
        });
        let (from, to, year, first, last, order): (usize, usize, Option<i16>, Option<u8>, Option<u8>, Order) =
            if let Some((i, day)) = left_day {
                let (from, first) = self.range_left(i, day, free);
                match right_year {
                    Some((y, year)) => (from, y, Some(year), Some(first), Some(day), Order::DayFirst),
                    None => {
                        match self.leftwards(from, free).and_then(|(y, _)| self.year(y).map(|year| (y, year)))
                        {
                            // "2020. gada 31. augusts", "2020-ж., 31-август"
                            Some((y, year))
                                if from > y + 1
                                    && (self.mark(from - 1) != Some(',')
                                        || (y + 1..from).any(|i| self.word(i).is_some())) =>
                            {
                                (y, end, Some(year), Some(first), Some(day), Order::YearFirst)
                            }
                            _ => (from, end, None, Some(first), Some(day), Order::DayFirst),
                        }
                    }
                }
            } else if let Some((y, year, day, day_to)) = after_day {
                (at, y, Some(year), Some(day), Some(day_to), Order::MonthFirst)
            } else if let (Some((y, year)), Some((i, day))) = (left_year, right_day) {
                let (last, day_to) = self.range_right(i, day);
                (y, last, Some(year), Some(day), Some(day_to), Order::YearFirst)
            } else if let Some((y, year)) = right_year {
                (at, y, Some(year), None, None, Order::Any)
            } else if let Some((i, day)) = right_day.filter(|_| self.is_capital(at)) {
                let (last, day_to) = self.range_right(i, day);
                (at, last, None, Some(day), Some(day_to), Order::MonthFirst)
            } else if let Some((y, year)) = left_year {
                (y, end, Some(year), None, None, Order::YearFirst)
            } else {
                return None;
            };
        let is_whole = year.is_some() && first.is_some();
        let fitting = choose(names, is_whole, order, day_stop, glue);
        let named = fitting.first()?;
        let by_year = |l: &str| YEAR_FIRST.contains(&l) && !YEAR_FIRST_WHOLE.contains(&l);
        if order == Order::YearFirst && first.is_none() && !fitting.iter().any(|n| by_year(n.language)) {
            return None;
        }
        let year = match (year, era) {
            (Some(year), Some(Era::Buddhist)) => Some(year - BUDDHIST),
            // The Buddhist era, which Thai and Khmer dates are in.
            (Some(year), None)
                if year > 2300 && fitting.iter().all(|n| matches!(n.language, "th" | "km" | "lo")) =>
            {
                Some(year - BUDDHIST)
            }
            (other, _) => other,
        };
        let mut languages: Vec<&'static str> =
            fitting.iter().filter(|n| n.month == named.month).map(|n| n.language).collect();
        languages.sort_unstable();
        languages.dedup();
        let (from_date, to_date) = (partial(year, named.month, first)?, partial(year, named.month, last)?);
        Some(Read { from, to, first: from_date, last: to_date, languages })
    }

    /// The era said at token `at`, before the year ("ค.ศ. 2018", "พ.ศ. 2561"), and the token after it.
    fn era(&self, at: usize) -> (Option<Era>, usize) {
        let mut next = at;
        let mut letters = String::new();
        // Two or three short words with a stop after each, or one.
        while next < at + 6 {
            match self.word(next) {
                Some(word) if word.len() <= 12 && letters.len() <= 24 && !word.is_ascii() => {
                    letters.push_str(word)
                }
                _ => break,
            }
            next += 1;
            next += usize::from(self.mark(next) == Some('.'));
        }
        let era = match letters.as_str() {
            "คศ" | "ຄສ" | "គស" | "ઈસ" | "इस" | "ई" | "सन्" | "सन" | "ಕ್ರಿಶ" | "క్రీశ" | "கிபி" => {
                Era::Common
            }
            "พศ" | "ພສ" | "ពស" => Era::Buddhist,
            _ => return (None, at),
        };
        (Some(era), next)
    }

    /// `2018(e)ko apirilaren 19(a)`, with the endings in brackets that a Basque reader chooses from.
    fn basque(&self, names: &[Named], at: usize, end: usize, free: usize) -> Option<Read> {
        let named = names.iter().find(|named| named.language == "eu")?;
        let bracketed = |open: usize, letter: &str| {
            self.mark(open) == Some('(')
                && self.word(open + 1) == Some(letter)
                && self.mark(open + 2) == Some(')')
        };
        let from = at.checked_sub(5).filter(|from| *from >= free)?;
        if !bracketed(from + 1, "e") || self.word(at - 1) != Some("ko") {
            return None;
        }
        let at_day = end + 1 + usize::from(self.mark(end + 1) == Some('.'));
        let day = self.day(at_day)?;
        let to = if bracketed(at_day + 1, "a") { at_day + 3 } else { at_day };
        let date = partial(Some(self.year(from)?), named.month, Some(day))?;
        Some(Read { from, to, first: date, last: date, languages: vec!["eu"] })
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).and_then(|word| word.chars().next()).is_some_and(|c| !c.is_lowercase())
    }

    /// The month named at token `at`: by one word, two words, or letters with a stop between.
    fn month(&self, at: usize) -> Option<(&'static [Named], usize)> {
        let token = self.token(at)?;
        let start = token.start;
        // Most words begin as no month does, and then no two or three do.
        if token.end - start >= 3 && !self.text.get(start..token.end).is_some_and(months::may_begin) {
            return None;
        }
        for extra in [2, 1, 0] {
            let Some(last) = self.token(at + extra).filter(|token| token.kind == Kind::Word) else {
                continue;
            };
            // "ม.ค.", "Ocak'ta", "арван нэгдүгээр сар"
            if extra == 2
                && !matches!(self.mark(at + 1), Some('.' | '\''))
                && !self.word(at).is_some_and(|word| matches!(word, "арван" | "Арван"))
            {
                continue;
            }
            if last.end - start > 64 {
                continue;
            }
            let Some(text) = self.text.get(start..last.end) else { continue };
            let names = months::named(text);
            if !names.is_empty() {
                return Some((names, at + extra));
            }
        }
        // Suffixes after an apostrophe ("Ocak'ta") and glued prepositions leave the name itself.
        None
    }

    /// The number before a month's name, past what may stand between; and how many tokens that is.
    fn leftwards(&self, at: usize, free: usize) -> Option<(usize, usize)> {
        let mut gap = 0;
        let mut i = at;
        while i > free && gap <= 4 {
            i -= 1;
            match self.token(i)?.kind {
                Kind::Number { .. } => return Some((i, gap)),
                Kind::Mark('.' | '\'' | '’' | '׳' | '-' | 'º' | '°') => {}
                Kind::Mark(',' | '،' | '፣' | '၊') if gap == 0 => {}
                Kind::Word if self.is_between(i) => {}
                _ => return None,
            }
            gap += 1;
        }
        None
    }

    /// The number after token `at - 1`, past what may stand between.
    fn rightwards(&self, at: usize) -> Option<(usize, usize)> {
        for gap in 0..4 {
            let i = at + gap;
            match self.token(i)?.kind {
                Kind::Number { .. } => return Some((i, gap)),
                Kind::Mark('.' | ',' | '\'' | '’' | '׳' | '،' | '፣' | '၊' | '-') => {}
                Kind::Word if self.is_between(i) => {}
                _ => return None,
            }
        }
        None
    }

    /// A word of the date itself, or an ending glued to a number (`1er`, `22nd`, `31-én`).
    fn is_between(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let after_number = at.checked_sub(1).is_some_and(|before| {
            self.number(before).is_some()
                && self.token(before).map(|t| t.end) == self.token(at).map(|t| t.start)
        });
        (after_number && word.chars().count() <= 4)
            || (word.len() <= 24 && BETWEEN.contains(&fold(word).as_str()))
    }

    /// `24-25 April`: the first day before the day at token `at`.
    fn range_left(&self, at: usize, day: u8, free: usize) -> (usize, u8) {
        let whole = (at, day);
        let Some(between) = at.checked_sub(1).filter(|i| *i >= free) else { return whole };
        if !self.is_until(between) {
            return whole;
        }
        let mut i = between;
        for _ in 0..3 {
            let Some(before) = i.checked_sub(1).filter(|i| *i >= free) else { return whole };
            i = before;
            match self.day(i) {
                Some(first) if first < day => {
                    // "3.24-25": part of another number.
                    return (i, first);
                }
                Some(_) => return whole,
                None if self.mark(i) == Some('.') || self.is_between(i) => {}
                None => return whole,
            }
        }
        whole
    }

    /// `April 24-25`: the last day after the day at token `at`; and the token it ends with.
    fn range_right(&self, at: usize, day: u8) -> (usize, u8) {
        // An ordinal's ending belongs to the day.
        let end = if self.word(at + 1).is_some() && self.is_between(at + 1) { at + 1 } else { at };
        match self.day(end + 2) {
            Some(last) if last > day && self.is_until(end + 1) => {
                let close =
                    if self.word(end + 3).is_some() && self.is_between(end + 3) { end + 3 } else { end + 2 };
                (close, last)
            }
            _ => (end, day),
        }
    }

    fn is_until(&self, at: usize) -> bool {
        match self.token(at).map(|token| token.kind) {
            Some(Kind::Mark(mark)) => matches!(mark, '-' | '–' | '—' | '‑' | '/' | '&' | '~' | '～'),
            Some(Kind::Word) => {
                self.word(at).is_some_and(|w| w.len() <= 16 && UNTIL.contains(&fold(w).as_str()))
            }
            _ => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    DayFirst,
    MonthFirst,
    YearFirst,
    Any,
}

/// How years are counted.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Era {
    Common,
    Buddhist,
}

/// The Buddhist era's years before the common one's.
const BUDDHIST: i16 = 543;

/// The readings of a month's name that the order and the marks of the date leave; all of them
/// where they would leave none. Languages may call two months by one name ("listopad"). `glue`
/// are the languages of a word between day and month.
fn choose(names: &[Named], is_whole: bool, order: Order, day_stop: bool, glue: &[&str]) -> Vec<Named> {
    let mut left: Vec<Named> = names.iter().filter(|name| is_whole || !name.whole).copied().collect();
    let narrow = |left: &mut Vec<Named>, fits: &dyn Fn(&str) -> bool| {
        if left.iter().any(|name| fits(name.language)) {
            left.retain(|name| fits(name.language));
        }
    };
    match order {
        Order::DayFirst => narrow(&mut left, &|l| !matches!(l, "hu" | "eu" | "ja" | "zh" | "ko")),
        Order::MonthFirst => narrow(&mut left, &|l| MONTH_FIRST.contains(&l)),
        Order::YearFirst => narrow(&mut left, &|l| YEAR_FIRST.contains(&l)),
        Order::Any => {}
    }
    if !glue.is_empty() {
        narrow(&mut left, &|l| glue.contains(&l));
    }
    if day_stop {
        narrow(&mut left, &|l| DAY_STOP.contains(&l));
    } else if order == Order::DayFirst
        && left.iter().any(|name| left.first().is_some_and(|f| f.month != name.month))
    {
        narrow(&mut left, &|l| !DAY_STOP.contains(&l));
    }
    left
}

/// A checked partial date.
fn partial(year: Option<i16>, month: u8, day: Option<u8>) -> Option<PartialDate> {
    // 29 February stands in a text without a year.
    let fits = day.is_none_or(|day| (1..=days_in(year.unwrap_or(2000), month)).contains(&day));
    (fits && (1..=12).contains(&month)).then_some(PartialDate { year, month, day })
}

/// Whether what stands before or after a date leaves the line a date line: blanks and marks,
/// weekdays, year marks, a time of day. The languages of the weekdays narrow `languages`, as far
/// as they leave any.
pub(super) fn is_beside_a_date(text: &str, languages: &mut Vec<&'static str>) -> bool {
    let scan = Scan { text, tokens: tokens(text) };
    let mut at = 0;
    while let Some(token) = scan.token(at) {
        let fits = match token.kind {
            Kind::Mark(c) => !matches!(c, '/' | '%' | '$' | '€' | '@' | '#'),
            Kind::Word => match scan.word(at).and_then(months::beside) {
                Some(tongues) => {
                    if languages.iter().any(|language| tongues.contains(language)) {
                        languages.retain(|language| tongues.contains(language));
                    }
                    true
                }
                None => false,
            },
            Kind::Number { value, digits } => {
                let clock = matches!(scan.mark(at + 1), Some(':' | '.'))
                    && scan.number(at + 2).is_some_and(|n| n.1 == 2);
                if !clock || value > 24 || digits > 2 {
                    return false;
                }
                at += 2;
                true
            }
        };
        if !fits {
            return false;
        }
        at += 1;
    }
    true
}

/// A whole date, where a partial one has all parts.
impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        PartialDate { year: Some(date.year), month: date.month, day: Some(date.day) }
    }
}
