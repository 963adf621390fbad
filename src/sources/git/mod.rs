//! What git knows: changes since a branch, a file as it was, when it changed.
//!
//! Through the `git` command and no library: worktrees, submodules, partial clones that fetch
//! what they lack, replaced objects, the user's configuration and whatever git learns next are
//! git's own business, and a library that lags behind gives other answers than the user's own
//! `git` at the prompt. A process costs some milliseconds, so that every question here is asked
//! for all paths at once.
//!
//! Output is read NUL-separated, paths relative to the project's root (which may be a folder of
//! the repository), and never decorated: no pager, no colour, no external diff, no signature
//! check, English messages. git is not to ask anyone for a password, and not to take a lock for
//! its own comfort. A name that a user gives never reaches git as an option.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

use super::cause::Cause;

mod changes;
mod history;
#[cfg(test)]
mod tests;

pub use changes::{AtCommit, Changes, RefError};
pub use history::{Change, Times, Want};

/// How much of git's own words is kept for an error.
const MAX_STDERR: u64 = 16 << 10;
/// No path is longer; a line of output that is, is not a path.
const MAX_TOKEN: u64 = 1 << 20;

/// Where git is told to look by its environment. When cotejo runs in a hook these name the
/// repository of the hook, relative to a folder that is not the project's root.
const LOCATION: [&str; 7] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
];

/// Why git gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GitError {
    /// There is no `git` command; the user installs it.
    NoGit,
    /// The project is in no git repository, or in one without a work tree; the user runs the
    /// command in a checkout.
    NotARepository,
    /// The repository belongs to someone else, and git refuses to look into it; the user adds it
    /// to git's `safe.directory`, if it can be trusted.
    Dubious,
    /// git ended with an error; the user reads what it said.
    Failed {
        /// The subcommand (`log`).
        command: String,
        /// The exit code, unless it was killed.
        code: Option<i32>,
        /// What git said, at most 16 KiB, control characters and all.
        said: String,
    },
    /// git could not be run, or its output not be read.
    Io {
        /// The subcommand.
        command: String,
        /// Why.
        cause: Cause,
    },
}

/// A git repository with the project in its work tree.
#[derive(Clone, Debug)]
pub struct Repository {
    root: PathBuf,
    program: OsString,
    top: PathBuf,
    shallow: bool,
}

impl Repository {
    /// The repository that the project at `root` is in.
    pub fn find(root: &Path) -> Result<Repository, GitError> {
        Repository::find_with(root, OsStr::new("git"))
    }

    fn find_with(root: &Path, program: &OsStr) -> Result<Repository, GitError> {
        let mut repository = Repository {
            root: root.to_owned(),
            program: program.to_owned(),
            top: PathBuf::new(),
            shallow: false,
        };
        let asked = ["--is-inside-work-tree", "--is-shallow-repository", "--show-toplevel"];
        let output = repository.run("rev-parse", &asked, &[])?;
        // The last one may hold line ends of its own.
        let mut parts = output.splitn(3, |byte| *byte == b'\n');
        let inside = parts.next() == Some(b"true");
        repository.shallow = parts.next() == Some(b"true");
        let top = parts.next().and_then(|top| top.strip_suffix(b"\n"));
        match top {
            Some(top) if inside => repository.top = os_path(top),
            _ => return Err(GitError::NotARepository),
        }
        Ok(repository)
    }

    /// The top folder of the work tree; the project's root or a folder above it.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// Whether the repository has only a part of its history, as a CI job's checkout often does.
    pub fn is_shallow(&self) -> bool {
        self.shallow
    }

    fn command(&self, command: &str) -> Command {
        let mut git = Command::new(&self.program);
        for name in LOCATION {
            git.env_remove(name);
        }
        git.arg("-C").arg(&self.root);
        git.args(["--no-pager", "--no-optional-locks", "--literal-pathspecs"]);
        git.args(["-c", "color.ui=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true"]);
        git.args(["-c", "core.quotePath=false"]);
        git.arg(command);
        // `GIT_ASKPASS` empty: no program either that would ask.
        git.env("LC_ALL", "C").env_remove("LANGUAGE");
        git.env("GIT_TERMINAL_PROMPT", "0").env("GIT_ASKPASS", "").env("SSH_ASKPASS_REQUIRE", "never");
        git.env_remove("GIT_EXTERNAL_DIFF").env_remove("GIT_TRACE");
        git.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        git
    }

    /// All of the output of a git command that must succeed with code 0 or one of `fine`.
    fn run(&self, command: &str, args: &[&str], fine: &[i32]) -> Result<Vec<u8>, GitError> {
        let mut running = self.start(command, args)?;
        let mut output = Vec::new();
        let read = running.out.read_to_end(&mut output);
        running.end(read.map(|_| ()), fine)?;
        Ok(output)
    }

    fn start(&self, command: &str, args: &[&str]) -> Result<Running, GitError> {
        let io = |error: io::Error| GitError::Io { command: command.to_owned(), cause: error.into() };
        let mut child = self.command(command).args(args).spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => GitError::NoGit,
            _ => io(error),
        })?;
        let closed = || io(io::ErrorKind::BrokenPipe.into());
        let out = BufReader::with_capacity(1 << 16, child.stdout.take().ok_or_else(closed)?);
        let mut err = child.stderr.take().ok_or_else(closed)?;
        // Read beside the output: a full pipe would stop git for good.
        let said = std::thread::spawn(move || {
            let mut said = Vec::new();
            let _ = (&mut err).take(MAX_STDERR).read_to_end(&mut said);
            let _ = io::copy(&mut err, &mut io::sink());
            said
        });
        Ok(Running { command: command.to_owned(), child, out, said: Some(said) })
    }
}

/// The user's name as git has it for the project at `root` (`user.name`); `None` where git is not
/// there or was never told.
pub fn user_name(root: &Path) -> Option<String> {
    let (program, top) = (OsString::from("git"), PathBuf::new());
    let git = Repository { root: root.to_owned(), program, top, shallow: false };
    let output = git.run("config", &["--get", "user.name"], &[]).ok()?;
    let name = String::from_utf8(output).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// A git command at work, ended when dropped.
struct Running {
    command: String,
    child: Child,
    out: BufReader<std::process::ChildStdout>,
    said: Option<JoinHandle<Vec<u8>>>,
}

impl Running {
    /// The next NUL-terminated token; `None` at the end. A token of a megabyte is an error.
    fn token<'t>(&mut self, token: &'t mut Vec<u8>) -> Result<Option<&'t [u8]>, GitError> {
        token.clear();
        let io = |error: io::Error| GitError::Io { command: self.command.clone(), cause: error.into() };
        (&mut self.out).take(MAX_TOKEN).read_until(0, token).map_err(io)?;
        if token.last() == Some(&0) {
            token.pop();
            return Ok(Some(token));
        }
        if token.len() as u64 >= MAX_TOKEN {
            return Err(io(io::ErrorKind::InvalidData.into()));
        }
        Ok((!token.is_empty()).then_some(token))
    }

    /// Waits for git's end and judges it.
    fn end(mut self, read: io::Result<()>, fine: &[i32]) -> Result<i32, GitError> {
        let io = |error: io::Error| GitError::Io { command: self.command.clone(), cause: error.into() };
        read.map_err(io)?;
        let status = self.child.wait().map_err(io)?;
        let said = self.said.take().and_then(|said| said.join().ok()).unwrap_or_default();
        match status.code() {
            Some(code) if code == 0 || fine.contains(&code) => Ok(code),
            code => Err(failure(&self.command, code, &said)),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ended early, or an error: git is told to stop and not left behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn failure(command: &str, code: Option<i32>, said: &[u8]) -> GitError {
    let said = String::from_utf8_lossy(said).into_owned();
    if said.contains("detected dubious ownership") {
        return GitError::Dubious;
    }
    let nowhere = ["not a git repository", "must be run in a work tree"];
    if code == Some(128) && nowhere.iter().any(|words| said.contains(words)) {
        return GitError::NotARepository;
    }
    GitError::Failed { command: command.to_owned(), code, said }
}

#[cfg(unix)]
fn os_path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn os_path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
