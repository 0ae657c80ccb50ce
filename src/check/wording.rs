//! Words: `rejected-rendering` of a term, `vague-link` texts, `character-width` (half-width katakana, full-width digits, quotation marks of Word).

use std::sync::Arc;

use icu::normalizer::ComposingNormalizerBorrowed;

use crate::base::{Diagnostic, Language, Place, Span};
use crate::model::prose::LinkUse;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::spelling::unquoted;
use crate::model::text::Text;
use crate::site::entries::Entry;
use crate::site::{RecordId, Site};

/// Link texts that say nothing of where they lead.
const VAGUE: [&str; 16] = [
    "here",
    "click here",
    "this",
    "this link",
    "this page",
    "link",
    "more",
    "read more",
    "details",
    "こちら",
    "こちらへ",
    "ここ",
    "リンク",
    "詳細",
    "詳しくはこちら",
    "詳細はこちら",
];

/// The renderings that the glossary rejects, gathered once for all records.
pub struct Rejected<'a> {
    renderings: Vec<Rendering<'a>>,
    /// Is the byte, in lower case, the first of a rendering?
    is_first: [bool; 256],
}

struct Rendering<'a> {
    term: RecordId,
    text: &'a str,
    language: Option<&'a Language>,
    name: Option<&'a Text>,
}

impl<'a> Rejected<'a> {
    /// Those of a site.
    pub fn of(site: &'a Site) -> Self {
        let mut rejected = Self { renderings: Vec::new(), is_first: [false; 256] };
        let Some(lists) = site.lists.first() else { return rejected };
        for id in lists.get(&Kind::Term).into_iter().flatten() {
            let record = &site.entry(*id).record;
            let Body::Term(term) = &record.body else { continue };
            for rendering in &term.rejected {
                let Some(first) = rendering.text.bytes().next() else { continue };
                rejected.is_first[usize::from(first.to_ascii_lowercase())] = true;
                let (language, name) = (rendering.language.as_ref(), record.common.name.as_ref());
                rejected.renderings.push(Rendering { term: *id, text: &rendering.text, language, name });
            }
        }
        rejected
    }

    /// Every rendering that stands in a text, and is not quoted there, once, with its first byte.
    fn all_in<'r>(&'r self, text: &str) -> Vec<(usize, &'r Rendering<'a>)> {
        let mut found: Vec<(usize, &Rendering<'_>)> = Vec::new();
        if self.renderings.is_empty() {
            return found;
        }
        let is_first = |(_, byte): &(usize, u8)| self.is_first[usize::from(byte.to_ascii_lowercase())];
        for (start, _) in text.bytes().enumerate().filter(is_first) {
            for rendering in self.renderings.iter().filter(|rendering| stands_at(text, start, rendering.text)) {
                if !found.iter().any(|(_, other)| std::ptr::eq(*other, rendering)) && !is_quoted(text, start) {
                    found.push((start, rendering));
                }
            }
        }
        found
    }
}

/// Does a byte of a text stand inside of quotation marks? What others say is quoted as they say it.
fn is_quoted(text: &str, at: usize) -> bool {
    const MARKS: [(char, char); 5] = [('「', '」'), ('『', '』'), ('“', '”'), ('‘', '’'), ('"', '"')];
    let line = text.get(..at).unwrap_or_default();
    let line = &line[line.rfind('\n').map_or(0, |end| end + 1)..];
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest.split('\n').next().unwrap_or_default();
    MARKS.iter().any(|(open, close)| {
        let is_open = match open == close {
            true => line.matches(*open).count() % 2 == 1,
            // An apostrophe is no end of a quotation.
            false => line.rfind(*open).is_some_and(|from| !line[from..].contains(*close)),
        };
        is_open && rest.contains(*close)
    })
}

/// Does `word` stand at a byte of `text`, whatever the case of ASCII letters, and not inside a longer Latin word?
fn stands_at(text: &str, start: usize, word: &str) -> bool {
    let end = start + word.len();
    let bytes = text.as_bytes();
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let is_latin = word.starts_with(|c: char| c.is_ascii_alphanumeric());
    bytes.get(start..end).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
        && !(is_latin && (is_letter(start.checked_sub(1)) || is_letter(Some(end))))
}

/// Checks a record.
pub fn check(site: &Site, rejected: &Rejected<'_>, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let mut part = |part: Part<'_>, links: &[LinkUse]| {
        part.links(links, findings);
        part.widths(links, findings);
        part.renderings(site, rejected, entry, findings);
    };
    let mut quotes = Vec::new();
    for phrase in entry.record.uses.texts.iter().flat_map(Text::phrases) {
        let (path, language, text) = (&entry.path, &phrase.language, &*phrase.source);
        let text = Part { path, language, text, offset: phrase.verbatim.map(|start| start as usize), whole: phrase.span };
        quotes.extend(text.quotes());
        part(text, phrase.links());
    }
    for file in &entry.prose {
        let whole = Span::new(0, file.text.len());
        let (path, language, text) = (&file.path, &file.language, &*file.text);
        part(Part { path, language, text, offset: Some(0), whole }, &file.prose.links);
    }
    findings.append(&mut quotes);
}

/// A text in one language.
struct Part<'a> {
    path: &'a Arc<str>,
    language: &'a Language,
    text: &'a str,
    /// Bytes before it in its file; none where it is not written as it is read.
    offset: Option<usize>,
    whole: Span,
}

impl Part<'_> {
    fn place(&self, start: usize, end: usize) -> Place {
        Place::new(self.path, self.offset.map_or(self.whole, |offset| Span::new(offset + start, offset + end)))
    }

    fn links(&self, links: &[LinkUse], findings: &mut Vec<Diagnostic>) {
        for link in links.iter().filter(|link| !link.image) {
            let words = link.text.trim().trim_end_matches(['。', '.']);
            if VAGUE.iter().any(|vague| vague.eq_ignore_ascii_case(words)) {
                let finding = Diagnostic::warning("vague-link", Place::new(self.path, link.span)).help("vague-link-help");
                findings.push(finding.arg("found", words));
            }
        }
    }

    /// Quotation marks of Word around all of a text, where those of YAML were meant.
    fn quotes(&self) -> Option<Diagnostic> {
        let right = unquoted(self.text);
        let finding = Diagnostic::warning("character-width", self.place(0, self.text.len())).says("word-quotes");
        (right != self.text)
            .then(|| finding.help("word-quotes-help").arg("found", self.text).arg("right", format!("\"{right}\"")))
    }

    /// The first half-width katakana, and the first full-width digits, of a text, but for addresses.
    fn widths(&self, links: &[LinkUse], findings: &mut Vec<Diagnostic>) {
        // Both begin with this byte of UTF-8.
        if self.text.is_ascii() || !self.text.as_bytes().contains(&0xEF) {
            return;
        }
        let mut run = |is_bad: fn(char) -> bool, message: &'static str| {
            // A file is linked to under the name that it has.
            let is_name = |at: usize| match self.offset {
                Some(offset) => links.iter().any(|link| link.span.range().contains(&(offset + at))),
                None => links.iter().any(|link| link.address.contains(is_bad)),
            };
            let mut found = self.text.char_indices().filter(|(at, c)| is_bad(*c) && !is_name(*at));
            let Some((start, _)) = found.next() else { return };
            let length = self.text[start..].find(|c| !is_bad(c)).unwrap_or(self.text.len() - start);
            let found = &self.text[start..start + length];
            let right = ComposingNormalizerBorrowed::new_nfkc().normalize(found).into_owned();
            let finding = Diagnostic::warning("character-width", self.place(start, start + length)).says(message);
            findings.push(finding.help("character-width-help").arg("found", found).arg("right", right));
        };
        run(|c| matches!(c, '\u{FF66}'..='\u{FF9F}'), "half-width-kana");
        run(|c| matches!(c, '０'..='９'), "full-width-digits");
    }

    /// Renderings that the glossary rejects. Records about the term may name them.
    fn renderings(&self, site: &Site, rejected: &Rejected<'_>, entry: &Entry, findings: &mut Vec<Diagnostic>) {
        for (start, rendering) in rejected.all_in(self.text) {
            let common = &entry.record.common;
            let term = &site.entry(rendering.term).record.identity;
            let is_about = *term == entry.record.identity
                || common.related.iter().any(|reference| *reference.target == term.to_string())
                || common.other_names.iter().any(|name| name.text.eq_ignore_ascii_case(rendering.text));
            if is_about || rendering.language.is_some_and(|language| language != self.language) {
                continue;
            }
            let finding = Diagnostic::warning("rejected-rendering", self.place(start, start + rendering.text.len()));
            let finding = finding.arg("found", rendering.text);
            findings.push(match rendering.name.and_then(|name| name.own(self.language)) {
                Some(preferred) => finding.help("rejected-rendering-help").arg("preferred", &*preferred.source),
                None => finding.help("rejected-rendering-term-help").arg("term", term.to_string()),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_quotation_marks_is_quoted() {
        let quoted = |text: &str| is_quoted(text, text.find("intern").unwrap());
        assert!(quoted("出典では「intern制度」とあります"));
        assert!(quoted("It is called “the intern system” there"));
        assert!(quoted("It is called \"intern\" there"));
        assert!(!quoted("「研修」は intern とは「別」です"));
        assert!(!quoted("the trainees’ \"card\" of an intern"));
        assert!(!quoted("the “card” of an intern’s"));
        assert!(!quoted("“intern"));
    }

    #[test]
    fn a_rendering_stands_as_a_word_of_its_own_in_any_case() {
        assert!(stands_at("The Intern program", 4, "intern"));
        assert!(!stands_at("The internal program", 4, "intern"));
        assert!(!stands_at("an extern", 5, "tern"));
        assert!(stands_at("この研修医制度", "この".len(), "研修医"));
        assert!(!stands_at("x", 0, "xy"));
    }
}
