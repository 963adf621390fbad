//! Bytes as text, and text as lines.

use std::io::Read;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Problem;
use crate::interchange::decode::{Declared, Fault, Text};

/// A declaration of the encoding is looked for in so many bytes.
const HEAD: usize = 8 * 1024;

/// The beginning of a file, whatever its encoding, to look at.
pub(super) fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let encoding = Encoding::for_bom(head).map_or_else(|| wide(head).unwrap_or(UTF_8), |(own, _)| own);
    encoding.decode(head).0.into_owned()
}

/// The encoding of a file that has two bytes for a character of ASCII.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes.get(..2)? {
        [0, second] if *second != 0 => Some(UTF_16BE),
        [first, 0] if *first != 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// The text of a file. The encoding is that of its byte order mark, else the one that stands behind one
/// of `words` in its beginning (`charset`), else UTF-8.
pub(super) fn text(bytes: &[u8], words: &[&str]) -> Result<String, Problem> {
    let encoding = wide(bytes).or_else(|| declared(bytes, words)).unwrap_or(UTF_8);
    let mut text = Text::new(bytes, Declared::As(encoding));
    let mut out = String::with_capacity(bytes.len());
    match text.read_to_string(&mut out) {
        Ok(_) => Ok(out),
        Err(error) => {
            let code = match Fault::of(&error) {
                Some(Fault::TooLarge) => "too-large",
                _ => "bad-encoding",
            };
            let place = text.place();
            Err(Problem { column: place.column, ..Problem::new(place.line, code, encoding.name(), "") })
        }
    }
}

/// The encoding that a file names, if anybody knows it.
fn declared(bytes: &[u8], words: &[&str]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD))?.to_ascii_lowercase();
    for word in words {
        let Some(at) = memchr::memmem::find(&head, word.as_bytes()) else { continue };
        let rest = head.get(at + word.len()..)?.trim_ascii_start();
        let Some(rest) = rest.strip_prefix(b"=") else { continue };
        let rest = rest.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.+".contains(byte)))?;
        return Encoding::for_label(rest.get(..end)?);
    }
    None
}

/// The lines of a text with their numbers, from 1, whatever system their ends are of.
pub(super) struct Lines<'t> {
    rest: Option<&'t str>,
    number: usize,
}

impl<'t> Lines<'t> {
    /// The lines of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        Lines { rest: Some(text), number: 0 }
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        self.number += 1;
        let line = match memchr::memchr2(b'\n', b'\r', rest.as_bytes()) {
            Some(at) => {
                let (line, tail) = rest.split_at(at);
                let tail = tail.strip_prefix("\r\n").or_else(|| tail.get(1..));
                self.rest = tail;
                line
            }
            None => {
                self.rest = None;
                rest
            }
        };
        Some((self.number, line))
    }
}
