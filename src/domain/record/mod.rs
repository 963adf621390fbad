//! The record of one (article, locale): its links, each with what its source said when its target
//! was last in step with it. All records together are the ledger.
//!
//! A record holds nothing that every accept would change: no fingerprint of a file, no "last
//! accepted at". Who and when stand at each link. So two branches that accept different units of
//! one record change different lines, and plain `git merge` joins them.

mod id;
mod interim;
mod moment;

pub use id::{BadLinkId, LinkId, TakenIds};
pub use interim::{Interim, InterimPlace};
pub use moment::{BadTimestamp, Timestamp};

use std::fmt;
use std::str::FromStr;

use rustc_hash::FxHashMap;

use super::article::{ArticleId, TreePath};
use super::document::{Block, BlockKind};
use super::locale::Locale;
use super::text::UnitHash;

/// One side of a record: a locale and the file that holds the version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The locale of the version.
    pub locale: Locale,
    /// Its file.
    pub path: TreePath,
}

/// What is known of one (article, locale).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The article.
    pub article: ArticleId,
    /// The side that is translated from.
    pub source: Endpoint,
    /// The side that is translated to.
    pub target: Endpoint,
    /// What the editor wrote for the translator, at most one of an article or a unit.
    pub notes: Vec<Note>,
    /// Where all stood when a part was accepted; only where that could not be told otherwise.
    pub interim: Option<Interim>,
    /// The links, in the order of the source as it was last accepted.
    pub links: Vec<Link>,
}

/// What an editor wrote for the translator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub about: About,
    /// The words.
    pub text: String,
    /// Who wrote it; empty where nobody is named.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// The whole article.
    Article,
    /// The unit of a link.
    Link(LinkId),
    /// A source unit that no link knows yet, by its text.
    Unit(UnitHash),
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            About::Article => f.pad("article"),
            About::Link(link) => write!(f, "{link}"),
            About::Unit(hash) => write!(f, "{hash}"),
        }
    }
}

/// A text that says of nothing that it is what a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadAbout;

impl FromStr for About {
    type Err = BadAbout;

    fn from_str(text: &str) -> Result<Self, BadAbout> {
        match (text, text.parse(), text.parse()) {
            ("article", ..) => Ok(About::Article),
            (_, Ok(link), _) => Ok(About::Link(link)),
            (_, _, Ok(hash)) => Ok(About::Unit(hash)),
            _ => Err(BadAbout),
        }
    }
}

impl Record {
    /// A record that knows no link yet.
    pub fn new(article: ArticleId, source: Endpoint, target: Endpoint) -> Self {
        Record { article, source, target, notes: Vec::new(), interim: None, links: Vec::new() }
    }

    /// The note about something.
    pub fn note(&self, about: About) -> Option<&str> {
        self.notes.iter().find(|note| note.about == about).map(|note| note.text.as_str())
    }

    /// Puts a note in the place of the one about the same thing; one without words goes. Tells
    /// whether that changed anything.
    pub fn set_note(&mut self, note: Note) -> bool {
        let place = self.notes.iter().position(|other| other.about == note.about);
        match (place, note.text.is_empty()) {
            (Some(place), true) => drop(self.notes.remove(place)),
            (Some(place), false) => match self.notes.get_mut(place) {
                Some(own) if own.text != note.text => *own = note,
                _ => return false,
            },
            (None, true) => return false,
            (None, false) => self.notes.push(note),
        }
        self.notes.sort_by_key(|note| note.about);
        true
    }

    /// Lets notes about units that no link knew follow them into their links.
    pub fn settle_notes(&mut self) {
        if self.notes.iter().all(|note| !matches!(note.about, About::Unit(_))) {
            return;
        }
        let mut links: FxHashMap<UnitHash, LinkId> = FxHashMap::default();
        for link in self.links.iter().rev() {
            links.extend(link.baseline.iter().map(|unit| (UnitHash::of(&unit.text), link.id)));
        }
        let taken: Vec<About> = self.notes.iter().map(|note| note.about).collect();
        for note in &mut self.notes {
            if let About::Unit(hash) = note.about
                && let Some(link) = links.get(&hash).map(|link| About::Link(*link))
                && !taken.contains(&link)
            {
                note.about = link;
            }
        }
        self.notes.sort_by_key(|note| note.about);
        self.notes.dedup_by_key(|note| note.about);
    }

    /// Tells links of one name apart. Two branches that put the same text in at two places name its
    /// links alike, and the merge keeps both; they are two links. The one accepted first keeps the
    /// name, the others get the next free ones, as they would have had they been accepted after it;
    /// so whichever branch is merged into the other, and on both, the names come out the same. Links
    /// that are the same in all are one. Time n log n.
    pub fn tell_apart(&mut self) {
        let mut seen: FxHashMap<LinkId, Vec<usize>> = FxHashMap::default();
        for (at, link) in self.links.iter().enumerate() {
            seen.entry(link.id).or_default().push(at);
        }
        let mut twins: Vec<(LinkId, Vec<usize>)> = seen.into_iter().filter(|(_, at)| at.len() > 1).collect();
        if twins.is_empty() {
            return;
        }
        twins.sort_unstable_by_key(|(id, _)| *id);
        let mut taken: TakenIds = self.links.iter().map(|link| link.id).collect();
        let mut again = vec![false; self.links.len()];
        for (id, mut places) in twins {
            // All that a link holds, so that only what is the same in all has the same key.
            let key = |at: &usize| {
                let link = &self.links[*at];
                let text: Vec<&str> = link.baseline.iter().map(|unit| unit.text.as_str()).collect();
                (link.at, link.by.clone(), format!("{text:?} {link:?}"))
            };
            places.sort_by_cached_key(key);
            let mut last: Option<Link> = None;
            for (number, at) in places.into_iter().enumerate() {
                again[at] = last.as_ref() == Some(&self.links[at]);
                if !again[at] {
                    last = Some(self.links[at].clone());
                    if number > 0 {
                        self.links[at].id = taken.take_from(id.0);
                    }
                }
            }
        }
        let mut again = again.into_iter();
        self.links.retain(|_| !again.next().unwrap_or_default());
    }
}

/// Source unit(s) and target unit(s) that say the same. One side may be empty: a source unit that
/// is deliberately not translated, or a target unit that has no source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name within the record; given once and kept through every change.
    pub id: LinkId,
    /// What the source units said when the target was last in step with them.
    pub baseline: Vec<BaselineUnit>,
    /// The hashes of the target units, in their order.
    pub target: Vec<UnitHash>,
    /// How the target came to be in step.
    pub state: LinkState,
    /// Why, where a reason was asked or given.
    pub reason: Option<String>,
    /// Who accepted it; empty where nobody is named.
    pub by: String,
    /// When it was accepted.
    pub at: Timestamp,
    /// Where its source units stand in one revision of the source; only where that revision's texts
    /// and the baselines would tell it otherwise (see [`Standing`]).
    pub stands: Option<Standing>,
}

/// Where the source units of a link stand in one revision of the source, by number.
///
/// Where texts repeat, a choice among equal units is lost with the next look: of three equal
/// paragraphs without a link the third is accepted, and nothing in the texts tells that it was not
/// the first. So an accept that leaves something pending looks at its own result, and writes this
/// at the links that would be found elsewhere. It holds for that one revision; as soon as the
/// source is edited, the texts decide again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The revision: a hash over the kinds and texts of the article's blocks.
    pub revision: UnitHash,
    /// For each unit of the baseline the numbers of the article's blocks it has there, from 1, in
    /// order; none where the unit is gone.
    pub units: Vec<Vec<u32>>,
}

/// A source unit as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BaselineUnit {
    /// What it was.
    pub kind: BlockKind,
    /// The level of a heading or an item of a list, as [`Block::level`]; `None` too in a record of
    /// before levels were written down, and then any level is right.
    pub level: Option<u8>,
    /// Its text, as [`Block::text`].
    pub text: String,
    /// The unit of another link right behind which it stood, where that is neither the one before
    /// it in its own link nor what the order of the links tells: a paragraph that was split around
    /// a caption has its second half behind the caption, which is a link of its own. Without it,
    /// links around others could not be told from moved ones where texts repeat.
    pub after: Option<UnitPlace>,
}

/// A source unit as others name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnitPlace {
    /// Its link.
    pub link: LinkId,
    /// Its number among the link's source units, from 1. Beyond the last it means the last: the
    /// other link may have been accepted anew with fewer.
    pub unit: u32,
}

impl BaselineUnit {
    /// Whether the block is what this unit was: of its kind, and of its level where both tell one.
    pub fn is_like(&self, block: &Block) -> bool {
        self.kind == block.kind && self.level.zip(block.level).is_none_or(|(was, is)| was == is)
    }
}

impl From<&Block> for BaselineUnit {
    fn from(block: &Block) -> Self {
        BaselineUnit { kind: block.kind, level: block.level, text: block.text.clone(), after: None }
    }
}

/// How a link's target came to be in step with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkState {
    /// A machine wrote the target and nobody has read it.
    DraftMt,
    /// A person wrote the target or took it for right.
    Translated,
    /// A second person read it.
    Reviewed,
    /// The target was left as it is although the source changed, or on purpose has no counterpart.
    AsIs,
}

impl LinkState {
    /// Every state, in rising order of what was done.
    pub const ALL: [LinkState; 4] =
        [LinkState::DraftMt, LinkState::Translated, LinkState::Reviewed, LinkState::AsIs];

    /// The name in records and JSON (`draft-mt`).
    pub fn name(self) -> &'static str {
        match self {
            LinkState::DraftMt => "draft-mt",
            LinkState::Translated => "translated",
            LinkState::Reviewed => "reviewed",
            LinkState::AsIs => "as-is",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<LinkState> {
        LinkState::ALL.into_iter().find(|state| state.name() == name)
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    /// Links of a name each, told by who accepted them and when.
    fn record(links: &[(u32, &str, i64)]) -> Record {
        let endpoint = |tag: &str| Endpoint { locale: tag.parse().unwrap(), path: TreePath::new("a.md") };
        let mut record = Record::new(ArticleId::new("news", "lima"), endpoint("en"), endpoint("es"));
        record.links = links
            .iter()
            .map(|(id, by, at)| Link {
                id: LinkId(*id),
                baseline: vec![BaselineUnit {
                    kind: BlockKind::Paragraph,
                    level: None,
                    text: "Example".into(),
                    after: None,
                }],
                target: Vec::new(),
                state: LinkState::Translated,
                reason: None,
                by: (*by).to_owned(),
                at: Timestamp::from_seconds(*at).unwrap(),
                stands: None,
            })
            .collect();
        record
    }

    #[test]
    fn links_of_one_name_are_told_apart_alike_in_whatever_order_they_stand() {
        let (ana, eva, leo) = ((5, "Ana", 1), (5, "Eva", 2), (5, "Leo", 2));
        let (six, nine) = ((6, "Ana", 1), (9, "Ana", 1));
        for links in [[ana, six, eva, nine, leo], [leo, nine, eva, six, ana], [eva, ana, leo, six, nine]] {
            let mut told = record(&links);
            told.tell_apart();
            let name = |by: &str, old: u32| {
                let place = links.iter().position(|(id, who, _)| *who == by && *id == old);
                told.links[place.unwrap()].id.0
            };
            assert_eq!([name("Ana", 5), name("Eva", 5), name("Leo", 5)], [5, 7, 8], "{links:?}");
            assert_eq!([name("Ana", 6), name("Ana", 9)], [6, 9]);
        }
        // The same in all is one and the same.
        let mut told = record(&[ana, six, ana, eva, ana]);
        told.tell_apart();
        assert_eq!(told.links.iter().map(|link| link.id.0).collect::<Vec<_>>(), [5, 6, 7]);
    }
}
