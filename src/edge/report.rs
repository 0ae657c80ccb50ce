//! Findings as text: for people, as one line each, as JSON lines, as GitHub annotations, as SARIF.

mod described;
mod excerpt;
mod human;
mod location;
mod machine;
mod many;
mod sarif;
mod visible;

use std::io::{self, Write};

pub use described::{Described, describe, severity_word};

use crate::base::{Arg, Diagnostic, Language, Severity};
use crate::render::messages::{Messages, builtin_language};
use crate::source::Sources;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// With the source line and a caret, for a terminal.
    #[default]
    Human,
    /// One line for each: `path:line:column: severity[code] message (help)`.
    Short,
    /// One JSON object on a line for each.
    Json,
    /// Workflow commands of GitHub Actions, which become annotations.
    Github,
    /// One SARIF 2.1.0 log (OASIS standard, 2020).
    Sarif,
}

/// Writes all findings. `color` and `width` (columns of the terminal) matter to [`Format::Human`] only.
pub fn print(
    findings: &[Diagnostic],
    sources: &Sources,
    messages: &Messages,
    format: Format,
    color: bool,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Human => human::print(&many::together(findings), sources, messages, &human::Style { color, width }, out),
        Format::Short => machine::short(findings, sources, messages, out),
        Format::Json => machine::json(findings, sources, messages, out),
        Format::Github => machine::github(findings, sources, messages, out),
        Format::Sarif => sarif::print(findings, sources, messages, out),
    }
}

/// How many findings of each severity there are, in words: "2 errors, 1 warning".
pub fn summary(findings: &[Diagnostic], messages: &Messages) -> String {
    let counts =
        [(Severity::Error, "summary-errors"), (Severity::Warning, "summary-warnings"), (Severity::Info, "summary-infos")]
            .map(|(severity, id)| (findings.iter().filter(|finding| finding.severity == severity).count(), id));
    let parts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, id)| messages.format(id, &[("count", Arg::from(count))]))
        .collect();
    if parts.is_empty() { messages.text("summary-clean") } else { parts.join(&messages.text("summary-separator")) }
}

/// The language in which the tool speaks to whoever runs it: `option` (`--lang`), else the first of LC_ALL, LC_MESSAGES
/// and LANG that is set (POSIX.1-2024, 8.2), else English; English too when the tool has no words in that language.
pub fn editor_language(option: Option<&str>, env: impl Fn(&str) -> Option<String>) -> Language {
    let asked = option
        .map(str::to_owned)
        .or_else(|| ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(env).find(|value| !value.is_empty()));
    asked
        .and_then(|value| {
            // language[_territory][.codeset][@modifier]; "C" and "POSIX" are no tags that the tool has words for.
            let tag = value.split(['.', '@']).next()?.replace('_', "-");
            builtin_language(&Language::parse(&tag)?)
        })
        .unwrap_or_else(Language::english)
}

/// The words of one finding, all on the same args.
struct Words {
    message: String,
    help: Option<String>,
}

impl Words {
    fn of(finding: &Diagnostic, messages: &Messages) -> Self {
        let args = short_args(finding);
        Self { message: messages.format(finding.message, &args), help: finding.help.map(|help| messages.format(help, &args)) }
    }
}

/// The args of a finding, none so long that it hides the message.
fn short_args(finding: &Diagnostic) -> Vec<(&'static str, Arg)> {
    const LONGEST: usize = 400;
    let shorten = |arg: &Arg| match arg {
        Arg::Text(text) => match text.char_indices().nth(LONGEST) {
            Some((end, _)) => Arg::Text(format!("{}…", text.get(..end).unwrap_or_default())),
            None => arg.clone(),
        },
        other => other.clone(),
    };
    finding.args.iter().map(|(name, arg)| (*name, shorten(arg))).collect()
}

#[cfg(test)]
mod tests;
