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

/// The first line in which two texts differ, of each.
fn first_difference<'t>(old: &'t str, new: &'t str) -> (&'t str, &'t str) {
    let (mut a, mut b) = (old.lines(), new.lines());
    loop {
        match (a.next(), b.next()) {
            (Some(a), Some(b)) if a == b => {}
            (a, b) => return (a.unwrap_or("—"), b.unwrap_or("—")),
        }
    }
}
