//! Puts what a reader finds together: units by their article, each once.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::token::{All, joined, plain_of, written};
use super::{MOST_UNITS, Problem};
use crate::domain::article::ArticleId;
use crate::domain::inline::{Inline, Side, broken, codes};
use crate::domain::locale::Locale;
use crate::domain::package::{Done, Foreign, Returned, ReturnedJob, ReturnedUnit, UnitKey};
use crate::interchange::entry::cut;

/// What is known of a unit by its id: the article and the key, or that it is none of ours.
pub(super) enum Id {
    Ours(ArticleId, UnitKey),
    Foreign,
}

impl Id {
    /// Of an id that names the article, too: `news/a#link-kmnopqrs`.
    pub(super) fn of(text: &str) -> Id {
        let Some((article, key)) = text.rsplit_once('#') else { return Id::Foreign };
        Id::within(&plain_of(article), key)
    }

    /// Of an id within an article.
    pub(super) fn within(article: &str, key: &str) -> Id {
        match key.trim().parse() {
            Ok(key) if !article.is_empty() => Id::Ours(ArticleId::from_text(article), key),
            _ => Id::Foreign,
        }
    }
}

/// A unit as a reader found it.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub source: Option<Vec<Inline>>,
    pub target: Option<Vec<Inline>>,
    pub sent_target: Option<Vec<Inline>>,
    pub state: Option<Done>,
    pub line: usize,
}

/// What was read so far.
#[derive(Default)]
pub(super) struct Gather {
    returned: Returned,
    jobs: FxHashMap<ArticleId, usize>,
    units: FxHashMap<(usize, UnitKey), usize>,
    count: usize,
}

impl Gather {
    /// Takes the name of the package, the first one that is one.
    pub(super) fn name(&mut self, text: &str) {
        if self.returned.name.is_none() {
            self.returned.name = text.parse().ok();
        }
    }

    /// Takes the locale that was translated from.
    pub(super) fn source(&mut self, tag: &str, line: usize) -> Result<(), Problem> {
        take(&mut self.returned.source, tag, line)
    }

    /// Takes the locale that was translated to.
    pub(super) fn target(&mut self, tag: &str, line: usize) -> Result<(), Problem> {
        take(&mut self.returned.target, tag, line)
    }

    /// Takes a unit; `written` is its id as it stands in the file.
    pub(super) fn unit(&mut self, id: Id, text: &str, found: Found) -> Result<(), Problem> {
        self.count += 1;
        if self.count > MOST_UNITS {
            return Err(Problem::new(found.line, "too-many", "", MOST_UNITS));
        }
        let Id::Ours(article, key) = id else {
            self.returned.foreign.push(Foreign { id: cut(text.trim()), line: found.line });
            return Ok(());
        };
        let job = *self.jobs.entry(article).or_insert_with_key(|article| {
            self.returned.jobs.push(ReturnedJob { article: article.clone(), units: Vec::new() });
            self.returned.jobs.len() - 1
        });
        let Some(job_units) = self.returned.jobs.get_mut(job).map(|job| &mut job.units) else {
            return Ok(());
        };
        let tidy = |pieces: Option<Vec<Inline>>| pieces.map(|own| joined(&own));
        let unit = ReturnedUnit {
            key,
            source: tidy(found.source),
            target: tidy(found.target).filter(|target| !target.is_empty()),
            sent_target: tidy(found.sent_target),
            state: found.state.unwrap_or(Done::Unsaid),
            line: found.line,
        };
        let unit = match unit.target {
            None => ReturnedUnit { state: Done::No, ..unit },
            Some(_) => unit,
        };
        match self.units.entry((job, key)) {
            Entry::Vacant(vacant) => {
                vacant.insert(job_units.len());
                job_units.push(unit);
            }
            Entry::Occupied(first) => {
                let Some(first) = job_units.get_mut(*first.get()) else { return Ok(()) };
                let same = |one: &Option<Vec<Inline>>, other: &Option<Vec<Inline>>| match (one, other) {
                    (Some(one), Some(other)) => written(one, &All) == written(other, &All),
                    _ => true,
                };
                if !same(&first.target, &unit.target) {
                    return Err(Problem::new(unit.line, "same-unit", text, first.line));
                }
                if first.target.is_none() || unit.target.is_some() && unit.state < first.state {
                    // Of two that say the same the one that promises less.
                    *first = unit;
                }
            }
        }
        Ok(())
    }

    /// All of it; a file without a unit of ours is a wrong one.
    pub(super) fn finish(self) -> Result<Returned, Problem> {
        match self.returned.jobs.is_empty() {
            true => {
                let first = self.returned.foreign.first();
                let line = first.map_or(1, |foreign| foreign.line);
                let id = first.map_or("", |foreign| foreign.id.as_str());
                Err(Problem::new(line, "no-units", id, self.returned.foreign.len()))
            }
            false => Ok(self.returned),
        }
    }
}

fn take(slot: &mut Option<Locale>, tag: &str, line: usize) -> Result<(), Problem> {
    // Some tools leave it empty.
    if tag.trim().is_empty() {
        return Ok(());
    }
    let locale: Locale = tag.trim().parse().map_err(|_| Problem::new(line, "bad-locale", tag, ""))?;
    match slot {
        Some(own) if *own != locale => Err(Problem::new(line, "bad-locale", tag, own)),
        _ => {
            *slot = Some(locale);
            Ok(())
        }
    }
}

/// So deep may pairs of codes nest to be written as elements in each other.
const DEEPEST: usize = 40;

/// Whether the codes of a text stand as codes should: each pair around something, none twice, none in
/// too many others.
pub(super) fn well_made(pieces: &[Inline]) -> bool {
    let mut seen = FxHashSet::default();
    let mut open = 0usize;
    for code in codes(pieces) {
        if !seen.insert((code.id, code.side)) {
            return false;
        }
        match code.side {
            Side::Open if open >= DEEPEST => return false,
            Side::Open => open += 1,
            Side::Close => open = open.saturating_sub(1),
            Side::Alone => {}
        }
    }
    open == 0 && broken(pieces, pieces).is_empty()
}
