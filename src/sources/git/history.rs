//! When files changed.
//!
//! One `git log` for all paths: asked for each path alone, git would walk the whole history as
//! many times as there are paths. The walk goes from the newest commit back and stops as soon as
//! every question is answered.
//!
//! Times are the committers': when a change came into this history, by rebase or squash too. A
//! merge counts for a file only where it changed it itself (`--diff-merges=combined`); otherwise
//! the commits it brought count. Git follows commits, not files: what a file did under an earlier
//! name is asked for by that name.
//!
//! A shallow clone ends in commits that seem to add every file at once. They are known by name
//! and tell nothing: a question that reaches one stays open, and says so.

use std::collections::{BTreeMap, HashSet};
use std::fs;

use rustc_hash::FxHashMap;

use crate::domain::article::TreePath;

use super::{AtCommit, GitError, Repository, os_path};

/// Commits are walked newest first, but clocks differ: how many seconds a commit may be newer
/// than one that was seen before it.
const CLOCK_SLACK: i64 = 86_400;

/// What is asked about a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// When it changed last.
    Last,
    /// Each time it changed after this moment (seconds since 1970); walks no further back.
    After(i64),
    /// When it changed first and last; walks the whole history.
    All,
}

/// When a path changed, in seconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// The newest commit that was seen to change it; `None` if none was, as for a file that is
    /// not committed yet.
    pub last: Option<i64>,
    /// The oldest commit that was seen to change it; the first one of all for [`Want::All`].
    pub first: Option<i64>,
    /// The changes after the moment of [`Want::After`], newest first.
    pub after: Vec<Change>,
    /// The history of this clone is too short for the answer: what is here is true, but there
    /// may be more. A gate that needs it ends with exit code 2.
    pub too_short: bool,
}

/// One commit that changed a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When it came into this history, in seconds since 1970.
    pub at: i64,
    /// The commit.
    pub commit: AtCommit,
}

struct Question {
    path: TreePath,
    want: Want,
    times: Times,
}

impl Repository {
    /// When these paths changed, each with its own question; one pass over the history of `HEAD`.
    pub fn times(
        &self,
        wanted: impl IntoIterator<Item = (TreePath, Want)>,
    ) -> Result<BTreeMap<TreePath, Times>, GitError> {
        let wanted: BTreeMap<TreePath, Want> = wanted.into_iter().collect();
        let ask = |(path, want)| Question { path, want, times: Times::default() };
        let mut questions: Vec<Question> = wanted.into_iter().map(ask).collect();
        if !questions.is_empty() && self.run("rev-parse", &["--verify", "--quiet", "HEAD"], &[1])?.len() > 1 {
            self.answer(&mut questions)?;
        }
        Ok(questions.into_iter().map(|question| (question.path, question.times)).collect())
    }

    fn answer(&self, questions: &mut [Question]) -> Result<(), GitError> {
        let ends = self.shallow_ends()?;
        let mut index: FxHashMap<Vec<u8>, usize> = FxHashMap::default();
        for (number, question) in questions.iter().enumerate() {
            index.insert(question.path.as_str().as_bytes().to_vec(), number);
        }
        // A path in git never begins with a slash: `//` marks a commit.
        let mut log = self.start(
            "log",
            &[
                "--format=tformat://%H %ct",
                "--name-only",
                "-z",
                "--relative",
                "--no-renames",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules=dirty",
                "--diff-merges=combined",
                "--no-notes",
                "HEAD",
                "--",
            ],
        )?;
        let count = |want| questions.iter().filter(|question| question.want == want).count();
        let mut unseen = count(Want::Last);
        let to_the_root = count(Want::All) > 0;
        let moments = questions.iter().filter_map(|question| match question.want {
            Want::After(moment) => Some(moment),
            _ => None,
        });
        let oldest_moment = moments.min();
        let mut token = Vec::new();
        let mut time = 0;
        let mut current: Option<AtCommit> = None;
        let mut at_end = false;
        let mut newest_end: Option<i64> = None;
        let mut stopped = false;
        let mut just_begun = false;
        while let Some(token) = log.token(&mut token)? {
            let bare = token.strip_prefix(b"\n").unwrap_or(token);
            if let Some(head) = bare.strip_prefix(b"//") {
                let (commit, when) = header(head).unwrap_or((head, time));
                time = when;
                current = AtCommit::from_output(commit);
                just_begun = true;
                at_end = ends.contains(commit);
                if at_end {
                    newest_end = newest_end.max(Some(time));
                }
                let past_moments =
                    oldest_moment.is_none_or(|moment| time < moment.saturating_sub(CLOCK_SLACK));
                if unseen == 0 && past_moments && !to_the_root {
                    stopped = true;
                    break;
                }
                continue;
            }
            // git puts a line end between a commit and its first path.
            let path = if just_begun { bare } else { token };
            just_begun = false;
            if at_end {
                continue;
            }
            let Some(question) = index.get(path).and_then(|number| questions.get_mut(*number)) else {
                continue;
            };
            let times = &mut question.times;
            if times.last.is_none() && question.want == Want::Last {
                unseen = unseen.saturating_sub(1);
            }
            times.last = Some(times.last.map_or(time, |last| last.max(time)));
            times.first = Some(times.first.map_or(time, |first| first.min(time)));
            if let (Want::After(moment), Some(commit)) = (question.want, &current)
                && time > moment
            {
                times.after.push(Change { at: time, commit: commit.clone() });
            }
        }
        // Ended early, git is stopped by the drop, and how it ends says nothing.
        if !stopped {
            log.end(Ok(()), &[])?;
        }
        for question in questions {
            let times = &mut question.times;
            // Stable: of two commits of one second git's order tells which is the newer.
            times.after.sort_by_key(|change| std::cmp::Reverse(change.at));
            // What is missing is no newer than the newest commit at which the history is cut off.
            times.too_short = newest_end.is_some_and(|end| match question.want {
                Want::All => true,
                Want::Last => times.last.is_none_or(|last| end > last),
                Want::After(moment) => end > moment,
            });
        }
        Ok(())
    }

    /// The commits whose parents this shallow clone lacks.
    fn shallow_ends(&self) -> Result<HashSet<Vec<u8>>, GitError> {
        if !self.is_shallow() {
            return Ok(HashSet::new());
        }
        let file = self.run("rev-parse", &["--git-path", "shallow"], &[])?;
        let file = self.root.join(os_path(file.strip_suffix(b"\n").unwrap_or(&file)));
        let text = fs::read(&file)
            .map_err(|error| GitError::Io { command: "rev-parse".to_owned(), cause: error.into() })?;
        Ok(text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect())
    }
}

/// `<commit> <seconds>`.
fn header(head: &[u8]) -> Option<(&[u8], i64)> {
    let at = head.iter().position(|byte| *byte == b' ')?;
    let (commit, rest) = head.split_at_checked(at)?;
    Some((commit, std::str::from_utf8(rest).ok()?.trim().parse().ok()?))
}
