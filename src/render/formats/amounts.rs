//! Money: exact, bounded, approximate, open above, per time, and sums of it.

use super::compared::Compared;
use super::numbers::Numbers;
use super::sum::Sum;
use super::template::{Plural, Template};
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
    at_cost: Template,
    at_cost_bounded: Template,
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
            at_cost: Template::load(messages, "money_at_cost", &[]),
            at_cost_bounded: Template::load(messages, "money_at_cost_bounded", &["value"]),
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
        let approximate = money.approximate && !matches!(money.amount, Comparison::About(_));
        let bounds = || {
            self.bounds.text(&money.amount, |yen| {
                let exact = self.exact(numbers, *yen, &money.currency);
                if approximate { self.bounds.about(&exact) } else { exact }
            })
        };
        let text = match money.at_cost {
            true if money.is_unbounded() => self.at_cost.fill(&[]),
            true => self.at_cost_bounded.fill(&[&bounds()]),
            false => bounds(),
        };
        let text = match money.per {
            Some(per) => self.per(per).map_or_else(|| text.clone(), |words| words.fill(&[&text])),
            None => text,
        };
        let text = match money.tax {
            Some(Tax::Included) => self.tax_included.fill(&[&text]),
            Some(Tax::Excluded) => self.tax_excluded.fill(&[&text]),
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
    nothing && !money.above && !money.at_cost
}
