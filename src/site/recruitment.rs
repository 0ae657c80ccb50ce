//! The state of a recruitment at an instant. A window is half-open: at the instant at which it closes, it is closed.

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan};

use super::vocabularies::Vocabularies;
use super::{RecordId, Site};
use crate::model::fact::Fact;
use crate::model::record::Body;
use crate::model::reference::Relation;
use crate::model::schedule::{Round, Schedule, Stage, Successor};
use crate::model::vocabulary::Entry;
use crate::model::word::Vocabulary;

/// What a reader can do now. Ordered by what matters most to one who wants to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Open, and closing within the days that the site calls soon.
    ClosingSoon,
    /// Open.
    Open,
    /// A window opens later.
    Upcoming,
    /// All windows are past.
    Closed,
    /// All windows are past, and the next recruitment is not announced.
    NotAnnounced,
    /// No window is known.
    Unknown,
}

impl State {
    /// All states, in their order.
    pub const ALL: [Self; 6] = [Self::ClosingSoon, Self::Open, Self::Upcoming, Self::Closed, Self::NotAnnounced, Self::Unknown];

    /// As in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClosingSoon => "closing-soon",
            Self::Open => "open",
            Self::Upcoming => "upcoming",
            Self::Closed => "closed",
            Self::NotAnnounced => "not-announced",
            Self::Unknown => "unknown",
        }
    }

    /// The message id of what readers see.
    pub fn message(self) -> &'static str {
        match self {
            Self::ClosingSoon => "state_closing_soon",
            Self::Open => "state_open",
            Self::Upcoming => "state_upcoming",
            Self::Closed => "state_closed",
            Self::NotAnnounced => "state_not_announced",
            Self::Unknown => "state_unknown",
        }
    }

    /// Is all of it past?
    pub fn is_past(self) -> bool {
        matches!(self, Self::Closed | Self::NotAnnounced)
    }

    /// What a schedule in this state says of its program: that one recruitment is over says nothing of the next.
    pub fn of_program(self) -> Self {
        if self == Self::Closed { Self::NotAnnounced } else { self }
    }
}

/// The group of the vocabulary `stages` whose windows are those in which people apply.
const APPLICATION: &str = "application";

/// The group of the stages that only tell of what is to come.
const ANNOUNCEMENT: &str = "announcement";

/// Does a schedule have another state at that instant than it has in the site?
pub fn differs(site: &Site, instant: Timestamp) -> bool {
    site.entries.iter().filter(|entry| !entry.broken).any(|entry| {
        let Body::Schedule(schedule) = &entry.record.body else { return false };
        let at = |instant| state(schedule, &site.vocabularies, instant, site.file.closing_soon_days);
        at(site.as_of) != at(instant)
    })
}

/// The first instant after that of the site at which a schedule has another state.
pub fn changes_at(site: &Site, schedule: &Schedule) -> Option<Timestamp> {
    let days = site.file.closing_soon_days;
    let at = |instant| state(schedule, &site.vocabularies, instant, days);
    let soon = (i64::from(days) * 24).hours();
    let windows = windows(schedule, &site.vocabularies).into_iter();
    let instants = windows.flat_map(|(opens, closes)| [Some(opens), closes.checked_sub(soon).ok(), Some(closes)]).flatten();
    let later: BTreeSet<Timestamp> = instants.filter(|instant| *instant > site.as_of).collect();
    later.into_iter().find(|instant| at(*instant) != at(site.as_of))
}

/// The first instant after that of the site at which a state is another, or a round is over.
pub fn lasts_until(site: &Site) -> Timestamp {
    let soon = (i64::from(site.file.closing_soon_days) * 24).hours();
    let schedules = site.entries.iter().filter_map(|entry| match &entry.record.body {
        Body::Schedule(schedule) if !entry.broken => Some(schedule),
        _ => None,
    });
    let instants = schedules.flat_map(|schedule| {
        let windows = windows(schedule, &site.vocabularies).into_iter();
        let windows = windows.flat_map(|(opens, closes)| [Some(opens), closes.checked_sub(soon).ok(), Some(closes)]);
        let moments = schedule.known_rounds().iter().flat_map(|round| &round.stages).flat_map(Stage::written);
        let again = schedule.known_rounds().iter().flat_map(|round| &round.stages);
        let again = again.filter_map(|stage| Some(Some(stage.occurrences(&schedule.zone, site.as_of).first()?.0)));
        windows.chain(moments.map(|moment| moment.end(&schedule.zone.0))).chain(again).flatten()
    });
    instants.filter(|instant| *instant > site.as_of).min().unwrap_or(Timestamp::MAX)
}

/// Does the vocabulary say that it is a stage in which people apply?
pub fn is_called_application(stage: &Stage, vocabularies: &Vocabularies) -> bool {
    group(stage, vocabularies) == Some(APPLICATION)
}

/// Is it a stage in which people apply?
pub fn is_application(schedule: &Schedule, stage: &Stage, vocabularies: &Vocabularies) -> bool {
    is_called_application(stage, vocabularies) || is_meant_as_application(schedule, stage, vocabularies)
}

/// Is a stage of the site's own, of which its vocabulary does not say what it is, plainly the one in which people apply? Where no other
/// is, it is when it has ways in which people apply, or is the only such window of its round.
fn is_meant_as_application(schedule: &Schedule, stage: &Stage, vocabularies: &Vocabularies) -> bool {
    let is_window = |stage: &Stage| may_be_application(stage, vocabularies);
    let rounds = schedule.known_rounds();
    let is_called = |stage: &Stage| is_called_application(stage, vocabularies);
    is_window(stage)
        && !rounds.iter().flat_map(|round| &round.stages).any(is_called)
        && (!stage.ways.is_empty()
            || rounds.iter().any(|round| {
                let mut windows = round.stages.iter().filter(|stage| is_window(stage));
                windows.next().is_some_and(|only| std::ptr::eq(only, stage)) && windows.next().is_none()
            }))
}

/// A window of a stage of the site's own, of which its vocabulary does not say what it is.
fn may_be_application(stage: &Stage, vocabularies: &Vocabularies) -> bool {
    let Some(word) = stage.stage.as_ref().map(|stage| &stage.word) else { return false };
    let is_window = stage.at.is_none() && (stage.opens.is_some() || stage.closes.is_some()) && stage.counted.is_none();
    let is_unsaid = |entry: &Entry| entry.group.is_none() && entry.follows.is_none();
    is_window && vocabularies.of(word).is_some_and(is_unsaid) && !Vocabularies::is_built_in(word)
}

/// Windows of which nobody can tell whether people apply in them, in a schedule in which people apply in no other.
pub fn undetermined<'s>(schedule: &'s Schedule, vocabularies: &'s Vocabularies) -> Vec<&'s Stage> {
    if applications(schedule, vocabularies).next().is_some() {
        return Vec::new();
    }
    let held = schedule.known_rounds().iter().flat_map(Round::held);
    held.filter(|stage| may_be_application(stage, vocabularies)).collect()
}

/// Does a stage only tell of what is to come?
pub fn is_announcement(stage: &Stage, vocabularies: &Vocabularies) -> bool {
    group(stage, vocabularies) == Some(ANNOUNCEMENT)
}

fn group<'v>(stage: &Stage, vocabularies: &'v Vocabularies) -> Option<&'v str> {
    vocabularies.get(Vocabulary::Stages, &stage.stage.as_ref()?.word.id)?.group.as_deref()
}

/// The stages of a schedule in which people apply, those that are held.
pub fn applications<'s>(schedule: &'s Schedule, vocabularies: &'s Vocabularies) -> impl Iterator<Item = &'s Stage> {
    let stages = schedule.known_rounds().iter().flat_map(Round::held);
    stages.filter(|stage| is_application(schedule, stage, vocabularies))
}

/// The round of the vocabulary in which people apply at any time.
const ROLLING: &str = "rolling";

/// The windows of a schedule in which people apply: first instant, first instant after. In a round at any time a window that names no
/// end has none, and one that names no beginning has begun.
pub fn windows(schedule: &Schedule, vocabularies: &Vocabularies) -> Vec<(Timestamp, Timestamp)> {
    let zone = &schedule.zone.0;
    let rounds = schedule.known_rounds().iter().filter(|round| !round.withdrawn);
    let windows = rounds.flat_map(|round| {
        let is_rolling = round.round.as_ref().is_some_and(|word| &*word.word.id == ROLLING);
        let stages = round.held().filter(|stage| is_application(schedule, stage, vocabularies));
        let of_stages = stages.filter_map(move |stage| {
            let closes = match &stage.closes {
                // It lasts until something ends it, or until a date that is not fixed yet.
                Some(closes) if closes.is_undated() => Timestamp::MAX,
                Some(closes) => closes.end(zone)?,
                None if (is_rolling || stage.every.is_some()) && stage.at.is_none() => Timestamp::MAX,
                None => return None,
            };
            let opens = match round.begins(stage) {
                Some(opens) => opens.start(zone)?,
                None => Timestamp::MIN,
            };
            Some((opens, closes))
        });
        let without_stages = is_rolling && round.stages.is_empty();
        of_stages.chain(without_stages.then_some((Timestamp::MIN, Timestamp::MAX)))
    });
    windows.collect()
}

/// Is all of a schedule past at `now`? Of one that knows no window in which people apply, all of its dates; what was only announced
/// does not end it, nor does an application whose dates are not known.
pub fn is_over(schedule: &Schedule, vocabularies: &Vocabularies, now: Timestamp) -> bool {
    let windows = windows(schedule, vocabularies);
    if !windows.is_empty() {
        return windows.iter().all(|(_, closes)| *closes <= now);
    }
    let is_open = matches!(&schedule.rounds, Some(Fact::Known { value, .. }) if value.open);
    let held = || schedule.known_rounds().iter().flat_map(Round::held);
    let is_past = |stage: &Stage| {
        // What takes place again and again without an end is never over.
        if stage.every.is_some() && stage.closes.is_none() {
            return false;
        }
        let mut ends = stage.moments().map(|moment| moment.end(&schedule.zone.0)).peekable();
        ends.peek().is_some() && ends.all(|end| end.is_some_and(|end| end <= now))
    };
    let counts = |stage: &Stage| !is_announcement(stage, vocabularies);
    !is_open && applications(schedule, vocabularies).next().is_none() && held().any(counts) && held().all(is_past)
}

/// The last instant that a schedule knows: of the windows in which people apply, else of all its dates.
pub fn last_instant(schedule: &Schedule, vocabularies: &Vocabularies) -> Option<Timestamp> {
    let windows = windows(schedule, vocabularies).into_iter().map(|(_, closes)| closes);
    let dates = || schedule.known_rounds().iter().flat_map(Round::held).flat_map(Stage::moments);
    let last = windows.filter(|at| *at != Timestamp::MAX).max();
    last.or_else(|| dates().filter_map(|moment| moment.end(&schedule.zone.0)).max())
}

/// The schedules of a program that somebody who applies now has to know: those that are not over, what can be reached first; if all
/// are, the latest. Those that are retired or could not be read are none of them.
pub fn that_count(site: &Site, program: RecordId) -> Vec<RecordId> {
    let incoming = site.entry(program).incoming.iter().filter(|(_, relation)| *relation == Relation::Program);
    let schedules = incoming.filter_map(|(id, _)| match &site.entry(*id).record.body {
        Body::Schedule(schedule) if !site.entry(*id).broken && !site.entry(*id).is_retired() => Some((*id, &**schedule)),
        _ => None,
    });
    let last = |schedule: &Schedule| last_instant(schedule, &site.vocabularies);
    let (past, mut found): (Vec<_>, Vec<_>) = schedules.partition(|(id, _)| site.entry(*id).state.is_some_and(State::is_past));
    found.sort_by_key(|(id, _)| rank(site, &site.entry(*id).record.body, site.entry(*id).state));
    let has_dates = found.iter().any(|(id, _)| site.entry(*id).state != Some(State::Unknown));
    let latest = past.into_iter().max_by_key(|(id, schedule)| (last(schedule), *id)).filter(|_| !has_dates);
    found.into_iter().chain(latest).map(|(id, _)| id).collect()
}

/// The state of a schedule at `now`; "soon" is within `soon_days` of the close.
pub fn state(schedule: &Schedule, vocabularies: &Vocabularies, now: Timestamp, soon_days: u32) -> State {
    let windows = windows(schedule, vocabularies);
    let is_withdrawn = || schedule.known_rounds().iter().any(|round| round.held().count() < round.stages.len());
    if windows.is_empty() && !is_withdrawn() && !is_over(schedule, vocabularies, now) {
        return State::Unknown;
    }
    let soon = (i64::from(soon_days) * 24).hours();
    if let Some(closes) = windows.iter().filter(|(opens, closes)| *opens <= now && now < *closes).map(|(_, closes)| *closes).max()
    {
        let is_soon = closes.checked_sub(soon).map_or(true, |limit| now >= limit);
        return if is_soon { State::ClosingSoon } else { State::Open };
    }
    if windows.iter().any(|(opens, _)| now < *opens) {
        return State::Upcoming;
    }
    match schedule.successor {
        Some(Successor::NotAnnounced(_)) => State::NotAnnounced,
        _ => State::Closed,
    }
}

/// By what schedules are sorted: what can still be reached first, by its next date; of what is over, the latest first, whether or not
/// the next is announced.
pub fn rank(site: &Site, body: &Body, state: Option<State>) -> (Option<State>, i64) {
    let Body::Schedule(schedule) = body else { return (state, 0) };
    let windows = windows(schedule, &site.vocabularies).into_iter().flat_map(|(opens, closes)| [opens, closes]);
    let dates: Vec<i64> = windows.filter(|at| *at != Timestamp::MIN && *at != Timestamp::MAX).map(Timestamp::as_second).collect();
    let next = dates.iter().filter(|at| site.as_of.as_second() < **at).min();
    let last = || last_instant(schedule, &site.vocabularies).map_or(i64::MAX, |last| i64::MAX / 2 - last.as_second());
    let state = state.map(|state| if state.is_past() { State::Closed } else { state });
    (state, next.copied().unwrap_or_else(last))
}

#[cfg(test)]
mod tests;
