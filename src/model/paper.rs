//! What an examination is made of: its parts, how long each lasts, how many questions and marks it has.

use super::how_many::HowMany;
use super::quantity::{Comparison, Length};
use super::read::fields;
use super::text::Text;

fields! {
    /// A part of an examination.
    Paper, map, span {
        /// The subject.
        name: Option<Text> = required,
        /// How long it lasts.
        lasts: Option<Comparison<Length>>,
        /// How many questions it has.
        questions: Option<HowMany>,
        /// How many marks it gives.
        marks: Option<HowMany>,
        /// A remark.
        note: Option<Text>,
    }
}
