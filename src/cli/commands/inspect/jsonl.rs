//! `inspect --jsonl`: a page a line in, a verdict a line out, in order, in constant memory.
//!
//! Lines are read in batches of a few megabytes; the pages of a batch are judged side by side and
//! written in the order read. A line that can't be read is answered by a line with `"error"` and
//! never ends the run: a pipe's partition must not die of one page.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};
use std::sync::{Arc, RwLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::cli::error::{Failure, Message, io_cause};
use crate::cli::reading::Reader;
use crate::cli::ui::Ui;
use crate::domain::locale::Locale;
use crate::domain::page::{Evidence, How, PageVerdict, Site, SourceText};
use crate::formats;

/// The longest line that is read, in bytes; of a longer one only that it was too long is said.
const LONGEST: usize = 64 << 20;
/// How many bytes of lines are gathered before they are judged.
const BATCH: usize = 4 << 20;
/// How many lines are gathered before they are judged.
const BATCH_LINES: usize = 4096;
/// For how many requested locales beyond the site's a reader is kept.
const MOST_READERS: usize = 64;

/// A line in.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(borrow)]
    text: Cow<'l, str>,
    #[serde(default)]
    requested: Option<Cow<'l, str>>,
    #[serde(default)]
    source: Option<String>,
}

/// A line out.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    verdict: PageVerdict,
    how: Option<How>,
    requested: Option<&'a Locale>,
    served: Option<&'a Locale>,
    source_share: f64,
    evidence: &'a [Evidence],
    stale_notice: bool,
}

/// A line out for a line that could not be read.
#[derive(Serialize)]
struct Refusal<'a> {
    id: &'a serde_json::Value,
    /// Which line, counted from 1.
    line: usize,
    /// Why: a code, and where the parser says it.
    error: String,
}

/// What was read from one line of the input.
enum Raw {
    Line(Vec<u8>),
    TooLong,
}

/// Answers every line of `input`.
pub fn run(
    reader: &Reader,
    requested: Option<&Locale>,
    input: impl Read,
    ui: &mut Ui,
) -> Result<(), Failure> {
    let mut input = BufReader::with_capacity(1 << 18, input);
    let readers = Readers { base: reader, others: RwLock::new(FxHashMap::default()) };
    let mut number = 0;
    let mut ended = false;
    while !ended {
        let mut batch = Vec::new();
        let mut size = 0;
        while size < BATCH && batch.len() < BATCH_LINES {
            let Some(raw) = next_line(&mut input).map_err(|error| {
                Failure::new(Message::new("inspect-input").with("cause", io_cause(&error)))
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
        let answers: Vec<Vec<u8>> =
            batch.par_iter().map(|(number, raw)| answer(&readers, requested, *number, raw)).collect();
        for answer in answers {
            ui.out().write_all(&answer).map_err(Failure::output)?;
        }
        ui.finish().map_err(Failure::output)?;
    }
    Ok(())
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

/// The readers for the site, and for pages asked for in a locale that the site was not said to have.
struct Readers<'r> {
    base: &'r Reader,
    others: RwLock<FxHashMap<Locale, Arc<Reader>>>,
}

impl Readers<'_> {
    /// Calls `with` with the reader whose site has that locale.
    fn reading<T>(&self, requested: Option<&Locale>, with: impl FnOnce(&Reader) -> T) -> T {
        let site = &self.base.site;
        let Some(locale) = requested.filter(|locale| !site.locales().contains(locale)) else {
            return with(self.base);
        };
        let kept = self.others.read().ok().and_then(|others| others.get(locale).cloned());
        if let Some(reader) = kept {
            return with(&reader);
        }
        let mut locales = site.locales().to_vec();
        locales.push(locale.clone());
        let reader = Arc::new(self.base.with_site(Site::new(site.source().clone(), locales)));
        if let Ok(mut others) = self.others.write()
            && others.len() < MOST_READERS
        {
            others.insert(locale.clone(), Arc::clone(&reader));
        }
        with(&reader)
    }
}

fn answer(readers: &Readers<'_>, requested: Option<&Locale>, number: usize, raw: &Raw) -> Vec<u8> {
    let refusal = |id: &serde_json::Value, error: String| line_of(&Refusal { id, line: number, error });
    let null = serde_json::Value::Null;
    let Raw::Line(bytes) = raw else { return refusal(&null, "line-too-long".to_owned()) };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(text) = simdutf8::basic::from_utf8(bytes) else { return refusal(&null, "not-utf-8".to_owned()) };
    let line: Line<'_> = match serde_json::from_str(text) {
        Ok(line) => line,
        Err(error) => return refusal(&id_of(text), format!("bad-line: {error}")),
    };
    let asked: Option<Locale> = match line.requested.as_deref().map(str::parse) {
        None => requested.cloned(),
        Some(Ok(locale)) => Some(locale),
        Some(Err(_)) => return refusal(&line.id, "bad-locale".to_owned()),
    };
    readers.reading(asked.as_ref(), |reader| {
        let page = reader.read(formats::plain_text(), line.text.into_owned().into_bytes());
        let source = line.source.as_deref().map(SourceText::Text);
        let judgement = reader.judge(&page, asked.as_ref(), source);
        line_of(&Answer {
            id: &line.id,
            verdict: judgement.verdict,
            how: judgement.how,
            requested: judgement.requested.as_ref(),
            served: judgement.served.as_ref(),
            source_share: (judgement.source_share * 1e4).round() / 1e4,
            stale_notice: judgement.stale_notice,
            evidence: &judgement.evidence,
        })
    })
}

/// The id of a line that is JSON but not the line that was asked for, so that it can be found again.
fn id_of(text: &str) -> serde_json::Value {
    #[derive(Deserialize)]
    struct OnlyId {
        #[serde(default)]
        id: serde_json::Value,
    }
    serde_json::from_str::<OnlyId>(text).map(|line| line.id).unwrap_or_default()
}

fn line_of(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}
