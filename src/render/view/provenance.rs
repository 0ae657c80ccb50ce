//! Whose word a page is: official or not, compared when and with what, and where the page in charge is.

use super::shared;
use crate::base::{Arg, percent};
use crate::markup::{Attribute, Inline, Mark};
use crate::model::fact::Fact;
use crate::model::link::{Address, Link};
use crate::model::moment::Moment;
use crate::model::vocabulary::{Compared, Rank, SourceDetails};
use crate::render::pen::Pen;
use crate::site::entries::Entry;
use crate::site::{RecordId, routes};

/// The line under a title; none on a site that says nothing of itself, of a record without sources.
pub fn line(pen: &Pen<'_>, entry: &Entry) -> Option<Inline> {
    let mut parts = Vec::new();
    parts.extend(pen.site.file.official.map(|is| pen.say(if is { "provenance_own" } else { "provenance_guide" })));
    let sources = sources(pen, entry);
    if let Some(first) = main(&sources) {
        parts.push(compared(pen, entry, first));
        if sources.len() > 1 {
            let mut all = Inline::default();
            let words = pen.say_with("provenance_sources", &[("count", Arg::from(sources.len()))]);
            all.open(Mark::Link).attribute(Attribute::Href, "#sec-sources").add(&words).close(Mark::Link);
            parts.push(all);
        }
        parts.extend(page(pen, first));
    }
    (!parts.is_empty()).then(|| Inline::join(&parts, &Inline::of(" · ")))
}

/// A link to the page of the body in charge, among the sources of a record.
pub fn official(pen: &Pen<'_>, entry: &Entry) -> Option<Inline> {
    let sources = sources(pen, entry);
    let official = sources.iter().find(|source| source.is_official() && known(source).is_some())?;
    page(pen, official)
}

/// Is the record the word of those who make the site?
pub fn is_own(pen: &Pen<'_>, entry: &Entry) -> bool {
    match main(&sources(pen, entry)) {
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

fn sources<'a>(pen: &Pen<'a>, entry: &Entry) -> Vec<&'a SourceDetails> {
    let cited = entry.record.common.sources.iter().map(|citation| &citation.source.word);
    cited.filter_map(|word| pen.site.vocabularies.of(word)?.source.as_ref()).collect()
}

/// The one that the line speaks of: an official one with an address before one without, and that before any other.
fn main<'a>(sources: &[&'a SourceDetails]) -> Option<&'a SourceDetails> {
    let rank = |source: &&&SourceDetails| {
        let place = match source.rank() {
            Some(Rank::Official | Rank::Ourselves) => 0,
            Some(Rank::Mirror) => 1,
            Some(Rank::Unofficial) | None => 2,
        };
        (place, known(source).is_none())
    };
    sources.iter().min_by_key(rank).copied()
}

fn known(source: &SourceDetails) -> Option<(&Link, &str)> {
    let link = source.address.as_ref()?;
    match &link.address {
        Address::Known(address) => Some((link, address)),
        Address::Missing | Address::Pending | Address::LoginRequired => None,
    }
}

/// When the record was last compared, and with how much of its source. Nothing is said that nobody wrote.
fn compared(pen: &Pen<'_>, entry: &Entry, source: &SourceDetails) -> Inline {
    let read = match &source.retrieved {
        Some(Fact::Known { value, .. }) => Some(value),
        _ => None,
    };
    let date: Option<&Moment> = entry.record.common.verified.as_ref().or(read);
    // Nobody compares their own word with a source.
    if source.rank() == Some(Rank::Ourselves) {
        return match date {
            Some(date) => pen.fill("provenance_ourselves", &[("date", &pen.date(date))]),
            None => pen.say("provenance_ourselves_undated"),
        };
    }
    let Some(date) = date else { return pen.say("provenance_undated") };
    let words = match source.compared {
        Some(Compared::Page) => "provenance_page",
        Some(Compared::Copy) => "provenance_copy",
        Some(Compared::PartOfCopy) => "provenance_part_of_copy",
        None => "provenance_compared",
    };
    pen.fill(words, &[("date", &pen.date(date))])
}

/// The page itself, and its language where that is not the reader's.
fn page(pen: &Pen<'_>, source: &SourceDetails) -> Option<Inline> {
    let (link, address) = known(source)?;
    let words = if source.is_official() { "provenance_official_page" } else { "provenance_source_page" };
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
    out.add(&pen.say(words)).close(Mark::Link);
    if let Some(language) = language.and_then(|language| pen.foreign(language)) {
        let name = pen.kit.language_name(language);
        out.add(&pen.parenthesis(&Inline::of(name)));
    }
    Some(out)
}
