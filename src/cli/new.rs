//! `annai new KIND NAME`: a new record, from another one or as next year's.

use super::Outcome;
use super::arguments::NewOptions;
use super::change::{self, Before};
use super::session::Session;
use crate::base::Arg;
use crate::base::nearest::nearest;
use crate::edit::{fresh, next};
use crate::model::reference::Kind;

/// Runs the command.
pub fn run(session: &Session<'_>, options: &NewOptions) -> Outcome {
    let kind = match kind_of(session, &options.kind) {
        Ok(kind) => kind,
        Err(outcome) => return outcome,
    };
    let before = match Before::read(session) {
        Ok(before) => before,
        Err(outcome) => return outcome,
    };
    let (site, parsed) = (&before.compiled.site, before.cache.parsed());
    let is_japanese = session.messages.language().as_str().starts_with("ja");
    let changes = match (&options.after, &options.from) {
        (Some(old), _) if kind == Kind::Schedule => next::next(site, parsed, old, &options.name, is_japanese),
        (Some(_), _) => return session.refuse("new-after-schedule", None, &[("kind", Arg::from(kind.as_str()))]),
        (None, Some(from)) => fresh::copy(site, parsed, kind, from, &options.name),
        (None, None) => fresh::blank(site, &session.messages, kind, &options.name),
    };
    match changes {
        Ok(changes) => {
            let outcome = change::make(session, &before, changes, options.dry_run);
            if outcome == Outcome::Fine && !options.dry_run {
                session.say(if options.after.is_some() { "new-after" } else { "new-draft" }, &[]);
            }
            outcome
        }
        Err(why) => change::refuse(session, &why),
    }
}

/// The kind of that name, or of that folder.
pub fn kind_of(session: &Session<'_>, name: &str) -> Result<Kind, Outcome> {
    Kind::from_name(name).or_else(|| Kind::from_folder(name)).ok_or_else(|| {
        let known = Kind::ALL.map(Kind::as_str);
        let near = nearest(name, known).unwrap_or_default();
        let args = [("found", Arg::from(name)), ("known", Arg::from(known.join(", "))), ("nearest", Arg::from(near))];
        session.refuse("new-unknown-kind", Some(if near.is_empty() { "new-kinds" } else { "new-nearest-kind" }), &args)
    })
}
