//! When files changed.
//!
//! One `git log` for all paths: asked for each path alone, git would walk the whole history as
//! many times as there are paths. The walk goes from the newest commit back and stops as soon as
//! every question is answered.
//!
//! Times are the committers': when a change came into this history, by rebase or squash too. A
//! merge counts for a file only where it changed it itself (`--diff-merges=combined`); otherwise
//! the commits it brought count.
//!
//! A file that was renamed is the same file: what it did under its earlier names counts, those of a
//! rename that is not committed yet too. Git itself finds renames, in the same log: at its usual
//! half of the text (a paragraph is a line, and one word edited makes it another), and among at most
//! [`RENAMES`] files of a commit that are neither equal in all nor of one name, which bounds
//! the cost (equal ones are found by their hashes, however many).
//!
//! A shallow clone ends in commits that seem to add every file at once. They are known by name
//! and tell nothing: a question that reaches one stays open, and says so.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;

use rustc_hash::FxHashMap;

use crate::domain::article::TreePath;

use super::{AtCommit, GitError, Repository, os_path};

/// Commits are walked newest first, but clocks differ: how many seconds a commit may be newer
/// than one that was seen before it.
const CLOCK_SLACK: i64 = 86_400;

/// Renames are looked for among so many files of one commit that came and so many that went, besides
/// those that are the same byte for byte or have kept their name in another folder.
const RENAMES: &str = "-l400";
/// So much of a file must have stayed for a rename.
const LIKENESS: &str = "-M50%";
/// Of so many files one earlier name is told.
const MOST_FOLLOWED: usize = 64;

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
    /// The name that the file has in it.
    pub path: TreePath,
}

struct Question {
    path: TreePath,
    want: Want,
    times: Times,
}

/// Which questions a name in the log answers, by their numbers.
#[derive(Default)]
struct Names {
    /// The names asked for.
    asked: FxHashMap<Vec<u8>, usize>,
    /// The earlier names of the files asked for.
    earlier: FxHashMap<Vec<u8>, BTreeSet<usize>>,
}

impl Names {
    fn of(questions: &[Question]) -> Names {
        let name = |question: &Question| question.path.as_str().as_bytes().to_vec();
        let asked = questions.iter().map(name).zip(0..).collect();
        Names { asked, ..Names::default() }
    }

    fn questions(&self, name: &[u8]) -> impl Iterator<Item = usize> + '_ {
        let asked = self.asked.get(name).copied();
        asked.into_iter().chain(self.earlier.get(name).into_iter().flatten().copied())
    }

    /// From here back in time what is called `to` was called `from`.
    fn follow(&mut self, from: &[u8], to: &[u8]) {
        let files: Vec<usize> = self.questions(to).collect();
        if files.is_empty() {
            return;
        }
        let own = self.asked.get(from).copied();
        let list = self.earlier.entry(from.to_vec()).or_default();
        list.extend(files.into_iter().filter(|file| own != Some(*file)));
        while list.len() > MOST_FOLLOWED {
            list.pop_last();
        }
    }
}

/// The commit that the log tells of.
struct Place {
    commit: Option<AtCommit>,
    time: i64,
}

impl Place {
    /// The file of that name changed here: notes it at the questions it answers.
    fn changed(&self, name: &[u8], names: &Names, questions: &mut [Question], unseen: &mut usize) {
        for number in names.questions(name) {
            let Some(Question { want, times, .. }) = questions.get_mut(number) else { continue };
            if times.last.is_none() && *want == Want::Last {
                *unseen = unseen.saturating_sub(1);
            }
            times.last = Some(times.last.map_or(self.time, |last| last.max(self.time)));
            times.first = Some(times.first.map_or(self.time, |first| first.min(self.time)));
            if let (Want::After(moment), Some(commit)) = (*want, &self.commit)
                && self.time > moment
                && let Ok(path) = std::str::from_utf8(name)
            {
                let change = Change { at: self.time, commit: commit.clone(), path: TreePath::new(path) };
                times.after.push(change);
            }
        }
    }
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
        let mut names = Names::of(questions);
        self.follow_uncommitted(&mut names)?;
        // What stands for a change is one or two letters, or a letter and a number: `//` marks a commit.
        let mut log = self.start(
            "log",
            &[
                "--format=tformat://%H %ct",
                "--name-status",
                "-z",
                "--relative",
                LIKENESS,
                RENAMES,
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
        let (mut token, mut from) = (Vec::new(), Vec::new());
        let mut place = Place { commit: None, time: 0 };
        let mut at_end = false;
        let mut newest_end: Option<i64> = None;
        let mut stopped = false;
        while let Some(read) = log.token(&mut token)? {
            // git puts a line end between a commit and its first change.
            let bare = read.strip_prefix(b"\n").unwrap_or(read);
            if let Some(head) = bare.strip_prefix(b"//") {
                let (commit, when) = header(head).unwrap_or((head, place.time));
                place = Place { commit: AtCommit::from_output(commit), time: when };
                at_end = ends.contains(commit);
                if at_end {
                    newest_end = newest_end.max(Some(when));
                }
                let past_moments =
                    oldest_moment.is_none_or(|moment| when < moment.saturating_sub(CLOCK_SLACK));
                if unseen == 0 && past_moments && !to_the_root {
                    stopped = true;
                    break;
                }
                continue;
            }
            let renamed = is_rename(bare);
            if renamed && log.token(&mut from)?.is_none() {
                break;
            }
            let Some(path) = log.token(&mut token)? else { break };
            if at_end {
                continue;
            }
            if renamed {
                place.changed(&from, &names, questions, &mut unseen);
            }
            place.changed(path, &names, questions, &mut unseen);
            if renamed {
                names.follow(&from, path);
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

    /// Learns the renames of tracked files that are not committed yet.
    fn follow_uncommitted(&self, names: &mut Names) -> Result<(), GitError> {
        let mut diff = self.start(
            "diff",
            &[
                "--name-status",
                "-z",
                "--relative",
                LIKENESS,
                RENAMES,
                "--diff-filter=R",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules=dirty",
                "HEAD",
                "--",
            ],
        )?;
        let (mut status, mut from, mut to) = (Vec::new(), Vec::new(), Vec::new());
        while diff.token(&mut status)?.is_some_and(is_rename) {
            if let (Some(from), Some(to)) = (diff.token(&mut from)?, diff.token(&mut to)?) {
                names.follow(from, to);
            }
        }
        diff.end(Ok(()), &[])?;
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

/// Whether two names follow that status: `R` and how much is the same. A merge has a letter for each
/// of its parents and one name.
fn is_rename(status: &[u8]) -> bool {
    status.strip_prefix(b"R").is_some_and(|share| share.iter().all(u8::is_ascii_digit))
}

/// `<commit> <seconds>`.
fn header(head: &[u8]) -> Option<(&[u8], i64)> {
    let at = head.iter().position(|byte| *byte == b' ')?;
    let (commit, rest) = head.split_at_checked(at)?;
    Some((commit, std::str::from_utf8(rest).ok()?.trim().parse().ok()?))
}
