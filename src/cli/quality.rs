//! What the quality checks found, as findings, and the list of those that are ignored: what `qa` and
//! `check` have in common.

use std::collections::BTreeSet;

use super::error::{Failure, Message};
use super::trouble;
use super::workspace::Workspace;
use crate::domain::article::TreePath;
use crate::domain::finding::{Arg, Finding, Location, Severity};
use crate::domain::gate::identity;
use crate::domain::qa::ignore::{BadIgnoreKind, Ignore, Ignores};
use crate::domain::qa::{ArgName, Check, Looked, Place, Problem, across, finding};
use crate::domain::verdict::{Row, TermCounts};
use crate::messages::Value;
use crate::sources::files::{Fingerprint, Limits, ReadError, fingerprint, read};
use crate::sources::step::{self, Expected, Step};

/// Where the ignored findings stand.
pub const FILE: &str = ".cotejo/ignores";
/// So many bad lines are told at once.
const MOST_SHOWN: usize = 20;

/// What was found in the versions of a project.
pub struct Quality<'r> {
    rows: &'r [Row],
    looked: &'r [Option<Looked>],
    /// What only all versions together tell.
    across: Vec<(usize, Problem)>,
}

impl<'r> Quality<'r> {
    /// Puts together what was found in each version, `looked` beside its row.
    pub fn of(rows: &'r [Row], looked: &'r [Option<Looked>]) -> Self {
        let seen: Vec<(usize, &Row, &Looked)> = rows
            .iter()
            .zip(looked)
            .enumerate()
            .filter_map(|(at, (row, looked))| Some((at, row, looked.as_ref()?)))
            .collect();
        let places: Vec<Place<'_>> = seen
            .iter()
            .map(|(_, row, looked)| Place {
                locales: (&row.source_locale, &row.locale),
                path: path(row).as_str(),
                looked,
            })
            .collect();
        let across = across(&places)
            .into_iter()
            .filter_map(|(place, problem)| Some((seen.get(place)?.0, problem)))
            .collect();
        Quality { rows, looked, across }
    }

    /// Every finding, with the number of its row.
    pub fn all(&self) -> Vec<(usize, Finding)> {
        let own = self.looked.iter().enumerate().flat_map(|(at, looked)| {
            looked.iter().flat_map(move |looked| looked.problems.iter().map(move |problem| (at, problem)))
        });
        let across = self.across.iter().map(|(at, problem)| (*at, problem));
        own.chain(across)
            .filter_map(|(at, problem)| {
                let row = self.rows.get(at)?;
                let source = row.source.as_ref().unwrap_or(path(row));
                Some((at, finding(problem, &row.article, &row.locale, source, path(row))))
            })
            .collect()
    }
}

/// How many findings about terms of each severity the quality checks tell as findings of their own.
pub fn terms_told(looked: &Looked) -> TermCounts {
    let mut told = TermCounts::default();
    for problem in &looked.problems {
        let kind = problem.args.iter().find(|(name, _)| *name == ArgName::Kind);
        match (problem.check, kind.map(|(_, kind)| kind.as_str())) {
            (Check::ForbiddenTerm, _) | (Check::KeepBroken, Some("error")) => told.count(Severity::Error),
            (Check::KeepBroken, Some("hint")) => told.count(Severity::Hint),
            (Check::KeepBroken, Some("warning")) => told.count(Severity::Warning),
            _ => {}
        }
    }
    told
}

/// The file of a row's version.
fn path(row: &Row) -> &TreePath {
    static NONE: std::sync::LazyLock<TreePath> = std::sync::LazyLock::new(|| TreePath::new(""));
    let place = row.place.as_ref().map(|place| &place.path);
    row.target.as_ref().or(place).or(row.source.as_ref()).unwrap_or(&NONE)
}

/// The list of ignored findings, and the file it stands in.
pub struct Ignored {
    path: TreePath,
    list: Ignores,
    /// What the file holds; `None` where there is none.
    held: Option<Fingerprint>,
}

impl Ignored {
    /// Reads the file, if there is one.
    pub fn read(workspace: &Workspace) -> Result<Ignored, Failure> {
        let path = TreePath::new(FILE);
        let contents = match read(&workspace.root, &path, Limits::default()) {
            Ok(contents) => contents,
            Err(ReadError::Missing { .. }) => {
                return Ok(Ignored { path, list: Ignores::default(), held: None });
            }
            Err(error) => return Err(trouble::failure_of_read(&error)),
        };
        let held = Some(fingerprint(&contents.bytes));
        let list = Ignores::read(&contents.text()).map_err(|bad| {
            let what = |bad: &crate::domain::qa::ignore::BadIgnore| {
                let why = match bad.kind {
                    BadIgnoreKind::Fields => "qa-ignore-fields",
                    BadIgnoreKind::Id => "qa-ignore-id",
                    BadIgnoreKind::Code => "qa-ignore-code",
                    BadIgnoreKind::Locale => "qa-ignore-locale",
                    BadIgnoreKind::Reason => "qa-ignore-reason",
                };
                Message::new("qa-ignore-bad")
                    .showing("path", &path)
                    .with("line", bad.line.to_string())
                    .with("why", Value::Message(why))
            };
            Failure::many(bad.iter().take(MOST_SHOWN).map(what).collect())
                .hint(Message::new("qa-ignore-bad-hint"))
        })?;
        Ok(Ignored { path, list, held })
    }

    /// Where it stands.
    pub fn path(&self) -> &TreePath {
        &self.path
    }

    /// Whether the finding is ignored.
    pub fn has(&self, finding: &Finding) -> bool {
        id_of(finding).is_some_and(|id| self.list.has(id))
    }

    /// Adds the finding of that id, if it is among `known`.
    pub fn add(&mut self, id: &str, reason: &str, known: &[Finding]) -> bool {
        let Some(finding) = known.iter().find(|finding| id_of(finding) == Some(id)) else { return false };
        let text = |name: &str| {
            let arg = finding.args.iter().find(|(other, _)| *other == name);
            match arg {
                Some((_, Arg::Text(text))) => text.clone(),
                _ => String::new(),
            }
        };
        let Some(check) = Check::from_name(finding.code) else { return false };
        let ignore =
            Ignore { check, article: text("article"), locale: text("locale"), reason: reason.to_owned() };
        self.list.add(id, ignore);
        true
    }

    /// Writes the file.
    pub fn write(&self, workspace: &Workspace) -> Result<(), Failure> {
        let Some(lock) = workspace.exclusive() else { return Ok(()) };
        let mut step = Step::new();
        let expected = self.held.map_or(Expected::Absent, Expected::Holds);
        step.put(self.path.clone(), self.list.text().into_bytes(), expected);
        step::commit(&workspace.root, workspace.disk(), lock, step, false).map_err(trouble::of_step)?;
        Ok(())
    }

    /// Findings for the ignores that nothing needs any more, of the versions that were looked at.
    pub fn idle(&self, found: &[(usize, Finding)], looked_at: impl Fn(&str, &str) -> bool) -> Vec<Finding> {
        let ids: BTreeSet<&str> = found.iter().filter_map(|(_, finding)| id_of(finding)).collect();
        self.list
            .iter()
            .filter(|(id, ignore, _)| !ids.contains(id) && looked_at(&ignore.article, &ignore.locale))
            .map(|(id, ignore, line)| Finding {
                code: "ignore-idle",
                severity: Severity::Hint,
                location: Location {
                    path: self.path.clone(),
                    line: (line > 0).then_some(line),
                    column: None,
                },
                args: vec![
                    ("id", Arg::Text(id.to_owned())),
                    ("article", Arg::Text(ignore.article.clone())),
                    ("locale", Arg::Text(ignore.locale.clone())),
                    ("check", Arg::Text(ignore.check.name().to_owned())),
                ],
                identity: format!("{}\t{id}", identity("ignore-idle", &ignore.article, &ignore.locale)),
            })
            .collect()
    }
}

/// The id by which a finding of the quality checks is ignored: the last field of its identity.
fn id_of(finding: &Finding) -> Option<&str> {
    Check::from_name(finding.code)?;
    finding.identity.rsplit('\t').next()
}
