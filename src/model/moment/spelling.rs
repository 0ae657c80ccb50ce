//! The spellings of dates and times that editors may use, in Japanese and in ISO 8601's manner.

use jiff::civil::{Date, Time, Weekday};

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
            Some(_) if text.contains("正午") => out.push_str(" 正午"),
            Some(time) => out.push_str(&format!(" {:02}:{:02}", time.hour(), time.minute())),
            None => {}
        }
        out
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
const ERAS: [(&str, char, Day, Day); 5] = [
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

/// Reads a moment: `1983`, `2016-12`, `2023-11-14`, `2023-11-14 (火) 正午`, `令和5年11月14日（火）12時`, `2023/11/14 12:00`.
pub fn moment(text: &str) -> Result<Written, Problem> {
    match iso(text) {
        Some(written) => written.check().map(|()| written),
        None => spelled(text),
    }
}

/// The spelling that nearly all moments have, which is the canonical one: `2023-11-14` or `2023-11-14 12:00`.
pub fn iso(text: &str) -> Option<Written> {
    let pair = |at: usize| match text.as_bytes().get(at..)? {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => i8::try_from((tens - b'0') * 10 + ones - b'0').ok(),
        _ => None,
    };
    let time = match *text.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => None,
        [_, _, _, _, b'-', _, _, b'-', _, _, b' ', _, _, b':', _, _] => Some(Time::new(pair(11)?, pair(14)?, 0, 0).ok()?),
        _ => return None,
    };
    let (century, year, month, day) = (pair(0)?, pair(2)?, Some(pair(5)?), Some(pair(8)?));
    Some(Written { year: i16::from(century) * 100 + i16::from(year), month, day, time, weekday: None })
}

fn spelled(text: &str) -> Result<Written, Problem> {
    let folded = fold(text);
    let (rest, weekday) = take_weekday(&folded);
    let (date, time) = split_time(rest.trim());
    let (year, month, day, era) = date_parts(date.trim()).ok_or(Problem::NotAMoment)?;
    let time = match time {
        Some(text) => Some(self::time(text).ok_or(Problem::NoSuchTime)?),
        None => None,
    };
    if time.is_some() && day.is_none() {
        return Err(Problem::NotAMoment);
    }
    let written = Written { year, month, day, time, weekday };
    if let Some(era) = era {
        // A date known to the month or year may touch the era at either end.
        let first = (year, month.unwrap_or(12), day.unwrap_or(31));
        let last = (year, month.unwrap_or(1), day.unwrap_or(1));
        if first < ERAS[era].2 || last > ERAS[era].3 {
            return Err(Problem::OutsideEra);
        }
    }
    written.check().map(|()| written)
}

/// A year alone: `2024`, `2024年度`, `令和6年度`.
pub fn year(text: &str) -> Option<i16> {
    let folded = fold(text);
    let text = folded.strip_suffix("年度").or_else(|| folded.strip_suffix('年')).unwrap_or(&folded);
    match era_year(text) {
        Some((year, _, "")) => Some(year),
        Some(_) => None,
        None => (text.len() == 4).then(|| text.parse().ok())?,
    }
}

/// A time of day: `12:00`, `正午`, `noon`, `9時`, `午後5時30分`.
pub fn time(text: &str) -> Option<Time> {
    let folded = fold(text);
    let text = folded.trim_end_matches("JST").trim();
    if matches!(text, "正午" | "noon" | "12 noon" | "12:00 noon") {
        return Time::new(12, 0, 0, 0).ok();
    }
    let (half, text) = match text.strip_prefix("午前") {
        Some(rest) => (Some(0), rest),
        None => match text.strip_prefix("午後") {
            Some(rest) => (Some(12), rest),
            None => (None, text),
        },
    };
    let (hour, minute) = match text.split_once(':') {
        Some((hour, minute)) => (number(hour, 2)?, number(minute, 2).filter(|_| minute.len() == 2)?),
        None => {
            let (hour, minute) = text.split_once('時')?;
            let minute = match minute.strip_suffix('分') {
                Some(minute) => number(minute, 2)?,
                None if minute.is_empty() => 0,
                None if minute == "半" => 30,
                None => return None,
            };
            (number(hour, 2)?, minute)
        }
    };
    let hour = match half {
        Some(offset) if hour < 12 => hour + offset,
        Some(_) => return None,
        None => hour,
    };
    Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
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

/// Takes a weekday in parentheses, or a word at the beginning, out of the text.
fn take_weekday(text: &str) -> (String, Option<Weekday>) {
    if let (Some(open), Some(close)) = (text.find('('), text.find(')'))
        && open < close
        && let Some(weekday) = weekday(&text[open + 1..close])
    {
        return (format!("{} {}", &text[..open], &text[close + 1..]), Some(weekday));
    }
    if let Some((first, rest)) = text.split_once([' ', ','])
        && let Some(weekday) = weekday(first)
    {
        return (rest.to_owned(), Some(weekday));
    }
    (text.to_owned(), None)
}

/// Splits off what follows the date: after a blank, `T`, or directly after `日`.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let after_date = |c: char| !c.is_ascii_digit() && !"-/.年月".contains(c) && !c.is_alphabetic();
    let at = text.find('T').filter(|at| *at == "2023-11-14".len()).or_else(|| text.find('日').map(|at| at + '日'.len_utf8()));
    match at.or_else(|| text.find(after_date)) {
        Some(at) => {
            let rest = text[at..].trim_start_matches([' ', ',', 'T']).trim();
            (&text[..at], (!rest.is_empty()).then_some(rest))
        }
        None => (text, None),
    }
}

type DateParts = (i16, Option<i8>, Option<i8>, Option<usize>);

fn date_parts(text: &str) -> Option<DateParts> {
    if let Some((year, era, rest)) = era_year(text) {
        let rest = rest.strip_prefix('年').or_else(|| rest.strip_prefix('.'))?;
        let (month, day) = japanese_month_day(rest)?;
        return Some((year, month, day, Some(era)));
    }
    if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = japanese_month_day(rest)?;
        return Some((four_digits(year)?, month, day, None));
    }
    let mut parts = text.split(['-', '/']);
    let year = four_digits(parts.next()?)?;
    let mut part = || parts.next().map(|part| number(part, 2).map(|n| i8::try_from(n).unwrap_or(i8::MAX)));
    let (month, day) = (part(), part());
    if parts.next().is_some() || month == Some(None) || day == Some(None) {
        return None;
    }
    Some((year, month.flatten(), day.flatten(), None))
}

/// `11月14日`, `11月`, or nothing.
fn japanese_month_day(text: &str) -> Option<(Option<i8>, Option<i8>)> {
    if text.is_empty() {
        return Some((None, None));
    }
    let (month, rest) = text.split_once('月')?;
    let small = |text: &str| number(text, 2).and_then(|n| i8::try_from(n).ok());
    let month = small(month)?;
    if rest.is_empty() {
        return Some((Some(month), None));
    }
    Some((Some(month), Some(small(rest.strip_suffix('日')?)?)))
}

/// A year of an era at the beginning: the Western year, the era's index, the rest.
fn era_year(text: &str) -> Option<(i16, usize, &str)> {
    let (index, rest) = ERAS.iter().enumerate().find_map(|(i, era)| {
        let rest = text
            .strip_prefix(era.0)
            .or_else(|| text.strip_prefix(era.1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))?;
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

fn four_digits(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn number(text: &str, most_digits: usize) -> Option<u8> {
    let text = text.trim();
    (!text.is_empty() && text.len() <= most_digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts = (i16, Option<i8>, Option<i8>, Option<(i8, i8)>);

    fn parts(text: &str) -> Parts {
        let w = moment(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        (w.year, w.month, w.day, w.time.map(|t| (t.hour(), t.minute())))
    }

    #[test]
    fn all_spellings_of_one_noon() {
        for text in [
            "2023-11-14 12:00",
            "2023-11-14 正午",
            "2023-11-14 (火) 正午",
            "2023-11-14（火）12:00",
            "2023-11-14T12:00",
            "令和5年11月14日（火）正午",
            "令和5年11月14日正午",
            "R5.11月14日 12時",
            "２０２３年１１月１４日（火）１２：００",
            "2023年11月14日 12時00分",
            "2023/11/14 12:00",
            "Tue 2023-11-14 noon",
        ] {
            assert_eq!(parts(text), (2023, Some(11), Some(14), Some((12, 0))), "{text}");
        }
    }

    #[test]
    fn a_weekday_keeps_its_script_whatever_letters_stand_around_it() {
        let canonical = |text: &str| moment(text).unwrap().canonical(text);
        assert_eq!(canonical("R5年11月14日（火）正午"), "2023-11-14 (火) 正午");
        assert_eq!(canonical("2023-11-14 (火) 12:00 JST"), "2023-11-14 (火) 12:00");
        assert_eq!(canonical("Tue 2023-11-14 noon"), "2023-11-14 (Tue) 12:00");
    }

    #[test]
    fn the_short_way_of_the_canonical_spelling_leads_where_the_long_one_does() {
        let days = (0..=13).flat_map(|month| (0..=32).map(move |day| format!("2024-{month:02}-{day:02}")));
        let times = (0..=24).flat_map(|hour| [0, 30, 59, 60].map(|minute| format!("2024-02-29 {hour:02}:{minute:02}")));
        let others =
            ["0000-01-01", "9999-12-31", "2024-02-29T12:00", "2024-02-29  12:00", "2024-02-29 12:00 "].map(str::to_owned);
        for text in days.chain(times).chain(others) {
            assert_eq!(moment(&text), spelled(&text), "{text}");
            if let Some(written) = iso(&text) {
                assert_eq!(written.canonical(&text), text);
            }
        }
    }

    #[test]
    fn precision_is_kept() {
        assert_eq!(parts("1983"), (1983, None, None, None));
        assert_eq!(parts("2016-12"), (2016, Some(12), None, None));
        assert_eq!(parts("平成31年4月"), (2019, Some(4), None, None));
        assert_eq!(parts("令和元年"), (2019, None, None, None));
        assert_eq!(parts("2023-11-14"), (2023, Some(11), Some(14), None));
        assert_eq!(parts("2023-11-14 午後5時半"), (2023, Some(11), Some(14), Some((17, 30))));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(moment("2023-11-14 (水)"), Err(Problem::WrongWeekday(Weekday::Tuesday)));
        assert_eq!(moment("2023-02-30"), Err(Problem::NoSuchDay));
        assert_eq!(moment("2023-13"), Err(Problem::NoSuchDay));
        assert_eq!(moment("2023-11-14 25:00"), Err(Problem::NoSuchTime));
        assert_eq!(moment("2023-11-14 午後13時"), Err(Problem::NoSuchTime));
        assert_eq!(moment("平成31年5月1日"), Err(Problem::OutsideEra));
        assert_eq!(moment("昭和64年1月8日"), Err(Problem::OutsideEra));
        for text in ["", "soon", "14 Nov", "23-11-14", "2023-11-14-01", "2023-1a", "令和0年", "2016-12 12:00", "20231114"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn years() {
        assert_eq!(year("令和6年度"), Some(2024));
        assert_eq!(year("２０２４"), Some(2024));
        assert_eq!(year("24"), None);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = (moment(&text), year(&text), time(&text), weekday(&text));
        }

        #[test]
        fn iso_dates_round_trip(year in 1000i16..9999, month in 1i8..=12, day in 1i8..=28, hour in 0i8..24, minute in 0i8..60) {
            let text = format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}");
            let written = moment(&text).unwrap();
            proptest::prop_assert_eq!((written.year, written.month, written.day), (year, Some(month), Some(day)));
            let time = written.time.unwrap();
            proptest::prop_assert_eq!((time.hour(), time.minute()), (hour, minute));
        }
    }
}
