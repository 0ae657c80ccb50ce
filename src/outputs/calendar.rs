//! Dates of recruitments as iCalendar (RFC 5545, RFC 7986): a file for each round to come, and one for each program to subscribe
//! to.

mod event;
mod lines;
mod words;
mod zone;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use self::event::Recruitment;
use self::lines::Lines;
pub use self::words::Words;
use super::permanent;
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::{RecordId, Site, routes};

/// How often a calendar program asks for a newer version (RFC 7986, 5.7), and in the property that came before it.
const REFRESH: &str = "P1D";

/// The calendar of one round of a schedule.
pub fn round(pen: &Pen<'_>, words: &Words, id: RecordId, index: usize) -> String {
    let Body::Schedule(schedule) = &pen.site.entry(id).record.body else { return String::new() };
    let mut recruitment = Recruitment::new(pen.site, id, schedule);
    recruitment.events.retain(|event| event.placed.round_index == index);
    recruitment.recurring.retain(|again| again.placed.round_index == index);
    let mut lines = begin(pen, id, &schedule.round_name(index));
    finish(pen, words, &mut lines, &[recruitment]);
    lines.finish()
}

/// The calendar of a program: all rounds of all its schedules.
pub fn subscription(pen: &Pen<'_>, words: &Words, id: RecordId) -> String {
    let site = pen.site;
    let schedules = site.entry(id).incoming.iter().filter(|(from, relation)| {
        let entry = site.entry(*from);
        *relation == Relation::Program && entry.kind() == Kind::Schedule && !entry.broken
    });
    let recruitments: Vec<_> = schedules
        .filter_map(|(from, _)| match &site.entry(*from).record.body {
            Body::Schedule(schedule) => Some(Recruitment::new(site, *from, schedule)),
            _ => None,
        })
        .collect();
    let mut lines = begin(pen, id, "");
    lines.address("SOURCE;VALUE=URI", &absolute(site, &routes::subscription_address(site, pen.lang, id)));
    lines.line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.line("X-PUBLISHED-TTL", REFRESH);
    finish(pen, words, &mut lines, &recruitments);
    lines.finish()
}

/// An event that calendars of readers hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its schedule.
    pub schedule: RecordId,
    /// The way to its moment in the schedule: `rounds.0.stages.1.closes`.
    pub trail: String,
    /// Its moment.
    pub when: String,
}

/// All events of the site, by what they are known by for ever.
pub fn events(site: &Site) -> BTreeMap<String, Told> {
    let schedules = site.ids().filter(|(_, entry)| !entry.broken).filter_map(|(id, entry)| match &entry.record.body {
        Body::Schedule(schedule) => Some((id, schedule)),
        _ => None,
    });
    let events = schedules.flat_map(|(id, schedule)| {
        let permanent = permanent::absolute(site, &permanent::common_address(site, id));
        let events = Recruitment::new(site, id, schedule).events.into_iter();
        events.map(move |event| (event.uid(&permanent), Told { schedule: id, trail: event.trail(), when: event.when() }))
    });
    events.collect()
}

/// What a calendar says of itself: those of a round and of a program are about the record's page.
fn begin(pen: &Pen<'_>, id: RecordId, part: &str) -> Lines {
    let (site, tag) = (pen.site, pen.tag());
    let title = pen.title(id).0;
    let mut lines = Lines::default();
    lines.line("BEGIN", "VCALENDAR");
    lines.line("VERSION", "2.0");
    lines.line("PRODID", "-//Annai//NONSGML Annai//EN");
    lines.line("CALSCALE", "GREGORIAN");
    lines.line("UID", &event::uid(&[&permanent::absolute(site, &permanent::common_address(site, id)), part, tag.as_str()]));
    lines.text(&format!("NAME;LANGUAGE={tag}"), &title);
    lines.text("X-WR-CALNAME", &title);
    lines.address("URL", &absolute(site, &routes::record_address(site, pen.lang, id)));
    lines
}

/// The zones of the events, each once, then the events.
fn finish(pen: &Pen<'_>, words: &Words, lines: &mut Lines, recruitments: &[Recruitment<'_>]) {
    let mut zones: Vec<(&str, &TimeZone, Timestamp, Timestamp)> = Vec::new();
    let mut add = |name, zone, at: Timestamp| match zones.iter_mut().find(|(known, ..)| *known == name) {
        Some((.., first, last)) => (*first, *last) = ((*first).min(at), (*last).max(at)),
        None => zones.push((name, zone, at, at)),
    };
    for recruitment in recruitments {
        for event in &recruitment.events {
            let Some(name) = event.zone_name() else { continue };
            event.instants().for_each(|at| add(name, &event.placed.schedule.zone.0, at));
        }
        for again in &recruitment.recurring {
            let Some((name, instants)) = again.zone() else { continue };
            instants.into_iter().for_each(|at| add(name, &again.placed.schedule.zone.0, at));
        }
    }
    for (name, zone, first, last) in &zones {
        zone::write(lines, name, zone, *first, *last);
    }
    for recruitment in recruitments {
        recruitment.write(pen, words, lines);
    }
    lines.line("END", "VCALENDAR");
}

#[cfg(test)]
mod tests;
