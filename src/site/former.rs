//! Former addresses of records, each with where it leads.

use std::collections::BTreeMap;

use super::Site;
use super::languages::Lang;
use super::routes::{self, Route};

/// Where each former address leads: those with a page of their own, and those of files, at which no page can stand.
pub fn addresses(site: &Site) -> BTreeMap<String, String> {
    let pages = site.routes.iter().filter_map(|(address, route)| match route {
        Route::Alias(lang, id) => Some((address.to_string(), routes::record_address(site, *lang, *id))),
        _ => None,
    });
    let mut all: BTreeMap<String, String> = pages.collect();
    for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
        for alias in entry.record.common.aliases.iter().filter(|alias| !alias.can_be_a_page()) {
            let mut add = |lang: Lang, from: String| {
                all.entry(from).or_insert_with(|| routes::record_address(site, lang, id));
            };
            site.languages.all().for_each(|lang| add(lang, ["/", site.languages.folder(lang), &alias.address].concat()));
            site.languages.all().take(1).for_each(|lang| add(lang, alias.address.to_string()));
        }
    }
    all
}
