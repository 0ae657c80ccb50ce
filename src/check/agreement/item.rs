//! The facts that a sentence can state, and when two of them may be the same.

use std::ops::Range;

/// A fact in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The fact.
    pub item: Item,
    /// How it is bounded, if the text says so.
    pub bound: Option<Bound>,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Does the text state it in so many words? What only may be meant ("one", "a year") is never missed elsewhere.
    pub is_firm: bool,
}

/// The kinds of fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A date, as far as it is written.
    Date {
        /// Year of the Western calendar.
        year: Option<u64>,
        /// Month.
        month: Option<u64>,
        /// Day.
        day: Option<u64>,
    },
    /// `30日`: a day of a month that was named before, or so many days.
    Day(u64),
    /// A fiscal year.
    FiscalYear(u64),
    /// A time of day.
    Time(u64, u64),
    /// An amount in yen.
    Money(u64),
    /// So many of a unit of time.
    Length(u64, Unit),
    /// Percent.
    Percent(u64),
    /// Any other number.
    Number(u64),
    /// A number with a decimal point, as written.
    Decimal(String),
    /// An e-mail address.
    Email(String),
    /// The digits of a telephone number.
    Phone(String),
}

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Years.
    Year,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
}

/// Bounds that a text states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// <
    LessThan,
}

impl Item {
    /// Does this state at least as much as the other, so that the other needs no counterpart of its own?
    pub fn states(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date { year: y1, month: m1, day: d1 }, Self::Date { year: y2, month: m2, day: d2 }) => {
                [(y1, y2), (m1, m2), (d1, d2)].iter().all(|(ours, theirs)| theirs.is_none() || ours == theirs)
            }
            (Self::Date { day: Some(a), .. } | Self::Length(a, Unit::Day), Self::Day(b)) => a == b,
            (Self::Day(a), Self::Length(b, Unit::Day)) => a == b,
            // "2024" beside 2024年度, and 12 months beside one year, are no contradiction.
            (Self::FiscalYear(a), Self::Date { year: Some(b), month: None, day: None })
            | (Self::Date { year: Some(b), .. }, Self::FiscalYear(a)) => a == b,
            (Self::Length(a, u), Self::Length(b, v)) => {
                a == b && u == v || months(*a, *u).is_some_and(|m| Some(m) == months(*b, *v))
            }
            (a, b) => a == b,
        }
    }

    /// Do the two contradict each other in nothing, and share something?
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date { year: y1, month: m1, day: d1 }, Self::Date { year: y2, month: m2, day: d2 }) => {
                let pairs = [(y1, y2), (m1, m2), (d1, d2)];
                let differ = pairs.iter().any(|(a, b)| a.is_some() && b.is_some() && a != b);
                !differ && pairs.iter().any(|(a, b)| a.is_some() && a == b)
            }
            (a, b) => a.states(b) || b.states(a),
        }
    }

    /// A bare number that stands for a fact of another kind: "four or five years", "at 12 o'clock".
    pub fn has_number(&self, number: u64) -> bool {
        match self {
            Self::Date { month, day, .. } => *month == Some(number) || *day == Some(number),
            Self::Day(n) | Self::Length(n, _) | Self::Time(n, _) | Self::Number(n) | Self::Money(n) | Self::Percent(n) => {
                *n == number
            }
            Self::FiscalYear(_) | Self::Decimal(_) | Self::Email(_) | Self::Phone(_) => false,
        }
    }

    /// Are the two of one kind, so that one may stand where the other should?
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Can there be more of it or less, so that a bound means something?
    pub fn is_quantity(&self) -> bool {
        matches!(self, Self::Money(_) | Self::Length(..) | Self::Percent(_) | Self::Number(_) | Self::Decimal(_))
    }
}

fn months(count: u64, unit: Unit) -> Option<u64> {
    match unit {
        Unit::Year => count.checked_mul(12),
        Unit::Month => Some(count),
        Unit::Week | Unit::Day | Unit::Hour => None,
    }
}
