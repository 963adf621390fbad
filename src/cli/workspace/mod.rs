//! A project as a command finds it: its configuration, its files paired into articles, its records.

mod facts;
mod find;
mod hidden;
mod idle;
mod memory;
pub mod moves;
mod quality;
mod rows;
pub mod terms;
mod view;

pub use find::{Found, NAME as CONFIG, find_config};
use hidden::Hidden;
pub use memory::{memory, memory_files, own_memory};
pub use quality::{look_at, look_over};
pub use rows::{rows, rows_and_quality};
use terms::ProjectTerms;
pub use view::{ArticleView, LocaleView, VersionView, words};

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::commands::Run;
use super::error::Failure;
use super::reading::{Page, Reader};
use super::trouble;
use super::ui::Ui;
use crate::config::Config;
use crate::domain::article::{Article, ArticleId, TreePath};
use crate::domain::change::ChangeClass;
use crate::domain::locale::Locale;
use crate::domain::page::Site;
use crate::domain::pairing::{Known, Pairing, PairingInput, PairingResult, Place, Seen, Status, pair};
use crate::domain::record::{Endpoint, Record};
use crate::domain::verdict::Trouble;
use crate::formats::{self, Format, conflict};
use crate::sources::disk::Disk;
use crate::sources::files::{self, Limits, Stamp, read};
use crate::sources::fingerprint::Fingerprint;
use crate::sources::ledger;
use crate::sources::lock::{ExclusiveLock, LockError, SharedLock};
use crate::sources::step;
use crate::sources::walk::{self, Listing};

/// How long a command waits for another one at work in the same project.
const WAIT: Duration = Duration::from_secs(10);

/// The lock that a command holds while it looks at the project.
enum Held {
    /// Any number of readers.
    Shared { _lock: SharedLock },
    /// One writer.
    Exclusive(ExclusiveLock),
}

/// A project, its files listed and not yet paired.
pub struct Listed {
    /// The folder that `cotejo.toml` stands in.
    pub root: PathBuf,
    /// The configuration.
    pub config: Config,
    config_key: Fingerprint,
    disk: Arc<dyn Disk>,
    held: Held,
    listed_ns: i64,
    listing: Listing,
    terms: ProjectTerms,
}

impl Listed {
    /// Lists the project in or above the run's folder to look at it.
    pub fn open(run: &Run<'_>, ui: &mut Ui) -> Result<Self, Failure> {
        Listed::read(run, ui, None)
    }

    fn read(run: &Run<'_>, ui: &mut Ui, writing: Option<&str>) -> Result<Self, Failure> {
        let Some(Found { root, config, text }) = find_config(&run.folder)? else {
            return Err(find::no_project(&run.folder));
        };
        find::say(&config.warnings, ui);
        let disk = Arc::clone(&run.environment.disk);
        let held = lock(&root, disk.as_ref(), writing, ui)?;
        let listed_ns = files::stamp_time();
        let mut folders: Vec<TreePath> =
            config.folders().into_iter().map(|folder| TreePath::new(folder.trim_end_matches('/'))).collect();
        folders.push(config.ledger.clone());
        let mut listing = walk::walk(&root, &folders, &|_| false);
        listing.problems.retain(|problem| !config.passes_over(&problem.path));
        let terms = ProjectTerms::read(&root, &config);
        let config_key = terms.key(&text);
        Ok(Listed { root, config, config_key, disk, held, listed_ns, listing, terms })
    }

    /// What could not be listed, sorted.
    pub fn problems(&self) -> Vec<Trouble> {
        let mut problems: Vec<Trouble> = self.listing.problems.iter().filter_map(trouble::of_walk).collect();
        problems.sort();
        problems.dedup();
        problems
    }

    /// The digest of all that can be said of the project as long as the bytes of a file change
    /// its stamp: this program, the configuration, and every file's path and stamp.
    pub fn state(&self) -> State {
        let parts: Vec<(Fingerprint, bool)> = self
            .listing
            .files
            .par_chunks(4096)
            .map(|files| {
                let mut bytes = Vec::with_capacity(files.len() * 96);
                let mut settled = true;
                for (path, stamp) in files {
                    bytes.extend_from_slice(path.as_str().as_bytes());
                    bytes.push(0);
                    bytes.extend_from_slice(&stamp.to_bytes());
                    settled &= !stamp.is_racy(self.listed_ns);
                }
                (files::fingerprint(&bytes), settled)
            })
            .collect();
        let mut whole = Vec::new();
        whole.extend_from_slice(env!("CARGO_PKG_VERSION").as_bytes());
        whole.push(0);
        whole.extend_from_slice(&self.config_key.to_bytes());
        parts.iter().for_each(|(part, _)| whole.extend_from_slice(&part.to_bytes()));
        whole.extend_from_slice(format!("{:?}", self.listing.problems).as_bytes());
        State { digest: files::fingerprint(&whole), settled: parts.iter().all(|(_, settled)| *settled) }
    }
}

/// The state of a whole project, as its listing shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Differs wherever a path, a stamp or the configuration differs.
    pub digest: Fingerprint,
    /// Whether what is learnt now may be kept for it: no file was written within the last tick of
    /// the clock, so that none can be written again without its stamp telling.
    pub settled: bool,
}

/// What reads pages, by the source locale of their articles.
struct Readers {
    /// Of articles in the project's source locale.
    own: Reader,
    others: BTreeMap<Locale, Reader>,
}

impl Readers {
    fn new(config: &Config, pairing: &PairingResult) -> Result<Self, Failure> {
        let locales: Vec<Locale> = config.locales().cloned().collect();
        let reader =
            |source: &Locale| Reader::for_site(Site::new(source.clone(), locales.clone()), &config.notices);
        let sources: BTreeSet<&Locale> =
            pairing.articles.iter().map(|article| &article.source_locale).collect();
        let others = sources.into_iter().filter(|source| **source != config.source);
        let others =
            others.map(|source| Ok((source.clone(), reader(source)?))).collect::<Result<_, Failure>>()?;
        Ok(Readers { own: reader(&config.source)?, others })
    }
}

/// A project, its files listed and paired.
pub struct Workspace {
    /// The folder that `cotejo.toml` stands in.
    pub root: PathBuf,
    /// The configuration.
    pub config: Config,
    /// From which class of change on a version is outdated.
    pub outdated_from: ChangeClass,
    /// The articles.
    pub pairing: PairingResult,
    /// What could not be listed or paired, sorted.
    pub problems: Vec<Trouble>,
    disk: Arc<dyn Disk>,
    config_key: Fingerprint,
    listed_ns: i64,
    stamps: FxHashMap<TreePath, Stamp>,
    /// The records that the paths alone did not explain, sorted.
    strangers: Vec<TreePath>,
    /// What could not be listed.
    hidden: Hidden,
    /// Whether all front matter that was to be read could be.
    all_facts: bool,
    /// Whether the configuration names what is not there: to be said in every run.
    is_idle: bool,
    readers: Readers,
    held: Held,
    terms: ProjectTerms,
}

impl Workspace {
    /// Opens the project in or above the run's folder to look at it.
    pub fn open(run: &Run<'_>, ui: &mut Ui) -> Result<Self, Failure> {
        Workspace::open_as(run, ui, None)
    }

    /// Opens it to write in it: no other cotejo writes or reads meanwhile.
    pub fn open_for_writing(run: &Run<'_>, ui: &mut Ui, command: &str) -> Result<Self, Failure> {
        Workspace::open_as(run, ui, Some(command))
    }

    fn open_as(run: &Run<'_>, ui: &mut Ui, writing: Option<&str>) -> Result<Self, Failure> {
        Workspace::of(Listed::read(run, ui, writing)?, ui)
    }

    /// Pairs the files of a listing, and warns of what the configuration names and is not there.
    pub fn of(listed: Listed, ui: &mut Ui) -> Result<Self, Failure> {
        let Listed { root, config, config_key, disk, held, listed_ns, listing, terms } = listed;
        let mut problems: Vec<Trouble> = listing.problems.iter().filter_map(trouble::of_walk).collect();
        let ledger_prefix = format!("{}/", config.ledger);
        let mut seen = Vec::new();
        let mut records = BTreeSet::new();
        let mut stamps = FxHashMap::default();
        stamps.reserve(listing.files.len());
        for (path, stamp) in listing.files {
            if path.as_str().starts_with(&ledger_prefix) {
                if path.as_str().ends_with(ledger::path::SUFFIX) {
                    records.insert(path.clone());
                }
            } else {
                seen.extend(config.seen(path.as_str()));
            }
            stamps.insert(path, stamp);
        }
        let all_facts =
            facts::gather(&root, disk.as_ref(), config_key, &config, &mut seen, &stamps, listed_ns);
        let (mut pairing, strangers, known) = paired(&root, &config, &seen, &records, &mut problems);
        let hidden = Hidden::of(&listing.problems);
        let grounds = hidden::Grounds { config: &config, seen: &seen, known: &known };
        hidden.take_back(&mut pairing, &grounds);
        let tree = idle::Listing { root: &root, stamps: &stamps, problems: &listing.problems };
        let is_idle = idle::warn(&config, &seen, &pairing.articles, &tree, ui);
        problems.sort();
        problems.dedup();
        let outdated_from =
            ChangeClass::from_name(&config.policy.outdated_from).unwrap_or(ChangeClass::Minor);
        let readers = Readers::new(&config, &pairing)?;
        Ok(Workspace {
            root,
            config,
            outdated_from,
            pairing,
            problems,
            disk,
            config_key,
            listed_ns,
            stamps,
            strangers,
            hidden,
            all_facts,
            is_idle,
            readers,
            held,
            terms,
        })
    }

    /// Whether the listing and the configuration alone told all that the pairing rests on: no
    /// record had to be read for it, no front matter was out of reach, and nothing was to be warned
    /// of.
    pub fn is_told_by_listing(&self) -> bool {
        self.strangers.is_empty() && self.all_facts && !self.is_idle
    }

    /// What reads the pages and versions of an article.
    pub fn reader(&self, article: &Article) -> &Reader {
        self.readers.others.get(&article.source_locale).unwrap_or(&self.readers.own)
    }

    /// The format of a file of that collection.
    pub fn format(&self, collection: &str, path: &TreePath) -> &'static dyn Format {
        self.config
            .collections
            .iter()
            .find(|other| other.name == collection)
            .and_then(|collection| collection.format.as_deref())
            .and_then(formats::by_name)
            .or_else(|| formats::by_path(&path.to_path()))
            .unwrap_or_else(formats::plain_text)
    }

    /// Reads a page or version of an article. Two texts between the marks of a merge conflict are no
    /// text to be judged.
    pub fn read_page(&self, article: &Article, path: &TreePath) -> Result<Page, Trouble> {
        self.disk.will_read(path);
        let contents = read(&self.root, path, Limits::default()).map_err(|error| trouble::of_read(&error))?;
        let size = contents.bytes.len();
        let page = self.reader(article).read(self.format(&article.collection, path), contents.bytes);
        if page.document.is_no_text(size) {
            return Err(trouble::of_no_text(path));
        }
        match conflict::line(&page.document) {
            Some(line) => Err(trouble::of_conflict(path, line)),
            None => Ok(page),
        }
    }

    /// Where the record of an article in a locale stands, or would.
    pub fn record_path(&self, article: &ArticleId, locale: &Locale) -> TreePath {
        ledger::path::path(&self.config.ledger, article, locale)
    }

    /// Reads the record of an article in a locale, if there is one.
    pub fn read_record(&self, path: &TreePath) -> Result<Option<(Record, Fingerprint)>, Trouble> {
        if !self.stamps.contains_key(path) {
            // Where its folder could not be listed, nobody knows.
            return self.hidden.over(path).map_or(Ok(None), |trouble| Err(trouble.clone()));
        }
        self.disk.will_read(path);
        let contents = read(&self.root, path, Limits::default()).map_err(|error| trouble::of_read(&error))?;
        let fingerprint = files::fingerprint(&contents.bytes);
        let text = contents.text();
        match ledger::syntax::parse(&text) {
            Ok(record) => match ledger::syntax::misplaced(&record, &text, &self.config.ledger, path) {
                Some(error) => Err(trouble::of_record(path, &error)),
                None => Ok(Some((record, fingerprint))),
            },
            Err(error) => {
                // Under which head its links stand says nothing of where it is damaged.
                let end = || Endpoint { locale: self.config.source.clone(), path: path.clone() };
                let known = Record::new(ArticleId::from_text(path.as_str()), end(), end());
                let rest = ledger::salvage::salvage(&text, known);
                Err(trouble::of_damaged_record(path, &error, rest.as_ref()))
            }
        }
    }

    /// What can still be read of a damaged record, to be shown and never to be written.
    pub fn salvage_record(&self, path: &TreePath, known: Record) -> Option<Record> {
        let contents = read(&self.root, path, Limits::default()).ok()?;
        Some(ledger::salvage::salvage(&contents.text(), known)?.record)
    }

    /// Where the version of an article in a locale stands, or would if the collection says so.
    pub fn target_path(&self, article: &Article, locale: &Locale) -> Option<TreePath> {
        if let Some(file) = article.targets.iter().find(|file| file.locale.as_ref() == Some(locale)) {
            return Some(file.path.clone());
        }
        let collection = self.config.collections.iter().find(|other| other.name == article.collection)?;
        let file = article.source.as_ref().or_else(|| article.pages.first())?;
        let stem = collection.seen(file.path.as_str())?.stem;
        collection.path_for(locale, &stem, None)
    }

    /// The writer's lock; `None` in a workspace that was opened to look only.
    pub fn exclusive(&self) -> Option<&ExclusiveLock> {
        match &self.held {
            Held::Exclusive(lock) => Some(lock),
            Held::Shared { .. } => None,
        }
    }

    /// The project's disk.
    pub fn disk(&self) -> &dyn Disk {
        self.disk.as_ref()
    }

    /// What stands for an article in a locale.
    pub fn pairing_of(&self, article: &ArticleId, locale: &Locale) -> Option<&Pairing> {
        // They are sorted by article.
        let pairings = &self.pairing.pairings;
        let from = pairings.partition_point(|pairing| pairing.article < *article);
        let own = pairings.iter().skip(from).take_while(|pairing| pairing.article == *article);
        own.into_iter().find(|pairing| pairing.locale == *locale)
    }

    /// The files that fit a collection and belong to no article, sorted.
    pub fn unplaced(&self) -> impl Iterator<Item = &TreePath> {
        self.pairing
            .files
            .iter()
            .filter(|(_, place)| matches!(place, Place::Unplaced { .. }))
            .map(|(path, _)| path)
    }

    /// What a file of the listing looked like when the project was opened.
    pub fn stamp(&self, path: &TreePath) -> Option<Stamp> {
        self.stamps.get(path).copied()
    }

    /// Whether a file is in the listing.
    pub fn has(&self, path: &TreePath) -> bool {
        self.stamps.contains_key(path)
    }
}

/// Takes the lock that the command needs, and completes or undoes a step that was interrupted.
fn lock(root: &Path, disk: &dyn Disk, writing: Option<&str>, ui: &mut Ui) -> Result<Held, Failure> {
    if let Some(command) = writing {
        let lock = waiting(ui, |wait| ExclusiveLock::take(root, disk, command, wait))?;
        recover(root, disk, &lock, ui)?;
        return Ok(Held::Exclusive(lock));
    }
    if step::is_pending(root) {
        let lock = waiting(ui, |wait| ExclusiveLock::take(root, disk, "recover", wait))?;
        recover(root, disk, &lock, ui)?;
    }
    let lock = waiting(ui, |wait| SharedLock::take(root, disk, wait))?;
    Ok(Held::Shared { _lock: lock })
}

/// Takes a lock, and says so where that takes longer than a moment.
fn waiting<L>(ui: &mut Ui, take: impl Fn(Duration) -> Result<L, LockError>) -> Result<L, Failure> {
    const MOMENT: Duration = Duration::from_millis(500);
    let held = match take(MOMENT) {
        Err(LockError::Held { .. }) => {
            ui.note(&super::error::Message::new("lock-waiting").with("seconds", WAIT.as_secs()));
            take(WAIT)
        }
        first => first,
    };
    held.map_err(trouble::of_lock)
}

fn recover(root: &Path, disk: &dyn Disk, lock: &ExclusiveLock, ui: &mut Ui) -> Result<(), Failure> {
    use super::error::Message;
    use step::Recovered;
    match step::recover(root, disk, lock).map_err(trouble::of_step)? {
        Recovered::Nothing => {}
        Recovered::Completed { files } => ui.note(&Message::new("recovered-completed").with("count", files)),
        Recovered::Undone { files, edited } => {
            ui.note(&Message::new("recovered-undone").with("count", files));
            for path in edited {
                ui.warn(&Message::new("recovered-edited").showing("path", path));
            }
        }
    }
    Ok(())
}

/// Pairs the files. Records that no article so found explains are read, since they know the ids of
/// articles whose files moved, and the files are then paired once more. Tells these records too, and
/// what they know.
fn paired(
    root: &Path,
    config: &Config,
    seen: &[Seen],
    records: &BTreeSet<TreePath>,
    problems: &mut Vec<Trouble>,
) -> (PairingResult, Vec<TreePath>, Vec<Known>) {
    let rules = config.rules();
    let wish = |article: &Article, locale: &Locale| config.wish(article, locale).map(|rule| rule.wish);
    let with = |known: &[Known]| {
        pair(PairingInput {
            collections: &rules,
            seen,
            by_hand: &config.pairs,
            known,
            names: &config.names,
            wish: &wish,
        })
    };
    let first = with(&[]);
    let explained: FxHashSet<TreePath> = first
        .pairings
        .iter()
        // A version that lost its source explains nothing: its record may know where that went.
        .filter(|pairing| pairing.status != Status::Orphan)
        .map(|pairing| ledger::path::path(&config.ledger, &pairing.article, &pairing.locale))
        .collect();
    let strangers: Vec<TreePath> =
        records.iter().filter(|path| !explained.contains(*path)).cloned().collect();
    if strangers.is_empty() {
        return (first, strangers, Vec::new());
    }
    let mut known = Vec::new();
    for path in &strangers {
        let record = read(root, path, Limits::default()).map_err(|error| trouble::of_read(&error)).and_then(
            |contents| {
                let text = contents.text();
                let record = ledger::syntax::parse(&text);
                let record = record.and_then(|record| {
                    match ledger::syntax::misplaced(&record, &text, &config.ledger, path) {
                        Some(error) => Err(error),
                        None => Ok(record),
                    }
                });
                record.map_err(|error| trouble::of_record(path, &error))
            },
        );
        match record {
            Ok(record) => known.push(Known {
                id: record.article,
                source: Some(record.source.path),
                target: Some(record.target.path),
            }),
            Err(trouble) => problems.push(trouble),
        }
    }
    (with(&known), strangers, known)
}
