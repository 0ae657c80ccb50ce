//! `contradicts-record`: a text that says a hospital or organization lies in another prefecture than its record.

use super::agreement::{Group, Names, Sense, Stated, value};
use crate::base::{Diagnostic, Place, Span};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::text::Phrase;
use crate::model::word::Vocabulary;
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks a hospital or an organization.
pub fn check(site: &Site, names: &Names, entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let prefecture = match &entry.record.body {
        Body::Hospital(hospital) => &hospital.prefecture,
        Body::Organization(organization) => &organization.prefecture,
        _ => return,
    };
    let Some(prefecture) = prefecture.as_ref().and_then(Fact::known) else { return };
    let own = || site.vocabularies.all(Vocabulary::Prefectures).iter().position(|word| word.id == prefecture.word.id);
    let look = |place: &dyn Fn(Span) -> Place, language: &str, text: &str, senses: &[Sense], is_place: bool| {
        let found: Vec<Sense> = names.prefectures(language, text);
        let own = if found.is_empty() { None } else { own() };
        // Several of them are compared with each other.
        let [first] = &found[..] else { return None };
        let located = value("located");
        let is_located = |sense: &Sense| {
            let gap = sense.range.start.abs_diff(first.range.end).min(first.range.start.abs_diff(sense.range.end));
            sense.group == Group::Topic && sense.value == located && gap <= 1
        };
        let is_other = own.is_some_and(|own| u32::try_from(own).is_ok_and(|own| own != first.value));
        // An address begins with its prefecture in Japanese; elsewhere in it another place may be named.
        let before = text.get(..first.range.start).unwrap_or_default();
        let is_begin = before.chars().all(|c| c.is_numeric() || c.is_whitespace() || "〒-－ー−‐".contains(c));
        let is_address = is_place && is_begin;
        (is_other && (is_address || senses.iter().any(is_located))).then(|| {
            let place = place(Span::new(first.range.start, first.range.end));
            let finding = Diagnostic::warning("contradicts-record", place).help("contradicts-record-help");
            let finding = finding.arg("found", &text[first.range.clone()]).arg("path", &*entry.path);
            finding.arg("field", "prefecture").arg("expected", &*prefecture.word.id)
        })
    };
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        let is_place = matches!(text.trail(), "place" | "address" | "address.text");
        if !is_place && text.trail() != "summary" {
            continue;
        }
        for (at, phrase) in text.phrases().iter().enumerate() {
            let place = |span: Span| Place::new(&entry.path, in_file(phrase, span));
            let senses = &stated.in_phrase(number, at, phrase).senses;
            findings.extend(look(&place, phrase.language.as_str(), &phrase.source, senses, is_place));
        }
    }
}

/// A span of a phrase as one of its file; where it is not written as it is read, the whole phrase.
fn in_file(phrase: &Phrase, span: Span) -> Span {
    phrase.verbatim.map_or(phrase.span, |start| Span { start: start + span.start, end: start + span.end })
}
