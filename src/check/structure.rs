//! What readers and screen readers need of prose: `empty-section`, `skipped-heading-level`, `duplicate-heading`, `image-without-text`,
//! `literal-markup`, `structure-differs`, `wrong-language-link`; and of the site: `unreferenced-record`, `missing-address`.

use std::collections::HashMap;

use crate::base::{Diagnostic, Place, Span};
use crate::model::link::Address;
use crate::model::reference::Kind;
use crate::site::Site;
use crate::site::entries::{Entry, ProseFile};

/// Checks a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    for file in &entry.prose {
        headings(entry, file, findings);
        for link in file.prose.links.iter().filter(|link| link.image && link.text.trim().is_empty()) {
            findings.push(Diagnostic::error("image-without-text", Place::new(&file.path, link.span)).help("image-without-text-help"));
        }
        literal_markup(file, findings);
        links(site, file, findings);
    }
    if let [source, others @ ..] = &entry.prose[..] {
        others.iter().for_each(|other| differs(source, other, findings));
    }
    if entry.incoming.is_empty() && !matches!(entry.kind(), Kind::Page | Kind::Notice | Kind::Journey | Kind::Term) {
        findings.push(Diagnostic::info("unreferenced-record", Place::file(&entry.path)).help("unreferenced-record-help"));
    }
    for link in entry.record.uses.links.iter().filter(|link| link.address == Address::Missing) {
        findings.push(Diagnostic::info("missing-address", Place::new(&entry.path, link.span)).help("missing-address-help"));
    }
}

fn headings(entry: &Entry, file: &ProseFile, findings: &mut Vec<Diagnostic>) {
    // The record's name is its page's first heading; a page of prose alone brings its own.
    let mut level = if entry.kind() == Kind::Page { 0 } else { 1 };
    let mut seen: HashMap<(u8, &str), Span> = HashMap::new();
    let outline = &file.prose.outline;
    for (i, heading) in outline.iter().enumerate() {
        let place = || Place::new(&file.path, heading.span);
        if heading.level > level + 1 {
            let finding = Diagnostic::warning("skipped-heading-level", place()).help("skipped-heading-level-help");
            findings.push(finding.arg("found", usize::from(heading.level)).arg("expected", usize::from(level) + 1));
        }
        level = heading.level;
        if let Some(first) = seen.insert((heading.level, &heading.text), heading.span) {
            let finding = Diagnostic::warning("duplicate-heading", place()).help("duplicate-heading-help").arg("found", heading.text.as_str());
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

/// `**` that is shown to readers, because it was opened and not closed.
fn literal_markup(file: &ProseFile, findings: &mut Vec<Diagnostic>) {
    let mut code = false;
    let mut offset = 0;
    for line in file.text.split_inclusive('\n') {
        if line.trim_start().starts_with("```") {
            code = !code;
        }
        let marks: Vec<usize> = line.match_indices("**").map(|(i, _)| i).collect();
        if !code && !line.contains('`') && marks.len() % 2 == 1 && !continues(&file.text, offset, line) {
            let at = offset + marks.last().copied().unwrap_or_default();
            let finding = Diagnostic::warning("literal-markup", Place::new(&file.path, Span::new(at, at + 2)));
            findings.push(finding.help("literal-markup-help"));
        }
        offset += line.len();
    }
}

/// Does the paragraph of this line hold an even number of `**`, so that a pair spans lines?
fn continues(text: &str, offset: usize, line: &str) -> bool {
    let start = text[..offset].rfind("\n\n").map_or(0, |i| i + 2);
    let end = text[offset + line.len()..].find("\n\n").map_or(text.len(), |i| offset + line.len() + i);
    text[start..end].matches("**").count().is_multiple_of(2)
}

/// Links from a page in one language to a page in another, by an address that names the language.
fn links(site: &Site, file: &ProseFile, findings: &mut Vec<Diagnostic>) {
    for link in &file.prose.links {
        let first = link.address.strip_prefix('/').and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let Some(lang) = site.languages.find(first) else { continue };
        let tag = site.languages.tag(lang);
        if !tag.truncations().any(|short| short == file.language.as_str()) {
            let finding = Diagnostic::warning("wrong-language-link", Place::new(&file.path, link.span)).help("wrong-language-link-help");
            findings.push(finding.arg("address", link.address.as_str()).arg("language", tag.as_str()));
        }
    }
}

/// Headings, links, images, tables and lists that one language has and the other has not.
fn differs(source: &ProseFile, other: &ProseFile, findings: &mut Vec<Diagnostic>) {
    let count = |file: &ProseFile, image: bool| file.prose.links.iter().filter(|link| link.image == image).count();
    let rows = [
        ("structure-headings", source.prose.outline.len(), other.prose.outline.len()),
        ("structure-links", count(source, false), count(other, false)),
        ("structure-images", count(source, true), count(other, true)),
        ("structure-tables", source.prose.tables as usize, other.prose.tables as usize),
        ("structure-lists", source.prose.lists as usize, other.prose.lists as usize),
    ];
    for (message, expected, found) in rows {
        if expected != found {
            let finding = Diagnostic::warning("structure-differs", Place::file(&other.path)).says(message).help("structure-differs-help");
            let finding = finding.arg("expected", expected).arg("found", found).arg("language", source.language.as_str());
            findings.push(finding.label(Place::file(&source.path), "other-language-here"));
        }
    }
}
