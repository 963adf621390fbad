//! Which target stands in which locale of which article.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Cluster, How, Key, Kind, LEVELS, Solver, State};
use crate::domain::article::TreePath;
use crate::domain::locale::Locale;
use crate::domain::pairing::result::{Note, Why};
use crate::domain::pairing::{MOST_CANDIDATES, Seen};

/// At most so many of the articles that one file fits are listed with it.
const MOST_ARTICLES: usize = 4;

/// The place of a version: one locale of one article.
#[derive(Default)]
pub(super) struct Slot {
    /// The target that stands there, and by what.
    pub(super) taken: Option<(usize, How)>,
    /// Targets that may stand there.
    pub(super) rivals: Rivals,
    /// Pages that may show the article in this locale.
    pub(super) page_rivals: Rivals,
}

impl Slot {
    pub(super) fn add_page_rival(&mut self, rival: Rival) {
        self.page_rivals.add(rival);
    }
}

/// Candidates for a place, cut at [`MOST_CANDIDATES`].
#[derive(Default)]
pub(super) struct Rivals {
    pub(super) listed: Vec<Rival>,
    pub(super) more: usize,
}

impl Rivals {
    fn add(&mut self, rival: Rival) {
        if self.listed.iter().any(|other| other.item == rival.item) {
            return;
        }
        if self.listed.len() < MOST_CANDIDATES { self.listed.push(rival) } else { self.more += 1 }
    }
}

/// A candidate for a place.
#[derive(Clone)]
pub(super) struct Rival {
    pub(super) item: usize,
    pub(super) by: How,
    pub(super) shared: String,
    pub(super) why: Why,
}

impl Rival {
    pub(super) fn of_several(item: usize, by: How, shared: &str, articles: &[TreePath]) -> Self {
        let articles = articles.iter().take(MOST_ARTICLES).cloned().collect();
        Rival { item, by, shared: shared.to_owned(), why: Why::SeveralArticles { articles } }
    }
}

/// Articles by their source locale: a version in that locale can't be their target. Mostly there
/// is one, for which nothing is allocated.
#[derive(Default)]
struct Anchors {
    one: Option<(Locale, usize)>,
    more: BTreeMap<Locale, Vec<usize>>,
}

impl Anchors {
    fn add(&mut self, locale: &Locale, at: usize) {
        match self.one.take() {
            None if self.more.is_empty() => self.one = Some((locale.clone(), at)),
            first => {
                for (locale, at) in first.into_iter().chain([(locale.clone(), at)]) {
                    self.more.entry(locale).or_default().push(at);
                }
            }
        }
    }

    fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.one.iter().map(|(_, at)| *at).chain(self.more.values().flatten().copied())
    }

    /// The articles whose target a version in `locale` can be.
    fn for_locale<'b>(&'b self, locale: &'b Locale) -> impl Iterator<Item = usize> + 'b {
        let one = self.one.iter().filter(move |(source, _)| source != locale).map(|(_, at)| *at);
        let more = self.more.iter().filter(move |(source, _)| *source != locale);
        one.chain(more.flat_map(|(_, list)| list).copied())
    }

    fn has(&self, locale: &Locale) -> bool {
        self.one.as_ref().is_some_and(|(one, _)| one == locale) || self.more.contains_key(locale)
    }
}

/// The articles with one key, and the targets with that key that fit several articles.
#[derive(Default)]
struct Bucket {
    anchors: Anchors,
    /// Targets by locale; no more than [`MOST_CANDIDATES`] are listed, the rest is in `rest`.
    several: BTreeMap<Locale, Vec<usize>>,
    rest: BTreeMap<Locale, Vec<usize>>,
}

/// A target that fits one article.
struct Claim<'a> {
    cluster: usize,
    locale: Locale,
    item: usize,
    shared: Cow<'a, str>,
}

impl<'a> Solver<'a> {
    /// Gives every target its place, level by level.
    pub(super) fn place_targets(&mut self) {
        for level in LEVELS {
            // Twins are looked for where something is left; the other levels are noted all the same.
            let open = |item: &super::Item<'_>| item.kind == Kind::Target && item.state == State::Open;
            if !self.has_level(level) || (level == How::Twin && !self.items.iter().any(open)) {
                continue;
            }
            let mut buckets = self.buckets(level);
            self.note_shared(&buckets, level);
            let claims = self.claims(&mut buckets, level);
            let contested = self.contested(&buckets);
            self.settle(claims, &contested, level);
            self.dispute(&buckets, level);
        }
    }

    fn buckets(&self, level: How) -> FxHashMap<Key<'a>, Bucket> {
        let mut buckets: FxHashMap<Key<'a>, Bucket> = FxHashMap::default();
        if level >= How::Template {
            buckets.reserve(self.clusters.len());
        }
        for (at, cluster) in self.clusters.iter().enumerate().filter(|(_, cluster)| !cluster.merged) {
            let locale = &cluster.source_locale;
            if let (Some(source), []) = (cluster.source, cluster.pages.as_slice())
                && matches!(level, How::Url | How::Template | How::Twin)
            {
                // One file, and one key of it: nothing to sort.
                self.each_key(source, level, &mut |key| {
                    buckets.entry(key).or_default().anchors.add(locale, at)
                });
                continue;
            }
            for key in self.cluster_keys(cluster, level) {
                buckets.entry(key).or_default().anchors.add(locale, at);
            }
        }
        buckets
    }

    /// Notes what several sources share, though it should tell articles apart.
    fn note_shared(&mut self, buckets: &FxHashMap<Key<'a>, Bucket>, level: How) {
        if !matches!(level, How::Key | How::Url | How::Template) {
            return;
        }
        for (key, bucket) in buckets {
            if bucket.anchors.one.is_some() {
                continue;
            }
            let mut sources: Vec<usize> =
                bucket.anchors.all().filter_map(|at| self.clusters.get(at)?.source).collect();
            if sources.len() < 2 {
                continue;
            }
            sources.sort_unstable();
            self.notes.insert(Note::SharedBySources {
                by: level,
                shared: key.1.clone().into_owned(),
                paths: sources.iter().take(MOST_CANDIDATES).map(|&at| self.path(at)).collect(),
                count: sources.len(),
            });
        }
    }

    /// The targets that fit one article; those that fit several go into their buckets.
    fn claims(&mut self, buckets: &mut FxHashMap<Key<'a>, Bucket>, level: How) -> Vec<Claim<'a>> {
        let mut claims = Vec::new();
        let mut keys: Vec<Key<'a>> = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let Some(locale) = &item.locale else { continue };
            if item.kind != Kind::Target || item.state != State::Open {
                continue;
            }
            keys.clear();
            self.each_key(at, level, &mut |key| keys.push(key));
            let mut found: Option<(usize, usize)> = None;
            let mut several = false;
            for (index, key) in keys.iter().enumerate() {
                let Some(bucket) = buckets.get(key) else { continue };
                for anchor in bucket.anchors.for_locale(locale).take(2) {
                    match found {
                        None => found = Some((anchor, index)),
                        Some((one, _)) => several |= one != anchor,
                    }
                }
                if level == How::Hand && bucket.anchors.has(locale) {
                    self.notes.insert(Note::HandPairImpossible {
                        source: TreePath::new(key.1.as_ref()),
                        target: item.seen.path.clone(),
                    });
                }
            }
            if several {
                for key in &keys {
                    let Some(bucket) = buckets.get_mut(key) else { continue };
                    let listed = bucket.several.entry(locale.clone()).or_default();
                    if listed.len() < MOST_CANDIDATES {
                        listed.push(at);
                    } else {
                        bucket.rest.entry(locale.clone()).or_default().push(at);
                    }
                }
            } else if let Some((cluster, index)) = found
                && index < keys.len()
            {
                let (_, shared) = keys.swap_remove(index);
                claims.push(Claim { cluster, locale: locale.clone(), item: at, shared });
            }
        }
        claims
    }

    /// The free places that a target with several articles may take.
    fn contested(&self, buckets: &FxHashMap<Key<'a>, Bucket>) -> FxHashSet<(usize, Locale)> {
        let mut contested = FxHashSet::default();
        for bucket in buckets.values() {
            for locale in bucket.several.keys() {
                contested.extend(bucket.anchors.for_locale(locale).map(|anchor| (anchor, locale.clone())));
            }
        }
        contested
    }

    /// Decides for each place what the targets that fit one article are to it.
    fn settle(&mut self, mut claims: Vec<Claim<'a>>, contested: &FxHashSet<(usize, Locale)>, level: How) {
        claims.sort_unstable_by(|a, b| (a.cluster, &a.locale, a.item).cmp(&(b.cluster, &b.locale, b.item)));
        for group in claims.chunk_by(|a, b| a.cluster == b.cluster && a.locale == b.locale) {
            let Some(claim) = group.first() else { continue };
            let place = (claim.cluster, claim.locale.clone());
            let slot = self.slots.entry(place.clone()).or_default();
            if let Some((holder, _)) = slot.taken {
                for claim in group {
                    self.outranked.entry(claim.item).or_insert((level, holder));
                }
                continue;
            }
            let free = slot.rivals.listed.is_empty();
            let differs = |claim: &Claim<'_>| {
                let cluster = self.clusters.get(claim.cluster)?;
                let seen = self.items.get(claim.item)?.seen;
                if level <= How::Key { None } else { self.contradiction(cluster, seen) }
            };
            let alone = group.len() == 1 && free && !contested.contains(&place);
            if alone && differs(claim).is_none() {
                if level == How::Twin {
                    let (path, with) = (self.path(claim.item), self.face(claim.cluster));
                    self.notes.insert(Note::Twin { path, with });
                }
                self.set_state(claim.item, State::Placed(level));
                self.slots.entry(place).or_default().taken = Some((claim.item, level));
                continue;
            }
            let reasons: Vec<Option<Why>> = group.iter().map(differs).collect();
            for (claim, reason) in group.iter().zip(reasons) {
                let why = reason.unwrap_or(Why::SeveralVersions);
                let shared = claim.shared.clone().into_owned();
                let rival = Rival { item: claim.item, by: level, shared, why };
                self.slots.entry(place.clone()).or_default().rivals.add(rival);
                self.set_state(claim.item, State::Disputed);
            }
        }
    }

    /// Makes the targets that fit several articles candidates of each place that is free.
    fn dispute(&mut self, buckets: &FxHashMap<Key<'a>, Bucket>, level: How) {
        let mut disputed: Vec<(&Key<'a>, &Bucket)> =
            buckets.iter().filter(|(_, bucket)| !bucket.several.is_empty()).collect();
        disputed.sort_unstable_by_key(|(key, _)| *key);
        for (key, bucket) in disputed {
            for (locale, listed) in &bucket.several {
                let rest = bucket.rest.get(locale).map_or(&[][..], Vec::as_slice);
                let anchors: BTreeSet<usize> = bucket.anchors.for_locale(locale).collect();
                let articles: Vec<TreePath> =
                    anchors.iter().take(MOST_ARTICLES).map(|&anchor| self.face(anchor)).collect();
                let mut holder = None;
                let mut any_free = false;
                for &anchor in &anchors {
                    let slot = self.slots.entry((anchor, locale.clone())).or_default();
                    if let Some((item, _)) = slot.taken {
                        holder.get_or_insert(item);
                        continue;
                    }
                    any_free = true;
                    for &item in listed {
                        slot.rivals.add(Rival::of_several(item, level, &key.1, &articles));
                    }
                    slot.rivals.more += rest.len();
                }
                for &item in listed.iter().chain(rest) {
                    if any_free {
                        self.set_state(item, State::Disputed);
                    } else if let Some(holder) = holder {
                        self.outranked.entry(item).or_insert((level, holder));
                    }
                }
            }
        }
    }

    fn set_state(&mut self, at: usize, state: State) {
        if let Some(item) = self.items.get_mut(at) {
            item.state = state;
        }
    }

    /// A front-matter key that both have, with no value in common.
    fn contradiction(&self, cluster: &Cluster, target: &Seen) -> Option<Why> {
        let source = self.items.get(cluster.source.or_else(|| cluster.pages.first().copied())?)?.seen;
        for (name, value) in target.keys.iter().take(super::MOST_KEYS) {
            let values = |seen: &'_ Seen| -> Vec<String> {
                let named = seen.keys.iter().take(super::MOST_KEYS).filter(|(other, _)| other == name);
                named.map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
            };
            let (here, there) = (values(source), values(target));
            if let Some(other) = here.first()
                && !there.is_empty()
                && !there.iter().any(|value| here.contains(value))
            {
                return Some(Why::KeyDiffers {
                    name: name.clone(),
                    source: other.clone(),
                    target: value.trim().to_owned(),
                });
            }
        }
        None
    }
}
