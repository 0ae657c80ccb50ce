//! Whose word a page is: official or not, compared when and with what, and where the page in charge is.

use std::ops::Deref;

use super::shared;
use crate::base::{Arg, percent};
use crate::markup::{Attribute, Inline, Mark};
use crate::model::link::{Address, Link};
use crate::model::moment::Moment;
use crate::model::program::Program;
use crate::model::record::Body;
use crate::model::reference::Reference;
use crate::model::vocabulary::{Compared, Entry as WordEntry, Rank, SourceDetails};
use crate::render::pen::Pen;
use crate::site::entries::Entry;
use crate::site::{RecordId, Site, mentions, routes};

/// The line under a title; none on a site that says nothing of itself, of a record without sources.
pub fn line(pen: &Pen<'_>, entry: &Entry) -> Option<Inline> {
    let mut parts = Vec::new();
    parts.extend(pen.site.file.official.map(|is| pen.say(if is { "provenance_own" } else { "provenance_guide" })));
    let sources = sources(pen, entry);
    if let Some(first) = main(pen, entry, &sources) {
        parts.push(compared(pen, entry, first, &sources));
        if sources.len() > 1 {
            let dated = sources.iter().filter(|source| read(source).is_some()).count();
            let is_part = entry.record.common.verified.is_none() && (1..sources.len()).contains(&dated);
            let count = [("count", Arg::from(sources.len())), ("dated", Arg::from(dated))];
            let words = pen.say_with(if is_part { "provenance_sources_dated" } else { "provenance_sources" }, &count);
            let mut all = Inline::default();
            all.open(Mark::Link).attribute(Attribute::Href, "#sec-sources").add(&words).close(Mark::Link);
            parts.push(all);
        }
        parts.extend(page(pen, entry, first));
    }
    (!parts.is_empty()).then(|| Inline::join(&parts, &Inline::of(" · ")))
}

/// A link to the page of the body in charge, among the sources of a record.
pub fn official(pen: &Pen<'_>, entry: &Entry) -> Option<Inline> {
    let sources = sources(pen, entry);
    let official = main(pen, entry, &sources).filter(|source| source.is_official())?;
    page(pen, entry, official)
}

/// Is the record the word of those who make the site?
pub fn is_own(pen: &Pen<'_>, entry: &Entry) -> bool {
    match main(pen, entry, &sources(pen, entry)) {
        Some(source) => source.rank() == Some(Rank::Ourselves),
        None => pen.site.file.official == Some(true),
    }
}

/// Where a reader tells the editors that something is wrong: a message to the site's contact in which the page, its language and the
/// day of its comparison stand already, else the contact's form. Plain.
pub fn report(pen: &Pen<'_>, id: RecordId) -> Option<String> {
    let contact = pen.site.file.contact.as_ref()?;
    let Some(email) = &contact.email else {
        let form = contact.form.as_ref()?;
        return match &form.address {
            Address::Known(address) => Some(pen.target(address).0),
            Address::Missing | Address::Pending | Address::LoginRequired => None,
        };
    };
    let entry = pen.site.entry(id);
    let format = |message: &str, args: &[(&str, Arg)]| pen.kit.messages.format(message, args);
    let subject = format("report_subject", &[("page", Arg::Text(pen.title(id).0))]);
    let body = format(
        "report_body",
        &[
            ("record", Arg::Text(format!("{}/{}", entry.kind().as_str(), entry.slug()))),
            ("address", Arg::Text(shared::absolute(pen.site, &routes::record_address(pen.site, pen.lang, id)))),
            ("language", Arg::from(pen.tag().as_str())),
            ("compared", Arg::Text(line(pen, entry).map(|line| line.plain().into_owned()).unwrap_or_default())),
        ],
    );
    let body = body.replace('\n', "\r\n");
    Some(format!("mailto:{}?subject={}&body={}", &**email, percent::encode(&subject), percent::encode(&body)))
}

fn sources<'a>(pen: &Pen<'a>, entry: &Entry) -> Vec<&'a WordEntry> {
    let cited = entry.record.common.sources.iter().map(|citation| &citation.source.word);
    cited.filter_map(|word| pen.site.vocabularies.of(word)).filter(|word| word.source.is_some()).collect()
}

/// The one that the line speaks of: that of the institution that the page is about, before the words of others; an official one with an
/// address before one without, and that before any other.
fn main<'a>(pen: &Pen<'_>, entry: &Entry, sources: &[&'a WordEntry]) -> Option<Source<'a>> {
    let bodies = bodies(pen.site, entry);
    let whose = |source: &SourceDetails| bodies.iter().position(|body| publishes(body, source)).unwrap_or(usize::MAX);
    let details = |word: &&'a WordEntry| Some(Source { word, details: word.source.as_ref()? });
    let rank = |source: &Source<'_>| {
        let place = match source.rank() {
            Some(Rank::Official | Rank::Ourselves) => 0,
            Some(Rank::Mirror) => 1,
            Some(Rank::Unofficial) | None => 2,
        };
        (place, known(source).is_none(), whose(source), read(source.word).is_none())
    };
    sources.iter().filter_map(details).min_by_key(rank)
}

/// A source, its name and what is known of it.
#[derive(Clone, Copy)]
struct Source<'a> {
    word: &'a WordEntry,
    details: &'a SourceDetails,
}

impl Deref for Source<'_> {
    type Target = SourceDetails;

    fn deref(&self) -> &SourceDetails {
        self.details
    }
}

/// The institutions that a page is about, the nearest first: itself, or those behind its program. A route, a term or a page of prose
/// is about none.
fn bodies<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a Entry> {
    let find = |reference: &Reference| mentions::resolve(site, &reference.target).ok().map(|id| site.entry(id));
    let behind = |program: &'a Program| [&program.host, &program.organizer, &program.authority].into_iter().flatten();
    let of_program = |reference: Option<&'a Reference>| match reference.and_then(find).map(|entry| &entry.record.body) {
        Some(Body::Program(program)) => behind(program).filter_map(find).collect(),
        _ => Vec::new(),
    };
    match &entry.record.body {
        Body::Organization(organization) => [entry].into_iter().chain(organization.parent.as_ref().and_then(find)).collect(),
        Body::Hospital(hospital) => [entry].into_iter().chain(hospital.parent.as_ref().and_then(find)).collect(),
        Body::Program(program) => behind(program).filter_map(find).collect(),
        Body::Fee(fee) => of_program(fee.program.as_ref()),
        Body::Schedule(schedule) => {
            schedule.organization.as_ref().and_then(find).into_iter().chain(of_program(schedule.program.as_ref())).collect()
        }
        Body::Notice(notice) => notice
            .about
            .iter()
            .flat_map(|about| match find(about) {
                Some(body) if matches!(body.record.body, Body::Organization(_) | Body::Hospital(_)) => vec![body],
                _ => of_program(Some(about)),
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Is the publisher of a source that institution, by one of its names?
fn publishes(body: &Entry, source: &SourceDetails) -> bool {
    let Some(publisher) = &source.publisher else { return false };
    let common = &body.record.common;
    let names = common.name.iter().flat_map(crate::model::text::Text::phrases).map(|phrase| &*phrase.source);
    let others = common.other_names.iter().map(|name| &*name.text);
    let names: Vec<&str> = names.chain(others).map(without_remark).collect();
    publisher.phrases().iter().any(|phrase| names.contains(&without_remark(&phrase.source)))
}

/// A name without what stands behind it in parentheses: `JICWELS` of 「国際厚生事業団（JICWELS）」.
fn without_remark(name: &str) -> &str {
    match name.find(['（', '(']) {
        Some(0) | None => name.trim(),
        Some(at) => name[..at].trim(),
    }
}

fn known(source: &SourceDetails) -> Option<(&Link, &str)> {
    let link = source.address.as_ref()?;
    match &link.address {
        Address::Known(address) => Some((link, address)),
        Address::Missing | Address::Pending | Address::LoginRequired => None,
    }
}

/// When a source was read.
pub fn read(source: &WordEntry) -> Option<&Moment> {
    source.source.as_ref()?.retrieved.as_ref()?.known()
}

/// When the record was last compared, and with how much of its sources: of those that were read last, what was read least of.
/// Nothing is said that nobody wrote.
fn compared(pen: &Pen<'_>, entry: &Entry, first: Source<'_>, all: &[&WordEntry]) -> Inline {
    let zone = &pen.site.file.zone.0;
    let last = |moment: &&Moment| moment.end(zone);
    let verified = entry.record.common.verified.as_ref();
    let date = verified.or_else(|| all.iter().filter_map(|source| read(source)).max_by_key(last));
    // Nobody compares their own word with a source.
    if first.rank() == Some(Rank::Ourselves) {
        return match date {
            Some(date) => pen.fill("provenance_ourselves", &[("date", &pen.date(date))]),
            None => pen.say("provenance_ourselves_undated"),
        };
    }
    let Some(date) = date else { return pen.say("provenance_undated") };
    let read_then = all.iter().filter(|source| read(source).is_some_and(|read| read.end(zone) == date.end(zone)));
    let how = read_then.filter_map(|source| source.source.as_ref()?.compared);
    let rank = |how: &Compared| Compared::ALL.iter().position(|other| other == how);
    let how = if verified.is_some() { first.compared } else { how.max_by_key(rank) };
    let words = match how {
        Some(Compared::Page) => "provenance_page",
        Some(Compared::Copy) => "provenance_copy",
        Some(Compared::PartOfCopy) => "provenance_part_of_copy",
        None => "provenance_compared",
    };
    pen.fill(words, &[("date", &pen.date(date))])
}

/// The page itself, and its language where that is not the reader's. Only the page of an institution that the record is about is called
/// its official page; any other is called what it is.
fn page(pen: &Pen<'_>, entry: &Entry, source: Source<'_>) -> Option<Inline> {
    let (link, address) = known(&source)?;
    let is_own = || bodies(pen.site, entry).iter().any(|body| publishes(body, &source));
    let words = match source.rank() {
        Some(Rank::Ourselves) => pen.say("provenance_official_page"),
        Some(Rank::Official) if is_own() => pen.say("provenance_official_page"),
        _ => {
            let publisher = source.publisher.as_ref().or(source.word.name.as_ref());
            let name = pen.optional(publisher).map(|name| name.words());
            match name {
                Some(name) => {
                    let is_copy = source.rank() == Some(Rank::Mirror);
                    let id = if is_copy { "provenance_copy_of" } else { "provenance_page_of" };
                    pen.fill(id, &[("publisher", &name)])
                }
                None => pen.say("provenance_source_page"),
            }
        }
    };
    let (href, is_outside) = pen.target(address);
    let mut out = Inline::default();
    out.open(Mark::Link).attribute(Attribute::Href, &href);
    let language = link.language.as_ref().or(source.language.as_ref());
    if let Some(language) = language {
        out.attribute(Attribute::HrefLang, language.as_str());
    }
    if is_outside {
        out.attribute(Attribute::Rel, "external");
    }
    out.add(&words).close(Mark::Link);
    if let Some(language) = language.and_then(|language| pen.foreign(language)) {
        let name = pen.kit.language_name(language);
        out.add(&pen.parenthesis(&Inline::of(name)));
    }
    Some(out)
}
