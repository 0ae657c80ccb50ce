//! Sort keys, kept with what they are keys of, since making them takes longer than all else in linking.

use std::sync::OnceLock;

use crate::base::Language;

/// The key of a text in the order of a language.
#[derive(Debug, Clone)]
pub struct SortKey {
    /// Whose order.
    pub language: Language,
    /// The text. A key counts for this text alone.
    pub text: Box<str>,
    /// Its key.
    pub key: Box<[u8]>,
}

/// The keys of a record's name, made when they are needed first. They follow from the texts and languages beside them, so
/// that they do not take part in comparisons.
#[derive(Debug, Clone, Default)]
pub struct SortKeys(OnceLock<Box<[SortKey]>>);

impl SortKeys {
    /// The key of a text in the order of a language, if it was kept.
    pub fn get(&self, language: &Language, text: &str) -> Option<&[u8]> {
        let found = self.0.get()?.iter().find(|key| key.language == *language && &*key.text == text);
        found.map(|found| &*found.key)
    }

    /// Keeps keys, unless there are some already.
    pub fn keep(&self, keys: impl FnOnce() -> Box<[SortKey]>) {
        self.0.get_or_init(keys);
    }
}

impl PartialEq for SortKeys {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
