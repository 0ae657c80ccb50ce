//! What one program costs.

use super::fact::{Fact, List};
use super::moment::Moment;
use super::money::Money;
use super::node::{Node, Value};
use super::read::{Cx, Described, Fields, Read, Shape, choices, fields, indispensable};
use super::reference::{Kind, Reference, Relation};
use super::text::Text;
use super::word::{In, Party};

fields! {
    /// The fields of a fee beside the common ones.
    Fee, then(has_an_amount) {
        /// The program.
        program: Option<Reference> = required to(&[Kind::Program]) as_(Relation::Program) data,
        /// What it is: what somebody pays, leaves as a deposit, or is paid.
        kind: Option<FeeKind>,
        /// The whole amount.
        amount: Option<Fact<Money>> = named,
        /// What it is made of.
        items: Vec<Item>,
        /// Who pays.
        payer: Option<In<Party>> = named data,
        /// When it is paid.
        when: Option<Text> = column("paid"),
        /// What is given back.
        refund: Option<Fact<Refund>>,
        /// What it covers.
        includes: List<Text>,
        /// What it does not cover.
        excludes: List<Text>,
        /// Who pays otherwise, or what is paid beside it.
        exceptions: List<Exception>,
        /// What the amount depends on.
        varies_by: Option<Text> = data,
    }
}

fields! {
    /// A part of a fee.
    Item, map {
        /// Its name in mentions.
        id: Option<Box<str>>,
        /// Its name.
        name: Option<Text> = required,
        /// What it is, where that is not what the whole is.
        kind: Option<FeeKind>,
        /// The amount.
        amount: Option<Fact<Money>> = required named,
        /// Who pays.
        payer: Option<In<Party>>,
        /// What is given back.
        refund: Option<Fact<Refund>>,
        /// A remark.
        note: Option<Text>,
    }
}

fields! {
    /// Where the amount does not hold, or what comes on top.
    Exception, map {
        /// What.
        text: Option<Text> = required,
        /// The amount.
        amount: Option<Fact<Money>>,
        /// Who pays.
        payer: Option<In<Party>>,
    }
}

choices! {
    /// What an amount is to the person who takes part.
    FeeKind: "fee_kind" {
        /// It is paid, and gone.
        Cost = "cost" | "費用" | "料金" | "自己負担" | "fee" | "charge",
        /// It is left with somebody, who may give it back.
        Deposit = "deposit" | "保証金" | "敷金" | "預り金" | "預かり金" | "デポジット" | "security deposit",
        /// A scholarship is paid to the person.
        Scholarship = "scholarship" | "奨学金" | "給付金" | "給付型奨学金" | "stipend" | "grant" | "bursary",
        /// A salary is paid to the person.
        Salary = "salary" | "給与" | "給料" | "賃金" | "基本給" | "wage" | "wages" | "pay",
        /// An allowance is paid to the person.
        Allowance = "allowance" | "手当" | "手当て" | "諸手当" | "支給" | "支給額" | "allowances" | "benefit",
    }
}

impl FeeKind {
    /// Is it paid to the person who takes part? Then it is no part of what anything costs.
    pub const fn is_income(self) -> bool {
        matches!(self, Self::Scholarship | Self::Salary | Self::Allowance)
    }
}

choices! {
    /// How much of an amount is given back.
    Returned: "returned" {
        /// All of it.
        InFull = "in-full" | "全額返還" | "全額返金" | "返還" | "返金" | "返還する" | "返還あり" | "full refund" | "refundable" | "yes",
        /// A part of it.
        InPart = "in-part" | "一部返還" | "一部返金" | "partial refund" | "partly refundable" | "in part",
        /// Nothing.
        Never = "never" | "返還しない" | "返還なし" | "返金不可" | "返還不可" | "不可" | "no refund" | "non-refundable" | "not refundable" | "no",
    }
}

/// What is given back of an amount, and until when.
#[derive(Debug, Clone, PartialEq)]
pub struct Refund {
    /// How much.
    pub returned: Returned,
    /// The last day on which somebody may ask for it.
    pub until: Option<Moment>,
    /// When, or in which case.
    pub when: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
}

fields! {
    /// What is given back, as it is written with more than one word.
    RefundTerms {
        /// How much.
        returned: Returned,
        /// The last day on which somebody may ask for it.
        until: Option<Moment>,
        /// When, or in which case.
        when: Option<Text>,
        /// A remark.
        note: Option<Text>,
    }
}

impl Described for Refund {
    fn shape() -> Shape {
        Shape::Either("refund", vec![Returned::shape(), Shape::Map(RefundTerms::MAP)])
    }
}

impl Read for Refund {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if let Value::Scalar { .. } = &node.value {
            return Some(Self { returned: Returned::read(node, cx)?, until: None, when: None, note: None });
        }
        let mut fields = Fields::of(node, "value-refund", cx)?;
        let terms = RefundTerms::from_fields(&mut fields);
        fields.finish();
        let RefundTerms { returned, until, when, note } = terms?;
        Some(Self { returned, until, when, note })
    }
}

impl Fee {
    /// What the whole is: a cost where nothing is said.
    pub fn nature(&self) -> FeeKind {
        self.kind.unwrap_or(FeeKind::Cost)
    }

    /// What one of its parts is.
    pub fn nature_of(&self, item: &Item) -> FeeKind {
        item.kind.unwrap_or_else(|| self.nature())
    }

    /// Is it, with all of its parts, paid to the person who takes part?
    pub fn is_income(&self) -> bool {
        self.nature().is_income() && self.items.iter().all(|item| self.nature_of(item).is_income())
    }

    /// The whole amount or its parts have to be written.
    fn has_an_amount(&self, fields: &mut Fields<'_, '_, '_>) {
        if !fields.is_written(Self::amount.key) && !fields.is_written(Self::items.key) {
            fields.missing_from(Self::amount.key, "missing-field", "missing-amount-help");
        }
    }
}

indispensable!(Returned);
