//! `annai links`: every address outside the site, for a program that asks whether it is still there.

use std::io::Write;

use serde_json::json;

use super::Outcome;
use super::arguments::{CheckOptions, Format};
use super::session::Session;
use crate::base::Arg;
use crate::base::span::line_column;
use crate::compile::{Cache, compile};
use crate::edge::{read, terminal};
use crate::site::outside;

/// Runs the command.
pub fn run(session: &mut Session<'_>) -> Outcome {
    let (as_of, link_options) = match session.options(&CheckOptions { base_url: None, as_of: None, strict: false }) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let (sources, _) = read::read(&session.global.root, as_of);
    let mut cache = Cache::default();
    let compiled = compile(&sources, &link_options, &mut cache);
    let links = outside::links(&compiled.site, cache.parsed());
    let mut out = terminal::stdout();
    for link in &links {
        let text = sources.text(&link.path).unwrap_or_default();
        let (line, column) = line_column(text, link.span.start);
        let record = link.record.as_deref();
        let _ = match session.global.format {
            Format::Json => {
                let field = link.field.as_deref();
                let line = json!({
                    "address": link.address, "record": record, "field": field, "path": &*link.path, "line": line, "column": column,
                });
                writeln!(out, "{line}")
            }
            _ => {
                let field = link.field.as_deref().map(|field| format!("\t{field}")).unwrap_or_default();
                writeln!(out, "{}\t{}:{line}:{column}{field}", link.address, link.path)
            }
        };
    }
    drop(out);
    session.say("links-done", &[("count", Arg::from(links.len()))]);
    Outcome::Fine
}
