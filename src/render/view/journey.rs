//! What a journey's page shows, and the strip of a journey on the pages of its steps.

use super::kind_view::KindView;
use super::parts::{JourneyStrip, Rows, Section, Station};
use crate::base::Arg;
use crate::model::journey::{Journey, Station as ModelStation};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::render::pen::{Pen, escape};
use crate::site::{RecordId, mentions};

/// The view of a journey.
pub fn view(pen: &Pen<'_>, id: RecordId, journey: &Journey) -> KindView {
    let mut facts = Rows::new(pen);
    facts
        .add("label_letter", journey.letter.map(|letter| letter.0.to_string()))
        .add("label_licence", journey.licence.as_ref().map(|fact| pen.fact(fact, |word| pen.word_in(word))));
    let mut sections = Vec::new();
    let items: Vec<String> = journey.steps.iter().enumerate().map(|(i, step)| item(pen, journey, i, step, id)).collect();
    sections.extend(
        Section::list(pen, "sec-journeys", "heading_journey_steps", items).map(|section| Section { ordered: true, ..section }),
    );
    let leads = pen.items(&journey.leads_to, |junction| {
        let name = junction.journey.as_ref().map(|journey| pen.reference(journey)).unwrap_or_default();
        let step =
            junction.step.map(|step| format!(" {}", pen.say_with("junction_step", &[("number", Arg::Number(i64::from(step)))])));
        let note = junction.note.as_ref().map(|note| format!(" <span class=\"aside\">{}</span>", pen.text(note)));
        format!("{name}{}{}", step.unwrap_or_default(), note.unwrap_or_default())
    });
    sections.extend(Section::list(pen, "sec-follow-up", "heading_leads_to", leads));
    KindView { facts: facts.done(), sections, ..KindView::default() }
}

fn item(pen: &Pen<'_>, journey: &Journey, index: usize, step: &ModelStation, own: RecordId) -> String {
    let station = station(pen, journey, index, step, own);
    let name = match &station.href {
        Some(href) => format!("<a href=\"{href}\">{}</a>", station.name),
        None => station.name,
    };
    let remarks: String = station.remarks.iter().map(|remark| format!(" <span class=\"aside\">{remark}</span>")).collect();
    let late = if station.late { format!(" <span class=\"late\">{}</span>", pen.say("step_may_be_late")) } else { String::new() };
    format!("<span class=\"code\">{}</span> {name}{remarks}{late}", station.code)
}

fn station(pen: &Pen<'_>, journey: &Journey, index: usize, step: &ModelStation, own: RecordId) -> Station {
    let record = step.record.as_ref().and_then(|record| mentions::resolve(pen.site, &record.target).ok());
    let name = match (&step.name, record) {
        (Some(name), _) => pen.text(name),
        (None, Some(record)) => pen.title_marked(record),
        (None, None) => String::new(),
    };
    let mut remarks = Vec::new();
    remarks.extend(step.takes.as_ref().map(|takes| pen.length(takes)));
    remarks.extend(step.note.as_ref().map(|note| pen.text(note)));
    let current = record == Some(own);
    let linked = record.filter(|record| !current && !pen.site.entry(*record).broken);
    Station {
        code: format!("{}{}", journey.letter.map(|letter| letter.0.to_string()).unwrap_or_default(), index + 1),
        name,
        href: linked.map(|record| escape(&pen.record_href(record))),
        current,
        late: step.late,
        remarks,
    }
}

/// The journeys that have this record as a step.
pub fn strips(pen: &Pen<'_>, id: RecordId) -> Vec<JourneyStrip> {
    let entry = pen.site.entry(id);
    entry
        .incoming
        .iter()
        .filter(|(from, field)| *field == "record" && pen.site.entry(*from).kind() == Kind::Journey)
        .filter_map(|(from, _)| match &pen.site.entry(*from).record.body {
            Body::Journey(journey) => Some(JourneyStrip {
                title: pen.title(*from).0,
                lang: pen.foreign(pen.title(*from).1).map(ToString::to_string),
                href: escape(&pen.record_href(*from)),
                letter: journey.letter.map(|letter| letter.0.to_string()),
                colour: 1,
                steps: journey
                    .steps
                    .iter()
                    .enumerate()
                    .map(|(i, step)| Station { remarks: Vec::new(), ..station(pen, journey, i, step, id) })
                    .collect(),
            }),
            _ => None,
        })
        .collect()
}
