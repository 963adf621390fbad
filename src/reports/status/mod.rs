//! The state of articles × locales, for people and for programs.

mod csv;
mod json;
mod markdown;
mod text;

pub use csv::csv;
pub use json::{json, totals};
pub use markdown::{escape, markdown};
pub use text::text;

use crate::domain::article::TreePath;
use crate::domain::locale::Locale;
use crate::domain::verdict::{Row, Totals, Trouble};

/// What `status` shows.
pub struct Status<'r> {
    /// The sums, one a locale, sorted by locale.
    pub locales: Vec<(Locale, Totals)>,
    /// The sums over all of them.
    pub total: Totals,
    /// How many articles the rows are of.
    pub articles: usize,
    /// How many of them count in a sum: those that are not left out in every locale.
    pub counted: usize,
    /// How many rows there are.
    pub count: usize,
    /// The rows in the order asked for; none where only the sums are shown.
    pub rows: Vec<&'r Row>,
    /// Whether the rows are to be listed; a long list is left to whom asks for it.
    pub list_rows: bool,
    /// What could not be read besides the rows' own files.
    pub problems: &'r [Trouble],
    /// How many files fit a collection and belong to no article.
    pub unplaced_count: usize,
    /// Those files; none where only the sums are shown.
    pub unplaced: &'r [TreePath],
}
