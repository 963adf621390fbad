//! `cotejo status`: articles × locales.

use super::Run;
use crate::cli::error::{Exit, Failure};
use crate::cli::filter::FilterArgs;
use crate::cli::ui::Ui;
use crate::domain::verdict::Verdict;

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
