//! What of a block survives translation: its length, kind, figures, names, addresses, marks.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::domain::date::find_dates;
use crate::domain::document::{Block, BlockKind};
use crate::domain::text::normalised;

/// How many anchors of one block are kept. The blocks of a page have fewer; an endless one must
/// not make each comparison long.
const MOST_ANCHORS: usize = 64;

/// The weight of a name.
const NAME: u16 = 2;

/// The features of one block or of two joined.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    /// The length in characters without blanks.
    pub length: usize,
    /// The kind of the (first) block.
    pub kind: Option<BlockKind>,
    /// Whether it (or one of two) is copied across, not translated.
    pub is_mirror: bool,
    /// What survives translation, by hash, sorted, with a weight.
    pub anchors: Vec<(u32, u16)>,
    /// A bit for each anchor, by its hash: two sets without a common bit have no common anchor.
    signature: u64,
    /// The sum of the weights.
    pub weight: u32,
    /// How the last sentence ends.
    pub end: End,
    /// Links and code spans.
    pub marks: u16,
    /// The hash of the normalised text.
    pub text: u64,
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
    /// Reads them off a block. Linear in its text.
    pub fn of(block: &Block) -> Features {
        let text = block.text.as_str();
        let mut features = Features {
            kind: Some(block.kind),
            is_mirror: block.kind.is_mirror(),
            end: end_of(text),
            text: hash(normalised(text).as_ref()),
            ..Features::default()
        };
        let mut anchors: Vec<(u32, u16)> = Vec::new();
        let mut figures = String::new();
        let mut word = String::new();
        for c in text.chars() {
            if !c.is_whitespace() {
                features.length += 1;
            }
            if c == '[' || c == '`' {
                features.marks = features.marks.saturating_add(1);
            }
            let more = anchors.len() < 4 * MOST_ANCHORS;
            if c.is_ascii_digit() || (c.is_numeric() && !c.is_ascii()) {
                figures.push(c);
            } else if !matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}') || figures.is_empty() {
                push_figures(&mut figures, more, &mut anchors);
            }
            let of_address = matches!(c, ':' | '/' | '.' | '@' | '-' | '_' | '=' | '?' | '&' | '#' | '%');
            if c.is_alphanumeric() || (of_address && !word.is_empty()) {
                word.push(c);
            } else {
                push_word(&mut word, more, &mut anchors);
            }
        }
        push_figures(&mut figures, true, &mut anchors);
        push_word(&mut word, true, &mut anchors);
        if text.bytes().any(|b| b.is_ascii_digit() || b >= 0x80) {
            push_dates(text, &mut anchors);
        }
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
        features.set_anchors(self.anchors.iter().chain(&next.anchors).copied().collect());
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
            match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += u32::from(a.1.min(b.1));
                    i += 1;
                    j += 1;
                }
            }
        }
        sum
    }
}

/// Dates by their day, whatever language names the month.
fn push_dates(text: &str, anchors: &mut Vec<(u32, u16)>) {
    // Of an endless text the first page will do.
    let end = text.char_indices().nth(4_000).map_or(text.len(), |(at, _)| at);
    for found in find_dates(text.get(..end).unwrap_or_default()).into_iter().take(MOST_ANCHORS / 4) {
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
fn push_word(word: &mut String, more: bool, anchors: &mut Vec<(u32, u16)>) {
    if word.is_empty() {
        return;
    }
    if more {
        let bare = word.trim_end_matches(['.', ':', '/', '-', '?', '_', '%']);
        if bare.contains("://") || bare.contains('@') || bare.contains('_') || bare.starts_with("www.") {
            anchors.push((hash(("address", bare)) as u32, 6));
        } else {
            for part in bare.split(|c: char| !c.is_alphanumeric()).take(16) {
                let mut chars = part.chars();
                if chars.next().is_some_and(char::is_uppercase) && chars.next().is_some() {
                    let key: String = part.chars().take(12).flat_map(latin).take(4).collect();
                    anchors.push((hash(("name", key)) as u32, NAME));
                }
            }
        }
    }
    word.clear();
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
