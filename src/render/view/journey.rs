//! What a journey's page shows, and the strip of a journey on the pages of its steps.

use super::in_all::{self, Part};
use super::kind_view::KindView;
use super::parts::{JourneyStrip, Rows, Section, Station};
use super::scale;
use crate::base::Arg;
use crate::markup::{Inline, escape};
use crate::model::fact::{Absence, Fact};
use crate::model::journey::{Journey, Station as ModelStation};
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::model::word::{In, Licence};
use crate::render::pen::Pen;
use crate::site::languages::Lang;
use crate::site::{RecordId, Site, mentions};

/// The word of `licences` by which journeys part.
pub const JAPANESE: &str = "japanese";

/// How many colours lines have; the next begins with the first again.
const COLOURS: usize = 6;

/// The view of a journey.
pub fn view(pen: &Pen<'_>, id: RecordId, journey: &Journey) -> KindView {
    // The letter stands on the line that is drawn.
    let Journey { letter: _, licence, steps, leads_to } = journey;
    let mut facts = Rows::new(pen);
    facts.add("label_licence", licence.as_ref().map(|fact| pen.fact(fact, |word| asks(pen, word))));
    let mut sections = Vec::new();
    if !steps.is_empty() {
        let line = Some(strip(pen, id, journey, None));
        sections.push(Section { line, ..Section::new(pen, "sec-journeys", "heading_journey_steps", "line") });
    }
    let leads = pen.items(leads_to, |junction| {
        let mut out = junction.journey.as_ref().map(|journey| pen.reference(journey)).unwrap_or_default();
        if let Some(step) = junction.step {
            out.text(" ").add(&pen.say_with("junction_step", &[("number", Arg::Number(i64::from(step)))]));
        }
        pen.note(junction.note.as_ref(), &mut out);
        out
    });
    sections.extend(Section::list(pen, "sec-follow-up", "heading_leads_to", leads));
    let parts: Vec<Part> = journey.steps.iter().enumerate().filter_map(|(at, step)| part(pen, journey, at, step)).collect();
    let mut answers = Rows::new(pen);
    in_all::rows(pen, &parts, &mut answers);
    let scales = scale::lengths(pen, &parts).into_iter().chain(scale::costs(pen, &parts)).collect();
    KindView { answers: answers.done(), facts: facts.done(), sections, scales, ..KindView::default() }
}

fn station(pen: &Pen<'_>, journey: &Journey, index: usize, step: &ModelStation, own: RecordId) -> Station {
    let record = record_of(pen, step);
    let name = match (&step.name, record) {
        (Some(name), _) => pen.text(name),
        (None, Some(record)) => pen.title_marked(record),
        (None, None) => Inline::default(),
    };
    let mut remarks = Vec::new();
    remarks.extend(step.only_for.as_ref().map(|who| pen.fill("step_only_for", &[("who", &pen.text(who))])));
    remarks.extend(step.takes.as_ref().map(|takes| pen.length(takes)));
    remarks.extend(step.note.as_ref().map(|note| pen.text(note)));
    let current = record == Some(own);
    let linked = record.filter(|record| !current && !pen.site.entry(*record).broken);
    Station {
        code: code(journey, index),
        name,
        href: linked.map(|record| escape(&pen.record_href(record))),
        current,
        passed: false,
        late: step.late,
        aside: step.only_for.is_some(),
        remarks,
    }
}

/// A step whose length or cost can be known, as a part of the way.
pub fn part(pen: &Pen<'_>, journey: &Journey, index: usize, step: &ModelStation) -> Option<Part> {
    let record = record_of(pen, step);
    let mut part = match record.map(|id| (id, &pen.site.entry(id).record.body)) {
        Some((id, Body::Program(program))) => Part::of(pen, id, program),
        _ => Part {
            name: pen.text(step.name.as_ref()?),
            months: Some(in_all::months(step.takes.as_ref()?)),
            yen: None,
            for_some: false,
        },
    };
    part.months = step.takes.as_ref().map(in_all::months).or(part.months);
    let mut name = Inline::of(code(journey, index));
    name.text(" ").add(&part.name);
    Some(Part { name, for_some: step.only_for.is_some(), ..part })
}

/// The record that tells of a step.
pub fn record_of(pen: &Pen<'_>, step: &ModelStation) -> Option<RecordId> {
    step.record.as_ref().and_then(|record| mentions::resolve(pen.site, &record.target).ok())
}

/// The letter of the line and the number of the step, from 1.
pub fn code(journey: &Journey, index: usize) -> String {
    format!("{}{}", journey.letter.map(|letter| letter.0.to_string()).unwrap_or_default(), index + 1)
}

/// The place of a journey among all: by letter, those without one last.
pub fn rank(id: RecordId, journey: &Journey) -> (char, RecordId) {
    (journey.letter.map_or(char::MAX, |letter| letter.0), id)
}

/// The class of a journey's colour, from 1: by the order of letters, the same in every language.
pub fn colour(site: &Site, id: RecordId, journey: &Journey) -> usize {
    let own = rank(id, journey);
    let before = site.list(Lang(0), Kind::Journey).iter().filter(|id| match &site.entry(**id).record.body {
        Body::Journey(other) => rank(**id, other) < own,
        _ => false,
    });
    before.count() % COLOURS + 1
}

/// The journeys that have this record as a step.
pub fn through<'a>(pen: &Pen<'a>, id: RecordId) -> impl Iterator<Item = (RecordId, &'a Journey)> {
    let site = pen.site;
    let found = site.entry(id).incoming.iter().filter(|(_, relation)| *relation == Relation::Step);
    found.filter_map(|(from, _)| match &site.entry(*from).record.body {
        Body::Journey(journey) => Some((*from, &**journey)),
        _ => None,
    })
}

/// The journeys of a page, as strips in which it is the current step.
pub fn strips(pen: &Pen<'_>, id: RecordId) -> Vec<JourneyStrip> {
    through(pen, id).map(|(from, journey)| strip(pen, from, journey, Some(id))).collect()
}

/// A journey with its steps; on the page of one, that step is the current one, and the strip has no remarks.
pub fn strip(pen: &Pen<'_>, id: RecordId, journey: &Journey, current: Option<RecordId>) -> JourneyStrip {
    let (title, language) = pen.title(id);
    let mut steps: Vec<Station> =
        journey.steps.iter().enumerate().map(|(i, step)| station(pen, journey, i, step, current.unwrap_or(id))).collect();
    if let Some(current) = steps.iter().position(|step| step.current) {
        steps.iter_mut().take(current).for_each(|step| step.passed = true);
    }
    if current.is_some() {
        steps.iter_mut().for_each(|step| step.remarks.clear());
    }
    JourneyStrip {
        label: pen.label(&pen.title_marked(id)),
        title,
        lang: pen.foreign(language).map(ToString::to_string),
        href: escape(&pen.record_href(id)),
        letter: journey.letter.map(|letter| letter.0.to_string()),
        colour: colour(pen.site, id, journey),
        licence: licence(pen, journey),
        steps,
    }
}

/// A program asks for the licence from the first; a route may lead to it.
fn asks(pen: &Pen<'_>, licence: &In<Licence>) -> Inline {
    if &*licence.word.id == JAPANESE { pen.say("licence_on_the_way") } else { pen.word_in(licence) }
}

/// What is known of the licence that a journey asks for, in few words: whether it is derived stands on the journey's own page.
fn licence(pen: &Pen<'_>, journey: &Journey) -> Inline {
    match &journey.licence {
        Some(Fact::Known { value, .. }) => asks(pen, value),
        None | Some(Fact::Absent { absence: Absence::Unknown, .. }) => pen.say("licence_unknown"),
        Some(Fact::Absent { absence, .. }) => pen.explained("label_licence", &pen.say(absence.message())),
    }
}
