//! Bytes as text: which encoding, where it breaks, and which byte a place in the text stands for.
//!
//! UTF-8 is borrowed as it is. Anything else is decoded into a string, and offsets in that string
//! are taken back to bytes by walking both once, in step ([`Positions`]): no table of offsets, so
//! a file that breaks at every byte costs no more memory than its text. The encoding is told by
//! the byte order mark and by whether the bytes are UTF-8; statistics would guess better among
//! the old eight-bit encodings, but a wrong guess would change words, so all of them are read as
//! Windows-1252 and reported.

use std::borrow::Cow;
use std::ops::Range;

use crate::domain::document::{Block, BlockKind, Encoding, ReadProblem, ReadProblemKind};

/// The most problems that are kept with their places; the rest is counted.
pub const PROBLEM_LIMIT: usize = 100;

/// The text of a file.
#[derive(Debug)]
pub struct Decoded<'b> {
    /// The text, without its byte order mark. A line ends with `\n` or `\r\n`: a `\r` alone is
    /// given as `\n`.
    pub text: Cow<'b, str>,
    /// How it was read.
    pub encoding: Encoding,
    /// What could not be read as meant, in order.
    pub problems: Problems,
    bytes: &'b [u8],
    start: usize,
    /// Whether an offset in the text is an offset in the bytes but for the byte order mark.
    exact: bool,
}

/// Problems in order of position, at most [`PROBLEM_LIMIT`] of them.
#[derive(Debug, Default)]
pub struct Problems {
    /// Those kept.
    pub kept: Vec<ReadProblem>,
    /// How many more there were.
    pub more: usize,
}

impl Problems {
    fn push(&mut self, problem: ReadProblem) {
        if self.kept.len() < PROBLEM_LIMIT {
            self.kept.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Puts in a problem found later on, at its place.
    fn insert(&mut self, problem: ReadProblem) {
        let at = self.kept.partition_point(|other| other.offset <= problem.offset);
        self.kept.insert(at, problem);
    }
}

/// Reads `bytes` as text. Linear, and the same for every input of the same bytes.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (encoding, start) = match bytes {
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
        _ => (Encoding::Utf8, 0),
    };
    let body = bytes.get(start..).unwrap_or_default();
    let (encoding, text) = match encoding {
        Encoding::Utf16Le => (encoding, Cow::Owned(utf16(body, u16::from_le_bytes))),
        Encoding::Utf16Be => (encoding, Cow::Owned(utf16(body, u16::from_be_bytes))),
        _ => match simdutf8::basic::from_utf8(body) {
            Ok(text) => (Encoding::Utf8, Cow::Borrowed(text)),
            Err(_) if start == 0 && !has_multibyte_utf8(body) => {
                (Encoding::Windows1252, encoding_rs::WINDOWS_1252.decode_without_bom_handling(body).0)
            }
            Err(_) => (Encoding::Utf8, String::from_utf8_lossy(body)),
        },
    };
    let exact = matches!(text, Cow::Borrowed(_));
    let mut decoded = Decoded { text, encoding, problems: Problems::default(), bytes, start, exact };
    decoded.problems = decoded.find_problems();
    decoded.unify_line_ends();
    decoded
}

fn utf16(body: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = body.as_chunks::<2>();
    let units = pairs.iter().map(|pair| read(*pair));
    let mut text: String =
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

fn has_multibyte_utf8(body: &[u8]) -> bool {
    body.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

impl<'b> Decoded<'b> {
    /// The positions in the file of offsets in [`Decoded::text`], which must be asked for in order.
    pub fn positions(&self) -> Positions<'_> {
        Positions {
            text: &self.text,
            encoding: self.encoding,
            exact: self.exact,
            bytes: self.bytes,
            start: self.start,
            chunks: self.bytes.get(self.start..).unwrap_or_default().utf8_chunks(),
            valid: 0,
            invalid: 0,
            at: 0,
            byte: self.start,
        }
    }

    /// What could not be read, with what a parser found at fault at offsets of the text.
    pub fn problems_with(&self, at_fault: &[(ReadProblemKind, usize)]) -> Problems {
        let mut problems = Problems { kept: self.problems.kept.clone(), more: self.problems.more };
        for (kind, offset) in at_fault {
            problems.insert(self.problem_at(*kind, *offset));
        }
        problems
    }

    /// The problem of that kind at an offset of the text.
    fn problem_at(&self, kind: ReadProblemKind, offset: usize) -> ReadProblem {
        let before = self.text.get(..offset).unwrap_or_default();
        let line_start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1);
        ReadProblem {
            kind,
            offset: self.positions().byte(offset),
            line: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1,
            column: before.get(line_start..).map_or(0, |line| line.chars().count()) + 1,
        }
    }

    /// Turns what a parser found in the text into blocks over the file's bytes.
    pub fn blocks(&self, found: Vec<Found>) -> Vec<Block> {
        let mut positions = self.positions();
        let mut lines = LineCounter { text: self.text.as_bytes(), at: 0, line: 1 };
        let mut blocks = Vec::with_capacity(found.len());
        for found in found {
            let Some(first) = found.fragments.first() else { continue };
            let line = lines.line_of(first.start);
            let mut fragments = found.fragments;
            for fragment in &mut fragments {
                *fragment = positions.byte(fragment.start)..positions.byte(fragment.end);
            }
            blocks.push(Block { kind: found.kind, level: found.level, text: found.text, fragments, line });
        }
        blocks
    }

    fn find_problems(&self) -> Problems {
        let mut problems = Problems::default();
        let clean = self.exact;
        if clean && memchr::memchr(0, self.text.as_bytes()).is_none() {
            return problems;
        }
        let (mut line, mut column) = (1, 1);
        let mut told = self.encoding != Encoding::Windows1252;
        let mut positions = self.positions();
        let mut after_cr = false;
        for (at, c) in self.text.char_indices() {
            let kind = match c {
                '\0' => Some(ReadProblemKind::Nul),
                char::REPLACEMENT_CHARACTER if !clean => {
                    let byte = positions.byte(at);
                    self.broken_at(byte)
                }
                c if !told && !c.is_ascii() => {
                    told = true;
                    Some(ReadProblemKind::NotUtf8)
                }
                _ => None,
            };
            if let Some(kind) = kind {
                problems.push(ReadProblem { kind, offset: positions.byte(at), line, column });
            }
            match c {
                '\n' if after_cr => column = 1,
                '\n' | '\r' => (line, column) = (line + 1, 1),
                _ => column += 1,
            }
            after_cr = c == '\r';
        }
        problems
    }

    /// What is broken at a byte that was read as U+FFFD; `None` if the file has that character.
    fn broken_at(&self, byte: usize) -> Option<ReadProblemKind> {
        let here = self.bytes.get(byte..).unwrap_or_default();
        match (self.encoding, here) {
            (Encoding::Utf8, [0xef, 0xbf, 0xbd, ..]) => None,
            (Encoding::Utf8, _) => Some(ReadProblemKind::BrokenUtf8),
            (Encoding::Utf16Le, [0xfd, 0xff, ..]) | (Encoding::Utf16Be, [0xff, 0xfd, ..]) => None,
            (Encoding::Utf16Le | Encoding::Utf16Be, _) => Some(ReadProblemKind::BrokenUtf16),
            (Encoding::Windows1252, _) => None,
        }
    }

    /// Gives each `\r` that stands alone as `\n`: the same length, so offsets stay.
    fn unify_line_ends(&mut self) {
        let bytes = self.text.as_bytes();
        let alone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
        let Some(first) = memchr::memchr_iter(b'\r', bytes).find(|at| alone(*at)) else { return };
        let mut text = String::with_capacity(bytes.len());
        text.push_str(&self.text[..first]);
        let mut rest = &self.text[first..];
        while let Some(at) = memchr::memchr(b'\r', rest.as_bytes()) {
            let (before, after) = rest.split_at(at);
            text.push_str(before);
            rest = &after[1..];
            text.push(if rest.starts_with('\n') { '\r' } else { '\n' });
        }
        text.push_str(rest);
        self.text = Cow::Owned(text);
    }
}

/// A block as a parser found it: ranges of the text, not of the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: BlockKind,
    /// The level of a heading or an item; see [`Block::level`].
    pub level: Option<u8>,
    /// Its text.
    pub text: String,
    /// Where it stands in the text, a range a line; in order within and between blocks.
    pub fragments: Vec<Range<usize>>,
}

struct LineCounter<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl LineCounter<'_> {
    fn line_of(&mut self, offset: usize) -> usize {
        let part = self.text.get(self.at..offset).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', part).count();
        self.at = self.at.max(offset);
        self.line
    }
}

/// Walks text and bytes in step; see [`Decoded::positions`].
#[derive(Debug)]
pub struct Positions<'d> {
    text: &'d str,
    encoding: Encoding,
    exact: bool,
    bytes: &'d [u8],
    start: usize,
    chunks: std::str::Utf8Chunks<'d>,
    /// Valid bytes left in the chunk of UTF-8 at hand, and the broken ones after them.
    valid: usize,
    invalid: usize,
    at: usize,
    byte: usize,
}

impl Positions<'_> {
    /// The byte of the file at which the character at `offset` of the text begins. An offset
    /// smaller than the one asked for before is answered as that one.
    pub fn byte(&mut self, offset: usize) -> usize {
        if self.exact {
            return self.start + offset;
        }
        if self.encoding == Encoding::Utf8 {
            return self.byte_in_broken_utf8(offset);
        }
        let part = self.text.get(self.at..offset).unwrap_or_default();
        self.byte += match self.encoding {
            Encoding::Windows1252 => part.chars().count(),
            _ => part.chars().map(char::len_utf16).sum::<usize>() * 2,
        };
        self.at = self.at.max(offset);
        self.byte.min(self.bytes.len())
    }

    fn byte_in_broken_utf8(&mut self, offset: usize) -> usize {
        while self.at < offset {
            let step = self.valid.min(offset - self.at);
            self.valid -= step;
            self.at += step;
            self.byte += step;
            if self.at == offset {
                break;
            }
            if self.invalid > 0 {
                self.byte += self.invalid;
                self.at += char::REPLACEMENT_CHARACTER.len_utf8();
                self.invalid = 0;
                continue;
            }
            let Some(chunk) = self.chunks.next() else { break };
            (self.valid, self.invalid) = (chunk.valid().len(), chunk.invalid().len());
        }
        self.byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReadProblemKind::{BrokenUtf8, BrokenUtf16, NotUtf8, Nul};

    fn problems(bytes: &[u8]) -> Vec<(ReadProblemKind, usize, usize, usize)> {
        let problems = decode(bytes).problems.kept;
        problems.iter().map(|problem| (problem.kind, problem.offset, problem.line, problem.column)).collect()
    }

    #[test]
    fn the_encoding_is_told_by_mark_and_by_validity() {
        let cases: [(&[u8], Encoding, &str); 8] = [
            ("México".as_bytes(), Encoding::Utf8, "México"),
            (b"\xef\xbb\xbfM\xc3\xa9", Encoding::Utf8, "Mé"),
            (b"M\xe9xico \x96 \x80", Encoding::Windows1252, "México – €"),
            (b"M\xc3\xa9xico \xe9", Encoding::Utf8, "México \u{fffd}"),
            (b"\xff\xfeM\0\xe9\0", Encoding::Utf16Le, "Mé"),
            (b"\xfe\xff\0M\0\xe9", Encoding::Utf16Be, "Mé"),
            (b"\xff\xfe\x3d\xd8\x00\xde", Encoding::Utf16Le, "😀"),
            (b"", Encoding::Utf8, ""),
        ];
        for (bytes, encoding, text) in cases {
            let decoded = decode(bytes);
            assert_eq!((decoded.encoding, decoded.text.as_ref()), (encoding, text), "{bytes:?}");
        }
    }

    #[test]
    fn each_break_is_told_with_its_place_in_the_file() {
        assert_eq!(
            problems(b"a\xc3\xa9\r\nb\xff\xc3\n\xe2\x82"),
            [(BrokenUtf8, 6, 2, 2), (BrokenUtf8, 7, 2, 3), (BrokenUtf8, 9, 3, 1),]
        );
        assert_eq!(problems(b"\xef\xbb\xbf\xc3\xa9\xff"), [(BrokenUtf8, 5, 1, 2)]);
        assert_eq!(problems(b"a\rb\xe9\xe8"), [(NotUtf8, 3, 2, 2)]);
        assert_eq!(problems(b"a\0b"), [(Nul, 1, 1, 2)]);
        assert_eq!(problems(b"\xff\xfe\x00\xdea\0b"), [(BrokenUtf16, 2, 1, 1), (BrokenUtf16, 6, 1, 3)]);
    }

    #[test]
    fn a_replacement_character_that_the_file_has_is_no_break() {
        assert_eq!(problems("a\u{fffd}".as_bytes()), []);
        assert_eq!(problems(b"\xef\xbf\xbd\xff\xc3\xa9"), [(BrokenUtf8, 3, 1, 2)]);
    }

    #[test]
    fn problems_beyond_the_first_hundred_are_counted() {
        let mut bytes = "é".as_bytes().to_vec();
        bytes.extend([0xff; 250]);
        let problems = decode(&bytes).problems;
        assert_eq!((problems.kept.len(), problems.more), (PROBLEM_LIMIT, 150));
    }

    #[test]
    fn positions_walk_back_to_the_bytes_in_every_encoding() {
        let cases: [&[u8]; 4] = [
            b"\xc3\xa9a\xff\xe2\x82b\xc3\xa9",
            b"\xe9a\x80b",
            b"\xff\xfe\x3d\xd8\x00\xdea\0\xe9\0",
            b"\xc3\xa9\ra\r\nb",
        ];
        for bytes in cases {
            let decoded = decode(bytes);
            let mut positions = decoded.positions();
            for (offset, c) in decoded.text.char_indices() {
                let byte = positions.byte(offset);
                let rest = decode(&bytes[..byte]).text.chars().count();
                assert_eq!(rest, decoded.text[..offset].chars().count(), "{c:?} at {byte} of {bytes:?}");
            }
            assert_eq!(positions.byte(decoded.text.len()), bytes.len());
        }
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line_and_stays_in_the_file() {
        let decoded = decode(b"a\rb\r\nc\r");
        assert_eq!(decoded.text, "a\nb\r\nc\n");
    }
}
