//! `allow` in a record accepts a finding with a reason. `unused-allow`: one that accepts nothing; `unknown-word` where no rule has its code.

use super::catalogue;
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Place, Severity};
use crate::site::Site;
use crate::site::entries::Entry;

/// Drops the findings that records accept. Errors are not accepted: nothing is published over them.
pub fn apply(site: &Site, findings: &mut Vec<Diagnostic>) {
    let mut unused = Vec::new();
    for entry in site.entries.iter().filter(|entry| !entry.record.common.allow.is_empty()) {
        for allow in &entry.record.common.allow {
            let place = Place::new(&entry.path, allow.span);
            if catalogue::rule(&allow.code).is_none() {
                let finding = Diagnostic::error("unknown-word", place).says("unknown-rule").arg("word", &*allow.code);
                unused.push(match nearest(&allow.code, catalogue::codes()) {
                    Some(near) => finding.help("unknown-rule-nearest").arg("nearest", near),
                    None => finding.help("unknown-rule-help"),
                });
                continue;
            }
            let before = findings.len();
            findings.retain(|finding| {
                finding.severity == Severity::Error || *finding.code != *allow.code || !is_in(entry, &finding.place)
            });
            if findings.len() == before {
                let finding = Diagnostic::warning("unused-allow", place).help("unused-allow-help");
                unused.push(finding.arg("code", &*allow.code));
            }
        }
    }
    findings.append(&mut unused);
}

/// Is the place in one of the record's files?
fn is_in(entry: &Entry, place: &Place) -> bool {
    place.path == entry.path || entry.prose.iter().any(|file| file.path == place.path)
}
