//! JSON Lines in, JSON Lines out: in order, in constant memory, what every command with `--jsonl` shares.
//!
//! Lines are read in batches of a few megabytes; those of a batch are answered side by side and
//! written in the order read. A line that can't be read is answered by a line with `"error"`, a code,
//! and never ends the run: a pipe's partition must not die of one page. What is wrong is told to
//! people on standard error, in their language.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::error::{Failure, Message, io_cause};
use super::ui::Ui;
use crate::messages::Value;

/// The longest line that is read, in bytes; of a longer one only that it was too long is said.
const LONGEST: usize = 64 << 20;
/// So many lines that could not be read are told to people; the answers tell of each.
const MOST_TOLD: usize = 20;
/// How many bytes of lines are gathered before they are answered.
const BATCH: usize = 4 << 20;
/// How many lines are gathered before they are answered.
const BATCH_LINES: usize = 4096;

/// The id of a line, as it was typed: a number of thirty figures or `1.50` goes out as it came in.
pub type Id = Option<Box<RawValue>>;

/// Why a line could not be read.
#[derive(Debug)]
pub struct Refusal {
    /// The id that the line has, if one can be read.
    id: Id,
    /// Which line, counted from 1.
    line: usize,
    /// Why: a code in no one's language.
    error: &'static str,
    /// Where in the line, in bytes counted from 1, as far as it can be told.
    column: Option<usize>,
    /// The same for people.
    message: Message,
}

impl Refusal {
    /// A line that is refused; the message's id is `line-` and a name.
    pub fn new(id: Id, line: usize, error: &'static str, message: &str) -> Self {
        Refusal {
            id,
            line,
            error,
            column: None,
            message: Message::new(message).with("line", line.to_string()),
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.message = self.message.with(name, value);
        self
    }
}

/// A line out for a line that could not be read.
#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Id,
    line: usize,
    error: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

/// What was read from one line of the input.
enum Raw {
    Line(Vec<u8>),
    TooLong,
}

/// Answers every line of `input` that is not blank: `answer` is given the line's number, counted
/// from 1, and its text. `name` is the input's, where it is not the only one: what is told of its
/// lines begins with it.
pub fn run(
    input: impl Read,
    name: Option<&Path>,
    ui: &mut Ui,
    answer: impl Fn(usize, &str) -> Result<Vec<u8>, Refusal> + Sync,
) -> Result<(), Failure> {
    let mut input = BufReader::with_capacity(1 << 18, input);
    let (mut number, mut refused) = (0, 0);
    let named = |message: Message| match name {
        Some(path) => Message::new("line-in-file")
            .with("path", path.display().to_string())
            .with("what", Value::Nested(Box::new(message))),
        None => message,
    };
    let mut ended = false;
    while !ended {
        let mut batch = Vec::new();
        let mut size = 0;
        while size < BATCH && batch.len() < BATCH_LINES {
            let Some(raw) = next_line(&mut input).map_err(|error| {
                Failure::new(named(Message::new("inspect-input").with("cause", io_cause(&error))))
            })?
            else {
                ended = true;
                break;
            };
            number += 1;
            if let Raw::Line(bytes) = &raw {
                if bytes.iter().all(u8::is_ascii_whitespace) {
                    continue;
                }
                size += bytes.len();
            }
            batch.push((number, raw));
        }
        let answers: Vec<Result<Vec<u8>, Refusal>> =
            batch.par_iter().map(|(number, raw)| answered(*number, raw, &answer)).collect();
        for answer in answers {
            let answer = answer.unwrap_or_else(|refusal| {
                let Refusal { id, line, error, column, message } = refusal;
                refused += 1;
                if refused <= MOST_TOLD {
                    ui.warn(&named(message));
                }
                line_of(&Refused { id: &id, line, error, column })
            });
            ui.out().write_all(&answer).map_err(Failure::output)?;
        }
        ui.finish().map_err(Failure::output)?;
    }
    if refused > MOST_TOLD {
        ui.warn(&named(Message::new("line-more").with("count", refused - MOST_TOLD)));
    }
    Ok(())
}

fn answered(
    number: usize,
    raw: &Raw,
    answer: &impl Fn(usize, &str) -> Result<Vec<u8>, Refusal>,
) -> Result<Vec<u8>, Refusal> {
    let Raw::Line(bytes) = raw else {
        let most = (LONGEST >> 20).to_string();
        return Err(Refusal::new(None, number, "line-too-long", "line-too-long").with("most", most));
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => answer(number, text),
        Err(_) => Err(Refusal::new(None, number, "not-utf-8", "line-not-utf8")),
    }
}

/// The next line without its end; `None` at the end of the input.
fn next_line(input: &mut impl BufRead) -> std::io::Result<Option<Raw>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        return Ok(Some(Raw::Line(line)));
    }
    if line.len() <= LONGEST {
        return Ok(Some(Raw::Line(line)));
    }
    loop {
        line.clear();
        if input.by_ref().take(1 << 20).read_until(b'\n', &mut line)? == 0 || line.last() == Some(&b'\n') {
            return Ok(Some(Raw::TooLong));
        }
    }
}

/// Reads a line's text into what was asked for, an object with `fields`; else why it can't be.
pub fn parsed<'l, T: Deserialize<'l>>(number: usize, text: &'l str, fields: &str) -> Result<T, Refusal> {
    if text.trim_start().starts_with('[') {
        // A list would be taken for the fields in their order, and its first thing for an id.
        return Err(Refusal::new(None, number, "bad-line", "line-bad-object")
            .with("column", "1")
            .with("fields", fields.to_owned()));
    }
    serde_json::from_str(text).map_err(|error| {
        let message = if error.is_data() { "line-bad-object" } else { "line-not-json" };
        let refusal = Refusal::new(id_of(text), number, "bad-line", message)
            .with("column", error.column().to_string())
            .with("fields", fields.to_owned());
        Refusal { column: Some(error.column()), ..refusal }
    })
}

/// The id of a line that is JSON but not the line that was asked for, so that it can be found again.
fn id_of(text: &str) -> Id {
    #[derive(Deserialize)]
    struct OnlyId {
        #[serde(default)]
        id: Id,
    }
    serde_json::from_str::<OnlyId>(text).map(|line| line.id).unwrap_or_default()
}

/// A value as a line.
pub fn line_of(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}
