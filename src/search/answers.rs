//! The facts of a record that answer what people ask: what it costs, when to act, what to hand in.

use serde::Serialize;

use crate::markup::{Event, Inline, Mark};
use crate::model::fact::{Absence, Fact};
use crate::model::quantity::Comparison;
use crate::model::record::Body;
use crate::model::reference::Relation;
use crate::model::schedule::Schedule;
use crate::render::pen::Pen;
use crate::render::view::{answers, cards};
use crate::site::{RecordId, recruitment};

/// The answers of a record, plain; those that it has.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Answers {
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<String>,
    /// What is to be handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub papers: Option<String>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
    /// The windows that its state follows from, for the browser's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub windows: Option<String>,
    /// The dates at which to act: until when it is the next one, from when (0: always), in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<(i64, i64, String)>,
}

/// The answers of a record.
pub fn of(pen: &Pen<'_>, id: RecordId) -> Answers {
    match &pen.site.entry(id).record.body {
        Body::Program(program) => {
            // That something does not apply is no answer to one who asks for it among many.
            let applies = |question: &&str| *question != "answer_how_long" || !does_not_apply(program.duration.as_deref());
            let answer = |question| {
                let question = Some(question).filter(applies)?;
                answers::answer(pen, id, program, question, "").and_then(|answer| text(&answer))
            };
            Answers {
                cost: answer("answer_cost"),
                papers: answer("answer_papers"),
                length: answer("answer_how_long"),
                windows: cards::windows(pen, id),
                dates: schedules(pen, id).into_iter().flat_map(|schedule| dates(pen, schedule)).collect(),
            }
        }
        Body::Schedule(schedule) => {
            Answers { windows: cards::windows(pen, id), dates: dates(pen, schedule), ..Answers::default() }
        }
        // What is paid to somebody is no cost.
        Body::Fee(fee) if fee.is_income() => Answers::default(),
        Body::Fee(fee) => {
            let amount = fee.amount.as_ref().map(|amount| pen.fact(amount, |money| pen.money(money)));
            let items = || {
                let line = |item: &crate::model::fee::Item| {
                    let name = pen.optional(item.name.as_ref())?;
                    Some(pen.labelled(&name, &pen.fact(item.amount.as_ref()?, |money| pen.money(money))))
                };
                Inline::lines(
                    &fee.items
                        .iter()
                        .filter(|item| !fee.nature_of(item).is_income())
                        .take(3)
                        .filter_map(line)
                        .collect::<Vec<_>>(),
                )
            };
            Answers { cost: text(&amount.unwrap_or_else(items)), ..Answers::default() }
        }
        _ => Answers::default(),
    }
}

fn does_not_apply<T>(fact: Option<&Fact<T>>) -> bool {
    matches!(fact, Some(Fact::Absent { absence: Absence::NotApplicable, .. }))
}

/// The words of an answer in one line; what leads on is for the page.
fn text(answer: &Inline) -> Option<String> {
    let mut own = Inline::default();
    let mut leads_on = false;
    for event in answer.events() {
        match event {
            Event::Open(Mark::More) => leads_on = true,
            Event::Close(Mark::More) => leads_on = false,
            _ if leads_on => {}
            Event::Open(Mark::Break | Mark::Item) if !own.is_empty() => drop(own.text("; ")),
            event => own.event(event),
        }
    }
    let text = own.plain().split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn schedules<'a>(pen: &Pen<'a>, id: RecordId) -> Vec<&'a Schedule> {
    let incoming = pen.site.entry(id).incoming.iter().filter(|(_, relation)| *relation == Relation::Program);
    incoming
        .filter_map(|(from, _)| match &pen.site.entry(*from).record.body {
            Body::Schedule(schedule) if !pen.site.entry(*from).broken => Some(&**schedule),
            _ => None,
        })
        .collect()
}

fn dates(pen: &Pen<'_>, schedule: &Schedule) -> Vec<(i64, i64, String)> {
    let zone = &schedule.zone.0;
    let words = |id, moment| pen.kit.messages.format(id, &[("date", crate::base::Arg::Text(pen.moment_text(moment, zone)))]);
    let mut dates = Vec::new();
    for stage in recruitment::applications(schedule, &pen.site.vocabularies) {
        let opens = stage.opens.as_ref().and_then(|opens| Some((opens.start(zone)?, opens)));
        dates.extend(opens.map(|(at, moment)| (at.as_second(), 0, words("next_opens", moment))));
        let since = opens.map_or(0, |(at, _)| at.as_second());
        let Some(closes) = &stage.closes else { continue };
        match closes.end(zone) {
            Some(end) => dates.push((end.as_second(), since, words("next_closes", closes))),
            None if closes.vague.until.is_some() => {
                dates.push((jiff::Timestamp::MAX.as_second(), since, pen.moment_text(closes, zone)));
            }
            None => {}
        }
        for (way, first) in stage.closing_ways() {
            if let Some(end) = first.end(zone).filter(|end| closes.end(zone).is_none_or(|last| *end < last)) {
                let way = crate::base::Arg::Text(pen.means(way).plain().into_owned());
                let text = |moment| crate::base::Arg::Text(pen.moment_text(moment, zone));
                let args = [("date", text(closes)), ("way", way), ("first", text(first))];
                dates.push((end.as_second(), since, pen.kit.messages.format("next_closes_way", &args)));
            }
        }
    }
    dates.sort();
    dates
}

/// The least that a record costs, in whole yen, where that is known.
pub fn least_cost(pen: &Pen<'_>, id: RecordId) -> Option<u64> {
    let of_fee = |id: RecordId| {
        let Body::Fee(fee) = &pen.site.entry(id).record.body else { return None };
        if fee.nature().is_income() {
            return None;
        }
        let least = |fact: &Fact<crate::model::money::Money>| {
            let money = fact.known().filter(|money| &*money.currency == "JPY")?;
            Some(match &money.amount {
                Comparison::Is(yen)
                | Comparison::AtLeast(yen)
                | Comparison::MoreThan(yen)
                | Comparison::About(yen)
                | Comparison::Range(yen, _) => yen.whole,
                Comparison::AtMost(_) | Comparison::LessThan(_) => 0,
            })
        };
        match &fee.amount {
            Some(amount) => least(amount),
            // What is stated for each item is paid together.
            None if fee.items.is_empty() => None,
            None => {
                fee.items.iter().filter(|item| !fee.nature_of(item).is_income()).map(|item| least(item.amount.as_ref()?)).sum()
            }
        }
    };
    match &pen.site.entry(id).record.body {
        Body::Fee(_) => of_fee(id),
        Body::Program(_) => {
            let incoming = pen.site.entry(id).incoming.iter().filter(|(_, relation)| *relation == Relation::Program);
            incoming.filter_map(|(from, _)| of_fee(*from)).min()
        }
        _ => None,
    }
}
