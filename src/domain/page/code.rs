//! Code in text whose format does not say what is code.
//!
//! A page of the web comes as plain text, and a Markdown page as often as not is handed over as
//! that. Two things tell code there: a fence (CommonMark 0.31, section 4.5), if one closes it, and
//! how lines of programs end. A fence that nothing closes hides nothing: half a page must not go
//! unread for a stray mark. Lines are asked only where a page mixes languages, since only there
//! code taken for the source's language says something wrong of it.

use std::ops::Range;

use memchr::memmem;

use crate::domain::document::Block;

/// What stands between fences, in the order of the page: a block's index and the bytes of it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Fences(Vec<(usize, Range<usize>)>);

impl Fences {
    /// Finds the fences of a page. Linear.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let (mut found, mut open): (Vec<_>, Option<Open>) = (Vec::new(), None);
        let finders = [memmem::Finder::new("```"), memmem::Finder::new("~~~")];
        for (index, block) in blocks.iter().enumerate() {
            let text = block.text.as_str();
            let has_none = || finders.iter().all(|finder| finder.find(text.as_bytes()).is_none());
            if block.kind.is_mirror() || has_none() {
                continue;
            }
            let mut at = 0;
            for line in text.split_inclusive('\n') {
                let (start, end) = (at, at + line.len());
                at = end;
                let Some(fence) = fence(line) else { continue };
                match &open {
                    None if fence.may_open => {
                        open = Some(Open { block: index, at: start, mark: fence.mark, length: fence.length });
                    }
                    Some(Open { block, at, mark, length })
                        if fence.closes && fence.mark == *mark && fence.length >= *length =>
                    {
                        if *block == index {
                            found.push((index, *at..end));
                        } else {
                            found.push((*block, *at..usize::MAX));
                            found.extend((*block + 1..index).map(|between| (between, 0..usize::MAX)));
                            found.push((index, 0..end));
                        }
                        open = None;
                    }
                    _ => {}
                }
            }
        }
        Fences(found)
    }

    /// The stretches of a block that are code, in order.
    pub(super) fn in_block(&self, block: usize) -> impl Iterator<Item = Range<usize>> {
        let from = self.0.partition_point(|(index, _)| *index < block);
        let rest = self.0.get(from..).unwrap_or(&[]);
        rest.iter().take_while(move |(index, _)| *index == block).map(|(_, range)| range.clone())
    }
}

struct Open {
    block: usize,
    at: usize,
    mark: char,
    length: usize,
}

struct Fence {
    mark: char,
    length: usize,
    may_open: bool,
    closes: bool,
}

/// The fence that a line is.
fn fence(line: &str) -> Option<Fence> {
    let line = line.trim();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let length = line.len() - rest.len();
    (length >= 3).then(|| Fence { mark, length, may_open: !rest.contains('`'), closes: rest.is_empty() })
}

/// Whether most lines of a text are lines of a program.
pub(super) fn is_code(text: &str) -> bool {
    let (mut lines, mut code) = (0, 0);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        code += usize::from(is_code_line(line));
    }
    code > 0 && code * 2 >= lines
}

/// Whether a trimmed line is one of a program: it begins or ends as none of prose does, or has
/// signs that programs put between words and does not end with a sentence.
fn is_code_line(line: &str) -> bool {
    const ENDS: [&str; 9] = ["{", "}", ");", "};", "})", "({", "*/", "()", "[]"];
    const BEGINS: [&str; 6] = ["//", "/*", "$ ", "#include", ">>> ", "</"];
    if ENDS.iter().any(|end| line.ends_with(end)) || BEGINS.iter().any(|begin| line.starts_with(begin)) {
        return true;
    }
    if line.ends_with(['.', '!', '?', '…']) {
        return false;
    }
    let between = |sign: &str| {
        line.match_indices(sign).any(|(at, _)| {
            let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | ')' | ']');
            let before = line.get(..at).and_then(|rest| rest.chars().next_back());
            let after = line.get(at + sign.len()..).and_then(|rest| rest.chars().next());
            before.is_some_and(word) && after.is_some_and(|c| word(c) || matches!(c, '*' | '~'))
        })
    };
    between("::")
        || between("->")
        || [" == ", " && ", " != ", " := ", " => {"].iter().any(|s| line.contains(s))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::BlockKind;
    use crate::domain::page::tests::paragraphs;

    #[test]
    fn a_fence_hides_what_it_encloses_and_an_open_one_nothing() {
        for (blocks, hidden) in [
            (&["Text", "```js", "let a;", "```", "More"][..], &["```js", "let a;", "```"][..]),
            (&["Text\n```js", "let a;\n```\nMore"], &["```js", "let a;\n```\n"]),
            (&["```\nlet a;\n```"], &["```\nlet a;\n```"]),
            (&["````", "```", "a", "````", "b"], &["````", "```", "a", "````"]),
            (&["~~~", "```", "~~~", "b"], &["~~~", "```", "~~~"]),
            (&["Text", "```js", "let a;"], &[]),
            (&["Text", "a ``` b", "c ``` d"], &[]),
            (&["```a``` and", "b", "```"], &[]),
        ] {
            let document = paragraphs(blocks);
            let fences = Fences::of(&document.blocks);
            let found: Vec<&str> = document
                .blocks
                .iter()
                .enumerate()
                .flat_map(|(index, block)| {
                    let text = block.text.as_str();
                    fences.in_block(index).map(|r| &text[r.start..r.end.min(text.len())]).collect::<Vec<_>>()
                })
                .collect();
            assert_eq!(found, hidden, "{blocks:?}");
        }
    }

    #[test]
    fn what_the_format_calls_code_opens_no_fence() {
        let mut document = paragraphs(&["```", "Text", "```"]);
        document.blocks[0].kind = BlockKind::Code;
        assert_eq!(Fences::of(&document.blocks), Fences::default());
    }

    #[test]
    fn lines_of_a_program_are_told_from_prose() {
        for code in [
            "const createStore = () => {\n  return 1;\n}",
            "$ helm history angry-bird",
            "IfFailGo(CGlobal::HrQueryService(SID_SVs, IID_IVs, (void **)&pOpen));",
            "final public MongoDB\\Driver\\Manager::executeCommand",
            "// Build and compile model.",
            "<p>\n</p>\n",
        ] {
            assert!(is_code(code), "{code}");
        }
        for prose in [
            "The customs officers met in Lima (Peru) and agreed on two things: speed; trust.",
            "Open the menu: File -> Save as -> PDF",
            "Call Store::new first, and then say what is to be kept.",
            "One line of prose\nanother of it\nand a third\ncall();",
            "Price = weight × rate",
            "a) the first of them;\nb) the second;",
            "",
        ] {
            assert!(!is_code(prose), "{prose}");
        }
    }
}
