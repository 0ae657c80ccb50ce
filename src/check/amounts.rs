//! `range-reversed`: a range whose beginning is above its end. `free-with-amount`: a fee whose whole is free although some of its
//! items cost something. `unknown-in-total`: an exact total although one of its items is unknown.

use super::agreement::{Group, Stated};
use crate::base::{Diagnostic, Place, Span};
use crate::model::fact::{Absence, Fact};
use crate::model::fee::{Fee, Item};
use crate::model::money::{Money, Months, Yen};
use crate::model::quantity::{Amount, Comparison, Length, Percent, Quantity};
use crate::model::record::Body;
use crate::model::requirement::Requirement;
use crate::model::step::Step;
use crate::model::word::{In, Party};
use crate::site::entries::Entry;

/// Checks a record.
pub fn check(entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    match &entry.record.body {
        Body::Fee(fee) => check_fee(entry, fee, stated, findings),
        Body::Program(program) => {
            if let Some(duration) = program.duration.as_deref().and_then(Fact::known) {
                let phases = duration.phases.iter().filter_map(|phase| phase.lasts.as_ref());
                duration.length.iter().chain(phases).for_each(|length| check_length(entry, length, duration.span, findings));
            }
            let capacities = program.capacity.as_deref().and_then(Fact::known).into_iter();
            let capacities = capacities.chain(program.quotas.items.iter().filter_map(|quota| quota.capacity.as_ref()));
            capacities.for_each(|count| check_quantity(entry, &count.0, findings));
            check_steps(entry, &program.steps, findings);
            for tree in [&program.eligibility, &program.documents].into_iter().flatten().filter_map(Fact::known) {
                check_tree(entry, tree, findings);
            }
        }
        Body::Hospital(hospital) => {
            let beds = hospital.beds.as_deref().and_then(Fact::known);
            beds.into_iter().for_each(|count| check_quantity(entry, &count.0, findings));
        }
        Body::Schedule(schedule) => {
            let stages = schedule.known_rounds().iter().flat_map(|round| &round.stages);
            for part in stages.flat_map(|stage| &stage.parts.items) {
                part.lasts.iter().for_each(|lasts| check_length(entry, lasts, part.span, findings));
                part.questions.iter().chain(&part.marks).for_each(|count| check_quantity(entry, &count.0, findings));
            }
        }
        Body::Notice(notice) => {
            check_steps(entry, &notice.steps, findings);
            notice.documents.iter().filter_map(Fact::known).for_each(|tree| check_tree(entry, tree, findings));
        }
        _ => {}
    }
}

fn reversed(entry: &Entry, span: Span, findings: &mut Vec<Diagnostic>) {
    findings.push(Diagnostic::error("range-reversed", Place::new(&entry.path, span)).help("range-reversed-help"));
}

fn check_length(entry: &Entry, length: &Comparison<Length>, span: Span, findings: &mut Vec<Diagnostic>) {
    if let Comparison::Range(from, to) = length
        && from.days() > to.days()
    {
        reversed(entry, span, findings);
    }
}

fn check_steps(entry: &Entry, steps: &[Step], findings: &mut Vec<Diagnostic>) {
    for step in steps {
        step.takes.iter().for_each(|takes| check_length(entry, takes, step.span, findings));
    }
}

fn check_quantity(entry: &Entry, quantity: &Quantity, findings: &mut Vec<Diagnostic>) {
    let size = |amount: &Amount| match amount {
        Amount::Count(count) => f64::from(*count),
        Amount::Few => 1.0,
        Amount::Length(length) => length.days(),
    };
    if let Comparison::Range(from, to) = &quantity.value
        && size(from) > size(to)
    {
        reversed(entry, quantity.span, findings);
    }
}

fn check_tree(entry: &Entry, tree: &Requirement, findings: &mut Vec<Diagnostic>) {
    tree.quantity.iter().for_each(|quantity| check_quantity(entry, quantity, findings));
    for part in tree.group.iter().flat_map(|group| &group.parts) {
        check_tree(entry, part, findings);
    }
    if let Some(instead) = &tree.instead {
        check_tree(entry, &instead.require, findings);
    }
}

fn check_fee(entry: &Entry, fee: &Fee, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let amounts = fee.amount.iter().chain(fee.items.iter().filter_map(|item| item.amount.as_ref()));
    let amounts = amounts.chain(fee.exceptions.items.iter().filter_map(|exception| exception.amount.as_ref()));
    for money in amounts.filter_map(Fact::known) {
        let is_reversed = matches!(&money.amount, Comparison::Range(from, to) if from > to)
            || matches!(money.share(), Some(Comparison::Range(Percent(from), Percent(to))) if from > to)
            || matches!(money.months_of_pay(), Some(Comparison::Range(Months(from), Months(to))) if from > to);
        if is_reversed {
            reversed(entry, money.span, findings);
        }
    }
    let Some(total) = fee.amount.as_ref().and_then(Fact::known) else { return };
    let is_within = |item: &&Item| {
        fee.nature_of(item) == fee.nature()
            && (item.payer.is_none() || fee.payer.is_none() || payer(item.payer.as_ref()) == payer(fee.payer.as_ref()))
    };
    let items = || fee.items.iter().filter(is_within).filter_map(|item| item.amount.as_ref());
    if total.amount == Comparison::Is(Yen::NONE)
        && let Some(costly) = fee.items.iter().filter(is_within).filter_map(|item| costly(entry, item, stated)).next()
    {
        let finding = Diagnostic::error("free-with-amount", Place::new(&entry.path, total.span)).help("free-with-amount-help");
        findings.push(finding.label(Place::new(&entry.path, costly.span), "amount-here"));
    }
    let is_open = |absence: &Absence| matches!(absence, Absence::Unknown | Absence::MissingInSource | Absence::Varies);
    let has_unknown = items().any(|amount| matches!(amount, Fact::Absent { absence, .. } if is_open(absence)));
    if has_unknown && matches!(total.amount, Comparison::Is(_)) && !total.approximate {
        findings.push(Diagnostic::warning("unknown-in-total", Place::new(&entry.path, total.span)).help("unknown-in-total-help"));
    }
}

/// The amount of an item that costs something. What is given back in the end costs nothing.
fn costly<'i>(entry: &Entry, item: &'i Item, stated: &Stated<'_>) -> Option<&'i Money> {
    let money = item.amount.as_ref().and_then(Fact::known).filter(|money| costs(money))?;
    let is_given_back = [&item.name, &item.note].into_iter().flatten().any(|text| {
        let number = entry.record.uses.texts.iter().position(|other| other.span() == text.span());
        number.is_some_and(|number| {
            let says = text.phrases().iter().enumerate().map(|(at, phrase)| stated.in_phrase(number, at, phrase));
            says.flat_map(|says| &says.senses).any(|sense| sense.group == Group::GivenBack)
        })
    });
    (!is_given_back).then_some(money)
}

fn payer(word: Option<&In<Party>>) -> Option<&str> {
    word.map(|word| &*word.word.id)
}

fn costs(money: &Money) -> bool {
    match money.amount {
        Comparison::Is(yen) | Comparison::AtLeast(yen) | Comparison::About(yen) | Comparison::Range(_, yen) => yen > Yen::NONE,
        Comparison::MoreThan(_) => true,
        Comparison::AtMost(_) | Comparison::LessThan(_) => false,
    }
}
