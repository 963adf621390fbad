//! `cotejo glossary`: the termbase, applied.

mod export;
mod find;
mod import;
mod load;
mod shown;

use super::Run;
use crate::cli::error::{Exit, Failure};
use crate::cli::ui::Ui;

/// The arguments of `cotejo glossary`.
#[derive(clap::Args)]
#[command(subcommand_required = true)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

/// What to do with the termbase.
#[derive(clap::Subcommand)]
enum What {
    /// See [`find`].
    Find(find::Args),
    /// See [`import`].
    Import(import::Args),
    /// See [`export`].
    Export(export::Args),
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    match &args.what {
        What::Find(args) => find::run(run, ui, args),
        What::Import(args) => import::run(run, ui, args),
        What::Export(args) => export::run(run, ui, args),
    }
}
