//! The command line: arguments, the interface to the user, and the commands that join the parts.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the command line reads the process's environment and the files that are named to it"
)]

mod args;
pub mod commands;
mod environment;
mod error;
mod filter;
mod help;
mod history;
mod input;
mod lines;
mod quality;
mod reading;
mod selection;
mod trouble;
mod ui;
mod workspace;
mod worth;

pub use args::command;
pub use environment::Environment;
pub use error::{Exit, Failure, Message};
pub use ui::{Label, Ui};

use std::io;

/// Runs one command line in the environment given and tells the exit code: 0 done, 1 findings
/// at or above the threshold of a gate, 2 the work could not be done.
pub fn run(mut environment: Environment) -> u8 {
    let language = args::language(&environment);
    let mut ui = Ui::new(&mut environment, language);
    let outcome = args::parse(&environment, &mut ui).and_then(|parsed| match parsed {
        Some(parsed) => {
            ui.set_colour(parsed.colour);
            commands::run(&mut environment, &mut ui, parsed)
        }
        None => Ok(Exit::Done),
    });
    let outcome = outcome.and_then(|exit| ui.finish().map(|()| exit).map_err(Failure::output));
    match outcome {
        Ok(exit) => exit.code(),
        Err(failure) if failure.is_broken_pipe() => Exit::Done.code(),
        Err(failure) => {
            // The result so far stands before the error that ended it; stderr is the last resort.
            let _: io::Result<()> = ui.finish();
            ui.failure(&failure);
            failure.exit().code()
        }
    }
}
