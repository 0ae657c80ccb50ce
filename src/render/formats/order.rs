//! The order of names: ICU's collation, by reading where the language is sorted so.

use std::cmp::Ordering;

use icu::collator::options::CollatorOptions;
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu::locale::subtags::script;
use icu::locale::{Locale, LocaleExpander};

/// A name as it is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    /// The name.
    pub text: &'a str,
    /// Its reading in hiragana, if it has one.
    pub reading: Option<&'a str>,
}

/// The order of a language.
#[derive(Debug)]
pub(super) struct Order {
    collator: Option<CollatorBorrowed<'static>>,
    by_reading: bool,
}

impl Order {
    pub fn new(locale: &Locale) -> Self {
        let preferences = |locale: Option<&Locale>| {
            let mut preferences = locale.map_or_else(CollatorPreferences::default, CollatorPreferences::from);
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            preferences
        };
        let collator = |locale| Collator::try_new(preferences(locale), CollatorOptions::default()).ok();
        let mut likely = locale.id.clone();
        LocaleExpander::new_common().maximize(&mut likely);
        Self { collator: collator(Some(locale)).or_else(|| collator(None)), by_reading: likely.script == Some(script!("Jpan")) }
    }

    pub fn texts(&self, a: &str, b: &str) -> Ordering {
        let collated = self.collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b));
        // A total order: sorting must not depend on the order before it.
        collated.then_with(|| a.cmp(b))
    }

    pub fn names(&self, a: &Name<'_>, b: &Name<'_>) -> Ordering {
        if !self.by_reading {
            return self.texts(a.text, b.text);
        }
        fn key<'a>(name: &Name<'a>) -> &'a str {
            name.reading.unwrap_or(name.text)
        }
        self.texts(key(a), key(b)).then_with(|| self.texts(a.text, b.text))
    }
}
