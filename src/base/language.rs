//! Language tags (BCP 47): which tags there are, and which other languages the readers of a language can read as their own.

use std::sync::Arc;

use icu::locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};
use icu::locale::subtags::Region;
use icu::locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander, TransformResult};

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

/// Why a tag is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadTag {
    /// It breaks the grammar of BCP 47, or names something that Unicode does not know, and nothing is near.
    Unknown,
    /// It is a country (`jp`), in which this language is spoken.
    Country(Language),
    /// It names its region in a way that is not used, or is a language's name: this tag is meant (`en-UK`, `en-GB`; `Español`, `es`).
    Meant(Language),
}

impl Language {
    /// Reads a tag; `None` when it is not well formed or names a language, script or region that there is not.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::read(tag).ok()
    }

    /// The same, with what was meant.
    ///
    /// # Errors
    ///
    /// When there is no such tag: a country (`jp`), a region that is called otherwise (`en-UK`), a language unknown to Unicode.
    pub fn read(tag: &str) -> Result<Self, BadTag> {
        // As systems name their locales.
        if tag.contains('_') {
            return Err(Self::parse(&tag.replace('_', "-")).map_or(BadTag::Unknown, BadTag::Meant));
        }
        let locale: Locale = tag.parse().map_err(|_| named(tag))?;
        let id = &locale.id;
        if id.language.is_unknown() {
            return Err(named(tag));
        }
        let expander = LocaleExpander::new_extended();
        if !has_language(id, &expander) {
            let country: Option<Region> = id.language.as_str().parse().ok();
            return Err(country.and_then(|country| spoken_in(country, &expander)).map_or_else(|| named(tag), BadTag::Country));
        }
        // Unicode knows former and wrong names of regions, but gives no list of those that there are.
        let mut current = LanguageIdentifier { region: id.region, ..LanguageIdentifier::UNKNOWN }.into();
        if LocaleCanonicalizer::new_extended().canonicalize(&mut current) == TransformResult::Modified {
            let mut meant = locale.clone();
            meant.id.region = current.id.region;
            return Err(BadTag::Meant(Self::known(&written(&meant))));
        }
        Ok(Self::known(&written(&locale)))
    }

    /// The tag of a language by one of its names: 日本語, English, `español`.
    pub fn named(name: &str) -> Option<&'static str> {
        let folded = name.trim().to_lowercase().replace(' ', "-");
        NAMES.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
            let (tag, names) = line.split_once(' ')?;
            names.split(' ').any(|own| own == folded).then_some(tag)
        })
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

    /// The language alone, without script, country and what else the tag says: `zh` of `zh-Hant-HK`.
    pub fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or(&self.tag)
    }

    /// The tag as ICU takes it.
    pub fn locale(&self) -> Locale {
        self.tag.parse().unwrap_or(Locale::UNKNOWN)
    }

    /// Is the script written from right to left?
    pub fn is_right_to_left(&self) -> bool {
        LocaleDirectionality::new_common().is_right_to_left(&self.locale().id)
    }

    /// The tags of texts that its readers read as their own, the nearest first: the tag itself; other spellings of the same
    /// (`no` for `nb`, `zh-Hans-CN` for `zh-CN`); and its parents in CLDR, as long as they are in the same script
    /// (`es-MX`, `es-419`, `es`; but never `zh` for `zh-TW`).
    pub fn own(&self) -> impl Iterator<Item = Self> {
        let mut more: Option<std::vec::IntoIter<Self>> = None;
        let mut first = Some(self.clone());
        // The parents are looked up only by who asks for more than the tag itself: nearly every text has that.
        std::iter::from_fn(move || first.take().or_else(|| more.get_or_insert_with(|| self.parents().into_iter()).next()))
    }

    /// Does a reader of this language read a text of the other as their own?
    pub fn reads(&self, other: &Self) -> bool {
        self.own().any(|own| own == *other)
    }

    /// The same language in the same script, whatever the country: `zh-HK` and `zh-TW`, `ja` and `ja-x-easy`.
    pub fn is_kin_of(&self, other: &Self) -> bool {
        let (own, other) = (maximized(&self.locale().id), maximized(&other.locale().id));
        own.language == other.language && own.script == other.script
    }

    fn parents(&self) -> Vec<Self> {
        let locale = self.locale();
        let mut tags: Vec<Self> = Vec::new();
        let mut add = |tag: String| {
            let tag = Self::known(&tag);
            if tag != *self && !tags.contains(&tag) {
                tags.push(tag);
            }
        };
        if !locale.extensions.private.is_empty() {
            // What a site calls its own is no spelling of another language.
            return tags;
        }
        let script = maximized(&locale.id).script;
        let mut canonical = locale.clone();
        LocaleCanonicalizer::new_extended().canonicalize(&mut canonical);
        let mut step = LocaleFallbacker::new().for_config(LocaleFallbackConfig::default()).fallback_for((&canonical).into());
        for spelling in spellings(&canonical.id) {
            add(spelling.to_string());
        }
        while !step.get().is_unknown() {
            let parent = step.get().into_locale().id;
            if maximized(&parent).script == script {
                for spelling in spellings(&parent) {
                    add(spelling.to_string());
                }
            }
            step.step();
        }
        for names in OLD_NAMES.iter().filter(|names| names.contains(&self.as_str())) {
            names.iter().for_each(|name| add((*name).to_owned()));
        }
        tags
    }
}

/// Names that are written for tags.
const NAMES: &str = include_str!("language_names.txt");

/// Languages with two tags in use, of which CLDR prefers the second.
const OLD_NAMES: [[&str; 2]; 4] = [["no", "nb"], ["tl", "fil"], ["iw", "he"], ["in", "id"]];

/// A tag as it is written: what extensions ask for (calendars, digits) is no part of a language, what a site adds for itself is.
fn written(locale: &Locale) -> String {
    let private = &locale.extensions.private;
    if private.is_empty() { locale.id.to_string() } else { format!("{}-{private}", locale.id) }
}

fn maximized(id: &LanguageIdentifier) -> LanguageIdentifier {
    let mut id = id.clone();
    LocaleExpander::new_extended().maximize(&mut id);
    id
}

/// The same with and without the script that goes without saying: `zh-CN`, `zh-Hans-CN`; `zh-Hans`, `zh`.
fn spellings(id: &LanguageIdentifier) -> Vec<LanguageIdentifier> {
    let whole = maximized(id);
    let with_script = LanguageIdentifier { script: whole.script, ..id.clone() };
    let without = LanguageIdentifier { script: None, ..id.clone() };
    let is_same = maximized(&without) == whole;
    let mut all = vec![with_script, id.clone()];
    all.extend(is_same.then_some(without));
    all
}

/// What somebody means who writes a language's name in the place of its tag.
fn named(name: &str) -> BadTag {
    Language::named(name).map_or(BadTag::Unknown, |tag| BadTag::Meant(Language::known(tag)))
}

/// Does Unicode know the language? It has a likely script for each; `qaa` to `qtz` are for private use.
fn has_language(id: &LanguageIdentifier, expander: &LocaleExpander) -> bool {
    let mut language = LanguageIdentifier { language: id.language, ..LanguageIdentifier::UNKNOWN };
    let is_private = ("qaa"..="qtz").contains(&id.language.as_str()) && id.language.as_str().len() == 3;
    let mut canonical = Locale::from(language.clone());
    is_private
        || expander.maximize(&mut language) == TransformResult::Modified
        || LocaleCanonicalizer::new_extended().canonicalize(&mut canonical) == TransformResult::Modified
}

/// The language that most people of a country read.
fn spoken_in(country: Region, expander: &LocaleExpander) -> Option<Language> {
    let mut id = LanguageIdentifier { region: Some(country), ..LanguageIdentifier::UNKNOWN };
    (expander.maximize(&mut id) == TransformResult::Modified && !id.language.is_unknown())
        .then(|| Language::known(id.language.as_str()))
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).unwrap_or_else(|| panic!("{tag}"))
    }

    fn own(tag: &str) -> Vec<String> {
        language(tag).own().map(|tag| tag.to_string()).collect()
    }

    #[test]
    fn tags_are_canonical() {
        assert_eq!(language("pt-br").as_str(), "pt-BR");
        assert_eq!(language("ja-x-easy").as_str(), "ja-x-easy");
        assert_eq!(language("ja-u-ca-japanese").as_str(), "ja");
        assert!(Language::parse("日本語").is_none());
        assert!(language("ar").is_right_to_left());
        assert!(!language("ja").is_right_to_left());
    }

    #[test]
    fn countries_and_what_does_not_exist_are_no_languages() {
        let meant = |tag: &str| match Language::read(tag) {
            Err(BadTag::Country(language) | BadTag::Meant(language)) => language.to_string(),
            Err(BadTag::Unknown) => "unknown".to_owned(),
            Ok(language) => format!("{language} is one"),
        };
        let cases = [
            ("jp", "ja"),
            ("cn", "zh"),
            ("vn", "vi"),
            ("dk", "da"),
            ("gr", "el"),
            ("en-UK", "en-GB"),
            ("xx", "unknown"),
            ("sp", "es"),
            ("Español", "es"),
            ("spanish", "es"),
            ("中国語", "zh"),
            ("Tiếng Việt", "vi"),
            ("日本語", "ja"),
            ("zzzz", "unknown"),
            ("ja_", "unknown"),
            ("", "unknown"),
        ];
        for (tag, expected) in cases {
            assert_eq!(meant(tag), expected, "{tag}");
        }
        // Codes of languages that look like a country's: Twi, Kanuri, Uyghur.
        for tag in [
            "tw", "kr", "ug", "yue", "fil", "tl", "no", "nb", "mn", "my", "km", "ne", "si", "qaa", "es-419", "en-001", "sr-Latn",
            "ain",
        ] {
            assert!(Language::parse(tag).is_some(), "{tag}");
        }
        for region in "JP CN TW HK MO KR VN ID PH TH MM KH LA MY SG BN TL IN NP BD LK PK MN UZ KZ US GB IE CA AU NZ DE AT CH FR BE LU IT ES PT BR MX AR CL PE RU UA PL CZ TR EG SA IR IQ ET KE NG ZA AQ".split(' ') {
            assert!(Language::parse(&format!("en-{region}")).is_some(), "en-{region}");
        }
    }

    #[test]
    fn a_name_stands_for_one_tag_that_there_is() {
        let mut seen = std::collections::BTreeSet::new();
        for line in NAMES.lines().filter(|line| !line.starts_with('#')) {
            let (tag, names) = line.split_once(' ').unwrap();
            assert_eq!(language(tag).as_str(), tag);
            for name in names.split(' ') {
                assert!(seen.insert(name) && name.to_lowercase() == *name && Language::parse(name).is_none(), "{name}");
            }
        }
    }

    #[test]
    fn a_reader_reads_the_parents_in_the_same_script_and_other_spellings() {
        let begins = |tag: &str, expected: &[&str]| {
            let own = own(tag);
            let found: Vec<&str> = own.iter().map(String::as_str).filter(|tag| expected.contains(tag)).collect();
            assert_eq!(found, expected, "{tag}: {own:?}");
        };
        begins("ja", &["ja"]);
        begins("en-GB", &["en-GB", "en-001", "en"]);
        begins("pt-AO", &["pt-AO", "pt-PT", "pt"]);
        begins("es-MX", &["es-MX", "es-419", "es"]);
        begins("zh-TW", &["zh-TW", "zh-Hant"]);
        begins("zh-HK", &["zh-HK", "zh-Hant"]);
        begins("zh-MO", &["zh-MO", "zh-Hant"]);
        begins("zh-CN", &["zh-CN", "zh-Hans", "zh"]);
        begins("zh-SG", &["zh-SG", "zh-Hans", "zh"]);
        begins("zh", &["zh", "zh-Hans"]);
        begins("nb", &["nb", "no"]);
        begins("no", &["no", "nb"]);
        begins("tl", &["tl", "fil"]);
        begins("fil", &["fil", "tl"]);
        begins("sr-Latn", &["sr-Latn"]);
        for (reader, text) in [
            ("zh-TW", "zh"),
            ("zh-HK", "zh-TW"),
            ("sr-Latn", "sr"),
            ("zh", "zh-TW"),
            ("ja-x-easy", "ja"),
            ("ja", "en"),
            ("pt-PT", "pt-BR"),
        ] {
            assert!(!language(reader).reads(&language(text)), "{reader} {text}: {:?}", own(reader));
        }
        assert!(language("zh-HK").is_kin_of(&language("zh-TW")) && language("ja-x-easy").is_kin_of(&language("ja")));
        assert!(!language("zh-HK").is_kin_of(&language("zh")) && !language("sr").is_kin_of(&language("sr-Latn")));
    }
}
