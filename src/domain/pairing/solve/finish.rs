//! Orphans, ids and the answer.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::pages::root;
use super::targets::{Rivals, Slot};
use super::{Cluster, How, Key, Kind, LEVELS, Solver, State};
use crate::domain::article::{Article, ArticleId, File, TreePath, Wish};
use crate::domain::locale::Locale;
use crate::domain::pairing::result::{Candidate, Note, Pairing, PairingResult, Place, Status, Unplaced};

/// What becomes an article: a cluster with its targets, or a group of orphans.
struct Draft {
    rule: usize,
    source: Option<usize>,
    pages: Vec<usize>,
    source_locale: Locale,
    /// The targets in place, sorted by locale, at most one a locale.
    targets: Vec<(Locale, usize, How)>,
    /// What is not decided, by locale.
    open: BTreeMap<Locale, Slot>,
    orphan: bool,
}

impl Draft {
    /// The file whose stem names a new article, and the label told by hand if there is one.
    fn first(&self, solver: &Solver<'_>) -> Option<usize> {
        if self.source.is_some() {
            return self.source;
        }
        let asked_in_source = self.pages.iter().copied().find(|&page| {
            solver.items.get(page).is_some_and(|item| item.locale.as_ref() == Some(&self.source_locale))
        });
        let target = self.targets.iter().map(|(_, item, _)| *item).min();
        asked_in_source.or_else(|| self.pages.first().copied()).or(target)
    }
}

impl Solver<'_> {
    /// Puts targets without a source together that share a key, one a locale.
    pub(super) fn group_orphans(&mut self) {
        let left: Vec<usize> = self
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.kind == Kind::Target && item.state == State::Open)
            .map(|(at, _)| at)
            .collect();
        let mut parents: Vec<usize> = (0..left.len()).collect();
        let mut locales: Vec<BTreeSet<&Locale>> = left
            .iter()
            .map(|&at| self.items.get(at).and_then(|item| item.locale.as_ref()).into_iter().collect())
            .collect();
        for level in LEVELS {
            if left.len() < 2 || !self.has_level(level) {
                continue;
            }
            let mut first: FxHashMap<Key<'_>, usize> = FxHashMap::default();
            for (index, &at) in left.iter().enumerate() {
                for key in self.keys(at, level) {
                    let other = *first.entry(key).or_insert(index);
                    let (a, b) = (root(&mut parents, index), root(&mut parents, other));
                    let (low, high) = (a.min(b), a.max(b));
                    let Some(theirs) = locales.get(high) else { continue };
                    if low == high || locales.get(low).is_none_or(|ours| !ours.is_disjoint(theirs)) {
                        continue;
                    }
                    let theirs = locales.get_mut(high).map(std::mem::take).unwrap_or_default();
                    if let (Some(ours), Some(parent)) = (locales.get_mut(low), parents.get_mut(high)) {
                        ours.extend(theirs);
                        *parent = low;
                    }
                }
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, &at) in left.iter().enumerate() {
            groups.entry(root(&mut parents, index)).or_default().push(at);
        }
        self.orphans = groups.into_values().collect();
    }

    /// Makes the articles and what is said of them.
    pub(super) fn finish(mut self) -> PairingResult {
        let drafts = self.drafts();
        let ids = self.ids(&drafts);
        // No two have one id: what is written in their order is sorted.
        let mut named: Vec<(ArticleId, Draft)> = ids.into_iter().zip(drafts).collect();
        named.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut places: Vec<Option<Place>> = vec![None; self.items.len()];
        let mut articles = Vec::with_capacity(named.len());
        let mut pairings = Vec::with_capacity(self.items.len());
        for (id, draft) in named {
            self.write(draft, id, &mut articles, &mut pairings, &mut places);
        }
        let mut notes = std::mem::take(&mut self.notes);
        for (&item, &(by, holder)) in &self.outranked {
            if matches!(places.get(item), Some(Some(Place::Orphan { .. }))) {
                notes.insert(Note::Outranked { path: self.path(item), by, holder: self.path(holder) });
            }
        }
        PairingResult { articles, pairings, files: self.files(places), notes: notes.into_iter().collect() }
    }

    /// Every file with its bucket, sorted by path: the items, which are sorted, and among them
    /// those that did not become one.
    fn files(&mut self, places: Vec<Option<Place>>) -> Vec<(TreePath, Place)> {
        let unplaced = std::mem::take(&mut self.unplaced);
        let mut files = Vec::with_capacity(places.len() + unplaced.len());
        let mut unplaced = unplaced.into_iter().peekable();
        for (item, place) in self.items.iter().zip(places) {
            while let Some((path, why)) = unplaced.next_if(|(path, _)| **path <= item.seen.path) {
                files.push((path.clone(), Place::Unplaced { why }));
            }
            if files.last().is_some_and(|(path, _)| *path == item.seen.path) {
                continue;
            }
            let place = place.unwrap_or(match item.state {
                State::Disputed => Place::Ambiguous,
                // Nothing else is left without a place; an unlikely slip must still be counted.
                _ => Place::Unplaced { why: Unplaced::NoLocale },
            });
            files.push((item.seen.path.clone(), place));
        }
        let rest = unplaced.map(|(path, why)| (path.clone(), Place::Unplaced { why }));
        files.extend(rest);
        files
    }

    fn drafts(&mut self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let mut of_cluster: FxHashMap<usize, usize> = FxHashMap::default();
        for (at, cluster) in std::mem::take(&mut self.clusters).into_iter().enumerate() {
            let Cluster { rule, source, pages, source_locale, merged, .. } = cluster;
            if !merged {
                of_cluster.insert(at, drafts.len());
                let (targets, open) = (Vec::new(), BTreeMap::new());
                drafts.push(Draft { rule, source, pages, source_locale, targets, open, orphan: false });
            }
        }
        for ((cluster, locale), slot) in std::mem::take(&mut self.slots) {
            let Some(draft) = of_cluster.get(&cluster).and_then(|&at| drafts.get_mut(at)) else { continue };
            match slot.taken {
                Some((item, by)) => draft.targets.push((locale, item, by)),
                None => drop(draft.open.insert(locale, slot)),
            }
        }
        drafts.iter_mut().for_each(|draft| draft.targets.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b)));
        for group in std::mem::take(&mut self.orphans) {
            let items: Vec<_> = group.iter().filter_map(|&at| Some((at, self.items.get(at)?))).collect();
            let Some(rule) = items.first().map(|(_, item)| item.rule) else { continue };
            let own = items.iter().find_map(|(_, item)| item.seen.own_source.clone());
            let default = self.input.collections.get(rule).map(|rule| rule.source_locale.clone());
            let Some(source_locale) = own.or(default) else { continue };
            let mut targets: Vec<(Locale, usize, How)> = items
                .iter()
                .filter_map(|(at, item)| Some((item.locale.clone()?, *at, How::Template)))
                .collect();
            targets.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
            // A file told by hand to be a target, but of nothing that is there, may be a source.
            let own = targets.iter().position(|(locale, ..)| *locale == source_locale);
            let source = own.map(|own| targets.remove(own).1);
            let (orphan, open, pages) = (source.is_none(), BTreeMap::new(), Vec::new());
            drafts.push(Draft { rule, source, pages, source_locale, targets, open, orphan });
        }
        drafts
    }

    /// The id of each draft: the one its records know it by (by its source or a page first, by a
    /// target then), or a new one from collection and stem.
    fn ids(&self, drafts: &[Draft]) -> Vec<ArticleId> {
        let mut by_source: BTreeMap<&TreePath, &ArticleId> = BTreeMap::new();
        let mut by_target: BTreeMap<&TreePath, &ArticleId> = BTreeMap::new();
        let mut taken: FxHashSet<ArticleId> = FxHashSet::default();
        taken.reserve(drafts.len());
        for known in self.input.known {
            for (path, index) in [(&known.source, &mut by_source), (&known.target, &mut by_target)] {
                if let Some(path) = path {
                    let id = index.entry(path).or_insert(&known.id);
                    *id = (*id).min(&known.id);
                }
            }
            taken.insert(known.id.clone());
        }

        let mut ids: Vec<Option<ArticleId>> = vec![None; drafts.len()];
        let mut given: BTreeSet<&ArticleId> = BTreeSet::new();
        // Sources outrank pages, and these targets, in the right to a known id.
        let ranks = if self.input.known.is_empty() { 0..0 } else { 0..3 };
        for rank in ranks {
            for (draft, slot) in drafts.iter().zip(&mut ids).filter(|(_, slot)| slot.is_none()) {
                let members: Vec<usize> = match rank {
                    0 => draft.source.into_iter().collect(),
                    1 => draft.pages.clone(),
                    _ => draft.targets.iter().map(|(_, item, _)| *item).collect(),
                };
                let index = if rank == 2 { &by_target } else { &by_source };
                let found = members
                    .iter()
                    .filter_map(|&at| index.get(&self.items.get(at)?.seen.path).copied())
                    .find(|id| !given.contains(id));
                if let Some(id) = found {
                    given.insert(id);
                    *slot = Some(id.clone());
                }
            }
        }

        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_cached_key(|&at| {
            drafts.get(at).map(|draft| (draft.orphan, draft.source.is_none(), draft.first(self)))
        });
        let mut counts: FxHashMap<ArticleId, usize> = FxHashMap::default();
        for at in order {
            let (Some(draft), Some(slot @ None)) = (drafts.get(at), ids.get_mut(at)) else { continue };
            let item = draft.first(self).and_then(|first| self.items.get(first));
            let label = draft.pages.iter().find_map(|&page| self.items.get(page)?.seen.article.as_deref());
            let stem = label.or(item.map(|item| item.seen.stem.as_str())).unwrap_or_default();
            let collection = self.input.collections.get(draft.rule).map_or("", |rule| rule.name.as_str());
            let plain = ArticleId::new(collection, stem);
            if taken.insert(plain.clone()) {
                *slot = Some(plain);
                continue;
            }
            let count = counts.entry(plain.clone()).or_insert(1);
            *slot = loop {
                *count += 1;
                let id = ArticleId::from_text(&format!("{plain}~{count}"));
                if taken.insert(id.clone()) {
                    break Some(id);
                }
            };
        }
        ids.into_iter().flatten().collect()
    }

    fn file(&self, at: usize) -> Option<File> {
        let item = self.items.get(at)?;
        Some(File { path: item.seen.path.clone(), locale: item.locale.clone(), url: item.seen.url.clone() })
    }

    /// Writes one article, what stands in its locales, and where its files fell.
    fn write(
        &self,
        draft: Draft,
        id: ArticleId,
        articles: &mut Vec<Article>,
        pairings: &mut Vec<Pairing>,
        places: &mut [Option<Place>],
    ) {
        let Some(rule) = self.input.collections.get(draft.rule) else { return };
        let mut fall = |at: usize, place: Place| {
            if let Some(slot) = places.get_mut(at) {
                *slot = Some(place);
            }
        };
        let mut article = Article {
            id: id.clone(),
            collection: rule.name.clone(),
            source_locale: draft.source_locale.clone(),
            source: draft.source.and_then(|at| self.file(at)),
            targets: draft.targets.iter().filter_map(|(_, at, _)| self.file(*at)).collect(),
            pages: draft.pages.iter().filter_map(|&at| self.file(at)).collect(),
            wish: None,
        };
        article.wish = (self.input.wish)(&article, &article.source_locale);
        // An article of one locale only is its own source, whatever the collection's default is.
        if draft.orphan
            && article.wish == Some(Wish::Local)
            && let [only] = article.targets.as_slice()
            && let Some(locale) = only.locale.clone()
        {
            draft.targets.iter().for_each(|(_, at, _)| fall(*at, Place::Source { article: id.clone() }));
            article.source = article.targets.pop();
            article.source_locale = locale;
            articles.push(article);
            return;
        }

        if let Some(at) = draft.source {
            fall(at, Place::Source { article: id.clone() });
        }
        for &at in &draft.pages {
            let by = match self.items.get(at).map(|item| item.state) {
                Some(State::Placed(by)) => by,
                _ => How::Page,
            };
            fall(at, Place::Page { article: id.clone(), by });
        }
        for (locale, at, by) in &draft.targets {
            let (at, by) = (*at, *by);
            let (article, locale) = (id.clone(), locale.clone());
            let place = if draft.orphan {
                Place::Orphan { article, locale }
            } else {
                Place::Target { article, locale, by }
            };
            fall(at, place);
        }

        let mut wanted: Vec<&Locale> = draft.targets.iter().map(|(locale, ..)| locale).collect();
        if !draft.orphan {
            wanted.extend(rule.locales.iter().chain([&rule.source_locale]));
            // By hand a file may be told to be in a locale that is none of the collection's.
            let open = draft.open.iter().filter(|(_, slot)| !slot.rivals.listed.is_empty());
            wanted.extend(open.map(|(locale, _)| locale));
        }
        wanted.sort_unstable();
        wanted.dedup();
        wanted.retain(|locale| **locale != draft.source_locale);
        for locale in wanted {
            let status = self.status(&draft, &article, locale);
            pairings.push(Pairing { article: id.clone(), locale: locale.clone(), status });
        }
        articles.push(article);
    }

    fn status(&self, draft: &Draft, article: &Article, locale: &Locale) -> Status {
        if draft.orphan {
            return Status::Orphan;
        }
        let held = draft.targets.binary_search_by(|(other, ..)| other.cmp(locale));
        if let Some((_, _, by)) = held.ok().and_then(|at| draft.targets.get(at)) {
            return Status::Paired { by: *by };
        }
        let open = draft.open.get(locale);
        if let Some(slot) = open.filter(|slot| !slot.rivals.listed.is_empty()) {
            return self.ambiguous(&slot.rivals);
        }
        let shown = draft.pages.iter().filter_map(|&page| self.items.get(page));
        if let Some(page) = shown.into_iter().find(|item| item.locale.as_ref() == Some(locale)) {
            let by = if let State::Placed(by) = page.state { by } else { How::Page };
            return Status::Paired { by };
        }
        if let Some(slot) = open.filter(|slot| !slot.page_rivals.listed.is_empty()) {
            return self.ambiguous(&slot.page_rivals);
        }
        match article.wish.or_else(|| (self.input.wish)(article, locale)) {
            Some(wish) => Status::Unwanted { wish },
            None => Status::Missing,
        }
    }

    fn ambiguous(&self, rivals: &Rivals) -> Status {
        let mut candidates: Vec<Candidate> = rivals
            .listed
            .iter()
            .map(|rival| Candidate {
                path: self.path(rival.item),
                by: rival.by,
                shared: rival.shared.clone(),
                why: rival.why.clone(),
            })
            .collect();
        candidates.sort();
        Status::Ambiguous { candidates, more: rivals.more }
    }
}
