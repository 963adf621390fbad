//! The project's termbase, ready for its articles, and the aligned units it is held against.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::Workspace;
use crate::cli::commands::glossary::load::{self, Tables};
use crate::config::Config;
use crate::domain::align::align;
use crate::domain::document::{Block, Document};
use crate::domain::locale::Locale;
use crate::domain::termbase::usage::{Checker, Pair};
use crate::domain::track::Tracking;
use crate::domain::verdict::Verdict;
use crate::sources::files::{self, Fingerprint};

/// A project's termbase: read when the project is opened, understood when it is needed.
pub struct ProjectTerms {
    /// `None` where there is none, or it can't be read.
    tables: Option<Tables>,
    /// Whether there should be one and it can't be read.
    unread: bool,
    ready: OnceLock<Option<BTreeMap<(Locale, Locale), Checker>>>,
}

impl ProjectTerms {
    /// Reads its files.
    pub fn read(root: &Path, config: &Config) -> Self {
        let is_there = load::of_project(root, config).is_some();
        let tables = is_there.then(|| load::tables_of(root, config).ok()).flatten();
        ProjectTerms { unread: is_there && tables.is_none(), tables, ready: OnceLock::new() }
    }

    /// The configuration's fingerprint with that of the termbase: what was learnt with another one
    /// is not known any more.
    pub fn key(&self, config: &str) -> Fingerprint {
        let mut bytes = config.as_bytes().to_vec();
        for table in self.tables.iter().flat_map(Tables::files) {
            bytes.push(0);
            bytes.extend_from_slice(&files::fingerprint(&table.bytes).to_bytes());
        }
        files::fingerprint(&bytes)
    }
}

impl Workspace {
    /// What checks the terms of translations between those locales; `None` where there is no
    /// termbase, or one that can't be read.
    pub fn checker(&self, source: &Locale, target: &Locale) -> Option<&Checker> {
        let ready = self.terms.ready.get_or_init(|| {
            let (termbase, _) = self.terms.tables.as_ref()?.read().ok()?;
            let termbase = Arc::new(termbase);
            let sources: BTreeSet<&Locale> =
                self.pairing.articles.iter().map(|article| &article.source_locale).collect();
            let mut checkers = BTreeMap::new();
            for source in sources {
                for target in self.config.locales().filter(|target| *target != source) {
                    let checker = Checker::new(&termbase, source, target);
                    if !checker.is_idle() {
                        checkers.insert((source.clone(), target.clone()), checker);
                    }
                }
            }
            Some(checkers)
        });
        ready.as_ref()?.get(&(source.clone(), target.clone()))
    }

    /// Whether there is a termbase that can't be read or has faults, so that no term was looked at.
    pub fn has_bad_termbase(&self) -> bool {
        let is_faulty = || self.terms.tables.as_ref().is_some_and(|tables| tables.read().is_err());
        self.terms.unread || is_faulty()
    }
}

/// Whether a version of that verdict has a translation in which terms can be looked for.
pub fn is_translated(verdict: Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Current | Verdict::Outdated | Verdict::Partial | Verdict::Unrecorded | Verdict::Undecided
    )
}

/// A pair of aligned units, the blocks of each side with a blank line between.
pub struct Joined<'d> {
    /// What is translated.
    pub source: String,
    /// Its translation.
    pub target: String,
    /// The blocks of the translation.
    pub target_blocks: Vec<&'d Block>,
    /// Their numbers in the translation's document.
    pub target_places: Vec<usize>,
}

impl Joined<'_> {
    /// The pair as terms are looked for in it.
    pub fn pair(&self) -> Pair<'_> {
        Pair { source: &self.source, target: &self.target }
    }

    /// The line of the target's file that a place in its text is on.
    pub fn line(&self, at: usize) -> Option<usize> {
        let mut start = 0;
        for block in &self.target_blocks {
            let end = start + block.text.len();
            if at <= end {
                let before = block.text.get(..at.saturating_sub(start)).unwrap_or_default();
                return Some(block.line + before.matches('\n').count());
            }
            start = end + BETWEEN.len();
        }
        self.target_blocks.last().map(|block| block.line)
    }
}

/// What parts blocks of one side: no term goes across it.
const BETWEEN: &str = "\n\n";

/// The aligned units of a version: by its record's links where it has one, else by alignment.
pub fn pairs<'d>(tracking: Option<&Tracking>, source: &'d Document, target: &'d Document) -> Vec<Joined<'d>> {
    let join = |from: &[usize], to: &[usize]| -> Option<Joined<'d>> {
        let blocks = |document: &'d Document, list: &[usize]| -> (Vec<usize>, Vec<&'d Block>) {
            let blocks = list.iter().filter_map(|at| Some((*at, document.blocks.get(*at)?)));
            blocks.filter(|(_, block)| block.kind.is_unit()).unzip()
        };
        let ((_, source_blocks), (target_places, target_blocks)) = (blocks(source, from), blocks(target, to));
        let text = |blocks: &[&Block]| {
            blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(BETWEEN)
        };
        let (source, target) = (text(&source_blocks), text(&target_blocks));
        (!source_blocks.is_empty() && !target_blocks.is_empty()).then_some(Joined {
            source,
            target,
            target_blocks,
            target_places,
        })
    };
    if let Some(tracking) = tracking {
        let linked = tracking.links.iter().map(|link| (&link.source, &link.target));
        let added = tracking.added.iter().map(|added| (&added.source, &added.target));
        let mut all: Vec<_> = linked.chain(added).collect();
        all.sort();
        all.dedup();
        return all.into_iter().filter_map(|(from, to)| join(from, to)).collect();
    }
    let units = |document: &'d Document| -> (Vec<usize>, Vec<&'d Block>) { document.units().unzip() };
    let ((source_places, source_units), (target_places, target_units)) = (units(source), units(target));
    let places = |list: &[usize], of: &[usize]| -> Vec<usize> {
        list.iter().filter_map(|at| of.get(*at)).copied().collect()
    };
    align(&source_units, &target_units)
        .iter()
        .filter_map(|pairing| {
            join(&places(&pairing.source, &source_places), &places(&pairing.target, &target_places))
        })
        .collect()
}
