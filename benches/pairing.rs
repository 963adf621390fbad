//! Pairing on the warm path of `status`: taking paths apart by template, and joining them.
//!
//! The tree is 20,000 articles in three locales, as `docs/<locale>/<year>/<month>/<slug>.md`;
//! 100,000 files are 33,334 articles of it.

use cotejo::config::{self, Config};
use cotejo::domain::article::Article;
use cotejo::domain::locale::Locale;
use cotejo::domain::pairing::{PairingInput, Seen, pair};

fn main() {
    divan::main();
}

fn config(collections: usize) -> Config {
    let mut text = "source = \"en\"\ntargets = [\"es\", \"fr\"]\n".to_owned();
    for n in 1..collections {
        text += &format!("[[collection]]\nname = \"c{n}\"\nfiles = \"other{n}/{{locale}}/{{path}}.md\"\n");
    }
    text += "[[collection]]\nname = \"docs\"\nfiles = \"docs/{locale}/{path}.md\"\n";
    config::read(&text).unwrap_or_else(|problems| unreachable!("{problems:?}"))
}

fn paths(files: usize) -> Vec<String> {
    let path = |n: usize| {
        let (article, locale) = (n / 3, ["en", "es", "fr"][n % 3]);
        let (year, month) = (2000 + article % 24, 1 + article % 12);
        format!("docs/{locale}/{year}/{month:02}/a-slug-of-the-usual-length-{article}.md")
    };
    // As a walk gives them.
    let mut paths: Vec<String> = (0..files).map(path).collect();
    paths.sort();
    paths
}

fn seen(config: &Config, paths: &[String]) -> Vec<Seen> {
    paths.iter().flat_map(|path| config.seen(path)).collect()
}

#[divan::bench(args = [(60_000, 1), (60_000, 10), (100_000, 1)])]
fn paths_by_template(bencher: divan::Bencher<'_, '_>, (files, collections): (usize, usize)) {
    let (config, paths) = (config(collections), paths(files));
    bencher.bench(|| seen(&config, &paths));
}

#[divan::bench(args = [60_000, 100_000])]
fn pairs_by_template(bencher: divan::Bencher<'_, '_>, files: usize) {
    let config = config(1);
    let seen = seen(&config, &paths(files));
    let rules = config.rules();
    let wish = |article: &Article, locale: &Locale| config.wish(article, locale).map(|rule| rule.wish);
    bencher.bench(|| {
        pair(PairingInput {
            collections: &rules,
            seen: &seen,
            by_hand: &config.pairs,
            known: &[],
            names: &config.names,
            wish: &wish,
        })
    });
}

/// Front-matter keys and addresses besides the path: every level has something to look at.
#[divan::bench(args = [60_000])]
fn pairs_by_key(bencher: divan::Bencher<'_, '_>, files: usize) {
    let config = config(1);
    let mut seen = seen(&config, &paths(files));
    for file in &mut seen {
        file.keys = vec![("ref".to_owned(), file.stem.clone())];
        file.url = Some(format!("https://example.org/{}", file.path));
        file.stem = file.path.to_string();
    }
    let rules = config.rules();
    bencher.bench(|| {
        pair(PairingInput {
            collections: &rules,
            seen: &seen,
            by_hand: &[],
            known: &[],
            names: &config.names,
            wish: &|_, _| None,
        })
    });
}
