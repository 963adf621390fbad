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

/// What an undo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The paths that hold again what they held before the step, sorted.
    pub paths: Vec<TreePath>,
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

/// Takes back the last step that was committed with `undo`, whole or not at all. A second call
/// does not go back further, nor forward again.
pub fn undo_last(root: &Path, disk: &dyn Disk, lock: &ExclusiveLock) -> Result<Undone, UndoError> {
    recover(root, disk, lock)?;
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
    if !edited.is_empty() {
        return Err(UndoError::Edited { paths: edited });
    }
    let paths = journal.entries.iter().map(|entry| entry.path.clone()).collect();
    let aside = layout.undo.join("before");
    let changes = journal.entries.into_iter().enumerate().map(|(index, entry)| {
        let kept =
            |fingerprint| (Content::Kept { file: aside.join(index.to_string()), fingerprint }, fingerprint);
        (entry.path, entry.after, entry.before.map(kept))
    });
    let unmade = journal.made.into_iter().rev().collect();
    commit_planned(root, disk, changes, Keep::NothingAtAll, unmade)?;
    Ok(Undone { paths })
}
