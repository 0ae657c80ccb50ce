//! The spellings of dates and times that editors may use, in Japanese and in ISO 8601's manner.

use jiff::civil::Time;

use super::scan;
use super::written::{ERAS, era_year};
pub use super::written::{Problem, Written, weekday};
use crate::model::spelling::fold;

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
    let year = i16::from(century) * 100 + i16::from(year);
    Some(Written::new(year, [month, day], time, None))
}

fn spelled(text: &str) -> Result<Written, Problem> {
    let found = scan::moment(text)?;
    let written = found.written;
    if let Some(era) = found.era {
        // A date known to the month or year may touch the era at either end.
        let first = (written.year, written.month.unwrap_or(12), written.day.unwrap_or(31));
        let last = (written.year, written.month.unwrap_or(1), written.day.unwrap_or(1));
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

/// A time of day: `12:00`, `正午`, `noon`, `9時`, `午後5時30分`, `5 p.m.`.
pub fn time(text: &str) -> Option<Time> {
    scan::time(text)
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

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
    fn dates_are_read_in_every_order_in_which_people_write_them() {
        let canonical = |text: &str| moment(text).map(|written| written.canonical(text));
        for (text, expected) in [
            ("R8/12/11", "2026-12-11"),
            ("r8.12.11", "2026-12-11"),
            ("明治33年", "1900"),
            ("大正15年1月", "1926-01"),
            ("昭和元年12月25日", "1926-12-25"),
            ("平成10年11月12日", "1998-11-12"),
            ("2026年（令和8年）12月11日", "2026-12-11"),
            ("令和8年（2026年）12月11日", "2026-12-11"),
            ("令和8（2026）年12月11日", "2026-12-11"),
            ("2026（令和8）年12月", "2026-12"),
            ("2026年12月", "2026-12"),
            ("2026.12", "2026-12"),
            ("1 September 2026", "2026-09-01"),
            ("1st of September, 2026", "2026-09-01"),
            ("2nd Jan. 2026", "2026-01-02"),
            ("3rd Feb 2026", "2026-02-03"),
            ("Friday 11th December 2026", "2026-12-11 (Fri)"),
            ("September 1, 2026", "2026-09-01"),
            ("Sept. 22nd 2026", "2026-09-22"),
            ("December 11 (Fri), 2026", "2026-12-11 (Fri)"),
            ("December 2026", "2026-12"),
            ("mid-December 2026", "2026-12 mid"),
            ("the end of December, 2026", "2026-12 end"),
            ("autumn of 2026", "2026 autumn"),
            ("2026年の秋", "2026秋"),
            ("2026年12月の末日", "2026-12末"),
            ("2026年12月11日頃", "2026-12-11頃"),
            ("circa December 2026", "about 2026-12"),
            ("2026年11月3日（火・祝）", "2026-11-03 (火)"),
            ("2026年11月3日（火, 休日）", "2026-11-03 (火)"),
            ("3 November 2026 (Tue, public holiday)", "2026-11-03 (Tue)"),
            ("2026年11月3日（火・祝・必着）", "2026-11-03 (火) 必着"),
            ("2026年12月11日（金・必着）17時", "2026-12-11 (金) 17:00 必着"),
            ("2026年12月11日【金】", "2026-12-11 (金)"),
            ("2026年12月11日㈮", "2026-12-11 (金)"),
            ("2026年12月11日金曜17時", "2026-12-11 (金) 17:00"),
            ("Fri. 11 Dec 2026", "2026-12-11 (Fri)"),
            ("17:00 on 11 December 2026", "2026-12-11 17:00"),
            ("午後5時 2026-12-11", "2026-12-11 17:00"),
            ("2026-12-11 17:30 （日本時間）", "2026-12-11 17:30"),
            ("2026-12-11 (JST) 17:30", "2026-12-11 17:30"),
            ("2026-12-11T17:30:59.123+09:00", "2026-12-11 17:30"),
            ("2026-12-11 24:00 必着（予定）", "2026-12-11 24:00 必着 予定"),
        ] {
            assert_eq!(canonical(text), Ok(expected.to_owned()), "{text}");
        }
        let offset = |text: &str| moment(&format!("2026-12-11 12:00 {text}")).map(|written| written.offset);
        for (text, minutes) in [("Z", 0), ("utc", 0), ("GMT", 0), ("+05:30", 330), ("-03:30", -210), ("+09", 540), ("JST", 540)] {
            assert_eq!(offset(text), Ok(Some(minutes)), "{text}");
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
        assert!(["2024-02-29", "2024-02-29 12:30"].iter().all(|text| iso(text).is_some()));
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
    fn an_era_holds_its_first_and_last_day_month_and_year() {
        for text in [
            "平成元年1月8日",
            "平成31年4月30日",
            "令和元年5月1日",
            "昭和64年1月7日",
            "昭和64年1月",
            "令和元年5月",
            "平成31年",
            "令和元年",
        ] {
            assert!(moment(text).is_ok(), "{text}");
        }
        for text in [
            "平成元年1月7日",
            "平成31年5月1日",
            "令和元年4月30日",
            "昭和64年1月8日",
            "令和元年4月",
            "平成31年5月",
            "昭和64年2月",
            "昭和65年",
        ] {
            assert_eq!(moment(text), Err(Problem::OutsideEra), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_moment_is_none() {
        for text in ["令和0年", "2023-123-01", "2024-02 (木)", "2024 (月)"] {
            assert_eq!(moment(text), Err(Problem::NotAMoment), "{text}");
        }
        for text in ["9時x", "9時半分", "123:00", "9:5", "時"] {
            assert_eq!(time(text), None, "{text}");
        }
        assert_eq!(year("令和0年"), None);
    }

    #[test]
    fn what_stands_twice_or_without_its_date_is_no_moment() {
        for text in [
            "12:00",
            "25:00",
            "(火)",
            "2026-12-11 (金) 金曜日",
            "2026-12-11 12:00 12:00",
            "2026-12-11 12:00 25:00",
            "2026-12-11 12:00 JST JST",
            "2026-12-11 頃 頃",
            "2026-12-11 必着 必着",
            "2026-12-11 予定 予定",
            "2026-12-11 JST",
            "2026-12 24:00",
            "2026-12-11 +09:00",
            "2026-12-11 12:00 (JST",
            "2026-12-11 soon",
            "2026-12-11 必着x",
            "2026-12-11 (予定",
            "2026-12-11 arrivals",
            "2026/12-11",
            "2026年12",
            "2026-",
            "2026-12-",
            "R8",
            "令和年",
            "令和100年",
            "R8（2026",
            "2026年12月11日（金",
            "2026-12-11 金",
            "11 De 2026",
            "11 Decem 2026",
            "11 Decx 2026",
            "mid-December 11, 2026",
            "11thx December 2026",
            "123-01-01",
            "12026-12-11",
        ] {
            assert_eq!(moment(text), Err(Problem::NotAMoment), "{text}");
        }
        for text in ["2026-12-11 午後", "2026-12-11 2026-12-11", "2026/12月11", "2026-12-11 5"] {
            assert_eq!(moment(text), Err(Problem::NoSuchTime), "{text}");
        }
        assert_eq!(moment("令和7年（2026年）12月11日"), Err(Problem::OutsideEra));
    }

    #[test]
    fn times_of_day() {
        for (text, hour, minute) in [
            ("12:00", 12, 0),
            ("正午", 12, 0),
            ("noon", 12, 0),
            ("12:00 noon", 12, 0),
            ("12 noon", 12, 0),
            ("９時", 9, 0),
            ("0時5分", 0, 5),
            ("9時半", 9, 30),
            ("9時5分30秒", 9, 5),
            ("9:05:59", 9, 5),
            ("9:05:59.5", 9, 5),
            ("午前0時", 0, 0),
            ("午前11時59分", 11, 59),
            ("午後0時", 12, 0),
            ("午後5時30分", 17, 30),
            ("午後11時", 23, 0),
            ("5 p.m.", 17, 0),
            ("5:30 PM", 17, 30),
            ("5 a.m", 5, 0),
            ("12 am", 0, 0),
            ("12:30 p.m.", 12, 30),
            ("T17:00", 17, 0),
            ("17:00 JST", 17, 0),
            ("17:00（日本時間）", 17, 0),
        ] {
            assert_eq!(time(text).map(|time| (time.hour(), time.minute())), Some((hour, minute)), "{text}");
        }
        for text in [
            "",
            "5",
            "24:00",
            "25時",
            "午後12時",
            "午前12時",
            "午後13時",
            "13 pm",
            "9:60",
            "9:5:00",
            "9:05:5",
            "9 :05",
            "5 pmx",
            "12:00x",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn months_and_days_without_a_year() {
        for (text, expected) in [
            ("12月11日", Some((12, 11))),
            ("12月11日（金）", Some((12, 11))),
            ("十二月十一日", Some((12, 11))),
            ("12/11", Some((12, 11))),
            ("1 September", Some((9, 1))),
            ("31st Jan", Some((1, 31))),
            ("December 1", Some((12, 1))),
            ("Dec. 31st, Fri", None),
            ("Dec. 31st Fri", Some((12, 31))),
            ("0/11", None),
            ("13/11", None),
            ("12/0", None),
            ("12/32", None),
            ("12-11", None),
            ("12月", None),
            ("12月11日 x", None),
        ] {
            assert_eq!(scan::yearless(text), expected, "{text}");
        }
    }

    #[test]
    fn years() {
        assert_eq!(year("令和6年度"), Some(2024));
        assert_eq!(year("明治元年"), Some(1868));
        assert_eq!(year("平成31年"), Some(2019));
        assert_eq!((year("令和6x"), year("20245"), year("Ｒ6年度")), (None, None, Some(2024)));
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
