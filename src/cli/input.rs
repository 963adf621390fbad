//! The files and streams that are named on the command line.

use std::io::Read;
use std::path::Path;

use super::commands::Run;
use super::error::{Failure, Message, io_cause};

/// The largest page that is read, in bytes; a larger one is no article.
pub const LARGEST: u64 = 64 << 20;

/// Standard input, which can be taken once.
pub fn stdin(run: &mut Run<'_>) -> Result<Box<dyn Read + Send>, Failure> {
    run.environment.stdin.take().ok_or_else(|| Failure::new(Message::new("inspect-stdin-twice")))
}

/// The bytes of a file that is no folder and no larger than [`LARGEST`].
pub fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let meta = std::fs::metadata(path)?;
    if meta.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    if meta.len() > LARGEST {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A file could not be read.
pub fn cannot_read(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        Message::new("error-read").with("path", path.display().to_string()).with("cause", io_cause(error)),
    )
}
