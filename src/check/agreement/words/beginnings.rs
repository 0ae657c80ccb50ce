//! Where in a sorted list of words those are that begin as a text does: found in one step, whatever the number of words.

use std::ops::Range;

/// The words that begin with each pair of characters, or are one character.
#[derive(Debug, Clone)]
pub struct Beginnings {
    /// A bit for each hash of a beginning. It fits into the nearest cache, and nearly all places of a text end here.
    bits: Vec<u64>,
    /// Twice as many slots as beginnings: each lies at its hash or behind.
    slots: Vec<Beginning>,
}

/// Two characters as one number, zero for none, and the words that begin with them.
#[derive(Debug, Clone, Default)]
struct Beginning {
    characters: u64,
    words: Range<u32>,
}

impl Beginnings {
    /// Those of words that are sorted.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut all: Vec<Beginning> = Vec::new();
        // No language has more words than that.
        for (at, word) in (0..u32::MAX).zip(words) {
            let mut chars = word.chars();
            let characters = characters(chars.next().unwrap_or('\0'), chars.next());
            match all.last_mut().filter(|last| last.characters == characters) {
                Some(last) => last.words.end = at + 1,
                None => all.push(Beginning { characters, words: at..at + 1 }),
            }
        }
        let mut bits = vec![0_u64; 1 << 10];
        let mut slots = vec![Beginning::default(); (all.len() * 2).next_power_of_two()];
        for beginning in all {
            let bit = bit(beginning.characters);
            bits[bit >> 6] |= 1 << (bit & 63);
            let mut slot = slot(beginning.characters, slots.len());
            while slots[slot].characters != 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = beginning;
        }
        Self { bits, slots }
    }

    /// The places of the words that begin with two characters, or are the first alone.
    pub fn words(&self, first: char, second: Option<char>) -> Option<Range<usize>> {
        let characters = characters(first, second);
        let bit = bit(characters);
        if self.bits[bit >> 6] & 1 << (bit & 63) == 0 {
            return None;
        }
        let mut slot = slot(characters, self.slots.len());
        loop {
            let beginning = self.slots.get(slot)?;
            if beginning.characters == characters {
                return Some(beginning.words.start as usize..beginning.words.end as usize);
            }
            if beginning.characters == 0 {
                return None;
            }
            slot = (slot + 1) % self.slots.len();
        }
    }
}

fn characters(first: char, second: Option<char>) -> u64 {
    u64::from(u32::from(first)) << 32 | u64::from(second.map_or(0, u32::from))
}

fn hash(characters: u64) -> u64 {
    characters.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn bit(characters: u64) -> usize {
    (hash(characters) >> 48) as usize
}

/// The slot at which a beginning is looked for first, of some power of two.
fn slot(characters: u64, slots: usize) -> usize {
    (hash(characters) >> 40) as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_by_its_beginning_and_nothing_else_is() {
        let words = ["a", "ab", "abc", "日", "日本", "日本語", "月"];
        let beginnings = Beginnings::of(words.into_iter());
        assert_eq!(beginnings.words('a', Some('b')), Some(1..3));
        assert_eq!(beginnings.words('日', Some('本')), Some(4..6));
        assert_eq!(beginnings.words('日', None), Some(3..4));
        assert_eq!(beginnings.words('月', None), Some(6..7));
        assert_eq!(beginnings.words('月', Some('日')), None);
        assert_eq!(beginnings.words('b', None), None);
        assert_eq!(Beginnings::of(std::iter::empty()).words('a', None), None);
    }
}
