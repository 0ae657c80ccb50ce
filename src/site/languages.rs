//! The languages of a site, and which of them stands in for another.

use crate::base::Language;
use crate::model::site_file::SiteFile;
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

/// The languages in the order of `site.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Languages {
    tags: Vec<Language>,
    folders: Vec<Box<str>>,
    names: Vec<Box<str>>,
    right_to_left: Vec<bool>,
    /// Were they all named in `site.yaml`, and could they be read?
    named: bool,
}

impl Languages {
    /// From `site.yaml`. A site that names none (which is a finding) is in Japanese.
    pub fn new(file: &SiteFile) -> Self {
        let named = !file.languages.is_empty() && !file.has_unread_languages;
        let mut languages = Self { tags: Vec::new(), folders: Vec::new(), names: Vec::new(), right_to_left: Vec::new(), named };
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
        self.all().find(|lang| self.tag(*lang).truncations().any(|short| short == language.as_str()))
    }

    /// The language in which a document tagged `language` is read: its own, or one whose tag is shortened to it.
    pub fn serves(&self, language: &Language) -> bool {
        !self.named
            || self.tags.contains(language)
            || self.tags.iter().any(|tag| tag.truncations().any(|short| short == language.as_str()))
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
        text.best(self.tag(lang), &self.tags)
    }

    /// Does the site name its languages? If not, that alone is a finding, and nothing can be missing.
    pub fn are_named(&self) -> bool {
        self.named
    }

    /// Is the text written for readers of `lang`?
    pub fn has(&self, text: &Text, lang: Lang) -> bool {
        text.own(self.tag(lang)).is_some()
    }
}
