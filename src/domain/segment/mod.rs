//! Segments: the sentences of a unit.
//!
//! **The base** is the sentence boundaries of Unicode (UAX #29): they know the stops, question marks,
//! quotation marks and brackets of every script, and that a small letter goes on with a sentence. They
//! know no abbreviation, so [`segments`] takes boundaries away, and adds a few, by rules of its own and
//! a table of abbreviations (`abbreviations.txt`).
//!
//! What was weighed, as precision and recall of the boundaries within paragraphs of public treebanks
//! (Universal Dependencies: English GUM, Spanish, French, German and Russian GSD, Chinese GSD):
//!
//! | | UAX #29 alone | the rules of LanguageTool (SRX) | these rules |
//! |---|---|---|---|
//! | en | 0.940 0.946 | 0.948 0.947 | 0.975 0.945 |
//! | es | 0.985 0.962 | 0.971 0.949 | 0.998 0.960 |
//! | fr | 0.970 0.958 | 0.980 0.957 | 0.995 0.962 |
//! | de | 0.950 0.912 | 0.973 0.905 | 0.998 0.911 |
//! | ru | 0.986 0.968 | 0.955 0.981 | 0.988 0.972 |
//! | zh | 0.992 0.986 | 0.991 0.986 | 1.000 0.994 |
//!
//! What the recall lacks there are sentences without a stop. UAX #29 was had from unicode-segmentation
//! and from icu_segmenter (ICU4X), which find the same places; the latter is five to fifteen times as
//! fast (some 120 MB/s) and is used. SRX was read by the crate `srx`, at 1 to 2 MB/s. The test
//! `tests::measured` prints and holds the figures on gold tables that stand beside it.
//!
//! **The rules**, each for a stop with a blank and something other than a small letter behind it:
//! - after a title or the like (`Mr.`, `Sra.`, `M.`, `EE.`): never a boundary; after `No.`, `núm.`,
//!   `art.`: none before a figure or a Roman numeral; after `U.S.`, `Inc.`, `EE. UU.`: one only
//!   before a word that begins sentences (`The`, `El`);
//! - after an initial (`J. Smith`) or letters with a stop each (`z. B.`): likewise;
//! - after a figure where the language writes ordinals so (`19. April`): likewise, unless the figure
//!   is a year;
//! - after a mark of a list that the segment begins with (`1.`, `A.`, `IV.`): never;
//! - a figure or `(i)` begins a sentence where UAX #29 looks past it to a small letter;
//! - an ellipsis `…` ends one before a capital, as `...` does; but not in brackets (`[…]`);
//! - a question or exclamation mark ends none before a small letter (`« Quoi ? » dit-il`), nor
//!   alone in brackets (`(!)`); a Japanese quotation is no sentence where kana follow it;
//! - what closes after a blank (`. »`) belongs to what it closes.
//!
//! A line end within a unit is a blank: text files wrap their lines. A hard break (`<br>`, `\` at the
//! end of a line, U+2028, U+2029) is a boundary. Code, addresses and tags are never cut
//! ([`change::special`](super::change) tells them), and hide what looks like a stop in them. Thai,
//! Lao and Khmer write no stops; a unit of theirs is one segment unless it has marks of others.
//!
//! Linear: each rule looks at most [`REACH`] bytes around a boundary.

mod abbreviations;
mod mask;

use std::ops::Range;

use icu_segmenter::SentenceSegmenter;

use super::locale::Locale;
use abbreviations::{Class, Language};
pub use mask::codes;

/// How far a rule looks around a boundary, in bytes.
const REACH: usize = 80;

/// The segments of a unit's text: byte ranges in order, without gaps, which together are the text.
/// Blanks between two sentences belong to the first. An empty text has none.
pub fn segments(text: &str, locale: &Locale) -> Vec<Range<usize>> {
    let language = Language::of(locale);
    let masked = mask::masked(text);
    let cut = Cut { text: &masked, language, japanese: locale.language() == "ja" };
    let mut out = Vec::new();
    let mut start = 0;
    let mut extra = cut.candidates().peekable();
    let segmenter = SentenceSegmenter::new(Default::default());
    let mut base = segmenter.segment_str(&masked).peekable();
    loop {
        let (at, by_base) = match (base.peek().copied(), extra.peek().copied()) {
            (None, None) => break,
            (Some(at), None) => (at, true),
            (None, Some(at)) => (at, false),
            (Some(one), Some(other)) => (one.min(other), one <= other),
        };
        base.next_if_eq(&at);
        extra.next_if_eq(&at);
        if at <= start || at >= masked.len() {
            continue;
        }
        let Some(end) = cut.boundary(start, at, by_base) else { continue };
        if end > start && end < masked.len() {
            out.push(start..end);
            start = end;
        }
    }
    if start < masked.len() {
        out.push(start..masked.len());
    }
    out
}

/// A segment without the blanks around it, as a translator sees it.
pub fn core(text: &str, range: &Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// A masked text and the language it is read in.
struct Cut<'t> {
    text: &'t str,
    language: &'static Language,
    japanese: bool,
}

/// What follows a boundary, opening marks passed over.
struct Next<'t> {
    /// The first letter or figure, or whatever stands there.
    first: Option<char>,
    /// The word it begins.
    word: &'t str,
    /// Whether a stop follows the word.
    stopped: bool,
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '․' | '．')
}

fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '*'
    )
}

fn opens(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '»'
            | '「'
            | '『'
            | '（'
            | '¿'
            | '¡'
            | '—'
            | '–'
            | '-'
            | '•'
    )
}

impl<'t> Cut<'t> {
    /// Places where a sentence may begin that UAX #29 does not see: behind a stop, an ellipsis or a
    /// Greek question mark, what closes, and a blank.
    fn candidates(&self) -> impl Iterator<Item = usize> + '_ {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                // The marks of Latin text and the first byte of `…`.
                let mark = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | b';' | 0xe2);
                let found = at + bytes.get(at..)?.iter().position(mark)?;
                let tail = self.text.get(found..).unwrap_or_default();
                let Some(c) = tail.chars().next() else {
                    at = found + 1;
                    continue;
                };
                at = found + c.len_utf8();
                if !(matches!(c, '.' | '!' | '?' | '…') || c == ';' && self.language.semicolon_asks) {
                    continue;
                }
                let after = self.text.get(at..).unwrap_or_default();
                let closed = after.trim_start_matches(|c| closes(c) || is_stop(c));
                let blank = closed.trim_start();
                if blank.len() < closed.len() {
                    at = self.text.len() - blank.len();
                    return Some(at);
                }
                at = self.text.len() - closed.len();
            }
        })
    }

    /// Where a sentence ends that would end at `at`; `None` if none does.
    fn boundary(&self, start: usize, at: usize, by_base: bool) -> Option<usize> {
        let head = self.text.get(start..at)?;
        if head.ends_with(['\n', '\u{85}', '\u{2028}', '\u{2029}']) {
            let tail = self.text.get(at..)?;
            return Some(at + tail.len() - tail.trim_start_matches([' ', '\t']).len());
        }
        // What closes after a blank belongs to what it closes.
        let mut at = at;
        let tail = self.text.get(at..)?;
        let closed = tail.trim_start_matches(closes);
        if closed.len() < tail.len()
            && tail.len() - closed.len() <= REACH
            && closed.chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':'))
        {
            at = self.text.len() - closed.trim_start().len();
        }
        let mut head = self.text.get(start..at)?;
        // To UAX #29 a quotation mark that opens closes as well, where no blank parts sentences.
        let unopened = head.trim_end_matches(['“', '‘', '「', '『', '（', '《', '〈', '【', '«']);
        if unopened.len() < head.len() && unopened.ends_with(|c: char| !c.is_whitespace()) {
            at = start + unopened.len();
            head = unopened;
        }
        let by_base = by_base || self.is_speech(at);
        let next = self.next(at);
        let first = next.first?;
        if matches!(first, ',' | ';' | ':' | '/') {
            return None;
        }
        // The mark that ends the sentence, what closes and the blanks behind it left out.
        let bare = head.trim_end();
        let blank = bare.len() < head.len();
        let ended = self.near(bare).trim_end_matches(|c: char| closes(c) || c.is_whitespace());
        let mark = ended.chars().next_back()?;
        let ended_len = bare.len() - (self.near(bare).len() - ended.len());
        let is_closed = ended_len < bare.len();
        let before = head.get(..ended_len - mark.len_utf8())?;
        let ends = match mark {
            // "10.JPG", "a?b=c"; scripts without capitals write the next sentence at once.
            _ if !blank && is_stop(mark) => by_base && !cased(first) && !first.is_numeric(),
            '!' | '?' if !blank => {
                by_base && (first.is_uppercase() || !cased(first) && first.is_alphabetic())
            }
            '…' => self.after_ellipsis(before, bare.get(ended_len..)?, first),
            _ if is_stop(mark) && before.ends_with("..") => {
                by_base && self.after_ellipsis(before, bare.get(ended_len..)?, first)
            }
            _ if is_stop(mark) => self.after_stop(before, is_closed, at, &next, first, by_base),
            ';' => first.is_uppercase(),
            _ => {
                let alone = before.ends_with(['(', '[', '（']) && is_closed;
                let quoted = self.japanese
                    && bare.ends_with(['」', '』', '）', ')', '”'])
                    && matches!(first, 'ぁ'..='ゖ')
                    && !blank;
                by_base && !alone && !quoted && !first.is_lowercase()
            }
        };
        ends.then_some(at)
    }

    /// Whether a dash stands there that opens what someone says: `— Entrez !`, `—¿Quién es?`.
    fn is_speech(&self, at: usize) -> bool {
        let spoken = self.text.get(at..).and_then(|tail| tail.strip_prefix(['—', '–'])).unwrap_or_default();
        let first = spoken.trim_start_matches([' ', '\u{a0}', '\u{202f}']).chars().next();
        first.is_some_and(|c| c.is_uppercase() || matches!(c, '¿' | '¡'))
    }

    /// The end of a text, so much of it as a rule may look at.
    fn near<'h>(&self, head: &'h str) -> &'h str {
        let mut from = head.len().saturating_sub(REACH);
        while !head.is_char_boundary(from) {
            from += 1;
        }
        head.get(from..).unwrap_or(head)
    }

    fn next(&self, at: usize) -> Next<'t> {
        let mut to = self.text.len().min(at + REACH);
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        let tail = self.text.get(at..to).unwrap_or_default();
        let tail = tail.trim_start_matches(|c: char| c.is_whitespace() || opens(c));
        let end = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
        let (word, rest) = tail.split_at(end);
        // Something stands there even if nothing but opening marks is in reach.
        let first = tail.chars().next().or_else(|| self.text.get(at..)?.chars().next());
        Next { first, word, stopped: rest.starts_with(is_stop) }
    }

    /// Whether a sentence ends with an ellipsis that has `before` before it and `closing` behind.
    fn after_ellipsis(&self, before: &str, closing: &str, first: char) -> bool {
        let before = before.trim_end_matches(is_stop);
        let left_out = before.ends_with(['[', '(']) && closing.starts_with([']', ')']);
        // At the beginning, it says that something was left out there.
        let leads =
            closing.trim().is_empty() && self.near(before).trim().chars().all(|c| opens(c) || closes(c));
        !left_out && !leads && !first.is_lowercase() && first.is_alphanumeric()
    }

    /// Whether a sentence ends with a stop that has `before` before it.
    fn after_stop(
        &self,
        before: &str,
        is_closed: bool,
        at: usize,
        next: &Next<'_>,
        first: char,
        by_base: bool,
    ) -> bool {
        let near = self.near(before);
        let from = near.rfind(|c: char| c.is_whitespace() || opens_word(c)).map_or(0, |found| {
            found + near.get(found..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
        let word = near.get(from..).unwrap_or_default();
        let lead = near.get(..from).unwrap_or_default();
        let numeral = self.begins_with_numeral(at, next, first);
        let begins = self.begins(next);
        // The mark of a list at the beginning of the segment.
        let alone = before.len() == near.len() && lead.chars().all(|c| opens(c) || c.is_whitespace());
        let listed = lead.trim_end().ends_with([':', ';']);
        if (alone || listed) && !is_closed && is_list_mark(word) && !(listed && word.len() > 2) {
            return false;
        }
        let capital = first.is_uppercase();
        let one = word.chars().nth(1).is_none();
        // "z. B.", "p. m.": letters with a stop and a blank each.
        let spaced = lead.trim_end().strip_suffix('.').and_then(|lead| {
            let letter = lead.chars().next_back().filter(|c| one && c.is_alphabetic())?;
            let alone = lead.chars().rev().nth(1).is_none_or(|c| !c.is_alphanumeric());
            alone.then_some(letter)
        });
        let after_figure = lead.trim_end().ends_with(|c: char| c.is_numeric());
        let class = spaced
            .and_then(|letter| self.language.class(&format!("{letter}.{word}")))
            .or_else(|| self.language.class(word))
            .or_else(|| {
                let last = word.rsplit(['/', '-']).next().filter(|last| last.len() < word.len())?;
                self.language.class(last)
            });
        let class = match class {
            // "2018 г.", and not "г. Москва".
            Some(Class::Never) if one && after_figure => Some(Class::Either),
            // "art. L. 5", and not "M. L. Martin".
            Some(Class::Number) if one && !numeral && word.starts_with(char::is_uppercase) => None,
            class => class,
        };
        if let Some(class) = class {
            return match class {
                Class::Never => is_closed && begins,
                Class::Number if numeral => false,
                Class::Number => by_base,
                Class::Either if capital => begins,
                Class::Either => by_base && !first.is_numeric(),
                Class::Ends => by_base,
            };
        }
        let mut letters = word.chars();
        let initial = match (letters.next(), letters.next()) {
            (Some(c), None) if c.is_alphabetic() && cased(c) => Some(c),
            _ => None,
        };
        if let Some(letter) = initial {
            return match capital {
                true => begins && by_base,
                false if letter.is_uppercase() || spaced.is_some() => {
                    by_base && !first.is_numeric() && !is_closed
                }
                false => by_base,
            };
        }
        if is_acronym(word) {
            return if capital { begins && by_base } else { by_base && !first.is_numeric() };
        }
        let figures = word.chars().all(|c| c.is_ascii_digit());
        if self.language.ordinals && capital && (figures && word.len() <= 3 || is_roman(word)) {
            return begins || self.is_number_of(lead);
        }
        if by_base {
            return true;
        }
        // What UAX #29 looks past: a figure or the mark of a list before small letters.
        let figure = first.is_numeric() && (!figures || word.len() >= 4);
        !word.is_empty() && (figure || self.is_list_item(at))
    }

    /// Whether the text ends with the abbreviation of what a number is of: "Nr.", "S.".
    fn is_number_of(&self, lead: &str) -> bool {
        let Some(lead) = lead.trim_end().strip_suffix(is_stop) else { return false };
        let word = lead.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        self.language.class(word) == Some(Class::Number)
    }

    /// Whether what follows is a word that begins sentences, and no initial.
    fn begins(&self, next: &Next<'_>) -> bool {
        let one = next.word.chars().nth(1).is_none();
        if next.word.is_empty() || next.stopped && one {
            return false;
        }
        // A name does not go on with a title.
        let title = || !one && self.language.class(next.word) == Some(Class::Never);
        self.language.starts(&next.word.to_lowercase()) || title()
    }

    /// Whether a figure, a Roman numeral or a lone letter follows.
    fn begins_with_numeral(&self, at: usize, next: &Next<'_>, first: char) -> bool {
        let tail = self.text.get(at..).unwrap_or_default();
        first.is_numeric()
            || matches!(first, '#' | '§' | '№')
            || tail.starts_with(['n', 'N']) && tail.get(1..).is_some_and(|rest| rest.starts_with(['º', '°']))
            || is_roman(next.word) && (next.word != "I" || next.stopped)
            || next.word.chars().nth(1).is_none()
                && first.is_uppercase()
                && !self.language.starts(&next.word.to_lowercase())
    }

    /// Whether the mark of a list item stands there: `(i)`, `(a)`, `b)`.
    fn is_list_item(&self, at: usize) -> bool {
        let tail = self.text.get(at..).unwrap_or_default();
        let inner = tail.strip_prefix('(').unwrap_or(tail);
        let end = inner.bytes().take(6).position(|b| b == b')').unwrap_or(0);
        let mark = inner.get(..end).unwrap_or_default();
        let roman = |b: u8| matches!(b, b'i' | b'v' | b'x') || b.is_ascii_digit();
        mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_alphanumeric())
            || !mark.is_empty() && mark.bytes().all(roman)
    }
}

/// Whether a word begins behind that sign.
fn opens_word(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '"'
            | '“'
            | '‘'
            | '„'
            | '«'
            | '»'
            | '’'
            | '\''
            | '—'
            | '–'
            | ','
            | ';'
            | ':'
            | '*'
    )
}

/// Whether a letter is of a script with capitals.
fn cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 7 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// Whether a word is the mark of a list: `1`, `12`, `1.2`, `A`, `iv`.
fn is_list_mark(word: &str) -> bool {
    let figures = word.len() <= 8
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.split('.').all(|part| part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()));
    let roman = word.len() <= 5 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'I' | b'V' | b'X'));
    !word.is_empty()
        && (figures || roman || word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic))
}

/// Letters with a stop after each but the last: `U.S`, `J.-C`, `Ph.D`.
fn is_acronym(word: &str) -> bool {
    let mut parts = 0;
    word.split(['.', '-']).all(|part| {
        parts += 1;
        let mut letters = part.chars();
        part.is_empty() && parts > 1
            || letters.next().is_some_and(char::is_alphabetic)
                && (letters.next().is_none() || part.chars().count() <= 2)
                && part.chars().all(char::is_alphabetic)
    }) && word.contains('.')
        && parts > 1
}

#[cfg(test)]
mod tests;
