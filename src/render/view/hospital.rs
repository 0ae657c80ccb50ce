//! What a hospital's page shows.

use super::cards;
use super::kind_view::KindView;
use super::parts::{Rows, Section};
use super::place::{self, Place};
use crate::markup::{Inline, Mark};
use crate::model::fact::List;
use crate::model::hospital::{Designation, Hospital, Unit};
use crate::model::link::{Contact, Link, Person};
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// The view of a hospital.
pub fn view(pen: &Pen<'_>, id: RecordId, hospital: &Hospital) -> KindView {
    let Hospital {
        prefecture,
        place,
        address,
        access,
        map,
        hours,
        beds,
        lodging,
        parent,
        units,
        designations,
        specialties,
        languages,
        services,
        people,
        contacts,
        links,
    } = hospital;
    let where_it_is = Place {
        prefecture: prefecture.as_ref(),
        place: place.as_ref(),
        address: address.as_deref(),
        access,
        map: map.as_deref(),
        hours: hours.as_ref(),
        lodging: lodging.as_ref(),
    };
    let mut facts = Rows::new(pen);
    place::rows(pen, &where_it_is, &mut facts);
    facts
        .add("label_beds", beds.as_deref().map(|beds| pen.fact(beds, |count| pen.quantity(&count.0))))
        .add("label_parent", parent.as_ref().map(|parent| pen.reference(parent)))
        .list("label_specialties", &pen.items(specialties, |word| pen.word_in(word)));
    let languages = pen.items(languages, |language| Inline::of(pen.kit.language_name(language)));
    facts.list("label_languages", &languages);
    let entry = pen.site.entry(id);
    let programs: Vec<RecordId> = entry
        .incoming
        .iter()
        .filter(|(from, relation)| *relation == Relation::Host && matches!(pen.site.entry(*from).record.body, Body::Program(_)))
        .map(|(from, _)| *from)
        .collect();
    let mut hosted = programs.clone();
    hosted.dedup();
    let mut sections = Vec::new();
    sections.extend(cards::section(pen, "sec-programs", "heading_programs", hosted.iter().copied()));
    let related = |kind: Kind| {
        let mut found: Vec<RecordId> = hosted
            .iter()
            .flat_map(|program| pen.site.entry(*program).incoming.iter())
            .filter(|(from, relation)| *relation == Relation::Program && pen.site.entry(*from).kind() == kind)
            .map(|(from, _)| *from)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    sections.extend(cards::section(pen, "sec-fees", "heading_fees", related(Kind::Fee)));
    let held = entry.incoming.iter().filter(|(_, relation)| *relation == Relation::Holder).map(|(from, _)| *from);
    sections.extend(cards::section(pen, "sec-schedules", "heading_schedules", related(Kind::Schedule).into_iter().chain(held)));
    sections.extend(self::units(pen, units));
    sections.extend(self::designations(pen, designations));
    sections.extend(Section::list(pen, "sec-items", "heading_services", pen.items(services, |text| pen.text(text))));
    sections.extend(self::people(pen, people));
    sections.extend(self::contacts(pen, contacts));
    sections.extend(self::links(pen, links));
    KindView { facts: facts.done(), sections, ..KindView::default() }
}

fn units(pen: &Pen<'_>, units: &[Unit]) -> Option<Section> {
    let items = units
        .iter()
        .map(|unit| {
            let mut out = pen.optional(unit.name.as_ref()).unwrap_or_default().marked(Mark::Strong);
            for (lang, text) in [("ja", &unit.reading), ("ja-Latn", &unit.romanized)] {
                if let Some(text) = text {
                    out.aside(&pen.reading(lang, text));
                }
            }
            let groups = [
                pen.items(&unit.does, |text| pen.text(text)),
                pen.items(&unit.people, |person| pen.person(person)),
                pen.items(&unit.contacts, |contact| pen.contact(contact)),
                pen.items(&unit.links, |link| pen.link(link)),
            ];
            let all: Vec<Inline> = groups.into_iter().flatten().collect();
            if !all.is_empty() {
                out.add(&Inline::bullets(&all));
            }
            out
        })
        .collect();
    Section::list(pen, "sec-units", "heading_units", items)
}

/// A table of designations, recommendations, surveys and accreditations.
pub fn designations(pen: &Pen<'_>, designations: &List<Designation>) -> Option<Section> {
    let rows = designations
        .items
        .iter()
        .map(|designation| {
            vec![
                designation.scheme.as_ref().map(|scheme| pen.word_in(scheme)).unwrap_or_default(),
                pen.say(designation.event.message()),
                designation.by.as_ref().map(|by| pen.reference(by)).unwrap_or_default(),
                designation.date.as_ref().map(|date| pen.fact(date, |date| pen.date(date))).unwrap_or_default(),
                pen.optional(designation.note.as_ref()).unwrap_or_default(),
            ]
        })
        .collect();
    let head = ["label_scheme_name", "label_event", "label_designated_by", "label_date", "label_note"];
    Section::table(pen, "sec-designations", "heading_designations", &head, rows)
}

/// People by office.
pub fn people(pen: &Pen<'_>, people: &List<Person>) -> Option<Section> {
    Section::list(pen, "sec-people", "heading_people", pen.items(people, |person| pen.person(person)))
}

/// Whom to ask.
pub fn contacts(pen: &Pen<'_>, contacts: &List<Contact>) -> Option<Section> {
    Section::list(pen, "sec-contacts", "heading_contacts", pen.items(contacts, |contact| pen.contact(contact)))
}

/// Where to read on.
pub fn links(pen: &Pen<'_>, links: &List<Link>) -> Option<Section> {
    Section::list(pen, "sec-links", "heading_links", pen.items(links, |link| pen.link(link)))
}
