//! `annai check`: reads and checks everything, renders what could go wrong, writes nothing.

use std::mem::ManuallyDrop;

use super::Outcome;
use super::arguments::CheckOptions;
use super::session::{Session, seconds};
use crate::base::{Arg, Diagnostic, diagnostic};
use crate::compile::{Cache, compile};
use crate::edge::{read, report, terminal};

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &CheckOptions) -> Outcome {
    let start = terminal::stopwatch();
    let (as_of, link_options) = match session.options(options) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, mut found) = read::read(&session.global.root, as_of);
    // As in a build: the process ends with the command.
    let sources = ManuallyDrop::new(sources);
    let compiled = ManuallyDrop::new(compile(&sources, &link_options, &mut Cache::default()));
    let mut findings = compiled.check();
    findings.append(&mut found);
    findings.extend(compiled.mistakes_in_pages());
    diagnostic::sort(&mut findings);
    session.report_as_result(&findings, &sources);
    conclude(session, &findings, options.strict);
    session.state("check-done", &[("records", Arg::from(compiled.site.entries.len())), ("seconds", seconds(start.elapsed()))]);
    if Session::blocks(&findings, options.strict) { Outcome::Errors } else { Outcome::Fine }
}

/// Says how many findings there were.
fn conclude(session: &Session<'_>, findings: &[Diagnostic], strict: bool) {
    if findings.is_empty() {
        session.state("check-clean", &[]);
        return;
    }
    session.state("check-findings", &[("summary", Arg::from(report::summary(findings, &session.messages)))]);
    if strict && Session::blocks(findings, true) && !Session::blocks(findings, false) {
        session.state("build-strict", &[]);
    }
}
