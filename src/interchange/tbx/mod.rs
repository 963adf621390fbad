//! TBX, the exchange format of termbases: v3 (ISO 30042:2019, dialect TBX-Basic, in both of its
//! styles) and v2 (`martif`, ISO 30042:2008), which OmegaT, Weblate, Virtaal and the
//! translate-toolkit read.
//!
//! The names and picklists are those of the modules Min 1.1 and Basic 1.2 of TBX-Basic
//! (tbxinfo.net). The core schema lets any name pass, so they stand here, where writer and tests
//! share them.
//!
//! | of the termbase | in TBX |
//! |---|---|
//! | concept, subject, definition, source, note | `conceptEntry/@id`, `subjectField`, `definition`, `source`, `note` |
//! | preferred, admitted, deprecated | `administrativeStatus`; a forbidden term is written as deprecated |
//! | acronym | `termType` `acronym`; a full form beside it, `fullForm` |
//! | variants | terms of their own behind theirs, `termType` `variant`, without a status |
//! | noun, proper, verb, adjective, phrase | `partOfSpeech`, `termType` `phrase`; v3 has no proper nouns and gets `noun` |
//! | m, f, n | `grammaticalGender` |
//! | keep, enforce, case, for, both genders | nothing: the writer says how many |
//!
//! A reader takes what else stands in a file into the note of its concept or term, with its name
//! in brackets (`[context] …`), save transactions, pictures and what stands behind the body, which
//! are counted. The header tells of the file and not of the terms; it is passed over.

mod read;
mod write;

pub use read::read;
pub use write::{Version, write};

/// The namespace of v3.
pub const NAMESPACE: &str = "urn:iso:std:iso:30042:ed-2";
/// The namespace of the module Min, in the style DCT.
pub const MIN: &str = "http://www.tbxinfo.net/ns/min";
/// The namespace of the module Basic, in the style DCT.
pub const BASIC: &str = "http://www.tbxinfo.net/ns/basic";

/// The values of `administrativeStatus`.
pub const STATUS: [&str; 4] =
    ["preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"];

/// Ids are XML names. What is none in an id of the termbase is written as `_xHHHH_`, its number in
/// hexadecimal, and so is a `_` that would be read as the beginning of one.
fn id_to_xml(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for (at, c) in id.char_indices() {
        let plain = c.is_ascii_alphabetic()
            || (c == '_' && escape(id.get(at..).unwrap_or_default()).is_none())
            || (at > 0 && (c.is_ascii_digit() || c == '-' || c == '.'))
            // Letters of the first plane are names' letters, nearly all; those left out here are
            // only written the longer way.
            || ('\u{c0}'..='\u{2ff}').contains(&c) && c != '×' && c != '÷'
            || ('\u{370}'..='\u{1fff}').contains(&c) && c.is_alphabetic() && c != '\u{37e}';
        match plain {
            true => out.push(c),
            false => out.push_str(&format!("_x{:04X}_", u32::from(c))),
        }
    }
    out
}

/// The text that was written with `_xHHHH_` in it; spreadsheets write control characters so too.
pub(super) fn id_of_xml(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('_') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match escape(from) {
            Some((c, length)) => {
                out.push(c);
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                out.push('_');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that is written at the beginning of `text`, and in how many bytes.
fn escape(text: &str) -> Option<(char, usize)> {
    let (digits, _) = text.strip_prefix("_x")?.split_once('_')?;
    if !(4..=6).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, digits.len() + 3))
}

#[cfg(test)]
mod tests;
