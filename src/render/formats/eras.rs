//! Years of the Japanese eras, from ICU's Japanese calendar.

use icu::calendar::cal::Japanese;
use icu::datetime::DateTimeFormatterPreferences;
use icu::datetime::fieldsets::enums::DateFieldSet;
use icu::datetime::input::Date;
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use jiff::civil;
use writeable::TryWriteable;

use super::template::Template;
use crate::model::moment::{Moment, Year};
use crate::render::messages::Messages;

type Names = FixedCalendarDateTimeNames<Japanese, DateFieldSet>;

/// Before the year 1873 the days of the Japanese calendar were not those of the Gregorian one.
const FIRST_YEAR: i16 = 1873;

/// How a language writes years of eras.
#[derive(Debug)]
pub(super) struct Eras {
    names: Names,
    year: DateTimePattern,
    first_year: DateTimePattern,
    two: Template,
}

impl Eras {
    /// `None` in languages that do not show eras.
    pub fn new(preferences: DateTimeFormatterPreferences, messages: &Messages) -> Option<Self> {
        let pattern = |id| {
            let text = messages.own_setting(id)?;
            DateTimePattern::try_from_pattern_str(&text).ok().filter(|_| !text.is_empty())
        };
        let (year, first_year) = (pattern("date_pattern_era")?, pattern("date_pattern_era_first")?);
        let mut names = Names::try_new(preferences).ok()?;
        names.include_for_pattern(&year).ok()?;
        names.include_for_pattern(&first_year).ok()?;
        Some(Self { names, year, first_year, two: Template::load(messages, "date_two_eras", &["first", "second"]) })
    }

    /// The era's year of a moment; both when its year or month spans two.
    pub fn year(&self, moment: &Moment) -> Option<String> {
        let year = moment.year_number();
        if matches!(moment.year, Year::Fiscal(_)) || year < FIRST_YEAR {
            return None;
        }
        let first = civil::Date::new(year, moment.month.unwrap_or(1), moment.day.unwrap_or(1)).ok()?;
        let last = match (moment.month, moment.day) {
            (Some(_), Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            _ => first.last_of_year(),
        };
        let (first, last) = (self.of_day(first)?, self.of_day(last)?);
        Some(if first == last { first } else { self.two.fill(&[&first, &last]) })
    }

    fn of_day(&self, day: civil::Date) -> Option<String> {
        let [month, day_of_month] = [day.month(), day.day()].map(i8::unsigned_abs);
        let date = Date::try_new_iso(i32::from(day.year()), month, day_of_month).ok()?.to_calendar(Japanese::new());
        let pattern = if date.era_year().year == 1 { &self.first_year } else { &self.year };
        let text = self.names.with_pattern_unchecked(pattern).format(&date).try_write_to_string().ok()?.into_owned();
        Some(text)
    }
}
