//! What the elements of HTML are, as far as units go, and which end tags are implied.
//!
//! The tables are those of the HTML standard: elements that flow in a line (4.5), elements without
//! an end (13.1.2), tags that may be left out (13.1.2.4), start tags that end SVG and MathML
//! (13.2.6.5).

use crate::domain::inline::Style;

/// What an element is to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Stands in a line of text: a code of the unit.
    Inline,
    /// Stands in a line of text, and what it holds is no words (`code`): one code.
    Kept,
    /// Stands in a line and is no text at all, wherever it is (`script`, `svg`).
    Hidden,
    /// Stands apart, and what it holds is no text of the page (`textarea`, `video`).
    Apart,
    /// Its text is copied across (`pre`).
    Verbatim,
    /// Holds blocks, or text of its own.
    Block,
    /// A block without an end (`hr`).
    Void,
}

/// The role of an element, by its name in lower case.
pub(super) fn role(name: &str) -> Role {
    match name {
        "code" | "samp" | "var" => Role::Kept,
        "script" | "style" | "template" | "svg" | "math" | "noembed" | "noframes" => Role::Hidden,
        "iframe" | "object" | "canvas" | "audio" | "video" | "textarea" => Role::Apart,
        "pre" | "listing" | "xmp" | "plaintext" => Role::Verbatim,
        "base" | "basefont" | "col" | "embed" | "frame" | "hr" | "input" | "link" | "meta" | "param" => {
            Role::Void
        }
        "address" | "article" | "aside" | "blockquote" | "body" | "button" | "caption" | "center"
        | "colgroup" | "datalist" | "dd" | "details" | "dialog" | "dir" | "div" | "dl" | "dt"
        | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "frameset" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" | "head" | "header" | "hgroup" | "html" | "legend" | "li" | "main" | "menu"
        | "nav" | "noscript" | "ol" | "optgroup" | "option" | "p" | "search" | "section" | "select"
        | "summary" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" | "title" | "tr" | "ul" => {
            Role::Block
        }
        _ => Role::Inline,
    }
}

/// Whether an element has no end: nothing can stand inside.
pub(super) fn is_void(name: &str) -> bool {
    matches!(name, "area" | "br" | "img" | "source" | "track" | "wbr" | "bgsound" | "keygen")
        || role(name) == Role::Void
}

/// What an element that stands in a line does to the text.
pub(super) fn style(name: &str) -> Style {
    match name {
        "em" | "i" | "cite" | "dfn" => Style::Italic,
        "strong" | "b" => Style::Bold,
        "s" | "del" | "strike" => Style::Struck,
        "a" => Style::Link,
        "img" | "picture" => Style::Image,
        "code" | "samp" | "var" | "kbd" | "tt" | "math" => Style::Code,
        "br" => Style::Break,
        _ => Style::Other,
    }
}

/// The elements at which a search for what an end tag closes stops.
pub(super) fn is_barrier(name: &str) -> bool {
    matches!(name, "html" | "table" | "td" | "th" | "caption" | "select" | "button")
}

/// Whether the start tag `next` ends an open `open` whose end tag was left out.
pub(super) fn ends(open: &str, next: &str) -> bool {
    match open {
        // Nearly all that is no line of text ends a paragraph.
        "p" => {
            matches!(role(next), Role::Block | Role::Verbatim)
                && !matches!(
                    next,
                    "button"
                        | "option"
                        | "optgroup"
                        | "select"
                        | "datalist"
                        | "legend"
                        | "noscript"
                        | "title"
                        | "caption"
                )
                || next == "hr"
        }
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "option" => matches!(next, "option" | "optgroup" | "hr"),
        "optgroup" => matches!(next, "optgroup" | "hr"),
        "tr" => matches!(next, "tr" | "tbody" | "thead" | "tfoot"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot"),
        "tbody" | "thead" | "tfoot" => matches!(next, "tbody" | "thead" | "tfoot"),
        "caption" | "colgroup" => matches!(next, "tr" | "tbody" | "thead" | "tfoot" | "colgroup"),
        "head" => matches!(next, "body" | "header" | "main" | "div" | "p" | "h1" | "section" | "article"),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            matches!(next, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        }
        _ => false,
    }
}

/// The elements that a start tag looks past, upwards, for one that it [`ends`]: what may stand
/// open between them.
pub(super) fn lets_past(open: &str, next: &str) -> bool {
    match next {
        "li" => !matches!(open, "ul" | "ol" | "menu" | "dir") && !is_barrier(open),
        "dt" | "dd" => open != "dl" && !is_barrier(open),
        "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => open != "table",
        "option" | "optgroup" => matches!(open, "option" | "optgroup"),
        _ => matches!(open, "p"),
    }
}

/// Whether that start tag ends SVG and MathML that something forgot to end.
pub(super) fn leaves_foreign(name: &[u8]) -> bool {
    matches!(
        name,
        b"b" | b"big"
            | b"blockquote"
            | b"body"
            | b"br"
            | b"center"
            | b"code"
            | b"dd"
            | b"div"
            | b"dl"
            | b"dt"
            | b"em"
            | b"embed"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"head"
            | b"hr"
            | b"i"
            | b"img"
            | b"li"
            | b"listing"
            | b"menu"
            | b"meta"
            | b"nobr"
            | b"ol"
            | b"p"
            | b"pre"
            | b"ruby"
            | b"s"
            | b"small"
            | b"span"
            | b"strong"
            | b"strike"
            | b"sub"
            | b"sup"
            | b"table"
            | b"tt"
            | b"u"
            | b"ul"
            | b"var"
    )
}
