//! The places in a tree where the names of locales stand.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{self, Candidate};
use super::systems::System;
use super::{Evidence, GuessedCollection, evidence};
use crate::domain::locale::Locale;

/// The endings of files that cotejo reads.
const ENDINGS: [&str; 7] = ["md", "markdown", "mdx", "txt", "html", "htm", "xhtml"];

/// Folders of what is made or fetched, never of what people write.
pub(super) const PASSED_OVER: [&str; 9] =
    ["node_modules", "target", "vendor", "_site", ".git", ".cotejo", "dist", ".docusaurus", "resources"];

/// The languages of ISO 639-1, and some with three letters that sites have: a folder named by
/// another short word (`src`, `img`, `api`) is no language, though it has the shape of a tag.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig \
    ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn \
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk \
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za \
    zh zu fil yue haw ast ckb hsb dsb kab";

/// Country codes that sites take for languages.
const COUNTRIES: [(&str, &str); 5] =
    [("cn", "zh-Hans"), ("jp", "ja"), ("cz", "cs"), ("ua", "uk"), ("gr", "el")];

/// What stands between the folder of a locale and the files, in systems that have such.
const BETWEEN: [&str; 6] = [
    "docusaurus-plugin-content-docs/current/",
    "docusaurus-plugin-content-blog/",
    "docusaurus-plugin-content-pages/",
    "_posts/",
    "_docs/",
    "src/",
];

/// Where the locale stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In the name of a folder.
    Folder,
    /// At the end of a file's name, after this character.
    Ending(char),
}

/// A place: the folder before it, what stands between it and the files, and their ending.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct PlaceKey {
    place: Place,
    folder: String,
    between: &'static str,
    ending: String,
}

/// The files around one place.
#[derive(Clone, Debug)]
pub(super) struct Group {
    key: PlaceKey,
    /// The locales that stand there, with their files.
    pub(super) locales: BTreeMap<Locale, usize>,
    segments: BTreeMap<Locale, String>,
    /// The folder of the sources that have no locale in their path.
    pub(super) base: Option<String>,
    /// One of them.
    pub(super) base_example: String,
    /// How many names with a locale answer to one of them.
    based: usize,
    /// Whether the collection keeps to the files right in the folder of its sources.
    pub(super) near: bool,
    /// What it leaves to other collections: patterns.
    pub(super) exclude: Vec<String>,
    /// How many files the collection takes in.
    pub(super) covered: usize,
}

/// Whether a path is looked at at all.
pub(super) fn is_looked_at(path: &str) -> bool {
    path.len() <= 1024
        && !path.starts_with('/')
        && !path.chars().any(|c| c.is_control() || matches!(c, '{' | '}' | '\\' | '*'))
        && !path.split('/').any(|segment| PASSED_OVER.contains(&segment))
}

/// Whether the file is a text that cotejo reads.
pub(super) fn is_text(path: &str) -> bool {
    ending(path).is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// A file's path without its ending, and the ending.
pub(super) fn ending(path: &str) -> Option<(&str, &str)> {
    let (stem, ending) = path.rsplit_once('.')?;
    (!stem.is_empty() && !stem.ends_with('/') && !ending.contains('/')).then_some((stem, ending))
}

/// The locale that a name in a path stands for, if people use it for one.
pub(super) fn locale_name(name: &str) -> Option<Locale> {
    if !(2..=12).contains(&name.len()) {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    if let Some((_, tag)) = COUNTRIES.iter().find(|(country, _)| *country == lower) {
        return tag.parse().ok();
    }
    let locale: Locale = name.parse().ok()?;
    LANGUAGES.split(' ').any(|known| known == locale.language()).then_some(locale)
}

/// Every place with files, best first; no file is in two of them.
pub(super) fn find(files: &[&str], system: &System) -> Vec<Group> {
    let texts: Vec<&str> = files.iter().copied().filter(|path| is_text(path)).collect();
    let all: BTreeSet<&str> = texts.iter().copied().collect();
    // Place → locale → (name as written, stem, path).
    type Found<'f> = BTreeMap<Locale, Vec<(&'f str, String, &'f str)>>;
    let mut places: BTreeMap<PlaceKey, Found<'_>> = BTreeMap::new();
    for path in &texts {
        for (key, locale, name, stem) in places_of(path) {
            places.entry(key).or_default().entry(locale).or_default().push((name, stem, path));
        }
    }

    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    for (key, mut found) in places {
        let mut stems: BTreeMap<&str, usize> = BTreeMap::new();
        for files in found.values() {
            let own: BTreeSet<&str> = files.iter().map(|(_, stem, _)| stem.as_str()).collect();
            own.into_iter().for_each(|stem| *stems.entry(stem).or_default() += 1);
        }
        let shared: BTreeSet<String> =
            stems.iter().filter(|(_, count)| **count > 1).map(|(stem, _)| (*stem).to_owned()).collect();
        let base = base_of(&key, stems.keys().copied(), &all, system);
        let source_of = |stem: &str| {
            let path = format!("{}{stem}.{}", base.as_ref()?, key.ending);
            all.get(path.as_str()).copied()
        };
        let sources: BTreeSet<&str> = stems.keys().filter_map(|stem| source_of(stem)).collect();
        let answered =
            |(_, stem, _): &(&str, String, &str)| shared.contains(stem) || source_of(stem).is_some();
        match key.place {
            // A folder of a locale may hold what no other has; it only has to have something.
            Place::Folder => found.retain(|_, files| files.iter().any(answered)),
            // An ending is believed for the files that answer to others.
            Place::Ending(_) => {
                found.retain(|_, files| files.iter().filter(|f| answered(f)).count() * 2 >= files.len())
            }
        }
        let base_example = found.values().flatten().find_map(|(_, stem, _)| source_of(stem));
        if found.is_empty() || (found.len() < 2 && base_example.is_none()) {
            continue;
        }
        let mut core: BTreeSet<&str> = found.values().flatten().map(|(_, _, path)| *path).collect();
        core.extend(found.values().flatten().filter_map(|(_, stem, _)| source_of(stem)));
        let deep = found.values().flatten().any(|(_, stem, _)| stem.contains('/'));
        let segment = |(locale, files): (&Locale, &Vec<(&str, String, &str)>)| {
            let name = files.first().map(|(name, ..)| (*name).to_owned())?;
            (name != locale.as_str()).then(|| (locale.clone(), name))
        };
        let group = Group {
            segments: found.iter().filter_map(segment).collect(),
            locales: found.iter().map(|(locale, files)| (locale.clone(), files.len())).collect(),
            based: sources.len(),
            base_example: base_example.unwrap_or_default().to_owned(),
            base: base.filter(|_| base_example.is_some()),
            near: false,
            exclude: Vec::new(),
            covered: core.len(),
            key,
        };
        candidates.push(Candidate { group, core, deep });
    }
    claims::settle(candidates, &texts)
}

/// The places in a path where a locale's name stands, with the name and what is left as stem.
fn places_of(path: &str) -> Vec<(PlaceKey, Locale, &str, String)> {
    let mut places = Vec::new();
    let Some((stem, ending)) = ending(path) else { return places };
    let mut at = 0;
    for segment in path.split('/') {
        let after = at + segment.len() + 1;
        if places.len() < 3
            && let Some(rest) = stem.get(after..).filter(|rest| !rest.is_empty())
            && let Some(locale) = locale_name(segment)
        {
            let between = BETWEEN.iter().find(|between| rest.starts_with(**between)).copied().unwrap_or("");
            let rest = rest.get(between.len()..).unwrap_or_default();
            if !rest.is_empty() {
                let folder = path.get(..at).unwrap_or_default().to_owned();
                let key = PlaceKey { place: Place::Folder, folder, between, ending: ending.to_owned() };
                places.push((key, locale, segment, rest.to_owned()));
            }
        }
        at = after;
    }
    let name_at = stem.rfind('/').map_or(0, |slash| slash + 1);
    let name = stem.get(name_at..).unwrap_or_default();
    for mark in ['.', '_', '-'] {
        // `pt-BR` and `zh_Hans` have a mark of their own: the longest name wins.
        let cut = name.match_indices(mark).find_map(|(cut, _)| {
            let (before, after) = (name.get(..cut)?, name.get(cut + 1..)?);
            Some((before, after, locale_name(after).filter(|_| !before.is_empty())?))
        });
        let Some((before, after, locale)) = cut else { continue };
        let folder = stem.split_once('/').map_or(String::new(), |(top, _)| format!("{top}/"));
        let rest = stem.get(folder.len()..name_at).unwrap_or_default();
        let key = PlaceKey { place: Place::Ending(mark), folder, between: "", ending: ending.to_owned() };
        places.push((key, locale, after, format!("{rest}{before}")));
        break;
    }
    places
}

/// The folder where the sources of a place lie, if they lie outside of it.
fn base_of<'s>(
    key: &PlaceKey,
    stems: impl Iterator<Item = &'s str> + Clone,
    all: &BTreeSet<&str>,
    system: &System,
) -> Option<String> {
    let mut candidates = vec![format!("{}{}", key.folder, key.between)];
    if key.place == Place::Folder {
        candidates.extend(system.sources_for(&key.folder, key.between));
    }
    candidates
        .into_iter()
        .find(|base| stems.clone().any(|stem| all.contains(format!("{base}{stem}.{}", key.ending).as_str())))
}

impl Group {
    /// The folder before the locale; it ends in `/` or is empty.
    pub(super) fn folder(&self) -> &str {
        &self.key.folder
    }

    /// The ending of its files.
    pub(super) fn ending(&self) -> &str {
        &self.key.ending
    }

    /// What it is sorted by among equals.
    pub(super) fn order(&self) -> impl Ord {
        &self.key
    }

    /// Whether the locale stands at the end of names.
    pub(super) fn is_by_ending(&self) -> bool {
        matches!(self.key.place, Place::Ending(_))
    }

    /// Whether the locale stands at the end of names right at the root of the tree.
    pub(super) fn is_at_the_root(&self) -> bool {
        self.is_by_ending() && self.key.folder.is_empty()
    }

    /// The folder of the sources, where they have no locale in their path. Where files of the source
    /// locale stand both ways, the way that more of them go.
    pub(super) fn apart(&self, source: &Locale) -> Option<&String> {
        let inside = self.locales.get(source).copied().unwrap_or(0);
        self.base.as_ref().filter(|_| inside == 0 || self.based > inside)
    }

    /// What the group rests on.
    pub(super) fn evidence(&self) -> Evidence {
        let locales: Vec<&str> = self.locales.keys().map(Locale::as_str).collect();
        let locales = locales.join(", ");
        match self.key.place {
            Place::Folder => {
                let folder = format!("{}…/{}", self.key.folder, self.key.between);
                evidence("locale-folders", vec![("folder", folder), ("locales", locales)])
            }
            Place::Ending(mark) => {
                let locale = self.locales.keys().next();
                let name =
                    locale.map_or("", |locale| self.segments.get(locale).map_or(locale.as_str(), |s| s));
                let example = format!("{}…{mark}{name}.{}", self.key.folder, self.key.ending);
                evidence("locale-endings", vec![("example", example), ("locales", locales)])
            }
        }
    }

    /// The collection that fits the group; its name is none of those in `before`.
    pub(super) fn collection(&self, source: &Locale, before: &[GuessedCollection]) -> GuessedCollection {
        let PlaceKey { place, folder, between, ending } = &self.key;
        let base = self.apart(source);
        // Right at the root there is no folder to cross.
        let one = (base.is_some() && self.near) || self.is_at_the_root();
        let stem = if one { "{name}" } else { "{path}" };
        let target = match place {
            Place::Folder => format!("{folder}{{locale}}/{between}{stem}.{ending}"),
            Place::Ending(mark) => format!("{folder}{stem}{mark}{{locale}}.{ending}"),
        };
        let (files, sides) = match base {
            Some(base) => (None, Some((format!("{base}{stem}.{ending}"), target))),
            None => (Some(target), None),
        };
        let exclude = if base.is_some() { self.exclude.clone() } else { Vec::new() };
        let segments = self.segments.iter().map(|(locale, name)| (name.clone(), locale.clone())).collect();
        let named_by = base.filter(|base| !base.is_empty()).unwrap_or(folder);
        let skipped = |segment: &&str| !matches!(*segment, "" | "src" | "content" | "i18n");
        let last = named_by.split('/').rfind(skipped).or((*between == "_posts/").then_some("posts"));
        let stem = last.unwrap_or(match place {
            Place::Ending(_) if folder.is_empty() => "top",
            _ => "site",
        });
        let stem = stem.trim_matches(['_', '.']).replace('~', "-");
        let stem = if stem.is_empty() { "site".to_owned() } else { stem };
        let name = free_name(&stem, before);
        GuessedCollection { name, files, sides, exclude, segments, counts: BTreeMap::new() }
    }
}

/// The collection of Jekyll's posts, where each tells its locale in its front matter.
pub(super) fn posts(ending: &str, before: &[GuessedCollection]) -> GuessedCollection {
    GuessedCollection {
        name: free_name("posts", before),
        files: Some(format!("_posts/{{path}}.{ending}")),
        sides: None,
        exclude: Vec::new(),
        segments: BTreeMap::new(),
        counts: BTreeMap::new(),
    }
}

/// That name, with a number where another collection has it.
pub(super) fn free_name(stem: &str, before: &[GuessedCollection]) -> String {
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut names = std::iter::once(stem.to_owned()).chain(numbered);
    let free = |name: &String| before.iter().all(|other| other.name != *name);
    names.find(free).unwrap_or_else(|| stem.to_owned())
}
