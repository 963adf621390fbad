//! One atomic step over many files: all of them as they were, or all as they are to be.
//!
//! A file system makes one rename atomic, no more. For many files the usual answer is a redo log
//! (Gray and Reuter, *Transaction Processing*, 1993, ch. 9; SQLite and git's reference
//! transactions do the like):
//!
//! 1. *stage*: the new files are written under `.cotejo/local/step/stage`, and the old ones get a
//!    second name (a hard link, no copying) under `step/before`, then all is flushed, once;
//! 2. *commit*: the journal is written beside them, flushed and renamed to `journal`. This one
//!    rename is the moment at which the step has happened;
//! 3. *apply*: each new file is renamed into its place;
//! 4. *retire*: `step` is renamed to `undo`, which keeps the way back, or away.
//!
//! A process killed before 2 leaves a stage that nobody will miss; after 2, a journal that says
//! what remains to be done. [`recover`] clears the one and completes the other. A redo log alone
//! could not go back when the rest can no longer be done (a folder that became read-only, a file
//! that someone edited since); the second names make that possible, and the undo free.
//!
//! *Nobody's edit is overwritten.* Every path comes with what it must still hold; it is compared
//! when its old file has got its second name, and its stamp again right before the rename. What
//! remains is the gap between two system calls. A file that someone edits between a kill and the
//! recovery is left as it is, and the rest goes back to how it was.
//!
//! Flushing by `syncfs`, where there is much to flush, is what makes tens of thousands of small
//! files cheap: one disk barrier in place of one for each file (see `benches/sources.rs`).

use std::collections::BTreeMap;
use std::fs::{self, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::article::TreePath;

use super::cause::Cause;
use super::disk::{self, Disk};
use super::files::{Fingerprint, Stamp, fingerprint};
use super::inside::{PathProblem, Place, PlaceError, Places};
use super::local::{self, LocalError};
use super::lock::ExclusiveLock;
use apply::{Applied, Now};
use journal::{Entry, Journal, Keep};

mod apply;
mod journal;
#[cfg(test)]
mod tests;
mod undo;

pub use apply::{Recovered, is_pending, recover};
pub use undo::{UndoError, Undone, undo_last, undo_plan};

/// What a path must hold for a step to touch it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing: no file of that name.
    Absent,
    /// A file with this fingerprint.
    Holds(Fingerprint),
}

/// A plan: what each path must hold now and is to hold then. Nothing is written until
/// [`commit`]; a dry run prints [`Step::changes`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    changes: BTreeMap<TreePath, Change>,
}

/// What is to become of one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the path must still hold.
    pub expected: Expected,
    /// The bytes it is to hold; `None` for no file.
    pub bytes: Option<Vec<u8>>,
}

impl Step {
    /// A step that does nothing yet.
    pub fn new() -> Self {
        Step::default()
    }

    /// The file at `path` is to hold `bytes`; takes the place of what the step said of that path
    /// before. Permissions of a file that is replaced are kept, its folders are made.
    pub fn put(&mut self, path: TreePath, bytes: Vec<u8>, expected: Expected) {
        self.changes.insert(path, Change { expected, bytes: Some(bytes) });
    }

    /// The file at `path`, which has that fingerprint, is to go.
    pub fn remove(&mut self, path: TreePath, fingerprint: Fingerprint) {
        let expected = Expected::Holds(fingerprint);
        self.changes.insert(path, Change { expected, bytes: None });
    }

    /// The changes, sorted by path.
    pub fn changes(&self) -> impl Iterator<Item = (&TreePath, &Change)> {
        self.changes.iter()
    }

    /// How many paths the step is about.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether the step is about no path at all.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Files written.
    pub written: usize,
    /// Files removed.
    pub removed: usize,
    /// Files that held what they were to hold already, and were left alone.
    pub unchanged: usize,
    /// What an earlier, interrupted step needed first.
    pub recovered: RecoveredFiles,
}

/// How many files an interrupted step had touched, in short: see [`Recovered`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecoveredFiles {
    /// Put in place by completing it.
    pub completed: usize,
    /// Put back, or dropped before they were put in place.
    pub undone: usize,
}

/// Why a step did not happen. After each of these but [`StepError::Interrupted`] and
/// [`StepError::Damaged`] the project's files are as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepError {
    /// The lock is another project's: a fault of cotejo's own, to be reported.
    WrongLock,
    /// A path is malformed or reserved; the user mends it where it is written.
    Path {
        /// The path asked for.
        path: TreePath,
        /// What is wrong with it.
        problem: PathProblem,
    },
    /// A link on the way to the path leads out of the project or nowhere; the user removes it.
    Outside {
        /// The path asked for.
        path: TreePath,
    },
    /// A folder (or a device …) stands where a file is to be, or a file where a folder is to be;
    /// the user moves it away.
    InTheWay {
        /// The path asked for.
        path: TreePath,
    },
    /// Two paths lead to the same file, one of them through a link; the user removes the link or
    /// names the file once.
    SameFile {
        /// One of them.
        path: TreePath,
        /// The other one.
        other: TreePath,
    },
    /// The path does not hold what it held when the step was planned: someone else wrote it. The
    /// user runs the command again, which then sees the new text.
    Changed {
        /// The path asked for.
        path: TreePath,
    },
    /// `.cotejo/local` cannot be used.
    Local(LocalError),
    /// The system refused: a full disk (the user makes room), no permission (the user gives it).
    Io {
        /// The file or folder, as the system takes it.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
    /// The step has happened but could neither be completed nor taken back now. The next command
    /// does one or the other; the user removes the cause first.
    Interrupted {
        /// The file or folder that stood in the way.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
    /// What an interrupted step left is itself damaged, as by a failing disk. The user looks
    /// into the folder, which holds the old and the new files, saves what matters and removes it.
    Damaged {
        /// The folder.
        path: PathBuf,
    },
}

impl StepError {
    fn io(path: &Path, error: io::Error) -> Self {
        StepError::Io { path: path.to_owned(), cause: error.into() }
    }

    fn of_place(path: &TreePath, full: &Path, error: PlaceError) -> Self {
        let path = path.clone();
        match error {
            PlaceError::Path(problem) => StepError::Path { path, problem },
            PlaceError::Outside => StepError::Outside { path },
            PlaceError::InTheWay => StepError::InTheWay { path },
            PlaceError::Io(cause) => StepError::Io { path: full.to_owned(), cause },
        }
    }
}

/// The folders a step works in.
#[derive(Clone, Debug)]
struct Layout {
    local: PathBuf,
    step: PathBuf,
    undo: PathBuf,
    old: PathBuf,
}

impl Layout {
    fn new(root: &Path) -> Self {
        let local = local::folder(root);
        let below = |name: &str| local.join(name);
        Layout { step: below("step"), undo: below("undo"), old: below("old"), local }
    }

    fn stage(&self, index: usize) -> PathBuf {
        self.step.join("stage").join(index.to_string())
    }

    fn before(&self, index: usize) -> PathBuf {
        self.step.join("before").join(index.to_string())
    }

    fn journal(&self) -> PathBuf {
        self.step.join("journal")
    }

    /// The journal of a step that is being taken back.
    fn rollback(&self) -> PathBuf {
        self.step.join("rollback")
    }
}

/// New contents of a file.
enum Content {
    Bytes(Vec<u8>),
    /// The bytes and permissions of a file that an earlier step put aside.
    Kept {
        file: PathBuf,
        fingerprint: Fingerprint,
    },
}

/// One change on its way.
struct Planned {
    asked: TreePath,
    place: Place,
    before: Option<Fingerprint>,
    after: Option<(Content, Fingerprint)>,
}

/// Does the step in the project at `root`, whole or not at all. With `undo`, it can be taken
/// back by [`undo_last`] until the next such step; without, the step before stays the one that
/// `undo_last` takes back.
///
/// An interrupted earlier step is recovered first.
pub fn commit(
    root: &Path,
    disk: &dyn Disk,
    lock: &ExclusiveLock,
    step: Step,
    undo: bool,
) -> Result<Committed, StepError> {
    let recovered = recover(root, disk, lock)?;
    let changes = step.changes.into_iter().map(|(path, change)| {
        let before = match change.expected {
            Expected::Absent => None,
            Expected::Holds(fingerprint) => Some(fingerprint),
        };
        let after = change.bytes.map(|bytes| {
            let fingerprint = fingerprint(&bytes);
            (Content::Bytes(bytes), fingerprint)
        });
        (path, before, after)
    });
    let keep = if undo { Keep::AsUndo } else { Keep::Nothing };
    let mut done = commit_planned(root, disk, changes, keep, Vec::new())?;
    done.recovered = recovered.in_short();
    Ok(done)
}

/// The body of [`commit`], for steps whose contents come from an undo too. `unmade` are folders
/// to remove at the end, where they are empty.
fn commit_planned(
    root: &Path,
    disk: &dyn Disk,
    changes: impl Iterator<Item = (TreePath, Option<Fingerprint>, Option<(Content, Fingerprint)>)>,
    keep: Keep,
    unmade: Vec<TreePath>,
) -> Result<Committed, StepError> {
    let layout = Layout::new(root);
    let mut done = Committed { written: 0, removed: 0, unchanged: 0, recovered: RecoveredFiles::default() };
    let (planned, made) = plan(root, changes, &mut done)?;
    if planned.is_empty() && keep != Keep::NothingAtAll {
        return Ok(done);
    }
    local::prepare(root, disk).map_err(StepError::Local)?;
    let staged = stage(disk, &layout, planned).and_then(|(entries, stamps)| {
        let journal = Journal { keep, entries, made, unmade };
        write_journal(disk, &layout, &journal)?;
        Ok((journal, stamps))
    });
    let (journal, stamps) = match staged {
        Ok(staged) => staged,
        Err(error) => {
            // If the journal got its name and only the flush after it failed, the step may or may
            // not outlive a power cut: it is taken back for good.
            return match apply::take_back(root, disk, &layout) {
                Ok(()) => Err(error),
                Err(cause) => Err(apply::interrupted(&layout, error, cause)),
            };
        }
    };
    for entry in &journal.entries {
        match entry.after {
            Some(_) => done.written += 1,
            None => done.removed += 1,
        }
    }
    match apply::forward(root, disk, &layout, &journal, Some(&stamps)) {
        Ok(Applied::Done) => match apply::retire(disk, &layout, journal.keep) {
            Ok(()) => Ok(done),
            Err(StepError::Io { path, cause }) => Err(StepError::Interrupted { path, cause }),
            Err(error) => Err(error),
        },
        Ok(Applied::Edited(path)) => back_out(root, disk, &layout, StepError::Changed { path }),
        Err(error) => back_out(root, disk, &layout, error),
    }
}

fn back_out(root: &Path, disk: &dyn Disk, layout: &Layout, error: StepError) -> Result<Committed, StepError> {
    match apply::take_back(root, disk, layout) {
        Ok(()) => Err(error),
        Err(cause) => Err(apply::interrupted(layout, error, cause)),
    }
}

/// Finds every place, drops what is done already, and lists the folders to be made.
fn plan(
    root: &Path,
    changes: impl Iterator<Item = (TreePath, Option<Fingerprint>, Option<(Content, Fingerprint)>)>,
    done: &mut Committed,
) -> Result<(Vec<Planned>, Vec<TreePath>), StepError> {
    let mut places = Places::new(root).map_err(|error| StepError::io(root, error))?;
    let mut by_real: BTreeMap<TreePath, Planned> = BTreeMap::new();
    let mut made = BTreeMap::new();
    for (asked, before, after) in changes {
        let full = root.join(asked.to_path());
        let place = places.find(&asked).map_err(|error| StepError::of_place(&asked, &full, error))?;
        if place.file.is_some() != before.is_some() {
            return Err(StepError::Changed { path: asked });
        }
        if let Some(other) = by_real.get(&place.real) {
            return Err(StepError::SameFile { path: asked, other: other.asked.clone() });
        }
        if after.as_ref().map(|(_, fingerprint)| *fingerprint) == before {
            match Now::at(&place.full) {
                Ok(now) if now.is(before) => done.unchanged += 1,
                Ok(_) => return Err(StepError::Changed { path: asked }),
                Err(error) => return Err(StepError::io(&place.full, error)),
            }
            continue;
        }
        if after.is_some() {
            made.extend(
                places.missing_folders(&place.real).into_iter().map(|folder| (folder, asked.clone())),
            );
        }
        by_real.insert(place.real.clone(), Planned { asked, place, before, after });
    }
    // A file that is to stand where another one needs a folder.
    for (folder, needed_by) in &made {
        if by_real.contains_key(folder) {
            return Err(StepError::InTheWay { path: needed_by.clone() });
        }
    }
    Ok((by_real.into_values().collect(), made.into_keys().collect()))
}

/// Writes new files and puts old ones aside; returns the journal's entries, and what each place
/// looked like when that was done.
fn stage(
    disk: &dyn Disk,
    layout: &Layout,
    planned: Vec<Planned>,
) -> Result<(Vec<Entry>, Vec<Option<Stamp>>), StepError> {
    let folders = [layout.step.clone(), layout.step.join("stage"), layout.step.join("before")];
    for folder in &folders {
        disk.create_dir(folder).map_err(|error| StepError::io(folder, error))?;
    }
    let mut entries = Vec::with_capacity(planned.len());
    let mut stamps = Vec::with_capacity(planned.len());
    let mut files = Vec::new();
    for (index, change) in planned.into_iter().enumerate() {
        let Planned { asked, place, before, after } = change;
        let mut stamp = None;
        if let Some(expected) = before {
            let aside = layout.before(index);
            if put_aside(disk, &place.full, &aside)? {
                files.push(aside.clone());
            }
            // What was put aside is what must be as expected: it is what an undo gives back.
            match Now::at(&aside).map_err(|error| StepError::io(&aside, error))? {
                Now::Holds(found) if found == expected => {}
                _ => return Err(StepError::Changed { path: asked }),
            }
            let found = fs::symlink_metadata(&place.full);
            stamp = Some(Stamp::of(&found.map_err(|_| StepError::Changed { path: asked.clone() })?));
        }
        let after = match after {
            None => None,
            Some((content, fingerprint)) => {
                let file = layout.stage(index);
                write_content(disk, &file, content, place.file.as_ref())?;
                files.push(file);
                Some(fingerprint)
            }
        };
        entries.push(Entry { path: place.real, before, after });
        stamps.push(stamp);
    }
    disk::sync(disk, &files, &folders).map_err(|error| StepError::io(&layout.step, error))?;
    Ok((entries, stamps))
}

/// Gives the old file a second name, or copies it where the file system cannot; true if it was copied.
fn put_aside(disk: &dyn Disk, from: &Path, to: &Path) -> Result<bool, StepError> {
    use io::ErrorKind::{CrossesDevices, PermissionDenied, TooManyLinks, Unsupported};
    match disk.link(from, to) {
        Ok(()) => Ok(false),
        Err(error)
            if matches!(error.kind(), CrossesDevices | PermissionDenied | TooManyLinks | Unsupported) =>
        {
            let copy = || {
                let mode = fs::metadata(from)?.permissions();
                disk.write_new(to, &fs::read(from)?, Some(&mode))
            };
            copy().map(|()| true).map_err(|error| StepError::io(from, error))
        }
        Err(error) => Err(StepError::io(from, error)),
    }
}

fn write_content(
    disk: &dyn Disk,
    file: &Path,
    content: Content,
    replaced: Option<&Metadata>,
) -> Result<(), StepError> {
    let replaced: Option<Permissions> = replaced.map(Metadata::permissions);
    match content {
        Content::Bytes(bytes) => disk.write_new(file, &bytes, replaced.as_ref()),
        Content::Kept { file: kept, fingerprint: expected } => {
            let read = || {
                let mode = fs::metadata(&kept)?.permissions();
                Ok((fs::read(&kept)?, mode))
            };
            let (bytes, mode) = read().map_err(|error| StepError::io(&kept, error))?;
            if fingerprint(&bytes) != expected {
                return Err(StepError::Damaged { path: kept });
            }
            disk.write_new(file, &bytes, Some(&replaced.unwrap_or(mode)))
        }
    }
    .map_err(|error| StepError::io(file, error))
}

/// The moment at which the step has happened.
fn write_journal(disk: &dyn Disk, layout: &Layout, journal: &Journal) -> Result<(), StepError> {
    let new = layout.step.join("journal.new");
    let file = layout.journal();
    let write = || {
        disk.write_new(&new, &journal.to_bytes()?, None)?;
        disk.sync_file(&new)?;
        disk.rename(&new, &file)?;
        disk.sync_dir(&layout.step)?;
        disk.sync_dir(&layout.local)
    };
    write().map_err(|error| StepError::io(&file, error))
}
