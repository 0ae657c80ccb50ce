//! What commands share that change several files of a site: what would happen is shown, then it is done, whole or not at all.

use std::io::Write;

use super::Outcome;
use super::arguments::CheckOptions;
use super::session::Session;
use crate::base::{Arg, Diagnostic, Severity};
use crate::compile::{Cache, Compiled, compile};
use crate::edge::apply::{self, Settled};
use crate::edge::{read, terminal};
use crate::edit::changes::{Change, Changes};
use crate::edit::difference::{self, Line};
use crate::edit::rename::Refusal;
use crate::model::reference::Identity;
use crate::site::link::Options;

/// The site as it is, and what is needed to change it.
pub struct Before {
    /// With drafts: they are named by other records, too.
    pub options: Options,
    /// The site.
    pub compiled: Compiled,
    /// Its files as they were read.
    pub cache: Cache,
}

impl Before {
    /// Reads the site.
    pub fn read(session: &Session<'_>) -> Result<Self, Outcome> {
        let (as_of, options) = session.options(&CheckOptions { base_url: None, as_of: None, strict: false })?;
        let root = &session.global.root;
        if !read::is_folder(&root.join("content")) {
            let folder = Arg::from(root.display().to_string());
            return Err(session.refuse("no-site", Some("no-site-help"), &[("folder", folder)]));
        }
        let (sources, _) = read::read(root, as_of);
        let options = Options { drafts: true, ..options };
        let mut cache = Cache::default();
        let compiled = compile(&sources, &options, &mut cache);
        Ok(Self { options, compiled, cache })
    }
}

/// Shows the changes, and makes them unless the run is dry or the site would have errors that it has not now.
pub fn make(session: &Session<'_>, before: &Before, changes: Changes, is_dry: bool) -> Outcome {
    do_if(session, before, changes, (is_dry, is_dry), |_| true)
}

/// The same, each line shown, if it is wanted then.
pub fn make_if(
    session: &Session<'_>,
    before: &Before,
    changes: Changes,
    is_dry: bool,
    is_wanted: impl FnOnce(&Session<'_>) -> bool,
) -> Outcome {
    do_if(session, before, changes, (is_dry, true), is_wanted)
}

fn do_if(
    session: &Session<'_>,
    before: &Before,
    changes: Changes,
    (is_dry, with_lines): (bool, bool),
    is_wanted: impl FnOnce(&Session<'_>) -> bool,
) -> Outcome {
    let (changes, after) = changes.completed(&before.compiled, &before.options);
    let new = new_errors(&before.compiled, &after);
    if !new.is_empty() {
        session.report(&new, after.sources());
        session.refuse("change-errors", Some("change-errors-help"), &[("count", Arg::from(new.len()))]);
        return Outcome::Errors;
    }
    show(session, before, &changes, with_lines);
    let count = [("count", Arg::from(changes.files.len()))];
    if is_dry {
        session.say("change-dry", &count);
        return Outcome::Fine;
    }
    if !is_wanted(session) {
        return Outcome::Usage;
    }
    write(session, &changes).map_or_else(
        |outcome| outcome,
        |()| {
            session.say("change-done", &count);
            Outcome::Fine
        },
    )
}

/// Makes the changes.
pub fn write(session: &Session<'_>, changes: &Changes) -> Result<(), Outcome> {
    apply::apply(&session.global.root, changes).map_err(|problem| {
        let args = [("path", Arg::from(problem.path)), ("reason", Arg::from(problem.reason))];
        session.refuse("change-failed", None, &args);
        Outcome::Errors
    })
}

/// What a killed run has left half done is done before anything else.
pub fn settle(session: &Session<'_>) -> Result<(), Outcome> {
    let (message, count) = match apply::settle(&session.global.root) {
        Ok(Settled::Nothing) => return Ok(()),
        Ok(Settled::Completed(count)) => ("change-completed", count),
        Ok(Settled::TakenBack(count)) => ("change-taken-back", count),
        Err(problem) => {
            let args = [("path", Arg::from(problem.path)), ("reason", Arg::from(problem.reason))];
            session.refuse("change-unsettled", Some("change-unsettled-help"), &args);
            return Err(Outcome::Errors);
        }
    };
    session.say(message, &[("count", Arg::from(count))]);
    Ok(())
}

/// Errors that the site would have and has not now, wherever they stand and whatever names they show.
pub fn new_errors(before: &Compiled, after: &Compiled) -> Vec<Diagnostic> {
    let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
    let mut known: Vec<&Diagnostic> = before.findings.iter().filter(is_error).collect();
    let (mut new, mut unlike) = (Vec::new(), Vec::new());
    for finding in after.findings.iter().filter(is_error) {
        match known.iter().position(|old| old.code == finding.code && old.args == finding.args) {
            Some(at) => drop(known.swap_remove(at)),
            None => unlike.push(finding),
        }
    }
    for finding in unlike {
        match known.iter().position(|old| old.code == finding.code && old.message == finding.message) {
            Some(at) => drop(known.swap_remove(at)),
            None => new.push(finding.clone()),
        }
    }
    new
}

/// Every file, and its lines that are gone and those that are new. What Annai keeps for itself is named and not shown.
pub fn show(session: &Session<'_>, before: &Before, changes: &Changes, with_lines: bool) {
    if session.global.quiet {
        return;
    }
    let mut out = terminal::stdout();
    for (path, change) in &changes.files {
        let text = |path: &str| before.compiled.sources().text(path).unwrap_or_default();
        let (message, old, new) = match change {
            Change::Removed if changes.moved.get(path).is_some_and(Option::is_some) => continue,
            Change::Removed => ("change-removed", "", ""),
            Change::Written { text: new, like: Some(like) } if changes.moved.contains_key(like) => {
                ("change-moved", text(like), new.as_str())
            }
            Change::Written { text: new, .. } if before.compiled.sources().text(path).is_some() => {
                ("change-written", text(path), new.as_str())
            }
            Change::Written { text: new, .. } => ("change-new", "", new.as_str()),
        };
        let from = match change {
            Change::Written { like: Some(like), .. } => like.to_string(),
            _ => String::new(),
        };
        let args = [("path", Arg::from(&**path)), ("from", Arg::from(from))];
        let _ = writeln!(out, "{}", session.messages.format(message, &args));
        if !with_lines || path.ends_with(".lock") || path.ends_with(".baseline") {
            continue;
        }
        for line in difference::lines(old, new) {
            let _ = match line {
                Line::Gone(number, text) => writeln!(out, "  {number:>4} - {text}"),
                Line::New(number, text) => writeln!(out, "  {number:>4} + {text}"),
            };
        }
    }
}

/// Says why a record cannot be found, or cannot be given a name.
pub fn refuse(session: &Session<'_>, why: &Refusal) -> Outcome {
    let list = |all: &[Identity]| all.iter().map(Identity::to_string).collect::<Vec<_>>().join(", ");
    let text = |text: &str| Arg::from(text);
    let (message, help, args) = match why {
        Refusal::Unknown(name, near) => {
            let help = near.as_ref().map(|_| "change-unknown-help");
            ("change-unknown", help, vec![("name", text(name)), ("nearest", text(near.as_deref().unwrap_or_default()))])
        }
        Refusal::Ambiguous(name, all) => ("change-ambiguous", None, vec![("name", text(name)), ("known", Arg::from(list(all)))]),
        Refusal::Broken(identity) => ("change-broken", None, vec![("name", Arg::from(identity.to_string()))]),
        Refusal::BadName(name, near) => {
            let help = if near.is_some() { "change-bad-name-nearest" } else { "change-bad-name-help" };
            let args = vec![("name", text(name)), ("nearest", text(near.as_deref().unwrap_or_default()))];
            ("change-bad-name", Some(help), args)
        }
        Refusal::Taken(identity) => ("change-taken", Some("change-taken-help"), vec![("name", Arg::from(identity.to_string()))]),
        Refusal::OtherKind(identity, kind) => {
            ("change-other-kind", None, vec![("name", Arg::from(identity.to_string())), ("kind", text(kind.as_str()))])
        }
        Refusal::Retired(identity) => ("change-retired", None, vec![("name", Arg::from(identity.to_string()))]),
        Refusal::Followed(identity, by) => {
            ("change-followed", Some("change-followed-help"), vec![("name", Arg::from(identity.to_string())), ("by", text(by))])
        }
        Refusal::Same(identity) => ("change-same", None, vec![("name", Arg::from(identity.to_string()))]),
    };
    session.refuse(message, help, &args)
}
