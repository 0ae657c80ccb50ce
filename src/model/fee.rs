//! What one program costs.

use super::fact::{Fact, List};
use super::money::Money;
use super::node::Node;
use super::read::{Cx, Fields, Read};
use super::reference::{Kind, KindSet, Reference};
use super::text::Text;
use super::word::{In, Party};

/// The fields of a fee beside the common ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Fee {
    /// The program.
    pub program: Option<Reference>,
    /// The whole amount.
    pub amount: Option<Fact<Money>>,
    /// What it is made of.
    pub items: Vec<Item>,
    /// Who pays.
    pub payer: Option<In<Party>>,
    /// When it is paid.
    pub when: Option<Text>,
    /// What it covers.
    pub includes: List<Text>,
    /// What it does not cover.
    pub excludes: List<Text>,
    /// Who pays otherwise, or what is paid beside it.
    pub exceptions: List<Exception>,
    /// What the amount depends on.
    pub varies_by: Option<Text>,
}

/// A part of a fee.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its name in mentions.
    pub id: Option<Box<str>>,
    /// Its name.
    pub name: Option<Text>,
    /// The amount.
    pub amount: Option<Fact<Money>>,
    /// Who pays.
    pub payer: Option<In<Party>>,
    /// A remark.
    pub note: Option<Text>,
}

/// Where the amount does not hold, or what comes on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Exception {
    /// What.
    pub text: Option<Text>,
    /// The amount.
    pub amount: Option<Fact<Money>>,
    /// Who pays.
    pub payer: Option<In<Party>>,
}

impl Read for Item {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let item = Self {
            id: fields.optional("id"),
            name: fields.required("name"),
            amount: fields.required("amount"),
            payer: fields.optional("payer"),
            note: fields.optional("note"),
        };
        fields.finish();
        Some(item)
    }
}

impl Read for Exception {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, "value-map", cx)?;
        let exception =
            Self { text: fields.required("text"), amount: fields.optional("amount"), payer: fields.optional("payer") };
        fields.finish();
        Some(exception)
    }
}

impl Fee {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        let program = fields.required_reference("program", KindSet::of(&[Kind::Program]));
        let amount = fields.optional("amount");
        let items: Vec<Item> = fields.list("items");
        if amount.is_none() && items.is_empty() && !fields.is_written("amount") && !fields.is_written("items") {
            fields.missing_from("amount", "missing-field", "missing-amount-help");
        }
        Self {
            program,
            amount,
            items,
            payer: fields.optional("payer"),
            when: fields.optional("when"),
            includes: fields.open_list("includes"),
            excludes: fields.open_list("excludes"),
            exceptions: fields.open_list("exceptions"),
            varies_by: fields.optional("varies_by"),
        }
    }
}
