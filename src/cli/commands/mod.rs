//! The commands: one file each, with its arguments, its help's ids and its run.

pub mod accept;
pub mod check;
pub mod diff;
pub mod glossary;
pub mod init;
pub mod inspect;
pub mod memory;
pub mod note;
pub mod pair;
pub mod pull;
pub mod push;
pub mod qa;
pub mod report;
pub mod status;

use std::path::PathBuf;

use super::args::Parsed;
use super::environment::Environment;
use super::error::{Exit, Failure};
use super::ui::Ui;

/// The commands, in the order in which help lists them.
#[derive(clap::Subcommand)]
pub enum Verb {
    /// See [`init`].
    Init(init::Args),
    /// See [`pair`].
    Pair(pair::Args),
    /// See [`inspect`].
    Inspect(inspect::Args),
    /// See [`status`].
    Status(status::Args),
    /// See [`diff`].
    Diff(diff::Args),
    /// See [`accept`].
    Accept(accept::Args),
    /// See [`note`].
    Note(note::Args),
    /// See [`pull`].
    Pull(pull::Args),
    /// See [`push`].
    Push(push::Args),
    /// See [`memory`].
    Memory(memory::Args),
    /// See [`qa`].
    Qa(qa::Args),
    /// See [`check`].
    Check(check::Args),
    /// See [`report`].
    Report(report::Args),
    /// See [`glossary`].
    Glossary(glossary::Args),
    /// The help of a command.
    Help(HelpArgs),
}

/// The arguments of `cotejo help`.
#[derive(clap::Args)]
pub struct HelpArgs {
    #[arg(value_name = "COMMAND", num_args = 0..)]
    pub(super) verb: Vec<String>,
}

/// What a command is given: the environment, the folder to work in and the moment that is now.
pub struct Run<'e> {
    /// The environment; its standard input may be taken.
    pub environment: &'e mut Environment,
    /// The folder that the project is looked for in and above.
    pub folder: PathBuf,
    /// Now, in seconds since 1970.
    pub now: i64,
}

/// Runs the command that was parsed.
pub fn run(environment: &mut Environment, ui: &mut Ui, parsed: Parsed) -> Result<Exit, Failure> {
    let folder = match parsed.project {
        Some(folder) => environment.directory.join(folder),
        None => environment.directory.clone(),
    };
    let now = parsed.now.unwrap_or_else(|| environment.clock.seconds());
    let mut run = Run { environment, folder, now };
    match parsed.verb {
        Verb::Init(args) => init::run(&mut run, ui, &args),
        Verb::Pair(args) => pair::run(&mut run, ui, &args),
        Verb::Inspect(args) => inspect::run(&mut run, ui, &args),
        Verb::Status(args) => status::run(&mut run, ui, &args),
        Verb::Diff(args) => diff::run(&mut run, ui, &args),
        Verb::Accept(args) => accept::run(&mut run, ui, &args),
        Verb::Note(args) => note::run(&mut run, ui, &args),
        Verb::Pull(args) => pull::run(&mut run, ui, &args),
        Verb::Push(args) => push::run(&mut run, ui, &args),
        Verb::Memory(args) => memory::run(&mut run, ui, &args),
        Verb::Qa(args) => qa::run(&mut run, ui, &args),
        Verb::Check(args) => check::run(&mut run, ui, &args),
        Verb::Report(args) => report::run(&mut run, ui, &args),
        Verb::Glossary(args) => glossary::run(&mut run, ui, &args),
        Verb::Help(args) => super::args::show_help(&args.verb, ui).map(|()| Exit::Done),
    }
}
