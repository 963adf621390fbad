//! What is out: a package as it was handed out, kept so that what comes back can be told from what
//! was sent, whatever the tool between left of it.

use super::{PackageName, UnitKey};
use crate::domain::article::ArticleId;
use crate::domain::document::BlockKind;
use crate::domain::locale::Locale;
use crate::domain::record::Timestamp;
use crate::domain::text::UnitHash;

/// A package that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    /// Its name.
    pub name: PackageName,
    /// The locale that is translated from.
    pub source: Locale,
    /// The locale that is translated to.
    pub target: Locale,
    /// Who has it; empty where nobody is named.
    pub holder: String,
    /// Who handed it out; empty likewise.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// When it was given up, if it was: its units may go to others then. What comes back all the same
    /// is still taken.
    pub released: Option<Timestamp>,
    /// Its units, in the order of the package.
    pub units: Vec<OutUnit>,
}

/// A unit that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutUnit {
    /// Its article.
    pub article: ArticleId,
    /// What it is known by.
    pub key: UnitKey,
    /// What of it was handed out.
    pub what: What,
}

/// What of a unit was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It was open to work.
    Open(Sent),
    /// It was there for context, its target being that; `None`: it had none.
    Locked(Option<UnitHash>),
}

/// A unit as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its source blocks.
    pub source: Vec<(BlockKind, String)>,
    /// Its target blocks, as they stood in the file: the base of a merge. Once work came back and was
    /// taken, what was taken.
    pub target: Vec<String>,
    /// The target as it was shown to the translator, where that is not what stood in the file.
    pub shown: Option<String>,
    /// When work on it was last taken back.
    pub taken: Option<Timestamp>,
}

impl Out {
    /// Whether the unit is out: open, not back and not given up.
    pub fn has_out(&self, unit: &OutUnit) -> bool {
        self.released.is_none() && matches!(&unit.what, What::Open(sent) if sent.taken.is_none())
    }

    /// How many units are out.
    pub fn left(&self) -> usize {
        self.units.iter().filter(|unit| self.has_out(unit)).count()
    }
}
