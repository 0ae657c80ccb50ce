//! Where a link in prose or in a record leads: outside, to a page of the site, to a file, or nowhere.

use super::languages::Lang;
use super::routes::Route;
use super::{RecordId, Site, anchors, routes};
use crate::base::percent::decode;
use crate::model::reference::Kind;

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another site, or a program that takes mail or calls.
    Outside,
    /// An address of this site, below the base path, and an anchor in it.
    Inside {
        /// `/ja/hospitals/x/`.
        address: Box<str>,
        /// Without `#`.
        anchor: Option<Box<str>>,
    },
    /// No page and no file has that address.
    NoPage,
    /// The page is there; the anchor is not.
    NoAnchor {
        /// The anchors that it has.
        known: Vec<Box<str>>,
    },
}

/// Where the link `address`, written in the file `path` on the page `page`, leads to for readers of `lang`.
pub fn resolve(site: &Site, lang: Lang, page: Option<RecordId>, path: &str, address: &str) -> Target {
    if has_scheme(address) {
        return if is_without_host(address) { Target::NoPage } else { Target::Outside };
    }
    let (before, anchor) = match address.split_once('#') {
        Some((before, anchor)) => (before, Some(decode(anchor)).filter(|anchor| !anchor.is_empty())),
        None => (address, None),
    };
    let before = decode(before.split('?').next().unwrap_or_default());
    let own = || page.map(|id| routes::record_address(site, lang, id));
    let found = if before.is_empty() { own() } else { find(site, lang, &before, path, own) };
    let Some(found) = found else { return Target::NoPage };
    match (anchor, site.routes.get(&*found)) {
        (Some(anchor), Some(Route::Record(lang, id))) => {
            let known = anchors_of(site, *lang, *id);
            if known.iter().any(|id| **id == *anchor) {
                Target::Inside { address: found.into(), anchor: Some(anchor.into()) }
            } else {
                Target::NoAnchor { known }
            }
        }
        (anchor, _) => Target::Inside { address: found.into(), anchor: anchor.map(Into::into) },
    }
}

/// The address below the site's own base address, which is written in full.
pub fn own<'a>(site: &Site, address: &'a str) -> Option<&'a str> {
    let base = site.file.base_url.as_ref()?;
    let rest = address.strip_prefix(&*base.origin)?;
    let below = rest.strip_prefix(base.path.trim_end_matches('/'))?;
    match below {
        "" => Some("/"),
        below => below.starts_with(['/', '#', '?']).then_some(below),
    }
}

/// Is it an address of the web that names no host?
fn is_without_host(address: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| rest.starts_with(['/', '?', '#', ':']) || rest.is_empty())
}

/// The anchors of a record's page: its prose's headings and the sections of its facts.
pub fn anchors_of(site: &Site, lang: Lang, id: RecordId) -> Vec<Box<str>> {
    let prose = site.entry(id).prose(lang, &site.languages);
    let headings = prose.into_iter().flat_map(|file| file.heading_ids.iter().cloned());
    headings.chain(anchors::SECTIONS.iter().map(|id| (*id).into())).collect()
}

fn find(site: &Site, lang: Lang, address: &str, path: &str, own: impl Fn() -> Option<String>) -> Option<String> {
    let tag = site.languages.folder(lang);
    let mut candidates = Vec::new();
    // Nearly all links are written without the language, and lead to a record.
    if is_record_page(site, address) {
        return Some(["/", tag, address].concat());
    }
    if let Some(rest) = address.strip_prefix('/') {
        let clean = if is_normal(address) { address.to_owned() } else { normalize("/", rest)? };
        if clean != address && is_record_page(site, &clean) {
            return Some(["/", tag, &clean].concat());
        }
        candidates.push(["/", tag, &clean].concat());
        candidates.push(clean);
    } else {
        // Relative to the file that it is written in: an image, or another record's file.
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if let Some(file) = normalize(&format!("/{folder}/"), address) {
            let file = file.trim_start_matches('/');
            if let Some(found) = site.assets.get(file) {
                return Some(found.to_string());
            }
            if let Some(id) = record_file(site, file) {
                return Some(routes::record_address(site, lang, id));
            }
        }
        candidates.push(normalize(&own()?, address)?);
    }
    candidates.into_iter().find_map(|candidate| {
        if site.routes.contains_key(&*candidate) {
            return Some(candidate);
        }
        // The file that a page is, or its folder.
        let folder = match candidate.strip_suffix("index.html") {
            Some(folder) => folder.to_owned(),
            None => (!candidate.ends_with('/')).then(|| candidate + "/")?,
        };
        site.routes.contains_key(&*folder).then_some(folder)
    })
}

/// Is this the address of a record's page, without its language?
fn is_record_page(site: &Site, address: &str) -> bool {
    let mut parts = address.split('/');
    let (Some(""), Some(folder), Some(slug), Some(""), None) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let found = Kind::from_folder(folder).filter(|kind| *kind != Kind::Page).and_then(|kind| site.find(kind, slug));
    found.is_some_and(|id| !site.entry(id).broken)
}

/// The record whose YAML or prose file this is.
fn record_file(site: &Site, path: &str) -> Option<RecordId> {
    let (folder, name) = path.strip_prefix("content/")?.split_once('/')?;
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".md"))?;
    let slug = stem.split('.').next()?;
    site.find(Kind::from_folder(folder)?, slug)
}

/// Is an address that begins with a slash surely what [`normalize`] would make of it?
fn is_normal(address: &str) -> bool {
    !address.as_bytes().windows(2).any(|pair| matches!(pair, b"//" | b"/." | b".."))
}

/// `relative` seen from the folder of `base`, without `.` and `..`; `None` when it leaves the root.
fn normalize(base: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = base[..=base.rfind('/')?].split('/').filter(|part| !part.is_empty()).collect();
    let is_folder = relative.is_empty() || relative.ends_with('/') || relative.ends_with("..") || relative == ".";
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    Some(match (path.is_empty(), is_folder) {
        (true, _) => "/".to_owned(),
        (false, true) => ["/", &path, "/"].concat(),
        (false, false) => ["/", &path].concat(),
    })
}

/// Has the address a scheme (RFC 3986, section 3.1), or is it of another host (`//host/…`)?
pub fn has_scheme(address: &str) -> bool {
    address.starts_with("//")
        || address.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses() {
        assert_eq!(normalize("/ja/hospitals/x/", "../y/").as_deref(), Some("/ja/hospitals/y/"));
        assert_eq!(normalize("/ja/hospitals/x/", "../../about").as_deref(), Some("/ja/about"));
        assert_eq!(normalize("/ja/", "../../../etc"), None);
        assert_eq!(normalize("/", "ja/"), Some("/ja/".into()));
    }

    #[test]
    fn schemes() {
        assert!(has_scheme("https://a") && has_scheme("mailto:a@b") && has_scheme("//host/x"));
        assert!(!has_scheme("/a:b") && !has_scheme("a/b:c") && !has_scheme("#x:y"));
    }
}
