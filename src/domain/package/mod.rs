//! Work that goes out to a translator and comes back.
//!
//! A [`Package`] is what `pull` hands out: for each article its units, each with its source as it
//! is and as it was, the target as it stands, and what helps to translate it. What a tool sends
//! back is a [`Returned`]: units by their key, with a target and a state. Whatever the file format
//! between the two, a unit is known by its key alone: tools reorder units, drop what they don't
//! know and rename files, but keep the ids of units, since their own files would not work without.

pub mod build;
pub mod codes;
pub mod compose;
pub mod offers;
pub mod out;
pub mod take;
pub mod urgency;

use std::fmt;
use std::str::FromStr;

use super::article::{ArticleId, TreePath};
use super::change::ChangeClass;
use super::document::BlockKind;
use super::inline::Inline;
use super::locale::Locale;
use super::record::LinkId;
use super::termbase::Status;
use super::text::UnitHash;

/// Work for one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its name.
    pub name: PackageName,
    /// The locale that is translated from.
    pub source: Locale,
    /// The locale that is translated to.
    pub target: Locale,
    /// The articles, the most urgent first.
    pub jobs: Vec<Job>,
}

/// One article of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The article.
    pub article: ArticleId,
    /// The file of its source.
    pub source: TreePath,
    /// The file of its version in the package's target locale; it need not be there yet.
    pub target: TreePath,
    /// What the editor wrote for the translator.
    pub note: Option<String>,
    /// Its units in the order of the source.
    pub units: Vec<WorkUnit>,
}

/// One unit of an article: a link, or a source unit that no link knows yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkUnit {
    /// What it is known by.
    pub key: UnitKey,
    /// What it is on the page.
    pub kind: BlockKind,
    /// The line of the source's file it begins on, from 1; 0 for a unit that the source lost.
    pub line: usize,
    /// The source.
    pub source: Vec<Inline>,
    /// What the source said when the target was last in step with it, where it says something else
    /// today.
    pub before: Option<Vec<Inline>>,
    /// The target as it stands; `None`: there is none.
    pub target: Option<Vec<Inline>>,
    /// What there is to do.
    pub todo: Todo,
    /// What translations of like sources there are, the best first.
    pub matches: Vec<Offer>,
    /// The terms that apply, in order of appearance.
    pub terms: Vec<TermOffer>,
    /// What was found about the target, as sentences.
    pub remarks: Vec<String>,
    /// What the editor wrote for the translator.
    pub note: Option<String>,
}

/// What there is to do about a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Todo {
    /// It has no translation.
    Translate,
    /// Its source changed, and the target did not follow.
    Update(ChangeClass),
    /// A machine wrote the target; nobody read it.
    Check,
    /// Nothing: it is there for context and locked.
    Nothing,
}

impl Todo {
    /// Whether the unit is open to work.
    pub fn is_open(self) -> bool {
        self != Todo::Nothing
    }
}

/// A translation that may serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// How like its source is to the source of the whole unit, in percent. With 100 its target can be
    /// put in as it is.
    pub percent: u8,
    /// What of the unit it is for.
    pub reach: Reach,
    /// Its source; its codes are the unit's.
    pub source: Vec<Inline>,
    /// Its target, likewise.
    pub target: Vec<Inline>,
    /// Where it is from: an article, or a memory's file.
    pub origin: String,
}

/// What of a unit a match is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole unit, and the texts before and behind are the same too.
    Context,
    /// The whole unit.
    Whole,
    /// One sentence of it, which it is like by that many percent. Whoever puts it in has the rest of
    /// the unit left to translate.
    Part(u8),
}

/// A term that applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermOffer {
    /// As it stands in the source.
    pub source: String,
    /// The terms of the target locale with their status, the preferred one first.
    pub targets: Vec<(String, Status)>,
    /// What the concept is.
    pub definition: Option<String>,
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// The package's name, where the file still has it.
    pub name: Option<PackageName>,
    /// The locale that was translated from, where the file says so.
    pub source: Option<Locale>,
    /// The locale that was translated to, where the file says so.
    pub target: Option<Locale>,
    /// The articles.
    pub jobs: Vec<ReturnedJob>,
    /// Units whose id is none of ours, in the order of the file.
    pub foreign: Vec<Foreign>,
}

/// A unit of a file that came back, with an id that is no [`UnitKey`], or without an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The id as it stands there, the first characters of it.
    pub id: String,
    /// The line of the file it stands on, from 1.
    pub line: usize,
}

/// The units of one article that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedJob {
    /// The article.
    pub article: ArticleId,
    /// Its units in the order of the file.
    pub units: Vec<ReturnedUnit>,
}

/// A unit that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedUnit {
    /// What it is known by.
    pub key: UnitKey,
    /// The source that the file has beside it.
    pub source: Option<Vec<Inline>>,
    /// Its target; `None` where there is none.
    pub target: Option<Vec<Inline>>,
    /// The target as it was sent, where the file still tells: the base of a three-way merge.
    pub sent_target: Option<Vec<Inline>>,
    /// How far it is done, by what the tool says.
    pub state: Done,
    /// The line of the file it stands on, from 1.
    pub line: usize,
}

/// How far a unit is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Done {
    /// Not at all, or the tool says that it needs work.
    No,
    /// The file does not say: whether it was touched tells.
    Unsaid,
    /// Translated.
    Translated,
    /// Translated, and read by a second person (approved, final, signed off).
    Reviewed,
}

/// The name of a package: letters of ASCII, digits, `-` and `_`, at most 64, the first no `-`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PackageName(String);

impl PackageName {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<u32> for PackageName {
    /// A name that is a number.
    fn from(number: u32) -> Self {
        PackageName(number.to_string())
    }
}

impl fmt::Display for PackageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A text that is no [`PackageName`] or no [`UnitKey`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadName;

impl FromStr for PackageName {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let good = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let fits = (1..=64).contains(&text.len()) && text.bytes().all(good) && !text.starts_with('-');
        fits.then(|| PackageName(text.to_owned())).ok_or(BadName)
    }
}

/// What a unit is known by within its article, as long as it is out: the link, or for a unit
/// without one the hash of its source and its number among equals.
///
/// Written, it is an XML name and safe in a file name: `link-kmnopqrs`, `new-0123456789abcdef-1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitKey {
    /// A link of the record.
    Link(LinkId),
    /// A unit of the source that no link knows.
    New {
        /// The hash of its source.
        hash: UnitHash,
        /// Its number among units with that hash and no link, from 1.
        number: u32,
    },
}

impl fmt::Display for UnitKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnitKey::Link(link) => write!(f, "link-{link}"),
            UnitKey::New { hash, number } => write!(f, "new-{hash}-{number}"),
        }
    }
}

impl FromStr for UnitKey {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        if let Some(link) = text.strip_prefix("link-") {
            return link.parse().map(UnitKey::Link).map_err(|_| BadName);
        }
        let (hash, number) =
            text.strip_prefix("new-").and_then(|rest| rest.split_once('-')).ok_or(BadName)?;
        let number: u32 = number.parse().map_err(|_| BadName)?;
        let key = UnitKey::New { hash: hash.parse().map_err(|_| BadName)?, number };
        // One key has one spelling.
        if number > 0 && key.to_string() == text { Ok(key) } else { Err(BadName) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_and_has_one_spelling() {
        let new = UnitKey::New { hash: UnitHash::of("The gate"), number: 3 };
        for key in [UnitKey::Link(LinkId::from_number(77)), new] {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        let hash = UnitHash::of("The gate");
        for bad in [
            "",
            "link-",
            "link-abcdefgh",
            "new-0",
            &format!("new-{hash}"),
            &format!("new-{hash}-0"),
            &format!("new-{hash}-+1"),
            &format!("new-{hash}-01"),
        ] {
            assert_eq!(bad.parse::<UnitKey>(), Err(BadName), "{bad}");
        }
    }

    #[test]
    fn a_package_s_name_leads_nowhere() {
        for good in ["es-20261122", "Ana_1", "a"] {
            assert_eq!(good.parse::<PackageName>().map(|name| name.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "-x", "a/b", "..", "a b", "ñ", "a\n", &"a".repeat(65)] {
            assert_eq!(bad.parse::<PackageName>(), Err(BadName), "{bad}");
        }
    }
}
