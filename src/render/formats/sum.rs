//! The sum of several fees: a sum of their bounds, with the unknown ones counted and not guessed.

use crate::model::fact::{Absence, Fact};
use crate::model::money::{Money, Per, Tax, Yen};
use crate::model::quantity::Comparison;

/// The sum of the fees of one currency that are paid equally often.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// What is paid at least.
    pub low: Yen,
    /// What is paid at most, but for [`Sum::open_above`]; `None` when a part has no upper bound.
    pub high: Option<Yen>,
    /// A part is somewhere more than its upper bound.
    pub open_above: bool,
    /// A part is approximate.
    pub approximate: bool,
    /// How often it is paid; a single time and not stated are taken together.
    pub per: Option<Per>,
    /// Is the consumption tax in it?
    pub tax: Option<Tax>,
    /// ISO 4217 code.
    pub currency: Box<str>,
    /// How many parts have an amount.
    pub known_parts: u64,
    /// How many parts have none that is known.
    pub unknown_parts: u64,
}

impl Sum {
    /// Sums fees, one sum for each currency and each time of payment, in the order of their first parts. Parts that do not
    /// exist or do not apply count as nothing; parts that are unknown are counted in the first sum.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a Fact<Money>>) -> Vec<Self> {
        let mut sums: Vec<Self> = Vec::new();
        let mut unknown_parts = 0;
        for part in parts {
            match part {
                Fact::Known { value, .. } => {
                    let per = value.per.filter(|per| *per != Per::Once);
                    let like = |sum: &Self| sum.per == per && sum.tax == value.tax && sum.currency == value.currency;
                    match sums.iter_mut().find(|sum| like(sum)) {
                        Some(sum) => sum.add(value),
                        None => {
                            let mut sum = Self { tax: value.tax, ..Self::nothing(per, &value.currency) };
                            sum.add(value);
                            sums.push(sum);
                        }
                    }
                }
                Fact::Absent { absence: Absence::None | Absence::NotApplicable, .. } => {}
                Fact::Absent { .. } => unknown_parts += 1,
            }
        }
        if unknown_parts > 0 {
            if sums.is_empty() {
                sums.push(Self::nothing(None, "JPY"));
            }
            sums.iter_mut().take(1).for_each(|sum| sum.unknown_parts = unknown_parts);
        }
        sums
    }

    fn nothing(per: Option<Per>, currency: &str) -> Self {
        let currency = currency.into();
        Self {
            low: Yen::NONE,
            high: Some(Yen::NONE),
            open_above: false,
            approximate: false,
            per,
            tax: None,
            currency,
            known_parts: 0,
            unknown_parts: 0,
        }
    }

    fn add(&mut self, money: &Money) {
        let (low, high) = match money.amount {
            Comparison::Is(amount) | Comparison::About(amount) => (amount, Some(amount)),
            Comparison::AtLeast(low) | Comparison::MoreThan(low) => (low, None),
            Comparison::AtMost(high) | Comparison::LessThan(high) => (Yen::NONE, Some(high)),
            Comparison::Range(low, high) => (low, Some(high)),
        };
        self.low = self.low.plus(low);
        self.high = self.high.zip(high).map(|(sum, high)| sum.plus(high));
        self.open_above |= money.above;
        self.approximate |= money.approximate || matches!(money.amount, Comparison::About(_));
        self.known_parts += 1;
    }

    /// The known parts as one amount; `None` when there are none.
    pub fn money(&self) -> Option<Money> {
        let amount = match (self.low, self.high) {
            _ if self.known_parts == 0 => return None,
            (low, None) => Comparison::AtLeast(low),
            (low, Some(high)) if low == high => Comparison::Is(low),
            (Yen::NONE, Some(high)) => Comparison::AtMost(high),
            (low, Some(high)) => Comparison::Range(low, high),
        };
        let Self { approximate, per, .. } = *self;
        // "At least" is open above already.
        let above = self.open_above && self.high.is_some();
        Some(Money { approximate, above, per, tax: self.tax, ..Money::of(amount, &self.currency) })
    }
}
