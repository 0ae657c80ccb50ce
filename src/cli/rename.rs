//! `annai rename FROM TO`, `annai merge FROM INTO` and `annai retire RECORD`: the files of a record and all that names it, in one step.

use super::Outcome;
use super::arguments::{MergeOptions, RenameOptions, RetireOptions};
use super::change::{self, Before};
use super::session::Session;
use crate::base::Arg;
use crate::edge::clock;
use crate::edit::changes::Changes;
use crate::edit::rename::Refusal;
use crate::edit::{merge, rename, retire};

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

/// Runs `retire`.
pub fn run_retire(session: &Session<'_>, options: &RetireOptions) -> Outcome {
    let since = options.since.as_ref().map(|text| clock::day_or_part(text).ok_or(text));
    if let Some(Err(text)) = &since {
        let day = clock::first_day(text).map_or_else(|| "2027-04-01".to_owned(), |day| day.to_string());
        return session.refuse("retire-bad-date", None, &[("found", Arg::from(text.as_str())), ("day", Arg::from(day))]);
    }
    make(session, options.dry_run, |before| {
        let site = &before.compiled.site;
        let today = || site.as_of.to_zoned(site.file.zone.0.clone()).date().to_string();
        let since = since.and_then(Result::ok).unwrap_or_else(today);
        retire::retire(site, before.cache.parsed(), &options.record, &since, options.by.as_deref())
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
