//! The names of time zones beside times of day.

use icu::datetime::fieldsets::zone::GenericLong;
use icu::datetime::{DateTimeFormatterPreferences, NoCalendarFormatter};
use icu::time::zone::{IanaParser, ZoneNameTimestamp};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::schedule::DEFAULT_ZONE;

/// How a language names zones.
#[derive(Debug)]
pub(super) struct Zones {
    /// What stands for Japan's time; empty where readers take it for granted.
    home: Option<String>,
    names: Option<NoCalendarFormatter<GenericLong>>,
}

impl Zones {
    /// `home` is the language's own word for Japan's time, if it has one.
    pub fn new(preferences: DateTimeFormatterPreferences, home: Option<String>) -> Self {
        Self { home, names: NoCalendarFormatter::try_new(preferences, GenericLong).ok() }
    }

    /// The name of a zone at an instant; `None` when it is not shown.
    pub fn name(&self, zone: &TimeZone, at: Timestamp) -> Option<String> {
        let Some(id) = zone.iana_name() else { return Some(abbreviation(zone, at)) };
        if id == DEFAULT_ZONE {
            return self
                .home
                .clone()
                .map_or_else(|| Some(abbreviation(zone, at)), |name| Some(name).filter(|name| !name.is_empty()));
        }
        let known = IanaParser::new().parse(id);
        let Some(names) = self.names.as_ref().filter(|_| !known.is_unknown()) else { return Some(id.to_owned()) };
        let known = known.with_offset(None).with_zone_name_timestamp(ZoneNameTimestamp::from_epoch_seconds(at.as_second()));
        Some(names.format(&known).to_string())
    }
}

fn abbreviation(zone: &TimeZone, at: Timestamp) -> String {
    zone.to_offset_info(at).abbreviation().to_owned()
}
