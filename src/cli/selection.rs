//! Which articles a user names: by id, by the path of any of their files, by a pattern, by a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use super::error::{Failure, Message};
use super::filter::pattern;
use super::trouble;
use super::workspace::Workspace;
use crate::domain::article::{Article, ArticleId, TreePath};
use crate::domain::locale::Locale;
use crate::domain::pairing::{Pairing, Place};
use crate::domain::verdict::Trouble;

/// How many names are proposed for one that nothing has.
const NEAR: usize = 3;
/// From this likeness on (Jaro and Winkler, 0 to 1) a name is proposed.
const LIKE: f64 = 0.85;
/// No name is longer that is worth a proposal.
const LONGEST: usize = 300;

/// An article that was asked for, with what stands in the locales asked for.
pub struct Pick<'w> {
    /// The article.
    pub article: &'w Article,
    /// What stands in each locale asked for.
    pub pairings: Vec<&'w Pairing>,
    /// Whether it was named itself, and not by a pattern, a folder or `--all`.
    pub singly: bool,
}

/// What is asked of one article.
#[derive(Default)]
struct Wanted {
    singly: bool,
    /// Its locales; `None` for all of them.
    locales: Option<BTreeSet<Locale>>,
}

/// The articles that `names` name, sorted by id. A version's path stands for the article in that
/// locale, any other name for all of its locales. Paths may be below the project's root or below
/// `folder`, where the user stands. `locales` narrows the choice further; none for all.
///
/// A name that names nothing is an error that proposes others.
pub fn named<'w>(
    workspace: &'w Workspace,
    folder: &Path,
    names: &[String],
    locales: &[Locale],
) -> Result<Vec<Pick<'w>>, Failure> {
    check_locales(workspace, locales)?;
    let mut wanted: BTreeMap<ArticleId, Wanted> = BTreeMap::new();
    for name in names {
        let written = spellings(workspace, folder, name);
        let exact = written.iter().find_map(|name| exactly(workspace, name));
        let (singly, found) = match exact {
            Some(found) => (true, vec![found?]),
            None => (false, by_pattern(workspace, &written)?),
        };
        if found.is_empty() {
            let unlisted = unlisted(workspace, folder, std::slice::from_ref(name));
            // What can't be read is named, but nobody knows what it is.
            trouble::ending(&unlisted)?;
            return Err(unknown(workspace, name));
        }
        for (article, locale) in found {
            let entry = wanted
                .entry(article)
                .or_insert_with(|| Wanted { singly: false, locales: Some(BTreeSet::new()) });
            entry.singly |= singly;
            match locale {
                Some(locale) => drop(entry.locales.as_mut().map(|list| list.insert(locale))),
                None => entry.locales = None,
            }
        }
    }
    Ok(picks(workspace, |article| wanted.get(&article.id), locales))
}

/// What could not be listed of the places that `names` name, each as a path, a pattern or a folder.
pub fn unlisted(workspace: &Workspace, folder: &Path, names: &[String]) -> Vec<Trouble> {
    let written: Vec<String> = names.iter().flat_map(|name| spellings(workspace, folder, name)).collect();
    let globs: Vec<_> = written.iter().filter_map(|text| pattern(text).ok()).collect();
    let fits = |trouble: &&Trouble| globs.iter().any(|glob| glob.is_match(trouble.path.as_str()));
    workspace.problems.iter().filter(fits).cloned().collect()
}

/// All articles, in those locales (none for all).
pub fn all<'w>(workspace: &'w Workspace, locales: &[Locale]) -> Result<Vec<Pick<'w>>, Failure> {
    check_locales(workspace, locales)?;
    let every = Wanted::default();
    Ok(picks(workspace, |_| Some(&every), locales))
}

/// A locale that the project does not have is a slip.
pub fn check_locales(workspace: &Workspace, locales: &[Locale]) -> Result<(), Failure> {
    let known: Vec<&Locale> = workspace.config.locales().collect();
    match locales.iter().find(|locale| !known.contains(locale)) {
        None => Ok(()),
        Some(other) => {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            Err(Failure::new(Message::new("filter-locale").showing("locale", other))
                .hint(Message::new("filter-known").with("known", known.join(", "))))
        }
    }
}

fn picks<'w, 'a>(
    workspace: &'w Workspace,
    wanted: impl Fn(&Article) -> Option<&'a Wanted>,
    locales: &[Locale],
) -> Vec<Pick<'w>> {
    let pairings = &workspace.pairing.pairings;
    let mut picks = Vec::new();
    let mut from = 0;
    for article in &workspace.pairing.articles {
        // Both lists are sorted by id.
        let own = pairings.iter().skip(from).take_while(|pairing| pairing.article == article.id).count();
        let own = pairings.get(from..from + own).unwrap_or(&[]);
        from += own.len();
        let Some(wanted) = wanted(article) else { continue };
        let takes = |locale: &Locale| {
            (locales.is_empty() || locales.contains(locale))
                && wanted.locales.as_ref().is_none_or(|list| list.contains(locale))
        };
        let pairings: Vec<&Pairing> = own.iter().filter(|pairing| takes(&pairing.locale)).collect();
        if !pairings.is_empty() {
            picks.push(Pick { article, pairings, singly: wanted.singly });
        }
    }
    picks
}

/// The name as a path below the root: as it is, and as seen from where the user stands.
pub fn spellings(workspace: &Workspace, folder: &Path, name: &str) -> Vec<String> {
    let below = |path: &Path| -> Option<String> {
        let mut parts: Vec<&str> = Vec::new();
        for component in path.components() {
            match component {
                Component::Normal(part) => parts.push(part.to_str()?),
                Component::ParentDir => drop(parts.pop()?),
                Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
            }
        }
        Some(parts.join("/"))
    };
    let path = Path::new(name);
    let mut written = Vec::new();
    if path.is_relative() {
        written.extend(below(path));
    }
    let full = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()).join(path);
    // `..` is taken away first: it may lead out of the folder and back.
    let full = below(&full).map(|text| Path::new("/").join(text));
    if let Some(inside) = full.as_deref().and_then(|full| full.strip_prefix(&workspace.root).ok()) {
        written.extend(below(inside));
    }
    written.push(name.to_owned());
    let mut seen = BTreeSet::new();
    written.retain(|text| !text.is_empty() && seen.insert(text.clone()));
    if path == Path::new(".") && written.iter().all(|text| text == ".") {
        written = vec!["**".to_owned()];
    }
    written
}

type Named = (ArticleId, Option<Locale>);

/// What has exactly this name; an error where it is a file that belongs to no article.
fn exactly(workspace: &Workspace, name: &str) -> Option<Result<Named, Failure>> {
    let id = ArticleId::from_text(name);
    if workspace.pairing.article(&id).is_some() {
        return Some(Ok((id, None)));
    }
    let path = TreePath::new(name);
    if let Some(place) = workspace.pairing.place(&path) {
        return Some(match place {
            Place::Source { article } | Place::Page { article, .. } => Ok((article.clone(), None)),
            Place::Target { article, locale, .. } | Place::Orphan { article, locale } => {
                Ok((article.clone(), Some(locale.clone())))
            }
            Place::Ambiguous | Place::Unplaced { .. } => {
                Err(Failure::new(Message::new("select-no-article").with("path", name))
                    .hint(Message::new("select-no-article-hint")))
            }
        });
    }
    if !workspace.has(&path) {
        return None;
    }
    let owner =
        workspace.pairing.pairings.iter().find(|p| workspace.record_path(&p.article, &p.locale) == path)?;
    Some(Ok((owner.article.clone(), Some(owner.locale.clone()))))
}

/// What fits one of the spellings as a pattern or a folder.
fn by_pattern(workspace: &Workspace, written: &[String]) -> Result<Vec<Named>, Failure> {
    let globs = written.iter().map(|text| pattern(text)).collect::<Result<Vec<_>, _>>()?;
    let fits = |text: &str| globs.iter().any(|glob| glob.is_match(text));
    let mut found: Vec<Named> = Vec::new();
    for article in &workspace.pairing.articles {
        let whole = fits(article.id.as_str())
            || article.source.iter().chain(&article.pages).any(|file| fits(file.path.as_str()));
        if whole {
            found.push((article.id.clone(), None));
            continue;
        }
        let versions = article.targets.iter().filter(|file| fits(file.path.as_str()));
        found.extend(versions.map(|file| (article.id.clone(), file.locale.clone())));
    }
    Ok(found)
}

fn unknown(workspace: &Workspace, name: &str) -> Failure {
    let failure = Failure::new(Message::new("select-unknown").with("name", name));
    let near = near(workspace, name);
    match near.is_empty() {
        true => failure.hint(Message::new("select-list")),
        false => failure.hint(Message::new("select-near").with("names", near.join(", "))),
    }
}

/// The ids and paths that are most like the name.
fn near(workspace: &Workspace, name: &str) -> Vec<String> {
    if name.len() > LONGEST {
        return Vec::new();
    }
    let last = |text: &str| text.rsplit('/').next().unwrap_or(text).to_lowercase();
    let whole = name.contains('/');
    let asked = if whole { name.to_lowercase() } else { last(name) };
    let ids = workspace.pairing.articles.iter().map(|article| article.id.as_str());
    let paths = workspace.pairing.files.iter().map(|(path, _)| path.as_str());
    let mut like: Vec<(f64, &str)> = ids
        .chain(paths)
        .filter(|text| text.len() <= LONGEST)
        .map(|text| {
            let own = if whole { text.to_lowercase() } else { last(text) };
            (strsim::jaro_winkler(&asked, &own), text)
        })
        .filter(|(likeness, _)| *likeness >= LIKE)
        .collect();
    like.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    like.into_iter().take(NEAR).map(|(_, text)| text.to_owned()).collect()
}
