//! `annai next-change`: when the site will say something else without an edit, so that a daily job builds just when it must.

use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use serde_json::json;

use super::Outcome;
use super::arguments::{CheckOptions, Format, NextChangeOptions};
use super::session::Session;
use crate::base::Arg;
use crate::changes::next::{self, Changes, What};
use crate::compile::{Cache, compile};
use crate::edge::publish::next_change_of;
use crate::edge::{read, terminal};
use crate::site::Site;

/// Instants that are told, unless all are wanted.
const TOLD: usize = 10;

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &NextChangeOptions) -> Outcome {
    if let Some(manifest) = &options.since {
        return since(session, manifest, options.as_of.as_deref());
    }
    let check = CheckOptions { base_url: None, as_of: options.as_of.clone(), strict: false };
    let (as_of, link_options) = match session.options(&check) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let compiled = compile(&sources, &link_options, &mut Cache::default());
    let site = &compiled.site;
    let all = next::changes(site);
    let mut out = terminal::stdout();
    let told = if options.all { all.len() } else { TOLD };
    for (at, changes) in all.iter().take(told) {
        let _ = match session.global.format {
            Format::Json => writeln!(out, "{}", line(site, *at, changes)),
            _ => print(session, site, *at, changes, &mut out),
        };
    }
    drop(out);
    let left = all.len().saturating_sub(told);
    match all.len() {
        0 => session.say("next-none", &[]),
        _ if left > 0 => session.say("next-more", &[("count", Arg::from(left))]),
        _ => {}
    }
    Outcome::Fine
}

/// Is the instant past at which a published site had to be built again?
fn since(session: &Session<'_>, manifest: &Path, as_of: Option<&str>) -> Outcome {
    let as_of = match session.as_of(as_of, &session.global.root) {
        Ok(as_of) => as_of,
        Err(outcome) => return outcome,
    };
    match next_change_of(manifest) {
        Err(error) => session.refuse(error.message(), Some(error.help()), &error.args()),
        Ok(Some(at)) if at <= as_of => {
            session.say("next-past", &[("at", Arg::from(at.to_string()))]);
            Outcome::Errors
        }
        Ok(Some(at)) => {
            session.say("next-not-yet", &[("at", Arg::from(at.to_string()))]);
            Outcome::Fine
        }
        Ok(None) => {
            session.say("next-none", &[]);
            Outcome::Fine
        }
    }
}

/// An instant as an object.
fn line(site: &Site, at: Timestamp, changes: &Changes) -> serde_json::Value {
    let all = changes.iter().map(|(id, what)| {
        let (old, new) = match what {
            What::State(old, new) => (Some(old.as_str()), Some(new.as_str())),
            _ => (None, None),
        };
        json!({ "record": site.entry(*id).record.identity.to_string(), "what": what.name(), "old": old, "new": new })
    });
    json!({ "at": at.to_string(), "changes": all.collect::<Vec<_>>(), "pages": next::pages(site, changes) })
}

fn print(session: &Session<'_>, site: &Site, at: Timestamp, changes: &Changes, out: &mut dyn Write) -> io::Result<()> {
    let zone = &site.file.zone.0;
    writeln!(out, "{} ({})", at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S %:z"), at)?;
    for (id, what) in changes {
        let state = |state: crate::site::recruitment::State| Arg::from(session.messages.text(state.message()));
        let (old, new) = match what {
            What::State(old, new) => (state(*old), state(*new)),
            _ => (Arg::from(""), Arg::from("")),
        };
        let args = [("record", Arg::from(site.entry(*id).record.identity.to_string())), ("old", old), ("new", new)];
        writeln!(out, "  {}", session.messages.format(&format!("next-{}", what.name()), &args))?;
    }
    next::pages(site, changes).iter().try_for_each(|page| writeln!(out, "    {page}"))
}
