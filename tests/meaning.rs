//! What a source says no more of than it says: "possible" is never shown as recruiting, "surveyed" never as accredited, unknown never as none.

use std::collections::BTreeSet;
use std::sync::Arc;

use annai::compile::{Cache, Compiled, compile};
use annai::site::link::Options;
use annai::source::{File, Sources};

/// The languages of the pages.
const LANGUAGES: [&str; 2] = ["ja", "en"];

fn compiled(sources: &Sources) -> Compiled {
    compile(sources, &Options::default(), &mut Cache::default())
}

fn site(files: &[(&str, String)]) -> Compiled {
    let mut sources = Sources::new("2026-11-21T03:00:00Z".parse().unwrap());
    let base = "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n".to_owned();
    for (path, text) in [("content/site.yaml", base)].iter().chain(files) {
        sources.files_mut().insert((*path).into(), Arc::new(File::text(text.as_bytes())));
    }
    let compiled = compiled(&sources);
    assert!(!compiled.has_errors(), "{:?}", compiled.findings);
    compiled
}

/// The words of a page's `main`, without tags.
pub fn words(compiled: &Compiled, address: &str) -> String {
    let route = compiled.site.routes.get(address).unwrap_or_else(|| panic!("no {address}"));
    let html = String::from_utf8(compiled.render(route).unwrap()).unwrap();
    let document = scraper::Html::parse_document(&html);
    let main = document.select(&scraper::Selector::parse("main").unwrap()).next().unwrap();
    main.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each stretch of text on a page, between two tags.
pub fn labels(compiled: &Compiled, address: &str) -> Vec<String> {
    let html = String::from_utf8(compiled.render(&compiled.site.routes[address]).unwrap()).unwrap();
    scraper::Html::parse_document(&html).root_element().text().map(|text| text.trim().to_owned()).collect()
}

/// What is said of each value in place of `{}`: the words that stand on its page and on none of the others.
fn said(values: &[&str], path: &str, address: &str, more: &[(&str, String)], record: &str) -> Vec<[BTreeSet<String>; 2]> {
    let pages: Vec<[BTreeSet<String>; 2]> = values
        .iter()
        .map(|value| {
            let mut files = more.to_vec();
            files.push((path, record.replace("{}", value)));
            let compiled = site(&files);
            LANGUAGES.map(|tag| {
                // Runs between what punctuation and spaces part: a label as a whole.
                words(&compiled, &format!("/{tag}{address}"))
                    .split(['、', '：', '。'])
                    .map(|part| part.trim().to_owned())
                    .collect()
            })
        })
        .collect();
    (0..values.len())
        .map(|at| {
            [0, 1].map(|language| {
                let others = pages.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, page)| &page[language]);
                let others: BTreeSet<&String> = others.collect();
                pages[at][language].iter().filter(|word| !others.contains(word)).cloned().collect()
            })
        })
        .collect()
}

fn host() -> (&'static str, String) {
    ("content/hospitals/host.yaml", "name: {ja: 病院, en: Hospital}\n".to_owned())
}

#[test]
fn each_participation_designation_and_absence_is_shown_in_words_of_its_own() {
    let program = "name: {ja: 研修, en: Training}\nparticipation:\n  - {host: hospital/host, fiscal_year: {year: 2024, basis: recruitment}, status: {}}\n";
    let participation =
        said(&["possible", "open", "closed", "unknown"], "content/programs/x.yaml", "/programs/x/", &[host()], program);
    let hospital = "name: {ja: 病院, en: Hospital}\ndesignations:\n  - {scheme: jmip, event: {}}\n";
    let designation = said(
        &["surveyed", "accredited", "designated", "recommended"],
        "content/hospitals/x.yaml",
        "/hospitals/x/",
        &[],
        hospital,
    );
    let fee = "name: {ja: 費用, en: Fee}\nprogram: program/p\namount: {}\n";
    let program = ("content/programs/p.yaml", "name: {ja: 研修, en: Training}\n".to_owned());
    let absence = said(
        &["unknown", "none", "not-applicable", "missing-in-source", "varies", "0"],
        "content/fees/x.yaml",
        "/fees/x/",
        &[program],
        fee,
    );
    for shown in participation.iter().chain(&designation).chain(&absence) {
        assert!(shown.iter().all(|words| !words.is_empty()), "{shown:?}");
    }
}
