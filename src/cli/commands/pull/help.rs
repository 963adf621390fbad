//! What helps to translate a unit: matches of the memory, terms, and what was found about it.

use std::cell::OnceCell;

use rayon::prelude::*;

use super::gather::Handed;
use crate::cli::error::Failure;
use crate::cli::workspace::{self, ArticleView, LocaleView, Workspace};
use crate::domain::article::TreePath;
use crate::domain::document::BlockKind;
use crate::domain::finding::{Arg, Finding, Location};
use crate::domain::inline::{Inline, written};
use crate::domain::locale::Locale;
use crate::domain::memory::leverage::{Unit, matches};
use crate::domain::memory::{Match, Memory, Query, Searcher, score};
use crate::domain::package::build::Built;
use crate::domain::package::codes::{Apart, BETWEEN};
use crate::domain::package::offers::{Hit, offer};
use crate::domain::package::{Offer, Reach, TermOffer, Todo};
use crate::domain::qa::finding;
use crate::domain::termbase::Status;
use crate::domain::termbase::usage::{Checker, Pair};
use crate::domain::text::normalised;
use crate::messages::Messages;
use crate::reports::findings::message;

/// No less like a match is offered, in percent.
const LEAST: u8 = 70;
/// So many matches of a unit are offered.
const MOST: usize = 3;

/// Gives every open unit its matches, terms and remarks.
pub fn fill(
    workspace: &Workspace,
    handed: &mut [Handed],
    memory: &Memory,
    locale: &Locale,
    messages: &Messages,
) -> Result<(), Failure> {
    handed.par_iter_mut().for_each(|one| {
        let checker = workspace.checker(&one.source_locale, locale);
        let mut searcher = memory.searcher();
        let format = workspace
            .pairing
            .article(&one.job.article)
            .map(|article| workspace.format(&article.collection, &one.job.source));
        let apart = |kind: BlockKind, text: &str| match &format {
            Some(format) => format.inline(kind, text),
            None => vec![Inline::Text(text.to_owned())],
        };
        let texts: Vec<String> = one.units.iter().map(|built| written(&built.unit.source)).collect();
        let beside =
            |at: Option<usize>| at.and_then(|at| texts.get(at)).map(String::as_str).unwrap_or_default();
        for (at, built) in one.units.iter_mut().enumerate() {
            if !built.unit.todo.is_open() {
                continue;
            }
            let unit = Unit {
                text: beside(Some(at)),
                context: Some((beside(at.checked_sub(1)), beside(at.checked_add(1)))),
                article: Some(one.job.article.as_str()),
            };
            built.unit.matches = offers(&mut searcher, built, &unit, &one.source_locale, &apart);
            built.unit.terms = checker.map(|checker| terms(checker, unit.text)).unwrap_or_default();
        }
    });
    let found: Vec<Vec<Vec<Finding>>> =
        handed.par_iter().map(|one| findings(workspace, one, locale)).collect();
    for (one, found) in handed.iter_mut().zip(found) {
        for (built, found) in one.units.iter_mut().zip(found) {
            let mut remarks: Vec<String> = found.iter().map(|finding| message(finding, messages)).collect();
            remarks.dedup();
            built.unit.remarks = remarks;
        }
    }
    Ok(())
}

/// The best matches of a unit as a whole; where there is none, those of its segments.
fn offers(
    searcher: &mut Searcher<'_>,
    built: &Built,
    unit: &Unit<'_>,
    locale: &Locale,
    apart: &Apart<'_>,
) -> Vec<Offer> {
    let query = Query {
        context: unit.context,
        article: unit.article,
        least: LEAST,
        most: MOST + 1,
        ..Query::new(unit.text)
    };
    // What stands there already need not be offered, unless it turns out to be right as it is.
    let stands = built.stands.join(BETWEEN);
    let is_new = |found: &Match<'_>| {
        found.score >= 100 || stands.is_empty() || normalised(found.entry.target) != normalised(&stands)
    };
    let whole: Vec<Match<'_>> = searcher.best(&query).into_iter().filter(is_new).take(MOST).collect();
    let found: Vec<(Match<'_>, u8, Reach)> = match whole.is_empty() {
        false => whole
            .into_iter()
            .map(|found| {
                let reach = if found.in_context { Reach::Context } else { Reach::Whole };
                (found, found.score, reach)
            })
            .collect(),
        true => matches(searcher, unit, locale)
            .into_iter()
            .filter(|part| unit.text.trim().len() > part.range.len())
            .filter_map(|part| part.best)
            .filter(|best| best.score >= LEAST)
            .take(MOST)
            // Equal texts have been found as a whole.
            .map(|best| (best, score(unit.text, best.entry.source).min(99), Reach::Part(best.score)))
            .collect(),
    };
    let kinds: Vec<BlockKind> = built.said.iter().map(|(kind, _)| *kind).collect();
    found
        .into_iter()
        .map(|(found, percent, reach)| {
            let hit = Hit {
                source: found.entry.source,
                target: found.entry.target,
                origin: found.entry.article.unwrap_or_default(),
                percent,
                reach,
            };
            offer(&built.unit.source, &kinds, &hit, apart)
        })
        .collect()
}

/// The terms that a text uses, with what to write for them.
fn terms(checker: &Checker, text: &str) -> Vec<TermOffer> {
    let termbase = checker.termbase();
    let offer = |one: crate::domain::termbase::usage::Suggestion| {
        let mut targets: Vec<(String, Status)> = Vec::new();
        for term in one.terms.iter().filter_map(|at| termbase.terms().get(*at)) {
            if targets.iter().all(|(text, _)| *text != term.text) {
                targets.push((term.text.clone(), term.status));
            }
        }
        let concept = termbase.concepts().get(one.concept)?;
        let definition = Some(concept.definition.clone()).filter(|text| !text.is_empty());
        Some(TermOffer { source: one.words, targets, definition })
    };
    checker.suggest(text).into_iter().filter_map(offer).filter(|offer| !offer.targets.is_empty()).collect()
}

/// What was found about each unit's target.
fn findings(workspace: &Workspace, one: &Handed, locale: &Locale) -> Vec<Vec<Finding>> {
    let mut out: Vec<Vec<Finding>> = vec![Vec::new(); one.units.len()];
    let pairing = workspace.pairing_of(&one.job.article, locale);
    let (Some(article), Some(pairing)) = (workspace.pairing.article(&one.job.article), pairing) else {
        return out;
    };
    let view = ArticleView::read(workspace, article);
    let seen = LocaleView::read(workspace, &view, locale, &pairing.status);
    let Some(version) = super::gather::own(&seen, article) else { return out };
    let sources = OnceCell::new();
    let problems = workspace::look_at(workspace, article, &seen, &sources)
        .map(|looked| looked.problems)
        .unwrap_or_default();
    let lines = |built: &Built| -> Vec<std::ops::Range<usize>> {
        let blocks = built.target.iter().filter_map(|at| version.page.document.blocks.get(*at));
        blocks.map(|block| block.line..block.line + block.text.matches('\n').count() + 1).collect()
    };
    let checker = workspace.checker(&one.source_locale, locale);
    for (built, out) in one.units.iter().zip(&mut out) {
        if built.unit.todo == Todo::Nothing || built.unit.target.is_none() {
            continue;
        }
        let ranges = lines(built);
        for problem in problems.iter().filter(|problem| !problem.in_source) {
            let line = problem.line as usize;
            if ranges.iter().any(|range| range.contains(&line)) {
                out.push(finding(problem, &article.id, locale, &one.job.source, &version.path));
            }
        }
        if let Some(checker) = checker {
            let source = built.said.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n\n");
            let target = built.stands.join("\n\n");
            out.extend(of_terms(checker, &source, &target, &version.path));
        }
    }
    out
}

/// What the termbase has against a translation.
pub fn of_terms(checker: &Checker, source: &str, target: &str, path: &TreePath) -> Vec<Finding> {
    let usage = checker.check(&[Pair { source, target }]);
    let found = usage.found.into_iter().map(|one| {
        let concept = checker.termbase().concepts().get(one.concept).map(|concept| concept.id.clone());
        let better = if one.better.is_empty() { "–".to_owned() } else { one.better.join(", ") };
        Finding {
            code: one.fault.code(),
            severity: one.severity,
            location: Location { path: path.clone(), line: None, column: None },
            args: vec![
                ("concept", Arg::Text(concept.unwrap_or_default())),
                ("words", Arg::Text(one.words.clone())),
                ("better", Arg::Text(better)),
            ],
            identity: String::new(),
        }
    });
    found.collect()
}
