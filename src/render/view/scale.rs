//! Values on one scale: what all fees cost, what a program costs, how long the steps of a route last and what they cost.

use serde::Serialize;

use super::html::html;
use super::in_all::{self, Between, Part};
use crate::base::Arg;
use crate::markup::{Inline, Mark};
use crate::model::fact::Fact;
use crate::model::fee::FeeKind;
use crate::model::money::{Money, Yen};
use crate::model::quantity::Comparison;
use crate::model::record::Body;
use crate::render::draw::scale::{self as draw, Bounds};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// Fewer say nothing beside each other.
const FEWEST: usize = 3;

/// Values on one scale.
#[derive(Debug, Serialize)]
pub struct Scale {
    /// The id of its heading, plain.
    pub id: &'static str,
    /// What it shows.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// How far it reaches.
    #[serde(serialize_with = "html")]
    pub note: Inline,
    /// The values.
    pub bars: Vec<Bar>,
}

/// One value.
#[derive(Debug, Serialize)]
pub struct Bar {
    /// A link to the record that says it, and which part of it this is.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// The value in words.
    #[serde(serialize_with = "html")]
    pub amount: Inline,
    /// The same, drawn; nothing where it is unknown.
    #[serde(serialize_with = "html")]
    pub drawing: String,
    /// Not everybody goes through it.
    pub for_some: bool,
}

/// The amounts of these fees that are known, the least first; nothing when they are too few, or all are free.
pub fn scale(pen: &Pen<'_>, ids: &[RecordId]) -> Option<Scale> {
    let mut all = amounts(pen, ids, false);
    all.sort_by_key(|(bounds, ..)| *bounds);
    let all = all.into_iter().map(|(bounds, name, amount)| (Some(bounds), name, amount, false)).collect::<Vec<_>>();
    (all.len() >= FEWEST).then(|| drawn(pen, "sec-scale", "fees_scale", all))?
}

/// What a program costs: its fees, what is paid beside them, and all together. Nothing where one amount says it all.
pub fn of_program(pen: &Pen<'_>, id: RecordId, fees: &[RecordId]) -> Option<Scale> {
    let Body::Program(program) = &pen.site.entry(id).record.body else { return None };
    let all = amounts(pen, fees, true);
    let sum = Part::of(pen, id, program).yen.filter(|_| all.len() > 1)?;
    let mut all: Vec<_> = all.into_iter().map(|(bounds, name, amount)| (Some(bounds), name, amount, false)).collect();
    all.push((Some(reach(sum)), pen.say("can_cost_in_all").marked(Mark::Strong), sum.money(pen)?, false));
    drawn(pen, "sec-cost", "heading_cost_in_all", all)
}

/// What each of several parts costs, in their order.
pub fn costs(pen: &Pen<'_>, parts: &[Part]) -> Option<Scale> {
    let known = parts.iter().filter(|part| part.yen.is_some_and(|yen| yen != Between::NOTHING)).count();
    let bar = |part: &Part| {
        let amount = part.yen.and_then(|yen| yen.money(pen)).unwrap_or_else(|| pen.say("absence_unknown").marked(Mark::Absent));
        (part.yen.map(reach), part.name.clone(), amount, part.for_some)
    };
    (known > 1).then(|| drawn(pen, "sec-route-costs", "route_costs", parts.iter().map(bar).collect()))?
}

/// How long each of several parts lasts, one behind the other.
pub fn lengths(pen: &Pen<'_>, parts: &[Part]) -> Option<Scale> {
    let known = parts.iter().filter(|part| part.months.is_some_and(|months| months != Between::NOTHING)).count();
    let mut from = 0;
    let mut stretches = Vec::new();
    let mut end = 0;
    for part in parts {
        let bounds = part.months.map(reach);
        stretches.push((from, bounds));
        if let Some(bounds) = bounds {
            let room = if bounds.is_open { bounds.most / 4 } else { 0 };
            end = end.max(from + bounds.most + room);
            from += bounds.least;
        }
    }
    let mirrored = pen.site.languages.is_right_to_left(pen.lang);
    let bars = parts.iter().zip(stretches).map(|(part, (from, bounds))| Bar {
        name: part.name.clone(),
        amount: match part.months {
            Some(Between::NOTHING) => Inline::default(),
            months => {
                months.and_then(|months| months.months(pen)).unwrap_or_else(|| pen.say("absence_unknown").marked(Mark::Absent))
            }
        },
        drawing: draw::stretch(from, bounds, end, mirrored),
        for_some: part.for_some,
    });
    (known > 1).then(|| Scale {
        id: "sec-route-lengths",
        heading: pen.say("route_lengths"),
        note: pen.say("route_lengths_note"),
        bars: bars.collect(),
    })
}

/// The amounts of fees that are known, each with its name and its words; with those that are exceptions, or without them.
fn amounts(pen: &Pen<'_>, ids: &[RecordId], with_exceptions: bool) -> Vec<(Bounds, Inline, Inline)> {
    let mut all: Vec<(Bounds, Inline, Inline)> = Vec::new();
    for id in ids {
        let Body::Fee(fee) = &pen.site.entry(*id).record.body else { continue };
        let own = pen.record(*id);
        // What is paid to somebody is no cost.
        let mut add = |name: Inline, nature: FeeKind, amount: Option<&Fact<Money>>| {
            let Some(fact) = amount.filter(|_| !nature.is_income()) else { return };
            if let Some(bounds) = fact.known().and_then(in_all::bounds).map(reach) {
                all.push((bounds, name, pen.fact(fact, |money| pen.money(money))));
            }
        };
        let part = |name: Option<&crate::model::text::Text>| pen.labelled(&own, &pen.optional(name).unwrap_or_default());
        add(own.clone(), fee.nature(), fee.amount.as_ref());
        if fee.amount.is_none() {
            for item in &fee.items {
                add(part(item.name.as_ref()), fee.nature_of(item), item.amount.as_ref());
            }
        }
        for exception in fee.exceptions.items.iter().filter(|_| with_exceptions) {
            add(part(exception.text.as_ref()), fee.nature(), exception.amount.as_ref());
        }
    }
    all
}

fn drawn(pen: &Pen<'_>, id: &'static str, heading: &str, all: Vec<(Option<Bounds>, Inline, Inline, bool)>) -> Option<Scale> {
    let end = draw::end(&all.iter().filter_map(|(bounds, ..)| *bounds).collect::<Vec<_>>())?;
    let mirrored = pen.site.languages.is_right_to_left(pen.lang);
    let note = pen.say_with("fees_scale_note", &[("most", Arg::from(&*pen.kit.money(&exactly(end))))]);
    let bars = all.into_iter().map(|(bounds, name, amount, for_some)| Bar {
        name,
        amount,
        drawing: bounds.map(|bounds| draw::bar(bounds, end, mirrored)).unwrap_or_default(),
        for_some,
    });
    Some(Scale { id, heading: pen.say(heading), note, bars: bars.collect() })
}

/// How far a value reaches on a scale.
fn reach(value: Between) -> Bounds {
    Bounds { least: value.least, most: value.named.max(value.least), is_open: value.most.is_none() }
}

fn exactly(amount: u64) -> Money {
    Money::of(Comparison::Is(Yen::whole(amount)), in_all::CURRENCY)
}
