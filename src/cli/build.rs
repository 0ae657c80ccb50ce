//! `annai build`: compiles the site, renders every route in parallel, and publishes all of it or nothing.

use std::mem::ManuallyDrop;

use rayon::prelude::*;

use super::Outcome;
use super::arguments::{BuildOptions, Format};
use super::session::{Session, seconds};
use crate::base::{Arg, Diagnostic, Severity, diagnostic};
use crate::changes::{inputs, next};
use crate::compile::{Cache, Compiled, compile};
use crate::edge::publish::{Gate, PublishError, Publisher, Summary, Target};
use crate::edge::{read, report, stop, terminal};
use crate::site::routes::file_of;

/// Where a build goes when it is not told.
pub const DEFAULT_OUTPUT: &str = "public";

/// Warnings that a build shows; a pipeline's log is read by people too.
const MOST_WARNINGS: usize = 100;

/// Files that somebody changed that are named; of the others it is said how many there are.
const MOST_NAMED: usize = 20;

/// Why a route was not published.
enum Failure {
    Page(Box<Diagnostic>),
    Publish(PublishError),
}

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &BuildOptions) -> Outcome {
    let start = terminal::stopwatch();
    let (as_of, link_options) = match session.options(&options.check) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let out = options.out.clone().unwrap_or_else(|| session.global.root.join(DEFAULT_OUTPUT));
    let ((sources, mut found), ()) = rayon::join(|| read::read(&session.global.root, as_of), || session.read_built_in());
    // The process ends with the command, and its memory goes at once: giving a site back part by part takes a while.
    let sources = ManuallyDrop::new(sources);
    let mut cache = ManuallyDrop::new(Cache::default());
    let compiled = ManuallyDrop::new(compile(&sources, &link_options, &mut cache));
    let mut findings = ManuallyDrop::new(compiled.check());
    findings.append(&mut found);
    let mut target = Target::new(&session.global.root, &out);
    target.named = options.out.is_some();
    target.home = terminal::home();
    target.adopt = options.adopt;
    target.next_change = next::next(&compiled.site);
    target.built_from = inputs::built_from(&compiled.site, &sources, read::sum);

    let mut published = None;
    if !Session::blocks(&findings, options.check.strict) {
        match publish(&compiled, &target) {
            Ok(summary) => published = Some(summary),
            Err(failures) => {
                for failure in failures {
                    match failure {
                        Failure::Page(finding) => findings.push(*finding),
                        Failure::Publish(error) => {
                            diagnostic::sort(&mut findings);
                            session.report(&findings, &sources);
                            session.refuse(error.message(), Some(error.help()), &error.args());
                            return Outcome::Errors;
                        }
                    }
                }
            }
        }
    }
    diagnostic::sort(&mut findings);
    session.report(&shown(session, &findings), &sources);
    if !findings.is_empty() {
        session.say("check-findings", &[("summary", Arg::from(report::summary(&findings, &session.messages)))]);
    }
    let folder = ("folder", Arg::from(out.display().to_string()));
    let Some(summary) = published else {
        if !Session::blocks(&findings, false) {
            session.say("build-strict", &[]);
        }
        session.say("build-nothing-published", &[folder]);
        return Outcome::Errors;
    };
    if let Some(leftover) = &summary.leftover {
        session.refuse(leftover.message(), Some(leftover.help()), &leftover.args());
    }
    say_changed(session, "build-mended", &summary.mended);
    say_changed(session, "build-kept", &summary.kept);
    let pages = compiled.site.routes.values().filter(|route| route.is_page()).count();
    let changed = summary.written + summary.removed + summary.mended.len() > 0;
    let args = [
        ("pages", Arg::from(pages)),
        ("files", Arg::from(summary.written + summary.unchanged)),
        folder,
        ("seconds", seconds(start.elapsed())),
    ];
    session.say(if changed { "build-done" } else { "build-unchanged" }, &args);
    Outcome::Fine
}

/// What a build shows people: every error, the first warnings, no remarks; `check` shows all. Machines are given everything.
fn shown(session: &Session<'_>, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    if !matches!(session.global.format, Format::Human | Format::Short) {
        return findings.to_vec();
    }
    let is = |severity: Severity| move |finding: &&Diagnostic| finding.severity == severity;
    let errors = findings.iter().filter(is(Severity::Error));
    let warnings = findings.iter().filter(is(Severity::Warning));
    let left_out = warnings.clone().count().saturating_sub(MOST_WARNINGS);
    if left_out > 0 {
        session.say("build-more-warnings", &[("count", Arg::from(left_out))]);
    }
    let mut shown: Vec<Diagnostic> = errors.chain(warnings.take(MOST_WARNINGS)).cloned().collect();
    diagnostic::sort(&mut shown);
    shown
}

/// Names files of the output that somebody had changed, whatever the run is to be silent about.
fn say_changed(session: &Session<'_>, message: &str, paths: &[String]) {
    if paths.is_empty() {
        return;
    }
    let mut named: Vec<&str> = paths.iter().take(MOST_NAMED).map(String::as_str).collect();
    if paths.len() > MOST_NAMED {
        named.push("…");
    }
    let args = [("count", Arg::from(paths.len())), ("files", Arg::from(format!("\n  {}", named.join("\n  "))))];
    session.refuse(message, None, &args);
}

/// Renders and writes every route; the site is exchanged only when all of them succeeded.
fn publish(compiled: &Compiled, target: &Target) -> Result<Summary, Vec<Failure>> {
    let gate = Gate::default();
    stop::before_end({
        let gate = gate.clone();
        move || gate.stop()
    });
    let publisher = Publisher::open(target, &gate).map_err(|error| vec![Failure::Publish(error)])?;
    if let Some(summary) = publisher.stands() {
        return Ok(summary);
    }
    let progress = terminal::Progress::new(compiled.site.routes.len());
    let failures: Vec<Failure> = compiled.render_all(|address, result| {
        progress.step();
        let bytes = match result {
            Ok(bytes) => bytes,
            Err(finding) => return Some(Failure::Page(Box::new(finding))),
        };
        publisher.write(&file_of(address), &bytes).err().map(Failure::Publish)
    });
    // Together with the pages, or not at all.
    let stored = compiled.site.routes.iter().filter_map(|(address, route)| Some((address, compiled.stored(route)?)));
    let stored: Vec<_> = stored.collect();
    let stored: Vec<Failure> = stored
        .into_par_iter()
        .filter_map(|(address, stored)| publisher.copy(&file_of(address), &stored.path).err().map(Failure::Publish))
        .collect();
    let failures: Vec<Failure> = failures.into_iter().chain(stored).collect();
    progress.finish();
    if !failures.is_empty() {
        return Err(failures);
    }
    publisher.commit().map_err(|error| vec![Failure::Publish(error)])
}
