//! What configuration would fit a tree, judged by the names of its files.
//!
//! Site generators differ in where they put a language, and a project may use none of them, so
//! the guess does not rest on recognising a generator. It looks for the *places* where the names
//! of locales stand (`groups`): a folder (`docs/es/…`, `i18n/es/…/current/…`, `es/_posts/…`) or
//! the end of a file's name (`name.es.md`, `name_es.txt`). A place counts where at least two
//! locales stand in it, or where files without a locale answer to those with one; so a folder
//! `it/` of the IT department, or `how-to.md`, makes no language. What is known of generators
//! (`systems`) adds the rest: the source locale from their configuration, where the sources lie
//! when they lie elsewhere, and what cotejo can't read yet.
//!
//! The proposal is read back by [`super::read`] and the files are counted with it, so what is said
//! is what the configuration will do.

mod claims;
mod groups;
mod systems;
#[cfg(test)]
mod tests;
mod written;

use std::collections::{BTreeMap, BTreeSet};

pub use written::{commented, likely_target, quoted};

use crate::domain::locale::Locale;

/// No more files are looked at; a guess from so many is as good as from all.
const MOST_FILES: usize = 200_000;

/// At most so many collections are proposed, and files shown as examples.
const MOST_COLLECTIONS: usize = 12;
const MOST_EXAMPLES: usize = 5;

/// A reason for the guess, as a code and arguments; its message is `guess-` and the code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Evidence {
    /// One of [`EVIDENCE`].
    pub code: &'static str,
    /// The arguments of its message, by name.
    pub args: Vec<(&'static str, String)>,
}

/// Every code of evidence with the names of its arguments.
pub const EVIDENCE: &[(&str, &[&str])] = &[
    ("system", &["name", "file"]),
    ("locale-folders", &["folder", "locales"]),
    ("locale-endings", &["example", "locales"]),
    ("sources-apart", &["example"]),
    ("source-from-config", &["file", "locale"]),
    ("source-most-files", &["locale", "files"]),
    ("source-from-front-matter", &["file", "locale"]),
    ("source-from-script", &["file", "locale"]),
    ("source-from-text", &["file", "locale"]),
    ("source-left", &["locale", "example"]),
    ("source-english", &[]),
    ("source-unsure", &["locale"]),
    ("source-told", &["locale"]),
    ("targets-told", &["locales"]),
    ("locale-from-config", &["file", "locale"]),
    ("po-files", &["locales"]),
    ("front-matter-only", &["file", "locales"]),
    ("versioned-docs", &["folder"]),
    ("not-understood", &["files", "example"]),
    ("nothing-found", &[]),
    ("too-many-files", &["files"]),
];

fn evidence(code: &'static str, args: Vec<(&'static str, String)>) -> Evidence {
    debug_assert!(
        EVIDENCE.iter().any(|(known, names)| *known == code && names.iter().eq(args.iter().map(|(n, _)| n))),
        "{code} {args:?} is not in the list of evidence"
    );
    Evidence { code, args }
}

/// What was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The source locale.
    pub source: Locale,
    /// Why it is taken for the source.
    pub source_why: Evidence,
    /// The target locales, sorted, with the number of files in each.
    pub targets: BTreeMap<Locale, usize>,
    /// The collections, those with the most files first.
    pub collections: Vec<GuessedCollection>,
    /// What the guess rests on, and what was not understood.
    pub evidence: Vec<Evidence>,
    /// Text files that no collection would claim.
    pub unclaimed: usize,
}

/// A collection that would fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuessedCollection {
    /// A name for it.
    pub name: String,
    /// The template for all locales; or
    pub files: Option<String>,
    /// those of sources and targets.
    pub sides: Option<(String, String)>,
    /// Patterns of what its templates would take and other collections have.
    pub exclude: Vec<String>,
    /// Names of locales in its paths that are not their tags, as written there.
    pub segments: BTreeMap<String, Locale>,
    /// How many files it would claim, by locale.
    pub counts: BTreeMap<Locale, usize>,
}

impl GuessedCollection {
    /// How many files it would claim.
    pub fn files_matched(&self) -> usize {
        self.counts.values().sum()
    }
}

/// What the user said and nobody has to guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The source locale.
    pub source: Option<Locale>,
    /// The target locales; empty where nothing was said.
    pub targets: Vec<Locale>,
}

/// Whether a folder of that name holds what is made or fetched, never what people write, so that
/// a walker need not go into it. Hidden folders are among them, but for the one that tells of a
/// generator.
pub fn passes_over(folder: &str) -> bool {
    groups::PASSED_OVER.contains(&folder) || (folder.starts_with('.') && folder != ".vitepress")
}

/// Guesses a configuration from the relative paths of a tree's files, in any order.
///
/// `peek` gives the beginning of a file's text; it is asked for a few configuration files and
/// text files only. What was `told` is taken as it is. Time n log n in the number of files.
pub fn guess(files: &[&str], told: &Told, peek: &dyn Fn(&str) -> Option<String>) -> Guess {
    let mut sorted: Vec<&str> = files.iter().copied().filter(|path| groups::is_looked_at(path)).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut found = Vec::new();
    if sorted.len() > MOST_FILES {
        found.push(evidence("too-many-files", vec![("files", MOST_FILES.to_string())]));
        sorted.truncate(MOST_FILES);
    }
    let system = systems::look(&sorted, peek, &mut found);
    let mut groups = groups::find(&sorted, &system);
    groups.truncate(MOST_COLLECTIONS);
    for group in &groups {
        found.push(group.evidence());
    }

    let (source, source_why) = match &told.source {
        Some(locale) => (locale.clone(), evidence("source-told", vec![("locale", locale.to_string())])),
        None => source_of(&groups, &system, peek),
    };
    let mut targets: BTreeMap<Locale, usize> = BTreeMap::new();
    let places = groups.iter().flat_map(|group| group.locales.keys()).chain(&system.locales);
    if told.targets.is_empty() {
        targets.extend(places.filter(|locale| **locale != source).map(|locale| (locale.clone(), 0)));
    } else {
        let list: Vec<&str> = told.targets.iter().map(Locale::as_str).collect();
        found.push(evidence("targets-told", vec![("locales", list.join(", "))]));
        let others = told.targets.iter().filter(|locale| **locale != source);
        targets.extend(others.map(|locale| (locale.clone(), 0)));
    }
    let mut collections = Vec::new();
    for group in groups {
        let mut collection = group.collection(&source, &collections);
        collection.segments.retain(|_, locale| *locale == source || targets.contains_key(locale));
        if group.apart(&source).is_some() {
            found.push(evidence("sources-apart", vec![("example", group.base_example.clone())]));
        }
        collections.push(collection);
    }
    if let Some(ending) = &system.posts {
        collections.push(groups::posts(ending, &collections));
    }
    let mut guess = Guess { source, source_why, targets, collections, evidence: found, unclaimed: 0 };
    count(&mut guess, &sorted, peek);
    guess
}

/// The proposal as the reader takes it. A collection that would not stand, or that takes what
/// another one has, is left out.
fn read_back(guess: &mut Guess, files: &[&str]) -> Option<super::Config> {
    loop {
        if let Ok(config) = super::read(&written::plain(guess)) {
            let twice = files.iter().find_map(|path| config.seen(path).into_iter().nth(1));
            let Some(twice) = twice else { return Some(config) };
            guess.collections.retain(|collection| collection.name != twice.collection);
        } else {
            guess.collections.pop()?;
        }
    }
}

/// Reads the proposal back and counts with it.
fn count(guess: &mut Guess, files: &[&str], peek: &dyn Fn(&str) -> Option<String>) {
    let config = read_back(guess, files);
    let mut unclaimed = Vec::new();
    for path in files.iter().filter(|path| groups::is_text(path)) {
        let seen = config.as_ref().and_then(|config| config.seen(path).into_iter().next());
        let Some(seen) = seen else {
            unclaimed.push(*path);
            continue;
        };
        let own = || systems::front_matter_locale(&peek(path)?);
        let locale = seen.locale.or_else(own).unwrap_or_else(|| guess.source.clone());
        if let Some(total) = guess.targets.get_mut(&locale) {
            *total += 1;
        }
        if let Some(collection) = guess.collections.iter_mut().find(|c| c.name == seen.collection) {
            *collection.counts.entry(locale).or_default() += 1;
        }
    }
    guess.unclaimed = unclaimed.len();
    if guess.collections.is_empty() {
        guess.evidence.push(evidence("nothing-found", Vec::new()));
    }
    if let Some(first) = unclaimed.first() {
        let args = vec![("files", unclaimed.len().to_string()), ("example", (*first).to_owned())];
        guess.evidence.push(evidence("not-understood", args));
    }
}

/// The source locale and why.
fn source_of(
    groups: &[groups::Group],
    system: &systems::System,
    peek: &dyn Fn(&str) -> Option<String>,
) -> (Locale, Evidence) {
    if let Some((locale, file)) = &system.source {
        let args = vec![("file", file.clone()), ("locale", locale.to_string())];
        return (locale.clone(), evidence("source-from-config", args));
    }
    let inside: BTreeSet<&Locale> = groups.iter().flat_map(|group| group.locales.keys()).collect();
    for group in groups.iter().filter(|group| group.base.is_some()).take(MOST_EXAMPLES) {
        // The sources stand without a locale in their path: their own words may tell.
        let text = peek(&group.base_example).unwrap_or_default();
        let args =
            |locale: &Locale| vec![("file", group.base_example.clone()), ("locale", locale.to_string())];
        let own = systems::front_matter_locale(&text);
        if let Some(locale) = own.filter(|locale| !inside.contains(locale)) {
            return (locale.clone(), evidence("source-from-front-matter", args(&locale)));
        }
        if let Some(locale) = systems::script_locale(&text).filter(|locale| !inside.contains(locale)) {
            return (locale.clone(), evidence("source-from-script", args(&locale)));
        }
        if let Some(locale) = systems::text_locale(&text, inside.iter().copied()) {
            return (locale.clone(), evidence("source-from-text", args(&locale)));
        }
    }
    let mut counts: BTreeMap<&Locale, usize> = BTreeMap::new();
    for group in groups {
        for (locale, count) in &group.locales {
            *counts.entry(locale).or_default() += count;
        }
    }
    let apart = groups.iter().any(|group| group.base.is_some());
    if !apart {
        // Among equals English is the likelier source, then the first by tag.
        let most = counts
            .iter()
            .max_by_key(|(locale, count)| (**count, locale.language() == "en", std::cmp::Reverse(**locale)));
        if let Some((locale, count)) = most {
            let args = vec![("locale", locale.to_string()), ("files", count.to_string())];
            return ((*locale).clone(), evidence("source-most-files", args));
        }
    }
    // Where a place has folders for all locales and another has sources apart, the source is one of
    // the first that no version of the second is in.
    let translated: BTreeSet<&Locale> =
        groups.iter().filter(|group| group.base.is_some()).flat_map(|group| group.locales.keys()).collect();
    let whole = groups.iter().filter(|group| group.base.is_none()).flat_map(|group| &group.locales);
    let left = whole.filter(|(locale, _)| !translated.contains(locale));
    if let Some((locale, _)) =
        left.max_by_key(|(locale, count)| (locale.language() == "en", **count, std::cmp::Reverse(*locale)))
    {
        let example = groups.iter().find(|group| group.base.is_some()).map(|group| &group.base_example);
        let example = example.cloned().unwrap_or_default();
        return (
            locale.clone(),
            evidence("source-left", vec![("locale", locale.to_string()), ("example", example)]),
        );
    }
    let known =
        ["en", "es", "fr", "de", "pt", "ja", "zh"].iter().filter_map(|tag| tag.parse::<Locale>().ok());
    let mut free = known.filter(|locale| !inside.iter().any(|other| other.language() == locale.language()));
    match free.next() {
        Some(locale) if locale.language() == "en" => (locale, evidence("source-english", Vec::new())),
        other => {
            let locale = other.unwrap_or_else(Locale::english);
            let args = vec![("locale", locale.to_string())];
            (locale, evidence("source-unsure", args))
        }
    }
}
