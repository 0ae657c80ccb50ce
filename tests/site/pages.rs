//! Every page of the guide: its head, headings, ids, tables and times, and nothing that only a program says.

use std::collections::BTreeSet;

use scraper::ElementRef;

use super::{AT_ROOT, LANGUAGES, is_hidden};
use crate::support::text_of;

#[test]
fn every_page_has_its_head() {
    for page in &AT_ROOT.pages() {
        let at = &page.address;
        assert!(page.source.starts_with("<!doctype html>\n"), "{at}");
        assert_ne!(text_of(page.one("head > title")), "", "{at}");
        assert_ne!(text_of(page.one("h1")), "", "{at}");
        assert_eq!(page.attribute("meta[charset]", "charset"), "utf-8", "{at}");
        let language = at.split('/').nth(1).filter(|part| LANGUAGES.contains(part)).unwrap_or("ja");
        assert_eq!((page.attribute("html", "lang"), page.attribute("html", "dir")), (language, "ltr"), "{at}");
        if at.ends_with("/search/") {
            // Results are no page for search engines, but the page of each language has one address.
            assert!(is_hidden(page) && page.alternates().is_empty(), "{at}");
        } else if is_hidden(page) {
            assert!(page.all("link[rel=canonical]").is_empty() && page.alternates().is_empty(), "{at}");
        } else {
            assert_eq!(page.attribute("link[rel=canonical]", "href"), AT_ROOT.absolute(at), "{at}");
            assert_ne!(page.attribute("meta[name=description]", "content").trim(), "", "{at}");
        }
    }
}

#[test]
fn headings_skip_no_level() {
    for page in &AT_ROOT.pages() {
        let mut last = 0;
        for heading in page.all("h1, h2, h3, h4, h5, h6") {
            let level: u32 = heading.value().name()[1..].parse().unwrap();
            assert!(level <= last + 1, "{} follows a heading of level {last} on {}", heading.html(), page.address);
            last = level;
        }
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for page in &AT_ROOT.pages() {
        let mut seen = BTreeSet::new();
        for id in page.attributes("[id]", "id") {
            assert!(seen.insert(id), "#{id} stands twice on {}", page.address);
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "id {id:?} on {}", page.address);
        }
    }
}

#[test]
fn what_an_element_is_labelled_by_is_on_its_page() {
    for page in &AT_ROOT.pages() {
        let ids: BTreeSet<&str> = page.attributes("[id]", "id").into_iter().collect();
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for id in page.attributes(&format!("[{name}]"), name).into_iter().flat_map(str::split_whitespace) {
                assert!(ids.contains(id), "{name}={id} on {}", page.address);
            }
        }
    }
}

#[test]
fn the_switch_of_languages_stays_on_the_page() {
    for page in AT_ROOT.pages().iter().filter(|page| !is_hidden(page) && page.address != "/") {
        let rest = &page.address[3..];
        let links = page.all("nav.languages a");
        let found: Vec<_> =
            links.iter().map(|link| (link.value().attr("hreflang").unwrap(), link.value().attr("href").unwrap())).collect();
        let expected: Vec<_> = LANGUAGES.iter().map(|language| (*language, format!("/{language}{rest}"))).collect();
        assert_eq!(
            found,
            expected.iter().map(|(language, href)| (*language, href.as_str())).collect::<Vec<_>>(),
            "{}",
            page.address
        );
        let current = page.attributes("nav.languages a[aria-current]", "hreflang");
        assert_eq!(current, [&page.address[1..3]], "{}", page.address);
    }
}

#[test]
fn crumbs_lead_down_to_every_page() {
    for page in AT_ROOT.pages().iter().filter(|page| page.address != "/" && page.address != "/404.html") {
        if page.address.len() == "/ja/".len() {
            assert!(page.all("nav.crumbs").is_empty(), "the home page {} has crumbs", page.address);
            continue;
        }
        let first = page.attributes("nav.crumbs li:first-child a", "href");
        assert_eq!(first, [&page.address[..4]], "{}", page.address);
        let last = page.one("nav.crumbs li:last-child");
        assert!(text_of(page.one("h1")).starts_with(&text_of(last)), "{}: {}", page.address, text_of(last));
        assert_eq!(page.all("nav.crumbs li:last-child > [aria-current=page]").len(), 1, "{}", page.address);
    }
}

#[test]
fn the_entrance_and_404_speak_every_language() {
    for address in ["/", "/404.html"] {
        let page = AT_ROOT.files.page(address);
        assert_eq!(page.attributes("main > section", "lang"), LANGUAGES, "{address}");
        assert_eq!(page.attributes("main a", "href"), ["/ja/", "/en/"], "{address}");
        assert_eq!(page.attributes("main a", "data-language"), LANGUAGES, "{address}");
    }
    assert!(!is_hidden(&AT_ROOT.files.page("/")));
    for address in ["/404.html", "/ja/404.html", "/en/404.html"] {
        assert!(is_hidden(&AT_ROOT.files.page(address)), "{address}");
    }
    assert_eq!(AT_ROOT.files.page("/en/404.html").attributes("main .page-head a", "href"), ["/en/"]);
}

/// Does it stand in an element of that class?
fn is_in(element: ElementRef<'_>, class: &str) -> bool {
    element.ancestors().filter_map(ElementRef::wrap).any(|around| around.value().classes().any(|own| own == class))
}

#[test]
fn no_page_shows_what_only_a_program_says() {
    let signs = [
        "⟨",
        "⟩",
        "{$",
        "{{",
        "{%",
        "[[",
        "]]",
        "Some(",
        "undefined",
        "[object",
        "NaN",
        "U+",
        "\u{E000}",
        "\u{E001}",
        "\u{FFFD}",
    ];
    for page in &AT_ROOT.pages() {
        // A hash may hold anything.
        let source = page.source.replace(page.attribute("meta[http-equiv=Content-Security-Policy]", "content"), "");
        // The page of results hands its words to its program as JSON, in which lists stand in lists.
        let lists = page.address.ends_with("/search/");
        for sign in signs.into_iter().filter(|sign| !(lists && ["[[", "]]"].contains(sign))) {
            assert!(!source.contains(sign), "{sign:?} on {}", page.address);
        }
        for element in page.all("*") {
            let own: String = element.children().filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect();
            let says_none = own.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "None" | "null"));
            // "None" is also what readers are told where the source says that there is nothing; prose explains it.
            let is_meant = element.value().attr("class") == Some("absent none") || is_in(element, "prose");
            assert!(!says_none || is_meant, "{} on {}", element.html(), page.address);
        }
    }
}

#[test]
fn no_heading_item_or_value_is_empty() {
    for page in &AT_ROOT.pages() {
        for element in page.all(
            "main li, main dd, main dt, main th, main p:not([role=status]), main h2, main h3, main caption, main a, main span",
        ) {
            let is_picture = element.select(&scraper::Selector::parse("img, svg, input").unwrap()).next().is_some();
            assert!(is_picture || !text_of(element).is_empty(), "{} on {}", element.html(), page.address);
        }
    }
}

#[test]
fn every_table_has_a_caption_and_headed_rows_and_columns() {
    let mut tables = 0;
    for page in &AT_ROOT.pages() {
        for table in page.all("table") {
            tables += 1;
            let all =
                |selector: &str| table.select(&scraper::Selector::parse(selector).unwrap()).collect::<Vec<ElementRef<'_>>>();
            let labelled = !all("caption").is_empty()
                || table.value().attr("aria-label").is_some()
                || table.value().attr("aria-labelledby").is_some();
            let around =
                table.ancestors().filter_map(ElementRef::wrap).any(|element| element.value().attr("aria-label").is_some());
            assert!(labelled || around, "a table without a caption on {}", page.address);
            for head in all("th") {
                assert!(matches!(head.value().attr("scope"), Some("col" | "row")), "{} on {}", head.html(), page.address);
            }
            assert!(!all("th").is_empty(), "a table without headings on {}", page.address);
        }
    }
    assert!(tables > 4, "only {tables} tables");
}

#[test]
fn every_time_can_be_read_by_programs() {
    let mut times = 0;
    for page in &AT_ROOT.pages() {
        for time in page.all("time") {
            times += 1;
            let value = time.value().attr("datetime").unwrap_or_default();
            let (date, rest) = value.split_at_checked(10).unwrap_or((value, ""));
            let is_date = match date.len() {
                4 => date.parse::<u16>().is_ok(),
                7 => format!("{date}-01").parse::<jiff::civil::Date>().is_ok(),
                _ => date.parse::<jiff::civil::Date>().is_ok() || date.starts_with("--"),
            };
            let is_instant = rest.is_empty()
                || value.parse::<jiff::Timestamp>().is_ok()
                || format!("{}:00{}", &value[..16], &value[16..]).parse::<jiff::Timestamp>().is_ok();
            assert!(is_date && is_instant, "datetime={value:?} on {}", page.address);
        }
    }
    assert!(times > 50, "only {times} times");
}
