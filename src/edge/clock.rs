//! The instant that a build is "as of": given, from the environment, or the clock, read once.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, tz};

use crate::base::{Arg, Diagnostic, Place};

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
            Self::Option(_) => "as-of-unreadable-help",
            Self::Environment(_) => "source-date-epoch-unreadable-help",
        }
    }

    /// What the messages show: `value`, as it was given.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let (Self::Option(value) | Self::Environment(value)) = self;
        vec![("value", Arg::Text(value.escape_debug().to_string()))]
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
        Ok(date) if text.len() == "2026-11-21".len() => date.to_datetime(jiff::civil::Time::midnight()),
        _ if text.contains(['[', 'Z', 'z', '+']) => return None,
        _ => text.parse::<DateTime>().ok()?,
    };
    zone.to_ambiguous_timestamp(civil).compatible().ok()
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
