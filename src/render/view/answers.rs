//! The answers that a reader wants first: for whom, how long, what it costs, when, whom to ask.

use jiff::Timestamp;

use super::cards::state_badge;
use super::parts::{Row, Rows, listed};
use super::provenance;
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
use crate::model::fact::Fact;
use crate::model::fee::Fee;
use crate::model::moment::Moment;
use crate::model::program::Program;
use crate::model::quantity::Duration;
use crate::model::record::Body;
use crate::model::reference::{Kind, Relation};
use crate::model::schedule::{Round, Schedule, Stage, Successor};
use crate::render::made::Dates;
use crate::render::pen::Pen;
use crate::site::recruitment;
use crate::site::{RecordId, mentions, routes};

/// The questions about a program, as ids of messages.
pub const QUESTIONS: [&str; 7] =
    ["answer_who", "answer_how_long", "answer_cost", INCOME, "answer_when", "answer_papers", "answer_ask"];

/// Asked only where there is an answer: that nobody is paid needs no line.
const INCOME: &str = "answer_income";

/// The answers of a program, on its own page.
pub fn program(pen: &Pen<'_>, id: RecordId, program: &Program) -> Vec<Row> {
    let mut rows = Rows::new(pen);
    for question in QUESTIONS {
        let mut answer = answer(pen, id, program, question, "");
        let letter = routes::letter_address(pen.site, pen.lang, id);
        if question == "answer_ask" && pen.site.routes.contains_key(&*letter) {
            more(&pen.href(&letter), &pen.say("letter_write"), answer.get_or_insert_default());
        }
        let nothing = || Some(pen.say("answer_not_here").marked(Mark::Absent)).filter(|_| question != INCOME);
        rows.add(question, answer.or_else(nothing));
    }
    rows.add("answer_official", provenance::official(pen, pen.site.entry(id)));
    rows.done()
}

/// The answer to one of the questions; `page` is the address of the program's page, nothing on that page itself.
pub fn answer(pen: &Pen<'_>, id: RecordId, program: &Program, question: &str, page: &str) -> Option<Inline> {
    let scheme = || program.scheme.as_ref().and_then(|scheme| mentions::resolve(pen.site, &scheme.target).ok());
    match question {
        "answer_who" => who(pen, program, page),
        "answer_how_long" => duration(pen, program, scheme()),
        "answer_cost" => cost(pen, id, false),
        INCOME => cost(pen, id, true),
        "answer_when" => when(pen, id, program, page),
        "answer_papers" => papers(pen, program, page),
        _ => ask(pen, program, page),
    }
}

/// The answers of a schedule: its state, and the next date on which it changes.
pub fn schedule(pen: &Pen<'_>, id: RecordId, schedule: &Schedule) -> Vec<Row> {
    let mut rows = Rows::new(pen);
    rows.add("answer_state", badge(pen, id));
    // What comes after a recruitment that is over is no date.
    let is_over = recruitment::is_over(schedule, &pen.site.vocabularies, pen.site.as_of);
    rows.add(if is_over { "answer_later" } else { "answer_next" }, next(pen, id, schedule, true));
    rows.add("label_organizer", schedule.organization.as_ref().map(|holder| pen.reference(holder)));
    rows.add("label_program", schedule.program.as_ref().map(|program| pen.reference(program)));
    rows.add("answer_official", provenance::official(pen, pen.site.entry(id)));
    rows.done()
}

fn badge(pen: &Pen<'_>, id: RecordId) -> Option<Inline> {
    let mut out = Inline::default();
    state_badge(pen, id)?.write(&mut out);
    Some(out)
}

/// Appends a link to where more is said.
fn more(href: &str, words: &Inline, out: &mut Inline) {
    out.open(Mark::More).attribute(Attribute::Href, href).add(words).close(Mark::More);
}

/// The duration; of an offering that states none, its scheme's, said to be so.
pub fn duration(pen: &Pen<'_>, program: &Program, scheme: Option<RecordId>) -> Option<Inline> {
    let write = |fact: &Fact<Duration>| pen.fact(fact, |duration| pen.duration(duration));
    if let Some(own) = &program.duration {
        return Some(write(own));
    }
    let Body::Program(scheme) = &pen.site.entry(scheme?).record.body else { return None };
    let mut out = write(scheme.duration.as_ref()?);
    out.aside(&pen.say("by_scheme"));
    Some(out)
}

fn who(pen: &Pen<'_>, program: &Program, page: &str) -> Option<Inline> {
    let mut parts = pen.items(&program.audience, |text| pen.text(text));
    parts.extend(program.licence.as_ref().map(|fact| pen.fact(fact, |word| pen.word_in(word))));
    let mut out = listed(&parts).unwrap_or_default();
    if program.eligibility.is_some() {
        more(&format!("{page}#sec-eligibility"), &pen.say("answer_conditions"), &mut out);
    }
    (!out.is_empty()).then_some(out)
}

/// Records of a kind that are about the program.
pub fn belonging(pen: &Pen<'_>, id: RecordId, kind: Kind) -> Vec<RecordId> {
    let incoming = pen.site.entry(id).incoming.iter();
    incoming
        .filter(|(from, relation)| {
            *relation == Relation::Program && pen.site.entry(*from).kind() == kind && !pen.site.entry(*from).broken
        })
        .map(|(from, _)| *from)
        .collect()
}

/// What it costs, or what is paid to those who take part: never both in one.
fn cost(pen: &Pen<'_>, id: RecordId, is_income: bool) -> Option<Inline> {
    const FEW: usize = 3;
    let mut lines = Vec::new();
    for fee_id in belonging(pen, id, Kind::Fee) {
        let Body::Fee(fee) = &pen.site.entry(fee_id).record.body else { continue };
        let money = |fact: &Fact<_>| pen.fact(fact, |money| pen.money(money));
        let own = fee.amount.as_ref().filter(|_| fee.nature().is_income() == is_income);
        let mut items = fee.items.iter().filter(|item| fee.nature_of(item).is_income() == is_income).peekable();
        // Of a fee that is split in both, the items say which part is which.
        if own.is_none() && items.peek().is_none() {
            continue;
        }
        let mut line = match own {
            Some(amount) => money(amount),
            None => {
                let items = items.take(FEW).filter_map(|item| {
                    let name = pen.optional(item.name.as_ref())?;
                    Some(pen.labelled(&name, &money(item.amount.as_ref()?)))
                });
                Inline::lines(&items.collect::<Vec<_>>())
            }
        };
        if let Some(others) = other_costs(pen, fee).filter(|_| fee.nature().is_income() == is_income) {
            line = Inline::lines(&[line, others]);
        }
        let words = if fee.exceptions.items.is_empty() { "answer_cost_details" } else { "answer_cost_exceptions" };
        more(&pen.record_href(fee_id), &pen.say(words), &mut line);
        lines.push(line);
    }
    listed(&lines)
}

/// What is paid beside an amount, or in its place: a few names, with the amounts that are known.
fn other_costs(pen: &Pen<'_>, fee: &Fee) -> Option<Inline> {
    const FEW: usize = 4;
    let named = fee.exceptions.items.iter().filter_map(|exception| {
        let mut words = pen.optional(exception.text.as_ref())?;
        if let Some(Fact::Known { value, .. }) = &exception.amount {
            words.add(&pen.parenthesis(&pen.money(value)));
        }
        Some(words)
    });
    let named: Vec<Inline> = named.take(FEW).collect();
    (!named.is_empty()).then(|| pen.fill("answer_cost_others", &[("costs", &pen.kit.list_of(&named))]).marked(Mark::Aside))
}

fn when(pen: &Pen<'_>, id: RecordId, program: &Program, page: &str) -> Option<Inline> {
    let mut lines = Vec::new();
    for schedule_id in recruitment::that_count(pen.site, id) {
        let Body::Schedule(schedule) = &pen.site.entry(schedule_id).record.body else { continue };
        let mut line = badge(pen, schedule_id).unwrap_or_default();
        if let Some(next) = next(pen, schedule_id, schedule, false) {
            line.text(" ").add(&next);
        }
        if let Some(last) = last_time(pen, schedule) {
            line.aside(&last);
        }
        line.add(&pen.more(schedule_id));
        lines.push(line);
    }
    let mut out = listed(&lines).unwrap_or_else(|| {
        let mut out = pen.say("answer_no_dates").marked(Mark::Absent);
        if !program.steps.is_empty() {
            more(&format!("{page}#sec-steps"), &pen.say("answer_steps"), &mut out);
        }
        out
    });
    // Whoever is not taken in one round asks for the next.
    if !program.transitions.items.is_empty() {
        more(&format!("{page}#sec-exceptions"), &pen.say("heading_rules"), &mut out);
    }
    Some(out)
}

/// By what schedules are sorted.
pub fn rank(pen: &Pen<'_>, id: RecordId) -> (Option<recruitment::State>, i64) {
    let entry = pen.site.entry(id);
    recruitment::rank(pen.site, &entry.record.body, entry.state)
}

/// The next instant at which somebody who applies may or must act: the window that is open closes, or the next opens. The
/// others stand beside it, hidden, for a browser to show when their time has come.
///
/// When all are past, what is known of the next recruitment, unless a state that is shown beside it says that.
pub fn next(pen: &Pen<'_>, id: RecordId, schedule: &Schedule, alone: bool) -> Option<Inline> {
    let made = pen.made.and_then(|made| made.of(id)?.dates.clone());
    let dates = made.unwrap_or_else(|| dates(pen, schedule));
    if dates.all.is_empty() {
        return None;
    }
    let mut out = Inline::default();
    out.open(Mark::Next).attribute(Attribute::DataNext, "").add(&dates.all);
    if alone {
        out.open(Mark::Instant).attribute(Attribute::DataElse, "");
        if dates.any_to_come {
            out.attribute(Attribute::Hidden, "");
        }
        let after = match &schedule.successor {
            Some(Successor::Schedule(next)) => pen.reference(next),
            Some(Successor::NotAnnounced(_)) => pen.say("successor_not_announced"),
            None => pen.say("next_none"),
        };
        out.add(&after).close(Mark::Instant);
    }
    out.close(Mark::Next);
    Some(out)
}

/// The instants at which somebody who applies may or must act, in the order of time.
pub fn dates(pen: &Pen<'_>, schedule: &Schedule) -> Dates {
    let now = pen.site.as_of;
    let zone = &schedule.zone.0;
    let mut dates: Vec<(Timestamp, Timestamp, Inline)> = Vec::new();
    let date = |moment: &Moment| pen.time(moment, zone);
    let said = |words: &str, moment: &Moment| {
        let mut out = pen.fill(words, &[("date", &date(moment))]);
        out.add(&pen.inference(moment));
        out
    };
    for stage in recruitment::applications(schedule, &pen.site.vocabularies) {
        let opens = stage.opens.as_ref().and_then(|opens| Some((opens.start(zone)?, opens)));
        dates.extend(opens.map(|(at, moment)| (at, Timestamp::MIN, said("next_opens", moment))));
        let since = opens.map_or(Timestamp::MIN, |(at, _)| at);
        let again = stage.occurrences(&schedule.zone, now);
        if !again.is_empty() {
            dates.extend(again.iter().map(|(over, moment)| (*over, since, said("next_closes", moment))));
            continue;
        }
        let Some(closes) = &stage.closes else { continue };
        let last = match closes.end(zone) {
            Some(end) => (end, said("next_closes", closes)),
            None if stage.opens.as_ref().is_some_and(Moment::is_undated) => continue,
            None if closes.vague.until.is_some() => (Timestamp::MAX, date(closes)),
            None => continue,
        };
        // Until the first way is closed, it stands beside the last.
        let ways = stage.closing_ways();
        for (way, first) in &ways {
            if let Some(end) = first.end(zone).filter(|end| *end < last.0) {
                let parts = [("date", &date(closes)), ("way", &pen.means(way)), ("first", &date(first))];
                dates.push((end, since, pen.fill("next_closes_way", &parts)));
            }
        }
        dates.push((last.0, since, last.1));
    }
    dates.sort_by_key(|(at, ..)| *at);
    let shown = dates.iter().position(|(at, since, ..)| now < *at && *since <= now);
    let mut all = Inline::default();
    for (number, (at, since, words)) in dates.into_iter().enumerate() {
        all.open(Mark::Instant).attribute(Attribute::DataAt, &at.as_second().to_string());
        if since != Timestamp::MIN {
            all.attribute(Attribute::DataSince, &since.as_second().to_string());
        }
        if shown != Some(number) {
            all.attribute(Attribute::Hidden, "");
        }
        all.add(&words).close(Mark::Instant);
    }
    Dates { all, any_to_come: shown.is_some() }
}

/// Of a recruitment that is over, when people could apply: of several rounds, in the first. Where nobody applied, its first dates.
pub fn last_time(pen: &Pen<'_>, schedule: &Schedule) -> Option<Inline> {
    let vocabularies = &pen.site.vocabularies;
    if !recruitment::is_over(schedule, vocabularies, pen.site.as_of) {
        return None;
    }
    let held = || schedule.known_rounds().iter().flat_map(Round::held);
    let counts = |stage: &&Stage| !recruitment::is_announcement(stage, vocabularies);
    let stage = recruitment::applications(schedule, vocabularies).next().or_else(|| held().find(counts))?;
    let date = |moment: &Moment| pen.moment(moment, &schedule.zone.0);
    let dates = match &stage.at {
        Some(at) => date(at),
        None => pen.range(stage.opens.as_ref().map(date), stage.closes.as_ref().map(date)),
    };
    Some(pen.fill("last_time", &[("dates", &dates)]))
}

/// The instants at which a window of a schedule opens or closes.
fn instants(pen: &Pen<'_>, schedule: &Schedule) -> impl Iterator<Item = Timestamp> {
    let windows = recruitment::windows(schedule, &pen.site.vocabularies);
    windows.into_iter().flat_map(|(opens, closes)| [opens, closes]).filter(|at| *at != Timestamp::MIN && *at != Timestamp::MAX)
}

/// The next of them.
pub fn next_instant(pen: &Pen<'_>, schedule: &Schedule) -> Option<Timestamp> {
    instants(pen, schedule).filter(|at| pen.site.as_of < *at).min()
}

fn papers(pen: &Pen<'_>, program: &Program, page: &str) -> Option<Inline> {
    let documents = program.documents.as_ref()?;
    Some(match documents {
        Fact::Known { value, .. } => {
            let count = value.group.as_ref().map_or(1, |group| group.parts.len());
            let words = pen.say_with("answer_papers_count", &[("count", Arg::from(count))]);
            let words = if value.group.as_ref().is_some_and(|group| !group.all) { pen.say("answer_papers_list") } else { words };
            let mut out = Inline::default();
            out.open(Mark::Link).attribute(Attribute::Href, &format!("{page}#sec-documents")).add(&words).close(Mark::Link);
            out
        }
        absent @ Fact::Absent { .. } => pen.fact(absent, |_| Inline::default()),
    })
}

fn ask(pen: &Pen<'_>, program: &Program, page: &str) -> Option<Inline> {
    if !program.contacts.items.is_empty() {
        let mut names: Vec<Inline> = Vec::new();
        for contact in &program.contacts.items {
            let email = contact.email.as_ref().map(|email| pen.email(email));
            names.extend(contact.name.as_ref().map(|name| pen.text(name)).into_iter().chain(email));
        }
        let mut last = Inline::default();
        more(&format!("{page}#sec-contacts"), &pen.say("answer_contacts"), &mut last);
        names.push(last);
        return Some(Inline::lines(&names));
    }
    let body = program.host.as_ref().or(program.organizer.as_ref()).or(program.authority.as_ref())?;
    let mut out = pen.reference(body);
    let host = mentions::resolve(pen.site, &body.target).ok().filter(|host| has_contacts(&pen.site.entry(*host).record.body));
    match host {
        Some(host) => {
            let mut link = Inline::default();
            more(&format!("{}#sec-contacts", pen.record_href(host)), &pen.say("answer_host_contacts"), &mut link);
            out.aside(&link);
        }
        None => {
            out.aside(&pen.say("answer_no_contact"));
        }
    }
    Some(out)
}

fn has_contacts(body: &Body) -> bool {
    match body {
        Body::Hospital(hospital) => !hospital.contacts.items.is_empty(),
        Body::Organization(organization) => !organization.contacts.items.is_empty(),
        _ => false,
    }
}
