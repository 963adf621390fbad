//! The outcome of a plain `check`, kept for as long as no file's stamp changes: what a CI user or an
//! editor asks for again and again costs a look at the listing then, as the sums of `status` do.

use serde::{Deserialize, Serialize};

use super::{Args, Format};
use crate::cli::workspace::{Listed, State, Workspace};
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::finding::{Arg, Finding, Location, Severity};
use crate::domain::gate::rule_of;
use crate::reports::findings::{Case, Found};
use crate::sources::cache;
use crate::sources::files::{self, Limits, ReadError};
use crate::sources::fingerprint::Fingerprint;

const NAME: &str = "check";
/// To be raised whenever the outcome for the same files could be another.
const VERSION: u32 = 6;
/// An outcome with more findings is not kept.
const MOST: usize = 50_000;

/// Under which key the outcome may be kept; `None` for a check that depends on more than the files
/// (the time, a git ref, another list of debts) or shows more than an outcome holds.
pub fn key(listed: &Listed, args: &Args) -> Option<State> {
    let plain = args.filter.is_empty()
        && args.fail_on.is_none()
        && args.min_coverage.is_empty()
        && args.grace_days.is_none_or(|days| days == 0)
        && args.only_changed_since.is_none()
        && args.debts.is_none()
        && args.format == Format::Text
        && listed.config.policy.grace_days == 0;
    if !plain {
        return None;
    }
    let state = listed.state();
    let mut bytes = state.digest.to_bytes().to_vec();
    for path in [super::debts::DEFAULT, crate::cli::quality::FILE] {
        match files::read(&listed.root, &TreePath::new(path), Limits::default()) {
            Ok(contents) => bytes.extend_from_slice(&files::fingerprint(&contents.bytes).to_bytes()),
            Err(ReadError::Missing { .. }) => bytes.push(0),
            Err(_) => return None,
        }
    }
    Some(State { digest: files::fingerprint(&bytes), settled: state.settled })
}

#[derive(Serialize, Deserialize)]
struct Kept {
    findings: Vec<KeptFinding>,
    cases: u64,
    passed: Vec<(String, u64)>,
    fails: bool,
}

#[derive(Serialize, Deserialize)]
struct KeptFinding {
    code: String,
    severity: Severity,
    location: Location,
    args: Vec<(String, KeptArg)>,
    identity: String,
}

#[derive(Serialize, Deserialize)]
enum KeptArg {
    Text(String),
    Number(i64),
}

/// The one text of a name that findings' arguments and passed-over counts have.
fn known(name: &str) -> Option<&'static str> {
    const NAMES: [&str; 37] = [
        "article",
        "locale",
        "title",
        "words",
        "how",
        "source",
        "percent",
        "changes",
        "class",
        "major",
        "mirror",
        "minor",
        "cosmetic",
        "candidates",
        "served",
        "debt",
        "current",
        "articles",
        "least",
        "count",
        "id",
        "target",
        "kind",
        "place",
        "language",
        "check",
        "check-passed-unchanged",
        "check-passed-unread",
        "check-passed-coverage",
        "check-passed-debt",
        "check-passed-grace",
        "check-passed-hints",
        "qa-passed-ignored",
        "path",
        "line",
        "why",
        "from",
    ];
    NAMES.into_iter().find(|known| *known == name)
}

/// The outcome that was kept under that key.
pub fn load(listed: &Listed, key: Fingerprint) -> Option<Found> {
    let kept: Kept = cache::load(&listed.root, NAME, VERSION, key)?;
    let findings: Option<Vec<Finding>> = kept.findings.into_iter().map(KeptFinding::finding).collect();
    let passed: Option<Vec<(&'static str, usize)>> =
        kept.passed.iter().map(|(name, count)| Some((known(name)?, usize::try_from(*count).ok()?))).collect();
    // The text shows how many versions were looked at, and no more of them.
    let locale = listed.config.source.clone();
    let case = Case { article: ArticleId::from_text(""), locale, findings: Vec::new() };
    Some(Found {
        command: "check",
        findings: findings?,
        cases: vec![case; usize::try_from(kept.cases).ok()?],
        general: Vec::new(),
        passed_over: passed?,
        fails: kept.fails,
        fails_from: Some(Severity::Error),
        incomplete: false,
        prefix: String::new(),
    })
}

/// Keeps an outcome, if it can be told again from what is kept.
pub fn store(workspace: &Workspace, state: State, found: &Found) {
    if !state.settled || !workspace.is_told_by_listing() || found.incomplete || found.findings.len() > MOST {
        return;
    }
    let findings: Option<Vec<KeptFinding>> = found.findings.iter().map(KeptFinding::of).collect();
    let Some(findings) = findings else { return };
    if found.passed_over.iter().any(|(name, _)| known(name).is_none()) {
        return;
    }
    let kept = Kept {
        findings,
        cases: found.cases.len() as u64,
        passed: found.passed_over.iter().map(|(name, count)| ((*name).to_owned(), *count as u64)).collect(),
        fails: found.fails,
    };
    cache::store(&workspace.root, workspace.disk(), NAME, VERSION, state.digest, &kept);
}

impl KeptFinding {
    fn of(finding: &Finding) -> Option<Self> {
        let args: Option<Vec<(String, KeptArg)>> = finding
            .args
            .iter()
            .map(|(name, arg)| {
                let arg = match arg {
                    Arg::Text(text) => KeptArg::Text(text.clone()),
                    Arg::Number(number) => KeptArg::Number(*number),
                    Arg::Trouble(_) => return None,
                };
                Some((known(name)?.to_owned(), arg))
            })
            .collect();
        rule_of(finding.code)?;
        Some(KeptFinding {
            code: finding.code.to_owned(),
            severity: finding.severity,
            location: finding.location.clone(),
            args: args?,
            identity: finding.identity.clone(),
        })
    }

    fn finding(self) -> Option<Finding> {
        let args: Option<Vec<(&'static str, Arg)>> = self
            .args
            .into_iter()
            .map(|(name, arg)| {
                let arg = match arg {
                    KeptArg::Text(text) => Arg::Text(text),
                    KeptArg::Number(number) => Arg::Number(number),
                };
                Some((known(&name)?, arg))
            })
            .collect();
        Some(Finding {
            code: rule_of(&self.code)?.code,
            severity: self.severity,
            location: self.location,
            args: args?,
            identity: self.identity,
        })
    }
}
