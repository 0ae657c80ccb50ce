//! Words together with what they are (a link, a date, a name): the text of a page as a value, until it is printed. Nothing here
//! knows records, sites or pages.

pub mod escape;
pub mod html;
pub mod mark;
pub mod tape;
pub mod words;

pub use escape::escape;
pub use mark::{Attribute, Mark};
pub use tape::{Event, Inline};
