//! What git tells of rows: which of them a branch touched, and since when they have been behind.
//!
//! Dates are those of commits (never of files), so that a checkout made anew tells the same. How
//! long a version has been outdated is the time since the commit of its source that left it behind,
//! after the accept of the oldest link that waits ([`behind`] tells which). Commits up to the one
//! that brought that accept into the history belong to it: people accept first and commit source and
//! record together.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::error::{Failure, Message};
use super::trouble::cause_value;
use super::workspace::Workspace;
use crate::domain::article::TreePath;
use crate::domain::finding::Finding;
use crate::domain::verdict::{Row, Verdict};
use crate::sources::git::{AtCommit, Change, GitError, RefError, Repository, Times, Want};

mod behind;
mod waiting;

pub use waiting::{by_record, waiting};

/// The largest file that is read from an earlier commit, in bytes.
const LARGEST: u64 = 16 << 20;
const DAY: i64 = 86_400;

/// What a branch touched: everything that differs between where it left `name` and the working tree.
pub struct Scope {
    /// The ref it was asked for by.
    pub name: String,
    repository: Repository,
    base: AtCommit,
    tip: AtCommit,
    changed: BTreeSet<TreePath>,
    everything: bool,
}

impl Scope {
    /// What changed since the merge base with `name`. Where the configuration did, everything counts.
    pub fn since(workspace: &Workspace, name: &str) -> Result<Scope, Failure> {
        let repository = Repository::find(&workspace.root).map_err(|error| of_git(&error))?;
        let tip = repository.resolve(name).map_err(|error| of_ref(&error))?;
        let base = repository.merge_base(name).map_err(|error| of_ref(&error))?;
        let changed = repository.changes_since(&base).map_err(|error| of_git(&error))?.paths;
        let everything = changed.contains(&config_path());
        Ok(Scope { name: name.to_owned(), repository, base, tip, changed, everything })
    }

    /// Whether a file of the row was touched: its source, its version, a page, its record.
    pub fn takes(&self, workspace: &Workspace, row: &Row) -> bool {
        if self.everything {
            return true;
        }
        let touched = |path: &TreePath| self.changed.contains(path);
        let article = workspace.pairing.article(&row.article);
        let files = article.into_iter().flat_map(|article| article.source.iter().chain(&article.pages));
        files.map(|file| &file.path).any(touched)
            || row.source.iter().chain(&row.target).any(touched)
            || row.place.as_ref().is_some_and(|place| touched(&place.path))
            || touched(&workspace.record_path(&row.article, &row.locale))
            || (row.verdict == Verdict::Orphan && self.lost_its_source(workspace, row))
    }

    /// Whether the source of an orphan is what was touched: it is gone, and only the record or the
    /// collection's template still knows where it stood.
    fn lost_its_source(&self, workspace: &Workspace, row: &Row) -> bool {
        let record = workspace.read_record(&workspace.record_path(&row.article, &row.locale));
        let recorded = record.ok().flatten().map(|(record, _)| record.source.path);
        let collection =
            workspace.config.collections.iter().find(|collection| collection.name == row.collection);
        let by_template = collection.and_then(|collection| {
            let stem = collection.seen(row.target.as_ref()?.as_str())?.stem;
            collection.path_for(&row.source_locale, &stem, None)
        });
        recorded.iter().chain(&by_template).any(|path| self.changed.contains(path))
    }

    /// Whether a place that could not be read, or something below it, was touched.
    pub fn takes_place(&self, path: &TreePath) -> bool {
        let below = format!("{path}/");
        self.everything
            || self.changed.contains(path)
            || self
                .changed
                .range(TreePath::new(below.as_str())..)
                .next()
                .is_some_and(|next| next.as_str().starts_with(&below))
    }

    /// The lines that the file at `path` had where the branch began, and those that it has at the
    /// ref today; `None` where it stands in neither.
    pub fn lines_before(&self, path: &TreePath) -> Result<Option<BTreeSet<String>>, Failure> {
        let mut lines: Option<BTreeSet<String>> = None;
        for commit in [&self.base, &self.tip] {
            let bytes = self.repository.content_at(commit, path, LARGEST).map_err(|error| of_git(&error))?;
            let Some(text) = bytes else { continue };
            let text = String::from_utf8_lossy(&text);
            lines.get_or_insert_default().extend(text.lines().map(str::to_owned));
        }
        Ok(lines)
    }
}

/// Where the configuration stands.
pub fn config_path() -> TreePath {
    TreePath::new(super::workspace::CONFIG)
}

/// The folder of the project within its repository, `/` at its end; empty where the project is the
/// repository, or is in none.
pub fn prefix(workspace: &Workspace) -> String {
    prefix_of(&workspace.root)
}

/// As [`prefix`], of any folder.
pub fn prefix_of(folder: &Path) -> String {
    let Ok(repository) = Repository::find(folder) else { return String::new() };
    let inside = folder.strip_prefix(repository.top()).ok();
    let parts = inside.into_iter().flat_map(|path| path.iter()).filter_map(|part| part.to_str());
    parts.map(|part| format!("{part}/")).collect()
}

/// Which of these findings are younger than `days` days at the moment `now`.
///
/// A gate that needs more history than there is can neither pass nor fail: it is an error.
pub fn young(
    workspace: &Workspace,
    found: &[(&Row, &Finding)],
    now: i64,
    days: u16,
) -> Result<Vec<bool>, Failure> {
    if found.is_empty() || days == 0 {
        return Ok(vec![false; found.len()]);
    }
    let limit = i64::from(days) * DAY;
    let repository = match Repository::find(&workspace.root) {
        Ok(repository) => repository,
        Err(GitError::NoGit | GitError::NotARepository) => {
            return found
                .iter()
                .map(|(row, finding)| match waits_since(row) {
                    Some(since) => Ok(now.saturating_sub(since) < limit),
                    None => Err(Failure::new(
                        Message::new("check-age-unknown").showing("path", &finding.location.path),
                    )
                    .hint(Message::new("check-age-unknown-hint"))),
                })
                .collect();
        }
        Err(error) => return Err(of_git(&error)),
    };
    let asked: Vec<Asked<'_>> = found
        .iter()
        .map(|(row, finding)| Asked {
            row,
            is_outdated: finding.code == "outdated",
            place: row.source.as_ref().unwrap_or(&finding.location.path),
        })
        .collect();
    let history = History::of(workspace, &repository, &asked)?;
    asked
        .iter()
        .zip(found)
        .map(|(asked, (row, finding))| {
            let age = match asked.is_outdated {
                true => history.of_change(workspace, &repository, row)?,
                false => history.of_article(asked),
            };
            match age {
                // What a short history lacks is older still, so that an old one is old all the same.
                Age { since: Some(since), .. } if now.saturating_sub(since) >= limit => Ok(false),
                Age { too_short: true, .. } => Err(Failure::new(
                    Message::new("check-history-short").showing("path", &finding.location.path),
                )
                .hint(Message::new("check-unshallow"))),
                Age { .. } => Ok(true),
            }
        })
        .collect()
}

/// The moment from which on the first change that waits came, by the record.
fn waits_since(row: &Row) -> Option<i64> {
    row.pending_from.or(row.recorded_at)
}

/// Of whom it is asked since when.
struct Asked<'a> {
    row: &'a Row,
    /// Since when its source has been ahead of it; else since when the article has been there.
    is_outdated: bool,
    /// The file whose first commit is the article's beginning: its source, or what there is of it.
    place: &'a TreePath,
}

impl<'a> Asked<'a> {
    /// What is asked of a row for its verdict; `None` where it has no file.
    fn of(row: &'a Row) -> Option<Self> {
        let place = row.source.as_ref().or(row.place.as_ref().map(|place| &place.path));
        let place = place.or(row.target.as_ref())?;
        Some(Asked { row, is_outdated: row.verdict == Verdict::Outdated, place })
    }
}

/// What the log alone tells of an outdated version.
enum Told {
    /// Since when it has been behind.
    Age(Age),
    /// One of several commits left it behind, and this is the moment of the oldest.
    OneOf {
        /// Seconds since 1970.
        oldest: i64,
    },
}

/// Since when something has been as it is.
struct Age {
    /// Seconds since 1970; `None`: it is not committed yet.
    since: Option<i64>,
    /// It may be older: the history of this clone is too short to tell.
    too_short: bool,
}

/// The commits that ages are told by.
struct History {
    /// Commits since the accepts, of sources and records of outdated versions.
    changes: BTreeMap<TreePath, Times>,
    /// First commits, of the rest.
    firsts: BTreeMap<TreePath, Times>,
    /// What differs from the last commit.
    dirty: BTreeSet<TreePath>,
}

impl History {
    /// Asks git once for all changes and once for all first commits.
    fn of(workspace: &Workspace, repository: &Repository, asked: &[Asked<'_>]) -> Result<History, Failure> {
        let mut after: BTreeMap<TreePath, i64> = BTreeMap::new();
        let mut all: BTreeSet<TreePath> = BTreeSet::new();
        for Asked { row, is_outdated, place } in asked {
            match (is_outdated, waits_since(row), &row.source) {
                (true, Some(since), Some(source)) => {
                    let record = workspace.record_path(&row.article, &row.locale);
                    for path in [source.clone(), record] {
                        let moment = after.entry(path).or_insert(since - 1);
                        *moment = (*moment).min(since - 1);
                    }
                }
                _ => drop(all.insert((*place).clone())),
            }
        }
        let times = |wanted: Vec<(TreePath, Want)>| repository.times(wanted).map_err(|error| of_git(&error));
        let changes = times(after.into_iter().map(|(path, moment)| (path, Want::After(moment))).collect())?;
        let firsts = times(all.into_iter().map(|path| (path, Want::All)).collect())?;
        let dirty = match repository.resolve("HEAD") {
            Ok(head) => repository.changes_since(&head).map_err(|error| of_git(&error))?.paths,
            // Before the first commit nothing has an age.
            Err(_) => BTreeSet::new(),
        };
        Ok(History { changes, firsts, dirty })
    }

    /// Since when the source has been ahead of an outdated version, as far as the log tells.
    fn told(&self, workspace: &Workspace, row: &Row) -> Told {
        let (age, later, dirty) = self.changes_of(workspace, row);
        match later.as_slice() {
            [] => Told::Age(age),
            // Nothing else can have left it behind.
            [only] if !dirty => Told::Age(Age { since: Some(only.at), ..age }),
            later => match later.last().filter(|_| !age.too_short) {
                Some(oldest) => Told::OneOf { oldest: oldest.at },
                None => Told::OneOf { oldest: i64::MIN },
            },
        }
    }

    /// Since when the source has been ahead of an outdated version.
    fn of_change(&self, workspace: &Workspace, repository: &Repository, row: &Row) -> Result<Age, Failure> {
        let (age, later, dirty) = self.changes_of(workspace, row);
        let since = match later.as_slice() {
            [] => return Ok(age),
            // Nothing else can have left it behind.
            [only] if !dirty => Some(only.at),
            later => match behind::Waiting::of(workspace, row) {
                Some(waiting) => {
                    let since = waiting.since(repository, later, LARGEST).map_err(|error| of_git(&error))?;
                    since.or_else(|| later.first().filter(|_| !dirty).map(|newest| newest.at))
                }
                None => later.last().map(|oldest| oldest.at),
            },
        };
        Ok(Age { since, ..age })
    }

    /// The commits of an outdated version's source after the one that brought the accept, newest
    /// first, whether there is more that is not committed, and the answer where there are none.
    fn changes_of(&self, workspace: &Workspace, row: &Row) -> (Age, Vec<Change>, bool) {
        let (Some(accepted), Some(source)) = (waits_since(row), &row.source) else {
            return (Age { since: None, too_short: false }, Vec::new(), false);
        };
        let none = Times::default();
        let times = |path: &TreePath| self.changes.get(path).unwrap_or(&none);
        let of_record = times(&workspace.record_path(&row.article, &row.locale));
        let brought = of_record.after.iter().map(|change| change.at).filter(|at| *at >= accepted).min();
        let bound = brought.unwrap_or(accepted);
        let of_source = times(source);
        let too_short = of_source.too_short;
        let later: Vec<Change> = of_source.after.iter().filter(|change| change.at > bound).cloned().collect();
        let dirty = self.dirty.contains(source);
        let since = match dirty {
            true => None,
            // It came with the commit that brought the accept (a squash), or before the accept.
            false => of_source.last.or((!too_short).then_some(accepted)),
        };
        (Age { since, too_short }, later, dirty)
    }

    /// Since when the article has been there.
    fn of_article(&self, asked: &Asked<'_>) -> Age {
        let times = self.firsts.get(asked.place);
        Age {
            since: times.and_then(|times| times.first),
            too_short: times.is_some_and(|times| times.too_short),
        }
    }
}

/// A ref that leads nowhere, as a failure.
fn of_ref(error: &RefError) -> Failure {
    let named = |id: &str, name: &str| Failure::new(Message::new(id).with("name", name));
    match error {
        RefError::Unknown { name } => {
            named("check-ref-unknown", name).hint(Message::new("check-ref-unknown-hint"))
        }
        RefError::Shallow { name } => named("check-ref-shallow", name).hint(Message::new("check-unshallow")),
        RefError::Unrelated { name } => {
            named("check-ref-unrelated", name).hint(Message::new("check-ref-unrelated-hint"))
        }
        RefError::Git(error) => of_git(error),
    }
}

/// git gave no answer, as a failure.
fn of_git(error: &GitError) -> Failure {
    match error {
        GitError::NoGit => {
            Failure::new(Message::new("check-git-none")).hint(Message::new("check-git-none-hint"))
        }
        GitError::NotARepository => {
            Failure::new(Message::new("check-git-nowhere")).hint(Message::new("check-git-nowhere-hint"))
        }
        GitError::Dubious => {
            Failure::new(Message::new("check-git-dubious")).hint(Message::new("check-git-dubious-hint"))
        }
        GitError::Failed { command, said, .. } => Failure::new(
            Message::new("check-git-failed").with("command", command.as_str()).with("said", said.trim()),
        ),
        GitError::Io { command, cause } => Failure::new(
            Message::new("check-git-io").with("command", command.as_str()).with("cause", cause_value(*cause)),
        ),
    }
}
