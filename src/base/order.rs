//! Sorting names as readers of each language expect it (ICU collation).

use std::cell::RefCell;
use std::rc::Rc;

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};

use super::Language;

thread_local! {
    /// The orders that this thread was asked for: sites have few languages, and ICU takes a while for each.
    static KNOWN: RefCell<Vec<(Language, Rc<Order>)>> = const { RefCell::new(Vec::new()) };
}

/// Sorts texts of one language.
pub struct Order {
    collator: Option<CollatorBorrowed<'static>>,
    is_japanese: bool,
}

impl Order {
    /// The order of a language; of one that ICU does not know, that of the root collation.
    pub fn of(language: &Language) -> Rc<Self> {
        let known = KNOWN.with_borrow(|known| known.iter().find(|(other, _)| other == language).map(|(_, order)| order.clone()));
        known.unwrap_or_else(|| {
            let order = Rc::new(Self::new(language));
            KNOWN.with_borrow_mut(|known| known.push((language.clone(), order.clone())));
            order
        })
    }

    fn new(language: &Language) -> Self {
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
