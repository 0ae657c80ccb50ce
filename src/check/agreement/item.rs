//! The facts that a sentence can state, in one spelling, and when two of them may be the same.

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
    /// How surely the text states it.
    pub weight: Weight,
    /// The number as it is written, by which a bare number is known again: 4 in "four or five years".
    pub number: Option<u64>,
}

/// How surely a text states a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It may be meant ("a year"): it is never missed elsewhere.
    Loose,
    /// In a word ("two"): missed only where the other language has another of its kind instead.
    Word,
    /// In so many figures: missed wherever it is not.
    Firm,
}

/// A number, in thousandths.
pub type Milli = u64;

/// One, in thousandths.
pub const ONE: Milli = 1000;

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
    /// Minutes after midnight; is it said, which half of the day?
    Time(u64, bool),
    /// An amount, and its currency by a hash.
    Money(Milli, u32),
    /// Thousandths of a month: years, months.
    Months(Milli),
    /// Thousandths of a minute: weeks, days, hours.
    Minutes(Milli),
    /// Millionths of a whole.
    Share(u64),
    /// Any other number.
    Number(Milli),
    /// Letters and digits: `N2`, a postal code.
    Code(String),
    /// An e-mail address.
    Email(String),
    /// The digits of a telephone number.
    Phone(String),
}

/// Bounds that a text states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// ≤, in a word that is often left out in another language: まで.
    Until,
    /// <
    LessThan,
    /// ≈
    About,
    /// =
    Exactly,
}

impl Bound {
    /// Do languages say it by other means than a word beside the number?
    pub fn is_often_left_out(self) -> bool {
        self == Self::Until || self == Self::Exactly
    }

    /// Is the one what the other is not?
    pub fn is_denial_of(self, other: Self) -> bool {
        let pairs = [(Self::MoreThan, Self::AtMost), (Self::MoreThan, Self::Until), (Self::LessThan, Self::AtLeast)];
        pairs.contains(&(self, other)) || pairs.contains(&(other, self))
    }

    /// Can both be said of the same limit?
    pub fn agrees(self, other: Self) -> bool {
        use Bound::{About, AtLeast, AtMost, LessThan, MoreThan, Until};
        self == other
            || matches!(
                (self, other),
                (AtMost, Until)
                    | (Until, AtMost)
                    | (About, AtLeast | MoreThan | LessThan)
                    | (AtLeast | MoreThan | LessThan, About)
            )
    }
}

const MINUTES_OF_DAY: u64 = 24 * 60;

impl Item {
    /// Does this state at least as much as the other, so that the other needs no counterpart of its own?
    pub fn states(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date { year: y1, month: m1, day: d1 }, Self::Date { year: y2, month: m2, day: d2 }) => {
                [(y1, y2), (m1, m2), (d1, d2)].iter().all(|(ours, theirs)| theirs.is_none() || ours == theirs)
            }
            (Self::Date { day: Some(a), .. }, Self::Day(b)) => a == b,
            (Self::Minutes(a), Self::Day(b)) | (Self::Day(b), Self::Minutes(a)) => *a == b.saturating_mul(MINUTES_OF_DAY * ONE),
            // "2024" beside 2024年度 is no contradiction.
            (Self::FiscalYear(a), Self::Date { year: Some(b), month: None, day: None })
            | (Self::Date { year: Some(b), .. }, Self::FiscalYear(a)) => a == b,
            // A clock of twelve hours that does not say which half of the day it means.
            (Self::Time(a, sure), Self::Time(b, surely)) => a == b || !(*sure && *surely) && a % 720 == b % 720,
            (Self::Share(a), Self::Share(b)) => a.abs_diff(*b) <= 5_000 && (a % 10_000 != 0 || b % 10_000 != 0) || a == b,
            // "No charge" is nothing of whatever currency.
            (Self::Money(0, _), Self::Number(0)) | (Self::Number(0), Self::Money(0, _)) => true,
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

    /// Are the two of one kind, so that one may stand where the other should?
    pub fn is_like(&self, other: &Self) -> bool {
        let is_length = |item: &Self| matches!(item, Self::Months(_) | Self::Minutes(_));
        std::mem::discriminant(self) == std::mem::discriminant(other) || is_length(self) && is_length(other)
    }

    /// Can there be more of it or less, so that a bound means something?
    pub fn is_quantity(&self) -> bool {
        matches!(self, Self::Money(..) | Self::Months(_) | Self::Minutes(_) | Self::Share(_) | Self::Number(_))
    }

    /// So many of a unit of time.
    pub fn length(count: Milli, unit: Unit) -> Self {
        match unit {
            Unit::Months(months) => Self::Months(count.saturating_mul(months)),
            Unit::Minutes(minutes) => Self::Minutes(count.saturating_mul(minutes)),
        }
    }
}

/// Units of time, by the smaller unit that they are so many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Years, months.
    Months(u64),
    /// Weeks, days, hours.
    Minutes(u64),
}

impl Unit {
    /// A unit by its name in the files of words.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "decade" => Self::Months(120),
            "year" => Self::Months(12),
            "half-year" => Self::Months(6),
            "quarter" => Self::Months(3),
            "month" => Self::Months(1),
            "fortnight" => Self::Minutes(14 * MINUTES_OF_DAY),
            "week" => Self::Minutes(7 * MINUTES_OF_DAY),
            "day" => Self::Minutes(MINUTES_OF_DAY),
            "half-day" => Self::Minutes(MINUTES_OF_DAY / 2),
            "hour" => Self::Minutes(60),
            "quarter-hour" => Self::Minutes(15),
            "minute" => Self::Minutes(1),
            _ => return None,
        })
    }
}
