//! `contradicts-record`: a sentence that names a fact of its record, or of one that is linked to it, by the fact's own noun, and gives it
//! another value. Any value that one of them allows is right, and what else the sentence speaks of is another question.

mod known;
mod topic;

use super::agreement::{Extract, Found, Group, Item, Stated, Weight};
use crate::base::{Diagnostic, Place, Span};
use crate::site::Site;
use crate::site::entries::Entry;
use known::Known;
use topic::{Sentence, is_value};

/// Texts about something else than what holds now: what a source claims, what was printed, what changed.
const ABOUT_OTHERS: [&str; 6] = ["conflicts", "cautions", "changes", "as_published", "history", "allow"];

/// Checks the prose and the texts of a record.
pub fn check(site: &Site, entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let known = Known::of(site, entry, stated);
    if known.is_nothing() {
        return;
    }
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        if ABOUT_OTHERS.iter().any(|field| text.trail().starts_with(field)) {
            continue;
        }
        for (at, phrase) in text.phrases().iter().enumerate() {
            let offset = phrase.verbatim.map(|start| start as usize);
            let part = Part { entry, path: &entry.path, text: &phrase.source, offset, whole: phrase.span };
            part.look(stated.in_phrase(number, at, phrase), &known, findings);
        }
    }
    for (at, file) in entry.prose.iter().enumerate() {
        let part = Part { entry, path: &file.path, text: &file.text, offset: Some(0), whole: Span::default() };
        part.look(stated.in_prose(at, file), &known, findings);
    }
}

struct Part<'a> {
    entry: &'a Entry,
    path: &'a std::sync::Arc<str>,
    text: &'a str,
    /// Bytes before it in its file; none where it is not written as it is read.
    offset: Option<usize>,
    whole: Span,
}

impl Part<'_> {
    fn place(&self, found: &Found) -> Place {
        let span = |offset| Span::new(offset + found.range.start, offset + found.range.end);
        Place::new(self.path, self.offset.map_or(self.whole, span))
    }

    fn look(&self, says: &Extract, known: &Known<'_>, findings: &mut Vec<Diagnostic>) {
        let has_topic = says.senses.iter().any(|sense| matches!(sense.group, Group::Topic | Group::Edge));
        let mut last: Option<&Found> = None;
        for found in &says.found {
            // 12月1日から14日 is another day of the same month.
            let day = match (&found.item, last.map(|last| &last.item)) {
                (Item::Day(day), Some(Item::Date { year, month: Some(month), .. })) if is_value(&found.item) => {
                    let item = Item::Date { year: *year, month: Some(*month), day: Some(*day) };
                    Some(Found { item, range: found.range.clone(), ..*found })
                }
                _ => None,
            };
            last = Some(found);
            let found = day.as_ref().unwrap_or(found);
            let expected = match &found.item {
                Item::Email(_) | Item::Phone(_) => known.near_address(&found.item),
                item if has_topic && is_value(item) && found.weight > Weight::Loose => {
                    let sentence = Sentence::around(self.text, says, found);
                    let topic = if sentence.is_of_other() { None } else { sentence.topic(found) };
                    topic.and_then(|topic| known.contradicted(topic, found, &sentence))
                }
                _ => None,
            };
            let Some(expected) = expected else { continue };
            let finding = Diagnostic::warning("contradicts-record", self.place(found)).help("contradicts-record-help");
            let finding = finding.arg("found", &self.text[found.range.clone()]).arg("path", &*expected.entry.path);
            let finding = finding.arg("field", expected.trail).arg("expected", expected.value);
            findings.push(match std::ptr::eq(expected.entry, self.entry) {
                true => finding,
                false => finding.says("contradicts-record-linked").arg("record", expected.entry.record.identity.to_string()),
            });
        }
    }
}
