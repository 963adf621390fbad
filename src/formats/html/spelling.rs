//! Writing a translator's words so that HTML reads them as words.

use super::refs::Habit;
use crate::domain::document::{Block, Document, PlainSpelling, Spelling};
use crate::formats::line::is_blank;

/// Writes references where a character would be markup, where the old text had them, and quotes
/// where a value has none. Tags are the translator's own and are left as they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct HtmlSpelling;

/// What stands before a block's first byte.
enum Place {
    Text,
    Value(Option<char>),
}

impl Spelling for HtmlSpelling {
    fn lines(&self, document: &Document, block: &Block, text: &str) -> Vec<String> {
        if block.kind.is_mirror() {
            return text.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect();
        }
        let whole = match (block.fragments.first(), block.fragments.last()) {
            (Some(first), Some(last)) => document.text_of(first.start..last.end),
            _ => "".into(),
        };
        let habit = Habit::of(&whole);
        let start = block.fragments.first().map_or(0, |fragment| fragment.start);
        let lines = |text: &str| {
            let lines = PlainSpelling.lines(document, block, text);
            // A text of one line stays one: what stands before it on its line are tags.
            if block.fragments.len() > 1 { lines } else { vec![lines.join(" ")] }
        };
        match place(document, start) {
            Place::Text => lines(&habit.spell(text)),
            Place::Value(Some(quote)) => lines(&habit.spell_value(text, quote)),
            Place::Value(None) => {
                let one = lines(text).join(" ");
                let bare = !one.is_empty() && !one.contains(|c: char| " \t\n\u{c}\"'=<>`/".contains(c));
                let quote = if bare { "" } else { "\"" };
                vec![format!("{quote}{}{quote}", habit.spell_value(&one, '"'))]
            }
        }
    }
}

/// Where the text that begins at that byte stands.
fn place(document: &Document, start: usize) -> Place {
    /// No one writes so many blanks before a value.
    const FAR: usize = 512;
    let from = start.saturating_sub(FAR * document.unit_length());
    // A character of more bytes may be cut at the beginning, which is of no matter.
    let before = document.text_of(from..start);
    match before.trim_end_matches(is_blank).chars().next_back() {
        Some(quote @ ('"' | '\'')) => Place::Value(Some(quote)),
        Some('=') => Place::Value(None),
        _ => Place::Text,
    }
}
