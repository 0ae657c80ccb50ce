//! Lengths of time, and offsets before and after something.

use super::compared::Compared;
use super::numbers::Numbers;
use super::template::{Plural, Template};
use crate::model::quantity::{Comparison, Length};
use crate::render::messages::Messages;

const UNITS: [&str; 7] = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"];
const DAYS: usize = 3;

/// The words of lengths.
#[derive(Debug)]
pub(super) struct Lengths {
    units: [Plural; UNITS.len()],
    /// Days, where nothing else says that they are a length and not a date: 「10日間」 beside 「10日以上」.
    days_alone: Plural,
    and: Template,
    bounds: Compared,
    range_same_unit: Template,
    before: Template,
    after: Template,
    at: Template,
    about_at: Template,
}

impl Lengths {
    pub fn new(messages: &Messages) -> Self {
        Self {
            units: UNITS.map(|unit| Plural::load(messages, &format!("length_{unit}"), &[])),
            days_alone: Plural::load(messages, "length_days_alone", &[]),
            and: Template::load(messages, "length_and", &["first", "second"]),
            bounds: Compared::load(messages, "length"),
            range_same_unit: Template::load_with(messages, "length_range_same_unit", &["to"], &["from", "from_number"]),
            before: Template::load(messages, "offset_before", &["length", "anchor"]),
            after: Template::load(messages, "offset_after", &["length", "anchor"]),
            at: Template::load(messages, "offset_at", &["anchor"]),
            about_at: Template::load(messages, "offset_about_at", &["anchor"]),
        }
    }

    pub fn alone(&self, numbers: &Numbers, length: &Length) -> String {
        self.text(numbers, length, true)
    }

    pub fn compared(&self, numbers: &Numbers, comparison: &Comparison<Length>) -> String {
        match comparison {
            Comparison::Is(length) => self.alone(numbers, length),
            Comparison::Range(from, to) => match (single_part(from), single_part(to)) {
                (Some((from_unit, count)), Some((to_unit, _))) if from_unit == to_unit => {
                    let [from, to] = [from, to].map(|length| self.text(numbers, length, false));
                    self.range_same_unit.fill(&[&to, &from, &numbers.text(count)])
                }
                _ => self.bounds.text(comparison, |length| self.text(numbers, length, false)),
            },
            _ => self.bounds.text(comparison, |length| self.text(numbers, length, false)),
        }
    }

    pub fn offset(&self, numbers: &Numbers, length: &Length, approximate: bool, anchor: &str) -> String {
        if parts(length).next().is_none() {
            return if approximate { &self.about_at } else { &self.at }.fill(&[anchor]);
        }
        let mut text = self.text(numbers, length, false);
        if approximate {
            text = self.bounds.about(&text);
        }
        if length.0.is_negative() { &self.before } else { &self.after }.fill(&[&text, anchor])
    }

    fn text(&self, numbers: &Numbers, length: &Length, alone: bool) -> String {
        let days = if alone { &self.days_alone } else { self.unit(DAYS) };
        let part = |(unit, count)| numbers.fill(if unit == DAYS { days } else { self.unit(unit) }, count, &[]);
        parts(length).map(part).reduce(|first, second| self.and.fill(&[&first, &second])).unwrap_or_else(|| part((DAYS, 0)))
    }

    fn unit(&self, unit: usize) -> &Plural {
        self.units.get(unit).unwrap_or(&self.days_alone)
    }
}

/// The units that a length has, with how many of each, without the sign.
fn parts(length: &Length) -> impl Iterator<Item = (usize, u64)> {
    let span = length.0;
    let counts = [
        i64::from(span.get_years()),
        i64::from(span.get_months()),
        i64::from(span.get_weeks()),
        i64::from(span.get_days()),
        i64::from(span.get_hours()),
        span.get_minutes(),
        span.get_seconds(),
    ];
    counts.into_iter().map(i64::unsigned_abs).enumerate().filter(|(_, count)| *count > 0)
}

fn single_part(length: &Length) -> Option<(usize, u64)> {
    let mut parts = parts(length);
    parts.next().filter(|_| parts.next().is_none())
}
