//! Gives every route its address, and finds addresses that are claimed twice.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::facets::Facet;
use super::open_data::{self, Format, Table};
use super::routes::{self, Overview, Route};
use super::{RecordId, Site, contacts, mentions, ways};
use crate::base::{Diagnostic, Place};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::schedule::Schedule;

/// Addresses in one file of a sitemap (sitemaps.org).
pub const SITEMAP_LIMIT: usize = 50_000;

/// The site's routes, and what is wrong with its addresses.
pub fn routes(site: &Site, theme_assets: &[Box<str>]) -> (BTreeMap<Box<str>, Route>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut addresses = Addresses { routes: BTreeMap::new() };
    addresses.add("/", Route::Root);
    addresses.add("/404.html", Route::NotFound);
    for lang in site.languages.all() {
        let tag = site.languages.folder(lang);
        addresses.add(&format!("/{tag}/404.html"), Route::NotFoundIn(lang));
        addresses.add(&format!("/{tag}/feed.xml"), Route::Feed(lang));
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page) {
            for page in 1..=routes::pages(site.list(lang, kind).len(), site.file.page_size) {
                addresses.add(&routes::list_address(site, lang, kind.folder(), page), Route::List(lang, kind, page));
            }
        }
        for overview in Overview::ALL.into_iter().filter(|overview| overview.is_in(site, lang)) {
            addresses.add(&routes::list_address(site, lang, overview.folder(), 1), Route::Overview(lang, overview));
        }
        if site.file.search.is_on {
            addresses.add(&routes::search_address(site, lang), Route::Search(lang));
        }
        for way in ways::all(site) {
            addresses.add(&routes::list_address(site, lang, &way.folder(), 1), Route::Can(lang, way));
        }
        for facet in Facet::ALL {
            addresses.add(&routes::list_address(site, lang, facet.folder(), 1), Route::FacetIndex(lang, facet));
            for (value, records) in site.facets.of(facet) {
                let folder = format!("{}/{value}", facet.folder());
                for page in 1..=routes::pages(records.len(), site.file.page_size) {
                    let route = Route::FacetList(lang, facet, value.clone(), page);
                    addresses.add(&routes::list_address(site, lang, &folder, page), route);
                }
            }
        }
    }
    addresses.add_records(site, &mut findings);
    addresses.add_aliases(site, &mut findings);
    addresses.add_calendars(site);
    addresses.add_letters(site);
    addresses.add_data(site);
    addresses.add("/robots.txt", Route::Robots);
    addresses.add("/_headers", Route::Headers);
    addresses.add("/.nojekyll", Route::NoJekyll);
    if site.ids().any(|(_, entry)| !entry.record.common.aliases.is_empty()) {
        addresses.add("/_redirects", Route::Redirects);
    }
    if site.file.htaccess {
        addresses.add("/.htaccess", Route::Htaccess);
    }
    for asset in theme_assets {
        addresses.add(&format!("/theme/{asset}"), Route::ThemeAsset(asset.clone()));
    }
    addresses.add("/sitemap.xml", Route::Sitemap);
    let count = addresses.routes.values().filter(|route| route.is_listed(site)).count();
    if count > SITEMAP_LIMIT {
        for part in 1..=count.div_ceil(SITEMAP_LIMIT) {
            addresses.add(&format!("/sitemap-{part}.xml"), Route::SitemapPart(part));
        }
    }
    for (path, address) in site.assets.iter() {
        if addresses.is_taken(address) {
            findings.push(clash(Place::file(path), address));
        } else {
            addresses.add(address, Route::ContentAsset((&**path).into()));
        }
    }
    (addresses.routes, findings)
}

struct Addresses {
    routes: BTreeMap<Box<str>, Route>,
}

impl Addresses {
    /// Takes an address; gives the one that had it before back, which keeps it.
    fn add(&mut self, address: &str, route: Route) -> Option<&Route> {
        use std::collections::btree_map::Entry;
        match self.routes.entry(address.into()) {
            Entry::Vacant(place) => {
                place.insert(route);
                None
            }
            Entry::Occupied(place) => Some(place.into_mut()),
        }
    }

    /// Would a file of this address take the place of another's, or of a folder in which others lie, or the other way round?
    fn is_taken(&self, address: &str) -> bool {
        let as_folder = [address, "/"].concat();
        let inside = self.routes.range::<str, _>((Bound::Included(&*as_folder), Bound::Unbounded)).next();
        self.routes.contains_key(address)
            || address.strip_suffix("index.html").is_some_and(|folder| self.routes.contains_key(folder))
            || inside.is_some_and(|(other, _)| other.starts_with(&as_folder))
            || address.match_indices('/').skip(1).any(|(end, _)| address.get(..end).is_some_and(|a| self.routes.contains_key(a)))
    }

    fn add_records(&mut self, site: &Site, findings: &mut Vec<Diagnostic>) {
        for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
            let mut clashes = false;
            for lang in site.languages.all() {
                let address = routes::record_address(site, lang, id);
                if self.add(&address, Route::Record(lang, id)).is_some() {
                    if !clashes {
                        findings.push(self.claimed(site, Place::file(&entry.path), &address));
                    }
                    clashes = true;
                }
            }
        }
        if site.find(Kind::Page, "index").is_none() {
            for lang in site.languages.all() {
                self.add(&routes::home_address(site, lang), Route::Home(lang));
            }
        }
    }

    /// A former address has no language: it leads to the record in each language, and in the source from above.
    fn add_aliases(&mut self, site: &Site, findings: &mut Vec<Diagnostic>) {
        for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
            for alias in &entry.record.common.aliases {
                let folder = alias.address.trim_start_matches('/').split('/').next().unwrap_or_default();
                if site.languages.all().any(|lang| site.languages.folder(lang) == folder) {
                    let finding =
                        Diagnostic::error("bad-address", Place::new(&entry.path, alias.span)).says("alias-with-language");
                    findings.push(finding.help("bad-alias-help").arg("found", &*alias.address).arg("language", folder));
                    continue;
                }
                // Its own address may stand first among them: what it is known by for ever when others follow.
                let own = |lang| routes::record_address(site, lang, id);
                let is_own = site.languages.all().next().is_some_and(|lang| {
                    own(lang).strip_prefix('/').and_then(|own| own.strip_prefix(site.languages.folder(lang)))
                        == Some(&*alias.address)
                });
                if is_own || !alias.can_be_a_page() {
                    continue;
                }
                let first = site.languages.all().next();
                let with_language =
                    site.languages.all().map(|lang| (lang, format!("/{}{}", site.languages.folder(lang), alias.address)));
                let bare = first.map(|lang| (lang, alias.address.to_string()));
                let mut clashes = false;
                for (lang, address) in with_language.chain(bare) {
                    if self.add(&address, Route::Alias(lang, id)).is_some() {
                        if !clashes {
                            findings.push(self.claimed(site, Place::new(&entry.path, alias.span), &address));
                        }
                        clashes = true;
                    }
                }
            }
        }
    }

    /// A calendar for each round whose dates are not all past, since nobody puts those into a calendar; and one for each
    /// program with dates. That one stays for ever: programs ask for it again and again.
    fn add_calendars(&mut self, site: &Site) {
        let mut programs = BTreeSet::new();
        for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
            let Body::Schedule(schedule) = &entry.record.body else { continue };
            let rounds = dated_rounds(site, schedule);
            let is_dated = !rounds.is_empty();
            for (index, name) in rounds.into_iter().filter_map(|(index, name)| Some((index, name?))) {
                for lang in site.languages.all() {
                    self.add(&routes::calendar_address(site, lang, id, &name), Route::Calendar(lang, id, index));
                }
            }
            if is_dated
                && let Some(program) = &schedule.program
                && let Ok(program) = mentions::resolve(site, &program.target)
            {
                programs.insert(program);
            }
        }
        for program in programs.into_iter().filter(|program| !site.entry(*program).broken) {
            for lang in site.languages.all() {
                self.add(&routes::subscription_address(site, lang, program), Route::Subscription(lang, program));
            }
        }
    }

    fn add_letters(&mut self, site: &Site) {
        let programs = site.ids().filter(|(_, entry)| !entry.broken && entry.kind() == Kind::Program);
        for (id, _) in programs.filter(|(id, _)| contacts::of_program(site, *id).is_some()) {
            for lang in site.languages.all() {
                self.add(&routes::letter_address(site, lang, id), Route::Letter(lang, id));
            }
        }
    }

    /// The tables, and the page about them; a site that has a page of its own at that address keeps it.
    fn add_data(&mut self, site: &Site) {
        for lang in site.languages.all() {
            self.add(&routes::data_address(site, lang), Route::DataPage(lang));
        }
        for table in Table::ALL {
            for format in Format::ALL {
                self.add(&open_data::address(table, format), Route::Data(table, format));
            }
        }
    }

    fn claimed(&self, site: &Site, place: Place, address: &str) -> Diagnostic {
        let finding = clash(place, address);
        let owner = match self.routes.get(address) {
            Some(Route::Record(_, id) | Route::Alias(_, id)) => Some(&site.entry(*id).path),
            _ => None,
        };
        match owner {
            Some(owner) => {
                finding.says("clashing-address-with").arg("other", &**owner).label(Place::file(owner), "also-claimed-here")
            }
            None => finding,
        }
    }
}

/// The rounds of a schedule with dates: the place of each among all, and its name in addresses unless it is over.
pub fn dated_rounds(site: &Site, schedule: &Schedule) -> Vec<(usize, Option<String>)> {
    let dated = schedule.known_rounds().iter().enumerate().filter(|(_, round)| round.has_dates());
    dated
        .map(|(index, round)| (index, (!round.is_over(&schedule.zone, site.as_of)).then(|| schedule.round_name(index))))
        .collect()
}

fn clash(place: Place, address: &str) -> Diagnostic {
    Diagnostic::error("clashing-address", place).help("clashing-address-help").arg("address", address)
}

/// The canonical address of a record's page: that of the language in which it is shown.
pub fn canonical(site: &Site, lang: super::languages::Lang, id: RecordId) -> String {
    let shown = site.entry(id).shown_in(lang, &site.languages);
    let lang = site.languages.reading(&shown).unwrap_or(lang);
    routes::record_address(site, lang, id)
}
