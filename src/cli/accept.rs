//! `annai accept`: records that translations and facts are up to date.

use std::collections::BTreeSet;

use super::Outcome;
use super::arguments::{AcceptOptions, CheckOptions};
use super::session::Session;
use crate::base::Arg;
use crate::base::nearest::nearest;
use crate::check::lock::{self, pairs};
use crate::compile::{Cache, compile};
use crate::edge::{create, read};

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &AcceptOptions) -> Outcome {
    let (as_of, link_options) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let compiled = compile(&sources, &link_options, &mut Cache::default());
    let pairs = pairs(&compiled.site);
    let known: BTreeSet<String> = pairs.iter().map(|pair| pair.path.clone()).collect();
    let mut wanted = BTreeSet::new();
    for path in &options.paths {
        // As typed in the site's folder, or as completed by a shell above it.
        let found = known.iter().find(|known| *known == path || path.ends_with(&format!("/{known}")));
        let Some(found) = found else {
            let args = [
                ("path", Arg::from(path.as_str())),
                ("nearest", Arg::from(nearest(path, known.iter().map(String::as_str)).unwrap_or_default())),
            ];
            return session.refuse("accept-unknown", Some("accept-unknown-help"), &args);
        };
        wanted.insert(found.clone());
    }
    let mut lock = compiled.lock().clone();
    let wanted = if options.all { known } else { wanted };
    if options.all {
        lock = lock::Lock::default();
    }
    lock.accept(&pairs, &wanted);
    let path = session.global.root.join(lock::PATH);
    if let Err(reason) = create::replace(&session.global.root, lock::PATH, &lock.to_text()) {
        let args = [("path", Arg::from(path.display().to_string())), ("reason", Arg::from(reason))];
        return session.refuse("init-failed", None, &args);
    }
    session.say("accept-done", &[("count", Arg::from(wanted.len()))]);
    Outcome::Fine
}
