//! Makes pages for `cotejo inspect --jsonl`: news length, varied, half English, half Spanish.
//!
//! ```text
//! cargo run --release --example make_pages -- 100 > pages.jsonl
//! time RAYON_NUM_THREADS=1 cotejo inspect --jsonl --locales en,es,fr pages.jsonl > /dev/null
//! ```
//!
//! The argument is the size in megabytes. Sentences come from this repository's seeds and their
//! Spanish translations, put together anew for each page by a fixed sequence of numbers.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "it reads the seeds")]

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// The sentences of all files in a folder of this repository.
fn sentences(folder: &str) -> io::Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<_>>()?;
    paths.sort();
    let mut all = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        let text = fs::read_to_string(path)?;
        let paragraphs = text.lines().map(str::trim).filter(|line| line.len() > 80);
        // The site's notice would make every page a page with a notice.
        for line in paragraphs.filter(|line| !line.contains(": English")) {
            all.extend(line.split_inclusive(". ").filter(|s| s.len() > 30).map(|s| s.trim().to_owned()));
        }
    }
    Ok(all)
}

/// Numbers that look random and are the same at every run (Marsaglia, "Xorshift RNGs", 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit.max(1)
    }
}

fn page(sentences: &[String], numbers: &mut Numbers) -> String {
    let size = 3000 + numbers.below(2000);
    let mut text = String::from("Customs news of the week");
    while text.len() < size {
        text.push_str("\n\n");
        for _ in 0..1 + numbers.below(4) {
            if let Some(sentence) = sentences.get(numbers.below(sentences.len())) {
                text.push_str(sentence);
                text.push(' ');
            }
        }
    }
    text
}

fn main() -> io::Result<()> {
    let megabytes: usize = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).unwrap_or(100);
    let languages = [sentences("seeds")?, sentences("translations/es")?];
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut written = 0;
    for id in 0.. {
        if written >= megabytes * 1_000_000 {
            break;
        }
        let text = page(languages.get(id % 2).map_or(&[], Vec::as_slice), &mut numbers);
        let line = serde_json::json!({"id": id, "text": text, "requested": "es"}).to_string();
        written += line.len() + 1;
        writeln!(out, "{line}")?;
    }
    out.flush()
}
