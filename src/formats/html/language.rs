//! The language and direction that a page says it is in.

use std::ops::Range;

use super::tokens::{Key, Token, TokenKind, tokens};
use crate::domain::document::Encoding;
use crate::domain::locale::Locale;
use crate::formats::decode::decode;

/// Languages that are written from right to left, where no script is told.
const RIGHT_TO_LEFT: [&str; 13] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "ur", "yi"];

/// Scripts that are written from right to left.
const SCRIPTS: [&str; 8] = ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// The file with the `lang` of its `html` element, and its `dir` where one is there or needed, as that
/// locale has them. The same bytes where there is no such element.
pub(super) fn in_locale(bytes: Vec<u8>, locale: &Locale) -> Vec<u8> {
    let decoded = decode(&bytes);
    let text = decoded.text.as_ref();
    let tokens = tokens(text);
    let start = |name: &'static str| {
        let is_it =
            move |token: &&Token| token.kind != TokenKind::End && token.name(text).eq_ignore_ascii_case(name);
        tokens.iter().filter(is_it)
    };
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    if decoded.encoding == Encoding::Utf8 {
        changes.extend(start("meta").filter_map(|meta| charset(text, meta)));
    }
    if let Some(html) = start("html").next() {
        root(html, locale, &mut changes);
    }
    changes.sort_by_key(|(range, _)| range.start);
    let mut positions = decoded.positions();
    let mut out = Vec::with_capacity(bytes.len() + 32);
    let mut at = 0;
    for (range, new) in changes {
        let (start, end) = (positions.byte(range.start), positions.byte(range.end));
        out.extend_from_slice(bytes.get(at..start).unwrap_or_default());
        // ASCII, so the same in UTF-8 and Windows-1252.
        match decoded.encoding {
            Encoding::Utf8 | Encoding::Windows1252 => out.extend_from_slice(new.as_bytes()),
            Encoding::Utf16Le => out.extend(new.encode_utf16().flat_map(u16::to_le_bytes)),
            Encoding::Utf16Be => out.extend(new.encode_utf16().flat_map(u16::to_be_bytes)),
        }
        at = end;
    }
    out.extend_from_slice(bytes.get(at..).unwrap_or_default());
    out
}

/// What the root element has to say.
fn root(html: &Token, locale: &Locale, changes: &mut Vec<(Range<usize>, String)>) {
    let mut added = String::new();
    let mut langs = html.attributes.iter().filter(|one| one.key == Key::Lang).peekable();
    if langs.peek().is_none() {
        added.push_str(&format!(" lang=\"{locale}\""));
    }
    changes.extend(langs.map(|one| (one.value.clone(), locale.to_string())));
    let is_right_to_left = is_right_to_left(locale);
    let wanted = if is_right_to_left { "rtl" } else { "ltr" };
    match html.attributes.iter().find(|one| one.key == Key::Direction) {
        Some(one) => changes.push((one.value.clone(), wanted.to_owned())),
        None if is_right_to_left => added.push_str(" dir=\"rtl\""),
        None => {}
    }
    if !added.is_empty() {
        changes.push((html.name.end..html.name.end, added));
    }
}

/// Where a `meta` names an encoding other than UTF-8, in which the file is: a translation is written
/// in UTF-8 whatever its source is in.
fn charset(text: &str, meta: &Token) -> Option<(Range<usize>, String)> {
    let range = match meta.attributes.iter().find(|one| one.key == Key::Charset) {
        Some(one) => one.value.clone(),
        None => {
            let content = meta.attributes.iter().find(|one| one.key == Key::Content)?.value.clone();
            let value = text.get(content.clone())?.to_ascii_lowercase();
            if !value.trim_start().starts_with("text/html") {
                return None;
            }
            let name = value.find("charset=")? + "charset=".len();
            let length = value.get(name..)?.find([';', ' ']).unwrap_or(value.len() - name);
            content.start + name..content.start + name + length
        }
    };
    let is_other = !text.get(range.clone())?.trim().eq_ignore_ascii_case("utf-8");
    is_other.then(|| (range, "utf-8".to_owned()))
}

fn is_right_to_left(locale: &Locale) -> bool {
    let tag = locale.to_string();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.next().filter(|part| part.len() == 4) {
        Some(script) => SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    }
}
