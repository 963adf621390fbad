//! What a text is compared by: its words, figures and codes, and beside them its signs.

use crate::domain::qa::reading::{Kind as Piece, each_piece};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word; of a script without blanks between words, a character.
    Word,
    /// A number, separators included.
    Figure,
    /// A code span, a placeholder, an address: stands in the place of a word.
    Code,
    /// A tag, a mark of emphasis, the target of a link: stands beside words.
    Markup,
    /// Any other sign.
    Mark,
}

impl Kind {
    /// Whether the token takes the place of a word in the sequence that is compared.
    pub fn is_counted(self) -> bool {
        matches!(self, Kind::Word | Kind::Figure | Kind::Code)
    }
}

/// Calls `take` for each token of the text, in order. Linear.
pub(super) fn tokens<'t>(text: &'t str, mut take: impl FnMut(Kind, &'t str)) {
    each_piece(text, |piece| {
        let part = piece.of(text);
        match piece.kind {
            Piece::Blank => {}
            Piece::Figure => take(Kind::Figure, part),
            Piece::Code => take(Kind::Code, part),
            Piece::Address if part.starts_with(['(', '<']) => take(Kind::Markup, part),
            Piece::Address => take(Kind::Code, part),
            Piece::Markup => take(Kind::Markup, part),
            Piece::Mark(_) => take(Kind::Mark, part),
            Piece::Word if part.is_ascii() => take(Kind::Word, part),
            Piece::Word => words(part, &mut take),
        }
    });
}

/// Cuts a run of letters into words: each character of a script without blanks is one.
fn words<'t>(run: &'t str, take: &mut impl FnMut(Kind, &'t str)) {
    let mut start = 0;
    for (at, c) in run.char_indices() {
        if is_unspaced(c) {
            if start < at {
                take(Kind::Word, run.get(start..at).unwrap_or_default());
            }
            start = at + c.len_utf8();
            take(Kind::Word, run.get(at..start).unwrap_or_default());
        }
    }
    if start < run.len() {
        take(Kind::Word, run.get(start..).unwrap_or_default());
    }
}

/// Letters of the scripts that write no blanks between words: Han, Kana, Thai, Lao, Burmese, Khmer.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(Kind, &str)> {
        let mut out = Vec::new();
        tokens(text, |kind, part| out.push((kind, part)));
        out
    }

    #[test]
    fn words_figures_codes_and_signs_are_told_apart() {
        use Kind::*;
        assert_eq!(
            cut("**WCO**: 1,500 `a.b`, {name}."),
            [
                (Markup, "*"),
                (Markup, "*"),
                (Word, "WCO"),
                (Markup, "*"),
                (Markup, "*"),
                (Mark, ":"),
                (Figure, "1,500"),
                (Code, "`a.b`"),
                (Mark, ","),
                (Code, "{name}"),
                (Mark, "."),
            ]
        );
        assert_eq!(
            cut("世界WCO海关"),
            [(Word, "世"), (Word, "界"), (Word, "WCO"), (Word, "海"), (Word, "关")]
        );
    }
}
