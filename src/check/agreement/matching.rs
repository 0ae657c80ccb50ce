//! Which facts of one text have no counterpart in another.

use std::collections::BTreeSet;

use super::item::{Found, Item};

/// Facts without an equal that are looked at more closely; more of them than this are no translation of each other.
const LIMIT: usize = 200;

/// Indices of the facts of `ours` that `theirs` does not state.
pub fn unmatched(ours: &[Found], theirs: &[Found]) -> Vec<usize> {
    // Mostly both state the same in the same order.
    if ours.iter().map(|found| &found.item).eq(theirs.iter().map(|found| &found.item)) {
        return Vec::new();
    }
    let equal: BTreeSet<&Item> = theirs.iter().map(|found| &found.item).collect();
    let own: BTreeSet<&Item> = ours.iter().map(|found| &found.item).collect();
    let without_equal = ours.iter().enumerate().filter(|(_, found)| found.is_firm && !equal.contains(&found.item));
    // A counterpart that has its own equal here is taken: it does not stand for another fact.
    let is_free = |other: &&Found| !own.contains(&other.item);
    without_equal
        .take(LIMIT)
        .filter(|(_, found)| {
            let is_stated = theirs.iter().any(|other| other.item.states(&found.item));
            !is_stated
                && !theirs.iter().filter(is_free).any(|other| other.item.agrees(&found.item))
                && !is_bare(found, theirs, &own)
        })
        .map(|(index, _)| index)
        .collect()
}

/// Is it in `theirs` with a bare number in place of a unit, or the other way round?
fn is_bare(found: &Found, theirs: &[Found], own: &BTreeSet<&Item>) -> bool {
    match &found.item {
        Item::Number(number) => theirs.iter().any(|other| other.item.has_number(*number)),
        Item::Length(number, _) | Item::Day(number) | Item::Time(number, 0) => {
            let bare = Item::Number(*number);
            theirs.iter().any(|other| other.item == bare) && !own.contains(&bare)
        }
        _ => false,
    }
}
