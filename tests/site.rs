//! The pinned guide as it is published: its pages, links, feeds, sitemap and addresses; and small sites for what it has not.

mod calendars;
mod glossary;
mod json_ld;
mod machines;
mod open_data;
mod pages;
mod records;
mod small;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::support::{AS_OF, Annai, Page, Published, address_of, file_of, pinned_guide, text_of};

const ORIGIN: &str = "https://example.org";

const LANGUAGES: [&str; 2] = ["ja", "en"];

/// A site below a base path.
struct Guide {
    base: &'static str,
    files: Published,
}

impl Guide {
    fn build(base: &'static str) -> Self {
        let out = tempfile::tempdir().unwrap();
        let folder = out.path().join("public");
        let url = format!("{ORIGIN}{base}");
        let arguments = ["build", "--as-of", AS_OF, "--base-url", url.as_str(), "--out", folder.to_str().unwrap()];
        Annai::new(&pinned_guide()).args(arguments).run().exits(0);
        Self { base, files: Published::read(&folder) }
    }

    fn pages(&self) -> Vec<Page> {
        self.files.pages()
    }

    /// An absolute address.
    fn absolute(&self, address: &str) -> String {
        format!("{ORIGIN}{}{}", self.base, &address[1..])
    }

    /// The address in the site and the fragment of what an attribute refers to; `None` when it is elsewhere.
    fn inside<'a>(&self, page: &'a Page, reference: &'a str) -> Option<(String, Option<&'a str>)> {
        let (target, fragment) = match reference.split_once('#') {
            Some((target, fragment)) => (target, Some(fragment)),
            None => (reference, None),
        };
        if target.is_empty() {
            return Some((page.address.clone(), fragment));
        }
        let target = target.strip_prefix(ORIGIN).unwrap_or(target);
        if let Some(path) = target.strip_prefix(self.base) {
            return Some((format!("/{path}"), fragment));
        }
        let is_elsewhere = ["https://", "http://", "mailto:", "tel:", "webcal:"].iter().any(|scheme| target.starts_with(scheme));
        assert!(is_elsewhere, "{reference} on {} is neither below the base address nor elsewhere", page.address);
        None
    }

    /// All pages that are meant to be found.
    fn real_pages(&self) -> Vec<Page> {
        self.pages().into_iter().filter(|page| !is_hidden(page)).collect()
    }
}

/// At the root of a host.
static AT_ROOT: LazyLock<Guide> = LazyLock::new(|| Guide::build("/"));

/// Below a path.
static BELOW: LazyLock<Guide> = LazyLock::new(|| Guide::build("/guide/"));

fn is_hidden(page: &Page) -> bool {
    page.attributes("meta[name=robots]", "content").contains(&"noindex")
}

/// Everything that a page refers to: where readers go, and what browsers load.
fn references(page: &Page) -> Vec<String> {
    let mut found: Vec<String> = ["href", "src", "action", "data", "poster", "cite"]
        .iter()
        .flat_map(|name| page.attributes(&format!("[{name}]"), name))
        .map(str::to_owned)
        .collect();
    let refresh = page.attributes("meta[http-equiv=refresh]", "content");
    found.extend(refresh.iter().map(|content| content.split_once("url=").unwrap().1.to_owned()));
    found
}

fn check_links(guide: &Guide) {
    let pages = guide.pages();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|page| (page.address.as_str(), page.attributes("[id]", "id").into_iter().collect())).collect();
    let mut broken = Vec::new();
    let mut checked = 0;
    for page in &pages {
        for reference in references(page) {
            let Some((address, fragment)) = guide.inside(page, &reference) else { continue };
            checked += 1;
            if !guide.files.files.contains_key(&file_of(&address)) {
                broken.push(format!("{}: no file for {reference}", page.address));
            } else if let Some(fragment) = fragment
                && !ids.get(address.as_str()).is_some_and(|ids| ids.contains(fragment))
            {
                broken.push(format!("{}: no id for {reference}", page.address));
            }
        }
    }
    assert!(broken.is_empty(), "{} of {checked}:\n{}", broken.len(), broken.join("\n"));
    assert!(checked > pages.len() * 10, "only {checked} links on {} pages", pages.len());
}

#[test]
fn every_link_leads_to_a_file_and_every_fragment_to_an_id() {
    check_links(&AT_ROOT);
}

#[test]
fn below_a_base_path_every_link_leads_to_a_file_and_every_fragment_to_an_id() {
    check_links(&BELOW);
}

#[test]
fn the_base_path_changes_addresses_and_nothing_else() {
    // The index holds addresses, and its folder is named by what it holds.
    let names = |guide: &'static Guide| guide.files.files.keys().filter(|name| !name.contains("/search/")).collect::<Vec<_>>();
    assert_eq!(names(&AT_ROOT), names(&BELOW));
    for (page, below) in AT_ROOT.pages().iter().zip(&BELOW.pages()) {
        assert_eq!(text_of(page.one("body")), text_of(below.one("body")), "{}", page.address);
    }
    let files = &BELOW.files;
    assert!(files.text("robots.txt").contains("Sitemap: https://example.org/guide/sitemap.xml\n"));
    assert!(files.text("_headers").starts_with("/guide/*\n"), "{}", files.text("_headers"));
    assert!(files.text("_headers").contains("\n/guide/theme/*\n"), "{}", files.text("_headers"));
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    for page in &BELOW.pages() {
        let at = &page.address;
        assert!(page.all("style, [style], base, iframe, object, embed").is_empty(), "{at}");
        for element in page.all("*") {
            assert!(element.value().attrs().all(|(name, _)| !name.starts_with("on")), "{} on {at}", element.html());
        }
        // A block of data is never run.
        for script in page.all("script:not([type='application/ld+json'])") {
            assert_eq!(text_of(script), "", "a script stands in {at}");
            assert!(script.value().attr("src").is_some(), "{at}");
        }
        let loaded = page.attributes("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]", "href");
        for address in loaded.into_iter().chain(page.attributes("[src]", "src")) {
            assert!(address.starts_with("/guide/"), "{at} loads {address}");
        }
        assert!(page.attributes("[srcset]", "srcset").is_empty(), "{at}");
        let policy = page.attribute("meta[http-equiv=Content-Security-Policy]", "content");
        for part in ["default-src 'none'", "style-src 'self'"] {
            assert!(policy.split("; ").any(|own| own == part), "{policy} on {at}");
        }
        // Beside the site's own scripts nothing but the page's block of data, which is never run, by its hash.
        let scripts = policy.split("; ").find(|own| own.starts_with("script-src ")).unwrap_or_default();
        let rest = scripts.trim_start_matches("script-src 'self'").trim();
        assert!(rest.is_empty() || rest.starts_with("'sha256-") && !rest.contains(' '), "{policy} on {at}");
        assert_eq!(rest.is_empty(), page.all("script[type='application/ld+json']").is_empty(), "{policy} on {at}");
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy} on {at}");
    }
    for path in BELOW.files.files.keys().filter(|path| path.ends_with(".css") || path.ends_with(".js")) {
        let text = BELOW.files.text(path);
        assert!(!text.contains("//fonts") && !text.contains("@import") && !text.contains("url(http"), "{path}");
        assert!(!text.contains("https://") && !text.contains("http://"), "{path} names another host");
    }
}

#[test]
fn addresses_are_lower_case_and_end_in_a_slash() {
    for path in AT_ROOT.files.files.keys() {
        assert_eq!(*path, path.to_lowercase(), "{path}");
        assert!(path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._/".contains(&b)), "{path}");
        let is_page = path.ends_with(".html") && !path.ends_with("404.html");
        assert!(!is_page || path.ends_with("index.html"), "{path}");
    }
    for page in AT_ROOT.real_pages() {
        assert!(page.address.ends_with('/'), "{}", page.address);
        for href in page.attributes("a[href^='/']", "href") {
            let is_file = href.ends_with("/feed.xml") || href.starts_with("/data/") || href.starts_with("/calendar/");
            assert!(href.split('#').next().unwrap().ends_with('/') || is_file, "{href} on {}", page.address);
        }
    }
}

/// The only child of that name, which must be there.
fn child<'a>(node: roxmltree::Node<'a, 'a>, name: &str) -> roxmltree::Node<'a, 'a> {
    let found: Vec<_> = node.children().filter(|child| child.tag_name().name() == name).collect();
    assert_eq!(found.len(), 1, "{name} in {:?}", node.tag_name());
    found[0]
}

#[test]
fn every_file_has_an_address_of_its_own() {
    let addresses: BTreeSet<String> = AT_ROOT.files.files.keys().map(|path| address_of(path)).collect();
    assert_eq!(addresses.len(), AT_ROOT.files.files.len());
}
