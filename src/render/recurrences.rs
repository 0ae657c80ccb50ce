//! What takes place repeatedly, in the words of one language.

use super::formats::Formats;
use super::messages::Messages;
use crate::base::Arg;
use crate::model::moment::recurrence::{Per, Recurrence, Rule};

/// `毎月第2金曜日 15:00`, `on the second Friday of every month, 15:00`.
pub fn words(recurrence: &Recurrence, formats: &Formats, messages: &Messages) -> String {
    let rule = rule(&recurrence.rule, formats, messages);
    let clock = |time: jiff::civil::Time| Arg::Text(format!("{:02}:{:02}", time.hour(), time.minute()));
    match recurrence.time {
        None => rule,
        Some((from, None)) => messages.format("recurrence_time", &[("rule", Arg::Text(rule)), ("from", clock(from))]),
        Some((from, Some(to))) => {
            messages.format("recurrence_hours", &[("rule", Arg::Text(rule)), ("from", clock(from)), ("to", clock(to))])
        }
    }
}

fn rule(rule: &Rule, formats: &Formats, messages: &Messages) -> String {
    let list = |parts: Vec<String>| Arg::Text(formats.list(&parts));
    let number = |number: &i8, id: &str, name: &str, last: &str| match number {
        -1 => messages.text(last),
        number => messages.format(id, &[(name, Arg::from(usize::from(number.unsigned_abs())))]),
    };
    let month = |month: &i8| formats.month(*month).to_owned();
    match rule {
        Rule::Weeks { every, days } => {
            let id = if *every == 1 { "recurrence_weeks" } else { "recurrence_fortnights" };
            messages.format(id, &[("days", list(days.iter().map(|day| formats.weekday(*day).to_owned()).collect()))])
        }
        Rule::Days { months, days } => {
            let days = days.iter().map(|day| number(day, "recurrence_day", "day", "recurrence_last_day")).collect();
            match months.as_slice() {
                [] => messages.format("recurrence_days", &[("days", list(days))]),
                months => {
                    let months = months.iter().map(month).collect();
                    messages.format("recurrence_days_of", &[("months", list(months)), ("days", list(days))])
                }
            }
        }
        Rule::Weekdays { months, numbers, day } => {
            let numbers = numbers.iter().map(|one| number(one, "recurrence_number", "number", "recurrence_last")).collect();
            let day = Arg::Text(formats.weekday(*day).to_owned());
            match months.as_slice() {
                [] => messages.format("recurrence_weekdays", &[("numbers", list(numbers)), ("day", day)]),
                months => {
                    let months = list(months.iter().map(month).collect());
                    messages.format("recurrence_weekdays_of", &[("months", months), ("numbers", list(numbers)), ("day", day)])
                }
            }
        }
        Rule::Times { count, per } => {
            let id = match per {
                Per::Week => "recurrence_times_week",
                Per::Month => "recurrence_times_month",
                Per::Year => "recurrence_times_year",
            };
            messages.format(id, &[("count", Arg::from(usize::from(count.unsigned_abs())))])
        }
    }
}
