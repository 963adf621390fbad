//! Why the operating system refused, as a value that can be compared and kept.

use std::io;

/// What is left of an [`io::Error`] once its text is gone: errors here carry codes, and the
/// command line puts them into the user's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The kind, the same on every system.
    pub kind: io::ErrorKind,
    /// The system's own number, where there is one (`ENOSPC` is 28 on Linux).
    pub code: Option<i32>,
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        Cause { kind: error.kind(), code: error.raw_os_error() }
    }
}

impl From<io::ErrorKind> for Cause {
    fn from(kind: io::ErrorKind) -> Self {
        Cause { kind, code: None }
    }
}

impl Cause {
    /// Whether links lead to each other in a circle (`ELOOP`).
    pub fn is_link_loop(self) -> bool {
        #[cfg(unix)]
        return self.code == Some(rustix::io::Errno::LOOP.raw_os_error());
        #[cfg(not(unix))]
        false
    }
}
