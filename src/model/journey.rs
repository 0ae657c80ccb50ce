//! A route through programs and records, step by step.

use super::fact::{Fact, List};
use super::node::Node;
use super::quantity::{Comparison, Length};
use super::read::{Cx, Fields, Read, fields, one_cell, scalars};
use super::reference::{Kind, Reference, Relation};
use super::text::Text;
use super::word::{In, Licence};
use crate::base::Diagnostic;

fields! {
    /// The fields of a journey beside the common ones.
    Journey {
        /// The letter of its line.
        letter: Option<Letter> = data,
        /// The licence that it asks for.
        licence: Option<Fact<In<Licence>>> = named data,
        /// Its steps in order.
        steps: Vec<Station>,
        /// Where it leads on.
        leads_to: List<Junction>,
    }
}

/// One capital letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter(pub char);

one_cell!(Letter: Code = |it| it.0.to_string().into(););

fields! {
    /// A step of a journey.
    Station, map, then(is_something) {
        /// Its name; the record's when left out.
        name: Option<Text>,
        /// The record that tells of it.
        record: Option<Reference> = as_(Relation::Step),
        /// Who goes through it, where not everybody does.
        only_for: Option<Text>,
        /// How long it takes.
        takes: Option<Comparison<Length>>,
        /// It may take longer than the timetable allows.
        late: bool,
        /// A remark.
        note: Option<Text>,
    }
}

fields! {
    /// Where one journey leads into another.
    Junction, map {
        /// The other journey.
        journey: Option<Reference> = required to(&[Kind::Journey]),
        /// The step at which it is entered, 1-based.
        step: Option<u32>,
        /// A remark.
        note: Option<Text>,
    }
}

scalars! {
    Letter: "letter" STRING "^[A-Z]$", ["A", "Z"], ["a", "AB"];
}

impl Read for Letter {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut chars = node.as_str().unwrap_or_default().chars();
        match (chars.next(), chars.next()) {
            (Some(letter @ 'A'..='Z'), None) => Some(Self(letter)),
            _ => {
                let finding = Diagnostic::error("wrong-shape", cx.place(node.span)).says("bad-letter").help("bad-letter-help");
                let field = cx.field;
                cx.report(finding.arg("field", field));
                None
            }
        }
    }
}

impl Station {
    /// A name or a record has to be written.
    fn is_something(&self, fields: &mut Fields<'_, '_, '_>) {
        if !fields.is_written(Self::name.key) && !fields.is_written(Self::record.key) {
            fields.missing_from(Self::name.key, "missing-field", "missing-station-help");
        }
    }
}
