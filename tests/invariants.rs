//! The laws that ARCHITECTURE.md states of the pipeline, on sites in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use annai::base::{Diagnostic, Severity};
use annai::compile::{Cache, Compiled, compile};
use annai::edge::read;
use annai::model::document::{Document, Parsed};
use annai::site::link::{self, Options};
use annai::site::routes::Route;
use annai::source::Sources;
use jiff::Timestamp;
use rayon::prelude::*;

use crate::support::pinned_guide;

/// Every page and file of a site, by its address.
type Pages = BTreeMap<String, Vec<u8>>;

fn as_of() -> Timestamp {
    "2026-11-22T00:00:00Z".parse().unwrap()
}

fn cold(sources: &Sources) -> Compiled {
    compile(sources, &Options::default(), &mut Cache::default())
}

fn page(compiled: &Compiled, address: &str, route: &Route) -> Vec<u8> {
    compiled.render(route).unwrap_or_else(|finding| panic!("{address}: {finding:?}"))
}

fn pages(compiled: &Compiled) -> Pages {
    let routes = compiled.site.routes.par_iter();
    routes.map(|(address, route)| (address.to_string(), page(compiled, address, route))).collect()
}

fn changed(before: &Pages, after: &Pages) -> BTreeSet<String> {
    let all: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    all.into_iter().filter(|address| before.get(*address) != after.get(*address)).cloned().collect()
}

/// The pinned guide.
fn guide() -> Sources {
    let (sources, findings) = read::read(&pinned_guide(), as_of());
    assert_eq!(findings, []);
    sources
}

/// A site of a hospital and a program that mentions it.
fn small() -> Sources {
    Sources::new(as_of())
        .with("content/site.yaml", "title: {ja: 案内, en: Guide}\nlanguages: [ja, en]\nbase_url: https://example.org/\n")
        .with(
            "content/hospitals/mine.yaml",
            "name: {ja: 病院, en: Hospital}\nsummary: {ja: 要約, en: Summary}\nnotes:\n  - {ja: 備考, en: A note}\n",
        )
        .with("content/programs/mine.yaml", "name: {ja: 研修, en: Training}\nhost: hospital/mine\n")
        .with("content/programs/mine.ja.md", "[[hospital/mine]]で行います。\n")
        .with("content/programs/mine.en.md", "It is held at [[hospital/mine]].\n")
}

fn codes(compiled: &Compiled) -> Vec<(&str, &str)> {
    compiled.findings.iter().map(|finding| (finding.code, &*finding.place.path)).collect()
}

#[test]
fn a_broken_record_costs_its_own_page_and_makes_no_good_reference_wrong() {
    assert_eq!(codes(&cold(&small())), []);
    let broken = cold(&small().with("content/hospitals/mine.yaml", "name: {ja: 病院, en: Hospital\nnotes: ]\n"));
    assert!(!broken.findings.is_empty());
    assert_eq!(codes(&broken).iter().find(|(_, path)| *path != "content/hospitals/mine.yaml"), None);
    let pages = pages(&broken);
    assert!(pages.contains_key("/ja/programs/mine/"));
    assert!(!pages.contains_key("/ja/hospitals/mine/"));
}

#[test]
fn every_finding_of_a_run_is_told_at_once() {
    let sites = small()
        .with("content/hospitals/mine.yaml", "name: {ja: 病院, en: Hospital}\nprefecture: nowhere\nstoreys: 3\n")
        .with("content/programs/mine.yaml", "name: {ja: 研修, en: Training}\nhost: hospital/other\n")
        .with("content/terms/broken.yaml", "name: [\n")
        .with("content/programs/mine.en.md", "[here](/en/nowhere/)\n");
    let compiled = cold(&sites);
    let found: BTreeSet<&str> = compiled.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(found, ["broken-link", "unknown-field", "unknown-reference", "unknown-word", "yaml-syntax"].into());
}

#[test]
fn a_warm_cache_gives_what_a_cold_one_gives() {
    let mistaken = "name: {ja: 病院, en: Hospital}\nbeds: 3\nunknown_field: 1\n";
    let mut renamed = small();
    let file = renamed.files_mut().remove("content/hospitals/mine.yaml").unwrap();
    renamed.files_mut().insert("content/hospitals/other.yaml".into(), file);
    let edits = [
        small(),
        small().with("content/hospitals/mine.yaml", mistaken),
        small().with("content/hospitals/mine.yaml", mistaken).with("content/programs/mine.en.md", "[[hospital/nowhere]]\n"),
        renamed,
        small().with("content/site.yaml", "title: {ja: 案内}\nlanguages: [ja]\nbase_url: https://example.org/\n"),
        small(),
    ];
    let mut cache = Cache::default();
    for (i, sources) in edits.iter().enumerate() {
        let (warm, cold) = (compile(sources, &Options::default(), &mut cache), cold(sources));
        assert_eq!(warm.findings, cold.findings, "edit {i}");
        assert_eq!(changed(&pages(&warm), &pages(&cold)), BTreeSet::new(), "edit {i}");
    }
}

#[test]
fn a_page_does_not_depend_on_when_or_beside_what_it_is_rendered() {
    let compiled = cold(&guide());
    let all = pages(&compiled);
    assert!(all.len() > 100);
    for (address, route) in compiled.site.routes.iter().rev() {
        assert!(page(&compiled, address, route) == all[&**address], "{address} differs when it is rendered alone");
    }
    let again = cold(&guide());
    assert_eq!(changed(&pages(&again), &all), BTreeSet::new());
    assert_eq!(changed(&built(&again), &all), BTreeSet::new());
}

/// All at once, as builds do, where a preview does not.
fn built(compiled: &Compiled) -> Pages {
    let (pages, index): (Pages, Pages) = compiled
        .render_all(|address, bytes| Some((address.to_owned(), bytes.unwrap())))
        .into_iter()
        .partition(|(address, _)| compiled.site.routes.contains_key(&**address));
    // A preview makes the index of the search by itself.
    let files = |lang| compiled.search_while(lang, &|| true).unwrap();
    assert_eq!(changed(&index, &compiled.site.languages.all().flat_map(files).collect()), BTreeSet::new());
    assert!(!index.is_empty());
    pages
}

#[test]
fn a_build_says_all_of_a_date_that_a_preview_says() {
    let dates =
        ["", " 必着", " 消印有効", "頃", "（予定）", "（要確認）", "頃（予定）"].map(|mark| format!("2027-10-31 17:00{mark}"));
    let days = ["2027-10-30 消印有効", "2027-10-30 24:00", "2027年10月下旬", "2027-10-30（予定）"].map(str::to_owned);
    let stages: String = dates
        .iter()
        .chain(&days)
        .map(|date| format!(
                "      - {{stage: interview, at: {date}}}\n      - {{stage: application, opens: 2027-10-01 09:00, closes: {date}}}\n"
            ))
        .collect();
    let schedule =
        format!("name: {{ja: 日程, en: Dates}}\nprogram: program/mine\nrounds:\n  - round: first\n    stages:\n{stages}");
    let compiled = cold(&small().with("content/schedules/mine.yaml", &schedule));
    let errors = compiled.findings.iter().filter(|finding| finding.severity == Severity::Error);
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
    let (preview, build) = (pages(&compiled), built(&compiled));
    assert_eq!(changed(&preview, &build), BTreeSet::new());
    let page = String::from_utf8(build["/ja/schedules/mine/"].clone()).unwrap();
    for mark in ["17:00</time>", "17:00（必着）", "17:00（消印有効）", "17:00頃"] {
        assert!(page.contains(mark), "{mark}");
    }
}

#[test]
fn the_number_of_threads_changes_no_byte_and_no_finding() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let compiled = cold(&guide().with("content/terms/broken.yaml", "name: [\n").with("content/fees/x.yaml", "beds: 3\n"));
            (pages(&compiled), compiled.findings)
        })
    };
    let ((one, found), (eight, found_by_eight)) = (on(1), on(8));
    assert_eq!(found, found_by_eight);
    assert!(found.len() > 1);
    assert_eq!(changed(&one, &eight), BTreeSet::new());
}

#[test]
fn a_page_sees_other_pages_through_their_card_alone() {
    let before = pages(&cold(&small()));
    let with = |from: &str, to: &str| {
        let path = "content/hospitals/mine.yaml";
        let text = small().text(path).unwrap().to_owned();
        assert!(text.contains(from));
        changed(&before, &pages(&cold(&small().with(path, &text.replace(from, to)))))
    };
    let own = ["/en/hospitals/mine/".to_owned(), "/ja/hospitals/mine/".to_owned()];
    assert_eq!(with("A note", "Another note"), own[..1].iter().cloned().collect());
    assert_eq!(with("備考", "別の備考"), own[1..].iter().cloned().collect());
    let renamed = with("病院", "新病院");
    for address in ["/ja/hospitals/", "/ja/hospitals/mine/", "/ja/programs/mine/"] {
        assert!(renamed.contains(address), "{address} shows no new name; changed are {renamed:?}");
    }
}

#[test]
fn linking_copies_no_record() {
    let sources = guide();
    let parsed: Vec<Arc<Parsed>> = sources.files.iter().filter_map(|(path, file)| Parsed::of(path, file)).map(Arc::new).collect();
    let (site, _) = link::link(&parsed, &[], sources.as_of, &Options::default());
    let records: Vec<_> = parsed
        .iter()
        .filter_map(|parsed| match &parsed.document {
            Some(Document::Record(record)) => Some(record),
            _ => None,
        })
        .collect();
    assert!(records.len() > 50);
    for record in records {
        let found = site.find(record.identity.kind, &record.identity.slug).map(|id| &site.entry(id).record);
        assert!(found.is_some_and(|found| Arc::ptr_eq(found, record)), "{} is a copy, or not in the site", record.identity);
    }
}

#[test]
fn a_language_and_words_of_a_site_need_no_code() {
    let sources = Sources::new(as_of())
        .with("content/site.yaml", "title: {fr: Guide, ar: دليل}\nlanguages: [fr, ar]\nbase_url: https://example.org/\n")
        .with(
            "content/vocabularies/prefectures.yaml",
            "replace: true\nwords:\n  - {id: bretagne, name: {fr: Bretagne, ar: بريتاني}}\n",
        )
        .with("content/vocabularies/regions.yaml", "replace: true\nwords: []\n")
        .with("content/hospitals/brest.yaml", "name: {fr: Hôpital de Brest, ar: مستشفى بريست}\nprefecture: bretagne\n")
        .with("locales/fr/site.ftl", "kinds_hospitals = Hôpitaux\n");
    let compiled = cold(&sources);
    // That the generator itself cannot speak these languages is said, and is no more than a remark.
    assert_eq!(codes(&compiled), [("missing-words", "content/site.yaml"); 2]);
    let pages = pages(&compiled);
    let text = |address: &str| String::from_utf8(pages[address].clone()).unwrap();
    assert!(text("/fr/hospitals/brest/").contains("Bretagne"));
    assert!(text("/fr/prefectures/bretagne/").contains("Hôpital de Brest"));
    assert!(text("/ar/hospitals/brest/").contains("dir=\"rtl\""));
    let unknown = cold(&sources.with("content/hospitals/brest.yaml", "name: {fr: Hôpital, ar: مستشفى}\nprefecture: ibaraki\n"));
    assert_eq!(codes(&unknown)[0], ("unknown-word", "content/hospitals/brest.yaml"));
}
