//! The labelled corpus of detection: 414 pages in 45 languages, 428 notices that no list has in 69,
//! and 603 sentences that only sound like one. Prints precision and recall, and fails below floors.
//!
//! `a-*` was at hand while the rules were written; `b-*`, written by others, was held out from the
//! rules of pages, and from those of notices until the general rule was made anew: now both are for
//! developing. `c-*` has notices only and was written before that rule was read: at the first look
//! 180 of its 183 notices were found, 176 with both languages right, and 7 of its 203 other
//! sentences were false; the floors are those of today.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use cotejo::domain::locale::Locale;
use cotejo::domain::notice::NoticeRules;
use serde_json::{Value, json};

use super::harness::Project;

/// What at least must be right, as shares.
struct Floors {
    set: &'static str,
    /// 0 where the set has no pages.
    pages: f64,
    how: f64,
    notices: f64,
    told: f64,
    /// How many of the sentences that are no notices may be taken for one.
    false_notices: usize,
}

const FLOORS: [Floors; 3] = [
    Floors { set: "a", pages: 0.999, how: 0.96, notices: 0.97, told: 0.97, false_notices: 0 },
    Floors { set: "b", pages: 0.999, how: 0.96, notices: 0.98, told: 0.98, false_notices: 0 },
    Floors { set: "c", pages: 0.0, how: 0.0, notices: 0.99, told: 0.99, false_notices: 0 },
];

fn lines(set: &str, name: &str) -> Vec<Value> {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpus/detection/{set}-{name}.jsonl"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).expect("a line of the corpus is JSON")).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// Right answers, answers given, and answers due, of one class.
#[derive(Default)]
struct Tally {
    right: usize,
    given: usize,
    due: usize,
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1}", part as f64 * 100.0 / whole as f64) }
}

fn table(title: &str, rows: &BTreeMap<String, Tally>) -> String {
    let mut out = format!("{title:16} pages  precision  recall\n");
    for (name, tally) in rows {
        let (precision, recall) = (percent(tally.right, tally.given), percent(tally.right, tally.due));
        let _ = writeln!(out, "{name:16} {:5}  {precision:>9}  {recall:>6}", tally.due);
    }
    out
}

/// The answers to the pages of a set, by id; a run of the command for each kind of site.
fn answers(pages: &[Value]) -> BTreeMap<String, Value> {
    let mut sites: BTreeMap<(String, String), Vec<&Value>> = BTreeMap::new();
    for page in pages {
        let locales = page["locales"].as_array().expect("locales").iter();
        let locales: Vec<&str> = locales.map(|l| l.as_str().expect("a tag")).collect();
        let source = text(page, "source_locale").expect("a source locale").to_owned();
        sites.entry((locales.join(","), source)).or_default().push(page);
    }
    let project = Project::empty();
    let mut answers = BTreeMap::new();
    for ((locales, source), pages) in sites {
        let input: String = pages
            .iter()
            .map(|p| {
                let line = json!({"id": p["id"], "text": p["text"], "requested": p["requested"], "source": p["source"]});
                format!("{line}\n")
            })
            .collect();
        let args = ["inspect", "--jsonl", "--locales", &locales, "--source-locale", &source];
        let ran = project.run_with(&args, input.as_bytes());
        for line in ran.expect(0).lines() {
            let answer: Value = serde_json::from_str(line).expect("an answer is JSON");
            answers.insert(text(&answer, "id").expect("an id").to_owned(), answer);
        }
    }
    answers
}

#[test]
fn pages_get_the_verdict_that_a_reader_gave_them() {
    let mut languages = BTreeSet::new();
    let mut all = 0;
    for floors in FLOORS.iter().filter(|floors| floors.pages > 0.0) {
        let pages = lines(floors.set, "pages");
        let answers = answers(&pages);
        let (mut verdicts, mut by_language) =
            (BTreeMap::<String, Tally>::new(), BTreeMap::<String, Tally>::new());
        let (mut right, mut how) = (0, 0);
        let mut wrong = String::new();
        for page in &pages {
            let id = text(page, "id").expect("an id");
            let answer = &answers[id];
            let due = text(&page["truth"], "verdict").expect("a verdict");
            let given = text(answer, "verdict").unwrap_or("none");
            let hit = due == given;
            // The language is the second part of the id: a-es-01.
            let language = id.split('-').nth(1).unwrap_or(id).to_owned();
            languages.insert(language.clone());
            let row = by_language.entry(language).or_default();
            row.due += 1;
            row.given += 1;
            row.right += usize::from(hit);
            verdicts.entry(due.to_owned()).or_default().due += 1;
            verdicts.entry(given.to_owned()).or_default().given += 1;
            if hit {
                verdicts.entry(due.to_owned()).or_default().right += 1;
                right += 1;
                how += usize::from(page["truth"]["how"] == answer["how"]);
            } else {
                let _ = writeln!(wrong, "  {id}: {given}, not {due}: {}", page["note"]);
            }
        }
        all += pages.len();
        println!("== {}: {right} of {} right, {how} in how too", floors.set, pages.len());
        println!("{}{}{wrong}", table("verdict", &verdicts), table("language", &by_language));
        let share = |n: usize| n as f64 / pages.len() as f64;
        assert!(
            share(right) >= floors.pages,
            "{}: {right} of {} pages right\n{wrong}",
            floors.set,
            pages.len()
        );
        assert!(share(how) >= floors.how, "{}: {how} of {} right in how", floors.set, pages.len());
    }
    assert!(all >= 300 && languages.len() >= 40, "{all} pages in {} languages", languages.len());
}

/// The primary subtag.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// What is found in a page whose first block is that text: target and served, by primary subtag.
fn notice(line: &Value) -> Option<(Option<String>, Option<String>)> {
    let mut locales: Vec<Locale> = vec!["en".parse().expect("a tag")];
    for key in ["lang", "target", "served"] {
        if let Some(locale) = text(line, key).and_then(|tag| tag.parse::<Locale>().ok())
            && !locales.contains(&locale)
        {
            locales.push(locale);
        }
    }
    let blocks = [
        text(line, "text").expect("a text"),
        "The harbour office has published new rules for small boats that enter the port after dark.",
        "Every skipper must now report by radio before passing the outer wall, and wait for an answer.",
    ];
    let found = NoticeRules::builtin().find(&blocks, &locales)?;
    let language = |locale: Option<Locale>| locale.map(|l| l.language().to_owned());
    Some((language(found.target), language(found.served)))
}

#[test]
fn notices_that_no_list_has_are_found_and_sentences_like_them_are_not() {
    for floors in &FLOORS {
        let notices = lines(floors.set, "notices");
        let (mut found, mut told) = (0, 0);
        let mut rows = BTreeMap::<String, Tally>::new();
        for line in &notices {
            let row = rows.entry(text(line, "lang").expect("a language").to_owned()).or_default();
            row.due += 1;
            let Some((target, served)) = notice(line) else { continue };
            found += 1;
            row.given += 1;
            // Where the notice names no target, its own language is who it speaks to.
            let due = text(line, "target").map(primary);
            let own = text(line, "lang").map(primary);
            let target_right = target.as_deref() == due || due.is_none() && target.as_deref() == own;
            let right = target_right && served.as_deref() == text(line, "served").map(primary);
            row.right += usize::from(right);
            told += usize::from(right);
        }
        let others = lines(floors.set, "not_notices");
        let false_ones: Vec<&str> =
            others.iter().filter(|l| notice(l).is_some()).filter_map(|l| text(l, "text")).collect();
        println!(
            "== {}: {found} of {} found, {told} with both languages right, {} of {} false",
            floors.set,
            notices.len(),
            false_ones.len(),
            others.len()
        );
        println!("{}", table("notice in", &rows));
        assert!(notices.len() >= 100 && others.len() >= 200);
        let share = |n: usize| n as f64 / notices.len() as f64;
        assert!(share(found) >= floors.notices, "{}: {found} of {} found", floors.set, notices.len());
        assert!(share(told) >= floors.told, "{}: {told} of {} told right", floors.set, notices.len());
        assert!(false_ones.len() <= floors.false_notices, "{}: {false_ones:#?}", floors.set);
    }
}
