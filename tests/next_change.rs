//! `annai next-change`: what it names is when pages say something else, and nothing is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use annai::changes::next;
use annai::compile::{Cache, compile};
use annai::site::link::Options;
use annai::source::Sources;
use jiff::{Timestamp, ToSpan};

use crate::support::Project;

const SITE: &str = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\ntime_zone: Asia/Tokyo\n";
const HOSPITAL: &str = "name: {ja: 甲病院, en: Hospital A}\nreview_by: 2026-05-10\n";
const PROGRAM: &str = "name: {ja: 研修, en: Training}\nhost: hospital/a\n";
const SCHEDULE: &str = "name: {ja: 募集, en: Recruitment}\nprogram: program/p\nrounds:\n  - round: first\n    stages:\n      \
     - {stage: application, opens: 2026-04-01 09:00, closes: 2026-04-20}\n      - {stage: interview, at: 2026-05}\n";

fn sources(as_of: Timestamp) -> Sources {
    let files = [
        ("content/site.yaml", SITE),
        ("content/hospitals/a.yaml", HOSPITAL),
        ("content/programs/p.yaml", PROGRAM),
        ("content/schedules/s.yaml", SCHEDULE),
    ];
    files.iter().fold(Sources::new(as_of), |sources, (path, text)| sources.with(path, text))
}

/// Every page but for today's line in drawings.
fn pages(as_of: Timestamp) -> BTreeMap<String, String> {
    let compiled = compile(&sources(as_of), &Options::default(), &mut Cache::default());
    let routes = compiled.site.routes.iter().filter(|(_, route)| route.is_page());
    let page = |bytes: Vec<u8>| {
        let mut page = String::from_utf8(bytes).unwrap();
        while let Some(start) = page.find("<svg") {
            let end = start + page[start..].find("</svg>").unwrap() + 6;
            page.replace_range(start..end, "");
        }
        page
    };
    routes.map(|(address, route)| (address.to_string(), page(compiled.render(route).unwrap()))).collect()
}

fn differing(a: &BTreeMap<String, String>, b: &BTreeMap<String, String>) -> BTreeSet<String> {
    a.keys().chain(b.keys()).filter(|address| a.get(*address) != b.get(*address)).cloned().collect()
}

#[test]
fn pages_change_at_the_instants_that_are_named_and_at_no_others() {
    let start: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    let compiled = compile(&sources(start), &Options::default(), &mut Cache::default());
    let changes = next::changes(&compiled.site);
    let named: Vec<String> = changes.keys().map(ToString::to_string).collect();
    let expected = [
        "2026-04-01T00:00:00Z", // opens
        "2026-04-06T15:00:00Z", // closes in a fortnight
        "2026-04-20T15:00:00Z", // closed
        "2026-04-30T15:00:00Z", // the month of the interview begins
        "2026-05-10T15:00:00Z", // the review
        "2026-05-31T15:00:00Z", // and is over
    ];
    assert_eq!(named, expected);
    assert_eq!(next::next(&compiled.site), Some(expected[0].parse().unwrap()));
    let mut last = pages(start);
    for (at, changes) in &changes {
        let before = pages(*at - 1.second());
        let untold = differing(&last, &before);
        assert!(untold.is_empty(), "before {at}: {untold:?}");
        let then = pages(*at);
        let changed = differing(&before, &then);
        let told = next::pages(&compiled.site, changes);
        assert!(!changed.is_empty(), "nothing changes at {at}");
        let missing: Vec<_> = changed.difference(&told).collect();
        assert!(missing.is_empty(), "at {at} these change too: {missing:?}");
        last = then;
    }
    assert!(differing(&last, &pages("2031-01-01T00:00:00Z".parse().unwrap())).is_empty());
}

#[test]
fn the_manifest_holds_the_next_change_and_says_when_it_is_past() {
    let project = Project::init();
    project.annai(["build", "--as-of", "2026-01-01T00:00:00Z"]).run().exits(0);
    let manifest = project.path("public/.annai-manifest.json");
    let stored: serde_json::Value = serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
    let at: Timestamp = stored["next_change"].as_str().unwrap().parse().unwrap();
    let line = project.annai(["next-change", "--as-of", "2026-01-01T00:00:00Z", "--format", "json"]).run().exits(0).stdout;
    let first: serde_json::Value = serde_json::from_str(line.lines().next().unwrap()).unwrap();
    assert_eq!(first["at"], stored["next_change"]);
    assert!(first["pages"].as_array().unwrap().iter().any(|page| page == "/ja/schedules/example-program/"));
    let since = |as_of: Timestamp| {
        let as_of = as_of.to_string();
        project.annai(["next-change", "--since", "public/.annai-manifest.json", "--as-of", as_of.as_str()]).run().code
    };
    assert_eq!((since(at - 1.second()), since(at)), (0, 1));
    // It moves only when it must: a build a day later says the same.
    let first = fs::read(&manifest).unwrap();
    project.annai(["build", "--as-of", "2026-01-02T00:00:00Z"]).run().exits(0);
    let second: serde_json::Value = serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
    assert_eq!(second["next_change"], serde_json::from_slice::<serde_json::Value>(&first).unwrap()["next_change"]);
    fs::write(&manifest, "{}").unwrap();
    assert_eq!(since(at), 2);
}
