//! What programs cost: amounts whose bounds are exact. What a source rounds is told in words alone.

use super::things::{Thing, asserted};
use crate::model::fee::{Fee, FeeKind};
use crate::model::money::{Money, Yen};
use crate::model::quantity::Comparison;
use crate::model::record::Body;
use crate::model::reference::Relation;
use crate::render::pen::Pen;
use crate::render::view::shared::absolute;
use crate::site::{RecordId, addresses};

/// The amount of a fee. An amount has no property for what it is paid for: that stands beside it.
pub fn amount(pen: &Pen<'_>, fee: &Fee) -> Option<Thing> {
    let money = asserted(fee.amount.as_ref())?;
    let amount = Thing::new("MonetaryAmount").with("disambiguatingDescription", &*pen.money(money).plain());
    Some(bounds(amount, money).with("currency", &*money.currency))
}

fn bounds(thing: Thing, money: &Money) -> Thing {
    if money.approximate || money.is_measured() {
        return thing;
    }
    let upper = |thing: Thing, to: Yen| if money.above { thing } else { thing.with("maxValue", to) };
    match money.amount {
        Comparison::Is(is) if money.above => thing.with("minValue", is),
        Comparison::Is(is) => thing.with("value", is),
        Comparison::AtLeast(from) => thing.with("minValue", from),
        Comparison::AtMost(to) => upper(thing, to),
        Comparison::Range(from, to) => upper(thing.with("minValue", from), to),
        Comparison::MoreThan(_) | Comparison::LessThan(_) | Comparison::About(_) => thing,
    }
}

/// What a program costs, where that is one exact amount with no exception and nothing on top.
pub fn offers(pen: &Pen<'_>, program: RecordId) -> Vec<Thing> {
    let incoming = pen.site.entry(program).incoming.iter().filter(|(_, relation)| *relation == Relation::Program);
    let fees = incoming.filter_map(|(id, _)| match &pen.site.entry(*id).record.body {
        Body::Fee(fee) if !pen.site.entry(*id).broken && fee.nature() == FeeKind::Cost => Some((*id, &**fee)),
        _ => None,
    });
    let offer = |(id, fee): (RecordId, &Fee)| {
        let is_whole = |money: &&Money| !money.approximate && !money.above && !money.is_measured() && money.per.is_none();
        let money = asserted(fee.amount.as_ref()).filter(is_whole).filter(|_| fee.exceptions.items.is_empty())?;
        let Comparison::Is(price) = money.amount else { return None };
        let offer = Thing::new("Offer")
            .with("name", pen.title(id).0)
            .with("url", absolute(pen.site, &addresses::canonical(pen.site, pen.lang, id)))
            .with("price", price)
            .with("priceCurrency", &*money.currency);
        Some(offer)
    };
    fees.filter_map(offer).collect()
}
