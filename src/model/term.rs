//! An entry of the glossary.

use super::node::Node;
use super::read::{Cx, Fields, Read};
use super::reference::{KindSet, Reference};
use super::text::Text;
use crate::base::Language;

/// The fields of a term beside the common ones: its name is the official term and the rendering that the guide uses.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// What it means.
    pub definition: Option<Text>,
    /// Renderings that the guide does not use.
    pub rejected: Vec<Rejected>,
    /// Records to read on.
    pub see: Vec<Reference>,
}

/// A rendering that the guide does not use.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected {
    /// Its language.
    pub language: Option<Language>,
    /// The rendering.
    pub text: Box<str>,
    /// Why.
    pub because: Option<Text>,
}

impl Read for Rejected {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let language = fields.optional("language");
        let text = fields.required("text");
        let because = fields.optional("because");
        fields.finish();
        Some(Self { language, text: text?, because })
    }
}

impl Term {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self {
            definition: fields.required("definition"),
            rejected: fields.list("rejected"),
            see: fields.references("see", KindSet::ALL),
        }
    }
}
