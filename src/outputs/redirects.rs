//! `/_redirects`: former addresses of records, for hosts that read it (Netlify, Cloudflare Pages, GitLab Pages), and `/.htaccess` for
//! Apache. Others get the stub pages.

use std::fmt::Write;

use crate::base::percent::encode;
use crate::site::{Site, former};

/// One line for each former address, in the order of the addresses. Hosts compare addresses as browsers send them: `%E5` and the like.
/// A query stands as Netlify has it; the line has then a word too many for Cloudflare, which passes it over.
pub fn redirects(site: &Site) -> String {
    let base = site.base_url.path.trim_end_matches('/');
    let mut out = String::new();
    for (from, to) in former::addresses(site) {
        let (path, query) = from.split_once('?').unwrap_or((&from, ""));
        let query: String =
            query.split('&').filter(|pair| !pair.is_empty()).map(|pair| format!(" {}", parameter(pair))).collect();
        let _ = writeln!(out, "{base}{}{query} {base}{} 301", encode(path), encode(&to));
    }
    out
}

/// `/.htaccess`: the same for Apache, with what it does not know by itself. It compares decoded addresses.
pub fn htaccess(site: &Site) -> String {
    let base = site.base_url.path.trim_end_matches('/');
    let mut out = format!(
        "ErrorDocument 404 {base}/404.html\nAddType text/calendar;charset=utf-8 .ics\nAddType text/csv;charset=utf-8 .csv\n\
         AddType application/manifest+json .webmanifest\n"
    );
    let all = former::addresses(site);
    if !all.is_empty() {
        out.push_str("\nRewriteEngine On\n");
    }
    for (from, to) in &all {
        let (path, query) = from.split_once('?').map_or((&**from, None), |(path, query)| (path, Some(query)));
        if let Some(query) = query {
            let query: Vec<String> = query.split('&').map(parameter).collect();
            let _ = writeln!(out, "RewriteCond %{{QUERY_STRING}} ^{}$", pattern(&query.join("&")));
        }
        // Below the folder in which the file stands; without the query that came.
        let _ = writeln!(out, "RewriteRule ^{}$ {base}{} [R=301,L,QSD,NE]", pattern(&path[1..]), encode(to));
    }
    out
}

/// A parameter of a query as browsers send it.
fn parameter(pair: &str) -> String {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    format!("{}={}", encode(name), encode(value))
}

/// A text as a regular expression for itself alone. Letters beyond ASCII are no signs of it.
fn pattern(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !"/_-=&%~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
