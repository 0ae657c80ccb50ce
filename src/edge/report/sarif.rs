//! Findings as a SARIF log (Static Analysis Results Interchange Format 2.1.0), which code hosts and editors show.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::location::Location;
use super::machine::harmless;
use super::{Words, short_args};
use crate::base::{Diagnostic, Place, Severity};
use crate::render::messages::Messages;
use crate::source::Sources;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one log with one run. Its rules are those that the findings name.
pub fn print(findings: &[Diagnostic], sources: &Sources, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect::<BTreeSet<_>>().into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code, messages)).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &codes, sources, messages)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "annai",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": messages.language().as_str(),
                "rules": rules,
            }},
            "language": messages.language().as_str(),
            // Columns count Unicode scalar values (3.14.17).
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    writeln!(out, "{}", harmless(&serde_json::to_string_pretty(&log)?))
}

fn rule(code: &str, messages: &Messages) -> Value {
    let id = format!("rule-{code}");
    let what = if messages.has(&id) { messages.text(&id) } else { code.to_owned() };
    json!({"id": code, "shortDescription": {"text": what}})
}

fn result(finding: &Diagnostic, codes: &[&str], sources: &Sources, messages: &Messages) -> Value {
    let words = Words::of(finding, messages);
    let text: Vec<String> = [Some(words.message), words.help].into_iter().flatten().collect();
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": codes.binary_search(&finding.code).unwrap_or_default(),
        "level": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "note",
        },
        "message": {"text": text.join("\n")},
        "locations": [location(&finding.place, sources)],
    });
    if !finding.labels.is_empty() {
        let args = short_args(finding);
        let related: Vec<Value> = finding
            .labels
            .iter()
            .map(|(place, label)| {
                let mut related = location(place, sources);
                related["message"] = json!({"text": messages.format(label, &args)});
                related
            })
            .collect();
        result["relatedLocations"] = related.into();
    }
    result
}

fn location(place: &Place, sources: &Sources) -> Value {
    let location = Location::of(place, sources);
    let artifact = json!({"uri": relative_uri(location.path), "uriBaseId": "%SRCROOT%"});
    // A file that cannot be read as text has no lines to point at.
    if location.source.is_none() {
        return json!({"physicalLocation": {"artifactLocation": artifact}});
    }
    let region = json!({
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    });
    json!({"physicalLocation": {"artifactLocation": artifact, "region": region}})
}

/// A path as a relative URI reference: all but unreserved characters and `/` are percent-encoded (RFC 3986, 2.3).
fn relative_uri(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
