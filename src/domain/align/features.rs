//! What of a block survives translation: its length, kind, figures, names, addresses, marks.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::domain::date::{FoundDate, find_dates};
use crate::domain::document::{Block, BlockKind};
use crate::domain::language::{eight_bytes, letters_ahead};
use crate::domain::text::{Look, look, normalised};

/// How many anchors of one block are kept. The blocks of a page have fewer; an endless one must
/// not make each comparison long.
const MOST_ANCHORS: usize = 64;

/// The weight of a name.
const NAME: u16 = 2;

/// The features of one block or of two joined.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// The length in characters without blanks.
    pub(super) length: usize,
    /// The kind of the (first) block.
    pub(super) kind: Option<BlockKind>,
    /// Whether it (or one of two) is copied across, not translated.
    pub(super) is_mirror: bool,
    /// What survives translation, by hash, sorted, with a weight.
    pub(super) anchors: Vec<(u32, u16)>,
    /// A bit for each anchor, by its hash: two sets without a common bit have no common anchor.
    signature: u64,
    /// The sum of the weights.
    pub(super) weight: u32,
    /// How the last sentence ends.
    pub(super) end: End,
    /// Links and code spans.
    pub(super) marks: u16,
    /// The hash of the normalised text.
    pub(super) text: u64,
}

/// How a unit ends, alike in all scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    #[default]
    Open,
    Stop,
    Question,
    Exclamation,
    Colon,
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Features {
    /// Of an endless text the first page, in bytes, is looked through for dates.
    pub(in crate::domain) const DATED: usize = 4_000;

    /// Reads them off a block. Linear in its text.
    pub fn of(block: &Block) -> Features {
        let text = block.text.as_str();
        let mut end = text.len().min(Features::DATED);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        Features::read(block, &find_dates(text.get(..end).unwrap_or_default()), &look(text))
    }

    /// As [`Features::of`], of a block whose dates are known and whose text was looked at.
    pub(in crate::domain) fn read(block: &Block, dates: &[FoundDate], look: &Look) -> Features {
        let text = block.text.as_str();
        let mut features = Features {
            kind: Some(block.kind),
            is_mirror: block.kind.is_mirror(),
            end: end_of(text),
            length: look.characters,
            text: if look.is_normal() { hash(text) } else { hash(normalised(text).as_ref()) },
            ..Features::default()
        };
        let mut anchors: Vec<(u32, u16)> = Vec::with_capacity(32);
        let mut figures = String::new();
        // Where the word that is being read begins.
        let mut word: Option<usize> = None;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte == b' ' && word.is_none() && figures.is_empty() {
                at += 1;
                continue;
            }
            let letters = letters_ahead(eight_bytes(bytes, at)) as usize;
            if letters > 0 {
                let more = anchors.len() < 4 * MOST_ANCHORS;
                push_figures(&mut figures, more, &mut anchors);
                if word.is_none() {
                    let end = run_of_letters(bytes, at + letters);
                    // Words written small are most of a text, and no anchors.
                    if byte.is_ascii_lowercase() && bytes.get(end).is_none_or(|next| ends_word(*next)) {
                        at = end;
                        continue;
                    }
                    word = Some(at);
                }
                at += letters;
                continue;
            }
            let c = match byte.is_ascii() {
                true => char::from(byte),
                false => match text.get(at..).and_then(|rest| rest.chars().next()) {
                    Some(c) => c,
                    None => break,
                },
            };
            if c == '[' || c == '`' {
                features.marks = features.marks.saturating_add(1);
            }
            let more = anchors.len() < 4 * MOST_ANCHORS;
            if c.is_ascii_digit() || (!c.is_ascii() && !is_western(c) && !is_punctuation(c) && c.is_numeric())
            {
                figures.push(c);
            } else if !matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}') {
                push_figures(&mut figures, more, &mut anchors);
            }
            if is_of_word(c) || (is_of_address(c) && word.is_some()) {
                word.get_or_insert(at);
            } else if let Some(start) = word.take() {
                push_word(text.get(start..at).unwrap_or_default(), more, &mut anchors);
            }
            at += c.len_utf8();
        }
        push_figures(&mut figures, true, &mut anchors);
        if let Some(start) = word {
            push_word(text.get(start..).unwrap_or_default(), true, &mut anchors);
        }
        push_dates(dates, &mut anchors);
        features.set_anchors(anchors);
        features
    }

    /// The features of two neighbours taken together.
    pub fn joined(&self, next: &Features) -> Features {
        let mut features = Features {
            length: self.length + next.length,
            kind: self.kind,
            is_mirror: self.is_mirror || next.is_mirror,
            end: next.end,
            marks: self.marks.saturating_add(next.marks),
            text: hash((self.text, next.text)),
            ..Features::default()
        };
        features.keep(merged(&self.anchors, &next.anchors));
        features
    }

    /// With its figures, dates and addresses alone.
    pub fn figures(&self) -> Features {
        let mut features = Features::default();
        features.set_anchors(self.anchors.iter().filter(|(_, weight)| *weight > NAME).copied().collect());
        features
    }

    /// Sorts the anchors; of equal ones every next counts as an anchor of its own.
    fn set_anchors(&mut self, mut anchors: Vec<(u32, u16)>) {
        anchors.sort_unstable();
        anchors.truncate(MOST_ANCHORS);
        self.keep(anchors);
    }

    /// Takes sorted anchors for its own.
    fn keep(&mut self, anchors: Vec<(u32, u16)>) {
        self.signature = anchors.iter().fold(0, |bits, (hash, _)| bits | 1 << (hash % 64));
        self.weight = anchors.iter().map(|(_, weight)| u32::from(*weight)).sum();
        self.anchors = anchors;
    }

    /// The weight of the anchors that both have.
    pub fn common(&self, other: &Features) -> u32 {
        if self.signature & other.signature == 0 {
            return 0;
        }
        let (mut i, mut j, mut sum) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.anchors.get(i), other.anchors.get(j)) {
            // Without a branch: which of them is less can't be foretold.
            sum += if a.0 == b.0 { u32::from(a.1.min(b.1)) } else { 0 };
            i += usize::from(a.0 <= b.0);
            j += usize::from(b.0 <= a.0);
        }
        sum
    }
}

/// The first anchors of two sorted lists taken together, sorted.
fn merged(one: &[(u32, u16)], other: &[(u32, u16)]) -> Vec<(u32, u16)> {
    let mut out = Vec::with_capacity((one.len() + other.len()).min(MOST_ANCHORS));
    let (mut i, mut j) = (0, 0);
    while out.len() < MOST_ANCHORS {
        let of_one = match (one.get(i), other.get(j)) {
            (Some(a), Some(b)) => a <= b,
            (own, _) => own.is_some(),
        };
        let Some(first) = (if of_one { one.get(i) } else { other.get(j) }) else { break };
        out.push(*first);
        i += usize::from(of_one);
        j += usize::from(!of_one);
    }
    out
}

/// Dates by their day, whatever language names the month.
fn push_dates(dates: &[FoundDate], anchors: &mut Vec<(u32, u16)>) {
    for found in dates.iter().take(MOST_ANCHORS / 4) {
        let whole = found.first.day.is_some() && found.first.year.is_some();
        anchors.push((hash(("date", found.first, found.last)) as u32, if whole { 6 } else { 4 }));
    }
}

/// A number without its separators: "1,234" and "1.234" and "1 234" are one.
fn push_figures(figures: &mut String, more: bool, anchors: &mut Vec<(u32, u16)>) {
    if !figures.is_empty() {
        if more {
            let weight = if figures.chars().count() == 1 { 2 } else { 4 };
            anchors.push((hash(figures.as_str()) as u32, weight));
        }
        figures.clear();
    }
}

/// A word with a capital by its first letters in plain Latin ones (a cognate: "Peru", "Pérou",
/// "Перу"); a word that looks like an address or an identifier as it is.
fn push_word(word: &str, more: bool, anchors: &mut Vec<(u32, u16)>) {
    if !more {
        return;
    }
    let bytes = word.as_bytes();
    if bytes.iter().all(u8::is_ascii_alphabetic) {
        if let [first, second, rest @ ..] = bytes
            && first.is_ascii_uppercase()
        {
            let mut key = [*first, *second, 0, 0];
            let length = 2 + rest.len().min(2);
            key[2..].iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            key.make_ascii_lowercase();
            let key = key.get(..length).and_then(|key| std::str::from_utf8(key).ok()).unwrap_or_default();
            anchors.push((hash(("name", key)) as u32, NAME));
        }
        return;
    }
    let is_end = |byte: &u8| matches!(byte, b'.' | b':' | b'/' | b'-' | b'?' | b'_' | b'%');
    let end = bytes.iter().rposition(|byte| !is_end(byte)).map_or(0, |last| last + 1);
    let bare = word.get(..end).unwrap_or_default();
    if is_small(bare.as_bytes()) {
        return;
    }
    let has = |byte: u8| bytes.contains(&byte);
    if has(b':') && bare.contains("://")
        || has(b'@')
        || has(b'_') && bare.contains('_')
        || bare.starts_with("www.")
    {
        anchors.push((hash(("address", bare)) as u32, 6));
    } else {
        for part in bare.split(|c: char| !is_of_word(c)).take(16) {
            let mut chars = part.chars();
            if chars.next().is_some_and(char::is_uppercase) && chars.next().is_some() {
                let key: String = part.chars().take(12).flat_map(latin).take(4).collect();
                anchors.push((hash(("name", key)) as u32, NAME));
            }
        }
    }
}

/// Whether the word is of small Western letters and figures alone, so that it is neither a name nor an
/// address.
fn is_small(word: &[u8]) -> bool {
    let mut bytes = word.iter();
    while let Some(byte) = bytes.next() {
        let small = match byte {
            b'a'..=b'z' | b'0'..=b'9' => true,
            // U+00DF to U+00FF, without the sign of division.
            0xC3 => bytes.next().is_some_and(|low| *low >= 0x9F && *low != 0xB7),
            _ => false,
        };
        if !small {
            return false;
        }
    }
    true
}

/// Where the run of ASCII letters ends that goes on at `at`.
fn run_of_letters(bytes: &[u8], mut at: usize) -> usize {
    loop {
        let letters = letters_ahead(eight_bytes(bytes, at)) as usize;
        at += letters;
        if letters < 8 {
            return at;
        }
    }
}

/// Whether an ASCII character can be no part of the word before it.
fn ends_word(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && !is_of_address(char::from(byte))
}

fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        c => is_western(c) || !is_punctuation(c) && c.is_alphanumeric(),
    }
}

/// Marks that are common in texts of all languages: dashes, quotation marks, blanks.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}' | '\u{a0}' | '«' | '»' | '¿' | '¡')
}

/// Letters of Western and Central Europe, which are most that are not ASCII.
fn is_western(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ')
}

fn is_of_address(c: char) -> bool {
    matches!(c, ':' | '/' | '.' | '@' | '-' | '_' | '=' | '?' | '&' | '#' | '%')
}

/// The character as small plain Latin letters: marks off, Cyrillic and Greek transliterated.
fn latin(c: char) -> impl Iterator<Item = char> {
    let small = c.to_lowercase().next().unwrap_or(c);
    let text: &'static str = match small {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'а' | 'α' | 'ά' => "a",
        'б' => "b",
        'β' | 'в' => "v",
        'ç' | 'ć' | 'č' | 'ц' => "c",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' | 'е' | 'ё' | 'э' | 'ε' | 'έ' => "e",
        'ж' => "zh",
        'з' | 'ž' | 'ż' | 'ź' | 'ζ' => "z",
        'ì'..='ï' | 'ī' | 'ı' | 'и' | 'й' | 'і' | 'ї' | 'ι' | 'ί' | 'η' => "i",
        'к' | 'κ' => "k",
        'л' | 'ł' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ñ' | 'ń' | 'ň' | 'ν' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'о' | 'ο' | 'ό' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ř' | 'ρ' => "r",
        'с' | 'ś' | 'š' | 'ş' | 'ș' | 'σ' => "s",
        'т' | 'ţ' | 'ț' | 'τ' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'у' => "u",
        'ф' | 'φ' => "f",
        'х' | 'χ' => "h",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ы' | 'ý' | 'ÿ' => "y",
        'ю' => "iu",
        'я' => "ia",
        'ь' | 'ъ' => "",
        _ => return [Some(small), None].into_iter().flatten(),
    };
    let mut letters = text.chars();
    [letters.next(), letters.next()].into_iter().flatten()
}

fn end_of(text: &str) -> End {
    let closing =
        |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | '*' | '_' | '」');
    match text.trim_end_matches(closing).chars().next_back() {
        Some('.' | '。' | '।' | '．' | '…') => End::Stop,
        Some('?' | '？' | '؟') => End::Question,
        Some('!' | '！') => End::Exclamation,
        Some(':' | '：') => End::Colon,
        _ => End::Open,
    }
}
