//! `cotejo pair`: which files belong together, by what, and what is open.

use std::collections::BTreeMap;

use super::Run;
use crate::cli::error::{Exit, Failure};
use crate::cli::filter::{Filter, FilterArgs};
use crate::cli::trouble;
use crate::cli::ui::{Label, Ui};
use crate::cli::workspace::{self, Workspace};
use crate::config::guess::quoted;
use crate::domain::article::{Article, File, TreePath};
use crate::domain::locale::Locale;
use crate::domain::pairing::{Pairing, Place, Status, Unplaced};
use crate::reports::pair::{self as report, ArticleRow, FileCounts, Pairings, PlaceCounts, PlaceRow};

/// The arguments of `cotejo pair`.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "PAIRING", value_delimiter = ',')]
    pairing: Vec<Bucket>,
    #[command(flatten)]
    filter: FilterArgs,
    #[arg(long)]
    rows: bool,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// What may stand in a place, and what belongs to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Bucket {
    Paired,
    Missing,
    Unwanted,
    Orphan,
    Ambiguous,
    Unreadable,
    Unplaced,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// So many places are listed without being asked for.
const FEW: usize = 40;

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let filter = args.filter.for_project(&workspace)?;
    let wants = |bucket: Bucket| args.pairing.is_empty() || args.pairing.contains(&bucket);
    let rows = rows(&workspace, &filter, &wants);
    let mut by_locale: BTreeMap<&Locale, PlaceCounts> = BTreeMap::new();
    let mut total = PlaceCounts::default();
    for place in rows.iter().flat_map(|row| &row.places) {
        by_locale.entry(place.locale).or_default().add(place.status);
        total.add(place.status);
    }
    let mut files = FileCounts::default();
    workspace.pairing.files.iter().for_each(|(_, place)| files.add(place));
    let unplaced: Vec<(&TreePath, &Unplaced)> = match wants(Bucket::Unplaced) && !filter.names_locales() {
        true => unplaced(&workspace, &filter),
        false => Vec::new(),
    };
    let pairings = Pairings {
        locales: by_locale.into_iter().collect(),
        total,
        collections: workspace.config.collections.len(),
        files,
        list_rows: args.rows || total.all() <= FEW,
        rows,
        unplaced,
        notes: if args.pairing.is_empty() { workspace.pairing.notes.iter().collect() } else { Vec::new() },
        problems: &workspace.problems,
    };
    let mut out = Vec::new();
    match args.format {
        Format::Text => {
            let paint = |status: &Status, text: &str| ui.paint(looks(status), text);
            report::text(&pairings, &ui.messages, ui.width(), &paint, &mut out)
        }
        Format::Json => report::json(&pairings, &mut out),
    }
    .and_then(|()| ui.out().write_all(&out))
    .map_err(Failure::output)?;
    let shows_nothing = pairings.total.all() == 0 && pairings.unplaced.is_empty();
    if shows_nothing && !workspace.pairing.pairings.is_empty() {
        filter.say_nothing(&workspace, !args.pairing.is_empty(), ui);
    }
    workspace::moves::propose(&workspace, ui);
    trouble::ending(workspace.problems.iter().filter(|at| filter.takes_path(at.path.as_str())))
}

/// The articles and places asked for. An article without a place to show (none is wanted of it)
/// is shown where everything is.
fn rows<'w>(
    workspace: &'w Workspace,
    filter: &Filter,
    wants: &dyn Fn(Bucket) -> bool,
) -> Vec<ArticleRow<'w>> {
    let mut rest = workspace.pairing.pairings.as_slice();
    let mut rows = Vec::new();
    // Both lists are sorted by id.
    for article in &workspace.pairing.articles {
        let count = rest.iter().take_while(|pairing| pairing.article == article.id).count();
        let (own, others) = rest.split_at(count);
        rest = others;
        let paths = |file: &'w File| file.path.as_str();
        let files = article.source.iter().chain(&article.pages).chain(&article.targets).map(paths);
        let candidates = own.iter().flat_map(|pairing| match &pairing.status {
            Status::Ambiguous { candidates, .. } => candidates.as_slice(),
            _ => &[],
        });
        let names = std::iter::once(article.id.as_str())
            .chain(files)
            .chain(candidates.map(|candidate| candidate.path.as_str()));
        if !filter.takes_any(&article.collection, names) {
            continue;
        }
        let asked = own.iter().filter(|p| filter.takes_locale(&p.locale) && wants(bucket(&p.status)));
        let places: Vec<PlaceRow<'w>> = asked.map(|pairing| place(article, pairing)).collect();
        if !places.is_empty() || (own.is_empty() && wants(Bucket::Unwanted)) {
            rows.push(ArticleRow { article, places });
        }
    }
    rows
}

fn place<'w>(article: &'w Article, pairing: &'w Pairing) -> PlaceRow<'w> {
    let here = |file: &&File| file.locale.as_ref() == Some(&pairing.locale);
    let path = match &pairing.status {
        Status::Paired { .. } | Status::Orphan | Status::Unreadable { .. } => {
            let target = article.targets.iter().find(here);
            target.or_else(|| article.pages.iter().find(here)).map(|file| &file.path)
        }
        _ => None,
    };
    PlaceRow {
        locale: &pairing.locale,
        status: &pairing.status,
        path,
        by_hand: by_hand(article, &pairing.status),
    }
}

/// The lines that settle an ambiguous place for its first candidate.
fn by_hand(article: &Article, status: &Status) -> Vec<String> {
    let Status::Ambiguous { candidates, .. } = status else { return Vec::new() };
    let face = article.source.as_ref().or_else(|| article.pages.first());
    match (face, candidates.first()) {
        (Some(face), Some(candidate)) => vec![
            "[[pair]]".to_owned(),
            format!("source = {}", quoted(face.path.as_str())),
            format!("target = {}", quoted(candidate.path.as_str())),
        ],
        _ => Vec::new(),
    }
}

fn bucket(status: &Status) -> Bucket {
    match status {
        Status::Paired { .. } => Bucket::Paired,
        Status::Missing => Bucket::Missing,
        Status::Unwanted { .. } => Bucket::Unwanted,
        Status::Orphan => Bucket::Orphan,
        Status::Ambiguous { .. } => Bucket::Ambiguous,
        Status::Unreadable { .. } => Bucket::Unreadable,
    }
}

fn looks(status: &Status) -> Label {
    match status {
        Status::Paired { .. } => Label::Good,
        Status::Unwanted { .. } => Label::Dim,
        Status::Missing | Status::Orphan | Status::Ambiguous { .. } | Status::Unreadable { .. } => Label::Bad,
    }
}

/// The files that belong to no article and are asked for.
fn unplaced<'w>(workspace: &'w Workspace, filter: &Filter) -> Vec<(&'w TreePath, &'w Unplaced)> {
    let asked = |path: &TreePath| {
        let mut collections = workspace.config.seen(path.as_str());
        // A file that its own front matter put there may be in several.
        collections.is_empty() && filter.takes_any("", std::iter::once(path.as_str()))
            || collections
                .drain(..)
                .any(|seen| filter.takes_any(&seen.collection, std::iter::once(path.as_str())))
    };
    let files = workspace.pairing.files.iter();
    files
        .filter_map(|(path, place)| match place {
            Place::Unplaced { why } => Some((path, why)),
            _ => None,
        })
        .filter(|(path, _)| asked(path))
        .collect()
}
