//! What pages tell machines of themselves: schema.org, and nothing that is not known.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{BELOW, is_hidden};
use crate::support::{Page, Project, Published, text_of};

const SELECTOR: &str = "script[type='application/ld+json']";

fn data(page: &Page) -> Value {
    let text: String = page.one(SELECTOR).text().collect();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} on {}: {text}", page.address))
}

fn of(files: &Published, address: &str) -> Value {
    data(&files.page(address))
}

/// All types that stand in it.
fn types(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get("@type").map(|kind| kind.as_str().unwrap().to_owned()));
            map.values().for_each(|value| types(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| types(value, found)),
        _ => {}
    }
}

/// No object of these types has a property that schema.org gives only to others; no value is empty.
fn check(value: &Value, at: &str) {
    match value {
        Value::Object(map) => {
            let kind = map["@type"].as_str().unwrap();
            if ["EducationalOccupationalProgram", "WorkBasedProgram", "Hospital", "MonetaryAmount", "DefinedTerm"].contains(&kind)
            {
                for name in ["dateModified", "inLanguage", "breadcrumb"] {
                    assert!(!map.contains_key(name), "{kind} has no {name}: {at}");
                }
            }
            map.values().for_each(|value| check(value, at));
        }
        Value::Array(items) => {
            assert!(!items.is_empty(), "{at}");
            items.iter().for_each(|value| check(value, at));
        }
        Value::String(text) => assert!(!text.is_empty() && !text.contains("</"), "{text} in {at}"),
        Value::Null => panic!("nothing in {at}"),
        _ => {}
    }
}

#[test]
fn every_page_that_is_found_tells_what_it_is_and_the_way_down_to_it() {
    let mut found = BTreeSet::new();
    for page in BELOW.pages() {
        let at = &page.address;
        if is_hidden(&page) {
            assert!(page.all(SELECTOR).is_empty(), "{at}");
            continue;
        }
        let source = page.one(SELECTOR).inner_html();
        assert!(!source.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{at}: {source}");
        let data = data(&page);
        assert_eq!(data["@context"], "https://schema.org", "{at}");
        assert_eq!(data["url"], page.attribute("link[rel=canonical]", "href"), "{at}");
        check(&json!({"@type": "", "data": data.clone()})["data"], at);
        types(&data, &mut found);
        let crumbs: Vec<String> = page.texts(".crumbs li");
        let items = data["breadcrumb"]["itemListElement"].as_array().cloned().unwrap_or_default();
        let names: Vec<String> = items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect();
        assert_eq!(names, crumbs, "{at}");
        for (i, item) in items.iter().enumerate() {
            assert_eq!(item["position"], i + 1, "{at}");
            match item["item"].as_str() {
                Some(address) => {
                    let address = address.strip_prefix("https://example.org/guide").unwrap();
                    assert!(BELOW.files.has(address), "{address} on {at}");
                }
                None => assert_eq!(i + 1, items.len(), "{at}"),
            }
        }
    }
    let expected =
        ["BreadcrumbList", "CollectionPage", "DefinedTerm", "DefinedTermSet", "EducationalOccupationalProgram", "Event"];
    let expected = expected.into_iter().chain(["Hospital", "MonetaryAmount", "WebPage", "WebSite", "WorkBasedProgram"]);
    let missing: Vec<&str> = expected.filter(|kind| !found.contains(*kind)).collect();
    assert!(missing.is_empty(), "{missing:?} of {found:?}");
}

#[test]
fn facts_of_the_guide_are_told_and_guesses_are_not() {
    let files = &BELOW.files;
    let program = of(files, "/en/programs/kanazawa-clinical-training/")["mainEntity"].clone();
    assert_eq!(program["@type"], "WorkBasedProgram");
    assert_eq!(program["provider"]["@type"], "Hospital");
    assert_eq!(program.get("offers"), None, "the training is free, and what comes on top is unknown");
    assert_eq!(of(files, "/en/fees/kanazawa-clinical-training/")["mainEntity"]["value"], 0);
    // At most two years is no length.
    assert_eq!(program.get("timeToComplete"), None);

    let fee = of(files, "/en/fees/practical-training/");
    assert_eq!(fee["mainEntity"]["@type"], "MonetaryAmount");
    for name in ["value", "minValue", "maxValue"] {
        assert_eq!(fee["mainEntity"].get(name), None, "the source says about, and more in some cases");
    }
    assert!(fee["mainEntity"]["disambiguatingDescription"].as_str().unwrap().contains("300,000"));
    assert_eq!(of(files, "/en/fees/iist-capacity-building/").get("mainEntity"), None, "an unknown amount is none");

    let hospital = of(files, "/ja/hospitals/tsukuba-university/")["mainEntity"].clone();
    assert_eq!(hospital["address"]["addressRegion"], "茨城県");
    assert!(hospital["alternateName"].as_array().unwrap().contains(&json!("University of Tsukuba Hospital")));

    let events = of(files, "/ja/schedules/specialist-2024/")["mentions"].clone();
    let events: Vec<_> = events.as_array().unwrap().iter().map(|event| (&event["startDate"], &event["endDate"])).collect();
    assert_eq!(events.len(), 3);
    assert_eq!(events[0], (&json!("2023-11-01T12:00+09:00"), &json!("2023-11-14T12:00+09:00")));
    let guessed = of(files, "/en/schedules/clinical-researcher-2024/");
    assert_eq!(guessed.get("mentions"), None, "its year is inferred");

    let term = of(files, "/en/terms/senkoi/")["mainEntity"].clone();
    assert_eq!(
        (&term["@type"], &term["inDefinedTermSet"]["url"]),
        (&json!("DefinedTerm"), &json!("https://example.org/guide/en/terms/"))
    );
    assert!(term["description"].as_str().unwrap().len() > 10);
}

#[test]
fn a_program_tells_its_next_deadline_its_page_the_last_major_change() {
    let change = "changes:\n  - {date: 2026-06-01, major: true, note: {ja: 改定, en: Revised}}\nkind: observation";
    let site = Project::init().edit("content/fees/example-program.yaml", "{is: 30000, per: month}", "50000");
    let site = site.edit("content/programs/example-program.yaml", "kind: observation", change).edit(
        "content/programs/example-program.yaml",
        "en: Observation at Example Hospital",
        "en: 'Observation \\</script> & \\<more>'",
    );
    let files = site.build();
    let page = of(&files, "/en/programs/example-program/");
    assert_eq!(page["dateModified"], "2026-06-01");
    assert_eq!(page["mainEntity"]["name"], text_of(files.page("/en/programs/example-program/").one("h1")));
    assert_eq!(page["mainEntity"].get("dateModified"), None);
    let offer = &page["mainEntity"]["offers"][0];
    assert_eq!((&offer["price"], &offer["priceCurrency"]), (&json!(50000), &json!("JPY")));
    let dates = [&page["mainEntity"]["applicationStartDate"], &page["mainEntity"]["applicationDeadline"]];
    assert_eq!(dates, ["2029-10-01T12:00+09:00", "2029-10-31T12:00+09:00"]);
    site.annai(["build", "--as-of", "2029-10-31T12:00:00+09:00"]).run().exits(0);
    let later = of(&Published::read(&site.path("public")), "/en/programs/example-program/");
    assert_eq!(later["mainEntity"].get("applicationDeadline"), None, "it is over");
}
