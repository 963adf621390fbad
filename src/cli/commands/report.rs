//! `cotejo report`: what an editor pastes into a mail.

use super::Run;
use crate::cli::error::{Exit, Failure, Message};
use crate::cli::filter::FilterArgs;
use crate::cli::history;
use crate::cli::trouble;
use crate::cli::ui::Ui;
use crate::cli::workspace::{self, Workspace};
use crate::domain::article::TreePath;
use crate::domain::record::LinkState;
use crate::domain::verdict::{Row, Trouble};
use crate::reports::report::{self, Kept, Report};

/// The arguments of `cotejo report`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    filter: FilterArgs,
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    format: Format,
}

/// The format of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Markdown,
    Json,
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    let workspace = Workspace::open(run, ui)?;
    let filter = args.filter.for_project(&workspace)?;
    if workspace.has_bad_termbase() {
        ui.warn(&Message::new("terms-bad"));
    }
    let all = workspace::rows(&workspace);
    let rows: Vec<&Row> = all.iter().filter(|row| filter.takes(row)).collect();
    let problems: Vec<Trouble> = workspace
        .problems
        .iter()
        .filter(|problem| filter.takes_path(problem.path.as_str()))
        .cloned()
        .collect();
    let waiting = || rows.iter().copied().filter(|row| report::is_waiting(row)).collect::<Vec<_>>();
    let waiting = history::waiting(&workspace, waiting(), report::MOST).unwrap_or_else(|failure| {
        // The report is worth having without git's answer too.
        failure.what.iter().for_each(|what| ui.warn(what));
        (history::by_record(waiting()), false)
    });
    let report = Report::new(&rows, waiting, kept(&workspace, &rows), &problems, report::day(run.now));
    let mut out = Vec::new();
    match args.format {
        Format::Markdown => report::markdown(&report, &ui.messages, &mut out),
        Format::Json => report::json(&report, &mut out),
    }
    .and_then(|()| ui.out().write_all(&out))
    .map_err(Failure::output)?;
    trouble::ending(report.unread.iter().copied())
}

/// What the records say of units left as they are, with a reason. A record that can't be read is
/// told by its row.
fn kept(workspace: &Workspace, rows: &[&Row]) -> Vec<Kept> {
    let mut kept: Vec<Kept> = Vec::new();
    for row in rows.iter().filter(|row| row.review.as_is > 0 && row.wish.is_none()) {
        let path = workspace.record_path(&row.article, &row.locale);
        let Ok(Some((record, _))) = workspace.read_record(&path) else { continue };
        let title = if row.title.is_empty() { row.article.to_string() } else { row.title.clone() };
        let first = kept.len();
        let version: &TreePath = row.target.as_ref().unwrap_or(&record.target.path);
        for link in record.links.iter().filter(|link| link.state == LinkState::AsIs) {
            let Some(reason) = link.reason.clone().filter(|reason| !reason.is_empty()) else { continue };
            let same = |one: &&mut Kept| one.reason == reason && one.by == link.by && one.at == link.at;
            if let Some(known) = kept.iter_mut().skip(first).find(same) {
                known.units += 1;
                continue;
            }
            kept.push(Kept {
                units: 1,
                title: title.clone(),
                article: row.article.to_string(),
                locale: row.locale.clone(),
                path: version.clone(),
                reason,
                by: link.by.clone(),
                at: link.at,
            });
        }
    }
    kept
}
