//! What rendering prose needs to know about the site: names behind mentions, addresses, words for readers.

/// Answers what a text alone cannot tell.
pub trait Resolve {
    /// HTML (phrasing content, escaped) for `[[target]]`, or for `[[target|label]]` with the label's HTML.
    fn mention(&self, target: &str, label: Option<&str>) -> String;

    /// The same as plain text.
    fn mention_text(&self, target: &str, label: Option<&str>) -> String;

    /// Where a link goes; `None` shows its words without a link.
    fn link(&self, address: &str) -> Option<Anchor>;

    /// Where an image is; `None` shows its description instead.
    fn image(&self, address: &str) -> Option<Picture>;

    /// The id of a heading, counted from 0 as in the outline; none where it is empty.
    fn heading_id(&self, index: usize) -> String;

    /// Words for readers, as plain text in the language of the text; where empty, the attribute is left out.
    fn word(&self, word: Word) -> String;

    /// Goes before the ids of footnotes; differs between the texts of one page.
    fn id_prefix(&self) -> &str {
        ""
    }
}

/// A link's address as it is published, and what else its element says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchor {
    /// Value of `href`, not yet escaped.
    pub href: String,
    /// Further attributes such as `hreflang` and `rel`, values not yet escaped.
    pub attributes: Vec<(&'static str, String)>,
}

impl From<String> for Anchor {
    fn from(href: String) -> Self {
        Self { href, attributes: Vec::new() }
    }
}

/// An image's address as it is published, and its size if known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    /// Value of `src`, not yet escaped.
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
