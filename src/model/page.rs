//! A page of prose.

use super::fact::List;
use super::link::Link;
use super::read::fields;
use super::text::Text;

fields! {
    /// The fields of a page beside the common ones.
    #[derive(Default)]
    Page {
        /// Its place in the menu; not in it when missing.
        menu: Option<u32>,
        /// Who the reader is for whom it is the answer: a choice on the home page.
        choice: Option<Text>,
        /// Where to read on.
        links: List<Link>,
    }
}
