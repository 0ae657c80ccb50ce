//! The instant that a build is "as of": given, from the environment, or the clock, read once.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, tz};

use crate::base::{Arg, Diagnostic, Place};
use crate::model::moment::spelling::{self, Written};
use crate::model::moment::vague::Vague;

/// Name of the environment variable of reproducible builds (<https://reproducible-builds.org/specs/source-date-epoch/>).
pub const SOURCE_DATE_EPOCH: &str = "SOURCE_DATE_EPOCH";

/// A given instant that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsOfError {
    /// The value of `--as-of`.
    Option(String),
    /// The value of `SOURCE_DATE_EPOCH`.
    Environment(String),
}

impl AsOfError {
    /// Id of the message that says what is wrong.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Option(_) => "as-of-unreadable",
            Self::Environment(_) => "source-date-epoch-unreadable",
        }
    }

    /// Id of the message that says what to write instead.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Option(value) if first_day(value).is_some() => "as-of-part-help",
            Self::Option(_) => "as-of-unreadable-help",
            Self::Environment(_) => "source-date-epoch-unreadable-help",
        }
    }

    /// What the messages show: `value`, as it was given, and the `day` with which it begins.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let (Self::Option(value) | Self::Environment(value)) = self;
        let day = first_day(value).map(|day| ("day", Arg::Text(day.to_string())));
        std::iter::once(("value", Arg::Text(value.escape_debug().to_string()))).chain(day).collect()
    }
}

impl From<&AsOfError> for Diagnostic {
    /// The finding as which a run reports it; it is in no file, so its path is what the value was given by.
    fn from(error: &AsOfError) -> Self {
        let given_by = match error {
            AsOfError::Option(_) => "--as-of",
            AsOfError::Environment(_) => SOURCE_DATE_EPOCH,
        };
        let mut finding = Self::error(error.message(), Place::file(&given_by.into())).help(error.help());
        finding.args = error.args();
        finding
    }
}

impl std::fmt::Display for AsOfError {
    /// The message's id and the value; the words for people are in `locales/`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Option(value) | Self::Environment(value)) = self;
        write!(f, "{} value={value:?}", self.message())
    }
}

impl std::error::Error for AsOfError {}

/// The value of `--as-of` if there is one, in the site's zone where it has no offset, else SOURCE_DATE_EPOCH, else the clock. `environment` gives the value of a
/// variable: `|name| std::env::var(name).ok()`.
///
/// # Errors
/// The value that counts is given and cannot be read. An empty SOURCE_DATE_EPOCH counts as not given.
pub fn as_of(
    option: Option<&str>,
    zone: impl FnOnce() -> tz::TimeZone,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<Timestamp, AsOfError> {
    if let Some(text) = option {
        return instant(text.trim(), &zone()).ok_or_else(|| AsOfError::Option(text.to_owned()));
    }
    match environment(SOURCE_DATE_EPOCH) {
        Some(text) if !text.trim().is_empty() => {
            let seconds = text.trim().parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
            seconds.ok_or(AsOfError::Environment(text))
        }
        _ => Ok(Timestamp::now()),
    }
}

/// The clock.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Is the instant given by the environment?
pub fn is_in_environment(environment: impl Fn(&str) -> Option<String>) -> bool {
    environment(SOURCE_DATE_EPOCH).is_some_and(|text| !text.trim().is_empty())
}

/// An instant as editors write it: a day (its first instant) or a time of day in the zone, or an instant with an offset.
pub fn instant(text: &str, zone: &tz::TimeZone) -> Option<Timestamp> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(instant);
    }
    let civil = match text.parse::<Date>() {
        Ok(date) if text.len() == "2026-11-21".len() => date.to_datetime(Time::midnight()),
        _ if text.contains(['[', 'Z', 'z', '+']) => return None,
        _ => text.parse::<DateTime>().ok().or_else(|| spelled(text))?,
    };
    zone.to_ambiguous_timestamp(civil).compatible().ok()
}

/// A day or a time of day as it may be written in records: `令和9年4月1日`, `1 April 2027, noon`.
fn spelled(text: &str) -> Option<DateTime> {
    let written = exact(text)?;
    let date = Date::new(written.year, written.month?, written.day?).ok()?;
    let is_plain = written.offset.is_none() && !written.vague.ends_day;
    is_plain.then(|| date.to_datetime(written.time.unwrap_or(Time::midnight())))
}

/// What is written of a moment, where nothing of it is left open.
fn exact(text: &str) -> Option<Written> {
    let written = spelling::moment(text).ok()?;
    let is_exact = Vague { ends_day: written.vague.ends_day, ..Vague::default() } == written.vague;
    is_exact.then_some(written)
}

/// A day, a month or a year as it is written in records, in the manner of ISO 8601; nothing of a time of day, or of what is vague.
pub fn day_or_part(text: &str) -> Option<String> {
    let written = exact(text).filter(|written| written.time.is_none() && !written.vague.ends_day)?;
    Some(Written { weekday: None, ..written }.canonical(text))
}

/// The day with which a month, a year or a fiscal year begins.
pub fn first_day(text: &str) -> Option<Date> {
    if let Some(written) = exact(text) {
        let day = Date::new(written.year, written.month.unwrap_or(1), written.day.unwrap_or(1)).ok();
        return day.filter(|_| written.day.is_none());
    }
    text.contains("年度").then(|| Date::new(spelling::year(text)?, 4, 1).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn japan() -> tz::TimeZone {
        tz::TimeZone::get("Asia/Tokyo").unwrap()
    }

    fn given(text: &str) -> Option<String> {
        as_of(Some(text), japan, |_| None).ok().map(|instant| instant.to_string())
    }

    #[test]
    fn days_and_times_are_the_sites() {
        assert_eq!(given("2026-11-21").as_deref(), Some("2026-11-20T15:00:00Z"));
        assert_eq!(given(" 2026-11-21 12:00 ").as_deref(), Some("2026-11-21T03:00:00Z"));
        assert_eq!(given("2026-11-21T12:00:30").as_deref(), Some("2026-11-21T03:00:30Z"));
        let new_york = || tz::TimeZone::get("America/New_York").unwrap();
        let winter = as_of(Some("2026-11-21"), new_york, |_| None).unwrap();
        let summer = as_of(Some("2026-07-21"), new_york, |_| None).unwrap();
        assert_eq!((winter.to_string().as_str(), summer.to_string().as_str()), ("2026-11-21T05:00:00Z", "2026-07-21T04:00:00Z"));
    }

    #[test]
    fn days_are_read_as_records_have_them() {
        for text in
            ["令和8年11月21日", "令和８年１１月２１日（土）", "R8.11.21", "2026/11/21", "2026年11月21日", "21 November 2026"]
        {
            assert_eq!(given(text).as_deref(), Some("2026-11-20T15:00:00Z"), "{text}");
        }
        assert_eq!(given("令和8年11月21日 正午").as_deref(), Some("2026-11-21T03:00:00Z"));
        for (text, day) in
            [("令和9年", "2027-01-01"), ("2027-04", "2027-04-01"), ("令和9年度", "2027-04-01"), ("令和9年4月", "2027-04-01")]
        {
            let error = as_of(Some(text), japan, |_| None).unwrap_err();
            assert_eq!(error.help(), "as-of-part-help", "{text}");
            assert!(error.args().contains(&("day", Arg::Text(day.to_owned()))), "{text}");
        }
        for text in ["令和8年11月21日頃", "令和8年2月30日", "2026年11月21日(月)"] {
            assert_eq!(as_of(Some(text), japan, |_| None).unwrap_err().help(), "as-of-unreadable-help", "{text}");
        }
        let parts = ["令和9年4月1日（木）", "令和9年4月", "令和9年", "2027-04-01 12:00", "令和9年度", "4月1日"].map(day_or_part);
        assert_eq!(parts.map(Option::unwrap_or_default), ["2027-04-01", "2027-04", "2027", "", "", ""]);
    }

    #[test]
    fn instants_keep_their_offset() {
        assert_eq!(given("2026-11-21T12:00:00+01:00").as_deref(), Some("2026-11-21T11:00:00Z"));
        assert_eq!(given("2026-11-21T12:00:00Z").as_deref(), Some("2026-11-21T12:00:00Z"));
        assert_eq!(given("2026-11-21 12:00:00-05:00").as_deref(), Some("2026-11-21T17:00:00Z"));
    }

    #[test]
    fn anything_else_is_an_error_that_shows_the_value() {
        for text in ["", "tomorrow", "2026-13-01", "2026-11-21 25:00", "令和8年", "2026-11", "2026-11-21[Europe/Paris]"] {
            assert_eq!(as_of(Some(text), japan, |_| None), Err(AsOfError::Option(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn the_option_counts_before_the_environment_and_that_before_the_clock() {
        let environment = |name: &str| (name == SOURCE_DATE_EPOCH).then(|| "86400".to_owned());
        assert_eq!(as_of(None, japan, environment).unwrap().to_string(), "1970-01-02T00:00:00Z");
        assert_eq!(as_of(Some("2026-11-21"), japan, environment).unwrap().to_string(), "2026-11-20T15:00:00Z");
        let bad = as_of(None, japan, |_| Some("soon".to_owned()));
        assert_eq!(bad, Err(AsOfError::Environment("soon".to_owned())));
        assert!(as_of(None, japan, |_| Some(String::new())).unwrap() > Timestamp::UNIX_EPOCH);
    }
}
