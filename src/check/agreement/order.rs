//! `order-differs`: two facts of a sentence that have changed places, beside others that have not.

use super::extract::Sense;
use super::item::{Found, Item, Weight};
use super::words::Group;

/// Kinds of fact whose order is looked at by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    When,
    Money,
    Length,
    Share,
    Number,
    Weekday,
    Thing,
    Name,
}

/// A fact of both, by its places in them.
struct Shared {
    kind: Kind,
    /// Which fact it is, in the source.
    source: usize,
    start: usize,
    other: usize,
}

/// The fact of the source that stands where another should, if there is one: names, and things, are given by their value.
pub fn exchanged(source: (&[Found], &[Sense]), other: (&[Found], &[Sense])) -> Option<std::ops::Range<usize>> {
    if source.0.len() < 2 || source.0.len() > 12 {
        return None;
    }
    let mut shared: Vec<Shared> = Vec::new();
    for (at, found) in
        source.0.iter().enumerate().filter(|(_, found)| found.weight > Weight::Loose || matches!(found.item, Item::Number(_)))
    {
        let Some(kind) = kind(&found.item) else { continue };
        let is_it = |one: &&Found| one.item.agrees(&found.item);
        let mut there = other.0.iter().filter(is_it);
        let is_once = source.0.iter().filter(|one| is_it(one)).count() == 1;
        if let (Some(partner), None, true) = (there.next(), there.next(), is_once) {
            shared.push(Shared { kind, source: at, start: found.range.start, other: partner.range.start });
        }
    }
    for (at, sense) in source.1.iter().enumerate() {
        let kind = match sense.group {
            Group::Weekday => Kind::Weekday,
            Group::Thing | Group::Tongue => Kind::Thing,
            Group::Name(_) => Kind::Name,
            _ => continue,
        };
        let is_it = |one: &&Sense| one.group == sense.group && one.value == sense.value;
        let mut there = other.1.iter().filter(is_it);
        let is_once = source.1.iter().filter(|one| is_it(one)).count() == 1;
        if let (Some(partner), None, true) = (there.next(), there.next(), is_once) {
            shared.push(Shared { kind, source: source.0.len() + at, start: sense.range.start, other: partner.range.start });
        }
    }
    let of = |kind: Kind| {
        let mut list: Vec<&Shared> = shared.iter().filter(|one| one.kind == kind).collect();
        list.sort_by_key(|one| one.start);
        list
    };
    let facts = [Kind::When, Kind::Money, Kind::Length, Kind::Share, Kind::Number, Kind::Weekday];
    let is_ordered = |list: &[&Shared]| list.windows(2).all(|two| two[0].other < two[1].other);
    let (turned, kept): (Vec<_>, Vec<_>) = facts
        .into_iter()
        .chain([Kind::Thing, Kind::Name])
        .map(|kind| (kind, of(kind)))
        .filter(|(_, list)| list.len() > 1)
        .partition(|(_, list)| !is_ordered(list));
    // Where all have changed places the sentence is only built otherwise.
    if kept.is_empty()
        || turned.iter().any(|(kind, _)| matches!(kind, Kind::Thing | Kind::Name))
            && kept.iter().all(|(kind, _)| matches!(kind, Kind::Thing | Kind::Name))
    {
        return None;
    }
    let (kind, list) = turned.first()?;
    // Of many things, one is named elsewhere in the sentence.
    if *kind == Kind::Thing && list.len() > 2 {
        return None;
    }
    let first = list.windows(2).find(|two| two[0].other > two[1].other)?.first()?.source;
    source
        .0
        .get(first)
        .map(|found| found.range.clone())
        .or_else(|| source.1.get(first - source.0.len()).map(|sense| sense.range.clone()))
}

fn kind(item: &Item) -> Option<Kind> {
    Some(match item {
        Item::Date { .. } | Item::Day(_) | Item::FiscalYear(_) | Item::Time(..) => Kind::When,
        Item::Money(..) => Kind::Money,
        Item::Months(_) | Item::Minutes(_) => Kind::Length,
        Item::Share(_) => Kind::Share,
        Item::Number(_) => Kind::Number,
        Item::Code(_) | Item::Email(_) | Item::Phone(_) => return None,
    })
}
