//! A hospital that takes people in.

use super::fact::{Fact, List};
use super::link::{Contact, Link, Person};
use super::moment::Moment;
use super::node::Node;
use super::read::{Cx, Fields, Read};
use super::reference::{Kind, KindSet, Reference};
use super::text::Text;
use super::word::{DesignationScheme, In, Prefecture, Specialty};
use crate::base::Language;

/// The fields of a hospital beside the common ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Hospital {
    /// Where it is.
    pub prefecture: Option<Fact<In<Prefecture>>>,
    /// Where in the prefecture, in words.
    pub place: Option<Text>,
    /// The organization that it belongs to.
    pub parent: Option<Reference>,
    /// Centres and departments that take part.
    pub units: Vec<Unit>,
    /// What it was designated, recommended, surveyed or accredited for.
    pub designations: List<Designation>,
    /// Departments that take people in.
    pub specialties: List<In<Specialty>>,
    /// Languages spoken there.
    pub languages: List<Language>,
    /// What it offers.
    pub services: List<Text>,
    /// People by office.
    pub people: List<Person>,
    /// Whom to ask.
    pub contacts: List<Contact>,
    /// Where to read on.
    pub links: List<Link>,
}

/// A part of a hospital.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its name.
    pub name: Option<Text>,
    /// Its name in kana.
    pub reading: Option<Box<str>>,
    /// Its name in Latin letters.
    pub romanized: Option<Box<str>>,
    /// What it does.
    pub does: List<Text>,
    /// Its people by office.
    pub people: List<Person>,
    /// Whom to ask.
    pub contacts: List<Contact>,
    /// Where to read on.
    pub links: List<Link>,
}

/// What happened under a scheme. "Surveyed" is never "accredited".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// By an authority.
    Designated,
    /// By a body that recommends.
    Recommended,
    /// Somebody came and looked; nothing is said of the outcome.
    Surveyed,
    /// The outcome was positive.
    Accredited,
}

impl Event {
    const ALL: [(&'static str, Self); 4] = [
        ("designated", Self::Designated),
        ("recommended", Self::Recommended),
        ("surveyed", Self::Surveyed),
        ("accredited", Self::Accredited),
    ];

    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        match self {
            Self::Designated => "event_designated",
            Self::Recommended => "event_recommended",
            Self::Surveyed => "event_surveyed",
            Self::Accredited => "event_accredited",
        }
    }
}

/// A designation, recommendation, survey or accreditation.
#[derive(Debug, Clone, PartialEq)]
pub struct Designation {
    /// The scheme.
    pub scheme: Option<In<DesignationScheme>>,
    /// What happened.
    pub event: Event,
    /// Who did it.
    pub by: Option<Reference>,
    /// When.
    pub date: Option<Fact<Moment>>,
    /// A remark.
    pub note: Option<Text>,
}

impl Read for Event {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let event = Self::ALL.into_iter().find(|(name, _)| *name == text).map(|(_, event)| event);
        if event.is_none() {
            cx.unknown_choice(node, text, Self::ALL.map(|(name, _)| name));
        }
        event
    }
}

impl Read for Designation {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-designation", cx)?;
        let scheme = fields.required("scheme");
        let event = fields.required("event");
        let by = fields.reference("by", KindSet::of(&[Kind::Organization]));
        let date = fields.optional("date");
        let note = fields.optional("note");
        fields.finish();
        Some(Self { scheme, event: event?, by, date, note })
    }
}

impl Read for Unit {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let unit = Self {
            name: fields.required("name"),
            reading: fields.optional("reading"),
            romanized: fields.optional("romanized"),
            does: fields.open_list("does"),
            people: fields.open_list("people"),
            contacts: fields.open_list("contacts"),
            links: fields.open_list("links"),
        };
        fields.finish();
        Some(unit)
    }
}

impl Hospital {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            prefecture: fields.optional("prefecture"),
            place: fields.optional("place"),
            parent: fields.reference("parent", KindSet::of(&[Kind::Organization])),
            units: fields.list("units"),
            designations: fields.open_list("designations"),
            specialties: fields.open_list("specialties"),
            languages: fields.open_list("languages"),
            services: fields.open_list("services"),
            people: fields.open_list("people"),
            contacts: fields.open_list("contacts"),
            links: fields.open_list("links"),
        }
    }
}
