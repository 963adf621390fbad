//! `cotejo glossary lint`: the termbase's own faults.

use std::path::PathBuf;

use serde_json::json;

use super::super::Run;
use super::super::check::Format;
use super::load;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::history;
use crate::cli::ui::Ui;
use crate::cli::workspace::find_config;
use crate::cli::worth::{FailOn, label};
use crate::domain::article::TreePath;
use crate::domain::finding::{Arg, Finding, Location, Severity};
use crate::domain::gate::identity;
use crate::domain::locale::Locale;
use crate::domain::termbase::Termbase;
use crate::domain::termbase::lint::{Lint, Place, lint};
use crate::interchange::terms_tsv::{Places, Problem};
use crate::messages::Value;
use crate::reports::findings::{self as report, Found};

/// The arguments of `cotejo glossary lint`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let tables = load::tables(run, args.glossary.as_deref())?;
    // The project's locales, where there is one.
    let locales: Vec<Locale> = match find_config(&run.folder) {
        Ok(Some(found)) => found.config.locales().cloned().collect(),
        _ => Vec::new(),
    };
    let (findings, terms) = match tables.read() {
        Ok((termbase, places)) => {
            let found = lint(&termbase, &locales);
            (found.iter().map(|one| finding(one, &termbase, &places)).collect(), termbase.terms().len())
        }
        // Of a file that is no table at all nothing can be said but that.
        Err(problems) if problems.iter().any(is_no_table) => {
            let no_table =
                problems.iter().filter(|problem| is_no_table(problem)).map(load::message).collect();
            return Err(Failure::many(no_table).hint(Message::new("lint-no-table-hint")));
        }
        Err(problems) => (problems.iter().map(problem).collect(), 0),
    };
    let mut findings: Vec<Finding> = findings;
    findings.sort_by(|a, b| (&a.location, a.code, &a.identity).cmp(&(&b.location, b.code, &b.identity)));
    let fails = findings.iter().any(|finding| args.fail_on.takes(finding.severity));
    let count = |worth| findings.iter().filter(|finding| finding.severity == worth).count();
    let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
    match args.format {
        Format::Json => {
            let all: Vec<_> = findings.iter().map(report::of_finding).collect();
            let whole = json!({
                "cotejo": "glossary-lint", "version": 1, "fails": fails, "terms": terms, "findings": all,
            });
            ui.line(&serde_json::to_string_pretty(&whole).unwrap_or_default())?;
        }
        Format::Text => {
            let found = Found { findings, ..Found::default() };
            let mut out = Vec::new();
            let paint = |severity: Severity, text: &str| ui.paint(label(severity), text);
            report::lines(&found, &ui.messages, ui.line_width(), &paint, &mut out)
                .and_then(|()| ui.out().write_all(&out))
                .map_err(Failure::output)?;
            let sum = ui.get(
                if fails { "lint-sum-fails" } else { "lint-sum-passes" },
                &[
                    ("terms", Value::from(terms)),
                    ("errors", Value::from(errors)),
                    ("warnings", Value::from(warnings)),
                    ("hints", Value::from(hints)),
                ],
            );
            ui.line(&sum)?;
        }
        format => {
            let prefix = match format {
                Format::Github | Format::Sarif => prefix(run, args),
                _ => String::new(),
            };
            let found = Found {
                command: "glossary-lint",
                general: (0..findings.len()).collect(),
                findings,
                fails,
                fails_from: args.fail_on.least(),
                prefix,
                ..Found::default()
            };
            super::super::check::write(&found, format, ui)?;
        }
    }
    Ok(if fails { Exit::Findings } else { Exit::Done })
}

/// Whether the table can't be understood at all, so that nothing in it was looked at.
fn is_no_table(problem: &Problem) -> bool {
    matches!(problem.code, "not-utf8" | "nul" | "too-large" | "bad-head" | "no-locales")
}

/// What goes before the tables' paths in formats that count from the repository's top.
fn prefix(run: &Run<'_>, args: &Args) -> String {
    let folder = match &args.glossary {
        Some(path) if path.is_absolute() => return String::new(),
        Some(_) => run.folder.canonicalize().ok(),
        None => find_config(&run.folder).ok().flatten().map(|found| found.root),
    };
    folder.map(|folder| history::prefix_of(&folder)).unwrap_or_default()
}

fn location(file: &str, line: usize, column: usize) -> Location {
    // Of one way to write a path, so that findings are the same on every system.
    let path = TreePath::new(file.replace('\\', "/"));
    Location { path, line: Some(line), column: Some(column) }
}

/// What the reader refused.
fn problem(problem: &Problem) -> Finding {
    Finding {
        code: "lint-table",
        severity: Severity::Error,
        location: location(&problem.file, problem.line, problem.column),
        args: vec![
            ("code", Arg::Text(problem.code.to_owned())),
            ("found", Arg::Text(problem.found.clone())),
            ("known", Arg::Text(problem.known.clone())),
        ],
        identity: identity("lint-table", &format!("{} {} {}", problem.code, problem.file, problem.found), ""),
    }
}

/// A fault of a termbase that was read.
fn finding(lint: &Lint, termbase: &Termbase, places: &Places<'_>) -> Finding {
    let term = |at: usize| termbase.terms().get(at);
    let (place, text, concept, own) = match lint.place {
        Place::Concept(at) => (places.concepts.get(at), String::new(), termbase.concepts().get(at), None),
        Place::Term(at) => {
            let found = term(at);
            let concept = found.and_then(|term| termbase.concept_of(term));
            let text = found.map(|term| term.text.clone()).unwrap_or_default();
            (places.terms.get(at), text, concept, found.map(|term| term.locale.clone()))
        }
    };
    let (file, line, column) = place.copied().unwrap_or_default();
    let concept = concept.map(|concept| concept.id.clone()).unwrap_or_default();
    let locale = lint.locale.clone().or(own).map(|locale| locale.to_string()).unwrap_or_default();
    let other = lint.other.and_then(term);
    let other_concept = other.and_then(|term| termbase.concept_of(term)).map(|concept| concept.id.clone());
    let other_line = lint.other.and_then(|at| places.terms.get(at)).map(|(_, line, _)| line.to_string());
    let code = lint.fault.code();
    Finding {
        code,
        severity: lint.fault.severity(),
        location: location(file, line, column),
        identity: identity(code, &format!("{concept} {text}"), &locale),
        args: vec![
            ("concept", Arg::Text(concept)),
            ("locale", Arg::Text(locale)),
            ("term", Arg::Text(text)),
            ("other", Arg::Text(other.map(|term| term.text.clone()).unwrap_or_default())),
            ("other_concept", Arg::Text(other_concept.unwrap_or_default())),
            ("other_line", Arg::Text(other_line.unwrap_or_default())),
        ],
    }
}
