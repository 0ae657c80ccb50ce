//! Findings for other programs: one line each, JSON lines, GitHub workflow commands.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use super::location::Location;
use super::{Words, visible};
use crate::base::{Diagnostic, Severity};
use crate::render::messages::Messages;
use crate::source::Sources;

/// `path:line:column: severity[code] message (help)`, which most editors can read. The severity is not translated.
pub fn short(findings: &[Diagnostic], sources: &Sources, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    for finding in findings {
        let place = Location::of(&finding.place, sources);
        let words = Words::of(finding, messages);
        let help = words.help.map_or_else(String::new, |help| format!(" ({})", visible::line(&help)));
        let path = visible::line(place.path);
        let (severity, message) = (finding.severity.as_str(), visible::line(&words.message));
        writeln!(out, "{path}:{}:{}: {severity}[{}] {message}{help}", place.line, place.column, finding.code)?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Record<'a> {
    code: &'a str,
    severity: &'a str,
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    help: Option<String>,
}

/// One object on a line, with the keys of [`Record`]; `help` is null when there is none.
pub fn json(findings: &[Diagnostic], sources: &Sources, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    for finding in findings {
        let place = Location::of(&finding.place, sources);
        let words = Words::of(finding, messages);
        let record = Record {
            code: finding.code,
            severity: finding.severity.as_str(),
            path: place.path,
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            message: words.message,
            help: words.help,
        };
        writeln!(out, "{}", harmless(&serde_json::to_string(&record)?))?;
    }
    Ok(())
}

/// The same JSON with the characters that a terminal obeys written as `\u….`: they can only stand inside strings.
pub fn harmless(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if visible::is_dangerous(c) && c != '\n' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(text, "\\u{unit:04x}").ok();
            }
        } else {
            text.push(c);
        }
    }
    text
}

/// Workflow commands of GitHub Actions. A finding of several lines ends with its first: GitHub drops columns otherwise.
pub fn github(findings: &[Diagnostic], sources: &Sources, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    for finding in findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let place = Location::of(&finding.place, sources);
        let words = Words::of(finding, messages);
        let end_column = place.source.map_or(place.end_column, |(text, span)| {
            let first_line = span.of(text).split('\n').next().unwrap_or_default();
            place.column + first_line.chars().count()
        });
        let text: Vec<String> = [Some(words.message), words.help].into_iter().flatten().map(|s| visible::text(&s)).collect();
        writeln!(
            out,
            "::{command} file={},line={},col={},endColumn={end_column},title={}::{}",
            property(place.path),
            place.line,
            place.column,
            property(finding.code),
            data(&text.join("\n")),
        )?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
