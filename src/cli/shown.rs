//! What changed, old and new, as `status` and `accept` show it.

use std::io::Write;

use super::arguments::Format;
use super::session::Session;
use crate::check::lock::Pair;

/// Prints a text or the facts of a file that are not as they were accepted.
pub fn print(
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
    if session.global.format != Format::Human {
        return Ok(());
    }
    if is_of_facts {
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
        return Ok(());
    }
    let old = (if state == "changed" { "status-fact-old" } else { "status-old" }, old);
    for (label, text) in [old, ("status-source", Some(&*pair.source)), ("status-translation", pair.translation.as_deref())] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            writeln!(out, "  {} {}", session.messages.text(label), text.trim_end().replace('\n', "\n    "))?;
        }
    }
    Ok(())
}
