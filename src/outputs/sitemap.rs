//! The sitemap (sitemaps.org) with alternates in other languages; split where it would hold more than 50,000 addresses.

use std::fmt::Write;

use super::dates;
use super::xml::{escape, escape_into};
use crate::model::reference::Kind;
use crate::render::view::shared::{absolute, has_own_home};
use crate::site::Site;
use crate::site::addresses::SITEMAP_LIMIT;
use crate::site::languages::Lang;
use crate::site::routes::{self, Route};

/// The beginning of a sitemap.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";

/// Bytes for each address of the site: more for a page, nothing for the files that are none.
const URL: usize = 320;

/// The sitemap, or the index of its parts.
pub fn sitemap(site: &Site) -> String {
    let parts = site.routes.values().filter(|route| matches!(route, Route::SitemapPart(_))).count();
    if parts == 0 {
        return part(site, 1);
    }
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for number in 1..=parts {
        let _ = writeln!(out, "<sitemap><loc>{}</loc></sitemap>", absolute(site, &format!("/sitemap-{number}.xml")));
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// One part, counted from 1.
pub fn part(site: &Site, number: usize) -> String {
    let listed = site.routes.iter().filter(|(_, route)| route.is_listed(site));
    let base = escape(&absolute(site, ""));
    let mut out = String::with_capacity(site.routes.len().min(SITEMAP_LIMIT) * URL);
    out.push_str(HEAD);
    for (address, route) in listed.skip((number - 1) * SITEMAP_LIMIT).take(SITEMAP_LIMIT) {
        url(site, &base, address, route, &mut out);
    }
    out.push_str("</urlset>\n");
    out
}

/// One page, with its date and its translations.
fn url(site: &Site, base: &str, address: &str, route: &Route, out: &mut String) {
    out.push_str("<url><loc>");
    out.push_str(base);
    escape_into(address, out);
    out.push_str("</loc>");
    if let Route::Record(_, id) = route
        // The sitemap's schema takes a full date or none.
        && let Some(date) = dates::last_major(site.entry(*id)).filter(|moment| moment.date().is_some())
        && let Some(date) = dates::w3c(site, date)
    {
        let _ = write!(out, "<lastmod>{date}</lastmod>");
    }
    let alternates = alternates(site, route);
    // As in the pages' heads: of home pages, the default is the page that offers the languages.
    let entrance = is_home(site, route).then_some("/");
    let default = alternates.first().map(|(_, address)| ("x-default", entrance.unwrap_or(address)));
    let tagged = alternates.iter().map(|(lang, address)| (site.languages.tag(*lang).as_str(), address.as_str()));
    for (tag, address) in tagged.chain(default) {
        for part in ["<xhtml:link rel=\"alternate\" hreflang=\"", tag, "\" href=\"", base] {
            out.push_str(part);
        }
        escape_into(address, out);
        out.push_str("\"/>");
    }
    out.push_str("</url>\n");
}

/// Is it a home page, or the page that offers them all?
fn is_home(site: &Site, route: &Route) -> bool {
    match route {
        Route::Root | Route::Home(_) => true,
        Route::Record(_, id) => site.find(Kind::Page, "index") == Some(*id),
        _ => false,
    }
}

/// The page in every language in which it is real, its own too; nothing when that is its only one.
fn alternates(site: &Site, route: &Route) -> Vec<(Lang, String)> {
    let found: Vec<(Lang, String)> = site
        .languages
        .all()
        .filter_map(|lang| match route {
            Route::Record(_, id) => {
                site.entry(*id).exists_in(lang, &site.languages).then(|| (lang, routes::record_address(site, lang, *id)))
            }
            Route::Root if !has_own_home(site, lang) => None,
            _ if !site.is_begun(lang) => None,
            Route::Root | Route::Home(_) => Some((lang, routes::home_address(site, lang))),
            Route::DataPage(_) => Some((lang, routes::data_address(site, lang))),
            Route::List(_, kind, page) => Some((lang, routes::list_address(site, lang, kind.folder(), *page))),
            Route::Overview(_, overview) => Some((lang, routes::list_address(site, lang, overview.folder(), 1))),
            Route::Can(_, way) => Some((lang, routes::list_address(site, lang, &way.folder(), 1))),
            Route::FacetIndex(_, facet) => Some((lang, routes::list_address(site, lang, facet.folder(), 1))),
            Route::FacetList(_, facet, value, page) => {
                Some((lang, routes::list_address(site, lang, &format!("{}/{value}", facet.folder()), *page)))
            }
            _ => None,
        })
        .collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// `/robots.txt`: everything may be read, and where the sitemap is.
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", absolute(site, "/sitemap.xml"))
}
