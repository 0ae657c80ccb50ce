//! When the site says something else without an edit: states of recruitment, stages of it, reviews that fall due. The number of
//! days that are left, and today's line in a drawing, do not count.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, ToSpan};

use crate::model::moment::Moment;
use crate::model::record::Body;
use crate::model::reference::Kind;
use crate::model::schedule::{Round, Schedule, Stage};
use crate::site::facets::Facet;
use crate::site::recruitment::{self, State};
use crate::site::{RecordId, Site, contacts, mentions, routes};

/// What is then said otherwise of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Its state of recruitment: before and then.
    State(State, State),
    /// A stage of it begins or is over.
    Stage,
    /// A round of it is over, and has no calendar any more.
    Round,
    /// Its review is overdue.
    Review,
}

impl What {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::State(..) => "state",
            Self::Stage => "stage",
            Self::Round => "round",
            Self::Review => "review",
        }
    }
}

/// All that is said otherwise from an instant on.
pub type Changes = Vec<(RecordId, What)>;

/// What depends on the clock in what pages say of a schedule.
#[derive(PartialEq, Eq)]
struct Said {
    state: State,
    stages: Vec<Vec<Option<bool>>>,
    rounds: Vec<bool>,
    /// When what takes place again and again is over the next time.
    again: Vec<Option<Timestamp>>,
}

impl Said {
    fn at(site: &Site, schedule: &Schedule, now: Timestamp) -> Self {
        let zone = &schedule.zone.0;
        let stages = schedule.known_rounds().iter().flat_map(|round| round.held().map(move |stage| (round, stage)));
        let stages = stages.map(|(round, stage)| {
            let begun = |moment: Option<&Moment>| Some(moment?.start(zone)? <= now);
            let over = |moment: &Option<Moment>| Some(moment.as_ref()?.end(zone)? <= now);
            let own = [begun(round.begins(stage)), over(&stage.closes), begun(stage.at.as_ref()), over(&stage.at)];
            let ways = stage.ways.iter().flat_map(|way| [begun(way.opens.as_ref()), over(&way.closes)]);
            own.into_iter().chain(ways).collect::<Vec<_>>()
        });
        Self {
            state: recruitment::state(schedule, &site.vocabularies, now, site.file.closing_soon_days),
            stages: stages.collect(),
            again: again(schedule).map(|stage| Some(stage.occurrences(&schedule.zone, now).first()?.0)).collect(),
            rounds: schedule.known_rounds().iter().map(|round| round.is_over(&schedule.zone, now)).collect(),
        }
    }
}

/// The instants after that of the site at which it says something else, the first ones first, and what.
pub fn changes(site: &Site) -> BTreeMap<Timestamp, Changes> {
    let mut all: BTreeMap<Timestamp, Changes> = BTreeMap::new();
    for (id, entry) in site.ids().filter(|(_, entry)| !entry.broken) {
        let review = entry.record.common.review_by.as_ref().and_then(|review| review.end(&site.file.zone.0));
        if let Some(at) = review.filter(|at| *at > site.as_of) {
            all.entry(at).or_default().push((id, What::Review));
        }
        if let Body::Schedule(schedule) = &entry.record.body {
            of_schedule(site, id, schedule, &mut all);
        }
    }
    all
}

/// The first of them.
pub fn next(site: &Site) -> Option<Timestamp> {
    changes(site).into_keys().next()
}

fn of_schedule(site: &Site, id: RecordId, schedule: &Schedule, all: &mut BTreeMap<Timestamp, Changes>) {
    let mut before = Said::at(site, schedule, site.as_of);
    for at in instants(site, schedule).into_iter().filter(|at| *at > site.as_of) {
        let then = Said::at(site, schedule, at);
        let mut add = |is_other: bool, what: What| {
            if is_other {
                all.entry(at).or_default().push((id, what));
            }
        };
        add(before.state != then.state, What::State(before.state, then.state));
        add(before.stages != then.stages || before.again != then.again, What::Stage);
        add(before.rounds != then.rounds, What::Round);
        before = then;
    }
}

/// The stages that take place again and again.
fn again(schedule: &Schedule) -> impl Iterator<Item = &Stage> {
    schedule.known_rounds().iter().flat_map(Round::held).filter(|stage| stage.every.is_some())
}

/// The instants at which anything of a schedule could be another.
fn instants(site: &Site, schedule: &Schedule) -> BTreeSet<Timestamp> {
    let zone = &schedule.zone.0;
    let soon = (i64::from(site.file.closing_soon_days) * 24).hours();
    let windows = recruitment::windows(schedule, &site.vocabularies).into_iter();
    let windows = windows.flat_map(|(opens, closes)| [Some(opens), closes.checked_sub(soon).ok(), Some(closes)]);
    let moments = schedule.known_rounds().iter().flat_map(|round| &round.stages).flat_map(Stage::written);
    let moments = moments.flat_map(|moment| [moment.start(zone), moment.end(zone)]);
    let again = again(schedule).flat_map(|stage| stage.occurrences(&schedule.zone, site.as_of)).map(|(over, _)| Some(over));
    windows.chain(moments).chain(again).flatten().filter(|at| *at != Timestamp::MIN && *at != Timestamp::MAX).collect()
}

/// The addresses of the pages on which it is said: those of the records and of the records that speak of them, and the lists.
pub fn pages(site: &Site, changes: &Changes) -> BTreeSet<String> {
    let mut records: BTreeSet<RecordId> = BTreeSet::new();
    let mut pages = BTreeSet::new();
    for (id, what) in changes {
        records.insert(*id);
        records.extend(site.entry(*id).incoming.iter().map(|(from, _)| *from));
        let Body::Schedule(schedule) = &site.entry(*id).record.body else { continue };
        let program = schedule.program.as_ref().and_then(|program| mentions::resolve(site, &program.target).ok());
        records.extend(program);
        records.extend(program.iter().flat_map(|program| &site.entry(*program).incoming).map(|(from, _)| *from));
        if let What::State(before, then) = what {
            for lang in site.languages.all() {
                pages.insert(routes::home_address(site, lang));
                let states = [*before, *then, before.of_program(), then.of_program()];
                let lists = states.map(|state| format!("{}/{}", Facet::Recruitment.folder(), state.as_str()));
                let folders = [Kind::Schedule.folder(), Kind::Program.folder(), Facet::Recruitment.folder()];
                let lists = folders.into_iter().map(str::to_owned).chain(lists);
                pages.extend(lists.map(|folder| routes::list_address(site, lang, &folder, 1)));
            }
        }
    }
    // What they speak of speaks of them, too.
    let speaks = |id: &RecordId| site.entry(*id).incoming.iter().any(|(from, _)| records.contains(from));
    let spoken_of: Vec<RecordId> = site.ids().map(|(id, _)| id).filter(speaks).collect();
    records.extend(spoken_of);
    for id in records.into_iter().filter(|id| !site.entry(*id).broken) {
        pages.extend(site.languages.all().map(|lang| routes::record_address(site, lang, id)));
        if site.entry(id).kind() == Kind::Program && contacts::of_program(site, id).is_some() {
            pages.extend(site.languages.all().map(|lang| routes::letter_address(site, lang, id)));
        }
    }
    pages
}
