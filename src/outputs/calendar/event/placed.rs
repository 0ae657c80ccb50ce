//! A stage where it stands in its schedule: what all events of it share.

use super::{BREAK, Shared, uid};
use crate::model::schedule::{Round, Schedule, Stage};
use crate::model::way::Way;
use crate::model::word::Vocabulary;
use crate::outputs::calendar::lines::escape_into;
use crate::outputs::calendar::words::{Form, Words};
use crate::render::pen::Pen;

/// A stage where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// The schedule that it stands in.
    pub schedule: &'a Schedule,
    /// The place of its round among all.
    pub round_index: usize,
    pub(super) round: &'a Round,
    pub(super) stage_index: usize,
    pub(super) stage: &'a Stage,
    pub(super) is_application: bool,
    /// What it belongs to is no more.
    pub(super) is_retired: bool,
}

impl<'a> Placed<'a> {
    pub(super) fn is_withdrawn(&self) -> bool {
        self.round.withdrawn || self.stage.withdrawn || self.is_retired
    }

    /// The same in every language, for every version of the record, and wherever the site is built; `edge` tells the events of a stage
    /// apart.
    pub(super) fn uid(&self, permanent: &str, edge: &str) -> String {
        let round = |round: &'a Round| round.round.as_ref().map(|word| &*word.word.id).unwrap_or_default();
        let stage = |stage: &'a Stage| stage.stage.as_ref().map(|word| &*word.word.id).unwrap_or_default();
        // What has the same word is told apart by its number among those.
        let rounds = self.schedule.known_rounds().iter().take(self.round_index).filter(|other| round(other) == round(self.round));
        let stages = self.round.stages.iter().take(self.stage_index).filter(|other| stage(other) == stage(self.stage));
        let (round_number, stage_number) = (rounds.count().to_string(), stages.count().to_string());
        uid(&[permanent, round(self.round), &round_number, stage(self.stage), &stage_number, edge])
    }

    /// What it means, first; then what it belongs to.
    pub(super) fn title(&self, pen: &Pen<'_>, form: &Form, shared: &Shared, way: Option<&Way>) -> String {
        let stage = self.stage.stage.as_ref().map(|word| pen.word_name(Vocabulary::Stages, &word.word.id)).unwrap_or_default();
        // What ends is one of its ways.
        let stage = match way {
            Some(way) => [&*stage, pen.kit.separator(), &*pen.means(way).plain()].concat(),
            None => stage,
        };
        let round = match (&self.round.name, &self.round.round) {
            (Some(name), _) => pen.plain(name),
            (None, Some(word)) => pen.word_name(Vocabulary::Rounds, &word.word.id),
            (None, None) => String::new(),
        };
        form.fill(&[&stage, &round, &shared.program])
    }

    /// The first lines of a description: whether it was withdrawn, and of what it is.
    pub(super) fn push_head(&self, words: &Words, shared: &Shared, out: &mut String) {
        if self.is_withdrawn() {
            out.push_str(&words.withdrawn_note);
            out.push_str(BREAK);
        }
        out.push_str(&shared.title);
        out.push_str(BREAK);
    }

    /// The last lines, behind one that has no end yet: its remarks, and where to read on.
    pub(super) fn push_foot(&self, pen: &Pen<'_>, shared: &Shared, out: &mut String) {
        for note in [&self.stage.note, &self.round.note].into_iter().flatten() {
            out.push_str(BREAK);
            escape_into(&pen.plain(note), out);
        }
        out.push_str(BREAK);
        out.push_str(&shared.check);
    }
}
