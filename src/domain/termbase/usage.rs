//! What a translation did with the concepts of its source.
//!
//! A pair of aligned units is looked at as a whole: the concepts whose terms the source uses, and
//! what the target uses for each. A concept is *right* where the target has a preferred or admitted
//! term of it, *missing* where it has none although the locale has one, and worth a finding where
//! the term is deprecated or forbidden. Words that stand for several concepts (*levante* is right for
//! release and wrong for clearance) are judged by the concepts of the source: what is right for one
//! of them is not held against another. Beyond its pair a term is compared with the others of the
//! article: one concept in two wordings is worth a look, and a name that the source introduces with
//! its acronym should be introduced with it.
//!
//! People rightly leave a term out now and then (2 of 48 in a published French translation), so a
//! missing one is a warning; a forbidden one is an error, unless the termbase says less.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Enforce, Kind, Match, Matcher, Status, Term, Termbase};
use crate::domain::finding::Severity;
use crate::domain::locale::Locale;

/// Behind a name, an acronym in brackets begins within so many bytes.
const BRACKET: usize = 4;

/// A pair of units that say the same: their texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<'t> {
    /// What is translated.
    pub source: &'t str,
    /// Its translation.
    pub target: &'t str,
}

/// What is wrong with a concept at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The target says something that is wrong for it.
    Forbidden,
    /// The target says it in a way that is better not used.
    Deprecated,
    /// The target has no term of it.
    Missing,
    /// The source introduces its acronym beside the name, the target doesn't.
    NoAcronym,
    /// The article says it otherwise elsewhere, and more often.
    Inconsistent,
}

impl Fault {
    /// All of them.
    pub const ALL: [Fault; 5] =
        [Fault::Forbidden, Fault::Deprecated, Fault::Missing, Fault::NoAcronym, Fault::Inconsistent];

    /// The code of its finding.
    pub fn code(self) -> &'static str {
        match self {
            Fault::Forbidden => "term-forbidden",
            Fault::Deprecated => "term-deprecated",
            Fault::Missing => "term-missing",
            Fault::NoAcronym => "term-acronym",
            Fault::Inconsistent => "term-inconsistent",
        }
    }
}

/// Something found in a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is wrong.
    pub fault: Fault,
    /// How grave it is.
    pub severity: Severity,
    /// The pair it is in, by its place.
    pub pair: usize,
    /// Where its words stand in the target, in bytes; in the source where the target has none.
    pub at: usize,
    /// Where they end there.
    pub end: usize,
    /// The place of the term: the target's, or the source's where the target has none.
    pub term: usize,
    /// The words may mean something else: they are right for another concept, and the target says this
    /// one more often than the source, or the source does not say it at all.
    pub doubtful: bool,
    /// The place of the concept.
    pub concept: usize,
    /// The words: of the target, or of the source where the target has none.
    pub words: String,
    /// What to write instead, the best first; the term used elsewhere for what is inconsistent.
    pub better: Vec<String>,
}

/// All that was found in a translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// What is wrong, in the order of the pairs.
    pub found: Vec<Found>,
    /// In how many pairs a concept was right, counted a concept a pair.
    pub right: usize,
}

/// A termbase for one pair of locales.
#[derive(Debug)]
pub struct Checker {
    termbase: Arc<Termbase>,
    source: Matcher,
    target: Matcher,
    source_locale: Locale,
    target_locale: Locale,
}

/// One use of one concept.
struct Use {
    concept: usize,
    term: usize,
    start: usize,
    end: usize,
    /// Other concepts have the same words.
    shared: bool,
}

impl Checker {
    /// Makes ready the terms of both locales.
    pub fn new(termbase: &Arc<Termbase>, source: &Locale, target: &Locale) -> Self {
        Checker {
            termbase: Arc::clone(termbase),
            source: Matcher::new(termbase, source),
            target: Matcher::new(termbase, target),
            source_locale: source.clone(),
            target_locale: target.clone(),
        }
    }

    /// Whether one of the locales has no terms, so that nothing can be found.
    pub fn is_idle(&self) -> bool {
        self.source.is_empty() || self.target.is_empty()
    }

    /// The termbase.
    pub fn termbase(&self) -> &Termbase {
        &self.termbase
    }

    /// The concepts that a text of the source uses, in the order in which they first appear.
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        suggest(&self.termbase, &self.source, &self.target_locale, &[text])
    }

    /// For each concept of the keep-list what of it stays as it is in every language: the source's
    /// initials for it, or its names where it has none.
    pub fn kept(&self) -> Vec<(usize, Vec<String>)> {
        let concepts = self.termbase.concepts().iter().enumerate().filter(|(_, concept)| concept.keep);
        let words = |concept: usize| {
            let good = |kind| {
                self.termbase
                    .terms_of(concept)
                    .filter(move |term| term.kind == kind && term.status <= Status::Admitted)
                    .filter(|term| super::distance(&term.locale, &self.source_locale).is_some())
                    .map(|term| term.text.clone())
            };
            let initials: Vec<String> = good(Kind::Acronym).collect();
            if initials.is_empty() { good(Kind::Term).collect() } else { initials }
        };
        concepts.map(|(at, _)| (at, words(at))).filter(|(_, words)| !words.is_empty()).collect()
    }

    /// Whether the source of a pair uses that concept at all, by itself or by `word` within a longer
    /// term; whether by its name; and whether the target has a good name of it.
    pub fn named(&self, pair: &Pair<'_>, concept: usize, word: &str) -> (bool, bool, bool) {
        let terms = |hits: &[Match]| -> Vec<Kind> {
            let all = hits.iter().flat_map(|hit| std::iter::once(hit.term).chain(hit.others.iter().copied()));
            all.filter_map(|at| self.term(at))
                .filter(|term| term.concept == concept && term.status <= Status::Admitted)
                .map(|term| term.kind)
                .collect()
        };
        let hits = self.source.find(pair.source);
        let within =
            |hit: &Match| pair.source.get(hit.start..hit.end).is_some_and(|text| text.contains(word));
        let (source, target) = (terms(&hits), terms(&self.target.find(pair.target)));
        let used = !source.is_empty() || hits.iter().any(within);
        (used, source.contains(&Kind::Term), target.contains(&Kind::Term))
    }

    /// Looks at the pairs of one article, in order.
    pub fn check(&self, pairs: &[Pair<'_>]) -> Usage {
        let mut usage = Usage::default();
        if self.is_idle() {
            return usage;
        }
        // The good terms written for each concept, with where each stands first and how often.
        let mut wordings: BTreeMap<usize, Vec<Wording>> = BTreeMap::new();
        let mut introduced: FxHashSet<usize> = FxHashSet::default();
        for (number, pair) in pairs.iter().enumerate() {
            // What is copied across was not translated.
            if pair.source.trim() == pair.target.trim() {
                continue;
            }
            let (source, target) = (self.source.find(pair.source), self.target.find(pair.target));
            let asked = self.asked(&source);
            let target_uses = self.uses(&target, &asked);
            for (concept, first) in &asked {
                let uses: Vec<&Use> = target_uses.iter().filter(|one| one.concept == *concept).collect();
                // Words of the source that may stand for several concepts are right as any of them.
                if uses.is_empty() && self.is_said_otherwise(first, &target) {
                    usage.right += 1;
                } else {
                    let is_it =
                        |hit: &&Match| self.term(hit.term).is_some_and(|term| term.concept == *concept);
                    let said: Vec<&Match> = source.iter().filter(is_it).collect();
                    self.concept((number, pair), *concept, (first, &said), &uses, &mut usage);
                }
                let names_it = self.introduces(&source, *concept);
                if names_it && introduced.insert(*concept) {
                    usage.found.extend(self.acronym(number, pair, *concept, &uses));
                }
                for one in uses {
                    self.count(&mut wordings, number, pair, one);
                }
            }
            self.alone(number, pair, &target, &asked, &mut usage);
        }
        for (concept, list) in &wordings {
            usage.found.extend(self.inconsistent(*concept, list));
        }
        usage.found.sort_by_key(|found| (found.pair, found.fault, found.at));
        usage
    }

    fn term(&self, at: usize) -> Option<&Term> {
        self.termbase.terms().get(at)
    }

    /// The concepts of the source with their first use, by their places. Words that may stand for
    /// several ask for the likeliest.
    fn asked(&self, source: &[Match]) -> BTreeMap<usize, Match> {
        let mut asked = BTreeMap::new();
        for hit in source {
            if let Some(term) = self.term(hit.term) {
                asked.entry(term.concept).or_insert_with(|| hit.clone());
            }
        }
        asked
    }

    /// What the target uses, each word for the concept of the source that it is best for.
    fn uses(&self, target: &[Match], asked: &BTreeMap<usize, Match>) -> Vec<Use> {
        let mut uses = Vec::new();
        for hit in target {
            let all = std::iter::once(&hit.term).chain(&hit.others);
            let fitting: Vec<(usize, &Term)> = all
                .filter_map(|at| Some((*at, self.term(*at)?)))
                .filter(|(_, term)| asked.contains_key(&term.concept))
                .collect();
            let best = fitting.iter().map(|(_, term)| term.status).min();
            let is_good = best.is_some_and(|status| status <= Status::Admitted);
            for (at, term) in fitting {
                // Right for one concept of the source: not held against another.
                if !is_good || term.status <= Status::Admitted {
                    let (concept, start, end) = (term.concept, hit.start, hit.end);
                    uses.push(Use { concept, term: at, start, end, shared: !hit.others.is_empty() });
                }
            }
        }
        uses
    }

    /// Whether the target has a good term of another concept that the words of the source may mean.
    fn is_said_otherwise(&self, first: &Match, target: &[Match]) -> bool {
        let meant: Vec<usize> = first.others.iter().filter_map(|at| Some(self.term(*at)?.concept)).collect();
        let good = |at: &usize| {
            self.term(*at)
                .is_some_and(|term| term.status <= Status::Admitted && meant.contains(&term.concept))
        };
        target.iter().any(|hit| good(&hit.term) || hit.others.iter().any(good))
    }

    /// What the target did with one concept that the source uses in those places.
    fn concept(
        &self,
        (number, pair): (usize, &Pair<'_>),
        concept: usize,
        (first, said): (&Match, &[&Match]),
        uses: &[&Use],
        usage: &mut Usage,
    ) {
        let words = |text: &str, start, end| shown(text.get(start..end).unwrap_or_default());
        let terms: Vec<&Term> = said.iter().filter_map(|hit| self.term(hit.term)).collect();
        let wordings = said_by(&terms);
        let (mut right, mut other) = (false, false);
        for one in uses {
            let Some(term) = self.term(one.term) else { continue };
            let (fault, severity) = match term.status {
                Status::Preferred | Status::Admitted => {
                    let renders = term.renders_any(&wordings);
                    right |= renders;
                    other |= !renders;
                    continue;
                }
                Status::Deprecated => (Fault::Deprecated, self.worth(term, Enforce::Warn)),
                Status::Forbidden => (Fault::Forbidden, self.worth(term, Enforce::Error)),
            };
            usage.found.push(Found {
                fault,
                severity,
                pair: number,
                at: one.start,
                end: one.end,
                term: one.term,
                doubtful: one.shared && uses.len() > said.len(),
                concept,
                words: words(pair.target, one.start, one.end),
                better: self.better(concept, Some(term.kind), &wordings),
            });
        }
        if right {
            usage.right += 1;
        } else if uses.is_empty() || other {
            let better = self.better(concept, None, &wordings);
            let Some(asking) = self.term(first.term).filter(|_| !better.is_empty()) else { return };
            let said = words(pair.source, first.start, first.end);
            let keep = self.termbase.concepts().get(concept).is_some_and(|concept| concept.keep);
            if keep && pair.target.contains(&said) {
                usage.right += 1;
                return;
            }
            usage.found.push(Found {
                fault: Fault::Missing,
                severity: severity(self.termbase.enforce(asking)),
                pair: number,
                at: first.start,
                end: first.end,
                term: first.term,
                doubtful: false,
                concept,
                words: said,
                better,
            });
        }
    }

    /// Terms that are wrong whatever the source says: those that the termbase calls an error.
    fn alone(
        &self,
        number: usize,
        pair: &Pair<'_>,
        target: &[Match],
        asked: &BTreeMap<usize, Match>,
        usage: &mut Usage,
    ) {
        for hit in target {
            let Some(term) = self.term(hit.term) else { continue };
            let is_error =
                term.status == Status::Forbidden && self.worth(term, Enforce::Error) == Severity::Error;
            if is_error && hit.others.is_empty() && !asked.contains_key(&term.concept) {
                usage.found.push(Found {
                    fault: Fault::Forbidden,
                    severity: Severity::Error,
                    pair: number,
                    at: hit.start,
                    end: hit.end,
                    term: hit.term,
                    // Words that the source doesn't ask for may be meant as they stand.
                    doubtful: term.kind == Kind::Term,
                    concept: term.concept,
                    words: shown(pair.target.get(hit.start..hit.end).unwrap_or_default()),
                    better: self.better(term.concept, Some(term.kind), &[]),
                });
            }
        }
    }

    /// What a term is worth: its own word, a hint of its concept's, or `least`.
    fn worth(&self, term: &Term, usual: Enforce) -> Severity {
        let concept = self.termbase.concept_of(term).and_then(|concept| concept.enforce);
        severity(term.enforce.or(concept.filter(|worth| *worth == Enforce::Hint)).unwrap_or(usual))
    }

    /// The terms to write for a concept in the target's locale: the preferred ones, else the
    /// admitted; those of the kind that is asked for, if there are any, and of what the source says.
    fn better(&self, concept: usize, kind: Option<Kind>, said: &[&str]) -> Vec<String> {
        let mut good: Vec<(u8, &Term)> = self
            .termbase
            .terms_of(concept)
            .filter(|term| term.status <= Status::Admitted && term.renders_any(said))
            .filter_map(|term| Some((super::distance(&term.locale, &self.target_locale)?, term)))
            .collect();
        good.sort_by_key(|(far, term)| {
            let is_general = term.renders.is_empty();
            (kind.is_some_and(|kind| kind != term.kind), is_general, term.status, term.kind, *far)
        });
        let Some(best) = good.first().map(|(_, term)| (term.status, term.kind)) else { return Vec::new() };
        let fits = good.iter().filter(|(_, term)| kind.is_none() || (term.status, term.kind) == best);
        let mut texts: Vec<String> = fits.map(|(_, term)| term.text.clone()).collect();
        let mut seen = FxHashSet::default();
        texts.retain(|text| seen.insert(text.clone()));
        texts.truncate(3);
        texts
    }

    /// Whether the text has a name of the concept with its acronym in brackets behind it.
    fn introduces(&self, hits: &[Match], concept: usize) -> bool {
        let is = |hit: &Match, kind| {
            self.term(hit.term).is_some_and(|term| term.concept == concept && term.kind == kind)
        };
        hits.windows(2).any(|pair| match pair {
            [name, acronym] => {
                is(name, Kind::Term) && is(acronym, Kind::Acronym) && acronym.start <= name.end + BRACKET
            }
            _ => false,
        })
    }

    /// The target names a concept without the acronym that the source introduces there.
    fn acronym(&self, number: usize, pair: &Pair<'_>, concept: usize, uses: &[&Use]) -> Option<Found> {
        let kind = |one: &Use| self.term(one.term).map(|term| term.kind);
        let has = self.termbase.terms_of(concept).any(|term| {
            term.kind == Kind::Acronym
                && term.status <= Status::Admitted
                && super::distance(&term.locale, &self.target_locale).is_some()
        });
        if !has || uses.iter().any(|one| kind(one) == Some(Kind::Acronym)) {
            return None;
        }
        let name = uses.iter().find(|one| kind(one) == Some(Kind::Term))?;
        let hint = self.termbase.concepts().get(concept).and_then(|concept| concept.enforce);
        Some(Found {
            fault: Fault::NoAcronym,
            severity: if hint == Some(Enforce::Hint) { Severity::Hint } else { Severity::Warning },
            pair: number,
            at: name.start,
            end: name.end,
            term: name.term,
            doubtful: false,
            concept,
            words: shown(pair.target.get(name.start..name.end).unwrap_or_default()),
            better: self.better(concept, Some(Kind::Acronym), &[]),
        })
    }

    fn count(&self, wordings: &mut BTreeMap<usize, Vec<Wording>>, number: usize, pair: &Pair<'_>, one: &Use) {
        let Some(term) = self.term(one.term) else { return };
        // Of two wordings for two of the source neither is a rarer way to say the other.
        if term.kind == Kind::Acronym || term.status > Status::Admitted || !term.renders.is_empty() {
            return;
        }
        let list = wordings.entry(one.concept).or_default();
        match list.iter_mut().find(|wording| wording.term == one.term) {
            Some(wording) => wording.count += 1,
            None => list.push(Wording {
                term: one.term,
                pair: number,
                at: one.start,
                end: one.end,
                words: shown(pair.target.get(one.start..one.end).unwrap_or_default()),
                count: 1,
            }),
        }
    }

    /// The rarer wordings of a concept that an article says in several ways.
    fn inconsistent(&self, concept: usize, list: &[Wording]) -> Vec<Found> {
        let usual = list.iter().enumerate().max_by_key(|(at, wording)| {
            let status = self.term(wording.term).map(|term| std::cmp::Reverse(term.status));
            (wording.count, status, std::cmp::Reverse(*at))
        });
        let Some((_, usual)) = usual else { return Vec::new() };
        // A longer wording around a shorter one says more, and no other thing.
        let within = |a: &str, b: &str| a.to_lowercase().contains(&b.to_lowercase());
        let other = |wording: &&Wording| {
            let (a, b) = (&wording.words, &usual.words);
            wording.term != usual.term && !within(a, b) && !within(b, a)
        };
        list.iter()
            .filter(other)
            .map(|wording| Found {
                fault: Fault::Inconsistent,
                severity: Severity::Hint,
                pair: wording.pair,
                at: wording.at,
                end: wording.end,
                term: wording.term,
                doubtful: false,
                concept,
                words: wording.words.clone(),
                better: vec![usual.words.clone()],
            })
            .collect()
    }
}

/// A good term as an article uses it.
struct Wording {
    term: usize,
    pair: usize,
    at: usize,
    end: usize,
    words: String,
    count: usize,
}

/// In which words a concept is said, where it is written out each time: initials don't tell.
fn said_by<'t>(terms: &[&'t Term]) -> Vec<&'t str> {
    match terms.iter().all(|term| term.kind == Kind::Term) {
        true => terms.iter().map(|term| term.text.as_str()).collect(),
        false => Vec::new(),
    }
}

fn severity(enforce: Enforce) -> Severity {
    match enforce {
        Enforce::Error => Severity::Error,
        Enforce::Warn => Severity::Warning,
        Enforce::Hint => Severity::Hint,
    }
}

/// Words as a message shows them: on one line, without what doesn't show.
fn shown(words: &str) -> String {
    let plain = words.replace('\u{ad}', "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A concept that a translator will meet, with what to write for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The place of the concept.
    pub concept: usize,
    /// The text it stands in first, by its place.
    pub unit: usize,
    /// Where it begins there, in bytes.
    pub at: usize,
    /// The words of the source.
    pub words: String,
    /// How often the source uses it.
    pub count: usize,
    /// The places of the terms of the target's locale, the best first.
    pub terms: Vec<usize>,
}

/// The concepts that those texts use, in the order in which they first appear.
pub fn suggestions(termbase: &Termbase, source: &Locale, target: &Locale, texts: &[&str]) -> Vec<Suggestion> {
    suggest(termbase, &Matcher::new(termbase, source), target, texts)
}

fn suggest(termbase: &Termbase, matcher: &Matcher, target: &Locale, texts: &[&str]) -> Vec<Suggestion> {
    let mut known: FxHashMap<usize, usize> = FxHashMap::default();
    let mut list: Vec<Suggestion> = Vec::new();
    for (unit, text) in texts.iter().enumerate() {
        for hit in matcher.find(text) {
            let Some(term) = termbase.terms().get(hit.term) else { continue };
            if let Some(one) = known.get(&term.concept).and_then(|at| list.get_mut(*at)) {
                one.count += 1;
                continue;
            }
            let mut terms: Vec<(u8, usize, &Term)> = termbase
                .terms()
                .iter()
                .enumerate()
                .filter(|(_, other)| other.concept == term.concept)
                .filter_map(|(at, other)| Some((super::distance(&other.locale, target)?, at, other)))
                .collect();
            terms.sort_by_key(|(far, at, term)| (term.status, term.kind, *far, *at));
            known.insert(term.concept, list.len());
            list.push(Suggestion {
                concept: term.concept,
                unit,
                at: hit.start,
                words: shown(text.get(hit.start..hit.end).unwrap_or_default()),
                count: 1,
                terms: terms.into_iter().map(|(_, at, _)| at).collect(),
            });
        }
    }
    list
}
