//! A page of prose.

use super::fact::List;
use super::link::Link;
use super::read::Fields;

/// The fields of a page beside the common ones.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Its place in the menu; not in it when missing.
    pub menu: Option<u32>,
    /// Where to read on.
    pub links: List<Link>,
}

impl Page {
    /// Reads the fields of this kind.
    pub fn from_fields(fields: &mut Fields<'_, '_, '_>) -> Self {
        Self { menu: fields.optional("menu"), links: fields.open_list("links") }
    }
}
