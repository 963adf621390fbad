//! What a run is given by the process it runs in, as values, so that a test can give it others.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;

use crate::sources::clock::Clock;
use crate::sources::disk::{Disk, RealDisk};

/// The arguments, variables, streams, clock and disk of one run.
pub struct Environment {
    /// The arguments, the program's name first.
    pub args: Vec<OsString>,
    /// The environment variables that are Unicode.
    pub vars: BTreeMap<String, String>,
    /// The directory that relative paths start from.
    pub directory: PathBuf,
    /// Standard input; taken by the command that reads it.
    pub stdin: Option<Box<dyn Read + Send>>,
    /// Standard output; taken by the [`super::Ui`].
    pub stdout: Option<Box<dyn Write + Send>>,
    /// Standard error; taken by the [`super::Ui`].
    pub stderr: Option<Box<dyn Write + Send>>,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// The terminal's width in columns, if there is a terminal.
    pub width: Option<usize>,
    /// What all writing in the tree goes through.
    pub disk: Arc<dyn Disk>,
    /// Where the time comes from.
    pub clock: Clock,
}

impl Environment {
    /// The environment of this process.
    pub fn of_process() -> Self {
        Environment {
            args: std::env::args_os().collect(),
            vars: std::env::vars_os()
                .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
                .collect(),
            directory: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            stdin: Some(Box::new(io::stdin())),
            stdout: Some(Box::new(io::stdout())),
            stderr: Some(Box::new(io::stderr())),
            stdout_is_terminal: io::stdout().is_terminal(),
            stderr_is_terminal: io::stderr().is_terminal(),
            width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
            disk: Arc::new(RealDisk),
            clock: Clock::System,
        }
    }

    /// The value of a variable, if it is set to something.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
}
