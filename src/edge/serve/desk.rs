//! The editors' desk: takes in what changed, compiles the site anew, and shows it. The only way by which anything changes.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::state::{Live, Snapshot};
use crate::base::{Diagnostic, Severity, diagnostic};
use crate::compile::{Cache, Compiled, compile};
use crate::edge::clock;
use crate::edge::read::again::Reading;
use crate::site::link::Options;

/// What the site is compiled from.
pub struct Desk {
    root: PathBuf,
    reading: Reading,
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
        let reading = Reading::new(root, as_of.unwrap_or_else(clock::now));
        let mut desk = Self { root: root.to_owned(), reading, cache: Cache::default(), options, as_of, live };
        desk.show(Change::Pages, None, clock::now());
        desk
    }

    /// Reads again what is at these paths, and shows what became of it. Gives back what could not be read for now.
    pub fn reread(&mut self, paths: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        let before = self.reading.findings.clone();
        let again = self.reading.again(&self.root, paths);
        let is_new = !again.changed.is_empty() || before != self.reading.findings;
        if is_new {
            let is_style = |path: &Arc<str>| path.starts_with("themes/") && path.ends_with(".css");
            let style = !again.changed.is_empty() && again.changed.iter().all(is_style);
            self.show(if style { Change::Style } else { Change::Pages }, Some(&again.changed), clock::now());
        }
        again.unreadable
    }

    /// Shows drafts or not, and the site as it is at an instant (none: now).
    pub fn set(&mut self, drafts: Option<bool>, as_of: Option<Option<Timestamp>>) {
        let before = (self.options.drafts, self.as_of);
        self.options.drafts = drafts.unwrap_or(self.options.drafts);
        self.as_of = as_of.unwrap_or(self.as_of);
        if before != (self.options.drafts, self.as_of) {
            self.show(Change::Pages, None, clock::now());
        }
    }

    /// Looks at the clock: shows the site anew when a state is another by now.
    pub fn tick(&mut self) {
        self.tick_at(clock::now());
    }

    fn tick_at(&mut self, now: Timestamp) {
        let Some(shown) = self.live.peek() else { return };
        if self.as_of.is_none() && shown.compiled.differs_at(now) {
            self.show(Change::Pages, None, now);
        }
    }

    /// Shows all findings, as they are known a moment after the edit of that generation, unless there is a later one. Gives
    /// the generation that is shown.
    pub fn complete(&mut self, generation: u64, found: Vec<Diagnostic>) -> Option<u64> {
        let shown = self.live.peek().filter(|shown| shown.generation == generation)?;
        let mut findings = found;
        findings.extend(self.reading.findings.iter().cloned());
        diagnostic::sort(&mut findings);
        if findings == *shown.findings {
            return Some(generation);
        }
        let (compiled, faulty) = (shown.compiled.clone(), HashSet::new());
        let mut next = Snapshot { generation: generation + 1, compiled, findings: Arc::default(), faulty, ..*shown };
        next.set_findings(Arc::new(findings), &self.reading.findings);
        if next.faulty != shown.faulty {
            // Other pages than before are the last good ones.
            next.pages_changed = next.generation;
        }
        self.live.set(next);
        Some(generation + 1)
    }

    /// The findings of a site that was compiled just now: its errors, and in place of what the rules find, which is known a
    /// moment later, what they found before. So what is said of a mistake does not go and come back with each save, and the page does
    /// not wait for the rules: of 6,000 pages they take 0.23 s, of 20,000 pages 0.8 s. Once they have run, [`Self::complete`] puts what
    /// they find in the place of all this.
    fn first_findings(
        &self,
        compiled: &Compiled,
        changed: Option<&BTreeSet<Arc<str>>>,
        before: Option<&Snapshot>,
    ) -> Arc<Vec<Diagnostic>> {
        let (Some(changed), Some(before)) = (changed, before) else {
            // At the start nobody waits for the rules: they find what they find a moment later.
            let mut findings = if before.is_some() { compiled.check() } else { compiled.findings.clone() };
            findings.extend(self.reading.findings.iter().cloned());
            diagnostic::sort(&mut findings);
            return Arc::new(findings);
        };
        // Most edits change nothing in what was found; a large site may have many findings.
        if compiled.findings == before.compiled.findings && self.reading.findings.is_empty() && before.faulty.is_empty() {
            return before.findings.clone();
        }
        let is_changed = |finding: &&Diagnostic| changed.contains(&finding.place.path);
        let was_compiled: HashSet<&Diagnostic> = before.compiled.findings.iter().chain(&self.reading.findings).collect();
        let errors = compiled.findings.iter().filter(|finding| finding.severity == Severity::Error || is_changed(finding));
        let is_record = |finding: &&Diagnostic| {
            finding.place.path.starts_with("content/") && compiled.sources().files.contains_key(&finding.place.path)
        };
        let old = before.findings.iter().filter(|finding| !is_changed(finding) || is_record(finding));
        let is_known_now = |finding: &Diagnostic| finding.severity == Severity::Error || is_changed(&finding);
        let old = old.filter(|finding| !is_known_now(finding) || !was_compiled.contains(finding));
        let mut findings: Vec<Diagnostic> = errors.chain(old).chain(&self.reading.findings).cloned().collect();
        diagnostic::sort(&mut findings);
        Arc::new(findings)
    }

    fn show(&mut self, change: Change, changed: Option<&BTreeSet<Arc<str>>>, now: Timestamp) {
        self.reading.sources.as_of = self.as_of.unwrap_or(now);
        let compiled = compile(&self.reading.sources, &self.options, &mut self.cache);
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
            findings: Arc::default(),
            faulty: HashSet::new(),
            faulty_everywhere: false,
            drafts: self.options.drafts,
            as_of_fixed: self.as_of.is_some(),
            as_of: self.reading.sources.as_of,
        };
        snapshot.set_findings(findings, &self.reading.findings);
        drop(before);
        self.live.set(snapshot);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site with one recruitment, open in October 2029.
    fn desk() -> (tempfile::TempDir, Desk) {
        let folder = tempfile::tempdir().unwrap();
        let stage = "{stage: application, opens: 2029-10-01, closes: 2029-10-31}";
        let files = [
            ("site.yaml", "title: {ja: 案内}\nlanguages: [ja]\n".to_owned()),
            ("hospitals/h.yaml", "name: {ja: 病院}\n".to_owned()),
            ("programs/p.yaml", "name: {ja: 研修}\n".to_owned()),
            (
                "schedules/s.yaml",
                format!("name: {{ja: 日程}}\nprogram: program/p\nrounds:\n  - round: first\n    stages: [{stage}]\n"),
            ),
        ];
        for (path, text) in files {
            let path = folder.path().join("content").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let root = folder.path().canonicalize().unwrap();
        let desk = Desk::new(&root, Options::default(), None, Arc::new(Live::new("1".into())));
        (folder, desk)
    }

    #[test]
    fn the_clock_may_go_on_and_back_and_the_site_follows() {
        let (_folder, mut desk) = desk();
        let live = desk.live.clone();
        let mut shown = Vec::new();
        for now in ["2029-09-30T14:59:59Z", "2029-09-30T15:00:00Z", "2029-10-31T15:00:00Z", "2029-10-15T00:00:00Z"] {
            desk.tick_at(now.parse().unwrap());
            let state = |entry: &crate::site::entries::Entry| entry.state.map(|state| format!("{state:?}"));
            shown.push(live.now().compiled.site.ids().find_map(|(_, entry)| state(entry)).unwrap());
        }
        // The program comes first: that one recruitment is over does not close it.
        assert_eq!(shown, ["Upcoming", "Open", "NotAnnounced", "Open"]);
        let generation = live.now().generation;
        desk.tick_at("2029-10-15T00:00:30Z".parse().unwrap());
        assert_eq!(live.now().generation, generation, "nothing is made anew while nothing changes");
    }

    #[test]
    fn what_a_rule_found_stays_until_the_rules_have_run_again_and_hinders_no_page() {
        let (folder, mut desk) = desk();
        let live = desk.live.clone();
        let path = folder.path().join("content/schedules/s.yaml");
        let good = std::fs::read_to_string(&path).unwrap();
        let paths = BTreeSet::from([PathBuf::from("content/schedules/s.yaml")]);
        let mut save = |text: &str| {
            std::fs::write(&path, text).unwrap();
            assert!(desk.reread(&paths).is_empty());
            let at_once = live.now();
            desk.complete(at_once.generation, at_once.compiled.check());
            let is_told = |snapshot: &Snapshot| snapshot.findings.iter().any(|finding| finding.code == "window-reversed");
            (is_told(&at_once), is_told(&live.now()), live.now().faulty.is_empty())
        };
        let reversed = good.replace("2029-10-31", "2029-09-30");
        assert_eq!(save(&reversed), (false, true, true));
        assert_eq!(save(&reversed.replace("日程", "新しい日程")), (true, true, true), "it does not go and come back");
        assert_eq!(save(&good), (true, false, true));
        assert_eq!(save(&good.replace("2029-10-31", "2029-10-32")), (false, false, false), "what cannot be read hinders");
    }

    #[test]
    fn an_instant_that_was_set_does_not_follow_the_clock() {
        let (_folder, mut desk) = desk();
        desk.set(None, Some(Some("2029-10-15T00:00:00Z".parse().unwrap())));
        let generation = desk.live.now().generation;
        desk.tick_at("2035-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(desk.live.now().generation, generation);
    }
}
