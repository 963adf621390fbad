//! The tools that tests are run with, and where they stand.

use std::path::{Path, PathBuf};

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
