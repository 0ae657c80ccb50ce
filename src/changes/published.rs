//! Nothing that was published disappears unnoticed: addresses, anchors and events that the lock lists are compared with those
//! that there are now. `lost-address`: a page or an anchor that no longer exists. `changed-event`: an event of readers' calendars
//! that moved or disappeared, and that nobody has accepted.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Place};
use crate::check::lock::{self, Event, Ledger, Published};
use crate::outputs::calendar::{self, Told};
use crate::site::entries::Entry;
use crate::site::routes::{self, Route};
use crate::site::{RecordId, Site, targets};

/// What is published of the site as it is. Drafts are not.
pub fn published(site: &Site) -> Ledger {
    let mut ledger = Ledger::default();
    for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken && !entry.record.common.draft) {
        let record = ledger.records.entry(entry.path.to_string()).or_default();
        for lang in site.languages.all() {
            let folder = site.languages.folder(lang);
            let address = routes::record_address(site, lang, id);
            let common = address.get(folder.len() + 1..).unwrap_or_default().to_owned();
            record.addresses.entry(common).or_default().insert(folder.to_owned());
        }
        record.anchors.extend(own_anchors(entry));
    }
    for (uid, told) in calendar::events(site) {
        let entry = site.entry(told.schedule);
        if let Some(record) = ledger.records.get_mut(&*entry.path) {
            record.events.insert(uid, Event { when: told.when, ..Event::default() });
        }
    }
    ledger
}

/// The ids that editors wrote at headings of the source; translations take them over.
fn own_anchors(entry: &Entry) -> impl Iterator<Item = String> {
    let source = entry.prose.first().into_iter();
    let headings = source.flat_map(|file| file.prose.outline.iter().zip(&file.heading_ids));
    headings.filter(|(heading, _)| heading.id.is_some()).map(|(_, id)| id.to_string())
}

/// What was published and is no longer, or is another.
pub fn check(site: &Site, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if ledger.is_empty() {
        return findings;
    }
    let events = calendar::events(site);
    let by_path: BTreeMap<&str, RecordId> = site.ids().map(|(id, entry)| (&*entry.path, id)).collect();
    for (path, record) in &ledger.records {
        let now = by_path.get(&**path).copied().or_else(|| successor(site, record));
        // A file that could not be read, or whose page is a draft for now, is not lost for that.
        if now.is_some_and(|id| site.entry(id).broken && !site.entry(id).record.common.draft) {
            continue;
        }
        of_addresses(site, ledger, path, record, now, &mut findings);
        if let Some(id) = now.filter(|id| !site.entry(*id).broken) {
            of_anchors(site, id, record, &mut findings);
        }
        of_events(site, path, record, &events, &mut findings);
    }
    findings
}

/// The ledger after records took over the addresses of others: what was published of those is theirs now.
pub fn settled(site: &Site, ledger: &Ledger) -> Ledger {
    let known: BTreeMap<&str, RecordId> = site.ids().map(|(id, entry)| (&*entry.path, id)).collect();
    ledger.carried(|path| {
        let heir = ledger.records.get(path).filter(|_| !known.contains_key(path)).and_then(|record| successor(site, record));
        Some(heir.map_or_else(|| path.to_owned(), |id| site.entry(id).path.to_string()))
    })
}

/// Is something gone, and not only another?
pub fn is_loss(finding: &Diagnostic) -> bool {
    finding.message != "changed-event"
}

/// The record to which the former addresses of one that is gone lead.
fn successor(site: &Site, record: &Published) -> Option<RecordId> {
    let addresses = record.addresses.iter().flat_map(|(address, folders)| folders.iter().map(move |folder| (folder, address)));
    addresses.into_iter().find_map(|(folder, address)| match site.routes.get(&*format!("/{folder}{address}"))? {
        Route::Alias(_, id) | Route::Record(_, id) => Some(*id),
        _ => None,
    })
}

fn of_addresses(
    site: &Site,
    ledger: &Ledger,
    path: &str,
    record: &Published,
    now: Option<RecordId>,
    findings: &mut Vec<Diagnostic>,
) {
    for (address, folders) in &record.addresses {
        let whole = folders.iter().map(|folder| format!("/{folder}{address}"));
        let lost: Vec<String> = whole.filter(|whole| !site.routes.contains_key(&**whole)).collect();
        let Some(first) = lost.first() else { continue };
        let lock: Arc<str> = lock::PATH.into();
        let place = now.map_or_else(|| Place::file(&lock), |id| Place::file(&site.entry(id).path));
        let finding = Diagnostic::error("lost-address", place).arg("address", first.as_str()).arg("count", lost.len());
        let finding = finding.arg("alias", address.as_str()).arg("path", path);
        let file = now.map(|id| site.entry(id).path.to_string()).or_else(|| meant(site, ledger, path));
        findings.push(match file {
            Some(file) => finding.help("lost-address-file").arg("file", file),
            None => finding.help("lost-address-help"),
        });
    }
}

/// The file of the record that most likely takes the place of one that is gone: a new one of its kind, the only one or that with the
/// nearest name.
fn meant(site: &Site, ledger: &Ledger, path: &str) -> Option<String> {
    let (folder, _) = path.rsplit_once('/')?;
    let is_new = |entry: &&Arc<Entry>| {
        entry.path.rsplit_once('/').is_some_and(|(other, _)| other == folder) && !ledger.records.contains_key(&*entry.path)
    };
    let new: Vec<&str> = site.entries.iter().filter(is_new).map(|entry| &*entry.path).collect();
    match new[..] {
        [only] => Some(only.to_owned()),
        _ => nearest(path, new).map(str::to_owned),
    }
}

fn of_anchors(site: &Site, id: RecordId, record: &Published, findings: &mut Vec<Diagnostic>) {
    let Some(first) = site.languages.all().next().filter(|_| !record.anchors.is_empty()) else { return };
    let known = targets::anchors_of(site, first, id);
    let entry = site.entry(id);
    let path = entry.prose.first().map_or(&entry.path, |file| &file.path);
    for anchor in record.anchors.iter().filter(|anchor| !known.iter().any(|known| **known == ***anchor)) {
        let finding = Diagnostic::error("lost-address", Place::file(path)).says("lost-anchor").help("lost-anchor-help");
        findings.push(finding.arg("anchor", anchor.as_str()).arg("path", &*entry.path));
    }
}

fn of_events(site: &Site, path: &str, record: &Published, events: &BTreeMap<String, Told>, findings: &mut Vec<Diagnostic>) {
    for (uid, kept) in &record.events {
        let Some(told) = events.get(uid) else {
            if is_to_come(site, &kept.when) {
                let place: Arc<str> =
                    if site.entries.iter().any(|entry| *entry.path == *path) { path } else { lock::PATH }.into();
                let finding = Diagnostic::error("changed-event", Place::file(&place)).says("lost-event").help("lost-event-help");
                findings.push(finding.arg("old", kept.when.as_str()).arg("path", path));
            }
            continue;
        };
        if told.when != kept.when {
            let entry = site.entry(told.schedule);
            let finding = Diagnostic::error("changed-event", Place::file(&entry.path)).help("changed-event-help");
            let finding = finding.arg("old", kept.when.as_str()).arg("new", told.when.as_str());
            findings.push(finding.arg("key", told.trail.as_str()).arg("path", &*entry.path));
        }
    }
}

/// Is the last day of a moment not past? Who looks at a calendar does not miss what is over.
fn is_to_come(site: &Site, when: &str) -> bool {
    let today = site.as_of.to_zoned(site.file.zone.0.clone()).date().to_string();
    let last = when.split(' ').next().and_then(|moments| moments.rsplit('/').next()).and_then(|moment| moment.get(..10));
    last.is_some_and(|day| *day >= *today)
}
