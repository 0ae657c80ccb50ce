//! When a page last changed in a way that matters to readers.

use jiff::Timestamp;

use crate::model::fact::Fact;
use crate::model::moment::Moment;
use crate::model::record::Body;
use crate::site::entries::Entry;
use crate::site::{RecordId, Site};

/// The date of a record: its last major change; of a notice without one, its own date.
pub fn last_major(entry: &Entry) -> Option<&Moment> {
    let changes = entry.record.common.changes.iter().filter(|change| change.major).map(|change| &change.date);
    let key =
        |moment: &&Moment| (moment.year_number(), moment.month, moment.day, moment.time.map(|time| (time.hour(), time.minute())));
    changes.max_by_key(key).or_else(|| match &entry.record.body {
        Body::Notice(notice) => notice.posted.as_ref().or_else(|| notice.date.as_ref().and_then(Fact::known)),
        _ => None,
    })
}

/// The instant at which that date begins in the site's zone.
pub fn instant(site: &Site, moment: &Moment) -> Option<Timestamp> {
    moment.start(&site.file.zone.0)
}

/// Records that have a date, the newest first, then by identity.
pub fn newest(site: &Site, wanted: impl Fn(&Entry) -> bool) -> Vec<(Timestamp, RecordId)> {
    let mut dated: Vec<(Timestamp, RecordId)> = site
        .ids()
        .filter(|(_, entry)| !entry.broken && wanted(entry))
        .filter_map(|(id, entry)| Some((instant(site, last_major(entry)?)?, id)))
        .collect();
    dated.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    dated
}

/// An instant as RFC 3339 writes it, in UTC, to the second.
pub fn rfc3339(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A moment as W3C's profile of ISO 8601 writes it, no more precise than it is known; days have no zone.
pub fn w3c(site: &Site, moment: &Moment) -> Option<String> {
    moment.datetime(&site.file.zone.0)
}
