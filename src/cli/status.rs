//! `annai status`: what is missing in a language, what is older than its source, which facts changed.

use super::Outcome;
use super::arguments::{CheckOptions, StatusOptions};
use super::session::Session;
use super::shown;
use crate::base::Arg;
use crate::changes::published::published;
use crate::check::baseline::{self, Baseline};
use crate::check::lock::{Pair, State, missing_of_files, pairs, pairs_of_files};
use crate::compile::{Cache, compile};
use crate::edge::{create, read, terminal};
use crate::render::locale_words;

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &StatusOptions) -> Outcome {
    let (as_of, link_options) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let compiled = compile(&sources, &link_options, &mut Cache::default());
    if let Err(outcome) = session.with_languages(&compiled) {
        return outcome;
    }
    let lock = compiled.lock();
    let baseline = sources.text(baseline::PATH).map(Baseline::parse);
    let mut pairs = pairs(&compiled.site);
    pairs.extend(pairs_of_files(&sources));
    pairs.extend(missing_of_files(&compiled.site, &sources));
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
            State::Changed(old) => ("changed", Some(old.into())),
        };
        let is_known = baseline.as_ref().is_some_and(|baseline| baseline.knows(pair));
        known += usize::from(is_known);
        if !matches!(state, "new" | "changed") && !is_known {
            stale += 1;
            required += usize::from(options.require.iter().any(|rule| applies(rule, pair)));
        }
        let _ = shown::print(session, &mut out, pair, (state, is_known), old.as_deref());
    }
    for lang in compiled.site.languages.all() {
        let missing = locale_words::missing(lang, &compiled.site.languages, &sources).len();
        if missing > 0 {
            let language = Arg::from(compiled.site.languages.tag(lang).as_str());
            session.say("status-words", &[("language", language), ("count", Arg::from(missing))]);
        }
    }
    let unknown = locale_words::unknown(&sources).len();
    if unknown > 0 {
        session.say("status-unknown-words", &[("count", Arg::from(unknown))]);
    }
    session.say("status-done", &[("count", Arg::from(stale)), ("all", Arg::from(pairs.len())), ("known", Arg::from(known))]);
    let unlisted = if lock.is_empty() { 0 } else { lock.ledger.lacks(&published(&compiled.site)) };
    if unlisted > 0 {
        session.say("status-unlisted", &[("count", Arg::from(unlisted))]);
    }
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
