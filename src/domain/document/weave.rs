//! New blocks among old ones: where a translation gets a unit that it did not have, and loses one.
//!
//! What is written around a new block is what stands around it in the source: the marks before it on
//! its line (`## `, `- `, a key of the front matter), those behind it, and the blanks or lines that part
//! it from what stands before. A format may need more than that (an underline, a table's other cells);
//! so who calls this reads the result again and looks whether it says what was meant.

use std::borrow::Cow;

use super::{Block, Document, encode};

/// A block to be put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insert<'t> {
    /// The block of this document that it comes behind; `None`: before all.
    pub after: Option<usize>,
    /// The block of the source that it is the translation of.
    pub form: usize,
    /// Its text.
    pub text: Cow<'t, str>,
}

impl Document {
    /// The file with blocks put in, in the form that they have in `source`, those behind one block in
    /// their order; and without the blocks of those numbers. Linear in both files.
    pub fn woven(&self, source: &Document, inserts: &[Insert<'_>], removed: &[usize]) -> Vec<u8> {
        let mut changes: Vec<(usize, usize, Vec<u8>)> = Vec::new();
        for insert in inserts {
            let Some(form) = source.blocks.get(insert.form) else { continue };
            let (at, behind) = match insert.after.and_then(|at| self.blocks.get(at)) {
                Some(block) => (self.line_end(block.fragments.last().map_or(0, |range| range.end)), true),
                None => (self.beginning(), false),
            };
            let text = self.as_in(source, form, &insert.text);
            let gap = self.own_ends(&source.gap_before(insert.form));
            let whole = if behind { format!("{gap}{text}") } else { format!("{text}{gap}") };
            changes.push((at, at, encode(&whole, self.encoding).into_owned()));
        }
        for block in removed.iter().filter_map(|at| self.blocks.get(*at)) {
            let (Some(first), Some(last)) = (block.fragments.first(), block.fragments.last()) else {
                continue;
            };
            let end = self.line_end(last.end);
            // With the line ends before it; at the beginning, with those behind it.
            let start = self.line_start(first.start);
            let before = self.blanks_before(start);
            let range = if before == self.beginning_of_text() {
                (start, self.blanks_behind(end))
            } else {
                (before, end)
            };
            changes.push((range.0, range.1, Vec::new()));
        }
        changes.sort_by_key(|(start, end, _)| (*start, *end));
        let mut out = Vec::with_capacity(self.bytes.len() + 256);
        let mut at = 0;
        for (start, end, bytes) in changes {
            if start < at {
                // Two changes of one place: what overlaps goes once.
                out.extend_from_slice(&bytes);
                at = at.max(end);
                continue;
            }
            out.extend_from_slice(self.slice(at..start));
            out.extend_from_slice(&bytes);
            at = end;
        }
        out.extend_from_slice(self.slice(at..self.bytes.len()));
        out
    }

    /// The lines of a new block as they are to stand in this file.
    fn as_in(&self, source: &Document, form: &Block, text: &str) -> String {
        let lines = self.spelling.lines(source, form, text);
        let (Some(first), Some(last)) = (form.fragments.first(), form.fragments.last()) else {
            return lines.join("\n");
        };
        let head = source.text_of(source.line_start(first.start)..first.start).into_owned();
        let head = head.trim_start_matches('\u{feff}');
        let tail = source.text_of(last.end..source.line_end(last.end)).into_owned();
        let between = match form.fragments.get(1) {
            Some(second) => source.text_of(source.line_start(second.start)..second.start).into_owned(),
            None => head.chars().map(|c| if c == '>' { '>' } else { ' ' }).collect(),
        };
        let end = self.line_break();
        let mut out = String::new();
        for (number, line) in lines.iter().enumerate() {
            if number > 0 {
                out.push_str(end);
            }
            out.push_str(if number == 0 { head } else { &between });
            out.push_str(line);
        }
        out.push_str(&tail);
        out
    }

    /// What parts a block from what stands before it: line ends, and marks of quotation.
    fn gap_before(&self, number: usize) -> String {
        const USUAL: &str = "\n\n";
        let Some(first) = self.blocks.get(number).and_then(|block| block.fragments.first()) else {
            return USUAL.to_owned();
        };
        let before = number.checked_sub(1).and_then(|at| self.blocks.get(at)?.fragments.last());
        let Some(before) = before else { return USUAL.to_owned() };
        let (from, to) = (self.line_end(before.end), self.line_start(first.start));
        let gap = if from <= to { self.text_of(from..to) } else { Cow::Borrowed("") };
        let is_gap = gap.chars().all(|c| c.is_whitespace() || c == '>') && gap.contains('\n');
        if is_gap { gap.replace("\r\n", "\n") } else { USUAL.to_owned() }
    }

    fn own_ends(&self, gap: &str) -> String {
        gap.replace('\n', self.line_break())
    }

    /// The line end of this file.
    fn line_break(&self) -> &'static str {
        let unit = self.unit_length();
        let mut before = None;
        for chunk in self.bytes.chunks_exact(unit) {
            let byte = self.ascii(chunk);
            if byte == b'\n' {
                return if before == Some(b'\r') { "\r\n" } else { "\n" };
            }
            before = Some(byte);
        }
        "\n"
    }

    /// Where the text begins, behind a byte order mark.
    fn beginning_of_text(&self) -> usize {
        let bytes = self.bytes.as_slice();
        [&b"\xef\xbb\xbf"[..], b"\xff\xfe", b"\xfe\xff"]
            .into_iter()
            .find(|mark| bytes.starts_with(mark))
            .map_or(0, <[u8]>::len)
    }

    /// Where the first block's line begins.
    fn beginning(&self) -> usize {
        let first = self.blocks.iter().find_map(|block| block.fragments.first());
        first.map_or(self.beginning_of_text(), |range| {
            self.line_start(range.start).max(self.beginning_of_text())
        })
    }

    /// The beginning of the line that a place is on.
    fn line_start(&self, at: usize) -> usize {
        let unit = self.unit_length();
        let before = self.slice(0..at).rchunks_exact(unit);
        at - before.take_while(|chunk| !matches!(self.ascii(chunk), b'\n' | b'\r')).count() * unit
    }

    /// The end of the line that a place is on, before its line end.
    fn line_end(&self, at: usize) -> usize {
        let unit = self.unit_length();
        let behind = self.slice(at..self.bytes.len()).chunks_exact(unit);
        at + behind.take_while(|chunk| !matches!(self.ascii(chunk), b'\n' | b'\r')).count() * unit
    }

    /// Where the line ends and blanks before a place begin.
    fn blanks_before(&self, at: usize) -> usize {
        let unit = self.unit_length();
        let before = self.slice(self.beginning_of_text()..at).rchunks_exact(unit);
        let blank = |chunk: &&[u8]| matches!(self.ascii(chunk), b'\n' | b'\r' | b' ' | b'\t');
        at - before.take_while(blank).count() * unit
    }

    fn blanks_behind(&self, at: usize) -> usize {
        let unit = self.unit_length();
        let behind = self.slice(at..self.bytes.len()).chunks_exact(unit);
        at + behind.take_while(|chunk| matches!(self.ascii(chunk), b'\n' | b'\r')).count() * unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::{BlockKind, Encoding, Meta};

    /// A block a line; marks at its beginning (`- `, `# `) are none of its text.
    fn document(text: &str, encoding: Encoding) -> Document {
        let bytes = encode(text, encoding).into_owned();
        let unit = if matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 };
        let mut blocks = Vec::new();
        let mut at = 0;
        for (line, number) in text.split('\n').zip(1..) {
            let own = line.trim_end_matches('\r');
            let mark = if own.starts_with("- ") || own.starts_with("# ") { 2 } else { 0 };
            let start = at + mark * unit;
            let length = own.chars().count() * unit - mark * unit;
            if length > 0 {
                blocks.push(Block {
                    level: None,
                    kind: BlockKind::Paragraph,
                    text: own.get(mark..).unwrap_or_default().to_owned(),
                    fragments: std::iter::once(start..start + length).collect(),
                    line: number,
                });
            }
            at += (line.chars().count() + 1) * unit;
        }
        Document::new(bytes, encoding, blocks, Meta::default(), Vec::new())
    }

    fn woven(
        target: &str,
        source: &str,
        inserts: &[(Option<usize>, usize, &str)],
        removed: &[usize],
    ) -> String {
        let mut texts = Vec::new();
        for encoding in [Encoding::Utf8, Encoding::Utf16Le] {
            let (target, source) = (document(target, encoding), document(source, encoding));
            let inserts: Vec<Insert<'_>> = inserts
                .iter()
                .map(|(after, form, text)| Insert { after: *after, form: *form, text: Cow::Borrowed(*text) })
                .collect();
            let bytes = target.woven(&source, &inserts, removed);
            let whole = Document::new(bytes.clone(), encoding, Vec::new(), Meta::default(), Vec::new());
            texts.push(whole.text_of(0..bytes.len()).into_owned());
        }
        assert_eq!(texts.first(), texts.last());
        texts.pop().unwrap_or_default()
    }

    #[test]
    fn a_block_is_put_in_as_it_stands_in_the_source() {
        let source = "# T\n\none\n\n- a\n- b\n- c\n\ntwo\n";
        for (target, inserts, removed, expected) in [
            ("# X\n\nuno\n", &[(Some(0), 5, "dos")][..], &[][..], "# X\n\ndos\n\nuno\n"),
            (
                "# X\n\nuno\n\n- A\n",
                &[(Some(2), 3, "B"), (Some(2), 4, "C")],
                &[],
                "# X\n\nuno\n\n- A\n- B\n- C\n",
            ),
            ("uno", &[(None, 0, "X")], &[], "# X\n\nuno"),
            ("uno\r\n\r\ndos\r\n", &[(Some(0), 5, "y")], &[], "uno\r\n\r\ny\r\n\r\ndos\r\n"),
            ("uno\n\ndos\n\ntres\n", &[], &[1], "uno\n\ntres\n"),
            ("uno\n\ndos\n", &[], &[0], "dos\n"),
            ("uno\n\ndos\n", &[], &[1], "uno\n"),
            ("", &[(None, 1, "uno")], &[], "uno\n\n"),
        ] {
            assert_eq!(woven(target, source, inserts, removed), expected, "{target:?}");
        }
    }
}
