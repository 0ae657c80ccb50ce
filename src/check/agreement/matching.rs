//! Which facts of one text have no counterpart in another.

use super::item::{Found, Item};

/// Facts without an equal that are looked at more closely; more of them than this are no translation of each other.
const LIMIT: usize = 200;

/// Indices of the facts of the first that the second does not state, and of the second that the first does not state.
pub fn unmatched(first: &[Found], second: &[Found]) -> [Vec<usize>; 2] {
    // Mostly both state the same in the same order.
    if first.iter().map(|found| &found.item).eq(second.iter().map(|found| &found.item)) {
        return [Vec::new(), Vec::new()];
    }
    let (first, second) = (Facts::new(first), Facts::new(second));
    [first.not_in(&second), second.not_in(&first)]
}

/// The facts of a text, in their order and sorted.
struct Facts<'a> {
    found: &'a [Found],
    sorted: Vec<&'a Item>,
}

impl<'a> Facts<'a> {
    fn new(found: &'a [Found]) -> Self {
        let mut sorted: Vec<&Item> = found.iter().map(|found| &found.item).collect();
        sorted.sort_unstable();
        Self { found, sorted }
    }

    fn has(&self, item: &Item) -> bool {
        self.sorted.binary_search(&item).is_ok()
    }

    /// Indices of those that the others do not state.
    fn not_in(&self, others: &Self) -> Vec<usize> {
        let without_equal = self.found.iter().enumerate().filter(|(_, found)| found.is_firm && !others.has(&found.item));
        // A counterpart that has its own equal here is taken: it does not stand for another fact.
        let is_free = |other: &&Found| !self.has(&other.item);
        without_equal
            .take(LIMIT)
            .filter(|(_, found)| {
                let is_stated = others.found.iter().any(|other| other.item.states(&found.item));
                !is_stated
                    && !others.found.iter().filter(is_free).any(|other| other.item.agrees(&found.item))
                    && !self.is_bare(found, others)
            })
            .map(|(index, _)| index)
            .collect()
    }

    /// Is one of them in the others with a bare number in place of a unit, or the other way round?
    fn is_bare(&self, found: &Found, others: &Self) -> bool {
        match &found.item {
            Item::Number(number) => others.found.iter().any(|other| other.item.has_number(*number)),
            Item::Length(number, _) | Item::Day(number) | Item::Time(number, 0) => {
                let bare = Item::Number(*number);
                others.has(&bare) && !self.has(&bare)
            }
            _ => false,
        }
    }
}
