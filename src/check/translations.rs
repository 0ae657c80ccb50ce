//! `outdated-translation`: a translation whose source text has changed since it was accepted. `changed-facts`: a record whose facts
//! have changed since they were accepted. Both rest on `content/translations.lock`; a site without it has neither.

use std::collections::HashSet;

use super::lock::{Lock, State, pairs_of};
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
    for pair in pairs_of(site, entry) {
        let State::Outdated(old) = lock.state(&pair) else { continue };
        if pair.is_of_facts() && entry.incomplete {
            // What is mistaken is to be mended, not to be accepted.
            continue;
        }
        let place = Place::new(&pair.path.as_str().into(), pair.span);
        findings.push(if pair.language == "facts" {
            let (old, new) = first_difference(old, &pair.source);
            let changed = if new == NONE { old } else { new };
            let span = sources.text(&entry.path).and_then(|text| place_of(&yaml::parse(&entry.path, text).0?, changed));
            let place = span.map_or_else(|| Place::file(&entry.path), |span| Place::new(&entry.path, span));
            let finding = Diagnostic::warning("changed-facts", place).help("changed-facts-help");
            finding.arg("old", old).arg("new", new).arg("path", pair.path.as_str())
        } else {
            let finding = Diagnostic::warning("outdated-translation", place).help("outdated-translation-help");
            let finding =
                finding.arg("key", pair.key.as_str()).arg("language", pair.language.as_str()).arg("path", pair.path.as_str());
            finding.arg("old", old).arg("new", pair.source.as_str())
        });
    }
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
