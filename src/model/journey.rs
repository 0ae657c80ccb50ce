//! A route through programs and records, step by step.

use super::fact::{Fact, List};
use super::node::Node;
use super::quantity::{Comparison, Length};
use super::read::{Cx, Fields, Read};
use super::reference::{Kind, KindSet, Reference};
use super::text::Text;
use super::word::{In, Licence};
use crate::base::Diagnostic;

/// The fields of a journey beside the common ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    /// The letter of its line.
    pub letter: Option<Letter>,
    /// The medical licence that it asks for.
    pub licence: Option<Fact<In<Licence>>>,
    /// Its steps in order.
    pub steps: Vec<Station>,
    /// Where it leads on.
    pub leads_to: List<Junction>,
}

/// One capital letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter(pub char);

/// A step of a journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Station {
    /// Its name; the record's when left out.
    pub name: Option<Text>,
    /// The record that tells of it.
    pub record: Option<Reference>,
    /// How long it takes.
    pub takes: Option<Comparison<Length>>,
    /// It may take longer than the timetable allows.
    pub late: bool,
    /// A remark.
    pub note: Option<Text>,
}

/// Where one journey leads into another.
#[derive(Debug, Clone, PartialEq)]
pub struct Junction {
    /// The other journey.
    pub journey: Option<Reference>,
    /// The step at which it is entered, 1-based.
    pub step: Option<u32>,
    /// A remark.
    pub note: Option<Text>,
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

impl Read for Station {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let name = fields.optional("name");
        let record = fields.reference("record", KindSet::ALL);
        if node.get("name").is_none() && node.get("record").is_none() {
            fields.missing_from("name", "missing-field", "missing-station-help");
        }
        let takes = fields.optional("takes");
        let late = fields.flag("late");
        let note = fields.optional("note");
        fields.finish();
        Some(Self { name, record, takes, late, note })
    }
}

impl Read for Junction {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let journey = fields.required_reference("journey", KindSet::of(&[Kind::Journey]));
        let step = fields.optional("step");
        let note = fields.optional("note");
        fields.finish();
        Some(Self { journey, step, note })
    }
}

impl Journey {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            letter: fields.optional("letter"),
            licence: fields.optional("licence"),
            steps: fields.list("steps"),
            leads_to: fields.open_list("leads_to"),
        }
    }
}
