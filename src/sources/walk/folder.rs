//! One folder: its entries, and the stamps of its files.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::super::cause::Cause;
use super::super::files::Stamp;

/// A folder with more entries than this has its files looked at in parallel.
const MANY: usize = 1024;

/// What tells one real folder from another; on systems without inodes, a hash of its full path.
pub(super) type Identity = (u64, u64);

pub(super) struct Listed {
    pub identity: Identity,
    pub entries: Vec<Entry>,
}

pub(super) struct Entry {
    /// The name, with U+FFFD for what is not Unicode.
    pub name: String,
    pub kind: Kind,
}

pub(super) enum Kind {
    File(Stamp),
    Folder,
    Link,
    Special,
    NotUnicode,
    /// The system would not say; files that are gone by now are left out instead.
    Unknown(Cause),
}

/// The first bytes of a `CACHEDIR.TAG` that means it.
const CACHE_TAG: &[u8] = b"Signature: 8a477f597d28d172789f06886806bc55";

fn is_cache(dir: &Path) -> bool {
    use std::io::Read;
    let mut start = [0; CACHE_TAG.len()];
    let tag = dir.join("CACHEDIR.TAG");
    // Looked at first: to open a FIFO would wait for a writer.
    fs::symlink_metadata(&tag).is_ok_and(|found| found.is_file())
        && fs::File::open(&tag).and_then(|mut file| file.read_exact(&mut start)).is_ok()
        && start == *CACHE_TAG
}

/// Lists a folder that is not a link. `keep` says of a name (and whether it is a folder's)
/// whether it is wanted.
pub(super) fn list(dir: &Path, keep: &(dyn Fn(&str, bool) -> bool + Sync)) -> Result<Listed, Cause> {
    let open = system::Open::new(dir)?;
    let identity = open.identity(dir)?;
    let names = open.names()?;
    if names.iter().any(|name| name.is_called("CACHEDIR.TAG")) && is_cache(dir) {
        return Ok(Listed { identity, entries: Vec::new() });
    }
    let entry = |name: system::Name| -> Option<Entry> {
        let Some(text) = name.text() else {
            return Some(Entry { name: name.lossy(), kind: Kind::NotUnicode });
        };
        let kind = match name.guess() {
            // A folder to be passed over is not even looked at.
            Some(is_folder) if !keep(text, is_folder) => return None,
            _ => open.kind(&name)?,
        };
        if name.guess().is_none() && !keep(text, matches!(kind, Kind::Folder)) {
            return None;
        }
        Some(Entry { name: text.to_owned(), kind })
    };
    let entries = match names.len() {
        many if many > MANY => names.into_par_iter().with_min_len(256).filter_map(entry).collect(),
        _ => names.into_iter().filter_map(entry).collect(),
    };
    Ok(Listed { identity, entries })
}

/// The identity of the folder at `dir`.
pub(super) fn identity(dir: &Path) -> Result<Identity, Cause> {
    system::Open::new(dir)?.identity(dir)
}

#[cfg(unix)]
mod system {
    use std::ffi::CString;
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags};

    use super::super::super::cause::Cause;
    use super::super::super::files::{Stamp, nanoseconds};
    use super::{Identity, Kind};

    pub struct Open(OwnedFd);

    pub struct Name {
        bytes: CString,
        kind: FileType,
    }

    fn cause(error: rustix::io::Errno) -> Cause {
        std::io::Error::from(error).into()
    }

    impl Open {
        pub fn new(dir: &Path) -> Result<Self, Cause> {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            rustix::fs::openat(CWD, dir, flags, Mode::empty()).map(Open).map_err(cause)
        }

        pub fn identity(&self, _: &Path) -> Result<Identity, Cause> {
            let found = rustix::fs::fstat(&self.0).map_err(cause)?;
            Ok((wide(found.st_dev), wide(found.st_ino)))
        }

        pub fn names(&self) -> Result<Vec<Name>, Cause> {
            let mut names = Vec::new();
            for entry in Dir::read_from(&self.0).map_err(cause)? {
                let entry = entry.map_err(cause)?;
                if !matches!(entry.file_name().to_bytes(), b"." | b"..") {
                    names.push(Name { bytes: entry.file_name().to_owned(), kind: entry.file_type() });
                }
            }
            Ok(names)
        }

        /// What the name stands for; `None` if it is gone.
        pub fn kind(&self, name: &Name) -> Option<Kind> {
            match name.kind {
                FileType::Directory => return Some(Kind::Folder),
                FileType::Symlink => return Some(Kind::Link),
                _ => {}
            }
            let found = match rustix::fs::statat(&self.0, &name.bytes, AtFlags::SYMLINK_NOFOLLOW) {
                Err(rustix::io::Errno::NOENT) => return None,
                Err(error) => return Some(Kind::Unknown(cause(error))),
                Ok(found) => found,
            };
            Some(match FileType::from_raw_mode(found.st_mode) {
                FileType::RegularFile => Kind::File(Stamp {
                    size: wide(found.st_size),
                    mtime_ns: nanoseconds(signed(found.st_mtime), signed(found.st_mtime_nsec)),
                    ctime_ns: nanoseconds(signed(found.st_ctime), signed(found.st_ctime_nsec)),
                    ino: wide(found.st_ino),
                }),
                FileType::Directory => Kind::Folder,
                FileType::Symlink => Kind::Link,
                _ => Kind::Special,
            })
        }
    }

    /// The fields of `stat` are of other types on every system.
    fn wide(field: impl TryInto<u64>) -> u64 {
        field.try_into().unwrap_or(0)
    }

    fn signed(field: impl TryInto<i64>) -> i64 {
        field.try_into().unwrap_or(0)
    }

    impl Name {
        pub fn is_called(&self, name: &str) -> bool {
            self.bytes.as_bytes() == name.as_bytes()
        }

        pub fn text(&self) -> Option<&str> {
            self.bytes.to_str().ok()
        }

        pub fn lossy(&self) -> String {
            self.bytes.to_string_lossy().into_owned()
        }

        /// Whether it is a folder, if the folder it stands in knows that.
        pub fn guess(&self) -> Option<bool> {
            (self.kind != FileType::Unknown).then_some(self.kind == FileType::Directory)
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::ffi::OsString;
    use std::fs::{self, FileType, ReadDir};
    use std::path::{Path, PathBuf};
    use std::sync::Mutex;

    use super::super::super::cause::Cause;
    use super::super::super::files::{Stamp, fingerprint};
    use super::{Identity, Kind};

    pub struct Open {
        entries: Mutex<Option<ReadDir>>,
    }

    pub struct Name {
        text: OsString,
        full: PathBuf,
        kind: FileType,
    }

    impl Open {
        pub fn new(dir: &Path) -> Result<Self, Cause> {
            Ok(Open { entries: Mutex::new(Some(fs::read_dir(dir)?)) })
        }

        pub fn identity(&self, dir: &Path) -> Result<Identity, Cause> {
            let real = fs::canonicalize(dir)?;
            let bytes = fingerprint(real.to_string_lossy().as_bytes()).to_bytes();
            let number = u128::from_le_bytes(bytes);
            Ok((number as u64, (number >> 64) as u64))
        }

        pub fn names(&self) -> Result<Vec<Name>, Cause> {
            let entries = self.entries.lock().ok().and_then(|mut entries| entries.take());
            let mut names = Vec::new();
            for entry in entries.into_iter().flatten() {
                let entry = entry?;
                names.push(Name { text: entry.file_name(), full: entry.path(), kind: entry.file_type()? });
            }
            Ok(names)
        }

        pub fn kind(&self, name: &Name) -> Option<Kind> {
            if name.kind.is_symlink() {
                return Some(Kind::Link);
            }
            if name.kind.is_dir() {
                return Some(Kind::Folder);
            }
            match fs::symlink_metadata(&name.full) {
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
                Err(error) => Some(Kind::Unknown(error.into())),
                Ok(found) if found.is_file() => Some(Kind::File(Stamp::of(&found))),
                Ok(_) => Some(Kind::Special),
            }
        }
    }

    impl Name {
        pub fn is_called(&self, name: &str) -> bool {
            self.text == name
        }

        pub fn text(&self) -> Option<&str> {
            self.text.to_str()
        }

        pub fn lossy(&self) -> String {
            self.text.to_string_lossy().into_owned()
        }

        pub fn guess(&self) -> Option<bool> {
            Some(self.kind.is_dir())
        }
    }
}
