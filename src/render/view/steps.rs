//! Steps in their order, those of one time together.

use super::parts::{Row, Section, Step, StepGroup};
use crate::markup::Inline;
use crate::model::fact::Fact;
use crate::model::step::{Offset, Step as ModelStep};
use crate::model::word::Vocabulary;
use crate::render::pen::Pen;

/// A section of steps, unless there are none.
pub fn section(pen: &Pen<'_>, steps: &[ModelStep]) -> Option<Section> {
    if steps.is_empty() {
        return None;
    }
    let mut groups: Vec<StepGroup> = Vec::new();
    let mut last: Option<&Fact<Offset>> = None;
    for (i, step) in steps.iter().enumerate() {
        let view = self::step(pen, i + 1, step);
        let shares = match (last, step.when.as_deref()) {
            (Some(Fact::Known { value: a, .. }), Some(Fact::Known { value: b, .. })) => {
                a.at == b.at
                    && a.approximate == b.approximate
                    && a.of.as_ref().map(|w| &w.word.id) == b.of.as_ref().map(|w| &w.word.id)
            }
            _ => false,
        };
        match groups.last_mut() {
            Some(group) if shares => group.steps.push(view),
            _ => groups.push(StepGroup {
                when: step.when.as_ref().map(|when| pen.fact(when, |offset| self::offset(pen, offset))),
                steps: vec![view],
            }),
        }
        last = step.when.as_deref();
    }
    Some(Section { steps: groups, ..Section::new(pen, "sec-steps", "heading_steps", "steps") })
}

/// A time before or after something.
pub fn offset(pen: &Pen<'_>, offset: &Offset) -> Inline {
    let anchor = offset.of.as_ref().map(|anchor| pen.word_marked(Vocabulary::Anchors, &anchor.word.id)).unwrap_or_default();
    pen.kit.offset(&offset.at, offset.approximate, &anchor)
}

fn step(pen: &Pen<'_>, number: usize, step: &ModelStep) -> Step {
    let mut remarks = Vec::new();
    if let Some(takes) = &step.takes {
        remarks.push(pen.explained("label_takes", &pen.length(takes)));
    }
    if let Some(by) = &step.by {
        remarks.push(pen.explained("label_by", &pen.word_in(by)));
    }
    let branches = step
        .branches
        .items
        .iter()
        .map(|branch| Row {
            label: pen.optional(branch.condition.as_ref()).unwrap_or_default(),
            value: pen.optional(branch.then.as_ref()).unwrap_or_default(),
        })
        .collect();
    Step {
        number,
        name: pen.optional(step.name.as_ref()).unwrap_or_default(),
        remarks,
        note: pen.optional(step.note.as_ref()),
        branches,
    }
}
