//! The editors' desk: takes in what changed, compiles the site anew, and shows it. The only way by which anything changes.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::state::{Live, Snapshot};
use crate::base::{Diagnostic, Severity, diagnostic};
use crate::compile::{Cache, Compiled, compile};
use crate::edge::{clock, read};
use crate::site::link::Options;
use crate::source::Sources;

/// What the site is compiled from.
pub struct Desk {
    root: PathBuf,
    sources: Sources,
    reading: Vec<Diagnostic>,
    cache: Cache,
    options: Options,
    /// Set by somebody; else the clock counts.
    as_of: Option<Timestamp>,
    live: Arc<Live>,
}

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Pages,
    Style,
}

impl Desk {
    /// Reads the site and shows it.
    pub fn new(root: &Path, options: Options, as_of: Option<Timestamp>, live: Arc<Live>) -> Self {
        let (sources, reading) = read::read(root, as_of.unwrap_or_else(clock::now));
        let mut desk = Self { root: root.to_owned(), sources, reading, cache: Cache::default(), options, as_of, live };
        desk.show(Change::Pages, None);
        desk
    }

    /// Reads again what is at these paths, and shows what became of it. Gives back what could not be read for now.
    pub fn reread(&mut self, paths: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        let again = read::again::reread(&self.root, &self.sources, &self.reading, paths);
        let is_new = !again.changed.is_empty() || again.findings != self.reading;
        (self.sources, self.reading) = (again.sources, again.findings);
        if is_new {
            let is_style = |path: &Arc<str>| path.starts_with("themes/") && path.ends_with(".css");
            let style = !again.changed.is_empty() && again.changed.iter().all(is_style);
            self.show(if style { Change::Style } else { Change::Pages }, Some(&again.changed));
        }
        again.unreadable
    }

    /// Shows drafts or not, and the site as it is at an instant (none: now).
    pub fn set(&mut self, drafts: Option<bool>, as_of: Option<Option<Timestamp>>) {
        let before = (self.options.drafts, self.as_of);
        self.options.drafts = drafts.unwrap_or(self.options.drafts);
        self.as_of = as_of.unwrap_or(self.as_of);
        if before != (self.options.drafts, self.as_of) {
            self.show(Change::Pages, None);
        }
    }

    /// Looks at the clock: shows the site anew when a state is another by now.
    pub fn tick(&mut self) {
        let Some(shown) = self.live.peek() else { return };
        if self.as_of.is_none() && shown.compiled.differs_at(clock::now()) {
            self.show(Change::Pages, None);
        }
    }

    /// Shows all findings, as they are known a moment after the edit of that generation, unless there is a later one. Gives
    /// the generation that is shown.
    pub fn complete(&mut self, generation: u64, found: Vec<Diagnostic>) -> Option<u64> {
        let shown = self.live.peek().filter(|shown| shown.generation == generation)?;
        let mut findings = found;
        findings.extend(self.reading.iter().cloned());
        diagnostic::sort(&mut findings);
        if findings == shown.findings {
            return Some(generation);
        }
        let (compiled, faulty) = (shown.compiled.clone(), HashSet::new());
        let mut next = Snapshot { generation: generation + 1, compiled, findings: Vec::new(), faulty, ..*shown };
        next.set_findings(findings);
        self.live.set(next);
        Some(generation + 1)
    }

    /// The findings of a site that was compiled just now: its errors, and of what the rules find, which is known a moment
    /// later, what they found before in files that are as they were.
    fn first_findings(
        &self,
        compiled: &Compiled,
        changed: Option<&BTreeSet<Arc<str>>>,
        before: Option<&Snapshot>,
    ) -> Vec<Diagnostic> {
        let (Some(changed), Some(before)) = (changed, before) else {
            let mut findings = compiled.check();
            findings.extend(self.reading.iter().cloned());
            diagnostic::sort(&mut findings);
            return findings;
        };
        let is_changed = |finding: &&Diagnostic| changed.contains(&finding.place.path);
        let was_compiled: HashSet<&Diagnostic> = before.compiled.findings.iter().chain(&self.reading).collect();
        let errors = compiled.findings.iter().filter(|finding| finding.severity == Severity::Error || is_changed(finding));
        let old = before.findings.iter().filter(|finding| !is_changed(finding));
        let old = old.filter(|finding| finding.severity != Severity::Error || !was_compiled.contains(finding));
        let mut findings: Vec<Diagnostic> = errors.chain(old).chain(&self.reading).cloned().collect();
        diagnostic::sort(&mut findings);
        findings
    }

    fn show(&mut self, change: Change, changed: Option<&BTreeSet<Arc<str>>>) {
        self.sources.as_of = self.as_of.unwrap_or_else(clock::now);
        let compiled = compile(&self.sources, &self.options, &mut self.cache);
        let before = self.live.peek();
        let findings = self.first_findings(&compiled, changed, before.as_deref());
        let generation = before.as_ref().map_or(1, |before| before.generation + 1);
        let last = |changed: fn(&Snapshot) -> u64, now: bool| {
            if now { generation } else { before.as_deref().map_or(generation, changed) }
        };
        let mut snapshot = Snapshot {
            generation,
            pages_changed: last(|before| before.pages_changed, change == Change::Pages),
            style_changed: last(|before| before.style_changed, change == Change::Style),
            compiled: Arc::new(compiled),
            findings: Vec::new(),
            faulty: HashSet::new(),
            faulty_everywhere: false,
            drafts: self.options.drafts,
            as_of_fixed: self.as_of.is_some(),
            as_of: self.sources.as_of,
        };
        snapshot.set_findings(findings);
        drop(before);
        self.live.set(snapshot);
    }
}
