//! What several pages of one language show, made once before a build renders all of them.
//!
//! A page is the same with and without it: a preview, which renders one page, has none. It is kept because of its price: without it, a
//! build of 1,608 pages takes a tenth more of the processor's time (3.00 s and 2.68 s, the means of five runs by turns, not optimized).

use std::collections::HashMap;

use tera::Value;

use crate::markup::Inline;
use crate::model::moment::vague::Vague;
use crate::model::moment::{Moment, Year};
use crate::site::RecordId;

/// What was made.
#[derive(Default)]
pub struct Made {
    /// Of all records, by their places in the site.
    pub parts: Vec<Parts>,
    /// The plain moments of schedules, in the site's zone.
    pub moments: HashMap<Minute, Written>,
}

/// A moment in words.
pub struct Written {
    /// Plain.
    pub text: Box<str>,
    /// As machines can read it, too.
    pub time: Inline,
}

/// A moment that is known to the minute: year, month, day, hour, minute.
pub type Minute = (i16, i8, i8, i8, i8);

/// What other pages show of a record.
pub struct Parts {
    /// Its card, ready for templates.
    pub card: Value,
    /// A link to it with its title.
    pub link: Inline,
    /// Its state of recruitment.
    pub state: Option<StateWords>,
    /// Of a schedule with dates: its timeline.
    pub drawing: Option<Drawing>,
    /// Of a schedule: when to act.
    pub dates: Option<Dates>,
}

/// A state of recruitment, as a badge shows it.
pub struct StateWords {
    /// The state, as a class for styles.
    pub class: &'static str,
    /// Its word.
    pub text: Inline,
    /// The windows that it follows from.
    pub windows: Option<Box<str>>,
}

/// The instants of a schedule at which somebody who applies may or must act.
#[derive(Debug, Clone)]
pub struct Dates {
    /// All of them, those hidden that are not the next.
    pub all: Inline,
    /// One is still to come.
    pub any_to_come: bool,
}

/// A schedule as a drawing.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// SVG, ready for templates: pages of the schedule and of its program show the same.
    pub svg: Value,
    /// Some days in it are not known.
    pub vague: bool,
    /// Stages that have no date, in words.
    pub undated: Option<Inline>,
    /// The last of what it shows, in seconds of Unix time.
    pub last: i64,
    /// It shows a single date.
    pub single: bool,
}

impl Made {
    /// What other pages show of a record.
    pub fn of(&self, id: RecordId) -> Option<&Parts> {
        self.parts.get(id.0 as usize)
    }

    /// A plain moment in the site's zone.
    pub fn moment(&self, moment: &Moment) -> Option<&Written> {
        self.moments.get(&minute(moment)?)
    }
}

/// The minute, if the moment is known to it and says nothing else: another may be told in other words (必着, 頃, to be confirmed).
pub fn minute(moment: &Moment) -> Option<Minute> {
    let Year::Calendar(year) = moment.year else { return None };
    if moment.vague != Vague::default() {
        return None;
    }
    let time = moment.time?;
    Some((year, moment.month?, moment.day?, time.hour(), time.minute()))
}
