//! `future-date`: something that is said to be done, on a day that has not come; something that is announced for a day years
//! ahead. `bad-moment`: something that is announced or was done in another century. `dates-reversed`: two dates of a record in
//! the wrong order.

use jiff::SignedDuration;

use crate::base::{Diagnostic, Place};
use crate::model::fact::Fact;
use crate::model::moment::Moment;
use crate::model::record::Body;
use crate::model::schedule::Stage;
use crate::site::Site;
use crate::site::entries::Entry;

/// Nobody has announced or compared anything here before.
const LONG_AGO: i16 = 1900;

/// So many hours ahead: five years.
const FAR: SignedDuration = SignedDuration::from_hours(5 * 366 * 24);

/// Checks a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let zone = &site.file.zone.0;
    let common = &entry.record.common;
    let place = |moment: &Moment| Place::new(&entry.path, moment.span);
    for moment in done(entry) {
        if moment.start(zone).is_some_and(|start| start > site.as_of) {
            findings.push(Diagnostic::warning("future-date", place(moment)).help("future-date-help"));
        }
    }
    // Nobody announces what is so far ahead.
    let limit = site.as_of.checked_add(FAR).unwrap_or(site.as_of);
    for moment in ahead(entry) {
        if moment.start(zone).is_some_and(|start| start > limit) {
            let finding = Diagnostic::warning("future-date", place(moment)).says("future-date-far");
            findings.push(finding.help("future-date-far-help"));
        }
    }
    for moment in done(entry).into_iter().chain(ahead(entry)).chain(held(entry)) {
        if (1..LONG_AGO).contains(&moment.year_number()) {
            let finding = Diagnostic::error("bad-moment", place(moment)).says("bad-moment-long-ago");
            findings.push(finding.help("bad-moment-long-ago-help"));
        }
    }
    let mut reversed = |first: &Option<Moment>, second: &Option<Moment>, message: &'static str, label: &'static str| {
        let (Some(first), Some(second)) = (first, second) else { return };
        if second.end(zone).zip(first.start(zone)).is_some_and(|(end, start)| end <= start) {
            let finding = Diagnostic::warning("dates-reversed", place(second)).says(message).help("dates-reversed-help");
            findings.push(finding.label(place(first), label));
        }
    };
    reversed(&common.verified, &common.review_by, "dates-reversed-review", "verified-here");
    if let Body::Notice(notice) = &entry.record.body {
        reversed(&notice.as_of, &notice.posted, "dates-reversed-posted", "as-of-here");
    }
}

/// The moments that are announced.
fn ahead(entry: &Entry) -> Vec<&Moment> {
    match &entry.record.body {
        Body::Notice(notice) => notice.date.iter().filter_map(Fact::known).collect(),
        Body::Schedule(schedule) => {
            schedule.known_rounds().iter().flat_map(|round| &round.stages).flat_map(Stage::written).collect()
        }
        _ => Vec::new(),
    }
}

/// When people of a notice held their offices.
fn held(entry: &Entry) -> Vec<&Moment> {
    match &entry.record.body {
        Body::Notice(notice) => notice.people.items.iter().filter_map(|person| person.at.as_ref()).collect(),
        _ => Vec::new(),
    }
}

/// The moments at which something was done.
fn done(entry: &Entry) -> Vec<&Moment> {
    let common = &entry.record.common;
    let mut done: Vec<&Moment> = common.verified.iter().chain(common.changes.iter().map(|change| &change.date)).collect();
    match &entry.record.body {
        Body::Notice(notice) => done.extend(notice.posted.iter().chain(&notice.as_of)),
        Body::Program(program) => {
            let hosts = program.participation.items.iter();
            done.extend(hosts.filter_map(|host| host.confirmed.as_ref().and_then(Fact::known)));
        }
        _ => {}
    }
    done
}
