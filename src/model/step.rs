//! A step of an application: when, how long it takes, who acts, where it branches.

use super::fact::{Fact, List};
use super::quantity::{Comparison, Length};
use super::read::fields;
use super::text::Text;
use super::word::{Anchor, In, Party};

fields! {
    /// One step.
    Step, map("value-step"), span {
        /// What to do.
        name: Option<Text> = required,
        /// When, relative to something.
        when: Option<Box<Fact<Offset>>>,
        /// How long it takes to be dealt with.
        takes: Option<Box<Comparison<Length>>>,
        /// Who acts.
        by: Option<In<Party>>,
        /// A remark.
        note: Option<Text>,
        /// Where the way parts.
        branches: List<Branch>,
    }
}

fields! {
    /// A time before or after an anchor. Several steps may share one.
    Offset, map("value-offset"), span {
        /// Before (negative) or after.
        at: Length,
        /// What it counts from.
        of: Option<In<Anchor>> = required,
        /// Roughly.
        approximate: bool,
    }
}

fields! {
    /// One way out of a step.
    Branch, map {
        /// In which case.
        condition: Option<Text> = key("if") required,
        /// What follows.
        then: Option<Text> = required,
    }
}
