//! `cotejo glossary apply`: deprecated and forbidden terms of translations, mended where that is safe.
//!
//! The plan is shown first, and `--write` does it, in one step that `accept --undo` takes back. Nothing
//! but the terms and the words that agree with them changes in a file: each is read again as it would
//! be, and must say what was planned. A record follows the words of its target, so that a version in
//! step stays in step and one that waits goes on waiting.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::super::Run;
use super::load;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::selection::{self, Pick};
use crate::cli::ui::{Label, Ui};
use crate::cli::workspace::terms::{Joined, is_translated, pairs};
use crate::cli::workspace::{ArticleView, LocaleView, Workspace};
use crate::cli::{filter, trouble};
use crate::domain::article::TreePath;
use crate::domain::change::word_diff;
use crate::domain::document::Document;
use crate::domain::locale::Locale;
use crate::domain::pairing::Pairing;
use crate::domain::record::LinkState;
use crate::domain::termbase::Termbase;
use crate::domain::termbase::mend::{LeftAlone, Mended, Mender, Plan, Unit, Why, plan};
use crate::domain::termbase::usage::Checker;
use crate::domain::track::{TargetState, retarget};
use crate::domain::verdict::{Trouble, Verdict};
use crate::reports::apply::{self as report, Applied, Change, Left, Mend, Version};
use crate::reports::diff::Look;
use crate::sources::files;
use crate::sources::fingerprint::{Fingerprint, fingerprint};
use crate::sources::ledger::syntax;
use crate::sources::step::{self, Expected, Step};

/// The arguments of `cotejo glossary apply`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ARTICLE")]
    articles: Vec<String>,
    #[arg(long, value_name = "LOCALE", value_delimiter = ',', value_parser = filter::locale)]
    locale: Vec<Locale>,
    #[arg(long, value_name = "CONCEPT", value_delimiter = ',')]
    concept: Vec<String>,
    #[arg(long, value_name = "PATH")]
    glossary: Option<PathBuf>,
    #[arg(long, conflicts_with = "dry_run")]
    write: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// A file as it is and as it is to be.
struct File {
    path: TreePath,
    before: Fingerprint,
    bytes: Vec<u8>,
}

/// What becomes of one version.
struct Planned {
    version: Version,
    files: Vec<File>,
    trouble: Option<Trouble>,
}

/// What terms are looked at with.
struct Terms {
    termbase: Arc<Termbase>,
    checkers: BTreeMap<(Locale, Locale), Checker>,
    menders: BTreeMap<Locale, Mender>,
    /// The places of the concepts asked for; all where none was.
    concepts: Option<BTreeSet<usize>>,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = match args.write {
        true => Workspace::open_for_writing(run, ui, "glossary apply")?,
        false => Workspace::open(run, ui)?,
    };
    let termbase = Arc::new(match &args.glossary {
        Some(path) => load::termbase(run, Some(path))?,
        None => load::read(&load::tables_of(&workspace.root, &workspace.config)?)?,
    });
    let picks = match args.articles.is_empty() {
        true => selection::all(&workspace, &args.locale)?,
        false => selection::named(&workspace, &run.folder, &args.articles, &args.locale)?,
    };
    let terms = terms(termbase, &picks, &args.concept)?;
    let planned: Vec<Planned> = picks
        .par_iter()
        .flat_map_iter(|pick| {
            let view = ArticleView::read(&workspace, pick.article);
            let look = |pairing: &&Pairing| look(&workspace, &view, pick, pairing, &terms);
            pick.pairings.iter().filter_map(look).collect::<Vec<_>>()
        })
        .collect();
    let unread: Vec<Trouble> = planned.iter().filter_map(|one| one.trouble.clone()).collect();
    let mut versions = Vec::new();
    let mut step = Step::new();
    for one in planned {
        for File { path, before, bytes } in one.files {
            step.put(path, bytes, Expected::Holds(before));
        }
        versions.push(one.version);
    }
    let writes = args.write && !step.is_empty();
    if writes && let Some(lock) = workspace.exclusive() {
        step::commit(&workspace.root, workspace.disk(), lock, step, true).map_err(trouble::of_step)?;
    }
    let applied = Applied { versions, written: writes, incomplete: !unread.is_empty() };
    let mut out = Vec::new();
    match args.format {
        Format::Json => report::json(&applied, &mut out),
        Format::Text => {
            let paint = |look: Look, text: &str| match look {
                Look::Added => ui.paint(Label::Added, text),
                Look::Removed => ui.paint(Label::Removed, text),
                Look::Dim => ui.paint(Label::Dim, text),
                Look::Heading => ui.paint(Label::Heading, text),
                _ => text.to_owned(),
            };
            report::text(&applied, &ui.messages, ui.width(), ui.is_coloured(), &paint, &mut out)
        }
    }
    .and_then(|()| ui.out().write_all(&out))
    .map_err(Failure::output)?;
    trouble::ending(&unread)
}

fn terms(termbase: Arc<Termbase>, picks: &[Pick<'_>], named: &[String]) -> Result<Terms, Failure> {
    let mut concepts = BTreeSet::new();
    for id in named {
        let Some(at) = termbase.concepts().iter().position(|concept| concept.id == *id) else {
            return Err(Failure::new(Message::new("apply-no-concept").with("concept", id.as_str()))
                .hint(Message::new("apply-no-concept-hint")));
        };
        concepts.insert(at);
    }
    let (mut checkers, mut menders) = (BTreeMap::new(), BTreeMap::new());
    for pick in picks {
        for pairing in &pick.pairings {
            let (source, target) = (&pick.article.source_locale, &pairing.locale);
            checkers
                .entry((source.clone(), target.clone()))
                .or_insert_with(|| Checker::new(&termbase, source, target));
            menders.entry(target.clone()).or_insert_with(|| Mender::new(&termbase, target));
        }
    }
    let concepts = (!concepts.is_empty()).then_some(concepts);
    Ok(Terms { termbase, checkers, menders, concepts })
}

impl Terms {
    /// Whether a concept is mended at all, and then whether hints are: those that were named.
    fn wanted(&self, concept: usize) -> Option<bool> {
        match &self.concepts {
            None => Some(false),
            Some(named) => named.contains(&concept).then_some(true),
        }
    }

    fn concept(&self, at: usize) -> String {
        self.termbase.concepts().get(at).map(|concept| concept.id.clone()).unwrap_or_default()
    }
}

/// Decides what becomes of one version; `None` where there is no translation of ours to look at, or
/// nothing to say of it.
fn look(
    workspace: &Workspace,
    view: &ArticleView<'_>,
    pick: &Pick<'_>,
    pairing: &Pairing,
    terms: &Terms,
) -> Option<Planned> {
    let seen = LocaleView::read(workspace, view, &pairing.locale, &pairing.status);
    let version = Version {
        article: pick.article.id.clone(),
        locale: pairing.locale.clone(),
        path: seen.row.target.clone().unwrap_or_else(|| TreePath::new("")),
        changes: Vec::new(),
        mended: Vec::new(),
        left: Vec::new(),
    };
    let mut planned = Planned { version, files: Vec::new(), trouble: None };
    if seen.row.verdict == Verdict::Unreadable {
        planned.trouble.clone_from(&seen.row.trouble);
        return planned.trouble.is_some().then_some(planned);
    }
    if !is_translated(seen.row.verdict) || seen.row.wish.is_some() {
        return None;
    }
    let key = (pick.article.source_locale.clone(), pairing.locale.clone());
    let (checker, mender) = (terms.checkers.get(&key)?, terms.menders.get(&pairing.locale)?);
    let (source, found) = (seen.source?, seen.version.as_ref()?);
    // What a site served is not ours to write.
    if !pick.article.targets.iter().any(|file| file.path == found.path) {
        return None;
    }
    let document = &found.page.document;
    let texts = pairs(seen.tracking.as_ref(), &source.page.document, document);
    let units: Vec<Unit> = texts.iter().map(|pair| unit(pair, &seen)).collect();
    let blocks: BTreeMap<usize, &str> = units
        .iter()
        .flat_map(|unit| &unit.targets)
        .filter_map(|at| Some((*at, document.blocks.get(*at)?.text.as_str())))
        .collect();
    let quoted =
        blocks.keys().filter(|at| document.blocks.get(**at).is_some_and(|block| document.is_quoted(block)));
    let mut closed: BTreeMap<usize, Why> = quoted.map(|at| (*at, Why::Quote)).collect();
    let make = |closed: &BTreeMap<usize, Why>| {
        plan((checker, mender), &units, &blocks, &|concept| terms.wanted(concept), closed)
    };
    let mut plan = make(&closed);
    let mut bytes = None;
    // What a file can't hold as it is meant is left; the rest is planned again.
    while !plan.edits.is_empty() {
        match written(workspace, view, &found.path, document, &plan) {
            Ok(whole) => {
                bytes = Some(whole);
                break;
            }
            Err(bad) => {
                closed.extend(bad.into_iter().map(|at| (at, Why::File)));
                plan = make(&closed);
            }
        }
    }
    planned.version.path = found.path.clone();
    planned.version.changes = changes(document, &plan);
    planned.version.mended = plan.mended.iter().map(|one| mend(one, document, terms)).collect();
    planned.version.left = plan.left.iter().map(|one| left(one, document, terms)).collect();
    if let Some(bytes) = bytes {
        // A file that changed since it was listed is not the one that was planned for.
        let stamp = workspace.stamp(&found.path);
        if stamp.is_none() || files::stamp(&workspace.root, &found.path).ok() != stamp {
            let code = "trouble-changing".to_owned();
            planned.trouble = Some(Trouble { code, args: Vec::new(), path: found.path.clone() });
            return Some(planned);
        }
        let before = fingerprint(document.bytes());
        planned.files.push(File { path: found.path.clone(), before, bytes });
        if let (Some(record), Some(tracking), Some(before)) =
            (&seen.record, &seen.tracking, seen.record_fingerprint)
            && let Some(record) = retarget(record, tracking, document, &plan.texts)
        {
            let bytes = syntax::write(&record).into_bytes();
            planned.files.push(File { path: seen.record_path.clone(), before, bytes });
        }
    }
    let says = !planned.version.mended.is_empty() || !planned.version.left.is_empty();
    says.then_some(planned)
}

/// A pair of texts as a unit of the plan.
fn unit(pair: &Joined<'_>, seen: &LocaleView<'_>) -> Unit {
    let links = seen.tracking.iter().flat_map(|tracking| &tracking.links);
    let states = seen.record.iter().flat_map(|record| &record.links).map(|link| link.state);
    let as_is = links.zip(states).any(|(link, state)| {
        state == LinkState::AsIs
            && link.target_state == TargetState::Same
            && link.target.iter().any(|at| pair.target_places.contains(at))
    });
    Unit { source: pair.source.clone(), targets: pair.target_places.clone(), as_is }
}

/// The file as planned, if it says what was planned when it is read; else the blocks that don't.
fn written(
    workspace: &Workspace,
    view: &ArticleView<'_>,
    path: &TreePath,
    document: &Document,
    plan: &Plan,
) -> Result<Vec<u8>, BTreeSet<usize>> {
    let article = view.article;
    let bytes = document.splice(&plan.edits).map_err(|block| BTreeSet::from([block]))?;
    let read = |bytes: Vec<u8>| {
        workspace.reader(article).read(workspace.format(&article.collection, path), bytes).document
    };
    let after = read(bytes.clone());
    let expected = |at: usize| {
        plan.texts.get(&at).map(String::as_str).or_else(|| Some(document.blocks.get(at)?.text.as_str()))
    };
    let same = |at: usize| match (after.blocks.get(at), document.blocks.get(at)) {
        (Some(new), Some(old)) => new.kind == old.kind && Some(new.text.as_str()) == expected(at),
        _ => false,
    };
    if after.blocks.len() == document.blocks.len() && (0..document.blocks.len()).all(same) {
        return Ok(bytes);
    }
    let bad: BTreeSet<usize> = plan.edits.keys().copied().filter(|at| !same(*at)).collect();
    Err(if bad.is_empty() { plan.edits.keys().copied().collect() } else { bad })
}

/// The blocks that change, as word diffs.
fn changes(document: &Document, plan: &Plan) -> Vec<Change> {
    let change = |(at, new): (&usize, &String)| {
        let block = document.blocks.get(*at)?;
        Some(Change { line: block.line, words: word_diff(&block.text, new) })
    };
    plan.texts.iter().filter_map(change).collect()
}

fn mend(one: &Mended, document: &Document, terms: &Terms) -> Mend {
    Mend {
        line: document.blocks.get(one.block).map_or(0, |block| block.line + one.line),
        concept: terms.concept(one.concept),
        code: one.fault.code(),
        old: one.old.clone(),
        new: one.new.clone(),
    }
}

fn left(one: &LeftAlone, document: &Document, terms: &Terms) -> Left {
    Left {
        line: document.blocks.get(one.block).map_or(0, |block| block.line + one.line),
        concept: terms.concept(one.concept),
        code: one.fault.code(),
        words: one.words.clone(),
        better: one.better.clone(),
        why: one.why,
    }
}
