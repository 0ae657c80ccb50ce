//! What one program costs.

use super::fact::{Fact, List};
use super::money::Money;
use super::read::{Fields, fields};
use super::reference::{Kind, Reference, Relation};
use super::text::Text;
use super::word::{In, Party};

fields! {
    /// The fields of a fee beside the common ones.
    Fee, then(has_an_amount) {
        /// The program.
        program: Option<Reference> = required to(&[Kind::Program]) as_(Relation::Program),
        /// The whole amount.
        amount: Option<Fact<Money>>,
        /// What it is made of.
        items: Vec<Item>,
        /// Who pays.
        payer: Option<In<Party>>,
        /// When it is paid.
        when: Option<Text>,
        /// What it covers.
        includes: List<Text>,
        /// What it does not cover.
        excludes: List<Text>,
        /// Who pays otherwise, or what is paid beside it.
        exceptions: List<Exception>,
        /// What the amount depends on.
        varies_by: Option<Text>,
    }
}

fields! {
    /// A part of a fee.
    Item, map {
        /// Its name in mentions.
        id: Option<Box<str>>,
        /// Its name.
        name: Option<Text> = required,
        /// The amount.
        amount: Option<Fact<Money>> = required,
        /// Who pays.
        payer: Option<In<Party>>,
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

impl Fee {
    /// The whole amount or its parts have to be written.
    fn has_an_amount(&self, fields: &mut Fields<'_, '_, '_>) {
        if !fields.is_written(Self::amount.key) && !fields.is_written(Self::items.key) {
            fields.missing_from(Self::amount.key, "missing-field", "missing-amount-help");
        }
    }
}
