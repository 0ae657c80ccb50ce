//! `review-overdue`: the day on which the facts were to be compared again is past. `no-successor`: a recruitment that is over and
//! does not say what comes next, or says that the next is not announced although it is. `fiscal-year-basis`: a fiscal year that
//! does not say what it is counted by.

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
                findings.push(
                    Diagnostic::warning("no-successor", Place::file(&entry.path))
                        .help("no-successor-help")
                        .arg("next", following(entry.slug())),
                );
            }
            if let Some(Successor::NotAnnounced(span)) = schedule.successor
                && let Some(next) = next(site, schedule)
            {
                let finding = Diagnostic::warning("no-successor", Place::new(&entry.path, span)).says("successor-known");
                findings.push(finding.help("successor-known-help").arg("next", next.to_string()));
            }
            successors(site, entry, schedule, findings);
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

/// More recruitments in a row than this are no ring that anybody would write.
const LONGEST_CHAIN: usize = 50;

/// What comes next leads on, and not back.
fn successors(site: &Site, entry: &Entry, schedule: &Schedule, findings: &mut Vec<Diagnostic>) {
    let next = |schedule: &Schedule| match &schedule.successor {
        Some(Successor::Schedule(reference)) => mentions::resolve(site, &reference.target).ok().map(|id| site.entry(id)),
        _ => None,
    };
    let Some(Successor::Schedule(reference)) = &schedule.successor else { return };
    let follows = std::iter::successors(next(schedule), |entry| match &entry.record.body {
        Body::Schedule(schedule) => next(schedule),
        _ => None,
    });
    let place = Place::new(&entry.path, reference.span);
    if follows.take(LONGEST_CHAIN).any(|other| std::ptr::eq(other, entry)) {
        findings.push(Diagnostic::warning("no-successor", place).says("successor-in-a-ring").help("successor-in-a-ring-help"));
        return;
    }
    let year = |schedule: &Schedule| schedule.fiscal_year.as_ref().and_then(Fact::known).cloned();
    let other = next(schedule).and_then(|other| match &other.record.body {
        Body::Schedule(other) => year(other),
        _ => None,
    });
    if let Some((own, other)) = year(schedule).zip(other)
        && own.basis == other.basis
        && other.year < own.year
    {
        let finding = Diagnostic::warning("dates-reversed", place).says("dates-reversed-successor").help("dates-reversed-help");
        findings.push(finding.label(Place::new(&entry.path, own.span), "successor-of-year"));
    }
}

/// A name for the schedule that follows one of this name: of the next year, where it names a year.
fn following(slug: &str) -> String {
    let parts = slug.split('-').map(|part| match part.parse::<u16>() {
        Ok(year) if part.len() == 4 => (year + 1).to_string(),
        _ => part.to_owned(),
    });
    let next = parts.collect::<Vec<_>>().join("-");
    if next == slug { format!("{slug}-2") } else { next }
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
