//! A package as JSON, for programs: one object, an `articles` list, each with its `units`.
//!
//! Texts are strings with codes as `<1>`; `codes` says what each stands for. A program changes
//! `target` and `state` (`translated`, `reviewed`, or `open` where it leaves the unit) and hands the
//! file back; everything else may be left out but `article` and `id`.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::gather::{Found, Gather, Id};
use super::labels::Labels;
use super::token::{All, pieces, written};
use super::{Problem, WorkFormat};
use crate::domain::inline::{Inline, Side, codes};
use crate::domain::package::{Done, Job, Package, Reach, Returned, Todo, WorkUnit};
use crate::interchange::entry::cut;

/// The number of the format, raised when a reader of the one before would go wrong.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct PackageOut<'p> {
    format: &'static str,
    version: u32,
    package: &'p str,
    source: &'p str,
    target: &'p str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    instructions: &'p [String],
    articles: Vec<JobOut<'p>>,
}

#[derive(Serialize)]
struct JobOut<'p> {
    article: &'p str,
    source: &'p str,
    target: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'p str>,
    units: Vec<UnitOut<'p>>,
}

#[derive(Serialize)]
struct UnitOut<'p> {
    id: String,
    kind: &'static str,
    line: usize,
    todo: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
    source: String,
    target: Option<String>,
    state: &'static str,
    sent_target: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<CodeOut<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    matches: Vec<OfferOut<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    terms: Vec<TermOut<'p>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    remarks: &'p [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'p str>,
}

#[derive(Serialize)]
struct CodeOut<'p> {
    code: String,
    written: &'p str,
}

#[derive(Serialize)]
struct OfferOut<'p> {
    percent: u8,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    in_context: bool,
    /// How like a sentence of the unit it is, where it is for no more than that.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u8>,
    source: String,
    target: String,
    origin: &'p str,
}

#[derive(Serialize)]
struct TermOut<'p> {
    source: &'p str,
    targets: Vec<WordOut<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'p str>,
}

#[derive(Serialize)]
struct WordOut<'p> {
    text: &'p str,
    status: &'static str,
}

/// Writes a package.
pub fn write(package: &Package, labels: &Labels) -> String {
    let out = PackageOut {
        format: "cotejo-work",
        version: VERSION,
        package: package.name.as_str(),
        source: package.source.as_str(),
        target: package.target.as_str(),
        instructions: &labels.instructions,
        articles: package.jobs.iter().map(job_out).collect(),
    };
    // Maps with keys that are no strings are all that could fail, and there is none.
    let mut text = serde_json::to_string_pretty(&out).unwrap_or_default();
    text.push('\n');
    text
}

fn job_out(job: &Job) -> JobOut<'_> {
    JobOut {
        article: job.article.as_str(),
        source: job.source.as_str(),
        target: job.target.as_str(),
        note: job.note.as_deref(),
        units: job.units.iter().map(unit_out).collect(),
    }
}

fn unit_out(unit: &WorkUnit) -> UnitOut<'_> {
    let (todo, change) = match unit.todo {
        Todo::Translate => ("translate", None),
        Todo::Update(class) => ("update", Some(class.name())),
        Todo::Check => ("check", None),
        Todo::Nothing => ("nothing", None),
    };
    let target = unit.target.as_ref().map(|target| written(target, &All));
    let state = match unit.todo.is_open() {
        true => "open",
        false => "locked",
    };
    let code = |code| written(&[Inline::Code(code)], &All);
    let codes = codes(&unit.source).filter(|code| code.side != Side::Close || !code.written.is_empty());
    UnitOut {
        id: unit.key.to_string(),
        kind: unit.kind.name(),
        line: unit.line,
        todo,
        change,
        source: written(&unit.source, &All),
        sent_target: target.clone(),
        target,
        state,
        codes: codes.map(|own| CodeOut { code: code(own.clone()), written: &own.written }).collect(),
        before: unit.before.as_ref().map(|before| written(before, &All)),
        matches: unit
            .matches
            .iter()
            .map(|own| OfferOut {
                percent: own.percent,
                in_context: own.reach == Reach::Context,
                part: match own.reach {
                    Reach::Part(percent) => Some(percent),
                    _ => None,
                },
                source: written(&own.source, &All),
                target: written(&own.target, &All),
                origin: &own.origin,
            })
            .collect(),
        terms: unit
            .terms
            .iter()
            .map(|term| TermOut {
                source: &term.source,
                targets: term
                    .targets
                    .iter()
                    .map(|(text, status)| WordOut { text, status: status.name() })
                    .collect(),
                definition: term.definition.as_deref(),
            })
            .collect(),
        remarks: &unit.remarks,
        note: unit.note.as_deref(),
    }
}

#[derive(Deserialize)]
struct PackageIn<'t> {
    format: Option<String>,
    version: Option<u32>,
    package: Option<String>,
    source: Option<String>,
    target: Option<String>,
    #[serde(borrow, default)]
    articles: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct JobIn<'t> {
    article: String,
    #[serde(borrow, default)]
    units: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct UnitIn {
    id: String,
    source: Option<String>,
    target: Option<String>,
    sent_target: Option<String>,
    state: Option<String>,
}

/// Where a part of the text stands in it: the number of its first line.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Lines { text, at: 0, line: 1 }
    }

    /// The line that a part of the text begins on; parts are asked for in their order.
    fn of(&mut self, part: &RawValue) -> usize {
        let at = (part.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let between = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.at = at.max(self.at);
        self.line
    }
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Returned, Problem> {
    let wrong = |line: usize, error: &serde_json::Error| Problem {
        line: line + error.line().saturating_sub(1),
        column: if error.line() > 1 || line == 1 { error.column() } else { 0 },
        code: if error.is_eof() { "cut" } else { "json-syntax" },
        // What the parser says behind this is the place, which stands beside it.
        found: cut(error.to_string().split(" at line ").next().unwrap_or_default()),
        known: String::new(),
    };
    let package: PackageIn<'_> = serde_json::from_str(text).map_err(|error| wrong(1, &error))?;
    if package.format.as_deref() != Some("cotejo-work") {
        return Err(Problem::new(
            1,
            "not-work",
            package.format.as_deref().unwrap_or(WorkFormat::Json.name()),
            "",
        ));
    }
    if package.version.is_some_and(|version| version > VERSION) {
        return Err(Problem::new(
            1,
            "not-work",
            &format!("cotejo-work {}", package.version.unwrap_or(0)),
            VERSION,
        ));
    }
    let mut gather = Gather::default();
    gather.name(package.package.as_deref().unwrap_or_default());
    package.source.map_or(Ok(()), |tag| gather.source(&tag, 1))?;
    package.target.map_or(Ok(()), |tag| gather.target(&tag, 1))?;
    let mut lines = Lines::new(text);
    for job in package.articles {
        let line = lines.of(job);
        let job: JobIn<'_> = serde_json::from_str(job.get()).map_err(|error| wrong(line, &error))?;
        for unit in job.units {
            let line = lines.of(unit);
            let unit: UnitIn = serde_json::from_str(unit.get()).map_err(|error| wrong(line, &error))?;
            let state = match unit.state.as_deref() {
                Some("open") if unit.target == unit.sent_target => Done::No,
                Some("open" | "locked") | None => Done::Unsaid,
                Some("translated") => Done::Translated,
                Some("reviewed") => Done::Reviewed,
                Some(other) => {
                    return Err(Problem::new(line, "bad-state", other, "open, translated, reviewed"));
                }
            };
            let found = Found {
                source: unit.source.as_deref().map(pieces),
                target: unit.target.as_deref().map(pieces),
                sent_target: unit.sent_target.as_deref().map(pieces),
                state: Some(state),
                line,
            };
            gather.unit(Id::within(&job.article, &unit.id), &unit.id, found)?;
        }
    }
    gather.finish()
}
