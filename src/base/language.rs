//! A language tag (BCP 47) and the rule by which one language stands in for another.

use std::sync::Arc;

use icu::locale::{Locale, LocaleDirectionality};

/// A well-formed language tag in canonical case, such as `ja`, `pt-BR` or `ar`.
#[derive(Debug, Clone, Eq, PartialOrd, Ord)]
pub struct Language {
    /// The first eight bytes of the tag: tags of two letters are compared without looking at the text.
    key: u64,
    tag: Arc<str>,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        const WHOLE: usize = 8;
        self.key == other.key && ((self.tag.len() <= WHOLE && other.tag.len() <= WHOLE) || self.tag == other.tag)
    }
}

// Equal tags have equal hashes: the text decides both.
impl std::hash::Hash for Language {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.tag.hash(state);
    }
}

impl Language {
    /// Reads a tag; `None` when it is not well formed.
    pub fn parse(tag: &str) -> Option<Self> {
        let locale: Locale = tag.parse().ok()?;
        (!locale.id.language.is_unknown()).then(|| Self::known(&locale.id.to_string()))
    }

    fn known(tag: &str) -> Self {
        Self { key: tag.bytes().take(8).fold(0, |key, byte| key << 8 | u64::from(byte)), tag: tag.into() }
    }

    /// English: the language of the tool's own words when nothing else is asked for.
    pub fn english() -> Self {
        Self::known("en")
    }

    /// The tag as written in `lang` attributes and addresses' first part.
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The tag as ICU takes it.
    pub fn locale(&self) -> Locale {
        self.tag.parse().unwrap_or(Locale::UNKNOWN)
    }

    /// Is the script written from right to left?
    pub fn is_right_to_left(&self) -> bool {
        LocaleDirectionality::new_common().is_right_to_left(&self.locale().id)
    }

    /// The tag itself and its shorter forms: `pt-BR`, `pt`.
    pub fn truncations(&self) -> impl Iterator<Item = &str> {
        let mut rest = Some(self.as_str());
        std::iter::from_fn(move || {
            let tag = rest?;
            rest = tag.rfind('-').map(|i| &tag[..i]);
            Some(tag)
        })
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_canonical_and_shorten() {
        let tag = Language::parse("pt-br").unwrap();
        assert_eq!(tag.as_str(), "pt-BR");
        assert_eq!(tag.truncations().collect::<Vec<_>>(), ["pt-BR", "pt"]);
        assert!(Language::parse("日本語").is_none());
        assert!(Language::parse("ar").unwrap().is_right_to_left());
        assert!(!Language::parse("ja").unwrap().is_right_to_left());
    }
}
