//! A program: a national scheme, or one host's offering of it.

use super::admission::{Age, Application, Grade, Quota};
use super::fact::{Fact, List};
use super::how_many::HowMany;
use super::language_level::LanguageLevel;
use super::link::{Contact, Link, Person};
use super::moment::{FiscalYear, Moment};
use super::organization::Episode;
use super::quantity::{Comparison, Duration, Length};
use super::read::{choices, fields, indispensable};
use super::reference::{Kind, Reference, Relation};
use super::requirement::Requirement;
use super::step::Step;
use super::text::Text;
use super::word::{In, Licence, Prefecture, Profession, ProgramKind, Purpose, RoundName, Specialty};
use crate::base::Language;

/// Kinds that can host or organize.
const HOSTS: [Kind; 2] = [Kind::Hospital, Kind::Organization];

fields! {
    /// The fields of a program beside the common ones.
    Program {
        /// What it is.
        kind: Option<In<ProgramKind>> = named data,
        /// The scheme that it is an offering of; a scheme itself has none.
        scheme: Option<Reference> = to(&[Kind::Program]) as_(Relation::Scheme) data,
        /// Who takes people in.
        host: Option<Reference> = to(&HOSTS) as_(Relation::Host) data,
        /// Who runs it.
        organizer: Option<Reference> = to(&HOSTS) data,
        /// Who is responsible for it by law.
        authority: Option<Reference> = to(&[Kind::Organization]) data,
        /// Who takes part in running it.
        partners: List<Text>,
        /// The licence that it asks for.
        licence: Option<Fact<In<Licence>>> = named data,
        /// Who takes part, by profession.
        professions: List<In<Profession>> = data,
        /// What it is taken for.
        purposes: List<In<Purpose>> = data,
        /// Whom it is for.
        audience: List<Text>,
        /// Where they come from.
        regions: List<Text>,
        /// Where it takes place, if not at its host.
        prefecture: Option<Fact<In<Prefecture>>> = named data,
        /// Specialties or departments.
        specialties: List<In<Specialty>> = data,
        /// How many people are taken.
        capacity: Option<Box<Fact<HowMany>>> = named data,
        /// Places that are kept for some.
        quotas: List<Quota>,
        /// Languages in which it takes place.
        languages: List<Language> = column("training_languages"),
        /// How well somebody must know a language; of several levels of one language any will do.
        language_levels: List<LanguageLevel> = data,
        /// How old somebody may be.
        age: Option<Box<Fact<Age>>> = data,
        /// How long somebody must have practised.
        practice: Option<Box<Fact<Comparison<Length>>>> = data,
        /// In which year of their studies somebody must be.
        study_year: Option<Fact<Comparison<Grade>>> = data,
        /// Who may not apply.
        excluded: List<Text>,
        /// Who applies, and through whom.
        application: Option<Application>,
        /// The permit that it needs.
        permit: Option<Permit>,
        /// Who supervises, and how.
        supervision: Option<Text>,
        /// What participants may and may not do.
        scope: Option<Scope>,
        /// How long it lasts.
        duration: Option<Box<Fact<Duration>>> = named data,
        /// Who can take part.
        eligibility: Option<Fact<Requirement>> = data,
        /// What has to be handed in.
        documents: Option<Fact<Requirement>> = data,
        /// With whom the documents are prepared.
        prepared_with: Option<Text>,
        /// What to do when.
        steps: Vec<Step>,
        /// What it is made of.
        components: List<Component>,
        /// What comes after it.
        follow_up: List<Text>,
        /// What participants must do.
        obligations: List<Obligation>,
        /// What participants receive.
        outcomes: List<Requirement>,
        /// What participants gain.
        benefits: List<Text>,
        /// Which hosts take part in which fiscal year.
        participation: List<Participation>,
        /// How often one may apply.
        limits: List<Limit>,
        /// How one round leads to another.
        transitions: List<Transition>,
        /// What must come before.
        follows: Vec<Reference> = data,
        /// What it leads to.
        leads_to: Vec<Reference> = data,
        /// What it is for.
        aims: List<Text>,
        /// Who pays for it.
        funding: Option<Funding>,
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
    /// A permit that is needed.
    Permit, map {
        /// Who gives it.
        by: Option<Reference> = to(&[Kind::Organization]),
        /// What it is.
        text: Option<Text>,
    }
}

fields! {
    /// What participants may and may not do.
    Scope, map {
        /// Allowed.
        may: List<Text>,
        /// Not allowed.
        may_not: List<Text>,
    }
}

fields! {
    /// A part of a program.
    Component, map {
        /// The source's own numbering.
        number: Option<Box<str>>,
        /// What it is.
        text: Option<Text> = required,
    }
}

fields! {
    /// What participants must do.
    Obligation, map {
        /// What.
        text: Option<Text> = required,
        /// By when.
        by: Option<Text>,
        /// The choices that fulfil it.
        any_of: List<Text>,
        /// A remark.
        note: Option<Text>,
    }
}

choices! {
    /// Whether a host takes part. "Possible" is never "recruiting".
    Status: "participation" {
        /// It takes people in.
        Open = "open",
        /// It does not.
        Closed = "closed",
        /// It may; nobody confirmed it.
        Possible = "possible",
        /// Nothing is known.
        Unknown = "unknown",
    }
}

choices! {
    /// How a host recruits.
    Channel: "channel" {
        /// Anybody may apply.
        Public = "public",
        /// Only on recommendation from within.
        InternalRecommendation = "internal-recommendation",
    }
}

fields! {
    /// One host in one fiscal year.
    Participation, map {
        /// The host.
        host: Option<Reference> = required to(&HOSTS),
        /// The fiscal year.
        fiscal_year: Option<Fact<FiscalYear>>,
        /// Does it take part?
        status: Status,
        /// How it recruits.
        channel: Option<Fact<Channel>>,
        /// When the status was confirmed.
        confirmed: Option<Fact<Moment>>,
        /// A remark.
        note: Option<Text>,
    }
}

fields! {
    /// How often one may do something.
    Limit, map {
        /// At most so often.
        max: Option<u32>,
        /// Of what.
        of: Option<Text> = required,
        /// Within what.
        per: Option<Text>,
        /// A remark.
        note: Option<Text>,
    }
}

fields! {
    /// From one round to another.
    Transition, map {
        /// The earlier round.
        from: Option<In<RoundName>>,
        /// In which case.
        on: Option<Text>,
        /// The later round.
        to: Option<In<RoundName>>,
        /// A remark.
        note: Option<Text>,
    }
}

fields! {
    /// Where the money for a program comes from.
    Funding, map {
        /// Its kind.
        kind: Option<Text>,
        /// From whom.
        from: Option<Text>,
        /// Since when.
        since: Option<Moment>,
    }
}

indispensable!(Status);
