//! A dated announcement.

use super::fact::{Fact, List};
use super::link::{Contact, Link, Person};
use super::moment::{Moment, Period};
use super::node::Node;
use super::read::{Cx, Data, Datum, Described, EachDatum, Fields, Read, Shape, fields};
use super::reference::{Kind, Reference, Relation};
use super::requirement::Requirement;
use super::step::Step;
use super::text::Text;
use super::word::{In, Specialty};

fields! {
    /// The fields of a notice beside the common ones.
    Notice {
        /// Its date.
        date: Option<Fact<Moment>> = named data,
        /// The records that it is about.
        about: Vec<Reference> = as_(Relation::About) data,
        /// The state of things that it describes.
        as_of: Option<Moment> = named data,
        /// When it was put up.
        posted: Option<Moment> = named data,
        /// Kept for the record, no longer in force.
        legacy: bool = data,
        /// Under consideration, not decided.
        proposed: bool = data,
        /// What took its place.
        superseded_by: Option<Successor> = to(&[Kind::Notice]) data,
        /// What is printed in the source and cannot be right.
        as_published: Vec<Misprint>,
        /// Groups of people that it concerns.
        cohorts: Vec<Cohort>,
        /// What it says, point by point.
        items: List<Point>,
        /// What has to be handed in.
        documents: Option<Fact<Requirement>>,
        /// What to do when.
        steps: Vec<Step>,
        /// People by office.
        people: List<Person>,
        /// Whom to ask.
        contacts: List<Contact>,
        /// Where to read on.
        links: List<Link>,
    }
}

/// What took a notice's place.
#[derive(Debug, Clone, PartialEq)]
pub enum Successor {
    /// Another notice.
    Notice(Reference),
    /// Something outside this guide.
    Text(Text),
}

impl Data for Successor {
    fn data<'a>(it: Option<&'a Self>, each: EachDatum<'_, 'a>) {
        each(
            "",
            Datum::Record(it.and_then(|successor| if let Self::Notice(reference) = successor { Some(reference) } else { None })),
        );
    }
}

fields! {
    /// What a source prints, and what is wrong with it.
    Misprint, map {
        /// Of what.
        label: Option<Text> = required,
        /// As printed.
        printed: Option<Text> = required,
        /// Why it cannot be right.
        problem: Option<Text> = required,
    }
}

fields! {
    /// A group of people, by the fiscal years in which they started.
    Cohort, map {
        /// Who.
        text: Option<Text> = required,
        /// Which fiscal years.
        fiscal_years: Option<Period>,
    }
}

fields! {
    /// One point of a notice.
    Point, map, then(says_something) {
        /// What it says.
        text: Option<Text>,
        /// The specialty that it concerns.
        specialty: Option<In<Specialty>>,
        /// For whom it does not hold.
        except: Option<Text>,
    }
}

impl Described for Successor {
    fn shape() -> Shape {
        Shape::Either("successor", vec![Shape::Reference, Shape::Text])
    }
}

impl Read for Successor {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if node.as_str().is_none() {
            return Text::read(node, cx).map(Self::Text);
        }
        Reference::read(node, cx).map(Self::Notice)
    }
}

impl Point {
    /// A text or a specialty has to be written.
    fn says_something(&self, fields: &mut Fields<'_, '_, '_>) {
        if !fields.is_written(Self::text.key) && !fields.is_written(Self::specialty.key) {
            fields.missing(Self::text.key);
        }
    }
}
