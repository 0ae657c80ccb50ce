//! Records of the guide: each has its pages, and what it refers to is linked both ways.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use annai::compile::{Cache, compile};
use annai::model::read::{Field, HasFacts};
use annai::model::reference::Kind;
use annai::site::facts;
use annai::site::link::Options;
use annai::source::File;

use super::{AT_ROOT, LANGUAGES};
use crate::support::{accepted_guide, pinned_guide, read_tree};

const KINDS: [(&str, &str); 9] = [
    ("hospitals", "hospital"),
    ("organizations", "organization"),
    ("programs", "program"),
    ("fees", "fee"),
    ("schedules", "schedule"),
    ("journeys", "journey"),
    ("notices", "notice"),
    ("terms", "term"),
    ("pages", "page"),
];

/// A record of the guide: its identity, the address of its page without the language, and all that is written in its files.
struct Written {
    identity: String,
    address: String,
    text: String,
}

fn records() -> Vec<Written> {
    let mut records = Vec::new();
    for (folder, kind) in KINDS {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for (name, bytes) in read_tree(&pinned_guide().join("content").join(folder)) {
            let slug = name.split('.').next().unwrap().to_owned();
            texts.entry(slug).or_default().push_str(std::str::from_utf8(&bytes).unwrap());
        }
        records.extend(texts.into_iter().map(|(slug, text)| Written {
            identity: format!("{kind}/{slug}"),
            address: match (kind, slug.as_str()) {
                ("page", "index") => "/".to_owned(),
                ("page", slug) => format!("/{slug}/"),
                (_, slug) => format!("/{folder}/{slug}/"),
            },
            text,
        }));
    }
    assert!(records.len() > 100, "only {} records", records.len());
    records
}

/// Does the text name the identity, and not one that is longer?
fn names(text: &str, identity: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '/';
    text.match_indices(identity).any(|(at, _)| {
        let after = text[at + identity.len()..].chars().next();
        !text[..at].ends_with(is_part) && !after.is_some_and(is_part)
    })
}

#[test]
fn every_record_has_a_page_in_every_language() {
    for record in records() {
        for language in LANGUAGES {
            let address = format!("/{language}{}", record.address);
            assert!(AT_ROOT.files.has(&address), "{} has no page {address}", record.identity);
            let page = AT_ROOT.files.page(&address);
            assert_eq!(page.attribute("html", "lang"), language, "{address}");
            assert_eq!(page.all(".lacks-translation").len(), 0, "{address} is not all in its language");
        }
    }
}

#[test]
fn every_reference_is_a_link_and_is_listed_where_it_leads() {
    let records = records();
    let mut missing = Vec::new();
    let mut checked = 0;
    for language in LANGUAGES {
        let pages: BTreeMap<&str, BTreeSet<String>> = records
            .iter()
            .map(|record| {
                let page = AT_ROOT.files.page(&format!("/{language}{}", record.address));
                let links = page.attributes("main a[href]", "href").into_iter();
                (record.identity.as_str(), links.map(|href| href.split('#').next().unwrap().to_owned()).collect())
            })
            .collect();
        for from in &records {
            for to in records.iter().filter(|to| to.identity != from.identity && names(&from.text, &to.identity)) {
                checked += 1;
                // A fact of a record may be shown without a link to it; the record itself may not.
                let only_facts = !names(&from.text.replace(&format!("[[{}.", to.identity), "[["), &to.identity);
                if !only_facts && !pages[from.identity.as_str()].contains(&format!("/{language}{}", to.address)) {
                    missing.push(format!("{language}: {} has no link to {}", from.identity, to.identity));
                }
                let is_home = to.identity == "page/index";
                if !is_home && !pages[to.identity.as_str()].contains(&format!("/{language}{}", from.address)) {
                    missing.push(format!("{language}: {} does not list {}", to.identity, from.identity));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{} of {checked}:\n{}", missing.len(), missing.join("\n"));
    assert!(checked > records.len(), "only {checked} references");
}

#[test]
fn every_record_stands_in_the_list_of_its_kind() {
    let pages = AT_ROOT.pages();
    for record in records().iter().filter(|record| !record.identity.starts_with("page/")) {
        for language in LANGUAGES {
            let address = format!("/{language}{}", record.address);
            let folder = format!("/{language}/{}/", record.address.split('/').nth(1).unwrap());
            let lists = pages.iter().filter(|page| page.address == folder || page.address.starts_with(&format!("{folder}page/")));
            let listed = lists
                .flat_map(|list| list.attributes(".cards a[href], .sortable tbody th > a[href]", "href"))
                .filter(|href| *href == address)
                .collect::<Vec<_>>();
            assert!(!listed.is_empty(), "{address} in the list {folder}");
        }
    }
}

/// What a field hands on for prose has a type that is known where it is shown.
#[test]
fn prose_can_name_each_fact_that_is_told_to_have_a_name() {
    let mut sources = accepted_guide();
    // What no record of the guide has.
    for (path, facts) in [
        ("hospitals/x", "beds: 10"),
        ("programs/x", "prefecture: ibaraki\ncapacity: 5"),
        ("fees/x", "program: program/x\namount: 100円\npayer: applicant"),
    ] {
        let text = format!("name: {{ja: 甲, en: A}}\n{facts}\n");
        sources.files_mut().insert(format!("content/{path}.yaml").into(), Arc::new(File::text(text.as_bytes())));
    }
    let compiled = compile(&sources, &Options::default(), &mut Cache::default());
    let of_type = |field: &Field| format!("{:?}", (field.shape)());
    let mut met = BTreeSet::new();
    for (_, entry) in compiled.site.ids() {
        let mut told = BTreeSet::new();
        let record = &entry.record;
        for facts in [&record.common as &dyn HasFacts, record.body.facts()] {
            facts.each_fact(&mut |field, _| {
                told.insert(field.key.to_owned());
                met.insert(of_type(field));
            });
        }
        let known = facts::named(entry).into_iter().map(|(name, _)| name).filter(|name| !name.contains('.'));
        assert_eq!(known.collect::<BTreeSet<String>>(), told, "{}", record.identity);
    }
    let told: Vec<&Field> = Kind::ALL.into_iter().flat_map(Kind::fields).filter(|field| field.is_named).collect();
    assert!(told.len() > 10, "{told:?}");
    let unmet: Vec<&&Field> = told.iter().filter(|field| !met.contains(&of_type(field))).collect();
    assert!(
        unmet.is_empty(),
        "no record has values of the types of these, by which it could be seen that they are known: {unmet:?}"
    );
}

#[test]
fn what_refers_to_a_record_is_not_told_again_where_its_own_fields_name_it() {
    let mut pages = 0;
    for page in AT_ROOT.files.pages() {
        let named: BTreeSet<&str> = page.attributes("[aria-labelledby=sec-overview-facts] dl.rows:first-of-type dd > a, [aria-labelledby=sec-overview-facts] dl.rows:first-of-type dd > ul > li > a", "href").into_iter().collect();
        let again: Vec<&str> = page.attributes(".incoming a", "href").into_iter().filter(|href| named.contains(href)).collect();
        assert!(again.is_empty(), "{}: {again:?}", page.address);
        pages += usize::from(!named.is_empty() && !page.all(".incoming").is_empty());
    }
    assert!(pages > 20, "only {pages} pages have both");
    // The fields of a program name no term: what mentions it is told there still.
    let program = AT_ROOT.files.page("/ja/programs/practical-training/");
    assert!(program.attributes(".incoming a", "href").iter().any(|href| href.starts_with("/ja/terms/")));
}
