//! Which facts of one text have no counterpart in another.

use super::item::{Found, Item, ONE, Weight};

/// Facts without an equal that are looked at more closely; more of them than this are no translation of each other.
const LIMIT: usize = 200;

/// Indices of the facts of the first that the second does not state, and of the second that the first does not state.
pub fn unmatched(first: &[Found], second: &[Found]) -> [Vec<usize>; 2] {
    // Mostly both state the same in the same order.
    if first.iter().map(|found| &found.item).eq(second.iter().map(|found| &found.item)) {
        return [Vec::new(), Vec::new()];
    }
    let (first, second) = (Facts::new(first), Facts::new(second));
    let (ours, theirs) = (first.not_in(&second), second.not_in(&first));
    [first.missed(&ours, &second, &theirs), second.missed(&theirs, &first, &ours)]
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

    /// Indices of those that the others do not state, however sure they are.
    fn not_in(&self, others: &Self) -> Vec<usize> {
        let without_equal = self.found.iter().enumerate().filter(|(_, found)| !others.has(&found.item));
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

    /// Of those that the others do not state, the ones that are missed: those in figures, and those in words in whose place the
    /// others have something else.
    fn missed(&self, ours: &[usize], others: &Self, theirs: &[usize]) -> Vec<usize> {
        let is_missed = |index: &usize| {
            let Some(found) = self.found.get(*index) else { return false };
            let has_other = || {
                let rivals = theirs.iter().filter_map(|other| others.found.get(*other));
                rivals.into_iter().any(|other| other.item.is_like(&found.item) && other.is_rival())
            };
            match found.weight {
                Weight::Firm => true,
                Weight::Word => has_other(),
                Weight::Loose => false,
            }
        };
        ours.iter().copied().filter(is_missed).collect()
    }

    /// Is one of them in the others with a bare number in place of a unit, or the other way round?
    fn is_bare(&self, found: &Found, others: &Self) -> bool {
        let Some(number) = found.number else { return false };
        let bare = Item::Number(number.saturating_mul(ONE));
        match &found.item {
            Item::Number(_) => others.found.iter().any(|other| {
                other.number == Some(number)
                    || matches!(other.item, Item::Date { month, day, .. } if month == Some(number) || day == Some(number))
                    || other.item == Item::Day(number)
            }),
            Item::Months(_) | Item::Minutes(_) | Item::Day(_) | Item::Time(..) => others.has(&bare) && !self.has(&bare),
            _ => false,
        }
    }
}

impl Found {
    /// Can it stand in the place of another of its kind? "A year" may be said of anything.
    fn is_rival(&self) -> bool {
        self.weight > Weight::Loose || matches!(self.item, Item::Number(ONE))
    }
}
