//! What the home page shows beside its prose: recruitments, what changed lately, the ways in.

use std::cmp::Reverse;

use jiff::Timestamp;
use serde::Serialize;

use super::cards::{card, state_badge};
use super::html::html;
use super::line_map;
use super::list_parts::FacetValue;
use super::lists::facet_values;
use super::parts::{Badge, CardGroup};
use super::shared::facet_label;
use super::{View, answers, can};
use crate::markup::{Inline, escape};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::schedule::{Schedule, Successor};
use crate::render::pen::Pen;
use crate::site::entries::Entry;
use crate::site::facets::Facet;
use crate::site::recruitment::{self, State};
use crate::site::{RecordId, link, mentions, routes};

/// Entries of each part.
const FEW: usize = 8;

/// Recruitments that are over, where none is to come.
const FEW_PAST: usize = 3;

/// The parts of the home page.
#[derive(Debug, Serialize, Default)]
pub struct Home {
    /// Who a reader may be: the first of the choices that lead to an answer.
    pub professions: Vec<FacetValue>,
    /// Recruitments: those that matter most to one who wants to apply come first.
    pub departures: Vec<Departure>,
    /// Where none of them is open or to come: the latest of each program.
    pub departed: Vec<Departure>,
    /// The list of all recruitments.
    #[serde(serialize_with = "html")]
    pub all_departures: Option<String>,
    /// Notices and changes, the newest first.
    pub changes: Vec<Changed>,
    /// The list of all notices.
    #[serde(serialize_with = "html")]
    pub all_notices: Option<String>,
    /// The values of each facet, as ways in.
    pub ways: Vec<Way>,
    /// Programs, where they are few.
    pub programs: Option<CardGroup>,
}

/// A recruitment on the board.
#[derive(Debug, Serialize)]
pub struct Departure {
    /// Its page.
    #[serde(serialize_with = "html")]
    pub href: String,
    /// Its title, its language marked.
    #[serde(serialize_with = "html")]
    pub title: Inline,
    /// Its state.
    pub state: Option<Badge>,
    /// The next date.
    #[serde(serialize_with = "html")]
    pub next: Option<Inline>,
    /// If it is over: when it was.
    #[serde(serialize_with = "html")]
    pub last: Option<Inline>,
}

/// Something new.
#[derive(Debug, Serialize)]
pub struct Changed {
    /// The date.
    #[serde(serialize_with = "html")]
    pub date: Inline,
    /// The page, its language marked.
    #[serde(serialize_with = "html")]
    pub title: Inline,
    /// Its address.
    #[serde(serialize_with = "html")]
    pub href: String,
    /// What changed.
    #[serde(serialize_with = "html")]
    pub note: Option<Inline>,
}

/// A facet and its values.
#[derive(Debug, Serialize)]
pub struct Way {
    /// Its name.
    #[serde(serialize_with = "html")]
    pub heading: Inline,
    /// The list of all its values.
    #[serde(serialize_with = "html")]
    pub href: String,
    /// Its values.
    pub values: Vec<FacetValue>,
}

/// Adds to a home page what it shows beside its prose.
pub fn add(pen: &Pen<'_>, view: &mut View) {
    view.home = Some(home(pen));
    view.map = line_map::line_map(pen);
}

fn home(pen: &Pen<'_>) -> Home {
    let site = pen.site;
    let list = |kind: Kind| {
        let is_long = site.list(pen.lang, kind).len() > FEW;
        is_long.then(|| pen.href(&routes::list_address(site, pen.lang, kind.folder(), 1)))
    };
    let programs = site.list(pen.lang, Kind::Program);
    let programs = (!programs.is_empty()).then(|| CardGroup {
        heading: pen.say(Kind::Program.plural()),
        cards: programs.iter().take(2 * FEW).map(|id| card(pen, *id)).collect(),
    });
    let departures = departures(pen);
    Home {
        professions: can::readers(pen),
        departed: if departures.is_empty() { departed(pen) } else { Vec::new() },
        departures,
        all_departures: list(Kind::Schedule),
        changes: changes(pen),
        all_notices: (!site.list(pen.lang, Kind::Notice).is_empty())
            .then(|| pen.href(&routes::list_address(site, pen.lang, Kind::Notice.folder(), 1))),
        ways: [Facet::Prefecture, Facet::Specialty]
            .into_iter()
            .filter(|facet| site.facets.divides(*facet))
            .filter_map(|facet| way(pen, facet))
            .collect(),
        programs,
    }
}

/// The recruitments that can still be reached, what matters most first.
fn departures(pen: &Pen<'_>) -> Vec<Departure> {
    let mut found: Vec<_> = schedules(pen)
        .filter(|(id, _)| pen.site.entry(*id).state.is_some_and(|state| state <= State::Upcoming))
        .map(|(id, schedule)| (pen.site.entry(id).state, answers::next_instant(pen, schedule).unwrap_or(Timestamp::MAX), id))
        .collect();
    found.sort_unstable();
    found.into_iter().take(FEW).filter_map(|(.., id)| departure(pen, id)).collect()
}

/// Where none can be reached: of each program the latest that is over, and no more than a few.
fn departed(pen: &Pen<'_>) -> Vec<Departure> {
    let site = pen.site;
    let mut found: Vec<_> = schedules(pen)
        .filter(|(id, _)| site.entry(*id).state.is_some_and(State::is_past) && !link::is_retired(site, site.entry(*id)))
        .filter(|(id, schedule)| {
            let program = schedule.program.as_ref().and_then(|program| mentions::resolve(site, &program.target).ok());
            match program {
                Some(program) => recruitment::that_count(site, program).contains(id),
                None => !matches!(schedule.successor, Some(Successor::Schedule(_))),
            }
        })
        .map(|(id, schedule)| (Reverse(recruitment::last_instant(schedule, &site.vocabularies)), id))
        .collect();
    found.sort_unstable();
    found.into_iter().take(FEW_PAST).filter_map(|(_, id)| departure(pen, id)).collect()
}

fn schedules<'a>(pen: &Pen<'a>) -> impl Iterator<Item = (RecordId, &'a Schedule)> {
    pen.site.ids().filter_map(|(id, entry)| match &entry.record.body {
        Body::Schedule(schedule) if !entry.broken => Some((id, &**schedule)),
        _ => None,
    })
}

fn departure(pen: &Pen<'_>, id: RecordId) -> Option<Departure> {
    let Body::Schedule(schedule) = &pen.site.entry(id).record.body else { return None };
    Some(Departure {
        href: escape(&pen.record_href(id)),
        title: pen.title_marked(id),
        state: state_badge(pen, id),
        next: answers::next(pen, id, schedule, false),
        last: answers::last_time(pen, schedule),
    })
}

/// When a record was new, or changed, as far as that is known.
fn news(pen: &Pen<'_>, entry: &Entry) -> Option<(Timestamp, Inline, Option<Inline>)> {
    let zone = &pen.site.file.zone.0;
    let changes = entry.record.common.changes.iter().filter_map(|change| Some((change.date.start(zone)?, change)));
    let change = changes.max_by_key(|(at, _)| *at);
    let change = change.map(|(at, change)| (at, pen.date(&change.date), pen.optional(change.note.as_ref())));
    let notice = match &entry.record.body {
        Body::Notice(notice) => match &notice.date {
            Some(Fact::Known { value, .. }) => value.start(zone).map(|at| (at, pen.date(value), None)),
            _ => None,
        },
        _ => None,
    };
    change.into_iter().chain(notice).max_by_key(|(at, ..)| *at)
}

fn changes(pen: &Pen<'_>) -> Vec<Changed> {
    let mut found: Vec<(Timestamp, RecordId)> = pen
        .site
        .ids()
        .filter(|(_, entry)| !entry.broken && entry.exists_in(pen.lang, &pen.site.languages))
        .filter_map(|(id, entry)| Some((when(pen, entry)?, id)))
        .collect();
    found.sort_unstable_by_key(|(at, id)| (Reverse(*at), *id));
    let newest = found.into_iter().take(FEW - 2);
    newest
        .filter_map(|(_, id)| {
            let (_, date, note) = news(pen, pen.site.entry(id))?;
            Some(Changed { date, title: pen.title_marked(id), href: escape(&pen.record_href(id)), note })
        })
        .collect()
}

/// The instant of [`news`], without its words.
fn when(pen: &Pen<'_>, entry: &Entry) -> Option<Timestamp> {
    let zone = &pen.site.file.zone.0;
    let notice = match &entry.record.body {
        Body::Notice(notice) => notice.date.as_ref().and_then(Fact::known).and_then(|date| date.start(zone)),
        _ => None,
    };
    entry.record.common.changes.iter().filter_map(|change| change.date.start(zone)).chain(notice).max()
}

fn way(pen: &Pen<'_>, facet: Facet) -> Option<Way> {
    let values = facet_values(pen, facet);
    (!values.is_empty()).then(|| Way {
        heading: pen.say(facet_label(facet)),
        href: pen.href(&routes::list_address(pen.site, pen.lang, facet.folder(), 1)),
        values,
    })
}
