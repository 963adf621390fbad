//! `cotejo glossary find`: the termbase's terms in any text. Works without a project, and in a pipe.

use std::borrow::Cow;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::Run;
use super::load;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::input::{LARGEST, cannot_read, open, read, stdin};
use crate::cli::ui::{Label, Ui};
use crate::cli::{filter, lines};
use crate::domain::locale::Locale;
use crate::domain::termbase::{Match, Matcher, Rules, Status, Termbase};
use crate::messages::visible;
use crate::reports::table::cut;

/// The arguments of `cotejo glossary find`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", num_args = 0..)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "LOCALE", required = true, value_parser = filter::locale)]
    locale: Locale,
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
    #[arg(long)]
    jsonl: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: OutputFormat,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    Text,
    Json,
}

/// A line in.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(default)]
    id: lines::Id,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

/// A line out.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a lines::Id,
    hits: Vec<Hit<'a>>,
}

/// A term in a text, by bytes.
#[derive(Serialize)]
struct Hit<'a> {
    concept: &'a str,
    term: &'a str,
    status: Status,
    start: usize,
    end: usize,
}

/// The terms of one locale, and by what they are found.
struct Finder {
    termbase: Termbase,
    matcher: Matcher,
}

/// Runs the command. What is found changes nothing about the exit code; a file that can't be read
/// does, once the others are shown.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let dash = Path::new("-");
    if args.files.is_empty() && !args.jsonl {
        return Err(Failure::new(Message::new("glossary-no-file")).hint(Message::new("inspect-no-file-hint")));
    }
    let termbase = load::termbase(run, args.glossary.as_deref())?;
    let matcher = Matcher::new(&termbase, &args.locale);
    if matcher.is_empty() {
        ui.warn(&Message::new("glossary-no-terms").with("locale", args.locale.to_string()));
    } else if matcher.rules() == Rules::Exact {
        ui.warn(&Message::new("glossary-exact").with("locale", args.locale.to_string()));
    }
    let finder = Finder { termbase, matcher };
    if args.jsonl {
        let inputs = if args.files.is_empty() { vec![dash.to_owned()] } else { args.files.clone() };
        let several = inputs.len() > 1;
        for input in inputs {
            let stream: Box<dyn Read + Send> = if input == dash {
                stdin(run)?
            } else {
                let path = run.folder.join(&input);
                Box::new(open(&path).map_err(|error| cannot_read(&input, &error))?)
            };
            let name = several.then_some(input.as_path());
            lines::run(stream, name, ui, |number, text| answer(&finder, number, text))?;
        }
        return Ok(Exit::Done);
    }
    let mut failed = false;
    let mut objects = Vec::new();
    for (at, path) in args.files.iter().enumerate() {
        let bytes = if path == dash {
            let mut bytes = Vec::new();
            stdin(run)?.take(LARGEST + 1).read_to_end(&mut bytes).map(|_| bytes)
        } else {
            read(&run.folder.join(path))
        };
        let text = bytes.and_then(|bytes| {
            if bytes.len() as u64 > LARGEST {
                return Err(std::io::ErrorKind::FileTooLarge.into());
            }
            Ok(String::from_utf8(bytes))
        });
        let text = match text {
            Ok(Ok(text)) => text,
            Ok(Err(error)) => {
                let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
                let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
                let what = Message::new("error-not-utf8").with("path", path.display().to_string());
                ui.failure(&Failure::new(what.with("line", line.to_string())));
                failed = true;
                continue;
            }
            Err(error) => {
                ui.failure(&cannot_read(path, &error));
                failed = true;
                continue;
            }
        };
        let found = finder.matcher.find(&text);
        match args.format {
            OutputFormat::Json => objects.push(json!({
                "path": path.to_string_lossy(),
                "hits": finder.hits(&found),
            })),
            OutputFormat::Text => {
                if at > 0 {
                    ui.line("")?;
                }
                show(&finder, path, &text, &found, ui)?;
            }
        }
    }
    if args.format == OutputFormat::Json {
        let rules = if finder.matcher.rules() == Rules::Exact { "exact" } else { "inflected" };
        let whole = json!({
            "cotejo": "glossary-find", "version": 1, "locale": args.locale, "rules": rules, "files": objects,
        });
        let text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        ui.line(&text)?;
    }
    Ok(if failed { Exit::Failed } else { Exit::Done })
}

impl Finder {
    /// What was found, in the form of the answers.
    fn hits(&self, found: &[Match]) -> Vec<Hit<'_>> {
        found.iter().filter_map(|hit| self.hit(hit)).collect()
    }

    fn hit(&self, hit: &Match) -> Option<Hit<'_>> {
        let term = self.termbase.terms().get(hit.term)?;
        let concept = &self.termbase.concept_of(term)?.id;
        Some(Hit { concept, term: &term.text, status: term.status, start: hit.start, end: hit.end })
    }
}

fn answer(finder: &Finder, number: usize, text: &str) -> Result<Vec<u8>, lines::Refusal> {
    let line: Line<'_> = lines::parsed(number, text, "\"id\", \"text\"")?;
    let found = finder.matcher.find(&line.text);
    Ok(lines::line_of(&Answer { id: &line.id, hits: finder.hits(&found) }))
}

/// Shows one file's terms for a person: where each stands, its words there, concept and status.
fn show(finder: &Finder, path: &Path, text: &str, found: &[Match], ui: &mut Ui) -> Result<(), Failure> {
    let name = ui.paint(Label::Heading, &visible(&path.to_string_lossy()));
    ui.line(&name)?;
    let count = ui.get("glossary-count", &[("count", found.len().into())]);
    ui.line(&format!("  {count}"))?;
    let width = ui.width();
    let (mut line, mut line_start, mut seen) = (1, 0, 0);
    for found in found {
        let Some(hit) = finder.hit(found) else { continue };
        for (at, _) in text.get(seen..hit.start).unwrap_or_default().match_indices('\n') {
            line += 1;
            line_start = seen + at + 1;
        }
        seen = hit.start;
        let column = 1 + text.get(line_start..hit.start).unwrap_or_default().chars().count();
        let words = text.get(hit.start..hit.end).unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = format!("{line}:{column}");
        let status = ui.text(&format!("term-status-{}", hit.status.name()));
        let label = match hit.status {
            Status::Preferred | Status::Admitted => Label::Good,
            Status::Deprecated => Label::Doubt,
            Status::Forbidden => Label::Bad,
        };
        let shown = cut(
            &format!("  {place:<8}{}  {}  ", visible(&words), visible(hit.concept)),
            width.saturating_sub(12),
        );
        let status = ui.paint(label, &status);
        ui.line(&format!("{shown}{status}"))?;
    }
    Ok(())
}
