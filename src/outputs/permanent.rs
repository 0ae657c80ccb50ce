//! The identifier that a record keeps for ever in feeds and calendars: neither `--base-url` nor a new address changes it.

use crate::model::site_file::BaseUrl;
use crate::site::languages::Lang;
use crate::site::{RecordId, Site, routes};

/// Where the site says of itself that it is published, wherever a build of it is.
pub fn base(site: &Site) -> &BaseUrl {
    site.file.base_url.as_ref().unwrap_or(&site.base_url)
}

/// An address of the site as an absolute one below [`base`].
pub fn absolute(site: &Site, address: &str) -> String {
    let base = base(site);
    format!("{}{}{address}", base.origin, base.path.trim_end_matches('/'))
}

/// The record's address in the language; of one that has moved, the first that it had.
pub fn record_address(site: &Site, lang: Lang, id: RecordId) -> String {
    match site.entry(id).record.common.aliases.first() {
        Some(first) => format!("/{}{}", site.languages.folder(lang), first.address),
        None => routes::record_address(site, lang, id),
    }
}

/// The same without a language.
pub fn common_address(site: &Site, id: RecordId) -> String {
    let entry = site.entry(id);
    match entry.record.common.aliases.first() {
        Some(first) => first.address.to_string(),
        None => format!("/{}/{}/", entry.kind().folder(), entry.slug()),
    }
}
