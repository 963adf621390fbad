//! One step back.

use std::fs;
use std::io;
use std::path::Path;

use crate::domain::article::TreePath;

use super::super::disk::Disk;
use super::super::inside::Places;
use super::super::lock::ExclusiveLock;
use super::apply::{Now, recover};
use super::journal::{Journal, Keep};
use super::{Content, Layout, StepError, commit_planned};

/// What an undo did, or would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The paths that hold again what they held before the step, sorted.
    pub paths: Vec<TreePath>,
    /// Those among them where nothing stood before it, so that their files are gone again.
    pub gone: Vec<TreePath>,
}

/// Why there was no undo. The project's files are as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoError {
    /// There is no step to take back: none was made here, or it was taken back already.
    Nothing,
    /// These files are not as the step left them; the user saves them elsewhere first, or
    /// restores them, or leaves the step as it is.
    Edited {
        /// Their paths, sorted.
        paths: Vec<TreePath>,
    },
    /// The step back failed as any step may.
    Step(StepError),
}

impl From<StepError> for UndoError {
    fn from(error: StepError) -> Self {
        UndoError::Step(error)
    }
}

/// What [`undo_last`] would do. Writes nothing; an interrupted step must have been completed.
pub fn undo_plan(root: &Path) -> Result<Undone, UndoError> {
    let (journal, _) = last(root)?;
    Ok(undone(&journal))
}

/// Takes back the last step that was committed with `undo`, whole or not at all. A second call
/// does not go back further, nor forward again.
pub fn undo_last(root: &Path, disk: &dyn Disk, lock: &ExclusiveLock) -> Result<Undone, UndoError> {
    recover(root, disk, lock)?;
    let (journal, layout) = last(root)?;
    let undone = undone(&journal);
    let aside = layout.undo.join("before");
    let changes = journal.entries.into_iter().enumerate().map(|(index, entry)| {
        let kept =
            |fingerprint| (Content::Kept { file: aside.join(index.to_string()), fingerprint }, fingerprint);
        (entry.path, entry.after, entry.before.map(kept))
    });
    let unmade = journal.made.into_iter().rev().collect();
    commit_planned(root, disk, changes, Keep::NothingAtAll, unmade)?;
    Ok(undone)
}

fn undone(journal: &Journal) -> Undone {
    let entries = journal.entries.iter();
    Undone {
        paths: entries.clone().map(|entry| entry.path.clone()).collect(),
        gone: entries.filter(|entry| entry.before.is_none()).map(|entry| entry.path.clone()).collect(),
    }
}

/// The journal of the last step, where every file is as that left it.
fn last(root: &Path) -> Result<(Journal, Layout), UndoError> {
    let layout = Layout::new(root);
    let file = layout.undo.join("journal");
    let bytes = match fs::read(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(UndoError::Nothing),
        bytes => bytes.map_err(|error| StepError::io(&file, error))?,
    };
    let damaged = || StepError::Damaged { path: layout.undo.clone() };
    let journal = Journal::from_bytes(&bytes).ok_or_else(damaged)?;
    let mut places = Places::new(root).map_err(|error| StepError::io(root, error))?;
    let mut edited = Vec::new();
    for entry in &journal.entries {
        let full = root.join(entry.path.to_path());
        let now = match places.parent(&entry.path) {
            Ok(place) if place.real == entry.path => {
                Now::at(&place.full).map_err(|error| StepError::io(&full, error))?
            }
            _ => Now::Other,
        };
        if !now.is(entry.after) {
            edited.push(entry.path.clone());
        }
    }
    if edited.is_empty() { Ok((journal, layout)) } else { Err(UndoError::Edited { paths: edited }) }
}
