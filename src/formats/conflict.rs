//! Merge conflicts that stand in an article.
//!
//! `git merge` leaves both sides in the file between three lines: `<<<<<<< ours`, `=======` and
//! `>>>>>>> theirs`, each at the start of its line. Read as Markdown they are a setext heading and a
//! block quote seven deep, read as plain text they are paragraphs; either way a version would be
//! judged by a text that nobody wrote. So all three are looked for in the file itself, in that order.
//! An underline of equals signs alone is a heading, and a block of code may show what a conflict
//! looks like: a first mark inside code is none. (A real conflict within a block of code can't be told
//! from such an example, and is taken for one.) Files in UTF-16 are binary to git, which puts no marks
//! there.

use memchr::memmem;

use crate::domain::document::{BlockKind, Document, ReadProblem, ReadProblemKind};

const BEGIN: &[u8] = b"<<<<<<< ";
const SEPARATOR: &[u8] = b"=======";
const END: &[u8] = b">>>>>>> ";

/// Adds the first merge conflict of the file to the document's problems, if there is one. Linear in
/// the length; a file without a first mark costs one search.
pub fn tell(document: &mut Document) {
    let Some((offset, line)) = find(document) else { return };
    let problem = ReadProblem { kind: ReadProblemKind::MergeConflict, offset, line, column: 1 };
    let at = document.problems.partition_point(|other| other.offset <= offset);
    document.problems.insert(at, problem);
}

/// The line of the merge conflict that [`tell`] found.
pub fn line(document: &Document) -> Option<usize> {
    let conflict = |problem: &&ReadProblem| problem.kind == ReadProblemKind::MergeConflict;
    document.problems.iter().find(conflict).map(|problem| problem.line)
}

/// Where the first conflict begins: the offset and the line.
fn find(document: &Document) -> Option<(usize, usize)> {
    let bytes = document.bytes();
    if document.unit_length() != 1 {
        return None;
    }
    memmem::find(bytes, BEGIN)?;
    let mut code = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Code)
        .filter_map(|block| Some(block.fragments.first()?.start..block.fragments.last()?.end))
        .peekable();
    let (mut begin, mut parted) = (None, false);
    let mut at = 0;
    for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let start = at;
        at += line.len() + 1;
        if line.starts_with(BEGIN) {
            // The blocks come in order, as the lines do.
            while code.next_if(|range| range.end <= start).is_some() {}
            if !code.peek().is_some_and(|range| range.contains(&start)) {
                (begin, parted) = (Some((start, number + 1)), false);
            }
        } else if begin.is_some() && line.trim_ascii_end() == SEPARATOR {
            parted = true;
        } else if parted && line.starts_with(END) {
            return begin;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::formats::by_path;

    fn line_of(path: &str, text: &str) -> Option<usize> {
        let mut document = by_path(Path::new(path)).expect("a format").parse(text.as_bytes().to_vec());
        tell(&mut document);
        line(&document)
    }

    #[test]
    fn a_conflict_is_found_wherever_it_stands_and_nothing_else_is_one() {
        let conflict = "<<<<<<< HEAD\nOne side.\n=======\nThe other side.\n>>>>>>> theirs\n";
        for (text, found) in [
            (conflict.to_owned(), Some(1)),
            (format!("# Title\n\nText.\n\n{conflict}"), Some(5)),
            (conflict.replace('\n', "\r\n"), Some(1)),
            (conflict.replace("=======", "||||||| base\nBefore.\n======="), Some(1)),
            (format!("---\ntitle: x\n{conflict}---\n\nText.\n"), Some(3)),
            // One that is not closed, before one that is.
            (format!("<<<<<<< lost\n\n{conflict}"), Some(3)),
            // A side that opens a block of code swallows the other marks.
            ("<<<<<<< HEAD\n```\na\n=======\nb\n>>>>>>> x\n".to_owned(), Some(1)),
            ("Heading\n=======\n\nText.\n".to_owned(), None),
            (format!("How it looks:\n\n```\n{conflict}```\n"), None),
            (format!("How it looks:\n\n    {}", conflict.replace('\n', "\n    ")), None),
            (format!("```\n{conflict}```\n\nText.\n\n{conflict}"), Some(11)),
            ("Five < six.\n\n>>>>>>> quoted\n\n=======\n<<<<<<< x\n".to_owned(), None),
            ("<<<<<<<HEAD\na\n=======\nb\n>>>>>>> x\n".to_owned(), None),
            ("<<<<<<< HEAD\na\n========\nb\n>>>>>>> x\n".to_owned(), None),
            ("<<<<<<< HEAD\na\n>>>>>>> x\n=======\n".to_owned(), None),
        ] {
            assert_eq!(line_of("a.md", &text), found, "{text}");
        }
        assert_eq!(line_of("a.txt", &format!("Title\n\n{conflict}")), Some(3));
        assert_eq!(line_of("a.txt", "Title\n=======\n\nText\n"), None);
    }
}
