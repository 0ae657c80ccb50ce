//! The rows of each table, in the order of the records' identities.

use super::row::{Part, Row};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::requirement::Requirement;
use crate::model::text::Text;
use crate::model::word::Vocabulary;
use crate::site::Site;
use crate::site::entries::Entry;
use crate::site::open_data::Table;

/// Gives every row of a table to `each`.
pub fn each(site: &Site, table: Table, each: &mut dyn FnMut(&Row<'_>)) {
    if table == Table::Words {
        words(site, each);
        return;
    }
    for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
        let mut add = |part: Part<'_>| {
            let mut told = Vec::new();
            if matches!(part, Part::Whole) {
                Body::each_cell(entry.kind(), Some(&entry.record.body), &mut |_, _, datum| told.push(datum));
            }
            each(&Row { site, record: Some((id, entry)), part, told });
        };
        parts(entry, table, &mut add);
    }
}

/// The rows that a record has in a table.
fn parts(entry: &Entry, table: Table, add: &mut dyn FnMut(Part<'_>)) {
    match (table, &entry.record.body) {
        (Table::Hospitals, Body::Hospital(_))
        | (Table::Organizations, Body::Organization(_))
        | (Table::Programs, Body::Program(_))
        | (Table::Fees, Body::Fee(_))
        | (Table::Schedules, Body::Schedule(_))
        | (Table::Journeys, Body::Journey(_))
        | (Table::Notices, Body::Notice(_))
        | (Table::Terms, Body::Term(_)) => add(Part::Whole),
        (Table::Designations, Body::Hospital(it)) => it.designations.items.iter().for_each(|it| add(Part::Designation(it))),
        (Table::Designations, Body::Organization(it)) => it.designations.items.iter().for_each(|it| add(Part::Designation(it))),
        (Table::Participations, Body::Program(it)) => it.participation.items.iter().for_each(|it| add(Part::Participation(it))),
        (Table::Requirements, Body::Program(it)) => {
            for (list, fact) in [("eligibility", &it.eligibility), ("documents", &it.documents)] {
                if let Some(Fact::Known { value, .. }) = fact {
                    requirements(list, &mut "1".to_owned(), value, value.when.as_ref(), add);
                }
            }
        }
        (Table::FeeItems, Body::Fee(it)) => {
            it.items.iter().for_each(|it| add(Part::Item(it)));
            it.exceptions.items.iter().for_each(|it| add(Part::Exception(it)));
        }
        (Table::Stages, Body::Schedule(it)) => {
            for round in it.known_rounds() {
                round.stages.iter().for_each(|stage| add(Part::Stage(round, stage)));
            }
        }
        (Table::Ways, Body::Schedule(it)) => {
            for (round, stage) in it.known_rounds().iter().flat_map(|round| round.stages.iter().map(move |stage| (round, stage)))
            {
                stage.ways.iter().for_each(|way| add(Part::Way(round, stage, way)));
            }
        }
        (Table::JourneySteps, Body::Journey(it)) => {
            it.steps.iter().enumerate().for_each(|(i, step)| add(Part::Step(i + 1, step)));
        }
        _ => {}
    }
}

/// A requirement and its parts: `1`, `1.1`, `1.2`; what may stand in the place of a part is `1.2.instead`.
fn requirements(
    list: &'static str,
    path: &mut String,
    it: &Requirement,
    condition: Option<&Text>,
    add: &mut dyn FnMut(Part<'_>),
) {
    add(Part::Requirement { list, path, condition, it });
    let own = path.len();
    for (i, part) in it.group.iter().flat_map(|group| &group.parts).enumerate() {
        path.push('.');
        path.push_str(&(i + 1).to_string());
        requirements(list, path, part, part.when.as_ref(), add);
        path.truncate(own);
    }
    if let Some(instead) = &it.instead {
        path.push_str(".instead");
        requirements(list, path, &instead.require, instead.when.as_ref().or(instead.require.when.as_ref()), add);
        path.truncate(own);
    }
}

/// The words of all vocabularies, in their order.
fn words(site: &Site, each: &mut dyn FnMut(&Row<'_>)) {
    for vocabulary in Vocabulary::ALL {
        for word in site.vocabularies.all(vocabulary) {
            each(&Row { site, record: None, part: Part::Word(vocabulary, word), told: Vec::new() });
        }
    }
}
