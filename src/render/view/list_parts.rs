//! The parts of lists: their pages, the values of facets, filters. All strings are HTML unless named plain.

use serde::Serialize;

use super::html::html;
use crate::markup::Inline;

/// The pages of a list.
#[derive(Debug, Serialize, Clone)]
pub struct Pager {
    /// "Page 2 of 7".
    #[serde(serialize_with = "html")]
    pub label: Inline,
    /// The page before.
    #[serde(serialize_with = "html")]
    pub previous: Option<String>,
    /// The page after.
    #[serde(serialize_with = "html")]
    pub next: Option<String>,
    /// How many records there are in all, in words.
    #[serde(serialize_with = "html")]
    pub count: Inline,
}

/// A value of a facet.
#[derive(Debug, Serialize, Clone)]
pub struct FacetValue {
    /// Its address.
    #[serde(serialize_with = "html")]
    pub href: String,
    /// Its name.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// How many records it has, plain.
    pub count: String,
    /// The group that it belongs to, such as the region.
    pub group: Option<String>,
}

/// A facet by which a list can be filtered.
#[derive(Debug, Serialize, Clone)]
pub struct Filter {
    /// The first part of its values, plain.
    pub folder: &'static str,
    /// Its name.
    #[serde(serialize_with = "html")]
    pub name: Inline,
    /// Its values.
    pub values: Vec<FilterValue>,
}

/// A value of such a facet, both plain.
#[derive(Debug, Serialize, Clone)]
pub struct FilterValue {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The name's language when it is not the reader's.
    pub lang: Option<String>,
}
