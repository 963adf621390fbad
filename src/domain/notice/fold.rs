//! The folded form in which wordings, cue words and names are compared, with a way back to the
//! bytes of the text.
//!
//! Sites write one wording in many shapes: typed without accents, with typographic apostrophes,
//! in capitals, decomposed, with soft hyphens or direction marks. Folding takes all of that away
//! on both sides, so that neither the lists nor the rules have to know of it.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// A folded text and, for each of its bytes, where in the original it came from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    pub(crate) text: String,
    from: Vec<u32>,
}

impl Folded {
    /// Folds `text`: canonical decomposition with Latin, Greek and Cyrillic accents and Arabic and
    /// Hebrew vowel points dropped, lower case, plain apostrophes, quotes, dashes and blanks,
    /// invisible marks dropped, Arabic letter variants made one. Linear; callers cap the length.
    pub(crate) fn new(text: &str) -> Self {
        let mut out =
            Folded { text: String::with_capacity(text.len()), from: Vec::with_capacity(text.len() + 1) };
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_graphic() {
                out.text.push(byte.to_ascii_lowercase() as char);
                out.from.push(at as u32);
                at += 1;
                continue;
            }
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            out.push(at, c);
            at += c.len_utf8();
        }
        if out.text.ends_with(' ') {
            out.text.pop();
            out.from.pop();
        }
        out.from.push(text.len() as u32);
        out
    }

    fn put(&mut self, at: usize, c: char) {
        if c == ' ' && (self.text.is_empty() || self.text.ends_with(' ')) {
            return;
        }
        self.text.push(c);
        self.from.extend(std::iter::repeat_n(at as u32, c.len_utf8()));
    }

    fn push(&mut self, at: usize, c: char) {
        if c.is_ascii() {
            let plain = if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() };
            self.put(at, plain);
            return;
        }
        if c.is_whitespace() {
            self.put(at, ' ');
            return;
        }
        // Letters of Western Europe with their accents, which are most.
        if let '\u{c0}'..='\u{ff}' = c {
            let plain = plain_letter((u32::from(c) - 0xc0) as u8).unwrap_or(b'.');
            if plain != b'.' {
                self.put(at, char::from(plain));
                return;
            }
        }
        match c {
            '\u{ac00}'..='\u{d7a3}' => self.put(at, c),
            'ß' => {
                self.put(at, 's');
                self.put(at, 's');
            }
            _ => {
                let mut parts = [None; 4];
                let mut count = 0;
                decompose_canonical(c, |part| {
                    if let Some(place) = parts.get_mut(count) {
                        *place = Some(part);
                        count += 1;
                    }
                });
                for part in parts.into_iter().flatten() {
                    for low in part.to_lowercase() {
                        if let Some(plain) = plain(low) {
                            self.put(at, plain);
                        }
                    }
                }
            }
        }
    }

    /// The byte range of the original text that a byte range of the folded text stands for.
    pub(crate) fn original(&self, range: Range<usize>) -> Range<usize> {
        let end = self.from.last().copied().unwrap_or(0);
        let at = |index: usize| self.from.get(index).copied().unwrap_or(end) as usize;
        at(range.start)..at(range.end).max(at(range.start))
    }
}

/// Folds a word or wording of a list.
pub(crate) fn fold(text: &str) -> String {
    // Nothing but its case is folded in such a word.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_ascii_lowercase();
    }
    folded_western(text).unwrap_or_else(|| Folded::new(text).text)
}

/// The text folded, if it has nothing but graphic ASCII characters and letters from U+00C0 to U+00FF
/// that lose their accents.
fn folded_western(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let plain = match byte {
            _ if byte.is_ascii_graphic() => byte.to_ascii_lowercase(),
            0xC3 => bytes.next().and_then(|low| plain_letter(low & 0x3f)).filter(|plain| *plain != b'.')?,
            _ => return None,
        };
        out.push(plain);
    }
    String::from_utf8(out).ok()
}

/// The letter from U+00C0 to U+00FF that stands at the byte `at` of a text, small and without its
/// accent; `None` for anything else, and for those that are two letters or have no accent.
pub(crate) fn western_letter(bytes: &[u8], at: usize) -> Option<u8> {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(0xC3), Some(low)) => plain_letter(low & 0x3f).filter(|plain| *plain != b'.'),
        _ => None,
    }
}

/// The letter U+00C0 and so many, small and without its accent; a stop for what is no such letter.
fn plain_letter(at: u8) -> Option<u8> {
    const PLAIN: &[u8; 64] = b"aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y";
    PLAIN.get(usize::from(at)).copied()
}

/// The plain form of one lower-case character; `None` for what is dropped.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => return None,
        '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => return None,
        '\u{591}'..='\u{5c7}' if canonical_combining_class(c) != 0 => return None,
        '’' | '‘' | 'ʼ' | '´' | '`' | '′' | '＇' | '‛' | '׳' => '\'',
        '“' | '”' | '„' | '«' | '»' | '″' | '「' | '」' | '『' | '』' | '《' | '》' => '"',
        '‐'..='―' | '−' => '-',
        '，' | '、' | '،' | '፣' | '၊' => ',',
        '：' => ':',
        '；' | '؛' | '፤' => ';',
        '（' => '(',
        '）' => ')',
        '！' => '!',
        '？' | '؟' => '?',
        '。' | '｡' | '।' | '۔' | '．' | '։' | '።' | '។' | '။' => '.',
        'ı' => 'i',
        'ø' => 'o',
        'đ' => 'd',
        'ł' => 'l',
        'ς' => 'σ',
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ة' => 'ه',
        'ە' => 'ه',
        _ => c,
    })
}

/// Whether a script that is written without blanks between words, or that glues particles to
/// them, begins or ends at this character: no word boundary is asked for there.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ac00}'..='\u{d7a3}')
}

/// Whether the letter may follow a glued preposition or article (Arabic and Hebrew write
/// "in English" as one word).
fn is_glued(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{6ff}')
}

/// Whether a word can begin at `start` of the folded text.
pub(crate) fn begins_word(text: &str, start: usize) -> bool {
    let Some(first) = text.get(start..).and_then(|rest| rest.chars().next()) else { return false };
    if is_unspaced(first) {
        return true;
    }
    let Some(before) = text.get(..start) else { return false };
    if is_glued(first) {
        let glued = before.chars().rev().take_while(|c| is_glued(*c)).take(4).count();
        return glued <= 3;
    }
    before.chars().next_back().is_none_or(|c| !is_word(c) || is_unspaced(c))
}

/// Whether the word at `start` follows a glued preposition or article.
pub(crate) fn is_glued_at(text: &str, start: usize) -> bool {
    let around = |c: Option<char>| c.is_some_and(is_glued);
    around(text.get(start..).and_then(|rest| rest.chars().next()))
        && around(text.get(..start).and_then(|head| head.chars().next_back()))
}

/// Whether `start` lies inside a Korean word.
pub(crate) fn is_inside_hangul(text: &str, start: usize) -> bool {
    let hangul = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{ac00}'..='\u{d7a3}'));
    hangul(text.get(start..).and_then(|rest| rest.chars().next()))
        && hangul(text.get(..start).and_then(|head| head.chars().next_back()))
}

/// Whether a word can end at `end` of the folded text.
pub(crate) fn ends_word(text: &str, end: usize) -> bool {
    let last = text.get(..end).and_then(|head| head.chars().next_back());
    if last.is_some_and(|c| is_unspaced(c) || !is_word(c)) {
        return true;
    }
    let Some(after) = text.get(end..) else { return false };
    after.chars().next().is_none_or(|c| !is_word(c) || is_unspaced(c))
}

/// Letters, digits and combining marks (Indic vowel signs are marks).
pub(crate) fn is_word(c: char) -> bool {
    // Most letters that are no ASCII ones.
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}')
        // None of general punctuation is one.
        || !matches!(c, '\u{2000}'..='\u{206f}' | '\u{a0}' | '«' | '»') && is_other_word(c)
}

fn is_other_word(c: char) -> bool {
    c.is_alphanumeric()
        || canonical_combining_class(c) != 0
        || matches!(c, '\u{900}'..='\u{e4e}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_western_europe_lose_their_accents() {
        let folded = fold("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ");
        for (one, other) in [("À", "A\u{300}"), ("Ç", "C\u{327}"), ("ñ", "n\u{303}"), ("ÿ", "y\u{308}")] {
            assert_eq!(fold(one), fold(other));
        }
        assert_eq!(folded, "aaaaaaæceeeeiiiiðnooooo×ouuuuyþssaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy");
    }

    #[test]
    fn one_wording_in_many_shapes_folds_to_one_text() {
        let plain = fold("Cette page n'est pas disponible");
        for other in [
            "CETTE  page\u{a0}n’est pas\ndisponible",
            "Cette page n\u{2bc}est pas dispo\u{ad}nible ",
            "\u{200e}Cette pagé n'est pas disponible",
        ] {
            assert_eq!(fold(other), plain, "{other:?}");
        }
        assert_eq!(fold("Espan\u{303}ol"), fold("ESPAÑOL"));
        assert_eq!(fold("İNGİLİZCE"), fold("ingilizce"));
        assert_eq!(fold("بالإنجليزية"), fold("بالانجليزية"));
    }

    #[test]
    fn a_folded_range_leads_back_to_the_bytes_it_came_from() {
        let text = "  Ça  dépend d’İstanbul ";
        let folded = Folded::new(text);
        let at = folded.text.find("depend").unwrap();
        assert_eq!(&text[folded.original(at..at + 6)], "dépend");
        let at = folded.text.find("istanbul").unwrap();
        assert_eq!(&text[folded.original(at..folded.text.len())].trim_end(), &"İstanbul");
    }

    proptest::proptest! {
        #[test]
        fn folding_never_leaves_the_text(text in "\\PC{0,80}", a in 0usize..100, b in 0usize..100) {
            let folded = Folded::new(&text);
            let (a, b) = (a.min(b).min(folded.text.len()), a.max(b).min(folded.text.len()));
            if folded.text.is_char_boundary(a) && folded.text.is_char_boundary(b) {
                proptest::prop_assert!(text.get(folded.original(a..b)).is_some());
            }
        }
    }
}
