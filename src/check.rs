//! The rules that look at the linked site. One rule, or a few that share one question, in one file.

pub mod agreement;
pub mod allow;
pub mod amounts;
pub mod baseline;
pub mod catalogue;
pub mod closings;
pub mod confirmations;
pub mod contradictions;
pub mod copies;
pub mod dates;
pub mod file_names;
pub mod fiscal_years;
pub mod former_addresses;
pub mod freshness;
pub mod lock;
pub mod marks;
pub mod offsets;
pub mod placeholders;
pub mod quotations;
pub mod readings;
pub mod repeated;
pub mod statements;
pub mod structure;
pub mod sums;
pub mod translations;
pub mod whereabouts;
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

const CHECKS: &[Check] = &[
    confirmations::check,
    dates::check,
    former_addresses::check,
    freshness::check,
    marks::check,
    offsets::check,
    placeholders::check,
    quotations::check,
    readings::check,
    repeated::check,
    structure::check,
    windows::check,
];

/// Records that a thread checks without handing some to another.
const AT_ONCE: usize = 50;

/// Runs every rule over every record, in parallel, as long as somebody wants to know; nothing as soon as nobody does. Gives
/// what was found `before` and what the rules find, not sorted; what records allow is still among it.
pub fn run_while(
    site: &Site,
    sources: &Sources,
    lock: &lock::Lock,
    before: &[Diagnostic],
    wanted: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Diagnostic>> {
    let rejected = wording::Rejected::of(site);
    let languages = agreement::Languages::of(site.fallback().iter(), sources);
    let names = agreement::Names::of(site, &languages);
    let records: Vec<&Entry> = site.entries.iter().map(|entry| &**entry).filter(|entry| !entry.broken).collect();
    let of_records = records.par_iter().with_max_len(AT_ONCE).try_fold(Vec::new, |mut findings, entry| {
        if !wanted() {
            return None;
        }
        CHECKS.iter().for_each(|check| check(site, entry, &mut findings));
        let stated = agreement::Stated::of(entry, &languages);
        agreement::check(site, &names, entry, &stated, &mut findings);
        amounts::check(entry, &stated, &mut findings);
        closings::check(site, entry, &stated, &mut findings);
        contradictions::check(site, entry, &stated, &mut findings);
        fiscal_years::check(entry, &stated, &mut findings);
        statements::check(entry, &stated, &mut findings);
        sums::check(entry, &stated, &mut findings);
        whereabouts::check(site, &names, entry, &stated, &mut findings);
        wording::check(site, &rejected, entry, &mut findings);
        translations::check(site, sources, lock, entry, &mut findings);
        Some(findings)
    });
    // There may be very many: they are moved once.
    let lists = of_records.collect::<Option<Vec<Vec<Diagnostic>>>>()?;
    let mut findings = Vec::with_capacity(before.len() + lists.iter().map(Vec::len).sum::<usize>());
    findings.extend_from_slice(before);
    lists.into_iter().for_each(|mut list| findings.append(&mut list));
    findings.extend(agreement::slips(sources));
    findings.extend(agreement::check_files(site, &names, &languages, sources));
    findings.extend(copies::check(site));
    findings.extend(marks::terms(site));
    findings.extend(translations::check_files(sources, lock));
    findings.extend(base_url(site));
    findings.extend(file_names::check(sources));
    findings.extend(former_addresses::check_all(site));
    Some(findings)
}

/// `missing-base-url`: feeds, the sitemap and links between languages would name this machine.
fn base_url(site: &Site) -> Option<Diagnostic> {
    let path = SITE_FILE.into();
    site.has_no_base_url.then(|| Diagnostic::warning("missing-base-url", Place::file(&path)).help("missing-base-url-help"))
}
