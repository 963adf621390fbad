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

/// A file of JSON Lines, to be read as it comes: it may be of any length, but no folder.
pub fn open(path: &Path) -> std::io::Result<std::fs::File> {
    let file = std::fs::File::open(path)?;
    match file.metadata()?.is_dir() {
        true => Err(std::io::ErrorKind::IsADirectory.into()),
        false => Ok(file),
    }
}

/// A file could not be read, and what to do about that where it is known.
pub fn cannot_read(path: &Path, error: &std::io::Error) -> Failure {
    let shown = || path.display().to_string();
    let limit = || (LARGEST >> 20).to_string();
    let failure =
        Failure::new(Message::new("error-read").with("path", shown()).with("cause", io_cause(error)));
    match error.kind() {
        std::io::ErrorKind::IsADirectory => failure.hint(Message::new("error-read-folder-hint")),
        std::io::ErrorKind::FileTooLarge => {
            Failure::new(Message::new("error-read-too-large").with("path", shown()).with("limit", limit()))
                .hint(Message::new("error-read-too-large-hint"))
        }
        _ => failure,
    }
}
