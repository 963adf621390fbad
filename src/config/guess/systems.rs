//! What is known of site generators: how to tell them, where they say the source locale, and
//! where they keep sources apart from translations.

use std::collections::BTreeSet;

use super::groups::locale_name;
use super::{Evidence, evidence};
use crate::domain::language::{Candidates, Identify};
use crate::domain::locale::Locale;

/// Files that tell a generator, by the end of their path.
const MARKS: [(&str, &[&str]); 6] = [
    (
        "Docusaurus",
        &["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs"],
    ),
    (
        "Hugo",
        &[
            "hugo.toml",
            "hugo.yaml",
            "hugo.yml",
            "config/_default/languages.toml",
            "config/_default/config.toml",
            "config.toml",
            "config.yaml",
        ],
    ),
    ("Jekyll", &["_config.yml", "_config.yaml"]),
    ("mdBook", &["book.toml"]),
    ("Astro", &["astro.config.mjs", "astro.config.ts", "astro.config.js"]),
    (
        "VitePress",
        &[".vitepress/config.js", ".vitepress/config.ts", ".vitepress/config.mts", ".vitepress/config.mjs"],
    ),
];

/// The names by which generators call the source locale in their configuration.
const SOURCE_KEYS: [&str; 5] =
    ["defaultContentLanguage", "defaultLocale", "default_lang", "language", "lang"];

/// What the generators' files told.
#[derive(Debug, Default)]
pub(super) struct System {
    /// The source locale, and the file that says so.
    pub(super) source: Option<(Locale, String)>,
    /// Locales that a configuration lists, whether they have files or not.
    pub(super) locales: BTreeSet<Locale>,
    /// The ending of posts that tell their locale in their front matter only.
    pub(super) posts: Option<String>,
    /// Folders of a Docusaurus site (the site's own, and the one above it).
    docusaurus: Vec<String>,
}

impl System {
    /// Where the sources for a folder of translations may lie.
    pub(super) fn sources_for(&self, folder: &str, between: &str) -> Vec<String> {
        let Some(site) = folder.strip_suffix("i18n/") else { return Vec::new() };
        let kind = match between {
            "docusaurus-plugin-content-docs/current/" => "docs/",
            "docusaurus-plugin-content-blog/" => "blog/",
            "docusaurus-plugin-content-pages/" => "src/pages/",
            _ => return Vec::new(),
        };
        let above =
            site.strip_suffix('/').map(|site| site.rfind('/').map_or("", |at| site.get(..=at).unwrap_or("")));
        let folders = std::iter::once(site).chain(above).chain(self.docusaurus.iter().map(String::as_str));
        folders.map(|site| format!("{site}{kind}")).collect()
    }
}

/// Looks for the marks of generators and reads what their configuration says of locales.
pub(super) fn look(
    files: &[&str],
    peek: &dyn Fn(&str) -> Option<String>,
    found: &mut Vec<Evidence>,
) -> System {
    let mut system = System::default();
    for (name, marks) in MARKS {
        let marked = files.iter().filter(|path| {
            path.split('/').count() <= 4
                && marks.iter().any(|mark| path.strip_suffix(mark).is_some_and(is_folder))
        });
        for path in marked.take(3) {
            let hugo_like = path.ends_with("config.toml") || path.ends_with("config.yaml");
            // Rust and others have a `config.toml` as well.
            if name == "Hugo" && hugo_like && !files.iter().any(|path| path.contains("content/")) {
                continue;
            }
            found.push(evidence("system", vec![("name", name.to_owned()), ("file", (*path).to_owned())]));
            let text = peek(path).unwrap_or_default();
            read_settings(path, &text, &mut system, found);
            if name == "Docusaurus" {
                let site = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("");
                system.docusaurus.push(site.to_owned());
            }
        }
    }
    let po: BTreeSet<Locale> = files
        .iter()
        .filter_map(|path| {
            let name = path.strip_suffix(".po")?;
            locale_name(name.rsplit('/').next().unwrap_or(name))
        })
        .collect();
    if !po.is_empty() {
        let list: Vec<&str> = po.iter().map(Locale::as_str).collect();
        found.push(evidence("po-files", vec![("locales", list.join(", "))]));
        system.locales.extend(po);
    }
    if let Some(path) = files.iter().find(|path| path.contains("versioned_docs/")) {
        let at = path.find("versioned_docs/").unwrap_or(0) + "versioned_docs/".len();
        found.push(evidence(
            "versioned-docs",
            vec![("folder", path.get(..at).unwrap_or_default().to_owned())],
        ));
    }
    posts_by_front_matter(files, peek, found, &mut system);
    system
}

fn is_folder(before: &str) -> bool {
    before.is_empty() || before.ends_with('/')
}

/// Jekyll sites may tell a post's language in its front matter only.
fn posts_by_front_matter(
    files: &[&str],
    peek: &dyn Fn(&str) -> Option<String>,
    found: &mut Vec<Evidence>,
    system: &mut System,
) {
    let posts = files.iter().filter(|path| path.starts_with("_posts/") && path.matches('/').count() == 1);
    let told: Vec<(&str, Locale)> =
        posts.take(50).filter_map(|path| Some((*path, front_matter_locale(&peek(path)?)?))).collect();
    let locales: BTreeSet<&Locale> = told.iter().map(|(_, locale)| locale).collect();
    if let (true, Some((file, _))) = (locales.len() > 1, told.first()) {
        let list: Vec<&str> = locales.iter().map(|locale| locale.as_str()).collect();
        let args = vec![("file", (*file).to_owned()), ("locales", list.join(", "))];
        found.push(evidence("front-matter-only", args));
        system.posts = file.rsplit_once('.').map(|(_, ending)| ending.to_owned());
        system.locales.extend(locales.into_iter().cloned());
    }
}

/// Reads the settings that matter, line by line: the files are TOML, YAML or JavaScript, and a
/// guess needs no parser for each.
fn read_settings(path: &str, text: &str, system: &mut System, found: &mut Vec<Evidence>) {
    let mut list = |locale: Locale, system: &mut System| {
        let args = vec![("file", path.to_owned()), ("locale", locale.to_string())];
        if system.locales.insert(locale) {
            found.push(evidence("locale-from-config", args));
        }
    };
    let mut below_languages: Option<usize> = None;
    for line in text.lines().take(2000) {
        let trimmed = line.trim();
        let indent = line.len() - line.trim_start().len();
        if trimmed.is_empty() || trimmed.starts_with('#') || trimmed.starts_with("//") {
            continue;
        }
        // TOML: `[languages.es]`; YAML: `es:` below `languages:`.
        let table = trimmed.strip_prefix("[languages.").or_else(|| {
            let at_top = path.ends_with("languages.toml");
            trimmed.strip_prefix('[').filter(|_| at_top)
        });
        if let Some(locale) =
            table.and_then(|rest| locale_name(rest.trim_end_matches(']').trim_matches(['"', '\''])))
        {
            list(locale, system);
        }
        if let Some(above) = below_languages {
            if indent <= above {
                below_languages = None;
            } else if let Some(locale) =
                trimmed.strip_suffix(':').and_then(|name| locale_name(name.trim_matches(['"', '\''])))
            {
                list(locale, system);
            }
        }
        if trimmed == "languages:" || trimmed == "locales:" {
            below_languages = Some(indent);
        }
        let Some((name, value)) = trimmed.split_once(['=', ':']) else { continue };
        let name = name.trim().trim_matches(['"', '\'']);
        if name == "locales" && value.trim_start().starts_with('[') {
            let names = value.split(['[', ']', ',']).map(|name| name.trim().trim_matches(['"', '\'']));
            names.filter_map(locale_name).for_each(|locale| list(locale, system));
        }
        let value = value.trim().trim_end_matches([',', ';']).trim_matches(['"', '\'']);
        if SOURCE_KEYS.contains(&name)
            && system.source.is_none()
            && let Some(locale) = locale_name(value)
        {
            system.source = Some((locale, path.to_owned()));
        }
    }
}

/// The locale that a file's front matter names.
pub(super) fn front_matter_locale(text: &str) -> Option<Locale> {
    let mut lines = text.lines();
    let fence = lines.next()?.trim_end();
    if !matches!(fence, "---" | "+++") {
        return None;
    }
    lines.take_while(|line| line.trim_end() != fence).take(100).find_map(|line| {
        let (name, value) = line.split_once([':', '='])?;
        let value = value.trim().trim_matches(['"', '\'']);
        matches!(name.trim(), "lang" | "language" | "locale").then(|| locale_name(value)).flatten()
    })
}

/// The languages that a text is held against, besides those that the tree has.
const TOLD: [&str; 12] = ["en", "es", "fr", "de", "pt", "it", "nl", "pl", "ru", "uk", "ja", "zh"];

/// The locale of the language that a text is written in: one of the tree's `own`, where one is meant.
/// `None` where there is too little text to be sure.
pub(super) fn text_locale<'l>(text: &str, own: impl Iterator<Item = &'l Locale>) -> Option<Locale> {
    let mut locales: Vec<Locale> = own.cloned().collect();
    for locale in TOLD.iter().filter_map(|tag| tag.parse::<Locale>().ok()) {
        if locales.iter().all(|other| other.language() != locale.language()) {
            locales.push(locale);
        }
    }
    let found = Candidates::new(&locales).identify(text);
    if !found.settled() {
        return None;
    }
    match found.stranger {
        Some(tag) => tag.parse().ok(),
        None => locales.get(found.best?).cloned(),
    }
}

/// The locale that a text's script tells, where a script is of one language on the web: enough to
/// know the source of `README.md` beside `README.en.md`.
pub(super) fn script_locale(text: &str) -> Option<Locale> {
    let (mut han, mut kana, mut hangul, mut all) = (0, 0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(4000) {
        all += 1;
        match c {
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            _ => {}
        }
    }
    let tag = if all < 20 {
        return None;
    } else if kana * 10 > all {
        "ja"
    } else if han * 3 > all {
        "zh"
    } else if hangul * 3 > all {
        "ko"
    } else {
        return None;
    };
    tag.parse().ok()
}
