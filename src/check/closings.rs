//! `contradicts-record`: a text that says a recruitment is closed, or open, while its dates say that it is not. Typed text stays
//! the same as time goes by; the state does not.

use super::agreement::{Group, Sense, Stated, value};
use crate::base::{Diagnostic, Place, Span};
use crate::model::record::Body;
use crate::site::Site;
use crate::site::entries::Entry;
use crate::site::recruitment::State;

/// Checks a schedule of one round: of several, each is open at another time.
pub fn check(_site: &Site, entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let Body::Schedule(schedule) = &entry.record.body else { return };
    let [_] = schedule.known_rounds() else { return };
    let wrong = match entry.state {
        Some(State::Open | State::ClosingSoon) => value("closed"),
        Some(State::Closed | State::NotAnnounced) => value("open"),
        _ => return,
    };
    let mut lines = entry.record.facts.lines().filter_map(|line| line.split_once(": "));
    let Some((field, expected)) = lines.rfind(|(trail, _)| trail.ends_with(".closes")) else { return };
    let finding = |place: Place, found: &str| {
        let finding = Diagnostic::warning("contradicts-record", place).help("contradicts-record-help");
        finding.arg("found", found).arg("path", &*entry.path).arg("field", field).arg("expected", expected)
    };
    let says = |sense: &&Sense| sense.group == Group::Recruits && sense.value == wrong;
    for (number, text) in entry.record.uses.texts.iter().enumerate() {
        for (at, phrase) in text.phrases().iter().enumerate() {
            if let Some(sense) = stated.in_phrase(number, at, phrase).senses.iter().find(says) {
                let span = |start| Span::new(start as usize + sense.range.start, start as usize + sense.range.end);
                let place = Place::new(&entry.path, phrase.verbatim.map_or(phrase.span, span));
                findings.push(finding(place, &phrase.source[sense.range.clone()]));
            }
        }
    }
    for (at, file) in entry.prose.iter().enumerate() {
        if let Some(sense) = stated.in_prose(at, file).senses.iter().find(says) {
            let place = Place::new(&file.path, Span::new(sense.range.start, sense.range.end));
            findings.push(finding(place, &file.text[sense.range.clone()]));
        }
    }
}
