//! From rows to units: what of each article is open, and what of that is out already.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Args;
use crate::cli::error::Failure;
use crate::cli::workspace::{ArticleView, LocaleView, VersionView, Workspace, words};
use crate::domain::article::{ArticleId, TreePath};
use crate::domain::change::NoTerms;
use crate::domain::document::BlockKind;
use crate::domain::inline::written;
use crate::domain::locale::Locale;
use crate::domain::package::build::{Built, Version};
use crate::domain::package::{Job, Todo, UnitKey};
use crate::domain::record::{About, Endpoint, Record};
use crate::domain::text::UnitHash;
use crate::domain::track::track;
use crate::domain::verdict::{Row, Trouble, Verdict};
use crate::sources::out::Found;

/// So many articles are read at once.
const AT_ONCE: usize = 64;

/// An article that is handed out.
pub struct Handed {
    /// What it is; its units are beside it.
    pub job: Job,
    /// The locale it is written in.
    pub source_locale: Locale,
    /// Its units.
    pub units: Vec<Built>,
    /// The row it was chosen by.
    pub row: Row,
    /// The words of its open units.
    pub words: u32,
}

impl Handed {
    /// The article with its units.
    pub fn job(&self) -> Job {
        Job { units: self.units.iter().map(|built| built.unit.clone()).collect(), ..self.job.clone() }
    }

    /// How many of its units are open.
    pub fn open(&self) -> usize {
        self.units.iter().filter(|built| built.unit.todo.is_open()).count()
    }
}

/// What is told of what was not handed out.
#[derive(Default)]
pub struct Said {
    /// Articles with no place for their translation.
    pub placeless: Vec<ArticleId>,
    /// Units that wait for somebody to move or to remove them in the file.
    pub by_hand: usize,
    /// Articles that wait for nothing but what is copied across.
    pub mirror: usize,
    /// Units that are out, by the package they are in, with the articles they are of.
    pub held: BTreeMap<usize, (usize, std::collections::BTreeSet<ArticleId>)>,
    /// Units and words that the limit left for another day.
    pub left: (usize, u32),
}

/// All that was gathered.
pub struct Gathered {
    /// The articles with open units, the most urgent first.
    pub handed: Vec<Handed>,
    /// What was not handed out.
    pub said: Said,
    /// What could not be read.
    pub unread: Vec<Trouble>,
}

/// The packages that each unit is out with; with `--again` there may be several.
type Held = BTreeMap<(ArticleId, UnitKey), Vec<usize>>;

/// What one row gives.
struct One {
    handed: Option<Handed>,
    by_hand: usize,
    mirror: bool,
    held: Vec<usize>,
    placeless: bool,
    trouble: Option<Trouble>,
}

/// The units of those rows, up to so many words.
pub fn gather(
    workspace: &Workspace,
    rows: Vec<Row>,
    outs: &[Found],
    args: &Args,
) -> Result<Gathered, Failure> {
    let mut held: Held = BTreeMap::new();
    if !args.again {
        for (number, found) in outs.iter().enumerate() {
            let units = found.out.units.iter().filter(|unit| found.out.has_out(unit));
            for unit in units {
                held.entry((unit.article.clone(), unit.key)).or_default().push(number);
            }
        }
    }
    let mut gathered = Gathered { handed: Vec::new(), said: Said::default(), unread: Vec::new() };
    let mut room = args.words;
    for rows in rows.chunks(AT_ONCE) {
        let ones: Vec<(ArticleId, One)> = rows
            .par_iter()
            .map(|row| (row.article.clone(), one(workspace, row, &held, !args.verdict.is_empty())))
            .collect();
        for (article, one) in ones {
            gathered.said.by_hand += one.by_hand;
            gathered.said.mirror += usize::from(one.mirror);
            gathered.unread.extend(one.trouble);
            for package in one.held {
                let (count, articles) = gathered.said.held.entry(package).or_default();
                *count += 1;
                articles.insert(article.clone());
            }
            if one.placeless {
                gathered.said.placeless.push(article);
            }
            let Some(mut handed) = one.handed else { continue };
            fit(&mut handed, &mut room, gathered.handed.is_empty(), &mut gathered.said.left);
            if handed.open() > 0 {
                gathered.handed.push(handed);
            }
        }
    }
    Ok(gathered)
}

/// Closes what goes beyond the words that are left. An article is handed out whole where it fits; one
/// that does not is left for another day and lesser ones fill the rest, save that the first is cut,
/// since otherwise nothing would ever be done of it.
fn fit(handed: &mut Handed, room: &mut Option<u32>, first: bool, left: &mut (usize, u32)) {
    let Some(room) = room else { return };
    if handed.words <= *room {
        *room -= handed.words;
        return;
    }
    let mut taken = 0;
    for built in handed.units.iter_mut().filter(|built| built.unit.todo.is_open()) {
        let own = words(&written(&built.unit.source), &handed.source_locale);
        if first && (taken == 0 || own <= *room) {
            *room = room.saturating_sub(own);
            taken += own;
        } else {
            built.unit.todo = Todo::Nothing;
            left.0 += 1;
            left.1 = left.1.saturating_add(own);
        }
    }
    handed.words = taken;
}

fn one(workspace: &Workspace, row: &Row, held: &Held, named_verdict: bool) -> One {
    let mut one =
        One { handed: None, by_hand: 0, mirror: false, held: Vec::new(), placeless: false, trouble: None };
    if let Some(trouble) = &row.trouble {
        one.trouble = Some(trouble.clone());
        return one;
    }
    let pairing = workspace.pairing_of(&row.article, &row.locale);
    let (Some(article), Some(pairing)) = (workspace.pairing.article(&row.article), pairing) else {
        return one;
    };
    let view = ArticleView::read(workspace, article);
    let seen = LocaleView::read(workspace, &view, &row.locale, &pairing.status);
    if let Some(trouble) = &seen.row.trouble {
        one.trouble = Some(trouble.clone());
        return one;
    }
    let Some(source) = seen.source else { return one };
    let Some(target) = seen.row.target.clone() else {
        one.placeless = true;
        return one;
    };
    let version = own(&seen, article);
    let document = version.map(|version| &version.page.document);
    let record = record(&seen, article, source.path, &target);
    let tracking = track(&record, &source.page.document, document, &NoTerms);
    let format = workspace.format(&article.collection, source.path);
    let apart = |kind: BlockKind, text: &str| format.inline(kind, text);
    let foreign = version.map(|version| foreign(version, &row.locale)).unwrap_or_default();
    let work = Version {
        source: &source.page.document,
        target: document,
        record: &record,
        tracking: &tracking,
        foreign: &foreign,
        unrecorded_too: named_verdict && row.verdict == Verdict::Unrecorded,
        threshold: workspace.outdated_from,
        apart: &apart,
    }
    .work();
    one.by_hand = work.by_hand;
    let mut units = work.units;
    units.iter_mut().for_each(|built| built.unit.note = note(&record, built));
    for built in units.iter_mut().filter(|built| built.unit.todo.is_open()) {
        if let Some(packages) = held.get(&(article.id.clone(), built.unit.key)) {
            built.unit.todo = Todo::Nothing;
            one.held.extend(packages);
        }
    }
    let open = units.iter().filter(|built| built.unit.todo.is_open());
    let sum = open.clone().map(|built| words(&written(&built.unit.source), &article.source_locale)).sum();
    if open.clone().count() == 0 {
        one.mirror = row.verdict == Verdict::Outdated && one.by_hand == 0 && one.held.is_empty();
    }
    if open.count() > 0 {
        one.handed = Some(Handed {
            job: Job {
                article: article.id.clone(),
                source: source.path.clone(),
                target,
                note: record.note(About::Article).map(str::to_owned),
                units: Vec::new(),
            },
            source_locale: article.source_locale.clone(),
            units,
            row: seen.row.clone(),
            words: sum,
        });
    }
    one
}

/// What the editor wrote about a unit.
fn note(record: &Record, built: &Built) -> Option<String> {
    let links = built.links.iter().filter_map(|at| record.links.get(*at)).map(|link| About::Link(link.id));
    let units = built.said.iter().map(|(_, text)| About::Unit(UnitHash::of(text)));
    links.chain(units).find_map(|about| record.note(about)).map(str::to_owned)
}

/// The version, where it is a file of the project's own: what a site served is not ours to write.
pub fn own<'v>(
    seen: &'v LocaleView<'_>,
    article: &crate::domain::article::Article,
) -> Option<&'v VersionView> {
    seen.version.as_ref().filter(|version| article.targets.iter().any(|file| file.path == version.path))
}

/// The record with today's paths; one without links where there is none.
pub fn record(
    seen: &LocaleView<'_>,
    article: &crate::domain::article::Article,
    source: &TreePath,
    target: &TreePath,
) -> Record {
    let end = |locale: &Locale, path: &TreePath| Endpoint { locale: locale.clone(), path: path.clone() };
    let (source, target) = (end(&article.source_locale, source), end(&seen.row.locale, target));
    match &seen.record {
        Some(record) => Record { source, target, ..record.clone() },
        None => Record::new(article.id.clone(), source, target),
    }
}

/// The blocks of a version that are in another language than its own, sorted.
pub fn foreign(version: &VersionView, locale: &Locale) -> Vec<usize> {
    let foreign = version.judgement.blocks.iter().filter(|block| {
        let primary = block.language.as_deref().and_then(|tag| tag.split('-').next());
        let third = primary.is_some_and(|language| language != locale.language());
        block.counts && (third || block.source_letters * 2 > block.letters)
    });
    let mut blocks: Vec<usize> = foreign.map(|block| block.block).collect();
    blocks.sort_unstable();
    blocks
}
