//! `/_redirects`: former addresses of records, for hosts that read it (Netlify, Cloudflare Pages, GitLab Pages). Others get the
//! stub pages.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::base::percent::encode;
use crate::site::Site;
use crate::site::languages::Lang;
use crate::site::routes::{self, Route};

/// One line for each former address, in the order of the addresses. Hosts compare addresses as browsers send them: `%E5` and the like.
pub fn redirects(site: &Site) -> String {
    let base = site.base_url.path.trim_end_matches('/');
    let mut out = String::new();
    for (from, to) in all(site) {
        let _ = writeln!(out, "{base}{} {base}{} 301", encode(&from), encode(&to));
    }
    out
}

/// Where each former address leads: those with a page of their own, and those of files, at which no page can stand.
fn all(site: &Site) -> BTreeMap<String, String> {
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
