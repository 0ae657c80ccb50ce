//! The days that somebody may have meant by one that the calendar does not have: 2月30日 is the last of February or the first of March.

use jiff::civil::Date;

use super::written::Written;

/// What may have been meant, two at most: a day before, a day after; or a month and a day in each other's place; or as much of it as there
/// is. A weekday that stands beside it decides.
pub fn near(written: &Written) -> Vec<Written> {
    let (year, month, day) = (written.year, written.month, written.day);
    let with = |year, month, day| Written { year, month, day, ..*written };
    let is_day = |month, day| Date::new(year, month, day).is_ok();
    let has_time = written.time.is_some() || written.vague.ends_day;
    // Without its day, a moment has neither a time nor a weekday.
    let part = |month| (!has_time).then(|| Written { weekday: None, ..with(year, month, None) });
    let next = |month: i8| if month == 12 { with(year + 1, Some(1), Some(1)) } else { with(year, Some(month + 1), Some(1)) };
    let Some(month) = month.filter(|month| !is_day(*month, day.unwrap_or(1))) else { return Vec::new() };
    let last = Date::new(year, month, 1).map(Date::days_in_month).ok();
    let found = match (last, day) {
        (Some(_), None) => Vec::new(),
        (Some(_), Some(0)) => Vec::from_iter([Some(with(year, Some(month), Some(1))), part(Some(month))].into_iter().flatten()),
        (Some(last), Some(day)) if day <= 32 => vec![with(year, Some(month), Some(last)), next(month)],
        (Some(_), Some(_)) => Vec::from_iter(part(Some(month))),
        (None, Some(day)) if is_day(day, month) => vec![with(year, Some(day), Some(month))],
        (None, _) if month == 13 && year < 9999 => [(year, 12), (year + 1, 1)]
            .into_iter()
            .filter(|(year, month)| day.is_none_or(|day| Date::new(*year, *month, day).is_ok()))
            .map(|(year, month)| with(year, Some(month), day))
            .collect(),
        (None, _) => Vec::from_iter(part(None)),
    };
    let fits = |written: &Written| {
        let date = written.month.zip(written.day).and_then(|(month, day)| Date::new(written.year, month, day).ok());
        date.is_some_and(|date| Some(date.weekday()) == written.weekday)
    };
    if let Some(fitting) = found.iter().find(|found| fits(found)) {
        return vec![*fitting];
    }
    found.into_iter().filter_map(with_its_weekday).collect()
}

/// With the weekday that it has, where one was written.
fn with_its_weekday(written: Written) -> Option<Written> {
    let Some((month, day)) = written.month.zip(written.day) else { return Some(written) };
    let date = Date::new(written.year, month, day).ok()?;
    Some(Written { weekday: written.weekday.map(|_| date.weekday()), ..written })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::moment::scan;

    #[test]
    fn a_day_that_there_is_not_lies_between_two_that_there_are() {
        for (text, expected) in [
            ("2027-02-29", "2027-02-28 | 2027-03-01"),
            ("令和9年2月30日", "2027-02-28 | 2027-03-01"),
            ("31 April 2027", "2027-04-30 | 2027-05-01"),
            ("２０２７年１２月３２日", "2027-12-31 | 2028-01-01"),
            ("2028-02-30", "2028-02-29 | 2028-03-01"),
            ("2027年2月30日 17時必着", "2027-02-28 17:00 必着 | 2027-03-01 17:00 必着"),
            ("2027年2月30日（日）", "2027-02-28 (日)"),
            ("Mon 30 February 2027", "2027-03-01 (Mon)"),
            ("2027年2月30日（土）", "2027-02-28 (日) | 2027-03-01 (月)"),
            ("2027-04-00", "2027-04-01 | 2027-04"),
            ("2027-04-00 12:00", "2027-04-01 12:00"),
            ("2027-04-77", "2027-04"),
            ("2027-04-77 12:00", ""),
            ("2027-13-05", "2027-05-13"),
            ("2027-20-12", "2027-12-20"),
            ("2027-13-31", "2027-12-31 | 2028-01-31"),
            ("2027-13-30 24:00", "2027-12-30 24:00 | 2028-01-30 24:00"),
            ("2027年13月", "2027-12 | 2028-01"),
            ("2027-00-05", "2027"),
            ("2027年14月", "2027"),
            ("9999-12-32", "9999-12-31"),
            ("2027-02-28", ""),
            ("2027年2月28日（土）", ""),
            ("2027", ""),
        ] {
            let found = scan::moment(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}")).written;
            let said: Vec<String> = near(&found).iter().map(|near| near.canonical(text)).collect();
            assert_eq!(said.join(" | "), expected, "{text}");
            assert!(near(&found).iter().all(|near| near.check().is_ok()), "{text}");
        }
    }
}
