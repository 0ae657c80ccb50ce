//! Programs, and the periods in which people can apply to them.

use super::fees;
use super::things::{Thing, asserted, other};
use crate::model::fact::{Fact, Standing};
use crate::model::moment::{Moment, Year};
use crate::model::program::Program;
use crate::model::quantity::{Amount, Comparison};
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::model::schedule::{Round, Schedule, Stage};
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;
use crate::site::{RecordId, mentions, recruitment};
use jiff::Timestamp;

/// A program. One that a hospital hosts takes place at work there.
pub fn program(pen: &Pen<'_>, id: RecordId, program: &Program) -> Thing {
    let host = program.host.as_ref().and_then(|host| mentions::resolve(pen.site, &host.target).ok());
    let is_at_work = host.is_some_and(|host| pen.site.entry(host).kind() == Kind::Hospital);
    let length = asserted(program.duration.as_deref()).and_then(|duration| match &duration.length {
        Some(Comparison::Is(length)) => Some(length.canonical()),
        _ => None,
    });
    let places = asserted(program.capacity.as_deref()).and_then(|capacity| match capacity.0.value {
        Comparison::Is(Amount::Count(count)) => Some(count),
        _ => None,
    });
    let [opens, closes] = next_window(pen, id).unwrap_or_default();
    Thing::new(if is_at_work { "WorkBasedProgram" } else { "EducationalOccupationalProgram" })
        .with("provider", other(pen, program.host.as_ref().or(program.organizer.as_ref()), "Organization"))
        .with("timeToComplete", length)
        .with("maximumEnrollment", places.map(u64::from))
        .with("applicationStartDate", opens)
        .with("applicationDeadline", closes)
        .with("offers", fees::offers(pen, id))
}

/// A period in which people can apply: its ends, and the instants at which it begins and is over.
type Window<'a> = (Option<&'a Moment>, &'a Moment, Timestamp, Timestamp);

/// A stage in which people can apply and both of whose ends are known for certain.
fn window<'a>(pen: &Pen<'_>, schedule: &Schedule, stage: &'a Stage) -> Option<Window<'a>> {
    let zone = &schedule.zone.0;
    let is_exact = |moment: &&Moment| moment.date().is_some() && !matches!(moment.year, Year::Inferred { .. });
    let closes = stage.closes.as_ref().filter(is_exact)?;
    let opens = stage.opens.as_ref().filter(is_exact);
    if !recruitment::is_application(schedule, stage, &pen.site.vocabularies) {
        return None;
    }
    let begins = opens.and_then(|opens| opens.start(zone)).unwrap_or(Timestamp::MIN);
    Some((opens, closes, begins, closes.end(zone)?))
}

/// The ends of a period as schema.org has them.
fn ends(schedule: &Schedule, (opens, closes, ..): Window<'_>) -> [Option<String>; 2] {
    let zone = &schedule.zone.0;
    [opens.and_then(|opens| opens.datetime(zone)), closes.datetime(zone)]
}

/// Is it no guess that a schedule has these rounds?
fn is_sure(schedule: &Schedule) -> bool {
    !matches!(schedule.rounds, Some(Fact::Known { standing: Standing::Inferred(_), .. }))
}

/// When people can apply next, or now: the first period that is not over.
fn next_window(pen: &Pen<'_>, id: RecordId) -> Option<[Option<String>; 2]> {
    let incoming = pen.site.entry(id).incoming.iter().filter(|(_, relation)| *relation == Relation::Program);
    let schedules = incoming.filter_map(|(from, _)| match &pen.site.entry(*from).record.body {
        Body::Schedule(schedule) if !pen.site.entry(*from).broken && is_sure(schedule) => Some(schedule),
        _ => None,
    });
    let windows = schedules.flat_map(|schedule| {
        let stages = schedule.known_rounds().iter().flat_map(Round::held);
        stages.filter_map(move |stage| Some((schedule, window(pen, schedule, stage)?)))
    });
    let to_come = windows.filter(|(_, (.., over))| pen.site.as_of < *over);
    let next = to_come.min_by_key(|(_, (.., begins, over))| (*begins, *over));
    next.map(|(schedule, window)| ends(schedule, window))
}

/// The periods in which people can apply, as events.
pub fn recruitments(pen: &Pen<'_>, schedule: &Schedule) -> Vec<Thing> {
    if !is_sure(schedule) {
        return Vec::new();
    }
    let program = other(pen, schedule.program.as_ref(), "EducationalOccupationalProgram");
    let mut events = Vec::new();
    for round in schedule.known_rounds() {
        let name = match (&round.name, &round.round) {
            (Some(name), _) => pen.plain(name),
            (None, Some(word)) => pen.word_name(Vocabulary::Rounds, &word.word.id),
            (None, None) => String::new(),
        };
        for stage in &round.stages {
            let Some(window) = window(pen, schedule, stage) else { continue };
            let [opens, closes] = ends(schedule, window);
            let word = stage.stage.as_ref().map(|word| pen.word_name(Vocabulary::Stages, &word.word.id));
            let is_withdrawn = round.withdrawn || stage.withdrawn;
            let status = if is_withdrawn { "https://schema.org/EventCancelled" } else { "https://schema.org/EventScheduled" };
            let event = Thing::new("Event")
                .with("name", [&*name, pen.kit.separator(), &*word.unwrap_or_default()].concat())
                .with("startDate", opens)
                .with("endDate", closes)
                .with("eventStatus", status)
                .with("about", &program);
            events.push(event);
        }
    }
    events
}
