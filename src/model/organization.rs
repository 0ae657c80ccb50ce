//! A ministry, board, university, society or agency.

use super::fact::{Fact, List};
use super::hospital::Designation;
use super::link::{Contact, Link, Person};
use super::moment::Period;
use super::place::Postal;
use super::read::fields;
use super::reference::{Kind, Reference};
use super::text::Text;
use super::word::{In, OrganizationKind, Prefecture};

fields! {
    /// The fields of an organization beside the common ones.
    Organization {
        /// What it is.
        kind: Option<In<OrganizationKind>> = named data,
        /// Is it a public body?
        official: Option<bool> = data,
        /// The organization that it belongs to.
        parent: Option<Reference> = to(&[Kind::Organization]) data,
        /// Where it is.
        prefecture: Option<Fact<In<Prefecture>>> = named,
        /// Its postal address.
        address: Option<Box<Postal>>,
        /// How to get there.
        access: List<Text>,
        /// Where it is on a map.
        map: Option<Box<Link>>,
        /// When somebody is there.
        hours: Option<Text>,
        /// Where somebody who comes can live.
        lodging: Option<Fact<Text>>,
        /// What it does.
        does: List<Text>,
        /// What it was designated, recommended, surveyed or accredited for.
        designations: List<Designation>,
        /// What happened when.
        history: List<Episode>,
        /// People by office.
        people: List<Person>,
        /// Whom to ask.
        contacts: List<Contact>,
        /// Where to read on.
        links: List<Link>,
    }
}

fields! {
    /// What happened in a period.
    Episode, map {
        /// When.
        when: Option<Period> = required,
        /// What.
        what: Option<Text> = required,
    }
}
