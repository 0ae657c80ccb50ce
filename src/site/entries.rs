//! One record in the linked site: its file, its prose, and what refers to it.

use std::sync::Arc;

use super::RecordId;
use super::languages::{Lang, Languages};
use super::recruitment::State;
use crate::base::{Language, Span};
use crate::model::prose::Prose;
use crate::model::record::Record;
use crate::model::reference::{Kind, Relation};

/// A record and its place in the site.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The record.
    pub record: Arc<Record>,
    /// Its file; of a page of prose alone, that of the prose.
    pub path: Arc<str>,
    /// Its prose, by language.
    pub prose: Vec<ProseFile>,
    /// What refers to it, and what it is to that, sorted and without repetition.
    pub incoming: Vec<(RecordId, Relation)>,
    /// Its state of recruitment, of programs and schedules.
    pub state: Option<State>,
    /// Its file could not be read: it has no page, but references to it are no errors.
    pub broken: bool,
    /// Some value of its file could not be read: that it lacks a fact is then no error of those who mention it.
    pub incomplete: bool,
}

/// The prose of a record in one language.
#[derive(Debug, Clone)]
pub struct ProseFile {
    /// The language.
    pub language: Language,
    /// The file.
    pub path: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// What is in it.
    pub prose: Arc<Prose>,
    /// The ids of its headings, in order.
    pub heading_ids: Vec<Box<str>>,
    /// Of a translation: the places of headings that translate none of the source.
    pub lone_headings: Vec<usize>,
}

impl Entry {
    /// Is what it is about no more? Then its page stays, and lists leave it out.
    pub fn is_retired(&self) -> bool {
        self.record.common.retired.is_some()
    }

    /// The kind.
    pub fn kind(&self) -> Kind {
        self.record.identity.kind
    }

    /// The file name without endings.
    pub fn slug(&self) -> &str {
        &self.record.identity.slug
    }

    /// The prose that a reader of `lang` is shown: in that language, or in the first that there is.
    pub fn prose(&self, lang: Lang, languages: &Languages) -> Option<&ProseFile> {
        self.prose_in(languages.chain(lang)).or_else(|| self.prose.first())
    }

    /// The prose that is written for readers of `lang`.
    pub fn own_prose(&self, lang: Lang, languages: &Languages) -> Option<&ProseFile> {
        self.prose_in(languages.own(lang))
    }

    fn prose_in(&self, languages: &[Language]) -> Option<&ProseFile> {
        languages.iter().find_map(|language| self.prose.iter().find(|file| file.language == *language))
    }

    /// Is the record written for readers of `lang`? By its name; of a page without one, by its prose.
    pub fn exists_in(&self, lang: Lang, languages: &Languages) -> bool {
        match &self.record.common.name {
            Some(name) => languages.has(name, lang),
            None => self.own_prose(lang, languages).is_some(),
        }
    }

    /// The language in which readers of `lang` meet the record.
    pub fn shown_in(&self, lang: Lang, languages: &Languages) -> Language {
        let tag = languages.tag(lang);
        let from_name =
            self.record.common.name.as_ref().and_then(|name| languages.best(name, lang)).map(|phrase| &phrase.language);
        let shown = from_name.or_else(|| self.prose(lang, languages).map(|file| &file.language)).unwrap_or(tag);
        if languages.reads(lang, shown) { tag.clone() } else { shown.clone() }
    }

    /// The title in source form (inline Markdown) for readers of `lang`, and its language.
    pub fn title<'e>(&'e self, lang: Lang, languages: &'e Languages) -> (&'e str, &'e Language) {
        if let Some(phrase) = self.record.common.name.as_ref().and_then(|name| languages.best(name, lang)) {
            return (&phrase.source, &phrase.language);
        }
        if let Some(file) = self.prose(lang, languages)
            && let Some(heading) = file.prose.outline.first().filter(|heading| heading.content != Span::default())
        {
            let written = if heading.has_footnote { &*heading.text } else { heading.content.of(&file.text) };
            return (written, &file.language);
        }
        (self.slug(), languages.tag(lang))
    }
}
