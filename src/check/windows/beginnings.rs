//! `stage-too-early`: a stage that is over before a stage begins that must come first: an interview before anybody can apply, a
//! result before the interview.

use jiff::Timestamp;

use super::{Timed, name};
use crate::base::{Diagnostic, Place};
use crate::model::word::Vocabulary;
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks the stages of a round. Of those that are `early` it has been said.
pub fn check(
    site: &Site,
    entry: &Entry,
    stages: &[Timed<'_>],
    early: &[(crate::base::Span, crate::base::Span)],
    findings: &mut Vec<Diagnostic>,
) {
    for stage in stages {
        let Some(word) = site.vocabularies.get(Vocabulary::Stages, stage.id()) else { continue };
        for id in &word.after {
            // Those of others have nothing to do with it.
            let concerns = |one: &Timed<'_>| one.stage.concerns.as_ref().map(|party| party.word.id.clone());
            let is_before = |one: &&Timed<'_>| *one.id() == **id && concerns(one) == concerns(stage);
            // Of several, the first.
            let Some(first) = stages.iter().filter(is_before).min_by_key(|one| one.start) else { continue };
            let is_told = stage.overlaps(first) || early.iter().any(|(_, later)| *later == stage.span());
            if over(stage) <= first.start && stage.start < first.start && !is_told {
                let finding = Diagnostic::error("stage-too-early", Place::new(&entry.path, stage.span()));
                let finding = finding.says("stage-too-early-begins").help("stage-too-early-help");
                let finding = finding.arg("stage", name(site, stage)).arg("before", name(site, first)).arg("id", first.id());
                findings.push(finding.label(Place::new(&entry.path, first.span()), "earlier-stage-begins-here"));
                // It is moved once.
                break;
            }
        }
    }
}

/// When a stage is over at the latest.
fn over(stage: &Timed<'_>) -> Timestamp {
    stage.end.max(stage.latest)
}
