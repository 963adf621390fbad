//! The sentences of a unit.

use std::ops::Range;

use super::pieces::{Kind, Piece};
use crate::domain::change::is_abbreviation;

/// The sentences of a text that was cut into `pieces`: their bytes, in order, blanks at either end
/// left out. A sentence ends with a stop, a question or an exclamation mark and what closes behind
/// it, before a blank and anything but a small letter; with an ideographic stop at once; and at
/// the end of a line. A stop after an abbreviation or an initial ends none.
pub fn sentences(text: &str, pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut out = Vec::with_capacity(4);
    let (mut start, mut last) = (None, 0);
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let ends = match piece.kind {
            // Most blanks are one plain space.
            Kind::Blank
                if piece.end - piece.start == 1 && text.as_bytes().get(piece.start) == Some(&b' ') =>
            {
                at += 1;
                continue;
            }
            Kind::Blank => {
                if piece.of(text).contains('\n') && text.get(..piece.start).is_some_and(ends_hard) {
                    out.extend(start.take().map(|start| start..last));
                }
                at += 1;
                continue;
            }
            Kind::Mark('。' | '！' | '？') => true,
            Kind::Mark('.' | '!' | '?' | '…' | '؟' | '।') => {
                let mut next = at + 1;
                while matches!(
                    pieces.get(next).map(|piece| piece.kind),
                    Some(
                        Kind::Mark('.' | '!' | '?' | '…' | '"' | '”' | '’' | '»' | ')' | ']') | Kind::Markup
                    )
                ) {
                    next += 1;
                }
                let blank = pieces.get(next).is_none_or(|piece| piece.kind == Kind::Blank);
                let begins = pieces.get(next + 1).is_none_or(|piece| match piece.kind {
                    Kind::Word => !piece.of(text).starts_with(char::is_lowercase),
                    _ => true,
                });
                let short = piece.kind == Kind::Mark('.')
                    && at
                        .checked_sub(1)
                        .and_then(|before| pieces.get(before))
                        .is_some_and(|before| before.kind == Kind::Word && is_abbreviation(before.of(text)));
                if blank && begins && !short {
                    at = next - 1;
                    true
                } else {
                    false
                }
            }
            _ => false,
        };
        let Some(piece) = pieces.get(at) else { break };
        start.get_or_insert(piece.start);
        last = piece.end;
        if ends {
            out.extend(start.take().map(|start| start..last));
        }
        at += 1;
    }
    out.extend(start.map(|start| start..last));
    out
}

/// Whether a line that ends so ends a sentence: a full one, not one that was wrapped.
fn ends_hard(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', ':', ';', '。', '…'])
}

#[cfg(test)]
mod tests {
    use super::super::pieces::pieces;
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, count) in [
            ("One. Two! Three?", 3),
            ("Mr. Gil Leyva met Dr. K. Mikuriya. They spoke.", 2),
            ("It rose by 1.5 per cent. No more.", 2),
            ("« Oui. » Il partit.", 2),
            ("所选语言。中文。", 2),
            ("no stop", 1),
            ("etc. and so on", 1),
            ("A line\nwrapped. Done.", 2),
            ("", 0),
        ] {
            let found = sentences(text, &pieces(text));
            assert_eq!(found.len(), count, "{text:?}: {found:?}");
        }
    }
}
