//! An entry of the glossary.

use super::read::fields;
use super::reference::Reference;
use super::text::Text;
use crate::base::Language;

fields! {
    /// The fields of a term beside the common ones: its name is the official term and the rendering that the guide uses.
    Term {
        /// What it means.
        definition: Option<Text> = required data,
        /// Renderings that the guide does not use.
        rejected: Vec<Rejected>,
        /// Records to read on.
        see: Vec<Reference> = data,
    }
}

fields! {
    /// A rendering that the guide does not use.
    Rejected, map {
        /// Its language.
        language: Option<Language>,
        /// The rendering.
        text: Box<str>,
        /// Why.
        because: Option<Text>,
    }
}
