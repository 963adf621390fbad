//! Which pages show one article.
//!
//! Pages are not exclusive: the normal view and the print view in one locale both belong to the
//! article. A page joins the article with a source, or the group of pages already put together,
//! that it shares a key with; where there is more than one, it is disputed. Pages that share a key
//! among themselves only become a group.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::targets::Rival;
use super::{How, Key, LEVELS, Solver, State};
use crate::domain::pairing::MOST_CANDIDATES;

impl Solver<'_> {
    /// Joins pages to sources and to each other, level by level.
    pub(super) fn gather_pages(&mut self) {
        if self.clusters.iter().all(|cluster| cluster.pages.is_empty()) {
            return;
        }
        for level in LEVELS {
            if self.has_level(level) {
                self.gather_pages_at(level);
            }
        }
    }

    fn gather_pages_at(&mut self, level: How) {
        let mut sources: FxHashMap<Key<'_>, Vec<usize>> = FxHashMap::default();
        let mut groups: FxHashMap<Key<'_>, Vec<usize>> = FxHashMap::default();
        for (at, cluster) in self.clusters.iter().enumerate() {
            // What is told by hand puts labelled pages together, which are closed for the rest.
            let firm = cluster.source.is_some() || (cluster.closed && level != How::Hand);
            if cluster.merged || !firm {
                continue;
            }
            let index = if cluster.source.is_some() { &mut sources } else { &mut groups };
            for key in self.cluster_keys(cluster, level) {
                index.entry(key).or_default().push(at);
            }
        }

        let mut joins: Vec<(usize, usize)> = Vec::new();
        let mut disputes: Vec<(usize, String, Vec<usize>)> = Vec::new();
        let mut parents: Vec<usize> = (0..self.clusters.len()).collect();
        let mut first: FxHashMap<Key<'_>, usize> = FxHashMap::default();
        for (at, cluster) in self.clusters.iter().enumerate() {
            let open = !cluster.closed || level == How::Hand;
            let settled = cluster.pages.iter().any(|&page| self.state(page) == State::Disputed);
            if cluster.merged || settled || cluster.source.is_some() {
                continue;
            }
            let keys = self.cluster_keys(cluster, level);
            let mut claims: Vec<usize> = Vec::new();
            let mut shared = None;
            for key in &keys {
                let claimed = sources.get(key).into_iter().chain(groups.get(key).filter(|_| open)).flatten();
                for &other in claimed.take(MOST_CANDIDATES + 1).filter(|&&other| other != at) {
                    shared.get_or_insert(&key.1);
                    if !claims.contains(&other) && claims.len() < MOST_CANDIDATES {
                        claims.push(other);
                    }
                }
            }
            match (claims.as_slice(), shared) {
                ([one], _) => joins.push((at, *one)),
                ([_, _, ..], Some(shared)) if open => {
                    disputes.push((at, shared.clone().into_owned(), claims))
                }
                ([], _) if open => {
                    for key in keys {
                        let other = *first.entry(key).or_insert(at);
                        let (a, b) = (root(&mut parents, at), root(&mut parents, other));
                        let (low, high) = (a.min(b), a.max(b));
                        if let Some(parent) = parents.get_mut(high) {
                            *parent = low;
                        }
                    }
                }
                _ => {}
            }
        }

        for (at, into) in joins {
            if let Some(parent) = parents.get_mut(at) {
                *parent = into;
            }
        }
        self.merge(&mut parents, level);
        for (at, shared, claims) in disputes {
            self.dispute_page(at, level, &shared, &claims);
        }
    }

    fn state(&self, at: usize) -> State {
        self.items.get(at).map_or(State::Open, |item| item.state)
    }

    /// Moves the pages of every cluster that has a parent into it.
    fn merge(&mut self, parents: &mut [usize], level: How) {
        let mut grown = BTreeSet::new();
        for at in 0..self.clusters.len() {
            let into = root(parents, at);
            let Some(cluster) = self.clusters.get_mut(at).filter(|_| into != at) else { continue };
            cluster.merged = true;
            let pages = std::mem::take(&mut cluster.pages);
            let own = cluster.source_locale.clone();
            let Some(target) = self.clusters.get_mut(into) else { continue };
            let default = self.input.collections.get(target.rule).map(|rule| &rule.source_locale);
            if target.source.is_none() && default == Some(&target.source_locale) {
                target.source_locale = own;
            }
            target.closed = true;
            target.pages.extend(pages);
            grown.insert(into);
        }
        for at in grown {
            let Some(cluster) = self.clusters.get_mut(at) else { continue };
            cluster.pages.sort_unstable();
            for &page in &cluster.pages {
                if let Some(item) = self.items.get_mut(page)
                    && item.state == State::Open
                {
                    item.state = State::Placed(level);
                }
            }
        }
    }

    /// A page that several articles claim: it is nobody's, and a candidate of all of them.
    fn dispute_page(&mut self, cluster: usize, level: How, shared: &str, claims: &[usize]) {
        let pages = self.clusters.get(cluster).map(|c| c.pages.clone()).unwrap_or_default();
        if let Some(cluster) = self.clusters.get_mut(cluster) {
            cluster.merged = true;
        }
        let mut articles: Vec<_> = claims.iter().map(|&claim| self.face(claim)).collect();
        articles.sort_unstable();
        for page in pages {
            let Some(item) = self.items.get_mut(page) else { continue };
            item.state = State::Disputed;
            let Some(locale) = item.locale.clone() else { continue };
            for &claim in claims {
                let slot = self.slots.entry((claim, locale.clone())).or_default();
                slot.add_page_rival(Rival::of_several(page, level, shared, &articles));
            }
        }
    }
}

/// The root of a union-find tree, its paths halved on the way.
pub(super) fn root(parents: &mut [usize], mut at: usize) -> usize {
    while let Some(&parent) = parents.get(at) {
        if parent == at {
            break;
        }
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(at) {
            *slot = above;
        }
        at = above;
    }
    at
}
