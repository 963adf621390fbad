//! Which place has which files, where several would claim them.
//!
//! A collection whose sources stand apart takes in all that lies below their folder, and so, at the
//! root of a project or in `website/`, the sources and translations of every place further down.
//! What a place is *believed* for is its core: the files with a locale in their path and the
//! sources that these answer to. So places are chosen by their cores, the larger first, and none
//! may share a core file; what a collection would take beyond its core is left to the place that
//! is nearer, by a template that stays in its folder or by `exclude`.

use std::collections::{BTreeMap, BTreeSet};

use super::MOST_COLLECTIONS;
use super::groups::{Group, ending, locale_name};

/// So many single files are excluded; where more would be, two places can't be told apart.
const MOST_SINGLE: usize = 8;

/// A place that may become a collection.
pub(super) struct Candidate<'f> {
    pub(super) group: Group,
    /// The files with a locale in their path, and the sources they answer to.
    pub(super) core: BTreeSet<&'f str>,
    /// Whether one with a locale lies in a folder further down.
    pub(super) deep: bool,
}

/// The places that become collections, those with the most files first. `texts` are sorted.
pub(super) fn settle<'f>(mut candidates: Vec<Candidate<'f>>, texts: &[&'f str]) -> Vec<Group> {
    candidates.sort_by(|a, b| {
        let rank = |c: &Candidate<'_>| (std::cmp::Reverse(c.core.len()), c.group.folder().len());
        (rank(a), a.group.order()).cmp(&(rank(b), b.group.order()))
    });
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut chosen: Vec<Candidate<'f>> = Vec::new();
    // Files of places that were not chosen: with a locale in their path they are nobody's source.
    let mut left: BTreeSet<&str> = BTreeSet::new();
    for candidate in candidates {
        if chosen.len() < MOST_COLLECTIONS && candidate.core.is_disjoint(&taken) {
            taken.extend(&candidate.core);
            chosen.push(candidate);
        } else {
            left.extend(&candidate.core);
        }
    }
    left.retain(|path| !taken.contains(path));
    loop {
        stay_near(&mut chosen);
        match divide(&mut chosen, &left, texts) {
            Ok(()) => break,
            Err(worse) => {
                let gone = chosen.remove(worse);
                left.extend(gone.core);
            }
        }
    }
    let mut groups: Vec<Group> = chosen.into_iter().map(|candidate| candidate.group).collect();
    // The most files first; then the place nearest to the root.
    groups.sort_by(|a, b| {
        let rank = |g: &Group| (std::cmp::Reverse(g.covered), g.folder().len());
        (rank(a), a.order()).cmp(&(rank(b), b.order()))
    });
    groups
}

/// A README with its translations beside other things is no site: it keeps to its own folder.
fn stay_near(chosen: &mut [Candidate<'_>]) {
    let near: Vec<bool> = chosen
        .iter()
        .enumerate()
        .map(|(at, candidate)| {
            let Some(base) = candidate.group.base.as_deref() else { return false };
            let others = chosen.iter().enumerate().filter(|(other, _)| *other != at);
            let below = |path: &str| path.strip_prefix(base).is_some_and(|rest| rest.contains('/'));
            candidate.group.is_at_the_root()
                || (!candidate.deep
                    && (candidate.group.is_by_ending() || base.is_empty())
                    && others.flat_map(|(_, other)| &other.core).any(|path| below(path)))
        })
        .collect();
    for (candidate, near) in chosen.iter_mut().zip(near) {
        candidate.group.near = near;
    }
}

/// Gives every file to one place, and each place what it has to exclude. Where two can't be told
/// apart, the index of the one with the weaker case.
fn divide<'f>(
    chosen: &mut [Candidate<'f>],
    left: &BTreeSet<&'f str>,
    texts: &[&'f str],
) -> Result<(), usize> {
    let claims: Vec<BTreeSet<&str>> = chosen.iter().map(|candidate| claims(candidate, texts)).collect();
    let mut owners: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (at, paths) in claims.iter().enumerate() {
        for path in paths {
            let owner = owners.entry(path).or_insert(None);
            let core = |at: usize| chosen.get(at).is_some_and(|one| one.core.contains(path));
            let reach = |at: usize| {
                let group = &chosen.get(at)?.group;
                Some((group.base.as_ref().map_or(0, String::len), group.near))
            };
            let nobodys = !core(at) && (left.contains(path) || is_of_an_older_version(path));
            let better = owner.is_none_or(|held| !core(held) && (core(at) || reach(at) > reach(held)));
            if better && !nobodys {
                *owner = Some(at);
            }
        }
    }
    let mut excluded = Vec::new();
    for (at, (candidate, paths)) in chosen.iter().zip(&claims).enumerate() {
        let owner = |path: &&str| owners.get(path).copied().flatten();
        let (own, foreign): (Vec<&str>, Vec<&str>) = paths.iter().partition(|path| owner(path) == Some(at));
        let base = candidate.group.base.as_deref().unwrap_or_default();
        let own_folders: BTreeSet<&str> = own.iter().flat_map(|path| folders(path, base)).collect();
        let mut patterns = BTreeSet::new();
        let mut single = Vec::new();
        for path in foreign {
            match folders(path, base).find(|folder| !own_folders.contains(folder)) {
                Some(folder) => drop(patterns.insert(format!("{}/**", globset::escape(folder)))),
                None => {
                    single.push(path);
                    patterns.insert(globset::escape(path));
                }
            }
        }
        if single.len() > MOST_SINGLE {
            let others = single.iter().filter_map(owner);
            return Err(others.chain([at]).max().unwrap_or(at));
        }
        excluded.push((own.len(), patterns.into_iter().collect()));
    }
    for (candidate, (own, patterns)) in chosen.iter_mut().zip(excluded) {
        candidate.group.covered = own;
        candidate.group.exclude = patterns;
    }
    Ok(())
}

/// All that the collection of a place would take, were it alone.
fn claims<'f>(candidate: &Candidate<'f>, texts: &[&'f str]) -> BTreeSet<&'f str> {
    let mut paths = candidate.core.clone();
    if let Some(base) = candidate.group.base.as_deref() {
        // The paths are sorted, so that many places do not each cost the whole tree.
        let from = texts.partition_point(|path| *path < base);
        let below = texts.iter().skip(from).take_while(|path| path.starts_with(base));
        let fits = |path: &&&str| {
            ending(path).is_some_and(|(_, ending)| ending == candidate.group.ending())
                && !(candidate.group.near && path.get(base.len()..).is_some_and(|rest| rest.contains('/')))
        };
        paths.extend(below.filter(fits));
    }
    paths
}

/// The folders of a path below `base`, from the outside in, without their last slash.
fn folders<'p>(path: &'p str, base: &str) -> impl Iterator<Item = &'p str> {
    let from = if path.starts_with(base) { base.len() } else { 0 };
    let rest = path.get(from..).unwrap_or_default();
    rest.match_indices('/').filter_map(move |(slash, _)| path.get(..from + slash))
}

/// Docusaurus keeps older versions of the documentation in a folder of their own; their
/// translations lie below `i18n/` as those of the present one do.
fn is_of_an_older_version(path: &str) -> bool {
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let next = segments.peek().copied().unwrap_or_default();
        if segment == "versioned_docs" || (segment == "i18n" && locale_name(next).is_some()) {
            return true;
        }
    }
    false
}
