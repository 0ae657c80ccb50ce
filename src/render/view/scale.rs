//! What everything costs, on one scale: above the table of all fees.

use serde::Serialize;

use super::html::html;
use crate::base::Arg;
use crate::markup::Inline;
use crate::model::fact::Fact;
use crate::model::fee::FeeKind;
use crate::model::money::{Money, Yen};
use crate::model::quantity::Comparison;
use crate::model::record::Body;
use crate::render::draw::scale::{self as draw, Bounds};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The currency that most amounts are in. Amounts in others have no place on its scale.
const CURRENCY: &str = "JPY";
/// Fewer say nothing beside each other.
const FEWEST: usize = 3;

/// Amounts on one scale, the least first.
#[derive(Debug, Serialize)]
pub struct Scale {
    /// How far it reaches.
    #[serde(serialize_with = "html")]
    pub note: Inline,
    /// The amounts.
    pub bars: Vec<Bar>,
}

/// One amount.
#[derive(Debug, Serialize)]
pub struct Bar {
    /// A link to the fee, and which part of it this is.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// The amount in words.
    #[serde(serialize_with = "html")]
    pub amount: Inline,
    /// The same, drawn.
    #[serde(serialize_with = "html")]
    pub drawing: String,
}

/// The amounts of these fees that are known; nothing when they are too few, or all are free.
pub fn scale(pen: &Pen<'_>, ids: &[RecordId]) -> Option<Scale> {
    let mut all: Vec<(Bounds, Inline, Inline)> = Vec::new();
    for id in ids {
        let Body::Fee(fee) = &pen.site.entry(*id).record.body else { continue };
        let own = pen.record(*id);
        // What is paid to somebody is no cost.
        let mut add = |name: Inline, nature: FeeKind, amount: Option<&Fact<Money>>| {
            let Some(fact) = amount.filter(|_| !nature.is_income()) else { return };
            if let Some(bounds) = fact.known().and_then(bounds) {
                all.push((bounds, name, pen.fact(fact, |money| pen.money(money))));
            }
        };
        add(own.clone(), fee.nature(), fee.amount.as_ref());
        if fee.amount.is_none() {
            for item in &fee.items {
                let name = pen.optional(item.name.as_ref()).unwrap_or_default();
                add(pen.labelled(&own, &name), fee.nature_of(item), item.amount.as_ref());
            }
        }
    }
    all.sort_by_key(|(bounds, ..)| *bounds);
    let end = draw::end(&all.iter().map(|(bounds, ..)| *bounds).collect::<Vec<_>>()).filter(|_| all.len() >= FEWEST)?;
    let mirrored = pen.site.languages.is_right_to_left(pen.lang);
    let note = pen.say_with("fees_scale_note", &[("most", Arg::from(&*pen.kit.money(&exactly(end))))]);
    let bars = all.into_iter().map(|(bounds, name, amount)| Bar { name, amount, drawing: draw::bar(bounds, end, mirrored) });
    Some(Scale { note, bars: bars.collect() })
}

/// What an amount can be.
fn bounds(money: &Money) -> Option<Bounds> {
    // What is paid as it comes has no amount, or one that is no price.
    if &*money.currency != CURRENCY || money.at_cost {
        return None;
    }
    let (least, most, is_open) = match &money.amount {
        Comparison::Is(amount) | Comparison::About(amount) => (*amount, *amount, false),
        Comparison::AtLeast(least) | Comparison::MoreThan(least) => (*least, *least, true),
        Comparison::AtMost(most) | Comparison::LessThan(most) => (Yen::NONE, *most, false),
        Comparison::Range(least, most) => (*least, *most, false),
    };
    Some(Bounds { least: least.whole, most: most.whole, is_open: is_open || money.above })
}

fn exactly(amount: u64) -> Money {
    Money {
        amount: Comparison::Is(Yen::whole(amount)),
        approximate: false,
        above: false,
        at_cost: false,
        per: None,
        tax: None,
        currency: CURRENCY.into(),
        span: Default::default(),
    }
}
