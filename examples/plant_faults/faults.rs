//! Faults planted into translations of plain text, to measure what the quality checks find: always
//! the same ones for the same texts and seed, one to a copy of the translation.

use std::ops::Range;

use cotejo::domain::date::find_dates;

/// What is planted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Two figures of a number changed places, or one became another.
    NumberSwapped,
    /// Two numbers of one paragraph changed places.
    NumbersExchanged,
    /// A number is left out.
    NumberVanished,
    /// A number stands in another's place as well.
    NumberDoubled,
    /// A number that the source has not was put in.
    NumberAdded,
    /// A date's day is off by one.
    DateOff,
    /// A letter of a name is left out, put in, changed or swapped with its neighbour.
    NameMisspelt,
    /// A paragraph is left out.
    ParagraphDropped,
    /// An item of a list stands behind the one before it, on its line.
    BulletMerged,
    /// A sentence is the source's own.
    SentenceLeft,
}

/// A translation with one fault.
#[derive(Clone, Debug)]
pub struct Planted {
    /// What was planted.
    pub fault: Fault,
    /// The whole translation.
    pub text: String,
    /// What stood there and what stands there now, for a reader.
    pub what: String,
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }
}

/// Plants each fault wherever the translation has room for it, once a place.
pub fn plant(source: &str, target: &str, seed: u64) -> Vec<Planted> {
    let (mut random, mut others) = (Random(seed), Random(!seed));
    let mut out = Vec::new();
    let mut put = |fault: Fault, range: Range<usize>, new: &str| {
        let old = &target[range.clone()];
        if old != new {
            let text = format!("{}{new}{}", &target[..range.start], &target[range.end..]);
            out.push(Planted { fault, text, what: format!("{} → {}", head(old), head(new)) });
        }
    };
    let dates: Vec<_> = find_dates(target);
    let in_date = |at: usize| dates.iter().any(|date| date.range.contains(&at));
    let numbers: Vec<Range<usize>> =
        numbers(target).into_iter().filter(|range| !in_date(range.start)).collect();
    for range in &numbers {
        put(Fault::NumberSwapped, range.clone(), &swapped(&target[range.clone()], &mut random));
    }
    for paragraph in paragraphs(target) {
        let own: Vec<&Range<usize>> = numbers
            .iter()
            .filter(|range| paragraph.start <= range.start && range.end <= paragraph.end)
            .collect();
        for two in own.windows(2) {
            let (one, other) = (&target[two[0].clone()], &target[two[1].clone()]);
            let between = &target[two[0].end..two[1].start];
            put(Fault::NumbersExchanged, two[0].start..two[1].end, &format!("{other}{between}{one}"));
        }
    }
    for range in &numbers {
        // With the sign or the blank behind it.
        let rest = &target[range.end..];
        let sign = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let end = target.len() - sign.strip_prefix('%').unwrap_or(sign).len();
        put(Fault::NumberVanished, range.start..end, "");
    }
    for paragraph in paragraphs(target) {
        let own: Vec<&Range<usize>> = numbers
            .iter()
            .filter(|range| paragraph.start <= range.start && range.end <= paragraph.end)
            .collect();
        for two in own.windows(2) {
            put(Fault::NumberDoubled, two[1].clone(), &target[two[0].clone()]);
        }
        let text = &target[paragraph.clone()];
        if text.len() > 120
            && let Some(at) = text.find(", ")
        {
            // Two figures that neither text has.
            let from = others.below(88);
            let is_new = |new: &usize| {
                let new = new.to_string();
                !new.ends_with('0') && !source.contains(&new) && !target.contains(&new)
            };
            let at = paragraph.start + at;
            if let Some(new) = (0..88).map(|by| 12 + (from + by) % 88).find(is_new) {
                put(Fault::NumberAdded, at..at, &format!(" ({new})"));
            }
        }
    }
    for date in &dates {
        let Some(day) = date.last.day else { continue };
        let Some(at) = target[date.range.clone()].rfind(&day.to_string()) else { continue };
        // The last number of that value before the month, not in the year.
        let start = date.range.start + target[date.range.clone()].find(&day.to_string()).unwrap_or(at);
        let new = if day > 27 || random.below(2) == 0 { day - 1 } else { day + 1 };
        put(Fault::DateOff, start..start + day.to_string().len(), &new.max(1).to_string());
    }
    for range in names(source, target) {
        put(Fault::NameMisspelt, range.clone(), &misspelt(&target[range.clone()], &mut random));
    }
    for (place, paragraph) in paragraphs(target).into_iter().enumerate() {
        let text = &target[paragraph.clone()];
        if place > 1 && !text.trim_start().starts_with('•') && text.len() > 60 && !text.ends_with(':') {
            let end =
                target[paragraph.end..].find(|c: char| c != '\n').map_or(target.len(), |n| paragraph.end + n);
            put(Fault::ParagraphDropped, paragraph.start..end, "");
        }
    }
    let lines: Vec<Range<usize>> = lines(target);
    for two in lines.windows(2) {
        let (one, other) = (&target[two[0].clone()], &target[two[1].clone()]);
        if one.trim_start().starts_with('•') && other.trim_start().starts_with('•') {
            let rest = other.trim_start().trim_start_matches('•').trim_start();
            put(Fault::BulletMerged, two[0].start..two[1].end, &format!("{one} {rest}"));
        }
    }
    let (ours, theirs) = (paragraphs(source), paragraphs(target));
    if ours.len() == theirs.len() {
        for (one, other) in ours.iter().zip(&theirs) {
            let (source_sentences, target_sentences) =
                (sentences(&source[one.clone()]), sentences(&target[other.clone()]));
            if source_sentences.len() != target_sentences.len() {
                continue;
            }
            for (was, is) in source_sentences.iter().zip(&target_sentences) {
                let english = &source[one.start + was.start..one.start + was.end];
                // Short ones too: "Nobody knew why."; but no mere list of names.
                let small = english.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
                if small && english.split_whitespace().count() >= 3 {
                    put(Fault::SentenceLeft, other.start + is.start..other.start + is.end, english);
                }
            }
        }
    }
    out
}

fn head(text: &str) -> String {
    text.chars().take(50).collect::<String>().replace('\n', " ")
}

/// Runs of digits with their separators, two digits or more.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    let mut last = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_ascii_digit() {
            start.get_or_insert(at);
            last = at + 1;
        } else if let Some(from) = start
            && !(matches!(c, '.' | ',' | '\u{202f}' | '\u{a0}')
                && text[at..].chars().nth(1).is_some_and(|next| next.is_ascii_digit()))
        {
            let glued = text[..from].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-')
                || text[last..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
            if last - from >= 2 && !glued {
                out.push(from..last);
            }
            start = None;
        }
    }
    out
}

/// The number with two unlike figures swapped, or where it has none with its last figure changed.
fn swapped(number: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = number.chars().collect();
    let places: Vec<usize> = (0..chars.len()).filter(|at| chars[*at].is_ascii_digit()).collect();
    let unlike: Vec<(usize, usize)> = places
        .windows(2)
        .map(|two| (two[0], two[1]))
        .filter(|(a, b)| chars[*a] != chars[*b] && !(*a == places[0] && chars[*b] == '0'))
        .collect();
    if unlike.is_empty() {
        let at = places[places.len() - 1];
        let digit = chars[at].to_digit(10).unwrap_or(0);
        chars[at] = char::from_digit((digit + 1 + random.below(8) as u32) % 10, 10).unwrap_or('7');
    } else {
        let (a, b) = unlike[random.below(unlike.len())];
        chars.swap(a, b);
    }
    chars.into_iter().collect()
}

/// Words of four letters or more with a capital, inside a sentence, that the source has as well:
/// the parts of persons' and places' names that both languages write alike.
fn names(source: &str, target: &str) -> Vec<Range<usize>> {
    let words = |text: &str| -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_alphabetic(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    out.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        out
    };
    let known: Vec<&str> = words(source).into_iter().map(|range| &source[range]).collect();
    words(target)
        .into_iter()
        .filter(|range| {
            let word = &target[range.clone()];
            let inside = target[..range.start].chars().rev().find(|c| !c.is_whitespace());
            word.chars().count() >= 5
                && word.starts_with(char::is_uppercase)
                && word.chars().any(char::is_lowercase)
                && known.contains(&word)
                // A word that the source writes small as well is no name.
                && !known.contains(&word.to_lowercase().as_str())
                && !inside.is_none_or(|c| matches!(c, '•' | '«' | '“'))
                && !matches!(word, "Director" | "Secretary" | "Regional" | "General" | "Mercator" | "Business" | "Sector" | "Central" | "Multilateral" | "Convention" | "Programme" | "Commission" | "Administration" | "Tribunal")
        })
        .collect()
}

/// The name with one letter left out, doubled, changed or swapped with the next, the first spared.
fn misspelt(name: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = name.chars().collect();
    let at = 1 + random.below(chars.len() - 2);
    match random.below(4) {
        0 => drop(chars.remove(at)),
        1 => chars.insert(at, chars[at]),
        2 if chars[at] != chars[at + 1] => chars.swap(at, at + 1),
        _ => {
            let letters: Vec<char> = ('a'..='z').collect();
            let other = letters.iter().cycle().skip(random.below(letters.len())).find(|c| **c != chars[at]);
            chars[at] = other.copied().unwrap_or('b');
        }
    }
    chars.into_iter().collect()
}

/// The stretches between blank lines.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for line in lines(text) {
        let blank = text[line.clone()].trim().is_empty();
        match out.last_mut() {
            Some(last) if open && !blank => last.end = line.end,
            _ if !blank => out.push(line),
            _ => {}
        }
        open = !blank;
    }
    out
}

/// The lines without their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let range = at..at + line.len();
            at += line.len() + 1;
            range
        })
        .collect()
}

/// Sentences by their stops: good enough for texts that are known.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let word = text[..at].rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default();
        let short = word.chars().count() <= 3 && word.starts_with(char::is_uppercase);
        if !short && text[at + 2..].starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '«' | '¿'))
        {
            out.push(start..at + 1);
            start = at + 2;
        }
    }
    out.push(start..text.len());
    out
}
