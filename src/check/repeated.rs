//! `repeated-entry`: a round, a host, a number or a thing that is listed twice.

use std::collections::HashMap;
use std::hash::Hash;

use crate::base::{Diagnostic, Place, Span};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::requirement::Requirement;
use crate::model::schedule::{Round, Stage};
use crate::model::text::{Phrase, Text};
use crate::site::entries::Entry;
use crate::site::{Site, mentions};

/// Checks a record.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let mut told = |found: Vec<(Span, Span)>, message: &'static str| {
        findings.extend(found.into_iter().map(|(first, again)| {
            let finding = Diagnostic::warning("repeated-entry", Place::new(&entry.path, again)).says(message);
            finding.help("repeated-entry-help").label(Place::new(&entry.path, first), "first-listed-here")
        }));
    };
    match &entry.record.body {
        Body::Schedule(schedule) => {
            let rounds = schedule.known_rounds().iter().filter(|round| !round.withdrawn && round.has_dates());
            told(twice(rounds.map(|round| (dates(round), first(round)))), "repeated-entry-round");
        }
        Body::Program(program) => {
            let hosts = program.participation.items.iter().filter_map(|host| {
                let (reference, year) = (host.host.as_ref()?, host.fiscal_year.as_ref().and_then(Fact::known));
                let id = mentions::resolve(site, &reference.target).ok()?;
                Some(((id.0, year.map(|year| year.year)), reference.span))
            });
            told(twice(hosts), "repeated-entry-host");
            let parts =
                program.components.items.iter().filter_map(|part| Some((part.number.as_ref()?, part.text.as_ref()?.span())));
            told(twice(parts), "repeated-entry-number");
            for tree in [&program.eligibility, &program.documents].into_iter().flatten().filter_map(Fact::known) {
                trees(tree, &mut told);
            }
        }
        Body::Notice(notice) => notice.documents.iter().filter_map(Fact::known).for_each(|tree| trees(tree, &mut told)),
        _ => {}
    }
}

/// Where each thing stands that stood before, and where that was.
fn twice<K: Eq + Hash>(things: impl Iterator<Item = (K, Span)>) -> Vec<(Span, Span)> {
    let mut seen: HashMap<K, Span> = HashMap::new();
    let again = things.filter_map(|(thing, span)| match seen.get(&thing) {
        Some(first) => Some((*first, span)),
        None => {
            seen.insert(thing, span);
            None
        }
    });
    again.collect()
}

/// Numbers and texts among the parts of each group.
fn trees(tree: &Requirement, told: &mut impl FnMut(Vec<(Span, Span)>, &'static str)) {
    let Some(group) = &tree.group else { return };
    let place = |part: &Requirement| part.text.as_ref().map_or(part.span, Text::span);
    // What is asked for besides, in some cases, may have the number of what it goes with.
    let numbers = group
        .parts
        .iter()
        .filter(|part| part.when.is_none())
        .filter_map(|part| Some((part.number.as_deref()?.trim().to_owned(), place(part))));
    told(twice(numbers), "repeated-entry-number");
    // The same text may be asked for under several conditions, in several numbers or forms.
    let plain = group.parts.iter().filter(|part| {
        part.group.is_none() && part.quantity.is_none() && part.when.is_none() && part.note.is_none() && part.instead.is_none()
    });
    let plain = plain.filter(|part| part.document == crate::model::requirement::Document::default());
    let texts = plain.filter_map(|part| part.text.as_ref()).filter_map(|text| Some((source(text)?, text.span())));
    told(twice(texts), "repeated-entry-text");
    group.parts.iter().for_each(|part| trees(part, told));
}

fn source(text: &Text) -> Option<&str> {
    text.phrases().first().map(|phrase: &Phrase| &*phrase.source)
}

/// All dates of a round, by which it is known again.
fn dates(round: &Round) -> String {
    let stage = |stage: &Stage| {
        let moments = [&stage.opens, &stage.closes, &stage.at]
            .map(|moment| moment.as_ref().map(|moment| (moment.year_number(), moment.month, moment.day, moment.time)));
        (stage.stage.as_ref().map(|word| word.word.id.clone()), stage.concerns.as_ref().map(|word| word.word.id.clone()), moments)
    };
    format!("{:?}", round.stages.iter().map(stage).collect::<Vec<_>>())
}

fn first(round: &Round) -> Span {
    round.stages.iter().flat_map(Stage::moments).next().map_or(round.span, |moment| moment.span)
}
