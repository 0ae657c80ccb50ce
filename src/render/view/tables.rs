//! Tables over many records: what everything costs, and programs side by side.

use super::table::Table;
use crate::markup::{Attribute, Inline, Mark};
use crate::model::fact::Fact;
use crate::model::fee::{Fee, FeeKind};
use crate::model::money::{Money, Yen};
use crate::model::quantity::Comparison;
use crate::model::record::Body;
use crate::render::pen::Pen;
use crate::site::RecordId;

/// Labels of columns; a column that is empty in every row is left out.
fn table(pen: &Pen<'_>, caption: &str, head: &[&str], rows: &[Vec<Inline>]) -> Table {
    let head = head.iter().map(|id| pen.say(id)).collect();
    Table::new((pen.say(caption), pen.kit.messages.text(caption)), head, rows, 1, |_| true)
}

/// Fees, one row for each amount: by currency, the least first, those that are not known last. What a fee is made of stays together, in
/// the order in which it is written.
pub fn fees(pen: &Pen<'_>, ids: &[RecordId]) -> Option<Table> {
    let mut rows: Vec<((bool, FeeKey<'_>), Vec<Inline>)> = Vec::new();
    for id in ids {
        let Body::Fee(fee) = &pen.site.entry(*id).record.body else { continue };
        let program = fee.program.as_ref().map(|program| pen.reference(program)).unwrap_or_default();
        let key = fee_key(fee);
        let payer = fee.payer.as_ref();
        let more = [pen.items(&fee.includes, |text| pen.text(text)), pen.items(&fee.excludes, |text| pen.text(text))];
        // What is paid to somebody stands behind what they pay, and says so.
        let mut row = |what: Inline, kind: FeeKind, amount: Option<&Fact<Money>>, payer: Inline, more: &[Vec<Inline>; 2]| {
            let written = amount.map(|amount| self::amount(pen, amount)).unwrap_or_default();
            let [includes, excludes] =
                more.each_ref().map(|items| if items.is_empty() { Inline::default() } else { Inline::bullets(items) });
            let mut what = what;
            if kind != FeeKind::Cost {
                what.text(" ").within(Mark::Remark, &pen.say(kind.message()));
            }
            rows.push(((kind.is_income(), key), vec![what, written, program.clone(), payer, includes, excludes]));
        };
        let own = pen.record(*id);
        if fee.amount.is_some() || fee.items.is_empty() {
            row(own.clone(), fee.nature(), fee.amount.as_ref(), payer.map(|payer| pen.word_in(payer)).unwrap_or_default(), &more);
        }
        for item in &fee.items {
            let name = pen.optional(item.name.as_ref()).unwrap_or_default();
            let payer = item.payer.as_ref().or(payer).map(|payer| pen.word_in(payer)).unwrap_or_default();
            row(pen.labelled(&own, &name), fee.nature_of(item), item.amount.as_ref(), payer, &Default::default());
        }
        for exception in &fee.exceptions.items {
            let name = pen.optional(exception.text.as_ref()).unwrap_or_default();
            let payer = exception.payer.as_ref().map(|payer| pen.word_in(payer)).unwrap_or_default();
            let mut what = pen.labelled(&own, &name);
            what.text(" ").within(Mark::Remark, &pen.say("fee_exception"));
            row(what, fee.nature(), exception.amount.as_ref(), payer, &Default::default());
        }
    }
    rows.sort_by_key(|(key, _)| *key);
    let rows: Vec<Vec<Inline>> = rows.into_iter().map(|(_, row)| row).collect();
    let head = ["label_fee_item", "label_amount", "label_program", "label_payer", "label_includes", "label_excludes"];
    (!rows.is_empty()).then(|| table(pen, "fees_caption", &head, &rows))
}

/// Is the amount unknown? Its currency, the site's usual one first; the least that it can be.
type FeeKey<'f> = (bool, bool, &'f str, Yen);

/// What a fee is sorted by: its whole amount, or that of its first part.
fn fee_key(fee: &Fee) -> FeeKey<'_> {
    let amounts = fee.amount.iter().chain(fee.items.iter().filter_map(|item| item.amount.as_ref()));
    let known = amounts.filter_map(Fact::known).find_map(|money| Some((money, least(money)?)));
    let nobody_knows = (true, true, "", Yen::whole(u64::MAX));
    known.map_or(nobody_knows, |(money, least)| (false, &*money.currency != "JPY", &*money.currency, least))
}

/// The least that an amount can be, in the currency's own units.
fn least(money: &Money) -> Option<Yen> {
    match &money.amount {
        Comparison::Is(least)
        | Comparison::AtLeast(least)
        | Comparison::MoreThan(least)
        | Comparison::About(least)
        | Comparison::Range(least, _) => Some(*least),
        Comparison::AtMost(_) | Comparison::LessThan(_) => Some(Yen::NONE),
    }
}

/// An amount, with the number that it is sorted by.
fn amount(pen: &Pen<'_>, amount: &Fact<Money>) -> Inline {
    let words = pen.fact(amount, |money| pen.money(money));
    match amount.known().and_then(least) {
        Some(least) => {
            let mut out = Inline::default();
            out.open(Mark::Sortable).attribute(Attribute::Value, &least.canonical()).add(&words).close(Mark::Sortable);
            out
        }
        None => words,
    }
}
