//! Every place that names a record, and the edit that lets it name another: references, mentions, links to its page.

use std::sync::Arc;

use super::splice::Edit;
use crate::base::Span;
use crate::model::document::{Document, Parsed};
use crate::model::prose::{LinkUse, Mention};
use crate::model::read::Uses;
use crate::model::reference::Identity;
use crate::model::text::Text;
use crate::site::languages::Lang;
use crate::site::mentions::{Target, resolve};
use crate::site::routes::Route;
use crate::site::{RecordId, Site, targets};

/// One record takes the place of another, wherever that is named.
pub struct Renaming<'s> {
    /// The site as it is.
    pub site: &'s Site,
    /// The record that is named.
    pub from: RecordId,
    /// What is to be named.
    pub to: &'s Identity,
    /// The new file name alone would name it, too.
    pub is_unambiguous: bool,
}

impl Renaming<'_> {
    /// The edits of one file, in any order.
    pub fn edits(&self, parsed: &Parsed) -> Vec<Edit> {
        let (Some(text), Some(document)) = (parsed.text.as_deref(), &parsed.document) else { return Vec::new() };
        let mut file = InFile { renaming: self, path: &parsed.path, text, page: None, edits: Vec::new() };
        match document {
            Document::Site(_, uses) | Document::Vocabulary(_, uses) => file.uses(uses),
            Document::Record(record) => {
                file.page = self.site.find(record.identity.kind, &record.identity.slug);
                file.uses(&record.uses);
            }
            Document::Prose(identity, language, prose) => {
                file.page = self.site.find(identity.kind, &identity.slug);
                let lang = self.site.languages.find(language.as_str()).unwrap_or(Lang(0));
                prose.mentions.iter().for_each(|mention| file.mention(mention));
                prose.links.iter().for_each(|link| file.link(lang, link));
            }
            Document::BrokenRecord(_) => {}
        }
        file.edits
    }

    fn is_it(&self, name: &str) -> bool {
        resolve(self.site, name) == Ok(self.from)
    }

    /// The new name, written as the old one was: with its kind or without.
    fn name_like(&self, old: &str) -> String {
        if old.contains('/') || !self.is_unambiguous { self.to.to_string() } else { self.to.slug.to_string() }
    }
}

struct InFile<'s> {
    renaming: &'s Renaming<'s>,
    path: &'s Arc<str>,
    text: &'s str,
    page: Option<RecordId>,
    edits: Vec<Edit>,
}

impl InFile<'_> {
    fn uses(&mut self, uses: &Uses) {
        for used in &uses.references {
            let (target, span) = (&*used.reference.target, used.reference.span);
            if self.renaming.is_it(target)
                && let Some(at) = span.of(self.text).find(target)
            {
                self.replace(span.start as usize + at, target, self.renaming.name_like(target));
            }
        }
        for phrase in uses.texts.iter().flat_map(Text::phrases) {
            let lang = self.renaming.site.languages.reading(&phrase.language).unwrap_or(Lang(0));
            phrase.mentions().iter().for_each(|mention| self.mention(mention));
            phrase.links().iter().for_each(|link| self.link(lang, link));
        }
        uses.links.iter().for_each(|link| self.link(Lang(0), link));
    }

    /// Where a mention could not be followed through the escapes of YAML, its span is the whole value.
    fn mention(&mut self, mention: &Mention) {
        let record = Target::parse(&mention.target).record;
        if !self.renaming.is_it(record) {
            return;
        }
        let written = mention.span.of(self.text);
        for (at, brackets) in written.match_indices("[[") {
            let behind = &written[at + brackets.len()..];
            let name = behind.trim_start_matches(' ');
            let Some(rest) = name.strip_prefix(record) else { continue };
            if rest.starts_with(['.', '#', '|', ']', ' ']) {
                let start = mention.span.start as usize + at + brackets.len() + behind.len() - name.len();
                self.replace(start, record, self.renaming.name_like(record));
            }
        }
    }

    /// A link to its page or file: the part of the address that is its file name becomes the new one.
    fn link(&mut self, lang: Lang, link: &LinkUse) {
        let (site, slug) = (self.renaming.site, self.renaming.site.entry(self.renaming.from).slug());
        if !link.address.contains(slug) {
            return;
        }
        let targets::Target::Inside { address, .. } = targets::resolve(site, lang, self.page, self.path, &link.address) else {
            return;
        };
        if !matches!(site.routes.get(&address), Some(Route::Record(_, id)) if *id == self.renaming.from) {
            return;
        }
        let written = link.span.of(self.text);
        let Some(start) = written.rfind(&link.address) else { return };
        let path = link.address.split(['#', '?']).next().unwrap_or_default();
        let is_part = |at: usize| {
            let (before, behind) = (&path[..at], &path[at + slug.len()..]);
            (before.is_empty() || before.ends_with('/')) && (behind.is_empty() || behind.starts_with(['/', '.']))
        };
        if let Some((at, _)) = path.rmatch_indices(slug).find(|(at, _)| is_part(*at)) {
            self.replace(link.span.start as usize + start + at, slug, self.renaming.to.slug.to_string());
        }
    }

    fn replace(&mut self, start: usize, old: &str, new: String) {
        self.edits.push((Span::new(start, start + old.len()), new));
    }
}
