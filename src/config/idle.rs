//! What a configuration names and the project does not have: a template that matches no file, a
//! file of a pair that is not there, a wish about nothing. None of it is an error, for files may be
//! yet to come; all of it is more often a slip, which would pass in silence.

use std::collections::BTreeSet;

use super::problem::{Problem, Spot, nearest};
use super::{Collection, Config, Globs, Layout, Template, WishRule};
use crate::domain::article::{Article, TreePath, Wish};
use crate::domain::pairing::{Role, Seen};

/// The project's files, as far as they have to be known here.
pub trait Tree {
    /// Every file that was listed, sorted.
    fn files(&self) -> Vec<&str>;
    /// The names of the folders and files in a folder (without a last `/`; empty for the root), or
    /// `None` where there is no such folder.
    fn names(&self, folder: &str) -> Option<Vec<String>>;
    /// Whether there is a file of that path, listed or not.
    fn is_file(&self, path: &str) -> bool;
    /// Whether something in that folder could not be listed, so that nothing can be said of it.
    fn is_hidden(&self, folder: &str) -> bool;
}

/// So many files of a folder are held against what a template would take.
const MOST_HELD: usize = 500;

/// So many wishes are held against the articles: each one costs a look at all of them.
const MOST_WISHES: usize = 500;

/// What is idle in a configuration, sorted by place. `seen` are the files as the collections see
/// them, `articles` what they were paired to. Linear in the files for each thing that is idle; what
/// is in use mostly costs a look at the first file.
pub fn idle(config: &Config, seen: &[Seen], articles: &[Article], tree: &dyn Tree) -> Vec<Problem> {
    let mut found = Vec::new();
    for collection in &config.collections {
        found.extend(templates(config, collection, seen, tree));
    }
    if !config.pairs.is_empty() {
        let taken: BTreeSet<&TreePath> = seen.iter().map(|seen| &seen.path).collect();
        for (pair, spots) in config.pairs.iter().zip(&config.pairs_at) {
            let both = [("source", &pair.source, spots.0), ("target", &pair.target, spots.1)];
            let idle = both.into_iter().filter(|(_, path, _)| !taken.contains(path));
            found.extend(idle.map(|(key, path, spot)| of_pair(key, path.as_str(), spot, tree)));
        }
    }
    found.extend(config.wishes.iter().take(MOST_WISHES).filter_map(|rule| of_wish(rule, articles)));
    found.sort();
    found
}

fn problem(code: &'static str, spot: Spot, args: Vec<(&'static str, String)>) -> Problem {
    Problem { line: spot.line, column: spot.column, code, args }
}

/// The templates of a collection that match nothing.
fn templates(config: &Config, collection: &Collection, seen: &[Seen], tree: &dyn Tree) -> Vec<Problem> {
    let own = || seen.iter().filter(|seen| seen.collection == collection.name);
    let version = |seen: &Seen| seen.role == Role::Version;
    let source = |seen: &Seen| version(seen) && seen.locale.as_ref() == Some(&collection.source_locale);
    let mut found = Vec::new();
    for (key, template) in collection.named_templates() {
        let (idle, needed) = match (key, &collection.layout) {
            ("files", _) => (own().next().is_none(), true),
            ("pages", _) => (!own().any(|seen| seen.role == Role::Page), true),
            ("source", Layout::Sides { .. }) => (!own().any(source), true),
            ("source", _) => (!own().any(source), false),
            _ => (!own().any(|seen| version(seen) && !source(seen)), false),
        };
        let folder = template.folder().trim_end_matches('/');
        if !idle || tree.is_hidden(folder) {
            continue;
        }
        let spot = collection.spots.get(key).copied().unwrap_or_default();
        let (code, args) = of_template(config, collection, key, template, tree);
        // Translations may be yet to come; not so where a folder of nearly that name is there.
        if needed || code == "template-folder-near" {
            found.push(problem(code, spot, args));
        }
    }
    found
}

type Told = (&'static str, Vec<(&'static str, String)>);

fn of_template(
    config: &Config,
    collection: &Collection,
    key: &'static str,
    template: &Template,
    tree: &dyn Tree,
) -> Told {
    let mut args = vec![("key", key.to_owned()), ("template", template.as_str().to_owned())];
    let mut here = String::new();
    for name in template.folder().split('/').filter(|name| !name.is_empty()) {
        let below = format!("{here}{name}/");
        let names = tree.names(here.trim_end_matches('/')).unwrap_or_default();
        if !names.iter().any(|other| other == name) {
            args.push(("folder", below));
            let folders = names.iter().filter(|other| tree.names(&format!("{here}{other}")).is_some());
            return match nearest(name, folders.map(String::as_str)) {
                Some(near) => {
                    args.push(("nearest", format!("{here}{near}/")));
                    ("template-folder-near", args)
                }
                None => ("template-folder", args),
            };
        }
        here = below;
    }
    let ledger = format!("{}/", config.ledger);
    let inside = |path: &&&str| path.starts_with(&here) && !path.starts_with(&ledger);
    let files = tree.files();
    if let Some(path) = files.iter().filter(inside).find(|path| template.caught(path).is_some()) {
        // It matches: then exclude, or another template of the collection, has taken it away.
        args.push(("example", (**path).to_owned()));
        let code = if collection.exclude.matches(path) { "template-excluded" } else { "template-taken" };
        return (code, args);
    }
    let locale = config.targets.first().filter(|_| key == "target").unwrap_or(&collection.source_locale);
    let would = |stem: &str| template.fill(locale, stem).map(|path| path.to_string()).unwrap_or_default();
    let wanted = would("page");
    // What stands there and looks most like it, but for the name that is the file's own.
    let likeness = |path: &&str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or("page");
        strsim::osa_distance(&would(stem), path)
    };
    let like = files.iter().filter(inside).take(MOST_HELD).map(|path| (likeness(path), *path)).min();
    match like {
        Some((_, path)) => {
            args.extend([("wanted", wanted), ("found", path.to_owned())]);
            ("template-unlike", args)
        }
        None => {
            args.push(("wanted", wanted));
            ("template-empty", args)
        }
    }
}

fn of_pair(key: &'static str, path: &str, spot: Spot, tree: &dyn Tree) -> Problem {
    let mut args = vec![("key", key.to_owned()), ("path", path.to_owned())];
    if tree.is_file(path) {
        return problem("pair-outside", spot, args);
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let names = tree.names(folder).unwrap_or_default();
    let near = nearest(name, names.iter().map(String::as_str));
    let near = near.map(|near| if folder.is_empty() { near.to_owned() } else { format!("{folder}/{near}") });
    match near.filter(|near| tree.is_file(near)) {
        Some(near) => {
            args.push(("nearest", near));
            problem("pair-no-file-near", spot, args)
        }
        None => problem("pair-no-file", spot, args),
    }
}

/// What a wish asks for that no article has.
fn of_wish(rule: &WishRule, articles: &[Article]) -> Option<Problem> {
    fn files(article: &Article) -> impl Iterator<Item = &TreePath> {
        article.source.iter().chain(&article.pages).chain(&article.targets).map(|file| &file.path)
    }
    if articles.iter().any(|article| rule.is_about(&article.id, files(article))) {
        return None;
    }
    let has_path = |globs: &Globs| {
        articles.iter().any(|article| files(article).any(|path| globs.matches(path.as_str())))
    };
    let has_id = |globs: &Globs| articles.iter().any(|article| globs.matches(article.id.as_str()));
    let table = match rule.wish {
        Wish::Keep => "keep",
        Wish::Local => "local",
    };
    let text = |globs: &Globs| globs.texts().first().cloned().unwrap_or_default();
    let told = |key: &str, globs: &Globs| {
        vec![("table", table.to_owned()), ("key", key.to_owned()), ("value", text(globs))]
    };
    if let Some(path) = rule.path.as_ref().filter(|globs| !has_path(globs)) {
        let code = if has_id(path) { "wish-path-is-id" } else { "wish-path-idle" };
        return Some(problem(code, rule.path_at, told("path", path)));
    }
    if let Some(article) = rule.article.as_ref().filter(|globs| !has_id(globs)) {
        let code = if has_path(article) { "wish-id-is-path" } else { "wish-id-idle" };
        return Some(problem(code, rule.article_at, told("article", article)));
    }
    let path = rule.path.as_ref()?;
    Some(problem("wish-both-idle", rule.path_at, told("path", path)))
}
