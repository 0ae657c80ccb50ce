//! What takes place repeatedly: how often, on which days, at what time. `毎月第2金曜日 15:00`

pub mod spelling;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::Moment;
use crate::base::Span;
use crate::model::node::Node;
use crate::model::read::{Cx, Read, scalars};

/// How often, and on which days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// On days of the week: of every week, or of every second.
    Weeks {
        /// Every so many weeks.
        every: i8,
        /// The days, from Monday on.
        days: Vec<Weekday>,
    },
    /// On days of the month; -1 is its last.
    Days {
        /// Of these months alone; of every month where there are none.
        months: Vec<i8>,
        /// The days.
        days: Vec<i8>,
    },
    /// On the first, second … such weekday of the month; -1 is the last.
    Weekdays {
        /// Of these months alone; of every month where there are none.
        months: Vec<i8>,
        /// Which of them.
        numbers: Vec<i8>,
        /// The weekday.
        day: Weekday,
    },
    /// So many times, on days that are not stated.
    Times {
        /// How many times.
        count: i8,
        /// In what.
        per: Per,
    },
}

/// In what something takes place so many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// What takes place again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurrence {
    /// On which days.
    pub rule: Rule,
    /// When on those days it begins and ends, as far as that is known.
    pub time: Option<(Time, Option<Time>)>,
    /// Where it stands.
    pub span: Span,
}

scalars! {
    Recurrence: "recurrence" STRING, ["毎月第2金曜日", "毎週水曜日 15:00", "毎月10日", "年2回", "every Wednesday", "twice a year"], ["ときどき", "sometimes"];
}

impl Read for Recurrence {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let Some((rule, time)) = spelling::read(text) else {
            cx.bad_part("bad-moment", "bad-recurrence", "bad-recurrence-help", node);
            return None;
        };
        let recurrence = Self { rule, time, span: node.span };
        if let Some((one, other)) = recurrence.near() {
            let written = |rule| spelling::canonical(&Self { rule, ..recurrence.clone() }, text);
            let (one, other) = (written(one), other.map(written));
            let help = if other.is_some() { "bad-moment-days" } else { "bad-moment-day-line" };
            cx.write_one_of("bad-moment", "bad-moment-day", help, &one, other.as_deref(), node);
            return None;
        }
        cx.canonical(node, &spelling::canonical(&recurrence, text));
        Some(recurrence)
    }
}

/// No rule leaves out more days than these: one of a single day of the year, on the 29th of February, at the turn of a century.
const LONGEST_GAP: i32 = 8 * 366 + 2;

impl Recurrence {
    /// The first day from `earliest` on, of those from `first` to `last`, that is none of the exceptions.
    pub fn next(&self, earliest: Date, bounds: &Bounds) -> Option<Date> {
        let from = bounds.first.map_or(earliest, |first| first.max(earliest));
        let mut day = from;
        for _ in 0..LONGEST_GAP {
            if bounds.last.is_some_and(|last| last < day) {
                return None;
            }
            if self.is_on(day, bounds.first) && !bounds.except.contains(&day) {
                return Some(day);
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    /// The days from `earliest` on, at most so many.
    pub fn days(&self, earliest: Date, bounds: &Bounds, most: usize) -> Vec<Date> {
        let mut days = Vec::new();
        let mut from = Some(earliest);
        while let Some(day) = from.filter(|_| days.len() < most).and_then(|from| self.next(from, bounds)) {
            days.push(day);
            from = day.tomorrow().ok();
        }
        days
    }

    /// Is it known on which days it takes place? Of every second week that asks for the first.
    pub fn has_days(&self, bounds: &Bounds) -> bool {
        match &self.rule {
            Rule::Weeks { every, .. } => *every == 1 || bounds.first.is_some(),
            Rule::Days { .. } | Rule::Weekdays { .. } => true,
            Rule::Times { .. } => false,
        }
    }

    /// What may be meant by a day that none of its months has, 毎年2月30日: the last day, or the first of the month behind it.
    fn near(&self) -> Option<(Rule, Option<Rule>)> {
        let Rule::Days { months, days } = &self.rule else { return None };
        // Some year has the 29th of February.
        let days_of = |month: i8| Date::new(2000, month, 1).map_or(31, Date::days_in_month);
        let most = months.iter().map(|month| days_of(*month)).max().unwrap_or(31);
        let is_missing = |day: &i8| *day > most;
        let missing = days.iter().find(|day| is_missing(day))?;
        let mut near: Vec<i8> = days.iter().copied().filter(|day| !is_missing(day) && *day != -1).collect();
        near.push(-1);
        let last = Rule::Days { months: months.clone(), days: near };
        let next = match (&**months, &**days) {
            ([month], [_]) if *missing <= most + 2 => {
                Some(Rule::Days { months: vec![if *month == 12 { 1 } else { month + 1 }], days: vec![1] })
            }
            _ => None,
        };
        Some((last, next))
    }

    /// When it takes place on one of its days.
    pub fn moment(&self, day: Date) -> Moment {
        Moment { time: self.time.map(|(begins, _)| begins), ..Moment::of_day(day, self.span) }
    }

    fn is_on(&self, day: Date, first: Option<Date>) -> bool {
        let is_of = |months: &[i8]| months.is_empty() || months.contains(&day.month());
        match &self.rule {
            Rule::Weeks { every, days } => days.contains(&day.weekday()) && is_nth_week(day, first, *every),
            Rule::Days { months, days } => {
                is_of(months) && (days.contains(&day.day()) || (days.contains(&-1) && day.day() == day.days_in_month()))
            }
            Rule::Weekdays { months, numbers, day: weekday } => {
                let number = (day.day() - 1) / 7 + 1;
                let is_last = day.day() + 7 > day.days_in_month();
                let is_it = numbers.contains(&number) || (is_last && numbers.contains(&-1));
                is_of(months) && day.weekday() == *weekday && is_it
            }
            Rule::Times { .. } => false,
        }
    }

    /// As RFC 5545 has it (3.3.10), without its end; nothing where no days are known.
    pub fn rrule(&self) -> Option<String> {
        let list = |numbers: &[i8]| numbers.iter().map(i8::to_string).collect::<Vec<_>>().join(",");
        let frequency = |months: &[i8]| match months {
            [] => "FREQ=MONTHLY".to_owned(),
            _ => format!("FREQ=YEARLY;BYMONTH={}", list(months)),
        };
        Some(match &self.rule {
            Rule::Weeks { every, days } => {
                let days: Vec<&str> = days.iter().map(|day| letters(*day)).collect();
                let interval = if *every == 1 { String::new() } else { format!(";INTERVAL={every}") };
                format!("FREQ=WEEKLY{interval};BYDAY={}", days.join(","))
            }
            Rule::Days { months, days } => format!("{};BYMONTHDAY={}", frequency(months), list(days)),
            Rule::Weekdays { months, numbers, day } => {
                let days: Vec<String> = numbers.iter().map(|number| format!("{number}{}", letters(*day))).collect();
                format!("{};BYDAY={}", frequency(months), days.join(","))
            }
            Rule::Times { .. } => return None,
        })
    }
}

/// Between which days, and on which of them not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The first day.
    pub first: Option<Date>,
    /// The last.
    pub last: Option<Date>,
    /// Days on which it does not take place.
    pub except: Vec<Date>,
}

/// Weeks begin on Monday, as they do in RFC 5545 where nothing else is said.
fn is_nth_week(day: Date, first: Option<Date>, every: i8) -> bool {
    let monday = |date: Date| date.checked_sub(i32::from(date.weekday().to_monday_zero_offset()).days()).ok();
    let Some((week, start)) = monday(day).zip(monday(first.unwrap_or(day))) else { return false };
    let weeks = start.until(week).map_or(0, |span| span.get_days() / 7);
    weeks % i32::from(every.max(1)) == 0
}

fn letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Recurrence {
        let (rule, time) = spelling::read(text).unwrap_or_else(|| panic!("{text}"));
        Recurrence { rule, time, span: Span::default() }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_days_of_a_rule_are_found_within_its_bounds() {
        let none = Bounds::default();
        for (text, from, days) in [
            ("毎週水曜日", "2026-12-01", ["2026-12-02", "2026-12-09", "2026-12-16"]),
            ("毎週月・木曜日", "2026-12-01", ["2026-12-03", "2026-12-07", "2026-12-10"]),
            ("毎月10日", "2026-12-11", ["2027-01-10", "2027-02-10", "2027-03-10"]),
            ("毎月31日", "2026-12-01", ["2026-12-31", "2027-01-31", "2027-03-31"]),
            ("毎月末日", "2027-01-31", ["2027-01-31", "2027-02-28", "2027-03-31"]),
            ("毎月第2金曜日", "2026-12-12", ["2027-01-08", "2027-02-12", "2027-03-12"]),
            ("毎月最終金曜日", "2026-12-01", ["2026-12-25", "2027-01-29", "2027-02-26"]),
            ("毎年7月・12月の第1日曜日", "2026-12-01", ["2026-12-06", "2027-07-04", "2027-12-05"]),
            ("毎年2月29日", "2026-12-01", ["2028-02-29", "2032-02-29", "2036-02-29"]),
        ] {
            let found: Vec<String> = of(text).days(day(from), &none, 3).iter().map(Date::to_string).collect();
            assert_eq!(found, days, "{text}");
        }
        let bounds = Bounds { first: Some(day("2026-12-08")), last: Some(day("2027-01-05")), except: vec![day("2026-12-22")] };
        let found = |text: &str| of(text).days(day("2026-11-01"), &bounds, 9).iter().map(Date::to_string).collect::<Vec<_>>();
        assert_eq!(found("毎週火曜日"), ["2026-12-08", "2026-12-15", "2026-12-29", "2027-01-05"]);
        assert_eq!(found("隔週火曜日"), ["2026-12-08", "2027-01-05"]);
        assert!(found("年2回").is_empty());
        assert!(of("隔週火曜日").has_days(&bounds) && !of("隔週火曜日").has_days(&none) && !of("年2回").has_days(&bounds));
    }

    #[test]
    fn calendars_are_told_the_rule() {
        for (text, rule) in [
            ("毎週水曜日", Some("FREQ=WEEKLY;BYDAY=WE")),
            ("隔週火曜日", Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")),
            ("毎月1日と15日", Some("FREQ=MONTHLY;BYMONTHDAY=1,15")),
            ("毎月末日", Some("FREQ=MONTHLY;BYMONTHDAY=-1")),
            ("毎月第2・第4金曜日", Some("FREQ=MONTHLY;BYDAY=2FR,4FR")),
            ("毎年4月1日", Some("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1")),
            ("毎年7月・12月の第1日曜日", Some("FREQ=YEARLY;BYMONTH=7,12;BYDAY=1SU")),
            ("年2回", None),
        ] {
            assert_eq!(of(text).rrule().as_deref(), rule, "{text}");
        }
    }
}
