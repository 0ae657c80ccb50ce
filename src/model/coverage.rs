//! What all texts of a record have in common, so that linking need not look at each of them again.

use super::read::Uses;
use super::text::Text;
use crate::base::Language;

/// The languages and contents of many texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Languages that every text is written in.
    pub everywhere: Vec<Language>,
    /// Languages that some text is written in.
    pub anywhere: Vec<Language>,
    /// Some text links to something.
    pub has_links: bool,
    /// Some text mentions something.
    pub has_mentions: bool,
}

impl Coverage {
    /// Looks at every text.
    pub fn of(uses: &Uses) -> Self {
        let mut coverage = Self::default();
        for (number, text) in uses.texts.iter().enumerate() {
            for phrase in text.phrases() {
                coverage.has_links |= !phrase.links().is_empty();
                coverage.has_mentions |= !phrase.mentions().is_empty();
                if !coverage.anywhere.contains(&phrase.language) {
                    coverage.anywhere.push(phrase.language.clone());
                }
            }
            let is_in = |language: &Language| text.phrases().iter().any(|phrase| phrase.language == *language);
            if number == 0 {
                coverage.everywhere = text.phrases().iter().map(|phrase| phrase.language.clone()).collect();
            } else {
                coverage.everywhere.retain(is_in);
            }
        }
        coverage
    }

    /// Is every text in each of these languages, and in none but the `known`?
    pub fn is_whole(&self, languages: &[Language], known: &[Language], texts: &[Text]) -> bool {
        texts.is_empty()
            || languages.iter().all(|language| self.everywhere.contains(language))
                && self.anywhere.iter().all(|language| known.contains(language))
    }
}
