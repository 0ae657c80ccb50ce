//! `step-too-late`: a step that takes as long as, or longer than, the time that the steps leave for it, with no caution
//! of the kind `timing` that tells readers so.

use crate::base::{Diagnostic, Place};
use crate::model::common::CautionKind;
use crate::model::quantity::{Comparison, Length};
use crate::model::record::Body;
use crate::site::Site;
use crate::site::entries::Entry;

/// Checks the steps of a program or notice.
pub fn check(_site: &Site, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    let steps = match &entry.record.body {
        Body::Program(program) => &program.steps,
        Body::Notice(notice) => &notice.steps,
        _ => return,
    };
    if entry.record.common.cautions.iter().any(|caution| caution.kind == CautionKind::Timing) {
        return;
    }
    let mut last: Option<&crate::model::step::Offset> = None;
    for step in steps {
        if let Some(offset) = step.when.as_ref().and_then(|when| when.known()) {
            last = Some(offset);
        }
        let (Some(takes), Some(offset)) = (&step.takes, last) else { continue };
        let available = -offset.at.days();
        if available > 0.0 && longest(takes) >= available {
            let finding = Diagnostic::warning("step-too-late", Place::new(&entry.path, step.span)).help("step-too-late-help");
            findings.push(finding.label(Place::new(&entry.path, offset.span), "time-left-here"));
        }
    }
}

/// The longest that it is known to take, in days; what is open above may take longer than its bound.
fn longest(takes: &Comparison<Length>) -> f64 {
    match takes {
        Comparison::Is(length) | Comparison::About(length) | Comparison::AtMost(length) | Comparison::Range(_, length) => {
            length.days()
        }
        Comparison::LessThan(length) => length.days() - 1.0,
        Comparison::AtLeast(length) | Comparison::MoreThan(length) => length.days() + 1.0,
    }
}
