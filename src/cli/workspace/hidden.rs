//! Places of the tree that could not be listed, and what can't be known because of them: a version
//! whose source may stand there is no orphan, one that may stand there itself is not missing, and
//! one whose record may is not unrecorded.

use rustc_hash::FxHashMap;

use crate::cli::trouble;
use crate::config::{Collection, Config};
use crate::domain::article::{Article, ArticleId, TreePath};
use crate::domain::locale::Locale;
use crate::domain::pairing::{How, Known, PairingResult, Place, Seen, Status};
use crate::domain::verdict::Trouble;
use crate::sources::walk::{WalkProblem, WalkProblemKind};

/// The places that could not be listed, by path.
#[derive(Debug, Default)]
pub struct Hidden {
    places: FxHashMap<String, Trouble>,
}

/// What pairing was made from.
pub struct Grounds<'g> {
    /// The configuration.
    pub config: &'g Config,
    /// The files.
    pub seen: &'g [Seen],
    /// What the records that the paths alone did not explain know.
    pub known: &'g [Known],
}

impl Hidden {
    /// Those of a listing.
    pub fn of(problems: &[WalkProblem]) -> Self {
        let hides = |problem: &&WalkProblem| {
            use WalkProblemKind::{Io, Loop, Outside, TooDeep};
            matches!(problem.kind, Io(_) | Loop | Outside | TooDeep)
        };
        let place = |problem: &WalkProblem| Some((problem.path.clone(), trouble::of_walk(problem)?));
        Hidden { places: problems.iter().filter(hides).filter_map(place).collect() }
    }

    /// Why it can't be known what stands at that path: it is such a place or lies in one.
    pub fn over(&self, path: &TreePath) -> Option<&Trouble> {
        if self.places.is_empty() {
            return None;
        }
        let mut at = path.as_str();
        loop {
            if let Some(trouble) = self.places.get(at) {
                return Some(trouble);
            }
            if at.is_empty() {
                return None;
            }
            at = at.rfind('/').and_then(|slash| at.get(..slash)).unwrap_or_default();
        }
    }

    /// The first place that lies in that folder, or that it lies in.
    fn around(&self, folder: &str) -> Option<&TreePath> {
        let folder = TreePath::new(folder.trim_end_matches('/'));
        let inside = |trouble: &&Trouble| {
            let rest = trouble.path.as_str().strip_prefix(folder.as_str());
            folder.as_str().is_empty() || rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let found = self.over(&folder).or_else(|| self.places.values().filter(inside).min());
        found.map(|trouble| &trouble.path)
    }

    /// Takes back what was said of versions that such a place may know better.
    pub fn take_back(&self, pairing: &mut PairingResult, grounds: &Grounds<'_>) {
        if self.places.is_empty() {
            return;
        }
        let mut changed: FxHashMap<(ArticleId, Locale), TreePath> = FxHashMap::default();
        for at in 0..pairing.pairings.len() {
            let Some(place) = pairing.pairings.get(at) else { break };
            let Some(article) = pairing.article(&place.article) else { continue };
            let collection = grounds.config.collections.iter().find(|one| one.name == article.collection);
            let Some(collection) = collection else { continue };
            let has_file = article.targets.iter().any(|file| file.locale.as_ref() == Some(&place.locale));
            let hidden = match place.status {
                Status::Orphan => self.source_of(article, collection, grounds),
                Status::Missing => self.version_of(article, collection, &place.locale),
                Status::Paired { .. } if !has_file => self.version_of(article, collection, &place.locale),
                _ => None,
            };
            if let Some(hidden) = hidden {
                changed.insert((place.article.clone(), place.locale.clone()), hidden);
            }
        }
        for place in &mut pairing.pairings {
            if let Some(hidden) = changed.get(&(place.article.clone(), place.locale.clone())) {
                place.status = Status::Unreadable { place: hidden.clone() };
            }
        }
        for (_, place) in &mut pairing.files {
            if let Place::Orphan { article, locale } = place
                && changed.contains_key(&(article.clone(), locale.clone()))
            {
                let (article, locale) = (article.clone(), locale.clone());
                *place = Place::Target { article, locale, by: How::Template };
            }
        }
    }

    /// The place in which the source of an article may stand that none was found of.
    fn source_of(
        &self,
        article: &Article,
        collection: &Collection,
        grounds: &Grounds<'_>,
    ) -> Option<TreePath> {
        let known = grounds.known.iter().filter(|known| known.id == article.id);
        let recorded = known.filter_map(|known| self.over(known.source.as_ref()?));
        if let Some(found) = recorded.map(|trouble| &trouble.path).next() {
            return Some(found.clone());
        }
        for file in &article.targets {
            let Some(stem) = collection.seen(file.path.as_str()).map(|seen| seen.stem) else { continue };
            for (key, template) in collection.named_templates().filter(|(key, _)| *key != "target") {
                // A page of the article may have been asked for in any locale.
                let locales = grounds.config.locales().filter(|locale| {
                    key == "pages" || **locale == article.source_locale || !template.has_locale()
                });
                let filled = locales.filter_map(|locale| template.fill(locale, &stem));
                if let Some(found) = filled.into_iter().find_map(|path| self.over(&path)) {
                    return Some(found.path.clone());
                }
            }
            // A key or an address pairs it with a file wherever that stands.
            let paired_by_more =
                |seen: &&Seen| seen.path == file.path && (!seen.keys.is_empty() || seen.url.is_some());
            if grounds.seen.iter().any(|seen| paired_by_more(&seen)) {
                let folders = collection.named_templates().filter(|(key, _)| *key != "target");
                let found = folders.filter_map(|(_, template)| self.around(template.folder())).next();
                if let Some(found) = found {
                    return Some(found.clone());
                }
            }
        }
        None
    }

    /// The place in which the version of an article may stand that none was found of.
    fn version_of(&self, article: &Article, collection: &Collection, locale: &Locale) -> Option<TreePath> {
        let file = article.source.as_ref().or_else(|| article.pages.first())?;
        let stem = collection.seen(file.path.as_str())?.stem;
        let path = collection.path_for(locale, &stem, None)?;
        Some(self.over(&path)?.path.clone())
    }
}
