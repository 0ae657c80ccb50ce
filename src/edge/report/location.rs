//! Where a finding stands, as people and tools count it.

use crate::base::span::line_column;
use crate::base::{Place, Span};
use crate::source::Sources;

/// Lines and columns of a place, 1-based; columns in characters, the end exclusive.
#[derive(Debug)]
pub struct Location<'a> {
    /// Path relative to the site's root.
    pub path: &'a str,
    /// First line.
    pub line: usize,
    /// Column in the first line.
    pub column: usize,
    /// Line of the last character.
    pub end_line: usize,
    /// Column after the last character.
    pub end_column: usize,
    /// The file's text and the span in it; `None` when the file cannot be read or is empty.
    pub source: Option<(&'a str, Span)>,
}

impl<'a> Location<'a> {
    /// Finds a place in the text of its file. Without a text it is the file's first character.
    pub fn of(place: &'a Place, sources: &'a Sources) -> Self {
        let text = sources.text(&place.path).unwrap_or_default();
        let span = clip(text, place.span);
        let (line, column) = line_column(text, span.start);
        let (end_line, end_column) = line_column(text, span.end);
        let source = (!text.is_empty()).then_some((text, span));
        Self { path: &place.path, line, column, end_line, end_column, source }
    }
}

/// The span inside the text, on borders of characters, without the white space at its end (such as the line feed after a
/// YAML block).
fn clip(text: &str, span: Span) -> Span {
    let border = |offset: u32, forward: bool| {
        let mut at = (offset as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at = if forward { at + 1 } else { at - 1 };
        }
        at
    };
    let start = border(span.start, false);
    let end = border(span.end, true).max(start);
    let covered = text.get(start..end).unwrap_or_default();
    let trimmed = covered.trim_end().len();
    // A span of white space alone, such as a tab in the indentation, is meant as it is, but not past its line.
    let length = if trimmed > 0 { trimmed } else { covered.find('\n').unwrap_or(covered.len()) };
    Span::new(start, start + length)
}
