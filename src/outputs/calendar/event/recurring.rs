//! What takes place again and again as one event with its rule (RFC 5545, 3.8.5.3). It has a place in a calendar where its first day
//! is known: no rule begins on the day of a build.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};

use super::{BREAK, Shared, Time, push_day, push_time, uid};
use crate::model::moment::recurrence::Bounds;
use crate::model::schedule::{Round, Schedule, Stage};
use crate::model::word::Vocabulary;
use crate::outputs::calendar::lines::{Lines, escape_into};
use crate::outputs::calendar::words::Words;
use crate::render::pen::Pen;

/// A stage that takes place again and again.
#[derive(Debug, Clone)]
pub struct Recurring<'a> {
    /// The schedule that it stands in.
    pub schedule: &'a Schedule,
    /// The place of its round among all.
    pub round_index: usize,
    round: &'a Round,
    stage_index: usize,
    stage: &'a Stage,
    is_application: bool,
    is_retired: bool,
    first: Date,
    bounds: Bounds,
    rule: String,
}

impl<'a> Recurring<'a> {
    /// The stage, if it has a rule and a first day.
    pub fn new(
        schedule: &'a Schedule,
        (round_index, round): (usize, &'a Round),
        (stage_index, stage): (usize, &'a Stage),
        [is_application, is_retired]: [bool; 2],
    ) -> Option<Self> {
        let every = stage.every.as_ref()?;
        let rule = every.rrule()?;
        let bounds = stage.bounds(&schedule.zone);
        let first = every.next(bounds.first?, &bounds)?;
        Some(Self { schedule, round_index, round, stage_index, stage, is_application, is_retired, first, bounds, rule })
    }

    /// The zone in which its time is told, with the instants of its first and its last time; where it has no last one, of ten years.
    pub fn zone(&self) -> Option<(&'a str, [Timestamp; 2])> {
        let zone = &self.schedule.zone.0;
        let name = zone.iana_name()?;
        let (begins, _) = self.stage.every.as_ref()?.time?;
        let last = self.bounds.last.or_else(|| self.first.checked_add(10.years()).ok())?;
        let at = |date: Date| zone.to_ambiguous_timestamp(date.to_datetime(begins)).compatible().ok();
        Some((name, [at(self.first)?, at(last)?]))
    }

    pub(super) fn write(&self, pen: &Pen<'_>, words: &Words, shared: &Shared, lines: &mut Lines) {
        let Some(every) = &self.stage.every else { return };
        let zone = &self.schedule.zone.0;
        let time = |date: Date, time: Option<jiff::civil::Time>| {
            let Some(time) = time else { return Time::Day(date) };
            let at = date.to_datetime(time);
            match zone.iana_name() {
                Some(name) => Time::Local(name, at),
                None => Time::Utc(at),
            }
        };
        let (begins, ends) = every.time.map_or((None, None), |(begins, ends)| (Some(begins), ends));
        let is_withdrawn = self.round.withdrawn || self.stage.withdrawn || self.is_retired;
        lines.whole("BEGIN:VEVENT\r\n");
        lines.line("UID", &self.uid(&shared.permanent));
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
        let stage = self.stage.stage.as_ref().map(|word| pen.word_name(Vocabulary::Stages, &word.word.id)).unwrap_or_default();
        let round = match (&self.round.name, &self.round.round) {
            (Some(name), _) => pen.plain(name),
            (None, Some(word)) => pen.word_name(Vocabulary::Rounds, &word.word.id),
            (None, None) => String::new(),
        };
        let form = if self.is_application { &words.closes } else { &words.at };
        let title = form.fill(&[&stage, &round, &shared.program]);
        lines.text(&words.summary_name, &if is_withdrawn { words.withdrawn.fill(&[&title]) } else { title });
        lines.written(&["DESCRIPTION"], |out| {
            if is_withdrawn {
                out.push_str(&words.withdrawn_note);
                out.push_str(BREAK);
            }
            out.push_str(&shared.title);
            out.push_str(BREAK);
            escape_into(&pen.kit.recurrence(every), out);
            for note in [&self.stage.note, &self.round.note].into_iter().flatten() {
                out.push_str(BREAK);
                escape_into(&pen.plain(note), out);
            }
            out.push_str(BREAK);
            out.push_str(&shared.check);
        });
        lines.whole(&shared.page);
        lines.line("STATUS", if is_withdrawn { "CANCELLED" } else { "CONFIRMED" });
        lines.whole("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    }

    /// The same in every language and for every version of the record.
    fn uid(&self, permanent: &str) -> String {
        let round = |round: &'a Round| round.round.as_ref().map(|word| &*word.word.id).unwrap_or_default();
        let stage = |stage: &'a Stage| stage.stage.as_ref().map(|word| &*word.word.id).unwrap_or_default();
        let rounds = self.schedule.known_rounds().iter().take(self.round_index).filter(|other| round(other) == round(self.round));
        let stages = self.round.stages.iter().take(self.stage_index).filter(|other| stage(other) == stage(self.stage));
        let (round_number, stage_number) = (rounds.count().to_string(), stages.count().to_string());
        uid(&[permanent, round(self.round), &round_number, stage(self.stage), &stage_number, "every"])
    }
}
