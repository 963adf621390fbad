//! Records whose source is gone while its text stands elsewhere.
//!
//! Git finds renames by the share of equal lines (`-M`, 50 % by default) among the files that went
//! and came in one commit. Here a record knows what its source said, unit by unit, so no history is
//! needed, and the bar can be higher: [`LEAST_SHARE`] of the letters of the recorded units stand
//! word for word in one file that has no record. Where whole units make up less than that, but
//! [`LEAST_WHOLE`], the words that stayed in those that were edited count too. What is recorded of an
//! article in several locales moves together, on the evidence of the fullest record.
//!
//! A unit that stands in more than [`MOST_PLACES`] files (site furniture) is no evidence, which
//! keeps the search linear.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Workspace;
use super::view::ArticleView;
use crate::cli::error::Message;
use crate::cli::reading::Page;
use crate::cli::ui::Ui;
use crate::domain::align::{Followed, follow};
use crate::domain::article::{Article, ArticleId, TreePath};
use crate::domain::change::{DiffOp, NoTerms, word_diff};
use crate::domain::document::{Block, BlockKind, Document};
use crate::domain::pairing::Status;
use crate::domain::record::{BaselineUnit, Record};
use crate::domain::text::{UnitHash, letters};
use crate::domain::track::{ClassCounts, track};
use crate::messages::Value;
use crate::sources::fingerprint::Fingerprint;

/// The least part of the recorded letters that must stand in the new place.
const LEAST_SHARE: f64 = 0.8;
/// The least part of them that must stand there in whole units, before edited ones are looked at.
const LEAST_WHOLE: f64 = 0.4;
/// In so many places edited units are looked for, those first that have most in whole units.
const MOST_COMPARED: usize = 3;
/// The least part of the new place's letters that must come from the record, so that a page which
/// swallowed a short one is not taken for it.
const LEAST_OF_NEW: f64 = 0.5;
/// A recorded text with fewer letters is too little to know a file by.
const LEAST_LETTERS: usize = 40;
/// In so many files a unit may stand and still be evidence.
const MOST_PLACES: usize = 50;

/// A source that seems to have moved, with the records that would follow it.
#[derive(Debug)]
pub struct Move {
    /// The id the records have, which the article keeps.
    pub id: ArticleId,
    /// Where the source stood.
    pub from: TreePath,
    /// Where its text stands now.
    pub to: TreePath,
    /// The article as pairing sees it in the new place, without its history.
    pub article: ArticleId,
    /// The part of the recorded letters that stands there, 0 to 1.
    pub share: f64,
    /// The records, sorted by path.
    pub records: Vec<Moving>,
}

impl Move {
    /// What is said where a move was found and not asked for.
    pub fn message(&self) -> Message {
        Message::new("looks-moved")
            .with("from", self.from.as_str())
            .with("to", self.to.as_str())
            .with("percent", Value::Number((self.share * 100.0).floor()))
    }
}

/// Says beside the result which sources seem to have moved, and which records have none.
pub fn propose(workspace: &Workspace, ui: &mut Ui) {
    let found = find(workspace);
    say(&found, ui);
    say_stray(workspace, &found, ui);
}

/// Says which records belong to no article and no locale of the project, and to none that moved.
pub fn say_stray(workspace: &Workspace, found: &[Move], ui: &mut Ui) {
    const NAMED: usize = 3;
    if workspace.strangers.is_empty() {
        return;
    }
    let wanted: FxHashSet<TreePath> = workspace
        .pairing
        .pairings
        .iter()
        .map(|pairing| workspace.record_path(&pairing.article, &pairing.locale))
        .collect();
    let moving = |path: &TreePath| found.iter().flat_map(|one| &one.records).any(|one| one.path == *path);
    let is_unread = |path: &TreePath| workspace.problems.iter().any(|problem| problem.path == *path);
    let stray: Vec<&TreePath> = workspace
        .strangers
        .iter()
        .filter(|path| !wanted.contains(*path) && !moving(path) && !is_unread(path))
        .collect();
    let Some(first) = stray.first() else { return };
    let mut named: Vec<&str> = stray.iter().take(NAMED).map(|path| path.as_str()).collect();
    if stray.len() > NAMED {
        named.push("…");
    }
    let message = Message::new("record-stray")
        .with("count", stray.len())
        .with("paths", named.join(", "))
        .with("first", first.as_str());
    ui.warn(&message);
}

/// Says which sources those are.
pub fn say(found: &[Move], ui: &mut Ui) {
    found.iter().for_each(|found| ui.note(&found.message()));
}

impl Moving {
    /// The changes of the source that wait in the version by this record, in the new place.
    pub fn waiting(&self, workspace: &Workspace, to: &Move) -> ClassCounts {
        let article = workspace.pairing.article(&to.article);
        let source = article.and_then(|article| workspace.read_page(article, &to.to).ok());
        let tracked = |page: Page| track(&self.record, &page.document, None, &NoTerms).counts();
        source.map(tracked).unwrap_or_default()
    }
}

/// A record of a source that moved.
#[derive(Debug)]
pub struct Moving {
    /// Where it stands, and stays.
    pub path: TreePath,
    /// What it says.
    pub record: Record,
    /// The fingerprint of its file.
    pub fingerprint: Fingerprint,
}

/// The moves of a project, sorted by the place where the source stood. Costs next to nothing where
/// every record has its source; otherwise the articles without any record are read.
pub fn find(workspace: &Workspace) -> Vec<Move> {
    let homeless = homeless(workspace);
    if homeless.is_empty() {
        return Vec::new();
    }
    let free = free_sources(workspace);
    let mut places: FxHashMap<UnitHash, Vec<usize>> = FxHashMap::default();
    for (at, free) in free.iter().enumerate() {
        let own: FxHashSet<UnitHash> = free.units.iter().map(|(hash, _)| *hash).collect();
        for hash in own {
            let list = places.entry(hash).or_default();
            if list.len() <= MOST_PLACES {
                list.push(at);
            }
        }
    }
    let mut found: Vec<(f64, Move, usize)> = Vec::new();
    for ((id, from), records) in homeless {
        let best = records
            .iter()
            .filter_map(|moving| best(workspace, &moving.record, &from, &free, &places))
            .fold(None, |best: Option<(f64, usize)>, this| match best {
                Some(best) if best.0 >= this.0 => Some(best),
                _ => Some(this),
            });
        let Some((share, at)) = best else { continue };
        let Some(to) = free.get(at) else { continue };
        let (to, article) = (to.path.clone(), to.article.clone());
        found.push((share, Move { id, from, to, article, share, records }, at));
    }
    // Two records never follow into one place: the one that fits better goes.
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.from.cmp(&b.1.from)));
    let mut taken = FxHashSet::default();
    let mut moves: Vec<Move> =
        found.into_iter().filter(|(_, _, at)| taken.insert(*at)).map(|(_, found, _)| found).collect();
    moves.sort_by(|a, b| a.from.cmp(&b.from));
    moves
}

/// The readable records whose source path is no file of the listing, by article and that path.
fn homeless(workspace: &Workspace) -> BTreeMap<(ArticleId, TreePath), Vec<Moving>> {
    if workspace.strangers.is_empty() {
        return BTreeMap::new();
    }
    let explained: FxHashSet<TreePath> = workspace
        .pairing
        .pairings
        .iter()
        .filter(|pairing| pairing.status != Status::Orphan)
        .map(|pairing| workspace.record_path(&pairing.article, &pairing.locale))
        .collect();
    let mut homeless: BTreeMap<(ArticleId, TreePath), Vec<Moving>> = BTreeMap::new();
    for path in workspace.strangers.iter().filter(|path| !explained.contains(*path)) {
        // One that can't be read is told of where the project is opened.
        let Ok(Some((record, fingerprint))) = workspace.read_record(path) else { continue };
        if workspace.has(&record.source.path) || !record.links.iter().any(|link| !link.baseline.is_empty()) {
            continue;
        }
        let key = (record.article.clone(), record.source.path.clone());
        homeless.entry(key).or_default().push(Moving { path: path.clone(), record, fingerprint });
    }
    homeless
}

/// A source that no record knows.
struct Free {
    path: TreePath,
    article: ArticleId,
    units: Vec<(UnitHash, usize)>,
    letters: usize,
}

/// The sources of articles that have no record in any locale.
fn free_sources(workspace: &Workspace) -> Vec<Free> {
    let mut recorded: FxHashSet<&ArticleId> = FxHashSet::default();
    for pairing in &workspace.pairing.pairings {
        if pairing.status != Status::Orphan
            && workspace.has(&workspace.record_path(&pairing.article, &pairing.locale))
        {
            recorded.insert(&pairing.article);
        }
    }
    let articles: Vec<&Article> =
        workspace.pairing.articles.iter().filter(|article| !recorded.contains(&article.id)).collect();
    articles
        .par_iter()
        .filter_map(|article| {
            let view = ArticleView::read(workspace, article);
            let source = view.source.as_ref()?;
            let units = units(&source.page.document);
            let letters = units.iter().map(|(_, letters)| letters).sum();
            Some(Free { path: source.path.clone(), article: article.id.clone(), units, letters })
        })
        .collect()
}

fn units(document: &Document) -> Vec<(UnitHash, usize)> {
    document.units().map(|(_, block)| (block.hash(), letters(&block.text))).collect()
}

/// How many letters of the record's units stand in that place still, in whole units or in edited ones.
fn stayed(workspace: &Workspace, record: &Record, free: &Free) -> usize {
    let article = workspace.pairing.article(&free.article);
    let Some(page) = article.and_then(|article| workspace.read_page(article, &free.path).ok()) else {
        return 0;
    };
    let units: Vec<&BaselineUnit> =
        record.links.iter().flat_map(|link| &link.baseline).filter(|unit| unit.kind.is_unit()).collect();
    let blocks: Vec<&Block> = page.document.units().map(|(_, block)| block).collect();
    let text = |list: &[usize], of: &dyn Fn(usize) -> Option<String>| -> String {
        list.iter().filter_map(|at| of(*at)).collect::<Vec<_>>().join("\n")
    };
    let kept = |step: &Followed| -> usize {
        let old = text(&step.old, &|at| units.get(at).map(|unit| unit.text.clone()));
        let new = text(&step.new, &|at| blocks.get(at).map(|block| block.text.clone()));
        let same = |op: DiffOp| match op {
            DiffOp::Equal(text) => letters(&text),
            _ => 0,
        };
        word_diff(&old, &new).into_iter().map(same).sum()
    };
    let steps = follow(&units, &blocks);
    steps.iter().filter(|step| !step.old.is_empty() && !step.new.is_empty()).map(kept).sum()
}

/// The place that fits best, with the share of the record's letters that stand there; none where
/// nothing fits well enough, or two places fit alike and no name tells them apart.
fn best(
    workspace: &Workspace,
    record: &Record,
    from: &TreePath,
    free: &[Free],
    places: &FxHashMap<UnitHash, Vec<usize>>,
) -> Option<(f64, usize)> {
    let is_unit = |unit: &&BaselineUnit| BlockKind::is_unit(unit.kind);
    let units: Vec<(UnitHash, usize)> = record
        .links
        .iter()
        .flat_map(|link| &link.baseline)
        .filter(is_unit)
        .map(|unit| (UnitHash::of(&unit.text), letters(&unit.text)))
        .collect();
    let all: usize = units.iter().map(|(_, letters)| letters).sum();
    if all < LEAST_LETTERS {
        return None;
    }
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    for (hash, letters) in &units {
        let list = places.get(hash).filter(|list| list.len() <= MOST_PLACES);
        for at in list.into_iter().flatten() {
            *shared.entry(*at).or_default() += letters;
        }
    }
    let name = |path: &TreePath| path.as_str().rsplit('/').next().map(str::to_owned);
    // The few that may have been edited on the way, counted by their words.
    let share = |letters: usize| letters as f64 / all as f64;
    let mut compared: Vec<(usize, usize)> = shared
        .iter()
        .filter(|(_, letters)| (LEAST_WHOLE..LEAST_SHARE).contains(&share(**letters)))
        .map(|(at, letters)| (*letters, *at))
        .collect();
    compared.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (letters, at) in compared.into_iter().take(MOST_COMPARED) {
        let stayed = free.get(at).map_or(0, |free| stayed(workspace, record, free));
        shared.insert(at, letters.max(stayed));
    }
    let mut fitting: Vec<(usize, bool, usize)> = shared
        .into_iter()
        .filter(|(at, letters)| {
            let of_new = free.get(*at).map_or(usize::MAX, |free| free.letters);
            *letters as f64 >= LEAST_SHARE * all as f64 && *letters as f64 >= LEAST_OF_NEW * of_new as f64
        })
        .map(|(at, letters)| (letters, free.get(at).is_some_and(|free| name(&free.path) == name(from)), at))
        .collect();
    fitting.sort();
    let (letters, named, at) = fitting.pop()?;
    if fitting.last().is_some_and(|other| (other.0, other.1) == (letters, named)) {
        return None;
    }
    Some(((letters as f64 / all as f64).min(1.0), at))
}
