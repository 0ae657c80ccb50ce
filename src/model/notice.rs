//! A dated announcement.

use super::fact::{Fact, List};
use super::link::{Contact, Link, Person};
use super::moment::{Moment, Period};
use super::node::Node;
use super::read::{Cx, Fields, Read};
use super::reference::{Kind, KindSet, Reference};
use super::requirement::Requirement;
use super::step::Step;
use super::text::Text;
use super::word::{In, Specialty};

/// The fields of a notice beside the common ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Its date.
    pub date: Option<Fact<Moment>>,
    /// The records that it is about.
    pub about: Vec<Reference>,
    /// The state of things that it describes.
    pub as_of: Option<Moment>,
    /// When it was put up.
    pub posted: Option<Moment>,
    /// Kept for the record, no longer in force.
    pub legacy: bool,
    /// Under consideration, not decided.
    pub proposed: bool,
    /// What took its place.
    pub superseded_by: Option<Successor>,
    /// What is printed in the source and cannot be right.
    pub as_published: Vec<Misprint>,
    /// Groups of people that it concerns.
    pub cohorts: Vec<Cohort>,
    /// What it says, point by point.
    pub items: List<Point>,
    /// What has to be handed in.
    pub documents: Option<Fact<Requirement>>,
    /// What to do when.
    pub steps: Vec<Step>,
    /// People by office.
    pub people: List<Person>,
    /// Whom to ask.
    pub contacts: List<Contact>,
    /// Where to read on.
    pub links: List<Link>,
}

/// What took a notice's place.
#[derive(Debug, Clone, PartialEq)]
pub enum Successor {
    /// Another notice.
    Notice(Reference),
    /// Something outside this guide.
    Text(Text),
}

/// What a source prints, and what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Misprint {
    /// Of what.
    pub label: Option<Text>,
    /// As printed.
    pub printed: Option<Text>,
    /// Why it cannot be right.
    pub problem: Option<Text>,
}

/// A group of people, by the fiscal years in which they started.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// Who.
    pub text: Option<Text>,
    /// Which fiscal years.
    pub fiscal_years: Option<Period>,
}

/// One point of a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it says.
    pub text: Option<Text>,
    /// The specialty that it concerns.
    pub specialty: Option<In<Specialty>>,
    /// For whom it does not hold.
    pub except: Option<Text>,
}

impl Read for Successor {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_none() {
            return Text::read(node, cx).map(Self::Text);
        }
        cx.allowed = KindSet::of(&[Kind::Notice]);
        let reference = Reference::read(node, cx);
        cx.allowed = KindSet::ALL;
        reference.map(Self::Notice)
    }
}

impl Read for Misprint {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let misprint =
            Self { label: fields.required("label"), printed: fields.required("printed"), problem: fields.required("problem") };
        fields.finish();
        Some(misprint)
    }
}

impl Read for Cohort {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let cohort = Self { text: fields.required("text"), fiscal_years: fields.optional("fiscal_years") };
        fields.finish();
        Some(cohort)
    }
}

impl Read for Point {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let point =
            Self { text: fields.optional("text"), specialty: fields.optional("specialty"), except: fields.optional("except") };
        if node.get("text").is_none() && node.get("specialty").is_none() {
            fields.missing("text");
        }
        fields.finish();
        Some(point)
    }
}

impl Notice {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            date: fields.optional("date"),
            about: fields.references("about", KindSet::ALL),
            as_of: fields.optional("as_of"),
            posted: fields.optional("posted"),
            legacy: fields.flag("legacy"),
            proposed: fields.flag("proposed"),
            superseded_by: fields.optional("superseded_by"),
            as_published: fields.list("as_published"),
            cohorts: fields.list("cohorts"),
            items: fields.open_list("items"),
            documents: fields.optional("documents"),
            steps: fields.list("steps"),
            people: fields.open_list("people"),
            contacts: fields.open_list("contacts"),
            links: fields.open_list("links"),
        }
    }
}
