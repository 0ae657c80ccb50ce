//! What search engines and feed readers are told: hreflang, Atom, sitemap.

use std::collections::{BTreeMap, BTreeSet};

use super::{AT_ROOT, BELOW, LANGUAGES, child};
use crate::support::text_of;

#[test]
fn hreflang_is_absolute_and_mutual_and_names_a_default() {
    let pages = BELOW.real_pages();
    let heads: BTreeMap<String, BTreeMap<&str, &str>> =
        pages.iter().map(|page| (BELOW.absolute(&page.address), page.alternates())).collect();
    for (address, alternates) in &heads {
        assert_eq!(alternates.keys().copied().collect::<Vec<_>>(), ["en", "ja", "x-default"], "{address}");
        assert!(alternates.values().any(|href| href == address), "{address} does not name itself");
        for href in alternates.values() {
            let other = heads.get(*href).unwrap_or_else(|| panic!("{address} names {href}, which is no page"));
            assert_eq!(other, alternates, "{address} and {href} do not agree");
        }
    }
}

#[test]
fn feeds_are_atom_with_permanent_ids_at_the_address_they_name() {
    const ATOM: &str = "http://www.w3.org/2005/Atom";
    let mut ids: Vec<BTreeSet<String>> = Vec::new();
    for guide in [&*AT_ROOT, &*BELOW] {
        let mut all = BTreeSet::new();
        for language in LANGUAGES {
            let path = format!("{language}/feed.xml");
            let text = guide.files.text(&path);
            let document = roxmltree::Document::parse(text).unwrap();
            let feed = document.root_element();
            assert_eq!((feed.tag_name().name(), feed.tag_name().namespace()), ("feed", Some(ATOM)));
            assert_eq!(feed.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some(language));
            let links = |rel: &str| -> Vec<&str> {
                let links = feed.children().filter(|node| node.tag_name().name() == "link" && node.attribute("rel") == Some(rel));
                links.map(|link| link.attribute("href").unwrap()).collect()
            };
            assert_eq!(links("self"), [guide.absolute(&format!("/{path}"))]);
            assert_eq!(links("alternate"), [guide.absolute(&format!("/{language}/"))]);
            assert_ne!(child(child(feed, "author"), "name").text().unwrap_or_default(), "");
            assert!(all.insert(child(feed, "id").text().unwrap().to_owned()));

            let entries: Vec<_> = feed.children().filter(|node| node.tag_name().name() == "entry").collect();
            assert!(!entries.is_empty(), "{path} is empty");
            let mut instants = Vec::new();
            for entry in entries {
                let id = child(entry, "id").text().unwrap();
                assert!(id.starts_with("https://") || id.starts_with("urn:") || id.starts_with("tag:"), "{id} is no IRI");
                assert!(all.insert(id.to_owned()), "{id} stands twice");
                let href = child(entry, "link").attribute("href").unwrap();
                let page = guide.files.page(&format!("/{}", href.strip_prefix(&guide.absolute("/")).unwrap()));
                assert_eq!(child(entry, "title").text().unwrap(), text_of(page.one("h1")), "{href}");
                assert_eq!(page.attribute("html", "lang"), language);
                instants.push(child(entry, "updated").text().unwrap().parse::<jiff::Timestamp>().unwrap());
            }
            assert!(instants.is_sorted_by(|a, b| a >= b), "{path} does not begin with the newest: {instants:?}");
            assert_eq!(child(feed, "updated").text().unwrap().parse::<jiff::Timestamp>().unwrap(), instants[0]);
        }
        ids.push(all);
    }
    assert_eq!(ids[0], ids[1], "ids change with --base-url");
}

#[test]
fn the_sitemap_is_all_real_pages_with_the_alternates_of_their_heads() {
    const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
    const XHTML: &str = "http://www.w3.org/1999/xhtml";
    let document = roxmltree::Document::parse(BELOW.files.text("sitemap.xml")).unwrap();
    assert_eq!(
        (document.root_element().tag_name().name(), document.root_element().tag_name().namespace()),
        ("urlset", Some(SITEMAP))
    );
    let mut listed: BTreeMap<String, BTreeMap<&str, &str>> = BTreeMap::new();
    for url in document.root_element().children().filter(roxmltree::Node::is_element) {
        assert_eq!(url.tag_name().name(), "url");
        let links = url.children().filter(|node| node.tag_name().namespace() == Some(XHTML));
        let alternates = links.map(|link| (link.attribute("hreflang").unwrap(), link.attribute("href").unwrap())).collect();
        let address = child(url, "loc").text().unwrap().to_owned();
        for date in url.children().filter(|node| node.tag_name().name() == "lastmod").map(|node| node.text().unwrap()) {
            let day = date.get(..10).unwrap_or(date);
            assert!(day.len() < 10 || day.parse::<jiff::civil::Date>().is_ok(), "lastmod {date} of {address}");
        }
        assert!(listed.insert(address.clone(), alternates).is_none(), "{address} stands twice");
    }
    let pages = BELOW.real_pages();
    let real: BTreeMap<String, BTreeMap<&str, &str>> =
        pages.iter().map(|page| (BELOW.absolute(&page.address), page.alternates())).collect();
    let missing: Vec<_> = real.keys().filter(|address| !listed.contains_key(*address)).collect();
    let surplus: Vec<_> = listed.keys().filter(|address| !real.contains_key(*address)).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "missing: {missing:?}; surplus: {surplus:?}");
    for (address, alternates) in &real {
        assert_eq!(&listed[address], alternates, "{address}");
    }
}
