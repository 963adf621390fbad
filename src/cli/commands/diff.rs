//! `cotejo diff`.

use super::Run;
use crate::cli::error::{Exit, Failure};
use crate::cli::ui::Ui;

/// The arguments of `cotejo diff`.
#[derive(clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(_run: &mut Run<'_>, _ui: &mut Ui, _args: &Args) -> Result<Exit, Failure> {
    Ok(Exit::Done)
}
