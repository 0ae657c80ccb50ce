//! `/_headers`: what hosts that read it send with each answer.

use std::fmt::Write;

use crate::render::view::shared::POLICY;
use crate::site::Site;
use crate::site::open_data::{self, Format, Table};
use crate::site::routes::{self, Route};

/// The file: the policy of the pages, hashed files kept for ever, and media types that hosts do not tell from a file's ending.
pub fn headers(site: &Site) -> String {
    let base = site.base_url.path.trim_end_matches('/');
    let mut out = format!(
        "{base}/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Permissions-Policy: camera=(), geolocation=(), microphone=()\n\n\
         {base}/theme/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    );
    // The folder of an index is named after its contents.
    if site.file.search.is_on {
        for lang in site.languages.all() {
            let folder = routes::search_address(site, lang);
            let _ = write!(out, "\n{base}{folder}:index/*\n  Cache-Control: public, max-age=31536000, immutable\n");
        }
    }
    let mut media_type = |path: &str, name: &str| {
        let _ = write!(out, "\n{base}{path}\n  Content-Type: {name}; charset=utf-8\n");
    };
    if site.routes.values().any(|route| matches!(route, Route::Subscription(..))) {
        media_type(&format!("{}*", routes::CALENDARS), "text/calendar");
    }
    for table in Table::ALL {
        media_type(&open_data::address(table, Format::Csv), "text/csv");
    }
    for lang in site.languages.all() {
        media_type(&format!("/{}/feed.xml", site.languages.folder(lang)), "application/atom+xml");
    }
    // Programs of others may read the data from within their own pages.
    let _ = write!(out, "\n{base}{}*\n  Access-Control-Allow-Origin: *\n", open_data::FOLDER);
    out
}
