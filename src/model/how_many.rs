//! How many people, places, beds or questions there are: a quantity that is no length of time.

use std::any::Any;

use super::node::Node;
use super::quantity::{Amount, Comparison, Length, Quantity};
use super::read::{Cx, Data, Described, EachDatum, Nameable, Read, Shape};

/// A quantity that counts.
#[derive(Debug, Clone, PartialEq)]
pub struct HowMany(pub Quantity);

impl Described for HowMany {
    fn shape() -> Shape {
        Quantity::shape()
    }
}

impl Data for HowMany {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        Quantity::data(it.map(|it| &it.0), each);
    }
}

impl Nameable for HowMany {
    fn fact(&self) -> Option<&dyn Any> {
        self.0.fact()
    }
}

impl Read for HowMany {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        // The map of a comparison has fields of its own.
        let field = cx.field;
        let quantity = Quantity::read(node, cx)?;
        cx.field = field;
        if let Some(count) = counted(&quantity.value) {
            cx.edits.retain(|(span, _)| *span != node.span);
            cx.write_instead("bad-quantity", "bad-capacity", "bad-capacity-help", &count, node);
        }
        Some(Self(quantity))
    }
}

/// The numbers of a length of time, as a count is written.
fn counted(value: &Comparison<Amount>) -> Option<String> {
    let number = |amount: &Amount| match amount {
        Amount::Length(Length(span)) => {
            let days = [i64::from(span.get_years()), span.get_months().into(), span.get_weeks().into(), span.get_days().into()];
            let mut parts = days.into_iter().chain([span.get_hours().into(), span.get_minutes(), span.get_seconds()]);
            Some(parts.find(|part| *part != 0).unwrap_or_default())
        }
        Amount::Count(_) | Amount::Few => None,
    };
    Some(match value {
        Comparison::Is(is) => number(is)?.to_string(),
        Comparison::AtLeast(is) => format!("{{at_least: {}}}", number(is)?),
        Comparison::MoreThan(is) => format!("{{more_than: {}}}", number(is)?),
        Comparison::AtMost(is) => format!("{{at_most: {}}}", number(is)?),
        Comparison::LessThan(is) => format!("{{less_than: {}}}", number(is)?),
        Comparison::About(is) => format!("{{about: {}}}", number(is)?),
        Comparison::Range(from, to) => format!("{{from: {}, to: {}}}", number(from)?, number(to)?),
    })
}
