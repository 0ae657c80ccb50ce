//! `languages-disagree`: a date, amount, length, number, address or mention that one language has and the other has not.
//! `comparison-differs`: "more than" in one language and "at least", or nothing of the kind, in the other.

mod bounds;
mod extract;
mod item;
mod matching;
mod scan;
mod stated;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Diagnostic, Place, Span};
use crate::model::prose::Mention;
use crate::model::text::Phrase;
use crate::site::Site;
use crate::site::entries::{Entry, ProseFile};
use crate::site::mentions::{self, Target};
pub use extract::extract;
pub use item::{Bound, Found, Item, Unit};
use matching::unmatched;
pub use scan::blank_markup;
pub use stated::Stated;

/// The languages whose sentences are understood. In others, dates and numbers are written too differently to compare.
const UNDERSTOOD: [&str; 2] = ["ja", "en"];

/// Checks the texts and the prose of a record.
pub fn check(site: &Site, entry: &Entry, stated: &Stated, findings: &mut Vec<Diagnostic>) {
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        let mut parts = text.phrases().iter().enumerate().filter(|(_, phrase)| is_understood(phrase.language.as_str()));
        let part = |(at, phrase)| Part::of_phrase(&entry.path, phrase, stated.in_phrase(number, at, phrase));
        let (Some(first), Some(second)) = (parts.next(), parts.next()) else { continue };
        let source = part(first);
        for other in std::iter::once(second).chain(parts) {
            compare(site, &source, &part(other), findings);
        }
    }
    let mut files = entry.prose.iter().enumerate().filter(|(_, file)| is_understood(file.language.as_str()));
    let whole = |(at, file)| Whole { file, found: stated.in_prose(at, file) };
    let (Some(first), Some(second)) = (files.next(), files.next()) else { return };
    let source = whole(first);
    for other in std::iter::once(second).chain(files) {
        compare_prose(site, &source, &whole(other), findings);
    }
}

fn is_understood(tag: &str) -> bool {
    UNDERSTOOD.contains(&tag.split('-').next().unwrap_or_default())
}

/// More sections than this are compared as one.
const SECTIONS: usize = 200;

/// A file of prose and what it states.
struct Whole<'a> {
    file: &'a ProseFile,
    found: &'a [Found],
}

/// Section by section where both have the same headings, else as a whole.
fn compare_prose(site: &Site, source: &Whole<'_>, other: &Whole<'_>, findings: &mut Vec<Diagnostic>) {
    let levels = |whole: &Whole<'_>| whole.file.prose.outline.iter().map(|heading| heading.level).collect::<Vec<_>>();
    let is_alike = source.file.prose.outline.len() <= SECTIONS && levels(source) == levels(other);
    let ends = |whole: &Whole<'_>| -> Vec<usize> {
        let headings = if is_alike { &*whole.file.prose.outline } else { &[] };
        let starts = headings.iter().map(|heading| heading.span.start as usize);
        std::iter::once(0).chain(starts).chain([whole.file.text.len()]).collect()
    };
    let (a, b) = (ends(source), ends(other));
    for (a, b) in a.windows(2).zip(b.windows(2)) {
        compare(site, &source.part(a[0], a[1]), &other.part(b[0], b[1]), findings);
    }
}

/// What a stretch of text in one language states.
struct Part<'a> {
    path: &'a Arc<str>,
    language: &'a str,
    /// The text that the facts are counted in.
    text: &'a str,
    /// Bytes before that text in its file; none where it is not written as it is read.
    offset: Option<usize>,
    whole: Span,
    found: &'a [Found],
    mentions: &'a [Mention],
}

impl<'a> Whole<'a> {
    /// The part between two bytes.
    fn part(&self, start: usize, end: usize) -> Part<'a> {
        let file = self.file;
        let text = file.text.get(start..end).unwrap_or_default();
        Part {
            path: &file.path,
            language: file.language.as_str(),
            text: &file.text,
            offset: Some(0),
            whole: Span::new(start, start + text.find('\n').unwrap_or(text.len())),
            found: between(self.found, start, end, |found| found.range.start),
            mentions: between(&file.prose.mentions, start, end, |mention| mention.span.start as usize),
        }
    }
}

/// Those of a sorted list that begin between two bytes.
fn between<T>(list: &[T], start: usize, end: usize, place: impl Fn(&T) -> usize) -> &[T] {
    let first = list.partition_point(|item| place(item) < start);
    let list = &list[first..];
    &list[..list.partition_point(|item| place(item) < end)]
}

impl<'a> Part<'a> {
    fn of_phrase(path: &'a Arc<str>, phrase: &'a Phrase, found: &'a [Found]) -> Self {
        Self {
            path,
            language: phrase.language.as_str(),
            text: &phrase.source,
            offset: phrase.verbatim.map(|start| start as usize),
            whole: phrase.span,
            found,
            mentions: phrase.mentions(),
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

fn compare(site: &Site, source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    let [mut missing, unknown] = unmatched(source.found, other.found);
    for index in unknown {
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
    compare_mentions(site, source, other, findings);
}

/// A quantity that stands in both languages, and never with the same bound.
fn compare_bounds(source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    let quantities = || other.found.iter().filter(|found| found.is_firm && found.item.is_quantity());
    for found in quantities() {
        let same = |partner: &&Found| partner.is_firm && partner.item.states(&found.item);
        if source.found.iter().filter(same).any(|partner| partner.bound == found.bound) {
            continue;
        }
        if let Some(partner) = source.found.iter().find(same) {
            let finding = Diagnostic::warning("comparison-differs", other.place(found)).help("comparison-differs-help");
            let finding = finding.arg("found", other.words(found)).label(source.place(partner), "other-language-here");
            findings.push(finding.arg("language", other.language).arg("source", source.language));
        }
    }
}

/// The same records and facts are mentioned the same number of times.
fn compare_mentions(site: &Site, source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    if source.mentions.is_empty() && other.mentions.is_empty() {
        return;
    }
    let mut counts: BTreeMap<&str, [(usize, Option<&Mention>); 2]> = BTreeMap::new();
    for (side, part) in [source, other].into_iter().enumerate() {
        for mention in part.mentions {
            let (count, first) = &mut counts.entry(mention.target.trim()).or_default()[side];
            *count += 1;
            first.get_or_insert(mention);
        }
    }
    counts.retain(|_, [in_source, in_other]| in_source.0 != in_other.0);
    // A mention that names nothing is a finding of its own, and most likely the counterpart of another.
    if counts.keys().any(|target| !names_something(site, target)) {
        return;
    }
    for (target, [in_source, in_other]) in counts {
        let is_of_source = in_source.0 > in_other.0;
        let (has, lacks, mention) = if is_of_source { (source, other, in_source.1) } else { (other, source, in_other.1) };
        let Some(mention) = mention else { continue };
        let finding = Diagnostic::warning("languages-disagree", Place::new(has.path, mention.span)).says("mention-only-here");
        let finding = finding.help("mention-only-here-help").arg("found", target).arg("language", lacks.language);
        findings.push(finding.label(Place::new(lacks.path, lacks.whole), "other-language-here"));
    }
}

fn names_something(site: &Site, target: &str) -> bool {
    let target = Target::parse(target);
    mentions::resolve(site, target.record).is_ok_and(|id| target.fact.is_none_or(|fact| mentions::fact(site, id, fact).is_some()))
}
