//! A hospital that takes people in.

use super::fact::{Fact, List};
use super::how_many::HowMany;
use super::link::{Contact, Link, Person};
use super::moment::Moment;
use super::place::Postal;
use super::read::{choices, fields, indispensable};
use super::reference::{Kind, Reference};
use super::text::Text;
use super::word::{DesignationScheme, In, Prefecture, Specialty};
use crate::base::Language;

fields! {
    /// The fields of a hospital beside the common ones.
    Hospital {
        /// Where it is.
        prefecture: Option<Fact<In<Prefecture>>> = named,
        /// Where in the prefecture, in words.
        place: Option<Text> = data,
        /// Its postal address.
        address: Option<Box<Postal>>,
        /// How to get there.
        access: List<Text>,
        /// Where it is on a map.
        map: Option<Box<Link>>,
        /// When somebody is there.
        hours: Option<Text>,
        /// How many beds it has.
        beds: Option<Box<Fact<HowMany>>> = named,
        /// Where somebody who comes can live.
        lodging: Option<Fact<Text>>,
        /// The organization that it belongs to.
        parent: Option<Reference> = to(&[Kind::Organization]) data,
        /// Centres and departments that take part.
        units: Vec<Unit>,
        /// What it was designated, recommended, surveyed or accredited for.
        designations: List<Designation>,
        /// Departments that take people in.
        specialties: List<In<Specialty>> = data,
        /// Languages spoken there.
        languages: List<Language> = data,
        /// What it offers.
        services: List<Text>,
        /// People by office.
        people: List<Person>,
        /// Whom to ask.
        contacts: List<Contact>,
        /// Where to read on.
        links: List<Link>,
    }
}

fields! {
    /// A part of a hospital.
    Unit, map {
        /// Its name.
        name: Option<Text> = required,
        /// Its name in kana.
        reading: Option<Box<str>>,
        /// Its name in Latin letters.
        romanized: Option<Box<str>>,
        /// What it does.
        does: List<Text>,
        /// Its people by office.
        people: List<Person>,
        /// Whom to ask.
        contacts: List<Contact>,
        /// Where to read on.
        links: List<Link>,
    }
}

choices! {
    /// What happened under a scheme. "Surveyed" is never "accredited".
    Event: "event" {
        /// By an authority.
        Designated = "designated",
        /// By a body that recommends.
        Recommended = "recommended",
        /// Somebody came and looked; nothing is said of the outcome.
        Surveyed = "surveyed",
        /// The outcome was positive.
        Accredited = "accredited",
    }
}

fields! {
    /// A designation, recommendation, survey or accreditation.
    Designation, map("value-designation") {
        /// The scheme.
        scheme: Option<In<DesignationScheme>> = required,
        /// What happened.
        event: Event,
        /// Who did it.
        by: Option<Reference> = to(&[Kind::Organization]),
        /// When.
        date: Option<Fact<Moment>>,
        /// A remark.
        note: Option<Text>,
    }
}

indispensable!(Event);
