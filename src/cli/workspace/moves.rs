//! Records whose source is gone while its text stands elsewhere.
//!
//! Git finds renames by the share of equal lines (`-M`, 50 % by default) among the files that went
//! and came in one commit. Here a record knows what its source said, unit by unit, so no history is
//! needed, and the bar can be higher: [`LEAST_SHARE`] of the letters of the recorded units stand
//! word for word in one file that has no record. Where whole units make up less than that, but
//! [`LEAST_WHOLE`], the words that stayed in those that were edited count too. What is recorded of an
//! article in several locales moves together, on the evidence of the fullest record.
//!
//! Where the text stands in several places alike, or two lost sources said the same, nothing is
//! guessed: it is told, and somebody says which ([`Open`]).
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

/// So many moves are told one by one.
const MOST_SAID: usize = 20;
/// In a message so many places are named.
const NAMED: usize = 3;

/// A source that is gone, with the records that wait where it stood.
#[derive(Debug)]
pub struct Lost {
    /// The id the records have, which the article keeps.
    pub id: ArticleId,
    /// Where the source stood.
    pub from: TreePath,
    /// The records, sorted by path.
    pub records: Vec<Moving>,
}

/// Where a lost source's text stands now.
#[derive(Clone, Debug)]
pub struct NewPlace {
    /// The file.
    pub to: TreePath,
    /// The article as pairing sees it there, without its history.
    pub article: ArticleId,
    /// The part of the recorded letters that stands there, 0 to 1.
    pub share: f64,
}

/// A source that seems to have moved.
#[derive(Debug)]
pub struct Move {
    /// The source.
    pub lost: Lost,
    /// Where it went.
    pub place: NewPlace,
}

/// A source that moved to one of several places, or of which another one is as likely to be what
/// stands there; which, only somebody who knows can say.
#[derive(Debug)]
pub struct Open {
    /// The source.
    pub lost: Lost,
    /// The places, one or more, sorted by path.
    pub places: Vec<NewPlace>,
}

/// The moves of a project, each list sorted by the place where the source stood.
#[derive(Debug, Default)]
pub struct Moves {
    /// Those that are sure enough to be made on a word.
    pub found: Vec<Move>,
    /// Those that somebody must decide.
    pub open: Vec<Open>,
}

/// A source that may have come to an article.
#[derive(Clone, Copy, Debug)]
pub struct Arrival<'m> {
    /// The source.
    pub lost: &'m Lost,
    /// Its place there.
    pub place: &'m NewPlace,
    /// Whether that is to be decided yet, and among which places.
    pub open: Option<&'m Open>,
}

impl Moves {
    /// The sources that may have come to an article, by that article.
    pub fn by_article(&self) -> FxHashMap<&ArticleId, Arrival<'_>> {
        let mut all = FxHashMap::default();
        for open in &self.open {
            for place in &open.places {
                let arrival = Arrival { lost: &open.lost, place, open: Some(open) };
                all.entry(&place.article).or_insert(arrival);
            }
        }
        for Move { lost, place } in &self.found {
            all.insert(&place.article, Arrival { lost, place, open: None });
        }
        all
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.open.is_empty()
    }

    fn lost(&self) -> impl Iterator<Item = &Lost> {
        self.found.iter().map(|found| &found.lost).chain(self.open.iter().map(|open| &open.lost))
    }
}

impl Move {
    /// What is said where a move was found and not asked for.
    pub fn message(&self) -> Message {
        Message::new("looks-moved")
            .with("from", self.lost.from.as_str())
            .with("to", self.place.to.as_str())
            .with("percent", Value::Number((self.place.share * 100.0).floor()))
    }
}

impl Open {
    /// What is said of it wherever it is met: the places, and how it is decided.
    pub fn message(&self) -> Message {
        let first = self.places.first().map_or("", |place| place.to.as_str());
        Message::new("may-have-moved")
            .with("from", self.lost.from.as_str())
            .with("count", self.places.len())
            .with("places", self.named())
            .with("first", first)
    }

    /// The places, the first few of very many.
    pub fn named(&self) -> String {
        let mut named: Vec<&str> = self.places.iter().take(NAMED).map(|place| place.to.as_str()).collect();
        if self.places.len() > NAMED {
            named.push("…");
        }
        named.join(", ")
    }
}

/// Says beside the result which sources seem to have moved, and which records have none.
pub fn propose(workspace: &Workspace, ui: &mut Ui) {
    let found = find(workspace);
    say(&found, ui);
    say_stray(workspace, &found, ui);
}

/// Says which records belong to no article and no locale of the project, and to none that moved.
pub fn say_stray(workspace: &Workspace, found: &Moves, ui: &mut Ui) {
    if workspace.strangers.is_empty() {
        return;
    }
    let wanted: FxHashSet<TreePath> = workspace
        .pairing
        .pairings
        .iter()
        .map(|pairing| workspace.record_path(&pairing.article, &pairing.locale))
        .collect();
    let moving: FxHashSet<&TreePath> =
        found.lost().flat_map(|one| &one.records).map(|one| &one.path).collect();
    let is_unread = |path: &TreePath| workspace.problems.iter().any(|problem| problem.path == *path);
    let stray: Vec<&TreePath> = workspace
        .strangers
        .iter()
        .filter(|path| !wanted.contains(*path) && !moving.contains(path) && !is_unread(path))
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
pub fn say(moves: &Moves, ui: &mut Ui) {
    say_some(moves.found.iter().map(Move::message), ui);
    say_open(moves, ui);
}

/// Says which moves are to be decided.
pub fn say_open(moves: &Moves, ui: &mut Ui) {
    say_some(moves.open.iter().map(Open::message), ui);
}

/// The first of very many; the others are counted.
fn say_some(messages: impl ExactSizeIterator<Item = Message>, ui: &mut Ui) {
    let more = messages.len().saturating_sub(MOST_SAID);
    messages.take(MOST_SAID).for_each(|message| ui.note(&message));
    if more > 0 {
        ui.note(&Message::new("accept-more").with("count", more));
    }
}

impl Moving {
    /// Whether it tells anything of what its source said.
    fn has_text(&self) -> bool {
        self.record.links.iter().any(|link| !link.baseline.is_empty())
    }

    /// The changes of the source that wait in the version by this record, in the new place.
    pub fn waiting(&self, workspace: &Workspace, place: &NewPlace) -> ClassCounts {
        let article = workspace.pairing.article(&place.article);
        let source = article.and_then(|article| workspace.read_page(article, &place.to).ok());
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

/// The moves of a project. Costs next to nothing where every record has its source; otherwise the
/// articles without any record are read.
pub fn find(workspace: &Workspace) -> Moves {
    let mut lost = lost(workspace);
    lost.retain(|lost| lost.records.iter().any(Moving::has_text));
    if lost.is_empty() {
        return Moves::default();
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
    let mut fitting: Vec<(Vec<Fit>, Lost)> = Vec::new();
    for lost in lost {
        let of_record = |moving: &Moving| best(workspace, &moving.record, &lost.from, &free, &places);
        let share = |fits: &[Fit]| fits.first().map_or(0.0, |fit| fit.share);
        let best =
            lost.records.iter().map(of_record).fold(Vec::new(), |best: Vec<Fit>, this| {
                if share(&best) >= share(&this) { best } else { this }
            });
        if !best.is_empty() {
            fitting.push((best, lost));
        }
    }
    settled(fitting, &free)
}

/// Gives each lost source its place. Two never follow into one: the one that fits better goes, and
/// where two fit alike neither does.
fn settled(mut fitting: Vec<(Vec<Fit>, Lost)>, free: &[Free]) -> Moves {
    let rank = |fits: &[Fit]| fits.first().map_or((0.0, false), |fit| (fit.share, fit.named));
    fitting.sort_by(|(a, _), (b, _)| {
        let ((share_a, named_a), (share_b, named_b)) = (rank(a), rank(b));
        share_b.total_cmp(&share_a).then(named_b.cmp(&named_a))
    });
    let sure = |fits: &[Fit]| (fits.len() == 1).then(|| fits.first()).flatten().copied();
    let mut takers: FxHashMap<usize, Vec<(f64, bool)>> = FxHashMap::default();
    for (fits, _) in &fitting {
        if let Some(fit) = sure(fits) {
            takers.entry(fit.at).or_default().push((fit.share, fit.named));
        }
    }
    let mut taken = FxHashSet::default();
    let mut moves = Moves::default();
    let mut rest: Vec<(Vec<Fit>, Lost)> = Vec::new();
    for (fits, lost) in fitting {
        let Some(fit) = sure(&fits) else {
            rest.push((fits, lost));
            continue;
        };
        let best = takers.get(&fit.at).map_or(&[][..], Vec::as_slice);
        let alike = best.len() > 1 && best.first() == best.get(1);
        let is_best = best.first() == Some(&(fit.share, fit.named));
        if alike && is_best {
            rest.push((fits, lost));
        } else if !alike && taken.insert(fit.at) {
            moves.found.extend(fit.place(free).map(|place| Move { lost, place }));
        }
        // One that fits worse than another is not what stands there.
    }
    for (fits, lost) in rest {
        let left = fits.iter().filter(|fit| !taken.contains(&fit.at));
        let mut places: Vec<NewPlace> = left.filter_map(|fit| fit.place(free)).collect();
        places.sort_by(|a, b| a.to.cmp(&b.to));
        if !places.is_empty() {
            moves.open.push(Open { lost, places });
        }
    }
    moves.found.sort_by(|a, b| a.lost.from.cmp(&b.lost.from));
    moves.open.sort_by(|a, b| a.lost.from.cmp(&b.lost.from));
    moves
}

/// How well a lost source fits a place.
#[derive(Clone, Copy, Debug)]
struct Fit {
    /// The part of the recorded letters that stands there, 0 to 1.
    share: f64,
    /// The file has the name it had.
    named: bool,
    /// The place, by its number.
    at: usize,
}

impl Fit {
    fn place(self, free: &[Free]) -> Option<NewPlace> {
        let Free { path, article, .. } = free.get(self.at)?;
        Some(NewPlace { to: path.clone(), article: article.clone(), share: self.share })
    }
}

/// The readable records whose source path is no file of the listing, by article and that path.
pub fn lost(workspace: &Workspace) -> Vec<Lost> {
    if workspace.strangers.is_empty() {
        return Vec::new();
    }
    let explained: FxHashSet<TreePath> = workspace
        .pairing
        .pairings
        .iter()
        .filter(|pairing| pairing.status != Status::Orphan)
        .map(|pairing| workspace.record_path(&pairing.article, &pairing.locale))
        .collect();
    let mut lost: BTreeMap<(ArticleId, TreePath), Vec<Moving>> = BTreeMap::new();
    for path in workspace.strangers.iter().filter(|path| !explained.contains(*path)) {
        // One that can't be read is told of where the project is opened.
        let Ok(Some((record, fingerprint))) = workspace.read_record(path) else { continue };
        if workspace.has(&record.source.path) {
            continue;
        }
        let key = (record.article.clone(), record.source.path.clone());
        lost.entry(key).or_default().push(Moving { path: path.clone(), record, fingerprint });
    }
    lost.into_iter().map(|((id, from), records)| Lost { id, from, records }).collect()
}

/// The place of an article that somebody says a lost source went to, whatever of its text is left.
pub fn by_hand(workspace: &Workspace, lost: &Lost, article: &Article) -> Option<NewPlace> {
    let view = ArticleView::read(workspace, article);
    let source = view.source.as_ref()?;
    let blocks: FxHashSet<UnitHash> =
        units(&source.page.document).into_iter().map(|(hash, _)| hash).collect();
    let share = |moving: &Moving| {
        let units = recorded_units(&moving.record);
        let all: usize = units.iter().map(|(_, letters)| letters).sum();
        let whole: usize =
            units.iter().filter(|(hash, _)| blocks.contains(hash)).map(|(_, letters)| letters).sum();
        let stayed = stayed(&moving.record, &source.page.document).max(whole);
        if all == 0 { 0.0 } else { (stayed as f64 / all as f64).min(1.0) }
    };
    let share = lost.records.iter().map(share).fold(0.0, f64::max);
    Some(NewPlace { to: source.path.clone(), article: article.id.clone(), share })
}

/// A source that no record knows.
struct Free {
    path: TreePath,
    article: ArticleId,
    units: Vec<(UnitHash, usize)>,
    letters: usize,
}

impl Free {
    fn page(&self, workspace: &Workspace) -> Option<Page> {
        workspace.read_page(workspace.pairing.article(&self.article)?, &self.path).ok()
    }
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

fn recorded_units(record: &Record) -> Vec<(UnitHash, usize)> {
    let is_unit = |unit: &&BaselineUnit| BlockKind::is_unit(unit.kind);
    let units = record.links.iter().flat_map(|link| &link.baseline).filter(is_unit);
    units.map(|unit| (UnitHash::of(&unit.text), letters(&unit.text))).collect()
}

/// How many letters of the record's units stand in that document still, in whole units or in edited
/// ones.
fn stayed(record: &Record, document: &Document) -> usize {
    let units: Vec<&BaselineUnit> =
        record.links.iter().flat_map(|link| &link.baseline).filter(|unit| unit.kind.is_unit()).collect();
    let blocks: Vec<&Block> = document.units().map(|(_, block)| block).collect();
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

/// The place that fits best; several where they fit alike and no name tells them apart, none where
/// nothing fits well enough.
fn best(
    workspace: &Workspace,
    record: &Record,
    from: &TreePath,
    free: &[Free],
    places: &FxHashMap<UnitHash, Vec<usize>>,
) -> Vec<Fit> {
    let units = recorded_units(record);
    let all: usize = units.iter().map(|(_, letters)| letters).sum();
    if all < LEAST_LETTERS {
        return Vec::new();
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
        let page = free.get(at).and_then(|free| free.page(workspace));
        let stayed = page.map_or(0, |page| self::stayed(record, &page.document));
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
    let Some((most, by_name, _)) = fitting.last().copied() else { return Vec::new() };
    let alike = fitting.into_iter().filter(|(letters, named, _)| (*letters, *named) == (most, by_name));
    alike.map(|(letters, named, at)| Fit { share: share(letters).min(1.0), named, at }).collect()
}
