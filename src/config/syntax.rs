//! Slips of TOML: what was written, where it begins, and how it is mended.
//!
//! The parser's own words would not be in the user's language, and after a bracket that is not
//! closed it takes the rest of the file for elements of that list: a row of errors, none of which
//! names the bracket. So such a bracket is looked for first and closed where its lines end
//! ([`mend`]); the rest of the file is then read as it was meant, and its other problems are told
//! too. Brackets are put at the ends of lines only, so that no line or column changes.

use std::ops::Range;

use toml::de::{DeTable, Error};

/// A slip: its code, its place and the arguments of its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) code: &'static str,
    pub(super) span: Range<usize>,
    pub(super) args: Vec<(&'static str, String)>,
}

/// So many brackets are closed; a file with more is no configuration.
const MOST_CLOSED: usize = 8;

/// So many characters are shown of what was written.
const SHOWN: usize = 40;

/// The text with its open brackets closed, and a slip for each.
pub(super) fn mend(text: &str) -> (String, Vec<Slip>) {
    let Some(bare) = text.strip_prefix('\u{feff}') else { return closed(text) };
    let (mut text, mut slips) = closed(bare);
    text.insert(0, '\u{feff}');
    let shift = '\u{feff}'.len_utf8();
    slips.iter_mut().for_each(|slip| slip.span = slip.span.start + shift..slip.span.end + shift);
    (text, slips)
}

fn closed(text: &str) -> (String, Vec<Slip>) {
    let (mut text, mut slips) = (text.to_owned(), Vec::new());
    for _ in 0..MOST_CLOSED {
        let (_, errors) = DeTable::parse_recoverable(&text);
        if errors.iter().any(is_too_deep) {
            break;
        }
        let open = |error: &&Error| {
            let message = error.message();
            message.starts_with("unclosed array,")
                || message.starts_with("unclosed inline table")
                || message.starts_with("unexpected `=` in array")
        };
        if let Some(found) = errors.iter().find_map(|error| open_heading(&text, error)) {
            let (end, closing, slip) = found;
            if slips.contains(&slip) {
                break;
            }
            text.insert_str(end, closing);
            slips.push(slip);
            continue;
        }
        let first = errors.iter().filter(open).filter_map(|error| error.span()).map(|span| span.start).min();
        let Some(found) = first.and_then(|at| Opening::above(&text, at)) else { break };
        if slips.iter().any(|slip: &Slip| slip.span == found.span) {
            break;
        }
        text.insert_str(found.end, &found.closing);
        let args = vec![("key", found.key), ("close", found.closing)];
        slips.push(Slip { code: "syntax-list", span: found.span, args });
    }
    (text, slips)
}

/// A heading that is not closed: where its brackets belong, these, and the slip.
fn open_heading(text: &str, error: &Error) -> Option<(usize, &'static str, Slip)> {
    if !error.message().starts_with("unclosed table") && !error.message().starts_with("unclosed array table")
    {
        return None;
    }
    let from = text.get(..error.span()?.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(from..)?.lines().next()?;
    let length = brackets(line, &mut Vec::new());
    let heading = line.get(..length)?;
    let closing = match (heading.trim_start().starts_with("[["), heading.ends_with(']')) {
        (true, false) => "]]",
        (true, true) | (false, false) => "]",
        (false, true) => return None,
    };
    let args = vec![("found", heading.trim().chars().take(SHOWN).collect())];
    Some((from + length, closing, Slip { code: "syntax-heading", span: from..from + length, args }))
}

/// A key whose list or table is not closed.
struct Opening {
    key: String,
    /// Where its bracket stands.
    span: Range<usize>,
    /// What closes it.
    closing: String,
    /// Where that belongs: behind its last element.
    end: usize,
}

impl Opening {
    /// The one that the parser was in at that byte.
    fn above(text: &str, at: usize) -> Option<Self> {
        let mut start = 0;
        let lines: Vec<(usize, &str)> = text
            .split_inclusive('\n')
            .map(|line| {
                let from = start;
                start += line.len();
                (from, line.trim_end_matches(['\n', '\r']))
            })
            .collect();
        let here = lines.iter().rposition(|(from, _)| *from <= at)?;
        (0..=here).rev().find_map(|index| {
            let (from, line) = lines.get(index)?;
            let (key, value) = assigned(line)?;
            let bracket = value.starts_with(['[', '{']).then(|| from + line.len() - value.len())?;
            // What it holds ends before the next line that is a key or a heading.
            let next = lines.iter().skip(index + 1).position(|(_, line)| begins_anew(line));
            let own = lines.get(index..next.map_or(lines.len(), |next| index + 1 + next))?;
            let mut open: Vec<char> = Vec::new();
            let mut end = from + line.len();
            for (number, (from, line)) in own.iter().enumerate() {
                let skipped = if number == 0 { line.len() - value.len() } else { 0 };
                let content = brackets(line.get(skipped..)?, &mut open);
                if content > 0 {
                    end = from + skipped + content;
                }
            }
            let closing: String = open.iter().rev().collect();
            let key = key.to_owned();
            (!closing.is_empty()).then_some(Opening { key, span: bracket..bracket + 1, closing, end })
        })
    }
}

/// Key and value of a line that gives a value to a key.
fn assigned(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim();
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'' | ' ');
    (!key.is_empty() && key.chars().all(word)).then(|| (key, value.trim_start()))
}

/// Whether a line begins something new: a key with its value, or a heading.
fn begins_anew(line: &str) -> bool {
    let heading = |line: &str| {
        let inner = line.trim_start_matches('[').trim_end_matches(']');
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        inner.len() < line.len() && !inner.is_empty() && inner.chars().all(word)
    };
    assigned(line).is_some() || heading(line.split('#').next().unwrap_or_default().trim())
}

/// Keeps account of the brackets that a line opens and closes, outside of texts in quotes; `open`
/// holds what would close them. How long the line is without its comment and the blanks before it.
fn brackets(line: &str, open: &mut Vec<char>) -> usize {
    let mut quote: Option<char> = None;
    let mut escaped = false;
    let mut end = 0;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => break,
            (None, '[') => open.push(']'),
            (None, '{') => open.push('}'),
            (None, ']' | '}') => drop(open.pop()),
            (None, '"' | '\'') => quote = Some(c),
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(mark), c) if c == mark && !escaped => quote = None,
            _ => {}
        }
        escaped = false;
        if !c.is_whitespace() {
            end = at + c.len_utf8();
        }
    }
    end
}

/// Where the text in quotes begins that is still open at the end of the line.
fn open_quote(line: &str) -> Option<usize> {
    let mut quote: Option<(char, usize)> = None;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match quote {
            None if c == '#' => return None,
            None if matches!(c, '"' | '\'') => quote = Some((c, at)),
            Some(('"', _)) if c == '\\' && !escaped => {
                escaped = true;
                continue;
            }
            Some((mark, _)) if c == mark && !escaped => quote = None,
            _ => {}
        }
        escaped = false;
    }
    quote.map(|(_, at)| at)
}

fn is_too_deep(error: &Error) -> bool {
    error.message().contains("nested") || error.message().contains("recursion")
}

/// The slips that the parser's errors tell, by place.
pub(super) fn slips(text: &str, errors: &[Error]) -> Vec<Slip> {
    let mut errors: Vec<&Error> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    errors.into_iter().map(|error| slip(text, error)).collect()
}

fn slip(text: &str, error: &Error) -> Slip {
    let span = error.span().unwrap_or(0..0);
    let from = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = text.get(from..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let whole = || (from, line.trim());
    let rest = || (span.start, text.get(span.start..from + line.len()).unwrap_or_default().trim());
    let word = || (span.start, text.get(span.clone()).unwrap_or_default());
    let message = error.message();
    let starts = |words: &[&str]| words.iter().any(|words| message.starts_with(words));

    if starts(&["duplicate key"]) {
        let args = vec![("key", word().1.to_owned())];
        return Slip { code: "duplicate-key", span, args };
    }
    let (code, (at, found)) = if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)) {
        ("syntax-conflict", whole())
    } else if is_too_deep(error) {
        ("too-deep", rest())
    } else if starts(&["string values must be quoted", "invalid boolean", "invalid float"]) {
        match word().1 {
            "" => ("syntax-no-value", (span.start, line.trim())),
            found if found.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')) => {
                ("syntax-number", word())
            }
            _ => ("syntax-value", word()),
        }
    } else if starts(&["unexpected leading zero", "invalid fraction", "invalid integer", "invalid exponent"])
    {
        let value = assigned(line).map_or(line, |(_, value)| value);
        ("syntax-number", (from + line.len() - value.len(), value))
    } else if message.contains("escape") {
        ("syntax-escape", rest())
    } else if message.contains("visible characters") {
        ("syntax-character", whole())
    } else if message.contains("multi-line") {
        let before = text.get(..span.start).unwrap_or_default();
        let opening = before.rfind("\"\"\"").max(before.rfind("'''"));
        let shown = |at: usize| text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        ("syntax-string", opening.map_or_else(rest, |at| (at, shown(at))))
    } else if message.contains("string") || message.contains("opening quote") {
        match open_quote(line) {
            Some(at) => ("syntax-string", (from + at, line.get(at..).unwrap_or_default())),
            None => ("syntax-string", whole()),
        }
    } else if starts(&["invalid unquoted key"]) && word().1 == ":" {
        ("syntax-colon", (span.start, line.trim()))
    } else if starts(&["invalid unquoted key"]) {
        ("syntax-key", word())
    } else if starts(&["unquoted keys cannot be empty"]) {
        ("syntax-key-empty", (span.start, line.trim()))
    } else if starts(&["key with no value", "invalid key-value pair"]) {
        ("syntax-no-equals", whole())
    } else if starts(&["unclosed table", "unclosed array table"]) {
        ("syntax-heading", whole())
    } else if starts(&["missing comma"]) {
        ("syntax-comma", rest())
    } else if starts(&["extra comma"]) {
        ("syntax-comma-extra", rest())
    } else if starts(&["missing inline table opening", "missing array opening"]) {
        ("syntax-bracket", rest())
    } else if starts(&["unexpected key or value"]) {
        ("syntax-rest", rest())
    } else if starts(&["unclosed"]) {
        ("syntax-unclosed", whole())
    } else {
        ("syntax", whole())
    };
    let found = if found.is_empty() { line.trim() } else { found };
    let found = found.lines().next().unwrap_or_default().chars().take(SHOWN).collect();
    Slip { code, span: at..at.max(span.end), args: vec![("found", found)] }
}
