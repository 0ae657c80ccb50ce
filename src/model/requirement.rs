//! What is asked of people: conditions, and documents, as one tree of all, any, when and instead.

use super::fact::{Fact, List};
use super::node::{Node, Value};
use super::quantity::Quantity;
use super::read::{Cx, Fields, Read};
use super::text::Text;
use crate::base::Span;

/// A condition, a document, or a group of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// The source's own numbering, such as `(1)`.
    pub number: Option<Box<str>>,
    /// What is asked; of a group, its heading.
    pub text: Option<Text>,
    /// How much of it.
    pub quantity: Option<Box<Quantity>>,
    /// Asked only under this condition.
    pub when: Option<Text>,
    /// What may stand in its place.
    pub instead: Option<Box<Instead>>,
    /// The number of the eligibility requirement that this document proves.
    pub proves: Option<Box<str>>,
    /// A remark.
    pub note: Option<Text>,
    /// Of a document.
    pub document: Document,
    /// Its parts.
    pub group: Option<Group>,
    /// Where it stands.
    pub span: Span,
}

/// What a document is asked to be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Original or copy.
    pub form: Option<Form>,
    /// How many.
    pub copies: Option<Box<Fact<u32>>>,
    /// Provisional or final.
    pub variant: Option<Variant>,
    /// Size, language, age and so on.
    pub details: Option<Box<Fact<Text>>>,
}

/// Original or copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The original.
    Original,
    /// A copy.
    Copy,
    /// Either will do.
    Either,
}

/// Whether a certificate states what is expected or what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Issued before the fact.
    Provisional,
    /// Issued after it.
    Final,
}

/// The parts of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// All of them or any of them.
    pub all: bool,
    /// The parts, in the source's order.
    pub parts: Vec<Requirement>,
    /// The source says that there are more.
    pub open: bool,
    /// Which part alone is needed under a condition.
    pub rules: Vec<Rule>,
}

/// Under a condition, one part of a group is all that is needed.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The condition.
    pub when: Option<Text>,
    /// The number of the part.
    pub only: Box<str>,
}

/// What may stand in a requirement's place.
#[derive(Debug, Clone, PartialEq)]
pub struct Instead {
    /// Under which condition.
    pub when: Option<Text>,
    /// For at most so many of the things counted.
    pub limit: Option<u32>,
    /// What it is.
    pub require: Requirement,
}

impl Read for Form {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match node.as_str() {
            Some("original") => Some(Self::Original),
            Some("copy") => Some(Self::Copy),
            Some("either") => Some(Self::Either),
            found => {
                cx.unknown_choice(node, found.unwrap_or_default(), ["original", "copy", "either"]);
                None
            }
        }
    }
}

impl Read for Variant {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        match node.as_str() {
            Some("provisional") => Some(Self::Provisional),
            Some("final") => Some(Self::Final),
            found => {
                cx.unknown_choice(node, found.unwrap_or_default(), ["provisional", "final"]);
                None
            }
        }
    }
}

impl Read for Rule {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let when = fields.required("when");
        let only = fields.required("only");
        fields.finish();
        Some(Self { when, only: only? })
    }
}

impl Read for Instead {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let when = fields.optional("when");
        let limit = fields.optional("limit");
        let require = fields.required("require");
        fields.finish();
        Some(Self { when, limit, require: require? })
    }
}

/// A map whose keys are all language tags is a text; `any_of`, `when` and so on are none.
fn is_text(node: &Node) -> bool {
    const KEYS: [&str; 14] = [
        "number", "text", "quantity", "when", "instead", "proves", "note", "form", "copies", "variant", "details", "all_of",
        "any_of", "open",
    ];
    node.as_map().is_some_and(|entries| entries.iter().all(|entry| entry.key.len() <= 11 && !KEYS.contains(&&*entry.key)))
        && node.as_map().is_some_and(|entries| entries.iter().any(|entry| entry.key.len() <= 3 || entry.key.contains('-')))
}

impl Read for Requirement {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if is_text(node) {
            let text = Text::read(node, cx)?;
            return Some(Self {
                number: None,
                text: Some(text),
                quantity: None,
                when: None,
                instead: None,
                proves: None,
                note: None,
                document: Document::default(),
                group: None,
                span: node.span,
            });
        }
        if !matches!(node.value, Value::Map(_)) {
            cx.wrong_shape(node, "value-requirement");
            return None;
        }
        let mut fields = Fields::of(node, "value-requirement", cx)?;
        let number = fields.optional("number");
        let text = fields.optional("text");
        let quantity = fields.optional("quantity");
        let when = fields.optional("when");
        let instead = fields.optional("instead");
        let proves = fields.optional("proves");
        let note = fields.optional("note");
        let document = Document {
            form: fields.optional("form"),
            copies: fields.optional("copies"),
            variant: fields.optional("variant"),
            details: fields.optional("details"),
        };
        let all: Option<List<Requirement>> = fields.optional("all_of");
        let any: Option<List<Requirement>> = fields.optional("any_of");
        let open = fields.flag("open");
        let rules = fields.list("rules");
        let both = all.is_some() && any.is_some();
        if both {
            fields.contradiction("several-groups", "several-groups-help");
        }
        let is_all = all.is_some();
        let group = all.or(any).map(|list| Group { all: is_all, open: open || list.open, parts: list.items, rules });
        if text.is_none()
            && group.is_none()
            && node.get("text").is_none()
            && node.get("all_of").is_none()
            && node.get("any_of").is_none()
        {
            fields.missing_from("text", "missing-field", "missing-requirement-help");
        }
        fields.finish();
        Some(Self { number, text, quantity, when, instead, proves, note, document, group, span: node.span })
    }
}
