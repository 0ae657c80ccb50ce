//! `outdated-translation`: a translation whose source text has changed since it was accepted. `changed-texts`: texts that are
//! new, gone, moved or changed in another way, and that nobody has accepted. `changed-facts`: facts that have changed since they
//! were accepted. All rest on `content/translations.lock`; a site without it has none.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::lock::{self, Lock, Pair, State, pairs_of};
use crate::base::{Diagnostic, Place, Severity, Span};
use crate::model::node::{Node, Value};
use crate::model::yaml;
use crate::site::Site;
use crate::site::entries::Entry;
use crate::source::Sources;

/// What stands for a fact that is not there.
const NONE: &str = "—";

/// Checks a record against the lock.
pub fn check(site: &Site, sources: &Sources, lock: &Lock, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    if lock.is_empty() {
        return;
    }
    let pairs = pairs_of(site, entry);
    let files: BTreeSet<&str> = std::iter::once(&*entry.path).chain(entry.prose.iter().map(|file| &*file.path)).collect();
    for path in files.into_iter().filter(|path| lock.knows(path)) {
        check_file(sources, lock, path, &pairs, entry.incomplete, findings);
    }
}

/// Checks the files that are no records, and files that are gone.
pub fn check_files(sources: &Sources, lock: &Lock) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if lock.is_empty() {
        return findings;
    }
    for pair in lock::pairs_of_files(sources).into_iter().filter(|pair| lock.knows(&pair.path)) {
        let path = pair.path.clone();
        check_file(sources, lock, &path, &[pair], false, &mut findings);
    }
    let place: Arc<str> = lock::PATH.into();
    for path in lock.paths().into_iter().filter(|path| !sources.files.contains_key(*path)) {
        let finding = Diagnostic::warning("changed-texts", Place::file(&place)).says("changed-texts-file");
        findings.push(finding.help("changed-texts-file-help").arg("path", path));
    }
    findings
}

/// What one file says, against what was accepted of it.
fn check_file(sources: &Sources, lock: &Lock, path: &str, pairs: &[Pair], is_incomplete: bool, findings: &mut Vec<Diagnostic>) {
    let shared: Arc<str> = path.into();
    let told = |place: Place, message: &'static str| {
        Diagnostic::warning("changed-texts", place).says(message).help("changed-texts-help").arg("path", path)
    };
    let mut new: Vec<&Pair> = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.path == path) {
        let place = Place::new(&shared, pair.span);
        match lock.state(pair) {
            // What is mistaken is to be mended, not to be accepted.
            State::Outdated(old) if pair.is_of_facts() && !is_incomplete => {
                findings.push(changed_facts(sources, &shared, &old, &pair.source));
            }
            State::New if pair.is_of_facts() && !lock.is_old() && !is_incomplete => {
                findings.push(changed_facts(sources, &shared, "", &pair.source));
            }
            State::Outdated(_) if pair.is_of_facts() => {}
            State::Outdated(old) => {
                let finding = Diagnostic::warning("outdated-translation", place).help("outdated-translation-help");
                let finding = finding.arg("key", pair.key.as_str()).arg("language", pair.language.as_str());
                findings.push(finding.arg("path", path).arg("old", &*old).arg("new", pair.source.as_str()));
            }
            State::Changed(old) => {
                let now = pair.translation.as_deref().unwrap_or_default();
                let finding = told(place, "changed-texts").help("changed-texts-one-help").arg("old", old).arg("new", now);
                findings.push(finding.arg("key", pair.key.as_str()).arg("language", pair.language.as_str()));
            }
            // A file of the first kind held no text that has no translation.
            State::New if !pair.is_of_facts() && !lock.is_old() => new.push(pair),
            State::New | State::Missing | State::Current => {}
        }
    }
    if let Some(first) = new.first() {
        let finding = told(Place::new(&shared, first.span), "changed-texts-new").arg("key", first.key.as_str());
        findings.push(finding.arg("count", new.len()));
    }
    let gone = lock.gone(path, pairs);
    if let Some((_, first)) = gone.first() {
        findings.push(told(Place::file(&shared), "changed-texts-gone").arg("key", *first).arg("count", gone.len()));
    } else if let Some(pair) = lock.out_of_order(path, pairs) {
        findings.push(told(Place::new(&shared, pair.span), "changed-texts-order").arg("key", pair.key.as_str()));
    }
}

fn changed_facts(sources: &Sources, path: &Arc<str>, old: &str, now: &str) -> Diagnostic {
    let (old, new) = first_difference(old, now);
    let changed = if new == NONE { old } else { new };
    let span = sources.text(path).and_then(|text| place_of(&yaml::parse(path, text).0?, changed));
    let place = span.map_or_else(|| Place::file(path), |span| Place::new(path, span));
    let finding = Diagnostic::warning("changed-facts", place).help("changed-facts-help");
    finding.arg("old", old).arg("new", new).arg("path", &**path)
}

/// What is mistaken is to be mended, not to be accepted: of a file with an error it is not said yet that its facts changed.
pub fn leave_to_mend(findings: &mut Vec<Diagnostic>) {
    let is_told = |finding: &Diagnostic| finding.code == "changed-facts";
    if findings.iter().any(is_told) {
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        let mistaken: HashSet<_> = errors.map(|finding| finding.place.path.clone()).collect();
        findings.retain(|finding| !is_told(finding) || !mistaken.contains(&finding.place.path));
    }
}

/// Where a fact stands, by its line; of one that is gone, the beginning of what it was in.
fn place_of(root: &Node, line: &str) -> Option<Span> {
    let trail = line.split_once(": ").map_or(line, |(trail, _)| trail);
    let (mut node, mut is_found) = (root, true);
    for step in trail.split('.') {
        let inner = match &node.value {
            Value::List(items) => step.parse().ok().and_then(|at: usize| items.get(at)),
            _ => node.get(step),
        };
        let Some(inner) = inner else {
            is_found = false;
            break;
        };
        node = inner;
    }
    match is_found {
        true => Some(node.span),
        false if std::ptr::eq(node, root) => None,
        false => Some(Span { end: node.span.start + 1, ..node.span }),
    }
}

/// The first fact in which two lists differ, as each has it; a dash where it is in one alone.
fn first_difference<'t>(old: &'t str, new: &'t str) -> (&'t str, &'t str) {
    let name = |line: &'t str| line.split_once(": ").map_or(line, |(name, _)| name);
    let only_in = |lines: &'t str, others: &'t str| lines.lines().find(|line| !others.lines().any(|other| other == *line));
    let (Some(before), after) = (only_in(old, new), only_in(new, old)) else {
        return (NONE, only_in(new, old).unwrap_or(NONE));
    };
    let same = new.lines().find(|line| name(line) == name(before));
    match (same, after) {
        (Some(same), _) => (before, same),
        (None, Some(after)) if name(after) < name(before) => (NONE, after),
        (None, _) => (before, NONE),
    }
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn the_first_difference_names_the_same_fact_twice_or_none() {
        assert_eq!(first_difference("a: 1\nb: 2\n", "a: 1\nb: 3\n"), ("b: 2", "b: 3"));
        assert_eq!(first_difference("parent: x\n", "links.0: y\nparent: x\n"), ("—", "links.0: y"));
        assert_eq!(first_difference("links.0: y\nparent: x\n", "parent: x\n"), ("links.0: y", "—"));
        assert_eq!(first_difference("links.0: y\nparent: x\n", "parent: x\nsummary: z\n"), ("links.0: y", "—"));
    }
}
