//! A ref, what changed since it, and what a file held then.

use std::collections::BTreeSet;
use std::fmt;
use std::io::Read;

use crate::domain::article::TreePath;

use super::super::inside;
use super::{GitError, Repository};

/// The full name of a commit, as git gave it: hex digits and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AtCommit(String);

impl AtCommit {
    pub(super) fn from_output(output: &[u8]) -> Option<AtCommit> {
        let text = std::str::from_utf8(output).ok()?.trim_end_matches('\n');
        let hex = text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        hex.then(|| AtCommit(text.to_owned()))
    }

    /// The hex digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AtCommit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Why a ref leads nowhere. A gate that needed it cannot be passed and cannot fail either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefError {
    /// There is no commit of that name; the user mends the name, or fetches it.
    Unknown {
        /// The name as given.
        name: String,
    },
    /// There is no commit of that name in this shallow clone, or none that it and the checkout
    /// have in common; the user fetches more history (`fetch-depth: 0` in a GitHub workflow,
    /// `git fetch --unshallow` elsewhere).
    Shallow {
        /// The name as given.
        name: String,
    },
    /// The commit and the checkout have no history in common; the user names another ref.
    Unrelated {
        /// The name as given.
        name: String,
    },
    /// git gave no answer at all.
    Git(GitError),
}

impl From<GitError> for RefError {
    fn from(error: GitError) -> Self {
        RefError::Git(error)
    }
}

/// What differs between a commit and the working tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Paths from the project's root, sorted, each once. A renamed file counts twice, by its old
    /// path and by its new one. Files outside of the project's root are not among them.
    pub paths: BTreeSet<TreePath>,
    /// How many more there are whose names are not Unicode, or no names cotejo could use.
    pub unnamed: usize,
}

impl Repository {
    /// The commit that `name` (a branch, a tag, a hash, `HEAD~2`) stands for.
    pub fn resolve(&self, name: &str) -> Result<AtCommit, RefError> {
        let unknown = || match self.is_shallow() {
            true => RefError::Shallow { name: name.to_owned() },
            false => RefError::Unknown { name: name.to_owned() },
        };
        // No ref begins with a dash or has a control character (git-check-ref-format(1)).
        if name.is_empty() || name.starts_with('-') || name.contains(char::is_control) {
            return Err(RefError::Unknown { name: name.to_owned() });
        }
        let wanted = format!("{name}^{{commit}}");
        let args = ["--verify", "--quiet", "--end-of-options", &wanted];
        // 128: a name that is none (`a..b`), or a hash of something that is not there.
        match self.run("rev-parse", &args, &[1]) {
            Ok(output) => AtCommit::from_output(&output).ok_or_else(unknown),
            Err(GitError::Failed { code: Some(128), .. }) => Err(unknown()),
            Err(error) => Err(error.into()),
        }
    }

    /// The commit at which the checkout's history and that of `name` part.
    pub fn merge_base(&self, name: &str) -> Result<AtCommit, RefError> {
        let other = self.resolve(name)?;
        let head = self.resolve("HEAD")?;
        let output = self.run("merge-base", &[head.as_str(), other.as_str()], &[1])?;
        let first = output.split(|byte| *byte == b'\n').next().unwrap_or(&output);
        AtCommit::from_output(first).ok_or_else(|| match self.is_shallow() {
            true => RefError::Shallow { name: name.to_owned() },
            false => RefError::Unrelated { name: name.to_owned() },
        })
    }

    /// The paths that differ between `base` and the working tree: committed, staged or not since,
    /// or untracked (what git ignores left out).
    pub fn changes_since(&self, base: &AtCommit) -> Result<Changes, GitError> {
        let diff = |more: &[&'static str]| {
            let mut args = vec!["--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff"];
            args.extend(["--no-textconv", "--ignore-submodules=dirty"]);
            args.extend(more);
            args.extend([base.as_str(), "--"]);
            self.run("diff", &args, &[])
        };
        let mut changes = Changes::default();
        // The second for what is staged and then undone in the working tree alone.
        for output in [
            diff(&[])?,
            diff(&["--cached"])?,
            self.run("ls-files", &["--others", "--exclude-standard", "-z"], &[])?,
        ] {
            for path in output.split(|byte| *byte == 0).filter(|path| !path.is_empty()) {
                match std::str::from_utf8(path).map(TreePath::new) {
                    Ok(path) if inside::check(&path).is_ok() => {
                        changes.paths.insert(path);
                    }
                    // An untracked repository inside this one: `folder/`, nothing of ours.
                    Ok(path) if path.as_str().ends_with('/') => {}
                    _ => changes.unnamed += 1,
                }
            }
        }
        Ok(changes)
    }

    /// The bytes that `path` held at `commit`: `None` if there was no regular file of that name
    /// (links and submodules are none). A file of more than `limit` bytes is an error of the kind
    /// `FileTooLarge`.
    pub fn content_at(
        &self,
        commit: &AtCommit,
        path: &TreePath,
        limit: u64,
    ) -> Result<Option<Vec<u8>>, GitError> {
        if inside::check(path).is_err() {
            return Ok(None);
        }
        let listed = self.run("ls-tree", &["-z", commit.as_str(), "--", path.as_str()], &[])?;
        let Some(object) = regular_file(&listed) else { return Ok(None) };
        let mut running = self.start("cat-file", &["blob", object])?;
        let mut bytes = Vec::new();
        let read = (&mut running.out).take(limit.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit {
            let cause = std::io::ErrorKind::FileTooLarge.into();
            return Err(GitError::Io { command: "cat-file".to_owned(), cause });
        }
        running.end(read.map(|_| ()), &[])?;
        Ok(Some(bytes))
    }
}

/// The object of `100644 blob <object>\t<path>`.
fn regular_file(listed: &[u8]) -> Option<&str> {
    let head = listed.split(|byte| *byte == b'\t').next()?;
    let mut words = std::str::from_utf8(head).ok()?.split(' ');
    let mode = words.next()?;
    let object = words.nth(1)?;
    (mode.starts_with("100") && object.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(object)
}
