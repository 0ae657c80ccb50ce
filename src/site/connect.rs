//! Resolves every reference and word, and tells each record what refers to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::entries::Entry;
use super::mentions::{Target, Unresolved};
use super::{RecordId, Site, facts, mentions};
use crate::base::nearest::nearest;
use crate::base::{Arg, Diagnostic, Place, Span};
use crate::model::document::{Document, Parsed};
use crate::model::prose::Mention;
use crate::model::read::Uses;
use crate::model::reference::{Relation, is_slug};
use crate::model::text::{Phrase, Text};
use crate::model::vocabulary::Entry as WordEntry;
use crate::model::word::{Vocabulary, Word};

/// So many words a help lists at most.
const LISTED: usize = 60;

/// Which record refers to which, and what that one is to it.
pub type Edge = (RecordId, RecordId, Relation);

/// What the records say of each other.
pub struct Connections {
    /// Which record refers to which.
    pub edges: Vec<Vec<Edge>>,
    /// What is wrong with it, by the records that say it.
    pub findings: BTreeMap<RecordId, Vec<Diagnostic>>,
}

/// Resolves every reference and checks every word of the records.
pub fn connections(site: &Site) -> Connections {
    let results: Vec<(RecordId, Vec<Edge>, Vec<Diagnostic>)> = site
        .entries
        .par_iter()
        .enumerate()
        .filter(|(_, entry)| !entry.broken)
        .map(|(i, _)| {
            let from = RecordId(u32::try_from(i).unwrap_or(u32::MAX));
            let (edges, findings) = of_record(site, from);
            (from, edges, findings)
        })
        .collect();
    let mut connections = Connections { edges: Vec::with_capacity(results.len()), findings: BTreeMap::new() };
    for (from, edges, findings) in results {
        connections.edges.push(edges);
        if !findings.is_empty() {
            connections.findings.insert(from, findings);
        }
    }
    connections
}

/// What one record says of others, and what is wrong with it.
pub fn of_record(site: &Site, from: RecordId) -> (Vec<Edge>, Vec<Diagnostic>) {
    let entry = site.entry(from);
    let is_draft = entry.record.common.draft;
    let mut checks = Connect { site, from, path: &entry.path, is_draft, edges: Vec::new(), findings: Vec::new() };
    checks.uses(&entry.record.uses, entry.record.coverage.has_mentions);
    for file in &entry.prose {
        checks.path = &file.path;
        for mention in &file.prose.mentions {
            checks.mention(mention);
        }
    }
    (checks.edges, checks.findings)
}

/// What is wrong with the references and words of the files that are no record's: the site's own and vocabularies.
pub fn of_shared(site: &Site, parsed: &[Arc<Parsed>]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for file in parsed {
        if let Some(Document::Site(_, uses) | Document::Vocabulary(_, uses)) = &file.document {
            // What refers to a record is another record: the edges of these files go nowhere.
            let mut checks =
                Connect { site, from: RecordId(0), path: &file.path, is_draft: false, edges: Vec::new(), findings: Vec::new() };
            checks.uses(uses, true);
            findings.append(&mut checks.findings);
        }
    }
    findings
}

/// Tells each record what refers to it.
pub fn tell(site: &mut Site, edges: Vec<Vec<Edge>>) {
    for (from, to, relation) in edges.into_iter().flatten().filter(|(from, to, _)| from != to) {
        Arc::make_mut(&mut site.entries[to.0 as usize]).incoming.push((from, relation));
    }
    site.entries.par_iter_mut().filter(|entry| entry.incoming.len() > 1).for_each(|entry| {
        let incoming = &mut Arc::make_mut(entry).incoming;
        incoming.sort_unstable();
        incoming.dedup();
    });
}

/// Takes back what a record said before, and tells the others what it says now.
pub fn tell_again(site: &mut Site, from: RecordId, before: &[Edge], now: &[Edge]) {
    let targets = |edges: &[Edge]| edges.iter().map(|(_, to, relation)| (*to, *relation)).filter(|(to, _)| *to != from).collect();
    let (before, now): (BTreeSet<_>, BTreeSet<_>) = (targets(before), targets(now));
    for (to, relation) in before.difference(&now) {
        let incoming = &mut Arc::make_mut(&mut site.entries[to.0 as usize]).incoming;
        incoming.retain(|edge| edge != &(from, *relation));
    }
    for (to, relation) in now.difference(&before) {
        let incoming = &mut Arc::make_mut(&mut site.entries[to.0 as usize]).incoming;
        if let Err(place) = incoming.binary_search(&(from, *relation)) {
            incoming.insert(place, (from, *relation));
        }
    }
}

struct Connect<'s> {
    site: &'s Site,
    from: RecordId,
    path: &'s Arc<str>,
    /// What is looked at is a draft itself.
    is_draft: bool,
    edges: Vec<Edge>,
    findings: Vec<Diagnostic>,
}

impl Connect<'_> {
    fn uses(&mut self, uses: &Uses, has_mentions: bool) {
        for used in &uses.references {
            if let Some(id) = self.target(&used.reference.target, used.reference.span) {
                let kind = self.site.entry(id).kind();
                if used.allowed.contains(kind) {
                    self.edges.push((self.from, id, used.relation));
                } else {
                    let finding = Diagnostic::error("wrong-kind-reference", self.place(used.reference.span))
                        .help("wrong-kind-reference-help")
                        .arg("reference", &*used.reference.target)
                        .arg("field", used.field)
                        .arg("found", kind.as_str())
                        .arg("expected", used.allowed.names());
                    self.findings.push(finding);
                }
            }
        }
        for word in &uses.words {
            if self.site.vocabularies.of(word).is_none() {
                let entries = self.site.vocabularies.all(word.vocabulary);
                // As messages list the choices: `osaka（大阪府）`.
                let written = word.id.split(['(', '（']).next().map_or(&*word.id, str::trim);
                let is_name = |entry: &&&WordEntry| {
                    let phrases = entry.name.as_ref().map_or(&[][..], Text::phrases);
                    phrases.iter().any(|phrase| phrase.source.to_lowercase() == written.to_lowercase())
                };
                let ids: Vec<&str> = entries.iter().map(|entry| &*entry.id).collect();
                let near = entries.iter().find(is_name).map(|entry| &*entry.id);
                let near = near.or_else(|| nearest(written, ids.iter().copied()));
                // A part of a name, when it is of one alone: 結果 of 結果通知.
                let mut parts = entries.iter().filter(|entry| {
                    let phrases = entry.name.as_ref().map_or(&[][..], Text::phrases);
                    word.id.chars().nth(1).is_some() && phrases.iter().any(|phrase| phrase.source.contains(&*word.id))
                });
                let near = near.or_else(|| parts.next().filter(|_| parts.next().is_none()).map(|entry| &*entry.id));
                // A name with a slip, or written another way: 受入れ機関 for 受入機関.
                let named = |entry: &&&WordEntry| {
                    let phrases = entry.name.as_ref().map_or(&[][..], Text::phrases);
                    nearest(written, phrases.iter().map(|phrase| &*phrase.source)).is_some()
                };
                let near = near.or_else(|| entries.iter().find(named).map(|entry| &*entry.id));
                // Several in one: 内科、外科.
                let known = |part: &str| {
                    let is_it = |entry: &&&WordEntry| {
                        let phrases = entry.name.as_ref().map_or(&[][..], Text::phrases);
                        *entry.id == *part || phrases.iter().any(|phrase| *phrase.source == *part)
                    };
                    entries.iter().find(is_it).map(|entry| &*entry.id)
                };
                let several = word.id.split(['、', '，', ',', '・', '／', '/']).map(|part| known(part.trim()));
                let several = several.collect::<Option<Vec<_>>>().filter(|ids| ids.len() > 1);
                let finding = Diagnostic::error("unknown-word", self.place(word.span))
                    .arg("word", &*word.id)
                    .arg("vocabulary", Arg::Message(word.vocabulary.message()))
                    .arg("file", format!("content/vocabularies/{}.yaml", word.vocabulary.name()));
                let finding = finding.arg("line", self.new_word(word));
                let choices = |ids: &[&str]| {
                    let choice = |id: &&str| self.site.vocabularies.choice(word.vocabulary, id);
                    Arg::Words(ids.iter().map(choice).collect())
                };
                let finding = match near {
                    _ if several.is_some() => {
                        finding.help("unknown-word-several").arg("several", several.unwrap_or_default().join(", "))
                    }
                    Some(near) => finding.help("unknown-word-nearest").arg("nearest", near).arg("choice", choices(&[near])),
                    None if ids.is_empty() || ids.len() > LISTED => finding.help("unknown-word-help"),
                    None => finding.help("unknown-word-known").arg("known", choices(&ids)),
                };
                self.findings.push(finding);
            }
        }
        if !has_mentions {
            return;
        }
        for mention in uses.texts.iter().flat_map(Text::phrases).flat_map(|phrase: &Phrase| phrase.mentions()) {
            self.mention(mention);
        }
    }

    /// The line of the vocabulary's file that makes a word of what is none.
    fn new_word(&self, word: &Word) -> String {
        let is_id = is_slug(&word.id);
        let name = |tag: &str| format!("{tag}: {}", if is_id || tag != "ja" { "…" } else { &*word.id });
        let tags = self.site.languages.all().map(|lang| name(self.site.languages.tag(lang).as_str()));
        let names = tags.collect::<Vec<_>>().join(", ");
        // Of a stage the group says what state its schedule is in.
        let group = if word.vocabulary == Vocabulary::Stages { ", group: application" } else { "" };
        format!("- {{id: {}, name: {{{names}}}{group}}}", if is_id { &*word.id } else { "…" })
    }

    fn place(&self, span: Span) -> Place {
        Place::new(self.path, span)
    }

    /// The record that is named; a finding where none is, or where it is a draft.
    fn target(&mut self, text: &str, span: Span) -> Option<RecordId> {
        match mentions::resolve(self.site, text) {
            Ok(id) => {
                let entry = self.site.entry(id);
                let leads_to_draft = entry.record.common.draft;
                if leads_to_draft && entry.broken {
                    let finding = Diagnostic::error("draft-reference", self.place(span))
                        .help("draft-reference-help")
                        .arg("reference", text);
                    self.findings.push(finding);
                    return None;
                }
                if leads_to_draft && !self.is_draft {
                    // Drafts are shown for now: what stands here cannot be published as it is.
                    let finding = Diagnostic::warning("draft-reference", self.place(span)).says("draft-reference-shown");
                    self.findings.push(finding.help("draft-reference-help").arg("reference", text));
                }
                Some(id)
            }
            Err(Unresolved::Ambiguous(candidates)) => {
                let names: Vec<String> = candidates.iter().map(ToString::to_string).collect();
                let finding = Diagnostic::error("ambiguous-reference", self.place(span)).help("ambiguous-reference-help");
                let finding = finding.arg("reference", text).arg("candidates", names.join(", "));
                self.findings.push(finding.arg("first", names.first().cloned().unwrap_or_default()));
                None
            }
            Err(Unresolved::Unknown) => {
                let finding = Diagnostic::error("unknown-reference", self.place(span)).arg("reference", text);
                let is_named = |entry: &&Arc<Entry>| {
                    let phrases = entry.record.common.name.as_ref().map_or(&[][..], Text::phrases);
                    phrases.iter().any(|phrase| *phrase.source == *text)
                };
                let named = self.site.entries.iter().find(is_named).map(|entry| entry.record.identity.to_string());
                let names: Vec<String> = self.site.entries.iter().map(|entry| entry.record.identity.to_string()).collect();
                self.findings.push(match named.as_deref().or_else(|| nearest(text, names.iter().map(String::as_str))) {
                    Some(near) => finding.help("unknown-reference-nearest").arg("nearest", near),
                    None => finding.help("unknown-reference-help"),
                });
                None
            }
        }
    }

    fn mention(&mut self, mention: &Mention) {
        let target = Target::parse(&mention.target);
        let Some(id) = self.target(target.record, mention.span) else { return };
        self.edges.push((self.from, id, Relation::Mention));
        let Some(name) = target.fact else { return };
        let entry = self.site.entry(id);
        if entry.broken || entry.incomplete || mentions::fact(self.site, id, name).is_some() {
            return;
        }
        let known: Vec<String> = facts::named(entry).into_iter().map(|(name, _)| name).collect();
        let finding =
            Diagnostic::error("unknown-fact", self.place(mention.span)).arg("reference", target.record).arg("fact", name);
        self.findings.push(match nearest(name, known.iter().map(String::as_str)) {
            Some(near) => finding.help("unknown-fact-nearest").arg("nearest", near),
            None if known.is_empty() => finding.help("unknown-fact-none"),
            None => finding.help("unknown-fact-known").arg("known", known.join(", ")),
        });
    }
}
