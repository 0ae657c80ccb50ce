//! `annai status`: what is missing in a language, what is older than its source, which facts changed.

use std::io::Write;

use super::Outcome;
use super::arguments::{CheckOptions, Format, StatusOptions};
use super::session::Session;
use crate::base::Arg;
use crate::check::baseline::{self, Baseline};
use crate::check::lock::{Pair, State, pairs};
use crate::compile::{Cache, compile};
use crate::edge::{create, read, terminal};

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &StatusOptions) -> Outcome {
    let (as_of, link_options) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let compiled = compile(&sources, &link_options, &mut Cache::default());
    let lock = compiled.lock();
    let baseline = sources.text(baseline::PATH).map(Baseline::parse);
    let pairs = pairs(&compiled.site);
    let gaps: Vec<&Pair> = pairs.iter().filter(|pair| baseline::is_gap(lock, pair) && !pair.is_of_facts()).collect();
    if options.baseline {
        return keep(session, baseline.as_ref(), &gaps);
    }
    let (mut stale, mut required, mut known) = (0, 0, 0);
    let mut out = terminal::stdout();
    for pair in &pairs {
        let (state, old) = match lock.state(pair) {
            State::Current => continue,
            State::New if lock.is_empty() || pair.is_of_facts() => continue,
            State::New => ("new", None),
            State::Missing => ("missing", None),
            State::Outdated(old) => ("outdated", Some(old)),
        };
        let is_known = baseline.as_ref().is_some_and(|baseline| baseline.knows(pair));
        known += usize::from(is_known);
        if state != "new" && !is_known {
            stale += 1;
            required += usize::from(options.require.iter().any(|rule| applies(rule, pair)));
        }
        let _ = print(session, &mut out, pair, (state, is_known), old);
    }
    session.say("status-done", &[("count", Arg::from(stale)), ("all", Arg::from(pairs.len())), ("known", Arg::from(known))]);
    let has_gate = options.max_stale.is_some() || !options.require.is_empty();
    let mended = baseline.as_ref().map_or(0, |baseline| baseline.mended(&gaps));
    let mut outcome = Outcome::Fine;
    if has_gate && mended > 0 {
        session.say("status-mended", &[("count", Arg::from(mended)), ("path", Arg::from(baseline::PATH))]);
        outcome = Outcome::Errors;
    }
    if required > 0 {
        session.say("status-required", &[("count", Arg::from(required))]);
        outcome = Outcome::Errors;
    }
    if let Some(most) = options.max_stale.filter(|most| stale > *most) {
        session.say("status-too-many", &[("count", Arg::from(stale)), ("most", Arg::from(most))]);
        outcome = Outcome::Errors;
    }
    outcome
}

/// Writes the baseline: all gaps when there is none yet, else those that it knew and that are still there.
fn keep(session: &Session<'_>, baseline: Option<&Baseline>, gaps: &[&Pair]) -> Outcome {
    let kept = baseline.map_or_else(|| Baseline::of(gaps), |baseline| baseline.shrunk(gaps));
    let text = kept.to_text();
    let path = session.global.root.join(baseline::PATH);
    if let Err(reason) = create::replace(&session.global.root, baseline::PATH, &text) {
        let args = [("path", Arg::from(path.display().to_string())), ("reason", Arg::from(reason))];
        return session.refuse("init-failed", None, &args);
    }
    session.say("status-baseline", &[("count", Arg::from(text.lines().count())), ("path", Arg::from(baseline::PATH))]);
    Outcome::Fine
}

/// Is the pair one of those that a rule such as `en:fee,schedule` asks for?
fn applies(rule: &str, pair: &Pair) -> bool {
    let (tag, kinds) = rule.split_once(':').unwrap_or((rule, ""));
    let folder = pair.path.strip_prefix("content/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let kind = crate::model::reference::Kind::from_folder(folder);
    tag == pair.language && (kinds.is_empty() || kind.is_some_and(|kind| kinds.split(',').any(|name| name == kind.as_str())))
}

fn print(
    session: &Session<'_>,
    out: &mut dyn Write,
    pair: &Pair,
    (state, is_known): (&str, bool),
    old: Option<&str>,
) -> std::io::Result<()> {
    if session.global.format == Format::Json {
        let line = serde_json::json!({
            "path": pair.path, "key": pair.key, "language": pair.language, "state": state,
            "source_old": old, "source": pair.source, "translation": pair.translation, "known": is_known,
        });
        return writeln!(out, "{line}");
    }
    let is_of_facts = pair.is_of_facts();
    let words = session.messages.text(&if is_of_facts { "status-facts".to_owned() } else { format!("status-{state}") });
    let known = if is_known { format!(" {}", session.messages.text("status-known")) } else { String::new() };
    writeln!(out, "{} {} [{}] {words}{known}", pair.path, pair.key, pair.language)?;
    if session.global.format == Format::Human && is_of_facts {
        // A record has many facts, of which few change at a time.
        let (old, new) = (old.unwrap_or_default(), &*pair.source);
        let changed = |these: &'_ str, others: &'_ str| -> Vec<String> {
            these.lines().filter(|line| !others.lines().any(|other| other == *line)).map(str::to_owned).collect()
        };
        for (label, lines) in [("status-fact-old", changed(old, new)), ("status-fact-new", changed(new, old))] {
            for line in lines {
                writeln!(out, "  {} {line}", session.messages.text(label))?;
            }
        }
    } else if session.global.format == Format::Human {
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
