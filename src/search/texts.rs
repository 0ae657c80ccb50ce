//! The texts of a record's page, in the order in which they are looked through: names, what it says, its prose part by part.
//!
//! The one room that knows where texts come from.

use super::gather::{Terms, Weight};
use crate::base::Language;
use crate::markup::{Attribute, Event, Inline};
use crate::model::fact::Fact;
use crate::model::fee::Fee;
use crate::model::moment::{Moment, Year, spelling};
use crate::model::money::Money;
use crate::model::prose;
use crate::model::record::Body;
use crate::model::text::Text;
use crate::render::pen::Pen;
use crate::render::pen::resolve::Resolver;
use crate::site::{RecordId, mentions};

/// A part of a page under a heading of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The heading's id.
    pub anchor: String,
    /// Its words.
    pub heading: String,
}

/// Hands the texts of a page on; gives its parts back, of which the first has no heading.
pub fn read(pen: &Pen<'_>, id: RecordId, terms: &mut Terms<'_>) -> Vec<Part> {
    names(pen, id, terms);
    values(pen, id, terms);
    prose_parts(pen, id, terms)
}

/// A name of a record, and in which languages it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub words: String,
    /// Its language when it is not the reader's, else nothing.
    pub language: String,
    /// Words in it of another language than its own, in their order, each with that language.
    pub within: Vec<(String, String)>,
}

/// All names of a record in the languages of the site, without repetition; the first is the title for readers of the pen's language.
pub fn written_names(pen: &Pen<'_>, id: RecordId) -> Vec<Name> {
    let common = &pen.site.entry(id).record.common;
    let name = |words: String, language: Option<&Language>, within| Name {
        words,
        language: language.and_then(|language| pen.foreign(language)).map(ToString::to_string).unwrap_or_default(),
        within,
    };
    let (title, language) = pen.title(id);
    let mut names = vec![name(title, Some(language), of_other_languages(&pen.title_words(id).0))];
    let phrases = common.name.iter().flat_map(Text::phrases).filter(|phrase| pen.site.languages.serves(&phrase.language));
    names.extend(phrases.map(|phrase| {
        let mut words = Inline::default();
        if !phrase.is_plain {
            prose::write_inline(&phrase.source, &Resolver::of_text_in(*pen, &phrase.language), &mut words);
        }
        name(plain(pen, &phrase.source, phrase.is_plain), Some(&phrase.language), of_other_languages(&words.words()))
    }));
    let told = |words: &str, language: &str| Name { words: words.to_owned(), language: language.to_owned(), within: Vec::new() };
    names.extend(common.reading.iter().map(|reading| told(reading, "ja")));
    names.extend(common.romanized.iter().map(|romanized| told(romanized, "ja-Latn")));
    names.extend(common.other_names.iter().map(|other| name(other.text.to_string(), other.language.as_ref(), Vec::new())));
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| !name.words.is_empty() && seen.insert(name.words.clone()));
    names
}

/// The words that are marked as of another language, each with that language.
fn of_other_languages(name: &Inline) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut language = None;
    for event in name.events() {
        match event {
            Event::Attribute(Attribute::Lang, tag) => language = Some(tag),
            Event::Close(_) => language = None,
            Event::Text(words) => found.extend(language.map(|tag| (words.to_owned(), tag.to_owned()))),
            _ => {}
        }
    }
    found
}

fn plain(pen: &Pen<'_>, source: &str, is_plain: bool) -> String {
    if is_plain {
        return source.to_owned();
    }
    prose::inline_plain(source, &Resolver::of_text(*pen))
}

fn names(pen: &Pen<'_>, id: RecordId, terms: &mut Terms<'_>) {
    let record = &pen.site.entry(id).record;
    let common = &record.common;
    // The title is one of the names, unless the record has none.
    if common.name.is_none() {
        terms.name(&pen.title(id).0);
    }
    for phrase in common.name.iter().flat_map(Text::phrases) {
        terms.name(&plain(pen, &phrase.source, phrase.is_plain));
        for (_, _, reading) in prose::annotations(&phrase.source) {
            reading.iter().for_each(|reading| terms.reading(reading));
        }
    }
    common.reading.iter().for_each(|reading| terms.reading(reading));
    common.romanized.iter().for_each(|name| terms.romanized(name));
    common.other_names.iter().for_each(|name| terms.name(&name.text));
    common.also_found_by.iter().for_each(|name| terms.name(name));
    // What stands in addresses is known too: MHLW.
    terms.text(pen.site.entry(id).slug(), Weight::Lead);
    if let Body::Term(term) = &record.body {
        term.rejected.iter().for_each(|rejected| terms.text(&rejected.text, Weight::Lead));
    }
}

/// What a record says beside its prose.
fn values(pen: &Pen<'_>, id: RecordId, terms: &mut Terms<'_>) {
    let site = pen.site;
    let record = &site.entry(id).record;
    let lead = record.common.summary.as_ref();
    for text in &record.uses.texts {
        let is = |other: Option<&Text>| other.is_some_and(|other| other.span() == text.span());
        if is(record.common.name.as_ref()) {
            continue;
        }
        let Some(phrase) = site.languages.best(text, pen.lang) else { continue };
        let weight = if is(lead) { Weight::Lead } else { Weight::Body };
        if phrase.is_plain {
            terms.text(&phrase.source, weight);
        } else {
            terms.text(&plain(pen, &phrase.source, false), weight);
        }
    }
    for word in &record.uses.words {
        for phrase in site.vocabularies.name(word).iter().flat_map(|name| name.phrases()) {
            terms.repeated(&phrase.source, Weight::Body);
        }
    }
    for used in &record.uses.references {
        if let Ok(named) = mentions::resolve(site, &used.reference.target)
            && !site.entry(named).broken
        {
            terms.repeated(&pen.title(named).0, Weight::Body);
        }
    }
    record.facts.lines().for_each(|line| fact(pen, line, terms));
    if let Body::Fee(fee) = &record.body {
        amounts(fee).for_each(|money| terms.text(&pen.kit.money(money), Weight::Body));
    }
}

/// All amounts that a fee states.
pub fn amounts(fee: &Fee) -> impl Iterator<Item = &Money> {
    let items = fee.items.iter().filter_map(|item| item.amount.as_ref());
    let exceptions = fee.exceptions.items.iter().filter_map(|exception| exception.amount.as_ref());
    fee.amount.iter().chain(items).chain(exceptions).filter_map(Fact::known)
}

/// A value that is no text, as `path.to.field: value`: dates, numbers, addresses, readings of parts.
fn fact(pen: &Pen<'_>, line: &str, terms: &mut Terms<'_>) {
    let Some((path, value)) = line.split_once(": ") else { return };
    let field = path.rsplit('.').next().unwrap_or_default();
    match field {
        "reading" if path.contains('.') => terms.reading(value),
        "romanized" if path.contains('.') => terms.romanized(value),
        "email" | "phone" => terms.text(value, Weight::Body),
        _ if value.contains(|c: char| c.is_ascii_digit()) => match day(value) {
            Some((moment, month, day)) => {
                let year = u16::try_from(moment.year_number()).ok();
                terms.date(year, month, day, || pen.moment_text(&moment, &pen.site.file.zone.0));
            }
            None if value.starts_with(|c: char| c.is_ascii_digit()) => terms.text(value, Weight::Body),
            None => {}
        },
        _ => {}
    }
}

/// A value that is a date, with its month and day.
fn day(value: &str) -> Option<(Moment, u8, u8)> {
    // In their canonical spelling all begin with the year: `2023-11-14 頃`.
    value.as_bytes().get(4).filter(|byte| **byte == b'-')?;
    let written = spelling::moment(value).ok()?;
    let small = |number: Option<i8>| u8::try_from(number?).ok();
    let (month, day) = (small(written.month)?, small(written.day)?);
    let moment = Moment {
        year: Year::Calendar(written.year),
        month: written.month,
        day: written.day,
        time: None,
        has_weekday: false,
        vague: crate::model::moment::vague::Vague::default(),
        span: Default::default(),
    };
    Some((moment, month, day))
}

/// The prose, part by part.
fn prose_parts(pen: &Pen<'_>, id: RecordId, terms: &mut Terms<'_>) -> Vec<Part> {
    let entry = pen.site.entry(id);
    let Some(file) = entry.prose(pen.lang, &pen.site.languages) else { return Vec::new() };
    let takes_title = file.prose.outline.first().is_some_and(|heading| heading.level == 1);
    let resolver = Resolver { page: Some(id), path: &file.path, heading_ids: &file.heading_ids, ..Resolver::of_text(*pen) };
    let mut parts = Vec::new();
    prose::sections(&file.prose, &file.text, &resolver, |heading, words| {
        let place = heading.filter(|heading| !(takes_title && *heading == 0));
        if let Some((anchor, outline)) = place.and_then(|place| file.heading_ids.get(place).zip(file.prose.outline.get(place))) {
            let heading = words.lines().next().unwrap_or(&outline.text).to_owned();
            terms.begin_part();
            terms.text(&heading, Weight::Lead);
            parts.push(Part { anchor: anchor.to_string(), heading });
        }
        terms.text(words, Weight::Body);
    });
    parts
}
