//! Plants faults into a translation and tells which of them the quality checks find:
//!
//! `cargo run --release --example plant_faults -- [--seed N] [--missed] [--write FOLDER] en es SOURCE TARGET …`
//!
//! Texts are plain ones (`.txt`), with blank lines between paragraphs and `•` before items.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool that reads and writes files and may end by panic"
)]

mod faults;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use cotejo::domain::finding::Severity;
use cotejo::domain::language::Candidates;
use cotejo::domain::locale::Locale;
use cotejo::domain::qa::bitext::Bitext;
use cotejo::domain::qa::{Check, Place, Site, across, look};
use cotejo::formats;

/// What is found in a translation: code and what makes it the same again.
fn found(
    source: &str,
    target: &str,
    from: &Locale,
    to: &Locale,
    site: &Site<'_>,
) -> BTreeSet<(Check, String)> {
    let parse = |text: &str| formats::plain_text().parse(text.as_bytes().to_vec());
    let (source, target) = (parse(source), parse(target));
    let looked = look(&Bitext::aligned((&source, from), (&target, to)), site);
    let across = across(&[Place { locales: (from, to), path: "", looked: &looked }]);
    let all = looked.problems.iter().chain(across.iter().map(|(_, problem)| problem));
    all.filter(|problem| problem.check.severity() > Severity::Hint)
        .map(|problem| (problem.check, problem.id.clone()))
        .collect()
}

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mut option = |name: &str| -> Option<String> {
        let at = args.iter().position(|arg| arg == name)?;
        args.remove(at);
        Some(args.remove(at))
    };
    let seed: u64 = option("--seed").map_or(1, |text| text.parse().expect("a number"));
    let folder = option("--write");
    let missed = args.iter().position(|arg| arg == "--missed").map(|at| args.remove(at)).is_some();
    if args.len() < 4 || args.len() % 2 == 1 {
        eprintln!("usage: plant_faults [--seed N] [--missed] [--write FOLDER] FROM TO SOURCE TARGET …");
        std::process::exit(2);
    }
    let locale = |text: &str| -> Locale { text.parse().expect("a locale") };
    let (from, to) = (locale(&args[0]), locale(&args[1]));
    let candidates = Candidates::new(&[from.clone(), to.clone()]);
    let site = Site { candidates: &candidates, extra: &[] };
    let mut counts: BTreeMap<faults::Fault, (usize, usize)> = BTreeMap::new();
    for files in args[2..].chunks(2) {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let (source, target) = (read(&files[0]), read(&files[1]));
        let clean = found(&source, &target, &from, &to, &site);
        for (number, planted) in faults::plant(&source, &target, seed).into_iter().enumerate() {
            let new: Vec<(Check, String)> =
                found(&source, &planted.text, &from, &to, &site).difference(&clean).cloned().collect();
            let count = counts.entry(planted.fault).or_default();
            count.0 += 1;
            count.1 += usize::from(!new.is_empty());
            if missed && new.is_empty() {
                println!("missed {:?} in {}: {}", planted.fault, files[1], planted.what);
            }
            if let Some(folder) = &folder {
                let stem = files[1].rsplit('/').next().unwrap_or("text");
                fs::create_dir_all(folder).expect("the folder can be made");
                fs::write(format!("{folder}/{number:04}-{:?}-{stem}", planted.fault), &planted.text)
                    .expect("the file can be written");
            }
        }
    }
    let (mut all, mut seen) = (0, 0);
    for (fault, (planted, found)) in &counts {
        println!("{found:>5} of {planted:>5}  {fault:?}");
        all += planted;
        seen += found;
    }
    println!("{seen} of {all} planted faults found in {to}");
}
