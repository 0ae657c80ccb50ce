//! Records by what readers look for: prefecture, specialty, kind of program, state of recruitment.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::Entry;
use super::recruitment::State;
use super::vocabularies::Vocabularies;
use super::{RecordId, Site};
use crate::base::Language;
use crate::model::fact::Fact;
use crate::model::language_level::Level;
use crate::model::place::{Postal, without_code};
use crate::model::program::Program;
use crate::model::quantity::{Comparison, Length};
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::text::Text;
use crate::model::word::{In, Prefecture, Vocabulary};

/// What lists can be made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Hospitals, and programs by their host.
    Prefecture,
    /// Hospitals and programs.
    Specialty,
    /// Programs.
    ProgramKind,
    /// Programs and schedules.
    Recruitment,
    /// Programs, by the languages in which they take place.
    Language,
    /// Programs, by the levels of languages that they ask for.
    LanguageLevel,
    /// Programs, by how long somebody has practised for whom they are open.
    Practice,
    /// Programs, by the age of somebody whom they take.
    Age,
}

impl Facet {
    /// Those that have pages, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Prefecture, Self::Specialty, Self::ProgramKind, Self::Recruitment];

    /// Those by which programs are filtered.
    pub const OF_PROGRAMS: [Self; 8] = [
        Self::Prefecture,
        Self::Specialty,
        Self::ProgramKind,
        Self::Recruitment,
        Self::Language,
        Self::LanguageLevel,
        Self::Practice,
        Self::Age,
    ];

    /// Those whose values are bounds: a record is listed under each value that lies within its own.
    const OF_BOUNDS: [Self; 2] = [Self::Practice, Self::Age];

    /// The first part of its addresses.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Prefecture => "prefectures",
            Self::Specialty => "specialties",
            Self::ProgramKind => "program-kinds",
            Self::Recruitment => "recruitment",
            Self::Language => "training-languages",
            Self::LanguageLevel => "language-levels",
            Self::Practice => "practice",
            Self::Age => "age",
        }
    }

    /// The vocabulary of its values; states of recruitment and levels are not data, and languages are tags.
    pub fn vocabulary(self) -> Option<Vocabulary> {
        match self {
            Self::Prefecture => Some(Vocabulary::Prefectures),
            Self::Specialty => Some(Vocabulary::Specialties),
            Self::ProgramKind => Some(Vocabulary::ProgramKinds),
            Self::Recruitment | Self::Language | Self::LanguageLevel | Self::Practice | Self::Age => None,
        }
    }
}

/// The values of one facet in their order, each with its records in the order of their identities.
pub type Values = Vec<(Box<str>, Vec<RecordId>)>;

/// All facets.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    values: BTreeMap<Facet, Values>,
}

impl Facets {
    /// The values of a facet that have records.
    pub fn of(&self, facet: Facet) -> &[(Box<str>, Vec<RecordId>)] {
        self.values.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// Does it divide anything: do two of its values lead to different records?
    pub fn divides(&self, facet: Facet) -> bool {
        let mut records = self.of(facet).iter().map(|(_, records)| records);
        records.next().is_some_and(|first| records.any(|other| other != first))
    }

    /// The records of one value.
    pub fn records(&self, facet: Facet, value: &str) -> &[RecordId] {
        self.of(facet).iter().find(|(id, _)| &**id == value).map_or(&[], |(_, records)| records)
    }

    /// Sorts the site's records under their values.
    pub fn new(site: &Site) -> Self {
        let mut found: BTreeMap<Facet, BTreeMap<Box<str>, Vec<RecordId>>> = BTreeMap::new();
        for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
            for (facet, value) in values(site, entry) {
                let records = found.entry(facet).or_default().entry(value).or_default();
                if records.last() != Some(&id) {
                    records.push(id);
                }
            }
        }
        for facet in Facet::OF_BOUNDS {
            if let Some(own) = found.get_mut(&facet) {
                *own = within(facet, own);
            }
        }
        let mut values = BTreeMap::new();
        for (facet, by_value) in found {
            let mut list: Values = by_value.into_iter().collect();
            list.sort_by_key(|(value, _)| match facet.vocabulary() {
                Some(vocabulary) => site.vocabularies.rank(vocabulary, value),
                None if facet == Facet::LanguageLevel => level(value).map_or(usize::MAX, |(_, level)| level.rank()),
                None if facet == Facet::Language => 0,
                None if Facet::OF_BOUNDS.contains(&facet) => days(facet, value),
                None => State::ALL.iter().position(|state| state.as_str() == &**value).unwrap_or(usize::MAX),
            });
            values.insert(facet, list);
        }
        Self { values }
    }
}

/// The records of each value that is a bound of one of them, among those within whose bounds it lies.
fn within(facet: Facet, own: &BTreeMap<Box<str>, Vec<RecordId>>) -> BTreeMap<Box<str>, Vec<RecordId>> {
    let ends = |value: &str| value.split('/').map(Box::<str>::from).collect::<Vec<_>>();
    let values: BTreeSet<Box<str>> = own.keys().flat_map(|value| ends(value)).filter(|end| !end.is_empty()).collect();
    let takes = |bounds: &str, value: &str| {
        let (from, to) = bounds.split_once('/').unwrap_or((bounds, ""));
        let value = days(facet, value);
        (from.is_empty() || days(facet, from) <= value) && (to.is_empty() || value <= days(facet, to))
    };
    let records = |value: Box<str>| {
        let all = own.iter().filter(|(bounds, _)| takes(bounds, &value)).flat_map(|(_, records)| records.iter().copied());
        let all: BTreeSet<RecordId> = all.collect();
        (value, all.into_iter().collect())
    };
    values.into_iter().map(records).collect()
}

/// By what bounds are ordered: days of practice, years of age.
fn days(facet: Facet, value: &str) -> usize {
    match facet {
        Facet::Practice => Length::parse(value).map_or(0, |Length(span)| {
            let months = i64::from(span.get_years()) * 12 + i64::from(span.get_months());
            let days = months * 31 + i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
            usize::try_from(days).unwrap_or(0)
        }),
        _ => value.parse().unwrap_or(0),
    }
}

/// How long somebody must have practised at least, as the bounds of a value: `P2Y/`.
fn practice(program: &Program) -> Option<Box<str>> {
    let from = match program.practice.as_deref()?.known()? {
        Comparison::Is(it) | Comparison::AtLeast(it) | Comparison::MoreThan(it) | Comparison::About(it) => it,
        Comparison::Range(from, _) => from,
        Comparison::AtMost(_) | Comparison::LessThan(_) => return None,
    };
    Some(format!("{}/", from.canonical()).into())
}

/// Which age somebody may have, as the bounds of a value: `18/35`.
fn age(program: &Program) -> Option<Box<str>> {
    let bounds = match &program.age.as_deref()?.known()?.value {
        Comparison::Is(it) => format!("{0}/{0}", it.0),
        Comparison::AtLeast(it) => format!("{}/", it.0),
        Comparison::MoreThan(it) => format!("{}/", it.0.saturating_add(1)),
        Comparison::AtMost(it) => format!("/{}", it.0),
        Comparison::LessThan(it) => format!("/{}", it.0.saturating_sub(1)),
        Comparison::Range(from, to) => format!("{}/{}", from.0, to.0),
        Comparison::About(_) => return None,
    };
    Some(bounds.into())
}

/// The values that a record is listed under, each as its list has it.
pub fn listed(site: &Site, id: RecordId) -> Vec<(Facet, Box<str>)> {
    let mut values = values(site, site.entry(id));
    values.retain(|(facet, _)| !Facet::OF_BOUNDS.contains(facet));
    for facet in Facet::OF_BOUNDS {
        let own = site.facets.of(facet).iter().filter(|(_, records)| records.binary_search(&id).is_ok());
        values.extend(own.map(|(value, _)| (facet, value.clone())));
    }
    values
}

/// The id of a record's prefecture: its own; of a program, else its host's.
pub fn prefecture<'s>(site: &'s Site, entry: &'s Entry) -> Option<&'s str> {
    let own = |stated: &'s Option<Fact<In<Prefecture>>>, address: Option<&Postal>| match stated {
        Some(fact) => fact.known().map(|word| &*word.word.id),
        None => prefecture_of(&site.vocabularies, address?),
    };
    match &entry.record.body {
        Body::Hospital(hospital) => own(&hospital.prefecture, hospital.address.as_deref()),
        Body::Organization(organization) => own(&organization.prefecture, organization.address.as_deref()),
        Body::Program(program) => own(&program.prefecture, None).or_else(|| {
            let host = super::mentions::resolve(site, &program.host.as_ref()?.target).ok()?;
            match &site.entry(host).record.body {
                Body::Hospital(hospital) => own(&hospital.prefecture, hospital.address.as_deref()),
                _ => None,
            }
        }),
        _ => None,
    }
}

/// The prefecture that a Japanese address begins with. Nothing is guessed from its code or from a city.
pub fn prefecture_of<'s>(vocabularies: &'s Vocabularies, address: &Postal) -> Option<&'s str> {
    let japanese = Language::parse("ja")?;
    let text = without_code(&address.text.own(&japanese)?.source, address.code.as_ref());
    let words = vocabularies.all(Vocabulary::Prefectures).into_iter();
    let begins = |name: &Text| name.own(&japanese).is_some_and(|name| text.starts_with(&*name.source));
    words.filter(|word| word.name.as_ref().is_some_and(begins)).map(|word| &*word.id).next()
}

/// The language and the level of a value: `ja-n2`.
pub fn level(value: &str) -> Option<(Language, Level)> {
    let (language, level) = value.rsplit_once('-')?;
    Some((Language::parse(language)?, Level::ALL.into_iter().find(|known| known.name.eq_ignore_ascii_case(level))?))
}

/// The state of a record, unless it is the unknown one of a program that no schedule is of: there is no recruitment to be in a state.
pub fn state(site: &Site, entry: &Entry) -> Option<State> {
    let has_schedule = || entry.incoming.iter().any(|(from, _)| site.entry(*from).kind() == Kind::Schedule);
    entry.state.filter(|state| *state != State::Unknown || entry.kind() != Kind::Program || has_schedule())
}

/// What a record says of itself that lists are made by; of bounds, both as they are.
pub fn values(site: &Site, entry: &Entry) -> Vec<(Facet, Box<str>)> {
    let mut values = Vec::new();
    if entry.is_retired() {
        return values;
    }
    let specialties = match &entry.record.body {
        Body::Hospital(hospital) => Some(&hospital.specialties),
        Body::Program(program) => Some(&program.specialties),
        _ => None,
    };
    if let Some(specialties) = specialties {
        values.extend(specialties.items.iter().map(|word| (Facet::Specialty, word.word.id.clone())));
        values.extend(prefecture(site, entry).map(|id| (Facet::Prefecture, id.into())));
    }
    if let Body::Program(program) = &entry.record.body {
        values.extend(program.kind.as_ref().map(|kind| (Facet::ProgramKind, kind.word.id.clone())));
        values.extend(program.languages.items.iter().map(|language| (Facet::Language, language.as_str().into())));
        values.extend(program.language_levels.items.iter().map(|level| {
            let value = format!("{}-{}", level.language.as_str(), level.level.name.to_ascii_lowercase());
            (Facet::LanguageLevel, value.into())
        }));
        values.extend(practice(program).map(|bounds| (Facet::Practice, bounds)));
        values.extend(age(program).map(|bounds| (Facet::Age, bounds)));
    }
    if let Some(state) = state(site, entry) {
        values.push((Facet::Recruitment, state.as_str().into()));
    }
    // Words that no vocabulary knows are findings elsewhere and must not make pages.
    values
        .retain(|(facet, value)| facet.vocabulary().is_none_or(|vocabulary| site.vocabularies.get(vocabulary, value).is_some()));
    values
}
