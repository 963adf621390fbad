//! How well terms are found: the gold set of `tests/corpus/terms`, scored by its own notes.
//!
//! `cargo test --test it -- terms --nocapture` prints the tables.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

use cotejo::domain::locale::Locale;
use cotejo::domain::termbase::{Matcher, Termbase};
use cotejo::interchange::terms_tsv::{self, File};

fn file(path: &str) -> File {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path);
    File { name: path.to_owned(), bytes }
}

/// This repository's termbase.
pub fn termbase() -> Termbase {
    terms_tsv::read(Some(&file("glossary/concepts.tsv")), &file("glossary/terms.tsv")).expect("a termbase")
}

/// The terms by which a language's set is scored: this repository's, or for languages that it lacks a
/// small table of their own.
fn termbase_for(language: &str) -> Termbase {
    match language {
        "de" | "it" => terms_tsv::read_plain(&file("tests/corpus/terms/de-it.tsv")).expect("a termbase"),
        _ => termbase(),
    }
}

/// A place marked in a sentence.
struct Mark {
    concept: String,
    range: Range<usize>,
    real: bool,
}

/// A sentence without its markup, and its marks.
fn unmarked(line: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut open: Option<(String, usize, bool)> = None;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        match c {
            '{' | '[' => {
                let (concept, words) = rest[1..].split_once('|').expect("a mark names its concept");
                open = Some((concept.to_owned(), text.len(), c == '{'));
                rest = words;
                continue;
            }
            '}' | ']' => {
                let (concept, start, real) = open.take().expect("a mark that was opened");
                marks.push(Mark { concept, range: start..text.len(), real });
            }
            '⏎' => text.push('\n'),
            c => text.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    (text, marks)
}

/// Whether a hit of one concept is right where the other is marked: rule 6 of the notes.
fn is_same(a: &str, b: &str) -> bool {
    const SAME: [(&str, &str); 3] = [
        ("heads_of_customs", "director_general_customs"),
        ("hs", "hs_full"),
        ("vice_chair", "vice_chair_office"),
    ];
    a == b || SAME.contains(&(a, b)) || SAME.contains(&(b, a))
}

#[derive(Default, Debug)]
struct Score {
    marks: usize,
    found: usize,
    look_alikes: usize,
    hits: usize,
    wrong: usize,
    faults: Vec<String>,
}

impl Score {
    fn recall(&self) -> f64 {
        100.0 * self.found as f64 / self.marks as f64
    }

    fn false_share(&self) -> f64 {
        100.0 * self.wrong as f64 / (self.look_alikes + self.hits) as f64
    }
}

fn score(termbase: &Termbase, language: &str, half: &str) -> Score {
    let locale: Locale = language.parse().expect("a locale");
    let matcher = Matcher::new(termbase, &locale);
    let path = format!("tests/corpus/terms/{language}-{half}.txt");
    let gold = String::from_utf8(file(&path).bytes).expect("UTF-8");
    let lines: Vec<(String, Vec<Mark>)> =
        gold.lines().filter(|line| !line.starts_with('#')).map(unmarked).collect();
    let real = lines.iter().flat_map(|(_, marks)| marks).filter(|mark| mark.real);
    let counted: BTreeSet<&str> = real.map(|mark| mark.concept.as_str()).collect();
    let mut score = Score::default();
    for (text, marks) in &lines {
        let hits: Vec<(&str, Range<usize>)> = matcher
            .find(text)
            .into_iter()
            .map(|hit| {
                (termbase.concepts()[termbase.terms()[hit.term].concept].id.as_str(), hit.start..hit.end)
            })
            .collect();
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        for mark in marks {
            let hit = hits.iter().any(|(id, range)| is_same(id, &mark.concept) && meet(range, &mark.range));
            if mark.real {
                score.marks += 1;
                score.found += usize::from(hit);
            } else {
                score.look_alikes += 1;
                score.wrong += usize::from(hit);
            }
            if hit != mark.real {
                let words = &text[mark.range.clone()];
                let kind = if mark.real { "missed" } else { "look-alike" };
                score.faults.push(format!("{language} {kind} {} {words:?} in {text:?}", mark.concept));
            }
        }
        for (id, range) in hits.iter().filter(|(id, _)| counted.contains(id)) {
            score.hits += 1;
            let known = marks.iter().any(|mark| is_same(id, &mark.concept) && meet(range, &mark.range));
            if !known {
                score.wrong += 1;
                score.faults.push(format!("{language} false {id} {:?} in {text:?}", &text[range.clone()]));
            }
        }
    }
    score
}

/// Prints a table of one half and holds its floors: recall at least, false hits at most, in percent.
fn hold(half: &str, floors: &[(&str, f64, f64)]) {
    println!("half  language  marks  found  recall  look-alikes  hits  false  share");
    for (language, recall, wrong) in floors {
        let score = score(&termbase_for(language), language, half);
        println!(
            "{half:5} {language:8} {:6} {:6} {:6.1}% {:12} {:5} {:6} {:5.1}%",
            score.marks,
            score.found,
            score.recall(),
            score.look_alikes,
            score.hits,
            score.wrong,
            score.false_share()
        );
        if half != "aside" {
            score.faults.iter().for_each(|fault| println!("  {fault}"));
        }
        let (marks, look_alikes) = match *language {
            "pt" | "de" | "it" => (55, 34),
            _ if half == "news" => (70, 45),
            _ => (250, 150),
        };
        assert!(
            score.marks > marks && score.look_alikes > look_alikes,
            "{language}: the gold set was not read"
        );
        assert!(score.recall() >= *recall, "{language}: recall {:.1}", score.recall());
        assert!(score.false_share() <= *wrong, "{language}: false hits {:.1}", score.false_share());
    }
}

#[test]
fn terms_are_found_in_the_working_half_of_the_gold_set() {
    hold("work", &[("en", 99.5, 0.5), ("es", 99.5, 0.5), ("fr", 99.5, 0.5)]);
}

/// Shapes that news and documents have and the two halves lack.
#[test]
fn terms_are_found_as_news_write_them() {
    hold("news", &[("en", 99.0, 1.0), ("es", 99.0, 1.0), ("fr", 99.0, 1.0)]);
}

/// This half was scored when the rules stood (98.0, 99.4 and 99.1 of 100 found, 1.5, 0.5 and 0.5
/// false), and again when they grew; its lines are not looked at.
#[test]
fn terms_are_found_in_the_half_put_aside() {
    hold("aside", &[("en", 99.0, 1.5), ("es", 99.0, 1.0), ("fr", 99.0, 1.0)]);
}

#[test]
fn other_languages_with_rules_find_terms_as_well() {
    hold("work", &[("pt", 99.5, 1.0), ("de", 99.0, 1.0), ("it", 99.5, 1.0)]);
}

/// Scored once the rules stood: 100, 98.4 and 100 of 100 found, 0, 1.0 and 0 false.
#[test]
fn other_languages_find_terms_in_the_half_put_aside() {
    hold("aside", &[("pt", 98.5, 1.5), ("de", 98.0, 1.5), ("it", 98.5, 1.5)]);
}
