//! All documents as one linked site: identities, references, translations, lists, routes. Holds indices, not copies.

pub mod addresses;
pub mod anchors;
pub mod connect;
pub mod contacts;
pub mod entries;
pub mod facets;
pub mod facts;
pub mod former;
pub mod gather;
pub mod index;
pub mod languages;
pub mod link;
pub mod links;
pub mod mentions;
pub mod open_data;
pub mod outside;
pub mod recruitment;
pub mod relink;
pub mod routes;
pub mod targets;
pub mod vocabularies;
pub mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::base::Language;
use crate::model::reference::Kind;
use crate::model::site_file::{BaseUrl, SiteFile};
use entries::Entry;
use facets::Facets;
use index::Index;
use languages::{Lang, Languages};
use routes::Route;
use vocabularies::Vocabularies;

/// A record of the site: its index in [`Site::entries`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub u32);

/// One linked site. A copy of it shares all that is large.
#[derive(Debug, Clone)]
pub struct Site {
    /// `content/site.yaml`.
    pub file: Arc<SiteFile>,
    /// Where it is published.
    pub base_url: BaseUrl,
    /// Its languages.
    pub languages: Languages,
    /// Its records, sorted by identity.
    pub entries: Vec<Arc<Entry>>,
    /// Where each identity stands in `entries`.
    pub by_identity: Index,
    /// Its words.
    pub vocabularies: Arc<Vocabularies>,
    /// Records by kind, each sorted by name for each language.
    pub lists: Vec<BTreeMap<Kind, Vec<RecordId>>>,
    /// Records by prefecture, specialty, kind of program and state of recruitment.
    pub facets: Facets,
    /// Every page and file, by its address below the base path: `/ja/hospitals/x/`.
    pub routes: Arc<BTreeMap<Box<str>, Route>>,
    /// Files of `content/assets/` and `content/site-root/`: path to address.
    pub assets: Arc<BTreeMap<Arc<str>, Box<str>>>,
    /// How many bytes those have that records lead to, by their addresses.
    pub sizes: Arc<BTreeMap<Box<str>, u64>>,
    /// The instant that states are told for.
    pub as_of: Timestamp,
    /// Nothing says where the site is published.
    pub has_no_base_url: bool,
    /// By language and file, the texts and sections that are older than their source.
    pub outdated: Arc<BTreeMap<(String, String), BTreeSet<String>>>,
    /// The versions of events that readers' calendars hold, by what those are known by for ever.
    pub versions: Arc<BTreeMap<String, Version>>,
    /// Is there a record in this language? By the languages' order.
    pub begun: Vec<bool>,
}

/// Which version of itself something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// How often it changed.
    pub sequence: u32,
    /// When it changed last.
    pub changed: Option<Timestamp>,
}

impl Site {
    /// The record of that index.
    pub fn entry(&self, id: RecordId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// Is anything written in that language? Until then its lists are the lists of another one under other addresses.
    pub fn is_begun(&self, lang: Lang) -> bool {
        self.begun.get(lang.index()).copied().unwrap_or(true)
    }

    /// Looks in which languages something is written. Where nothing is at all, no language is behind another.
    pub fn look_what_is_begun(&mut self) {
        let exists = |lang| self.entries.iter().any(|entry| !entry.broken && entry.exists_in(lang, &self.languages));
        let begun: Vec<bool> = self.languages.all().map(exists).collect();
        self.begun = if begun.contains(&true) { begun } else { Vec::new() };
    }

    /// The record of that identity.
    pub fn find(&self, kind: Kind, slug: &str) -> Option<RecordId> {
        self.by_identity.find(&self.entries, kind, slug)
    }

    /// All records with their indices.
    pub fn ids(&self) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.entries.iter().enumerate().map(|(i, entry)| (RecordId(u32::try_from(i).unwrap_or(u32::MAX)), &**entry))
    }

    /// The records of one kind, sorted by name in the language.
    pub fn list(&self, lang: Lang, kind: Kind) -> &[RecordId] {
        self.lists.get(lang.index()).and_then(|lists| lists.get(&kind)).map_or(&[], Vec::as_slice)
    }

    /// The languages in which to look for a text that a reader of any language is to see.
    pub fn fallback(&self) -> &[Language] {
        self.languages.fallback()
    }
}
