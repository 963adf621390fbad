//! `cotejo glossary`: the termbase, applied.

mod check;
mod export;
mod extract;
mod find;
mod import;
mod lint;
pub mod load;
mod shown;
mod suggest;

use super::Run;
use crate::cli::error::{Exit, Failure};
use crate::cli::ui::{Label, Ui};
use crate::domain::finding::Severity;

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
    /// See [`suggest`].
    Suggest(suggest::Args),
    /// See [`extract`].
    Extract(extract::Args),
    /// See [`lint`].
    Lint(lint::Args),
}

/// From which worth of a finding on a gate fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Hint,
    None,
}

impl FailOn {
    /// Whether a finding of that worth fails.
    fn takes(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Hint => true,
            FailOn::None => false,
        }
    }
}

/// The looks of a finding of that worth.
fn label(severity: Severity) -> Label {
    match severity {
        Severity::Error => Label::Bad,
        Severity::Warning => Label::Doubt,
        Severity::Hint => Label::Dim,
    }
}

/// Runs the command.
pub fn run(run: &mut Run<'_>, ui: &mut Ui, args: &Args) -> Result<Exit, Failure> {
    match &args.what {
        What::Find(args) => find::run(run, ui, args),
        What::Import(args) => import::run(run, ui, args),
        What::Export(args) => export::run(run, ui, args),
        What::Check(args) => check::run(run, ui, args),
        What::Suggest(args) => suggest::run(run, ui, args),
        What::Extract(args) => extract::run(run, ui, args),
        What::Lint(args) => lint::run(run, ui, args),
    }
}
