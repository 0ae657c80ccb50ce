//! `quotation-differs`: words in a text that are marked as another language's, and that the text of that language does not have.

use crate::base::{Diagnostic, Place, Span};
use crate::model::prose::foreign;
use crate::model::text::{Phrase, Text};
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks the texts and the prose of a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let mut look = |text: &str, place: &dyn Fn(usize, usize) -> Place| {
        for (start, _) in text.match_indices('{') {
            let Some((tag, words, _)) = foreign(&text[start..]) else { continue };
            if is_missing(site, entry, tag, words) {
                let start = start + tag.len() + 2;
                let finding = Diagnostic::warning("quotation-differs", place(start, start + words.len()));
                findings.push(finding.help("quotation-differs-help").arg("found", words).arg("language", tag));
            }
        }
    };
    for phrase in entry.record.uses.texts.iter().flat_map(Text::phrases).filter(|phrase| !phrase.is_plain) {
        let span = |start: usize, end: usize| {
            phrase.verbatim.map_or(phrase.span, |first| Span::new(first as usize + start, first as usize + end))
        };
        look(&phrase.source, &|start, end| Place::new(&entry.path, span(start, end)));
    }
    for file in &entry.prose {
        look(&file.text, &|start, end| Place::new(&file.path, Span::new(start, end)));
    }
}

/// Does a record speak that language, and say those words nowhere in it? The names of other records may be quoted anywhere.
fn is_missing(site: &Site, entry: &Entry, tag: &str, words: &str) -> bool {
    let is_its = |phrase: &&Phrase| phrase.language.as_str() == tag;
    let texts = || entry.record.uses.texts.iter().flat_map(Text::phrases).filter(is_its).map(|phrase| &*phrase.source);
    let prose = || entry.prose.iter().filter(|file| file.language.as_str() == tag).map(|file| &*file.text);
    if texts().next().is_none() && prose().next().is_none() {
        return false;
    }
    let is_in = |text: &str| text.contains(words) || text.contains('{') && bare(text).contains(words);
    !texts().chain(prose()).any(is_in) && !is_named(site, tag, words)
}

/// Is it a name of a record or of a word of a vocabulary, or part of one?
fn is_named(site: &Site, tag: &str, words: &str) -> bool {
    let has = |text: &Text| text.phrases().iter().any(|phrase| phrase.language.as_str() == tag && phrase.source.contains(words));
    site.entries.iter().any(|entry| {
        let common = &entry.record.common;
        common.name.as_ref().is_some_and(has) || common.other_names.iter().any(|name| name.text.contains(words))
    })
}

/// A text without the readings over its words.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find('}') else { break };
        let inside = &rest[1..end];
        let words = inside.split_once('|').map_or(inside, |(base, _)| base);
        out.push_str(words);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}
