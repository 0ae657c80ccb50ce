//! `annai status`: what is missing in a language, what is older than its source, which facts changed.

use std::io::Write;

use super::Outcome;
use super::arguments::{CheckOptions, Format, StatusOptions};
use super::session::Session;
use crate::base::Arg;
use crate::check::lock::{Pair, State, pairs};
use crate::compile::{Cache, compile};
use crate::edge::{read, terminal};

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &StatusOptions) -> Outcome {
    let (as_of, link_options) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let compiled = compile(&sources, &link_options, &mut Cache::default());
    let lock = compiled.lock();
    let pairs = pairs(&compiled.site);
    let mut stale = 0;
    let mut required = 0;
    let mut out = terminal::stdout();
    for pair in &pairs {
        let (state, old) = match lock.state(pair) {
            State::Current => continue,
            State::New if lock.is_empty() || pair.language == "facts" => continue,
            State::New => ("new", None),
            State::Missing => ("missing", None),
            State::Outdated(old) => ("outdated", Some(old)),
        };
        if state != "new" {
            stale += 1;
            required += usize::from(options.require.iter().any(|rule| applies(rule, pair)));
        }
        let _ = print(session, &mut out, pair, state, old);
    }
    session.say("status-done", &[("count", Arg::from(stale)), ("all", Arg::from(pairs.len()))]);
    if required > 0 {
        session.say("status-required", &[("count", Arg::from(required))]);
        return Outcome::Errors;
    }
    match options.max_stale {
        Some(most) if stale > most => {
            session.say("status-too-many", &[("count", Arg::from(stale)), ("most", Arg::from(most))]);
            Outcome::Errors
        }
        _ => Outcome::Fine,
    }
}

/// Is the pair one of those that a rule such as `en:fee,schedule` asks for?
fn applies(rule: &str, pair: &Pair) -> bool {
    let (tag, kinds) = rule.split_once(':').unwrap_or((rule, ""));
    let folder = pair.path.strip_prefix("content/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let kind = crate::model::reference::Kind::from_folder(folder);
    tag == pair.language && (kinds.is_empty() || kind.is_some_and(|kind| kinds.split(',').any(|name| name == kind.as_str())))
}

fn print(session: &Session<'_>, out: &mut dyn Write, pair: &Pair, state: &str, old: Option<&str>) -> std::io::Result<()> {
    if session.global.format == Format::Json {
        let line = serde_json::json!({
            "path": pair.path, "key": pair.key, "language": pair.language, "state": state,
            "source_old": old, "source": pair.source, "translation": pair.translation,
        });
        return writeln!(out, "{line}");
    }
    let words = session.messages.text(&format!("status-{state}"));
    writeln!(out, "{} {} [{}] {words}", pair.path, pair.key, pair.language)?;
    if session.global.format == Format::Human {
        for (label, text) in
            [("status-old", old), ("status-source", Some(&*pair.source)), ("status-translation", pair.translation.as_deref())]
        {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                writeln!(out, "  {} {}", session.messages.text(label), text.trim_end().replace('\n', "\n    "))?;
            }
        }
    }
    Ok(())
}
