//! What the texts and the prose of a record state: read once, when a rule first asks, for all rules.

use std::cell::OnceCell;

use super::extract::extract;
use super::item::Found;
use super::scan::blank_markup;
use crate::model::prose::LinkUse;
use crate::model::text::Phrase;
use crate::site::entries::{Entry, ProseFile};

/// The facts in each phrase of each text and in each file of prose of a record.
pub struct Stated {
    texts: Vec<Vec<OnceCell<Vec<Found>>>>,
    prose: Vec<OnceCell<Vec<Found>>>,
}

impl Stated {
    /// Nothing is read yet.
    pub fn of(entry: &Entry) -> Self {
        let unread = |count: usize| std::iter::repeat_with(OnceCell::new).take(count).collect();
        Self {
            texts: entry.record.uses.texts.iter().map(|text| unread(text.phrases().len())).collect(),
            prose: unread(entry.prose.len()),
        }
    }

    /// The facts in a phrase, which is at these places among the texts of the record and the phrases of the text. Their ranges are
    /// bytes of the phrase.
    pub fn in_phrase(&self, text: usize, at: usize, phrase: &Phrase) -> &[Found] {
        let read = || {
            let start = phrase.verbatim.map_or(0, |start| start as usize);
            extract(&blank_markup(&phrase.source, &links_in(phrase.links(), start, phrase.source.len())))
        };
        self.texts.get(text).and_then(|phrases| phrases.get(at)).map_or(&[], |cell| cell.get_or_init(read))
    }

    /// The facts in a file of prose, which is at this place among those of the record. Their ranges are bytes of the file.
    pub fn in_prose(&self, at: usize, file: &ProseFile) -> &[Found] {
        let read = || extract(&blank_markup(&file.text, &links_in(&file.prose.links, 0, file.text.len())));
        self.prose.get(at).map_or(&[], |cell| cell.get_or_init(read))
    }
}

/// Where the addresses of links are in a text that begins at `start`.
fn links_in(links: &[LinkUse], start: usize, length: usize) -> Vec<(usize, usize)> {
    let places = links.iter().filter_map(|link| {
        let place = link.span.range();
        Some((place.start.checked_sub(start)?, place.end.checked_sub(start)?))
    });
    places.filter(|(_, end)| *end <= length).collect()
}
