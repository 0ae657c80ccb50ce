//! Applies an edit to the last site, if the edit cannot change anything else: gives the same site as linking everything, or
//! nothing.
//!
//! Only `serve` needs it. With 6,000 pages, an edit costs 5 ms of processor time until it is shown, and 33 ms if everything is
//! linked; with 20,000 pages 15 ms and 123 ms. The limits are 20 ms and 60 ms (`benches/edits.py`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::anchors::Accepted;
use super::entries::Entry;
use super::languages::Lang;
use super::link::{self, Found, Options};
use super::routes::Route;
use super::{RecordId, Site, addresses, anchors, connect, contacts, facets, gather, links, mentions, recruitment, ways};
use crate::base::Diagnostic;
use crate::base::order::Order;
use crate::model::common::Common;
use crate::model::document::{Document, Parsed};
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::model::text::Text;

/// Files that are linked one by one at most; of more, linking everything is as quick.
const MOST: usize = 64;

/// A linked site, and what is needed to link an edit into it.
#[derive(Debug, Clone)]
pub struct Linked {
    /// The site.
    pub site: Site,
    found: Found,
    options: Options,
    /// The files that are no record's: the site's own and vocabularies.
    shared: Vec<Arc<Parsed>>,
    /// The first instant at which the site is another without an edit, once somebody asked.
    until: Option<Timestamp>,
}

/// A file as it was and as it is. Its path stays.
#[derive(Debug, Clone)]
pub struct Edit {
    /// As it was linked.
    pub before: Arc<Parsed>,
    /// As it is.
    pub now: Arc<Parsed>,
}

/// A record before the edit: itself, and what it said of others.
struct Before {
    entry: Arc<Entry>,
    edges: Vec<connect::Edge>,
}

impl Linked {
    /// Links everything; see [`link::link`].
    pub fn new(parsed: &[Arc<Parsed>], assets: &[Arc<str>], as_of: Timestamp, options: &Options) -> Self {
        let (site, found) = link::link_apart(parsed, assets, as_of, options);
        let is_shared = |file: &&Arc<Parsed>| matches!(file.document, Some(Document::Site(..) | Document::Vocabulary(..)));
        let shared = parsed.iter().filter(is_shared).cloned().collect();
        Self { site, found, options: options.clone(), shared, until: None }
    }

    /// What was accepted of the headings of translations when it was linked.
    pub fn headings(&self) -> Arc<Accepted> {
        self.options.headings.clone()
    }

    /// What linking found.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.findings()
    }

    /// Links edits of files when no other file came, went or changed; gives the records that they changed. Nothing when more
    /// than these records, what mentions them and lists of their names may change: then everything is to be linked anew, and
    /// this is of no more use.
    pub fn edit(&mut self, edits: &[Edit], as_of: Timestamp, options: &Options) -> Option<BTreeSet<RecordId>> {
        if edits.len() > MOST || !self.lasts(as_of) || !self.exchange_theme(options) {
            return None;
        }
        self.site.as_of = as_of;
        let mut changed: BTreeMap<RecordId, Before> = BTreeMap::new();
        for edit in edits {
            if let Some(id) = self.record_of(edit)? {
                let site = &self.site;
                let before = || Before { entry: site.entries[id.0 as usize].clone(), edges: connect::of_record(site, id).0 };
                changed.entry(id).or_insert_with(before);
            }
        }
        for edit in edits {
            if let Some(id) = self.record_of(edit)? {
                put(Arc::make_mut(&mut self.site.entries[id.0 as usize]), &edit.now, &options.headings)?;
            }
        }
        if !changed.iter().all(|(id, before)| self.is_alike(&before.entry, self.site.entry(*id))) {
            return None;
        }
        self.sort_again(&changed);
        self.connect_again(&changed);
        self.check_links_again(&changed);
        if changed.values().any(|before| matches!(before.entry.record.body, Body::Schedule(_))) {
            self.until = None;
        }
        Some(changed.into_keys().collect())
    }

    /// Is the site the same at that instant?
    fn lasts(&mut self, as_of: Timestamp) -> bool {
        let site = &self.site;
        as_of == site.as_of || as_of > site.as_of && as_of < *self.until.get_or_insert_with(|| recruitment::lasts_until(site))
    }

    /// Takes over the addresses of the theme's files; all other options must be the same.
    fn exchange_theme(&mut self, options: &Options) -> bool {
        let old = &self.options;
        if old.base_url != options.base_url || old.drafts != options.drafts || old.headings != options.headings {
            return false;
        }
        if old.theme_assets == options.theme_assets {
            return true;
        }
        let routes = Arc::make_mut(&mut self.site.routes);
        let address = |name: &str| format!("/theme/{name}");
        for name in &old.theme_assets {
            if routes.remove(&*address(name)) != Some(Route::ThemeAsset(name.clone())) {
                return false;
            }
        }
        for name in &options.theme_assets {
            if routes.insert(address(name).into(), Route::ThemeAsset(name.clone())).is_some() {
                return false;
            }
        }
        self.options.theme_assets.clone_from(&options.theme_assets);
        true
    }

    /// The record whose file was edited, if it is a file of one; nothing where the file is other than it was, or not in use.
    fn record_of(&self, edit: &Edit) -> Option<Option<RecordId>> {
        let identity = match (&edit.before.document, &edit.now.document) {
            (None, None) => return Some(None),
            (Some(Document::Record(_)), Some(Document::Record(record))) => &record.identity,
            (Some(Document::Prose(..)), Some(Document::Prose(identity, ..))) => identity,
            _ => return None,
        };
        let id = self.site.find(identity.kind, &identity.slug)?;
        let entry = self.site.entry(id);
        let path = &edit.now.path;
        let is_own = match &edit.now.document {
            Some(Document::Record(_)) => entry.path == *path,
            _ => entry.prose.iter().any(|file| file.path == *path),
        };
        (is_own && !entry.broken).then_some(Some(id))
    }

    /// Is all that addresses, lists and states of other records are made of as it was?
    fn is_alike(&self, before: &Entry, now: &Entry) -> bool {
        let (site, old, new) = (&self.site, &before.record.common, &now.record.common);
        let addresses =
            |entry: &Entry| -> Vec<Box<str>> { entry.record.common.aliases.iter().map(|alias| alias.address.clone()).collect() };
        let names = |common: &Common| -> Vec<Box<str>> {
            let phrases = common.name.as_ref().map_or(&[][..], Text::phrases);
            phrases.iter().map(|phrase| phrase.source.clone()).collect()
        };
        old.draft == new.draft
            // What is no more is in no list, and its schedules are closed.
            && !link::is_retired(site, before)
            && !now.is_retired()
            && addresses(before) == addresses(now)
            // Of a reference that leads nowhere, it is said which record has such a name.
            && (names(old) == names(new) || !self.found.findings().any(|finding| finding.code == "unknown-reference"))
            // What was found in addresses says where they stand.
            && (self.found.addresses.is_empty() || old.aliases == new.aliases)
            && site.languages.all().all(|lang| before.exists_in(lang, &site.languages) == now.exists_in(lang, &site.languages))
            // Of a hospital, they hold the prefecture that its programs are listed under.
            && facets::values(site, before) == facets::values(site, now)
            && match (&before.record.body, &now.record.body) {
                (Body::Schedule(old), Body::Schedule(new)) => {
                    let program = |schedule: &crate::model::schedule::Schedule| {
                        schedule.program.as_ref().and_then(|program| mentions::resolve(site, &program.target).ok())
                    };
                    let state = |schedule| {
                        recruitment::state(schedule, &site.vocabularies, site.as_of, site.file.closing_soon_days)
                    };
                    program(old) == program(new)
                        && state(old) == state(new)
                        && addresses::dated_rounds(site, old) == addresses::dated_rounds(site, new)
                }
                // Programs have letters, and stand on the pages of those whom they suit.
                (Body::Program(old), Body::Program(new)) => {
                    contacts::can_be_asked(site, old) == contacts::can_be_asked(site, new) && ways::of(old) == ways::of(new)
                }
                _ => true,
            }
    }

    /// Moves the records whose names changed to their places in the lists.
    fn sort_again(&mut self, changed: &BTreeMap<RecordId, Before>) {
        for lang in self.site.languages.all() {
            let order = Order::of(self.site.languages.tag(lang));
            let mut moved: BTreeMap<Kind, Vec<RecordId>> = BTreeMap::new();
            for (id, before) in changed {
                let (site, now) = (&self.site, self.site.entry(*id));
                if link::sort_key(site, &before.entry, lang, &order) != link::sort_key(site, now, lang, &order) {
                    moved.entry(now.kind()).or_default().push(*id);
                }
            }
            for (kind, ids) in moved {
                self.move_in_list(lang, kind, &ids, &order);
            }
        }
    }

    fn move_in_list(&mut self, lang: Lang, kind: Kind, ids: &[RecordId], order: &Order) {
        let Some(place) = self.site.lists.get_mut(lang.index()).and_then(|lists| lists.get_mut(&kind)) else { return };
        let mut list = std::mem::take(place);
        let key = |id: RecordId| (link::sort_key(&self.site, self.site.entry(id), lang, order), id);
        list.retain(|id| !ids.contains(id));
        for id in ids {
            let own = key(*id);
            list.insert(list.partition_point(|other| key(*other) < own), *id);
        }
        if let Some(place) = self.site.lists.get_mut(lang.index()).and_then(|lists| lists.get_mut(&kind)) {
            *place = list;
        }
    }

    /// Resolves what the records say of others, and looks again at mentions of their facts.
    fn connect_again(&mut self, changed: &BTreeMap<RecordId, Before>) {
        let mentioning =
            changed.keys().flat_map(|id| &self.site.entry(*id).incoming).filter(|(_, relation)| *relation == Relation::Mention);
        let again: BTreeSet<RecordId> = mentioning.map(|(from, _)| *from).chain(changed.keys().copied()).collect();
        for id in again {
            let (edges, findings) = connect::of_record(&self.site, id);
            replace(&mut self.found.connections, id, findings);
            if let Some(before) = changed.get(&id) {
                connect::tell_again(&mut self.site, id, &before.edges, &edges);
            }
        }
        self.found.shared_connections = connect::of_shared(&self.site, &self.shared);
    }

    /// Checks the links of the records, and, when headings changed, all links that may lead to one.
    fn check_links_again(&mut self, changed: &BTreeMap<RecordId, Before>) {
        let ids_of = |entry: &Entry| entry.prose.iter().map(|file| file.heading_ids.clone()).collect::<Vec<_>>();
        let site = &self.site;
        let mut again: BTreeSet<RecordId> = changed.keys().copied().collect();
        if changed.iter().any(|(id, before)| ids_of(&before.entry) != ids_of(site.entry(*id))) {
            let leading = site.ids().filter(|(_, entry)| !entry.broken && links::may_have_anchors(entry));
            again.extend(leading.map(|(id, _)| id));
        }
        let again: Vec<RecordId> = again.into_iter().collect();
        let mut found = links::of_records(site, &again);
        for id in again {
            replace(&mut self.found.links, id, found.remove(&id).unwrap_or_default());
        }
        self.found.shared_links = links::of_shared(site, &self.shared);
    }
}

/// Puts what a file holds now into its record.
fn put(entry: &mut Entry, file: &Parsed, accepted: &Accepted) -> Option<()> {
    match &file.document {
        Some(Document::Record(record)) => {
            entry.record = record.clone();
            entry.incomplete = gather::is_incomplete(file);
        }
        Some(Document::Prose(_, _, contents)) => {
            let prose = entry.prose.iter_mut().find(|prose| prose.path == file.path)?;
            prose.text = file.text.clone()?;
            prose.prose = contents.clone();
            anchors::assign(&mut entry.prose, accepted);
        }
        _ => return None,
    }
    Some(())
}

fn replace(found: &mut BTreeMap<RecordId, Vec<Diagnostic>>, id: RecordId, findings: Vec<Diagnostic>) {
    if findings.is_empty() {
        found.remove(&id);
    } else {
        found.insert(id, findings);
    }
}
