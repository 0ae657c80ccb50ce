//! Sorting names as readers of each language expect it (ICU collation).

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};

use super::Language;

/// Sorts texts of one language.
pub struct Order {
    collator: Option<CollatorBorrowed<'static>>,
    is_japanese: bool,
}

impl Order {
    /// The order of a language; of one that ICU does not know, that of the root collation.
    pub fn of(language: &Language) -> Self {
        let preferences = language.locale().into();
        let collator = Collator::try_new(preferences, CollatorOptions::default()).ok();
        Self { collator, is_japanese: language.locale().id.language.as_str() == "ja" }
    }

    /// A key whose byte order is the order of the texts.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 2);
        let written = self.collator.as_ref().is_some_and(|collator| collator.write_sort_key_to(text, &mut key).is_ok());
        if !written {
            key = text.as_bytes().to_vec();
        }
        key
    }

    /// What something of that name is sorted by: the name; in Japanese, its reading where there is one.
    pub fn text<'t>(&self, name: &'t str, reading: Option<&'t str>) -> &'t str {
        reading.filter(|_| self.is_japanese).unwrap_or(name)
    }
}

/// The orders of the languages that were asked for so far: to make one takes as long as a few keys in it.
#[derive(Default)]
pub struct Orders(Vec<(Language, Order)>);

impl Orders {
    /// The order of a language.
    pub fn of(&mut self, language: &Language) -> &Order {
        let known = self.0.iter().position(|(known, _)| known == language);
        let at = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push((language.clone(), Order::of(language)));
        }
        &self.0[at].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_differ() {
        let swedish = Order::of(&Language::parse("sv").unwrap());
        let german = Order::of(&Language::parse("de").unwrap());
        assert!(swedish.key("ö") > swedish.key("z"));
        assert!(german.key("ö") < german.key("z"));
        let japanese = Order::of(&Language::parse("ja").unwrap());
        assert!(japanese.key("かなざわ") < japanese.key("つくば"));
    }
}
