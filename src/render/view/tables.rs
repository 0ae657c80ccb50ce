//! Tables over many records: what everything costs, and programs side by side.

use super::parts::{Table, bullets};
use super::{View, answers, lists};
use crate::model::fact::Fact;
use crate::model::money::Money;
use crate::model::quantity::Comparison;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::word::Vocabulary;
use crate::render::pen::{Pen, escape};
use crate::site::routes::Overview;
use crate::site::{RecordId, facets};

/// Labels of columns; a column that is empty in every row is left out.
fn table(pen: &Pen<'_>, caption: &str, head: &[&str], rows: Vec<Vec<String>>) -> Table {
    let is_used = |i: usize| i == 0 || rows.iter().any(|row| row.get(i).is_some_and(|cell| !cell.is_empty()));
    let used: Vec<usize> = (0..head.len()).filter(|i| is_used(*i)).collect();
    Table {
        caption: pen.say(caption),
        label: pen.kit.messages.text(caption),
        head: used.iter().filter_map(|i| head.get(*i)).map(|id| pen.say(id)).collect(),
        rows: rows.iter().map(|row| used.iter().filter_map(|i| row.get(*i).cloned()).collect()).collect(),
    }
}

/// Fees, one row for each amount: the least first, those that are not known last.
pub fn fees(pen: &Pen<'_>, ids: &[RecordId]) -> Option<Table> {
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    for id in ids {
        let Body::Fee(fee) = &pen.site.entry(*id).record.body else { continue };
        let program = fee.program.as_ref().map(|program| pen.reference(program)).unwrap_or_default();
        let payer = fee.payer.as_ref();
        let more = [pen.items(&fee.includes, |text| pen.text(text)), pen.items(&fee.excludes, |text| pen.text(text))];
        let mut row = |what: String, amount: Option<&Fact<Money>>, payer: String, more: &[Vec<String>; 2]| {
            let written = amount.map(|amount| self::amount(pen, amount)).unwrap_or_default();
            let least = amount.and_then(Fact::known).and_then(least).unwrap_or(u64::MAX);
            let [includes, excludes] = more.each_ref().map(|items| if items.is_empty() { String::new() } else { bullets(items) });
            rows.push((least, vec![what, program.clone(), written, payer, includes, excludes]));
        };
        let own = pen.record(*id);
        if fee.amount.is_some() || fee.items.is_empty() {
            row(own.clone(), fee.amount.as_ref(), payer.map(|payer| pen.word_in(payer)).unwrap_or_default(), &more);
        }
        for item in &fee.items {
            let name = pen.optional(item.name.as_ref()).unwrap_or_default();
            let payer = item.payer.as_ref().or(payer).map(|payer| pen.word_in(payer)).unwrap_or_default();
            row(format!("{own}{}{name}", pen.kit.separator()), item.amount.as_ref(), payer, &Default::default());
        }
        for exception in &fee.exceptions.items {
            let name = pen.optional(exception.text.as_ref()).unwrap_or_default();
            let payer = exception.payer.as_ref().map(|payer| pen.word_in(payer)).unwrap_or_default();
            let what = format!("{own}{}{name} <span class=\"remark\">{}</span>", pen.kit.separator(), pen.say("fee_exception"));
            row(what, exception.amount.as_ref(), payer, &Default::default());
        }
    }
    rows.sort_by_key(|(least, _)| *least);
    let rows: Vec<Vec<String>> = rows.into_iter().map(|(_, row)| row).collect();
    let head = ["label_fee_item", "label_program", "label_amount", "label_payer", "label_includes", "label_excludes"];
    (!rows.is_empty()).then(|| table(pen, "fees_caption", &head, rows))
}

/// The least that an amount can be, in the currency's smallest unit.
fn least(money: &Money) -> Option<u64> {
    match &money.amount {
        Comparison::Is(least)
        | Comparison::AtLeast(least)
        | Comparison::MoreThan(least)
        | Comparison::About(least)
        | Comparison::Range(least, _) => Some(least.0),
        Comparison::AtMost(_) | Comparison::LessThan(_) => Some(0),
    }
}

/// An amount, with the number that it is sorted by.
fn amount(pen: &Pen<'_>, amount: &Fact<Money>) -> String {
    let words = pen.fact(amount, |money| pen.money(money));
    match amount.known().and_then(least) {
        Some(least) => format!("<data value=\"{least}\">{words}</data>"),
        None => words,
    }
}

/// All programs side by side: a row for each question, a column for each program.
pub fn compare(pen: &Pen<'_>) -> View {
    let programs: Vec<(RecordId, &crate::model::program::Program)> = pen
        .site
        .list(pen.lang, Kind::Program)
        .iter()
        .filter_map(|id| match &pen.site.entry(*id).record.body {
            Body::Program(program) => Some((*id, &**program)),
            _ => None,
        })
        .collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut add = |label: &str, write: &dyn Fn(RecordId, &crate::model::program::Program) -> Option<String>| {
        let cells: Vec<Option<String>> = programs.iter().map(|(id, program)| write(*id, program)).collect();
        if cells.iter().any(Option::is_some) {
            let nothing = format!("<span class=\"absent\">{}</span>", pen.say("answer_not_here"));
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(|| nothing.clone()));
            rows.push(std::iter::once(pen.say(label)).chain(cells).collect());
        }
    };
    add("label_program_kind", &|_, program| program.kind.as_ref().map(|word| pen.word_in(word)));
    for question in answers::QUESTIONS {
        add(question, &|id, program| answers::answer(pen, id, program, question, &escape(&pen.record_href(id))));
    }
    add("label_host", &|_, program| program.host.as_ref().map(|host| pen.reference(host)));
    add("label_prefecture", &|id, _| {
        facets::prefecture(pen.site, pen.site.entry(id)).map(|prefecture| pen.word_marked(Vocabulary::Prefectures, prefecture))
    });
    let mut head = vec![pen.say("compare_question")];
    head.extend(programs.iter().map(|(id, _)| {
        let (title, language) = pen.title_html(*id);
        let lang = pen.foreign(language).map(|tag| format!(" lang=\"{tag}\"")).unwrap_or_default();
        let slug = escape(pen.site.entry(*id).slug());
        format!("<a href=\"{}\"{lang} data-program=\"{slug}\">{title}</a>", escape(&pen.record_href(*id)))
    }));
    let caption = "compare_title";
    let table = Table { caption: pen.say(caption), label: pen.kit.messages.text(caption), head, rows };
    let mut view = View { kind: "compare", table: Some(table), ..View::default() };
    lists::finish(pen, &mut view, Overview::Compare.folder(), &pen.kit.messages.text(caption), Vec::new(), 1);
    view.description = pen.kit.messages.text("compare_description");
    view
}
