//! What rendering prose needs to know about the site: names behind mentions, addresses, words for readers.

use crate::markup::{Attribute, Inline};

/// Answers what a text alone cannot tell.
pub trait Resolve {
    /// Appends what stands for `[[target]]`, or for `[[target|label]]`.
    fn mention(&self, target: &str, label: Option<&Inline>, out: &mut Inline);

    /// What stands for it in plain text.
    fn mention_text(&self, target: &str, label: Option<&str>) -> String;

    /// Where a link goes; `None` shows its words without a link.
    fn link(&self, address: &str) -> Option<Anchor>;

    /// Where an image is; `None` shows its description instead.
    fn image(&self, address: &str) -> Option<Picture>;

    /// The id of a heading, counted from 0 as in the outline; none where it is empty.
    fn heading_id(&self, index: usize) -> String;

    /// Words for readers, as plain text in the language of the text; where empty, the attribute is left out.
    fn word(&self, word: Word) -> String;

    /// Appends what the page says below a heading, counted as above.
    fn after_heading(&self, _index: usize, _out: &mut Inline) {}
}

/// A link's address as it is published, and what else its element says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchor {
    /// Value of `href`.
    pub href: String,
    /// Further attributes such as `hreflang` and `rel`.
    pub attributes: Vec<(Attribute, String)>,
}

impl From<String> for Anchor {
    fn from(href: String) -> Self {
        Self { href, attributes: Vec::new() }
    }
}

/// An image's address as it is published, and its size if known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    /// Value of `src`.
    pub src: String,
    /// Width and height in pixels, so that the page does not jump while it loads.
    pub size: Option<(u32, u32)>,
}

/// Words that rendering needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Names the list of footnotes.
    Footnotes,
    /// Names the reference to a footnote.
    Footnote {
        /// Counted from 1.
        number: usize,
    },
    /// Names the way back from a footnote to the text.
    FootnoteBack {
        /// Of the footnote, counted from 1.
        number: usize,
        /// Which of several references to it, counted from 1.
        occurrence: usize,
    },
    /// Names the frame in which a wide table scrolls.
    Table {
        /// Counted from 1.
        number: usize,
    },
    /// Names the box of a task that is done.
    TaskDone,
    /// Names the box of a task that is open.
    TaskOpen,
}
