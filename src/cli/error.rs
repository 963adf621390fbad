//! The one type of error at the command line's edge, and the exit codes.

use std::io;

pub use crate::messages::Message;
use crate::messages::Value;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The work was done.
    Done,
    /// A gate found something at or above its threshold.
    Findings,
    /// The work could not be done.
    Failed,
}

impl Exit {
    /// The process's exit code.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::Failed => 2,
        }
    }
}

/// Why the work could not be done: what was being done to what and why it failed, and what to do.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong, most often one message; all of a file's problems at once where it has many.
    pub what: Vec<Message>,
    /// What the user can do.
    pub hint: Option<Message>,
    /// Text made by the argument parser, already in the user's language, printed as it is.
    pub text: Option<String>,
    exit: Exit,
    broken_pipe: bool,
}

impl Failure {
    /// A failure told by one message.
    pub fn new(what: Message) -> Self {
        Failure::many(vec![what])
    }

    /// A failure told by several messages, in the order in which they are shown.
    pub fn many(what: Vec<Message>) -> Self {
        Failure { what, hint: None, text: None, exit: Exit::Failed, broken_pipe: false }
    }

    /// With a word on what to do.
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The result could not be written to standard output.
    pub fn output(error: io::Error) -> Self {
        let mut failure = Failure::new(Message::new("error-output").with("cause", io_cause(&error)));
        failure.broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        failure
    }

    /// How the run ends.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// Whether the reader of the output went away (`cotejo status | head`), which is no fault.
    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

/// Why the system refused, in the user's language where the cause is a common one.
pub fn io_cause(error: &io::Error) -> Value {
    match cause_id(error.kind()) {
        Some(id) => Value::Message(id),
        None => Value::text(error),
    }
}

/// The message for a common cause of refusal.
pub fn cause_id(kind: io::ErrorKind) -> Option<&'static str> {
    Some(match kind {
        io::ErrorKind::NotFound => "cause-not-found",
        io::ErrorKind::PermissionDenied => "cause-permission",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "cause-disk-full",
        io::ErrorKind::ReadOnlyFilesystem => "cause-read-only",
        io::ErrorKind::IsADirectory => "cause-directory",
        io::ErrorKind::NotADirectory => "cause-not-directory",
        io::ErrorKind::BrokenPipe => "cause-broken-pipe",
        io::ErrorKind::InvalidFilename => "cause-file-name",
        io::ErrorKind::FileTooLarge => "cause-too-large",
        _ => return None,
    })
}
