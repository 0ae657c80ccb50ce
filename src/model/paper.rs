//! What an examination is made of: its parts, how long each lasts, how many questions and marks it has.

use super::quantity::{Comparison, Length, Quantity};
use super::read::fields;
use super::text::Text;

fields! {
    /// A part of an examination.
    Paper, map {
        /// The subject.
        name: Option<Text> = required,
        /// How long it lasts.
        lasts: Option<Comparison<Length>>,
        /// How many questions it has.
        questions: Option<Quantity>,
        /// How many marks it gives.
        marks: Option<Quantity>,
        /// A remark.
        note: Option<Text>,
    }
}
