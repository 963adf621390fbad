//! `cotejo status`: articles × locales.

use std::collections::{BTreeMap, BTreeSet};

use super::Run;
use crate::cli::error::{Exit, Failure};
use crate::cli::filter::FilterArgs;
use crate::cli::trouble;
use crate::cli::ui::{Label, Ui};
use crate::cli::workspace::{self, Workspace};
use crate::domain::article::TreePath;
use crate::domain::locale::Locale;
use crate::domain::verdict::{Row, Totals, Verdict};
use crate::reports::status::{self as report, Status};

/// The arguments of `cotejo status`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = crate::cli::filter::verdict)]
    verdict: Vec<Verdict>,
    #[arg(long)]
    rows: bool,
    #[arg(long, value_name = "KEY", default_value = "article")]
    sort: Sort,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Sort {
    Article,
    Verdict,
    Date,
    Words,
    Locale,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
    Markdown,
}

/// So many rows are listed without being asked for.
const FEW: usize = 40;

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let filter = args.filter.for_project(&workspace)?;
    let all = workspace::rows(&workspace);
    let chosen: Vec<&Row> = all
        .iter()
        .filter(|row| filter.takes(row) && (args.verdict.is_empty() || args.verdict.contains(&row.verdict)))
        .collect();
    let mut by_locale: BTreeMap<&Locale, Vec<&Row>> = BTreeMap::new();
    for row in &chosen {
        by_locale.entry(&row.locale).or_default().push(row);
    }
    let articles: BTreeSet<_> = chosen.iter().map(|row| &row.article).collect();
    let unplaced: Vec<TreePath> = workspace.unplaced().cloned().collect();
    let status = Status {
        articles: articles.len(),
        locales: by_locale.into_iter().map(|(locale, rows)| (locale.clone(), Totals::over(rows))).collect(),
        total: Totals::over(chosen.iter().copied()),
        list_rows: args.rows || chosen.len() <= FEW,
        rows: sorted(chosen, args.sort),
        problems: &workspace.problems,
        unplaced: &unplaced,
    };
    let mut out = Vec::new();
    let width = ui.width();
    match args.format {
        Format::Text => {
            let paint = |verdict: Verdict, text: &str| ui.paint(looks(verdict), text);
            report::text(&status, &ui.messages, width, &paint, &mut out)
        }
        Format::Json => report::json(&status, &mut out),
        Format::Csv => report::csv(&status, &mut out),
        Format::Markdown => report::markdown(&status, &ui.messages, &mut out),
    }
    .and_then(|()| ui.out().write_all(&out))
    .map_err(Failure::output)?;
    workspace::moves::propose(&workspace, ui);
    let unread = status.rows.iter().filter_map(|row| row.unread());
    trouble::ending(unread.chain(workspace.problems.iter().filter(|at| filter.takes_path(at.path.as_str()))))
}

fn sorted(mut rows: Vec<&Row>, sort: Sort) -> Vec<&Row> {
    // The rows come sorted by article and locale, and the sort is stable: ties keep that order.
    match sort {
        Sort::Article => {}
        Sort::Verdict => rows.sort_by_key(|row| row.verdict),
        Sort::Date => rows.sort_by_key(|row| std::cmp::Reverse(row.date)),
        Sort::Words => rows.sort_by_key(|row| std::cmp::Reverse(row.words_to_do)),
        Sort::Locale => rows.sort_by(|a, b| a.locale.cmp(&b.locale)),
    }
    rows
}

/// How a verdict looks.
pub fn looks(verdict: Verdict) -> Label {
    match verdict {
        Verdict::Current => Label::Good,
        Verdict::Outdated | Verdict::Partial | Verdict::Unrecorded | Verdict::Undecided => Label::Doubt,
        Verdict::Missing
        | Verdict::Untranslated
        | Verdict::Orphan
        | Verdict::Ambiguous
        | Verdict::Unreadable => Label::Bad,
    }
}
