//! Makes what several pages of one language show.

use jiff::civil::Time;
use rayon::prelude::*;
use tera::Value;

use super::parts::Badge;
use super::{answers, cards, timeline};
use crate::base::Span;
use crate::model::moment::vague::Vague;
use crate::model::moment::{Moment, Year};
use crate::model::record::Body;
use crate::render::made::{Made, Minute, Parts, StateWords, Written, minute};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// Records that a thread makes it for without handing some to another.
const AT_ONCE: usize = 50;

/// Makes it for all records, in parallel.
pub fn prepare(pen: &Pen<'_>) -> Made {
    let ids: Vec<RecordId> = pen.site.ids().map(|(id, _)| id).collect();
    let moments = minutes(pen).par_iter().filter_map(|minute| Some((*minute, written(pen, *minute)?))).collect();
    // The parts of records show moments, too.
    let made = Made { parts: Vec::new(), moments };
    let parts = {
        let pen = Pen { made: Some(&made), ..*pen };
        ids.into_par_iter().with_max_len(AT_ONCE).map(|id| parts(&pen, id)).collect()
    };
    Made { parts, ..made }
}

fn parts(pen: &Pen<'_>, id: RecordId) -> Parts {
    let schedule = match &pen.site.entry(id).record.body {
        Body::Schedule(schedule) => Some(schedule),
        _ => None,
    };
    let state = cards::state_badge(pen, id);
    Parts {
        link: pen.record(id),
        drawing: schedule.and_then(|schedule| timeline::drawing(pen, id, schedule)),
        dates: schedule.map(|schedule| answers::dates(pen, schedule)),
        card: Value::from_serializable(&cards::new_card(pen, id, state.as_ref())),
        state: state.map(|Badge { class, text, windows }| StateWords { class, text, windows: windows.map(Into::into) }),
    }
}

/// The moments of all schedules in the site's zone, each once.
fn minutes(pen: &Pen<'_>) -> Vec<Minute> {
    let ids: Vec<RecordId> = pen.site.ids().map(|(id, _)| id).collect();
    let mut all: Vec<Minute> = ids.into_par_iter().flat_map_iter(|id| minutes_of(pen, id)).collect();
    all.par_sort_unstable();
    all.dedup();
    all
}

/// The moments of a schedule, if its zone is the site's.
fn minutes_of(pen: &Pen<'_>, id: RecordId) -> Vec<Minute> {
    let Body::Schedule(schedule) = &pen.site.entry(id).record.body else { return Vec::new() };
    if !pen.is_own_zone(&schedule.zone.0) {
        return Vec::new();
    }
    let stages = schedule.known_rounds().iter().flat_map(|round| &round.stages);
    stages.flat_map(|stage| [&stage.opens, &stage.closes, &stage.at]).flatten().filter_map(minute).collect()
}

fn written(pen: &Pen<'_>, (year, month, day, hour, minute): Minute) -> Option<Written> {
    let time = Some(Time::new(hour, minute, 0, 0).ok()?);
    let (year, month, day) = (Year::Calendar(year), Some(month), Some(day));
    let moment = Moment { year, month, day, time, has_weekday: false, vague: Vague::default(), span: Span::default() };
    let zone = &pen.site.file.zone.0;
    Some(Written { text: pen.moment_text(&moment, zone).into(), time: pen.time(&moment, zone) })
}
