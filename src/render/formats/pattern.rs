//! A date pattern with the names that it needs: one from the messages, or ICU's own.

use icu::calendar::Gregorian;
use icu::datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu::datetime::input::{Date, DateTime, Time};
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu::datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use writeable::TryWriteable;

type Names = FixedCalendarDateTimeNames<Gregorian, CompositeDateTimeFieldSet>;

/// A pattern that is ready for use.
#[derive(Debug)]
pub(super) struct Pattern {
    pattern: DateTimePattern,
    /// Its own: two patterns may need month names of different lengths.
    names: Names,
}

impl Pattern {
    /// Reads a pattern of Unicode TR35; `None` when it is empty or not one.
    pub fn parse(text: &str, preferences: DateTimeFormatterPreferences) -> Option<Self> {
        let pattern = DateTimePattern::try_from_pattern_str(text).ok().filter(|_| !text.is_empty())?;
        Self::with_names(pattern, preferences)
    }

    /// ICU's own pattern for these fields.
    pub fn of_icu(fields: CompositeDateTimeFieldSet, preferences: DateTimeFormatterPreferences) -> Option<Self> {
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(preferences, fields).ok()?;
        // Which moment it is does not matter to the pattern of any year that is written with four digits.
        let sample = DateTime { date: Date::try_new_gregorian(2024, 1, 1).ok()?, time: Time::start_of_day() };
        Self::with_names(formatter.format(&sample).pattern(), preferences)
    }

    fn with_names(pattern: DateTimePattern, preferences: DateTimeFormatterPreferences) -> Option<Self> {
        let mut names = Names::try_new(preferences).ok()?;
        names.include_for_pattern(&pattern).ok()?;
        Some(Self { pattern, names })
    }

    pub fn format(&self, moment: &DateTime<Gregorian>) -> String {
        match self.names.with_pattern_unchecked(&self.pattern).format(moment).try_write_to_string() {
            Ok(text) | Err((_, text)) => text.into_owned(),
        }
    }
}
