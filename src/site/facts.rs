//! The facts of a record that prose can name: `amount`, `duration`, `first.application.closes`. Which they are is told beside their
//! fields; here, what the parts of a record are called.

use std::any::Any;

use jiff::tz::TimeZone;

use super::entries::Entry;
use crate::model::fact::Absence;
use crate::model::moment::{FiscalYear, Moment};
use crate::model::money::Money;
use crate::model::quantity::{Duration, Quantity};
use crate::model::read::HasFacts;
use crate::model::record::Body;
use crate::model::schedule::Zone;
use crate::model::word::Word;

/// A fact by which a mention can be replaced.
#[derive(Debug, Clone)]
pub enum Named<'a> {
    /// A date or time, in its schedule's zone.
    Moment(&'a Moment, TimeZone),
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

impl<'a> Named<'a> {
    /// What is shown of a fact, by its type.
    fn of(fact: &'a dyn Any, zone: &Zone) -> Option<Self> {
        let moment = fact.downcast_ref().map(|moment| Self::Moment(moment, zone.0.clone()));
        moment
            .or_else(|| fact.downcast_ref().map(Self::FiscalYear))
            .or_else(|| fact.downcast_ref().map(Self::Duration))
            .or_else(|| fact.downcast_ref().map(Self::Quantity))
            .or_else(|| fact.downcast_ref().map(Self::Money))
            .or_else(|| fact.downcast_ref().map(Self::Word))
            .or_else(|| fact.downcast_ref().copied().map(Self::Absent))
    }
}

/// All facts of a record that have a name.
pub fn named(entry: &Entry) -> Vec<(String, Named<'_>)> {
    let mut facts = Facts { list: Vec::new(), zone: Zone::default() };
    facts.of(&[], &entry.record.common);
    if let Body::Schedule(schedule) = &entry.record.body {
        facts.zone = schedule.zone.clone();
    }
    facts.of(&[], entry.record.body.facts());
    match &entry.record.body {
        Body::Fee(fee) => {
            for (id, item) in fee.items.iter().filter_map(|item| Some((&**item.id.as_ref()?, item))) {
                facts.of(&[id], item);
            }
        }
        Body::Schedule(schedule) => {
            let rounds = schedule.known_rounds().iter().filter_map(|round| Some((round.round.as_ref()?, round)));
            for (round, stages) in rounds.map(|(word, round)| (&*word.word.id, &round.stages)) {
                for (stage, it) in stages.iter().filter_map(|stage| Some((&*stage.stage.as_ref()?.word.id, stage))) {
                    facts.of(&[round, stage], it);
                    for (way, it) in it.ways.iter().filter_map(|way| Some((way.way?.as_str(), way))) {
                        facts.of(&[round, stage, way], it);
                    }
                }
            }
        }
        _ => {}
    }
    facts.list
}

struct Facts<'a> {
    list: Vec<(String, Named<'a>)>,
    /// By whose clocks times are.
    zone: Zone,
}

impl<'a> Facts<'a> {
    /// The facts of a record, or of a part of it that is called so.
    fn of(&mut self, part: &[&str], what: &'a dyn HasFacts) {
        what.each_fact(&mut |field, fact| {
            let name = [part, &[field.key]].concat().join(".");
            self.list.extend(Named::of(fact, &self.zone).map(|fact| (name, fact)));
        });
    }
}
