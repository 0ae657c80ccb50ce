//! Findings as values: what is wrong, where, and what to write instead. Words are looked up when a finding is printed.

use std::ops::{Deref, DerefMut};

use rayon::prelude::*;

use super::language::Language;
use super::span::Place;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published while it stands.
    Error,
    /// Published, unless the run is strict.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The stable word for machine-readable output: `error`, `warning`, `info`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A value that a message shows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// Shown as it is.
    Text(String),
    /// Shown as a number of the reader's language.
    Number(i64),
    /// The id of a message of `locales/`, shown in the reader's language.
    Message(&'static str),
    /// Words of a vocabulary: each id, with its name in the reader's language.
    Words(Vec<Choice>),
}

/// A word that can be written, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    /// What is written.
    pub id: Box<str>,
    /// Its name in each language.
    pub names: Vec<(Language, Box<str>)>,
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// One finding. There may be very many, which are sorted and put together: one takes the room of a pointer in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic(Box<Finding>);

/// What a finding says. `message`, `help` and the labels are ids of messages in `locales/*/findings.ftl`; all of them are
/// given the same `args`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// Stable kebab-case name of the rule.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// Message id; the code unless [`Diagnostic::says`] chose another.
    pub message: &'static str,
    /// Message id of what to write instead.
    pub help: Option<&'static str>,
    /// Other places that belong to it, each with a message id.
    pub labels: Vec<(Place, &'static str)>,
    /// What the messages show.
    pub args: Vec<(&'static str, Arg)>,
}

impl Deref for Diagnostic {
    type Target = Finding;

    fn deref(&self) -> &Finding {
        &self.0
    }
}

impl DerefMut for Diagnostic {
    fn deref_mut(&mut self) -> &mut Finding {
        &mut self.0
    }
}

impl Diagnostic {
    fn new(severity: Severity, code: &'static str, place: Place) -> Self {
        Self(Box::new(Finding { severity, code, place, message: code, help: None, labels: Vec::new(), args: Vec::new() }))
    }

    /// An error of the rule `code`.
    pub fn error(code: &'static str, place: Place) -> Self {
        Self::new(Severity::Error, code, place)
    }

    /// A warning of the rule `code`.
    pub fn warning(code: &'static str, place: Place) -> Self {
        Self::new(Severity::Warning, code, place)
    }

    /// A remark of the rule `code`.
    pub fn info(code: &'static str, place: Place) -> Self {
        Self::new(Severity::Info, code, place)
    }

    /// Uses another message than the one named like the code.
    pub fn says(mut self, message: &'static str) -> Self {
        self.message = message;
        self
    }

    /// Adds what to write instead.
    pub fn help(mut self, help: &'static str) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds a value that the messages show.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Points at another place that belongs to the finding.
    pub fn label(mut self, place: Place, message: &'static str) -> Self {
        // Mostly there is one, and there may be very many findings.
        self.labels.reserve_exact(1);
        self.labels.push((place, message));
        self
    }
}

/// Sorts by file and place, and drops repetitions.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    // All of it counts, so that no order depends on the one before.
    findings.par_sort_unstable_by(|a, b| {
        let first = (&a.place, a.severity, a.code, a.message, &a.args).cmp(&(&b.place, b.severity, b.code, b.message, &b.args));
        first.then_with(|| (a.help, &a.labels).cmp(&(b.help, &b.labels)))
    });
    findings.dedup();
}
