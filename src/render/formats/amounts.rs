//! Money: exact, bounded, approximate, open above, per time, and sums of it.

use icu::plurals::PluralCategory;

use super::compared::Compared;
use super::numbers::Numbers;
use super::sum::Sum;
use super::template::{Plural, Template};
use crate::model::money::measure::{Measure, Months};
use crate::model::money::{Money, Per, Tax, Yen, decimals};
use crate::model::quantity::Comparison;
use crate::render::messages::Messages;

/// The words of money.
#[derive(Debug)]
pub(super) struct Amounts {
    free: Template,
    yen: Template,
    other: Template,
    bounds: Compared,
    above: Template,
    percent: Template,
    at_cost: Template,
    at_cost_bounded: Template,
    months: Plural,
    of_pay: Template,
    of_pay_bounded: Template,
    of_pay_yearly: Template,
    share_bounded: Template,
    payments: Plural,
    /// For each of `Per::ALL`.
    per: Vec<Template>,
    tax_included: Template,
    tax_excluded: Template,
    sum_with_unknown: Plural,
    sum_unknown: Plural,
}

impl Amounts {
    pub fn new(messages: &Messages) -> Self {
        let with_money = |id: &str| Template::load(messages, id, &["money"]);
        Self {
            free: Template::load(messages, "money_free", &[]),
            yen: Template::load(messages, "money_yen", &["number"]),
            other: Template::load(messages, "money_other", &["currency", "number"]),
            bounds: Compared::load(messages, "money"),
            above: Template::load(messages, "money_above", &["value"]),
            percent: Template::load(messages, "percent", &["number"]),
            at_cost: Template::load(messages, "money_at_cost", &[]),
            at_cost_bounded: Template::load(messages, "money_at_cost_bounded", &["value"]),
            months: Plural::load(messages, "money_months", &[]),
            of_pay: Template::load(messages, "money_of_pay", &["value"]),
            of_pay_bounded: Template::load(messages, "money_of_pay_bounded", &["months", "value"]),
            of_pay_yearly: with_money("money_of_pay_yearly"),
            share_bounded: Template::load(messages, "money_share_bounded", &["share", "value"]),
            payments: Plural::load(messages, "money_payments", &["money"]),
            per: Per::ALL.iter().map(|per| with_money(&format!("money_{}", per.message()))).collect(),
            tax_included: with_money("money_tax_included"),
            tax_excluded: with_money("money_tax_excluded"),
            sum_with_unknown: Plural::load(messages, "sum_with_unknown", &["sum"]),
            sum_unknown: Plural::load(messages, "sum_unknown", &[]),
        }
    }

    fn exact(&self, numbers: &Numbers, amount: Yen, currency: &str) -> String {
        let number = numbers.decimal(amount.whole, amount.thousandths, decimals(currency));
        match currency {
            "JPY" => self.yen.fill(&[&number]),
            _ => self.other.fill(&[currency, &number]),
        }
    }

    pub fn money(&self, numbers: &Numbers, money: &Money) -> String {
        if is_free(money) {
            return self.free.fill(&[]);
        }
        self.priced(numbers, money)
    }

    fn priced(&self, numbers: &Numbers, money: &Money) -> String {
        let text = match (money.measure.as_deref(), money.at_cost) {
            // What a part is paid for belongs to what bounds it: half of the rent, up to 27,000 yen per month.
            (Some(Measure::Share { share, .. }), _) => {
                let share = self.bounds.text(share, |percent| self.percent.fill(&[&numbers.text(u64::from(percent.0))]));
                return match self.bounding(numbers, money) {
                    Some(bounds) => self.share_bounded.fill(&[&share, &bounds]),
                    None => self.with_terms(numbers, money, share),
                };
            }
            (Some(Measure::MonthsOfPay(months)), _) => {
                let months = self.bounds.text(months, |months| self.months(numbers, *months));
                let months = self.of_pay.fill(&[&months]);
                if money.is_unbounded() { months } else { self.of_pay_bounded.fill(&[&months, &self.bounds(numbers, money)]) }
            }
            (None, true) if money.is_unbounded() => self.at_cost.fill(&[]),
            (None, true) => self.at_cost_bounded.fill(&[&self.bounds(numbers, money)]),
            (None, false) => self.bounds(numbers, money),
        };
        self.with_terms(numbers, money, text)
    }

    /// What bounds a part of something else, with what it is paid for; nothing where nothing does.
    pub fn bounding(&self, numbers: &Numbers, money: &Money) -> Option<String> {
        (!money.is_unbounded()).then(|| self.with_terms(numbers, money, self.bounds(numbers, money)))
    }

    fn bounds(&self, numbers: &Numbers, money: &Money) -> String {
        let approximate = money.approximate && !matches!(money.amount, Comparison::About(_));
        self.bounds.text(&money.amount, |yen| {
            let exact = self.exact(numbers, *yen, &money.currency);
            if approximate { self.bounds.about(&exact) } else { exact }
        })
    }

    fn months(&self, numbers: &Numbers, Months(hundredths): Months) -> String {
        match hundredths % 100 {
            0 => numbers.fill(&self.months, u64::from(hundredths / 100), &[]),
            rest => {
                let thousandths = u16::try_from(rest * 10).unwrap_or_default();
                let number = numbers.decimal(u64::from(hundredths / 100), thousandths, 1);
                self.months.get(PluralCategory::Other).fill(&[&number])
            }
        }
    }

    /// What it is paid for, and what else stands behind an amount.
    fn with_terms(&self, numbers: &Numbers, money: &Money, text: String) -> String {
        let is_pay = money.months_of_pay().is_some() && money.per == Some(Per::Year);
        let per = if is_pay { Some(&self.of_pay_yearly) } else { money.per.and_then(|per| self.per(per)) };
        let text = match per {
            Some(words) => words.fill(&[&text]),
            None => text,
        };
        let text = match money.tax {
            Some(Tax::Included) => self.tax_included.fill(&[&text]),
            Some(Tax::Excluded) => self.tax_excluded.fill(&[&text]),
            None => text,
        };
        let text = match money.payments {
            Some(payments) => numbers.fill(&self.payments, payments.into(), &[&text]),
            None => text,
        };
        if money.above { self.above.fill(&[&text]) } else { text }
    }

    fn per(&self, per: Per) -> Option<&Template> {
        self.per.get(Per::ALL.iter().position(|known| *known == per)?)
    }

    pub fn sum(&self, numbers: &Numbers, sum: &Sum) -> String {
        match (sum.money(), sum.unknown_parts) {
            (Some(money), 0) => self.money(numbers, &money),
            // "Free, and two items of unknown amount" would mislead: zero is shown as a number.
            (Some(money), unknown) => numbers.fill(&self.sum_with_unknown, unknown, &[&self.priced(numbers, &money)]),
            (None, unknown) => numbers.fill(&self.sum_unknown, unknown, &[]),
        }
    }
}

fn is_free(money: &Money) -> bool {
    let nothing = matches!(money.amount, Comparison::Is(Yen::NONE) | Comparison::Range(Yen::NONE, Yen::NONE));
    nothing && !money.above && !money.is_measured()
}
