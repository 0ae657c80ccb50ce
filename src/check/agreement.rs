//! `languages-disagree`: a date, amount, length, number, address or mention that stands in one language and not in the other.
//! `comparison-differs`: "more than" in one language and "at least", or no such word, in the other. `sense-differs`: words with
//! opposite meanings. `name-differs`: different names. `order-differs`: facts in another order.

mod addresses;
mod extract;
mod item;
mod markup;
mod matching;
mod names;
mod order;
mod pieces;
mod senses;
mod stated;
mod tokens;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::base::{Diagnostic, Language, Place, Span};
use crate::model::document::{Document, Parsed};
use crate::model::prose::{LinkUse, Mention};
use crate::model::text::Phrase;
use crate::site::entries::{Entry, ProseFile};
use crate::site::link::SITE_FILE;
use crate::site::mentions::{self, Target};
use crate::site::{RecordId, Site};
use crate::source::Sources;
pub use extract::{Extract, Sense, extract};
pub use item::{Bound, Found, Item, Milli, ONE, Unit, Weight};
pub use markup::blank_markup;
use matching::unmatched;
pub use names::Names;
use pieces::Piece;
pub use stated::Stated;
pub use words::{Group, Languages, Words, slips, value};

/// Checks the texts and the prose of a record.
pub fn check<'a>(site: &Site, names: &Names, entry: &'a Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    // In languages without words of their own, dates and numbers are written too differently to compare.
    let is_understood = |tag: &str| stated.languages().get(tag).is_some();
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        let mut parts = text.phrases().iter().enumerate().filter(|(_, phrase)| is_understood(phrase.language.as_str()));
        let own = if text.trail() == "name" { site.find(entry.kind(), entry.slug()) } else { None };
        let part = |(at, phrase)| Part { own, ..Part::of_phrase(&entry.path, phrase, stated.in_phrase(number, at, phrase)) };
        let (Some(first), Some(second)) = (parts.next(), parts.next()) else { continue };
        let source = part(first);
        for other in std::iter::once(second).chain(parts) {
            compare(site, names, &source, &part(other), findings);
            compare_addresses(
                (&entry.path, &first.1.language, first.1.links()),
                (&entry.path, &other.1.language, other.1.links()),
                findings,
            );
        }
    }
    let mut files = entry.prose.iter().enumerate().filter(|(_, file)| is_understood(file.language.as_str()));
    let whole = |(at, file)| Whole { file, says: stated.in_prose(at, file) };
    let (Some(first), Some(second)) = (files.next(), files.next()) else { return };
    let source = whole(first);
    for other in std::iter::once(second).chain(files) {
        compare_prose(site, names, &source, &whole(other), findings);
        let links = |file: &'a ProseFile| (&file.path, &file.language, &*file.prose.links);
        compare_addresses(links(first.1), links(other.1), findings);
    }
}

/// Checks the texts of files that are no records: `site.yaml` and the site's vocabularies.
pub fn check_files(site: &Site, names: &Names, languages: &Languages, sources: &Sources) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let is_told = |path: &str| path == SITE_FILE || path.starts_with("content/vocabularies/");
    for (path, file) in sources.below("content/").filter(|(path, _)| is_told(path)) {
        let document = Parsed::of(path, file).and_then(|parsed| parsed.document);
        let Some(Document::Site(_, uses) | Document::Vocabulary(_, uses)) = document else { continue };
        for text in &uses.texts {
            let read = |phrase| {
                let phrase: &Phrase = phrase;
                Some((phrase, extract(&phrase.source, languages.get(phrase.language.as_str())?)))
            };
            let parts: Vec<(&Phrase, Extract)> = text.phrases().iter().filter_map(read).collect();
            let Some(((source, says), others)) = parts.split_first() else { continue };
            let source = Part::of_phrase(path, source, says);
            for (phrase, says) in others {
                compare(site, names, &source, &Part::of_phrase(path, phrase, says), &mut findings);
            }
        }
    }
    findings
}

/// The links of a text, its language, and its file.
type Links<'a> = (&'a Arc<str>, &'a Language, &'a [LinkUse]);

/// An address that is another's but for a letter or two.
fn compare_addresses(source: Links<'_>, other: Links<'_>, findings: &mut Vec<Diagnostic>) {
    for (right, wrong) in addresses::slips(source.2, other.2) {
        let finding = Diagnostic::warning("languages-disagree", Place::new(other.0, wrong.span)).says("languages-disagree-value");
        let finding = finding.help("languages-disagree-help").arg("found", &*wrong.address).arg("expected", &*right.address);
        let finding = finding.arg("language", other.1.as_str()).arg("source", source.1.as_str());
        findings.push(finding.label(Place::new(source.0, right.span), "other-language-here"));
    }
}

/// Bytes of a text that is no more than a name and what stands around it.
const SHORT: usize = 90;

/// More sections than this are compared as one.
const SECTIONS: usize = 200;

/// A file of prose and what it states.
struct Whole<'a> {
    file: &'a ProseFile,
    says: &'a Extract,
}

/// Section by section where both have the same headings, else as a whole.
fn compare_prose(site: &Site, names: &Names, source: &Whole<'_>, other: &Whole<'_>, findings: &mut Vec<Diagnostic>) {
    let levels = |whole: &Whole<'_>| whole.file.prose.outline.iter().map(|heading| heading.level).collect::<Vec<_>>();
    let is_alike = source.file.prose.outline.len() <= SECTIONS && levels(source) == levels(other);
    let ends = |whole: &Whole<'_>| -> Vec<usize> {
        let headings = if is_alike { &*whole.file.prose.outline } else { &[] };
        let starts = headings.iter().map(|heading| heading.span.start as usize);
        std::iter::once(0).chain(starts).chain([whole.file.text.len()]).collect()
    };
    let (a, b) = (ends(source), ends(other));
    for (a, b) in a.windows(2).zip(b.windows(2)) {
        compare(site, names, &source.part(a[0], a[1]), &other.part(b[0], b[1]), findings);
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
    /// The bytes of the text that are the part.
    range: Range<usize>,
    found: &'a [Found],
    senses: &'a [Sense],
    bounds: &'a [usize],
    untold: &'a [Group],
    mentions: &'a [Mention],
    /// Of the name of a record: that record, which it names in any case.
    own: Option<RecordId>,
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
            range: start..end,
            found: between(&self.says.found, start, end, |found| found.range.start),
            senses: between(&self.says.senses, start, end, |sense| sense.range.start),
            bounds: between(&self.says.bounds, start, end, |at| *at),
            untold: &self.says.untold,
            mentions: between(&file.prose.mentions, start, end, |mention| mention.span.start as usize),
            own: None,
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
    fn of_phrase(path: &'a Arc<str>, phrase: &'a Phrase, says: &'a Extract) -> Self {
        Self {
            path,
            language: phrase.language.as_str(),
            text: &phrase.source,
            offset: phrase.verbatim.map(|start| start as usize),
            whole: phrase.span,
            range: 0..phrase.source.len(),
            found: &says.found,
            senses: &says.senses,
            bounds: &says.bounds,
            untold: &says.untold,
            mentions: phrase.mentions(),
            own: None,
        }
    }

    fn place(&self, range: &Range<usize>) -> Place {
        let span = self.offset.map_or(self.whole, |offset| Span::new(offset + range.start, offset + range.end));
        Place::new(self.path, span)
    }

    fn words(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// A stretch of the part.
    fn cut(&self, range: Range<usize>) -> Self {
        let (start, end) = (range.start, range.end);
        Self {
            found: between(self.found, start, end, |found| found.range.start),
            senses: between(self.senses, start, end, |sense| sense.range.start),
            bounds: between(self.bounds, start, end, |at| *at),
            range,
            mentions: self.mentions,
            ..*self
        }
    }
}

fn compare(site: &Site, names: &Names, source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    let [mut missing, unknown] = unmatched(source.found, other.found);
    let mut told: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
    for index in unknown {
        let found = &other.found[index];
        told[1].push(found.range.start);
        let finding =
            Diagnostic::warning("languages-disagree", other.place(&found.range)).arg("found", other.words(&found.range));
        let finding = finding.arg("language", other.language).arg("source", source.language);
        let partner = missing.iter().position(|i| source.found[*i].item.is_like(&found.item));
        findings.push(match partner.map(|at| missing.remove(at)) {
            Some(i) => {
                let partner = &source.found[i];
                told[0].push(partner.range.start);
                let finding = finding.says("languages-disagree-value").help("languages-disagree-help");
                finding.arg("expected", source.words(&partner.range)).label(source.place(&partner.range), "other-language-here")
            }
            None => finding.help("languages-disagree-help"),
        });
    }
    for index in missing {
        let found = &source.found[index];
        told[0].push(found.range.start);
        let finding = Diagnostic::warning("languages-disagree", source.place(&found.range)).says("languages-disagree-missing");
        let finding =
            finding.help("languages-disagree-help").arg("found", source.words(&found.range)).arg("language", other.language);
        findings.push(finding.label(Place::new(other.path, other.whole), "other-language-here"));
    }
    let pieces = pieces::pieces((source.text, source.range.clone()), (other.text, other.range.clone()));
    if pieces.is_empty() {
        // What belongs together is not known; names are looked for all the same.
        compare_names(site, names, source, other, findings);
    }
    for piece in &pieces {
        let (ours, theirs) = (piece.source.clone(), piece.other.clone());
        let is_told =
            [(&told[0], &ours), (&told[1], &theirs)].iter().any(|(told, range)| told.iter().any(|at| range.contains(at)));
        let (ours, theirs) = (source.cut(ours), other.cut(theirs));
        if piece.is_sentence {
            compare_bounds(&ours, &theirs, findings);
        }
        if !is_told {
            // What is denied here may be denied in another sentence of the block there.
            let beside = || pieces.iter().filter(|other| other.block == piece.block && *other != piece);
            let is_missed = |group: Group, is_of_source: bool| {
                let is_untold = if is_of_source { other.untold } else { source.untold }.contains(&group);
                !is_untold
                    && beside().all(|beside| {
                        let start = |sense: &Sense| sense.range.start;
                        let ours = between(source.senses, beside.source.start, beside.source.end, start);
                        let theirs = between(other.senses, beside.other.start, beside.other.end, start);
                        let (ours, theirs) = (senses::count(group, ours, theirs), senses::count(group, theirs, ours));
                        let (has, lacks) = if is_of_source { (ours, theirs) } else { (theirs, ours) };
                        lacks <= has
                    })
            };
            compare_words(site, names, &ours, &theirs, (piece, &is_missed), findings);
        }
    }
    compare_mentions(site, source, other, findings);
}

/// A quantity that stands in both languages, and never with the same bound. What has no bound beside it may be bounded by another word
/// of its sentence.
fn compare_bounds(source: &Part<'_>, other: &Part<'_>, findings: &mut Vec<Diagnostic>) {
    // "No shift is longer than twelve hours" is at most twelve.
    let is_denied = |part: &Part<'_>| part.senses.iter().any(|sense| sense.group == Group::Negation);
    let is_turned = is_denied(source) || is_denied(other);
    // "About" beside one of several may be meant for all.
    let quantities =
        |part: &Part<'_>| part.found.iter().filter(|found| found.weight > Weight::Loose && found.item.is_quantity()).count();
    let is_alone = quantities(source) < 2 && quantities(other) < 2;
    for found in other.found.iter().filter(|found| found.weight > Weight::Loose && found.item.is_quantity()) {
        let same = |partner: &&Found| partner.weight > Weight::Loose && partner.item.states(&found.item);
        let agrees = |partner: &Found| match (partner.bound, found.bound) {
            (Some(a), Some(b)) => a.agrees(b) || is_turned && a.is_denial_of(b),
            (None, None) => true,
            (None, Some(bound)) => bound.is_often_left_out() || bound == Bound::About && !is_alone || !source.bounds.is_empty(),
            (Some(bound), None) => bound.is_often_left_out() || bound == Bound::About && !is_alone || !other.bounds.is_empty(),
        };
        if source.found.iter().filter(same).any(agrees) {
            continue;
        }
        if let Some(partner) = source.found.iter().find(same) {
            let finding = Diagnostic::warning("comparison-differs", other.place(&found.range)).help("comparison-differs-help");
            let finding =
                finding.arg("found", other.words(&found.range)).label(source.place(&partner.range), "other-language-here");
            findings.push(finding.arg("language", other.language).arg("source", source.language));
        }
    }
}

/// A name that stands in place of another. Gives all names of both.
fn compare_names(
    site: &Site,
    names: &Names,
    source: &Part<'_>,
    other: &Part<'_>,
    findings: &mut Vec<Diagnostic>,
) -> [Vec<Sense>; 2] {
    let in_part = |part: &Part<'_>| {
        let mut found = names.in_text(part.language, part.words(&part.range));
        let is_own = |name: &Sense| matches!(name.group, Group::Name(kind) if part.own.is_some_and(|id| id.0 == name.value && site.entry(id).kind() as u8 == kind));
        found.retain(|name| !is_own(name));
        found.iter_mut().for_each(|name| name.range = part.range.start + name.range.start..part.range.start + name.range.end);
        found
    };
    let ours = in_part(source);
    // Without names in the one, those in the other are compared with nothing, but in a short text the one may be a slip.
    let theirs = if ours.is_empty() && source.range.len() > SHORT { Vec::new() } else { in_part(other) };
    if let Some((name, rival)) = names::exchanged(&ours, &theirs) {
        let (found, expected) = (other.words(&rival.range), source.words(&name.range));
        let finding = differ((source, other), "name-differs", other.place(&rival.range), found, expected);
        findings.push(finding.help("name-differs-help").label(source.place(&name.range), "other-language-here"));
    } else if let Some((range, name)) = names::slip(site, &ours, other.language, other.words(&other.range), &theirs) {
        let range = other.range.start + range.start..other.range.start + range.end;
        let finding = differ((source, other), "name-differs", other.place(&range), other.words(&range), name);
        let finding = finding.says("name-differs-slip").help("name-differs-help");
        findings.push(finding.label(source.place(&source.range), "other-language-here"));
    } else if let Some((range, name)) = names::slip(site, &theirs, source.language, source.words(&source.range), &ours) {
        let range = source.range.start + range.start..source.range.start + range.end;
        let finding = differ((other, source), "name-differs", source.place(&range), source.words(&range), name);
        let finding = finding.says("name-differs-slip").help("name-differs-help");
        findings.push(finding.label(other.place(&other.range), "other-language-here"));
    }
    [ours, theirs]
}

fn differ(parts: (&Part<'_>, &Part<'_>), code: &'static str, place: Place, found: &str, expected: &str) -> Diagnostic {
    let finding = Diagnostic::warning(code, place).arg("found", found).arg("expected", expected);
    finding.arg("language", parts.1.language).arg("source", parts.0.language)
}

/// Names, opposite words, and the order of what stands in both.
fn compare_words(
    site: &Site,
    names: &Names,
    source: &Part<'_>,
    other: &Part<'_>,
    (piece, is_missed): (&Piece, &dyn Fn(Group, bool) -> bool),
    findings: &mut Vec<Diagnostic>,
) {
    let [ours, theirs] = compare_names(site, names, source, other, findings);
    if let Some(opposite) = senses::opposite(source.senses, other.senses, piece.is_sentence, is_missed) {
        let (has, lacks) = if opposite.is_of_source { (source, other) } else { (other, source) };
        let range = &opposite.sense.range;
        let finding = match opposite.other {
            Some(against) => {
                let (place, found) = (lacks.place(&against.range), lacks.words(&against.range));
                let finding = differ((source, other), "sense-differs", place, found, has.words(range));
                finding.label(has.place(range), "other-language-here")
            }
            None => {
                let finding = Diagnostic::warning("sense-differs", has.place(range)).says("sense-differs-missing");
                let finding = finding.arg("found", has.words(range)).arg("language", lacks.language);
                finding.label(Place::new(lacks.path, lacks.whole), "other-language-here")
            }
        };
        findings.push(finding.help("sense-differs-help"));
    } else if piece.is_sentence {
        let whole = |names: &[Sense]| names.iter().filter(|name| !name.is_loose).cloned().collect::<Vec<_>>();
        let both = |part: &Part<'_>, names: &[Sense]| [part.senses.to_vec(), whole(names)].concat();
        let (ours, theirs) = (both(source, &ours), both(other, &theirs));
        if let Some(range) = order::exchanged((source.found, &ours), (other.found, &theirs)) {
            let finding = Diagnostic::warning("order-differs", source.place(&range)).help("order-differs-help");
            let finding = finding.arg("found", source.words(&range)).arg("language", other.language);
            findings.push(finding.label(Place::new(other.path, other.whole), "other-language-here"));
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
        let Some(mention) = mention.filter(|_| !is_attempted(lacks, target, in_source.0.min(in_other.0))) else { continue };
        let finding = Diagnostic::warning("languages-disagree", Place::new(has.path, mention.span)).says("mention-only-here");
        let finding = finding.help("mention-only-here-help").arg("found", target).arg("language", lacks.language);
        findings.push(finding.label(Place::new(lacks.path, lacks.whole), "other-language-here"));
    }
}

/// Whether a part has more of these mentions begun, `［［fee/x］］` or `[[fee/x`, than read: what is wrong with one is a finding of its own.
fn is_attempted(part: &Part<'_>, target: &str, read: usize) -> bool {
    let words = part.words(&part.range);
    let begun = ["[[", "［［"].iter().flat_map(|opening| words.split(opening).skip(1));
    begun.filter(|rest| rest.trim_start().starts_with(target)).count() > read
}

fn names_something(site: &Site, target: &str) -> bool {
    let target = Target::parse(target);
    mentions::resolve(site, target.record).is_ok_and(|id| target.fact.is_none_or(|fact| mentions::fact(site, id, fact).is_some()))
}
