//! Checks the HTML that the site's own templates make, once for each template and language: `broken-html`.

use std::collections::BTreeMap;
use std::mem::discriminant;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use super::Compiled;
use crate::base::{Diagnostic, diagnostic};
use crate::model::reference::Kind;
use crate::render::theme::tree;
use crate::site::Site;
use crate::site::languages::Lang;
use crate::site::routes::Route;

/// Looks at a page of each template that shows what the site has written. The built-in templates have no such mistake.
pub fn check(compiled: &Compiled) -> Vec<Diagnostic> {
    if compiled.renderer.theme.is_built_in() {
        return Vec::new();
    }
    let mut pages: BTreeMap<(Option<usize>, String), &Route> = BTreeMap::new();
    for route in compiled.site.routes.values().filter(|route| route.is_page()) {
        pages.entry((route.lang().map(Lang::index), template(&compiled.site, route))).or_insert(route);
    }
    let found = pages.into_par_iter().flat_map_iter(|((_, template), route)| of_page(compiled, &template, route));
    let mut findings: Vec<Diagnostic> = found.collect();
    // What stands in the frame of all pages is told once.
    diagnostic::sort(&mut findings);
    findings
}

/// The template that is likely to show a page; of pages that are no record's, a name that tells them from others.
fn template(site: &Site, route: &Route) -> String {
    match route {
        Route::Record(_, id) => match site.entry(*id) {
            entry if entry.kind() == Kind::Page && entry.slug() == "index" => "home.html".to_owned(),
            entry => format!("{}.html", entry.kind().as_str()),
        },
        other => format!("{:?}", discriminant(other)),
    }
}

fn of_page(compiled: &Compiled, template: &str, route: &Route) -> Vec<Diagnostic> {
    let theme = &compiled.renderer.theme;
    // That it cannot be rendered is a finding of its own.
    let Some(html) = compiled.render(route).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else { return Vec::new() };
    let (faults, links) = tree::read(&html);
    let mut findings = Vec::new();
    for fault in faults {
        let tag = html.get(fault.tag).unwrap_or_default();
        let place = theme.place_of(tag, template).or_else(|| theme.place_of_template(template));
        if let Some(place) = place {
            let finding = Diagnostic::warning("broken-html", place).says(fault.says).help("broken-html-help");
            findings.push(finding.arg("name", fault.name).arg("outer", fault.outer));
        }
    }
    for link in links.into_iter().filter(|link| !has_page(&compiled.site, &link.address)) {
        // Addresses that are made from values lead to pages.
        if let Some(place) = theme.place_of(html.get(link.tag).unwrap_or_default(), template) {
            let finding = Diagnostic::warning("broken-html", place).says("html-no-page").help("html-no-page-help");
            findings.push(finding.arg("name", link.address));
        }
    }
    findings
}

/// Is there something at an address, as far as it is one of this site?
fn has_page(site: &Site, address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let Some(below) = path.strip_prefix(site.base_url.path.trim_end_matches('/')) else { return true };
    if !below.starts_with('/') || below.starts_with("//") {
        return true;
    }
    let Ok(below) = percent_decode_str(below).decode_utf8() else { return false };
    let folder = below.strip_suffix("index.html").unwrap_or(&below);
    site.routes.contains_key(folder) || site.routes.contains_key(&*format!("{folder}/"))
}
