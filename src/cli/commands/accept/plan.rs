//! What accepting would do to each record, decided and not yet written.

use crate::cli::workspace::{ArticleView, LocaleView, VersionView, Workspace};
use crate::domain::article::{ArticleId, TreePath, Wish};
use crate::domain::change::{Cause, ChangeClass, NoTerms};
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::page::{How, PageVerdict};
use crate::domain::pairing::{Pairing, Status};
use crate::domain::record::{Endpoint, LinkId, LinkState, Record};
use crate::domain::track::{
    AcceptError, Acceptance, Accepted, Selection, Unfollowed, UnitRef, Untranslated, accept,
};
use crate::domain::verdict::{Trouble, Verdict};
use crate::sources::files::{self, Fingerprint, Stamp};
use crate::sources::ledger::syntax;

/// What is to be accepted, and how.
pub struct Asked {
    /// All of an article, or some units of it.
    pub selection: Selection,
    /// The state, reason, name and moment; what is untranslated is found for each version.
    pub how: Acceptance,
}

/// What becomes of one (article, locale).
pub struct Item {
    /// The article.
    pub article: ArticleId,
    /// The locale.
    pub locale: Locale,
    /// Whether the article was named itself.
    pub singly: bool,
    /// What becomes of its record.
    pub outcome: Outcome,
}

/// What becomes of one record.
pub enum Outcome {
    /// It is written, or stays as it is.
    Recorded(Box<Recorded>),
    /// It is not touched.
    LeftOut(Why),
}

/// A record as it is to be.
pub struct Recorded {
    /// Where it stands.
    pub path: TreePath,
    /// The fingerprint it had; `None` where there was none.
    pub before: Option<Fingerprint>,
    /// The bytes it is to hold; `None` where it stays as it is.
    pub text: Option<Vec<u8>>,
    /// What source and target looked like, to be compared once more before writing.
    pub seen: Vec<(TreePath, Stamp)>,
    /// How many links are in each state, in the order of [`LinkState::ALL`].
    pub states: [usize; LinkState::ALL.len()],
    /// How many links are new, changed and gone.
    pub links: [usize; 3],
    /// Whether a link keeps the reason that was given.
    pub takes_reason: bool,
    /// The numbers of the source units that stay pending.
    pub left: Vec<usize>,
    /// The numbers of the source units of new links whose pairing is unsure.
    pub doubtful: Vec<usize>,
    /// The numbers of the source units recorded as they are, since their target is the same text.
    pub copies: Vec<usize>,
}

/// Why a record is not touched.
pub enum Why {
    /// The editor does not want a translation.
    Unwanted(Wish),
    /// There is no version.
    Missing,
    /// There is no source.
    Orphan,
    /// Several files may be the version.
    Ambiguous(Trouble),
    /// The version, its source or its record can't be read.
    Unreadable(Trouble),
    /// The version is not in its language.
    Untranslated(Option<How>),
    /// Half of the version is in the source's language: the part of the letters, 0 to 1.
    Partial(f64),
    /// There is too little text to tell.
    Undecided,
    /// These units' targets did not follow.
    NeedsReason(Vec<Unit>),
    /// There are no such units.
    UnknownUnit(UnitRef),
    /// The source seems to have come from that place, and the records are still there.
    Moved {
        /// Where it stood.
        from: TreePath,
        /// Where it stands, if that is to be decided yet.
        to: Option<TreePath>,
    },
    /// Source or target changed while it was looked at.
    Changed(TreePath),
}

impl Why {
    /// The name in JSON and in the ids of messages.
    pub fn name(&self) -> &'static str {
        match self {
            Why::Unwanted(_) => "unwanted",
            Why::Missing => "missing",
            Why::Orphan => "orphan",
            Why::Ambiguous(_) => "ambiguous",
            Why::Unreadable(_) => "unreadable",
            Why::Untranslated(_) => "untranslated",
            Why::Partial(_) => "partial",
            Why::Undecided => "undecided",
            Why::NeedsReason(_) => "needs-reason",
            Why::UnknownUnit(_) => "unknown-unit",
            Why::Moved { .. } => "moved",
            Why::Changed(_) => "changed",
        }
    }
}

/// A unit whose target did not follow its source.
pub struct Unit {
    /// The numbers of its source blocks; empty for a unit that is gone.
    pub numbers: Vec<usize>,
    /// Its link, if it has one.
    pub link: Option<LinkId>,
    /// The class of its change; `None` where only the target changed.
    pub class: Option<ChangeClass>,
    /// What made the change what it is.
    pub causes: Vec<Cause>,
    /// Its text: the source's, or what it said before it went.
    pub text: String,
    /// The text of its target, if it has one.
    pub target: Option<String>,
    /// The line of its target.
    pub line: Option<usize>,
    /// Whether it has a target at all.
    pub has_target: bool,
}

/// Decides what becomes of one (article, locale).
pub fn decide(
    workspace: &Workspace,
    view: &ArticleView<'_>,
    pairing: &Pairing,
    singly: bool,
    asked: &Asked,
) -> Item {
    let seen = LocaleView::read(workspace, view, &pairing.locale, &pairing.status);
    let outcome = match judged(workspace, view, pairing, &seen, singly, asked) {
        Ok(recorded) => Outcome::Recorded(Box::new(recorded)),
        Err(why) => Outcome::LeftOut(why),
    };
    Item { article: pairing.article.clone(), locale: pairing.locale.clone(), singly, outcome }
}

fn judged(
    workspace: &Workspace,
    view: &ArticleView<'_>,
    pairing: &Pairing,
    seen: &LocaleView<'_>,
    singly: bool,
    asked: &Asked,
) -> Result<Recorded, Why> {
    if let Status::Unwanted { wish } = pairing.status {
        return Err(Why::Unwanted(wish));
    }
    if seen.row.verdict == Verdict::Orphan {
        return Err(Why::Orphan);
    }
    if let Some(trouble) = &seen.row.trouble {
        return Err(match seen.row.verdict {
            Verdict::Ambiguous => Why::Ambiguous(trouble.clone()),
            _ => Why::Unreadable(trouble.clone()),
        });
    }
    let Some(source) = seen.source else { return Err(Why::Orphan) };
    let Some(version) = &seen.version else { return Err(Why::Missing) };
    let mut how = asked.how.clone();
    vouch(&mut how, version, &pairing.locale, singly, &asked.selection)?;
    let endpoint = |locale: &Locale, path: &TreePath| Endpoint { locale: locale.clone(), path: path.clone() };
    let source_end = endpoint(&view.article.source_locale, source.path);
    let target_end = endpoint(&pairing.locale, &version.path);
    let record = match &seen.record {
        Some(record) => Record { source: source_end, target: target_end, ..record.clone() },
        None => Record::new(view.article.id.clone(), source_end, target_end),
    };
    let (from, to) = (&source.page.document, &version.page.document);
    let accepted =
        accept(&record, from, to, &asked.selection, &how, &NoTerms).map_err(|error| match error {
            AcceptError::UnknownUnit(unit) => Why::UnknownUnit(unit),
            AcceptError::NeedsReason(units) => {
                let numbers = numbers(from);
                Why::NeedsReason(
                    units.into_iter().map(|unit| named(unit, &numbers, from, to, &record)).collect(),
                )
            }
        })?;
    let mut stamps = Vec::with_capacity(2);
    for path in [source.path, &version.path] {
        match workspace.stamp(path) {
            Some(stamp) => stamps.push((path.clone(), stamp)),
            None => return Err(Why::Changed(path.clone())),
        }
    }
    let reason = how.reason.as_deref();
    Ok(Recorded { takes_reason: takes(&accepted, reason), ..recorded(accepted, seen, from, stamps) })
}

/// Whether cotejo lets this version be vouched for, and what of it is no translation.
///
/// Naming a half-done version records the half that is done. A version that is not in its language
/// is recorded by a reason only, all of it `as-is`. Where there is too little text to tell, the
/// word of whom names the article is enough.
fn vouch(
    how: &mut Acceptance,
    version: &VersionView,
    locale: &Locale,
    singly: bool,
    selection: &Selection,
) -> Result<(), Why> {
    let judgement = &version.judgement;
    let some = *selection != Selection::All;
    match judgement.verdict {
        PageVerdict::Translated => return Ok(()),
        PageVerdict::Undecided if singly => return Ok(()),
        PageVerdict::Undecided => return Err(Why::Undecided),
        PageVerdict::Partial if singly => {}
        PageVerdict::Partial => return Err(Why::Partial(judgement.source_share)),
        PageVerdict::Untranslated | PageVerdict::Source if singly && how.reason.is_some() => {
            how.state = LinkState::AsIs;
        }
        PageVerdict::Untranslated | PageVerdict::Source if singly && some => {}
        PageVerdict::Untranslated | PageVerdict::Source => return Err(Why::Untranslated(judgement.how)),
    }
    let foreign = judgement.blocks.iter().filter(|block| {
        let primary = block.language.as_deref().and_then(|tag| tag.split('-').next());
        let third = primary.is_some_and(|language| language != locale.language());
        block.counts && (third || block.source_letters * 2 > block.letters)
    });
    how.untranslated = Untranslated { blocks: foreign.map(|block| block.block).collect(), pending: true };
    Ok(())
}

/// For each block of the document its number among the article's, from 1; 0 for a notice.
pub fn numbers(document: &Document) -> Vec<usize> {
    let mut numbers = vec![0; document.blocks.len()];
    for (number, (at, _)) in document.article_blocks().enumerate() {
        if let Some(slot) = numbers.get_mut(at) {
            *slot = number + 1;
        }
    }
    numbers
}

fn of_blocks(blocks: &[usize], numbers: &[usize]) -> Vec<usize> {
    let mut list: Vec<usize> = blocks.iter().filter_map(|at| numbers.get(*at).copied()).collect();
    list.sort_unstable();
    list.dedup();
    list
}

fn named(unit: Unfollowed, numbers: &[usize], source: &Document, target: &Document, record: &Record) -> Unit {
    let baseline = || {
        let link = record.links.iter().find(|link| Some(link.id) == unit.link);
        link.and_then(|link| link.baseline.first()).map(|unit| unit.text.clone())
    };
    let today = unit.source.first().and_then(|at| source.blocks.get(*at)).map(|block| block.text.clone());
    let block = unit.target.first().and_then(|at| target.blocks.get(*at));
    Unit {
        numbers: of_blocks(&unit.source, numbers),
        class: unit.change.as_ref().map(|change| change.class),
        causes: unit.change.as_ref().map(|change| change.causes.clone()).unwrap_or_default(),
        text: today.or_else(baseline).unwrap_or_default(),
        target: block.map(|block| block.text.clone()),
        line: block.map(|block| block.line),
        has_target: !unit.target.is_empty(),
        link: unit.link,
    }
}

fn recorded(
    accepted: Accepted,
    seen: &LocaleView<'_>,
    source: &Document,
    stamps: Vec<(TreePath, Stamp)>,
) -> Recorded {
    let numbers = numbers(source);
    let same = match &seen.record {
        Some(record) => *record == accepted.record,
        None => accepted.record.links.is_empty(),
    };
    let mut states = [0; LinkState::ALL.len()];
    for link in &accepted.record.links {
        let at = LinkState::ALL.iter().position(|state| *state == link.state);
        if let Some(slot) = at.and_then(|at| states.get_mut(at)) {
            *slot += 1;
        }
    }
    Recorded {
        path: seen.record_path.clone(),
        before: seen.record_fingerprint,
        text: (!same).then(|| syntax::write(&accepted.record).into_bytes()),
        seen: stamps,
        states,
        takes_reason: false,
        links: [accepted.added.len(), accepted.changed.len(), accepted.removed.len()],
        left: of_blocks(&accepted.left, &numbers),
        doubtful: of_blocks(&accepted.doubtful, &numbers),
        copies: of_blocks(&accepted.copies, &numbers),
    }
}

/// Whether a link keeps that reason now.
fn takes(accepted: &Accepted, reason: Option<&str>) -> bool {
    let links = accepted.record.links.iter();
    reason.is_some() && links.into_iter().any(|link| link.reason.as_deref() == reason)
}

/// The first of the files that does not look any more as it did when it was read.
pub fn changed_since<'p>(
    workspace: &Workspace,
    mut seen: impl Iterator<Item = &'p (TreePath, Stamp)>,
) -> Option<TreePath> {
    seen.find(|(path, stamp)| files::stamp(&workspace.root, path).ok().as_ref() != Some(stamp))
        .map(|(path, _)| path.clone())
}
