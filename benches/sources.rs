//! What reading and writing cost: `cargo bench --bench sources`.
//!
//! Each works in a temporary folder, on the file system of `TMPDIR`.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a benchmark makes what it measures and may end by panic"
)]

use std::fs;
use std::path::Path;
use std::time::Duration;

use cotejo::domain::article::TreePath;
use cotejo::sources::cache;
use cotejo::sources::disk::RealDisk;
use cotejo::sources::files::{Limits, fingerprint, read};
use cotejo::sources::lock::ExclusiveLock;
use cotejo::sources::step::{Expected, Step, commit, undo_last};
use cotejo::sources::walk::walk;
use divan::Bencher;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// `count` files of about 3 kB, a hundred a folder, as a site's newsroom has them.
fn tree(root: &Path, count: usize) -> Vec<TreePath> {
    let text = "La Organización Mundial de Aduanas publica sus noticias.\n".repeat(52);
    let path = |n: usize| format!("{}/{:04}/{n:06}.txt", ["en", "es", "fr"][n % 3], n / 300);
    (0..count)
        .map(|n| {
            let path = path(n);
            let full = root.join(&path);
            if let Some(folder) = full.parent() {
                fs::create_dir_all(folder).expect("a folder");
            }
            fs::write(full, format!("{n}\n{text}")).expect("a file");
            TreePath::new(path)
        })
        .collect()
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// To be at most 0.3 s with 2 cores.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn walk_120_000_files(bencher: Bencher) {
    let root = folder();
    tree(root.path(), 120_000);
    bencher.bench_local(|| {
        let listing = walk(root.path(), &[TreePath::new("")], &|_| false);
        assert_eq!(listing.files.len(), 120_000);
        listing
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn read_20_000_files(bencher: Bencher) {
    let root = folder();
    let paths = tree(root.path(), 20_000);
    bencher.bench_local(|| {
        let size = |path| read(root.path(), path, Limits::default()).expect("a file").bytes.len();
        paths.iter().map(size).sum::<usize>()
    });
}

/// To be well under 30 s.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn commit_40_000_new_files(bencher: Bencher) {
    bencher
        .with_inputs(|| {
            let root = folder();
            let mut step = Step::new();
            for n in 0..40_000 {
                let path = TreePath::new(format!(".cotejo/ledger/{:03}/{n:05}.es", n / 100));
                step.put(path, format!("{n}\n{}", "x".repeat(3000)).into_bytes(), Expected::Absent);
            }
            (root, step)
        })
        .bench_local_values(|(root, step)| {
            let lock = ExclusiveLock::take(root.path(), &RealDisk, "bench", Duration::ZERO).expect("a lock");
            commit(root.path(), &RealDisk, &lock, step, true).expect("a step");
            root
        });
}

/// Every file replaced, then all taken back.
#[divan::bench(sample_count = 2, sample_size = 1)]
fn replace_40_000_files_and_undo(bencher: Bencher) {
    bencher
        .with_inputs(|| {
            let root = folder();
            let mut step = Step::new();
            for path in tree(root.path(), 40_000) {
                let now = fs::read(root.path().join(path.to_path())).expect("a file");
                let expected = Expected::Holds(fingerprint(&now));
                step.put(path, [&now[..], b"more\n"].concat(), expected);
            }
            (root, step)
        })
        .bench_local_values(|(root, step)| {
            let lock = ExclusiveLock::take(root.path(), &RealDisk, "bench", Duration::ZERO).expect("a lock");
            commit(root.path(), &RealDisk, &lock, step, true).expect("a step");
            undo_last(root.path(), &RealDisk, &lock).expect("an undo");
            root
        });
}

/// To be at most 50 ms.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn load_a_cache_of_60_000_entries(bencher: Bencher) {
    let root = folder();
    let entry =
        |n: u64| (format!("newsroom/{n:06}/a-slug-of-usual-length.txt"), vec![n; 24], "ñ".repeat(100));
    let entries: Vec<_> = (0..60_000).map(entry).collect();
    let key = fingerprint(b"key");
    cache::store(root.path(), &RealDisk, "bench", 1, key, &entries);
    type Entries = Vec<(String, Vec<u64>, String)>;
    bencher.bench_local(|| cache::load::<Entries>(root.path(), "bench", 1, key).expect("a cache"));
}
