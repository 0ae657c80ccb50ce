//! `annai diff OLD NEW`: what an edit of a site's folder means, for whoever approves it.

use std::io::{self, Write};

use serde_json::json;

use super::Outcome;
use super::arguments::{DiffOptions, Format};
use super::session::Session;
use crate::base::Arg;
use crate::changes::diff::{Change, Side, What, changes};
use crate::compile::{Cache, Compiled, compile};
use crate::edge::{read, terminal};
use crate::site::link::Options;

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &DiffOptions) -> Outcome {
    let as_of = match session.as_of(options.as_of.as_deref(), &options.new) {
        Ok(as_of) => as_of,
        Err(outcome) => return outcome,
    };
    for folder in [&options.old, &options.new] {
        if !read::is_folder(&folder.join("content")) {
            return session.refuse("no-site", Some("no-site-help"), &[("folder", Arg::from(folder.display().to_string()))]);
        }
    }
    let [old, new] = [&options.old, &options.new].map(|folder| {
        let mut cache = Cache::default();
        let compiled = compile(&read::read(folder, as_of).0, &Options::default(), &mut cache);
        (compiled, cache)
    });
    let changes = changes(side(&old), side(&new));
    let mut out = terminal::stdout();
    let written = match session.global.format {
        Format::Json => changes.iter().try_for_each(|change| writeln!(out, "{}", line(change))),
        Format::Markdown => print(session, &changes, &mut out, ("### ", "- "), markdown),
        _ => print(session, &changes, &mut out, ("", "  "), str::to_owned),
    };
    // A reader that went away is no problem.
    let _ = written;
    drop(out);
    session.say("diff-done", &[("count", Arg::from(changes.len()))]);
    Outcome::Fine
}

fn side((compiled, cache): &(Compiled, Cache)) -> Side<'_> {
    Side { site: &compiled.site, sources: compiled.sources(), parsed: cache.parsed() }
}

/// A change as an object.
fn line(change: &Change) -> serde_json::Value {
    let Change { of, what, field, language, old, new } = change;
    json!({ "of": of, "what": what.name(), "field": field, "language": language, "old": old, "new": new })
}

/// The changes in words, those of one record below its name.
fn print(
    session: &Session<'_>,
    changes: &[Change],
    out: &mut dyn Write,
    (heading, item): (&str, &str),
    escape: fn(&str) -> String,
) -> io::Result<()> {
    let mut last = None;
    if changes.is_empty() && session.global.format == Format::Markdown {
        writeln!(out, "{}", session.messages.format("diff-done", &[("count", Arg::from(0_usize))]))?;
    }
    for change in changes {
        if last != Some(&change.of) {
            let space = if last.is_some() && !heading.is_empty() { "\n" } else { "" };
            writeln!(out, "{space}{heading}{}", escape(&change.of))?;
            last = Some(&change.of);
        }
        writeln!(out, "{item}{}", words(session, change, escape))?;
    }
    Ok(())
}

fn words(session: &Session<'_>, change: &Change, escape: fn(&str) -> String) -> String {
    let shown =
        |text: Option<&String>| escape(&text.map(|text| text.split('\n').collect::<Vec<_>>().join(" / ")).unwrap_or_default());
    let state = |text: Option<&String>| {
        let word = text.map(|state| session.messages.text(&format!("state_{}", state.replace('-', "_"))));
        escape(&word.unwrap_or_else(|| "—".to_owned()))
    };
    let (old, new) = match change.what {
        What::State => (state(change.old.as_ref()), state(change.new.as_ref())),
        _ => (shown(change.old.as_ref()), shown(change.new.as_ref())),
    };
    let message = match (change.what, &change.old, &change.new) {
        (What::Fact | What::Text, Some(_), Some(_)) => "diff-changed".to_owned(),
        (What::Fact | What::Text, None, _) => "diff-come".to_owned(),
        (What::Fact | What::Text, _, None) => "diff-gone".to_owned(),
        (What::File, None, _) => "diff-file-come".to_owned(),
        (What::File, _, None) => "diff-file-gone".to_owned(),
        (what, ..) => format!("diff-{}", what.name()),
    };
    let tag = change.language.as_deref().unwrap_or_default();
    let name = match (change.what, tag) {
        (What::Text, "") | (What::Fact, _) => change.field.clone(),
        (What::Text, tag) => format!("{} [{tag}]", change.field),
        _ => change.field.clone(),
    };
    let args =
        [("name", Arg::from(escape(&name))), ("language", Arg::from(tag)), ("old", Arg::from(old)), ("new", Arg::from(new))];
    session.messages.format(&message, &args)
}

/// A text in which no character means anything to Markdown.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '@' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_written_in_a_site_is_no_markup_of_a_summary() {
        assert_eq!(super::markdown("<b>*a* [x](y) @me"), "\\<b\\>\\*a\\* \\[x\\](y) \\@me");
    }
}
