//! What takes place repeatedly, as one event with its rule (RFC 5545, 3.8.5.3). It is put into a calendar only if its first day
//! is known: a rule must not begin on the day of a build.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};

use super::placed::Placed;
use super::{Shared, Time, push_day, push_time};
use crate::model::moment::recurrence::Bounds;
use crate::outputs::calendar::lines::{Lines, escape_into};
use crate::outputs::calendar::words::Words;
use crate::render::pen::Pen;

/// A stage that takes place again and again.
#[derive(Debug, Clone)]
pub struct Recurring<'a> {
    /// The stage.
    pub placed: Placed<'a>,
    first: Date,
    bounds: Bounds,
    rule: String,
}

impl<'a> Recurring<'a> {
    /// The stage, if it has a rule and a first day.
    pub(super) fn new(placed: Placed<'a>) -> Option<Self> {
        let Placed { schedule, stage, .. } = placed;
        let every = stage.every.as_ref()?;
        let rule = every.rrule()?;
        let bounds = stage.bounds(&schedule.zone);
        let first = every.next(bounds.first?, &bounds)?;
        Some(Self { placed, first, bounds, rule })
    }

    /// The zone in which its time is told, with the instants of its first and its last time; where it has no last one, of ten years.
    pub fn zone(&self) -> Option<(&'a str, [Timestamp; 2])> {
        let zone = &self.placed.schedule.zone.0;
        let name = zone.iana_name()?;
        let (begins, _) = self.placed.stage.every.as_ref()?.time?;
        let last = self.bounds.last.or_else(|| self.first.checked_add(10.years()).ok())?;
        let at = |date: Date| zone.to_ambiguous_timestamp(date.to_datetime(begins)).compatible().ok();
        Some((name, [at(self.first)?, at(last)?]))
    }

    pub(super) fn write(&self, pen: &Pen<'_>, words: &Words, shared: &Shared, lines: &mut Lines) {
        let Some(every) = &self.placed.stage.every else { return };
        let zone = &self.placed.schedule.zone.0;
        let time = |date: Date, time: Option<jiff::civil::Time>| {
            let Some(time) = time else { return Time::Day(date) };
            let at = date.to_datetime(time);
            match zone.iana_name() {
                Some(name) => Time::Local(name, at),
                None => Time::Utc(at),
            }
        };
        let (begins, ends) = every.time.map_or((None, None), |(begins, ends)| (Some(begins), ends));
        let is_withdrawn = self.placed.is_withdrawn();
        lines.whole("BEGIN:VEVENT\r\n");
        lines.line("UID", &self.placed.uid(&shared.permanent, "every"));
        Time::Utc(Offset::UTC.to_datetime(shared.revised.0)).write("DTSTAMP", lines);
        lines.line("SEQUENCE", &shared.revised.1.to_string());
        time(self.first, begins).write("DTSTART", lines);
        if ends.is_some() {
            time(self.first, ends).write("DTEND", lines);
        }
        lines.written(&["RRULE"], |out| {
            out.push_str(&self.rule);
            let Some(last) = self.bounds.last else { return };
            out.push_str(";UNTIL=");
            // Of times the end is told in UTC.
            match begins.and_then(|begins| zone.to_ambiguous_timestamp(last.to_datetime(begins)).compatible().ok()) {
                Some(at) => {
                    push_time(Offset::UTC.to_datetime(at), out);
                    out.push('Z');
                }
                None => push_day(last, out),
            }
        });
        for day in &self.bounds.except {
            time(*day, begins).write("EXDATE", lines);
        }
        let form = if self.placed.is_application { &words.closes } else { &words.at };
        let title = self.placed.title(pen, form, shared, None);
        lines.text(&words.summary_name, &if is_withdrawn { words.withdrawn.fill(&[&title]) } else { title });
        lines.written(&["DESCRIPTION"], |out| {
            self.placed.push_head(words, shared, out);
            escape_into(&pen.kit.recurrence(every), out);
            self.placed.push_foot(pen, shared, out);
        });
        lines.whole(&shared.page);
        lines.line("STATUS", if is_withdrawn { "CANCELLED" } else { "CONFIRMED" });
        lines.whole("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    }
}
