//! A letter that asks what a program's record does not know: in the reader's language, and in that of the office that will
//! answer.

use std::collections::BTreeSet;

use serde::Serialize;

use super::html::html;
use super::{Crumb, View, answers, place, provenance, shared};
use crate::base::{Arg, percent};
use crate::markup::{Attribute, Inline, Mark};
use crate::model::fact::{Absence, Fact};
use crate::model::program::{Program, Status};
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::site::recruitment::State;
use crate::site::{RecordId, contacts, mentions, routes};

/// A letter, and the sheet on which it is answered.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The page of the body that is asked, or that of the program.
    #[serde(serialize_with = "html")]
    pub to: Inline,
    /// Its postal address.
    #[serde(serialize_with = "html")]
    pub address: Option<Inline>,
    /// Of a scheme whose hosts decide: the hosts, each with the letter to it if there is one.
    #[serde(serialize_with = "html")]
    pub hosts: Vec<Inline>,
    /// Pages on which those who answer can be found: the official one, and those that they name themselves.
    #[serde(serialize_with = "html")]
    pub pages: Vec<Inline>,
    /// The contacts of those who answer.
    #[serde(serialize_with = "html")]
    pub contacts: Vec<Inline>,
    /// The letter in each of its languages.
    pub versions: Vec<Version>,
    /// What is asked, in the languages of the letter.
    pub questions: Vec<Vec<Question>>,
    /// What who answers writes of themselves, in the same languages.
    pub signed: Vec<Vec<Question>>,
}

/// The letter in one language.
#[derive(Debug, Serialize)]
pub struct Version {
    /// The language's tag.
    pub tag: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// The language's name in itself, plain.
    pub name: String,
    /// What stands in its subject.
    #[serde(serialize_with = "html")]
    pub subject: Inline,
    /// The letter.
    #[serde(serialize_with = "html")]
    pub text: Inline,
    /// Opens a message with the letter, where an address for e-mail is known, plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mailto: Option<String>,
    /// What stands where the reader's profession belongs, plain.
    pub blank: String,
    /// What may stand there, by the words of the vocabulary, as JSON.
    pub professions: String,
}

/// A question in one language.
#[derive(Debug, Serialize)]
pub struct Question {
    /// The language's tag.
    pub tag: String,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    /// The question.
    #[serde(serialize_with = "html")]
    pub text: Inline,
}

/// The page of the letter; `there` is the pen of the language of those who answer.
pub fn view(pen: &Pen<'_>, there: &Pen<'_>, id: RecordId) -> Option<View> {
    let Body::Program(program) = &pen.site.entry(id).record.body else { return None };
    let asked = contacts::of_program(pen.site, id)?;
    let questions = questions(pen, id, program);
    let pens: Vec<&Pen<'_>> = if pen.lang == there.lang { vec![pen] } else { vec![pen, there] };
    let hosts = hosts(pen, id, program);
    let body = asked.body.filter(|_| hosts.is_empty());
    let email = asked.email().filter(|_| hosts.is_empty());
    let versions: Vec<Version> = pens
        .iter()
        .map(|pen| Version { professions: professions(pen, program), ..version(pen, id, body, email, &questions) })
        .collect();
    let in_each = |question: &str| -> Vec<Question> { pens.iter().map(|pen| in_language(pen, question)).collect() };
    let letter = Letter {
        to: body.map_or_else(|| pen.record(id), |body| pen.record(body)),
        address: body.and_then(|body| address(pen, body)),
        pages: pages(pen, id, body),
        contacts: asked.contacts.iter().filter(|_| hosts.is_empty()).map(|contact| pen.contact(contact)).collect(),
        hosts,
        questions: questions.iter().map(|question| in_each(question)).collect(),
        signed: ["letter_reply_name", "letter_reply_date"].map(in_each).into(),
        versions,
    };
    let own = |lang| routes::letter_address(pen.site, lang, id);
    let title = pen.kit.messages.format("letter_title", &[("program", Arg::Text(pen.title(id).0))]);
    let title_html = pen.fill("letter_title", &[("program", &pen.title_marked(id))]);
    let mut view = View {
        kind: "letter",
        title,
        title_html,
        noindex: true,
        letter: Some(letter),
        script: Some("letter.js"),
        ..View::default()
    };
    view.path = pen.href(&own(pen.lang));
    shared::set_languages(pen, &mut view, own, |_| false);
    view.crumbs = shared::crumbs(pen, Some(Kind::Program));
    view.crumbs.push(Crumb { name: pen.title_marked(id), lang: None, href: Some(pen.record_href(id)) });
    view.crumbs.push(Crumb { name: pen.say("letter"), lang: None, href: None });
    Some(view)
}

/// The postal address of the body that is asked.
fn address(pen: &Pen<'_>, body: RecordId) -> Option<Inline> {
    let address = match &pen.site.entry(body).record.body {
        Body::Hospital(hospital) => hospital.address.as_ref(),
        Body::Organization(organization) => organization.address.as_ref(),
        _ => None,
    };
    address.map(|address| place::address(pen, address))
}

/// The professions of the program by name, for a reader who has said which is theirs. A name with a mark in it is one of several: it
/// stays in the brackets in which readers write.
fn professions(pen: &Pen<'_>, program: &Program) -> String {
    let blank = pen.say("letter_profession").plain().into_owned();
    let named = program.professions.items.iter().map(|profession| {
        let name = pen.word_name(Vocabulary::Professions, &profession.word.id);
        let is_one = name.chars().all(|c| c.is_alphanumeric() || c.is_whitespace());
        let within = |inner: &str| {
            let mut brackets = blank.chars();
            let (first, last) = (brackets.next(), brackets.next_back());
            first.into_iter().chain(inner.chars()).chain(last).collect()
        };
        let words = if is_one { name } else { within(&name) };
        (profession.word.id.to_string(), serde_json::Value::String(words))
    });
    serde_json::Value::Object(named.collect()).to_string()
}

/// The hosts of a scheme that nobody else takes people in for: those of its offerings, and those that take part.
fn hosts(pen: &Pen<'_>, id: RecordId, program: &Program) -> Vec<Inline> {
    if program.host.is_some() || program.organizer.is_some() || !program.contacts.items.is_empty() {
        return Vec::new();
    }
    let site = pen.site;
    let mut seen = BTreeSet::new();
    let mut hosts = Vec::new();
    for (offering, _) in site.entry(id).incoming.iter().filter(|(_, relation)| *relation == Relation::Scheme) {
        let entry = site.entry(*offering);
        let Body::Program(program) = &entry.record.body else { continue };
        let host = program.host.as_ref().and_then(|host| mentions::resolve(site, &host.target).ok());
        let Some(host) = host.filter(|host| !entry.broken && !entry.is_retired() && seen.insert(*host)) else { continue };
        let mut out = pen.record(host);
        let letter = routes::letter_address(site, pen.lang, *offering);
        if site.routes.contains_key(&*letter) {
            let words = pen.say("letter_to_host");
            out.open(Mark::More).attribute(Attribute::Href, &pen.href(&letter)).add(&words).close(Mark::More);
        }
        hosts.push(out);
    }
    let takes_part = program.participation.items.iter().filter(|host| host.status != Status::Closed);
    let others = takes_part.filter_map(|host| mentions::resolve(site, &host.host.as_ref()?.target).ok());
    hosts.extend(others.filter(|host| seen.insert(*host)).map(|host| pen.record(host)));
    hosts
}

/// The official page of the program, and the pages that the body which is asked names itself.
fn pages(pen: &Pen<'_>, id: RecordId, body: Option<RecordId>) -> Vec<Inline> {
    const FEW: usize = 3;
    let links = match body.map(|body| &pen.site.entry(body).record.body) {
        Some(Body::Hospital(hospital)) => &hospital.links.items[..],
        Some(Body::Organization(organization)) => &organization.links.items[..],
        _ => &[],
    };
    let official = [Some(id), body].into_iter().flatten().find_map(|id| provenance::official(pen, pen.site.entry(id)));
    official.into_iter().chain(links.iter().take(FEW).map(|link| pen.link(link))).collect()
}

/// What the record does not know, as ids of messages. The language of the training stands in no record.
pub fn questions(pen: &Pen<'_>, id: RecordId, program: &Program) -> Vec<&'static str> {
    let scheme = program.scheme.as_ref().and_then(|scheme| mentions::resolve(pen.site, &scheme.target).ok());
    let has_length = [Some(id), scheme].into_iter().flatten().any(|id| match &pen.site.entry(id).record.body {
        Body::Program(program) => program.duration.as_ref().is_some_and(|fact| is_known(fact)),
        _ => false,
    });
    let fees: Vec<_> = answers::belonging(pen, id, Kind::Fee)
        .into_iter()
        .filter_map(|fee| match &pen.site.entry(fee).record.body {
            Body::Fee(fee) => Some(fee),
            _ => None,
        })
        .collect();
    let has_cost = fees.iter().any(|fee| {
        let items = fee.items.iter().filter_map(|item| item.amount.as_ref());
        fee.amount.iter().chain(items).any(is_known)
    });
    let has_open_cost = fees.iter().any(|fee| {
        let others = fee.exceptions.items.iter().any(|it| !it.amount.as_ref().is_some_and(is_known));
        fee.exceptions.open || others
    });
    // The dates of a recruitment that is over are not those that somebody asks for.
    let has_dates = pen.site.entry(id).state.is_some_and(|state| state <= State::Upcoming);
    // Nobody who only decides or examines takes people in.
    let takes_in = program.host.is_some() || program.organizer.is_some() || !hosts(pen, id, program).is_empty();
    [
        (!program.eligibility.as_ref().is_some_and(is_known), "letter_ask_who"),
        (!has_length, "letter_ask_length"),
        (!has_cost, "letter_ask_cost"),
        (has_cost && has_open_cost, "letter_ask_other_cost"),
        (!has_dates, "letter_ask_when"),
        (program.steps.is_empty(), "letter_ask_how"),
        (!program.documents.as_ref().is_some_and(is_known), "letter_ask_papers"),
        (takes_in && program.capacity.is_none(), "letter_ask_places"),
        (takes_in, "letter_ask_language"),
    ]
    .into_iter()
    .filter_map(|(is_asked, question)| is_asked.then_some(question))
    .collect()
}

/// Is there a value, or is it known that there is none?
fn is_known<T>(fact: &Fact<T>) -> bool {
    matches!(fact, Fact::Known { .. } | Fact::Absent { absence: Absence::None | Absence::NotApplicable, .. })
}

fn in_language(pen: &Pen<'_>, question: &str) -> Question {
    Question { tag: pen.tag().to_string(), dir: shared::direction(pen.site, pen.lang), text: pen.say(question) }
}

fn version(pen: &Pen<'_>, id: RecordId, body: Option<RecordId>, email: Option<&str>, questions: &[&str]) -> Version {
    let name = body.map_or_else(|| pen.say("letter_institution"), |body| pen.title_marked(body));
    let subject = pen.fill("letter_subject", &[("program", &pen.title_marked(id))]);
    let mut text = pen.say("letter_date");
    text.text("\n\n").add(&pen.fill("letter_greeting", &[("body", &name)]));
    let blank = pen.say("letter_profession");
    text.text("\n\n").add(&pen.fill("letter_begins", &[("profession", &blank), ("program", &pen.title_marked(id))]));
    text.text("\n\n").add(&pen.say("letter_please")).text("\n");
    for (at, question) in questions.iter().enumerate() {
        text.text(&format!("\n{}. ", at + 1)).add(&pen.say(question));
    }
    text.text("\n\n").add(&pen.say("letter_thanks"));
    text.text("\n\n").add(&pen.say("letter_name")).text("\n").add(&pen.say("letter_address"));
    let dir = shared::direction(pen.site, pen.lang);
    let mailto = email.map(|email| {
        let (subject, text) = (subject.plain(), text.plain().replace('\n', "\r\n"));
        format!("mailto:{email}?subject={}&body={}", percent::encode(&subject), percent::encode(&text))
    });
    let name = pen.site.languages.name(pen.lang).to_owned();
    let blank = blank.plain().into_owned();
    Version { tag: pen.tag().to_string(), dir, name, subject, text, mailto, blank, professions: String::new() }
}
