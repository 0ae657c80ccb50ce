//! `content/translations.lock`: which source text each translation was made from, and which facts were compared with their
//! source. Written by `annai accept`; one line for each, so that two editors' changes merge.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::fingerprint::stable;
use crate::site::entries::{Entry, ProseFile};
use crate::site::languages::Lang;
use crate::site::{RecordId, Site};

/// By language and file, the keys of translations that are older than their source.
type Outdated = BTreeMap<(String, String), BTreeSet<String>>;

/// Where it stands.
pub const PATH: &str = "content/translations.lock";

/// The language column of lines about facts.
const FACTS: &str = "facts";

/// What was accepted: language, path and key, with the fingerprints of source and translation, and the source text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    lines: BTreeMap<(String, String, String), Accepted>,
}

/// What was accepted of one text or of one record's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    source: String,
    translation: String,
    /// The source text as it was.
    pub text: String,
}

/// A text with its translation as they are now; or a record's facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The language of the translation; of facts, `facts`.
    pub language: String,
    /// The file that the translation stands in.
    pub path: String,
    /// The field, or the id of the section.
    pub key: String,
    /// The source text.
    pub source: String,
    /// The translation, if there is one.
    pub translation: Option<String>,
    /// The translation's bytes in its file.
    pub span: crate::base::Span,
}

/// What is to be said of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State<'l> {
    /// Nothing: it is as it was accepted, or only the translation was bettered.
    Current,
    /// It was never accepted.
    New,
    /// There is no translation.
    Missing,
    /// The source has changed since: the source as it was.
    Outdated(&'l str),
}

impl Pair {
    /// Is it a record's facts, and no translation?
    pub fn is_of_facts(&self) -> bool {
        self.language == FACTS
    }
}

impl Lock {
    /// Reads the file; lines that are damaged are passed over, and what they held is then new.
    pub fn parse(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| {
            let mut parts = line.splitn(6, '\t');
            let mut part = || parts.next().map(str::to_owned);
            let key = (part()?, part()?, part()?);
            let (source, translation) = (part()?, part()?);
            let text = serde_json::from_str(&part()?).ok()?;
            Some((key, Accepted { source, translation, text }))
        });
        Self { lines: lines.collect() }
    }

    /// The file's text: sorted lines.
    pub fn to_text(&self) -> String {
        let line = |((language, path, key), accepted): (&(String, String, String), &Accepted)| {
            let text = serde_json::Value::from(accepted.text.as_str());
            format!("{language}\t{path}\t{key}\t{}\t{}\t{text}\n", accepted.source, accepted.translation)
        };
        self.lines.iter().map(line).collect()
    }

    /// Is nothing recorded? Then nothing is out of date either.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What is to be said of a pair.
    pub fn state(&self, pair: &Pair) -> State<'_> {
        let Some(translation) = &pair.translation else { return State::Missing };
        let source = stable(&pair.source);
        let key = (pair.language.clone(), pair.path.clone(), pair.key.clone());
        let own = self.lines.get(&key);
        if own.is_some_and(|accepted| accepted.source == source) {
            return State::Current;
        }
        // A list that grew at its beginning gives its texts other keys.
        let translation = stable(translation);
        let first = (pair.language.clone(), pair.path.clone(), String::new());
        let same_file =
            self.lines.range(first..).take_while(|((language, path, _), _)| *language == pair.language && *path == pair.path);
        if pair.language != FACTS
            && same_file.into_iter().any(|(_, accepted)| accepted.source == source && accepted.translation == translation)
        {
            return State::Current;
        }
        own.map_or(State::New, |accepted| State::Outdated(&accepted.text))
    }

    /// Records pairs as they are now, and forgets what the files `paths` no longer hold.
    pub fn accept(&mut self, pairs: &[Pair], paths: &BTreeSet<String>) {
        self.lines.retain(|(_, path, _), _| !paths.contains(path));
        for pair in pairs.iter().filter(|pair| paths.contains(&pair.path)) {
            let Some(translation) = &pair.translation else { continue };
            let key = (pair.language.clone(), pair.path.clone(), pair.key.clone());
            let accepted = Accepted { source: stable(&pair.source), translation: stable(translation), text: pair.source.clone() };
            self.lines.insert(key, accepted);
        }
    }
}

/// Every text with its translations, every section of prose with its, and the facts of every record.
pub fn pairs(site: &Site) -> Vec<Pair> {
    site.entries.iter().filter(|entry| !entry.broken).flat_map(|entry| pairs_of(site, entry)).collect()
}

/// Path and key of every translation that is older than its source.
pub fn outdated(site: &Site, lock: &Lock) -> Outdated {
    let mut outdated = Outdated::new();
    if !lock.is_empty() {
        add_outdated(lock, pairs(site), &mut outdated);
    }
    outdated
}

/// The same for records that changed, when all else stayed as it was.
pub fn renew_outdated(site: &mut Site, lock: &Lock, changed: &BTreeSet<RecordId>) {
    if lock.is_empty() {
        return;
    }
    let mut outdated = (*site.outdated).clone();
    for id in changed {
        let entry = site.entry(*id);
        outdated.retain(|(_, path), _| *path != *entry.path && entry.prose.iter().all(|file| *path != *file.path));
        add_outdated(lock, pairs_of(site, entry), &mut outdated);
    }
    site.outdated = Arc::new(outdated);
}

fn add_outdated(lock: &Lock, pairs: Vec<Pair>, outdated: &mut Outdated) {
    for pair in pairs.into_iter().filter(|pair| pair.language != FACTS) {
        if let State::Outdated(_) = lock.state(&pair) {
            outdated.entry((pair.language, pair.path)).or_default().insert(pair.key);
        }
    }
}

/// The pairs of one record.
pub fn pairs_of(site: &Site, entry: &Entry) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let translations: Vec<Lang> = site.languages.all().skip(1).collect();
    for text in &entry.record.uses.texts {
        let Some(source) = site.languages.fallback().iter().find_map(|language| text.own(language)) else { continue };
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
    if let [source, others @ ..] = &entry.prose[..] {
        for other in others {
            pairs.extend(prose_pairs(source, other));
        }
        // Languages that have no prose at all.
        let written: Vec<Lang> = entry.prose.iter().filter_map(|file| site.languages.find(file.language.as_str())).collect();
        let stem = source.path.trim_end_matches(".md").trim_end_matches(source.language.as_str());
        for lang in
            site.languages.all().filter(|lang| !written.contains(lang) && entry.own_prose(*lang, &site.languages).is_none())
        {
            let tag = site.languages.tag(lang);
            let missing = sections(source).into_iter().filter(|(_, text, _)| !text.trim().is_empty());
            pairs.extend(missing.map(|(id, text, _)| Pair {
                language: tag.to_string(),
                path: format!("{stem}{tag}.md"),
                key: format!("#{id}"),
                source: text.trim().to_owned(),
                translation: None,
                span: crate::base::Span::default(),
            }));
        }
    }
    if !entry.record.facts.is_empty() {
        pairs.push(Pair {
            language: FACTS.to_owned(),
            path: entry.path.to_string(),
            key: FACTS.to_owned(),
            source: entry.record.facts.to_string(),
            translation: Some(String::new()),
            span: crate::base::Span::default(),
        });
    }
    pairs
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

fn sections(file: &ProseFile) -> Vec<(&str, &str, crate::base::Span)> {
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
            (id, text, crate::base::Span::new(*start, start + first_line))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(key: &str, source: &str, translation: &str) -> Pair {
        Pair {
            language: "en".into(),
            path: "content/x.yaml".into(),
            key: key.into(),
            source: source.into(),
            translation: Some(translation.into()),
            span: crate::base::Span::default(),
        }
    }

    #[test]
    fn what_changed_is_known() {
        let mut lock = Lock::default();
        let accepted = pair("name", "病院", "Hospital");
        lock.accept(std::slice::from_ref(&accepted), &BTreeSet::from(["content/x.yaml".to_owned()]));
        let lock = Lock::parse(&lock.to_text());
        assert_eq!(lock.state(&accepted), State::Current);
        assert_eq!(lock.state(&pair("name", "病院", "A hospital")), State::Current);
        assert_eq!(lock.state(&pair("name", "大病院", "Hospital")), State::Outdated("病院"));
        assert_eq!(lock.state(&pair("notes.1", "病院", "Hospital")), State::Current);
        assert_eq!(lock.state(&pair("notes.1", "他", "Other")), State::New);
        assert_eq!(lock.state(&Pair { translation: None, ..accepted }), State::Missing);
    }
}
