//! `unconfirmed-status`: a host that is said to take people in, or not to, although nobody confirmed it; or one that is said to be
//! possible although it was confirmed.

use crate::base::{Diagnostic, Place};
use crate::model::fact::{Absence, Fact};
use crate::model::program::{Participation, Status};
use crate::model::record::Body;
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks a program.
pub fn check(_site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let Body::Program(program) = &entry.record.body else { return };
    for host in &program.participation.items {
        let (Some(message), Some(reference)) = (contradiction(host), &host.host) else { continue };
        let finding = Diagnostic::warning("unconfirmed-status", Place::new(&entry.path, reference.span)).says(message);
        findings.push(finding.help("unconfirmed-status-help").arg("status", host.status.as_str()));
    }
}

fn contradiction(host: &Participation) -> Option<&'static str> {
    let is_unconfirmed = matches!(host.confirmed, Some(Fact::Absent { absence: Absence::None | Absence::Unknown, .. }));
    let is_confirmed = matches!(host.confirmed, Some(Fact::Known { .. }));
    match host.status {
        Status::Open | Status::Closed if is_unconfirmed => Some("unconfirmed-status"),
        Status::Possible | Status::Unknown if is_confirmed => Some("unconfirmed-status-confirmed"),
        _ => None,
    }
}
