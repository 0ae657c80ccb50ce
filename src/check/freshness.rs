//! `review-overdue`: the day on which the facts were to be compared again is past. `no-successor`: a recruitment that is over
//! and does not say what comes next. `fiscal-year-basis`: a fiscal year without saying by what it is counted.

use crate::base::{Diagnostic, Place};
use crate::model::fact::Fact;
use crate::model::moment::FiscalYear;
use crate::model::record::Body;
use crate::site::Site;
use crate::site::entries::Entry;
use crate::site::recruitment;

/// Checks a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let common = &entry.record.common;
    if let Some(review) = &common.review_by
        && review.end(&site.file.zone.0).is_some_and(|end| end <= site.as_of)
    {
        findings.push(Diagnostic::warning("review-overdue", Place::new(&entry.path, review.span)).help("review-overdue-help"));
    }
    match &entry.record.body {
        Body::Schedule(schedule) => {
            let windows = recruitment::windows(schedule, &site.vocabularies);
            let is_over = !windows.is_empty() && windows.iter().all(|(_, closes)| *closes <= site.as_of);
            if is_over && schedule.successor.is_none() {
                findings.push(Diagnostic::warning("no-successor", Place::file(&entry.path)).help("no-successor-help"));
            }
            basis(entry, schedule.fiscal_year.as_ref(), findings);
        }
        Body::Program(program) => {
            for host in &program.participation.items {
                basis(entry, host.fiscal_year.as_ref(), findings);
            }
        }
        _ => {}
    }
}

fn basis(entry: &Entry, year: Option<&Fact<FiscalYear>>, findings: &mut Vec<Diagnostic>) {
    if let Some(year) = year.and_then(Fact::known)
        && year.basis.is_none()
    {
        findings
            .push(Diagnostic::warning("fiscal-year-basis", Place::new(&entry.path, year.span)).help("fiscal-year-basis-help"));
    }
}
