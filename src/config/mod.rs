//! `cotejo.toml`: as typed, then as meant, with every problem at its line and column.
//!
//! [`read`] goes over the text in two passes. The first (`typed`, by the one list of keys in
//! [`keys`]) finds slips of syntax, unknown keys and values of the wrong type; the second
//! (`meant`) asks what the values mean together. Both go on after a problem, so that all are
//! told at once. Nothing here reads a file: text comes in, values go out.
//!
//! [`guess`] looks at the names of a tree's files and says what configuration would fit.

pub mod globs;
pub mod guess;
pub mod idle;
pub mod keys;
mod meant;
mod problem;
mod schema;
mod syntax;
mod template;
#[cfg(test)]
mod tests;
mod typed;

use std::collections::BTreeMap;

pub use globs::Globs;
pub use problem::{CODES, Problem, Spot};
pub use schema::schema;
pub use template::{BadTemplate, Captures, Template};

use crate::domain::article::{Article, ArticleId, TreePath, Wish};
use crate::domain::locale::Locale;
use crate::domain::package::urgency::Weights;
use crate::domain::page::KnownBy;
use crate::domain::pairing::{ByHand, CollectionRule, LocaleNames, Role, Seen, read_address};

/// Reads the text of a `cotejo.toml`.
///
/// Out: the configuration (with warnings), or every problem, sorted by place. Time is linear in
/// the text but for the comparison of collections with each other; texts beyond 1 MiB are refused.
pub fn read(text: &str) -> Result<Config, Vec<Problem>> {
    if text.len() > typed::LARGEST {
        let limit = typed::LARGEST.to_string();
        return Err(vec![Problem { line: 1, column: 1, code: "too-large", args: vec![("limit", limit)] }]);
    }
    let (text, closed) = syntax::mend(text);
    let mut problems = problem::Problems::new(&text);
    let fields = typed::read(&mut problems, closed);
    match meant::config(&fields, &mut problems) {
        Some(config) if problems.is_empty() => Ok(config),
        _ => Err(problems.sorted()),
    }
}

/// A configuration without problems.
#[derive(Clone, Debug)]
pub struct Config {
    /// The locale that articles are written in by default.
    pub source: Locale,
    /// The locales that articles are translated to, as listed.
    pub targets: Vec<Locale>,
    /// The folder of the records.
    pub ledger: TreePath,
    /// The names of the site's locales in addresses and paths: tags and segments.
    pub names: LocaleNames,
    /// The collections, as listed.
    pub collections: Vec<Collection>,
    /// The wishes of editors, `keep` before `local`.
    pub wishes: Vec<WishRule>,
    /// Pairs settled by hand.
    pub pairs: Vec<ByHand>,
    /// Where the source and the target of each are named.
    pub pairs_at: Vec<(Spot, Spot)>,
    /// The front-matter keys for pairing.
    pub front_matter: FrontMatter,
    /// What counts as a debt.
    pub policy: Policy,
    /// What makes an article urgent.
    pub urgency: Urgency,
    /// Where the termbase is, if that is said; else it is in [`TERMBASE`], if there is one.
    pub termbase: Option<TreePath>,
    /// Memories of other tools.
    pub memory: Memories,
    /// The site's own notices.
    pub notices: Vec<Notice>,
    /// What may be meant, but is likely not.
    pub warnings: Vec<Problem>,
}

/// What makes an article urgent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Urgency {
    /// The weights.
    pub weights: Weights,
    /// How often articles are read: a CSV file.
    pub figures: Option<TreePath>,
}

/// Translation memories of other tools.
#[derive(Clone, Debug, Default)]
pub struct Memories {
    /// TMX files, by patterns over paths from the project's root.
    pub files: Globs,
    /// So many percent are taken off each match from them.
    pub penalty: u8,
}

/// The folder of a project's termbase, where the configuration names no other.
pub const TERMBASE: &str = "glossary";

/// A group of files.
#[derive(Clone, Debug)]
pub struct Collection {
    /// Its name.
    pub name: String,
    /// Where its files lie.
    pub layout: Layout,
    /// The locale its articles are written in.
    pub source_locale: Locale,
    /// The locale its pages were asked for in, where nothing nearer tells.
    pub requested: Option<Locale>,
    /// The address of the site.
    pub base_url: Option<String>,
    /// The format of its files (one of [`keys::FORMATS`]); `None`: by extension.
    pub format: Option<String>,
    /// What is not part of it.
    pub exclude: Globs,
    /// What is known of single pages, by path.
    pub pages: BTreeMap<TreePath, PageByHand>,
    /// Where its templates stand, by their keys.
    pub spots: BTreeMap<&'static str, Spot>,
    names: LocaleNames,
}

/// Where a collection's files lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One template for all locales. Where it has no `{locale}`, each file's front matter tells its
    /// own.
    Files(Template),
    /// Sources and targets apart.
    Sides {
        /// The template of the sources.
        source: Template,
        /// The template of the targets.
        target: Template,
    },
    /// Pages as a site served them, with versions beside them.
    Pages {
        /// The template of the pages.
        pages: Template,
        /// The template of source versions, if there are any.
        source: Option<Template>,
        /// The template of the translations, if there are any.
        target: Option<Template>,
    },
}

/// What is known of a single page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageByHand {
    /// The locale it was asked for in.
    pub requested: Option<Locale>,
    /// The address it was served at.
    pub url: Option<String>,
    /// The name that joins the pages of one article.
    pub article: Option<String>,
}

/// A wish of an editor about some articles.
#[derive(Clone, Debug)]
pub struct WishRule {
    /// Not to be translated, or of one locale only.
    pub wish: Wish,
    /// The paths it is about.
    pub path: Option<Globs>,
    /// The ids it is about.
    pub article: Option<Globs>,
    /// Where the pattern for paths stands.
    pub path_at: Spot,
    /// Where the pattern for ids stands.
    pub article_at: Spot,
    /// The locales it holds for; `None`: all.
    pub locales: Option<Vec<Locale>>,
    /// Why.
    pub reason: Option<String>,
}

/// Front-matter keys, each list in order of preference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// Keys whose value all versions of an article share.
    pub translation_key: Vec<String>,
    /// Keys that say which locale a file is in.
    pub locale: Vec<String>,
    /// Keys that say which locale the article was written in.
    pub source_locale: Vec<String>,
    /// Keys with the page's address.
    pub url: Vec<String>,
}

/// What counts as a debt, and what fails a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The slightest class of change that makes a version outdated (one of [`keys::CHANGES`]).
    pub outdated_from: String,
    /// What `check` does with versions that no record knows.
    pub unrecorded: Unrecorded,
    /// What `check` does with what the quality checks find.
    pub quality: Quality,
    /// What fails a check (of [`keys::GATES`]), in the order of that list.
    pub fail_on: Vec<String>,
    /// Days that a version may be behind before a check fails.
    pub grace_days: u16,
    /// The least share of current versions in percent.
    pub coverage: BTreeMap<Locale, u8>,
}

/// What `check` does with versions that no record knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrecorded {
    /// Nothing.
    Allow,
    /// It says so.
    Warn,
    /// It fails.
    Fail,
}

/// What `check` does with what the quality checks find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// Nothing: it does not look.
    Allow,
    /// It says so.
    Warn,
    /// It fails on errors.
    Errors,
    /// It fails on errors and warnings.
    Warnings,
}

/// A wording of the site's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A name for evidence.
    pub name: Option<String>,
    /// The wording, with `{target}` and `{served}`.
    pub text: String,
    /// The locale it is written in.
    pub locale: Option<Locale>,
}

impl Config {
    /// The site's locales: the source first, then the targets as listed.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        std::iter::once(&self.source).chain(&self.targets)
    }

    /// The folders a walker has to visit, none below another, sorted; an empty text is the whole
    /// tree. They end in `/`.
    pub fn folders(&self) -> Vec<&str> {
        let mut folders: Vec<&str> =
            self.collections.iter().flat_map(|c| c.templates().map(Template::folder)).collect();
        folders.sort_unstable();
        folders.dedup();
        let mut kept: Vec<&str> = Vec::new();
        for folder in folders {
            if kept.last().is_none_or(|above| !folder.starts_with(above)) {
                kept.push(folder);
            }
        }
        kept
    }

    /// Whether a place that can't be listed, a file or a folder, is one that no collection wants:
    /// each that looks there excludes it, or all that is below it.
    pub fn passes_over(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let looks = |template: &Template| {
            below.starts_with(template.folder()) || template.folder().starts_with(below.as_str())
        };
        let mut those = self.collections.iter().filter(|c| c.templates().any(looks)).peekable();
        let inside = format!("{below}x");
        below.strip_prefix(self.ledger.as_str()).is_none_or(|rest| !rest.starts_with('/'))
            && those.peek().is_some()
            && those.all(|c| c.exclude.matches(path) || c.exclude.matches(&inside))
    }

    /// The file at `path` as each collection that claims it sees it: mostly none or one. The
    /// caller adds what the file's own front matter tells.
    pub fn seen(&self, path: &str) -> Vec<Seen> {
        self.collections.iter().filter_map(|collection| collection.seen(path)).collect()
    }

    /// What pairing has to know of the collections.
    pub fn rules(&self) -> Vec<CollectionRule> {
        let rule = |collection: &Collection| CollectionRule {
            name: collection.name.clone(),
            source_locale: collection.source_locale.clone(),
            locales: self.locales().cloned().collect(),
            base_url: collection.base_url.clone(),
        };
        self.collections.iter().map(rule).collect()
    }

    /// The wish about an article in a locale, with its rule. With the article's source locale:
    /// about the whole article, so rules for some locales don't count.
    pub fn wish(&self, article: &Article, locale: &Locale) -> Option<&WishRule> {
        let whole = *locale == article.source_locale;
        let files = || article.source.iter().chain(&article.pages).chain(&article.targets);
        self.wishes.iter().find(|rule| {
            let here = match &rule.locales {
                Some(locales) => !whole && locales.contains(locale),
                None => true,
            };
            here && rule.is_about(&article.id, files().map(|file| &file.path))
        })
    }
}

impl WishRule {
    /// Whether the rule is about the article with that id and these files. Where it has a pattern
    /// for paths and one for ids, both must fit.
    pub fn is_about<'f>(&self, id: &ArticleId, mut files: impl Iterator<Item = &'f TreePath>) -> bool {
        self.article.as_ref().is_none_or(|globs| globs.matches(id.as_str()))
            && self.path.as_ref().is_none_or(|globs| files.any(|path| globs.matches(path.as_str())))
    }
}

impl Collection {
    /// Its templates.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.named_templates().map(|(_, template)| template)
    }

    /// Its templates with their keys.
    pub fn named_templates(&self) -> impl Iterator<Item = (&'static str, &Template)> {
        let (first, second, third) = match &self.layout {
            Layout::Files(files) => (Some(("files", files)), None, None),
            Layout::Sides { source, target } => (Some(("source", source)), Some(("target", target)), None),
            Layout::Pages { pages, source, target } => (
                Some(("pages", pages)),
                source.as_ref().map(|source| ("source", source)),
                target.as_ref().map(|target| ("target", target)),
            ),
        };
        [first, second, third].into_iter().flatten()
    }

    /// The file at `path` as this collection sees it, or `None` if it isn't one of its files.
    ///
    /// A path that fits the targets' template is a target even where the sources' fits as well:
    /// `content/{path}.md` would take `content/a.es.md` too.
    pub fn seen(&self, path: &str) -> Option<Seen> {
        if self.exclude.matches(path) {
            return None;
        }
        let version = |template: &Template| {
            let caught = template.caught(path)?;
            Some((Role::Version, caught.locale.cloned(), caught.stem))
        };
        let source = |template: &Template| {
            Some((Role::Version, Some(self.source_locale.clone()), template.caught(path)?.stem))
        };
        let page = |template: &Template| {
            let caught = template.caught(path)?;
            Some((Role::Page, caught.locale.cloned(), caught.stem))
        };
        let (role, locale, stem) = match &self.layout {
            Layout::Files(files) => version(files)?,
            Layout::Sides { source: from, target } => version(target).or_else(|| source(from))?,
            Layout::Pages { pages, source: from, target } => target
                .as_ref()
                .and_then(version)
                .or_else(|| from.as_ref().and_then(source))
                .or_else(|| page(pages))?,
        };
        let stem = stem.to_owned();
        let path = TreePath::new(path);
        let told = self.pages.get(&path).filter(|_| role == Role::Page);
        let url = told.and_then(|page| page.url.clone());
        let mut locale = locale.or_else(|| told.and_then(|page| page.requested.clone()));
        if role == Role::Page && locale.is_none() {
            let address = |url: &String| read_address(url, self.base_url.as_deref(), &self.names)?.locale;
            locale = url.as_ref().and_then(address).or_else(|| self.requested.clone());
        }
        Some(Seen {
            path,
            collection: self.name.clone(),
            role,
            stem,
            locale,
            own_source: None,
            url,
            keys: Vec::new(),
            article: told.and_then(|page| page.article.clone()),
        })
    }

    /// By what of the configuration the locale of the file at `path` is known; `None` where the file
    /// itself has to tell.
    pub fn locale_told_by(&self, path: &str) -> Option<KnownBy> {
        let seen = self.seen(path)?;
        let has_locale = |key: &str| {
            let (_, template) = self.named_templates().find(|(name, _)| *name == key)?;
            Some(template.caught(path)?.locale.is_some())
        };
        match seen.role {
            // The template of the sources tells by being fitted.
            Role::Version => {
                let told = has_locale("target").or_else(|| has_locale("files")).unwrap_or(true);
                told.then_some(KnownBy::Path)
            }
            Role::Page => {
                let told = self.pages.get(&seen.path);
                let from_url = || {
                    let url = told?.url.as_ref()?;
                    read_address(url, self.base_url.as_deref(), &self.names)?.locale
                };
                if has_locale("pages") == Some(true) {
                    Some(KnownBy::Path)
                } else if told.is_some_and(|page| page.requested.is_some()) {
                    Some(KnownBy::Page)
                } else if from_url().is_some() {
                    Some(KnownBy::Url)
                } else {
                    self.requested.is_some().then_some(KnownBy::Collection)
                }
            }
        }
    }

    /// Where the version of an article in `locale` would stand. `segment`: the locale's name as
    /// another file of the collection writes it ([`Captures::segment`]), if there is one.
    pub fn path_for(&self, locale: &Locale, stem: &str, segment: Option<&str>) -> Option<TreePath> {
        let template = match &self.layout {
            // Where the files tell their locale, no path is that of a locale.
            Layout::Files(files) if !files.has_locale() => return None,
            Layout::Files(files) => files,
            Layout::Sides { source, .. } if *locale == self.source_locale => source,
            Layout::Sides { target, .. } => target,
            Layout::Pages { source, .. } if *locale == self.source_locale => source.as_ref()?,
            Layout::Pages { target, .. } => target.as_ref()?,
        };
        match segment {
            Some(segment) => template.fill_as(segment, stem),
            None => template.fill(locale, stem),
        }
    }
}
