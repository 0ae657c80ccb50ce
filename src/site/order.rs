//! Sorting names as readers of each language expect it (ICU collation).

use std::borrow::Cow;

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};

use super::entries::Entry;
use super::languages::{Lang, Languages};
use crate::base::Language;

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

    /// What a record is sorted by: its name; in Japanese, its reading where there is one.
    pub fn entry_text<'e>(&self, entry: &'e Entry, lang: Lang, languages: &Languages) -> &'e str {
        match &entry.record.common.reading {
            Some(reading) if self.is_japanese => reading,
            _ => entry.title(lang, languages).0,
        }
    }

    /// The key of a record, kept or new.
    pub fn entry_key<'e>(&self, entry: &'e Entry, lang: Lang, languages: &Languages) -> Cow<'e, [u8]> {
        let text = self.entry_text(entry, lang, languages);
        match entry.record.sort_keys.get(languages.tag(lang), text) {
            Some(key) => Cow::Borrowed(key),
            None => Cow::Owned(self.key(text)),
        }
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
