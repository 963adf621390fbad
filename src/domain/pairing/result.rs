//! What pairing answers.

use super::How;
use crate::domain::article::{Article, ArticleId, TreePath, Wish};
use crate::domain::locale::Locale;

/// The answer for a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PairingResult {
    /// The articles, sorted by id.
    pub articles: Vec<Article>,
    /// What stands in each wanted locale of each article, sorted by id and locale.
    pub pairings: Vec<Pairing>,
    /// Every file given, once, sorted by path, with the bucket it fell in.
    pub files: Vec<(TreePath, Place)>,
    /// What an editor may want to know although nothing is open, sorted.
    pub notes: Vec<Note>,
}

impl PairingResult {
    /// The article with that id.
    pub fn article(&self, id: &ArticleId) -> Option<&Article> {
        self.articles.binary_search_by(|article| article.id.cmp(id)).ok().and_then(|at| self.articles.get(at))
    }

    /// What stands in `locale` for the article with that id.
    pub fn status(&self, id: &ArticleId, locale: &Locale) -> Option<&Status> {
        let at = self.pairings.binary_search_by(|p| (&p.article, &p.locale).cmp(&(id, locale))).ok()?;
        self.pairings.get(at).map(|pairing| &pairing.status)
    }

    /// The bucket of the file at `path`.
    pub fn place(&self, path: &TreePath) -> Option<&Place> {
        let at = self.files.binary_search_by(|(other, _)| other.cmp(path)).ok()?;
        self.files.get(at).map(|(_, place)| place)
    }
}

/// What stands in one locale of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// The article.
    pub article: ArticleId,
    /// The target locale.
    pub locale: Locale,
    /// What stands there.
    pub status: Status,
}

/// What stands in one locale of one article.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "status")]
pub enum Status {
    /// There is a version: a file (in [`Article::targets`]) or, where there is none, a page asked
    /// for in this locale (in [`Article::pages`]).
    Paired {
        /// By what.
        by: How,
    },
    /// There is no version.
    Missing,
    /// There is no version, and none is wanted.
    Unwanted {
        /// Why not.
        wish: Wish,
    },
    /// There is a version, but neither source nor page of its article.
    Orphan,
    /// What there is can't be told: a folder in which it may stand, or its source, can't be listed.
    /// Pairing does not know of such places and never says so; who listed the files does.
    Unreadable {
        /// The folder.
        place: TreePath,
    },
    /// More than one file may be the version, or one file may be the version of several articles.
    Ambiguous {
        /// The files, sorted by path; at most [`super::MOST_CANDIDATES`].
        candidates: Vec<Candidate>,
        /// How many more there are.
        more: usize,
    },
}

/// A file that may be the version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Candidate {
    /// The file.
    pub path: TreePath,
    /// By what it would be paired.
    pub by: How,
    /// What it has in common with the article: the key's value, the address, the stem.
    pub shared: String,
    /// Why it was not simply paired.
    pub why: Why,
}

/// Why a candidate was not simply paired.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Why {
    /// Other files claim the same place.
    SeveralVersions,
    /// The file fits several articles.
    SeveralArticles {
        /// A file of each, sorted; at most [`super::MOST_CANDIDATES`].
        articles: Vec<TreePath>,
    },
    /// A front-matter key says that it belongs elsewhere.
    KeyDiffers {
        /// The key's name.
        name: String,
        /// Its value in the article's source.
        source: String,
        /// Its value in the candidate.
        target: String,
    },
}

/// The bucket a file fell in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "place")]
pub enum Place {
    /// It is the source of an article.
    Source {
        /// The article.
        article: ArticleId,
    },
    /// It is the version of an article in a target locale.
    Target {
        /// The article.
        article: ArticleId,
        /// The locale.
        locale: Locale,
        /// By what it was paired.
        by: How,
    },
    /// It is a page of an article.
    Page {
        /// The article.
        article: ArticleId,
        /// By what it was joined to the article's other files.
        by: How,
    },
    /// It is a target without a source.
    Orphan {
        /// The article made up for it.
        article: ArticleId,
        /// The locale.
        locale: Locale,
    },
    /// It is a candidate for one place or several.
    Ambiguous,
    /// It could not be placed.
    Unplaced {
        /// Why not.
        why: Unplaced,
    },
}

/// Why a file could not be placed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Unplaced {
    /// Neither path, front matter nor address tells its locale.
    NoLocale,
    /// Its locale is none of the collection's.
    OtherLocale {
        /// The locale.
        locale: Locale,
    },
    /// Its collection is not known.
    NoCollection,
    /// It was seen twice with different evidence, as where two collections claim it.
    SeenTwice {
        /// The collections, sorted.
        collections: Vec<String>,
    },
}

/// What an editor may want to know although nothing is open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Note {
    /// A file was paired although its name differs in letter case or Unicode composition.
    Twin {
        /// The file.
        path: TreePath,
        /// The file it was paired with.
        with: TreePath,
    },
    /// A file fits a place that a file with stronger evidence holds.
    Outranked {
        /// The file.
        path: TreePath,
        /// The evidence it had.
        by: How,
        /// The file that holds the place.
        holder: TreePath,
    },
    /// Several sources have one key, address or stem.
    SharedBySources {
        /// What kind of evidence it is.
        by: How,
        /// The value they share.
        shared: String,
        /// The sources, sorted; at most [`super::MOST_CANDIDATES`].
        paths: Vec<TreePath>,
        /// How many there are in all.
        count: usize,
    },
    /// A file of a pair settled by hand is not in the tree.
    HandFileUnseen {
        /// The file.
        path: TreePath,
    },
    /// A pair settled by hand can't be: its source is itself a target, or both are in one locale.
    HandPairImpossible {
        /// The source of the pair.
        source: TreePath,
        /// The target of the pair.
        target: TreePath,
    },
}
