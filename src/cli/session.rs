//! What commands share while they run: the words, the streams, and how findings and problems are printed.

use std::io::Write;
use std::path::Path;
use std::sync::LazyLock;

use jiff::tz::TimeZone;

use super::Outcome;
use super::arguments::{CheckOptions, Format, Global};
use crate::base::{Arg, Diagnostic, Severity};
use crate::compile::{self, Compiled};
use crate::edge::{clock, read, report, terminal};
use crate::model::document::{Document, Parsed};
use crate::model::schedule::Zone;
use crate::model::site_file::BaseUrl;
use crate::render::messages::Messages;
use crate::site::link::Options;
use crate::source::{File, Sources};

/// One run of a command.
pub struct Session<'a> {
    /// Options of every command.
    pub global: &'a Global,
    /// Words in the editor's language, gathered when the first of them is said.
    pub messages: LazyLock<Messages, Box<dyn FnOnce() -> Messages + Send>>,
}

impl<'a> Session<'a> {
    /// Begins a run.
    pub fn new(global: &'a Global) -> Self {
        let language = report::editor_language(global.lang.as_deref(), terminal::variable);
        let gather = move || Messages::build(&language, &[], &Sources::new(jiff::Timestamp::UNIX_EPOCH)).0;
        Self { global, messages: LazyLock::new(Box::new(gather)) }
    }

    /// Reads what is built into the program before it is needed: beside the reading of a site, for which little is computed.
    pub fn read_built_in(&self) {
        compile::read_built_in();
        LazyLock::force(&self.messages);
    }

    /// The instant and the options that `build` and `check` share; a wrong one is reported.
    pub fn options(&self, options: &CheckOptions) -> Result<(jiff::Timestamp, Options), Outcome> {
        let as_of = self.as_of(options.as_of.as_deref(), &self.global.root)?;
        let base_url = match &options.base_url {
            None => None,
            Some(text) => match BaseUrl::parse(text) {
                Some(url) => Some(url),
                None => return Err(self.refuse("usage-bad-base-url", None, &[("found", Arg::from(text.as_str()))])),
            },
        };
        if !read::is_folder(&self.global.root) {
            let folder = self.global.root.display().to_string();
            return Err(self.refuse("usage-no-folder", None, &[("folder", Arg::from(folder))]));
        }
        Ok((as_of, Options { base_url, ..Options::default() }))
    }

    /// The instant that is meant, read as those of the site in that folder; a wrong one is reported.
    pub fn as_of(&self, option: Option<&str>, root: &Path) -> Result<jiff::Timestamp, Outcome> {
        clock::as_of(option, || Self::zone(root), terminal::variable)
            .map_err(|error| self.refuse(error.message(), Some(error.help()), &error.args()))
    }

    /// The zone of a site: in it stand instants that are given without one.
    fn zone(root: &Path) -> TimeZone {
        let path = "content/site.yaml";
        let text = read::stored(&root.join(path)).unwrap_or_default();
        let parsed = Parsed::of(&path.into(), &File::text(text.as_bytes()));
        match parsed.and_then(|parsed| parsed.document) {
            Some(Document::Site(site, _)) => site.zone.0.clone(),
            _ => Zone::default().0,
        }
    }

    /// Says why a command cannot be done.
    pub fn refuse(&self, message: &str, help: Option<&str>, args: &[(&str, Arg)]) -> Outcome {
        let mut text = self.messages.format(message, args);
        if let Some(help) = help {
            text.push('\n');
            text.push_str(&self.messages.format(help, args));
        }
        let _ = writeln!(terminal::stderr(), "{text}");
        Outcome::Usage
    }

    /// What is compared in all languages of a site cannot be while they cannot be read: they would all be gone. Tells then what
    /// is wrong in the site's own file.
    pub fn with_languages(&self, compiled: &Compiled) -> Result<(), Outcome> {
        if compiled.site.languages.are_named() {
            return Ok(());
        }
        self.report(&compiled.findings, compiled.sources());
        self.refuse("languages-unread", Some("languages-unread-help"), &[]);
        Err(Outcome::Errors)
    }

    /// Says something that belongs to the result of the command: for people on the output stream, unless the run is quiet.
    pub fn state(&self, message: &str, args: &[(&str, Arg)]) {
        if !self.global.quiet && self.global.format == Format::Human {
            let _ = writeln!(terminal::stdout(), "{}", self.messages.format(message, args));
        } else {
            self.say(message, args);
        }
    }

    /// Says something on the error stream, unless the run is quiet.
    pub fn say(&self, message: &str, args: &[(&str, Arg)]) {
        if !self.global.quiet && matches!(self.global.format, Format::Human | Format::Short) {
            let _ = writeln!(terminal::stderr(), "{}", self.messages.format(message, args));
        }
    }

    /// Prints findings beside what the command does: for people on the error stream, for machines on the output stream.
    pub fn report(&self, findings: &[Diagnostic], sources: &Sources) {
        self.print(findings, sources, false);
    }

    /// Prints findings that are what the command was asked for: on the output stream.
    pub fn report_as_result(&self, findings: &[Diagnostic], sources: &Sources) {
        self.print(findings, sources, true);
    }

    fn print(&self, findings: &[Diagnostic], sources: &Sources, is_result: bool) {
        let format = match self.global.format {
            Format::Human => report::Format::Human,
            Format::Short | Format::Markdown => report::Format::Short,
            Format::Json => report::Format::Json,
            Format::Github => report::Format::Github,
            Format::Sarif => report::Format::Sarif,
        };
        let (messages, width) = (&self.messages, terminal::width());
        let is_human = self.global.format == Format::Human;
        let written = if is_human && !is_result {
            report::print(findings, sources, messages, format, terminal::has_color(), width, &mut terminal::stderr())
        } else {
            let color = is_human && terminal::has_color_in_output();
            report::print(findings, sources, messages, format, color, width, &mut terminal::stdout())
        };
        // A reader that went away (`| head`) is no problem of the site.
        let _ = written;
    }

    /// Do the findings keep the site from being published?
    pub fn blocks(findings: &[Diagnostic], strict: bool) -> bool {
        findings.iter().any(|finding| match finding.severity {
            Severity::Error => true,
            Severity::Warning => strict,
            Severity::Info => false,
        })
    }
}

/// Seconds with two digits, for summaries.
pub fn seconds(duration: std::time::Duration) -> Arg {
    Arg::from(format!("{:.2}", duration.as_secs_f64()))
}
