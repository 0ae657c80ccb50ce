//! The rules that look at the linked site. One rule, or a few that share one question, in one file.

pub mod agreement;
pub mod allow;
pub mod amounts;
pub mod baseline;
pub mod catalogue;
pub mod freshness;
pub mod lock;
pub mod marks;
pub mod offsets;
pub mod statements;
pub mod structure;
pub mod translations;
pub mod windows;
pub mod wording;

use rayon::prelude::*;

use crate::base::{Diagnostic, Place};
use crate::site::Site;
use crate::site::entries::Entry;
use crate::site::link::SITE_FILE;
use crate::source::Sources;

/// A rule: looks at one record in its site.
type Check = fn(&Site, &Entry, &mut Vec<Diagnostic>);

const CHECKS: [Check; 6] = [amounts::check, freshness::check, marks::check, offsets::check, structure::check, windows::check];

/// Runs every rule over every record, in parallel. The findings are not sorted, and what records allow is still among them.
pub fn run(site: &Site, sources: &Sources, lock: &lock::Lock) -> Vec<Diagnostic> {
    run_while(site, sources, lock, &|| true).unwrap_or_default()
}

/// The same as long as somebody wants to know; nothing as soon as nobody does.
pub fn run_while(
    site: &Site,
    sources: &Sources,
    lock: &lock::Lock,
    wanted: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Diagnostic>> {
    let rejected = wording::Rejected::of(site);
    let records: Vec<&Entry> = site.entries.iter().map(|entry| &**entry).filter(|entry| !entry.broken).collect();
    // Each thread has one list for many records: there may be very many findings, and moving them takes a while.
    let of_records = records
        .par_iter()
        .try_fold(Vec::new, |mut findings, entry| {
            if !wanted() {
                return None;
            }
            CHECKS.iter().for_each(|check| check(site, entry, &mut findings));
            let stated = agreement::Stated::of(entry);
            agreement::check(site, entry, &stated, &mut findings);
            statements::check(site, entry, &stated, &mut findings);
            wording::check(site, &rejected, entry, &mut findings);
            translations::check(site, sources, lock, entry, &mut findings);
            Some(findings)
        })
        .try_reduce(Vec::new, |mut findings, mut more| {
            findings.append(&mut more);
            Some(findings)
        });
    let mut findings = of_records?;
    findings.extend(marks::terms(site));
    findings.extend(base_url(site));
    Some(findings)
}

/// `missing-base-url`: feeds, the sitemap and links between languages would name this machine.
fn base_url(site: &Site) -> Option<Diagnostic> {
    let path = SITE_FILE.into();
    site.has_no_base_url.then(|| Diagnostic::warning("missing-base-url", Place::file(&path)).help("missing-base-url-help"))
}
