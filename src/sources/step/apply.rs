//! After the commit: putting files in place, taking them back, and clearing up.
//!
//! Everything here may be killed and begun again: each entry is looked at before it is touched,
//! and an entry that is where it is to be is passed over. Which way a step goes is on the disk
//! before the first file moves that way: `journal` forward, `rollback` back.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::article::TreePath;

use super::super::disk::{self, Disk};
use super::super::files::{Fingerprint, Stamp};
use super::super::inside::{self, Places};
use super::super::lock::ExclusiveLock;
use super::journal::{Entry, Journal, Keep};
use super::{Layout, RecoveredFiles, StepError};

/// What [`recover`] found and did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// No step was interrupted.
    Nothing,
    /// A step had happened; its files are now all in place.
    Completed {
        /// How many files the step was about.
        files: usize,
    },
    /// A step had not happened, or could no longer be completed; its files are as they were.
    Undone {
        /// How many files the step was about, as far as it had come.
        files: usize,
        /// Paths that someone edited after the interruption; their text was left alone.
        edited: Vec<TreePath>,
    },
}

impl Recovered {
    pub(super) fn in_short(&self) -> RecoveredFiles {
        match self {
            Recovered::Nothing => RecoveredFiles::default(),
            Recovered::Completed { files } => RecoveredFiles { completed: *files, undone: 0 },
            Recovered::Undone { files, .. } => RecoveredFiles { completed: 0, undone: *files },
        }
    }
}

/// Whether an interrupted step waits for [`recover`]. A reader that may not write looks here, and
/// says so rather than show a tree that is half one thing and half another.
pub fn is_pending(root: &Path) -> bool {
    let layout = Layout::new(root);
    [layout.journal(), layout.rollback()].iter().any(|file| fs::symlink_metadata(file).is_ok())
}

/// Completes or undoes a step that was interrupted in the project at `root`. Every command that
/// writes begins with it; where there is nothing to do it costs two looks at the disk.
pub fn recover(root: &Path, disk: &dyn Disk, lock: &ExclusiveLock) -> Result<Recovered, StepError> {
    if !lock.guards(root) {
        return Err(StepError::WrongLock);
    }
    let layout = Layout::new(root);
    for dir in [&layout.step, &layout.undo, &layout.old] {
        // A cloned project could bring links here; what cotejo made are folders.
        if fs::symlink_metadata(dir).is_ok_and(|found| !found.is_dir()) {
            return Err(StepError::Damaged { path: dir.clone() });
        }
    }
    let recovered = match fs::symlink_metadata(&layout.step) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Recovered::Nothing,
        Err(error) => return Err(StepError::io(&layout.step, error)),
        Ok(_) => recover_step(root, disk, &layout)?,
    };
    remove(disk, &layout.old)?;
    Ok(recovered)
}

fn recover_step(root: &Path, disk: &dyn Disk, layout: &Layout) -> Result<Recovered, StepError> {
    if let Some(journal) = read(layout, &layout.rollback())? {
        let edited = back(root, disk, layout, &journal)?;
        retire(disk, layout, Keep::Nothing)?;
        return Ok(Recovered::Undone { files: journal.entries.len(), edited });
    }
    let Some(journal) = read(layout, &layout.journal())? else {
        let staged = fs::read_dir(layout.step.join("stage")).map_or(0, Iterator::count);
        remove(disk, &layout.step)?;
        return Ok(Recovered::Undone { files: staged, edited: Vec::new() });
    };
    let files = journal.entries.len();
    if can_go_forward(root, layout, &journal)?
        && let Applied::Done = forward(root, disk, layout, &journal, None)?
    {
        retire(disk, layout, journal.keep)?;
        return Ok(Recovered::Completed { files });
    }
    turn_back(disk, layout)?;
    let edited = back(root, disk, layout, &journal)?;
    retire(disk, layout, Keep::Nothing)?;
    Ok(Recovered::Undone { files, edited })
}

/// What a path holds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Now {
    Absent,
    Holds(Fingerprint),
    /// A folder, a link, a device.
    Other,
}

impl Now {
    pub fn at(full: &Path) -> io::Result<Now> {
        match fs::symlink_metadata(full) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Ok(Now::Absent)
            }
            Err(error) => Err(error),
            Ok(found) if found.is_file() => Fingerprint::of_reader(File::open(full)?).map(Now::Holds),
            Ok(_) => Ok(Now::Other),
        }
    }

    pub fn is(self, held: Option<Fingerprint>) -> bool {
        match held {
            None => self == Now::Absent,
            Some(fingerprint) => self == Now::Holds(fingerprint),
        }
    }
}

pub(super) enum Applied {
    Done,
    /// Someone wrote this path since.
    Edited(TreePath),
}

/// Whether every entry is in place already or can be put there, and no edit would be lost. Where
/// all are in place or edited since, there is nothing left to put there, and forward it is.
fn can_go_forward(root: &Path, layout: &Layout, journal: &Journal) -> Result<bool, StepError> {
    let mut places = Places::new(root).map_err(|error| StepError::io(root, error))?;
    let (mut waiting, mut edited) = (false, false);
    for (index, entry) in journal.entries.iter().enumerate() {
        let full = full_path(&mut places, entry)?;
        let now = Now::at(&full).map_err(|error| StepError::io(&full, error))?;
        if now.is(entry.after) {
            continue;
        }
        if !now.is(entry.before) {
            edited = true;
            continue;
        }
        waiting = true;
        if let Some(after) = entry.after {
            let file = layout.stage(index);
            if Now::at(&file).map_err(|error| StepError::io(&file, error))? != Now::Holds(after) {
                return Ok(false);
            }
        }
    }
    Ok(!(waiting && edited))
}

/// Puts every entry in place. `stamps` are what the places looked like when their old files were
/// compared; without them (in a recovery) the bytes are compared.
pub(super) fn forward(
    root: &Path,
    disk: &dyn Disk,
    layout: &Layout,
    journal: &Journal,
    stamps: Option<&[Option<Stamp>]>,
) -> Result<Applied, StepError> {
    let mut places = Places::new(root).map_err(|error| StepError::io(root, error))?;
    make_folders(disk, places.root(), &journal.made)?;
    let mut changed_folders: Vec<PathBuf> = vec![layout.step.join("stage"), root.to_owned()];
    for (index, entry) in journal.entries.iter().enumerate() {
        let full = full_path(&mut places, entry)?;
        let as_before = match stamps {
            Some(stamps) => as_stamped(&full, stamps.get(index).copied().flatten()),
            None => {
                let now = Now::at(&full).map_err(|error| StepError::io(&full, error))?;
                if !now.is(entry.before) {
                    // In place already, or edited after it was: either way there is nothing to do.
                    continue;
                }
                true
            }
        };
        if !as_before {
            return Ok(Applied::Edited(entry.path.clone()));
        }
        match entry.after {
            Some(_) => put(disk, &layout.stage(index), &full, index)?,
            None => disk.remove_file(&full).map_err(|error| StepError::io(&full, error))?,
        }
        note_folder(&mut changed_folders, &full);
    }
    for folder in &journal.unmade {
        remove_if_empty(disk, &places.root().join(folder.to_path()))?;
    }
    sync_folders(disk, layout, changed_folders)?;
    Ok(Applied::Done)
}

/// Undoes what [`forward`] did, from what was put aside. Returns the paths that someone wrote since.
fn back(
    root: &Path,
    disk: &dyn Disk,
    layout: &Layout,
    journal: &Journal,
) -> Result<Vec<TreePath>, StepError> {
    let mut places = Places::new(root).map_err(|error| StepError::io(root, error))?;
    let mut changed_folders: Vec<PathBuf> = vec![layout.step.join("before"), root.to_owned()];
    let mut edited = Vec::new();
    // An undo that is itself taken back: the folders it removed are needed again.
    make_folders(disk, places.root(), &journal.unmade.iter().rev().cloned().collect::<Vec<_>>())?;
    for (index, entry) in journal.entries.iter().enumerate() {
        let full = full_path(&mut places, entry)?;
        let sibling = sibling(&full, index);
        if fs::symlink_metadata(&sibling).is_ok() {
            disk.remove_file(&sibling).map_err(|error| StepError::io(&sibling, error))?;
        }
        let now = Now::at(&full).map_err(|error| StepError::io(&full, error))?;
        if now.is(entry.before) {
            continue;
        }
        if !now.is(entry.after) {
            edited.push(entry.path.clone());
            continue;
        }
        match entry.before {
            None => disk.remove_file(&full).map_err(|error| StepError::io(&full, error))?,
            Some(before) => {
                let aside = layout.before(index);
                if Now::at(&aside).map_err(|error| StepError::io(&aside, error))? != Now::Holds(before) {
                    return Err(StepError::Damaged { path: layout.step.clone() });
                }
                put(disk, &aside, &full, index)?;
            }
        }
        note_folder(&mut changed_folders, &full);
    }
    for folder in journal.made.iter().rev() {
        remove_if_empty(disk, &places.root().join(folder.to_path()))?;
    }
    sync_folders(disk, layout, changed_folders)?;
    Ok(edited)
}

/// Undoes whatever a step that failed has done so far, and clears up.
pub(super) fn take_back(root: &Path, disk: &dyn Disk, layout: &Layout) -> Result<(), StepError> {
    if fs::symlink_metadata(layout.journal()).is_ok() {
        turn_back(disk, layout)?;
        if let Some(journal) = read(layout, &layout.rollback())? {
            back(root, disk, layout, &journal)?;
        }
        return retire(disk, layout, Keep::Nothing);
    }
    remove(disk, &layout.step)
}

/// From here on the step goes back, whoever comes next.
fn turn_back(disk: &dyn Disk, layout: &Layout) -> Result<(), StepError> {
    disk.rename(&layout.journal(), &layout.rollback())
        .and_then(|()| disk.sync_dir(&layout.step))
        .map_err(|error| StepError::io(&layout.step, error))
}

/// Clears up after a step that is done, and keeps the way back where it is wanted.
pub(super) fn retire(disk: &dyn Disk, layout: &Layout, keep: Keep) -> Result<(), StepError> {
    let Layout { local, step, undo, old } = layout;
    // What an earlier end left half cleared.
    let rename = |from: &Path, to: &Path| disk.rename(from, to).map_err(|error| StepError::io(from, error));
    remove(disk, old)?;
    let has_undo = fs::symlink_metadata(undo).is_ok();
    match keep {
        Keep::AsUndo => {
            if has_undo {
                rename(undo, old)?;
            }
            rename(step, undo)?;
        }
        Keep::Nothing => rename(step, old)?,
        Keep::NothingAtAll => {
            // Both go at once, and are removed once the undo is on the disk: a kill during a long
            // removal then costs nothing but the rubbish.
            if has_undo {
                rename(undo, &step.join("undone"))?;
            }
            rename(step, old)?;
        }
    }
    // Before anyone is told that the step is done: a journal that came back after a power cut
    // would be applied to a tree that has gone on since.
    disk.sync_dir(local).map_err(|error| StepError::io(local, error))?;
    // The step is done. What is left is rubbish, which the next one clears away if need be; a
    // stage has something in it where files had to be copied into place.
    let _ = remove(disk, old);
    let _ = remove(disk, &undo.join("stage"));
    Ok(())
}

/// The error of a step that has happened and that could be neither completed nor taken back;
/// `error` if nothing has happened at all.
pub(super) fn interrupted(layout: &Layout, error: StepError, second: StepError) -> StepError {
    let pending = [layout.journal(), layout.rollback()];
    if pending.iter().all(|file| fs::symlink_metadata(file).is_err()) {
        return error;
    }
    match [error, second] {
        [StepError::Io { path, cause }, _] | [_, StepError::Io { path, cause }] => {
            StepError::Interrupted { path, cause }
        }
        [_, second] => second,
    }
}

fn read(layout: &Layout, file: &Path) -> Result<Option<Journal>, StepError> {
    let bytes = match fs::read(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        bytes => bytes.map_err(|error| StepError::io(file, error))?,
    };
    match Journal::from_bytes(&bytes) {
        Some(journal) => Ok(Some(journal)),
        None => Err(StepError::Damaged { path: layout.step.clone() }),
    }
}

fn remove(disk: &dyn Disk, dir: &Path) -> Result<(), StepError> {
    disk::remove_tree(disk, dir).map_err(|error| StepError::io(dir, error))
}

/// Where an entry stands; an error if a link has come into its way since the step was planned.
fn full_path(places: &mut Places, entry: &Entry) -> Result<PathBuf, StepError> {
    let moved = || StepError::Outside { path: entry.path.clone() };
    match places.parent(&entry.path) {
        Ok(place) if place.real == entry.path => Ok(place.full),
        Ok(_) => Err(moved()),
        Err(error) => Err(StepError::of_place(&entry.path, Path::new(entry.path.as_str()), error)),
    }
}

fn as_stamped(full: &Path, stamp: Option<Stamp>) -> bool {
    match (fs::symlink_metadata(full), stamp) {
        (Err(error), None) => error.kind() == io::ErrorKind::NotFound,
        // Without the ctime: a second name, given to or taken from a file, changes it.
        (Ok(found), Some(stamp)) => {
            let now = Stamp::of(&found);
            found.is_file() && (now.size, now.mtime_ns, now.ino) == (stamp.size, stamp.mtime_ns, stamp.ino)
        }
        _ => false,
    }
}

fn make_folders(disk: &dyn Disk, root: &Path, folders: &[TreePath]) -> Result<(), StepError> {
    for folder in folders {
        let problem = |problem| StepError::Path { path: folder.clone(), problem };
        inside::check_written(folder).map_err(problem)?;
        let full = root.join(folder.to_path());
        match disk.create_dir(&full) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(StepError::io(&full, error));
            }
            _ => {}
        }
    }
    Ok(())
}

fn remove_if_empty(disk: &dyn Disk, folder: &Path) -> Result<(), StepError> {
    use io::ErrorKind::{DirectoryNotEmpty, NotADirectory, NotFound};
    // Looked at first, so that a folder in use costs no refusal.
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none()) {
        match disk.remove_dir(folder) {
            Err(error) if !matches!(error.kind(), DirectoryNotEmpty | NotADirectory | NotFound) => {
                return Err(StepError::io(folder, error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Puts the file `from` in the place `full`: by rename, or, where that is on another file system,
/// by a copy beside it, flushed and renamed.
fn put(disk: &dyn Disk, from: &Path, full: &Path, index: usize) -> Result<(), StepError> {
    match disk.rename(from, full) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {}
        done => return done.map_err(|error| StepError::io(full, error)),
    }
    let sibling = sibling(full, index);
    let copy = || {
        if fs::symlink_metadata(&sibling).is_ok() {
            disk.remove_file(&sibling)?;
        }
        let mode = fs::metadata(from)?.permissions();
        disk.write_new(&sibling, &fs::read(from)?, Some(&mode))?;
        disk.sync_file(&sibling)?;
        disk.rename(&sibling, full)?;
        full.parent().map_or(Ok(()), |folder| disk.sync_dir(folder))
    };
    copy().map_err(|error| StepError::io(full, error))
}

/// A name of one length for every file, so that a long name does not become too long.
fn sibling(full: &Path, index: usize) -> PathBuf {
    full.with_file_name(format!(".cotejo-step-{index}"))
}

/// Entries are sorted by path, so that files of one folder mostly come together.
fn note_folder(folders: &mut Vec<PathBuf>, full: &Path) {
    if let Some(folder) = full.parent()
        && folders.last().is_none_or(|last| last != folder)
    {
        folders.push(folder.to_owned());
    }
}

fn sync_folders(disk: &dyn Disk, layout: &Layout, mut folders: Vec<PathBuf>) -> Result<(), StepError> {
    folders.sort();
    folders.dedup();
    // A folder that was removed has nothing to flush but its parent's names.
    folders.retain(|folder| folder.is_dir());
    disk::sync(disk, &[], &folders).map_err(|error| StepError::io(&layout.local, error))
}
