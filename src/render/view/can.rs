//! "Can I?": the programs for who a reader is and what they want, by the licence that they hold, with what nobody knows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::html::html;
use super::list_parts::FacetValue;
use super::parts::{Row, Rows};
use super::{Crumb, View, answers, in_all, journey, letter, lists};
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark, escape};
use crate::model::fact::Fact;
use crate::model::program::Program;
use crate::model::record::Body;
use crate::model::reference::Kind;
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

/// The programs that ask for one licence, or that are steps of one route.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What they ask for, or the route.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// What is known of a route as a whole.
    pub rows: Vec<Row>,
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

/// Who a reader may be, as links for the head of the home page: a profession, one for whom a page is the answer, or somebody else.
pub fn readers(pen: &Pen<'_>) -> Vec<FacetValue> {
    let mut choices = professions(pen);
    if choices.is_empty() {
        return choices;
    }
    let pages = pen.site.ids().filter(|(_, entry)| !entry.broken && !entry.is_retired());
    choices.extend(pages.filter_map(|(id, entry)| match &entry.record.body {
        Body::Page(page) => Some(uncounted(escape(&pen.record_href(id)), pen.text(page.choice.as_ref()?))),
        _ => None,
    }));
    choices.push(others(pen));
    choices
}

/// For whom no choice is right: all programs.
fn others(pen: &Pen<'_>) -> FacetValue {
    let all = routes::list_address(pen.site, pen.lang, Kind::Program.folder(), 1);
    uncounted(escape(&pen.href(&all)), pen.say("can_other"))
}

fn uncounted(href: String, name: Inline) -> FacetValue {
    FacetValue { href, name, count: String::new(), group: None }
}

fn professions(pen: &Pen<'_>) -> Vec<FacetValue> {
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
        count: pen.kit.messages.format("can_count", &[("count", Arg::from(ways::programs(pen.site, pen.lang, way).len()))]),
        group: None,
    }
}

/// The page of a way.
pub fn view(pen: &Pen<'_>, way: &Way) -> View {
    let profession = pen.word_name(Vocabulary::Professions, &way.profession);
    let mut can = Can::default();
    let named = pen.word_marked(Vocabulary::Professions, &way.profession);
    let (title, title_html, between) = match &way.purpose {
        None => {
            let purposes = ways::purposes(pen.site, &way.profession).into_iter();
            can.choices = purposes
                .map(|purpose| {
                    let way = Way { purpose: Some(purpose.into()), ..way.clone() };
                    choice(pen, &way, Vocabulary::Purposes, purpose)
                })
                .chain([others(pen)])
                .collect();
            let title = pen.kit.messages.format("can_who", &[("profession", Arg::from(&*profession))]);
            (title, pen.fill("can_who", &[("profession", &named)]), Vec::new())
        }
        Some(purpose) => {
            can.groups = groups(pen, way);
            let wanted = pen.word_name(Vocabulary::Purposes, purpose);
            let before = Way { purpose: None, ..way.clone() };
            let href = pen.href(&routes::list_address(pen.site, pen.lang, &before.folder(), 1));
            let crumb = Crumb { name: named.clone(), lang: None, href: Some(href) };
            let args = [("profession", Arg::from(&*profession)), ("purpose", Arg::from(&*wanted))];
            let marked = [("profession", &named), ("purpose", &pen.word_marked(Vocabulary::Purposes, purpose))];
            (pen.kit.messages.format("can_what", &args), pen.fill("can_what", &marked), vec![crumb])
        }
    };
    let has_one = can.groups.len() < 2;
    let mut view = View { kind: "can", can: Some(can), ..View::default() };
    lists::finish(pen, &mut view, &way.folder(), &title, between, 1);
    view.crumbs.last_mut().into_iter().for_each(|own| own.name = title_html.clone());
    view.title_html = title_html;
    view.description = pen.kit.messages.text(match way.purpose {
        None => "can_want",
        // There is nothing to choose by a licence.
        Some(_) if has_one => "can_how_one",
        Some(_) => "can_how",
    });
    view
}

/// The purpose of those who do not ask which licence they need, but in which order they come to one.
const LICENCE: &str = "licence";

fn groups(pen: &Pen<'_>, way: &Way) -> Vec<Group> {
    let mut programs = ways::programs(pen.site, pen.lang, way);
    let mut groups = Vec::new();
    if way.purpose.as_deref() == Some(LICENCE) {
        groups.extend(routes(pen, way, &mut programs));
    }
    groups.extend(by_licence(pen, way, &programs));
    groups
}

/// The routes with several of the programs, each with them in its order; what is on one is taken from the programs.
fn routes(pen: &Pen<'_>, way: &Way, programs: &mut Vec<RecordId>) -> Vec<Group> {
    let mut found: Vec<_> = pen
        .site
        .ids()
        .filter_map(|(id, entry)| match &entry.record.body {
            Body::Journey(route) if !entry.broken && !entry.is_retired() => Some((journey::rank(id, route), id, &**route)),
            _ => None,
        })
        .collect();
    found.sort_unstable_by_key(|(rank, ..)| *rank);
    let mut groups = Vec::new();
    for (_, id, route) in found {
        let steps = route.steps.iter().enumerate().filter_map(|(at, step)| Some((at, journey::record_of(pen, step)?)));
        let mut steps: Vec<(usize, RecordId)> = steps.filter(|(_, record)| programs.contains(record)).collect();
        let mut seen = BTreeSet::new();
        steps.retain(|(_, record)| seen.insert(*record));
        if steps.len() < 2 {
            continue;
        }
        programs.retain(|program| !seen.contains(program));
        let fits = steps.iter().filter_map(|(at, record)| {
            let mut name = Inline::of(journey::code(route, *at));
            let fit = fit(pen, way, *record, false)?;
            name.text(" ").add(&fit.name);
            Some(Fit { name, ..fit })
        });
        let parts = steps.iter().filter_map(|(at, _)| journey::part(pen, route, *at, route.steps.get(*at)?));
        let mut rows = Rows::new(pen);
        in_all::rows(pen, &parts.collect::<Vec<_>>(), &mut rows);
        groups.push(Group { heading: pen.record(id), rows: rows.done(), programs: fits.collect() });
    }
    groups
}

fn by_licence(pen: &Pen<'_>, way: &Way, programs: &[RecordId]) -> Vec<Group> {
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
        let programs: Vec<Fit> = ids.filter_map(|id| fit(pen, way, id, true)).collect();
        let heading = match licence {
            Some(id) => pen.word_marked(Vocabulary::Licences, id),
            None => pen.say("can_licence_unknown"),
        };
        (!programs.is_empty()).then_some(Group { heading, rows: Vec::new(), programs })
    };
    licences.filter_map(group).collect()
}

fn fit(pen: &Pen<'_>, way: &Way, id: RecordId, with_route: bool) -> Option<Fit> {
    let Body::Program(program) = &pen.site.entry(id).record.body else { return None };
    let page = pen.record_href(id);
    let mut rows = Rows::new(pen);
    for question in ["answer_how_long", "answer_cost", "answer_when", "answer_who"] {
        rows.add(question, answers::answer(pen, id, program, question, &page));
    }
    rows.list("label_regions", &pen.items(&program.regions, |text| pen.text(text)));
    if with_route {
        rows.list("can_route", &journey::through(pen, id).map(|(route, _)| pen.record(route)).collect::<Vec<_>>());
    }
    rows.add("can_unknown", unknown(pen, way, id, program));
    Some(Fit { name: pen.record(id), rows: rows.done() })
}

/// What the record does not know, by name, and the letter that asks for it, which is told who the reader is.
fn unknown(pen: &Pen<'_>, way: &Way, id: RecordId, program: &Program) -> Option<Inline> {
    let letter = routes::letter_address(pen.site, pen.lang, id);
    let names: Vec<Inline> =
        letter::questions(pen, id, program).iter().map(|question| pen.say(&question.replace("_ask_", "_of_"))).collect();
    if names.is_empty() {
        return None;
    }
    let mut out = pen.kit.list_of(&names);
    if pen.site.routes.contains_key(&*letter) {
        let href = format!("{}?as={}", pen.href(&letter), way.profession);
        out.open(Mark::More).attribute(Attribute::Href, &href).add(&pen.say("letter_write")).close(Mark::More);
    }
    Some(out)
}
