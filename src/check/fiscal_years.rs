//! `fiscal-year-differs`: a fiscal year that goes neither with the dates of its recruitment nor with the year in the record's name.

use jiff::Timestamp;
use jiff::civil::Date;

use super::agreement::{Item, Stated};
use crate::base::{Arg, Diagnostic, Place};
use crate::model::fact::Fact;
use crate::model::moment::{Basis, FiscalYear};
use crate::model::record::Body;
use crate::model::schedule::{Schedule, Stage};
use crate::site::entries::Entry;

/// Checks a schedule.
pub fn check(entry: &Entry, stated: &Stated<'_>, findings: &mut Vec<Diagnostic>) {
    let Body::Schedule(schedule) = &entry.record.body else { return };
    let Some(year) = schedule.fiscal_year.as_ref().and_then(Fact::known) else { return };
    let finding = Diagnostic::warning("fiscal-year-differs", Place::new(&entry.path, year.span)).help("fiscal-year-differs-help");
    let finding = finding.arg("year", year.year.to_string());
    if let Some(stage) = far(schedule, year) {
        let finding = finding.arg("basis", Arg::Text(year.basis.map_or("", Basis::as_str).to_owned()));
        findings.push(finding.label(Place::new(&entry.path, stage), "dates-here"));
        return;
    }
    let texts = entry.record.uses.texts.iter().enumerate().filter(|(_, text)| text.trail() == "name");
    for (number, text) in texts {
        for (at, phrase) in text.phrases().iter().enumerate() {
            let years = stated.in_phrase(number, at, phrase).found.iter().filter_map(|found| match found.item {
                Item::FiscalYear(named) => i16::try_from(named).ok(),
                _ => None,
            });
            let mut years = years.peekable();
            let Some(first) = years.peek().copied() else { continue };
            if !years.any(|named| goes_with(schedule, year, named)) {
                let finding = finding.says("fiscal-year-differs-name").arg("found", first.to_string());
                findings.push(finding.label(Place::new(&entry.path, phrase.span), "name-here"));
                return;
            }
        }
    }
}

/// Can the name of a recruitment be of this fiscal year? People are recruited in one, and begin in it or in the next.
fn goes_with(schedule: &Schedule, year: &FiscalYear, named: i16) -> bool {
    named == year.year
        || match year.basis {
            Some(Basis::TrainingStart) => named == year.year - 1 && is_within(schedule, named, named + 1),
            Some(Basis::Recruitment) => named == year.year + 1,
            None => (named - year.year).abs() == 1,
        }
}

/// The first stage of a schedule none of whose dates goes with its fiscal year. Training begins at most a year and a half after
/// people apply, and not before.
fn far(schedule: &Schedule, year: &FiscalYear) -> Option<crate::base::Span> {
    let first = schedule.known_rounds().iter().flat_map(|round| &round.stages).flat_map(Stage::moments).next()?;
    let is_near = match year.basis? {
        Basis::Recruitment => is_within(schedule, year.year, year.year + 1),
        Basis::TrainingStart => is_within(schedule, year.year - 2, year.year + 1),
    };
    (!is_near).then_some(first.span)
}

/// Does a moment of a schedule lie between the beginnings of two fiscal years?
fn is_within(schedule: &Schedule, from: i16, to: i16) -> bool {
    let zone = &schedule.zone.0;
    let begins = |year: i16| -> Option<Timestamp> { Some(Date::new(year, 4, 1).ok()?.to_zoned(zone.clone()).ok()?.timestamp()) };
    let (Some(from), Some(to)) = (begins(from), begins(to)) else { return true };
    let moments = schedule.known_rounds().iter().flat_map(|round| &round.stages).flat_map(Stage::moments);
    let mut ends = moments.filter_map(|moment| moment.start(zone).zip(moment.end(zone))).peekable();
    ends.peek().is_none() || ends.any(|(start, end)| start < to && end > from)
}
