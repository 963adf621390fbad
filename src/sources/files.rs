//! Reading a file of the project, whatever stands at its path.
//!
//! A path may lead to a FIFO that never answers, a device, a gigabyte, a link out of the
//! project, or a file that an editor is writing at this moment. Each is an error of its own; a
//! file that is returned is one state of one regular file inside the project.
//!
//! Links are left to the kernel where it can (`openat2` with `RESOLVE_BENEATH`, Linux 5.6: no
//! step of the way may leave the root, with no gap between check and use). It also refuses
//! absolute links that lead back inside; for those, and on other systems, the path is resolved
//! first and the file then opened without following a link.

use std::borrow::Cow;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::domain::article::TreePath;

use super::cause::Cause;
pub use super::fingerprint::{Fingerprint, fingerprint};
use super::inside::{self, PathProblem};

/// What bounds a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The size in bytes beyond which a file is refused unread.
    pub max_bytes: u64,
}

impl Default for Limits {
    /// 64 MiB: a hundred times the longest page anyone translates.
    fn default() -> Self {
        Limits { max_bytes: 64 << 20 }
    }
}

/// What the file system says of a file without its bytes being read: while this stays the same,
/// so (but see [`Stamp::is_racy`]) do the bytes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Stamp {
    /// The size in bytes.
    pub size: u64,
    /// When the bytes were last written, in nanoseconds since 1970; never shown to anyone as a date.
    pub mtime_ns: i64,
    /// When the file was last changed in any way (nobody can set it); 0 where the system has none.
    pub ctime_ns: i64,
    /// The file's number, another one once an editor has replaced the file; 0 where there is none.
    pub ino: u64,
}

/// File systems stamp by a clock that ticks: Linux by its timer, at most 10 ms.
const TICK_NS: i64 = 20_000_000;
/// FAT counts in two seconds, HFS+ and old network systems in one.
const COARSE_NS: i64 = 2_000_000_000;

impl Stamp {
    /// The stamp of an open file or of what `fs::metadata` found.
    pub fn of(found: &Metadata) -> Stamp {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Stamp {
                size: found.size(),
                mtime_ns: nanoseconds(found.mtime(), found.mtime_nsec()),
                ctime_ns: nanoseconds(found.ctime(), found.ctime_nsec()),
                ino: found.ino(),
            }
        }
        #[cfg(not(unix))]
        {
            let since = |time: std::time::SystemTime| time.duration_since(std::time::UNIX_EPOCH).ok();
            let mtime = found.modified().ok().and_then(since);
            let mtime_ns = mtime.and_then(|time| i64::try_from(time.as_nanos()).ok()).unwrap_or(0);
            Stamp { size: found.len(), mtime_ns, ctime_ns: 0, ino: 0 }
        }
    }

    /// Its four numbers, little-endian.
    pub fn to_bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (slot, part) in bytes.chunks_exact_mut(8).zip([
            self.size.to_le_bytes(),
            self.mtime_ns.to_le_bytes(),
            self.ctime_ns.to_le_bytes(),
            self.ino.to_le_bytes(),
        ]) {
            slot.copy_from_slice(&part);
        }
        bytes
    }

    /// Whether a file with this stamp, read at `seen_ns` (nanoseconds since 1970, by the clock
    /// of this machine), may have been written again since without its stamp telling: the stamp
    /// is as young as the tick of the file system's clock. What was learnt from such a file is
    /// not kept, as git's index does not trust an entry that is as young as the index
    /// ("racy git", Hamano 2006).
    pub fn is_racy(&self, seen_ns: i64) -> bool {
        let youngest = self.mtime_ns.max(self.ctime_ns);
        let whole_seconds = self.mtime_ns % 1_000_000_000 == 0 && self.ctime_ns % 1_000_000_000 == 0;
        let tick = if whole_seconds { COARSE_NS } else { TICK_NS };
        youngest.saturating_add(tick) >= seen_ns
    }
}

/// Nanoseconds since 1970, at the end of what an `i64` holds (the year 2262) no further.
pub(super) fn nanoseconds(seconds: i64, part: i64) -> i64 {
    seconds.saturating_mul(1_000_000_000).saturating_add(part)
}

/// Now, in nanoseconds since 1970, by the clock that [`Stamp::is_racy`] compares with. For
/// stamps alone; reports and gates ask [`super::clock::Clock`].
pub fn stamp_time() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |now| i64::try_from(now.as_nanos()).unwrap_or(i64::MAX))
}

/// A file's bytes and the stamp it had while they were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// All of its bytes.
    pub bytes: Vec<u8>,
    /// Its stamp before the first and after the last byte.
    pub stamp: Stamp,
}

impl Contents {
    /// The bytes as text; what is no UTF-8 is replaced by U+FFFD.
    pub fn text(&self) -> Cow<'_, str> {
        simdutf8::basic::from_utf8(&self.bytes)
            .map_or_else(|_| String::from_utf8_lossy(&self.bytes), Cow::Borrowed)
    }
}

/// What stands where a file was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NotAFile {
    /// A folder.
    Folder,
    /// A FIFO, a socket or a device.
    Special,
}

/// Why a file was not read; each holds the path asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The path is malformed; the user mends it where it is written.
    Path {
        /// The path asked for.
        path: TreePath,
        /// What is wrong with it.
        problem: PathProblem,
    },
    /// There is no such file, or not any more; the user restores it or forgets it.
    Missing {
        /// The path asked for.
        path: TreePath,
    },
    /// Something else has that name; the user moves it away or leaves it out by configuration.
    NotAFile {
        /// The path asked for.
        path: TreePath,
        /// What it is.
        what: NotAFile,
    },
    /// The file is larger than the limit and was not read; the user leaves it out by configuration.
    TooLarge {
        /// The path asked for.
        path: TreePath,
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The file changed while it was read, twice; the user waits for the other program to finish
    /// and runs the command again.
    Changing {
        /// The path asked for.
        path: TreePath,
    },
    /// A link on the way leads out of the project; the user puts a copy in the link's place.
    Outside {
        /// The path asked for.
        path: TreePath,
    },
    /// Links lead to each other in a circle; the user removes one.
    LinkLoop {
        /// The path asked for.
        path: TreePath,
    },
    /// The system refused: no permission (the user gives it), a failing disk.
    Io {
        /// The path asked for.
        path: TreePath,
        /// Why.
        cause: Cause,
    },
}

impl ReadError {
    /// The path asked for.
    pub fn path(&self) -> &TreePath {
        match self {
            ReadError::Path { path, .. }
            | ReadError::Missing { path }
            | ReadError::NotAFile { path, .. }
            | ReadError::TooLarge { path, .. }
            | ReadError::Changing { path }
            | ReadError::Outside { path }
            | ReadError::LinkLoop { path }
            | ReadError::Io { path, .. } => path,
        }
    }

    fn from_io(path: &TreePath, error: io::Error) -> Self {
        let path = path.clone();
        let cause = Cause::from(error);
        match cause.kind {
            _ if cause.is_link_loop() => ReadError::LinkLoop { path },
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Missing { path },
            _ => ReadError::Io { path, cause },
        }
    }
}

/// Reads the file at `path` below `root`.
pub fn read(root: &Path, path: &TreePath, limits: Limits) -> Result<Contents, ReadError> {
    for _ in 0..2 {
        if let Some(contents) = read_once(root, path, limits, || {})? {
            return Ok(contents);
        }
    }
    Err(ReadError::Changing { path: path.clone() })
}

/// The stamp of the file at `path` below `root`, its bytes unread. Follows links as [`read`] does.
pub fn stamp(root: &Path, path: &TreePath) -> Result<Stamp, ReadError> {
    // A link is rare and pays for the careful way; any other file costs one call.
    let full = located(root, path)?;
    let found = fs::symlink_metadata(&full).map_err(|error| ReadError::from_io(path, error))?;
    if found.is_file() && parents_are_plain(root, path) {
        return Ok(Stamp::of(&found));
    }
    let file = open(root, path)?;
    let found = file.metadata().map_err(|error| ReadError::from_io(path, error))?;
    regular(path, &found).map(|()| Stamp::of(&found))
}

/// One try; `None` if the file changed meanwhile. `midway` lets a test change it.
fn read_once(
    root: &Path,
    path: &TreePath,
    limits: Limits,
    midway: impl FnOnce(),
) -> Result<Option<Contents>, ReadError> {
    let of_io = |error| ReadError::from_io(path, error);
    let mut file = open(root, path)?;
    let before = file.metadata().map_err(of_io)?;
    regular(path, &before)?;
    let stamp = Stamp::of(&before);
    let too_large = |size| ReadError::TooLarge { path: path.clone(), size, limit: limits.max_bytes };
    if stamp.size > limits.max_bytes {
        return Err(too_large(stamp.size));
    }
    let mut bytes = Vec::new();
    let wanted = usize::try_from(stamp.size).unwrap_or(usize::MAX).saturating_add(1);
    bytes.try_reserve_exact(wanted).map_err(|_| too_large(stamp.size))?;
    // One byte more than there should be, to see a file that grows; never without end.
    (&mut file).take(stamp.size.saturating_add(1)).read_to_end(&mut bytes).map_err(of_io)?;
    midway();
    let after = Stamp::of(&file.metadata().map_err(of_io)?);
    let whole = bytes.len() as u64 == stamp.size && after == stamp;
    Ok(whole.then_some(Contents { bytes, stamp }))
}

fn regular(path: &TreePath, found: &Metadata) -> Result<(), ReadError> {
    let what = match found {
        found if found.is_file() => return Ok(()),
        found if found.is_dir() => NotAFile::Folder,
        _ => NotAFile::Special,
    };
    Err(ReadError::NotAFile { path: path.clone(), what })
}

fn located(root: &Path, path: &TreePath) -> Result<PathBuf, ReadError> {
    inside::check(path).map_err(|problem| ReadError::Path { path: path.clone(), problem })?;
    Ok(root.join(path.to_path()))
}

/// Whether no folder on the way to `path` is a link.
fn parents_are_plain(root: &Path, path: &TreePath) -> bool {
    path.as_str().match_indices('/').all(|(end, _)| {
        let folder: PathBuf = path.as_str()[..end].split('/').collect();
        fs::symlink_metadata(root.join(folder)).is_ok_and(|found| found.is_dir())
    })
}

/// Opens a regular file at `path`, which no link on the way takes out of `root`.
fn open(root: &Path, path: &TreePath) -> Result<File, ReadError> {
    let full = located(root, path)?;
    // To open a FIFO wakes who writes to it, and to open some devices moves them: look first. It
    // may become one before it is opened, so it is opened without waiting and looked at again.
    let found = fs::metadata(&full).map_err(|error| ReadError::from_io(path, error))?;
    regular(path, &found)?;
    #[cfg(target_os = "linux")]
    match open_beneath(root, path) {
        Ok(file) => return Ok(file),
        // Leaves the root (or seems to: an absolute link), a rename on the way, or no such call.
        Err(rustix::io::Errno::XDEV | rustix::io::Errno::AGAIN) => {}
        Err(rustix::io::Errno::NOSYS | rustix::io::Errno::PERM | rustix::io::Errno::INVAL) => {}
        Err(error) => return Err(ReadError::from_io(path, error.into())),
    }
    let of_io = |error| ReadError::from_io(path, error);
    let real = fs::canonicalize(&full).map_err(of_io)?;
    if !real.starts_with(fs::canonicalize(root).map_err(of_io)?) {
        return Err(ReadError::Outside { path: path.clone() });
    }
    open_plain(&real).map_err(of_io)
}

#[cfg(target_os = "linux")]
fn open_beneath(root: &Path, path: &TreePath) -> rustix::io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags};
    let folder = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let root = rustix::fs::openat(CWD, root, folder, Mode::empty())?;
    let file = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    rustix::fs::openat2(root, path.as_str(), file, Mode::empty(), ResolveFlags::BENEATH).map(File::from)
}

#[cfg(unix)]
fn open_plain(real: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
    Ok(rustix::fs::openat(CWD, real, flags, Mode::empty()).map(File::from)?)
}

#[cfg(not(unix))]
fn open_plain(real: &Path) -> io::Result<File> {
    File::open(real)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> TreePath {
        TreePath::new(path)
    }

    #[test]
    fn a_file_comes_with_its_bytes_and_its_stamp() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("es")).unwrap();
        fs::write(root.path().join("es/año\n.txt"), "Aduanas").unwrap();
        fs::write(root.path().join("empty"), "").unwrap();
        let contents = read(root.path(), &at("es/año\n.txt"), Limits::default()).unwrap();
        assert_eq!(contents.bytes, b"Aduanas");
        assert_eq!(contents.stamp.size, 7);
        assert_eq!(stamp(root.path(), &at("es/año\n.txt")), Ok(contents.stamp));
        assert_eq!(read(root.path(), &at("empty"), Limits::default()).unwrap().bytes, b"");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("folder")).unwrap();
        fs::write(root.path().join("file"), "12345").unwrap();
        // A gigabyte that takes no room; reading it would.
        File::create(root.path().join("huge")).unwrap().set_len(1 << 30).unwrap();
        let error = |path: &str, max_bytes| read(root.path(), &at(path), Limits { max_bytes }).unwrap_err();
        let limit = Limits::default().max_bytes;
        assert_eq!(error("none", limit), ReadError::Missing { path: at("none") });
        assert_eq!(error("file/below", limit), ReadError::Missing { path: at("file/below") });
        assert_eq!(
            error("folder", limit),
            ReadError::NotAFile { path: at("folder"), what: NotAFile::Folder }
        );
        assert_eq!(
            error("../file", limit),
            ReadError::Path { path: at("../file"), problem: PathProblem::Dots }
        );
        assert_eq!(error("file", 4), ReadError::TooLarge { path: at("file"), size: 5, limit: 4 });
        assert_eq!(error("huge", limit), ReadError::TooLarge { path: at("huge"), size: 1 << 30, limit });
        assert_eq!(read(root.path(), &at("file"), Limits { max_bytes: 5 }).unwrap().bytes, b"12345");
    }

    #[cfg(unix)]
    #[test]
    fn a_fifo_and_a_device_do_not_hang() {
        let root = tempfile::tempdir().unwrap();
        let fifo = root.path().join("fifo");
        let made = std::process::Command::new("mkfifo").arg(&fifo).status();
        assert!(made.is_ok_and(|status| status.success()));
        let special = |path: &str| ReadError::NotAFile { path: at(path), what: NotAFile::Special };
        assert_eq!(read(root.path(), &at("fifo"), Limits::default()), Err(special("fifo")));
        assert_eq!(stamp(root.path(), &at("fifo")), Err(special("fifo")));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_inside_the_project_only() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("root");
        fs::create_dir_all(root.join("en")).unwrap();
        fs::write(root.join("en/a"), "inside").unwrap();
        fs::write(dir.path().join("secret"), "outside").unwrap();
        symlink("en/a", root.join("relative")).unwrap();
        symlink(root.join("en/a"), root.join("absolute")).unwrap();
        symlink("../root/en/a", root.join("detour")).unwrap();
        symlink("en", root.join("folder")).unwrap();
        symlink("../secret", root.join("out")).unwrap();
        symlink("..", root.join("up")).unwrap();
        symlink(dir.path().join("secret"), root.join("absolute-out")).unwrap();
        symlink("loop", root.join("loop")).unwrap();
        for path in ["relative", "absolute", "detour", "folder/a"] {
            let contents = read(&root, &at(path), Limits::default()).unwrap();
            assert_eq!(contents.bytes, b"inside", "{path}");
            assert_eq!(stamp(&root, &at(path)), Ok(contents.stamp), "{path}");
        }
        for path in ["out", "up/secret", "absolute-out"] {
            let outside = ReadError::Outside { path: at(path) };
            assert_eq!(read(&root, &at(path), Limits::default()), Err(outside.clone()), "{path}");
            assert_eq!(stamp(&root, &at(path)), Err(outside), "{path}");
        }
        assert_eq!(
            read(&root, &at("loop"), Limits::default()),
            Err(ReadError::LinkLoop { path: at("loop") })
        );
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_not_returned() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("a");
        let limits = Limits::default();
        for change in ["longer than before", "short"] {
            fs::write(&file, "before").unwrap();
            let contents = read_once(root.path(), &at("a"), limits, || fs::write(&file, change).unwrap());
            assert_eq!(contents, Ok(None), "{change}");
        }
        // A file that another one replaced is still whole: it is the one that was opened.
        fs::write(root.path().join("b"), "replaced").unwrap();
        let contents = read_once(root.path(), &at("a"), limits, || {
            fs::rename(root.path().join("b"), &file).unwrap();
        });
        // Losing its name changes a file's ctime, so it may be read again but never mixed.
        assert!(contents.unwrap().is_none_or(|contents| contents.bytes == b"short"));
        assert_eq!(read(root.path(), &at("a"), limits).unwrap().bytes, b"replaced");
    }

    #[test]
    fn a_stamp_is_trusted_only_once_the_clock_has_ticked() {
        let stamp = |mtime_ns, ctime_ns| Stamp { size: 1, mtime_ns, ctime_ns, ino: 7 };
        let second = 1_000_000_000;
        let fine = stamp(100 * second + 5, 100 * second + 5);
        assert!(fine.is_racy(100 * second + 6));
        assert!(fine.is_racy(100 * second));
        assert!(!fine.is_racy(100 * second + 50_000_000));
        // A file system that counts whole seconds.
        let coarse = stamp(100 * second, 100 * second);
        assert!(coarse.is_racy(101 * second));
        assert!(!coarse.is_racy(103 * second));
        // A modification time that someone set back does not hide the change.
        assert!(stamp(5, 100 * second + 5).is_racy(100 * second + 6));
    }
}
