//! `review-overdue`: the day on which the facts were to be compared again is past. `no-successor`: a recruitment that is over
//! and does not say what comes next, or says that it is not announced where it is. `fiscal-year-basis`: a fiscal year without saying by what it is counted.

use crate::base::{Diagnostic, Place};
use crate::model::fact::Fact;
use crate::model::moment::FiscalYear;
use crate::model::record::Body;
use crate::model::reference::{Identity, Relation};
use crate::model::schedule::{Schedule, Successor};
use crate::site::Site;
use crate::site::entries::Entry;
use crate::site::{mentions, recruitment};

/// Checks a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let common = &entry.record.common;
    // Nobody is to look at it again.
    if entry.is_retired() {
        return;
    }
    if let Some(review) = &common.review_by
        && review.end(&site.file.zone.0).is_some_and(|end| end <= site.as_of)
    {
        findings.push(Diagnostic::warning("review-overdue", Place::new(&entry.path, review.span)).help("review-overdue-help"));
    }
    match &entry.record.body {
        Body::Schedule(schedule) => {
            let is_over = recruitment::is_over(schedule, &site.vocabularies, site.as_of);
            // What is written with a mistake is to be mended first.
            if is_over && schedule.successor.is_none() && !entry.incomplete {
                findings.push(Diagnostic::warning("no-successor", Place::file(&entry.path)).help("no-successor-help"));
            }
            if let Some(Successor::NotAnnounced(span)) = schedule.successor
                && let Some(next) = next(site, schedule)
            {
                let finding = Diagnostic::warning("no-successor", Place::new(&entry.path, span)).says("successor-known");
                findings.push(finding.help("successor-known-help").arg("next", next.to_string()));
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

/// The schedule of the same program whose fiscal year comes next, by the same basis.
fn next<'s>(site: &'s Site, schedule: &Schedule) -> Option<&'s Identity> {
    let own = schedule.fiscal_year.as_ref().and_then(Fact::known)?;
    let program = mentions::resolve(site, &schedule.program.as_ref()?.target).ok()?;
    let later =
        site.entry(program).incoming.iter().filter(|(_, relation)| *relation == Relation::Program).filter_map(|(from, _)| {
            let other = site.entry(*from);
            let Body::Schedule(body) = &other.record.body else { return None };
            let year = body.fiscal_year.as_ref().and_then(Fact::known)?;
            let is_later = year.basis == own.basis && year.year > own.year && !other.record.common.draft;
            is_later.then_some((year.year, &other.record.identity))
        });
    later.min().map(|(_, identity)| identity)
}

fn basis(entry: &Entry, year: Option<&Fact<FiscalYear>>, findings: &mut Vec<Diagnostic>) {
    if let Some(year) = year.and_then(Fact::known)
        && year.basis.is_none()
    {
        let finding = Diagnostic::warning("fiscal-year-basis", Place::new(&entry.path, year.span));
        findings.push(finding.help("fiscal-year-basis-help").arg("year", year.year.to_string()));
    }
}
