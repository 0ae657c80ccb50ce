//! `VEVENT` (RFC 5545, 3.6.1): when a stage opens, when it closes, or when it is.

use std::fmt::Write;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::lines::Lines;
use crate::base::Arg;
use crate::model::fact::{Fact, Standing};
use crate::model::moment::{Because, Moment, Year};
use crate::model::record::Body;
use crate::model::schedule::{Round, Schedule, Stage};
use crate::model::text::Text;
use crate::model::word::Vocabulary;
use crate::outputs::{dates, permanent};
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::{RecordId, Site, mentions, recruitment, routes};

/// Which moment of a stage an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Opens,
    Closes,
    At,
}

/// One moment of a stage, known to the day or to the minute.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    id: RecordId,
    /// The schedule that it stands in.
    pub schedule: &'a Schedule,
    /// The place of its round among all.
    pub round_index: usize,
    round: &'a Round,
    stage_index: usize,
    stage: &'a Stage,
    edge: Edge,
    moment: &'a Moment,
}

/// The words that all events of a calendar share.
pub struct Words {
    summary_name: String,
    concerns: String,
    stated: String,
    no_time: String,
    withdrawn: String,
}

impl Words {
    /// In the pen's language.
    pub fn new(pen: &Pen<'_>) -> Self {
        let text = |id: &str| pen.kit.messages.text(id);
        Self {
            summary_name: format!("SUMMARY;LANGUAGE={}", pen.tag()),
            concerns: text("label_concerns"),
            stated: text("calendar_stated"),
            no_time: text("calendar_no_time"),
            withdrawn: text("calendar_withdrawn_note"),
        }
    }
}

/// The events of a schedule in its own order. A stage whose moments are known to the month or year has none.
pub fn of_schedule(site: &Site, id: RecordId) -> Vec<Event<'_>> {
    let Body::Schedule(schedule) = &site.entry(id).record.body else { return Vec::new() };
    let mut events = Vec::new();
    for (round_index, round) in schedule.known_rounds().iter().enumerate() {
        for (stage_index, stage) in round.stages.iter().enumerate() {
            for (edge, moment) in [(Edge::Opens, &stage.opens), (Edge::Closes, &stage.closes), (Edge::At, &stage.at)] {
                if let Some(moment) = moment
                    && moment.date().is_some()
                {
                    events.push(Event { id, schedule, round_index, round, stage_index, stage, edge, moment });
                }
            }
        }
    }
    events
}

/// A UUID of these names (RFC 9562, 5.8): RFC 7986, 5.3, wants no host or domain in it that could be read.
pub fn uid(names: &[&str]) -> String {
    let mut hash = Sha256::new();
    for name in names {
        hash.update(name.as_bytes());
        hash.update([0]);
    }
    let mut bytes = [0_u8; 16];
    bytes.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let mut out = String::with_capacity(36);
    for (i, byte) in bytes.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        let _ = write!(out, "{byte:02x}");
    }
    out
}

impl Event<'_> {
    /// The zone in which its time is told; days have none.
    pub fn zone_name(&self) -> Option<&str> {
        self.moment.time.and_then(|_| self.schedule.zone.0.iana_name())
    }

    /// When it is.
    pub fn instant(&self) -> Option<Timestamp> {
        self.moment.start(&self.schedule.zone.0)
    }

    /// Writes it.
    pub fn write(&self, pen: &Pen<'_>, words: &Words, lines: &mut Lines) {
        let Some((start_name, start)) = self.start() else { return };
        let entry = pen.site.entry(self.id);
        let major = entry.record.common.changes.iter().filter(|change| change.major).count();
        let page = absolute(pen.site, &routes::record_address(pen.site, pen.lang, self.id));
        lines.line("BEGIN", "VEVENT");
        lines.line("UID", &self.uid(pen.site));
        lines.line("DTSTAMP", &stamp(pen.site, self.id));
        lines.line("SEQUENCE", &major.to_string());
        lines.line(&start_name, &start);
        lines.text(&words.summary_name, &self.summary(pen));
        lines.text("DESCRIPTION", &self.description(pen, words, &page));
        lines.line("URL", &page);
        lines.line("STATUS", self.status());
        lines.line("TRANSP", "TRANSPARENT");
        lines.line("END", "VEVENT");
    }

    /// The beginning. There is no end: an instant has none, and a day ends by itself (RFC 5545, 3.6.1).
    fn start(&self) -> Option<(String, String)> {
        if self.moment.time.is_none() {
            return Some(("DTSTART;VALUE=DATE".to_owned(), self.moment.date()?.strftime("%Y%m%d").to_string()));
        }
        let instant = self.instant()?;
        Some(match self.zone_name() {
            Some(name) => {
                let local = self.schedule.zone.0.to_datetime(instant);
                (format!("DTSTART;TZID={name}"), local.strftime("%Y%m%dT%H%M%S").to_string())
            }
            None => ("DTSTART".to_owned(), instant.strftime("%Y%m%dT%H%M%SZ").to_string()),
        })
    }

    /// The same in every language, for every version of the record, and wherever the site is built.
    fn uid(&self, site: &Site) -> String {
        let record = permanent::absolute(site, &permanent::common_address(site, self.id));
        let round = |round: &Round| round.round.as_ref().map(|word| word.word.id.clone());
        let stage = |stage: &Stage| stage.stage.as_ref().map(|word| word.word.id.clone());
        // What has the same word is told apart by its number among those.
        let rounds = self.schedule.known_rounds().iter().take(self.round_index).filter(|other| round(other) == round(self.round));
        let stages = self.round.stages.iter().take(self.stage_index).filter(|other| stage(other) == stage(self.stage));
        let edge = match self.edge {
            Edge::Opens => "opens",
            Edge::Closes => "closes",
            Edge::At => "at",
        };
        let (round_number, stage_number) = (rounds.count().to_string(), stages.count().to_string());
        let (round, stage) = (round(self.round).unwrap_or_default(), stage(self.stage).unwrap_or_default());
        uid(&[&record, &round, &round_number, &stage, &stage_number, edge])
    }

    fn is_withdrawn(&self) -> bool {
        self.round.withdrawn || self.stage.withdrawn
    }

    /// The reason for which the date is not just what a source states.
    fn doubt(&self, pen: &Pen<'_>) -> Option<String> {
        let because = |message: &str, reason: &Text| {
            format!("{}{}{}", pen.kit.messages.text(message), pen.kit.separator(), pen.plain(reason))
        };
        if let Year::Inferred { year, because } = &self.moment.year {
            let message = match because {
                Because::Weekday => "year_inferred_from_weekday",
                Because::Text(_) => "year_inferred",
            };
            let words = pen.kit.messages.format(message, &[("year", Arg::Text(pen.kit.calendar_year(*year)))]);
            return Some(match because {
                Because::Weekday => words,
                Because::Text(reason) => format!("{words}{}{}", pen.kit.separator(), pen.plain(reason)),
            });
        }
        match &self.schedule.rounds {
            Some(Fact::Known { standing: Standing::Inferred(reason), .. }) => Some(because("standing_inferred", reason)),
            Some(Fact::Known { standing: Standing::Derived(reason), .. }) => Some(because("standing_derived", reason)),
            _ => None,
        }
    }

    fn status(&self) -> &'static str {
        let is_inferred = matches!(self.schedule.rounds, Some(Fact::Known { standing: Standing::Inferred(_), .. }));
        match self.moment.year {
            _ if self.is_withdrawn() => "CANCELLED",
            Year::Inferred { .. } => "TENTATIVE",
            _ if is_inferred => "TENTATIVE",
            _ => "CONFIRMED",
        }
    }

    /// What it means, first; then what it belongs to.
    fn summary(&self, pen: &Pen<'_>) -> String {
        let is_application = recruitment::is_application(self.stage, &pen.site.vocabularies);
        let message = match (self.edge, is_application) {
            (Edge::Opens, true) => "calendar_opens",
            (Edge::Closes, true) => "calendar_closes",
            (Edge::Opens, false) => "calendar_begins",
            (Edge::Closes, false) => "calendar_ends",
            (Edge::At, _) => "calendar_at",
        };
        let stage = self.stage.stage.as_ref().map(|word| pen.word_name(Vocabulary::Stages, &word.word.id)).unwrap_or_default();
        let round = match (&self.round.name, &self.round.round) {
            (Some(name), _) => pen.plain(name),
            (None, Some(word)) => pen.word_name(Vocabulary::Rounds, &word.word.id),
            (None, None) => String::new(),
        };
        let program = self.schedule.program.as_ref().and_then(|program| mentions::resolve(pen.site, &program.target).ok());
        let title = pen.title(program.unwrap_or(self.id)).0;
        let args = [("stage", Arg::Text(stage)), ("round", Arg::Text(round)), ("program", Arg::Text(title))];
        let event = pen.kit.messages.format(message, &args);
        let around = match self.status() {
            "CANCELLED" => "calendar_withdrawn",
            "TENTATIVE" => "calendar_tentative",
            _ => return event,
        };
        pen.kit.messages.format(around, &[("event", Arg::Text(event))])
    }

    /// What it is, when, whom it concerns, how certain it is, and where to read on.
    fn description(&self, pen: &Pen<'_>, words: &Words, page: &str) -> String {
        let zone = &self.schedule.zone.0;
        let moment = pen.kit.moment(self.moment, zone);
        let when = match self.zone_name() {
            Some(name) => {
                let args = [("moment", Arg::Text(moment)), ("zone", Arg::Text(name.replace('_', " ")))];
                pen.kit.messages.format("calendar_time", &args)
            }
            None => moment,
        };
        let party = self.stage.concerns.as_ref().map(|word| pen.word_name(Vocabulary::Parties, &word.word.id));
        let lines = [
            self.is_withdrawn().then(|| words.withdrawn.clone()),
            Some(pen.title(self.id).0),
            Some(when),
            self.moment.time.is_none().then(|| words.no_time.clone()),
            party.map(|party| format!("{}{}{party}", words.concerns, pen.kit.separator())),
            Some(self.doubt(pen).unwrap_or_else(|| words.stated.clone())),
            self.stage.note.as_ref().map(|note| pen.plain(note)),
            self.round.note.as_ref().map(|note| pen.plain(note)),
            Some(pen.kit.messages.format("calendar_check", &[("address", Arg::from(page))])),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// When the record was last revised, as far as it says so. It never goes back, and does not follow the clock of a build.
fn stamp(site: &Site, id: RecordId) -> String {
    let common = &site.entry(id).record.common;
    let moments = common.changes.iter().map(|change| &change.date).chain(&common.verified);
    let last = moments.filter_map(|moment| dates::instant(site, moment)).max().unwrap_or(Timestamp::UNIX_EPOCH);
    last.strftime("%Y%m%dT%H%M%SZ").to_string()
}
