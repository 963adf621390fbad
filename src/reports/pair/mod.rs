//! Which files belong together, by what, and what is open, for people and for programs.

mod json;
mod text;

pub use json::json;
pub use text::text;

use crate::domain::article::{Article, TreePath};
use crate::domain::locale::Locale;
use crate::domain::pairing::{Note, Place, Status, Unplaced};
use crate::domain::verdict::Trouble;

/// What `pair` shows.
pub struct Pairings<'r> {
    /// The sums over the places asked for, one a locale, sorted by locale.
    pub locales: Vec<(&'r Locale, PlaceCounts)>,
    /// The sums over all of them.
    pub total: PlaceCounts,
    /// How many collections the project has.
    pub collections: usize,
    /// Where every file of the project's collections fell, whatever was asked for.
    pub files: FileCounts,
    /// The articles asked for, sorted by id.
    pub rows: Vec<ArticleRow<'r>>,
    /// Whether the rows are to be listed; a long list is left to whom asks for it.
    pub list_rows: bool,
    /// The files that belong to no article, sorted by path.
    pub unplaced: Vec<(&'r TreePath, &'r Unplaced)>,
    /// What an editor may want to know although nothing is open.
    pub notes: Vec<&'r Note>,
    /// What could not be listed or read.
    pub problems: &'r [Trouble],
}

/// An article with the places asked for.
pub struct ArticleRow<'r> {
    /// The article.
    pub article: &'r Article,
    /// What stands in its locales, sorted by locale.
    pub places: Vec<PlaceRow<'r>>,
}

/// One locale of an article.
pub struct PlaceRow<'r> {
    /// The locale.
    pub locale: &'r Locale,
    /// What stands there.
    pub status: &'r Status,
    /// The file that stands there, if one does.
    pub path: Option<&'r TreePath>,
    /// Where the place is ambiguous: the lines for `cotejo.toml` that would settle it.
    pub by_hand: Vec<String>,
}

/// What stands in how many places; the sum of the parts is [`PlaceCounts::all`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct PlaceCounts {
    /// With a version.
    pub paired: usize,
    /// Without one.
    pub missing: usize,
    /// Without one, and none is wanted.
    pub unwanted: usize,
    /// With a version that has no source.
    pub orphan: usize,
    /// Not decided.
    pub ambiguous: usize,
    /// Not known, since a folder can't be listed.
    pub unreadable: usize,
}

impl PlaceCounts {
    /// Counts one place.
    pub fn add(&mut self, status: &Status) {
        match status {
            Status::Paired { .. } => self.paired += 1,
            Status::Missing => self.missing += 1,
            Status::Unwanted { .. } => self.unwanted += 1,
            Status::Orphan => self.orphan += 1,
            Status::Ambiguous { .. } => self.ambiguous += 1,
            Status::Unreadable { .. } => self.unreadable += 1,
        }
    }

    /// All places.
    pub fn all(&self) -> usize {
        self.parts().into_iter().map(|(_, count)| count).sum()
    }

    /// The parts with their names.
    pub fn parts(&self) -> [(&'static str, usize); 6] {
        [
            ("paired", self.paired),
            ("missing", self.missing),
            ("unwanted", self.unwanted),
            ("orphan", self.orphan),
            ("ambiguous", self.ambiguous),
            ("unreadable", self.unreadable),
        ]
    }
}

/// In which bucket how many files fell; the sum of the parts is [`FileCounts::all`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct FileCounts {
    /// Sources of articles.
    pub source: usize,
    /// Targets of articles.
    pub target: usize,
    /// Pages of articles.
    pub page: usize,
    /// Targets without a source.
    pub orphan: usize,
    /// Candidates for a place that is not decided.
    pub ambiguous: usize,
    /// Of no article.
    pub unplaced: usize,
}

impl FileCounts {
    /// Counts one file.
    pub fn add(&mut self, place: &Place) {
        match place {
            Place::Source { .. } => self.source += 1,
            Place::Target { .. } => self.target += 1,
            Place::Page { .. } => self.page += 1,
            Place::Orphan { .. } => self.orphan += 1,
            Place::Ambiguous => self.ambiguous += 1,
            Place::Unplaced { .. } => self.unplaced += 1,
        }
    }

    /// All files.
    pub fn all(&self) -> usize {
        self.parts().into_iter().map(|(_, count)| count).sum()
    }

    /// The parts with their names.
    pub fn parts(&self) -> [(&'static str, usize); 6] {
        [
            ("source", self.source),
            ("target", self.target),
            ("page", self.page),
            ("orphan", self.orphan),
            ("ambiguous", self.ambiguous),
            ("unplaced", self.unplaced),
        ]
    }
}
