//! What a row is about: the fields of its record's kind, or the part of the record that it is.

use jiff::tz::TimeZone;

use super::row::{Code, Part, Row};
use crate::model::fee::{Exception, Item};
use crate::model::hospital::{Designation, Hospital};
use crate::model::journey::Station;
use crate::model::moment::Moment;
use crate::model::organization::Organization;
use crate::model::program::{Participation, Program};
use crate::model::record::Body;
use crate::model::requirement::Requirement;
use crate::model::schedule::{Round, Schedule, Stage};
use crate::model::text::Text;
use crate::model::vocabulary::Entry as WordEntry;
use crate::model::way::Way;
use crate::model::word::Vocabulary;
use crate::site::recruitment::State;

macro_rules! bodies {
    ($($name:ident: $kind:ident;)*) => {$(
        #[doc = concat!("The fields of a ", stringify!($name), ".")]
        pub fn $name<'a>(row: &Row<'a>) -> Option<&'a $kind> {
            match row.body()? {
                Body::$kind(body) => Some(body),
                _ => None,
            }
        }
    )*};
}

bodies! {
    hospital: Hospital;
    organization: Organization;
    program: Program;
    schedule: Schedule;
}

macro_rules! parts {
    ($($name:ident: $kind:ty = $pattern:pat => $value:expr;)*) => {$(
        #[doc = concat!("The ", stringify!($name), " that the row is.")]
        pub fn $name<'a>(row: &Row<'a>) -> Option<$kind> {
            match &row.part {
                $pattern => Some($value),
                _ => None,
            }
        }
    )*};
}

parts! {
    designation: &'a Designation = Part::Designation(it) => it;
    participation: &'a Participation = Part::Participation(it) => it;
    requirement: &'a Requirement = Part::Requirement { it, .. } => it;
    requirement_list: &'static str = Part::Requirement { list, .. } => list;
    requirement_path: &'a str = Part::Requirement { path, .. } => path;
    item: &'a Item = Part::Item(it) => it;
    exception: &'a Exception = Part::Exception(it) => it;
    round: &'a Round = Part::Stage(it, _) | Part::Way(it, ..) => it;
    stage: &'a Stage = Part::Stage(_, it) | Part::Way(_, it, _) => it;
    way: &'a Way = Part::Way(.., it) => it;
    step: &'a Station = Part::Step(_, it) => it;
    step_number: u64 = Part::Step(number, _) => *number as u64;
    vocabulary: Vocabulary = Part::Word(it, _) => *it;
    word: &'a WordEntry = Part::Word(_, it) => it;
}

/// When a requirement is asked, or may stand in another's place.
pub fn condition<'a>(row: &Row<'a>) -> Option<&'a Text> {
    match row.part {
        Part::Requirement { condition, .. } => condition,
        _ => None,
    }
}

/// A moment in the site's zone.
pub fn site_moment<'a>(row: &Row<'a>, moment: Option<&'a Moment>) -> Option<(&'a Moment, &'a TimeZone)> {
    Some((moment?, &row.site.file.zone.0))
}

/// A moment in the zone of the row's schedule.
pub fn zoned<'a>(row: &Row<'a>, moment: Option<&'a Moment>) -> Option<(&'a Moment, &'a TimeZone)> {
    Some((moment?, &schedule(row)?.zone.0))
}

/// The state of recruitment.
pub fn state<'a>(row: &Row<'a>) -> Code<'a> {
    row.record?.1.state.map(State::as_str).map(Into::into)
}
