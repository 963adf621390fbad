//! What `check` costs beside `status`: `cargo bench --bench check [-- ARTICLES]`.
//!
//! Both are run in turns over a project as `examples/make_corpus.rs` makes it (1,000 articles in three
//! locales, if nothing else is said), first as it is made, then with all versions recorded, so that what
//! belongs together is known and not sought; each with nothing kept from before and then once more, five
//! times, on one thread. Printed are the least times of each and their ratio: the time that the
//! processor worked for them where the system tells it (Linux), else the time that passed.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a benchmark makes what it measures and may end by panic"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

#[allow(dead_code, reason = "it is a program of its own too")]
#[path = "../examples/make_corpus.rs"]
mod make_corpus;

const ROUNDS: usize = 5;

fn main() {
    let articles = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(1_000);
    let root = tempfile::tempdir().expect("a temporary folder");
    // The corpus is made of this repository's own articles.
    std::env::set_current_dir(env!("CARGO_MANIFEST_DIR")).expect("the repository");
    make_corpus::make(root.path(), articles);
    println!("{articles} articles in three locales, one thread");
    compare("no records", root.path());
    run(root.path(), &["accept", "--all", "--by", "bench"]);
    compare("all recorded", root.path());
}

/// Prints what both commands cost in the project as it stands.
fn compare(name: &str, root: &Path) {
    let (mut cold, mut warm) = ([f64::MAX; 2], [f64::MAX; 2]);
    for _ in 0..ROUNDS {
        for (at, command) in ["status", "check"].into_iter().enumerate() {
            let _ = fs::remove_dir_all(root.join(".cotejo/local"));
            cold[at] = cold[at].min(run(root, &[command]));
            warm[at] = warm[at].min(run(root, &[command]));
        }
    }
    for (kept, [status, check]) in [("cold", cold), ("warm", warm)] {
        println!("{name}, {kept}: status {status:.2} s, check {check:.2} s: {:.1} x", check / status);
    }
}

/// How long a command works over the project, in seconds.
fn run(root: &Path, command: &[&str]) -> f64 {
    let (worked, start) = (worked(), Instant::now());
    let status = Command::new(env!("CARGO_BIN_EXE_cotejo"))
        .args(command)
        .current_dir(root)
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("cotejo runs");
    assert!(status.code().is_some_and(|code| code < 2), "{command:?}: {status}");
    match (worked, self::worked()) {
        (Some(before), Some(now)) => now - before,
        _ => start.elapsed().as_secs_f64(),
    }
}

/// How long the processor has worked for the processes that this one started and that ended, in
/// seconds; `None` where that is not told.
fn worked() -> Option<f64> {
    // Fields 16 and 17 of proc(5); the name in brackets may hold blanks.
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(13)? + ticks(14)?) / 100.0)
}
