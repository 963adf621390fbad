//! The tools that tests are run with, and where they stand.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that tests are run with; `None`, and a word on it, where it is missing and may be.
pub fn tool<T>(found: Option<T>, what: &str) -> Option<T> {
    if found.is_none() {
        assert!(std::env::var_os("COTEJO_REQUIRE_TOOLS").is_none(), "there is no {what}");
        eprintln!("skipped: there is no {what}; .ci/run gets it");
    }
    found
}

/// The folder that `.ci/run` puts tools and schemas in.
pub fn tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools")
}

/// The Python that has the translate-toolkit where `.ci/run` got one; else the system's.
pub fn python() -> PathBuf {
    let own = tools().join("python/bin/python");
    if own.exists() { own } else { PathBuf::from("python3") }
}

/// A command of the system with a time limit of two minutes, as its own process group, so that none of
/// its children stays; `None` where there is none of that name.
pub fn bounded(name: &str) -> Option<Command> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let is_there = |name: &str| std::env::split_paths(&paths).any(|folder| folder.join(name).is_file());
    (is_there("timeout") && is_there(name)).then(|| {
        let mut command = Command::new("timeout");
        command.args(["--kill-after=5", "120", name]).env("LC_ALL", "C.UTF-8");
        command
    })
}

/// Runs a tool; it must end well.
#[track_caller]
pub fn ended(command: &mut Command) -> String {
    let output = command.stdin(std::process::Stdio::null()).output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{command:?}: {}\n{out}\n{err}", output.status);
    out
}
