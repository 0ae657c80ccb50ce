//! `parts-differ`: items that do not add up to the whole, phases that do not last as long as it, or a number of things beside a list of
//! another length.

use super::agreement::{Found, Group, Item as Said, ONE, Stated, Weight};
use crate::base::{Diagnostic, Place};
use crate::model::fact::Fact;
use crate::model::fee::Fee;
use crate::model::money::{Money, Yen};
use crate::model::quantity::{Comparison, Duration};
use crate::model::record::Body;
use crate::model::requirement::Requirement;
use crate::model::text::Text;
use crate::site::entries::Entry;

/// Of a length in days, so much may be lost where months and years are added.
const SLACK: f64 = 0.03;

/// Checks a record.
pub fn check(entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    match &entry.record.body {
        Body::Fee(fee) => total(entry, fee, findings),
        Body::Program(program) => {
            if let Some(duration) = program.duration.as_deref().and_then(Fact::known) {
                phases(entry, duration, findings);
            }
            for tree in [&program.eligibility, &program.documents].into_iter().flatten().filter_map(Fact::known) {
                counts(entry, tree, stated, findings);
            }
        }
        Body::Notice(notice) => {
            notice.documents.iter().filter_map(Fact::known).for_each(|tree| counts(entry, tree, stated, findings));
        }
        _ => {}
    }
}

/// An exact total beside exact items of the same kind. One item alone may be a part of many.
fn total(entry: &Entry, fee: &Fee, findings: &mut Vec<Diagnostic>) {
    let exact = |money: &Money| match money.amount {
        Comparison::Is(amount) if !money.approximate && !money.above && !money.is_measured() => Some(amount),
        _ => None,
    };
    let Some(whole) = fee.amount.as_ref().and_then(Fact::known) else { return };
    let is_alike = |money: &&Money| (money.per, money.tax, &money.currency) == (whole.per, whole.tax, &whole.currency);
    let payer = fee.payer.as_ref().map(|word| &word.word.id);
    let items = fee.items.iter().filter(|item| item.payer.is_none() || item.payer.as_ref().map(|word| &word.word.id) == payer);
    // What is paid to somebody is no part of what they pay, nor is what they get back.
    let items: Vec<_> = items.filter(|item| fee.nature_of(item) == fee.nature()).collect();
    let amounts = items.iter().map(|item| item.amount.as_ref().and_then(Fact::known).filter(is_alike).and_then(exact));
    let (Some(amount), Some(amounts)) = (exact(whole), amounts.collect::<Option<Vec<Yen>>>()) else { return };
    let sum = amounts.iter().fold(Yen::NONE, |sum, amount| sum.plus(*amount));
    // That a free fee has an item which costs something is a finding of its own.
    if sum == amount || amount == Yen::NONE || items.len() < 2 && sum < amount || items.is_empty() {
        return;
    }
    let finding = Diagnostic::warning("parts-differ", Place::new(&entry.path, whole.span)).help("parts-differ-help");
    findings.push(finding.arg("sum", sum.canonical()).arg("whole", amount.canonical()));
}

/// Phases that follow each other, of all of which it is known how long they last.
fn phases(entry: &Entry, duration: &Duration, findings: &mut Vec<Diagnostic>) {
    let lasts = duration.phases.iter().map(|phase| match &phase.lasts {
        Some(Comparison::Is(length)) => Some(length.days()),
        _ => None,
    });
    let Some(lasts) = lasts.collect::<Option<Vec<f64>>>().filter(|lasts| lasts.len() > 1) else { return };
    let sum: f64 = lasts.iter().sum();
    let (from, to) = match &duration.length {
        Some(Comparison::Is(length)) => (length.days(), length.days()),
        Some(Comparison::AtLeast(length) | Comparison::MoreThan(length)) => (length.days(), f64::MAX),
        Some(Comparison::AtMost(length) | Comparison::LessThan(length)) => (0.0, length.days()),
        Some(Comparison::Range(from, to)) => (from.days(), to.days()),
        Some(Comparison::About(_)) | None => return,
    };
    if sum < from * (1.0 - SLACK) || sum > to * (1.0 + SLACK) {
        let finding = Diagnostic::warning("parts-differ", Place::new(&entry.path, duration.span)).says("parts-differ-phases");
        findings.push(finding.help("parts-differ-help"));
    }
}

/// "Eight items" above a list of seven.
fn counts(entry: &Entry, tree: &Requirement, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(group) = &tree.group else { return };
    if let (Some(text), false) = (&tree.text, group.open)
        && let Some((count, place)) = counted(entry, text, stated)
    {
        let possible = [group.parts.len(), leaves(tree)];
        let is_right = if group.all { possible.contains(&count) } else { count <= possible[1] };
        if !is_right {
            let finding = Diagnostic::warning("parts-differ", place).says("parts-differ-count").help("parts-differ-open-help");
            findings.push(finding.arg("count", count).arg("parts", group.parts.len()));
        }
    }
    group.parts.iter().for_each(|part| counts(entry, part, stated, findings));
}

/// How many things a heading says there are, if it speaks of things and gives one number.
fn counted(entry: &Entry, text: &Text, stated: &Stated<'_>) -> Option<(usize, Place)> {
    let number = entry.record.uses.texts.iter().position(|other| other.span() == text.span() && other.trail() == text.trail())?;
    text.phrases().iter().enumerate().find_map(|(at, phrase)| {
        let says = stated.in_phrase(number, at, phrase);
        let [Found { item: Said::Number(count), weight, range, .. }] = &says.found[..] else { return None };
        let is_thing = |sense: &super::agreement::Sense| {
            sense.group == Group::Listed && sense.range.start >= range.end && sense.range.start <= range.end + 1
        };
        let is_count = *weight > Weight::Loose && says.senses.iter().any(is_thing);
        let count = usize::try_from(count / ONE).ok().filter(|_| is_count)?;
        Some((count, Place::new(&entry.path, phrase.span)))
    })
}

fn leaves(tree: &Requirement) -> usize {
    tree.group.as_ref().map_or(1, |group| group.parts.iter().map(leaves).sum())
}
