//! The codes of a target numbered as those of its source, and units of several blocks as one text.
//!
//! Tools hold a target's codes against the source's by their numbers, so the same markup has to have
//! the same number on both sides. A target's code is the source's that is written alike; else, if the
//! source had it written so before and says something else today (an address that changed), it is
//! today's; else it is one of the same style, and keeps what the target has there (an address of the
//! target's own site); else it is the target's alone, with a number of its own.

use std::collections::BTreeMap;

use crate::domain::document::BlockKind;
use crate::domain::inline::{Code, Inline, Side, Style, codes};

/// What stands between two blocks of one unit; no block has it in its text.
pub const BETWEEN: &str = "\n\n";

/// How a format takes the text of a block apart.
pub type Apart<'f> = dyn Fn(BlockKind, &str) -> Vec<Inline> + Sync + 'f;

/// The texts of blocks as one, a code between each two of them.
pub fn joined<'t>(blocks: impl IntoIterator<Item = (BlockKind, &'t str)>, apart: &Apart<'_>) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut last = 0;
    for (at, (kind, text)) in blocks.into_iter().enumerate() {
        if at > 0 {
            last += 1;
            let written = BETWEEN.to_owned();
            out.push(Inline::Code(Code { id: last, side: Side::Alone, style: Style::Break, written }));
        }
        let before = last;
        for mut piece in apart(kind, text) {
            if let Inline::Code(code) = &mut piece {
                code.id = code.id.saturating_add(before);
                last = last.max(code.id);
            }
            out.push(piece);
        }
    }
    out
}

/// The parts of such a text, one a block.
pub fn parted(pieces: &[Inline]) -> Vec<Vec<Inline>> {
    let is_between = |piece: &Inline| {
        matches!(piece, Inline::Code(code)
            if code.side == Side::Alone && code.style == Style::Break && code.written == BETWEEN)
    };
    pieces.split(is_between).map(<[Inline]>::to_vec).collect()
}

/// A code, or both of a pair.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    style: Style,
    /// As written, by side.
    written: Vec<(Side, String)>,
}

/// The codes by their numbers, in order of number.
fn marks(pieces: &[Inline]) -> BTreeMap<u32, Mark> {
    let mut marks: BTreeMap<u32, Mark> = BTreeMap::new();
    for code in codes(pieces) {
        let mark = marks.entry(code.id).or_insert(Mark { style: code.style, written: Vec::new() });
        mark.written.push((code.side, code.written.clone()));
    }
    marks
}

/// The target's pieces, its codes numbered as the source's; `before` is the source as it was. Time
/// n log n in the codes.
pub fn numbered(source: &[Inline], before: &[Inline], target: &[Inline]) -> Vec<Inline> {
    let (ours, theirs) = (marks(source), marks(target));
    let old: std::collections::BTreeSet<Mark> = marks(before).into_values().collect();
    let mut alike: BTreeMap<&Mark, Vec<u32>> = BTreeMap::new();
    ours.iter().rev().for_each(|(id, mark)| alike.entry(mark).or_default().push(*id));
    let mut new: BTreeMap<u32, (u32, Option<&Mark>)> = BTreeMap::new();
    let mut taken = std::collections::BTreeSet::new();
    for (id, mark) in &theirs {
        if let Some(own) = alike.get_mut(mark).and_then(Vec::pop) {
            taken.insert(own);
            new.insert(*id, (own, None));
        }
    }
    let shape = |mark: &Mark| (mark.style, mark.written.iter().map(|(side, _)| *side).collect::<Vec<_>>());
    let mut free: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for (id, mark) in ours.iter().rev().filter(|(id, _)| !taken.contains(id)) {
        free.entry(shape(mark)).or_default().push(*id);
    }
    let mut next = ours.keys().next_back().copied().unwrap_or(0);
    for (id, mark) in &theirs {
        if new.contains_key(id) {
            continue;
        }
        // One placeholder is not another; one address may well be, in another language.
        let is_stale = old.contains(mark) && !alike.contains_key(mark);
        let may_differ = !matches!(mark.style, Style::Placeholder | Style::Code | Style::Other);
        let like = if is_stale || may_differ { free.get_mut(&shape(mark)).and_then(Vec::pop) } else { None };
        match like {
            Some(own) => {
                let stale = is_stale.then(|| ours.get(&own)).flatten();
                new.insert(*id, (own, stale));
            }
            None => {
                next = next.saturating_add(1);
                new.insert(*id, (next, None));
            }
        }
    }
    let renumber = |piece: &Inline| match piece {
        Inline::Text(_) => piece.clone(),
        Inline::Code(code) => {
            let mut code = code.clone();
            if let Some((id, stale)) = new.get(&code.id) {
                code.id = *id;
                let today = stale.and_then(|mark| mark.written.iter().find(|(side, _)| *side == code.side));
                if let Some((_, written)) = today {
                    code.written.clone_from(written);
                }
            }
            Inline::Code(code)
        }
    };
    target.iter().map(renumber).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::inline::written;

    /// `<b>` and `</b>` are a pair, `{x}` stands alone, `[` … `](url)` is a link.
    fn apart(_: BlockKind, text: &str) -> Vec<Inline> {
        let mut out = Vec::new();
        let (mut id, mut open) = (0, Vec::new());
        let mut code = |side, style, written: &str, out: &mut Vec<Inline>| {
            let id = match side {
                Side::Close => open.pop().unwrap_or(99),
                _ => {
                    id += 1;
                    if side == Side::Open {
                        open.push(id);
                    }
                    id
                }
            };
            out.push(Inline::Code(Code { id, side, style, written: written.to_owned() }));
        };
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let end = |mark: char| rest.find(mark).map_or(rest.len(), |at| at + 1);
            let length = match c {
                '<' => end('>'),
                '{' => end('}'),
                ']' => end(')'),
                _ => c.len_utf8(),
            };
            let (head, tail) = rest.split_at(length);
            match c {
                '<' if head.starts_with("</") => code(Side::Close, Style::Bold, head, &mut out),
                '<' => code(Side::Open, Style::Bold, head, &mut out),
                '{' => code(Side::Alone, Style::Placeholder, head, &mut out),
                '[' => code(Side::Open, Style::Link, head, &mut out),
                ']' => code(Side::Close, Style::Link, head, &mut out),
                _ => out.push(Inline::Text(head.to_owned())),
            }
            rest = tail;
        }
        out
    }

    fn numbers(source: &str, before: &str, target: &str) -> (Vec<u32>, String) {
        let of = |text: &str| apart(BlockKind::Paragraph, text);
        let found = numbered(&of(source), &of(before), &of(target));
        (codes(&found).map(|code| code.id).collect(), written(&found))
    }

    #[test]
    fn the_same_markup_has_the_same_number_on_both_sides() {
        let source = "<b>A</b> {n} [x](/en) {m}";
        for (before, target, expected, text) in [
            // In another order.
            (source, "{m} [x](/en) <b>A</b> {n}", vec![4, 3, 3, 1, 1, 2], "{m} [x](/en) <b>A</b> {n}"),
            // An address of its own stays; one that the source had before follows it.
            (source, "[x](/es)", vec![3, 3], "[x](/es)"),
            ("[x](/old)", "[x](/old)", vec![3, 3], "[x](/en)"),
            // What the source has not, and what it has once only.
            (source, "{n} {n} {n}", vec![2, 5, 6], "{n} {n} {n}"),
            // A placeholder that was renamed.
            ("{k}", "{k}", vec![2], "{n}"),
        ] {
            assert_eq!(numbers(source, before, target), (expected, text.to_owned()), "{target}");
        }
    }

    #[test]
    fn several_blocks_are_one_text_and_several_again() {
        let blocks = ["<b>A</b>", "plain", "{n}"].map(|text| (BlockKind::Paragraph, text));
        let whole = joined(blocks, &apart);
        let ids: Vec<u32> = codes(&whole).map(|code| code.id).collect();
        assert_eq!(ids, [1, 1, 2, 3, 4]);
        let parts: Vec<String> = parted(&whole).iter().map(|part| written(part)).collect();
        assert_eq!(parts, ["<b>A</b>", "plain", "{n}"]);
    }
}
