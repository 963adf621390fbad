//! `.cotejo/local/`: what belongs to one checkout and to nobody else. The lock, the step under
//! way, the way back and the caches live here; git never sees it, and whoever deletes it loses
//! speed and one undo, no words.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cause::Cause;
use super::disk::Disk;

/// The folder's path from the project's root.
pub const FOLDER: &str = ".cotejo/local";

/// Why the folder cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalError {
    /// It, or `.cotejo`, is a link that leads out of the project or is no folder: the user
    /// removes what stands there.
    NotAFolder {
        /// What stands in the way.
        path: PathBuf,
    },
    /// It cannot be made: a read-only file system, missing permission, a full disk.
    Io {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
}

/// Where the folder is.
pub fn folder(root: &Path) -> PathBuf {
    root.join(".cotejo").join("local")
}

/// Makes the folder if it is not there, with a `.gitignore` that keeps all of it out of git.
pub fn prepare(root: &Path, disk: &dyn Disk) -> Result<PathBuf, LocalError> {
    let local = folder(root);
    for dir in [root.join(".cotejo"), local.clone()] {
        match fs::symlink_metadata(&dir) {
            Ok(found) if found.is_dir() => {}
            // A shared checkout may link `.cotejo` to another folder of the same project.
            Ok(found) if found.is_symlink() && leads_inside(root, &dir) => {}
            Ok(_) => return Err(LocalError::NotAFolder { path: dir }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match disk.create_dir(&dir) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(LocalError::Io { path: dir, cause: error.into() });
                }
                _ => {}
            },
            Err(error) => return Err(LocalError::Io { path: dir, cause: error.into() }),
        }
    }
    let ignore = local.join(".gitignore");
    if fs::symlink_metadata(&ignore).is_err() {
        let new = local.join(".gitignore.new");
        let write = || -> io::Result<()> {
            if fs::symlink_metadata(&new).is_ok() {
                disk.remove_file(&new)?;
            }
            disk.write_new(&new, b"*\n", None)?;
            disk.rename(&new, &ignore)
        };
        match write() {
            // Another process made it between the look and the write.
            Err(_) if fs::symlink_metadata(&ignore).is_ok() => {}
            Err(error) => return Err(LocalError::Io { path: ignore, cause: error.into() }),
            Ok(()) => {}
        }
    }
    Ok(local)
}

fn leads_inside(root: &Path, link: &Path) -> bool {
    match (fs::canonicalize(root), fs::canonicalize(link)) {
        (Ok(root), Ok(real)) => real.starts_with(root) && real.is_dir(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use super::*;

    #[test]
    fn the_folder_keeps_itself_out_of_git() {
        let root = tempfile::tempdir().unwrap();
        prepare(root.path(), &RealDisk).unwrap();
        assert_eq!(fs::read_to_string(root.path().join(".cotejo/local/.gitignore")).unwrap(), "*\n");
        prepare(root.path(), &RealDisk).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_project_is_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("root");
        fs::create_dir(&root).unwrap();
        fs::create_dir(dir.path().join("home")).unwrap();
        std::os::unix::fs::symlink(dir.path().join("home"), root.join(".cotejo")).unwrap();
        let error = prepare(&root, &RealDisk).unwrap_err();
        assert_eq!(error, LocalError::NotAFolder { path: root.join(".cotejo") });
        assert_eq!(fs::read_dir(dir.path().join("home")).unwrap().count(), 0);
    }
}
