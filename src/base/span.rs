//! Places in a file: ranges of bytes, and the line and column as a person counts them.

use std::sync::Arc;

/// A range of bytes in the text of one file (UTF-8, after the BOM is removed and CRLF became LF).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets past 4 GiB are cut off (no input is that large).
    pub fn new(start: usize, end: usize) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clip(start), end: clip(end) }
    }

    /// The span as a range of indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` that the span covers; empty when the span is not inside the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

/// A span in a named file. The path is relative to the site's root, with `/` between its parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path of the file, relative to the site's root.
    pub path: Arc<str>,
    /// Where in the file.
    pub span: Span,
}

impl Place {
    /// A place in a file.
    pub fn new(path: &Arc<str>, span: Span) -> Self {
        Self { path: path.clone(), span }
    }

    /// The first character of a file: where a finding about the whole file points.
    pub fn file(path: &Arc<str>) -> Self {
        Self::new(path, Span::default())
    }
}

/// Line and column of a byte offset, both 1-based, the column in characters (Unicode scalar values).
pub fn line_column(text: &str, offset: u32) -> (usize, usize) {
    let mut at = (offset as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "名前: x\n病院: y";
        assert_eq!(line_column(text, 0), (1, 1));
        assert_eq!(line_column(text, u32::try_from("名前: x\n病院".len()).unwrap()), (2, 3));
        assert_eq!(line_column(text, 9999), (2, 6));
    }
}
