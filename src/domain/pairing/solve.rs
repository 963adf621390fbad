//! The state of one pairing, and its first steps: what each file is.

mod finish;
mod pages;
mod targets;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::result::{Note, PairingResult, Unplaced};
use super::{ByHand, How, PairingInput, Role, Seen, address};
use crate::domain::article::TreePath;
use crate::domain::locale::Locale;

/// The kinds of evidence, strongest first.
const LEVELS: [How; 5] = [How::Hand, How::Key, How::Url, How::Template, How::Twin];

/// No more front-matter keys of one file are looked at.
const MOST_KEYS: usize = 16;

/// Pairs files into articles. See the module's text for the method.
///
/// In: the files with their evidence, in any order. Out: the articles sorted by id, what stands
/// in each wanted locale of each, and for every path given the one bucket it fell in.
/// Time n log n, memory linear, in the number of files.
pub fn pair(input: PairingInput<'_>) -> PairingResult {
    let mut solver = Solver::new(input);
    solver.settle_kinds();
    solver.start_clusters();
    solver.gather_pages();
    solver.place_targets();
    solver.group_orphans();
    solver.finish()
}

/// What a file is to its article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Source,
    Target,
    Page,
    Unplaced,
}

/// Where a file stands on its way to an article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Placed(How),
    Disputed,
}

/// A file, with what was made of its evidence.
struct Item<'a> {
    seen: &'a Seen,
    rule: usize,
    locale: Option<Locale>,
    address: Option<String>,
    kind: Kind,
    state: State,
}

/// An article on its way: a source, pages, or both.
struct Cluster {
    rule: usize,
    source: Option<usize>,
    pages: Vec<usize>,
    source_locale: Locale,
    /// Put together by evidence: pages of it are no longer free for weaker evidence to join to
    /// another group.
    closed: bool,
    /// The cluster it went into, if it was merged.
    merged: bool,
}

/// A key of one kind of evidence: the collection (or `usize::MAX`, for what holds across
/// collections) and the text.
type Key<'a> = (usize, Cow<'a, str>);

struct Solver<'a> {
    input: PairingInput<'a>,
    items: Vec<Item<'a>>,
    unplaced: BTreeMap<&'a TreePath, Unplaced>,
    hand_targets: FxHashMap<&'a TreePath, Vec<&'a ByHand>>,
    hand_sources: BTreeSet<&'a TreePath>,
    clusters: Vec<Cluster>,
    slots: FxHashMap<(usize, Locale), targets::Slot>,
    orphans: Vec<Vec<usize>>,
    outranked: BTreeMap<usize, (How, usize)>,
    notes: BTreeSet<Note>,
}

impl<'a> Solver<'a> {
    /// Sorts the files by path, so that nothing after depends on the order given.
    fn new(input: PairingInput<'a>) -> Self {
        let rules: BTreeMap<&str, usize> =
            input.collections.iter().enumerate().map(|(at, rule)| (rule.name.as_str(), at)).collect();
        let mut sorted: Vec<&Seen> = input.seen.iter().collect();
        sorted.sort_unstable();
        sorted.dedup();

        let mut items: Vec<Item<'a>> = Vec::with_capacity(sorted.len());
        let mut unplaced = BTreeMap::new();
        for group in sorted.chunk_by(|a, b| a.path == b.path) {
            let [seen] = group else {
                let names: BTreeSet<&String> = group.iter().map(|seen| &seen.collection).collect();
                let collections = names.into_iter().cloned().collect();
                if let Some(first) = group.first() {
                    unplaced.insert(&first.path, Unplaced::SeenTwice { collections });
                }
                continue;
            };
            let Some((&at, rule)) = rules
                .get(seen.collection.as_str())
                .and_then(|at| input.collections.get(*at).map(|rule| (at, rule)))
            else {
                unplaced.insert(&seen.path, Unplaced::NoCollection);
                continue;
            };
            let read =
                seen.url.as_deref().and_then(|url| address::read(url, rule.base_url.as_deref(), input.names));
            let told = read.as_ref().and_then(|address| address.locale.clone());
            items.push(Item {
                seen,
                rule: at,
                locale: seen.locale.clone().or(told),
                address: read.map(|address| address.key.as_str().to_owned()),
                kind: Kind::Unplaced,
                state: State::Open,
            });
        }

        let mut pairs: Vec<&ByHand> = input.by_hand.iter().collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut notes = BTreeSet::new();
        check_hand_pairs(&mut pairs, &items, &mut notes);
        let mut hand_targets: FxHashMap<&TreePath, Vec<&ByHand>> = FxHashMap::default();
        for pair in &pairs {
            hand_targets.entry(&pair.target).or_default().push(pair);
        }
        Solver {
            input,
            items,
            unplaced,
            hand_sources: pairs.iter().map(|pair| &pair.source).collect(),
            hand_targets,
            clusters: Vec::new(),
            slots: FxHashMap::default(),
            orphans: Vec::new(),
            outranked: BTreeMap::new(),
            notes,
        }
    }

    /// Says of every file whether it is a source, a target or a page.
    fn settle_kinds(&mut self) {
        let mut by_default = Vec::new();
        for at in 0..self.items.len() {
            let Some(item) = self.items.get_mut(at) else { continue };
            let Some(rule) = self.input.collections.get(item.rule) else { continue };
            let seen = item.seen;
            if seen.role == Role::Page {
                item.kind = Kind::Page;
                continue;
            }
            let pairs = self.hand_targets.get(&seen.path);
            if let Some(locale) = pairs.and_then(|pairs| pairs.iter().find_map(|pair| pair.locale.clone())) {
                item.locale = Some(locale);
            }
            let Some(locale) = item.locale.clone() else {
                self.unplaced.insert(&seen.path, Unplaced::NoLocale);
                continue;
            };
            item.kind = if pairs.is_some() {
                Kind::Target
            } else if self.hand_sources.contains(&seen.path) {
                Kind::Source
            } else if !rule.locales.contains(&locale) && locale != rule.source_locale {
                self.unplaced.insert(&seen.path, Unplaced::OtherLocale { locale });
                Kind::Unplaced
            } else if let Some(own) = &seen.own_source {
                if *own == locale { Kind::Source } else { Kind::Target }
            } else if locale == rule.source_locale {
                by_default.push(at);
                Kind::Source
            } else {
                Kind::Target
            };
        }
        self.yield_to_own_sources(&by_default);
    }

    /// A file in the default source locale is a target all the same where another version of its
    /// article says of itself that it is the source.
    fn yield_to_own_sources(&mut self, by_default: &[usize]) {
        for level in [How::Key, How::Url, How::Template] {
            if self.items.iter().all(|item| item.seen.own_source.is_none()) {
                return;
            }
            let mut own: FxHashMap<Key<'_>, &Locale> = FxHashMap::default();
            for (at, item) in self.items.iter().enumerate() {
                let own_word = item.seen.own_source.as_ref().filter(|own| item.locale.as_ref() == Some(own));
                if let (Kind::Source, Some(locale)) = (item.kind, own_word) {
                    own.extend(self.keys(at, level).into_iter().map(|key| (key, locale)));
                }
            }
            if own.is_empty() {
                continue;
            }
            let yielding: Vec<usize> = by_default
                .iter()
                .copied()
                .filter(|&at| {
                    let locale = self.items.get(at).and_then(|item| item.locale.as_ref());
                    self.keys(at, level)
                        .iter()
                        .any(|key| own.get(key).is_some_and(|own| Some(*own) != locale))
                })
                .collect();
            for at in yielding {
                if let Some(item) = self.items.get_mut(at) {
                    item.kind = Kind::Target;
                }
            }
        }
    }

    /// Every source and every page begins as an article of its own.
    fn start_clusters(&mut self) {
        for (at, item) in self.items.iter_mut().enumerate() {
            let Some(rule) = self.input.collections.get(item.rule) else { continue };
            let own = item.seen.own_source.clone();
            let (source, pages, locale) = match item.kind {
                Kind::Source => {
                    item.state = State::Placed(How::Template);
                    (Some(at), Vec::new(), item.locale.clone())
                }
                Kind::Page => (None, vec![at], own),
                _ => continue,
            };
            self.clusters.push(Cluster {
                rule: item.rule,
                source,
                pages,
                source_locale: locale.unwrap_or_else(|| rule.source_locale.clone()),
                closed: source.is_some() || item.seen.article.is_some(),
                merged: false,
            });
        }
    }

    /// The keys of a file at a level of evidence.
    fn keys(&self, at: usize, level: How) -> Vec<Key<'a>> {
        let mut keys = Vec::new();
        self.each_key(at, level, &mut |key| keys.push(key));
        keys
    }

    /// Calls `take` with each key of a file at a level of evidence.
    fn each_key(&self, at: usize, level: How, take: &mut dyn FnMut(Key<'a>)) {
        let Some(item) = self.items.get(at) else { return };
        let seen = item.seen;
        match level {
            How::Hand => {
                if let Some(label) = &seen.article {
                    take((item.rule, Cow::Borrowed(label)));
                }
                match self.hand_targets.get(&seen.path) {
                    Some(pairs) => {
                        pairs.iter().for_each(|pair| take((usize::MAX, Cow::Borrowed(pair.source.as_str()))));
                    }
                    None if self.hand_sources.contains(&seen.path) => {
                        take((usize::MAX, Cow::Borrowed(seen.path.as_str())));
                    }
                    None => {}
                }
            }
            How::Key => {
                let filled = seen.keys.iter().take(MOST_KEYS).filter(|(_, value)| !value.trim().is_empty());
                filled.for_each(|(name, value)| {
                    take((item.rule, Cow::Owned(format!("{name}: {}", value.trim()))));
                });
            }
            How::Url => item.address.iter().for_each(|key| take((item.rule, Cow::Owned(key.clone())))),
            How::Template => take((item.rule, Cow::Borrowed(&seen.stem))),
            How::Twin => {
                let stem = &seen.stem;
                let folded = if stem.is_ascii() {
                    stem.to_ascii_lowercase()
                } else {
                    stem.nfc().flat_map(char::to_lowercase).nfc().collect()
                };
                take((item.rule, Cow::Owned(folded)));
            }
            How::Page => {}
        }
    }

    /// Whether any file has evidence of that level at all.
    fn has_level(&self, level: How) -> bool {
        match level {
            How::Hand => {
                !self.hand_sources.is_empty() || self.items.iter().any(|item| item.seen.article.is_some())
            }
            How::Key => self.items.iter().any(|item| !item.seen.keys.is_empty()),
            How::Url => self.items.iter().any(|item| item.address.is_some()),
            How::Template | How::Twin => true,
            How::Page => false,
        }
    }

    /// The keys of an article: those of its source and its pages, each once.
    fn cluster_keys(&self, cluster: &Cluster, level: How) -> Vec<Key<'a>> {
        let members = cluster.source.iter().chain(&cluster.pages);
        let mut keys: Vec<Key<'a>> = Vec::new();
        members.for_each(|&at| self.each_key(at, level, &mut |key| keys.push(key)));
        if keys.len() > 1 {
            keys.sort_unstable();
            keys.dedup();
        }
        keys
    }

    fn path(&self, at: usize) -> TreePath {
        self.items.get(at).map_or_else(|| TreePath::new(""), |item| item.seen.path.clone())
    }

    /// The file an article is shown by: its source, or its first page.
    fn face(&self, cluster: usize) -> TreePath {
        let member = self.clusters.get(cluster).and_then(|c| c.source.or_else(|| c.pages.first().copied()));
        member.map_or_else(|| TreePath::new(""), |at| self.path(at))
    }
}

/// Notes the pairs settled by hand that can't be as they were written, and drops those whose
/// source is itself the target of a pair: which of the two was meant can't be known.
fn check_hand_pairs(pairs: &mut Vec<&ByHand>, items: &[Item<'_>], notes: &mut BTreeSet<Note>) {
    let targets: BTreeSet<&TreePath> = pairs.iter().map(|pair| &pair.target).collect();
    pairs.retain(|pair| {
        for path in [&pair.source, &pair.target] {
            if items.binary_search_by(|item| item.seen.path.cmp(path)).is_err() {
                notes.insert(Note::HandFileUnseen { path: path.clone() });
            }
        }
        let possible = !targets.contains(&pair.source);
        if !possible {
            let (source, target) = (pair.source.clone(), pair.target.clone());
            notes.insert(Note::HandPairImpossible { source, target });
        }
        possible
    });
}
