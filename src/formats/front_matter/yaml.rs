//! YAML front matter, by the events of `saphyr-parser` and their places.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::Entry;

/// What is open around an event.
enum Level {
    /// A mapping, the length its own path has in the dotted key, and the key whose value is
    /// awaited with the place where it begins. `flow` if written in braces.
    Mapping { path: usize, key: Option<usize>, flow: bool },
    /// A list.
    List { path: usize, flow: bool },
}

/// The scalar entries, `None` if the text is no mapping at all, or the offset at which it is not
/// well-formed.
pub fn entries(text: &str) -> Result<Option<Vec<Entry>>, usize> {
    let mut offsets = Offsets { text, chars: 0, bytes: 0 };
    let mut walk = Walk { entries: Vec::new(), levels: Vec::new(), path: String::new(), mapping: false };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => walk.event(event, offsets.range(&span)),
            Err(_) if walk.levels.is_empty() && !walk.mapping => return Ok(None),
            Err(error) => return Err(offsets.byte(error.marker().index())),
        }
    }
    Ok((walk.mapping || text.trim().is_empty()).then_some(walk.entries))
}

struct Walk {
    entries: Vec<Entry>,
    levels: Vec<Level>,
    path: String,
    /// Whether the document is a mapping.
    mapping: bool,
}

impl Walk {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                if self.take_key(&value, range.start) {
                    return;
                }
                let flow = self.levels.iter().any(Level::is_flow);
                let place = (anchor == 0 && tag.is_none()).then(|| place(style, &value, flow, range.clone()));
                self.scalar(value.into_owned(), range, place.flatten());
            }
            Event::Alias(_) => {
                let is_key = self.take_key("*", range.start);
                if !is_key {
                    self.scalar(String::new(), range, None);
                }
            }
            Event::MappingStart(..) => {
                self.mapping |= self.levels.is_empty();
                self.take_key("?", range.start);
                self.levels.push(Level::Mapping {
                    path: self.path.len(),
                    key: None,
                    flow: !range.is_empty(),
                });
            }
            Event::SequenceStart(..) => {
                self.take_key("?", range.start);
                self.levels.push(Level::List { path: self.path.len(), flow: !range.is_empty() });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.levels.pop();
                self.value_done();
            }
            _ => {}
        }
    }

    /// Takes `value` as a key, if a key is awaited.
    fn take_key(&mut self, value: &str, start: usize) -> bool {
        let Some(Level::Mapping { path, key: key @ None, .. }) = self.levels.last_mut() else { return false };
        self.path.truncate(*path);
        if *path > 0 {
            self.path.push('.');
        }
        self.path.push_str(value);
        *key = Some(start);
        true
    }

    fn scalar(&mut self, value: String, range: Range<usize>, place: Option<Range<usize>>) {
        let start = match self.levels.last() {
            Some(Level::Mapping { key: Some(start), .. }) => *start,
            _ => range.start,
        };
        self.entries.push(Entry { key: self.path.clone(), value, whole: start..range.end.max(start), place });
        self.value_done();
    }

    fn value_done(&mut self) {
        match self.levels.last_mut() {
            Some(Level::Mapping { path, key, .. }) => {
                self.path.truncate(*path);
                *key = None;
            }
            Some(Level::List { path, .. }) => self.path.truncate(*path),
            None => {}
        }
    }
}

impl Level {
    fn is_flow(&self) -> bool {
        match self {
            Level::Mapping { flow, .. } | Level::List { flow, .. } => *flow,
        }
    }
}

/// Where a new value would be written.
fn place(style: ScalarStyle, value: &str, flow: bool, range: Range<usize>) -> Option<Range<usize>> {
    match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            (range.len() >= 2).then(|| range.start + 1..range.end - 1)
        }
        ScalarStyle::Plain => (!flow && !is_word_of_yaml(value)).then_some(range),
        ScalarStyle::Literal | ScalarStyle::Folded => Some(range),
    }
}

/// Whether bare `value` reads as nothing or as a truth value in some version of YAML.
fn is_word_of_yaml(value: &str) -> bool {
    matches!(
        value.to_ascii_lowercase().as_str(),
        "" | "~" | "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n"
    )
}

/// Whether `text`, without quotes, reads as that text.
pub fn is_plain(text: &str) -> bool {
    let numeric = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | ':' | '_' | 'e' | 'x'));
    let starts = |c: char| c.is_whitespace() || "-?:,[]{}#&*!|>'\"%@`=~<.".contains(c);
    !(text.is_empty()
        || numeric
        || is_word_of_yaml(text)
        || text.starts_with(starts)
        || text.ends_with(':')
        || text.ends_with(char::is_whitespace)
        || text.contains(": ")
        || text.contains(" #")
        || text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')))
}

/// Whether a block scalar's first line follows `head`.
pub fn is_block_scalar(head: &str) -> bool {
    let before = head.trim_end();
    head.get(before.len()..).is_some_and(|blank| blank.contains(['\n', '\r']))
        && before
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'))
            .ends_with(['|', '>'])
}

/// Offsets in characters, which the parser gives in hardly ever falling order, to bytes.
struct Offsets<'t> {
    text: &'t str,
    chars: usize,
    bytes: usize,
}

impl Offsets<'_> {
    fn range(&mut self, span: &Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index().max(span.start.index()))
    }

    fn byte(&mut self, chars: usize) -> usize {
        if chars < self.chars {
            // A step back is short: the end of one event and the start of the next.
            let back = self.text.get(..self.bytes).unwrap_or_default().char_indices().rev();
            if let Some((at, _)) = back.take(self.chars - chars).last() {
                self.bytes = at;
            }
        } else {
            let rest = self.text.get(self.bytes..).unwrap_or_default();
            let step = rest.char_indices().nth(chars - self.chars).map_or(rest.len(), |(at, _)| at);
            self.bytes += step;
        }
        self.chars = chars;
        self.bytes
    }
}
