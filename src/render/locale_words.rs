//! Which words for readers a language of the site lacks, and which of the site's own words are not used.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser::parse_runtime;

use super::builtin_locales::{LOCALES, locale};
use super::messages::{built_in_ids, site_files};
use super::word_slips;
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Language, Place, Span};
use crate::model::site_file::SiteFile;
use crate::site::languages::{Lang, Languages};
use crate::site::link::SITE_FILE;
use crate::source::Sources;

/// The file of the words by which a language states facts, which the rules read.
const FACTS: &str = "facts.txt";

/// A language that has every message.
const WHOLE: &str = "en";

/// The words for readers that the site's readers of `lang` are shown in another language, by id.
pub fn missing(lang: Lang, languages: &Languages, sources: &Sources) -> Vec<String> {
    let mut missing: BTreeSet<String> = built_in_ids(WHOLE, true).collect();
    for tag in languages.own(lang) {
        let own = site_files(tag.as_str(), sources).filter_map(|(_, file)| file.as_text()).flat_map(|text| messages_of(text));
        for id in built_in_ids(tag.as_str(), true).chain(own) {
            missing.remove(&id);
        }
    }
    missing.into_iter().collect()
}

/// A remark for each language that lacks words, at its tag in `site.yaml`.
pub fn missing_words(file: &SiteFile, languages: &Languages, missing: &[&[String]]) -> Vec<Diagnostic> {
    let path: Arc<str> = SITE_FILE.into();
    let finding = |(lang, missing): (Lang, &&[String])| {
        let first = missing.first()?;
        let tag = languages.tag(lang);
        let entry = file.languages.iter().find(|entry| entry.language == *tag)?;
        let finding = Diagnostic::info("missing-words", Place::new(&path, entry.span)).help("missing-words-help");
        Some(finding.arg("language", tag.as_str()).arg("count", missing.len()).arg("first", first.as_str()))
    };
    languages.all().zip(missing).filter_map(finding).collect()
}

/// What is wrong with the site's own words: files that nothing reads, messages that neither the generator nor a template of the
/// site asks for, that stand twice, or that lose what the built-in ones show.
pub fn check(languages: &Languages, sources: &Sources) -> Vec<Diagnostic> {
    let mut findings = unknown(sources);
    for (path, file) in sources.below("locales/").filter(|(path, _)| !is_built_in(path, sources)) {
        findings.extend(unread(path, languages));
        let (Some(language), Some(text)) = (language_of(path), file.as_text().filter(|_| path.ends_with(".ftl"))) else {
            continue;
        };
        let places = messages_at(text);
        let place = |id: &str| places.iter().rev().find(|(other, _)| other == id).map_or_else(Span::default, |(_, span)| *span);
        findings.extend(word_slips::slips(&language, text).into_iter().map(|(id, slip)| slip.at(Place::new(path, place(&id)))));
        for (at, (id, span)) in places.iter().enumerate() {
            if let Some((_, first)) = places.iter().take(at).find(|(other, _)| other == id) {
                let finding = Diagnostic::error("bad-message", Place::new(path, *span)).says("bad-message-twice");
                let finding = finding.help("bad-message-twice-help").arg("id", id.as_str());
                findings.push(finding.label(Place::new(path, *first), "first-written-here"));
            }
        }
    }
    findings
}

/// Does the file lie in a folder of the generator's own, as in its repository?
fn is_built_in(path: &str, sources: &Sources) -> bool {
    let folder = path.strip_prefix("locales/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let is_same = |(name, text): &(&str, &str)| sources.text(&format!("locales/{folder}/{name}")).is_some_and(|own| own == *text);
    locale(folder).is_some_and(|locale| locale.files.iter().all(is_same))
}

/// The language that a file's folder in `locales/` names.
fn language_of(path: &str) -> Option<Language> {
    let (folder, _) = path.strip_prefix("locales/")?.split_once('/')?;
    Language::parse(folder)
}

/// A file of words that nothing reads, and why.
fn unread(path: &Arc<str>, languages: &Languages) -> Option<Diagnostic> {
    let (folder, name) = path.strip_prefix("locales/")?.split_once('/').unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    if file.starts_with('.') || file.ends_with(".md") {
        return None;
    }
    let finding = |message, help, found: &str| {
        let finding = Diagnostic::warning("misplaced-file", Place::file(path)).says(message).help(help);
        Some(finding.arg("found", found).arg("folder", folder).arg("known", languages.tags()))
    };
    let Some(language) = Language::parse(folder) else {
        let found = if folder.is_empty() { file } else { folder };
        return finding("misplaced-words-folder", "misplaced-words-folder-help", found);
    };
    if languages.are_named() && !languages.known().contains(&language) {
        return finding("misplaced-words-language", "misplaced-words-folder-help", folder);
    }
    match file.ends_with(".ftl") || name == FACTS {
        true => None,
        false => finding("misplaced-words-file", "misplaced-words-file-help", file),
    }
}

/// Messages of the site's own files that neither the generator nor a template of the site asks for.
pub fn unknown(sources: &Sources) -> Vec<Diagnostic> {
    let files: Vec<(&Arc<str>, &str)> = sources
        .below("locales/")
        .filter(|(path, _)| path.ends_with(".ftl") && !is_built_in(path, sources))
        .filter_map(|(path, file)| file.as_text().map(|text| (path, &**text)))
        .collect();
    if files.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<String> = built_in_ids(WHOLE, false).collect();
    // Some words that readers meet stand among those of the editors where a language has both.
    let for_readers: BTreeSet<String> = LOCALES.iter().flat_map(|locale| built_in_ids(locale.tag, true)).collect();
    let templates: Vec<&str> = sources.below("themes/").filter_map(|(_, file)| file.as_text().map(|text| &**text)).collect();
    let mut findings = Vec::new();
    for (path, text) in files {
        // Messages of the site's own may be put together of each other.
        let is_asked_for = |id: &str| {
            for_readers.contains(id)
                || is_of_a_family(id)
                || templates.iter().any(|template| template.contains(id))
                || text.contains(&format!("{{ {id} }}"))
        };
        for (id, span) in messages_at(text) {
            if is_asked_for(&id) {
                continue;
            }
            let finding = Diagnostic::warning("unknown-message", Place::new(path, span)).arg("found", id.as_str());
            findings.push(match nearest(&id, for_readers.iter().map(String::as_str)) {
                _ if known.contains(&id) => finding.says("unknown-message-editors").help("unknown-message-editors-help"),
                Some(nearest) => finding.help("unknown-message-nearest").arg("nearest", nearest),
                None => finding.help("unknown-message-help"),
            });
        }
    }
    findings
}

/// Messages that are asked for by a name that the site chooses: names of languages.
fn is_of_a_family(id: &str) -> bool {
    id.strip_prefix("language_").is_some_and(|tag| Language::parse(&tag.replace('_', "-")).is_some())
}

fn messages_of(text: &str) -> Vec<String> {
    match parse_runtime(text) {
        Ok(resource) | Err((resource, _)) => {
            let ids = resource.body.iter().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            });
            ids.collect()
        }
    }
}

/// Each message that a file has, and where its name stands: at the start of a line.
fn messages_at(text: &str) -> Vec<(String, Span)> {
    let known: BTreeSet<String> = messages_of(text).into_iter().collect();
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let name = line.split(['=', ' ']).next().unwrap_or_default();
        if line.contains('=') && known.contains(name) {
            found.push((name.to_owned(), Span::new(at, at + name.len())));
        }
        at += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Sources {
        files.iter().fold(Sources::new(jiff::Timestamp::UNIX_EPOCH), |sources, (path, text)| sources.with(path, text))
    }

    #[test]
    fn a_misspelt_message_is_told_with_what_was_meant() {
        let files = [
            (
                "locales/fr/reader.ftl",
                "# words\nkinds_hospitals = Hôpitaux\ncount_entires = Entrées\nown_words = À nous\nlanguage_fr = français\n",
            ),
            ("themes/own/base.html", "{{ t.own_words }}"),
        ];
        let found = unknown(&sources(&files));
        let [finding] = &found[..] else { panic!("{found:#?}") };
        assert_eq!(finding.place.span.of(files[0].1), "count_entires");
        assert!(unknown(&sources(&[])).is_empty());
    }
}
