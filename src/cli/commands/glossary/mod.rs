//! `cotejo glossary`: the termbase, applied.

mod apply;
mod check;
pub mod export;
mod extract;
mod find;
mod import;
mod lint;
pub mod load;
mod shown;
mod suggest;

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
    /// See [`check`].
    Check(check::Args),
    /// See [`apply`].
    Apply(apply::Args),
    /// See [`suggest`].
    Suggest(suggest::Args),
    /// See [`extract`].
    Extract(extract::Args),
    /// See [`lint`].
    Lint(lint::Args),
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    match &args.what {
        What::Find(args) => find::run(run, ui, args),
        What::Import(args) => import::run(run, ui, args),
        What::Export(args) => export::run(run, ui, args),
        What::Check(args) => check::run(run, ui, args),
        What::Apply(args) => apply::run(run, ui, args),
        What::Suggest(args) => suggest::run(run, ui, args),
        What::Extract(args) => extract::run(run, ui, args),
        What::Lint(args) => lint::run(run, ui, args),
    }
}
