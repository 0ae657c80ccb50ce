//! `VEVENT` (RFC 5545, 3.6.1): when people can begin to apply, by when they must have, when something else takes place.

mod placed;
pub mod recurring;

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};

use self::placed::Placed;
use self::recurring::Recurring;
use super::lines::{Lines, escape_into, escaped};
use super::words::Words;
use crate::base::Arg;
use crate::check::lock::WITHDRAWN;
use crate::model::fact::{Fact, Standing};
use crate::model::moment::vague::Firm;
use crate::model::moment::{Because, Moment, Year, two_digits};
use crate::model::schedule::{Schedule, Stage};
use crate::model::text::Text;
use crate::model::way::Way;
use crate::model::word::Vocabulary;
use crate::outputs::{dates, permanent};
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::{RecordId, Site, link, mentions, recruitment, routes};

/// Between the lines of a text.
const BREAK: &str = "\\n";

/// What an event is of its stage.
#[derive(Debug, Clone, Copy)]
enum Edge<'a> {
    /// Its beginning.
    Opens,
    /// Its end: what matters of a window in which people apply.
    Closes,
    /// The whole window, up to that moment.
    Until(&'a Moment),
    /// Its only moment.
    At,
    /// The end of one of its ways, before the last: the number of the way among all.
    Way(usize),
}

/// A stage, or one end of it, known to the day or to the minute.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// The stage.
    pub placed: Placed<'a>,
    edge: Edge<'a>,
    moment: &'a Moment,
}

/// The events of a schedule.
pub struct Recruitment<'a> {
    id: RecordId,
    schedule: &'a Schedule,
    /// In its own order. A stage whose moments are known to the month or year has none.
    pub events: Vec<Event<'a>>,
    /// What takes place again and again.
    pub recurring: Vec<Recurring<'a>>,
}

/// What the events of a schedule share: texts of descriptions are escaped.
struct Shared {
    /// By which the schedule is known for ever.
    permanent: String,
    /// When the record was last revised, and how often in a way that matters.
    revised: (Timestamp, usize),
    title: String,
    program: String,
    /// The lines after the description but for the state.
    page: String,
    check: String,
}

impl<'a> Recruitment<'a> {
    /// All of them.
    pub fn new(site: &'a Site, id: RecordId, schedule: &'a Schedule) -> Self {
        let is_retired = link::is_retired(site, site.entry(id));
        let (mut events, mut recurring) = (Vec::new(), Vec::new());
        for (round_index, round) in schedule.known_rounds().iter().enumerate() {
            for (stage_index, stage) in round.stages.iter().enumerate() {
                let is_application = recruitment::is_called_application(stage, &site.vocabularies);
                let placed = Placed { schedule, round_index, round, stage_index, stage, is_application, is_retired };
                let again = Recurring::new(placed);
                let recurs = again.is_some();
                recurring.extend(again);
                let mut add = |edge, moment| events.push(Event { placed, edge, moment });
                let dated = |moment: &'a Option<Moment>| moment.as_ref().filter(|moment| moment.date().is_some());
                match (dated(&stage.opens), dated(&stage.closes)) {
                    // Its window bounds it: only when people can begin to apply is an event of its own.
                    (opens, _) if recurs => {
                        opens.filter(|_| is_application).into_iter().for_each(|opens| add(Edge::Opens, opens));
                    }
                    // Both ends of a period are told in the same way: as days, or as instants (3.6.1).
                    (Some(opens), Some(closes)) if !is_application && opens.time.is_some() == closes.time.is_some() => {
                        add(Edge::Until(closes), opens);
                    }
                    (opens, closes) => {
                        opens.into_iter().for_each(|opens| add(Edge::Opens, opens));
                        earlier_ways(stage).for_each(|(number, closes)| add(Edge::Way(number), closes));
                        closes.into_iter().for_each(|closes| add(Edge::Closes, closes));
                    }
                }
                dated(&stage.at).into_iter().for_each(|at| add(Edge::At, at));
            }
        }
        Self { id, schedule, events, recurring }
    }

    /// Writes its events.
    pub fn write(&self, pen: &Pen<'_>, words: &Words, lines: &mut Lines) {
        let site = pen.site;
        let changes = &site.entry(self.id).record.common.changes;
        let program = self.schedule.program.as_ref().and_then(|program| mentions::resolve(site, &program.target).ok());
        let page = absolute(site, &routes::record_address(site, pen.lang, self.id));
        let mut page_lines = Lines::default();
        page_lines.address("URL", &page);
        let shared = Shared {
            permanent: permanent::absolute(site, &permanent::common_address(site, self.id)),
            revised: (stamp(site, self.id), changes.iter().filter(|change| change.major).count()),
            title: escaped(&pen.title(self.id).0),
            program: pen.title(program.unwrap_or(self.id)).0,
            check: escaped(&words.check.fill(&[&page])),
            page: page_lines.finish(),
        };
        for event in &self.events {
            event.write(pen, words, &shared, lines);
        }
        for again in &self.recurring {
            again.write(pen, words, &shared, lines);
        }
    }
}

/// The ways of a stage that close before the stage does, each with its number among all and its end.
fn earlier_ways(stage: &Stage) -> impl Iterator<Item = (usize, &Moment)> {
    let last = stage.closes.as_ref().and_then(|closes| closes.end(&TimeZone::UTC));
    let dated = stage.ways.iter().enumerate().filter_map(|(number, way)| Some((number, way.closes.as_ref()?)));
    dated.filter(move |(_, closes)| {
        closes.date().is_some() && last.is_none_or(|last| closes.end(&TimeZone::UTC).is_some_and(|end| end < last))
    })
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
    let mut uuid = [b'-'; 36];
    let places = uuid.iter_mut().enumerate().filter(|(place, _)| !matches!(place, 8 | 13 | 18 | 23));
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    places.zip(digits).for_each(|((_, place), digit)| *place = b"0123456789abcdef"[usize::from(digit)]);
    str::from_utf8(&uuid).unwrap_or_default().to_owned()
}

/// A day as iCalendar writes it (3.3.4).
fn push_day(date: Date, out: &mut String) {
    push_pairs([i32::from(date.year()) / 100, date.year().into(), date.month().into(), date.day().into()], out);
}

/// A time of a day (3.3.5).
fn push_time(at: DateTime, out: &mut String) {
    push_day(at.date(), out);
    out.push('T');
    push_pairs([at.hour().into(), at.minute().into(), at.second().into()], out);
}

/// Appends the last two digits of each number.
fn push_pairs<const COUNT: usize>(numbers: [i32; COUNT], out: &mut String) {
    let mut digits = [[0; 2]; COUNT];
    digits.iter_mut().zip(numbers).for_each(|(pair, number)| *pair = two_digits(number));
    out.push_str(str::from_utf8(digits.as_flattened()).unwrap_or_default());
}

/// The value of a property that is a day or a time.
enum Time<'a> {
    Day(Date),
    /// A time in the zone of that name.
    Local(&'a str, DateTime),
    Utc(DateTime),
}

impl Time<'_> {
    /// Writes the property.
    fn write(&self, name: &str, lines: &mut Lines) {
        match *self {
            Self::Day(date) => lines.written(&[name, ";VALUE=DATE"], |out| push_day(date, out)),
            Self::Local(zone, at) => lines.written(&[name, ";TZID=", zone], |out| push_time(at, out)),
            Self::Utc(at) => lines.written(&[name], |out| {
                push_time(at, out);
                out.push('Z');
            }),
        }
    }
}

impl<'a> Event<'a> {
    /// The zone in which its time is told; days have none.
    pub fn zone_name(&self) -> Option<&'a str> {
        self.moment.time.and_then(|_| self.placed.schedule.zone.0.iana_name())
    }

    /// The instants at which it begins and ends.
    pub fn instants(&self) -> impl Iterator<Item = Timestamp> + use<'a> {
        let zone = &self.placed.schedule.zone.0;
        let until = match self.edge {
            Edge::Until(closes) => closes.start(zone),
            _ => None,
        };
        self.moment.start(zone).into_iter().chain(until)
    }

    fn write(&self, pen: &Pen<'_>, words: &Words, shared: &Shared, lines: &mut Lines) {
        let Some(start) = self.time(self.moment, false) else { return };
        let status = self.status();
        lines.whole("BEGIN:VEVENT\r\n");
        let uid = self.uid(&shared.permanent);
        lines.line("UID", &uid);
        self.write_version(pen.site, &uid, shared.revised, lines);
        start.write("DTSTART", lines);
        // An instant has no end, and a day ends by itself (3.6.1).
        if let Edge::Until(closes) = self.edge
            && let Some(end) = self.time(closes, true)
        {
            end.write("DTEND", lines);
        }
        lines.text(&words.summary_name, &self.summary(pen, words, shared, status));
        lines.written(&["DESCRIPTION"], |out| self.push_description(pen, words, shared, out));
        // A deadline is nowhere; what takes place is somewhere.
        if matches!(self.edge, Edge::At | Edge::Until(_)) && !self.placed.stage.venues.items.is_empty() {
            let names = self.placed.stage.venues.items.iter().filter_map(|venue| venue.name.as_ref());
            let names: Vec<String> = names.map(|name| pen.text(name).plain().to_string()).collect();
            lines.text(&words.summary_name.replace("SUMMARY", "LOCATION"), &names.join(" / "));
        }
        lines.whole(&shared.page);
        lines.line("STATUS", status);
        lines.whole("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    }

    /// Which version of itself it is (3.8.7): each change of the record that matters, and each time that it was accepted with another
    /// moment, is one more. Programs show the new moment only then.
    fn write_version(&self, site: &Site, uid: &str, (revised, changes): (Timestamp, usize), lines: &mut Lines) {
        let version = site.versions.get(uid);
        let moved = version.and_then(|version| version.changed);
        let mut time = |name: &str, at: Timestamp| Time::Utc(Offset::UTC.to_datetime(at)).write(name, lines);
        time("DTSTAMP", revised.max(moved.unwrap_or(Timestamp::MIN)));
        if let Some(moved) = moved {
            time("LAST-MODIFIED", moved);
        }
        let sequence = changes + version.map_or(0, |version| version.sequence as usize);
        lines.line("SEQUENCE", &sequence.to_string());
    }

    /// A day or a time. The end of a period of days is the day after it.
    fn time(&self, moment: &Moment, is_end: bool) -> Option<Time<'a>> {
        if moment.time.is_none() {
            let date = moment.date()?;
            return Some(Time::Day(if is_end { date.checked_add(1.day()).ok()? } else { date }));
        }
        let instant = moment.start(&self.placed.schedule.zone.0)?;
        Some(match self.zone_name() {
            Some(zone) => Time::Local(zone, self.placed.schedule.zone.0.to_datetime(instant)),
            None => Time::Utc(Offset::UTC.to_datetime(instant)),
        })
    }

    /// By which it is known for ever. A beginning of which the end becomes known stays the same event.
    pub fn uid(&self, permanent: &str) -> String {
        let Some(means) = self.way().and_then(|way| way.way) else { return self.placed.uid(permanent, &self.edge_name()) };
        // By what it is, wherever it stands among the others; what is the same is told apart by its number.
        let Edge::Way(number) = self.edge else { return String::new() };
        let same = self.placed.stage.ways.iter().take(number).filter(|other| other.way == Some(means)).count();
        self.placed.uid(permanent, &format!("closes.{}.{same}", means.as_str()))
    }

    /// The field in which its moment stands.
    fn edge_name(&self) -> Cow<'static, str> {
        match self.edge {
            Edge::Opens | Edge::Until(_) => "opens".into(),
            Edge::Closes => "closes".into(),
            Edge::At => "at".into(),
            Edge::Way(number) => format!("ways.{number}.closes").into(),
        }
    }

    /// The way whose end it is.
    fn way(&self) -> Option<&'a Way> {
        if let Edge::Way(number) = self.edge { self.placed.stage.ways.get(number) } else { None }
    }

    /// The way to its moment in the schedule.
    pub fn trail(&self) -> String {
        format!("rounds.{}.stages.{}.{}", self.placed.round_index, self.placed.stage_index, self.edge_name())
    }

    /// Its moment, as ISO 8601 has it, both ends of a period; and whether it was withdrawn.
    pub fn when(&self) -> String {
        let iso = |moment: &Moment| moment.datetime(&self.placed.schedule.zone.0).unwrap_or_default();
        let mut when = iso(self.moment);
        if let Edge::Until(closes) = self.edge {
            when = format!("{when}/{}", iso(closes));
        }
        if self.placed.is_withdrawn() { when + WITHDRAWN } else { when }
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
        match &self.placed.schedule.rounds {
            Some(Fact::Known { standing: Standing::Inferred(reason), .. }) => Some(because("standing_inferred", reason)),
            Some(Fact::Known { standing: Standing::Derived(reason), .. }) => Some(because("standing_derived", reason)),
            _ => None,
        }
    }

    fn status(&self) -> &'static str {
        let is_inferred = matches!(self.placed.schedule.rounds, Some(Fact::Known { standing: Standing::Inferred(_), .. }));
        match self.moment.year {
            _ if self.placed.is_withdrawn() => "CANCELLED",
            Year::Inferred { .. } => "TENTATIVE",
            _ if is_inferred || self.moment.vague.firm != Firm::Yes => "TENTATIVE",
            _ => "CONFIRMED",
        }
    }

    fn summary(&self, pen: &Pen<'_>, words: &Words, shared: &Shared, status: &str) -> String {
        let form = match (self.edge, self.placed.is_application) {
            (Edge::Opens, true) => &words.opens,
            (Edge::Closes | Edge::Way(_), true) => &words.closes,
            (Edge::Opens, false) => &words.begins,
            (Edge::Closes | Edge::Way(_), false) => &words.ends,
            (Edge::Until(_) | Edge::At, _) => &words.at,
        };
        let title = self.placed.title(pen, form, shared, self.way());
        match status {
            "CANCELLED" => words.withdrawn.fill(&[&title]),
            "TENTATIVE" => words.tentative.fill(&[&title]),
            _ => title,
        }
    }

    /// What it is, when, whom it concerns, how certain it is, and where to read on.
    fn push_description(&self, pen: &Pen<'_>, words: &Words, shared: &Shared, out: &mut String) {
        let zone = &self.placed.schedule.zone.0;
        self.placed.push_head(words, shared, out);
        let moment = match self.edge {
            Edge::Until(closes) => pen.kit.window(self.moment, closes, zone),
            _ => pen.moment_text(self.moment, zone),
        };
        match self.zone_name() {
            Some(name) => escape_into(&words.time.fill(&[&moment, &name.replace('_', " ")]), out),
            None => escape_into(&moment, out),
        }
        out.push_str(BREAK);
        if !self.moment.is_to_the_minute() {
            out.push_str(&words.no_time);
            out.push_str(BREAK);
        }
        if matches!(self.edge, Edge::Opens | Edge::Closes | Edge::Way(_)) {
            self.push_ends(pen, out);
        }
        if let Some(word) = &self.placed.stage.concerns {
            for part in [&*words.concerns, pen.kit.separator(), &*pen.word_name(Vocabulary::Parties, &word.word.id)] {
                escape_into(part, out);
            }
            out.push_str(BREAK);
        }
        match self.doubt(pen) {
            Some(doubt) => escape_into(&doubt, out),
            None => out.push_str(&words.stated),
        }
        self.placed.push_foot(pen, shared, out);
    }
}

impl Event<'_> {
    /// Ends that are no event of their own: each way with its end, the first one first; an end that has no date.
    fn push_ends(&self, pen: &Pen<'_>, out: &mut String) {
        let zone = &self.placed.schedule.zone.0;
        let mut line = |label: &str, moment: &Moment| {
            for part in [label, pen.kit.separator(), &*pen.moment_text(moment, zone)] {
                escape_into(part, out);
            }
            out.push_str(BREAK);
        };
        let closes = self.placed.stage.closes.as_ref().filter(|closes| closes.is_undated());
        if let Some(closes) = closes {
            line(&pen.kit.messages.text("label_closes"), closes);
        }
        for (way, closes) in self.placed.stage.closing_ways() {
            line(&pen.means(way).plain(), closes);
        }
    }
}

/// When the record was last revised, as far as it says so. It never goes back, and does not follow the clock of a build.
fn stamp(site: &Site, id: RecordId) -> Timestamp {
    let common = &site.entry(id).record.common;
    let moments = common.changes.iter().map(|change| &change.date).chain(&common.verified);
    moments.filter_map(|moment| dates::instant(site, moment)).max().unwrap_or(Timestamp::UNIX_EPOCH)
}
