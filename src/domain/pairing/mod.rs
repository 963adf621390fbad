//! Pairing: which files are versions of one article.
//!
//! **Evidence, strongest first**: what was settled by hand, a front-matter key, the address a page
//! was served at, the path by the collection's template, the path but for letter case and Unicode
//! composition. Evidence of one kind is weighed for all files at once, before any weaker kind is
//! looked at: a file placed by stronger evidence is not moved by weaker, and nothing depends on
//! the order in which files were met.
//!
//! **The algorithm** is a join by keys, level by level, and not a search for the best overall
//! assignment (Hungarian method, stable matching): pairing by explicit evidence has no weights to
//! optimise, and an "optimal" choice between two equal claims would be exactly the silent guess
//! that an editor has to undo later. So at each level every file not yet placed looks up the
//! articles that share a key with it:
//!
//! - one article, and no other file wants the same place: paired;
//! - several articles, or several files for one place, or a key that contradicts the match: the
//!   place is *ambiguous*, with the candidates and why, until somebody settles it by hand. Weaker
//!   evidence doesn't break the tie;
//! - a place already filled by stronger evidence: the file stays open for weaker evidence, and
//!   a note says what outranked it.
//!
//! Each level is a hash join: n log n for the sort by path, linear after it. Lists of candidates
//! are cut at [`MOST_CANDIDATES`] (the rest is counted), so that n files with one key stay linear.
//!
//! *Pairing by content* (for sites whose slugs are translated and that have no keys) belongs
//! after [`How::Twin`], as one more level whose keys come from the texts: it would see the files
//! left as orphans and the places left missing, and nothing else here has to change.

mod address;
mod names;
mod result;
mod solve;
#[cfg(test)]
mod tests;

pub use address::{Address, AddressKey, read as read_address};
pub use names::{LONGEST_NAME, LocaleNames};
pub use result::{Candidate, Note, Pairing, PairingResult, Place, Status, Unplaced, Why};
pub use solve::pair;

use super::article::{Article, ArticleId, TreePath, Wish};
use super::locale::Locale;

/// At most so many candidates are listed for an ambiguous place, and paths in a note.
pub const MOST_CANDIDATES: usize = 8;

/// What a collection says for the pairing of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectionRule {
    /// Its name.
    pub name: String,
    /// The locale its articles are written in, where an article doesn't say otherwise.
    pub source_locale: Locale,
    /// The locales its articles are wanted in, the source locale included. An article written in
    /// another of them is wanted in all the rest.
    pub locales: Vec<Locale>,
    /// The address of the site, for page addresses that are a path only.
    pub base_url: Option<String>,
}

/// What a file is to its collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A version in a file of the project.
    Version,
    /// What a site served, as it was stored.
    Page,
}

/// A file as it was seen in the tree, with the evidence it carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seen {
    /// Where it stands.
    pub path: TreePath,
    /// The name of the collection whose template it fits.
    pub collection: String,
    /// Whether it is a version or a page.
    pub role: Role,
    /// What the template's `{name}` or `{path}` caught.
    pub stem: String,
    /// A version: the locale it is written in by template or front matter. A page: the locale it
    /// was asked for in. Where `None`, the address may tell.
    pub locale: Option<Locale>,
    /// The locale its article is written in, where its front matter says so.
    pub own_source: Option<Locale>,
    /// Its address, where known.
    pub url: Option<String>,
    /// Its front-matter keys for pairing: name and value.
    pub keys: Vec<(String, String)>,
    /// The article it belongs to, where that was told by hand (`article` of a page).
    pub article: Option<String>,
}

/// A pair settled by hand.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ByHand {
    /// The file with the source (or a page of the article).
    pub source: TreePath,
    /// The file with the target.
    pub target: TreePath,
    /// The target's locale; `None` leaves it to what the file itself tells.
    pub locale: Option<Locale>,
}

/// An article known from the records, so that it keeps its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Known {
    /// Its id.
    pub id: ArticleId,
    /// Where its source (or page) stood.
    pub source: Option<TreePath>,
    /// Where a target of it stood.
    pub target: Option<TreePath>,
}

/// What is paired.
#[derive(Clone, Copy)]
pub struct PairingInput<'a> {
    /// The collections; a file of another collection is not placed.
    pub collections: &'a [CollectionRule],
    /// The files, in any order.
    pub seen: &'a [Seen],
    /// The pairs settled by hand, in any order.
    pub by_hand: &'a [ByHand],
    /// The articles of the records, in any order.
    pub known: &'a [Known],
    /// The names of the site's locales in addresses.
    pub names: &'a LocaleNames,
    /// An editor's wish about an article in a locale; asked with the article's source locale, it
    /// is about the whole article.
    pub wish: &'a dyn Fn(&Article, &Locale) -> Option<Wish>,
}

/// By what a file was paired, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Settled by hand in the configuration.
    Hand,
    /// By a front-matter key.
    Key,
    /// By its address: host and path around the locale segment.
    Url,
    /// By its path and the collection's template.
    Template,
    /// By its path, but for letter case or Unicode composition.
    Twin,
    /// Nothing had to be paired: the article is known by this page.
    Page,
}
