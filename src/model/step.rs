//! A step of an application: when, how long it takes, who acts, where it branches.

use super::fact::{Fact, List};
use super::node::Node;
use super::quantity::{Comparison, Length};
use super::read::{Cx, Fields, Read};
use super::text::Text;
use super::word::{Anchor, In, Party};
use crate::base::Span;

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What to do.
    pub name: Option<Text>,
    /// When, relative to something.
    pub when: Option<Box<Fact<Offset>>>,
    /// How long it takes to be dealt with.
    pub takes: Option<Box<Comparison<Length>>>,
    /// Who acts.
    pub by: Option<In<Party>>,
    /// A remark.
    pub note: Option<Text>,
    /// Where the way parts.
    pub branches: List<Branch>,
    /// Where it stands.
    pub span: Span,
}

/// A time before or after an anchor. Several steps may share one.
#[derive(Debug, Clone, PartialEq)]
pub struct Offset {
    /// Before (negative) or after.
    pub at: Length,
    /// What it counts from.
    pub of: Option<In<Anchor>>,
    /// Roughly.
    pub approximate: bool,
    /// Where it stands.
    pub span: Span,
}

/// One way out of a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// In which case.
    pub condition: Option<Text>,
    /// What follows.
    pub then: Option<Text>,
}

impl Read for Offset {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-offset", cx)?;
        let at = fields.required("at");
        let of = fields.required("of");
        let approximate = fields.flag("approximate");
        fields.finish();
        Some(Self { at: at?, of, approximate, span: node.span })
    }
}

impl Read for Branch {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let branch = Self { condition: fields.required("if"), then: fields.required("then") };
        fields.finish();
        Some(branch)
    }
}

impl Read for Step {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-step", cx)?;
        let step = Self {
            name: fields.required("name"),
            when: fields.optional("when"),
            takes: fields.optional("takes"),
            by: fields.optional("by"),
            note: fields.optional("note"),
            branches: fields.open_list("branches"),
            span: node.span,
        };
        fields.finish();
        Some(step)
    }
}
