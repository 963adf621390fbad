//! Character references: read for the unit's text, written where a new text needs them.
//!
//! A unit's text is HTML as a person would write it: tags as they stand, and every character as
//! itself, save where it would be read as markup: `<` before what could begin a tag, and `&` before
//! what could be a reference, stay as references. So `Espa&ntilde;a` is España, `AT&amp;T` is AT&T, and
//! `&lt;b>` stays. References to blanks and control characters stay too, for they say more than a
//! blank does.

use std::collections::BTreeMap;

use super::tokens::{referred, tokens};

/// The longest name of a reference has 31 characters.
const LONGEST: usize = 40;

/// Adds the text of `raw`, which has no tags. `is_plain`: it stands where no tag is read (an
/// attribute, a title).
pub(super) fn read(raw: &str, is_plain: bool, out: &mut String) {
    let mut at = 0;
    while let Some(found) = raw.get(at..).and_then(|rest| rest.find(['&', '<'])) {
        let mark = at + found;
        out.push_str(raw.get(at..mark).unwrap_or_default());
        let rest = raw.get(mark..).unwrap_or_default();
        if rest.starts_with('<') {
            let behind = rest.get(1..).unwrap_or_default();
            out.push_str(if is_plain && begins_tag(behind) { "&lt;" } else { "<" });
            at = mark + 1;
            continue;
        }
        let written = candidate(rest);
        let behind = rest.get(written.len()..).unwrap_or_default();
        match meaning(written) {
            Some(meant) if reads_so(&meant, behind) => out.push_str(&meant),
            _ => out.push_str(written),
        }
        at = mark + written.len();
    }
    out.push_str(raw.get(at..).unwrap_or_default());
}

/// Whether a character may stand for its reference with `behind` after it.
fn reads_so(meant: &str, behind: &str) -> bool {
    match meant {
        "&" => !is_reference(&format!("&{}", candidate_tail(behind))),
        "<" => !begins_tag(behind),
        _ => !meant.chars().any(|c| c.is_control() || c == ' '),
    }
}

fn begins_tag(behind: &str) -> bool {
    behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// What at the beginning of `rest`, which begins with `&`, could be a reference.
fn candidate(rest: &str) -> &str {
    let length = 1 + candidate_tail(rest.get(1..).unwrap_or_default()).len();
    rest.get(..length).unwrap_or(rest)
}

fn candidate_tail(rest: &str) -> &str {
    let bytes = rest.as_bytes().iter().take(LONGEST);
    let name = bytes.take_while(|c| c.is_ascii_alphanumeric() || **c == b'#').count();
    let end = name + usize::from(rest.as_bytes().get(name) == Some(&b';'));
    rest.get(..end).unwrap_or_default()
}

/// What a reference stands for; `None` where `written` is none, or one with more behind it.
fn meaning(written: &str) -> Option<String> {
    Some(match written {
        "&" => return None,
        "&amp;" => "&".to_owned(),
        "&lt;" => "<".to_owned(),
        "&gt;" => ">".to_owned(),
        "&quot;" => "\"".to_owned(),
        "&nbsp;" | "&#160;" => "\u{a0}".to_owned(),
        _ => referred(written).filter(|meant| meant != written)?,
    })
}

/// Whether a browser reads a reference at the beginning of `written`, which begins with `&`.
fn is_reference(written: &str) -> bool {
    written.len() > 2 && super::tokens::decoded(written).is_none_or(|text| text != written)
}

/// How the characters of a place are to be written.
#[derive(Debug, Default)]
pub(super) struct Habit {
    written: BTreeMap<char, String>,
}

impl Habit {
    /// The habit of a text as written: a character that it has by reference only is written so.
    pub fn of(raw: &str) -> Habit {
        let mut written = BTreeMap::new();
        for (at, _) in raw.match_indices('&') {
            let reference = candidate(raw.get(at..).unwrap_or_default());
            let Some(meant) = meaning(reference) else { continue };
            let mut chars = meant.chars();
            if let (Some(c), None) = (chars.next(), chars.next())
                && !(c.is_ascii_alphanumeric() || c == ' ' || c.is_control())
            {
                let end = if reference.ends_with(';') { "" } else { ";" };
                written.entry(c).or_insert_with(|| format!("{reference}{end}"));
            }
        }
        if !written.is_empty() {
            for c in raw.chars().filter(|c| !matches!(c, '&' | '<')) {
                written.remove(&c);
            }
        }
        Habit { written }
    }

    /// `text`, tags in it as they are, written so that it reads as itself.
    pub fn spell(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut at = 0;
        for token in tokens(text) {
            self.words(text.get(at..token.range.start).unwrap_or_default(), None, &mut out);
            out.push_str(text.get(token.range.clone()).unwrap_or_default());
            at = token.range.end;
        }
        self.words(text.get(at..).unwrap_or_default(), None, &mut out);
        out
    }

    /// `text` as the value of an attribute between such quotes.
    pub fn spell_value(&self, text: &str, quote: char) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        self.words(text, Some(quote), &mut out);
        out
    }

    fn words(&self, text: &str, quote: Option<char>, out: &mut String) {
        for (at, c) in text.char_indices() {
            let usual = match c {
                '&' if is_reference(candidate(text.get(at..).unwrap_or_default())) => None,
                '&' => Some("&amp;"),
                '<' => Some("&lt;"),
                '"' if quote == Some('"') => Some("&quot;"),
                '\'' if quote == Some('\'') => Some("&#39;"),
                _ if self.written.is_empty() => None,
                _ => self.written.get(&c).map(String::as_str),
            };
            match usual {
                Some(usual) => out.push_str(self.written.get(&c).map_or(usual, String::as_str)),
                None => out.push(c),
            }
        }
    }
}
