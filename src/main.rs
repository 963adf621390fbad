//! The `cotejo` command: hands the process's environment to the library and exits with its code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cotejo::cli::run(cotejo::cli::Environment::of_process()))
}
