//! Words: `unmarked-japanese` on a page in another language, `rejected-rendering` of a term, `vague-link` texts,
//! `half-width-kana` and full-width digits.

use std::sync::Arc;

use crate::base::{Diagnostic, Language, Place, Span};
use crate::model::prose::LinkUse;
use crate::model::record::Body;
use crate::site::Site;
use crate::site::entries::Entry;

/// Link texts that say nothing of where they lead.
const VAGUE: [&str; 9] = ["here", "click here", "this", "link", "more", "read more", "こちら", "ここ", "リンク"];

/// Checks a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    for phrase in entry.record.uses.texts.iter().flat_map(|text| text.phrases()) {
        let part = Part { path: &entry.path, language: &phrase.language, text: &phrase.source, offset: None, whole: phrase.span };
        part.check(site, entry, &phrase.links, findings);
    }
    for file in &entry.prose {
        let whole = Span::new(0, file.text.len());
        let part = Part { path: &file.path, language: &file.language, text: &file.text, offset: Some(0), whole };
        part.check(site, entry, &file.prose.links, findings);
    }
}

struct Part<'a> {
    path: &'a Arc<str>,
    language: &'a Language,
    text: &'a str,
    offset: Option<usize>,
    whole: Span,
}

impl Part<'_> {
    fn place(&self, start: usize, end: usize) -> Place {
        Place::new(self.path, self.offset.map_or(self.whole, |offset| Span::new(offset + start, offset + end)))
    }

    fn check(&self, site: &Site, entry: &Entry, links: &[LinkUse], findings: &mut Vec<Diagnostic>) {
        for link in links.iter().filter(|link| !link.image && VAGUE.contains(&link.text.trim().to_lowercase().as_str())) {
            let span = if self.offset.is_some() { link.span } else { self.whole };
            let finding = Diagnostic::warning("vague-link", Place::new(self.path, span)).help("vague-link-help");
            findings.push(finding.arg("found", link.text.trim()));
        }
        self.widths(findings);
        self.renderings(site, entry, findings);
    }

    /// The first half-width kana, and the first full-width digit, of a text.
    fn widths(&self, findings: &mut Vec<Diagnostic>) {
        let mut run = |is_bad: fn(char) -> bool, message: &'static str| {
            let Some(start) = self.text.find(is_bad) else { return };
            let length = self.text[start..].find(|c| !is_bad(c)).unwrap_or(self.text.len() - start);
            let finding = Diagnostic::warning("character-width", self.place(start, start + length)).says(message);
            findings.push(finding.help("character-width-help").arg("found", &self.text[start..start + length]));
        };
        run(|c| matches!(c, '\u{FF66}'..='\u{FF9F}'), "half-width-kana");
        run(|c| matches!(c, '０'..='９'), "full-width-digits");
    }

    /// Renderings that the glossary rejects; the entry that rejects them may name them.
    fn renderings(&self, site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
        let folded = self.text.to_lowercase();
        for id in site.lists.first().and_then(|lists| lists.get(&crate::model::reference::Kind::Term)).into_iter().flatten() {
            let term = site.entry(*id);
            let Body::Term(body) = &term.record.body else { continue };
            let is_about = term.record.identity == entry.record.identity
                || entry.record.common.related.iter().any(|reference| *reference.target == term.record.identity.to_string())
                || entry.record.common.other_names.iter().any(|name| body.rejected.iter().any(|rejected| rejected.text == name.text));
            if is_about {
                continue;
            }
            for rejected in &body.rejected {
                if rejected.language.as_ref().is_some_and(|language| language != self.language) {
                    continue;
                }
                let wanted = rejected.text.to_lowercase();
                if folded.len() != self.text.len() {
                    continue;
                }
                if let Some(start) = find_word(&folded, &wanted) {
                    let finding = Diagnostic::warning("rejected-rendering", self.place(start, start + wanted.len()));
                    let preferred = term.record.common.name.as_ref().and_then(|name| name.own(self.language));
                    let finding = finding.help("rejected-rendering-help").arg("found", &*rejected.text);
                    findings.push(finding.arg("preferred", preferred.map_or("", |phrase| &phrase.source)));
                }
            }
        }
    }
}

/// `word` in `text`, not inside a longer Latin word.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(word).map(|(start, _)| start).find(|start| {
        let (before, after) = (text[..*start].chars().next_back(), text[start + word.len()..].chars().next());
        let starts_latin = word.starts_with(|c: char| c.is_ascii_alphanumeric());
        !(starts_latin && (is_letter(before) || is_letter(after)))
    })
}
