//! Joins all parsed files into one site and checks what they say of each other.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::entries::{Entry, ProseFile};
use super::facets::Facets;
use super::languages::Languages;
use super::mentions::{Target, Unresolved};
use super::order::Order;
use super::vocabularies::Vocabularies;
use super::{RecordId, Site, addresses, anchors, facts, mentions, recruitment, targets};
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Place, Span};
use crate::model::document::{Document, Parsed};
use crate::model::prose::{LinkUse, Mention};
use crate::model::read::Uses;
use crate::model::record::{Body, Record};
use crate::model::reference::{Identity, Kind};
use crate::model::site_file::{BaseUrl, SiteFile};
use crate::model::text::{Phrase, Text};

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
    connect(&mut site, &mut findings);
    site.lists = sorted_lists(&site);
    site.facets = Facets::new(&site);
    addresses::assign(&mut site, &options.theme_assets, &mut findings);
    check_prose(&site, parsed, &mut findings);
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
            base_url: None,
            zone: crate::model::schedule::Zone::default(),
            theme: "default".into(),
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
                    findings.push(finding.help("language-not-in-site-help").arg("found", language.as_str()));
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
        let entry = Entry { record, path: file.path.clone(), prose: Vec::new(), incoming: Vec::new(), state: None, broken };
        if let Some(first) = found.get(&identity) {
            let finding = Diagnostic::error("clashing-identity", Place::file(&file.path)).help("clashing-identity-help");
            let finding = finding.arg("identity", identity.to_string()).arg("other", &*first.path);
            findings.push(finding.label(Place::file(&first.path), "also-claimed-here"));
        } else {
            found.insert(identity, entry);
        }
    }
    for (identity, mut files) in prose {
        let rank = |file: &ProseFile| languages.find(file.language.as_str()).map_or(usize::MAX, super::languages::Lang::index);
        files.sort_by_key(rank);
        anchors::assign(&mut files);
        match found.get_mut(identity) {
            Some(entry) => entry.prose = files,
            None if identity.kind == Kind::Page => {
                let record = Arc::new(Record::page(identity.clone()));
                let path = files[0].path.clone();
                let entry = Entry { record, path, prose: files, incoming: Vec::new(), state: None, broken: false };
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

/// Which record refers to which, and in which field.
type Edge = (RecordId, RecordId, &'static str);

/// Resolves every reference, checks every word, and tells each record what refers to it.
fn connect(site: &mut Site, findings: &mut Vec<Diagnostic>) {
    let shared: &Site = site;
    let results: Vec<(Vec<Edge>, Vec<Diagnostic>)> = shared
        .entries
        .par_iter()
        .enumerate()
        .filter(|(_, entry)| !entry.broken)
        .map(|(i, entry)| {
            let from = RecordId(u32::try_from(i).unwrap_or(u32::MAX));
            let mut checks = Connect { site: shared, from, path: &entry.path, edges: Vec::new(), findings: Vec::new() };
            checks.uses(&entry.record.uses);
            for file in &entry.prose {
                checks.path = &file.path;
                for mention in &file.prose.mentions {
                    checks.mention(mention);
                }
            }
            (checks.edges, checks.findings)
        })
        .collect();
    let mut incoming: Vec<Vec<(RecordId, &'static str)>> = vec![Vec::new(); site.entries.len()];
    for (edges, mut found) in results {
        for (from, to, field) in edges {
            if from != to {
                incoming[to.0 as usize].push((from, field));
            }
        }
        findings.append(&mut found);
    }
    for (entry, mut list) in site.entries.iter_mut().zip(incoming) {
        list.sort_unstable();
        list.dedup();
        entry.incoming = list;
    }
}

struct Connect<'s> {
    site: &'s Site,
    from: RecordId,
    path: &'s Arc<str>,
    edges: Vec<Edge>,
    findings: Vec<Diagnostic>,
}

impl Connect<'_> {
    fn uses(&mut self, uses: &Uses) {
        for used in &uses.references {
            if let Some(id) = self.target(&used.reference.target, used.reference.span) {
                let kind = self.site.entry(id).kind();
                if used.allowed.contains(kind) {
                    self.edges.push((self.from, id, used.field));
                } else {
                    let finding = Diagnostic::error("wrong-kind-reference", self.place(used.reference.span))
                        .help("wrong-kind-reference-help")
                        .arg("reference", &*used.reference.target)
                        .arg("field", used.field)
                        .arg("found", kind.as_str())
                        .arg("expected", used.allowed.names());
                    self.findings.push(finding);
                }
            }
        }
        for word in &uses.words {
            if self.site.vocabularies.of(word).is_none() {
                let ids: Vec<&str> = self.site.vocabularies.ids(word.vocabulary).collect();
                let finding = Diagnostic::error("unknown-word", self.place(word.span))
                    .arg("word", &*word.id)
                    .arg("vocabulary", crate::base::Arg::Message(word.vocabulary.message()))
                    .arg("file", format!("content/vocabularies/{}.yaml", word.vocabulary.name()));
                self.findings.push(match nearest(&word.id, ids.iter().copied()) {
                    Some(near) => finding.help("unknown-word-nearest").arg("nearest", near),
                    None => finding.help("unknown-word-known"),
                });
            }
        }
        for mention in uses.texts.iter().flat_map(Text::phrases).flat_map(|phrase: &Phrase| phrase.mentions.iter()) {
            self.mention(mention);
        }
    }

    fn place(&self, span: Span) -> Place {
        Place::new(self.path, span)
    }

    /// The record that is named; a finding where none is, or where it is a draft.
    fn target(&mut self, text: &str, span: Span) -> Option<RecordId> {
        match mentions::resolve(self.site, text) {
            Ok(id) => {
                let entry = self.site.entry(id);
                if entry.broken && entry.record.common.draft {
                    let finding = Diagnostic::error("draft-reference", self.place(span)).help("draft-reference-help").arg("reference", text);
                    self.findings.push(finding);
                    return None;
                }
                Some(id)
            }
            Err(Unresolved::Ambiguous(candidates)) => {
                let names: Vec<String> = candidates.iter().map(ToString::to_string).collect();
                let finding = Diagnostic::error("ambiguous-reference", self.place(span)).help("ambiguous-reference-help");
                let finding = finding.arg("reference", text).arg("candidates", names.join(", "));
                self.findings.push(finding.arg("first", names.first().cloned().unwrap_or_default()));
                None
            }
            Err(Unresolved::Unknown) => {
                let finding = Diagnostic::error("unknown-reference", self.place(span)).arg("reference", text);
                let names: Vec<String> = self.site.entries.iter().map(|entry| entry.record.identity.to_string()).collect();
                self.findings.push(match nearest(text, names.iter().map(String::as_str)) {
                    Some(near) => finding.help("unknown-reference-nearest").arg("nearest", near),
                    None => finding.help("unknown-reference-help"),
                });
                None
            }
        }
    }

    fn mention(&mut self, mention: &Mention) {
        let target = Target::parse(&mention.target);
        let Some(id) = self.target(target.record, mention.span) else { return };
        self.edges.push((self.from, id, "mention"));
        let Some(name) = target.fact else { return };
        let entry = self.site.entry(id);
        if entry.broken || mentions::fact(self.site, id, name).is_some() {
            return;
        }
        let known: Vec<String> = facts::named(entry).into_iter().map(|(name, _)| name).collect();
        let finding = Diagnostic::error("unknown-fact", self.place(mention.span)).arg("reference", target.record).arg("fact", name);
        self.findings.push(match nearest(name, known.iter().map(String::as_str)) {
            Some(near) => finding.help("unknown-fact-nearest").arg("nearest", near),
            None if known.is_empty() => finding.help("unknown-fact-none"),
            None => finding.help("unknown-fact-known").arg("known", known.join(", ")),
        });
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

/// Checks links, anchors and translations, now that every address is known.
fn check_prose(site: &Site, parsed: &[Arc<Parsed>], findings: &mut Vec<Diagnostic>) {
    let ids: Vec<(RecordId, &Entry)> = site.ids().filter(|(_, entry)| !entry.broken).collect();
    let found: Vec<Vec<Diagnostic>> = ids
        .par_iter()
        .map(|(id, entry)| {
            let mut found = Vec::new();
            check_texts(site, Some(*id), &entry.path, &entry.record.uses, &mut found);
            for file in &entry.prose {
                let lang = site.languages.all().find(|lang| entry.own_prose(*lang, &site.languages).is_some_and(|own| own.path == file.path));
                for link in &file.prose.links {
                    check_link(site, lang.unwrap_or(super::languages::Lang(0)), Some(*id), &file.path, link, &mut found);
                }
                for mention in &file.prose.mentions {
                    check_mention_anchor(site, lang.unwrap_or(super::languages::Lang(0)), &file.path, mention, &mut found);
                }
            }
            if let Some(first) = entry.prose.first() {
                let missing: Vec<&str> = site
                    .languages
                    .all()
                    .filter(|lang| entry.own_prose(*lang, &site.languages).is_none())
                    .map(|lang| site.languages.tag(lang).as_str())
                    .collect();
                if !missing.is_empty() {
                    let finding = Diagnostic::warning("missing-translation", Place::file(&first.path)).says("missing-translation-prose");
                    found.push(finding.help("missing-translation-prose-help").arg("languages", missing.join(", ")));
                }
            }
            found
        })
        .collect();
    findings.extend(found.into_iter().flatten());
    for file in parsed {
        if let Some(Document::Site(_, uses) | Document::Vocabulary(_, uses)) = &file.document {
            check_texts(site, None, &file.path, uses, findings);
        }
    }
}

fn check_texts(site: &Site, page: Option<RecordId>, path: &Arc<str>, uses: &Uses, findings: &mut Vec<Diagnostic>) {
    for text in &uses.texts {
        let missing: Vec<&str> =
            site.languages.all().filter(|lang| !site.languages.has(text, *lang)).map(|lang| site.languages.tag(lang).as_str()).collect();
        if !missing.is_empty() {
            let finding = Diagnostic::warning("missing-translation", Place::new(path, text.span())).help("missing-translation-help");
            findings.push(finding.arg("languages", missing.join(", ")));
        }
        for phrase in text.phrases() {
            let lang = site.languages.reading(&phrase.language).unwrap_or(super::languages::Lang(0));
            if !site.languages.serves(&phrase.language) {
                let finding = Diagnostic::error("bad-language", Place::new(path, phrase.span)).says("language-not-in-site");
                findings.push(finding.help("language-not-in-site-help").arg("found", phrase.language.as_str()));
            }
            for link in &phrase.links {
                check_link(site, lang, page, path, link, findings);
            }
            for mention in &phrase.mentions {
                check_mention_anchor(site, lang, path, mention, findings);
            }
        }
    }
    for link in &uses.links {
        if let crate::model::link::Address::Known(address) = &link.address {
            let used = LinkUse { address: address.to_string(), span: link.span, ..LinkUse::default() };
            check_link(site, super::languages::Lang(0), page, path, &used, findings);
        }
    }
}

fn check_link(
    site: &Site,
    lang: super::languages::Lang,
    page: Option<RecordId>,
    path: &Arc<str>,
    link: &LinkUse,
    findings: &mut Vec<Diagnostic>,
) {
    let place = || Place::new(path, link.span);
    match targets::resolve(site, lang, page, path, &link.address) {
        targets::Target::Outside | targets::Target::Inside { .. } => {}
        targets::Target::NoPage => {
            let finding = Diagnostic::error("broken-link", place()).arg("address", link.address.as_str());
            let near = nearest(&link.address, site.routes.keys().map(|address| &**address));
            findings.push(match near {
                Some(near) => finding.help("broken-link-nearest").arg("nearest", near),
                None => finding.help("broken-link-help"),
            });
        }
        targets::Target::NoAnchor { known } => findings.push(broken_anchor(place(), &link.address, &known)),
    }
}

fn check_mention_anchor(site: &Site, lang: super::languages::Lang, path: &Arc<str>, mention: &Mention, findings: &mut Vec<Diagnostic>) {
    let target = Target::parse(&mention.target);
    let (Some(anchor), Ok(id)) = (target.anchor, mentions::resolve(site, target.record)) else { return };
    let known = targets::anchors_of(site, lang, id);
    if !known.iter().any(|id| **id == *anchor) {
        findings.push(broken_anchor(Place::new(path, mention.span), &mention.target, &known));
    }
}

fn broken_anchor(place: Place, address: &str, known: &[Box<str>]) -> Diagnostic {
    let anchor = address.rsplit('#').next().unwrap_or_default();
    let finding = Diagnostic::error("broken-anchor", place).arg("address", address).arg("anchor", anchor);
    match nearest(anchor, known.iter().map(|id| &**id)) {
        Some(near) => finding.help("broken-anchor-nearest").arg("nearest", near),
        None => finding.help("broken-anchor-known").arg("known", known.iter().filter(|id| !id.starts_with("sec-")).cloned().collect::<Vec<_>>().join(", ")),
    }
}
