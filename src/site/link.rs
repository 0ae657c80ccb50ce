//! Joins all parsed files into one site.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::anchors::Accepted;
use super::entries::Entry;
use super::facets::Facets;
use super::index::Index;
use super::languages::{Lang, Languages};
use super::recruitment::State;
use super::vocabularies::Vocabularies;
use super::{RecordId, Site, addresses, connect, gather, links, mentions, recruitment};
use crate::base::order::Order;
use crate::base::{Diagnostic, Place};
use crate::model::document::{Document, Parsed};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::site_file::{BaseUrl, Search, SiteFile};

/// What a run is told beside the files.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Takes the place of `base_url` in `site.yaml`.
    pub base_url: Option<BaseUrl>,
    /// Drafts are part of the site.
    pub drafts: bool,
    /// Paths below `/theme/` of the theme's files.
    pub theme_assets: Vec<Box<str>>,
    /// What was accepted of the headings of translations.
    pub headings: Arc<Accepted>,
}

/// The path of the site's own file.
pub const SITE_FILE: &str = "content/site.yaml";

/// Links the site. `parsed` holds every file of `content/` in the order of their paths; `assets` the paths of other files there.
pub fn link(parsed: &[Arc<Parsed>], assets: &[Arc<str>], as_of: Timestamp, options: &Options) -> (Site, Vec<Diagnostic>) {
    let (site, found) = link_apart(parsed, assets, as_of, options);
    (site, found.into_findings().collect())
}

/// What linking found: by stages, and in two of them by record, so that an edit need renew its own part alone.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// When all files were gathered.
    pub gathered: Vec<Diagnostic>,
    /// In references and words of the files that are no record's,
    pub shared_connections: Vec<Diagnostic>,
    /// and of records.
    pub connections: BTreeMap<RecordId, Vec<Diagnostic>>,
    /// When every page was given its address.
    pub addresses: Vec<Diagnostic>,
    /// In links of records,
    pub links: BTreeMap<RecordId, Vec<Diagnostic>>,
    /// and of the other files.
    pub shared_links: Vec<Diagnostic>,
}

impl Found {
    /// All of it.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        let connections = self.shared_connections.iter().chain(self.connections.values().flatten());
        let links = self.links.values().flatten().chain(&self.shared_links);
        self.gathered.iter().chain(connections).chain(&self.addresses).chain(links)
    }

    fn into_findings(self) -> impl Iterator<Item = Diagnostic> {
        let connections = self.shared_connections.into_iter().chain(self.connections.into_values().flatten());
        let links = self.links.into_values().flatten().chain(self.shared_links);
        self.gathered.into_iter().chain(connections).chain(self.addresses).chain(links)
    }
}

/// Links the site; what was found is kept apart.
pub fn link_apart(parsed: &[Arc<Parsed>], assets: &[Arc<str>], as_of: Timestamp, options: &Options) -> (Site, Found) {
    let mut found = Found::default();
    let file = site_file(parsed, &mut found.gathered);
    let languages = Languages::new(&file);
    let vocabularies = Arc::new(Vocabularies::new(parsed.iter().map(|parsed| &**parsed), &mut found.gathered));
    let entries = gather::entries(parsed, &languages, options.drafts, &options.headings, &mut found.gathered);
    let base_url = options.base_url.clone().or_else(|| file.base_url.clone());
    let address = |path: &Arc<str>| {
        let at_root = path.strip_prefix("content/site-root/").map(|rest| format!("/{rest}"));
        let address = at_root.or_else(|| Some(format!("/assets/{}", path.strip_prefix("content/assets/")?)))?;
        Some((path.clone(), address.into()))
    };
    let mut site = Site {
        has_no_base_url: base_url.is_none() && file.lacks_base_url,
        base_url: base_url.unwrap_or_else(|| BaseUrl { origin: "http://localhost".into(), path: "/".into() }),
        file,
        languages,
        by_identity: Index::new(&entries),
        entries,
        vocabularies,
        lists: Vec::new(),
        facets: Facets::default(),
        routes: Arc::default(),
        assets: Arc::new(assets.iter().filter_map(address).collect()),
        sizes: Arc::default(),
        as_of,
        outdated: Arc::default(),
        versions: Arc::default(),
        begun: Vec::new(),
    };
    site.look_what_is_begun();
    set_states(&mut site);
    let (lists, facets) = rayon::join(|| sorted_lists(&site), || Facets::new(&site));
    site.lists = lists;
    site.facets = facets;
    let (connections, (routes, addresses)) =
        rayon::join(|| connect::connections(&site), || addresses::routes(&site, &options.theme_assets));
    found.shared_connections = connect::of_shared(&site, parsed);
    found.connections = connections.findings;
    found.addresses = addresses;
    connect::tell(&mut site, connections.edges);
    site.routes = Arc::new(routes);
    let ids: Vec<RecordId> = site.ids().filter(|(_, entry)| !entry.broken).map(|(id, _)| id).collect();
    found.links = links::of_records(&site, &ids);
    found.shared_links = links::of_shared(&site, parsed);
    (site, found)
}

/// The site's own file; an empty one, and a finding, where there is none.
pub fn site_file(parsed: &[Arc<Parsed>], findings: &mut Vec<Diagnostic>) -> Arc<SiteFile> {
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
            lacks_base_url: false,
            zone: crate::model::schedule::Zone::default(),
            theme: "default".into(),
            theme_span: crate::base::Span::default(),
            logo: None,
            colour: None,
            stylesheet: None,
            menu: Vec::new(),
            text_first: false,
            contact: None,
            official: None,
            licence: None,
            page_size: 50,
            closing_soon_days: 14,
            search: Search::default(),
            links: crate::model::fact::List::default(),
            htaccess: false,
            editor_link: None,
        })
    })
}

/// States of schedules, then of the programs that they belong to.
fn set_states(site: &mut Site) {
    let shared: &Site = site;
    let states: Vec<(RecordId, State)> = (0..shared.entries.len())
        .into_par_iter()
        .flat_map_iter(|number| {
            let id = RecordId(u32::try_from(number).unwrap_or(u32::MAX));
            let entry = shared.entry(id);
            let states = match &entry.record.body {
                _ if entry.broken => [None, None],
                Body::Schedule(schedule) if is_retired(shared, entry) => {
                    let program = schedule.program.as_ref().map(|program| mentions::resolve(shared, &program.target));
                    let closed = State::Closed;
                    [Some((id, closed)), program.and_then(Result::ok).map(|program| (program, closed.of_program()))]
                }
                Body::Schedule(schedule) => {
                    let state = recruitment::state(schedule, &shared.vocabularies, shared.as_of, shared.file.closing_soon_days);
                    let program = schedule.program.as_ref().map(|program| mentions::resolve(shared, &program.target));
                    [Some((id, state)), program.and_then(Result::ok).map(|program| (program, state.of_program()))]
                }
                Body::Program(_) if entry.is_retired() => [Some((id, State::Closed)), None],
                Body::Program(_) => [Some((id, State::Unknown)), None],
                _ => [None, None],
            };
            states.into_iter().flatten()
        })
        .collect();
    for (id, state) in states {
        let entry = &mut site.entries[id.0 as usize];
        if matches!(entry.record.body, Body::Schedule(_) | Body::Program(_)) {
            let state = Some(entry.state.map_or(state, |earlier| earlier.min(state)));
            Arc::make_mut(entry).state = state;
        }
    }
}

/// Is a schedule no more, or the program that it is of?
pub fn is_retired(site: &Site, entry: &Entry) -> bool {
    let Body::Schedule(schedule) = &entry.record.body else { return entry.is_retired() };
    let program = schedule.program.as_ref().and_then(|program| mentions::resolve(site, &program.target).ok());
    entry.is_retired() || program.is_some_and(|program| site.entry(program).is_retired())
}

fn sorted_lists(site: &Site) -> Vec<BTreeMap<Kind, Vec<RecordId>>> {
    let orders: Vec<(Lang, Order)> = site.languages.all().map(|lang| (lang, Order::of(site.languages.tag(lang)))).collect();
    type Keyed<'e> = Vec<(Cow<'e, [u8]>, RecordId)>;
    orders
        .par_iter()
        .map(|(lang, order)| {
            let mut lists: BTreeMap<Kind, Keyed<'_>> = BTreeMap::new();
            for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken && !entry.is_retired()) {
                lists.entry(entry.kind()).or_default().push((sort_key(site, entry, *lang, order), id));
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

/// What a record is sorted by in the lists of a language: notices by their date, the newest first; schedules by what can still be
/// reached; all others by name.
pub fn sort_key<'e>(site: &Site, entry: &'e Entry, lang: Lang, order: &Order) -> Cow<'e, [u8]> {
    let name = name_key(site, entry, lang, order);
    if let Body::Schedule(_) = &entry.record.body {
        let (state, date) = recruitment::rank(site, &entry.record.body, entry.state);
        let state = state.and_then(|state| State::ALL.iter().position(|known| *known == state)).unwrap_or(State::ALL.len());
        let mut key = vec![u8::try_from(state).unwrap_or(u8::MAX)];
        // Sorted as bytes, what is negative stands before what is not.
        key.extend_from_slice(&(date.cast_unsigned() ^ (1 << 63)).to_be_bytes());
        key.extend_from_slice(&name);
        return Cow::Owned(key);
    }
    let Body::Notice(notice) = &entry.record.body else { return name };
    let date = notice.posted.as_ref().or_else(|| notice.date.as_ref().and_then(Fact::known));
    let second = date.and_then(|date| date.start(&site.file.zone.0)).map_or(i64::MIN / 2, Timestamp::as_second);
    let mut key = (i64::MAX / 2 - second).to_be_bytes().to_vec();
    key.extend_from_slice(&name);
    Cow::Owned(key)
}

/// Its own key, unless its name falls back to another language.
fn name_key<'e>(site: &Site, entry: &'e Entry, lang: Lang, order: &Order) -> Cow<'e, [u8]> {
    match entry.record.sort_key(site.languages.tag(lang)) {
        Some(key) => Cow::Borrowed(key),
        None => {
            let (title, _) = entry.title(lang, &site.languages);
            Cow::Owned(order.key(order.text(title, entry.record.common.reading.as_deref())))
        }
    }
}
