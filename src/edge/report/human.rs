//! Findings for people: the words, the place, the source line with carets under it, what to write instead.

use std::io::{self, Write};

use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::excerpt::excerpt;
use super::location::Location;
use super::{Words, short_args, visible};
use crate::base::{Diagnostic, Severity};
use crate::render::messages::Messages;
use crate::source::Sources;

/// How the terminal takes it.
pub struct Style {
    /// Use colours.
    pub color: bool,
    /// Columns.
    pub width: usize,
}

/// The narrowest width that leaves room for a source line beside its number.
const NARROWEST: usize = 40;

const BOLD: &str = "1";
const FRAME: &str = "1;34";
const HELP: &str = "1;36";

impl Style {
    fn paint(&self, style: &str, text: &str) -> String {
        if self.color { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

fn style_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Info => "1;36",
    }
}

/// The message id of the word for a severity.
pub fn word_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    }
}

/// Writes each finding as a block, with an empty line after it.
pub fn print(
    findings: &[Diagnostic],
    sources: &Sources,
    messages: &Messages,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    findings.chunks(WAVE).try_for_each(|wave| {
        let written = |finding: &Diagnostic| {
            let mut text = Vec::new();
            block(finding, sources, messages, style, &mut text).map(|()| text)
        };
        let blocks: Vec<io::Result<Vec<u8>>> = wave.par_iter().with_min_len(SHARE).map(written).collect();
        blocks.into_iter().try_for_each(|block| out.write_all(&block?))
    })
}

/// So many findings are written out at once, by all threads, before they go to the terminal: a site of 20,000 pages can have more
/// than memory should hold.
const WAVE: usize = 4096;
/// Fewer are not worth another thread.
const SHARE: usize = 32;

fn block(finding: &Diagnostic, sources: &Sources, messages: &Messages, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::of(finding, messages);
    let severity = style_of(finding.severity);
    let title = format!("{}[{}]", messages.text(word_of(finding.severity)), finding.code);
    let message = visible::text(&words.message).replace('\n', "\n  ");
    writeln!(out, "{}{}", style.paint(severity, &title), style.paint(BOLD, &format!(": {message}")))?;
    let gutter = places(finding, sources, messages, style, out)?;
    if let Some(help) = words.help {
        let name = messages.text("help-label");
        let indent = format!("\n{}", " ".repeat(gutter + name.width() + 5));
        let help = visible::text(&help).replace('\n', &indent);
        let name = style.paint(HELP, &format!("{name}:"));
        writeln!(out, "{}{} {name} {help}", " ".repeat(gutter + 1), style.paint(FRAME, "="))?;
    }
    writeln!(out)
}

/// Writes the places of a finding with their lines; gives the width of the line numbers.
pub fn places(
    finding: &Diagnostic,
    sources: &Sources,
    messages: &Messages,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let args = short_args(finding);
    let place = Location::of(&finding.place, sources);
    let labels: Vec<(Location, String)> = finding
        .labels
        .iter()
        .map(|(place, label)| (Location::of(place, sources), visible::line(&messages.format(label, &args))))
        .collect();
    let last_line = labels.iter().map(|(place, _)| place.end_line).chain([place.end_line]).max().unwrap_or(1);
    let gutter = last_line.to_string().len();
    let frame = Frame { style, gutter };
    frame.place(&place, "-->", out)?;
    frame.snippet(&place, '^', "", style_of(finding.severity), out)?;
    for (place, label) in &labels {
        frame.place(place, ":::", out)?;
        frame.snippet(place, '-', label, FRAME, out)?;
    }
    Ok(gutter)
}

/// The lines that belong to one finding share the width of their line numbers.
struct Frame<'a> {
    style: &'a Style,
    gutter: usize,
}

impl Frame<'_> {
    fn place(&self, place: &Location, arrow: &str, out: &mut dyn Write) -> io::Result<()> {
        let arrow = self.style.paint(FRAME, arrow);
        let path = visible::line(place.path);
        writeln!(out, "{}{arrow} {path}:{}:{}", " ".repeat(self.gutter), place.line, place.column)
    }

    fn bar(&self, number: &str) -> String {
        self.style.paint(FRAME, &format!("{number:>gutter$} |", gutter = self.gutter))
    }

    /// The first and the last line of the place, with marks under each; without a source, only the label.
    fn snippet(&self, place: &Location, mark: char, label: &str, color: &str, out: &mut dyn Write) -> io::Result<()> {
        let Some((text, span)) = place.source else {
            return if label.is_empty() { Ok(()) } else { writeln!(out, "{} {label}", " ".repeat(self.gutter + 2)) };
        };
        let range = span.range();
        let start_of_line = |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |i| i + 1);
        let line_at = |start: usize| text.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
        let (first, last) = (start_of_line(range.start), start_of_line(range.end));
        let line = line_at(first);

        writeln!(out, "{}", self.bar(""))?;
        if first == last {
            let marked = Marked { line, from: range.start - first, to: range.end - first, mark, label, color };
            self.line(&place.line.to_string(), &marked, out)?;
        } else {
            let marked = Marked { line, from: range.start - first, to: line.trim_end().len(), mark, label: "", color };
            self.line(&place.line.to_string(), &marked, out)?;
            if place.end_line > place.line + 1 {
                writeln!(out, "{}", self.style.paint(FRAME, "..."))?;
            }
            let line = line_at(last);
            let indent = line.len() - line.trim_start().len();
            let marked = Marked { line, from: indent, to: range.end - last, mark, label, color };
            self.line(&place.end_line.to_string(), &marked, out)?;
        }
        Ok(())
    }

    fn line(&self, number: &str, marked: &Marked, out: &mut dyn Write) -> io::Result<()> {
        let width = self.style.width.max(NARROWEST).saturating_sub(self.gutter + 3);
        let shown = excerpt(marked.line, marked.from, marked.to, width);
        writeln!(out, "{} {}", self.bar(number), shown.text)?;
        let marks = marked.mark.to_string().repeat(shown.marked);
        let label = if marked.label.is_empty() { String::new() } else { format!(" {}", marked.label) };
        let marks = self.style.paint(marked.color, &format!("{marks}{label}"));
        writeln!(out, "{} {}{marks}", self.bar(""), " ".repeat(shown.before))
    }
}

/// A line and what is marked in it.
struct Marked<'a> {
    line: &'a str,
    from: usize,
    to: usize,
    mark: char,
    label: &'a str,
    color: &'a str,
}
