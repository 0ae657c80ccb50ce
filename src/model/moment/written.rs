//! A moment as it was written, and what can be wrong with it: a day that does not exist, a wrong weekday, a wrong era.

use jiff::civil::{Date, Time, Weekday};

use super::vague::Vague;
use crate::model::spelling::fold;

/// What was written, not yet checked against the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Year of the Western calendar.
    pub year: i16,
    /// Month, if written.
    pub month: Option<i8>,
    /// Day, if written.
    pub day: Option<i8>,
    /// Time, if written.
    pub time: Option<Time>,
    /// Weekday, if written.
    pub weekday: Option<Weekday>,
    /// What is left open.
    pub vague: Vague,
    /// The offset of the time from UTC in minutes, if written.
    pub offset: Option<i32>,
}

/// Why a text is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It is not spelled like one.
    NotAMoment,
    /// There is no such day in the calendar.
    NoSuchDay,
    /// There is no such time.
    NoSuchTime,
    /// The date is before the era began or after it ended.
    OutsideEra,
    /// The weekday is another: the right one.
    WrongWeekday(Weekday),
}

impl Written {
    /// A year, with a month and day where they are known, and a time.
    pub fn new(year: i16, [month, day]: [Option<i8>; 2], time: Option<Time>, weekday: Option<Weekday>) -> Self {
        Self { year, month, day, time, weekday, vague: Vague::default(), offset: None }
    }

    /// The moment in ISO 8601's order: `2023-11-14 (火) 12:00`. Noon stays 正午 where it was written so, since nobody
    /// takes that for midnight; so does the script of the weekday.
    pub fn canonical(&self, text: &str) -> String {
        let mut out = format!("{:04}", self.year);
        for part in [self.month, self.day].into_iter().flatten() {
            out.push_str(&format!("-{part:02}"));
        }
        if let Some(weekday) = self.weekday {
            let index = usize::from(weekday.to_monday_zero_offset().unsigned_abs());
            // Other letters may be there too: of `R6年`, of `JST`.
            const LATIN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
            let lower = text.to_ascii_lowercase();
            let is_latin = LATIN.iter().any(|name| lower.contains(&name.to_ascii_lowercase()));
            let names = if is_latin { LATIN } else { ["月", "火", "水", "木", "金", "土", "日"] };
            out.push_str(&format!(" ({})", names.get(index).copied().unwrap_or_default()));
        }
        match self.time {
            Some(time) if time == Time::constant(12, 0, 0, 0) && text.contains("正午") => out.push_str(" 正午"),
            Some(time) => out.push_str(&format!(" {:02}:{:02}", time.hour(), time.minute())),
            None if self.vague.ends_day => out.push_str(" 24:00"),
            None => {}
        }
        self.vague.canonical(out, text.contains(|c: char| c > '\u{2E7F}'))
    }

    /// Checks month, day, and weekday against the calendar.
    pub fn check(&self) -> Result<(), Problem> {
        let date = Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).map_err(|_| Problem::NoSuchDay)?;
        match self.weekday {
            Some(_) if self.day.is_none() => Err(Problem::NotAMoment),
            Some(weekday) if weekday != date.weekday() => Err(Problem::WrongWeekday(date.weekday())),
            _ => Ok(()),
        }
    }
}

/// A year, month and day.
type Day = (i16, i8, i8);

/// The eras since the Gregorian calendar was adopted: name, letter, first day, last day.
pub(super) const ERAS: [(&str, char, Day, Day); 5] = [
    ("明治", 'M', (1873, 1, 1), (1912, 7, 30)),
    ("大正", 'T', (1912, 7, 30), (1926, 12, 25)),
    ("昭和", 'S', (1926, 12, 25), (1989, 1, 7)),
    ("平成", 'H', (1989, 1, 8), (2019, 4, 30)),
    ("令和", 'R', (2019, 5, 1), (9999, 12, 31)),
];

/// The Western year in which an era's first year began. Meiji's count began in 1868, before the calendar.
fn first_year(era: &(&str, char, Day, Day)) -> i16 {
    if era.0 == "明治" { 1868 } else { era.2.0 }
}

/// A weekday by its Japanese letter or English name: `火`, `火曜日`, `Tue`, `Tuesday`.
pub fn weekday(text: &str) -> Option<Weekday> {
    let folded = fold(text).to_lowercase();
    let letter = folded.strip_suffix("曜日").or_else(|| folded.strip_suffix('曜')).unwrap_or(&folded);
    Some(match letter {
        "月" | "mon" | "monday" => Weekday::Monday,
        "火" | "tue" | "tuesday" => Weekday::Tuesday,
        "水" | "wed" | "wednesday" => Weekday::Wednesday,
        "木" | "thu" | "thursday" => Weekday::Thursday,
        "金" | "fri" | "friday" => Weekday::Friday,
        "土" | "sat" | "saturday" => Weekday::Saturday,
        "日" | "sun" | "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// A year of an era at the beginning: the Western year, the era's index, the rest.
pub(super) fn era_year(text: &str) -> Option<(i16, usize, &str)> {
    let (index, rest) = ERAS.iter().enumerate().find_map(|(i, era)| {
        let letter = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
        let lower = era.1.to_ascii_lowercase();
        let rest = text.strip_prefix(era.0).or_else(|| text.strip_prefix([era.1, lower]).filter(letter))?;
        Some((i, rest))
    })?;
    let first = first_year(&ERAS[index]);
    if let Some(rest) = rest.strip_prefix('元') {
        return Some((first, index, rest));
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let year = number(&rest[..digits], 2).map(i16::from).filter(|year| *year > 0)?;
    Some((first + year - 1, index, &rest[digits..]))
}

fn number(text: &str, most_digits: usize) -> Option<u8> {
    let text = text.trim();
    (!text.is_empty() && text.len() <= most_digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}
