//! The languages of a site, and which of them stands in for another.

use crate::base::Language;
use crate::model::site_file::{SiteFile, StandIn};
use crate::model::text::{Phrase, Text};

/// A language of the site: its index; 0 is the source language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(pub u8);

impl Lang {
    /// The index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Languages in which the generator has all words: they stand in for what no language of the site has.
pub const SPOKEN: [&str; 2] = ["en", "ja"];

/// The languages in the order of `site.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Languages {
    tags: Vec<Language>,
    folders: Vec<Box<str>>,
    names: Vec<Box<str>>,
    right_to_left: Vec<bool>,
    chains: Vec<Chain>,
    /// Those that are no drafts.
    finished: Vec<Language>,
    /// All languages in which something may stand on a page, and those in which the generator speaks.
    known: Vec<Language>,
    /// Were they all named in `site.yaml`, and could they be read?
    named: bool,
}

/// Where the readers of one language are led when a text is missing.
#[derive(Debug, Clone, PartialEq)]
struct Chain {
    /// The nearest first.
    tags: Vec<Language>,
    /// How many of them, from the first, they read as their own.
    own: usize,
}

impl Chain {
    /// Their own; then what the site declares, or else languages of the same kind (`zh-TW` for `zh-HK`) and English; then all
    /// others, the source first: somebody may read it, and nobody reads nothing.
    fn new(tag: &Language, declared: &[StandIn], all: &[Language]) -> Self {
        let mut tags: Vec<Language> = tag.own().collect();
        let own = tags.len();
        let is_kin = |other: &&Language| declared.is_empty() && tag.is_kin_of(other);
        let is_english = |other: &&Language| declared.is_empty() && Language::english().reads(other);
        let further: Vec<&Language> = declared
            .iter()
            .map(|stand_in| &stand_in.language)
            .chain(all.iter().filter(is_kin))
            .chain(all.iter().filter(is_english))
            .chain(all)
            .collect();
        for language in further.into_iter().flat_map(Language::own) {
            if !tags.contains(&language) {
                tags.push(language);
            }
        }
        Self { tags, own }
    }
}

impl Languages {
    /// From `site.yaml`. A site that names none (which is a finding) is in Japanese.
    pub fn new(file: &SiteFile) -> Self {
        let named = !file.languages.is_empty() && !file.has_unread_languages;
        let mut languages = Self {
            tags: Vec::new(),
            folders: Vec::new(),
            names: Vec::new(),
            right_to_left: Vec::new(),
            chains: Vec::new(),
            finished: Vec::new(),
            known: Vec::new(),
            named,
        };
        for entry in file.languages.iter().take(usize::from(u8::MAX)) {
            let name = entry.name.clone().unwrap_or_else(|| entry.language.as_str().into());
            languages.right_to_left.push(entry.language.is_right_to_left());
            languages.tags.push(entry.language.clone());
            languages.names.push(name);
        }
        if languages.tags.is_empty()
            && let Some(japanese) = Language::parse("ja")
        {
            languages.tags.push(japanese);
            languages.names.push("日本語".into());
            languages.right_to_left.push(false);
        }
        let declared = |index: usize| file.languages.get(index).map_or(&[][..], |entry| &entry.fallback);
        let chain = |(index, tag)| Chain::new(tag, declared(index), &languages.tags);
        languages.chains = languages.tags.iter().enumerate().map(chain).collect();
        let is_draft = |index: usize| file.languages.get(index).is_some_and(|entry| entry.is_draft);
        let finished = languages.tags.iter().enumerate().filter(|(index, _)| !is_draft(*index));
        languages.finished = finished.map(|(_, tag)| tag.clone()).collect();
        let spoken = SPOKEN.into_iter().filter_map(Language::parse);
        let mut known: Vec<Language> =
            languages.chains.iter().flat_map(|chain| chain.tags.iter().cloned()).chain(spoken).collect();
        known.sort();
        known.dedup();
        languages.known = known;
        languages.folders = languages.tags.iter().map(|tag| tag.as_str().to_lowercase().into()).collect();
        languages
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..u8::try_from(self.tags.len()).unwrap_or(u8::MAX)).map(Lang)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.tags.len()
    }

    /// The tag of one.
    pub fn tag(&self, lang: Lang) -> &Language {
        &self.tags[lang.index()]
    }

    /// The first part of its addresses: the tag in lower case.
    pub fn folder(&self, lang: Lang) -> &str {
        &self.folders[lang.index()]
    }

    /// Its name in itself.
    pub fn name(&self, lang: Lang) -> &str {
        &self.names[lang.index()]
    }

    /// Is it written from right to left?
    pub fn is_right_to_left(&self, lang: Lang) -> bool {
        self.right_to_left[lang.index()]
    }

    /// The one with that tag, in capital or small letters.
    pub fn find(&self, tag: &str) -> Option<Lang> {
        self.all().find(|lang| self.tag(*lang).as_str().eq_ignore_ascii_case(tag))
    }

    /// The one whose readers read that language as their own: `pt-BR` for `pt`.
    pub fn reading(&self, language: &Language) -> Option<Lang> {
        self.find(language.as_str()).or_else(|| self.all().find(|lang| self.reads(*lang, language)))
    }

    /// Do readers of one of the languages read a document tagged `language` as their own?
    pub fn serves(&self, language: &Language) -> bool {
        !self.named || self.all().any(|lang| self.reads(lang, language))
    }

    /// Do readers of `lang` read that language as their own?
    pub fn reads(&self, lang: Lang, language: &Language) -> bool {
        self.own(lang).contains(language)
    }

    /// The languages that readers of `lang` read as their own, the nearest first.
    pub fn own(&self, lang: Lang) -> &[Language] {
        let chain = &self.chains[lang.index()];
        &chain.tags[..chain.own]
    }

    /// The languages that are no drafts: what one of them lacks is a finding.
    pub fn finished(&self) -> &[Language] {
        &self.finished
    }

    /// Are the texts of that language drafts that no native has read?
    pub fn is_draft(&self, lang: Lang) -> bool {
        !self.finished.contains(self.tag(lang))
    }

    /// Where readers of `lang` are led, the nearest first: their own languages, then those that stand in for them.
    pub fn chain(&self, lang: Lang) -> &[Language] {
        &self.chains[lang.index()].tags
    }

    /// All languages in which something may stand on a page, always in the same order.
    pub fn known(&self) -> &[Language] {
        &self.known
    }

    /// Their tags, joined: `ja, en`.
    pub fn tags(&self) -> String {
        self.tags.iter().map(Language::as_str).collect::<Vec<_>>().join(", ")
    }

    /// All of them, the source first: where to look for what a language lacks.
    pub fn fallback(&self) -> &[Language] {
        &self.tags
    }

    /// The phrase that a reader of `lang` is shown.
    pub fn best<'t>(&self, text: &'t Text, lang: Lang) -> Option<&'t Phrase> {
        text.first_of(self.chain(lang)).or_else(|| text.phrases().first())
    }

    /// Does the site name its languages? If not, that alone is a finding, and nothing can be missing.
    pub fn are_named(&self) -> bool {
        self.named
    }

    /// Is the text written for readers of `lang`?
    pub fn has(&self, text: &Text, lang: Lang) -> bool {
        text.first_of(self.own(lang)).is_some()
    }
}
