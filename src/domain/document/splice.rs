//! Changing stretches of blocks and nothing else: every byte outside of them stays as it is.
//!
//! [`Document::rebuild`] writes whole units anew; here a place in a block's text is found in the file,
//! which is possible wherever the text stands there as it is, line by line: not where a format
//! reads escapes or folds lines.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Block, Document, Encoding, encode};

/// A stretch of a block's text and what is to stand there. A line break is neither in the one nor in
/// the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the text that go.
    pub range: Range<usize>,
    /// The text that comes.
    pub text: String,
}

impl Document {
    /// The file with those edits, by the numbers of their blocks; in each block in order and apart from
    /// each other. The error is the number of a block whose text does not stand in the file as it is,
    /// or that can't hold what comes.
    pub fn splice(&self, edits: &BTreeMap<usize, Vec<Edit>>) -> Result<Vec<u8>, usize> {
        let mut out = Vec::with_capacity(self.bytes.len() + 64);
        let mut at = 0;
        for (number, edits) in edits {
            let block = self.blocks.get(*number).ok_or(*number)?;
            let lines = self.lines_of(block).ok_or(*number)?;
            for edit in edits {
                let range = self.bytes_of(&lines, &edit.range).ok_or(*number)?;
                if range.start < at {
                    return Err(*number);
                }
                out.extend_from_slice(self.slice(at..range.start));
                out.extend_from_slice(&self.written(&edit.text).ok_or(*number)?);
                at = range.end;
            }
        }
        out.extend_from_slice(self.slice(at..self.bytes.len()));
        Ok(out)
    }

    /// Whether the block stands in a quotation of the kind that mail and Markdown mark line by line.
    pub fn is_quoted(&self, block: &Block) -> bool {
        let Some(first) = block.fragments.first() else { return false };
        let unit = self.unit_length();
        let line = self.slice(0..first.start);
        let length =
            line.rchunks_exact(unit).take_while(|c| !matches!(self.ascii(c), b'\r' | b'\n')).count() * unit;
        self.text_of(first.start - length..first.start)
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('>')
    }

    /// The lines of a block's text: where each begins in the text, where in the file, and the line.
    fn lines_of<'b>(&self, block: &'b Block) -> Option<Vec<(usize, usize, &'b str)>> {
        let lines: Vec<&str> = block.text.split('\n').collect();
        let mut out = Vec::with_capacity(lines.len());
        let mut start = 0;
        let whole = lines.len() == block.fragments.len();
        for (line, fragment) in lines.iter().zip(&block.fragments) {
            if !whole || !self.holds(fragment, line) {
                // The value of a key, between quotes.
                let [only] = block.fragments.as_slice() else { return None };
                let raw = self.text_of(only.clone());
                let mut places = raw.match_indices(block.text.as_str()).map(|(at, _)| at);
                let (Some(at), None) = (places.next(), places.next()) else { return None };
                let from = only.start + self.length(raw.get(..at)?);
                let there = from..from + self.length(&block.text);
                return (lines.len() == 1 && self.holds(&there, &block.text))
                    .then(|| vec![(0, from, block.text.as_str())]);
            }
            out.push((start, fragment.start, *line));
            start += line.len() + 1;
        }
        whole.then_some(out)
    }

    /// Whether these bytes of the file are that text, and nothing else could be.
    fn holds(&self, range: &Range<usize>, text: &str) -> bool {
        self.written(text).is_some_and(|bytes| bytes == self.slice(range.clone()))
    }

    /// How many bytes of the file a text takes.
    fn length(&self, text: &str) -> usize {
        match self.encoding {
            Encoding::Utf8 => text.len(),
            Encoding::Windows1252 => text.chars().count(),
            Encoding::Utf16Le | Encoding::Utf16Be => text.encode_utf16().count() * 2,
        }
    }

    /// A text as the file has it; `None` where its encoding lacks a character.
    fn written(&self, text: &str) -> Option<Vec<u8>> {
        if self.encoding == Encoding::Windows1252 && encoding_rs::WINDOWS_1252.encode(text).2 {
            return None;
        }
        Some(encode(text, self.encoding).into_owned())
    }

    fn bytes_of(&self, lines: &[(usize, usize, &str)], range: &Range<usize>) -> Option<Range<usize>> {
        let (start, from, line) = lines.iter().rev().find(|(start, ..)| *start <= range.start)?;
        let (head, end) = (range.start - start, range.end.checked_sub(*start)?);
        let before = line.get(..head)?;
        let gone = line.get(head..end)?;
        let from = from + self.length(before);
        Some(from..from + self.length(gone))
    }
}
