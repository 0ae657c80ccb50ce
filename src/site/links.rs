//! Checks links, anchors and translations, once every address is known.

use std::collections::BTreeMap;
use std::sync::Arc;

use icu::normalizer::ComposingNormalizerBorrowed;
use rayon::prelude::*;

use super::entries::Entry;
use super::languages::Lang;
use super::mentions::Target;
use super::{RecordId, Site, mentions, targets};
use crate::base::nearest::nearest;
use crate::base::{Diagnostic, Place, Span};
use crate::model::document::{Document, Parsed};
use crate::model::prose::{LinkUse, Mention};
use crate::model::read::Uses;
use crate::model::reference::Kind;
use crate::model::text::Text;
use crate::model::vocabulary::Entry as Word;

/// Checks the texts and prose of these records; what was found, by record.
pub fn of_records(site: &Site, ids: &[RecordId]) -> BTreeMap<RecordId, Vec<Diagnostic>> {
    let found: Vec<Vec<Diagnostic>> = match ids.len() {
        0 | 1 => ids.iter().map(|id| of_record(site, *id, &mut Meant::default())).collect(),
        _ => ids.par_iter().map_init(Meant::default, |meant, id| of_record(site, *id, meant)).collect(),
    };
    ids.iter().copied().zip(found).filter(|(_, found)| !found.is_empty()).collect()
}

/// What somebody may have meant by an address, by the language and the address: looking at all there are takes long, and a page that is
/// gone may be linked to from many.
type Meant<'s> = BTreeMap<(Lang, String), Option<&'s str>>;

fn of_record<'s>(site: &'s Site, id: RecordId, meant: &mut Meant<'s>) -> Vec<Diagnostic> {
    let entry = site.entry(id);
    let mut found = Vec::new();
    let (uses, coverage) = (&entry.record.uses, &entry.record.coverage);
    if coverage.has_links
        || coverage.has_mentions
        || !coverage.is_whole(site.languages.finished(), site.languages.fallback(), &uses.texts)
    {
        check_texts(site, Some(id), &entry.path, (uses, &[]), meant, &mut found);
    }
    check_addresses(site, Some(id), &entry.path, uses, meant, &mut found);
    for file in &entry.prose {
        if file.prose.links.is_empty() && file.prose.mentions.is_empty() {
            continue;
        }
        let lang = || {
            let mut langs = site.languages.all();
            langs.find(|lang| entry.own_prose(*lang, &site.languages).is_some_and(|own| own.path == file.path))
        };
        let lang = lang().unwrap_or(Lang(0));
        for link in &file.prose.links {
            check_link(site, (lang, Some(id)), &file.path, link, meant, &mut found);
        }
        for mention in &file.prose.mentions {
            check_mention_anchor(site, lang, &file.path, mention, &mut found);
        }
    }
    let has_heading = entry.prose.iter().any(|file| !file.prose.outline.is_empty());
    if entry.kind() == Kind::Page && entry.record.common.name.is_none() && !has_heading {
        let finding = Diagnostic::error("missing-field", Place::file(&entry.path)).says("missing-title");
        found.push(finding.help("missing-title-help").arg("field", "name"));
    }
    if let Some(first) = entry.prose.first() {
        let missing = lacking(site, |lang| entry.own_prose(lang, &site.languages).is_some());
        if !missing.is_empty() {
            let finding = Diagnostic::warning("missing-translation", Place::file(&first.path)).says("missing-translation-prose");
            found.push(finding.help("missing-translation-prose-help").arg("languages", missing.join(", ")));
        }
    }
    found
}

/// The tags of the languages that ought to have something and do not: of a draft, `annai status` tells what it lacks. While a site does
/// not name its languages, that alone is a finding.
fn lacking(site: &Site, has: impl Fn(Lang) -> bool) -> Vec<&str> {
    let languages = &site.languages;
    let asked = languages.all().filter(|lang| languages.are_named() && !languages.is_draft(*lang));
    asked.filter(|lang| !has(*lang)).map(|lang| languages.tag(lang).as_str()).collect()
}

/// Checks the texts of the files that are no record's: the site's own and vocabularies.
pub fn of_shared(site: &Site, parsed: &[Arc<Parsed>]) -> Vec<Diagnostic> {
    let (mut findings, mut meant) = (Vec::new(), Meant::default());
    for file in parsed {
        if let Some(Document::Site(_, uses) | Document::Vocabulary(_, uses)) = &file.document {
            let whole = whole_names(site, file);
            check_texts(site, None, &file.path, (uses, &whole), &mut meant, &mut findings);
            check_addresses(site, None, &file.path, uses, &mut meant, &mut findings);
        }
    }
    findings
}

/// Names of words that the generator has too, and where each stands in this file: with all languages that they have.
pub fn whole_names<'s>(site: &'s Site, file: &Parsed) -> Vec<(Span, &'s Text)> {
    let Some(Document::Vocabulary(file, _)) = &file.document else { return Vec::new() };
    let whole = |entry: &Word| site.vocabularies.get(file.vocabulary, &entry.id)?.name.as_ref();
    file.words.iter().filter_map(|entry| Some((entry.name.as_ref()?.span(), whole(entry)?))).collect()
}

/// May the record lead to a heading of another one's page? Then it is to be looked at again when headings change.
pub fn may_have_anchors(entry: &Entry) -> bool {
    let has = |links: &[LinkUse], mentions: &[Mention]| {
        links.iter().any(|link| link.address.contains('#')) || mentions.iter().any(|mention| mention.target.contains('#'))
    };
    let (uses, coverage) = (&entry.record.uses, &entry.record.coverage);
    entry.prose.iter().any(|file| has(&file.prose.links, &file.prose.mentions))
        || (coverage.has_links || coverage.has_mentions)
            && uses.texts.iter().flat_map(Text::phrases).any(|phrase| has(phrase.links(), phrase.mentions()))
        || has(&uses.links, &[])
}

fn check_texts<'s>(
    site: &'s Site,
    page: Option<RecordId>,
    path: &Arc<str>,
    (uses, whole): (&Uses, &[(Span, &Text)]),
    meant: &mut Meant<'s>,
    findings: &mut Vec<Diagnostic>,
) {
    for text in &uses.texts {
        let all = whole.iter().find(|(span, _)| *span == text.span()).map_or(text, |(_, whole)| *whole);
        let missing = lacking(site, |lang| site.languages.has(all, lang));
        if !missing.is_empty() {
            let finding =
                Diagnostic::warning("missing-translation", Place::new(path, text.span())).help("missing-translation-help");
            findings.push(finding.arg("languages", missing.join(", ")));
        }
        for phrase in text.phrases() {
            if !site.languages.serves(&phrase.language) {
                let finding = Diagnostic::error("bad-language", Place::new(path, phrase.tag_span)).says("language-not-in-site");
                let finding = finding.help("language-not-in-site-help").arg("known", site.languages.tags());
                findings.push(finding.arg("found", phrase.language.as_str()));
            }
            // Most texts have nothing to check.
            if phrase.links().is_empty() && phrase.mentions().is_empty() {
                continue;
            }
            let lang = site.languages.reading(&phrase.language).unwrap_or(Lang(0));
            for link in phrase.links() {
                check_link(site, (lang, page), path, link, meant, findings);
            }
            for mention in phrase.mentions() {
                check_mention_anchor(site, lang, path, mention, findings);
            }
        }
    }
}

/// Checks the addresses in fields of records.
fn check_addresses<'s>(
    site: &'s Site,
    page: Option<RecordId>,
    path: &Arc<str>,
    uses: &Uses,
    meant: &mut Meant<'s>,
    findings: &mut Vec<Diagnostic>,
) {
    for file in &uses.files {
        let missing = lacking(site, |lang| file.languages.iter().any(|own| site.languages.tag(lang).reads(own)));
        if !missing.is_empty() {
            let finding =
                Diagnostic::warning("missing-translation", Place::new(path, file.span)).says("missing-translation-file");
            findings.push(finding.help("missing-translation-file-help").arg("languages", missing.join(", ")));
        }
    }
    for link in &uses.links {
        check_link(site, (Lang(0), page), path, link, meant, findings);
    }
}

fn check_link<'s>(
    site: &'s Site,
    (lang, page): (Lang, Option<RecordId>),
    path: &Arc<str>,
    link: &LinkUse,
    meant: &mut Meant<'s>,
    findings: &mut Vec<Diagnostic>,
) {
    let place = || Place::new(path, link.span);
    match targets::resolve(site, lang, page, path, &link.address) {
        targets::Target::Inside { .. } => {}
        targets::Target::Outside if !is_own_and_dead(site, (lang, page), path, &link.address) => {}
        target @ (targets::Target::Outside | targets::Target::NoPage) => {
            let make = if target == targets::Target::NoPage { Diagnostic::error } else { Diagnostic::warning };
            let finding = make("broken-link", place()).arg("address", link.address.as_str());
            let key = (lang, link.address.clone());
            let near = *meant.entry(key).or_insert_with(|| {
                let known = known_addresses(site, lang, &link.address);
                let folded = |address: &str| ComposingNormalizerBorrowed::new_nfkc().normalize(address).to_lowercase();
                let written = folded(&link.address);
                // A name in other widths is the same to whoever reads it.
                known.iter().find(|address| folded(address) == written).copied().or_else(|| nearest(&link.address, known))
            });
            findings.push(match near {
                Some(near) => finding.help("broken-link-nearest").arg("nearest", near),
                None if link.address.starts_with("/assets/") => {
                    finding.help("broken-link-asset").arg("file", format!("content{}", link.address))
                }
                None => finding.help("broken-link-help"),
            });
        }
        targets::Target::NoAnchor { known } => findings.push(broken_anchor(place(), &link.address, &known)),
    }
}

/// Is it an address of the site's own, written in full, at which it has nothing? One may be kept by hand beside it.
fn is_own_and_dead(site: &Site, (lang, page): (Lang, Option<RecordId>), path: &str, address: &str) -> bool {
    let inside = targets::own(site, address).map(|own| targets::resolve(site, lang, page, path, own));
    inside.is_some_and(|inside| !matches!(inside, targets::Target::Inside { .. }))
}

/// The addresses that somebody may have meant by `written`: those of readers of `lang`, and without their language where
/// none is written, for an address need not name the language of the page that it stands in.
fn known_addresses<'s>(site: &'s Site, lang: Lang, written: &str) -> Vec<&'s str> {
    let folder = |lang: Lang| format!("/{}/", site.languages.folder(lang));
    let (own, others): (String, Vec<String>) =
        (folder(lang), site.languages.all().filter(|other| *other != lang).map(folder).collect());
    let addresses = site.routes.keys().map(|address| &**address);
    let addresses = addresses.filter(|address| !others.iter().any(|other| address.starts_with(other.as_str())));
    let is_short = !written.starts_with(&own);
    // With the slash after the language.
    addresses.map(|address| if is_short && address.starts_with(&own) { &address[own.len() - 1..] } else { address }).collect()
}

fn check_mention_anchor(site: &Site, lang: Lang, path: &Arc<str>, mention: &Mention, findings: &mut Vec<Diagnostic>) {
    let target = Target::parse(&mention.target);
    let (Some(anchor), Ok(id)) = (target.anchor, mentions::resolve(site, target.record)) else { return };
    let known = targets::anchors_of(site, lang, id);
    if !known.iter().any(|id| **id == *anchor) {
        findings.push(broken_anchor(Place::new(path, mention.span), &mention.target, &known));
    }
}

fn broken_anchor(place: Place, address: &str, known: &[Box<str>]) -> Diagnostic {
    let anchor = address.rsplit('#').next().unwrap_or_default();
    let finding = Diagnostic::error("broken-anchor", place).arg("address", address).arg("anchor", anchor);
    match nearest(anchor, known.iter().map(|id| &**id)) {
        Some(near) => finding.help("broken-anchor-nearest").arg("nearest", near),
        None => finding
            .help("broken-anchor-known")
            .arg("known", known.iter().filter(|id| !id.starts_with("sec-")).cloned().collect::<Vec<_>>().join(", ")),
    }
}
