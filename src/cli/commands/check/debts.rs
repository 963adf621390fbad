//! The file of recorded debts: found, read, compared with what was found, written anew.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::cli::error::{Failure, Message};
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::Workspace;
use crate::domain::article::TreePath;
use crate::domain::finding::{Finding, Severity};
use crate::domain::gate::debt::{BadDebtKind, Debts};
use crate::domain::gate::{identity, rule_of};
use crate::domain::verdict::Row;
use crate::messages::Value;
use crate::sources::files::{Fingerprint, Limits, ReadError, fingerprint, read};
use crate::sources::step::{self, Expected, Step};

/// Where the debts stand unless another file is named.
pub(super) const DEFAULT: &str = ".cotejo/debts";

/// The list, and the file it stands in.
pub struct DebtFile {
    path: TreePath,
    debts: Debts,
    /// What the file holds; `None` where there is none.
    held: Option<Fingerprint>,
}

impl DebtFile {
    /// Reads the file that was named, from `folder` on, or the one at its usual place. Only the
    /// latter may be missing, and both may where a list is to be recorded.
    pub fn read(workspace: &Workspace, folder: &Path, named: Option<&Path>) -> Result<DebtFile, Failure> {
        let path = match named {
            Some(named) => inside(&workspace.root, folder, named)?,
            None => TreePath::new(DEFAULT),
        };
        let contents = match read(&workspace.root, &path, Limits::default()) {
            Ok(contents) => contents,
            Err(ReadError::Missing { .. }) if named.is_none() || workspace.exclusive().is_some() => {
                return Ok(DebtFile { path, debts: Debts::default(), held: None });
            }
            Err(ReadError::Missing { .. }) => {
                return Err(Failure::new(Message::new("check-debts-missing").showing("path", &path))
                    .hint(Message::new("check-debts-missing-hint")));
            }
            Err(error) => {
                let trouble = trouble::of_read(&error);
                let mut what = Message::new(trouble.code.as_str()).showing("path", &trouble.path);
                for (name, value) in trouble.args {
                    let name = ["size", "limit", "cause"].into_iter().find(|known| *known == name);
                    if let Some(name) = name {
                        what = what.with(name, value);
                    }
                }
                return Err(Failure::new(what).hint(Message::new("check-debts-hint")));
            }
        };
        let held = Some(fingerprint(&contents.bytes));
        let text = contents.text();
        let debts = Debts::read(&text).map_err(|bad| {
            let what = |bad: &crate::domain::gate::debt::BadDebt| {
                let why = match bad.kind {
                    BadDebtKind::Fields => "check-debt-fields",
                    BadDebtKind::Code => "check-debt-code",
                    BadDebtKind::Locale => "check-debt-locale",
                };
                Message::new("check-debt-bad")
                    .showing("path", &path)
                    .with("line", bad.line.to_string())
                    .with("why", Value::Message(why))
            };
            Failure::many(bad.iter().take(MOST_SHOWN).map(what).collect())
                .hint(Message::new("check-debts-hint"))
        })?;
        Ok(DebtFile { path, debts, held })
    }

    /// Where it stands.
    pub fn path(&self) -> &TreePath {
        &self.path
    }

    /// The list.
    pub fn debts(&self) -> &Debts {
        &self.debts
    }

    /// The debts that nothing owes any more. What this run did not look at is owed still; an
    /// article that is no more owes nothing.
    pub fn paid(&self, found: &[&Finding], all: &[Row], looked: &[&Row]) -> Vec<String> {
        let owed: BTreeSet<&str> = found.iter().map(|finding| finding.identity.as_str()).collect();
        let subject = |row: &Row| identity("", row.article.as_str(), row.locale.as_str());
        let looked: BTreeSet<String> = looked.iter().map(|row| subject(row)).collect();
        let unseen: BTreeSet<String> = match self.debts.identities().next() {
            Some(_) => all.iter().map(subject).filter(|subject| !looked.contains(subject)).collect(),
            None => BTreeSet::new(),
        };
        let subject_of = |debt: &str| {
            let fields: Vec<&str> = debt.split('\t').take(3).collect();
            fields.get(1..).map(|fields| format!("\t{}", fields.join("\t")))
        };
        self.debts
            .identities()
            .filter(|debt| !owed.contains(debt))
            .filter(|debt| !subject_of(debt).is_some_and(|subject| unseen.contains(&subject)))
            .map(str::to_owned)
            .collect()
    }

    /// Writes the list anew: what fails now, and the old debts that were not paid.
    pub fn record(
        &self,
        workspace: &Workspace,
        found: &[&Finding],
        paid: &[String],
        ui: &mut Ui,
    ) -> Result<Debts, Failure> {
        let failing = found.iter().filter(|finding| {
            finding.severity == Severity::Error && rule_of(finding.code).is_some_and(|rule| rule.owed)
        });
        let kept = self.debts.identities().filter(|debt| !paid.iter().any(|paid| paid == debt));
        let kept: Vec<String> = kept.map(str::to_owned).collect();
        let debts = Debts::of(failing.map(|finding| finding.identity.clone()).chain(kept));
        let count = debts.identities().count();
        let known: BTreeSet<&str> = self.debts.identities().collect();
        let new = debts.identities().filter(|debt| !known.contains(debt)).count();
        let Some(lock) = workspace.exclusive() else { return Ok(debts) };
        let mut step = Step::new();
        let expected = self.held.map_or(Expected::Absent, Expected::Holds);
        step.put(self.path.clone(), debts.text().into_bytes(), expected);
        step::commit(&workspace.root, workspace.disk(), lock, step, false).map_err(trouble::of_step)?;
        ui.note(&Message::new("check-debts-recorded").showing("path", &self.path).with("count", count));
        if self.held.is_some() && new > 0 {
            ui.warn(&Message::new("check-debts-new").with("count", new));
        }
        Ok(debts)
    }
}

/// So many bad lines are told at once.
const MOST_SHOWN: usize = 20;

/// The path of a file named from `folder`, below the project's root.
fn inside(root: &Path, folder: &Path, named: &Path) -> Result<TreePath, Failure> {
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let mut whole = PathBuf::new();
    for part in folder.join(named).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
    }
    let parts: Option<Vec<&str>> = whole
        .strip_prefix(root)
        .ok()
        .map(|below| below.iter().map(std::ffi::OsStr::to_str).collect())
        .unwrap_or(None);
    match parts {
        Some(parts) if !parts.is_empty() => Ok(TreePath::new(parts.join("/"))),
        _ => Err(Failure::new(Message::new("check-debts-outside").with("path", named.display().to_string()))),
    }
}
