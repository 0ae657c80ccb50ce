//! The binary: hands the command line to the library and its answer to the system.

use std::process::ExitCode;

/// Pages are made of many short strings: this allocator takes a sixth off the time of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Nothing panics that we know of. What does has said so, and ends as whatever cannot be done.
    std::panic::catch_unwind(annai::cli::run).unwrap_or(ExitCode::from(2))
}
