//! Writing a translator's words so that Markdown reads them as words.

use crate::domain::document::{Block, BlockKind, Document, PlainSpelling, Spelling};
use crate::formats::front_matter;

/// Escapes what would begin another block, end a table cell or break out of a quoted value.
/// Inline markup is the translator's own and is left as it is.
#[derive(Clone, Copy, Debug)]
pub struct MarkdownSpelling;

impl Spelling for MarkdownSpelling {
    fn lines(&self, document: &Document, block: &Block, text: &str) -> Vec<String> {
        if let BlockKind::Code | BlockKind::Data = block.kind {
            return text.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect();
        }
        let mut lines = PlainSpelling.lines(document, block, text);
        match block.kind {
            BlockKind::Title | BlockKind::Meta => {
                if let Some(spelled) = in_front_matter(document, block, &lines) {
                    return spelled;
                }
                close_heading(document, block, &mut lines);
            }
            BlockKind::Heading => close_heading(document, block, &mut lines),
            BlockKind::TableCell => lines.iter_mut().for_each(|line| *line = escape_bars(line)),
            BlockKind::Caption => lines.iter_mut().for_each(|line| *line = escape_brackets(line)),
            _ => lines.iter_mut().for_each(escape_start),
        }
        lines
    }
}

/// The text of a unit of that kind with what [`Spelling::lines`] would put before it, so that it is known
/// beforehand what the file will say. What depends on the place of the block is left to that.
pub(super) fn guarded(kind: BlockKind, text: &str) -> String {
    let line = |line: &str| -> String {
        match kind {
            BlockKind::Title | BlockKind::Heading | BlockKind::Meta | BlockKind::Caption => line.to_owned(),
            BlockKind::TableCell => escape_bars(line),
            _ => {
                let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
                let (blank, words) = line.split_at(blank);
                let mut words = words.to_owned();
                escape_start(&mut words);
                format!("{blank}{words}")
            }
        }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn in_front_matter(document: &Document, block: &Block, lines: &[String]) -> Option<Vec<String>> {
    let first = block.fragments.first()?;
    front_matter::spell(document, first.start, &document.text_of(first.clone()), lines)
}

/// Keeps a heading a heading: `# C #` would lose its last word, and under a drawn line the text
/// must not begin a block.
fn close_heading(document: &Document, block: &Block, lines: &mut [String]) {
    let before = block.fragments.first().map_or(0, |fragment| fragment.start);
    let head = document.text_of(before.saturating_sub(document.unit_length() * 64)..before);
    let drawn_under = !head.trim_end_matches([' ', '\t']).ends_with('#');
    if drawn_under {
        lines.iter_mut().for_each(escape_start);
    } else if let Some(last) = lines.last_mut() {
        let kept = last.trim_end_matches('#');
        if kept.len() < last.len() && (kept.is_empty() || kept.ends_with([' ', '\t'])) {
            last.insert(kept.len(), '\\');
        }
    }
}

/// `|` within a cell is written `\|`, in code too.
fn escape_bars(line: &str) -> String {
    escape(line, |c| c == '|')
}

/// A bracket in an alternative text is escaped unless it has its twin.
fn escape_brackets(line: &str) -> String {
    let mut open = 0i32;
    let paired = line.chars().all(|c| {
        open += i32::from(c == '[') - i32::from(c == ']');
        open >= 0
    }) && open == 0;
    if paired { line.to_owned() } else { escape(line, |c| matches!(c, '[' | ']')) }
}

/// Puts a backslash before each such character that has none yet.
fn escape(line: &str, which: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(line.len() + 4);
    let mut escaped = false;
    for c in line.chars() {
        if which(c) && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    if escaped {
        // A lone backslash would escape what follows the text.
        out.push('\\');
    }
    out
}

/// Escapes a line that would begin a block of its own (`19. April`, `- `, `# `, `> `, `===`).
fn escape_start(line: &mut String) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ends_word = |at: usize| line.as_bytes().get(at).is_none_or(|c| matches!(c, b' ' | b'\t'));
    let at = match line.as_bytes().first() {
        Some(b'0'..=b'9') if digits <= 9 => match line.as_bytes().get(digits) {
            Some(b'.' | b')') if ends_word(digits + 1) => Some(digits),
            _ => None,
        },
        Some(b'-' | b'+' | b'*') if ends_word(1) => Some(0),
        Some(b'-' | b'*' | b'_' | b'=') if is_drawn(line) => Some(0),
        Some(b'>') => Some(0),
        Some(b'#') => {
            let hashes = line.bytes().take_while(|c| *c == b'#').count();
            (hashes <= 6 && ends_word(hashes)).then_some(0)
        }
        Some(b'`') if line.starts_with("```") && !line.trim_start_matches('`').contains('`') => Some(0),
        Some(b'~') if line.starts_with("~~~") => Some(0),
        // A link or footnote definition would not be shown.
        Some(b'[') if line.contains("]:") => Some(0),
        _ => None,
    };
    if let Some(at) = at {
        line.insert(at, '\\');
    }
}

/// Whether the line is drawn of one character: a rule, or the line under a heading.
fn is_drawn(line: &str) -> bool {
    let first = line.chars().next();
    line.chars().all(|c| Some(c) == first || c == ' ' || c == '\t')
}
