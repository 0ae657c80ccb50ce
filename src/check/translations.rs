//! `outdated-translation`: a translation whose source text has changed since it was accepted. `changed-facts`: a record whose facts
//! have changed since they were accepted. Both rest on `content/translations.lock`; a site without it has neither.

use super::lock::{Lock, State, pairs_of};
use crate::base::{Diagnostic, Place};
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks a record against the lock.
pub fn check(site: &Site, lock: &Lock, entry: &Entry, findings: &mut Vec<Diagnostic>) {
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
            let finding = Diagnostic::warning("changed-facts", Place::file(&entry.path)).help("changed-facts-help");
            let (old, new) = first_difference(old, &pair.source);
            finding.arg("old", old).arg("new", new).arg("path", pair.path.as_str())
        } else {
            let finding = Diagnostic::warning("outdated-translation", place).help("outdated-translation-help");
            let finding =
                finding.arg("key", pair.key.as_str()).arg("language", pair.language.as_str()).arg("path", pair.path.as_str());
            finding.arg("old", old).arg("new", pair.source.as_str())
        });
    }
}

/// The first fact in which two lists differ, as each has it; a dash where it is in one alone.
fn first_difference<'t>(old: &'t str, new: &'t str) -> (&'t str, &'t str) {
    let name = |line: &'t str| line.split_once(": ").map_or(line, |(name, _)| name);
    let only_in = |lines: &'t str, others: &'t str| lines.lines().find(|line| !others.lines().any(|other| other == *line));
    let (Some(before), after) = (only_in(old, new), only_in(new, old)) else {
        return ("—", only_in(new, old).unwrap_or("—"));
    };
    let same = new.lines().find(|line| name(line) == name(before));
    match (same, after) {
        (Some(same), _) => (before, same),
        (None, Some(after)) if name(after) < name(before) => ("—", after),
        (None, _) => (before, "—"),
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
