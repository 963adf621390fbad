//! `cotejo glossary check`: what translations did with the concepts of their sources.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Value as Json, json};

use super::super::Run;
use super::super::check::Format;
use super::load;
use crate::cli::error::{Exit, Failure};
use crate::cli::selection::{self, Pick};
use crate::cli::ui::Ui;
use crate::cli::workspace::terms::{Joined, is_translated, pairs};
use crate::cli::workspace::{ArticleView, LocaleView, Workspace};
use crate::cli::worth::FailOn;
use crate::cli::{filter, history, trouble};
use crate::domain::article::ArticleId;
use crate::domain::finding::{Arg, Finding, Location};
use crate::domain::gate::identity;
use crate::domain::locale::Locale;
use crate::domain::pairing::Pairing;
use crate::domain::termbase::Termbase;
use crate::domain::termbase::usage::{Checker, Fault, Usage};
use crate::domain::text::UnitHash;
use crate::domain::verdict::{Trouble, Verdict};
use crate::reports::findings::{self as report, Case, Found};

/// The arguments of `cotejo glossary check`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE")]
    articles: Vec<String>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// What was found in one version.
struct Looked {
    article: ArticleId,
    locale: Locale,
    right: usize,
    findings: Vec<Finding>,
    trouble: Option<Trouble>,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let termbase = Arc::new(match &args.glossary {
        Some(path) => load::termbase(run, Some(path))?,
        None => load::read(&load::tables_of(&workspace.root, &workspace.config)?)?,
    });
    let picks = match args.articles.is_empty() {
        true => selection::all(&workspace, &args.locale)?,
        false => selection::named(&workspace, &run.folder, &args.articles, &args.locale)?,
    };
    let mut checkers: BTreeMap<(Locale, Locale), Checker> = BTreeMap::new();
    for pick in &picks {
        for pairing in &pick.pairings {
            let (source, target) = (&pick.article.source_locale, &pairing.locale);
            checkers
                .entry((source.clone(), target.clone()))
                .or_insert_with(|| Checker::new(&termbase, source, target));
        }
    }
    let looked: Vec<Looked> = picks
        .par_iter()
        .flat_map_iter(|pick| {
            let view = ArticleView::read(&workspace, pick.article);
            let look = |pairing: &&Pairing| {
                let key = (pick.article.source_locale.clone(), pairing.locale.clone());
                look(&workspace, &view, pick, pairing, checkers.get(&key)?, &termbase)
            };
            pick.pairings.iter().filter_map(look).collect::<Vec<_>>()
        })
        .collect();
    let unread: Vec<Trouble> = looked.iter().filter_map(|looked| looked.trouble.clone()).collect();
    let fails =
        looked.iter().flat_map(|looked| &looked.findings).any(|finding| args.fail_on.takes(finding.severity));
    match args.format {
        Format::Json => {
            let whole = json!({
                "cotejo": "glossary-check", "version": 1, "fails": fails, "incomplete": !unread.is_empty(),
                "versions": looked.iter().map(object).collect::<Vec<_>>(),
            });
            ui.line(&serde_json::to_string_pretty(&whole).unwrap_or_default())?;
        }
        format => {
            let prefix = match format {
                Format::Github | Format::Sarif => history::prefix(&workspace),
                _ => String::new(),
            };
            let found = Found {
                fails,
                fails_from: args.fail_on.least(),
                incomplete: !unread.is_empty(),
                prefix,
                ..found(looked)
            };
            super::super::check::write(&found, format, ui)?;
        }
    }
    let ending = trouble::ending(&unread)?;
    Ok(if ending == Exit::Done && fails { Exit::Findings } else { ending })
}

/// All of it, as reports take it: sorted by place over the versions.
fn found(looked: Vec<Looked>) -> Found {
    let right = looked.iter().map(|looked| looked.right).sum();
    let mut all: Vec<(usize, Finding)> = Vec::new();
    let mut cases = Vec::with_capacity(looked.len());
    for (case, one) in looked.into_iter().enumerate() {
        all.extend(one.findings.into_iter().map(|finding| (case, finding)));
        cases.push(Case { article: one.article, locale: one.locale, findings: Vec::new() });
    }
    all.sort_by(|(_, a), (_, b)| (&a.location, a.code, &a.identity).cmp(&(&b.location, b.code, &b.identity)));
    for (at, (case, _)) in all.iter().enumerate() {
        cases.get_mut(*case).into_iter().for_each(|case| case.findings.push(at));
    }
    Found {
        command: "glossary-check",
        findings: all.into_iter().map(|(_, finding)| finding).collect(),
        cases,
        passed_over: vec![("terms-right", right)],
        ..Found::default()
    }
}

fn object(looked: &Looked) -> Json {
    json!({
        "article": looked.article,
        "locale": looked.locale,
        "right": looked.right,
        "findings": looked.findings.iter().map(report::of_finding).collect::<Vec<_>>(),
    })
}

/// Looks at one version; `None` where there is no translation to look at.
fn look(
    workspace: &Workspace,
    view: &ArticleView<'_>,
    pick: &Pick<'_>,
    pairing: &Pairing,
    checker: &Checker,
    termbase: &Termbase,
) -> Option<Looked> {
    let seen = LocaleView::read(workspace, view, &pairing.locale, &pairing.status);
    let mut looked = Looked {
        article: pick.article.id.clone(),
        locale: pairing.locale.clone(),
        right: 0,
        findings: Vec::new(),
        trouble: None,
    };
    if seen.row.verdict == Verdict::Unreadable {
        looked.trouble.clone_from(&seen.row.trouble);
        return looked.trouble.is_some().then_some(looked);
    }
    if !is_translated(seen.row.verdict) || seen.row.wish.is_some() {
        return None;
    }
    let (source, version) = (seen.source?, seen.version.as_ref()?);
    let texts = pairs(seen.tracking.as_ref(), &source.page.document, &version.page.document);
    let pairs: Vec<_> = texts.iter().map(Joined::pair).collect();
    let Usage { found, right } = checker.check(&pairs);
    looked.right = right;
    for one in &found {
        let Some(text) = texts.get(one.pair) else { continue };
        let in_source = one.fault == Fault::Missing;
        let line =
            if in_source { text.target_blocks.first().map(|block| block.line) } else { text.line(one.at) };
        let concept = termbase.concepts().get(one.concept).map(|concept| concept.id.as_str());
        let concept = concept.unwrap_or_default();
        let code = one.fault.code();
        let hash = UnitHash::of(&text.source);
        let subject = format!("{} {hash} {concept} {}", pick.article.id, one.words);
        looked.findings.push(Finding {
            code,
            severity: one.severity,
            location: Location { path: version.path.clone(), line, column: None },
            args: vec![
                ("article", Arg::Text(pick.article.id.to_string())),
                ("locale", Arg::Text(pairing.locale.to_string())),
                ("concept", Arg::Text(concept.to_owned())),
                ("words", Arg::Text(one.words.clone())),
                ("better", Arg::Text(better(&one.better))),
            ],
            identity: identity(code, &subject, pairing.locale.as_str()),
        });
    }
    looked
        .findings
        .sort_by(|a, b| (&a.location, a.code, &a.identity).cmp(&(&b.location, b.code, &b.identity)));
    looked.findings.dedup();
    Some(looked)
}

/// The terms to write; a dash where the termbase has none.
fn better(terms: &[String]) -> String {
    if terms.is_empty() { "–".to_owned() } else { terms.join(", ") }
}
