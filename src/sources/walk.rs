//! Listing a project's files.
//!
//! Two workers read folders and stamp files side by side (rayon); a folder is opened once and its
//! files are looked at by their names in it, which spares the kernel the way from the root each
//! time. What a walk finds does not depend on who came first: the result is sorted, and every
//! real folder is listed once, under its own path where it has one below the prefixes, else under
//! the first link (in order of path) that leads to it. So a tree of links that lead to each other
//! costs no more than the folders it really has.
//!
//! Others' choices: `git status` follows no link at all; `find -L` and ripgrep's `--follow`
//! follow every one and detect a circle by the way they came, which lists a folder as often as
//! there are ways to it, exponentially many in a tree made for it.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;

use crate::domain::article::TreePath;

use super::cause::Cause;
use super::files::Stamp;
use super::inside::{self, PathProblem};

mod folder;
use folder::{Entry, Identity, Kind};

/// Folders that hold no articles wherever they stand: what git and its like keep, cotejo's own,
/// and packages by the ten thousand. Folders with a valid `CACHEDIR.TAG` (Cargo's `target`,
/// caches of many tools; bford.info/cachedir) are passed over too, and not those named `target`:
/// that is a fine name for a folder of translations. The caller adds to it by `skip`; a prefix
/// that names one of them is walked all the same.
pub const SKIPPED: [&str; 6] = [".git", ".hg", ".svn", ".jj", ".cotejo", "node_modules"];

/// Deeper folders are reported and not walked.
const MAX_DEPTH: usize = 200;

/// What a walk found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The regular files, sorted by path, each once. A name may have any character, line ends and
    /// terminal escapes too: whoever prints it makes them visible.
    pub files: Vec<(TreePath, Stamp)>,
    /// What could not be listed, sorted by path: each is a place where files may be missing.
    pub problems: Vec<WalkProblem>,
}

/// Something that could not be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkProblem {
    /// Where, from the root, with U+FFFD for what is not Unicode.
    pub path: String,
    /// What.
    pub kind: WalkProblemKind,
}

/// The kinds of [`WalkProblem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WalkProblemKind {
    /// The prefix is malformed; the user mends the configuration.
    Path(PathProblem),
    /// The prefix is not there. Nothing to mend where nothing is translated yet.
    MissingPrefix,
    /// A folder could not be read, or a file not looked at; the user gives permission.
    Io(Cause),
    /// The name is not Unicode; the user renames the file.
    NotUnicode,
    /// A FIFO, a socket or a device; the user moves it away.
    Special,
    /// A link leads out of the project; the user puts a copy in its place.
    Outside,
    /// A link leads nowhere; the user removes it.
    BrokenLink,
    /// A link leads to a folder it stands in, or links to each other; the user removes it.
    Loop,
    /// A link leads to a folder that is listed elsewhere; nothing is missing.
    ListedElsewhere,
    /// The folder is more than 200 deep.
    TooDeep,
}

/// Lists the regular files below the folders `prefixes` (a file is a prefix too; the empty path
/// is the root itself). `skip` is asked for each folder and file below a prefix, by its path
/// from the root, and for true it is passed over.
pub fn walk(root: &Path, prefixes: &[TreePath], skip: &(dyn Fn(&str) -> bool + Sync)) -> Listing {
    let mut found = Found::default();
    let real_root = match fs::canonicalize(root) {
        Ok(real_root) => real_root,
        Err(error) => {
            found.problem("", WalkProblemKind::Io(error.into()));
            return found.listing();
        }
    };
    let walker = Walker { root: &real_root, skip };
    let mut starts = Vec::new();
    for prefix in walker.outermost(prefixes) {
        walker.start(prefix, &mut starts, &mut found);
    }
    found.merge(walker.folders(starts, &HashSet::new()));
    // Links to folders, in order of path; what they lead to may have more of them.
    let mut walked: HashSet<Identity> = found.identities.drain(..).collect();
    let mut links = std::mem::take(&mut found.links);
    while !links.is_empty() {
        links.sort();
        for link in std::mem::take(&mut links) {
            let more = walker.follow(link, &walked);
            found.merge(more);
            walked.extend(found.identities.drain(..));
        }
        links.append(&mut found.links);
    }
    found.listing()
}

#[derive(Default)]
struct Found {
    files: Vec<(TreePath, Stamp)>,
    problems: Vec<WalkProblem>,
    links: Vec<FolderLink>,
    identities: Vec<Identity>,
}

/// A link to a folder inside the project.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct FolderLink {
    path: String,
    target: PathBuf,
    /// The folder the link really stands in; `None` for a prefix, which is no loop.
    stands_in: Option<PathBuf>,
}

/// A folder to be listed: its path from the root, and as the system takes it.
struct Start {
    path: String,
    full: PathBuf,
    depth: usize,
}

impl Found {
    fn problem(&mut self, path: &str, kind: WalkProblemKind) {
        self.problems.push(WalkProblem { path: path.to_owned(), kind });
    }

    fn merge(&mut self, mut other: Found) {
        self.files.append(&mut other.files);
        self.problems.append(&mut other.problems);
        self.links.append(&mut other.links);
        self.identities.append(&mut other.identities);
    }

    fn listing(mut self) -> Listing {
        self.files.par_sort_unstable();
        self.files.dedup_by(|one, other| one.0 == other.0);
        self.problems.sort_by(|one, other| one.path.cmp(&other.path));
        self.problems.dedup();
        Listing { files: self.files, problems: self.problems }
    }
}

struct Walker<'w> {
    root: &'w Path,
    skip: &'w (dyn Fn(&str) -> bool + Sync),
}

impl Walker<'_> {
    fn skips(&self, path: &str, name: &str, is_folder: bool) -> bool {
        (is_folder && SKIPPED.contains(&name)) || (self.skip)(path)
    }

    /// The prefixes that no other one covers.
    fn outermost<'p>(&self, prefixes: &'p [TreePath]) -> Vec<&'p str> {
        let all: HashSet<&str> = prefixes.iter().map(TreePath::as_str).collect();
        let covered = |prefix: &str| {
            // From the inside out, as long as nothing on the way would be passed over.
            let mut inner = prefix;
            loop {
                let (outer, name) = inner.rsplit_once('/').unwrap_or(("", inner));
                if inner.is_empty() || self.skips(inner, name, true) {
                    return false;
                }
                if all.contains(outer) {
                    return true;
                }
                inner = outer;
            }
        };
        let mut kept: Vec<&str> = all.iter().copied().filter(|prefix| !covered(prefix)).collect();
        kept.sort_unstable();
        kept
    }

    fn start(&self, prefix: &str, starts: &mut Vec<Start>, found: &mut Found) {
        if !prefix.is_empty()
            && let Err(problem) = inside::check(&TreePath::new(prefix))
        {
            return found.problem(prefix, WalkProblemKind::Path(problem));
        }
        let full = self.root.join(TreePath::new(prefix).to_path());
        let real = match fs::canonicalize(&full) {
            Ok(real) => real,
            Err(error) => {
                let cause = Cause::from(error);
                let missing =
                    matches!(cause.kind, std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory);
                return found.problem(
                    prefix,
                    match missing {
                        _ if cause.is_link_loop() => WalkProblemKind::Loop,
                        true => WalkProblemKind::MissingPrefix,
                        false => WalkProblemKind::Io(cause),
                    },
                );
            }
        };
        if !real.starts_with(self.root) {
            return found.problem(prefix, WalkProblemKind::Outside);
        }
        match fs::metadata(&real) {
            Err(error) => found.problem(prefix, WalkProblemKind::Io(error.into())),
            Ok(is) if is.is_file() => found.files.push((TreePath::new(prefix), Stamp::of(&is))),
            Ok(is) if !is.is_dir() => found.problem(prefix, WalkProblemKind::Special),
            Ok(_) if prefix.is_empty() || real == full => {
                let depth = prefix.split('/').count();
                starts.push(Start { path: prefix.to_owned(), full, depth });
            }
            Ok(_) => {
                found.links.push(FolderLink { path: prefix.to_owned(), target: real, stands_in: None });
            }
        }
    }

    fn follow(&self, link: FolderLink, walked: &HashSet<Identity>) -> Found {
        let mut found = Found::default();
        let depth = link.path.split('/').count();
        match folder::identity(&link.target) {
            Err(error) => found.problem(&link.path, WalkProblemKind::Io(error)),
            _ if link.stands_in.is_some_and(|folder| folder.starts_with(&link.target)) => {
                found.problem(&link.path, WalkProblemKind::Loop);
            }
            Ok(identity) if walked.contains(&identity) => {
                found.problem(&link.path, WalkProblemKind::ListedElsewhere);
            }
            Ok(_) => {
                let start = Start { path: link.path, full: link.target, depth };
                return self.folders(vec![start], walked);
            }
        }
        found
    }

    /// Lists these folders and all below them but those `walked` already.
    fn folders(&self, starts: Vec<Start>, walked: &HashSet<Identity>) -> Found {
        let parts = Mutex::new(Vec::new());
        rayon::scope(|scope| {
            for start in starts {
                scope.spawn(|scope| self.folder(scope, start, walked, &parts));
            }
        });
        let parts = parts.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut found = Found::default();
        found.files.reserve(parts.iter().map(|part: &Found| part.files.len()).sum());
        parts.into_iter().for_each(|part| found.merge(part));
        found
    }

    fn folder<'s>(
        &'s self,
        scope: &rayon::Scope<'s>,
        start: Start,
        walked: &'s HashSet<Identity>,
        parts: &'s Mutex<Vec<Found>>,
    ) {
        let mut found = Found::default();
        let keep = |name: &str, is_folder| !self.skips(&inside::join(&start.path, name), name, is_folder);
        match folder::list(&start.full, &keep) {
            _ if start.depth > MAX_DEPTH => found.problem(&start.path, WalkProblemKind::TooDeep),
            Err(cause) => found.problem(&start.path, WalkProblemKind::Io(cause)),
            Ok(listed) if walked.contains(&listed.identity) => {}
            Ok(listed) => {
                found.identities.push(listed.identity);
                found.files.reserve(listed.entries.len());
                for entry in listed.entries {
                    self.entry(&start, entry, &mut found, |below| {
                        scope.spawn(move |scope| self.folder(scope, below, walked, parts));
                    });
                }
            }
        }
        parts.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(found);
    }

    fn entry(&self, folder: &Start, entry: Entry, found: &mut Found, mut descend: impl FnMut(Start)) {
        let path = inside::join(&folder.path, &entry.name);
        match entry.kind {
            Kind::File(stamp) => found.files.push((TreePath::new(path), stamp)),
            Kind::Folder => {
                let full = folder.full.join(&entry.name);
                descend(Start { path, full, depth: folder.depth + 1 });
            }
            Kind::Link => self.link(folder, &path, &entry.name, found),
            Kind::NotUnicode => found.problem(&path, WalkProblemKind::NotUnicode),
            Kind::Special => found.problem(&path, WalkProblemKind::Special),
            Kind::Unknown(cause) => found.problem(&path, WalkProblemKind::Io(cause)),
        }
    }

    fn link(&self, folder: &Start, path: &str, name: &str, found: &mut Found) {
        let target = match fs::canonicalize(folder.full.join(name)) {
            Ok(target) => target,
            Err(error) => {
                let cause = Cause::from(error);
                let kind = match cause.kind {
                    _ if cause.is_link_loop() => WalkProblemKind::Loop,
                    std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
                        WalkProblemKind::BrokenLink
                    }
                    _ => WalkProblemKind::Io(cause),
                };
                return found.problem(path, kind);
            }
        };
        if !target.starts_with(self.root) {
            return found.problem(path, WalkProblemKind::Outside);
        }
        match fs::metadata(&target) {
            Err(error) => found.problem(path, WalkProblemKind::Io(error.into())),
            Ok(is) if is.is_file() => found.files.push((TreePath::new(path), Stamp::of(&is))),
            Ok(is) if is.is_dir() => {
                let stands_in = Some(folder.full.clone());
                found.links.push(FolderLink { path: path.to_owned(), target, stands_in });
            }
            Ok(_) => found.problem(path, WalkProblemKind::Special),
        }
    }
}

#[cfg(test)]
mod tests;
