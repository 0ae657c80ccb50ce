//! What readers and screen readers need of prose: `empty-section`, `skipped-heading-level`, `duplicate-heading`,
//! `image-without-text`, `structure-differs`, `unmatched-heading`, `unused-anchor`, `wrong-language-link`; and of the whole site:
//! `unreferenced-record`, `missing-address`.

use std::collections::HashMap;

use crate::base::{Diagnostic, Place, Span};
use crate::model::prose::LinkUse;
use crate::model::reference::Kind;
use crate::model::text::Text;
use crate::site::Site;
use crate::site::entries::{Entry, ProseFile};

/// Checks a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    for (at, file) in entry.prose.iter().enumerate() {
        headings(entry, file, findings);
        anchors(file, entry.prose.first().filter(|_| at > 0), findings);
        let place = |link: &LinkUse| Place::new(&file.path, link.span);
        file.prose.links.iter().for_each(|link| check_link(site, file.language.as_str(), link, place(link), findings));
    }
    for phrase in entry.record.uses.texts.iter().flat_map(Text::phrases) {
        let place = |link: &LinkUse| Place::new(&entry.path, link.span);
        phrase.links().iter().for_each(|link| check_link(site, phrase.language.as_str(), link, place(link), findings));
    }
    if let [source, others @ ..] = &entry.prose[..] {
        others.iter().for_each(|other| differs(source, other, findings));
    }
    if entry.incoming.is_empty() && !matches!(entry.kind(), Kind::Page | Kind::Notice | Kind::Journey | Kind::Term) {
        findings.push(Diagnostic::info("unreferenced-record", Place::file(&entry.path)).help("unreferenced-record-help"));
    }
    for span in &entry.record.uses.unaddressed {
        findings.push(Diagnostic::info("missing-address", Place::new(&entry.path, *span)).help("missing-address-help"));
    }
}

fn headings(entry: &Entry, file: &ProseFile, findings: &mut Vec<Diagnostic>) {
    let outline = &file.prose.outline;
    // Prose may begin with a title of its own. Else the record's name is the first heading of its page.
    let has_title = outline.first().is_some_and(|heading| heading.level == 1);
    let mut level = u8::from(!has_title && entry.record.common.name.is_some());
    let mut seen: HashMap<(u8, &str), Span> = HashMap::new();
    for (i, heading) in outline.iter().enumerate() {
        let place = || Place::new(&file.path, heading.span);
        if heading.level > level + 1 {
            let finding = Diagnostic::warning("skipped-heading-level", place()).help("skipped-heading-level-help");
            let finding = finding.arg("found", usize::from(heading.level)).arg("expected", usize::from(level) + 1);
            findings.push(finding.arg("marks", "#".repeat(usize::from(level) + 1)));
        }
        level = heading.level;
        // "Documents" may stand once in each of several sections.
        seen.retain(|(deeper, _), _| *deeper <= level);
        if let Some(first) = seen.insert((heading.level, &heading.text), heading.span) {
            let finding = Diagnostic::warning("duplicate-heading", place()).help("duplicate-heading-help");
            let finding = finding.arg("found", heading.text.as_str());
            findings.push(finding.label(Place::new(&file.path, first), "first-written-here"));
        }
        let end = outline.get(i + 1).map_or(file.text.len(), |next| next.span.start as usize);
        let has_parts = outline.get(i + 1).is_some_and(|next| next.level > heading.level);
        let contents = file.text.get(heading.span.end as usize..end).unwrap_or_default();
        if contents.trim().is_empty() && !has_parts {
            let finding = Diagnostic::warning("empty-section", place()).help("empty-section-help");
            findings.push(finding.arg("found", heading.text.as_str()));
        }
    }
}

/// Headings without a partner in the source, and ids that are written and do not count.
fn anchors(file: &ProseFile, source: Option<&ProseFile>, findings: &mut Vec<Diagnostic>) {
    for (at, (heading, id)) in file.prose.outline.iter().zip(&file.heading_ids).enumerate() {
        let place = || Place::new(&file.path, heading.span);
        let is_lone = file.lone_headings.contains(&at);
        if let Some(source) = source.filter(|source| is_lone && !source.text.trim().is_empty()) {
            let finding = Diagnostic::warning("unmatched-heading", place()).help("unmatched-heading-help");
            let finding = finding.arg("found", heading.text.as_str()).arg("language", source.language.as_str());
            findings.push(finding.label(Place::file(&source.path), "other-language-here"));
        }
        if let Some(written) = heading.id.as_deref().filter(|written| **written != **id) {
            let finding = Diagnostic::warning("unused-anchor", place()).arg("found", written).arg("id", &**id);
            findings.push(match source {
                Some(_) if !is_lone => finding.help("unused-anchor-help"),
                _ => finding.says("taken-anchor").help("taken-anchor-help"),
            });
        }
    }
}

/// An image without a description, or a link from a page in one language to a page in another.
fn check_link(site: &Site, language: &str, link: &LinkUse, place: Place, findings: &mut Vec<Diagnostic>) {
    if link.image {
        if link.text.trim().is_empty() {
            findings.push(Diagnostic::error("image-without-text", place).help("image-without-text-help"));
        }
        return;
    }
    let Some(rest) = link.address.strip_prefix('/') else { return };
    let (first, rest) = rest.split_once('/').unwrap_or((rest, ""));
    let Some(lang) = site.languages.find(first) else { return };
    let tag = site.languages.tag(lang);
    if tag.as_str() != language && !tag.own().any(|own| own.as_str() == language) {
        let finding = Diagnostic::warning("wrong-language-link", place).help("wrong-language-link-help");
        let right = format!("/{language}/{rest}");
        findings.push(finding.arg("language", tag.as_str()).arg("right", right));
    }
}

/// Headings, links, images, tables and lists that one language has and the other has not.
fn differs(source: &ProseFile, other: &ProseFile, findings: &mut Vec<Diagnostic>) {
    // That a file is empty is a finding of its own.
    if source.text.trim().is_empty() || other.text.trim().is_empty() {
        return;
    }
    let count = |file: &ProseFile, image: bool| file.prose.links.iter().filter(|link| link.image == image).count();
    let rows = [
        ("structure-headings", source.prose.outline.len(), other.prose.outline.len()),
        ("structure-links", count(source, false), count(other, false)),
        ("structure-images", count(source, true), count(other, true)),
        ("structure-tables", source.prose.tables as usize, other.prose.tables as usize),
        ("structure-lists", source.prose.lists as usize, other.prose.lists as usize),
    ];
    for (message, expected, found) in rows {
        // A heading more has its own finding, where it stands.
        let is_told = message == "structure-headings" && !other.lone_headings.is_empty();
        if expected != found && !is_told {
            let finding =
                Diagnostic::warning("structure-differs", Place::file(&other.path)).says(message).help("structure-differs-help");
            let finding = finding.arg("expected", expected).arg("found", found).arg("language", source.language.as_str());
            findings.push(finding.label(Place::file(&source.path), "other-language-here"));
        }
    }
}
