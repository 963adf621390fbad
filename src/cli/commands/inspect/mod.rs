//! `cotejo inspect`: what one page is, and why. Works without a project, and in a pipe.

mod jsonl;
mod project;

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::json;

use project::{Known, Project};

use super::Run;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::filter;
use crate::cli::input::{LARGEST, cannot_read, open, read, stdin};
use crate::cli::reading::{Page, Reader};
use crate::cli::ui::{Label, Ui};
use crate::cli::workspace::find_config;
use crate::domain::locale::Locale;
use crate::domain::page::{Evidence, Judgement, LeftOut, PageVerdict, RequestedBy, Site, SourceText};
use crate::formats::{self, Format};
use crate::messages::{Value, visible};
use crate::reports::table::{cut, wrapped};
use crate::reports::wording;

/// The arguments of `cotejo inspect`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE", num_args = 0..)]
    files: Vec<PathBuf>,
    #[arg(long)]
    jsonl: bool,
    #[arg(long, value_name = "LOCALES", value_delimiter = ',', value_parser = filter::locale)]
    locales: Vec<Locale>,
    #[arg(long, value_name = "LOCALE", value_parser = filter::locale)]
    source_locale: Option<Locale>,
    #[arg(long, value_name = "LOCALE", value_parser = filter::locale)]
    requested: Option<Locale>,
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: OutputFormat,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    Text,
    Json,
}

/// Runs the command. What a page is changes nothing about the exit code; a page that can't be
/// read does, once the others are shown.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let reader = reader(run, args)?;
    let dash = Path::new("-");
    let source = match &args.source {
        Some(path) => {
            let bytes = read(&run.folder.join(path)).map_err(|error| cannot_read(path, &error))?;
            Some(reader.read(format_of(path), bytes))
        }
        None => None,
    };
    if args.jsonl {
        let inputs = if args.files.is_empty() { vec![dash.to_owned()] } else { args.files.clone() };
        let mut exit = Exit::Done;
        let several = inputs.len() > 1;
        for input in inputs {
            let stream: Box<dyn Read + Send> = if input == dash {
                stdin(run)?
            } else {
                match open(&run.folder.join(&input)) {
                    Ok(file) => Box::new(file),
                    Err(error) => {
                        // Told at the end of what came before it, which is written by now.
                        ui.failure(&cannot_read(&input, &error));
                        exit = Exit::Failed;
                        continue;
                    }
                }
            };
            let defaults = jsonl::Defaults { requested: args.requested.as_ref(), source: source.as_ref() };
            jsonl::run(&reader, defaults, stream, several.then_some(input.as_path()), ui)?;
        }
        return Ok(exit);
    }
    if args.files.is_empty() {
        return Err(Failure::new(Message::new("inspect-no-file")).hint(Message::new("inspect-no-file-hint")));
    }
    let project = Project::open(run, ui, &args.files)?;
    let mut failed = false;
    let mut objects = Vec::new();
    for (at, path) in args.files.iter().enumerate() {
        let bytes = if path == dash {
            let mut bytes = Vec::new();
            stdin(run)?.take(LARGEST + 1).read_to_end(&mut bytes).map(|_| bytes)
        } else {
            read(&run.folder.join(path))
        };
        let bytes = match bytes {
            Ok(bytes) if bytes.len() as u64 <= LARGEST => bytes,
            Ok(_) => {
                ui.failure(&cannot_read(path, &std::io::Error::from(std::io::ErrorKind::FileTooLarge)));
                failed = true;
                continue;
            }
            Err(error) => {
                ui.failure(&cannot_read(path, &error));
                failed = true;
                continue;
            }
        };
        let known = project.as_ref().filter(|_| path != dash);
        let known = known.and_then(|project| project.known(&run.folder.join(path)));
        let looked = Looked::at(path, bytes, known.as_ref(), &reader, source.as_ref(), args);
        let Looked { page, judgement } = &looked;
        for trouble in known.iter().flat_map(Known::troubles) {
            ui.warn(&wording::trouble_message(trouble));
        }
        match args.format {
            OutputFormat::Json => objects.push(object(path, page, judgement)),
            OutputFormat::Text => {
                if at > 0 {
                    ui.line("")?;
                }
                show(path, page, judgement, ui)?;
            }
        }
    }
    if args.format == OutputFormat::Json {
        let whole = json!({"cotejo": "inspect", "version": 1, "pages": objects});
        let text = serde_json::to_string_pretty(&whole).unwrap_or_default();
        ui.line(&text)?;
    }
    Ok(if failed { Exit::Failed } else { Exit::Done })
}

/// A page that was read and judged.
struct Looked {
    page: Page,
    judgement: Judgement,
}

impl Looked {
    /// Reads and judges a page by what the arguments say, and where they say nothing by what the
    /// project knows.
    fn at(
        path: &Path,
        bytes: Vec<u8>,
        known: Option<&Known<'_>>,
        reader: &Reader,
        source: Option<&Page>,
        args: &Args,
    ) -> Self {
        let named = !args.locales.is_empty() || args.source_locale.is_some();
        let reader = known.filter(|_| !named).and_then(|known| known.reader).unwrap_or(reader);
        let page = reader.read(known.map_or_else(|| format_of(path), |known| known.format), bytes);
        let asked = known.filter(|_| args.requested.is_none()).and_then(|known| known.requested(&page));
        // A site that was named otherwise may not have it.
        let asked = asked.filter(|(locale, _)| reader.site.locales().contains(locale));
        let held = known.filter(|_| source.is_none()).and_then(Known::source);
        let text = source.or(held.map(|(source, _)| source));
        let text = text.map(|source| SourceText::Document(&source.document));
        let requested = args.requested.as_ref().or(asked.map(|(locale, _)| locale));
        let mut judgement = reader.judge(&page, requested, text);
        if let Some((locale, by)) = asked {
            judgement.requested_by = RequestedBy::Project;
            judgement.evidence.push(Evidence::RequestedFromProject { locale: locale.clone(), by });
        }
        if let Some((_, path)) = held {
            judgement.evidence.push(Evidence::SourceFromProject { path: path.clone() });
        }
        Looked { page, judgement }
    }
}

/// The reader for the site that the arguments or the project name.
fn reader(run: &Run<'_>, args: &Args) -> Result<Reader, Failure> {
    let mut locales = args.locales.clone();
    let mut source = args.source_locale.clone();
    let mut custom = Vec::new();
    if let Some(found) = find_config(&run.folder)? {
        let own = found.config.source.clone();
        if locales.is_empty() {
            locales = found.config.locales().cloned().collect();
        }
        source = source.or_else(|| locales.contains(&own).then_some(own));
        custom = found.config.notices;
    }
    let Some(source) = source.or_else(|| locales.first().cloned()) else {
        return Err(
            Failure::new(Message::new("inspect-no-locales")).hint(Message::new("inspect-no-locales-hint"))
        );
    };
    Reader::for_site(Site::new(source, locales), &custom)
}

/// The format by the file's name; plain text where that tells nothing.
fn format_of(path: &Path) -> &'static dyn Format {
    formats::by_path(path).unwrap_or_else(formats::plain_text)
}

fn object(path: &Path, page: &Page, judgement: &Judgement) -> serde_json::Value {
    let problems: Vec<_> = page
        .document
        .problems
        .iter()
        .map(|problem| {
            json!({"kind": problem.kind, "offset": problem.offset, "line": problem.line, "column": problem.column})
        })
        .collect();
    let mut object = json!(judgement);
    object["path"] = json!(path.to_string_lossy());
    object["title"] = json!(page.document.title());
    object["date"] = json!(page.document.meta.date.map(|date| date.to_string()));
    object["problems"] = json!(problems);
    object
}

/// Shows one page for a person: what it is, why, and block by block.
fn show(path: &Path, page: &Page, judgement: &Judgement, ui: &mut Ui) -> Result<(), Failure> {
    let width = ui.width();
    let name = ui.paint(Label::Heading, &visible(&path.to_string_lossy()));
    ui.line(&name)?;
    let label = match judgement.verdict {
        PageVerdict::Source | PageVerdict::Translated => Label::Good,
        PageVerdict::Untranslated => Label::Bad,
        PageVerdict::Partial | PageVerdict::Undecided => Label::Doubt,
    };
    let mut verdict = ui.paint(label, &ui.text(&format!("verdict-{}", judgement.verdict.name())));
    if let Some(how) = judgement.how {
        verdict.push_str(&format!(" ({})", wording::how(how, &ui.messages)));
    }
    let unknown = ui.text("inspect-unknown");
    let shown = |locale: &Option<Locale>| locale.as_ref().map_or(unknown.clone(), ToString::to_string);
    let by = ui.text(match judgement.requested_by {
        RequestedBy::Given => "inspect-by-given",
        RequestedBy::Project => "inspect-by-project",
        RequestedBy::Notice => "inspect-by-notice",
        RequestedBy::DateLine => "inspect-by-date-line",
        RequestedBy::None => "inspect-by-none",
    });
    let share = Value::Number((judgement.source_share * 1000.0).round() / 10.0);
    let rows = [
        ("inspect-verdict", verdict),
        ("inspect-requested", format!("{} ({by})", shown(&judgement.requested))),
        ("inspect-served", shown(&judgement.served)),
        ("inspect-share", ui.get("percent", &[("percent", share)])),
    ];
    for (id, value) in rows {
        let line = format!("  {} {value}", ui.text(id));
        ui.line(&line)?;
    }
    let head = format!("  {}", ui.text("inspect-evidence"));
    ui.line(&head)?;
    for evidence in &judgement.evidence {
        for (at, line) in wrapped(&said(evidence, ui), width.saturating_sub(6)).iter().enumerate() {
            ui.line(&format!("{}{line}", " ".repeat(if at == 0 { 4 } else { 6 })))?;
        }
    }
    let head = format!("  {}", ui.text("inspect-blocks"));
    ui.line(&head)?;
    for block in &judgement.blocks {
        let kind = ui.text(&format!("block-{}", block.kind.name()));
        let language = block.language.clone().unwrap_or_else(|| "–".to_owned());
        let why = block.left_out.map(|why| format!("({})", ui.text(left_out(why)))).unwrap_or_default();
        let text = page.document.blocks.get(block.block).map_or("", |block| block.text.as_str());
        let line = format!(
            "    {:>4}  {language:7}  {kind:14}  {why}{}{}",
            block.line,
            if why.is_empty() { "" } else { " " },
            visible(text)
        );
        ui.line(&cut(line.trim_end(), width))?;
    }
    for problem in &page.document.problems {
        let line = ui.get(
            &format!("problem-{}", problem.kind.name()),
            &[
                ("line", Value::text(problem.line)),
                ("column", Value::text(problem.column)),
                ("offset", Value::text(problem.offset)),
            ],
        );
        for (at, line) in wrapped(&line, width.saturating_sub(4)).iter().enumerate() {
            ui.line(&format!("{}{line}", " ".repeat(if at == 0 { 2 } else { 4 })))?;
        }
    }
    Ok(())
}

fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::Notice => "left-out-notice",
        LeftOut::Mirror => "left-out-mirror",
        LeftOut::DateLine => "left-out-date-line",
        LeftOut::Names => "left-out-names",
        LeftOut::Quotation => "left-out-quotation",
        LeftOut::Scrap => "left-out-scrap",
        LeftOut::NoLetters => "left-out-no-letters",
    }
}

fn said(evidence: &Evidence, ui: &Ui) -> String {
    // The message has a wording of its own for each that the notice does not tell.
    let locale = |locale: &Option<Locale>| Value::from(locale.as_ref().map_or("none", Locale::as_str));
    let percent = |share: f64| Value::Number((share * 1000.0).round() / 10.0);
    match evidence {
        Evidence::Notice { line, rule, target, served } => ui.get(
            "evidence-notice",
            &[
                ("line", Value::text(line)),
                ("rule", Value::from(rule.as_str())),
                ("target", locale(target)),
                ("served", locale(served)),
            ],
        ),
        Evidence::StaleNotice { line } => ui.get("evidence-stale-notice", &[("line", Value::text(line))]),
        Evidence::RequestedFromNotice { locale } => {
            ui.get("evidence-requested-notice", &[("locale", Value::text(locale))])
        }
        Evidence::RequestedFromDateLine { locale, line } => ui.get(
            "evidence-requested-date-line",
            &[("locale", Value::text(locale)), ("line", Value::text(line))],
        ),
        Evidence::RequestedFromProject { locale, by } => ui.get(
            "evidence-requested-project",
            &[("locale", Value::text(locale)), ("by", Value::from(by.name()))],
        ),
        Evidence::SourceFromProject { path } => {
            ui.get("evidence-source-project", &[("path", Value::from(visible(path.as_str()).into_owned()))])
        }
        Evidence::DateLineNotSource { locales, line } => {
            let locales: Vec<&str> = locales.iter().map(Locale::as_str).collect();
            ui.get(
                "evidence-date-line-not-source",
                &[("locales", Value::from(locales.join(", "))), ("line", Value::text(line))],
            )
        }
        Evidence::Language { language, share, letters } => ui.get(
            "evidence-language",
            &[
                ("language", Value::from(language.as_str())),
                ("percent", percent(*share)),
                ("letters", Value::from(*letters)),
            ],
        ),
        Evidence::SourceLines { lines, blocks } => {
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            ui.get(
                "evidence-source-lines",
                &[("lines", Value::from(lines.join(", "))), ("blocks", Value::from(*blocks))],
            )
        }
        Evidence::Copy { share } => ui.get("evidence-copy", &[("percent", percent(*share))]),
        Evidence::ThirdLanguage { language } => {
            ui.get("evidence-third-language", &[("language", Value::from(language.as_str()))])
        }
        Evidence::SameLanguage { requested, source } => ui.get(
            "evidence-same-language",
            &[("requested", Value::text(requested)), ("source", Value::text(source))],
        ),
        Evidence::NoWordList { locale } => {
            ui.get("evidence-no-word-list", &[("locale", Value::text(locale))])
        }
        Evidence::TooLittleText { letters } => {
            ui.get("evidence-too-little", &[("letters", Value::from(*letters))])
        }
    }
}
