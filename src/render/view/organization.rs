//! What an organization's page shows.

use super::cards;
use super::hospital;
use super::kind_view::KindView;
use super::parts::{Badge, Rows, Section};
use super::place::{self, Place};
use crate::model::fact::List;
use crate::model::organization::{Episode, Organization};
use crate::model::reference::Relation;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The view of an organization.
pub fn view(pen: &Pen<'_>, id: RecordId, organization: &Organization) -> KindView {
    let Organization {
        kind,
        official,
        parent,
        prefecture,
        address,
        access,
        map,
        hours,
        lodging,
        does,
        designations,
        history,
        people,
        contacts,
        links,
    } = organization;
    let where_it_is = Place {
        prefecture: prefecture.as_ref(),
        place: None,
        address: address.as_deref(),
        access,
        map: map.as_deref(),
        hours: hours.as_ref(),
        lodging: lodging.as_ref(),
    };
    let mut facts = Rows::new(pen);
    facts
        .add("label_organization_kind", kind.as_ref().map(|word| pen.word_in(word)))
        .add("label_parent", parent.as_ref().map(|parent| pen.reference(parent)));
    place::rows(pen, &where_it_is, &mut facts);
    let badge = |official: bool| {
        let (class, message) =
            if official { ("official", "organization_official") } else { ("unofficial", "organization_unofficial") };
        Badge { class, text: pen.say(message), windows: None }
    };
    let mut sections = Vec::new();
    sections.extend(Section::list(pen, "sec-items", "heading_does", pen.items(does, |text| pen.text(text))));
    sections.extend(schedules(pen, id));
    sections.extend(hospital::designations(pen, designations));
    sections.extend(self::history(pen, history));
    sections.extend(hospital::people(pen, people));
    sections.extend(hospital::contacts(pen, contacts));
    sections.extend(hospital::links(pen, links));
    KindView { badges: official.map(badge).into_iter().collect(), facts: facts.done(), sections, ..KindView::default() }
}

/// The schedules of what it holds.
pub fn schedules(pen: &Pen<'_>, id: RecordId) -> Option<Section> {
    let incoming = pen.site.entry(id).incoming.iter().filter(|(_, relation)| *relation == Relation::Holder);
    cards::section(pen, "sec-schedules", "heading_schedules", incoming.map(|(from, _)| *from))
}

/// What happened when.
pub fn history(pen: &Pen<'_>, history: &List<Episode>) -> Option<Section> {
    let rows = history
        .items
        .iter()
        .map(|episode| {
            vec![
                episode.when.as_ref().map(|when| pen.period(when)).unwrap_or_default(),
                pen.optional(episode.what.as_ref()).unwrap_or_default(),
            ]
        })
        .collect();
    Section::table(pen, "sec-history", "heading_history", &["label_when", "label_what"], rows)
}
