//! What a fee's page shows.

use super::kind_view::KindView;
use super::parts::{Rows, Section};
use crate::base::Arg;
use crate::markup::Inline;
use crate::model::fact::Fact;
use crate::model::fee::{Fee, Refund, RefundTerms};
use crate::model::quantity::{Comparison, Percent};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// What is given back: how much, until when, in which case.
pub fn refund(pen: &Pen<'_>, refund: &Fact<Refund>) -> Inline {
    pen.fact(refund, |refund| {
        let steps = refund.terms.iter().enumerate().map(|(number, terms)| match step(pen, terms) {
            // What holds when all ends are past.
            last if number > 0 && terms.until.is_none() && terms.when.is_none() => {
                pen.fill("refund_afterwards", &[("returned", &last)])
            }
            step => step,
        });
        pen.kit.list_of(&steps.collect::<Vec<_>>())
    })
}

/// One step of what is given back.
fn step(pen: &Pen<'_>, terms: &RefundTerms) -> Inline {
    let mut out = match terms.returned.share {
        Some(share @ Percent(1..100)) => {
            let share = pen.kit.percent(&Comparison::Is(share));
            Inline::default().text(&pen.kit.messages.format("returned_share", &[("share", Arg::Text(share))])).clone()
        }
        _ => pen.say(terms.returned.returned.message()),
    };
    if let Some(until) = &terms.until {
        out.aside(&pen.fill("refund_until", &[("date", &pen.date(until))]));
    }
    pen.note(terms.when.as_ref(), &mut out);
    pen.note(terms.note.as_ref(), &mut out);
    out
}

/// The view of a fee.
pub fn view(pen: &Pen<'_>, _id: RecordId, fee: &Fee) -> KindView {
    let Fee { program, kind, amount, items, payer, when, refund, includes, excludes, exceptions, varies_by } = fee;
    let amount_label = if fee.nature().is_income() { "label_income" } else { "label_amount" };
    let mut facts = Rows::new(pen);
    facts
        .add("label_program", program.as_ref().map(|program| pen.reference(program)))
        .add("label_fee_kind", kind.map(|kind| pen.say(kind.message())))
        .add(amount_label, amount.as_ref().map(|amount| pen.fact(amount, |money| pen.money(money))))
        .add("label_payer", payer.as_ref().map(|payer| pen.word_in(payer)))
        .add("label_when", pen.optional(when.as_ref()))
        .add("label_refund", refund.as_ref().map(|refund| self::refund(pen, refund)))
        .add("label_varies_by", pen.optional(varies_by.as_ref()))
        .list("label_includes", &pen.items(includes, |text| pen.text(text)))
        .list("label_excludes", &pen.items(excludes, |text| pen.text(text)));
    let item_rows = items
        .iter()
        .map(|item| {
            vec![
                pen.optional(item.name.as_ref()).unwrap_or_default(),
                item.kind.map(|kind| pen.say(kind.message())).unwrap_or_default(),
                item.amount.as_ref().map(|amount| pen.fact(amount, |money| pen.money(money))).unwrap_or_default(),
                item.payer.as_ref().map(|payer| pen.word_in(payer)).unwrap_or_default(),
                item.refund.as_ref().map(|refund| self::refund(pen, refund)).unwrap_or_default(),
                pen.optional(item.note.as_ref()).unwrap_or_default(),
            ]
        })
        .collect();
    let exception_rows = exceptions
        .items
        .iter()
        .map(|exception| {
            vec![
                pen.optional(exception.text.as_ref()).unwrap_or_default(),
                exception.amount.as_ref().map(|amount| pen.fact(amount, |money| pen.money(money))).unwrap_or_default(),
                exception.payer.as_ref().map(|payer| pen.word_in(payer)).unwrap_or_default(),
            ]
        })
        .collect();
    let mut sections = Vec::new();
    let head = ["label_fee_item", "label_fee_kind", "label_amount", "label_payer", "label_refund", "label_note"];
    sections.extend(Section::table(pen, "sec-items", "heading_fee_items", &head, item_rows));
    if let Some(mut section) =
        Section::table(pen, "sec-exceptions", "heading_exceptions", &[head[0], head[2], head[3]], exception_rows)
    {
        if exceptions.open {
            section.notes.push(pen.say("and_so_on"));
        }
        sections.push(section);
    }
    KindView { facts: facts.done(), sections, ..KindView::default() }
}
