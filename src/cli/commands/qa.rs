//! `cotejo qa`: what a second reader would mark in the translations.

use std::collections::BTreeSet;

use super::Run;
use super::check::{Format, write};
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::history;
use crate::cli::quality::{Ignored, Quality};
use crate::cli::selection;
use crate::cli::ui::Ui;
use crate::cli::workspace::{self, Workspace};
use crate::cli::worth::FailOn;
use crate::domain::article::ArticleId;
use crate::domain::finding::Finding;
use crate::domain::locale::Locale;
use crate::domain::qa::Check;
use crate::domain::qa::ignore::is_id;
use crate::reports::findings::{Case, Found};

/// The arguments of `cotejo qa`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE")]
    articles: Vec<String>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = crate::cli::filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = check)]
    only: Vec<Check>,
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = id, requires = "reason")]
    ignore: Vec<String>,
    #[arg(long, value_name = "TEXT", requires = "ignore", value_parser = reason)]
    reason: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

fn check(text: &str) -> Result<Check, String> {
    Check::from_name(text).ok_or_else(|| "bad-check".to_owned())
}

fn id(text: &str) -> Result<String, String> {
    if is_id(text) { Ok(text.to_owned()) } else { Err("bad-finding-id".to_owned()) }
}

fn reason(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("bad-reason".to_owned()) } else { Ok(text.trim().to_owned()) }
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = match args.ignore.is_empty() {
        false => Workspace::open_for_writing(run, ui, "qa")?,
        true => Workspace::open(run, ui)?,
    };
    let picks = match args.articles.is_empty() {
        true => selection::all(&workspace, &args.locale)?,
        false => selection::named(&workspace, &run.folder, &args.articles, &args.locale)?,
    };
    let chosen: BTreeSet<(&ArticleId, &Locale)> = picks
        .iter()
        .flat_map(|pick| pick.pairings.iter().map(|pairing| (&pairing.article, &pairing.locale)))
        .collect();
    let mut ignored = Ignored::read(&workspace)?;
    let (rows, looked) = workspace::rows_and_quality(&workspace);
    let quality = Quality::of(&rows, &looked);

    if let Some(reason) = &args.reason {
        let known: Vec<Finding> = quality.all().into_iter().map(|(_, finding)| finding).collect();
        for id in &args.ignore {
            if !ignored.add(id, reason, &known) {
                return Err(Failure::new(Message::new("qa-ignore-unknown").with("id", id.clone()))
                    .hint(Message::new("qa-ignore-unknown-hint")));
            }
        }
        ignored.write(&workspace)?;
        ui.note(&Message::new("qa-ignored").showing("path", ignored.path()).with("count", args.ignore.len()));
    }

    let is_chosen =
        |row: usize| rows.get(row).is_some_and(|row| chosen.contains(&(&row.article, &row.locale)));
    let mut all: Vec<(usize, Finding)> = quality.all();
    all.retain(|(row, _)| is_chosen(*row));
    let idle = ignored.idle(&all, |article, locale| {
        args.only.is_empty()
            && rows.iter().zip(&looked).any(|(row, looked)| {
                looked.is_some()
                    && row.article.as_str() == article
                    && row.locale.as_str() == locale
                    && chosen.contains(&(&row.article, &row.locale))
            })
    });
    let before = all.len();
    all.retain(|(_, finding)| !ignored.has(finding));
    let passed = before - all.len();
    if !args.only.is_empty() {
        all.retain(|(_, finding)| args.only.iter().any(|check| check.name() == finding.code));
    }
    all.sort_by(|(_, one), (_, other)| {
        (&one.location, one.code, &one.identity).cmp(&(&other.location, other.code, &other.identity))
    });

    let mut place = vec![None; rows.len()];
    let mut cases = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if is_chosen(at) && looked.get(at).is_some_and(Option::is_some) {
            if let Some(place) = place.get_mut(at) {
                *place = Some(cases.len());
            }
            cases.push(Case {
                article: row.article.clone(),
                locale: row.locale.clone(),
                findings: Vec::new(),
            });
        }
    }
    let mut findings = Vec::with_capacity(all.len());
    for (row, finding) in all {
        let case = place.get(row).copied().flatten().and_then(|at| cases.get_mut(at));
        case.into_iter().for_each(|case| case.findings.push(findings.len()));
        findings.push(finding);
    }
    let general = (findings.len()..findings.len() + idle.len()).collect();
    findings.extend(idle);
    let prefix = match args.format {
        Format::Github | Format::Sarif => history::prefix(&workspace),
        _ => String::new(),
    };
    let unread: Vec<_> = rows
        .iter()
        .enumerate()
        .filter(|(at, _)| is_chosen(*at))
        .filter_map(|(_, row)| row.unread().cloned())
        .chain(workspace.problems.iter().filter(|_| args.articles.is_empty()).cloned())
        .collect();
    let fails =
        findings.iter().any(|finding| args.fail_on.takes(finding.severity) && finding.code != "ignore-idle");
    let found = Found {
        command: "qa",
        findings,
        cases,
        general,
        passed_over: if passed > 0 { vec![("qa-passed-ignored", passed)] } else { Vec::new() },
        fails,
        fails_from: args.fail_on.least(),
        incomplete: !unread.is_empty(),
        prefix,
    };
    write(&found, args.format, ui)?;
    match crate::cli::trouble::ending(&unread)? {
        Exit::Done if fails => Ok(Exit::Findings),
        exit => Ok(exit),
    }
}
