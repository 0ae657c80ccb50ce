//! `/_redirects`: former addresses of records, for hosts that read it. Others get the stub pages.

use std::fmt::Write;

use crate::site::Site;
use crate::site::routes::{self, Route};

/// One line for each former address.
pub fn redirects(site: &Site) -> String {
    let base = site.base_url.path.trim_end_matches('/');
    let mut out = String::new();
    for (address, route) in site.routes.iter() {
        if let Route::Alias(lang, id) = route {
            let _ = writeln!(out, "{base}{address} {base}{} 301", routes::record_address(site, *lang, *id));
        }
    }
    out
}
