//! The one door through which cotejo writes.
//!
//! Writing is a handful of small operations, each whole or not there at all except the writing
//! of a new file's bytes. What must survive a kill is built from them ([`super::step`]), and
//! [`StopAfter`] lets a test end the process's life at every one.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::domain::article::TreePath;

/// From how many files on one flush of the whole file system is cheaper than one for each file.
const MANY: usize = 24;

/// Writing. Paths are the system's own, complete; who calls has made sure that they lie inside
/// the project ([`super::inside`]).
pub trait Disk: Sync + Send {
    /// Told of each article, page and record before its text is read. Does nothing; a test's disk
    /// counts, to see that nothing is read that the caches answer for.
    fn will_read(&self, _path: &TreePath) {}

    /// Makes one folder; its parent must be there.
    fn create_dir(&self, dir: &Path) -> io::Result<()>;

    /// Makes a new file of these bytes; an error if anything has that name already, a link that
    /// leads nowhere included. `mode` where another file's permissions are to be kept.
    fn write_new(&self, file: &Path, bytes: &[u8], mode: Option<&Permissions>) -> io::Result<()>;

    /// Gives a file a second name on the same file system (a hard link).
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a file or a folder another name, at once; a file that had that name is gone.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file, or a link and not what it leads to.
    fn remove_file(&self, file: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    fn remove_dir(&self, dir: &Path) -> io::Result<()>;

    /// Waits until the file's bytes are on the disk.
    fn sync_file(&self, file: &Path) -> io::Result<()>;

    /// Waits until the names in the folder are on the disk; nothing where the system has no such call.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Waits until all of the file system that holds `dir` is on the disk. An error of the kind
    /// `Unsupported` where the system cannot do it.
    fn sync_all(&self, dir: &Path) -> io::Result<()>;
}

/// Waits until these files and the names in these folders are on the disk, one by one or, where
/// they are many, each file system at once. Every file is on the file system of one of the folders.
pub(super) fn sync(disk: &dyn Disk, files: &[PathBuf], dirs: &[PathBuf]) -> io::Result<()> {
    if files.len() + dirs.len() >= MANY {
        let all = |dirs: Vec<&PathBuf>| dirs.into_iter().try_for_each(|dir| disk.sync_all(dir));
        match one_of_each_file_system(dirs).and_then(all) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            done => return done,
        }
    }
    files.iter().try_for_each(|file| disk.sync_file(file))?;
    dirs.iter().try_for_each(|dir| disk.sync_dir(dir))
}

#[cfg(unix)]
fn one_of_each_file_system(dirs: &[PathBuf]) -> io::Result<Vec<&PathBuf>> {
    use std::os::unix::fs::MetadataExt;
    let mut by_device = std::collections::BTreeMap::new();
    for dir in dirs {
        by_device.entry(fs::metadata(dir)?.dev()).or_insert(dir);
    }
    Ok(by_device.into_values().collect())
}

#[cfg(not(unix))]
fn one_of_each_file_system(_: &[PathBuf]) -> io::Result<Vec<&PathBuf>> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Removes a folder with what is in it, links themselves and not what they lead to. No error if
/// it is not there. For folders of cotejo's own, three levels deep at most.
pub(super) fn remove_tree(disk: &dyn Disk, dir: &Path) -> io::Result<()> {
    remove_levels(disk, dir, 3)
}

fn remove_levels(disk: &dyn Disk, dir: &Path, levels: usize) -> io::Result<()> {
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        match levels.checked_sub(1) {
            Some(left) if entry.file_type()?.is_dir() => remove_levels(disk, &entry.path(), left)?,
            _ => disk.remove_file(&entry.path())?,
        }
    }
    disk.remove_dir(dir)
}

/// The machine's file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        fs::create_dir(dir)
    }

    fn write_new(&self, file: &Path, bytes: &[u8], mode: Option<&Permissions>) -> io::Result<()> {
        let mut new = OpenOptions::new().write(true).create_new(true).open(file)?;
        new.write_all(bytes)?;
        match mode {
            Some(mode) if new.metadata()?.permissions() != *mode => new.set_permissions(mode.clone()),
            _ => Ok(()),
        }
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, file: &Path) -> io::Result<()> {
        fs::remove_file(file)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs::remove_dir(dir)
    }

    fn sync_file(&self, file: &Path) -> io::Result<()> {
        // Windows flushes only what is open for writing; Unix flushes whatever is open.
        OpenOptions::new().read(true).write(cfg!(windows)).open(file)?.sync_all()
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
    }

    fn sync_all(&self, dir: &Path) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        return Ok(rustix::fs::syncfs(File::open(dir)?)?);
        #[cfg(not(target_os = "linux"))]
        {
            let _ = dir;
            Err(io::ErrorKind::Unsupported.into())
        }
    }
}

/// How a [`StopAfter`] ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// As SIGKILL does: nothing happens any more.
    Kill,
    /// As a full disk does: what needs room is refused, removing and renaming go on.
    Full,
}

/// For tests: a disk that does `writes` operations, half of the next one (half of a new file's
/// bytes; no half of anything else), and then stops.
#[derive(Debug)]
pub struct StopAfter<D> {
    inner: D,
    writes: usize,
    how: Stop,
    asked: AtomicUsize,
}

impl<D: Disk> StopAfter<D> {
    /// A disk over `inner` that stops in operation number `writes`, counted from 0.
    pub fn new(inner: D, writes: usize, how: Stop) -> Self {
        StopAfter { inner, writes, how, asked: AtomicUsize::new(0) }
    }

    /// How many operations were asked for so far, refused ones included.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    /// Counts an operation and tells whether it is refused, and whether it is the first that is.
    fn refuses(&self, needs_room: bool) -> Option<Refusal> {
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        if number < self.writes || (self.how == Stop::Full && !needs_room) {
            return None;
        }
        let error = match self.how {
            Stop::Kill => io::Error::other("killed"),
            Stop::Full => io::ErrorKind::StorageFull.into(),
        };
        Some(Refusal { error, half: number == self.writes || self.how == Stop::Full })
    }

    fn unless_refused(&self, needs_room: bool, act: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        match self.refuses(needs_room) {
            Some(refusal) => Err(refusal.error),
            None => act(),
        }
    }
}

struct Refusal {
    error: io::Error,
    half: bool,
}

impl<D: Disk> Disk for StopAfter<D> {
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        self.unless_refused(true, || self.inner.create_dir(dir))
    }

    fn write_new(&self, file: &Path, bytes: &[u8], mode: Option<&Permissions>) -> io::Result<()> {
        let Some(refusal) = self.refuses(true) else { return self.inner.write_new(file, bytes, mode) };
        if refusal.half {
            self.inner.write_new(file, &bytes[..bytes.len() / 2], None)?;
        }
        Err(refusal.error)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.unless_refused(true, || self.inner.link(from, to))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.unless_refused(false, || self.inner.rename(from, to))
    }

    fn remove_file(&self, file: &Path) -> io::Result<()> {
        self.unless_refused(false, || self.inner.remove_file(file))
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.unless_refused(false, || self.inner.remove_dir(dir))
    }

    fn sync_file(&self, file: &Path) -> io::Result<()> {
        self.unless_refused(false, || self.inner.sync_file(file))
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.unless_refused(false, || self.inner.sync_dir(dir))
    }

    fn sync_all(&self, dir: &Path) -> io::Result<()> {
        self.unless_refused(false, || self.inner.sync_all(dir))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_killed_disk_leaves_half_a_file_and_then_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let disk = StopAfter::new(RealDisk, 1, Stop::Kill);
        disk.write_new(&at("whole"), b"12345678", None).unwrap();
        disk.write_new(&at("half"), b"12345678", None).unwrap_err();
        disk.write_new(&at("none"), b"12345678", None).unwrap_err();
        disk.remove_file(&at("whole")).unwrap_err();
        assert_eq!(fs::read(at("whole")).unwrap(), b"12345678");
        assert_eq!(fs::read(at("half")).unwrap(), b"1234");
        assert!(!at("none").exists());
        assert_eq!(disk.asked(), 4);
    }

    #[test]
    fn a_full_disk_still_lets_go_of_files() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("old"), "x").unwrap();
        let disk = StopAfter::new(RealDisk, 0, Stop::Full);
        let error = disk.create_dir(&dir.path().join("new")).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        disk.remove_file(&dir.path().join("old")).unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_new_file_never_replaces_what_is_there() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a");
        RealDisk.write_new(&file, b"mine", None).unwrap();
        let error = RealDisk.write_new(&file, b"other", None).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&file).unwrap(), b"mine");
    }

    #[cfg(unix)]
    #[test]
    fn removing_a_tree_leaves_what_its_links_lead_to() {
        let dir = tempfile::tempdir().unwrap();
        let tree = dir.path().join("tree");
        fs::create_dir_all(tree.join("below")).unwrap();
        fs::create_dir(dir.path().join("other")).unwrap();
        fs::write(dir.path().join("other/kept"), "x").unwrap();
        std::os::unix::fs::symlink(dir.path().join("other"), tree.join("below/link")).unwrap();
        remove_tree(&RealDisk, &tree).unwrap();
        assert!(!tree.exists());
        assert!(dir.path().join("other/kept").exists());
        remove_tree(&RealDisk, &tree).unwrap();
    }
}
