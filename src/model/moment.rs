//! Dates and times exactly as precise as they are known.

mod advice;
mod fiscal;
pub mod near;
mod reader;
pub mod recurrence;
mod scan;
mod signs;
pub mod spelling;
mod undated;
pub mod vague;
mod written;

pub use fiscal::{Basis, FiscalYear};

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::node::Node;
use super::read::{Cx, Described, Fields, Read, Shape, fields, indispensable, nameable, one_cell};
use super::text::Text;
use crate::base::Span;
use vague::Vague;

/// The zone of times for which none is named.
pub const DEFAULT_ZONE: &str = "Asia/Tokyo";

/// How the year of a moment is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Year {
    /// Written.
    Calendar(i16),
    /// A Japanese fiscal year: April to March.
    Fiscal(i16),
    /// Not written in the source; inferred.
    Inferred {
        /// The year.
        year: i16,
        /// Why.
        because: Because,
    },
    /// There is no date: the window lasts until something ends it (`vague.until`), or the date is not fixed yet.
    Undated {
        /// When it is expected to be announced.
        expected: Option<spelling::Written>,
    },
}

/// Why a year was inferred.
#[derive(Debug, Clone, PartialEq)]
pub enum Because {
    /// The weekday fits this year.
    Weekday,
    /// A reason of the editors.
    Text(Text),
}

/// A year, month, day or minute. The parts after the first missing one are missing too.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The year.
    pub year: Year,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31, valid in its month.
    pub day: Option<i8>,
    /// Wall-clock time, to the minute.
    pub time: Option<Time>,
    /// A weekday was written, and it is right.
    pub has_weekday: bool,
    /// What is left open; whether it is the end of its day.
    pub vague: Vague,
    /// Where it stands.
    pub span: Span,
}

impl Moment {
    /// The year as a number of the Western calendar; of a fiscal year, the year in which it begins; 0 where there is no date.
    pub fn year_number(&self) -> i16 {
        match self.year {
            Year::Calendar(year) | Year::Fiscal(year) | Year::Inferred { year, .. } => year,
            Year::Undated { .. } => 0,
        }
    }

    /// Has it no date at all?
    pub fn is_undated(&self) -> bool {
        matches!(self.year, Year::Undated { .. })
    }

    /// A day of the calendar.
    pub fn of_day(day: Date, span: Span) -> Self {
        Self {
            year: Year::Calendar(day.year()),
            month: Some(day.month()),
            day: Some(day.day()),
            time: None,
            has_weekday: false,
            vague: Vague::default(),
            span,
        }
    }

    /// Is it an instant, and not a day or more?
    pub fn is_to_the_minute(&self) -> bool {
        self.time.is_some() || self.vague.ends_day
    }

    /// The calendar day, if it is known to the day.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year_number(), self.month?, self.day?).ok()
    }

    /// The first instant that the moment may mean, in the given zone.
    pub fn start(&self, zone: &TimeZone) -> Option<Timestamp> {
        if self.is_undated() {
            return None;
        }
        if self.vague.ends_day {
            return self.end(zone);
        }
        let season = self.vague.part.filter(|part| part.is_season());
        let first = season.map_or(if matches!(self.year, Year::Fiscal(_)) { 4 } else { 1 }, vague::Part::first_month);
        let part = self.vague.part.filter(|_| season.is_none());
        let day = self.day.or(part.map(vague::Part::first_day)).unwrap_or(1);
        let date = Date::new(self.year_number(), self.month.unwrap_or(first), day).ok()?;
        instant(date, self.time.unwrap_or(Time::midnight()), zone)
    }

    /// The first instant after all that the moment may mean: itself when known to the minute, else the end of its day,
    /// month, part of a month or year, or year.
    pub fn end(&self, zone: &TimeZone) -> Option<Timestamp> {
        if let (Some(date), Some(time)) = (self.date(), self.time) {
            return instant(date, time, zone);
        }
        if let Some(date) = self.date() {
            return instant(date.tomorrow().ok()?, Time::midnight(), zone);
        }
        if let (Some(month), Some(day)) = (self.month, self.vague.part.and_then(vague::Part::day_after)) {
            return instant(Date::new(self.year_number(), month, day).ok()?, Time::midnight(), zone);
        }
        let start = self.start(zone)?.to_zoned(zone.clone());
        let step = match (self.month, self.vague.part) {
            (Some(_), Some(_)) => return instant(start.date().last_of_month().tomorrow().ok()?, Time::midnight(), zone),
            (Some(_), None) => 1.month(),
            // Behind a year alone stands a season.
            (None, Some(_)) => 3.months(),
            (None, None) => 1.year(),
        };
        start.checked_add(step).ok().map(|end| end.timestamp())
    }

    /// As in the `datetime` attribute of HTML's `time`: `2023`, `2023-11`, `2023-11-14`, `2023-11-14T12:00+09:00`.
    pub fn datetime(&self, zone: &TimeZone) -> Option<String> {
        if matches!(self.year, Year::Fiscal(_) | Year::Undated { .. }) {
            return None;
        }
        // A time of day is told as the zone has it: once a year there is an hour less.
        let local = match self.is_to_the_minute() {
            true => {
                let at = self.start(zone)?;
                let offset = zone.to_offset(at);
                Some((offset.to_datetime(at), offset))
            }
            false => None,
        };
        let (year, month, day) = match &local {
            Some((at, _)) => (at.year(), Some(at.month()), Some(at.day())),
            None => (self.year_number(), self.month, self.day),
        };
        let mut out = Vec::with_capacity("2023-11-14T12:00+09:00".len());
        out.extend_from_slice(&two_digits(i32::from(year) / 100));
        out.extend_from_slice(&two_digits(i32::from(year)));
        for part in [month, day].into_iter().flatten() {
            out.push(b'-');
            out.extend_from_slice(&two_digits(part.into()));
        }
        if let Some((at, offset)) = local {
            let minutes = offset.seconds() / 60;
            let sign = if offset.seconds() < 0 { b'-' } else { b'+' };
            let pairs = [(b'T', at.hour().into()), (b':', at.minute().into()), (sign, minutes / 60), (b':', minutes % 60)];
            for (mark, number) in pairs {
                out.push(mark);
                out.extend_from_slice(&two_digits(number));
            }
        }
        String::from_utf8(out).ok()
    }
}

/// The last two digits of a number, in ASCII.
pub fn two_digits(number: i32) -> [u8; 2] {
    let number = (number.unsigned_abs() % 100) as u8;
    [b'0' + number / 10, b'0' + number % 10]
}

fn instant(date: Date, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().ok()
}

/// The message id of a weekday's name.
pub fn weekday_message(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

/// From one moment to another; either end may be missing. One moment alone is both.
#[derive(Debug, Clone, PartialEq)]
pub enum Period {
    /// One moment.
    At(Moment),
    /// From the first to the second, both included.
    Range(Option<Moment>, Option<Moment>),
}

fields! {
    /// The ends of a period.
    Ends {
        /// The first moment.
        from: Option<Moment>,
        /// The last.
        to: Option<Moment>,
    }
}

impl Described for Period {
    fn shape() -> Shape {
        Shape::Either("period", vec![Moment::shape(), Shape::Map(Ends::MAP)])
    }
}

impl Read for Period {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.get("from").is_none() && node.get("to").is_none() {
            return Moment::read(node, cx).map(Self::At);
        }
        let mut fields = Fields::of(node, "value-period", cx)?;
        let Ends { from, to } = Ends::from_fields(&mut fields)?;
        fields.finish();
        Some(Self::Range(from, to))
    }
}

indispensable!(Moment);
nameable!(Moment);

one_cell!(Moment: Moment = |it| it as _;);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read::tests::outcome;

    #[test]
    fn a_minute_is_written_with_the_offset_that_its_zone_has_then() {
        let zones = ["Asia/Tokyo", "Asia/Kolkata", "America/New_York", "America/St_Johns", "Africa/Monrovia", "UTC"];
        let minutes = [(1971, 6, 1), (2024, 1, 15), (2024, 7, 15), (2024, 3, 10)];
        for zone in zones.map(|name| TimeZone::get(name).unwrap()) {
            for (year, month, day) in minutes {
                let (year, time) = (Year::Calendar(year), Some(Time::constant(2, 30, 0, 0)));
                let moment = Moment {
                    year,
                    month: Some(month),
                    day: Some(day),
                    time,
                    has_weekday: false,
                    vague: Vague::default(),
                    span: Span::default(),
                };
                let at = moment.start(&zone).unwrap().to_zoned(zone.clone());
                // Offsets of HTML have no seconds (2.3.5.6); Monrovia's had some until 1972.
                let known = at.strftime("%Y-%m-%dT%H:%M%:z").to_string();
                assert_eq!(moment.datetime(&zone).as_deref(), known.get(.."2024-07-15T02:30+09:00".len()));
            }
        }
    }

    fn read_of(text: &str) -> Moment {
        let spelling::Written { year, month, day, time, weekday, vague, .. } =
            spelling::moment(text).unwrap_or_else(|_| panic!("{text}"));
        Moment { year: Year::Calendar(year), month, day, time, has_weekday: weekday.is_some(), vague, span: Span::default() }
    }

    #[test]
    fn a_moment_lasts_as_long_as_it_is_unknown() {
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let instant = |text: &str| format!("{text}+09:00").parse::<Timestamp>().unwrap();
        let fiscal = Moment { year: Year::Fiscal(2025), month: None, day: None, ..read_of("2025") };
        for (moment, start, end) in [
            (read_of("2024-02-29 12:30"), "2024-02-29T12:30", "2024-02-29T12:30"),
            (read_of("2024-02-29"), "2024-02-29T00:00", "2024-03-01T00:00"),
            (read_of("2024-02"), "2024-02-01T00:00", "2024-03-01T00:00"),
            (read_of("2024"), "2024-01-01T00:00", "2025-01-01T00:00"),
            (fiscal, "2025-04-01T00:00", "2026-04-01T00:00"),
            (read_of("2024-02-29 24:00"), "2024-03-01T00:00", "2024-03-01T00:00"),
            (read_of("2024-02上旬"), "2024-02-01T00:00", "2024-02-11T00:00"),
            (read_of("2024-02中旬"), "2024-02-11T00:00", "2024-02-21T00:00"),
            (read_of("2024-02下旬"), "2024-02-21T00:00", "2024-03-01T00:00"),
            (read_of("2024-02末"), "2024-02-21T00:00", "2024-03-01T00:00"),
            (read_of("2024春"), "2024-03-01T00:00", "2024-06-01T00:00"),
            (read_of("2024夏"), "2024-06-01T00:00", "2024-09-01T00:00"),
            (read_of("2024秋"), "2024-09-01T00:00", "2024-12-01T00:00"),
            (read_of("2024冬"), "2024-12-01T00:00", "2025-03-01T00:00"),
        ] {
            assert_eq!((moment.start(&zone), moment.end(&zone)), (Some(instant(start)), Some(instant(end))), "{moment:?}");
        }
        assert_eq!(read_of("2024-02-29").date(), Date::new(2024, 2, 29).ok());
        assert_eq!((read_of("2024-02").date(), read_of("2024").date()), (None, None));
    }

    #[test]
    fn only_a_minute_and_the_end_of_a_day_are_instants() {
        for text in ["2024-02-29 12:30", "2024-02-29 00:00", "2024-02-29 24:00"] {
            assert!(read_of(text).is_to_the_minute(), "{text}");
        }
        for text in ["2024-02-29", "2024-02", "2024", "2024-02中旬"] {
            assert!(!read_of(text).is_to_the_minute(), "{text}");
        }
    }

    #[test]
    fn a_page_tells_programs_as_much_of_a_moment_as_is_known() {
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        for (text, known) in [
            ("1983", "1983"),
            ("0805-12", "0805-12"),
            ("2024-02-09", "2024-02-09"),
            ("2024-02-09 09:05", "2024-02-09T09:05+09:00"),
            ("2024-02-29 24:00", "2024-03-01T00:00+09:00"),
        ] {
            assert_eq!(read_of(text).datetime(&zone).as_deref(), Some(known), "{text}");
        }
        let fiscal = Moment { year: Year::Fiscal(2025), ..read_of("2025") };
        assert_eq!(fiscal.datetime(&zone), None);
    }

    #[test]
    fn a_period_has_two_ends_or_one_or_is_one_moment() {
        let known = |moment: Option<Moment>| moment.map(|moment| (moment.year_number(), moment.month));
        for (value, expected) in [
            ("2024-04", [(2024, Some(4)), (2024, Some(4))].map(Some)),
            ("{from: 2024-04, to: 2025-03}", [(2024, Some(4)), (2025, Some(3))].map(Some)),
            ("{from: 2024-04}", [Some((2024, Some(4))), None]),
            ("{to: 2025-03}", [None, Some((2025, Some(3)))]),
        ] {
            let ends = match outcome("period", value) {
                (Some(Period::At(moment)), _) => [Some(moment.clone()), Some(moment)],
                (Some(Period::Range(from, to)), _) => [from, to],
                (None, said) => panic!("{value}: {said}"),
            };
            assert_eq!(ends.map(known), expected, "{value}");
        }
        assert_eq!(outcome::<Period>("period", "{from: soon}").1, "bad-moment bad-moment-help");
    }

    #[test]
    fn each_weekday_is_read_in_both_languages_and_has_a_message() {
        let days = [
            "月 Mon Monday",
            "火 Tue Tuesday",
            "水 Wed Wednesday",
            "木 Thu Thursday",
            "金 Fri Friday",
            "土 Sat Saturday",
            "日 Sun Sunday",
        ];
        for (day, words) in Weekday::Monday.cycle_forward().zip(days) {
            let [letter, short, long] = words.split(' ').collect::<Vec<_>>()[..] else { panic!("{words}") };
            for text in [letter, short, long, &long.to_uppercase(), &format!("{letter}曜日"), &format!("{letter}曜")] {
                assert_eq!(spelling::weekday(text), Some(day), "{text}");
            }
            assert_eq!(weekday_message(day), format!("weekday-{}", long.to_lowercase()));
        }
    }
}
