//! Joins all parsed files into one site.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::entries::{Entry, ProseFile};
use super::facets::Facets;
use super::languages::{Lang, Languages};
use super::order::Order;
use super::vocabularies::Vocabularies;
use super::{RecordId, Site, addresses, anchors, connect, links, mentions, recruitment};
use crate::base::{Diagnostic, Place, Severity};
use crate::model::document::{Document, Parsed};
use crate::model::record::{Body, Record};
use crate::model::reference::{Identity, Kind};
use crate::model::site_file::{BaseUrl, SiteFile};

/// What a run is told beside the files.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<BaseUrl>,
    /// Drafts are part of the site.
    pub drafts: bool,
    /// Paths below `/theme/` of the theme's files.
    pub theme_assets: Vec<Box<str>>,
}

/// The path of the site's own file.
pub const SITE_FILE: &str = "content/site.yaml";

/// Links the site. `parsed` holds every file of `content/` in the order of their paths; `assets` the paths of other files there.
pub fn link(parsed: &[Arc<Parsed>], assets: &[Arc<str>], as_of: Timestamp, options: &Options) -> (Site, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let file = site_file(parsed, &mut findings);
    let languages = Languages::new(&file);
    let vocabularies = Vocabularies::new(parsed.iter().map(|parsed| &**parsed), &mut findings);
    let (entries, by_identity) = collect(parsed, &languages, options, &mut findings);
    let base_url = options.base_url.clone().or_else(|| file.base_url.clone());
    let mut site = Site {
        base_url: base_url.unwrap_or_else(|| BaseUrl { origin: "http://localhost".into(), path: "/".into() }),
        file,
        languages,
        entries,
        by_identity,
        vocabularies,
        lists: Vec::new(),
        facets: Facets::default(),
        routes: BTreeMap::new(),
        assets: BTreeMap::new(),
        as_of,
    };
    for path in assets {
        if let Some(rest) = path.strip_prefix("content/assets/") {
            site.assets.insert(path.clone(), format!("/assets/{rest}").into());
        }
    }
    set_states(&mut site);
    connect::connect(&mut site, parsed, &mut findings);
    site.lists = sorted_lists(&site);
    site.facets = Facets::new(&site);
    addresses::assign(&mut site, &options.theme_assets, &mut findings);
    links::check(&site, parsed, &mut findings);
    (site, findings)
}

fn site_file(parsed: &[Arc<Parsed>], findings: &mut Vec<Diagnostic>) -> Arc<SiteFile> {
    let found = parsed.iter().find_map(|parsed| match &parsed.document {
        Some(Document::Site(file, _)) => Some(file.clone()),
        _ => None,
    });
    if found.is_none() && !parsed.iter().any(|parsed| &*parsed.path == SITE_FILE) {
        findings.push(Diagnostic::error("missing-site-file", Place::file(&SITE_FILE.into())).help("missing-site-file-help"));
    }
    found.unwrap_or_else(|| {
        Arc::new(SiteFile {
            title: None,
            tagline: None,
            languages: Vec::new(),
            has_unread_languages: false,
            base_url: None,
            zone: crate::model::schedule::Zone::default(),
            theme: "default".into(),
            theme_span: crate::base::Span::default(),
            contact: None,
            licence: None,
            page_size: 50,
            closing_soon_days: 14,
            links: crate::model::fact::List::default(),
            editor_link: None,
        })
    })
}

/// Gathers records and prose under their identities.
fn collect(
    parsed: &[Arc<Parsed>],
    languages: &Languages,
    options: &Options,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<Entry>, HashMap<Identity, RecordId>) {
    let mut found: BTreeMap<Identity, Entry> = BTreeMap::new();
    let mut prose: BTreeMap<&Identity, Vec<ProseFile>> = BTreeMap::new();
    for file in parsed {
        let (record, broken) = match &file.document {
            Some(Document::Record(record)) => (record.clone(), false),
            Some(Document::BrokenRecord(identity)) => (Arc::new(Record::page(identity.clone())), true),
            Some(Document::Prose(identity, language, contents)) => {
                if !languages.serves(language) {
                    let finding = Diagnostic::error("bad-language", Place::file(&file.path)).says("language-not-in-site");
                    let finding = finding.help("language-not-in-site-help").arg("known", languages.tags());
                    findings.push(finding.arg("found", language.as_str()));
                    continue;
                }
                if let Some(text) = &file.text {
                    prose.entry(identity).or_default().push(ProseFile {
                        language: language.clone(),
                        path: file.path.clone(),
                        text: text.clone(),
                        prose: contents.clone(),
                        heading_ids: Vec::new(),
                    });
                }
                continue;
            }
            _ => continue,
        };
        let identity = record.identity.clone();
        let incomplete = file.findings.iter().any(|finding| finding.severity == Severity::Error);
        let (path, prose, incoming) = (file.path.clone(), Vec::new(), Vec::new());
        let entry = Entry { record, path, prose, incoming, state: None, broken, incomplete };
        if let Some(first) = found.get(&identity) {
            let finding = Diagnostic::error("clashing-identity", Place::file(&file.path)).help("clashing-identity-help");
            let finding = finding.arg("identity", identity.to_string()).arg("other", &*first.path);
            findings.push(finding.label(Place::file(&first.path), "also-claimed-here"));
        } else {
            found.insert(identity, entry);
        }
    }
    for (identity, mut files) in prose {
        let rank = |file: &ProseFile| languages.find(file.language.as_str()).map_or(usize::MAX, Lang::index);
        files.sort_by_key(rank);
        anchors::assign(&mut files);
        match found.get_mut(identity) {
            Some(entry) => entry.prose = files,
            None if identity.kind == Kind::Page => {
                let record = Arc::new(Record::page(identity.clone()));
                let path = files[0].path.clone();
                let entry =
                    Entry { record, path, prose: files, incoming: Vec::new(), state: None, broken: false, incomplete: false };
                found.insert(identity.clone(), entry);
            }
            None => findings.extend(files.iter().map(|file| {
                let finding = Diagnostic::error("misplaced-file", Place::file(&file.path)).says("prose-without-record");
                finding.help("prose-without-record-help").arg("identity", identity.to_string())
            })),
        }
    }
    if !options.drafts {
        // Drafts stay as broken records: they have no page, and references to them are told apart from unknown ones.
        found.values_mut().filter(|entry| entry.record.common.draft).for_each(|entry| entry.broken = true);
    }
    let entries: Vec<Entry> = found.into_values().collect();
    let by_identity = entries
        .iter()
        .enumerate()
        .map(|(i, entry)| (entry.record.identity.clone(), RecordId(u32::try_from(i).unwrap_or(u32::MAX))))
        .collect();
    (entries, by_identity)
}

/// States of schedules, then of the programs that they belong to.
fn set_states(site: &mut Site) {
    let mut states: Vec<(RecordId, recruitment::State)> = Vec::new();
    for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
        match &entry.record.body {
            Body::Schedule(schedule) => {
                let state = recruitment::state(schedule, &site.vocabularies, site.as_of, site.file.closing_soon_days);
                states.push((id, state));
                if let Some(Ok(program)) = schedule.program.as_ref().map(|program| mentions::resolve(site, &program.target)) {
                    states.push((program, state));
                }
            }
            Body::Program(_) => states.push((id, recruitment::State::Unknown)),
            _ => {}
        }
    }
    for (id, state) in states {
        let entry = &mut site.entries[id.0 as usize];
        if matches!(entry.record.body, Body::Schedule(_) | Body::Program(_)) {
            entry.state = Some(entry.state.map_or(state, |earlier| earlier.min(state)));
        }
    }
}

fn sorted_lists(site: &Site) -> Vec<BTreeMap<Kind, Vec<RecordId>>> {
    let langs: Vec<_> = site.languages.all().collect();
    langs
        .par_iter()
        .map(|lang| {
            let order = Order::of(site.languages.tag(*lang));
            let mut lists: BTreeMap<Kind, Vec<(Vec<u8>, RecordId)>> = BTreeMap::new();
            for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
                lists.entry(entry.kind()).or_default().push((order.entry_key(entry, *lang, &site.languages), id));
            }
            lists
                .into_iter()
                .map(|(kind, mut list)| {
                    list.sort_unstable();
                    (kind, list.into_iter().map(|(_, id)| id).collect())
                })
                .collect()
        })
        .collect()
}
