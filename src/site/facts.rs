//! The facts of a record that prose can name: `amount`, `duration`, `first.application.closes`.

use jiff::tz::TimeZone;

use super::entries::Entry;
use crate::model::fact::{Absence, Fact};
use crate::model::moment::{FiscalYear, Moment, Period};
use crate::model::money::Money;
use crate::model::quantity::{Duration, Quantity};
use crate::model::record::Body;
use crate::model::word::{In, Of, Word};

/// A fact by which a mention can be replaced.
#[derive(Debug, Clone)]
pub enum Named<'a> {
    /// A date or time, in its schedule's zone.
    Moment(&'a Moment, TimeZone),
    /// A period.
    Period(&'a Period),
    /// A fiscal year.
    FiscalYear(&'a FiscalYear),
    /// A duration.
    Duration(&'a Duration),
    /// A quantity.
    Quantity(&'a Quantity),
    /// An amount.
    Money(&'a Money),
    /// A word of a vocabulary.
    Word(&'a Word),
    /// There is none.
    Absent(Absence),
}

/// All facts of a record that have a name.
pub fn named(entry: &Entry) -> Vec<(String, Named<'_>)> {
    let mut facts = Facts { list: Vec::new() };
    let common = &entry.record.common;
    facts.moment("verified", common.verified.as_ref());
    facts.moment("review_by", common.review_by.as_ref());
    match &entry.record.body {
        Body::Hospital(hospital) => {
            facts.word("prefecture", hospital.prefecture.as_ref());
            facts.fact("beds", hospital.beds.as_deref(), Named::Quantity);
        }
        Body::Organization(organization) => {
            facts.word("prefecture", organization.prefecture.as_ref());
            facts.plain_word("kind", organization.kind.as_ref());
        }
        Body::Program(program) => {
            facts.plain_word("kind", program.kind.as_ref());
            facts.word("licence", program.licence.as_ref());
            facts.word("prefecture", program.prefecture.as_ref());
            facts.fact("duration", program.duration.as_deref(), Named::Duration);
            facts.fact("capacity", program.capacity.as_deref(), Named::Quantity);
        }
        Body::Fee(fee) => {
            facts.fact("amount", fee.amount.as_ref(), Named::Money);
            facts.plain_word("payer", fee.payer.as_ref());
            for item in &fee.items {
                if let Some(id) = &item.id {
                    facts.fact(&format!("{id}.amount"), item.amount.as_ref(), Named::Money);
                }
            }
        }
        Body::Schedule(schedule) => {
            facts.fact("fiscal_year", schedule.fiscal_year.as_ref(), Named::FiscalYear);
            for round in schedule.known_rounds() {
                let Some(name) = &round.round else { continue };
                for stage in &round.stages {
                    let Some(stage_name) = &stage.stage else { continue };
                    for (field, moment) in [("opens", &stage.opens), ("closes", &stage.closes), ("at", &stage.at)] {
                        if let Some(moment) = moment {
                            let path = format!("{}.{}.{field}", name.word.id, stage_name.word.id);
                            facts.list.push((path, Named::Moment(moment, schedule.zone.0.clone())));
                        }
                    }
                    for way in &stage.ways {
                        let Some(means) = way.way else { continue };
                        for (field, moment) in [("opens", &way.opens), ("closes", &way.closes)] {
                            if let Some(moment) = moment {
                                let path = [&*name.word.id, &*stage_name.word.id, means.as_str(), field].join(".");
                                facts.list.push((path, Named::Moment(moment, schedule.zone.0.clone())));
                            }
                        }
                    }
                }
            }
        }
        Body::Journey(journey) => facts.word("licence", journey.licence.as_ref()),
        Body::Notice(notice) => {
            match &notice.date {
                Some(Fact::Known { value, .. }) => facts.moment("date", Some(value)),
                Some(Fact::Absent { absence, .. }) => facts.list.push(("date".into(), Named::Absent(*absence))),
                None => {}
            }
            facts.moment("as_of", notice.as_of.as_ref());
            facts.moment("posted", notice.posted.as_ref());
        }
        _ => {}
    }
    facts.list
}

struct Facts<'a> {
    list: Vec<(String, Named<'a>)>,
}

impl<'a> Facts<'a> {
    fn moment(&mut self, name: &str, moment: Option<&'a Moment>) {
        if let Some(moment) = moment {
            let zone = crate::model::schedule::Zone::default().0;
            self.list.push((name.to_owned(), Named::Moment(moment, zone)));
        }
    }

    fn plain_word<V: Of>(&mut self, name: &str, word: Option<&'a In<V>>) {
        if let Some(word) = word {
            self.list.push((name.to_owned(), Named::Word(&word.word)));
        }
    }

    fn word<V: Of>(&mut self, name: &str, fact: Option<&'a Fact<In<V>>>) {
        match fact {
            Some(Fact::Known { value, .. }) => self.list.push((name.to_owned(), Named::Word(&value.word))),
            Some(Fact::Absent { absence, .. }) => self.list.push((name.to_owned(), Named::Absent(*absence))),
            None => {}
        }
    }

    fn fact<T>(&mut self, name: &str, fact: Option<&'a Fact<T>>, wrap: impl Fn(&'a T) -> Named<'a>) {
        match fact {
            Some(Fact::Known { value, .. }) => self.list.push((name.to_owned(), wrap(value))),
            Some(Fact::Absent { absence, .. }) => self.list.push((name.to_owned(), Named::Absent(*absence))),
            None => {}
        }
    }
}
