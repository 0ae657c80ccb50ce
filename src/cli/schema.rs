//! `annai schema`: what may stand in each file, for editors' programs; `--reference`: for people.

use std::io::Write;

use super::Outcome;
use super::arguments::{CheckOptions, SchemaOptions};
use super::session::Session;
use crate::base::Arg;
use crate::compile::{Cache, compile};
use crate::edge::{create, read, terminal};
use crate::outputs::{reference, schema};

/// The folder of the schemas, below the site's.
pub const DEFAULT_FOLDER: &str = ".annai/schema";

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &SchemaOptions) -> Outcome {
    if options.reference {
        // A reader that went away is no problem.
        let _ = terminal::stdout().write_all(reference::reference(&session.messages).as_bytes());
        return Outcome::Fine;
    }
    let (as_of, link_options) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let compiled = compile(&sources, &link_options, &mut Cache::default());
    let folder = options.out.clone().unwrap_or_else(|| session.global.root.join(DEFAULT_FOLDER));
    let files = schema::files(&compiled.site, &session.messages);
    if let Err(create::Unwritten { path, reason }) = create::files(&session.global.root, &folder, &files) {
        let args = [("path", Arg::from(path.display().to_string())), ("reason", Arg::from(reason))];
        return session.refuse("init-failed", None, &args);
    }
    session.say("schema-done", &[("count", Arg::from(files.len())), ("folder", Arg::from(folder.display().to_string()))]);
    Outcome::Fine
}
