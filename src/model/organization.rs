//! A ministry, board, university, society or agency.

use super::fact::{Fact, List};
use super::hospital::Designation;
use super::link::{Contact, Link, Person};
use super::moment::Period;
use super::node::Node;
use super::read::{Cx, Fields, Read};
use super::reference::{Kind, KindSet, Reference};
use super::text::Text;
use super::word::{In, OrganizationKind, Prefecture};

/// The fields of an organization beside the common ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Organization {
    /// What it is.
    pub kind: Option<In<OrganizationKind>>,
    /// Is it a public body?
    pub official: Option<bool>,
    /// The organization that it belongs to.
    pub parent: Option<Reference>,
    /// Where it is.
    pub prefecture: Option<Fact<In<Prefecture>>>,
    /// What it does.
    pub does: List<Text>,
    /// What it was designated, recommended, surveyed or accredited for.
    pub designations: List<Designation>,
    /// What happened when.
    pub history: List<Episode>,
    /// People by office.
    pub people: List<Person>,
    /// Whom to ask.
    pub contacts: List<Contact>,
    /// Where to read on.
    pub links: List<Link>,
}

/// What happened in a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Episode {
    /// When.
    pub when: Option<Period>,
    /// What.
    pub what: Option<Text>,
}

impl Read for Episode {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let episode = Self { when: fields.required("when"), what: fields.required("what") };
        fields.finish();
        Some(episode)
    }
}

impl Organization {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            kind: fields.optional("kind"),
            official: fields.optional("official"),
            parent: fields.reference("parent", KindSet::of(&[Kind::Organization])),
            prefecture: fields.optional("prefecture"),
            does: fields.open_list("does"),
            designations: fields.open_list("designations"),
            history: fields.open_list("history"),
            people: fields.open_list("people"),
            contacts: fields.open_list("contacts"),
            links: fields.open_list("links"),
        }
    }
}
