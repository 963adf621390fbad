//! The `cotejo` command: hands the process's environment to the library and exits with its code.

use std::process::ExitCode;

/// A text is a few hundred small pieces, read on one thread and often dropped on another: an eighth of
/// the instructions of a cold `status` were the system allocator's, now a twentieth.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(cotejo::cli::run(cotejo::cli::Environment::of_process()))
}
