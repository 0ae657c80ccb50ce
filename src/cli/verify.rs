//! `annai verify DIR`: is a published folder what its manifest says?

use std::io::Write;

use serde_json::json;

use super::Outcome;
use super::arguments::{Format, VerifyOptions};
use super::session::Session;
use crate::base::Arg;
use crate::edge::publish::verify;
use crate::edge::terminal;

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &VerifyOptions) -> Outcome {
    let folder = ("folder", Arg::from(options.dir.display().to_string()));
    let found = match verify(&options.dir) {
        Ok(found) => found,
        Err(error) => {
            session.refuse(error.message(), Some(error.help()), &error.args());
            return Outcome::Errors;
        }
    };
    let mut out = terminal::stdout();
    for (path, difference) in &found.differences {
        let _ = match session.global.format {
            Format::Json => writeln!(out, "{}", json!({ "path": path, "state": difference.name() })),
            _ => {
                let word = session.messages.text(&format!("verify-{}", difference.name()));
                writeln!(out, "{word}: {}", path.escape_debug())
            }
        };
    }
    drop(out);
    let args = [folder, ("files", Arg::from(found.files)), ("count", Arg::from(found.differences.len()))];
    session.say(if found.differences.is_empty() { "verify-good" } else { "verify-done" }, &args);
    if found.differences.is_empty() { Outcome::Fine } else { Outcome::Errors }
}
