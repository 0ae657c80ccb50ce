//! What is asked of people: conditions, and documents, as one tree of all, any, when and instead.

use super::fact::{Fact, List};
use super::node::{Node, Value};
use super::quantity::Quantity;
use super::read::{Cx, Described, Fields, Read, Shape, choices, fields, indispensable};
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

choices! {
    /// Original or copy.
    Form: "form" {
        /// The original.
        Original = "original",
        /// A copy.
        Copy = "copy",
        /// Either will do.
        Either = "either",
    }
}

choices! {
    /// Whether a certificate states what is expected or what was done.
    Variant: "variant" {
        /// Issued before the fact.
        Provisional = "provisional",
        /// Issued after it.
        Final = "final",
    }
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

fields! {
    /// Under a condition, one part of a group is all that is needed.
    Rule, map {
        /// The condition.
        when: Option<Text> = required,
        /// The number of the part.
        only: Box<str>,
    }
}

fields! {
    /// What may stand in a requirement's place.
    Instead, map {
        /// Under which condition.
        when: Option<Text>,
        /// For at most so many of the things counted.
        limit: Option<u32>,
        /// What it is.
        require: Requirement,
    }
}

fields! {
    /// A requirement as it is written: what a document is asked to be, and the parts of a group, stand beside the rest.
    Asked {
        /// The source's own numbering, such as `(1)`.
        number: Option<Box<str>>,
        /// What is asked; of a group, its heading.
        text: Option<Text>,
        /// How much of it.
        quantity: Option<Box<Quantity>>,
        /// Asked only under this condition.
        when: Option<Text>,
        /// What may stand in its place.
        instead: Option<Box<Instead>>,
        /// The number of the eligibility requirement that this document proves.
        proves: Option<Box<str>>,
        /// A remark.
        note: Option<Text>,
        /// Original or copy.
        form: Option<Form>,
        /// How many.
        copies: Option<Box<Fact<u32>>>,
        /// Provisional or final.
        variant: Option<Variant>,
        /// Size, language, age and so on.
        details: Option<Box<Fact<Text>>>,
        /// The parts of a group, all of which are asked for,
        all_of: Option<List<Requirement>>,
        /// or any of which.
        any_of: Option<List<Requirement>>,
        /// The source says that there are more parts.
        open: bool,
        /// Which part alone is needed under a condition.
        rules: Vec<Rule>,
    }
}

/// A map whose keys are all language tags is a text; `any_of`, `when` and so on are none.
fn is_text(node: &Node) -> bool {
    let is_key = |key: &str| Asked::FIELDS.iter().any(|field| field.key == key);
    node.as_map().is_some_and(|entries| {
        entries.iter().all(|entry| entry.key.len() <= 11 && !is_key(&entry.key))
            && entries.iter().any(|entry| entry.key.len() <= 3 || entry.key.contains('-'))
    })
}

impl Described for Requirement {
    fn shape() -> Shape {
        Shape::Either("requirement", vec![Shape::Text, Shape::Map(Asked::MAP)])
    }
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
        let Asked {
            number,
            text,
            quantity,
            when,
            instead,
            proves,
            note,
            form,
            copies,
            variant,
            details,
            all_of,
            any_of,
            open,
            rules,
        } = Asked::from_fields(&mut fields)?;
        let document = Document { form, copies, variant, details };
        let (all, any) = (all_of, any_of);
        if all.is_some() && any.is_some() {
            fields.contradiction("several-groups", "several-groups-help");
        }
        let is_all = all.is_some();
        let group = all.or(any).map(|list| Group { all: is_all, open: open || list.open, parts: list.items, rules });
        if text.is_none()
            && group.is_none()
            && [Asked::text, Asked::all_of, Asked::any_of].iter().all(|field| node.get(field.key).is_none())
        {
            fields.missing_from(Asked::text.key, "missing-field", "missing-requirement-help");
        }
        fields.finish();
        Some(Self { number, text, quantity, when, instead, proves, note, document, group, span: node.span })
    }
}

indispensable!(Requirement);
