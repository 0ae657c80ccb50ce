//! `unmarked-language`: words in the Japanese script, in a text of another language, that are not marked as Japanese. `unknown-term`:
//! words with a reading or a mark that neither the glossary nor any record names.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::agreement::blank_markup;
use crate::base::{Diagnostic, Language, Place, Span};
use crate::model::prose::{self, LinkUse};
use crate::model::reference::Kind;
use crate::model::text::Text;
use crate::site::Site;
use crate::site::entries::Entry;

/// Languages that are written with these characters themselves.
const OWN_SCRIPT: [&str; 4] = ["ja", "zh", "ko", "yue"];

/// A text in one language, as written.
struct Part<'a> {
    path: &'a Arc<str>,
    language: &'a Language,
    text: &'a str,
    /// Bytes before it in its file; none where it is not written as it is read.
    offset: Option<usize>,
    whole: Span,
    links: &'a [LinkUse],
}

impl Part<'_> {
    fn place(&self, start: usize, end: usize) -> Place {
        Place::new(self.path, self.offset.map_or(self.whole, |offset| Span::new(offset + start, offset + end)))
    }
}

fn parts(entry: &Entry) -> impl Iterator<Item = Part<'_>> {
    let phrases = entry.record.uses.texts.iter().flat_map(Text::phrases).map(|phrase| Part {
        path: &entry.path,
        language: &phrase.language,
        text: &phrase.source,
        offset: phrase.verbatim.map(|start| start as usize),
        whole: phrase.span,
        links: phrase.links(),
    });
    let prose = entry.prose.iter().map(|file| Part {
        path: &file.path,
        language: &file.language,
        text: &file.text,
        offset: Some(0),
        whole: Span::default(),
        links: &file.prose.links,
    });
    phrases.chain(prose)
}

/// Checks a record for words that are not marked.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    for part in parts(entry) {
        let own = OWN_SCRIPT.contains(&part.language.primary());
        let is_of_site = site.languages.serves(part.language) || site.languages.find(part.language.primary()).is_some();
        if own || !is_of_site || part.text.is_ascii() || !part.text.contains(is_japanese) {
            continue;
        }
        for (start, end) in runs(&part) {
            let found = &part.text[start..end];
            let finding = Diagnostic::warning("unmarked-language", part.place(start, end)).help("unmarked-language-help");
            findings.push(finding.arg("found", found).arg("language", part.language.as_str()).arg("tag", tag(site)));
        }
    }
}

/// The language that the words are most likely in: the first of the site's that is written so.
fn tag(site: &Site) -> &str {
    let tags = site.languages.all().map(|lang| site.languages.tag(lang));
    tags.map(Language::primary).find(|tag| OWN_SCRIPT.contains(tag)).unwrap_or("ja")
}

/// Stretches of Japanese outside of marks, mentions, code and addresses; what lies between two characters belongs to them.
fn runs(part: &Part<'_>) -> Vec<(usize, usize)> {
    let base = part.offset.unwrap_or(0);
    let links = part.links.iter().filter_map(|link| {
        let range = link.span.range();
        Some((range.start.checked_sub(base)?, range.end.checked_sub(base)?))
    });
    let links: Vec<_> = links.filter(|(_, end)| *end <= part.text.len()).collect();
    let mut bytes = blank_markup(part.text, &links).into_owned().into_bytes();
    for (range, ..) in prose::annotations(part.text) {
        bytes[range].fill(0);
    }
    let Ok(text) = String::from_utf8(bytes) else { return Vec::new() };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_japanese(*c)) {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some((_, last)) if !text[*last..at].contains(|c: char| c == '\0' || c == '\n' || c.is_ascii_alphabetic()) => {
                *last = end;
            }
            _ => runs.push((at, end)),
        }
    }
    runs
}

/// Kana, and the ideographs that Japanese and Chinese share.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF66}'..='\u{FF9F}')
}

/// Words that an editor gave a reading or a mark, which nothing of the site is called. A note for each, where it stands first.
pub fn terms(site: &Site) -> Vec<Diagnostic> {
    let records = || site.entries.par_iter().map(|entry| &**entry).filter(|entry| !entry.broken);
    if site.lists.first().is_none_or(|lists| lists.get(&Kind::Term).is_none_or(Vec::is_empty)) {
        return Vec::new();
    }
    let mut used: Vec<(String, Place)> = records().flat_map_iter(|entry| parts(entry).flat_map(annotated)).collect();
    if used.is_empty() {
        return Vec::new();
    }
    let names: HashSet<String> = records().flat_map_iter(names).collect();
    used.sort_by(|(_, a), (_, b)| (&a.path, a.span.start).cmp(&(&b.path, b.span.start)));
    let mut seen = HashSet::new();
    used.retain(|(words, _)| !names.contains(words) && seen.insert(words.clone()));
    used.into_iter()
        .map(|(words, place)| Diagnostic::info("unknown-term", place).help("unknown-term-help").arg("found", words))
        .collect()
}

fn annotated(part: Part<'_>) -> Vec<(String, Place)> {
    // Sentences are quoted so, too; a term has neither punctuation nor a number in it.
    let is_sentence = |c: char| matches!(c, '。' | '、' | '「' | ' ' | '…' | '／') || c.is_ascii_digit();
    let is_term = |words: &str| !words.contains(is_sentence) && words.contains(is_japanese);
    let found = prose::annotations(part.text).filter(|(_, words, _)| is_term(words));
    found.map(|(range, words, _)| (words.to_owned(), part.place(range.start, range.end))).collect()
}

/// What a record is called, in every language and as it is marked in another.
fn names(entry: &Entry) -> Vec<String> {
    let common = &entry.record.common;
    let phrases = common.name.iter().flat_map(Text::phrases);
    let mut names: Vec<String> = phrases.clone().map(|phrase| phrase.source.to_string()).collect();
    names.extend(common.other_names.iter().map(|name| name.text.to_string()));
    names.extend(phrases.flat_map(|phrase| prose::annotations(&phrase.source)).map(|(_, words, _)| words.to_owned()));
    names
}
