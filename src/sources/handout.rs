//! Files handed to somebody: written where the user says, in the project or out of it, and never over
//! something that stands there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cause::Cause;
use super::disk::Disk;

/// Why a file could not be handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoutError {
    /// The file or folder.
    pub path: PathBuf,
    /// Why.
    pub cause: Cause,
}

/// Writes new files, their folders too; each is whole or not there. On an error those already written
/// are removed again.
pub fn write(disk: &dyn Disk, files: &[(PathBuf, Vec<u8>)]) -> Result<(), HandoutError> {
    let mut done: Vec<&Path> = Vec::new();
    for (path, bytes) in files {
        if let Err((path, error)) = write_one(disk, path, bytes) {
            // What can't be removed is a file too many, and the error is told all the same.
            done.iter().for_each(|path| drop(disk.remove_file(path)));
            return Err(HandoutError { path, cause: error.into() });
        }
        done.push(path);
    }
    Ok(())
}

fn write_one(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), (PathBuf, io::Error)> {
    if let Some(folder) = path.parent() {
        make(disk, folder).map_err(|error| (folder.to_owned(), error))?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = path.with_file_name(name);
    let write = || -> io::Result<()> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if fs::symlink_metadata(&new).is_ok() {
            disk.remove_file(&new)?;
        }
        disk.write_new(&new, bytes, None)?;
        disk.sync_file(&new)?;
        disk.rename(&new, path)
    };
    write().map_err(|error| (path.to_owned(), error))
}

fn make(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists()).collect();
    missing.into_iter().rev().try_for_each(|path| disk.create_dir(path))
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use super::*;

    #[test]
    fn nothing_that_stands_there_is_written_over_and_nothing_is_left_half_done() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let files = [(at("a/b/one"), b"1".to_vec()), (at("two"), b"2".to_vec())];
        fs::write(at("two"), "mine").unwrap();
        let error = write(&RealDisk, &files).unwrap_err();
        assert_eq!(error.path, at("two"));
        assert!(!at("a/b/one").exists());
        assert_eq!(fs::read_to_string(at("two")).unwrap(), "mine");
        fs::remove_file(at("two")).unwrap();
        write(&RealDisk, &files).unwrap();
        assert_eq!(fs::read_to_string(at("a/b/one")).unwrap(), "1");
    }
}
