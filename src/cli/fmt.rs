//! `annai fmt`: rewrites accepted spellings to the canonical ones by changing just those places.

use super::Outcome;
use super::arguments::{CheckOptions, FmtOptions};
use super::session::Session;
use crate::base::span::line_column;
use crate::base::{Arg, Span};
use crate::edge::{create, read};
use crate::model::document::Parsed;

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &FmtOptions) -> Outcome {
    let (as_of, _) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let (mut files, mut places) = (0, 0);
    for (path, file) in &sources.files {
        if !is_wanted(path, &options.paths) {
            continue;
        }
        let Some(parsed) = Parsed::of(path, file) else { continue };
        let Some(text) = parsed.text.as_deref().filter(|_| !parsed.edits.is_empty()) else { continue };
        files += 1;
        places += parsed.edits.len();
        if options.check {
            for (span, canonical) in &parsed.edits {
                let (line, column) = line_column(text, span.start);
                let args = [
                    ("place", Arg::from(format!("{path}:{line}:{column}"))),
                    ("found", Arg::from(span.of(text))),
                    ("canonical", Arg::from(canonical.as_str())),
                ];
                session.say("fmt-would", &args);
            }
            continue;
        }
        let target = session.global.root.join(&**path);
        // The text in memory has LF and no mark of byte order: the file's own ends of lines are kept.
        let rewritten = match read::stored(&target) {
            Some(stored) => apply_to_stored(&stored, text, &parsed.edits),
            None => apply(text, &parsed.edits),
        };
        if let Err(reason) = create::replace(&target, &rewritten) {
            let args = [("path", Arg::from(target.display().to_string())), ("reason", Arg::from(reason))];
            return session.refuse("init-failed", None, &args);
        }
    }
    session.say(
        if options.check { "fmt-checked" } else { "fmt-done" },
        &[("files", Arg::from(files)), ("places", Arg::from(places))],
    );
    if options.check && places > 0 { Outcome::Errors } else { Outcome::Fine }
}

/// Is the file one of those that were named, or below one?
fn is_wanted(path: &str, wanted: &[String]) -> bool {
    let matches = |wanted: &String| {
        let wanted = wanted.trim_start_matches("./").trim_end_matches('/');
        path == wanted || path.starts_with(&format!("{wanted}/")) || wanted.ends_with(&format!("/{path}"))
    };
    path.starts_with("content/") && (wanted.is_empty() || wanted.iter().any(matches))
}

/// The text with every edit made.
fn apply(text: &str, edits: &[(Span, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, canonical) in edits {
        let range = span.range();
        if range.start < at {
            continue;
        }
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(canonical);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The same on the file as it is stored, with its mark of byte order and CRLF.
fn apply_to_stored(stored: &str, text: &str, edits: &[(Span, String)]) -> String {
    let new = apply(text, edits);
    let mark = if stored.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    let ends = if stored.contains("\r\n") { new.replace('\n', "\r\n") } else { new };
    format!("{mark}{ends}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_places_change() {
        let text = "# 注\namount: 30万円   # そのまま\ndate: 令和5年11月14日（火）正午\n";
        let parsed = Parsed::of(&"content/fees/x.yaml".into(), &crate::source::File::text(text.as_bytes()));
        let edits = parsed.map(|parsed| parsed.edits).unwrap_or_default();
        assert_eq!(apply(text, &edits), text.replace("30万円", "300000"));
        let text = "\u{FEFF}a: 30万円\r\n";
        let edits = [(Span::new(3, 3 + "30万円".len()), "300000".to_owned())];
        assert_eq!(apply_to_stored(text, "a: 30万円\n", &edits), "\u{FEFF}a: 300000\r\n");
    }
}
