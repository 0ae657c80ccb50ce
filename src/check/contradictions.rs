//! `contradicts-record`: a sentence that names a fact of its record, or of one that is linked to it, by the fact's own noun, and gives it
//! another value. Any value that one of them allows is right, and what else the sentence speaks of is another question.

mod known;
mod topic;

use std::ops::Range;

use super::agreement::{Extract, Found, Group, Item, Sense, Stated, Weight, value};
use crate::base::{Diagnostic, Place, Span};
use crate::model::reference::Kind;
use crate::site::Site;
use crate::site::entries::Entry;
use known::{Fact, Known};
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
    fn place(&self, range: &Range<usize>) -> Place {
        let span = |offset| Span::new(offset + range.start, offset + range.end);
        Place::new(self.path, self.offset.map_or(self.whole, span))
    }

    fn look(&self, says: &Extract, known: &Known<'_>, findings: &mut Vec<Diagnostic>) {
        let has_topic = says.senses.iter().any(|sense| matches!(sense.group, Group::Topic | Group::Edge));
        self.look_for_free(says, known, findings);
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
                    let sentence = Sentence::around(self.text, says, &found.range);
                    let topic = if sentence.is_of_other() { None } else { sentence.topic(found) };
                    topic.and_then(|topic| known.contradicted(topic, found, &sentence))
                }
                _ => None,
            };
            findings.extend(expected.map(|expected| self.told(&found.range, expected)));
        }
    }

    /// A fee that is not free, and is said to be.
    fn look_for_free(&self, says: &Extract, known: &Known<'_>, findings: &mut Vec<Diagnostic>) {
        let is_free = |sense: &&Sense| sense.group == Group::Alike && sense.value == value("free");
        if self.entry.kind() != Kind::Fee {
            return;
        }
        for free in says.senses.iter().filter(is_free) {
            let sentence = Sentence::around(self.text, says, &free.range);
            let is_fee = |sense: &Sense| sense.value == value("fee");
            let is_said = sentence.senses(Group::Topic).any(is_fee) && !sentence.is_of_other();
            let is_alone = !sentence.found().any(|found| matches!(found.item, Item::Money(1.., _)));
            if is_said && is_alone {
                findings.extend(known.paid().map(|expected| self.told(&free.range, expected)));
            }
        }
    }

    fn told(&self, range: &Range<usize>, expected: &Fact<'_>) -> Diagnostic {
        let finding = Diagnostic::warning("contradicts-record", self.place(range)).help("contradicts-record-help");
        let finding = finding.arg("found", &self.text[range.clone()]).arg("path", &*expected.entry.path);
        let finding = finding.arg("field", expected.trail).arg("expected", expected.value);
        match std::ptr::eq(expected.entry, self.entry) {
            true => finding,
            false => finding.says("contradicts-record-linked").arg("record", expected.entry.record.identity.to_string()),
        }
    }
}
