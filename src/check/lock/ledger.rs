//! What was published, as the lock keeps it: the addresses of a record, the anchors that its editors wrote, and its events in
//! readers' calendars with their versions. Nothing is removed from it unless an editor asks for that, file by file.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::site::Version;

/// The kinds of its lines.
const ADDRESS: &str = "@address";
const ANCHOR: &str = "@anchor";
const EVENT: &str = "@event";

/// Behind the moment of an event that was withdrawn.
pub const WITHDRAWN: &str = " withdrawn";

/// What was published, by the file of each record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// By path.
    pub records: BTreeMap<String, Published>,
}

/// What was published of one record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// Addresses without a language, and the languages in which there was a page.
    pub addresses: BTreeMap<String, BTreeSet<String>>,
    /// Ids of headings that editors wrote.
    pub anchors: BTreeSet<String>,
    /// Events, by what they are known by for ever.
    pub events: BTreeMap<String, Event>,
}

/// An event that calendars of readers hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Event {
    /// Its moment, and whether it was withdrawn.
    pub when: String,
    /// How often that changed.
    pub sequence: u32,
    /// When it changed last, as RFC 3339; empty when it never did.
    pub changed: String,
}

impl Event {
    /// Is what it is now: one version more, if that is another moment.
    fn update(&mut self, now: &Self, at: Timestamp) {
        if self.when != now.when {
            let sequence = self.sequence.saturating_add(1);
            *self = Self { when: now.when.clone(), sequence, changed: at.to_string() };
        }
    }
}

impl Ledger {
    /// Is nothing kept?
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Reads the fields of a line, if it is one of its own.
    pub(super) fn read(&mut self, parts: &[&str]) -> Option<()> {
        let (path, kind, rest) = match parts {
            [path, kind @ (ADDRESS | ANCHOR | EVENT), rest @ ..] => (*path, *kind, rest),
            _ => return None,
        };
        let mut record = self.records.remove(path).unwrap_or_default();
        match (kind, rest) {
            (ADDRESS, [address, languages]) => {
                let languages = languages.split(',').map(str::to_owned);
                record.addresses.entry((*address).to_owned()).or_default().extend(languages);
            }
            (ANCHOR, [anchor]) => {
                record.anchors.insert((*anchor).to_owned());
            }
            (EVENT, [uid, when, sequence, changed]) => {
                let sequence = sequence.parse().unwrap_or_default();
                let event = Event { when: (*when).to_owned(), sequence, changed: (*changed).to_owned() };
                record.events.insert((*uid).to_owned(), event);
            }
            // A line that is damaged is passed over.
            _ => {}
        }
        // Of a file of which every line is damaged, nothing is known.
        if record != Published::default() {
            self.records.insert(path.to_owned(), record);
        }
        Some(())
    }

    /// Its lines.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (path, record) in &self.records {
            for (address, languages) in &record.addresses {
                let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
                lines.push(format!("{path}\t{ADDRESS}\t{address}\t{}", languages.join(",")));
            }
            lines.extend(record.anchors.iter().map(|anchor| format!("{path}\t{ANCHOR}\t{anchor}")));
            for (uid, Event { when, sequence, changed }) in &record.events {
                lines.push(format!("{path}\t{EVENT}\t{uid}\t{when}\t{sequence}\t{changed}"));
            }
        }
        lines
    }

    /// Adds what is published now of the files that are wanted. An event whose moment is another has one version more.
    pub fn accept(&mut self, now: &Self, is_wanted: impl Fn(&str) -> bool, at: Timestamp) {
        for (path, record) in now.records.iter().filter(|(path, _)| is_wanted(path)) {
            let kept = self.records.entry(path.clone()).or_default();
            for (address, languages) in &record.addresses {
                kept.addresses.entry(address.clone()).or_default().extend(languages.iter().cloned());
            }
            kept.anchors.extend(record.anchors.iter().cloned());
            for (uid, event) in &record.events {
                kept.events.entry(uid.clone()).or_insert_with(|| event.clone()).update(event, at);
            }
        }
    }

    /// Accepts of what is published now only that events are withdrawn, which nobody had moved before.
    pub fn withdraw(&mut self, now: &Self, at: Timestamp) {
        for (path, kept) in &mut self.records {
            let Some(record) = now.records.get(path) else { continue };
            for (uid, event) in &mut kept.events {
                let now = record.events.get(uid).filter(|now| now.when.strip_suffix(WITHDRAWN) == Some(&event.when));
                now.into_iter().for_each(|now| event.update(now, at));
            }
        }
    }

    /// Forgets what was published of a file, which is gone for good.
    pub fn forget(&mut self, path: &str) {
        self.records.remove(path);
    }

    /// The ledger when files have other names. What was published of a file that is gone stays, under its old one.
    pub fn carried(&self, place: impl Fn(&str) -> Option<String>) -> Self {
        let mut carried = Self::default();
        for (path, record) in &self.records {
            let kept = carried.records.entry(place(path).unwrap_or_else(|| path.clone())).or_default();
            for (address, languages) in &record.addresses {
                kept.addresses.entry(address.clone()).or_default().extend(languages.iter().cloned());
            }
            kept.anchors.extend(record.anchors.iter().cloned());
            kept.events.extend(record.events.clone());
        }
        carried
    }

    /// The versions of all events.
    pub fn versions(&self) -> BTreeMap<String, Version> {
        let events = self.records.values().flat_map(|record| &record.events);
        let version = |event: &Event| Version { sequence: event.sequence, changed: event.changed.parse().ok() };
        events.map(|(uid, event)| (uid.clone(), version(event))).collect()
    }

    /// How many of the addresses in another ledger are not in this one.
    pub fn lacks(&self, now: &Self) -> usize {
        let known: BTreeSet<(&String, &String)> = self.addresses().collect();
        now.addresses().filter(|address| !known.contains(address)).count()
    }

    fn addresses(&self) -> impl Iterator<Item = (&String, &String)> {
        let records = self.records.values().flat_map(|record| &record.addresses);
        records.flat_map(|(address, languages)| languages.iter().map(move |language| (language, address)))
    }
}
