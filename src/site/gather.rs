//! Gathers the parsed files into entries: a record and its prose in each language, under one identity.

use std::sync::Arc;

use rayon::prelude::*;

use super::anchors::{self, Accepted};
use super::entries::{Entry, ProseFile};
use super::languages::{Lang, Languages};
use crate::base::{Diagnostic, Place, Severity};
use crate::model::document::{Document, Parsed};
use crate::model::record::{Body, Record};
use crate::model::reference::{Identity, Kind};

/// A file, and whose it is.
type Own<'p> = (&'p Identity, &'p Parsed);

/// What belongs to one identity.
struct Gathered<'p> {
    identity: &'p Identity,
    /// Its record; a page may be prose alone.
    record: Option<&'p Parsed>,
    prose: &'p [Own<'p>],
}

/// The entries of a site, sorted by their identities; with `drafts`, these are part of it.
pub fn entries(
    parsed: &[Arc<Parsed>],
    languages: &Languages,
    drafts: bool,
    accepted: &Accepted,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Arc<Entry>> {
    let (records, prose) = sorted(parsed, languages, findings);
    let mut gathered = Vec::with_capacity(records.len());
    let alone = |(identity, file)| Gathered { identity, record: Some(file), prose: &[] };
    let mut records = records.into_iter().peekable();
    for prose in prose.chunk_by(|a, b| a.0 == b.0) {
        let Some((identity, _)) = prose.first() else { continue };
        while let Some(record) = records.next_if(|record| record.0 < *identity) {
            gathered.push(alone(record));
        }
        let record = records.next_if(|record| record.0 == *identity).map(|(_, file)| file);
        if record.is_some() || identity.kind == Kind::Page {
            gathered.push(Gathered { identity, record, prose });
            continue;
        }
        for (identity, file) in prose {
            let finding = Diagnostic::error("misplaced-file", Place::file(&file.path)).says("prose-without-record");
            findings.push(finding.help("prose-without-record-help").arg("identity", identity.to_string()));
        }
    }
    gathered.extend(records.map(alone));
    gathered.into_par_iter().map(|gathered| Arc::new(entry(&gathered, languages, drafts, accepted))).collect()
}

/// The files of records and those of prose, each sorted by identity; of records with the same one, the first alone.
fn sorted<'p>(parsed: &'p [Arc<Parsed>], languages: &Languages, findings: &mut Vec<Diagnostic>) -> (Vec<Own<'p>>, Vec<Own<'p>>) {
    let (mut records, mut prose): (Vec<Own<'_>>, Vec<Own<'_>>) = (Vec::new(), Vec::new());
    for file in parsed {
        match &file.document {
            Some(Document::Record(record)) => records.push((&record.identity, file)),
            Some(Document::BrokenRecord(identity)) => records.push((identity, file)),
            Some(Document::Prose(_, language, _)) if !languages.serves(language) => {
                let finding = Diagnostic::error("bad-language", Place::file(&file.path)).says("language-not-in-site");
                let finding = finding.help("language-not-in-site-help").arg("known", languages.tags());
                findings.push(finding.arg("found", language.as_str()));
            }
            Some(Document::Prose(identity, ..)) if file.text.is_some() => prose.push((identity, file)),
            _ => {}
        }
    }
    // Stable, and of files in the order of their paths: the first of those that claim an identity has it.
    records.sort_by_key(|(identity, _)| *identity);
    records.dedup_by(|(later, file), (first, owner)| {
        let clash = later == first;
        if clash {
            let finding = Diagnostic::error("clashing-identity", Place::file(&file.path)).help("clashing-identity-help");
            let finding = finding.arg("identity", first.to_string()).arg("other", &*owner.path);
            findings.push(finding.label(Place::file(&owner.path), "also-claimed-here"));
        }
        clash
    });
    prose.sort_by_key(|(identity, _)| *identity);
    (records, prose)
}

fn entry(gathered: &Gathered<'_>, languages: &Languages, drafts: bool, accepted: &Accepted) -> Entry {
    let page = || Arc::new(Record::page(gathered.identity.clone()));
    let (record, broken) = match gathered.record.map(|file| &file.document) {
        Some(Some(Document::Record(record))) => (record.clone(), false),
        Some(_) => (page(), true),
        None => (page(), false),
    };
    let mut prose: Vec<ProseFile> = gathered.prose.iter().filter_map(|(_, file)| prose_file(file)).collect();
    prose.sort_by_key(|file| languages.find(file.language.as_str()).map_or(usize::MAX, Lang::index));
    anchors::assign(&mut prose, accepted);
    let own = gathered.record.map(|file| &file.path);
    let is_prose = matches!(record.body, Body::Page(_)) && own.is_none_or(|path| path.ends_with(".md"));
    let path = prose.first().map(|file| &file.path).filter(|_| is_prose).or(own);
    Entry {
        path: path.cloned().unwrap_or_default(),
        prose,
        incoming: Vec::new(),
        state: None,
        // Drafts that are no part of the site stay as broken records: they have no page, and references to them are told apart from unknown ones.
        broken: broken || record.common.draft && !drafts,
        incomplete: gathered.record.is_some_and(is_incomplete),
        record,
    }
}

fn prose_file(file: &Parsed) -> Option<ProseFile> {
    let (Some(Document::Prose(_, language, prose)), Some(text)) = (&file.document, &file.text) else { return None };
    let (language, path) = (language.clone(), file.path.clone());
    Some(ProseFile {
        language,
        path,
        text: text.clone(),
        prose: prose.clone(),
        heading_ids: Vec::new(),
        lone_headings: Vec::new(),
    })
}

/// Could some value of the file not be read?
pub fn is_incomplete(file: &Parsed) -> bool {
    file.findings.iter().any(|finding| finding.severity == Severity::Error)
}
