//! One writer at a time, or any number of readers.
//!
//! The lock is the operating system's, on the file `.cotejo/local/lock`: it goes when its holder
//! goes, however it goes, so that nothing is left to clean after a kill. A writer leaves its
//! process number and command in the file, for the message that another one gets; nothing else
//! depends on them.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::cause::Cause;
use super::disk::Disk;
use super::local::{self, LocalError};

/// Who holds the lock, by its own word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its process number.
    pub pid: u32,
    /// The command it runs; what a stranger wrote there is cut to 200 characters.
    pub command: String,
}

/// Why there is no lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockError {
    /// Another cotejo is at work; the user waits for it to finish, or stops it.
    Held {
        /// Who it is; `None` if it reads only, or has not said yet.
        by: Option<Holder>,
        /// How long this process waited.
        waited: Duration,
    },
    /// `.cotejo/local` cannot be used.
    Local(LocalError),
    /// The lock file is a link or no file; the user removes it.
    NotAFile {
        /// The lock file.
        path: PathBuf,
    },
    /// The file system cannot lock, or refuses to: the user gives permission, or moves the
    /// project to a file system that can.
    Io {
        /// The lock file.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
}

/// The right to write in a project; given back when dropped, or when the process ends.
#[derive(Debug)]
pub struct ExclusiveLock {
    file: File,
    root: PathBuf,
}

impl ExclusiveLock {
    /// Takes the lock of the project at `root`, waiting for at most `wait` while others have it.
    /// `command` is what others are told.
    pub fn take(root: &Path, disk: &dyn Disk, command: &str, wait: Duration) -> Result<Self, LockError> {
        let path = local::prepare(root, disk).map_err(LockError::Local)?.join("lock");
        let mut file = take(&path, true, wait)?;
        let mut line = format!("{} ", std::process::id());
        line.extend(command.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200));
        // Informational only: a full disk does not keep anyone from working.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{line}"));
        let root = fs::canonicalize(root).map_err(|error| io_error(root, error))?;
        Ok(ExclusiveLock { file, root })
    }

    /// Whether this is the lock of the project at `root`.
    pub fn guards(&self, root: &Path) -> bool {
        fs::canonicalize(root).is_ok_and(|root| root == self.root)
    }
}

impl Drop for ExclusiveLock {
    fn drop(&mut self) {
        // So that a reader who comes next is not taken for this writer.
        let _ = self.file.set_len(0);
        let _ = self.file.unlock();
    }
}

/// The right to read in a project while nobody writes.
#[derive(Debug)]
pub struct SharedLock {
    file: Option<File>,
    without: Option<Cause>,
}

impl SharedLock {
    /// Takes a share of the lock, waiting for at most `wait` while someone writes. Where no lock
    /// file can be made (a read-only file system, a checkout of another user) there is no writer
    /// on this machine either: the reader goes on without, and [`SharedLock::without`] says why.
    pub fn take(root: &Path, disk: &dyn Disk, wait: Duration) -> Result<Self, LockError> {
        let path = match local::prepare(root, disk) {
            Ok(local) => local.join("lock"),
            // There may be a lock file even so: a full disk has no room for `.gitignore`.
            Err(LocalError::Io { .. }) => local::folder(root).join("lock"),
            Err(error) => return Err(LockError::Local(error)),
        };
        match take(&path, false, wait) {
            Ok(file) => Ok(SharedLock { file: Some(file), without: None }),
            Err(LockError::Io { cause, .. }) => Ok(SharedLock { file: None, without: Some(cause) }),
            Err(error) => Err(error),
        }
    }

    /// Why the reader goes on without a lock; `None` if it has one.
    pub fn without(&self) -> Option<Cause> {
        self.without
    }
}

impl Drop for SharedLock {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = file.unlock();
        }
    }
}

fn io_error(path: &Path, error: io::Error) -> LockError {
    LockError::Io { path: path.to_owned(), cause: error.into() }
}

fn take(path: &Path, exclusive: bool, wait: Duration) -> Result<File, LockError> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        let file = open(path, exclusive)?;
        match if exclusive { file.try_lock() } else { file.try_lock_shared() } {
            // Someone may have removed `.cotejo/local` and begun anew between open and lock.
            Ok(()) if still_there(&file, path) => {
                forget_holder(&file, exclusive);
                return Ok(file);
            }
            Ok(()) => {}
            Err(TryLockError::Error(error)) => return Err(io_error(path, error)),
            Err(TryLockError::WouldBlock) => {
                let waited = start.elapsed();
                if waited >= wait {
                    return Err(LockError::Held { by: holder(&file), waited });
                }
                std::thread::sleep(pause.min(wait.saturating_sub(waited)));
                pause = (pause * 2).min(Duration::from_millis(50));
            }
        }
        if start.elapsed() > wait.saturating_add(Duration::from_secs(5)) {
            return Err(LockError::Held { by: None, waited: start.elapsed() });
        }
    }
}

/// Opens the lock file, a link never: a project that one cloned could have a link there, and a
/// writer writes into the file.
fn open(path: &Path, exclusive: bool) -> Result<File, LockError> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    }
    let file = match options.clone().write(true).create(true).truncate(false).open(path) {
        Err(_) if !exclusive => options.open(path),
        opened => opened,
    };
    let file = match file {
        Err(error) if Cause::from(error.kind()).kind == io::ErrorKind::NotFound => {
            return Err(io_error(path, error));
        }
        Err(error) => {
            let odd = fs::symlink_metadata(path).is_ok_and(|found| !found.is_file());
            return Err(match odd {
                true => LockError::NotAFile { path: path.to_owned() },
                false => io_error(path, error),
            });
        }
        Ok(file) => file,
    };
    match file.metadata() {
        Ok(found) if found.is_file() => Ok(file),
        Ok(_) => Err(LockError::NotAFile { path: path.to_owned() }),
        Err(error) => Err(io_error(path, error)),
    }
}

/// Whether the locked file is still the one of that name.
fn still_there(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        match (file.metadata(), fs::symlink_metadata(path)) {
            (Ok(held), Ok(named)) => held.ino() == named.ino() && held.dev() == named.dev(),
            _ => false,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = (file, path);
        true
    }
}

/// A writer that was killed left its name; who has the lock now knows that it is gone.
fn forget_holder(file: &File, exclusive: bool) {
    if !exclusive && file.metadata().is_ok_and(|found| found.len() > 0) {
        let _ = file.set_len(0);
    }
}

fn holder(mut file: &File) -> Option<Holder> {
    let mut text = Vec::new();
    file.rewind().ok()?;
    file.take(1000).read_to_end(&mut text).ok()?;
    let text = String::from_utf8_lossy(&text);
    let (pid, command) = text.lines().next()?.split_once(' ')?;
    Some(Holder { pid: pid.parse().ok()?, command: command.chars().take(200).collect() })
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use super::*;

    const NOT_AT_ALL: Duration = Duration::ZERO;

    fn write(root: &Path) -> Result<ExclusiveLock, LockError> {
        ExclusiveLock::take(root, &RealDisk, "accept --all", NOT_AT_ALL)
    }

    #[test]
    fn one_writer_or_many_readers() {
        let root = tempfile::tempdir().unwrap();
        let writer = write(root.path()).unwrap();
        let me = Holder { pid: std::process::id(), command: "accept --all".into() };
        for error in [
            write(root.path()).unwrap_err(),
            SharedLock::take(root.path(), &RealDisk, NOT_AT_ALL).unwrap_err(),
        ] {
            assert!(matches!(&error, LockError::Held { by: Some(by), .. } if *by == me), "{error:?}");
        }
        drop(writer);
        let readers = [(); 2].map(|()| SharedLock::take(root.path(), &RealDisk, NOT_AT_ALL).unwrap());
        assert!(readers.iter().all(|reader| reader.without().is_none()));
        let error = write(root.path()).unwrap_err();
        assert!(matches!(error, LockError::Held { by: None, .. }), "{error:?}");
        drop(readers);
        write(root.path()).unwrap();
    }

    #[test]
    fn who_waits_gets_the_lock_when_it_is_free() {
        let root = tempfile::tempdir().unwrap();
        let writer = write(root.path()).unwrap();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| {
                ExclusiveLock::take(root.path(), &RealDisk, "other", Duration::from_secs(20)).map(drop)
            });
            std::thread::sleep(Duration::from_millis(30));
            assert!(!waiting.is_finished());
            drop(writer);
            assert_eq!(waiting.join().unwrap(), Ok(()));
        });
    }

    #[test]
    fn a_lock_is_of_one_project() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let lock = write(one.path()).unwrap();
        assert!(lock.guards(&one.path().join(".")));
        assert!(!lock.guards(other.path()));
    }

    const CHILD: &str = "COTEJO_TEST_HOLD_LOCK_OF";

    /// Not a test of its own: the other process of the next one.
    #[test]
    #[allow(clippy::disallowed_macros, reason = "the other process waits for this word")]
    fn child_that_holds_the_lock() {
        let Some(root) = std::env::var_os(CHILD) else { return };
        let _lock = ExclusiveLock::take(Path::new(&root), &RealDisk, "push", NOT_AT_ALL).unwrap();
        println!("held");
        std::thread::sleep(Duration::from_secs(600));
    }

    #[test]
    fn another_process_keeps_the_lock_until_it_is_killed() {
        use std::io::{BufRead, BufReader};
        let root = tempfile::tempdir().unwrap();
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "sources::lock::tests::child_that_holds_the_lock", "--nocapture"])
            .env(CHILD, root.path())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().ends_with("held")));
        let other = Holder { pid: child.id(), command: "push".into() };
        let error = write(root.path()).unwrap_err();
        assert!(matches!(&error, LockError::Held { by: Some(by), .. } if *by == other), "{error:?}");
        child.kill().unwrap();
        child.wait().unwrap();
        // The name that the killed writer left is not the reader's.
        let reader = SharedLock::take(root.path(), &RealDisk, NOT_AT_ALL).unwrap();
        let error = write(root.path()).unwrap_err();
        assert!(matches!(error, LockError::Held { by: None, .. }), "{error:?}");
        drop(reader);
        write(root.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_the_lock_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        let precious = root.path().join("precious");
        fs::write(&precious, "words").unwrap();
        let local = local::prepare(root.path(), &RealDisk).unwrap();
        std::os::unix::fs::symlink(&precious, local.join("lock")).unwrap();
        assert_eq!(write(root.path()).unwrap_err(), LockError::NotAFile { path: local.join("lock") });
        assert_eq!(fs::read_to_string(precious).unwrap(), "words");
    }

    #[test]
    fn a_reader_goes_on_where_nothing_can_be_written() {
        use super::super::disk::{Stop, StopAfter};
        let root = tempfile::tempdir().unwrap();
        let read_only = StopAfter::new(RealDisk, 0, Stop::Full);
        let reader = SharedLock::take(root.path(), &read_only, NOT_AT_ALL).unwrap();
        assert!(reader.without().is_some());
        let error = ExclusiveLock::take(root.path(), &read_only, "accept", NOT_AT_ALL).unwrap_err();
        assert!(matches!(error, LockError::Local(LocalError::Io { .. })), "{error:?}");
    }
}
