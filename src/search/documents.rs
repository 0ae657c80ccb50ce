//! What a result shows of a page, and the blocks in which browsers fetch it.

use serde::Serialize;

use super::answers::{self, Answers};
use super::texts::{self, Part};
use crate::render::pen::Pen;
use crate::site::RecordId;

/// Pages whose results are fetched together.
pub const BLOCK: usize = 16;

/// A page as a result.
#[derive(Debug, Serialize)]
pub struct Document {
    /// Its address, with the base path.
    pub href: String,
    /// Its names, the title first.
    pub names: Vec<String>,
    /// Of each name: its language when it is not the reader's, and the words in it of another.
    pub langs: Vec<(String, Vec<(String, String)>)>,
    /// One or two sentences.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Its parts with headings: id and words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<(String, String)>,
    /// The facts that answer questions.
    #[serde(flatten)]
    pub answers: Answers,
}

/// What a result shows of a page.
pub fn document(pen: &Pen<'_>, id: RecordId, parts: Vec<Part>) -> Document {
    let (names, langs) = texts::written_names(pen, id).into_iter().map(|name| (name.words, (name.language, name.within))).unzip();
    Document {
        href: pen.record_href(id),
        names,
        langs,
        summary: pen.site.entry(id).record.common.summary.as_ref().map(|summary| pen.plain(summary)).unwrap_or_default(),
        parts: parts.into_iter().map(|part| (part.anchor, part.heading)).collect(),
        answers: answers::of(pen, id),
    }
}
