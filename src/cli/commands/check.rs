//! `cotejo check`: fails when versions are behind, for CI.

mod debts;
mod kept;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rustc_hash::FxHashMap;

use super::Run;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::filter::{self, FilterArgs};
use crate::cli::history::{self, Scope};
use crate::cli::quality::{self, Ignored, Quality};
use crate::cli::ui::Ui;
use crate::cli::workspace::moves::{self, Arrival};
use crate::cli::workspace::{self, Listed, Workspace};
use crate::cli::worth::label;
use crate::config;
use crate::domain::article::ArticleId;
use crate::domain::finding::{Finding, Severity};
use crate::domain::gate::{self, Gate, GatePolicy, Unrecorded};
use crate::domain::locale::Locale;
use crate::domain::qa::Check;
use crate::domain::verdict::{Row, Totals, Verdict};
use crate::reports::findings::{self as report, Case, Found};
use debts::DebtFile;

/// The arguments of `cotejo check`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,
    #[arg(long, value_name = "THRESHOLD", value_delimiter = ',', value_parser = threshold)]
    fail_on: Option<Vec<Threshold>>,
    #[arg(long, value_name = "COVERAGE", value_delimiter = ',', value_parser = coverage)]
    min_coverage: Vec<(Locale, u8)>,
    #[arg(long, value_name = "DAYS", value_parser = days)]
    grace_days: Option<u16>,
    #[arg(long, value_name = "REF")]
    only_changed_since: Option<String>,
    #[arg(long, value_name = "FILE")]
    debts: Option<PathBuf>,
    #[arg(long)]
    record_debts: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Github,
    Sarif,
    Junit,
}

/// One word of `--fail-on`; `None` is `none`, which fails on no row at all.
type Threshold = Option<Gate>;

fn threshold(text: &str) -> Result<Threshold, String> {
    match text {
        "none" => Ok(None),
        _ => Gate::from_name(text).map(Some).ok_or_else(|| "bad-gate".to_owned()),
    }
}

fn coverage(text: &str) -> Result<(Locale, u8), String> {
    let (locale, percent) = text.split_once('=').ok_or("bad-coverage")?;
    let percent: u8 = percent.trim_end_matches('%').parse().map_err(|_| "bad-percent")?;
    if percent > 100 {
        return Err("bad-percent".to_owned());
    }
    Ok((filter::locale(locale)?, percent))
}

fn days(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "bad-number".to_owned())
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let (workspace, state) = if args.record_debts {
        (Workspace::open_for_writing(run, ui, "check")?, None)
    } else {
        let listed = Listed::open(run, ui)?;
        let state = kept::key(&listed, args);
        if let Some(found) = state.and_then(|state| kept::load(&listed, state.digest)) {
            write(&found, args.format, ui)?;
            return Ok(if found.fails { Exit::Findings } else { Exit::Done });
        }
        (Workspace::of(listed, ui)?, state)
    };
    let filter = args.filter.for_project(&workspace)?;
    if workspace.has_bad_termbase() {
        ui.warn(&Message::new("terms-bad"));
    }
    let policy = policy(&workspace, args);
    let least = least_coverage(&workspace, args)?;
    let debts = DebtFile::read(&workspace, &run.folder, args.debts.as_deref())?;
    let scope = match &args.only_changed_since {
        Some(name) => Some(Scope::since(&workspace, name)?),
        None => None,
    };

    // `--fail-on none` fails on nothing.
    let none = args.fail_on.as_ref().is_some_and(|named| named.contains(&None));
    let demand = match workspace.config.policy.quality {
        config::Quality::Errors | config::Quality::Warnings if none => config::Quality::Warn,
        demand => demand,
    };
    let looks = demand != config::Quality::Allow;
    let (mut all, quality) = match looks {
        true => workspace::rows_and_quality(&workspace),
        false => (workspace::rows(&workspace), Vec::new()),
    };
    // What the quality checks tell one by one is not counted once more among the terms.
    for (row, looked) in all.iter_mut().zip(&quality) {
        looked.iter().for_each(|looked| row.terms.less(quality::terms_told(looked)));
    }
    filter.check_paths(&all, &workspace.problems, ui)?;
    let chosen: Vec<&Row> = all.iter().filter(|row| row.wish.is_none() && filter.takes(row)).collect();
    let looked: Vec<&Row> = chosen
        .iter()
        .copied()
        .filter(|row| scope.as_ref().is_none_or(|scope| scope.takes(&workspace, row)))
        .collect();

    let mut gate = Findings::default();
    gate.passed("check-passed-unchanged", chosen.len() - looked.len());
    let moves = moves::find(&workspace);
    moves::say_stray(&workspace, &moves, ui);
    let first_day = policy.unrecorded == Unrecorded::Warn
        && !policy.names(Gate::Verdict(crate::domain::verdict::Verdict::Unrecorded))
        && moves.is_empty()
        && !all.iter().any(|row| workspace.has(&workspace.record_path(&row.article, &row.locale)));
    let arrivals = moves.by_article();
    let mut unrecorded = 0;
    for (at, row) in looked.iter().enumerate() {
        let moved = waits_elsewhere(&workspace, &arrivals, row, &policy);
        let is_moved = moved.is_some();
        gate.all.extend(moved.map(|finding| (Some(at), finding)));
        for finding in gate::of_row(row, &policy) {
            if is_moved && finding.code == "unrecorded" {
                // The other says which record there is.
            } else if first_day && finding.code == "unrecorded" {
                unrecorded += 1;
            } else {
                gate.all.push((Some(at), finding));
            }
        }
    }
    if looks {
        let ignored = Ignored::read(&workspace)?;
        gate.quality(&Quality::of(&all, &quality), &ignored, &all, &looked, demand);
    }
    gate.grace(&workspace, &looked, run.now, args.grace_days.unwrap_or(workspace.config.policy.grace_days))?;
    if unrecorded > 0 {
        gate.all.push((None, gate::nothing_recorded(unrecorded, &history::config_path())));
    }
    let rows = Rows { all: &all, looked: &looked };
    gate.debts(&workspace, &debts, scope.as_ref(), args.record_debts, rows, ui)?;
    gate.coverage(&chosen, &looked, scope.is_some(), &least);
    let problems = workspace.problems.iter().filter(|problem| filter.takes_path(problem.path.as_str()));
    for problem in problems {
        match &scope {
            Some(scope) if !scope.takes_place(&problem.path) => gate.passed("check-passed-unread", 1),
            _ => gate.all.push((None, gate::of_problem(problem))),
        }
    }

    let prefix = match args.format {
        Format::Github | Format::Sarif => history::prefix(&workspace),
        _ => String::new(),
    };
    let unreadable_fails = policy.names(Gate::Verdict(crate::domain::verdict::Verdict::Unreadable));
    let found = gate.found(&looked, unreadable_fails, prefix);
    write(&found, args.format, ui)?;
    if let Some(state) = state {
        kept::store(&workspace, state, &found);
    }
    Ok(match (found.incomplete, found.fails) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Done,
    })
}

/// The finding that a version's record waits at the place its source has left.
fn waits_elsewhere(
    workspace: &Workspace,
    arrivals: &FxHashMap<&ArticleId, Arrival<'_>>,
    row: &Row,
    policy: &GatePolicy,
) -> Option<Finding> {
    let Arrival { lost, place, open } = *arrivals.get(&row.article)?;
    let moving = lost.records.iter().find(|moving| moving.record.target.locale == row.locale)?;
    let moved = gate::Moved {
        from: &lost.from,
        to: &place.to,
        places: open.map(moves::Open::named),
        followed: moving.waiting(workspace, place),
    };
    Some(gate::moved(row, moved, policy))
}

/// Writes what a gate found in that format.
pub(super) fn write(found: &Found, format: Format, ui: &mut Ui) -> Result<(), Failure> {
    let mut out = Vec::new();
    match format {
        Format::Text => {
            let paint = |severity: Severity, text: &str| ui.paint(label(severity), text);
            report::text(found, &ui.messages, ui.line_width(), &paint, &mut out)
        }
        Format::Json => report::json(found, &mut out),
        Format::Github => report::github(found, &ui.messages, &mut out),
        Format::Sarif => report::sarif(found, &ui.messages, &mut out),
        Format::Junit => report::junit(found, &ui.messages, &mut out),
    }
    .and_then(|()| ui.out().write_all(&out))
    .map_err(Failure::output)
}

/// The project's policy with what the command line says over it. A list of its own of what fails
/// leaves `unrecorded` no other way to fail than to be on it.
fn policy(workspace: &Workspace, args: &Args) -> GatePolicy {
    let own = &workspace.config.policy;
    let unrecorded = match own.unrecorded {
        config::Unrecorded::Allow => Unrecorded::Allow,
        config::Unrecorded::Warn => Unrecorded::Warn,
        config::Unrecorded::Fail if args.fail_on.is_some() => Unrecorded::Warn,
        config::Unrecorded::Fail => Unrecorded::Fail,
    };
    let fail_on = match &args.fail_on {
        Some(named) => named.iter().copied().flatten().collect(),
        None => own.fail_on.iter().filter_map(|name| Gate::from_name(name)).collect(),
    };
    GatePolicy { fail_on, unrecorded, outdated_from: workspace.outdated_from }
}

/// The least coverage of each locale: the policy's, and the command line's over it.
fn least_coverage(workspace: &Workspace, args: &Args) -> Result<BTreeMap<Locale, u8>, Failure> {
    let mut least = workspace.config.policy.coverage.clone();
    let known: Vec<&Locale> = workspace.config.locales().collect();
    for (locale, percent) in &args.min_coverage {
        if !known.contains(&locale) {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            return Err(Failure::new(Message::new("filter-locale").showing("locale", locale))
                .hint(Message::new("filter-known").with("known", known.join(", "))));
        }
        if !args.filter.takes_locale(locale) {
            return Err(Failure::new(Message::new("check-coverage-elsewhere").showing("locale", locale)));
        }
        least.insert(locale.clone(), *percent);
    }
    Ok(least)
}

/// The rows of a run.
#[derive(Clone, Copy)]
struct Rows<'a> {
    all: &'a [Row],
    /// Those that the run looks at.
    looked: &'a [&'a Row],
}

/// The findings on their way to a report, each with the row (of those looked at) that has it.
#[derive(Default)]
struct Findings {
    all: Vec<(Option<usize>, Finding)>,
    passed: Vec<(&'static str, usize)>,
}

impl Findings {
    fn passed(&mut self, why: &'static str, count: usize) {
        match self.passed.iter_mut().find(|(id, _)| *id == why) {
            Some((_, sum)) => *sum += count,
            None if count > 0 => self.passed.push((why, count)),
            None => {}
        }
    }

    /// Adds what the quality checks found in the versions looked at. Hints are counted alone: `qa`
    /// shows them. What a partial version still has in the source's language its verdict tells.
    fn quality(
        &mut self,
        quality: &Quality<'_>,
        ignored: &Ignored,
        all: &[Row],
        looked: &[&Row],
        policy: config::Quality,
    ) {
        let places: FxHashMap<(&ArticleId, &Locale), usize> =
            looked.iter().enumerate().map(|(at, row)| ((&row.article, &row.locale), at)).collect();
        let found: Vec<(usize, usize, Finding)> = quality
            .all()
            .into_iter()
            .filter_map(|(row, finding)| {
                let of = all.get(row)?;
                Some((row, *places.get(&(&of.article, &of.locale))?, finding))
            })
            .collect();
        let (mut passed, mut hints) = (0, 0);
        for (row, place, mut finding) in found {
            let partial = all.get(row).is_some_and(|row| row.verdict == Verdict::Partial);
            if ignored.has(&finding) {
                passed += 1;
            } else if finding.severity == Severity::Hint {
                hints += 1;
            } else if !(partial && finding.code == Check::LeftUntranslated.name()) {
                finding.severity = match policy {
                    config::Quality::Warnings => Severity::Error,
                    config::Quality::Warn => Severity::Warning,
                    _ => finding.severity,
                };
                self.all.push((Some(place), finding));
            }
        }
        self.passed("qa-passed-ignored", passed);
        self.passed("check-passed-hints", hints);
    }

    /// Makes hints of what is younger than the days of grace.
    fn grace(&mut self, workspace: &Workspace, looked: &[&Row], now: i64, days: u16) -> Result<(), Failure> {
        let failing: Vec<usize> = (0..self.all.len())
            .filter(|at| {
                let (_, finding) = &self.all[*at];
                finding.severity == Severity::Error
                    && finding.code != "unreadable"
                    && Check::from_name(finding.code).is_none()
            })
            .collect();
        let rows: Vec<(&Row, &Finding)> = failing
            .iter()
            .filter_map(|at| self.all.get(*at))
            .filter_map(|(row, finding)| Some((*looked.get((*row)?)?, finding)))
            .collect();
        let young = history::young(workspace, &rows, now, days)?;
        let mut count = 0;
        for (at, _) in failing.iter().zip(young).filter(|(_, young)| *young) {
            if let Some((_, finding)) = self.all.get_mut(*at) {
                finding.severity = Severity::Hint;
                count += 1;
            }
        }
        self.passed("check-passed-grace", count);
        Ok(())
    }

    /// Takes out what is owed, and adds what is to be said of the list.
    fn debts(
        &mut self,
        workspace: &Workspace,
        file: &DebtFile,
        scope: Option<&Scope>,
        record: bool,
        rows: Rows<'_>,
        ui: &mut Ui,
    ) -> Result<(), Failure> {
        let found: Vec<&Finding> = self.all.iter().map(|(_, finding)| finding).collect();
        let paid = file.paid(&found, rows.all, rows.looked);
        let recorded;
        let debts = if record {
            recorded = file.record(workspace, &found, &paid, ui)?;
            &recorded
        } else {
            file.debts()
        };
        let before = self.all.len();
        self.all.retain(|(_, finding)| !debts.has(&finding.identity));
        let owed = before - self.all.len();
        self.passed("check-passed-debt", owed);
        if !record {
            self.all.extend(paid.iter().map(|debt| (None, debts.paid(debt, file.path()))));
        }
        let Some(scope) = scope else { return Ok(()) };
        match scope.lines_before(file.path())? {
            Some(lines) => {
                let grown = debts.grown(|debt| lines.contains(debt), file.path());
                self.all.extend(grown.map(|finding| (None, finding)));
            }
            // The branch that brings the list: it has no older one to grow from.
            None if debts.identities().next().is_some() => {
                let first = Message::new("check-debts-first").showing("path", file.path());
                ui.note(&first.with("name", scope.name.as_str()));
            }
            None => {}
        }
        Ok(())
    }

    /// Adds the locales whose coverage is too low. Of a branch, those that it touched.
    fn coverage(&mut self, chosen: &[&Row], looked: &[&Row], scoped: bool, least: &BTreeMap<Locale, u8>) {
        for (locale, least) in least {
            let of_locale = |row: &&&Row| row.locale == *locale;
            let totals = Totals::over(chosen.iter().filter(of_locale).copied());
            let Some(finding) = gate::of_coverage(locale, &totals, *least, &history::config_path()) else {
                continue;
            };
            if scoped && !looked.iter().any(|row| row.locale == *locale) {
                self.passed("check-passed-coverage", 1);
            } else {
                self.all.push((None, finding));
            }
        }
    }

    /// All of it, sorted, as reports take it.
    fn found(mut self, looked: &[&Row], unreadable_fails: bool, prefix: String) -> Found {
        self.all.sort_by(|(_, one), (_, other)| {
            (&one.location, one.code, &one.identity).cmp(&(&other.location, other.code, &other.identity))
        });
        let mut cases: Vec<Case> = looked
            .iter()
            .map(|row| Case {
                article: row.article.clone(),
                locale: row.locale.clone(),
                findings: Vec::new(),
            })
            .collect();
        let mut general = Vec::new();
        for (at, (row, _)) in self.all.iter().enumerate() {
            match row.and_then(|row| cases.get_mut(row)) {
                Some(case) => case.findings.push(at),
                None => general.push(at),
            }
        }
        let findings: Vec<Finding> = self.all.into_iter().map(|(_, finding)| finding).collect();
        let unread = |finding: &Finding| finding.code == "unreadable";
        let fails = findings
            .iter()
            .any(|finding| finding.severity == Severity::Error && (unreadable_fails || !unread(finding)));
        let incomplete = !unreadable_fails && findings.iter().any(unread);
        Found {
            command: "check",
            findings,
            cases,
            general,
            passed_over: self.passed,
            fails,
            fails_from: Some(Severity::Error),
            incomplete,
            prefix,
        }
    }
}
