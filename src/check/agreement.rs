//! `languages-disagree`: a date, amount, length, number or address that one language states and the other does not.

mod extract;

use std::sync::Arc;

use crate::base::{Diagnostic, Place, Span};
use crate::model::prose::{LinkUse, Mention};
use crate::model::text::Phrase;
use crate::site::Site;
use crate::site::entries::{Entry, ProseFile};
use extract::{Bound, Found, Item, extract};

/// The languages whose sentences are understood. In others, dates and numbers are written too differently to compare.
const UNDERSTOOD: [&str; 2] = ["ja", "en"];

/// Checks the texts and the prose of a record.
pub fn check(_site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    for text in &entry.record.uses.texts {
        let phrases: Vec<&Phrase> = text.phrases().iter().filter(|phrase| is_understood(phrase.language.as_str())).collect();
        let [first, others @ ..] = &phrases[..] else { continue };
        let source = Part::of_phrase(&entry.path, first);
        for other in others {
            compare(&source, &Part::of_phrase(&entry.path, other), findings);
        }
    }
    let files: Vec<&ProseFile> = entry.prose.iter().filter(|file| is_understood(file.language.as_str())).collect();
    let [first, others @ ..] = &files[..] else { return };
    for other in others {
        compare_prose(first, other, findings);
    }
}

fn is_understood(tag: &str) -> bool {
    UNDERSTOOD.contains(&tag)
}

/// Section by section where both have the same headings, else as a whole.
fn compare_prose(source: &ProseFile, other: &ProseFile, findings: &mut Vec<Diagnostic>) {
    let levels = |file: &ProseFile| file.prose.outline.iter().map(|heading| heading.level).collect::<Vec<_>>();
    if levels(source) != levels(other) {
        compare(&Part::of_prose(source, 0, source.text.len()), &Part::of_prose(other, 0, other.text.len()), findings);
        return;
    }
    let ends = |file: &ProseFile| -> Vec<usize> {
        let starts = file.prose.outline.iter().map(|heading| heading.span.start as usize);
        std::iter::once(0).chain(starts).chain([file.text.len()]).collect()
    };
    let (a, b) = (ends(source), ends(other));
    for (a, b) in a.windows(2).zip(b.windows(2)) {
        compare(&Part::of_prose(source, a[0], a[1]), &Part::of_prose(other, b[0], b[1]), findings);
    }
}

/// A stretch of text in one language and what it states.
struct Part<'a> {
    path: &'a Arc<str>,
    language: &'a str,
    text: &'a str,
    /// Bytes of `text` to the file; none for texts in YAML, whose place is the whole value.
    offset: Option<usize>,
    whole: Span,
    found: Vec<Found>,
    mentions: Vec<&'a Mention>,
}

impl<'a> Part<'a> {
    fn of_phrase(path: &'a Arc<str>, phrase: &'a Phrase) -> Self {
        Self {
            path,
            language: phrase.language.as_str(),
            text: &phrase.source,
            offset: None,
            whole: phrase.span,
            found: extract(&blank_markup(&phrase.source, &[])),
            mentions: phrase.mentions.iter().collect(),
        }
    }

    fn of_prose(file: &'a ProseFile, start: usize, end: usize) -> Self {
        let text = file.text.get(start..end).unwrap_or_default();
        let inside = |span: Span| (start..end).contains(&(span.start as usize));
        let links: Vec<(usize, usize)> = file
            .prose
            .links
            .iter()
            .filter(|link: &&LinkUse| inside(link.span))
            .map(|link| (link.span.start as usize - start, link.span.end as usize - start))
            .collect();
        Self {
            path: &file.path,
            language: file.language.as_str(),
            text,
            offset: Some(start),
            whole: Span::new(start, start + text.find('\n').unwrap_or(text.len())),
            found: extract(&blank_markup(text, &links)),
            mentions: file.prose.mentions.iter().filter(|mention| inside(mention.span)).collect(),
        }
    }

    fn place(&self, found: &Found) -> Place {
        let span = self.offset.map_or(self.whole, |offset| Span::new(offset + found.range.start, offset + found.range.end));
        Place::new(self.path, span)
    }

    fn words(&self, found: &Found) -> &'a str {
        self.text.get(found.range.clone()).unwrap_or_default()
    }
}

/// The text with mentions, heading ids, addresses and list numbers replaced by NULs of the same length.
fn blank_markup(text: &str, links: &[(usize, usize)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut blank = |range: std::ops::Range<usize>| {
        if let Some(part) = bytes.get_mut(range) {
            part.fill(0);
        }
    };
    for (open, close) in [("[[", "]]"), ("{#", "}"), ("`", "`")] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|i| from + i) {
            let inner = start + open.len();
            let Some(end) = text[inner..].find(close).map(|i| inner + i + close.len()) else { break };
            blank(start..end);
            from = end;
        }
    }
    for (start, end) in links {
        blank(*start..*end);
    }
    for scheme in ["https://", "http://"] {
        for (start, _) in text.match_indices(scheme) {
            let end = text[start..].find(|c: char| c.is_whitespace() || ")>」）、。".contains(c)).map_or(text.len(), |i| start + i);
            blank(start..end);
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn compare(source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    let unmatched = |a: &Part<'_>, b: &Part<'_>| -> Vec<usize> {
        (0..a.found.len()).filter(|i| !b.found.iter().any(|found| a.found[*i].item.agrees(&found.item))).collect()
    };
    let mut missing = unmatched(source, other);
    for index in unmatched(other, source) {
        let found = &other.found[index];
        let finding = Diagnostic::warning("languages-disagree", other.place(found)).arg("found", other.words(found));
        let finding = finding.arg("language", other.language).arg("source", source.language);
        let partner = missing.iter().position(|i| source.found[*i].item.is_like(&found.item));
        findings.push(match partner.map(|at| missing.remove(at)) {
            Some(i) => {
                let partner = &source.found[i];
                let finding = finding.says("languages-disagree-value").help("languages-disagree-help");
                finding.arg("expected", source.words(partner)).label(source.place(partner), "other-language-here")
            }
            None => finding.help("languages-disagree-help"),
        });
    }
    for index in missing {
        let found = &source.found[index];
        let finding = Diagnostic::warning("languages-disagree", source.place(found)).says("languages-disagree-missing");
        let finding = finding.help("languages-disagree-help").arg("found", source.words(found)).arg("language", other.language);
        findings.push(finding.label(Place::new(other.path, other.whole), "other-language-here"));
    }
    compare_bounds(source, other, findings);
    compare_mentions(source, other, findings);
}

/// "More than" in one language and "at least" in the other.
fn compare_bounds(source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    for found in &other.found {
        let same: Vec<&Found> = source.found.iter().filter(|partner| matches(&partner.item, &found.item)).collect();
        let Some(bound) = found.bound else { continue };
        let differs = |partner: &&&Found| partner.bound.is_some_and(|other| contradicts(bound, other));
        if same.iter().any(|partner| partner.bound == Some(bound)) {
            continue;
        }
        if let Some(partner) = same.iter().find(differs) {
            let finding = Diagnostic::warning("comparison-differs", other.place(found)).help("comparison-differs-help");
            let finding = finding.arg("found", other.words(found)).label(source.place(partner), "other-language-here");
            findings.push(finding.arg("language", other.language).arg("source", source.language));
        }
    }
}

fn matches(a: &Item, b: &Item) -> bool {
    a.agrees(b)
}

fn contradicts(a: Bound, b: Bound) -> bool {
    // "Up to" beside "within" is one bound; "more than" beside "at least" are two.
    a != b
}

/// The same records and facts are mentioned the same number of times.
fn compare_mentions(source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    let count = |part: &Part<'_>, target: &str| part.mentions.iter().filter(|mention| mention.target.trim() == target).count();
    let mut told: Vec<&str> = Vec::new();
    for (a, b) in [(other, source), (source, other)] {
        for mention in &a.mentions {
            let target = mention.target.trim();
            if !told.contains(&target) && count(a, target) > count(b, target) {
                told.push(target);
                let finding = Diagnostic::warning("languages-disagree", Place::new(a.path, mention.span)).says("mention-only-here");
                let finding = finding.help("mention-only-here-help").arg("found", target).arg("language", b.language);
                findings.push(finding.label(Place::new(b.path, b.whole), "other-language-here"));
            }
        }
    }
}
