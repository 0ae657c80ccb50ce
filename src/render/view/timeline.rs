//! The timeline of a schedule: the drawing, what its shapes mean, and the stages that it cannot show.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use tera::Value;

use super::html::html;
use super::words;
use crate::base::{Arg, Span};
use crate::markup::Inline;
use crate::model::moment::vague::Vague;
use crate::model::moment::{Because, Moment, Year};
use crate::model::record::Body;
use crate::model::schedule::{Round, Schedule, Stage};
use crate::render::draw::svg::Words;
use crate::render::draw::timeline::{self as draw, Bar, Lane, Tick, Time, When};
use crate::render::made::Drawing;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// A schedule as a drawing.
#[derive(Debug, Serialize)]
pub struct Timeline {
    /// On pages of other records: a link to the schedule.
    #[serde(serialize_with = "html")]
    pub heading: Option<Inline>,
    /// The drawing.
    pub drawing: Value,
    /// Some days in it are not known.
    pub vague: bool,
    /// On pages of other records: all of it was over when the page was made.
    pub past: bool,
    /// The first of those that were over, which are folded together.
    pub folds: bool,
    /// Stages that have no date, in words.
    #[serde(serialize_with = "html")]
    pub undated: Option<Inline>,
}

/// The longest time that is shown by months.
const MONTHS: i64 = 30;
/// The most years, decades … that are shown.
const YEARS: i64 = 40;

/// The timeline of a schedule on its own page; nothing without dates.
pub fn timeline(pen: &Pen<'_>, id: RecordId, schedule: &Schedule) -> Option<Timeline> {
    shown(pen, id, schedule).map(|(_, timeline)| timeline)
}

/// How long what is drawn lasts, and whether it is a single date.
struct Drawn {
    last: i64,
    single: bool,
}

fn shown(pen: &Pen<'_>, id: RecordId, schedule: &Schedule) -> Option<(Drawn, Timeline)> {
    let Drawing { svg, vague, undated, last, single } = match pen.made.and_then(|made| made.of(id)) {
        Some(parts) => parts.drawing.clone(),
        None => drawing(pen, id, schedule),
    }?;
    Some((Drawn { last, single }, Timeline { heading: None, drawing: svg, vague, undated, past: false, folds: false }))
}

/// The drawing of a schedule; nothing without dates.
pub fn drawing(pen: &Pen<'_>, id: RecordId, schedule: &Schedule) -> Option<Drawing> {
    let zone = &schedule.zone.0;
    let mut undated = Vec::new();
    let lanes: Vec<Lane> = schedule
        .known_rounds()
        .iter()
        .map(|round| Lane {
            name: round_name(pen, round),
            bars: round.stages.iter().filter_map(|stage| bar(pen, stage, zone, &mut undated)).collect(),
        })
        .collect();
    let bars = || lanes.iter().flat_map(|lane| &lane.bars);
    let first = bars().map(|bar| bar.ends().0).min()?;
    let last = bars().map(|bar| bar.ends().1).max()?;
    let single = bars().count() == 1 && bars().all(|bar| !matches!(bar.when, When::Window(..)));
    let now = pen.site.as_of.as_second();
    // Today is shown when it is not far off.
    let span = last.saturating_sub(first);
    let from = if now < first && first.saturating_sub(now) <= span / 2 { now } else { first };
    let to = if now > last && now.saturating_sub(last) <= span / 4 { now } else { last };
    let ticks = ticks(from, to, zone);
    let slug = pen.site.entry(id).slug();
    let is_vague = |bar: &Bar| match bar.when {
        When::Window(opens, closes) => opens.is_vague || closes.is_vague,
        When::From(time) | When::Until(time) | When::At(time) => time.is_vague,
    };
    let vague = bars().any(is_vague);
    let drawing = draw::Timeline {
        id: format!("timeline-{slug}"),
        title: title(pen, id),
        description: description(pen, schedule, zone),
        today: pen.kit.messages.text("timeline_today"),
        now,
        right_to_left: pen.site.languages.is_right_to_left(pen.lang),
        from: ticks.first().map_or(from, |tick| tick.at.min(from)),
        to: ticks.last().map_or(to, |tick| tick.at.max(to)),
        ticks,
        lanes,
    };
    let undated = (!undated.is_empty()).then(|| pen.explained("timeline_undated", &pen.kit.list_of(&undated)));
    let svg = draw::draw(&drawing, &|tick, with_year| tick_name(pen, tick, with_year, zone))?;
    Some(Drawing { svg: Value::safe_string(&svg), vague, undated, last, single })
}

/// The timelines of schedules on the page of their program, the latest first. A single date is said as well in words.
pub fn timelines(pen: &Pen<'_>, schedules: impl IntoIterator<Item = RecordId>) -> Vec<Timeline> {
    let of = |id: RecordId| {
        let Body::Schedule(schedule) = &pen.site.entry(id).record.body else { return None };
        let (drawn, timeline) = shown(pen, id, schedule)?;
        let past = drawn.last <= pen.site.as_of.as_second();
        (!drawn.single).then(|| (drawn.last, Timeline { heading: Some(pen.record(id)), past, ..timeline }))
    };
    let mut timelines: Vec<(i64, Timeline)> = schedules.into_iter().filter_map(of).collect();
    timelines.sort_by_key(|(last, _)| Reverse(*last));
    let mut timelines: Vec<Timeline> = timelines.into_iter().map(|(_, timeline)| timeline).collect();
    if let Some(first) = timelines.iter_mut().find(|timeline| timeline.past) {
        first.folds = true;
    }
    timelines
}

fn round_name(pen: &Pen<'_>, round: &Round) -> Words {
    let name = round.name.as_ref().or_else(|| pen.site.vocabularies.name(&round.round.as_ref()?.word));
    name.map(|name| words::text(pen, name)).unwrap_or_default()
}

/// The stage; one without a date is named instead.
fn bar(pen: &Pen<'_>, stage: &Stage, zone: &TimeZone, undated: &mut Vec<Inline>) -> Option<Bar> {
    let text = stage.stage.as_ref().and_then(|stage| pen.site.vocabularies.name(&stage.word));
    let time = |moment: &Option<Moment>| moment.as_ref().and_then(|moment| time(moment, zone));
    let when = match (time(&stage.at), time(&stage.opens), time(&stage.closes)) {
        (Some(at), ..) => When::At(at),
        (None, Some(opens), Some(closes)) => When::Window(opens, closes),
        (None, Some(opens), None) => When::From(opens),
        (None, None, Some(closes)) => When::Until(closes),
        (None, None, None) => {
            undated.extend(text.map(|text| pen.text(text)));
            return None;
        }
    };
    Some(Bar { name: text.map(|text| words::text(pen, text)).unwrap_or_default(), when })
}

fn time(moment: &Moment, zone: &TimeZone) -> Option<Time> {
    let (first, end) = (moment.start(zone)?.as_second(), moment.end(zone)?.as_second());
    Some(Time { first, end, is_vague: moment.day.is_none() })
}

/// What the drawing is. A title in another language cannot be marked in it, and is left out.
fn title(pen: &Pen<'_>, id: RecordId) -> String {
    let title = words::title(pen, id);
    match title.lang {
        None => pen.kit.messages.format("timeline_title", &[("title", Arg::Text(title.text))]),
        Some(_) => pen.kit.messages.text("heading_timeline"),
    }
}

/// Each round with its first and last time, in words; the tables have the rest. A name in another language is replaced by the
/// number of the round.
fn description(pen: &Pen<'_>, schedule: &Schedule, zone: &TimeZone) -> String {
    let messages = &pen.kit.messages;
    let mut parts = Vec::new();
    for (i, round) in schedule.known_rounds().iter().enumerate() {
        let moments = || round.stages.iter().flat_map(|stage| [&stage.at, &stage.opens, &stage.closes]).flatten();
        let first = moments().min_by_key(|moment| moment.start(zone));
        let last = moments().max_by_key(|moment| moment.end(zone));
        if let (Some(first), Some(last)) = (first, last) {
            let words = |moment: &Moment| Arg::Text(pen.moment_text(moment, zone));
            let name = round_name(pen, round);
            let name = match name.lang {
                None => Arg::Text(name.text),
                Some(_) => Arg::Text(messages.format("timeline_round_number", &[("number", Arg::from(i + 1))])),
            };
            parts.push(messages.format("timeline_round", &[("round", name), ("from", words(first)), ("to", words(last))]));
        }
    }
    parts.push(messages.text("timeline_in_tables"));
    parts.join(" ")
}

/// The beginnings of the months that a time touches, and the one after; of years or more, where it is long.
fn ticks(from: i64, to: i64, zone: &TimeZone) -> Vec<Tick> {
    let civil = |second: i64| {
        let date = Timestamp::from_second(second).ok()?.to_zoned(zone.clone()).date();
        Some((date.year(), date.month()))
    };
    let (Some(first), Some(last)) = (civil(from), civil(to.saturating_sub(1).max(from))) else { return Vec::new() };
    let months = |(year, month): (i16, i8)| i64::from(year) * 12 + i64::from(month) - 1;
    let (first, last) = (months(first), months(last) + 1);
    if last - first <= MONTHS {
        return (first..=last).filter_map(|number| tick(number, 1, zone)).collect();
    }
    let (first, last) = (first.div_euclid(12), last.div_euclid(12) + 1);
    let mut step = 1;
    while (last - first) / step > YEARS {
        step *= 10;
    }
    let numbers = first.div_euclid(step)..=last.div_euclid(step) + 1;
    numbers.filter_map(|number| tick(number, 12 * step, zone)).collect()
}

/// The beginning of a month; of years, when a step is that long.
fn tick(number: i64, step: i64, zone: &TimeZone) -> Option<Tick> {
    let month = number * step;
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    let at = zone.to_ambiguous_timestamp(Date::new(year, month, 1).ok()?.to_datetime(jiff::civil::Time::midnight()));
    Some(Tick { at: at.compatible().ok()?.as_second(), number, year, month: (step < 12).then_some(month) })
}

/// The name of a tick, with its year or without.
fn tick_name(pen: &Pen<'_>, tick: &Tick, with_year: bool, zone: &TimeZone) -> String {
    let year = match tick.month {
        Some(_) if !with_year => Year::Inferred { year: tick.year, because: Because::Weekday },
        _ => Year::Calendar(tick.year),
    };
    let moment = Moment {
        year,
        month: tick.month,
        day: None,
        time: None,
        has_weekday: false,
        vague: Vague::default(),
        span: Span::default(),
    };
    pen.kit.moment(&moment, zone)
}
