//! `annai explain CODE`: the page of a rule.

use std::io::Write;

use super::Outcome;
use super::arguments::ExplainOptions;
use super::session::Session;
use crate::base::Arg;
use crate::base::nearest::nearest;
use crate::check::catalogue;
use crate::edge::terminal;

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &ExplainOptions) -> Outcome {
    let mut out = terminal::stdout();
    let Some(code) = &options.code else {
        for rule in catalogue::RULES {
            let what = session.messages.text(&format!("rule-{}", rule.code));
            let _ = writeln!(out, "{:<24} {what}", rule.code);
        }
        return Outcome::Fine;
    };
    if let Some(page) = catalogue::explain(code, |id| session.messages.text(id)) {
        let _ = writeln!(out, "{}", page.trim_end());
        return Outcome::Fine;
    }
    let given = [("code", Arg::from(code.as_str()))];
    match nearest(code, catalogue::codes()) {
        Some(near) => {
            session.refuse("explain-unknown", Some("explain-nearest"), &[given[0].clone(), ("nearest", Arg::from(near))])
        }
        None => {
            let known = catalogue::codes().collect::<Vec<_>>().join(", ");
            session.refuse("explain-unknown", Some("explain-known"), &[given[0].clone(), ("known", Arg::from(known))])
        }
    }
}
