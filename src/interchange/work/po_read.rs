//! Message catalogues of gettext, read as gettext itself, Poedit, Weblate and others write them.
//!
//! Texts may be wrapped anywhere; the references, flags and comments are of no matter but `fuzzy`.
//! Messages that are obsolete (`#~`) are left out: their source is gone. A message with plurals, or
//! without a context that is one of ours, is a stranger.

use super::Problem;
use super::decode::Lines;
use super::gather::{Found, Gather, Id};
use super::po::{PACKAGE, SOURCE};
use super::token::pieces;
use crate::domain::locale::Locale;
use crate::domain::package::{Done, Returned};

/// A message holds at most so many bytes.
const LONGEST: usize = 16 << 20;

/// A text that is being read, and where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Context,
    Id,
    Plural,
    Text,
}

#[derive(Default)]
struct Message {
    line: usize,
    fuzzy: bool,
    context: Option<String>,
    id: Option<String>,
    plural: bool,
    text: Option<String>,
    field: Option<Field>,
}

/// Whether a text begins as a catalogue does: with a message, comments before it.
pub(super) fn is_po(text: &str) -> bool {
    let mut lines = text.lines().take(10_000).map(str::trim_start);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| {
        line.starts_with("msgid") || line.starts_with("msgctxt") || line.starts_with("domain ")
    })
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Returned, Problem> {
    let mut gather = Gather::default();
    let mut message = Message::default();
    let mut last = 1;
    for (number, line) in Lines::new(text) {
        last = number;
        let line = line.trim_matches(|c: char| c == ' ' || c == '\t');
        if line.is_empty() {
            continue;
        }
        if let Some(comment) = line.strip_prefix('#') {
            // A comment stands before its message.
            if message.text.is_some() {
                take(&mut gather, std::mem::take(&mut message))?;
            } else if message.id.is_some() || message.context.is_some() {
                if comment.starts_with('~') {
                    continue;
                }
                return Err(Problem::new(number, "po-syntax", line, ""));
            }
            let flags = comment.strip_prefix(',').unwrap_or_default();
            message.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
            continue;
        }
        let (keyword, rest) = match line.find(['"', ' ', '\t', '[']) {
            Some(at) => line.split_at(at),
            None => (line, ""),
        };
        let field = match keyword {
            "" => None,
            "msgctxt" => Some(Field::Context),
            "msgid" => Some(Field::Id),
            "msgid_plural" => Some(Field::Plural),
            "msgstr" => Some(Field::Text),
            "domain" => continue,
            _ => return Err(Problem::new(number, "po-syntax", line, "")),
        };
        let begins = field == Some(Field::Context)
            || field == Some(Field::Id) && message.field != Some(Field::Context);
        if begins && (message.id.is_some() || message.context.is_some()) {
            if message.text.is_none() {
                return Err(Problem::new(number, "po-syntax", line, "msgstr"));
            }
            take(&mut gather, std::mem::take(&mut message))?;
        }
        if let Some(field) = field {
            if message.line == 0 {
                message.line = number;
            }
            message.begin(field, number, line)?;
        }
        // `msgstr[0]`
        let rest = match rest.strip_prefix('[') {
            Some(rest) => rest.split_once(']').map_or("", |(_, rest)| rest),
            None => rest,
        };
        let Some(text) = unquoted(rest.trim_start()) else {
            return Err(Problem::new(number, "po-syntax", line, "\""));
        };
        message.add(&text, number, line)?;
    }
    if message.text.is_some() {
        take(&mut gather, message)?;
    } else if message.id.is_some() || message.context.is_some() {
        return Err(Problem::new(last, "cut", "", "msgstr"));
    }
    gather.finish()
}

impl Message {
    /// Begins a text; one of a kind that was read already belongs to no message.
    fn begin(&mut self, field: Field, number: usize, line: &str) -> Result<(), Problem> {
        let fits = match field {
            Field::Context => self.context.is_none(),
            Field::Id => self.id.is_none(),
            Field::Plural => self.id.is_some(),
            // Of a message with plurals there are several.
            Field::Text => self.id.is_some() && (self.text.is_none() || self.plural),
        };
        if !fits {
            return Err(Problem::new(number, "po-syntax", line, ""));
        }
        match field {
            Field::Context => self.context = Some(String::new()),
            Field::Id => self.id = Some(String::new()),
            Field::Plural => self.plural = true,
            Field::Text => self.text = Some(String::new()),
        }
        self.field = Some(field);
        Ok(())
    }

    fn add(&mut self, text: &str, number: usize, line: &str) -> Result<(), Problem> {
        let slot = match self.field {
            Some(Field::Context) => self.context.as_mut(),
            Some(Field::Id) => self.id.as_mut(),
            Some(Field::Text) => self.text.as_mut(),
            Some(Field::Plural) => return Ok(()),
            None => None,
        };
        let Some(slot) = slot else { return Err(Problem::new(number, "po-syntax", line, "")) };
        slot.push_str(text);
        match slot.len() > LONGEST {
            true => Err(Problem::new(number, "unit-too-long", "", LONGEST >> 20)),
            false => Ok(()),
        }
    }
}

/// A message that is complete.
fn take(gather: &mut Gather, message: Message) -> Result<(), Problem> {
    let Message { line, fuzzy, context, id, plural, text, .. } = message;
    let (id, text) = (id.unwrap_or_default(), text.unwrap_or_default());
    if id.is_empty() && context.is_none() {
        return header(gather, &text, line);
    }
    let context = context.unwrap_or_default();
    let known = if plural { Id::Foreign } else { Id::of(&context) };
    let state = if fuzzy { Done::No } else { Done::Translated };
    let found = Found {
        source: Some(pieces(&id)),
        target: Some(pieces(&text)),
        sent_target: None,
        state: Some(state),
        line,
    };
    gather.unit(known, if context.is_empty() { &id } else { &context }, found)
}

fn header(gather: &mut Gather, text: &str, line: usize) -> Result<(), Problem> {
    for (name, value) in text.lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.trim() {
            PACKAGE => gather.name(value),
            // Tools that were not told leave it empty, or what a template has.
            "Language" if !value.is_empty() => {
                let tag = value.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
                // Some write the name of the language there.
                if tag.parse::<Locale>().is_ok() {
                    gather.target(&tag, line)?;
                }
            }
            SOURCE if !value.is_empty() => gather.source(value, line)?,
            _ => {}
        }
    }
    Ok(())
}

/// The text between quotes, escapes resolved; `None` where there are none, or something behind them.
fn unquoted(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.strip_prefix('"')?;
    loop {
        let at = rest.find(['"', '\\'])?;
        out.push_str(rest.get(..at)?);
        let tail = rest.get(at..)?;
        let Some(tail) = tail.strip_prefix('\\') else {
            return tail.strip_prefix('"').filter(|end| end.is_empty()).map(|_| out);
        };
        let c = tail.chars().next()?;
        let mut length = c.len_utf8();
        match c {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'a' => out.push('\u{7}'),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'v' => out.push('\u{b}'),
            '0'..='7' => {
                length = tail.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                out.push(char::from_u32(u32::from_str_radix(tail.get(..length)?, 8).ok()?)?);
            }
            'x' => {
                let digits = tail.bytes().skip(1).take(2).take_while(u8::is_ascii_hexdigit).count();
                length = 1 + digits;
                out.push(char::from_u32(u32::from_str_radix(tail.get(1..length)?, 16).ok()?)?);
            }
            c => out.push(c),
        }
        rest = tail.get(length..)?;
    }
}
