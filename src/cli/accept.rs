//! `annai accept`: shows what has changed, and records that it is right.

use std::collections::BTreeSet;

use super::Outcome;
use super::arguments::{AcceptOptions, CheckOptions, Format};
use super::session::Session;
use super::shown;
use crate::base::Arg;
use crate::base::nearest::nearest;
use crate::changes::published;
use crate::check::lock::{self, Lock, Pair, State, pairs, pairs_of_files};
use crate::compile::{Cache, compile};
use crate::edge::{create, read, terminal};

/// A file, and the field of it if one is meant.
type Chosen = (String, Option<String>);

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &AcceptOptions) -> Outcome {
    let (as_of, link_options) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let compiled = compile(&sources, &link_options, &mut Cache::default());
    if let Err(outcome) = session.with_languages(&compiled) {
        return outcome;
    }
    let mut lock = compiled.lock().clone();
    let mut pairs = pairs(&compiled.site);
    pairs.extend(pairs_of_files(&sources));
    let known: BTreeSet<String> = pairs
        .iter()
        .map(|pair| &*pair.path)
        .chain(lock.paths())
        .chain(lock.ledger.records.keys().map(String::as_str))
        .map(str::to_owned)
        .collect();
    if let Some(tag) = options.language.as_ref().filter(|tag| compiled.site.languages.find(tag).is_none()) {
        return session.refuse("accept-language", None, &[("language", Arg::from(tag.as_str()))]);
    }
    let chosen = match choose(session, &options.paths, &known) {
        Ok(chosen) => chosen,
        Err(outcome) => return outcome,
    };
    let is_all = options.all || chosen.is_empty();
    let is_wanted = |pair: &Pair, key: &str| {
        let is_of_language = options.language.as_ref().is_none_or(|tag| {
            // In files that are no records, texts stand among the facts, each behind its language.
            let language = if pair.is_of_facts() { key.rsplit('.').next().unwrap_or(key) } else { &pair.language };
            language.eq_ignore_ascii_case(tag)
        });
        let is_it = |(path, field): &Chosen| {
            let begins =
                |field: &String| key.strip_prefix(field.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            *path == pair.path && field.as_ref().is_none_or(begins)
        };
        is_of_language && (is_all || chosen.iter().any(is_it))
    };
    let whole: BTreeSet<String> = match (&options.language, options.all) {
        (Some(_), _) => BTreeSet::new(),
        (None, true) => known,
        (None, false) => chosen.iter().filter(|(_, field)| field.is_none()).map(|(path, _)| path.clone()).collect(),
    };
    let count = show(session, &lock, &pairs, &is_wanted);
    if count > 0 && !options.yes {
        let question = session.messages.format("accept-question", &[("count", Arg::from(count))]);
        let answer = terminal::ask(&question);
        let yes = session.messages.text("accept-yes");
        if answer.is_some_and(|answer| !yes.split(' ').any(|word| answer.eq_ignore_ascii_case(word))) {
            session.say("accept-not", &[]);
            return Outcome::Fine;
        }
    }
    let files: BTreeSet<&str> = pairs
        .iter()
        .filter(|pair| pair.is_of_facts() || is_wanted(pair, &pair.key))
        .map(|pair| &*pair.path)
        .filter(|path| is_all || chosen.iter().any(|(one, _)| one == path))
        .collect();
    lock.accept(&pairs, &whole, is_wanted, as_of);
    if options.language.is_none() {
        let now = published::published(&compiled.site);
        let is_named = |path: &str| options.all || chosen.iter().any(|(chosen, _)| stem(chosen) == stem(path));
        // What is gone is given up only by its name.
        for (gone, _) in chosen.iter().filter(|(path, field)| field.is_none() && !sources.files.contains_key(&**path)) {
            lock.ledger.forget(gone);
        }
        // While something is lost nothing is published, and what is new may be what was lost, without its former address.
        let kept = lock.ledger.clone();
        let is_whole = !published::check(&compiled.site, &kept).iter().any(published::is_loss);
        lock.ledger.accept(&now, |path| is_named(path) && (is_whole || kept.records.contains_key(path)), as_of);
    }
    if let Err(reason) = create::replace(&session.global.root, lock::PATH, &lock.to_text()) {
        let args = [("path", Arg::from(lock::PATH)), ("reason", Arg::from(reason))];
        return session.refuse("init-failed", None, &args);
    }
    session.say("accept-done", &[("count", Arg::from(files.len()))]);
    Outcome::Fine
}

/// The path of a record's files without their endings.
fn stem(path: &str) -> &str {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    path[name..].find('.').map_or(path, |end| &path[..name + end])
}

/// The files and fields that were named.
fn choose(session: &Session<'_>, paths: &[String], known: &BTreeSet<String>) -> Result<Vec<Chosen>, Outcome> {
    let find = |path: &str| {
        // As typed in the site's folder, or as completed by a shell above it.
        known.iter().find(|known| *known == path || path.ends_with(&format!("/{known}"))).cloned()
    };
    let choose = |path: &String| {
        let field = || path.rsplit_once(':').and_then(|(path, field)| Some((find(path)?, Some(field.to_owned()))));
        find(path).map(|path| (path, None)).or_else(field).ok_or_else(|| {
            let args = [
                ("path", Arg::from(path.as_str())),
                ("nearest", Arg::from(nearest(path, known.iter().map(String::as_str)).unwrap_or_default())),
            ];
            session.refuse("accept-unknown", Some("accept-unknown-help"), &args)
        })
    };
    paths.iter().map(choose).collect()
}

/// Shows what is about to be accepted, old and new; gives how much it is. The first time it is everything, and only counted.
fn show(session: &Session<'_>, lock: &Lock, pairs: &[Pair], is_wanted: &impl Fn(&Pair, &str) -> bool) -> usize {
    let mut count = 0;
    let mut out = terminal::stdout();
    for pair in pairs {
        let is_of_facts = pair.is_of_facts();
        let is_any =
            |pair: &Pair| pair.source.lines().filter_map(|line| line.split_once(": ")).any(|(trail, _)| is_wanted(pair, trail));
        if is_of_facts && !is_any(pair) || !is_of_facts && !is_wanted(pair, &pair.key) {
            continue;
        }
        let (state, old) = match lock.state(pair) {
            State::Current | State::Missing => continue,
            State::New => ("new", None),
            State::Outdated(old) => ("outdated", Some(old)),
            State::Changed(old) => ("changed", Some(old.into())),
        };
        count += 1;
        if !lock.is_empty() && !session.global.quiet && matches!(session.global.format, Format::Human | Format::Short) {
            let _ = shown::print(session, &mut out, pair, (state, false), old.as_deref());
        }
    }
    count
}
