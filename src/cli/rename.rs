//! `annai rename FROM TO` and `annai merge FROM INTO`: the files of a record and all that names it, in one step.

use super::Outcome;
use super::arguments::{MergeOptions, RenameOptions};
use super::change::{self, Before};
use super::session::Session;
use crate::edit::changes::Changes;
use crate::edit::rename::Refusal;
use crate::edit::{merge, rename};

/// Runs `rename`.
pub fn run(session: &Session<'_>, options: &RenameOptions) -> Outcome {
    make(session, options.dry_run, |before| {
        rename::rename(&before.compiled.site, before.cache.parsed(), &options.from, &options.to)
    })
}

/// Runs `merge`.
pub fn run_merge(session: &Session<'_>, options: &MergeOptions) -> Outcome {
    make(session, options.dry_run, |before| {
        merge::merge(&before.compiled.site, before.cache.parsed(), &options.from, &options.into)
    })
}

fn make(session: &Session<'_>, is_dry: bool, changes: impl FnOnce(&Before) -> Result<Changes, Refusal>) -> Outcome {
    let before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    match changes(&before) {
        Ok(changes) => change::make(session, &before, changes, is_dry),
        Err(why) => change::refuse(session, &why),
    }
}
