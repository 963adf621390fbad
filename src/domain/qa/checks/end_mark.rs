//! `end-mark`: the target ends with another mark than its source (a stop, a colon, a question).

use crate::domain::document::BlockKind;
use crate::domain::qa::bitext::{Bitext, Pair};
use crate::domain::qa::{ArgName, Check, Problem};

/// The mark at the end of a text, those of all scripts made one; `None` where it ends openly.
fn mark(text: &str) -> Option<char> {
    let closes = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | '”' | '’' | '“' | '»' | ')' | '）' | '*' | '_' | '`' | ']' | '」' | '』'
            )
    };
    match text.trim_end_matches(closes).chars().next_back()? {
        '.' | '。' | '।' | '．' | '…' => Some('.'),
        '?' | '？' | '؟' | ';' if text.trim_end_matches(closes).ends_with(['?', '？', '؟']) => Some('?'),
        ';' | '；' | '؛' => Some(';'),
        '!' | '！' => Some('!'),
        ':' | '：' => Some(':'),
        ',' | '，' | '،' | '、' => Some(','),
        _ => None,
    }
}

/// The text without the word that leads to the next item of a list ("…; y").
fn without_and(text: &str) -> &str {
    let bare = text.trim_end();
    let head = bare.trim_end_matches(char::is_alphabetic);
    let word = bare.get(head.len()..).unwrap_or_default();
    let joins = matches!(
        word,
        "and" | "or" | "y" | "e" | "o" | "u" | "et" | "ou" | "und" | "oder" | "ed" | "od" | "и" | "или"
    );
    if joins && head.trim_end().ends_with([';', ',']) { head.trim_end() } else { text }
}

/// Whether an item ends as the items beside it do: a list has one way with its marks, in each
/// language its own ("…;", "…;", "….").
fn is_way_of_list(bitext: &Bitext<'_>, pair: &Pair, was: Option<char>, is: Option<char>) -> bool {
    let light = |mark: Option<char>| matches!(mark, None | Some(';' | ',' | '.'));
    let Some(last) = pair.target.last().copied() else { return false };
    let item = |at: Option<usize>| {
        at.and_then(|at| bitext.target.get(at)).filter(|unit| unit.kind == BlockKind::ListItem)
    };
    light(was)
        && light(is)
        && [last.checked_sub(1), last.checked_add(1)].into_iter().filter_map(item).any(|beside| {
            let other = mark(without_and(beside.text));
            light(other) && other.is_some() == is.is_some()
        })
}

/// Looks at one pair.
pub fn look(bitext: &Bitext<'_>, pair: &Pair, out: &mut Vec<Problem>) {
    let (Some(source), Some(target)) = (bitext.sources(pair).last(), bitext.targets(pair).last()) else {
        return;
    };
    // Between a stop and nothing at all (a caption, a heading) usage differs.
    let (was, is) = (mark(without_and(source.text)), mark(without_and(target.text)));
    if was == is || target.text.ends_with(')') != source.text.ends_with(')') {
        return;
    }
    if target.kind == BlockKind::ListItem && is_way_of_list(bitext, pair, was, is) {
        return;
    }
    let show = |mark: Option<char>| mark.map_or_else(|| "∅".to_owned(), String::from);
    let args = vec![(ArgName::Source, show(was)), (ArgName::Target, show(is))];
    let what = format!("{}>{}", show(was), show(is));
    let place = Some((target, target.text.len()));
    out.push(Problem::new(Check::EndMark, bitext, pair, place, &what, args));
}
