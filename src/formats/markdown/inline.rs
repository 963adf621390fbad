//! The inline markup of a Markdown unit as codes.
//!
//! The unit's text is read by itself, behind a full stop, so that nothing at its beginning can be
//! taken for the mark of a block, and with its line ends as blanks, so that no line can. What
//! `pulldown-cmark` calls the range of a link or an emphasis, less what stands inside, is the pair
//! of codes. References are taken for links whether their definition is known or not: it stands
//! elsewhere in the file. Templates (`{{< … >}}`, `{{ … }}`, `{% … %}`) are codes too.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::domain::inline::{Code, Inline, Pieces, Side, Style, written};

/// Stands before the text: punctuation, so that markup after it opens as at a beginning.
const BEFORE: &str = ".";

/// Beyond that many codes the rest of a unit is one text: nobody writes such.
const MOST_CODES: usize = 2000;

/// Markup as found: where, which side, what it does; pairs share a number.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    range: Range<usize>,
    side: Side,
    style: Style,
    pair: usize,
}

/// A container that has begun.
struct Frame {
    style: Style,
    range: Range<usize>,
    /// The bytes of what stands inside.
    inner: Option<Range<usize>>,
}

/// The text of a unit, its markup as codes. What is written for the pieces is the text.
pub(super) fn pieces(text: &str) -> Vec<Inline> {
    let mut marks = marks(text);
    templates(text, &mut marks);
    breaks(text, &mut marks);
    task_box(text, &mut marks);
    marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    marks.truncate(MOST_CODES);
    put_together(text, &marks)
}

/// `text` with a backslash before each character that could be markup, where none stands yet.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_backslash = false;
    for c in text.chars() {
        if !after_backslash && matches!(c, '*' | '_' | '[' | ']' | '<' | '`' | '~' | '$' | '^') {
            out.push('\\');
        }
        after_backslash = c == '\\' && !after_backslash;
        out.push(c);
    }
    out
}

fn put_together(text: &str, marks: &[Mark]) -> Vec<Inline> {
    let mut out = Pieces::default();
    let mut numbers: Vec<usize> = Vec::new();
    let mut at = 0;
    for mark in marks {
        // A mark that lies in another has been taken in with it.
        let (Some(before), Some(written)) = (text.get(at..mark.range.start), text.get(mark.range.clone()))
        else {
            continue;
        };
        let number = numbers.iter().position(|pair| *pair == mark.pair).unwrap_or_else(|| {
            numbers.push(mark.pair);
            numbers.len() - 1
        });
        out.text(before);
        out.code(Code {
            id: u32::try_from(number + 1).unwrap_or(u32::MAX),
            side: mark.side,
            style: mark.style,
            written: written.to_owned(),
        });
        at = mark.range.end;
    }
    out.text(text.get(at..).unwrap_or_default());
    let done = out.finish();
    if crate::domain::inline::broken(&done, &done).is_empty() {
        return done;
    }
    // Halves whose other half was taken in elsewhere: each stands alone, and nothing is lost.
    let mut next = 0;
    let alone = |piece: Inline| match piece {
        Inline::Code(code) => {
            next += 1;
            Inline::Code(Code { id: next, side: Side::Alone, ..code })
        }
        text => text,
    };
    done.into_iter().map(alone).collect()
}

/// What the parser takes for markup.
fn marks(text: &str) -> Vec<Mark> {
    let mut read = String::with_capacity(text.len() + BEFORE.len());
    read.push_str(BEFORE);
    read.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
    // A reference in brackets of its own is one; a word in brackets is a word.
    let mut any = |link: BrokenLink<'_>| match link.link_type {
        LinkType::ReferenceUnknown
        | LinkType::CollapsedUnknown
        | LinkType::Reference
        | LinkType::Collapsed => Some((CowStr::from("#"), CowStr::from(""))),
        _ => None,
    };
    let parser =
        Parser::new_with_broken_link_callback(&read, super::OPTIONS, Some(&mut any)).into_offset_iter();
    let mut marks: Vec<Mark> = Vec::new();
    let mut frames: Vec<Frame> = Vec::new();
    let mut html: Vec<(String, usize)> = Vec::new();
    let mut pair = 0;
    for (event, range) in parser {
        let range = range.start.saturating_sub(BEFORE.len())..range.end.saturating_sub(BEFORE.len());
        let mut alone = |style: Style| {
            pair += 1;
            marks.push(Mark { range: range.clone(), side: Side::Alone, style, pair });
        };
        match event {
            Event::Start(tag) => {
                if let Some(style) = style_of(&tag) {
                    // The parser leaves the empty brackets of a collapsed reference out.
                    let collapsed = matches!(
                        tag,
                        Tag::Link { link_type: LinkType::Collapsed | LinkType::CollapsedUnknown, .. }
                            | Tag::Image { link_type: LinkType::Collapsed | LinkType::CollapsedUnknown, .. }
                    );
                    let more = text.get(range.end..).is_some_and(|rest| collapsed && rest.starts_with("[]"));
                    let range = range.start..range.end + if more { 2 } else { 0 };
                    within(&mut frames, &range);
                    frames.push(Frame { style, range, inner: None });
                }
                continue;
            }
            Event::End(end) => {
                if matches!(
                    end,
                    TagEnd::Emphasis
                        | TagEnd::Strong
                        | TagEnd::Strikethrough
                        | TagEnd::Superscript
                        | TagEnd::Subscript
                        | TagEnd::Link
                        | TagEnd::Image
                ) && let Some(frame) = frames.pop()
                {
                    pair += 1;
                    close(text, frame, pair, &mut marks);
                }
                continue;
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => alone(Style::Code),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => alone(Style::Other),
            Event::InlineHtml(tag) | Event::Html(tag) => {
                pair += 1;
                let (side, number) = side_of(&tag, pair, &mut html);
                let style = if tag.starts_with("<br") { Style::Break } else { Style::Other };
                marks.push(Mark { range: range.clone(), side, style, pair: number });
            }
            Event::HardBreak => alone(Style::Break),
            Event::Text(_) | Event::SoftBreak | Event::Rule => {}
        }
        within(&mut frames, &range);
    }
    // A tag that nothing closes stands alone.
    for (_, number) in html {
        if let Some(mark) = marks.iter_mut().find(|mark| mark.pair == number) {
            mark.side = Side::Alone;
        }
    }
    marks
}

fn style_of(tag: &Tag<'_>) -> Option<Style> {
    Some(match tag {
        Tag::Emphasis => Style::Italic,
        Tag::Strong => Style::Bold,
        Tag::Strikethrough => Style::Struck,
        Tag::Superscript | Tag::Subscript => Style::Other,
        // An address that is its own text.
        Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => Style::Placeholder,
        Tag::Link { .. } => Style::Link,
        Tag::Image { .. } => Style::Image,
        _ => return None,
    })
}

/// Takes what stands at `range` for a part of the container that is open.
fn within(frames: &mut [Frame], range: &Range<usize>) {
    if let Some(frame) = frames.last_mut() {
        let inner = frame.inner.get_or_insert_with(|| range.clone());
        *inner = inner.start.min(range.start)..inner.end.max(range.end);
    }
}

/// The codes of a container that ends.
fn close(text: &str, frame: Frame, pair: usize, marks: &mut Vec<Mark>) {
    let Frame { style, range, inner } = frame;
    let inside = |inner: Range<usize>| {
        let written = text.get(range.clone())?;
        let mark = written.chars().next()?;
        let open = match style {
            Style::Link => 1,
            Style::Image => 2,
            _ => written.chars().take_while(|c| *c == mark).count().min(if style == Style::Italic {
                1
            } else {
                2
            }),
        };
        let start = range.start + open;
        let end = match style {
            Style::Link | Style::Image => {
                let rest = text.get(inner.end..range.end)?;
                inner.end + rest.find(']')?
            }
            _ => range.end.checked_sub(open)?,
        };
        (start <= inner.start && inner.end <= end && end < range.end).then_some((start, end))
    };
    match inner.filter(|_| style != Style::Placeholder).and_then(inside) {
        Some((start, end)) => {
            marks.push(Mark { range: range.start..start, side: Side::Open, style, pair });
            marks.push(Mark { range: end..range.end, side: Side::Close, style, pair });
        }
        None => {
            // What was found inside is a part of it now.
            marks.retain(|mark| mark.range.end <= range.start || range.end <= mark.range.start);
            marks.push(Mark { range, side: Side::Alone, style, pair });
        }
    }
}

/// Which side an HTML tag is of, and its number; `open` are the tags that nothing has closed yet.
fn side_of(tag: &str, pair: usize, open: &mut Vec<(String, usize)>) -> (Side, usize) {
    let name = |tag: &str| -> String {
        tag.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect::<String>()
            .to_ascii_lowercase()
    };
    if let Some(rest) = tag.strip_prefix("</") {
        let closes = open.last().is_some_and(|(last, _)| *last == name(rest));
        return match open.pop_if(|_| closes) {
            Some((_, number)) => (Side::Close, number),
            None => (Side::Alone, pair),
        };
    }
    let void =
        tag.ends_with("/>") || !tag.get(1..2).is_some_and(|c| c.chars().all(|c| c.is_ascii_alphabetic()));
    let name = tag.strip_prefix('<').map(name).unwrap_or_default();
    if void || matches!(name.as_str(), "br" | "img" | "hr" | "wbr" | "input" | "source") {
        return (Side::Alone, pair);
    }
    open.push((name, pair));
    (Side::Open, pair)
}

/// What a template engine puts something in the place of, and marks of footnotes, where no markup
/// was found.
fn templates(text: &str, marks: &mut Vec<Mark>) {
    let mut pair = marks.iter().map(|mark| mark.pair).max().unwrap_or(0);
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['{', '['])) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        let close = match rest.get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            // The parser knows a footnote by its definition, which stands elsewhere.
            Some("[^")
                if !rest
                    .find(']')
                    .is_none_or(|end| rest.get(..end).is_none_or(|name| name.contains([' ', '\n']))) =>
            {
                "]"
            }
            _ => {
                at = start + 1;
                continue;
            }
        };
        let Some(length) = rest.find(close).map(|length| length + close.len()) else { break };
        let range = start..start + length;
        at = range.end;
        // Markup that lies within is a part of it; what crosses it, or holds it, stays.
        let crosses = marks.iter().any(|mark| {
            let apart = mark.range.end <= range.start || range.end <= mark.range.start;
            let inside = range.start <= mark.range.start && mark.range.end <= range.end;
            !apart && !inside
        });
        if !crosses {
            marks.retain(|mark| mark.range.end <= range.start || range.end <= mark.range.start);
            pair += 1;
            marks.push(Mark { range, side: Side::Alone, style: Style::Placeholder, pair });
        }
    }
}

/// The box at the head of a task: the parser knows it by the list that the text stood in.
fn task_box(text: &str, marks: &mut Vec<Mark>) {
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().any(|mark| text.starts_with(mark));
    if boxed && marks.iter().all(|mark| mark.range.start >= 3) {
        let pair = 1 + marks.iter().map(|mark| mark.pair).max().unwrap_or(0);
        marks.push(Mark { range: 0..3, side: Side::Alone, style: Style::Other, pair });
    }
}

/// Line ends that are kept: a backslash, or two blanks and more, before the end of the line.
fn breaks(text: &str, marks: &mut Vec<Mark>) {
    let mut pair = marks.iter().map(|mark| mark.pair).max().unwrap_or(0);
    for (end, _) in text.match_indices('\n') {
        let before = text.get(..end).unwrap_or_default();
        let blanks = before.len() - before.trim_end_matches(' ').len();
        let start = match before.strip_suffix('\\') {
            Some(head) if !head.ends_with('\\') => head.len(),
            _ if blanks >= 2 => end - blanks,
            _ => continue,
        };
        let range = start..end + 1;
        if marks.iter().all(|mark| mark.range.end <= range.start || range.end <= mark.range.start) {
            pair += 1;
            marks.push(Mark { range, side: Side::Alone, style: Style::Break, pair });
        }
    }
}

/// The text to be written for pieces that came back, so that what is markup in it is what the
/// codes say and nothing else: words that would be read as markup get backslashes. `None` where
/// that does not help (a code span around a backslash, say).
pub(super) fn respelled(back: &[Inline]) -> Option<String> {
    let codes = |pieces: &[Inline]| -> Vec<(Side, String)> {
        crate::domain::inline::codes(pieces).map(|code| (code.side, code.written.clone())).collect()
    };
    let wanted = codes(back);
    let reads_so = |text: &String| codes(&pieces(text)) == wanted;
    let plain = written(back);
    if reads_so(&plain) {
        return Some(plain);
    }
    let escape = |piece: &Inline| match piece {
        Inline::Text(text) => Inline::Text(escaped(text)),
        code => code.clone(),
    };
    let careful = written(&back.iter().map(escape).collect::<Vec<_>>());
    Some(careful).filter(reads_so)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with its codes as `‹1›`, `‹/1›` and `‹1/›`.
    fn shown(text: &str) -> String {
        pieces(text)
            .iter()
            .map(|piece| match piece {
                Inline::Text(text) => text.clone(),
                Inline::Code(code) => match code.side {
                    Side::Open => format!("‹{}›", code.id),
                    Side::Close => format!("‹/{}›", code.id),
                    Side::Alone => format!("‹{}/›", code.id),
                },
            })
            .collect()
    }

    #[test]
    fn markup_is_codes_and_words_are_words() {
        for (text, expected) in [
            (
                "Plain words, 2 * 3 = 6, a_b_c, [sic] and 5 < 6.",
                "Plain words, 2 * 3 = 6, a_b_c, [sic] and 5 < 6.",
            ),
            ("It is **now** or *never*.", "It is ‹1›now‹/1› or ‹2›never‹/2›."),
            ("See [the **page**](https://x.org/a_b \"T\").", "See ‹1›the ‹2›page‹/2›‹/1›."),
            ("See [the page][ref] and [this][].", "See ‹1›the page‹/1› and ‹2›this‹/2›."),
            ("Run `a * b` on <https://x.org>.", "Run ‹1/› on ‹2/›."),
            ("![A *gate*](gate.png) opens", "‹1›A ‹2›gate‹/2›‹/1› opens"),
            ("a<br>b <kbd>Ctrl</kbd> <i>c", "a‹1/›b ‹2›Ctrl‹/2› ‹3/›c"),
            ("\\*not\\* so, &amp; so", "\\*not\\* so, &amp; so"),
            ("{{< ref \"a*b\" >}} and {{ name }} {% x %} {y}", "‹1/› and ‹2/› ‹3/› {y}"),
            ("[{{ n }} pages](x)", "‹1›‹2/› pages‹/1›"),
            ("one  \ntwo\\\nthree\nfour", "one‹1/›two‹2/›three\nfour"),
            ("1. no list\n- no list\n# no heading", "1. no list\n- no list\n# no heading"),
            ("_emphasis_ at the beginning", "‹1›emphasis‹/1› at the beginning"),
            ("~~gone~~ and a note[^1]", "‹1›gone‹/1› and a note‹2/›"),
            ("[x] a *task*", "‹1/› a ‹2›task‹/2›"),
            ("[x]a is no box, nor is [x] here", "[x]a is no box, nor is [x] here"),
            ("[](x) *\\*a*", "‹1/› ‹2›\\*a‹/2›"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_would_be_markup_are_escaped_and_others_left_alone() {
        let sent = pieces("The **new** rate is `r`");
        let with = |text: &str| {
            let mut back = sent.clone();
            back.push(Inline::Text(text.to_owned()));
            respelled(&back)
        };
        assert_eq!(with(" × 2 * 3.").as_deref(), Some("The **new** rate is `r` × 2 * 3."));
        assert_eq!(with(" *x* [a](b)").as_deref(), Some("The **new** rate is `r` \\*x\\* \\[a\\](b)"));
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text_and_their_codes_are_whole(text in "[a-zé *_`~<>/{}%!\\[\\]()\\\\\n.#-]{0,60}") {
            let found = pieces(&text);
            prop_assert_eq!(written(&found), text);
            prop_assert_eq!(crate::domain::inline::broken(&found, &found), []);
        }

        #[test]
        fn what_is_written_reads_as_it_was_sent(text in "[a-z *_`~<>\\[\\]()\\\\]{0,40}", words in "[a-z *_`<\\[\\]()]{0,12}") {
            let mut back = pieces(&text);
            back.push(Inline::Text(words));
            if let Some(text) = respelled(&back) {
                let sides = |pieces: &[Inline]| crate::domain::inline::codes(pieces).map(|c| c.written.clone()).collect::<Vec<_>>();
                prop_assert_eq!(sides(&pieces(&text)), sides(&back));
            }
        }
    }
}
