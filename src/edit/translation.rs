//! What translators are given, and what they give back: texts that a language lacks or that are older than their source, and words of
//! the generator. Facts are never among it.

pub mod po;
mod put;
pub mod table;
mod words;
pub mod xliff;

use crate::base::Language;
use crate::check::lock::{self, Lock, Pair, State};
use crate::compile::Compiled;
use crate::model::word::Vocabulary;
use crate::site::entries::Entry;
use crate::site::languages::Lang;
use crate::site::{Site, routes};
pub use put::{Refused, Why, put};

/// A text to be translated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unit {
    /// Where the translation belongs: file and field, section or message: `content/terms/visa.yaml:name`. It is known again by this.
    pub id: String,
    /// The source.
    pub source: String,
    /// The language of the source, where it is not that of the other texts.
    pub source_language: Option<String>,
    /// The source as it was when it was translated.
    pub old_source: Option<String>,
    /// The translation, empty where there is none.
    pub target: String,
    /// It is not finished: translators have marked it so, or its source is another by now.
    pub is_open: bool,
    /// What helps to translate it: the page where it is seen, the same in English.
    pub notes: Vec<String>,
}

/// The texts of a language in one file, as translators are given them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// The language of the sources.
    pub source: String,
    /// The language of the translations.
    pub target: String,
    /// The texts.
    pub units: Vec<Unit>,
}

impl Texts {
    /// What readers of a language lack, and what is older than its source.
    pub fn of(compiled: &Compiled, lang: Lang) -> Self {
        let languages = &compiled.site.languages;
        let mut texts = Self {
            source: languages.tag(Lang(0)).to_string(),
            target: languages.tag(lang).to_string(),
            units: of_content(&compiled.site, compiled.lock(), lang),
        };
        texts.units.extend(of_files(compiled, &texts.target));
        texts.units.extend(words::units(compiled, lang));
        texts
    }
}

fn of_content(site: &Site, lock: &Lock, lang: Lang) -> Vec<Unit> {
    let tag = site.languages.tag(lang).to_string();
    let mut units = Vec::new();
    for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
        let pairs = pairs_of(site, entry);
        let page = routes::record_address(site, lang, id);
        for pair in pairs
            .iter()
            .filter(|pair| pair.language == tag && !pair.is_of_facts() && Some(&pair.source) != pair.translation.as_ref())
        {
            let old_source = match lock.state(pair) {
                State::Missing => None,
                State::Outdated(old) => Some(old.into_owned()),
                State::Current | State::New | State::Changed(_) => continue,
            };
            let english = pairs.iter().filter(|other| other.language == "en" && other.language != tag && other.key == pair.key);
            let english = english.filter_map(|other| other.translation.clone()).map(|text| format!("en: {text}"));
            units.push(Unit {
                id: id_of(pair),
                source: without_anchor(&pair.source),
                source_language: None,
                is_open: old_source.is_some(),
                old_source: old_source.map(|old| without_anchor(&old)),
                target: pair.translation.clone().unwrap_or_default(),
                notes: std::iter::once(page.clone()).chain(english).collect(),
            });
        }
    }
    units
}

/// What a language lacks of the site's own file and of vocabularies.
fn of_files(compiled: &Compiled, tag: &str) -> Vec<Unit> {
    let pairs = lock::missing_of_files(&compiled.site, compiled.sources());
    let english = |pair: &Pair| english(compiled, pair).map(|text| format!("en: {text}"));
    let own = pairs.iter().filter(|pair| pair.language == tag);
    let unit = |pair: &Pair| Unit {
        id: id_of(pair),
        source: pair.source.clone(),
        notes: english(pair).into_iter().collect(),
        ..Unit::default()
    };
    own.map(unit).collect()
}

/// The English name of a built-in word, by which those who know no Japanese translate it.
fn english(compiled: &Compiled, pair: &Pair) -> Option<String> {
    let name = pair.path.rsplit('/').next()?.strip_suffix(".yaml")?;
    let entry = compiled.site.vocabularies.get(Vocabulary::from_name(name)?, &pair.key)?;
    let english = entry.name.as_ref()?.own(&Language::english())?;
    Some(english.source.to_string()).filter(|english| pair.language != "en" && *english != pair.source)
}

/// The texts of a record with their translations, and what a language lacks of its prose.
fn pairs_of(site: &Site, entry: &Entry) -> Vec<Pair> {
    let mut pairs = lock::pairs_of(site, entry);
    if entry.prose.len() == 1 {
        pairs.extend(lock::missing_prose(site, entry));
    }
    pairs
}

fn id_of(pair: &Pair) -> String {
    format!("{}:{}", pair.path, pair.key)
}

/// The id of a heading is the source's; translations take it from there.
fn without_anchor(section: &str) -> String {
    let (first, rest) = section.split_once('\n').map_or((section, None), |(first, rest)| (first, Some(rest)));
    let bare = match first.rfind(" {#") {
        Some(at) if first.starts_with('#') && first.trim_end().ends_with('}') => first[..at].trim_end(),
        _ => first,
    };
    match rest {
        Some(rest) => [bare, "\n", rest].concat(),
        None => bare.to_owned(),
    }
}
