//! What there is to accept: every text and every section of prose with its translations, and the facts of every file.

use super::{FACTS, Pair};
use crate::base::Span;
use crate::model::document::{Document, Parsed};
use crate::model::facts;
use crate::model::read::Uses;
use crate::model::text::Text;
use crate::model::word::Vocabulary;
use crate::model::yaml;
use crate::site::Site;
use crate::site::entries::{Entry, ProseFile};
use crate::site::languages::Lang;
use crate::site::link::SITE_FILE;
use crate::site::links;
use crate::source::Sources;

/// Every text with its translations, every section of prose with its, and the facts of every record.
pub fn pairs(site: &Site) -> Vec<Pair> {
    site.entries.iter().filter(|entry| !entry.broken).flat_map(|entry| pairs_of(site, entry)).collect()
}

/// The facts and names of files that are no records: `site.yaml` and the vocabularies.
pub fn pairs_of_files(sources: &Sources) -> Vec<Pair> {
    let is_told = |path: &str| path == SITE_FILE || path.starts_with("content/vocabularies/");
    let files = sources.below("content/").filter(|(path, _)| is_told(path));
    let pairs = files.filter_map(|(path, file)| {
        let root = yaml::parse(path, file.as_text()?).0?;
        let lines = facts::lines(&root, &Uses::default(), &[]);
        Some(pair_of_facts(path, &lines))
    });
    pairs.filter(|pair| !pair.source.is_empty()).collect()
}

/// Is it said of the site's languages? One more is compared with nothing; another name for one is told to readers.
pub(super) fn is_of_languages(path: &str, trail: &str) -> bool {
    path == SITE_FILE && trail.starts_with("languages")
}

/// What languages lack of the files that are no records: the title, names of sources and words. A name of a built-in word that the
/// site's file does not have has the word's id for its key.
pub fn missing_of_files(site: &Site, sources: &Sources) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut lacks = |path: &str, key: String, text: &Text| {
        let Some(source) = site.languages.fallback().iter().find_map(|language| text.own(language)) else { return };
        for lang in site.languages.all().filter(|lang| !site.languages.has(text, *lang)) {
            pairs.push(Pair {
                language: site.languages.tag(lang).to_string(),
                path: path.to_owned(),
                key: key.clone(),
                source: source.source.to_string(),
                translation: None,
                span: text.span(),
            });
        }
    };
    let own = |path: &str| Parsed::of(&path.into(), sources.files.get(path)?);
    if let Some(Document::Site(_, uses)) = own(SITE_FILE).and_then(|parsed| parsed.document) {
        uses.texts.iter().for_each(|text| lacks(SITE_FILE, text.trail().to_owned(), text));
    }
    for vocabulary in Vocabulary::ALL {
        let path = format!("content/vocabularies/{}.yaml", vocabulary.name());
        let parsed = own(&path);
        let names = parsed.as_ref().map(|parsed| links::whole_names(site, parsed)).unwrap_or_default();
        let (words, texts) = match parsed.as_ref().and_then(|parsed| parsed.document.as_ref()) {
            Some(Document::Vocabulary(file, uses)) => (&file.words[..], &uses.texts[..]),
            _ => (&[][..], &[][..]),
        };
        for text in texts {
            let whole = names.iter().find(|(span, _)| *span == text.span()).map_or(text, |(_, whole)| *whole);
            lacks(&path, text.trail().to_owned(), whole);
        }
        for entry in site.vocabularies.all(vocabulary) {
            if let Some(name) = entry.name.as_ref().filter(|_| !words.iter().any(|word| word.id == entry.id)) {
                lacks(&path, entry.id.to_string(), name);
            }
        }
    }
    pairs
}

fn pair_of_facts(path: &str, lines: &str) -> Pair {
    Pair {
        language: FACTS.to_owned(),
        path: path.to_owned(),
        key: FACTS.to_owned(),
        source: lines.to_owned(),
        translation: Some(String::new()),
        span: Span::default(),
    }
}

/// The pairs of one record.
pub fn pairs_of(site: &Site, entry: &Entry) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let translations: Vec<Lang> = site.languages.all().skip(1).collect();
    for text in &entry.record.uses.texts {
        let Some(source) = site.languages.fallback().iter().find_map(|language| text.own(language)) else { continue };
        let is_lone =
            translations.iter().all(|lang| text.own(site.languages.tag(*lang)).is_none_or(|own| own.language == source.language));
        if is_lone {
            pairs.push(Pair {
                language: source.language.to_string(),
                path: entry.path.to_string(),
                key: text.trail().to_owned(),
                source: source.source.to_string(),
                translation: Some(source.source.to_string()),
                span: source.span,
            });
        }
        for lang in &translations {
            let tag = site.languages.tag(*lang);
            let own = text.own(tag);
            if own.is_some_and(|own| own.language == source.language) {
                continue;
            }
            pairs.push(Pair {
                language: tag.to_string(),
                path: entry.path.to_string(),
                key: text.trail().to_owned(),
                source: source.source.to_string(),
                translation: own.map(|own| own.source.to_string()),
                span: own.map_or(text.span(), |own| own.span),
            });
        }
    }
    if let [source] = &entry.prose[..] {
        pairs.extend(prose_pairs(source, source));
    }
    if let [source, others @ ..] = &entry.prose[..] {
        for other in others {
            pairs.extend(prose_pairs(source, other));
        }
        pairs.extend(missing_prose(site, entry));
    }
    if !entry.record.facts.is_empty() {
        pairs.push(pair_of_facts(&entry.path, &entry.record.facts));
    }
    pairs
}

/// The sections of a record's prose in each language that has none of it.
pub fn missing_prose(site: &Site, entry: &Entry) -> Vec<Pair> {
    let Some(source) = entry.prose.first() else { return Vec::new() };
    let written: Vec<Lang> = entry.prose.iter().filter_map(|file| site.languages.find(file.language.as_str())).collect();
    let stem = source.path.trim_end_matches(".md").trim_end_matches(source.language.as_str());
    let lacks = |lang: &Lang| !written.contains(lang) && entry.own_prose(*lang, &site.languages).is_none();
    let of_language = |lang: Lang| {
        let tag = site.languages.tag(lang);
        let missing = sections(source).into_iter().filter(|(_, text, _)| !text.trim().is_empty());
        missing.map(move |(id, text, _)| Pair {
            language: tag.to_string(),
            path: format!("{stem}{tag}.md"),
            key: format!("#{id}"),
            source: text.trim().to_owned(),
            translation: None,
            span: Span::default(),
        })
    };
    site.languages.all().filter(lacks).flat_map(of_language).collect()
}

/// Sections by their ids; what stands before the first heading has none.
fn prose_pairs(source: &ProseFile, other: &ProseFile) -> Vec<Pair> {
    let theirs = sections(other);
    sections(source)
        .into_iter()
        .filter(|(_, text, _)| !text.trim().is_empty())
        .map(|(id, text, _)| {
            let own = theirs.iter().find(|(other, ..)| *other == id);
            Pair {
                language: other.language.to_string(),
                path: other.path.to_string(),
                key: format!("#{id}"),
                source: text.trim().to_owned(),
                translation: own.map(|(_, text, _)| text.trim().to_owned()),
                span: own.map(|(.., span)| *span).unwrap_or_default(),
            }
        })
        .collect()
}

fn sections(file: &ProseFile) -> Vec<(&str, &str, Span)> {
    let outline = &file.prose.outline;
    let starts: Vec<usize> = std::iter::once(0).chain(outline.iter().map(|heading| heading.span.start as usize)).collect();
    let ids = std::iter::once("").chain(file.heading_ids.iter().map(|id| &**id));
    starts
        .iter()
        .zip(ids)
        .enumerate()
        .map(|(i, (start, id))| {
            let end = starts.get(i + 1).copied().unwrap_or(file.text.len());
            let text = file.text.get(*start..end).unwrap_or_default();
            let first_line = text.find('\n').unwrap_or(text.len());
            (id, text, Span::new(*start, start + first_line))
        })
        .collect()
}
