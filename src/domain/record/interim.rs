//! Where everything stands between two revisions of which a part was accepted.

use super::LinkId;
use crate::domain::text::UnitHash;

/// Where each link stands in one revision of the source and one of the target, and what no link
/// knows there.
///
/// After a part was accepted the rest must be what it was, and each part that is accepted later
/// must become what it would have become at once. Where units repeat and somebody wrote in the
/// target too, texts and hashes alone do not tell that any more: the neighbours by which a block was
/// given to a link are other links' now. So an accept that leaves something pending looks at its own
/// result, and where the rest would be found otherwise than it was, the record holds this. Like a
/// [`Standing`](super::Standing) it holds for those revisions only; as soon as either file is edited,
/// the texts decide again.
///
/// It tells how things are and not how they came to be, each link by its name; so it is the same in
/// whatever order the parts were accepted, and branches that accept different units change different
/// lines of it. Where both branches are the first to need it, `git merge` has a conflict there, and
/// only there: either side will do, since the links are joined and this tells no more than where they
/// stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interim {
    /// The revision of the source: a hash over the kinds and texts of the article's blocks.
    pub source: UnitHash,
    /// The revision of the target, likewise.
    pub target: UnitHash,
    /// The place of every link and of every block that is in none, by id.
    pub places: Vec<InterimPlace>,
}

/// Where one link stands, or blocks that will be one. Blocks are told by their numbers among the
/// article's, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterimPlace {
    /// The link; for blocks that no link knows, the name that theirs will have.
    pub id: LinkId,
    /// For each unit of the baseline its source blocks, none where it is gone. Of what has no
    /// baseline all the source blocks are one unit: those that came back to a target that was kept
    /// without a source, and those that no link knows.
    pub source: Vec<Vec<u32>>,
    /// The target blocks.
    pub target: Vec<u32>,
    /// The link is out of the order of the record.
    pub moved: bool,
    /// The target is not as it was accepted.
    pub edited: bool,
}
