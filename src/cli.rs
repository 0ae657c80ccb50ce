//! The command line: reads the arguments, calls one command, answers with an exit code.
//!
//! 0: no errors. 1: errors were found and nothing was published, or what was found could not be printed. 2: wrong usage.

mod accept;
mod arguments;
mod build;
mod change;
mod check;
mod diff;
mod explain;
mod fmt;
mod help;
mod init;
mod links;
mod new;
mod next_change;
mod rename;
mod schema;
mod serve;
mod session;
mod sheets;
mod shown;
mod status;
mod translations;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::edge::{terminal, threads};
use arguments::{Arguments, Command};
use session::Session;

/// What a command ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// No errors.
    Fine,
    /// Errors were found.
    Errors,
    /// The command cannot be done as it was given.
    Usage,
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and the version are answers of this kind, too.
        Err(answer) => {
            if let Some(outcome) = usage::tell(&answer) {
                return outcome.into();
            }
            let answer = match answer.kind() {
                ErrorKind::DisplayVersion => answer,
                _ => help::command(&Session::new(&usage::global()).messages).try_get_matches().err().unwrap_or(answer),
            };
            let printed = match answer.print() {
                Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Outcome::Errors,
                _ if answer.use_stderr() => Outcome::Usage,
                _ => Outcome::Fine,
            };
            return printed.into();
        }
    };
    threads::prepare();
    let mut session = Session::new(&arguments.global);
    if let Err(outcome) = change::settle(&session) {
        return outcome.into();
    }
    let Some(command) = &arguments.command else { return serve::run_alone(&mut session).into() };
    let outcome = match command {
        Command::Serve(options) => serve::run(&mut session, options),
        Command::Build(options) => build::run(&mut session, options),
        Command::Check(options) => check::run(&mut session, options),
        Command::Fmt(options) => fmt::run(&mut session, options),
        Command::Status(options) => status::run(&mut session, options),
        Command::Accept(options) => accept::run(&mut session, options),
        Command::Verify(options) => verify::run(&mut session, options),
        Command::Diff(options) => diff::run(&mut session, options),
        Command::NextChange(options) => next_change::run(&mut session, options),
        Command::Links => links::run(&mut session),
        Command::New(options) => new::run(&session, options),
        Command::Export(options) => sheets::run_export(&session, options),
        Command::Import(options) => sheets::run_import(&session, options),
        Command::Rename(options) => rename::run(&session, options),
        Command::Retire(options) => rename::run_retire(&session, options),
        Command::Merge(options) => rename::run_merge(&session, options),
        Command::Explain(options) => explain::run(&mut session, options),
        Command::Schema(options) => schema::run(&mut session, options),
        Command::Init(options) => init::run(&mut session, options),
    };
    // A report that nobody can read is no success.
    if outcome == Outcome::Fine && terminal::was_lost() { Outcome::Errors.into() } else { outcome.into() }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Errors => 1,
            Outcome::Usage => 2,
        })
    }
}
