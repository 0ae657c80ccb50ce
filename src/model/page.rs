//! A page of prose.

use super::fact::List;
use super::link::Link;
use super::read::fields;

fields! {
    /// The fields of a page beside the common ones.
    #[derive(Default)]
    Page {
        /// Its place in the menu; not in it when missing.
        menu: Option<u32>,
        /// Where to read on.
        links: List<Link>,
    }
}
