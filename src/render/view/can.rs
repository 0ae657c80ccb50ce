//! "Can I?": the programs for who a reader is and what they want, by the licence that they hold, with what nobody knows.

use serde::Serialize;

use super::html::html;
use super::list_parts::FacetValue;
use super::parts::{Row, Rows};
use super::{Crumb, View, answers, journey, letter, lists};
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark, escape};
use crate::model::fact::Fact;
use crate::model::program::Program;
use crate::model::record::Body;
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::site::ways::{self, Way};
use crate::site::{RecordId, routes};

/// The answer to a way.
#[derive(Debug, Serialize, Default)]
pub struct Can {
    /// What the reader can still choose.
    pub choices: Vec<FacetValue>,
    /// The programs, by the licence that they ask for.
    pub groups: Vec<Group>,
}

/// The programs that ask for one licence.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What they ask for.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// The programs.
    pub programs: Vec<Fit>,
}

/// A program that fits.
#[derive(Debug, Serialize)]
pub struct Fit {
    /// A link to it.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// The answers that a reader wants first.
    pub rows: Vec<Row>,
}

/// The professions, as links for the head of the home page.
pub fn professions(pen: &Pen<'_>) -> Vec<FacetValue> {
    let choice = |profession: &str| {
        let way = Way { profession: profession.into(), purpose: None };
        choice(pen, &way, Vocabulary::Professions, profession)
    };
    ways::professions(pen.site).into_iter().map(choice).collect()
}

fn choice(pen: &Pen<'_>, way: &Way, vocabulary: Vocabulary, word: &str) -> FacetValue {
    FacetValue {
        href: escape(&pen.href(&routes::list_address(pen.site, pen.lang, &way.folder(), 1))),
        name: pen.word_marked(vocabulary, word),
        count: pen.kit.number(ways::programs(pen.site, pen.lang, way).len() as u64),
        group: None,
    }
}

/// The page of a way.
pub fn view(pen: &Pen<'_>, way: &Way) -> View {
    let profession = pen.word_name(Vocabulary::Professions, &way.profession);
    let mut can = Can::default();
    let (title, between) = match &way.purpose {
        None => {
            let purposes = ways::purposes(pen.site, &way.profession).into_iter();
            can.choices = purposes
                .map(|purpose| {
                    let way = Way { purpose: Some(purpose.into()), ..way.clone() };
                    choice(pen, &way, Vocabulary::Purposes, purpose)
                })
                .collect();
            (pen.kit.messages.format("can_who", &[("profession", Arg::from(&*profession))]), Vec::new())
        }
        Some(purpose) => {
            can.groups = groups(pen, way);
            let wanted = pen.word_name(Vocabulary::Purposes, purpose);
            let before = Way { purpose: None, ..way.clone() };
            let href = pen.href(&routes::list_address(pen.site, pen.lang, &before.folder(), 1));
            let crumb = Crumb { name: pen.word_marked(Vocabulary::Professions, &way.profession), lang: None, href: Some(href) };
            let args = [("profession", Arg::from(&*profession)), ("purpose", Arg::from(&*wanted))];
            (pen.kit.messages.format("can_what", &args), vec![crumb])
        }
    };
    let mut view = View { kind: "can", can: Some(can), ..View::default() };
    lists::finish(pen, &mut view, &way.folder(), &title, between, 1);
    view.description = pen.kit.messages.text(if way.purpose.is_none() { "can_want" } else { "can_how" });
    view
}

fn groups(pen: &Pen<'_>, way: &Way) -> Vec<Group> {
    let programs = ways::programs(pen.site, pen.lang, way);
    let asks = |id: RecordId| match &pen.site.entry(id).record.body {
        Body::Program(program) => match &program.licence {
            Some(Fact::Known { value, .. }) => Some(&*value.word.id),
            _ => None,
        },
        _ => None,
    };
    let licences = pen.site.vocabularies.all(Vocabulary::Licences).into_iter().map(|word| Some(&*word.id)).chain([None]);
    let group = |licence: Option<&str>| {
        let ids = programs.iter().copied().filter(|id| asks(*id) == licence);
        let programs: Vec<Fit> = ids.filter_map(|id| fit(pen, id)).collect();
        let heading = match licence {
            Some(id) => pen.word_marked(Vocabulary::Licences, id),
            None => pen.say("can_licence_unknown"),
        };
        (!programs.is_empty()).then_some(Group { heading, programs })
    };
    licences.filter_map(group).collect()
}

fn fit(pen: &Pen<'_>, id: RecordId) -> Option<Fit> {
    let Body::Program(program) = &pen.site.entry(id).record.body else { return None };
    let page = pen.record_href(id);
    let mut rows = Rows::new(pen);
    for question in ["answer_how_long", "answer_cost", "answer_when", "answer_who"] {
        rows.add(question, answers::answer(pen, id, program, question, &page));
    }
    rows.list("can_route", &journey::through(pen, id).map(|(route, _)| pen.record(route)).collect::<Vec<_>>());
    rows.add("can_unknown", unknown(pen, id, program));
    Some(Fit { name: pen.record(id), rows: rows.done() })
}

/// What the record does not know, by name, and the letter that asks for it.
fn unknown(pen: &Pen<'_>, id: RecordId, program: &Program) -> Option<Inline> {
    let letter = routes::letter_address(pen.site, pen.lang, id);
    let names: Vec<Inline> =
        letter::questions(pen, id, program).iter().map(|question| pen.say(&question.replace("_ask_", "_of_"))).collect();
    if names.is_empty() {
        return None;
    }
    let mut out = pen.kit.list_of(&names);
    if pen.site.routes.contains_key(&*letter) {
        out.open(Mark::More).attribute(Attribute::Href, &pen.href(&letter)).add(&pen.say("letter_write")).close(Mark::More);
    }
    Some(out)
}
