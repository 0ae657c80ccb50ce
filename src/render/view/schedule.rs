//! What a schedule's page shows: every round as a table of its stages.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::answers;
use super::hospital;
use super::kind_view::KindView;
use super::parts::{Rows, Section};
use super::shared::STAGE_STATES;
use super::table::Table;
use super::timeline;
use crate::base::Arg;
use crate::markup::{Attribute, Inline, Mark};
use crate::model::count::Count;
use crate::model::counted::{Side, Whichever};
use crate::model::fact::Fact;
use crate::model::how_many::HowMany;
use crate::model::moment::Moment;
use crate::model::paper::Paper;
use crate::model::quantity::Comparison;
use crate::model::schedule::{Round, Schedule, Stage, Successor};
use crate::model::venue::Venue;
use crate::model::way::Way;
use crate::render::pen::Pen;
use crate::site::{RecordId, routes};

/// The view of a schedule.
pub fn view(pen: &Pen<'_>, id: RecordId, schedule: &Schedule) -> KindView {
    let Schedule { program, organization, fiscal_year, zone, rounds, successor, links } = schedule;
    // Readers expect the site's own.
    let foreign_zone = zone.0.iana_name().filter(|name| Some(*name) != pen.site.file.zone.0.iana_name());
    let mut facts = Rows::new(pen);
    facts
        .add("label_program", program.as_ref().map(|program| pen.reference(program)))
        .add("label_organizer", organization.as_ref().map(|organization| pen.reference(organization)))
        .add("label_fiscal_year", fiscal_year.as_ref().map(|fact| pen.fact(fact, |year| pen.fiscal_year(year))))
        .add("label_zone", foreign_zone.map(|name| Inline::of(name.replace('_', " "))))
        .add(
            "label_successor",
            successor.as_ref().map(|successor| match successor {
                Successor::Schedule(reference) => pen.reference(reference),
                Successor::NotAnnounced(_) => pen.say("successor_not_announced"),
            }),
        );
    let mut sections = Vec::new();
    match rounds {
        Some(absent @ Fact::Absent { .. }) => {
            let intro = Some(pen.fact(absent, |_| Inline::default()));
            sections.push(Section { intro, ..Section::new(pen, "sec-rounds", "heading_rounds", "list") });
        }
        _ => {
            for (i, round) in schedule.known_rounds().iter().enumerate() {
                let calendar = calendar(pen, id, schedule, i);
                sections.push(Section { calendar, ..self::round(pen, schedule, round, i) });
            }
        }
    }
    sections.extend(hospital::links(pen, links));
    let timelines = timeline::timeline(pen, id, schedule).into_iter().collect();
    let answers = answers::schedule(pen, id, schedule);
    KindView { answers, facts: facts.done(), sections, timelines, ..KindView::default() }
}

/// The calendar file of a round that has one.
fn calendar(pen: &Pen<'_>, id: RecordId, schedule: &Schedule, index: usize) -> Option<String> {
    let address = routes::calendar_address(pen.site, pen.lang, id, &schedule.round_name(index));
    pen.site.routes.contains_key(&*address).then(|| pen.href(&address))
}

/// The anchors of the first rounds; later ones have none of their own.
const ROUND_IDS: [&str; 4] = ["sec-rounds", "sec-round-2", "sec-round-3", "sec-round-4"];

fn round(pen: &Pen<'_>, schedule: &Schedule, round: &Round, index: usize) -> Section {
    let name = match (&round.name, &round.round) {
        (Some(name), _) => pen.text(name),
        (None, Some(word)) => pen.word_in(word),
        (None, None) => pen.say("heading_rounds"),
    };
    let rows: Vec<Vec<Inline>> = round.stages.iter().map(|stage| row(pen, schedule, round, stage)).collect();
    let head = ["label_stage", "label_opens", "label_closes", "label_concerns", "label_note"];
    let caption = (name.clone(), pen.label(&name));
    let table = Table::new(caption, head.iter().map(|id| pen.say(id)).collect(), &rows, 3, |_| false);
    Section {
        id: ROUND_IDS.get(index).copied().unwrap_or_default(),
        heading: name,
        layout: "table",
        table: Some(table),
        notes: round.note.as_ref().map(|note| pen.text(note)).into_iter().collect(),
        ..Section::default()
    }
}

fn row(pen: &Pen<'_>, schedule: &Schedule, round: &Round, stage: &Stage) -> Vec<Inline> {
    let zone = &schedule.zone.0;
    let name = stage.stage.as_ref().map(|stage| pen.word_in(stage)).unwrap_or_default();
    let (mut opens, mut closes) = match &stage.at {
        Some(at) => (pen.moment(at, zone), Inline::default()),
        None => {
            let mut opens = stage.opens.as_ref().map(|opens| pen.moment(opens, zone)).unwrap_or_default();
            if let Some(every) = &stage.every {
                let words = Inline::of(pen.kit.recurrence(every));
                let own: Vec<Inline> = [words].into_iter().chain(occurrences(pen, schedule, stage)).collect();
                let since = pen.range(Some(opens).filter(|opens| !opens.is_empty()), None);
                opens = Inline::lines(own.iter().chain((!since.is_empty()).then_some(&since)));
            }
            let closes = stage.closes.as_ref().map(|closes| pen.moment(closes, zone)).unwrap_or_default();
            (opens, closes)
        }
    };
    if let Some((is_end, words)) = counted(pen, schedule, round, stage) {
        let cell = if is_end { &mut closes } else { &mut opens };
        *cell = Inline::lines((!cell.is_empty()).then_some(&*cell).into_iter().chain([&words]));
    }
    let concerns = stage.concerns.as_ref().map(|party| pen.word_in(party)).unwrap_or_default();
    let mut note = pen.optional(stage.note.as_ref()).unwrap_or_default();
    if round.withdrawn || stage.withdrawn {
        let withdrawn = pen.say("stage_withdrawn").marked(Mark::Withdrawn);
        note = if note.is_empty() { withdrawn } else { Inline::join([&withdrawn, &note], &Inline::of(" ")) };
    }
    if !stage.except.is_empty() {
        let days: Vec<Inline> = stage.except.iter().map(|day| pen.moment(day, zone)).collect();
        note.aside(&pen.explained("label_not_held", &pen.kit.list_of(&days)));
    }
    if !stage.overlaps.items.is_empty() {
        let names: Vec<Inline> = stage.overlaps.items.iter().map(|word| pen.word_in(word)).collect();
        note.aside(&pen.explained("label_overlaps", &pen.kit.list_of(&names)));
    }
    if !stage.venues.items.is_empty() {
        note = Inline::lines(
            [&note, &pen.explained("label_venue", &venues(pen, stage))].into_iter().filter(|line| !line.is_empty()),
        );
    }
    if !stage.parts.items.is_empty() {
        let choose = stage.choose.map(|count| pen.say_with("exam_choose", &[("count", Arg::from(count as usize))]));
        let head = choose.unwrap_or_else(|| pen.say("label_parts"));
        note = Inline::lines([&note, &head].into_iter().filter(|line| !line.is_empty()));
        note.add(&Inline::bullets(&pen.items(&stage.parts, |part| paper(pen, part))));
    }
    let state = if round.withdrawn || stage.withdrawn { Inline::default() } else { stage_state(pen, round, stage, zone) };
    let with_state = |date: Inline| if state.is_empty() { date } else { Inline::join([&date, &state], &Inline::of(" ")) };
    let (opens, mut closes) = if closes.is_empty() { (with_state(opens), closes) } else { (opens, with_state(closes)) };
    if !stage.ways.is_empty() {
        closes.add(&Inline::bullets(&ways(pen, stage, zone)));
    }
    vec![name, opens, closes, concerns, note]
}

/// Where a stage takes place.
fn venues(pen: &Pen<'_>, stage: &Stage) -> Inline {
    let venue = |venue: &Venue| {
        let mut out = pen.optional(venue.name.as_ref()).unwrap_or_default();
        let parts = [venue.room.as_ref(), venue.address.as_ref().map(|address| &address.text), venue.note.as_ref()];
        parts.into_iter().flatten().for_each(|part| {
            out.aside(&pen.text(part));
        });
        out
    };
    let all = pen.items(&stage.venues, venue);
    match &all[..] {
        [one] => one.clone(),
        several => pen.fill("venue_one_of", &[("venues", &pen.kit.list_of(several))]),
    }
}

/// A part of an examination.
fn paper(pen: &Pen<'_>, part: &Paper) -> Inline {
    let Paper { name, lasts, questions, marks, note, span: _ } = part;
    let mut out = pen.optional(name.as_ref()).unwrap_or_default();
    let count = |id, HowMany(quantity): &HowMany| pen.fill(id, &[("count", &Inline::of(pen.kit.quantity(quantity)))]);
    let facts = [
        lasts.as_ref().map(|lasts| pen.length(lasts)),
        questions.as_ref().map(|questions| count("exam_questions", questions)),
        marks.as_ref().map(|marks| count("exam_marks", marks)),
        pen.optional(note.as_ref()),
    ];
    facts.into_iter().flatten().for_each(|fact| {
        out.aside(&fact);
    });
    out
}

/// What the day of a stage is counted from, and whether that is an end. A day that follows by the calendar stands in the row already; of
/// days on which offices are open, the first that it can be is said to be that.
fn counted(pen: &Pen<'_>, schedule: &Schedule, round: &Round, stage: &Stage) -> Option<(bool, Inline)> {
    let counted = stage.counted.as_ref()?;
    let event = match (&counted.from, &counted.event) {
        (Some(word), _) => pen.word_in(word),
        (None, event) => pen.optional(event.as_ref())?,
    };
    let (side, mut out) = match counted.count() {
        Some((side, count)) => (side, length(pen, side, count, &event)),
        None => (Side::Within, event),
    };
    if let (Some((_, Count::BusinessDays(_))), Some(day)) = (counted.count(), round.counted_day(stage)) {
        out.aside(&pen.fill("counted_business_day", &[("date", &pen.time(&day, &schedule.zone.0))]));
    }
    if let (Some(whichever), Some(or)) = (counted.whichever, &counted.or) {
        let id = match whichever {
            Whichever::Earlier => "counted_earlier",
            Whichever::Later => "counted_later",
        };
        out = pen.fill(id, &[("counted", &out), ("date", &pen.moment(or, &schedule.zone.0))]);
    }
    Some((side == Side::Within, out))
}

/// How long before or after something.
fn length(pen: &Pen<'_>, side: Side, count: &Count, event: &Inline) -> Inline {
    let length = match count {
        Count::Length(length) => pen.length(&Comparison::Is(*length)),
        Count::BusinessDays(days) => pen.say_with("business_days", &[("count", Arg::from(usize::from(*days)))]),
    };
    let id = match side {
        Side::Within => "counted_within",
        Side::After => "counted_after",
        Side::Before => "counted_before",
    };
    pen.fill(id, &[("length", &length), ("event", event)])
}

/// The ways of a stage with their ends, in the order in which they close.
fn ways(pen: &Pen<'_>, stage: &Stage, zone: &TimeZone) -> Vec<Inline> {
    let said = |way: &Way, closes: Option<&Moment>| {
        let time = |moment: &Moment| pen.moment(moment, zone);
        let mut out = pen.means(way);
        // An end alone stands in the column of ends: no word behind it, which would drift from it.
        let range = match &way.opens {
            Some(opens) => pen.range(Some(time(opens)), closes.map(time)),
            None => closes.map(time).unwrap_or_default(),
        };
        if !range.is_empty() {
            out = pen.labelled(&out, &range);
        }
        if let Some(note) = &way.note {
            out.aside(&pen.text(note));
        }
        out
    };
    let closing = stage.closing_ways();
    let others = stage.ways.iter().filter(|way| !closing.iter().any(|(other, _)| std::ptr::eq(*other, *way)));
    let ways = closing.iter().map(|(way, closes)| said(way, way.closes.as_ref().or(Some(*closes))));
    ways.chain(others.map(|way| said(way, None))).collect()
}

/// The next day on which a stage takes place again, and hidden beside it those after it, for a browser to show when their time has
/// come.
fn occurrences(pen: &Pen<'_>, schedule: &Schedule, stage: &Stage) -> Option<Inline> {
    let days = stage.occurrences(&schedule.zone, pen.site.as_of);
    if days.is_empty() {
        return None;
    }
    let mut out = Inline::default();
    out.open(Mark::Next).attribute(Attribute::DataNext, "");
    for (number, (over, moment)) in days.iter().enumerate() {
        out.open(Mark::Instant).attribute(Attribute::DataAt, &over.as_second().to_string());
        if number > 0 {
            out.attribute(Attribute::Hidden, "");
        }
        out.add(&pen.fill("next_occurrence", &[("date", &pen.time(moment, &schedule.zone.0))])).close(Mark::Instant);
    }
    out.close(Mark::Next);
    Some(out)
}

/// Where a stage stands, and what that follows from.
fn stage_state(pen: &Pen<'_>, round: &Round, stage: &Stage, zone: &TimeZone) -> Inline {
    let now = pen.site.as_of;
    let seconds = |at: Option<Timestamp>| at.map(|at| at.as_second().to_string()).unwrap_or_default();
    let (class, live) = match &stage.at {
        Some(at) => {
            let Some(end) = at.end(zone) else { return Inline::default() };
            (if now < end { "later" } else { "passed" }, end.as_second().to_string())
        }
        None => {
            let begins = round.begins(stage);
            let opens = begins.and_then(|opens| opens.start(zone));
            let closes = stage.closes.as_ref().and_then(|closes| closes.end(zone));
            let lasts = stage.closes.as_ref().is_some_and(|closes| closes.vague.until.is_some());
            let class = match (opens, closes) {
                _ if begins.is_some_and(Moment::is_undated) => return Inline::default(),
                // Between its bounds it is now and then.
                _ if stage.every.is_some() && closes.is_none_or(|closes| now < closes) => return Inline::default(),
                (None, None) if !lasts => return Inline::default(),
                (Some(opens), _) if now < opens => "upcoming-stage",
                (_, Some(closes)) if closes <= now => "over",
                _ => "open-stage",
            };
            (class, [seconds(opens), seconds(closes)].join("-"))
        }
    };
    let words = STAGE_STATES.iter().find(|(name, _)| *name == class).map(|(_, id)| pen.say(id)).unwrap_or_default();
    let mut out = Inline::default();
    out.open(Mark::Badge).attribute(Attribute::Kind, class).attribute(Attribute::DataStage, &live);
    out.add(&words).close(Mark::Badge);
    out
}
