//! Runs the quality checks over texts outside of any project and counts what they flag, to measure
//! them on published translations that are not kept here:
//!
//! `cargo run --release --example measure_qa -- en es [--show CODE] SOURCE TARGET [SOURCE TARGET …]`
//!
//! Two files with the extension `.md`, `.html` or `.txt` that are named so are read as documents and
//! aligned; with any other extension they are read line beside line, thirty lines a document.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool that reads files and may end by panic"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cotejo::domain::finding::Severity;
use cotejo::domain::language::Candidates;
use cotejo::domain::locale::Locale;
use cotejo::domain::qa::bitext::Bitext;
use cotejo::domain::qa::{Check, Looked, Place, Problem, Site, across, look};
use cotejo::formats;

/// So many lines make one document where texts come line by line.
const LINES: usize = 30;

/// One bitext that was looked at: its texts by line, and what was found.
struct Seen {
    path: String,
    source: Vec<(usize, String)>,
    target: Vec<(usize, String)>,
    looked: Looked,
}

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mut show = Vec::new();
    while let Some(at) = args.iter().position(|arg| arg == "--show") {
        args.remove(at);
        show.push(args.remove(at));
    }
    if args.len() < 4 || args.len() % 2 == 1 {
        eprintln!("usage: measure_qa SOURCE-LOCALE TARGET-LOCALE [--show CODE] SOURCE TARGET …");
        std::process::exit(2);
    }
    let locale = |text: &str| -> Locale { text.parse().expect("a locale") };
    let (from, to) = (locale(&args[0]), locale(&args[1]));
    let candidates = Candidates::new(&[from.clone(), to.clone()]);
    let site = Site { candidates: &candidates, extra: &[] };
    let mut seen = Vec::new();
    for files in args[2..].chunks(2) {
        let read = |path: &str| fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let (one, other) = (read(&files[0]), read(&files[1]));
        let is_document = |path: &str| {
            matches!(Path::new(path).extension().and_then(|e| e.to_str()), Some("md" | "html" | "txt"))
        };
        if is_document(&files[0]) {
            let parse = |path: &str, bytes: Vec<u8>| {
                formats::by_path(Path::new(path)).unwrap_or_else(formats::plain_text).parse(bytes)
            };
            let (source, target) = (parse(&files[0], one), parse(&files[1], other));
            let bitext = Bitext::aligned((&source, &from), (&target, &to));
            seen.push(saw(files[1].clone(), &bitext, &site));
        } else {
            let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            let (one, other) = (text(one), text(other));
            let lines: Vec<(String, String)> =
                one.lines().zip(other.lines()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            for (part, lines) in lines.chunks(LINES).enumerate() {
                let bitext = Bitext::of_lines(lines, &from, &to);
                seen.push(saw(format!("{}+{}", files[1], part * LINES), &bitext, &site));
            }
        }
    }
    let places: Vec<Place<'_>> = seen
        .iter()
        .map(|seen| Place { locales: (&from, &to), path: &seen.path, looked: &seen.looked })
        .collect();
    let mut all: Vec<(usize, Problem)> = across(&places);
    for (number, seen) in seen.iter().enumerate() {
        all.extend(seen.looked.problems.iter().map(|problem| (number, problem.clone())));
    }
    let words: u64 = seen.iter().map(|seen| u64::from(seen.looked.words)).sum();
    let mut counts: BTreeMap<Check, usize> = BTreeMap::new();
    for (number, problem) in &all {
        *counts.entry(problem.check).or_default() += 1;
        if show.iter().any(|code| {
            code == problem.check.name() || code == "all" && problem.check.severity() > Severity::Hint
        }) {
            let seen = &seen[*number];
            println!("{}:{} {} {:?}", seen.path, problem.line, problem.check.name(), problem.args);
            let at = |list: &[(usize, String)]| {
                let near = list.iter().rfind(|(line, _)| *line <= problem.line as usize);
                near.map_or(String::new(), |(_, text)| text.chars().take(700).collect())
            };
            if !problem.in_source {
                if seen.path.contains('+') {
                    println!("    {}", at(&seen.source));
                }
                println!("    {}", at(&seen.target));
            } else {
                println!("    {}", at(&seen.source));
            }
        }
    }
    let told: usize =
        counts.iter().filter(|(check, _)| check.severity() > Severity::Hint).map(|(_, count)| count).sum();
    for (check, count) in &counts {
        println!("{:>6} {:>7.3} {}", count, *count as f64 * 1000.0 / words as f64, check.name());
    }
    println!(
        "{told} errors and warnings in {words} words of {} texts: {:.3} a thousand words",
        seen.len(),
        told as f64 * 1000.0 / words as f64
    );
}

fn saw(path: String, bitext: &Bitext<'_>, site: &Site<'_>) -> Seen {
    let lines = |units: &[std::rc::Rc<cotejo::domain::qa::bitext::Unit<'_>>]| {
        units.iter().map(|unit| (unit.line, unit.text.replace('\n', " "))).collect()
    };
    Seen { path, source: lines(&bitext.source), target: lines(&bitext.target), looked: look(bitext, site) }
}
