//! The terms of many pages, each with the parts of pages that it stands in.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use super::fold::Folder;
use super::latin;
use super::tokens::{self, GRAM, LONGEST, Token};

/// How much it says of a part that a word stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Once in a text,
    Body = 0,
    /// several times,
    Often = 1,
    /// in a heading or summary,
    Lead = 2,
    /// in a name.
    Name = 3,
}

/// What a term is known by while terms are gathered: up to three characters of a dense script as they are, words by a hash.
pub type Key = u64;

/// Says of a key that it is a hash.
const IS_WORD: Key = 1 << 63;

/// A part of a page (counted through all pages) and the weight of a term in it: `part << 2 | weight`.
pub type Posting = u32;

/// What one thread gathered: the postings of each term beside one another.
#[derive(Default)]
pub struct Gathered {
    /// The terms in the order in which they came, with where their postings begin.
    terms: Vec<(Key, u32)>,
    postings: Vec<Posting>,
    /// Words by their keys.
    words: HashMap<Key, Box<str>, Same>,
}

/// Terms and postings in the order in which they come.
#[derive(Default)]
struct Gathering {
    /// The number of each term.
    numbers: HashMap<Key, u32, Same>,
    /// By number: the key, where its last posting is, and how many it has.
    terms: Vec<(Key, u32, u32)>,
    /// Each posting with the number of its term.
    postings: Vec<(u32, Posting)>,
    words: HashMap<Key, Box<str>, Same>,
}

type Same = BuildHasherDefault<KeyHasher>;

/// Mixes keys, many of which differ in a few bits only.
#[derive(Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        let mixed = (self.0 ^ key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 29);
    }
}

impl Gathered {
    /// The keys of all terms, each with its place.
    pub fn keys(&self) -> impl Iterator<Item = (Key, u32)> {
        self.terms.iter().zip(0..).map(|((key, _), place)| (*key, place))
    }

    /// The postings of the term in that place, in the order of the parts.
    pub fn postings(&self, place: u32) -> &[Posting] {
        let start = |place: usize| self.terms.get(place).map_or(self.postings.len(), |(_, start)| *start as usize);
        let place = place as usize;
        self.postings.get(start(place)..start(place + 1)).unwrap_or_default()
    }

    /// A word by its key.
    pub fn word(&self, key: Key) -> Option<&str> {
        self.words.get(&key).map(|word| &**word)
    }
}

/// Is it the key of a word? Those of a dense script stand in the order of their characters.
pub fn is_word(key: Key) -> bool {
    key & IS_WORD != 0
}

/// The characters of a dense script that a key stands for.
pub fn gram(key: Key) -> String {
    let character = |place: u64| u32::try_from(key >> (21 * place) & 0x1F_FFFF).ok().filter(|c| *c > 0).and_then(char::from_u32);
    (0..GRAM as u64).rev().filter_map(character).collect()
}

impl Gathering {
    /// Adds a place; tells whether the term is a new one.
    fn add(&mut self, key: Key, part: u32, weight: Weight) -> bool {
        let next = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(key).or_insert(next);
        let end = u32::try_from(self.postings.len()).unwrap_or(u32::MAX);
        if number == next {
            self.terms.push((key, end, 0));
        }
        let Some((_, last, count)) = self.terms.get_mut(number as usize) else { return false };
        match self.postings.get_mut(*last as usize) {
            Some((_, posting)) if *count > 0 && *posting >> 2 == part => {
                // Once more in the same part: more than once.
                let weight = (weight as u32).max(*posting & 3).max(Weight::Often as u32);
                *posting = part << 2 | weight;
            }
            _ => {
                (*last, *count) = (end, *count + 1);
                self.postings.push((number, part << 2 | weight as u32));
            }
        }
        number == next
    }

    fn word(&mut self, word: &[char], part: u32, weight: Weight) -> Key {
        let hash = word.iter().fold(0xCBF2_9CE4_8422_2325_u64, |hash, c| (hash ^ u64::from(*c)).wrapping_mul(0x0100_0000_01B3));
        let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let key = mixed | IS_WORD;
        if self.add(key, part, weight) {
            self.words.insert(key, word.iter().collect::<String>().into());
        }
        key
    }

    /// Adds the terms of a folded text, and hands the key of each on.
    fn take(&mut self, folded: &[char], part: u32, weight: Weight, mut then: impl FnMut(Key)) {
        tokens::each(folded, |token| match token {
            Token::Dense(run) => tokens::grams(run).for_each(|gram| {
                let key = gram_key(gram);
                self.add(key, part, weight);
                then(key);
            }),
            Token::Word(word) => then(self.word(word, part, weight)),
            Token::Number(number) => then(self.word(&characters(&number.to_string()), part, weight)),
            Token::Date(year, month, day) => {
                tokens::date_terms(year, month, day).for_each(|term| then(self.word(&characters(&term), part, weight)));
            }
        });
    }

    /// Each term's postings together, in their order.
    fn finish(self) -> Gathered {
        let mut next = 0;
        let mut starts = Vec::with_capacity(self.terms.len());
        let mut terms = Vec::with_capacity(self.terms.len());
        for (key, _, count) in &self.terms {
            terms.push((*key, next));
            starts.push(next);
            next += count;
        }
        let mut postings = vec![0; self.postings.len()];
        for (number, posting) in &self.postings {
            let Some(at) = starts.get_mut(*number as usize) else { continue };
            if let Some(place) = postings.get_mut(*at as usize) {
                *place = *posting;
            }
            *at += 1;
        }
        Gathered { terms, postings, words: self.words }
    }
}

fn gram_key(gram: &[char]) -> Key {
    (0..GRAM).fold(0, |key, at| key << 21 | gram.get(at).map_or(0, |c| u64::from(*c)))
}

/// Takes the texts of one page after the other.
pub struct Terms<'a> {
    folder: &'a Folder,
    gathered: Gathering,
    /// The part that texts belong to now.
    part: u32,
    folded: Vec<char>,
    /// The terms of texts that were taken before and come again.
    known: HashMap<Box<str>, Box<[Key]>>,
    /// The words for days that were taken before.
    days: HashMap<(Option<u16>, u8, u8), Rc<str>>,
}

impl<'a> Terms<'a> {
    /// Begins before the part with that number.
    pub fn new(folder: &'a Folder) -> Self {
        Self { folder, gathered: Gathering::default(), part: 0, folded: Vec::new(), known: HashMap::new(), days: HashMap::new() }
    }

    /// The number of the part that texts belong to now.
    pub fn part(&self) -> u32 {
        self.part
    }

    /// What follows belongs to the next part.
    pub fn begin_part(&mut self) {
        self.part += 1;
    }

    /// All that was taken.
    pub fn finish(self) -> Gathered {
        self.gathered.finish()
    }

    /// Takes a text.
    pub fn text(&mut self, text: &str, weight: Weight) {
        self.folded.clear();
        self.folder.fold(text, &mut self.folded);
        self.gathered.take(&self.folded, self.part, weight, |_| ());
    }

    /// Takes a text that many pages have: it is taken apart once.
    pub fn repeated(&mut self, text: &str, weight: Weight) {
        if let Some(keys) = self.known.get(text) {
            for key in keys {
                self.gathered.add(*key, self.part, weight);
            }
            return;
        }
        self.folded.clear();
        self.folder.fold(text, &mut self.folded);
        let mut keys = Vec::new();
        self.gathered.take(&self.folded, self.part, weight, |key| keys.push(key));
        self.known.insert(text.into(), keys.into());
    }

    /// Takes a name.
    pub fn name(&mut self, name: &str) {
        self.text(name, Weight::Name);
        self.latin(false);
    }

    /// Takes a name in Latin letters, of which any word may be typed together with those after it.
    pub fn romanized(&mut self, name: &str) {
        self.text(name, Weight::Name);
        self.latin(true);
    }

    /// Takes a name in kana; it may be typed in Latin letters, from any of its morae.
    pub fn reading(&mut self, reading: &str) {
        self.text(reading, Weight::Name);
        let kana: Vec<char> = self.folded.iter().copied().filter(|c| *c != ' ').collect();
        let Some(morae) = latin::of_kana(&kana) else { return };
        for from in 0..morae.len() {
            let rest = morae.get(from..).unwrap_or_default().concat();
            self.sound(&rest);
        }
    }

    /// Takes a date; `words`: as it is written for readers.
    pub fn date(&mut self, year: Option<u16>, month: u8, day: u8, words: impl FnOnce() -> String) {
        for term in tokens::date_terms(year, month, day) {
            self.gathered.word(&characters(&term), self.part, Weight::Body);
        }
        // Many records name the same days, and words for a day are dearly made.
        let words = self.days.entry((year, month, day)).or_insert_with(|| words().into()).clone();
        self.repeated(&words, Weight::Body);
    }

    /// The words of the name that was folded last, as they sound.
    fn latin(&mut self, with_those_after: bool) {
        let text: String = self.folded.iter().collect();
        let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for (at, word) in words.iter().enumerate() {
            if with_those_after {
                self.sound(&words.get(at..).unwrap_or_default().concat());
            } else {
                self.sound(word);
            }
        }
    }

    fn sound(&mut self, latin: &str) {
        /// Shorter ones say nothing; of longer ones the beginning is enough.
        const LENGTHS: std::ops::RangeInclusive<usize> = 3..=24;
        let sound = latin::canonical(latin);
        if sound.len() >= *LENGTHS.start() {
            let term: Vec<char> = ['~'].into_iter().chain(sound.chars().take(*LENGTHS.end())).collect();
            self.gathered.word(term.get(..LONGEST).unwrap_or(&term), self.part, Weight::Name);
        }
    }
}

fn characters(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(gathered: &Gathered) -> Vec<(String, Vec<Posting>)> {
        let text = |key| gathered.word(key).map_or_else(|| gram(key), str::to_owned);
        let mut terms: Vec<_> = gathered.keys().map(|(key, place)| (text(key), gathered.postings(place).to_vec())).collect();
        terms.sort();
        terms
    }

    #[test]
    fn a_term_has_each_part_once_with_its_greatest_weight() {
        let folder = Folder::default();
        let mut terms = Terms::new(&folder);
        terms.text("研修", Weight::Lead);
        terms.text("研修 Fee", Weight::Body);
        terms.begin_part();
        terms.text("fee fee", Weight::Body);
        let found = all(&terms.finish());
        let expected = [("fee", vec![0 << 2, 1 << 2 | 1]), ("修", vec![2]), ("研修", vec![2])];
        assert_eq!(found, expected.map(|(term, postings)| (term.to_owned(), postings)));
    }

    #[test]
    fn readings_are_found_in_latin_letters() {
        let folder = Folder::default();
        let mut terms = Terms::new(&folder);
        terms.reading("しゅうれん");
        terms.romanized("Byōin Shūren");
        let found = all(&terms.finish());
        for term in ["~shuren", "~byoinshuren", "シュウ", "byoin"] {
            assert!(found.iter().any(|(found, _)| found == term), "{term} in {found:?}");
        }
    }
}
