//! Finds records by kind and file name. Holds no names of its own: those are in the entries.

use std::sync::Arc;

use super::RecordId;
use super::entries::Entry;
use crate::model::reference::Kind;

/// A table of hashes with open addressing: `u32::MAX` is a free place, anything else the index of an entry.
#[derive(Debug, Clone, Default)]
pub struct Index {
    places: Arc<[u32]>,
}

impl Index {
    /// The index of entries of which no two have the same identity.
    pub fn new(entries: &[Arc<Entry>]) -> Self {
        // At most half full, so that searches are short and come to a free place.
        let mut places = vec![u32::MAX; (entries.len() * 2 + 1).next_power_of_two()];
        let mask = places.len() - 1;
        for (number, entry) in (0..u32::MAX).zip(entries) {
            let mut at = hash(entry.kind(), entry.slug()) & mask;
            while places.get(at).is_some_and(|place| *place != u32::MAX) {
                at = (at + 1) & mask;
            }
            if let Some(place) = places.get_mut(at) {
                *place = number;
            }
        }
        Self { places: places.into() }
    }

    /// The entry of a kind and file name.
    pub fn find(&self, entries: &[Arc<Entry>], kind: Kind, slug: &str) -> Option<RecordId> {
        let mask = self.places.len().checked_sub(1)?;
        let mut at = hash(kind, slug) & mask;
        loop {
            let number = self.places.get(at).copied().filter(|number| *number != u32::MAX)?;
            let entry = entries.get(number as usize)?;
            if entry.kind() == kind && entry.slug() == slug {
                return Some(RecordId(number));
            }
            at = (at + 1) & mask;
        }
    }
}

/// FNV-1a (Fowler, Noll and Vo), over the kind and the name. In its upper half the last characters have left no trace yet, and
/// names often differ in nothing else: a last step mixes them in (Steele, Lea and Flood, SplitMix).
fn hash(kind: Kind, slug: &str) -> usize {
    let bytes = std::iter::once(kind as u8).chain(slug.bytes());
    let hash = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    usize::try_from(mixed >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_names_are_spread() {
        let mask = 8191;
        let places: std::collections::BTreeSet<usize> = [Kind::Hospital, Kind::Program, Kind::Fee, Kind::Schedule]
            .iter()
            .flat_map(|kind| (1..=1000).map(|number| hash(*kind, &format!("p{number:04}")) & mask))
            .collect();
        // Of 4,000 thrown at random into 8,192 places, about 3,160 have different ones.
        assert!(places.len() > 3000, "{}", places.len());
    }
}
