//! What one program costs.

use jiff::tz::TimeZone;

use super::fact::{Fact, List};
use super::moment::Moment;
use super::money::Money;
use super::node::{Node, Value};
use super::quantity::Percent;
use super::read::{Cx, Described, Fields, Read, Shape, choices, fields, first_line, indispensable, read_items};
use super::reference::{Kind, Reference, Relation};
use super::spelling::fold;
use super::text::Text;
use super::word::{In, Party};
use crate::base::Diagnostic;

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

/// What is given back of an amount: in one step, or less and less as time goes by.
#[derive(Debug, Clone, PartialEq)]
pub struct Refund {
    /// Its steps, at least one, in the order in which they are written.
    pub terms: Vec<RefundTerms>,
}

/// How much is given back, and its share where that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// All, a part, or nothing.
    pub returned: Returned,
    /// Which part.
    pub share: Option<Percent>,
}

fields! {
    /// What is given back, as it is written with more than one word.
    RefundTerms {
        /// How much.
        returned: Given,
        /// The last day on which somebody may ask for it.
        until: Option<Moment>,
        /// When, or in which case.
        when: Option<Text>,
        /// A remark.
        note: Option<Text>,
    }
}

impl Refund {
    /// The first of its steps.
    pub fn first(&self) -> Option<&RefundTerms> {
        self.terms.first()
    }
}

impl Described for Given {
    fn shape() -> Shape {
        Shape::Either("returned", vec![Returned::shape(), Percent::shape()])
    }
}

impl Read for Given {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let text = fold(node.as_str().unwrap_or_default());
        // In a sentence, which may hold only in one case: 納入後は返還しません.
        let is_never =
            ["返還し", "返金し", "返還いたし", "返金いたし", "払い戻し", "払戻し"].iter().any(|word| text.contains(word))
                && ["ない", "ません"].iter().any(|word| text.contains(word));
        if is_never && Returned::from_spelling(&text).is_none() {
            let sentence = node.as_str().unwrap_or_default().trim();
            let line = format!("{{returned: never, when: {{ja: {sentence}, en: …}}}}");
            cx.write_instead("unknown-word", "bad-refund", "bad-refund-help", &line, node);
            return None;
        }
        let is_share = Percent::parse(&text).is_some() && text.parse::<u8>().is_err() || text.ends_with('%');
        let share = if is_share { Some(Percent::read(node, cx)?) } else { None };
        Some(match share {
            None => Self { returned: Returned::read(node, cx)?, share: None },
            Some(Percent(100)) => Self { returned: Returned::InFull, share },
            Some(Percent(0)) => Self { returned: Returned::Never, share },
            Some(_) => Self { returned: Returned::InPart, share },
        })
    }
}

impl Described for RefundTerms {
    fn shape() -> Shape {
        Shape::Map(Self::MAP)
    }
}

impl Read for RefundTerms {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        if let Value::Scalar { .. } = &node.value {
            return Some(Self { returned: Given::read(node, cx)?, until: None, when: None, note: None });
        }
        let mut fields = Fields::of_map(node, "value-refund", Self::MAP, cx)?;
        let terms = Self::from_fields(&mut fields);
        fields.finish();
        terms
    }
}

impl Described for Refund {
    fn shape() -> Shape {
        let list = Shape::List(Box::new(RefundTerms::shape()));
        Shape::Either("refund", vec![Given::shape(), Shape::Map(RefundTerms::MAP), list])
    }
}

impl Read for Refund {
    fn read(node: &Node, cx: &mut Cx<'_>) -> Option<Self> {
        let terms: Vec<RefundTerms> = match &node.value {
            Value::List(items) => read_items(items, Fee::refund.key, cx),
            _ => RefundTerms::read(node, cx).into_iter().collect(),
        };
        // Later less is given back, not more.
        let share = |terms: &RefundTerms| match terms.returned {
            Given { share: Some(Percent(share)), .. } => Some(share),
            Given { returned: Returned::InFull, .. } => Some(100),
            Given { returned: Returned::Never, .. } => Some(0),
            Given { .. } => None,
        };
        let is_wrong = |two: &[RefundTerms]| {
            let [earlier, later] = two else { return false };
            let end = |terms: &RefundTerms| terms.until.as_ref().and_then(|until| until.end(&TimeZone::UTC));
            let goes_back = end(earlier).zip(end(later)).is_some_and(|(earlier, later)| later <= earlier);
            goes_back || share(earlier).zip(share(later)).is_some_and(|(earlier, later)| later >= earlier)
        };
        if terms.iter().all(|terms| terms.when.is_none()) && terms.windows(2).any(is_wrong) {
            let span = first_line(node.span, cx.source);
            let finding =
                Diagnostic::warning("range-reversed", cx.place(span)).says("refund-reversed").help("refund-reversed-help");
            cx.report(finding);
        }
        (!terms.is_empty()).then_some(Self { terms })
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

indispensable!(Given);
