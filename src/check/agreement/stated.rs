//! What the texts and the prose of a record state: read once, when a rule first asks, for all rules.

use std::cell::OnceCell;

use super::extract::{Extract, extract};
use super::markup::blank_markup;
use super::words::Languages;
use crate::model::prose::LinkUse;
use crate::model::text::Phrase;
use crate::site::entries::{Entry, ProseFile};

/// The facts in each phrase of each text and in each file of prose of a record.
pub struct Stated<'l> {
    languages: &'l Languages,
    texts: Vec<Vec<OnceCell<Extract>>>,
    prose: Vec<OnceCell<Extract>>,
}

static NOTHING: Extract = Extract { found: Vec::new(), senses: Vec::new(), bounds: Vec::new(), untold: Vec::new() };

impl<'l> Stated<'l> {
    /// Nothing is read yet.
    pub fn of(entry: &Entry, languages: &'l Languages) -> Self {
        let unread = |count: usize| std::iter::repeat_with(OnceCell::new).take(count).collect();
        Self {
            languages,
            texts: entry.record.uses.texts.iter().map(|text| unread(text.phrases().len())).collect(),
            prose: unread(entry.prose.len()),
        }
    }

    /// The words of the site's languages.
    pub fn languages(&self) -> &'l Languages {
        self.languages
    }

    /// What a phrase states, which is at these places among the texts of the record and the phrases of the text. Places in it are
    /// bytes of the phrase.
    pub fn in_phrase(&self, text: usize, at: usize, phrase: &Phrase) -> &Extract {
        let read = || {
            let start = phrase.verbatim.map_or(0, |start| start as usize);
            self.read(phrase.language.as_str(), &phrase.source, &links_in(phrase.links(), start, phrase.source.len()))
        };
        self.texts.get(text).and_then(|phrases| phrases.get(at)).map_or(&NOTHING, |cell| cell.get_or_init(read))
    }

    /// What a file of prose states, which is at this place among those of the record. Places in it are bytes of the file.
    pub fn in_prose(&self, at: usize, file: &ProseFile) -> &Extract {
        let read = || self.read(file.language.as_str(), &file.text, &links_in(&file.prose.links, 0, file.text.len()));
        self.prose.get(at).map_or(&NOTHING, |cell| cell.get_or_init(read))
    }

    fn read(&self, language: &str, text: &str, links: &[(usize, usize)]) -> Extract {
        self.languages.get(language).map_or_else(Extract::default, |words| extract(&blank_markup(text, links), words))
    }
}

/// Where the addresses of links are in a text that begins at `start`, but those that are words of the text, as bare ones are.
fn links_in(links: &[LinkUse], start: usize, length: usize) -> Vec<(usize, usize)> {
    let is_bare = |link: &&LinkUse| link.address.strip_prefix("mailto:").unwrap_or(&link.address) == link.text;
    let places = links.iter().filter(|link| !is_bare(link)).filter_map(|link| {
        let place = link.span.range();
        Some((place.start.checked_sub(start)?, place.end.checked_sub(start)?))
    });
    places.filter(|(_, end)| *end <= length).collect()
}
