//! `window-reversed`: a window that closes before it opens, or at the same instant. `stage-too-early`: a stage that begins
//! before the one that it follows has ended. `stages-overlap`: windows of one round that overlap without saying so.
//! `rounds-overlap`: a round that begins before the one before it has ended. `missing-field`: nobody can tell in which stage people apply.

mod beginnings;

use jiff::Timestamp;

use crate::base::{Arg, Diagnostic, Place, Span};
use crate::model::moment::Moment;
use crate::model::record::Body;
use crate::model::schedule::{Round, Schedule, Stage};
use crate::model::word::Vocabulary;
use crate::site::Site;
use crate::site::entries::Entry;
use crate::site::recruitment;

/// Stages of a vocabulary that follow each other are looked up no further than this, since they may run in a circle.
const LONGEST_CHAIN: usize = 20;

/// Checks a schedule.
pub fn check(site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let Body::Schedule(schedule) = &entry.record.body else { return };
    for stage in recruitment::undetermined(schedule, &site.vocabularies) {
        let Some(word) = stage.stage.as_ref().map(|stage| &stage.word) else { continue };
        let finding = Diagnostic::warning("missing-field", Place::new(&entry.path, word.span)).says("stage-without-group");
        findings.push(finding.help("stage-without-group-help").arg("stage", &*word.id).arg("field", "group"));
    }
    let mut earlier: Option<(&Round, Timestamp)> = None;
    let mut begun: Vec<Timestamp> = Vec::new();
    for round in schedule.known_rounds() {
        let mut stages: Vec<Timed<'_>> = round.held().filter_map(|stage| Timed::new(schedule, stage)).collect();
        for stage in &stages {
            if let (Some(opens), Some(closes)) = (&stage.stage.opens, &stage.stage.closes)
                && stage.end <= stage.start
                && !closes.is_undated()
                && !opens.is_undated()
            {
                let finding =
                    Diagnostic::error("window-reversed", Place::new(&entry.path, closes.span)).help("window-reversed-help");
                findings.push(finding.label(Place::new(&entry.path, opens.span), "opens-here"));
            }
            check_ways(schedule, entry, stage.stage, findings);
        }
        // What takes place now and then within its bounds is beside all else.
        stages.retain(|stage| stage.stage.every.is_none());
        let early = check_order(site, entry, &stages, findings);
        check_overlaps(site, entry, &stages, &early, findings);
        beginnings::check(site, entry, &stages, &early, findings);
        let (start, end) = (stages.iter().map(|stage| stage.latest).min(), stages.iter().map(|stage| stage.end).max());
        if let (Some((before, ended)), Some(start)) = (earlier, start)
            && start < ended
            // The sessions of an examination are apart: one is announced while another is still marked.
            && schedule.organization.is_none()
            && !begun.contains(&start)
        {
            let first = stages.iter().min_by_key(|stage| stage.start).map_or(round.span, Timed::span);
            let finding = Diagnostic::warning("rounds-overlap", Place::new(&entry.path, first)).help("rounds-overlap-help");
            let last = before.stages.last().map_or(before.span, |stage| stage.span);
            findings.push(finding.label(first_line(entry, last), "earlier-round-here"));
        }
        // Those that begin together are tracks beside each other.
        begun.extend(start);
        if let Some(end) = end {
            earlier = Some((round, end.max(earlier.map_or(end, |(_, ended)| ended))));
        }
    }
}

/// Labels point at a place, not at a whole block.
fn first_line(entry: &Entry, span: Span) -> Place {
    Place::new(&entry.path, Span { start: span.start, end: span.start + 1 })
}

/// A stage and the instants between which it lies.
/// Each way that has an end of its own closes after it opens. Of the last to close it was asked with the stage.
fn check_ways(schedule: &Schedule, entry: &Entry, stage: &Stage, findings: &mut Vec<Diagnostic>) {
    let zone = &schedule.zone.0;
    for way in &stage.ways {
        let Some((opens, closes)) = way.opens.as_ref().or(stage.opens.as_ref()).zip(way.closes.as_ref()) else { continue };
        let is_told = stage.closes.as_ref().is_some_and(|last| last.span == closes.span) && way.opens.is_none();
        if !is_told && closes.end(zone).zip(opens.start(zone)).is_some_and(|(end, start)| end <= start) {
            let finding = Diagnostic::error("window-reversed", Place::new(&entry.path, closes.span)).help("window-reversed-help");
            findings.push(finding.label(Place::new(&entry.path, opens.span), "opens-here"));
        }
    }
}

struct Timed<'a> {
    stage: &'a Stage,
    start: Timestamp,
    /// When it begins at the latest: a day without a time may begin at any time of that day.
    latest: Timestamp,
    end: Timestamp,
}

impl<'a> Timed<'a> {
    fn new(schedule: &Schedule, stage: &'a Stage) -> Option<Self> {
        let zone = &schedule.zone.0;
        let start = |moment: &Option<Moment>| moment.as_ref().and_then(|moment| moment.start(zone));
        let end = |moment: &Option<Moment>| moment.as_ref().and_then(|moment| moment.end(zone));
        let (first, last) = match &stage.at {
            Some(_) => (start(&stage.at)?, start(&stage.at)?),
            None => match (start(&stage.opens), end(&stage.closes)) {
                (Some(first), Some(last)) => (first, last),
                (Some(only), None) | (None, Some(only)) => (only, only),
                (None, None) => return None,
            },
        };
        let begins = stage.at.as_ref().or(stage.opens.as_ref()).filter(|moment| !moment.is_to_the_minute());
        let latest = begins.and_then(|moment| moment.end(zone)).map_or(first, |end| end.max(first));
        Some(Self { stage, start: first, latest, end: last })
    }

    /// The word of the stage.
    fn id(&self) -> &str {
        self.stage.stage.as_ref().map_or("", |stage| &stage.word.id)
    }

    /// The first moment of the stage.
    fn span(&self) -> Span {
        let moment = self.stage.at.as_ref().or(self.stage.opens.as_ref()).or(self.stage.closes.as_ref());
        moment.map_or(self.stage.span, |moment| moment.span)
    }

    /// Is it a window that begins while the other is open and ends no sooner, as where people are selected while others still apply?
    fn goes_on_beside(&self, other: &Self) -> bool {
        self.start < self.end && self.start >= other.start && self.end >= other.end
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.stage.overlaps.items.iter().any(|word| &*word.word.id == other.id())
    }
}

/// A stage begins no earlier than the stage that its vocabulary says it follows ends. Gives the pairs of which that was said:
/// where both begin.
fn check_order(site: &Site, entry: &Entry, stages: &[Timed<'_>], findings: &mut Vec<Diagnostic>) -> Vec<(Span, Span)> {
    let mut early = Vec::new();
    for stage in stages {
        let Some(before) = preceding(site, stage.id(), stages) else { continue };
        if stage.latest < before.end && !stage.overlaps(before) && !before.overlaps(stage) && !stage.goes_on_beside(before) {
            let finding =
                Diagnostic::error("stage-too-early", Place::new(&entry.path, stage.span())).help("stage-too-early-help");
            let finding = finding.arg("stage", name(site, stage)).arg("before", name(site, before)).arg("id", before.id());
            early.push((before.span(), stage.span()));
            let ends = before.stage.closes.as_ref().or(before.stage.at.as_ref()).map_or(before.span(), |moment| moment.span);
            findings.push(finding.label(Place::new(&entry.path, ends), "earlier-stage-ends-here"));
        }
    }
    early
}

/// The stage's word as a message shows it.
fn name(site: &Site, stage: &Timed<'_>) -> Arg {
    Arg::Words(vec![site.vocabularies.choice(Vocabulary::Stages, stage.id())])
}

/// The nearest stage that this one follows, by the vocabulary, of those that the round has.
fn preceding<'t, 'a>(site: &Site, id: &str, stages: &'t [Timed<'a>]) -> Option<&'t Timed<'a>> {
    let mut id = id;
    for _ in 0..LONGEST_CHAIN {
        id = site.vocabularies.get(Vocabulary::Stages, id)?.follows.as_deref()?;
        if let Some(before) = stages.iter().find(|stage| stage.id() == id) {
            return Some(before);
        }
    }
    None
}

/// Two windows of a round share no instant unless one of them says so. Of those that are `early` it has been said.
fn check_overlaps(site: &Site, entry: &Entry, stages: &[Timed<'_>], early: &[(Span, Span)], findings: &mut Vec<Diagnostic>) {
    for (i, a) in stages.iter().enumerate() {
        for b in &stages[i + 1..] {
            let is_told = early.contains(&(a.span(), b.span())) || early.contains(&(b.span(), a.span()));
            let is_declared = a.overlaps(b) || b.overlaps(a) || is_told;
            if is_declared || a.id() == b.id() || a.end <= b.latest || b.end <= a.latest || a.start >= a.end || b.start >= b.end {
                continue;
            }
            let finding = Diagnostic::warning("stages-overlap", Place::new(&entry.path, b.span())).help("stages-overlap-help");
            let finding = finding.arg("stage", name(site, b)).arg("other", name(site, a)).arg("id", a.id());
            findings.push(finding.label(Place::new(&entry.path, a.span()), "other-stage-here"));
        }
    }
}

#[cfg(test)]
mod tests;
